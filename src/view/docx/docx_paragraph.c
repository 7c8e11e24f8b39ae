#include <string.h>

#include "base/byte_scan.h"
#include "base/markup.h"
#include "view/docx/docx_private.h"

/* What a letter asks of the program that sets it: Word takes fonts, sizes and direction of complex
 * scripts from other properties of a run. */
typedef enum {
  SIMPLE,
  COMPLEX, /* Thai, Lao, Khmer, Burmese, scripts of India */
  FROM_RIGHT,
  NEUTRAL, /* digits, spaces, punctuation: as the letters before them */
} LetterKind;

static LetterKind kind_of(gunichar c)
{
  if (c < 0x0590)
    return g_unichar_isalpha(c) ? SIMPLE : NEUTRAL;
  if (c <= 0x08FF || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC))
    return FROM_RIGHT;
  if (c <= 0x109F || (c >= 0x1780 && c <= 0x17FF) || (c >= 0x19E0 && c <= 0x19FF))
    return COMPLEX;
  return c >= 0x2000 && c <= 0x206F ? NEUTRAL : SIMPLE;
}

static LetterKind first_kind(const AdrefDocx *out)
{
  return out->script->is_rtl ? FROM_RIGHT : SIMPLE;
}

/* The bytes from the start whose letters are of one kind; *kind is that of the run before it, which
 * neutral letters keep. */
static gsize same_kind(const char *text, gsize length, LetterKind *kind)
{
  const char *end = text + length;
  gboolean is_known = FALSE;
  for (const char *p = text; p < end; p = g_utf8_next_char(p)) {
    if (is_known && *kind == SIMPLE) /* ASCII has no other kind */
      p += adref_byte_scan_ascii(p, (gsize)(end - p));
    if (p == end)
      break;
    LetterKind own = kind_of(g_utf8_get_char(p));
    if (own == NEUTRAL)
      continue;
    if (is_known && own != *kind)
      return (gsize)(p - text);
    *kind = own;
    is_known = TRUE;
  }
  return length;
}

static const char *character_style(const AdrefDocx *out)
{
  if (out->mono > 0)
    return "AdrefCode";
  if (out->bracket_signs > 0)
    return "AdrefBracket";
  if (out->agreed_words > 0)
    return "AdrefAgreed";
  if (out->position_words > 0)
    return "AdrefPosition";
  return out->linked ? "Hyperlink" : NULL;
}

/* The properties of a run come in the order of the schema. */
static void put_properties(AdrefDocx *out, const char *style, LetterKind kind)
{
  GString *xml = out->part->xml;
  const guint *formats = out->formats;
  gsize from = xml->len;
  g_string_append(xml, "<w:rPr>");
  gsize empty = xml->len;
  if (style)
    g_string_append_printf(xml, "<w:rStyle w:val=\"%s\"/>", style);
  if (out->run_fonts && out->mono == 0)
    g_string_append(xml, out->run_fonts);
  if (out->bold > 0)
    g_string_append(xml, "<w:b/><w:bCs/>");
  if (out->italic % 2 > 0)
    g_string_append(xml, "<w:i/><w:iCs/>");
  if (formats[ADREF_FORMAT_STRIKE] > 0)
    g_string_append(xml, "<w:strike/>");
  if (formats[ADREF_FORMAT_UNDERLINE] > 0)
    g_string_append(xml, "<w:u w:val=\"single\"/>");
  if (formats[ADREF_FORMAT_SUPERSCRIPT] > 0 || formats[ADREF_FORMAT_SUBSCRIPT] > 0)
    g_string_append_printf(xml, "<w:vertAlign w:val=\"%s\"/>",
                           formats[ADREF_FORMAT_SUPERSCRIPT] > 0 ? "superscript" : "subscript");
  if (kind == FROM_RIGHT)
    g_string_append(xml, "<w:rtl/>");
  else if (kind == COMPLEX)
    g_string_append(xml, "<w:cs/>");
  g_string_append(xml, out->run_language ? out->run_language : "");
  if (xml->len == empty)
    g_string_truncate(xml, from);
  else
    g_string_append(xml, "</w:rPr>");
}

/* Words between line ends and tabs, which XML would lose. */
static void put_words(GString *xml, const char *tag, const char *text, gsize length)
{
  if (length == 0)
    return;
  g_string_append_printf(xml, "<w:%s xml:space=\"preserve\">", tag);
  adref_markup_escape_text(xml, text, length);
  g_string_append_printf(xml, "</w:%s>", tag);
}

static void put_pieces(GString *xml, const char *tag, const char *text, gsize length)
{
  static const char ends[3] = {'\n', '\t', '\n'};
  gsize from = 0;
  for (gsize at = 0; at < length; at++) {
    at += adref_byte_scan_until_three(ends, text + at, length - at);
    if (at == length)
      break;
    put_words(xml, tag, text + from, at - from);
    g_string_append(xml, text[at] == '\n' ? "<w:br/>" : "<w:tab/>");
    from = at + 1;
  }
  put_words(xml, tag, text + from, length - from);
}

static void begin_run(AdrefDocx *out, const char *style, LetterKind kind)
{
  GString *xml = out->part->xml;
  out->last.run = out->mark;
  if (out->mark != ADREF_KEPT) {
    g_string_append(xml, out->mark == ADREF_DELETED ? "<w:del" : "<w:ins");
    adref_docx_put_author(out, xml);
    g_string_append_c(xml, '>');
  }
  g_string_append(xml, "<w:r>");
  put_properties(out, style, kind);
}

static void end_run(AdrefDocx *out)
{
  g_string_append(out->part->xml, out->mark == ADREF_KEPT      ? "</w:r>"
                                  : out->mark == ADREF_DELETED ? "</w:r></w:del>"
                                                               : "</w:r></w:ins>");
}

static const char *text_tag(const AdrefDocx *out)
{
  return out->mark == ADREF_DELETED ? "delText" : "t";
}

void adref_docx_put(AdrefDocx *out, const char *text, gsize length)
{
  LetterKind kind = first_kind(out);
  for (gsize at = 0; at < length;) {
    gsize taken = same_kind(text + at, length - at, &kind);
    taken = adref_docx_take_author(out, text + at, taken);
    begin_run(out, character_style(out), kind);
    put_pieces(out->part->xml, text_tag(out), text + at, taken);
    end_run(out);
    at += taken;
  }
}

void adref_docx_put_string(AdrefDocx *out, const char *text)
{
  adref_docx_put(out, text, strlen(text));
}

void adref_docx_put_run(AdrefDocx *out, const char *elements)
{
  begin_run(out, character_style(out), first_kind(out));
  g_string_append(out->part->xml, elements);
  end_run(out);
}

/* A run inside <w:ruby>, in half points. */
static void put_ruby_run(AdrefDocx *out, const char *tag, const char *text, gsize length)
{
  g_string_append_printf(out->part->xml, "<w:%s><w:r>", tag);
  put_properties(out, character_style(out), SIMPLE);
  put_words(out->part->xml, text_tag(out), text, length);
  g_string_append_printf(out->part->xml, "</w:r></w:%s>", tag);
}

void adref_docx_put_ruby(AdrefDocx *out, const char *base, gsize base_length, const char *reading,
                         gsize reading_length)
{
  int size = (int)(out->geometry.size * 2 + 0.5F);
  begin_run(out, character_style(out), SIMPLE);
  g_string_append_printf(out->part->xml,
                         "<w:ruby><w:rubyPr><w:rubyAlign w:val=\"distributeSpace\"/>"
                         "<w:hps w:val=\"%d\"/><w:hpsRaise w:val=\"%d\"/>"
                         "<w:hpsBaseText w:val=\"%d\"/><w:lid w:val=\"%s\"/></w:rubyPr>",
                         size / 2, size - 2, size, out->options->language);
  put_ruby_run(out, "rt", reading, reading_length);
  put_ruby_run(out, "rubyBase", base, base_length);
  g_string_append(out->part->xml, "</w:ruby>");
  end_run(out);
}

/* As on paper. */
static float first_indent(const AdrefDocx *out)
{
  return 2 * out->geometry.size;
}

/* Where the words begin behind a number that stands in the first line. */
static void put_tab_stop(const AdrefDocx *out, GString *xml)
{
  if (out->is_indented && out->label->len + out->old_label->len > 0)
    g_string_append_printf(xml, "<w:tabs><w:tab w:val=\"left\" w:pos=\"%d\"/></w:tabs>",
                           adref_docx_twips(first_indent(out) + out->number_indent));
}

static void put_indent(const AdrefDocx *out, GString *xml)
{
  float step = out->geometry.indent;
  guint levels = MIN(out->indents, ADREF_DOCX_LEVELS);
  float left = (out->has_number ? out->number_indent : 0) + (float)levels * step;
  gboolean has_label = out->label->len > 0 || out->old_label->len > 0 || out->list_item > 0;
  float hanging = !has_label || out->is_indented ? 0 : out->indents > 0 ? step : out->number_indent;
  float first = out->is_indented ? first_indent(out) : 0;
  if (!(left > 0) && !(first > 0))
    return;
  g_string_append_printf(xml, "<w:ind w:left=\"%d\"", adref_docx_twips(left));
  if (out->quotes > 0)
    g_string_append_printf(xml, " w:right=\"%d\"", adref_docx_twips(step * 0.6F));
  if (hanging > 0)
    g_string_append_printf(xml, " w:hanging=\"%d\"", adref_docx_twips(MIN(hanging, left)));
  else if (first > 0)
    g_string_append_printf(xml, " w:firstLine=\"%d\"", adref_docx_twips(first));
  g_string_append(xml, "/>");
}

/* An item of a list that Word counts has the indent of its level. */
static void put_list_item(const AdrefDocx *out, GString *xml)
{
  guint level = MIN(out->list_stack->len, ADREF_DOCX_LEVELS) - 1;
  g_string_append_printf(xml, "<w:numPr><w:ilvl w:val=\"%u\"/><w:numId w:val=\"%u\"/></w:numPr>",
                         level, out->list_item);
}

/* A number, and the tab behind it. */
static void put_label_words(AdrefDocx *out, const GString *words, AdrefChangeMark mark)
{
  AdrefChangeMark outer = out->mark;
  if (words->len == 0)
    return;
  out->mark = mark;
  begin_run(out, out->is_small_label ? "AdrefPosition" : "AdrefNumber", first_kind(out));
  put_words(out->part->xml, text_tag(out), words->str, words->len);
  g_string_append(out->part->xml, "<w:tab/>");
  end_run(out);
  out->mark = outer;
}

static void put_label(AdrefDocx *out)
{
  if (out->is_renumbered) {
    put_label_words(out, out->old_label, ADREF_DELETED);
    put_label_words(out, out->label, ADREF_INSERTED);
  } else {
    put_label_words(out, out->label, out->mark);
  }
  g_string_truncate(out->label, 0);
  g_string_truncate(out->old_label, 0);
  out->is_renumbered = out->is_small_label = FALSE;
}

void adref_docx_put_mark(AdrefDocx *out, GString *xml, AdrefChangeMark mark)
{
  if (mark != ADREF_INSERTED && mark != ADREF_DELETED)
    return;
  g_string_append(xml, mark == ADREF_DELETED ? "<w:del" : "<w:ins");
  adref_docx_put_author(out, xml);
  g_string_append(xml, "/>");
}

static void put_paragraph_mark(AdrefDocx *out, GString *xml)
{
  g_string_append(xml, "<w:rPr>");
  adref_docx_put_mark(out, xml, out->mark);
  g_string_append(xml, "</w:rPr>");
}

/* Where words were added at the end of a paragraph and the next one is new, the mark between them
 * is the one that was inserted, as it is when a person types on; with the mark behind the new
 * paragraph, LibreOffice takes both for inserted, and rejects one too many. */
static gboolean shift_mark(AdrefDocx *out, GString *xml)
{
  AdrefDocxLastParagraph *last = &out->last;
  if (out->mark != ADREF_INSERTED || out->table || last->end == 0 ||
      (!last->is_shifted && last->run != ADREF_INSERTED))
    return FALSE;
  if (!last->is_shifted) {
    g_free(out->shifted);
    out->shifted = g_strndup(xml->str + last->start, last->end - last->start);
  }
  g_autoptr(GString) mark = g_string_new(NULL);
  put_paragraph_mark(out, mark);
  g_string_erase(xml, (gssize)last->end, (gssize)last->former);
  g_string_insert_len(xml, (gssize)last->end, mark->str, (gssize)mark->len);
  return TRUE;
}

/* A paragraph whose mark is that of the old text says which properties it has there, which begin at
 * `start`, where they are others. */
static void put_former_properties(AdrefDocx *out, GString *xml, gsize start)
{
  if (strcmp(xml->str + start, out->shifted) == 0)
    return;
  g_string_append(xml, "<w:pPrChange");
  adref_docx_put_author(out, xml);
  g_string_append_printf(xml, "><w:pPr>%s</w:pPr></w:pPrChange>", out->shifted);
}

void adref_docx_begin(AdrefDocx *out, const char *style, const char *extra)
{
  adref_docx_close(out);
  GString *xml = out->part->xml;
  gboolean is_shifted = shift_mark(out, xml);
  g_string_append(xml, "<w:p><w:pPr>");
  gsize start = xml->len;
  if (style)
    g_string_append_printf(xml, "<w:pStyle w:val=\"%s\"/>", style);
  if (out->begins_page)
    g_string_append(xml, "<w:pageBreakBefore/>");
  if (out->list_item > 0)
    put_list_item(out, xml);
  if (!out->table)
    put_tab_stop(out, xml);
  g_string_append(xml, out->direction);
  if (!out->table)
    put_indent(out, xml);
  g_string_append(xml, extra ? extra : "");
  gboolean has_mark = out->mark != ADREF_KEPT && !out->table && !is_shifted;
  if (has_mark)
    put_paragraph_mark(out, xml);
  gsize end = xml->len;
  if (is_shifted)
    put_former_properties(out, xml, start);
  out->last = (AdrefDocxLastParagraph){.start = start,
                                       .end = has_mark || out->table ? 0 : end,
                                       .former = xml->len - end,
                                       .is_shifted = is_shifted};
  g_string_append(xml, "</w:pPr>");
  out->is_open = TRUE;
  out->begins_page = FALSE;
  out->list_item = 0;
  put_label(out);
  out->is_indented = FALSE;
  g_string_append(xml, out->pending->str);
  g_string_truncate(out->pending, 0);
}

void adref_docx_close(AdrefDocx *out)
{
  if (out->is_open)
    g_string_append(out->part->xml, "</w:p>\n");
  out->is_open = FALSE;
}

void adref_docx_flush_label(AdrefDocx *out)
{
  if (out->label->len > 0 || out->old_label->len > 0 || out->list_item > 0)
    adref_docx_begin(out, NULL, NULL);
}

void adref_docx_put_comment(AdrefDocx *out, const char *party, const char *text, gsize length)
{
  guint id = out->comment_count++;
  const char *name =
      party && out->options->names ? g_hash_table_lookup(out->options->names, party) : NULL;
  g_string_append_printf(out->comments, "<w:comment w:id=\"%u\" w:author=\"", id);
  adref_markup_escape_string(out->comments, name ? name : party ? party : "Note");
  g_string_append(out->comments, "\" w:initials=\"");
  adref_markup_escape_string(out->comments, party);
  g_string_append(out->comments, "\"><w:p><w:pPr><w:pStyle w:val=\"CommentText\"/></w:pPr><w:r>");
  put_pieces(out->comments, "t", text, length);
  g_string_append(out->comments, "</w:r></w:p></w:comment>\n");
  g_string_append_printf(out->is_open ? out->part->xml : out->pending,
                         "<w:commentRangeStart w:id=\"%u\"/><w:commentRangeEnd w:id=\"%u\"/>"
                         "<w:r><w:rPr><w:rStyle w:val=\"CommentReference\"/></w:rPr>"
                         "<w:commentReference w:id=\"%u\"/></w:r>",
                         id, id, id);
}

/* "1.", "(a)", "(i)", and again: the levels of adref_numbering_list_item(). */
guint adref_docx_new_list(AdrefDocx *out, const AdrefNode *list, guint depth, guint start)
{
  guint kind = list->as.list.parenthesis ? ADREF_DOCX_LIST_KINDS - 1 : 1 + depth % 3;
  guint number = ADREF_DOCX_FIRST_LIST + out->list_count++;
  guint level = MIN(out->list_stack->len, ADREF_DOCX_LEVELS) - 1;
  g_string_append_printf(out->lists,
                         "<w:num w:numId=\"%u\"><w:abstractNumId w:val=\"%u\"/>"
                         "<w:lvlOverride w:ilvl=\"%u\"><w:startOverride w:val=\"%u\"/>"
                         "</w:lvlOverride></w:num>\n",
                         number, kind, level, start);
  return number;
}
