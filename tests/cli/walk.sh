#!/bin/sh
# SPDX-License-Identifier: MIT
# A session from beginning to end by commands alone. usage: walk.sh KIJUN
KIJUN=$1 HERE=$(cd "$(dirname "$0")" && pwd)
. "$HERE/lib.sh"

run 0 list
out 'There is no saved session.'
begin sample --title '庁内ファイル共有の試行'
is "$(wc -l <"$tmp/out")" 1 'new prints one line'
is "$(printf %s "$id" | tr -d a-z0-9 | wc -c)" 0 'an id is letters and digits'
run 0 show "$id"
out '庁内ファイル共有の試行'
out 'Sample Town external service standard (2026-04-01)'

# every way of giving a value
run 0 answer "$id" kind=1 'tier=機密性2' 'summary==1+1' begins=R8.11.20 'ends=令和9年3月31日' users=１２ 'features=chat mail'
out 'Saved.'
no_err 'kijun:'
run 0 show "$id" --answers
out 'kind: "storage"'
out 'tier: "tier2"'
out 'summary: "=1+1"'
out 'begins: "2026-11-20"'
out 'ends: "2027-03-31"'
out 'users: "12"'
out 'features: ["mail", "chat"]'

# missing, then not
run 1 missing "$id"
out '3(1)ア'
run 0 answer "$id" 'erasure=?the provider' dc_country=jp --note 'dc_country=seen in the contract'
run 1 missing "$id"
out 'Erasure can be proved'
run 0 show "$id"
out 'the provider'
out 'Note: seen in the contract'
run 0 answer "$id" erasure=met
run 0 missing "$id"
run 0 show "$id" --format json
json .verdict '"selectable"'
run 0 answer "$id" dc_country=abroad
run 0 show "$id" --format json
json .verdict '"not_selectable"'
json '.forbidding|map(.requirement)' '["dc_in_japan"]'
run 0 answer "$id" dc_country=
run 0 show "$id" --format json
json '.missing|map(.requirement)' '["dc_in_japan"]'
run 0 answer "$id" kind=storage
out 'Nothing to save'

# parked answers
run 0 answer "$id" dc_country=jp tier=tier1
err '"dc_country" is not asked'
run 0 show "$id" --format json
json '.parked' '["dc_country","erasure"]'
json .branch '"low"'
json .authority '"chief"'
run 0 answer "$id" tier=tier2
run 0 show "$id" --format json
json '.parked' '[]'
json .verdict '"selectable"'

# beginnings of ids; several sessions
begin sample --title second
second=$id
run 0 show "$(printf %s "$second" | cut -c1-7)"
out second
run 0 list --format csv
is "$(wc -l <"$tmp/out")" 3 'a head and two lines'
run 0 list --search SECOND
out second
no_out '庁内'
run 0 list --format json
json length 2
json 'map(.progress|keys)|flatten|unique' '["answered","required"]'

# the history
run 0 log "$second"
out begun
run 0 log "$second" --format json
json 'map(.what)' '["begin","title"]'
json 'map(.seq)' '[1,2]'
json '.[0].time' '"2026-07-03T01:00:00Z"'
is "$(jq -r '.[0].actor' "$tmp/out")" "$(id -un) ($(id -u))" 'the actor'
USER=somebody LOGNAME=somebody run 0 log "$second" --format json
is "$(jq -r '.[0].actor' "$tmp/out")" "$(id -un) ($(id -u))" 'the actor is never $USER'
finish
