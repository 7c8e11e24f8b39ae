#include "view/parallel_texts.h"

#include "clause/icu.h"

enum {
  MOST = 100 /* maximum bytes of the name of a language */
};

static char *name_in(const char *language, const char *in)
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
  return name_in(language, language);
}

char *adref_parallel_texts_language_in_english(const char *language)
{
  return name_in(language, "en");
}

char *adref_parallel_texts_not_in(const char *language)
{
  g_autofree char *name = adref_parallel_texts_language_in_english(language);
  return g_strdup_printf("not in the %s text", name);
}

char *adref_parallel_texts_missing(const AdrefParallelTexts *parallel, guint side)
{
  const AdrefParallelText *text = &parallel->texts[side];
  if (parallel->review)
    return g_strconcat("not in ", text->head, NULL);
  return adref_parallel_texts_not_in(text->options->language);
}

const char *adref_parallel_texts_note(const AdrefParallelTexts *parallel,
                                      const AdrefClausePair *pair)
{
  const AdrefNode *clause = pair->clauses[pair->clauses[0] ? 0 : 1];
  return parallel->notes ? g_hash_table_lookup(parallel->notes, clause) : NULL;
}
