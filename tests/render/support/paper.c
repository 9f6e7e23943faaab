/* SPDX-License-Identifier: MIT
 * Documents made by hand. */
#include "paper.h"
#include "golden.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const char *const columns[LANG_COUNT][4] = {
    {"項目", "回答", "証跡・メモ", "条項"}, {"Item", "Answer", "Evidence and notes", "Clause"}};
static const unsigned weights[] = {6, 5, 6, 3};
static const char *const cells[LANG_COUNT][12] = {
    {"データはどの国のデータセンターに保存されますか（複製や予備の保存先も含みます）",
        "日本国内のみ",
        "証跡: 契約書案 第4条（所在 共有フォルダー/契約、確認 令和8年7月3日（2026年））\nメモ: 7/3 営業担当へ照会。",
        "4(1)ア 4(1)イ", "準拠法は日本法ですか", "確認中（事業者、令和8年7月3日（2026年））", "",
        "4(1)ア", "認証の有効期限", "未回答",
        "https://example.jp/certificates/2026/a-very-long-path-without-any-blank-in-it.pdf", ""},
    {"In which country are the data stored? Count replicas and backups too.", "Japan only",
        "Evidence: draft contract, article 4 (at shared folder, seen 3 July 2026 (Reiwa 8))\nNote: asked on 3 July.",
        "4(1)ア 4(1)イ", "Does Japanese law govern the contract?",
        "Being confirmed (provider, 3 July 2026 (Reiwa 8))", "", "4(1)ア",
        "Expiry of the certificate", "Not answered",
        "https://example.jp/certificates/2026/a-very-long-path-without-any-blank-in-it.pdf", ""}};
static const bool row_missing[] = {false, true, true};

static const struct document_field fields[LANG_COUNT][5] = {
    {{"申請者", "佐藤 花子（情報政策課）", false, {0}},
        {"サービスの名称", "庁内ファイル共有の試行", false, {0}},
        {"利用する期間の始まりと終わり", "", true, {0}}, {"管理者", "確認中", true, {0}},
        {"受付番号", "", false, {0}}},
    {{"Applicant", "Hanako Sato, Information Policy Section", false, {0}},
        {"Name of the service", "Trial of file sharing", false, {0}},
        {"Beginning and end of the period of use", "", true, {0}},
        {"Administrator", "Being confirmed", true, {0}}, {"Number of receipt", "", false, {0}}}};
static const struct document_field boxes[LANG_COUNT][4] = {
    {{"所属長", "", false, {0}}, {"情報セキュリティ責任者（部長）", "", false, {0}},
        {"審査会", "", false, {0}}, {"受付", "", false, {0}}},
    {{"Head", "", false, {0}}, {"Information security officer (director)", "", false, {0}},
        {"Board", "", false, {0}}, {"Received", "", false, {0}}}};

#define BLOCKS(l, section, group, sentence)                                                        \
    {                                                                                              \
        {.kind = BLOCK_PARAGRAPH, .text = sentence},                                               \
            {.kind = BLOCK_HEADING, .level = 1, .text = section},                                  \
            {.kind = BLOCK_FIELDS, .fields = fields[l], .field_count = COUNT(fields[l])},          \
            {.kind = BLOCK_HEADING, .level = 2, .text = group},                                    \
            {.kind = BLOCK_TABLE,                                                                  \
                .columns = columns[l],                                                             \
                .weights = weights,                                                                \
                .column_count = 4,                                                                 \
                .cells = cells[l],                                                                 \
                .row_missing = row_missing,                                                        \
                .row_count = 3},                                                                   \
        {                                                                                          \
            .kind = BLOCK_SIGNOFF, .fields = boxes[l], .field_count = COUNT(boxes[l])              \
        }                                                                                          \
    }

static const struct block blocks[LANG_COUNT][6] = {
    BLOCKS(LANG_JA, "申請の内容", "事業者に確認すること（2件）",
        "次のとおり、外部サービスの利用を申請します。個人情報（住民票の写しなど）は、取り扱いません。"),
    BLOCKS(LANG_EN, "What is applied for", "To be confirmed with the provider (2 items)",
        "We apply for the use of an external service as follows. Personal data are not handled.")};

static const struct document forms[LANG_COUNT] = {
    {.lang = LANG_JA,
        .title = "外部サービス利用申請書",
        .mark = "未完成",
        .addressee = "デジタル戦略課長",
        .blocks = blocks[LANG_JA],
        .block_count = 6,
        .footer =
            "基準: 外部サービス利用基準（2024-05-23 改定）\nセッション: k7m2-p9qx　履歴のハッシュ値: 0123456789abcdef\n印刷: 令和8年11月20日（2026年） 10:42　佐藤",
        .paper_id = "application",
        .session_id = "k7m2-p9qx",
        .standard_id = "example",
        .revision = "2024-05-23",
        .verdict = "incomplete",
        .head = "0123456789abcdef"},
    {.lang = LANG_EN,
        .title = "Application for the Use of an External Service",
        .mark = "Incomplete",
        .addressee = "Head of the Digital Strategy Section",
        .blocks = blocks[LANG_EN],
        .block_count = 6,
        .footer =
            "Standard: rules for external services, revision 2024-05-23\nSession k7m2-p9qx, head hash of its history 0123456789abcdef\nPrinted 20 November 2026 (Reiwa 8) 10:42 by Sato",
        .paper_id = "application",
        .session_id = "k7m2-p9qx",
        .standard_id = "example",
        .revision = "2024-05-23",
        .verdict = "incomplete",
        .head = "0123456789abcdef"}};

const struct document *paper_form(enum lang lang)
{
    return &forms[lang];
}

const struct document *paper_of(const char *text)
{
    static struct document d;
    static struct block all[6];
    static struct document_field pairs[2];
    static const char *heads[3], *body[6];
    static const bool missing[] = {true, false};
    for (size_t i = 0; i < COUNT(body); i++)
        body[i] = text;
    for (size_t i = 0; i < COUNT(heads); i++)
        heads[i] = text;
    pairs[0] = (struct document_field){text, text, true, {0}};
    pairs[1] = (struct document_field){text, text, false, {0}};
    all[0] = (struct block){.kind = BLOCK_HEADING, .level = 1, .text = text};
    all[1] = (struct block){.kind = BLOCK_PARAGRAPH, .text = text};
    all[2] = (struct block){.kind = BLOCK_FIELDS, .fields = pairs, .field_count = 2};
    all[3] = (struct block){.kind = BLOCK_HEADING, .level = 2, .text = text};
    all[4] = (struct block){.kind = BLOCK_TABLE,
        .columns = heads,
        .column_count = 3,
        .cells = body,
        .row_missing = missing,
        .row_count = 2};
    all[5] = (struct block){.kind = BLOCK_SIGNOFF, .fields = pairs, .field_count = 2};
    d = (struct document){.lang = LANG_EN,
        .title = text,
        .mark = text,
        .addressee = text,
        .blocks = all,
        .block_count = COUNT(all),
        .footer = text,
        .paper_id = text,
        .session_id = text,
        .standard_id = text,
        .revision = text,
        .verdict = text,
        .head = text};
    return &d;
}

static char *repeated(const char *piece, size_t times)
{
    static char memory[2][3 * 65536 + 1];
    static size_t used;
    char *text = memory[used++ % 2];
    text[0] = '\0';
    for (size_t i = 0, len = strlen(piece); i < times; i++)
        memcpy(text + i * len, piece, len + 1);
    return text;
}

const char *const *paper_hostile(void)
{
    static const char *all[] = {"", "x", " ", "\n", "\n\n\n", "\033[2J\033]0;owned\007",
        "\xe2\x80\xaegnp.exe", "\xff\xfe\x80",
        "a\xc2\x9b"
        "31mb",
        "<script>alert('1')</script>", "</td></table><h1>x</h1>", "\"><img src=x onerror=\"y\">",
        "&lt;b&gt; &#60; &amp", "]]>", "<!-- x", "a | b || c |", "\\|\\\\|\\",
        "`code` ``` ~~~\n```\ncode\n```", "*a* **b** __c__ ~~d~~",
        "[a](http://b) ![c](d) [e]: f\n[g]: http://h",
        "http://example.jp/ https://x.jp www.example.jp ftp://x.jp user@example.jp mailto:a@b.jp",
        "<http://example.jp> <a@b.jp>", "=1+1", "# h", "a\n===\nb\n---\n",
        "- a\n- b\n+ c\n* d\n1. e\n2) f", "> quote", "    code\n\tcode", "---", "| --- |",
        "a  \nb\\\nc", "$x$ $$y$$", "[x] [^1]", ":smile: #12 @user",
        "\xe3\x80\x80\xe5\x85\xa8\xe8\xa7\x92",
        "\xef\xbc\x9d"
        "1",
        "e\xcc\x81\xcc\x81\xcc\x81", "\xf3\xa0\x80\x81\xee\x80\x80\xef\xbb\xbf", "\r\rx\r\n",
        "\x7f\x01\x02", NULL, NULL, NULL};
    static const size_t last = COUNT(all) - 3;
    if (!all[last]) {
        all[last] = repeated("x", 65536);
        all[last + 1] = repeated("\xe5\x9f\xba", 21845);
    }
    return all;
}

void need_format(enum format f)
{
    if (!format_present(f))
        skip();
}

void paper_render(struct str *out, const struct document *d, enum format f)
{
    struct err e;
    if (!render(out, d, f, &(struct rendering){0}, &e))
        fail_msg("%s %s %s", e.text, e.arg[0], e.arg[1]);
}

void run_on(const struct str *bytes, const char *command, struct str *out)
{
    str_clear(out);
    if (tool_run_on(command, bytes->at, bytes->len, out) != 0)
        fail_msg("%s: %.400s", command, str_text(out));
}

size_t count_of(const char *text, const char *piece)
{
    size_t n = 0;
    for (const char *at = strstr(text, piece); at; at = strstr(at + 1, piece))
        n++;
    return n;
}
