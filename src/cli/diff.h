/* SPDX-License-Identifier: MIT
 * What kijun standard diff has to say: the differences, and the saved sessions they touch. Gathered first, said afterwards. */
#ifndef KIJUN_CLI_DIFF_H
#define KIJUN_CLI_DIFF_H

#include "cli/rehearse.h"
#include "core/difference.h"

#include <jansson.h>

struct diff_paper {
    char mark; /* + new, - gone, * changed */
    char *file;
};

/* A session that moving would change. */
struct diff_session {
    char *id, *title;
    enum verdict before, after;
    char *again; /* the ids of the questions to be asked again, a blank between */
    json_t *facts;
};

struct diff {
    enum lang lang;
    struct difference parts;
    struct diff_paper *papers;
    size_t paper_count, paper_cap;
    struct diff_session *sessions;
    size_t session_count, session_cap;
    size_t untouched; /* sessions for which nothing would change */
};

/* Both borrowed. */
void diff_init(
    struct diff *d, enum lang lang, const struct standard *before, const struct standard *after);
void diff_release(struct diff *d);
void diff_paper(struct diff *d, char mark, const char *file);
void diff_session(struct diff *d, const struct move *m);

/* True if the standards do not differ. */
bool diff_none(const struct diff *d);

void diff_text(struct str *out, const struct diff *d);
void diff_json(struct str *out, const struct diff *d);

#endif
