/* SPDX-License-Identifier: MIT
 * What went wrong, as data. */
#include "core/err.h"

#include "core/mem.h"
#include "core/utf8.h"

#include <stdlib.h>
#include <string.h>

static void put(char *to, size_t size, const char *from)
{
    utf8_copy(to, size, from ? from : "", from ? strlen(from) : 0);
}

void err_fill(struct err *e, enum err_kind kind, const char *const parts[ERR_ARGS + 1])
{
    *e = (struct err){.kind = kind, .text = parts[0]};
    for (size_t i = 0; i < ERR_ARGS; i++)
        put(e->arg[i], sizeof e->arg[i], parts[i + 1]);
}

bool err_at(struct err *e, const char *file, unsigned line, unsigned column)
{
    put(e->file, sizeof e->file, file);
    e->line = line;
    e->column = column;
    return false;
}

void err_list_release(struct err_list *list)
{
    free(list->at);
    *list = (struct err_list){0};
}

void err_list_add(struct err_list *list, const struct err *e)
{
    list->at = mem_grow(list->at, list->count, &list->cap, sizeof *list->at);
    list->at[list->count++] = *e;
}
