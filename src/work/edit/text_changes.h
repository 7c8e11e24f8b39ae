/* A command changes the texts of a statement in all its languages, and saves them as one version:
 * all of them or none. */
#ifndef ADREF_WORK_EDIT_TEXT_CHANGES_H
#define ADREF_WORK_EDIT_TEXT_CHANGES_H

#include "work/edit/save_statement.h"
#include "work/text.h"

typedef struct {
  AdrefSession *session;
  const AdrefStatement *statement;
  GPtrArray *texts;   /* of AdrefText: the languages that have one, the rolling text first; the
                         caller changes their documents */
  GPtrArray *changed; /* of AdrefText: those of them that were changed, in any order */
} AdrefTextChanges;

/* Reads the texts, and locks the files until the session ends or unlocks them. Refused for a party
 * (NULL: nobody's change) that does not speak in the statement, without an identity, while git
 * merges, and while files of the statement hold changes that are not saved. */
AdrefTextChanges *adref_text_changes_begin(AdrefSession *session, const AdrefStatement *statement,
                                           const char *party, GError **error);
void adref_text_changes_free(AdrefTextChanges *changes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefTextChanges, adref_text_changes_free)

/* The text in a language (NULL: the rolling one); an error where there is none. */
AdrefText *adref_text_changes_find(const AdrefTextChanges *changes, const char *language,
                                   GError **error);

/* Notes that the document of a text was changed. */
void adref_text_changes_mark(AdrefTextChanges *changes, AdrefText *text);

/* Writes the texts that were changed, in their canonical form, and saves the version. After an
 * error all files are as before. The documents must not be used afterwards. */
gboolean adref_text_changes_save(AdrefTextChanges *changes,
                                 const AdrefSaveStatementOptions *options, GError **error);

#endif
