#!/bin/sh
# SPDX-License-Identifier: MIT
# The database and files, in good order and in bad. usage: store.sh KIJUN
KIJUN=$1 HERE=$(cd "$(dirname "$0")" && pwd)
. "$HERE/lib.sh"

begin sample --title T
run 0 answer "$id" kind=storage tier=tier2
db=$XDG_DATA_HOME/kijun/kijun.db
is "$(stat -c %a "$db")" 600 'only the user can read the database'

# a session file: read, worked on, taken in
run 0 export "$id" one.kijun
err 'Written to one.kijun.'
run 2 export "$id" -o one.kijun
err 'one.kijun exists already'
run 2 export "$id"
err 'Say one file to write'
run 2 export "$id" two.kijun -o three.kijun
err 'Say one file to write'
run 2 one.kijun
err 'kijun open one.kijun'
run 0 show ./one.kijun --format json
json .session "\"$id\""
run 0 show one.kijun
out 'Sample Town'
run 0 answer ./one.kijun dc_country=jp
run 0 show "$id" --format json
json '.missing|map(.requirement)|index("dc_in_japan")!=null' true
run 0 import one.kijun
out 'one.kijun: sessions that are new here or have grown: 1'
out "  $id  "
run 0 show "$id" --format json
json '.missing|map(.requirement)|index("dc_in_japan")!=null' false
run 0 import one.kijun
out 'nothing new, all of it is here already'
run 0 answer "$id" summary=here
run 0 answer ./one.kijun summary=there
run 2 import one.kijun
err "$id"
run 0 verify
run 0 verify one.kijun
run 0 --db other.db import one.kijun
run 0 --db other.db list
out T

# backup
run 0 backup copy.db
run 0 --db copy.db list --format csv
out "$id"
run 2 backup copy.db
run 2 --db none.db list
err none.db
is "$(test -e none.db && echo there)" '' 'a mistyped --db makes no file'

# output files
run 0 print "$id" -o form.txt
is "$(test -s form.txt && echo there)" there 'a form'
run 2 print "$id" -o form.txt
run 0 print "$id" -o form.txt --format html --force
is "$(head -c 9 form.txt | tr a-z A-Z)" '<!DOCTYPE' 'overwritten on demand'
run 0 print "$id" -o - --lang ja
out 利用申請書
run 3 print "$id" -o no/such/folder/form.txt
checks=$((checks + 1))
"$KIJUN" print "$id" >/dev/full 2>"$tmp/err"
is $? 3 'a full standard output'
err 'standard output'

# altered behind our back
cp "$db" altered.db
sqlite3 "$db" .tables >"$tmp/out" 2>&1
for table in $(cat "$tmp/out"); do
    sqlite3 altered.db "select sql from sqlite_schema where name = '$table'" | grep -q value && entries=$table
done
sqlite3 altered.db "update ${entries:-none} set value = 'tier1' where value = 'tier2'"
run 1 --db altered.db verify
err "$id"
# the standard kept with a session is not what it was: said, not read. A standard read before is kept by the cache, which here is another.
cp "$db" replaced.db
sqlite3 replaced.db "update files set bytes = cast(bytes || x'0a' as blob) where path = 'standard.yaml'"
XDG_CACHE_HOME=$tmp/empty
run 3 --db replaced.db show "$id"
err 'replaced.db holds what kijun never writes'
XDG_CACHE_HOME=$tmp/cache

# not ours
head -c 5000 "$KIJUN" >foreign.db
run 2 --db foreign.db list
err foreign.db
sqlite3 stranger.db 'create table t(x); insert into t values (1)'
cp stranger.db stranger.copy
run 2 --db stranger.db list
is "$(cmp stranger.db stranger.copy && echo same)" same 'a stranger is left as it was'
cp "$db" newer.db
sqlite3 newer.db 'pragma user_version = 9999'
run 2 --db newer.db list
err newer
cp "$db" damaged.db
dd if=/dev/zero of=damaged.db bs=512 seek=2 count=200 conv=notrunc 2>/dev/null
run 3 --db damaged.db show "$id"
is "$(test -s "$tmp/err" && echo said)" said 'damage is told'

# held by somebody else
hold=$db.$id.hold
printf 'suzuki (2001), host, pid 1\n' >"$hold"
checks=$((checks + 1))
flock "$hold" "$KIJUN" answer "$id" summary=stolen >"$tmp/out" 2>"$tmp/err"
is $? 3 'held by another'
err suzuki
printf 'suzuki (2001), desk-3, pid 1, 1999-12-31 09:15\n' >"$hold"
flock "$hold" "$KIJUN" answer "$id" summary=stolen >"$tmp/out" 2>"$tmp/err"
is $? 3 'held by another'
err 'suzuki (2001) has been working on this session since 1999-12-31 09:15, on desk-3.'
run 0 show "$id" --answers
out '"here"'

# locked by another program
mkfifo gate
sqlite3 "$db" <gate >/dev/null 2>&1 &
locker=$!
exec 9>gate
printf 'begin exclusive;\n.shell touch locked\n' >&9
while ! [ -e locked ]; do :; done
run 3 answer "$id" summary=late
exec 9>&-
wait "$locker"
run 0 show "$id" --answers
out '"here"'

# a disk that fills up
size=$(($(stat -c %s "$db") / 1024))
(
    ulimit -f "$size"
    "$KIJUN" answer "$id" "summary=$(head -c 60000 /dev/zero | tr '\0' b)" >"$tmp/out" 2>"$tmp/err"
)
is $? 3 'no room'
run 0 show "$id" --answers
out '"here"'
run 0 verify

# to be read only
mkdir shelf
cp "$db" shelf/ro.db
chmod 444 shelf/ro.db
chmod 555 shelf
chmod 755 "$tmp"
cp "$KIJUN" kijun # where that user can reach it
for command in list "show $id" "print $id"; do
    # shellcheck disable=SC2086
    as_user env HOME=/nonexistent XDG_CACHE_HOME=/nonexistent ./kijun --db shelf/ro.db $command >"$tmp/out" 2>"$tmp/err"
    is $? 0 "$command of a database that can only be read"
done
as_user ./kijun --db shelf/ro.db answer "$id" summary=x >"$tmp/out" 2>"$tmp/err"
is $? 3 'no answer into it'
err ro.db
err 'work in a copy'
mkdir -m 700 shelf/locked
as_user env XDG_CACHE_HOME=/nonexistent ./kijun show shelf/locked/one.kijun >"$tmp/out" 2>"$tmp/err"
err 'Permission denied'
as_user env HOME="$tmp/shelf" XDG_DATA_HOME= ./kijun list >"$tmp/out" 2>"$tmp/err"
is $? 3 'no database where nothing may be made'
err 'say another place with --db FILE'
finish
