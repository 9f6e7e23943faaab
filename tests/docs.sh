#!/bin/sh
# SPDX-License-Identifier: MIT
# The man pages and the completion name every command and option that help shows, and the pages render without a warning.
# usage: docs.sh KIJUN SOURCE_DIR CASES (the program that runs the training cases of KIJUN_STANDARDS)
set -eu
kijun=$1
top=$2
cases=$3
cd "$top/docs"
bad=0
said() {
    printf '%s\n' "$*"
    bad=1
}

for page in kijun.1 ja/kijun.1 kijun-standard.5 ja/kijun-standard.5 kijun-config.5 ja/kijun-config.5; do
    warnings=$(LC_ALL=C.UTF-8 MANWIDTH=72 man -l --warnings "$page" 2>&1 >/dev/null) || said "$page cannot be shown"
    [ -z "$warnings" ] || said "$page: $warnings"
done

# names TEXT WORD: whether the text has the word
names() {
    case $1 in *"$2"*) ;; *) return 1 ;; esac
}

completion=$(cat completion/kijun)
commands=$("$kijun" --lang en help | sed -n '/^Commands:/,/^Options:/s/^  \([a-z][a-z]*\)  *.*/\1/p')
[ "$(printf '%s\n' "$commands" | wc -l)" -ge 15 ] || said "help shows only: $commands"
for command in $commands; do
    options=$("$kijun" --lang en help "$command" | sed -n 's/^  \(-[a-z], \)\{0,1\}\(--[a-z]*\).*/\2/p')
    for page in kijun.1 ja/kijun.1; do
        plain=$(sed 's/\\-/-/g' "$page")
        printf '%s\n' "$plain" | grep -qE "^\.(BI?|IR?) \"?$command( |\$)" || said "$page: no command $command"
        for option in $options; do
            names "$plain" "$option" || said "$page: no option $option of $command"
        done
    done
    grep -qw -e "$command" completion/kijun || said "completion: no command $command"
    for option in $options; do
        names "$completion" "$option" || said "completion: no option $option of $command"
    done
done

home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
mkdir "$home/empty"

# The standard that kijun-standard(5) builds is exactly what the page shows, the same in both languages, free of errors and warnings, and
# judges its cases as they say.
for page in kijun-standard.5 ja/kijun-standard.5; do
    folder=$home/$(dirname "$page")/shown/example
    mkdir -p "$folder/stages" "$folder/documents" "$folder/training"
    sed "s/\\\\-/-/g; s/\\\\(aq/'/g; s/^\\\\&//; s/\\\\e/\\\\/g" "$page" | awk -v folder="$folder" '
        /^\.\\" file: / { file = folder "/" $3; next }
        /^\.EX/ { showing = file != ""; next }
        /^\.EE/ { showing = 0; file = ""; next }
        showing { print >file }'
    [ -z "$(find "$folder" -empty)" ] && [ "$(find "$folder" -type f | wc -l)" -ge 8 ] || said "$page: files of the example are missing"
    "$kijun" --lang en standard lint "$folder" >"$home/lint" 2>&1 || said "$page: $(cat "$home/lint")"
    grep -q ': 0 errors, 0 warnings$' "$home/lint" || said "$page: $(cat "$home/lint")"
    KIJUN_STANDARDS=$home/$(dirname "$page")/shown "$cases" >"$home/cases" 2>&1 || said "$page: $(cat "$home/cases")"
done
diff -r "$home/shown" "$home/ja/shown" || said "kijun-standard(5) shows one standard in English and another in Japanese"

# every key that a file may have is explained
for key in $(sed -n 's/^ *{"\([a-z_]*\)", read_.*/\1/p' "$top"/src/pack/*_file.c "$top"/src/pack/cases.c | sort -u); do
    for page in kijun-standard.5 ja/kijun-standard.5; do
        grep -qw -e "$key" "$page" || said "$page: no key $key"
    done
done

for key in $(grep -o '{"[a-z_]*", read_' "$top/src/pack/settings_read.c" | sed 's/{"\([a-z_]*\)".*/\1/' | sort -u); do
    for page in kijun-config.5 ja/kijun-config.5; do
        grep -qw -e "$key" "$page" || said "$page: no key $key"
    done
done

for action in $(sed -n 's/^    {"\([a-z_]*\)", ACTION_.*/\1/p' "$top/src/app/keys_bind.c"); do
    for page in kijun-config.5 ja/kijun-config.5; do
        grep -qw -e "$action" "$page" || said "$page: no action $action"
    done
done

# the settings that kijun-config(5) shows are free of errors, also beside the standards, and the same in both languages
for page in kijun-config.5 ja/kijun-config.5; do
    folder=$home/$(dirname "$page")/settings
    mkdir -p "$folder"
    sed 's/\\-/-/g' "$page" | awk -v folder="$folder" '
        /^\.\\" file: / { file = folder "/" $3; next }
        /^\.EX/ { showing = file != ""; next }
        /^\.EE/ { showing = 0; file = ""; next }
        showing { print >file }'
    for file in config.yaml "--office office.yaml"; do
        # shellcheck disable=SC2086
        (cd "$folder" && KIJUN_STANDARDS=$top/checklists "$kijun" --lang en config lint $file) >"$home/lint" 2>&1 || said "$page: $(cat "$home/lint")"
        grep -q ': 0 errors, 0 warnings$' "$home/lint" || said "$page: $(cat "$home/lint")"
    done
done
diff -r "$home/settings" "$home/ja/settings" || said "kijun-config(5) shows other settings in English than in Japanese"

# completion really completes: commands, options, formats, standards, sessions
XDG_DATA_HOME=$home/data XDG_CACHE_HOME=$home/cache KIJUN_STANDARDS=$top/tests/cli/checklists KIJUN_LANG=en
export XDG_DATA_HOME XDG_CACHE_HOME KIJUN_STANDARDS KIJUN_LANG
id=$("$kijun" new sample --title docs)
complete_is() {
    wanted=$1
    shift
    got=$(cd "$home/empty" && bash -c '
        . "$0"
        COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
        _kijun
        echo "${COMPREPLY[@]}"' "$top/docs/completion/kijun" "$kijun" "$@")
    [ "$got" = "$wanted" ] || said "completion of \"$*\" offers \"$got\", not \"$wanted\""
}
complete_is show sho
complete_is --format show --fo
complete_is "table json csv" list --format ""
complete_is sample new samp
complete_is "$id" show ""
complete_is "show path lint" config ""
complete_is --office config --of
complete_is "mono" list --theme mo
complete_is "$id" compare ""
complete_is sample compare "$id" samp
complete_is "$id" new sample --from ""
complete_is "text json" log --format ""
complete_is "text md html json csv xlsx pdf" compare --format ""
complete_is "$id" --lang ja print "$(printf %s "$id" | cut -c1-4)"
complete_is "application missing" print "$id" ""
complete_is "selectable" print --every --verdict sel
exit $bad
