/* SPDX-License-Identifier: MIT
 * A batch run to its end, or until it is interrupted. */
#include "cli/batch_run.h"

#include "text/number.h"
#include "text/safe.h"
#include "text/width.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

static volatile sig_atomic_t interrupted;

static void note(int signal)
{
    (void)signal;
    interrupted = 1;
}

static const int taken[] = {SIGINT, SIGTERM, SIGHUP};
enum { TAKEN = sizeof taken / sizeof *taken };

void batch_progress(const struct batch *b, size_t columns, struct str *out)
{
    struct str line = {0};
    number_add(&line, (int64_t)b->at);
    str_add_char(&line, '/');
    number_add(&line, (int64_t)b->count);
    str_addf(&line, " %s", b->title ? b->title : "");
    char *safe = safe_dup(str_text(&line), 0);
    width_cut(out, safe, columns);
    free(safe);
    str_release(&line);
}

/* The line of progress is written over itself, and wiped out before anything else is said. What cannot be written there is no loss. */
static void show(const struct batch *b, bool last)
{
    struct winsize size;
    struct str line = {0}, text = {0};
    if (!isatty(STDERR_FILENO))
        return;
    bool known = ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 1;
    size_t columns = known ? size.ws_col - 1U : 79;
    if (!last)
        batch_progress(b, columns, &text);
    str_add_char(&line, '\r');
    width_pad(&line, str_text(&text), columns);
    str_add_char(&line, '\r');
    (void)fputs(str_text(&line), stderr);
    (void)fflush(stderr);
    str_release(&text);
    str_release(&line);
}

bool batch_run(struct batch *b, struct err *e)
{
    struct sigaction before[TAKEN];
    const struct sigaction action = {.sa_handler = note, .sa_flags = SA_RESTART};
    bool ok = true;
    interrupted = 0;
    for (size_t i = 0; i < TAKEN; i++) {
        (void)sigaction(taken[i], NULL, &before[i]);
        if (before[i].sa_handler != SIG_IGN) /* as nohup wants it */
            (void)sigaction(taken[i], &action, NULL);
    }
    while (ok && !interrupted && !batch_ended(b)) {
        show(b, false);
        ok = batch_step(b, e);
    }
    show(b, true);
    struct err late;
    ok = batch_settle(b, ok ? e : &late) && ok;
    for (size_t i = 0; i < TAKEN; i++)
        (void)sigaction(taken[i], &before[i], NULL);
    return ok;
}
