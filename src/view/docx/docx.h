/* A Word file (WordprocessingML, ECMA-376 transitional) of a text.
 *
 * Numbers of clauses are text with a hanging indent, since Word counts no "12 bis"; lists inside
 * clauses are Word's lists. Notes of delegations are comments by them, footnotes are footnotes,
 * brackets are text with the parties in small letters. Each clause stands in a bookmark, and the
 * properties of the file name statement, version, content and view, so that a file that comes back
 * can be compared with what went out. The negotiating view has track changes switched on. */
#ifndef ADREF_VIEW_DOCX_DOCX_H
#define ADREF_VIEW_DOCX_DOCX_H

#include "print/page_options.h"
#include "view/parallel_texts.h"

/* `statement`: its id, or NULL. The same text and options give the same bytes. NULL with an error
 * when the library for zip archives is missing. */
GString *adref_docx_write(const AdrefNode *document, const AdrefViewOptions *options,
                          const AdrefPageOptions *page_options, const char *statement,
                          GError **error);

/* Whose a tracked change is, as Word shows it; `date` is ISO 8601 with a time, or NULL. */
typedef struct {
  const char *name, *date;
} AdrefDocxAuthor;

/* Whose the changes of a redline are: by character (merge/nonspace.h) of the old text who took it
 * out, and of the new text who brought it in, as places in `all`. NULL: `whole` did, as what is no
 * word, such as another number. */
typedef struct {
  AdrefDocxAuthor whole;
  const AdrefDocxAuthor *all;
  const guint8 *old, *new;
} AdrefDocxAuthors;

/* A redline (clause/change.h) as tracked changes: accepting all of them gives the words of the new
 * text, rejecting all the words of the old one. What moved is a deletion and an insertion, since
 * Word breaks files with its own moves (in `redline` rows that moved become such); so is a clause
 * in which blocks changed their kind, were split or joined. Cells of a column that came or went are
 * marked as such for Word, and their words for programs that do not know that. Footnotes stay where
 * their text stands. `old_occasion`: place and date of the old text, as options->occasion has those
 * of the new one; or NULL. */
GString *adref_docx_tracked_write(AdrefNode *redline, const AdrefViewOptions *options,
                                  const AdrefPageOptions *page_options,
                                  const AdrefDocxAuthors *authors, const char *statement,
                                  const char *old_occasion, GError **error);

/* Two languages side by side as a table of two columns, a row for each pair of clauses. Bookmarks
 * of the second text begin with ADREF_DOCX_BOOKMARKS_BESIDE; properties name its language and the
 * hash of its content. What a text does not have is said in its cell; but where `is_to_be_written`,
 * the cell of the second text is an empty paragraph in the bookmark of the clause. */
GString *adref_docx_parallel_write(const AdrefParallelTexts *parallel,
                                   const AdrefPageOptions *page_options, const char *statement,
                                   gboolean is_to_be_written, GError **error);

/* The bookmark of a clause with that anchor (its id in the negotiating view): "_adref_training". A
 * bookmark has at most 40 letters, digits and "_": "-" becomes "_", and of a longer id the first
 * letters and a checksum stay. Caller frees. */
char *adref_docx_bookmark(const char *anchor);

#endif
