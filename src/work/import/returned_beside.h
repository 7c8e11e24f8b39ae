/* A Word file with two texts side by side that came back: one column is read; the other one is
 * compared with what went out, and what differs there is said. */
#ifndef ADREF_WORK_IMPORT_RETURNED_BESIDE_H
#define ADREF_WORK_IMPORT_RETURNED_BESIDE_H

#include "view/reports/word_report.h"
#include "work/export/sent_word.h"

typedef struct {
  AdrefText *text;    /* of the other column; NULL: the file has one text */
  AdrefSentWord sent; /* the same, as it went out */
  GPtrArray *awaited; /* of AdrefNode: clauses without words that were to be written */
} AdrefReturnedBeside;

/* Opens the other text of the version `base`, and tells `sent`, what went out of `base`, the lines
 * of the table and the clauses that were to be written. FALSE: an error. */
gboolean adref_returned_beside_open(AdrefReturnedBeside *beside, const AdrefDocxFile *returned,
                                    const AdrefText *base, AdrefSentWord *sent, GError **error);

/* Says what is otherwise in the other column, which is left out. */
void adref_returned_beside_report(const AdrefReturnedBeside *beside, AdrefDocxFile *returned,
                                  AdrefWordReport *report);

void adref_returned_beside_clear(AdrefReturnedBeside *beside);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(AdrefReturnedBeside, adref_returned_beside_clear)

/* Leaves only the clauses of which the file says that they went out. FALSE: an error, where the
 * text does not have them. */
gboolean adref_returned_beside_make_part(const AdrefDocxFile *returned, AdrefText *text,
                                         GError **error);

#endif
