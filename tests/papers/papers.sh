#!/bin/sh
# SPDX-License-Identifier: MIT
# The papers of every real standard, read by programs that are not kijun. usage: papers.sh PAPERS_WRITE SHELF
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
finish
