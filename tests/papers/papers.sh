#!/bin/sh
# SPDX-License-Identifier: MIT
# Reads the papers of every real standard with programs that are not kijun: each says what the JSON says, whole and in order, is well formed,
# and carries nothing that runs. usage: papers.sh PAPERS_WRITE SHELF
set -u
write=$1 shelf=$2
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
export LC_ALL=C.UTF-8
bad=0
checks=0

fail() {
    bad=$((bad + 1))
    printf 'FAILED %s\n' "$*"
}

# is GOT WANT WHAT
is() {
    checks=$((checks + 1))
    [ "$1" = "$2" ] || fail "$3: \"$1\", not \"$2\""
}

# All papers of a case; for social media only the policy is unlike the others.
"$write" "$tmp" "$shelf" kamakura/05-high-abroad otokuni/07-high-level-asked kitakyushu/60-meeting-high tokyo/39-high-contact-mail \
    tokyo/70-social-whole:account_policy_draft >"$tmp/said" 2>"$tmp/err" || {
    cat "$tmp/said" "$tmp/err"
    exit 1
}
grep "^$tmp" "$tmp/said" >"$tmp/list"

# What the JSON says, a text each without its blanks. Each format must hold them all; a workbook holds numbers and days as what they are.
lacks='def squash: gsub("[ \n　]"; "");
    [.title, .addressee, (.mark // empty | split("、")[]),
        (.blocks[] | (.text, (.fields[]? | .label, .value), .columns[]?, .rows[]?.cells[]?, .boxes[]?)),
        (.footer | split("\n")[])]
    | map(select(. != null and . != "") | squash)[] as $one
    | {$html, $md, $csv, $xlsx, $pdf} | to_entries[]
    | select(.value != "" and (.value | contains($one) | not))
    | select(.key != "xlsx" or ($one | test("^-?[0-9,]+$|（[0-9]{4}年）$|\\(.*[0-9]+\\)$") | not))
    | "\(.key) lacks: \($one)"'

# What each reader makes of a paper, without blanks, goes to PAPER.read.FORMAT, what it complains of to $tmp/complaints.
exec 2>"$tmp/complaints"
all() {
    sed "s/\$/.$1/" "$tmp/list"
}
squash() {
    sed -z 's/[ \n\f]//g; s/　//g'
}
while read -r paper; do
    : >"$paper.read.xlsx" # what this machine cannot write is not compared
    : >"$paper.read.pdf"
    xmllint --nonet --xpath 'string(/)' "$paper.html" | squash >"$paper.read.html"
    {
        echo '<all>'
        cmark-gfm --unsafe -e table -t html "$paper.md" | sed 's/<br>/<br \/>/g' | tee "$paper.md.html"
        echo '</all>'
    } | xmllint --nonet --xpath 'string(/)' - | squash >"$paper.read.md"
    if [ -e "$paper.xlsx" ]; then
        unzip -qq "$paper.xlsx" -d "$paper.book" || fail "$paper.xlsx"
        xmllint --nonet --xpath 'string(/)' "$paper.book/xl/sharedStrings.xml" | squash >"$paper.read.xlsx"
    fi
    if [ -e "$paper.pdf" ]; then
        pdftotext -raw -enc UTF-8 "$paper.pdf" "$paper.raw"
        squash <"$paper.raw" >"$paper.read.pdf"
        pdffonts "$paper.pdf" | tail -n +3 >"$paper.fonts"
        pages=$(tr -cd '\f' <"$paper.raw" | wc -c)
        is "$(grep -cE "^[0-9]+ / $pages\$" "$paper.raw")" "$pages" "$paper.pdf numbers its pages"
    fi
done <"$tmp/list"

# CSV as a spreadsheet takes it: so many cells in every record as in the first
all csv | xargs awk -F, 'FNR == 1 { print NF, FILENAME }' | while read -r columns file; do
    tail -c +4 "$file" >"$file.plain"
    printf 'CREATE TABLE t (%s);\n.import --csv %s t\n.output %s\nSELECT * FROM t;\nDROP TABLE t;\n' \
        "$(seq -s , -f 'c%.0f' "$columns")" "$file.plain" "$file.table"
done | sqlite3 -batch :memory:
while read -r paper; do
    squash <"$paper.csv.table" >"$paper.read.csv"
    is "$(jq -r --rawfile html "$paper.read.html" --rawfile md "$paper.read.md" --rawfile csv "$paper.read.csv" \
        --rawfile xlsx "$paper.read.xlsx" --rawfile pdf "$paper.read.pdf" "$lacks" "$paper.json")" '' "$paper"
done <"$tmp/list"

# none FILES PATTERN WHAT; every FILES PATTERN WHAT: which files have it, which do not
none() {
    is "$(xargs grep -alE -e "$2" <"$1")" '' "$3"
}
every() {
    is "$(xargs grep -aLE -e "$2" <"$1")" '' "$3"
}
for format in html md.html csv pdf fonts; do
    all "$format" | while read -r file; do [ ! -e "$file" ] || echo "$file"; done >"$tmp/$format"
done
find "$tmp" -path '*/worksheets/sheet1.xml' >"$tmp/sheets"
is "$(xargs tidy -quiet -errors --drop-empty-elements no <"$tmp/html" 2>&1)" '' 'HTML that is not valid'
none "$tmp/html" '<script|<link|<img|<iframe| (on[a-z]+|src|href|style)=|javascript:' 'HTML that runs or fetches'
every "$tmp/html" '@page \{ size: A4' 'HTML that does not print on A4'
none "$tmp/md.html" '<(script|img|a )' 'Markdown with links'
every "$tmp/csv" "^$(printf '\357\273\277')" 'CSV without a byte order mark'
none "$tmp/csv" '(^|,)[=+@-]' 'CSV with formulas'
if [ -s "$tmp/sheets" ]; then
    find "$tmp" -path '*.book/*' -name '*.xml' -print0 | xargs -0 xmllint --nonet --noout
    none "$tmp/sheets" '<f>|<hyperlink|t="str"' 'XLSX with formulas'
    every "$tmp/sheets" 'paperSize="9"' 'XLSX that does not print on A4'
fi
if [ -s "$tmp/pdf" ]; then
    every "$tmp/pdf" 'MediaBox \[ 0 0 595\.2[0-9]* 841\.8[0-9]* \]' 'PDF that is not A4'
    every "$tmp/fonts" 'yes yes yes' 'PDF without fonts'
    is "$(xargs grep -hv 'yes yes yes' <"$tmp/fonts")" '' 'fonts that are not embedded'
fi
is "$(cat "$tmp/complaints")" '' 'complaints of the readers'

printf '%s checks of %s papers, %s failed\n' "$checks" "$(wc -l <"$tmp/list")" "$bad"
[ -s "$tmp/list" ] && [ "$bad" = 0 ]
