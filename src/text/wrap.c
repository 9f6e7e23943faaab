/* SPDX-License-Identifier: MIT
 * Lines of at most so many columns. libunistring says where a line may be broken (UAX #14, strict 禁則); filling the lines is done
 * here, in one pass, by the same columns that everything else is measured in. */
#include "text/width.h"

#include "core/mem.h"
#include "core/utf8.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unilbrk.h>

enum { LATELY = 128, LATELY_BYTES = 1024 };

struct filler {
    const char *text;
    const char *breaks; /* for each byte: may a line begin there? */
    size_t columns;
    struct lines lines;
    size_t start, used; /* the line being filled, and its columns so far */
    /* the last place to break it (start: none), and the columns before that */
    size_t chance, at_chance;
};

void lines_release(struct lines *l)
{
    free(l->at);
    *l = (struct lines){0};
}

/* A copy in which every bad byte is '?', so that offsets stay what they are. */
static char *valid_copy(const char *text, size_t len)
{
    char *copy = mem_copy(text, len);
    for (size_t at = 0; at < len;) {
        uint32_t c;
        size_t n = utf8_decode(copy + at, len - at, &c);
        if (n == 0)
            copy[at] = '?';
        at += n ? n : 1;
    }
    return copy;
}

/* True behind a hyphen or point that begins a word: --all and .edit are not torn apart. */
static bool behind_first_sign(const char *text, size_t at)
{
    if (text[at - 1] != '-' && text[at - 1] != '.')
        return false;
    return at == 1 || strchr(" \t\n\"'([-", text[at - 2]);
}

/* True at a point that begins a word: it may begin a line, which UAX #14 keeps from a full stop even behind a blank. */
static bool at_first_point(const char *text, size_t at)
{
    return text[at] == '.' && text[at - 1] == ' ' && isalpha((unsigned char)text[at + 1]);
}

/* "EUC-JP" makes ①, ○ and their like break as ideographs do; the text stays UTF-8. */
static char *break_places(const char *text, size_t len)
{
    char *copy = utf8_valid(text, len, NULL) ? NULL : valid_copy(text, len);
    char *breaks = mem_alloc(len, 1);
    u8_possible_linebreaks((const uint8_t *)(copy ? copy : text), len, "EUC-JP", breaks);
    free(copy);
    for (size_t at = 1; at < len; at++)
        if (behind_first_sign(text, at))
            breaks[at] = UC_BREAK_PROHIBITED;
        else if (at_first_point(text, at))
            breaks[at] = UC_BREAK_POSSIBLE;
    return breaks;
}

/* The bytes of the blank at `at`, 0 if there is none. */
static size_t blank(const char *text, size_t at)
{
    if (text[at] == ' ' || text[at] == '\t')
        return 1;
    return strncmp(text + at, "　", 3) == 0 ? 3 : 0;
}

static size_t without_blanks(const char *text, size_t start, size_t end)
{
    for (;;) {
        if (end > start && (text[end - 1] == ' ' || text[end - 1] == '\t'))
            end--;
        else if (end >= start + 3 && blank(text, end - 3) == 3)
            end -= 3;
        else
            return end;
    }
}

static void end_line(struct filler *f, size_t end)
{
    f->lines.at = mem_grow(f->lines.at, f->lines.count, &f->lines.cap, sizeof *f->lines.at);
    f->lines.at[f->lines.count++] =
        (struct line){.start = f->start, .end = without_blanks(f->text, f->start, end)};
}

static void begin_line(struct filler *f, size_t at, size_t used)
{
    f->start = f->chance = at;
    f->used = used;
    f->at_chance = 0;
}

/* Takes the piece of text at `at`, `wide` columns, onto this line or the next. Blanks may hang over the end, where nobody sees
 * them. */
static void take(struct filler *f, size_t at, size_t wide, bool hangs)
{
    if (at > f->start && f->breaks[at] == UC_BREAK_POSSIBLE) {
        f->chance = at;
        f->at_chance = f->used;
    }
    if (f->used + wide > f->columns && at > f->start && !hangs) {
        size_t cut = f->chance > f->start ? f->chance : at;
        size_t carried = f->chance > f->start ? f->used - f->at_chance : 0;
        end_line(f, cut);
        begin_line(f, cut, carried);
    }
    if (f->used + wide > f->columns && at > f->start && !hangs) {
        end_line(f, at);
        begin_line(f, at, 0);
    }
    f->used += wide;
}

/* A character that needs no looking up, wherever most text is made of them; its bytes, or 0. */
static size_t take_plain(struct filler *f, size_t at)
{
    size_t wide, len = plain_next(f->text + at, &wide);
    if (len)
        take(f, at, wide, blank(f->text, at) == len);
    return len;
}

/* A cluster; one too wide for any line goes in as its characters. */
static void take_cluster(struct filler *f, size_t at, size_t next)
{
    size_t wide = width_of_bytes(f->text + at, next - at);
    if (wide <= f->columns) {
        take(f, at, wide, blank(f->text, at) == next - at);
        return;
    }
    while (at < next) {
        uint32_t c;
        size_t n = utf8_decode(f->text + at, next - at, &c);
        take(f, at, n ? (size_t)width_char(c) : 1, false);
        at += n ? n : 1;
    }
}

static struct lines wrap(const char *text, size_t len, size_t columns)
{
    struct filler f = {.text = text, .columns = columns};
    if (width_plain(text) <= f.columns) { /* one line, wherever it could be broken */
        end_line(&f, len);
        return f.lines;
    }
    char *breaks = break_places(text, len);
    f.breaks = breaks;
    for (size_t at = 0; at < len;) {
        if (text[at] == '\n') {
            end_line(&f, at);
            begin_line(&f, ++at, 0);
            continue;
        }
        size_t plain = take_plain(&f, at);
        size_t next = plain ? at + plain : grapheme_next(text, at);
        if (!plain)
            take_cluster(&f, at, next);
        at = next;
    }
    end_line(&f, len);
    free(breaks);
    return f.lines;
}

size_t lines_least(const char *text)
{
    size_t len = strlen(text), widest = 0, wide = 0;
    char *breaks = break_places(text, len);
    for (size_t at = 0, next; at < len; at = next) {
        next = text[at] == '\n' ? at + 1 : grapheme_next(text, at);
        bool parts = text[at] == '\n' || blank(text, at);
        if (parts || breaks[at] == UC_BREAK_POSSIBLE)
            wide = 0;
        wide += parts ? 0 : width_of_bytes(text + at, next - at);
        widest = wide > widest ? wide : widest;
    }
    free(breaks);
    return widest;
}

/* ---- what was wrapped lately ---- */

/* A screen wraps the same twenty texts with every key. */
static struct wrapped {
    char *text;
    size_t len, columns;
    int ambiguous; /* columns, as it was then */
    struct lines lines;
} lately[LATELY];

static struct wrapped *slot_of(const char *text, size_t len, size_t columns)
{
    uint32_t hash = (uint32_t)columns;
    for (size_t i = 0; i < len; i++)
        hash = (hash ^ (unsigned char)text[i]) * 16777619;
    return &lately[hash % LATELY];
}

static struct lines copy_of(const struct lines *lines)
{
    struct lines copy = {.count = lines->count, .cap = lines->count};
    copy.at = mem_alloc(lines->count, sizeof *copy.at);
    memcpy(copy.at, lines->at, lines->count * sizeof *copy.at);
    return copy;
}

static void remember(struct wrapped *w, const char *text, size_t len, size_t columns)
{
    free(w->text);
    lines_release(&w->lines);
    *w = (struct wrapped){mem_copy(text, len), len, columns, width_of_ambiguous(), {0}};
    w->lines = wrap(text, len, columns);
}

struct lines lines_wrap(const char *text, size_t columns)
{
    size_t len = strlen(text);
    if (columns < 2)
        columns = 2;
    if (len > LATELY_BYTES)
        return wrap(text, len, columns);
    struct wrapped *w = slot_of(text, len, columns);
    if (!w->text || w->len != len || w->columns != columns ||
        w->ambiguous != width_of_ambiguous() || memcmp(w->text, text, len) != 0)
        remember(w, text, len, columns);
    return copy_of(&w->lines);
}
