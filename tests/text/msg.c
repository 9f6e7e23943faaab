/* SPDX-License-Identifier: MIT
 * The catalogue, placeholders, errors in words, and the choice of language. */
#include "text/msg.h"

#include "text/catalogue.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

extern const unsigned char catalogue_ja[];
extern const size_t catalogue_ja_len;

/* ---- a catalogue of three entries, built by hand ---- */

struct mo {
    unsigned char at[512];
    size_t len;
    int big;
};

static void put32(struct mo *mo, size_t offset, uint32_t n)
{
    for (size_t i = 0; i < 4; i++)
        mo->at[offset + i] = (unsigned char)(n >> (mo->big ? 24 - 8 * i : 8 * i));
}

static void put_string(struct mo *mo, size_t entry, const char *text, size_t len)
{
    put32(mo, entry, (uint32_t)len);
    put32(mo, entry + 4, (uint32_t)mo->len);
    memcpy(mo->at + mo->len, text, len + 1);
    mo->len += len + 1;
}

static struct mo mo_make(int big)
{
    struct mo mo = {.big = big, .len = 28 + 6 * 8};
    put32(&mo, 0, 0x950412DE);
    put32(&mo, 8, 3);
    put32(&mo, 12, 28);
    put32(&mo, 16, 28 + 3 * 8);
    put_string(&mo, 28, "Empty", 5);
    put_string(&mo, 36, "Save", 4);
    put_string(&mo, 44, "one file\0{1} files", 18);
    put_string(&mo, 52, "", 0);
    put_string(&mo, 60, "保存", 6);
    put_string(&mo, 68, "{1} 個", 7);
    return mo;
}

/* The value; its key must be the one looked for. */
static const char *found(const unsigned char *at, size_t len, const char *key)
{
    const char *own_key, *value = catalogue_find(at, len, key, &own_key);
    if (value)
        assert_string_equal(own_key, key);
    return value;
}

static void finds(void **state)
{
    (void)state;
    for (int big = 0; big < 2; big++) {
        struct mo mo = mo_make(big);
        assert_string_equal(found(mo.at, mo.len, "Save"), "保存");
        assert_string_equal(found(mo.at, mo.len, "one file"), "{1} 個");
        assert_null(found(mo.at, mo.len, "Empty"));
        assert_null(found(mo.at, mo.len, "Sav"));
        assert_null(found(mo.at, mo.len, "Saved"));
        assert_null(found(mo.at, mo.len, ""));
        assert_null(found(mo.at, mo.len, "zzz"));
    }
}

/* Cut anywhere, or with any byte of its tables changed: an answer or none, never a read outside (the copy is exactly as long as
 * it claims, so that the sanitizer would see one). */
static void survives_damage(void **state)
{
    (void)state;
    struct mo good = mo_make(0);
    for (size_t len = 0; len <= good.len; len++) {
        unsigned char *cut = malloc(len + !len);
        assert_non_null(cut);
        memcpy(cut, good.at, len);
        const char *value = found(cut, len, "Save");
        if (value)
            assert_string_equal(value, "保存");
        assert_true(len < good.len - 8 || value);
        free(cut);
    }
    static const unsigned char values[] = {0x00, 0x01, 0x7F, 0x80, 0xFF};
    for (size_t at = 0; at < good.len; at++)
        for (size_t v = 0; v < sizeof values; v++) {
            unsigned char *bad = malloc(good.len);
            assert_non_null(bad);
            memcpy(bad, good.at, good.len);
            bad[at] = values[v];
            const char *value = found(bad, good.len, "Save");
            assert_true(!value || strlen(value) < good.len);
            free(bad);
        }
}

static void embedded(void **state)
{
    (void)state;
    assert_non_null(found(catalogue_ja, catalogue_ja_len, "Incomplete"));
    assert_string_equal(tr(LANG_JA, "Incomplete"), "未完了");
    assert_string_equal(tr(LANG_JA, "Incomplete"), "未完了"); /* remembered */
    assert_string_equal(tr(LANG_EN, "Incomplete"), "Incomplete");
    char again[16] = "Incomplete";
    assert_string_equal(tr(LANG_JA, again), "未完了");
    memcpy(again, "Selectable", sizeof "Selectable");
    assert_string_equal(tr(LANG_JA, again), "選定可"); /* at the address of another */
    assert_string_equal(tr(LANG_JA, "No such sentence, ever"), "No such sentence, ever");
    assert_string_equal(tr(LANG_JA, ""), ""); /* not the header of the catalogue */
}

static void plurals(void **state)
{
    (void)state;
    assert_string_equal(tr_n(LANG_EN, "one x", "{1} xs", 1), "one x");
    assert_string_equal(tr_n(LANG_EN, "one x", "{1} xs", 0), "{1} xs");
    assert_string_equal(tr_n(LANG_EN, "one x", "{1} xs", 2), "{1} xs");
    assert_string_equal(tr_n(LANG_JA, "one x", "{1} xs", 2), "{1} xs");
}

static void placeholders(void **state)
{
    (void)state;
    struct str out = {0};
    tr_add(&out, LANG_EN, "{2}-{1}{1} {3}|{4}|{5}{x}{", "a", "{1}", "c");
    assert_string_equal(str_text(&out), "{1}-aa c||{5}{x}{");
    str_clear(&out);
    tr_add(&out, LANG_EN, "");
    assert_string_equal(str_text(&out), "");
    str_release(&out);
}

static void errors(void **state)
{
    (void)state;
    struct err e;
    struct str out = {0};
    assert_false(err_fail(&e, ERR_INPUT, "{1} is wrong ({2}).", "\x1b[2J", "\xFF"));
    err_words(&out, LANG_EN, &e);
    assert_string_equal(str_text(&out), "<U+001B>[2J is wrong (<FF>).");
    str_clear(&out);
    assert_false(err_at(&e, "stages/a\nb.yaml", 14, 5));
    err_words(&out, LANG_EN, &e);
    assert_string_equal(str_text(&out), "stages/a b.yaml:14:5: <U+001B>[2J is wrong (<FF>).");
    str_clear(&out);
    assert_false(err_at(&e, "f", 3, 0));
    err_words(&out, LANG_EN, &e);
    assert_string_equal(str_text(&out), "f:3: <U+001B>[2J is wrong (<FF>).");
    str_release(&out);
}

static void says_what_the_system_says(void **state)
{
    (void)state;
    struct err e;
    struct str out = {0};
    assert_false(
        err_fail(&e, ERR_SYSTEM, "{1} cannot be written: {2}.", "a.pdf", strerror(ENOSPC)));
    err_words(&out, LANG_JA, &e);
    assert_string_equal(str_text(&out), "a.pdf に書き込めません（ディスクに空きがありません）。");
    str_clear(&out);
    err_words(&out, LANG_EN, &e);
    assert_string_equal(str_text(&out), "a.pdf cannot be written: No space left on device.");
    str_release(&out);
}

static void clear_wishes(void)
{
    static const char *const wishes[] = {"KIJUN_LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < sizeof wishes / sizeof *wishes; i++)
        assert_int_equal(unsetenv(wishes[i]), 0);
}

static void language(void **state)
{
    (void)state;
    static const struct {
        const char *option, *name, *value;
        int ok;
        enum lang lang;
    } cases[] = {
        {NULL, "LANG", "C.UTF-8", 1, LANG_JA},
        {NULL, "LANG", "en_US.UTF-8", 1, LANG_EN},
        {NULL, "LC_MESSAGES", "en", 1, LANG_EN},
        {NULL, "LC_ALL", "ja_JP.eucJP", 1, LANG_JA},
        {NULL, "LANGUAGE", "fr:en:ja", 1, LANG_EN},
        {NULL, "LANGUAGE", "::fr", 1, LANG_JA},
        {NULL, "LANGUAGE", "eng", 1, LANG_JA},
        {NULL, "KIJUN_LANG", "en", 1, LANG_EN},
        {"ja", "KIJUN_LANG", "en", 1, LANG_JA},
        {"en", "LANG", "ja_JP.UTF-8", 1, LANG_EN},
        {"en-GB", "LANG", "", 1, LANG_EN},
        {"fr", "LANG", "en", 0, LANG_JA},
        {"", "LANG", "en", 0, LANG_JA},
        {"japanese", "LANG", "en", 0, LANG_JA},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        clear_wishes();
        assert_int_equal(setenv(cases[i].name, cases[i].value, 1), 0);
        enum lang lang = LANG_COUNT;
        assert_int_equal(lang_choose(cases[i].option, &lang), cases[i].ok);
        assert_int_equal(lang, cases[i].lang);
    }
    clear_wishes();
    assert_int_equal(setenv("LANG", "ja_JP.UTF-8", 1), 0);
    assert_int_equal(setenv("LANGUAGE", "en", 1), 0);
    enum lang lang = LANG_COUNT;
    assert_true(lang_choose(NULL, &lang));
    assert_int_equal(lang, LANG_EN);
    assert_string_equal(lang_name(LANG_JA), "ja");
    assert_string_equal(lang_name(LANG_EN), "en");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds),
        cmocka_unit_test(survives_damage),
        cmocka_unit_test(embedded),
        cmocka_unit_test(plurals),
        cmocka_unit_test(placeholders),
        cmocka_unit_test(errors),
        cmocka_unit_test(says_what_the_system_says),
        cmocka_unit_test(language),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
