/* Words that a person wrote and that could not be saved, or not be placed: kept in the folder
 * adref/rescued/ of the git directory until they are taken up. They belong to no version. */
#ifndef ADREF_WORK_RESCUED_WORDS_H
#define ADREF_WORK_RESCUED_WORDS_H

#include "work/session.h"

enum {
  ADREF_RESCUED_WORDS_MAX = 1000 /* of one statement in one language; more are refused */
};

/* What was edited when the words were written. */
typedef struct {
  char *version;  /* id of the version that the person began with */
  char *language; /* of the text */
  char *clause;   /* id; NULL: the whole text */
  GString *words;
} AdrefRescuedWords;

void adref_rescued_words_free(AdrefRescuedWords *rescued);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefRescuedWords, adref_rescued_words_free)

/* Keeps the words under a new name, "demo-en-1"; under `name` where that is not NULL. Returns the
 * name, which the caller frees. */
char *adref_rescued_words_keep(AdrefSession *session, const AdrefStatement *statement,
                               const AdrefRescuedWords *rescued, const char *name, GError **error);

/* The words with a name; an unknown name is an error that lists those that there are. */
AdrefRescuedWords *adref_rescued_words_read(AdrefSession *session, const char *name,
                                            GError **error);

/* Forgets words that were taken up. */
void adref_rescued_words_remove(AdrefSession *session, const char *name);

/* The names of what was kept of a statement, sorted; NULL-terminated. Caller frees. */
char **adref_rescued_words_list(AdrefSession *session, const char *statement);

#endif
