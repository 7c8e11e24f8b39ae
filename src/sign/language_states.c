#include "sign/language_states.h"

#include <string.h>

#include "base/parallel_for.h"
#include "base/string_order.h"
#include "draft/data/localized_text.h"
#include "language/occasion_line.h"
#include "review/check/check_text.h"

static void state_free(gpointer data)
{
  AdrefLanguageState *state = data;
  g_ptr_array_unref(state->differences);
  g_ptr_array_unref(state->behind);
  g_clear_pointer(&state->words, g_hash_table_unref);
  g_free(state->place);
  g_free(state);
}

void adref_behind_clause_free(gpointer data)
{
  AdrefBehindClause *behind = data;
  g_free(behind->clause);
  g_free(behind->touched);
  g_free(behind->changed);
  g_free(behind);
}

/* Languages with Latin letters mostly share the names of places. */
static gboolean shares_letters(const char *language, const char *place)
{
  return adref_check_is_latin(language) &&
         g_unichar_get_script(g_utf8_get_char(place)) == G_UNICODE_SCRIPT_LATIN;
}

/* The place that the pages of this text print in the letters of another language; NULL: none. */
static char *borrowed_place(const AdrefLanguageState *state, const AdrefStatement *statement,
                            const AdrefNode *document)
{
  const char *language = state->language;
  if (!statement->place || !adref_value_given_fallback(statement->place, language, state->rolling))
    return NULL;
  g_autofree char *place = adref_value_print(statement->place, "", language);
  if (shares_letters(language, place))
    return NULL;
  g_autofree char *day =
      statement->date ? adref_value_print(statement->date, "iso", language) : NULL;
  g_autofree char *line = adref_occasion_line(place, day, language, document);
  return line && strstr(line, place) ? g_steal_pointer(&place) : NULL;
}

static void set_text(AdrefLanguageState *state, GPtrArray *differences, const AdrefNode *document,
                     const AdrefStatement *statement)
{
  state->has_text = TRUE;
  g_ptr_array_unref(state->differences);
  state->differences = g_ptr_array_ref(differences);
  state->count = adref_language_differences_count(state->differences);
  adref_language_versions_count_open(document, &state->brackets, &state->placeholders);
  state->place = borrowed_place(state, statement, document);
}

/* The title that the facts have in a language, or NULL. */
static const char *title_of(const AdrefStatement *statement, const char *language)
{
  return statement->title ? adref_localized_text_get(statement->title, language) : NULL;
}

/* The texts while they are read, by two threads. */
typedef struct {
  AdrefMeanwhile meanwhile; /* what is done first, as the longest; NULL: nothing */
  gpointer data;
  const AdrefLanguageText *texts;
  const AdrefStatement *statement;
  GHashTable **names;                  /* of the parties, in the language of each text */
  AdrefLanguageStructure **structures; /* of each text */
  GPtrArray **differences;             /* of each text but the first */
  AdrefKnownValues *known;             /* NULL: all is read */
  GByteArray **found;                  /* of each text but the first, with `known` */
} Reading;

static void begin_some(gpointer data, guint worker, guint from, guint to)
{
  const Reading *self = data;
  (void)worker;
  for (guint i = from; i < to; i++) {
    self->structures[i] = adref_language_structure_begin(
        &self->texts[i], title_of(self->statement, self->texts[i].language), self->names[i]);
    adref_language_structure_digest(self->structures[i]);
  }
}

/* Finds out of which clauses the words are to be read. */
static void begin(Reading *self, guint count)
{
  adref_parallel_for(count, 1, begin_some, self);
  for (guint i = 1; i < count; i++)
    adref_language_structures_want(self->structures[0], self->structures[i], self->known);
}

static void read_one(const Reading *self, guint i)
{
  if (self->known)
    adref_language_structure_read(self->structures[i]);
  else
    self->structures[i] = adref_language_structure_new(
        &self->texts[i], title_of(self->statement, self->texts[i].language), self->names[i]);
}

static void read_some(gpointer data, guint worker, guint from, guint to)
{
  const Reading *self = data;
  guint first = self->meanwhile ? 1 : 0;
  (void)worker;
  for (guint i = from; i < to; i++)
    if (i < first)
      self->meanwhile(self->data);
    else
      read_one(self, i - first);
}

static void compare_some(gpointer data, guint worker, guint from, guint to)
{
  const Reading *self = data;
  const AdrefLanguageStructure *first = self->structures[0];
  (void)worker;
  for (guint i = from; i < to; i++) {
    const AdrefLanguageStructure *other = self->structures[i + 1];
    if (self->known) {
      self->differences[i] =
          adref_language_structures_compare_wanted(first, other, self->known, self->found[i]);
      continue;
    }
    GPtrArray *of_text = adref_language_structures_compare(first, other);
    adref_language_structures_add_titles(of_text, first, other);
    self->differences[i] = of_text;
  }
}

/* Compares the texts that were read. */
static void compare_all(Reading *self, guint count)
{
  g_autofree GByteArray **found = g_new0(GByteArray *, count);
  self->found = found;
  for (guint i = 0; self->known && i + 1 < count; i++)
    found[i] = g_byte_array_new();
  adref_parallel_for(count - 1, 1, compare_some, self);
  for (guint i = 0; self->known && i + 1 < count; i++)
    adref_known_values_take(self->known, found[i]);
}

static void names_unref(gpointer names)
{
  g_hash_table_unref(names);
}

static void free_some(gpointer data, guint worker, guint from, guint to)
{
  const Reading *self = data;
  (void)worker;
  for (guint i = from; i < to; i++)
    adref_language_structure_free(self->structures[i]);
}

static void differences_unref(gpointer differences)
{
  g_ptr_array_unref(differences);
}

GPtrArray *adref_language_texts_compare(const AdrefLanguageText *texts, guint count,
                                        const AdrefStatement *statement,
                                        const AdrefParties *parties, AdrefKnownValues *known,
                                        AdrefMeanwhile meanwhile, gpointer data)
{
  GPtrArray *differences = g_ptr_array_new_with_free_func(differences_unref);
  g_autofree AdrefLanguageStructure **structures = g_new0(AdrefLanguageStructure *, count);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(names_unref);
  for (guint i = 0; i < count; i++)
    g_ptr_array_add(names, adref_parties_names_in(parties, texts[i].language));
  g_ptr_array_set_size(differences, MAX((int)count, 1) - 1);
  Reading reading = {.meanwhile = meanwhile,
                     .data = data,
                     .texts = texts,
                     .statement = statement,
                     .names = (GHashTable **)names->pdata,
                     .structures = structures,
                     .differences = (GPtrArray **)differences->pdata,
                     .known = known};
  guint read = count > 1 ? count : 0;
  if (known)
    begin(&reading, read);
  adref_parallel_for(read + (meanwhile ? 1 : 0), 1, read_some, &reading);
  if (count > 1)
    compare_all(&reading, count);
  adref_parallel_for(read, 1, free_some, &reading);
  return differences;
}

GPtrArray *adref_language_states_from(const AdrefLanguageText *texts, guint count,
                                      const AdrefStatement *statement, const AdrefSigningRule *rule,
                                      const GPtrArray *differences)
{
  GPtrArray *states = g_ptr_array_new_with_free_func(state_free);
  for (char **language = statement->languages; *language; language++) {
    if (strcmp(*language, texts[0].language) == 0)
      continue;
    AdrefLanguageState *state = g_new0(AdrefLanguageState, 1);
    state->language = *language;
    state->rolling = texts[0].language;
    state->role = adref_signing_rule_language_role(rule, *language);
    state->differences = g_ptr_array_new();
    state->behind = g_ptr_array_new_with_free_func(adref_behind_clause_free);
    for (guint i = 1; i < count; i++)
      if (strcmp(*language, texts[i].language) == 0)
        set_text(state, differences->pdata[i - 1], texts[i].document, statement);
    g_ptr_array_add(states, state);
  }
  return states;
}

GPtrArray *adref_language_states_new(const AdrefLanguageText *texts, guint count,
                                     const AdrefStatement *statement, const AdrefSigningRule *rule,
                                     const AdrefParties *parties)
{
  g_autoptr(GPtrArray) differences =
      adref_language_texts_compare(texts, count, statement, parties, NULL, NULL, NULL);
  return adref_language_states_from(texts, count, statement, rule, differences);
}

GPtrArray *adref_language_states_meanwhile(const AdrefLanguageVersions *language_versions,
                                           const AdrefStatement *statement,
                                           const AdrefSigningRule *rule,
                                           const AdrefParties *parties, AdrefMeanwhile meanwhile,
                                           gpointer data)
{
  guint count = language_versions->items->len;
  g_autofree AdrefLanguageText *texts = g_new0(AdrefLanguageText, count);
  for (guint i = 0; i < count; i++) {
    const AdrefLanguageVersion *version = language_versions->items->pdata[i];
    texts[i] = (AdrefLanguageText){version->language, version->document};
  }
  g_autoptr(GPtrArray) differences =
      adref_language_texts_compare(texts, count, statement, parties, NULL, meanwhile, data);
  return adref_language_states_from(texts, count, statement, rule, differences);
}

GPtrArray *adref_language_states_of_versions(const AdrefLanguageVersions *language_versions,
                                             const AdrefStatement *statement,
                                             const AdrefSigningRule *rule,
                                             const AdrefParties *parties)
{
  return adref_language_states_meanwhile(language_versions, statement, rule, parties, NULL, NULL);
}

/* Adds "not compared: 2" to a line, in place of it, where the count is not 0. */
static void add_count(char **line, const AdrefPageWords *words, AdrefPageWord word, guint count,
                      const char *other)
{
  if (count == 0)
    return;
  g_autofree char *before = *line, *n = g_strdup_printf("%u", count);
  g_autofree char *added = adref_page_words_fill(words, word, "n", n, "other", other, NULL);
  *line = adref_page_words_fill(words, ADREF_PAGE_WORD_THEN, "one", before, "two", added, NULL);
}

static void add_place(char **line, const AdrefPageWords *words, const char *place)
{
  g_autofree char *before = *line;
  g_autofree char *added =
      adref_page_words_fill(words, ADREF_PAGE_WORD_LANGUAGE_PLACE, "place", place, NULL);
  *line = adref_page_words_fill(words, ADREF_PAGE_WORD_THEN, "one", before, "two", added, NULL);
}

static char *state_words(const AdrefLanguageState *state, const AdrefPageWords *words)
{
  AdrefPageWord word = !state->has_text         ? ADREF_PAGE_WORD_LANGUAGE_NONE
                       : state->count > 1       ? ADREF_PAGE_WORD_LANGUAGE_DIFFERENCES
                       : state->count == 1      ? ADREF_PAGE_WORD_LANGUAGE_DIFFERENCE
                       : state->behind->len > 0 ? ADREF_PAGE_WORD_LANGUAGE_SAME
                                                : ADREF_PAGE_WORD_LANGUAGE_STEP;
  g_autofree char *n = g_strdup_printf("%u", state->count);
  return adref_page_words_fill(words, word, "language", state->language, "n", n, "other",
                               state->rolling, NULL);
}

AdrefLanguageState *adref_language_states_find(const GPtrArray *states, const char *language)
{
  for (guint i = 0; i < states->len; i++) {
    AdrefLanguageState *state = states->pdata[i];
    if (strcmp(state->language, language) == 0)
      return state;
  }
  return NULL;
}

char *adref_language_state_line(const AdrefLanguageState *state, const AdrefPageWords *words)
{
  char *line = state_words(state, words);
  if (!state->has_text)
    return line;
  add_count(&line, words, ADREF_PAGE_WORD_LANGUAGE_UNREAD, state->differences->len - state->count,
            "");
  add_count(&line, words, ADREF_PAGE_WORD_LANGUAGE_BEHIND, state->behind->len, state->rolling);
  add_count(&line, words, ADREF_PAGE_WORD_LANGUAGE_BRACKETS, state->brackets, "");
  add_count(&line, words, ADREF_PAGE_WORD_LANGUAGE_COME, state->placeholders, "");
  if (state->place)
    add_place(&line, words, state->place);
  return line;
}

/* The words of the clauses that are not in step: id -> word. */
static GHashTable *make_words(const AdrefLanguageState *state)
{
  GHashTable *words = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < state->behind->len; i++)
    g_hash_table_insert(words, ((AdrefBehindClause *)state->behind->pdata[i])->clause,
                        (char *)(guintptr) "behind");
  for (guint i = 0; i < state->differences->len; i++) {
    const AdrefLanguageDifference *difference = state->differences->pdata[i];
    gboolean is_missing = difference->type == ADREF_LANGUAGE_DIFFERENCE_CLAUSE;
    if (difference->clause && adref_language_difference_is_proven(difference))
      g_hash_table_insert(words, difference->clause,
                          (char *)(guintptr)(is_missing ? "missing" : "differs"));
  }
  return words;
}

const char *adref_language_state_clause_word(AdrefLanguageState *state, const char *clause)
{
  if (!state->has_text)
    return "";
  if (!state->words)
    state->words = make_words(state);
  const char *word = clause ? g_hash_table_lookup(state->words, clause) : NULL;
  return word ? word : "in step";
}

gboolean adref_language_difference_is_acceptable(const AdrefLanguageDifference *difference)
{
  switch (difference->type) {
  case ADREF_LANGUAGE_DIFFERENCE_CLAUSE:
  case ADREF_LANGUAGE_DIFFERENCE_KIND:
  case ADREF_LANGUAGE_DIFFERENCE_BRACKET:
  case ADREF_LANGUAGE_DIFFERENCE_VALUE:
  case ADREF_LANGUAGE_DIFFERENCE_REFERENCE:
  case ADREF_LANGUAGE_DIFFERENCE_STRENGTH:
  case ADREF_LANGUAGE_DIFFERENCE_FOOTNOTE:
  case ADREF_LANGUAGE_DIFFERENCE_LIST:
  case ADREF_LANGUAGE_DIFFERENCE_LINK:
  case ADREF_LANGUAGE_DIFFERENCE_TABLE: return difference->clause != NULL;
  case ADREF_LANGUAGE_DIFFERENCE_ORDER:
  case ADREF_LANGUAGE_DIFFERENCE_NUMBER:
  case ADREF_LANGUAGE_DIFFERENCE_HEADING:
  case ADREF_LANGUAGE_DIFFERENCE_BELOW:
  case ADREF_LANGUAGE_DIFFERENCE_TITLE:
  case ADREF_LANGUAGE_DIFFERENCE_SEQUENCE:
  case ADREF_LANGUAGE_DIFFERENCE_UNREAD: return FALSE;
  }
  return FALSE;
}

GPtrArray *adref_language_difference_accepted(const AdrefLanguageDifference *difference,
                                              GHashTable *records, AdrefClauseHashes *hashes)
{
  GPtrArray *codes = g_ptr_array_new();
  if (!adref_language_difference_is_acceptable(difference))
    return codes;
  g_autofree char *now = adref_clause_hashes_text(hashes, difference->clause);
  GHashTableIter iter;
  gpointer value;
  g_hash_table_iter_init(&iter, records);
  while (g_hash_table_iter_next(&iter, NULL, &value)) {
    const AdrefPartyRecord *record = value;
    const AdrefPartyActItem *item = g_hash_table_lookup(record->differences, difference->clause);
    if (item && *now && strcmp(item->hashes, now) == 0)
      g_ptr_array_add(codes, record->party);
  }
  g_ptr_array_sort(codes, adref_string_order);
  return codes;
}

/* Whether all who must sign have accepted the difference. */
static gboolean is_accepted(const AdrefLanguageDifference *difference, const AdrefSigningRule *rule,
                            GHashTable *records, AdrefClauseHashes *hashes)
{
  g_autoptr(GPtrArray) codes = adref_language_difference_accepted(difference, records, hashes);
  g_autoptr(GHashTable) set = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < codes->len; i++)
    g_hash_table_add(set, codes->pdata[i]);
  return rule->items->len > 0 && adref_signing_rule_count_met(rule, set, NULL) == rule->items->len;
}

/* What is needed to tell which differences stand against a signature. */
typedef struct {
  const AdrefSigningRule *rule;
  GHashTable *records;
  AdrefClauseHashes *hashes;
} RefusalContext;

/* Adds "fr was not touched since en changed: ..." with the clauses that nobody confirmed, and of
 * which not all accepted that the languages differ. */
static void append_behind(GString *text, const RefusalContext *self,
                          const AdrefLanguageState *state)
{
  guint open = 0;
  for (guint i = 0; i < state->behind->len; i++) {
    const AdrefBehindClause *behind = state->behind->pdata[i];
    const AdrefLanguageDifference difference = {.type = ADREF_LANGUAGE_DIFFERENCE_VALUE,
                                                .clause = behind->clause};
    if (is_accepted(&difference, self->rule, self->records, self->hashes) ||
        open++ >= ADREF_LANGUAGE_STATES_MAX_LISTED)
      continue;
    if (open == 1)
      g_string_append_printf(text,
                             "%s%s was not touched since %s changed: ", text->len > 0 ? "; " : "",
                             state->language, state->rolling);
    g_string_append_printf(text, "%s%s", open > 1 ? ", " : "", behind->clause);
  }
  if (open > ADREF_LANGUAGE_STATES_MAX_LISTED)
    g_string_append_printf(text, " and %u more", open - ADREF_LANGUAGE_STATES_MAX_LISTED);
  if (open > 0)
    g_string_append_printf(text,
                           " (adref edit --lang %s --stale translates it, or records that it "
                           "needs no change)",
                           state->language);
}

/* Adds "en and fr differ: ..." with what nobody accepted; nothing where the texts are in step. */
static void append_refusal(GString *text, const RefusalContext *self,
                           const AdrefLanguageState *state)
{
  guint open = 0;
  for (guint i = 0; i < state->differences->len; i++) {
    const AdrefLanguageDifference *difference = state->differences->pdata[i];
    if (!adref_language_difference_is_proven(difference) ||
        is_accepted(difference, self->rule, self->records, self->hashes) ||
        open++ >= ADREF_LANGUAGE_STATES_MAX_LISTED)
      continue;
    g_autofree char *line =
        adref_language_difference_line(difference, state->rolling, state->language, NULL);
    if (open == 1)
      g_string_append_printf(text, "%s%s and %s differ: ", text->len > 0 ? "; " : "",
                             state->rolling, state->language);
    g_string_append_printf(text, "%s%s", open > 1 ? "; " : "", line);
  }
  if (open > ADREF_LANGUAGE_STATES_MAX_LISTED)
    g_string_append_printf(text, "; and %u more (adref status --languages)",
                           open - ADREF_LANGUAGE_STATES_MAX_LISTED);
}

char *adref_language_states_refusal(const GPtrArray *states, const AdrefSigningRule *rule,
                                    GHashTable *records, AdrefClauseHashes *hashes)
{
  const RefusalContext self = {rule, records, hashes};
  GString *text = g_string_new(NULL);
  for (guint i = 0; i < states->len; i++) {
    const AdrefLanguageState *state = states->pdata[i];
    if (!adref_language_role_binds(state->role))
      continue;
    append_refusal(text, &self, state);
    append_behind(text, &self, state);
  }
  return g_string_free(text, text->len == 0);
}
