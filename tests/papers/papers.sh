#!/bin/sh
# SPDX-License-Identifier: MIT
# The papers of every real standard, read by programs that are not kijun; and their workbooks, cell by cell and style by style, compared with
# the sums in workbooks.sha256, which KIJUN_GOLDEN=write writes anew. usage: papers.sh PAPERS_WRITE SHELF
HERE=$(cd "$(dirname "$0")" && pwd)
set -u
write=$1 shelf=$2
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
export LC_ALL=C.UTF-8
# shellcheck source=read.sh
. "$HERE/read.sh"

# All papers of a case; for social media only the policy is unlike the others.
"$write" "$tmp" "$shelf" kamakura/05-high-abroad otokuni/07-high-level-asked kitakyushu/60-meeting-high tokyo/39-high-contact-mail \
    tokyo/70-social-whole:account_policy_draft >"$tmp/said" 2>"$tmp/err" || {
    cat "$tmp/said" "$tmp/err"
    exit 1
}
grep "^$tmp" "$tmp/said" >"$tmp/list"
read_papers

# What every workbook shows and how; the rest of its parts says when it was made.
find "$tmp" -name '*.book' | LC_ALL=C sort | while read -r book; do
    sum=$(cd "$book/xl" && cat worksheets/*.xml sharedStrings.xml styles.xml | sha256sum)
    book=${book#"$tmp"/}
    echo "${sum%% *}  ${book%.book}"
done >"$tmp/workbooks"
if [ -s "$tmp/workbooks" ]; then
    [ "${KIJUN_GOLDEN-}" != write ] || cp "$tmp/workbooks" "$HERE/workbooks.sha256"
    is "$(diff "$HERE/workbooks.sha256" "$tmp/workbooks" | sed -n 's/^[<>] .*  //p' | sort -u)" '' 'workbooks that differ (KIJUN_GOLDEN=write writes their sums anew)'
fi
finish
