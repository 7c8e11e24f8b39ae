/* A draft is circulated: its numbers are frozen, and the version gets a label. */
#ifndef ADREF_WORK_PUBLISH_CIRCULATE_H
#define ADREF_WORK_PUBLISH_CIRCULATE_H

#include "history/deadline.h"
#include "work/publish/frozen_numbers.h"

typedef struct {
  const char *label;   /* NULL: the next in order: zero, rev1, rev2 ... */
  gboolean renumber;   /* all numbers are counted anew */
  gboolean clean;      /* notes and comments are left out */
  const char *silence; /* the deadline, as a person writes it; NULL: no silence procedure */
  const char *party;   /* who circulates the draft, or NULL */
  const char
      *key; /* signs the label's tag for that party (work/check/signing_key.h); NULL: unsigned */
  const char *message; /* of the label, or NULL */
} AdrefCirculateOptions;

typedef struct {
  char *label;
  AdrefVersion version;
  AdrefDeadline *silence; /* or NULL */
  AdrefFrozenNumbers *frozen;
} AdrefCirculation;

/* Refused while files of the statement hold changes that are not saved, and when a text does not
 * read cleanly. Caller frees. */
AdrefCirculation *adref_circulate(AdrefSession *session, const AdrefStatement *statement,
                                  const AdrefCirculateOptions *options, GError **error);
void adref_circulation_free(AdrefCirculation *circulation);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefCirculation, adref_circulation_free)

#endif
