#!/bin/sh
# SPDX-License-Identifier: MIT
# compare, and new --from: one set of answers under several standards. usage: compare.sh KIJUN
KIJUN=$1 HERE=$(cd "$(dirname "$0")" && pwd)
. "$HERE/lib.sh"

# A neighbour on the same shelf, where abroad is allowed but asks for a reason, files are unknown, users are written in words, a use may last
# to 2026 only, and somebody must be named.
shelf=$tmp/shelf
mkdir "$shelf"
cp -r "$HERE/checklists/sample" "$shelf/sample"
cp -r "$HERE/checklists/sample" "$shelf/river"
cd "$shelf/river" || exit 1
sed -i -e 's/^id: sample/id: river/' -e 's/見本町/川町/g' -e 's/Sample Town/River Town/' -e 's/en: Sample}/en: River}/' \
    -e "s/^  within: .*/  within: \${kind} != 'none'/" standard.yaml
sed -i -e "s/{id: sns,/{id: none, label: {ja: なし, en: None}}\\n      - {id: sns,/" -e '/{id: files/d' -e '/id: users/,/label/s/type: integer/type: text/' \
    -e 's/^    constraint: .*/    constraint: ". < '"'2027-01-01'"'"/' stages/10-tier.yaml
sed -i -e '/^    forbids: true/d' -e "s/pass: \${dc_country} = 'jp'/relevant: \${dc_country} = 'abroad'\\n    pass: answered(\${reason})/" stages/20-location.yaml
cat >>stages/10-tier.yaml <<'YAML'
  - id: contact
    type: text
    label: {ja: 担当者, en: Contact}
    required: true
    clauses: ["2"]
YAML
sed -i 's/^requirements:/  - id: reason\n    type: text\n    label: {ja: 国外でよい理由, en: Why abroad is acceptable}\n    relevant: ${dc_country} = '"'abroad'"'\n    clauses: ["3(1)ア"]\nrequirements:/' stages/20-location.yaml
cd "$tmp" || exit 1
export KIJUN_STANDARDS=$shelf
run 0 standard list
out 'River Town'

begin sample --title 'Where they part'
run 0 answer "$id" kind=storage tier=tier2 summary=Short dc_country=abroad certificate=no features='mail files' \
    users=12 begins=2026-08-01 ends=2027-03-31 --note dc_country='As told by phone'
sample=$id

# ---- side by side ----
run 0 compare "$sample"
out 'Where they part'
checks=$((checks + 1))
grep -qE '^ +Sample +River$' "$tmp/out" || fail 'the names are not side by side'
grep -qE '^  Verdict +Not selectable +Incomplete$' "$tmp/out" || fail 'verdicts'
grep -qE '^  Decided by +Review board +Review board$' "$tmp/out" || fail 'authorities'
grep -qE '^  Forbids +1 +0$' "$tmp/out" || fail 'forbids'
grep -qE '^  Country of the data +Abroad +forbids it +asks for more$' "$tmp/out" || fail 'where they part'
grep -qE '^ +3\(1\)ア +3\(1\)ア$' "$tmp/out" || fail 'where they part: the clauses'
out 'Forbids the service: 1'
out 'Data are kept abroad'
out 'To be asked by this standard alone: 2'
out 'Why abroad is acceptable'
out 'To be asked, for it is not answered yet: 1'
checks=$((checks + 1))
[ "$(awk '{ if (length($0) > 80) print }' "$tmp/out")" = "" ] || fail 'lines of more than 80 columns'
harmless "$tmp/out"
run 0 --lang ja compare "$sample"
out '選定不可'
out '川町'
out '判断の分かれる回答'

# ---- as a paper ----
for format in md html csv; do
    run 0 compare "$sample" -o compared.$format
    grep -q River compared.$format || fail "$format does not compare"
done
run 2 compare "$sample" -o compared.csv
err 'exists already'
run 2 compare "$sample" --format csv --encoding utf-16
run 0 compare "$sample" --columns 120
run 2 compare "$sample" --columns 120 --format md

# ---- for other programs ----
run 0 compare "$sample" --format json
json '[.session, .standard]' "[\"$sample\",\"sample\"]"
json '[.standards[] | [.standard, .verdict, .branch, .authority]]' \
    '[["sample","not_selectable","high","board"],["river","incomplete","high","board"]]'
json '[.standards[].forbidding | map(.requirement)]' '[["dc_in_japan"],[]]'
json '[.standards[1].further[] | [.question, .why]]' '[["contact","new"],["erasure","open"],["reason","new"]]'
json '.standards[1].left' \
    '[{"question":"ends","reason":"refused"},{"question":"users","reason":"other_type"},{"question":"features","reason":"unknown_choice"}]'
json '.partings[0] | [.question, .value, (.standings | map([.standard, .standing, .requirement]))]' \
    '["dc_country","abroad",[["sample","forbidden","dc_in_japan"],["river","weighed","dc_in_japan"]]]'
json '[.standards[1].more, .standards[0].more]' '[false,false]'

# a standard by name, a folder, the own one; the session's own comes first and once
run 0 compare "$sample" river --format json
json '[.standards[].standard]' '["sample","river"]'
run 0 compare "$sample" sample ./shelf/river --format json
json '[.standards[].standard]' '["sample","river"]'

# another revision of the own standard is another standard where it is named, and is left alone where it is not
cp -r "$HERE/checklists/sample" sample
sed -i 's/^revision: .*/revision: "2027-04-01"/' sample/standard.yaml
run 0 compare "$sample" ./sample --format json
json '[.standards[].revision]' '["2026-04-01","2027-04-01"]'
cp -r shelf later
rm -r later/sample
mv sample later/sample
KIJUN_STANDARDS=$tmp/later run 0 compare "$sample" --format json
json '[.standards[] | [.standard, .revision]]' '[["sample","2026-04-01"],["river","2026-04-01"]]'

# what cannot be read is told and hides nothing; named, it is an error
mkdir shelf/broken
echo 'id: broken' >shelf/broken/standard.yaml
run 0 compare "$sample" --format json
err 'The standard "broken" is left out'
json '[.standards[].standard]' '["sample","river"]'
run 2 compare "$sample" broken
err 'cannot be used'
run 2 compare "$sample" rivr
err 'river'
run 2 compare
run 2 compare nosuchsession
run 2 compare "$sample" --format xml
rm -r shelf/broken

# ---- a session from another's answers ----
cat >told.yaml <<'YAML'
erasure: {pending: {whom: sales, since: 2026-07-01}, evidence: [{title: Terms, place: shelf 3, seen: 2026-07-01}]}
YAML
run 0 answer "$sample" --file told.yaml
run 0 log "$sample"
cp "$tmp/out" before
run 0 new river --from "$sample"
id=$(cat "$tmp/out")
err 'Answers carried from "Where they part": 7. Left behind: 3.'
err '(ends): it is not allowed there'
err '(users): it is asked in another form'
err '(features): the choice does not exist there'
run 0 show "$id" --answers
out 'As told by phone'
out 'sales'
out 'shelf 3'
out '"abroad"'
no_out 'ends:'
run 0 show "$id" --format json
json '[.title, .standard, .verdict]' '["Where they part","river","incomplete"]'
run 0 verify
run 0 log "$sample"
checks=$((checks + 1))
cmp -s "$tmp/out" before || fail 'the session carried from has changed'

run 0 new river --from "$sample" --title 'Under River'
id=$(cat "$tmp/out")
run 0 show "$id" --format json
json .title '"Under River"'
run 0 compare "$id" --format json
json '[.standards[].standard]' '["river","sample"]'

# line by line: side by side, one in full, and a session begun under it after asking once
count=$("$KIJUN" list --format json | jq length)
printf '%s\n' o 2 '' 2n n 2n y q q | "$KIJUN" --linear open "$sample" >"$tmp/out" 2>"$tmp/err" || fail 'line by line'
out '2 River  Incomplete  Forbids 0'
out 'Sample: forbids it  3(1)ア'
out 'Why abroad is acceptable'
out 'Begin a session under River with the 7 answers that fit?'
out 'Begun under River. Answers carried: 7. Left behind: 3.'
is "$("$KIJUN" list --format json | jq length)" $((count + 1)) 'sessions'

# where the new session cannot be opened, the one before is still there to work on
checks=$((checks + 1))
printf '%s\n' o 2n y b .u q q | LSAN_OPTIONS=detect_leaks=0 strace -o /dev/null -e trace=flock -e inject=flock:error=ENOLCK:when=2+ \
    "$KIJUN" --linear open "$sample" >"$tmp/out" 2>"$tmp/err" || fail 'a session that cannot be opened'
out 'Who is editing cannot be noted'
out 'Taken back'

# from a session file too, and never half
run 0 export "$sample" one.kijun
run 0 new river --from one.kijun
run 0 list --format json
count=$(jq length "$tmp/out")
run 2 new river --from nosuchsession
run 2 new rivr --from "$sample"
run 2 new river --from "$sample" --answers told.yaml
err 'not both'
run 0 list --format json
json length "$count"
# a standard under which nothing is left says so
run 0 new "$HERE/../../checklists/kitakyushu" --case 40
read -r id <"$tmp/out"
run 0 compare "$id" "$HERE/../../checklists/otokuni"
out 'Nothing is missing.'

finish
