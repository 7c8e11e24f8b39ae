#include "review/hidden_places.h"

#include <string.h>

#include "review/quote.h"

static void place_free(gpointer data)
{
  AdrefHiddenPlace *place = data;
  g_free(place->part);
  g_free(place->what);
  g_free(place);
}

GPtrArray *adref_hidden_places_new(void)
{
  return g_ptr_array_new_with_free_func(place_free);
}

static AdrefHiddenPlace *add(GPtrArray *places, const char *part, const AdrefNode *node)
{
  AdrefHiddenPlace *place = g_new0(AdrefHiddenPlace, 1);
  place->part = g_strdup(part);
  place->line = node ? node->line : 0;
  place->column = node ? node->column : 0;
  g_ptr_array_add(places, place);
  return place;
}

/* The first character that was written as a number: the escaped form differs from the words. */
static gunichar first_escaped(const char *word, const char *escaped)
{
  gsize i = 0;
  while (word[i] != '\0' && word[i] == escaped[i])
    i++;
  return word[i] != '\0' && escaped[i] == '<' ? g_utf8_get_char(word + i) : 0;
}

static void add_words(GPtrArray *places, const char *part, const AdrefNode *node, const char *words,
                      const char *language)
{
  AdrefHiddenWord found;
  gsize length = strlen(words);
  for (gsize from = 0; adref_hidden_next(words, length, language, from, &found); from = found.end) {
    AdrefHiddenPlace *place = add(places, part, node);
    g_autofree char *word = g_strndup(words + found.start, found.end - found.start);
    g_autofree char *escaped = adref_hidden_escape(word, strlen(word), language, FALSE);
    g_autofree char *quote = adref_quote(escaped, strlen(escaped));
    place->character = first_escaped(word, escaped);
    place->kind = found.kind;
    place->what = g_strdup_printf("%s in \"%s\"", adref_hidden_kind_word(found.kind), quote);
  }
}

void adref_hidden_places_add_words(GPtrArray *places, const char *part, const char *words,
                                   const char *language)
{
  if (words)
    add_words(places, part, NULL, words, language);
}

/* "op ferries"; "op 12" for a clause without an id; NULL for one without either. */
static char *name_of(const AdrefNode *clause)
{
  const AdrefClause *facts = clause->as.clause;
  const char *name = facts->id ? facts->id : facts->number;
  return name ? g_strdup_printf("%s %s", adref_clause_kind_word(facts->kind), name) : NULL;
}

static void add_node(GPtrArray *places, const char *part, const AdrefNode *node,
                     const char *language)
{
  gboolean is_image = node->type == ADREF_IMAGE;
  const char *title = is_image || node->type == ADREF_LINK ? node->as.link.title : "";
  if (node->text && node->type != ADREF_NOTE && node->type != ADREF_COMMENT)
    add_words(places, part, node, node->text, language);
  if (title[0] == '\0')
    return;
  g_autofree char *escaped = adref_hidden_escape(title, strlen(title), language, FALSE);
  g_autofree char *quote = adref_quote(escaped, strlen(escaped));
  AdrefHiddenPlace *place = add(places, part, node);
  place->is_title = TRUE;
  place->what = g_strdup_printf("title of %s, which no page prints: \"%s\"",
                                is_image ? "an image" : "a link", quote);
}

void adref_hidden_places_add_document(GPtrArray *places, const AdrefNode *document,
                                      const char *language)
{
  for (const AdrefNode *clause = document->first; clause; clause = clause->next) {
    g_autofree char *part = name_of(clause);
    AdrefWalk walk = adref_walk(clause);
    while (adref_walk_next(&walk))
      if (walk.entering)
        add_node(places, part, walk.node, language);
  }
}

char *adref_hidden_place_text(const AdrefHiddenPlace *place)
{
  return g_strdup_printf("%s%s%s", place->part ? place->part : "", place->part ? ": " : "",
                         place->what);
}
