#include "sign/signing_rule.h"

#include <string.h>

#include "base/name.h"

enum {
  MAX_PARTIES = 1000
};

static const char *const capacities[] = {"initialled", "ad-referendum", "approved", "signed", NULL};
static const char *const language_roles[] = {"authentic", "translation", "provisional", "working",
                                             NULL};

static int find_word(const char *const *words, const char *word)
{
  for (int i = 0; words[i]; i++)
    if (strcmp(words[i], word) == 0)
      return i;
  return -1;
}

const char *adref_capacity_word(AdrefCapacity capacity)
{
  return capacities[capacity];
}

const char *adref_language_role_word(AdrefLanguageRole role)
{
  return language_roles[role];
}

gboolean adref_capacity_read(const char *word, AdrefCapacity *capacity)
{
  int found = find_word(capacities, word);
  if (found >= 0)
    *capacity = (AdrefCapacity)found;
  return found >= 0;
}

gboolean adref_language_role_read(const char *word, AdrefLanguageRole *role)
{
  int found = find_word(language_roles, word);
  if (found >= 0)
    *role = (AdrefLanguageRole)found;
  return found >= 0;
}

char *adref_capacity_words(void)
{
  return g_strjoinv(", ", (char **)(guintptr)capacities);
}

gboolean adref_language_role_binds(AdrefLanguageRole role)
{
  return role == ADREF_LANGUAGE_ROLE_AUTHENTIC || role == ADREF_LANGUAGE_ROLE_TRANSLATION;
}

static void item_free(gpointer data)
{
  AdrefSigningCondition *item = data;
  g_strfreev(item->parties);
  g_free(item);
}

static AdrefSigningRule *rule_new(void)
{
  AdrefSigningRule *rule = g_new0(AdrefSigningRule, 1);
  rule->items = g_ptr_array_new_with_free_func(item_free);
  rule->language_roles = g_array_new(FALSE, TRUE, sizeof(AdrefLanguageRole));
  rule->languages = g_new0(char *, 1);
  rule->capacity = ADREF_CAPACITY_APPROVED;
  return rule;
}

void adref_signing_rule_free(AdrefSigningRule *rule)
{
  if (!rule)
    return;
  g_ptr_array_unref(rule->items);
  g_array_unref(rule->language_roles);
  g_strfreev(rule->languages);
  g_free(rule);
}

static void add_item(AdrefSigningRule *rule, guint count, char **parties)
{
  AdrefSigningCondition *item = g_new0(AdrefSigningCondition, 1);
  item->count = count;
  item->parties = parties;
  g_ptr_array_add(rule->items, item);
}

static void add_party(AdrefSigningRule *rule, const char *code)
{
  add_item(rule, 1, g_strdupv((char *[]){(char *)(guintptr)code, NULL}));
}

/* Reads the number of "7 of ASEAN"; returns where "ASEAN" begins, or NULL for another text. */
static const char *read_count(const char *text, guint *count)
{
  gsize digits = strspn(text, "0123456789");
  if (digits == 0 || digits > 4 || !g_str_has_prefix(text + digits, " of "))
    return NULL;
  *count = (guint)g_ascii_strtoull(text, NULL, 10);
  return text + digits + strlen(" of ");
}

static gboolean fail_item(const AdrefYaml *node, GError **error)
{
  g_autofree char *described = adref_yaml_describe(node);
  adref_error_at(error, ADREF_ERROR_INPUT, node->place,
                 "who signs: %s; allowed are the code of a party of the statement, and such as "
                 "\"7 of ASEAN\" for members of a group",
                 described);
  return FALSE;
}

static gboolean read_group_item(AdrefSigningRule *rule, const AdrefYaml *node, guint count,
                                const AdrefParty *group, GError **error)
{
  if (!group || !group->members)
    return fail_item(node, error);
  guint members = g_strv_length(group->members);
  if (count == 0 || count > members) {
    adref_error_at(error, ADREF_ERROR_INPUT, node->place,
                   "%u of %s cannot sign; allowed is a number from 1 to %u, for it has so many "
                   "members",
                   count, group->code, members);
    return FALSE;
  }
  add_item(rule, count, g_strdupv(group->members));
  return TRUE;
}

/* A group may stand in the list twice, with other members to sign; a party signs once. */
static gboolean is_named(const AdrefSigningRule *rule, const char *code)
{
  for (guint i = 0; i < rule->items->len; i++) {
    const AdrefSigningCondition *item = rule->items->pdata[i];
    if (!item->parties[1] && strcmp(item->parties[0], code) == 0)
      return TRUE;
  }
  return FALSE;
}

static gboolean read_item(AdrefSigningRule *rule, const AdrefYaml *node,
                          const AdrefStatement *statement, const AdrefParties *parties,
                          GError **error)
{
  guint count;
  if (node->type != ADREF_YAML_SCALAR)
    return fail_item(node, error);
  const char *group = read_count(node->text, &count);
  if (group)
    return read_group_item(rule, node, count, adref_parties_get(parties, group), error);
  if (!g_strv_contains((const char *const *)statement->parties, node->text))
    return fail_item(node, error);
  if (is_named(rule, node->text)) {
    adref_error_at(error, ADREF_ERROR_INPUT, node->place,
                   "who signs: %s is in the list twice, and a party signs once", node->text);
    return FALSE;
  }
  add_party(rule, node->text);
  return TRUE;
}

static gboolean read_who(AdrefSigningRule *rule, const AdrefYaml *signing,
                         const AdrefStatement *statement, const AdrefParties *parties,
                         GError **error)
{
  const AdrefYaml *who = signing ? adref_yaml_get(signing, "who") : NULL;
  if (!who || (who->type == ADREF_YAML_SCALAR && strcmp(who->text, "all") == 0)) {
    for (char **code = statement->parties; *code; code++)
      add_party(rule, *code);
    return TRUE;
  }
  if (who->type != ADREF_YAML_LIST || who->items->len == 0) {
    adref_error_at(error, ADREF_ERROR_INPUT, who->place,
                   "who signs: \"all\" or a list such as [JPN, 7 of ASEAN] is needed");
    return FALSE;
  }
  for (guint i = 0; i < who->items->len; i++)
    if (!read_item(rule, who->items->pdata[i], statement, parties, error))
      return FALSE;
  return TRUE;
}

static gboolean read_capacity(AdrefSigningRule *rule, const AdrefYaml *signing, GError **error)
{
  const char *word = NULL;
  if (!signing || !adref_yaml_text(signing, "capacity", &word, error))
    return !signing;
  if (!word || adref_capacity_read(word, &rule->capacity))
    return TRUE;
  g_autofree char *words = adref_capacity_words();
  adref_error_at(error, ADREF_ERROR_INPUT, adref_yaml_get(signing, "capacity")->place,
                 "\"%s\" is not a capacity; allowed are %s", word, words);
  return FALSE;
}

static gboolean read_alternats(AdrefSigningRule *rule, const AdrefYaml *signing, GError **error)
{
  const char *word = NULL;
  if (!signing || !adref_yaml_text(signing, "alternats", &word, error))
    return !signing;
  rule->alternats = g_strcmp0(word, "true") == 0;
  if (!word || rule->alternats || strcmp(word, "false") == 0)
    return TRUE;
  adref_error_at(error, ADREF_ERROR_INPUT, adref_yaml_get(signing, "alternats")->place,
                 "alternats: \"%s\"; allowed are true and false", word);
  return FALSE;
}

static gboolean read_role(AdrefSigningRule *rule, const AdrefYaml *node, GError **error)
{
  for (guint i = 0; rule->languages[i]; i++)
    if (strcmp(rule->languages[i], node->key) == 0) {
      if (node->type == ADREF_YAML_SCALAR &&
          adref_language_role_read(node->text,
                                   &g_array_index(rule->language_roles, AdrefLanguageRole, i)))
        return TRUE;
      g_autofree char *described = adref_yaml_describe(node);
      g_autofree char *words = g_strjoinv(", ", (char **)(guintptr)language_roles);
      adref_error_at(error, ADREF_ERROR_INPUT, node->place,
                     "%s is not the role of a language; allowed are %s", described, words);
      return FALSE;
    }
  g_autofree char *languages = g_strjoinv(", ", rule->languages);
  adref_error_at(error, ADREF_ERROR_INPUT, node->key_place,
                 "\"%s\" is not a language of the statement; its languages are %s", node->key,
                 languages);
  return FALSE;
}

static gboolean read_roles(AdrefSigningRule *rule, const AdrefStatement *statement, GError **error)
{
  const AdrefYaml *roles = adref_yaml_get(statement->yaml, "roles");
  g_strfreev(rule->languages);
  rule->languages = g_strdupv(statement->languages);
  g_array_set_size(rule->language_roles, g_strv_length(rule->languages));
  if (!roles)
    return TRUE;
  if (roles->type != ADREF_YAML_MAP) {
    adref_error_at(error, ADREF_ERROR_INPUT, roles->place,
                   "roles needs a map, such as {ja: provisional}");
    return FALSE;
  }
  for (guint i = 0; i < roles->items->len; i++)
    if (!read_role(rule, roles->items->pdata[i], error))
      return FALSE;
  return TRUE;
}

static gboolean check_some(const AdrefSigningRule *rule, const AdrefStatement *statement,
                           GError **error)
{
  if (rule->items->len > 0)
    return TRUE;
  adref_error_at(error, ADREF_ERROR_INPUT, adref_statement_key_location(statement, "parties"),
                 "the statement has no parties, so nobody can sign it");
  return FALSE;
}

AdrefSigningRule *adref_signing_rule_read(const AdrefStatement *statement,
                                          const AdrefParties *parties, GError **error)
{
  g_autoptr(AdrefSigningRule) rule = adref_signing_rule_read_begun(statement, parties, error);
  return rule && check_some(rule, statement, error) ? g_steal_pointer(&rule) : NULL;
}

AdrefSigningRule *adref_signing_rule_read_begun(const AdrefStatement *statement,
                                                const AdrefParties *parties, GError **error)
{
  static const char *const keys[] = {"who", "capacity", "alternats", NULL};
  const AdrefYaml *signing = adref_yaml_get(statement->yaml, "signing");
  g_autoptr(AdrefSigningRule) rule = rule_new();
  if ((signing && !adref_yaml_check_keys(signing, "signing", keys, error)) ||
      !read_roles(rule, statement, error) || !read_capacity(rule, signing, error) ||
      !read_alternats(rule, signing, error) || !read_who(rule, signing, statement, parties, error))
    return NULL;
  return g_steal_pointer(&rule);
}

AdrefLanguageRole adref_signing_rule_language_role(const AdrefSigningRule *rule,
                                                   const char *language)
{
  for (guint i = 0; rule->languages[i]; i++)
    if (strcmp(rule->languages[i], language) == 0)
      return g_array_index(rule->language_roles, AdrefLanguageRole, i);
  return ADREF_LANGUAGE_ROLE_WORKING;
}

char *adref_signing_rule_text(const AdrefSigningRule *rule)
{
  GString *text = g_string_new(adref_capacity_word(rule->capacity));
  for (guint i = 0; i < rule->items->len; i++) {
    const AdrefSigningCondition *item = rule->items->pdata[i];
    g_autofree char *parties = g_strjoinv(", ", item->parties);
    g_string_append(text, "; ");
    if (item->parties[1])
      g_string_append_printf(text, "%u of ", item->count);
    g_string_append(text, parties);
  }
  return g_string_free(text, FALSE);
}

static gboolean parse_item(AdrefSigningRule *rule, const char *text)
{
  guint count = 1;
  const char *rest = read_count(text, &count);
  g_auto(GStrv) codes = g_strsplit(rest ? rest : text, ", ", MAX_PARTIES);
  guint length = g_strv_length(codes);
  for (char **code = codes; *code; code++)
    if (!adref_name_is(ADREF_NAME_PARTY, *code))
      return FALSE;
  if (count == 0 || count > length || (rest == NULL) != (length == 1))
    return FALSE;
  add_item(rule, count, g_steal_pointer(&codes));
  return TRUE;
}

AdrefSigningRule *adref_signing_rule_parse(const char *line)
{
  g_auto(GStrv) parts = g_strsplit(line, "; ", MAX_PARTIES);
  g_autoptr(AdrefSigningRule) rule = rule_new();
  if (!parts[0] || !parts[1] || !adref_capacity_read(parts[0], &rule->capacity))
    return NULL;
  for (char **part = parts + 1; *part; part++)
    if (!parse_item(rule, *part))
      return NULL;
  return g_steal_pointer(&rule);
}

static guint count_signed(const AdrefSigningCondition *item, GHashTable *signed_by)
{
  guint count = 0;
  for (char **code = item->parties; *code; code++)
    count += g_hash_table_contains(signed_by, *code) ? 1 : 0;
  return count;
}

/* Members of groups take places: "2 of ASEAN" has two, and a member takes one place in the rule. */
typedef struct {
  const AdrefSigningRule *rule;
  GHashTable *signed_by;
  GHashTable *places; /* code -> index of the condition of which it takes a place, plus 1 */
} PlaceCount;

/* A condition that looks for a member. */
typedef struct {
  guint item;
  const char *member; /* whose place it was, and who takes one of the step before; NULL: none */
  guint before;       /* index of that step */
} PlaceStep;

static void take_along(PlaceCount *self, const GArray *steps, guint at, const char *code)
{
  for (const char *member = code; member; at = g_array_index(steps, PlaceStep, at).before) {
    const PlaceStep *step = &g_array_index(steps, PlaceStep, at);
    g_hash_table_insert(self->places, (gpointer)(guintptr)member, GUINT_TO_POINTER(step->item + 1));
    member = step->member;
  }
}

/* Finds a member for one more place of a condition: one who has none, or one whose place another
 * can take (an augmenting path, breadth first). */
static gboolean take_place(PlaceCount *self, guint item)
{
  g_autoptr(GArray) steps = g_array_new(FALSE, FALSE, sizeof(PlaceStep));
  g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
  PlaceStep first = {.item = item};
  g_array_append_val(steps, first);
  for (guint i = 0; i < steps->len; i++) {
    guint here = g_array_index(steps, PlaceStep, i).item;
    char **codes = ((const AdrefSigningCondition *)self->rule->items->pdata[here])->parties;
    for (char **code = codes; *code; code++) {
      if (!g_hash_table_contains(self->signed_by, *code) || !g_hash_table_add(seen, *code))
        continue;
      guint held = GPOINTER_TO_UINT(g_hash_table_lookup(self->places, *code));
      if (held == 0) {
        take_along(self, steps, i, *code);
        return TRUE;
      }
      PlaceStep next = {.item = held - 1, .member = *code, .before = i};
      g_array_append_val(steps, next);
    }
  }
  return FALSE;
}

static gboolean is_place_of(G_GNUC_UNUSED gpointer code, gpointer place, gpointer item)
{
  return place == item;
}

static gboolean is_met(PlaceCount *self, guint index)
{
  const AdrefSigningCondition *item = self->rule->items->pdata[index];
  if (count_signed(item, self->signed_by) < item->count)
    return FALSE;
  for (guint i = 0; item->parties[1] && i < item->count; i++)
    if (!take_place(self, index)) {
      g_hash_table_foreach_remove(self->places, is_place_of, GUINT_TO_POINTER(index + 1));
      return FALSE;
    }
  return TRUE;
}

static void add_missing(const AdrefSigningCondition *item, GHashTable *signed_by,
                        GPtrArray *missing)
{
  for (char **code = item->parties; *code; code++)
    if (!g_hash_table_contains(signed_by, *code) &&
        !g_ptr_array_find_with_equal_func(missing, *code, g_str_equal, NULL))
      g_ptr_array_add(missing, *code);
}

guint adref_signing_rule_count_met(const AdrefSigningRule *rule, GHashTable *signed_by,
                                   GPtrArray *missing)
{
  g_autoptr(GHashTable) places = g_hash_table_new(g_str_hash, g_str_equal);
  PlaceCount self = {rule, signed_by, places};
  guint met = 0;
  for (guint i = 0; i < rule->items->len; i++) {
    if (is_met(&self, i))
      met++;
    else if (missing)
      add_missing(rule->items->pdata[i], signed_by, missing);
  }
  return met;
}

gboolean adref_signing_rule_names(const AdrefSigningRule *rule, const char *party)
{
  for (guint i = 0; i < rule->items->len; i++)
    if (g_strv_contains(
            (const char *const *)((const AdrefSigningCondition *)rule->items->pdata[i])->parties,
            party))
      return TRUE;
  return FALSE;
}
