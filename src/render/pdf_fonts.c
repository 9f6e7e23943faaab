/* SPDX-License-Identifier: MIT
 * The fonts of the machine. */
#include "render/pdf.h"

#include <fcntl.h>
#include <pango/pangofc-fontmap.h>
#include <unistd.h>

static void ignore_message(
    const gchar *domain, GLogLevelFlags level, const gchar *message, gpointer data)
{
    (void)domain;
    (void)level;
    (void)message; /* what matters of it is found by pdf_glyphs() */
    (void)data;
}

/* Paper has no pixels that widths would have to fit, and no colours for pictures: fonts of these come last. */
static void for_paper(FcPattern *pattern, gpointer unused)
{
    (void)unused;
    (void)FcPatternAddBool(pattern, FC_HINTING, FcFalse);
    (void)FcPatternAddBool(pattern, FC_COLOR, FcFalse);
}

/* Fontconfig writes what it dislikes in the machine's settings to where a screen may be. */
static void find_fonts(void)
{
    int hidden = open("/dev/null", O_WRONLY | O_CLOEXEC);
    int shown = hidden < 0 ? -1 : fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    if (shown >= 0)
        (void)dup2(hidden, STDERR_FILENO);
    (void)FcInitReinitialize();
    if (shown >= 0) {
        (void)dup2(shown, STDERR_FILENO);
        (void)close(shown);
    }
    if (hidden >= 0)
        (void)close(hidden);
}

PangoFontMap *pdf_fonts(void)
{
    g_log_set_default_handler(ignore_message, NULL);
    find_fonts();
    PangoFontMap *map = pango_ft2_font_map_new();
    pango_ft2_font_map_set_resolution(PANGO_FT2_FONT_MAP(map), 72, 72);
    pango_fc_font_map_set_default_substitute(PANGO_FC_FONT_MAP(map), for_paper, NULL, NULL);
    return map;
}

bool pdf_fonts_are_others(void)
{
    return !FcConfigUptoDate(NULL);
}
