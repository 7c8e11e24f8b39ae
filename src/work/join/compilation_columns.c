#include "work/join/compilation_columns.h"

#include <string.h>

#include "clause/text/list_clauses.h"
#include "view/proposal_columns.h"
#include "work/import/given_file.h"
#include "work/text_role.h"

/* What the pages show besides the text. */
typedef struct {
  AdrefPageWords *words;
  GHashTable *names;
  char *occasion, *role;
} ColumnsFrame;

static void frame_clear(ColumnsFrame *frame)
{
  adref_page_words_free(frame->words);
  g_clear_pointer(&frame->names, g_hash_table_unref);
  g_free(frame->occasion);
  g_free(frame->role);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(ColumnsFrame, frame_clear)

static gboolean read_frame(const AdrefText *base, ColumnsFrame *frame, GError **error)
{
  if (!adref_text_page_words(base, &frame->words, error) ||
      !adref_text_role(base, frame->words, &frame->role, error))
    return FALSE;
  frame->names = adref_text_party_names(base);
  frame->occasion = adref_text_occasion(base);
  return TRUE;
}

static GString *write_format(const AdrefCompilationColumns *self,
                             const AdrefProposalColumns *columns, const AdrefViewOptions *options,
                             GError **error)
{
  if (strcmp(self->format, "html") == 0)
    return adref_html_proposals_write(columns, options);
  if (strcmp(self->format, "text") == 0)
    return adref_terminal_proposals_write(columns, options, self->width, self->color);
  AdrefPageOptions page_options = adref_pdf_options_page(&self->pdf_options, self->base);
  AdrefSourceText source_text = {
      .name = "compilation", .bytes = self->text, .length = self->length};
  return adref_pdf_proposals_write(columns, options, &page_options, &source_text, error);
}

GString *adref_compilation_columns_write(const AdrefCompilationColumns *self, GError **error)
{
  const AdrefText *base = self->base;
  g_auto(ColumnsFrame) frame = {0};
  g_autoptr(AdrefNode) document = adref_text_parse(base, self->text, self->length, NULL, error);
  if (!document || !read_frame(base, &frame, error))
    return NULL;
  adref_list_clauses_split(document);
  g_autoptr(AdrefProposalColumns) columns =
      adref_proposal_columns_new(document, self->parties, base->language, error);
  if (!columns)
    return NULL;
  g_autofree char *name = adref_given_file_page_name(base, self->base_name, NULL);
  AdrefViewOptions options = {.view = ADREF_VIEW_NEGOTIATING,
                              .language = base->language,
                              .version = name,
                              .footer = base->house ? base->house->footer : ADREF_FOOTER_FULL,
                              .house = base->house,
                              .words = frame.words,
                              .occasion = frame.occasion,
                              .role = frame.role,
                              .names = frame.names,
                              .parties = adref_text_parties(base),
                              .problems = base->problems};
  return write_format(self, columns, &options, error);
}
