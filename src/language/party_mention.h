/* Whether a text may mean a party that it does not name as the registry does: "the Japanese side",
 * 日中韓, "l'Indonésie", 대한민국과. */
#ifndef ADREF_LANGUAGE_PARTY_MENTION_H
#define ADREF_LANGUAGE_PARTY_MENTION_H

#include <glib.h>

/* Whether one of the names that `parties` (name -> code, case-folded) has for `code`, or the stem
 * of its name or its adjective in one of the languages that have word tables, stands anywhere in
 * `text`, also within a word. Says rather yes than no: 日中 is Japan and China. */
gboolean adref_party_mention_is_possible(const char *text, GHashTable *parties, const char *code);

/* Whether `text` is a name that `parties` has for `code` and no other word, but for what stands in
 * parentheses: "the Kingdom of Thailand (THA)". Then it is an entry of a list, whose order may be
 * that of the language. */
gboolean adref_party_mention_is_all(const char *text, GHashTable *parties, const char *code);

/* The code, the first by the alphabet, of a party that `text` names as `parties` does, in a name of
 * four bytes or more; NULL: none. Owned by `parties`. */
const char *adref_party_mention_first(const char *text, GHashTable *parties);

/* Whether the stems of its name and adjective are known in the languages that have word tables. */
gboolean adref_party_mention_is_known(const char *code);

/* Whether only signs, "and" and articles stand between two parties, so that they are of one list.
 */
gboolean adref_party_mention_is_joint(const char *words, gsize from, gsize to);

#endif
