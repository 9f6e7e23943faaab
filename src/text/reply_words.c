/* SPDX-License-Identifier: MIT
 * Sheets of questions to somebody else, in words. */
#include "text/reply_words.h"

#include "core/err.h"

const char *const reply_heads[REPLY_COLUMNS] = {[REPLY_QUESTION] = N_("Question"),
    [REPLY_HOW] = N_("How to answer"),
    [REPLY_ANSWER] = N_("Answer"),
    [REPLY_NOTE] = N_("Explanation"),
    [REPLY_EVIDENCE] = N_("Document or URL"),
    [REPLY_KEY] = N_("Key")};
