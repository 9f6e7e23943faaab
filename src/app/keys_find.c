/* SPDX-License-Identifier: MIT
 * From a key to what it does. */
#include "app/keys.h"

#include <string.h>

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

enum { NAME_MADE = 8 }; /* room for "Ctrl-X" */

/* As the table writes it, in `made` unless it is a name of its own; NULL for what it never names. */
static const char *key_name(struct key k, char made[NAME_MADE])
{
    if (k.press == PRESS_CHAR && k.c == ' ')
        return "Space";
    if (k.press == PRESS_CHAR && k.c > ' ' && k.c < 0x7f) {
        memcpy(made, (const char[]){(char)k.c, '\0'}, 2);
        return made;
    }
    if (k.press == PRESS_CTRL) {
        memcpy(made, (const char[]){'C', 't', 'r', 'l', '-', (char)(k.c - 'a' + 'A'), '\0'}, 7);
        return made;
    }
    return k.press < sizeof press_names / sizeof *press_names ? press_names[k.press] : NULL;
}

bool key_named(const char *name, struct key *key)
{
    *key = (struct key){.press = PRESS_CHAR, .c = (unsigned char)name[0]};
    if (strlen(name) == 1)
        return true;
    key->c = ' ';
    if (strcmp(name, "Space") == 0)
        return true;
    if (strncmp(name, "Ctrl-", 5) == 0 && name[5] >= 'A' && name[5] <= 'Z' && !name[6]) {
        *key = (struct key){.press = PRESS_CTRL, .c = (uint32_t)(name[5] - 'A' + 'a')};
        return true;
    }
    for (size_t i = 0; i < sizeof press_names / sizeof *press_names; i++)
        if (press_names[i] && strcmp(press_names[i], name) == 0) {
            *key = (struct key){.press = (enum press)i};
            return true;
        }
    return false;
}

bool keys_have(const char *keys, const char *name)
{
    size_t len = strlen(name);
    bool digit = len == 1 && *name >= '1' && *name <= '9';
    while (*keys) {
        size_t token = strcspn(keys, " ");
        if (token == len && !memcmp(keys, name, len))
            return true;
        if (digit && token == 3 && !memcmp(keys, "1-9", 3))
            return true;
        keys += token + (keys[token] == ' ');
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

enum action keys_find(uint64_t where, struct key *key)
{
    struct key folded = *key;
    if (folded.press == PRESS_CHAR) {
        if (where & WHERE_TYPING)
            return ACTION_NONE;
        folded.c = narrow(folded.c);
    }
    char made[NAME_MADE];
    const char *name = key_name(folded, made);
    if (!name)
        return ACTION_NONE;
    for (size_t i = 0; i < key_use_count; i++)
        if ((key_uses[i].where & where) && keys_have(key_use_keys(&key_uses[i]), name)) {
            *key = folded;
            return key_uses[i].action;
        }
    return ACTION_NONE;
}

void key_use_name(const struct key_use *b, char out[16])
{
    const char *keys = key_use_keys(b);
    size_t len = strcspn(keys, " ");
    len = len < 16 ? len : 15;
    memcpy(out, keys, len);
    out[len] = '\0';
}

const char *keys_name(enum action action, uint64_t where, char out[16])
{
    out[0] = '\0';
    for (size_t i = 0; i < key_use_count && !*out; i++)
        if (key_uses[i].action == action && (key_uses[i].where & where))
            key_use_name(&key_uses[i], out);
    return out;
}

bool key_use_changes(const struct key_use *b)
{
    const uint64_t answers = WHERE_WALK | WHERE_EVIDENCE | WHERE_MOVE | WHERE_RECEIVE;
    switch (b->action) {
    case ACTION_ENTER:
    case ACTION_DONE:
        return (b->where & answers) != 0;
    case ACTION_PICK:
        return (b->where & WHERE_STAGES) != 0;
    case ACTION_CLEAR:
        return (b->where & (WHERE_WALK | WHERE_STAGES)) != 0;
    case ACTION_TOGGLE:
        return (b->where & WHERE_MANY) != 0;
    case ACTION_MET:
    case ACTION_NOT_MET:
    case ACTION_NOT_APPLICABLE:
    case ACTION_PEND:
    case ACTION_NOTE:
    case ACTION_UNDO:
    case ACTION_REMOVE:
    case ACTION_RECEIVE:
    case ACTION_REVIEW:
    case ACTION_TAKE:
        return true;
    default:
        return false;
    }
}
