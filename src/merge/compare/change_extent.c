#include "merge/compare/change_extent.h"

#include <string.h>

#include "clause/labels/enumerator.h"

typedef struct {
  AdrefWordSegmenter *segmenter;
  GArray *segments;
  GString *old, *new; /* the words of both texts in lower case, one a line */
  guint deleted, inserted;
  guint balance; /* sum of the hashes of deleted words less those of inserted words */
  gboolean marked, substance, renumbered;
} ChangeTally;

static void split_words(ChangeTally *self, const AdrefNode *node)
{
  g_array_set_size(self->segments, 0);
  adref_word_segmenter_split(self->segmenter, node->text, node->length, self->segments);
}

static guint hash_folded(const char *word)
{
  guint hash = 5381;
  for (; *word; word++)
    hash = hash * 33 + (guchar)*word;
  return hash;
}

/* The hash of a word in lower case. */
static guint hash_word(const char *word, gsize length)
{
  guint hash = 5381;
  for (gsize i = 0; i < length; i++) {
    if ((guchar)word[i] >= 0x80) {
      g_autofree char *folded = g_utf8_casefold(word, (gssize)length);
      return hash_folded(folded);
    }
    hash = hash * 33 + (guchar)g_ascii_tolower(word[i]);
  }
  return hash;
}

static void count(ChangeTally *self, const AdrefNode *node)
{
  gboolean gone = node->mark == ADREF_DELETED;
  split_words(self, node);
  for (guint i = 0; i < self->segments->len; i++) {
    const AdrefWordSegment *segment = &g_array_index(self->segments, AdrefWordSegment, i);
    if (!segment->word)
      continue;
    guint hash = self->substance ? 0 : hash_word(node->text + segment->start, segment->length);
    self->balance += gone ? hash : -hash;
    self->deleted += gone ? 1 : 0;
    self->inserted += gone ? 0 : 1;
  }
}

static void add_words(ChangeTally *self, const AdrefNode *node)
{
  split_words(self, node);
  for (guint i = 0; i < self->segments->len; i++) {
    const AdrefWordSegment *segment = &g_array_index(self->segments, AdrefWordSegment, i);
    if (!segment->word)
      continue;
    g_autofree char *folded = g_utf8_casefold(node->text + segment->start, segment->length);
    if (node->mark != ADREF_INSERTED)
      g_string_append_printf(self->old, "%s\n", folded);
    if (node->mark != ADREF_DELETED)
      g_string_append_printf(self->new, "%s\n", folded);
  }
}

/* Whether a mark on such a node is more than a change of layout. */
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
  case ADREF_BRACKET_EDGE:
  case ADREF_AD_REF: return TRUE;
  case ADREF_LIST:
    return node->mark == ADREF_WRAPPED && node->first && node->first->type == ADREF_LIST &&
           node->as.list.ordered != node->first->as.list.ordered;
  case ADREF_DOCUMENT:
  case ADREF_CLAUSE:
  case ADREF_PARAGRAPH:
  case ADREF_ITEM:
  case ADREF_QUOTE:
  case ADREF_FOOTNOTE_TEXT:
  case ADREF_RULE:
  case ADREF_TABLE:
  case ADREF_TABLE_ROW:
  case ADREF_TABLE_CELL:
  case ADREF_COMMENT:
  case ADREF_TEXT:
  case ADREF_LINE_BREAK:
  case ADREF_CODE:
  case ADREF_EMPH:
  case ADREF_STRONG:
  case ADREF_FORMAT:
  case ADREF_PASSAGE: return FALSE;
  }
  return FALSE;
}

static gboolean holds_words(const AdrefNode *node)
{
  return node->type == ADREF_TEXT || node->type == ADREF_CODE ||
         (node->type == ADREF_CODE_BLOCK && node->text);
}

static void look_at_marks(ChangeTally *self, const AdrefNode *clause)
{
  AdrefWalk walk = adref_walk(clause);
  adref_walk_next(&walk);
  while (adref_walk_next(&walk)) {
    const AdrefNode *node = walk.node;
    self->marked = self->marked || (walk.entering && adref_change_move_of(node));
    self->substance = self->substance || node->type == ADREF_PASSAGE;
    if (!walk.entering || node == clause || node->mark == ADREF_KEPT)
      continue;
    if (adref_change_is_renumbering(node) || adref_enumerator_is_marked(node)) {
      self->renumbered = TRUE;
      continue;
    }
    self->marked = TRUE;
    self->substance = self->substance || is_substance(node);
    if (holds_words(node))
      count(self, node);
  }
}

/* Only when the same words were deleted and inserted can the two texts have the same words in the
 * same order. */
static gboolean has_other_words(ChangeTally *self, const AdrefNode *clause)
{
  if (self->substance || self->deleted != self->inserted || self->balance != 0)
    return TRUE;
  self->old = g_string_new(NULL);
  self->new = g_string_new(NULL);
  AdrefWalk walk = adref_walk(clause);
  while (adref_walk_next(&walk))
    if (walk.entering && holds_words(walk.node))
      add_words(self, walk.node);
  gboolean other = !g_string_equal(self->old, self->new);
  g_string_free(self->old, TRUE);
  g_string_free(self->new, TRUE);
  return other;
}

AdrefChangeExtent adref_change_extent(AdrefWordSegmenter *segmenter, const AdrefNode *clause,
                                      guint *deleted, guint *inserted)
{
  ChangeTally tally = {.segmenter = segmenter};
  tally.segments = g_array_new(FALSE, FALSE, sizeof(AdrefWordSegment));
  tally.substance = clause->mark == ADREF_DELETED || clause->mark == ADREF_INSERTED;
  look_at_marks(&tally, clause);
  *deleted = tally.deleted;
  *inserted = tally.inserted;
  AdrefChangeExtent result =
      tally.renumbered ? ADREF_CHANGE_EXTENT_NUMBERS : ADREF_CHANGE_EXTENT_NONE;
  if (tally.marked)
    result =
        has_other_words(&tally, clause) ? ADREF_CHANGE_EXTENT_WORDS : ADREF_CHANGE_EXTENT_EDITORIAL;
  g_array_unref(tally.segments);
  return result;
}
