#include "work/check/hidden_check.h"

#include "review/hidden_places.h"

enum {
  MAX_WARNINGS = 20,
  MAX_EXACT = 20
};

/* "en.md:12:4: op ferries: soft hyphen in ...". */
static char *line_of(const AdrefHiddenPlace *place, const AdrefSourceText *source, gboolean exact)
{
  guint line = place->line, column = place->column;
  g_autofree char *text = adref_hidden_place_text(place);
  if (line == 0)
    return g_strdup_printf("%s: %s", source->name, text);
  if (exact && place->character > 0)
    adref_source_text_find(source, place->character, &line, &column);
  return g_strdup_printf("%s:%u:%u: %s", source->name, line, MAX(column, 1), text);
}

/* To find an exact column takes a search of the file: many places have that of their words. */
static void add_lines(GPtrArray *lines, const GPtrArray *places, const AdrefSourceText *source)
{
  for (guint i = 0; i < places->len; i++)
    g_ptr_array_add(lines, line_of(places->pdata[i], source, i < MAX_EXACT));
}

static void say_lines(const AdrefSession *session, const GPtrArray *lines)
{
  for (guint i = 0; i < lines->len && i < MAX_WARNINGS; i++)
    adref_session_say(session, "%s; a reader cannot see it", (const char *)lines->pdata[i]);
  if (lines->len > MAX_WARNINGS)
    adref_session_say(session, "and %u more such places", lines->len - MAX_WARNINGS);
}

void adref_hidden_check_say_text(const AdrefText *text, const AdrefNode *document)
{
  g_autoptr(GPtrArray) places = adref_hidden_places_new();
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func(g_free);
  AdrefSourceText source = adref_text_source_text(text);
  adref_hidden_places_add_document(places, document, text->language);
  add_lines(lines, places, &source);
  say_lines(text->session, lines);
}

/* The names of the parties in all languages of the statement. */
static void add_names(GPtrArray *places, const AdrefStatement *statement,
                      const AdrefParties *parties, const char *language)
{
  for (char **code = statement->parties; code && *code; code++) {
    const AdrefParty *party = adref_parties_get(parties, *code);
    if (!party)
      continue;
    g_autofree char *part = g_strdup_printf("the name of %s in %s", *code, language);
    adref_hidden_places_add_words(places, part, adref_party_short(party, language), language);
    if (adref_party_long(party, language) != adref_party_short(party, language))
      adref_hidden_places_add_words(places, part, adref_party_long(party, language), language);
  }
}

static void add_facts(GPtrArray *lines, const AdrefStatement *statement,
                      const AdrefParties *parties)
{
  g_autoptr(GPtrArray) places = adref_hidden_places_new();
  AdrefSourceText source = {.name = statement->path};
  for (char **language = statement->languages; *language; language++) {
    g_autofree char *part = g_strdup_printf("the title in %s", *language);
    if (statement->title)
      adref_hidden_places_add_words(
          places, part, adref_localized_text_get(statement->title, *language), *language);
    add_names(places, statement, parties, *language);
  }
  for (char **language = statement->languages; statement->place && *language; language++) {
    g_autofree char *part = g_strdup_printf("the place in %s", *language);
    g_autofree char *words = adref_value_print(statement->place, "", *language);
    adref_hidden_places_add_words(places, part, words, *language);
  }
  add_lines(lines, places, &source);
}

void adref_hidden_check_say_facts(AdrefSession *session, const AdrefStatement *statement)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func(g_free);
  add_facts(lines, statement, adref_library_parties(session->library));
  say_lines(session, lines);
}

GPtrArray *adref_hidden_check_snapshot(const AdrefStatementSnapshot *snapshot)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);
  add_facts(lines, snapshot->statement, adref_library_parties(snapshot->library));
  const GPtrArray *versions = snapshot->language_versions->items;
  for (guint i = 0; i < versions->len; i++) {
    const AdrefLanguageVersion *version = versions->pdata[i];
    g_autoptr(GPtrArray) places = adref_hidden_places_new();
    gsize length;
    const char *bytes = g_bytes_get_data(version->bytes, &length);
    AdrefSourceText source = {version->path, bytes, length};
    adref_hidden_places_add_document(places, version->document, version->language);
    add_lines(lines, places, &source);
  }
  return lines;
}
