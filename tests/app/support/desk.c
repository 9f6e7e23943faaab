/* SPDX-License-Identifier: MIT
 * A desk made of memory: every errand goes to the officer's log, and what would come back from the real one comes back. */
#include "desk.h"
#include "made.h"
#include "settings.h"

#include "core/mem.h"
#include "example.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/types.h>

#include <cmocka.h>

static void list(struct officer *o, const struct errand *e)
{
    size_t count = e->offset < o->rows ? o->rows - e->offset : 0;
    count = count < e->limit ? count : e->limit;
    struct home_row *rows = mem_alloc(count, sizeof *rows);
    for (size_t i = 0; i < count; i++) {
        char id[24];
        (void)snprintf(id, sizeof id, "s%zu", e->offset + i);
        rows[i] =
            (struct home_row){.id = mem_dup(id), .title = mem_dup(id), .changed = mem_dup("10:42")};
    }
    str_addf(&o->log, "LIST %s %zu+%zu\n", e->text ? e->text : "-", e->offset, e->limit);
    app_listed(&o->app, rows, count, e->offset, o->rows);
}

static void standards(struct officer *o, const struct errand *e)
{
    (void)e;
    struct choose_row *rows = mem_alloc(1, sizeof *rows);
    rows[0] = (struct choose_row){.id = mem_dup("example"), .revision = mem_dup("2024-05-23")};
    app_standards(&o->app, rows, 1, NONE);
}

static void cases(struct officer *o, const struct errand *e)
{
    (void)e;
    static const char *const told[] = {"Abroad", "Home", "Lapsed"};
    struct case_row *rows = mem_alloc(o->cases, sizeof *rows);
    for (size_t i = 0; i < o->cases; i++) {
        rows[i] = (struct case_row){.id = mem_dup(told[i])};
        for (int lang = 0; lang < LANG_COUNT; lang++) {
            rows[i].title[lang] = mem_dup(lang == LANG_EN ? told[i] : "事例");
            rows[i].story[lang] = mem_dup("What happens.");
            rows[i].reason[lang] = mem_dup("What it shows.");
        }
    }
    app_cases(&o->app, rows, o->cases);
}

static void open(struct officer *o, const char *place)
{
    app_opened(&o->app, &o->session, o->holder, place);
}

static bool refused(struct officer *o)
{
    struct err e;
    if (!o->refuse)
        return false;
    err_fail(&e, ERR_SYSTEM, o->refuse);
    app_failed(&o->app, &e);
    str_add(&o->log, "REFUSED\n");
    return true;
}

/* One session taken in is opened; of several, none. */
static void session_file(struct officer *o, const struct errand *e)
{
    bool in = e->kind == ERRAND_TAKE_IN;
    if (!in || !o->several)
        open(o, "");
    if (in)
        app_taken_in(&o->app, e->text, o->grown);
    else
        app_in_file(&o->app, e->text);
}

static void drafts(struct officer *o, const struct errand *e)
{
    (void)e;
    app_drafts(&o->app, o->draft != NULL);
}

static void export_session(struct officer *o, const struct errand *e)
{
    str_addf(&o->log, "EXPORT %s %s%s\n", e->subject ? e->subject : "-", e->text,
        e->make_folder ? " folder" : "");
    if (o->no_folder && !e->make_folder)
        app_no_folder(&o->app);
    else if (o->exists)
        app_export_exists(&o->app, "free.kijun");
    else
        app_exported(&o->app, e->text);
}

static void record(struct officer *o, const struct errand *e)
{
    for (size_t i = 0; i < e->change_count; i++) {
        const struct errand_change *c = &e->change[i];
        str_addf(&o->log, "%s %s=%s\n", entry_what_name(c->what), c->subject,
            c->value ? c->value : "(none)");
        example_put(&o->session, c->what, c->subject, c->value);
    }
    app_recorded(&o->app, "10:42");
}

static void rehearse(struct officer *o, const struct errand *e)
{
    (void)e;
    if (o->move)
        app_rehearsed(&o->app, o->move);
}

static void move(struct officer *o, const struct errand *e)
{
    (void)e;
    const struct move_list *again = &o->move->again;
    app_moved(&o->app, o->after, again->count ? o->after->standard->questions[again->at[0]].id : "",
        again->count, "10:44");
}

static void confirm(struct officer *o, const struct errand *e)
{
    str_addf(&o->log, "confirm %s=%s\n", e->subject, e->text);
    example_put(o->after, ENTRY_ANSWER, e->subject, e->text);
    app_recorded(&o->app, "10:42");
}

static void evidence(struct officer *o, const struct errand *e)
{
    struct evidence filled = e->evidence;
    filled.digest = mem_dup("");
    for (size_t i = 0; i < e->change_count; i++) {
        const struct errand_change *c = &e->change[i];
        str_addf(&o->log, "%s %s=%s\n", entry_what_name(c->what), c->subject, c->value);
        example_put(&o->session, c->what, c->subject, c->value);
    }
    char *packed = evidence_pack(&filled);
    str_addf(&o->log, "evidence %s=%s|%s|%s|%s\n", e->subject, filled.title, filled.place,
        filled.seen, filled.expires);
    example_put(&o->session, ENTRY_EVIDENCE, e->subject, packed);
    free(packed);
    free(filled.digest);
    app_recorded(&o->app, "10:42");
}

static void compare_all(struct officer *o, const struct errand *e)
{
    (void)e;
    static char name[] = "neighbour"; /* borrowed by the comparison */
    compare_release(&o->compare);
    compare_init(&o->compare, &o->session, &(struct other){o->neighbour.standard, name}, 1);
    app_compared(&o->app, &o->compare);
}

/* The desk has only one session: it stands for the new one too. */
static void begin_from(struct officer *o, const struct errand *e)
{
    (void)e;
    open(o, "");
    app_carried(&o->app, 3, 1);
}

static void begin(struct officer *o, const struct errand *e)
{
    str_addf(&o->log, "BEGIN %s: %s\n", e->subject, e->text);
    open(o, "");
}

static void practise(struct officer *o, const struct errand *e)
{
    (void)e;
    o->session.practice = true;
    open(o, "");
}

static void hold(struct officer *o, const struct errand *e)
{
    (void)e;
    app_taken_over(&o->app);
}

static void draft(struct officer *o, const struct errand *e)
{
    str_addf(&o->log, "DRAFT %s.%s=%s\n", e->subject, e->field, e->text ? e->text : "(none)");
    app_drafted(&o->app, "10:43");
}

static void read_draft(struct officer *o, const struct errand *e)
{
    app_draft(&o->app, e->subject, e->field, o->draft);
    if (o->brought)
        o->taken = app_brought_back(&o->app, e->subject, e->field, o->brought);
}

static void edit(struct officer *o, const struct errand *e)
{
    str_addf(&o->log, "EDITOR %s/%zu\n", e->text, e->limit);
    if (o->edited)
        app_edited(&o->app, o->edited);
}

static void choose(struct officer *o, const struct errand *e)
{
    app_chosen(&o->app, e->text, 12345, "abcdef0123456789");
}

static void complete(struct officer *o, const struct errand *e)
{
    (void)e;
    app_completed(&o->app, o->completed, o->completions);
}

static void look(struct officer *o, const struct errand *e)
{
    app_looked(&o->app, e->text, false, 0, NULL);
}

static void paper(struct officer *o, const struct errand *e)
{
    str_addf(&o->log, "PAPER %zu %d\n", e->paper, e->lang);
    app_paper(&o->app, "one\ntwo\nthree\n");
}

static void write_paper(struct officer *o, const struct errand *e)
{
    str_addf(&o->log, "WRITE %zu %s %s %zu%s%s\n", e->paper, e->format, e->text, e->columns,
        e->overwrite ? " over" : "", e->make_folder ? " folder" : "");
    if (o->no_folder && !e->make_folder)
        app_no_folder(&o->app);
    else if (o->exists && !e->overwrite)
        app_exists(&o->app);
    else
        app_written(&o->app, e->text);
}

static void take_row(struct officer *o, const struct errand *e)
{
    str_addf(&o->log, "TAKE %zu %s\n", e->offset, e->text);
    app_recorded(&o->app, "10:42");
}

static void many(struct officer *o, const struct errand *e)
{
    str_addf(&o->log, "MANY %s\n", e->choice.key ? e->choice.key : "");
    made_many(o);
}

static void batch(struct officer *o, const struct errand *e)
{
    if (e->kind == ERRAND_BATCH)
        str_addf(&o->log, "BATCH %zd %s %s%s\n", (ssize_t)e->paper, e->format, e->text,
            e->choice.which == WHICH_SELECTABLE ? " selectable" : "");
    app_progress(&o->app, "1/2 one");
}

static void stop(struct officer *o, const struct errand *e)
{
    (void)e;
    app_printed(&o->app, "Stopped.", o->left);
}

static void settings(struct officer *o, const struct errand *e)
{
    (void)e;
    officer_settings(&o->app, "", NULL);
}

static void settle_one(struct officer *o, const struct errand *e)
{
    str_addf(&o->log, "SETTLE %s=%s\n", e->subject, e->text ? e->text : "(none)");
    officer_settings(&o->app, e->subject, e->text);
    app_settled(&o->app, e->subject, "/home/config.yaml");
}

/* name: as the log has it, with subject and text where it says so; NULL: what runs the errand logs it. */
static const struct known {
    const char *name;
    enum { ALONE, SUBJECT, TEXT, BOTH } with;
    void (*run)(struct officer *o, const struct errand *e); /* NULL: nothing comes back */
    bool refused;                                           /* where the store refuses changes */
} errands[] = {
    [ERRAND_LIST] = {NULL, ALONE, list, false},
    [ERRAND_STANDARDS] = {"STANDARDS", ALONE, standards, false},
    [ERRAND_OPEN] = {"OPEN", SUBJECT, NULL, false},
    [ERRAND_READ] = {"READ", SUBJECT, NULL, false},
    [ERRAND_OPEN_FILE] = {"OPEN_FILE", TEXT, session_file, true},
    [ERRAND_TAKE_IN] = {"TAKE_IN", TEXT, session_file, true},
    [ERRAND_REHEARSE] = {"REHEARSE", ALONE, rehearse, false},
    [ERRAND_MOVE] = {"MOVE", ALONE, move, true},
    [ERRAND_BEGIN] = {NULL, ALONE, begin, false},
    [ERRAND_CASES] = {"CASES", SUBJECT, cases, false},
    [ERRAND_PRACTISE] = {"PRACTISE", BOTH, practise, false},
    [ERRAND_BEGIN_FROM] = {"BEGIN_FROM", SUBJECT, begin_from, true},
    [ERRAND_COMPARE] = {"COMPARE", ALONE, compare_all, false},
    [ERRAND_CLOSE] = {"CLOSE", ALONE, NULL, false},
    [ERRAND_RECORD] = {NULL, ALONE, record, true},
    [ERRAND_CONFIRM] = {NULL, ALONE, confirm, true},
    [ERRAND_HOLD] = {"HOLD", ALONE, hold, false},
    [ERRAND_UNDO] = {"UNDO", ALONE, NULL, false},
    [ERRAND_HISTORY] = {"HISTORY", ALONE, NULL, false},
    [ERRAND_RECEIVE] = {"RECEIVE", TEXT, NULL, false},
    [ERRAND_TAKE] = {NULL, ALONE, take_row, true},
    [ERRAND_EVIDENCE] = {NULL, ALONE, evidence, false},
    [ERRAND_DRAFT] = {NULL, ALONE, draft, false},
    [ERRAND_DRAFT_READ] = {NULL, ALONE, read_draft, false},
    [ERRAND_EDITOR] = {NULL, ALONE, edit, false},
    [ERRAND_FOLDER] = {NULL, ALONE, made_folder, false},
    [ERRAND_CHOOSE] = {"CHOOSE", TEXT, choose, false},
    [ERRAND_COMPLETE] = {"COMPLETE", TEXT, complete, false},
    [ERRAND_LOOK] = {"LOOK", TEXT, look, false},
    [ERRAND_PLACE] = {"PLACE", SUBJECT, NULL, false},
    [ERRAND_PAPER] = {NULL, ALONE, paper, false},
    [ERRAND_WRITE] = {NULL, ALONE, write_paper, false},
    [ERRAND_DRAFTS] = {NULL, ALONE, drafts, false},
    [ERRAND_EXPORT] = {NULL, ALONE, export_session, true},
    [ERRAND_VIEW] = {"VIEW", TEXT, NULL, false},
    [ERRAND_MANY] = {NULL, ALONE, many, false},
    [ERRAND_BATCH] = {NULL, ALONE, batch, false},
    [ERRAND_BATCH_AGAIN] = {"AGAIN", ALONE, batch, false},
    [ERRAND_STOP] = {"STOP", ALONE, stop, false},
    [ERRAND_SETTINGS] = {"SETTINGS", ALONE, settings, false},
    [ERRAND_SETTLE] = {NULL, ALONE, settle_one, true},
    [ERRAND_REDRAW] = {"REDRAW", ALONE, NULL, false},
    [ERRAND_SUSPEND] = {"SUSPEND", ALONE, NULL, false},
    [ERRAND_QUIT] = {"QUIT", ALONE, NULL, false},
};

void desk_run(struct officer *o, const struct errand *e)
{
    const struct known *k = &errands[e->kind];
    assert_true(k->name || k->run);
    if (k->refused && refused(o))
        return;
    if (k->name)
        str_addf(&o->log, "%s%s%s%s%s\n", k->name, k->with & SUBJECT ? " " : "",
            k->with & SUBJECT ? e->subject : "", k->with & TEXT ? " " : "",
            k->with & TEXT ? e->text : "");
    if (k->run)
        k->run(o, e);
}
