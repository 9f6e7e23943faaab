/* SPDX-License-Identifier: MIT
 * The characters that nearly every screen is made of: looked at often enough to be told without a table. */
#ifndef KIJUN_TEXT_COMMON_H
#define KIJUN_TEXT_COMMON_H

#include <stdbool.h>
#include <stdint.h>

/* Kana, the common ideographs, their punctuation and full-width forms: two columns wide, harmless, and never one with a neighbour
 * that is such a character too. False says nothing. */
static inline bool char_common(uint32_t c)
{
    return (c >= 0x3001 && c <= 0x3029) || (c >= 0x3041 && c <= 0x3096) ||
           (c >= 0x30A1 && c <= 0x30FC) || (c >= 0x4E00 && c <= 0x9FEF) ||
           (c >= 0xFF01 && c <= 0xFF60);
}

#endif
