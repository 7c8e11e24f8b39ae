#include <string.h>

#include "review/change/bracket_event.h"
#include "review/change/clause_text_private.h"
#include "review/quote.h"

enum {
  MAX_INSTEAD = 4,       /* words that a bracket is resolved with */
  MAX_INSTEAD_BYTES = 60 /* the same in bytes */
};

static AdrefTextSide side_of_whole(const AdrefNode *node)
{
  return node->mark == ADREF_INSERTED ? ADREF_TEXT_SIDE_NEW : ADREF_TEXT_SIDE_OLD;
}

static gboolean has_changed_alternative(const AdrefNode *bracket)
{
  for (const AdrefNode *child = bracket->first; child; child = child->next)
    if (child->mark != ADREF_KEPT)
      return TRUE;
  return FALSE;
}

static guint count_words(const char *words)
{
  g_auto(GStrv) parts = g_strsplit(words, " ", MAX_INSTEAD + 2);
  return g_strv_length(parts);
}

/* A few words that stand in the place of a deleted bracket: the bracket was resolved with them. */
gboolean adref_clause_text_is_instead_of_bracket(const AdrefNode *text)
{
  const AdrefNode *before = text->prev;
  return text->type == ADREF_TEXT && text->mark == ADREF_INSERTED && before &&
         before->type == ADREF_BRACKET && before->mark == ADREF_DELETED &&
         text->length <= MAX_INSTEAD_BYTES && count_words(text->text) <= MAX_INSTEAD;
}

static char *words_instead(const AdrefNode *bracket)
{
  const AdrefNode *text = bracket->next;
  return text && adref_clause_text_is_instead_of_bracket(text)
             ? adref_quote(text->text, text->length)
             : g_strdup("");
}

/* A deleted bracket and an inserted one next to it are one change. Returns what happened. */
static AdrefShift add_bracket(AdrefClauseText *self, const AdrefNode *bracket)
{
  const AdrefNode *quoted = adref_bracket_event_quoted(bracket);
  char *old = bracket->mark == ADREF_INSERTED ? g_strdup("") : adref_quote_node(quoted, 0);
  char *new = bracket->mark == ADREF_DELETED ? words_instead(bracket) : adref_quote_node(quoted, 1);
  const AdrefNode *before = bracket->prev;
  if (bracket->mark == ADREF_INSERTED && before && before->type == ADREF_BRACKET &&
      before->mark == ADREF_DELETED && self->structural_changes->len > 0) {
    adref_clause_text_replace_new(self, new)->shift = ADREF_SHIFT_NONE;
    g_free(new);
    g_free(old);
    return ADREF_SHIFT_NONE;
  }
  AdrefShift shift = adref_bracket_event(bracket);
  adref_clause_text_add_change(self, ADREF_CHANGE_CLASS_BRACKET, old, new)->shift = shift;
  return shift;
}

/* Whether the entry of a bracket that came or went says what its words mean: of several
 * alternatives none was taken, but a few other words. */
static gboolean says_all(const AdrefNode *bracket)
{
  const AdrefNode *behind = bracket->next;
  return bracket->first && bracket->first->next && behind &&
         adref_clause_text_is_instead_of_bracket(behind);
}

static void add_bracket_range(AdrefClauseText *self, AdrefTextSide side, guint start,
                              const AdrefNode *node)
{
  AdrefWordRange range = {.start = start, .end = (guint)self->words[side]->len, .node = node};
  g_array_append_val(self->brackets[side], range);
}

/* The words of a bracket that came or went are read for what they mean; the bracket is what says
 * that they came or went. */
static void begin_bracket(AdrefClauseText *self, const AdrefNode *bracket)
{
  self->bracket = bracket;
  self->bracket_start = (guint)self->words[side_of_whole(bracket)]->len;
}

static void end_bracket(AdrefClauseText *self)
{
  add_bracket_range(self, side_of_whole(self->bracket), self->bracket_start, self->bracket);
  self->bracket = NULL;
}

/* A bracket that is settled is words. */
static gboolean add_settled(AdrefClauseText *self, const AdrefNode *bracket, const char *edge)
{
  static const AdrefChangeMark marks[] = {[ADREF_KEPT] = ADREF_KEPT,
                                          [ADREF_DELETED] = ADREF_DELETED,
                                          [ADREF_INSERTED] = ADREF_INSERTED,
                                          [ADREF_UNWRAPPED] = ADREF_DELETED,
                                          [ADREF_WRAPPED] = ADREF_INSERTED};
  if (bracket->as.settled)
    adref_clause_text_add_words(self, edge, 1, marks[bracket->mark]);
  return bracket->as.settled;
}

/* FALSE: its words are not read, since the bracket is what changed. */
gboolean adref_clause_text_enter_bracket(AdrefClauseText *self, const AdrefNode *bracket)
{
  if (add_settled(self, bracket, "["))
    return TRUE;
  if (self->bracket || adref_clause_text_is_former_state(bracket) ||
      adref_bracket_event_is_part(bracket))
    return TRUE;
  AdrefShift shift = ADREF_SHIFT_NONE;
  if (bracket->mark != ADREF_KEPT || has_changed_alternative(bracket))
    shift = add_bracket(self, bracket);
  if (!adref_clause_text_is_whole(bracket))
    return shift != ADREF_SHIFT_ALTERNATIVES_REORDERED;
  if (!says_all(bracket))
    begin_bracket(self, bracket);
  return self->bracket != NULL;
}

static char *edge_words(const AdrefNode *edge)
{
  if (edge->as.edge.opens)
    return g_strdup("[");
  if (!edge->as.edge.groups)
    return g_strdup("]");
  g_autofree char *positions = adref_positions_text(edge->as.edge.groups);
  g_autofree char *words = g_strdup_printf("- %s]", positions);
  return adref_quote(words, strlen(words));
}

/* Of a bracket that was inserted or deleted, only one end is reported. */
void adref_clause_text_add_edge(AdrefClauseText *self, const AdrefNode *edge)
{
  const AdrefNode *partner = edge->as.edge.partner;
  gboolean reported = !edge->as.edge.opens && partner && partner->mark == edge->mark;
  if (edge->mark == ADREF_KEPT || adref_clause_text_is_former_state(edge) ||
      (reported && !edge->as.edge.groups))
    return;
  gboolean of_old = edge->mark == ADREF_DELETED || edge->mark == ADREF_UNWRAPPED;
  char *words = edge_words(edge);
  char *other = adref_clause_text_has_former_state(edge) ? edge_words(edge->first) : g_strdup("");
  adref_clause_text_add_change(self, ADREF_CHANGE_CLASS_BRACKET, of_old ? words : other,
                               of_old ? other : words);
}

void adref_clause_text_leave_bracket(AdrefClauseText *self, const AdrefNode *bracket)
{
  if (bracket == self->bracket)
    end_bracket(self);
  else
    add_settled(self, bracket, "]");
}

static gboolean has_words_before(const AdrefNode *node, AdrefTextSide side)
{
  for (const AdrefNode *before = node->prev; before; before = before->prev) {
    gboolean skipped = before->type == ADREF_ALTERNATIVE && adref_clause_text_is_whole(before);
    if (!skipped && adref_text_side_has_content(side, before))
      return TRUE;
  }
  return FALSE;
}

/* Whether an alternative of a text begins here, behind words of its bracket that are read. Of
 * alternatives that begin together, one in the other, the outer one answers. */
static gboolean follows_words(const AdrefNode *alternative, AdrefTextSide side)
{
  const AdrefNode *begins = alternative;
  while (begins && begins->type == ADREF_ALTERNATIVE && !adref_text_side_has_node(side, begins))
    begins = begins->first;
  if (!begins || begins->type != ADREF_ALTERNATIVE ||
      (alternative->parent->type == ADREF_ALTERNATIVE && !alternative->prev))
    return FALSE;
  /* what only the other text has around it ends no words */
  for (const AdrefNode *node = alternative; node; node = node->parent) {
    if (has_words_before(node, side))
      return TRUE;
    if (!node->parent || node->parent->mark == ADREF_KEPT ||
        adref_text_side_has_node(side, node->parent))
      return FALSE;
  }
  return FALSE;
}

/* A newline stands between alternatives that are read, so that "[sixty / ninety]" is no number, and
 * "[shall] should" and "[shall / should]" have the same words. */
gboolean adref_clause_text_enter_alternative(AdrefClauseText *self, const AdrefNode *node)
{
  if (node->parent->as.settled)
    return TRUE;
  if (self->bracket && node->prev)
    adref_clause_text_add_words(self, "\n", 1, node->mark);
  if (adref_clause_text_is_whole(node))
    return self->bracket != NULL;
  gboolean old = follows_words(node, ADREF_TEXT_SIDE_OLD);
  gboolean new = follows_words(node, ADREF_TEXT_SIDE_NEW);
  if (old || new)
    adref_clause_text_add_words(self, "\n", 1,
                                old && new ? ADREF_KEPT
                                : old      ? ADREF_DELETED
                                           : ADREF_INSERTED);
  return TRUE;
}

void adref_clause_text_add_words_instead(AdrefClauseText *self, const AdrefNode *text)
{
  guint start = (guint)self->words[ADREF_TEXT_SIDE_NEW]->len;
  if (says_all(text->prev))
    return;
  adref_clause_text_add_words(self, text->text, text->length, text->mark);
  add_bracket_range(self, ADREF_TEXT_SIDE_NEW, start, text);
}
