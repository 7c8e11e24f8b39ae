/* A text as if its brackets were agreed, for "show" and "export"
 * (clause/proposals/preferred_text.h). It is made for a reader only: signatures and packages are
 * made from versions in git. */
#ifndef ADREF_WORK_EXPORT_AS_IF_AGREED_H
#define ADREF_WORK_EXPORT_AS_IF_AGREED_H

#include "work/text.h"

typedef struct {
  const char *words; /* "base", "chair" (the party with `role: chair`), or a code or name of a party
                      */
  const AdrefPageWords *page_words; /* of the page that says it; NULL: English */
  gboolean only_positions; /* brackets in which the party has no position stay as they are */
} AdrefAsIfAgreedOptions;

/* Changes the text's document, and says what was decided, by which rule, and in which clauses the
 * party has no position. *role becomes what a page says of the text: "Not agreed: as Japan would
 * have it; 12 brackets were decided by this view". Caller frees. */
gboolean adref_as_if_agreed(AdrefText *text, const AdrefAsIfAgreedOptions *options, char **role,
                            GError **error);

/* Prepares such a text for being written as Markdown: what a page says of it stands in front, and
 * the numbers are written into the markers. With `is_clean` it has neither notes and comments, nor
 * marks of agreement, nor parties in the brackets that stay open. */
void adref_as_if_agreed_prepare_source(AdrefText *text, const char *role, gboolean is_clean);

#endif
