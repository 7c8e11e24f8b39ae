#include "sign/party_record.h"

#include <string.h>

#include "base/file.h"
#include "base/name.h"
#include "base/parallel_for.h"
#include "draft/data/yaml.h"
#include "draft/statement/statement.h"
#include "sign/signed_field.h"

enum {
  HASH_DIGITS = 64
};

static const char *const types[] = {"agree",       "reserve",       "reopen",
                                    "difference",  "disassociate",  "words",
                                    "translation", "working-group", "confirm"};

const char *adref_party_act_word(AdrefPartyActType type)
{
  return types[type];
}

gboolean adref_party_act_needs_reason(AdrefPartyActType type)
{
  return type != ADREF_PARTY_ACT_AGREE && type != ADREF_PARTY_ACT_WORKING_GROUP &&
         type != ADREF_PARTY_ACT_CONFIRM;
}

static void item_free(gpointer data)
{
  AdrefPartyActItem *item = data;
  g_free(item->clause);
  g_free(item->hashes);
  g_free(item->written);
  g_free(item);
}

static void act_free(gpointer data)
{
  AdrefPartyAct *act = data;
  g_free(act->reason);
  g_free(act->explanation);
  g_free(act->time);
  g_free(act->by);
  g_ptr_array_unref(act->items);
  g_free(act);
}

AdrefPartyRecord *adref_party_record_new(const char *party)
{
  AdrefPartyRecord *record = g_new0(AdrefPartyRecord, 1);
  record->party = g_strdup(party);
  record->acts = g_ptr_array_new_with_free_func(act_free);
  record->latest_items = g_hash_table_new(g_str_hash, g_str_equal);
  record->differences = g_hash_table_new(g_str_hash, g_str_equal);
  record->words = g_hash_table_new(g_str_hash, g_str_equal);
  record->confirmations = g_hash_table_new(g_str_hash, g_str_equal);
  record->translations = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  return record;
}

void adref_party_record_free(AdrefPartyRecord *record)
{
  if (!record)
    return;
  g_hash_table_unref(record->words);
  g_hash_table_unref(record->confirmations);
  g_hash_table_unref(record->translations);
  g_hash_table_unref(record->differences);
  g_hash_table_unref(record->latest_items);
  g_ptr_array_unref(record->acts);
  g_free(record->statement);
  g_free(record->foreign);
  g_free(record->party);
  g_free(record);
}

int adref_party_record_compare(gconstpointer a, gconstpointer b)
{
  return strcmp((*(AdrefPartyRecord *const *)a)->party, (*(AdrefPartyRecord *const *)b)->party);
}

void adref_party_record_set_statement(AdrefPartyRecord *record, const char *statement)
{
  g_free(record->statement);
  record->statement = g_strdup(statement);
  g_clear_pointer(&record->foreign, g_free);
}

void adref_party_record_disown(AdrefPartyRecord *record, const char *statement)
{
  char *foreign = g_strdup(statement);
  g_hash_table_remove_all(record->words);
  g_hash_table_remove_all(record->confirmations);
  g_hash_table_remove_all(record->translations);
  g_hash_table_remove_all(record->differences);
  g_hash_table_remove_all(record->latest_items);
  g_ptr_array_set_size(record->acts, 0);
  g_free(record->foreign);
  record->foreign = foreign;
}

AdrefPartyAct *adref_party_record_add_act(AdrefPartyRecord *record, AdrefPartyActType type,
                                          const char *reason, const char *time, const char *by)
{
  AdrefPartyAct *act = g_new0(AdrefPartyAct, 1);
  act->type = type;
  act->form = ADREF_PARTY_ACT_FORM;
  act->reason = g_strdup(reason);
  act->time = g_strdup(time);
  act->by = g_strdup(by);
  act->items = g_ptr_array_new_with_free_func(item_free);
  g_ptr_array_add(record->acts, act);
  return act;
}

/* "fr training", of an item with the hashes of two languages. Caller frees; NULL: it has one. */
static char *translation_key(const AdrefPartyActItem *item)
{
  g_auto(GStrv) words = g_strsplit(item->hashes, " ", 4);
  return g_strv_length(words) == 4 ? g_strdup_printf("%s %s", words[2], item->clause) : NULL;
}

gboolean adref_party_record_needs_no_change(const AdrefPartyRecord *record, const char *clause,
                                            const char *language, const char *now)
{
  g_autofree char *key = g_strdup_printf("%s %s", language, clause);
  const AdrefPartyActItem *item = g_hash_table_lookup(record->translations, key);
  return item && strcmp(item->hashes, now) == 0;
}

void adref_party_act_add_item(AdrefPartyRecord *record, AdrefPartyAct *act, const char *clause,
                              char *hashes)
{
  AdrefPartyActItem *item = g_new0(AdrefPartyActItem, 1);
  item->clause = g_strdup(clause);
  item->hashes = hashes;
  item->act = act;
  g_ptr_array_add(act->items, item);
  if (act->type == ADREF_PARTY_ACT_TRANSLATION) {
    char *key = translation_key(item);
    if (key)
      g_hash_table_replace(record->translations, key, item);
    return;
  }
  GHashTable *items = act->type == ADREF_PARTY_ACT_DIFFERENCE ? record->differences
                      : act->type == ADREF_PARTY_ACT_WORDS    ? record->words
                      : act->type == ADREF_PARTY_ACT_CONFIRM  ? record->confirmations
                                                              : record->latest_items;
  g_hash_table_replace(items, item->clause, item);
  if (act->type == ADREF_PARTY_ACT_RESERVE || act->type == ADREF_PARTY_ACT_REOPEN) {
    g_hash_table_remove(record->confirmations, clause);
    g_hash_table_remove(record->differences, clause);
    g_hash_table_remove(record->words, clause);
  }
  if (act->type == ADREF_PARTY_ACT_DISASSOCIATE)
    g_hash_table_remove(record->confirmations, clause);
}

const char *adref_party_act_item_statement(const AdrefPartyActItem *item)
{
  const AdrefPartyAct *act = item->act;
  return act->type == ADREF_PARTY_ACT_DISASSOCIATE ? act->reason : act->explanation;
}

/* A pointer to the end of "en 1f0a...", or NULL when the text does not begin with such a hash. */
static const char *pass_hash(const char *text)
{
  gsize language = strcspn(text, " ");
  g_autofree char *name = g_strndup(text, language);
  if (text[language] != ' ' || !adref_name_is(ADREF_NAME_LANGUAGE, name))
    return NULL;
  const char *digits = text + language + 1;
  return strspn(digits, "0123456789abcdef") == HASH_DIGITS ? digits + HASH_DIGITS : NULL;
}

static gboolean are_hashes(const char *text)
{
  for (const char *at = text; (at = pass_hash(at)); at++)
    if (*at != ' ')
      return *at == '\0';
  return FALSE;
}

const char *adref_party_act_item_hash(const AdrefPartyActItem *item, const char *language)
{
  gsize length = strlen(language);
  for (const char *at = item->hashes; at && *at;) {
    const char *digits = strchr(at, ' ');
    if (!digits)
      return NULL;
    if ((gsize)(digits - at) == length && strncmp(at, language, length) == 0)
      return digits + 1;
    at = strchr(digits + 1, ' ');
    at = at ? at + 1 : NULL;
  }
  return NULL;
}

static gboolean read_item(AdrefPartyRecord *record, AdrefPartyAct *act, const AdrefYaml *node,
                          GError **error)
{
  if (!adref_name_is(ADREF_NAME_CLAUSE, node->key)) {
    adref_error_at(error, ADREF_ERROR_INPUT, node->key_place,
                   "\"%s\" is not the id of a clause; allowed is %s", node->key,
                   adref_name_rule(ADREF_NAME_CLAUSE));
    return FALSE;
  }
  if (node->type != ADREF_YAML_SCALAR || !are_hashes(node->text)) {
    g_autofree char *described = adref_yaml_describe(node);
    adref_error_at(error, ADREF_ERROR_INPUT, node->place,
                   "%s: %s; allowed are languages, each with the 64 digits of the clause's hash",
                   node->key, described);
    return FALSE;
  }
  adref_party_act_add_item(record, act, node->key, g_strdup(node->text));
  return TRUE;
}

static gboolean read_items(AdrefPartyRecord *record, AdrefPartyAct *act, const AdrefYaml *map,
                           GError **error)
{
  if (map->type != ADREF_YAML_MAP || map->items->len == 0) {
    adref_error_at(error, ADREF_ERROR_INPUT, map->place,
                   "%s needs a map: the id of each clause and its hashes", map->key);
    return FALSE;
  }
  for (guint i = 0; i < map->items->len; i++)
    if (!read_item(record, act, map->items->pdata[i], error))
      return FALSE;
  return TRUE;
}

/* The one key of an entry that names an act. */
static const AdrefYaml *find_act(const AdrefYaml *entry, AdrefPartyActType *type, GError **error)
{
  const AdrefYaml *found = NULL;
  guint count = 0;
  for (guint i = 0; i < G_N_ELEMENTS(types); i++) {
    const AdrefYaml *node = adref_yaml_get(entry, types[i]);
    if (!node)
      continue;
    found = node;
    *type = (AdrefPartyActType)i;
    count++;
  }
  if (count == 1)
    return found;
  adref_error_at(
      error, ADREF_ERROR_INPUT, entry->place,
      "an act is one of agree, reserve, reopen, difference, disassociate, words, translation, "
      "working-group and confirm");
  return NULL;
}

static gboolean fail_act(const AdrefYaml *entry, const char *what, GError **error)
{
  adref_error_at(error, ADREF_ERROR_INPUT, entry->place, "%s", what);
  return FALSE;
}

/* An act of a later form than this adref knows is refused by its number. */
static gboolean read_form(const AdrefYaml *entry, guint *form, GError **error)
{
  gint64 number = 1;
  if (!adref_yaml_integer(entry, "form", &number, error))
    return FALSE;
  *form = (guint)CLAMP(number, 0, G_MAXINT);
  if (*form >= 1 && *form <= ADREF_PARTY_ACT_FORM)
    return TRUE;
  adref_error_at(error, ADREF_ERROR_INPUT, adref_yaml_get(entry, "form")->place,
                 "an act of form %" G_GINT64_FORMAT "; this adref knows the forms 1 to %d, and a "
                 "later adref may know more",
                 number, ADREF_PARTY_ACT_FORM);
  return FALSE;
}

static gboolean read_act(AdrefPartyRecord *record, const AdrefYaml *entry, GError **error)
{
  static const char *const keys[] = {"agree",        "reserve", "reopen",      "difference",
                                     "disassociate", "words",   "translation", "working-group",
                                     "confirm",      "reason",  "explanation", "time",
                                     "by",           "form",    NULL};
  guint form;
  const char *reason = NULL, *explanation = NULL, *time = NULL, *by = NULL;
  AdrefPartyActType type = ADREF_PARTY_ACT_AGREE;
  if (!adref_yaml_check_keys(entry, "an act", keys, error) ||
      !adref_yaml_text(entry, "reason", &reason, error) ||
      !adref_yaml_text(entry, "explanation", &explanation, error) ||
      !adref_yaml_text(entry, "time", &time, error) || !adref_yaml_text(entry, "by", &by, error) ||
      !read_form(entry, &form, error))
    return FALSE;
  const AdrefYaml *items = find_act(entry, &type, error);
  if (!items)
    return FALSE;
  if (!time || !by)
    return fail_act(entry, "an act needs a time and by whom it was done", error);
  if (adref_party_act_needs_reason(type) && (!reason || !*reason))
    return fail_act(entry, "all acts but agree, working-group and confirm need a reason", error);
  const char *said = explanation                            ? explanation
                     : type == ADREF_PARTY_ACT_DISASSOCIATE ? reason
                                                            : NULL;
  if (explanation && type != ADREF_PARTY_ACT_AGREE)
    return fail_act(entry, "only agree has an explanation", error);
  if (said && !adref_signed_field_is_reason(said))
    return fail_act(
        entry, "a statement that pages print is one line of letters, at most 2000 bytes", error);
  AdrefPartyAct *act = adref_party_record_add_act(record, type, reason, time, by);
  act->explanation = g_strdup(explanation);
  act->form = form;
  return read_items(record, act, items, error);
}

static gboolean check_party(const AdrefYaml *root, const char *party, GError **error)
{
  const char *said = NULL;
  if (!adref_yaml_text(root, "party", &said, error))
    return FALSE;
  if (said && strcmp(said, party) == 0)
    return TRUE;
  const AdrefYaml *node = adref_yaml_get(root, "party");
  adref_error_at(error, ADREF_ERROR_INPUT, node ? node->place : root->place,
                 "this must be the record of %s, as the file's name says", party);
  return FALSE;
}

/* The id of the statement, NULL where the record names none. */
static gboolean read_statement(AdrefPartyRecord *record, const AdrefYaml *root, GError **error)
{
  const char *said = NULL;
  if (!adref_yaml_text(root, "statement", &said, error))
    return FALSE;
  record->statement = g_strdup(said);
  if (!said || adref_name_is(ADREF_NAME_STATEMENT, said))
    return TRUE;
  adref_error_at(error, ADREF_ERROR_INPUT, adref_yaml_get(root, "statement")->place,
                 "\"%s\" is not the id of a statement; allowed is %s", said,
                 adref_name_rule(ADREF_NAME_STATEMENT));
  return FALSE;
}

AdrefPartyRecord *adref_party_record_read(const char *text, gsize length, const char *party,
                                          const char *name, GError **error)
{
  static const char *const keys[] = {"party", "statement", "record", NULL};
  g_autoptr(AdrefYaml) root = adref_yaml_read(text, length, name, 1, error);
  if (!root || !adref_yaml_check_keys(root, "a record", keys, error) ||
      !check_party(root, party, error))
    return NULL;
  const AdrefYaml *acts = adref_yaml_get(root, "record");
  if (acts && acts->type != ADREF_YAML_LIST) {
    fail_act(acts, "record needs a list of acts", error);
    return NULL;
  }
  g_autoptr(AdrefPartyRecord) record = adref_party_record_new(party);
  if (!read_statement(record, root, error))
    return NULL;
  for (guint i = 0; acts && i < acts->items->len; i++)
    if (!read_act(record, acts->items->pdata[i], error))
      return NULL;
  return g_steal_pointer(&record);
}

static void write_act(AdrefYamlWriter *writer, const AdrefPartyAct *act)
{
  adref_yaml_open_map(writer);
  adref_yaml_put(writer, types[act->type]);
  adref_yaml_open_map(writer);
  for (guint i = 0; i < act->items->len; i++) {
    const AdrefPartyActItem *item = act->items->pdata[i];
    adref_yaml_put_text(writer, item->clause, item->written ? item->written : item->hashes);
  }
  adref_yaml_close(writer);
  adref_yaml_put_text(writer, "reason", act->reason);
  adref_yaml_put_text(writer, "explanation", act->explanation);
  adref_yaml_put_text(writer, "time", act->time);
  adref_yaml_put_text(writer, "by", act->by);
  if (act->form > 1) {
    g_autofree char *form = g_strdup_printf("%u", act->form);
    adref_yaml_put(writer, "form");
    adref_yaml_put(writer, form);
  }
  adref_yaml_close(writer);
}

GString *adref_party_record_write(const AdrefPartyRecord *record)
{
  AdrefYamlWriter *writer = adref_yaml_writer_new();
  adref_yaml_open_map(writer);
  adref_yaml_put_text(writer, "party", record->party);
  adref_yaml_put_text(writer, "statement", record->statement);
  adref_yaml_put(writer, "record");
  adref_yaml_open_list(writer);
  for (guint i = 0; i < record->acts->len; i++)
    write_act(writer, record->acts->pdata[i]);
  GString *text = adref_yaml_writer_end(writer);
  return g_string_prepend(
      text, "# Written by adref agree, reserve and reopen: acts are added and never changed.\n");
}

char *adref_party_record_path(const char *folder, const char *party)
{
  return g_strdup_printf("%s/record/%s.yaml", folder, party);
}

/* The party to whose record the path leads, or NULL. Caller frees. */
static char *party_of(const char *path, const char *folder)
{
  g_autofree char *records = g_strconcat(folder, "/record/", NULL);
  if (!g_str_has_prefix(path, records) || !g_str_has_suffix(path, ".yaml"))
    return NULL;
  const char *name = path + strlen(records);
  g_autofree char *party = g_strndup(name, strlen(name) - strlen(".yaml"));
  return adref_name_is(ADREF_NAME_PARTY, party) ? g_steal_pointer(&party) : NULL;
}

static void free_record(gpointer record)
{
  adref_party_record_free(record);
}

/* Whether a record that names `named` is of the statement: a renamed one keeps its records. */
static gboolean is_of(AdrefFileSource *source, const char *statement, const char *named)
{
  if (strcmp(statement, named) == 0)
    return TRUE;
  g_auto(GStrv) former = adref_statement_former_names(source, statement);
  return g_strv_contains((const char *const *)former, named);
}

/* The record of one party, while all are read. */
typedef struct {
  const char *path;
  char *party;
  GBytes *bytes; /* NULL: they cannot be read */
  AdrefPartyRecord *record;
  GError *error;
} RecordFile;

static void record_file_clear(gpointer data)
{
  RecordFile *file = data;
  g_clear_pointer(&file->bytes, g_bytes_unref);
  g_clear_pointer(&file->record, adref_party_record_free);
  g_clear_error(&file->error);
  g_free(file->party);
}

static void read_some(gpointer data, guint worker, guint from, guint to)
{
  (void)worker;
  for (guint i = from; i < to; i++) {
    RecordFile *file = &g_array_index((GArray *)data, RecordFile, i);
    gsize length;
    if (!file->bytes)
      continue;
    const char *text = g_bytes_get_data(file->bytes, &length);
    file->record = adref_party_record_read(text, length, file->party, file->path, &file->error);
  }
}

/* The records at these paths, read by two threads. Caller unrefs. */
static GArray *read_files(AdrefFileSource *source, const char *folder, char *const *paths)
{
  GArray *files = g_array_new(FALSE, TRUE, sizeof(RecordFile));
  g_array_set_clear_func(files, record_file_clear);
  for (; *paths; paths++) {
    RecordFile file = {.path = *paths, .party = party_of(*paths, folder)};
    if (!file.party)
      continue;
    file.bytes = adref_file_source_read_text(source, file.path, ADREF_YAML_LIMIT, &file.error);
    g_array_append_val(files, file);
    if (!file.bytes)
      break;
  }
  adref_parallel_for(files->len, 1, read_some, files);
  return files;
}

GHashTable *adref_party_records_read(AdrefFileSource *source, const char *folder, GError **error)
{
  g_autofree char *below = g_strconcat(folder, "/record", NULL);
  g_autofree char *id = g_path_get_basename(folder);
  g_auto(GStrv) paths = source->list(source, below, error);
  if (!paths)
    return NULL;
  g_autoptr(GArray) files = read_files(source, folder, paths);
  g_autoptr(GHashTable) records = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, free_record);
  for (guint i = 0; i < files->len; i++) {
    RecordFile *file = &g_array_index(files, RecordFile, i);
    AdrefPartyRecord *record = g_steal_pointer(&file->record);
    if (!record) {
      g_propagate_error(error, g_steal_pointer(&file->error));
      return NULL;
    }
    if (record->statement && !is_of(source, id, record->statement))
      adref_party_record_disown(record, record->statement);
    g_hash_table_insert(records, record->party, record);
  }
  return g_steal_pointer(&records);
}
