/* The registry of parties, read from YAML. */
#include <string.h>

#include "base/name.h"
#include "clause/nfc.h"
#include "draft/data/localized_text.h"
#include "draft/data/party_color.h"
#include "draft/data/party_private.h"
#include "draft/data/value.h"

static void dated_free(gpointer data)
{
  AdrefDatedFact *fact = data;
  g_clear_pointer(&fact->short_names, g_hash_table_unref);
  g_clear_pointer(&fact->long_names, g_hash_table_unref);
  g_clear_pointer(&fact->sort_keys, g_hash_table_unref);
  g_free(fact->code);
  g_free(fact);
}

/* Adds a name of a party. A name that another party has is refused: it could attribute a position
 * to the wrong party. */
static gboolean add_name(AdrefParties *parties, const char *name, const AdrefParty *party,
                         AdrefLocation place, GError **error)
{
  g_autofree char *composed = adref_nfc_normalize(name, strlen(name), G_NORMALIZE_NFC);
  g_autofree char *folded = g_utf8_casefold(composed, -1);
  const char *holder = g_hash_table_lookup(parties->names, folded);
  if (holder && strcmp(holder, party->code) != 0) {
    adref_error_at(error, ADREF_ERROR_INPUT, place,
                   "\"%s\" is a name of %s already; allowed is a name that no other party has",
                   name, holder);
    return FALSE;
  }
  if (!holder)
    g_hash_table_insert(parties->names, g_steal_pointer(&folded), party->code);
  return TRUE;
}

/* Adds the name under a key, or the names by language. */
static gboolean add_names(AdrefParties *parties, const AdrefParty *party, const AdrefYaml *node,
                          const char *key, GError **error)
{
  const AdrefYaml *entry = adref_yaml_get(node, key);
  if (entry && entry->type == ADREF_YAML_SCALAR)
    return add_name(parties, entry->text, party, entry->place, error);
  for (guint i = 0; entry && i < entry->items->len; i++) {
    const AdrefYaml *name = entry->items->pdata[i];
    if (!add_name(parties, name->text, party, name->place, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean read_names(const AdrefYaml *node, const char *key, const char *what,
                           GHashTable **names, GError **error)
{
  const AdrefYaml *entry = adref_yaml_get(node, key);
  if (!entry)
    return TRUE;
  *names = adref_localized_text_read(entry, what, error);
  return *names != NULL;
}

static gboolean refuse_texts(const AdrefYaml *node, const char *key, const char *example,
                             GError **error)
{
  g_autofree char *described = adref_yaml_describe(node);
  adref_error_at(error, ADREF_ERROR_INPUT, node->place,
                 "\"%s\" contains %s; allowed is a list of texts such as %s", key, described,
                 example);
  return FALSE;
}

/* Sets *list to the list of texts under a key; NULL when the key is missing. */
static gboolean get_texts(const AdrefYaml *node, const char *key, const char *example,
                          const AdrefYaml **list, GError **error)
{
  *list = adref_yaml_get(node, key);
  if (!*list)
    return TRUE;
  if ((*list)->type != ADREF_YAML_LIST)
    return refuse_texts(*list, key, example, error);
  for (guint i = 0; i < (*list)->items->len; i++) {
    const AdrefYaml *item = (*list)->items->pdata[i];
    if (item->type != ADREF_YAML_SCALAR || !*item->text)
      return refuse_texts(item, key, example, error);
  }
  return TRUE;
}

static gboolean read_aliases(AdrefParties *parties, AdrefParty *party, const AdrefYaml *node,
                             GError **error)
{
  const AdrefYaml *list;
  if (!get_texts(node, "aliases", "[Japan, JP]", &list, error))
    return FALSE;
  for (guint i = 0; list && i < list->items->len; i++) {
    const AdrefYaml *item = list->items->pdata[i];
    if (!add_name(parties, item->text, party, item->place, error))
      return FALSE;
    g_ptr_array_add(party->aliases, g_strdup(item->text));
  }
  return TRUE;
}

static gboolean check_member(const AdrefParties *parties, const AdrefYaml *item, GError **error)
{
  const AdrefParty *member = adref_parties_get(parties, item->text);
  if (member && !member->members)
    return TRUE;
  const char *near = adref_name_closest(item->text, adref_parties_codes(parties));
  adref_error_at(error, ADREF_ERROR_INPUT, item->place,
                 "\"%s\" is %s%s%s%s; allowed are codes listed under \"parties\"", item->text,
                 member ? "a group" : "no party", near && !member ? " (did you mean \"" : "",
                 near && !member ? near : "", near && !member ? "\"?)" : "");
  return FALSE;
}

/* Reads a date under a key into *day, which stays as it is without the key. */
static gboolean read_day(const AdrefYaml *node, const char *key, gint64 *day, GError **error)
{
  const AdrefYaml *entry = adref_yaml_get(node, key);
  if (!entry || (entry->type == ADREF_YAML_SCALAR && adref_date_parse(entry->text, day)))
    return TRUE;
  adref_error_at(error, ADREF_ERROR_INPUT, entry->place, "%s needs a date such as 2025-10-26", key);
  return FALSE;
}

static AdrefDatedFact *add_dated(AdrefParty *party)
{
  AdrefDatedFact *fact = g_new0(AdrefDatedFact, 1);
  fact->from = G_MININT64;
  fact->until = G_MAXINT64;
  if (!party->dated)
    party->dated = g_ptr_array_new_with_free_func(dated_free);
  g_ptr_array_add(party->dated, fact);
  return fact;
}

static gboolean read_period(const AdrefYaml *node, AdrefDatedFact *fact, GError **error)
{
  if (!read_day(node, "from", &fact->from, error) || !read_day(node, "until", &fact->until, error))
    return FALSE;
  if (fact->from < fact->until)
    return TRUE;
  adref_error_at(error, ADREF_ERROR_INPUT, node->place,
                 "until is not after from; allowed is a day after it");
  return FALSE;
}

/* A member is not the group itself, and stands there once at a time. */
static gboolean check_once(const AdrefParty *group, const AdrefDatedFact *fact,
                           const AdrefYaml *code, GError **error)
{
  gboolean is_self = strcmp(fact->code, group->code) == 0, is_twice = FALSE;
  for (guint i = 0; i < group->dated->len; i++) {
    const AdrefDatedFact *other = group->dated->pdata[i];
    is_twice |= other != fact && g_strcmp0(other->code, fact->code) == 0 &&
                other->from < fact->until && fact->from < other->until;
  }
  if (is_self || is_twice)
    adref_error_at(error, ADREF_ERROR_INPUT, code->place,
                   is_self
                       ? "\"%s\" is the group itself; allowed are codes listed under \"parties\""
                       : "%s is a member twice at one time; allowed is each member once",
                   fact->code);
  return !is_self && !is_twice;
}

/* An entry of members: the code, or {code: TLS, from: 2025-10-26, until: ...}. */
static gboolean read_member(AdrefParties *parties, AdrefParty *group, const AdrefYaml *item,
                            GError **error)
{
  static const char *const keys[] = {"code", "from", "until", NULL};
  const AdrefYaml *code = item;
  if (item->type == ADREF_YAML_MAP) {
    if (!adref_yaml_check_keys(item, "a member", keys, error))
      return FALSE;
    code = adref_yaml_get(item, "code");
  }
  if (!code || code->type != ADREF_YAML_SCALAR || !*code->text) {
    adref_error_at(error, ADREF_ERROR_INPUT, item->place,
                   "a member is a code such as BRN, or {code: TLS, from: 2025-10-26}");
    return FALSE;
  }
  AdrefDatedFact *fact = add_dated(group);
  fact->code = g_strdup(code->text);
  if (!check_member(parties, code, error) ||
      (item->type == ADREF_YAML_MAP && !read_period(item, fact, error)) ||
      !check_once(group, fact, code, error))
    return FALSE;
  parties->has_dates |= fact->from != G_MININT64 || fact->until != G_MAXINT64;
  return TRUE;
}

static gboolean read_members(AdrefParties *parties, AdrefParty *group, const AdrefYaml *node,
                             GError **error)
{
  const AdrefYaml *list = adref_yaml_get(node, "members");
  if (!list) {
    adref_error_at(error, ADREF_ERROR_INPUT, node->key_place,
                   "%s stands under \"groups\" without members; allowed are a group with members: "
                   "[BRN, KHM], and a party under \"parties\"",
                   node->key);
    return FALSE;
  }
  if (list->type != ADREF_YAML_LIST)
    return refuse_texts(list, "members", "[BRN, KHM]", error);
  for (guint i = 0; i < list->items->len; i++)
    if (!read_member(parties, group, list->items->pdata[i], error))
      return FALSE;
  group->members = adref_party_members_at(group, G_MAXINT64 - 1);
  return TRUE;
}

/* Reads former names: [{until: 2022-06-01, short: {en: Turkey}}]. They are read for ever. */
static gboolean read_former(AdrefParties *parties, AdrefParty *party, const AdrefYaml *node,
                            GError **error)
{
  static const char *const keys[] = {"from", "until", "short", "long", "sort", NULL};
  const AdrefYaml *list = adref_yaml_get(node, "former");
  if (list && list->type != ADREF_YAML_LIST)
    return refuse_texts(list, "former", "[{until: 2022-06-01, short: Turkey}]", error);
  for (guint i = 0; list && i < list->items->len; i++) {
    const AdrefYaml *item = list->items->pdata[i];
    gboolean has_name = item->type == ADREF_YAML_MAP &&
                        (adref_yaml_get(item, "short") || adref_yaml_get(item, "long"));
    if (!has_name || !adref_yaml_get(item, "until"))
      return refuse_texts(item, "former", "[{until: 2022-06-01, short: Turkey}]", error);
    AdrefDatedFact *fact = add_dated(party);
    if (!adref_yaml_check_keys(item, "a former name", keys, error) ||
        !read_period(item, fact, error) ||
        !read_names(item, "short", "a short name", &fact->short_names, error) ||
        !read_names(item, "long", "a long name", &fact->long_names, error) ||
        !read_names(item, "sort", "a sort key", &fact->sort_keys, error) ||
        !add_names(parties, party, item, "short", error) ||
        !add_names(parties, party, item, "long", error))
      return FALSE;
    parties->has_dates = TRUE;
  }
  return TRUE;
}

static gboolean read_all_names(AdrefParties *parties, AdrefParty *party, const AdrefYaml *node,
                               GError **error)
{
  return read_names(node, "short", "a short name", &party->short_names, error) &&
         read_names(node, "long", "a long name", &party->long_names, error) &&
         read_names(node, "sort", "a sort key", &party->sort_keys, error) &&
         add_name(parties, party->code, party, node->key_place, error) &&
         add_names(parties, party, node, "short", error) &&
         add_names(parties, party, node, "long", error) &&
         read_aliases(parties, party, node, error) && read_former(parties, party, node, error);
}

static gboolean check_code(const AdrefParties *parties, const AdrefYaml *node, GError **error)
{
  if (!adref_name_is(ADREF_NAME_PARTY, node->key)) {
    adref_error_at(error, ADREF_ERROR_INPUT, node->key_place,
                   "\"%s\" cannot be a party's code; allowed are %s", node->key,
                   adref_name_rule(ADREF_NAME_PARTY));
    return FALSE;
  }
  if (!adref_parties_get(parties, node->key))
    return TRUE;
  adref_error_at(error, ADREF_ERROR_INPUT, node->key_place,
                 "%s is a party already; allowed is a code that no party has", node->key);
  return FALSE;
}

/* One party may be the chair. */
static gboolean read_role(AdrefParties *parties, AdrefParty *party, const AdrefYaml *node,
                          GError **error)
{
  const char *role = NULL, *chair = adref_parties_chair(parties);
  if (!adref_yaml_text(node, "role", &role, error))
    return FALSE;
  if (role && strcmp(role, "chair") != 0)
    adref_error_at(error, ADREF_ERROR_INPUT, adref_yaml_get(node, "role")->place,
                   "role: \"%s\"; allowed is chair", role);
  else if (role && chair)
    adref_error_at(error, ADREF_ERROR_INPUT, adref_yaml_get(node, "role")->place,
                   "%s has the role chair already; allowed is one party", chair);
  else {
    party->chairs = role != NULL;
    return TRUE;
  }
  return FALSE;
}

static gboolean read_color(AdrefParty *party, const AdrefYaml *node, GError **error)
{
  const char *words = NULL;
  AdrefPartyLook look;
  if (!adref_yaml_text(node, "colour", &words, error))
    return FALSE;
  if (!words)
    return TRUE;
  if (!adref_party_look_parse(words, &look)) {
    g_autofree char *names = adref_party_color_names();
    adref_error_at(error, ADREF_ERROR_INPUT, adref_yaml_get(node, "colour")->place,
                   "colour: \"%s\"; allowed are %s, each also with dashed or dotted", words, names);
    return FALSE;
  }
  party->look = 1 + look.color + look.frame * ADREF_PARTY_COLORS;
  return TRUE;
}

static gboolean read_party(AdrefParties *parties, const AdrefYaml *node, gboolean group,
                           GError **error)
{
  static const char *const keys[] = {"short",  "long", "sort",   "aliases",
                                     "former", "role", "colour", NULL};
  static const char *const group_keys[] = {"short",   "long",   "sort",   "aliases", "former",
                                           "members", "speaks", "colour", NULL};
  if (!check_code(parties, node, error) ||
      !adref_yaml_check_keys(node, group ? "a group" : "a party", group ? group_keys : keys, error))
    return FALSE;
  AdrefParty *party = g_new0(AdrefParty, 1);
  party->code = g_strdup(node->key);
  party->aliases = g_ptr_array_new_with_free_func(g_free);
  g_ptr_array_add(parties->all, party);
  g_hash_table_insert(parties->by_code, party->code, party);
  return read_all_names(parties, party, node, error) && read_color(party, node, error) &&
         (group || read_role(parties, party, node, error)) &&
         (!group || (adref_yaml_boolean(node, "speaks", &party->speaks, error) &&
                     read_members(parties, party, node, error)));
}

static gboolean read_section(AdrefParties *parties, const AdrefYaml *root, const char *key,
                             gboolean group, GError **error)
{
  const AdrefYaml *section = adref_yaml_get(root, key);
  if (!section)
    return TRUE;
  if (section->type != ADREF_YAML_MAP) {
    g_autofree char *described = adref_yaml_describe(section);
    adref_error_at(error, ADREF_ERROR_INPUT, section->place,
                   "%s is %s; allowed is a map from codes to names", key, described);
    return FALSE;
  }
  for (guint i = 0; i < section->items->len; i++) {
    if (!read_party(parties, section->items->pdata[i], group, error))
      return FALSE;
  }
  return TRUE;
}

AdrefParties *adref_parties_read(const char *text, gsize length, const char *name, GError **error)
{
  static const char *const keys[] = {"parties", "groups", NULL};
  g_autoptr(AdrefYaml) root = adref_yaml_read(text, length, name, 1, error);
  if (!root || !adref_yaml_check_keys(root, "a registry of parties", keys, error))
    return NULL;
  g_autoptr(AdrefParties) parties = adref_parties_new_empty();
  if (!read_section(parties, root, "parties", FALSE, error))
    return NULL;
  adref_parties_list_codes(parties);
  if (!read_section(parties, root, "groups", TRUE, error))
    return NULL;
  adref_parties_list_codes(parties);
  return g_steal_pointer(&parties);
}
