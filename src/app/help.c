/* SPDX-License-Identifier: MIT
 * The help: every key of the screen it was asked on, from the table; then what the words and marks mean. */
#include "app/parts.h"

#include "text/msg.h"
#include "text/width.h"

#include <string.h>

enum { KEY_COLUMNS = 14 };

/* On a screen with less, the walk leaves hints out. */
enum { ROWS_FOR_HINTS = 20, COLUMNS_FOR_HINTS = 60 };

static const struct {
    const char *word, *means;
    bool on_screens; /* there is none line by line */
} words[] = {
    {N_("Confirming"),
        N_("A question whose answer you are waiting for is marked as being confirmed. It stays open "
           "and is listed by who can answer."),
        false},
    {N_("Set aside"),
        N_("When a change closes questions, their answers are kept out of the verdict and "
           "come back when the questions do."),
        false},
    {N_("Verdict"),
        N_("Judged from the standard's clauses after each answer. A service that breaks a "
           "selection condition may not be chosen, whatever else is good."),
        false},
    {N_("Saved"),
        N_("Every answer is saved the moment you give it; what is being typed is saved within a "
           "second. There is no key for saving."),
        false},
    {N_("Mouse"),
        N_("Off unless the settings or --mouse switch it on: a click goes to a line, another does "
           "what Enter would, the wheel moves, and the keys at the bottom can be clicked."),
        true},
};

static const struct {
    const char *mark, *means;
} marks[] = {
    {"x", N_("not met")},
    {"?", N_("not known yet")},
    {"+", N_("met, or answered")},
    {"-", N_("advice, or for later")},
    {"!", N_("look at this")},
    {"*", N_("something more is asked because of this answer")},
    {"=", N_("the verdict this leads to, or how a date is read")},
    {"ok", N_("nothing more is needed in this stage")},
};

static void key_line(struct app *a, const char *keys, const char *means)
{
    struct str out = {0};
    width_pad(&out, keys, KEY_COLUMNS);
    str_add(&out, " ");
    page_add(&a->page, TONE_PLAIN, 2, str_text(&out), tr(a->lang, means));
    str_release(&out);
}

/* Line by line only letters can be typed: behind a point where text is wanted, and Enter ends every line. */
static void letter_line(struct app *a, const struct key_use *use, const char *point)
{
    char letters[64];
    struct str out = {0};
    size_t count = keys_letters(key_use_keys(use), letters);
    for (size_t i = 0; i < count; i++)
        str_addf(&out, "%s%s%c", i ? " " : "", point, letters[i]);
    if (count && use->action != ACTION_UP && use->action != ACTION_DOWN)
        key_line(a, str_text(&out), use->help);
    str_release(&out);
}

static void add_keys(struct app *a, uint64_t where)
{
    bool field = a->lines && (where & WHERE_FIELD);
    uint64_t keys = field ? WHERE_OUT : a->lines && (where & WHERE_TYPING) ? 0 : where;
    for (size_t i = 0; i < key_use_count; i++) {
        const struct key_use *use = &key_uses[i];
        if (!(use->where & keys) || !use->help || (a->holder && key_use_changes(use)))
            continue;
        if (a->lines)
            letter_line(a, use, field ? "." : "");
        else
            key_line(a, key_use_keys(use), use->help);
    }
}

static void heading(struct app *a, const char *sentence)
{
    if (a->page.paragraph_count)
        page_add(&a->page, TONE_PLAIN, 0, "", "");
    page_add(&a->page, TONE_HEADING, 0, "", tr(a->lang, sentence));
}

static bool has_hints(const struct question *q, enum lang lang)
{
    bool has = *words_in(&q->hint, lang);
    for (size_t c = 0; c < q->choice_count; c++)
        has |= *words_in(&q->choices[c].hint, lang) != '\0';
    return has;
}

/* What the question asked about and its choices mean, for which the screen may have had no room. */
static void add_hints(struct app *a)
{
    const struct question *q = &a->session->standard->questions[a->walk.question];
    const char *hint = words_in(&q->hint, a->lang);
    if (!has_hints(q, a->lang))
        return;
    page_add(&a->page, TONE_HEADING, 0, "", words_in(&q->label, a->lang));
    if (*hint)
        page_add(&a->page, TONE_PLAIN, 2, "", hint);
    for (size_t c = 0; c < q->choice_count; c++) {
        hint = words_in(&q->choices[c].hint, a->lang);
        if (!*hint)
            continue;
        page_add(&a->page, TONE_PLAIN, 2, "", words_in(&q->choices[c].label, a->lang));
        page_add(&a->page, TONE_QUIET, 4, "", hint);
    }
}

static bool lacks_hints(const struct app *a)
{
    bool small = a->rows < ROWS_FOR_HINTS || a->columns < COLUMNS_FOR_HINTS;
    return small && !a->lines && a->depth > 1 && a->stack[a->depth - 2].screen == SCREEN_WALK &&
           a->walk.question != NONE;
}

void help_build(struct app *a, uint64_t where)
{
    page_clear(&a->page);
    if (lacks_hints(a))
        add_hints(a);
    heading(a, a->lines ? N_("Commands here") : N_("Keys on this screen"));
    if (a->holder)
        page_add(&a->page, TONE_QUIET, 2, "",
            tr(a->lang,
                N_("This session can only be read for now: what would change it is left out.")));
    add_keys(a, where);
    heading(a, N_("Words"));
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (!a->lines || !words[i].on_screens)
            key_line(a, tr(a->lang, words[i].word), words[i].means);
    heading(a, N_("Marks"));
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        key_line(a, marks[i].mark, marks[i].means);
}
