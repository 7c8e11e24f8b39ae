#include "review/change/layout_words.h"

#include <string.h>

const char *adref_layout_words(const AdrefNode *node)
{
  switch (node->type) {
  case ADREF_PARAGRAPH: return "(paragraph)";
  case ADREF_LIST: return "(list)";
  case ADREF_ITEM: return "(item of a list)";
  case ADREF_QUOTE: return "(quotation)";
  case ADREF_FOOTNOTE_TEXT: return "(footnote)";
  case ADREF_RULE: return "(rule)";
  case ADREF_LINE_BREAK: return "(line break)";
  case ADREF_TABLE: return "(alignment of columns)";
  case ADREF_TABLE_ROW: return "(row of a table)";
  case ADREF_TABLE_CELL: return "(cell of a table)";
  case ADREF_HEADING: return "(heading)";
  case ADREF_CODE_BLOCK: return "(code)";
  case ADREF_DOCUMENT:
  case ADREF_CLAUSE:
  case ADREF_HTML:
  case ADREF_COMMENT:
  case ADREF_NOTE:
  case ADREF_TEXT:
  case ADREF_CODE:
  case ADREF_EMPH:
  case ADREF_STRONG:
  case ADREF_FORMAT:
  case ADREF_PASSAGE:
  case ADREF_LINK:
  case ADREF_IMAGE:
  case ADREF_FOOTNOTE:
  case ADREF_BRACKET:
  case ADREF_ALTERNATIVE:
  case ADREF_BRACKET_EDGE:
  case ADREF_AD_REF: break;
  }
  return NULL;
}

static char *list_words(const AdrefNode *list)
{
  GString *words = g_string_new(list->as.list.ordered ? "(numbered list" : "(list");
  if (list->as.list.labelled)
    g_string_append(words, " with labels");
  else if (!list->as.list.tight)
    g_string_append(words, ", spaced");
  if (list->as.list.ordered && list->as.list.start != 1)
    g_string_append_printf(words, " from %u", list->as.list.start);
  if (list->as.list.parenthesis)
    g_string_append(words, ", with \")\"");
  g_string_append_c(words, ')');
  return g_string_free(words, FALSE);
}

static char *column_words(const AdrefNode *table)
{
  GString *words = g_string_new("(columns");
  for (const char *p = table->as.table.alignments; *p; p++)
    g_string_append_printf(words, "%s %s", p > table->as.table.alignments ? "," : "",
                           *p == 'l'   ? "left"
                           : *p == 'c' ? "centred"
                           : *p == 'r' ? "right"
                                       : "as usual");
  g_string_append_c(words, ')');
  return g_string_free(words, FALSE);
}

char *adref_layout_words_of_state(const AdrefNode *node)
{
  if (node->type == ADREF_HEADING)
    return g_strdup_printf("(heading %u)", node->as.level);
  if (node->type == ADREF_LIST)
    return list_words(node);
  if (node->type == ADREF_CODE_BLOCK && *node->as.info)
    return g_strdup_printf("(code %s)", node->as.info);
  return node->type == ADREF_TABLE ? column_words(node) : g_strdup(adref_layout_words(node));
}
