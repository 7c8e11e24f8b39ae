/* A translation beside its source, clause by clause: the part of the group language of "adref
 * check" that looks at words. What can be compared without words is
 * review/languages/language_differences.h.
 */
#ifndef ADREF_REVIEW_CHECK_CHECK_TRANSLATION_H
#define ADREF_REVIEW_CHECK_CHECK_TRANSLATION_H

#include "draft/data/file_source.h"
#include "review/check/check_text.h"

#define ADREF_GLOSSARY_PATH "templates/glossary.yaml"

/* Terms with their words in each language, and words that are not used for them. */
typedef struct AdrefGlossary AdrefGlossary;

/* Reads the glossary; NULL without an error: there is none. */
AdrefGlossary *adref_glossary_read(AdrefFileSource *source, GError **error);
/* Appends the words of its terms in all languages, and those of the list `words:`, which are right
 * whatever a dictionary says (of const char *, which belong to the glossary). */
void adref_glossary_words(const AdrefGlossary *glossary, GPtrArray *words);
void adref_glossary_free(AdrefGlossary *glossary);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefGlossary, adref_glossary_free)

/* Forbidden words of the glossary, in a text of any language. */
void adref_check_forbidden_terms(AdrefCheckText *text, const AdrefGlossary *glossary);

/* Clauses of both texts with one id: signs at the end of a paragraph, passages that are not
 * translated, a negation on one side only, terms of the glossary (which may be NULL). */
void adref_check_translation(const AdrefCheckText *source, AdrefCheckText *translation,
                             const AdrefGlossary *glossary);

#endif
