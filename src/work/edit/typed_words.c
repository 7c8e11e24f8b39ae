#include "work/edit/typed_words.h"

#include <string.h>

#include "clause/inline_normalize.h"
#include "clause/proposals/bracket_build.h"

/* The only paragraph of a document; NULL: it has other blocks. */
static AdrefNode *only_paragraph(const AdrefNode *document)
{
  AdrefNode *clause = document->first;
  AdrefNode *block = clause && clause == document->last ? clause->first : NULL;
  return block && block == clause->last && block->type == ADREF_PARAGRAPH ? block : NULL;
}

/* How many brackets have no other end; *edge is the last of them. */
static guint count_edges(const AdrefNode *root, const AdrefNode **edge)
{
  guint count = 0;
  AdrefWalk walk = adref_walk(root);
  while (adref_walk_next(&walk)) {
    if (!walk.entering || walk.node->type != ADREF_BRACKET_EDGE || walk.node->as.edge.partner)
      continue;
    *edge = walk.node;
    count++;
  }
  return count;
}

gboolean adref_typed_words_check_brackets(const AdrefNode *words, const AdrefNode *known,
                                          GError **error)
{
  const AdrefNode *edge = NULL, *other = NULL;
  if (count_edges(words, &edge) <= (known ? count_edges(known, &other) : 0))
    return TRUE;
  const char *sign = edge->as.edge.opens ? "[" : "]";
  adref_error(error, ADREF_ERROR_USAGE,
              "the words have a \"%s\" without its \"%s\"; give both, or write \\%s where it is a "
              "letter",
              sign, edge->as.edge.opens ? "]" : "[", sign);
  return FALSE;
}

AdrefNode *adref_typed_words(const AdrefText *text, const char *words, GError **error)
{
  g_autofree char *line = g_strstrip(adref_inline_normalize_spaces(g_strdup(words)));
  if (!*line) {
    adref_error(error, ADREF_ERROR_USAGE, "there are no words to propose");
    return NULL;
  }
  g_autoptr(AdrefNode) document = adref_text_parse(text, line, strlen(line), NULL, error);
  if (!document || !adref_typed_words_check_brackets(document, NULL, error))
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

gboolean adref_typed_words_divide(const char *typed, char **old, char **new)
{
  const char *arrow = strstr(typed, ADREF_TYPED_ARROW);
  if (!arrow)
    return FALSE;
  *old = g_strstrip(g_strndup(typed, (gsize)(arrow - typed)));
  *new = g_strstrip(g_strdup(arrow + strlen(ADREF_TYPED_ARROW)));
  return TRUE;
}

static void refuse_place(const AdrefText *text, const AdrefNode *clause, const char *name,
                         const char *old, guint count, GError **error)
{
  g_autofree char *nearest = adref_word_places_nearest(clause, old);
  if (count > 1)
    adref_error(error, ADREF_ERROR_REFUSED,
                "--lang %s: \"%s\" stands at %u places of %s; give more of the words around it",
                text->language, old, count, name);
  else
    adref_error(error, ADREF_ERROR_NOT_FOUND, "--lang %s: \"%s\" does not stand in %s%s%s%s",
                text->language, old, name, nearest ? "; the nearest words there are \"" : "",
                nearest ? nearest : "", nearest ? "\"" : "");
}

gboolean adref_typed_words_place(const AdrefText *text, const AdrefNode *clause, const char *name,
                                 const char *old, AdrefWordPlace *place, GError **error)
{
  g_autoptr(GArray) places = adref_word_places_find(clause, old);
  if (places->len != 1) {
    refuse_place(text, clause, name, old, places->len, error);
    return FALSE;
  }
  *place = g_array_index(places, AdrefWordPlace, 0);
  return TRUE;
}

/* The first footnote mark in the nodes from `first` to `last`, or NULL. */
static const AdrefNode *find_footnote(const AdrefNode *first, const AdrefNode *last)
{
  for (const AdrefNode *node = first;; node = node->next) {
    AdrefWalk walk = adref_walk(node);
    while (adref_walk_next(&walk))
      if (walk.node->type == ADREF_FOOTNOTE)
        return walk.node;
    if (node == last)
      return NULL;
  }
}

gboolean adref_typed_words_replace(const AdrefText *text, AdrefNode *clause, const char *name,
                                   const char *old, const char *new, GError **error)
{
  AdrefWordPlace place;
  g_autoptr(AdrefNode) words = *new ? adref_typed_words(text, new, error) : NULL;
  if ((*new && !words) || !adref_typed_words_place(text, clause, name, old, &place, error))
    return FALSE;
  AdrefNode *first, *last;
  adref_word_place_isolate(&place, &first, &last);
  const AdrefNode *footnote = find_footnote(first, last);
  if (footnote) {
    adref_error(
        error, ADREF_ERROR_REFUSED,
        "--lang %s: the mark of footnote %s stands in \"%s\"; give words that end before it",
        text->language, footnote->text, old);
    return FALSE;
  }
  AdrefNode *bracket = adref_bracket_wrap(first, last);
  if (words)
    adref_bracket_take(adref_bracket_add(bracket, words));
  else
    adref_bracket_remove(bracket);
  return TRUE;
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
