/* SPDX-License-Identifier: MIT
 * The standards that one is compared with, or a session judged by besides its own. */
#ifndef KIJUN_CLI_OTHERS_H
#define KIJUN_CLI_OTHERS_H

#include "core/compare.h"

struct others {
    struct other *at; /* owned; named by id or folder */
    size_t count, cap;
};

/* Those on the shelf but for own, of whatever revision. One that cannot be read must not hide the others: it is left out, and
 * problems says so. False if there is no shelf. */
NODISCARD bool others_on_shelf(
    struct others *o, const struct standard *own, struct err_list *problems, struct err *e);

/* Adds one by id or folder, unless it is the very same as own. False with problems if it cannot be read. */
NODISCARD bool others_add(
    struct others *o, const struct standard *own, const char *name, struct err_list *problems);

void others_release(struct others *o);

/* Judges the session under its own standard and these, which must outlive the comparison. */
void others_compare(const struct others *o, const struct session *s, struct compare *c);

#endif
