#include <string.h>

#include "cmd/commands.h"
#include "cmd/shared/shared_options.h"
#include "view/reports/html_progress_curve.h"
#include "view/reports/progress_curve.h"
#include "view/reports/svg_progress_curve.h"
#include "work/negotiate/read_progress.h"
#include "work/text.h"

static const char *format_of(const AdrefRun *run)
{
  return adref_run_format(run, "terminal");
}

/* The picture, or the page with it, in the language of the text that is counted. */
static GString *draw(const AdrefRun *run, const char *id, const GPtrArray *drafts, GError **error)
{
  g_autoptr(AdrefPageWords) words = NULL;
  AdrefText *text = adref_text_share(run->session, id, adref_run_value(run, "lang"), error);
  gboolean ok = text && adref_text_page_words(text, &words, error);
  GString *made = NULL;
  if (ok && strcmp(format_of(run), "html") == 0) {
    g_autofree char *title = adref_document_title(text->document);
    made = adref_html_progress_curve_write(drafts, title ? title : id, id, words, text->language);
  } else if (ok) {
    made = adref_svg_progress_curve_write(drafts, id, words, text->language);
  }
  adref_text_free(text);
  return made;
}

static GString *write_drafts(const AdrefRun *run, const char *id, const GPtrArray *drafts,
                             GError **error)
{
  const char *format = format_of(run);
  if (strcmp(format, "json") == 0)
    return adref_progress_curve_json(drafts);
  if (strcmp(format, "terminal") == 0)
    return adref_progress_curve_terminal(drafts, adref_in_color(run));
  return draw(run, id, drafts, error);
}

static int run(AdrefRun *run, GError **error)
{
  const char *id = run->session->statement_id;
  g_autoptr(GPtrArray) drafts =
      adref_read_progress(run->session, id, adref_run_value(run, "lang"), error);
  if (!drafts)
    return ADREF_FAILURE;
  g_autoptr(GString) made = write_drafts(run, id, drafts, error);
  if (!made || !adref_run_write_result(run, &made, error))
    return ADREF_FAILURE;
  run->use_pager = strcmp(format_of(run), "terminal") == 0;
  return ADREF_YES;
}

static const AdrefOption options[] = {
    {"format", 'f', "FORMAT", "terminal|html|svg|json", FALSE, "the form (terminal)"},
    {"lang", 'l', "LANG", NULL, FALSE, "count the text in this language"},
    ADREF_OPTION_OUTPUT,
    ADREF_OPTION_END,
};

const AdrefCommand adref_command_stats = {
    .name = "stats",
    .arguments = "[STATEMENT]",
    .summary = "Show how a text opened and closed, draft by draft",
    .details =
        "One line for each draft that was circulated, oldest first, and one for the text as it "
        "stands: paragraphs, those agreed ad ref and those open, brackets and the alternatives in "
        "them, words, and the words in brackets with their share. Placeholders are no brackets.\n\n"
        "The html format is a page with a picture of it and the numbers, in the language of the "
        "text; svg is the picture alone, for a slide or paper; json is for other programs.",
    .options = options,
    .most = 1,
    .needs = ADREF_NEEDS_WORKSPACE | ADREF_NEEDS_ID,
    .run = run,
};
