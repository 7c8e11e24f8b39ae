#include "work/read_progress.h"

#include "clause/freeze.h"
#include "history/label.h"
#include "view/open_counts.h"
#include "view/progress_curve.h"
#include "work/kept_results.h"
#include "work/person_time.h"
#include "work/statement_status.h"
#include "work/status_report.h"

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
    if (!adref_freeze_is_paragraph(state->clause))
      continue;
    *(is_agreed(state) ? &draft->agreed : &draft->open) += 1;
    draft->confirmed += state->is_confirmed ? 1 : 0;
    draft->working_group += state->state == ADREF_CLAUSE_STATE_WORKING_GROUP ? 1 : 0;
  }
  draft->paragraphs = draft->agreed + draft->open;
  adref_progress_point_count(draft, text->document, text->language);
  return TRUE;
}

/* One draft that cannot be read must not hide the others. */
static void add_draft(AdrefSession *session, const char *id, const AdrefLabel *label,
                      const char *language, GPtrArray *drafts)
{
  g_autoptr(GError) error = NULL;
  AdrefProgressPoint *draft = g_new0(AdrefProgressPoint, 1);
  draft->name = g_strconcat(label->name, label->withdrawn ? " (withdrawn)" : "", NULL);
  draft->day = adref_person_time(label->person, "%Y-%m-%d", "?");
  draft->version = g_strdup(label->version.id);
  if (adref_kept_point_read(session, id, &label->version, language, draft)) {
    g_ptr_array_add(drafts, draft);
    return;
  }
  g_autoptr(AdrefText) text = adref_text_share_at(session, id, &label->version, language, &error);
  if (text && count(draft, text, &error)) {
    adref_kept_point_write(session, id, &label->version, language, draft);
    g_ptr_array_add(drafts, draft);
    return;
  }
  adref_session_say(session, "%s: left out: %s", label->name, error->message);
  adref_progress_point_free(draft);
}

GPtrArray *adref_read_progress(AdrefSession *session, const char *id, const char *language,
                               GError **error)
{
  g_autoptr(AdrefText) work = adref_text_share(session, id, language, error);
  if (!work)
    return NULL;
  const GPtrArray *labels = adref_session_labels(session, id, error);
  g_autoptr(GPtrArray) drafts =
      g_ptr_array_new_with_free_func((GDestroyNotify)adref_progress_point_free);
  AdrefProgressPoint *now = g_new0(AdrefProgressPoint, 1);
  now->name = g_strdup(ADREF_VERSION_WORK);
  for (guint i = 0; labels && i < labels->len; i++)
    add_draft(session, id, labels->pdata[i], language, drafts);
  g_ptr_array_add(drafts, now);
  return labels && count(now, work, error) ? g_steal_pointer(&drafts) : NULL;
}
