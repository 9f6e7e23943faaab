/* SPDX-License-Identifier: MIT
 * Each thing that can be wrong in a standard's files, with the line it is reported on: the sample, changed in one place. */
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

static const struct row {
    const char *path, *from, *to;
    const char *problems;
} rows[] = {
    {TIER, "en: Tier}", "en: 'Tier}",
        "stages/10-tier.yaml:3:22: This quotation mark is never closed.\n"},
    {TIER, "label: {ja: 機密性, en: Tier}", "label: {ja: 機密性, en: Tier",
        "stages/10-tier.yaml:4:10: A ',' or '}' is missing in the mapping that begins on line 3.\n"},
    {TIER, "questions:\n", "questions:\n\t",
        "stages/10-tier.yaml:5:1: A text cannot begin with this character; put it in quotation marks (and indent with spaces, not tabs).\n"},
    {TIER, "  - id: tier\n", "  - id: tier\n   wrong\n",
        "stages/10-tier.yaml:13:5: 'type' is missing here.\n"
        "stages/10-tier.yaml:13:5: 'label' is missing here.\n"
        "stages/10-tier.yaml:14:4: Another '- ' was expected in the list that begins on line 5; check the indentation.\n"},
    {TIER, "id: tier_stage", "id: &a tier_stage",
        "stages/10-tier.yaml:2:5: Anchors (&) are not accepted here.\n"},
    {TIER, "id: tier_stage", "id: *a",
        "stages/10-tier.yaml:2:5: Aliases (*) are not accepted here; write it out.\n"},
    {TIER, "id: tier_stage", "id: !!str tier_stage",
        "stages/10-tier.yaml:2:5: Tags (!) are not accepted here.\n"},
    {TIER, "id: tier_stage", "id: \"\\x1b[0m\"",
        "stages/10-tier.yaml:2:5: This text holds the control character U+001B; take it out.\n"},
    {TIER, "id: tier_stage", "id: \"\\q\"",
        "stages/10-tier.yaml:2:6: This escape after a backslash is not known; write the character itself, or use '...'.\n"},
    {TIER, "id: tier_stage", "id: \xff",
        "stages/10-tier.yaml:2:5: The byte FF is not valid here: the file must be plain text in UTF-8.\n"},
    {TIER, "id: tier_stage", "---\nid: tier_stage\n---\nid: b",
        "stages/10-tier.yaml:3:1: 'label' is missing here.\n"
        "stages/10-tier.yaml:3:1: 'questions' is missing here.\n"
        "stages/10-tier.yaml:4:1: A file holds one document only; take '---' out.\n"},
    {TIER, "id: tier_stage", "%YAML 1.1\nid: tier_stage",
        "stages/10-tier.yaml:3:1: The file should end here; check the indentation.\n"},
    {TIER, "id: tier_stage", "id tier_stage",
        "stages/10-tier.yaml:2:1: Keys with values were expected here ('id: ...').\n"
        "stages/10-tier.yaml:3:6: A ': ' cannot stand here; put the text in quotation marks, or check the indentation.\n"},
    {TIER, "", "", "stages/10-tier.yaml:1:1: The file is empty.\n"},
    {TIER, "", "- a\n",
        "stages/10-tier.yaml:1:1: Keys with values were expected here ('id: ...').\n"},
    {STANDARD, "issuer:", "isuer:",
        "standard.yaml:6:1: There is no key 'isuer' here; did you mean 'issuer'?\n"},
    {STANDARD, "revision: \"2026-04-01\"\n", "",
        "standard.yaml:2:1: 'revision' is missing here.\n"},
    {STANDARD, "in_force: \"2026-04-01\"", "in_force: \"2026-02-30\"",
        "standard.yaml:7:12: '2026-02-30' is not a date.\n"},
    {STANDARD, "id: sample", "id: simple",
        "standard.yaml:2:5: The id is 'simple', but the folder is called 'sample'. Two revisions lie in two folders: old/simple and new/simple.\n"},
    {STANDARD, "id: sample", "id: Sample",
        "standard.yaml:2:5: 'Sample' is not an id: a-z first, then a-z, 0-9 and _, at most 64 characters.\n"},
    {STANDARD, "branch: low", "branch: lo",
        "standard.yaml:19:60: There is no branch 'lo'; did you mean 'low'?\n"},
    {STANDARD, "tier: tier", "tier: teir",
        "standard.yaml:11:7: There is no question 'teir'; did you mean 'tier'?\n"},
    {STANDARD, "tier: tier", "tier: countries",
        "standard.yaml:11:7: The tier must be a question of type select_one.\n"},
    {STANDARD, "tier: tier\n", "",
        "standard.yaml:1:1: There are branches, but no 'tier' names the question that leads to them.\n"},
    {STANDARD, "{id: low,", "{id: high,",
        "standard.yaml:10:10: The id 'high' is taken already (standard.yaml:9).\n"
        "standard.yaml:19:60: There is no branch 'low'.\n"},
    {STANDARD, "ordered: true", "ordered: yes",
        "standard.yaml:17:14: 'yes' is not known here; there are: false, true.\n"},
    {STANDARD, "  yes_no:\n", "  tiers:\n",
        "standard.yaml:22:3: The id 'tiers' is taken already (standard.yaml:16).\n"},
    {STANDARD, "within: ${kind} = 'ordinary'", "within: ${kind} = 'ordinry'",
        "standard.yaml:27:21: 'ordinry' is not a choice of 'kind'; did you mean 'ordinary'?\n"},
    {STANDARD, "clauses: [\"5\"]", "clauses: [\"5\", \"5(1)\"]",
        "standard.yaml:32:94: There is no clause '5(1)' in clauses.yaml; did you mean '1(1)'?\n"},
    {STANDARD, "title: {ja: 見本の基準, en: Sample standard}", "title: Sample",
        "standard.yaml:4:8: Words are written in both languages: {ja: ..., en: ...}.\n"},
    {STANDARD, "title: {ja: 見本の基準, en: Sample standard}", "title: {ja: [], en: ''}",
        "standard.yaml:4:13: A text was expected here.\n"
        "standard.yaml:4:22: A text is missing here.\n"},
    {CLAUSES, "binding: should", "binding: shuld",
        "clauses.yaml:21:14: 'shuld' is not known here; did you mean 'should'?\n"},
    {CLAUSES, "as: heading", "as: head",
        "clauses.yaml:6:21: 'head' is not known here; there are: heading, definition, duty, example, scope.\n"},
    {CLAUSES, "- id: \"4\"", "- id: \"3(2)\"",
        "clauses.yaml:23:10: The id '3(2)' is taken already (clauses.yaml:20).\n"
        "documents/application.yaml:6:12: There is no clause '4' in clauses.yaml.\n"},
    {CLAUSES, "clauses:\n", "clauses: {}\nx:\n",
        "clauses.yaml:2:10: A list was expected here ('- ...' lines or [..., ...]).\n"
        "clauses.yaml:3:1: There is no key 'x' here; there are: clauses.\n"},
    {TIER, "id: kind", "id: branch",
        "stages/10-tier.yaml:5:9: 'branch' has a meaning of its own; choose another id.\n"
        "standard.yaml:27:11: There is no question 'kind'.\n"},
    {TIER, "choices: tiers", "choices: tier",
        "stages/10-tier.yaml:16:14: There is no list of choices 'tier'; did you mean 'tiers'?\n"},
    {TIER, "    choices: tiers\n", "", "stages/10-tier.yaml:13:5: 'choices' is missing here.\n"},
    {TIER, "required: true", "required: true\n    required: false",
        "stages/10-tier.yaml:12:5: The key 'required' stands here twice.\n"},
    {TIER, "{id: meeting,", "{id: ordinary,",
        "stages/10-tier.yaml:10:14: The id 'ordinary' is taken already (stages/10-tier.yaml:9).\n"},
    {TIER, "id: tier_stage\n", "id: location\n",
        "stages/20-location.yaml:2:5: The id 'location' is taken already (stages/10-tier.yaml:2).\n"},
    {TIER, "clauses: [\"2\"]", "clauses: \"2\"",
        "stages/10-tier.yaml:18:15: A list was expected here ('- ...' lines or [..., ...]).\n"},
    {TIER, "choices: tiers", "choices: tiers\n    ordered: true",
        "stages/10-tier.yaml:13:5: 'ordered' belongs to the list of choices in standard.yaml.\n"},
    {LOCATION, "id: countries", "id: place",
        "stages/20-location.yaml:16:9: The id 'place' is taken already (stages/20-location.yaml:7).\n"},
    {LOCATION, "id: certified", "id: place",
        "stages/20-location.yaml:51:5: 'place' is the id of a question already.\n"},
    {LOCATION, "id: certified", "id: backup",
        "stages/20-location.yaml:51:9: The id 'backup' is taken already (stages/20-location.yaml:20).\n"},
    {LOCATION, "type: text", "type: text\n    default: '{nmae}, {office}'",
        "stages/20-location.yaml:18:15: Nothing is called {nmae}; did you mean {name}?\n"},
    {LOCATION, "type: check\n", "type: check\n    default: met\n",
        "stages/20-location.yaml:20:5: A question of type check has no 'default'.\n"},
    {LOCATION, "type: text", "type: txt",
        "stages/20-location.yaml:17:11: 'txt' is not known here; did you mean 'text'?\n"},
    {LOCATION, "type: text", "type: text\n    choices: yes_no",
        "stages/20-location.yaml:16:5: A question of type text has no 'choices'.\n"},
    {LOCATION, "type: text", "type: text\n    finding: {ja: あ, en: a}",
        "stages/20-location.yaml:16:5: A question of type text has no 'finding'.\n"},
    {LOCATION, "    remedy: {ja: 控えを取ってもらいます, en: Have backups kept}\n", "",
        "stages/20-location.yaml:20:5: 'remedy' is missing here.\n"},
    {LOCATION, "source: section", "source: secton",
        "stages/20-location.yaml:40:13: There is no source 'secton'; did you mean 'section'?\n"},
    {LOCATION, "phase: contract", "phase: contact",
        "stages/20-location.yaml:24:12: 'contact' is not known here; did you mean 'contract'?\n"},
    {LOCATION, "binding: should", "binding: info",
        "stages/20-location.yaml:51:5: What is judged binds as must, should or consider.\n"},
    {LOCATION, "relevant: ${place} = 'abroad'", "relevant: ${plac} = 'abroad'",
        "stages/20-location.yaml:19:15: There is no question 'plac'; did you mean 'place'?\n"},
    {LOCATION, "relevant: ${place} = 'abroad'", "relevant: \"${place} = 'jpn'\"",
        "stages/20-location.yaml:19:27: 'jpn' is not a choice of 'place'; did you mean 'jp'?\n"},
    {LOCATION, "relevant: ${place} = 'abroad'", "relevant: >\n      ${place} = 'jpn'",
        "stages/20-location.yaml:19:15: 'jpn' is not a choice of 'place'; did you mean 'jp'?\n"},
    {LOCATION, "constraint: . > 0", "constraint: . > 'a'",
        "stages/20-location.yaml:38:19: These two cannot be compared: they are of different kinds.\n"},
    {LOCATION, "relevant: ${branch} = 'high'",
        "relevant: ${countries} = 'x' and ${branch} = 'high'",
        "stages/20-location.yaml:7:5: These questions depend on each other in a circle: place -> countries -> place.\n"},
    {LOCATION, "pass: ${place} = 'jp'", "pass: ''",
        "stages/20-location.yaml:47:12: A text is missing here.\n"},
    {LOCATION, "clauses: [\"3(2)\"]", "clauses: [\"3(3)\"]",
        "stages/20-location.yaml:34:16: There is no clause '3(3)' in clauses.yaml; did you mean '3(2)'?\n"},
    {APPLICATION, "builtin: title", "builtin: titel",
        "documents/application.yaml:11:47: 'titel' is not known here; did you mean 'title'?\n"},
    {APPLICATION, "builtin: title", "builtin: title, question: users",
        "documents/application.yaml:11:9: A field shows a question or a built-in, not both.\n"},
    {APPLICATION, "builtin: title", "builtin: title, choices: [{ja: 可, en: Yes}]",
        "documents/application.yaml:11:9: Only a blank to be filled in has choices or a type.\n"},
    {APPLICATION, "builtin: title", "builtin: title, type: date",
        "documents/application.yaml:11:9: Only a blank to be filled in has choices or a type.\n"},
    {APPLICATION, "builtin: title", "type: date, choices: [{ja: 可, en: Yes}]",
        "documents/application.yaml:11:9: A blank has choices or a type, not both.\n"},
    {APPLICATION, "builtin: title", "type: dtae",
        "documents/application.yaml:11:44: 'dtae' is not known here; did you mean 'date'?\n"},
    {APPLICATION, "question: users", "question: user",
        "documents/application.yaml:12:20: There is no question 'user'; did you mean 'users'?\n"},
    {APPLICATION, "stage: location", "stage: locaton",
        "documents/application.yaml:14:60: There is no stage 'locaton'; did you mean 'location'?\n"},
    {APPLICATION, "kind: verdict,", "kind: verdict, stage: location,",
        "documents/application.yaml:15:5: A part of this kind has no 'stage'.\n"},
    {APPLICATION, "kind: verdict,", "kind: verdict, decisions: [returnd],",
        "documents/application.yaml:15:33: 'returnd' is not known here; did you mean 'returned'?\n"},
    {APPLICATION, "kind: text, text: {ja: 国外の場合, en: If abroad}", "kind: text",
        "documents/application.yaml:16:5: 'text' is missing here.\n"},
    {APPLICATION, "kind: verdict,", "kind: verdict, most: 3,",
        "documents/application.yaml:15:5: A part of this kind has no 'most'.\n"},
    {APPLICATION, "kind: text, text: {ja: 国外の場合, en: If abroad}",
        "kind: table, rows: [{cells: [{}]}]",
        "documents/application.yaml:16:5: 'columns' is missing here.\n"
        "documents/application.yaml:16:26: This row has more cells than there are columns.\n"},
    {APPLICATION, "kind: text, text: {ja: 国外の場合, en: If abroad}",
        "kind: table, columns: [{label: {ja: 列, en: Column}}], rows: [{cells: [{builtin: title, clauses: []}]}, {cells: [{builtin: title, question: users}]}]",
        "documents/application.yaml:16:118: A cell shows words, a question, a built-in or clauses, one of them only.\n"},
    {APPLICATION, "relevant: \"${place} = 'abroad'\"", "relevant: \"${place} > 'abroad'\"",
        "documents/application.yaml:16:72: These have no order: only = and != compare them.\n"},
};

static void check_row(const struct row *row)
{
    struct bundle b = sample_bundle();
    struct err_list problems = {0};
    struct standard *s = NULL;
    struct str text = {0};
    sample_change(&b, row->path, row->from, row->to);
    assert_false(pack_parse(&b, "sample", &s, &problems));
    assert_null(s);
    problems_text(&text, &problems);
    assert_string_equal(str_text(&text), row->problems);
    str_release(&text);
    err_list_release(&problems);
    bundle_release(&b);
}

static void every_row(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        check_row(&rows[i]);
}

/* Errors of several files, and several of one, come in one run. */
static void all_at_once(void **state)
{
    (void)state;
    struct bundle b = sample_bundle();
    struct err_list problems = {0};
    struct standard *s = NULL;
    struct str text = {0};
    sample_change(&b, STANDARD, "issuer:", "isuer:");
    sample_change(&b, CLAUSES, "binding: should", "binding: shuld");
    sample_change(&b, LOCATION, "na_allowed: true", "na_allowed: maybe");
    sample_change(&b, LOCATION, "pass: ${place} = 'jp'", "pass: ${place} = 'jpn'");
    sample_change(&b, APPLICATION, "question: users", "question: user");
    assert_false(pack_parse(&b, "sample", &s, &problems));
    problems_text(&text, &problems);
    assert_string_equal(str_text(&text),
        "clauses.yaml:21:14: 'shuld' is not known here; did you mean 'should'?\n"
        "documents/application.yaml:12:20: There is no question 'user'; did you mean 'users'?\n"
        "stages/20-location.yaml:25:17: 'maybe' is not known here; there are: false, true.\n"
        "stages/20-location.yaml:47:22: 'jpn' is not a choice of 'place'; did you mean 'jp'?\n"
        "standard.yaml:6:1: There is no key 'isuer' here; did you mean 'issuer'?\n");
    str_release(&text);
    err_list_release(&problems);
    bundle_release(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_row),
        cmocka_unit_test(all_at_once),
    };
    return cmocka_run_group_tests_name("errors", tests, NULL, NULL);
}
