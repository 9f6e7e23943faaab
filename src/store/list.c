/* SPDX-License-Identifier: MIT
 * Finding sessions: the list with its search, an id from its beginning, the only one of a session file. */
#include "store/inside.h"

#include "core/mem.h"
#include "core/str.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#define COLUMNS                                                                                                         \
    "SELECT id, title, standard_id, standard_title, revision, verdict, answered, required, missing, created, changed, " \
    "changed_by, place, ifnull(decision, 0), ifnull(changed_since, 0) "                                                 \
    "FROM sessions LEFT JOIN reviews ON session = number "
#define NEWEST_FIRST " ORDER BY changed DESC, number DESC LIMIT ?1 OFFSET ?2"
/* Two characters are a common Japanese word, which SQLite's trigram index silently misses: so the text itself is looked at. */
#define MATCHING "WHERE instr(search, ?3) > 0"

bool id_valid(const char *id)
{
    size_t len = strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789");
    return len > 0 && len < SESSION_ID_BYTES && id[len] == '\0';
}

void summary_release(struct summary *s)
{
    free(s->title);
    free(s->standard_id);
    free(s->standard_title);
    free(s->revision);
    free(s->changed_by);
    free(s->place);
    *s = (struct summary){0};
}

void summaries_release(struct summaries *list)
{
    for (size_t i = 0; i < list->count; i++)
        summary_release(&list->at[i]);
    free(list->at);
    *list = (struct summaries){0};
}

static struct summary summary_read(struct query *q)
{
    struct summary out = {0};
    query_id(q, 0, out.id);
    out.title = query_take(q, 1, STORE_LINE_MAX, false);
    out.standard_id = query_take(q, 2, STORE_NAME_MAX, false);
    out.standard_title = query_take(q, 3, STORE_LINE_MAX, false);
    out.revision = query_take(q, 4, STORE_LINE_MAX, false);
    out.verdict = (enum verdict)query_get(q, 5, VERDICT_INCOMPLETE, VERDICT_OUT_OF_SCOPE);
    out.answered = (size_t)query_get(q, 6, 0, INT32_MAX);
    out.required = (size_t)query_get(q, 7, 0, INT32_MAX);
    out.missing = (size_t)query_get(q, 8, 0, INT32_MAX);
    out.created = query_get(q, 9, INT64_MIN, INT64_MAX);
    out.changed = query_get(q, 10, INT64_MIN, INT64_MAX);
    out.changed_by = query_take(q, 11, STORE_NAME_MAX, false);
    out.place = query_take(q, 12, STORE_NAME_MAX, false);
    out.decision = (enum decision)query_get(q, 13, DECISION_NONE, DECISION_RETURNED);
    out.changed_since = query_get(q, 14, 0, 1);
    return out;
}

bool store_summary(struct store *s, const char *id, struct summary *out, struct err *e)
{
    static const char sql[] = COLUMNS "WHERE id = ?1";
    struct query q = query_begin(s, sql);
    bool found;
    *out = (struct summary){0};
    query_text(&q, 1, id);
    if ((found = query_row(&q)))
        *out = summary_read(&q);
    if (query_end(&q, e))
        return found || err_fail(e, ERR_INPUT, N_("There is no session {1} in {2}."), id, s->path);
    summary_release(out);
    return false;
}

static bool page_read(struct store *s, const char *key, size_t offset, size_t limit,
    struct summaries *out, struct err *e)
{
    static const char all[] = COLUMNS NEWEST_FIRST;
    static const char matching[] = COLUMNS MATCHING NEWEST_FIRST;
    struct query q = query_begin(s, *key ? matching : all);
    query_number(&q, 1, limit > INT32_MAX ? INT32_MAX : (int64_t)limit);
    query_number(&q, 2, offset > INT32_MAX ? INT32_MAX : (int64_t)offset);
    if (*key)
        query_text(&q, 3, key);
    while (query_row(&q)) {
        out->at = mem_grow(out->at, out->count, &out->cap, sizeof *out->at);
        out->at[out->count++] = summary_read(&q);
    }
    return query_end(&q, e);
}

static bool total_read(struct store *s, const char *key, size_t *total, struct err *e)
{
    static const char all[] = "SELECT count(*) FROM sessions";
    static const char matching[] = "SELECT count(*) FROM sessions " MATCHING;
    struct query q = query_begin(s, *key ? matching : all);
    *total = 0;
    if (*key)
        query_text(&q, 3, key);
    if (query_row(&q))
        *total = (size_t)query_get(&q, 0, 0, INT64_MAX);
    return query_end(&q, e);
}

static bool list_read(struct store *s, const char *key, size_t offset, size_t limit,
    struct summaries *out, struct err *e)
{
    if (!page_read(s, key, offset, limit, out, e))
        return false;
    /* A page that is not full is the last one: no second walk is needed to count. */
    out->total = offset + out->count;
    if (out->count < limit && (out->count > 0 || offset == 0))
        return true;
    return total_read(s, key, &out->total, e);
}

bool store_list(struct store *s, const char *key, size_t offset, size_t limit,
    struct summaries *out, struct err *e)
{
    bool began;
    *out = (struct summaries){0};
    if (!sql_look(s, &began, e))
        return false;
    if (sql_looked(s, began, list_read(s, key ? key : "", offset, limit, out, e), e))
        return true;
    summaries_release(out);
    return false;
}

static bool found_none(const struct store *s, const char *beginning, struct err *e)
{
    return err_fail(e, ERR_INPUT,
        N_("No session in {2} has a name beginning with {1}. \"kijun list\" shows them all."),
        beginning, s->path);
}

bool store_find(struct store *s, const char *beginning, char id[SESSION_ID_BYTES], struct err *e)
{
    static const char sql[] =
        "SELECT id FROM sessions WHERE id >= ?1 AND id < ?1 || '~' ORDER BY id LIMIT 6";
    char key[SESSION_ID_BYTES], found[SESSION_ID_BYTES];
    struct str names = {0};
    size_t len = strlen(beginning), count = 0;
    id[0] = '\0';
    if (len == 0 || len >= sizeof key)
        return found_none(s, beginning, e);
    for (size_t i = 0; i <= len; i++)
        key[i] = (char)tolower((unsigned char)beginning[i]);
    if (!id_valid(key))
        return found_none(s, beginning, e);
    struct query q = query_begin(s, sql);
    query_text(&q, 1, key);
    for (; query_row(&q); count++) {
        query_id(&q, 0, found);
        if (count == 0)
            memcpy(id, found, sizeof found);
        str_addf(&names, "%s%s", count ? ", " : "", count < 5 ? found : "...");
    }
    bool well = query_end(&q, e);
    if (well && count == 0)
        well = found_none(s, beginning, e);
    if (well && count > 1 && strcmp(id, key) != 0)
        well = err_fail(e, ERR_INPUT,
            N_("Several sessions have a name beginning with {1}: {2}. Please give more of it."),
            beginning, str_text(&names));
    str_release(&names);
    return well;
}

bool store_only(struct store *s, char id[SESSION_ID_BYTES], struct err *e)
{
    struct names list = {0};
    id[0] = '\0';
    bool well = names_read(s, &list, e);
    if (well && list.count == 0)
        well = err_fail(e, ERR_INPUT, N_("{1} is empty: there is no session in it."), s->path);
    else if (well && list.count > 1)
        well = err_fail(e, ERR_INPUT,
            N_("{1} holds several sessions: take them into your own list, or open the file with --db."),
            s->path);
    if (well)
        memcpy(id, list.at[0], SESSION_ID_BYTES);
    names_release(&list);
    return well;
}

void names_release(struct names *list)
{
    free(list->at);
    *list = (struct names){0};
}

bool names_read(struct store *s, struct names *out, struct err *e)
{
    static const char sql[] = "SELECT id FROM sessions ORDER BY id";
    struct query q = query_begin(s, sql);
    *out = (struct names){0};
    while (query_row(&q)) {
        out->at = mem_grow(out->at, out->count, &out->cap, sizeof *out->at);
        query_id(&q, 0, out->at[out->count++]);
    }
    if (query_end(&q, e))
        return true;
    names_release(out);
    return false;
}

/* The one column that the statement reads of a session. */
static bool column_read(
    struct store *s, const char *sql, const char *id, size_t max, char **text, struct err *e)
{
    struct query q = query_begin(s, sql);
    *text = NULL;
    query_text(&q, 1, id);
    if (query_row(&q))
        *text = query_take(&q, 0, max, false);
    if (query_end(&q, e))
        return *text || err_fail(e, ERR_INPUT, N_("There is no session {1} in {2}."), id, s->path);
    free(*text);
    *text = NULL;
    return false;
}

bool store_place_read(struct store *s, const char *id, char **question, struct err *e)
{
    static const char sql[] = "SELECT place FROM sessions WHERE id = ?1";
    return column_read(s, sql, id, STORE_NAME_MAX, question, e);
}

bool search_read(struct store *s, const char *id, char **search, struct err *e)
{
    static const char sql[] = "SELECT search FROM sessions WHERE id = ?1";
    return column_read(s, sql, id, STORE_TEXT_MAX, search, e);
}

bool session_known(struct store *s, const char *id, bool *known, struct err *e)
{
    static const char sql[] = "SELECT 1 FROM sessions WHERE id = ?1";
    struct query q = query_begin(s, sql);
    query_text(&q, 1, id);
    *known = query_row(&q);
    return query_end(&q, e);
}
