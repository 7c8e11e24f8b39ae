/* How binding a clause is, by its modals, and whether a translation binds as much: "will" and
 * 努める, "may" and "doit". */
#ifndef ADREF_REVIEW_LANGUAGES_CLAUSE_BONDS_H
#define ADREF_REVIEW_LANGUAGES_CLAUSE_BONDS_H

#include <glib.h>

/* The modals of a text, and the first words of the weak and of the strong ones. */
typedef struct {
  guint bonds;         /* private */
  char *weak, *strong; /* NULL: there are none */
} AdrefClauseBonds;

void adref_clause_bonds_clear(AdrefClauseBonds *bonds);

/* Adds the modals among the matches (of AdrefPhraseMatch) of a text. A weak one that is denied
 * forbids, "ne peut", "tidak boleh", and is none; one that says what for, "so that they can",
 * or that is part of another word is no evidence. */
void adref_clause_bonds_add(AdrefClauseBonds *bonds, const char *text, const GArray *matches);

/* Whether a translation out of English binds less or more than its source; the words are put into
 * *source and *translation (NULL: there are none), which belong to the bonds. */
gboolean adref_clause_bonds_differ(const AdrefClauseBonds *first, const char *first_text,
                                   const AdrefClauseBonds *second, const char **source,
                                   const char **translation);

#endif
