#!/bin/sh
# SPDX-License-Identifier: MIT
# The line-by-line front end: what lines do, and that bad ones do nothing. usage: linear.sh KIJUN
KIJUN=$1 HERE=$(cd "$(dirname "$0")" && pwd)
. "$HERE/lib.sh"

# lines ARGS...: kijun --linear with standard input as typed
lines() {
    checks=$((checks + 1))
    "$KIJUN" --linear "$@" >"$tmp/out" 2>"$tmp/err" || fail "kijun --linear $*"
    harmless "$tmp/out"
}

# answer QUESTION WANT: what the session says, as show --answers has it
answer() {
    "$KIJUN" show "$id" --answers >"$tmp/answers"
    is "$(sed -n "s/^$1: //p" "$tmp/answers")" "$2" "$1"
}

# from nothing: a session is begun, and every kind of question answered
printf '%s\n' n 1 'File sharing' '1?' 1 2 'first line' 'second line' . R8.11.20 2027-03-31 １２ '1 3' q q | lines
out 'There is no saved session yet'
out 'Sample Town'
out 'Kind of service'
out 'Questions added'
out 'Saved'
is "$(grep -c '^  Saved [0-9:]*: Storage$' "$tmp/out")" 1 'the answer that a number was'
out '= 20 November 2026 (Reiwa 8)'
id=$("$KIJUN" list --format csv | sed -n '2s/,.*//p')
answer kind '"storage"'
answer tier '"tier2"'
answer summary '"first line\nsecond line"'
answer begins '"2026-11-20"'
answer ends '"2027-03-31"'
answer users '"12"'
answer features '["mail", "chat"]'

# the help is about lines: what can be typed, and no key that only a screen has
begin sample --title helped
printf '%s\n' '?' '' 1 2 '.?' '' .q q | lines open "$id"
out 'Commands here'
out '  N  '
out '  .b '
for key in PgDn Left Ctrl-L 1-9 'Up k' Mouse; do
    is "$(grep -c -e "$key" "$tmp/out")" 0 "$key in the help"
done

# what is not understood changes nothing, and the question is told again
begin sample --title again
printf '%s\n' 9 0 nonsense '' '2x' '1 2' q q | lines open "$id"
is "$(grep -c '1-1 Kind of service' "$tmp/out")" 7 'the question is told again'
for typed in 9 0 nonsense 2x '1 2'; do
    out "\"$typed\" is none of the numbers and letters told here."
done
answer kind ''
printf 'a\377b\n' | lines open "$id"
out 'not UTF-8'
answer kind ''

# a choice looked at is not taken; an answer that stands is passed by an empty line
printf '%s\n' '1?' q q | lines open "$id"
out 'Questions added'
answer kind ''
printf '%s\n' 1 b '' q q | lines open "$id"
answer kind '"storage"'
out '1-2 Confidentiality'

# only to be read: a number tells what the choice would do, and nothing is answered
printf '%s\n' 2 q q | lines open "$id" --read
out 'Opened to be read'
answer kind '"storage"'

# asking before answers are set aside; no is no
run 0 answer "$id" tier=2 summary=x dc_country=jp
printf '%s\n' 1 n q q | lines open "$id"
out 'Answers set aside'
answer tier '"tier2"'
printf '%s\n' 1 はい .q q | lines open "$id"
answer tier '"tier1"'
run 0 answer "$id" tier=2

# commands: notes, asking, stages, missing, why, papers, search, language, help
begin sample --title 'Commands'
run 0 answer "$id" kind=1 tier=2
printf '%s\n' .n 'a note' 'of two lines' . .1 'Mr Sato' .b .w '' .b c '' s 2 q q | lines open "$id"
out 'a note'
out 'Clauses:'
run 0 show "$id"
out 'of two lines'
out 'Mr Sato'
printf '%s\n' .m 1w '' 1 q q | lines open "$id"
out 'Decided by'
# a decision: a choice, lines, and a day after them
printf '%s\n' .m d 3 yearly logs . R8.7.1 '' q q | lines open "$id"
out 'Approved on conditions (2026-07-01)'
out 'Conditions of the approval: 2'
out '2 logs'
run 0 review "$id"
out 'Approved on conditions: 2026-07-01'
run 0 review "$id" none
# a paper looked at first, as text in lines of 60, in a folder that is made when asked
printf '%s\n' .m p v '' '' 3 '' 60 "$tmp/papers" form.txt '' y q q | lines open "$id"
out 'Plain text, for the screen and for mail'
out 'INCOMPLETE'
out 'There is no folder'
out "Written to $tmp/papers/form.txt."
checks=$((checks + 1))
"$KIJUN" print "$id" application >"$tmp/wide"
[ -s "$tmp/papers/form.txt" ] || fail 'the paper was not written'
cmp -s "$tmp/papers/form.txt" "$tmp/wide" && fail 'lines of 60 are as those of 80'
# the folder kijun was started in was removed: no paper goes there, and that is said
mkdir gone
cd gone || exit 1
rmdir ../gone
printf '%s\n' .m p '' 3 '' '' '' form.txt '' b .q q | lines open "$id"
cd "$tmp" || exit 1
out 'form.txt'
out 'No such file or directory'
printf '%s\n' '.?' '' .L '.?' '' .q q | lines open "$id" --lang ja
out '一行ずつの操作'
out 'Line by line'
printf '%s\n' / again 1 .q q | lines
out '1-3 Summary'

# evidence, with a date that is none
printf '%s\n' .e 1 'Terms of use' 'binder 3' 'no day' '' '' 2026-11-20 '' '' b .q q | lines open "$id"
out 'is not a date'
run 0 show "$id"
out 'Terms of use'

# evidence from a folder: what is no text is not taken, a filter shortens the list, and the file's size and digest are told
mkdir -p "$tmp/docs/old"
printf 12345 >"$tmp/docs/terms.pdf"
printf x >"$tmp/docs/$(printf 'esc\033[31m')"
printf '%s\n' .e 2 Terms .files /docs 2 3 /pdf 2 '' '' '' '' b .q q | lines open "$id"
out '.files Files'
out "$tmp/docs"
out 'esc<U+001B>[31m'
out 'bytes that are no text'
out '= a file of 5 bytes, digest #'
run 0 show "$id"
out "$tmp/docs/terms.pdf"

# of a long folder the first names, and how to find the others
mkdir -p "$tmp/long"
(cd "$tmp/long" && touch $(seq -f 'file%g' 150))
printf '%s\n' .e 3 More .files /long 2 /file150 2 .b .b .q q | lines open "$id"
out '51 more: /word lists the names that hold it.'
out '100 file99'
no_out '101 file100'
out "$tmp/long/file150"

# why, in numbered lines: one that is not there changes nothing, a letter asks why of it, a number goes there
begin sample --title why
run 0 answer "$id" kind=1 tier=2
printf '%s\n' .m v 99 1w '' 2 .q q | lines open "$id"
out '  1 - "Summary": to be filled in'
out '  2 - "Country of the data": has to be "Japan only"'
is "$(grep -c '1 - "Summary": to be filled in' "$tmp/out")" 3 'told, told again, and after coming back'
out '  1 - '\''Kind of service'\'' is answered '\''Storage'\'
out '2-1 Country of the data'
printf '%s\n' .m 1w '' 1 .q q | lines open "$id"
is "$(grep -c '^1-3 Summary' "$tmp/out")" 1 'the number of a missing item goes there'

# by name at home: a job, or a standard to begin under
printf '%s\n' ':settings' b ':sample' 'By its name' .q ':quit' | lines
out 'You, as the applicant'
out '[1 Confidentiality'
out '1 By its name'

# a session file: opened from home, its answers saved in it; or taken in, and then at home; or nothing, with the reason
begin sample --title 'Sent by file'
run 0 export "$id" sent.kijun
printf '%s\n' f sent.kijun 1 '' 2 q q | lines
out 'Open a session file'
out '.files Files'
out '1 (*) that file, to be sent back'
out 'You work in the file sent.kijun'
answer kind ''
is "$("$KIJUN" show sent.kijun --answers | sed -n 's/^kind: //p')" '"sns"' 'the answer in the file'
printf '%s\n' f sent.kijun 2 '' 1 q q | lines --db other.db
out 'If somebody sent you a session as a file, press f'
out 'Taken into your own list'
out '1 Sent by file'
printf '%s\n' f nowhere.kijun '' '' .b q | lines
out 'There is no file nowhere.kijun.'
printf '%s\n' ':file' "$tmp/docs/terms.pdf" '' '' .b q | lines
out 'terms.pdf is not a file of kijun'

# and one is written: of a session on the list, or the open one, beside the file that is there
printf '%s\n' 1x "$tmp" out.kijun '' .b q | lines
out 'Write a session file'
out 'out.kijun. Whoever gets it opens it'
printf '%s\n' ':export' "$tmp" out.kijun '' '' '' .b .q q | lines open "$id"
out 'out.kijun already, and it stays'
out '| out-2.kijun'
out 'out-2.kijun. Whoever gets it opens it'
printf '%s\n' f out-2.kijun 1 '' q q | lines --db none.db
out 'You work in the file'

# the end of input is the end of the work, whatever was being typed
printf '%s' 'half a li' | lines open "$id"
printf '%s\n' 'no end to this' | lines open "$id"
: | lines open "$id"

# hostile text is shown harmlessly
begin sample --title "$(printf 'x\342\200\256y')"
: | lines
out '<U+202E>'


# many answers in the list of stages: each is recorded and its effect told, and the list only when its numbers change
begin sample --title list
printf '%s\n' s '1 1' '2 2' f q q | lines open "$id"
answer kind '"storage"'
answer tier '"tier2"'
out 'Kind of service -> '
out 'Still open'

# a search in one line; what is not asked says why
printf '%s\n' /summary 1 ./zzz '' .q q | lines open "$id"
out 'Questions'
out '1-3 Summary'
out 'Nothing is found.'

# everything by its name in one line; a slip is guessed at
printf '%s\n' .:missing b .:mising '' .:features .:tier .q q | lines open "$id"
out 'Missing'
out 'did you mean "missing"?'
out 'Confidentiality'

# a long text in the person's own editor: the field's and a note's; without one, or where one fails, what was there stays
begin sample --title editor
run 0 answer "$id" kind=1 tier=2
printf 'cat "$1" >>"$0.seen"; printf "from the\neditor\n" >"$1"\n' >"$tmp/editor"
VISUAL=false EDITOR=false
export VISUAL EDITOR
printf '%s\n' .edit q q | lines open "$id"
out 'The editor failed (1)'
VISUAL="sh $tmp/editor"
printf '%s\n' 'typed' . .b .edit '' .b .n .edit '' .q q | lines open "$id"
out '.edit Editor'
out 'The text from the editor is in the field'
out '| from the'
is "$(cat "$tmp/editor.seen")" typed 'what the editor was given'
run 0 show "$id" --answers
out 'value: "from the\neditor"'
out 'note: "from the\neditor"'

# what another holds can be read: who it is and since when is said, and no command is offered that would only be refused
hold=$XDG_DATA_HOME/kijun/kijun.db.$id.hold
printf 'suzuki (2001), desk-3, pid 1, 2026-07-02 09:15\n' >"$hold"
checks=$((checks + 1))
printf '%s\n' .m b .q q | flock "$hold" "$KIJUN" --linear open "$id" >"$tmp/out" 2>"$tmp/err" || fail 'kijun --linear of a session held'
out '! suzuki (2001) has been working on this since 2026-07-02 09:15, on desk-3. You'
out 'w Why'
no_out 'Undo'
no_out '.edit'
no_out '.n Note'
checks=$((checks + 1))
printf '%s\n' '?' '' '' begins b w '' g '2?' '' q q | flock "$hold" "$KIJUN" --linear open "$id" >"$tmp/out" 2>"$tmp/err" || fail 'reading what is held'
out 'This session can only be read for now'
out 'w              says why this question is asked'
no_out 'writes a note'
no_out '3y'
out 'Letter, or Enter to go on> '
out 'Number tells what a choice would do, Enter goes on> '
no_out 'Text'
no_out 'Number (3?'
no_out '! '"suzuki (2001) is"

# and taken over once they have left it
mkfifo "$tmp/typed"
flock -F "$hold" sleep 60 &
holder=$!
while flock -n "$hold" true; do :; done
: >"$tmp/out" # what was told before is not waited for
"$KIJUN" --linear open "$id" <"$tmp/typed" >"$tmp/out" 2>"$tmp/err" &
reader=$!
exec 9>"$tmp/typed"
while ! grep -q 'has been working on this' "$tmp/out"; do :; done
kill "$holder"
wait "$holder" || :
printf '%s\n' m t q q >&9
exec 9>&-
checks=$((checks + 1))
wait "$reader" || fail 'kijun --linear of a session left'
out 'Nobody else is working on this session any more: t lets you change it.'
out 'You can change this session now.'
out '  r Read reply'

# what another has said meanwhile is not what one has saved oneself
run 0 export "$id" "$tmp/copy.kijun"
run 0 answer "$tmp/copy.kijun" 'begins=R8.11.20'
printf '"%s" import "%s" && printf "meanwhile" >"$1"\n' "$KIJUN" "$tmp/copy.kijun" >"$tmp/editor"
printf '%s\n' .edit '' .q q | lines open "$id"
out 'changed this session'
no_out 'Saved'
run 0 show "$id" --answers
out 'from the'
out 'begins: "2026-11-20"'
unset VISUAL EDITOR
printf '%s\n' .edit q q | lines open "$id"
out 'No editor is named'

# what does not apply asks before it sets answers aside, and then for its reason
mkdir "$tmp/aside"
cp -R "$HERE/../checklists/sample" "$tmp/aside"
cat >"$tmp/aside/sample/stages/30-aside.yaml" <<'YAML'
id: aside
label: {ja: 保存, en: Keeping}
phase: apply
source: own
questions:
  - id: kept
    type: check
    label: {ja: データは消去されますか, en: Are the data erased?}
    na_allowed: true
    finding: {ja: 消去されません, en: They are not erased}
    open: {ja: 消去されるか分かりません, en: Whether they are erased is not known}
    remedy: {ja: 消去させてください, en: Have them erased}
    clauses: ["1"]
  - {id: how, type: text, label: {ja: 方法, en: How}, relevant: "${kept} != 'na'", clauses: ["1"]}
YAML
begin "$tmp/aside/sample" --title aside
run 0 answer "$id" kept=met how=shredded
printf '%s\n' .:kept 3 n 3 y 'nothing is kept' . q q | lines open "$id"
is "$(grep -c 'Answers set aside: 1' "$tmp/out")" 2 'times that it asks'
out 'Why does this not apply?'
run 0 show "$id"
out 'Not applicable'
out 'nothing is kept'

# what the settings would fill in is told once
KIJUN_STANDARDS=$HERE/../../checklists
begin kamakura --title 'By hand'
run 0 answer "$id" service_kind=cloud
printf '%s\n' .:applicant_section 福祉課 .:applicant_name '佐藤 花子' .q q | lines open "$id"
is "$(grep -c '^Put into the settings' "$tmp/out")" 1 'times that the settings are told of'
answer applicant_name '"佐藤 花子"'

finish
