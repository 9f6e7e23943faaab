/* SPDX-License-Identifier: MIT
 * Keys that are no characters: what the terminal's description says they send, and what terminals send whatever it says. Sequences that
 * are well formed but mean nothing here are recognised too, so that they are not taken for typed text. */
#include "tui/sequence.h"

#include "tui/terminfo.h"

#include <string.h>

enum { ESC = 0x1b, KNOWN_MAX = 48, LONGEST = 128 };

const char sequence_paste_end[] = "\033[201~";

struct known {
    const char *bytes;
    size_t len;
    enum press press; /* PRESS_PASTE: the beginning of a paste */
};
static struct known known[KNOWN_MAX];
static size_t known_count;

/* Some terminals send the cursor keys of the other mode whatever they are told. */
static const struct {
    const char *bytes;
    enum press press;
} always[] = {
    {"\033[200~", PRESS_PASTE},
    {"\033[A", PRESS_UP},
    {"\033[B", PRESS_DOWN},
    {"\033[C", PRESS_RIGHT},
    {"\033[D", PRESS_LEFT},
    {"\033[H", PRESS_HOME},
    {"\033[F", PRESS_END},
    {"\033[1~", PRESS_HOME},
    {"\033[4~", PRESS_END},
    {"\033[1;5C", PRESS_WORD_RIGHT},
    {"\033[1;5D", PRESS_WORD_LEFT},
    {"\033[1;3C", PRESS_WORD_RIGHT},
    {"\033[1;3D", PRESS_WORD_LEFT},
    {"\033Oc", PRESS_WORD_RIGHT},
    {"\033Od", PRESS_WORD_LEFT},
    {"\033[1;5H", PRESS_TOP},
    {"\033[1;5F", PRESS_BOTTOM},
};

/* Alt sends Esc before the key. Where letters are commands they are two keys instead: Esc goes back, and the letter is for what is there. */
static const struct {
    const char *bytes;
    enum press press;
} with_alt[] = {
    {"\033b", PRESS_WORD_LEFT},
    {"\033f", PRESS_WORD_RIGHT},
    {"\033d", PRESS_WORD_DELETE},
    {"\033\177", PRESS_WORD_ERASE},
    {"\033\b", PRESS_WORD_ERASE},
};
static bool alt;

void sequence_alt(bool wanted)
{
    alt = wanted;
}

static bool find_alt(const char *bytes, size_t count, enum press *press)
{
    for (size_t i = 0; alt && count >= 2 && i < sizeof with_alt / sizeof *with_alt; i++)
        if (!memcmp(bytes, with_alt[i].bytes, 2)) {
            *press = with_alt[i].press;
            return true;
        }
    return false;
}

static void learn(const char *bytes, enum press press)
{
    size_t len = bytes ? strlen(bytes) : 0;
    /* single bytes are Enter, Tab, Esc, Backspace, Ctrl with a letter, or characters */
    if (len > 1 && known_count < KNOWN_MAX)
        known[known_count++] = (struct known){bytes, len, press};
}

void sequence_learn(void)
{
    known_count = 0;
    for (int press = 0; press <= PRESS_GARBLED; press++)
        learn(terminfo_key((enum press)press), (enum press)press);
    for (size_t i = 0; i < sizeof always / sizeof *always; i++)
        learn(always[i].bytes, always[i].press);
}

static enum sequence whole(size_t length, size_t count, size_t *len)
{
    *len = length;
    return count < length ? SEQUENCE_PART : SEQUENCE_UNKNOWN;
}

/* ESC [ parameters, a final byte; ESC [ [ and one more, as the Linux console has it; ESC O and one more. */
static enum sequence unknown(const char *bytes, size_t count, size_t *len)
{
    if (count < 2 || bytes[0] != ESC || (bytes[1] != '[' && bytes[1] != 'O'))
        return SEQUENCE_NONE;
    if (bytes[1] == 'O')
        return whole(3, count, len);
    if (count > 2 && bytes[2] == '[')
        return whole(4, count, len);
    size_t at = 2;
    while (at < count && bytes[at] >= 0x20 && bytes[at] < 0x40)
        at++;
    if (at == count)
        return count < LONGEST ? SEQUENCE_PART : SEQUENCE_NONE;
    if (bytes[at] < 0x40 || bytes[at] > 0x7e)
        return SEQUENCE_NONE;
    *len = at + 1;
    return SEQUENCE_UNKNOWN;
}

enum sequence sequence_find(const char *bytes, size_t count, size_t *len, enum press *press)
{
    bool part = count == 1 && bytes[0] == ESC;
    for (size_t i = 0; i < known_count; i++) {
        const struct known *k = &known[i];
        if (memcmp(bytes, k->bytes, count < k->len ? count : k->len) != 0)
            continue;
        if (count < k->len) {
            part = true;
            continue;
        }
        *len = k->len;
        *press = k->press;
        return k->press == PRESS_PASTE ? SEQUENCE_PASTE : SEQUENCE_KEY;
    }
    if (find_alt(bytes, count, press)) {
        *len = 2;
        return SEQUENCE_KEY;
    }
    return part ? SEQUENCE_PART : unknown(bytes, count, len);
}
