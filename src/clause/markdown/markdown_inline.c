#include "clause/markdown/markdown_inline.h"

#include <string.h>

#include "base/byte_scan.h"
#include "base/string_append.h"
#include "clause/brackets/position.h"
#include "clause/brackets/word_bracket.h"
#include "clause/inline_format.h"
#include "clause/labels/numbering.h"
#include "clause/markdown/markdown_emphasis.h"

typedef struct {
  GString *out;
  const AdrefMarkdownInlineOptions *options;
  const AdrefNode *block;
  gsize start; /* the offset of this block in `out` */
  AdrefMarkdownEmphasis delimiters;
  guint brackets;           /* how many brackets are open */
  gsize literal_colon;      /* the offset of the colon that must be escaped in the current TEXT */
  gsize literal_end;        /* the same of a colon or parenthesis before parties at its end */
  AdrefWordBrackets *words; /* those of the block; NULL: not needed so far */
  gsize words_end;          /* the end of the bracket of the current TEXT that is words, or 0 */
  const AdrefNode
      *reference; /* the open cross reference whose number is not written yet, or NULL */
} InlineWriter;

/* White space has no meaning here. */
static gboolean at_line_start(const InlineWriter *self)
{
  return self->out->len == self->start || self->out->str[self->out->len - 1] == '\n';
}

/* A block could begin here. */
static gboolean at_block_start(const InlineWriter *self)
{
  return self->block->type != ADREF_TABLE_CELL && at_line_start(self);
}

static gboolean is_word(char c)
{
  return g_ascii_isalnum(c);
}

/* --- words --- */

static gboolean follows_bracket(const AdrefNode *text)
{
  const AdrefNode *prev = text->prev;
  return prev &&
         (prev->type == ADREF_BRACKET || prev->type == ADREF_FOOTNOTE ||
          prev->type == ADREF_AD_REF || (prev->type == ADREF_BRACKET_EDGE && !prev->as.edge.opens));
}

/* Whether words behind a bracket and a colon are no link definition: two words, the second of them
 * no title. */
static gboolean defines_nothing(const char *words)
{
  const char *word = words + strspn(words, " ");
  const char *rest = word + strcspn(word, " ");
  return word[0] != '<' && rest[0] == ' ' && rest[1] && !strchr("\"'(", rest[1]);
}

static gboolean is_footnote_text(const AdrefNode *text)
{
  const AdrefNode *block = text->parent;
  gboolean begins = block->parent && block->parent->type == ADREF_FOOTNOTE_TEXT && !block->prev &&
                    !text->prev->prev;
  return text->prev->type == ADREF_FOOTNOTE &&
         (begins || (text->length >= 3 && defines_nothing(text->text + 1)));
}

/* Whether a colon behind a mark at the start of a line would begin the text of a footnote. */
static gboolean begins_no_footnote(const InlineWriter *self, const AdrefNode *text)
{
  const AdrefNode *mark = text->prev, *block = self->block;
  if (!mark || mark->type != ADREF_FOOTNOTE)
    return FALSE;
  if (mark->prev)
    return mark->prev->type == ADREF_LINE_BREAK;
  gboolean in_block = block->parent && mark->parent == block;
  return in_block &&
         (block->parent->type == ADREF_FOOTNOTE_TEXT || block->parent->type == ADREF_ITEM
              ? block->prev != NULL
              : block->parent->type == ADREF_CLAUSE);
}

/* Whether the "[" at `at` begins, or the "]" at `at` ends, a bracket that is words. */
static gboolean is_word_bracket(InlineWriter *self, const AdrefNode *node, gsize at)
{
  gsize length;
  if (node->text[at] == ']')
    return at + 1 == self->words_end;
  if (!self->words) {
    self->words = g_new(AdrefWordBrackets, 1);
    adref_word_brackets_init(self->words, self->block, self->options->outside_statement);
  }
  if (adref_word_brackets_find(self->words, node, at, &length) == ADREF_WORD_BRACKET_NONE ||
      at + length > node->length)
    return FALSE;
  self->words_end = at + length;
  return TRUE;
}

/* Whether a "(" or ":" behind a bracket would make a link or a definition of it. */
static gboolean makes_link(const InlineWriter *self, const AdrefNode *node, gsize at)
{
  if (at == 0 && follows_bracket(node))
    return node->text[0] == '(' || !is_footnote_text(node);
  return at > 0 && at == self->words_end &&
         (node->text[at] == '(' || !defines_nothing(node->text + at + 1));
}

/* The number of digits at text[at] if they would begin a list, "12." or "12)"; else 0. */
static gsize list_number(const char *text, gsize at)
{
  enum {
    MAX_DIGITS = 9
  };
  gsize digits = strspn(text + at, "0123456789");
  char stop = text[at + digits], next = stop ? text[at + digits + 1] : '\0';
  gboolean list = digits > 0 && digits <= MAX_DIGITS && (stop == '.' || stop == ')') &&
                  (next == ' ' || next == '\0');
  return list ? digits : 0;
}

/* Whether the character at text[at] would begin a block at the start of a line. */
static gboolean begins_block(const char *text, gsize at)
{
  char c = text[at], next = text[at + 1];
  if (c == '#' || c == '>' || c == '=')
    return TRUE;
  if (c == '-')
    return next == ' ' || next == '\0' || next == '-';
  if (c == '+')
    return next == ' ' || next == '\0';
  return c == '~' && strncmp(text + at, "~~~", 3) == 0;
}

/* Whether the words behind a line break look like the row "|---|---|" of a table. */
static gboolean is_delimiter_row(const InlineWriter *self, const AdrefNode *node, gsize at)
{
  return at == 0 && self->out->len > self->start && at_block_start(self) &&
         strspn(node->text, "|:- \t") == node->length;
}

/* Whether the slash at text[at] would separate alternatives: it stands between spaces. */
static gboolean separates(const char *text, gsize at)
{
  return (at == 0 || text[at - 1] == ' ') && (text[at + 1] == ' ' || text[at + 1] == '\0');
}

static gboolean is_literal_dash(const char *text, gsize at)
{
  return (at == 0 || text[at - 1] == ' ') && !strstr(text + at + 1, " -");
}

/* Whether the underscore at `at` stands between two letters that are written as letters. (One
 * beside a delimiter may be written as a reference.) */
static gboolean is_inside_word(const AdrefNode *node, gsize at)
{
  const char *text = node->text;
  if (at == 0 || !is_word(text[at - 1]) || !is_word(text[at + 1]))
    return FALSE;
  const AdrefNode *before = node->prev ? node->prev : node->parent;
  const AdrefNode *after = node->next ? node->next : node->parent;
  return !(at == 1 && adref_node_is_emphasis(before)) &&
         !(at + 2 == node->length && adref_node_is_emphasis(after));
}

static gboolean needs_escape(InlineWriter *self, const AdrefNode *node, gsize at)
{
  const char *text = node->text;
  char c = text[at], next = text[at + 1];
  switch (c) {
  case '\\':
  case '`':
  case '*': return TRUE;
  case '[':
  case ']': return !is_word_bracket(self, node, at);
  case '_': return !is_inside_word(node, at);
  case '<': return next != ' ';
  case '&': return next == '#' || g_ascii_isalpha(next);
  case '!': return next == '\0' && node->next && node->next->type == ADREF_LINK;
  case '(': return makes_link(self, node, at) || at == self->literal_end;
  case '#': return self->block->type == ADREF_HEADING || at_block_start(self);
  case '/': return self->brackets > 0 && separates(text, at);
  case ':':
    return makes_link(self, node, at) || at == self->literal_colon || at == self->literal_end ||
           is_delimiter_row(self, node, at);
  case '|': return is_delimiter_row(self, node, at);
  case '-':
    return (at_block_start(self) && begins_block(text, at)) ||
           (node->as.literal && is_literal_dash(text, at)) || is_delimiter_row(self, node, at);
  case '>':
  case '=':
  case '+': return at_block_start(self) && begins_block(text, at);
  case '~':
    return adref_inline_format_is_tilde(text, at) ||
           (at_block_start(self) && begins_block(text, at));
  default: return FALSE;
  }
}

/* Bytes that may need an escape. Runs of all other bytes are copied. */
static const guint8 special[256] = {
    ['\\'] = 1, ['`'] = 1, ['*'] = 1, ['['] = 1, [']'] = 1, ['_'] = 1, ['<'] = 1,
    ['&'] = 1,  ['!'] = 1, ['('] = 1, ['#'] = 1, ['/'] = 1, [':'] = 1, ['-'] = 1,
    ['>'] = 1,  ['='] = 1, ['+'] = 1, ['~'] = 1, ['|'] = 1,
};

static void spell_words(InlineWriter *self, const AdrefNode *node, gsize from, gsize to)
{
  const char *text = node->text;
  gsize at = from;
  if (at_line_start(self) && at < to) {
    gsize digits = at_block_start(self) ? list_number(text, at) : 0;
    g_string_append_len(self->out, text + at, (gssize)digits);
    at += digits;
    if (digits > 0)
      g_string_append_c(self->out, '\\');
    else if (text[at] == ' ') {
      g_string_append(self->out, "&#32;");
      at++;
    }
  }
  while (at < to) {
    gsize plain = adref_byte_scan_until(special, text + at, to - at);
    adref_string_append(self->out, text + at, plain);
    at += plain;
    if (at >= to)
      return;
    if (at == 0 && text[0] == ':' && begins_no_footnote(self, node)) {
      g_string_append(self->out, "&#58;");
      at++;
      continue;
    }
    if (needs_escape(self, node, at))
      g_string_append_c(self->out, '\\');
    g_string_append_c(self->out, text[at++]);
  }
}

/* 1 if the TEXT begins with a space that must be skipped, since the note before it is left out and
 * a space precedes the note; else 0. */
static gsize left_over_space(const InlineWriter *self, const AdrefNode *node)
{
  const AdrefNode *prev = node->prev;
  gboolean left_out = self->options->without_unprinted && prev &&
                      (prev->type == ADREF_NOTE || prev->type == ADREF_COMMENT);
  return left_out && node->text[0] == ' ' &&
         (at_line_start(self) || self->out->str[self->out->len - 1] == ' ');
}

/* Where the words of an alternative end like positions, "will (JPN)", the offset of the mark before
 * these; else G_MAXSIZE. */
static gsize literal_end(const AdrefNode *node)
{
  AdrefPositionEnd end;
  gboolean ends = node->as.literal && !node->next && node->parent->type == ADREF_ALTERNATIVE &&
                  !node->parent->as.positions.groups;
  return ends && adref_position_find_end(node->text, node->length, '(', ':', &end) ? end.mark
                                                                                   : G_MAXSIZE;
}

static void spell_text(InlineWriter *self, const AdrefNode *node)
{
  gsize from = left_over_space(self, node), start, end;
  self->words_end = 0;
  self->literal_colon = node->as.literal ? strcspn(node->text, ":") : G_MAXSIZE;
  self->literal_end = literal_end(node);
  if (!self->reference || !adref_numbering_find(node->text, node->length, &start, &end)) {
    spell_words(self, node, from, node->length);
    return;
  }
  spell_words(self, node, from, start);
  g_string_append_c(self->out, '#');
  spell_words(self, node, end, node->length);
  self->reference = NULL;
}

/* --- code, links, raw HTML --- */

gsize adref_markdown_inline_longest_run(const char *text, char c)
{
  gsize longest = 0, run = 0;
  for (; *text; text++) {
    run = *text == c ? run + 1 : 0;
    longest = MAX(longest, run);
  }
  return longest;
}

static gboolean has_run(const char *text, gsize length)
{
  gsize run = 0;
  for (;; text++) {
    if (*text == '`') {
      run++;
      continue;
    }
    if (run == length)
      return TRUE;
    if (*text == '\0')
      return FALSE;
    run = 0;
  }
}

void adref_markdown_inline_write_run(GString *out, char c, gsize length)
{
  for (gsize i = 0; i < length; i++)
    g_string_append_c(out, c);
}

static void spell_code(InlineWriter *self, const AdrefNode *node)
{
  const char *text = node->text;
  gsize length = node->length, ticks = 1, longest = adref_markdown_inline_longest_run(text, '`');
  while (ticks <= longest && has_run(text, ticks))
    ticks++;
  gboolean blank = strspn(text, " ") == length;
  gboolean pad = length > 0 && (text[0] == '`' || text[length - 1] == '`' ||
                                (text[0] == ' ' && text[length - 1] == ' ' && !blank));
  adref_markdown_inline_write_run(self->out, '`', ticks);
  if (pad)
    g_string_append_c(self->out, ' ');
  g_string_append_len(self->out, text, (gssize)length);
  if (pad)
    g_string_append_c(self->out, ' ');
  adref_markdown_inline_write_run(self->out, '`', ticks);
}

static gboolean begins_reference(const char *p)
{
  gsize length = strspn(p + 1, "#ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");
  return length > 0 && p[1 + length] == ';';
}

/* In a URL, a title and an info string cmark reads character references before escapes, so a
 * backslash does not escape what looks like a reference. */
static void spell_letter(GString *out, const char *p, const char *escaped)
{
  if (*p == '&' && begins_reference(p)) {
    g_string_append(out, "&amp;");
    return;
  }
  if (strchr(escaped, *p))
    g_string_append_c(out, '\\');
  g_string_append_c(out, *p);
}

static void spell_url(GString *out, const char *url)
{
  for (const char *p = url; *p; p++)
    if ((guchar)*p <= ' ' || *p == 0x7F)
      g_string_append_printf(out, "&#%d;", *p);
    else
      spell_letter(out, p, "\\()<>*_[]`");
}

static void spell_title(GString *out, const char *title)
{
  g_string_append_c(out, '"');
  for (const char *p = title; *p; p++)
    spell_letter(out, p, "\\\"");
  g_string_append_c(out, '"');
}

void adref_markdown_inline_write_info(GString *out, const char *info)
{
  for (const char *p = info; *p; p++)
    spell_letter(out, p, "\\");
}

/* Whether a link can be written as "<url>". */
static gboolean is_autolink(const AdrefNode *link)
{
  const AdrefNode *text = link->first;
  const char *url = link->as.link.url;
  if (!text || text != link->last || text->type != ADREF_TEXT || link->as.link.title[0] ||
      strcmp(text->text, url) != 0)
    return FALSE;
  gsize scheme = strcspn(url, ":");
  if (scheme < 2 || scheme > 32 || url[scheme] != ':' || !g_ascii_isalpha(url[0]))
    return FALSE;
  for (gsize i = 0; i < scheme; i++)
    if (!g_ascii_isalnum(url[i]) && !strchr("+.-", url[i]))
      return FALSE;
  return TRUE;
}

static void spell_autolink(GString *out, const char *url)
{
  g_string_append_c(out, '<');
  for (const char *p = url; *p; p++)
    if ((guchar)*p <= ' ' || *p == 0x7F || strchr("<>&", *p))
      g_string_append_printf(out, "&#%d;", *p);
    else
      g_string_append_c(out, *p);
  g_string_append_c(out, '>');
}

static void leave_link(InlineWriter *self, const AdrefNode *link)
{
  g_string_append(self->out, "](");
  if (link->as.link.title[0] && !link->as.link.url[0])
    g_string_append(self->out, "<>");
  spell_url(self->out, link->as.link.url);
  if (link->as.link.title[0]) {
    g_string_append_c(self->out, ' ');
    spell_title(self->out, link->as.link.title);
  }
  g_string_append_c(self->out, ')');
}

static gboolean enter_link(InlineWriter *self, const AdrefNode *link)
{
  if (link->type == ADREF_LINK && is_autolink(link)) {
    spell_autolink(self->out, link->as.link.url);
    return FALSE;
  }
  g_string_append(self->out, link->type == ADREF_IMAGE ? "![" : "[");
  if (self->options->without_numbers && link->as.link.url[0] == '#' &&
      !adref_node_is_party_name(link))
    self->reference = link;
  return TRUE;
}

/* Writes a space as a reference at the start of a line, where raw HTML would begin an HTML block.
 */
static void guard_line_start(InlineWriter *self)
{
  if (at_block_start(self))
    g_string_append(self->out, "&#32;");
}

static void spell_note(InlineWriter *self, const AdrefNode *node)
{
  if (self->options->without_unprinted)
    return;
  guard_line_start(self);
  if (node->type == ADREF_NOTE)
    g_string_append_printf(self->out, "<!-- note %s: %s -->", node->as.party, node->text);
  else
    g_string_append_printf(self->out, "<!-- %s%s-->", node->text, node->length ? " " : "");
}

/* --- brackets --- */

/* A space. At the start of a line it is a reference, so that it is not lost. */
static void spell_space(InlineWriter *self)
{
  g_string_append(self->out, at_line_start(self) ? "&#32;" : " ");
}

static void spell_positions(InlineWriter *self, const GPtrArray *groups, gboolean stop,
                            gboolean space)
{
  if (!groups)
    return;
  g_autofree char *positions = adref_positions_text(groups);
  if (space)
    spell_space(self);
  g_string_append(self->out, "- ");
  g_string_append(self->out, positions);
  g_string_append(self->out, stop ? "." : "");
}

static void enter_alternative(InlineWriter *self, const AdrefNode *node)
{
  if (!node->prev)
    return;
  if (node->prev->first || node->prev->as.positions.groups)
    spell_space(self);
  g_string_append(self->out, "/ ");
}

static void leave_alternative(InlineWriter *self, const AdrefNode *node)
{
  spell_positions(self, node->as.positions.groups, node->as.positions.stop, node->first != NULL);
}

static void spell_edge(InlineWriter *self, const AdrefNode *edge)
{
  spell_positions(self, edge->as.edge.groups, edge->as.edge.stop, TRUE);
  g_string_append_c(self->out, edge->as.edge.opens ? '[' : ']');
}

static void spell_agreed(InlineWriter *self)
{
  if (self->options->without_unprinted)
    return;
  if (!at_line_start(self))
    g_string_append_c(self->out, ' ');
  g_string_append(self->out, "[Agreed ad ref]");
}

/* White space before a "<br>" has no meaning, and is not read. */
static void spell_break(InlineWriter *self)
{
  gboolean one_line = self->block->type != ADREF_PARAGRAPH;
  if (one_line && self->out->len > 0 && self->out->str[self->out->len - 1] == ' ')
    g_string_truncate(self->out, self->out->len - 1);
  g_string_append(self->out, one_line ? "<br>" : "\\\n");
}

/* --- the walk --- */

/* FALSE: the children of the node are written already. */
static gboolean enter(InlineWriter *self, const AdrefNode *node)
{
  switch (node->type) {
  case ADREF_TEXT: spell_text(self, node); return TRUE;
  case ADREF_CODE: spell_code(self, node); return TRUE;
  case ADREF_LINE_BREAK: spell_break(self); return TRUE;
  case ADREF_HTML:
    guard_line_start(self);
    g_string_append_len(self->out, node->text, (gssize)node->length);
    return TRUE;
  case ADREF_COMMENT:
  case ADREF_NOTE: spell_note(self, node); return TRUE;
  case ADREF_EMPH:
  case ADREF_STRONG: adref_markdown_emphasis_add(&self->delimiters, node, TRUE); return TRUE;
  case ADREF_FORMAT:
    g_string_append_printf(self->out, "<%s>", adref_inline_format_tag(node->as.format));
    return TRUE;
  case ADREF_LINK:
  case ADREF_IMAGE: return enter_link(self, node);
  case ADREF_FOOTNOTE: g_string_append_printf(self->out, "[^%s]", node->text); return TRUE;
  case ADREF_BRACKET:
    g_string_append_c(self->out, '[');
    self->brackets++;
    return TRUE;
  case ADREF_ALTERNATIVE: enter_alternative(self, node); return TRUE;
  case ADREF_BRACKET_EDGE: spell_edge(self, node); return TRUE;
  case ADREF_AD_REF: spell_agreed(self); return TRUE;
  case ADREF_DOCUMENT:
  case ADREF_CLAUSE:
  case ADREF_HEADING:
  case ADREF_PARAGRAPH:
  case ADREF_LIST:
  case ADREF_ITEM:
  case ADREF_QUOTE:
  case ADREF_FOOTNOTE_TEXT:
  case ADREF_CODE_BLOCK:
  case ADREF_RULE:
  case ADREF_TABLE:
  case ADREF_TABLE_ROW:
  case ADREF_TABLE_CELL:
  case ADREF_PASSAGE: return TRUE;
  }
  return TRUE;
}

static void leave(InlineWriter *self, const AdrefNode *node)
{
  if (node->type == ADREF_ALTERNATIVE)
    leave_alternative(self, node);
  if (node->type == ADREF_BRACKET) {
    g_string_append_c(self->out, ']');
    self->brackets--;
  }
  if (adref_node_is_emphasis(node))
    adref_markdown_emphasis_add(&self->delimiters, node, FALSE);
  if (node->type == ADREF_FORMAT)
    g_string_append_printf(self->out, "</%s>", adref_inline_format_tag(node->as.format));
  if (node->type == ADREF_LINK || node->type == ADREF_IMAGE) {
    leave_link(self, node);
    self->reference = NULL;
  }
}

/* Writes a backslash before each "|" from `start` on. */
static void escape_bars(GString *out, gsize start)
{
  if (!memchr(out->str + start, '|', out->len - start))
    return;
  g_autofree char *text = g_strdup(out->str + start);
  g_string_truncate(out, start);
  for (const char *p = text; *p; p++) {
    if (*p == '|')
      g_string_append_c(out, '\\');
    g_string_append_c(out, *p);
  }
}

void adref_markdown_inline_write(GString *out, const AdrefNode *block,
                                 const AdrefMarkdownInlineOptions *options)
{
  InlineWriter self = {.out = out, .options = options, .block = block, .start = out->len};
  adref_markdown_emphasis_init(&self.delimiters, out);
  AdrefWalk walk = adref_walk(block);
  adref_walk_next(&walk);
  while (adref_walk_next(&walk) && walk.node != block) {
    if (!walk.entering)
      leave(&self, walk.node);
    else if (!enter(&self, walk.node)) {
      adref_walk_skip(&walk);
      adref_walk_next(&walk);
    }
  }
  adref_markdown_emphasis_end(&self.delimiters);
  if (self.words)
    adref_word_brackets_clear(self.words);
  g_free(self.words);
  if (block->type == ADREF_TABLE_CELL)
    escape_bars(out, self.start);
}
