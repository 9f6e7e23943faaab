/* SPDX-License-Identifier: MIT
 * One set of answers under several standards, in words. */
#include "text/phrase.h"

#include "text/msg.h"

const char *phrase_standing(enum lang lang, enum standing s)
{
    static const char *const names[STANDING_COUNT] = {
        [STANDING_SILENT] = N_("no such question"),
        [STANDING_UNASKED] = N_("not asked here"),
        [STANDING_UNKNOWN] = N_("depends on other answers"),
        [STANDING_OPEN] = N_("the answer does not fit"),
        [STANDING_RECORDED] = N_("only recorded"),
        [STANDING_PASSED] = N_("met"),
        [STANDING_WEIGHED] = N_("asks for more"),
        [STANDING_ADVISED] = N_("advises against it"),
        [STANDING_MISSING] = N_("must be mended"),
        [STANDING_OUTSIDE] = N_("out of scope"),
        [STANDING_FORBIDDEN] = N_("forbids it"),
    };
    return tr(lang, names[s]);
}

const char *phrase_standing_mark(enum standing s)
{
    static const char *const marks[STANDING_COUNT] = {
        [STANDING_SILENT] = " ",
        [STANDING_UNASKED] = " ",
        [STANDING_UNKNOWN] = "?",
        [STANDING_OPEN] = "?",
        [STANDING_RECORDED] = " ",
        [STANDING_PASSED] = "+",
        [STANDING_WEIGHED] = "*",
        [STANDING_ADVISED] = "-",
        [STANDING_MISSING] = "!",
        [STANDING_OUTSIDE] = "=",
        [STANDING_FORBIDDEN] = "x",
    };
    return marks[s];
}

const char *phrase_carried(enum lang lang, enum carried c)
{
    static const char *const reasons[CARRIED_COUNT] = {
        [CARRIED] = N_("carried"),
        [LEFT_NO_QUESTION] = N_("there is no such question"),
        [LEFT_OTHER_TYPE] = N_("it is asked in another form"),
        [LEFT_UNKNOWN_CHOICE] = N_("the choice does not exist there"),
        [LEFT_TOO_LONG] = N_("one line is asked for there"),
        [LEFT_REFUSED] = N_("it is not allowed there"),
    };
    return tr(lang, reasons[c]);
}

const char *phrase_standard(enum lang lang, const struct standard *s)
{
    const char *name = words_in(&s->short_title, lang);
    return *name ? name : words_in(&s->title, lang);
}
