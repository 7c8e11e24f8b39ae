#include "view/parallel_texts.h"

#include "clause/icu.h"

enum {
  MOST = 100 /* maximum bytes of the name of a language */
};

char *adref_parallel_texts_language_in(const char *language, const char *in)
{
  UChar wide[MOST];
  char name[4 * MOST];
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = uloc_getDisplayName(language, in, wide, MOST, &status);
  u_strToUTF8(name, sizeof name, NULL, wide, length, &status);
  return g_strdup(U_SUCCESS(status) && status != U_STRING_NOT_TERMINATED_WARNING ? name : language);
}

char *adref_parallel_texts_language(const char *language)
{
  return adref_parallel_texts_language_in(language, language);
}

char *adref_parallel_texts_not_in(const char *language, const AdrefPageWords *words,
                                  const char *page_language)
{
  const char *own = adref_page_words_has(words, ADREF_PAGE_WORD_NOT_IN_LANGUAGE)
                        ? adref_page_words_language(words, page_language ? page_language : "en")
                        : NULL;
  g_autofree char *name = adref_parallel_texts_language_in(language, own ? own : "en");
  return adref_page_words_fill(words, ADREF_PAGE_WORD_NOT_IN_LANGUAGE, "language", name, NULL);
}

char *adref_parallel_texts_missing(const AdrefParallelTexts *parallel, guint side)
{
  const AdrefParallelText *text = &parallel->texts[side];
  const AdrefViewOptions *page = parallel->texts[0].options;
  if (parallel->review)
    return adref_page_words_fill(page->words, ADREF_PAGE_WORD_NOT_IN, "version", text->head, NULL);
  return adref_parallel_texts_not_in(text->options->language, page->words, page->language);
}

const char *adref_parallel_texts_note(const AdrefParallelTexts *parallel,
                                      const AdrefClausePair *pair)
{
  const AdrefNode *clause = pair->clauses[pair->clauses[0] ? 0 : 1];
  return parallel->notes ? g_hash_table_lookup(parallel->notes, clause) : NULL;
}
