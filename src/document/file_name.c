/* SPDX-License-Identifier: MIT
 * Names of files from words. */
#include "document/file_name.h"

#include "core/utf8.h"
#include "text/safe.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* Bytes of the characters at the beginning that fit. */
static size_t fit(const char *text, size_t most)
{
    size_t len = strlen(text), at = 0, step;
    uint32_t c;
    while (at < len && (step = utf8_decode(text + at, len - at, &c)) != 0 && at + step <= most)
        at += step;
    return at;
}

void file_name(struct str *out, const char *words, const char *id, const char *suffix)
{
    size_t besides = strlen(id) + strlen(suffix) + 2;
    char *safe = safe_dup(words, 0);
    size_t len = fit(safe, besides < FILE_NAME_MAX ? FILE_NAME_MAX - besides : 0);
    for (size_t i = 0; i < len; i++) {
        bool odd = strchr("/\\:*?\"<>|", safe[i]) || (i == 0 && strchr(".-~ ", safe[i]));
        str_add_char(out, (char)(odd ? '_' : safe[i]));
    }
    if (len == 0)
        str_add(out, "kijun");
    str_addf(out, "%s%s.%s", *id ? "-" : "", id, suffix);
    free(safe);
}
