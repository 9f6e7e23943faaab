/* SPDX-License-Identifier: MIT
 * A paper, from the session to its file. */
#include "cli/paper.h"

#include "cli/page.h"
#include "cli/viewer.h"
#include "document/document.h"
#include "render/render.h"
#include "text/msg.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

const struct option_row paper_options[] = {
    {"all", 'a', NULL, N_("Every paper of the session, a file each in the folder FILE.")},
    {"every", 'e', NULL, N_("The paper of every session, a file each in the folder FILE.")},
    SELECTION_OPTIONS,
    [PAPER_ONE] = {"format", 0, "FORMAT",
        N_("text, md, html, json, csv, xlsx or pdf. Without it FILE's suffix decides; else it is text.")},
    {"encoding", 0, "CODE",
        N_("Write csv in utf-8 (the default) or cp932, which refuses what it cannot say.")},
    {"columns", 0, "NUMBER", N_("Characters in a line of text: 40 to 200 (80 without it).")},
    {"output", 'o', "FILE", N_("Write FILE instead of standard output (-).")},
    {"force", 0, NULL, N_("Overwrite FILE if it is there.")},
    {"open", 0, NULL, N_("Show FILE with the program of the settings, or xdg-open.")},
    {0},
};

void paper_help(struct str *out, enum lang lang, size_t columns)
{
    for (enum format f = 0; f < FORMAT_COUNT; f++) {
        struct err e = {0};
        struct str line = {0};
        if (format_present(f))
            continue;
        format_lacking(f, &e);
        err_words(&line, lang, &e);
        str_add_char(out, '\n');
        page_text(out, 0, columns, str_text(&line));
        str_release(&line);
    }
}

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

bool paper_suffix(const char *file, enum format *format)
{
    const char *name = strrchr(file, '/'), *suffix = strrchr(name ? name : file, '.');
    for (enum format f = 0; suffix && f < FORMAT_COUNT; f++)
        if (strcmp(format_suffix(f), suffix + 1) == 0) {
            *format = f;
            return true;
        }
    return false;
}

static bool choose_format(
    const struct call *c, const char *file, enum format *format, struct err *e)
{
    const char *words[FORMAT_COUNT + 1] = {0};
    size_t chosen;
    for (size_t i = 0; i < FORMAT_COUNT; i++)
        words[i] = format_name((enum format)i);
    if (!call_choice(c, "format", words, &chosen, e))
        return false;
    *format = (enum format)chosen;
    if (!call_option(c, "format") && file && !paper_suffix(file, format))
        *format = FORMAT_TEXT;
    return true;
}

static bool choose_encoding(
    const struct call *c, enum format format, enum encoding *encoding, struct err *e)
{
    static const char *const words[] = {"utf-8", "cp932", NULL};
    size_t chosen;
    if (!call_choice(c, "encoding", words, &chosen, e))
        return false;
    if (call_option(c, "encoding") && format != FORMAT_CSV)
        return err_fail(
            e, ERR_INPUT, N_("The option \"--{1}\" is for {2} only."), "encoding", "csv");
    *encoding = (enum encoding)chosen;
    return true;
}

static bool choose_columns(const struct call *c, enum format format, size_t *columns, struct err *e)
{
    const char *given = call_option(c, "columns");
    if (!given)
        return true;
    char *end;
    unsigned long number = strtoul(given, &end, 10);
    if (format != FORMAT_TEXT)
        return err_fail(
            e, ERR_INPUT, N_("The option \"--{1}\" is for {2} only."), "columns", "text");
    if (*end || number < COLUMNS_LEAST || number > COLUMNS_MOST)
        return err_fail(e, ERR_INPUT, N_("A line has 40 to 200 characters."));
    *columns = number;
    return true;
}

/* Where there is nothing to show it with, the file is all there is to be had. */
static bool show(struct call *c, const char *file, struct err *e)
{
    if (!call_option(c, "open") || viewer_open(c->settings, file, e))
        return true;
    if (e->kind != ERR_INPUT)
        return false;
    call_note(c, e);
    return true;
}

bool paper_choose(const struct call *c, const char *file, enum format *format,
    struct rendering *how, struct err *e)
{
    return choose_format(c, file, format, e) && choose_encoding(c, *format, &how->encoding, e) &&
           choose_columns(c, *format, &how->columns, e);
}

const char *paper_file(const struct call *c)
{
    const char *file = call_option(c, "output");
    return file && strcmp(file, "-") == 0 ? NULL : file;
}

bool paper_put(struct call *c, const struct str *bytes, enum format format,
    const struct rendering *how, struct err *e)
{
    const char *file = paper_file(c);
    bool is_text = format_is_text(format) && how->encoding == ENCODING_UTF8;
    if (file)
        return output_write(
                   file, str_text(bytes), bytes->len, call_option(c, "force") != NULL, e) &&
               show(c, file, e);
    if (call_option(c, "open"))
        return err_fail(e, ERR_INPUT, N_("\"--{1}\" needs a file: name one with -o."), "open");
    if (!is_text && isatty(STDOUT_FILENO))
        return err_fail(
            e, ERR_INPUT, N_("This format is not for a terminal. Name a file with -o FILE."));
    str_add_bytes(&c->out, str_text(bytes), bytes->len);
    return true;
}

bool paper_print(struct call *c, const struct session *s, const char *id, struct err *e)
{
    enum format format;
    struct rendering how = {0};
    size_t paper;
    if (!paper_choose(c, paper_file(c), &format, &how, e) ||
        !find_paper(s->standard, id, &paper, e))
        return false;
    struct document document;
    struct str bytes = {0};
    document_build(&document, s, paper, c->lang, desk_now(c->desk), c->desk->person);
    bool ok = render(&bytes, &document, format, &how, e) && paper_put(c, &bytes, format, &how, e);
    document_release(&document);
    str_release(&bytes);
    return ok;
}
