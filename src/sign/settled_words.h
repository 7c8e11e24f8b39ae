/* Which brackets and suspected positions of a statement parties have recorded to be words (`words`
 * in party_record.h): "[1]" and "[Art. 5]", which are open in a statement until then
 * (clause/brackets/word_bracket.h), and what looks like a position in a link, in code or in other
 * brackets (clause/brackets/suspected_position.h).
 *
 * A party says it of a clause. Of what names parties of these talks each of them has to say it, or
 * the group that is in the talks for it, or all members of a group: nobody else can give up what
 * may be its position. Of what names none of them one party is enough, since each party sees it in
 * the status before it signs. It holds for a language until the clause changes in that language.
 */
#ifndef ADREF_SIGN_SETTLED_WORDS_H
#define ADREF_SIGN_SETTLED_WORDS_H

#include "draft/data/party.h"
#include "draft/statement/statement.h"
#include "sign/party_status.h"

typedef struct {
  const AdrefStatement *statement;
  const AdrefParties *parties;
  GHashTable *records; /* of adref_party_records_read() */
  AdrefClauseHashes *hashes;
} AdrefSettledWords;

/* The parties (const char *) that still have to say of a clause, in a language, that what names
 * `codes` (NULL-terminated, perhaps none) is words. NULL: none has to; an empty array: any party of
 * the talks. Caller unrefs. */
GPtrArray *adref_settled_words_missing(const AdrefSettledWords *self, const char *clause,
                                       const char *language, char *const *codes);

/* Sets `settled` of the brackets in all languages that may be words and that the records say are
 * (clause/node.h). */
void adref_settled_words_apply(const AdrefSettledWords *self,
                               const AdrefLanguageVersions *language_versions);

/* The same of one text, which says the same as that of its language in `hashes`. */
void adref_settled_words_apply_text(const AdrefSettledWords *self, const char *language,
                                    AdrefNode *document);

#endif
