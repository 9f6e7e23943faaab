/* SPDX-License-Identifier: MIT
 * The language of a PDF's text, for readers that speak it, and the title for the window: an update at the end of the file, as PDF has
 * them, which puts another catalogue in the place of the one that cairo wrote. */
#include "render/pdf.h"

#include <stdlib.h>
#include <string.h>

/* The last place of `word` in the file, or NULL. */
static const char *last(const char *text, size_t len, const char *word)
{
    size_t word_len = strlen(word);
    for (const char *at = text + len - word_len; len >= word_len && at >= text; at--)
        if (memcmp(at, word, word_len) == 0)
            return at + word_len;
    return NULL;
}

static unsigned long number(const struct str *file, const char *word)
{
    const char *at = last(file->at, file->len, word);
    return at ? strtoul(at, NULL, 10) : 0;
}

bool pdf_language(struct str *file, const char *language)
{
    unsigned long root = number(file, "/Root "), info = number(file, "/Info "),
                  size = number(file, "/Size "), before = number(file, "startxref\n");
    struct str object = {0}, catalogue = {0};
    str_addf(&object, "\n%lu 0 obj\n<<", root);
    const char *at = last(file->at, file->len, str_text(&object)),
               *end = at ? strstr(at, ">>\nendobj") : NULL;
    if (end && root && info && size && before) {
        str_add_bytes(&catalogue, at, (size_t)(end - at));
        size_t place = file->len;
        str_addf(file,
            "%lu 0 obj\n<<%s   /Lang (%s)\n   /ViewerPreferences << /DisplayDocTitle true >>\n>>\nendobj\n",
            root, str_text(&catalogue), language);
        size_t table = file->len;
        str_addf(file,
            "xref\n%lu 1\n%010zu 00000 n \ntrailer\n<< /Size %lu\n   /Root %lu 0 R\n   /Info %lu 0 R\n   /Prev %lu\n>>\nstartxref\n%zu\n%%%%EOF\n",
            root, place, size, root, info, before, table);
    }
    str_release(&object);
    str_release(&catalogue);
    return end != NULL;
}
