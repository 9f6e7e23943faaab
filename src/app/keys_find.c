/* SPDX-License-Identifier: MIT
 * From a key to what it does, and other letters for it, as the settings wish. */
#include "app/keys.h"

#include "core/err.h"
#include "core/expr.h"

#include <stdio.h>
#include <string.h>

enum { KEYS_BYTES = 64 };

static const char *const press_names[] = {
    [PRESS_ENTER] = "Enter",
    [PRESS_ESC] = "Esc",
    [PRESS_TAB] = "Tab",
    [PRESS_BACKTAB] = "Shift-Tab",
    [PRESS_UP] = "Up",
    [PRESS_DOWN] = "Down",
    [PRESS_LEFT] = "Left",
    [PRESS_RIGHT] = "Right",
    [PRESS_HOME] = "Home",
    [PRESS_END] = "End",
    [PRESS_PAGE_UP] = "PgUp",
    [PRESS_PAGE_DOWN] = "PgDn",
    [PRESS_BACKSPACE] = "Backspace",
    [PRESS_DELETE] = "Delete",
    [PRESS_F1] = "F1",
    [PRESS_F2] = "F2",
    [PRESS_WORD_LEFT] = "Ctrl-Left",
    [PRESS_WORD_RIGHT] = "Ctrl-Right",
    [PRESS_TOP] = "Ctrl-Home",
    [PRESS_BOTTOM] = "Ctrl-End",
    [PRESS_WORD_ERASE] = "Alt-Backspace",
    [PRESS_WORD_DELETE] = "Alt-D",
};

/* As the table writes it; "" for what it never names. */
static void key_name(struct key k, char out[16])
{
    out[0] = '\0';
    if (k.press == PRESS_CHAR && k.c == ' ')
        (void)snprintf(out, 16, "Space");
    else if (k.press == PRESS_CHAR && k.c > ' ' && k.c < 0x7f)
        (void)snprintf(out, 16, "%c", (int)k.c);
    else if (k.press == PRESS_CTRL)
        (void)snprintf(out, 16, "Ctrl-%c", (int)(k.c - 'a' + 'A'));
    else if (k.press < sizeof press_names / sizeof *press_names && press_names[k.press])
        (void)snprintf(out, 16, "%s", press_names[k.press]);
}

static bool has_name(const char *keys, const char *name)
{
    size_t len = strlen(name);
    for (const char *at = keys; *at; at += strcspn(at, " "), at += *at == ' ') {
        size_t token = strcspn(at, " ");
        if (token == len && !memcmp(at, name, len))
            return true;
        if (token == 3 && !memcmp(at, "1-9", 3) && len == 1 && *name >= '1' && *name <= '9')
            return true;
    }
    return false;
}

/* Full-width forms of ASCII, as an input method leaves them. */
static uint32_t narrow(uint32_t c)
{
    if (c >= 0xff01 && c <= 0xff5e)
        return c - 0xff01 + '!';
    return c == 0x3000 ? ' ' : c == 0x30fb ? '/' : c;
}

/* The keys of each row where the settings have changed them; "" elsewhere. */
static char bound[KEY_USES_MAX][KEYS_BYTES];

enum action keys_find(uint64_t where, struct key *key)
{
    struct key folded = *key;
    if (folded.press == PRESS_CHAR && !(where & WHERE_TYPING))
        folded.c = narrow(folded.c);
    char name[16];
    key_name(folded, name);
    if (!*name || ((where & WHERE_TYPING) && folded.press == PRESS_CHAR))
        return ACTION_NONE;
    for (size_t i = 0; i < key_use_count; i++)
        if ((key_uses[i].where & where) && has_name(key_use_keys(&key_uses[i]), name)) {
            *key = folded;
            return key_uses[i].action;
        }
    return ACTION_NONE;
}

const char *key_use_keys(const struct key_use *b)
{
    const char *own = bound[b - key_uses];
    return *own ? own : b->keys;
}

void key_use_name(const struct key_use *b, char out[16])
{
    const char *keys = key_use_keys(b);
    size_t len = strcspn(keys, " ");
    len = len < 16 ? len : 15;
    memcpy(out, keys, len);
    out[len] = '\0';
}

/* ---- binding ---- */

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
    {"receive", ACTION_RECEIVE},
    {"take", ACTION_TAKE},
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

/* Letters take the place of the first letter in keys, and all other letters go. Nothing if keys has no letter. */
static void bind_row(char to[KEYS_BYTES], const char *keys, const char *letters)
{
    size_t used = 0;
    bool placed = false;
    for (const char *at = keys; *at; at += strcspn(at, " "), at += *at == ' ') {
        size_t len = strcspn(at, " ");
        for (const char *c = letters; len == 1 && !placed && *c; c++)
            used += (size_t)snprintf(to + used, KEYS_BYTES - used, "%s%c", used ? " " : "", *c);
        if (len > 1)
            used += (size_t)snprintf(
                to + used, KEYS_BYTES - used, "%s%.*s", used ? " " : "", (int)len, at);
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

/* Keys of a revised session are those of the walk too. */
static uint64_t reach(uint64_t where)
{
    return where & WHERE_REVISED ? where | WHERE_WALK : where;
}

/* The action that has one of the row's new letters where the row has it, ACTION_NONE if there is none. */
static enum action clash(size_t row, const char *letters)
{
    for (size_t i = 0; i < key_use_count; i++) {
        const struct key_use *other = &key_uses[i];
        if (other->action == key_uses[row].action ||
            !(reach(other->where) & reach(key_uses[row].where)))
            continue;
        for (const char *c = letters; *c; c++)
            if (has_name(key_use_keys(other), (const char[2]){*c, '\0'}))
                return other->action;
    }
    return ACTION_NONE;
}

static bool refuse_clash(struct key_wish *w)
{
    enum action action = actions[action_named(w->action)].action;
    for (size_t i = 0; i < key_use_count; i++) {
        if (key_uses[i].action != action || !*bound[i])
            continue;
        enum action other = clash(i, w->letters);
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
