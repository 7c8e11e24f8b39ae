#include "sign/printed_facts.h"

#include <string.h>

#include "base/name.h"
#include "draft/data/region_name.h"
#include "language/occasion_line.h"
#include "review/fact_changes.h"
#include "sign/stated_position.h"

static const char first_line[] = "adref facts 1\n";
static const char alternats_key[] = "alternats:";
static const char numbers_key[] = "numbers:";

static const struct {
  const char *word;
  gsize offset;
} flags[] = {
    {"operative", G_STRUCT_OFFSET(AdrefNumbering, operative)},
    {"single-operative", G_STRUCT_OFFSET(AdrefNumbering, single_operative)},
    {"preambular", G_STRUCT_OFFSET(AdrefNumbering, preambular)},
    {"sections", G_STRUCT_OFFSET(AdrefNumbering, sections)},
};

void adref_printed_facts_append_numbers(GString *out, const AdrefNumbering *numbering)
{
  for (gsize i = 0; i < G_N_ELEMENTS(flags); i++)
    if (G_STRUCT_MEMBER(gboolean, numbering, flags[i].offset))
      g_string_append_printf(out, " %s", flags[i].word);
}

void adref_printed_facts_read_numbers(const char *words, AdrefNumbering *numbering)
{
  g_auto(GStrv) all = g_strsplit(words, " ", -1);
  for (gsize i = 0; i < G_N_ELEMENTS(flags); i++)
    G_STRUCT_MEMBER(gboolean, numbering, flags[i].offset) =
        g_strv_contains((const char *const *)all, flags[i].word);
}

static void append_value(GString *out, const char *value)
{
  for (; *value; value++)
    if (*value == '\n')
      g_string_append(out, "\\n");
    else if (*value == '\\')
      g_string_append(out, "\\\\");
    else
      g_string_append_c(out, *value);
}

static void put(GString *out, const char *key, const char *language, const char *value)
{
  g_string_append_printf(out, "%s%s%s: ", key, language ? " " : "", language ? language : "");
  append_value(out, value);
  g_string_append_c(out, '\n');
}

/* A fact that is one text, or one for each language. */
static void put_fact(GString *out, const AdrefStatement *statement, const char *key)
{
  const AdrefYaml *node = adref_yaml_get(statement->yaml, key);
  if (node && node->type == ADREF_YAML_SCALAR)
    put(out, key, NULL, node->text);
  for (guint i = 0; node && node->type == ADREF_YAML_MAP && i < node->items->len; i++) {
    const AdrefYaml *item = node->items->pdata[i];
    if (item->type == ADREF_YAML_SCALAR)
      put(out, key, item->key, item->text);
  }
}

static void put_party(GString *out, const AdrefStatement *statement, const AdrefParties *parties,
                      const char *code)
{
  const AdrefParty *party = adref_parties_get(parties, code);
  for (char **language = statement->languages; *language; language++) {
    g_autofree char *key = g_strdup_printf("party %s", code);
    g_autofree char *names = party ? g_strdup_printf("%s; %s", adref_party_short(party, *language),
                                                     adref_party_long(party, *language))
                                   : g_strdup(code);
    put(out, key, *language, names);
  }
}

/* The positions, and the names of those who state them. */
static void put_positions(GString *out, const AdrefStatement *statement,
                          const AdrefParties *parties, const GPtrArray *positions)
{
  g_autoptr(GPtrArray) named = g_ptr_array_new();
  g_autofree char *lines = adref_stated_positions_text(positions);
  for (guint i = 0; i < positions->len; i++) {
    char *code = ((const AdrefStatedPosition *)positions->pdata[i])->party;
    if (g_strv_contains((const char *const *)statement->parties, code) ||
        g_ptr_array_find_with_equal_func(named, code, g_str_equal, NULL))
      continue;
    put_party(out, statement, parties, code);
    g_ptr_array_add(named, code);
  }
  g_string_append(out, lines);
}

char *adref_printed_facts_write(const AdrefStatement *statement, const AdrefParties *parties,
                                const AdrefSigningRule *rule, const AdrefNumbering *numbering,
                                const GPtrArray *positions)
{
  GString *out = g_string_new(first_line);
  put_fact(out, statement, "title");
  put_fact(out, statement, "place");
  put_fact(out, statement, "date");
  g_string_append(out, "parties:");
  for (char **code = statement->parties; *code; code++)
    g_string_append_printf(out, " %s", *code);
  g_string_append_c(out, '\n');
  for (char **code = statement->parties; *code; code++)
    put_party(out, statement, parties, *code);
  for (char **language = statement->languages; *language; language++)
    put(out, "text", *language,
        adref_language_role_word(adref_signing_rule_language_role(rule, *language)));
  put_positions(out, statement, parties, positions);
  g_string_append(out, alternats_key);
  for (char **code = statement->parties; rule->alternats && *code; code++)
    g_string_append_printf(out, " %s", *code);
  g_string_append_printf(out, "\n%s", numbers_key);
  adref_printed_facts_append_numbers(out, numbering);
  g_string_append_c(out, '\n');
  return g_string_free(out, FALSE);
}

char *adref_printed_facts_party(const char *facts, const char *code, const char *language)
{
  g_autofree char *line = g_strdup_printf("\nparty %s %s: ", code, language);
  const char *found = strstr(facts, line);
  if (!found)
    return g_strdup(code);
  found += strlen(line);
  return g_strndup(found, strcspn(found, ";\n"));
}

/* "Japan; Japan": both names of a party; NULL: the facts do not have them. Caller frees. */
static char *names_of(const char *facts, const char *code, const char *language)
{
  g_autofree char *line = g_strdup_printf("\nparty %s %s: ", code, language);
  const char *found = strstr(facts, line);
  return found ? g_strndup(found + strlen(line), strcspn(found + strlen(line), "\n")) : NULL;
}

static gboolean has_latin(const char *words)
{
  return words[strcspn(words, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")] != '\0';
}

/* Whether the name that the facts have in a language is the English one: that of the facts, where
 * they have it, else a name in ASCII that ICU gives with other letters or that is ICU's. */
static gboolean is_english(const char *facts, const char *code, const char *language,
                           const char *name, const char *region)
{
  g_autofree char *own = names_of(facts, code, language);
  g_autofree char *english = names_of(facts, code, "en");
  g_autofree char *usual = english ? NULL : adref_region_name(code, "en");
  if (english)
    return g_strcmp0(own, english) == 0;
  return g_strcmp0(name, usual) == 0 || (g_str_is_ascii(name) && !has_latin(region));
}

char *adref_printed_facts_page_party(const char *facts, const char *code, const char *language)
{
  g_autofree char *name = adref_printed_facts_party(facts, code, language);
  g_autofree char *region = adref_region_name(code, language);
  gboolean is_named = !region || strcmp(name, code) == 0 || g_str_has_prefix(language, "en") ||
                      strstr(name, region) || !is_english(facts, code, language, name, region);
  return is_named ? g_steal_pointer(&name) : g_steal_pointer(&region);
}

/* The words behind a key and a language (NULL: none), or NULL. Caller frees. */
static char *fact_of(const char *facts, const char *key, const char *language)
{
  g_autofree char *line =
      g_strconcat("\n", key, language ? " " : "", language ? language : "", ": ", NULL);
  const char *found = strstr(facts, line);
  return found ? g_strndup(found + strlen(line), strcspn(found + strlen(line), "\n")) : NULL;
}

char *adref_printed_facts_occasion(const char *facts, const char *language,
                                   const AdrefNode *document)
{
  const char *const languages[] = {language, "en", NULL};
  g_autofree char *place = NULL, *day = fact_of(facts, "date", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS(languages) && !place; i++)
    place = fact_of(facts, "place", languages[i]);
  return adref_occasion_line(place, day, language, document);
}

char **adref_printed_facts_parties(const char *facts)
{
  static const char key[] = "\nparties:";
  const char *found = strstr(facts, key);
  g_autofree char *codes =
      found ? g_strndup(found + strlen(key), strcspn(found + strlen(key), "\n")) : g_strdup("");
  return g_strsplit(*codes == ' ' ? codes + 1 : codes, " ", -1);
}

gboolean adref_printed_facts_read(const char *text, AdrefNumbering *numbering, char ***alternats)
{
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  guint count = g_strv_length(lines);
  if (count < 4 || !g_str_has_prefix(text, first_line) || *lines[count - 1] ||
      !g_str_has_prefix(lines[count - 2], numbers_key) ||
      !g_str_has_prefix(lines[count - 3], alternats_key))
    return FALSE;
  const char *words = lines[count - 3] + strlen(alternats_key);
  g_auto(GStrv) codes = g_strsplit(*words == ' ' ? words + 1 : words, " ", -1);
  g_autoptr(GPtrArray) positions = adref_stated_positions_read(text);
  if (!adref_names_are(ADREF_NAME_PARTY, codes) || !positions)
    return FALSE;
  adref_printed_facts_read_numbers(lines[count - 2] + strlen(numbers_key), numbering);
  *alternats = g_steal_pointer(&codes);
  return TRUE;
}

/* The value of a key in the lines of a text; NULL: it has no such line. */
static const char *value_of(char **lines, const char *line, gsize key)
{
  for (; *lines; lines++)
    if (strncmp(*lines, line, key) == 0)
      return *lines + key + strspn(*lines + key, " ");
  return NULL;
}

static void add_change(GPtrArray *changes, const char *line, gsize key, const char *old,
                       const char *new)
{
  AdrefFactChange *change = g_new0(AdrefFactChange, 1);
  change->key = g_strndup(line, key - 1);
  change->words = g_strdup(change->key);
  change->old = g_strdup(old);
  change->new = g_strdup(new);
  g_ptr_array_add(changes, change);
}

GPtrArray *adref_printed_facts_compare(const char *old, const char *new)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func((GDestroyNotify)adref_fact_change_free);
  g_auto(GStrv) before = g_strsplit(old, "\n", -1), after = g_strsplit(new, "\n", -1);
  for (char **line = after; *line; line++) {
    gsize key = strcspn(*line, ":") + 1;
    const char *was = strchr(*line, ':') ? value_of(before, *line, key) : NULL;
    const char *is = *line + MIN(key, strlen(*line));
    is += strspn(is, " ");
    if (strchr(*line, ':') && g_strcmp0(was, is) != 0)
      add_change(changes, *line, key, was, is);
  }
  for (char **line = before; *line; line++) {
    gsize key = strcspn(*line, ":") + 1;
    if (strchr(*line, ':') && !value_of(after, *line, key))
      add_change(changes, *line, key, *line + key + strspn(*line + key, " "), NULL);
  }
  return changes;
}
