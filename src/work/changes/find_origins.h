/* Which version added each word of a text: the log of history/ with the traces of
 * merge/compare/blame.h. */
#ifndef ADREF_WORK_CHANGES_FIND_ORIGINS_H
#define ADREF_WORK_CHANGES_FIND_ORIGINS_H

#include "history/log.h"
#include "view/origin.h"
#include "work/text.h"

/* Of a statement's text, or of one clause of it (NULL: all), from its version backwards; from the
 * newest version for the files as they are. Words that are in no version have an origin without a
 * version. NULL on failure. */
AdrefOrigins *adref_find_origins(const AdrefText *text, const AdrefNode *clause, GError **error);
/* The origin that a version of the log is; `draft`: the first one that has it, or NULL. */
AdrefOrigin *adref_origin_of_entry(const AdrefLogEntry *entry, const char *draft);

void adref_origins_free(AdrefOrigins *origins);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefOrigins, adref_origins_free)

#endif
