/* SPDX-License-Identifier: MIT
 * Many sessions in one table. */
#include "document/together.h"

#include "core/mem.h"
#include "document/builder.h"
#include "text/msg.h"
#include "text/number.h"
#include "text/phrase.h"
#include "text/width.h"

#include <stdlib.h>
#include <string.h>

enum { WIDTH_LEAST = 6, WIDTH_MOST = 30 };

/* What a row has under a label. */
struct together_cell {
    size_t row, column;
    const char *text;
    struct datum datum;
    bool missing;
};

bool together_may(const struct standard *s, size_t paper)
{
    return words_in(&s->papers[paper].together, LANG_JA)[0] != '\0';
}

void together_begin(
    struct together *t, struct document *d, enum lang lang, int64_t printed, const char *actor)
{
    *d = (struct document){.lang = lang, .printed = printed};
    *t = (struct together){.d = d, .lang = lang, .printed = printed, .actor = actor};
}

/* ---- a row ---- */

static size_t column_of(struct together *t, const char *label)
{
    for (size_t i = 0; i < t->label_count; i++)
        if (strcmp(t->labels[i], label) == 0)
            return i;
    t->labels = mem_grow(t->labels, t->label_count, &t->label_cap, sizeof *t->labels);
    t->labels[t->label_count] = arena_dup(&t->d->arena, label);
    return t->label_count++;
}

/* Under a label that the row has already, the first stays. */
static void put(
    struct together *t, const char *label, struct str *text, struct datum datum, bool missing)
{
    size_t column = column_of(t, label);
    for (size_t i = t->cell_count; i-- > 0 && t->cells[i].row == t->rows;)
        if (t->cells[i].column == column)
            return;
    t->cells = mem_grow(t->cells, t->cell_count, &t->cell_cap, sizeof *t->cells);
    t->cells[t->cell_count++] = (struct together_cell){
        t->rows, column, arena_dup(&t->d->arena, str_text(text)), datum, missing};
}

static void add_field(struct together *t, struct builder *b, const struct field *f)
{
    struct str text = {0};
    struct datum datum = {0};
    bool has = field_words(b, &text, f, &datum);
    if (has && !text.len)
        datum.kind = DATUM_BLANK;
    if (has)
        put(t, field_label(b, f), &text, datum,
            f->question != NONE && assess_wants(&b->s->assessment, f->question));
    str_release(&text);
}

static void put_words(struct together *t, const char *label, const char *words)
{
    struct str text = {0};
    str_add(&text, words);
    put(t, label, &text, (struct datum){0}, false);
    str_release(&text);
}

static void put_number(struct together *t)
{
    struct str text = {0};
    int64_t number = (int64_t)t->rows + 1;
    number_add(&text, number);
    put(t, tr(t->lang, N_("No.")), &text, (struct datum){.kind = DATUM_NUMBER, .number = number},
        false);
    str_release(&text);
}

/* Where a paper has several lists of fields, which of them applies says what kind of case it is. */
static void add_part(struct together *t, struct builder *b, const struct part *part)
{
    const char *kind = words_in(&part->heading, t->lang);
    if (kind[0])
        put_words(t, tr(t->lang, N_("Kind")), kind);
    for (size_t f = 0; f < part->field_count; f++)
        add_field(t, b, &part->fields[f]);
}

static void name(struct together *t, const struct session *s, size_t paper)
{
    struct document *d = t->d;
    const struct paper *p = &s->standard->papers[paper];
    d->title = arena_dup(&d->arena, words_in(&p->together, t->lang));
    d->paper_id = arena_dup(&d->arena, p->id);
    d->standard_id = arena_dup(&d->arena, s->standard->id);
    d->footer = arena_dup(&d->arena, words_in(&s->standard->title, t->lang));
}

static bool is_listed(const struct builder *b, const struct part *part)
{
    return part->kind == PART_FIELDS && part_applies(b, part);
}

/* It was approved; or, where nothing is decided, may be selected. */
static bool may_be_used(const struct session *s)
{
    if (s->review.decision)
        return decision_approves(s->review.decision);
    return assess_verdict(&s->assessment) == VERDICT_SELECTABLE;
}

bool together_add(struct together *t, const struct session *s, size_t paper)
{
    struct builder b = {.d = t->d,
        .s = s,
        .paper = &s->standard->papers[paper],
        .lang = t->lang,
        .printed = t->printed,
        .actor = t->actor};
    if (!builder_has(&b, PART_FIELDS))
        return false;
    if (!t->d->title)
        name(t, s, paper);
    put_number(t);
    for (size_t i = 0; i < b.paper->part_count; i++)
        if (is_listed(&b, &b.paper->parts[i]))
            add_part(t, &b, &b.paper->parts[i]);
    put_words(t, tr(t->lang, N_("Verdict")),
        phrase_outcome_short(t->lang, s->review.decision, assess_verdict(&s->assessment)));
    put_words(t, tr(t->lang, N_("Session")), s->id);
    t->others |= !may_be_used(s);
    t->rows++;
    return true;
}

/* ---- the table ---- */

/* The verdict and the session stand last, whatever columns later rows have brought. */
static size_t place_of(const struct together *t, size_t column, const size_t last[2])
{
    size_t before = 0;
    for (size_t i = 0; i < 2; i++) {
        if (column == last[i])
            return t->label_count - 2 + i;
        before += last[i] < column;
    }
    return column - before;
}

static unsigned weight(size_t columns)
{
    return columns < WIDTH_LEAST  ? WIDTH_LEAST
           : columns > WIDTH_MOST ? WIDTH_MOST
                                  : (unsigned)columns;
}

static void widen(unsigned *to, const char *text)
{
    unsigned width = weight(width_of(text));
    if (width > *to)
        *to = width;
}

/* What a table is made of, while it is filled. */
struct grid {
    const char **heads, **text;
    unsigned *weights;
    struct datum *data;
    bool *missing;
};

static struct grid empty_grid(struct together *t, size_t cells)
{
    struct arena *arena = &t->d->arena;
    struct grid g = {.heads = arena_alloc(arena, t->label_count, sizeof *g.heads),
        .text = arena_alloc(arena, cells, sizeof *g.text),
        .weights = arena_alloc(arena, t->label_count, sizeof *g.weights),
        .data = arena_alloc(arena, cells, sizeof *g.data),
        .missing = arena_alloc(arena, t->rows, sizeof *g.missing)};
    for (size_t i = 0; i < cells; i++)
        g.text[i] = "";
    return g;
}

/* A ledger of what may be selected has the standard's columns alone. */
static struct block table(struct together *t)
{
    size_t columns = t->others ? t->label_count : t->label_count - 2;
    const size_t last[2] = {
        column_of(t, tr(t->lang, N_("Verdict"))), column_of(t, tr(t->lang, N_("Session")))};
    struct grid g = empty_grid(t, columns * t->rows);
    for (size_t i = 0; i < t->label_count; i++) {
        size_t at = place_of(t, i, last);
        g.heads[at] = t->labels[i];
        widen(&g.weights[at], t->labels[i]);
    }
    for (size_t i = 0; i < t->cell_count; i++) {
        const struct together_cell *c = &t->cells[i];
        size_t column = place_of(t, c->column, last), at = c->row * columns + column;
        if (column >= columns)
            continue;
        g.text[at] = c->text;
        g.data[at] = c->datum;
        widen(&g.weights[column], c->text);
        g.missing[c->row] |= c->missing;
    }
    return (struct block){.kind = BLOCK_TABLE,
        .columns = g.heads,
        .weights = g.weights,
        .column_count = columns,
        .cells = g.text,
        .data = g.data,
        .row_missing = g.missing,
        .row_count = t->rows};
}

static void add_footer(struct together *t)
{
    struct str footer = {0}, time = {0}, count = {0};
    const char *standard = t->d->footer ? t->d->footer : "";
    number_add(&count, (int64_t)t->rows);
    tr_add(&footer, t->lang, N_("Standard: {1}. Sessions: {2}."), standard, str_text(&count));
    str_add_char(&footer, '\n');
    phrase_time(&time, t->lang, t->printed);
    tr_add(&footer, t->lang, t->actor && t->actor[0] ? N_("Printed {1} by {2}") : N_("Printed {1}"),
        str_text(&time), t->actor);
    t->d->footer = arena_dup(&t->d->arena, str_text(&footer));
    str_release(&footer);
    str_release(&time);
    str_release(&count);
}

void together_end(struct together *t)
{
    if (!t->d)
        return;
    struct block *block = arena_alloc(&t->d->arena, 1, sizeof *block);
    if (t->rows) {
        *block = table(t);
    } else {
        t->d->title = arena_dup(&t->d->arena, tr(t->lang, N_("Nothing to list")));
        *block = (struct block){.kind = BLOCK_PARAGRAPH,
            .text = arena_dup(&t->d->arena, tr(t->lang, N_("There is no saved session.")))};
    }
    t->d->blocks = block;
    t->d->block_count = 1;
    add_footer(t);
    free(t->labels);
    free(t->cells);
    *t = (struct together){0};
}
