/* SPDX-License-Identifier: MIT
 * A text in the person's own editor: VISUAL or EDITOR, as git starts it. */
#ifndef KIJUN_CLI_EDITOR_H
#define KIJUN_CLI_EDITOR_H

#include "core/err.h"
#include "core/str.h"

/* A file of its own (0600) in a folder of its own (0700), in XDG_RUNTIME_DIR or else beside the database. */
struct editing {
    const char *command; /* borrowed from the environment */
    char *folder, *path;
    char *text; /* what was handed to the editor */
    int lock;   /* on the folder, while it is in use; -1: there is none */
    bool keep;  /* what the editor wrote could not be taken, and is left to the person */
};

/* beside: the path of the database. False (ERR_INPUT) if no editor is set, or the file cannot be written; nothing is left to end then. */
NODISCARD bool editing_begin(
    struct editing *w, const char *text, const char *beside, struct err *e);

/* Runs the editor to its end, on the terminal as the caller left it, and adds what it wrote to out, without the last newline. False if it
 * failed, or wrote what is no text or longer than limit bytes: *e says where that is kept. */
NODISCARD bool editing_run(struct editing *w, size_t limit, struct str *out, struct err *e);

/* Removes what a kijun that was killed beside its editor left behind, where the editor had saved nothing and runs no more. What it had saved
 * stays: it is somebody's work. */
void editing_sweep(const char *beside);

/* Removes the file and what editors put beside it, unless it is kept. */
void editing_end(struct editing *w);

#endif
