/* SPDX-License-Identifier: MIT
 * What is typed or marked in the walk and not taken yet: it is kept as a draft, and comes back. */
#include "app/parts.h"

#include "core/mem.h"
#include "text/msg.h"

#include <stdlib.h>
#include <string.h>

bool walk_has_marks(const struct app *a, size_t question)
{
    return a->session->standard->questions[question].type == QUESTION_SELECT_MULTIPLE;
}

/* What was typed or marked and not taken. The place is not urgent: where one comes to rest is kept, not what one passes. */
void walk_keep_text(struct app *a)
{
    struct walk *w = &a->walk;
    if (!a->session || a->holder || w->question == NONE || !(w->field.changed || w->marks_changed))
        return;
    const struct question *q = &a->session->standard->questions[w->question];
    const char *value = a->session->answers.at[w->question].value;
    bool marking = walk_has_marks(a, w->question);
    char *marks = marking ? walk_marks(q, w->marked) : NULL;
    const char *typed = marking ? "" : str_text(&w->field.text), *text = marks ? marks : typed;
    bool same = value ? !strcmp(text, value) : answers_blank(text);
    errands_add(&a->errands, ERRAND_DRAFT, q->id, same ? NULL : text)->field = "answer";
    free(marks);
    w->field.changed = w->marks_changed = false;
}

void walk_keep(struct app *a)
{
    walk_keep_text(a);
    if (a->walk.place_due && a->walk.question != NONE)
        errands_add(
            &a->errands, ERRAND_PLACE, a->session->standard->questions[a->walk.question].id, NULL);
    a->walk.place_due = false;
}

/* Who goes on may think to have answered. An emptied field is no answer in the making. */
void walk_tell_draft(struct app *a)
{
    const struct walk *w = &a->walk;
    if (!a->session || a->holder || !walk_untaken(a))
        return;
    bool any =
        walk_has_marks(a, w->question) ? w->marked : !answers_blank(str_text(&w->field.text));
    if (any)
        app_say(a, false, N_("Kept as a draft, but no answer until you confirm it: \"{1}\""),
            words_in(&a->session->standard->questions[w->question].label, a->lang));
}

static void say_back(struct app *a, const char *alone, const char *with_place)
{
    if (!a->notice)
        app_say(a, false, alone);
    else if (a->left_off)
        app_say(a, false, with_place);
}

static void mark_draft(struct app *a, const char *ids)
{
    struct walk *w = &a->walk;
    struct value value = value_parse(&a->session->standard->questions[w->question], ids);
    uint64_t marked = value.kind == VALUE_SET ? value.as.set : 0;
    if (w->marks_changed || marked == w->marked || (*ids && value.kind != VALUE_SET))
        return;
    w->marked = marked;
    w->restored = true;
    walk_preview(a);
    say_back(a, N_("The marks you had begun are back; Enter takes them."),
        N_("You are where you left off, and the marks you had begun are back; Enter takes them."));
}

/* A draft of last time goes into the field unless something has been typed since. */
void walk_draft(struct app *a, const char *text)
{
    struct walk *w = &a->walk;
    if (walk_has_marks(a, w->question)) {
        mark_draft(a, text);
        return;
    }
    if (!app_has_field(a, w->question) || w->field.changed ||
        !strcmp(text, str_text(&w->field.text)))
        return;
    edit_set(&w->field, text, w->field.limit, w->field.lines);
    w->restored = w->in_field = true;
    w->row = 0;
    walk_preview(a);
    say_back(a, N_("What you had begun to type is back in the field."),
        N_("You are where you left off, and what you had begun to type is back in the field."));
}
