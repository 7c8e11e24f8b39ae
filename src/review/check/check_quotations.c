#include "review/check/check_quotations.h"

#include <string.h>

#include "language/language_tag.h"

enum {
  MAX_DEPTH = 8,       /* quotations inside of each other that are looked at */
  MAX_PARAGRAPHS = 20, /* of a quotation that goes on */
  QUOTED = 24          /* characters of the quotation that a message shows */
};

/* Marks that open, each with those that close it: German has „“ or »«, Swedish ””, Arabic is also
 * typed ”“. The first one is the usual one. */
static const struct {
  gunichar open, close[2];
} marks[] = {
    {0x201C, {0x201D}}, {0x201D, {0x201D, 0x201C}}, {0x201E, {0x201C, 0x201D}}, {0xAB, {0xBB}},
    {0xBB, {0xAB}},     {0x2018, {0x2019}},         {0x201A, {0x2018, 0x2019}}, {'"', {'"'}},
    {'\'', {'\''}},     {0xFF02, {0xFF02}},         {0x300C, {0x300D}},         {0x300E, {0x300F}},
    {0x300A, {0x300B}}, {0x3008, {0x3009}},         {0xFE41, {0xFE42}},         {0xFE43, {0xFE44}},
    {0xFF62, {0xFF63}}, {0x301D, {0x301F, 0x301E}},
};

/* A mark with the characters beside it; 0: the paragraph ends there. */
typedef struct {
  gunichar c, prev, next;
  const char *rest; /* the words behind it */
  gsize at, length;
} Mark;

typedef struct {
  gunichar open;
  const AdrefCheckBlock *block;
  gsize at;
} Opened;

typedef struct {
  AdrefCheckText *text;
  gboolean is_english;
  Opened stack[MAX_DEPTH]; /* of the paragraph */
  guint depth;
  gboolean unclosed, stray, mixed;    /* reported in the paragraph */
  const AdrefCheckBlock *brackets_of; /* of which has_brackets is known */
  gboolean has_brackets;
  Opened pending; /* of a paragraph before it; block NULL: none */
  guint age;      /* paragraphs since then */
} QuotationCheck;

static gint row_of(gunichar open)
{
  for (guint i = 0; i < G_N_ELEMENTS(marks); i++)
    if (marks[i].open == open)
      return (gint)i;
  return -1;
}

static gboolean closes(gunichar open, gunichar c)
{
  gint row = row_of(open);
  return row >= 0 && c != 0 && (marks[row].close[0] == c || marks[row].close[1] == c);
}

static gboolean is_closing(gunichar c)
{
  for (guint i = 0; i < G_N_ELEMENTS(marks); i++)
    if (closes(marks[i].open, c))
      return TRUE;
  return FALSE;
}

/* Most characters are letters. */
static gboolean is_mark(gunichar c)
{
  if (c < 0x80)
    return c == '"' || c == '\'';
  return g_unichar_ispunct(c) && (row_of(c) >= 0 || is_closing(c));
}

/* Scripts that set no space before a quotation; in Arabic and Hebrew small words are joined to it.
 */
static gboolean has_no_spaces(gunichar c)
{
  static const GUnicodeScript scripts[] = {G_UNICODE_SCRIPT_HAN,      G_UNICODE_SCRIPT_HIRAGANA,
                                           G_UNICODE_SCRIPT_KATAKANA, G_UNICODE_SCRIPT_THAI,
                                           G_UNICODE_SCRIPT_LAO,      G_UNICODE_SCRIPT_KHMER,
                                           G_UNICODE_SCRIPT_HANGUL,   G_UNICODE_SCRIPT_MYANMAR,
                                           G_UNICODE_SCRIPT_ARABIC,   G_UNICODE_SCRIPT_HEBREW};
  for (guint i = 0; i < G_N_ELEMENTS(scripts); i++)
    if (g_unichar_get_script(c) == scripts[i])
      return TRUE;
  return FALSE;
}

/* Whether a quotation may begin behind a character. */
static gboolean is_before_quotation(gunichar c)
{
  GUnicodeType type = g_unichar_type(c);
  return c == 0 || c == ADREF_CHECK_BORDER || g_unichar_isspace(c) || c == '/' ||
         type == G_UNICODE_OPEN_PUNCTUATION || type == G_UNICODE_INITIAL_PUNCTUATION ||
         type == G_UNICODE_DASH_PUNCTUATION;
}

static gboolean is_word(gunichar c)
{
  return c != 0 && (g_unichar_isalnum(c) || g_unichar_ismark(c));
}

/* 'tis, ‘em */
static gboolean is_clipped(const char *words)
{
  static const char *const clipped[] = {"tis", "twas", "til", "em", "cause", "n"};
  gsize length = 0;
  while (g_ascii_isalpha(words[length]))
    length++;
  for (guint i = 0; i < G_N_ELEMENTS(clipped); i++)
    if (strlen(clipped[i]) == length && g_ascii_strncasecmp(clipped[i], words, length) == 0)
      return TRUE;
  return FALSE;
}

static gboolean can_open(const QuotationCheck *self, const Mark *mark)
{
  gboolean has_words = mark->next != 0 && !g_unichar_isspace(mark->next);
  gboolean is_at_start = is_before_quotation(mark->prev) || has_no_spaces(mark->prev);
  switch (mark->c) {
  case 0x2018:
    return g_unichar_isalpha(mark->next) && !is_word(mark->prev) && !is_clipped(mark->rest);
  case '\'':
    return self->is_english && is_at_start && g_unichar_isalpha(mark->next) &&
           !is_clipped(mark->rest);
  case '"':
  case 0xFF02:
    return has_words && (is_at_start || (g_unichar_ispunct(mark->prev) && is_word(mark->next)));
  case 0x201D:
  case 0xBB: return is_at_start && is_word(mark->next);
  case 0xAB: return TRUE; /* French sets a space behind it */
  default: return has_words && row_of(mark->c) >= 0;
  }
}

static gboolean can_close(const Mark *mark)
{
  gboolean is_apostrophe = mark->c == 0x2019 || mark->c == '\'';
  if (is_apostrophe)
    return !is_word(mark->next) && !is_before_quotation(mark->prev);
  return mark->c != '"' || !is_before_quotation(mark->prev) || has_no_spaces(mark->next) ||
         !is_word(mark->next);
}

static void report(QuotationCheck *self, const Opened *opened)
{
  const char *words = opened->block->words->str + opened->at, *end = words;
  for (guint i = 0; i < QUOTED && *end && *end != ADREF_CHECK_BORDER; i++)
    end = g_utf8_next_char(end);
  char close[8] = {0};
  g_unichar_to_utf8(marks[row_of(opened->open)].close[0], close);
  adref_check_add(self->text, "integrity/quotation", opened->block, opened->at,
                  "the quotation that begins with %.*s%s has no %s", (int)(end - words), words,
                  *end ? "…" : "", close);
}

static void report_mark(QuotationCheck *self, const AdrefCheckBlock *block, const Mark *mark,
                        const char *what)
{
  adref_check_add(self->text, "integrity/quotation", block, mark->at, "the mark %.*s %s",
                  (int)mark->length, block->words->str + mark->at, what);
}

/* Brackets may close a quotation once in each alternative. */
static gboolean has_brackets(QuotationCheck *self, const AdrefCheckBlock *block)
{
  if (self->brackets_of != block) {
    g_autoptr(GPtrArray) brackets = adref_node_find_all(block->node, ADREF_BRACKET);
    g_autoptr(GPtrArray) edges = adref_node_find_all(block->node, ADREF_BRACKET_EDGE);
    self->has_brackets = brackets->len + edges->len > 0;
    self->brackets_of = block;
  }
  return self->has_brackets;
}

/* Takes what is above `depth` from the stack; a quotation inside of one that ends has no end. */
static void pop(QuotationCheck *self, guint depth)
{
  const Opened *inner = &self->stack[depth + 1];
  if (depth + 1 < self->depth && !self->unclosed && !has_brackets(self, inner->block)) {
    self->unclosed = TRUE;
    report(self, inner);
  }
  self->depth = depth;
}

/* Words that are opened in one style and closed in the other, “Plan". */
static gboolean is_mixed(const QuotationCheck *self, const Mark *mark)
{
  gunichar open = self->depth > 0 ? self->stack[self->depth - 1].open : 0;
  gboolean is_end = !is_before_quotation(mark->prev) && !is_word(mark->next);
  return is_end && ((mark->c == '"' && (open == 0x201C || open == 0x201E || open == 0xAB)) ||
                    (open == '"' && (mark->c == 0x201D || mark->c == 0xBB)));
}

/* Whether a quotation is set apart, so that it may have several paragraphs: it begins one, or
 * stands behind a colon or comma. */
static gboolean is_set_apart(const Opened *opened)
{
  const char *words = opened->block->words->str, *before = words + opened->at;
  while (before > words && g_unichar_isspace(g_utf8_get_char(g_utf8_prev_char(before))))
    before = g_utf8_prev_char(before);
  return before == words ||
         g_utf8_strchr(":,：，、", -1, g_utf8_get_char(g_utf8_prev_char(before))) != NULL;
}

static void take_stray(QuotationCheck *self, const AdrefCheckBlock *block, const Mark *mark)
{
  if (self->pending.block && closes(self->pending.open, mark->c) && is_set_apart(&self->pending)) {
    self->pending.block = NULL;
    return;
  }
  gboolean is_sign = mark->c == 0x2019 || mark->c == 0x2018 || mark->c == '\'' ||
                     g_unichar_isdigit(mark->prev) || g_unichar_isspace(mark->prev);
  if (is_sign || self->stray || has_brackets(self, block))
    return;
  self->stray = TRUE;
  report_mark(self, block, mark, "closes a quotation that is not opened");
}

static void take(QuotationCheck *self, const AdrefCheckBlock *block, const Mark *mark)
{
  for (guint i = self->depth; can_close(mark) && i > 0; i--)
    if (closes(self->stack[i - 1].open, mark->c)) {
      pop(self, i - 1);
      return;
    }
  if (is_mixed(self, mark)) {
    self->depth--;
    if (!self->mixed)
      report_mark(self, block, mark, "closes a quotation that another kind of mark opened");
    self->mixed = TRUE;
  } else if (can_open(self, mark)) {
    if (self->depth < MAX_DEPTH)
      self->stack[self->depth++] = (Opened){mark->c, block, mark->at};
  } else if (is_closing(mark->c)) {
    take_stray(self, block, mark);
  }
}

static gboolean is_code(const AdrefCheckBlock *block, gsize at)
{
  const AdrefNode *node = adref_check_block_node(block, at);
  return node && node->type != ADREF_TEXT;
}

static void take_marks(QuotationCheck *self, const AdrefCheckBlock *block)
{
  gunichar prev = 0;
  for (const char *at = block->words->str; *at; at = g_utf8_next_char(at)) {
    const char *next = g_utf8_next_char(at);
    gunichar c = g_utf8_get_char(at);
    Mark mark = {
        c, prev, g_utf8_get_char(next), next, (gsize)(at - block->words->str), (gsize)(next - at)};
    if (is_mark(c) && !is_code(block, mark.at))
      take(self, block, &mark);
    prev = c;
  }
}

/* A paragraph of a text without markers is a clause of its own. */
static gboolean goes_on(const QuotationCheck *self, const AdrefCheckBlock *block)
{
  const AdrefNode *before = self->pending.block->clause;
  return self->age < MAX_PARAGRAPHS &&
         (before == block->clause || (before->as.clause->kind == ADREF_PLAIN &&
                                      block->clause->as.clause->kind == ADREF_PLAIN));
}

/* The quotation that is open goes on in the paragraph, or is reported. */
static void begin_block(QuotationCheck *self, const AdrefCheckBlock *block)
{
  if (!self->pending.block)
    return;
  self->age++;
  gunichar first = g_utf8_get_char(block->words->str);
  if (goes_on(self, block) && first == self->pending.open)
    self->pending.block = NULL;
  else if (!goes_on(self, block)) {
    report(self, &self->pending);
    self->pending.block = NULL;
  }
}

/* Whether a mark that closes a quotation stands behind it, in one alternative of a bracket. */
static gboolean is_closed_somewhere(QuotationCheck *self, const Opened *opened)
{
  char close[8] = {0};
  g_unichar_to_utf8(marks[row_of(opened->open)].close[0], close);
  return has_brackets(self, opened->block) &&
         strstr(opened->block->words->str + opened->at + 1, close);
}

static void check_block(QuotationCheck *self, const AdrefCheckBlock *block)
{
  begin_block(self, block);
  self->depth = 0;
  self->unclosed = self->stray = self->mixed = FALSE;
  take_marks(self, block);
  if (self->depth == 0 || self->unclosed || is_closed_somewhere(self, &self->stack[0]))
    return;
  if (self->pending.block)
    report(self, &self->pending);
  self->pending = self->stack[0];
  self->age = 0;
}

void adref_check_quotations(AdrefCheckText *text)
{
  QuotationCheck self = {.text = text,
                         .is_english = adref_language_tag_matches(text->source.language, "en")};
  for (guint i = 0; i < text->blocks->len; i++)
    check_block(&self, text->blocks->pdata[i]);
  if (self.pending.block)
    report(&self, &self.pending);
}

/* --- parentheses --- */

typedef struct {
  QuotationCheck of; /* whose brackets are known */
  gssize opened;     /* the outermost one of the paragraph; -1: none */
  gssize stray;      /* the first one of the paragraph that closes nothing; -1: none */
  guint depth;
  Opened pending; /* of the paragraph before */
} ParenthesisCheck;

/* Whether the words before a ")" are a label, "a)", "iv)", "12)", or a mark of a note, "*)", "²)".
 */
static gboolean is_label(const char *words, gsize at)
{
  gsize start = at;
  if (at == 0)
    return FALSE;
  gunichar before = g_utf8_get_char(g_utf8_prev_char(words + at));
  while (start > 0 && at - start <= 4 && g_ascii_isalnum(words[start - 1]))
    start--;
  gsize length = at - start;
  gboolean is_word = length > 0 && (start == 0 || strchr(" \x1d", words[start - 1]));
  gboolean is_count = length == 1 ||
                      (length <= 3 && strspn(words + start, "0123456789") == length) ||
                      (length <= 4 && strspn(words + start, "ivxIVX") == length);
  return before == '*' || g_unichar_type(before) == G_UNICODE_OTHER_NUMBER || (is_word && is_count);
}

static void take_parenthesis(ParenthesisCheck *self, const AdrefCheckBlock *block, gsize at,
                             gboolean opens)
{
  if (opens && self->depth++ == 0)
    self->opened = (gssize)at;
  if (opens)
    return;
  if (self->depth > 0)
    self->depth--;
  else if (self->stray < 0 && !is_label(block->words->str, at))
    self->stray = (gssize)at;
}

static void report_parenthesis(ParenthesisCheck *self, const AdrefCheckBlock *block, gsize at,
                               const char *what)
{
  adref_check_add(self->of.text, "integrity/parenthesis", block, at, "%s", what);
}

static void end_pending(ParenthesisCheck *self)
{
  if (self->pending.block)
    report_parenthesis(self, self->pending.block, self->pending.at,
                       "the parenthesis is opened and not closed");
  self->pending.block = NULL;
}

static void end_parentheses(ParenthesisCheck *self, const AdrefCheckBlock *block)
{
  const char *words = block->words->str;
  if (self->stray >= 0 && self->pending.block)
    self->pending.block = NULL; /* it has two paragraphs */
  else if (self->stray >= 0 && !has_brackets(&self->of, block))
    report_parenthesis(self, block, (gsize)self->stray, "the parenthesis is closed and not opened");
  end_pending(self);
  if (self->depth > 0 && (!has_brackets(&self->of, block) || !strchr(words + self->opened, ')')))
    self->pending = (Opened){'(', block, (gsize)self->opened};
}

void adref_check_parentheses(AdrefCheckText *text)
{
  ParenthesisCheck self = {.of = {.text = text}};
  for (guint i = 0; i < text->blocks->len; i++) {
    const AdrefCheckBlock *block = text->blocks->pdata[i];
    self.opened = self.stray = -1;
    self.depth = 0;
    for (const char *at = block->words->str; *at; at = g_utf8_next_char(at)) {
      gunichar c = g_utf8_get_char(at);
      gsize offset = (gsize)(at - block->words->str);
      if ((c == '(' || c == ')' || c == 0xFF08 || c == 0xFF09) && !is_code(block, offset))
        take_parenthesis(&self, block, offset, c == '(' || c == 0xFF08);
    }
    end_parentheses(&self, block);
  }
  end_pending(&self);
}
