/* SPDX-License-Identifier: MIT
 * The figures scripts/bench reports. Each prints its lines of the table and cleans up after itself. */
#ifndef KIJUN_BENCH_FIGURES_H
#define KIJUN_BENCH_FIGURES_H

#include <stddef.h>

struct figures {
    size_t pairs;
    const char *kijun; /* the program, as a path */
    const char *bare_menu;
    const char *standard; /* id of the standard the session is under */
    const char *folder;   /* of that standard */
    const char *answers;  /* file of answers that give the session something to judge */
    const char *home;     /* an empty folder to work in */
};

/* Time to the first screen of a saved session against whiptail; a key to its redraw, and a key to its answer saved and redrawn, against
 * bare ncurses. False if the session could not be made. */
int figures_terminal(const struct figures *f);

/* One answer taken (judged, hashed, committed) against a bare SQLite commit with the same pragmas, without a terminal. */
int figures_answer(const struct figures *f);

/* A standard read, linked and ready against bare libyaml events over the same bytes. */
int figures_load(const struct figures *f);

/* All standards linted, with their training cases, against bare libyaml events over the same bytes. */
int figures_lint(const struct figures *f);

/* One answer judged in a made-up standard of 10,000 questions against one of 100. */
int figures_judge(const struct figures *f);

/* All papers of a session as PDF and as XLSX against pango and libxlsxwriter with the same text alone, and the memory of many forms. */
int figures_papers(const struct figures *f);

#endif
