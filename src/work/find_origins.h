/* Who brought in the words of a text: the history of history/ joined with the tracing of merge/. */
#ifndef ADREF_WORK_FIND_ORIGINS_H
#define ADREF_WORK_FIND_ORIGINS_H

#include "view/origin.h"
#include "work/text.h"

/* Traces the words of a statement's text, or of one clause of it (NULL: all), back from the version
 * that it is of, and from the newest for the files as they are; words that are in no version are
 * "not saved". NULL on failure. */
AdrefOrigins *adref_find_origins(const AdrefText *text, const AdrefNode *clause, GError **error);
void adref_origins_free(AdrefOrigins *origins);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefOrigins, adref_origins_free)

#endif
