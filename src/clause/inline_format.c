#include "clause/inline_format.h"

#include <string.h>

#include "clause/cmark_inlines.h"

/* A tag, or ~~, among the children of a node. */
typedef struct {
  AdrefFormat format;
  gboolean opens, closes; /* ~~ may do both */
  gboolean is_break;
} FormatTag;

static const struct {
  const char *name;
  AdrefFormat format;
} names[] = {
    {"sup", ADREF_FORMAT_SUPERSCRIPT}, {"sub", ADREF_FORMAT_SUBSCRIPT},
    {"u", ADREF_FORMAT_UNDERLINE},     {"ins", ADREF_FORMAT_UNDERLINE},
    {"s", ADREF_FORMAT_STRIKE},        {"del", ADREF_FORMAT_STRIKE},
};

const char *adref_inline_format_tag(AdrefFormat format)
{
  switch (format) {
  case ADREF_FORMAT_SUPERSCRIPT: return "sup";
  case ADREF_FORMAT_SUBSCRIPT: return "sub";
  case ADREF_FORMAT_UNDERLINE: return "u";
  case ADREF_FORMAT_STRIKE: return "s";
  }
  return "";
}

static gboolean is_break_tag(const char *html)
{
  return g_ascii_strcasecmp(html, "<br>") == 0 || g_ascii_strcasecmp(html, "<br/>") == 0 ||
         g_ascii_strcasecmp(html, "<br />") == 0;
}

static gboolean read_tag(const char *html, FormatTag *tag)
{
  *tag = (FormatTag){0};
  if (is_break_tag(html)) {
    tag->is_break = TRUE;
    return TRUE;
  }
  tag->closes = g_str_has_prefix(html, "</");
  tag->opens = !tag->closes;
  const char *name = html + (tag->closes ? 2 : 1);
  for (guint i = 0; html[0] == '<' && i < G_N_ELEMENTS(names); i++) {
    gsize length = strlen(names[i].name);
    if (g_ascii_strncasecmp(name, names[i].name, length) == 0 && strcmp(name + length, ">") == 0) {
      tag->format = names[i].format;
      return TRUE;
    }
  }
  return FALSE;
}

gboolean adref_inline_format_is_tag(const char *html)
{
  FormatTag tag;
  return read_tag(html, &tag);
}

/* --- ~~ --- */

gboolean adref_inline_format_is_tilde(const char *text, gsize at)
{
  gboolean two = text[at] == '~' && text[at + 1] == '~' && text[at + 2] != '~';
  gboolean begins = at == 0 || (text[at - 1] != '~' && text[at - 1] != '{');
  return two && begins && text[at + 2] != '}';
}

/* The offset of the next run of exactly two ~, neither of them escaped; or -1. */
static gssize find_tildes(const char *text, gsize from)
{
  static const char tildes[] = {'~', (char)ADREF_ESCAPED_TILDE, '\0'};
  for (const char *p = text + from; (p = strpbrk(p, tildes));) {
    gsize run = strspn(p, tildes);
    if (run == 2 && adref_inline_format_is_tilde(text, (gsize)(p - text)))
      return p - text;
    p += run;
  }
  return -1;
}

/* Makes a TEXT of its own of each ~~, which is added to `tildes`. */
static void split_tildes(AdrefNode *text, GHashTable *tildes)
{
  gssize at;
  GPtrArray *ends = g_ptr_array_new();
  gsize from = 0;
  while ((at = find_tildes(text->text, from)) >= 0) {
    g_ptr_array_add(ends, GSIZE_TO_POINTER((gsize)at));
    from = (gsize)at + 2;
  }
  g_autofree char *whole = g_strndup(text->text, text->length);
  gsize length = text->length;
  for (guint i = ends->len; i-- > 0;) { /* from the last, so that each byte is copied once */
    gsize start = GPOINTER_TO_SIZE(ends->pdata[i]);
    AdrefNode *tilde = adref_node_new_text(ADREF_TEXT, "~~", 2);
    AdrefNode *rest =
        adref_node_new_text(ADREF_TEXT, whole + start + 2, (gssize)(length - start - 2));
    tilde->line = rest->line = text->line;
    if (text->next)
      adref_node_insert_before(text->next, rest);
    else
      adref_node_append(text->parent, rest);
    adref_node_insert_before(rest, tilde);
    g_hash_table_add(tildes, tilde);
    length = start;
  }
  if (ends->len > 0)
    adref_node_take_text(text, g_strndup(whole, length), length);
  g_ptr_array_unref(ends);
}

/* Whether white space, or nothing, stands on one side of ~~. */
static gboolean is_blank_side(const AdrefNode *tilde, gboolean right)
{
  const AdrefNode *node = right ? tilde->next : tilde->prev;
  if (node && node->type == ADREF_TEXT && node->length == 0)
    node = right ? node->next : node->prev;
  if (!node || node->type == ADREF_LINE_BREAK)
    return TRUE;
  return node->type == ADREF_TEXT && node->length > 0 &&
         node->text[right ? 0 : node->length - 1] == ' ';
}

/* --- pairs --- */

typedef struct {
  GHashTable *tildes; /* TEXT nodes that are ~~ */
  GArray *open;       /* of OpenTag */
  guint counts[4];    /* of the open tags, by format */
} FormatReader;

typedef struct {
  AdrefNode *node;
  AdrefFormat format;
} OpenTag;

static gboolean read_node(const FormatReader *self, const AdrefNode *node, FormatTag *tag)
{
  if (node->type == ADREF_HTML)
    return read_tag(node->text, tag);
  if (node->type != ADREF_TEXT || !g_hash_table_contains(self->tildes, node))
    return FALSE;
  *tag = (FormatTag){.format = ADREF_FORMAT_STRIKE,
                     .opens = !is_blank_side(node, TRUE),
                     .closes = !is_blank_side(node, FALSE)};
  return TRUE;
}

static void make_words(AdrefNode *node)
{
  node->type = ADREF_TEXT;
  node->as.literal = FALSE;
}

/* Makes the nodes between a tag and its partner children of a FORMAT. */
static void wrap(AdrefNode *open, AdrefNode *close, AdrefFormat format)
{
  AdrefNode *node = adref_node_new(ADREF_FORMAT);
  node->as.format = format;
  node->line = open->line;
  adref_node_insert_before(open, node);
  while (open->next != close) {
    AdrefNode *moved = open->next;
    adref_node_unlink(moved);
    adref_node_append(node, moved);
  }
  adref_node_free(open);
  adref_node_free(close);
}

static void close_tag(FormatReader *self, AdrefNode *close, AdrefFormat format)
{
  for (;;) {
    OpenTag open = g_array_index(self->open, OpenTag, self->open->len - 1);
    g_array_set_size(self->open, self->open->len - 1);
    self->counts[open.format]--;
    if (open.format == format) {
      g_hash_table_remove(self->tildes, open.node);
      g_hash_table_remove(self->tildes, close);
      wrap(open.node, close, format);
      return;
    }
    make_words(open.node);
  }
}

static void open_tag(FormatReader *self, AdrefNode *node, AdrefFormat format)
{
  OpenTag open = {node, format};
  g_array_append_val(self->open, open);
  self->counts[format]++;
}

/* The white space beside a line break has no meaning. */
static void make_break(AdrefNode *node)
{
  AdrefNode *before = node->prev, *after = node->next, *line = adref_node_new(ADREF_LINE_BREAK);
  line->line = node->line;
  adref_node_insert_before(node, line);
  adref_node_free(node);
  if (before && before->type == ADREF_TEXT && g_str_has_suffix(before->text, " "))
    before->text[--before->length] = '\0';
  if (after && after->type == ADREF_TEXT && after->text[0] == ' ')
    memmove(after->text, after->text + 1, after->length--);
}

static void read_children(FormatReader *self, AdrefNode *parent)
{
  for (AdrefNode *node = parent->first, *next; node; node = next) {
    FormatTag tag;
    next = node->next;
    if (!read_node(self, node, &tag))
      continue;
    if (tag.is_break)
      make_break(node);
    else if (tag.closes && self->counts[tag.format] > 0)
      close_tag(self, node, tag.format);
    else if (tag.opens)
      open_tag(self, node, tag.format);
    else
      make_words(node);
  }
  for (guint i = 0; i < self->open->len; i++)
    make_words(g_array_index(self->open, OpenTag, i).node);
  g_array_set_size(self->open, 0);
  memset(self->counts, 0, sizeof self->counts);
}

static void drop_empty(AdrefNode *block)
{
  AdrefWalk walk = adref_walk(block);
  while (adref_walk_next(&walk))
    if (!walk.entering && walk.node->type == ADREF_TEXT && walk.node->length == 0)
      adref_node_free(walk.node);
}

void adref_inline_format_read(AdrefNode *block)
{
  g_autoptr(GPtrArray) parents = g_ptr_array_new(), texts = g_ptr_array_new();
  AdrefWalk walk = adref_walk(block);
  while (adref_walk_next(&walk)) {
    if (walk.entering && walk.node->first)
      g_ptr_array_add(parents, walk.node);
    if (walk.entering && walk.node->type == ADREF_TEXT)
      g_ptr_array_add(texts, walk.node);
  }
  FormatReader reader = {
      g_hash_table_new(NULL, NULL), g_array_new(FALSE, FALSE, sizeof(OpenTag)), {0}};
  for (guint i = 0; i < texts->len; i++)
    split_tildes(texts->pdata[i], reader.tildes);
  for (guint i = 0; i < parents->len; i++)
    read_children(&reader, parents->pdata[i]);
  g_hash_table_unref(reader.tildes);
  g_array_unref(reader.open);
  drop_empty(block);
}
