/* SPDX-License-Identifier: MIT
 * What many commands need: the session an operand names, files read whole, problems told. */
#include "cli/call.h"

#include "core/mem.h"
#include "text/msg.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool call_session(
    struct call *c, size_t word, bool hold, struct store **where, struct session *s, struct err *e)
{
    char id[SESSION_ID_BYTES];
    return desk_find(c->desk, c->word[word], where, id, e) &&
           desk_read(c->desk, *where, id, hold, s, e);
}

void call_note(struct call *c, const struct err *e)
{
    str_add(&c->notes, "kijun: ");
    err_words(&c->notes, c->lang, e);
    str_add_char(&c->notes, '\n');
}

bool call_problems(
    struct call *c, const struct err_list *problems, const char *sentence, struct err *e)
{
    for (size_t i = 0; i < problems->count; i++)
        call_note(c, &problems->at[i]);
    return err_fail(e, ERR_INPUT, sentence);
}

static bool read_all(
    FILE *in, const char *path, size_t most, char **bytes, size_t *len, struct err *e)
{
    *bytes = mem_alloc(most + 1, 1);
    *len = fread(*bytes, 1, most + 1, in);
    if (ferror(in))
        return err_fail(e, ERR_SYSTEM, N_("Cannot read \"{1}\": {2}."), path, strerror(errno));
    if (*len > most) {
        char limit[24];
        (void)snprintf(limit, sizeof limit, "%zu", most);
        return err_fail(
            e, ERR_INPUT, N_("\"{1}\" is too large: at most {2} bytes are read."), path, limit);
    }
    return true;
}

bool call_file(const char *path, size_t most, char **bytes, size_t *len, struct err *e)
{
    bool standard_input = strcmp(path, "-") == 0;
    FILE *in = standard_input ? stdin : fopen(path, "rbe");
    if (!in)
        return err_fail(e, ERR_INPUT, N_("Cannot read \"{1}\": {2}."), path, strerror(errno));
    bool ok = read_all(in, path, most, bytes, len, e);
    if (!standard_input && fclose(in) != 0 && ok)
        ok = err_fail(e, ERR_SYSTEM, N_("Cannot read \"{1}\": {2}."), path, strerror(errno));
    if (!ok) {
        free(*bytes);
        *bytes = NULL;
    }
    return ok;
}
