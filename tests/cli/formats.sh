#!/bin/sh
# SPDX-License-Identifier: MIT
# Papers in the formats that offices file: chosen by name or suffix, reopened, refused where they cannot be. usage: formats.sh KIJUN
HERE=$(cd "$(dirname "$0")" && pwd)
KIJUN=$1
. "$HERE/lib.sh"

begin sample --title docs
run 0 answer "$id" kind=storage tier=tier2 'summary=共有 "試行", 土吉'

# the suffix of the file chooses, unless a format is named
for format in html json csv; do
    run 0 print "$id" --format $format
    mv "$tmp/out" named.$format
    run 0 print "$id" -o paper.$format
    cmp -s named.$format paper.$format || fail "the suffix .$format does not choose $format"
done
run 0 print "$id"
mv "$tmp/out" named.text
for name in paper.txt paper paper.docx a.csv/paper; do
    mkdir -p a.csv
    run 0 print "$id" -o $name
    cmp -s named.text $name || fail "$name does not hold text"
done
run 0 print "$id" --format csv -o odd.html
cmp -s named.csv odd.html || fail "the format named does not win over the suffix"

# csv: for Excel, and for older programs
is "$(head -c 3 named.csv | od -An -tx1 | tr -d ' ')" efbbbf "the byte order mark"
run 0 print "$id" --encoding cp932 -o old.csv
iconv -f CP932 -t UTF-8 old.csv >back.csv
tail -c +4 named.csv | cmp -s - back.csv || fail "cp932 says something else"
run 0 answer "$id" 'summary=土𠮷'
run 2 print "$id" --encoding cp932 -o none.csv
err '𠮷 U+20BB7'
[ ! -e none.csv ] || fail "a file that CP932 cannot say was written"
run 0 print "$id" -o unicode.csv
run 2 print "$id" --encoding cp932 --format html
err 'csv only'
run 2 print "$id" --encoding utf-16 --format csv
err 'utf-8, cp932'

# xlsx: a workbook, unless this kijun was built without
modules=$(dirname "$KIJUN")/modules
for format in xlsx pdf; do
    if [ -e "$modules/$format.so" ]; then
        run 0 print "$id" -o paper.$format
        run 0 print "$id" --format $format
        cmp -s "$tmp/out" paper.$format || fail "$format differs from one time to the next"
        run 0 help print
        no_out "without $format"
    else
        run 3 print "$id" -o paper.$format
        err "without $format"
        run 0 help print
        out "without $format"
    fi
done
mkdir elsewhere
cp "$KIJUN" elsewhere/kijun # a program that lies elsewhere, without its modules
installed=$KIJUN
KIJUN=$PWD/elsewhere/kijun
run 3 print "$id" -o lacking.pdf
err 'libpango1.0-dev'
run 3 print "$id" -o lacking.xlsx
err 'without xlsx'
err 'libxlsxwriter-dev'
run 0 help print
out 'libxlsxwriter-dev'
no_out 'without html'
KIJUN=$installed
[ ! -e lacking.xlsx ] && [ ! -e lacking.pdf ] || fail "a file that could not be made was written"

# pdf: what no font has is named, and never a box on paper
fonts() { # DIR...: no fonts but those in these folders
    printf '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>' >fonts.conf
    for folder in "$@"; do printf '<dir>%s</dir>' "$folder" >>fonts.conf; done
    printf '<cachedir>%s</cachedir></fontconfig>' "$PWD/cache" >>fonts.conf
}
if [ -e "$modules/pdf.so" ]; then
    regular=$(fc-match -f '%{file}' 'BIZ UDGothic:regular')
    biz=$(dirname "$regular")
    export FONTCONFIG_FILE="$PWD/fonts.conf"
    fonts
    run 3 print "$id" -o none.pdf
    err 'fonts-morisawa-bizud-gothic'
    fonts "$biz"
    run 0 answer "$id" 'summary=𠮷 😀 令和'
    run 2 print "$id" -o none.pdf
    err '𠮷 U+20BB7'
    err '😀 U+1F600'
    err 'fonts-noto-cjk fonts-symbola'
    no_err 'U+4EE4'
    [ ! -e none.pdf ] || fail "a paper with boxes was written"
    # one paper, or one session, that cannot be printed keeps the others from nothing
    other=$id
    begin sample --title 'Another'
    run 1 print --every --format pdf -o every
    err "$other: No font"
    err 'Files made in every: 1.'
    err 'Could not be made: 1.'
    run 1 print "$other" --all --format pdf -o all
    err 'No font'
    err 'Files made in all: 1.'
    id=$other
    run 0 answer "$id" 'summary=令和'
    run 0 print "$id" -o japanese.pdf
    pdftotext japanese.pdf - | grep -q 令和 || fail "the answer cannot be read back"
    # where there is no bold face, one is made of the other
    mkdir thin
    ln -s "$regular" thin
    fonts "$PWD/thin"
    run 0 print "$id" -o light.pdf
    bold='<match target="font"><test target="pattern" name="weight" compare="more_eq"><const>bold</const></test>'
    bold="$bold<edit name=\"embolden\"><bool>true</bool></edit></match>"
    sed -i "s|</fontconfig>|$bold&|" fonts.conf
    run 0 print "$id" -o thin.pdf
    for paper in japanese light thin; do
        pdftotext -raw $paper.pdf - | tr -d ' \n' >$paper.txt
        pdftoppm -r 60 -gray -singlefile $paper.pdf $paper
    done
    cmp -s japanese.txt thin.txt || fail "letters made bold read otherwise"
    ! cmp -s light.pgm thin.pgm || fail "no letters were made bold"
    # a face that varies stands in the file as it is laid out, each once: in boxes.ttf every character is a box, a bold one is wider.
    # It has no name either, and the glyph that it names for a snowman is not there.
    mkdir varying
    ln -s "$HERE/boxes.ttf" varying
    fonts "$PWD/varying"
    sed -i 's|</fontconfig>|<unheard-of/>&|' fonts.conf # which fontconfig says aloud
    run 0 print "$id" -o varying.pdf
    no_err 'ontconfig'
    pdffonts varying.pdf | tail -n +3 >faces
    is "$(cut -d ' ' -f 1 faces | sort -u | wc -l) $(grep -c 'yes yes yes' faces)" '2 2' 'a face, and the same in bold'
    pdftocairo -svg varying.pdf boxes.svg
    sed -n '/ id="glyph/{n;s/.* d="M/M/p}' boxes.svg | awk '$1 == "M" { printf "%.1f\n", ($8 - $2) / -$9 }' | sort -u >widths
    is "$(cat widths)" "0.1${newline}0.3" 'widths of boxes, of their height'
    run 0 answer "$id" 'summary=☃'
    run 3 print "$id" -o snowman.pdf
    err 'pdf: fonts'
    run 0 answer "$id" 'summary=令和'
    unset FONTCONFIG_FILE
fi

# what a terminal cannot show does not go there
on_terminal() {
    script -qec "$KIJUN $*" /dev/null </dev/null >"$tmp/out" 2>"$tmp/err"
}
run 0 answer "$id" 'summary=x'
on_terminal print "$id" --format csv --encoding cp932 && fail "cp932 on a terminal"
out '-o FILE'
for format in xlsx pdf; do
    [ ! -e "$modules/$format.so" ] || { on_terminal print "$id" --format $format && fail "$format on a terminal"; }
done
on_terminal print "$id" --format csv || fail "csv is text, and fit for a terminal"

# text at any width
for columns in 40 200; do
    run 0 print "$id" --columns $columns -o wide.$columns
done
cmp -s wide.40 wide.200 && fail 'lines of 40 are as those of 200'
checks=$((checks + 1))
[ "$(awk 'length($0) > 40' wide.40)" = "" ] || fail 'a line is longer than 40'
run 2 print "$id" --columns 39
err '40 to 200'
run 2 print "$id" --columns 8x
run 2 print "$id" --columns 80 --format html
err 'text only'

# shown by a program that gets the name as it is, or told where the file is
unset DISPLAY WAYLAND_DISPLAY
run 0 print "$id" -o shown.txt --open
err "The file is shown.txt."
[ -s shown.txt ] || fail 'nothing to show it with, so nothing was written'
run 2 print "$id" --open
err 'needs a file'
mkdir -p config/kijun
printf '#!/bin/sh\nprintf "%%s\\n" "$#" "$@" >"%s/seen.part"\nmv "%s/seen.part" "%s/seen"\n' "$tmp" "$tmp" "$tmp" >viewer
chmod +x viewer
echo "viewer: $tmp/viewer --new" >config/kijun/config.yaml
run 0 config lint
run 0 print "$id" -o '-x $(touch pwned) "; y.txt' --open
tries=0
while [ ! -e seen ] && [ $tries -lt 1000 ]; do
    tries=$((tries + 1))
    run_quietly config path
done
is "$(cat seen)" "2
--new
$tmp/-x \$(touch pwned) \"; y.txt" 'what the viewer was given'
[ ! -e pwned ] || fail 'a shell saw the name'
echo 'viewer: nosuchprogram' >config/kijun/config.yaml
run 1 config lint
err 'config.yaml:1:9: error: There is no program "nosuchprogram" here.'
run 0 print "$id" -o other.txt --open
err 'The file is other.txt.'
rm config/kijun/config.yaml
finish
