#include "work/search/concordance.h"

#include <string.h>

#include "cmd/commands.h"
#include "cmd/shared/pdf_arguments.h"
#include "cmd/shared/shared_options.h"

static const char *format_of(const AdrefRun *run)
{
  return adref_run_format(run, "text");
}

/* Whether an argument names a statement; else it is a language. */
static gboolean is_statement(AdrefRun *run, const char *argument)
{
  if (strchr(argument, '@'))
    return TRUE;
  g_autofree char *id = adref_session_choose(run->session, argument, NULL);
  return id != NULL;
}

static AdrefConcordanceTexts *open(AdrefRun *run, GError **error)
{
  const char *first = adref_run_argument(run, 0);
  if (adref_run_flag(run, "files"))
    return adref_concordance_open_files(run->session, first, adref_run_argument(run, 1), error);
  guint from = first && is_statement(run, first) ? 1 : 0;
  g_autoptr(GPtrArray) languages = g_ptr_array_new();
  for (guint i = from; i < run->arguments->len; i++)
    g_ptr_array_add(languages, run->arguments->pdata[i]);
  g_ptr_array_add(languages, NULL);
  return adref_concordance_open(run->session, from > 0 ? first : NULL,
                                (const char *const *)languages->pdata, error);
}

static GString *write_format(AdrefRun *run, const AdrefConcordanceTexts *texts, GError **error)
{
  const char *format = format_of(run);
  const AdrefConcordance *concordance = adref_concordance_of(texts);
  gint64 start;
  if (strcmp(format, "html") == 0)
    return adref_concordance_html(texts, error);
  if (strcmp(format, "pdf") == 0) {
    AdrefPdfOptions options = adref_pdf_arguments_read(run, &start);
    return adref_concordance_pdf(texts, &options, error);
  }
  if (strcmp(format, "json") == 0)
    return adref_concordance_json(concordance);
  if (strcmp(format, "tmx") == 0)
    return adref_concordance_tmx(concordance, ADREF_VERSION);
  gboolean to_file = adref_run_value(run, "output") != NULL;
  return adref_concordance_terminal(concordance, to_file ? 80 : adref_window_width(),
                                    !to_file && adref_in_color(run));
}

static gboolean check(const AdrefRun *run, GError **error)
{
  if (adref_run_flag(run, "files") && run->arguments->len != 2) {
    adref_error(error, ADREF_ERROR_USAGE, "concordance: --files compares two files");
    return FALSE;
  }
  return adref_pdf_arguments_check(run, format_of(run), error);
}

static int run(AdrefRun *run, GError **error)
{
  g_autoptr(AdrefConcordanceTexts) texts = open(run, error);
  g_autoptr(GString) made = texts ? write_format(run, texts, error) : NULL;
  if (!made || !adref_run_write_result(run, &made, error))
    return ADREF_FAILURE;
  run->use_pager = TRUE;
  return adref_concordance_of(texts)->proven > 0 ? ADREF_NO : ADREF_YES;
}

static const AdrefOption options[] = {
    {"files", 0, NULL, NULL, FALSE, "compare two Markdown files"},
    {"format", 'f', "FORMAT", "text|html|pdf|json|tmx", FALSE, "the form (text)"},
    ADREF_OPTION_OUTPUT,
    ADREF_OPTION_PAPER,
    ADREF_OPTION_LARGE,
    ADREF_OPTION_MARKING,
    ADREF_OPTION_END,
};

const AdrefCommand adref_command_concordance = {
    .name = "concordance",
    .arguments = "[STATEMENT[@VERSION]] [LANG...] | --files FIRST SECOND",
    .summary = "Lay the language versions side by side, clause by clause",
    .details =
        "Shows the texts of a statement in its languages side by side, clause by clause, and below "
        "each row what differs from the first language, marked with !: numbers, dates, brackets "
        "and their parties, references, links, tables, lists, footnotes, paragraph numbers, a "
        "clause that is missing. What could not be compared, such as a number that may stand in "
        "words, is marked with ?. `adref status` lists the same differences without the texts.\n\n"
        "Without LANG all languages of the statement stand beside the rolling text; one LANG "
        "stands alone beside it; of several the first is the one that others are compared with. "
        "The exit status is 1 when something differs.\n\n"
        "With --files two files are compared, such as text.en.md and text.ja.md. Where they have "
        "no markers, their paragraphs are aligned by their lengths, numbers, dates, links and "
        "headings; one paragraph may be translated by two, or by none.\n\n"
        "HTML and PDF have two languages. TMX (1.4) is for translators' programs: a unit for each "
        "clause, or for each paragraph of it where all languages have as many.",
    .options = options,
    .most = 32,
    .check = check,
    .run = run,
};
