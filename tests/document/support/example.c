/* SPDX-License-Identifier: MIT
 * Sessions for tests of papers. */
#include "example.h"

#include "core/dates.h"
#include "core/mem.h"
#include "pack/cases.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

struct standard *example_standard(const char *folder, const char *id)
{
    struct bundle bundle = {0};
    struct err_list problems = {0};
    struct standard *standard = NULL;
    struct err e = {0};
    if (!bundle_read(&bundle, folder, &e))
        fail_msg("%s: %s %s", folder, e.text, e.arg[0]);
    if (!pack_parse(&bundle, id, &standard, &problems))
        fail_msg("%s:%u:%u: %s %s", problems.at[0].file, problems.at[0].line, problems.at[0].column,
            problems.at[0].text, problems.at[0].arg[0]);
    bundle_release(&bundle);
    err_list_release(&problems);
    return standard;
}

void example_put(struct session *s, enum entry_what what, const char *subject, const char *value)
{
    struct entry next;
    struct err e = {0};
    session_next(s, &next, EXAMPLE_NOW + s->seq * 60, "sato (1000)", what, subject, value);
    if (!session_apply(s, &next, &e))
        fail_msg("%s=%s: %s %s", subject, value ? value : "(none)", e.text, e.arg[0]);
    entry_release(&next);
}

void example_begin_under(struct session *s, struct standard *standard, int32_t today)
{
    assert_int_equal(setenv("TZ", "JST-9", 1), 0);
    tzset();
    session_init(s, standard, today);
    /* not the standard's own digest: a word changed in its training cases must not change every golden file */
    example_put(s, ENTRY_BEGIN, "k7m2p9qx",
        "0000000000000000000000000000000000000000000000000000000000000000");
    example_put(s, ENTRY_TITLE, "", "庁内ファイル共有の試行");
}

void example_end(struct session *s)
{
    s->standard = NULL; /* it goes on */
    session_release(s);
}

void example_begin(struct session *s, const char *folder, const char *id, int32_t today)
{
    example_begin_under(s, example_standard(folder, id), today);
}

static void put_evidence(struct session *s, const struct given *g)
{
    for (size_t i = 0; i < g->evidence_count; i++) {
        char *packed = evidence_pack(&g->evidence[i]);
        example_put(s, ENTRY_EVIDENCE, g->question, packed);
        free(packed);
    }
}

static void put_given(struct session *s, const struct given *g)
{
    size_t question = standard_question(s->standard, g->question, strlen(g->question));
    char *value = NULL;
    struct err e;
    assert_true(question != NONE);
    if (g->value && *g->value) {
        if (!answers_read(s->standard, question, g->value, &value, &e))
            fail_msg("%s=%s: %s %s", g->question, g->value, e.text, e.arg[0]);
        example_put(s, ENTRY_ANSWER, g->question, value);
        free(value);
    }
    if (g->pending) {
        char *packed = pending_pack(g->pending_whom, g->pending_since);
        example_put(s, ENTRY_PENDING, g->question, packed);
        free(packed);
    }
    if (g->note)
        example_put(s, ENTRY_NOTE, g->question, g->note);
    put_evidence(s, g);
}

void example_given(struct session *s, const struct given_list *given)
{
    for (size_t i = 0; i < given->count; i++)
        put_given(s, &given->at[i]);
}

static void put_pair(struct session *s, const char *pair)
{
    char *id = mem_dup(pair), *value = strchr(id, '=');
    assert_non_null(value);
    *value++ = '\0';
    if (strcmp(value, "?") == 0) {
        char *packed = pending_pack("営業担当", "2026-07-03");
        example_put(s, ENTRY_PENDING, id, packed);
        free(packed);
    } else {
        example_put(s, ENTRY_ANSWER, id, value);
    }
    free(id);
}

void example_answer(struct session *s, const char *pairs)
{
    char *copy = mem_dup(pairs), *rest = copy;
    for (char *pair = strtok_r(copy, " ", &rest); pair; pair = strtok_r(NULL, " ", &rest))
        put_pair(s, pair);
    free(copy);
}

void example_case(struct session *s, const char *checklists, const char *standard, const char *name)
{
    char folder[512], path[512];
    struct bundle bundle = {0};
    struct training_case c;
    struct err_list problems = {0};
    struct err e;
    const struct bundle_file *file = NULL;
    (void)snprintf(folder, sizeof folder, "%s/%s", checklists, standard);
    (void)snprintf(path, sizeof path, "training/%s.yaml", name);
    if (!bundle_read(&bundle, folder, &e))
        fail_msg("%s: %s", folder, e.text);
    for (size_t i = 0; i < bundle.count; i++)
        if (strcmp(bundle.file[i].path, path) == 0)
            file = &bundle.file[i];
    if (!file || !case_read(&c, file, &problems))
        fail_msg("no case %s of %s", name, standard);
    example_begin(s, folder, standard, c.today == DAY_NONE ? EXAMPLE_TODAY : c.today);
    example_given(s, &c.answers);
    case_release(&c);
    err_list_release(&problems);
    bundle_release(&bundle);
}
