/* The facts of a statement: statements/<id>/statement.yaml. What stands under `roles` and `signing`
 * is for sign/signing_rule.h. */
#ifndef ADREF_DRAFT_STATEMENT_H
#define ADREF_DRAFT_STATEMENT_H

#include <glib.h>

#include "draft/file_source.h"
#include "draft/library.h"
#include "draft/outline.h"

typedef struct {
  char *id;
  char *folder;      /* statements/<id> */
  char *path;        /* statements/<id>/statement.yaml */
  GHashTable *title; /* texts.h: plain words, but for marks of parties; NULL: the outline's */
  AdrefLocation title_place;
  char *outline;
  char *style;       /* NULL: the outline's */
  char **parties;    /* codes, as written */
  AdrefValue *place; /* text, or NULL */
  AdrefValue *date;  /* or NULL */
  char **languages;  /* at least one (English when none is given); the first is the rolling text */
  AdrefYaml *yaml;   /* owns values */
  const AdrefYaml *values; /* the map `values:`, or NULL */
} AdrefStatement;

/* That the outline and the style exist is found out when they are read. */
AdrefStatement *adref_statement_read(AdrefFileSource *source, const char *id, AdrefLibrary *library,
                                     GError **error);
void adref_statement_free(AdrefStatement *statement);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefStatement, adref_statement_free)

/* statements/<id>/<lang>.md. Caller frees. */
char *adref_statement_text_path(const AdrefStatement *statement, const char *language);

/* The place of a key of statement.yaml, for messages; of the file where the key is missing. */
AdrefLocation adref_statement_key_location(const AdrefStatement *statement, const char *key);

#endif
