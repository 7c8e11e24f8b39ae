#include "clause/cmark_inlines.h"

#include <string.h>

#include "base/byte_scan.h"
#include "clause/inline_normalize.h"
#include "clause/marker.h"

static void add(AdrefInlines *self, AdrefNode *node)
{
  node->line = self->line;
  adref_node_append(self->at, node);
}

static void flush(AdrefInlines *self)
{
  if (self->run->len == 0)
    return;
  AdrefNode *text = adref_node_new_text(ADREF_TEXT, self->run->str, (gssize)self->run->len);
  text->line = self->run_line;
  adref_node_append(self->at, text);
  g_string_truncate(self->run, 0);
}

static void add_edge(AdrefInlines *self, gboolean opens)
{
  flush(self);
  AdrefNode *edge = adref_node_new(ADREF_EDGE);
  edge->as.edge.opens = opens;
  edge->column = adref_places_find(self->places, &self->place, self->column, opens ? '[' : ']');
  g_ptr_array_add(self->edges, edge);
  add(self, edge);
}

static void add_space(AdrefInlines *self)
{
  if (self->run->len == 0 || self->run->str[self->run->len - 1] != ' ')
    g_string_append_c(self->run, ' ');
}

static void add_sign(AdrefInlines *self, AdrefSign sign)
{
  static const char letters[ADREF_SIGNS] = {'[',
                                            ']',
                                            (char)ADREF_MARK_SLASH,
                                            (char)ADREF_MARK_DASH,
                                            (char)ADREF_MARK_COLON,
                                            (char)ADREF_MARK_COLON};
  g_string_append_c(self->run, letters[sign]);
}

/* One character that is more than a letter; gives how many bytes it has. */
static gsize add_special(AdrefInlines *self, const char *p)
{
  AdrefSign sign = adref_prepared_sign(self->source, p);
  if (sign < ADREF_SIGNS) {
    if (self->in_autolink && sign != ADREF_SIGN_WORDS)
      g_string_append_c(self->run, '\\');
    add_sign(self, sign);
    return 2;
  }
  if ((*p == '[' || *p == ']') && !self->in_autolink) {
    add_edge(self, *p == '[');
    self->run_line = self->line;
  } else if (*p == ' ' || (*p >= '\t' && *p <= '\r')) {
    add_space(self);
  } else {
    g_string_append_c(self->run, *p);
  }
  return 1;
}

/* Letters, and single spaces between them. */
static gsize plain_length(const guint8 *kinds, const char *words, const char *end)
{
  const char *p = words;
  do
    p += adref_span(kinds, p, (gsize)(end - p));
  while (p < end && kinds[(guchar)*p] == ADREF_BYTE_SPACE && p[1] != ' ' && p++);
  return (gsize)(p - words);
}

static void add_words(AdrefInlines *self, const char *words)
{
  const char *p = words, *end = p + strlen(p);
  if (self->run->len == 0)
    self->run_line = self->line;
  while (p < end) {
    gsize plain = *p == ' ' ? 0 : plain_length(self->source->kinds, p, end);
    g_string_append_len(self->run, p, (gssize)plain);
    p += plain;
    if (p < end)
      p += add_special(self, p);
  }
}

static gboolean begins_row(cmark_node *node)
{
  return node && cmark_node_get_type(node) == CMARK_NODE_TEXT &&
         cmark_node_get_literal(node)[0] == '|';
}

/* cmark does not count the line that a backslash ends. */
static void count_break(AdrefInlines *self, cmark_node *from)
{
  cmark_node *before = cmark_node_previous(from);
  guint end = before ? (guint)cmark_node_get_end_line(before) + self->uncounted : 0;
  if (adref_places_line_ends(self->places, MAX(self->line, end), '\\'))
    self->uncounted++;
}

static void add_break(AdrefInlines *self, cmark_node *from, gboolean hard)
{
  if (hard)
    count_break(self, from);
  gboolean next_row = begins_row(cmark_node_next(from));
  gboolean paragraph = self->at->type == ADREF_PARAGRAPH;
  if (!hard && !(self->row && next_row && paragraph)) {
    add_space(self);
  } else {
    if (!hard && self->run->len > 0 && self->run->str[self->run->len - 1] == ' ')
      g_string_truncate(self->run, self->run->len - 1);
    self->untidy = TRUE;
    flush(self);
    add(self, adref_node_new(hard ? ADREF_LINE_BREAK : ADREF_ROW_BREAK));
  }
  self->row = self->row && next_row;
}

static char *restore(const AdrefInlines *self, const char *text, gboolean plain)
{
  char *copy = adref_prepared_restore(self->source, text ? text : "", plain);
  gsize length = strlen(copy);
  return adref_nfc(copy, &length);
}

static void add_html(AdrefInlines *self, cmark_node *from)
{
  g_autofree char *html = adref_tidy_line(restore(self, cmark_node_get_literal(from), FALSE));
  AdrefNode *node = adref_comment_read(html);
  add(self, node ? node : adref_node_new_text(ADREF_HTML, html, -1));
}

/* Where a link begins: cmark's word for "<url>", which has no letter of its own to look for. */
static guint link_column(AdrefInlines *self, AdrefNodeType type, cmark_node *from)
{
  cmark_node *text = cmark_node_first_child(from);
  const char *words = text && !cmark_node_next(text) ? cmark_node_get_literal(text) : NULL;
  gboolean is_short = words && g_str_has_suffix(cmark_node_get_url(from), words);
  if (type == ADREF_LINK && is_short)
    return self->column;
  return adref_places_find(self->places, &self->place, self->column,
                           type == ADREF_LINK ? '[' : '!');
}

static int width(cmark_node *node)
{
  return cmark_node_get_end_column(node) - cmark_node_get_start_column(node);
}

/* "<https://a[b]>": brackets in it are letters of the address. cmark tells it from other links only
 * by what stands around its words: one character on each side. */
static gboolean is_autolink(cmark_node *link)
{
  cmark_node *text = cmark_node_first_child(link);
  if (!text || cmark_node_next(text) || cmark_node_get_type(text) != CMARK_NODE_TEXT)
    return FALSE;
  const char *url = cmark_node_get_url(link), *words = cmark_node_get_literal(text);
  gboolean same = strcmp(url, words) == 0 ||
                  (g_str_has_prefix(url, "mailto:") && strcmp(url + strlen("mailto:"), words) == 0);
  return same && width(link) == width(text) + 2;
}

/* A link in a link can only be an address in angle brackets: that is words then. */
static void enter_link(AdrefInlines *self, AdrefNodeType type, cmark_node *from)
{
  self->links = TRUE;
  self->in_autolink = is_autolink(from);
  self->unlinked = self->in_autolink && self->around > 0;
  if (self->unlinked) {
    self->untidy = TRUE;
    return;
  }
  AdrefNode *link = adref_node_new(type);
  link->as.link.url = restore(self, cmark_node_get_url(from), !self->in_autolink);
  link->as.link.title = adref_tidy_line(restore(self, cmark_node_get_title(from), TRUE));
  link->column = link_column(self, type, from);
  add(self, link);
  self->at = link;
  self->around += type == ADREF_LINK;
}

static void leave(AdrefInlines *self)
{
  if (!self->unlinked) {
    self->around -= self->at->type == ADREF_LINK;
    self->at = self->at->parent;
  }
  self->in_autolink = self->unlinked = FALSE;
}

static void enter_emphasis(AdrefInlines *self, AdrefNodeType type)
{
  AdrefNode *node = adref_node_new(type);
  add(self, node);
  self->at = node;
  self->untidy = TRUE;
}

static void add_code(AdrefInlines *self, cmark_node *from)
{
  char *text = restore(self, cmark_node_get_literal(from), FALSE);
  AdrefNode *code = adref_node_new(ADREF_CODE);
  adref_node_take_text(code, text, strlen(text));
  add(self, code);
}

void adref_inlines_begin(AdrefInlines *self, AdrefNode *node, cmark_node *from, guint quotes)
{
  self->at = node;
  self->place = (AdrefLinePlace){.line = (guint)cmark_node_get_start_line(from), .quotes = quotes};
  self->row = node->type == ADREF_PARAGRAPH && begins_row(cmark_node_first_child(from));
  self->untidy = self->links = FALSE;
  g_ptr_array_set_size(self->edges, 0);
  self->uncounted = self->around = 0;
  g_string_truncate(self->run, 0);
}

static void take_place(AdrefInlines *self, cmark_node *from)
{
  if (cmark_node_get_start_line(from) <= 0)
    return;
  self->line = (guint)cmark_node_get_start_line(from) + self->uncounted;
  self->column = (guint)cmark_node_get_start_column(from);
  if (self->line != self->place.line) {
    self->place.line = self->line;
    self->place.column = self->column;
    self->place.continues = TRUE;
  }
}

void adref_inlines_take(AdrefInlines *self, cmark_event_type event, cmark_node *from)
{
  cmark_node_type type = cmark_node_get_type(from);
  take_place(self, from);
  if (type == CMARK_NODE_TEXT) {
    add_words(self, cmark_node_get_literal(from));
    return;
  }
  if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) {
    add_break(self, from, type == CMARK_NODE_LINEBREAK);
    return;
  }
  flush(self);
  if (event == CMARK_EVENT_EXIT)
    leave(self);
  else if (type == CMARK_NODE_CODE)
    add_code(self, from);
  else if (type == CMARK_NODE_HTML_INLINE)
    add_html(self, from);
  else if (type == CMARK_NODE_EMPH)
    enter_emphasis(self, ADREF_EMPH);
  else if (type == CMARK_NODE_STRONG)
    enter_emphasis(self, ADREF_STRONG);
  else if (type == CMARK_NODE_LINK)
    enter_link(self, ADREF_LINK, from);
  else if (type == CMARK_NODE_IMAGE)
    enter_link(self, ADREF_IMAGE, from);
}

void adref_inlines_end(AdrefInlines *self)
{
  flush(self);
  if (self->links && self->edges->len > 0) {
    adref_tidy_links(self->at, self->edges);
    self->untidy = TRUE;
  }
  adref_tidy(self->at, self->untidy);
}

void adref_inline_unmark(char *text)
{
  for (char *p = text; *p; p++)
    if ((guchar)*p == ADREF_MARK_SLASH)
      *p = '/';
    else if ((guchar)*p == ADREF_MARK_DASH)
      *p = '-';
    else if ((guchar)*p == ADREF_MARK_COLON)
      *p = ':';
}

static void finish_text(AdrefNode *text, gboolean marks)
{
  if (marks)
    adref_inline_unmark(text->text);
  adref_nfc_text(text);
}

void adref_inline_finish(AdrefNode *node, gboolean marks)
{
  AdrefWalk walk = adref_walk(node);
  while (adref_walk_next(&walk))
    if (walk.entering && walk.node->type == ADREF_TEXT)
      finish_text(walk.node, marks);
}
