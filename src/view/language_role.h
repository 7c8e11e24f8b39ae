/* What the text in a language is, as its page says it: "Provisional translation". */
#ifndef ADREF_VIEW_LANGUAGE_ROLE_H
#define ADREF_VIEW_LANGUAGE_ROLE_H

#include "sign/signing_rule.h"

/* In the language of the text, and in English where that is another one: "仮訳 / Provisional
 * translation". In a language of which the words are not known: in English. Caller frees. */
char *adref_language_role_words(AdrefLanguageRole role, const char *language);

#endif
