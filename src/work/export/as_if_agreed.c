#include "work/export/as_if_agreed.h"

#include <string.h>

#include "base/string_list.h"
#include "clause/labels/freeze.h"
#include "clause/proposals/bracket_list.h"
#include "clause/proposals/preferred_text.h"
#include "clause/text/unprinted.h"
#include "work/check/settled_text.h"
#include "work/select_bracket.h"

enum {
  MAX_NAMED = 20 /* clauses that a message names */
};

static gboolean refuse_unknown(const AdrefParties *parties, const char *words, GError **error)
{
  const char *near = adref_parties_closest(parties, words);
  adref_error(error, ADREF_ERROR_USAGE,
              "%s: no party of templates/parties.yaml%s%s%s; allowed are base, chair and the codes "
              "that `adref parties` lists",
              words, near ? "; did you mean " : "", near ? near : "", near ? "?" : "");
  return FALSE;
}

/* The party that the words name; *code is NULL for the base text. Without a registry any code is a
 * party. */
static gboolean find_party(const AdrefParties *parties, const char *words, const char **code,
                           GError **error)
{
  *code = NULL;
  if (strcmp(words, "base") == 0)
    return TRUE;
  gboolean is_chair = strcmp(words, "chair") == 0;
  *code = is_chair ? (parties ? adref_parties_chair(parties) : NULL) : words;
  if (is_chair && !*code)
    adref_error(error, ADREF_ERROR_USAGE,
                "no party is the chair; write \"role: chair\" below one in templates/parties.yaml");
  if (!*code || !parties || adref_parties_get(parties, *code))
    return *code != NULL;
  g_autofree char *folded = g_utf8_casefold(words, -1);
  *code = g_hash_table_lookup(adref_parties_names(parties), folded);
  return *code || refuse_unknown(parties, words, error);
}

/* The party, then the groups to which it belongs, NULL-terminated. */
static GPtrArray *codes_of(const AdrefParties *parties, const char *party)
{
  GPtrArray *codes = g_ptr_array_new();
  const GPtrArray *all = parties ? adref_parties_all(parties) : NULL;
  g_ptr_array_add(codes, (gpointer)(guintptr)party);
  for (guint i = 0; all && i < all->len; i++) {
    const AdrefParty *group = all->pdata[i];
    if (group->members && g_strv_contains((const char *const *)group->members, party))
      g_ptr_array_add(codes, group->code);
  }
  g_ptr_array_add(codes, NULL);
  return codes;
}

/* --- what is said --- */

static void append_count(GString *line, guint count, const char *words)
{
  if (count > 0)
    g_string_append_printf(line, "%s%u %s", line->len > 0 ? ", " : "", count, words);
}

/* " (op training, PP2)": the clauses of the brackets that are left. Caller frees. */
static char *open_clauses(const AdrefText *text)
{
  g_autoptr(GArray) open = adref_open_brackets_list(text->document);
  GString *names = g_string_new(NULL);
  guint count = 0;
  for (guint i = 0; i < open->len; i++) {
    const AdrefOpenBracket *bracket = &g_array_index(open, AdrefOpenBracket, i);
    if (bracket->number != 1 || ++count > MAX_NAMED)
      continue;
    g_autofree char *name = adref_select_clause_name(bracket->clause);
    g_string_append_printf(names, "%s%s", count > 1 ? ", " : " (", name);
  }
  if (count > MAX_NAMED)
    g_string_append_printf(names, " and %u more", count - MAX_NAMED);
  if (count > 0)
    g_string_append_c(names, ')');
  return g_string_free(names, FALSE);
}

static void say_decided(const AdrefText *text, const char *party,
                        const AdrefPreferenceCounts *counts)
{
  guint decided = counts->by_position + counts->by_base + counts->left_out;
  g_autoptr(GString) line = g_string_new(NULL);
  g_autofree char *by_party = g_strdup_printf("by the position of %s", party);
  append_count(line, counts->by_position, by_party);
  append_count(line, counts->by_base, "by the base text");
  append_count(line, counts->left_out, "left out, since others alone propose the words");
  adref_session_say(text->session, "%s: %u bracket%s decided%s%s", text->name, decided,
                    decided == 1 ? " was" : "s were", line->len > 0 ? ": " : "", line->str);
  if (counts->kept > 0)
    adref_session_say(text->session, "%s: %u bracket%s as before: %s has no position there",
                      text->name, counts->kept, counts->kept == 1 ? " stays" : "s stay", party);
  g_autofree char *where = counts->kept == 0 ? open_clauses(text) : g_strdup("");
  if (counts->open > 0)
    adref_session_say(
        text->session,
        "%s: %u bracket%s open%s: no one base text, words to come, or an end is missing",
        text->name, counts->open, counts->open == 1 ? " stays" : "s stay", where);
}

/* In which clauses the base text stands for the party. */
static void say_silent(const AdrefText *text, const char *party, const GPtrArray *silent)
{
  g_autofree char *line = adref_string_list_join(silent, MAX_NAMED);
  if (silent->len > 0)
    adref_session_say(text->session,
                      "%s: %s has no position on brackets of %s: the base text stands there, else "
                      "they stay open",
                      text->name, party, line);
}

static char *count_of(const AdrefPageWords *table, AdrefPageWord one, AdrefPageWord many,
                      guint count)
{
  return adref_page_words_count(table, count == 1 ? one : many, count);
}

static char *make_role(const AdrefText *text, const char *words, const char *party,
                       const AdrefPreferenceCounts *counts, const AdrefPageWords *table)
{
  const AdrefParties *parties = adref_text_parties(text);
  const AdrefParty *known = party && parties ? adref_parties_get(parties, party) : NULL;
  guint decided = counts->by_position + counts->by_base + counts->left_out;
  guint open = counts->open + counts->kept;
  gboolean is_own = adref_page_words_language(table, text->language) != NULL;
  g_autofree char *name = known && is_own ? adref_party_page_short(known, text->language)
                          : known         ? g_strdup(adref_party_short(known, "en"))
                                          : g_strdup(party);
  g_autofree char *who =
      !party ? g_strdup(adref_page_words_get(table, ADREF_PAGE_WORD_IF_BASE))
      : strcmp(words, "chair") == 0
          ? g_strdup(adref_page_words_get(table, ADREF_PAGE_WORD_IF_CHAIR))
          : adref_page_words_fill(table, ADREF_PAGE_WORD_IF_PARTY, "party", name, NULL);
  g_autofree char *settled =
      count_of(table, ADREF_PAGE_WORD_IF_DECIDED_ONE, ADREF_PAGE_WORD_IF_DECIDED, decided);
  g_autofree char *left =
      count_of(table, ADREF_PAGE_WORD_IF_OPEN_ONE, ADREF_PAGE_WORD_IF_OPEN, open);
  g_autofree char *counted = open == 0 ? g_strdup(settled)
                                       : adref_page_words_fill(table, ADREF_PAGE_WORD_BOTH, "one",
                                                               settled, "two", left, NULL);
  return adref_page_words_fill(table, ADREF_PAGE_WORD_THEN, "one", who, "two", counted, NULL);
}

gboolean adref_as_if_agreed(AdrefText *text, const AdrefAsIfAgreedOptions *options, char **role,
                            GError **error)
{
  const AdrefParties *parties = adref_text_parties(text);
  const char *party;
  if (!find_party(parties, options->words, &party, error))
    return FALSE;
  g_autoptr(GPtrArray) codes = party ? codes_of(parties, party) : NULL;
  AdrefPreference preference = {.codes = codes ? (const char *const *)codes->pdata : NULL,
                                .only_positions = options->only_positions};
  g_auto(AdrefPreferenceCounts) counts = {0};
  adref_settled_text_apply(text);
  adref_preferred_text(text->document, &preference, &counts);
  say_decided(text, party, &counts);
  if (!options->only_positions)
    say_silent(text, party, counts.silent);
  *role = make_role(text, options->words, party, &counts, options->page_words);
  return TRUE;
}

static void put_role(AdrefNode *document, const char *role)
{
  AdrefNode *clause = adref_node_new_clause(ADREF_PLAIN, NULL);
  AdrefNode *paragraph = adref_node_new(ADREF_PARAGRAPH), *emphasis = adref_node_new(ADREF_EMPH);
  adref_node_append(emphasis, adref_node_new_text(ADREF_TEXT, role, -1));
  adref_node_append(paragraph, emphasis);
  adref_node_append(clause, paragraph);
  if (document->first)
    adref_node_insert_before(document->first, clause);
  else
    adref_node_append(document, clause);
}

/* Takes out what the clean view does not show. */
static void clean(AdrefNode *document)
{
  AdrefWalk walk = adref_walk(document);
  adref_unprinted_remove(document);
  while (adref_walk_next(&walk)) {
    AdrefNode *node = walk.node;
    if (walk.entering)
      continue;
    if (node->type == ADREF_AD_REF)
      adref_node_free(node);
    else if (node->type == ADREF_ALTERNATIVE)
      g_clear_pointer(&node->as.positions.groups, g_ptr_array_unref);
    else if (node->type == ADREF_BRACKET_EDGE)
      g_clear_pointer(&node->as.edge.groups, g_ptr_array_unref);
  }
}

void adref_as_if_agreed_prepare_source(AdrefText *text, const char *role, gboolean is_clean)
{
  if (is_clean)
    clean(text->document);
  if (text->statement)
    adref_freeze(text->document);
  put_role(text->document, role);
}
