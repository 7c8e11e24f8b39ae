#include "exchange/docx/docx_walker.h"

#include <string.h>

gpointer adref_docx_walker_last(const GPtrArray *list)
{
  return list->len > 0 ? list->pdata[list->len - 1] : NULL;
}

void adref_docx_walker_drop_last(GPtrArray *list)
{
  if (list->len > 0)
    g_ptr_array_set_size(list, (int)list->len - 1);
}

typedef enum {
  ALTERNATIVE,
  ALTERNATIVES,
  BOOKMARK,
  BOOKMARK_END,
  BREAK,
  CELL,
  COMMENT,
  CONTROL,
  DELETED,
  DRAWN,
  ENDNOTE,
  FIELD,
  FIELD_SIGN,
  FOOTNOTE,
  FORMULA,
  IMPORTED,
  INSERTED,
  INSTRUCTION,
  LINK,
  MOVED_FROM,
  MOVED_TO,
  NO_BREAK_HYPHEN,
  NONE,
  PARAGRAPH,
  PROPERTIES,
  ROW,
  RUBY,
  RUN,
  SKIPPED,
  SOFT_HYPHEN,
  SYMBOL,
  TAB,
  TABLE,
  TEXT,
  TEXT_BOX,
  TURNED,
} Element;

static const struct {
  const char *name;
  Element element;
} elements[] = {{"?:textpath", DRAWN},
                {"a:t", DRAWN},
                {"m:t", FORMULA},
                {"mc:AlternateContent", ALTERNATIVES},
                {"mc:Choice", ALTERNATIVE},
                {"mc:Fallback", ALTERNATIVE},
                {"w:altChunk", IMPORTED},
                {"w:bdo", TURNED},
                {"w:bookmarkEnd", BOOKMARK_END},
                {"w:bookmarkStart", BOOKMARK},
                {"w:br", BREAK},
                {"w:commentReference", COMMENT},
                {"w:cr", BREAK},
                {"w:del", DELETED},
                {"w:delInstrText", INSTRUCTION},
                {"w:delText", TEXT},
                {"w:endnoteReference", ENDNOTE},
                {"w:fldChar", FIELD_SIGN},
                {"w:fldSimple", FIELD},
                {"w:footnoteReference", FOOTNOTE},
                {"w:hyperlink", LINK},
                {"w:ins", INSERTED},
                {"w:instrText", INSTRUCTION},
                {"w:moveFrom", MOVED_FROM},
                {"w:moveTo", MOVED_TO},
                {"w:noBreakHyphen", NO_BREAK_HYPHEN},
                {"w:object", SKIPPED},
                {"w:p", PARAGRAPH},
                {"w:pPr", PROPERTIES},
                {"w:ptab", TAB},
                {"w:r", RUN},
                {"w:rPr", PROPERTIES},
                {"w:ruby", RUBY},
                {"w:sdt", CONTROL},
                {"w:sdtPr", SKIPPED},
                {"w:sectPr", PROPERTIES},
                {"w:softHyphen", SOFT_HYPHEN},
                {"w:sym", SYMBOL},
                {"w:t", TEXT},
                {"w:tab", TAB},
                {"w:tbl", TABLE},
                {"w:tblPr", PROPERTIES},
                {"w:tc", CELL},
                {"w:tcPr", PROPERTIES},
                {"w:tr", ROW},
                {"w:trPr", PROPERTIES},
                {"w:txbxContent", TEXT_BOX}};

static int compare_name(gconstpointer name, gconstpointer row)
{
  return strcmp(name, *(const char *const *)row);
}

static Element element_of(const AdrefXmlNode *node)
{
  gsize index = 0, rows = G_N_ELEMENTS(elements);
  while (rows > 0) {
    int order = compare_name(node->name, &elements[index + rows / 2].name);
    if (order == 0)
      return elements[index + rows / 2].element;
    if (order > 0)
      index += rows / 2 + 1;
    rows = order > 0 ? rows - rows / 2 - 1 : rows / 2;
  }
  return NONE;
}

/* The words below an element, with a space between paragraphs. */
char *adref_docx_words_below(const AdrefXmlNode *root)
{
  GString *words = g_string_new(NULL);
  for (const AdrefXmlNode *node = root; node; node = adref_xml_next(root, node, FALSE)) {
    if (!node->name)
      continue;
    if ((adref_xml_is(node, "w:p") && words->len > 0) || adref_xml_is(node, "w:tab") ||
        adref_xml_is(node, "w:br"))
      g_string_append_c(words, ' ');
    if (adref_xml_is(node, "w:t") && node->first && node->first->text)
      g_string_append(words, node->first->text);
  }
  return g_strstrip(g_string_free(words, FALSE));
}

/* Changes of formatting that Word has tracked: <w:rPrChange> and the like. */
static void count_format_changes(AdrefDocxWalker *self, const AdrefXmlNode *properties)
{
  for (const AdrefXmlNode *child = properties->first; child; child = child->next)
    if (child->name && g_str_has_prefix(child->name, "w:") &&
        g_str_has_suffix(child->name, "Change"))
      self->file->format_changes++;
    else if (adref_xml_is(child, "w:rPr"))
      self->file->format_changes += adref_xml_child(child, "w:rPrChange") ? 1 : 0;
}

static void notice_drawn(AdrefDocxWalker *self, const AdrefXmlNode *node)
{
  const char *words = node->first ? node->first->text : adref_xml_attribute(node, "string");
  adref_docx_walker_notice(self, ADREF_DOCX_NOTICE_DRAWN, words);
}

static void push(GPtrArray *list, const AdrefDocxTrack *track)
{
  g_ptr_array_add(list, (gpointer)(guintptr)track);
}

/* FALSE: what is in the element is not read. */
static gboolean enter(AdrefDocxWalker *self, const AdrefXmlNode *node)
{
  if (adref_docx_walker_enter_beside(self, node))
    return TRUE;
  switch (element_of(node)) {
  case NONE: return TRUE;
  case SKIPPED: return FALSE;
  case PROPERTIES: count_format_changes(self, node); return FALSE;
  case ALTERNATIVES: adref_docx_walker_open_alternatives(self, node); return TRUE;
  case ALTERNATIVE: return adref_docx_walker_last(self->chosen) == node;
  case IMPORTED: adref_docx_walker_notice(self, ADREF_DOCX_NOTICE_IMPORTED, NULL); return FALSE;
  case DRAWN: notice_drawn(self, node); return FALSE;
  case TURNED: adref_docx_walker_notice(self, ADREF_DOCX_NOTICE_TURNED, NULL); return TRUE;
  case PARAGRAPH: adref_docx_walker_open_paragraph(self, node); return TRUE;
  case RUN: adref_docx_walker_open_run(self, node); return TRUE;
  case TEXT:
    adref_docx_walker_set_anchor(self), adref_docx_walker_put_text(self, node);
    return FALSE;
  case TAB: adref_docx_walker_put_string(self, "\t"); return FALSE;
  case BREAK: adref_docx_walker_put_break(self, node); return FALSE;
  case NO_BREAK_HYPHEN: adref_docx_walker_put_string(self, "\342\200\221"); return FALSE;
  case SOFT_HYPHEN:
    adref_docx_walker_notice(self, ADREF_DOCX_NOTICE_SOFT_HYPHEN, NULL);
    return FALSE;
  case SYMBOL: adref_docx_walker_put_symbol(self, node); return FALSE;
  case FORMULA:
    adref_docx_walker_notice(self, ADREF_DOCX_NOTICE_FORMULA, NULL);
    adref_docx_walker_put_text(self, node);
    return FALSE;
  case RUBY:
    adref_docx_walker_set_anchor(self), adref_docx_walker_put_ruby(self, node);
    return FALSE;
  case FOOTNOTE: adref_docx_walker_put_note(self, node, ADREF_DOCX_FOOTNOTES); return FALSE;
  case ENDNOTE: adref_docx_walker_put_note(self, node, ADREF_DOCX_ENDNOTES); return FALSE;
  case COMMENT: adref_docx_walker_put_comment(self, node); return FALSE;
  case BOOKMARK: adref_docx_walker_open_bookmark(self, node); return FALSE;
  case BOOKMARK_END: adref_docx_walker_close_bookmark(self, node); return FALSE;
  case INSERTED: push(self->inserted, adref_docx_walker_new_track(self, node, FALSE)); return TRUE;
  case MOVED_TO: push(self->inserted, adref_docx_walker_new_track(self, node, TRUE)); return TRUE;
  case DELETED: push(self->deleted, adref_docx_walker_new_track(self, node, FALSE)); return TRUE;
  case MOVED_FROM: push(self->deleted, adref_docx_walker_new_track(self, node, TRUE)); return TRUE;
  case LINK: adref_docx_walker_open_link(self, node); return TRUE;
  case FIELD: adref_docx_walker_open_field(self, node); return TRUE;
  case FIELD_SIGN: adref_docx_walker_put_field_sign(self, node); return FALSE;
  case INSTRUCTION: adref_docx_walker_put_instruction(self, node); return FALSE;
  case CONTROL: return adref_docx_walker_open_control(self, node);
  case TEXT_BOX: adref_docx_walker_open_text_box(self); return TRUE;
  case TABLE: adref_docx_walker_open_table(self, node); return TRUE;
  case ROW:
    if (self->table_depth == 1)
      adref_docx_walker_open_row(self, node);
    return TRUE;
  case CELL:
    if (self->table_depth == 1)
      adref_docx_walker_open_cell(self, node);
    return TRUE;
  }
  return TRUE;
}

static void leave(AdrefDocxWalker *self, const AdrefXmlNode *node)
{
  if (adref_docx_walker_leave_beside(self, node))
    return;
  switch (element_of(node)) {
  case PARAGRAPH: adref_docx_walker_close_paragraph(self); break;
  case INSERTED:
  case MOVED_TO: adref_docx_walker_drop_last(self->inserted); break;
  case DELETED:
  case MOVED_FROM: adref_docx_walker_drop_last(self->deleted); break;
  case ALTERNATIVES: adref_docx_walker_drop_last(self->chosen); break;
  case LINK: adref_docx_walker_drop_last(self->links); break;
  case FIELD: adref_docx_walker_close_field(self); break;
  case TEXT_BOX:
    self->open = adref_docx_walker_last(self->hosts);
    adref_docx_walker_drop_last(self->hosts);
    break;
  case TABLE:
    if (--self->table_depth == 0)
      self->cell = (AdrefDocxParagraph){0};
    break;
  case ROW:
    if (self->table_depth == 1)
      self->cell.row++;
    break;
  case NONE:
  case SKIPPED:
  case PROPERTIES:
  case ALTERNATIVE:
  case RUN:
  case TEXT:
  case TAB:
  case BREAK:
  case NO_BREAK_HYPHEN:
  case SOFT_HYPHEN:
  case SYMBOL:
  case FORMULA:
  case RUBY:
  case FOOTNOTE:
  case ENDNOTE:
  case COMMENT:
  case BOOKMARK:
  case BOOKMARK_END:
  case FIELD_SIGN:
  case INSTRUCTION:
  case CONTROL:
  case DRAWN:
  case IMPORTED:
  case TURNED:
  case CELL: break;
  }
}

void adref_docx_walker_walk(AdrefDocxWalker *self, const AdrefXmlNode *root)
{
  const AdrefXmlNode *node = root;
  while (node) {
    gboolean goes_in = node->name && (node == root || enter(self, node));
    const AdrefXmlNode *next = goes_in ? node->first : NULL;
    gboolean was_entered = goes_in;
    while (!next && node) {
      if (was_entered && node != root)
        leave(self, node);
      if (node == root)
        return;
      next = node->next;
      node = node->parent;
      was_entered = TRUE;
    }
    node = next;
  }
}
