#include "work/negotiate/read_progress.h"

#include "base/parallel_for.h"
#include "clause/labels/freeze.h"
#include "history/label.h"
#include "view/open_counts.h"
#include "view/reports/progress_curve.h"
#include "work/changes/kept_results.h"
#include "work/check/status_report.h"
#include "work/negotiate/statement_status.h"
#include "work/person_time.h"

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

static AdrefProgressPoint *point_of(const AdrefLabel *label)
{
  AdrefProgressPoint *point = g_new0(AdrefProgressPoint, 1);
  point->name = g_strconcat(label->name, label->withdrawn ? " (withdrawn)" : "", NULL);
  point->day = adref_person_time(label->person, "%Y-%m-%d", "?");
  point->version = g_strdup(label->version.id);
  return point;
}

static gboolean read_draft(AdrefSession *session, const char *id, const AdrefLabel *label,
                           const char *language, AdrefProgressPoint *draft, GError **error)
{
  if (adref_kept_point_read(session, id, &label->version, language, draft))
    return TRUE;
  g_autoptr(AdrefText) text = adref_text_share_at(session, id, &label->version, language, error);
  if (!text || !count(draft, text, error))
    return FALSE;
  adref_kept_point_write(session, id, &label->version, language, draft);
  return TRUE;
}

/* A draft while two threads read all. */
typedef struct {
  const AdrefLabel *label;
  AdrefProgressPoint *point;
  GPtrArray *said; /* of char *: what the session had to say of it */
  GError *error;   /* it cannot be read */
} Draft;

static void draft_clear(gpointer data)
{
  Draft *draft = data;
  adref_progress_point_free(draft->point);
  g_ptr_array_unref(draft->said);
  g_clear_error(&draft->error);
}

typedef struct {
  AdrefSession *sessions[ADREF_PARALLEL_WORKERS];
  const char *id, *language;
  GArray *drafts; /* of Draft */
} Reading;

static void note(gpointer data, const char *message)
{
  g_ptr_array_add(data, g_strdup(message));
}

static void read_some(gpointer data, guint worker, guint from, guint to)
{
  const Reading *self = data;
  AdrefSession *session = self->sessions[worker];
  const AdrefSessionDoor door = session->door;
  session->door.say = note;
  for (guint i = from; i < to; i++) {
    Draft *draft = &g_array_index(self->drafts, Draft, i);
    session->door.data = draft->said;
    if (!read_draft(session, self->id, draft->label, self->language, draft->point, &draft->error))
      g_clear_pointer(&draft->point, adref_progress_point_free);
    g_clear_pointer(&session->readings, adref_readings_free); /* no draft has those of another */
    session->readings = adref_readings_new();
  }
  session->door = door;
}

/* A session of its own for the second thread; NULL: there is none. */
static AdrefSession *second_session(const AdrefSession *session)
{
  g_autoptr(AdrefSession) other = adref_session_new(session->folder, NULL);
  other->now = session->now;
  gboolean opened = session->workspace ? adref_session_open_workspace(other, NULL)
                                       : adref_session_open_any(other, NULL);
  return opened && adref_session_repo(other, NULL) ? g_steal_pointer(&other) : NULL;
}

/* One draft that cannot be read must not hide the others. */
static void take_drafts(const AdrefSession *session, GArray *all, GPtrArray *points)
{
  for (guint i = 0; i < all->len; i++) {
    Draft *draft = &g_array_index(all, Draft, i);
    for (guint j = 0; j < draft->said->len; j++)
      adref_session_say(session, "%s", (const char *)draft->said->pdata[j]);
    if (draft->point)
      g_ptr_array_add(points, g_steal_pointer(&draft->point));
    else
      adref_session_say(session, "%s: left out: %s", draft->label->name, draft->error->message);
  }
}

/* Reads the drafts by two threads, each with a session. */
static void add_drafts(AdrefSession *session, const char *id, const GPtrArray *labels,
                       const char *language, GPtrArray *points)
{
  g_autoptr(GArray) drafts = g_array_new(FALSE, FALSE, sizeof(Draft));
  g_array_set_clear_func(drafts, draft_clear);
  for (guint i = 0; i < labels->len; i++) {
    Draft draft = {.label = labels->pdata[i],
                   .point = point_of(labels->pdata[i]),
                   .said = g_ptr_array_new_with_free_func(g_free)};
    g_array_append_val(drafts, draft);
  }
  g_autoptr(AdrefSession) other = labels->len > 1 ? second_session(session) : NULL;
  Reading reading = {{session, other}, id, language, drafts};
  if (other)
    adref_parallel_for(drafts->len, 1, read_some, &reading);
  else
    read_some(&reading, 0, 0, drafts->len);
  take_drafts(session, drafts, points);
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
  /* Before the drafts: they let go of the readings that the session has of the text. */
  gboolean counted = labels && count(now, work, error);
  if (counted)
    add_drafts(session, id, labels, language, drafts);
  g_ptr_array_add(drafts, now);
  return counted ? g_steal_pointer(&drafts) : NULL;
}
