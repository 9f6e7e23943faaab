/* SPDX-License-Identifier: MIT
 * kijun: the program is brought up in stages, one after the other, and taken down in reverse; in between runs one command, or
 * the interactive loop if none is named.
 *
 * There is no setlocale(): text is UTF-8 whatever the locale, and nothing here asks the C library about characters. */
#include "cli/call.h"
#include "cli/help.h"
#include "cli/loop.h"
#include "cli/settle.h"
#include "core/mem.h"
#include "text/msg.h"
#include "tui/term.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

struct program {
    int argc;
    char **argv;
    struct settings settings;
    struct desk desk;
    struct call call;
};

/* ---- stages ---- */

static void say_exhausted(void)
{
    static const char sentence[] =
        "kijun: メモリが足りません。保存済みの回答は無事です。 / out of memory; saved answers are safe.\n";
    term_close(); /* the sentence is to be seen */
    ssize_t written = write(STDERR_FILENO, sentence, sizeof sentence - 1);
    (void)written; /* there is nobody left to tell */
}

static bool memory_up(struct program *p, struct err *e)
{
    (void)p;
    (void)e;
    mem_on_exhausted(say_exhausted);
    mem_prepare();
    return true;
}

/* A database opened as descriptor 1 would be written over by the first message: close the gap first. */
static bool descriptors_up(struct program *p, struct err *e)
{
    (void)p;
    for (;;) {
        int fd = open("/dev/null", O_RDWR);
        if (fd < 0)
            return err_fail(
                e, ERR_SYSTEM, N_("Cannot open \"{1}\": {2}."), "/dev/null", strerror(errno));
        if (fd > STDERR_FILENO)
            return close(fd) == 0 || err_fail(e, ERR_SYSTEM, N_("Cannot close \"{1}\": {2}."),
                                         "/dev/null", strerror(errno));
    }
}

/* A file that grows past its limit is an error to be told, not a death. A pipe closed by its reader may end us: by then everything is
 * on disk. */
static bool signals_up(struct program *p, struct err *e)
{
    (void)p;
    struct sigaction ignore = {.sa_handler = SIG_IGN};
    if (sigaction(SIGXFSZ, &ignore, NULL) != 0)
        return err_fail(e, ERR_SYSTEM, N_("Cannot set up signals: {1}."), strerror(errno));
    return true;
}

/* What is wrong with them is told once there is a language to tell it in. */
static bool settings_up(struct program *p, struct err *e)
{
    (void)e;
    settings_load(&p->settings);
    settle_keys(&p->settings);
    p->call.settings = &p->settings;
    return true;
}

static bool settings_down(struct program *p, struct err *e)
{
    (void)e;
    settings_release(&p->settings);
    return true;
}

static bool call_up(struct program *p, struct err *e)
{
    if (!call_parse(&p->call, p->argc, p->argv, e))
        return false;
    settle_looks(&p->call, &p->settings);
    return true;
}

static bool call_down(struct program *p, struct err *e)
{
    (void)e;
    call_release(&p->call);
    return true;
}

static bool desk_up(struct program *p, struct err *e)
{
    (void)e;
    desk_init(&p->desk, p->call.lang, p->call.db);
    desk_settle(&p->desk, &p->settings);
    p->call.desk = &p->desk;
    return true;
}

static bool desk_down(struct program *p, struct err *e)
{
    return desk_close(&p->desk, e);
}

static const struct step {
    bool (*up)(struct program *p, struct err *e);
    /* NULL: nothing to undo; runs even if up failed */
    bool (*down)(struct program *p, struct err *e);
} stages[] = {
    {memory_up, NULL},
    {descriptors_up, NULL},
    {signals_up, NULL},
    {settings_up, settings_down},
    {call_up, call_down},
    {desk_up, desk_down},
};

enum { STAGES = sizeof stages / sizeof *stages };

/* ---- in between ---- */

static int tell(enum lang lang, const struct err *e)
{
    struct str line = {0};
    str_add(&line, "kijun: ");
    err_words(&line, lang, e);
    str_add_char(&line, '\n');
    (void)fputs(str_text(&line), stderr); /* the last resort: nothing can be said about it */
    str_release(&line);
    return (int)e->kind;
}

/* Notes first: they explain what is printed after them. */
static bool print(struct call *c, struct err *e)
{
    if (c->notes.len && fputs(str_text(&c->notes), stderr) == EOF)
        return err_fail(e, ERR_SYSTEM, N_("Cannot write to standard error: {1}."), strerror(errno));
    if (c->out.len && fwrite(c->out.at, 1, c->out.len, stdout) != c->out.len)
        return err_fail(
            e, ERR_SYSTEM, N_("Cannot write to standard output: {1}."), strerror(errno));
    if (fflush(stdout) != 0)
        return err_fail(
            e, ERR_SYSTEM, N_("Cannot write to standard output: {1}."), strerror(errno));
    return true;
}

static bool run(struct call *c, struct err *e)
{
    if (c->wants_version) {
        str_add(&c->out, "kijun " KIJUN_VERSION "\n");
        return true;
    }
    if (c->wants_help) {
        help_add(&c->out, c->lang, c->command);
        return true;
    }
    if (c->command) {
        for (size_t i = 0; !c->command->lints && i < c->settings->problems.count; i++)
            call_note(c, &c->settings->problems.at[i]);
        return c->command->run(c, e);
    }
    c->status = loop_run(c, &(struct loop_start){0});
    return true;
}

int main(int argc, char **argv)
{
    struct program p = {.argc = argc, .argv = argv};
    struct err e = {0};
    size_t up = 0;
    bool ok = true;
    while (ok && up < STAGES)
        ok = stages[up++].up(&p, &e);
    ok = ok && run(&p.call, &e);
    struct err printing;
    if (!print(&p.call, &printing) && ok) {
        ok = false;
        e = printing;
    }
    int status = ok ? p.call.status : tell(p.call.lang, &e);
    while (up-- > 0) {
        struct err down;
        if (stages[up].down && !stages[up].down(&p, &down))
            status = tell(p.call.lang, &down);
    }
    return status;
}
