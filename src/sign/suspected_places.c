#include "sign/suspected_places.h"

#include <string.h>

#include "clause/brackets/suspected_position.h"
#include "sign/settled_words.h"

enum {
  MAX_LISTED = 20,        /* places that a refusal names */
  MAX_STRANGER_PLACES = 3 /* of a party that is not in the talks */
};

static void place_free(gpointer data)
{
  AdrefSuspectedPlace *place = data;
  g_free(place->place);
  g_free(place->part);
  g_free(place->clause);
  g_free(place->words);
  g_strfreev(place->parties);
  g_strfreev(place->missing);
  g_free(place);
}

static AdrefSuspectedPlace *add(GPtrArray *places, const AdrefSuspectedPosition *position)
{
  AdrefSuspectedPlace *place = g_new0(AdrefSuspectedPlace, 1);
  place->words = g_strdup(position->words);
  place->kind = adref_suspected_kind_words(position->kind);
  place->parties = g_strdupv(position->parties);
  place->missing = g_new0(char *, 1);
  g_ptr_array_add(places, place);
  return place;
}

static char *name_of(const AdrefNode *clause)
{
  const AdrefClause *facts = clause ? clause->as.clause : NULL;
  const char *name = facts ? facts->id ? facts->id : facts->number : NULL;
  return name ? g_strdup_printf("%s %s", adref_clause_kind_word(facts->kind), name) : NULL;
}

/* Who has to say it. What a clause's hash does not cover cannot be settled: the clause has no id,
 * or it is a comment. */
static void settle(AdrefSuspectedPlace *place, const AdrefSettledWords *settled,
                   const AdrefSuspectedPosition *position, const char *language)
{
  const char *id = position->clause ? position->clause->as.clause->id : NULL;
  if (!id || position->kind == ADREF_SUSPECTED_IN_COMMENT)
    return;
  place->clause = g_strdup(id);
  g_autoptr(GPtrArray) missing = adref_settled_words_missing(settled, id, language, place->parties);
  place->settled = missing == NULL;
  if (!missing)
    return;
  g_ptr_array_add(missing, NULL);
  g_strfreev(place->missing);
  place->missing = g_strdupv((char **)missing->pdata);
}

/* Whether a text was read, by a reading that others may share, with these parties. */
static gboolean has_reading(const AdrefLanguageVersion *version, const AdrefParties *parties)
{
  return version->reading && version->reading->parties == adref_parties_names(parties);
}

/* What was found in a text; caller unrefs. */
static GPtrArray *positions_of(const AdrefLanguageVersion *version, const AdrefParties *parties)
{
  gsize length;
  const char *text = g_bytes_get_data(version->bytes, &length);
  if (has_reading(version, parties))
    return g_ptr_array_ref((GPtrArray *)(guintptr)adref_reading_suspected(version->reading));
  return adref_suspected_positions_find(version->document, text, length,
                                        adref_parties_names(parties));
}

static void add_text(GPtrArray *places, const AdrefLanguageVersion *version,
                     const AdrefSettledWords *settled, gboolean comments)
{
  g_autoptr(GPtrArray) found = positions_of(version, settled->parties);
  for (guint i = 0; i < found->len; i++) {
    const AdrefSuspectedPosition *position = found->pdata[i];
    if (position->kind == ADREF_SUSPECTED_IN_COMMENT && !comments)
      continue;
    AdrefSuspectedPlace *place = add(places, position);
    place->place =
        g_strdup_printf("%s:%u:%u", version->path, position->line, MAX(position->column, 1));
    place->part = name_of(position->clause);
    settle(place, settled, position, version->language);
  }
}

static void add_fact(GPtrArray *places, const AdrefStatement *statement,
                     const AdrefParties *parties, const char *fact, const char *language,
                     const char *words)
{
  g_autoptr(GPtrArray) found =
      words ? adref_suspected_positions_find_words(words, adref_parties_names(parties)) : NULL;
  for (guint i = 0; found && i < found->len; i++) {
    AdrefSuspectedPlace *place = add(places, found->pdata[i]);
    place->place = g_strdup(statement->path);
    place->part = g_strdup_printf("the %s in %s", fact, language);
  }
}

static void add_facts(GPtrArray *places, const AdrefStatement *statement,
                      const AdrefParties *parties)
{
  for (char **language = statement->languages; *language; language++) {
    const char *title =
        statement->title ? adref_localized_text_get(statement->title, *language) : NULL;
    g_autofree char *where =
        statement->place ? adref_value_print(statement->place, "", *language) : NULL;
    add_fact(places, statement, parties, "title", *language, title);
    add_fact(places, statement, parties, "place", *language, where);
  }
}

/* Looks through the texts, in two threads. */
static void find_all(const AdrefLanguageVersions *versions, const AdrefParties *parties)
{
  g_autofree AdrefReading **readings = g_new(AdrefReading *, versions->items->len + 1);
  guint count = 0;
  for (guint i = 0; i < versions->items->len; i++) {
    const AdrefLanguageVersion *version = versions->items->pdata[i];
    if (has_reading(version, parties))
      readings[count++] = version->reading;
  }
  adref_readings_find_suspected(readings, count);
}

GPtrArray *adref_suspected_places_new(const AdrefLanguageVersions *language_versions,
                                      const AdrefStatement *statement, const AdrefParties *parties,
                                      GHashTable *records, gboolean comments)
{
  GPtrArray *places = g_ptr_array_new_with_free_func(place_free);
  g_autoptr(AdrefClauseHashes) hashes = adref_clause_hashes_new(language_versions);
  const AdrefSettledWords settled = {statement, parties, records, hashes};
  add_facts(places, statement, parties);
  find_all(language_versions, parties);
  for (guint i = 0; i < language_versions->items->len; i++)
    add_text(places, language_versions->items->pdata[i], &settled, comments);
  return places;
}

GPtrArray *adref_suspected_places_of_text(const AdrefNode *document, const char *source,
                                          gsize length, const char *name,
                                          const AdrefParties *parties)
{
  GPtrArray *places = g_ptr_array_new_with_free_func(place_free);
  g_autoptr(GPtrArray) found =
      adref_suspected_positions_find(document, source, length, adref_parties_names(parties));
  for (guint i = 0; i < found->len; i++) {
    const AdrefSuspectedPosition *position = found->pdata[i];
    if (position->kind == ADREF_SUSPECTED_IN_COMMENT)
      continue;
    AdrefSuspectedPlace *place = add(places, position);
    place->place = g_strdup_printf("%s:%u:%u", name, position->line, MAX(position->column, 1));
    place->part = name_of(position->clause);
  }
  return places;
}

gboolean adref_suspected_place_is_in(const AdrefSuspectedPlace *place, const char *path)
{
  return g_str_has_prefix(place->place, path) && place->place[strlen(path)] == ':';
}

guint adref_suspected_places_count(const GPtrArray *places)
{
  guint count = 0;
  for (guint i = 0; i < places->len; i++)
    count += ((const AdrefSuspectedPlace *)places->pdata[i])->settled ? 0 : 1;
  return count;
}

char *adref_suspected_place_line(const AdrefSuspectedPlace *place)
{
  return g_strdup_printf("%s: %s%s\"%s\" %s looks like a position", place->place,
                         place->part ? place->part : "", place->part ? ": " : "", place->words,
                         place->kind);
}

char *adref_suspected_place_state(const AdrefSuspectedPlace *place)
{
  g_autofree char *missing = g_strjoinv(", ", place->missing);
  if (place->settled)
    return g_strdup("; the parties have said that it is words");
  if (!place->clause)
    return g_strdup("; only other words help here");
  return g_strdup_printf("; %s can say that it is words",
                         *missing ? missing : "any party of the talks");
}

char *adref_suspected_places_refusal(const GPtrArray *places)
{
  guint count = adref_suspected_places_count(places), listed = 0;
  if (count == 0)
    return NULL;
  GString *text = g_string_new(NULL);
  for (guint i = 0; i < places->len && listed < MAX_LISTED; i++) {
    const AdrefSuspectedPlace *place = places->pdata[i];
    if (place->settled)
      continue;
    g_autofree char *line = adref_suspected_place_line(place);
    g_autofree char *state = adref_suspected_place_state(place);
    g_string_append_printf(text, "%s%s%s", listed++ > 0 ? "\n" : "", line, state);
  }
  if (count > listed)
    g_string_append_printf(text, "\nand %u more", count - listed);
  g_string_append(text,
                  "\nWrite a position in a bracket, [words - PARTY]; or its party says that it "
                  "is words: adref agree --as-words CLAUSE --as PARTY --reason TEXT");
  return g_string_free(text, FALSE);
}

/* --- parties that are not in the talks --- */

/* Whether the code is a party of the talks, a member of one, or a group with a member in them. */
static gboolean takes_part(const AdrefStatement *statement, const AdrefParties *parties,
                           const char *code)
{
  const AdrefParty *party = adref_parties_get(parties, code);
  for (char **talks = statement->parties; talks && *talks; talks++) {
    const AdrefParty *group = adref_parties_get(parties, *talks);
    if (strcmp(*talks, code) == 0 ||
        (group && group->members && g_strv_contains((const char *const *)group->members, code)) ||
        (party && party->members && g_strv_contains((const char *const *)party->members, *talks)))
      return TRUE;
  }
  return FALSE;
}

/* A party that takes no part, and where it stands. */
typedef struct {
  const char *code;
  GHashTable *seen;  /* of char *: its places, "op ferries (en)" */
  GPtrArray *places; /* the same, in order */
} Stranger;

typedef struct {
  const AdrefStatement *statement;
  const AdrefParties *parties;
  GHashTable *insiders; /* codes that were found to take part */
  GArray *strangers;    /* of Stranger */
} StrangerSearch;

static void stranger_clear(gpointer stranger)
{
  g_ptr_array_unref(((Stranger *)stranger)->places);
  g_hash_table_unref(((Stranger *)stranger)->seen);
}

static gboolean is_stranger(const StrangerSearch *self, const char *code)
{
  if (g_hash_table_contains(self->insiders, code))
    return FALSE;
  if (!takes_part(self->statement, self->parties, code))
    return TRUE;
  g_hash_table_add(self->insiders, (gpointer)(guintptr)code);
  return FALSE;
}

static void add_stranger(StrangerSearch *self, const char *code, char *place)
{
  Stranger *found = NULL;
  for (guint i = 0; i < self->strangers->len && !found; i++) {
    Stranger *each = &g_array_index(self->strangers, Stranger, i);
    found = strcmp(each->code, code) == 0 ? each : NULL;
  }
  if (!found) {
    Stranger stranger = {code, g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                         g_ptr_array_new()};
    g_array_append_val(self->strangers, stranger);
    found = &g_array_index(self->strangers, Stranger, self->strangers->len - 1);
  }
  if (g_hash_table_contains(found->seen, place)) {
    g_free(place);
    return;
  }
  g_hash_table_add(found->seen, place);
  g_ptr_array_add(found->places, place);
}

static void add_strangers(StrangerSearch *self, const AdrefLanguageVersion *version,
                          const AdrefNode *clause, const GPtrArray *groups)
{
  for (guint i = 0; groups && i < groups->len; i++)
    for (char **code = ((const AdrefPosition *)groups->pdata[i])->parties; *code; code++) {
      if (!is_stranger(self, *code))
        continue;
      g_autofree char *name = name_of(clause);
      add_stranger(
          self, *code,
          g_strdup_printf("%s (%s)", name ? name : "a clause without a name", version->language));
    }
}

/* "op ferries (en), op ports (en) and 3 more places" */
static void put_places(GString *line, const GPtrArray *places)
{
  guint shown = places->len > MAX_STRANGER_PLACES + 1 ? MAX_STRANGER_PLACES : places->len;
  for (guint i = 0; i < shown; i++)
    g_string_append_printf(line, "%s%s", i > 0 ? ", " : "", (const char *)places->pdata[i]);
  if (shown < places->len)
    g_string_append_printf(line, " and %u more places", places->len - shown);
}

/* One line for all; NULL: there are none. */
static char *stranger_line(const GArray *strangers)
{
  GString *line = g_string_new(NULL);
  if (strangers->len == 1) {
    const Stranger *only = &g_array_index(strangers, Stranger, 0);
    g_string_append_printf(line, "%s stands in %s of ", only->code,
                           only->places->len > 1 ? "brackets" : "a bracket");
    put_places(line, only->places);
    g_string_append(line, ", and is no party of these talks");
  }
  for (guint i = 0; strangers->len > 1 && i < strangers->len; i++)
    g_string_append_printf(line, "%s%s",
                           i == 0                    ? ""
                           : i + 1 == strangers->len ? " and "
                                                     : ", ",
                           g_array_index(strangers, Stranger, i).code);
  if (strangers->len > 1)
    g_string_append(line, " stand in brackets, and are no parties of these talks");
  return g_string_free(line, strangers->len == 0);
}

char **adref_suspected_places_strangers(const AdrefLanguageVersions *language_versions,
                                        const AdrefStatement *statement,
                                        const AdrefParties *parties)
{
  StrangerSearch self = {statement, parties, g_hash_table_new(g_str_hash, g_str_equal),
                         g_array_new(FALSE, FALSE, sizeof(Stranger))};
  g_array_set_clear_func(self.strangers, stranger_clear);
  for (guint i = 0; statement->parties && *statement->parties && i < language_versions->items->len;
       i++) {
    const AdrefLanguageVersion *version = language_versions->items->pdata[i];
    const AdrefNode *clause = NULL;
    AdrefWalk walk = adref_walk(version->document);
    while (adref_walk_next(&walk)) {
      const AdrefNode *node = walk.node;
      if (node->type == ADREF_CLAUSE)
        clause = node;
      else if (walk.entering && node->type == ADREF_ALTERNATIVE)
        add_strangers(&self, version, clause, node->as.positions.groups);
      else if (walk.entering && node->type == ADREF_BRACKET_EDGE)
        add_strangers(&self, version, clause, node->as.edge.groups);
    }
  }
  char **lines = g_new0(char *, 2);
  lines[0] = stranger_line(self.strangers);
  g_hash_table_unref(self.insiders);
  g_array_unref(self.strangers);
  return lines;
}
