#include "work/join/check_fix.h"

#include <string.h>

#include "clause/markdown/canonical.h"
#include "work/check/status_report.h"
#include "work/file_markdown.h"
#include "work/rewrite.h"

enum {
  MAX_ROUNDS = 8 /* what is mended may let something else be seen */
};

static void fixed_free(gpointer data)
{
  AdrefCheckFixed *fixed = data;
  g_free(fixed->name);
  g_string_free(fixed->before, TRUE);
  g_string_free(fixed->after, TRUE);
  g_free(fixed);
}

GPtrArray *adref_check_fixed_new(void)
{
  return g_ptr_array_new_with_free_func(fixed_free);
}

static GString *bytes_of(const AdrefText *text)
{
  gsize length;
  const char *bytes = g_bytes_get_data(text->source, &length);
  return g_string_new_len(bytes, (gssize)length);
}

/* --- paragraphs that stay --- */

static void add_agreed(GHashTable *ids, const AdrefClauseProgress *clause)
{
  char *id = clause->clause->as.clause->id;
  if (id && clause->agreed->len + clause->working_group->len + clause->disassociated->len > 0)
    g_hash_table_add(ids, g_strdup(id));
}

/* The ids of the clauses to which a party has agreed, and of those that are marked as agreed. */
static GHashTable *agreed_ids(const AdrefText *text)
{
  GHashTable *ids = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(AdrefStatusReport) report =
      text->statement ? adref_status_report_new(text, NULL) : NULL;
  for (guint i = 0; report && i < report->progress->clauses->len; i++)
    add_agreed(ids, report->progress->clauses->pdata[i]);
  for (const AdrefNode *clause = text->document->first; clause; clause = clause->next) {
    g_autoptr(GPtrArray) marks = adref_node_find_all(clause, ADREF_AD_REF);
    if (marks->len > 0 && clause->as.clause->id)
      g_hash_table_add(ids, g_strdup(clause->as.clause->id));
  }
  return ids;
}

/* --- one text --- */

static gint compare_starts(gconstpointer a, gconstpointer b)
{
  const AdrefCheckFinding *first = *(gpointer const *)a, *second = *(gpointer const *)b;
  return first->fix_start < second->fix_start ? 1 : first->fix_start > second->fix_start ? -1 : 0;
}

/* The findings that can be mended in a file, the last one first; *kept counts those that stay. */
static GPtrArray *fixes_of(const AdrefText *text, const GPtrArray *findings, guint *kept)
{
  GPtrArray *fixes = g_ptr_array_new();
  g_autoptr(GHashTable) agreed = agreed_ids(text);
  *kept = 0;
  for (guint i = 0; i < findings->len; i++) {
    const AdrefCheckFinding *finding = findings->pdata[i];
    if (!finding->fix || finding->reason || strcmp(finding->file, text->name) != 0)
      continue;
    if (finding->id && g_hash_table_contains(agreed, finding->id))
      ++*kept;
    else
      g_ptr_array_add(fixes, (gpointer)(guintptr)finding);
  }
  g_ptr_array_sort(fixes, compare_starts);
  return fixes;
}

/* Two that touch each other are mended one after the other, in two rounds. */
static GString *apply(const AdrefText *text, const GPtrArray *fixes)
{
  GString *bytes = bytes_of(text);
  gsize border = bytes->len + 1;
  for (guint i = 0; i < fixes->len; i++) {
    const AdrefCheckFinding *finding = fixes->pdata[i];
    if (finding->fix_end >= border)
      continue;
    g_string_erase(bytes, (gssize)finding->fix_start,
                   (gssize)(finding->fix_end - finding->fix_start));
    g_string_insert(bytes, (gssize)finding->fix_start, finding->fix);
    border = finding->fix_start;
  }
  return bytes;
}

/* Writes a text with what can be mended; *changed says whether its file changed. */
static gboolean fix_text(const AdrefText *text, const GPtrArray *findings, AdrefCheckFixed *fixed,
                         gboolean *changed, GError **error)
{
  g_autoptr(GPtrArray) fixes = fixes_of(text, findings, &fixed->kept);
  g_autoptr(GString) before = bytes_of(text);
  GString *bytes = apply(text, fixes);
  g_autoptr(AdrefNode) document = adref_text_parse(text, bytes->str, bytes->len, NULL, error);
  g_string_free(bytes, TRUE);
  if (!document)
    return FALSE;
  GString *canonical = adref_canonical(document);
  g_string_free(fixed->after, TRUE);
  fixed->after = canonical;
  if (g_string_equal(before, canonical))
    return TRUE;
  *changed = TRUE;
  return adref_rewrite_write(text, document, error);
}

static gboolean check_writable(const AdrefText *text, GError **error)
{
  if (text->file && !*text->version.id && strcmp(text->name, "standard input") != 0)
    return adref_file_markdown_check_writable(text, "check: --fix", error);
  adref_error(error, ADREF_ERROR_USAGE,
              "check: --fix writes a file; a version and standard input stay as they are");
  return FALSE;
}

/* --- all texts --- */

/* The languages of the statement; a file has one. Caller frees. */
static char **languages_of(AdrefSession *session, const AdrefCheckOptions *options, GError **error)
{
  g_autoptr(AdrefText) first =
      adref_text_open(session, options->argument, options->language, error);
  if (!first || !check_writable(first, error))
    return NULL;
  const char *own[] = {first->language, NULL};
  return g_strdupv(first->statement && !options->language ? first->statement->languages
                                                          : (char **)(guintptr)own);
}

static AdrefCheckFixed *fixed_for(GPtrArray *all, const AdrefText *text)
{
  for (guint i = 0; i < all->len; i++)
    if (strcmp(((AdrefCheckFixed *)all->pdata[i])->name, text->name) == 0)
      return all->pdata[i];
  AdrefCheckFixed *fixed = g_new0(AdrefCheckFixed, 1);
  fixed->name = g_strdup(text->name);
  fixed->before = bytes_of(text);
  fixed->after = bytes_of(text);
  g_ptr_array_add(all, fixed);
  return fixed;
}

static gboolean fix_round(AdrefSession *session, const AdrefCheckOptions *options,
                          char *const *languages, GPtrArray *all, gboolean *changed, GError **error)
{
  AdrefCheckResult result = {0};
  gboolean done = adref_check_statement(session, options, &result, error);
  for (char *const *language = languages; done && *language; language++) {
    g_autoptr(GError) cause = NULL;
    g_autoptr(AdrefText) text = adref_text_open(session, options->argument, *language, &cause);
    if (!text && g_error_matches(cause, ADREF_ERROR, ADREF_ERROR_NOT_FOUND))
      continue;
    done = text && fix_text(text, result.findings, fixed_for(all, text), changed, &cause);
    if (!done)
      g_propagate_error(error, g_steal_pointer(&cause));
  }
  adref_check_result_clear(&result);
  return done;
}

gboolean adref_check_fix_texts(AdrefSession *session, const AdrefCheckOptions *options,
                               GPtrArray *fixed, GError **error)
{
  g_auto(GStrv) languages = languages_of(session, options, error);
  gboolean changed = languages != NULL;
  for (guint i = 0; i < MAX_ROUNDS && changed; i++) {
    changed = FALSE;
    if (!fix_round(session, options, languages, fixed, &changed, error))
      return FALSE;
  }
  return languages != NULL;
}

GString *adref_check_fixed_redline(AdrefSession *session, const AdrefCheckFixed *fixed, guint width,
                                   gboolean color)
{
  if (g_string_equal(fixed->before, fixed->after))
    return NULL;
  AdrefText *old = adref_text_load_file(session, fixed->name, NULL, NULL, NULL);
  AdrefText *new = adref_text_load_file(session, fixed->name, NULL, NULL, NULL);
  if (old && new) {
    g_bytes_unref(old->source);
    old->source = g_bytes_new(fixed->before->str, fixed->before->len);
    g_autoptr(AdrefComparison) comparison =
        adref_comparison_new(old, new, "before", "mended", FALSE, NULL);
    AdrefComparisonOptions options = {.format = "terminal", .width = width, .color = color};
    return comparison ? adref_comparison_write(comparison, &options, NULL) : NULL;
  }
  adref_text_free(old);
  adref_text_free(new);
  return NULL;
}
