#include "view/criticmarkup/criticmarkup_align.h"

#include <string.h>

#include "clause/change.h"

enum {
  WINDOW = 256,       /* tokens that are searched for one word */
  MAX_LABEL = 64,     /* bytes of a footnote mark */
  NO_SPACES = 0x0E00, /* from this character on, each character is a token */
};

typedef struct {
  gsize start, length;
} Token;

/* One of the two texts of a part. */
typedef struct {
  const char *text;
  GArray *tokens; /* of Token */
  guint at;       /* the next token to compare */
  gsize done;     /* bytes before this offset belong to a hunk or are kept */
} AlignSide;

typedef struct {
  GArray *hunks;
  const AdrefCriticmarkupPiece *piece;
  AlignSide old, new;
} CriticmarkupAligner;

static gboolean is_letter(gunichar c)
{
  return c < NO_SPACES && g_unichar_isalnum(c);
}

/* The bytes of a footnote mark "[^label]" that begins here, or 0. */
static gsize footnote_length(const char *text, gsize length)
{
  if (length < 4 || text[0] != '[' || text[1] != '^')
    return 0;
  for (gsize at = 2; at < MIN(length, MAX_LABEL); at++) {
    if (text[at] == ']')
      return at > 2 ? at + 1 : 0;
    if (strchr(" \n[\\", text[at]))
      return 0;
  }
  return 0;
}

/* A word, a footnote mark, or one character. */
static gsize token_length(const char *text, gsize length)
{
  gsize at = footnote_length(text, length);
  if (at > 0)
    return at;
  while (at < length && is_letter(g_utf8_get_char(text + at)))
    at = (gsize)(g_utf8_next_char(text + at) - text);
  return at > 0 ? at : (gsize)(g_utf8_next_char(text) - text);
}

static GArray *tokens_of(const char *text, gsize from, gsize to)
{
  GArray *tokens = g_array_new(FALSE, FALSE, sizeof(Token));
  while (from < to) {
    Token token = {from, token_length(text + from, to - from)};
    g_array_append_val(tokens, token);
    from += token.length;
  }
  return tokens;
}

static const Token *token_at(const AlignSide *side, guint at)
{
  return &g_array_index(side->tokens, Token, at);
}

/* The index of the next token that is the word, or the number of tokens. */
static guint find(const AlignSide *side, const char *word, gsize length)
{
  guint last = MIN(side->tokens->len, side->at + WINDOW);
  for (guint at = side->at; at < last; at++) {
    const Token *token = token_at(side, at);
    if (token->length == length && memcmp(side->text + token->start, word, length) == 0)
      return at;
  }
  return side->tokens->len;
}

static gboolean is_word(const char *token)
{
  return g_unichar_isalnum(g_utf8_get_char(token));
}

static gsize common_start(const char *a, const char *b, gsize most)
{
  gsize n = 0;
  while (n < most && a[n] == b[n])
    n++;
  while (n > 0 && n < most && ((guchar)a[n] & 0xC0) == 0x80)
    n--;
  return n;
}

static gsize common_end(const char *a_end, const char *b_end, gsize most)
{
  gsize n = 0;
  while (n < most && a_end[-1 - (gssize)n] == b_end[-1 - (gssize)n])
    n++;
  while (n > 0 && ((guchar)a_end[-(gssize)n] & 0xC0) == 0x80)
    n--;
  return n;
}

/* Whether the sign at this place stands between two digits: "5,000". */
static gboolean is_separator(const char *text, gsize at, gsize from, gsize to)
{
  return at > from && at + 1 < to && strchr(".,", text[at]) && g_ascii_isdigit(text[at - 1]) &&
         g_ascii_isdigit(text[at + 1]);
}

/* Whether a border is behind the sign or point that a number begins with: "-5", ".5". */
static gboolean is_behind_sign(const char *text, gsize at)
{
  if (at == 0 || !g_ascii_isdigit(text[at]))
    return FALSE;
  const char *sign = g_utf8_find_prev_char(text, text + at);
  gunichar c = g_utf8_get_char(sign);
  const char *before = sign > text ? g_utf8_find_prev_char(text, sign) : NULL;
  return (c == '-' || c == '+' || c == '.' || c == 0x2212 || c == 0xB1) &&
         (!before || !g_unichar_isalnum(g_utf8_get_char(before)));
}

/* Whether a border is within a footnote mark. */
static gboolean is_in_footnote(const char *text, gsize at, gsize from, gsize to)
{
  for (gsize back = 1; back < MAX_LABEL && at >= from + back; back++) {
    const char *begins = text + at - back;
    if (*begins == '[')
      return footnote_length(begins, to - (gsize)(begins - text)) > back;
    if (strchr(" \n]", *begins))
      return FALSE;
  }
  return FALSE;
}

static gboolean is_in_word(gunichar c)
{
  return g_unichar_isalnum(c) || g_unichar_ismark(c);
}

/* Whether a border divides a word, a number or a footnote mark. In a script without spaces it may
 * divide a word wherever letters are on both sides: the redline says where words begin and end. */
static gboolean cuts(const char *text, gsize at, gsize from, gsize to)
{
  if (at <= from || at >= to)
    return FALSE;
  return (is_in_word(g_utf8_get_char(text + at)) &&
          is_in_word(g_utf8_get_char(g_utf8_prev_char(text + at)))) ||
         is_separator(text, at, from, to) || is_separator(text, at - 1, from, to) ||
         is_behind_sign(text, at) || is_in_footnote(text, at, from, to);
}

/* Adds what differs between two parts of the texts. */
static void add_part(CriticmarkupAligner *self, gsize old_from, gsize old_to, gsize new_from,
                     gsize new_to)
{
  const char *old = self->piece->old, *new = self->piece->new;
  gsize most = MIN(old_to - old_from, new_to - new_from);
  gsize start = common_start(old + old_from, new + new_from, most);
  while (start > 0 && (cuts(old, old_from + start, old_from, old_to) ||
                       cuts(new, new_from + start, new_from, new_to)))
    start = (gsize)(g_utf8_prev_char(old + old_from + start) - old) - old_from;
  gsize end = common_end(old + old_to, new + new_to, most - start);
  while (end > 0 &&
         (cuts(old, old_to - end, old_from, old_to) || cuts(new, new_to - end, new_from, new_to)))
    end = old_to - (gsize)(g_utf8_next_char(old + old_to - end) - old);
  AdrefCriticmarkupHunk hunk = {old_from + start, old_to - end, new_from + start, new_to - end};
  if (hunk.old < hunk.old_end || hunk.new < hunk.new_end)
    g_array_append_val(self->hunks, hunk);
}

static gsize count_lines(const char *text, gsize from, gsize to)
{
  gsize count = 0;
  for (const char *at = text + from; (at = memchr(at, '\n', (gsize)(text + to - at))); at++)
    count++;
  return count;
}

/* The offset behind the next line end, or the end. */
static gsize behind_line(const char *text, gsize from, gsize to)
{
  const char *end = memchr(text + from, '\n', to - from);
  return end ? (gsize)(end + 1 - text) : to;
}

/* Adds the difference between the last kept words and the next kept words; line by line, where both
 * have as many lines. */
static void add_hunk(CriticmarkupAligner *self, gsize old_to, gsize new_to)
{
  const char *old = self->piece->old, *new = self->piece->new;
  gsize old_at = self->old.done, new_at = self->new.done;
  gsize lines = count_lines(old, old_at, old_to);
  if (lines == count_lines(new, new_at, new_to))
    for (; lines > 0; lines--) {
      gsize old_end = behind_line(old, old_at, old_to), new_end = behind_line(new, new_at, new_to);
      add_part(self, old_at, old_end, new_at, new_end);
      old_at = old_end;
      new_at = new_end;
    }
  add_part(self, old_at, old_to, new_at, new_to);
}

static void keep(CriticmarkupAligner *self, guint old, guint new)
{
  const Token *in_old = token_at(&self->old, old), *in_new = token_at(&self->new, new);
  add_hunk(self, in_old->start, in_new->start);
  self->old.done = in_old->start + in_old->length;
  self->new.done = in_new->start + in_new->length;
  self->old.at = old + 1;
  self->new.at = new + 1;
}

static void pass(AlignSide *side, const char *word, gsize length)
{
  guint at = find(side, word, length);
  if (at < side->tokens->len)
    side->at = at + 1;
}

static void align_word(CriticmarkupAligner *self, AdrefChangeMark mark, const char *word,
                       gsize length)
{
  if (mark == ADREF_DELETED) {
    pass(&self->old, word, length);
  } else if (mark == ADREF_INSERTED) {
    pass(&self->new, word, length);
  } else {
    guint old = find(&self->old, word, length), new = find(&self->new, word, length);
    if (old < self->old.tokens->len && new < self->new.tokens->len)
      keep(self, old, new);
  }
}

/* A footnote mark that has another label now is in one text, whatever is around it. */
static AdrefChangeMark mark_of(const AdrefNode *node)
{
  if (node->type == ADREF_FOOTNOTE && node->mark == ADREF_WRAPPED)
    return ADREF_INSERTED;
  return node->type == ADREF_FOOTNOTE && node->mark == ADREF_UNWRAPPED ? ADREF_DELETED : node->mark;
}

static void align_footnote(CriticmarkupAligner *self, const AdrefNode *node)
{
  g_autofree char *word = g_strdup_printf("[^%s]", node->text);
  align_word(self, mark_of(node), word, strlen(word));
}

static void align_node(CriticmarkupAligner *self, const AdrefNode *node)
{
  for (gsize at = 0; at < node->length;) {
    gsize length = token_length(node->text + at, node->length - at);
    if (is_word(node->text + at))
      align_word(self, node->mark, node->text + at, length);
    at += length;
  }
}

static void pass_node(AlignSide *side, const AdrefNode *node)
{
  for (gsize at = 0; at < node->length;) {
    gsize length = token_length(node->text + at, node->length - at);
    if (is_word(node->text + at))
      pass(side, node->text + at, length);
    at += length;
  }
}

/* Passes the words that a block has in one of the texts. */
static void pass_words(AlignSide *side, const AdrefNode *block, AdrefChangeMark other)
{
  AdrefWalk walk = adref_walk(block);
  while (adref_walk_next(&walk)) {
    const AdrefNode *node = walk.node;
    if (!walk.entering || !node->text || node->mark == other)
      continue;
    if (node->type == ADREF_FOOTNOTE) {
      g_autofree char *word = g_strdup_printf("[^%s]", node->text);
      pass(side, word, strlen(word));
    } else {
      pass_node(side, node);
    }
  }
}

/* CriticMarkup has no moves: words that moved far are deleted and inserted. */
static void align_moved(CriticmarkupAligner *self, const AdrefNode *node,
                        const AdrefBlockMove *move)
{
  if (move->from != node)
    pass_words(&self->new, node, ADREF_DELETED);
  for (guint i = 0; move->from == node && i < move->to->len; i++)
    pass_words(&self->old, move->to->pdata[i], ADREF_INSERTED);
}

/* Passes the words of a clause that moved as a whole; FALSE when it is none. */
static gboolean pass_moved_clause(CriticmarkupAligner *self, const AdrefNode *clause)
{
  const AdrefChange *change = clause->as.clause->change;
  if (change && change->type == ADREF_CHANGE_MOVED)
    pass_words(&self->new, clause, ADREF_DELETED);
  else if (change && change->type == ADREF_CHANGE_MOVED_FROM && change->other)
    pass_words(&self->old, change->other, ADREF_INSERTED);
  else
    return FALSE;
  return TRUE;
}

static void align_clause(CriticmarkupAligner *self, const AdrefNode *clause)
{
  if (pass_moved_clause(self, clause))
    return;
  AdrefWalk walk = adref_walk(clause);
  while (adref_walk_next(&walk)) {
    const AdrefBlockMove *move = walk.entering ? adref_change_move_of(walk.node) : NULL;
    if (move && move->far && move->to->len > 0) {
      align_moved(self, walk.node, move);
      adref_walk_skip(&walk);
    } else if (walk.entering && walk.node->type == ADREF_FOOTNOTE) {
      align_footnote(self, walk.node);
    } else if (walk.entering && walk.node->text) {
      align_node(self, walk.node);
    }
  }
}

void adref_criticmarkup_align(GArray *hunks, const AdrefCriticmarkupPiece *piece,
                              const AdrefNode *first, const AdrefNode *end)
{
  CriticmarkupAligner self = {.hunks = hunks, .piece = piece};
  self.old = (AlignSide){.text = piece->old, .done = piece->old_from};
  self.new = (AlignSide){.text = piece->new, .done = piece->new_from};
  self.old.tokens = tokens_of(piece->old, piece->old_from, piece->old_to);
  self.new.tokens = tokens_of(piece->new, piece->new_from, piece->new_to);
  for (const AdrefNode *clause = first; clause != end; clause = clause->next)
    align_clause(&self, clause);
  add_hunk(&self, piece->old_to, piece->new_to);
  g_array_unref(self.old.tokens);
  g_array_unref(self.new.tokens);
}
