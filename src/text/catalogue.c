/* SPDX-License-Identifier: MIT
 * Binary search in a .mo file. Its offsets are believed only after they have been checked. */
#include "text/catalogue.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

enum { HEADER_BYTES = 28, ENTRY_BYTES = 8 };
static const uint32_t magic = 0x950412DE;

struct catalogue {
    const unsigned char *at;
    size_t len;
    bool big; /* endian */
    size_t count;
    size_t keys, values; /* offsets of the tables of (length, offset) */
};

/* The caller has checked that offset + 4 <= len. */
static uint32_t number(const struct catalogue *c, size_t offset)
{
    const unsigned char *b = c->at + offset;
    if (c->big)
        return (uint32_t)b[0] << 24 | (uint32_t)b[1] << 16 | (uint32_t)b[2] << 8 | b[3];
    return (uint32_t)b[3] << 24 | (uint32_t)b[2] << 16 | (uint32_t)b[1] << 8 | b[0];
}

static bool table_fits(const struct catalogue *c, size_t offset)
{
    return offset <= c->len && c->count <= (c->len - offset) / ENTRY_BYTES;
}

static bool catalogue_open(struct catalogue *c, const unsigned char *mo, size_t len)
{
    *c = (struct catalogue){.at = mo, .len = len};
    if (len < HEADER_BYTES)
        return false;
    if (number(c, 0) != magic) {
        c->big = true;
        if (number(c, 0) != magic)
            return false;
    }
    c->count = number(c, 8);
    c->keys = number(c, 12);
    c->values = number(c, 16);
    return table_fits(c, c->keys) && table_fits(c, c->values);
}

/* String i of a table; NULL if it is not wholly inside, with its NUL. */
static const char *string_at(const struct catalogue *c, size_t table, size_t i)
{
    size_t len = number(c, table + i * ENTRY_BYTES);
    size_t offset = number(c, table + i * ENTRY_BYTES + 4);
    if (offset >= c->len || len >= c->len - offset || c->at[offset + len] != '\0')
        return NULL;
    return (const char *)c->at + offset;
}

const char *catalogue_find(
    const unsigned char *mo, size_t len, const char *key, const char **own_key)
{
    struct catalogue c;
    *own_key = NULL;
    if (!catalogue_open(&c, mo, len))
        return NULL;
    size_t low = 0;
    size_t high = c.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const char *found = string_at(&c, c.keys, middle);
        if (!found)
            return NULL;
        int order = strcmp(key, found);
        if (order == 0) {
            *own_key = found;
            const char *value = string_at(&c, c.values, middle);
            return value && *value ? value : NULL;
        }
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}
