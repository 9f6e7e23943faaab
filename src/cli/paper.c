/* SPDX-License-Identifier: MIT
 * A paper, from the session to its file. */
#include "cli/paper.h"

#include "document/document.h"
#include "render/render.h"

#include <string.h>

const struct option_row paper_options[] = {
    {"format", 0, "FORMAT", N_("text (the default), md, html or json.")},
    {"output", 'o', "FILE", N_("Write FILE instead of standard output (-).")},
    {"force", 0, NULL, N_("Overwrite FILE if it is there.")},
    {0},
};

static bool find_paper(const struct standard *s, const char *id, size_t *paper, struct err *e)
{
    *paper = standard_paper(s, id);
    if (*paper != NONE)
        return true;
    struct str known = {0};
    for (size_t i = 0; i < s->paper_count; i++)
        str_addf(&known, "%s%s", i ? ", " : "", s->papers[i].id);
    err_fail(
        e, ERR_INPUT, N_("This standard has no paper \"{1}\". It has: {2}"), id, str_text(&known));
    str_release(&known);
    return false;
}

static bool choose_format(const struct call *c, enum format *format, struct err *e)
{
    const char *words[FORMAT_COUNT + 1] = {0};
    size_t chosen;
    for (size_t i = 0; i < FORMAT_COUNT; i++)
        words[i] = format_name((enum format)i);
    if (!call_choice(c, "format", words, &chosen, e))
        return false;
    *format = (enum format)chosen;
    return true;
}

bool paper_print(struct call *c, const struct session *s, const char *id, struct err *e)
{
    enum format format;
    size_t paper;
    if (!choose_format(c, &format, e) || !find_paper(s->standard, id, &paper, e))
        return false;
    struct document document;
    struct str bytes = {0};
    document_build(&document, s, paper, c->lang, desk_now(c->desk), c->desk->person);
    render(&bytes, &document, format, 0);
    document_release(&document);

    const char *file = call_option(c, "output");
    bool ok = true;
    if (file && strcmp(file, "-") != 0)
        ok = output_write(file, str_text(&bytes), bytes.len, call_option(c, "force") != NULL, e);
    else
        str_add_bytes(&c->out, str_text(&bytes), bytes.len);
    str_release(&bytes);
    return ok;
}
