/* A clause template as a clause of a statement, in its languages. */
#ifndef ADREF_WORK_EDIT_INSERT_TEMPLATE_H
#define ADREF_WORK_EDIT_INSERT_TEMPLATE_H

#include "work/session.h"

typedef struct {
  char *words;       /* Markdown with its marker, in the first language of the statement */
  GPtrArray *others; /* of char *, "ja=WORDS", for adref_insert_clause() */
} AdrefTemplateClause;

/* Assembles the template, which is to stand behind the clause `after`, with the values of the
 * statement and with `settings` (of char *, "NAME=VALUE", which win; NULL: none). Its id is the
 * last part of its name, with a number where the statement has that id. An abbreviation that the
 * text introduces before that place is not introduced again; with `after` NULL, one that the
 * outline introduces. Languages in which there is no such template are left out. */
gboolean adref_template_clause_make(AdrefSession *session, const AdrefStatement *statement,
                                    const char *template, const char *after,
                                    const GPtrArray *settings, AdrefTemplateClause *clause,
                                    GError **error);
void adref_template_clause_clear(AdrefTemplateClause *clause);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(AdrefTemplateClause, adref_template_clause_clear)

#endif
