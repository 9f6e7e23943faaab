/* SPDX-License-Identifier: MIT
 * Findings as JSON, alike in `kijun show` and `kijun compare`. */
#ifndef KIJUN_CLI_FINDINGS_JSON_H
#define KIJUN_CLI_FINDINGS_JSON_H

#include "cli/quote.h"
#include "core/findings.h"

/* [{requirement, clauses, binding, phase, result, finding, remedy, source}] */
json_t *findings_json(const struct standard *s, enum lang lang, const struct findings *list);

/* The ids. */
json_t *clauses_json(const struct standard *s, struct index_list list);

#endif
