/* SPDX-License-Identifier: MIT
 * The folder (0700) an editor's text lies in, file by file (0600): for editor.c, and for what a killed kijun left (editor_left.c). */
#ifndef KIJUN_CLI_EDITOR_FOLDER_H
#define KIJUN_CLI_EDITOR_FOLDER_H

#include "core/err.h"
#include "core/str.h"

#define EDITOR_FOLDER "kijun-" /* before six letters */
#define EDITOR_TEXT "text.txt" /* the editor's */
#define EDITOR_BEFORE                                                                              \
    "before.txt" /* what it was given: where they differ, the first is somebody's work */
#define EDITOR_OWNER                                                                               \
    "owner.txt" /* session, question and field, a line each; missing where no field waits for it */

/* Where such folders lie: beside the database, which outlasts a power failure; else in XDG_RUNTIME_DIR (NULL: none). The caller frees what
 * is returned, which bases borrow from. */
char *editor_bases(const char *beside, const char *bases[2]);

/* A new file of a text, on the disk; false with errno set. */
NODISCARD bool editor_folder_put(int folder, const char *name, const char *text);
/* What the editor is given, locked until the last who has *lock, the editor among them, is gone. */
NODISCARD bool editor_folder_lend(int folder, const char *text, int *lock);
/* *lock: locked for ourselves alone, or -1: someone has it, or it cannot be known. */
void editor_folder_hold(int folder, int *lock);
void editor_folder_let_go(int *lock); /* -1 allowed */
/* Of files alone: editors leave older versions and locks beside it. */
void editor_folder_empty(int folder);

/* The file, if it is one of at most `most` bytes; its size is told in any case. False with errno set if it cannot be read, or is none. */
NODISCARD bool editor_file_read(const char *path, size_t most, struct str *out, size_t *size);
NODISCARD bool editor_file_read_at(
    int folder, const char *name, size_t most, struct str *out, size_t *size);

/* Without the newline that ends it and the mark some editors begin with. Returns how many bytes a field takes of it, to which a line's end is
 * one byte. */
size_t editor_text_trim(struct str *text);

#endif
