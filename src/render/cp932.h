/* SPDX-License-Identifier: MIT
 * Windows' Japanese code page, for programs that know no Unicode. */
#ifndef KIJUN_RENDER_CP932_H
#define KIJUN_RENDER_CP932_H

#include "core/err.h"
#include "core/str.h"

#include <stdint.h>

struct cp932; /* a converter */

/* NULL with *e filled if the system has no such converter. Free with cp932_close(). */
struct cp932 *cp932_open(struct err *e);
void cp932_close(struct cp932 *c);

/* Adds the bytes of one character. False if CP932 has no such character: nothing is added. What Windows writes with a character of its own
 * that is the same sign of JIS X 0208 (〜 and ～) counts as had; what a converter would replace by something alike (¥ by \) does not. */
bool cp932_add(struct cp932 *c, struct str *out, const char *utf8, size_t len);

#endif
