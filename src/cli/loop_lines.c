/* SPDX-License-Identifier: MIT
 * The loop in lines: what there is to say, a line typed, its keys and their errands. Nothing waits to be kept between two lines. */
#include "cli/loop.h"

#include "cli/page.h"
#include "core/utf8.h"
#include "linear/linear.h"
#include "text/safe.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { LINE_MOST = 1024 * 1024 };

enum typed { TYPED_LINE, TYPED_GARBLED, TYPED_END };

/* A line without its newline; what is longer than LINE_MOST, not UTF-8 or holds NUL is TYPED_GARBLED, and passed over whole. */
static enum typed type(struct str *line)
{
    bool good = true;
    int c;
    str_clear(line);
    while ((c = getc(stdin)) != EOF && c != '\n') {
        good = good && c != '\0' && line->len < LINE_MOST;
        if (good)
            str_add_char(line, (char)c);
    }
    if (c == EOF && line->len == 0 && good)
        return TYPED_END;
    if (line->len && line->at[line->len - 1] == '\r')
        line->at[--line->len] = '\0';
    return good && utf8_valid(str_text(line), line->len, NULL) ? TYPED_LINE : TYPED_GARBLED;
}

static bool say(const struct str *text, struct err *e)
{
    if (fwrite(str_text(text), 1, text->len, stdout) == text->len && fflush(stdout) == 0)
        return true;
    return err_fail(e, ERR_SYSTEM, N_("Cannot write to standard output: {1}."), strerror(errno));
}

/* False if the rest of the line is to be left. */
static bool press(struct loop *l, struct linear *lines, struct key key)
{
    linear_before(lines, &l->app, key);
    app_key(&l->app, key);
    (void)app_follow(&l->app); /* nothing is shown in between */
    loop_errands(l);
    if (l->batching)
        errands_run_batch(l);
    (void)errands_watch(l);
    (void)errands_tell_newer(l);
    while (errands_check_evidence(l, NULL, NULL))
        ;
    app_fit(&l->app, linear_extents(lines, &l->app));
    return linear_after(lines, &l->app) && !l->ended;
}

static void take(struct loop *l, struct linear *lines, const char *line)
{
    struct linear_keys keys = {0};
    linear_keys_of(lines, &l->app, line, &keys);
    if (!keys.count)
        linear_unread(lines, &l->app, line);
    for (size_t i = 0; i < keys.count && press(l, lines, keys.at[i]); i++)
        ;
    linear_keys_release(&keys);
}

/* A terminal shows what is typed; from a pipe the line is told, so that the whole can be read afterwards. */
static bool echo(const struct str *line, struct err *e)
{
    struct str out = {0};
    safe_text(&out, str_text(line), 0);
    str_add_char(&out, '\n');
    bool ok = say(&out, e);
    str_release(&out);
    return ok;
}

static bool round_of(struct loop *l, struct linear *lines, struct str *line, struct err *e)
{
    struct str out = {0};
    linear_tell(lines, &out, &l->app);
    bool ok = say(&out, e);
    str_release(&out);
    if (!ok)
        return false;
    enum typed typed = type(line);
    if (typed != TYPED_END && !isatty(STDIN_FILENO) && !echo(line, e))
        return false;
    if (typed == TYPED_LINE)
        take(l, lines, str_text(line));
    else if (typed == TYPED_GARBLED)
        (void)press(l, lines, (struct key){.press = PRESS_GARBLED});
    app_keep(&l->app);
    loop_errands(l);
    l->ended |= typed == TYPED_END;
    return true;
}

bool loop_lines(struct loop *l, struct err *e)
{
    struct linear lines;
    struct str line = {0}, end = {0};
    linear_init(&lines, page_columns());
    l->app.lines = true;
    app_fit(&l->app, linear_extents(&lines, &l->app));
    (void)errands_tell_newer(l);
    /* what opening the session had to say, before any key */
    linear_before(&lines, &l->app, (struct key){.press = PRESS_GARBLED});
    bool ok = linear_after(&lines, &l->app) || true;
    while (ok && !l->ended)
        ok = round_of(l, &lines, &line, e);
    str_add_char(&end, '\n');
    ok = ok && say(&end, e);
    str_release(&end);
    str_release(&line);
    linear_release(&lines);
    return ok;
}
