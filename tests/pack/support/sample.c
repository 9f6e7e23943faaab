/* SPDX-License-Identifier: MIT
 * A small good standard and problems as text. */
#include "sample.h"

#include "core/mem.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <setjmp.h>

#include <cmocka.h>

struct bundle sample_bundle(void)
{
    struct bundle b;
    struct err e;
    if (!bundle_read(&b, SAMPLE, &e))
        fail_msg("%s: %s (%s)", e.file, e.text, e.arg[0]);
    return b;
}

static void replace(struct bundle_file *file, const char *from, const char *to)
{
    const char *at = *from ? strstr(file->bytes, from) : file->bytes;
    if (!at)
        fail_msg("'%s' is not in %s", from, file->path);
    size_t cut = *from ? strlen(from) : file->len;
    size_t before = (size_t)(at - file->bytes);
    struct str text = {0};
    str_add_bytes(&text, file->bytes, before);
    str_add(&text, to);
    str_add_bytes(&text, at + cut, file->len - before - cut);
    free(file->bytes);
    file->len = text.len;
    file->bytes = str_take(&text);
}

void sample_change(struct bundle *b, const char *path, const char *from, const char *to)
{
    for (size_t i = 0; i < b->count; i++)
        if (strcmp(b->file[i].path, path) == 0) {
            replace(&b->file[i], from, to);
            return;
        }
    fail_msg("no file %s", path);
}

static void add_sentence(struct str *out, const struct err *e)
{
    for (const char *at = e->text; *at; at++) {
        if (at[0] == '{' && at[1] >= '1' && at[1] <= '4' && at[2] == '}') {
            str_add(out, e->arg[at[1] - '1']);
            at += 2;
        } else {
            str_add_char(out, *at);
        }
    }
}

void problems_text(struct str *out, const struct err_list *problems)
{
    for (size_t i = 0; i < problems->count; i++) {
        const struct err *e = &problems->at[i];
        str_addf(out, "%s:%u:%u: %s", e->file, e->line, e->column,
            e->kind == ERR_FOUND ? "warning: " : "");
        add_sentence(out, e);
        str_add_char(out, '\n');
    }
}
