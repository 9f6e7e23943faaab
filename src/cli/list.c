/* SPDX-License-Identifier: MIT
 * kijun list: the saved sessions, last changed first. */
#include "cli/commands.h"
#include "cli/page.h"
#include "cli/quote.h"
#include "cli/selection.h"
#include "core/dates.h"
#include "core/mem.h"
#include "render/csv.h"
#include "text/msg.h"
#include "text/phrase.h"
#include "text/safe.h"
#include "text/width.h"

#include <stdlib.h>
#include <string.h>

static const struct option_row options[] = {
    {"format", 0, "FORMAT", N_("table (the default), json or csv.")},
    SELECTION_OPTIONS,
    {0},
};

/* Keeps of the list, in its order, what passes. */
static void sift(struct summaries *list, const struct selection *filter)
{
    size_t kept = 0;
    for (size_t i = 0; i < list->count; i++) {
        if (selection_passes(filter, &list->at[i]))
            list->at[kept++] = list->at[i];
        else
            summary_release(&list->at[i]);
    }
    list->count = kept;
}

/* A summary keeps the standard's title in both languages, "ja\nen". */
static char *standard_title(const struct summary *s, enum lang lang)
{
    const char *end = strchr(s->standard_title, '\n');
    if (lang == LANG_EN && end && end[1])
        return mem_dup(end + 1);
    return mem_copy(s->standard_title, strcspn(s->standard_title, "\n"));
}

/* ---- table ---- */

enum { ID, TITLE, STANDARD, PROGRESS, MISSING, VERDICT, CHANGED, COLUMNS };
enum { BETWEEN = 2, TITLE_LEAST = 12 };

static const char *const heads[COLUMNS] = {N_("Session"), N_("Title"), N_("Standard"),
    N_("Answered"), N_("Missing"), N_("Verdict"), N_("Last change")};

struct row {
    char *cell[COLUMNS]; /* safe to show */
};

static void fill_heads(struct row *row, enum lang lang)
{
    for (size_t i = 0; i < COLUMNS; i++)
        row->cell[i] = mem_dup(tr(lang, heads[i]));
}

static void fill_row(struct row *row, const struct summary *s, enum lang lang)
{
    struct str text = {0};
    char day[32];
    char *standard = standard_title(s, lang);
    row->cell[ID] = mem_dup(s->id);
    row->cell[TITLE] = safe_dup(s->title, 0);
    row->cell[STANDARD] = safe_dup(standard, 0);
    str_addf(&text, "%zu/%zu", s->answered, s->required);
    row->cell[PROGRESS] = str_take(&text);
    str_addf(&text, "%zu", s->missing);
    row->cell[MISSING] = str_take(&text);
    row->cell[VERDICT] =
        mem_dup(phrase_outcome_now(lang, s->decision, s->changed_since, s->verdict));
    day_short(lang, desk_day(s->changed), day);
    row->cell[CHANGED] = mem_dup(day);
    free(standard);
}

/* Every column as wide as its widest cell, but the title gives way to the screen. */
static void measure(size_t width[COLUMNS], const struct row *rows, size_t count)
{
    size_t used = 0;
    for (size_t i = 0; i < COLUMNS; i++) {
        width[i] = 0;
        for (size_t r = 0; r < count; r++) {
            size_t columns = width_of(rows[r].cell[i]);
            width[i] = columns > width[i] ? columns : width[i];
        }
        used += i == TITLE ? 0 : BETWEEN + width[i];
    }
    size_t all = page_columns();
    size_t room = all > used + TITLE_LEAST ? all - used : TITLE_LEAST;
    width[TITLE] = width[TITLE] < room ? width[TITLE] : room;
}

static void add_row(struct str *out, const struct row *row, const size_t width[COLUMNS])
{
    for (size_t i = 0; i < COLUMNS; i++) {
        if (i == PROGRESS || i == MISSING)
            width_pad_left(out, row->cell[i], width[i]);
        else if (i + 1 < COLUMNS)
            width_pad(out, row->cell[i], width[i]);
        else
            str_add(out, row->cell[i]);
        str_add(out, i + 1 < COLUMNS ? "  " : "\n");
    }
}

static void add_table(struct str *out, enum lang lang, const struct summaries *list)
{
    if (list->count == 0) {
        str_addf(out, "%s\n", tr(lang, N_("There is no saved session.")));
        return;
    }
    struct row *rows = mem_alloc(list->count + 1, sizeof *rows);
    fill_heads(&rows[0], lang);
    for (size_t i = 0; i < list->count; i++)
        fill_row(&rows[i + 1], &list->at[i], lang);
    size_t width[COLUMNS];
    measure(width, rows, list->count + 1);
    for (size_t i = 0; i <= list->count; i++) {
        add_row(out, &rows[i], width);
        for (size_t k = 0; k < COLUMNS; k++)
            free(rows[i].cell[k]);
    }
    free(rows);
}

/* ---- for programs ---- */

static void add_json(struct str *out, enum lang lang, const struct summaries *list)
{
    json_t *array = json_array();
    for (size_t i = 0; i < list->count; i++) {
        const struct summary *s = &list->at[i];
        json_t *object = json_object(), *progress = json_object();
        char *title = standard_title(s, lang);
        json_put_text(object, "session", s->id);
        json_put_text(object, "title", s->title);
        json_put_text(object, "standard", s->standard_id);
        json_put_text(object, "standard_title", title);
        json_put_text(object, "revision", s->revision);
        json_put_text(object, "verdict", verdict_name(s->verdict));
        json_put_text(object, "decision", decision_name(s->decision));
        json_put(object, "changed_since", json_boolean(s->changed_since));
        json_put_count(progress, "answered", s->answered);
        json_put_count(progress, "required", s->required);
        json_put(object, "progress", progress);
        json_put_count(object, "missing", s->missing);
        json_put_time(object, "created", s->created);
        json_put_time(object, "changed", s->changed);
        json_put_text(object, "changed_by", s->changed_by);
        json_add(array, object);
        free(title);
    }
    quote_json(out, array);
}

static void add_csv(struct str *out, const struct summaries *list)
{
    str_add(out,
        "session,title,standard,revision,verdict,answered,required,missing,changed,changed_by,decision\n");
    for (size_t i = 0; i < list->count; i++) {
        const struct summary *s = &list->at[i];
        char day[11];
        day_iso(desk_day(s->changed), day);
        str_addf(out, "%s,", s->id);
        csv_cell(out, s->title, 0);
        str_add_char(out, ',');
        csv_cell(out, s->standard_id, 0);
        str_add_char(out, ',');
        csv_cell(out, s->revision, 0);
        str_addf(out, ",%s,%zu,%zu,%zu,%s,", verdict_name(s->verdict), s->answered, s->required,
            s->missing, day);
        csv_cell(out, s->changed_by, 0);
        str_addf(out, ",%s\n", decision_name(s->decision));
    }
}

static bool run(struct call *c, struct err *e)
{
    static const char *const formats[] = {"table", "json", "csv", NULL};
    size_t format;
    struct selection filter;
    char *key = NULL;
    struct summaries list = {0};
    bool ok = call_choice(c, "format", formats, &format, e) &&
              selection_read(&filter, c, &key, e) && desk_open(c->desk, c->desk->path == NULL, e) &&
              store_list(c->desk->store, key, 0, SIZE_MAX, &list, e);
    if (ok)
        sift(&list, &filter);
    if (ok && format == 0)
        add_table(&c->out, c->lang, &list);
    else if (ok && format == 1)
        add_json(&c->out, c->lang, &list);
    else if (ok)
        add_csv(&c->out, &list);
    summaries_release(&list);
    free(key);
    return ok;
}

const struct command command_list = {
    .name = "list",
    .usage =
        "list [--format table|json|csv] [--search TEXT] [--standard ID] [--verdict VERDICT] [--decision DECISION]",
    .summary = N_("list the saved sessions"),
    .help = N_(
        "Lists the saved sessions, last changed first: id, title, standard, progress, number of missing "
        "items, what was decided or else the verdict, and day of the last change. In csv a text that a spreadsheet would take for a "
        "formula has a ' in front."),
    .options = options,
    .run = run,
};
