/* SPDX-License-Identifier: MIT
 * Quoting for machines. What safe_text() would not let through is written as an escape of the format, so that nothing is lost. */
#include "cli/quote.h"

#include "core/mem.h"
#include "core/utf8.h"
#include "text/safe.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Adds the character c of len bytes at text, escaped as a format has it. before: bytes of the character before it. */
typedef void escape(struct str *out, uint32_t c);

/* Whether the character at `at` is shown as it is, which may depend on the one before it (variation selectors). */
static bool is_safe(struct str *scratch, const char *text, size_t before, size_t at, size_t len)
{
    char pair[9];
    size_t size = at + len - before;
    memcpy(pair, text + before, size);
    pair[size] = '\0';
    str_clear(scratch);
    safe_text(scratch, pair, 0);
    return scratch->len >= len && memcmp(scratch->at + scratch->len - len, text + at, len) == 0;
}

static void add_escaped(struct str *out, const char *text, bool (*must)(uint32_t), escape *add)
{
    struct str scratch = {0};
    size_t len = strlen(text), before = 0;
    for (size_t at = 0; at < len;) {
        uint32_t c;
        size_t n = utf8_decode(text + at, len - at, &c);
        if (n == 0) { /* cannot be: all text was checked at the border */
            n = 1;
            c = 0xFFFD;
        }
        bool plain = c >= 0x20 && c < 0x7F;
        if (must(c) || (!plain && !is_safe(&scratch, text, before, at, n)))
            add(out, c);
        else
            str_add_bytes(out, text + at, n);
        before = at;
        at += n;
    }
    str_release(&scratch);
}

/* ---- YAML ---- */

/* libyaml takes U+0085, U+2028 and U+2029 for line breaks even between quotes. */
static bool yaml_must(uint32_t c)
{
    return c < 0x20 || c == '"' || c == '\\' || c == 0x85 || c == 0xFEFF || c == 0x2028 ||
           c == 0x2029;
}

static void yaml_escape(struct str *out, uint32_t c)
{
    if (c == '\n')
        str_add(out, "\\n");
    else if (c == '\t')
        str_add(out, "\\t");
    else if (c == '"' || c == '\\')
        str_addf(out, "\\%c", (char)c);
    else if (c < 0x10000)
        str_addf(out, "\\u%04X", (unsigned)c);
    else
        str_addf(out, "\\U%08X", (unsigned)c);
}

void quote_yaml(struct str *out, const char *text)
{
    str_add_char(out, '"');
    add_escaped(out, text, yaml_must, yaml_escape);
    str_add_char(out, '"');
}

/* ---- JSON ---- */

/* A failure here is a mistake in the program; half a JSON text would be worse than stopping. */
static void must(int status)
{
    if (status != 0)
        abort();
}

static bool json_must(uint32_t c)
{
    return c == 0x7F;
}

static void json_escape(struct str *out, uint32_t c)
{
    if (c < 0x10000)
        str_addf(out, "\\u%04X", (unsigned)c);
    else
        str_addf(out, "\\u%04X\\u%04X", (unsigned)(0xD800 + ((c - 0x10000) >> 10)),
            (unsigned)(0xDC00 + ((c - 0x10000) & 0x3FF)));
}

void quote_json(struct str *out, json_t *value)
{
    char *dumped = json_dumps(value, JSON_INDENT(2) | JSON_ENCODE_ANY);
    must(!dumped);
    for (const char *line = dumped; *line;) { /* newlines outside strings are layout */
        size_t len = strcspn(line, "\n");
        char *copy = mem_copy(line, len);
        add_escaped(out, copy, json_must, json_escape);
        str_add_char(out, '\n');
        free(copy);
        line += len + (line[len] == '\n');
    }
    free(dumped);
    json_decref(value);
}

void json_put(json_t *object, const char *key, json_t *value)
{
    must(json_object_set_new(object, key, value));
}

json_t *json_text(const char *text)
{
    json_t *string = json_string(text);
    must(!string);
    return string;
}

void json_put_text(json_t *object, const char *key, const char *text)
{
    json_put(object, key, text ? json_text(text) : json_null());
}

void json_put_count(json_t *object, const char *key, size_t count)
{
    json_put(object, key, json_integer((json_int_t)count));
}

void json_put_time(json_t *object, const char *key, int64_t time)
{
    time_t seconds = (time_t)time;
    struct tm utc;
    char text[40];
    if (!gmtime_r(&seconds, &utc) || strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc) == 0)
        json_put(object, key, json_integer((json_int_t)time));
    else
        json_put_text(object, key, text);
}

void json_add(json_t *array, json_t *value)
{
    must(json_array_append_new(array, value));
}
