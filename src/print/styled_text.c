#include "print/styled_text.h"

AdrefStyledText *adref_styled_text_new(void)
{
  AdrefStyledText *styled_text = g_new0(AdrefStyledText, 1);
  styled_text->text = g_string_new(NULL);
  styled_text->spans = g_array_new(FALSE, FALSE, sizeof(AdrefTextSpan));
  return styled_text;
}

void adref_styled_text_free(AdrefStyledText *styled_text)
{
  if (!styled_text)
    return;
  g_string_free(styled_text->text, TRUE);
  g_array_unref(styled_text->spans);
  g_free(styled_text);
}

void adref_styled_text_clear(AdrefStyledText *styled_text)
{
  g_string_truncate(styled_text->text, 0);
  g_array_set_size(styled_text->spans, 0);
  styled_text->is_heading = FALSE;
}

void adref_styled_text_add(AdrefStyledText *styled_text, guint style, const AdrefNode *node,
                           const char *text, gsize length)
{
  if (length == 0)
    return;
  AdrefTextSpan span = {styled_text->text->len, style, node};
  g_array_append_val(styled_text->spans, span);
  g_string_append_len(styled_text->text, text, (gssize)length);
}

static const AdrefTextSpan *span_at(const AdrefStyledText *styled_text, gsize byte)
{
  const AdrefTextSpan *found = NULL;
  for (guint i = 0; i < styled_text->spans->len; i++) {
    const AdrefTextSpan *span = &g_array_index(styled_text->spans, AdrefTextSpan, i);
    if (span->start > byte)
      break;
    found = span;
  }
  return found;
}

void adref_styled_text_place(const AdrefStyledText *styled_text, gsize byte, guint *line,
                             guint *column, gboolean *is_deleted)
{
  const AdrefTextSpan *span = span_at(styled_text, byte);
  const AdrefNode *node = span ? span->node : NULL;
  for (const AdrefNode *at = node; at; at = at->parent)
    *is_deleted |= at->mark == ADREF_DELETED;
  node = adref_node_placed(node);
  *line = node ? node->line : 0;
  *column = node ? node->column : 0;
}
