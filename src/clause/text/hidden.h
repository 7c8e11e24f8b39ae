/* What a reader of a text cannot see: invisible characters, and letters of another script that look
 * like the letters around them. */
#ifndef ADREF_CLAUSE_TEXT_HIDDEN_H
#define ADREF_CLAUSE_TEXT_HIDDEN_H

#include <glib.h>

/* Whether a character is invisible: zero-width characters, direction controls, the soft hyphen,
 * variation selectors, tags, fillers, and control characters other than tab and newline; and those
 * for private use, of which nobody knows what a reader sees. White space is not. */
gboolean adref_hidden_is(gunichar c);

/* Whether a joiner (U+200C, U+200D) behind the character can be part of the spelling: in Arabic,
 * Indic scripts and emoji. */
gboolean adref_hidden_takes_joiner(gunichar before);

/* What is wrong with a word, in the order of the kinds that a message names first. */
typedef enum {
  ADREF_HIDDEN_INVISIBLE,   /* a character that shows nothing */
  ADREF_HIDDEN_DIRECTION,   /* a control of the direction of writing */
  ADREF_HIDDEN_SOFT_HYPHEN, /* U+00AD */
  ADREF_HIDDEN_TAG,         /* U+E0000 to U+E007F */
  ADREF_HIDDEN_CONTROL,     /* a control character other than tab and newline */
  ADREF_HIDDEN_PRIVATE,     /* for private use: each font may draw another sign, or none */
  ADREF_HIDDEN_LOOK_ALIKE,  /* letters of several scripts, or letters drawn as others are */
  ADREF_HIDDEN_MARKS,       /* more marks on a letter than spelling needs, or one that strikes it */
} AdrefHiddenKind;

/* "soft hyphen", "letters that look alike" ... */
const char *adref_hidden_kind_word(AdrefHiddenKind kind);

typedef struct {
  AdrefHiddenKind kind; /* of the first thing in the word */
  gsize start, end;     /* byte offsets in the text */
} AdrefHiddenWord;

/* The first word from the byte `from` on in which a reader cannot see what it is: it mixes letters
 * of Latin, Greek, Cyrillic and similar scripts, is written in letters of one of these that are
 * drawn as Latin ones, has an invisible character at a place where its script does not use it
 * (Thai, Lao, Khmer and Burmese use zero-width spaces, Arabic and Indic scripts joiners, languages
 * written from right to left direction marks), or more marks than its script needs. `language` may
 * be NULL. FALSE: there is none. */
gboolean adref_hidden_next(const char *text, gsize length, const char *language, gsize from,
                           AdrefHiddenWord *found);

/* The same from the beginning, without the kind. */
gboolean adref_hidden_find(const char *text, gsize length, const char *language, gsize *start,
                           gsize *end);

/* The text with what cannot be seen as numbers: "sh<U+200B>all", "n<U+043E>t"; also no-break spaces
 * and other unusual spaces if `spaces`. The caller frees it. */
char *adref_hidden_escape(const char *text, gsize length, const char *language, gboolean spaces);

/* Compares the appearance of words, with ICU. */
typedef struct AdrefConfusables AdrefConfusables;

AdrefConfusables *adref_confusables_new(void);
void adref_confusables_free(AdrefConfusables *confusables);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefConfusables, adref_confusables_free)

/* Whether two different words look alike: "l0" and "10", a Cyrillic and a Latin "a". */
gboolean adref_confusables_match(AdrefConfusables *confusables, const char *first,
                                 const char *second);

#endif
