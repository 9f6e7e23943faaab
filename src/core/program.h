/* SPDX-License-Identifier: MIT
 * Where the running program lies, and with it what was installed beside it. */
#ifndef KIJUN_CORE_PROGRAM_H
#define KIJUN_CORE_PROGRAM_H

#include "core/str.h"

#include <stdbool.h>

/* True if the program lies below folder: it runs from where it was built, not from where it was installed. folder may end in a slash. */
bool program_is_below(const char *folder);

/* Adds the path of what lies at `relative` from the program's own folder. False if it cannot be told where that is. */
bool program_beside(struct str *out, const char *relative);

#endif
