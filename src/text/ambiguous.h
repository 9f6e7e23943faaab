/* SPDX-License-Identifier: MIT
 * Characters that terminals draw one or two columns wide: ① ○ ※ → and their like. Within text/ only. */
#ifndef KIJUN_TEXT_AMBIGUOUS_H
#define KIJUN_TEXT_AMBIGUOUS_H

#include <stdbool.h>
#include <stdint.h>

bool char_ambiguous(uint32_t c);

#endif
