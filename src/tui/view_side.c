/* SPDX-License-Identifier: MIT
 * The left of the walk: the stages and how they stand, what is missing from whom, who decides. */
#include "tui/view.h"

#include "text/msg.h"
#include "text/width.h"

enum { UNFOLD = 34 };

static const char *stage_mark(const struct stage_state *st)
{
    if (st->forbidding || st->lacking)
        return "x";
    return st->answered && !st->wanted && !st->later ? "ok" : "";
}

static void paint_stage(const struct app *a, size_t index, struct area area, size_t y)
{
    const struct standard *s = a->session->standard;
    const struct stage_state *st = &a->walk.stages[index];
    bool here = a->walk.question != NONE && s->questions[a->walk.question].stage == index;
    struct str label = {0}, count = {0};
    str_addf(&label, "%s%*zu %s", here ? ">" : " ", s->stage_count > 9 ? 2 : 1, index + 1,
        words_in(&s->stages[index].label, a->lang));
    if (st->asked)
        str_addf(&count, "%zu/%zu", st->answered, st->asked);
    else
        str_add(&count, "-");
    enum style style = here ? STYLE_HEADING : st->applies ? STYLE_PLAIN : STYLE_QUIET;
    (void)draw_text(y, area.x, area.columns - count.len - 5, style, str_text(&label));
    (void)draw_right(y, area.x + area.columns - count.len - 4, count.len, style, str_text(&count));
    (void)draw_text(y, area.x + area.columns - 3, 2,
        st->forbidding ? STYLE_BAD
        : st->lacking  ? STYLE_WARN
                       : STYLE_GOOD,
        stage_mark(st));
    str_release(&label);
    str_release(&count);
}

/* Where there is room: the questions of the stage one is in. */
static size_t paint_questions(const struct app *a, size_t stage, struct area area, size_t y)
{
    const struct standard *s = a->session->standard;
    const struct assessment *as = &a->session->assessment;
    for (size_t q = s->stages[stage].first; q < s->stages[stage].first + s->stages[stage].count;
         q++) {
        if (as->relevant[q] != TRUTH_TRUE)
            continue;
        const struct answer *answer = &a->session->answers.at[q];
        const char *mark = as->complete[q] ? "+" : answer->pending || answer->value ? "?" : " ";
        enum style style = q == a->walk.question ? STYLE_HEADING : STYLE_QUIET;
        (void)draw_text(y, area.x + 3, 1, style, q == a->walk.question ? ">" : mark);
        (void)draw_text(
            y++, area.x + 5, area.columns - 7, style, words_in(&s->questions[q].label, a->lang));
    }
    return y;
}

static size_t paint_missing(const struct app *a, struct area area, size_t y, size_t end)
{
    const struct standard *s = a->session->standard;
    struct str n = {0}, out = {0};
    if (a->session->assessment.tally.forbidding && y < end) {
        str_addf(&n, "%zu", a->session->assessment.tally.forbidding);
        tr_add(&out, a->lang, N_("Forbids {1}"), str_text(&n));
        (void)draw_text(y++, area.x + 1, area.columns - 2, STYLE_BAD, str_text(&out));
        str_clear(&n);
        str_clear(&out);
    }
    str_addf(&n, "%zu", tally_gaps(&a->session->assessment.tally));
    tr_add(&out, a->lang, N_("Missing {1}"), str_text(&n));
    if (y < end)
        (void)draw_text(y++, area.x + 1, area.columns - 2, STYLE_HEADING, str_text(&out));
    for (size_t i = 0; i < s->source_count && y < end; i++) {
        if (!a->walk.missing[i])
            continue;
        str_clear(&n);
        str_addf(&n, "%zu", a->walk.missing[i]);
        (void)draw_text(
            y, area.x + 3, area.columns - 10, STYLE_PLAIN, words_in(&s->sources[i].who, a->lang));
        (void)draw_right(y++, area.x + area.columns - 9, 5, STYLE_PLAIN, str_text(&n));
    }
    str_release(&n);
    str_release(&out);
    return y;
}

static void paint_authority(const struct app *a, struct area area, size_t y, size_t end)
{
    size_t authority = assess_authority(&a->session->assessment);
    if (authority == NONE || y + 1 >= end ||
        assess_verdict(&a->session->assessment) == VERDICT_OUT_OF_SCOPE)
        return;
    (void)draw_text(y, area.x + 1, area.columns - 2, STYLE_HEADING, tr(a->lang, N_("Decided by")));
    struct sheet s;
    sheet_init(&s, area.columns - 4);
    sheet_add(&s, STYLE_PLAIN, 0, "",
        words_in(&a->session->standard->authorities[authority].label, a->lang));
    (void)sheet_paint(&s, (struct area){y + 1, area.x + 3, end - y - 1, area.columns - 4});
    sheet_release(&s);
}

void view_side(const struct app *a, struct area area)
{
    const struct standard *s = a->session->standard;
    size_t y = area.y, end = area.y + area.rows;
    size_t here = a->walk.question == NONE ? NONE : s->questions[a->walk.question].stage;
    size_t questions = here == NONE ? 0 : a->walk.stages[here].asked;
    bool unfold =
        area.columns >= UNFOLD && s->stage_count + questions + s->source_count + 6 <= area.rows;
    size_t from = 0;
    if (s->stage_count > area.rows && here != NONE && here >= area.rows)
        from = here - area.rows + 1;
    for (size_t i = from; i < s->stage_count && y < end; i++) {
        paint_stage(a, i, area, y++);
        if (unfold && i == here)
            y = paint_questions(a, i, area, y);
    }
    y = paint_missing(a, area, y + 1, end);
    paint_authority(a, area, y + 1, end);
}

void view_fold(const struct app *a, struct area area)
{
    const struct standard *s = a->session->standard;
    if (a->walk.question == NONE)
        return;
    size_t stage = s->questions[a->walk.question].stage;
    const struct stage_state *st = &a->walk.stages[stage];
    struct str left = {0}, right = {0}, n = {0};
    str_addf(&left, "%zu/%zu %s  %zu/%zu %s", stage + 1, s->stage_count,
        words_in(&s->stages[stage].label, a->lang), st->answered, st->asked, stage_mark(st));
    str_addf(&n, "%zu", tally_gaps(&a->session->assessment.tally));
    tr_add(&right, a->lang, N_("Missing {1}"), str_text(&n));
    size_t width = width_of(str_text(&right));
    if (area.columns > width + 4)
        (void)draw_text(area.y, 1, area.columns - width - 4, STYLE_QUIET, str_text(&left));
    (void)draw_right(area.y, 1, area.columns - 2, STYLE_QUIET, str_text(&right));
    str_release(&left);
    str_release(&right);
    str_release(&n);
}
