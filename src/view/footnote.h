/* Footnotes: which paragraphs of a text are words of a note, and in which order notes are called.
 *
 * A paragraph that begins with a mark and a colon, "[^1]: words", holds the words of the notes
 * whose mark "[^1]" stands in the text. Such a paragraph is written at the foot of the page or at
 * the end of the text instead of where it stands, and the notes are numbered in the order of their
 * first marks. A paragraph that no mark calls, and a second one of the same label, stay where they
 * are; a mark that has no words shows its label. */
#ifndef ADREF_VIEW_FOOTNOTE_H
#define ADREF_VIEW_FOOTNOTE_H

#include <glib.h>

#include "clause/node.h"

typedef struct AdrefFootnotes AdrefFootnotes;

/* Whether a paragraph is words of a note by its form, whoever calls it. */
gboolean adref_footnote_is_words(const AdrefNode *paragraph);

/* How many bytes of a text are the colon between the mark and the words of a note, with its space;
 * 0 for all other texts. On a page small print takes its place. */
gsize adref_footnote_colon(const AdrefNode *text);

/* NULL when a text has none. For texts, not for redlines. The document must outlive it. */
AdrefFootnotes *adref_footnotes_new(const AdrefNode *document);
void adref_footnotes_free(AdrefFootnotes *footnotes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefFootnotes, adref_footnotes_free)

/* Whether a block or clause holds nothing but words of notes, and is left out where it stands. */
gboolean adref_footnotes_skip(const AdrefFootnotes *footnotes, const AdrefNode *node);

/* The number of a mark, from 1; 0 when it has no words. `footnotes` may be NULL. */
guint adref_footnotes_number(const AdrefFootnotes *footnotes, const AdrefNode *mark);

/* Whether a mark is the first with its number. */
gboolean adref_footnotes_is_first(const AdrefFootnotes *footnotes, const AdrefNode *mark);

guint adref_footnotes_count(const AdrefFootnotes *footnotes);

/* The words of the note with that number: a paragraph of its own, without mark and colon. */
const AdrefNode *adref_footnotes_words(const AdrefFootnotes *footnotes, guint number);

#endif
