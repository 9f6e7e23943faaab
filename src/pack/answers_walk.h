/* SPDX-License-Identifier: MIT
 * The reader of a mapping question -> answer: an answers file as a whole, and the answers of a training case. */
#ifndef KIJUN_PACK_ANSWERS_WALK_H
#define KIJUN_PACK_ANSWERS_WALK_H

#include "pack/pack.h"
#include "pack/walk.h"

/* to: a struct given_list, zeroed; what was read before an error is in it too. */
reader read_given_list;

#endif
