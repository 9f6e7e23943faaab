#!/bin/sh
# SPDX-License-Identifier: MIT
# Settings: where they lie, that mistakes stop nothing, what they fill in. usage: config.sh KIJUN
KIJUN=$1 HERE=$(cd "$(dirname "$0")" && pwd)
. "$HERE/lib.sh"
mkdir -p config/kijun office

# nothing there, nothing said
run 0 config
out 'not there'
no_err 'config.yaml'
run 0 config lint
out 'config: 0 errors, 0 warnings'
run 2 config shwo
err 'did you mean "show"'
run 2 config nonsense
run 2 config path extra
run 2 new --title 'no standard'
err 'Name a standard'

cat >config/kijun/config.yaml <<'END'
# mine
office: ../../office/office.yaml
applicant:
  name: Yamada
  section: Planning
answers:
  users: 12
END
cat >office/office.yaml <<'END'
name: Sample Town
standard: sample
sections:
  - {name: Planning, contact: 2300, applies_to: Mayor}
posts:
  - {name: Mayor, holder: Suzuki}
answers:
  users: 3
  summary: "{name}, {section} ({contact}) to {holder}, {post} of {office}"
  kind: storage
END
unset KIJUN_OFFICE
run 0 config path
is "$(cat out)" "$tmp/config/kijun/config.yaml
$tmp/config/kijun/../../office/office.yaml" 'the files'
run 0 config
out 'Suzuki'
out "$tmp/config/kijun/config.yaml:4"
out 'office.yaml:2'
out 'Yamada, Planning (2300) to Suzuki, Mayor of Sample Town'
run 0 config lint
out 'config: 0 errors, 0 warnings'

# what is set fills every form, one's own before the office's, as ordinary entries
begin --title 'Filled'
err 'Answers filled in from the settings: 3.'
run 0 show "$id" --answers
out 'users: "12"'
out 'summary: "Yamada, Planning (2300) to Suzuki, Mayor of Sample Town"'
out 'kind: "storage"'
run 0 verify "$id"
run 0 log "$id"
out 'summary'

# the applicant of every standard is filled in by itself, but for what the settings answer otherwise
for standard in kamakura kitakyushu otokuni tokyo; do
    begin "$HERE/../../checklists/$standard" --title 'By itself'
    err 'filled in from the settings: '
    run 0 show "$id" --answers
    out 'applicant_name: "Yamada"'
    out 'applicant_section: "Planning"'
    out 'applicant_contact: "2300"'
done

# what is said nearer goes before it
printf 'summary: mine\nusers: 1\n' >answers.yaml
begin sample --answers answers.yaml
err 'filled in from the settings: 1.'
run 0 show "$id" --answers
out 'summary: "mine"'
out 'users: "1"'
run 0 new sample --from "$id"
err 'Answers carried'
no_err 'filled in'
run 0 new --no-defaults
no_err 'filled in'
run 0 show "$(cat out)" --answers
no_out 'summary'

# KIJUN_OFFICE goes before what one's own file names; empty means none
KIJUN_OFFICE='' run 2 new
KIJUN_OFFICE=$tmp/nowhere.yaml run 0 list
err 'nowhere.yaml'

# what cannot be taken is told with its place and left out; the rest is filled in, and the session begun
cat >config/kijun/config.yaml <<'END'
office: ../../office/office.yaml
langauge: ja
applicant: {name: Yamada}
answers:
  users: many
  begins: 2026-04-01
  ends: 2026-03-01
  elsewhere: x
END
begin --title 'Half'
err 'config.yaml:2:1: There is no key'
err 'config.yaml:5:3: '
err 'config.yaml:7:3: '
err 'must not be before the first day'
err 'filled in from the settings: 2.'
run 0 show "$id" --answers
no_out 'users'
out 'kind: "storage"'
no_out 'ends'
no_out 'summary'
run 1 config lint
err 'config.yaml:2:1: error: '
err "config.yaml:5:3: error: "
err "config.yaml:8:3: warning: No standard here asks \"elsewhere\""
out 'config: 2 errors, 1 warning'
run 1 config lint "$tmp/config/kijun/config.yaml"
run 0 config lint --office office/office.yaml
run 1 config lint office/office.yaml
err "There is no key 'name' here"
run 1 config lint nowhere.yaml
err 'nowhere.yaml'
printf 'standard: sampel\n' >wrong.yaml
run 1 config lint wrong.yaml
err 'wrong.yaml:1:11: error: '

# the language: an option, the environment, the settings, the locale
printf 'language: ja\n' >config/kijun/config.yaml
run 0 config
out 'Your own'
KIJUN_LANG='' run 0 config
out '本人の設定'
KIJUN_LANG='' run 0 --lang en config
out 'Your own'

# keys and looks
cat >config/kijun/config.yaml <<'END'
keys: {undo: h, history: u, note: s, undoo: z}
theme: mono
ambiguous_width: 2
END
run 1 config lint
err 'config.yaml:1:29: error: "s" for "note" clashes with "stages"'
err 'config.yaml:1:38: error: There is no action "undoo"; did you mean "undo"?'
out 'config: 2 errors, 0 warnings'
KIJUN_THEME=pink run 0 list
err 'There is no theme "pink"'
run 2 list --theme pink
err 'auto, dark, light, mono, high-contrast'
run 2 list --theme dark --theme pink
run 2 list --ambiguous-width 3
run 0 list --ambiguous-width 2 --theme dark

# a broken file, a folder, a pipe, one that is too large: told, never waited for, and the work goes on
printf 'language: ja\napplicant: {name: x\n' >config/kijun/config.yaml
KIJUN_LANG='' run 0 list
err 'config.yaml:'
for what in folder pipe large; do
    rm -rf config/kijun/config.yaml
    case $what in
    folder) mkdir config/kijun/config.yaml ;;
    pipe) mkfifo config/kijun/config.yaml ;;
    large) head -c 1100000 /dev/zero | tr '\0' '#' >config/kijun/config.yaml ;;
    esac
    run 0 list
    err 'config.yaml'
done
rm -f config/kijun/config.yaml
printf 'language: \033[31mja\n' >config/kijun/config.yaml
run 0 list
harmless err

finish
