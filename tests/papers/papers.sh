#!/bin/sh
# SPDX-License-Identifier: MIT
# The papers of every real standard, read by programs that are not kijun. Their workbooks, cell by cell and style by style, and the words on
# their printed pages are compared with the sums in workbooks.sha256 and pages.sha256, which KIJUN_GOLDEN=write writes anew.
# usage: papers.sh PAPERS_WRITE SHELF
HERE=$(cd "$(dirname "$0")" && pwd)
set -u
write=$1 shelf=$2
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
export LC_ALL=C.UTF-8
# shellcheck source=read.sh
. "$HERE/read.sh"

# All papers of a case; for social media only the policy is unlike the others, and one case is compared under all standards.
"$write" "$tmp" "$shelf" kamakura/05-high-abroad otokuni/07-high-level-asked kitakyushu/60-meeting-high tokyo/39-high-contact-mail \
    tokyo/70-social-whole:account_policy_draft kamakura/05-high-abroad:comparison >"$tmp/said" 2>"$tmp/err" || {
    cat "$tmp/said" "$tmp/err"
    exit 1
}
grep "^$tmp" "$tmp/said" >"$tmp/list"
read_papers

# same WHAT: the sums in $tmp/WHAT are those in WHAT.sha256; else the papers are named.
same() {
    [ -s "$tmp/$1" ] || return 0
    [ "${KIJUN_GOLDEN-}" != write ] || cp "$tmp/$1" "$HERE/$1.sha256"
    is "$(diff "$HERE/$1.sha256" "$tmp/$1" | sed -n 's/^[<>] .*  //p' | sort -u)" '' "$1 that differ (KIJUN_GOLDEN=write writes their sums anew)"
}

# What every workbook shows and how; the rest of its parts says when it was made.
find "$tmp" -name '*.book' | LC_ALL=C sort | while read -r book; do
    sum=$(cd "$book/xl" && cat worksheets/*.xml sharedStrings.xml styles.xml | sha256sum)
    book=${book#"$tmp"/}
    echo "${sum%% *}  ${book%.book}"
done >"$tmp/workbooks"
same workbooks

# What is to be read on the pages, in its order, and how many they are. Where a page ends is the fonts' doing: it is compared only where they
# are those of scripts/packages.
if [ -s "$tmp/fonts" ] && ! xargs cat <"$tmp/fonts" | grep -vE '^[A-Z]{6}\+(BIZUDP?Gothic|NotoSansCJK)'; then
    find "$tmp" -name '*.raw' | LC_ALL=C sort | while read -r raw; do
        sum=$(tr -d ' \n' <"$raw" | sha256sum)
        pages=$(tr -cd '\f' <"$raw" | wc -c)
        raw=${raw#"$tmp"/}
        echo "${sum%% *}  ${raw%.raw} (pages: $pages)"
    done >"$tmp/pages"
    same pages
fi
finish
