/* SPDX-License-Identifier: MIT
 * Which kind of file it is. */
#include "read/read.h"

#include <string.h>

static bool begins(const char *bytes, size_t len, const char *with, size_t count)
{
    return len >= count && memcmp(bytes, with, count) == 0;
}

bool read_grid(struct grid *g, const char *bytes, size_t len, struct err *e)
{
    *g = (struct grid){0};
    if (begins(bytes, len, "PK\x03\x04", 4))
        return read_workbook(g, bytes, len, e);
    if (begins(bytes, len, "\xd0\xcf\x11\xe0", 4))
        return err_fail(e, ERR_INPUT,
            N_("This workbook is locked with a password or of an old kind (.xls). Save it as .xlsx or CSV, without a password."));
    if (begins(bytes, len, "%PDF", 4))
        return err_fail(e, ERR_INPUT,
            N_("This is a PDF file, from which no answers can be read. Ask for the sheet as XLSX or CSV."));
    return read_csv(g, bytes, len, e);
}
