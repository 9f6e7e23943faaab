/* SPDX-License-Identifier: MIT
 * A sheet that came back, looked at row by row: each is taken, left or put right. Nothing is taken but by a key. */
#ifndef KIJUN_APP_RECEIVE_H
#define KIJUN_APP_RECEIVE_H

#include "core/reply.h"

struct receive {
    bool there; /* a sheet has been read */
    struct reply reply;
    char *file; /* its path as typed, also before it is read; NULL: none */
    size_t row; /* looked at; reply.count: the sum of all */
};

#endif
