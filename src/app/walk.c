/* SPDX-License-Identifier: MIT
 * The walk: which question one is at, moving between questions, and what the cursor is on. walk_answer.c takes answers. */
#include "app/parts.h"

#include "core/mem.h"
#include "text/msg.h"

#include <stdlib.h>
#include <string.h>

void walk_release(struct walk *w)
{
    edit_release(&w->field);
    walk_forget_effects(w);
    free(w->stages);
    free(w->missing);
    free(w->stood);
    *w = (struct walk){.question = NONE};
}

bool app_has_field(const struct app *a, size_t question)
{
    if (!a->session || question == NONE)
        return false;
    enum question_type type = a->session->standard->questions[question].type;
    return type == QUESTION_TEXT || type == QUESTION_INTEGER || type == QUESTION_DATE;
}

/* The last row is 確認中. */
size_t walk_rows(const struct app *a)
{
    if (app_has_field(a, a->walk.question))
        return 2;
    return a->session->standard->questions[a->walk.question].choice_count + 1;
}

static bool asked(const struct app *a, size_t question)
{
    return a->session->assessment.relevant[question] == TRUTH_TRUE;
}

static size_t next_asked(const struct app *a, size_t from)
{
    for (size_t q = from; q < a->session->standard->question_count; q++)
        if (asked(a, q))
            return q;
    return NONE;
}

static size_t asked_before(const struct app *a, size_t from)
{
    for (size_t q = from; q-- > 0;)
        if (asked(a, q))
            return q;
    return NONE;
}

/* ---- arriving and leaving ---- */

/* The answer that stands, or, while the question waits to be answered again, the one before the revision if it can still be one:
 * then one key confirms it. */
static struct value shown_value(const struct app *a, const char **text)
{
    const struct answer *now = &a->session->answers.at[a->walk.question];
    const struct answer *former = session_unconfirmed(a->session, a->walk.question);
    const struct question *q = &a->session->standard->questions[a->walk.question];
    struct value value = former && !former->pending ? value_parse(q, former->value) : now->parsed;
    *text = now->value;
    if (former && !former->pending && value.kind != VALUE_UNKNOWN)
        *text = former->value;
    return value;
}

static void load_field(struct app *a, const struct answer *answer, const char *text)
{
    struct walk *w = &a->walk;
    const struct question *q = &a->session->standard->questions[w->question];
    edit_set(&w->field, text, q->multiline ? ANSWER_TEXT_MAX : LINE_TEXT_MAX,
        q->type == QUESTION_TEXT && q->multiline);
    w->in_field = !answer->pending && !a->holder;
    w->row = answer->pending;
}

bool walk_untaken(const struct app *a)
{
    const struct walk *w = &a->walk;
    const char *text;
    if (w->question == NONE)
        return false;
    struct value value = shown_value(a, &text);
    if (app_has_field(a, w->question))
        return strcmp(str_text(&w->field.text), text ? text : "") != 0;
    return walk_has_marks(a, w->question) &&
           w->marked != (value.kind == VALUE_SET ? value.as.set : 0);
}

static void walk_load(struct app *a)
{
    struct walk *w = &a->walk;
    if (w->question == NONE)
        return;
    const struct question *q = &a->session->standard->questions[w->question];
    const struct answer *answer = &a->session->answers.at[w->question];
    w->row = 0;
    w->marked = 0;
    w->in_field = w->restored = false;
    w->field.changed = w->marks_changed = false;
    w->effect_due = true;
    free(w->stood);
    w->stood = mem_dup(answer->value);
    w->stood_pending = answer->pending;
    const char *text;
    struct value value = shown_value(a, &text);
    if (app_has_field(a, w->question)) {
        load_field(a, answer, text);
        return;
    }
    if (value.kind == VALUE_CHOICE)
        w->row = value.as.choice;
    else if (value.kind == VALUE_SET)
        w->marked = value.as.set;
    if (answer->pending)
        w->row = q->choice_count;
}

void walk_reload(struct app *a)
{
    const struct walk *w = &a->walk;
    if (w->question == NONE)
        return;
    const struct answer *now = &a->session->answers.at[w->question];
    bool both = now->value && w->stood;
    bool same = both ? !strcmp(now->value, w->stood) : !now->value && !w->stood;
    if (!same || now->pending != w->stood_pending)
        walk_load(a);
}

void app_read_draft(struct app *a)
{
    size_t q = a->walk.question;
    if (q == NONE || a->holder || !(app_has_field(a, q) || walk_has_marks(a, q)))
        return;
    const char *id = a->session->standard->questions[q].id;
    errands_add(&a->errands, ERRAND_DRAFT_READ, id, NULL)->field = "answer";
}

static void arrive(struct app *a, size_t question)
{
    struct walk *w = &a->walk;
    w->question = question;
    w->mending = false;
    walk_forget_effects(w);
    a->drafted[0] = '\0';
    walk_load(a);
    if (question == NONE)
        return;
    w->place_due = true;
    app_read_draft(a);
}

void walk_stand(struct app *a, size_t question)
{
    if (question != a->walk.question)
        walk_tell_draft(a);
    walk_keep_text(a);
    arrive(a, question);
}

void walk_go(struct app *a, size_t question)
{
    walk_stand(a, question);
    app_build(a);
}

/* Where to go on: the first question that is wanted; in a session hardly begun, the first without an answer. */
static size_t first_open(const struct app *a)
{
    const struct assessment *judged = &a->session->assessment;
    size_t first = NONE;
    for (size_t q = 0; q < a->session->standard->question_count; q++) {
        if (!asked(a, q))
            continue;
        if (first == NONE)
            first = q;
        bool wanted = judged->tally.answered == 0 || assess_wants(judged, q);
        const struct answer *answer = &a->session->answers.at[q];
        if (wanted && !answer->pending && !judged->complete[q])
            return q;
    }
    return first;
}

/* Who comes to look at an answer that stands, or where nothing is missing, by a key that is a letter, means letters for keys: one stands
 * beside the field. */
static void stand_beside(struct app *a)
{
    struct walk *w = &a->walk;
    if (w->question == NONE || w->restored)
        return;
    const char *value = a->session->answers.at[w->question].value;
    bool done = assess_verdict(&a->session->assessment) == VERDICT_SELECTABLE;
    if ((value || done) && app_has_field(a, w->question))
        w->in_field = false;
}

void walk_open(struct app *a, const char *place)
{
    size_t q =
        place && *place ? standard_question(a->session->standard, place, strlen(place)) : NONE;
    walk_release(&a->walk);
    if (q == NONE || !asked(a, q))
        q = first_open(a);
    arrive(a, q);
    stand_beside(a);
    a->walk.place_due = false;
}

/* Among what is due one goes past what falls due later: nobody can answer that when applying, and the result leads to it. */
static size_t next_of_its_time(const struct app *a)
{
    const struct session *s = a->session;
    size_t at = a->walk.question, next = next_asked(a, at == NONE ? 0 : at + 1);
    bool past_later = at == NONE || s->standard->questions[at].phase <= s->assessment.due;
    while (past_later && next != NONE && s->standard->questions[next].phase > s->assessment.due)
        next = next_asked(a, next + 1);
    return next;
}

/* The next question that waits to be answered again; from the last on to the first. */
static size_t next_unconfirmed(const struct app *a, size_t from)
{
    size_t count = a->session->standard->question_count;
    for (size_t i = 0; i < count; i++) {
        size_t q = (from + i) % count;
        if (asked(a, q) && session_unconfirmed(a->session, q))
            return q;
    }
    return NONE;
}

static void to_result(struct app *a)
{
    walk_tell_draft(a);
    walk_keep_text(a);
    a->walk.in_field = false; /* who comes back from the result means keys, not text */
    app_push(a, SCREEN_RESULT);
}

/* Who came from the result to answer one question goes back to it, unless the next waits as well and nobody is being asked. */
static void go_on_mending(struct app *a)
{
    size_t next = next_of_its_time(a);
    if (next == NONE || !open_waits(a, next) || a->session->answers.at[next].pending) {
        to_result(a);
        return;
    }
    walk_go(a, next);
    a->walk.mending = true;
}

void walk_onward(struct app *a)
{
    size_t question = a->walk.question;
    size_t next = question != NONE && session_former(a->session, question)
                      ? next_unconfirmed(a, question + 1)
                      : NONE;
    if (next != NONE)
        walk_go(a, next);
    else if (a->walk.mending)
        go_on_mending(a);
    else
        walk_forward(a);
}

void walk_forward(struct app *a)
{
    size_t next = next_of_its_time(a);
    if (next != NONE)
        walk_go(a, next);
    else
        to_result(a);
}

static void walk_back(struct app *a)
{
    size_t before = a->walk.question == NONE ? NONE : asked_before(a, a->walk.question);
    if (before != NONE)
        walk_go(a, before);
    else
        app_say(a, false, N_("This is the first question."));
}

/* ---- what is shown ---- */

static void count_stages(struct app *a)
{
    const struct standard *s = a->session->standard;
    const struct assessment *as = &a->session->assessment;
    struct walk *w = &a->walk;
    free(w->stages);
    w->stages = mem_alloc(s->stage_count, sizeof *w->stages);
    for (size_t q = 0; q < s->question_count; q++) {
        struct stage_state *st = &w->stages[s->questions[q].stage];
        st->applies |= as->relevant[q] == TRUTH_TRUE || as->relevant[q] == TRUTH_UNKNOWN;
        st->asked += as->relevant[q] == TRUTH_TRUE;
        st->answered += as->complete[q];
        st->wanted += assess_wants(as, q);
    }
    for (size_t r = 0; r < s->requirement_count; r++) {
        struct stage_state *st = &w->stages[s->requirements[r].stage];
        st->forbidding |= s->requirements[r].forbids && as->result[r] == RESULT_FAIL;
        st->lacking |= s->requirements[r].binding == BINDING_MUST && as->result[r] == RESULT_FAIL;
        st->later |= s->requirements[r].phase > as->due && as->result[r] == RESULT_OPEN;
    }
}

static void count_missing(struct app *a)
{
    const struct standard *s = a->session->standard;
    struct walk *w = &a->walk;
    free(w->missing);
    w->missing = mem_alloc(s->source_count, sizeof *w->missing);
    struct findings f = findings_of(&a->session->assessment, FINDINGS_MISSING);
    for (size_t i = 0; i < f.count; i++)
        if (f.at[i].source != NONE && !finding_forbids(&a->session->assessment, &f.at[i]))
            w->missing[f.at[i].source]++;
    findings_release(&f);
}

void walk_build(struct app *a)
{
    size_t q = a->walk.question;
    if (q == NONE || !asked(a, q))
        arrive(a, first_open(a));
    count_stages(a);
    count_missing(a);
    walk_preview(a);
}

/* ---- keys ---- */

static void move(struct app *a, size_t row)
{
    struct walk *w = &a->walk;
    w->row = row;
    w->effect_due |= w->effect_count == 1; /* each choice has its own already */
    a->touched = TOUCHED_ROW;
}

static void edge(struct app *a, bool last)
{
    size_t q = last ? asked_before(a, a->session->standard->question_count) : next_asked(a, 0);
    if (q != NONE)
        walk_go(a, q);
}

static void look(struct app *a, enum screen screen)
{
    a->about_question = a->walk.question;
    a->about_requirement = NONE;
    a->about_clause = NONE;
    app_push(a, screen);
}

static void next_open(struct app *a)
{
    size_t next = open_next(a, a->walk.question + 1);
    if (next != NONE)
        walk_go(a, next);
}

static void step(struct app *a, bool forward)
{
    bool typing = a->walk.in_field;
    (forward ? walk_forward : walk_back)(a);
    if (!typing)
        stand_beside(a);
}

static bool go_elsewhere(struct app *a, enum action action)
{
    switch (action) {
    case ACTION_BACK:
    case ACTION_FORWARD:
        step(a, action == ACTION_FORWARD);
        break;
    case ACTION_FIRST:
    case ACTION_LAST:
        edge(a, action == ACTION_LAST);
        break;
    case ACTION_STAGES:
        stages_open(a);
        break;
    case ACTION_SEARCH:
        find_open(a);
        break;
    case ACTION_NEXT_OPEN:
        next_open(a);
        break;
    case ACTION_MISSING:
        walk_tell_draft(a);
        app_push(a, SCREEN_RESULT);
        break;
    case ACTION_WHY:
        why_open(a, a->walk.question, NONE);
        break;
    case ACTION_CLAUSE:
        look(a, SCREEN_CLAUSE);
        break;
    case ACTION_EVIDENCE:
        look(a, SCREEN_EVIDENCE);
        break;
    case ACTION_NOTE:
        forms_open(a, FORM_NOTE);
        break;
    case ACTION_REVIEW:
        review_remark(a);
        break;
    case ACTION_SAVE:
        save_open(a);
        break;
    case ACTION_COMPARE:
        compare_open(a);
        break;
    case ACTION_REHEARSE:
        walk_keep_text(a);
        a->move = NULL;
        errands_add(&a->errands, ERRAND_REHEARSE, NULL, NULL);
        break;
    case ACTION_UNDO:
        app_undo(a);
        break;
    case ACTION_HISTORY:
        a->about_question = a->walk.question;
        errands_add(&a->errands, ERRAND_HISTORY, NULL, NULL);
        break;
    default:
        return false;
    }
    return true;
}

static void type(struct app *a, struct key key)
{
    struct walk *w = &a->walk;
    if (app_type(a, &w->field, key)) {
        walk_preview_typed(a);
    } else if (key.press == PRESS_DOWN) {
        w->in_field = false;
        move(a, 1);
    } else if (key.press == PRESS_UP) {
        w->in_field = false;
        move(a, 0);
    }
}

/* Text that comes while the cursor is on the field, but not in it, and is no command. */
static bool meant_for_field(const struct app *a, enum action action, struct key key)
{
    const struct walk *w = &a->walk;
    bool text = key.press == PRESS_PASTE || (key.press == PRESS_CHAR && key.c > ' ');
    return action == ACTION_NONE && text && !w->in_field && w->row == 0 &&
           app_has_field(a, w->question);
}

void walk_act(struct app *a, enum action action, struct key key)
{
    struct walk *w = &a->walk;
    if (w->question == NONE) {
        if (action == ACTION_MISSING || action == ACTION_ENTER)
            app_push(a, SCREEN_RESULT);
        return;
    }
    size_t rows = walk_rows(a);
    if (meant_for_field(a, action, key))
        w->in_field = app_writable(a);
    if (w->in_field && (action == ACTION_NONE || action == ACTION_DOWN)) {
        type(a, key);
    } else if (w->in_field && (action == ACTION_OUT || action == ACTION_NEXT)) {
        w->in_field = false;
    } else if (action == ACTION_NEXT) {
        move(a, (w->row + 1) % rows);
    } else if (action == ACTION_UP && w->row > 0) {
        move(a, w->row - 1);
    } else if (action == ACTION_DOWN && w->row + 1 < rows) {
        move(a, w->row + 1);
    } else if (action == ACTION_PICK) {
        if (key.c - '0' <= rows)
            move(a, key.c - '1');
    } else if (!go_elsewhere(a, action)) {
        walk_take(a, action);
    }
}
