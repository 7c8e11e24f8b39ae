#include "work/import/plain_marks.h"

#include <string.h>

#include "clause/node_copy.h"

enum {
  MOST_MARKS = 200 /* of a clause */
};

typedef struct {
  guint total;     /* occurrences of the words */
  AdrefNode *node; /* TEXT with the one that is looked for; NULL: none */
  gsize at;        /* in it */
} Occurrences;

static gboolean is_mark(const AdrefNode *node)
{
  return adref_node_is_formatting(node) || node->type == ADREF_LINK;
}

/* Counts the words in TEXT nodes below `root`, and finds occurrence `nth`. */
static Occurrences find_words(const AdrefNode *root, const char *words, guint nth)
{
  Occurrences found = {0};
  gsize length = strlen(words);
  AdrefWalk walk = adref_walk(root);
  while (adref_walk_next(&walk)) {
    AdrefNode *node = walk.node;
    if (!walk.entering || node->type != ADREF_TEXT)
      continue;
    for (const char *at = node->text; (at = strstr(at, words)); at += length)
      if (found.total++ == nth)
        found = (Occurrences){found.total, node, (gsize)(at - node->text)};
  }
  return found;
}

/* How often the words stand in front of a mark. */
static guint count_before(const AdrefNode *root, const AdrefNode *mark, const char *words)
{
  guint count = 0;
  AdrefWalk walk = adref_walk(root);
  while (adref_walk_next(&walk) && walk.node != mark)
    if (walk.entering && walk.node->type == ADREF_TEXT)
      for (const char *at = walk.node->text; (at = strstr(at, words)); at += strlen(words))
        count++;
  return count;
}

/* The length of " <https://...>" at the start of words; 0: it is not there. */
static gsize address_length(const char *words, const AdrefNode *mark)
{
  if (mark->type != ADREF_LINK)
    return 0;
  g_autofree char *address = g_strdup_printf(" <%s>", mark->as.link.url);
  return g_str_has_prefix(words, address) ? strlen(address) : 0;
}

static void put_mark(const Occurrences *place, const AdrefNode *mark, const char *words)
{
  AdrefNode *text = place->node;
  const char *behind = text->text + place->at + strlen(words);
  g_autofree char *after = g_strdup(behind + address_length(behind, mark));
  if (place->at > 0)
    adref_node_insert_before(text, adref_node_new_text(ADREF_TEXT, text->text, (gssize)place->at));
  adref_node_insert_before(text, adref_node_copy_tree(mark, ADREF_KEPT));
  gsize length = strlen(after);
  if (length > 0)
    adref_node_take_text(text, g_steal_pointer(&after), length);
  else
    adref_node_free(text);
}

static void restore(AdrefNode *plain, const AdrefNode *marked, const AdrefNode *mark)
{
  g_autofree char *words = adref_node_words(mark);
  if (!*words)
    return;
  guint nth = count_before(marked, mark, words);
  guint whole = find_words(marked, words, G_MAXUINT).total;
  guint total =
      MAX(whole, 1); /* 0: the words stand in several nodes, some in a mark of their own */
  Occurrences place = find_words(plain, words, nth);
  if (place.node && place.total == total && !is_mark(place.node->parent))
    put_mark(&place, mark, words);
}

static const AdrefNode *next_table(AdrefWalk *walk)
{
  while (adref_walk_next(walk))
    if (walk->entering && walk->node->type == ADREF_TABLE)
      return walk->node;
  return NULL;
}

/* Columns are as they were aligned, table by table, where as many are there. */
static void restore_alignments(AdrefNode *plain, const AdrefNode *marked)
{
  AdrefWalk walk = adref_walk(plain), other = adref_walk(marked);
  const AdrefNode *table, *known;
  while ((table = next_table(&walk)) && (known = next_table(&other))) {
    char *now = table->as.table.alignments;
    const char *before = known->as.table.alignments;
    if (now && before && strlen(now) == strlen(before))
      memcpy(now, before, strlen(now));
  }
}

static void restore_all(AdrefNode *plain, const AdrefNode *marked,
                        gboolean (*is_lost)(const AdrefNode *node))
{
  guint marks = 0;
  AdrefWalk walk = adref_walk(marked);
  while (adref_walk_next(&walk) && marks < MOST_MARKS) {
    if (!walk.entering || !is_lost(walk.node))
      continue;
    restore(plain, marked, walk.node);
    adref_walk_skip(&walk);
    marks++;
  }
  restore_alignments(plain, marked);
}

void adref_plain_marks_restore(AdrefNode *plain, const AdrefNode *marked)
{
  restore_all(plain, marked, is_mark);
}

void adref_plain_names_restore(AdrefNode *plain, const AdrefNode *marked)
{
  restore_all(plain, marked, adref_node_is_party_name);
}
