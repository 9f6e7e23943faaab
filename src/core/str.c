/* SPDX-License-Identifier: MIT
 * A growing string. */
#include "core/str.h"

#include "core/mem.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { USUAL = 31 };

void str_release(struct str *s)
{
    free(s->at);
    *s = (struct str){0};
}

void str_clear(struct str *s)
{
    s->len = 0;
    if (s->at)
        s->at[0] = '\0';
}

static void reserve(struct str *s, size_t more)
{
    if (s->cap - s->len > more)
        return;
    size_t want = s->cap < 32 ? 32 : s->cap;
    while (want - s->len <= more)
        want = want > SIZE_MAX / 2 ? SIZE_MAX : want * 2;
    s->at = mem_resize(s->at, want, 1);
    s->cap = want;
}

void str_add_bytes(struct str *s, const char *bytes, size_t len)
{
    reserve(s, len);
    if (len)
        memcpy(s->at + s->len, bytes, len);
    s->len += len;
    s->at[s->len] = '\0';
}

void str_add(struct str *s, const char *text)
{
    if (text)
        str_add_bytes(s, text, strlen(text));
}

void str_add_char(struct str *s, char c)
{
    str_add_bytes(s, &c, 1);
}

void str_add_repeat(struct str *s, char c, size_t times)
{
    reserve(s, times);
    memset(s->at + s->len, c, times);
    s->len += times;
    s->at[s->len] = '\0';
}

void str_addf(struct str *s, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    reserve(s, USUAL); /* mostly enough, and then one pass is */
    /* NOLINTNEXTLINE(clang-analyzer-valist.Uninitialized): va_start() has just been called */
    int len = vsnprintf(s->at + s->len, s->cap - s->len, format, args);
    va_end(args);
    if (len > 0 && (size_t)len >= s->cap - s->len) {
        reserve(s, (size_t)len);
        (void)vsnprintf(s->at + s->len, (size_t)len + 1, format, again);
    }
    va_end(again);
    s->len += len > 0 ? (size_t)len : 0;
    s->at[s->len] = '\0';
}

const char *str_text(const struct str *s)
{
    return s->at ? s->at : "";
}

char *str_take(struct str *s)
{
    char *text = s->at ? s->at : mem_copy("", 0);
    *s = (struct str){0};
    return text;
}
