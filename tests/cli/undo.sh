#!/bin/sh
# SPDX-License-Identifier: MIT
# Taking changes back, one at a time, to the beginning; the history keeps everything. usage: undo.sh KIJUN
KIJUN=$1 HERE=$(cd "$(dirname "$0")" && pwd)
. "$HERE/lib.sh"

begin sample --title 'Taking back'
run 2 undo "$id"
err 'nothing to take back'
run 0 answer "$id" kind=1 tier=2 summary=x erasure=met dc_country=jp
run 0 answer "$id" dc_country=abroad --note 'dc_country=seen in the contract'
run 0 show "$id" --format json
json .verdict '"not_selectable"'

# an answer and the note said with it go together
run 0 undo "$id"
out 'Japan only'
run 0 show "$id" --format json
json .verdict '"selectable"'
run 0 show "$id"
no_out 'seen in the contract'
run 0 list --format json
json '.[0].verdict' '"selectable"'
run 0 undo "$id"
out 'Country of the data'
run 0 show "$id" --format json
json .verdict '"incomplete"'
run 0 log "$id"
out 'taken back'
out 'seen in the contract'
run 0 verify "$id"

# what comes after an undo is taken back first
run 0 answer "$id" users=3
run 0 undo "$id"
run 0 undo "$id"
out 'Erasure can be proved'
run 0 show "$id" --answers
no_out 'users'

# parked answers come back with what is taken back
run 0 answer "$id" dc_country=jp
run 0 answer "$id" tier=tier1
run 0 show "$id" --format json
json '.parked' '["dc_country"]'
run 0 undo "$id"
run 0 show "$id" --format json
json '.parked' '[]'

while "$KIJUN" undo "$id" >"$tmp/out" 2>"$tmp/err"; do :; done
err 'nothing to take back'
run 0 show "$id" --format json
json .progress.answered 0
run 0 verify "$id"
run 0 export "$id" "$tmp/file.kijun"
run 0 --db "$tmp/other.db" import "$tmp/file.kijun"
run 0 --db "$tmp/other.db" verify

# who only reads takes nothing back
run 2 undo no-such-session

finish
