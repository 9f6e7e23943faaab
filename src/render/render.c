/* SPDX-License-Identifier: MIT
 * The formats by name, and the way to each. */
#include "render/render.h"

#include "render/by_module.h"

#include <string.h>

static const struct {
    const char *name, *suffix;
} formats[FORMAT_COUNT] = {
    [FORMAT_TEXT] = {"text", "txt"},
    [FORMAT_MD] = {"md", "md"},
    [FORMAT_HTML] = {"html", "html"},
    [FORMAT_JSON] = {"json", "json"},
    [FORMAT_CSV] = {"csv", "csv"},
    [FORMAT_XLSX] = {"xlsx", "xlsx"},
    [FORMAT_PDF] = {"pdf", "pdf"},
};

const char *format_name(enum format f)
{
    return formats[f].name;
}

const char *format_suffix(enum format f)
{
    return formats[f].suffix;
}

bool format_is_text(enum format f)
{
    return f < FORMAT_XLSX;
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

bool render(struct str *out, const struct document *d, enum format f, const struct rendering *how,
    struct err *e)
{
    switch (f) {
    case FORMAT_TEXT:
        render_text(out, d, how->columns);
        return true;
    case FORMAT_MD:
        render_md(out, d);
        return true;
    case FORMAT_HTML:
        render_html(out, d);
        return true;
    case FORMAT_JSON:
        render_json(out, d);
        return true;
    case FORMAT_CSV:
        return render_csv(out, d, how->encoding, e);
    case FORMAT_XLSX:
    case FORMAT_PDF:
        return module_render(out, d, f, e);
    case FORMAT_COUNT:
        break;
    }
    return true;
}
