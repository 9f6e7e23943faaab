/* SPDX-License-Identifier: MIT
 * Characters to CP932 by the system's iconv. That replaces some characters by others without a word, so each one is converted back and
 * must come out as it went in. */
#include "render/cp932.h"

#include "core/mem.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>

struct cp932 {
    iconv_t to, from;
};

enum { CHARACTER_BYTES = 4 };

/* The same sign of JIS X 0208: as the standard's own table has it in Unicode, and as Windows has it. */
static const char *const twins[][2] = {
    {"〜", "～"}, {"‖", "∥"}, {"−", "－"}, {"—", "―"}, {"¢", "￠"}, {"£", "￡"}, {"¬", "￢"}};

static bool is_open(iconv_t converter)
{
    /* NOLINTNEXTLINE(performance-no-int-to-ptr): so iconv_open() says that it failed */
    return converter != (iconv_t)-1;
}

struct cp932 *cp932_open(struct err *e)
{
    struct cp932 *c = mem_alloc(1, sizeof *c);
    c->to = iconv_open("CP932", "UTF-8");
    c->from = iconv_open("UTF-8", "CP932");
    if (is_open(c->to) && is_open(c->from))
        return c;
    err_fail(e, ERR_SYSTEM, N_("This system has no converter to CP932: {1}."), strerror(errno));
    cp932_close(c);
    return NULL;
}

static void close_one(iconv_t converter)
{
    if (is_open(converter))
        (void)iconv_close(converter); /* holds nothing that could be lost */
}

void cp932_close(struct cp932 *c)
{
    close_one(c->to);
    close_one(c->from);
    free(c);
}

/* The bytes that one character becomes; 0 if it cannot be converted. */
static size_t convert(iconv_t with, const char *from, size_t len, char out[CHARACTER_BYTES])
{
    char in[CHARACTER_BYTES], *source = in, *target = out;
    size_t left = len, room = CHARACTER_BYTES;
    if (len > sizeof in)
        return 0;
    memcpy(in, from, len);
    if (iconv(with, &source, &left, &target, &room) != 0 || left > 0)
        return 0;
    return CHARACTER_BYTES - room;
}

static bool are_twins(const char *a, size_t a_len, const char *b, size_t b_len)
{
    for (size_t i = 0; i < sizeof twins / sizeof *twins; i++)
        if (strlen(twins[i][0]) == a_len && memcmp(twins[i][0], a, a_len) == 0)
            return strlen(twins[i][1]) == b_len && memcmp(twins[i][1], b, b_len) == 0;
    return false;
}

bool cp932_add(struct cp932 *c, struct str *out, const char *utf8, size_t len)
{
    char bytes[CHARACTER_BYTES], back[CHARACTER_BYTES];
    size_t n = convert(c->to, utf8, len, bytes),
           back_len = n ? convert(c->from, bytes, n, back) : 0;
    bool same = back_len == len && memcmp(back, utf8, len) == 0;
    if (back_len == 0 || (!same && !are_twins(utf8, len, back, back_len)))
        return false;
    str_add_bytes(out, bytes, n);
    return true;
}
