#include "clause/brackets/suspected_position.h"

#include <string.h>

#include "base/byte_scan.h"
#include "base/name.h"
#include "clause/brackets/attribution.h"
#include "clause/brackets/position.h"

enum {
  MAX_WORDS = 100, /* bytes of the words in a message */
  MIN_CODE = 3,    /* letters of a code that is compared with others */
  SEARCHED = 40,   /* bytes of words that are searched in the source */
  SEARCHES = 16    /* times the source that all searches together read */
};

/* Stands for a node among words that is none. */
#define NODE_SIGN "\uFFFC"

static const char *const kind_words[] = {
    [ADREF_SUSPECTED_IN_WORDS] = "in brackets that are letters",
    [ADREF_SUSPECTED_IN_LINK] = "in a link",
    [ADREF_SUSPECTED_IN_IMAGE] = "in an image",
    [ADREF_SUSPECTED_IN_CODE] = "in code",
    [ADREF_SUSPECTED_IN_HTML] = "in HTML",
    [ADREF_SUSPECTED_IN_COMMENT] = "in a comment",
    [ADREF_SUSPECTED_MISSPELT] = "of an unknown party",
};

const char *adref_suspected_kind_words(AdrefSuspectedKind kind)
{
  return kind_words[kind];
}

/* The places of one document while they are found. */
typedef struct {
  GHashTable *parties;
  GPtrArray *found;
  const char *source, *end, *at; /* `at`: the source is searched from here */
  guint at_line, at_column;
  gsize budget; /* bytes that searches may still read */
  const AdrefNode *clause, *block;
} PositionSearch;

static void suspected_free(gpointer data)
{
  AdrefSuspectedPosition *position = data;
  g_free(position->words);
  g_strfreev(position->parties);
  g_free(position);
}

/* --- places --- */

/* Moves to the line of a block. */
static void go_to_line(PositionSearch *self, guint line)
{
  while (self->at_line < line) {
    const char *next = memchr(self->at, '\n', (gsize)(self->end - self->at));
    if (!next)
      return;
    self->at = next + 1;
    self->at_line++;
    self->at_column = 1;
  }
}

/* How many of the first letters of words Markdown writes without an escape. */
static gsize plain_length(const char *words)
{
  gsize length = 0;
  while (length < SEARCHED && words[length] && !strchr("\\*_[]<>&`~\n", words[length]) &&
         !g_str_has_prefix(words + length, NODE_SIGN))
    length++;
  return length;
}

/* Searches words in the source from the current place; NULL: there are none, or the searches have
 * read so much that nothing is looked for any more. */
static const char *search(PositionSearch *self, const char *words, gsize length)
{
  gsize rest = (gsize)(self->end - self->at);
  if (self->budget == 0)
    return NULL;
  const char *found = memmem(self->at, rest, words, length);
  gsize read = found ? (gsize)(found - self->at) : rest;
  self->budget -= MIN(read, self->budget);
  return found;
}

/* Moves to a place at or behind the current one, and counts lines and columns on the way. */
static void go_to_place(PositionSearch *self, const char *place)
{
  for (const char *p; (p = memchr(self->at, '\n', (gsize)(place - self->at)));) {
    self->at = p + 1;
    self->at_line++;
    self->at_column = 1;
  }
  self->at_column += (guint)g_utf8_strlen(self->at, place - self->at);
  self->at = place;
}

/* The place of words in the source, behind the place that was found before: the column of their
 * first letters. */
static void find_place(PositionSearch *self, AdrefSuspectedPosition *position, const char *words)
{
  gsize length = plain_length(words), first = 0;
  if (!self->source || length == 0)
    return;
  const char *found = search(self, words, length);
  while (first < length && words[first] != ' ')
    first++;
  if (!found && first < length)
    found = search(self, words, first + 1);
  if (!found)
    return;
  go_to_place(self, found);
  position->line = self->at_line;
  position->column = self->at_column;
  go_to_place(self, g_utf8_next_char(found));
}

static char *shortened(const char *words, gsize length)
{
  g_autoptr(GString) text = g_string_new_len(words, (gssize)length);
  g_string_replace(text, NODE_SIGN, "", 0);
  gsize most = MIN(text->len, (gsize)MAX_WORDS);
  while (most < text->len && most > 0 && ((guchar)text->str[most] & 0xC0) == 0x80)
    most--;
  char *cut = g_strdup_printf("%.*s%s", (int)most, text->str, most < text->len ? "\u2026" : "");
  return g_strdelimit(cut, "\n", ' ');
}

static void add(PositionSearch *self, AdrefSuspectedKind kind, const AdrefNode *node,
                const char *words, gsize length, GPtrArray *codes)
{
  AdrefSuspectedPosition *position = g_new0(AdrefSuspectedPosition, 1);
  position->kind = kind;
  position->clause = self->clause;
  position->words = shortened(words, length);
  g_ptr_array_add(codes, NULL);
  position->parties = (char **)g_ptr_array_steal(codes, NULL);
  const AdrefNode *at = adref_node_placed(node);
  position->line = at ? at->line : 0;
  position->column = position->line > 0 ? MAX(at->column, 1) : 0;
  gboolean is_exact = kind == ADREF_SUSPECTED_MISSPELT || kind == ADREF_SUSPECTED_IN_LINK ||
                      kind == ADREF_SUSPECTED_IN_IMAGE;
  if (node && (!is_exact || node->line == 0))
    find_place(self, position, words);
  g_ptr_array_add(self->found, position);
}

/* --- brackets that are letters --- */

/* What brackets of a kind are used for: those of law and notation; those of headings and remarks;
 * those of everything. */
typedef enum {
  BRACKET_SQUARE,
  BRACKET_HEADING,
  BRACKET_ROUND,
} BracketUse;

static const struct {
  gunichar open, close;
  BracketUse use;
} bracket_kinds[] = {
    {'[', ']', BRACKET_SQUARE},        {0xFF3B, 0xFF3D, BRACKET_SQUARE},
    {0x27E6, 0x27E7, BRACKET_SQUARE},  {0x2045, 0x2046, BRACKET_SQUARE},
    {0x3010, 0x3011, BRACKET_HEADING}, {0x3014, 0x3015, BRACKET_HEADING},
    {0x3016, 0x3017, BRACKET_HEADING}, {'(', ')', BRACKET_ROUND},
    {0xFF08, 0xFF09, BRACKET_ROUND},   {'{', '}', BRACKET_ROUND},
    {0xFF5B, 0xFF5D, BRACKET_ROUND},
};

/* Whether a character may be one of these brackets: no kana, and not NODE_SIGN. */
static gboolean may_be_bracket(gunichar c)
{
  return c < 0x80 || (c >= 0x2045 && c <= 0x3017) || (c >= 0xFF08 && c <= 0xFF5D);
}

static gboolean holds_position(const AdrefAttribution *self, BracketUse use)
{
  switch (use) {
  case BRACKET_SQUARE: return self->attributed > 0;
  case BRACKET_HEADING: return self->by_code > 0;
  case BRACKET_ROUND: return self->attributed > 1 && self->by_code > 1 && self->small > 1;
  }
  return FALSE;
}

/* Words of one block, and the TEXT or other node from which each byte is. */
typedef struct {
  GString *words;
  GArray *starts; /* of gsize: where the words of each node begin */
  GPtrArray *nodes;
} BlockWords;

static const AdrefNode *node_at(const BlockWords *block, gsize at)
{
  for (guint i = block->starts->len; i-- > 0;)
    if (g_array_index(block->starts, gsize, i) <= at)
      return block->nodes->pdata[i];
  return NULL;
}

/* The first ASCII bracket, or the first character that begins as those of other scripts do. */
static const char *next_sign(const char *words, const char *end)
{
  static const guint8 signs[256] = {['['] = 1, [']'] = 1,  ['('] = 1,  [')'] = 1, ['{'] = 1,
                                    ['}'] = 1, [0xE2] = 1, [0xE3] = 1, [0xEF] = 1};
  return words + adref_byte_scan_until(signs, words, (gsize)(end - words));
}

/* Adds the brackets in words that hold a position; of nested ones the innermost. */
static void search_brackets(PositionSearch *self, AdrefSuspectedKind kind, const char *words,
                            const BlockWords *block, const AdrefNode *node)
{
  GArray *opens[G_N_ELEMENTS(bracket_kinds)] = {NULL};
  const char *last = words, *end = words + strlen(words);
  for (const char *p = next_sign(words, end); p < end; p = next_sign(g_utf8_next_char(p), end)) {
    gunichar c = g_utf8_get_char(p);
    if (!may_be_bracket(c))
      continue;
    for (gsize i = 0; i < G_N_ELEMENTS(bracket_kinds); i++) {
      const char *inside = g_utf8_next_char(p);
      if (c == bracket_kinds[i].open) {
        opens[i] = opens[i] ? opens[i] : g_array_new(FALSE, FALSE, sizeof inside);
        g_array_append_val(opens[i], inside);
      } else if (c == bracket_kinds[i].close && opens[i] && opens[i]->len > 0) {
        const char *start = g_array_index(opens[i], const char *, opens[i]->len - 1);
        g_array_set_size(opens[i], opens[i]->len - 1);
        if (start < last)
          continue;
        AdrefAttribution said;
        adref_attribution_read(&said, self->parties, start, (gsize)(p - start));
        if (holds_position(&said, bracket_kinds[i].use)) {
          const AdrefNode *at = block ? node_at(block, (gsize)(start - words)) : node;
          add(self, kind, at, start, (gsize)(p - start), said.codes);
          last = p;
        }
        g_ptr_array_unref(said.codes);
      }
    }
  }
  for (gsize i = 0; i < G_N_ELEMENTS(bracket_kinds); i++)
    g_clear_pointer(&opens[i], g_array_unref);
}

/* Adds the brackets in words, or all of the words, that hold a position. */
static gboolean search_whole(PositionSearch *self, AdrefSuspectedKind kind, const char *words,
                             const AdrefNode *node)
{
  guint before = self->found->len;
  search_brackets(self, kind, words, NULL, node);
  if (self->found->len > before)
    return TRUE;
  AdrefAttribution said;
  adref_attribution_read(&said, self->parties, words, strlen(words));
  if (adref_attribution_is_position(&said))
    add(self, kind, node, words, strlen(words), said.codes);
  g_ptr_array_unref(said.codes);
  return self->found->len > before;
}

/* --- links --- */

/* Adds a link whose address is a party: "[shall](JPN)", "[shall](#JAPAN)"; or a mark of a party in
 * small letters, "[shall](#JPN)". */
static gboolean search_address(PositionSearch *self, AdrefSuspectedKind kind, const AdrefNode *link,
                               const char *words)
{
  const char *url = link->as.link.url, *name = url + (*url == '#');
  g_autofree char *folded = g_utf8_casefold(name, -1);
  const char *code = g_hash_table_lookup(self->parties, folded);
  if (!code)
    return FALSE;
  gboolean is_mark = *url == '#' && strcmp(name, code) == 0;
  gboolean is_id = *url == '#' && !g_ascii_isupper(*name);
  gboolean small = *words != '\0';
  for (const char *p = words; *p && small; p++)
    small = g_ascii_islower(*p) || *p == ' ';
  if (is_id || (is_mark && (!small || g_hash_table_contains(self->parties, words) ||
                            g_str_has_prefix(words, "the "))))
    return FALSE;
  g_autoptr(GPtrArray) codes = g_ptr_array_new_with_free_func(g_free);
  g_ptr_array_add(codes, g_strdup(code));
  g_autofree char *written = g_strdup_printf("[%s](%s)", words, url);
  add(self, kind, link, written, strlen(written), codes);
  return TRUE;
}

static void search_link(PositionSearch *self, const AdrefNode *link)
{
  AdrefSuspectedKind kind =
      link->type == ADREF_LINK ? ADREF_SUSPECTED_IN_LINK : ADREF_SUSPECTED_IN_IMAGE;
  g_autofree char *words = adref_node_words(link);
  if (search_whole(self, kind, words, link) || search_address(self, kind, link, words))
    return;
  g_autofree char *address = g_uri_unescape_string(link->as.link.url, NULL);
  if (address && g_utf8_validate(address, -1, NULL) && search_whole(self, kind, address, link))
    return;
  search_whole(self, kind, link->as.link.title, link);
}

/* --- brackets with a slip in a party --- */

/* Whether a name in capitals is a code with one slip: a letter more, less, exchanged, or two
 * letters that changed places. */
static gboolean is_slip(const char *name, const char *code)
{
  gsize a = strlen(name), b = strlen(code), same = 0, behind = 0;
  if (a < MIN_CODE || b < MIN_CODE || MAX(a, b) - MIN(a, b) > 1)
    return FALSE;
  while (same < MIN(a, b) && name[same] == code[same])
    same++;
  while (behind < MIN(a, b) - same && name[a - 1 - behind] == code[b - 1 - behind])
    behind++;
  gsize left = MAX(a, b) - same - behind;
  return left <= 1 ||
         (a == b && left == 2 && name[same] == code[same + 1] && name[same + 1] == code[same]);
}

/* The code that a name is, or is like; NULL: none. */
static const char *code_of(const PositionSearch *self, const char *name)
{
  g_autofree char *folded = g_utf8_casefold(name, -1);
  const char *known = g_hash_table_lookup(self->parties, folded);
  if (known && !g_ascii_islower(*name))
    return known;
  if (!adref_position_is_codes(name, strlen(name), FALSE))
    return NULL;
  g_autofree char *near = adref_position_nearest(name, self->parties);
  gpointer code = NULL;
  g_autofree char *key = near ? g_utf8_casefold(near, -1) : NULL;
  if (near && is_slip(name, near))
    code = g_hash_table_lookup(self->parties, key);
  return code;
}

/* The codes that the names of a text are or are like; NULL: the text is no list of names. */
static GPtrArray *slipped_codes(const PositionSearch *self, const char *text)
{
  g_autoptr(GPtrArray) codes = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GString) commas = g_string_new(text);
  g_string_replace(commas, " and ", ",", 0);
  g_auto(GStrv) names = g_strsplit_set(commas->str, ",;/&", 100);
  for (char **name = names; *name; name++) {
    g_strstrip(*name);
    gsize first = strcspn(*name, " .");
    const char *code = code_of(self, *name);
    if (!code) {
      (*name)[first] = '\0';
      code = code_of(self, *name);
    }
    if (code)
      g_ptr_array_add(codes, g_strdup(code));
  }
  return codes->len > 0 ? g_steal_pointer(&codes) : NULL;
}

/* The part of an alternative that should be positions: behind its last dash, in parentheses at its
 * end, or before its colon. Caller frees; NULL: there is none. */
static char *unread_positions(const AdrefNode *text)
{
  AdrefPositionEnd end;
  const char *words = text->text, *dash = adref_attribution_last_dash(words, text->length);
  const char *colon = strchr(words, ':');
  if (text->as.literal)
    return NULL;
  if (dash)
    return g_strdup(dash + 1);
  if (adref_position_find_end(words, text->length, '(', ':', &end))
    return g_strndup(words + end.start, end.end - end.start);
  gsize before = colon ? (gsize)(colon - words) : 0;
  return before > 0 && adref_position_is_codes(words, before, FALSE) ? g_strndup(words, before)
                                                                     : NULL;
}

static void search_alternative(PositionSearch *self, const AdrefNode *alternative)
{
  const AdrefNode *text = alternative->last;
  if (alternative->as.positions.groups || !text || text->type != ADREF_TEXT)
    return;
  g_autofree char *unread = unread_positions(text);
  g_autoptr(GPtrArray) codes = unread ? slipped_codes(self, g_strstrip(unread)) : NULL;
  if (codes)
    add(self, ADREF_SUSPECTED_MISSPELT, alternative->parent, text->text, text->length, codes);
}

/* --- the walk --- */

static void search_node(PositionSearch *self, const AdrefNode *node)
{
  switch (node->type) {
  case ADREF_LINK:
  case ADREF_IMAGE: search_link(self, node); return;
  case ADREF_CODE: search_whole(self, ADREF_SUSPECTED_IN_CODE, node->text, node); return;
  case ADREF_CODE_BLOCK:
    search_brackets(self, ADREF_SUSPECTED_IN_CODE, node->text, NULL, node);
    search_brackets(self, ADREF_SUSPECTED_IN_CODE, node->as.info, NULL, node);
    return;
  case ADREF_HTML: search_brackets(self, ADREF_SUSPECTED_IN_HTML, node->text, NULL, node); return;
  case ADREF_COMMENT: search_whole(self, ADREF_SUSPECTED_IN_COMMENT, node->text, node); return;
  case ADREF_ALTERNATIVE: search_alternative(self, node); return;
  case ADREF_DOCUMENT:
  case ADREF_CLAUSE:
  case ADREF_HEADING:
  case ADREF_PARAGRAPH:
  case ADREF_LIST:
  case ADREF_ITEM:
  case ADREF_QUOTE:
  case ADREF_FOOTNOTE_TEXT:
  case ADREF_RULE:
  case ADREF_TABLE:
  case ADREF_TABLE_ROW:
  case ADREF_TABLE_CELL:
  case ADREF_NOTE:
  case ADREF_TEXT:
  case ADREF_LINE_BREAK:
  case ADREF_EMPH:
  case ADREF_STRONG:
  case ADREF_FORMAT:
  case ADREF_PASSAGE:
  case ADREF_FOOTNOTE:
  case ADREF_BRACKET:
  case ADREF_BRACKET_EDGE:
  case ADREF_AD_REF: return;
  }
}

/* Collects the words of a block; a bracket of the notation ends a run of words. */
static void collect(BlockWords *block, const AdrefNode *node)
{
  if (node->type == ADREF_TEXT) {
    g_array_append_val(block->starts, block->words->len);
    g_ptr_array_add(block->nodes, (gpointer)(guintptr)node);
    g_string_append_len(block->words, node->text, (gssize)node->length);
  } else if (node->type == ADREF_LINE_BREAK) {
    g_string_append_c(block->words, ' ');
  } else if (!adref_node_is_formatting(node)) {
    g_string_append(block->words, NODE_SIGN);
  }
}

static void search_block(PositionSearch *self, const AdrefNode *node)
{
  BlockWords block = {g_string_new(NULL), g_array_new(FALSE, FALSE, sizeof(gsize)),
                      g_ptr_array_new()};
  AdrefWalk walk = adref_walk(node);
  while (adref_walk_next(&walk))
    if (walk.node != node && (walk.entering || !adref_node_is_formatting(walk.node)) &&
        (walk.entering || walk.node->first))
      collect(&block, walk.node);
  search_brackets(self, ADREF_SUSPECTED_IN_WORDS, block.words->str, &block, node);
  g_string_free(block.words, TRUE);
  g_array_unref(block.starts);
  g_ptr_array_unref(block.nodes);
}

GPtrArray *adref_suspected_positions_find(const AdrefNode *document, const char *source,
                                          gsize length, GHashTable *parties)
{
  PositionSearch self = {.parties = parties,
                         .found = g_ptr_array_new_with_free_func(suspected_free),
                         .source = source,
                         .end = source + length,
                         .at = source,
                         .at_line = 1,
                         .at_column = 1,
                         .budget = SEARCHES * (length + 1)};
  AdrefWalk walk = adref_walk(document);
  while (parties && adref_walk_next(&walk)) {
    const AdrefNode *node = walk.node;
    if (!walk.entering)
      continue;
    if (node->type == ADREF_CLAUSE)
      self.clause = node;
    if (source && node->line > 0)
      go_to_line(&self, node->line);
    if (adref_node_holds_inlines(node))
      search_block(&self, node);
    search_node(&self, node);
  }
  return self.found;
}

GPtrArray *adref_suspected_positions_find_words(const char *words, GHashTable *parties)
{
  PositionSearch self = {.parties = parties,
                         .found = g_ptr_array_new_with_free_func(suspected_free)};
  if (parties)
    search_brackets(&self, ADREF_SUSPECTED_IN_WORDS, words, NULL, NULL);
  return self.found;
}
