/* --author "Hanako Yamada=JPN": whose changes and comments those of a person in Word are. */
#ifndef ADREF_CMD_SHARED_AUTHOR_ARGUMENTS_H
#define ADREF_CMD_SHARED_AUTHOR_ARGUMENTS_H

#include "cmd/command.h"

#define ADREF_OPTION_AUTHOR                                                                        \
  {                                                                                                \
    "author", 0, "NAME=PARTY", NULL, TRUE,                                                         \
        "whose the changes and comments of a person in Word are"                                   \
  }

typedef struct {
  GHashTable *table;   /* name of a person -> code of a party */
  GPtrArray *parties;  /* of char *: the codes, each once, in the order of the options */
  GHashTable *persons; /* of the files that are read: as in AdrefImportOptions */
} AdrefAuthorArguments;

/* Reads all values of --author; the workspace is open. FALSE: one is no name and party. */
gboolean adref_author_arguments_read(AdrefAuthorArguments *self, const AdrefRun *run,
                                     GError **error);

/* FALSE with an error: a person is named who has neither changes nor comments in the files. */
gboolean adref_author_arguments_check(const AdrefAuthorArguments *self, GError **error);

void adref_author_arguments_clear(AdrefAuthorArguments *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(AdrefAuthorArguments, adref_author_arguments_clear)

#endif
