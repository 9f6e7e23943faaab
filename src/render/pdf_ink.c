/* SPDX-License-Identifier: MIT
 * What is written on a page besides text (ISO 32000-1, 8.4 and 8.5). */
#include "render/pdf.h"

void pdf_numbers(struct str *page, size_t count, const double *number)
{
    for (size_t i = 0; i < count; i++) {
        pdf_add_number(page, number[i]);
        str_add_char(page, ' ');
    }
}

void pdf_ink(struct str *page, enum colour colour, const char *operator)
{
    const double parts[] = {
        (colour >> 16 & 0xFF) / 255.0, (colour >> 8 & 0xFF) / 255.0, (colour & 0xFF) / 255.0};
    pdf_numbers(page, 3, parts);
    str_addf(page, "%s\n", operator);
}

void pdf_line(struct str *page, const double from[2], const double to[2])
{
    pdf_numbers(page, 2, from);
    str_add(page, "m ");
    pdf_numbers(page, 2, to);
    str_add(page, "l\n");
}
