/* SPDX-License-Identifier: MIT
 * Facts of a session in words: answers, causes, verdicts. Used alike by screens, papers and the command line, so that they cannot
 * disagree. Everything is added to out in lang; answers go in as typed (the sink applies safe_text()). */
#ifndef KIJUN_TEXT_PHRASE_H
#define KIJUN_TEXT_PHRASE_H

#include "core/compare.h"
#include "core/explain.h"
#include "core/findings.h"
#include "core/holder.h"
#include "core/session.h"
#include "core/str.h"

/* The answer in words: choice labels, dates in both calendars, text as typed; 未回答 / 確認中（since, whom）. */
void phrase_answer(struct str *out, enum lang lang, const struct standard *s, size_t question,
    const struct answer *a);

/* What was answered before the question changed (session_former()), in the words it had then. */
void phrase_former(struct str *out, enum lang lang, const struct session *s, size_t question);

/* A value alone (canonical), in words. */
void phrase_value(struct str *out, enum lang lang, const struct question *q, const char *value);

const char *phrase_verdict(
    enum lang lang, enum verdict v); /* 選定できます, 選定できません, 未完了, 対象外 */
const char *phrase_verdict_short(
    enum lang lang, enum verdict v); /* 選定可 選定不可 未完了 対象外 */
const char *phrase_decision(
    enum lang lang, enum decision d); /* 承認 条件付き承認 不承認 差戻し 未決定 */
/* 承認 条件付き 不承認 差戻し; where nothing is decided, the verdict: 選定可 選定不可 未完了 対象外 */
const char *phrase_outcome_short(enum lang lang, enum decision d, enum verdict v);
/* The same, and whether anything was said since it was decided: at most OUTCOME_COLUMNS. */
enum { OUTCOME_COLUMNS = 20 };
const char *phrase_outcome_now(enum lang lang, enum decision d, bool changed_since, enum verdict v);
/* What was decided, when and by whom, and whether anything was said since: a sentence or two. */
void phrase_review(struct str *out, enum lang lang, const struct session *s);
const char *phrase_result(enum lang lang, enum result r);
const char *phrase_binding(enum lang lang, enum binding b);
const char *phrase_phase(enum lang lang, enum phase p);
const char *phrase_aside(enum lang lang, enum aside a);
const char *phrase_mark(enum result r); /* one column, ASCII: x ? - + */

/* What is to be told of a file that is evidence; "" where nothing is. */
const char *phrase_evidence_file(enum lang lang, enum evidence_file state);

/* What a finding says and what to do about it, from the requirement or the unanswered question. That a question is 確認中 is not
 * told here: phrase_answer() of finding.question does. */
void phrase_finding(
    struct str *out, enum lang lang, const struct standard *s, const struct finding *f);
void phrase_remedy(
    struct str *out, enum lang lang, const struct standard *s, const struct finding *f);

/* Clause ids separated by a blank: 4(1)ア 5(1) */
void phrase_clauses(struct str *out, const struct standard *s, struct index_list clauses);

/* One deciding comparison: 「データの保存国」の答えが「国外を含む」（必要: 「日本国内のみ」）; 必要 (needed) where the comparison does
 * not hold, 条件 (condition) where it does and does not only repeat the answer. An answer that is a long text is cut. */
void phrase_cause(
    struct str *out, enum lang lang, const struct assessment *a, const struct cause *c);

/* A whole expression in words, whatever the answers are: 機密性2以上 かつ 「データの保存国」が「国外を含む」. negated: its opposite. about: a question that
 * the reader sees beside it, so that its name is left out; or NONE. NULL e: always. */
void phrase_expression(struct str *out, enum lang lang, const struct standard *s,
    const struct expr *e, bool negated, size_t about);

/* ---- comparing standards ---- */

const char *phrase_standing(enum lang lang, enum standing s);
const char *phrase_standing_mark(enum standing s);          /* one column, ASCII */
const char *phrase_carried(enum lang lang, enum carried c); /* why an answer was left */
/* Which revision: the day that names it in both calendars, or its name where that is no day. */
void phrase_revision(struct str *out, enum lang lang, const struct standard *s);

const char *phrase_standard(enum lang lang, const struct standard *s); /* its short title */
/* An entry of a history: what was done (answered, note written, ...), and what was said, as the standard after that many moves puts it (as it
 * was kept, if that is not at hand). Static; adds nothing where nothing was said. */
const char *phrase_deed(enum lang lang, const struct entry *e);
void phrase_said(
    struct str *out, enum lang lang, const struct session *s, size_t moves, const struct entry *e);

/* Since when somebody holds a session: the time alone if that is of today. */
void phrase_since(struct str *out, enum lang lang, const struct holder *h, int32_t today);

/* The local day as day_words() and the time: 令和8年11月20日（2026年） 10:42. */
void phrase_time(struct str *out, enum lang lang, int64_t time);

#endif
