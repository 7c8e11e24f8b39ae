#include "review/check/check_subjects.h"

#include <string.h>

#include "language/language_tag.h"
#include "language/tables/english_words.h"
#include "review/check/party_lists.h"

enum {
  FEWEST = 2,  /* parties of a list */
  LONGEST = 40 /* bytes of a verb */
};

/* Whether "and" stands before the last party of the list, not "or" or a sign alone. */
static gboolean ends_with_and(const char *words, const AdrefPartyList *list)
{
  g_autofree char *inside = g_strndup(words + list->start, list->end - list->start);
  return strstr(inside, " and ") != NULL;
}

/* Whether a sentence begins with words such as "Building on" or "In", behind which a comma ends a
 * part that has no subject: "Building on the Summit, Japan and Palau". */
static gboolean is_introduction(const char *words, gsize comma)
{
  static const char *const openers[] = {"As ",     "At ",    "In ",     "On ",      "Through ",
                                        "During ", "With ",  "To ",     "Together", "For ",
                                        "Under ",  "After ", "Before ", "Since "};
  gsize start = comma;
  while (start > 1 && !(words[start - 1] == ' ' && strchr(".;:", words[start - 2])))
    start--;
  start = start == 1 ? 0 : start;
  gsize length = strcspn(words + start, " ,");
  gboolean gerund = length > 4 && strncmp(words + start + length - 3, "ing", 3) == 0;
  for (guint i = 0; i < G_N_ELEMENTS(openers) && !gerund; i++)
    if (g_str_has_prefix(words + start, openers[i]))
      return memchr(words + start, ',', comma - start) == NULL;
  return gerund && g_ascii_isupper(words[start]) &&
         memchr(words + start, ',', comma - start) == NULL;
}

/* Whether nothing of the subject stands before the list. */
static gboolean begins_subject(const char *words, gsize start)
{
  if (start >= 4 && g_ascii_strncasecmp(words + start - 4, "the ", 4) == 0)
    start -= 4;
  if (start == 0)
    return TRUE;
  if (start < 2 || words[start - 1] != ' ')
    return FALSE;
  if (strchr(".;:", words[start - 2]))
    return TRUE;
  return words[start - 2] == ',' && is_introduction(words, start - 2);
}

/* Whether the word at `at` is a verb for one, with an adverb before it at most; *end is behind it.
 */
static gboolean is_singular_verb(const AdrefEnglishWords *known, const char *words, gsize at,
                                 gsize *end)
{
  static const char *const verbs[] = {"is", "was", "has", "does", NULL};
  for (guint i = 0; i < 2 && words[at] == ' '; i++) {
    gsize length = 0;
    while (g_ascii_islower(words[at + 1 + length]))
      length++;
    if (length == 0 || length >= LONGEST)
      return FALSE;
    g_autofree char *word = g_strndup(words + at + 1, length);
    const AdrefEnglishWord *verb = adref_english_words_find(known, word);
    at += 1 + length;
    *end = at;
    if (g_strv_contains(verbs, word) ||
        (verb && verb->roles & ADREF_ENGLISH_THIRD && !(verb->roles & ADREF_ENGLISH_PLURAL)))
      return TRUE;
    if (!g_str_has_suffix(word, "ly") && strcmp(word, "also") != 0 && strcmp(word, "further") != 0)
      return FALSE;
  }
  return FALSE;
}

void adref_check_subjects(AdrefCheckText *text, const AdrefParties *parties)
{
  if (!adref_language_tag_matches(text->source.language, "en"))
    return;
  g_autoptr(GPtrArray) lists = adref_party_lists_new(text, parties, FEWEST);
  g_autoptr(AdrefEnglishWords) known = lists->len > 0 ? adref_english_words_new() : NULL;
  for (guint i = 0; i < lists->len; i++) {
    const AdrefPartyList *list = lists->pdata[i];
    const char *words = list->block->own->str;
    gsize end;
    if (ends_with_and(words, list) && begins_subject(words, list->start) &&
        is_singular_verb(known, words, list->end, &end))
      adref_check_add(text, "integrity/agreement", list->block, list->start,
                      "\"%.*s\": the subject is a plural, and the verb is a singular",
                      (int)(end - list->start), list->block->words->str + list->start);
  }
}
