/* The structure of a text in one language: what can be compared with another language without
 * knowing its words. */
#ifndef ADREF_REVIEW_LANGUAGES_LANGUAGE_STRUCTURE_H
#define ADREF_REVIEW_LANGUAGES_LANGUAGE_STRUCTURE_H

#include <glib.h>

#include "base/digest.h"
#include "clause/node.h"
#include "review/languages/clause_labels.h"
#include "review/languages/language_numbers.h"

/* A text of the statement. */
typedef struct {
  const char *language;
  const AdrefNode *document;
} AdrefLanguageText;

/* What is compared of one clause. */
typedef struct {
  const AdrefNode *node;
  const char *name;    /* its id, or its number where it has none; NULL: neither */
  guint order;         /* among the clauses of its text */
  guint heading;       /* so many headings stand before it */
  GPtrArray *brackets; /* of char *: "[JPN / ASEAN]", "[text to come]" */
  char *to_come;       /* whose words are to come in this language
                          (clause/proposals/translation_to_come.h),       "JPN"; NULL: nobody's */
  AdrefLanguageNumbers *numbers;
  GString *unread;                  /* words of which `numbers` knows the places only; NULL: none */
  gboolean is_wanted;               /* adref_language_structure_read() is to read them */
  guint8 digest[ADREF_DIGEST_SIZE]; /* by adref_language_structure_digest() */
  GPtrArray *references;            /* of char *: ids */
  GPtrArray *links;                 /* of char *: addresses of links and images */
  GPtrArray *tables;        /* of char *: "table of 3 rows, 2 columns", and its empty cells */
  GPtrArray *lists;         /* of char *: "list of 3 items", "struck words" */
  AdrefClauseLabels labels; /* typed before items; they do not stand in the words that are read */
  char *blocks;             /* its own paragraphs: "2 paragraphs" */
  gboolean has_words;       /* a letter, a digit or a reference */
  guint footnotes, paragraphs;
  guint table, row, column; /* private: while it is read */
} AdrefClauseStructure;

/* What is compared of a text, read once for several comparisons. */
typedef struct {
  GPtrArray *clauses;  /* of AdrefClauseStructure, without headings */
  GHashTable *index;   /* name -> AdrefClauseStructure */
  GPtrArray *unnamed;  /* of AdrefClauseStructure: those without a name, compared by their order */
  GPtrArray *headings; /* of AdrefClauseStructure, compared by their order */
  const char *language;
  const char *title;             /* that the facts have in this language; NULL: none */
  AdrefLanguageNumbers *numbers; /* of the title; NULL without one, or when it is not read */
  gboolean wants_title;          /* as is_wanted */
  guint8 title_digest[ADREF_DIGEST_SIZE];
  GHashTable *parties;
} AdrefLanguageStructure;

/* The text's tree and the title must outlive it. `title` and `parties` (code or name -> code) may
 * be NULL. */
AdrefLanguageStructure *adref_language_structure_new(const AdrefLanguageText *text,
                                                     const char *title, GHashTable *parties);

/* The same in three steps, since reading the words costs most: without their numbers, names and
 * modals; the digest of what they are read from, for each clause and the title; and the words of
 * those that are wanted. */
AdrefLanguageStructure *adref_language_structure_begin(const AdrefLanguageText *text,
                                                       const char *title, GHashTable *parties);
void adref_language_structure_digest(AdrefLanguageStructure *structure);
void adref_language_structure_read(AdrefLanguageStructure *structure);
void adref_language_structure_free(AdrefLanguageStructure *structure);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefLanguageStructure, adref_language_structure_free)

#endif
