#include "print/styled_text.h"

AdrefPassage *adref_passage_new(void)
{
  AdrefPassage *passage = g_new0(AdrefPassage, 1);
  passage->text = g_string_new(NULL);
  passage->spans = g_array_new(FALSE, FALSE, sizeof(AdrefSpan));
  return passage;
}

void adref_passage_free(AdrefPassage *passage)
{
  if (!passage)
    return;
  g_string_free(passage->text, TRUE);
  g_array_unref(passage->spans);
  g_free(passage);
}

void adref_passage_clear(AdrefPassage *passage)
{
  g_string_truncate(passage->text, 0);
  g_array_set_size(passage->spans, 0);
  passage->is_heading = FALSE;
}

void adref_passage_add(AdrefPassage *passage, guint look, const AdrefNode *node, const char *text,
                       gsize length)
{
  if (length == 0)
    return;
  AdrefSpan span = {passage->text->len, look, node};
  g_array_append_val(passage->spans, span);
  g_string_append_len(passage->text, text, (gssize)length);
}

static const AdrefSpan *span_at(const AdrefPassage *passage, gsize byte)
{
  const AdrefSpan *found = NULL;
  for (guint i = 0; i < passage->spans->len; i++) {
    const AdrefSpan *span = &g_array_index(passage->spans, AdrefSpan, i);
    if (span->start > byte)
      break;
    found = span;
  }
  return found;
}

void adref_passage_place(const AdrefPassage *passage, gsize byte, guint *line, guint *column,
                         gboolean *is_deleted)
{
  const AdrefSpan *span = span_at(passage, byte);
  const AdrefNode *node = span ? span->node : NULL;
  for (const AdrefNode *at = node; at; at = at->parent)
    *is_deleted |= at->mark == ADREF_DELETED;
  while (node && node->line == 0)
    node = node->parent;
  *line = node ? node->line : 0;
  *column = node ? node->column : 0;
}
