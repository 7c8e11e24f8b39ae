#include "clause/brackets/word_bracket.h"

#include <string.h>

#include "base/error.h"
#include "base/pattern.h"
#include "clause/cmark_inlines.h"

/* --- the words of a block --- */

static void put_text(AdrefWordBrackets *self, const AdrefNode *node)
{
  gsize at = self->words->len;
  g_hash_table_insert(self->offsets, (gpointer)(guintptr)node, GSIZE_TO_POINTER(at));
  g_string_append_len(self->words, node->text, (gssize)node->length);
  adref_cmark_inlines_unescape(self->words->str + at, node->length);
}

static void put_edge(AdrefWordBrackets *self, const AdrefNode *node)
{
  if (node->as.edge.groups)
    g_string_append(self->words, " - ");
  g_hash_table_insert(self->offsets, (gpointer)(guintptr)node, GSIZE_TO_POINTER(self->words->len));
  g_string_append_c(self->words, node->as.edge.opens ? '[' : ']');
}

static void leave(AdrefWordBrackets *self, const AdrefNode *node)
{
  if (node->type == ADREF_BRACKET)
    g_string_append_c(self->words, ']');
  if (node->type == ADREF_ALTERNATIVE && node->as.positions.groups)
    g_string_append(self->words, " - ");
}

static void enter(AdrefWordBrackets *self, const AdrefNode *node)
{
  if (node->type == ADREF_TEXT)
    put_text(self, node);
  else if (node->type == ADREF_BRACKET_EDGE)
    put_edge(self, node);
  else if (node->type == ADREF_BRACKET)
    g_string_append_c(self->words, '[');
  else if (node->type == ADREF_ALTERNATIVE && node->prev)
    g_string_append(self->words, " / ");
  else if (node->type == ADREF_FOOTNOTE)
    g_string_append_printf(self->words, "[^%s]", node->text);
  else if (node->type == ADREF_AD_REF)
    g_string_append(self->words, " [Agreed ad ref]");
  else if (node->type == ADREF_LINE_BREAK)
    g_string_append_c(self->words, ' ');
  else if (node->type == ADREF_CODE || node->type == ADREF_HTML)
    g_string_append_c(self->words, '`');
}

/* "[ ]", "[x]", "[4]", "[04]". */
static gboolean is_field(const char *bracket, gsize length)
{
  if (length == 3)
    return strchr(" xX", bracket[1]) != NULL || g_ascii_isdigit(bracket[1]);
  return length == 4 && g_ascii_isdigit(bracket[1]) && g_ascii_isdigit(bracket[2]);
}

/* The length of a bracket that has no bracket inside, or 0. */
static gsize bracket_length(const char *bracket)
{
  gsize length = strcspn(bracket + 1, "[]") + 2;
  return bracket[length - 1] == ']' ? length : 0;
}

static gboolean may_begin_with_fields(const AdrefNode *block)
{
  gboolean begins_item = block->parent && block->parent->type == ADREF_ITEM && !block->prev;
  return begins_item || block->type == ADREF_TABLE_CELL;
}

static gsize find_fields_end(const AdrefWordBrackets *self)
{
  const char *p = self->words->str;
  for (;;) {
    const char *bracket = p + (*p == ' ');
    gsize length = *bracket == '[' ? bracket_length(bracket) : 0;
    if (length == 0 || !is_field(bracket, length))
      return (gsize)(p - self->words->str);
    p = bracket + length;
  }
}

void adref_word_brackets_init(AdrefWordBrackets *self, const AdrefNode *block,
                              gboolean outside_statement)
{
  *self = (AdrefWordBrackets){.words = g_string_new(NULL), .outside_statement = outside_statement};
  self->offsets = g_hash_table_new(NULL, NULL);
  AdrefWalk walk = adref_walk(block);
  while (adref_walk_next(&walk))
    if (walk.entering)
      enter(self, walk.node);
    else
      leave(self, walk.node);
  if (outside_statement && may_begin_with_fields(block))
    self->fields_end = find_fields_end(self);
}

void adref_word_brackets_clear(AdrefWordBrackets *self)
{
  g_string_free(self->words, TRUE);
  g_hash_table_unref(self->offsets);
  g_clear_pointer(&self->quotations, g_array_unref);
  g_clear_pointer(&self->references, g_array_unref);
}

static void add_range(GArray *ranges, gsize start, gsize end)
{
  g_array_append_val(ranges, start);
  g_array_append_val(ranges, end);
}

/* Whether one of the ranges has the offset in it: the number of borders up to it is odd. */
static gboolean is_in_range(const GArray *ranges, gsize at)
{
  guint low = 0, high = ranges->len;
  while (low < high) {
    guint middle = low + (high - low) / 2;
    if (g_array_index(ranges, gsize, middle) <= at)
      low = middle + 1;
    else
      high = middle;
  }
  return low % 2 == 1;
}

/* --- quotations --- */

/* The character before p, or 0. */
static gunichar char_before(const AdrefWordBrackets *self, const char *p)
{
  const char *before = g_utf8_find_prev_char(self->words->str, p);
  return before ? g_utf8_get_char(before) : 0;
}

static gboolean is_letter(gunichar c)
{
  return g_unichar_isalpha(c) || g_unichar_ismark(c);
}

/* The mark that would close a quotation which the character at p opens, or 0. */
static gunichar closing_mark(const AdrefWordBrackets *self, const char *p)
{
  gunichar before = char_before(self, p);
  gunichar after = g_utf8_get_char(g_utf8_next_char(p));
  switch (g_utf8_get_char(p)) {
  case '"': return g_unichar_isalnum(before) || g_unichar_ismark(before) || after == ' ' ? 0 : '"';
  case 0x2018: return 0x2019; /* ‘ ’ */
  case 0x201C: return 0x201D; /* “ ” */
  case 0x201E: return 0x201C; /* „ “ */
  case 0xAB: return 0xBB;     /* « » */
  case 0x300C: return 0x300D; /* 「 」 */
  case 0x300E: return 0x300F; /* 『 』 */
  default: return 0;
  }
}

static gboolean closes(const AdrefWordBrackets *self, const char *p, gunichar mark)
{
  if (g_utf8_get_char(p) != mark)
    return FALSE;
  gboolean apostrophe = mark == 0x2019 && is_letter(char_before(self, p)) &&
                        is_letter(g_utf8_get_char(g_utf8_next_char(p)));
  return !apostrophe;
}

/* A quotation that does not end in its block is none. */
static void find_quotations(AdrefWordBrackets *self)
{
  gunichar mark = 0;
  gsize start = 0;
  self->quotations = g_array_new(FALSE, FALSE, sizeof(gsize));
  for (const char *p = self->words->str; *p; p = g_utf8_next_char(p)) {
    gsize at = (gsize)(p - self->words->str);
    if (mark == 0) {
      mark = closing_mark(self, p);
      start = at;
    } else if (closes(self, p, mark)) {
      add_range(self->quotations, start, at);
      mark = 0;
    }
  }
}

static gboolean is_quoted(AdrefWordBrackets *self, gsize at)
{
  if (!self->quotations)
    find_quotations(self);
  return is_in_range(self->quotations, at);
}

/* --- the closed list --- */

static const AdrefPattern *compiled(const char *expression, AdrefPattern **pattern, gsize *once)
{
  if (g_once_init_enter(once)) {
    *pattern = adref_pattern_new(expression, FALSE, NULL);
    g_once_init_leave(once, 1);
  }
  return *pattern;
}

static gboolean matches(const AdrefPattern *pattern, const char *text, gsize length)
{
  return adref_pattern_find(pattern, text, length, 0, NULL, NULL) == ADREF_PATTERN_MATCH_YES;
}

/* "[1]", "[123]". */
static gboolean is_number(const char *bracket, gsize length)
{
  enum {
    MAX_DIGITS = 3
  };
  gsize digits = strspn(bracket + 1, "0123456789");
  return digits > 0 && digits <= MAX_DIGITS && digits + 2 == length;
}

/* "[Art. 5]", "[Arts. 5 and 6]", "[Art. 5 (2)(b)]". */
static gboolean is_article(const char *bracket, gsize length)
{
  static AdrefPattern *pattern = NULL;
  static gsize once = 0;
  enum {
    MAX_LENGTH = 40
  };
  if (length > MAX_LENGTH || !g_str_has_prefix(bracket, "[Art"))
    return FALSE;
  return matches(compiled("^\\[Arts?\\. ?[0-9]+(?:[ .,()0-9-]|and|[a-z]\\b)*\\]$", &pattern, &once),
                 bracket, length);
}

static gboolean is_letter_in_word(const AdrefWordBrackets *self, const char *bracket, gsize length)
{
  const char *end = bracket + length - 1, *p = g_utf8_next_char(bracket + 1);
  if (!g_unichar_isalpha(g_utf8_get_char(bracket + 1)))
    return FALSE;
  while (p < end && g_unichar_ismark(g_utf8_get_char(p)))
    p = g_utf8_next_char(p);
  return p == end && (is_letter(g_utf8_get_char(end + 1)) || is_letter(char_before(self, bracket)));
}

/* Whether the numbers before p count or measure what follows, as in "[30][60] days". */
static gboolean counts(const char *p)
{
  static const char *const others[] = {
      "a",   "also", "an",    "and",   "are", "as",    "at",    "but",  "by",   "can",
      "for", "from", "has",   "have",  "if",  "in",    "is",    "may",  "must", "not",
      "of",  "on",   "or",    "says",  "see", "shall", "shows", "that", "the",  "to",
      "was", "were", "which", "while", "who", "whose", "will",  "with", NULL,
  };
  if (*p == '%' || g_unichar_isalnum(g_utf8_get_char(p)))
    return TRUE;
  const char *word = p + (*p == ' ');
  gsize length = strspn(word, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
  if (length == 0)
    return *word == '%' || g_unichar_isalnum(g_utf8_get_char(word));
  g_autofree char *lower = g_ascii_strdown(word, (gssize)length);
  return !g_strv_contains(others, lower);
}

/* Whether the number belongs to the words before it: "Article [5]", "2.[6]", "at least [3]". */
static gboolean is_numbered(const AdrefWordBrackets *self, gsize at)
{
  static AdrefPattern *pattern = NULL;
  static gsize once = 0;
  enum {
    LOOKED_AT = 24
  };
  static const char expression[] =
      "(?:\\b(?i:articles?|arts?\\.|paragraphs?|paras?\\.|sections?|sec\\.|annex(?:es)?|appendix|"
      "chapters?|parts?|rules?|items?|schedule|option|least|most|than|within|of) |[0-9]\\.?)$";
  const char *bracket = self->words->str + at, *start = bracket - MIN(at, LOOKED_AT);
  while (start < bracket && ((guchar)*start & 0xC0) == 0x80)
    start++;
  return matches(compiled(expression, &pattern, &once), start, (gsize)(bracket - start));
}

/* The length of a bracket at p with a number or an article, or 0. */
static gsize reference_length(const char *p)
{
  gsize length = *p == '[' ? bracket_length(p) : 0;
  return length > 0 && (is_number(p, length) || is_article(p, length)) ? length : 0;
}

/* The end of the run of references that begins at p. */
static const char *run_end(const char *p, gboolean *several)
{
  *several = FALSE;
  for (const char *end = p + reference_length(p);; *several = TRUE) {
    const char *next = end + (*end == ' ');
    gsize length = reference_length(next);
    if (length == 0)
      return end;
    end = next + length;
  }
}

/* Whether a run of numbers is one of references. */
static gboolean refers(const AdrefWordBrackets *self, gsize at, const char *end, gboolean several)
{
  const char *bracket = self->words->str + at;
  if (bracket[1] == 'A' || (at == 0 && !several))
    return TRUE;
  return !counts(end) && !is_numbered(self, at);
}

static void find_references(AdrefWordBrackets *self)
{
  self->references = g_array_new(FALSE, FALSE, sizeof(gsize));
  const char *p = self->words->str;
  while ((p = strchr(p, '['))) {
    if (reference_length(p) == 0) {
      p++;
      continue;
    }
    gboolean several;
    gsize at = (gsize)(p - self->words->str);
    p = run_end(p, &several);
    if (refers(self, at, p, several))
      add_range(self->references, at, (gsize)(p - self->words->str));
  }
}

static gboolean is_reference(AdrefWordBrackets *self, gsize at)
{
  if (!self->references)
    find_references(self);
  return is_in_range(self->references, at);
}

static AdrefWordBracketKind find_outside(AdrefWordBrackets *self, gsize at)
{
  const char *bracket = self->words->str + at;
  if (at < self->fields_end)
    return ADREF_WORD_BRACKET_FIELD;
  if (is_reference(self, at))
    return ADREF_WORD_BRACKET_REFERENCE;
  gboolean omits = g_str_has_prefix(bracket, "[...]") || g_str_has_prefix(bracket, "[\u2026]");
  return omits && is_quoted(self, at) ? ADREF_WORD_BRACKET_OMISSION : ADREF_WORD_BRACKET_NONE;
}

AdrefWordBracketKind adref_word_brackets_find(AdrefWordBrackets *self, const AdrefNode *node,
                                              gsize at, gsize *length)
{
  at += GPOINTER_TO_SIZE(g_hash_table_lookup(self->offsets, node));
  const char *bracket = self->words->str + at;
  *length = bracket_length(bracket);
  if (*length == 0)
    return ADREF_WORD_BRACKET_NONE;
  if (g_str_has_prefix(bracket, "[sic]"))
    return ADREF_WORD_BRACKET_SIC;
  if (is_letter_in_word(self, bracket, *length) && is_quoted(self, at))
    return ADREF_WORD_BRACKET_LETTER;
  return self->outside_statement ? find_outside(self, at) : ADREF_WORD_BRACKET_NONE;
}

/* --- reading --- */

static const char *kind_words(AdrefWordBracketKind kind)
{
  switch (kind) {
  case ADREF_WORD_BRACKET_NONE: return "a bracket";
  case ADREF_WORD_BRACKET_SIC: return "words: what is quoted stands so";
  case ADREF_WORD_BRACKET_LETTER: return "words: a letter of a quotation";
  case ADREF_WORD_BRACKET_REFERENCE: return "words: a reference; in a statement an open bracket";
  case ADREF_WORD_BRACKET_FIELD: return "words: a form field; in a statement an open bracket";
  case ADREF_WORD_BRACKET_OMISSION: return "words: an omission; in a statement a placeholder";
  }
  return "";
}

/* Whether the edge is closed by the next one, with nothing but words between them. */
static gboolean holds_text(const AdrefNode *open, const AdrefNode *close)
{
  return open->as.edge.opens && !close->as.edge.opens && open->next &&
         open->next->type == ADREF_TEXT && open->next->next == close;
}

/* Whether words in a bracket can be of the closed list. Most brackets end here, so that the words
 * around them are not looked at. */
static gboolean may_be_listed(const char *words, gboolean outside_statement)
{
  if ((guchar)*words >= ADREF_ESCAPED_SLASH)
    return FALSE;
  const char *p = g_utf8_next_char(words);
  while (g_unichar_ismark(g_utf8_get_char(p)))
    p = g_utf8_next_char(p);
  if (*p == '\0' || strcmp(words, "sic") == 0)
    return TRUE;
  return outside_statement && (g_ascii_isdigit(*words) || g_str_has_prefix(words, "Art") ||
                               g_str_has_prefix(words, "..."));
}

gboolean adref_word_brackets_take(AdrefNode *block, GPtrArray *edges, gboolean outside_statement,
                                  GPtrArray *readings)
{
  AdrefWordBrackets brackets = {0};
  guint kept = 0, count = edges->len;
  for (guint i = 0; i < count; i++) {
    AdrefNode *open = edges->pdata[i], *close = i + 1 < count ? edges->pdata[i + 1] : NULL;
    gsize length;
    gboolean may_be =
        close && holds_text(open, close) && may_be_listed(open->next->text, outside_statement);
    if (may_be && !brackets.words)
      adref_word_brackets_init(&brackets, block, outside_statement);
    AdrefWordBracketKind kind =
        may_be ? adref_word_brackets_find(&brackets, open, 0, &length) : ADREF_WORD_BRACKET_NONE;
    if (kind == ADREF_WORD_BRACKET_NONE) {
      edges->pdata[kept++] = open;
      continue;
    }
    adref_problem(readings, open->line, open->column, "%s", kind_words(kind));
    adref_node_edge_to_text(open);
    adref_node_edge_to_text(close);
    i++;
  }
  g_ptr_array_set_size(edges, (int)kept);
  if (brackets.words)
    adref_word_brackets_clear(&brackets);
  return kept < count;
}

gboolean adref_word_bracket_may_be_words(const AdrefNode *bracket)
{
  const AdrefNode *alternative = bracket->first;
  if (bracket->type != ADREF_BRACKET || bracket->as.placeholder || alternative->next ||
      alternative->as.positions.groups)
    return FALSE;
  const AdrefNode *text = alternative->first;
  if (!text)
    return TRUE;
  if (text->type != ADREF_TEXT || text->next)
    return FALSE;
  g_autofree char *words = g_strdup_printf("[%s]", text->text);
  gsize length = strlen(words);
  return is_number(words, length) || is_article(words, length) || is_field(words, length);
}
