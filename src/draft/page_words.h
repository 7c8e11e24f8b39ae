/* adref's own words on pages ("Page 3 of 12", "Negotiating text"), in the language of the text.
 *
 * They stand in templates/languages/LANGUAGE.yaml of the workspace or of the version that a page is
 * made of, which a speaker of the language can mend; where there is no such file, in the table of
 * that language in the program. A word that the table lacks is English. A table may come from a
 * stranger: it has at most ADREF_PAGE_WORDS_LIMIT bytes, each word at most ADREF_PAGE_WORDS_LENGTH
 * characters, a word with a line break or a sign that turns the direction is not taken, and whoever
 * prints a word escapes it. */
#ifndef ADREF_DRAFT_PAGE_WORDS_H
#define ADREF_DRAFT_PAGE_WORDS_H

#include <glib.h>

#include "draft/file_source.h"

enum {
  ADREF_PAGE_WORDS_LIMIT = 64 * 1024, /* bytes of a table */
  ADREF_PAGE_WORDS_LENGTH = 120,      /* characters of a word */
  ADREF_PAGE_WORDS_DRAFT = 30         /* likewise of "DRAFT", which stands across the page */
};

#define ADREF_PAGE_WORDS_FOLDER "templates/languages"

/* In the order of the rows of page_words.c, which have key and English. */
typedef enum {
  ADREF_PAGE_WORD_DRAFT,
  ADREF_PAGE_WORD_NEGOTIATING,
  ADREF_PAGE_WORD_NO_BRACKET,
  ADREF_PAGE_WORD_BRACKET,
  ADREF_PAGE_WORD_BRACKETS,
  ADREF_PAGE_WORD_PLACEHOLDER,
  ADREF_PAGE_WORD_PLACEHOLDERS,
  ADREF_PAGE_WORD_BOTH,
  ADREF_PAGE_WORD_LEGEND,
  ADREF_PAGE_WORD_CONTENTS,
  ADREF_PAGE_WORD_SKIP,
  ADREF_PAGE_WORD_PAGE,
  ADREF_PAGE_WORD_VERSION,
  ADREF_PAGE_WORD_CONTENT,
  ADREF_PAGE_WORD_BESIDE,
  ADREF_PAGE_WORD_ALTERNAT,
  ADREF_PAGE_WORD_PART,
  ADREF_PAGE_WORD_AGREED,
  ADREF_PAGE_WORD_FOOTNOTES,
  ADREF_PAGE_WORD_BACK,
  ADREF_PAGE_WORD_PLACE,
  ADREF_PAGE_WORD_TABLE,
  ADREF_PAGE_WORD_AUTHENTIC, /* this and the next three in the order of AdrefLanguageRole */
  ADREF_PAGE_WORD_OFFICIAL,
  ADREF_PAGE_WORD_PROVISIONAL,
  ADREF_PAGE_WORD_WORKING,
  ADREF_PAGE_WORD_ADOPTED,
  ADREF_PAGE_WORD_ADOPTED_AGREED, /* this and the next two in the order of AdrefAdoptionLevel */
  ADREF_PAGE_WORD_ADOPTED_PLENARY,
  ADREF_PAGE_WORD_ADOPTED_CONFIRMED,
  ADREF_PAGE_WORD_POSITIONS,
  ADREF_PAGE_WORD_DISASSOCIATION,
  ADREF_PAGE_WORD_EXPLANATION,
  ADREF_PAGE_WORD_PARAGRAPH,
  ADREF_PAGE_WORD_POSITION,
  ADREF_PAGE_WORD_POSITION_ON,
  ADREF_PAGE_WORD_SIGNATURE,
  ADREF_PAGE_WORD_CHANGED,
  ADREF_PAGE_WORD_NO_CHANGE,
  ADREF_PAGE_WORD_NOTHING,
  ADREF_PAGE_WORD_MORE,
  ADREF_PAGE_WORD_CLASS_HIDDEN, /* this and the next 13 in the order of AdrefChangeClass */
  ADREF_PAGE_WORD_CLASS_AGREED,
  ADREF_PAGE_WORD_CLASS_STRENGTH,
  ADREF_PAGE_WORD_CLASS_NEGATION,
  ADREF_PAGE_WORD_CLASS_QUALIFIER,
  ADREF_PAGE_WORD_CLASS_NUMBER,
  ADREF_PAGE_WORD_CLASS_DATE,
  ADREF_PAGE_WORD_CLASS_NAME,
  ADREF_PAGE_WORD_CLASS_CONJUNCTION,
  ADREF_PAGE_WORD_CLASS_BRACKET,
  ADREF_PAGE_WORD_CLASS_REFERENCE,
  ADREF_PAGE_WORD_CLASS_SUBSTANCE,
  ADREF_PAGE_WORD_CLASS_LINK,
  ADREF_PAGE_WORD_CLASS_EDITORIAL,
  ADREF_PAGE_WORD_ADDED, /* this and the next six in the order of a summary (view/summary.c) */
  ADREF_PAGE_WORD_DELETED,
  ADREF_PAGE_WORD_MODIFIED,
  ADREF_PAGE_WORD_MOVED,
  ADREF_PAGE_WORD_SPLIT,
  ADREF_PAGE_WORD_JOINED,
  ADREF_PAGE_WORD_EDITORIAL,
  ADREF_PAGE_WORD_RENUMBERED,
  ADREF_PAGE_WORD_UNCHANGED,
  ADREF_PAGE_WORD_WEAKENED, /* this and the next 11 in the order of AdrefShift */
  ADREF_PAGE_WORD_STRENGTHENED,
  ADREF_PAGE_WORD_OPENED,
  ADREF_PAGE_WORD_RESOLVED,
  ADREF_PAGE_WORD_ALTERNATIVE_ADDED,
  ADREF_PAGE_WORD_ALTERNATIVE_DROPPED,
  ADREF_PAGE_WORD_POSITION_ADDED,
  ADREF_PAGE_WORD_POSITION_DROPPED,
  ADREF_PAGE_WORD_POSITION_CHANGED,
  ADREF_PAGE_WORD_POSITION_MOVED,
  ADREF_PAGE_WORD_ALTERNATIVE_SPLIT,
  ADREF_PAGE_WORD_ALTERNATIVES_JOINED,
  ADREF_PAGE_WORD_PARAGRAPHS,
  ADREF_PAGE_WORD_WORDS,
  ADREF_PAGE_WORD_BRACKETS_THEN,
  ADREF_PAGE_WORD_NEXT,
  ADREF_PAGE_WORD_PREVIOUS,
  ADREF_PAGE_WORD_SIDE_BY_SIDE,
  ADREF_PAGE_WORD_FOLD_ONE,
  ADREF_PAGE_WORD_FOLD,
  ADREF_PAGE_WORD_BASE,
  ADREF_PAGE_WORD_COMPROMISE,
  ADREF_PAGE_WORD_STATUS_TITLE,
  ADREF_PAGE_WORD_MATRIX_TITLE,
  ADREF_PAGE_WORD_STATUS_NUMBER,
  ADREF_PAGE_WORD_STATUS_CLAUSE,
  ADREF_PAGE_WORD_STATUS_STATE,
  ADREF_PAGE_WORD_STATUS_MOVE,
  ADREF_PAGE_WORD_STATUS_CHANGE,
  ADREF_PAGE_WORD_STATUS_AGREED_BY,
  ADREF_PAGE_WORD_STATUS_BRACKETS,
  ADREF_PAGE_WORD_STATUS_CLAUSES,
  ADREF_PAGE_WORD_STATUS_ALL,
  ADREF_PAGE_WORD_STATUS_COME,
  ADREF_PAGE_WORD_STATUS_IN,
  ADREF_PAGE_WORD_STATE_BY,
  ADREF_PAGE_WORD_STATE_BY_COUNT,
  ADREF_PAGE_WORD_STATE_BY_MORE,
  ADREF_PAGE_WORD_TOTAL_ONE,
  ADREF_PAGE_WORD_TOTAL,
  ADREF_PAGE_WORD_TOTAL_PART,
  ADREF_PAGE_WORD_STATE_OPEN,
  ADREF_PAGE_WORD_STATE_NOT_AGREED,
  ADREF_PAGE_WORD_STATE_CHANGED,
  ADREF_PAGE_WORD_STATE_REMOVED,
  ADREF_PAGE_WORD_STATE_BRACKETED,
  ADREF_PAGE_WORD_STATE_PLACEHOLDER,
  ADREF_PAGE_WORD_STATE_RESERVED,
  ADREF_PAGE_WORD_STATE_REOPENED,
  ADREF_PAGE_WORD_STATE_OPTION_FOR,
  ADREF_PAGE_WORD_STATE_OPTION,
  ADREF_PAGE_WORD_STATE_AGREED,
  ADREF_PAGE_WORD_STATE_AGREED_BY,
  ADREF_PAGE_WORD_STATE_SOME,
  ADREF_PAGE_WORD_STATE_GROUP,
  ADREF_PAGE_WORD_STATE_PLENARY,
  ADREF_PAGE_WORD_STATE_CONFIRMED,
  ADREF_PAGE_WORD_STATE_DISASSOCIATED,
  ADREF_PAGE_WORD_STATE_OPTIONS,
  ADREF_PAGE_WORD_STATE_COME,
  ADREF_PAGE_WORD_STATE_DISASSOCIATIONS,
  ADREF_PAGE_WORD_PROPOSES,
  ADREF_PAGE_WORD_SUPPORTS,
  ADREF_PAGE_WORD_OPPOSES,
  ADREF_PAGE_WORD_RESERVES,
  ADREF_PAGE_WORD_IN_STEP,
  ADREF_PAGE_WORD_BEHIND,
  ADREF_PAGE_WORD_MISSING,
  ADREF_PAGE_WORD_DIFFERS,
  ADREF_PAGE_WORD_BLAME,
  ADREF_PAGE_WORD_BLAME_LEAD,
  ADREF_PAGE_WORD_BLAME_WHO,
  ADREF_PAGE_WORD_BLAME_DAY,
  ADREF_PAGE_WORD_BLAME_DRAFT,
  ADREF_PAGE_WORD_BLAME_ABOUT,
  ADREF_PAGE_WORD_NOT_SAVED,
  ADREF_PAGE_WORDS
} AdrefPageWord;

typedef struct AdrefPageWords AdrefPageWords;

/* The table of a language: that of the files, of "zh" where there is none of "zh-Hans", then those
 * in the program. `source` may be NULL. *words is NULL where there is no table; all functions take
 * that as English. A file that cannot be read is an error with its place. */
gboolean adref_page_words_read(AdrefFileSource *source, const char *language,
                               AdrefPageWords **words, GError **error);

/* The table in the program, or NULL. */
AdrefPageWords *adref_page_words_builtin(const char *language);

/* Reads the bytes of a table at `path`. Keys that are not known are passed over, and a word that
 * lacks a {name} of the English one, or has another, is not taken; with `findings` (of char *) each
 * of these, and each key that is missing, is reported there. */
AdrefPageWords *adref_page_words_parse(GBytes *bytes, const char *path, GPtrArray *findings,
                                       GError **error);
void adref_page_words_free(AdrefPageWords *words);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefPageWords, adref_page_words_free)

/* The bytes of the table, which a package keeps. */
GBytes *adref_page_words_bytes(const AdrefPageWords *words);

/* "templates/languages/ja.yaml", in ADREF_PAGE_WORDS_FOLDER. Caller frees. */
char *adref_page_words_path(const char *language);

/* The words; they belong to the table. */
const char *adref_page_words_get(const AdrefPageWords *words, AdrefPageWord word);

/* Whether the table has the word itself: FALSE where it is English instead. */
gboolean adref_page_words_has(const AdrefPageWords *words, AdrefPageWord word);

/* The language of a page of which `language` is that of the text, and `words` its table: NULL is
 * English, also where there is no table. */
const char *adref_page_words_language(const AdrefPageWords *words, const char *language);

/* The words with values in place of "{name}": names and values in turn, ended by NULL. Caller
 * frees. */
char *adref_page_words_fill(const AdrefPageWords *words, AdrefPageWord word,
                            ...) G_GNUC_NULL_TERMINATED;

/* The same with a number in place of "{n}". Caller frees. */
char *adref_page_words_count(const AdrefPageWords *words, AdrefPageWord word, guint n);

/* Two tables that print the same; either may be NULL. */
gboolean adref_page_words_equal(const AdrefPageWords *one, const AdrefPageWords *other);

#endif
