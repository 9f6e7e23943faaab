/* SPDX-License-Identifier: MIT
 * A workbook of Excel, or of a program like it, as rows of cells: the sheets in sight one after the other. Whoever sends one may mean
 * harm, so nothing is believed of sizes before it was counted, and XML is read without document types and entities. */
#include "read/workbook.h"

#include "core/mem.h"

#include <stdlib.h>

static bool open_zip(struct workbook *w, const char *bytes, size_t len, struct err *e)
{
    zip_error_t why;
    zip_error_init(&why);
    zip_source_t *source = zip_source_buffer_create(bytes, len, 0, &why);
    w->zip = source ? zip_open_from_source(source, ZIP_RDONLY, &why) : NULL;
    bool ok = w->zip != NULL ||
              err_fail(e, ERR_INPUT,
                  N_("The workbook is damaged: {1}. Ask for it again, or save it as CSV."),
                  zip_error_strerror(&why));
    if (!ok && source)
        zip_source_free(source);
    zip_error_fini(&why);
    return ok;
}

static bool read_all(struct workbook *w, struct err *e)
{
    if (zip_get_num_entries(w->zip, 0) > WORKBOOK_PARTS_MAX)
        return err_fail(e, ERR_INPUT,
            N_("The workbook is far bigger than any sheet that kijun prints ({1}). Nothing was taken."),
            "zip");
    if (!workbook_book(w, e))
        return false;
    for (size_t i = 0; i < w->sheet_count; i++)
        if (w->sheet[i].part && !workbook_sheet(w, w->sheet[i].part, e))
            return false;
    return true;
}

static bool read(
    struct grid *g, const char *bytes, size_t len, void (*exhausted)(void), struct err *e)
{
    struct workbook w = {.grid = g};
    mem_on_exhausted(exhausted);
    bool ok = open_zip(&w, bytes, len, e) && read_all(&w, e);
    if (w.zip)
        zip_discard(w.zip);
    free(w.strings);
    arena_release(&w.arena);
    return ok;
}

__attribute__((visibility("default"))) extern const struct workbook_module kijun_workbook;
const struct workbook_module kijun_workbook = {WORKBOOK_INTERFACE, KIJUN_VERSION, read};
