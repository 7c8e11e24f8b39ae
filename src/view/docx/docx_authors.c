#include "merge/nonspace.h"
#include "view/docx/docx_private.h"

/* The authors of the characters of a node. */
typedef struct {
  AdrefNonspaceNode nonspace;
  const guint8 *authors;
} PlacedWords;

/* The mark of a node: its own, or that of what it stands in. */
static AdrefChangeMark mark_of(const AdrefNode *node, const AdrefNode *clause, AdrefChangeMark mark)
{
  for (; mark == ADREF_KEPT && node != clause; node = node->parent)
    if (node->mark == ADREF_DELETED || node->mark == ADREF_INSERTED)
      return node->mark;
  return mark;
}

AdrefDocxPlace adref_docx_place_authors(AdrefDocx *out, const AdrefNode *clause,
                                        AdrefChangeMark mark, AdrefDocxPlace place)
{
  const AdrefDocxAuthors *authors = out->authors;
  AdrefNonspaceNode nonspace;
  AdrefNonspaceWalk walk = adref_nonspace_walk(clause);
  g_clear_pointer(&out->placed, g_hash_table_unref);
  out->author = &authors->whole;
  if (!authors->old)
    return place;
  out->placed = g_hash_table_new_full(NULL, NULL, NULL, g_free);
  while (adref_nonspace_next(&walk, &nonspace)) {
    AdrefChangeMark own = mark_of(nonspace.node, clause, mark);
    guint length = adref_nonspace_count(&nonspace, 0, nonspace.node->length);
    PlacedWords words = {nonspace, own == ADREF_DELETED ? authors->old + place.old
                                                        : authors->new + place.new};
    place.old += own == ADREF_INSERTED ? 0 : length;
    place.new += own == ADREF_DELETED ? 0 : length;
    if (own != ADREF_KEPT && length > 0)
      g_hash_table_insert(out->placed, (gpointer)(guintptr)nonspace.node,
                          g_memdup2(&words, sizeof words));
  }
  return place;
}

void adref_docx_choose_author(AdrefDocx *out, const AdrefNode *node)
{
  if (!out->authors)
    return;
  out->author = &out->authors->whole;
  AdrefWalk walk = adref_walk(node);
  while (out->placed && adref_walk_next(&walk)) {
    const PlacedWords *words = g_hash_table_lookup(out->placed, walk.node);
    if (!words)
      continue;
    out->author = &out->authors->all[*words->authors];
    return;
  }
}

static gboolean is_space(const char *text, gsize length)
{
  while (length > 0 && text[length - 1] == ' ')
    length--;
  return length == 0;
}

gsize adref_docx_take_author(AdrefDocx *out, const char *text, gsize length)
{
  if (!out->placed || !out->words || out->mark == ADREF_KEPT)
    return length;
  const PlacedWords *words = g_hash_table_lookup(out->placed, out->words);
  gboolean is_of_node = text >= out->words->text && text < out->words->text + out->words->length;
  if (!words || !is_of_node) {
    if (is_of_node && out->words->next && is_space(text, length))
      adref_docx_choose_author(out, out->words->next);
    return length;
  }
  const guint8 *at =
      words->authors + adref_nonspace_count(&words->nonspace, 0, (gsize)(text - out->words->text));
  gboolean is_known = FALSE;
  for (gsize i = 0; i < length; i++) {
    if (text[i] == ' ')
      continue;
    const AdrefDocxAuthor *author = &out->authors->all[*at];
    if (is_known && author != out->author)
      return i;
    out->author = author;
    is_known = TRUE;
    if (words->nonspace.end > 0) /* with a number, which is one character */
      return length;
    at++;
  }
  return length;
}
