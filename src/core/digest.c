/* SPDX-License-Identifier: MIT
 * BLAKE2b-256 by libsodium. Its functions fail only when they are called wrongly; a history must not go on with a hash that may be
 * wrong, so that ends the program. sodium_init() is not needed: it makes ready for threads, and looks for a processor on which
 * hashing is somewhat faster, which costs more time than hashing a session's whole history. */
#include "core/digest.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

_Static_assert(sizeof(struct digester) >= sizeof(crypto_generichash_state), "a state fits");
_Static_assert(_Alignof(struct digester) >= _Alignof(crypto_generichash_state), "and is aligned");

static crypto_generichash_state *state_of(struct digester *d)
{
    return (crypto_generichash_state *)(void *)d->state;
}

static void must(int status)
{
    if (status != 0)
        abort();
}

void digest_begin(struct digester *d)
{
    must(crypto_generichash_init(state_of(d), NULL, 0, DIGEST_BYTES));
}

void digest_add(struct digester *d, const void *bytes, size_t len)
{
    if (len)
        must(crypto_generichash_update(state_of(d), bytes, len));
}

static void add_word(struct digester *d, uint64_t word)
{
    unsigned char bytes[8];
    for (unsigned i = 0; i < 8; i++)
        bytes[i] = (unsigned char)(word >> 8 * i);
    digest_add(d, bytes, sizeof bytes);
}

void digest_add_string(struct digester *d, const char *text)
{
    size_t len = text ? strlen(text) : 0;
    add_word(d, text ? len : UINT64_MAX);
    digest_add(d, text, len);
}

void digest_add_number(struct digester *d, int64_t number)
{
    add_word(d, (uint64_t)number);
}

struct digest digest_end(struct digester *d)
{
    struct digest out;
    must(crypto_generichash_final(state_of(d), out.byte, sizeof out.byte));
    return out;
}

bool digest_same(const struct digest *a, const struct digest *b)
{
    return memcmp(a->byte, b->byte, sizeof a->byte) == 0;
}

void digest_hex(const struct digest *d, char out[DIGEST_HEX])
{
    static const char digits[] = "0123456789abcdef";
    for (size_t i = 0; i < DIGEST_BYTES; i++) {
        out[2 * i] = digits[d->byte[i] >> 4];
        out[2 * i + 1] = digits[d->byte[i] & 0xF];
    }
    out[DIGEST_HEX - 1] = '\0';
}

static int digit_of(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bool digest_parse(const char *hex, struct digest *d)
{
    for (size_t i = 0; i < DIGEST_BYTES; i++) {
        int high = digit_of(hex[2 * i]);
        int low = high < 0 ? -1 : digit_of(hex[2 * i + 1]);
        if (low < 0)
            return false;
        d->byte[i] = (unsigned char)(high * 16 + low);
    }
    return hex[DIGEST_HEX - 1] == '\0';
}
