/* SPDX-License-Identifier: MIT
 * Standards of any size, made up: what is measured must not grow with what does not concern it. */
#ifndef KIJUN_BENCH_GENERATED_H
#define KIJUN_BENCH_GENERATED_H

#include "core/bundle.h"

#include <stdbool.h>

/* A standard whose first question, "where" (jp or abroad), decides twenty requirements, whatever the number of questions after it; each of
 * those has a requirement of its own. The caller releases *out. */
void generated_bundle(struct bundle *out, size_t questions);

/* Writes it into a folder, which is made. */
bool generated_write(const char *folder, size_t questions);

#endif
