/* SPDX-License-Identifier: MIT
 * What lint finds in a standard that parses: the sample, changed in one or two places. */
#include "sample.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <setjmp.h>

#include <cmocka.h>

#define STANDARD "standard.yaml"
#define CLAUSES "clauses.yaml"
#define TIER "stages/10-tier.yaml"
#define LOCATION "stages/20-location.yaml"
#define APPLICATION "documents/application.yaml"
#define MISSING "documents/missing.yaml"
#define TRAINING "training/abroad.yaml"

static const struct row {
    const char *path, *from, *to;
    const char *problems;
} rows[] = {
    {CLAUSES, "# SPDX", "# spdx", ""},
    {STANDARD, "label: {ja: 低, en: Low}", "label: {ja: 低}",
        "standard.yaml:10:22: The words in 'en' are missing here.\n"},
    {LOCATION, "{ja: 国名, en: Countries}", "{en: Countries}",
        "stages/20-location.yaml:18:12: The words in 'ja' are missing here.\n"},
    {CLAUSES, "    not_asked: {as: heading}\n", "",
        "clauses.yaml:3:5: Nothing asks, judges or prints clause 1, and no 'not_asked' says why.\n"},
    {CLAUSES,
        "{as: duty, reason: {ja: 職員が答えることではありません, en: Not for the officer to answer}}",
        "{as: duty}", "clauses.yaml:29:5: Clause 6 is not asked, but no 'reason' says why.\n"},
    {CLAUSES, "gist: {ja: 認証があるとよい, en: Certificates are welcome}",
        "gist: {ja: 認証があるとよい, en: Certificates are welcome}\n    not_asked: {as: heading}",
        "clauses.yaml:20:5: warning: Clause 3(2) is marked 'not_asked', yet something cites it.\n"},
    {APPLICATION, "kind: answers, heading: {ja: 回答, en: Answers}, stage: location",
        "kind: verdict",
        "stages/20-location.yaml:16:5: warning: Nothing reads the answer to 'countries', and no paper shows it.\n"},
    {TIER, "clauses: [\"2\"]", "clauses: [\"1(1)\"]",
        "clauses.yaml:10:5: Nothing asks, judges or prints clause 2, and no 'not_asked' says why.\n"},
    {TIER, "    clauses: [\"2\"]\n", "    relevant: ${kind} = 'ordinary'\n",
        "clauses.yaml:10:5: Nothing asks, judges or prints clause 2, and no 'not_asked' says why.\n"
        "stages/10-tier.yaml:13:5: warning: 'tier' must be answered, but no clause says so.\n"},
    {LOCATION, "    constraint_message: {ja: 1以上です, en: One or more}\n", "",
        "stages/20-location.yaml:35:5: 'users' has a constraint, but no 'constraint_message' for those who break it.\n"},
    {LOCATION, "    constraint: . > 0\n", "",
        "stages/20-location.yaml:35:5: warning: 'users' has a constraint_message, but no constraint.\n"},
    {TIER, "choices: tiers", "choices: yes_no",
        "documents/application.yaml:16:5: This part can never be printed, whatever is answered.\n"
        "stages/10-tier.yaml:13:5: No choice of the tier leads to the branch 'high'.\n"
        "stages/10-tier.yaml:13:5: No choice of the tier leads to the branch 'low'.\n"
        "stages/10-tier.yaml:13:5: The choice 'yes' of the tier leads to no branch.\n"
        "stages/10-tier.yaml:13:5: The choice 'no' of the tier leads to no branch.\n"
        "stages/20-location.yaml:7:5: 'place' can never be asked, whatever is answered.\n"
        "stages/20-location.yaml:16:5: 'countries' can never be asked, whatever is answered.\n"
        "stages/20-location.yaml:42:5: 'in_japan' can never apply, whatever is answered.\n"
        "standard.yaml:32:5: 'board' never decides, whatever is answered.\n"
        "training/abroad.yaml:7:3: 'tier2' is not a choice of 'tier'. The choices are: yes no.\n"},
    {TIER, "    choices: tiers\n    required: true\n", "    choices: tiers\n",
        "stages/10-tier.yaml:13:5: warning: 'tier' decides whether 'in_japan' applies, so it should be required.\n"},
    {LOCATION, "binding: should", "binding: should\n    forbids: true",
        "stages/20-location.yaml:51:5: 'certified' forbids, so its binding must be must.\n"},
    {STANDARD, "relevant: \"${branch} = 'high'\", ", "",
        "standard.yaml:33:5: 'head' never decides: 'board' before it always does.\n"},
    {MISSING, "id: missing", "id: lacking",
        "documents:0:0: Every standard has a paper 'missing'; this one does not.\n"},
    {LOCATION, "relevant: ${place} = 'abroad'", "relevant: ${place} = 'abroad' and ${place} = 'jp'",
        "stages/20-location.yaml:16:5: 'countries' can never be asked, whatever is answered.\n"},
    {LOCATION, "relevant: ${place} = 'abroad'",
        "relevant: ${place} = 'abroad' and ${tier} = 'tier1'",
        "stages/20-location.yaml:16:5: 'countries' can never be asked, whatever is answered.\n"},
    {LOCATION, "pass: ${place} = 'jp'", "pass: ${place} = 'jp' and ${place} = 'abroad'",
        "stages/20-location.yaml:42:5: 'in_japan' can never be passed, whatever is answered.\n"},
    {LOCATION, "pass: ${place} = 'jp'", "pass: ${place} = 'jp' or ${place} = 'abroad'",
        "stages/20-location.yaml:42:5: 'in_japan' can never fail, whatever is answered.\n"
        "training/abroad.yaml:12:3: The verdict should be not_selectable, but is incomplete.\n"
        "training/abroad.yaml:15:21: 'in_japan' is listed under 'missing', but does not come out there.\n"
        "training/abroad.yaml:16:16: 'in_japan' is listed under 'forbidding', but does not come out there.\n"
        "training/abroad.yaml:18:23: '3(1)ア' is listed under 'clauses', but does not come out there.\n"},
    {LOCATION, "    relevant: ${branch} = 'high'\n    pass", "    pass",
        "stages/20-location.yaml:42:5: warning: 'in_japan' can apply while a question that it needs is not asked: it would stay open for ever.\n"},
    {LOCATION, "    relevant: ${branch} = 'high'\n    pass",
        "    relevant: ${branch} = 'high' and ${tier} = 'tier1'\n    pass",
        "stages/20-location.yaml:42:5: 'in_japan' can never apply, whatever is answered.\n"
        "training/abroad.yaml:12:3: The verdict should be not_selectable, but is incomplete.\n"
        "training/abroad.yaml:15:21: 'in_japan' is listed under 'missing', but does not come out there.\n"
        "training/abroad.yaml:16:16: 'in_japan' is listed under 'forbidding', but does not come out there.\n"
        "training/abroad.yaml:18:23: '3(1)ア' is listed under 'clauses', but does not come out there.\n"},
    {STANDARD, "label: {ja: 低, en: Low}}",
        "label: {ja: 低, en: Low}}\n  - {id: middle, label: {ja: 中, en: Middle}}",
        "stages/10-tier.yaml:13:5: No choice of the tier leads to the branch 'middle'.\n"},
    {STANDARD, "note: {ja: 控えを送ります, en: Send a copy}",
        "relevant: \"${branch} = 'low' and ${tier} = 'tier3'\"",
        "standard.yaml:33:5: 'head' never decides, whatever is answered.\n"
        "standard.yaml:33:5: warning: Some answers leave nobody who decides: 'head', the last, should have no 'relevant', or a wider one.\n"},
    {APPLICATION, "clauses: [\"4\"]\n",
        "clauses: [\"4\"]\nrelevant: \"${place} = 'abroad' and ${branch} = 'low'\"\n",
        "documents/application.yaml:2:1: 'application' is never of use, whatever is answered.\n"},
    {APPLICATION, "relevant: \"${place} = 'abroad'\"",
        "relevant: \"${place} = 'abroad' and ${branch} = 'low'\"",
        "documents/application.yaml:16:5: This part can never be printed, whatever is answered.\n"},
    {APPLICATION,
        "{kind: text, text: {ja: 国外の場合, en: If abroad}, relevant: \"${place} = 'abroad'\"}",
        "{kind: fields, fields: [{question: countries}], relevant: \"${place} = 'jp'\"}",
        "documents/application.yaml:16:29: 'countries' is never asked where this part is printed.\n"},
    {APPLICATION,
        "{kind: text, text: {ja: 国外の場合, en: If abroad}, relevant: \"${place} = 'abroad'\"}",
        "{kind: table, columns: [{label: {ja: 列, en: Column}}], rows: [{cells: [{question: countries}], relevant: \"${place} = 'jp'\"}, {cells: [{}], relevant: \"${place} = 'jp'\"}], relevant: \"${place} = 'abroad'\"}",
        "documents/application.yaml:16:67: This row can never be printed, whatever is answered.\n"
        "documents/application.yaml:16:130: This row can never be printed, whatever is answered.\n"},
    {APPLICATION,
        "{kind: text, text: {ja: 国外の場合, en: If abroad}, relevant: \"${place} = 'abroad'\"}",
        "{kind: table, columns: [{label: {ja: 列, en: Column}}], rows: [{cells: [{question: countries}], relevant: \"${place} = 'jp'\"}]}",
        "documents/application.yaml:16:76: 'countries' is never asked where this part is printed.\n"},
    {LOCATION, "constraint: . > 0", "constraint: . > 10 and . < 5",
        "stages/20-location.yaml:35:5: No answer to 'users' can satisfy its constraint.\n"},
    {LOCATION, "constraint: . > 0", "constraint: . > 0 or . <= 7",
        "stages/20-location.yaml:35:5: warning: The constraint of 'users' refuses nothing.\n"},
    {LOCATION, "pass: selected(${certificates}, 'iso27001')",
        "pass: ${users} > 10 and ${users} < 5",
        "stages/20-location.yaml:51:5: 'certified' can never be passed, whatever is answered.\n"
        "training/abroad.yaml:12:3: 'certified' comes out under 'advisory', but is not listed there.\n"},
    {LOCATION, "pass: selected(${certificates}, 'iso27001')",
        "pass: ${users} > 10 or ${users} <= 10",
        "stages/20-location.yaml:51:5: 'certified' can never fail, whatever is answered.\n"
        "training/abroad.yaml:12:3: 'certified' comes out under 'advisory', but is not listed there.\n"},
    {LOCATION, "pass: selected(${certificates}, 'iso27001')", "pass: ${users} > -1",
        "stages/20-location.yaml:51:5: 'certified' can never fail, whatever is answered.\n"
        "training/abroad.yaml:12:3: 'certified' comes out under 'advisory', but is not listed there.\n"},
    {LOCATION, "pass: selected(${certificates}, 'iso27001')",
        "pass: count-selected(${certificates}) = 3",
        "stages/20-location.yaml:51:5: 'certified' can never be passed, whatever is answered.\n"
        "training/abroad.yaml:12:3: 'certified' comes out under 'advisory', but is not listed there.\n"},
    {LOCATION, "pass: selected(${certificates}, 'iso27001')",
        "relevant: ${countries} = 'a'\n    pass: ${countries} = 'b' and selected(${certificates}, 'iso27001')",
        "stages/20-location.yaml:51:5: 'certified' can never be passed, whatever is answered.\n"},
    {LOCATION, "    binding: should\n    pass: selected(${certificates}, 'iso27001')",
        "    binding: should\n    relevant: ${branch} = 'high'\n    pass: ${place} = 'abroad'", ""},
    {LOCATION,
        "clauses: [\"3(2)\"]\n    binding: should\n    pass: selected(${certificates}, 'iso27001')",
        "clauses: [\"3(1)ア\"]\n    binding: must\n    relevant: ${branch} = 'high'\n    pass: ${place} = 'abroad'",
        "stages/20-location.yaml:51:5: 'certified' and 'in_japan' contradict each other: where both apply, no answer passes both.\n"},
    {LOCATION,
        "clauses: [\"3(2)\"]\n    binding: should\n    pass: selected(${certificates}, 'iso27001')",
        "clauses: [\"3(1)ア\"]\n    binding: must\n    relevant: ${place} = 'abroad'\n    pass: ${place} = 'abroad' and answered(${countries})",
        "training/abroad.yaml:12:3: 'certified' comes out under 'missing', but is not listed there.\n"},
    {LOCATION, "na_allowed: true\n", "na_allowed: true\n    binding: consider\n",
        "stages/20-location.yaml:20:5: warning: 'backup' is only consider, but its clause 3(1)イ is must, and nothing else holds it.\n"
        "training/abroad.yaml:12:3: 'backup' comes out under 'advisory', but is not listed there.\n"
        "training/abroad.yaml:15:13: 'backup' is listed under 'missing', but does not come out there.\n"
        "training/abroad.yaml:18:14: '3(1)イ' is listed under 'clauses', but does not come out there.\n"},
    {LOCATION, "clauses: [\"3(2)\"]\n    binding: should", "clauses: []\n    binding: should",
        "stages/20-location.yaml:51:5: warning: 'certified' is judged, but no clause says so.\n"},
    {LOCATION, "binding: should", "binding: must",
        "stages/20-location.yaml:51:5: warning: 'certified' is must, but no clause that it cites binds more than should.\n"},
    {LOCATION, "    constraint: . > 0\n", "    phase: operate\n    constraint: . > 0\n", ""},
    {LOCATION, "    clauses: [\"3(2)\"]\n", "    clauses: [\"3(2)\"]\n    phase: operate\n",
        "stages/20-location.yaml:52:5: warning: 'certified' is due for the application (select), but needs 'certificates', which comes only later (operate).\n"},
    {LOCATION, "phase: contract\n", "phase: contract\n    relevant: ${users} > 5\n",
        "stages/20-location.yaml:20:5: warning: 'backup' hangs on 'users', which is asked only after it; put it behind.\n"
        "stages/20-location.yaml:36:5: warning: 'users' decides whether 'backup' applies, so it should be required.\n"
        "training/abroad.yaml:15:13: 'backup' is listed under 'missing', but does not come out there.\n"
        "training/abroad.yaml:18:14: '3(1)イ' is listed under 'clauses', but does not come out there.\n"},
    {TRAINING, "tier: tier2", "teir: tier2",
        "training/abroad.yaml:7:3: The standard has no 'teir'; did you mean 'tier'?\n"},
    {TRAINING, "tier: tier2", "tier: tier4",
        "training/abroad.yaml:7:3: 'tier4' is not a choice of 'tier'; did you mean 'tier1'?\n"},
    {TRAINING, "en: A service abroad}", "en: ''}",
        "training/abroad.yaml:2:8: The words in 'en' are missing here.\n"
        "training/abroad.yaml:2:24: A text is missing here.\n"},
    {TRAINING, "missing: [backup, in_japan]", "missing: [backups, in_japan]",
        "training/abroad.yaml:15:13: The standard has no 'backups'; did you mean 'backup'?\n"},
    {TRAINING, "authority: board", "authority: boards",
        "training/abroad.yaml:13:14: The standard has no 'boards'; did you mean 'board'?\n"},
    {TRAINING, "branch: high", "branch: higher",
        "training/abroad.yaml:14:11: The standard has no 'higher'; did you mean 'high'?\n"},
    {TRAINING, "clauses: [\"3(1)イ\"", "clauses: [\"9\"",
        "training/abroad.yaml:18:14: The standard has no '9'.\n"},
    {TRAINING, "verdict: not_selectable", "verdict: selectable",
        "training/abroad.yaml:12:3: The verdict should be selectable, but is not_selectable.\n"},
    {TRAINING, "authority: board", "authority: head",
        "training/abroad.yaml:13:14: 'head' is expected here, but it is board.\n"},
    {TRAINING, "branch: high", "branch: low",
        "training/abroad.yaml:14:11: 'low' is expected here, but it is high.\n"},
    {TRAINING, "missing: [backup, in_japan]", "missing: [in_japan, in_japan]",
        "training/abroad.yaml:12:3: 'backup' comes out under 'missing', but is not listed there.\n"
        "training/abroad.yaml:15:23: 'in_japan' is listed under 'missing', but does not come out there.\n"},
    {TRAINING, "clauses: [\"3(1)イ\", ", "clauses: [",
        "training/abroad.yaml:12:3: '3(1)イ' comes out under 'clauses', but is not listed there.\n"},
    {TRAINING, "verdict: not_selectable", "verdict: not_selectible",
        "training/abroad.yaml:12:12: 'not_selectible' is not known here; did you mean 'not_selectable'?\n"},
    {TRAINING, "today: \"2026-11-20\"", "today: \"2026-13-20\"",
        "training/abroad.yaml:4:9: '2026-13-20' is not a date.\n"},
    {TRAINING, "title: {ja: 国外の例, en: A service abroad}\n", "",
        "training/abroad.yaml:2:1: 'title' is missing here.\n"},
};

static void lint(struct bundle *b, struct str *text)
{
    struct err_list problems = {0};
    struct standard *s = NULL;
    if (!pack_lint(b, "sample", &s, &problems))
        str_add(text, "does not parse\n");
    problems_text(text, &problems);
    err_list_release(&problems);
    standard_free(s);
}

static void every_row(void **state)
{
    (void)state;
    size_t wrong = 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct bundle b = sample_bundle();
        struct str text = {0};
        sample_change(&b, rows[i].path, rows[i].from, rows[i].to);
        lint(&b, &text);
        if (strcmp(str_text(&text), rows[i].problems) != 0) {
            print_error("%s:\n%swanted:\n%s", rows[i].to, str_text(&text), rows[i].problems);
            wrong++;
        }
        str_release(&text);
        bundle_release(&b);
    }
    assert_int_equal(wrong, 0);
}

/* What keeps a standard from being used and what is only wrong with it come in one run. */
static void all_at_once(void **state)
{
    (void)state;
    struct bundle b = sample_bundle();
    struct str text = {0};
    sample_change(&b, STANDARD, "label: {ja: 低, en: Low}", "label: {ja: 低}");
    sample_change(&b, CLAUSES, "    not_asked: {as: heading}\n", "");
    sample_change(&b, LOCATION, "pass: ${place} = 'jp'", "pass: ${place} = 'jpn'");
    sample_change(&b, MISSING, "id: missing", "id: lacking");
    sample_change(&b, TRAINING, "tier: tier2", "teir: tier2");
    lint(&b, &text);
    assert_string_equal(str_text(&text),
        "does not parse\n"
        "clauses.yaml:3:5: Nothing asks, judges or prints clause 1, and no 'not_asked' says why.\n"
        "documents:0:0: Every standard has a paper 'missing'; this one does not.\n"
        "stages/20-location.yaml:47:22: 'jpn' is not a choice of 'place'; did you mean 'jp'?\n"
        "standard.yaml:10:22: The words in 'en' are missing here.\n"
        "training/abroad.yaml:7:3: The standard has no 'teir'; did you mean 'tier'?\n");
    str_release(&text);
    bundle_release(&b);
}

/* Circles are told one by one, not only the first. */
static void every_circle(void **state)
{
    (void)state;
    struct bundle b = sample_bundle();
    struct str text = {0};
    sample_change(&b, LOCATION, "    relevant: ${branch} = 'high'\n    clauses",
        "    relevant: ${countries} = 'x'\n    clauses");
    sample_change(&b, LOCATION, "    phase: contract\n", "    relevant: ${users} > 1\n");
    sample_change(&b, LOCATION, "    constraint: . > 0\n", "    relevant: ${backup} = 'met'\n");
    lint(&b, &text);
    assert_string_equal(str_text(&text),
        "does not parse\n"
        "stages/20-location.yaml:7:5: These questions depend on each other in a circle: place -> countries -> place.\n"
        "stages/20-location.yaml:20:5: These questions depend on each other in a circle: backup -> users -> backup.\n");
    str_release(&text);
    bundle_release(&b);
}

/* A clause that is mistyped where it is cited is not missed besides. */
static void one_mistake_is_told_once(void **state)
{
    (void)state;
    struct bundle b = sample_bundle();
    struct str text = {0};
    sample_change(&b, TIER, "clauses: [\"2\"]", "clauses: [\"2(1)\"]");
    lint(&b, &text);
    assert_string_equal(str_text(&text),
        "does not parse\n"
        "stages/10-tier.yaml:18:16: There is no clause '2(1)' in clauses.yaml; did you mean '1(1)'?\n");
    str_release(&text);
    bundle_release(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_row),
        cmocka_unit_test(all_at_once),
        cmocka_unit_test(one_mistake_is_told_once),
        cmocka_unit_test(every_circle),
    };
    return cmocka_run_group_tests_name("lint", tests, NULL, NULL);
}
