#!/bin/sh
# SPDX-License-Identifier: MIT
# A standard is revised: what differs, which sessions it touches, and moving them. usage: move.sh KIJUN
KIJUN=$1 HERE=$(cd "$(dirname "$0")" && pwd)
. "$HERE/lib.sh"
top=$HERE/../..
export KIJUN_STANDARDS=$top/checklists KIJUN_NOW=1795132800 # 2026-11-20, of the training cases
"$HERE/../support/revise.sh" "$top/checklists" "$tmp/later" || exit 1
later=$tmp/later/kamakura

# answers CASE: those of a training case, as an answers file
answers() {
    sed -n '/^answers:/,/^expect:/s/^  //p' "$top/checklists/kamakura/training/$1.yaml" >"$tmp/$1.yaml"
}

answers 01-high-ismap
begin kamakura --title 'Online forms' --answers 01-high-ismap.yaml
full=$id
answers 40-low-pass
begin kamakura --title 'Low' --answers 40-low-pass.yaml
low=$id
begin kamakura --title 'Not begun'
empty=$id
begin tokyo --title 'Elsewhere'
tokyo=$id
run 0 export "$full" before.kijun

# ---- what differs
run 0 standard diff kamakura kamakura
out 'Nothing differs'
run 1 standard diff kamakura "$later"
out '4(3)ア(エ)'
out '+ key_destruction'
out '- consultation_result'
out 'unstated'
out '- In which country are the data stored?'
out '+ In which country are the data stored, copies included?'
no_err .
run 1 standard diff kamakura "$later" --format json
json '.old.revision' '"2024-05-23"'
json '.new.revision' '"2027-04-01"'
json '[.clauses[]|[.id,.change]]' '[["4(3)ア(エ)","new"]]'
json '[.questions[]|[.id,.change,(.what|join(" "))]]' \
    '[["dc_country","changed","label"],["governing_law","changed","choices"],["key_destruction","new",""],["consultation_result","gone",""]]'
json '[.requirements[]|[.id,.change,(.what|join(" "))]]' \
    '[["preferred_platform","changed","forbids binding"],["key_destruction","new",""]]'
json '.other' '[]'
json '.papers' '[]'
# only the sessions it changes, with the fewest questions to ask again
json '[.sessions[].title]|sort' '["Low","Online forms"]'
json '.untouched' 1
json '.sessions[]|select(.title=="Online forms")|[.verdict.before,.verdict.after]' '["selectable","incomplete"]'
json '.sessions[]|select(.title=="Online forms")|[.again[].question]' '["dc_country","governing_law","key_destruction"]'
json '.sessions[]|select(.title=="Low")|[.again[].question]' '["dc_country","governing_law"]'
run 1 standard diff "$full" "$later"
run 1 standard diff before.kijun "$later" --lang ja
out '条項の違い 1 件'
run 1 standard diff "$later" kamakura
out '- key_destruction'
run 2 standard diff kamakura nowhere
run 2 standard diff kamakura
err 'Usage: kijun standard diff OLD NEW [--format text|json]'
run 2 standard
err '"kijun help standard" shows what can be said'
run 2 standard nonsense
err '"kijun help standard" shows what there is'
run 1 standard diff kamakura kitakyushu
err 'kamakura and kitakyushu are two standards'
run 2 standard diff kamakura "$later" --format csv
mkdir -p papers
cp -R "$later" papers/kamakura
sed -i '1a # a remark' papers/kamakura/standard.yaml
run 0 standard diff "$later" papers/kamakura
rm papers/kamakura/documents/missing.yaml
run 1 standard diff "$later" papers/kamakura --format json
json '.papers' '[{"file":"documents/missing.yaml","change":"gone"}]'

# ---- beforehand
run 0 show "$full" --format json
cp out shown.json
run 0 move "$full" "$later" --dry-run
out 'Selectable -> Incomplete'
out 'To be asked again: 3'
out 'Asked before: In which country are the data stored?'
out 'Answer before the revision: Japan only'
out 'This question is new.'
out 'No longer asked: 1'
out 'Nothing was changed'
run 0 move "$full" "$later" -n --format json
json '.moved' false
json '[.again[]|[.question,.new,(.changed|join(" ")),.value]]' \
    '[["dc_country",false,"label","jp"],["governing_law",false,"choices","jp"],["key_destruction",true,"",null]]'
json '[.gone[].question]' '["consultation_result"]'
json '.gone[0].value|length > 0' true
json '[.come[]|[.requirement,.kind]]' \
    '[["dc_in_japan","missing"],["japanese_law_applies","missing"],["key_destruction","missing"]]'
json '.go' '[]'
json '.carries|length' 28
run 0 show "$full" --format json
is "$(cmp out shown.json && echo same)" same 'a rehearsal changes nothing'
run 2 move "$full"
err 'already'
run 2 move "$full" tokyo
err 'another standard'
run 2 move "$full" nowhere
run 2 move
run 2 move nobody "$later"

# ---- moved
run 0 move "$full" "$later" --format json
json '.moved' true
json '.verdict.after' '"incomplete"'
run 0 show "$full" --format json
json .revision '"2027-04-01"'
json .verdict '"incomplete"'
json '[.former[]|[.question,.value]]' '[["dc_country","jp"],["governing_law","jp"]]'
json '[.missing[].requirement]' '["dc_in_japan","japanese_law_applies","key_destruction"]'
json '.progress.answered' 27
run 0 show "$full"
out 'Answer before the revision: Japan only'
run 0 show "$full" --answers
no_out dc_country
no_out consultation_result
run 0 list --format json
json ".[]|select(.session==\"$full\")|.revision" '"2027-04-01"'
# what was, in the words it had then
run 0 why "$full" dc_country
out 'Question before the revision:'
out 'In which country are the data stored?'
out 'Japan only'
run 0 print "$full" application
no_out 'Japanese law only'
run 0 log "$full"
out 'moved to another revision'
out 'Kamakura City Standard for the Use of External Services, revision'
out '2024-05-23 #'
out '2024-05-23 -> 2027-04-01; answers that stay as they are: 28'
out 'consultation_result'
out 'Japan only'
run 0 log "$full" --format json
json '.[-1].what' '"move"'
run 0 verify
out 'Problems: 0.'

# a session that nobody moved is as it was
run 0 show "$low" --format json
json '.revision' '"2024-05-23"'
json '.former' '[]'

# answered again: the former answer is only remembered
run 0 answer "$full" dc_country=jp governing_law=jp key_destruction=met
run 0 show "$full" --format json
json .verdict '"selectable"'
json .former '[]'
run 0 why "$full" dc_country
out 'Answer before the revision:'

# ---- out and in
run 0 export "$full" after.kijun
run 0 verify after.kijun
run 0 show after.kijun --format json
json .revision '"2027-04-01"'
run 0 --db elsewhere.db import before.kijun
run 0 --db elsewhere.db show "$full" --format json
json .revision '"2024-05-23"'
run 0 --db elsewhere.db import after.kijun
out ': 1'
run 0 --db elsewhere.db show "$full" --format json
json .revision '"2027-04-01"'
json .verdict '"selectable"'
run 0 --db elsewhere.db import after.kijun
out 'nothing new, all of it is here already'
run 0 --db elsewhere.db import before.kijun
out 'nothing new, all of it is here already'
run 0 --db elsewhere.db verify
run 0 --db fresh.db import after.kijun
run 0 --db fresh.db verify
run 0 --db fresh.db why "$full" dc_country
out 'In which country are the data stored?'
run 0 backup copy.db
run 0 --db copy.db verify

# ---- back to the older revision, which is a move like any other
run 0 move "$full"
run 0 show "$full" --format json
json .revision '"2024-05-23"'
json '[.former[]|[.question,.value]]|map(select(.[0]!="consultation_result"))' '[["dc_country","jp"],["governing_law","jp"]]'
json '[.former[].question]|index("consultation_result")!=null' true
run 0 log "$full"
out '2027-04-01 -> 2024-05-23'
run 0 move "$full" "$later"
run 0 verify
run 0 export "$full" twice.kijun
run 0 --db fresh.db import twice.kijun
out ': 1'
run 0 --db fresh.db verify

# the summary is that of the new revision even where nothing was answered
run 0 move "$empty" "$later"
out 'Answers that stay as they are: 0'

# ---- the same line by line: told, looked at, refused, moved, and the answers there were confirmed by an empty line
cp -R "$top/checklists/tokyo" "$tmp/later/tokyo"
begin kamakura --title 'By lines'
lines=$id
run 0 answer "$lines" service_kind=cloud purpose=p data_handled=d tier=tier2 dc_country=jp governing_law=jp --note 'dc_country=two sites'
checks=$((checks + 1))
printf '%s\n' .r '' .r m n m y '' '' .q q |
    KIJUN_STANDARDS=$tmp/later "$KIJUN" --linear open "$lines" >"$tmp/out" 2>"$tmp/err" || fail 'moved line by line'
harmless "$tmp/out"
out 'The standard has been revised (2027-04-01)'
out 'To be asked again: 3'
out 'Move this session to the revision 2027-04-01?'
out 'The session was moved.'
out 'Answer before the revision: Japan only (Enter confirms it)'
out 'What changed: choices'
is "$(grep -c 'Saved 0' "$tmp/out")" 3 'moved, and two answers confirmed'
run 0 show "$lines" --format json
json .revision '"2027-04-01"'
json .former '[]'
run 0 show "$lines"
out 'Note: two sites'
run 0 log "$lines" --format json
json '[.[]|select(.what=="move")]|length' 1
json '.[-1].subject' '"governing_law"'

# ---- damage is found
cp "$XDG_DATA_HOME/kijun/kijun.db" damaged.db
sqlite3 damaged.db "update entries set value = replace(value, 'tier', 'tiro') where what = 'move'"
run 1 --db damaged.db verify
err 'does not follow'
cp elsewhere.db damaged.db
sqlite3 damaged.db "update files set bytes = cast(replace(bytes, 'Japan only', 'Japan ONLY') as blob)
    where path = 'stages/20-location.yaml' and standard = 1"
rm -rf "$XDG_CACHE_HOME"
run 1 --db damaged.db verify
err 'is not the one'
# but what is needed is at hand: it can still be read, only not in the words of then
run 0 --db damaged.db why "$full" dc_country
out 'before the revision:'
no_out 'Japan ONLY'
run 0 --db damaged.db show "$full"

# nobody moves what can only be read
mkdir shelf
run 0 export "$low" shelf/low.kijun
chmod 444 shelf/low.kijun
chmod 555 shelf
chmod 755 "$tmp"
cp "$KIJUN" kijun # where that user can reach it
checks=$((checks + 1))
for how in --dry-run --format=text; do
    as_user env HOME=/nonexistent XDG_CACHE_HOME=/nonexistent ./kijun move shelf/low.kijun "$later" $how >"$tmp/out" 2>"$tmp/err"
    is $? "$([ $how = --dry-run ] && echo 0 || echo 3)" "move $how of a file that can only be read"
done
err low.kijun
finish
