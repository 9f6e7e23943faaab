/* SPDX-License-Identifier: MIT
 * What a tested program finds in its environment: little, and the same everywhere. */
#ifndef KIJUN_TESTS_ENVIRONMENT_H
#define KIJUN_TESTS_ENVIRONMENT_H

/* PATH and the sanitizers' options as they are, TERM=xterm-256color, LANG=C.UTF-8, HOME=/nonexistent, and over them the words of laid_over
 * (ended by NULL, or NULL): NAME=VALUE sets, NAME alone takes away. Ended by NULL. The caller frees the array; its words are borrowed. */
const char **environment_make(const char *const *laid_over);

#endif
