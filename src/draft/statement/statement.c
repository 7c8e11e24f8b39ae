#include "draft/statement/statement.h"

#include "base/file.h"
#include "base/name.h"

static const char *const keys[] = {"title",   "outline",  "style",       "parties", "place",
                                   "date",    "values",   "languages",   "roles",   "signing",
                                   "renamed", "adoption", "signatories", NULL};

static const char *const levels[] = {"agreed", "plenary", "confirmed"};

const char *adref_adoption_level_word(AdrefAdoptionLevel level)
{
  return levels[level];
}

gboolean adref_adoption_level_read(const char *word, AdrefAdoptionLevel *level)
{
  for (gsize i = 0; i < G_N_ELEMENTS(levels); i++)
    if (strcmp(word, levels[i]) == 0) {
      *level = (AdrefAdoptionLevel)i;
      return TRUE;
    }
  return FALSE;
}

/* The text of an entry of a list; NULL with an error when it is not a scalar. */
static const char *scalar(const AdrefYaml *node, const char *what, GError **error)
{
  if (node->type == ADREF_YAML_SCALAR)
    return node->text;
  adref_error_at(error, ADREF_ERROR_INPUT, node->place, "%s is needed here", what);
  return NULL;
}

static gboolean check_party(const AdrefYaml *node, const AdrefParties *parties, GError **error)
{
  const char *code = scalar(node, "the code of a party", error);
  if (!code)
    return FALSE;
  if (adref_parties_get(parties, code))
    return TRUE;
  const GPtrArray *all = adref_parties_all(parties);
  g_autoptr(GPtrArray) known = g_ptr_array_new();
  for (guint i = 0; i < all->len; i++)
    g_ptr_array_add(known, ((const AdrefParty *)all->pdata[i])->code);
  g_autofree char *hint = adref_name_suggest(code, known);
  adref_error_at(error, ADREF_ERROR_INPUT, node->place, "the party \"%s\" is unknown%s", code,
                 hint);
  return FALSE;
}

static gboolean check_language(const AdrefYaml *node, const AdrefParties *parties, GError **error)
{
  (void)parties;
  const char *language = scalar(node, "a language", error);
  if (!language)
    return FALSE;
  if (adref_name_is(ADREF_NAME_LANGUAGE, language))
    return TRUE;
  adref_error_at(error, ADREF_ERROR_INPUT, node->place, "\"%s\" is not a language; allowed is %s",
                 language, adref_name_rule(ADREF_NAME_LANGUAGE));
  return FALSE;
}

static gboolean fail_repeated(const AdrefYaml *node, GError **error)
{
  adref_error_at(error, ADREF_ERROR_INPUT, node->place, "\"%s\" is in the list twice", node->text);
  return FALSE;
}

typedef gboolean (*Check)(const AdrefYaml *node, const AdrefParties *parties, GError **error);

/* Reads a list of names in which none is repeated; a missing key gives an empty list. */
static gboolean read_names(const AdrefStatement *statement, const char *key, Check check,
                           const AdrefParties *parties, char ***out, GError **error)
{
  g_autoptr(GStrvBuilder) names = g_strv_builder_new();
  g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
  const AdrefYaml *list = adref_yaml_get(statement->yaml, key);
  if (list && list->type != ADREF_YAML_LIST) {
    adref_error_at(error, ADREF_ERROR_INPUT, list->place, "%s needs a list, such as [%s]", key,
                   check == check_party ? "JPN, ASEAN" : "en, ja");
    return FALSE;
  }
  for (guint i = 0; list && i < list->items->len; i++) {
    const AdrefYaml *node = list->items->pdata[i];
    if (!check(node, parties, error))
      return FALSE;
    if (!g_hash_table_add(seen, node->text))
      return fail_repeated(node, error);
    g_strv_builder_add(names, node->text);
  }
  *out = g_strv_builder_end(names);
  return TRUE;
}

/* The name of a statement in the list `renamed`. */
static gboolean check_name(const AdrefYaml *node, const AdrefParties *parties, GError **error)
{
  (void)parties;
  const char *name = scalar(node, "the name of a statement", error);
  if (!name || adref_name_is(ADREF_NAME_STATEMENT, name))
    return name != NULL;
  adref_error_at(error, ADREF_ERROR_INPUT, node->place,
                 "\"%s\" is not the name of a statement; allowed is %s", name,
                 adref_name_rule(ADREF_NAME_STATEMENT));
  return FALSE;
}

/* The names of the list, the last but one first. A list that does not end with the statement's own
 * name is that of another: its folder was copied. */
static char **former_of(char **renamed, const char *id)
{
  g_autoptr(GStrvBuilder) former = g_strv_builder_new();
  guint count = g_strv_length(renamed);
  gboolean is_own = count > 0 && strcmp(renamed[count - 1], id) == 0;
  for (guint i = is_own ? count - 1 : 0; i > 0; i--)
    g_strv_builder_add(former, renamed[i - 1]);
  return g_strv_builder_end(former);
}

static gboolean read_renamed(AdrefStatement *statement, const AdrefParties *parties, GError **error)
{
  g_auto(GStrv) renamed = NULL;
  if (!read_names(statement, "renamed", check_name, parties, &renamed, error))
    return FALSE;
  statement->former = former_of(renamed, statement->id);
  return TRUE;
}

/* Without the names of statements that are there: such a name is nobody's former one. Takes the
 * names. */
static char **without_present(AdrefFileSource *source, char **names)
{
  g_autoptr(GStrvBuilder) former = g_strv_builder_new();
  for (char **name = names; *name; name++) {
    g_autofree char *path = g_strdup_printf("statements/%s/statement.yaml", *name);
    g_autoptr(GBytes) facts = source->read(source, path, ADREF_YAML_LIMIT, NULL);
    if (!facts)
      g_strv_builder_add(former, *name);
  }
  g_strfreev(names);
  return g_strv_builder_end(former);
}

char **adref_statement_former_names(AdrefFileSource *source, const char *id)
{
  const char *const *known = source->former_names ? source->former_names(source, id) : NULL;
  if (known && *known)
    return g_strdupv((char **)(guintptr)known);
  g_autofree char *path = g_strdup_printf("statements/%s/statement.yaml", id);
  g_autoptr(GBytes) bytes = source->read(source, path, ADREF_YAML_LIMIT, NULL);
  gsize length;
  const char *text = bytes ? g_bytes_get_data(bytes, &length) : NULL;
  g_autoptr(AdrefYaml) yaml = text && g_strstr_len(text, (gssize)length, "renamed")
                                  ? adref_yaml_read(text, length, path, 1, NULL)
                                  : NULL;
  AdrefStatement facts = {.yaml = yaml, .id = (char *)(guintptr)id};
  if (!yaml || yaml->type != ADREF_YAML_MAP || !read_renamed(&facts, NULL, NULL))
    return g_new0(char *, 1);
  return without_present(source, facts.former);
}

static gboolean read_value(const AdrefStatement *statement, const char *key, AdrefValueType type,
                           AdrefLibrary *library, AdrefValue **out, GError **error)
{
  const AdrefYaml *node = adref_yaml_get(statement->yaml, key);
  AdrefParam param = {.name = (char *)(guintptr)key, .type = type};
  if (node)
    *out = adref_value_read(node, &param, adref_library_parties(library), error);
  return !node || *out;
}

static gboolean read_words(AdrefStatement *statement, GError **error)
{
  const char *outline = NULL, *style = NULL;
  if (!adref_yaml_check_keys(statement->yaml, "a statement", keys, error) ||
      !adref_yaml_text(statement->yaml, "outline", &outline, error) ||
      !adref_yaml_text(statement->yaml, "style", &style, error))
    return FALSE;
  statement->outline = g_strdup(outline);
  statement->style = g_strdup(style);
  const AdrefYaml *title = adref_yaml_get(statement->yaml, "title");
  if (!title)
    return TRUE;
  statement->title_place = title->place;
  statement->title = adref_localized_text_read(title, "a title", error);
  return statement->title != NULL;
}

static gboolean read_lists(AdrefStatement *statement, AdrefLibrary *library, GError **error)
{
  const AdrefParties *parties = adref_library_parties(library);
  if (!read_names(statement, "parties", check_party, parties, &statement->parties, error) ||
      !read_names(statement, "languages", check_language, parties, &statement->languages, error))
    return FALSE;
  if (!statement->languages[0]) {
    g_strfreev(statement->languages);
    statement->languages = g_strdupv((char *[]){(char[]){ADREF_TEMPLATE_LANGUAGE}, NULL});
  }
  statement->values = adref_yaml_get(statement->yaml, "values");
  if (!statement->values || statement->values->type == ADREF_YAML_MAP)
    return TRUE;
  adref_error_at(error, ADREF_ERROR_INPUT, statement->values->place,
                 "values needs a map: the name of a parameter and its value");
  return FALSE;
}

/* A file of the time before this key says nothing: its parties agree in plenary. */
static gboolean read_adoption(AdrefStatement *statement, GError **error)
{
  const char *word = NULL;
  statement->adoption = ADREF_ADOPTION_LEVEL_PLENARY;
  if (!adref_yaml_text(statement->yaml, "adoption", &word, error))
    return FALSE;
  statement->says_adoption = word != NULL;
  if (!word || adref_adoption_level_read(word, &statement->adoption))
    return TRUE;
  adref_error_at(error, ADREF_ERROR_INPUT, adref_statement_key_location(statement, "adoption"),
                 "adoption: \"%s\"; allowed are agreed, plenary and confirmed", word);
  return FALSE;
}

/* {JPN: {en: the Government of Japan}}: for whom a party signs. */
static gboolean read_signatories(AdrefStatement *statement, GError **error)
{
  const AdrefYaml *map = adref_yaml_get(statement->yaml, "signatories");
  statement->signatories =
      g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_hash_table_unref);
  if (map && map->type != ADREF_YAML_MAP) {
    adref_error_at(error, ADREF_ERROR_INPUT, map->place,
                   "signatories needs a map, such as {JPN: {en: the Government of Japan}}");
    return FALSE;
  }
  for (guint i = 0; map && i < map->items->len; i++) {
    const AdrefYaml *node = map->items->pdata[i];
    if (!g_strv_contains((const char *const *)statement->parties, node->key)) {
      g_autofree char *known = g_strjoinv(", ", statement->parties);
      adref_error_at(error, ADREF_ERROR_INPUT, node->place,
                     "signatories: \"%s\" is no party of the statement; allowed are %s", node->key,
                     known);
      return FALSE;
    }
    GHashTable *name = adref_localized_text_read(node, "the name of who signs", error);
    if (!name)
      return FALSE;
    g_hash_table_insert(statement->signatories, g_strdup(node->key), name);
  }
  return TRUE;
}

static gboolean read_all(AdrefStatement *statement, AdrefLibrary *library, GError **error)
{
  return read_words(statement, error) && read_adoption(statement, error) &&
         read_lists(statement, library, error) && read_signatories(statement, error) &&
         read_renamed(statement, adref_library_parties(library), error) &&
         read_value(statement, "place", ADREF_VALUE_TEXT, library, &statement->place, error) &&
         read_value(statement, "date", ADREF_VALUE_DATE, library, &statement->date, error);
}

AdrefStatement *adref_statement_read(AdrefFileSource *source, const char *id, AdrefLibrary *library,
                                     GError **error)
{
  if (!adref_name_check(ADREF_NAME_STATEMENT, id, error))
    return NULL;
  g_autoptr(AdrefStatement) statement = g_new0(AdrefStatement, 1);
  statement->id = g_strdup(id);
  statement->folder = g_strdup_printf("statements/%s", id);
  statement->path = g_strdup_printf("statements/%s/statement.yaml", id);
  g_autoptr(GBytes) bytes =
      adref_file_source_read_text(source, statement->path, ADREF_YAML_LIMIT, error);
  if (!bytes)
    return NULL;
  gsize length;
  const char *text = g_bytes_get_data(bytes, &length);
  statement->yaml = adref_yaml_read(text, length, statement->path, 1, error);
  if (!statement->yaml || !read_all(statement, library, error))
    return NULL;
  adref_library_set_day(library, statement->date);
  return g_steal_pointer(&statement);
}

void adref_statement_free(AdrefStatement *statement)
{
  if (!statement)
    return;
  g_free(statement->id);
  g_free(statement->folder);
  g_free(statement->path);
  g_clear_pointer(&statement->title, g_hash_table_unref);
  g_free(statement->outline);
  g_free(statement->style);
  g_strfreev(statement->parties);
  g_clear_pointer(&statement->place, adref_value_unref);
  g_clear_pointer(&statement->date, adref_value_unref);
  g_strfreev(statement->languages);
  g_strfreev(statement->former);
  g_clear_pointer(&statement->signatories, g_hash_table_unref);
  adref_yaml_free(statement->yaml);
  g_free(statement);
}

char *adref_statement_text_path(const AdrefStatement *statement, const char *language)
{
  return g_strdup_printf("%s/%s.md", statement->folder, language);
}

char *adref_statement_text_advice(const AdrefStatement *statement, gboolean quoted)
{
  const char *quote = quoted ? "\"" : "";
  return statement->outline
             ? g_strdup_printf("%sadref draft %s%s assembles it", quote, statement->id, quote)
             : g_strdup_printf("%sadref import FILE --into %s%s brings one in", quote,
                               statement->id, quote);
}

char *adref_statement_title_words(const AdrefStatement *statement, const char *language)
{
  const char *title =
      statement->title ? adref_localized_text_get(statement->title, language) : NULL;
  g_autoptr(GRegex) mark = g_regex_new("\\[([^][]+)\\]\\(#[A-Z][A-Z0-9-]*\\)", 0, 0, NULL);
  return title ? g_regex_replace(mark, title, -1, 0, "\\1", 0, NULL) : NULL;
}

AdrefLocation adref_statement_key_location(const AdrefStatement *statement, const char *key)
{
  const AdrefYaml *node = adref_yaml_get(statement->yaml, key);
  return node ? node->place : (AdrefLocation){.file = statement->path};
}
