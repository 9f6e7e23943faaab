/* SPDX-License-Identifier: MIT
 * What shows a file to the person at this desk. */
#ifndef KIJUN_CLI_VIEWER_H
#define KIJUN_CLI_VIEWER_H

#include "core/err.h"
#include "pack/settings.h"

/* The program that the settings name, found among the programs of this machine; without one xdg-open, if there is a display. */
bool viewer_is_there(const struct settings *s);

/* Starts it with the file as its last argument, and does not wait for it; no shell sees the name. ERR_INPUT if there is none, with the path. */
NODISCARD bool viewer_open(const struct settings *s, const char *path, struct err *e);

#endif
