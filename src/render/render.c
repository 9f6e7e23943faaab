/* SPDX-License-Identifier: MIT
 * The formats by name, and the way to each. */
#include "render/render.h"

#include <string.h>

static const struct {
    const char *name, *suffix;
} formats[FORMAT_COUNT] = {
    [FORMAT_TEXT] = {"text", "txt"},
    [FORMAT_MD] = {"md", "md"},
    [FORMAT_HTML] = {"html", "html"},
    [FORMAT_JSON] = {"json", "json"},
};

const char *format_name(enum format f)
{
    return formats[f].name;
}

const char *format_suffix(enum format f)
{
    return formats[f].suffix;
}

bool format_parse(const char *name, enum format *out)
{
    for (size_t f = 0; f < FORMAT_COUNT; f++)
        if (strcmp(formats[f].name, name) == 0) {
            *out = (enum format)f;
            return true;
        }
    return false;
}

void render(struct str *out, const struct document *d, enum format f, size_t columns)
{
    switch (f) {
    case FORMAT_TEXT:
        render_text(out, d, columns);
        break;
    case FORMAT_MD:
        render_md(out, d);
        break;
    case FORMAT_HTML:
        render_html(out, d);
        break;
    case FORMAT_JSON:
        render_json(out, d);
        break;
    case FORMAT_COUNT:
        break;
    }
}
