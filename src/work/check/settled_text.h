/* Brackets of a text that parties have recorded to be words (sign/settled_words.h), as in "[1]". */
#ifndef ADREF_WORK_CHECK_SETTLED_TEXT_H
#define ADREF_WORK_CHECK_SETTLED_TEXT_H

#include "sign/language_versions.h"
#include "work/text.h"

/* Sets `settled` of the brackets of a statement's text, by the records of its version; a text
 * without a bracket that may be words costs one walk. Where texts or records do not read, every
 * bracket stays open. */
void adref_settled_text_apply(const AdrefText *text);

/* The same for a text of a statement with parties. Returns the records of its version (party to
 * record, sign/party_record.h), and in `versions` its texts in all languages; the caller unrefs and
 * frees them. NULL: an error. */
GHashTable *adref_settled_text_records(const AdrefText *text, AdrefLanguageVersions **versions,
                                       GError **error);

#endif
