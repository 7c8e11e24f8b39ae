#include "merge/tally.h"

#include <string.h>

typedef struct {
  AdrefCutter *cutter;
  GArray *pieces;
  GString *old, *new; /* the words of both texts, in one case, a line each */
  guint deleted, inserted;
  gboolean marked, substance;
} Tally;

/* Words that stand in both texts are compared only when there are others. */
static void add_word(Tally *self, const char *word, gsize length, AdrefMark mark)
{
  g_autofree char *folded = g_utf8_casefold(word, (gssize)length);
  if (mark != ADREF_INSERTED)
    g_string_append_printf(self->old, "%s\n", folded);
  if (mark != ADREF_DELETED)
    g_string_append_printf(self->new, "%s\n", folded);
}

static void add_words(Tally *self, const AdrefNode *node)
{
  g_array_set_size(self->pieces, 0);
  adref_cutter_cut(self->cutter, node->text, node->length, self->pieces);
  for (guint i = 0; i < self->pieces->len; i++) {
    const AdrefPiece *piece = &g_array_index(self->pieces, AdrefPiece, i);
    if (!piece->word)
      continue;
    self->deleted += node->mark == ADREF_DELETED ? 1 : 0;
    self->inserted += node->mark == ADREF_INSERTED ? 1 : 0;
    if (!self->substance)
      add_word(self, node->text + piece->start, piece->length, node->mark);
  }
}

/* Whether a mark on such a node is more than spelling. */
static gboolean is_substance(const AdrefNode *node)
{
  switch (node->type) {
  case ADREF_HEADING:
  case ADREF_CODE_BLOCK:
  case ADREF_HTML:
  case ADREF_NOTE:
  case ADREF_LINK:
  case ADREF_IMAGE:
  case ADREF_FOOTNOTE:
  case ADREF_BRACKET:
  case ADREF_ALTERNATIVE:
  case ADREF_EDGE:
  case ADREF_AD_REF: return TRUE;
  case ADREF_LIST:
    return node->mark == ADREF_WRAPPED && node->first && node->first->type == ADREF_LIST &&
           (node->as.list.ordered != node->first->as.list.ordered ||
            node->as.list.start != node->first->as.list.start);
  case ADREF_DOCUMENT:
  case ADREF_CLAUSE:
  case ADREF_PARAGRAPH:
  case ADREF_ITEM:
  case ADREF_QUOTE:
  case ADREF_RULE:
  case ADREF_COMMENT:
  case ADREF_TEXT:
  case ADREF_LINE_BREAK:
  case ADREF_ROW_BREAK:
  case ADREF_CODE:
  case ADREF_EMPH:
  case ADREF_STRONG: return FALSE;
  }
  return FALSE;
}

/* Marks alone tell that words changed, in most clauses: then no word that stayed is looked at. */
static void look_at_marks(Tally *self, const AdrefNode *clause)
{
  AdrefWalk walk = adref_walk(clause);
  adref_walk_next(&walk);
  while (adref_walk_next(&walk)) {
    const AdrefNode *node = walk.node;
    if (!walk.entering || node == clause || node->mark == ADREF_KEPT)
      continue;
    self->marked = TRUE;
    self->substance = self->substance || is_substance(node);
  }
}

static gboolean holds_words(const AdrefNode *node)
{
  return node->type == ADREF_TEXT || node->type == ADREF_CODE || node->type == ADREF_CODE_BLOCK;
}

static void count_words(Tally *self, const AdrefNode *clause)
{
  AdrefWalk walk = adref_walk(clause);
  while (adref_walk_next(&walk)) {
    const AdrefNode *node = walk.node;
    if (walk.entering && holds_words(node) && (!self->substance || node->mark != ADREF_KEPT))
      add_words(self, node);
  }
}

AdrefTally adref_tally(AdrefCutter *cutter, const AdrefNode *clause, guint *deleted,
                       guint *inserted)
{
  Tally tally = {.cutter = cutter};
  look_at_marks(&tally, clause);
  tally.pieces = g_array_new(FALSE, FALSE, sizeof(AdrefPiece));
  tally.old = g_string_new(NULL);
  tally.new = g_string_new(NULL);
  if (tally.marked)
    count_words(&tally, clause);
  *deleted = tally.deleted;
  *inserted = tally.inserted;
  gboolean words = tally.substance || !g_string_equal(tally.old, tally.new);
  g_array_unref(tally.pieces);
  g_string_free(tally.old, TRUE);
  g_string_free(tally.new, TRUE);
  if (!tally.marked)
    return ADREF_TALLY_NOTHING;
  return words ? ADREF_TALLY_WORDS : ADREF_TALLY_EDITORIAL;
}
