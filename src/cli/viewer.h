/* SPDX-License-Identifier: MIT
 * Files and the person at this desk: where they go, and what shows them. */
#ifndef KIJUN_CLI_VIEWER_H
#define KIJUN_CLI_VIEWER_H

#include "core/err.h"
#include "pack/settings.h"

/* The program that the settings name, found among the programs of this machine; without one xdg-open, if there is a display. */
bool viewer_is_there(const struct settings *s);

/* Starts it with the file as its last argument, and does not wait for it; no shell sees the name. ERR_INPUT if there is none, with the path. */
NODISCARD bool viewer_open(const struct settings *s, const char *path, struct err *e);

/* A path as it is typed into a form: "~/" is one's home, as shells have it; all else stays as it is. Caller frees. */
char *place_from_home(const char *path);

/* A path from the root: "~/" is one's home, what else does not begin with "/" lies in the folder kijun was started in; it stays as
 * it is if that is gone. Caller frees. */
char *place_whole(const char *path);

/* Where papers are offered to be saved: what the settings say, else the folder kijun was started in, or home where nothing can be
 * written there. Caller frees. */
char *place_of_papers(const struct settings *s);

#endif
