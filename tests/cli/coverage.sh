#!/bin/sh
# SPDX-License-Identifier: MIT
# kijun standard coverage: where each clause is handled, in every format. usage: coverage.sh KIJUN
KIJUN=$1 HERE=$(cd "$(dirname "$0")" && pwd)
. "$HERE/lib.sh"

run 0 standard coverage sample
out 'check erasure (Mandatory, Selection): Erasure can be proved'
out 'requirement dc_in_japan (Mandatory, Selection, a selection condition):'
out 'Data are kept abroad'
out 'question dc_country (Selection): Country of the data'
out 'who decides: Review board'
out 'scope of the standard: Social media are outside this standard'
out 'Not handled: 0.'
run 0 --lang ja standard coverage sample
out '要件 dc_in_japan（必須、選定、選定の条件）'

run 0 standard coverage sample --format json
json 'keys_unsorted' '["standard","revision","unhandled","clauses"]'
json '[.standard,.unhandled]' '["sample",0]'
json '.clauses|map(.clause)|index("3(1)ア")!=null' true
json '.clauses[]|select(.clause=="3(1)ア")|.handled|map([.how,.id,.phase])' '[["question","dc_country","select"],["requirement","dc_in_japan","select"]]'
json '.clauses[]|select(.clause=="4")|.handled[0]|[.how,.binding,.forbids]' '["check","must",false]'
json '[.clauses[].handled[]|select(.how=="requirement")|.id]|index("erasure")' null

run 0 standard coverage sample --format csv
is "$(head -n 1 "$tmp/out")" 'clause,clause_binding,gist,how,id,binding,phase,words,part' 'columns'
out 'requirement,dc_in_japan,must,select,Data are kept abroad,'

# papers are told with the part that serves the clause, asides with their reason
for folder in "$HERE"/../../checklists/*/; do
    run 0 standard coverage "$folder" --format json
    json '[.clauses[]|select(.handled==[])]|length' 0
    json '[.clauses[].handled[]|select(.how=="not_asked" and .id!="heading" and .words=="")]|length' 0
    json '[.clauses[].handled[]|select(.how=="paper" and .part!=null)]|length>0' true
    run 0 --lang ja standard coverage "$folder"
    no_out 'NOT HANDLED'
    harmless "$tmp/out"
done

mkdir bare
cp -r "$HERE/checklists/sample" bare
printf '  - {id: "6", binding: must, gist: {ja: 余り, en: "=Left, over"}}\n' >>bare/sample/clauses.yaml
run 1 standard coverage ./bare/sample
out 'NOT HANDLED'
out 'Not handled: 1.'
run 1 standard coverage ./bare/sample --format json
json '[.unhandled,.clauses[-1].handled]' '[1,[]]'
run 1 standard coverage ./bare/sample --format csv
is "$(tail -n 1 "$tmp/out")" "6,must,\"'=Left, over\",,,,,," 'a clause that nothing handles'
run 2 standard coverage sample --format dot
finish
