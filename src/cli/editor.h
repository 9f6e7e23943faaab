/* SPDX-License-Identifier: MIT
 * A text in the person's own editor: VISUAL or EDITOR, as git starts it; and what it had saved when kijun was killed beside it. */
#ifndef KIJUN_CLI_EDITOR_H
#define KIJUN_CLI_EDITOR_H

#include "core/err.h"
#include "core/str.h"

/* Whose text it is. question NULL: of a field that keeps no drafts, so nothing is ever brought back to it. */
struct editing_of {
    const char *session, *question, *field;
};

/* A file of its own (0600) in a folder of its own (0700), beside the database or else in XDG_RUNTIME_DIR. */
struct editing {
    const char *command; /* borrowed from the environment */
    char *folder, *path;
    char *text; /* what was handed to the editor */
    int lock;   /* while it is in use; -1: there is none */
    bool keep;  /* what the editor wrote was not taken, and stays */
    bool told;  /* and the person knows where: it is not brought back */
};

/* beside: the path of the database. False (ERR_INPUT) if no editor is set, or the file cannot be written; nothing is left to end then. */
NODISCARD bool editing_begin(struct editing *w, const char *text, const struct editing_of *of,
    const char *beside, struct err *e);

/* Runs the editor to its end, on the terminal as the caller left it, and adds what it wrote to out, without the last newline. False if it
 * failed, or wrote what is no text or longer than limit bytes: *e says where that is kept. */
NODISCARD bool editing_run(struct editing *w, size_t limit, struct str *out, struct err *e);

/* Removes the file and what editors put beside it, unless it is kept. */
void editing_end(struct editing *w);

/* ---- editor_left.c: what a kijun that was killed beside its editor left behind ---- */

/* What an editor had saved for a field. Nothing from outside is trusted: what another user may have made, links, and what is no text that a
 * field holds are passed over and stay. */
struct editing_left {
    char *folder, *path;
    struct str text, before; /* what it had saved, and what it was given */
    bool runs;               /* it is still open, and may save more: there is no text yet */
    int fd, lock;
};

/* False if there is nothing for that field, and nothing to end then. */
NODISCARD bool editing_find(
    struct editing_left *left, const char *beside, const struct editing_of *of);
/* taken: it is kept elsewhere now, and is removed here. */
void editing_left_end(struct editing_left *left, bool taken);

/* Removes what the editor had saved nothing in, and runs no more. */
void editing_sweep(const char *beside);

/* The text of the file that says whose it is. */
void editing_owner(struct str *out, const struct editing_of *of);

#endif
