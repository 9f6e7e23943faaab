/* SPDX-License-Identifier: MIT
 * The compiled form of a standard. One walk over the data serves both ways: each visit_*() writes what it finds, or, when
 * reading, fills it. The image begins with a sum over the rest and over this program's identity (its file's size and
 * time), so an image from another build, or a damaged one, is not taken for a standard. */
#include "pack/image.h"

#include "core/mem.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { EXPR_DEPTH_MAX = 1024 };

struct image {
    bool reading;
    bool bad; /* read beyond the end, or a value out of range: what was made is not used */
    struct str *out;
    const char *at, *end;
    struct arena *arena;
    int depth;
};

/* ---- the smallest parts ---- */

static void visit_bytes(struct image *im, void *bytes, size_t len)
{
    if (!im->reading) {
        str_add_bytes(im->out, bytes, len);
    } else if ((size_t)(im->end - im->at) < len) {
        im->bad = true;
        im->at = im->end;
        memset(bytes, 0, len);
    } else {
        memcpy(bytes, im->at, len);
        im->at += len;
    }
}

static uint32_t visit_number(struct image *im, uint32_t n)
{
    visit_bytes(im, &n, sizeof n);
    return n;
}

/* A number below limit. */
static int visit_small(struct image *im, int n, int limit)
{
    unsigned char byte = (unsigned char)n;
    visit_bytes(im, &byte, 1);
    if (byte < limit)
        return byte;
    im->bad = true;
    return 0;
}

static bool visit_bool(struct image *im, bool b)
{
    return visit_small(im, b, 2);
}

/* An index, or NONE. */
static size_t visit_index(struct image *im, size_t i)
{
    uint32_t n = visit_number(im, i == NONE ? UINT32_MAX : (uint32_t)i);
    return n == UINT32_MAX ? NONE : n;
}

/* Length, text, NUL; UINT32_MAX for NULL. What is read stays where it is. */
static const char *visit_text(struct image *im, const char *text)
{
    uint32_t len = visit_number(im, text ? (uint32_t)strlen(text) : UINT32_MAX);
    if (len == UINT32_MAX)
        return NULL;
    if (!im->reading) {
        str_add_bytes(im->out, text, len + (size_t)1);
        return text;
    }
    if ((size_t)(im->end - im->at) <= len || im->at[len] != '\0') {
        im->bad = true;
        im->at = im->end;
        return "";
    }
    text = im->at;
    im->at += len + (size_t)1;
    return text;
}

static void visit_words(struct image *im, struct words *w)
{
    for (int lang = 0; lang < LANG_COUNT; lang++)
        w->in[lang] = visit_text(im, w->in[lang]);
}

static void visit_place(struct image *im, struct place *p)
{
    p->file = visit_text(im, p->file);
    p->line = visit_number(im, p->line);
    p->column = visit_number(im, p->column);
}

/* ---- lists ---- */

typedef void visit(struct image *im, void *item);

/* The items themselves when writing, new ones when reading. Each item takes at least one byte in the image. */
static const void *visit_list(
    struct image *im, const void *items, size_t *count, size_t size, visit *each)
{
    *count = visit_number(im, (uint32_t)*count);
    if (im->reading && *count > (size_t)(im->end - im->at)) {
        im->bad = true;
        *count = 0;
    }
    char *made = im->reading ? arena_alloc(im->arena, *count, size) : mem_alloc(1, size);
    for (size_t i = 0; i < *count; i++) {
        char *item = im->reading ? made + i * size : made;
        if (!im->reading)
            memcpy(item, (const char *)items + i * size, size);
        each(im, item);
    }
    if (im->reading)
        return made;
    free(made);
    return items;
}

static void visit_u32(struct image *im, void *item)
{
    uint32_t *n = item;
    *n = visit_number(im, *n);
}

static void visit_indexes(struct image *im, struct index_list *list)
{
    list->at = visit_list(im, list->at, &list->count, sizeof *list->at, visit_u32);
}

/* ---- expressions ---- */

static void visit_value(struct image *im, struct value *v)
{
    v->kind = (enum value_kind)visit_small(im, (int)v->kind, VALUE_TEXT + 1);
    if (v->kind == VALUE_TEXT)
        v->as.text = visit_text(im, v->as.text);
    else
        visit_bytes(im, &v->as, sizeof v->as);
}

static const struct expr *visit_expr(struct image *im, const struct expr *e)
{
    if (!visit_bool(im, e != NULL) || im->bad)
        return NULL;
    if (++im->depth > EXPR_DEPTH_MAX) {
        im->bad = true;
        return NULL;
    }
    struct expr copy = e ? *e : (struct expr){0};
    copy.op = (enum expr_op)visit_small(im, (int)copy.op, EXPR_OP_COUNT);
    copy.question = visit_index(im, copy.question);
    visit_value(im, &copy.literal);
    copy.text = visit_text(im, copy.text);
    copy.left = visit_expr(im, copy.left);
    copy.right = visit_expr(im, copy.right);
    im->depth--;
    if (!im->reading)
        return e;
    struct expr *made = arena_alloc(im->arena, 1, sizeof *made);
    *made = copy;
    return made;
}

/* ---- the parts of a standard, in the order of standard.h ---- */

static void visit_clause(struct image *im, void *item)
{
    struct clause *c = item;
    c->id = visit_text(im, c->id);
    c->binding = (enum binding)visit_small(im, (int)c->binding, BINDING_MUST + 1);
    visit_words(im, &c->gist);
    visit_words(im, &c->reading);
    c->aside = (enum aside)visit_small(im, (int)c->aside, ASIDE_COUNT);
    visit_words(im, &c->reason);
    visit_place(im, &c->place);
}

static void visit_branch(struct image *im, void *item)
{
    struct branch *b = item;
    b->id = visit_text(im, b->id);
    visit_words(im, &b->label);
}

static void visit_source(struct image *im, void *item)
{
    struct source *s = item;
    s->id = visit_text(im, s->id);
    visit_words(im, &s->label);
    visit_words(im, &s->who);
}

static void visit_choice(struct image *im, void *item)
{
    struct choice *c = item;
    c->id = visit_text(im, c->id);
    visit_words(im, &c->label);
    visit_words(im, &c->hint);
    c->branch = visit_index(im, c->branch);
}

static void visit_stage(struct image *im, void *item)
{
    struct stage *s = item;
    s->id = visit_text(im, s->id);
    visit_words(im, &s->label);
    visit_words(im, &s->hint);
    s->first = visit_index(im, s->first);
    s->count = visit_index(im, s->count);
    visit_place(im, &s->place);
}

static void visit_question(struct image *im, void *item)
{
    struct question *q = item;
    q->id = visit_text(im, q->id);
    q->stage = visit_index(im, q->stage);
    q->type = (enum question_type)visit_small(im, (int)q->type, QUESTION_TYPE_COUNT);
    visit_words(im, &q->label);
    visit_words(im, &q->hint);
    visit_words(im, &q->guidance);
    q->choices = visit_list(im, q->choices, &q->choice_count, sizeof *q->choices, visit_choice);
    q->ordered = visit_bool(im, q->ordered);
    q->multiline = visit_bool(im, q->multiline);
    q->required = visit_bool(im, q->required);
    q->na_allowed = visit_bool(im, q->na_allowed);
    q->relevant = visit_expr(im, q->relevant);
    q->constraint = visit_expr(im, q->constraint);
    visit_words(im, &q->constraint_message);
    visit_indexes(im, &q->clauses);
    q->source = visit_index(im, q->source);
    q->phase = (enum phase)visit_small(im, (int)q->phase, PHASE_COUNT);
    q->requirement = visit_index(im, q->requirement);
    visit_place(im, &q->place);
}

static void visit_requirement(struct image *im, void *item)
{
    struct requirement *r = item;
    r->id = visit_text(im, r->id);
    r->stage = visit_index(im, r->stage);
    r->binding = (enum binding)visit_small(im, (int)r->binding, BINDING_MUST + 1);
    r->forbids = visit_bool(im, r->forbids);
    r->phase = (enum phase)visit_small(im, (int)r->phase, PHASE_COUNT);
    r->relevant = visit_expr(im, r->relevant);
    r->pass = visit_expr(im, r->pass);
    visit_words(im, &r->finding);
    visit_words(im, &r->open);
    visit_words(im, &r->remedy);
    visit_indexes(im, &r->clauses);
    r->source = visit_index(im, r->source);
    r->question = visit_index(im, r->question);
    visit_place(im, &r->place);
}

static void visit_authority(struct image *im, void *item)
{
    struct authority *a = item;
    a->id = visit_text(im, a->id);
    visit_words(im, &a->label);
    visit_words(im, &a->note);
    a->relevant = visit_expr(im, a->relevant);
    visit_indexes(im, &a->clauses);
    visit_place(im, &a->place);
}

static void visit_field(struct image *im, void *item)
{
    struct field *f = item;
    visit_words(im, &f->label);
    f->question = visit_index(im, f->question);
    f->builtin = (enum builtin)visit_small(im, (int)f->builtin, BUILTIN_COUNT);
    visit_indexes(im, &f->clauses);
    visit_place(im, &f->place);
}

static void visit_column(struct image *im, void *item)
{
    struct table_column *c = item;
    visit_words(im, &c->label);
    c->width = visit_number(im, c->width);
}

static void visit_row(struct image *im, void *item)
{
    struct table_row *r = item;
    r->cells = visit_list(im, r->cells, &r->cell_count, sizeof *r->cells, visit_field);
    r->relevant = visit_expr(im, r->relevant);
    visit_place(im, &r->place);
}

static void visit_part(struct image *im, void *item)
{
    struct part *p = item;
    p->kind = (enum part_kind)visit_small(im, (int)p->kind, PART_KIND_COUNT);
    visit_words(im, &p->heading);
    visit_words(im, &p->text);
    p->fields = visit_list(im, p->fields, &p->field_count, sizeof *p->fields, visit_field);
    p->columns = visit_list(im, p->columns, &p->column_count, sizeof *p->columns, visit_column);
    p->rows = visit_list(im, p->rows, &p->row_count, sizeof *p->rows, visit_row);
    p->stage = visit_index(im, p->stage);
    p->source = visit_index(im, p->source);
    p->findings = (enum findings_kind)visit_small(im, (int)p->findings, FINDINGS_LATER + 1);
    p->most = visit_number(im, (uint32_t)p->most);
    p->phase = (enum phase)visit_small(im, (int)p->phase, PHASE_COUNT + 1);
    p->relevant = visit_expr(im, p->relevant);
    visit_indexes(im, &p->clauses);
    visit_place(im, &p->place);
}

static void visit_paper(struct image *im, void *item)
{
    struct paper *p = item;
    p->id = visit_text(im, p->id);
    visit_words(im, &p->title);
    visit_words(im, &p->to);
    visit_words(im, &p->mark);
    visit_words(im, &p->file);
    visit_words(im, &p->together);
    visit_words(im, &p->together_file);
    p->parts = visit_list(im, p->parts, &p->part_count, sizeof *p->parts, visit_part);
    visit_indexes(im, &p->clauses);
    visit_place(im, &p->place);
}

#define VISIT_LIST(im, s, list, count, each)                                                       \
    (s)->list = visit_list(im, (s)->list, &(s)->count, sizeof *(s)->list, each)

static void visit_standard(struct image *im, struct standard *s)
{
    s->id = visit_text(im, s->id);
    s->revision = visit_text(im, s->revision);
    visit_words(im, &s->title);
    visit_words(im, &s->short_title);
    visit_words(im, &s->issuer);
    s->in_force = (int32_t)visit_number(im, (uint32_t)s->in_force);
    visit_bytes(im, &s->digest, sizeof s->digest);
    VISIT_LIST(im, s, clauses, clause_count, visit_clause);
    VISIT_LIST(im, s, branches, branch_count, visit_branch);
    VISIT_LIST(im, s, sources, source_count, visit_source);
    VISIT_LIST(im, s, stages, stage_count, visit_stage);
    VISIT_LIST(im, s, questions, question_count, visit_question);
    VISIT_LIST(im, s, requirements, requirement_count, visit_requirement);
    VISIT_LIST(im, s, authorities, authority_count, visit_authority);
    VISIT_LIST(im, s, papers, paper_count, visit_paper);
    s->tier = visit_index(im, s->tier);
    s->scope = visit_expr(im, s->scope);
    visit_words(im, &s->scope_finding);
    visit_words(im, &s->scope_remedy);
    visit_indexes(im, &s->scope_clauses);
}

/* ---- the image as a whole: hash, then the standard ---- */

/* Guards against accidents, so it need be no more than fast: each word changes it bijectively, and no single damage goes unseen.
 * Whoever may write the user's cache on purpose may do anything else as the user, too. */
static uint64_t mix_word(uint64_t sum, uint64_t word)
{
    sum = (sum ^ word) * 0x9E3779B97F4A7C15u;
    return sum ^ sum >> 29;
}

/* In four lanes, none of which waits for another. */
static uint64_t mix(uint64_t sum, const char *bytes, size_t len)
{
    enum { LANES = 4 };
    uint64_t lane[LANES] = {sum, 1, 2, 3}, word[LANES];
    for (; len >= sizeof word; bytes += sizeof word, len -= sizeof word) {
        memcpy(word, bytes, sizeof word);
        for (int i = 0; i < LANES; i++)
            lane[i] = mix_word(lane[i], word[i]);
    }
    for (; len > 0; bytes++, len--)
        lane[0] = mix_word(lane[0], (unsigned char)*bytes);
    for (int i = 1; i < LANES; i++)
        lane[0] = mix_word(lane[0], lane[i]);
    return lane[0];
}

static uint64_t seal(const char *bytes, size_t len)
{
    struct stat self;
    uint64_t sum = len;
    if (stat("/proc/self/exe", &self) == 0) {
        const uint64_t program[] = {(uint64_t)self.st_size, (uint64_t)self.st_mtim.tv_sec,
            (uint64_t)self.st_mtim.tv_nsec, (uint64_t)self.st_ino};
        sum = mix(sum, (const char *)program, sizeof program);
    }
    return mix(sum, bytes, len);
}

void image_write(struct str *out, const struct standard *s)
{
    struct str body = {0};
    struct image im = {.out = &body};
    struct standard copy = *s; /* visited, not changed: writing gives back what it was given */
    visit_standard(&im, &copy);
    uint64_t sum = seal(str_text(&body), body.len);
    str_add_bytes(out, (const char *)&sum, sizeof sum);
    str_add_bytes(out, str_text(&body), body.len);
    str_release(&body);
}

/* Reads the image that lies in the standard's own arena. */
static bool read_in_place(struct standard *s, const char *image, size_t len)
{
    uint64_t sum;
    if (len < sizeof sum)
        return false;
    memcpy(&sum, image, sizeof sum);
    if (sum != seal(image + sizeof sum, len - sizeof sum))
        return false;
    struct image im = {
        .reading = true, .at = image + sizeof sum, .end = image + len, .arena = &s->arena};
    arena_reserve(&s->arena, len); /* about what comes of it */
    visit_standard(&im, s);
    if (im.bad || im.at != im.end)
        return false;
    struct err_list problems = {0};
    standard_index(s);
    bool linked = standard_link(s, &problems);
    err_list_release(&problems);
    return linked;
}

struct standard *image_read(size_t len, image_source *source, void *from)
{
    struct standard *s = mem_alloc(1, sizeof *s);
    char *image = arena_alloc(&s->arena, len, 1);
    if (source(from, image, len) && read_in_place(s, image, len))
        return s;
    standard_free(s);
    return NULL;
}
