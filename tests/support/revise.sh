#!/bin/sh
# SPDX-License-Identifier: MIT
# Makes a made-up later revision of Kamakura's standard, for tests. usage: revise.sh CHECKLISTS FOLDER -> FOLDER/kamakura
#   dc_country      reworded                    governing_law   has another choice
#   consultation_result   gone                  key_destruction new, a check from the new clause 4(3)ア(エ)
#   preferred_platform    forbids what it only advised against
set -eu
from=$1/kamakura
to=$2/kamakura
mkdir -p "$2"
cp -R "$from" "$to"
chmod -R u+w "$to"
rm -r "$to/training"

# edit FILE SED-SCRIPT: every edit must change something
edit() {
    cp "$to/$1" "$to/before"
    sed -i "$2" "$to/$1"
    if cmp -s "$to/$1" "$to/before"; then
        echo "revise.sh: nothing to edit in $1: $2" >&2
        exit 1
    fi
    rm "$to/before"
}

edit standard.yaml 's/^revision: .*/revision: "2027-04-01"/'
edit stages/20-location.yaml 's/データはどこの国に保存されますか, en: "In which country are the data stored?"/データは、控えも含めて、どこの国に保存されますか, en: "In which country are the data stored, copies included?"/'
edit standard.yaml '/{id: abroad, label: {ja: 外国の法律を含む/a\      - {id: unstated, label: {ja: 定めがない, en: The terms do not say}}'
edit stages/60-procedure.yaml '/^  - id: consultation_result$/,/^  - id: /{/^  - id: consultation_result$/d;/^  - id: /!d}'
edit stages/30-certification.yaml '/^  - id: preferred_platform$/,/^    pass:/s/^    binding: should$/    binding: must\n    forbids: true/'
edit clauses.yaml '/^  - id: "4(3)イ"$/i\  - id: "4(3)ア(エ)"\n    binding: must\n    gist:\n      ja: 終了時に暗号鍵を廃棄できること\n      en: Encryption keys can be destroyed at the end'
edit stages/40-exit.yaml '/^  - id: termination_terms$/i\  - id: key_destruction\n    type: check\n    label: {ja: 終了時に、暗号鍵を廃棄できますか, en: Can the encryption keys be destroyed at the end?}\n    forbids: true\n    relevant: ${branch} = '\''high'\''\n    clauses: ["4(3)ア(エ)"]\n    finding:\n      ja: 終了時に、暗号鍵を廃棄できません。\n      en: The encryption keys cannot be destroyed at the end.\n    open:\n      ja: 暗号鍵を廃棄できるか、まだ確かめられていません。\n      en: Whether the encryption keys can be destroyed is not confirmed yet.\n    remedy:\n      ja: 鍵の廃棄の方法を尋ねます。\n      en: Ask how the keys are destroyed.'
