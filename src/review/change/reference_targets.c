#include "review/change/reference_targets.h"

#include <string.h>

#include "clause/heading_slug.h"
#include "clause/labels/item_reference.h"
#include "clause/labels/label_lists.h"
#include "clause/labels/numbering.h"
#include "language/provision_reference.h"
#include "review/quote.h"

enum {
  MAX_NAMED = 8, /* the first paragraphs of a reference; more are not looked up */
};

/* Paragraphs are numbered in each part of the text: part 0 is before the first annex, then each
 * annex is a part. */
struct AdrefReferenceTargets {
  const AdrefNode *redline;
  GHashTable *named[2]; /* "part kind number" -> node, by AdrefTextSide; NULL: ambiguous */
  GHashTable *parts[2]; /* clause -> part; clauses of part 0 are not in the table */
  GHashTable *ids[2];   /* id -> clause, by AdrefTextSide */
  GHashTable *slugs[2]; /* slug of a heading -> clause, by AdrefTextSide */
  gboolean differ;
};

static const char *kind_word(AdrefClauseKind kind)
{
  return kind == ADREF_PP ? "pp" : kind == ADREF_PLAN_ITEM ? "item" : "op";
}

static void add(AdrefReferenceTargets *self, AdrefTextSide side, guint part, const char *kind,
                const char *number, const AdrefNode *node)
{
  char *key = g_strdup_printf("%u %s %s", part, kind, number);
  for (char *p = key + strlen(key) - strlen(number); *p; p++)
    if (*p == ' ')
      *p = '_';
  gboolean twice = g_hash_table_contains(self->named[side], key);
  g_hash_table_insert(self->named[side], key, twice ? NULL : (gpointer)(guintptr)node);
}

static const AdrefChange *change_of(const AdrefNode *clause)
{
  return clause->as.clause->change;
}

static gboolean is_type(const AdrefNode *clause, AdrefChangeType type)
{
  return change_of(clause) && change_of(clause)->type == type;
}

/* The clause at this place in one of the texts, or NULL. */
static const AdrefNode *clause_in(const AdrefNode *clause, AdrefTextSide side)
{
  if (is_type(clause, ADREF_CHANGE_MOVED_FROM))
    return side == ADREF_TEXT_SIDE_OLD ? change_of(clause)->other : NULL;
  if (side == ADREF_TEXT_SIDE_OLD)
    return is_type(clause, ADREF_CHANGE_MOVED) || clause->mark == ADREF_INSERTED ||
                   clause->mark == ADREF_WRAPPED
               ? NULL
               : clause;
  return clause->mark == ADREF_DELETED || clause->mark == ADREF_UNWRAPPED ? NULL : clause;
}

static const char *number_in(const AdrefNode *clause, AdrefTextSide side)
{
  gboolean as_it_is =
      side == ADREF_TEXT_SIDE_NEW || clause->mark != ADREF_KEPT || !change_of(clause);
  return adref_numbering_digits(as_it_is ? clause->as.clause->number : change_of(clause)->number);
}

static void add_clause(AdrefReferenceTargets *self, const AdrefNode *here, AdrefTextSide side,
                       guint *part)
{
  const AdrefNode *clause = clause_in(here, side);
  if (!clause)
    return;
  AdrefClauseKind kind = side == ADREF_TEXT_SIDE_OLD && change_of(clause) ? change_of(clause)->kind
                                                                          : clause->as.clause->kind;
  *part += kind == ADREF_ANNEX;
  if (*part > 0)
    g_hash_table_insert(self->parts[side], (gpointer)(guintptr)clause, GUINT_TO_POINTER(*part));
  const char *number = number_in(clause, side);
  if (number)
    add(self, side, *part, kind_word(kind), number, clause);
  if (number && kind == ADREF_PLAN_ITEM && strchr(number, '.'))
    add(self, side, *part, "op", number, clause); /* "paragraph 5.1" is said as well */
}

static char *id_in(const AdrefNode *clause, AdrefTextSide side)
{
  const AdrefChange *change = change_of(clause);
  if (side == ADREF_TEXT_SIDE_OLD && clause->mark == ADREF_KEPT && change && change->marker)
    return change->marker->as.clause->id;
  return clause->as.clause->id;
}

static void add_id(AdrefReferenceTargets *self, const AdrefNode *here, AdrefTextSide side)
{
  const AdrefNode *clause = clause_in(here, side);
  char *id = clause ? id_in(clause, side) : NULL;
  if (id && !g_hash_table_contains(self->ids[side], id))
    g_hash_table_insert(self->ids[side], id, (gpointer)(guintptr)clause);
}

/* Lists */

/* The old list, when the list begins with another number now: it is the node below the new one. */
static const AdrefNode *list_in(const AdrefNode *list, AdrefTextSide side)
{
  const AdrefNode *former = list->first;
  gboolean pair = list->mark == ADREF_WRAPPED && former && former->type == ADREF_LIST;
  return pair && side == ADREF_TEXT_SIDE_OLD ? former : list;
}

/* An item as it is in one of the texts, or NULL. */
static const AdrefNode *item_in(const AdrefNode *item, AdrefTextSide side)
{
  const AdrefNode *former = side == ADREF_TEXT_SIDE_OLD ? adref_change_old_node(item) : NULL;
  if (former)
    return former;
  return adref_text_side_has_node(side, item) ? item : NULL;
}

static void add_items(AdrefReferenceTargets *self, const AdrefNode *list, AdrefTextSide side)
{
  const AdrefNode *facts = list_in(list, side), *holder = list_in(list, ADREF_TEXT_SIDE_OLD);
  if (!adref_text_side_has_node(side, facts) || !facts->as.list.ordered)
    return;
  guint next = facts->as.list.start;
  for (const AdrefNode *item = holder->first; item; item = item->next) {
    const AdrefNode *here = item_in(item, side);
    if (!here)
      continue;
    guint number = adref_item_number(here, next);
    g_autofree char *spoken = g_strdup_printf("%u", number);
    next = number + 1;
    add(self, side, 0, "op", spoken, item);
  }
}

static void add_lists(AdrefReferenceTargets *self, const AdrefNode *redline)
{
  for (const AdrefNode *here = redline->first; here; here = here->next)
    for (AdrefTextSide side = ADREF_TEXT_SIDE_OLD; side <= ADREF_TEXT_SIDE_NEW; side++) {
      const AdrefNode *clause = clause_in(here, side);
      for (const AdrefNode *block = clause ? clause->first : NULL; block; block = block->next)
        if (block->type == ADREF_LIST)
          add_items(self, block, side);
    }
}

/* Whether an item was replaced in its place: the old item is followed by the new one. */
static gboolean is_successor(const AdrefNode *old, const AdrefNode *new)
{
  return old->type == ADREF_ITEM && old->mark == ADREF_DELETED &&
         old->next == new &&new->mark == ADREF_INSERTED;
}

/* Whether a clause is only a number that was kept for a deleted paragraph. */
static gboolean is_number_only(const AdrefNode *clause)
{
  if (clause->type != ADREF_CLAUSE || !clause->as.clause->frozen)
    return FALSE;
  g_autofree char *words = adref_quote_node(clause, ADREF_TEXT_SIDE_NEW);
  return strcmp(words, "[deleted]") == 0;
}

/* Whether the words of a paragraph were deleted, but not its number. */
static gboolean became_number_only(const AdrefNode *clause)
{
  return change_of(clause) && change_of(clause)->deleted > 0 && is_number_only(clause);
}

static gboolean is_other(const AdrefNode *old, const AdrefNode *new)
{
  if (!old || old == new)
    return old && old->type == ADREF_CLAUSE && became_number_only(old);
  return !(new &&is_successor(old, new));
}

/* Whether numbers may name other paragraphs: clauses were inserted, deleted, moved or have other
 * numbers. */
static gboolean may_differ(const AdrefNode *redline)
{
  for (const AdrefNode *clause = redline->first; clause; clause = clause->next) {
    const AdrefChange *change = change_of(clause);
    if (clause->mark != ADREF_KEPT ||
        (change &&
         (change->type == ADREF_CHANGE_MOVED || change->marker || became_number_only(clause) ||
          g_strcmp0(change->number, clause->as.clause->number) != 0)))
      return TRUE;
    for (const AdrefNode *block = change ? clause->first : NULL; block; block = block->next)
      if (block->type == ADREF_LIST)
        return TRUE;
  }
  return FALSE;
}

/* Whether a heading has other words, or is gone. */
static gboolean headings_differ(const AdrefReferenceTargets *self)
{
  GHashTableIter iter;
  gpointer slug, heading;
  g_hash_table_iter_init(&iter, self->slugs[ADREF_TEXT_SIDE_OLD]);
  while (g_hash_table_iter_next(&iter, &slug, &heading))
    if (g_hash_table_lookup(self->slugs[ADREF_TEXT_SIDE_NEW], slug) != heading)
      return TRUE;
  return FALSE;
}

static void count(AdrefReferenceTargets *self)
{
  guint parts[2] = {0, 0};
  for (const AdrefNode *clause = self->redline->first; clause; clause = clause->next) {
    for (AdrefTextSide side = ADREF_TEXT_SIDE_OLD; side <= ADREF_TEXT_SIDE_NEW; side++) {
      add_clause(self, clause, side, &parts[side]);
      add_id(self, clause, side);
    }
  }
  if (g_hash_table_size(self->named[0]) + g_hash_table_size(self->named[1]) == 0)
    add_lists(self, self->redline);
}

AdrefReferenceTargets *adref_reference_targets_new(const AdrefNode *redline)
{
  AdrefReferenceTargets *self = g_new0(AdrefReferenceTargets, 1);
  self->redline = redline;
  for (guint side = 0; side < 2; side++) {
    self->ids[side] = g_hash_table_new(g_str_hash, g_str_equal);
    self->named[side] = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    self->parts[side] = g_hash_table_new(g_direct_hash, g_direct_equal);
    self->slugs[side] =
        adref_heading_slugs(redline, side == ADREF_TEXT_SIDE_OLD ? ADREF_INSERTED : ADREF_DELETED);
  }
  count(self);
  gboolean named = g_hash_table_size(self->named[0]) + g_hash_table_size(self->ids[0]) > 0;
  self->differ = (named && may_differ(redline)) || headings_differ(self);
  return self;
}

void adref_reference_targets_free(AdrefReferenceTargets *self)
{
  if (!self)
    return;
  for (guint side = 0; side < 2; side++) {
    g_hash_table_unref(self->ids[side]);
    g_hash_table_unref(self->slugs[side]);
    g_hash_table_unref(self->named[side]);
    g_hash_table_unref(self->parts[side]);
  }
  g_free(self);
}

gboolean adref_reference_targets_differ(const AdrefReferenceTargets *self)
{
  return self->differ;
}

/* Finding */

static guint part_of(const AdrefReferenceTargets *self, const AdrefNode *clause, AdrefTextSide side)
{
  return GPOINTER_TO_UINT(g_hash_table_lookup(self->parts[side], clause));
}

/* The paragraph in the part of the text that the reference is in; else in part 0. */
static const AdrefNode *find_number(const AdrefReferenceTargets *self, const AdrefNode *clause,
                                    const char *kind, const char *number, AdrefTextSide side)
{
  guint part = part_of(self, clause, side);
  for (;; part = 0) {
    g_autofree char *key = g_strdup_printf("%u %s %s", part, kind, number);
    gpointer node;
    if (g_hash_table_lookup_extended(self->named[side], key, NULL, &node) || part == 0)
      return g_hash_table_lookup(self->named[side], key);
  }
}

/* Whether an item of a list is called "b": its label "(b)", "b)" or "b.", or its number "2". */
static gboolean is_called(const AdrefNode *list, const AdrefNode *item, guint depth, guint number,
                          const char *name)
{
  g_autofree char *counted = item->text ? NULL : adref_numbering_list_item(list, depth, number);
  g_autofree char *digits = item->text ? g_strdup("") : g_strdup_printf("%u", number);
  const char *label = item->text ? item->text : counted;
  label += *label == '(';
  gsize length = strcspn(label, ").");
  return strcmp(digits, name) == 0 ||
         (length == strlen(name) && g_ascii_strncasecmp(label, name, length) == 0);
}

static const AdrefNode *item_in_list(const AdrefNode *list, guint depth, const char *name,
                                     AdrefTextSide side)
{
  const AdrefNode *facts = list_in(list, side), *holder = list_in(list, ADREF_TEXT_SIDE_OLD);
  guint next = facts->as.list.start;
  if (!adref_text_side_has_node(side, facts) || !adref_list_is_counted(facts))
    return NULL;
  for (const AdrefNode *item = holder->first; item; item = item->next) {
    const AdrefNode *here = item_in(item, side);
    if (!here)
      continue;
    guint number = adref_item_number(here, next);
    next = number + 1;
    if (is_called(facts, here, depth, number, name))
      return item;
  }
  return NULL;
}

/* The item below a paragraph or item that a part of a reference names. */
static const AdrefNode *find_part(const AdrefNode *holder, guint depth, const char *name,
                                  AdrefTextSide side)
{
  const AdrefNode *former = holder->type == ADREF_ITEM ? adref_change_old_node(holder) : NULL;
  const AdrefNode *found = NULL;
  for (const AdrefNode *block = (former ? former : holder)->first; block && !found;
       block = block->next)
    if (block->type == ADREF_LIST)
      found = item_in_list(block, depth, name, side);
  return found;
}

/* The paragraph "12", or the part "12(b)(i)" of one. */
static const AdrefNode *find_numbered(const AdrefReferenceTargets *self, const AdrefNode *clause,
                                      const char *kind, const char *number, AdrefTextSide side)
{
  g_auto(GStrv) names = g_strsplit(number, "(", -1);
  const AdrefNode *node = find_number(self, clause, kind, names[0], side);
  for (guint i = 1; node && names[i]; i++) {
    names[i][strcspn(names[i], ")")] = '\0';
    node = find_part(node, i, names[i], side);
  }
  return node;
}

static const AdrefNode *find_anchor(const AdrefReferenceTargets *self, const char *name,
                                    AdrefTextSide side)
{
  const AdrefNode *clause = g_hash_table_lookup(self->ids[side], name);
  return clause ? clause : adref_heading_slugs_find(self->slugs[side], name);
}

/* The n-th paragraph that a reference in a clause names; NULL: none. */
static const AdrefNode *find_target(AdrefReferenceTargets *self, const AdrefNode *clause,
                                    const char *key, guint n, AdrefTextSide side)
{
  if (key[0] == '#')
    return n == 0 ? find_anchor(self, key + 1, side) : NULL;
  g_auto(GStrv) words = g_strsplit(key, " ", MAX_NAMED + 2);
  guint numbers = g_strv_length(words) - 1;
  if (n >= MIN(numbers, MAX_NAMED) || strcmp(words[n + 1], "-") == 0)
    return NULL;
  return find_numbered(self, clause, words[0], words[n + 1], side);
}

gboolean adref_reference_targets_same(AdrefReferenceTargets *self, const AdrefNode *clause,
                                      const char *old, const char *new)
{
  gboolean any = FALSE;
  for (guint i = 0; i < MAX_NAMED; i++) {
    const AdrefNode *before = find_target(self, clause, old, i, ADREF_TEXT_SIDE_OLD);
    const AdrefNode *after = find_target(self, clause, new, i, ADREF_TEXT_SIDE_NEW);
    if (before != after)
      return FALSE;
    any |= before != NULL;
  }
  return any;
}

gboolean adref_reference_targets_moved(AdrefReferenceTargets *self, const AdrefNode *clause,
                                       const char *key)
{
  gboolean differs = FALSE;
  for (guint i = 0; i < MAX_NAMED; i++) {
    const AdrefNode *old = find_target(self, clause, key, i, ADREF_TEXT_SIDE_OLD);
    differs |= is_other(old, find_target(self, clause, key, i, ADREF_TEXT_SIDE_NEW));
  }
  return differs;
}

/* Items that a cross reference names in its words */

/* The item "(b)(i)" of the clause of a link; NULL: there is none. */
static const AdrefNode *find_item(const AdrefReferenceTargets *self, const AdrefNode *link,
                                  const char *words, const AdrefItemReference *reference,
                                  AdrefTextSide side)
{
  const AdrefNode *node = g_hash_table_lookup(self->ids[side], link->as.link.url + 1);
  guint depth = node ? adref_numbering_list_depth(node) : 0;
  for (guint i = 0; node && i < reference->count; i++) {
    gsize start = reference->names[i].start;
    g_autofree char *name = g_strndup(words + start, reference->names[i].end - start);
    node = find_part(node, depth + i, name, side);
  }
  return node;
}

typedef struct {
  gboolean any;   /* the old words name an item */
  gboolean same;  /* the new words name the same items */
  gboolean other; /* some item has become another one, or is gone */
  gboolean words; /* all other words are the same */
} NamedItems;

static NamedItems compare_items(const AdrefReferenceTargets *self, const AdrefNode *link)
{
  NamedItems found = {.same = TRUE, .words = TRUE};
  g_autofree char *old = adref_quote_node(link, ADREF_TEXT_SIDE_OLD);
  g_autofree char *new = adref_quote_node(link, ADREF_TEXT_SIDE_NEW);
  AdrefItemReference was = {0}, is = {0};
  gboolean more;
  do {
    gsize at = was.end, now = is.end;
    more = adref_item_reference_next(old, strlen(old), at, &was);
    gboolean too = adref_item_reference_next(new, strlen(new), now, &is);
    gsize end = more ? was.start : strlen(old), stop = too ? is.start : strlen(new);
    found.words = found.words && more == too && end - at == stop - now &&
                  memcmp(old + at, new + now, end - at) == 0;
    const AdrefNode *item = more ? find_item(self, link, old, &was, ADREF_TEXT_SIDE_OLD) : NULL;
    const AdrefNode *now_item = too ? find_item(self, link, new, &is, ADREF_TEXT_SIDE_NEW) : NULL;
    found.any |= item != NULL;
    found.same = found.same && item == now_item;
    found.other |= item && is_other(item, now_item);
    more = more && too;
  } while (more);
  return found;
}

gboolean adref_reference_targets_is_broken(AdrefReferenceTargets *self, const AdrefNode *clause,
                                           const AdrefNode *link)
{
  if (link->mark != ADREF_KEPT || !adref_reference_targets_differ(self))
    return FALSE;
  return adref_reference_targets_moved(self, clause, link->as.link.url) ||
         compare_items(self, link).other;
}

gboolean adref_reference_targets_is_followed(AdrefReferenceTargets *self, const AdrefNode *link)
{
  if (link->mark != ADREF_KEPT || !adref_reference_targets_differ(self))
    return FALSE;
  NamedItems items = compare_items(self, link);
  return items.any && items.same && items.words;
}

/* "#training", or the first words. */
static char *name_of(const AdrefNode *node, AdrefTextSide side)
{
  enum {
    FIRST_WORDS = 5
  };
  const char *id = node->type == ADREF_CLAUSE ? id_in(node, side) : NULL;
  if (id)
    return g_strconcat(
        "#", id, side == ADREF_TEXT_SIDE_NEW && is_number_only(node) ? " [deleted]" : "", NULL);
  g_autofree char *words = adref_quote_node(node, side);
  char *end = words;
  for (guint i = 0; i < FIRST_WORDS && end; i++)
    end = strchr(end + 1, ' ');
  if (end)
    *end = '\0';
  return g_strdup_printf(end ? "\"%s ...\"" : "\"%s\"", words);
}

char *adref_reference_targets_quote(AdrefReferenceTargets *self, const AdrefNode *clause,
                                    const char *words, gsize length, const char *key,
                                    AdrefTextSide side)
{
  if (key[0] == ADREF_PROVISION_REFERENCE_KEY)
    return adref_quote(words, length);
  g_autofree char *quote = adref_quote(words, length);
  g_autoptr(GString) names = g_string_new(NULL);
  for (guint i = 0; i < MAX_NAMED; i++) {
    const AdrefNode *target = find_target(self, clause, key, i, side);
    if (!target)
      continue;
    g_autofree char *name = name_of(target, side);
    g_string_append_printf(names, "%s%s", names->len > 0 ? ", " : "", name);
  }
  gboolean anchor =
      key[0] == '#' && !find_target(self, clause, key, 0, adref_text_side_other(side));
  if (names->len == 0 && anchor)
    g_string_append(names, key);
  g_autofree char *whole = g_strdup_printf("%s (%s)", quote, names->len > 0 ? names->str : "none");
  return adref_quote(whole, strlen(whole));
}

char *adref_reference_targets_quote_link(AdrefReferenceTargets *self, const AdrefNode *clause,
                                         const AdrefNode *link, AdrefTextSide side)
{
  g_autofree char *words = adref_quote_node(link, side);
  const char *url = link->as.link.url;
  if (adref_reference_targets_moved(self, clause, url) || !compare_items(self, link).other)
    return adref_reference_targets_quote(self, clause, words, strlen(words), url, side);
  g_autoptr(GString) names = g_string_new(NULL);
  AdrefItemReference reference = {0};
  for (guint i = 0;
       i < MAX_NAMED && adref_item_reference_next(words, strlen(words), reference.end, &reference);
       i++) {
    const AdrefNode *item = find_item(self, link, words, &reference, side);
    g_autofree char *name = item ? name_of(item, side) : g_strdup("none");
    g_string_append_printf(names, "%s%s", names->len > 0 ? ", " : "", name);
  }
  g_autofree char *whole = g_strdup_printf("%s (%s)", words, names->str);
  return adref_quote(whole, strlen(whole));
}
