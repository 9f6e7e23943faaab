#!/bin/sh
# SPDX-License-Identifier: MIT
# The provider's sheet: printed, filled in, read back; nothing is taken that was not named. usage: receive.sh KIJUN
HERE=$(cd "$(dirname "$0")" && pwd)
KIJUN=$1
. "$HERE/lib.sh"
KIJUN_STANDARDS=$HERE/../read/checklists

# fill FILE: the sheet with what standard input says of each key, KEY|ANSWER|EXPLANATION|DOCUMENT a line; lines with other keys are added
fill() {
    cat >filled
    tr -d '\r' <sheet.csv | awk -F'|' '
        NR == FNR { said[$1] = "\"" $2 "\",\"" $3 "\",\"" $4 "\"," $1; order[++count] = $1; next }
        {
            for (key in said)
                if (sub(",,,," key "$", "," said[key]) || sub("\",,,," key "$", "\"," said[key]))
                    done[key] = 1
            print
        }
        END {
            for (i = 1; i <= count; i++)
                if (!done[order[i]])
                    print ",," said[order[i]]
        }' filled - >"$1"
}

begin asking --title docs
run 0 print "$id" provider_sheet -o sheet.csv
rows=$(grep -c ',dc_country\|,features\|,erasure' sheet.csv)
is "$rows" 3 "rows of the sheet"

# seen first: every row in a sentence, nothing taken
fill back.csv <<'END'
dc_country|Japan only|Tokyo and Osaka|Service description v3 https://example.jp/sd.pdf
features|2. ISO/IEC 27001, 27017||
log_months|a year||
certificate_expiry|R9.3.31||
erasure|Not applicable||
nonsense|x||
END
before=$("$KIJUN" show "$id" --answers)
run 1 receive "$id" back.csv --dry-run
out 'dc_country  Country of the data'
out 'It can be taken.'
out "'a year' is not a whole number"
out 'needs the reason'
out 'no question with this key'
out 'Nothing was filled in.'
out '--all-valid would take 3. Nothing was taken.'
is "$("$KIJUN" show "$id" --answers)" "$before" "what a dry run changes"

# without a word of what to take, nothing is
run 2 receive "$id" back.csv
err '--take ROW, --all-valid, or --dry-run'
run 2 receive "$id" back.csv --take log_months
err 'log_months) cannot be taken, so nothing was'
run 2 receive "$id" back.csv --take dc_country --take log_months
run 2 receive "$id" back.csv --take remarks_
err 'no row "remarks_"'
is "$("$KIJUN" show "$id" --answers)" "$before" "what a refused row changes"

# what can be taken is, in one transaction, and says where it came from
run 1 receive "$id" back.csv --all-valid --format json
json '.taken' 3
json '[.rows[] | select(.taken) | .key]' '["dc_country","features","certificate_expiry"]'
json '[.rows[] | select(.state == "refused") | .key]' '["log_months"]'
json '.absent' '[]'
run 0 show "$id" --answers
cp "$tmp/out" taken.yaml
out 'value: "jp"'
out 'certificate_expiry:'
out 'value: "2027-03-31"'
out 'From the sheet filled in by the provider (back.csv, read in on 3 July 2026 (Reiwa 8))'
out 'title: "Service description v3"'
out 'place: "https://example.jp/sd.pdf"'
run 0 verify "$id"

# the same file again takes nothing more; a row without a sentence against it may be named
run 1 receive "$id" back.csv --all-valid
out 'taken: 0.'
"$KIJUN" show "$id" --answers | cmp -s - taken.yaml || fail "reading the same sheet twice changes something"

# the answers are those that would have been typed
begin asking --title typed
typed=$id
run 0 answer "$typed" dc_country=jp features=iso certificate_expiry=2027-03-31
run 0 show "$typed" --answers
grep -o '"jp"\|\["iso"\]\|"2027-03-31"' "$tmp/out" >typed
grep -o 'value: .*' taken.yaml | sed 's/value: //' >received
is "$(wc -l <typed)" 3 "answers typed"
cmp -s typed received || fail "typed: $(cat typed); received: $(cat received)"

# cp932, as Excel in Japan saves it, with answers in Japanese
begin asking --title ja
run 0 --lang ja print "$id" provider_sheet -o sheet.csv --force
fill back8.csv <<'END'
dc_country|国外を含む（一部でも）||
country_names|シンガポール||
END
tail -c +4 back8.csv | iconv -f UTF-8 -t CP932 >back.csv
run 1 receive "$id" back.csv --all-valid
run 0 show "$id" --answers
out 'シンガポール'

# twice the same question: only by the number of its row
{ cat back8.csv; echo ',,日本国内のみ,,,dc_country'; } >twice.csv
begin asking --title twice
sed "s/kijun:[a-z0-9]*:/kijun:$id:/" twice.csv >mine.csv
run 1 receive "$id" mine.csv --all-valid
out 'Another row answers the same question'
run 2 receive "$id" mine.csv --take dc_country
err 'Several rows are called'
run 1 receive "$id" mine.csv --dry-run --format json
row=$(jq '[.rows[] | select(.key == "dc_country")][1].row' "$tmp/out")
run 1 receive "$id" mine.csv --take "$row"
run 0 show "$id" --answers
out 'value: "jp"'
no_out 'value: "abroad"'

# another session, another revision, no reference
run 2 receive "$id" twice.csv --all-valid
err 'another session'
grep -v '^,,日本国内のみ' mine.csv >single.csv
sed 's/:asking:2026-04-01/:asking:2025-04-01/' single.csv >revised.csv
run 1 receive "$id" revised.csv --all-valid
out 'another revision of the standard'
out 'taken: 0.'
sed 's/kijun:[^,]*//' single.csv >unsure.csv
run 1 receive "$id" unsure.csv --all-valid
out 'does not say which session'
out 'taken: 0.'

# what is no sheet, or not there
echo 'a,b' >other.csv
run 2 receive "$id" other.csv --dry-run
err 'other.csv'
run 2 receive "$id" nowhere.csv --dry-run
run 2 receive "$id" mine.csv --dry-run --format xml

# line by line: the same rows, one after the other
begin asking --title lines
sed "s/kijun:[a-z0-9]*:/kijun:$id:/" single.csv | sed 's/log_months$/log_months/; s/^\(.*\),,,,log_months/\1,one year,,,log_months/' >lines.csv
printf '%s\n' '' y n e .b q q | "$KIJUN" --linear receive "$id" lines.csv >"$tmp/out" 2>"$tmp/err" || fail "receive --linear"
out 'Nothing is taken yet'
out 'y takes it, n leaves it'
out 'Returned: Abroad, wholly or partly'
out 'Saved '
run 0 show "$id" --answers
out 'value: "abroad"'
no_out 'log_months'

# control sequences stay in the file
printf '回答,キー\n\033[2J\033]0;x\007\342\200\256,dc_country\n' >hostile.csv
run 1 receive "$id" hostile.csv --dry-run
harmless "$tmp/out"
finish
