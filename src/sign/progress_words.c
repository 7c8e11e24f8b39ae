#include "sign/progress_words.h"

#include <string.h>

enum {
  MOST_NAMED = 6 /* parties in one line */
};

static const char *const words[] = {
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
  return words[state];
}

static void append_codes(GString *text, const GPtrArray *codes)
{
  for (guint i = 0; i < codes->len; i++)
    g_string_append_printf(text, "%s%s", i > 0 ? ", " : "", (const char *)codes->pdata[i]);
}

static void append_by(GString *text, const char *what, const GPtrArray *codes)
{
  g_string_append(text, what);
  append_codes(text, codes);
}

/* "reserved by THA: No funds; VNM: The capital". */
static void append_reasons(GString *text, const char *what, const GPtrArray *codes,
                           GHashTable *reasons)
{
  g_string_append(text, what);
  for (guint i = 0; i < codes->len; i++) {
    const char *reason = g_hash_table_lookup(reasons, codes->pdata[i]);
    g_string_append_printf(text, "%s%s%s%s", i > 0 ? "; " : "", (const char *)codes->pdata[i],
                           reason ? ": " : "", reason ? reason : "");
  }
}

static void append_count(GString *text, const char *what, guint count)
{
  g_string_append(text, what);
  if (count > 1)
    g_string_append_printf(text, " (%u)", count);
}

/* A reservation stays beside a bracket or a change. */
static void append_reserved(GString *text, const AdrefClauseProgress *clause)
{
  if (clause->reserved->len > 0)
    append_reasons(text, ", reserved by ", clause->reserved, clause->reasons);
}

static void append_disassociated(GString *text, const AdrefClauseProgress *clause)
{
  if (clause->disassociated->len > 0)
    append_reasons(text, "; disassociated: ", clause->disassociated, clause->reasons);
}

static void append_working_group(GString *text, const AdrefProgress *progress,
                                 const AdrefClauseProgress *clause)
{
  guint count = clause->working_group->len;
  if (count > 0 && clause->agreed->len == 0)
    g_string_append_printf(text, "agreed in working group by %u of %u", count, progress->parties);
  else
    g_string_append_printf(text, "agreed by %u of %u", clause->agreed->len, progress->parties);
  if (count > 0 && clause->agreed->len > 0)
    g_string_append_printf(text, ", in working group by %u more", count);
}

static void append_agreed(GString *text, const AdrefProgress *progress,
                          const AdrefClauseProgress *clause)
{
  g_string_append(text, clause->is_confirmed ? "confirmed" : "agreed ad ref");
  if (!clause->is_confirmed && clause->confirmed->len > 0)
    g_string_append_printf(text, ", confirmed by %u of %u", clause->confirmed->len,
                           progress->parties);
}

static void append_reopened(GString *text, const AdrefClauseProgress *clause)
{
  if (clause->reopened->len == 0)
    return;
  append_reasons(text, ", reopened by ", clause->reopened, clause->reasons);
}

char *adref_progress_clause_words(const AdrefProgress *progress, const AdrefClauseProgress *clause)
{
  GString *text = g_string_new(NULL);
  switch (clause->state) {
  case ADREF_CLAUSE_STATE_CHANGED:
    append_by(text, "changed since agreed by ", clause->changed);
    g_string_append_printf(text, " (%s)", clause->languages);
    if (clause->brackets > 0)
      append_count(text, ", bracketed", clause->brackets);
    append_reserved(text, clause);
    break;
  case ADREF_CLAUSE_STATE_PLACEHOLDER:
    append_count(text, "placeholder", clause->placeholders);
    append_reserved(text, clause);
    break;
  case ADREF_CLAUSE_STATE_OPTION:
    if (clause->option == clause->clause)
      g_string_append_printf(text, "option for %s", clause->option->as.clause->alt);
    else
      g_string_append_printf(text, "has the option %s",
                             clause->option->as.clause->id ? clause->option->as.clause->id : "-");
    break;
  case ADREF_CLAUSE_STATE_BRACKETED:
    append_count(text, "bracketed", clause->brackets);
    append_reserved(text, clause);
    break;
  case ADREF_CLAUSE_STATE_RESERVED:
    append_reasons(text, "reserved by ", clause->reserved, clause->reasons);
    break;
  case ADREF_CLAUSE_STATE_AGREED: append_agreed(text, progress, clause); break;
  case ADREF_CLAUSE_STATE_WORKING_GROUP:
    g_string_append(text, "agreed in working group");
    if (clause->agreed->len > 0)
      g_string_append_printf(text, ", in plenary by %u of %u", clause->agreed->len,
                             progress->parties);
    break;
  case ADREF_CLAUSE_STATE_PARTLY_AGREED:
    append_working_group(text, progress, clause);
    append_reopened(text, clause);
    break;
  case ADREF_CLAUSE_STATE_OPEN:
    g_string_append(text,
                    clause->clause->as.clause->kind == ADREF_TITLE ? "not yet agreed" : "open");
    append_reopened(text, clause);
    break;
  }
  append_disassociated(text, clause);
  return g_string_free(text, FALSE);
}

char *adref_progress_total(const AdrefProgress *progress)
{
  static const struct {
    AdrefClauseState state;
    const char *words;
  } parts[] = {
      {ADREF_CLAUSE_STATE_CHANGED, "changed since agreed"},
      {ADREF_CLAUSE_STATE_WORKING_GROUP, "agreed in working group"},
      {ADREF_CLAUSE_STATE_PARTLY_AGREED, "agreed by some"},
      {ADREF_CLAUSE_STATE_RESERVED, "reserved"},
      {ADREF_CLAUSE_STATE_OPTION, "with options"},
      {ADREF_CLAUSE_STATE_BRACKETED, "bracketed"},
      {ADREF_CLAUSE_STATE_PLACEHOLDER, "to come"},
      {ADREF_CLAUSE_STATE_OPEN, "open"},
  };
  GString *text = g_string_new(NULL);
  g_string_append_printf(text, "%u of %u clause%s agreed ad ref",
                         progress->counts[ADREF_CLAUSE_STATE_AGREED], progress->clauses->len,
                         progress->clauses->len == 1 ? "" : "s");
  if (progress->confirmed > 0)
    g_string_append_printf(text, " (%u confirmed)", progress->confirmed);
  for (gsize i = 0; i < G_N_ELEMENTS(parts); i++)
    if (progress->counts[parts[i].state] > 0)
      g_string_append_printf(text, ", %u %s", progress->counts[parts[i].state], parts[i].words);
  if (progress->disassociated > 0)
    g_string_append_printf(text, ", %u with disassociations", progress->disassociated);
  return g_string_free(text, FALSE);
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

/* " by ASEAN: adref confirm --all-agreed --as ASEAN"; without names before all have agreed, or
 * where they are many. */
static char *confirm_words(const AdrefProgress *progress)
{
  g_autoptr(GPtrArray) codes = unconfirmed(progress);
  g_autoptr(GString) names = g_string_new(NULL);
  for (guint i = 0; codes && codes->len <= MOST_NAMED && i < codes->len; i++)
    g_string_append_printf(names, "%s%s", i == 0 ? " by " : ", ", (const char *)codes->pdata[i]);
  return g_strdup_printf("%s: adref confirm --all-agreed --as %s", names->str,
                         codes && codes->len == 1 ? (const char *)codes->pdata[0] : "PARTY");
}

char *adref_progress_adoption_words(const AdrefProgress *progress, AdrefAdoptionLevel level)
{
  static const struct {
    const char *words, *command;
  } levels[] = {
      {"agreed", "agree CLAUSE --as PARTY"},
      {"agreed in plenary", "agree CLAUSE --in plenary --as PARTY"},
      {"confirmed", NULL},
  };
  guint left = 0;
  for (guint i = 0; i < progress->clauses->len; i++)
    left += adref_progress_reaches(progress->clauses->pdata[i], level) ? 0 : 1;
  if (left == 0)
    return g_strdup_printf("all clauses are %s, as \"adoption: %s\" asks for", levels[level].words,
                           adref_adoption_level_word(level));
  g_autofree char *how = levels[level].command
                             ? g_strconcat(": adref ", levels[level].command, NULL)
                             : confirm_words(progress);
  return g_strdup_printf("for adoption %u of %u clauses are still to be %s%s", left,
                         progress->clauses->len, levels[level].words, how);
}
