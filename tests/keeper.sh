#!/bin/sh
# SPDX-License-Identifier: MIT
# A keeper begins a standard: kijun standard new. usage: keeper.sh KIJUN CASES (the program that runs the training cases of KIJUN_STANDARDS)
KIJUN=$1 CASES=$2 HERE=$(cd "$(dirname "$0")" && pwd)/cli
# shellcheck source=cli/lib.sh
. "$HERE/lib.sh"

for lang in en ja; do
    mkdir "$lang"
    run 0 --lang "$lang" standard new otsu --in "$lang"
    out "$lang/otsu"
    KIJUN_STANDARDS=$HERE/../../checklists run 0 standard lint "$lang/otsu"
    out '0 errors, 0 warnings'
    run 0 standard coverage "$lang/otsu"
    out 'Not handled: 0.'
    run 0 standard show "./$lang/otsu"
    out 'Sample City'
    checks=$((checks + 1))
    KIJUN_STANDARDS=$tmp/$lang "$CASES" >out 2>err || fail "the cases of the new standard in $lang"
    is "$(find "$lang/otsu" -type f | wc -l)" 11 'files'
    is "$(find "$lang" -name '.*' | wc -l)" 0 'leftovers'
    is "$(grep -rhc '#ja\|#en\|@ID@\|@DAY@' "$lang/otsu" | sort -u)" 0 'marks left in the files'
    # nothing but the comments differs between the languages
    find "$lang/otsu" -type f | sort | xargs cat | grep -v '^ *#' >"$lang/bare"
done
is "$(cat en/bare)" "$(cat ja/bare)" 'the standard in either language'
is "$(grep -c 'The day of the revision' en/otsu/standard.yaml)$(grep -c '改正日' en/otsu/standard.yaml)" 10 'English comments'
is "$(grep -c 'The day of the revision' ja/otsu/standard.yaml)$(grep -c '改正日' ja/otsu/standard.yaml)" 01 'Japanese comments'
is "$(sed -n 's/^revision: //p' en/otsu/standard.yaml)" '"2026-07-03"' "today's revision"
is "$(stat -c %a en/otsu)$(stat -c %a en/otsu/standard.yaml)" 755644 'rights'

# it works at once
begin en/otsu --title Trial
run 0 answer "$id" tier=tier2 dc_country=abroad
run 0 print "$id"
out 'Application to Use an External Service'
out '2(1)'
run 1 missing "$id"
out 'Data are also stored abroad.'

# what is there is left alone, and nothing half done stays
echo mine >>en/otsu/standard.yaml
cp en/otsu/standard.yaml before
run 2 standard new otsu --in en
err 'exists already'
is "$(cat en/otsu/standard.yaml)" "$(cat before)" 'the standard that was there'
ln -s nowhere en/link
run 2 standard new link --in en
mkdir en/empty
run 2 standard new empty --in en
is "$(ls en/empty)" '' 'the folder that was there'
run 2 standard new other --in nowhere
err 'no folder "nowhere"'
run 2 standard new other --in before
chmod 755 "$tmp"
cp "$KIJUN" kijun # where that user can reach it
mkdir locked
chmod a-w locked
as_user ./kijun standard new other --in locked >out 2>err
is $? 3 'a folder that cannot be written'
is "$(ls -A locked)" '' 'leftovers in it'
for wrong in Otsu 9a ../otsu a/b '' 'a b' 市 "$(printf '%065d' 0 | tr 0 a)"; do
    run 2 standard new "$wrong" --in en
    err 'not an id'
done
run 2 standard new
run 2 standard new a b
run 2 standard lint sample --in en
err 'takes no --in'

# writing fails in the middle
mkdir small
checks=$((checks + 1))
(
    ulimit -f 1
    trap '' XFSZ
    "$KIJUN" standard new big --in small
) >out 2>err && fail 'files larger than allowed were written'
is "$(ls -A small)" '' 'leftovers of a failure in the middle'
finish
