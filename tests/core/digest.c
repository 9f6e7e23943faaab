/* SPDX-License-Identifier: MIT
 * The hash, of bytes, of strings, of a standard's files and of the history, against values computed by another
 * implementation of BLAKE2b (RFC 7693) from the same bytes. A change here makes every saved history look damaged. */
#include "core/digest.h"
#include "core/bundle.h"
#include "core/entry.h"
#include "core/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void is(struct digest d, const char *hex)
{
    char text[DIGEST_HEX];
    digest_hex(&d, text);
    assert_string_equal(text, hex);
}

static void of_bytes(void **state)
{
    (void)state;
    struct digester d;
    digest_begin(&d);
    is(digest_end(&d), "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
    digest_begin(&d);
    digest_add(&d, "a", 1);
    digest_add(&d, "bc", 2);
    is(digest_end(&d), "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
}

static void of_lists(void **state)
{
    (void)state;
    struct digester d;
    digest_begin(&d);
    digest_add_string(&d, "ab");
    digest_add_string(&d, NULL);
    digest_add_string(&d, "");
    digest_add_number(&d, -2);
    is(digest_end(&d), "2b1ab056173380a5a9ca5b407418fcfd43a696bec89bf92346bf13d2dd1a33aa");
}

static void of_bundles(void **state)
{
    (void)state;
    struct bundle b = {0};
    bundle_add(&b, "b.yaml", NULL, 0);
    bundle_add(&b, "a.yaml", "x\0", 2);
    assert_string_equal(b.file[0].path, "a.yaml");
    assert_string_equal(b.file[1].path, "b.yaml");
    assert_string_equal(b.file[1].bytes, "");
    is(bundle_digest(&b), "e30dd60c744f2b94419365535d0c6cba1315b7a9d561ce80222d93d96b1ca905");
    bundle_release(&b);
    assert_int_equal(b.count, 0);
}

static struct entries history(void)
{
    struct entries list = {0};
    struct entry begin = {1, 1700000000, mem_dup("hanako (1000)"), ENTRY_BEGIN,
        mem_dup("k3pm7wq2xt"), mem_dup("00ff"), {{0}}};
    struct entry answer = {
        2, 1700000005, mem_dup("hanako (1000)"), ENTRY_ANSWER, mem_dup("tier"), NULL, {{0}}};
    begin.hash = entry_hash(&begin, &(struct digest){{0}});
    answer.hash = entry_hash(&answer, &begin.hash);
    entries_add(&list, &begin);
    entries_add(&list, &answer);
    assert_null(begin.actor);
    return list;
}

static void of_entries(void **state)
{
    (void)state;
    struct entries list = history();
    is(list.at[0].hash, "5bf858a5f6e8e71fae021a5d86aadd2c5b0e5dfe6d68c918279e48a812cc083d");
    is(list.at[1].hash, "987c79f041eebaaae7a63630b835dcab3757bc3eb3f43e170e2e319e9b5a1f3f");
    size_t bad = 99;
    assert_true(entries_verify(&list, &bad));
    assert_int_equal(bad, 99);
    entries_release(&list);
    assert_true(entries_verify(&list, &bad));
}

static void finds_every_change(void **state)
{
    (void)state;
    for (int change = 0; change < 8; change++) {
        struct entries list = history();
        struct entry *e = &list.at[change % 2];
        switch (change / 2) {
        case 0:
            e->seq++;
            break;
        case 1:
            e->time--;
            break;
        case 2:
            e->actor[0] ^= 1;
            break;
        case 3:
            e->hash.byte[31] ^= 0x80;
            break;
        }
        size_t bad = 99;
        assert_false(entries_verify(&list, &bad));
        assert_int_equal(bad, change % 2);
        entries_release(&list);
    }
}

static void tells_cleared_from_empty(void **state)
{
    (void)state;
    struct entries list = history();
    size_t bad = 99;
    list.at[1].value = mem_dup("");
    assert_false(entries_verify(&list, &bad));
    assert_int_equal(bad, 1);
    entries_release(&list);
}

static void names(void **state)
{
    (void)state;
    for (int i = 0; i < ENTRY_WHAT_COUNT; i++) {
        enum entry_what what = ENTRY_WHAT_COUNT;
        assert_true(entry_what_parse(entry_what_name((enum entry_what)i), &what));
        assert_int_equal(what, i);
    }
    enum entry_what what = ENTRY_NOTE;
    assert_false(entry_what_parse("Note", &what));
    assert_int_equal(what, ENTRY_NOTE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(of_bytes),
        cmocka_unit_test(of_lists),
        cmocka_unit_test(of_bundles),
        cmocka_unit_test(of_entries),
        cmocka_unit_test(finds_every_change),
        cmocka_unit_test(tells_cleared_from_empty),
        cmocka_unit_test(names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
