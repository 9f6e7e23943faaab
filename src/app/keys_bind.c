/* SPDX-License-Identifier: MIT
 * Keys bound by the settings: the rows of the table with other letters, and which wishes are refused. */
#include "app/keys.h"

#include "core/expr.h"

#include <string.h>

enum { KEYS_BYTES = 64 };

/* The keys of each row where the settings have changed them; "" elsewhere. */
static char bound[KEY_USES_MAX][KEYS_BYTES];

const char *key_use_keys(const struct key_use *b)
{
    const char *own = bound[b - key_uses];
    return *own ? own : b->keys;
}

static const struct {
    const char *name;
    enum action action;
} actions[] = {
    {"new", ACTION_NEW},
    {"search", ACTION_SEARCH},
    {"previous", ACTION_BACK},
    {"skip", ACTION_FORWARD},
    {"stages", ACTION_STAGES},
    {"missing", ACTION_MISSING},
    {"why", ACTION_WHY},
    {"clause", ACTION_CLAUSE},
    {"evidence", ACTION_EVIDENCE},
    {"note", ACTION_NOTE},
    {"clear", ACTION_CLEAR},
    {"compare", ACTION_COMPARE},
    {"revised", ACTION_REHEARSE},
    {"take_over", ACTION_TAKE_OVER},
    {"undo", ACTION_UNDO},
    {"history", ACTION_HISTORY},
    {"form", ACTION_FORM},
    {"print", ACTION_SAVE},
    {"remove", ACTION_REMOVE},
    {"up", ACTION_UP},
    {"down", ACTION_DOWN},
    {"first", ACTION_FIRST},
    {"last", ACTION_LAST},
    {"back", ACTION_OUT},
    {"language", ACTION_LANGUAGE},
    {"help", ACTION_HELP},
    {"leave", ACTION_LEAVE},
    {"next_open", ACTION_NEXT_OPEN},
    {"by_name", ACTION_JUMP},
    {"yes", ACTION_MET},
    {"no", ACTION_NOT_MET},
    {"ask", ACTION_PEND},
    {"filter", ACTION_FILTER},
    {"filter_before", ACTION_FILTER_BEFORE},
    {"not_applicable", ACTION_NOT_APPLICABLE},
    {"not_asked", ACTION_HIDDEN},
    {"shortest_way", ACTION_VERDICT},
    {"next", ACTION_NEXT},
    {"before", ACTION_BEFORE},
    {"next_paper", ACTION_MORE},
    {"page_down", ACTION_PAGE_DOWN},
    {"enter", ACTION_ENTER},
    {"stop", ACTION_STOP},
    {"preview", ACTION_PREVIEW},
    {"receive", ACTION_RECEIVE},
    {"take", ACTION_TAKE},
    {"folder_above", ACTION_ABOVE},
    {"practise", ACTION_PRACTISE},
    {"read", ACTION_READ},
    {"open_file", ACTION_OPEN_FILE},
    {"export", ACTION_EXPORT},
    {"review", ACTION_REVIEW},
    {"settings", ACTION_SETTINGS},
    {"agree", ACTION_YES},
    {"decline", ACTION_NO},
};

enum { ACTIONS = sizeof actions / sizeof *actions };

static size_t action_named(const char *name)
{
    size_t i = 0;
    while (i < ACTIONS && strcmp(actions[i].name, name) != 0)
        i++;
    return i;
}

static const char *name_of(enum action action)
{
    for (size_t i = 0; i < ACTIONS; i++)
        if (actions[i].action == action)
            return actions[i].name;
    return NULL;
}

/* What there is no room for is left out. */
static void add_key(char to[KEYS_BYTES], const char *key, size_t len)
{
    size_t used = strlen(to);
    if (used + 1 + len >= KEYS_BYTES)
        return;
    if (used)
        to[used++] = ' ';
    memcpy(to + used, key, len);
    to[used + len] = '\0';
}

/* Letters take the place of the first letter in keys, and all other letters go. Nothing if keys has no letter. */
static void bind_row(char to[KEYS_BYTES], const char *keys, const char *letters)
{
    bool placed = false;
    to[0] = '\0';
    for (const char *at = keys; *at; at += strcspn(at, " "), at += *at == ' ') {
        size_t len = strcspn(at, " ");
        for (const char *c = letters; len == 1 && !placed && *c; c++)
            add_key(to, c, 1);
        if (len > 1)
            add_key(to, at, len);
        placed |= len == 1;
    }
    if (!placed)
        to[0] = '\0';
}

static void bind_all(const struct key_wish *wishes, size_t count)
{
    memset(bound, 0, sizeof bound);
    for (size_t w = 0; w < count; w++)
        for (size_t i = 0; wishes[w].came == WISH_TAKEN && i < key_use_count; i++)
            if (key_uses[i].action == actions[action_named(wishes[w].action)].action)
                bind_row(bound[i], key_uses[i].keys, wishes[w].letters);
}

/* What a session adds comes beside other keys. */
static uint64_t reach(uint64_t where)
{
    return where | (where & WHERE_REVISED ? WHERE_WALK : 0) |
           (where & WHERE_LEFT ? WHERE_SEATS : 0);
}

/* The action that has one of the row's new letters, which is told, where the row has it; ACTION_NONE if there is none. */
static enum action clash(size_t row, const char *letters, char *letter)
{
    for (size_t i = 0; i < key_use_count; i++) {
        const struct key_use *other = &key_uses[i];
        if (other->action == key_uses[row].action ||
            !(reach(other->where) & reach(key_uses[row].where)))
            continue;
        for (const char *c = letters; *c; c++) {
            *letter = *c;
            if (keys_have(key_use_keys(other), (const char[2]){*c, '\0'}))
                return other->action;
        }
    }
    return ACTION_NONE;
}

static bool refuse_clash(struct key_wish *w)
{
    enum action action = actions[action_named(w->action)].action;
    for (size_t i = 0; i < key_use_count; i++) {
        if (key_uses[i].action != action || !*bound[i])
            continue;
        enum action other = clash(i, w->letters, &w->letter);
        if (other == ACTION_NONE)
            continue;
        w->came = WISH_CLASH;
        w->other = name_of(other);
        return true;
    }
    return false;
}

static void name_near(struct key_wish *w)
{
    struct nearest near = {.wanted = w->action};
    for (size_t i = 0; i < ACTIONS; i++)
        nearest_try(&near, actions[i].name);
    w->came = WISH_UNKNOWN;
    w->other = near.best;
}

void keys_bind(struct key_wish *wishes, size_t count)
{
    bool refused;
    for (size_t w = 0; w < count; w++) {
        wishes[w].came = WISH_TAKEN;
        wishes[w].other = NULL;
        if (action_named(wishes[w].action) == ACTIONS)
            name_near(&wishes[w]);
    }
    do { /* what is refused gives its letter back, with which another may clash */
        refused = false;
        bind_all(wishes, count);
        for (size_t w = 0; w < count && !refused; w++)
            refused = wishes[w].came == WISH_TAKEN && refuse_clash(&wishes[w]);
    } while (refused);
}

/* ---- what can be bound ---- */

/* The first row of an action with a letter (or sign, or digit), as the table has it; NULL if there is none. */
static const struct key_use *row_of(enum action action)
{
    for (size_t i = 0; i < key_use_count; i++)
        if (key_uses[i].action == action && keys_letters(key_uses[i].keys, (char[KEYS_BYTES]){0}))
            return &key_uses[i];
    return NULL;
}

size_t keys_letters(const char *keys, char *out)
{
    size_t count = 0;
    for (const char *at = keys; *at; at += strcspn(at, " "), at += *at == ' ')
        if (strcspn(at, " ") == 1)
            out[count++] = *at;
    out[count] = '\0';
    return count;
}

bool keys_action(size_t index, struct key_action *out)
{
    if (index >= ACTIONS)
        return false;
    const struct key_use *row = row_of(actions[index].action);
    *out = (struct key_action){
        .action = actions[index].action, .name = actions[index].name, .label = "", .help = ""};
    if (!row)
        return true;
    out->label = row->label ? row->label : row->help;
    out->help = row->help ? row->help : "";
    (void)keys_letters(key_use_keys(row), out->letters);
    return true;
}
