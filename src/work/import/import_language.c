#include "work/import/import_language.h"

#include <string.h>

#include "clause/text/text_language.h"

static GString *words_of(const AdrefImportFile *file)
{
  GString *words = g_string_new(NULL);
  for (guint i = 0; file->text && i < file->text->paragraphs->len; i++) {
    const AdrefIncomingParagraph *paragraph = file->text->paragraphs->pdata[i];
    g_string_append_printf(words, "%s\n\n", paragraph->words);
  }
  return words;
}

static gboolean is_same_language(const char *a, const char *b)
{
  gsize length = strcspn(a, "-");
  return length == strcspn(b, "-") && strncmp(a, b, length) == 0;
}

/* Formal Japanese has few letters that Chinese has not. */
static gboolean is_close(const char *a, const char *b)
{
  return (is_same_language(a, "ja") && is_same_language(b, "zh")) ||
         (is_same_language(a, "zh") && is_same_language(b, "ja"));
}

/* The language of the words where it certainly is not the one that they are said to be in; NULL. */
static const char *other_language(const AdrefImportFile *file)
{
  g_autoptr(GString) words = words_of(file);
  const char *guess = adref_text_language_guess(words->str, words->len);
  gboolean other =
      guess && !is_same_language(guess, file->language) && !is_close(guess, file->language);
  return other ? guess : NULL;
}

/* Whether nearly all clauses of the text would have other words. */
static gboolean replaces_all(const AdrefImportInto *into)
{
  guint clauses = 0, gone = into->changed->len + into->deleted->len + into->both->len;
  for (const AdrefNode *clause = into->current->document->first; clause; clause = clause->next)
    clauses += clause->as.clause->kind != ADREF_TITLE ? 1 : 0;
  return clauses > 0 && gone * 10 >= clauses * 8;
}

gboolean adref_import_language_check(const AdrefImportInto *into, GError **error)
{
  const AdrefImportFile *file = into->file;
  const char *other = other_language(file);
  if (!other)
    return TRUE;
  if (!into->current) {
    adref_problem(file->problems, 1, 1,
                  "the words are in the language %s, as it seems, and are taken for %s", other,
                  file->language);
    return TRUE;
  }
  g_autofree char *words = adref_node_words(into->current->document);
  const char *here = adref_text_language_guess(words, strlen(words));
  if ((here && is_same_language(here, other)) || !replaces_all(into))
    return TRUE;
  adref_error(error, ADREF_ERROR_INPUT,
              "%s: this is a text in the language %s, and would replace nearly all clauses of the "
              "text in %s; nothing was imported; --lang %s imports it as the one in its language",
              file->name, other, file->language, other);
  return FALSE;
}
