#include "work/typed_words.h"

#include <string.h>

#include "clause/inline_normalize.h"

/* The only paragraph of a document; NULL: it has other blocks. */
static AdrefNode *only_paragraph(const AdrefNode *document)
{
  AdrefNode *clause = document->first;
  AdrefNode *block = clause && clause == document->last ? clause->first : NULL;
  return block && block == clause->last && block->type == ADREF_PARAGRAPH ? block : NULL;
}

AdrefNode *adref_typed_words(const AdrefText *text, const char *words, GError **error)
{
  g_autofree char *line = g_strstrip(adref_inline_normalize_spaces(g_strdup(words)));
  if (!*line) {
    adref_error(error, ADREF_ERROR_USAGE, "there are no words to propose");
    return NULL;
  }
  g_autoptr(AdrefNode) document = adref_text_parse(text, line, strlen(line), NULL, error);
  if (!document)
    return NULL;
  AdrefNode *paragraph = only_paragraph(document);
  if (paragraph) {
    adref_node_unlink(paragraph);
    return paragraph;
  }
  paragraph = adref_node_new(ADREF_PARAGRAPH);
  adref_node_append(paragraph, adref_node_new_text(ADREF_TEXT, line, -1));
  return paragraph;
}

const char *adref_typed_words_for(const GPtrArray *entries, const char *language)
{
  gsize length = strlen(language);
  for (guint i = entries ? entries->len : 0; i-- > 0;) {
    const char *entry = entries->pdata[i];
    if (strncmp(entry, language, length) == 0 && entry[length] == '=')
      return entry + length + 1;
  }
  return NULL;
}

gboolean adref_typed_words_check(const GPtrArray *entries, const AdrefStatement *statement,
                                 GError **error)
{
  for (guint i = 0; entries && i < entries->len; i++) {
    const char *entry = entries->pdata[i], *equals = strchr(entry, '=');
    g_autofree char *language = equals ? g_strndup(entry, (gsize)(equals - entry)) : NULL;
    if (!equals) {
      adref_error(error, ADREF_ERROR_USAGE, "--lang %s: LANG=WORDS is needed, %s=\"...\"", entry,
                  entry);
      return FALSE;
    }
    if (!g_strv_contains((const char *const *)statement->languages, language)) {
      g_autofree char *languages = g_strjoinv(", ", statement->languages);
      adref_error(error, ADREF_ERROR_USAGE, "--lang %s: not a language of %s; it has %s", language,
                  statement->id, languages);
      return FALSE;
    }
  }
  return TRUE;
}
