/* SPDX-License-Identifier: MIT
 * A document as one HTML file that prints well on A4: no script, nothing from elsewhere, and a policy that forbids both. It is
 * well-formed XML too, so that any reader can check it. */
#include "render/marks.h"
#include "render/render.h"
#include "render/style.h"
#include "text/msg.h"
#include "text/safe.h"

#include <stdlib.h>

enum { NARROW_COLUMNS = 7 };

static const char *escape_of(char c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return NULL;
    }
}

static void add_text(struct str *out, const char *text, int keep_lines)
{
    char *safe = safe_dup(text, keep_lines);
    for (const char *c = safe; *c; c++) {
        const char *escape = escape_of(*c);
        if (escape)
            str_add(out, escape);
        else
            str_add_char(out, *c);
    }
    free(safe);
}

/* <open>text</close> and a new line; open may hold attributes. */
static void add_element(struct str *out, const char *open, const char *text, const char *close)
{
    str_addf(out, "<%s>", open);
    add_text(out, text, 1);
    str_addf(out, "</%s>\n", close);
}

static void add_mark(struct str *out, const char *mark)
{
    str_add(out, " <strong class=\"gap\">");
    add_text(out, mark, 0);
    str_add(out, "</strong>");
}

static void add_field(struct str *out, const struct document *d, const struct document_field *f)
{
    const char *mark = mark_of_field(d, f);
    str_add(out, mark ? "<tr class=\"missing\">" : "<tr>");
    add_element(out, "th scope=\"row\"", f->label, "th");
    str_add(out, "<td>");
    if (f->value[0])
        add_text(out, f->value, 1);
    else
        str_add(out, "<span class=\"blank\"></span>");
    if (mark)
        add_mark(out, mark);
    str_add(out, "</td></tr>\n");
}

static void add_fields(struct str *out, const struct document *d, const struct block *b)
{
    str_add(out, "<table class=\"fields\">\n<tbody>\n");
    for (size_t i = 0; i < b->field_count; i++)
        add_field(out, d, &b->fields[i]);
    str_add(out, "</tbody>\n</table>\n");
}

/* The policy allows no style attribute, so widths are classes: percents in steps of five. */
static void add_widths(struct str *out, const struct block *b)
{
    unsigned sum = 0;
    for (size_t i = 0; b->weights && i < b->column_count; i++)
        sum += b->weights[i];
    if (sum == 0)
        return;
    str_add(out, "<colgroup>");
    for (size_t i = 0; i < b->column_count; i++) {
        unsigned percent = (b->weights[i] * 100 / sum + 2) / 5 * 5;
        str_addf(out, "<col class=\"w%u\" />", percent < 5 ? 5 : percent);
    }
    str_add(out, "</colgroup>\n");
}

static void add_row(struct str *out, const struct block *b, size_t row)
{
    bool missing = mark_of_row(b, row);
    str_add(out, missing ? "<tr class=\"missing\">" : "<tr>");
    for (size_t i = 0; i < b->column_count; i++) {
        size_t cell = row * b->column_count + i;
        bool blank = b->data && b->data[cell].kind == DATUM_BLANK;
        str_add(out, blank ? "<td class=\"write\">" : "<td>");
        if (missing && i == 0)
            str_add(out, "<strong class=\"gap\">!</strong> ");
        add_text(out, b->cells[cell], 1);
        str_add(out, "</td>");
    }
    str_add(out, "</tr>\n");
}

static void add_table(struct str *out, const struct block *b)
{
    str_add(out, "<table>\n");
    add_widths(out, b);
    str_add(out, "<thead><tr>");
    for (size_t i = 0; i < b->column_count; i++)
        add_element(out, "th scope=\"col\"", b->columns[i], "th");
    str_add(out, "</tr></thead>\n<tbody>\n");
    for (size_t row = 0; row < b->row_count; row++)
        add_row(out, b, row);
    str_add(out, "</tbody>\n</table>\n");
}

static void add_signoff(struct str *out, const struct block *b)
{
    str_add(out, "<table class=\"signoff\">\n<tbody>\n<tr>");
    for (size_t i = 0; i < b->field_count; i++)
        add_element(out, "th scope=\"col\"", b->fields[i].label, "th");
    str_add(out, "</tr>\n<tr>");
    for (size_t i = 0; i < b->field_count; i++)
        str_add(out, "<td></td>");
    str_add(out, "</tr>\n</tbody>\n</table>\n");
}

static void add_block(struct str *out, const struct document *d, const struct block *b)
{
    switch (b->kind) {
    case BLOCK_HEADING:
        add_element(out, b->level == 1 ? "h2" : "h3", b->text, b->level == 1 ? "h2" : "h3");
        break;
    case BLOCK_PARAGRAPH:
        add_element(out, "p", b->text, "p");
        break;
    case BLOCK_FIELDS:
        add_fields(out, d, b);
        break;
    case BLOCK_TABLE:
        add_table(out, b);
        break;
    case BLOCK_SIGNOFF:
        add_signoff(out, b);
        break;
    }
}

/* It has a table of so many columns that a page lies on its side. */
static bool is_wide(const struct document *d)
{
    for (size_t i = 0; i < d->block_count; i++)
        if (d->blocks[i].kind == BLOCK_TABLE && d->blocks[i].column_count > NARROW_COLUMNS)
            return true;
    return false;
}

static void add_head(struct str *out, const struct document *d)
{
    struct str to = {0};
    str_addf(out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\" />\n",
        lang_name(d->lang));
    str_addf(out,
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
        "style-src '%s'; base-uri 'none'; form-action 'none'\" />\n",
        html_style_hash);
    str_add(
        out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n<title>");
    add_text(out, d->title, 0);
    str_addf(out, "</title>\n<style>%s</style>\n</head>\n<body>\n<main%s>\n<header>\n", html_style,
        is_wide(d) ? " class=\"wide\"" : "");
    if (d->mark)
        add_element(out, "p class=\"mark\"", d->mark, "p");
    add_element(out, "h1", d->title, "h1");
    mark_addressee(&to, d);
    if (to.len > 0)
        add_element(out, "p class=\"to\"", str_text(&to), "p");
    str_release(&to);
    str_add(out, "</header>\n");
    if (mark_any(d))
        add_element(out, "p class=\"legend\"", mark_legend(d), "p");
}

void render_html(struct str *out, const struct document *d)
{
    add_head(out, d);
    for (size_t i = 0; i < d->block_count; i++)
        add_block(out, d, &d->blocks[i]);
    if (d->footer) {
        str_add(out, "<footer>\n");
        add_element(out, "p", d->footer, "p");
        str_add(out, "</footer>\n");
    }
    str_add(out, "</main>\n</body>\n</html>\n");
}
