/* SPDX-License-Identifier: MIT
 * Looking for damage: SQLite's own check of the file, then every history from its first entry, then that each line of the list
 * says what the history says. */
#include "store/inside.h"

#include "core/mem.h"
#include "core/undo.h"

#include <stdlib.h>
#include <string.h>

/* What a damaged file can cause is a finding; anything else means that the check could not be made. */
static bool note(
    const struct store *s, struct err_list *problems, const struct err *found, struct err *e)
{
    switch (s->failure) {
    case SQLITE_OK:
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_TOOBIG:
        err_list_add(problems, found);
        return true;
    default:
        *e = *found;
        return false;
    }
}

/* Runs one of SQLite's checks, which gives a row for each thing found, or "ok". */
static bool check_by(struct store *s, const char *sql, struct err_list *problems, struct err *e)
{
    struct err found;
    char line[STORE_LINE_MAX];
    s->failure = SQLITE_OK;
    struct query q = query_begin(s, sql);
    while (query_row(&q)) {
        query_copy(&q, 0, line, sizeof line);
        if (strcmp(line, "ok") != 0) {
            (void)err_fail(&found, ERR_SYSTEM,
                N_("SQLite's check of {1} found damage: {2}. Go back to the latest backup, or have it sent again, and keep this file so that it can be examined."),
                s->path, line);
            err_list_add(problems, &found);
        }
    }
    return query_end(&q, &found) || note(s, problems, &found, e);
}

static const char *last_title(const struct entries *list)
{
    const char *title = NULL;
    for (size_t i = 0; i < list->count; i++)
        if (list->at[i].what == ENTRY_TITLE)
            title = list->at[i].value;
    return title;
}

/* The list shows the last decision that was not taken back. */
static bool decision_agrees(const struct entries *list, const struct summary *line)
{
    struct review last = {0};
    bool *back = mem_alloc(list->count, sizeof *back);
    size_t bad;
    int64_t said = 0;
    bool well = undo_read(list, back, &bad);
    for (size_t i = 0; well && i < list->count; i++) {
        if (back[i])
            continue;
        said = list->at[i].seq;
        if (list->at[i].what == ENTRY_REVIEW)
            well = review_read(&last, &list->at[i]);
    }
    well = well && last.decision == line->decision &&
           line->changed_since == (last.decision && said > last.seq);
    free(back);
    review_release(&last);
    return well;
}

static bool check_summary(
    struct store *s, const char *id, const struct entries *list, struct err *e)
{
    struct summary line;
    if (!store_summary(s, id, &line, e))
        return false;
    const struct entry *last = &list->at[list->count - 1];
    const char *title = last_title(list);
    bool agrees = line.created == list->at[0].time && line.changed == last->time &&
                  strcmp(line.changed_by, last->actor) == 0 &&
                  (!title || strcmp(line.title, title) == 0) && decision_agrees(list, &line);
    summary_release(&line);
    return agrees ||
           err_fail(e, ERR_SYSTEM,
               N_("What the list says of session {1} does not agree with its history: the list was changed outside kijun. The "
                  "history itself is whole, and the next change to the session mends the list."),
               id);
}

static bool check_session(struct store *s, const char *id, struct err *e)
{
    struct bundles bundles = {0};
    struct entries list = {0};
    bool well = history_read(s, id, NULL, &list, e) && bundles_read(s, id, &list, &bundles, e) &&
                check_summary(s, id, &list, e);
    bundles_release(&bundles);
    entries_release(&list);
    return well;
}

/* In a look of its own, so that others can write between one session and the next. */
static bool check_one(struct store *s, const char *id, struct err_list *problems, struct err *e)
{
    struct err found;
    bool began;
    if (!sql_look(s, &began, e))
        return false;
    s->failure = SQLITE_OK;
    if (check_session(s, id, &found))
        return sql_looked(s, began, true, e);
    bool noted = note(s, problems, &found, e);
    return sql_looked(s, began, false, &found) || noted; /* ends the look; the finding counts */
}

static bool check_all(struct store *s, size_t *count, struct err_list *problems, struct err *e)
{
    struct names list = {0};
    struct err found;
    s->failure = SQLITE_OK;
    bool well = names_read(s, &list, &found) || note(s, problems, &found, e);
    for (size_t i = 0; well && i < list.count; i++) {
        well = check_one(s, list.at[i], problems, e);
        ++*count;
    }
    names_release(&list);
    return well;
}

bool store_verify(
    struct store *s, const char *id, size_t *count, struct err_list *problems, struct err *e)
{
    /* Few findings of one kind are enough. */
    static const char whole[] = "PRAGMA integrity_check(20)";
    static const char orphans[] =
        "SELECT DISTINCT 'a row of ' || \"table\" || ' belongs to nothing' FROM pragma_foreign_key_check";
    bool known = false;
    *count = 0;
    *problems = (struct err_list){0};
    if (id && !session_known(s, id, &known, e))
        return false;
    if (id && !known)
        return err_fail(e, ERR_INPUT, N_("There is no session {1} in {2}."), id, s->path);
    if (!check_by(s, whole, problems, e) || !check_by(s, orphans, problems, e))
        return false;
    if (!id)
        return check_all(s, count, problems, e);
    *count = 1;
    return check_one(s, id, problems, e);
}
