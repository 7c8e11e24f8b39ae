/* The words of one block as a merge sees them: what it may take, and what it must not divide.
 *
 * A word is a word, a punctuation mark, the start or the end of formatting, or a whole node: a
 * bracket, a link, a note, a footnote mark. Two words with the same id are equal, in all texts of
 * one reader. The border before word i is `glued` when it is inside a phrase that must stand whole:
 * an amount, a date, a name, a modal verb with its negation and qualifier, a word with a hyphen. */
#ifndef ADREF_MERGE_JOIN_MERGE_WORDS_H
#define ADREF_MERGE_JOIN_MERGE_WORDS_H

#include "language/phrase_scanner.h"
#include "merge/tokenizer.h"

typedef struct {
  const AdrefNode *node; /* the TEXT that it is part of, or the node itself */
  guint start, length;   /* bytes of a TEXT */
  guint id;
  guint pair; /* of OPEN and CLOSE: the place of the other one */
  AdrefTokenType type;
  gboolean spaced; /* a space stands before it; of the first word always */
  gboolean small;  /* "of", "the": it leads on to the words behind it */
} AdrefMergeWord;

/* How a border between two words is glued. */
enum {
  ADREF_MERGE_GLUED = 1,
  ADREF_MERGE_GLUED_AROUND_NUMBER = 2, /* a bracket of alternatives may begin or end there: "within
                                          [30 / 60] days" */
};

/* Words from `first` to the one before `after` that are a phrase. */
typedef struct {
  guint first, after;
  gboolean modal;   /* it begins with a modal verb */
  gboolean negates; /* a negation is part of it */
  gboolean fact;    /* a number, a date or a name */
  gboolean guessed; /* a name by its capitals alone */
  gboolean several; /* it is guessed, begins and ends with a word that has a digit, "G7 of the G20":
                       names of their own */
} AdrefMergePhrase;

typedef struct {
  AdrefMergeWord *words;
  guint length;
  guint8 *glued;           /* length + 1 entries; 0: it may be divided */
  GArray *phrases;         /* of AdrefMergePhrase, in order */
  const AdrefNode *ad_ref; /* the agreement mark, which is no word; NULL: none */
} AdrefMergeWords;

/* Reads blocks of texts of one language. */
typedef struct {
  AdrefTokenizer tokenizer;
  AdrefPhraseScanner scanner;
  GString *text, *key; /* scratch */
  GArray *tokens;      /* scratch */
} AdrefMergeWordReader;

/* `language` NULL: "en"; `parties` as in AdrefMarkdownReadOptions. */
void adref_merge_word_reader_init(AdrefMergeWordReader *reader, const char *language,
                                  GHashTable *parties);
void adref_merge_word_reader_clear(AdrefMergeWordReader *reader);

/* The words of a block that holds inlines. `references` are those of its document. The caller frees
 * them with adref_merge_words_free(). */
AdrefMergeWords *adref_merge_words_read(AdrefMergeWordReader *reader, const AdrefNode *block,
                                        AdrefReferenceNumbers *references);

/* Words of several blocks joined, which belong to the caller: finds their phrases anew. */
AdrefMergeWords *adref_merge_words_join(AdrefMergeWordReader *reader, const GArray *words);
void adref_merge_words_free(AdrefMergeWords *words);

/* 1 for a sign that opens a parenthesis or a wide bracket, -1 for one that closes it, else 0. */
gint adref_merge_word_depth(const AdrefMergeWord *word);

#endif
