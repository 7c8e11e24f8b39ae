/* A reading of a Word file as a document.
 *
 * Styles become headings, quotations and code, the lists of Word lists, tables tables; labels that
 * Word counts become words, where Markdown has no such list; square brackets become those of the
 * notation, and comments notes. What has the bookmark of a clause that went out is that clause: as
 * it was, where its words are the same; else with its marker and the words of the file. */
#ifndef ADREF_EXCHANGE_DOCX_DOCX_DOCUMENT_H
#define ADREF_EXCHANGE_DOCX_DOCX_DOCUMENT_H

#include "clause/node.h"
#include "exchange/docx/docx_reading.h"

/* A clause that went out. */
typedef struct {
  const AdrefNode *clause;
  char *number;       /* that was printed before it, "1."; NULL: none */
  char *words;        /* as the reading of what went out has them */
  gboolean is_parsed; /* it is read from the file even where its words are the same */
} AdrefDocxSent;

/* How a text calls a footnote of the file. */
typedef struct {
  char *label;
  GHashTable *inner; /* numbers that are printed in its words -> labels: of the footnotes that only
                        footnotes call, where this one calls them; NULL: none */
  GHashTable *below; /* the same of all such footnotes, whose words may stand below its own */
} AdrefDocxNoteLabel;

typedef struct {
  const char *name;        /* of the file, in messages */
  GHashTable *parties;     /* as in AdrefMarkdownReadOptions */
  GHashTable *sent;        /* bookmark -> AdrefDocxSent; NULL: the file comes from elsewhere */
  GHashTable *authors;     /* name of an author -> code of a party, for notes; or NULL */
  const char *party;       /* whose the comments of other authors are; NULL: nobody's */
  GHashTable *pending;     /* codes of parties whose comments are left out; or NULL: all are read */
  GHashTable *known_notes; /* words of comments that went out, which are left out; or NULL */
  const GPtrArray *labels; /* of AdrefDocxNoteLabel: of the footnotes of the file; NULL: their
                              numbers */
  gboolean without_notes;  /* comments are left out */
  gboolean keeps_references; /* to the bookmarks of clauses: they become ids, without `sent` too */
} AdrefDocxDocumentOptions;

/* A document with a CLAUSE for each clause that went out, unchanged ones with the notes they had,
 * and clauses of kind PLAIN or TITLE. Lines of its nodes are numbers of paragraphs. The caller
 * frees it. */
AdrefNode *adref_docx_document_make(const AdrefDocxReading *reading,
                                    const AdrefDocxDocumentOptions *options, GError **error);

#endif
