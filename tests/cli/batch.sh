#!/bin/sh
# SPDX-License-Identifier: MIT
# Many papers in one go: all of a session, one of many; stopped, and what was there already. usage: batch.sh KIJUN
HERE=$(cd "$(dirname "$0")" && pwd)
KIJUN=$1
. "$HERE/lib.sh"

files() {
    find "$1" -mindepth 1 | wc -l
}

# strikes SYSCALL:WHAT ARGS...: kijun with one system call made to go wrong; its status in $got
strikes() {
    blow=$1
    shift
    LSAN_OPTIONS=detect_leaks=0 strace -o /dev/null -e trace="${blow%%:*}" -e inject="$blow" "$KIJUN" "$@" >"$tmp/out" 2>"$tmp/err"
    got=$?
}

begin sample --title '../../hostile; $(touch pwned)'
run 0 answer "$id" kind=storage tier=tier2
first=$id
for i in 1 2 3 4 5 6; do
    begin sample --title "Session $i"
done

# ---- all papers of one session ----
run 0 print "$first" --all --format html -o papers/
is "$(files papers)" 2 'papers of one session'
err 'Files made in papers/: 2.'
run 0 print "$first" application --format html
cmp -s "$tmp/out" papers/application-"$first".html || fail 'the paper in the folder is another'
run 1 print "$first" --all --format html -o papers
err 'There already, and left as they were: 2.'
run 0 print "$first" --all --format html -o papers --force
err 'Files made in papers: 2.'
run 2 print "$first" --all
err 'folder'
run 2 print "$first" application --all -o papers
run 2 print --all -o papers
run 3 print "$first" --all -o no/such/folder
err 'could not be made'
[ ! -e pwned ] || fail 'a title was run'

# ---- one paper of many ----
run 0 print --every -o forms
is "$(files forms)" 7 'forms of all sessions'
err 'Files made in forms: 7.'
no_err '/7 '
run 0 print --every missing --search 'session 4' --format csv -o forms
is "$(files forms)" 8 'the missing items of one session'
run 1 print --every --verdict selectable -o forms
err 'No session fits.'
run 1 print --every --standard other -o forms
run 2 print --every ledgr -o forms
err 'None of these sessions has a paper "ledgr".'
run 2 print --every application "$first" -o forms
run 2 print --every --all -o forms
run 2 print --every --verdict good -o forms
run 2 print "$first" --verdict selectable
err 'every only'
run 2 print
err 'A word is missing. "kijun help print" shows what can be said.' # the usage would be cut

# a file that is there keeps the others from nothing; a folder in the way is told
rm -r forms
mkdir -p forms/application-"$first".txt
echo mine >forms/application-"$id".txt
run 1 print --every -o forms
err 'Files made in forms: 5.'
err 'left as they were: 2.'
is "$(cat forms/application-"$id".txt)" mine 'the file that was there'
run 1 print --every -o forms --force
err 'Files made in forms: 6.'
err 'is not an ordinary file'
[ "$(cat forms/application-"$id".txt)" != mine ] || fail 'it was not replaced when told to'

# a session that cannot be read is told, and the others are printed
cp data/kijun/kijun.db torn.db
sqlite3 torn.db "update entries set value = 'Session 9' where value = 'Session 6'"
rm -r forms
run 1 --db torn.db print --every -o forms
err "$id"
err 'Could not be made: 1.'
is "$(files forms)" 6 'the others'

# ---- a ledger of all in one table ----
shelf=$tmp/shelf
mkdir "$shelf"
cp -r "$HERE/checklists/sample" "$shelf/town"
mkdir "$shelf/town/training"
sed -i 's/^id: sample/id: town/' "$shelf/town/standard.yaml"
cat >"$shelf/town/documents/ledger.yaml" <<'YAML'
id: ledger
title: {ja: 台帳記載票, en: Ledger sheet}
file: {ja: 台帳記載票, en: ledger-sheet}
together:
  title: {ja: 台帳, en: The ledger}
  file: {ja: 台帳, en: ledger}
parts:
  - kind: fields
    fields:
      - {label: {ja: 用途, en: Purpose}, question: summary}
      - {label: {ja: 人数, en: Users}, question: users}
      - {label: {ja: 開始, en: From}, question: begins}
      - {label: {ja: 許可, en: Permitted}}
YAML
cat >"$shelf/town/training/01-storage.yaml" <<'YAML'
title: {ja: 保存, en: Storage}
story: {ja: 保存, en: Storage}
expect: {verdict: incomplete, missing: [], forbidding: [], advisory: [], clauses: []}
reason: {ja: 未定, en: Open}
answers: {kind: storage}
YAML
KIJUN_STANDARDS=$shelf
for i in 1 2; do
    begin town --title "Ledger $i"
    run 0 answer "$id" kind=storage tier=tier2 'summary==SUM(A1:A9), "x"' users=1$i begins=2026-08-0$i
done
run 0 new town --case 01-storage
run 0 print --every ledger --standard town --format csv
err 'Sessions in the table: 2. Practice sessions left out: 1.'
out "\"'=SUM(A1:A9), \"\"x\"\"\",11,"
is "$(grep -c SUM "$tmp/out")" 2 'rows'
run 0 --db practice.db new town --case 01-storage
run 1 --db practice.db print --every ledger --standard town --format csv
err 'No table was made. Practice sessions left out: 1.'
run 0 print --every ledger --standard town --lang ja -o all.json
is "$(jq -c '[.title, .standard, .blocks[0].columns, (.blocks[0].rows | map(.cells[2]))]' all.json)" \
    '["台帳","town",["番号","用途","人数","開始","許可","判定","セッション"],["12","11"]]' 'the ledger as data'
run 2 print --every ledger --standard town -o all.json
err 'exists already'
run 0 print --every ledger --standard town -o sheets
is "$(files sheets)" 3 'a sheet each'
run 2 print --every missing --standard town -o missing.csv
err 'for many in one table'
[ ! -e missing.csv ] || fail 'a table of nothing was written'
cp -r "$shelf/town" "$shelf/river"
sed -i 's/^id: town/id: river/' "$shelf/river/standard.yaml"
run 0 new river --title 'Elsewhere'
run 2 print --every ledger --search 'e' -o mixed.csv
err 'choose one with --standard'
KIJUN_STANDARDS=$HERE/checklists

# ---- stopped between two files ----
rm -r forms
strikes renameat2:signal=SIGINT:when=3 print --every --standard sample -o forms
is "$got" 1 'stopped'
err 'Stopped after 3 of 7; what was made is whole. Files made in forms: 3.'
is "$(files forms)" 3 'files after stopping'
for file in forms/*; do
    session=${file#forms/application-}
    run 0 print "${session%.txt}"
    cmp -s "$tmp/out" "$file" || fail "$file is not whole"
done
run 1 print --every --standard sample -o forms
err 'Files made in forms: 4.'
err 'left as they were: 3.'

# ---- the disk full, or gone: nothing half-written ----
for blow in write:error=ENOSPC:when=4 fsync:error=EIO:when=4 renameat2:error=EROFS:when=3; do
    rm -r forms
    strikes "$blow" print --every --standard sample -o forms
    is "$got" 3 "$blow"
    err 'could not be written'
    err 'Stopped after'
    is "$(find forms -name '.*' | wc -l)" 0 "what $blow left behind"
done

# ---- the names of all files are made to last at once, however many they are ----
rm -r forms
LSAN_OPTIONS=detect_leaks=0 strace -o "$tmp/calls" -e trace=fsync,fdatasync "$KIJUN" print --every --standard sample -o forms >"$tmp/out" 2>"$tmp/err" ||
    fail "under strace: $(cat "$tmp/err")"
is "$(grep -c sync "$tmp/calls")" 9 'syncs of seven files, their folder, and the one above'
rm -r forms
strikes fsync:error=EIO:when=9 print --every --standard sample -o forms
is "$got" 3 'a folder that cannot be synced'
err 'The files in forms are whole, but the system could not confirm'
err 'Files made in forms: 7.'
is "$(files forms)" 7 'files in a folder that cannot be synced'

# ---- what is of no use is left out, and can be asked for ----
cp -R "$HERE/checklists/sample" seldom
sed -i 's/^id: sample/id: seldom/' seldom/standard.yaml
sed -i "s/^parts:/relevant: \${kind} = 'sns'\n&/" seldom/documents/missing.yaml
begin ./seldom --title Seldom --db seldom.db
run 0 print --db seldom.db "$id" --all -o undecided
err 'Files made in undecided: 2.'
run 0 answer --db seldom.db "$id" kind=storage tier=tier2
run 0 print --db seldom.db "$id" --all -o seldom-papers
is "$(files seldom-papers)" 1 'papers of use'
err 'Papers left out, being of no use as things stand: 1.'
run 0 print --db seldom.db "$id" missing -o seldom-papers/missing.txt
run 1 print --db seldom.db --every missing --search seldom -o seldom-missing
err 'No file was made. Papers left out, being of no use as things stand: 1.'
finish
