/* SPDX-License-Identifier: MIT
 * From a key to what it does. */
#include "app/keys.h"

#include <stdio.h>
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
