#include "clause/labels/item_reference.h"

#include <string.h>

#include "base/error.h"
#include "clause/labels/freeze.h"
#include "clause/labels/label_lists.h"
#include "clause/labels/numbering.h"

/* The bytes of a parenthesis at `at`, "(" or "（"; 0: none stands there. */
static gsize parenthesis(const char *words, gsize length, gsize at, const char *narrow,
                         const char *wide)
{
  if (at < length && words[at] == *narrow)
    return 1;
  gsize size = strlen(wide);
  return at + size <= length && memcmp(words + at, wide, size) == 0 ? size : 0;
}

/* The bytes of a name: letters and figures, or one letter of another script. */
static gsize name_length(const char *words, gsize length)
{
  gsize n = 0;
  while (n < length && n <= ADREF_ITEM_REFERENCE_LETTERS && g_ascii_isalnum(words[n]))
    n++;
  if (n > 0)
    return n <= ADREF_ITEM_REFERENCE_LETTERS ? n : 0;
  if (length == 0 || (guchar)words[0] < 0x80 || !g_unichar_isalpha(g_utf8_get_char(words)))
    return 0;
  return (gsize)(g_utf8_next_char(words) - words);
}

/* Reads "(b)" at `at`; returns its bytes, 0: none stands there. */
static gsize read_name(const char *words, gsize length, gsize at, AdrefItemReference *found)
{
  gsize open = parenthesis(words, length, at, "(", "（"), start = at + open;
  gsize name = open > 0 ? name_length(words + start, length - start) : 0;
  gsize shut = name > 0 ? parenthesis(words, length, start + name, ")", "）") : 0;
  if (shut == 0)
    return 0;
  found->names[found->count].start = start;
  found->names[found->count].end = start + name;
  found->count++;
  return open + name + shut;
}

gboolean adref_item_reference_next(const char *words, gsize length, gsize from,
                                   AdrefItemReference *found)
{
  for (gsize at = from; at < length; at++) {
    *found = (AdrefItemReference){.start = at};
    gsize size = read_name(words, length, at, found);
    if (size == 0)
      continue;
    found->end = at + size;
    while (found->count < ADREF_ITEM_REFERENCE_NAMES) {
      gsize space = found->end < length && words[found->end] == ' ' ? 1 : 0;
      size = read_name(words, length, found->end + space, found);
      if (size == 0)
        break;
      found->end += space + size;
    }
    return TRUE;
  }
  return FALSE;
}

/* --- the index --- */

struct AdrefItemIndex {
  GHashTable *holders; /* clause or item -> names of the items below it -> ITEM */
  GHashTable *numbers; /* ITEM -> its number */
};

AdrefItemIndex *adref_item_index_new(void)
{
  AdrefItemIndex *index = g_new(AdrefItemIndex, 1);
  index->holders = g_hash_table_new_full(g_direct_hash, g_direct_equal, NULL,
                                         (GDestroyNotify)g_hash_table_unref);
  index->numbers = g_hash_table_new(g_direct_hash, g_direct_equal);
  return index;
}

void adref_item_index_free(AdrefItemIndex *index)
{
  if (!index)
    return;
  g_hash_table_unref(index->holders);
  g_hash_table_unref(index->numbers);
  g_free(index);
}

/* The depth of the lists below a clause or item. */
static guint depth_below(const AdrefNode *holder)
{
  guint depth = adref_numbering_lists_around(holder);
  while (holder->type != ADREF_CLAUSE && holder->parent)
    holder = holder->parent;
  return depth + (holder->type == ADREF_CLAUSE ? adref_numbering_list_depth(holder) : 1);
}

/* A label without its signs, "b" for "(b)", "b)" and "b.". The caller frees it. */
static char *bare(const char *label)
{
  label += *label == '(';
  return g_strndup(label, strcspn(label, ")."));
}

static char *name_of(const AdrefNode *item, guint depth, guint number)
{
  g_autofree char *counted =
      item->text ? NULL : adref_numbering_list_item(item->parent, depth, number);
  return bare(item->text ? item->text : counted);
}

static void add_name(GHashTable *names, const char *name, AdrefNode *item)
{
  char *key = g_utf8_casefold(name, -1);
  if (g_hash_table_contains(names, key))
    g_free(key);
  else
    g_hash_table_insert(names, key, item);
}

static void add_list(AdrefItemIndex *index, GHashTable *names, const AdrefNode *list, guint depth)
{
  guint next = list->as.list.start;
  for (AdrefNode *item = list->first; item; item = item->next) {
    guint number = adref_item_number(item, next);
    g_autofree char *name = name_of(item, depth, number);
    g_autofree char *digits = g_strdup_printf("%u", number);
    next = number + 1;
    add_name(names, name, item);
    if (!item->text)
      add_name(names, digits, item);
    g_hash_table_insert(index->numbers, item, GUINT_TO_POINTER(number));
  }
}

static GHashTable *names_below(AdrefItemIndex *index, const AdrefNode *holder)
{
  GHashTable *names = g_hash_table_lookup(index->holders, holder);
  if (names)
    return names;
  names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  guint depth = depth_below(holder);
  for (const AdrefNode *block = holder->first; block; block = block->next)
    if (block->type == ADREF_LIST && adref_list_is_counted(block))
      add_list(index, names, block, depth);
  g_hash_table_insert(index->holders, (gpointer)(guintptr)holder, names);
  return names;
}

AdrefNode *adref_item_reference_find(AdrefItemIndex *index, const AdrefNode *holder,
                                     const char *words, const AdrefItemReference *reference)
{
  AdrefNode *found = NULL;
  for (guint i = 0; i < reference->count; i++, holder = found) {
    gsize start = reference->names[i].start;
    g_autofree char *key =
        g_utf8_casefold(words + start, (gssize)(reference->names[i].end - start));
    found = g_hash_table_lookup(names_below(index, holder), key);
    if (!found)
      return NULL;
  }
  return found;
}

char *adref_item_reference_name(AdrefItemIndex *index, const AdrefNode *item, const char *like)
{
  names_below(index, item->parent->parent);
  guint number = GPOINTER_TO_UINT(g_hash_table_lookup(index->numbers, item));
  if (!item->text && !item->parent->as.list.ordered)
    return NULL;
  if (!item->text && g_ascii_isdigit(*like))
    return g_strdup_printf("%u", number);
  g_autofree char *name = name_of(item, depth_below(item->parent->parent), number);
  gsize length = strlen(name);
  return length > 0 && name_length(name, length) == length ? g_steal_pointer(&name) : NULL;
}

/* --- the check --- */

/* Whether a reference must name an item: right behind a number, "1 (b)", "第1項(b)", or at the
 * start of a link, "(b) of paragraph 1". */
static gboolean is_surely_one(const AdrefNode *text, const AdrefItemReference *reference)
{
  gsize start, end;
  if (reference->start == 0 && !text->prev)
    return TRUE;
  if (!adref_numbering_find(text->text, text->length, &start, &end) || end > reference->start)
    return FALSE;
  const char *between = text->text + end, *stop = text->text + reference->start;
  if (between < stop && (guchar)*between >= 0x80)
    between = g_utf8_next_char(between);
  return between == stop || (between + 1 == stop && *between == ' ');
}

/* The names of the first items of a clause, "(a), (b)". The caller frees it. */
static char *names_of_items(AdrefItemIndex *index, const AdrefNode *clause)
{
  enum {
    MAX_NAMED = 5
  };
  GString *names = g_string_new(NULL);
  guint count = 0;
  names_below(index, clause);
  for (const AdrefNode *block = clause->first; block && count <= MAX_NAMED; block = block->next)
    for (const AdrefNode *item = block->type == ADREF_LIST ? block->first : NULL;
         item && count <= MAX_NAMED; item = item->next) {
      g_autofree char *name = adref_item_reference_name(index, item, "a");
      if (!name)
        continue;
      if (count++ == MAX_NAMED)
        g_string_append(names, ", ...");
      else
        g_string_append_printf(names, count > 1 ? ", (%s)" : "(%s)", name);
    }
  return g_string_free(names, FALSE);
}

static void report(AdrefItemIndex *index, const AdrefNode *link, const AdrefNode *clause,
                   const char *words, const AdrefItemReference *reference, GPtrArray *problems)
{
  g_autofree char *names = names_of_items(index, clause);
  adref_problem(problems, link->line, link->column,
                "the reference names %.*s of %s, which has %s%s",
                (int)(reference->end - reference->start), words + reference->start,
                clause->as.clause->id, *names ? "only " : "no numbered items", names);
}

gboolean adref_item_reference_check(AdrefItemIndex *index, const AdrefNode *link,
                                    const AdrefNode *clause, GPtrArray *problems)
{
  const AdrefClause *facts = clause->as.clause;
  gboolean has_suffix = facts->number && strchr(facts->number, '(');
  if (facts->kind == ADREF_TITLE || has_suffix || adref_freeze_is_deleted(clause))
    return FALSE;
  AdrefWalk walk = adref_walk(link);
  while (adref_walk_next(&walk)) {
    const AdrefNode *text = walk.node;
    AdrefItemReference reference;
    if (walk.entering && text->type == ADREF_TEXT &&
        adref_item_reference_next(text->text, text->length, 0, &reference) &&
        is_surely_one(text, &reference) &&
        !adref_item_reference_find(index, clause, text->text, &reference)) {
      report(index, link, clause, text->text, &reference, problems);
      return TRUE;
    }
  }
  return FALSE;
}
