/* SPDX-License-Identifier: MIT
 * Paths between the person at this desk and the system. */
#ifndef KIJUN_CLI_PATH_H
#define KIJUN_CLI_PATH_H

#include "pack/settings.h"

/* A path as it is typed into a form: "~/" is one's home, as shells have it; all else stays as it is. Caller frees. */
char *path_from_home(const char *path);

/* A path from the root: "~/" is one's home, what else does not begin with "/" lies in the folder kijun was started in; it stays as
 * it is if that is gone. Caller frees. */
char *path_whole(const char *path);

/* Where papers are offered to be saved: what the settings say, else the folder kijun was started in, or home where nothing can be
 * written there. Caller frees. */
char *path_of_papers(const struct settings *s);

/* A path as one would type it: what lies in one's home from ~ on. Caller frees. */
char *path_words(const char *path);

#endif
