/* SPDX-License-Identifier: MIT
 * Many papers for the screen: what the sessions on the list can be printed as, and a batch that goes on between two keys. */
#include "cli/errands.h"

#include "cli/batch_run.h"
#include "cli/path.h"
#include "core/mem.h"
#include "text/msg.h"
#include "text/width.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { PROGRESS_COLUMNS = 60, TABLE_PREVIEW = 50 };

/* ---- what there is to print ---- */

/* The sessions on the list: the first of each standard, and how many that has. */
struct seen {
    struct summaries firsts;
    struct many_count *of; /* one for each of them */
    size_t of_cap;
};

static bool is_known(const struct many *m, const char *id, const char *standard)
{
    for (size_t i = 0; i < m->count; i++) {
        const char *of = m->papers[i].standard;
        if (strcmp(m->papers[i].id, id) == 0 &&
            (standard ? of && strcmp(of, standard) == 0 : of == NULL))
            return true;
    }
    return false;
}

static void add_paper(struct many *m, size_t *cap, const char *id, const struct many_count *of,
    const char *standard, const struct words *title)
{
    if (is_known(m, id, standard))
        return;
    m->papers = mem_grow(m->papers, m->count, cap, sizeof *m->papers);
    struct many_paper *p = &m->papers[m->count++];
    *p = (struct many_paper){.id = mem_dup(id), .standard = mem_dup(standard), .of = *of};
    for (enum lang lang = 0; lang < LANG_COUNT; lang++)
        p->title[lang] = mem_dup(words_in(title, lang));
}

/* Tables first: they are what one comes for most. */
static void add_papers(
    struct many *m, size_t *cap, const struct standard *s, const struct many_count *of, bool tables)
{
    for (size_t i = 0; i < s->paper_count; i++)
        if (!tables)
            add_paper(m, cap, s->papers[i].id, &m->all, NULL, &s->papers[i].title);
        else if (together_may(s, i))
            add_paper(m, cap, s->papers[i].id, of, s->id, &s->papers[i].together);
}

static size_t standard_seen(const struct seen *seen, const struct summary *s)
{
    size_t i = 0;
    while (i < seen->firsts.count && strcmp(seen->firsts.at[i].standard_id, s->standard_id) != 0)
        i++;
    return i;
}

static void count_one(struct many_count *of, const struct summary *s)
{
    of->of[WHICH_ALL]++;
    of->of[WHICH_SELECTABLE] += s->verdict == VERDICT_SELECTABLE;
    of->of[WHICH_APPROVED] += decision_approves(s->decision);
}

/* Takes the summary over if it is the first of its standard. */
static void see(struct seen *seen, struct summary *s)
{
    size_t i = standard_seen(seen, s);
    if (i == seen->firsts.count) {
        struct summaries *firsts = &seen->firsts;
        firsts->at = mem_grow(firsts->at, firsts->count, &firsts->cap, sizeof *firsts->at);
        seen->of = mem_grow(seen->of, firsts->count, &seen->of_cap, sizeof *seen->of);
        seen->of[i] = (struct many_count){0};
        count_one(&seen->of[i], s);
        firsts->at[firsts->count++] = *s;
        *s = (struct summary){0};
    } else {
        count_one(&seen->of[i], s);
    }
}

static bool look(struct loop *l, const char *key, struct seen *seen, struct many *m, struct err *e)
{
    enum { PAGE = 200 };
    for (size_t offset = 0;; offset += PAGE) {
        struct summaries list = {0};
        if (!store_list(l->desk->store, key, offset, PAGE, &list, e))
            return false;
        for (size_t i = 0; i < list.count; i++) {
            count_one(&m->all, &list.at[i]);
            see(seen, &list.at[i]);
        }
        size_t got = list.count;
        summaries_release(&list);
        if (got < PAGE)
            return true;
    }
}

static bool gather_papers(struct loop *l, const struct seen *seen, struct many *m, struct err *e)
{
    size_t cap = 0;
    for (int tables = 1; tables >= 0; tables--)
        for (size_t i = 0; i < seen->firsts.count; i++) {
            struct session s;
            if (!desk_read(l->desk, l->desk->store, seen->firsts.at[i].id, false, &s, e))
                return false;
            add_papers(m, &cap, s.standard, &seen->of[i], tables);
            session_release(&s);
        }
    return true;
}

bool errand_many(struct loop *l, const struct errand *errand, struct err *e)
{
    struct many m = {0};
    struct seen seen = {0};
    char *key = errand->choice.key ? search_key(errand->choice.key) : NULL;
    bool ok = desk_open(l->desk, true, e) && store_look(l->desk->store, e);
    if (ok)
        ok = store_looked(l->desk->store, look(l, key, &seen, &m, e), e) &&
             gather_papers(l, &seen, &m, e);
    app_many(&l->app, m); /* what could be read of them */
    summaries_release(&seen.firsts);
    free(seen.of);
    free(key);
    return ok;
}

/* ---- beginning ---- */

void errands_forget_batch(struct loop *l)
{
    batch_release(&l->batch);
    free(l->batch_path);
    l->batch_path = NULL;
    l->batching = false;
}

/* The sessions of the list, for a paper or a table of them. key is the caller's. */
static struct selection filter_of(
    const struct errand *errand, const struct many_paper *paper, const char *key)
{
    return (struct selection){.key = key,
        .standard = paper->standard,
        .by_verdict = errand->choice.which == WHICH_SELECTABLE,
        .verdict = VERDICT_SELECTABLE,
        .by_decision = errand->choice.which == WHICH_APPROVED,
        .decision = DECISION_APPROVED};
}

static bool begin(struct loop *l, const struct errand *errand, const char *path, struct err *e)
{
    const struct many_paper *paper =
        errand->paper == PAPER_ALL ? NULL : &l->app.many.papers[errand->paper];
    struct batch_order order = {.how.columns = errand->columns,
        .lang = errand->lang,
        .folder = paper && paper->standard ? NULL : path,
        .overwrite = errand->overwrite};
    if (!format_parse(errand->format, &order.format))
        return false;
    errands_forget_batch(l);
    if (!paper)
        return batch_all_papers(&l->batch, l->desk, l->where, l->session->id, &order, e);
    l->batch_path = mem_dup(path);
    char *key = errand->choice.key ? search_key(errand->choice.key) : NULL;
    struct selection filter = filter_of(errand, paper, key);
    bool ok = batch_of_many(&l->batch, l->desk, &filter, paper->id, &order, e);
    free(key);
    return ok;
}

static void tell_progress(struct loop *l)
{
    struct str at = {0}, line = {0};
    batch_progress(&l->batch, PROGRESS_COLUMNS, &at);
    tr_add(&line, l->app.lang, N_("Writing {1}"), str_text(&at));
    app_progress(&l->app, str_text(&line));
    str_release(&at);
    str_release(&line);
}

bool errand_batch(struct loop *l, const struct errand *errand, struct err *e)
{
    char *path = path_whole(errand->text);
    bool asked = false, ok = errand_have_folder(l, errand, path, &asked, e);
    bool table = errand->paper != PAPER_ALL && l->app.many.papers[errand->paper].standard;
    if (ok && !asked && table && !errand->overwrite && access(path, F_OK) == 0) {
        app_exists(&l->app);
        asked = true;
    }
    if (ok && !asked) {
        ok = begin(l, errand, path, e);
        l->batching = ok;
        if (ok)
            tell_progress(l);
        else
            errands_forget_batch(l);
    }
    free(path);
    return ok;
}

/* ---- going on ---- */

/* A table is written when all its rows are there, and not at all if it was stopped. */
static bool write_table(struct loop *l, struct err *e)
{
    struct str bytes = {0};
    bool ok = batch_table(&l->batch, &bytes, e) &&
              output_write(l->batch_path, str_text(&bytes), bytes.len, l->batch.order.overwrite, e);
    str_release(&bytes);
    return ok;
}

static void finish(struct loop *l)
{
    struct str sentence = {0};
    struct err e;
    bool table = l->batch.paper && !l->batch.folder, whole = batch_ended(&l->batch);
    bool ok =
        batch_settle(&l->batch, &e) && (!table || !whole || !l->batch.made || write_table(l, &e));
    l->batching = false;
    batch_words(&l->batch, l->app.lang, &sentence);
    if (l->batch.failed.count) {
        str_add_char(&sentence, ' ');
        err_words(&sentence, l->app.lang, &l->batch.failed.at[0]);
    }
    app_printed(&l->app, str_text(&sentence), l->batch.left_count);
    if (!ok)
        app_failed(&l->app, &e);
    else if (table && whole && l->batch.made)
        app_written(&l->app, l->batch_path);
    str_release(&sentence);
}

void errands_step(struct loop *l)
{
    struct err e;
    if (batch_step(&l->batch, &e)) {
        if (batch_ended(&l->batch))
            finish(l);
        else
            tell_progress(l);
        return;
    }
    finish(l);
    app_failed(&l->app, &e);
}

void errands_run_batch(struct loop *l)
{
    struct err e;
    bool ok = batch_run(&l->batch, &e);
    finish(l);
    if (!ok)
        app_failed(&l->app, &e);
}

void errand_stop(struct loop *l)
{
    if (l->batching)
        finish(l);
}

void errand_batch_again(struct loop *l)
{
    batch_overwrite(&l->batch);
    l->batching = true;
    tell_progress(l);
}

/* ---- looking at one before ---- */

/* The paper of the first session, or the table of the first few. */
bool errand_many_paper(struct loop *l, const struct errand *errand, struct str *out, struct err *e)
{
    const struct many_paper *paper = &l->app.many.papers[errand->paper];
    const struct batch_order order = {.format = FORMAT_TEXT, .lang = errand->lang};
    char *key = errand->choice.key ? search_key(errand->choice.key) : NULL;
    struct selection filter = filter_of(errand, paper, key);
    struct batch b = {0};
    bool ok = batch_of_many(&b, l->desk, &filter, paper->id, &order, e);
    b.order.how.columns = errand->columns;
    if (b.count > TABLE_PREVIEW)
        b.count = TABLE_PREVIEW;
    if (ok && paper->standard) {
        while (ok && !batch_ended(&b))
            ok = batch_step(&b, e);
        ok = ok && batch_table(&b, out, e);
    } else if (ok) {
        ok = batch_first(&b, out, e);
    }
    batch_release(&b);
    free(key);
    return ok;
}
