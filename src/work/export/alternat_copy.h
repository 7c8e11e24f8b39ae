/* The copies of a text: whose alternat it is, and who signs below it. */
#ifndef ADREF_WORK_EXPORT_ALTERNAT_COPY_H
#define ADREF_WORK_EXPORT_ALTERNAT_COPY_H

#include "clause/node.h"
#include "draft/statement/statement.h"
#include "view/view.h"

typedef struct {
  AdrefNode *document; /* the text in the order of the alternat; NULL: as it stands */
  char *party;         /* name of the party whose alternat it is, or NULL */
  char **signatories;  /* "For Japan", ...; or NULL */
  guint places;        /* at which the order of parties is the alternat's */
} AdrefAlternatCopy;

/* The alternat of the party with the code `first`, and the parties of the statement as signatories,
 * that one in front; `first` NULL: no alternat, the parties in their order. `name` is the text's.
 * An error when it is no party of the statement, or when the words would not be the same. */
gboolean adref_alternat_copy_make(AdrefAlternatCopy *copy, const AdrefNode *document,
                                  const char *name, const AdrefStatement *statement,
                                  const AdrefParties *parties, const char *language,
                                  const AdrefPageWords *words, const char *first, GError **error);
void adref_alternat_copy_clear(AdrefAlternatCopy *copy);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(AdrefAlternatCopy, adref_alternat_copy_clear)

#endif
