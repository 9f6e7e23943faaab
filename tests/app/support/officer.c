/* SPDX-License-Identifier: MIT
 * An officer without a terminal. */
#include "officer.h"
#include "desk.h"

#include "core/mem.h"
#include "core/utf8.h"
#include "example.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

/* ---- sitting down ---- */

static void settle(struct officer *o)
{
    struct errand e;
    while (errands_next(&o->app.errands, &e)) {
        desk_run(o, &e);
        errand_release(&e);
    }
    officer_fit(o, o->app.list.height ? o->app.list.height : 10);
}

static void sit(struct officer *o)
{
    example_begin(&o->session, TEST_DATA "/document/example", "example", EXAMPLE_TODAY);
    example_begin(&o->neighbour, TEST_DATA "/app/neighbour", "neighbour", EXAMPLE_TODAY);
    app_init(&o->app, LANG_EN, "Sato", EXAMPLE_TODAY, formats, 3);
    app_begin(&o->app, NULL, false);
    app_place(&o->app, "/papers", false);
    officer_fit(o, 10);
}

void officer_home(struct officer *o, size_t rows)
{
    *o = (struct officer){.rows = rows};
    sit(o);
    settle(o);
    (void)officer_log(o);
}

void officer_walk(struct officer *o, const char *answers, const char *place)
{
    const char *draft = o->draft, *holder = o->holder;
    *o = (struct officer){.draft = draft, .holder = holder};
    sit(o);
    settle(o);
    example_answer(&o->session, answers);
    app_opened(&o->app, &o->session, o->holder, place);
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
    const struct effect_lines *lines = app_effect(&o->app);
    struct str out = {0};
    for (size_t i = 0; i < lines->count; i++)
        str_addf(&out, "%s%s %s", i ? " / " : "", lines->at[i].mark, lines->at[i].text);
    (void)snprintf(joined, sizeof joined, "%s", str_text(&out));
    str_release(&out);
    return joined;
}
