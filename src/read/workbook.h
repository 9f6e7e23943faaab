/* SPDX-License-Identifier: MIT
 * A workbook while it is being read. Part of the module workbook: nothing outside of it includes this. */
#ifndef KIJUN_READ_WORKBOOK_H
#define KIJUN_READ_WORKBOOK_H

#include "read/workbook_module.h"

#include "core/str.h"

#include <expat.h>
#include <zip.h>

enum {
    WORKBOOK_PARTS_MAX = 4096,             /* files in the archive */
    WORKBOOK_PART_MAX = 32 * 1024 * 1024,  /* bytes of one, unpacked */
    WORKBOOK_WHOLE_MAX = 64 * 1024 * 1024, /* of all that are read */
    WORKBOOK_SHEETS_MAX = 64,
    WORKBOOK_STRINGS_MAX = 200000,
    WORKBOOK_DEPTH_MAX = 64 /* elements in each other */
};

struct workbook_sheet {
    const char *part; /* the file in the archive, or NULL */
    const char *id;   /* by which the relations name it */
};

struct workbook {
    struct grid *grid;
    struct arena arena; /* what is needed while reading only */
    zip_t *zip;
    size_t unpacked;
    bool full;                                        /* more than a grid holds */
    struct workbook_sheet sheet[WORKBOOK_SHEETS_MAX]; /* those in sight, in their order */
    size_t sheet_count;
    const char **strings; /* the shared ones */
    size_t string_count, string_cap, string_bytes;
};

/* ---- workbook_xml.c ---- */

/* What walks through a part. Names are without their namespace; attributes as expat gives them, names likewise. false: it is refused. */
struct workbook_walk {
    bool (*begin)(void *to, const char *name, const char **attributes);
    bool (*end)(void *to, const char *name);
    bool (*text)(void *to, const char *bytes, size_t len);
    void *to;
};

/* Unpacks and walks a part. False with *e: it is not there, damaged, too big, or refused (walks say nothing of why). missing_ok: true if it is not
 * there. A document type, and so every entity, is refused. */
NODISCARD bool workbook_part(struct workbook *w, const char *part, const struct workbook_walk *walk,
    bool missing_ok, struct err *e);

/* The value of an attribute, or NULL. */
const char *workbook_attribute(const char **attributes, const char *name);

/* ---- workbook_book.c: which sheets there are, and the strings they share ---- */
NODISCARD bool workbook_book(struct workbook *w, struct err *e);

/* ---- workbook_sheet.c: a sheet into the grid ---- */
NODISCARD bool workbook_sheet(struct workbook *w, const char *part, struct err *e);

#endif
