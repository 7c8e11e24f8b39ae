#include "exchange/docx/docx_walker.h"

#include <string.h>

#include "base/byte_scan.h"
#include "clause/text/hidden.h"
#include "exchange/docx/docx_symbols.h"

static gboolean is_like(const AdrefDocxRun *a, const AdrefDocxRun *b)
{
  return a->letters == b->letters && a->role == b->role && a->link == b->link &&
         a->inserted == b->inserted && a->deleted == b->deleted && a->formatter == b->formatter &&
         a->formatted == b->formatted && !a->note && !b->note && !a->comment && !b->comment;
}

void adref_docx_walker_fill_run(AdrefDocxWalker *self, AdrefDocxRun *run)
{
  const char *link = adref_docx_walker_last(self->links);
  *run = self->run;
  run->link = link && *link ? link : NULL;
  run->inserted = adref_docx_walker_last(self->inserted);
  run->deleted = adref_docx_walker_last(self->deleted);
}

/* Appends to the words of a run; room doubles, since a stranger decides how many pieces come. */
static void append_words(AdrefDocxWalker *self, AdrefDocxRun *run, const char *text)
{
  gsize length = strlen(text);
  if (self->tail != run->text) {
    self->tail_length = strlen(run->text);
    self->tail_room = self->tail_length + 1;
  }
  if (self->tail_length + length >= self->tail_room) {
    self->tail_room = (self->tail_length + length + 1) * 2;
    run->text = g_realloc(run->text, self->tail_room);
  }
  memcpy(run->text + self->tail_length, text, length + 1);
  self->tail_length += length;
  self->tail = run->text;
}

/* Words that nobody sees in print. */
static void notice_ink(AdrefDocxWalker *self, const AdrefDocxRun *run)
{
  if (run->letters & ADREF_DOCX_HIDDEN)
    adref_docx_walker_notice(self, ADREF_DOCX_NOTICE_HIDDEN, run->text);
  gboolean has_words = run->text[strspn(run->text, " \t\n")] != '\0';
  if (has_words && adref_docx_ink_is_pale(&self->ink))
    adref_docx_walker_notice(self, ADREF_DOCX_NOTICE_PALE, run->text);
  if (has_words && adref_docx_ink_is_tiny(&self->ink))
    adref_docx_walker_notice(self, ADREF_DOCX_NOTICE_TINY, run->text);
}

static void put(AdrefDocxWalker *self, const char *text, gsize length)
{
  if (!self->open || length == 0 || adref_docx_walker_is_in_instruction(self))
    return;
  if (self->contents > 0 || self->open->style->role == ADREF_DOCX_ROLE_CONTENTS) {
    adref_docx_walker_notice(self, ADREF_DOCX_NOTICE_CONTENTS, text);
    return;
  }
  AdrefDocxRun run;
  adref_docx_walker_fill_run(self, &run);
  run.text = run.letters & ADREF_DOCX_CAPITALS ? g_utf8_strup(text, (gssize)length)
                                               : g_strndup(text, length);
  notice_ink(self, &run);
  g_string_append(self->plain, run.text);
  run.letters &= ~(guint)(ADREF_DOCX_CAPITALS | ADREF_DOCX_HIDDEN);
  GArray *runs = self->open->runs;
  AdrefDocxRun *before = runs->len > 0 ? &g_array_index(runs, AdrefDocxRun, runs->len - 1) : NULL;
  if (before && is_like(before, &run)) {
    append_words(self, before, run.text);
    g_free(run.text);
    return;
  }
  g_array_append_val(runs, run);
}

void adref_docx_walker_put_string(AdrefDocxWalker *self, const char *text)
{
  put(self, text, strlen(text));
}

/* LibreOffice puts a joiner into the first cell of a row that it tracks, so that its mark has a
 * letter. It joins nothing, and nobody typed it. */
static void drop_joiners(const AdrefDocxWalker *self, char *words)
{
  enum {
    JOINER = 0x200D
  };
  const char *last = g_utf8_find_prev_char(self->plain->str, self->plain->str + self->plain->len);
  gunichar before = last ? g_utf8_get_char(last) : 0;
  char *to = words;
  for (const char *at = words, *next; *at; at = next) {
    gunichar letter = g_utf8_get_char(at);
    next = g_utf8_next_char(at);
    if (letter == JOINER && !adref_hidden_takes_joiner(before))
      continue;
    memmove(to, at, (gsize)(next - at));
    to += next - at;
    before = letter;
  }
  *to = '\0';
}

/* The words of <w:t>: without xml:space, spaces at the ends are none. */
void adref_docx_walker_put_text(AdrefDocxWalker *self, const AdrefXmlNode *element)
{
  const AdrefXmlNode *child = element->first;
  if (!child || !child->text)
    return;
  static const char spaces[3] = {'\t', '\n', '\r'};
  g_autofree char *words = g_strdup(child->text);
  char *at = words, *end = words + strlen(words);
  while ((at += adref_byte_scan_until_three(spaces, at, (gsize)(end - at))) < end)
    *at++ = ' ';
  const char *space = adref_xml_attribute(element, "xml:space");
  if (g_strcmp0(space, "preserve") != 0)
    g_strstrip(words);
  if (self->open && self->open->table > 0)
    drop_joiners(self, words);
  if (!self->skips_mark)
    adref_docx_walker_put_string(self, words);
}

/* Each name and date is one string, so that runs of the same author are alike. */
static void read_formatter(AdrefDocxWalker *self, const AdrefXmlNode *change)
{
  const char *author = adref_xml_attribute(change, "w:author"),
             *date = adref_docx_walker_date(change);
  self->run.formatter = author ? g_string_chunk_insert_const(self->strings, author) : NULL;
  self->run.formatted = author && date ? g_string_chunk_insert_const(self->strings, date) : NULL;
}

void adref_docx_walker_open_run(AdrefDocxWalker *self, const AdrefXmlNode *element)
{
  enum {
    OF_PARAGRAPH = ADREF_DOCX_CAPITALS | ADREF_DOCX_HIDDEN /* what words take of its style */
  };
  const AdrefXmlNode *properties = adref_xml_child(element, "w:rPr");
  const char *id = adref_xml_attribute(adref_xml_child(properties, "w:rStyle"), "w:val");
  const AdrefDocxStyle *style = id ? adref_docx_style_sheet_get(self->file->styles, id) : NULL;
  guint letters = self->open ? self->open->style->letters & OF_PARAGRAPH : 0;
  letters |= style ? style->letters : 0;
  self->run = (AdrefDocxRun){.role = style ? style->role : ADREF_DOCX_ROLE_NONE,
                             .letters = adref_docx_letters_read(properties, letters)};
  read_formatter(self, adref_xml_child(properties, "w:rPrChange"));
  self->ink = self->open ? self->open->ink : (AdrefDocxInk){0};
  if (style)
    adref_docx_ink_put(&self->ink, &style->ink);
  adref_docx_ink_read(&self->ink, properties);
  self->skips_mark = FALSE;
}

/* --- single signs --- */

void adref_docx_walker_put_break(AdrefDocxWalker *self, const AdrefXmlNode *element)
{
  const char *type = adref_xml_attribute(element, "w:type");
  if (!type || strcmp(type, "textWrapping") == 0)
    adref_docx_walker_put_string(self, "\n");
}

void adref_docx_walker_put_symbol(AdrefDocxWalker *self, const AdrefXmlNode *element)
{
  g_autofree char *sign = adref_docx_symbol(adref_xml_attribute(element, "w:font"),
                                            adref_xml_attribute(element, "w:char"));
  if (!sign)
    adref_docx_walker_notice(self, ADREF_DOCX_NOTICE_SYMBOL, NULL);
  adref_docx_walker_put_string(self, sign ? sign : "\357\277\275");
}

/* The words below <w:rt> or <w:rubyBase>. */
static char *ruby_words(const AdrefXmlNode *element, const char *name)
{
  const AdrefXmlNode *part = adref_xml_child(element, name);
  return part ? adref_docx_words_below(part) : g_strdup("");
}

void adref_docx_walker_put_ruby(AdrefDocxWalker *self, const AdrefXmlNode *element)
{
  g_autofree char *base = ruby_words(element, "w:rubyBase");
  g_autofree char *reading = ruby_words(element, "w:rt");
  g_autofree char *words =
      *reading ? g_strdup_printf("\357\275\234%s\343\200\212%s\343\200\213", base, reading)
               : g_strdup(base);
  adref_docx_walker_put_string(self, words);
}
