/* SPDX-License-Identifier: MIT
 * BLAKE2b-256 (RFC 7693), the one hash of kijun: of a standard's files, of evidence, of the history. */
#ifndef KIJUN_CORE_DIGEST_H
#define KIJUN_CORE_DIGEST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { DIGEST_BYTES = 32, DIGEST_HEX = 65, DIGEST_SHORT = 16 };

struct digest {
    unsigned char byte[DIGEST_BYTES];
};

/* A running hash. Opaque; fits libsodium's state. */
struct digester {
    _Alignas(64) unsigned char state[384];
};

void digest_begin(struct digester *d);
void digest_add(struct digester *d, const void *bytes, size_t len);
/* Length first (8 bytes, little-endian; all ones for NULL), so that no two lists of strings hash alike. */
void digest_add_string(struct digester *d, const char *text);
void digest_add_number(struct digester *d, int64_t number);
struct digest digest_end(struct digester *d);

bool digest_same(const struct digest *a, const struct digest *b);

/* 64 lower-case hexadecimal digits and NUL. */
void digest_hex(const struct digest *d, char out[DIGEST_HEX]);

/* Reads what digest_hex() wrote; false for anything else. */
bool digest_parse(const char *hex, struct digest *d);

#endif
