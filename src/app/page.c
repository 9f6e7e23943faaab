/* SPDX-License-Identifier: MIT
 * Something to read. The lines are made anew whenever the width changes; the place is kept as well as it can be. */
#include "app/page.h"

#include "core/mem.h"
#include "core/standard.h"
#include "text/safe.h"
#include "text/width.h"

#include <stdlib.h>
#include <string.h>

static void forget_lines(struct page *p)
{
    for (size_t i = 0; i < p->line_count; i++)
        free(p->lines[i].text);
    p->line_count = 0;
}

void page_clear(struct page *p)
{
    forget_lines(p);
    for (size_t i = 0; i < p->paragraph_count; i++) {
        free(p->paragraphs[i].mark);
        free(p->paragraphs[i].text);
    }
    p->paragraph_count = 0;
    p->columns = 0;
}

void page_release(struct page *p)
{
    page_clear(p);
    free(p->lines);
    free(p->paragraphs);
    *p = (struct page){0};
}

static struct paragraph *add(struct page *p, char *safe)
{
    p->paragraphs =
        mem_grow(p->paragraphs, p->paragraph_count, &p->paragraph_cap, sizeof *p->paragraphs);
    struct paragraph *new = &p->paragraphs[p->paragraph_count++];
    *new = (struct paragraph){.text = safe, .target = NONE};
    return new;
}

void page_add(struct page *p, enum tone tone, size_t indent, const char *mark, const char *text)
{
    struct paragraph *new = add(p, safe_dup(text, 1));
    new->tone = tone;
    new->indent = indent;
    new->mark = safe_dup(mark, 0);
}

void page_link(struct page *p, size_t target)
{
    p->paragraphs[p->paragraph_count - 1].target = target;
}

size_t page_target(const struct page *p)
{
    return p->picked < p->paragraph_count ? p->paragraphs[p->picked].target : NONE;
}

void page_add_verbatim(struct page *p, const char *text)
{
    for (const char *at = text; *at;) {
        size_t len = strcspn(at, "\n");
        char *line = mem_copy(at, len);
        add(p, safe_dup(line, 0))->verbatim = true;
        free(line);
        at += len + (at[len] == '\n');
    }
}

static void add_line(struct page *p, const struct paragraph *of, size_t indent, char *text)
{
    p->lines = mem_grow(p->lines, p->line_count, &p->line_cap, sizeof *p->lines);
    p->lines[p->line_count++] = (struct page_line){.text = text,
        .tone = of->tone,
        .indent = indent,
        .paragraph = (size_t)(of - p->paragraphs)};
}

static void wrap(struct page *p, const struct paragraph *of)
{
    if (of->verbatim) {
        add_line(p, of, 0, mem_dup(of->text));
        return;
    }
    size_t used = of->indent + width_of(of->mark);
    struct lines lines = lines_wrap(of->text, p->columns > used + 8 ? p->columns - used : 8);
    for (size_t i = 0; i < lines.count; i++) {
        struct str line = {0};
        str_add(&line, i ? "" : of->mark);
        str_add_bytes(&line, of->text + lines.at[i].start, lines.at[i].end - lines.at[i].start);
        add_line(p, of, i ? used : of->indent, str_take(&line));
    }
    lines_release(&lines);
}

static void settle(struct page *p)
{
    size_t most = p->line_count > p->height ? p->line_count - p->height : 0;
    if (p->top > most)
        p->top = most;
}

/* ---- the cursor ---- */

/* The next paragraph further on, or back, that leads somewhere. */
static size_t next_link(const struct page *p, size_t from)
{
    for (size_t i = from + 1; i < p->paragraph_count; i++) /* NONE + 1 is 0 */
        if (p->paragraphs[i].target != NONE)
            return i;
    return NONE;
}

static size_t link_before(const struct page *p, size_t from)
{
    for (size_t i = from < p->paragraph_count ? from : p->paragraph_count; i-- > 0;)
        if (p->paragraphs[i].target != NONE)
            return i;
    return NONE;
}

/* The lines of a paragraph: [first, end). */
static void extent(const struct page *p, size_t paragraph, size_t *first, size_t *end)
{
    *first = 0;
    while (*first < p->line_count && p->lines[*first].paragraph != paragraph)
        ++*first;
    *end = *first;
    while (*end < p->line_count && p->lines[*end].paragraph == paragraph)
        ++*end;
}

/* To a link that is in sight, or comes into it with one line more. */
static bool pick(struct page *p, size_t paragraph)
{
    size_t first, end;
    if (paragraph == NONE)
        return false;
    extent(p, paragraph, &first, &end);
    if (first > p->top + p->height || end < p->top)
        return false;
    p->picked = paragraph;
    if (end > p->top + p->height)
        p->top = end - p->height;
    if (first < p->top)
        p->top = first;
    return true;
}

/* The first link in sight, after a page was turned. */
static void pick_in_sight(struct page *p)
{
    size_t first = 0, end = 0;
    if (p->picked != NONE)
        extent(p, p->picked, &first, &end);
    if (p->picked == NONE || (first >= p->top && first < p->top + p->height))
        return;
    for (size_t i = p->top; i < p->line_count && i < p->top + p->height; i++)
        if (p->paragraphs[p->lines[i].paragraph].target != NONE) {
            p->picked = p->lines[i].paragraph;
            return;
        }
}

void page_fit(struct page *p, size_t columns, size_t height)
{
    p->columns = columns;
    p->height = height;
    forget_lines(p);
    for (size_t i = 0; i < p->paragraph_count; i++)
        wrap(p, &p->paragraphs[i]);
    if (page_target(p) == NONE)
        p->picked = next_link(p, NONE);
    settle(p);
}

bool page_act(struct page *p, enum action action)
{
    size_t page = p->height > 1 ? p->height - 1 : 1;
    switch (action) {
    case ACTION_UP:
        if (!pick(p, link_before(p, p->picked)))
            p->top -= p->top > 0;
        break;
    case ACTION_DOWN:
        if (!pick(p, next_link(p, p->picked)))
            p->top++;
        break;
    case ACTION_FIRST:
        p->top = 0;
        break;
    case ACTION_LAST:
        p->top = p->line_count;
        break;
    case ACTION_PAGE_UP:
        p->top -= p->top < page ? p->top : page;
        break;
    case ACTION_PAGE_DOWN:
        p->top += page;
        break;
    default:
        return false;
    }
    settle(p);
    pick_in_sight(p);
    return true;
}
