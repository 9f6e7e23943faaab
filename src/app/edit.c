/* SPDX-License-Identifier: MIT
 * Text being typed. Bytes are only ever added and removed in whole characters, so the text stays valid UTF-8. */
#include "app/edit.h"

#include "core/mem.h"
#include "core/utf8.h"
#include "text/width.h"
#include "text/word.h"

#include <string.h>

enum { COLUMNS_UNKNOWN = 60 };

void edit_release(struct edit *e)
{
    str_release(&e->text);
    *e = (struct edit){0};
}

void edit_set(struct edit *e, const char *text, size_t limit, bool lines)
{
    str_clear(&e->text);
    str_add(&e->text, text);
    e->at = e->text.len;
    e->limit = limit;
    e->lines = lines;
    e->changed = e->offered = false;
}

void edit_offer(struct edit *e, const char *text)
{
    edit_set(e, text, e->limit, e->lines);
    e->offered = true;
}

static void replace(struct edit *e, size_t from, size_t to, const char *bytes, size_t len)
{
    struct str made = {0};
    str_add_bytes(&made, str_text(&e->text), from);
    str_add_bytes(&made, bytes, len);
    str_add(&made, str_text(&e->text) + to);
    str_release(&e->text);
    e->text = made;
    e->at = from + len;
    e->changed = true;
}

static bool insert(struct edit *e, const char *bytes, size_t len)
{
    size_t room = e->limit > e->text.len ? e->limit - e->text.len : 0;
    bool fits = len <= room;
    if (!fits)
        len = utf8_floor(bytes, room);
    if (len)
        replace(e, e->at, e->at, bytes, len);
    return fits;
}

/* Pasted text as text: line ends of all kinds, tabs as blanks, no other control characters. */
static bool paste(struct edit *e, const char *text)
{
    struct str clean = {0};
    for (const char *p = text; *p; p++) {
        unsigned char c = (unsigned char)*p;
        if (c == '\r' && p[1] == '\n')
            continue;
        if (c == '\r' || c == '\n')
            str_add_char(&clean, e->lines ? '\n' : ' ');
        else if (c == '\t')
            str_add_char(&clean, ' ');
        else if (c >= ' ' && c != 0x7f)
            str_add_char(&clean, (char)c);
    }
    bool fits = insert(e, str_text(&clean), clean.len);
    str_release(&clean);
    return fits;
}

static bool type(struct edit *e, uint32_t c)
{
    if ((c < ' ' && !(c == '\n' && e->lines)) || (c >= 0x7f && c < 0xa0))
        return true;
    char bytes[4];
    return insert(e, bytes, utf8_put(c, bytes));
}

/* ---- lines as shown ---- */

static size_t columns_of(const struct edit *e)
{
    return e->columns >= 2 ? e->columns : COLUMNS_UNKNOWN;
}

static size_t line_at(const struct lines *lines, size_t at)
{
    size_t row = 0;
    while (row + 1 < lines->count && lines->at[row + 1].start <= at)
        row++;
    return row;
}

char *edit_said(const struct edit *e)
{
    size_t len = e->text.len;
    while (len && e->text.at[len - 1] == '\n')
        len--;
    return mem_copy(str_text(&e->text), len);
}

bool edit_idles(const struct edit *e, struct key key)
{
    const char *text = e->text.at;
    bool begun = key.press == PRESS_ENTER && e->lines && e->at > 0;
    return begun && (e->at == 1 || (text[e->at - 1] == '\n' && text[e->at - 2] == '\n'));
}

void edit_place(const struct edit *e, size_t columns, size_t *row, size_t *column)
{
    const char *text = str_text(&e->text);
    struct lines lines = lines_wrap(text, columns < 2 ? 2 : columns);
    *row = line_at(&lines, e->at);
    size_t start = lines.count ? lines.at[*row].start : 0;
    *column = width_of_bytes(text + start, e->at - start);
    if (*column >= columns)
        *column = columns ? columns - 1 : 0;
    lines_release(&lines);
}

static bool move_line(struct edit *e, bool down)
{
    const char *text = str_text(&e->text);
    struct lines lines = lines_wrap(text, columns_of(e));
    size_t row = line_at(&lines, e->at);
    bool there = down ? row + 1 < lines.count : row > 0;
    if (there) {
        size_t want = width_of_bytes(text + lines.at[row].start, e->at - lines.at[row].start);
        struct line to = lines.at[down ? row + 1 : row - 1];
        size_t fit = width_fit(text + to.start, want);
        e->at = to.start + fit > to.end ? to.end : to.start + fit;
    }
    lines_release(&lines);
    return there;
}

static size_t line_start(const struct edit *e)
{
    size_t at = e->at;
    while (at > 0 && e->text.at[at - 1] != '\n')
        at--;
    return at;
}

/* ---- keys ---- */

static void erase_to(struct edit *e, size_t to)
{
    if (to != e->at)
        replace(e, to < e->at ? to : e->at, to < e->at ? e->at : to, "", 0);
}

static bool edit_control(struct edit *e, uint32_t letter)
{
    size_t start = line_start(e), end = e->at + strcspn(str_text(&e->text) + e->at, "\n");
    if (letter == 'a')
        e->at = start;
    else if (letter == 'e')
        e->at = end;
    else if (letter == 'u' && start < e->at)
        replace(e, start, e->at, "", 0);
    else if (letter == 'w')
        erase_to(e, word_before(str_text(&e->text), e->at));
    else if (letter == 'k' && end > e->at)
        replace(e, e->at, end, "", 0);
    else
        return letter == 'u' || letter == 'k';
    return true;
}

/* By more than a character at once; false for any other key. */
static bool jump(struct edit *e, enum press press)
{
    const char *text = str_text(&e->text);
    if (press == PRESS_WORD_ERASE)
        erase_to(e, word_before(text, e->at));
    else if (press == PRESS_WORD_DELETE)
        erase_to(e, word_next(text, e->at));
    else if (press == PRESS_WORD_LEFT)
        e->at = word_before(text, e->at);
    else if (press == PRESS_WORD_RIGHT)
        e->at = word_next(text, e->at);
    else if (press == PRESS_TOP)
        e->at = 0;
    else if (press == PRESS_BOTTOM)
        e->at = e->text.len;
    else
        return false;
    return true;
}

static void erase(struct edit *e, bool before)
{
    const char *text = str_text(&e->text);
    size_t from = before && e->at > 0 ? grapheme_before(text, e->at) : e->at;
    size_t to = !before && e->at < e->text.len ? grapheme_next(text, e->at) : e->at;
    if (from < to)
        replace(e, from, to, "", 0);
}

bool edit_key(struct edit *e, struct key key, bool *full)
{
    if (e->offered && (key.press == PRESS_CHAR || key.press == PRESS_PASTE))
        replace(e, 0, e->text.len, "", 0);
    e->offered = false;
    const char *text = str_text(&e->text);
    *full = false;
    switch (key.press) {
    case PRESS_CHAR:
        *full = !type(e, key.c);
        return true;
    case PRESS_PASTE:
        *full = !paste(e, key.text);
        return true;
    case PRESS_WHOLE:
        if (e->text.len)
            replace(e, 0, e->text.len, "", 0);
        *full = !paste(e, key.text);
        return true;
    case PRESS_ENTER:
        if (e->lines)
            *full = !type(e, '\n');
        return e->lines;
    case PRESS_LEFT:
        e->at = e->at > 0 ? grapheme_before(text, e->at) : 0;
        return true;
    case PRESS_RIGHT:
        e->at = e->at < e->text.len ? grapheme_next(text, e->at) : e->at;
        return true;
    case PRESS_HOME:
        return edit_control(e, 'a');
    case PRESS_END:
        return edit_control(e, 'e');
    case PRESS_BACKSPACE:
    case PRESS_DELETE:
        erase(e, key.press == PRESS_BACKSPACE);
        return true;
    case PRESS_UP:
    case PRESS_DOWN:
        return move_line(e, key.press == PRESS_DOWN);
    case PRESS_CTRL:
        return edit_control(e, key.c);
    default:
        return jump(e, key.press);
    }
}
