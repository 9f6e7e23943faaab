#!/bin/sh
# SPDX-License-Identifier: MIT
# Bad input: a clear message, nothing lost, nothing half done. usage: input.sh KIJUN
KIJUN=$1 HERE=$(cd "$(dirname "$0")" && pwd)
. "$HERE/lib.sh"

begin sample --title T
run 0 answer "$id" kind=storage tier=tier2
run 0 show "$id" --answers
cp "$tmp/out" before.yaml

unchanged() {
    run 0 show "$id" --answers
    is "$(cat "$tmp/out")" "$(cat before.yaml)" "$1"
}

# words
run 2 shwo "$id"
err 'did you mean "show"?'
run 2 show
err 'Usage: kijun show'
run 2 show "$id" extra
err '"extra"'
run 2 show "$id" --formt json
err 'did you mean "--format"?'
run 2 show "$id" --format xml
err 'text, json'
run 2 show "$id" --format
err 'needs a value'
run 2 show "$id" --help=x
err 'takes no value'
run 2 --db= list
err 'needs a value'
run 2 show -x "$id"
err '"-x"'
run 2 --lang fr list
err '"fr"'
run 2 list --lang en --bogus
err 'There is no option'
run 2 list --bogus --lang ja
err 'オプションはありません'
run 2 answer "$id"
err 'Usage'
run 2 standard frobnicate
err 'standard frobnicate'
run 2 standard shw sample
err 'did you mean "show"?'
run 2 help nothing

# unknown session, standard, question, choice, paper
run 2 show zzzzzzzzzz
err zzzzzzzzzz
run 2 show ./none.kijun
err none.kijun
run 2 new sampel
err sampel
run 2 answer "$id" dc_contry=jp
err 'did you mean "dc_country"?'
err 'Nothing was saved'
run 2 answer "$id" dc_country=jpp summary=kept
err jpp
unchanged 'a wrong choice saves nothing of the rest'
run 2 answer "$id" nonsense
err QUESTION=VALUE
run 2 answer "$id" begins=2026-02-30 users=many kindd=1
err 2026-02-30
err many
err 'did you mean "kind"?'
unchanged 'all problems are told, nothing is saved'
run 2 answer "$id" begins=2026-11-20 ends=2026-11-19
err 'It must not be before the first day'
unchanged 'a constraint'
run 2 print "$id" form
err 'application, missing'
run 2 why "$id" dc_in_jpan
err 'did you mean "dc_in_japan"?'

# bytes that are no text
bad_bytes=$(printf 'a\377b')
run 2 new sample --title "$bad_bytes"
err '<FF>'
is "$(LC_ALL=C tr -d '\000-\177' <"$tmp/err" | wc -c)" 0 'no stray byte in the message'
run 2 answer "$id" "summary=$bad_bytes"
run 2 show "$bad_bytes"
unchanged 'bad bytes in arguments'
printf 'summary: "a\377b"\n' >bad.yaml
run 2 answer "$id" --file bad.yaml
err 'bad.yaml'
run 2 new sample --answers bad.yaml
err 'No session was begun'
printf 'summary: [unclosed\n' >bad.yaml
run 2 answer "$id" --file bad.yaml
err 'bad.yaml:'
printf 'tier: tier1\nsumary: x\n' >bad.yaml
run 2 answer "$id" --file bad.yaml
err 'bad.yaml:2:1: '
printf 'a: &x [*x]\n' >bad.yaml
run 2 answer "$id" --file bad.yaml
head -c 1100000 /dev/zero | tr '\0' 'a' >bad.yaml
run 2 answer "$id" --file bad.yaml
err 'too large'
run 2 answer "$id" --file none.yaml
err none.yaml
run 2 answer "$id" --file .
printf 'summary: "a\\eb"\n' >bad.yaml
run 2 answer "$id" --file bad.yaml
harmless "$tmp/err"
printf 'summary: {value: x, note: "a\\eb"}\n' >bad.yaml
run 2 answer "$id" --file bad.yaml
harmless "$tmp/err"
unchanged 'bad files'
run 2 answer "$id" "summary=$(head -c 70000 /dev/zero | tr '\0' a)"
run 2 new sample --title "$(head -c 400 /dev/zero | tr '\0' a)"
run 2 new sample --title "$(printf 'a\033[31mb')"
harmless "$tmp/err"
unchanged 'too long'

# escape sequences and bidi controls are shown harmlessly everywhere
evil=$(printf 'x\342\200\256y\342\200\213z')
begin sample --title "$evil"
run 0 answer "$id" kind=storage tier=tier2 "summary=$evil" --note "tier=$evil"
for what in "list" "list --format csv" "list --format json" "show $id" "show $id --format json" "show $id --answers" \
    "log $id" "log $id --format json" "why $id summary" "print $id" "print $id --format md" "print $id --format html" \
    "print $id --format json" "print $id --format csv"; do
    # shellcheck disable=SC2086
    run 0 $what
    harmless "$tmp/out"
done
run 0 list
out '<U+202E>'
run 2 answer "$id" "$evil=1"
err '<U+202E>'
harmless "$tmp/err"
run 2 show "$evil"
harmless "$tmp/err"
run 2 "$evil"
harmless "$tmp/err"

# a spreadsheet takes nothing for a formula
for title in '=1+1' '+1' '-1' '@x' '＝１' '＋１' '－１' '＠x'; do
    begin sample --title "$title"
    run 0 list --format csv
    out "\"'$title\""
done
begin sample --title 'a,"b"'
run 0 list --format csv
out '"a,""b"""'
finish
