/* SPDX-License-Identifier: MIT
 * expr_compile(): tokens -> expression, by recursive descent. Names and literals are resolved and types checked here, so that
 * evaluation cannot fail. The grammar stands in expr.h. */
#include "core/dates.h"
#include "core/expr.h"
#include "core/standard.h"
#include "core/token.h"

#include <string.h>

enum { DEPTH_MAX = 64, LINKS_MAX = 512 };

struct parser {
    struct standard *s;
    const char *source;
    size_t self;
    struct token now;
    int depth, links; /* open parentheses; and and or so far */
    struct err *e;
};

/* What a term is, for checking that two can be compared. */
enum type {
    TYPE_TRUTH,
    TYPE_NUMBER,
    TYPE_DAY,
    TYPE_CHOICE,
    TYPE_BRANCH,
    TYPE_SET,
    TYPE_TEXT,
    TYPE_STRING
};

struct term {
    struct expr *expr;
    enum type type;
    const char *start;
};

static bool fail_at(struct parser *p, const char *where)
{
    p->e->line = 0;
    p->e->column = (unsigned)(where - p->source) + 1;
    return false;
}

#define fail(p, where, ...) (err_fail((p)->e, ERR_INPUT, __VA_ARGS__), fail_at(p, where))

static struct expr *node(struct parser *p, enum expr_op op)
{
    struct expr *e = arena_alloc(&p->s->arena, 1, sizeof *e);
    e->op = op;
    e->question = NONE;
    return e;
}

/* ---- what stands where ---- */

/* Fails with sentence, or, where a sign of other languages stands, says how that is written here. */
static bool unexpected(struct parser *p, const char *sentence)
{
    static const struct {
        const char *sign, *ours;
    } foreign[] = {{"==", "="}, {"&&", "and"}, {"&", "and"}, {"||", "or"}, {"|", "or"},
        {"<>", "!="}, {"!", "not()"}};
    const char *at = p->now.start;
    if (at > p->source && ((*at == '=' && at[-1] == '=') || (*at == '>' && at[-1] == '<')))
        at--; /* its beginning was taken for a sign of ours */
    for (size_t i = 0; i < sizeof foreign / sizeof *foreign && strncmp(at, "!=", 2) != 0; i++)
        if (strncmp(at, foreign[i].sign, strlen(foreign[i].sign)) == 0)
            return fail(
                p, at, N_("'{1}' is written '{2}' here."), foreign[i].sign, foreign[i].ours);
    return fail(p, p->now.start, sentence);
}

static bool expect(struct parser *p, enum token_kind kind, const char *what)
{
    if (p->now.kind != kind)
        return fail(p, p->now.start, N_("{1} was expected here."), what);
    token_next(&p->now);
    return true;
}

static bool at_word(const struct parser *p, const char *word)
{
    return p->now.kind == TOKEN_WORD && strcmp(p->now.word, word) == 0;
}

/* ---- names ---- */

static size_t find_question(struct parser *p)
{
    size_t q = standard_question(p->s, p->now.word, strlen(p->now.word));
    if (q != NONE)
        return q;
    struct nearest n = {.wanted = p->now.word};
    for (size_t i = 0; i < p->s->question_count; i++)
        nearest_try(&n, p->s->questions[i].id);
    if (n.best)
        (void)fail(p, p->now.start, N_("There is no question '{1}'; did you mean '{2}'?"),
            p->now.word, n.best);
    else
        (void)fail(p, p->now.start, N_("There is no question '{1}'."), p->now.word);
    return NONE;
}

static bool resolve_choice(
    struct parser *p, const char *where, size_t question, struct expr *literal)
{
    const struct question *q = &p->s->questions[question];
    const char *id = literal->literal.as.text;
    size_t choice = question_choice(q, id, strlen(id));
    if (choice == NONE) {
        struct nearest n = {.wanted = id};
        for (size_t i = 0; i < q->choice_count; i++)
            nearest_try(&n, q->choices[i].id);
        return n.best ? fail(p, where, N_("'{1}' is not a choice of '{2}'; did you mean '{3}'?"),
                            id, q->id, n.best)
                      : fail(p, where, N_("'{1}' is not a choice of '{2}'."), id, q->id);
    }
    literal->literal = (struct value){.kind = VALUE_CHOICE, .as.choice = (uint32_t)choice};
    return true;
}

static bool resolve_branch(struct parser *p, const char *where, struct expr *literal)
{
    const char *id = literal->literal.as.text;
    for (size_t i = 0; i < p->s->branch_count; i++) {
        if (strcmp(p->s->branches[i].id, id) == 0) {
            literal->literal = (struct value){.kind = VALUE_CHOICE, .as.choice = (uint32_t)i};
            return true;
        }
    }
    return fail(p, where, N_("There is no branch '{1}'."), id);
}

static bool resolve_day(struct parser *p, const char *where, struct expr *literal)
{
    int32_t day;
    if (!day_parse(literal->literal.as.text, &day))
        return fail(p, where, N_("'{1}' is not a date."), literal->literal.as.text);
    literal->literal = (struct value){.kind = VALUE_DAY, .as.day = day};
    return true;
}

/* ---- terms ---- */

static enum type type_of_question(const struct question *q)
{
    switch (q->type) {
    case QUESTION_INTEGER:
        return TYPE_NUMBER;
    case QUESTION_DATE:
        return TYPE_DAY;
    case QUESTION_SELECT_ONE:
    case QUESTION_CHECK:
        return TYPE_CHOICE;
    case QUESTION_SELECT_MULTIPLE:
        return TYPE_SET;
    default:
        return TYPE_TEXT;
    }
}

static bool ref_term(struct parser *p, struct term *t)
{
    if (p->now.kind == TOKEN_REF && strcmp(p->now.word, "branch") == 0) {
        if (p->s->tier == NONE)
            return fail(p, p->now.start,
                N_("This standard names no tier question, so there is no branch."));
        t->expr = node(p, EXPR_BRANCH);
        t->type = TYPE_BRANCH;
        token_next(&p->now);
        return true;
    }
    size_t q = p->now.kind == TOKEN_SELF ? p->self : find_question(p);
    if (p->now.kind == TOKEN_SELF && q == NONE)
        return fail(p, p->now.start, N_("'.' has a meaning only in a constraint."));
    if (q == NONE)
        return false;
    t->expr = node(p, EXPR_QUESTION);
    t->expr->question = q;
    t->type = type_of_question(&p->s->questions[q]);
    token_next(&p->now);
    return true;
}

static bool question_argument(struct parser *p, struct expr *e)
{
    if (!expect(p, TOKEN_OPEN, "("))
        return false;
    if (p->now.kind != TOKEN_REF)
        return fail(p, p->now.start, N_("{1} was expected here."), "${...}");
    e->question = find_question(p);
    if (e->question == NONE)
        return false;
    token_next(&p->now);
    return true;
}

static bool selected_term(struct parser *p, struct term *t)
{
    t->expr = node(p, EXPR_SELECTED);
    t->type = TYPE_TRUTH;
    const char *where = p->now.start;
    if (!question_argument(p, t->expr) || !expect(p, TOKEN_COMMA, ","))
        return false;
    enum type type = type_of_question(&p->s->questions[t->expr->question]);
    if (type != TYPE_SET && type != TYPE_CHOICE)
        return fail(p, where, N_("selected() needs a question with choices."));
    if (p->now.kind != TOKEN_STRING)
        return fail(p, p->now.start, N_("{1} was expected here."), "'...'");
    t->expr->literal =
        (struct value){.kind = VALUE_TEXT, .as.text = arena_dup(&p->s->arena, p->now.word)};
    if (!resolve_choice(p, p->now.start, t->expr->question, t->expr))
        return false;
    token_next(&p->now);
    return expect(p, TOKEN_CLOSE, ")");
}

static bool question_function(struct parser *p, struct term *t, enum expr_op op, enum type type)
{
    t->expr = node(p, op);
    t->type = type;
    const char *where = p->now.start;
    if (!question_argument(p, t->expr))
        return false;
    if (op == EXPR_COUNT_SELECTED &&
        p->s->questions[t->expr->question].type != QUESTION_SELECT_MULTIPLE)
        return fail(p, where, N_("count-selected() needs a question of type select_multiple."));
    return expect(p, TOKEN_CLOSE, ")");
}

static bool constant(
    struct parser *p, struct term *t, enum expr_op op, enum type type, struct value literal)
{
    t->expr = node(p, op);
    t->expr->literal = literal;
    t->type = type;
    return expect(p, TOKEN_OPEN, "(") && expect(p, TOKEN_CLOSE, ")");
}

static bool function_term(struct parser *p, struct term *t)
{
    char name[TOKEN_WORD_MAX];
    memcpy(name, p->now.word, sizeof name);
    token_next(&p->now);
    if (strcmp(name, "selected") == 0)
        return selected_term(p, t);
    if (strcmp(name, "count-selected") == 0)
        return question_function(p, t, EXPR_COUNT_SELECTED, TYPE_NUMBER);
    if (strcmp(name, "answered") == 0)
        return question_function(p, t, EXPR_ANSWERED, TYPE_TRUTH);
    if (strcmp(name, "today") == 0)
        return constant(p, t, EXPR_TODAY, TYPE_DAY, (struct value){0});
    bool yes = strcmp(name, "true") == 0;
    if (yes || strcmp(name, "false") == 0)
        return constant(
            p, t, EXPR_LITERAL, TYPE_TRUTH, (struct value){.kind = VALUE_TRUTH, .as.truth = yes});
    if (standard_question(p->s, name, strlen(name)) != NONE)
        return fail(p, t->start, N_("The question '{1}' is written ${{1}} here."), name);
    return fail(p, t->start, N_("There is no function '{1}'."), name);
}

static bool term(struct parser *p, struct term *t)
{
    t->start = p->now.start;
    switch (p->now.kind) {
    case TOKEN_REF:
    case TOKEN_SELF:
        return ref_term(p, t);
    case TOKEN_STRING:
        t->expr = node(p, EXPR_LITERAL);
        t->expr->literal =
            (struct value){.kind = VALUE_TEXT, .as.text = arena_dup(&p->s->arena, p->now.word)};
        t->type = TYPE_STRING;
        token_next(&p->now);
        return true;
    case TOKEN_NUMBER:
        t->expr = node(p, EXPR_LITERAL);
        t->expr->literal = (struct value){.kind = VALUE_NUMBER, .as.number = p->now.number};
        t->type = TYPE_NUMBER;
        token_next(&p->now);
        return true;
    case TOKEN_WORD:
        return function_term(p, t);
    default:
        return unexpected(p, N_("A question, a value or a function was expected here."));
    }
}

/* ---- comparisons and logic ---- */

/* Gives a string literal the meaning that the other side calls for. */
static bool settle(struct parser *p, struct term *literal, const struct term *other)
{
    switch (other->type) {
    case TYPE_CHOICE:
        literal->type = TYPE_CHOICE;
        return resolve_choice(p, literal->start, other->expr->question, literal->expr);
    case TYPE_BRANCH:
        literal->type = TYPE_BRANCH;
        return resolve_branch(p, literal->start, literal->expr);
    case TYPE_DAY:
        literal->type = TYPE_DAY;
        return resolve_day(p, literal->start, literal->expr);
    default:
        literal->type = TYPE_TEXT;
        return true;
    }
}

static bool same_choices(const struct standard *s, const struct term *a, const struct term *b)
{
    if (a->expr->op != EXPR_QUESTION || b->expr->op != EXPR_QUESTION)
        return true;
    const struct question *x = &s->questions[a->expr->question],
                          *y = &s->questions[b->expr->question];
    if (x->choice_count != y->choice_count)
        return false;
    for (size_t i = 0; i < x->choice_count; i++)
        if (strcmp(x->choices[i].id, y->choices[i].id) != 0)
            return false;
    return true;
}

/* True if `<` has a meaning: numbers and days always, choices where the question says they rank. */
static bool ranks(const struct standard *s, const struct term *t)
{
    if (t->type == TYPE_NUMBER || t->type == TYPE_DAY)
        return true;
    return t->type == TYPE_CHOICE &&
           (t->expr->op != EXPR_QUESTION || s->questions[t->expr->question].ordered);
}

static bool comparison(struct parser *p, struct term *left, struct expr **out)
{
    enum expr_op op = p->now.op;
    const char *where = p->now.start;
    struct term right = {0};
    token_next(&p->now);
    if (!term(p, &right))
        return false;
    if (left->type == TYPE_STRING && right.type != TYPE_STRING && !settle(p, left, &right))
        return false;
    if (right.type == TYPE_STRING && left->type != TYPE_STRING && !settle(p, &right, left))
        return false;
    if (left->type != right.type || left->type == TYPE_STRING || left->type == TYPE_TRUTH ||
        left->type == TYPE_SET || !same_choices(p->s, left, &right))
        return fail(p, where, N_("These two cannot be compared: they are of different kinds."));
    if (op != EXPR_EQ && op != EXPR_NE && !(ranks(p->s, left) && ranks(p->s, &right)))
        return fail(p, where, N_("These have no order: only = and != compare them."));
    *out = node(p, op);
    (*out)->left = left->expr;
    (*out)->right = right.expr;
    return true;
}

static bool either(struct parser *p, struct expr **out);

static bool inner(struct parser *p, struct expr **out)
{
    if (++p->depth > DEPTH_MAX)
        return fail(p, p->now.start, N_("This expression is nested too deeply."));
    bool ok = expect(p, TOKEN_OPEN, "(") && either(p, out) && expect(p, TOKEN_CLOSE, ")");
    p->depth--;
    return ok;
}

static bool unary(struct parser *p, struct expr **out)
{
    if (p->now.kind == TOKEN_OPEN)
        return inner(p, out);
    if (at_word(p, "not")) {
        token_next(&p->now);
        *out = node(p, EXPR_NOT);
        struct expr *of = NULL;
        if (!inner(p, &of))
            return false;
        (*out)->left = of;
        return true;
    }
    struct term t = {0};
    if (!term(p, &t))
        return false;
    if (p->now.kind == TOKEN_COMPARE)
        return comparison(p, &t, out);
    if (t.type != TYPE_TRUTH)
        return fail(p, t.start, N_("This is neither true nor false; compare it with something."));
    *out = t.expr;
    return true;
}

static bool chain(struct parser *p, const char *word, enum expr_op op,
    bool (*part)(struct parser *, struct expr **), struct expr **out)
{
    if (!part(p, out))
        return false;
    while (at_word(p, word)) {
        /* Each makes the tree deeper by one wherever it stands, and evaluation recurses. */
        if (++p->links > LINKS_MAX)
            return fail(p, p->now.start, N_("This expression is nested too deeply."));
        token_next(&p->now);
        struct expr *both = node(p, op), *right = NULL;
        if (!part(p, &right))
            return false;
        both->left = *out;
        both->right = right;
        *out = both;
    }
    return true;
}

static bool all(struct parser *p, struct expr **out)
{
    return chain(p, "and", EXPR_AND, unary, out);
}

static bool either(struct parser *p, struct expr **out)
{
    return chain(p, "or", EXPR_OR, all, out);
}

bool expr_compile(
    struct standard *s, const char *source, size_t self, const struct expr **out, struct err *e)
{
    struct parser p = {.s = s, .source = source, .now = {.end = source}, .self = self, .e = e};
    struct expr *root = NULL;
    token_next(&p.now);
    if (!either(&p, &root))
        return false;
    if (p.now.kind != TOKEN_END)
        return unexpected(&p, N_("The expression should end here."));
    /* NOLINTNEXTLINE(clang-analyzer-core.NullDereference): either() has set it, or failed */
    root->text = arena_dup(&s->arena, source);
    *out = root;
    return true;
}
