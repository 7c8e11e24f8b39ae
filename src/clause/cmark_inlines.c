#include "clause/cmark_inlines.h"

#include <string.h>

#include "base/byte_scan.h"
#include "clause/inline_format.h"
#include "clause/inline_normalize.h"
#include "clause/marker.h"
#include "clause/nfc.h"

static void add(AdrefCmarkInlines *self, AdrefNode *node)
{
  node->line = self->line;
  adref_node_append(self->at, node);
}

static void flush(AdrefCmarkInlines *self)
{
  if (self->run->len == 0)
    return;
  AdrefNode *text = adref_node_new_text(ADREF_TEXT, self->run->str, (gssize)self->run->len);
  text->line = self->run_line;
  adref_node_append(self->at, text);
  g_string_truncate(self->run, 0);
}

static void put_edge(AdrefCmarkInlines *self, gboolean opens, guint column)
{
  flush(self);
  AdrefNode *edge = adref_node_new(ADREF_BRACKET_EDGE);
  edge->as.edge.opens = opens;
  edge->column = column;
  g_ptr_array_add(self->edges, edge);
  add(self, edge);
}

static void add_edge(AdrefCmarkInlines *self, gboolean opens)
{
  put_edge(self, opens,
           adref_source_locator_find_column(self->locator, &self->source_line, self->column,
                                            opens ? '[' : ']'));
}

/* "[^" of a footnote: it was written "+   " and a sentinel (clause/preprocess.h). */
static void add_footnote_edge(AdrefCmarkInlines *self)
{
  gsize bullet = strlen("+ ");
  if (self->run->len >= bullet)
    g_string_truncate(self->run, self->run->len - bullet);
  put_edge(self, TRUE,
           self->column > ADREF_FOOTNOTE_BULLET ? self->column - ADREF_FOOTNOTE_BULLET : 1);
  g_string_append_c(self->run, '^');
  self->run_line = self->line;
}

static void add_space(AdrefCmarkInlines *self)
{
  if (self->run->len == 0 || self->run->str[self->run->len - 1] != ' ')
    g_string_append_c(self->run, ' ');
}

static void add_sentinel(AdrefCmarkInlines *self, AdrefSentinel sentinel)
{
  static const char letters[ADREF_SENTINELS] = {'[',
                                                ']',
                                                (char)ADREF_ESCAPED_SLASH,
                                                (char)ADREF_ESCAPED_DASH,
                                                (char)ADREF_ESCAPED_COLON,
                                                (char)ADREF_ESCAPED_TILDE,
                                                (char)ADREF_ESCAPED_PARENTHESIS,
                                                (char)ADREF_ESCAPED_COLON,
                                                '['};
  g_string_append_c(self->run, letters[sentinel]);
}

/* Reads one byte with a special meaning, or one sentinel; returns its length. */
static gsize add_special(AdrefCmarkInlines *self, const char *p)
{
  AdrefSentinel sentinel = adref_preprocessed_sentinel(self->source, p);
  if (sentinel == ADREF_SENTINEL_FOOTNOTE) {
    add_footnote_edge(self);
    return 2;
  }
  if (sentinel < ADREF_SENTINELS) {
    if (self->in_autolink && sentinel != ADREF_SENTINEL_DEFINITION)
      g_string_append_c(self->run, '\\');
    add_sentinel(self, sentinel);
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

/* The length of plain bytes with single spaces between them. */
static gsize plain_length(const guint8 *kinds, const char *words, const char *end)
{
  const char *p = words;
  do
    p += adref_byte_scan_until(kinds, p, (gsize)(end - p));
  while (p < end && kinds[(guchar)*p] == ADREF_BYTE_CLASS_SPACE && p[1] != ' ' && p++);
  return (gsize)(p - words);
}

static void add_words(AdrefCmarkInlines *self, const char *words)
{
  const char *p = words, *end = p + strlen(p);
  p += MIN(self->skip, (gsize)(end - p));
  self->skip = 0;
  self->formats = self->formats || strstr(p, "~~") != NULL;
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

static void pass_break(AdrefCmarkInlines *self, cmark_node *from)
{
  adref_source_locator_pass_break(self->locator, from, &self->line, &self->uncounted);
}

guint adref_cmark_inlines_line_behind(AdrefCmarkInlines *self, cmark_node *from)
{
  cmark_node_type type = cmark_node_get_type(from);
  cmark_node *words = cmark_node_next(from);
  if ((type != CMARK_NODE_SOFTBREAK && type != CMARK_NODE_LINEBREAK) ||
      !adref_node_holds_inlines(self->at) || !words ||
      cmark_node_get_type(words) != CMARK_NODE_TEXT)
    return 0;
  guint uncounted = self->uncounted, line = self->line;
  adref_source_locator_pass_break(self->locator, from, &line, &uncounted);
  return (guint)cmark_node_get_start_line(words) + uncounted;
}

static void add_break(AdrefCmarkInlines *self, cmark_node *from, gboolean hard)
{
  pass_break(self, from);
  if (!hard && !self->in_heading) {
    add_space(self);
    return;
  }
  if (!hard && self->run->len > 0 && self->run->str[self->run->len - 1] == ' ')
    g_string_truncate(self->run, self->run->len - 1);
  self->needs_normalizing = TRUE;
  flush(self);
  AdrefNode *line_break = adref_node_new(ADREF_LINE_BREAK);
  add(self, line_break);
  line_break->line = self->line - 1; /* it ends the line before */
}

static char *restore(const AdrefCmarkInlines *self, const char *text, gboolean plain)
{
  char *copy = adref_preprocessed_restore(self->source, text ? text : "", plain);
  gsize length = strlen(copy);
  return adref_nfc(copy, &length);
}

static void add_html(AdrefCmarkInlines *self, cmark_node *from)
{
  g_autofree char *html =
      adref_inline_normalize_spaces(restore(self, cmark_node_get_literal(from), FALSE));
  AdrefNode *node = adref_comment_read(html);
  self->formats = self->formats || (!node && adref_inline_format_is_tag(html));
  add(self, node ? node : adref_node_new_text(ADREF_HTML, html, -1));
}

/* The column at which a link or image begins. */
static guint link_column(AdrefCmarkInlines *self, AdrefNodeType type)
{
  char first = type == ADREF_IMAGE ? '!' : self->in_autolink ? '<' : '[';
  return adref_source_locator_find_column(self->locator, &self->source_line, self->column, first);
}

static int width(cmark_node *node)
{
  return cmark_node_get_end_column(node) - cmark_node_get_start_column(node);
}

/* Whether a link was written "<https://a[b]>": its brackets are part of the address. cmark does not
 * say so; but such a link is longer than its words by one character on each side. */
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

/* A link inside a link can only be an address in angle brackets; it becomes words. */
static void enter_link(AdrefCmarkInlines *self, AdrefNodeType type, cmark_node *from)
{
  self->links = TRUE;
  self->in_autolink = is_autolink(from);
  self->autolink_in_link = self->in_autolink && self->link_depth > 0;
  if (self->autolink_in_link) {
    self->needs_normalizing = TRUE;
    return;
  }
  AdrefNode *link = adref_node_new(type);
  link->as.link.url = restore(self, cmark_node_get_url(from), !self->in_autolink);
  link->as.link.title =
      adref_inline_normalize_spaces(restore(self, cmark_node_get_title(from), TRUE));
  link->column = link_column(self, type);
  add(self, link);
  self->at = link;
  self->link_depth += type == ADREF_LINK;
}

static void leave(AdrefCmarkInlines *self)
{
  if (!self->autolink_in_link) {
    self->link_depth -= self->at->type == ADREF_LINK;
    self->at = self->at->parent;
  }
  self->in_autolink = self->autolink_in_link = FALSE;
}

static void enter_emphasis(AdrefCmarkInlines *self, AdrefNodeType type)
{
  AdrefNode *node = adref_node_new(type);
  add(self, node);
  self->at = node;
  self->needs_normalizing = TRUE;
}

static void add_code(AdrefCmarkInlines *self, cmark_node *from)
{
  char *text = restore(self, cmark_node_get_literal(from), FALSE);
  AdrefNode *code = adref_node_new(ADREF_CODE);
  adref_node_take_text(code, text, strlen(text));
  add(self, code);
}

void adref_cmark_inlines_begin(AdrefCmarkInlines *self, AdrefNode *node, cmark_node *from,
                               guint quotes)
{
  self->at = node;
  self->in_heading = node->type == ADREF_HEADING;
  self->source_line =
      (AdrefSourceLine){.line = (guint)cmark_node_get_start_line(from), .quotes = quotes};
  self->line = self->source_line.line; /* a hard break may be the first of the inlines */
  self->needs_normalizing = self->links = self->formats = FALSE;
  g_ptr_array_set_size(self->edges, 0);
  self->uncounted = self->link_depth = self->above = 0;
  g_string_truncate(self->run, 0);
  self->skip = 0;
}

void adref_cmark_inlines_go_on(AdrefCmarkInlines *self, AdrefNode *node, cmark_node *from,
                               gsize skip)
{
  cmark_node_type type = cmark_node_get_type(from);
  if (type == CMARK_NODE_LINEBREAK || type == CMARK_NODE_SOFTBREAK)
    pass_break(self, from);
  self->at = node;
  self->needs_normalizing = self->links = FALSE;
  g_ptr_array_set_size(self->edges, 0);
  self->link_depth = 0;
  g_string_truncate(self->run, 0);
  self->skip = skip;
}

void adref_cmark_inlines_place(AdrefCmarkInlines *self, guint line, guint cell, guint above)
{
  enum {
    HEADING_MARK = 3 /* the column behind "# " */
  };
  self->uncounted = line - self->source_line.line;
  self->source_line.line = cell > 0 ? line : 0;
  self->source_line.cell = cell;
  self->source_line.column = HEADING_MARK;
  self->above = above;
}

static void update_location(AdrefCmarkInlines *self, cmark_node *from)
{
  if (cmark_node_get_start_line(from) <= 0)
    return;
  self->line = (guint)cmark_node_get_start_line(from) + self->uncounted;
  self->column = (guint)cmark_node_get_start_column(from);
  if (self->line != self->source_line.line) {
    self->source_line.line = self->line;
    self->source_line.column = self->column + self->above;
    self->source_line.continues = TRUE;
  }
}

void adref_cmark_inlines_handle_event(AdrefCmarkInlines *self, cmark_event_type event,
                                      cmark_node *from)
{
  cmark_node_type type = cmark_node_get_type(from);
  update_location(self, from);
  if (type == CMARK_NODE_TEXT) {
    const char *words = cmark_node_get_literal(from);
    add_words(self, words + MIN(self->above, strlen(words))); /* cmark cuts white space behind */
    self->above = 0;
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

void adref_cmark_inlines_end(AdrefCmarkInlines *self)
{
  flush(self);
  if (self->formats) {
    adref_inline_format_read(self->at);
    self->needs_normalizing = TRUE;
  }
  if (self->links && self->edges->len > 0) {
    adref_inline_normalize_links(self->at, self->edges);
    self->needs_normalizing = TRUE;
  }
  adref_inline_normalize(self->at, self->needs_normalizing);
}

void adref_cmark_inlines_unescape(char *text, gsize length)
{
  static const char letters[] = {'/', '-', ':', '~', '('}; /* from ADREF_ESCAPED_SLASH on */
  for (gsize i = 0; (i += adref_byte_scan_ascii(text + i, length - i)) < length; i++)
    if ((guchar)text[i] >= ADREF_ESCAPED_SLASH)
      text[i] = letters[(guchar)text[i] - ADREF_ESCAPED_SLASH];
}

static void finish_text(AdrefNode *text, gboolean has_escapes)
{
  if (has_escapes)
    adref_cmark_inlines_unescape(text->text, text->length);
  adref_nfc_node(text);
}

void adref_cmark_inlines_finish(AdrefNode *node, gboolean has_escapes)
{
  AdrefWalk walk = adref_walk(node);
  while (adref_walk_next(&walk))
    if (walk.entering && walk.node->type == ADREF_TEXT)
      finish_text(walk.node, has_escapes);
}
