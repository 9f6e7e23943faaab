/* SPDX-License-Identifier: MIT
 * Text written so that a reader gets back exactly what was put in, while nothing in it can act on a terminal on the way. */
#ifndef KIJUN_CLI_QUOTE_H
#define KIJUN_CLI_QUOTE_H

#include "core/str.h"

#include <jansson.h>
#include <stdint.h>

/* A double-quoted YAML scalar. */
void quote_yaml(struct str *out, const char *text);

/* The JSON of value, indented, with a newline; unsafe characters as \u escapes. Takes over value. */
void quote_json(struct str *out, json_t *value);

/* ---- building JSON: none of these fails ---- */

void json_put(json_t *object, const char *key, json_t *value);         /* takes over value */
void json_put_text(json_t *object, const char *key, const char *text); /* NULL: null */
void json_put_count(json_t *object, const char *key, size_t count);
void json_put_time(json_t *object, const char *key, int64_t time); /* 2026-07-03T01:42:00Z */
void json_add(json_t *array, json_t *value);                       /* takes over value */
json_t *json_text(const char *text);                               /* valid UTF-8 */

#endif
