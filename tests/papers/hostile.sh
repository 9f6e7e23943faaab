#!/bin/sh
# SPDX-License-Identifier: MIT
# What somebody who wishes us ill might type, in every field that takes text, through the program and onto every paper in every format.
# usage: hostile.sh KIJUN SHELF
HERE=$(cd "$(dirname "$0")" && pwd)
set -u
kijun=$1
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
unset KIJUN_LANG LANGUAGE LC_ALL
export LC_ALL=C.UTF-8 TZ=Asia/Tokyo KIJUN_NOW=1795138920 KIJUN_STANDARDS="$2" HOME="$tmp" KIJUN_OFFICE=
export XDG_DATA_HOME="$tmp/data" XDG_CACHE_HOME="$tmp/cache" XDG_CONFIG_HOME="$tmp/config"
# shellcheck source=read.sh
. "$HERE/read.sh"

# One a line, as JSON has them; no letter that a font may lack.
cat >"$tmp/ill" <<'ILL'
"=cmd|' /C calc'!A0"
"+1+1"
"-2+3"
"@SUM(1)"
"\t=1"
"＝１＋１"
"<script>alert('1')</script>"
"</td></table></body><h1 onload=\"x\">y</h1>"
"]]> <![CDATA[ <!-- --> <?x ?>"
"&lt;b&gt; &#60; &amp; &nbsp"
"a | b || c | \\| \\"
"`code` ``` ~~~ **b** __c__ [d](http://e) ![f](g)"
"# h"
"- a\n- b\n1. c\n> d\n    e\n---\n===\n| f |"
"http://example.jp/ www.example.jp user@example.jp javascript:x"
"\u202Eexe.gnp \u2066x\u2069 \u200Fy\u061C"
"a\u200Bb\uFEFFc\u00ADd\u2028e\u2029f"
"_x0041_ _x000D_ %s %n ${x} $(x) ../../etc/passwd"
"\"; DROP TABLE entry; -- '"
"{1} {2} {{3}}"
ILL

# What no answer may hold is refused as a whole, and the answers stay as they were.
id=$("$kijun" new otokuni --case 01-high-all-met)
"$kijun" show "$id" --answers >"$tmp/before"
for ill in '"a\u001b[2Jb"' '"a\u0000b"' '"a\u009bb"' '"a\u0007b"'; do
    printf '{"service_name": %s}' "$ill" >"$tmp/file"
    "$kijun" answer "$id" --file "$tmp/file" >"$tmp/said" 2>&1
    is "$? $(tr -d '\n\t\040-\176' <"$tmp/said" | tr -d '\200-\377' | wc -c)" '2 0' "answer $ill"
done
printf 'service_name: "a\377b"' >"$tmp/file"
"$kijun" answer "$id" --file "$tmp/file" 2>"$tmp/said"
is $? 2 'an answer that is no UTF-8'
"$kijun" show "$id" --answers | cmp -s - "$tmp/before" || fail 'a refused answer left something behind'

# fill STANDARD CASE SHIFT: a session in which field n, and the note and evidence of question n, hold what stands in line n + SHIFT
fill() {
    # shellcheck disable=SC2016
    id=$("$kijun" new "$1" --case "$2" --title '=1+1 <script> ]]> | `x`')
    awk '/^ *- id: /{id = $3} /^ *- \{id: /{id = ""} /^ *type: /{if (id) print id, $2; id = ""}' "$KIJUN_STANDARDS/$1"/stages/*.yaml |
        jq -R -s --slurpfile ill "$tmp/ill" --argjson shift "$3" '[split("\n")[] | select(. != "") | split(" ")] | to_entries
            | map(.key as $n | .value as [$id, $type] | ($ill[($n + $shift) % ($ill | length)]) as $text
                | ($text / "\n" | join(" ") / "\t" | join(" ")) as $line # all that a field of one line takes
                | {($id): ({note: $text, evidence: [{title: $line, place: $line}]} + if $type == "text" then {value: $line} else {} end)})
            | add' >"$tmp/file"
    "$kijun" answer "$id" --file "$tmp/file" >"$tmp/said" 2>&1 || fail "$1: $(cat "$tmp/said")"
}

formats='json html md csv txt'
for format in xlsx pdf; do
    [ ! -e "$(dirname "$kijun")/modules/$format.so" ] || formats="$formats $format"
done

# print_paper FOLDER LANG PAPER: of the session in $id
print_paper() {
    mkdir -p "$tmp/$1"
    for format in $formats; do
        "$kijun" --lang "$2" print "$id" "$3" -o "$tmp/$1/$3-$2.$format" 2>"$tmp/said" || fail "$3 as $format: $(cat "$tmp/said")"
    done
    echo "$tmp/$1/$3-$2" >>"$tmp/list"
}

# print_papers FOLDER LANG [PAPER...]: all of the session in $id; those named are to be read, or else all
print_papers() {
    folder=$tmp/$1
    lang=$2
    shift 2
    for format in $formats; do
        word=$format
        [ "$format" != txt ] || word=text
        "$kijun" --lang "$lang" print "$id" --all --format "$word" -o "$folder" 2>"$tmp/said" || fail "all as $format: $(cat "$tmp/said")"
    done
    grep -H -m 1 '^  "paper": ' "$folder"/*.json | sed 's/\.json:  "paper": "\(.*\)",$/\t\1/' >"$tmp/made"
    [ $# -gt 0 ] || cut -f 1 "$tmp/made" >>"$tmp/list"
    for paper in "$@"; do
        grep "	$paper\$" "$tmp/made" | cut -f 1 >>"$tmp/list"
    done
    is "$(find "$folder" -type f | wc -l)" "$(($(wc -l <"$tmp/made") * $(echo "$formats" | wc -w)))" "papers in $folder"
}

fill otokuni 01-high-all-met 0
print_papers otokuni-0 ja
fill otokuni 50-low-pass 7
print_papers otokuni-7 en application record
print_paper otokuni-7 en return_notice # nothing is to be returned: by its name alone
fill tokyo 70-social-whole 13
print_papers tokyo-13 ja application record account_policy_draft emergency_contacts summary

is "$(wc -l <"$tmp/list")" 15 'papers to be read'
read_papers

# No byte of a text paper moves a terminal's cursor or turns its letters round.
is "$(find "$tmp" \( -name '*.txt' -o -name '*.json' -o -name '*.csv' -o -name '*.html' -o -name '*.md' \) -print0 |
    xargs -0 grep -lP '[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|[\x{80}-\x{9f}\x{202a}-\x{202e}\x{2066}-\x{2069}\x{200f}\x{61c}\x{fffe}]')" '' 'control characters'

# Ten thousand letters without a blank, and as many words: all of them come out, however many lines, rows and pages they take.
fill otokuni 01-high-all-met 3
seq -f 'w%05.0f' 8000 | jq -R -s --arg long "$(printf '%10000s' '' | sed 's/ /基/g')" \
    '{purpose: {note: $long}, data_handled: {note: (. / "\n" | join(" "))}}' >"$tmp/file"
"$kijun" answer "$id" --file "$tmp/file" >"$tmp/said" 2>&1 || fail "long answers: $(cat "$tmp/said")"
rm -r "$tmp"/otokuni-* "$tmp/tokyo-13"
print_paper otokuni-3 ja application
paper=$tmp/otokuni-3/application-ja
[ ! -e "$paper.pdf" ] || pdftotext -raw -enc UTF-8 "$paper.pdf" "$paper.pdf.txt"
[ ! -e "$paper.xlsx" ] || unzip -p "$paper.xlsx" xl/sharedStrings.xml >"$paper.xlsx.txt"
for file in "$paper.txt" "$paper.md" "$paper.html" "$paper.csv" "$paper.json" "$paper.pdf.txt" "$paper.xlsx.txt"; do
    [ -e "$file" ] || continue
    [ "$file" = "$paper.xlsx.txt" ] || # it keeps equal strings once
        is "$(grep -o 基 "$file" | wc -l | awk '{ print ($1 >= 10000) }')" 1 "letters in $file"
    is "$(grep -oE 'w[0-9]{5}' "$file" | sort -u | wc -l)" 8000 "words in $file"
done

finish
