#!/bin/sh
# SPDX-License-Identifier: MIT
# Sessions to practise in: begun from training cases, and marked for good. usage: practice.sh KIJUN
KIJUN=$1 HERE=$(cd "$(dirname "$0")" && pwd)
. "$HERE/lib.sh"
KIJUN_STANDARDS=$HERE/../../checklists KIJUN_NOW=1795138920

run 0 new kamakura --case 05-high-abroad
id=$(cat "$tmp/out")
run 0 show "$id" --format json
json .verdict '"not_selectable"'
run 0 print "$id" application
out 'PRACTICE, NOT AN APPLICATION'
out 'Nothing is missing apart from the grounds for refusal.'
is "$(grep -c 'Ask for a plan that stores in' "$tmp/out")" 1 'times that what to do is said'

# begun again it has a number, and under a title of one's own none
run 0 new kamakura --case 05-high-abroad
run 0 list --format csv
out 'Practice 2: A replica abroad'
run 0 new kamakura --case 05-high-abroad --title 'A replica abroad'
run 0 list --format csv
no_out 'Practice 3: '

# the mark stays, whatever is answered, taken back or carried into another session
run 0 answer "$id" dc_country=jp
run 0 print "$id" application --lang ja
out '練習用（申請には使えません）'
while run_quietly undo "$id"; do :; done
run 0 print "$id" application
out 'PRACTICE, NOT AN APPLICATION'
run 0 new tokyo --from "$id"
run 0 print "$(cat "$tmp/out")"
out 'PRACTICE, NOT AN APPLICATION'
run 0 verify

# nothing else is marked
run 0 new kamakura --title 'A real one'
run 0 print "$(cat "$tmp/out")" application
no_out 'PRACTICE'

run 2 new kamakura --case nosuch
err 'has no training case "nosuch"'
err '"kijun standard show kamakura" lists them'
run 0 standard show kamakura
out '  05-high-abroad  '
run 0 new kamakura --case 05
run 0 new kamakura --case 40
printf '%s\n' m q q | "$KIJUN" --linear open "$(cat "$tmp/out")" >"$tmp/told"
is "$(grep -c '^Nothing is missing. f shows the application form' "$tmp/told")" 1 'how it goes on, line by line'
run 2 new kamakura --case 0
err 'several training cases that begin with "0"'
run 2 new kamakura --case 05-high-abroad --from "$id"
err 'only one of'

# every case can be begun, those too that answer what cannot be; which is said where it stands
for file in "$KIJUN_STANDARDS"/*/training/*.yaml; do
    standard=${file%/training/*} case=${file##*/}
    run 0 --db every.db new "${standard##*/}" --case "${case%.yaml}"
done
run 0 new kamakura --case 28-high-form-gaps
id=$(cat "$tmp/out")
printf '%s\n' .:period_to .q q | "$KIJUN" --linear open "$id" >"$tmp/out"
out 'Cannot count as an answer: '
run 2 answer "$id" period_to=2027-03-30

# chosen line by line, in words
printf '%s\n' d 1 '6?' 6 q q | "$KIJUN" --linear >"$tmp/out"
out '  1 Waiting for the provider' # there is most to see
out '  2 An online form'
out '  6 A replica abroad'
out 'backups turn out to go abroad'
is "$(grep -c '  6 A replica abroad' "$tmp/out")" 1 'times the cases are told'
run 0 list --format csv
out 'Practice: A replica abroad'
printf '%s\n' d 1 b b q | "$KIJUN" --linear --lang ja >"$tmp/out"
out '  6 予備の保存先が国外にある'
KIJUN_STANDARDS=$HERE/checklists
printf '%s\n' d 1 b q | "$KIJUN" --linear >"$tmp/out"
out 'This standard has no training cases: '
run 2 new sample --case any
err 'has no training case'
finish
