/* The status of the text in a language, as its page says it: "Provisional translation". */
#ifndef ADREF_VIEW_LANGUAGE_ROLE_H
#define ADREF_VIEW_LANGUAGE_ROLE_H

#include "sign/signing_rule.h"

/* In the language of the text, and also in English when that is another one: "仮訳 / Provisional
 * translation". Only in English when the words of the language are not known. Caller frees. */
char *adref_language_role_words(AdrefLanguageRole role, const char *language);

#endif
