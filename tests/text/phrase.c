/* SPDX-License-Identifier: MIT
 * Facts in words, over a small standard made by hand. */
#include "text/phrase.h"

#include "core/dates.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

enum { TIER, PLACE, TAGS, USERS, FROM, UNTIL, PURPOSE, PROOF, DETAIL, QUESTIONS };

#define LABEL(ja, en)                                                                              \
    {                                                                                              \
        {                                                                                          \
            ja, en                                                                                 \
        }                                                                                          \
    }

static const struct choice tiers[] = {
    {.id = "tier1", .label = LABEL("機密性1", "Tier 1"), .branch = 1},
    {.id = "tier2", .label = LABEL("機密性2", "Tier 2"), .branch = 0},
    {.id = "tier3", .label = LABEL("機密性3", "Tier 3"), .branch = 0}};
static const struct choice places[] = {
    {.id = "jp", .label = LABEL("日本国内のみ", "Japan only"), .branch = NONE},
    {.id = "abroad", .label = LABEL("国外を含む", "Abroad"), .branch = NONE}};
static const struct choice kinds[] = {
    {.id = "photo", .label = LABEL("写真", "Photos"), .branch = NONE},
    {.id = "name", .label = LABEL("氏名", "Names"), .branch = NONE},
    {.id = "tax", .label = LABEL("税", "Tax"), .branch = NONE}};
static const struct choice checks[] = {
    {.id = "met", .label = LABEL("満たす", "Met"), .branch = NONE},
    {.id = "not_met", .label = LABEL("満たさない", "Not met"), .branch = NONE},
    {.id = "na", .label = LABEL("該当なし", "Not applicable"), .branch = NONE}};
static const struct branch branches[] = {
    {"high", LABEL("重要情報あり", "Sensitive")}, {"low", LABEL("重要情報なし", "Plain")}};
static const struct stage stages[] = {{.id = "all", .count = QUESTIONS}};
static const struct clause clauses[] = {{.id = "4(1)ア"}, {.id = "4(1)イ"}, {.id = "5(1)"}};

static struct question questions[QUESTIONS] = {
    [TIER] = {.id = "tier",
        .type = QUESTION_SELECT_ONE,
        .label = LABEL("機密性区分", "Tier"),
        .choices = tiers,
        .choice_count = 3,
        .ordered = true},
    [PLACE] = {.id = "place",
        .type = QUESTION_SELECT_ONE,
        .label = LABEL("データの保存国", "Place of the data"),
        .choices = places,
        .choice_count = 2},
    [TAGS] = {.id = "tags",
        .type = QUESTION_SELECT_MULTIPLE,
        .label = LABEL("扱う情報", "Data"),
        .choices = kinds,
        .choice_count = 3},
    [USERS] = {.id = "users", .type = QUESTION_INTEGER, .label = LABEL("利用者数", "Users")},
    [FROM] = {.id = "from", .type = QUESTION_DATE, .label = LABEL("利用開始日", "First day")},
    [UNTIL] = {.id = "until", .type = QUESTION_DATE, .label = LABEL("利用終了日", "Last day")},
    [PURPOSE] = {.id = "purpose",
        .type = QUESTION_TEXT,
        .label = LABEL("利用目的", "Purpose"),
        .multiline = true},
    [PROOF] = {.id = "proof",
        .type = QUESTION_CHECK,
        .label = LABEL("消去の証明", "Proof of erasure"),
        .choices = checks,
        .choice_count = 3,
        .na_allowed = true},
    [DETAIL] = {.id = "detail", .type = QUESTION_TEXT, .label = LABEL("国名", "Country")},
};

struct desk {
    struct standard *standard;
    struct answers answers;
    struct assessment assessment;
};

static const struct expr *compile(struct desk *d, const char *source, size_t self)
{
    const struct expr *out = NULL;
    struct err e;
    if (!expr_compile(d->standard, source, self, &out, &e))
        fail_msg("%s: %s (%s)", source, e.text, e.arg[0]);
    return out;
}

static int set_up(void **state)
{
    struct desk *d = calloc(1, sizeof *d);
    assert_non_null(d);
    d->standard = calloc(1, sizeof *d->standard);
    assert_non_null(d->standard);
    struct standard *s = d->standard;
    for (size_t q = 0; q < QUESTIONS; q++)
        questions[q].requirement = NONE;
    s->questions = questions;
    s->question_count = QUESTIONS;
    s->branches = branches;
    s->branch_count = 2;
    s->stages = stages;
    s->stage_count = 1;
    s->clauses = clauses;
    s->clause_count = 3;
    s->tier = TIER;
    standard_index(s);
    questions[DETAIL].relevant = compile(d, "${place} = 'abroad'", NONE);
    questions[UNTIL].constraint = compile(d, ". >= ${from}", UNTIL);
    struct err_list problems = {0};
    assert_true(standard_link(s, &problems));
    answers_init(&d->answers, s);
    int32_t today;
    assert_true(day_parse("2026-11-20", &today));
    assess_init(&d->assessment, &d->answers, today, PHASE_APPLY);
    *state = d;
    return 0;
}

static int tear_down(void **state)
{
    struct desk *d = *state;
    assess_release(&d->assessment);
    answers_release(&d->answers);
    standard_free(d->standard);
    free(d);
    return 0;
}

static void put(struct desk *d, size_t question, const char *value)
{
    assert_true(answers_put(&d->answers, question, value));
    assess_change(&d->assessment, question);
}

static void pend(struct desk *d, size_t question, const char *whom, const char *since)
{
    answers_pend(&d->answers, question, whom, since);
    assess_change(&d->assessment, question);
}

/* ---- answers ---- */

static void check_answer(struct desk *d, size_t question, const char *ja, const char *en)
{
    struct str out = {0};
    phrase_answer(&out, LANG_JA, d->standard, question, &d->answers.at[question]);
    assert_string_equal(str_text(&out), ja);
    str_clear(&out);
    phrase_answer(&out, LANG_EN, d->standard, question, &d->answers.at[question]);
    assert_string_equal(str_text(&out), en);
    str_release(&out);
}

static void answers_in_words(void **state)
{
    struct desk *d = *state;
    check_answer(d, PLACE, "未回答", "Not answered");
    put(d, PLACE, "jp");
    check_answer(d, PLACE, "日本国内のみ", "Japan only");
    put(d, TAGS, "photo tax");
    check_answer(d, TAGS, "写真、税", "Photos, Tax");
    put(d, FROM, "2026-11-20");
    check_answer(d, FROM, "令和8年11月20日（2026年）", "20 November 2026 (Reiwa 8)");
    put(d, PURPOSE, "一行目\n<二行目>");
    check_answer(d, PURPOSE, "一行目\n<二行目>", "一行目\n<二行目>");
    put(d, PROOF, "na");
    check_answer(d, PROOF, "該当なし", "Not applicable");
}

static void numbers_in_words(void **state)
{
    struct desk *d = *state;
    static const char *const cases[][2] = {{"0", "0"}, {"999", "999"}, {"1000", "1,000"},
        {"-12345", "-12,345"}, {"123456789012345", "123,456,789,012,345"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        put(d, USERS, cases[i][0]);
        check_answer(d, USERS, cases[i][1], cases[i][1]);
    }
}

static void pending_in_words(void **state)
{
    struct desk *d = *state;
    pend(d, PLACE, "営業担当", "2026-07-03");
    check_answer(d, PLACE, "確認中（令和8.7.3 営業担当へ照会）",
        "Being confirmed (asked 営業担当 on 2026-07-03)");
    pend(d, PLACE, "営業担当", "");
    check_answer(d, PLACE, "確認中（営業担当へ照会）", "Being confirmed (asked 営業担当)");
    pend(d, PLACE, "", "2026-07-03");
    check_answer(d, PLACE, "確認中（令和8.7.3から）", "Being confirmed (since 2026-07-03)");
    pend(d, PLACE, "", "");
    check_answer(d, PLACE, "確認中", "Being confirmed");
}

static void foreign_values(void **state)
{
    struct desk *d = *state;
    struct str out = {0};
    phrase_value(&out, LANG_JA, &d->standard->questions[PLACE], "mars");
    assert_string_equal(str_text(&out), "mars");
    phrase_value(&out, LANG_JA, &d->standard->questions[PLACE], NULL);
    assert_string_equal(str_text(&out), "mars");
    str_release(&out);
}

/* ---- names ---- */

static void names(void **state)
{
    (void)state;
    assert_string_equal(phrase_verdict(LANG_JA, VERDICT_SELECTABLE), "選定できます");
    assert_string_equal(phrase_verdict(LANG_JA, VERDICT_NOT_SELECTABLE), "選定できません");
    assert_string_equal(phrase_verdict(LANG_JA, VERDICT_INCOMPLETE), "未完了");
    assert_string_equal(phrase_verdict(LANG_JA, VERDICT_OUT_OF_SCOPE), "対象外");
    assert_string_equal(phrase_verdict_short(LANG_JA, VERDICT_SELECTABLE), "選定可");
    assert_string_equal(phrase_verdict_short(LANG_JA, VERDICT_NOT_SELECTABLE), "選定不可");
    assert_string_equal(phrase_verdict(LANG_EN, VERDICT_NOT_SELECTABLE), "May not be selected");
    assert_string_equal(phrase_result(LANG_JA, RESULT_OPEN), "未確認");
    assert_string_equal(phrase_binding(LANG_JA, BINDING_MUST), "必須");
    assert_string_equal(phrase_phase(LANG_JA, PHASE_APPLY), "申請");
    assert_string_equal(phrase_aside(LANG_JA, ASIDE_DUTY), "申請者以外の責務");
    assert_string_equal(phrase_mark(RESULT_FAIL), "x");
    assert_string_equal(phrase_mark(RESULT_OPEN), "?");
    assert_string_equal(phrase_mark(RESULT_NOTAPPLICABLE), "-");
    assert_string_equal(phrase_mark(RESULT_PASS), "+");
}

static void clause_ids(void **state)
{
    struct desk *d = *state;
    static const uint32_t two[] = {0, 2};
    struct str out = {0};
    phrase_clauses(&out, d->standard, (struct index_list){two, 2});
    assert_string_equal(str_text(&out), "4(1)ア 5(1)");
    phrase_clauses(&out, d->standard, (struct index_list){NULL, 0});
    assert_string_equal(str_text(&out), "4(1)ア 5(1)");
    str_release(&out);
}

/* ---- findings ---- */

static void check_finding(struct desk *d, struct finding f, const char *ja, const char *remedy)
{
    struct str out = {0};
    phrase_finding(&out, LANG_JA, d->standard, &f);
    assert_string_equal(str_text(&out), ja);
    str_clear(&out);
    phrase_remedy(&out, LANG_JA, d->standard, &f);
    assert_string_equal(str_text(&out), remedy);
    str_release(&out);
}

static void findings_in_words(void **state)
{
    struct desk *d = *state;
    const struct requirement requirements[] = {
        {.finding = LABEL("国外に保存されます", "Abroad"),
            .open = LABEL("保存国が分かりません", "Unknown"),
            .remedy = LABEL("国内を選びます", "Choose Japan"),
            .question = NONE},
        {.finding = LABEL("証明が出ません", "No proof"),
            .remedy = LABEL("証明を求めます", "Ask"),
            .question = PROOF},
        {.finding = LABEL("認証が必要です", "Certify"), .question = NONE},
    };
    d->standard->requirements = requirements;
    check_finding(d, (struct finding){0, PLACE, RESULT_FAIL, NONE, 0}, "国外に保存されます",
        "国内を選びます");
    check_finding(d, (struct finding){0, PLACE, RESULT_OPEN, NONE, 0}, "保存国が分かりません",
        "国内を選びます");
    check_finding(
        d, (struct finding){1, PROOF, RESULT_FAIL, NONE, 0}, "証明が出ません", "証明を求めます");
    check_finding(d, (struct finding){1, PROOF, RESULT_OPEN, NONE, 0}, "消去の証明（未確認）",
        "証明を求めます");
    check_finding(d, (struct finding){2, PLACE, RESULT_OPEN, NONE, 0}, "認証が必要です", "");
    check_finding(d, (struct finding){NONE, USERS, RESULT_OPEN, NONE, 0}, "利用者数（未回答）",
        "この質問に回答してください。");
}

/* ---- causes ---- */

/* Every deciding comparison of source, joined by " / ". */
static void check_causes(
    struct desk *d, enum lang lang, const char *source, size_t self, const char *expected)
{
    struct explanation x;
    struct str out = {0};
    explain(&x, &d->assessment, compile(d, source, self));
    for (size_t i = 0; i < x.cause_count; i++) {
        str_add(&out, i ? " / " : "");
        phrase_cause(&out, lang, &d->assessment, &x.causes[i]);
    }
    assert_string_equal(str_text(&out), expected);
    explain_release(&x);
    str_release(&out);
}

static void causes_of_choices(void **state)
{
    struct desk *d = *state;
    put(d, TIER, "tier2");
    put(d, PLACE, "abroad");
    put(d, TAGS, "photo");
    static const char *const cases[][2] = {
        {"${place} = 'jp'", "「データの保存国」の回答が「国外を含む」（必要: 「日本国内のみ」）"},
        {"'jp' = ${place}", "「データの保存国」の回答が「国外を含む」（必要: 「日本国内のみ」）"},
        {"${place} != 'abroad'",
            "「データの保存国」の回答が「国外を含む」（必要: 「国外を含む」以外）"},
        {"not(${place} = 'abroad')",
            "「データの保存国」の回答が「国外を含む」（必要: 「国外を含む」以外）"},
        {"${place} = 'abroad'", "「データの保存国」の回答が「国外を含む」"},
        {"not(${place} = 'jp')",
            "「データの保存国」の回答が「国外を含む」（条件: 「日本国内のみ」以外）"},
        {"${tier} >= 'tier3'", "「機密性区分」の回答が「機密性2」（必要: 「機密性3」以上）"},
        {"'tier3' <= ${tier}", "「機密性区分」の回答が「機密性2」（必要: 「機密性3」以上）"},
        {"not(${tier} >= 'tier2')", "「機密性区分」の回答が「機密性2」（必要: 「機密性2」より下）"},
        {"${tier} <= 'tier2'", "「機密性区分」の回答が「機密性2」（条件: 「機密性2」以下）"},
        {"${branch} = 'high'",
            "「機密性区分」の回答が「機密性2」（条件: 適用区分「重要情報あり」）"},
        {"${branch} = 'low'",
            "「機密性区分」の回答が「機密性2」（必要: 適用区分「重要情報なし」）"},
        {"selected(${tags}, 'tax')", "「扱う情報」の回答が「写真」（必要: 「税」を含む）"},
        {"not(selected(${tags}, 'photo'))",
            "「扱う情報」の回答が「写真」（必要: 「写真」を含まない）"},
        {"selected(${tags}, 'photo')", "「扱う情報」の回答が「写真」（条件: 「写真」を含む）"},
        {"count-selected(${tags}) >= 2", "「扱う情報」の回答が「写真」（必要: 選択数2以上）"},
        {"${place} = 'jp' and ${tier} = 'tier1'",
            "「データの保存国」の回答が「国外を含む」（必要: 「日本国内のみ」） / "
            "「機密性区分」の回答が「機密性2」（必要: 「機密性1」）"},
        {"${place} = 'jp' or ${tier} = 'tier1'",
            "「データの保存国」の回答が「国外を含む」（どれか一つで足りる: 「日本国内のみ」） / "
            "「機密性区分」の回答が「機密性2」（どれか一つで足りる: 「機密性1」）"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_causes(d, LANG_JA, cases[i][0], NONE, cases[i][1]);
    check_causes(d, LANG_EN, "${place} = 'jp'", NONE,
        "'Place of the data' is answered 'Abroad' (needed: 'Japan only')");
    check_causes(d, LANG_EN, "${branch} = 'low'", NONE,
        "'Tier' is answered 'Tier 2' (needed: the branch 'Plain')");
}

static void causes_of_values(void **state)
{
    struct desk *d = *state;
    put(d, USERS, "1200");
    put(d, FROM, "2026-12-01");
    put(d, PURPOSE, "庁内の情報を共有し、会議の資料をいつでも見られるようにするため\n二行目");
    static const char *const cases[][2] = {
        {"${users} <= 1000", "「利用者数」の回答が「1,200」（必要: 1,000以下）"},
        {"${users} > 1000", "「利用者数」の回答が「1,200」（条件: 1,000を超える）"},
        {"${users} = 1200", "「利用者数」の回答が「1,200」"},
        {"${from} < '2026-04-01'",
            "「利用開始日」の回答が「令和8年12月1日（2026年）」（必要: 令和8年4月1日（2026年）より前）"},
        {"${from} <= today()",
            "「利用開始日」の回答が「令和8年12月1日（2026年）」（必要: 今日（令和8.11.20）以前）"},
        {"today() >= ${from}",
            "「利用開始日」の回答が「令和8年12月1日（2026年）」（必要: 今日（令和8.11.20）以前）"},
        {"today() < '2026-04-01'",
            "今日は令和8年11月20日（2026年）（必要: 令和8年4月1日（2026年）より前）"},
        {"'2026-04-01' <= today()",
            "今日は令和8年11月20日（2026年）（条件: 令和8年4月1日（2026年）以後）"},
        {"${purpose} = '会議'",
            "「利用目的」の回答が「庁内の情報を共有し、会議の資料をいつで..」（必要: 「会議」）"},
        {"answered(${users})", "「利用者数」に回答済み"},
        {"true()", "常に成り立つ条件"},
        {"not(true())", "成り立つことのない条件"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_causes(d, LANG_JA, cases[i][0], NONE, cases[i][1]);
}

static void causes_unknown(void **state)
{
    struct desk *d = *state;
    check_causes(d, LANG_JA, "${place} = 'jp'", NONE, "「データの保存国」が未回答");
    check_causes(d, LANG_JA, "answered(${place})", NONE, "「データの保存国」が未回答");
    check_causes(d, LANG_JA, "${branch} = 'low'", NONE, "「機密性区分」が未回答");
    check_causes(d, LANG_JA, "${detail} = 'x'", NONE, "「国名」はまだ質問されていない");
    put(d, PLACE, "jp");
    check_causes(d, LANG_JA, "${detail} = 'x'", NONE, "「国名」は今の回答では質問されない");
    pend(d, PLACE, "事業者", "");
    check_causes(d, LANG_JA, "${place} = 'jp'", NONE, "「データの保存国」が確認中（事業者へ照会）");
    put(d, PROOF, "na");
    check_causes(d, LANG_JA, "${proof} = 'met'", NONE,
        "「消去の証明」の回答が「該当なし」（理由の記入が必要）");
    put(d, UNTIL, "2026-12-31");
    check_causes(d, LANG_JA, "${until} >= ${from}", NONE, "「利用開始日」が未回答");
    put(d, FROM, "2027-01-01");
    check_causes(
        d, LANG_JA, "${until} > '2026-01-01'", NONE, "「利用終了日」の回答が受け付けられない内容");
    put(d, FROM, "2026-12-01");
    check_causes(d, LANG_JA, "${until} = ${from}", NONE,
        "「利用終了日」の回答が「令和8年12月31日（2026年）」（必要: 「利用開始日」の回答（令和8年12月1日（2026年）））");
}

static void times(void **state)
{
    (void)state;
    assert_int_equal(setenv("TZ", "JST-9", 1), 0);
    tzset();
    struct str out = {0};
    phrase_time(&out, LANG_JA, 1795138920); /* 2026-11-20 01:42 UTC */
    assert_string_equal(str_text(&out), "令和8年11月20日（2026年） 10:42");
    str_clear(&out);
    phrase_time(&out, LANG_EN, 1795190400 - 1); /* 2026-11-20 15:59:59 UTC */
    assert_string_equal(str_text(&out), "21 November 2026 (Reiwa 8) 00:59");
    str_clear(&out);
    phrase_time(&out, LANG_EN, INT64_MAX);
    assert_string_equal(str_text(&out), "@9223372036854775807");
    str_release(&out);
}

#define IN_STANDARD(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

static void expressions(void **state)
{
    struct desk *d = *state;
    static const struct {
        const char *source;
        bool negated;
        size_t about;
        const char *ja, *en;
    } rows[] = {
        {"${branch} = 'high'", false, NONE, "重要情報あり", "Sensitive"},
        {"${branch} = 'high'", true, NONE, "「重要情報あり」以外", "other than 'Sensitive'"},
        {"${place} = 'abroad'", false, PLACE, "国外を含む", "Abroad"},
        {"${place} = 'jp'", true, PLACE, "国外を含む", "Abroad"},
        {"${place} = 'abroad'", false, NONE, "「データの保存国」が国外を含む",
            "'Place of the data': Abroad"},
        {"${proof} = 'met'", true, PROOF, "満たさない", "Not met"},
        {"${tier} >= 'tier2'", false, TIER, "「機密性2」以上", "'Tier 2' or above"},
        {"${tier} >= 'tier2'", true, TIER, "「機密性2」より下", "below 'Tier 2'"},
        {"not(selected(${tags}, 'tax'))", false, TAGS, "「税」を含まない", "not including 'Tax'"},
        {"${users} > 10 and ${place} = 'jp'", true, NONE,
            "「利用者数」が10以下 または 「データの保存国」が国外を含む",
            "'Users': 10 or less or 'Place of the data': Abroad"},
        {"${branch} = 'low' and (${users} > 10 or ${users} < 2)", false, USERS,
            "重要情報なし かつ (10を超える または 2未満)",
            "Plain and (more than 10 or less than 2)"},
        {"answered(${detail})", true, DETAIL, "回答なし", "has no answer"},
        {"${from} <= today()", false, FROM, "今日以前", "today or before"},
        {"${until} >= ${from}", false, UNTIL, "「利用開始日」の回答以後",
            "the answer to 'First day' or after"},
        {"true()", false, NONE, "いつも", "always"},
        {"true()", true, NONE, "決してない", "never"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct expr *e = compile(d, rows[i].source, NONE);
        struct str ja = {0}, en = {0};
        phrase_expression(&ja, LANG_JA, d->standard, e, rows[i].negated, rows[i].about);
        phrase_expression(&en, LANG_EN, d->standard, e, rows[i].negated, rows[i].about);
        assert_string_equal(str_text(&ja), rows[i].ja);
        assert_string_equal(str_text(&en), rows[i].en);
        str_release(&ja);
        str_release(&en);
    }
    struct str none = {0};
    phrase_expression(&none, LANG_EN, d->standard, NULL, false, NONE);
    assert_string_equal(str_text(&none), "always");
    str_release(&none);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_STANDARD(answers_in_words),
        IN_STANDARD(numbers_in_words),
        IN_STANDARD(pending_in_words),
        IN_STANDARD(foreign_values),
        cmocka_unit_test(names),
        IN_STANDARD(clause_ids),
        IN_STANDARD(findings_in_words),
        IN_STANDARD(causes_of_choices),
        IN_STANDARD(causes_of_values),
        IN_STANDARD(causes_unknown),
        IN_STANDARD(expressions),
        cmocka_unit_test(times),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
