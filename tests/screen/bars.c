/* SPDX-License-Identifier: MIT
 * The bar at the bottom: on every screen the most useful next key leads it, and the way to all keys and the way out are always on it.
 * Above it a list that is longer than the screen says which part is shown; a list says of an answer no more than has room. */
#include "term/office.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* What the bar of a screen must show, and the keys that lead to that screen from home, or from a session's question. */
struct bar {
    const char *keys, *first, *help, *out;
};

static const struct bar at_home[][2] = {
    {{"", "Enter Open", "? Help", "q Quit"}, {"", "Enter 開く", "? 説明", "q 終了"}},
    {{"/", "Enter Show these", "F1 Help", "Esc Show all"},
        {"/", "Enter 一覧へ", "F1 説明", "Esc すべて表示"}},
    {{"n", "Enter Choose", "? Help", "b Back"}, {"n", "Enter 選ぶ", "? 説明", "b 戻る"}},
    {{"n Enter", "Enter Done", "F1 Help", "Esc Back"},
        {"n Enter", "Enter 決定", "F1 説明", "Esc 戻る"}},
};

static const struct bar in_session[][2] = {
    {{"", "Enter Confirm", "? Help", "q Pause"}, {"", "Enter 決定", "? 説明", "q 中断"}},
    {{"s", "Enter Go there", "? Help", "b Back"}, {"s", "Enter 移動", "? 説明", "b 戻る"}},
    {{"m", "Enter To question", "? Help", "b Back"}, {"m", "Enter 質問へ", "? 説明", "b 戻る"}},
    {{"m f", "p Print or save", "? Help", "b Back"}, {"m f", "p 印刷・保存", "? 説明", "b 戻る"}},
    {{"m d", "Enter Next", "? Help", "Esc Back"}, {"m d", "Enter 次の欄", "? 説明", "Esc 戻る"}},
    {{"m p", "Enter Next", "? Help", "Esc Back"}, {"m p", "Enter 次の欄", "? 説明", "Esc 戻る"}},
    {{"e", "Enter Add or edit", "? Help", "b Back"}, {"e", "Enter 追加・修正", "? 説明", "b 戻る"}},
    {{"e Enter", "Enter Next", "F1 Help", "Esc Back"},
        {"e Enter", "Enter 次の欄", "F1 説明", "Esc 戻る"}},
    {{"n", "Ctrl-D Save", "F1 Help", "Esc Back"}, {"n", "Ctrl-D 保存", "F1 説明", "Esc 戻る"}},
    {{"o", "Enter Read it all", "? Help", "b Back"}, {"o", "Enter 全部読む", "? 説明", "b 戻る"}},
    {{"w", "Enter Go there", "? Help", "b Back"}, {"w", "Enter 移動", "? 説明", "b 戻る"}},
    {{"c", "Space More", "? Help", "b Back"}, {"c", "Space 続き", "? 説明", "b 戻る"}},
    {{"h", "Space More", "? Help", "b Back"}, {"h", "Space 続き", "? 説明", "b 戻る"}},
    {{"?", "Space More", "? Help", "b Back"}, {"?", "Space 続き", "? 説明", "b 戻る"}},
    {{"/", "Enter To the matches", "F1 Help", "Esc Back"},
        {"/", "Enter 一覧へ", "F1 説明", "Esc 戻る"}},
    {{":", "Enter Do it", "F1 Help", "Esc Back"}, {":", "Enter 決定", "F1 説明", "Esc 戻る"}},
};

static bool holds(const struct term *t, int from, const char *text)
{
    int row, col;
    return term_find(t, text, &row, &col) && row >= from;
}

/* The key and its label lead one of the last two rows, and what must be there stands in it or below. */
static bool shows(const struct term *t, const void *with)
{
    const struct bar *bar = with;
    int rows, cols;
    term_extent(t, &rows, &cols);
    for (int i = rows - 2; i < rows; i++) {
        char *row = term_row(t, i);
        bool leads = row[0] == ' ' && !strncmp(row + 1, bar->first, strlen(bar->first));
        free(row);
        if (leads)
            return holds(t, i, bar->help) && holds(t, i, bar->out);
    }
    return false;
}

static void look(const struct office *o, const char *id, const struct bar *bar, const char *lang)
{
    struct term *t = id ? office_sit(o, 12, 40, "--lang", lang, "open", id)
                        : office_sit(o, 12, 40, "--lang", lang);
    if (*bar->keys)
        term_key(t, bar->keys);
    see_that(t, shows, bar, bar->keys);
    term_resize(t, 24, 80);
    see_that(t, shows, bar, bar->keys);
    term_release(t);
}

static void test_bars(void **state)
{
    struct office o;
    (void)state;
    office_open(&o);
    char *id = office_line(&o, "new", "sample", "--title", "下の行の試験");
    struct said said = office_run(&o, "answer", id, "story=長い記入", "line1=済");
    assert_int_equal(said.status, 0);
    said_release(&said);
    for (size_t i = 0; i < sizeof at_home / sizeof *at_home; i++) {
        look(&o, NULL, &at_home[i][0], "en");
        look(&o, NULL, &at_home[i][1], "ja");
    }
    for (size_t i = 0; i < sizeof in_session / sizeof *in_session; i++) {
        look(&o, id, &in_session[i][0], "en");
        look(&o, id, &in_session[i][1], "ja");
    }
    free(id);
    office_close(&o);
}

static void test_parts(void **state)
{
    struct office o;
    (void)state;
    office_open(&o);
    for (int i = 0; i < 20; i++)
        free(office_line(&o, "new", "sample", "--title", "一覧の試験"));
    struct term *t = office_sit(&o, 24, 80, "--lang", "ja");
    see(t, "1-17 / 20");
    term_key(t, "G");
    see(t, "4-20 / 20");
    term_resize(t, 40, 120);
    see_gone(t, " / 20");
    term_resize(t, 12, 40);
    term_key(t, "g");
    see(t, "1-7 / 20");
    term_key(t, "Enter");
    see(t, "1-1 ");
    term_key(t, "Tab s");
    see(t, "段階と質問");
    see(t, "1-6 / 8"); /* the heading of the stage does not count */
    term_release(t);
    office_close(&o);
}

static void test_states(void **state)
{
    struct office o;
    int row, col;
    (void)state;
    office_open(&o);
    char *id = office_line(&o, "new", "sample", "--title", "照会の試験");
    struct term *t = office_sit(&o, 24, 80, "--lang", "ja", "open", id);
    see(t, "1-1 長い記入欄");
    term_key(t, "Tab s p");
    see(t, "どなたに確認しますか");
    term_type(t, "みほん社");
    term_key(t, "Enter Up");
    see(t, "= 確認中（令和8.11.20 みほん社へ照会）");
    assert_true(term_find(t, "? 長い記入欄", &row, &col));
    char *line = term_row(t, row);
    assert_non_null(strstr(line, " 確認中"));
    assert_null(strstr(line, "確認中（"));
    free(line);
    term_release(t);
    free(id);
    office_close(&o);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_bars),
        cmocka_unit_test(test_parts),
        cmocka_unit_test(test_states),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
