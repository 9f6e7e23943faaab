/* SPDX-License-Identifier: MIT
 * Many papers in one go. */
#include "cli/batch.h"

#include "core/mem.h"
#include "document/document.h"
#include "document/file_name.h"
#include "text/msg.h"
#include "text/number.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { PAGE = 200, TOLD_FAILURES = 20 };

/* ---- which ---- */

/* The list is read a part at a time, for only ids are kept of it. */
static bool gather(struct store *where, const struct selection *filter, session_id **ids,
    size_t *count, struct err *e)
{
    size_t cap = 0;
    for (size_t offset = 0;; offset += PAGE) {
        struct summaries list = {0};
        if (!store_list(where, filter->key, offset, PAGE, &list, e))
            return false;
        for (size_t i = 0; i < list.count; i++) {
            if (!selection_passes(filter, &list.at[i]))
                continue;
            *ids = mem_grow(*ids, *count, &cap, sizeof **ids);
            memcpy((*ids)[(*count)++], list.at[i].id, SESSION_ID_BYTES);
        }
        size_t got = list.count;
        summaries_release(&list);
        if (got < PAGE)
            return true;
    }
}

/* The ids of the sessions that pass, last changed first. Caller frees. */
static bool batch_gather(struct desk *desk, const struct selection *filter, session_id **ids,
    size_t *count, struct err *e)
{
    *ids = NULL;
    *count = 0;
    if (!desk_open(desk, desk->path == NULL, e) || !store_look(desk->store, e))
        return false;
    bool ok = gather(desk->store, filter, ids, count, e);
    ok = store_looked(desk->store, ok, e);
    if (!ok) {
        free(*ids);
        *ids = NULL;
        *count = 0;
    }
    return ok;
}

/* ---- beginning and ending ---- */

static void count_jobs(struct batch *b, size_t count)
{
    b->count = count;
    b->jobs = mem_alloc(count, sizeof *b->jobs);
    for (size_t i = 0; i < count; i++)
        b->jobs[i] = i;
}

static bool prepare(
    struct batch *b, struct desk *desk, const struct batch_order *order, struct err *e)
{
    b->desk = desk;
    b->order = *order;
    b->folder = mem_dup(order->folder);
    if (!format_present(order->format))
        return format_lacking(order->format, e);
    if (!b->folder)
        together_begin(&b->table, &b->document, order->lang, desk_now(desk), desk->person);
    return !b->folder || output_folder(b->folder, e);
}

bool batch_all_papers(struct batch *b, struct desk *desk, struct store *where, const char *id,
    const struct batch_order *order, struct err *e)
{
    b->where = where;
    b->reads = desk_read(desk, where, id, false, &b->one, e);
    if (!b->reads || !prepare(b, desk, order, e))
        return false;
    count_jobs(b, b->one.standard->paper_count);
    return true;
}

bool batch_of_many(struct batch *b, struct desk *desk, const struct selection *filter,
    const char *paper, const struct batch_order *order, struct err *e)
{
    size_t count;
    b->paper = mem_dup(paper);
    if (!batch_gather(desk, filter, &b->ids, &count, e))
        return false;
    b->where = desk->store;
    count_jobs(b, count);
    return prepare(b, desk, order, e);
}

bool batch_settle(struct batch *b, struct err *e)
{
    bool unsettled = b->unsettled;
    b->unsettled = false;
    return !unsettled || output_settle(b->folder, e);
}

void batch_release(struct batch *b)
{
    struct err unheard; /* by nobody who is left: the terminal was closed */
    (void)!batch_settle(b, &unheard);
    together_end(&b->table);
    document_release(&b->document);
    if (b->reads)
        session_release(&b->one);
    err_list_release(&b->failed);
    free(b->folder);
    free(b->paper);
    free(b->ids);
    free(b->jobs);
    free(b->title);
    free(b->left);
    *b = (struct batch){0};
}

/* ---- one file ---- */

/* What concerns this job alone is put by, with the session or paper it concerns. */
static bool put_by(struct batch *b, const char *about, const struct err *why)
{
    struct err told = *why;
    if (!told.file[0])
        (void)err_at(&told, about, 0, 0);
    b->failed_count++;
    if (b->failed.count < TOLD_FAILURES)
        err_list_add(&b->failed, &told);
    return true;
}

static bool is_there(const char *path)
{
    struct stat st;
    return lstat(path, &st) == 0;
}

static void leave(struct batch *b, size_t job)
{
    b->left = mem_grow(b->left, b->left_count, &b->left_cap, sizeof *b->left);
    b->left[b->left_count++] = job;
}

static bool write_paper(
    struct batch *b, const struct session *s, size_t paper, const char *path, struct err *e)
{
    struct document document;
    struct str bytes = {0};
    document_build(&document, s, paper, b->order.lang, desk_now(b->desk), b->desk->person);
    bool ok = render(&bytes, &document, b->order.format, &b->order.how, e) &&
              output_add(path, str_text(&bytes), bytes.len, b->order.overwrite, e);
    b->unsettled = b->unsettled || ok;
    document_release(&document);
    str_release(&bytes);
    return ok;
}

static bool make(struct batch *b, size_t job, const struct session *s, size_t paper, struct err *e)
{
    struct str path = {0};
    str_addf(&path, "%s/", b->folder);
    file_name(&path, words_in(&s->standard->papers[paper].file, b->order.lang), s->id,
        format_suffix(b->order.format));
    bool ok = true;
    if (!b->order.overwrite && is_there(str_text(&path))) {
        leave(b, job);
    } else {
        ok = write_paper(b, s, paper, str_text(&path), e);
        b->made += ok;
        ok = ok || (e->kind == ERR_INPUT && put_by(b, b->paper ? s->id : b->title, e));
    }
    str_release(&path);
    return ok;
}

/* A table has the columns of one standard. Practice is no business of a ledger. */
static bool add_row(struct batch *b, const struct session *s, size_t paper, struct err *e)
{
    const char *so_far = b->document.standard_id;
    if (so_far && strcmp(so_far, s->standard->id) != 0)
        return err_fail(e, ERR_INPUT,
            N_("These sessions are under several standards, {1} and {2}: choose one with --standard."),
            so_far, s->standard->id);
    if (s->practice)
        b->practice++;
    else if (together_may(s->standard, paper) && together_add(&b->table, s, paper))
        b->made++;
    else
        b->without++;
    return true;
}

static bool serves(struct batch *b, const struct session *s, size_t paper)
{
    bool of_use = document_serves(s, paper);
    b->useless += !of_use;
    return of_use;
}

static bool make_of_session(struct batch *b, size_t job, struct err *e)
{
    struct session s;
    const char *id = b->ids[job];
    if (!desk_read(b->desk, b->where, id, false, &s, e))
        return put_by(b, id, e);
    size_t paper = standard_paper(s.standard, b->paper);
    bool ok = true;
    free(b->title);
    b->title = mem_dup(s.title);
    if (paper == NONE)
        b->without++;
    else if (serves(b, &s, paper))
        ok = b->folder ? make(b, job, &s, paper, e) : add_row(b, &s, paper, e);
    session_release(&s);
    return ok;
}

bool batch_ended(const struct batch *b)
{
    return b->at == b->count;
}

bool batch_step(struct batch *b, struct err *e)
{
    if (batch_ended(b))
        return true;
    size_t job = b->jobs[b->at];
    bool ok;
    if (b->paper) {
        ok = make_of_session(b, job, e);
    } else {
        free(b->title);
        b->title = mem_dup(words_in(&b->one.standard->papers[job].title, b->order.lang));
        ok = !serves(b, &b->one, job) || make(b, job, &b->one, job, e);
    }
    b->at += ok;
    return ok;
}

void batch_overwrite(struct batch *b)
{
    free(b->jobs);
    b->jobs = b->left;
    b->count = b->left_count;
    b->left = NULL;
    b->left_count = b->left_cap = b->at = 0;
    b->order.overwrite = true;
}

bool batch_first(const struct batch *b, struct str *out, struct err *e)
{
    bool found = false, ok = true;
    for (size_t i = 0; ok && !found && i < b->count; i++) {
        struct session s;
        struct document d;
        if (!desk_read(b->desk, b->where, b->ids[i], false, &s, e))
            return false;
        size_t paper = standard_paper(s.standard, b->paper);
        found = paper != NONE && document_serves(&s, paper);
        if (found) {
            document_build(&d, &s, paper, b->order.lang, desk_now(b->desk), b->desk->person);
            ok = render(out, &d, b->order.format, &b->order.how, e);
            document_release(&d);
        }
        session_release(&s);
    }
    return ok && (found || err_fail(e, ERR_INPUT, N_("No session fits.")));
}

bool batch_table(struct batch *b, struct str *out, struct err *e)
{
    together_end(&b->table);
    return render(out, &b->document, b->order.format, &b->order.how, e);
}

/* ---- what came of it ---- */

static void say(struct str *out, enum lang lang, const char *sentence, size_t count, const char *at)
{
    struct str number = {0};
    if (!count)
        return;
    number_add(&number, (int64_t)count);
    str_add(out, out->len ? " " : "");
    tr_add(out, lang, sentence, str_text(&number), at);
    str_release(&number);
}

void batch_words(const struct batch *b, enum lang lang, struct str *out)
{
    if (!batch_ended(b) && !b->made && b->folder) {
        str_add(out, tr(lang, N_("Stopped. No file was made.")));
    } else if (!batch_ended(b)) {
        struct str done = {0}, all = {0};
        number_add(&done, (int64_t)b->at);
        number_add(&all, (int64_t)b->count);
        tr_add(out, lang,
            b->folder ? N_("Stopped after {1} of {2}; what was made is whole.")
                      : N_("Stopped after {1} of {2}; no table was made."),
            str_text(&done), str_text(&all));
        str_release(&done);
        str_release(&all);
    } else if (!b->count) {
        str_add(out, tr(lang, N_("No session fits.")));
    } else if (!b->made) {
        str_add(out, tr(lang, b->folder ? N_("No file was made.") : N_("No table was made.")));
    }
    if (!b->folder && !batch_ended(b))
        return;
    say(out, lang, b->folder ? N_("Files made in {2}: {1}.") : N_("Sessions in the table: {1}."),
        b->made, b->folder);
    say(out, lang, N_("There already, and left as they were: {1}."), b->left_count, NULL);
    say(out, lang, N_("Sessions without such a paper: {1}."), b->without, NULL);
    say(out, lang, N_("Papers left out, being of no use as things stand: {1}."), b->useless, NULL);
    say(out, lang, N_("Practice sessions left out: {1}."), b->practice, NULL);
    say(out, lang, N_("Could not be made: {1}."), b->failed_count, NULL);
}
