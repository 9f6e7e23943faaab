/* SPDX-License-Identifier: MIT
 * The parts of pack_lint(). */
#ifndef KIJUN_PACK_LINT_H
#define KIJUN_PACK_LINT_H

#include "core/bundle.h"
#include "core/standard.h"
#include "pack/report.h"

/* Requirements that bind less or more than their clauses, or are due before what they need; questions asked before what opens them. */
void lint_bindings(const struct standard *s, struct report *r);

/* By trying all answers that matter, where they are few enough: questions that are never asked, constraints that nothing satisfies, requirements
 * that never pass or never fail, that contradict each other, or that apply while a question they need is not asked; authorities that never
 * decide; parts of papers that are never printed, or show what is never asked. */
void lint_reach(const struct standard *s, struct report *r);

/* Training cases: readable, in both languages, naming only what there is; with outcomes, for a standard that can be used, those that are so far
 * right are acted out. */
void lint_cases(const struct standard *s, const struct bundle *b, bool outcomes, struct report *r);

/* Whether a case comes out as it says: verdict, who decides, branch, findings, clauses. */
struct training_case;
void lint_outcome(const struct standard *s, const struct training_case *c, struct report *r);

#endif
