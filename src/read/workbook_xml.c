/* SPDX-License-Identifier: MIT
 * A part of a workbook: unpacked piece by piece and given to expat at once, so that what is packed to swell never is in memory. */
#include "read/workbook.h"

#include <string.h>

enum { PIECE = 64 * 1024 };

struct parse {
    XML_Parser parser;
    const struct workbook_walk *walk;
    size_t depth;
    bool refused;
};

/* Names come as NAMESPACE|NAME. */
static const char *local(const char *name)
{
    const char *bar = strrchr(name, '|');
    return bar ? bar + 1 : name;
}

const char *workbook_attribute(const char **attributes, const char *name)
{
    for (size_t i = 0; attributes[i]; i += 2)
        if (strcmp(local(attributes[i]), name) == 0)
            return attributes[i + 1];
    return NULL;
}

static void refuse_if(struct parse *p, bool refused)
{
    if (!refused || p->refused)
        return;
    p->refused = true;
    (void)XML_StopParser(p->parser, XML_FALSE);
}

static void XMLCALL on_begin(void *data, const char *name, const char **attributes)
{
    struct parse *p = data;
    if (p->refused)
        return;
    refuse_if(p,
        ++p->depth > WORKBOOK_DEPTH_MAX || !p->walk->begin(p->walk->to, local(name), attributes));
}

static void XMLCALL on_end(void *data, const char *name)
{
    struct parse *p = data;
    p->depth--;
    if (!p->refused && p->walk->end)
        refuse_if(p, !p->walk->end(p->walk->to, local(name)));
}

static void XMLCALL on_text(void *data, const char *bytes, int len)
{
    struct parse *p = data;
    if (!p->refused && p->walk->text)
        refuse_if(p, !p->walk->text(p->walk->to, bytes, (size_t)len));
}

static void XMLCALL on_doctype(
    void *data, const char *name, const char *system, const char *public, int internal)
{
    (void)name;
    (void)system;
    (void)public;
    (void)internal;
    refuse_if(data, true);
}

static bool damaged(const char *part, struct err *e)
{
    return err_fail(e, ERR_INPUT,
        N_("The workbook is damaged, or not as spreadsheets write it ({1}). Save it again, or as CSV."),
        part);
}

static bool too_big(const char *part, struct err *e)
{
    return err_fail(e, ERR_INPUT,
        N_("The workbook is far bigger than any sheet that kijun prints ({1}). Nothing was taken."),
        part);
}

static bool walk_file(
    struct workbook *w, zip_file_t *file, struct parse *p, const char *part, struct err *e)
{
    static char piece[PIECE];
    size_t bytes = 0;
    zip_int64_t got;
    while ((got = zip_fread(file, piece, sizeof piece)) > 0) {
        bytes += (size_t)got;
        w->unpacked += (size_t)got;
        if (bytes > WORKBOOK_PART_MAX || w->unpacked > WORKBOOK_WHOLE_MAX)
            return too_big(part, e);
        if (XML_Parse(p->parser, piece, (int)got, 0) != XML_STATUS_OK)
            return w->full ? too_big(part, e) : damaged(part, e);
    }
    if (got < 0 || XML_Parse(p->parser, piece, 0, 1) != XML_STATUS_OK)
        return w->full ? too_big(part, e) : damaged(part, e);
    return true;
}

static bool parse_file(struct workbook *w, zip_file_t *file, const struct workbook_walk *walk,
    const char *part, struct err *e)
{
    struct parse p = {.parser = XML_ParserCreateNS(NULL, '|'), .walk = walk};
    if (!p.parser)
        return err_fail(e, ERR_SYSTEM, N_("Memory has run out."));
    XML_SetUserData(p.parser, &p);
    XML_SetElementHandler(p.parser, on_begin, on_end);
    XML_SetCharacterDataHandler(p.parser, on_text);
    XML_SetStartDoctypeDeclHandler(p.parser, on_doctype);
    bool ok = walk_file(w, file, &p, part, e);
    XML_ParserFree(p.parser);
    return ok;
}

bool workbook_part(struct workbook *w, const char *part, const struct workbook_walk *walk,
    bool missing_ok, struct err *e)
{
    zip_int64_t index = zip_name_locate(w->zip, part, ZIP_FL_NOCASE);
    if (index < 0)
        return missing_ok || damaged(part, e);
    zip_file_t *file = zip_fopen_index(w->zip, (zip_uint64_t)index, 0);
    if (!file)
        return damaged(part, e);
    bool ok = parse_file(w, file, walk, part, e);
    if (zip_fclose(file) != 0 && ok)
        ok = damaged(part, e);
    return ok;
}
