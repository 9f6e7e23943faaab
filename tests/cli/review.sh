#!/bin/sh
# SPDX-License-Identifier: MIT
# What reviewers decide: recorded, shown, listed, printed, withdrawn; and whether anything was changed since. usage: review.sh KIJUN
KIJUN=$1 HERE=$(cd "$(dirname "$0")" && pwd)
. "$HERE/lib.sh"

begin "$HERE/../../checklists/kamakura" --title 'For review'
run 0 review "$id"
out 'Nothing has been decided yet.'
run 0 show "$id" --format json
json .review null
run 0 list --format json
json '.[0].decision' '"none"'

# what cannot be a decision
run 2 review "$id" perhaps
err 'approved, conditional, refused, returned'
run 2 review "$id" conditional
err 'Which conditions?'
for text in '' ' ' "$newline"; do
    run 2 review "$id" returned --text "$text"
    err 'For which reasons?'
done
run 2 review "$id" approved --on 2026-13-01
err 'is not a date'
run 2 review "$id" approved --on R8.7.4
err 'still to come'
run 2 review "$id" --text 'alone'
run 2 review "$id" approved --text "$(printf 'a\033b')"
run 0 show "$id" --format json
json .review null

# returned: the applicant reads why, and the notice says so
run 0 print "$id" return_notice
out '[DRAFT]'
run 0 review "$id" returned --text "No contract yet${newline}Ask about backups" --on R8.7.2
out 'Returned: 2026-07-02, recorded by'
out 'Ask about backups'
run 0 list
out 'Returned'
run 0 list --format csv
out ',returned'
run 0 show "$id"
out 'Returned: 2026-07-02'
run 0 show "$id" --format json
json .review.decision '"returned"'
json .review.day '"2026-07-02"'
json .review.text '"No contract yet\nAsk about backups"'
json .review.changed_since false
run 0 print "$id" return_notice
no_out DRAFT
out '2 July 2026'
out 'Ask about backups'
run 0 print "$id" return_notice --format csv
out 'No contract yet,'
out 'Ask about backups,' # a row for each
is "$(grep -A2 '^Remark,' "$tmp/out" | grep -c '^No contract yet,\|^Ask about backups,')" 2 'rows of remarks'
printf '%s\n' q q | "$KIJUN" --linear open "$id" >"$tmp/out" 2>"$tmp/err"
out 'This application was returned.'
out 'Why it was returned: 2'
run 0 print "$id" decision_notice
out '[DRAFT]'
no_out 'Ask about backups'
out 'Condition '

# the notice of a decision that was not taken is left out
run 0 print "$id" --all -o returned
test -f "returned/return-notice-$id.txt" || fail 'no notice of return'
test ! -e "returned/decision-notice-$id.txt" || fail 'a notice of no decision'

# what is said afterwards is told
run 0 answer "$id" purpose=x
run 0 list --decision returned
out 'Returned, changed'
run 0 list --decision approved
no_out "$id"
run 0 list --verdict incomplete --standard kamakura
out "$id"
run 2 list --decision perhaps
run 0 list --format json
json '.[0].changed_since' true
run 0 review "$id"
out 'The session was changed since.'
out '* For which work will it be used, and why?: x'
run 0 show "$id" --format json
json .review.changed_since true
json .review.changed '["purpose"]'
run 0 print "$id" return_notice
out '[DRAFT]'

# but not what was taken back again
run 0 undo "$id"
run 0 list
no_out changed
run 0 review "$id"
no_out 'changed since'
run 0 print "$id" return_notice
no_out DRAFT
run 0 verify "$id"

# approved on conditions: on the notice, beside the verdict
run 0 review "$id" conditional --text 'Check once a year'
run 0 list
out 'On conditions'
run 0 show "$id" --format json
json .verdict '"incomplete"'
json .review.day '"2026-07-03"'
run 0 print "$id" decision_notice
no_out DRAFT
out 'Approved on conditions'
out 'Check once a year'
run 0 print "$id" decision_notice --lang ja
out '条件付き承認'
run 0 log "$id"
out 'reviewed'
out 'Approved on conditions | 2026-07-03 | Check once a year'
run 0 verify "$id"

# in a file, and taken in elsewhere
run 0 export "$id" -o sent.kijun
run 0 import sent.kijun --db other.db
run 0 list --db other.db
out 'On conditions'
run 0 review "$id" none
out 'Nothing has been decided yet.'
run 0 list
no_out 'On conditions'
run 0 export "$id" -o withdrawn.kijun
run 0 import withdrawn.kijun --db other.db
run 0 list --db other.db
no_out 'On conditions'

# an undo brings back what was decided before
run 0 undo "$id"
out 'Taken back. Approved on conditions: 2026-07-03'
run 0 review "$id"
out 'Approved on conditions'
run 0 list --format json
json '.[0].decision' '"conditional"'
run 0 verify "$id"

# a ledger of what was approved has the standard's columns alone
begin "$HERE/../../checklists/otokuni" --title 'For the ledger'
run 0 review "$id" conditional --text 'Yearly'
run 0 print --every ledger --search ledger -o ledger.csv
no_out Verdict
! grep -q "$id" ledger.csv || fail 'a ledger names the session'
approved=$id
begin "$HERE/../../checklists/otokuni" --title 'For the ledger, undecided'
run 0 print --every ledger --standard otokuni -o both.csv
grep -q "$id" both.csv || fail 'a ledger of all does not name the session'
run 0 print --every ledger --standard otokuni --decision approved -o one.csv
is "$(grep -c . one.csv)" "$(grep -c . ledger.csv)" 'lines of a ledger of what was approved'
run 2 print --every ledger --decision perhaps -o one.csv
err 'returned'
id=$approved
run 0 review "$id" refused --text 'No'
run 0 print --every ledger --search ledger -o ledger.csv --force
! grep -q "$id" ledger.csv || fail 'what was refused is in the ledger of what was approved'
run 0 print "$id" decision_notice
out Refused
out 'Reason'
no_out 'Period permitted'
no_out 'Conditions'
run 0 review "$id" approved
run 0 print "$id" decision_notice
out 'Period permitted'
no_out 'Reason'
no_out 'Conditions'

# the day of an approval stands in a ledger of what was permitted
begin "$HERE/../../checklists/tokyo" --title 'Permitted'
run 0 answer "$id" service_kind=cloud tier=tier3 application_exempt=no
run 0 print "$id" ledger
out 'Permitted (date and time): ____'
run 0 review "$id" approved --on R8.7.2
run 0 print "$id" ledger
out 'Permitted (date and time): 2 July 2026 (Reiwa 8)'
run 0 review "$id" refused --text 'Turned down'
run 0 print "$id" ledger
no_out 'Permitted (date'
no_out 'Turned down'

finish
