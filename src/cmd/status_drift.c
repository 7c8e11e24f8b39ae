#include "cmd/status_drift.h"

#include <string.h>

#include "base/error.h"
#include "cmd/shared/manual.h"
#include "work/search/drift.h"

gboolean adref_status_drift_check(const AdrefRun *run, GError **error)
{
  static const char *const others[] = {"matrix", "party", "open", "each", "languages", "format"};
  for (guint i = 0; i < G_N_ELEMENTS(others) && adref_run_flag(run, "drift"); i++)
    if (adref_run_flag(run, others[i]) || adref_run_value(run, others[i])) {
      adref_error(error, ADREF_ERROR_USAGE, "status: --drift goes with no --%s", others[i]);
      return FALSE;
    }
  return TRUE;
}

/* "   88 %  1 #training: template people/training, 1 deleted, 1 inserted", wrapped below itself. */
static void put_line(AdrefRun *run, const AdrefDrift *drift)
{
  enum {
    INDENT = 9
  };
  g_autoptr(GString) line = g_string_new(NULL);
  g_autofree char *origin = adref_escape_controls(drift->origin ? drift->origin : "", -1, FALSE);
  g_autofree char *share =
      drift->kind ? g_strdup_printf("%5u %%", drift->percent) : g_strdup("    -");
  g_string_append_printf(line, "%s%s%s%s: %s%s%s", drift->number ? drift->number : "",
                         drift->number && drift->clause ? " " : "", drift->clause ? "#" : "",
                         drift->clause ? drift->clause : "",
                         drift->kind ? drift->kind : "nothing like it", drift->kind ? " " : "",
                         origin);
  if (drift->deleted + drift->inserted > 0)
    g_string_append_printf(line, ", %u deleted, %u inserted", drift->deleted, drift->inserted);
  gsize start = run->out->len;
  adref_manual_wrap(run->out, line->str, INDENT);
  memcpy(run->out->str + start, share, strlen(share));
}

gboolean adref_status_drift_put(AdrefRun *run, const AdrefText *text, AdrefJsonList *list,
                                GError **error)
{
  g_autoptr(GPtrArray) drifts = adref_drift_find(text, error);
  if (!drifts)
    return FALSE;
  if (run->json) {
    adref_json_drift_add(list, text->statement->id, text->language, drifts);
    return TRUE;
  }
  g_string_append_printf(run->out, "%s: how much of each clause is in its template or precedent\n",
                         text->statement->id);
  for (guint i = 0; i < drifts->len; i++)
    put_line(run, drifts->pdata[i]);
  return TRUE;
}
