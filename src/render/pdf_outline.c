/* SPDX-License-Identifier: MIT
 * The headings of a paper as its outline (ISO 32000-1, 12.3.3), by which a reader of many pages finds about. */
#include "render/pdf.h"

#include "core/mem.h"

#include <stdlib.h>
#include <string.h>

struct heading {
    const struct pdf_item *item;
    int level;
    size_t number; /* of its object */
};

struct outline {
    struct heading *heading;
    size_t count;
    size_t number; /* of what is above the first level */
};

static void add_heading(struct outline *o, struct pdf_file *f, const struct pdf_item *item)
{
    int level = o->count == 0 ? 1 : item->level; /* nothing stands above the first */
    o->heading[o->count++] = (struct heading){item, level, pdf_file_number(f)};
}

/* The nearest heading before i or, with a step of 1, after it that has the level; 0 if one of a higher level lies between. */
static size_t sibling(const struct outline *o, size_t i, int step)
{
    for (size_t j = i + (size_t)step; j < o->count; j += (size_t)step) {
        if (o->heading[j].level < o->heading[i].level)
            return 0;
        if (o->heading[j].level == o->heading[i].level)
            return o->heading[j].number;
    }
    return 0;
}

static size_t parent(const struct outline *o, size_t i)
{
    for (size_t j = i; j-- > 0;)
        if (o->heading[j].level < o->heading[i].level)
            return o->heading[j].number;
    return o->number;
}

static void add_link(struct str *out, const char *key, size_t number)
{
    if (number)
        str_addf(out, "/%s %zu 0 R", key, number);
}

/* What lies under the level from heading i on, until the level comes again; closed at first, but for what is at the top. */
static void add_kids(struct str *out, const struct outline *o, size_t i, int level)
{
    size_t first = 0, last = 0, count = 0;
    for (; i < o->count && o->heading[i].level > level; i++)
        if (o->heading[i].level == level + 1) {
            first = first ? first : o->heading[i].number;
            last = o->heading[i].number;
            count++;
        }
    add_link(out, "First", first);
    add_link(out, "Last", last);
    if (count)
        str_addf(out, "/Count %s%zu", level ? "-" : "", count);
}

static void write_heading(
    struct pdf_file *f, const struct outline *o, size_t i, const struct pdf *p, const size_t *pages)
{
    const struct pdf_item *item = o->heading[i].item;
    struct str *out = pdf_file_open(f, o->heading[i].number);
    str_add(out, "<</Title");
    pdf_add_text(out, item->heading, strlen(item->heading));
    add_link(out, "Parent", parent(o, i));
    add_link(out, "Prev", sibling(o, i, -1));
    add_link(out, "Next", sibling(o, i, 1));
    add_kids(out, o, i + 1, o->heading[i].level);
    str_addf(out, "/Dest[%zu 0 R/XYZ null ", pages[item->page]);
    pdf_add_number(out, p->height - item->y);
    str_add(out, " null]>>");
    pdf_file_close(f);
}

size_t pdf_outline(struct pdf_file *f, const struct pdf *p, const size_t *pages)
{
    struct outline o = {.heading = mem_alloc(p->count, sizeof *o.heading)};
    for (const struct pdf_item *item = p->item; p->page > 0 && item < p->item + p->count; item++)
        if (item->kind == ITEM_HEADING)
            add_heading(&o, f, item);
    if (o.count > 0) {
        o.number = pdf_file_number(f);
        for (size_t i = 0; i < o.count; i++)
            write_heading(f, &o, i, p, pages);
        struct str *out = pdf_file_open(f, o.number);
        str_add(out, "<</Type/Outlines");
        add_kids(out, &o, 0, 0);
        str_add(out, ">>");
        pdf_file_close(f);
    }
    free(o.heading);
    return o.number;
}
