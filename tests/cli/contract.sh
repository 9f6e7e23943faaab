#!/bin/sh
# SPDX-License-Identifier: MIT
# What other programs build on: kijun show --format json, answers files, exit statuses. usage: contract.sh KIJUN
KIJUN=$1 HERE=$(cd "$(dirname "$0")" && pwd)
. "$HERE/lib.sh"

begin sample --title T
run 0 show "$id" --format json
json keys_unsorted '["session","title","standard","revision","branch","authority","verdict","progress","missing","forbidding","advisory","parked","former","review"]'
json '[.session,.title,.standard,.revision]' "[\"$id\",\"T\",\"sample\",\"2026-04-01\"]"
json '[.branch,.authority]' '[null,null]'
json .verdict '"incomplete"'
json '.progress|keys_unsorted' '["answered","required"]'
json '.missing[0]|keys_unsorted' '["requirement","clauses","binding","phase","result","finding","remedy","source"]'
json '.missing|map(.requirement)' '["kind"]'
run 0 answer "$id" kind=storage tier=tier2 summary=x certificate=no
run 0 show "$id" --format json
json '.missing|map([.requirement,.result,.source,.binding,.phase])' '[["dc_in_japan","open","provider","must","select"],["erasure","open","provider","must","select"]]'
json '.missing[0].clauses' '["3(1)ア"]'
json '.advisory|map([.requirement,.result,.binding,.finding])' '[["certified","fail","should","There is no certificate"]]'
run 0 --lang ja show "$id" --format json
json '.advisory[0].finding' '"認証がありません"'
run 0 answer "$id" kind=sns
run 0 show "$id" --format json
json .verdict '"out_of_scope"'

# hostile text comes through whole, and harmless on the way
printf '%s\n' 'kind: storage' 'tier: tier2' 'summary: "a\tb\nc: \"d\" \\ # \u202Eevil\u2028x 葛\U000E0100 '\''e'\'' =1 \uFEFF"' \
    'erasure: {value: met, note: "- n\u200B\n", evidence: [{title: "登録証 \u202E", place: "C:\\x", seen: R8.7.1, expires: "2027-03-31"}]}' \
    'dc_country: {value: jp, pending: {whom: "?[山田]: \u202E"}}' 'features: [chat, mail]' 'users: 7' >answers.yaml
begin sample --answers answers.yaml
first=$id
run 0 show "$first" --answers
harmless "$tmp/out"
sed 1d "$tmp/out" >written.yaml
begin sample --answers written.yaml
run 0 show "$id" --answers
sed 1d "$tmp/out" >again.yaml
is "$(cat again.yaml)" "$(cat written.yaml)" 'answers written, read and written again'
is "$(grep -c 'since: "2026-07-03"' written.yaml)" 1 'since when'
run 0 show "$first" --format json
jq 'del(.session)' "$tmp/out" >first.json
run 0 show "$id" --format json
jq 'del(.session)' "$tmp/out" >second.json
is "$(cat second.json)" "$(cat first.json)" 'the same answers amount to the same'
"$KIJUN" show "$first" --answers | "$KIJUN" new sample --answers - >"$tmp/out"
run 0 show "$(cat "$tmp/out")" --answers
is "$(sed 1d "$tmp/out")" "$(cat written.yaml)" 'through a pipe'
run 0 answer "$first" --file written.yaml
out 'Nothing to save'
begin sample
run 0 show "$id" --answers
is "$(sed 1d "$tmp/out")" '{}' 'no answers'

# help and versions are no errors, and say so on standard output
for command in new open list show answer missing print why standard log verify export import backup help; do
    run 0 "$command" --help
    out "Usage: kijun $command"
    cp "$tmp/out" help.txt
    run 0 help "$command"
    is "$(cat "$tmp/out")" "$(cat help.txt)" "help $command"
done
run 0 --version
out 'kijun '
run 0 help
out standard
finish
