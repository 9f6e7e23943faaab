#!/bin/sh
# SPDX-License-Identifier: MIT
# Every command that writes a file: whole or not at all, on disk before it has its name, nothing replaced unasked. usage: files.sh KIJUN
HERE=$(cd "$(dirname "$0")" && pwd)
KIJUN=$1
. "$HERE/lib.sh"

# traced ARGS...: kijun under strace with $blow, its system calls in $tmp/calls, its status in $got
traced() {
    LSAN_OPTIONS=detect_leaks=0 strace -f -o "$tmp/calls" -e trace=write,fsync,fdatasync,renameat2,rename,mkdir,link \
        ${blow:+-e inject="$blow"} "$KIJUN" "$@" >"$tmp/out" 2>"$tmp/err"
    got=$?
}


begin sample --title '../../../etc/passwd'
run 0 answer "$id" kind=storage tier=tier2
mkdir place

# writers COMMAND: each way to write a file, its name at the end
writers() {
    "$1" print "$id" -o place/paper.txt
    "$1" print "$id" --format html --output place/paper.html
    "$1" missing "$id" -o place/missing.csv
    "$1" compare "$id" -o place/compared.md
    "$1" print --every -o place/forms
    "$1" print "$id" --all -o place/papers
    "$1" export "$id" place/session.kijun
    "$1" backup place/all.db
    "$1" standard new example --in place
}

# the name comes after the bytes are on disk, and lasts when kijun says that it is done
lasts() {
    blow=
    traced "$@"
    [ "$got" = 0 ] || [ "$1 $got" = 'missing 1' ] || fail "kijun $*: status $got"
    checks=$((checks + 1))
    awk '{ call = $2; sub(/\(.*/, "", call) }
        call ~ /^(fsync|fdatasync)$/ { synced = 1; last = "sync" }
        call ~ /^(rename|renameat2|link)$/ { if (!synced) bad = 1; synced = 0; named = 1; last = "name" }
        END { exit !(named && !bad && last == "sync") }' "$tmp/calls" || fail "kijun $*: named before it was on disk, or not made to last"
}
writers lasts
[ ! -e etc ] && [ -z "$(find place -name '*passwd*')" ] || fail 'a title became a path'

# what is there stays, whether a file, a folder or a link that leads nowhere
stays() {
    for last; do :; done
    case $* in
        *new*) last=place/example ;;
        *forms | *papers) last=$(find "$last" -type f | head -n 1) ;;
    esac
    before=$(find "$last" -type f -exec cksum {} + | sort)
    traced "$@"
    [ "$got" = 1 ] || [ "$got" = 2 ] || fail "kijun $*: status $got where something is there"
    is "$(find "$last" -type f -exec cksum {} + | sort)" "$before" "kijun $*: what was there"
}
writers stays
rm -r place
mkdir place
dangles() {
    for last; do :; done
    case $* in
        *forms | *papers | *new*) return ;;
    esac
    ln -s "$tmp/nowhere" "$last"
    run 2 "$@"
    [ -L "$last" ] && [ ! -e nowhere ] || fail "kijun $*: went through a link"
    rm "$last"
}
writers dangles

# whatever goes wrong, no half of a file is left, under no name
breaks() {
    for blow in fsync:error=EIO:when=1+ renameat2:error=EROFS write:error=ENOSPC:when=1+; do
        # the database is written by pwrite64: what export and backup write fails at its end
        case "$blow $*" in
            write*export* | write*backup*) continue ;;
        esac
        traced "$@"
        is "$got" 3 "kijun $* with $blow"
        left=$(find place -mindepth 1 ! -type d | tr '\n' ' ')
        is "$left" '' "what kijun $* with $blow left behind"
        rm -rf place
        mkdir place
    done
}
writers breaks
blow=
run 0 verify
finish
