/* SPDX-License-Identifier: MIT
 * What the file of a paper is called. A standard's words are as hostile as any other input: the name never leads out of its folder, is
 * not hidden there and can be typed. */
#ifndef KIJUN_DOCUMENT_FILE_NAME_H
#define KIJUN_DOCUMENT_FILE_NAME_H

#include "core/standard.h"
#include "core/str.h"

enum { FILE_NAME_MAX = 200 }; /* bytes, below what file systems take */

/* Adds "WORDS-ID.suffix"; id "" leaves "-ID" out. */
void file_name(struct str *out, const char *words, const char *id, const char *suffix);

#endif
