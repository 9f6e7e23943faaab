/* SPDX-License-Identifier: MIT
 * Which of the saved sessions a command is about: --search, --standard, --verdict, --decision. */
#ifndef KIJUN_CLI_SELECTION_H
#define KIJUN_CLI_SELECTION_H

#include "cli/call.h"
#include "store/store.h"

/* The rows of its options, for the tables of commands that take them. */
#define SELECTION_OPTIONS                                                                                                         \
    {"search", 's', "TEXT", N_("Only sessions whose title or standard contains TEXT.")},                                          \
        {"standard", 0, "ID", N_("Only sessions under that standard.")},                                                          \
        {"verdict", 0, "VERDICT",                                                                                                 \
            N_("Only those that are selectable, not_selectable, incomplete or out_of_scope.")},                                   \
    {                                                                                                                             \
        "decision", 0, "DECISION",                                                                                                \
            N_("Only those that are approved (on conditions or not), conditional, refused or returned, or none: not decided on.") \
    }
enum { SELECTION_COUNT = 4 };

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
