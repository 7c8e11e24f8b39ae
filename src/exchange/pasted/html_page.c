#include "exchange/pasted/html_page.h"

#include <string.h>

#include "base/error.h"
#include "exchange/pasted/html_beside.h"
#include "exchange/pasted/html_notes.h"
#include "exchange/pasted/html_reader.h"

enum {
  MOST_LISTS = 16 /* in each other */
};

static gboolean is_one_of(const char *name, const char *const *names)
{
  for (; *names; names++)
    if (strcmp(name, *names) == 0)
      return TRUE;
  return FALSE;
}

const char *adref_html_reader_attribute(const xmlChar **attributes, const char *name)
{
  for (; attributes && attributes[0]; attributes += 2)
    if (strcmp((const char *)attributes[0], name) == 0)
      return attributes[1] ? (const char *)attributes[1] : "";
  return NULL;
}

/* --- elements --- */

static const char *const blocks[] = {
    "p",       "div",    "section",    "article", "main",  "header",  "h1",
    "h2",      "h3",     "h4",         "h5",      "h6",    "ul",      "ol",
    "li",      "dl",     "dt",         "dd",      "table", "caption", "tr",
    "pre",     "hr",     "blockquote", "figure",  "body",  "address", "details",
    "summary", "center", "fieldset",   "legend",  NULL};
static const char *const outside[] = {
    "head",   "script",   "style",    "nav", "aside",    "footer", "label",  "button",
    "select", "noscript", "template", "svg", "textarea", "iframe", "object", NULL};

static const char *const unseen[] = {"head",     "script", "style", "noscript",
                                     "template", "svg",    NULL};

/* What stands before each clause of a page of adref: a link to it, with the number where it has
 * one, and its id. */
static gboolean is_of_clause(const AdrefHtmlReader *self, const xmlChar **attributes,
                             const char *class)
{
  return self->is_ours && g_strcmp0(adref_html_reader_attribute(attributes, "class"), class) == 0;
}

/* Elements whose name may say that they stand beside the text; a paragraph is of it. */
static const char *const boxes[] = {"div",  "section", "ul", "ol",   "dl",
                                    "form", "header",  "a",  "span", NULL};

/* Whether a program has named a section by its heading: "navigation" is one about ships then. */
static gboolean is_section(const char *name, const char *class)
{
  return strcmp(name, "section") == 0 || (class && strstr(class, "section"));
}

/* Words inside of a sentence are of it. */
static gboolean is_inside(const AdrefHtmlReader *self, const char *name)
{
  return self->block->len > 0 && !is_one_of(name, blocks) && strcmp(name, "form") != 0;
}

static gboolean is_named_beside(const AdrefHtmlReader *self, const char *name,
                                const xmlChar **attributes)
{
  const char *class = adref_html_reader_attribute(attributes, "class"),
             *id = adref_html_reader_attribute(attributes, "id");
  return !self->is_ours && !self->keeps_all && is_one_of(name, boxes) && !is_inside(self, name) &&
         (adref_html_name_is_beside(class) ||
          (!is_section(name, class) && adref_html_name_is_beside(id)) ||
          adref_html_name_is_beside(adref_html_reader_attribute(attributes, "role")));
}

/* Whether an element that is beside the text holds its notes. */
static gboolean holds_notes(const char *name, const xmlChar **attributes)
{
  static const char *const holders[] = {"aside", "footer", NULL};
  static const char *const said_by[] = {"id", "class", "role"};
  gboolean notes = FALSE;
  for (gsize i = 0; is_one_of(name, holders) && i < G_N_ELEMENTS(said_by); i++) {
    const char *said = adref_html_reader_attribute(attributes, said_by[i]);
    notes = notes || (said && (strstr(said, "footnote") || strstr(said, "endnote")));
  }
  return notes;
}

static gboolean is_left_out(const AdrefHtmlReader *self, const char *name,
                            const xmlChar **attributes)
{
  if (is_of_clause(self, attributes, "n h") || is_of_clause(self, attributes, "id") ||
      is_of_clause(self, attributes, "note"))
    return TRUE;
  const char *style = adref_html_reader_attribute(attributes, "style"),
             *aria = adref_html_reader_attribute(attributes, "aria-hidden");
  return (is_one_of(name, outside) && !holds_notes(name, attributes)) ||
         adref_html_reader_attribute(attributes, "hidden") || (aria && strcmp(aria, "true") == 0) ||
         (style && (strstr(style, "display:none") || strstr(style, "display: none")));
}

static const char *const formats[][3] = {
    {"b", "**", "**"},          {"strong", "**", "**"},       {"i", "*", "*"},
    {"em", "*", "*"},           {"sup", "<sup>", "</sup>"},   {"sub", "<sub>", "</sub>"},
    {"u", "<u>", "</u>"},       {"s", "<del>", "</del>"},     {"del", "<del>", "</del>"},
    {"ins", "<ins>", "</ins>"}, {"strike", "<del>", "</del>"}};

static const char *const *format_of(const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS(formats); i++)
    if (strcmp(formats[i][0], name) == 0)
      return formats[i];
  return NULL;
}

static guint level_of(const char *name)
{
  return name[0] == 'h' && name[1] >= '1' && name[1] <= '6' && !name[2] ? (guint)(name[1] - '0')
                                                                        : 0;
}

/* What the items of an ordered list have: by its type, or its style. */
static char letters_of(const xmlChar **attributes)
{
  static const struct {
    const char *style;
    char letters;
  } styles[] = {{"lower-alpha", 'a'}, {"lower-latin", 'a'}, {"upper-alpha", 'A'},
                {"upper-latin", 'A'}, {"lower-roman", 'i'}, {"upper-roman", 'I'}};
  const char *type = adref_html_reader_attribute(attributes, "type"),
             *style = adref_html_reader_attribute(attributes, "style");
  if (type && type[0] && strchr("aAiI", type[0]) && !type[1])
    return type[0];
  for (gsize i = 0; style && i < G_N_ELEMENTS(styles); i++)
    if (strstr(style, styles[i].style))
      return styles[i].letters;
  return 0;
}

/* Whether the items of a list are shown without marks. */
static gboolean has_no_marks(const xmlChar **attributes)
{
  const char *type = adref_html_reader_attribute(attributes, "type"),
             *style = adref_html_reader_attribute(attributes, "style");
  const char *marks = style ? strstr(style, "list-style") : NULL;
  const char *none = marks ? strstr(marks, "none") : NULL;
  return (type && strcmp(type, "none") == 0) || (none && none < marks + strcspn(marks, ";"));
}

static void begin_list(AdrefHtmlReader *self, gboolean ordered, const xmlChar **attributes)
{
  const char *start = adref_html_reader_attribute(attributes, "start");
  guint first = start ? (guint)g_ascii_strtoull(start, NULL, 10) : 1;
  gboolean hidden = has_no_marks(attributes);
  AdrefHtmlList list = {.ordered = ordered && !hidden,
                        .unseen = hidden,
                        .letters = ordered ? letters_of(attributes) : 0,
                        .number = MIN(first, 100000),
                        .width = 2};
  if (self->lists->len < MOST_LISTS)
    g_array_append_val(self->lists, list);
}

static void begin_item(AdrefHtmlReader *self, const xmlChar **attributes)
{
  const char *value = adref_html_reader_attribute(attributes, "value");
  self->begins_item = self->lists->len > 0;
  if (value && self->begins_item)
    adref_html_reader_innermost(self)->number =
        MIN((guint)g_ascii_strtoull(value, NULL, 10), 100000);
}

/* An element with the name of a note begins it: a block is all of it, an anchor is in it. */
static void begin_note(AdrefHtmlReader *self, const char *name, const xmlChar **attributes)
{
  const char *id = adref_html_reader_attribute(attributes, "id"),
             *anchor = adref_html_reader_attribute(attributes, "name");
  const char *label = id ? g_hash_table_lookup(self->notes, id) : NULL;
  label = !label && anchor ? g_hash_table_lookup(self->notes, anchor) : label;
  if (!label || self->cell || self->block->len > 0)
    return;
  self->note = label;
  self->in_note = FALSE;
  if (self->note_depth == 0 && is_one_of(name, blocks))
    self->note_depth = self->depth;
}

/* "#note" leads to a place of the page. */
static void begin_link(AdrefHtmlReader *self, const xmlChar **attributes)
{
  const char *to = adref_html_reader_attribute(attributes, "href");
  gboolean is_read = !self->has_main || self->main > 0;
  self->call = is_read && to && *to == '#' ? g_hash_table_lookup(self->notes, to + 1) : NULL;
  g_string_truncate(self->called, 0);
  self->in_link = to && (*to != '#' || !to[1]);
  self->links += self->in_link ? 1 : 0;
}

static void begin_element(AdrefHtmlReader *self, const char *name, const xmlChar **attributes)
{
  const char *const *format = format_of(name);
  if (self->call && is_one_of(name, blocks))
    adref_html_reader_end_link(self);
  if (is_one_of(name, blocks) && !self->joins)
    adref_html_reader_end_block(self);
  begin_note(self, name, attributes);
  self->space = self->space || self->joins;
  self->joins = is_of_clause(self, attributes, "n");
  if (format)
    adref_html_reader_begin_mark(self, format[1], format[2]);
  else if (strcmp(name, "a") == 0)
    begin_link(self, attributes);
  else if (strcmp(name, "br") == 0)
    adref_html_reader_put_break(self);
  else if (level_of(name) > 0)
    self->heading = level_of(name);
  else if (strcmp(name, "blockquote") == 0)
    self->quotes = MIN(self->quotes + 1, MOST_LISTS);
  else if (strcmp(name, "ul") == 0 || strcmp(name, "ol") == 0)
    begin_list(self, name[0] == 'o', attributes);
  else if (strcmp(name, "li") == 0)
    begin_item(self, attributes);
  else if (strcmp(name, "table") == 0)
    self->tables++;
  else if (strcmp(name, "tr") == 0)
    adref_html_reader_begin_row(self);
  else if (strcmp(name, "td") == 0 || strcmp(name, "th") == 0)
    adref_html_reader_begin_cell(self, attributes);
  else if (strcmp(name, "pre") == 0)
    self->preformatted++;
  else if (strcmp(name, "main") == 0)
    self->main++;
  if (self->is_ours && level_of(name) == 1) /* the title stands before the text */
    self->main++;
}

static void end_element(AdrefHtmlReader *self, const char *name)
{
  const char *const *format = format_of(name);
  if (format)
    adref_html_reader_end_mark(self, format[2]);
  if (strcmp(name, "a") == 0 || (self->call && is_one_of(name, blocks)))
    adref_html_reader_end_link(self);
  if (strcmp(name, "td") == 0 || strcmp(name, "th") == 0)
    adref_html_reader_end_cell(self);
  if (is_one_of(name, blocks))
    adref_html_reader_end_block(self);
  if (self->is_ours && level_of(name) == 1 && self->main > 0)
    self->main--;
  if (level_of(name) > 0)
    self->heading = 0;
  else if (strcmp(name, "blockquote") == 0 && self->quotes > 0)
    self->quotes--;
  else if ((strcmp(name, "ul") == 0 || strcmp(name, "ol") == 0) && self->lists->len > 0) {
    g_array_set_size(self->lists, self->lists->len - 1);
    self->in_item = self->lists->len > 0;
    self->begins_item = FALSE;
  } else if (strcmp(name, "table") == 0)
    adref_html_reader_end_table(self);
  else if (strcmp(name, "pre") == 0 && self->preformatted > 0)
    self->preformatted--;
  else if (strcmp(name, "main") == 0 && self->main > 0)
    self->main--;
}

/* The words before a box are a block of their own, whatever is in it. */
static void begin_left_out(AdrefHtmlReader *self, const char *name, const xmlChar **attributes)
{
  self->is_named = !is_left_out(self, name, attributes);
  if (self->is_named && is_one_of(name, blocks))
    adref_html_reader_end_block(self);
}

static void start(void *data, const xmlChar *name, const xmlChar **attributes)
{
  AdrefHtmlReader *self = data;
  if (++self->depth > ADREF_HTML_PAGE_DEPTH) {
    self->is_too_deep = TRUE;
    xmlStopParser(self->parser);
  } else if (self->left_out > 0 || is_left_out(self, (const char *)name, attributes) ||
             is_named_beside(self, (const char *)name, attributes)) {
    if (self->left_out == 0)
      begin_left_out(self, (const char *)name, attributes);
    self->left_out++;
    self->silent += self->silent > 0 || is_one_of((const char *)name, unseen) ? 1 : 0;
  } else {
    begin_element(self, (const char *)name, attributes);
  }
}

static void end(void *data, const xmlChar *name)
{
  AdrefHtmlReader *self = data;
  gboolean ends_note = self->note_depth > 0 && self->depth == self->note_depth;
  self->depth -= self->depth > 0 ? 1 : 0;
  self->silent -= self->silent > 0 ? 1 : 0;
  if (self->left_out > 0)
    self->left_out--;
  else
    end_element(self, (const char *)name);
  if (ends_note) {
    adref_html_reader_end_block(self);
    self->note_depth = 0;
    self->note = NULL;
  }
}

static gboolean has_main(const char *html, gsize length)
{
  for (gsize i = 0; i + 5 < length; i++)
    if (html[i] == '<' && g_ascii_strncasecmp(html + i + 1, "main", 4) == 0 &&
        !g_ascii_isalnum(html[i + 5]))
      return TRUE;
  return FALSE;
}

static gboolean is_ours(const char *html, gsize length)
{
  static const char generator[] = "<meta name=\"generator\" content=\"adref ";
  enum {
    LOOKED_AT = 4096 /* bytes at the start */
  };
  return memmem(html, MIN(length, (gsize)LOOKED_AT), generator, strlen(generator)) != NULL;
}

static void parse(AdrefHtmlReader *self, const char *html, gsize length)
{
  self->parser = htmlNewParserCtxt();
  memset(self->parser->sax, 0, sizeof *self->parser->sax);
  self->parser->sax->startElement = start;
  self->parser->sax->endElement = end;
  self->parser->sax->characters = adref_html_reader_characters;
  self->parser->sax->ignorableWhitespace = adref_html_reader_characters;
  self->parser->userData = self;
  htmlCtxtReadMemory(self->parser, html, (int)length, NULL, "UTF-8",
                     HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                         HTML_PARSE_RECOVER);
  htmlFreeParserCtxt(self->parser);
  self->parser = NULL;
}

static void read_page(AdrefHtmlReader *self, const char *html, gsize length)
{
  GArray *const arrays[] = {self->lines, self->lists, self->marks, self->taken};
  GString *const strings[] = {self->out, self->block, self->named, self->menu};
  for (gsize i = 0; i < G_N_ELEMENTS(arrays); i++)
    g_array_set_size(arrays[i], 0);
  for (gsize i = 0; i < G_N_ELEMENTS(strings); i++)
    g_string_truncate(strings[i], 0);
  g_ptr_array_set_size(self->rows, 0);
  g_hash_table_remove_all(self->calls);
  g_hash_table_remove_all(self->texts);
  self->words = self->words_named = self->named_words = self->silent = self->left_out = 0;
  self->depth = self->main = self->quotes = self->heading = self->tables = self->preformatted = 0;
  self->text_lines = self->links = self->note_depth = 0;
  self->note = self->call = NULL;
  self->text_end = 0;
  self->has_text = self->announces = self->own_words = self->in_link = FALSE;
  self->begins_item = self->in_item = self->labelled = self->joins = self->space = FALSE;
  self->start = TRUE;
  parse(self, html, length);
  adref_html_reader_end_block(self);
  adref_html_reader_take_menus(self);
}

/* Whether the names of elements and links took as many words as are left, or all. */
static gboolean is_most_left_out(const AdrefHtmlReader *self)
{
  guint kept = 0;
  for (gsize i = 0; i < self->out->len; i++)
    kept += self->out->str[i] == ' ' || self->out->str[i] == '\n' ? 1 : 0;
  return !self->keeps_all && self->words > 0 && (self->out->len == 0 || self->words_named > kept);
}

static gboolean is_lone_note(gpointer name, gpointer label, gpointer data)
{
  const AdrefHtmlReader *self = data;
  (void)name;
  return !g_hash_table_contains(self->calls, label) || !g_hash_table_contains(self->texts, label);
}

/* Forgets the notes of which the call or the words were left out, or stand in a table: their marks
 * stay as they are. Whether there are any. */
static gboolean forget_lone_notes(AdrefHtmlReader *self)
{
  return g_hash_table_foreach_remove(self->notes, is_lone_note, self) > 0;
}

static void say_left_out(const AdrefHtmlReader *page, GPtrArray *problems)
{
  const char *more = page->named_words < page->words ? " ..." : "";
  if (page->words > 0)
    adref_problem_hint(problems, 1, 1,
                       "%u word%s beside the text of the page %s left out (menus, its head and "
                       "foot, what is hidden): \"%s%s\"",
                       page->words, page->words == 1 ? "" : "s", page->words == 1 ? "is" : "are",
                       page->named->str, more);
}

GString *adref_html_page_to_markdown(const char *html, gsize length, const char *name,
                                     GArray *lines, GPtrArray *problems, GError **error)
{
  if (!adref_libxml2_load(error))
    return NULL;
  AdrefHtmlReader page = {.out = g_string_new(NULL),
                          .lines = lines,
                          .block = g_string_new(NULL),
                          .named = g_string_new(NULL),
                          .menu = g_string_new(NULL),
                          .called = g_string_new(NULL),
                          .notes = adref_html_notes_find(html, length),
                          .calls = g_hash_table_new(g_str_hash, g_str_equal),
                          .texts = g_hash_table_new(g_str_hash, g_str_equal),
                          .line = 1,
                          .start = TRUE,
                          .has_main = has_main(html, length),
                          .is_ours = is_ours(html, length),
                          .lists = g_array_new(FALSE, FALSE, sizeof(AdrefHtmlList)),
                          .marks = g_array_new(FALSE, FALSE, sizeof(AdrefHtmlMark)),
                          .rows = g_ptr_array_new_with_free_func(adref_html_reader_row_free),
                          .taken = g_array_new(FALSE, TRUE, sizeof(guint))};
  if (length > 0 && length < G_MAXINT)
    read_page(&page, html, length);
  if (page.has_main && page.out->len == 0 && !page.is_too_deep) { /* "<main>" of a comment */
    page.has_main = FALSE;
    read_page(&page, html, length);
  }
  if (!page.is_too_deep && is_most_left_out(&page)) { /* the names say something else here */
    page.keeps_all = TRUE;
    read_page(&page, html, length);
  }
  if (!page.is_too_deep && forget_lone_notes(&page))
    read_page(&page, html, length);
  say_left_out(&page, problems);
  if (page.cell)
    g_string_free(page.cell, TRUE);
  g_string_free(page.block, TRUE);
  g_string_free(page.named, TRUE);
  g_string_free(page.menu, TRUE);
  g_string_free(page.called, TRUE);
  g_hash_table_unref(page.calls);
  g_hash_table_unref(page.texts);
  g_hash_table_unref(page.notes);
  g_array_unref(page.lists);
  g_array_unref(page.marks);
  g_ptr_array_unref(page.rows);
  g_array_unref(page.taken);
  if (!page.is_too_deep)
    return page.out;
  g_string_free(page.out, TRUE);
  adref_error(error, ADREF_ERROR_INPUT, "%s: its elements are nested more than %d deep", name,
              ADREF_HTML_PAGE_DEPTH);
  return NULL;
}
