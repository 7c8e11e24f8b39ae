#include <string.h>

#include "clause/freeze.h"
#include "cmd/commands.h"
#include "history/label.h"
#include "view/open_counts.h"
#include "view/progress_curve.h"
#include "view/svg_progress_curve.h"
#include "work/person_time.h"
#include "work/status_report.h"

static const char *format_of(const AdrefRun *run)
{
  const char *format = adref_run_value(run, "format"), *output = adref_run_value(run, "output");
  if (format)
    return format;
  if (run->json)
    return "json";
  return output && g_str_has_suffix(output, ".svg") ? "svg" : "terminal";
}

static gboolean is_paragraph(const AdrefNode *clause)
{
  AdrefClauseKind kind = clause->as.clause->kind;
  return (kind == ADREF_PP || kind == ADREF_OP || kind == ADREF_PLAN_ITEM || kind == ADREF_PLAIN) &&
         !adref_freeze_is_deleted(clause);
}

/* By the records of the parties, or by the mark in the text. */
static gboolean is_agreed(const AdrefClauseProgress *state)
{
  if (state->state == ADREF_CLAUSE_STATE_AGREED)
    return TRUE;
  g_autoptr(AdrefOpenCounts) tally = adref_open_counts_new(state->clause);
  return tally->agreed > 0 && tally->brackets == 0 && state->state != ADREF_CLAUSE_STATE_CHANGED;
}

static gboolean count(AdrefProgressPoint *draft, const AdrefText *text, GError **error)
{
  g_autoptr(AdrefStatusReport) report = adref_status_report_new(text, error);
  if (!report)
    return FALSE;
  const GPtrArray *clauses = report->progress->clauses;
  for (guint i = 0; i < clauses->len; i++) {
    const AdrefClauseProgress *state = clauses->pdata[i];
    if (is_paragraph(state->clause))
      *(is_agreed(state) ? &draft->agreed : &draft->open) += 1;
  }
  draft->paragraphs = draft->agreed + draft->open;
  adref_progress_point_count(draft, text->document, text->language);
  return TRUE;
}

/* One draft that cannot be read must not hide the others. */
static void add_draft(const AdrefRun *run, const char *id, const AdrefLabel *label,
                      GPtrArray *drafts)
{
  g_autoptr(GError) error = NULL;
  AdrefProgressPoint *draft = g_new0(AdrefProgressPoint, 1);
  draft->name = g_strdup(label->name);
  draft->day = adref_person_time(label->person, "%Y-%m-%d", "?");
  draft->version = g_strdup(label->version.id);
  g_autoptr(AdrefText) text =
      adref_text_open_at(run->session, id, &label->version, adref_run_value(run, "lang"), &error);
  if (text && count(draft, text, &error)) {
    g_ptr_array_add(drafts, draft);
    return;
  }
  adref_say("%s: left out: %s", label->name, error->message);
  adref_progress_point_free(draft);
}

static GPtrArray *read_drafts(const AdrefRun *run, const char *id, GError **error)
{
  g_autoptr(AdrefText) work =
      adref_text_open(run->session, id, adref_run_value(run, "lang"), error);
  if (!work)
    return NULL;
  const GPtrArray *labels = adref_session_labels(run->session, id, error);
  g_autoptr(GPtrArray) drafts =
      g_ptr_array_new_with_free_func((GDestroyNotify)adref_progress_point_free);
  AdrefProgressPoint *now = g_new0(AdrefProgressPoint, 1);
  now->name = g_strdup(ADREF_VERSION_WORK);
  for (guint i = 0; labels && i < labels->len; i++)
    add_draft(run, id, labels->pdata[i], drafts);
  g_ptr_array_add(drafts, now);
  return labels && count(now, work, error) ? g_steal_pointer(&drafts) : NULL;
}

static GString *write_drafts(const AdrefRun *run, const char *id, const GPtrArray *drafts)
{
  const char *format = format_of(run);
  if (strcmp(format, "json") == 0)
    return adref_progress_curve_json(drafts);
  if (strcmp(format, "terminal") == 0)
    return adref_progress_curve_terminal(drafts, adref_in_color(run));
  g_autofree char *title = g_strdup_printf("%s, draft by draft", id);
  return adref_svg_progress_curve_write(drafts, title);
}

static int run(AdrefRun *run, GError **error)
{
  const char *id = run->session->statement_id;
  g_autoptr(GPtrArray) drafts = read_drafts(run, id, error);
  if (!drafts)
    return ADREF_FAILURE;
  g_autoptr(GString) made = write_drafts(run, id, drafts);
  if (!adref_run_write_result(run, &made, error))
    return ADREF_FAILURE;
  run->use_pager = strcmp(format_of(run), "terminal") == 0;
  return ADREF_YES;
}

static const AdrefOption options[] = {
    {"format", 'f', "FORMAT", "terminal|svg|json", FALSE, "the form (terminal)"},
    {"lang", 'l', "LANG", NULL, FALSE, "count the text in this language"},
    {"output", 'o', "FILE", NULL, FALSE, "write to FILE instead of standard output"},
    {NULL, 0, NULL, NULL, FALSE, NULL},
};

const AdrefCommand adref_command_stats = {
    .name = "stats",
    .arguments = "[STATEMENT]",
    .summary = "Show how a text opened and closed, draft by draft",
    .details =
        "One line for each draft that was circulated, oldest first, and one for the text as it "
        "stands: paragraphs, those agreed ad ref and those open, brackets and the alternatives in "
        "them, words, and the words in brackets with their share. Placeholders are no brackets.\n\n"
        "The svg format is a picture of it for a page, a slide or paper; json is for other "
        "programs.",
    .options = options,
    .most = 1,
    .needs = ADREF_NEEDS_WORKSPACE | ADREF_NEEDS_ID,
    .run = run,
};
