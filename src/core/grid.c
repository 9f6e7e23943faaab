/* SPDX-License-Identifier: MIT
 * A sheet that came from outside. */
#include "core/grid.h"

#include "core/mem.h"
#include "core/utf8.h"

#include <stdlib.h>

void grid_release(struct grid *g)
{
    for (size_t i = 0; i < g->count; i++)
        free(g->rows[i].cells);
    free(g->rows);
    arena_release(&g->arena);
    *g = (struct grid){0};
}

void grid_row(struct grid *g, size_t line)
{
    g->line = line;
    g->begun = false;
}

static bool begin_row(struct grid *g)
{
    if (g->begun)
        return true;
    if (g->count == GRID_ROWS_MAX)
        return false;
    g->rows = mem_grow(g->rows, g->count, &g->cap, sizeof *g->rows);
    g->rows[g->count++] = (struct grid_row){.line = g->line};
    g->begun = true;
    return true;
}

bool grid_cell(struct grid *g, size_t column, const char *text, size_t len, bool number)
{
    if (len == 0)
        return true;
    if (!begin_row(g))
        return false;
    struct grid_row *row = &g->rows[g->count - 1];
    if (column >= GRID_COLUMNS_MAX || row->count >= GRID_COLUMNS_MAX || len > GRID_CELL_MAX ||
        len > GRID_BYTES_MAX - g->bytes || !utf8_valid(text, len, NULL))
        return false;
    g->bytes += len;
    row->cells = mem_grow(row->cells, row->count, &row->cap, sizeof *row->cells);
    row->cells[row->count++] = (struct grid_cell){arena_copy(&g->arena, text, len), column, number};
    return true;
}

const char *grid_text(const struct grid_row *row, size_t column, bool *number)
{
    for (size_t i = 0; i < row->count; i++)
        if (row->cells[i].column == column) {
            if (number)
                *number = row->cells[i].number;
            return row->cells[i].text;
        }
    if (number)
        *number = false;
    return "";
}
