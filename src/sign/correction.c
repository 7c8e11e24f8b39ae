#include "sign/correction.h"

#include <string.h>

#include "base/digest.h"
#include "base/name.h"
#include "merge/compare/diff.h"
#include "review/fact_changes.h"
#include "sign/bytes.h"
#include "sign/printed_facts.h"
#include "sign/signed_field.h"

enum {
  CONTEXT_WORDS = 4,           /* words shown before and after a change */
  MAX_CONTEXT_CHARACTERS = 48, /* in all of them, at most */
};

static const char title[] = "# Proc\303\250s-verbal of rectification: ";
static const char commit_key[] = "Former version: ";
static const char reason_key[] = "Reason: ";

AdrefCorrection *adref_correction_new(const char *statement, const char *label, const char *former,
                                      const char *commit, const char *reason)
{
  AdrefCorrection *correction = g_new0(AdrefCorrection, 1);
  correction->statement = g_strdup(statement);
  correction->label = g_strdup(label);
  correction->former = g_strdup(former);
  correction->commit = g_strdup(commit);
  correction->reason = g_strdup(reason);
  return correction;
}

void adref_correction_free(AdrefCorrection *correction)
{
  if (!correction)
    return;
  g_free(correction->statement);
  g_free(correction->label);
  g_free(correction->former);
  g_free(correction->commit);
  g_free(correction->reason);
  g_free(correction);
}

char *adref_correction_path(const char *folder, const char *label)
{
  return g_strdup_printf("%s/corrections/%s.md", folder, label);
}

/* A run of words that stand in one of the texts, or in both. */
typedef struct {
  AdrefChangeMark mark; /* KEPT, DELETED or INSERTED */
  GString *words;
} WordRun;

static void run_clear(gpointer run)
{
  g_string_free(((WordRun *)run)->words, TRUE);
}

/* Whether words stand in one text only. Markup around words that both texts have is no change. */
static AdrefChangeMark mark_of(const AdrefNode *node)
{
  return node->mark == ADREF_DELETED || node->mark == ADREF_INSERTED ? node->mark : ADREF_KEPT;
}

static void add_run(GArray *runs, AdrefChangeMark mark, const char *text, gsize length)
{
  WordRun *last = runs->len > 0 ? &g_array_index(runs, WordRun, runs->len - 1) : NULL;
  if (!last || last->mark != mark) {
    WordRun run = {mark, g_string_new(NULL)};
    g_array_append_val(runs, run);
    last = &g_array_index(runs, WordRun, runs->len - 1);
  }
  g_string_append_len(last->words, text, (gssize)length);
}

/* The words of a clause, in their order. */
static GArray *runs_of(const AdrefNode *clause)
{
  GArray *runs = g_array_new(FALSE, FALSE, sizeof(WordRun));
  g_array_set_clear_func(runs, run_clear);
  AdrefWalk walk = adref_walk(clause);
  while (adref_walk_next(&walk)) {
    const AdrefNode *node = walk.node;
    gboolean spoken = node->type != ADREF_NOTE && node->type != ADREF_COMMENT;
    if (walk.entering && node->text && spoken)
      add_run(runs, mark_of(node), node->text, node->length);
    else if (!walk.entering && node != clause && adref_node_is_block(node) && spoken)
      add_run(runs, mark_of(node), " ", 1);
    else if (walk.entering && node->type == ADREF_LINE_BREAK)
      add_run(runs, mark_of(node), " ", 1);
  }
  return runs;
}

/* Where the last CONTEXT_WORDS words of a run begin; at most MAX_CONTEXT_CHARACTERS before its end,
 * for scripts without spaces. */
static const char *context_before(const char *text)
{
  const char *at = text + strlen(text);
  for (guint words = 0, letters = 0; at > text && letters < MAX_CONTEXT_CHARACTERS; letters++) {
    const char *before = g_utf8_prev_char(at);
    if (*before == ' ' && *at && ++words == CONTEXT_WORDS)
      break;
    at = before;
  }
  return at;
}

/* The length in bytes of the first CONTEXT_WORDS words, with the same limit. */
static gsize context_after_length(const char *text)
{
  const char *at = text;
  for (guint words = 0, letters = 0; *at && letters < MAX_CONTEXT_CHARACTERS; letters++) {
    if (*at == ' ' && at > text && ++words == CONTEXT_WORDS)
      break;
    at = g_utf8_next_char(at);
  }
  return (gsize)(at - text);
}

static void put_words(GString *out, const char *words)
{
  g_autofree char *visible = adref_escape_controls(words, -1, FALSE);
  g_strstrip(visible);
  g_string_append_printf(out, "\n\n    %s\n", *visible ? visible : "(nothing)");
}

/* Whether the kept run is so short that the changes before and after it are written as one. */
static gboolean change_continues(const GArray *runs, guint at)
{
  const char *words = g_array_index(runs, WordRun, at).words->str;
  return at + 1 < runs->len && context_after_length(words) == strlen(words);
}

/* Writes the change that begins with the run `at`, in its old and new wording. Returns the index of
 * the first run after it. */
static guint put_change(GString *out, const GArray *runs, guint at)
{
  g_autoptr(GString) old = g_string_new(NULL), new = g_string_new(NULL);
  const WordRun *before = at > 0 ? &g_array_index(runs, WordRun, at - 1) : NULL;
  const char *context = before ? context_before(before->words->str) : "";
  g_string_append(old, context);
  g_string_append(new, context);
  for (; at < runs->len; at++) {
    const WordRun *run = &g_array_index(runs, WordRun, at);
    if (run->mark == ADREF_KEPT && !change_continues(runs, at))
      break;
    if (run->mark != ADREF_INSERTED)
      g_string_append(old, run->words->str);
    if (run->mark != ADREF_DELETED)
      g_string_append(new, run->words->str);
  }
  if (at < runs->len) {
    const char *words = g_array_index(runs, WordRun, at).words->str;
    g_string_append_len(old, words, (gssize)context_after_length(words));
    g_string_append_len(new, words, (gssize)context_after_length(words));
  }
  g_string_append(out, "\nFor");
  put_words(out, old->str);
  g_string_append(out, "\nread");
  put_words(out, new->str);
  return at;
}

static void put_whole(GString *out, const char *what, const AdrefNode *clause)
{
  g_autoptr(GArray) runs = runs_of(clause);
  g_autoptr(GString) words = g_string_new(NULL);
  for (guint i = 0; i < runs->len; i++)
    g_string_append(words, g_array_index(runs, WordRun, i).words->str);
  g_string_append_printf(out, "\n%s", what);
  put_words(out, words->str);
}

static void put_changes(GString *out, const AdrefNode *clause)
{
  g_autoptr(GArray) runs = runs_of(clause);
  gsize before = out->len;
  for (guint at = 0; at < runs->len; at++)
    if (g_array_index(runs, WordRun, at).mark != ADREF_KEPT)
      at = put_change(out, runs, at);
  if (out->len == before)
    g_string_append(out, "\nThe words are the same; the redline shows the rest.\n");
}

/* "Paragraph 2 (training)", "Chapeau", "Heading". */
static void put_clause_heading(GString *out, const AdrefNode *clause)
{
  const AdrefClause *facts = clause->as.clause;
  const AdrefChange *change = facts->change;
  const char *number = facts->number ? facts->number : change->number;
  g_autofree char *kind = g_strdup(adref_clause_kind_word(facts->kind));
  kind[0] = g_ascii_toupper(kind[0]);
  g_string_append_printf(out, "%s%s", number ? "Paragraph " : kind, number ? number : "");
  if (facts->id)
    g_string_append_printf(out, " (%s)", facts->id);
  if (change->type == ADREF_CHANGE_MOVED)
    g_string_append(out, ", which stands here now");
  if (change->number && facts->number && strcmp(change->number, facts->number) != 0)
    g_string_append_printf(out, ", which was paragraph %s", change->number);
}

/* A paragraph that became "[deleted]", or has words again, is paired: both wordings are written. */
static void put_clause(GString *out, const AdrefNode *clause)
{
  AdrefChangeType type = clause->as.clause->change->type;
  gboolean is_paired = clause->mark == ADREF_KEPT;
  switch (is_paired ? ADREF_CHANGE_MODIFIED : type) {
  case ADREF_CHANGE_ADDED: put_whole(out, "Insert", clause); return;
  case ADREF_CHANGE_DELETED: put_whole(out, "Delete", clause); return;
  case ADREF_CHANGE_NONE:
  case ADREF_CHANGE_MOVED_FROM:
  case ADREF_CHANGE_MODIFIED:
  case ADREF_CHANGE_EDITORIAL:
  case ADREF_CHANGE_MOVED:
  case ADREF_CHANGE_SPLIT:
  case ADREF_CHANGE_JOINED: put_changes(out, clause); return;
  }
}

/* Whether a reader sees the change: not when only the template, the id or the old number differs.
 */
static gboolean is_listed(const AdrefClause *clause)
{
  const AdrefChange *change = clause->change;
  if (!change || change->type == ADREF_CHANGE_MOVED_FROM)
    return FALSE;
  return change->type != ADREF_CHANGE_NONE || g_strcmp0(change->number, clause->number) != 0;
}

static void put_language(GString *out, const AdrefLanguageVersion *former,
                         const AdrefLanguageVersion *now)
{
  g_autoptr(AdrefNode) redline = adref_diff(former->document, now->document, now->language);
  guint count = 0;
  g_string_append_printf(out, "\n## Corrections in %s\n", now->language);
  for (const AdrefNode *clause = redline->first; clause; clause = clause->next) {
    if (!is_listed(clause->as.clause))
      continue;
    g_string_append_printf(out, "\n### %u. ", ++count);
    put_clause_heading(out, clause);
    g_string_append_c(out, '\n');
    put_clause(out, clause);
  }
  if (count == 0)
    g_string_append(out, "\nNone.\n");
}

static void put_sum(GString *out, const AdrefLanguageVersion *text, const char *folder)
{
  g_autofree char *hash = adref_bytes_sha256(text->bytes);
  g_string_append_printf(out, "* %s  %s/%s.md\n", hash, folder, text->language);
}

static const char texts_heading[] = "\n## Texts\n\n";

static void put_facts(GString *out, const char *former, const char *now)
{
  g_autoptr(GPtrArray) changes = adref_printed_facts_compare(former, now);
  if (changes->len > 0)
    g_string_append(out, "\n## Facts\n\n");
  for (guint i = 0; i < changes->len; i++) {
    g_autofree char *line = adref_fact_change_line(changes->pdata[i]);
    g_string_append_printf(out, "    %s\n", line);
  }
}

static void put_sums(GString *out, const AdrefCorrectionSide *side, const char *folder,
                     const char *facts)
{
  g_autofree char *hash = adref_digest_of(side->facts, strlen(side->facts));
  for (guint i = 0; i < side->texts->len; i++)
    put_sum(out, side->texts->pdata[i], folder);
  g_string_append_printf(out, "* %s  %s\n", hash, facts);
}

GString *adref_correction_write(const AdrefCorrection *self, const AdrefCorrectionSide *former,
                                const AdrefCorrectionSide *now)
{
  GString *out = g_string_new(NULL);
  g_string_append_printf(
      out,
      "%s%s/%s of %s/%s\n\nErrors were found in the text that was signed as %s/%s. With the "
      "signatures under\n%s/%s it reads as follows; all else stays as it was signed.\n\n%s%s\n\n"
      "%s%s\n",
      title, self->statement, self->label, self->statement, self->former, self->statement,
      self->former, self->statement, self->label, commit_key, self->commit, reason_key,
      self->reason);
  for (guint i = 0; i < now->texts->len && i < former->texts->len; i++)
    put_language(out, former->texts->pdata[i], now->texts->pdata[i]);
  put_facts(out, former->facts, now->facts);
  g_string_append(out, texts_heading);
  put_sums(out, former, "former", "former/FACTS");
  put_sums(out, now, "texts", "FACTS");
  return out;
}

/* "tokyo/corr1 of tokyo/rev1". */
static gboolean read_title(AdrefCorrection *self, const char *line)
{
  g_auto(GStrv) halves = g_strsplit(line, " of ", 3);
  g_auto(GStrv) now = g_strsplit(halves[0] ? halves[0] : "", "/", 3);
  g_auto(GStrv) then = g_strsplit(halves[0] && halves[1] ? halves[1] : "", "/", 3);
  if (g_strv_length(halves) != 2 || g_strv_length(now) != 2 || g_strv_length(then) != 2 ||
      strcmp(now[0], then[0]) != 0 || !adref_name_is(ADREF_NAME_STATEMENT, now[0]) ||
      !adref_name_is(ADREF_NAME_LABEL, now[1]) || !adref_name_is(ADREF_NAME_LABEL, then[1]))
    return FALSE;
  self->statement = g_strdup(now[0]);
  self->label = g_strdup(now[1]);
  self->former = g_strdup(then[1]);
  return TRUE;
}

AdrefCorrection *adref_correction_read(GBytes *bytes)
{
  enum {
    HEAD = 8 /* lines of the header; the last one is the reason */
  };
  g_autofree char *text = adref_bytes_text(bytes);
  g_auto(GStrv) lines = g_strsplit(text, "\n", HEAD + 1);
  g_autoptr(AdrefCorrection) self = g_new0(AdrefCorrection, 1);
  if (g_strv_length(lines) <= HEAD || !g_str_has_prefix(lines[0], title) ||
      !read_title(self, lines[0] + strlen(title)) || !g_str_has_prefix(lines[5], commit_key) ||
      !adref_signed_field_is_commit(lines[5] + strlen(commit_key)) ||
      !g_str_has_prefix(lines[7], reason_key) ||
      !adref_signed_field_is_reason(lines[7] + strlen(reason_key)))
    return NULL;
  self->commit = g_strdup(lines[5] + strlen(commit_key));
  self->reason = g_strdup(lines[7] + strlen(reason_key));
  return g_steal_pointer(&self);
}

GBytes *adref_correction_find(const AdrefStatementSnapshot *snapshot, const char *label)
{
  g_autofree char *path = adref_correction_path(snapshot->statement->folder, label);
  return snapshot->source->read(snapshot->source, path, ADREF_CORRECTION_LIMIT, NULL);
}

char *adref_correction_line(const AdrefCorrection *correction, GBytes *bytes)
{
  g_autofree char *hash = adref_bytes_sha256(bytes);
  return g_strdup_printf("%s %s", correction->former, hash);
}

static gboolean same_languages(const GPtrArray *former, const GPtrArray *now)
{
  for (guint i = 0; i < MIN(former->len, now->len); i++)
    if (strcmp(((const AdrefLanguageVersion *)former->pdata[i])->language,
               ((const AdrefLanguageVersion *)now->pdata[i])->language) != 0)
      return FALSE;
  return former->len == now->len;
}

/* From the last heading "Texts" on; words of the texts cannot begin a line. */
static const char *sums_of(const char *text)
{
  const char *sums = text;
  for (const char *at = text; (at = strstr(at, texts_heading)); at++)
    sums = at;
  return sums;
}

/* Form 1 has no sums of facts. */
static gboolean has_sums_of_form_1(const char *text, const GPtrArray *former, const GPtrArray *now)
{
  g_autoptr(GString) sums = g_string_new(texts_heading);
  for (guint i = 0; i < former->len; i++)
    put_sum(sums, former->pdata[i], "former");
  for (guint i = 0; i < now->len; i++)
    put_sum(sums, now->pdata[i], "texts");
  return strcmp(sums_of(text), sums->str) == 0;
}

char *adref_correction_problem(GBytes *bytes, const char *statement, const char *label,
                               const AdrefCorrectionSide *former, const AdrefCorrectionSide *now,
                               guint form)
{
  g_autoptr(AdrefCorrection) self = adref_correction_read(bytes);
  if (!self || strcmp(self->statement, statement) != 0 || strcmp(self->label, label) != 0)
    return g_strdup_printf("the proc\303\250s-verbal is not that of %s/%s", statement, label);
  if (!same_languages(former->texts, now->texts))
    return g_strdup_printf("%s and %s are not in the same languages", self->former, label);
  g_autoptr(GString) again = adref_correction_write(self, former, now);
  gsize length;
  const char *data = g_bytes_get_data(bytes, &length);
  if (again->len == length && memcmp(again->str, data, length) == 0)
    return NULL;
  g_autofree char *text = adref_bytes_text(bytes);
  if (form == 1 && has_sums_of_form_1(text, former->texts, now->texts))
    return NULL;
  return g_strdup_printf("the proc\303\250s-verbal does not say what %s changes in %s", label,
                         self->former);
}
