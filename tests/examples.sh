#!/bin/sh
# SPDX-License-Identifier: MIT
# The papers beside the README are what kijun prints today. usage: examples.sh KIJUN SOURCE
set -eu
to=$(mktemp -d)
trap 'rm -rf "$to"' EXIT
"$2/docs/examples/print" "$1" "$to"
[ "$(find "$to" -type f | wc -l)" -ge 8 ] || { echo 'too few papers'; exit 1; }
for paper in "$to"/*; do
    diff -u "$2/docs/examples/$(basename "$paper")" "$paper" || { echo "docs/examples/print renews it: $paper"; exit 1; }
done
# the pictures are of those papers
(cd "$2/docs/examples" && sha256sum --quiet -c pictures.sha256) || { echo 'docs/examples/print -p renews the pictures'; exit 1; }
for picture in "$2"/docs/examples/*.png; do
    grep -q "  $(basename "$picture" .png).txt\$" "$2/docs/examples/pictures.sha256" || { echo "$picture: of which paper?"; exit 1; }
done
# README shows a few lines of them
for lang in en:README.md ja:README.ja.md; do
    sed -n '/^## \(What comes out\|できあがる書類\)/,/^<img/p' "$2/${lang#*:}" | sed -n '/^```/,/^```/{/^```/!p}' >"$to/shown"
    lines=$(wc -l <"$to/shown")
    [ "$lines" -gt 3 ] || { echo "${lang#*:} shows nothing"; exit 1; }
    grep -nxF "$(head -n 1 "$to/shown")" "$to/application-${lang%%:*}.txt" | cut -d: -f1 | while read -r at; do
        tail -n "+$at" "$to/application-${lang%%:*}.txt" | head -n "$lines" | diff -u "$to/shown" - || { echo "${lang#*:} shows something else"; exit 1; }
    done
done
