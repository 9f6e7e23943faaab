/* SPDX-License-Identifier: MIT
 * The errands of the interactive program: the store first, memory second; the screen is the loop's. */
#include "cli/errands.h"

#include "app/theirs.h"
#include "cli/editor.h"
#include "cli/file.h"
#include "cli/path.h"
#include "core/mem.h"
#include "tui/term.h"

#include <stdlib.h>
#include <string.h>

static void report_saved(struct loop *l)
{
    char clock[16];
    clock_words(desk_now(l->desk), true, clock);
    app_recorded(&l->app, clock);
}

/* ---- sessions ---- */

/* Stands for the holder of a session that is read though nobody holds it. */
#define NOBODY "-"

void errands_close(struct loop *l)
{
    errands_forget_move(l);
    if (!l->session)
        return;
    compare_forget(l);
    if (!l->desk->holder) {
        errands_try_drafts(l); /* else they would go over those of whoever works on it now */
        store_let_go(l->where, l->session->id);
    }
    free(l->desk->holder);
    l->desk->holder = NULL;
    session_release(l->session);
    free(l->session);
    l->session = NULL;
    l->where = NULL;
}

static void replace(struct loop *l, struct store *where, struct session *fresh)
{
    errands_forget_move(l);
    compare_forget(l); /* both look at the session before */
    if (l->session) {
        session_release(l->session);
        free(l->session);
    }
    l->session = fresh;
    l->where = where;
}

bool errands_read_again(struct loop *l, struct err *e)
{
    struct session *fresh = mem_alloc(1, sizeof *fresh);
    bool ok = desk_read(l->desk, l->where, l->session->id, false, fresh, e);
    if (ok)
        replace(l, l->where, fresh);
    else
        free(fresh);
    return ok;
}

bool errands_show_theirs(struct loop *l)
{
    const struct standard *before = l->session->standard;
    size_t question = l->app.walk.question;
    char *place = mem_dup(question == NONE ? "" : before->questions[question].id);
    struct digest digest = before->digest;
    struct err unreadable;
    app_keep_again(&l->app); /* as long as it is known which question it belongs to */
    bool read = errands_read_again(l, &unreadable);
    bool moved = read && !digest_same(&digest, &l->session->standard->digest);
    if (moved)
        app_moved_by_another(&l->app, l->session, place);
    else if (read)
        app_reread(&l->app, l->session);
    if (read && !moved)
        app_read_draft(&l->app); /* moved, it has been asked for already */
    free(place);
    return read;
}

/* A session, to be edited if `hold`, and the place one was at in it, both of one moment. NULL with nothing held. */
static struct session *take_out(
    struct desk *d, struct store *where, const char *id, bool hold, char **place, struct err *e)
{
    if (!store_look(where, e))
        return NULL;
    struct session *fresh = mem_alloc(1, sizeof *fresh);
    bool read = store_place_read(where, id, place, e) && desk_read(d, where, id, hold, fresh, e);
    if (store_looked(where, read, e))
        return fresh;
    if (read) {
        session_release(fresh);
        if (hold && !d->holder)
            store_let_go(where, id);
    }
    free(fresh);
    return NULL;
}

/* Who holds what is only to be read; the caller frees. */
static char *looked_on(struct store *where, const char *id)
{
    char *holder;
    if (!store_writable(where))
        return mem_dup("");
    return store_holder(where, id, &holder) && holder ? holder : mem_dup(NOBODY);
}

/* The app still shows the session before if this one cannot be opened: until then that one, and who holds it, stay as they are. */
static bool open_by(
    struct loop *l, session_finder *find, const char *name, bool hold, struct err *e)
{
    struct desk *d = l->desk;
    struct store *where;
    char *place = NULL;
    char id[SESSION_ID_BYTES], *before = d->holder;
    d->holder = NULL;
    struct session *fresh =
        find(d, name, &where, id, e) ? take_out(d, where, id, hold, &place, e) : NULL;
    char *now = fresh && !hold ? looked_on(where, id) : d->holder;
    d->holder = before;
    if (fresh) {
        errands_close(l);
        d->holder = now;
        l->session = fresh;
        l->where = where;
        app_opened(&l->app, fresh, store_writable(where) ? now : "", place);
        if (where == d->file)
            app_in_file(&l->app, store_path(where));
        if (now && strcmp(now, NOBODY) == 0)
            app_looks_on(&l->app);
        l->just_opened = true;
        editing_sweep(store_path(where));
        errand_look_for_note(l);
    } else {
        free(now);
    }
    free(place);
    return fresh != NULL;
}

bool errands_open_by(struct loop *l, session_finder *find, const char *name, struct err *e)
{
    return open_by(l, find, name, true, e);
}

bool errand_open(struct loop *l, const char *name, struct err *e)
{
    return errands_open_by(l, desk_find, name, e);
}

bool errand_open_begun(struct loop *l, struct session *begun, struct err *e)
{
    char id[SESSION_ID_BYTES];
    memcpy(id, begun->id, sizeof id);
    session_release(begun);
    return errand_open(l, id, e);
}

static bool begin_session(struct loop *l, const struct errand *errand, struct err *e)
{
    struct session begun;
    bool ok = errand->kind == ERRAND_PRACTISE
                  ? desk_practise(l->desk, errand->subject, errand->text, NULL, &begun, e)
                  : desk_begin(l->desk, errand->subject, errand->text, &begun, e);
    if (!ok || !errand_open_begun(l, &begun, e))
        return false;
    errands_filled(l);
    return true;
}

void errands_filled(struct loop *l)
{
    const struct defaults *d = &l->desk->defaults;
    if (d->filled)
        app_filled(&l->app, d->filled);
    if (d->problems.count)
        app_failed(&l->app, &d->problems.at[0]);
}

/* ---- changes ---- */

static bool record(struct loop *l, const struct change *changes, size_t count, struct err *e)
{
    if (desk_record(l->desk, l->where, l->session, changes, count, e)) {
        errands_forget_said(l, changes, count);
        report_saved(l);
        return true;
    }
    if (e->kind == ERR_FOUND)
        (void)errands_show_theirs(l);
    return false;
}

static bool record_changes(struct loop *l, const struct errand *errand, struct err *e)
{
    struct change changes[ERRAND_CHANGES];
    for (size_t i = 0; i < errand->change_count; i++)
        changes[i] = (struct change){
            errand->change[i].what, errand->change[i].subject, errand->change[i].value};
    return record(l, changes, errand->change_count, e);
}

/* What was answered before the revision, given again with its note and evidence; what has been written since stays. */
static bool confirm(struct loop *l, const struct errand *errand, struct err *e)
{
    const struct session *s = l->session;
    size_t q = standard_question(s->standard, errand->subject, strlen(errand->subject));
    const struct answer *former = session_former(s, q), *now = &s->answers.at[q];
    struct changes changes = {0};
    changes_add(&changes, ENTRY_ANSWER, errand->subject, errand->text);
    if (former && former->note && !now->note)
        changes_add(&changes, ENTRY_NOTE, errand->subject, former->note);
    size_t room = EVIDENCE_MAX - now->evidence_count;
    for (size_t i = 0; former && i < former->evidence_count && i < room; i++) {
        char *packed = evidence_pack(&former->evidence[i]);
        changes_add(&changes, ENTRY_EVIDENCE, errand->subject, packed);
        free(packed);
    }
    bool ok = record(l, changes.at, changes.count, e);
    changes_release(&changes);
    return ok;
}

static bool take_row(struct loop *l, const struct errand *errand, struct err *e)
{
    struct changes changes = {0};
    bool ok = !errand_take(l, errand, &changes) || record(l, changes.at, changes.count, e);
    changes_release(&changes);
    return ok;
}

static bool record_evidence(struct loop *l, const struct errand *errand, struct err *e)
{
    char hex[DIGEST_HEX];
    struct evidence evidence = errand->evidence;
    uint64_t bytes;
    char *path = path_from_home(evidence.place);
    if (file_digest(path, &bytes, hex)) /* a place in words has none, and stays as it is */
        evidence.place = path;
    evidence.digest = hex;
    char *value = evidence_pack(&evidence);
    struct change changes[ERRAND_CHANGES + 1];
    size_t count = errand->change_count;
    for (size_t i = 0; i < count; i++)
        changes[i] = (struct change){
            errand->change[i].what, errand->change[i].subject, errand->change[i].value};
    changes[count] = (struct change){ENTRY_EVIDENCE, errand->subject, value};
    bool ok = record(l, changes, count + 1, e);
    free(value);
    free(path);
    return ok;
}

static bool undo(struct loop *l, struct err *e)
{
    size_t question;
    char clock[16];
    if (!desk_undo(l->desk, l->where, l->session, &question, e) || !errands_read_again(l, e))
        return false;
    clock_words(desk_now(l->desk), true, clock);
    app_undone(&l->app, l->session, question, clock);
    return true;
}

static bool show_history(struct loop *l, struct err *e)
{
    struct entries history = {0};
    if (!store_read(l->where, l->session->id, NULL, &history, e))
        return false;
    app_history(&l->app, &history);
    entries_release(&history);
    return true;
}

/* A table of who does what; as a switch, so that the compiler tells of a kind that nobody does. */
bool errand_run(/* NOLINT(readability-function-size) */
    struct loop *l, const struct errand *errand, struct err *e)
{
    l->desk->lang = l->app.lang;
    switch (errand->kind) {
    case ERRAND_LIST:
        return errand_list(l, errand, e);
    case ERRAND_STANDARDS:
        return errand_standards(l, e);
    case ERRAND_CASES:
        return errand_cases(l, errand, e);
    case ERRAND_READ:
        return open_by(l, desk_find, errand->subject, false, e);
    case ERRAND_OPEN:
        return errand_open(l, errand->subject, e);
    case ERRAND_OPEN_FILE:
        return errand_open_file(l, errand, e);
    case ERRAND_TAKE_IN:
        return errand_take_in(l, errand, e);
    case ERRAND_BEGIN:
    case ERRAND_PRACTISE:
        return begin_session(l, errand, e);
    case ERRAND_BEGIN_FROM:
        return errand_begin_from(l, errand, e);
    case ERRAND_COMPARE:
        return errand_compare(l, e);
    case ERRAND_CLOSE:
        errands_close(l);
        return true;
    case ERRAND_HOLD:
        return errand_hold(l, e);
    case ERRAND_RECORD:
        return record_changes(l, errand, e);
    case ERRAND_CONFIRM:
        return confirm(l, errand, e);
    case ERRAND_REHEARSE:
        return errand_rehearse(l, e);
    case ERRAND_MOVE:
        return errand_move(l, e);
    case ERRAND_UNDO:
        return undo(l, e);
    case ERRAND_HISTORY:
        return show_history(l, e);
    case ERRAND_RECEIVE:
        return errand_receive(l, errand, e);
    case ERRAND_TAKE:
        return take_row(l, errand, e);
    case ERRAND_EVIDENCE:
        return record_evidence(l, errand, e);
    case ERRAND_DRAFT:
        return errand_keep_draft(l, errand, e);
    case ERRAND_DRAFT_READ:
        return errand_read_draft(l, errand, e);
    case ERRAND_FOLDER:
        return errand_folder(l, errand, e);
    case ERRAND_CHOOSE:
        return errand_choose(l, errand, e);
    case ERRAND_COMPLETE:
        errand_complete(l, errand);
        return true;
    case ERRAND_LOOK:
        errand_look(l, errand);
        return true;
    case ERRAND_EDITOR:
        return errand_editor(l, errand, e);
    case ERRAND_PLACE:
        return store_place(l->where, l->session->id, errand->subject, e);
    case ERRAND_PAPER:
        return errand_paper(l, errand, e);
    case ERRAND_WRITE:
        return errand_write(l, errand, e);
    case ERRAND_DRAFTS:
        return errand_drafts(l, errand, e);
    case ERRAND_EXPORT:
        return errand_export(l, errand, e);
    case ERRAND_VIEW:
        return errand_view(l, errand, e);
    case ERRAND_MANY:
        return errand_many(l, errand, e);
    case ERRAND_BATCH:
        return errand_batch(l, errand, e);
    case ERRAND_BATCH_AGAIN:
        errand_batch_again(l);
        return true;
    case ERRAND_STOP:
        errand_stop(l);
        return true;
    case ERRAND_SETTINGS:
        errand_settings(l);
        return true;
    case ERRAND_SETTLE:
        return errand_settle(l, errand, e);
    case ERRAND_REDRAW:
        term_redraw();
        return true;
    case ERRAND_SUSPEND:
        term_suspend();
        return true;
    case ERRAND_QUIT:
        l->ended = true;
        return true;
    }
    return true;
}
