/* SPDX-License-Identifier: MIT
 * What the app lists: the saved sessions, the standards on this machine, the training cases of one. */
#include "cli/errands.h"

#include "cli/load.h"
#include "core/dates.h"
#include "core/mem.h"
#include "pack/cases.h"
#include "text/msg.h"
#include "text/width.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

void clock_words(int64_t time, bool seconds, char out[16])
{
    time_t t = (time_t)time;
    struct tm local = {0};
    if (!localtime_r(&t, &local) || strftime(out, 16, seconds ? "%H:%M:%S" : "%H:%M", &local) == 0)
        out[0] = '\0';
}

/* Of today the time, else the day. */
static char *changed_words(const struct loop *l, int64_t time)
{
    char words[32];
    int32_t day = desk_day(time);
    if (day == l->app.today)
        clock_words(time, false, words);
    else
        day_short(l->app.lang, day, words);
    return mem_dup(words);
}

static bool is_held(const struct loop *l, const char *id)
{
    char *holder;
    bool held = store_holder(l->desk->store, id, &holder) && holder;
    free(holder);
    return held;
}

static void fill_row(struct loop *l, struct home_row *row, const struct summary *s)
{
    size_t ja = strcspn(s->standard_title, "\n");
    *row = (struct home_row){.id = mem_dup(s->id),
        .title = mem_dup(s->title),
        .standard = {[LANG_JA] = mem_copy(s->standard_title, ja),
            [LANG_EN] = mem_dup(s->standard_title + ja + (s->standard_title[ja] != '\0'))},
        .verdict = s->verdict,
        .decision = s->decision,
        .changed_since = s->changed_since,
        .answered = s->answered,
        .required = s->required,
        .missing = s->missing,
        .changed = is_held(l, s->id) ? mem_dup(tr(l->app.lang, N_("in use")))
                                     : changed_words(l, s->changed),
        .revised = errands_is_revised(l, s->standard_id, s->revision)};
}

bool errand_list(struct loop *l, const struct errand *errand, struct err *e)
{
    struct summaries list = {0};
    if (!desk_open(l->desk, true, e))
        return false;
    char *key = errand->text ? search_key(errand->text) : NULL;
    bool ok = store_list(l->desk->store, key, errand->offset, errand->limit, &list, e);
    free(key);
    if (!ok)
        return false;
    struct home_row *rows = mem_alloc(list.count, sizeof *rows);
    for (size_t i = 0; i < list.count; i++)
        fill_row(l, &rows[i], &list.at[i]);
    app_listed(&l->app, rows, list.count, errand->offset, list.total);
    summaries_release(&list);
    return true;
}

/* ---- standards ---- */

static void fill_standard(struct choose_row *row, const char *folder, const struct standard *s)
{
    *row = (struct choose_row){.id = mem_dup(folder), .revision = mem_dup(s->revision)};
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        row->title[lang] = mem_dup(words_in(&s->title, (enum lang)lang));
        row->issuer[lang] = mem_dup(words_in(&s->issuer, (enum lang)lang));
    }
}

/* A standard that cannot be read must not hide the others: it is left out, and the first such is told of. */
bool errand_standards(struct loop *l, struct err *e)
{
    struct shelf shelf = {0};
    if (!shelf_read(&shelf, e))
        return false;
    struct choose_row *rows = mem_alloc(shelf.count, sizeof *rows);
    struct err_list problems = {0};
    size_t count = 0, usual = NONE;
    const char *name = settings_text(l->desk->settings, SETTING_STANDARD);
    for (size_t i = 0; i < shelf.count; i++) {
        struct bundle bundle;
        struct standard *standard;
        const struct shelf_item *row = &shelf.at[i];
        if (load_standard(row->folder, &bundle, &standard, &problems)) {
            if (name && (!strcmp(row->id, name) || !strcmp(row->folder, name)))
                usual = count;
            fill_standard(&rows[count++], row->folder, standard);
        }
        standard_free(standard);
        bundle_release(&bundle);
    }
    shelf_release(&shelf);
    app_standards(&l->app, rows, count, usual);
    bool ok = problems.count == 0;
    if (!ok)
        *e = problems.at[0];
    err_list_release(&problems);
    return ok;
}

/* ---- cases ---- */

static void fill_case(struct case_row *row, const struct training_case *c)
{
    *row = (struct case_row){.id = mem_dup(c->id)};
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        row->title[lang] = mem_dup(words_in(&c->title, (enum lang)lang));
        row->story[lang] = mem_dup(words_in(&c->story, (enum lang)lang));
        row->reason[lang] = mem_dup(words_in(&c->reason, (enum lang)lang));
    }
}

/* More where much is answered and much is missing: there one can find things out and do them. */
static size_t to_see(const struct training_case *c)
{
    size_t missing = 0;
    while (c->missing[missing].text)
        missing++;
    return c->verdict == VERDICT_INCOMPLETE ? c->answers.count * (missing + 1) : 0;
}

/* The one with most to see stands first: a newcomer begins there. */
static void tell_cases(struct loop *l, const struct case_list *cases)
{
    struct case_row *rows = mem_alloc(cases->count, sizeof *rows);
    size_t first = 0;
    for (size_t i = 1; i < cases->count; i++)
        if (to_see(&cases->at[i]) > to_see(&cases->at[first]))
            first = i;
    for (size_t i = 0; i < cases->count; i++)
        fill_case(&rows[i], &cases->at[i == 0 ? first : i <= first ? i - 1 : i]);
    app_cases(&l->app, rows, cases->count);
}

/* A case that cannot be read hides no other; where none can be, that is told. */
bool errand_cases(struct loop *l, const struct errand *errand, struct err *e)
{
    struct bundle bundle;
    struct case_list cases = {0};
    struct err_list problems = {0};
    bool ok = load_files(errand->subject, &bundle, e);
    if (ok)
        case_list_read(&cases, &bundle, &problems);
    if (!cases.count && problems.count) {
        *e = problems.at[0];
        ok = false;
    }
    if (ok)
        tell_cases(l, &cases);
    err_list_release(&problems);
    case_list_release(&cases);
    bundle_release(&bundle);
    return ok;
}
