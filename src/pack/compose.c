/* SPDX-License-Identifier: MIT
 * Phase two, second half: expressions. What is written at a question or requirement is joined with its stage's condition and with the
 * scope, so that the rest of the program meets one expression that says it all. */
#include "pack/draft.h"

#include "core/str.h"

static unsigned characters(const char *text, size_t len)
{
    unsigned n = 0;
    for (size_t i = 0; i < len && text[i]; i++)
        n += ((unsigned char)text[i] & 0xC0) != 0x80;
    return n;
}

static const struct expr *compile(struct draft *d, const struct quote *source, size_t self)
{
    const struct expr *e = NULL;
    struct err err;
    if (!source->text || expr_compile(d->s, source->text, self, &e, &err))
        return e;
    struct place place = source->place;
    if (source->exact && err.column > 1)
        place.column += characters(source->text, err.column - 1);
    report_err(&d->report, &place, &err);
    return NULL;
}

/* ---- which questions the scope itself reads ---- */

struct reach {
    struct draft *d;
    bool *reached;
    size_t *waiting;
    size_t waiting_count;
};

static void reach(void *to, size_t question)
{
    struct reach *r = to;
    if (r->reached[question])
        return;
    r->reached[question] = true;
    r->waiting[r->waiting_count++] = question;
}

static bool *read_by_scope(struct draft *d)
{
    size_t count = d->s->question_count;
    struct reach r = {.d = d,
        .reached = arena_alloc(&d->scratch, count, sizeof *r.reached),
        .waiting = arena_alloc(&d->scratch, count, sizeof *r.waiting)};
    expr_each_question(d->s, d->s->scope, reach, &r);
    while (r.waiting_count)
        expr_each_question(d->s, d->questions[r.waiting[--r.waiting_count]].relevant, reach, &r);
    return r.reached;
}

/* ---- questions and requirements ---- */

static void compile_questions(struct draft *d, const struct expr *const *stage_when)
{
    const struct draft_stage *stages = d->stages.at;
    size_t index = 0;
    for (size_t i = 0; i < d->stages.count; i++) {
        const struct draft_question *from = stages[i].questions.at;
        for (size_t k = 0; k < stages[i].questions.count; k++, index++) {
            struct question *q = &d->questions[index];
            const struct expr *own = compile(d, &from[k].rule.relevant, NONE);
            q->relevant = expr_join(d->s, stage_when[i], own);
            q->constraint = compile(d, &from[k].constraint, index);
        }
    }
    const bool *before = read_by_scope(d);
    for (size_t q = 0; q < d->s->question_count; q++)
        if (!before[q])
            d->questions[q].relevant = expr_join(d->s, d->s->scope, d->questions[q].relevant);
}

/* An expression of our own, with the id for every %. */
static const struct expr *compile_made(struct draft *d, const char *pattern, const char *id)
{
    struct str source = {0};
    for (; *pattern; pattern++) {
        if (*pattern == '%')
            str_add(&source, id);
        else
            str_add_char(&source, *pattern);
    }
    struct quote quote = {.text = str_text(&source)};
    const struct expr *e = compile(d, &quote, NONE);
    str_release(&source);
    return e;
}

static void compile_check(struct draft *d, struct requirement *r)
{
    const struct question *q = &d->questions[r->question];
    const struct expr *applies = NULL;
    if (q->na_allowed)
        applies = compile_made(d, "not(answered(${%}) and ${%} = 'na')", q->id);
    r->relevant = expr_join(d->s, q->relevant, applies);
    r->pass = compile_made(d, "${%} = 'met'", q->id);
}

static void compile_requirements(struct draft *d, const struct expr *const *stage_when)
{
    const struct draft_stage *stages = d->stages.at;
    struct requirement *r = d->requirements, *end = r + d->s->requirement_count;
    for (size_t i = 0; i < d->stages.count; i++) {
        const struct draft_requirement *from = stages[i].requirements.at;
        for (; r < end && r->stage == i && r->question != NONE; r++)
            compile_check(d, r);
        for (size_t k = 0; k < stages[i].requirements.count; k++, r++) {
            const struct expr *own = compile(d, &from[k].rule.relevant, NONE);
            r->relevant = expr_join(d->s, d->s->scope, expr_join(d->s, stage_when[i], own));
            r->pass = compile(d, &from[k].pass, NONE);
        }
    }
}

static void compile_part(struct draft *d, const struct draft_part *from)
{
    const struct draft_row *rows = from->rows.at;
    from->made->relevant = compile(d, &from->relevant, NONE);
    for (size_t i = 0; i < from->rows.count; i++)
        from->made_rows[i].relevant = compile(d, &rows[i].relevant, NONE);
}

static void compile_papers(struct draft *d)
{
    const struct draft_paper *from = d->papers.at;
    for (size_t i = 0; i < d->papers.count; i++) {
        const struct draft_part *parts = from[i].parts.at;
        from[i].made->relevant = compile(d, &from[i].relevant, NONE);
        for (size_t p = 0; p < from[i].parts.count; p++)
            compile_part(d, &parts[p]);
    }
}

void draft_compile(struct draft *d)
{
    const struct draft_stage *stages = d->stages.at;
    const struct draft_authority *authorities = d->head.authorities.at;
    /* NOLINTNEXTLINE(bugprone-sizeof-expression): an array of pointers is meant */
    const struct expr **stage_when = arena_alloc(&d->scratch, d->stages.count, sizeof *stage_when);
    standard_index(d->s);
    d->s->scope = compile(d, &d->head.scope.within, NONE);
    for (size_t i = 0; i < d->stages.count; i++)
        stage_when[i] = compile(d, &stages[i].relevant, NONE);
    compile_questions(d, stage_when);
    compile_requirements(d, stage_when);
    for (size_t i = 0; i < d->head.authorities.count; i++)
        d->authorities[i].relevant = compile(d, &authorities[i].relevant, NONE);
    compile_papers(d);
}
