/* SPDX-License-Identifier: MIT
 * The choices of a question. */
#ifndef KIJUN_PACK_CHOICES_H
#define KIJUN_PACK_CHOICES_H

#include "pack/draft.h"

/* Fills choices, choice_count and ordered of q, whose type and na_allowed are known. Sets d->stages_lost if they cannot be told. */
void choices_resolve(struct draft *d, const struct draft_question *from, struct question *q);

#endif
