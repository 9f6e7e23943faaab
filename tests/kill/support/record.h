/* SPDX-License-Identifier: MIT
 * What an officer was told is saved, and whether it is: the lines of a session under the sample standard. */
#ifndef KIJUN_TESTS_RECORD_H
#define KIJUN_TESTS_RECORD_H

#include "term/chance.h"
#include "term/office.h"

enum { RECORD_LINES = 5, RECORD_VALUE = 24 };

struct record {
    struct office office;
    struct chance chance;
    char *session;
    char kept[RECORD_LINES][RECORD_VALUE]; /* what must be there; "": nothing yet */
    char on_its_way[RECORD_VALUE];         /* the value given last */
    int line;                              /* and where */
    long written, kills;                   /* kills: how many are wanted, from KIJUN_KILLS or 100 */
};

void record_open(struct record *r);
/* Checks a last time, verifies the database, and takes everything away. */
void record_close(struct record *r);

/* A value never given before, now on its way to a line (0 to RECORD_LINES - 1). */
const char *record_next(struct record *r, int line);
/* The program has said that it is saved. */
void record_told(struct record *r);

/* Compares what is there with what must be. The value on its way may be there, wholly, too: then it must be from now on. */
void record_check(struct record *r);

#endif
