#include "clause/brackets/bracket.h"

#include <string.h>

#include "base/error.h"
#include "base/pattern.h"
#include "clause/brackets/position.h"
#include "clause/cmark_inlines.h"
#include "clause/nfc.h"
#include "clause/preprocess.h"

enum {
  MAX_LISTED_GROUPS = 20, /* positions behind a list are looked for in so many */
};

static AdrefNode *only_text(const AdrefNode *alternative)
{
  AdrefNode *first = alternative->first;
  return first && first == alternative->last && first->type == ADREF_TEXT ? first : NULL;
}

/* Keeps the bytes from start to end of a TEXT; frees the TEXT if none are left. */
static void cut(AdrefNode *text, gsize start, gsize end)
{
  if (start >= end) {
    adref_node_free(text);
    return;
  }
  if (start > 0)
    memmove(text->text, text->text + start, end - start);
  text->length = end - start;
  text->text[text->length] = '\0';
}

/* --- alternatives: "a / b" --- */

/* Whether a slash at the end of a TEXT is at the end of its alternative or of its line. */
static gboolean ends_line(const AdrefNode *sibling)
{
  return !sibling || sibling->type == ADREF_LINE_BREAK;
}

/* The offset of the last slash in a TEXT that separates alternatives: on both sides it has white
 * space or the end of the alternative. -1: there is none. */
static gssize find_separator(const AdrefNode *text)
{
  for (gsize at = text->length; at-- > 0;) {
    if (text->text[at] != '/')
      continue;
    gboolean left = at > 0 ? text->text[at - 1] == ' ' : ends_line(text->prev);
    gboolean right = at + 1 < text->length ? text->text[at + 1] == ' ' : ends_line(text->next);
    if (left && right)
      return (gssize)at;
  }
  return -1;
}

/* Moves the words behind the slash, and the later siblings, into a new alternative right behind the
 * first one. Returns the sibling in which to search for the next slash: the TEXT, or the sibling
 * before it if nothing of the TEXT is left. */
static AdrefNode *split_alternative(AdrefNode *text, gsize slash)
{
  AdrefNode *first = text->parent, *before = text->prev;
  AdrefNode *alternative = adref_node_new(ADREF_ALTERNATIVE);
  gsize rest = MIN(slash + 2, text->length);
  if (rest < text->length) {
    AdrefNode *words =
        adref_node_new_text(ADREF_TEXT, text->text + rest, (gssize)(text->length - rest));
    words->as.literal = text->as.literal;
    text->as.literal = FALSE;
    adref_node_append(alternative, words);
  }
  while (text->next) {
    AdrefNode *moved = text->next;
    adref_node_unlink(moved);
    adref_node_append(alternative, moved);
  }
  if (first->next)
    adref_node_insert_before(first->next, alternative);
  else
    adref_node_append(first->parent, alternative);
  gboolean lasts = slash > 1;
  cut(text, 0, lasts ? slash - 1 : 0);
  return lasts ? text : before;
}

/* From the last slash to the first, so that each word and each sibling is moved once. */
static void split_alternatives(AdrefNode *bracket)
{
  AdrefNode *child = bracket->first->last;
  while (child) {
    gssize slash = child->type == ADREF_TEXT ? find_separator(child) : -1;
    child = slash < 0 ? child->prev : split_alternative(child, (gsize)slash);
  }
}

/* --- positions: " - JPN", " (JPN)" or ": JPN" behind, "JPN: " before --- */

/* The length of the dash at p (hyphen, en dash, em dash), or 0. *escaped: it was written \-. */
static gsize dash_length(const char *p, gboolean *escaped)
{
  *escaped = (guchar)*p == ADREF_ESCAPED_DASH;
  if (*p == '-' || *escaped)
    return 1;
  if ((guchar)*p != 0xE2) /* the first byte of both dashes */
    return 0;
  if (strncmp(p, "\u2013", 3) == 0 || strncmp(p, "\u2014", 3) == 0)
    return 3;
  return 0;
}

typedef struct {
  gsize dash; /* the offset of the dash */
  GPtrArray *groups;
  gboolean stop;
  gboolean escaped;
} PositionTail;

static gboolean has_escapes(const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if ((guchar)text[i] >= ADREF_ESCAPED_SLASH)
      return TRUE;
  return FALSE;
}

/* The positions in a part of a text. *escaped is set if one of its characters is escaped: then the
 * part is words. */
static GPtrArray *read_positions(const AdrefBrackets *self, const char *text, gsize length,
                                 gboolean *stop, gboolean *escaped)
{
  if (!has_escapes(text, length))
    return adref_positions_read(text, length, self->parties, stop);
  g_autofree char *plain = g_strndup(text, length);
  adref_cmark_inlines_unescape(plain, length);
  *escaped = TRUE;
  return adref_positions_read(plain, length, self->parties, stop);
}

/* Searches a TEXT for the last dash, and reads the positions behind it. `first`: nothing stands
 * before the TEXT, so the dash may be its first character. FALSE: there are no positions. */
static gboolean find_tail(const AdrefBrackets *self, const AdrefNode *text, gboolean first,
                          PositionTail *tail)
{
  for (gsize at = text->length; at-- > 0;) {
    gsize length = dash_length(text->text + at, &tail->escaped);
    if (length == 0 || (at == 0 ? !first : text->text[at - 1] != ' '))
      continue;
    tail->dash = at;
    tail->groups = read_positions(self, text->text + at + length, text->length - at - length,
                                  &tail->stop, &tail->escaped);
    if (length > 1)
      tail->escaped = FALSE; /* only a hyphen can be escaped */
    return tail->groups != NULL;
  }
  return FALSE;
}

/* Removes positions from the end of a TEXT and returns them; NULL: there are none. The TEXT may be
 * freed. If the words that are left look like positions because of an escape, `literal` of the TEXT
 * says that they are words. */
static GPtrArray *take_tail(const AdrefBrackets *self, AdrefNode *text, gboolean first,
                            gboolean *stop)
{
  GPtrArray *groups = NULL;
  PositionTail tail;
  while (find_tail(self, text, first, &tail)) {
    if (tail.escaped || groups) {
      text->as.literal = tail.escaped;
      g_ptr_array_unref(tail.groups);
      break;
    }
    groups = tail.groups;
    *stop = tail.stop;
    gboolean gone = tail.dash <= 1;
    cut(text, 0, gone ? 0 : tail.dash - 1);
    if (gone)
      break;
  }
  return groups;
}

/* The colon behind the parties at the start of a TEXT, or NULL. */
static char *prefix_colon(const AdrefNode *text)
{
  static const char colons[] = {':', (char)ADREF_ESCAPED_COLON, '\0'};
  char *colon = strpbrk(text->text, colons);
  if (!colon)
    return NULL;
  g_autofree char *prefix = g_strndup(text->text, (gsize)(colon - text->text));
  adref_cmark_inlines_unescape(prefix, strlen(prefix));
  return adref_position_is_codes(prefix, strlen(prefix), TRUE) ? colon : NULL;
}

static GPtrArray *take_prefix(const AdrefBrackets *self, AdrefNode *text, gboolean *stop)
{
  char *colon = prefix_colon(text);
  if (!colon)
    return NULL;
  gsize length = (gsize)(colon - text->text);
  gboolean escaped = (guchar)*colon == ADREF_ESCAPED_COLON;
  GPtrArray *groups = read_positions(self, text->text, length, stop, &escaped);
  if (groups && escaped) {
    g_ptr_array_unref(groups);
    text->as.literal = TRUE;
    return NULL;
  }
  if (groups)
    cut(text, length + 1 + (colon[1] == ' '), text->length);
  return groups;
}

/* Removes "(JPN)" or ": JPN" from the end of a TEXT, and returns the positions. Files without a
 * registry of parties have none: each abbreviation would be one. */
static GPtrArray *take_end(const AdrefBrackets *self, AdrefNode *text, gboolean *stop)
{
  AdrefPositionEnd end;
  if (!self->parties ||
      !adref_position_find_end(text->text, text->length, (char)ADREF_ESCAPED_PARENTHESIS,
                               (char)ADREF_ESCAPED_COLON, &end))
    return NULL;
  gboolean escaped = (guchar)text->text[end.mark] >= ADREF_ESCAPED_SLASH;
  GPtrArray *groups =
      read_positions(self, text->text + end.start, end.end - end.start, stop, &escaped);
  if (!groups)
    return NULL;
  if (escaped) {
    g_ptr_array_unref(groups);
    text->as.literal = TRUE;
    return NULL;
  }
  *stop = memchr(text->text + end.end, '.', text->length - end.end) != NULL;
  cut(text, 0, end.words);
  PositionTail tail;
  if (find_tail(self, text, FALSE, &tail)) {
    text->as.literal = tail.escaped;
    g_ptr_array_unref(tail.groups);
  }
  return groups;
}

/* Where " - XYZ" ends an alternative and XYZ is no party, its words are probably a position with a
 * slip. Files without a registry of parties have no unknown ones. */
static void check_tail(const AdrefBrackets *self, const AdrefNode *bracket, const AdrefNode *text)
{
  gboolean escaped;
  for (gsize at = text->length; self->parties && at-- > 1;) {
    gsize length = dash_length(text->text + at, &escaped);
    if (length == 0 || escaped || text->text[at - 1] != ' ')
      continue;
    const char *tail = text->text + at + length;
    tail += strspn(tail, " ");
    if (!adref_position_is_codes(tail, strlen(tail), FALSE))
      return;
    g_autofree char *near = adref_position_nearest(tail, self->parties);
    adref_problem_hint(self->problems, bracket->line, bracket->column,
                       "\"- %s\" is read as words: no party of the registry is called so%s%s%s",
                       tail, near ? "; did you mean " : "", near ? near : "", near ? "?" : "");
    adref_problems_set_rule(self->problems, "unknown-party");
    return;
  }
}

/* The position of the last semicolon in the first bytes of a text, or NULL. */
static const char *last_semicolon(const char *text, gsize length)
{
  while (length > 0)
    if (text[--length] == ';')
      return text + length;
  return NULL;
}

/* The positions that end a TEXT behind a semicolon, "THA delete", as many of them as there are,
 * when one has a verb: names without a verb are a list. NULL: there are none. */
static const char *verbs_behind_semicolon(const AdrefBrackets *self, const AdrefNode *text)
{
  const char *end = text->text + text->length, *found = NULL,
             *semicolon = last_semicolon(text->text, text->length);
  gboolean verbs = FALSE;
  for (guint i = 0; semicolon && i < MAX_LISTED_GROUPS; i++) {
    const char *tail = semicolon + 1 + strspn(semicolon + 1, " ");
    gboolean stop, escaped = FALSE;
    g_autoptr(GPtrArray) groups = read_positions(self, tail, (gsize)(end - tail), &stop, &escaped);
    if (!groups || escaped)
      break;
    found = tail;
    for (guint j = 0; j < groups->len; j++)
      verbs |= ((AdrefPosition *)groups->pdata[j])->verb != ADREF_POSITION_SUPPORT;
    semicolon = last_semicolon(text->text, (gsize)(semicolon - text->text));
  }
  return verbs ? found : NULL;
}

/* Where "; XYZ delete" ends an alternative without a dash before it, "[twice; THA delete]", its
 * words are probably a base with positions. */
static gboolean check_list(const AdrefBrackets *self, const AdrefNode *bracket,
                           const AdrefNode *text)
{
  const char *tail = verbs_behind_semicolon(self, text);
  if (!tail)
    return FALSE;
  adref_problem_hint(self->problems, bracket->line, bracket->column,
                     "\"; %s\" is read as words: a dash stands before the first position; write "
                     "\" - %s\"",
                     tail, tail);
  adref_problems_set_rule(self->problems, "suspected-position");
  return TRUE;
}

static void take_positions(const AdrefBrackets *self, AdrefNode *alternative)
{
  AdrefNode *last = alternative->last, *first = alternative->first;
  GPtrArray *groups = NULL;
  gboolean stop = FALSE;
  if (last && last->type == ADREF_TEXT)
    groups = take_tail(self, last, last == first, &stop);
  if (!groups && last && last->type == ADREF_TEXT && last == alternative->last)
    groups = take_end(self, last, &stop);
  first = alternative->first;
  if (!groups && first && first->type == ADREF_TEXT)
    groups = take_prefix(self, first, &stop);
  if (!groups && last && last->type == ADREF_TEXT && last == alternative->last)
    if (!check_list(self, alternative->parent, last))
      check_tail(self, alternative->parent, last);
  alternative->as.positions.groups = groups;
  alternative->as.positions.stop = stop;
}

/* Removes the white space between alternatives and before positions, and line breaks there: it has
 * no meaning. */
static void trim_alternative(AdrefNode *alternative)
{
  while (alternative->as.positions.groups && alternative->last &&
         alternative->last->type == ADREF_LINE_BREAK)
    adref_node_free(alternative->last);
  AdrefNode *first = alternative->first;
  if (alternative->prev && first && first->type == ADREF_TEXT && first->text[0] == ' ')
    cut(first, 1, first->length);
  AdrefNode *last = alternative->last;
  gboolean ends = alternative->next || alternative->as.positions.groups;
  if (ends && last && last->type == ADREF_TEXT && last->length > 0 &&
      last->text[last->length - 1] == ' ')
    cut(last, 0, last->length - 1);
}

/* --- kinds of brackets --- */

static gboolean is_footnote(const AdrefNode *text)
{
  return text->length >= 2 && text->text[0] == '^' &&
         adref_footnote_label_length(text->text + 1) == text->length - 1;
}

static gboolean is_agreed(const AdrefNode *text)
{
  return g_ascii_strcasecmp(text->text, "Agreed ad ref") == 0;
}

static gboolean is_placeholder(const AdrefNode *node)
{
  g_autofree char *text = g_strdup(node->text);
  adref_cmark_inlines_unescape(text, node->length);
  static AdrefPattern *pattern = NULL;
  static gsize once = 0;
  if (g_once_init_enter(&once)) {
    pattern = adref_pattern_new(
        "^ *(?:placeholder\\b|tb[cd]\\b|\\.\\.\\. *$|\\x{2026} *$)"
        "|\\bto be (?:inserted|added|supplied|completed|determined|confirmed|drafted)\\b",
        TRUE, NULL);
    g_once_init_leave(&once, 1);
  }
  return adref_pattern_find(pattern, text, node->length, 0, NULL, NULL) == ADREF_PATTERN_MATCH_YES;
}

/* Makes a footnote mark, an agreement mark or a placeholder of a bracket that contains one TEXT. */
static void classify(AdrefBrackets *self, AdrefNode *bracket)
{
  AdrefNode *text = only_text(bracket->first);
  if (bracket->first->next || !text || bracket->first->as.positions.groups)
    return;
  if (is_footnote(text)) {
    bracket->type = ADREF_FOOTNOTE;
    adref_node_take_text(bracket, g_strdup(text->text + 1), text->length - 1);
    adref_nfc_node(bracket);
    adref_node_free(bracket->first);
  } else if (is_agreed(text)) {
    bracket->type = ADREF_AD_REF;
    self->agreed = TRUE;
    adref_node_free(bracket->first);
  } else {
    bracket->as.placeholder = is_placeholder(text);
  }
}

/* The bracket before this one if only white space stands between them, or NULL. */
static AdrefNode *neighbour(const AdrefNode *bracket)
{
  AdrefNode *left = bracket->prev;
  if (left && left->type == ADREF_TEXT && left->length == 1 && left->text[0] == ' ')
    left = left->prev;
  return left && left->type == ADREF_BRACKET && !left->as.placeholder ? left : NULL;
}

/* Joins "[may] [shall]" into one bracket with two alternatives. */
static AdrefNode *merge_neighbours(AdrefNode *bracket)
{
  AdrefNode *left =
      bracket->type == ADREF_BRACKET && !bracket->as.placeholder ? neighbour(bracket) : NULL;
  if (!left)
    return bracket;
  if (left->next != bracket)
    adref_node_free(left->next);
  AdrefNode *seam = left->last;
  while (bracket->first) {
    AdrefNode *alternative = bracket->first;
    adref_node_unlink(alternative);
    adref_node_append(left, alternative);
  }
  adref_node_free(bracket);
  trim_alternative(seam);
  trim_alternative(seam->next);
  return left;
}

/* --- how brackets were read --- */

static char *alternative_words(const AdrefNode *bracket)
{
  guint alternatives = 0, attributed = 0;
  for (const AdrefNode *each = bracket->first; each; each = each->next) {
    alternatives++;
    attributed += each->as.positions.groups != NULL;
  }
  const char *of = attributed == 0 ? "of no party" : "with positions";
  return alternatives == 1 ? g_strdup_printf("open: words %s", of)
                           : g_strdup_printf("open: %u alternatives %s", alternatives, of);
}

/* Says how a bracket was read, before it is joined with the one before it. */
static void explain(const AdrefBrackets *self, const AdrefNode *bracket)
{
  if (!self->readings)
    return;
  g_autofree char *words = NULL;
  if (bracket->type == ADREF_FOOTNOTE)
    words = g_strdup("the mark of a footnote");
  else if (bracket->type == ADREF_AD_REF)
    words = g_strdup("an agreement mark at the end of a paragraph; elsewhere open words");
  else if (bracket->as.placeholder)
    words = g_strdup("a placeholder for words to come");
  else
    words = alternative_words(bracket);
  gboolean joined =
      bracket->type == ADREF_BRACKET && !bracket->as.placeholder && neighbour(bracket);
  adref_problem(self->readings, bracket->line, bracket->column, "%s%s", words,
                joined ? "; an alternative to the bracket before it" : "");
}

static void explain_partners(const AdrefBrackets *self, const AdrefNode *open,
                             const AdrefNode *close)
{
  adref_problem(self->readings, open->line, open->column,
                "open: the words up to line %u, column %u%s", close->line, close->column,
                close->as.edge.groups ? "; with positions" : "");
}

/* --- pairing --- */

/* Replaces two edges with the same parent, and the nodes between them, by a BRACKET. */
static void wrap(AdrefBrackets *self, AdrefNode *open, AdrefNode *close)
{
  AdrefNode *bracket = adref_node_new(ADREF_BRACKET);
  AdrefNode *alternative = adref_node_new(ADREF_ALTERNATIVE);
  bracket->line = open->line;
  bracket->column = open->column;
  adref_node_insert_before(open, bracket);
  adref_node_append(bracket, alternative);
  while (open->next != close) {
    AdrefNode *moved = open->next;
    adref_node_unlink(moved);
    adref_node_append(alternative, moved);
  }
  adref_node_free(open);
  adref_node_free(close);
  split_alternatives(bracket);
  for (AdrefNode *each = bracket->first; each; each = each->next) {
    take_positions(self, each);
    trim_alternative(each);
  }
  classify(self, bracket);
  explain(self, bracket);
  merge_neighbours(bracket);
}

/* A bracket does not leave its cell. */
static void report_in_cell(const AdrefBrackets *self, const GPtrArray *edges)
{
  for (guint i = 0; i < edges->len; i++) {
    const AdrefNode *edge = edges->pdata[i];
    adref_problem(self->problems, edge->line, edge->column,
                  "a \"%s\" without its \"%s\" in the same cell; kept as it stands",
                  edge->as.edge.opens ? "[" : "]", edge->as.edge.opens ? "]" : "[");
    adref_problems_set_rule(self->problems, "bracket");
  }
}

static void make_partners(const AdrefBrackets *self, AdrefNode *open, AdrefNode *close)
{
  open->as.edge.partner = close;
  close->as.edge.partner = open;
  AdrefNode *before = close->prev;
  if (before && before->type == ADREF_TEXT)
    close->as.edge.groups = take_tail(self, before, FALSE, &close->as.edge.stop);
  explain_partners(self, open, close);
}

/* Only an agreement mark at the end of a paragraph is one; elsewhere it becomes an ordinary
 * bracket.
 */
static void place_agreed(AdrefNode *block)
{
  AdrefNode *mark = block->last;
  while (mark && (mark->type == ADREF_NOTE || mark->type == ADREF_COMMENT ||
                  (mark->type == ADREF_TEXT && strcmp(mark->text, " ") == 0)))
    mark = mark->prev;
  if (mark && mark->type == ADREF_AD_REF) {
    AdrefNode *before = mark->prev;
    if (before && before->type == ADREF_TEXT && g_str_has_suffix(before->text, " "))
      cut(before, 0, before->length - 1);
  }
  AdrefWalk walk = adref_walk(block);
  while (adref_walk_next(&walk)) {
    AdrefNode *node = walk.node;
    if (!walk.entering || node->type != ADREF_AD_REF || (node == mark && node->parent == block))
      continue;
    AdrefNode *alternative = adref_node_new(ADREF_ALTERNATIVE);
    adref_node_append(alternative, adref_node_new_text(ADREF_TEXT, "Agreed ad ref", -1));
    node->type = ADREF_BRACKET;
    node->as.placeholder = FALSE;
    adref_node_append(node, alternative);
  }
}

void adref_brackets_init(AdrefBrackets *self, GHashTable *parties, GPtrArray *problems)
{
  *self = (AdrefBrackets){.parties = parties, .problems = problems};
  self->edges = g_ptr_array_new();
  self->stack = g_ptr_array_new();
  self->alone = g_ptr_array_new();
}

void adref_brackets_pair(AdrefBrackets *self, AdrefNode *block, const GPtrArray *edges)
{
  GPtrArray *stack = self->stack;
  self->agreed = FALSE;
  for (guint i = 0; i < edges->len; i++) {
    AdrefNode *edge = edges->pdata[i];
    if (edge->as.edge.opens || stack->len == 0) {
      g_ptr_array_add(edge->as.edge.opens ? stack : self->alone, edge);
      continue;
    }
    AdrefNode *open = g_ptr_array_steal_index(stack, stack->len - 1);
    if (open->parent == edge->parent)
      wrap(self, open, edge);
    else
      make_partners(self, open, edge);
  }
  if (block->type == ADREF_TABLE_CELL) {
    report_in_cell(self, self->alone);
    report_in_cell(self, stack);
  } else {
    g_ptr_array_extend(self->edges, self->alone, NULL, NULL);
    g_ptr_array_extend(self->edges, stack, NULL, NULL);
  }
  g_ptr_array_set_size(self->alone, 0);
  g_ptr_array_set_size(stack, 0);
  if (self->agreed)
    place_agreed(block);
}

static void report_alone(const AdrefBrackets *self, const AdrefNode *edge)
{
  const char *words = edge->as.edge.opens ? "a \"[\" without its \"]\"; kept as it stands"
                                          : "a \"]\" without its \"[\"; kept as it stands";
  adref_problem(self->problems, edge->line, edge->column, "%s", words);
  adref_problems_set_rule(self->problems, "bracket");
  adref_problem(self->readings, edge->line, edge->column, "%s", words);
}

void adref_brackets_end(AdrefBrackets *self)
{
  GPtrArray *stack = self->stack;
  for (guint i = 0; i < self->edges->len; i++) {
    AdrefNode *edge = self->edges->pdata[i];
    if (edge->as.edge.opens)
      g_ptr_array_add(stack, edge);
    else if (stack->len > 0)
      make_partners(self, g_ptr_array_steal_index(stack, stack->len - 1), edge);
    else
      report_alone(self, edge);
  }
  for (guint i = 0; i < stack->len; i++)
    report_alone(self, stack->pdata[i]);
  g_ptr_array_unref(self->edges);
  g_ptr_array_unref(self->stack);
  g_ptr_array_unref(self->alone);
}
