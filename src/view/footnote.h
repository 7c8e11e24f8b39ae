/* Footnotes: the texts of footnotes, and in which order footnotes are called.
 *
 * A FOOTNOTE_TEXT is the text of the footnote whose mark "[^1]" stands in the document. It is
 * written at the bottom of the page or at the end of the document, not in its place, and footnotes
 * are numbered in the order of their first marks. A text that no mark calls, or the second one with
 * the same label, stays in its place; a mark without a text shows its label. */
#ifndef ADREF_VIEW_FOOTNOTE_H
#define ADREF_VIEW_FOOTNOTE_H

#include <glib.h>

#include "clause/node.h"

typedef struct AdrefFootnotes AdrefFootnotes;

/* Whether a paragraph begins the text of a footnote, called or not. */
gboolean adref_footnote_is_words(const AdrefNode *paragraph);

/* How many bytes of a text node are the colon after the mark of a footnote text, with its space; 0
 * for all other nodes. On a page the smaller type replaces the colon. */
gsize adref_footnote_colon(const AdrefNode *text);

/* NULL when the document has no footnotes. For texts, not for redlines. The document must outlive
 * it. */
AdrefFootnotes *adref_footnotes_new(const AdrefNode *document);
void adref_footnotes_free(AdrefFootnotes *footnotes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefFootnotes, adref_footnotes_free)

/* Whether a block or clause contains only footnote texts, and is left out in its place. */
gboolean adref_footnotes_skip(const AdrefFootnotes *footnotes, const AdrefNode *node);

/* The number of a mark, from 1; 0 when it has no text. `footnotes` may be NULL. */
guint adref_footnotes_number(const AdrefFootnotes *footnotes, const AdrefNode *mark);

/* The number that readers see: in a part of a text the number that the footnote has in the whole
 * text. */
guint adref_footnotes_shown(const AdrefFootnotes *footnotes, guint number);

/* Whether a mark is the first one with its number. */
gboolean adref_footnotes_is_first(const AdrefFootnotes *footnotes, const AdrefNode *mark);

/* Whether a mark stands right behind another one: a comma separates their numbers. */
gboolean adref_footnote_follows_another(const AdrefNode *mark);

guint adref_footnotes_count(const AdrefFootnotes *footnotes);

/* The text of the footnote with that number: a separate FOOTNOTE_TEXT whose blocks are without mark
 * and colon. */
const AdrefNode *adref_footnotes_words(const AdrefFootnotes *footnotes, guint number);

#endif
