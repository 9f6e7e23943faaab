/* SPDX-License-Identifier: MIT
 * Which of the saved sessions a command is about: --search, --standard, --verdict, --decision. */
#ifndef KIJUN_CLI_SELECTION_H
#define KIJUN_CLI_SELECTION_H

#include "cli/call.h"
#include "store/store.h"

/* All zero: every one. Strings are borrowed. */
struct selection {
    const char *key;      /* made by search_key(); NULL: any title */
    const char *standard; /* an id; NULL: any */
    bool by_verdict, by_decision;
    enum verdict verdict;
    enum decision decision; /* approved: on conditions or not */
};

/* What the options say. *key is what selection->key borrows; the caller frees it, also after a failure. */
NODISCARD bool selection_read(
    struct selection *selection, const struct call *c, char **key, struct err *e);

/* Of what the store found by the key. */
bool selection_passes(const struct selection *selection, const struct summary *s);

#endif
