/* SPDX-License-Identifier: MIT
 * A standard from disk. */
#ifndef KIJUN_CLI_LOAD_H
#define KIJUN_CLI_LOAD_H

#include "pack/pack.h"

/* Finds (by id or folder) and reads the files of a standard; nothing is parsed. The caller releases *bundle either way. */
NODISCARD bool load_files(const char *name, struct bundle *bundle, struct err *e);

/* The same, and parses it. On false *out is NULL and problems has at least one more. The caller
 * releases *bundle and *out either way. */
NODISCARD bool load_standard(
    const char *name, struct bundle *bundle, struct standard **out, struct err_list *problems);

/* The same, telling all that pack_lint() finds. */
NODISCARD bool load_and_lint(
    const char *name, struct bundle *bundle, struct standard **out, struct err_list *problems);

#endif
