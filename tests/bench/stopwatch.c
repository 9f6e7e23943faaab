/* SPDX-License-Identifier: MIT
 * How long a person at a terminal waits. Time is taken when bytes arrive; libvterm sees them only when the program asks the terminal
 * something or the screen is at rest, so that understanding them costs the measured program nothing. */
#include "stopwatch.h"

#include "contest.h"
#include "core/mem.h"
#include "core/str.h"
#include "term/term.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { QUIET = 15, START = 10000, REDRAW = 1000, REST = 10 };

struct watch {
    struct term *term;
    struct str unread; /* bytes libvterm has not seen yet */
    const char *want;
    size_t bytes; /* read so far */
};

static void read_all(struct watch *w)
{
    if (w->unread.len)
        term_take(w->term, w->unread.at, w->unread.len);
    str_clear(&w->unread);
}

static bool asks_the_terminal(const struct str *bytes)
{
    static const char *const question[] = {"\033[6n", "\033[5n", "\033[c", "\033[0c", "\033[>c"};
    for (size_t i = 0; i < sizeof question / sizeof *question; i++)
        if (memmem(bytes->at, bytes->len, question[i], strlen(question[i])))
            return true;
    return false;
}

static bool finished(struct watch *w)
{
    read_all(w);
    return !w->want || term_find(w->term, w->want, NULL, NULL);
}

/* The time of the last byte of the screen being drawn; 0 if none (or never the one wanted) came before the deadline. */
static int64_t frame(struct watch *w, int64_t deadline)
{
    struct pty *pty = term_pty(w->term);
    int64_t last = 0, quiet = (int64_t)QUIET * MILLISECOND;
    char bytes[65536];
    while (clock_now() < deadline) {
        if (pty_wait(pty, false, last ? last + quiet : deadline) == PTY_QUIET) {
            if (pty->deserted || pty->over)
                return 0;
            if (last && finished(w))
                return last;
            last = last ? clock_now() : 0; /* not it yet: be patient for another while */
            continue;
        }
        size_t got = pty_read(pty, bytes, sizeof bytes);
        int64_t now = clock_now();
        if (!got)
            continue;
        if (last && now - last > quiet && finished(w))
            return last; /* these bytes belong to something later */
        str_add_bytes(&w->unread, bytes, got);
        w->bytes += got;
        last = now;
        if (asks_the_terminal(&w->unread))
            read_all(w);
    }
    return 0;
}

static void begin(struct watch *w, const struct program *p)
{
    *w = (struct watch){.want = p->want};
    w->term = term_start(&(struct pty_start){.argv = p->argv, .env = p->env});
}

static void leave(struct watch *w)
{
    struct pty_end end;
    term_hang_up(w->term);
    if (!term_await_end(w->term, START, &end))
        fprintf(stderr, "bench: a program did not end when its terminal was closed\n");
    term_release(w->term);
    str_release(&w->unread);
}

static double milliseconds(int64_t from, int64_t to)
{
    return (double)(to - from) / MILLISECOND;
}

double first_frame(const struct program *p)
{
    struct watch w;
    begin(&w, p);
    int64_t last = frame(&w, clock_now() + (int64_t)START * MILLISECOND);
    double took = last ? milliseconds(*term_pty(w.term)->begun, last) : -1;
    leave(&w);
    return took;
}

/* Milliseconds until the redraw is finished, or its bytes; negative if there is none. */
static double press(struct watch *w, const char *key, enum measure measure)
{
    int64_t before = clock_now();
    w->bytes = 0;
    term_key(w->term, key);
    int64_t last = frame(w, before + (int64_t)REDRAW * MILLISECOND);
    double bytes = (double)w->bytes;
    while (frame(w, clock_now() + (int64_t)REST * MILLISECOND))
        ; /* what follows by itself belongs to no key */
    if (!last)
        return -1;
    return measure == MEASURE_BYTES ? bytes : milliseconds(before, last);
}

/* Presses all keys; how many were to be timed. Times of those that drew go to took. */
static size_t press_all(
    struct watch *w, char *keys, enum measure measure, double *took, size_t *drawn)
{
    size_t timed = 0;
    char *rest = NULL;
    for (char *key = strtok_r(keys, " ", &rest); key; key = strtok_r(NULL, " ", &rest)) {
        bool on_the_way = key[0] == '-' && key[1];
        double time = press(w, key + on_the_way, measure);
        timed += !on_the_way;
        if (!on_the_way && time >= 0)
            took[(*drawn)++] = time;
    }
    return timed;
}

double key_to_redraw(
    const struct program *p, const char *keys, const char *after, enum measure measure)
{
    struct watch w;
    char *copy = mem_dup(keys);
    double *took = mem_alloc(strlen(keys), sizeof *took), middle = -1;
    size_t drawn = 0;
    begin(&w, p);
    if (frame(&w, clock_now() + (int64_t)START * MILLISECOND)) {
        w.want = NULL;
        size_t timed = press_all(&w, copy, measure, took, &drawn);
        if (drawn == timed && (!after || term_find(w.term, after, NULL, NULL)))
            middle = median(took, drawn);
    }
    leave(&w);
    free(took);
    free(copy);
    return middle;
}
