/* The facts that pages print, as a fixed text. Its SHA-256 is signed (line "Facts:" of a sign-off),
 * and it is the file FACTS of a package.
 *
 *     adref facts 1
 *     title en: Joint Statement on Friendship
 *     place: Tokyo
 *     date: 2023-12-17
 *     parties: JPN ASEAN
 *     party JPN en: Japan; Japan
 *     party JPN ja: 日本; 日本国
 *     text en: authentic
 *     party THA en: Thailand; the Kingdom of Thailand
 *     position THA energy disassociation: Thailand cannot accept the target.
 *     alternats: JPN ASEAN
 *     numbers: operative preambular
 *
 * - title, place, date: as statement.yaml states them, a line for each language that is named
 * there.
 * - parties: in the order of the statement. party: the short and the long name in each language.
 * - position: a disassociation or an explanation of position (sign/stated_position.h), its text as
 * it is; before them the names of the parties that are not of the statement, but members of its
 * groups.
 * - alternats: codes in their order; none without `signing: {alternats: true}`.
 * - numbers: what the house style numbers (clause/labels/numbering.h).
 *
 * In values "\n" is a line break and "\\" a backslash. What this file writes may never change:
 * other lines are a new form. */
#ifndef ADREF_SIGN_PRINTED_FACTS_H
#define ADREF_SIGN_PRINTED_FACTS_H

#include "clause/labels/numbering.h"
#include "draft/statement/statement.h"
#include "sign/signing_rule.h"

/* `positions` has AdrefStatedPosition. Caller frees. */
char *adref_printed_facts_write(const AdrefStatement *statement, const AdrefParties *parties,
                                const AdrefSigningRule *rule, const AdrefNumbering *numbering,
                                const GPtrArray *positions);

/* The short name of a party in a language, as such a text says it; its code when it does not.
 * Caller frees. */
char *adref_printed_facts_party(const char *facts, const char *code, const char *language);

/* The same for a page: a country whose names in the language are those in English, since the
 * registry had none, has the name that ICU gives it (draft/data/region_name.h). The form of the
 * text cannot tell these from names that are alike in both: a name that has ICU's in it stays.
 * Caller frees. */
char *adref_printed_facts_page_party(const char *facts, const char *code, const char *language);

/* Place and date in a language, "Tokyo, 17 December 2023", for a page with that document; NULL when
 * the facts state neither, or the document has the line itself (language/occasion_line.h). A place
 * without words in the language is that of English, or as statement.yaml has it. Caller frees. */
char *adref_printed_facts_occasion(const char *facts, const char *language,
                                   const AdrefNode *document);

/* Reads the numbering and the alternats (codes, NULL-terminated); FALSE when the text is not such a
 * text, and then nothing is set. */
gboolean adref_printed_facts_read(const char *text, AdrefNumbering *numbering, char ***alternats);

/* The codes of the parties, in the order of the statement. Caller frees. */
char **adref_printed_facts_parties(const char *facts);

/* What differs between two such texts (of AdrefFactChange, review/fact_changes.h). Caller unrefs.
 */
GPtrArray *adref_printed_facts_compare(const char *old, const char *new);

/* Appends " operative preambular": what is numbered; and reads these words. */
void adref_printed_facts_append_numbers(GString *out, const AdrefNumbering *numbering);
void adref_printed_facts_read_numbers(const char *words, AdrefNumbering *numbering);

#endif
