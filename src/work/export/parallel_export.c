#include "work/export/parallel_export.h"

#include <string.h>

#include "view/docx/docx.h"
#include "view/parallel_texts.h"
#include "view/pdf/pdf.h"

gboolean adref_parallel_export_open(const AdrefText *text, const char *argument,
                                    const char *language, const char *format, AdrefText **parallel,
                                    GError **error)
{
  const char *wrong = NULL;
  if (strcmp(format, "html") != 0 && strcmp(format, "pdf") != 0 && strcmp(format, "docx") != 0)
    wrong = "goes with --format html, pdf or docx";
  else if (!text->statement)
    wrong = "goes with a statement; a file has one language";
  else if (strcmp(language, text->language) == 0)
    wrong = "is the language of the text itself; --lang names that";
  if (!wrong)
    *parallel = adref_text_open(text->session, argument, language, error);
  else
    adref_error(error, ADREF_ERROR_USAGE, "export: --beside %s %s", language, wrong);
  return *parallel != NULL;
}

/* Both texts, with what is said of them. */
typedef struct {
  char *heads[ADREF_PARALLEL_TEXTS];
  AdrefParallelTexts parallel;
} ParallelPair;

char *adref_parallel_export_head(const char *language, const char *role)
{
  g_autofree char *name = adref_parallel_texts_language(language);
  return role ? g_strconcat(name, " \302\267 ", role, NULL) : g_steal_pointer(&name);
}

static void begin(ParallelPair *pair, const AdrefExportText *const *editions)
{
  pair->parallel.notes = editions[0]->notes;
  for (guint i = 0; i < ADREF_PARALLEL_TEXTS; i++) {
    const AdrefExportText *edition = editions[i];
    pair->heads[i] = adref_parallel_export_head(edition->text->language, edition->options.role);
    pair->parallel.texts[i] =
        (AdrefParallelText){.document = edition->document,
                            .options = &edition->options,
                            .source_text = adref_text_source_text(edition->text),
                            .head = pair->heads[i]};
  }
}

static void end(ParallelPair *pair)
{
  for (guint i = 0; i < ADREF_PARALLEL_TEXTS; i++)
    g_free(pair->heads[i]);
}

GString *adref_parallel_export_html(const AdrefExportText *first, const AdrefExportText *second)
{
  ParallelPair pair = {0};
  begin(&pair, (const AdrefExportText *[]){first, second});
  GString *page = adref_html_parallel_write(&pair.parallel);
  end(&pair);
  return page;
}

GString *adref_parallel_export_pdf(const AdrefExportText *first, const AdrefExportText *second,
                                   const AdrefPageOptions *page_options,
                                   const AdrefPdfOptions *options, GError **error)
{
  ParallelPair pair = {0};
  begin(&pair, (const AdrefExportText *[]){first, second});
  GString *page = adref_pdf_parallel_write(&pair.parallel, page_options, options->progress,
                                           options->data, error);
  end(&pair);
  return page;
}

GString *adref_parallel_export_docx(const AdrefExportText *first, const AdrefExportText *second,
                                    const AdrefPageOptions *page_options, gboolean is_to_be_written,
                                    GError **error)
{
  ParallelPair pair = {0};
  begin(&pair, (const AdrefExportText *[]){first, second});
  GString *file = adref_docx_parallel_write(&pair.parallel, page_options,
                                            first->text->statement->id, is_to_be_written, error);
  end(&pair);
  return file;
}
