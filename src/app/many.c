/* SPDX-License-Identifier: MIT
 * Many papers in one go: what the sessions on the list can be printed as, how far it is, and what came of it. */
#include "app/parts.h"

#include "core/mem.h"
#include "text/msg.h"

#include <stdlib.h>

void many_release(struct many *m)
{
    for (size_t i = 0; i < m->count; i++) {
        free(m->papers[i].id);
        free(m->papers[i].standard);
        for (int lang = 0; lang < LANG_COUNT; lang++)
            free(m->papers[i].title[lang]);
    }
    free(m->papers);
    *m = (struct many){0};
}

struct errand_choice many_choice(const struct app *a)
{
    const struct edit *search = &a->home.search;
    return (struct errand_choice){
        .key = mem_dup(search->text.len ? str_text(&search->text) : NULL), .which = a->save.which};
}

void many_open(struct app *a)
{
    errands_add(&a->errands, ERRAND_MANY, NULL, NULL)->choice = many_choice(a);
}

void app_many(struct app *a, struct many many)
{
    many_release(&a->many);
    a->many = many;
    if (many.count)
        save_open(a);
    else
        app_say(a, false, N_("There is nothing to print here yet."));
}

void app_progress(struct app *a, const char *line)
{
    a->printing = true;
    app_tell(a, false, mem_dup(line));
}

void app_printed(struct app *a, const char *sentence, size_t left)
{
    a->printing = false;
    save_close(a);
    app_tell(a, false, mem_dup(sentence));
    if (!left)
        return;
    struct str text = {0};
    str_addf(&text, "%s %s", sentence, tr(a->lang, N_("Replace those?")));
    app_ask(a, ACTION_AGAIN, str_take(&text));
}
