/* SPDX-License-Identifier: MIT
 * The settings of an officer without files. */
#ifndef KIJUN_TESTS_APP_SETTINGS_H
#define KIJUN_TESTS_APP_SETTINGS_H

#include "app/app.h"

/* Tells the app three settings, one of which may just have been changed to that value; NULL: taken out. */
void officer_settings(struct app *a, const char *name, const char *value);

#endif
