/* SPDX-License-Identifier: MIT
 * Numbers as public papers write them. */
#ifndef KIJUN_TEXT_NUMBER_H
#define KIJUN_TEXT_NUMBER_H

#include "core/str.h"

#include <stdint.h>

/* Adds 12,345. */
void number_add(struct str *out, int64_t number);

#endif
