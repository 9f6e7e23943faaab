/* SPDX-License-Identifier: MIT
 * What somebody who was asked sends back. */
#include "core/reply.h"

void reply_reference(struct str *out, const struct session *s)
{
    str_addf(out, "kijun:%s:%s:%s", s->id, s->standard->id, s->standard->revision);
}
