/* The status of the text in a language, as its page says it: "Provisional translation". */
#ifndef ADREF_VIEW_LANGUAGE_ROLE_H
#define ADREF_VIEW_LANGUAGE_ROLE_H

#include "draft/library/page_words.h"
#include "sign/signing_rule.h"

/* In the language of the text, and also in English when that is another one: "仮訳 / Provisional
 * translation". Only in English when `words` (draft/library/page_words.h) has them not. Caller
 * frees. */
char *adref_language_role_words(AdrefLanguageRole role, const char *language,
                                const AdrefPageWords *words);

/* The same with the words that the text was adopted: "Provisional translation; adopted, recorded by
 * Japan". `role` is of the function above, or NULL; `recorder` is the name of a party in the
 * language, `english` in English; `level` is the level of agreement, or NULL where none was said.
 * Caller frees. */
char *adref_language_role_adopted(const char *role, const char *recorder, const char *english,
                                  const AdrefAdoptionLevel *level, const char *language,
                                  const AdrefPageWords *words);

#endif
