/* SPDX-License-Identifier: MIT
 * kijun standard diff: what differs between two revisions, and the saved sessions that moving to the new one would touch. */
#include "cli/diff.h"
#include "cli/load.h"
#include "cli/page.h"
#include "cli/quote.h"
#include "cli/standard.h"
#include "text/msg.h"
#include "text/safe.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* ---- the two standards ---- */

struct side {
    struct bundle bundle;
    struct standard *standard;
};

static void side_release(struct side *s)
{
    bundle_release(&s->bundle);
    standard_free(s->standard);
}

/* The standard that a saved session keeps. */
static bool read_kept(struct call *c, const char *name, struct side *out, struct err *e)
{
    struct store *where;
    char id[SESSION_ID_BYTES];
    struct entries history = {0};
    struct summary line = {0};
    struct err_list problems = {0};
    bool ok = desk_find(c->desk, name, &where, id, e) &&
              store_read(where, id, &out->bundle, &history, e) &&
              store_summary(where, id, &line, e);
    if (ok && !pack_parse(&out->bundle, line.standard_id, &out->standard, &problems))
        ok = call_problems(c, &problems, N_("The standard cannot be used as it is."), e);
    err_list_release(&problems);
    summary_release(&line);
    entries_release(&history);
    return ok;
}

/* A standard by id or folder; else what a session of that name keeps. */
static bool read_side(struct call *c, const char *name, struct side *out, struct err *e)
{
    struct err_list problems = {0};
    char *folder = NULL;
    struct err unknown, session;
    *out = (struct side){0};
    if (!shelf_find(name, &folder, &unknown)) {
        if (read_kept(c, name, out, &session))
            return true;
        *e = unknown;
        return false;
    }
    free(folder);
    bool ok = load_standard(name, &out->bundle, &out->standard, &problems);
    if (!ok && problems.count == 1)
        *e = problems.at[0];
    else if (!ok)
        call_problems(c, &problems, N_("The standard cannot be used as it is."), e);
    err_list_release(&problems);
    return ok;
}

/* ---- papers: by file ---- */

static const struct bundle_file *file_in(const struct bundle *b, const char *path)
{
    for (size_t i = 0; i < b->count; i++)
        if (strcmp(b->file[i].path, path) == 0)
            return &b->file[i];
    return NULL;
}

static bool same_file(const struct bundle_file *a, const struct bundle_file *b)
{
    return b && a->len == b->len && memcmp(a->bytes, b->bytes, a->len) == 0;
}

/* Of `of`, the papers that the other has not (mark), or, with a mark for it, has otherwise. */
static void add_papers(
    struct diff *d, const struct bundle *of, const struct bundle *other, char mark, char otherwise)
{
    static const char papers[] = "documents/";
    for (size_t i = 0; i < of->count; i++) {
        const struct bundle_file *file = &of->file[i], *there = file_in(other, file->path);
        if (strncmp(file->path, papers, sizeof papers - 1) != 0)
            continue;
        if (!there)
            diff_paper(d, mark, file->path);
        else if (otherwise && !same_file(file, there))
            diff_paper(d, otherwise, file->path);
    }
}

/* ---- sessions ---- */

/* One that cannot be read is told of and does not hide the others. */
static void add_session(
    struct call *c, struct diff *d, struct store *store, const char *id, struct standard *to)
{
    struct session s;
    struct err e;
    if (!desk_read(c->desk, store, id, false, &s, &e)) {
        call_note(c, &e);
        return;
    }
    struct rehearsal r;
    if (!digest_same(&s.standard->digest, &to->digest)) {
        if (desk_rehearse(c->desk, store, &s, to, &r, &e)) {
            diff_session(d, &r.move);
            rehearsal_release(&r);
        } else {
            call_note(c, &e);
        }
    }
    session_release(&s);
}

static bool add_sessions(struct call *c, struct diff *d, struct standard *to, struct err *e)
{
    struct summaries list = {0};
    if (!desk_open(c->desk, c->desk->path == NULL, e) ||
        !store_list(c->desk->store, NULL, 0, SIZE_MAX, &list, e))
        return false;
    for (size_t i = 0; i < list.count; i++)
        if (strcmp(list.at[i].standard_id, to->id) == 0)
            add_session(c, d, c->desk->store, list.at[i].id, to);
    summaries_release(&list);
    return true;
}

/* ---- the command ---- */

static bool compare(
    struct call *c, const struct side *old, const struct side *new, bool json, struct err *e)
{
    struct diff d;
    diff_init(&d, c->lang, old->standard, new->standard);
    add_papers(&d, &new->bundle, &old->bundle, '+', '*');
    add_papers(&d, &old->bundle, &new->bundle, '-', 0);
    bool ok = add_sessions(c, &d, new->standard, e);
    if (ok && json)
        diff_json(&c->out, &d);
    else if (ok)
        diff_text(&c->out, &d);
    if (ok && !diff_none(&d))
        c->status = ERR_FOUND;
    diff_release(&d);
    return ok;
}

/* Two standards can be held against each other, but whoever meant two revisions of one should know. */
static void note_strangers(struct call *c, const struct side *old, const struct side *new)
{
    struct err note;
    if (strcmp(old->standard->id, new->standard->id) == 0)
        return;
    (void)err_fail(&note, ERR_NONE, N_("{1} and {2} are two standards, not two revisions of one."),
        old->standard->id, new->standard->id);
    call_note(c, &note);
}

bool standard_diff(struct call *c, struct err *e)
{
    static const char *const formats[] = {"text", "json", NULL};
    struct side old = {0}, new = {0};
    size_t format;
    bool ok = call_choice(c, "format", formats, &format, e) && read_side(c, c->word[1], &old, e) &&
              read_side(c, c->word[2], &new, e) && compare(c, &old, &new, format == 1, e);
    if (ok)
        note_strangers(c, &old, &new);
    side_release(&old);
    side_release(&new);
    return ok;
}
