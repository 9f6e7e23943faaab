/* SPDX-License-Identifier: MIT
 * An officer who knows the answers: walks a session of any standard through the terminal from an answers file, and expects each
 * question that the standard says comes next, no other. */
#ifndef KIJUN_TESTS_WALKER_H
#define KIJUN_TESTS_WALKER_H

#include "core/assess.h"
#include "pack/pack.h"
#include "term/office.h"

struct walker {
    struct bundle files;
    struct standard *standard;
    struct given_list given; /* the answers the officer has */
    struct answers answers;  /* those taken so far */
    struct assessment assessment;
    size_t at; /* the question on the screen; NONE: past the last */
};

/* Reads the standard from its folder and the answers from their file, to be judged on that day; a fault in them ends the test program. The walk stands at the first
 * question. */
void walker_open(
    struct walker *w, const char *folder, const char *id, const char *answers, int32_t today);
void walker_close(struct walker *w);

/* How the question at hand is headed, as far as that certainly stands on one line: 2-3 データはどの国. The caller frees. */
char *walker_heading(const struct walker *w);

/* Waits for the question at hand to be on the screen, answers it there as a person would, and goes on to the next one asked; a question
 * without a given answer is passed over. */
void walker_step(struct walker *w, struct term *t);

/* The same for who works line by line: adds the lines that answer the question at hand, and goes on to the next one asked. */
void walker_lines(struct walker *w, struct str *out);

#endif
