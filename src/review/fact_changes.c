#include "review/fact_changes.h"

#include <string.h>

#include "base/error.h"
#include "base/string_list.h"
#include "base/string_order.h"
#include "clause/markdown/front_matter.h"
#include "draft/data/yaml.h"

/* One fact of one version: its key, its place in the report, its value in words. */
typedef struct {
  char *key;
  char *words;
  guint rank;
  char *value;
  const char *party; /* the code of the party whose name it is; NULL: another fact */
} Fact;

static void fact_free(gpointer data)
{
  Fact *fact = data;
  g_free(fact->key);
  g_free(fact->words);
  g_free(fact->value);
  g_free(fact);
}

void adref_fact_change_free(AdrefFactChange *change)
{
  g_free(change->key);
  g_free(change->words);
  g_free(change->old);
  g_free(change->new);
  g_free(change);
}

/* The keys of statement.yaml, most serious first; names of parties stand behind `parties`. */
static const char *const ranks[] = {"signing", "parties", "languages", "roles", "title",
                                    "place",   "date",    "outline",   "style", "values"};

enum {
  RANK_OF_PARTIES = 1,
};

static guint rank_of(const char *key)
{
  guint rank = 0;
  while (rank < G_N_ELEMENTS(ranks) && strcmp(ranks[rank], key) != 0)
    rank++;
  return rank;
}

/* "signing.who" as a person says it. `tail` is what stands behind the first dot, or NULL. */
static char *words_of(const char *head, const char *tail)
{
  if (!tail)
    return g_strdup(head);
  if (strcmp(head, "signing") == 0) {
    if (strcmp(tail, "who") == 0)
      return g_strdup("who must sign");
    if (strcmp(tail, "capacity") == 0)
      return g_strdup("signing capacity");
    if (strcmp(tail, "alternats") == 0)
      return g_strdup("alternats in the package");
  }
  if (strcmp(head, "roles") == 0)
    return g_strdup_printf("role of the text in %s", tail);
  const char *language = strchr(tail, '.');
  if (strcmp(head, "values") == 0)
    return language ? g_strdup_printf("value %.*s (%s)", (int)(language - tail), tail, language + 1)
                    : g_strdup_printf("value %s", tail);
  return g_strdup_printf("%s (%s)", head, tail);
}

static void add_fact(GPtrArray *facts, char *key, char *words, guint rank, char *value)
{
  Fact *fact = g_new0(Fact, 1);
  *fact = (Fact){key, words, rank, value, NULL};
  g_ptr_array_add(facts, fact);
}

/* A list, or a map within a list, on one line: "JPN, 7 of ASEAN"; "{name: A, party: JPN}". YAML has
 * at most 64 levels (draft/data/yaml.h), so the recursion is bounded. */
static void append_value(GString *out, const AdrefYaml *node)
{
  if (node->type == ADREF_YAML_SCALAR) {
    g_string_append(out, node->text);
    return;
  }
  gboolean is_map = node->type == ADREF_YAML_MAP;
  if (is_map)
    g_string_append_c(out, '{');
  for (guint i = 0; i < node->items->len; i++) {
    const AdrefYaml *item = node->items->pdata[i];
    if (i > 0)
      g_string_append(out, ", ");
    if (is_map)
      g_string_append_printf(out, "%s: ", item->key);
    append_value(out, item);
  }
  if (is_map)
    g_string_append_c(out, '}');
}

/* Adds a node and what is in its maps, each with the keys that lead to it joined by dots. */
static void add_node(GPtrArray *facts, const AdrefYaml *node, const char *key, guint rank)
{
  if (node->type == ADREF_YAML_MAP) {
    for (guint i = 0; i < node->items->len; i++) {
      const AdrefYaml *item = node->items->pdata[i];
      g_autofree char *below = g_strconcat(key, ".", item->key, NULL);
      add_node(facts, item, below, rank);
    }
    return;
  }
  GString *value = g_string_new(NULL);
  append_value(value, node);
  const char *dot = strchr(key, '.');
  g_autofree char *head = dot ? g_strndup(key, (gsize)(dot - key)) : g_strdup(key);
  add_fact(facts, g_strdup(key), words_of(head, dot ? dot + 1 : NULL), rank,
           g_string_free(value, FALSE));
}

/* The names of a party in each language, or its members. */
static void add_names(GPtrArray *facts, const AdrefParty *party, const char *what,
                      GHashTable *names)
{
  g_autofree gpointer *languages = names ? g_hash_table_get_keys_as_array(names, NULL) : NULL;
  guint count = names ? g_hash_table_size(names) : 0;
  if (count > 1)
    qsort(languages, count, sizeof *languages, adref_string_order);
  for (guint i = 0; i < count; i++) {
    const char *language = languages[i];
    gboolean is_any = *language == '\0';
    add_fact(
        facts,
        g_strdup_printf("parties.yaml:%s.%s%s%s", party->code, what, is_any ? "" : ".", language),
        g_strdup_printf("%s name of %s%s%s%s", what, party->code, is_any ? "" : " (", language,
                        is_any ? "" : ")"),
        RANK_OF_PARTIES, g_strdup(g_hash_table_lookup(names, language)));
  }
}

/* Aliases too: by each of them a bracket may name the party. */
static void add_names_of(GPtrArray *facts, const AdrefParty *party)
{
  guint first = facts->len;
  add_names(facts, party, "short", party->short_names);
  add_names(facts, party, "long", party->long_names);
  if (party->aliases && party->aliases->len > 0)
    add_fact(facts, g_strdup_printf("parties.yaml:%s.aliases", party->code),
             g_strdup_printf("other names of %s", party->code), RANK_OF_PARTIES,
             adref_string_list_join(party->aliases, 0));
  for (guint i = first; i < facts->len; i++)
    ((Fact *)facts->pdata[i])->party = party->code;
}

static void add_party(GPtrArray *facts, const AdrefParties *parties, const char *code,
                      GHashTable *seen)
{
  const AdrefParty *party = adref_parties_get(parties, code);
  if (!party || !g_hash_table_add(seen, party->code))
    return;
  add_names_of(facts, party);
  if (!party->members)
    return;
  add_fact(facts, g_strdup_printf("parties.yaml:%s.members", code),
           g_strdup_printf("members of %s", code), RANK_OF_PARTIES,
           g_strjoinv(", ", party->members));
  for (char **member = party->members; *member; member++) {
    const AdrefParty *one = adref_parties_get(parties, *member);
    if (!one || !g_hash_table_add(seen, one->code))
      continue;
    add_names_of(facts, one);
  }
}

/* For whom of the statement a group acts: its agreement is theirs. It need not be a party itself.
 */
static void add_speaker(GPtrArray *facts, const AdrefParty *group, char *const *parties)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new();
  for (char *const *code = parties; *code; code++)
    if (g_strv_contains((const char *const *)group->members, *code))
      g_strv_builder_add(builder, *code);
  g_auto(GStrv) members = g_strv_builder_end(builder);
  if (*members)
    add_fact(facts, g_strdup_printf("parties.yaml:%s.speaks", group->code),
             g_strdup_printf("for whom %s speaks", group->code), RANK_OF_PARTIES,
             g_strjoinv(", ", members));
}

static void add_speakers(GPtrArray *facts, const AdrefFacts *version)
{
  const GPtrArray *all = version->parties ? adref_parties_all(version->parties) : NULL;
  for (guint i = 0; all && version->statement->parties && i < all->len; i++) {
    const AdrefParty *group = all->pdata[i];
    if (group->speaks && group->members)
      add_speaker(facts, group, version->statement->parties);
  }
}

static GPtrArray *list_facts(const AdrefFacts *version)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func(fact_free);
  if (!version->statement)
    return facts;
  const AdrefYaml *yaml = version->statement->yaml;
  for (guint i = 0; i < yaml->items->len; i++) {
    const AdrefYaml *item = yaml->items->pdata[i];
    add_node(facts, item, item->key, rank_of(item->key));
  }
  g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
  for (char **code = version->statement->parties; version->parties && code && *code; code++)
    add_party(facts, version->parties, *code, seen);
  add_speakers(facts, version);
  return facts;
}

static void add_change(GPtrArray *changes, const Fact *model, const char *old, const char *new)
{
  AdrefFactChange *change = g_new0(AdrefFactChange, 1);
  *change =
      (AdrefFactChange){g_strdup(model->key), g_strdup(model->words), g_strdup(old), g_strdup(new)};
  g_ptr_array_add(changes, change);
}

static GHashTable *index_facts(const GPtrArray *facts)
{
  GHashTable *index = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < facts->len; i++) {
    Fact *fact = facts->pdata[i];
    g_hash_table_insert(index, fact->key, fact);
  }
  return index;
}

static GPtrArray *compare_facts(const GPtrArray *before, const GPtrArray *after)
{
  g_autoptr(GHashTable) was = index_facts(before), is = index_facts(after);
  GPtrArray *changes = g_ptr_array_new_with_free_func((GDestroyNotify)adref_fact_change_free);
  for (guint rank = 0; rank <= G_N_ELEMENTS(ranks); rank++) {
    for (guint i = 0; i < after->len; i++) {
      const Fact *fact = after->pdata[i], *earlier = g_hash_table_lookup(was, fact->key);
      if (fact->rank == rank && (!earlier || strcmp(earlier->value, fact->value) != 0))
        add_change(changes, fact, earlier ? earlier->value : NULL, fact->value);
    }
    for (guint i = 0; i < before->len; i++) {
      const Fact *fact = before->pdata[i];
      if (fact->rank == rank && !g_hash_table_contains(is, fact->key))
        add_change(changes, fact, fact->value, NULL);
    }
  }
  return changes;
}

/* One more name of a party: the fact becomes "party FJI"; a name that it has already stands once.
 */
static void add_name(Fact *party, const char *name)
{
  g_free(party->key);
  g_free(party->words);
  party->key = g_strdup_printf("parties.yaml:%s", party->party);
  party->words = g_strdup_printf("party %s", party->party);
  g_auto(GStrv) names = g_strsplit(party->value, ", ", -1);
  if (g_strv_contains((const char *const *)names, name))
    return;
  char *both = g_strdup_printf("%s, %s", party->value, name);
  g_free(party->value);
  party->value = both;
}

/* A party that the other version, which has facts, does not know came or went as a whole: its names
 * are one change, not one in each language. */
static GPtrArray *join_names(GPtrArray *facts, const GPtrArray *others)
{
  g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < others->len; i++)
    if (((const Fact *)others->pdata[i])->party)
      g_hash_table_add(known, (gpointer)(guintptr)((const Fact *)others->pdata[i])->party);
  GPtrArray *joined = g_ptr_array_new_with_free_func(fact_free);
  Fact *last = NULL;
  for (guint i = 0; i < facts->len; i++) {
    Fact *fact = facts->pdata[i];
    if (!fact->party || others->len == 0 || g_hash_table_contains(known, fact->party)) {
      g_ptr_array_add(joined, fact);
    } else if (last && strcmp(last->party, fact->party) == 0) {
      add_name(last, fact->value);
      fact_free(fact);
    } else {
      last = fact;
      g_ptr_array_add(joined, fact);
    }
  }
  g_ptr_array_set_free_func(facts, NULL);
  return joined;
}

GPtrArray *adref_fact_changes_new(const AdrefFacts *old, const AdrefFacts *new)
{
  g_autoptr(GPtrArray) before = list_facts(old), after = list_facts(new);
  g_autoptr(GPtrArray) was = join_names(before, after), is = join_names(after, was);
  return compare_facts(was, is);
}

/* --- front matter --- */

static void name_front_matter(Fact *fact)
{
  g_autofree char *key = fact->key;
  g_free(fact->words);
  fact->words = g_strconcat("front matter: ", key, NULL);
  fact->key = g_strconcat("front-matter.", key, NULL);
}

/* The keys of the front matter of a document; NULL: it is no map that is read. */
static GPtrArray *list_front_matter(const AdrefNode *document)
{
  gsize size = 0;
  const char *lines =
      document->text ? adref_front_matter_lines(document->text, document->length, &size) : "";
  g_autoptr(AdrefYaml) yaml = adref_yaml_read(lines, size, "front matter", 2, NULL);
  if (!yaml || yaml->type != ADREF_YAML_MAP)
    return NULL;
  GPtrArray *facts = g_ptr_array_new_with_free_func(fact_free);
  for (guint i = 0; i < yaml->items->len; i++) {
    const AdrefYaml *item = yaml->items->pdata[i];
    add_node(facts, item, item->key, G_N_ELEMENTS(ranks));
  }
  for (guint i = 0; i < facts->len; i++)
    name_front_matter(facts->pdata[i]);
  return facts;
}

/* Where the first line that differs begins. */
static gsize differing_line(const char *a, const char *b)
{
  gsize line = 0;
  for (gsize i = 0; a[i] && a[i] == b[i]; i++)
    if (a[i] == '\n')
      line = i + 1;
  return line;
}

/* The lines of front matter from `start` on, as one value; "" for none. */
static GPtrArray *list_lines(const AdrefNode *document, gsize start)
{
  enum {
    MAX_CHARACTERS = 200
  };
  GPtrArray *facts = g_ptr_array_new_with_free_func(fact_free);
  if (!document->text)
    return facts;
  const char *from = document->text + MIN(start, document->length);
  glong length = g_utf8_strlen(from, -1);
  g_autofree char *shown = g_utf8_substring(from, 0, MIN(length, MAX_CHARACTERS));
  char *value = g_strconcat(g_strstrip(shown), length > MAX_CHARACTERS ? " ..." : "", NULL);
  add_fact(facts, g_strdup("front-matter"), g_strdup("front matter"), G_N_ELEMENTS(ranks), value);
  return facts;
}

GPtrArray *adref_front_matter_changes_new(const AdrefNode *old, const AdrefNode *new)
{
  g_autoptr(GPtrArray) before = list_front_matter(old), after = list_front_matter(new);
  if (before && after)
    return compare_facts(before, after);
  gsize start = differing_line(old->text ? old->text : "", new->text ? new->text : "");
  g_autoptr(GPtrArray) was = list_lines(old, start), is = list_lines(new, start);
  return compare_facts(was, is);
}

gboolean adref_fact_change_is_front_matter(const AdrefFactChange *change)
{
  return g_str_has_prefix(change->key, "front-matter");
}

char *adref_fact_change_line(const AdrefFactChange *change)
{
  if (!change->old)
    return g_strdup_printf("%s: %s, not stated before", change->words, change->new);
  if (!change->new)
    return g_strdup_printf("%s: %s before, not stated now", change->words, change->old);
  return g_strdup_printf("%s: %s -> %s", change->words, change->old, change->new);
}

static char *name_all(const GPtrArray *changes)
{
  g_autoptr(GString) names = g_string_new("facts: ");
  for (guint i = 0; i < changes->len; i++) {
    const AdrefFactChange *change = changes->pdata[i];
    g_string_append_printf(names, "%s%s", i > 0 ? ", " : "", change->words);
  }
  return adref_escape_controls(names->str, (gssize)names->len, FALSE);
}

char *adref_fact_changes_words(const GPtrArray *changes, guint max_length)
{
  if (changes->len == 0)
    return NULL;
  char *names = changes->len <= max_length ? name_all(changes) : NULL;
  if (names && g_utf8_strlen(names, -1) <= (glong)max_length)
    return names;
  g_free(names);
  return g_strdup_printf("%u fact%s changed", changes->len, changes->len == 1 ? "" : "s");
}
