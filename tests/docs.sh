#!/bin/sh
# SPDX-License-Identifier: MIT
# The man pages and the completion name every command and option that help shows, and the pages render without a warning.
# usage: docs.sh KIJUN SOURCE_DIR
set -eu
kijun=$1
top=$2
cd "$top/docs"
bad=0
said() {
    printf '%s\n' "$*"
    bad=1
}

for page in kijun.1 ja/kijun.1; do
    warnings=$(LC_ALL=C.UTF-8 MANWIDTH=72 man -l --warnings "$page" 2>&1 >/dev/null) || said "$page cannot be shown"
    [ -z "$warnings" ] || said "$page: $warnings"
done

commands=$("$kijun" --lang en help | sed -n '/^Commands:/,/^Options:/s/^  \([a-z][a-z]*\)  *.*/\1/p')
[ "$(printf '%s\n' "$commands" | wc -l)" -ge 15 ] || said "help shows only: $commands"
for command in $commands; do
    options=$("$kijun" --lang en help "$command" | sed -n 's/^  \(-[a-z], \)\{0,1\}\(--[a-z]*\).*/\2/p')
    for page in kijun.1 ja/kijun.1; do
        plain=$(sed 's/\\-/-/g' "$page")
        printf '%s\n' "$plain" | grep -qE "^\.(BI?|IR?) \"?$command( |\$)" || said "$page: no command $command"
        for option in $options; do
            printf '%s\n' "$plain" | grep -qe "$option" || said "$page: no option $option of $command"
        done
    done
    grep -qw -e "$command" completion/kijun || said "completion: no command $command"
    for option in $options; do
        grep -qe "$option" completion/kijun || said "completion: no option $option of $command"
    done
done

# completion really completes: commands, options, formats, standards, sessions
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
mkdir "$home/empty"
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
complete_is "$id" --lang ja print "$(printf %s "$id" | cut -c1-4)"
complete_is "application missing" print "$id" ""
exit $bad
