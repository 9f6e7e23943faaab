/* SPDX-License-Identifier: MIT
 * UTF-8 (RFC 3629: shortest form, no surrogates, up to U+10FFFF), checked at every border. */
#ifndef KIJUN_CORE_UTF8_H
#define KIJUN_CORE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Decodes one character from len bytes at s into *c and returns its length in bytes (1 to 4);
 * 0 if the bytes there are not a complete valid character, or len is 0. */
size_t utf8_decode(const char *s, size_t len, uint32_t *c);

/* Writes c, returns the number of bytes (0 if c is not a Unicode scalar value). */
size_t utf8_put(uint32_t c, char out[4]);

/* True if all len bytes are valid and none is NUL. On false, *bad (if given) is the offset of the first bad byte. */
bool utf8_valid(const char *s, size_t len, size_t *bad);

/* The largest n <= limit at which s may be cut without splitting a character. s has more than limit bytes. */
size_t utf8_floor(const char *s, size_t limit);

/* Copies as much of the len bytes as fits in size with a NUL after it, never half a character. */
void utf8_copy(char *to, size_t size, const char *from, size_t len);

#endif
