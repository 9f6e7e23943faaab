/* SPDX-License-Identifier: MIT
 * Keys, and the one table that says what each does where: the screens act by it, the bottom bar and the help are made from it. */
#ifndef KIJUN_APP_KEYS_H
#define KIJUN_APP_KEYS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum press {
    PRESS_CHAR,
    PRESS_CTRL, /* with c: 'a' to 'z' */
    PRESS_ENTER,
    PRESS_ESC,
    PRESS_TAB,
    PRESS_BACKTAB,
    PRESS_UP,
    PRESS_DOWN,
    PRESS_LEFT,
    PRESS_RIGHT,
    PRESS_HOME,
    PRESS_END,
    PRESS_PAGE_UP,
    PRESS_PAGE_DOWN,
    PRESS_BACKSPACE,
    PRESS_DELETE,
    PRESS_F1,
    PRESS_F2,
    PRESS_WORD_LEFT,   /* Ctrl-Left */
    PRESS_WORD_RIGHT,  /* Ctrl-Right */
    PRESS_TOP,         /* Ctrl-Home */
    PRESS_BOTTOM,      /* Ctrl-End */
    PRESS_WORD_ERASE,  /* Alt-Backspace */
    PRESS_WORD_DELETE, /* Alt-D */
    PRESS_PASTE,       /* text: what was pasted, valid UTF-8, borrowed for the call */
    PRESS_WHOLE, /* text: the whole of what the field shall hold, as from a front end that reads lines; borrowed likewise */
    PRESS_GARBLED, /* bytes that are no UTF-8 */
    /* of the mouse, with row and column; the front end turns them into keys */
    PRESS_CLICK,
    PRESS_WHEEL_UP,
    PRESS_WHEEL_DOWN
};

struct key {
    enum press press;
    uint32_t c; /* PRESS_CHAR: the character; PRESS_CTRL: the letter */
    const char *text;
    uint16_t row, column; /* from 0 */
};

/* Where a key is pressed: one bit for each set of keys. They are more than an int holds, which ISO C leaves to extensions. */
__extension__ enum where {
    WHERE_HOME = 1 << 0,
    WHERE_SEARCH = 1 << 1, /* typing what to search for */
    WHERE_CHOOSE = 1 << 2, /* the list of standards */
    WHERE_ONE = 1 << 3,    /* a question with choices */
    WHERE_MANY = 1 << 4,   /* a question with several choices */
    WHERE_OUT = 1 << 5,    /* a question with a field, outside the field */
    WHERE_LINE = 1 << 6,   /* in its field of one line */
    WHERE_AREA = 1 << 7,   /* in its field of many lines */
    WHERE_STAGES = 1 << 8,
    WHERE_RESULT = 1 << 9,
    WHERE_EVIDENCE = 1 << 10,
    WHERE_PAGE = 1 << 11,      /* something to read */
    WHERE_PAPER = 1 << 12,     /* a paper to read and save */
    WHERE_FORM_ONLY = 1 << 13, /* a form's only field, of one line */
    WHERE_FORM_LINE = 1 << 14,
    WHERE_FORM_AREA = 1 << 15,
    WHERE_FORM_PICK = 1 << 16, /* a form's row with options */
    WHERE_FORM_DONE = 1 << 17, /* a form's last row, which does it */
    WHERE_ASK = 1 << 18,       /* yes or no */
    WHERE_COMPARE = 1 << 19,   /* the standards side by side */
    WHERE_REVISED = 1 << 20,   /* in a session whose standard has a newer revision */
    WHERE_MOVE = 1 << 21,      /* what moving to it would do */
    WHERE_WHY = 1 << 22,       /* something to read, with lines that lead on */
    WHERE_FIND = 1 << 23,      /* typing what to look for in the session */
    WHERE_MATCHES = 1 << 24,   /* what was found, or the names that fit */
    WHERE_JUMP = 1 << 25,      /* typing the name of something */
    WHERE_EMPTY = 1 << 26,     /* at home, with no session saved */
    WHERE_FORM_FILE =
        1 << 27, /* a form's row that may hold the path of a file, beside WHERE_FORM_LINE */
    WHERE_FILES = 1 << 28,            /* a folder to choose a file from */
    WHERE_FILTER = 1 << 29,           /* typing which of its names are listed */
    WHERE_CASES = 1 << 30,            /* the cases to practise with */
    WHERE_RECEIVE = INT64_C(1) << 32, /* a row of a sheet that came back */
    WHERE_BATCH = INT64_C(1) << 34,   /* many papers are being printed */
    WHERE_PREVIEW = INT64_C(1) << 33, /* in the form of a paper, where nothing is typed */
    WHERE_SETTINGS = INT64_C(1) << 35,
    WHERE_NAMES = INT64_C(1) << 36, /* the names that fit, where no session is open */
    WHERE_LEFT = INT64_C(1) << 37,  /* in a session to be read that nobody holds */

    WHERE_WALK = WHERE_ONE | WHERE_MANY | WHERE_OUT,
    WHERE_SEATS = WHERE_WALK | WHERE_STAGES | WHERE_RESULT | WHERE_EVIDENCE | WHERE_COMPARE |
                  WHERE_MATCHES | WHERE_WHY | WHERE_PAGE, /* WHERE_LEFT comes beside these */
    WHERE_BESIDE = WHERE_REVISED | WHERE_LEFT, /* what the session adds to where one is */
    WHERE_FIELD = WHERE_LINE | WHERE_AREA,
    WHERE_FORM_TEXT = WHERE_FORM_ONLY | WHERE_FORM_LINE | WHERE_FORM_FILE | WHERE_FORM_AREA,
    WHERE_FORM = WHERE_FORM_TEXT | WHERE_FORM_PICK | WHERE_FORM_DONE,
    WHERE_TYPING =
        WHERE_SEARCH | WHERE_FILTER | WHERE_FIND | WHERE_JUMP | WHERE_FIELD | WHERE_FORM_TEXT,
    WHERE_LISTS = WHERE_HOME | WHERE_CHOOSE | WHERE_CASES | WHERE_STAGES | WHERE_RESULT |
                  WHERE_EVIDENCE | WHERE_COMPARE | WHERE_MATCHES | WHERE_FILES | WHERE_SETTINGS |
                  WHERE_NAMES,
    WHERE_READING = WHERE_PAGE | WHERE_PAPER | WHERE_MOVE | WHERE_WHY | WHERE_RECEIVE,
    WHERE_ANY = (INT64_C(1) << 38) - 1,
    WHERE_QUIET = WHERE_ANY ^ (WHERE_TYPING | WHERE_ASK) /* nothing is typed or asked there */
};

enum action {
    ACTION_NONE, /* in a text field: the key is for the text */
    ACTION_UP,
    ACTION_DOWN,
    ACTION_FIRST,
    ACTION_LAST,
    ACTION_PAGE_UP,
    ACTION_PAGE_DOWN,
    ACTION_PICK, /* a digit */
    ACTION_ENTER,
    ACTION_TOGGLE,
    ACTION_DONE,
    ACTION_BACK,
    ACTION_FORWARD,
    ACTION_NEXT,
    ACTION_BEFORE,
    ACTION_LESS,
    ACTION_MORE,
    ACTION_OUT,
    ACTION_STAGES,
    ACTION_MISSING,
    ACTION_WHY,
    ACTION_CLAUSE,
    ACTION_EVIDENCE,
    ACTION_NOTE,
    ACTION_CLEAR,
    ACTION_COMPARE,
    ACTION_UNDO,
    ACTION_HISTORY,
    ACTION_VERDICT,
    ACTION_HIDDEN,
    ACTION_NEW,
    ACTION_PRACTISE,
    ACTION_READ,
    ACTION_OPEN_FILE,
    ACTION_EXPORT,
    ACTION_REVIEW,
    ACTION_SEARCH,
    ACTION_FORM,
    ACTION_SAVE,
    ACTION_PREVIEW,
    ACTION_AGAIN,
    ACTION_STOP,
    ACTION_VIEW,
    ACTION_REMOVE,
    ACTION_REHEARSE,
    ACTION_TAKE_OVER,
    ACTION_RECEIVE,
    ACTION_TAKE,
    ACTION_MET,
    ACTION_NOT_MET,
    ACTION_NOT_APPLICABLE,
    ACTION_PEND,
    ACTION_FILTER,
    ACTION_FILTER_BEFORE,
    ACTION_NEXT_OPEN,
    ACTION_JUMP,
    ACTION_EDITOR,
    ACTION_FILES,
    ACTION_ABOVE,
    ACTION_YES,
    ACTION_NO,
    ACTION_SETTINGS,
    ACTION_LANGUAGE,
    ACTION_HELP,
    ACTION_LEAVE,
    ACTION_REDRAW,
    ACTION_SUSPEND
};

/* keys: names separated by blanks, the one to show first. label: for the bottom bar, NULL: not there; help: a sentence, NULL: none.
 * Both are keys into the message catalogue. */
struct key_use {
    enum action action;
    uint64_t where;
    const char *keys, *label, *help;
};

enum { KEY_USES_MAX = 256 };
extern const struct key_use key_uses[];
extern const size_t key_use_count;

/* What a key does there. Where nothing is typed, full-width letters, digits and signs count as their narrow forms, and *key is so changed. */
enum action keys_find(uint64_t where, struct key *key);

/* The key that the table calls so; false if that is none, as 1-9. */
bool key_named(const char *name, struct key *key);

/* The keys of a row as they are bound, and the first name among them. */
const char *key_use_keys(const struct key_use *b);
void key_use_name(const struct key_use *b, char out[16]);
/* The first name of the key that does it there; "" if none does. */
const char *keys_name(enum action action, uint64_t where, char out[16]);
/* The same, for a sentence that names the key; good to the end of the block. */
#define KEY_FOR(action, where) keys_name(action, where, (char[16]){0})

/* True if all it does is to change the session: it is of no use in one that can only be read. */
bool key_use_changes(const struct key_use *b);

/* True if one of the keys has that name. */
bool keys_have(const char *keys, const char *name);
/* The keys of one letter, sign or digit among them, into out, which has room for all; how many there are. */
size_t keys_letters(const char *keys, char *out);

/* ---- binding ---- */

/* What can be bound: its name in the settings, what it is called in the bar or says in the help (keys into the catalogue, "" for none), and the
 * letters it has now. */
struct key_action {
    enum action action;
    const char *name, *label, *help;
    char letters[64];
};
/* The action of that number; false behind the last. */
bool keys_action(size_t index, struct key_action *out);

/* A wish of the settings: letters (and signs) instead of those that an action has in the table. Its keys with names, such as Esc and PgUp,
 * stay, so that nobody is locked out. Strings are borrowed. */
struct key_wish {
    const char *action, *letters;
    enum { WISH_TAKEN, WISH_UNKNOWN, WISH_CLASH } came; /* of it */
    const char
        *other;  /* unknown: the nearest action, or NULL; clash: what has the letter already */
    char letter; /* clash: that letter */
};

/* Binds all wishes together, so that two actions can change places; a wish that clashes leaves its action as it was. */
void keys_bind(struct key_wish *wishes, size_t count);

#endif
