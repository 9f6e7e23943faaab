/* SPDX-License-Identifier: MIT
 * A document as Markdown: CommonMark with tables. Whatever could mean something to a reader of Markdown is escaped, so that every
 * answer is read as the characters that were typed. */
#include "render/marks.h"
#include "render/render.h"
#include "text/safe.h"

#include <stdlib.h>
#include <string.h>

/* Where a text stands decides what a new line in it becomes. */
enum spot { SPOT_LINE, SPOT_CELL, SPOT_PARAGRAPH };

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Escaped wherever they stand: what begins code, emphasis, a link, an image, HTML, an entity, a formula, a tag. */
static bool is_active(char c)
{
    return strchr("\\`*_[]<>#~&$", c) != NULL;
}

/* The colon and point of an address that some readers make a link of by themselves, or of a short name for a picture. */
static bool is_of_address(const char *text, size_t at)
{
    char next = text[at + 1];
    if (text[at] == ':')
        return next == '/' || is_letter(next);
    return text[at] == '.' && at > 0 && (text[at - 1] == 'w' || text[at - 1] == 'W');
}

/* A list, heading or rule begins here: - + = or `1. ` `1) ` */
static bool begins_block(const char *line, size_t at)
{
    if (at == 0)
        return strchr("-+=", line[0]) != NULL;
    char next = line[at + 1];
    if ((line[at] != '.' && line[at] != ')') || (next && next != ' ' && next != '\n'))
        return false;
    for (size_t i = 0; i < at; i++)
        if (!is_digit(line[i]))
            return false;
    return true;
}

static void add_newline(struct str *out, enum spot spot)
{
    str_add(out, spot == SPOT_CELL ? "<br>" : "\\\n");
}

static void add_char(struct str *out, const char *line, size_t at)
{
    char c = line[at];
    if (c == '|') {
        str_add(out, "&#124;"); /* readers disagree on \| after a backslash */
    } else if (c == '@') {
        str_add(out, "<!---->@"); /* only a break keeps user@example from becoming a link */
    } else {
        if (is_active(c) || is_of_address(line, at) || begins_block(line, at))
            str_add_char(out, '\\');
        str_add_char(out, c);
    }
}

/* One line of the text, without the blanks around it: four of them would begin code, two at the end a break. */
static void add_line(struct str *out, const char *line, size_t len)
{
    while (len > 0 && line[0] == ' ') {
        line++;
        len--;
    }
    while (len > 0 && line[len - 1] == ' ')
        len--;
    for (size_t i = 0; i < len; i++)
        add_char(out, line, i);
}

static void add_text(struct str *out, const char *text, enum spot spot)
{
    char *safe = safe_dup(text, spot != SPOT_LINE);
    const char *line = safe, *end;
    while ((end = strchr(line, '\n')) != NULL) {
        if (end > line || spot == SPOT_CELL) { /* an empty line would end the paragraph */
            add_line(out, line, (size_t)(end - line));
            if (end[1])
                add_newline(out, spot);
        }
        line = end + 1;
    }
    add_line(out, line, strlen(line));
    free(safe);
}

static void add_cell(struct str *out, const char *text)
{
    str_add(out, " ");
    add_text(out, text, SPOT_CELL);
    str_add(out, " |");
}

static void add_rule(struct str *out, size_t columns)
{
    str_add(out, "\n|");
    for (size_t i = 0; i < columns; i++)
        str_add(out, " --- |");
    str_add_char(out, '\n');
}

static void add_fields(struct str *out, const struct document *d, const struct block *b)
{
    str_add_char(out, '|');
    add_cell(out, mark_head_label(d));
    add_cell(out, mark_head_value(d));
    add_rule(out, 2);
    for (size_t i = 0; i < b->field_count; i++) {
        const char *mark = mark_of_field(d, &b->fields[i]);
        str_add_char(out, '|');
        add_cell(out, b->fields[i].label);
        str_add_char(out, ' ');
        add_text(out, b->fields[i].value, SPOT_CELL);
        if (mark)
            str_addf(out, "%s**%s**", b->fields[i].value[0] ? " " : "", mark);
        else if (!b->fields[i].value[0])
            str_add(out, mark_blank(d));
        str_add(out, " |\n");
    }
}

static void add_table(struct str *out, const struct document *d, const struct block *b)
{
    str_add_char(out, '|');
    for (size_t i = 0; i < b->column_count; i++)
        add_cell(out, b->columns[i]);
    add_rule(out, b->column_count);
    for (size_t row = 0; row < b->row_count; row++) {
        str_add_char(out, '|');
        for (size_t i = 0; i < b->column_count; i++) {
            bool first = i == 0 && mark_of_row(b, row);
            str_add(out, first ? " **!**" : "");
            if (b->data && b->data[row * b->column_count + i].kind == DATUM_BLANK)
                str_addf(out, " %s |", mark_blank(d));
            else
                add_cell(out, b->cells[row * b->column_count + i]);
        }
        str_add_char(out, '\n');
    }
}

static void add_signoff(struct str *out, const struct block *b)
{
    str_add_char(out, '|');
    for (size_t i = 0; i < b->field_count; i++)
        add_cell(out, b->fields[i].label);
    add_rule(out, b->field_count);
    str_add_char(out, '|');
    for (size_t i = 0; i < b->field_count; i++)
        str_add(out, " <br><br> |");
    str_add_char(out, '\n');
}

static void add_paragraph(struct str *out, const char *text)
{
    add_text(out, text, SPOT_PARAGRAPH);
    str_add_char(out, '\n');
}

static void add_block(struct str *out, const struct document *d, const struct block *b)
{
    str_add_char(out, '\n');
    switch (b->kind) {
    case BLOCK_HEADING:
        str_add(out, b->level == 1 ? "## " : "### ");
        add_text(out, b->text, SPOT_LINE);
        str_add_char(out, '\n');
        break;
    case BLOCK_PARAGRAPH:
        add_paragraph(out, b->text);
        break;
    case BLOCK_FIELDS:
        add_fields(out, d, b);
        break;
    case BLOCK_TABLE:
        add_table(out, d, b);
        break;
    case BLOCK_SIGNOFF:
        add_signoff(out, b);
        break;
    }
}

void render_md(struct str *out, const struct document *d)
{
    struct str to = {0};
    str_add(out, "# ");
    add_text(out, d->title, SPOT_LINE);
    if (d->mark) {
        str_add(out, " \\[");
        add_text(out, d->mark, SPOT_LINE);
        str_add(out, "\\]");
    }
    str_add_char(out, '\n');
    mark_addressee(&to, d);
    if (to.len > 0) {
        str_add_char(out, '\n');
        add_paragraph(out, str_text(&to));
    }
    str_release(&to);
    if (mark_any(d)) {
        str_add_char(out, '\n');
        add_paragraph(out, mark_legend(d));
    }
    for (size_t i = 0; i < d->block_count; i++)
        add_block(out, d, &d->blocks[i]);
    if (!d->footer)
        return;
    str_add(out, "\n---\n\n");
    add_paragraph(out, d->footer);
}
