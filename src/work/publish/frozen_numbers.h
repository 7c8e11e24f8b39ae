/* Freezing the numbers of a statement's texts, all of them or none. */
#ifndef ADREF_WORK_PUBLISH_FROZEN_NUMBERS_H
#define ADREF_WORK_PUBLISH_FROZEN_NUMBERS_H

#include "work/text.h"

/* A numbered clause of the rolling text, under its number before and after. */
typedef struct {
  char *name; /* its id, or "op" where it has none */
  char *old;  /* NULL: had none */
  char *now;  /* NULL: the clause was deleted */
} AdrefNumberChange;

typedef struct {
  GPtrArray *texts;     /* of AdrefText: the statement's texts, the rolling one first */
  GPtrArray *documents; /* of const AdrefNode: for each what it is with frozen numbers */
  GPtrArray *readings;  /* of AdrefReading: whose documents they are */
  GPtrArray *numbers;   /* of AdrefNumberChange, in the order of the old text */
  guint frozen;         /* numbers of the rolling text that were not frozen before */
  guint deleted; /* its clauses that are marked as deleted now; with `renumber` that were removed */
  guint unprinted;  /* notes and comments that were left out */
  gboolean changed; /* some text is not as it was */
} AdrefFrozenNumbers;

typedef struct {
  const AdrefVersion *draft; /* the one before; NULL: none */
  gboolean renumber;         /* all numbers are counted anew */
  gboolean clean;            /* notes and comments are left out */
} AdrefFreezeOptions;

/* Reads the texts and freezes their numbers, in memory. A clause has the same number in every
 * language. A clause that was deleted since the draft before stays as "[deleted]" under its number;
 * with `renumber` all are counted anew instead, and deleted clauses are removed. A text with any
 * problem is refused, the problems are said. */
AdrefFrozenNumbers *adref_frozen_numbers_new(AdrefSession *session, const AdrefStatement *statement,
                                             const AdrefFreezeOptions *options, GError **error);
void adref_frozen_numbers_free(AdrefFrozenNumbers *frozen);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefFrozenNumbers, adref_frozen_numbers_free)

/* Writes the texts that changed. */
gboolean adref_frozen_numbers_write(const AdrefFrozenNumbers *frozen, GError **error);

/* Refused when the texts of a version are not those that were written or, where none changed,
 * read. */
gboolean adref_frozen_numbers_match(const AdrefFrozenNumbers *frozen, AdrefFileSource *version,
                                    GError **error);

/* "old    new    clause", a line for each number. Caller frees. */
GString *adref_frozen_numbers_table(const AdrefFrozenNumbers *frozen);

#endif
