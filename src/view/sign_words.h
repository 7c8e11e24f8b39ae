/* What a redline says of layout, "(moved from here)", "(was a list item)", "(row 3)", on a page in
 * the words of its language. Text, Markdown and JSON have the English ones, which clause/, review/
 * and change_run.h write. */
#ifndef ADREF_VIEW_SIGN_WORDS_H
#define ADREF_VIEW_SIGN_WORDS_H

#include "clause/node.h"
#include "draft/library/page_words.h"
#include "view/view.h"

/* The sign in the words of the page, with what stands behind it; NULL: it is none, or the table has
 * no words for it. Caller frees. */
char *adref_sign_words(const char *sign, const AdrefPageWords *words);

/* What a finding quotes: a sign, "deleted" of a clause of which only the number was kept, or a
 * bracket with the verbs of its positions, in the words of the page. Never NULL. Caller frees. */
char *adref_sign_words_quote(const char *quote, const AdrefPageWords *words);

/* The words of a clause of which only the number was kept ("[deleted]", clause/labels/freeze.h);
 * NULL: the TEXT is another one, or the view is clean, which changes no word. Caller frees. */
char *adref_sign_words_of_deleted(const AdrefNode *text, const AdrefViewOptions *options);

#endif
