/* SPDX-License-Identifier: MIT
 * What the terminal sends for a key that is no character. */
#ifndef KIJUN_TUI_SEQUENCE_H
#define KIJUN_TUI_SEQUENCE_H

#include "app/keys.h"

#include <stdbool.h>
#include <stddef.h>

/* Learns what this terminal's keys send (after terminfo_open()). */
void sequence_learn(void);

enum sequence {
    SEQUENCE_NONE,    /* these bytes begin none */
    SEQUENCE_PART,    /* they may go on to be one */
    SEQUENCE_KEY,     /* a key */
    SEQUENCE_UNKNOWN, /* a whole one that means nothing here */
    SEQUENCE_PASTE    /* what follows is pasted, up to sequence_paste_end */
};
extern const char sequence_paste_end[];

/* Whether Alt with a letter is one key. */
void sequence_alt(bool wanted);

/* Looks at the beginning of `bytes`; of a whole sequence len is its length, and of a key press what it is. */
enum sequence sequence_find(const char *bytes, size_t count, size_t *len, enum press *press);

#endif
