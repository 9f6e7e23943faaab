/* SPDX-License-Identifier: MIT
 * Calendar days in both calendars. A day is a count from 1970-01-01; the eras are a table. */
#ifndef KIJUN_CORE_DATES_H
#define KIJUN_CORE_DATES_H

#include "core/words.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define DAY_NONE INT32_MIN

/* Reads 2026-11-20, 2026/11/20, 2026年11月20日, R8.11.20, 令和8年11月20日 (元年 too); digits, letters and points
 * may be full width, blanks around are ignored. Eras Meiji to Reiwa, each only within its own days.
 * Years 1868 to 9999. False if it is none of these or no real day. */
bool day_parse(const char *text, int32_t *day);

/* 2026-11-20 */
void day_iso(int32_t day, char out[11]);

/* ja: 令和8年11月20日（2026年）; en: 20 November 2026 (Reiwa 8). At most 63 bytes. */
void day_words(enum lang lang, int32_t day, char out[64]);

/* Short, for tables: ja: 令和8.11.20; en: 2026-11-20. */
void day_short(enum lang lang, int32_t day, char out[32]);

/* The local calendar day of a time in seconds since the epoch, by the given offset east of UTC in seconds. */
int32_t day_of_time(int64_t time, int32_t utc_offset);

#endif
