/* SPDX-License-Identifier: MIT
 * The compiled form of every standard says what its YAML says, and nothing else is taken for one. */
#include "pack/image.h"
#include "core/difference.h"
#include "pack/pack.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

struct made {
    const char *folder;
    struct standard *standard;
    struct str image;
};

static void read_standard(const char *id, const char *folder, struct made *m)
{
    struct bundle bundle = {0};
    struct err_list problems = {0};
    struct err e;
    *m = (struct made){.folder = folder};
    assert_true(bundle_read(&bundle, folder, &e));
    assert_true(pack_parse(&bundle, id, &m->standard, &problems));
    image_write(&m->image, m->standard);
    err_list_release(&problems);
    bundle_release(&bundle);
}

static void made_release(struct made *m)
{
    standard_free(m->standard);
    str_release(&m->image);
}

/* Runs try on every bundled standard. */
static void each_standard(void (*try)(struct made *m))
{
    struct shelf shelf = {0};
    struct err e;
    assert_true(shelf_read(&shelf, &e));
    assert_true(shelf.count > 0);
    for (size_t i = 0; i < shelf.count; i++) {
        struct made m;
        read_standard(shelf.at[i].id, shelf.at[i].folder, &m);
        try(&m);
        made_release(&m);
    }
    shelf_release(&shelf);
}

/* An address left in an image, or what happened to lie between members, would differ from one reading to the next. */
static void try_twice(struct made *m)
{
    struct made other;
    read_standard(m->standard->id, m->folder, &other);
    assert_int_equal(other.image.len, m->image.len);
    assert_memory_equal(other.image.at, m->image.at, other.image.len);
    made_release(&other);
}

static void is_made_the_same_again(void **state)
{
    (void)state;
    each_standard(try_twice);
}

/* A file without a name that holds the image; closed by the caller. */
static FILE *file_of(const struct str *image)
{
    FILE *file = tmpfile();
    assert_non_null(file);
    assert_int_equal(fwrite(image->at, 1, image->len, file), image->len);
    assert_int_equal(fflush(file), 0);
    return file;
}

static void assert_same_words(const struct words *a, const struct words *b)
{
    for (int lang = 0; lang < LANG_COUNT; lang++)
        assert_string_equal(words_in(a, (enum lang)lang), words_in(b, (enum lang)lang));
}

static void assert_same_fields(const struct field *a, const struct field *b, size_t count)
{
    for (size_t f = 0; f < count; f++) {
        assert_same_words(&a[f].label, &b[f].label);
        assert_int_equal(a[f].question, b[f].question);
        assert_int_equal(a[f].clauses.count, b[f].clauses.count);
        assert_int_equal(a[f].day, b[f].day);
        assert_int_equal(a[f].choice_count, b[f].choice_count);
        for (size_t c = 0; c < a[f].choice_count; c++)
            assert_same_words(&a[f].choices[c], &b[f].choices[c]);
        assert_string_equal(a[f].place.file, b[f].place.file);
    }
}

static void assert_same_part(const struct part *a, const struct part *b)
{
    assert_int_equal(a->kind, b->kind);
    assert_same_words(&a->heading, &b->heading);
    assert_same_words(&a->text, &b->text);
    assert_int_equal(a->field_count, b->field_count);
    assert_same_fields(a->fields, b->fields, a->field_count);
    assert_int_equal(a->column_count, b->column_count);
    for (size_t c = 0; c < a->column_count; c++) {
        assert_same_words(&a->columns[c].label, &b->columns[c].label);
        assert_int_equal(a->columns[c].day, b->columns[c].day);
        assert_int_equal(a->columns[c].choice_count, b->columns[c].choice_count);
        for (size_t i = 0; i < a->columns[c].choice_count; i++)
            assert_same_words(&a->columns[c].choices[i], &b->columns[c].choices[i]);
    }
    assert_int_equal(a->row_count, b->row_count);
    for (size_t r = 0; r < a->row_count; r++) {
        assert_int_equal(a->rows[r].cell_count, b->rows[r].cell_count);
        assert_same_fields(a->rows[r].cells, b->rows[r].cells, a->rows[r].cell_count);
    }
}

static void assert_same_papers(const struct standard *a, const struct standard *b)
{
    assert_int_equal(a->paper_count, b->paper_count);
    for (size_t p = 0; p < a->paper_count; p++) {
        assert_same_words(&a->papers[p].title, &b->papers[p].title);
        assert_int_equal(a->papers[p].part_count, b->papers[p].part_count);
        for (size_t i = 0; i < a->papers[p].part_count; i++)
            assert_same_part(&a->papers[p].parts[i], &b->papers[p].parts[i]);
    }
}

static void assert_same(const struct made *m, const struct standard *again)
{
    struct str image = {0};
    image_write(&image, again);
    assert_int_equal(image.len, m->image.len);
    assert_memory_equal(image.at, m->image.at, image.len);
    struct difference difference;
    difference_of(&difference, m->standard, again);
    assert_true(difference_none(&difference));
    difference_release(&difference);
    assert_same_papers(m->standard, again);
    assert_memory_equal(again->rank, m->standard->rank,
        (again->question_count + again->requirement_count) * sizeof *again->rank);
    str_release(&image);
}

/* The second cannot lie where the first does: its pointers are moved. */
static void try_round(struct made *m)
{
    FILE *file = file_of(&m->image);
    struct standard *first = image_read(fileno(file), m->image.len, &m->standard->digest);
    struct standard *second = image_read(fileno(file), m->image.len, &m->standard->digest);
    assert_int_equal(fclose(file), 0);
    assert_non_null(first);
    assert_non_null(second);
    assert_ptr_not_equal(first->image, second->image);
    assert_same(m, first);
    assert_same(m, second);
    standard_free(first);
    assert_same(m, second);
    standard_free(second);
}

/* The place is free again, and what lay at any other is taken. */
static void try_place(struct made *m)
{
    FILE *file = file_of(&m->image);
    int fd = fileno(file);
    struct standard *s = image_read(fd, m->image.len, &m->standard->digest);
    assert_non_null(s);
    const void *at = s->image;
    standard_free(s);
    void *elsewhere = mmap(NULL, m->image.len, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    assert_ptr_not_equal(elsewhere, MAP_FAILED);
    s = image_read(fd, m->image.len, &m->standard->digest);
    assert_non_null(s);
#ifdef __x86_64__ /* others may have no room up there */
    assert_ptr_equal(s->image, at);
#endif
    assert_same(m, s);
    standard_free(s);
    assert_int_equal(munmap(elsewhere, m->image.len), 0);
    assert_int_equal(fclose(file), 0);
}

static void lies_at_home(void **state)
{
    (void)state;
    each_standard(try_place);
}

static void comes_back_the_same(void **state)
{
    (void)state;
    each_standard(try_round);
}

/* Bytes from one damage to the next, in the head and behind it. */
enum { HEAD_STEP = 7, STEP = 997 };

static void put_byte(FILE *file, size_t at, char byte)
{
    assert_int_equal(pwrite(fileno(file), &byte, 1, (off_t)at), 1);
}

static void try_damage(struct made *m)
{
    const struct digest *digest = &m->standard->digest;
    FILE *file = file_of(&m->image);
    int fd = fileno(file);
    for (size_t at = 0; at < m->image.len; at += at < 4096 ? HEAD_STEP : STEP) {
        put_byte(file, at, m->image.at[at] ^ 0x20);
        assert_null(image_read(fd, m->image.len, digest));
        put_byte(file, at, m->image.at[at]);
        assert_null(image_read(fd, at, digest));
    }
    struct digest other = *digest;
    other.byte[DIGEST_BYTES - 1] ^= 1;
    assert_null(image_read(fd, m->image.len, &other));
    struct standard *whole = image_read(fd, m->image.len, digest);
    assert_non_null(whole); /* all of the damage was mended */
    standard_free(whole);
    assert_int_equal(fclose(file), 0);
}

static void damage_is_not_believed(void **state)
{
    (void)state;
    each_standard(try_damage);
}

/* What others may have written there is not believed. */
static void try_open_to_all(const struct digest *digest, const char *path)
{
    static const mode_t modes[] = {0620, 0602};
    for (size_t i = 0; i < sizeof modes / sizeof *modes; i++) {
        assert_int_equal(chmod(path, modes[i]), 0);
        assert_null(image_cached(digest));
    }
}

/* Another kijun keeps the same standard, or the cache is emptied: what has been read stays. */
static void try_replace(struct made *m, const char *path)
{
    struct standard *cached = image_cached(&m->standard->digest);
    assert_non_null(cached);
    image_keep(m->standard);
    assert_same(m, cached);
    assert_int_equal(unlink(path), 0);
    assert_same(m, cached);
    standard_free(cached);
    assert_null(image_cached(&m->standard->digest));
}

/* The disk was full, or the machine went down, before all of it was there. */
static void try_half(struct made *m, const char *path)
{
    image_keep(m->standard);
    assert_int_equal(truncate(path, (off_t)m->image.len / 2), 0);
    assert_null(image_cached(&m->standard->digest));
    assert_int_equal(truncate(path, (off_t)m->image.len), 0);
    assert_null(image_cached(&m->standard->digest));
    image_keep(m->standard);
}

static void try_cache(struct made *m)
{
    assert_null(image_cached(&m->standard->digest));
    image_keep(m->standard);
    struct standard *cached = image_cached(&m->standard->digest);
    assert_non_null(cached);
    assert_string_equal(cached->id, m->standard->id);
    standard_free(cached);
    char hex[DIGEST_HEX];
    struct str path = {0};
    digest_hex(&m->standard->digest, hex);
    str_addf(&path, "%s/kijun/%s", getenv("XDG_CACHE_HOME"), hex);
    try_replace(m, str_text(&path));
    try_half(m, str_text(&path));
    try_open_to_all(&m->standard->digest, str_text(&path));
    str_release(&path);
}

static void is_kept_by_digest(void **state)
{
    (void)state;
    char folder[] = "/tmp/kijun-cache-XXXXXX";
    assert_non_null(mkdtemp(folder));
    assert_int_equal(setenv("XDG_CACHE_HOME", folder, 1), 0);
    each_standard(try_cache);
    assert_int_equal(chmod(folder, 0700), 0);
    char command[128];
    (void)snprintf(command, sizeof command, "rm -r '%s'", folder);
    assert_int_equal(system(command), 0);
}

int main(void)
{
    if (setenv("KIJUN_STANDARDS", TEST_CHECKLISTS, 1) != 0)
        return 1;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(is_made_the_same_again),
        cmocka_unit_test(comes_back_the_same),
        cmocka_unit_test(lies_at_home),
        cmocka_unit_test(damage_is_not_believed),
        cmocka_unit_test(is_kept_by_digest),
    };
    return cmocka_run_group_tests_name("pack/image", tests, NULL, NULL);
}
