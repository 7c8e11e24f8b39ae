#include "view/fact_list.h"

#include <string.h>

#include "base/error.h"
#include "base/markup.h"

enum {
  NAME_INDENT = 2,
  RED = ADREF_TERMINAL_STYLE_COLOR,
  GREEN = 2 * ADREF_TERMINAL_STYLE_COLOR,
};

char *adref_fact_list_value(const char *value, const AdrefPageWords *words)
{
  if (!value)
    return g_strdup(adref_page_words_get(words, ADREF_PAGE_WORD_NOT_STATED));
  return *value ? adref_escape_controls(value, -1, FALSE) : g_strdup("\"\"");
}

char *adref_fact_list_problem_line(const char *problem, const AdrefPageWords *words)
{
  g_autofree char *visible = adref_escape_controls(problem, -1, FALSE);
  return adref_page_words_fill(words, ADREF_PAGE_WORD_NOT_COMPARED, "reason", visible, NULL);
}

static const char front_matter[] = "front-matter";

/* Keys of statement.yaml that have a word; `field` is the one that the word has. */
static const struct {
  const char *key;
  AdrefPageWord word;
  const char *field; /* NULL: what stands behind the key is a language */
} fact_names[] = {
    {"signing.who", ADREF_PAGE_WORD_FACT_WHO, NULL},
    {"signing.capacity", ADREF_PAGE_WORD_FACT_CAPACITY, NULL},
    {"signing.alternats", ADREF_PAGE_WORD_FACT_ALTERNATS, NULL},
    {"roles", ADREF_PAGE_WORD_FACT_ROLE, "language"},
    {"values", ADREF_PAGE_WORD_FACT_VALUE, "name"},
    {"title", ADREF_PAGE_WORD_FACT_TITLE, NULL},
    {"place", ADREF_PAGE_WORD_FACT_PLACE, NULL},
    {"date", ADREF_PAGE_WORD_FACT_DATE, NULL},
    {"parties", ADREF_PAGE_WORD_FACT_PARTIES, NULL},
    {"languages", ADREF_PAGE_WORD_FACT_LANGUAGES, NULL},
    {"outline", ADREF_PAGE_WORD_FACT_OUTLINE, NULL},
    {"style", ADREF_PAGE_WORD_FACT_STYLE, NULL},
    {front_matter, ADREF_PAGE_WORD_FACT_FRONT, NULL},
};

/* Those of a party in parties.yaml. */
static const struct {
  const char *key;
  AdrefPageWord word;
} party_names[] = {
    {"short", ADREF_PAGE_WORD_FACT_SHORT},     {"long", ADREF_PAGE_WORD_FACT_LONG},
    {"aliases", ADREF_PAGE_WORD_FACT_ALIASES}, {"members", ADREF_PAGE_WORD_FACT_MEMBERS},
    {"speaks", ADREF_PAGE_WORD_FACT_SPEAKS},
};

/* What stands behind `key` and a dot; "" for nothing, NULL: the fact has another key. */
static const char *tail_of(const char *fact, const char *key)
{
  gsize length = strlen(key);
  if (strncmp(fact, key, length) != 0 || (fact[length] && fact[length] != '.'))
    return NULL;
  return fact[length] ? fact + length + 1 : "";
}

static char *with_tail(const char *word, const char *tail)
{
  return *tail ? g_strdup_printf("%s (%s)", word, tail) : g_strdup(word);
}

/* "parties.yaml:THA.long.en". */
static char *party_fact(const char *fact, const AdrefPageWords *words)
{
  const char *dot = strchr(fact, '.');
  g_autofree char *code = dot ? g_strndup(fact, (gsize)(dot - fact)) : NULL;
  for (gsize i = 0; code && i < G_N_ELEMENTS(party_names); i++) {
    const char *tail = tail_of(dot + 1, party_names[i].key);
    if (!tail)
      continue;
    g_autofree char *name = adref_page_words_fill(words, party_names[i].word, "party", code, NULL);
    return with_tail(name, tail);
  }
  return NULL;
}

static char *statement_fact(const char *fact, const AdrefPageWords *words)
{
  for (gsize i = 0; i < G_N_ELEMENTS(fact_names); i++) {
    const char *tail = tail_of(fact, fact_names[i].key);
    if (!tail)
      continue;
    const char *dot = fact_names[i].field ? strchr(tail, '.') : NULL;
    g_autofree char *value = dot ? g_strndup(tail, (gsize)(dot - tail)) : g_strdup(tail);
    g_autofree char *name =
        fact_names[i].field
            ? adref_page_words_fill(words, fact_names[i].word, fact_names[i].field, value, NULL)
            : g_strdup(adref_page_words_get(words, fact_names[i].word));
    if (fact_names[i].key == front_matter && *tail)
      return g_strdup_printf("%s: %s", name, tail);
    return with_tail(name, dot ? dot + 1 : fact_names[i].field ? "" : tail);
  }
  return NULL;
}

char *adref_fact_list_name(const AdrefFactChange *change, const AdrefPageWords *words)
{
  static const char registry[] = "parties.yaml:";
  char *name = NULL;
  if (adref_page_words_has(words, ADREF_PAGE_WORD_FACTS))
    name = g_str_has_prefix(change->key, registry)
               ? party_fact(change->key + strlen(registry), words)
               : statement_fact(change->key, words);
  return name ? name : g_strdup(change->words);
}

static gboolean is_nothing(const GPtrArray *facts, const char *problem)
{
  return (!facts || facts->len == 0) && !problem;
}

/* --- terminal --- */

static void put_values(AdrefTerminalWrap *wrap, const AdrefFactChange *change)
{
  g_autofree char *old = adref_fact_list_value(change->old, NULL);
  g_autofree char *new = adref_fact_list_value(change->new, NULL);
  adref_terminal_wrap_string(
      wrap, old, change->old ? RED | ADREF_TERMINAL_STYLE_STRIKE : ADREF_TERMINAL_STYLE_DIM);
  adref_terminal_wrap_string(wrap, " \342\206\222 ", ADREF_TERMINAL_STYLE_DIM);
  adref_terminal_wrap_string(
      wrap, new, change->new ? GREEN | ADREF_TERMINAL_STYLE_UNDERLINE : ADREF_TERMINAL_STYLE_DIM);
}

void adref_fact_list_put_terminal(AdrefTerminalWrap *wrap, const char *heading,
                                  const GPtrArray *facts, const char *problem, guint names)
{
  if (is_nothing(facts, problem))
    return;
  if (heading) {
    adref_terminal_wrap_begin(wrap, 0, 0, NULL);
    adref_terminal_wrap_string(wrap, heading, ADREF_TERMINAL_STYLE_BOLD);
    adref_terminal_wrap_end(wrap);
  }
  guint indent = heading ? NAME_INDENT : 0;
  for (guint i = 0; facts && i < facts->len; i++) {
    const AdrefFactChange *change = facts->pdata[i];
    adref_terminal_wrap_begin(wrap, names, names - indent, change->words);
    put_values(wrap, change);
    adref_terminal_wrap_end(wrap);
  }
  if (!problem)
    return;
  g_autofree char *line = adref_fact_list_problem_line(problem, NULL);
  adref_terminal_wrap_begin(wrap, indent, 0, NULL);
  adref_terminal_wrap_string(wrap, heading ? NULL : "facts ", 0);
  adref_terminal_wrap_string(wrap, line, 0);
  adref_terminal_wrap_end(wrap);
}

/* --- HTML --- */

static void put_value(GString *html, const char *value, const char *tag,
                      const AdrefPageWords *table)
{
  g_autofree char *words = adref_fact_list_value(value, table);
  if (value)
    g_string_append_printf(html, "<%s>", tag);
  adref_markup_escape_string(html, words);
  if (value)
    g_string_append_printf(html, "</%s>", tag);
}

void adref_fact_list_put_html(GString *html, const char *heading, const GPtrArray *facts,
                              const char *problem, const AdrefPageWords *words, const char *arrow)
{
  if (is_nothing(facts, problem))
    return;
  g_string_append(html, "<h3>");
  adref_markup_escape_visible(html, heading);
  g_string_append(html, "</h3>\n<ul>\n");
  for (guint i = 0; facts && i < facts->len; i++) {
    const AdrefFactChange *change = facts->pdata[i];
    g_string_append(html, "<li><b>");
    g_autofree char *name = adref_fact_list_name(change, words);
    adref_markup_escape_visible(html, name);
    g_string_append(html, "</b> ");
    put_value(html, change->old, "del", words);
    g_string_append(html, arrow);
    put_value(html, change->new, "ins", words);
    g_string_append(html, "</li>\n");
  }
  if (problem) {
    g_autofree char *line = adref_fact_list_problem_line(problem, words);
    g_string_append(html, "<li>");
    adref_markup_escape_string(html, line);
    g_string_append(html, "</li>\n");
  }
  g_string_append(html, "</ul>\n");
}

/* --- CriticMarkup --- */

/* Whether a mark of CriticMarkup would begin at `at`, or end before it. */
static gboolean is_mark(const char *text, const char *at)
{
  static const char signs[] = "+-~=<>";
  if (*at && at[0] == at[1] && strchr(signs, *at) && at > text && at[-1] == '{')
    return TRUE;
  return *at == '}' && at - text >= 2 && at[-1] == at[-2] && strchr(signs, at[-1]);
}

/* A space divides what would be a mark. */
static void put_in_comment(GString *out, const char *words)
{
  g_autofree char *visible = adref_escape_controls(words, -1, FALSE);
  for (const char *at = visible; *at; at++) {
    if (is_mark(visible, at))
      g_string_append_c(out, ' ');
    g_string_append_c(out, *at);
  }
}

void adref_fact_list_put_critic(GString *out, const GPtrArray *facts, const char *problem)
{
  if (is_nothing(facts, problem))
    return;
  g_string_append(out, "{>>Facts:");
  for (guint i = 0; facts && i < facts->len; i++) {
    const AdrefFactChange *change = facts->pdata[i];
    g_autofree char *old = adref_fact_list_value(change->old, NULL);
    g_autofree char *new = adref_fact_list_value(change->new, NULL);
    g_autofree char *line = g_strdup_printf("%s: %s \342\206\222 %s", change->words, old, new);
    g_string_append_c(out, '\n');
    put_in_comment(out, line);
  }
  if (problem) {
    g_autofree char *line = adref_fact_list_problem_line(problem, NULL);
    g_string_append_c(out, '\n');
    put_in_comment(out, line);
  }
  g_string_append(out, "\n<<}\n");
}
