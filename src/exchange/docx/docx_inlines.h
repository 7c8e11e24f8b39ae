/* The runs of a paragraph of Word as inlines of a tree. Only for docx_document.c. */
#ifndef ADREF_EXCHANGE_DOCX_DOCX_INLINES_H
#define ADREF_EXCHANGE_DOCX_DOCX_INLINES_H

#include "clause/node.h"
#include "exchange/docx/docx_reading.h"

typedef struct {
  const AdrefDocxFile *file;
  GHashTable *sent;          /* bookmark -> AdrefDocxSent, for links to clauses; or NULL */
  gboolean keeps_references; /* to the bookmarks of clauses, by their ids, where `sent` has none */
  const GPtrArray *labels;   /* as in AdrefDocxDocumentOptions */
  GArray *called;            /* of guint: to which the notes that are called are added */
  gboolean is_head;          /* of a table, where bold letters say nothing */
  GHashTable *inner, *below; /* of the note that is read: as in AdrefDocxNoteLabel; or NULL */
} AdrefDocxInlines;

/* Appends the runs (of AdrefDocxRun) from `from` on. Square brackets are edges without partners. */
void adref_docx_inlines_append(const AdrefDocxInlines *self, AdrefNode *block,
                               const GPtrArray *runs, guint from);

/* Removes the first bytes of the words of a paragraph, and the space behind them. */
void adref_docx_inlines_cut(AdrefNode *block, gsize length);

/* Fills the FOOTNOTE_TEXT of a note, with the runs of its paragraphs (adref_docx_note_runs()).
 * Calls of other notes in it are left out, but those of the notes that stand below its words: they
 * are FOOTNOTE_TEXTs behind it. */
void adref_docx_inlines_put_note(const AdrefDocxInlines *self, AdrefNode *text, guint note,
                                 const GPtrArray *paragraphs);

#endif
