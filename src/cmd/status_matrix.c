#include "cmd/status_matrix.h"

#include <string.h>

#include "cmd/status_parts.h"
#include "view/reports/matrix_table.h"

static const char *format_of(const AdrefRun *run)
{
  return adref_run_format(run, "text");
}

gboolean adref_status_matrix_check(const AdrefRun *run, guint count, GError **error)
{
  gboolean is_matrix = adref_run_flag(run, "matrix");
  if (!is_matrix && strcmp(format_of(run), "csv") == 0)
    adref_error(error, ADREF_ERROR_USAGE, "status: --format csv goes with --matrix");
  else if (is_matrix && count != 1)
    adref_error(error, ADREF_ERROR_USAGE,
                "status: --matrix goes with one statement: adref status STATEMENT --matrix");
  else
    return TRUE;
  return FALSE;
}

static GPtrArray *select_clauses(const AdrefProgress *progress, const AdrefStatusTable *filter)
{
  GPtrArray *clauses = g_ptr_array_new();
  for (guint i = 0; i < progress->clauses->len; i++)
    if (adref_status_table_shows(filter, progress->clauses->pdata[i]))
      g_ptr_array_add(clauses, progress->clauses->pdata[i]);
  return clauses;
}

static GString *write_matrix(const AdrefRun *run, const AdrefMatrixTable *table, const char *name,
                             GError **error)
{
  const char *format = format_of(run);
  gboolean is_letter = g_strcmp0(adref_run_value(run, "paper"), "letter") == 0;
  if (run->json)
    return adref_matrix_table_json(table);
  if (strcmp(format, "html") == 0)
    return adref_matrix_table_html(table);
  if (strcmp(format, "csv") == 0)
    return adref_matrix_table_csv(table);
  if (strcmp(format, "pdf") == 0)
    return adref_pdf_matrix_write(table, is_letter ? ADREF_PAPER_SIZE_LETTER : ADREF_PAPER_SIZE_A4,
                                  name, error);
  return adref_matrix_table_terminal(table, adref_width());
}

gboolean adref_status_matrix_put(AdrefRun *run, const AdrefStatementStatus *state,
                                 const AdrefStatusTable *filter, const char *commit, GError **error)
{
  const AdrefStatusReport *report = state->report;
  g_autoptr(GPtrArray) clauses = select_clauses(report->progress, filter);
  g_autofree char *title = adref_status_page_title(run, state);
  AdrefPositionMatrixOptions options = {.language_versions = report->language_versions,
                                        .statement = state->text->statement,
                                        .parties = adref_text_parties(state->text),
                                        .records = report->records,
                                        .clauses = clauses};
  g_autoptr(AdrefPositionMatrix) matrix = adref_position_matrix_new(&options);
  g_autoptr(AdrefPageWords) words = NULL;
  gboolean is_page =
      !run->json && (strcmp(format_of(run), "html") == 0 || strcmp(format_of(run), "pdf") == 0);
  const char *language = NULL;
  if (is_page && !adref_status_page_words(run, state, &words, &language, error))
    return FALSE;
  AdrefMatrixTable table = {.matrix = matrix,
                            .progress = report->progress,
                            .parties = options.parties,
                            .id = state->id,
                            .title = title,
                            .commit = commit,
                            .words = words,
                            .language = language,
                            .color = adref_in_color(run)};
  g_autoptr(GString) written = write_matrix(run, &table, state->text->name, error);
  return written && adref_run_write_result(run, &written, error);
}
