/* The facts of a statement that a text from elsewhere tells: title, date, place, parties. */
#ifndef ADREF_WORK_IMPORT_IMPORT_FACTS_H
#define ADREF_WORK_IMPORT_IMPORT_FACTS_H

#include "exchange/incoming_text.h"
#include "work/session.h"

typedef struct {
  char *title, *date, *place; /* NULL: not found; the date as 2023-12-17 */
  GPtrArray *others;          /* of char *: other keys of the front matter, "key: value" */
  char **parties;             /* codes of those whose names are in the title or the chapeau */
  char **strangers;           /* names of countries there that the registry does not have */
} AdrefImportFacts;

/* Reads them. Front matter that is no YAML is said, and kept line by line in `others`. */
AdrefImportFacts *adref_import_facts_read(const AdrefSession *session,
                                          const AdrefIncomingText *incoming, const char *name,
                                          const char *language);

/* The front matter in one line, "title: Ports; date: 2031-07-04"; "": there is none. Caller frees.
 */
char *adref_import_front_words(const AdrefSession *session, const AdrefIncomingText *incoming,
                               const char *name);

void adref_import_facts_free(AdrefImportFacts *facts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefImportFacts, adref_import_facts_free)

#endif
