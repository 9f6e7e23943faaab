/* SPDX-License-Identifier: MIT
 * A paper as a workbook of Excel: one sheet that reads and prints like the paper, with typed cells. libxlsxwriter writes files only, so
 * it is given one that exists in memory alone. The same paper gives the same bytes: its date is the day it was printed. */
#include "render/xlsx.h"

#include "core/mem.h"
#include "core/utf8.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

enum { PAPER_A4 = 9, NAME_UNITS = 31, MARGIN_BYTES = 100, SCREENFUL = 200 };

void xlsx_check(struct xlsx *x, lxw_error error)
{
    if (x->error == LXW_NO_ERROR)
        x->error = error;
}

/* ---- the page ---- */

/* Text of a header or footer, which hold 255 characters with their commands: & is one, and a digit would belong to the font size before
 * it. The sheet itself has the text whole. */
static void add_to_margin(struct str *out, const char *text)
{
    size_t len = strlen(text), before = out->len;
    str_add_char(out, ' ');
    for (size_t at = 0; at < len;) {
        uint32_t c;
        size_t n = utf8_decode(text + at, len - at, &c);
        if (out->len - before + n > MARGIN_BYTES) {
            str_add(out, "..");
            return;
        }
        str_add(out, c == '&' ? "&" : "");
        str_add_bytes(out, text + at, n);
        at += n;
    }
}

static void set_margins(struct xlsx *x)
{
    const struct document *d = x->paper->document;
    struct str header = {0}, footer = {0};
    str_add(&header, "&L&8");
    add_to_margin(&header, d->title);
    if (d->mark) {
        str_add(&header, "&R&8&B");
        add_to_margin(&header, d->mark);
    }
    str_add(&footer, "&L&8");
    add_to_margin(&footer, x->paper->session);
    str_add(&footer, "&R&8 &P / &N");
    xlsx_check(x, worksheet_set_header(x->sheet, str_text(&header)));
    xlsx_check(x, worksheet_set_footer(x->sheet, str_text(&footer)));
    str_release(&header);
    str_release(&footer);
}

/* A4 with room for binding at the left; as wide as the page, as long as it gets. */
static void set_page(struct xlsx *x)
{
    worksheet_set_paper(x->sheet, PAPER_A4);
    if (x->wide)
        worksheet_set_landscape(x->sheet);
    else
        worksheet_set_portrait(x->sheet);
    worksheet_set_margins(x->sheet, 0.87, 0.71, 0.87, 0.79);
    worksheet_fit_to_pages(x->sheet, 1, 0);
    worksheet_gridlines(x->sheet, LXW_HIDE_ALL_GRIDLINES);
    set_margins(x);
}

/* The head of the only kind of table stays in sight and is printed on every page; else the title stays. */
static void set_heads(struct xlsx *x)
{
    worksheet_freeze_panes(x->sheet, x->head ? x->head + 1 : 1, 0);
    if (x->head)
        xlsx_check(x, worksheet_repeat_rows(x->sheet, x->head, x->head));
}

/* Of a sheet that comes back, nothing can be changed by mistake but what is to be filled in. Rows may be made higher. */
static void set_protection(struct xlsx *x)
{
    lxw_protection allowed = {.format_columns = 1, .format_rows = 1};
    if (x->paper->document->returns)
        worksheet_protect(x->sheet, NULL, &allowed);
}

/* The name of the sheet: the title, as far as Excel lets it. */
static void add_name(struct str *out, const char *title)
{
    size_t len = strlen(title), units = 0;
    for (size_t at = 0; at < len;) {
        uint32_t c;
        size_t n = utf8_decode(title + at, len - at, &c);
        units += c > 0xFFFF ? 2 : 1;
        if (units > NAME_UNITS)
            break;
        if (c < 0x80 && strchr("[]:*?/\\'", (int)c))
            str_add_char(out, '_');
        else
            str_add_bytes(out, title + at, n);
        at += n;
    }
    if (out->len == 0)
        str_add(out, "kijun");
}

static void set_properties(struct xlsx *x)
{
    const struct document *d = x->paper->document;
    char *title = mem_dup(d->title), *comments = mem_dup(x->paper->session);
    char *status = d->mark ? mem_dup(d->mark) : NULL;
    lxw_doc_properties properties = {
        .title = title, .comments = comments, .status = status, .created = (time_t)d->printed};
    for (char *text = title; text; text = text == title ? comments : NULL)
        if (strlen(text) > 255)
            text[utf8_floor(text, 255)] =
                '\0'; /* Excel holds no more there; the sheet has it whole */
    xlsx_check(x, workbook_set_properties(x->book, &properties));
    free(title);
    free(comments);
    free(status);
}

/* ---- the file ---- */

static bool write_book(struct xlsx *x, const char *path)
{
    struct str name = {0};
    x->book = workbook_new(path);
    if (!x->book) {
        xlsx_check(x, LXW_ERROR_MEMORY_MALLOC_FAILED);
        return false;
    }
    add_name(&name, x->paper->document->title);
    x->sheet = workbook_add_worksheet(x->book, str_text(&name));
    str_release(&name);
    if (x->sheet) {
        xlsx_styles(x);
        set_properties(x);
        xlsx_plan(x);
        set_page(x);
        xlsx_blocks(x);
        set_heads(x);
        set_protection(x);
    } else {
        xlsx_check(x, LXW_ERROR_PARAMETER_VALIDATION);
    }
    xlsx_check(x, workbook_close(x->book));
    return x->error == LXW_NO_ERROR;
}

static bool read_back(struct str *out, int fd)
{
    char bytes[64 * 1024];
    ssize_t got;
    if (lseek(fd, 0, SEEK_SET) != 0)
        return false;
    while ((got = read(fd, bytes, sizeof bytes)) != 0) {
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return false;
        str_add_bytes(out, bytes, (size_t)got);
    }
    return true;
}

static bool fail(struct err *e, const char *why)
{
    return err_fail(e, ERR_SYSTEM, N_("The paper could not be made as {1}: {2}."), "xlsx", why);
}

static bool render(
    struct str *out, const struct sheet *s, const struct module_host *host, struct err *e)
{
    struct xlsx x = {.paper = s, .host = host, .error = LXW_NO_ERROR};
    char path[32];
    mem_on_exhausted(host->exhausted);
    int fd = memfd_create("kijun", MFD_CLOEXEC);
    if (fd < 0)
        return fail(e, strerror(errno));
    (void)snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    bool ok = write_book(&x, path) ? read_back(out, fd) || fail(e, strerror(errno))
                                   : fail(e, lxw_strerror(x.error));
    (void)close(fd); /* in memory only */
    free(x.width);
    return ok;
}

MODULE_EXPORT;
const struct module kijun_module = {MODULE_INTERFACE, KIJUN_VERSION, render};
