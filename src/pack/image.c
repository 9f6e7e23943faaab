/* SPDX-License-Identifier: MIT
 * The compiled form of a standard: its structures as they lie in memory, and at the end where the pointers among them are. The
 * pointers are right where the image is meant to lie, so that reading makes nothing, nor copies: the file is mapped there. If that place
 * is taken, each pointer is moved by as much as the image was. The image begins with a sum over the rest and over this
 * program's identity (its file's size and time): one from another build, whose structures may differ, or a damaged one, is not
 * taken for a standard. */
#include "pack/image.h"

#include "core/mem.h"

#include <stdalign.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>

struct head {
    uint64_t sum; /* over all that follows */
    uint32_t pointers,
        pointer_count; /* where the list of pointers is: a uint32_t for each, the place it is at */
    struct standard standard;
};

/* Far from where 64-bit systems put programs, their libraries and stacks, a place for each digest. 32 bits have no room to spare: there
 * an image lies where it happens to. */
static uintptr_t home_of(const struct digest *digest)
{
    const uint64_t first = UINT64_C(1) << 45, places = UINT64_C(1) << 19;
    uint64_t spread;
    memcpy(&spread, digest->byte, sizeof spread);
    return UINTPTR_MAX > UINT32_MAX ? (uintptr_t)(first + spread % places * IMAGE_MAX) : 0;
}

/* ---- what has been put into the image ---- */

struct image {
    struct str out;
    uintptr_t home; /* where it is meant to lie */
    uint32_t *pointers;
    size_t pointer_count, pointer_cap;
    /* what is pointed to by several is put once: an open-addressing hash of their addresses */
    struct put_once {
        const void *what;
        size_t bytes; /* of it: a list may be the beginning of a longer one */
        uint32_t place;
    } * known;
    size_t known_count, known_size; /* size: a power of two */
};

static struct put_once *spot(const struct image *im, const void *what)
{
    size_t at = (size_t)(((uintptr_t)what >> 3) * 0x9E3779B97F4A7C15u >> 20) & (im->known_size - 1);
    while (im->known[at].what && im->known[at].what != what)
        at = (at + 1) & (im->known_size - 1);
    return &im->known[at];
}

static void make_room(struct image *im)
{
    struct image old = *im;
    im->known_size = old.known_size ? old.known_size * 2 : 1024;
    im->known = mem_alloc(im->known_size, sizeof *im->known);
    for (size_t i = 0; i < old.known_size; i++)
        if (old.known[i].what)
            *spot(im, old.known[i].what) = old.known[i];
    free(old.known);
}

static void remember(struct image *im, const void *what, size_t bytes, uint32_t place)
{
    if (im->known_count * 2 >= im->known_size)
        make_room(im);
    struct put_once *known = spot(im, what);
    im->known_count += !known->what;
    *known = (struct put_once){what, bytes, place};
}

/* Where so many bytes at that address were put; 0: they were not. */
static uint32_t place_of(const struct image *im, const void *what, size_t bytes)
{
    if (!im->known_size)
        return 0;
    const struct put_once *known = spot(im, what);
    return known->what && known->bytes >= bytes ? known->place : 0;
}

/* ---- putting ---- */

static uint32_t put_bytes(struct image *im, const void *bytes, size_t len, size_t align)
{
    while (im->out.len % align)
        str_add_char(&im->out, '\0');
    uint32_t place = (uint32_t)im->out.len;
    str_add_bytes(&im->out, bytes, len);
    return place;
}

/* The pointer at one place points to the other. */
static void point(struct image *im, size_t from, uint32_t to)
{
    uintptr_t told = im->home + to;
    memcpy(im->out.at + from, &told, sizeof told);
    im->pointers =
        mem_grow(im->pointers, im->pointer_count, &im->pointer_cap, sizeof *im->pointers);
    im->pointers[im->pointer_count++] = (uint32_t)from;
}

static void put_text(struct image *im, size_t from, const char *text)
{
    if (!text)
        return;
    size_t bytes = strlen(text) + 1;
    uint32_t place = place_of(im, text, bytes);
    if (!place)
        remember(im, text, bytes, place = put_bytes(im, text, bytes, 1));
    point(im, from, place);
}

static void put_words(struct image *im, size_t from, const struct words *w)
{
    for (size_t lang = 0; lang < LANG_COUNT; lang++)
        put_text(im, from + offsetof(struct words, in) + lang * sizeof w->in[0], w->in[lang]);
}

/* Puts what an item at that place points to. */
typedef void put(struct image *im, size_t at, const void *item);

/* An empty list points to the image's beginning: to nothing, but not nowhere. */
static void put_list(
    struct image *im, size_t from, const void *items, size_t count, size_t size, put *each)
{
    uint32_t place = count ? place_of(im, items, count * size) : 0;
    if (count && !place) {
        remember(im, items, count * size,
            place = put_bytes(im, items, count * size, alignof(max_align_t)));
        for (size_t i = 0; each && i < count; i++)
            each(im, place + i * size, (const char *)items + i * size);
    }
    point(im, from, place);
}

static void put_expr(struct image *im, size_t from, const struct expr *e)
{
    if (!e)
        return;
    uint32_t place = place_of(im, e, sizeof *e);
    if (!place) {
        remember(im, e, sizeof *e, place = put_bytes(im, e, sizeof *e, alignof(struct expr)));
        put_expr(im, place + offsetof(struct expr, left), e->left);
        put_expr(im, place + offsetof(struct expr, right), e->right);
        put_text(im, place + offsetof(struct expr, text), e->text);
        if (e->literal.kind == VALUE_TEXT)
            put_text(im, place + offsetof(struct expr, literal.as.text), e->literal.as.text);
    }
    point(im, from, place);
}

/* ---- the parts of a standard, in the order of standard.h: x is the part, at its place ---- */

#define AT(type, member) (at + offsetof(struct type, member))
#define TEXT(type, member) put_text(im, AT(type, member), x->member)
#define WORDS(type, member) put_words(im, AT(type, member), &x->member)
#define EXPR(type, member) put_expr(im, AT(type, member), x->member)
#define LIST(type, member, count, each)                                                            \
    put_list(im, AT(type, member), x->member, count, sizeof x->member[0], each)
#define INDEXES(type, member)                                                                      \
    put_list(im, AT(type, member) + offsetof(struct index_list, at), x->member.at,                 \
        x->member.count, sizeof x->member.at[0], NULL)
#define PLACE(type) TEXT(type, place.file)

static void put_clause(struct image *im, size_t at, const void *item)
{
    const struct clause *x = item;
    TEXT(clause, id);
    WORDS(clause, gist);
    WORDS(clause, reading);
    WORDS(clause, reason);
    PLACE(clause);
}

static void put_branch(struct image *im, size_t at, const void *item)
{
    const struct branch *x = item;
    TEXT(branch, id);
    WORDS(branch, label);
}

static void put_source(struct image *im, size_t at, const void *item)
{
    const struct source *x = item;
    TEXT(source, id);
    WORDS(source, label);
    WORDS(source, who);
}

static void put_choice(struct image *im, size_t at, const void *item)
{
    const struct choice *x = item;
    TEXT(choice, id);
    WORDS(choice, label);
    WORDS(choice, hint);
}

static void put_stage(struct image *im, size_t at, const void *item)
{
    const struct stage *x = item;
    TEXT(stage, id);
    WORDS(stage, label);
    WORDS(stage, hint);
    PLACE(stage);
}

static void put_question(struct image *im, size_t at, const void *item)
{
    const struct question *x = item;
    TEXT(question, id);
    WORDS(question, label);
    WORDS(question, hint);
    WORDS(question, guidance);
    WORDS(question, ask);
    LIST(question, choices, x->choice_count, put_choice);
    EXPR(question, relevant);
    EXPR(question, constraint);
    WORDS(question, constraint_message);
    TEXT(question, preset);
    INDEXES(question, clauses);
    PLACE(question);
}

static void put_requirement(struct image *im, size_t at, const void *item)
{
    const struct requirement *x = item;
    TEXT(requirement, id);
    EXPR(requirement, relevant);
    EXPR(requirement, pass);
    WORDS(requirement, finding);
    WORDS(requirement, open);
    WORDS(requirement, remedy);
    INDEXES(requirement, clauses);
    PLACE(requirement);
}

static void put_authority(struct image *im, size_t at, const void *item)
{
    const struct authority *x = item;
    TEXT(authority, id);
    WORDS(authority, label);
    WORDS(authority, note);
    EXPR(authority, relevant);
    INDEXES(authority, clauses);
    PLACE(authority);
}

static void put_filling(struct image *im, size_t at, const void *item)
{
    put_words(im, at, item);
}

static void put_field(struct image *im, size_t at, const void *item)
{
    const struct field *x = item;
    WORDS(field, label);
    INDEXES(field, clauses);
    LIST(field, choices, x->choice_count, put_filling);
    PLACE(field);
}

static void put_column(struct image *im, size_t at, const void *item)
{
    const struct table_column *x = item;
    WORDS(table_column, label);
    LIST(table_column, choices, x->choice_count, put_filling);
}

static void put_row(struct image *im, size_t at, const void *item)
{
    const struct table_row *x = item;
    LIST(table_row, cells, x->cell_count, put_field);
    EXPR(table_row, relevant);
    PLACE(table_row);
}

static void put_part(struct image *im, size_t at, const void *item)
{
    const struct part *x = item;
    WORDS(part, heading);
    WORDS(part, text);
    LIST(part, fields, x->field_count, put_field);
    LIST(part, columns, x->column_count, put_column);
    LIST(part, rows, x->row_count, put_row);
    EXPR(part, relevant);
    INDEXES(part, clauses);
    PLACE(part);
}

static void put_paper(struct image *im, size_t at, const void *item)
{
    const struct paper *x = item;
    TEXT(paper, id);
    WORDS(paper, title);
    WORDS(paper, to);
    LIST(paper, to_fields, x->to_field_count, put_field);
    WORDS(paper, mark);
    WORDS(paper, file);
    WORDS(paper, together);
    WORDS(paper, together_file);
    EXPR(paper, relevant);
    LIST(paper, parts, x->part_count, put_part);
    INDEXES(paper, clauses);
    PLACE(paper);
}

static void put_dependents(struct image *im, size_t at, const void *item)
{
    const struct index_list *x = item;
    LIST(index_list, at, x->count, NULL);
}

static void put_standard(struct image *im, size_t at, const struct standard *x)
{
    TEXT(standard, id);
    TEXT(standard, revision);
    WORDS(standard, title);
    WORDS(standard, short_title);
    WORDS(standard, issuer);
    WORDS(standard, clause_note);
    LIST(standard, clauses, x->clause_count, put_clause);
    LIST(standard, branches, x->branch_count, put_branch);
    LIST(standard, sources, x->source_count, put_source);
    LIST(standard, stages, x->stage_count, put_stage);
    LIST(standard, questions, x->question_count, put_question);
    LIST(standard, requirements, x->requirement_count, put_requirement);
    LIST(standard, authorities, x->authority_count, put_authority);
    LIST(standard, papers, x->paper_count, put_paper);
    EXPR(standard, scope);
    WORDS(standard, scope_finding);
    WORDS(standard, scope_remedy);
    INDEXES(standard, scope_clauses);
    LIST(standard, dependents, x->question_count, put_dependents);
    LIST(standard, rank, x->question_count + x->requirement_count, NULL);
    LIST(standard, order, x->question_count + x->requirement_count, NULL);
    LIST(standard, names, x->names_size, NULL);
}

/* ---- the image as a whole ---- */

/* Guards against accidents, so it need be no more than fast: sums of the words and of the sums, in lanes that a processor adds
 * side by side; no single damage goes unseen, nor do two words that change places. Whoever may write the user's cache on purpose
 * may do anything else as the user, too. */
static uint64_t mix(uint64_t sum, const char *bytes, size_t len)
{
    enum { LANES = 4 };
    uint64_t plain[LANES] = {sum}, placed[LANES] = {0}, word[LANES];
    for (; len >= sizeof word; bytes += sizeof word, len -= sizeof word) {
        memcpy(word, bytes, sizeof word);
        for (int i = 0; i < LANES; i++) {
            plain[i] += word[i];
            placed[i] += plain[i];
        }
    }
    for (; len > 0; bytes++, len--) {
        plain[0] += (unsigned char)*bytes;
        placed[0] += plain[0];
    }
    for (int i = 0; i < LANES; i++) {
        sum = (sum ^ plain[i]) * 0x9E3779B97F4A7C15u;
        sum = (sum << 31 | sum >> 33) ^ placed[i] * 0x9E3779B97F4A7C15u;
    }
    return sum;
}

/* False where it cannot be told which program this is. */
static bool seal(uint64_t *sum, const char *bytes, size_t len)
{
    struct stat self;
    if (stat("/proc/self/exe", &self) != 0)
        return false;
    const uint64_t program[] = {(uint64_t)self.st_size, (uint64_t)self.st_mtim.tv_sec,
        (uint64_t)self.st_mtim.tv_nsec, (uint64_t)self.st_ino};
    *sum = mix(mix(len, (const char *)program, sizeof program), bytes, len);
    return true;
}

void image_write(struct str *out, const struct standard *s)
{
    struct image im = {.home = home_of(&s->digest)};
    struct head head = {.standard = *s};
    head.standard.arena = (struct arena){0};
    head.standard.image = NULL;
    head.standard.image_len = 0;
    (void)put_bytes(&im, &head, sizeof head, 1);
    put_standard(&im, offsetof(struct head, standard), s);
    head.pointers =
        put_bytes(&im, im.pointers, im.pointer_count * sizeof *im.pointers, sizeof *im.pointers);
    head.pointer_count = (uint32_t)im.pointer_count;
    memcpy(im.out.at, &head, offsetof(struct head, standard));
    if (im.out.len <= IMAGE_MAX &&
        seal(&head.sum, im.out.at + sizeof head.sum, im.out.len - sizeof head.sum)) {
        memcpy(im.out.at, &head.sum, sizeof head.sum);
        str_add_bytes(out, im.out.at, im.out.len);
    }
    str_release(&im.out);
    free(im.pointers);
    free(im.known);
}

/* ---- reading ---- */

/* Has the pointers in an image meant to lie elsewhere point to where it lies. */
static bool move(char *image, size_t len, uintptr_t home)
{
    struct head head;
    memcpy(&head, image, offsetof(struct head, standard));
    if (mprotect(image, len, PROT_READ | PROT_WRITE) != 0 || head.pointers > len ||
        head.pointer_count > (len - head.pointers) / sizeof(uint32_t))
        return false;
    for (size_t i = 0; i < head.pointer_count; i++) {
        uint32_t from;
        uintptr_t to;
        memcpy(&from, image + head.pointers + i * sizeof from, sizeof from);
        if (from > len - sizeof to)
            return false;
        memcpy(&to, image + from, sizeof to);
        if (to - home >= len)
            return false;
        const char *target = image + (to - home);
        memcpy(image + from, &target, sizeof target);
    }
    return true;
}

static bool fits(const char *image, size_t len, const struct digest *digest)
{
    struct head head;
    uint64_t sum;
    memcpy(&head, image, sizeof head);
    return seal(&sum, image + sizeof sum, len - sizeof sum) && sum == head.sum &&
           digest_same(&head.standard.digest, digest);
}

struct standard *image_read(int fd, size_t len, const struct digest *digest)
{
    if (len < sizeof(struct head) || len > IMAGE_MAX)
        return NULL;
    uintptr_t home = home_of(digest);
    /* NOLINTNEXTLINE(performance-no-int-to-ptr): a place is made, not a pointer to anything */
    char *image = mmap((void *)home, len, PROT_READ, MAP_PRIVATE | MAP_POPULATE, fd, 0);
    if (image == MAP_FAILED)
        return NULL;
    if (!fits(image, len, digest) || ((uintptr_t)image != home && !move(image, len, home))) {
        (void)munmap(image, len);
        return NULL;
    }
    struct standard *s = mem_alloc(1, sizeof *s);
    memcpy(s, image + offsetof(struct head, standard), sizeof *s);
    s->image = image;
    s->image_len = len;
    return s;
}
