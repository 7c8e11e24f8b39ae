/* The text of a party, which it sent as a Word file: compiled and merged like a version. */
#ifndef ADREF_WORK_IMPORT_RETURNED_PARTY_H
#define ADREF_WORK_IMPORT_RETURNED_PARTY_H

#include "work/import/import_text.h"
#include "work/text.h"

typedef struct {
  const char *party;         /* its code: comments are its notes; NULL: they are comments */
  gboolean takes_hand_marks; /* this and the next three: as in AdrefImportOptions */
  GHashTable *authors;
  const GPtrArray *parties;
  GHashTable *persons;
} AdrefReturnedPartyOptions;

/* What one more party has marked in the file. */
typedef struct {
  const char *party; /* its code, of the options */
  AdrefText *text;
} AdrefReturnedParty;

/* The file at `path`, which came from a version of a statement: loaded like that version
 * (work/text.h), with the words of the file. Where a part of the text went out, all other clauses
 * are those of the version. Words that were changed without a mark are said. The changes of other
 * parties (options->authors) are not in it: their texts, which have these alone, are added to
 * `others`; the caller frees them. `others` NULL: there are no options->authors. */
AdrefText *adref_returned_party_load(AdrefSession *session, const char *statement,
                                     const char *version, const char *path, const char *language,
                                     const AdrefReturnedPartyOptions *options, GArray *others,
                                     GError **error);

/* The text `whole` with the clauses of `theirs` that differ from `part`, the clauses that the file
 * came from; others stay where only a part is in the file. The caller frees the document. */
AdrefNode *adref_returned_party_put(AdrefImportFile *file, AdrefText *whole, const AdrefNode *part,
                                    const AdrefNode *theirs, const char *party);

#endif
