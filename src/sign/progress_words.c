#include "sign/progress_words.h"

#include "base/string_list.h"

enum {
  MOST_NAMED = 6 /* parties in one line */
};

static const char *const state_words[] = {
    [ADREF_CLAUSE_STATE_CHANGED] = "changed",
    [ADREF_CLAUSE_STATE_PLACEHOLDER] = "placeholder",
    [ADREF_CLAUSE_STATE_OPTION] = "option",
    [ADREF_CLAUSE_STATE_BRACKETED] = "bracketed",
    [ADREF_CLAUSE_STATE_RESERVED] = "reserved",
    [ADREF_CLAUSE_STATE_WORKING_GROUP] = "working group",
    [ADREF_CLAUSE_STATE_AGREED] = "agreed",
    [ADREF_CLAUSE_STATE_PARTLY_AGREED] = "partly agreed",
    [ADREF_CLAUSE_STATE_OPEN] = "open",
};

const char *adref_clause_state_word(AdrefClauseState state)
{
  return state_words[state];
}

/* The words of a page, or of the terminal (`table` NULL), while a state is written. */
typedef struct {
  GString *text;
  const AdrefPageWords *table;
  char *comma, *semicolon; /* with a space, where the language has one */
} StateWords;

static StateWords state_words_new(const AdrefPageWords *table)
{
  return (StateWords){g_string_new(NULL), table,
                      adref_page_words_between(table, ADREF_PAGE_WORD_BOTH),
                      adref_page_words_between(table, ADREF_PAGE_WORD_THEN)};
}

static char *state_words_take(StateWords *state)
{
  g_free(state->comma);
  g_free(state->semicolon);
  return g_string_free(state->text, FALSE);
}

static const char *word(const StateWords *state, AdrefPageWord word)
{
  return adref_page_words_get(state->table, word);
}

/* "reserved by THA"; `before` stands before it. */
static void append_by(StateWords *state, const char *before, AdrefPageWord what, const char *who)
{
  g_autofree char *words = adref_page_words_fill(state->table, ADREF_PAGE_WORD_STATE_BY, "what",
                                                 word(state, what), "who", who, NULL);
  g_string_append_printf(state->text, "%s%s", before, words);
}

/* "THA: No funds; VNM: The capital". */
static char *join_reasons(const GPtrArray *codes, GHashTable *reasons)
{
  GString *text = g_string_new(NULL);
  for (guint i = 0; i < codes->len; i++) {
    const char *reason = g_hash_table_lookup(reasons, codes->pdata[i]);
    g_string_append_printf(text, "%s%s%s%s", i > 0 ? "; " : "", (const char *)codes->pdata[i],
                           reason ? ": " : "", reason ? reason : "");
  }
  return g_string_free(text, FALSE);
}

static void append_count(StateWords *state, AdrefPageWord what, guint count)
{
  g_string_append(state->text, word(state, what));
  if (count > 1)
    g_string_append_printf(state->text, " (%u)", count);
}

/* "agreed by 1 of 2"; `before` stands before it. */
static void append_share(StateWords *state, const char *before, AdrefPageWord what, guint count,
                         guint all)
{
  g_autofree char *n = g_strdup_printf("%u", count);
  g_autofree char *total = g_strdup_printf("%u", all);
  g_autofree char *words =
      adref_page_words_fill(state->table, ADREF_PAGE_WORD_STATE_BY_COUNT, "what", word(state, what),
                            "n", n, "all", total, NULL);
  g_string_append_printf(state->text, "%s%s", before, words);
}

/* A reservation stays beside a bracket or a change. */
static void append_reserved(StateWords *state, const char *before,
                            const AdrefClauseProgress *clause)
{
  g_autofree char *who = join_reasons(clause->reserved, clause->reasons);
  if (clause->reserved->len > 0)
    append_by(state, before, ADREF_PAGE_WORD_STATE_RESERVED, who);
}

static void append_disassociated(StateWords *state, const AdrefClauseProgress *clause)
{
  g_autofree char *who = join_reasons(clause->disassociated, clause->reasons);
  if (clause->disassociated->len > 0)
    g_string_append_printf(state->text, "%s%s: %s", state->semicolon,
                           word(state, ADREF_PAGE_WORD_STATE_DISASSOCIATED), who);
}

static void append_changed(StateWords *state, const AdrefClauseProgress *clause)
{
  g_autofree char *who = adref_string_list_join(clause->changed, 0);
  append_by(state, "", ADREF_PAGE_WORD_STATE_CHANGED, who);
  g_string_append_printf(state->text, " (%s)", clause->languages);
  if (clause->brackets == 0)
    return;
  g_string_append(state->text, state->comma);
  append_count(state, ADREF_PAGE_WORD_STATE_BRACKETED, clause->brackets);
}

static void append_option(StateWords *state, const AdrefClauseProgress *clause)
{
  const AdrefClause *option = clause->option->as.clause;
  gboolean is_it = clause->option == clause->clause;
  const char *id = option->id ? option->id : "-";
  g_autofree char *words = adref_page_words_fill(
      state->table, is_it ? ADREF_PAGE_WORD_STATE_OPTION_FOR : ADREF_PAGE_WORD_STATE_OPTION,
      "clause", is_it ? option->alt : id, NULL);
  g_string_append(state->text, words);
}

static void append_partly(StateWords *state, const AdrefProgress *progress,
                          const AdrefClauseProgress *clause)
{
  guint count = clause->working_group->len, agreed = clause->agreed->len;
  if (count > 0 && agreed == 0)
    append_share(state, "", ADREF_PAGE_WORD_STATE_GROUP, count, progress->parties);
  else
    append_share(state, "", ADREF_PAGE_WORD_STATE_AGREED_BY, agreed, progress->parties);
  if (count == 0 || agreed == 0)
    return;
  g_autofree char *more =
      adref_page_words_count(state->table, ADREF_PAGE_WORD_STATE_BY_MORE, count);
  g_string_append_printf(state->text, "%s%s", state->comma, more);
}

static void append_agreed(StateWords *state, const AdrefProgress *progress,
                          const AdrefClauseProgress *clause)
{
  g_string_append(state->text, word(state, clause->is_confirmed ? ADREF_PAGE_WORD_STATE_CONFIRMED
                                                                : ADREF_PAGE_WORD_STATE_AGREED));
  if (!clause->is_confirmed && clause->confirmed->len > 0)
    append_share(state, state->comma, ADREF_PAGE_WORD_STATE_CONFIRMED, clause->confirmed->len,
                 progress->parties);
}

static void append_reopened(StateWords *state, const AdrefClauseProgress *clause)
{
  g_autofree char *who = join_reasons(clause->reopened, clause->reasons);
  if (clause->reopened->len > 0)
    append_by(state, state->comma, ADREF_PAGE_WORD_STATE_REOPENED, who);
}

static void append_state(StateWords *state, const AdrefProgress *progress,
                         const AdrefClauseProgress *clause)
{
  switch (clause->state) {
  case ADREF_CLAUSE_STATE_CHANGED:
    append_changed(state, clause);
    append_reserved(state, state->comma, clause);
    break;
  case ADREF_CLAUSE_STATE_PLACEHOLDER:
    append_count(state, ADREF_PAGE_WORD_STATE_PLACEHOLDER, clause->placeholders);
    append_reserved(state, state->comma, clause);
    break;
  case ADREF_CLAUSE_STATE_OPTION: append_option(state, clause); break;
  case ADREF_CLAUSE_STATE_BRACKETED:
    append_count(state, ADREF_PAGE_WORD_STATE_BRACKETED, clause->brackets);
    append_reserved(state, state->comma, clause);
    break;
  case ADREF_CLAUSE_STATE_RESERVED: append_reserved(state, "", clause); break;
  case ADREF_CLAUSE_STATE_AGREED: append_agreed(state, progress, clause); break;
  case ADREF_CLAUSE_STATE_WORKING_GROUP:
    g_string_append(state->text, word(state, ADREF_PAGE_WORD_STATE_GROUP));
    if (clause->agreed->len > 0)
      append_share(state, state->comma, ADREF_PAGE_WORD_STATE_PLENARY, clause->agreed->len,
                   progress->parties);
    break;
  case ADREF_CLAUSE_STATE_PARTLY_AGREED:
    append_partly(state, progress, clause);
    append_reopened(state, clause);
    break;
  case ADREF_CLAUSE_STATE_OPEN:
    g_string_append(state->text, word(state, clause->clause->as.clause->kind == ADREF_TITLE
                                                 ? ADREF_PAGE_WORD_STATE_NOT_AGREED
                                                 : ADREF_PAGE_WORD_STATE_OPEN));
    append_reopened(state, clause);
    break;
  }
}

char *adref_progress_clause_words(const AdrefProgress *progress, const AdrefClauseProgress *clause,
                                  const AdrefPageWords *table)
{
  StateWords state = state_words_new(table);
  append_state(&state, progress, clause);
  append_disassociated(&state, clause);
  return state_words_take(&state);
}

char *adref_progress_removed_words(const AdrefRemovedClause *removed, const AdrefPageWords *table)
{
  StateWords state = state_words_new(table);
  g_autofree char *who = adref_string_list_join(removed->agreed, 0);
  append_by(&state, "", ADREF_PAGE_WORD_STATE_REMOVED, who);
  return state_words_take(&state);
}

/* "2 bracketed"; `before` and `after` stand around it; nothing for 0. */
static void append_part(StateWords *state, const char *before, AdrefPageWord what, guint count,
                        const char *after)
{
  g_autofree char *n = g_strdup_printf("%u", count);
  g_autofree char *words = adref_page_words_fill(state->table, ADREF_PAGE_WORD_TOTAL_PART, "n", n,
                                                 "what", word(state, what), NULL);
  if (count > 0)
    g_string_append_printf(state->text, "%s%s%s", before, words, after);
}

char *adref_progress_total(const AdrefProgress *progress, const AdrefPageWords *table)
{
  static const struct {
    AdrefClauseState state;
    AdrefPageWord word;
  } parts[] = {
      {ADREF_CLAUSE_STATE_CHANGED, ADREF_PAGE_WORD_STATE_CHANGED},
      {ADREF_CLAUSE_STATE_WORKING_GROUP, ADREF_PAGE_WORD_STATE_GROUP},
      {ADREF_CLAUSE_STATE_PARTLY_AGREED, ADREF_PAGE_WORD_STATE_SOME},
      {ADREF_CLAUSE_STATE_RESERVED, ADREF_PAGE_WORD_STATE_RESERVED},
      {ADREF_CLAUSE_STATE_OPTION, ADREF_PAGE_WORD_STATE_OPTIONS},
      {ADREF_CLAUSE_STATE_BRACKETED, ADREF_PAGE_WORD_STATE_BRACKETED},
      {ADREF_CLAUSE_STATE_PLACEHOLDER, ADREF_PAGE_WORD_STATE_COME},
      {ADREF_CLAUSE_STATE_OPEN, ADREF_PAGE_WORD_STATE_OPEN},
  };
  StateWords state = state_words_new(table);
  guint all = progress->clauses->len;
  g_autofree char *n = g_strdup_printf("%u", progress->counts[ADREF_CLAUSE_STATE_AGREED]);
  g_autofree char *count = g_strdup_printf("%u", all);
  g_autofree char *agreed =
      adref_page_words_fill(table, all == 1 ? ADREF_PAGE_WORD_TOTAL_ONE : ADREF_PAGE_WORD_TOTAL,
                            "n", n, "all", count, NULL);
  g_string_append(state.text, agreed);
  append_part(&state, " (", ADREF_PAGE_WORD_STATE_CONFIRMED, progress->confirmed, ")");
  for (gsize i = 0; i < G_N_ELEMENTS(parts); i++)
    append_part(&state, state.comma, parts[i].word, progress->counts[parts[i].state], "");
  append_part(&state, state.comma, ADREF_PAGE_WORD_STATE_DISASSOCIATIONS, progress->disassociated,
              "");
  return state_words_take(&state);
}

/* Who is still to confirm, in the order of the clauses; NULL: a clause is not agreed by all yet. */
static GPtrArray *unconfirmed(const AdrefProgress *progress)
{
  g_autoptr(GPtrArray) codes = g_ptr_array_new();
  for (guint i = 0; i < progress->clauses->len; i++) {
    const AdrefClauseProgress *clause = progress->clauses->pdata[i];
    if (clause->state != ADREF_CLAUSE_STATE_AGREED)
      return NULL;
    for (guint j = 0; j < clause->agreed->len; j++) {
      char *code = clause->agreed->pdata[j];
      if (adref_progress_lacks_confirmation(clause, code) &&
          !g_ptr_array_find_with_equal_func(codes, code, g_str_equal, NULL))
        g_ptr_array_add(codes, code);
    }
  }
  return g_steal_pointer(&codes);
}

/* "agreed", "confirmed". */
static const char *level_words(AdrefAdoptionLevel level, const AdrefPageWords *words)
{
  static const AdrefPageWord levels[] = {ADREF_PAGE_WORD_STATE_AGREED_BY,
                                         ADREF_PAGE_WORD_LEVEL_PLENARY,
                                         ADREF_PAGE_WORD_STATE_CONFIRMED};
  return adref_page_words_get(words, levels[level]);
}

/* The line and what to do, "...: adref agree CLAUSE --as PARTY". Names are left out before all have
 * agreed, or where they are many. */
static char *with_command(const AdrefProgress *progress, AdrefAdoptionLevel level, char *line,
                          const AdrefPageWords *words)
{
  static const char *const commands[] = {"agree CLAUSE --as PARTY",
                                         "agree CLAUSE --in plenary --as PARTY"};
  g_autofree char *plain = line;
  if (level != ADREF_ADOPTION_LEVEL_CONFIRMED)
    return g_strconcat(plain, ": adref ", commands[level], NULL);
  g_autoptr(GPtrArray) codes = unconfirmed(progress);
  g_autoptr(GString) names = g_string_new(NULL);
  for (guint i = 0; codes && codes->len <= MOST_NAMED && i < codes->len; i++)
    g_string_append_printf(names, "%s%s", i == 0 ? "" : ", ", (const char *)codes->pdata[i]);
  g_autofree char *named = names->len > 0
                               ? adref_page_words_fill(words, ADREF_PAGE_WORD_ADOPTION_BY, "words",
                                                       plain, "parties", names->str, NULL)
                               : g_strdup(plain);
  return g_strconcat(named, ": adref confirm --all-agreed --as ",
                     codes && codes->len == 1 ? (const char *)codes->pdata[0] : "PARTY", NULL);
}

char *adref_progress_adoption_words(const AdrefProgress *progress, AdrefAdoptionLevel level,
                                    const AdrefPageWords *words)
{
  const char *name = level_words(level, words);
  guint left = 0;
  for (guint i = 0; i < progress->clauses->len; i++)
    left += adref_progress_reaches(progress->clauses->pdata[i], level) ? 0 : 1;
  if (left == 0)
    return adref_page_words_fill(words, ADREF_PAGE_WORD_ADOPTION_DONE, "level", name, "word",
                                 adref_adoption_level_word(level), NULL);
  g_autofree char *n = g_strdup_printf("%u", left),
                  *all = g_strdup_printf("%u", progress->clauses->len);
  char *line = adref_page_words_fill(words, ADREF_PAGE_WORD_ADOPTION_LEFT, "n", n, "all", all,
                                     "level", name, NULL);
  return with_command(progress, level, line, words);
}
