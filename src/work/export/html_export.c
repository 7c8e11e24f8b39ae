#include "work/export/html_export.h"

#include "base/parallel_for.h"
#include "clause/markdown/canonical.h"
#include "view/html/html.h"

enum {
  PAGE,
  HASH,
  TASKS
};

typedef struct {
  const AdrefNode *document, *text;
  const AdrefViewOptions *options;
  AdrefHtml *page;
  char *hash;
} HtmlExport;

static void do_tasks(gpointer data, guint worker, guint from, guint to)
{
  HtmlExport *export = data;
  (void)worker;
  for (; from < to; from++)
    if (from == PAGE)
      export->page = adref_html_begin(export->document, export->options);
    else
      export->hash = adref_text_hash(export->text);
}

GString *adref_html_export(const AdrefNode *document, const AdrefViewOptions *options,
                           const AdrefNode *text, gboolean is_long)
{
  HtmlExport export = {.document = document, .text = text, .options = options};
  adref_parallel_for(TASKS, is_long ? 1 : TASKS, do_tasks, &export);
  g_autofree char *hash = export.hash;
  return adref_html_end(export.page, hash);
}
