/* The facts of a statement: the file statements/ID/statement.yaml. The keys `roles` and `signing`
 * are read by sign/signing_rule.h. */
#ifndef ADREF_DRAFT_STATEMENT_STATEMENT_H
#define ADREF_DRAFT_STATEMENT_STATEMENT_H

#include <glib.h>

#include "draft/data/file_source.h"
#include "draft/library/library.h"
#include "draft/library/outline.h"

/* How far agreement must have gone before a text is adopted (`adoption:`). Each includes the one
 * before: what is agreed in plenary is agreed in the working group too. */
typedef enum {
  ADREF_ADOPTION_LEVEL_AGREED,    /* at any level, in a working group too */
  ADREF_ADOPTION_LEVEL_PLENARY,   /* in plenary, ad referendum */
  ADREF_ADOPTION_LEVEL_CONFIRMED, /* and confirmed by the capitals */
} AdrefAdoptionLevel;

typedef struct {
  char *id;
  char *folder;      /* statements/<id> */
  char *path;        /* statements/<id>/statement.yaml */
  GHashTable *title; /* draft/data/localized_text.h: plain words and marks of parties; NULL: that of
                        the outline */
  AdrefLocation title_place;
  char *outline;     /* NULL: none, the text is not assembled */
  char *style;       /* NULL: that of the outline, else the defaults */
  char **parties;    /* codes, as written */
  AdrefValue *place; /* text, or NULL */
  AdrefValue *date;  /* or NULL */
  char **languages;  /* at least one (English when none is given); the first has the rolling text */
  char **former;     /* the names that it had before, the last one first; empty: none */
  GHashTable *signatories; /* code -> draft/data/localized_text.h: for whom a party signs where that
                              is not its long name, "the Government of Japan" */
  AdrefAdoptionLevel adoption; /* plenary, where the file does not say */
  gboolean says_adoption;
  AdrefYaml *yaml;         /* the whole file */
  const AdrefYaml *values; /* the map `values:`, or NULL */
} AdrefStatement;

/* "agreed", "plenary", "confirmed". */
const char *adref_adoption_level_word(AdrefAdoptionLevel level);
gboolean adref_adoption_level_read(const char *word, AdrefAdoptionLevel *level);

/* Reads the facts. Does not check that the outline and the style exist. The registry of the library
 * is then that of the date of the statement (adref_library_set_day()). */
AdrefStatement *adref_statement_read(AdrefFileSource *source, const char *id, AdrefLibrary *library,
                                     GError **error);
void adref_statement_free(AdrefStatement *statement);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefStatement, adref_statement_free)

/* The names that a statement had before, the last one first. statement.yaml has them as
 * "renamed: [first, second, ID]", where the last name is its own: in a copied folder, whose name is
 * another, the list counts for nothing; nor does the name of a statement that is there. Empty also
 * for facts that cannot be read. Caller frees. */
char **adref_statement_former_names(AdrefFileSource *source, const char *id);

/* statements/<id>/<lang>.md. Caller frees. */
char *adref_statement_text_path(const AdrefStatement *statement, const char *language);

/* What to do when there is no text yet: "adref draft ID assembles it", or without an outline the
 * import of one. The command stands in quotes when `quoted`. Caller frees. */
char *adref_statement_text_advice(const AdrefStatement *statement, gboolean quoted);

/* The title in a language without its marks of parties, "Japan" of "[Japan](#JPN)"; NULL: the facts
 * have none. The caller frees it. */
char *adref_statement_title_words(const AdrefStatement *statement, const char *language);

/* The position of a key of statement.yaml, for messages; only the file when the key is missing. */
AdrefLocation adref_statement_key_location(const AdrefStatement *statement, const char *key);

#endif
