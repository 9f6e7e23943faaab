/* SPDX-License-Identifier: MIT
 * Line wrapping: 禁則, widths, nothing lost, and time that grows with the text only. */
#include "text/width.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

/* The lines joined by '|'. */
static char *wrapped(const char *text, size_t columns)
{
    struct lines lines = lines_wrap(text, columns);
    struct str out = {0};
    for (size_t i = 0; i < lines.count; i++) {
        if (i)
            str_add_char(&out, '|');
        str_add_bytes(&out, text + lines.at[i].start, lines.at[i].end - lines.at[i].start);
    }
    lines_release(&lines);
    return str_take(&out);
}

static void table(void **state)
{
    (void)state;
    static const struct {
        size_t columns;
        const char *text, *expected;
    } cases[] = {
        {10, "", ""},
        {10, "\n", "|"},
        {10, "a\n\nb\n", "a||b|"},
        {10, "abc def ghi", "abc def|ghi"},
        {7, "abc def ghi", "abc def|ghi"},
        {3, "abc     def", "abc|def"},
        {4, "abcdefghij", "abcd|efgh|ij"},
        {10, "  indented", "  indented"},
        {12, "well-known file", "well-known|file"},
        {9, "well-known", "well-|known"},
        {9, "show --answers", "show|--answers"},
        {11, "show [--answers]", "show|[--answers]"},
        {8, "use -a - or b", "use -a -|or b"},
        {9, "type .edit", "type|.edit"},
        {7, "type .edit", "type|.edit"},
        {8, "文は .edit で", "文は|.edit で"},
        {6, "a, b . c", "a, b .|c"},
        {6, "a.b.c.d", "a.b.c.|d"},
        {4, "　国内　　国外", "　国|内|国外"},
        {8, "データは国内", "データは|国内"},
        {8, "データ保存。", "データ保|存。"},
        {6, "データ保存", "データ|保存"},
        {4, "コーヒー", "コー|ヒー"},
        {6, "あいうっか", "あい|うっか"},
        {6, "これは「国内」", "これは|「国|内」"},
        {8, "これは「国内」", "これは|「国内」"},
        {8, "国内（注）", "国内|（注）"},
        {2, "、、、", "、|、|、"},
        {2, "漢字", "漢|字"},
        {0, "漢字", "漢|字"},
        {5, "か\u3099き\u3099く", "か\u3099き\u3099|く"},
        {2, "👨\u200D👩\u200D👧", "👨\u200D|👩\u200D|👧"},
        {3, "\xFF\xFE\xFD\xFC", "\xFF\xFE\xFD|\xFC"},
        {12, "ISO/IEC 27017 の認証", "ISO/IEC|27017 の認証"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *lines = wrapped(cases[i].text, cases[i].columns);
        assert_string_equal(lines, cases[i].expected);
        free(lines);
    }
}

static const char sample[] =
    "本サービスを利用する課等の長は、「重要情報」（個人情報を含む。）を取り扱うかどうかを確認し、"
    "データセンターの所在地・準拠法・再委託の有無をチェックシートへ記入してください。\n"
    "ISO/IEC 27001、ISO/IEC 27017（又は同等の認証）、ISMAP クラウドサービスリスト…いずれも"
    "ﾊﾝｶｸｶﾅ「ｶﾞｷﾞｸﾞ」や、https://example.com/path?query=1 が含まれます！　「はい」・「いいえ」々ゝー。"
    "ウィンドウ、キャッシュ、チョッキ、ヴァージョン、ティッシュ。";

static int begins_with_any(const char *at, size_t len, const char *const *set)
{
    for (; *set; set++)
        if (len >= strlen(*set) && strncmp(at, *set, strlen(*set)) == 0)
            return 1;
    return 0;
}

static int ends_with_any(const char *end, size_t len, const char *const *set)
{
    for (; *set; set++)
        if (len >= strlen(*set) && strncmp(end - strlen(*set), *set, strlen(*set)) == 0)
            return 1;
    return 0;
}

/* Lines cover the text in order, leave out only blanks and newlines, and are never too wide. */
static void check_lines(const char *text, size_t columns, const struct lines *l)
{
    size_t at = 0;
    for (size_t i = 0; i < l->count; i++) {
        assert_true(l->at[i].start >= at && l->at[i].end >= l->at[i].start);
        for (; at < l->at[i].start; at++)
            assert_non_null(strchr(" \t\n\xE3\x80", text[at]));
        at = l->at[i].end;
        assert_true(width_of_bytes(text + l->at[i].start, at - l->at[i].start) <= columns);
    }
    for (; text[at]; at++)
        assert_non_null(strchr(" \t\n\xE3\x80", text[at]));
}

static void kinsoku_at_every_width(void **state)
{
    (void)state;
    static const char *const not_first[] = {"。", "、", "」", "）", "ー", "っ", "ャ", "ュ", "ョ",
        "ッ", "ィ", "ァ", "・", "々", "ゝ", "！", "…", "｣", NULL};
    static const char *const not_last[] = {"「", "（", "｢", NULL};
    for (size_t columns = 2; columns <= 200; columns++) {
        struct lines l = lines_wrap(sample, columns);
        check_lines(sample, columns, &l);
        /* narrower than the longest unbreakable run, something has to give */
        for (size_t i = 1; columns >= 24 && i < l.count; i++) {
            size_t len = l.at[i].end - l.at[i].start;
            assert_false(begins_with_any(sample + l.at[i].start, len, not_first));
            len = l.at[i - 1].end - l.at[i - 1].start;
            assert_false(ends_with_any(sample + l.at[i - 1].end, len, not_last));
        }
        lines_release(&l);
    }
}

static void hostile_bytes(void **state)
{
    (void)state;
    uint32_t seed = 99;
    for (int round = 0; round < 3000; round++) {
        char text[64];
        for (size_t i = 0; i < sizeof text - 1; i++) {
            seed = seed * 1664525u + 1013904223u;
            text[i] = (char)(seed >> 24 ? seed >> 24 : ' ');
        }
        text[sizeof text - 1] = '\0';
        size_t columns = 2 + (seed >> 8) % 20;
        struct lines l = lines_wrap(text, columns);
        check_lines(text, columns, &l);
        lines_release(&l);
    }
}

static void awkward_pieces(void **state)
{
    (void)state;
    static const char *const pieces[] = {"漢", "a", " ", "　", "「", "。", "\u3099", "ｶﾞ", "\u200B",
        "①", "👨\u200D👩", "\xFF", "\n", "ー", "abc-"};
    uint32_t seed = 3;
    for (int round = 0; round < 5000; round++) {
        struct str text = {0};
        for (int i = 0; i < 30; i++) {
            seed = seed * 1664525u + 1013904223u;
            str_add(&text, pieces[(seed >> 16) % (sizeof pieces / sizeof *pieces)]);
        }
        size_t columns = 2 + (seed >> 8) % 20;
        width_ambiguous(1 + (round & 1));
        struct lines l = lines_wrap(str_text(&text), columns);
        check_lines(str_text(&text), columns, &l);
        lines_release(&l);
        str_release(&text);
    }
    width_ambiguous(1);
}

static double seconds_for(const char *piece, size_t bytes)
{
    struct str text = {0};
    while (text.len < bytes)
        str_add(&text, piece);
    struct timespec before;
    struct timespec after;
    assert_int_equal(clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &before), 0);
    struct lines l = lines_wrap(str_text(&text), 80);
    assert_int_equal(clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &after), 0);
    check_lines(str_text(&text), 80, &l);
    lines_release(&l);
    str_release(&text);
    return (double)(after.tv_sec - before.tv_sec) + 1e-9 * (double)(after.tv_nsec - before.tv_nsec);
}

/* A quadratic pass over 64 KiB takes far longer than this, a linear one far less, even under sanitizers. */
static void long_texts(void **state)
{
    (void)state;
    static const char *const pieces[] = {
        "漢", "a", " ", "「", "。", "か\u3099", "\u3099", "👨\u200D", "🇯🇵", "\xFF", "。a "};
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++)
        assert_true(seconds_for(pieces[i], 64 * 1024) < 2.0);
}

static void check_wrapped(const char *text, size_t columns, const char *expected)
{
    char *lines = wrapped(text, columns);
    assert_string_equal(lines, expected);
    free(lines);
}

/* Wrapped before or not, in whatever columns: the same lines as for the first time. */
static void again(void **state)
{
    (void)state;
    char text[] = "①②③④ abc";
    for (int i = 0; i < 2; i++) {
        check_wrapped(text, 4, "①②③④|abc");
        check_wrapped(text, 3, "①②③|④|abc");
        width_ambiguous(2);
        check_wrapped(text, 4, "①②|③④|abc");
        width_ambiguous(1);
    }
    memcpy(text + 13, "xyz", 3);
    check_wrapped(text, 4, "①②③④|xyz");
}

/* In the columns of the longest word no word is cut, in one less it is. */
static void least(void **state)
{
    (void)state;
    assert_int_equal(lines_least(""), 0);
    assert_int_equal(lines_least("Confidentiality 2 or 3"), 15);
    assert_int_equal(lines_least("two\nlines of  words "), 5);
    assert_int_equal(lines_least("機密性2以上"), 2);
    check_wrapped("Confidentiality 2", 15, "Confidentiality|2");
    check_wrapped("Confidentiality 2", 14, "Confidentialit|y 2");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(table),
        cmocka_unit_test(kinsoku_at_every_width),
        cmocka_unit_test(hostile_bytes),
        cmocka_unit_test(awkward_pieces),
        cmocka_unit_test(long_texts),
        cmocka_unit_test(again),
        cmocka_unit_test(least),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
