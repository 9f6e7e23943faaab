# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2016,SC2154
# Reads papers with programs that are not kijun: sourced by papers.sh and hostile.sh. $tmp/list names the papers, without their suffixes; each is
# there as json, html, md and csv, and where kijun can write them as xlsx and pdf. Each format says what the JSON says, is well formed, and
# carries nothing that runs.
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

read_papers() {
    # What a build for another purpose writes is read once, in the build that officers get.
    [ "${KIJUN_READERS:-yes}" != no ] || return 0

    # What the JSON says, a text each without its blanks. Each format must hold them all; a workbook holds numbers and days as what they are.
    # $reads has the path of each paper and what five readers made of it, each ended by U+0001. (gsub() takes a second for a long text.)
    lacks='def squash: . / " " | add | . / "\n" | add | . / "　" | add;
    ($reads / "\u0001") as $reads
    | [inputs] | to_entries[] | .key as $n | .value
    | [.title, .addressee, (.mark // empty | split("、")[]),
        (.blocks[] | (.text, (.fields[]? | .label, .value), .columns[]?, .rows[]?.cells[]?, .boxes[]?)),
        (.footer | split("\n")[])]
    | map(select(. != null and . != "")) | join("\u0001") | squash / "\u0001" | .[] as $one
    | ["html", "md", "csv", "xlsx", "pdf"] | to_entries[] | .value as $format | $reads[6 * $n + 1 + .key]
    | select(. != "" and (contains($one) | not))
    | select($format != "xlsx" or ($one | test("^-?[0-9,]+$|（[0-9]{4}年）$|\\(.*[0-9]+\\)$") | not))
    | "\($reads[6 * $n]).\($format) lacks: \($one)"'

    # What each reader makes of a paper, without blanks, goes to PAPER.read.FORMAT, what it complains of to $tmp/complaints.
    exec 2>"$tmp/complaints"
    # elements and attributes that kijun has no use for
    strangers="count(//@*[not(contains('|lang|charset|http-equiv|content|name|class|scope|', concat('|', name(), '|')))]
        | //*[contains('|script|link|img|iframe|object|a|form|input|', concat('|', local-name(), '|'))])"
    all() {
        sed "s/\$/.$1/" "$tmp/list"
    }
    squash() {
        sed -z 's/[ \n\f]//g; s/　//g'
    }
    while read -r paper; do
        : >"$paper.read.xlsx" # what this machine cannot write is not compared
        : >"$paper.read.pdf"
        xmllint --nonet --xpath "concat($strangers, ' ', string(/))" "$paper.html" >"$paper.html.text"
        is "$(head -c 2 "$paper.html.text")" '0 ' "$paper.html runs or fetches"
        squash <"$paper.html.text" >"$paper.read.html"
        {
            echo '<all>'
            cmark-gfm --unsafe -e table -t html "$paper.md" | sed 's/<br>/<br \/>/g' | tee "$paper.md.html"
            echo '</all>'
        } | xmllint --nonet --xpath 'string(/)' - | squash >"$paper.read.md"
        if [ -e "$paper.xlsx" ]; then
            unzip -qq "$paper.xlsx" -d "$paper.book" || fail "$paper.xlsx"
            xmllint --nonet --xpath 'string(/)' "$paper.book/xl/sharedStrings.xml" |
                sed 's/_x005F_/_/g' | squash >"$paper.read.xlsx" # which is how Excel writes _
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
    all csv | xargs awk -F, 'FNR == 1 { gsub(/"([^"]|"")*"/, ""); print NF, FILENAME }' | while read -r columns file; do
        tail -c +4 "$file" >"$file.plain"
        printf 'CREATE TABLE t (%s);\n.import --csv %s t\n.output %s\nSELECT * FROM t;\n.output %s\n' \
            "$(seq -s , -f 'c%.0f' "$columns")" "$file.plain" "$file.table" "$file.formulas"
        seq -f "SELECT c%.0f AS c FROM t WHERE substr(c, 1, 1) IN ('=', '+', '-', '@', char(9), '＝', '＋', '－', '＠');" "$columns"
        printf 'DROP TABLE t;\n'
    done | sqlite3 -batch :memory:
    while read -r paper; do
        squash <"$paper.csv.table" >"$paper.read.csv"
        printf '%s\001' "$paper"
        for format in html md csv xlsx pdf; do
            cat "$paper.read.$format"
            printf '\001'
        done
    done <"$tmp/list" >"$tmp/reads"
    is "$(all json | xargs jq -nr --rawfile reads "$tmp/reads" "$lacks")" '' 'what the JSON says'
    is "$(all json | xargs jq -nr '[inputs] | length')" "$(wc -l <"$tmp/list")" 'papers that were compared'

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
    every "$tmp/html" '@page \{ size: A4' 'HTML that does not print on A4'
    none "$tmp/md.html" '<(script|img|a )' 'Markdown with links'
    every "$tmp/csv" "^$(printf '\357\273\277')" 'CSV without a byte order mark'
    is "$(all csv.formulas | xargs cat)" '' 'CSV with formulas'
    if [ -s "$tmp/sheets" ]; then
        find "$tmp" -path '*.book/*' -name '*.xml' -print0 | xargs -0 xmllint --nonet --noout
        none "$tmp/sheets" '<f>|<hyperlink|t="str"' 'XLSX with formulas'
        every "$tmp/sheets" 'paperSize="9"' 'XLSX that does not print on A4'
    fi
    if [ -s "$tmp/pdf" ]; then
        every "$tmp/pdf" 'MediaBox *\[ *0 0 (595\.2[0-9]* 841\.8|841\.8[0-9]* 595\.2)[0-9]* *\]' 'PDF that is not A4'
        every "$tmp/fonts" 'yes yes yes' 'PDF without fonts'
        is "$(xargs grep -hv 'yes yes yes' <"$tmp/fonts")" '' 'fonts that are not embedded'
    fi
    is "$(cat "$tmp/complaints")" '' 'complaints of the readers'
}

finish() {
    printf '%s checks of %s papers, %s failed\n' "$checks" "$(wc -l <"$tmp/list")" "$bad"
    [ -s "$tmp/list" ] && [ "$bad" = 0 ]
    exit
}
