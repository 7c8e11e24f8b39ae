/* One reading of a Word file: its paragraphs when all tracked changes are accepted, or rejected.
 * Those that are pending (AdrefDocxTrack) are never accepted: so one reading has the changes of
 * some authors only.
 *
 * Where the mark of a paragraph is not in the reading, the paragraph goes on with the next one of
 * the same cell or text, as in Word. Empty paragraphs are left out, and rows that are not in the
 * reading. */
#ifndef ADREF_EXCHANGE_DOCX_DOCX_READING_H
#define ADREF_EXCHANGE_DOCX_DOCX_READING_H

#include "exchange/docx/docx_read.h"

typedef struct {
  GPtrArray *runs;                 /* of const AdrefDocxRun: the file's */
  const AdrefDocxParagraph *place; /* the paragraph of the file that it is, or ends with */
  const char *anchor;              /* the bookmark of the clause that it belongs to, or NULL */
  guint skipped;                   /* runs at its start that are the number of its clause */
  AdrefDocxListLabel label;        /* that Word counts; label.label NULL: none */
  char *words; /* plain, without the number of its clause; of one text in each form of a file */
} AdrefDocxReadParagraph;

/* Where a file comes from. */
typedef enum {
  ADREF_DOCX_FOREIGN,  /* its bookmarks and numbers are words and addresses like others */
  ADREF_DOCX_EXPORTED, /* adref has made it: what stands around the text is left out */
  ADREF_DOCX_RETURNED, /* the same, and its bookmarks are clauses of a statement */
} AdrefDocxOrigin;

typedef struct {
  const AdrefDocxFile *file;
  GPtrArray *paragraphs; /* of AdrefDocxReadParagraph */
  GPtrArray *around;     /* of char *: words of the lines around the text, which are left out */
  gboolean rejects;
  AdrefDocxOrigin origin;
} AdrefDocxReading;

/* The file must outlive the reading. */
AdrefDocxReading *adref_docx_reading_new(AdrefDocxFile *file, gboolean rejects,
                                         AdrefDocxOrigin origin);
void adref_docx_reading_free(AdrefDocxReading *reading);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefDocxReading, adref_docx_reading_free)

/* Paragraphs that were written before or behind those of a clause stand inside of its bookmark, and
 * so do those that somebody has cut off it with a number of their own:
 * they lose their anchor, unless `sent`, the reading of what went out, has their words in that
 * clause. Paragraphs without an anchor that `sent` has too are removed: they are printed around the
 * text. */
void adref_docx_reading_compare(AdrefDocxReading *reading, const AdrefDocxReading *sent);

/* The number of a clause before a paragraph, which is left out, where somebody has written words
 * into it; else NULL. Caller frees. */
char *adref_docx_reading_long_label(const AdrefDocxReading *reading, guint index);

/* The words of its paragraphs: anchor ("" for none) -> GPtrArray of char *, which are the
 * reading's. Caller unrefs. */
GHashTable *adref_docx_reading_paragraph_words(const AdrefDocxReading *reading);

/* The plain words of all paragraphs with an anchor, one a line: anchor -> words. Caller unrefs. */
GHashTable *adref_docx_reading_words(const AdrefDocxReading *reading);

/* The runs of each paragraph of a note, without the number that stands before the first: GPtrArray
 * of GPtrArray of const AdrefDocxRun. Caller unrefs. */
GPtrArray *adref_docx_note_runs(const AdrefDocxFile *file, guint note, gboolean rejects);

/* The words of a note's paragraphs in one line. Caller frees. */
char *adref_docx_note_words(const AdrefDocxFile *file, guint note, gboolean rejects);

/* For docx_reading_compare.c: the words of a paragraph, without the number of its clause, where
 * anchors have changed; and for arrays of AdrefDocxReadParagraph. */
void adref_docx_reading_set_words(AdrefDocxReading *reading, guint index);
void adref_docx_read_paragraph_free(gpointer paragraph);

#endif
