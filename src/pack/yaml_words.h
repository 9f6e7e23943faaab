/* SPDX-License-Identifier: MIT
 * libyaml's fixed English problems as sentences of our own that can be translated. */
#ifndef KIJUN_PACK_YAML_WORDS_H
#define KIJUN_PACK_YAML_WORDS_H

#include <stdbool.h>

struct yaml_words {
    const char *context;  /* libyaml's, NULL: any */
    const char *problem;  /* libyaml's */
    const char *sentence; /* {1}: the line of the context */
    bool at_context;      /* the context's place tells more than the problem's */
};

/* Static; NULL for a problem not in the table (a newer libyaml's). Either may be NULL. */
const struct yaml_words *yaml_words_of(const char *context, const char *problem);

#endif
