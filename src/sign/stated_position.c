#include "sign/stated_position.h"

#include <string.h>

#include "base/file.h"
#include "base/name.h"
#include "base/string_order.h"
#include "sign/signed_field.h"

static const char key[] = "position ";
static const char *const kinds[] = {"explanation", "disassociation"};

void adref_stated_position_free(AdrefStatedPosition *position)
{
  if (!position)
    return;
  g_free(position->party);
  g_free(position->clause);
  g_free(position->text);
  g_free(position);
}

static GPtrArray *positions_new(void)
{
  return g_ptr_array_new_with_free_func((GDestroyNotify)adref_stated_position_free);
}

static void add(GPtrArray *positions, const char *party, const char *clause, gboolean disassociates,
                const char *text)
{
  AdrefStatedPosition *position = g_new0(AdrefStatedPosition, 1);
  position->party = g_strdup(party);
  position->clause = g_strdup(clause);
  position->disassociates = disassociates;
  position->text = g_strdup(text);
  g_ptr_array_add(positions, position);
}

/* The codes of the parties that may speak for the statement and have a record, sorted. */
static GPtrArray *speakers(const AdrefStatement *statement, const AdrefParties *parties,
                           GHashTable *records)
{
  GPtrArray *codes = g_ptr_array_new();
  GHashTableIter iter;
  gpointer party;
  g_hash_table_iter_init(&iter, records);
  while (g_hash_table_iter_next(&iter, &party, NULL))
    if (adref_parties_may_speak(parties, statement->parties, party))
      g_ptr_array_add(codes, party);
  g_ptr_array_sort(codes, adref_string_order);
  return codes;
}

static void add_of_clause(GPtrArray *positions, const GPtrArray *codes, GHashTable *records,
                          const char *id, AdrefClauseHashes *hashes)
{
  for (guint i = 0; i < codes->len; i++) {
    const AdrefPartyRecord *record = g_hash_table_lookup(records, codes->pdata[i]);
    const AdrefPartyActItem *item = g_hash_table_lookup(record->latest_items, id);
    const char *text = item ? adref_party_act_item_statement(item) : NULL;
    g_autofree char *changed = text ? adref_party_status_changed_in(item, hashes) : NULL;
    if (changed && !*changed)
      add(positions, record->party, id, item->act->type == ADREF_PARTY_ACT_DISASSOCIATE, text);
  }
}

GPtrArray *adref_stated_positions_new(const AdrefLanguageVersions *language_versions,
                                      const AdrefStatement *statement, const AdrefParties *parties,
                                      GHashTable *records)
{
  GPtrArray *positions = positions_new();
  g_autoptr(GPtrArray) codes = speakers(statement, parties, records);
  g_autoptr(AdrefClauseHashes) hashes = adref_clause_hashes_new(language_versions);
  const AdrefNode *text = adref_language_versions_rolling(language_versions);
  for (const AdrefNode *clause = text->first; clause; clause = clause->next)
    if (clause->as.clause->id)
      add_of_clause(positions, codes, records, clause->as.clause->id, hashes);
  return positions;
}

static gboolean is_same(const AdrefStatedPosition *a, const AdrefStatedPosition *b)
{
  return strcmp(a->party, b->party) == 0 && strcmp(a->clause, b->clause) == 0 &&
         a->disassociates == b->disassociates && strcmp(a->text, b->text) == 0;
}

static gboolean has_position(const GPtrArray *positions, const AdrefStatedPosition *position)
{
  for (guint i = 0; i < positions->len; i++)
    if (is_same(positions->pdata[i], position))
      return TRUE;
  return FALSE;
}

char *adref_stated_positions_difference(const GPtrArray *then, const GPtrArray *now)
{
  for (guint i = 0; i < now->len; i++) {
    const AdrefStatedPosition *position = now->pdata[i];
    if (!has_position(then, position))
      return g_strdup_printf("%s has stated its position on %s since", position->party,
                             position->clause);
  }
  for (guint i = 0; i < then->len; i++) {
    const AdrefStatedPosition *position = then->pdata[i];
    if (!has_position(now, position))
      return g_strdup_printf("%s has withdrawn its position on %s since", position->party,
                             position->clause);
  }
  return NULL;
}

/* By memmem(), which is ten times as fast as g_strstr_len(). */
static gboolean has_word(const char *text, gsize length, const char *word)
{
  return memmem(text, length, word, strlen(word)) != NULL;
}

static gboolean has_statement(AdrefFileSource *source, const char *path)
{
  g_autoptr(GBytes) bytes = source->read(source, path, ADREF_YAML_LIMIT, NULL);
  gsize length = 0;
  const char *text = bytes ? g_bytes_get_data(bytes, &length) : NULL;
  return text &&
         (has_word(text, length, "disassociate:") || has_word(text, length, "explanation:"));
}

gboolean adref_stated_positions_exist(AdrefFileSource *source, const char *folder)
{
  g_autofree char *below = g_strconcat(folder, "/record", NULL);
  g_auto(GStrv) paths = source->list(source, below, NULL);
  for (char **path = paths; path && *path; path++)
    if (has_statement(source, *path))
      return TRUE;
  return FALSE;
}

GPtrArray *adref_stated_positions_of(AdrefFileSource *source,
                                     const AdrefLanguageVersions *language_versions,
                                     const AdrefStatement *statement, const AdrefParties *parties,
                                     GError **error)
{
  if (!adref_stated_positions_exist(source, statement->folder))
    return positions_new();
  g_autoptr(GHashTable) records = adref_party_records_read(source, statement->folder, error);
  return records ? adref_stated_positions_new(language_versions, statement, parties, records)
                 : NULL;
}

char *adref_stated_positions_text(const GPtrArray *positions)
{
  GString *text = g_string_new(NULL);
  for (guint i = 0; i < positions->len; i++) {
    const AdrefStatedPosition *position = positions->pdata[i];
    g_string_append_printf(text, "%s%s %s %s: %s\n", key, position->party, position->clause,
                           kinds[position->disassociates], position->text);
  }
  return g_string_free(text, FALSE);
}

/* "position THA energy disassociation: Words." */
static gboolean read_line(GPtrArray *positions, const char *line)
{
  g_auto(GStrv) words = g_strsplit(line + strlen(key), " ", 4);
  if (g_strv_length(words) != 4 || !adref_name_is(ADREF_NAME_PARTY, words[0]) ||
      !adref_name_is(ADREF_NAME_CLAUSE, words[1]) || !adref_signed_field_is_reason(words[3]))
    return FALSE;
  gboolean disassociates = strcmp(words[2], "disassociation:") == 0;
  if (!disassociates && strcmp(words[2], "explanation:") != 0)
    return FALSE;
  add(positions, words[0], words[1], disassociates, words[3]);
  return TRUE;
}

GPtrArray *adref_stated_positions_read(const char *facts)
{
  g_autoptr(GPtrArray) positions = positions_new();
  g_auto(GStrv) lines = g_strsplit(facts, "\n", -1);
  for (char **line = lines; *line; line++)
    if (g_str_has_prefix(*line, key) && !read_line(positions, *line))
      return NULL;
  return g_steal_pointer(&positions);
}
