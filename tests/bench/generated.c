/* SPDX-License-Identifier: MIT
 * A made-up standard: stages of two hundred checks behind one question that decides. */
#include "generated.h"

#include "core/str.h"

#include <stdio.h>
#include <sys/stat.h>

enum { IN_STAGE = 200, DECIDED = 20 };

static const char standard[] =
    "id: generated\n"
    "revision: \"2026-04-01\"\n"
    "title: {ja: 計測用の基準, en: A standard to measure with}\n"
    "short_title: {ja: 計測用, en: Measured}\n"
    "issuer: {ja: 計測, en: Bench}\n"
    "branches:\n"
    "  - {id: high, label: {ja: 高, en: High}}\n"
    "  - {id: low, label: {ja: 低, en: Low}}\n"
    "tier: tier\n"
    "sources:\n"
    "  - {id: own, label: {ja: 所属で決めること, en: To decide}, who: {ja: 所属, en: your office}}\n"
    "authorities:\n"
    "  - {id: head, label: {ja: 所属長, en: Head of the office}}\n";

static const char clauses[] =
    "clauses:\n  - {id: \"1\", binding: must, gist: {ja: 国内に保存する, en: Keep it in the country}}\n";

static const char paper[] =
    "title: {ja: 様式, en: Paper}\nfile: {ja: 様式, en: paper}\nparts:\n  - {kind: verdict}\n";

static const char first_stage[] =
    "id: first\n"
    "label: {ja: 所在地, en: Place}\n"
    "phase: select\n"
    "source: own\n"
    "questions:\n"
    "  - id: where\n"
    "    type: select_one\n"
    "    required: true\n"
    "    label: {ja: データの保存先, en: Where the data are kept}\n"
    "    choices:\n"
    "      - {id: jp, label: {ja: 国内, en: Japan}}\n"
    "      - {id: abroad, label: {ja: 国外, en: Abroad}}\n"
    "    clauses: [\"1\"]\n"
    "  - id: tier\n"
    "    type: select_one\n"
    "    required: true\n"
    "    label: {ja: 区分, en: Tier}\n"
    "    choices:\n"
    "      - {id: tier1, label: {ja: 低, en: Low}, branch: low}\n"
    "      - {id: tier2, label: {ja: 高, en: High}, branch: high}\n"
    "    clauses: [\"1\"]\n"
    "  - {id: remark, type: text, required: true, label: {ja: 備考, en: Remark}, clauses: [\"1\"]}\n"
    "requirements:\n";

static void add_file(struct bundle *out, const char *path, const struct str *bytes)
{
    bundle_add(out, path, str_text(bytes), bytes->len);
}

static void add_paper(struct bundle *out, const char *id)
{
    struct str path = {0}, bytes = {0};
    str_addf(&path, "documents/%s.yaml", id);
    str_addf(&bytes, "id: %s\n%s", id, paper);
    add_file(out, str_text(&path), &bytes);
    str_release(&path);
    str_release(&bytes);
}

static void add_first_stage(struct bundle *out)
{
    struct str bytes = {0};
    str_add(&bytes, first_stage);
    for (int i = 0; i < DECIDED; i++)
        str_addf(&bytes,
            "  - {id: decided%d, clauses: [\"1\"], binding: must, forbids: true, pass: \"${where} = 'jp'\", finding: {ja: 国外です, "
            "en: Abroad}, remedy: {ja: 国内にします, en: Keep it in}}\n",
            i);
    add_file(out, "stages/000.yaml", &bytes);
    str_release(&bytes);
}

static void add_stage(struct bundle *out, size_t first, size_t end)
{
    char path[32];
    struct str bytes = {0};
    size_t number = first / IN_STAGE + 1;
    (void)snprintf(path, sizeof path, "stages/%03zu.yaml", number);
    str_addf(&bytes,
        "id: stage%zu\nlabel: {ja: 段階%zu, en: Stage %zu}\nphase: select\nsource: own\nquestions:\n",
        number, number, number);
    for (size_t i = first; i < end; i++)
        str_addf(&bytes,
            "  - {id: check%zu, type: check, binding: must, label: {ja: %zu番目の対策をしていますか, en: Is measure %zu "
            "taken?}, clauses: [\"1\"], finding: {ja: していません, en: Not taken}, remedy: {ja: します, en: Take it}}\n",
            i, i, i);
    add_file(out, path, &bytes);
    str_release(&bytes);
}

void generated_bundle(struct bundle *out, size_t questions)
{
    *out = (struct bundle){0};
    bundle_add(out, "standard.yaml", standard, sizeof standard - 1);
    bundle_add(out, "clauses.yaml", clauses, sizeof clauses - 1);
    add_paper(out, "application");
    add_paper(out, "missing");
    add_first_stage(out);
    for (size_t i = 0; i < questions; i += IN_STAGE)
        add_stage(out, i, i + IN_STAGE < questions ? i + IN_STAGE : questions);
}

static bool write_file(const char *folder, const struct bundle_file *file)
{
    struct str path = {0};
    str_addf(&path, "%s/%s", folder, file->path);
    FILE *to = fopen(str_text(&path), "w");
    bool well = to && fwrite(file->bytes, 1, file->len, to) == file->len;
    if (to && fclose(to) != 0)
        well = false;
    str_release(&path);
    return well;
}

bool generated_write(const char *folder, size_t questions)
{
    static const char *const parts[] = {"", "/stages", "/documents"};
    struct bundle bundle;
    bool well = true;
    for (size_t i = 0; well && i < sizeof parts / sizeof *parts; i++) {
        struct str path = {0};
        str_addf(&path, "%s%s", folder, parts[i]);
        well = mkdir(str_text(&path), 0700) == 0;
        str_release(&path);
    }
    generated_bundle(&bundle, questions);
    for (size_t i = 0; well && i < bundle.count; i++)
        well = write_file(folder, &bundle.file[i]);
    bundle_release(&bundle);
    return well;
}
