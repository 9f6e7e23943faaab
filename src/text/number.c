/* SPDX-License-Identifier: MIT
 * Numbers as public papers write them. */
#include "text/number.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

void number_add(struct str *out, int64_t number)
{
    char digits[24];
    uint64_t size = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
    (void)snprintf(digits, sizeof digits, "%" PRIu64, size);
    if (number < 0)
        str_add_char(out, '-');
    size_t len = strlen(digits);
    for (size_t i = 0; i < len; i++) {
        if (i && (len - i) % 3 == 0)
            str_add_char(out, ',');
        str_add_char(out, digits[i]);
    }
}
