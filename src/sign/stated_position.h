/* Stated positions: disassociations and explanations of position, which pages print as notes, with
 * the name of the party. They are part of the facts that pages print (sign/printed_facts.h), so a
 * signature binds them.
 *
 *     position THA energy disassociation: Thailand cannot accept the target.
 *     position VNM title explanation: Viet Nam reads the text as non-binding.
 *
 * A position counts while the words of its clause are those to which it was stated, in every text
 * that binds. */
#ifndef ADREF_SIGN_STATED_POSITION_H
#define ADREF_SIGN_STATED_POSITION_H

#include "draft/data/party.h"
#include "draft/statement/statement.h"
#include "sign/party_status.h"

typedef struct {
  char *party;
  char *clause; /* id */
  gboolean disassociates;
  char *text;
} AdrefStatedPosition;

void adref_stated_position_free(AdrefStatedPosition *position);

/* All positions that count, in the order of the rolling text, then of the codes. Those of parties
 * that may not speak for the statement are left out. `records` is the table of
 * adref_party_records_read(). Caller unrefs. */
GPtrArray *adref_stated_positions_new(const AdrefLanguageVersions *language_versions,
                                      const AdrefStatement *statement, const AdrefParties *parties,
                                      GHashTable *records);

/* The same, with the records in `source`; they are read only where one has a statement. */
GPtrArray *adref_stated_positions_of(AdrefFileSource *source,
                                     const AdrefLanguageVersions *language_versions,
                                     const AdrefStatement *statement, const AdrefParties *parties,
                                     GError **error);

/* Why FACTS of a version does not state what the records of now state on its words: "THA has stated
 * its position on energy since"; NULL when it does. `then` and `now` have AdrefStatedPosition, in
 * the same order. Caller frees. */
char *adref_stated_positions_difference(const GPtrArray *then, const GPtrArray *now);

/* Whether a record below statements/<id> has a statement, as adref writes records. */
gboolean adref_stated_positions_exist(AdrefFileSource *source, const char *folder);

/* The lines above, "" for none. Caller frees. */
char *adref_stated_positions_text(const GPtrArray *positions);

/* Reads the lines among those of FACTS; NULL when one is malformed. Caller unrefs. */
GPtrArray *adref_stated_positions_read(const char *facts);

#endif
