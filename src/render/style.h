/* SPDX-License-Identifier: MIT
 * How a printed paper looks: A4, the sober hand of a colleague who types carefully. */
#ifndef KIJUN_RENDER_STYLE_H
#define KIJUN_RENDER_STYLE_H

/* The content of the page's style element, and its hash as the page's policy wants it: this style is allowed, no other. */
extern const char html_style[];
extern const char html_style_hash[];

#endif
