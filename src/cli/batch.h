/* SPDX-License-Identifier: MIT
 * Many papers in one go: all papers of one session, or one paper of many sessions, a file each; or that paper of all as one table. One step
 * makes one file, whole or not at all, or one row, so that it can be stopped between any two. One session is in memory at a time. */
#ifndef KIJUN_CLI_BATCH_H
#define KIJUN_CLI_BATCH_H

#include "cli/desk.h"
#include "cli/selection.h"
#include "document/together.h"
#include "render/render.h"

/* What is to become of them. folder is borrowed; it is made if it is not there. */
struct batch_order {
    enum format format;
    struct rendering how;
    enum lang lang;
    const char *folder; /* NULL: one table, which batch_table() hands over */
    bool overwrite;     /* else a file that is there is left, and counted */
};

typedef char session_id[SESSION_ID_BYTES];

struct batch {
    struct desk *desk;
    struct store *where;
    struct batch_order order;
    char *folder;          /* owned */
    char *paper;           /* of many sessions: its id; NULL: all papers of one */
    session_id *ids;       /* of many */
    struct session one;    /* of all papers */
    bool reads;            /* one has been read */
    size_t *jobs;          /* indices of ids, or of one's papers */
    size_t count, at;      /* jobs, and how many have been done */
    char *title;           /* of the session done last */
    bool unsettled;        /* files were made since batch_settle() */
    size_t made, without;  /* without: sessions whose standard has no such paper, or not for them */
    struct together table; /* of many in one */
    struct document document; /* the table's; released with the batch */
    size_t practice;          /* sessions for practice, which no table lists */
    size_t useless;           /* papers of no use as their session stands (document_serves()) */
    size_t *left;             /* jobs whose file was there */
    size_t left_count, left_cap;
    struct err_list failed; /* the first of them, each naming its session or paper */
    size_t failed_count;
};

/* Zeroed before; released after, whatever comes of it. */
NODISCARD bool batch_all_papers(struct batch *b, struct desk *desk, struct store *where,
    const char *id, const struct batch_order *order, struct err *e);
NODISCARD bool batch_of_many(struct batch *b, struct desk *desk, const struct selection *filter,
    const char *paper, const struct batch_order *order, struct err *e);
void batch_release(struct batch *b);

bool batch_ended(const struct batch *b);
/* The next file. What concerns it alone is kept in failed; false if going on is of no use: the disk is full, the format cannot be
 * written here. */
NODISCARD bool batch_step(struct batch *b, struct err *e);
/* However it ends: makes the names of the files last, for all at once. */
NODISCARD bool batch_settle(struct batch *b, struct err *e);
/* The paper of the first session that has it, to look at. ERR_INPUT if none has. */
NODISCARD bool batch_first(const struct batch *b, struct str *out, struct err *e);

/* Once it has ended: adds the table in its format, with the sessions of those steps in it. */
NODISCARD bool batch_table(struct batch *b, struct str *out, struct err *e);
/* Begins again with what was there already, to be overwritten. */
void batch_overwrite(struct batch *b);

/* What came of it: how many were made, and how many not and why. ended early: it was stopped. */
void batch_words(const struct batch *b, enum lang lang, struct str *out);

#endif
