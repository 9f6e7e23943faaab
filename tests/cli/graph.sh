#!/bin/sh
# SPDX-License-Identifier: MIT
# kijun standard graph: golden drawings of the sample, drawings that hold together, labels that stay labels. KIJUN_GOLDEN=write renews the
# golden files. usage: graph.sh KIJUN
KIJUN=$1 HERE=$(cd "$(dirname "$0")" && pwd)
. "$HERE/lib.sh"
bundled=$HERE/../../checklists

# every line of the last drawing is one that Graphviz takes, quotation marks are closed, and arrows join nodes that are there
sound_dot() {
    checks=$((checks + 1))
    awk '
        function wrong(why) { print why ": " $0; bad = 1 }
        {
            bare = $0
            gsub(/\\["\\n]/, "", bare)
            if (gsub(/"[^"]*"/, "T", bare) && index(bare, "\"")) wrong("quotation marks")
        }
        bare ~ /^digraph [a-z0-9_]+ \{$/ || bare ~ /^ *\}$/ || bare ~ /^  (node|edge) \[.*\];$/ { next }
        bare ~ /^  subgraph cluster_[a-z0-9_]+ \{$/ || bare ~ /^    color=T; label=T;$/ { next }
        bare ~ /^  rankdir=LR;.*;$/ || bare ~ /^  label=T; labelloc=t; fontsize=16;$/ { next }
        bare ~ /^  \{ rank=same;( [a-z0-9_]+;)* \}$/ { next }
        bare ~ /^ +[a-z0-9_]+ \[label=T, [a-z]+=.*\];$/ { if (seen[$1]++) wrong("twice"); next }
        bare ~ /^  [a-z0-9_]+ -> [a-z0-9_]+ \[color=T.*\];$/ { from[$1] = from[$3] = 1; edges++; next }
        { wrong("not known") }
        END {
            for (node in from) if (!(node in seen)) { $0 = node; wrong("no such node") }
            exit bad || !edges
        }' "$tmp/out" >"$tmp/err" || fail "$1: not sound"
    if command -v dot >/dev/null; then
        checks=$((checks + 1))
        dot -Tcanon "$tmp/out" >"$tmp/canon" 2>"$tmp/err" && [ ! -s "$tmp/err" ] || fail "$1: Graphviz refuses it"
    fi
}

sound_mermaid() {
    checks=$((checks + 1))
    awk '
        function wrong(why) { print why ": " $0; bad = 1 }
        NR == 1 { if ($0 != "flowchart TB") wrong("beginning"); next }
        {
            bare = $0
            gsub(/"([^"#%`<>\\]|#[0-9]+;|<br\/>)*"/, "T", bare)
        }
        bare ~ /^  classDef [a-z]+ [a-z0-9:#,-]+$/ || bare ~ /^  subgraph g_[a-z0-9_]+\[T\]$/ || bare == "  end" { next }
        bare ~ /^ +[a-z0-9_]+(\[T\]|\(T\)|>T\]|\{\{T\}\}|\(\[T\]\)|\[\[T\]\]):::[a-z]+$/ {
            id = bare; sub(/^ +/, "", id); sub(/[^a-z0-9_].*/, "", id)
            if (seen[id]++) wrong("twice")
            next
        }
        bare ~ /^  [a-z0-9_]+ (-->|==>)(\|T\|)? [a-z0-9_]+$/ { from[$1] = from[$NF] = 1; edges++; next }
        { wrong("not known") }
        END {
            for (node in from) if (!(node in seen)) { $0 = node; wrong("no such node") }
            exit bad || !edges
        }' "$tmp/out" >"$tmp/err" || fail "$1: not sound"
}

golden() {
    file=$HERE/golden/$1
    if [ "${KIJUN_GOLDEN-}" = write ]; then
        cp "$tmp/out" "$file"
    fi
    checks=$((checks + 1))
    diff -u "$file" "$tmp/out" >"$tmp/err" || fail "the drawing is not as in $file"
}

for lang in ja en; do
    run 0 --lang $lang standard graph sample
    sound_dot "sample in $lang"
    golden "graph.$lang.dot"
    run 0 --lang $lang standard graph sample --format mermaid
    sound_mermaid "sample in $lang"
    golden "graph.$lang.mermaid"
done

# every standard that comes with kijun, whole and stage by stage
for folder in "$bundled"/*/; do
    id=$(basename "$folder")
    for lang in ja en; do
        for all in '' --all; do
            # shellcheck disable=SC2086
            run 0 --lang $lang standard graph "$folder" $all
            sound_dot "$id $lang $all"
            # shellcheck disable=SC2086
            run 0 --lang $lang standard graph "$folder" $all --format mermaid
            sound_mermaid "$id $lang $all"
        done
    done
    run 0 standard graph "$folder" --all
    is "$(grep -c '^    q_.*\[label' "$tmp/out")" "$(grep -hA1 '^ *- id: ' "$folder"/stages/*.yaml | grep -c 'type: ')" "$id: every question is drawn"
    run 0 standard graph "$folder" --stage location
    sound_dot "$id location"
    is "$(grep -c 'subgraph' "$tmp/out")" 1 "$id: one stage"
done

# words of a standard stay words
cp -r "$HERE/checklists/sample" hostile
mv hostile sample
for file in sample/stages/*.yaml sample/standard.yaml; do
    sed -i 's/en: Tier 2/en: "\\"] -> x; \\\\N \\\\\\" %%{init: {}}%% `md` <b>\&amp;<\/b> #34; ${x} --> y|\\nend\\nA"/; s/ja: 機密性2/ja: "\\"] \\\\l <script> ; } 】"/' "$file"
    sed -i '0,/label: {ja: [^,]*, en: [^}]*}/s//label: {ja: "] | \\"\\\\", en: "end\\n}\\n\\"; subgraph \\\\"}/' "$file"
done
grep -q 'subgraph' sample/stages/10-tier.yaml && grep -q '%%{init' sample/stages/10-tier.yaml || fail 'the sample was not changed'
for lang in ja en; do
    run 0 --lang $lang standard graph ./sample --all
    sound_dot "hostile words in $lang"
    run 0 --lang $lang standard graph ./sample --all --format mermaid
    sound_mermaid "hostile words in $lang"
    no_out '<script>'
    no_out '%%'
done

run 2 standard graph sample --format png
err 'dot, mermaid'
run 2 standard graph sample --stage locaton
err "did you mean 'location'"
run 2 standard graph
run 2 standard list --all
err 'takes no --all'
finish
