/* The structure of a text in one language: what can be compared with another language without
 * knowing its words. */
#ifndef ADREF_REVIEW_LANGUAGE_STRUCTURE_H
#define ADREF_REVIEW_LANGUAGE_STRUCTURE_H

#include <glib.h>

#include "clause/node.h"

/* A text of the statement. */
typedef struct {
  const char *language;
  const AdrefNode *document;
} AdrefLanguageText;

/* The numbers of a cell, which are in those of its clause too. */
typedef struct {
  guint table, row, column; /* from 1 */
  gsize start, end;         /* private */
  GPtrArray *values, *weak; /* as those of a clause */
} AdrefCellStructure;

/* What is compared of one clause. */
typedef struct {
  const AdrefNode *node;
  const char *name;      /* its id, or its number where it has none; NULL: neither */
  guint order;           /* among the clauses of its text */
  GPtrArray *brackets;   /* of char *: "[JPN / ASEAN]", "[text to come]" */
  GPtrArray *values;     /* of char *: numbers that must stand in the other text */
  GPtrArray *weak;       /* of char *: numbers that may stand there: "first", "one" */
  GPtrArray *references; /* of char *: ids */
  GPtrArray *tables;     /* of char *: "table of 3 rows, 2 columns" */
  GPtrArray *cells;      /* of AdrefCellStructure, in their order */
  guint footnotes;
} AdrefClauseStructure;

/* What is compared of a text, read once for several comparisons. */
typedef struct {
  GPtrArray *clauses;  /* of AdrefClauseStructure, without headings */
  GHashTable *index;   /* name -> AdrefClauseStructure */
  GPtrArray *unnamed;  /* of AdrefClauseStructure: those without a name, compared by their order */
  GPtrArray *headings; /* of AdrefClauseStructure, compared by their order */
  gboolean has_words;  /* numbers in words are read in its language */
} AdrefLanguageStructure;

/* The text's tree must outlive it. `parties` (code or name -> code) may be NULL. */
AdrefLanguageStructure *adref_language_structure_new(const AdrefLanguageText *text,
                                                     GHashTable *parties);
void adref_language_structure_free(AdrefLanguageStructure *structure);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefLanguageStructure, adref_language_structure_free)

#endif
