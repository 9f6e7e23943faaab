# SPDX-License-Identifier: MIT
# Shared by tests/cli/*.sh: a machine of its own, and a few ways of looking. KIJUN is the program, HERE this folder.
set -u
unset KIJUN_LANG LANGUAGE LC_ALL LC_MESSAGES
export ASAN_OPTIONS="exitcode=99:${ASAN_OPTIONS-}" UBSAN_OPTIONS=exitcode=99
export LANG=C.UTF-8 TZ=Asia/Tokyo KIJUN_NOW=1783040400 KIJUN_LANG=en
tmp=$(mktemp -d)
trap 'chmod -R u+w "$tmp"; rm -rf "$tmp"' EXIT
export XDG_DATA_HOME=$tmp/data XDG_CACHE_HOME=$tmp/cache XDG_CONFIG_HOME=$tmp/config KIJUN_OFFICE= KIJUN_STANDARDS=$HERE/checklists HOME=$tmp
cd "$tmp" || exit 1
bad=0
checks=0
asked=0
newline='
'

fail() {
    bad=$((bad + 1))
    printf 'FAILED %s\n' "$*"
    sed 's/^/    out: /' "$tmp/out" | head -n 20
    sed 's/^/    err: /' "$tmp/err" | head -n 20
}

# run STATUS ARGS...: kijun must end with that status; what it said is in $tmp/out and $tmp/err
run() {
    json_asked
    want=$1
    shift
    checks=$((checks + 1))
    "$KIJUN" "$@" >"$tmp/out" 2>"$tmp/err"
    got=$?
    [ "$got" = "$want" ] || fail "kijun $*: status $got, not $want"
}

# run_quietly ARGS...: true if kijun ends with 0, to be asked again and again
run_quietly() {
    json_asked
    "$KIJUN" "$@" >"$tmp/out" 2>"$tmp/err"
}

# out TEXT, err TEXT: the text must be there; no_out, no_err: it must not
out() {
    checks=$((checks + 1))
    grep -qF -e "$1" "$tmp/out" || fail "not on standard output: $1"
}
err() {
    checks=$((checks + 1))
    grep -qF -e "$1" "$tmp/err" || fail "not on standard error: $1"
}
no_out() {
    checks=$((checks + 1))
    ! grep -qF -e "$1" "$tmp/out" || fail "on standard output: $1"
}
no_err() {
    checks=$((checks + 1))
    ! grep -qF -e "$1" "$tmp/err" || fail "on standard error: $1"
}

# is GOT WANT WHAT
is() {
    checks=$((checks + 1))
    [ "$1" = "$2" ] || fail "$3: \"$1\", not \"$2\""
}

# json FILTER WANT: of the last output. What is asked of one output is asked when the next comes, all at once: jq takes longer to start than
# to answer. Only where that goes wrong is each asked alone.
json() {
    cmp -s "$tmp/out" "$tmp/looked" || json_asked
    [ "$asked" -gt 0 ] || cp "$tmp/out" "$tmp/looked"
    asked=$((asked + 1))
    eval "filter_$asked=\$1 wanted_$asked=\$2"
}
json_asked() {
    [ "$asked" -gt 0 ] || return 0
    all='' wanted=''
    for i in $(seq "$asked"); do
        filter='' want=''
        eval "filter=\$filter_$i want=\$wanted_$i"
        all="$all${all:+, }[$filter]"
        wanted="$wanted[$(printf %s "$want" | tr '\n' ,)]$newline"
    done
    if [ "$(jq -c "$all" "$tmp/looked" 2>&1)$newline" = "$wanted" ]; then
        checks=$((checks + asked))
    else
        for i in $(seq "$asked"); do
            eval "filter=\$filter_$i want=\$wanted_$i"
            is "$(jq -c "$filter" "$tmp/looked" 2>&1)" "$want" "$filter"
        done
    fi
    asked=0
}

# begin ARGS...: a new session, its id in $id
begin() {
    run 0 new "$@"
    id=$(cat "$tmp/out")
}

# harmless FILE: no byte in it that a terminal would obey
harmless() {
    checks=$((checks + 1))
    esc=$(printf '\033')
    bidi=$(printf '\342\200\256')
    c1=$(printf '\302\233')
    ! grep -qF -e "$esc" -e "$bidi" -e "$c1" "$1" || fail "$1 holds a control sequence"
}

# as_user COMMAND...: as somebody whom file permissions bind
as_user() {
    if [ "$(id -u)" = 0 ]; then
        setpriv --reuid 65534 --regid 65534 --clear-groups "$@"
    else
        "$@"
    fi
}

finish() {
    json_asked
    printf '%s checks, %s failed\n' "$checks" "$bad"
    [ "$checks" -gt 0 ] && [ "$bad" = 0 ]
    exit
}
