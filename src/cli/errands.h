/* SPDX-License-Identifier: MIT
 * The errands of the interactive program, run at the desk. */
#ifndef KIJUN_CLI_ERRANDS_H
#define KIJUN_CLI_ERRANDS_H

#include "app/app.h"
#include "cli/desk.h"
#include "cli/others.h"

struct loop {
    struct desk *desk;
    struct app app;
    struct session *session; /* owned; NULL: none is open */
    struct store *where;     /* it lives in; borrowed from the desk */
    struct others others;    /* what the session was last compared with */
    struct compare compare;  /* no columns: with nothing */
    bool ended;
};

/* Runs one and reports to the app what came of it. On false nothing has changed, and *e says why; the app has not been told. */
NODISCARD bool errand_run(struct loop *l, const struct errand *errand, struct err *e);

void errands_close(struct loop *l); /* the open session */
NODISCARD bool errand_open(struct loop *l, const char *session, struct err *e);

/* ---- errands_compare.c ---- */
NODISCARD bool errand_compare(struct loop *l, struct err *e);
NODISCARD bool errand_begin_from(struct loop *l, const struct errand *errand, struct err *e);
void compare_forget(struct loop *l);

/* ---- errands_paper.c ---- */
NODISCARD bool errand_paper(struct loop *l, const struct errand *errand, struct err *e);
NODISCARD bool errand_write(struct loop *l, const struct errand *errand, struct err *e);
/* The digest of a file in hexadecimal; "" if path names no file that can be read. */
void file_digest(const char *path, char out[DIGEST_HEX]);
extern const struct format_choice paper_formats[];
extern const size_t paper_format_count;

/* ---- errands_list.c ---- */
NODISCARD bool errand_list(struct loop *l, const struct errand *errand, struct err *e);
NODISCARD bool errand_standards(struct loop *l, struct err *e);
void clock_words(int64_t time, bool seconds, char out[16]); /* 10:42, 10:42:07 */

#endif
