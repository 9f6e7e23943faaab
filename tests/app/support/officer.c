/* SPDX-License-Identifier: MIT
 * An officer without a terminal. */
#include "officer.h"
#include "made.h"
#include "settings.h"

#include "core/mem.h"
#include "core/utf8.h"
#include "example.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>

#include <cmocka.h>

/* The last is one that this kijun lacks. */
static bool lacks(struct err *e)
{
    return !err_fail(e, ERR_SYSTEM, "This kijun was built without pdf.");
}

static const struct format_choice formats[] = {{"text", "txt", "Plain text", true, NULL},
    {"md", "md", "Markdown", false, NULL}, {"pdf", "pdf", "PDF", false, lacks}};

void officer_fit(struct officer *o, size_t list_rows)
{
    app_fit(&o->app, (struct extents){.rows = 24,
                         .columns = 80,
                         .list_rows = list_rows,
                         .page_rows = list_rows,
                         .page_columns = 60,
                         .field_columns = 20});
}

/* ---- the desk ---- */

static void list(struct officer *o, const struct errand *e, size_t total)
{
    size_t count = e->offset < total ? total - e->offset : 0;
    count = count < e->limit ? count : e->limit;
    struct home_row *rows = mem_alloc(count, sizeof *rows);
    for (size_t i = 0; i < count; i++) {
        char id[24];
        (void)snprintf(id, sizeof id, "s%zu", e->offset + i);
        rows[i] =
            (struct home_row){.id = mem_dup(id), .title = mem_dup(id), .changed = mem_dup("10:42")};
    }
    str_addf(&o->log, "LIST %s %zu+%zu\n", e->text ? e->text : "-", e->offset, e->limit);
    app_listed(&o->app, rows, count, e->offset, total);
}

static void standards(struct officer *o)
{
    struct choose_row *rows = mem_alloc(1, sizeof *rows);
    rows[0] = (struct choose_row){.id = mem_dup("example"), .revision = mem_dup("2024-05-23")};
    str_add(&o->log, "STANDARDS\n");
    app_standards(&o->app, rows, 1, NONE);
}

static void cases(struct officer *o)
{
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
    if (refused(o))
        return;
    str_addf(&o->log, "%s %s\n", in ? "TAKE_IN" : "OPEN_FILE", e->text);
    if (!in || !o->several)
        open(o, "");
    if (in)
        app_taken_in(&o->app, e->text, o->grown);
    else
        app_in_file(&o->app, e->text);
}

static void export_session(struct officer *o, const struct errand *e)
{
    if (refused(o))
        return;
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
    if (refused(o))
        return;
    for (size_t i = 0; i < e->change_count; i++) {
        const struct errand_change *c = &e->change[i];
        str_addf(&o->log, "%s %s=%s\n", entry_what_name(c->what), c->subject,
            c->value ? c->value : "(none)");
        example_put(&o->session, c->what, c->subject, c->value);
    }
    app_recorded(&o->app, "10:42");
}

static void rehearse(struct officer *o)
{
    str_add(&o->log, "REHEARSE\n");
    if (o->move)
        app_rehearsed(&o->app, o->move);
}

static void move(struct officer *o)
{
    if (refused(o))
        return;
    str_add(&o->log, "MOVE\n");
    const struct move_list *again = &o->move->again;
    app_moved(&o->app, o->after, again->count ? o->after->standard->questions[again->at[0]].id : "",
        again->count, "10:44");
}

static void confirm(struct officer *o, const struct errand *e)
{
    if (refused(o))
        return;
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

static void compare_all(struct officer *o)
{
    static char name[] = "neighbour"; /* borrowed by the comparison */
    compare_release(&o->compare);
    compare_init(&o->compare, &o->session, &(struct other){o->neighbour.standard, name}, 1);
    str_add(&o->log, "COMPARE\n");
    app_compared(&o->app, &o->compare);
}

/* The desk has only one session: it stands for the new one too. */
static void begin_from(struct officer *o, const struct errand *e)
{
    if (refused(o))
        return;
    str_addf(&o->log, "BEGIN_FROM %s\n", e->subject);
    open(o, "");
    app_carried(&o->app, 3, 1);
}

static void run(struct officer *o, const struct errand *e, size_t total)
{
    switch (e->kind) {
    case ERRAND_LIST:
        list(o, e, total);
        break;
    case ERRAND_STANDARDS:
        standards(o);
        break;
    case ERRAND_OPEN:
        str_addf(&o->log, "OPEN %s\n", e->subject);
        break;
    case ERRAND_CASES:
        str_addf(&o->log, "CASES %s\n", e->subject);
        cases(o);
        break;
    case ERRAND_OPEN_FILE:
    case ERRAND_TAKE_IN:
        session_file(o, e);
        break;
    case ERRAND_EXPORT:
        export_session(o, e);
        break;
    case ERRAND_PRACTISE:
        str_addf(&o->log, "PRACTISE %s %s\n", e->subject, e->text);
        o->session.practice = true;
        open(o, "");
        break;
    case ERRAND_BEGIN:
        str_addf(&o->log, "BEGIN %s: %s\n", e->subject, e->text);
        open(o, "");
        break;
    case ERRAND_BEGIN_FROM:
        begin_from(o, e);
        break;
    case ERRAND_COMPARE:
        compare_all(o);
        break;
    case ERRAND_RECORD:
        record(o, e);
        break;
    case ERRAND_REHEARSE:
        rehearse(o);
        break;
    case ERRAND_MOVE:
        move(o);
        break;
    case ERRAND_CONFIRM:
        confirm(o, e);
        break;
    case ERRAND_HOLD:
        str_add(&o->log, "HOLD\n");
        app_taken_over(&o->app);
        break;
    case ERRAND_UNDO:
        str_add(&o->log, "UNDO\n");
        break;
    case ERRAND_HISTORY:
        str_add(&o->log, "HISTORY\n");
        break;
    case ERRAND_EVIDENCE:
        evidence(o, e);
        break;
    case ERRAND_DRAFT:
        str_addf(&o->log, "DRAFT %s.%s=%s\n", e->subject, e->field, e->text ? e->text : "(none)");
        app_drafted(&o->app, "10:43");
        break;
    case ERRAND_DRAFT_READ:
        app_draft(&o->app, e->subject, e->field, o->draft);
        if (o->brought)
            o->taken = app_brought_back(&o->app, e->subject, e->field, o->brought);
        break;
    case ERRAND_FOLDER:
        made_folder(o, e);
        break;
    case ERRAND_CHOOSE:
        str_addf(&o->log, "CHOOSE %s\n", e->text);
        app_chosen(&o->app, e->text, 12345, "abcdef0123456789");
        break;
    case ERRAND_COMPLETE:
        str_addf(&o->log, "COMPLETE %s\n", e->text);
        app_completed(&o->app, o->completed, o->completions);
        break;
    case ERRAND_LOOK:
        str_addf(&o->log, "LOOK %s\n", e->text);
        app_looked(&o->app, e->text, false, 0, NULL);
        break;
    case ERRAND_EDITOR:
        str_addf(&o->log, "EDITOR %s/%zu\n", e->text, e->limit);
        if (o->edited)
            app_edited(&o->app, o->edited);
        break;
    case ERRAND_PLACE:
        str_addf(&o->log, "PLACE %s\n", e->subject);
        break;
    case ERRAND_PAPER:
        str_addf(&o->log, "PAPER %zu %d\n", e->paper, e->lang);
        app_paper(&o->app, "one\ntwo\nthree\n");
        break;
    case ERRAND_WRITE:
        str_addf(&o->log, "WRITE %zu %s %s %zu%s%s\n", e->paper, e->format, e->text, e->columns,
            e->overwrite ? " over" : "", e->make_folder ? " folder" : "");
        if (o->no_folder && !e->make_folder)
            app_no_folder(&o->app);
        else if (o->exists && !e->overwrite)
            app_exists(&o->app);
        else
            app_written(&o->app, e->text);
        break;
    case ERRAND_RECEIVE:
        str_addf(&o->log, "RECEIVE %s\n", e->text);
        break;
    case ERRAND_TAKE:
        if (refused(o))
            return;
        str_addf(&o->log, "TAKE %zu %s\n", e->offset, e->text);
        app_recorded(&o->app, "10:42");
        break;
    case ERRAND_MANY:
        str_addf(&o->log, "MANY %s\n", e->choice.key ? e->choice.key : "");
        made_many(o);
        break;
    case ERRAND_BATCH:
        str_addf(&o->log, "BATCH %zd %s %s%s\n", (ssize_t)e->paper, e->format, e->text,
            e->choice.selectable ? " selectable" : "");
        app_progress(&o->app, "1/2 one");
        break;
    case ERRAND_BATCH_AGAIN:
        str_add(&o->log, "AGAIN\n");
        app_progress(&o->app, "1/2 one");
        break;
    case ERRAND_STOP:
        str_add(&o->log, "STOP\n");
        app_printed(&o->app, "Stopped.", o->left);
        break;
    case ERRAND_VIEW:
        str_addf(&o->log, "VIEW %s\n", e->text);
        break;
    case ERRAND_CLOSE:
        str_add(&o->log, "CLOSE\n");
        break;
    case ERRAND_SETTINGS:
        str_add(&o->log, "SETTINGS\n");
        officer_settings(&o->app, "", NULL);
        break;
    case ERRAND_SETTLE:
        if (refused(o))
            break;
        str_addf(&o->log, "SETTLE %s=%s\n", e->subject, e->text ? e->text : "(none)");
        officer_settings(&o->app, e->subject, e->text);
        app_settled(&o->app, e->subject, "/home/config.yaml");
        break;
    case ERRAND_REDRAW:
        str_add(&o->log, "REDRAW\n");
        break;
    case ERRAND_SUSPEND:
        str_add(&o->log, "SUSPEND\n");
        break;
    case ERRAND_QUIT:
        str_add(&o->log, "QUIT\n");
        break;
    }
}

static size_t rows_at_home;

static void settle(struct officer *o)
{
    struct errand e;
    while (errands_next(&o->app.errands, &e)) {
        run(o, &e, rows_at_home);
        errand_release(&e);
    }
    officer_fit(o, o->app.list.height ? o->app.list.height : 10);
}

/* ---- sitting down ---- */

static void sit(struct officer *o)
{
    example_begin(&o->session, TEST_DATA "/document/example", "example", EXAMPLE_TODAY);
    example_begin(&o->neighbour, TEST_DATA "/app/neighbour", "neighbour", EXAMPLE_TODAY);
    app_init(&o->app, LANG_EN, "Sato", EXAMPLE_TODAY, formats, 3, NULL);
    app_place(&o->app, "/papers", false);
    officer_fit(o, 10);
}

void officer_home(struct officer *o, size_t rows)
{
    *o = (struct officer){0};
    rows_at_home = rows;
    sit(o);
    settle(o);
    (void)officer_log(o);
}

void officer_walk(struct officer *o, const char *answers, const char *place)
{
    const char *draft = o->draft, *holder = o->holder;
    *o = (struct officer){.draft = draft, .holder = holder};
    rows_at_home = 0;
    sit(o);
    settle(o);
    example_answer(&o->session, answers);
    open(o, place);
    settle(o);
    (void)officer_log(o);
}

void officer_leave(struct officer *o)
{
    app_release(&o->app);
    compare_release(&o->compare);
    session_release(&o->session);
    session_release(&o->neighbour);
    str_release(&o->log);
    o->draft = o->holder = NULL;
}

/* ---- keys ---- */

static void press(struct officer *o, struct key key)
{
    app_key(&o->app, key);
    (void)app_follow(&o->app);
    settle(o);
}

static void type(struct officer *o, const char *text, size_t len)
{
    for (size_t at = 0; at < len;) {
        struct key key = {.press = PRESS_CHAR};
        size_t bytes = utf8_decode(text + at, len - at, &key.c);
        assert_true(bytes > 0);
        press(o, key);
        at += bytes;
    }
}

static bool named(struct officer *o, const char *name, size_t len)
{
    struct key key;
    char *whole = mem_copy(name, len);
    bool known = key_named(whole, &key);
    free(whole);
    if (known)
        press(o, key);
    return known;
}

void officer_press(struct officer *o, const char *keys)
{
    for (const char *at = keys; *at; at += strspn(at, " ")) {
        size_t len = strcspn(at, " ");
        if (*at == '\'')
            type(o, at + 1, len - 1);
        else if (!named(o, at, len))
            type(o, at, len);
        at += len;
    }
}

void officer_paste(struct officer *o, const char *text)
{
    press(o, (struct key){.press = PRESS_PASTE, .text = text});
}

void officer_wait(struct officer *o)
{
    app_keep(&o->app);
    settle(o);
}

/* ---- looking ---- */

const char *officer_log(struct officer *o)
{
    static char taken[4096];
    (void)snprintf(taken, sizeof taken, "%s", str_text(&o->log));
    str_clear(&o->log);
    return taken;
}

const char *officer_at(const struct officer *o)
{
    size_t q = o->app.walk.question;
    return q == NONE ? "" : o->session.standard->questions[q].id;
}

const char *officer_effect(const struct officer *o)
{
    static char joined[4096];
    const struct effect_lines *lines = &o->app.walk.effect;
    struct str out = {0};
    for (size_t i = 0; i < lines->count; i++)
        str_addf(&out, "%s%s %s", i ? " / " : "", lines->at[i].mark, lines->at[i].text);
    (void)snprintf(joined, sizeof joined, "%s", str_text(&out));
    str_release(&out);
    return joined;
}
