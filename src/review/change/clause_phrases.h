/* The tokens and phrases of both texts of a changed clause, in and around its changed runs. The
 * functions that compare the texts read them and do not change them. Tokens and phrases are
 * numbered on each side. */
#ifndef ADREF_REVIEW_CHANGE_CLAUSE_PHRASES_H
#define ADREF_REVIEW_CHANGE_CLAUSE_PHRASES_H

#include "language/phrase_scanner.h"
#include "language/token_reader.h"
#include "review/change/clause_text.h"

typedef struct {
  AdrefPhraseScanner *scanner;
  const AdrefNode *clause;
  const AdrefClauseText *text;
  GArray *tokens[2];  /* of AdrefTextToken, by AdrefTextSide */
  GArray *matches[2]; /* of AdrefPhraseMatch, by AdrefTextSide */
} AdrefClausePhrases;

/* The scanner must outlive it. */
void adref_clause_phrases_init(AdrefClausePhrases *phrases, AdrefPhraseScanner *scanner);
void adref_clause_phrases_clear(AdrefClausePhrases *phrases);

/* Reads the texts of a clause, which must outlive the next calls. The keys of the clause that was
 * read before become invalid.
 *
 * A cross reference by id that was inserted or deleted is one phrase of class REFERENCE, whose key
 * is "#id"; in one that stayed, numbers are not phrases, for adref writes them. */
void adref_clause_phrases_scan(AdrefClausePhrases *phrases, const AdrefNode *clause,
                               const AdrefClauseText *text);

AdrefTokenReader adref_clause_phrases_reader(const AdrefClausePhrases *phrases, AdrefTextSide side);
const AdrefTextToken *adref_clause_phrases_token(const AdrefClausePhrases *phrases,
                                                 AdrefTextSide side, guint i);
const AdrefPhraseMatch *adref_clause_phrases_match(const AdrefClausePhrases *phrases,
                                                   AdrefTextSide side, guint i);

/* The first token, and the first phrase, that ends behind a place (a byte). */
guint adref_clause_phrases_token_behind(const AdrefClausePhrases *phrases, AdrefTextSide side,
                                        guint place);
guint adref_clause_phrases_match_behind(const AdrefClausePhrases *phrases, AdrefTextSide side,
                                        guint place);

/* Whether a phrase stands right behind another one of its text, in the same line. */
gboolean adref_clause_phrases_follows(const AdrefClausePhrases *phrases, AdrefTextSide side,
                                      const AdrefPhraseMatch *match,
                                      const AdrefPhraseMatch *before);

/* Bytes of one text, quoted (review/quote.h). Caller frees. */
char *adref_clause_phrases_quote(const AdrefClausePhrases *phrases, AdrefTextSide side, guint start,
                                 guint end);

#endif
