/* A text, or one clause of it, is edited by a person and saved.
 *
 * The person edits a copy. Others may save meanwhile: what they changed in other clauses stays, and
 * the edit is merged with it clause by clause (merge/join/clause_merge.h). What cannot be saved or
 * placed is kept (work/rescued_words.h), and the error names the command that takes it up. */
#ifndef ADREF_WORK_EDIT_EDIT_TEXT_H
#define ADREF_WORK_EDIT_EDIT_TEXT_H

#include "work/session.h"

typedef enum {
  ADREF_EDIT_OUTCOME_CHANGED,
  ADREF_EDIT_OUTCOME_UNCHANGED, /* the note stands as it was */
  ADREF_EDIT_OUTCOME_CONFIRMED, /* the person took the first line of the note out, and nothing else
                                 */
} AdrefEditOutcome;

typedef struct {
  const char *clause;   /* id or number; NULL: the whole text */
  const char *language; /* NULL: the rolling text */
  const char *party;    /* whose change it is, or NULL */
  const char *message;  /* of the version, or NULL */
  const char *rescued;  /* name of kept words, which are taken up: of the clause and in the language
                           for which they were written; NULL: none */
  gboolean meant;       /* what looks like a slip (review/edit_slips.h) is meant, where it may be */
  char *const *note;    /* lines above the words, NULL-terminated; NULL: none. Words that the person
                           leaves as they are are not saved then */
  AdrefEditOutcome *outcome; /* of an edit with a note; or NULL */
  /* Lets the person edit a file, and waits for the end. */
  gboolean (*run_editor)(gpointer data, const char *path, GError **error);
  gpointer data;
} AdrefEditOptions;

/* Where the edit looks like a slip, the editor opens again with a message above the place; a person
 * who means it takes the message out. When nothing is changed then, the edit is given up.
 *
 * Refused while files of the statement hold changes that are not saved, and while git merges. An
 * emptied file changes nothing, which is an error. */
gboolean adref_edit_text(AdrefSession *session, const AdrefStatement *statement,
                         const AdrefEditOptions *options, GError **error);

#endif
