/* SPDX-License-Identifier: MIT
 * How a sheet of Excel looks: as the printed page does, in a fixed-width font that Windows has and that is free elsewhere. */
#include "render/xlsx.h"

/* Days of Japan. Excel numbers the first year of Reiwa, from 43586 to 43830; sections of a format for those days alone call it 元年.
 * libxlsxwriter takes no more than 127 bytes of a format, hence a style of their own for days before, whole. */
#define DAY_BEFORE_REIWA "[$-411]ggge\"年\"m\"月\"d\"日（\"yyyy\"年）\""
#define DAY_OF_REIWA                                                                               \
    "[<43586]yyyy\"年\"m\"月\"d\"日\";[<43831]\"令和元年\"m\"月\"d\"日（2019年）\";" DAY_BEFORE_REIWA
#define DAY_SHORT(era)                                                                             \
    "[<43586][$-411]" era "e\".\"m\".\"d;[<43831][$-411]" era "\"元.\"m\".\"d;[$-411]" era         \
    "e\".\"m\".\"d"
_Static_assert(sizeof DAY_OF_REIWA <= LXW_FORMAT_FIELD_LEN, "cut off");

enum { GREY = 0x777777, PALE = 0xF1F1EE, YELLOW = 0xFFFBE0, RED = 0xA00000, FADED = 0x444444 };

static lxw_format *style(struct xlsx *x, double size, bool wrapped)
{
    lxw_format *f = workbook_add_format(x->book);
    format_set_font_name(f, "BIZ UDGothic");
    format_set_font_size(f, size);
    format_set_align(f, LXW_ALIGN_VERTICAL_TOP);
    if (wrapped)
        format_set_text_wrap(f);
    return f;
}

static lxw_format *cell(struct xlsx *x)
{
    lxw_format *f = style(x, 10, true);
    format_set_align(f, LXW_ALIGN_VERTICAL_CENTER);
    format_set_border(f, LXW_BORDER_THIN);
    format_set_border_color(f, GREY);
    return f;
}

static lxw_format *head(struct xlsx *x, bool bold)
{
    lxw_format *f = cell(x);
    format_set_bg_color(f, PALE);
    if (bold)
        format_set_bold(f);
    return f;
}

static lxw_format *value(struct xlsx *x, const char *number_format)
{
    lxw_format *f = cell(x);
    format_set_num_format(f, number_format);
    format_set_align(f, LXW_ALIGN_LEFT);
    return f;
}

static void style_texts(struct xlsx *x)
{
    lxw_format *title = style(x, 16, true), *mark = style(x, 12, false), *gap = style(x, 9, true);
    format_set_bold(title);
    format_set_align(title, LXW_ALIGN_CENTER);
    format_set_bold(mark);
    format_set_align(mark, LXW_ALIGN_RIGHT);
    format_set_font_color(mark, RED);
    format_set_bold(gap);
    format_set_font_color(gap, RED);
    lxw_format *section = style(x, 12, true), *group = style(x, 10, true);
    format_set_bold(section);
    format_set_bottom(section, LXW_BORDER_MEDIUM);
    format_set_bold(group);
    lxw_format *small = style(x, 9, true), *foot = style(x, 9, true);
    format_set_font_color(small, FADED);
    format_set_font_color(foot, FADED);
    x->style[STYLE_TITLE] = title;
    x->style[STYLE_MARK] = mark;
    x->style[STYLE_TEXT] = style(x, 10, true);
    x->style[STYLE_SMALL] = small;
    x->style[STYLE_SECTION] = section;
    x->style[STYLE_GROUP] = group;
    x->style[STYLE_GAP] = gap;
    x->style[STYLE_FOOT] = foot;
}

void xlsx_styles(struct xlsx *x)
{
    style_texts(x);
    x->style[STYLE_LABEL] = head(x, false);
    x->style[STYLE_HEAD] = head(x, true);
    x->style[STYLE_CELL] = cell(x);
    format_set_num_format(x->style[STYLE_CELL], "@"); /* what is typed there stays as it is typed */
    x->style[STYLE_OPEN] = cell(x);
    format_set_num_format(x->style[STYLE_OPEN], "@");
    format_set_bg_color(x->style[STYLE_OPEN], YELLOW);
    format_set_unlocked(x->style[STYLE_OPEN]);
    x->style[STYLE_NUMBER] = value(x, "#,##0");
    bool ja = x->paper->document->lang == LANG_JA;
    /* as day_words() and day_short() have it; the names of eras in Latin letters are in no format */
    x->style[STYLE_DAY] = value(x, ja ? DAY_OF_REIWA : "d mmmm yyyy");
    x->style[STYLE_DAY_OLD] = value(x, ja ? DAY_BEFORE_REIWA : "d mmmm yyyy");
    x->style[STYLE_DAY_SHORT] = value(x, ja ? DAY_SHORT("ggg") : "yyyy-mm-dd");
    x->style[STYLE_DAY_LEAST] = value(x, ja ? DAY_SHORT("g") : "yyyy-mm-dd"); /* R8.11.20 */
    x->style[STYLE_BOX_HEAD] = head(x, false);
    format_set_align(x->style[STYLE_BOX_HEAD], LXW_ALIGN_CENTER);
    x->style[STYLE_BOX] = cell(x);
}
