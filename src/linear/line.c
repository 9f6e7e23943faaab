/* SPDX-License-Identifier: MIT
 * A line typed -> the keys that would have been pressed. Numbers choose what was told under them; one letter is a command; where text is
 * wanted the line is the text, and a command comes after a point. */
#include "linear/linear.h"

#include "core/mem.h"
#include "core/utf8.h"

#include <stdlib.h>
#include <string.h>

void linear_keys_release(struct linear_keys *keys)
{
    free(keys->at);
    arena_release(&keys->texts);
    *keys = (struct linear_keys){0};
}

static void add(struct linear_keys *keys, struct key key)
{
    keys->at = mem_grow(keys->at, keys->count, &keys->cap, sizeof *keys->at);
    keys->at[keys->count++] = key;
}

static void press(struct linear_keys *keys, enum press what, size_t times)
{
    while (times-- > 0)
        add(keys, (struct key){.press = what});
}

static void letter(struct linear_keys *keys, uint32_t c)
{
    add(keys, (struct key){.press = PRESS_CHAR, .c = c});
}

static void control(struct linear_keys *keys, uint32_t c)
{
    add(keys, (struct key){.press = PRESS_CTRL, .c = c});
}

static void whole(struct linear_keys *keys, const char *text)
{
    add(keys, (struct key){.press = PRESS_WHOLE, .text = arena_dup(&keys->texts, text)});
}

static void move(struct linear_keys *keys, size_t from, size_t to)
{
    press(keys, to < from ? PRESS_UP : PRESS_DOWN, to < from ? from - to : to - from);
}

/* ---- reading the line ---- */

/* As an input method may leave it: full-width digits, letters, signs and blanks as their narrow forms. The caller frees. */
static char *narrowed(const char *line)
{
    struct str out = {0};
    size_t len = strlen(line), step;
    for (size_t at = 0; at < len; at += step) {
        uint32_t c;
        char bytes[4];
        step = utf8_decode(line + at, len - at, &c);
        if (step == 0)
            break;
        if (c >= 0xff01 && c <= 0xff5e)
            c = c - 0xff01 + '!';
        else if (c == 0x3000)
            c = ' ';
        str_add_bytes(&out, bytes, utf8_put(c, bytes));
    }
    return str_take(&out);
}

/* A number at the beginning of *at, which goes on behind it and the blanks after it; 0 if there is none. */
static size_t number(const char **at)
{
    size_t n = 0;
    *at += strspn(*at, " ");
    while (**at >= '0' && **at <= '9' && n < 100000)
        n = n * 10 + (size_t)(*(*at)++ - '0');
    *at += strspn(*at, " ");
    return n;
}

/* The one character that text is; 0 if it is not one alone. */
static uint32_t single(const char *text)
{
    uint32_t c;
    size_t len = strlen(text);
    return len && utf8_decode(text, len, &c) == len ? c : 0;
}

/* ---- questions ---- */

static void read_one(
    struct linear *l, const struct app *a, const char *text, struct linear_keys *keys)
{
    const struct answer *answer = &a->session->answers.at[a->walk.question];
    size_t n = number(&text);
    bool there = n && n <= a->session->standard->questions[a->walk.question].choice_count + 1;
    if (there && (!*text || !strcmp(text, "?"))) {
        move(keys, a->walk.row, n - 1);
        l->peek = *text == '?';
        press(keys, PRESS_ENTER, l->peek ? 0 : 1);
    } else if (!n && single(text)) {
        letter(keys, single(text));
    } else if (!n && !*text && (answer->value || answer->pending)) {
        press(keys, PRESS_RIGHT, 1); /* it stands */
    } else if (!n && !*text && app_offers_former(a)) {
        press(keys, PRESS_ENTER, 1); /* the cursor is on it */
    } else {
        str_clear(&l->said); /* not understood: the question is told again */
    }
}

/* Marks exactly the choices of those numbers. */
static void read_many(
    struct linear *l, const struct app *a, const char *text, struct linear_keys *keys)
{
    const struct question *q = &a->session->standard->questions[a->walk.question];
    uint64_t wanted = 0;
    size_t row = a->walk.row, n;
    if (single(text) && !(*text >= '1' && *text <= '9')) {
        letter(keys, single(text));
        return;
    }
    if (!*text && app_offers_former(a)) {
        press(keys, PRESS_ENTER, 1); /* it is marked */
        return;
    }
    while ((n = number(&text)) != 0 && n <= q->choice_count)
        wanted |= (uint64_t)1 << (n - 1);
    if (n == q->choice_count + 1 && !*text) {
        move(keys, row, n - 1);
        press(keys, PRESS_ENTER, 1);
        return;
    }
    if (*text || n || !wanted) {
        str_clear(&l->said);
        return;
    }
    for (size_t c = 0; c < q->choice_count; c++) {
        if (!((wanted ^ a->walk.marked) >> c & 1))
            continue;
        move(keys, row, c);
        letter(keys, ' ');
        row = c;
    }
    if (row == q->choice_count)
        press(keys, PRESS_UP, 1); /* off the row that asks */
    press(keys, PRESS_ENTER, 1);
}

/* Nothing is answered in what another holds: a number tells what the choice would do, an empty line goes on. */
static void read_held(
    struct linear *l, const struct app *a, const char *text, struct linear_keys *keys)
{
    size_t n = number(&text);
    const struct question *q = &a->session->standard->questions[a->walk.question];
    l->peek = n && n <= q->choice_count + 1 && (app_where(a) & WHERE_ONE);
    if (l->peek)
        move(keys, a->walk.row, n - 1);
    else if (!n && single(text))
        letter(keys, single(text));
    else if (!n && !*text)
        press(keys, PRESS_RIGHT, 1);
    else
        str_clear(&l->said);
}

/* ---- text ---- */

/* The command behind a point: .b; 0 if the line is text. */
static uint32_t command(const char *line)
{
    char *text = narrowed(line);
    uint32_t c = text[0] == '.' ? single(text + 1) : 0;
    free(text);
    return c;
}

/* The commands that are words: what they do is done in a field, where letters after a point are those outside it. */
static bool is_word(const char *line, const char *word)
{
    char *text = narrowed(line);
    bool is = !strcmp(text, word);
    free(text);
    return is;
}

/* From wherever in a question with a field into the field. */
static void into_field(const struct app *a, struct linear_keys *keys)
{
    if (a->walk.in_field)
        return;
    press(keys, PRESS_UP, a->walk.row);
    press(keys, PRESS_ENTER, 1);
}

static void field_command(const struct app *a, uint32_t c, struct linear_keys *keys)
{
    if (a->walk.in_field)
        press(keys, PRESS_TAB, 1);
    if (c == '1') {
        press(keys, PRESS_DOWN, 1 - a->walk.row);
        press(keys, PRESS_ENTER, 1);
    } else {
        letter(keys, c);
    }
}

/* Of a form: only back, help, leaving and emptying the field. */
static void form_command(uint32_t c, struct linear_keys *keys)
{
    if (c == 'x')
        whole(keys, "");
    else if (c == '?')
        press(keys, PRESS_F1, 1);
    else if (c == 'q')
        control(keys, 'c');
    else
        press(keys, PRESS_ESC, 1);
}

static void text_command(const struct app *a, uint32_t c, struct linear_keys *keys)
{
    if (app_screen(a) == SCREEN_WALK)
        field_command(a, c, keys);
    else
        form_command(c, keys);
}

static void read_line(const struct app *a, const char *line, struct linear_keys *keys)
{
    bool walk = app_screen(a) == SCREEN_WALK;
    if ((app_where(a) & WHERE_FORM_FILE) && is_word(line, ".files")) {
        control(keys, 'o');
        return;
    }
    if (command(line)) {
        text_command(a, command(line), keys);
        return;
    }
    if (walk && a->session->answers.at[a->walk.question].pending && !*line) {
        letter(keys, 'f'); /* it is being asked, and stays so */
        return;
    }
    if (walk)
        into_field(a, keys);
    if (*line)
        whole(keys, line);
    press(keys, PRESS_ENTER, 1);
}

/* A field of many lines takes lines until one that is a point. */
static void read_area(
    struct linear *l, const struct app *a, const char *line, struct linear_keys *keys)
{
    bool walk = app_screen(a) == SCREEN_WALK, end = !strcmp(line, ".");
    if (!l->in_area && is_word(line, ".edit")) {
        if (walk)
            into_field(a, keys);
        control(keys, 'o');
        return;
    }
    if (!l->in_area && command(line)) {
        text_command(a, command(line), keys);
        return;
    }
    if (!end && (*line || l->in_area)) {
        str_add(&l->area, l->in_area ? "\n" : "");
        str_add(&l->area, line);
        l->in_area = true;
        return;
    }
    if (walk && !l->in_area && !a->walk.in_field) {
        letter(keys, 'f');
        return;
    }
    if (walk)
        into_field(a, keys);
    if (l->in_area)
        whole(keys, str_text(&l->area));
    if (!walk && form_goes_on(&a->form))
        press(keys, PRESS_TAB, 1);
    else
        control(keys, 'd');
    str_clear(&l->area);
    l->in_area = false;
}

/* ---- lists, forms, the rest ---- */

/* Lines up to the item at index. */
static size_t lines_before(const struct items *items, size_t index)
{
    size_t n = 0;
    for (size_t i = 0; i < index && i < items->count; i++)
        n += items->at[i].kind == ITEM_LINE;
    return n;
}

/* The list of a screen whose rows are all lines; NULL where they are items. */
static const struct list *plain_list(const struct app *a)
{
    switch (app_screen(a)) {
    case SCREEN_HOME:
        return &a->home.list;
    case SCREEN_CHOOSE:
        return &a->choose.list;
    case SCREEN_COMPARE:
        return &a->list;
    default:
        return NULL;
    }
}

static size_t list_cursor(const struct app *a)
{
    const struct list *list = plain_list(a);
    return list ? list->cursor : lines_before(&a->items, a->list.cursor);
}

static size_t list_count(const struct app *a)
{
    const struct list *list = plain_list(a);
    return list ? list->count : lines_before(&a->items, a->items.count);
}

/* 3 opens the third, 3w asks why of it, 3? of a case what it is about; + and - turn the pages. */
static void read_list(
    struct linear *l, const struct app *a, const char *text, struct linear_keys *keys)
{
    size_t n = number(&text);
    if (n && n <= list_count(a) && (!*text || single(text))) {
        move(keys, list_cursor(a), n - 1);
        l->peek = *text == '?' && app_screen(a) == SCREEN_CASES;
        if (*text && !l->peek)
            letter(keys, single(text));
        else
            press(keys, PRESS_ENTER, l->peek ? 0 : 1);
    } else if (!n && (*text == '+' || *text == '-') && !text[1]) {
        press(keys, *text == '+' ? PRESS_PAGE_DOWN : PRESS_PAGE_UP, 1);
    } else if (!n && single(text)) {
        letter(keys, single(text));
    } else {
        str_clear(&l->said);
    }
}

static void read_pick(const struct app *a, const char *text, struct linear_keys *keys)
{
    const struct form_row *r = &a->form.row[a->form.at];
    if (command(text)) {
        form_command(command(text), keys);
        return;
    }
    if (single(text) > '9') {
        letter(keys, single(text));
        return;
    }
    size_t n = number(&text);
    if (n && n <= r->option_count)
        press(keys, PRESS_RIGHT, (n - 1 + r->option_count - r->option) % r->option_count);
    if (!*text)
        press(keys, PRESS_TAB, 1);
}

static void read_done(const char *text, struct linear_keys *keys)
{
    if (command(text))
        form_command(command(text), keys);
    else if (!*text || *text == 'y')
        press(keys, PRESS_ENTER, 1);
    else if (single(text))
        letter(keys, single(text));
}

/* Of a sheet that came back nothing is decided by an empty line: the row is told again. */
static void read_row(struct linear *l, const char *text, struct linear_keys *keys)
{
    if (single(text))
        letter(keys, single(text));
    else
        str_clear(&l->said);
}

static void read_reading(const char *text, struct linear_keys *keys)
{
    if (!*text)
        press(keys, PRESS_ESC, 1);
    else if (single(text))
        letter(keys, single(text));
}

/* Lines that lead on, up to the one under the cursor; of all, where that is given as past the end. */
static size_t links_before(const struct page *p, size_t paragraph)
{
    size_t n = 0;
    for (size_t i = 0; i < p->paragraph_count && i < paragraph; i++)
        n += p->paragraphs[i].target != NONE;
    return n;
}

/* 3 goes where the third line leads, 3w asks why of it. */
static void read_why(
    struct linear *l, const struct app *a, const char *text, struct linear_keys *keys)
{
    size_t n = number(&text);
    if (n && n <= links_before(&a->page, NONE) && (!*text || single(text))) {
        move(keys, links_before(&a->page, a->page.picked), n - 1);
        if (*text)
            letter(keys, single(text));
        else
            press(keys, PRESS_ENTER, 1);
    } else if (n) {
        str_clear(&l->said); /* there is no such line: they are told again */
    } else {
        read_reading(text, keys);
    }
}

static void read_ask(const char *text, struct linear_keys *keys)
{
    bool yes = !strcmp(text, "はい"), no = !strcmp(text, "いいえ");
    if (yes || no || single(text))
        letter(keys, yes ? 'y' : no ? 'n' : single(text));
}

static void read_search(const char *line, struct linear_keys *keys)
{
    if (*line)
        whole(keys, line);
    press(keys, *line ? PRESS_ENTER : PRESS_ESC, 1);
}

/* /cloud, :missing: the key that opens something to type in, then what is typed there. Where text is wanted it comes after a point. NULL if
 * the line is none, or the key does nothing here. */
static const char *opener(const struct app *a, const char *typed)
{
    uint64_t where = app_where(a);
    bool field = ((where & WHERE_FIELD) || (where & WHERE_OUT)) && !a->holder;
    if ((field && *typed != '.') || (where & WHERE_TYPING & ~(uint64_t)WHERE_FIELD))
        return NULL;
    typed += *typed == '.';
    struct key key = {.press = PRESS_CHAR, .c = (uint32_t)(unsigned char)*typed};
    enum action action = keys_find(field ? WHERE_OUT : where, &key);
    bool opens = action == ACTION_JUMP || (action == ACTION_SEARCH && a->session);
    return opens && typed[1] ? typed : NULL;
}

static void read_opener(const struct app *a, const char *text, struct linear_keys *keys)
{
    if (app_where(a) & WHERE_FIELD)
        press(keys, PRESS_TAB, 1);
    letter(keys, (uint32_t)(unsigned char)*text);
    whole(keys, text + 1);
    press(keys, PRESS_ENTER, 1);
}

void linear_keys_of(
    struct linear *l, const struct app *a, const char *line, struct linear_keys *keys)
{
    uint64_t where = app_where(a) & ~(uint64_t)WHERE_BESIDE;
    char *typed = narrowed(line);
    /* a point before a command is needed only where text is wanted, but never wrong */
    const char *text = typed[0] == '.' && single(typed + 1) ? typed + 1 : typed;
    bool lines = a->walk.field.lines;
    const char *opening = opener(a, typed);
    if (opening)
        read_opener(a, opening, keys);
    else if (where & WHERE_ASK)
        read_ask(text, keys);
    else if (a->holder && (where & WHERE_WALK) && a->walk.question != NONE)
        read_held(l, a, text, keys);
    else if (where & WHERE_ONE)
        read_one(l, a, text, keys);
    else if (where & WHERE_MANY)
        read_many(l, a, text, keys);
    else if (where & (WHERE_SEARCH | WHERE_FIND | WHERE_JUMP | WHERE_FILTER))
        read_search(line, keys);
    else if (where & (WHERE_AREA | WHERE_FORM_AREA) ||
             (where == WHERE_OUT && a->walk.question != NONE && lines))
        read_area(l, a, line, keys);
    else if (where & (WHERE_LINE | WHERE_FORM_ONLY | WHERE_FORM_LINE) ||
             (where == WHERE_OUT && a->walk.question != NONE))
        read_line(a, line, keys);
    else if (where & WHERE_FORM_PICK)
        read_pick(a, typed, keys);
    else if (where & WHERE_FORM_DONE)
        read_done(typed, keys);
    else if (where & WHERE_WHY)
        read_why(l, a, text, keys);
    else if (where & WHERE_RECEIVE)
        read_row(l, text, keys);
    else if (where & WHERE_READING)
        read_reading(text, keys);
    else
        read_list(l, a, text, keys);
    free(typed);
}
