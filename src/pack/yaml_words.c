/* SPDX-License-Identifier: MIT
 * Everything libyaml 0.2's reader, scanner and parser can say. The first line that fits is taken. */
#include "pack/yaml_words.h"

#include "core/err.h"

#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const char quote_open[] = N_("This quotation mark is never closed.");
static const char directive[] = N_("Directives (%) are not accepted here; take the line out.");
static const char tag[] =
    N_("Tags (!) are not accepted here; put the text in quotation marks if it begins with '!'.");
static const char anchor[] = N_(
    "Anchors (&) and aliases (*) are not accepted here; put the text in quotation marks if it begins so.");
static const char escape[] =
    N_("This escape after a backslash is not known; write the character itself, or use '...'.");
static const char block[] =
    N_("After '|' or '>' only '+', '-' or a digit from 1 to 9 may stand on the line.");
static const char not_utf8[] = N_("The file must be plain text in UTF-8.");

static const struct yaml_words table[] = {
    /* scanner: scalars */
    {"while scanning a quoted scalar", "found unexpected end of stream", quote_open, true},
    {"while scanning a quoted scalar", "found unexpected document indicator", quote_open, true},
    {NULL, "found unknown escape character", escape, false},
    {NULL, "did not find expected hexdecimal number", escape, false},
    {NULL, "found invalid Unicode character escape code", escape, false},
    {NULL, "found an indentation indicator equal to 0", block, false},
    {"while scanning a block scalar", "did not find expected comment or line break", block, false},
    {NULL, "found a tab character where an indentation space is expected",
        N_("A tab cannot indent; use spaces."), false},
    {NULL, "found a tab character that violates indentation",
        N_("A tab cannot indent; use spaces."), false},
    {NULL, "found unexpected ':'", N_("A ':' cannot stand here; put the text in quotation marks."),
        false},
    /* scanner: structure */
    {NULL, "found character that cannot start any token",
        N_("A text cannot begin with this character; put it in quotation marks (and indent with spaces, not tabs)."),
        false},
    {NULL, "could not find expected ':'", N_("A ':' and a space are missing after this key."),
        true},
    {NULL, "block sequence entries are not allowed in this context",
        N_("A list entry '- ' cannot begin here."), false},
    {NULL, "mapping keys are not allowed in this context", N_("A key cannot stand here."), false},
    {NULL, "mapping values are not allowed in this context",
        N_("A ': ' cannot stand here; put the text in quotation marks, or check the indentation."),
        false},
    /* parser: structure */
    {NULL, "did not find expected '-' indicator",
        N_("Another '- ' was expected in the list that begins on line {1}; check the indentation."),
        false},
    {NULL, "did not find expected key",
        N_("Another key was expected in the mapping that begins on line {1}; check the indentation and the quotation marks."),
        false},
    {NULL, "did not find expected ',' or ']'",
        N_("A ',' or ']' is missing in the list that begins on line {1}."), false},
    {NULL, "did not find expected ',' or '}'",
        N_("A ',' or '}' is missing in the mapping that begins on line {1}."), false},
    {NULL, "did not find expected node content", N_("A value was expected here."), false},
    {NULL, "did not find expected <document start>",
        N_("The file should end here; check the indentation."), false},
    {NULL, "did not find expected <stream-start>", N_("The file is empty."), false},
    /* directives, tags, anchors: none of them is used in a standard */
    {NULL, "found unknown directive name", directive, false},
    {NULL, "could not find expected directive name", directive, false},
    {NULL, "found unexpected non-alphabetical character", directive, false},
    {NULL, "did not find expected comment or line break", directive, false},
    {NULL, "did not find expected version number", directive, false},
    {NULL, "did not find expected digit or '.' character", directive, false},
    {NULL, "found extremely long version number", directive, false},
    {NULL, "found duplicate %YAML directive", directive, false},
    {NULL, "found incompatible YAML document", directive, false},
    {NULL, "found duplicate %TAG directive", directive, false},
    {"while scanning a %TAG directive", "did not find expected whitespace", directive, false},
    {"while scanning a %TAG directive", "did not find expected whitespace or line break", directive,
        false},
    {"while parsing a %TAG directive", "did not find expected '!'", directive, false},
    {"while parsing a %TAG directive", "did not find expected tag URI", directive, false},
    {NULL, "found undefined tag handle", tag, false},
    {NULL, "did not find expected '!'", tag, false},
    {NULL, "did not find the expected '>'", tag, false},
    {NULL, "did not find expected tag URI", tag, false},
    {NULL, "did not find URI escaped octet", tag, false},
    {NULL, "found an incorrect leading UTF-8 octet", tag, false},
    {NULL, "found an incorrect trailing UTF-8 octet", tag, false},
    {NULL, "did not find expected whitespace or line break", tag, false},
    {NULL, "did not find expected alphabetic or numeric character", anchor, false},
    /* reader */
    {NULL, "control characters are not allowed",
        N_("A control character stands here; take it out."), false},
    {NULL, "input error", not_utf8, false},
    {NULL, "input is too long", N_("This file is larger than 1 MiB."), false},
    {NULL, "invalid leading UTF-8 octet", not_utf8, false},
    {NULL, "incomplete UTF-8 octet sequence", not_utf8, false},
    {NULL, "invalid trailing UTF-8 octet", not_utf8, false},
    {NULL, "invalid length of a UTF-8 sequence", not_utf8, false},
    {NULL, "invalid Unicode character", not_utf8, false},
    {NULL, "incomplete UTF-16 character", not_utf8, false},
    {NULL, "unexpected low surrogate area", not_utf8, false},
    {NULL, "incomplete UTF-16 surrogate pair", not_utf8, false},
    {NULL, "expected low surrogate area", not_utf8, false},
};

const struct yaml_words *yaml_words_of(const char *context, const char *problem)
{
    for (size_t i = 0; problem && i < COUNT(table); i++) {
        const struct yaml_words *w = &table[i];
        if (strcmp(w->problem, problem) != 0)
            continue;
        if (!w->context || (context && strcmp(w->context, context) == 0))
            return w;
    }
    return NULL;
}
