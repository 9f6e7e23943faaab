#!/bin/sh
# SPDX-License-Identifier: MIT
# why and standard. usage: explain.sh KIJUN
KIJUN=$1 HERE=$(cd "$(dirname "$0")" && pwd)
. "$HERE/lib.sh"

begin sample
run 0 answer "$id" kind=storage
run 0 why "$id" dc_country
out 'not known yet whether it is asked'
out 'Confidentiality of the data'
run 0 answer "$id" tier=tier1
run 0 why "$id" dc_country
out 'It is not asked'
out 'Tier 2'
run 0 answer "$id" tier=tier2 dc_country=abroad
run 0 why "$id" dc_country
out 'It is asked'
out 'dc_in_japan'
run 0 why "$id" dc_in_japan
out 'It is not met'
out 'Abroad'
out 'Choose a service that keeps them in Japan'
out '"Country of the data": Japan only'
run 0 answer "$id" dc_country=jp
run 0 why "$id" dc_in_japan
out 'It is met'
run 0 why "$id" '3(1)ア'
out 'Keep data in the country'
out 'Replicas count too'
out 'question dc_country: Japan only'
out 'requirement dc_in_japan'
run 0 why "$id" erasure
out 'Erasure can be proved'
run 0 --lang ja why "$id" '3(1)ア'
out '国内に置く'

# the verdict, and the shortest way: by who can supply it, an answer given is changed only if it must be
run 0 answer "$id" dc_country=abroad
run 0 why "$id"
out 'It may not be chosen, because:'
out 'Data are kept abroad (3(1)ア)  [dc_in_japan]'
out '! "Country of the data": Japan only instead of Abroad'
out '"Summary": to be filled in  [summary]'
run 0 --lang ja why "$id" --way
out '「データの保存国」: 「国外を含む」ではなく「日本国内のみ」'
no_out 'kind'
run 0 why "$id" --format json
json .verdict '"not_selectable"'
json .way.result '"found"'
json .way.shortest true
json '.way.steps | map(select(.changes)) | map([.question, .value])' '[["dc_country","jp"]]'
json '.reasons[0].text' '"May not be selected"'
run 0 why "$id" erasure --format json
json .subject '"erasure"'
json '.reasons | map(select(.question == "tier")) | length > 0' true
run 0 why "$id" '3(1)ア' --format json
json '.reasons[0].id' '"3(1)ア"'
run 2 why "$id" erasure --way
err 'leave "erasure" out'
# what only makes the way short is not proposed
begin sample
run 0 why "$id" --way
out 'as it turns out (counted as "'
out 'Find out what "as it turns out" stands for'
run 0 why "$id" --format json
json '.way.steps | map(select(.fact)) | map(.question) | index("tier") != null' true

run 0 standard list
out sample
run 0 standard show sample
out 'dc_country'
out '1 jp  Japan only'
run 0 standard show "$HERE/checklists/sample"
out 'Sample Town'
run 0 standard coverage sample
out 'requirement certified'
out 'Not handled: 0.'

run 0 standard lint sample
out '0 errors, 0 warnings'

# a keeper's mistakes, all in one run, as a compiler tells them
mkdir broken bare
cp -r "$HERE/checklists/sample" broken
sed -i "s/\${dc_country} = 'jp'/\${dc_country} = 'jpn'/" broken/sample/stages/20-location.yaml
sed -i 's/binding: should/binding: shoud/' broken/sample/clauses.yaml
run 1 standard lint ./broken/sample
checks=$((checks + 1))
grep -qE '^stages/20-location\.yaml:[0-9]+:[0-9]+: error: .*jpn.*jp' "$tmp/err" || fail 'place and did-you-mean of a choice'
checks=$((checks + 1))
grep -qE '^clauses\.yaml:[0-9]+:[0-9]+: error: ' "$tmp/err" || fail 'place of a binding'
run 2 new ./broken/sample
run 2 standard lint nowhere
cp -r "$HERE/checklists/sample" bare
printf '  - {id: "6", binding: must, gist: {ja: 余り, en: Left over}}\n' >>bare/sample/clauses.yaml
run 1 standard coverage ./bare/sample
out 'NOT HANDLED'
run 1 standard lint ./bare/sample

# one vocabulary: one alone is held against the shelf, several against each other, a revision against none
mkdir shelf
cp -r "$HERE/checklists/sample" shelf/sample
cp -r "$HERE/checklists/sample" shelf/river
sed -i 's/^id: sample/id: river/' shelf/river/standard.yaml
sed -i '/id: users/,/label/s/type: integer/type: text/' shelf/river/stages/10-tier.yaml
run 1 standard lint ./shelf/river
run 1 standard lint sample ./shelf/river
err "stages/10-tier.yaml:37:5: error: 'users' is of type text here, but of type integer in sample (stages/10-tier.yaml:37:5)."
out 'sample: 0 errors, 0 warnings'
out './shelf/river: 1 error, 0 warnings'
export KIJUN_STANDARDS=$tmp/shelf
run 1 standard lint sample
err "'users' is of type integer here, but of type text in river (stages/10-tier.yaml:37:5)."
run 1 standard lint river
run 0 standard lint "$HERE/checklists/sample" sample
sed -i 's/^revision: .*/revision: "2027-04-01"/' shelf/river/standard.yaml
sed -i 's/^id: river/id: sample/' shelf/river/standard.yaml
mv shelf/sample "$tmp/before"
mv shelf/river shelf/sample
run 0 standard lint "$tmp/before/../shelf/sample"
mkdir shelf/broken
echo 'id: broken' >shelf/broken/standard.yaml
run 0 standard lint sample
err '"broken" is left out'
finish

# requirements that share a clause are told apart, and the clause once
KIJUN_STANDARDS=$HERE/../../checklists
run 0 new kamakura --case 05-high-abroad
id=$(cat "$tmp/out")
run 0 why "$id" tier
is "$(grep -c 'ISO/IEC 27001 and 27017 or equivalent' "$tmp/out")" 1 'times that the clause is told'
out 'Until when is the certificate valid?'
