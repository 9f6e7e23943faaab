/* SPDX-License-Identifier: MIT
 * Where the readers of one run put what they find: into the caller's list, with a place, and never so many that a hostile file fills memory. */
#ifndef KIJUN_PACK_REPORT_H
#define KIJUN_PACK_REPORT_H

#include "core/err.h"
#include "core/standard.h"

enum { REPORTS_MAX = 200 };

struct report {
    struct err_list *to; /* borrowed */
    size_t count;        /* added by this run */
    bool failed;         /* an error, not only warnings, was added */
};

/* report(r, place, sentence, args...): an error at a place. report_warning() the same for a warning. After REPORTS_MAX one line says that
 * there is more, and the rest is dropped. */
#define report(r, place, ...)                                                                      \
    report_with(r, ERR_INPUT, place, (const char *const[ERR_ARGS + 1]){__VA_ARGS__})
#define report_warning(r, place, ...)                                                              \
    report_with(r, ERR_FOUND, place, (const char *const[ERR_ARGS + 1]){__VA_ARGS__})
void report_with(struct report *r, enum err_kind kind, const struct place *place,
    const char *const parts[ERR_ARGS + 1]);

/* The same for an error that something else has filled but for its place. */
void report_err(struct report *r, const struct place *place, const struct err *e);

/* Sorts what this run has added by file, line and column. */
void report_sort(struct report *r);

bool report_is_full(const struct report *r);

#endif
