/* SPDX-License-Identifier: MIT
 * A document as CSV for Excel: its fields and tables in the order of the paper, with headings between. Every record has the same number
 * of cells; where anything is missing the last cell says so. */
#include "render/csv.h"

#include "core/utf8.h"
#include "render/cp932.h"
#include "render/marks.h"
#include "render/render.h"
#include "text/msg.h"
#include "text/safe.h"
#include "text/width.h"

#include <stdlib.h>
#include <string.h>

#define RECORD_END "\r\n"
#define BYTE_ORDER_MARK "\xef\xbb\xbf"

/* ---- cells ---- */

static bool looks_like_formula(const char *text)
{
    static const char *const signs[] = {
        "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (strncmp(text, signs[i], strlen(signs[i])) == 0)
            return true;
    return false;
}

void csv_cell(struct str *out, const char *text, int keep_lines)
{
    bool formula = looks_like_formula(text);
    char *safe = safe_dup(text, keep_lines);
    bool quoted = formula || strpbrk(safe, "\",\n");
    if (quoted)
        str_add_char(out, '"');
    if (formula)
        str_add_char(out, '\'');
    for (const char *c = safe; *c; c++) {
        if (*c == '"')
            str_add_char(out, '"');
        str_add_char(out, *c);
    }
    if (quoted)
        str_add_char(out, '"');
    free(safe);
}

/* ---- records ---- */

struct csv {
    struct str *out;
    const struct document *d;
    size_t width; /* cells of a record, without that for what is missing */
    bool marked;  /* there is one for what is missing */
};

static size_t width_of_block(const struct block *b)
{
    switch (b->kind) {
    case BLOCK_FIELDS:
        return 2;
    case BLOCK_TABLE:
        return b->column_count;
    case BLOCK_SIGNOFF:
        return b->field_count;
    default:
        return 1;
    }
}

static void end_record(const struct csv *csv, size_t cells, const char *mark)
{
    for (; cells < csv->width; cells++)
        str_add_char(csv->out, ',');
    if (csv->marked)
        str_add_char(csv->out, ',');
    if (csv->marked && mark)
        csv_cell(csv->out, mark, 0);
    str_add(csv->out, RECORD_END);
}

static void add_record(
    const struct csv *csv, const char *const *cells, size_t count, const char *mark)
{
    for (size_t i = 0; i < count; i++) {
        str_add(csv->out, i ? "," : "");
        csv_cell(csv->out, cells[i], 1);
    }
    end_record(csv, count, mark);
}

static void add_text(const struct csv *csv, const char *text)
{
    add_record(csv, &text, 1, NULL);
}

static const char *head_mark(const struct csv *csv, bool any)
{
    return any ? tr(csv->d->lang, N_("Gaps")) : NULL;
}

static void add_fields(const struct csv *csv, const struct block *b)
{
    const char *const heads[] = {mark_head_label(csv->d), mark_head_value(csv->d)};
    add_record(csv, heads, 2, head_mark(csv, mark_in_block(b)));
    for (size_t i = 0; i < b->field_count; i++) {
        const char *const cells[] = {b->fields[i].label, b->fields[i].value};
        add_record(csv, cells, 2, mark_of_field(csv->d, &b->fields[i]));
    }
}

static void add_table(const struct csv *csv, const struct block *b)
{
    add_record(csv, b->columns, b->column_count, head_mark(csv, mark_in_block(b)));
    for (size_t row = 0; row < b->row_count; row++)
        add_record(csv, b->cells + row * b->column_count, b->column_count,
            mark_of_row(b, row) ? tr(csv->d->lang, N_("something required is missing")) : NULL);
}

static void add_signoff(const struct csv *csv, const struct block *b)
{
    for (size_t i = 0; i < b->field_count; i++) {
        str_add(csv->out, i ? "," : "");
        csv_cell(csv->out, b->fields[i].label, 1);
    }
    end_record(csv, b->field_count, NULL);
    end_record(csv, 1, NULL);
}

static void add_block(const struct csv *csv, const struct block *b)
{
    switch (b->kind) {
    case BLOCK_HEADING:
    case BLOCK_PARAGRAPH:
        add_text(csv, b->text);
        break;
    case BLOCK_FIELDS:
        add_fields(csv, b);
        break;
    case BLOCK_TABLE:
        add_table(csv, b);
        break;
    case BLOCK_SIGNOFF:
        add_signoff(csv, b);
        break;
    }
}

static void add_head(const struct csv *csv)
{
    const char *const title[] = {csv->d->title, csv->d->mark};
    struct str to = {0};
    add_record(csv, title, csv->d->mark ? 2 : 1, NULL);
    mark_addressee(&to, csv->d);
    if (to.len > 0)
        add_text(csv, str_text(&to));
    str_release(&to);
}

static void add_footer(const struct csv *csv)
{
    struct str line = {0};
    end_record(csv, 1, NULL);
    for (const char *at = csv->d->footer; *at;) {
        size_t len = strcspn(at, "\n");
        str_clear(&line);
        str_add_bytes(&line, at, len);
        add_text(csv, str_text(&line));
        at += len + (at[len] == '\n');
    }
    str_release(&line);
}

static void add_all(struct str *out, const struct document *d)
{
    struct csv csv = {.out = out, .d = d, .width = d->mark ? 2 : 1, .marked = mark_any(d)};
    for (size_t i = 0; i < d->block_count; i++) {
        size_t wants = width_of_block(&d->blocks[i]);
        csv.width = wants > csv.width ? wants : csv.width;
    }
    add_head(&csv);
    for (size_t i = 0; i < d->block_count; i++) {
        if (i == 0 || d->blocks[i - 1].kind != BLOCK_HEADING)
            end_record(&csv, 1, NULL);
        add_block(&csv, &d->blocks[i]);
    }
    if (d->footer)
        add_footer(&csv);
}

/* ---- CP932 ---- */

enum { TOLD_MAX = 3, PLACE_COLUMNS = 24 };

/* Characters that CP932 lacks, each told once with the beginning of its record. */
struct lacking {
    uint32_t told[TOLD_MAX];
    size_t count;
    bool more;
    struct str words;
};

static bool is_told(const struct lacking *l, uint32_t c)
{
    for (size_t i = 0; i < l->count; i++)
        if (l->told[i] == c)
            return true;
    return false;
}

static void add_place(struct str *out, const char *record)
{
    size_t len = strcspn(record, ",\n\r\"");
    struct str cell = {0};
    if (*record == '"')
        len = strcspn(++record, "\",\r\n");
    str_add_bytes(&cell, record, len);
    width_cut(out, str_text(&cell), PLACE_COLUMNS);
    str_release(&cell);
}

static void tell(struct lacking *l, uint32_t c, const char *utf8, size_t len, const char *record)
{
    if (is_told(l, c))
        return;
    if (l->count == TOLD_MAX) {
        l->more = true;
        return;
    }
    l->told[l->count++] = c;
    str_add(&l->words, l->words.len ? "; " : "");
    str_add_bytes(&l->words, utf8, len);
    str_addf(&l->words, " U+%04X (", (unsigned)c);
    add_place(&l->words, record);
    str_add_char(&l->words, ')');
}

static void encode(
    struct str *out, struct cp932 *cp932, const char *text, size_t len, struct lacking *lacking)
{
    const char *record = text, *end = text + len;
    for (const char *at = text; at < end;) {
        uint32_t c;
        size_t n = utf8_decode(at, (size_t)(end - at), &c);
        if (!cp932_add(cp932, out, at, n))
            tell(lacking, c, at, n, record);
        at += n;
        if (c == '\n' && at - record >= 2 && at[-2] == '\r')
            record = at;
    }
}

static bool add_as_cp932(struct str *out, const struct str *text, struct err *e)
{
    struct lacking lacking = {0};
    struct cp932 *cp932 = cp932_open(e);
    if (!cp932)
        return false;
    encode(out, cp932, str_text(text), text->len, &lacking);
    cp932_close(cp932);
    if (lacking.count > 0)
        err_fail(e, ERR_INPUT,
            N_("CP932 has no such character: {1}{2}. This paper was not written; without --encoding the file holds every character."),
            str_text(&lacking.words), lacking.more ? "; ..." : "");
    str_release(&lacking.words);
    return lacking.count == 0;
}

bool render_csv(struct str *out, const struct document *d, enum encoding encoding, struct err *e)
{
    if (encoding == ENCODING_UTF8) {
        str_add(out, BYTE_ORDER_MARK);
        add_all(out, d);
        return true;
    }
    struct str text = {0};
    add_all(&text, d);
    bool ok = add_as_cp932(out, &text, e);
    str_release(&text);
    return ok;
}
