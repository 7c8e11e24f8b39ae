#include "view/redline.h"

#include <string.h>

#include "base/string_append.h"
#include "clause/labels/enumerator.h"
#include "clause/labels/item_label.h"
#include "clause/text/hidden.h"
#include "view/footnote.h"

enum {
  MAX_LOOK = 1000,                 /* clauses that are searched for a neighbour */
  NAME_WORDS = 40,                 /* characters of a clause's first words in its name */
  MAX_NAME = 4 * (NAME_WORDS + 2), /* bytes that always hold that many characters */
};

gboolean adref_redline_is_left_out(const AdrefNode *clause)
{
  const AdrefChange *change = clause->type == ADREF_CLAUSE ? clause->as.clause->change : NULL;
  return change && change->type == ADREF_CHANGE_MOVED_FROM && change->near;
}

gboolean adref_redline_is_changed(const AdrefNode *clause)
{
  const AdrefChange *change = clause->as.clause->change;
  return change &&
         (change->type != ADREF_CHANGE_NONE || (change->findings && change->findings->len > 0));
}

/* The list in a clause that begins with another number than before, or NULL. */
static const AdrefNode *renumbered_list(const AdrefNode *clause)
{
  const AdrefNode *block = clause->as.clause->change ? clause->first : NULL;
  while (block && !(adref_change_is_renumbering(block) &&
                    block->as.list.start != block->first->as.list.start))
    block = block->next;
  return block;
}

/* Whether an item has another number or label than before, and had one. */
static gboolean is_retyped_item(const AdrefNode *item)
{
  if (!adref_change_is_renumbering(item))
    return FALSE;
  const AdrefNode *was = adref_change_old_node(item);
  gboolean labels = item->text && was->text && !adref_item_label_is_bullet(item->text);
  return labels || (!item->text && !was->text);
}

/* The first item of a list in a clause whose typed number changed, or NULL. */
static const AdrefNode *retyped_item(const AdrefNode *clause)
{
  for (const AdrefNode *block = clause->first; block; block = block->next) {
    if (block->type != ADREF_LIST)
      continue;
    const AdrefNode *was = adref_change_old_node(block);
    for (const AdrefNode *item = (was ? was : block)->first; item; item = item->next)
      if (is_retyped_item(item))
        return item;
  }
  return NULL;
}

/* The number or label of an item in the old or the new text. */
static char *item_number(const AdrefNode *item, gboolean old)
{
  const AdrefNode *facts = old ? adref_change_old_node(item) : item;
  if (facts->text)
    return g_strdup(facts->text);
  AdrefChangeMark other = old ? ADREF_INSERTED : ADREF_DELETED;
  const AdrefNode *list = item->parent;
  guint number = 0;
  if (!old && list->mark == ADREF_UNWRAPPED)
    list = list->parent;
  guint next = list->as.list.start;
  for (const AdrefNode *each = item->parent->first; each; each = each->next) {
    const AdrefNode *was = old ? adref_change_old_node(each) : NULL;
    if (each->mark == other)
      continue;
    number = adref_item_number(was ? was : each, next);
    next = number + 1;
    if (each == item)
      break;
  }
  return g_strdup_printf("%u", number);
}

/* Whether the number typed before the words of the first block changed. */
static gboolean is_retyped(const AdrefNode *clause)
{
  const AdrefNode *block = clause->first;
  for (const AdrefNode *text = block ? block->first : NULL; text && text->type == ADREF_TEXT;
       text = text->next)
    if (adref_enumerator_is_marked(text))
      return TRUE;
  return FALSE;
}

gboolean adref_redline_is_renumbered(const AdrefNode *clause)
{
  const AdrefClause *facts = clause->as.clause;
  return facts->change && clause->mark == ADREF_KEPT &&
         (g_strcmp0(facts->change->number, facts->number) != 0 ||
          (!facts->number &&
           (renumbered_list(clause) || is_retyped(clause) || retyped_item(clause))));
}

char *adref_redline_number(const AdrefNode *clause, gboolean old, gboolean last)
{
  const AdrefClause *facts = clause->as.clause;
  const AdrefNode *now = renumbered_list(clause);
  const char *number = old && facts->change ? facts->change->number : facts->number;
  if (!number && !now && is_retyped(clause))
    return adref_enumerator_in(clause->first, old);
  const AdrefNode *item = number || now ? NULL : retyped_item(clause);
  if (item)
    return item_number(item, old);
  if (number || !now)
    return g_strdup(number);
  const AdrefNode *was = now->first;
  guint items = adref_change_count_items(was, old ? ADREF_INSERTED : ADREF_DELETED);
  guint start = (old ? was : now)->as.list.start;
  return g_strdup_printf("%u", last && items > 0 ? start + items - 1 : start);
}

gboolean adref_redline_is_empty(const AdrefNode *redline)
{
  for (const AdrefNode *clause = redline->first; clause; clause = clause->next)
    if (clause->as.clause->change)
      return FALSE;
  return TRUE;
}

static void count_clause(AdrefRedlineCounts *counts, const AdrefNode *clause)
{
  const AdrefChange *change = clause->as.clause->change;
  if (change) {
    counts->words_deleted += change->deleted;
    counts->words_inserted += change->inserted;
  }
  switch (change ? change->type : ADREF_CHANGE_NONE) {
  case ADREF_CHANGE_NONE:
    counts->unchanged += clause->as.clause->kind == ADREF_TITLE ? 0 : 1;
    counts->renumbered += adref_redline_is_renumbered(clause) ? 1 : 0;
    break;
  case ADREF_CHANGE_ADDED: counts->added++; break;
  case ADREF_CHANGE_DELETED: counts->deleted++; break;
  case ADREF_CHANGE_MODIFIED: counts->modified++; break;
  case ADREF_CHANGE_EDITORIAL: counts->editorial++; break;
  case ADREF_CHANGE_MOVED:
    counts->moved++;
    counts->modified += change->modified ? 1 : 0;
    break;
  case ADREF_CHANGE_MOVED_FROM: break;
  case ADREF_CHANGE_SPLIT: counts->split++; break;
  case ADREF_CHANGE_JOINED: counts->joined++; break;
  }
}

static gboolean is_open_bracket(const AdrefNode *node)
{
  if (node->type == ADREF_BRACKET)
    return !node->as.placeholder && !node->as.settled;
  return node->type == ADREF_BRACKET_EDGE && (node->as.edge.opens || !node->as.edge.partner);
}

static void count_brackets(AdrefRedlineCounts *counts, const AdrefNode *redline)
{
  AdrefWalk walk = adref_walk(redline);
  while (adref_walk_next(&walk)) {
    AdrefChangeMark mark = walk.node->mark;
    if (!walk.entering || !is_open_bracket(walk.node))
      continue;
    counts->brackets_old += mark != ADREF_INSERTED && mark != ADREF_WRAPPED;
    counts->brackets_new += mark != ADREF_DELETED && mark != ADREF_UNWRAPPED;
  }
}

AdrefRedlineCounts adref_redline_count(const AdrefNode *redline)
{
  AdrefRedlineCounts counts = {0};
  for (const AdrefNode *clause = redline->first; clause; clause = clause->next)
    count_clause(&counts, clause);
  count_brackets(&counts, redline);
  return counts;
}

/* --- names --- */

static gboolean is_gone(const AdrefNode *clause)
{
  return clause->mark == ADREF_DELETED || clause->mark == ADREF_UNWRAPPED;
}

/* Appends a text, with single spaces, up to the length of a name. */
static void add_some(GString *words, const AdrefNode *text)
{
  const char *p = text->text + adref_footnote_colon(text), *end = text->text + text->length;
  while (p < end && words->len < MAX_NAME) {
    const char *space = memchr(p, ' ', (gsize)(end - p));
    const char *stop = space ? space : end, *cut = MIN(stop, p + MAX_NAME);
    while (cut < stop && ((guchar)*cut & 0xC0) == 0x80)
      cut--;
    adref_string_append(words, p, (gsize)(cut - p));
    if (space && words->len > 0 && words->str[words->len - 1] != ' ')
      g_string_append_c(words, ' ');
    p = stop + 1;
  }
}

static gboolean has_words(const AdrefNode *node)
{
  return node->type == ADREF_TEXT || node->type == ADREF_CODE || node->type == ADREF_HTML ||
         (node->type == ADREF_CODE_BLOCK && node->text);
}

/* The image that a clause consists of, or NULL. */
static const AdrefNode *only_image(const AdrefNode *clause)
{
  const AdrefNode *block = clause->first, *image = block ? block->first : NULL;
  gboolean is_only = block && !block->next && block->type == ADREF_PARAGRAPH && image &&
                     !image->next && image->type == ADREF_IMAGE;
  return is_only ? image : NULL;
}

static gboolean ends_in_space(const GString *words)
{
  return words->str[words->len - 1] == ' ';
}

/* The words of one of the two texts, a few more than a name needs, with brackets. */
static char *words_of(const AdrefNode *clause, AdrefChangeMark other)
{
  AdrefChangeMark around = other == ADREF_DELETED ? ADREF_UNWRAPPED : ADREF_WRAPPED;
  GString *words = g_string_sized_new(2 * MAX_NAME);
  AdrefWalk walk = adref_walk(clause);
  while (adref_walk_next(&walk) && words->len < MAX_NAME) {
    if (walk.entering && walk.node->mark == other) {
      adref_walk_skip(&walk);
      adref_walk_next(&walk);
    } else if (has_words(walk.node) && walk.entering) {
      add_some(words, walk.node);
    } else if (walk.node->type == ADREF_BRACKET && walk.node->mark != around) {
      g_string_append_c(words, walk.entering ? '[' : ']');
    } else if (walk.node->type == ADREF_ALTERNATIVE && walk.node->mark != around) {
      gboolean follows = walk.entering && words->len > 0 && words->str[words->len - 1] != '[';
      g_string_append(words, follows ? " / " : "");
    } else if ((adref_node_is_block(walk.node) || walk.node->type == ADREF_LINE_BREAK) &&
               words->len > 0 && !ends_in_space(words)) {
      g_string_append_c(words, ' ');
    }
  }
  return g_strchomp(g_string_free(words, FALSE));
}

char *adref_redline_first_words(const AdrefNode *clause, const AdrefPageWords *table)
{
  const AdrefChange *change = clause->as.clause->change;
  gboolean old = is_gone(clause) || (change && change->type == ADREF_CHANGE_DELETED);
  g_autofree char *words = words_of(clause, old ? ADREF_INSERTED : ADREF_DELETED);
  char *cut = words;
  for (guint i = 0; i < NAME_WORDS && *cut; i++)
    cut = g_utf8_next_char(cut);
  gboolean is_long = *cut != '\0';
  *cut = '\0';
  char *space = is_long ? strrchr(words, ' ') : NULL;
  if (space && space - words > NAME_WORDS / 2)
    *space = '\0';
  const AdrefNode *image = only_image(clause);
  if (image) {
    g_autofree char *quoted = *words ? g_strconcat("\"", words, is_long ? " ...\"" : "\"", NULL)
                                     : g_strdup_printf("\"%s\"", image->as.link.url);
    return adref_page_words_fill(table, ADREF_PAGE_WORD_NAME_IMAGE, "words", quoted, NULL);
  }
  if (!*words && clause->first && clause->first->type == ADREF_RULE)
    return g_strdup(adref_page_words_get(table, ADREF_PAGE_WORD_NAME_LINE));
  const AdrefNode *first = clause->first;
  while (first && first->type == ADREF_FOOTNOTE_TEXT)
    first = first->first;
  const char *note = first && adref_footnote_is_words(first) ? first->first->text : NULL;
  return g_strconcat(note ? "^" : "", note ? note : "", note ? " \"" : "\"", words,
                     is_long ? " ...\"" : "\"", NULL);
}

/* The number in the old text stands in the clause itself when it was deleted, else in its
 * change. */
static const char *number_of(const AdrefNode *clause, gboolean old)
{
  const AdrefClause *facts = clause->as.clause;
  if (is_gone(clause))
    return facts->number || !facts->change ? facts->number : facts->change->number;
  return old && facts->change ? facts->change->number : facts->number;
}

char *adref_redline_name(const AdrefNode *clause, const AdrefPageWords *table)
{
  const AdrefClause *facts = clause->as.clause;
  const char *number = number_of(clause, is_gone(clause));
  if (facts->id && facts->kind != ADREF_TITLE)
    return g_strconcat(number ? number : "", number ? " #" : "#", facts->id, NULL);
  return number ? g_strdup(number) : adref_redline_first_words(clause, table);
}

char *adref_redline_row_name(const AdrefNode *clause, const AdrefPageWords *table)
{
  const AdrefClause *facts = clause->as.clause;
  return facts->number && facts->id ? g_strdup(facts->id)
                                    : adref_redline_first_words(clause, table);
}

/* --- what happened --- */

static gboolean stands_in(const AdrefNode *clause, gboolean old)
{
  const AdrefChange *change = clause->as.clause->change;
  if (!old)
    return !is_gone(clause);
  return clause->mark != ADREF_INSERTED && clause->mark != ADREF_WRAPPED &&
         !(change && change->type == ADREF_CHANGE_MOVED);
}

/* "after 3": the number of the clause before it in the old or the new text. */
static char *place_of(const AdrefNode *clause, gboolean old, const AdrefPageWords *table)
{
  const AdrefNode *before = clause->prev;
  for (guint n = 0; before && !stands_in(before, old); n++) {
    if (n == MAX_LOOK)
      return g_strdup(adref_page_words_get(table, ADREF_PAGE_WORD_PLACE_ELSEWHERE));
    before = before->prev;
  }
  if (!before)
    return g_strdup(adref_page_words_get(table, ADREF_PAGE_WORD_PLACE_START));
  const AdrefChange *change = before->as.clause->change;
  if (old && change && change->type == ADREF_CHANGE_MOVED_FROM && change->other)
    before = change->other;
  const char *number = number_of(before, old);
  g_autofree char *name = number ? g_strdup(number) : adref_redline_name(before, table);
  return adref_page_words_fill(table, ADREF_PAGE_WORD_PLACE_AFTER, "clause", name, NULL);
}

static char *count_words(const AdrefPageWords *table, AdrefPageWord one, AdrefPageWord many,
                         guint count)
{
  return adref_page_words_count(table, count == 1 ? one : many, count);
}

char *adref_redline_word_counts(const AdrefNode *clause, const AdrefPageWords *table)
{
  const AdrefChange *change = clause->as.clause->change;
  guint deleted = change ? change->deleted : 0, inserted = change ? change->inserted : 0;
  if (deleted > 0 && inserted > 0) {
    g_autofree char *old = g_strdup_printf("%u", deleted), *new = g_strdup_printf("%u", inserted);
    AdrefPageWord both = deleted == 1 ? ADREF_PAGE_WORD_WORD_BOTH : ADREF_PAGE_WORD_WORDS_BOTH;
    return adref_page_words_fill(table, both, "deleted", old, "inserted", new, NULL);
  }
  if (deleted > 0)
    return count_words(table, ADREF_PAGE_WORD_WORD_DELETED, ADREF_PAGE_WORD_WORDS_DELETED, deleted);
  return inserted > 0 ? count_words(table, ADREF_PAGE_WORD_WORD_INSERTED,
                                    ADREF_PAGE_WORD_WORDS_INSERTED, inserted)
                      : g_strdup("");
}

static char *modified_words(const AdrefNode *clause, const AdrefPageWords *table)
{
  g_autofree char *counts = adref_redline_word_counts(clause, table);
  return *counts
             ? adref_page_words_fill(table, ADREF_PAGE_WORD_WHAT_MODIFIED_BY, "words", counts, NULL)
             : g_strdup(adref_page_words_get(table, ADREF_PAGE_WORD_WHAT_MODIFIED));
}

char *adref_redline_move(const AdrefNode *clause, const AdrefPageWords *table)
{
  const AdrefChange *change = clause->as.clause->change;
  gboolean left = change->type == ADREF_CHANGE_MOVED_FROM;
  g_autofree char *place =
      change->other ? place_of(change->other, !left, table)
                    : g_strdup(adref_page_words_get(table, ADREF_PAGE_WORD_PLACE_ELSEWHERE));
  return adref_page_words_fill(table, left ? ADREF_PAGE_WORD_MOVED_TO : ADREF_PAGE_WORD_MOVED_FROM,
                               "place", place, NULL);
}

/* Adds a fact to *what, in place of it. */
static void add_fact(char **what, char *fact, const AdrefPageWords *table)
{
  g_autofree char *added = fact, *before = *what;
  *what = *before ? adref_page_words_fill(table, ADREF_PAGE_WORD_BOTH, "one", before, "two", added,
                                          NULL)
                  : g_steal_pointer(&added);
}

static void add_move(char **what, const AdrefNode *clause, const AdrefPageWords *table)
{
  const AdrefChange *change = clause->as.clause->change;
  g_autofree char *move = adref_redline_move(clause, table);
  add_fact(what, adref_page_words_fill(table, ADREF_PAGE_WORD_WHAT_MOVED, "place", move, NULL),
           table);
  if (change->type == ADREF_CHANGE_MOVED && change->modified)
    add_fact(what, modified_words(clause, table), table);
}

static void add_type(char **what, const AdrefNode *clause, const AdrefPageWords *table)
{
  const AdrefChange *change = clause->as.clause->change;
  gboolean is_paired = clause->mark == ADREF_KEPT;
  AdrefPageWord word = ADREF_PAGE_WORDS;
  switch (change->type) {
  case ADREF_CHANGE_NONE:
    if (change->findings && change->findings->len > 0)
      word = ADREF_PAGE_WORD_WHAT_LEADS;
    break;
  case ADREF_CHANGE_ADDED:
    word = is_paired ? ADREF_PAGE_WORD_WHAT_ADDED_AGAIN : ADREF_PAGE_WORD_WHAT_ADDED;
    break;
  case ADREF_CHANGE_DELETED:
    word = is_paired ? ADREF_PAGE_WORD_WHAT_DELETED_KEPT : ADREF_PAGE_WORD_WHAT_DELETED;
    break;
  case ADREF_CHANGE_MODIFIED: add_fact(what, modified_words(clause, table), table); break;
  case ADREF_CHANGE_EDITORIAL: word = ADREF_PAGE_WORD_WHAT_EDITORIAL; break;
  case ADREF_CHANGE_MOVED:
  case ADREF_CHANGE_MOVED_FROM: add_move(what, clause, table); break;
  case ADREF_CHANGE_SPLIT: word = ADREF_PAGE_WORD_WHAT_SPLIT; break;
  case ADREF_CHANGE_JOINED: word = ADREF_PAGE_WORD_WHAT_JOINED; break;
  }
  if (word != ADREF_PAGE_WORDS)
    add_fact(what, g_strdup(adref_page_words_get(table, word)), table);
}

/* "its id was levels", "it had no id". */
static void add_difference(char **what, AdrefPageWord was, AdrefPageWord had_none, const char *new,
                           const char *old, const AdrefPageWords *table)
{
  if (g_strcmp0(new, old) == 0)
    return;
  add_fact(what,
           old ? adref_page_words_fill(table, was, "was", old, "n", old, NULL)
               : g_strdup(adref_page_words_get(table, had_none)),
           table);
}

static void add_facts(char **what, const AdrefClause *new, const AdrefClause *old,
                      const AdrefPageWords *table)
{
  add_difference(what, ADREF_PAGE_WORD_WAS_KIND, ADREF_PAGE_WORD_NONE,
                 adref_clause_kind_word(new->kind), adref_clause_kind_word(old->kind), table);
  if (old->id || new->kind != ADREF_TITLE) /* a heading gets one when it is agreed */
    add_difference(what, ADREF_PAGE_WORD_WAS_ID, ADREF_PAGE_WORD_WAS_NO_ID, new->id, old->id,
                   table);
  add_difference(what, ADREF_PAGE_WORD_WAS_FROZEN, ADREF_PAGE_WORD_WAS_NO_FROZEN, new->frozen,
                 old->frozen, table);
  add_difference(what, ADREF_PAGE_WORD_WAS_TEMPLATE, ADREF_PAGE_WORD_WAS_NO_TEMPLATE, new->from,
                 old->from, table);
  if (g_strcmp0(new->alt, old->alt) == 0)
    return;
  const char *replaced = old->alt ? old->alt : adref_page_words_get(table, ADREF_PAGE_WORD_NONE);
  add_fact(what, adref_page_words_fill(table, ADREF_PAGE_WORD_WAS_OPTION, "was", replaced, NULL),
           table);
}

char *adref_redline_describe(const AdrefNode *clause, const AdrefPageWords *table)
{
  const AdrefClause *facts = clause->as.clause;
  const AdrefChange *change = facts->change;
  if (!change)
    return NULL;
  char *what = g_strdup("");
  add_type(&what, clause, table);
  if (adref_redline_is_renumbered(clause)) {
    g_autofree char *number = adref_redline_number(clause, TRUE, FALSE);
    add_difference(&what, ADREF_PAGE_WORD_WAS, ADREF_PAGE_WORD_WAS_NONE, "", number, table);
  }
  if (clause->mark == ADREF_KEPT && change->marker)
    add_facts(&what, facts, change->marker->as.clause, table);
  return what;
}

char *adref_redline_counts_text(const AdrefRedlineCounts *counts)
{
  const struct {
    guint count;
    const char *word;
  } rows[] = {
      {counts->added, "added"},         {counts->deleted, "deleted"},
      {counts->modified, "modified"},   {counts->moved, "moved"},
      {counts->split, "split"},         {counts->joined, "joined"},
      {counts->editorial, "editorial"}, {counts->renumbered, "renumbered"},
      {counts->unchanged, "unchanged"},
  };
  GString *text = g_string_new(NULL);
  for (gsize i = 0; i < G_N_ELEMENTS(rows); i++)
    if (rows[i].count > 0)
      g_string_append_printf(text, "%s%u %s", text->len > 0 ? ", " : "", rows[i].count,
                             rows[i].word);
  return g_string_free(text, FALSE);
}

char *adref_redline_visible(const AdrefNode *text, const char *language)
{
  gsize start, end;
  if (text->mark != ADREF_DELETED && text->mark != ADREF_INSERTED)
    return NULL;
  if (!adref_hidden_find(text->text, text->length, language, &start, &end))
    return NULL;
  return adref_hidden_escape(text->text, text->length, language, FALSE);
}
