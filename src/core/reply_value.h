/* SPDX-License-Identifier: MIT
 * What people write in a cell -> a canonical value: more than answers_read() takes, because nobody can ask them again. */
#ifndef KIJUN_CORE_REPLY_VALUE_H
#define KIJUN_CORE_REPLY_VALUE_H

#include "core/answers.h"

/* Copy without the blanks and line breaks around it, full-width ones too. The caller frees. */
char *reply_trim(const char *text);

/* The value of a cell: as answers_read(), and a choice with its number before it as the sheet lists it, several choices a line each or
 * parted by commas, and numbers of a workbook, which days are too (from_1904: counted from there). The caller frees *value. */
NODISCARD bool reply_value(const struct standard *s, size_t question, const char *text, bool number,
    bool from_1904, char **value, struct err *e);

#endif
