#include "work/import/returned_clauses.h"

#include <string.h>

#include "clause/node_copy.h"
#include "exchange/paragraphs/opening_words.h"
#include "exchange/text/clause_tree.h"
#include "merge/compare/clause_matching.h"

/* Both texts as clauses of one kind, since the kinds of the file are only guessed. */
typedef struct {
  AdrefNode *sent, *returned;
  GPtrArray *paragraphs; /* of AdrefIncomingParagraph: by clause of `returned` */
  GPtrArray *clauses;    /* of const AdrefNode: by clause of `sent` */
  gboolean is_headless;  /* `returned` lacks the title */
} Comparison;

static void add_plain(AdrefNode *copy, const AdrefNode *block)
{
  for (; block; block = block->next)
    if (block->type != ADREF_NOTE && block->type != ADREF_COMMENT)
      adref_node_append(copy, adref_node_copy_tree(block, ADREF_KEPT));
}

/* Without notes and comments, which no page has, and without the typed number of a paragraph. The
 * items of a list with numbers with which a clause begins may come back as paragraphs: only clauses
 * that begin with the same type of block are alike. */
static AdrefNode *plain_copy(const AdrefNode *content, const char *id)
{
  AdrefNode *copy = adref_node_new_clause(ADREF_OP, id);
  const AdrefNode *first = content->first;
  gboolean numbered = first && first->type == ADREF_LIST && first->as.list.ordered;
  for (const AdrefNode *item = numbered ? first->first : NULL; item; item = item->next)
    add_plain(copy, item->first);
  add_plain(copy, numbered ? first->next : first);
  return copy;
}

static gboolean is_heading(const AdrefIncomingParagraph *paragraph)
{
  return paragraph->kind == ADREF_INCOMING_TITLE || paragraph->kind == ADREF_INCOMING_HEADING;
}

/* Where the words of the blocks of `sent` stand. */
typedef struct {
  GHashTable *firsts; /* words of a first block, or of a whole clause -> its place, from 1 */
  GHashTable *laters; /* words of another block, or of an item -> the place of its clause, from 1 */
  GHashTable *lists;  /* list_index of a list of the file, of which an item is in `laters` -> it */
} BlockIndex;

static void add_words(GHashTable *table, const AdrefNode *node, guint place)
{
  char *words = adref_node_words(node);
  if (*words)
    g_hash_table_insert(table, words, GUINT_TO_POINTER(place));
  else
    g_free(words);
}

/* A block behind the first one; the items of a list come back as paragraphs. */
static void add_later(BlockIndex *index, const AdrefNode *block, guint place)
{
  add_words(index->laters, block, place);
  for (const AdrefNode *item = block->type == ADREF_LIST ? block->first : NULL; item;
       item = item->next)
    add_words(index->laters, item, place);
}

static void block_index_init(BlockIndex *index, const AdrefNode *sent)
{
  guint place = 0;
  index->firsts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  index->laters = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (const AdrefNode *clause = sent->first; clause; clause = clause->next) {
    place++;
    if (clause->as.clause->kind == ADREF_TITLE || !clause->first)
      continue;
    add_words(index->firsts, clause, place);
    add_words(index->firsts, clause->first, place);
    for (const AdrefNode *block = clause->first->next; block; block = block->next)
      add_later(index, block, place);
  }
}

/* The clauses of the lists of which an item has come back as it was: so that an item which was
 * changed, or is new, stays with the others. */
static void find_lists(BlockIndex *index, const AdrefIncomingText *incoming)
{
  index->lists = g_hash_table_new(NULL, NULL);
  for (guint i = 0; i < incoming->paragraphs->len; i++) {
    const AdrefIncomingParagraph *paragraph = incoming->paragraphs->pdata[i];
    gpointer place = g_hash_table_lookup(index->laters, paragraph->words);
    if (paragraph->list_index > 0 && place &&
        !g_hash_table_contains(index->firsts, paragraph->words))
      g_hash_table_insert(index->lists, GUINT_TO_POINTER(paragraph->list_index), place);
  }
}

static void block_index_clear(BlockIndex *index)
{
  g_hash_table_unref(index->firsts);
  g_hash_table_unref(index->laters);
  g_hash_table_unref(index->lists);
}

static guint later_of(const BlockIndex *index, const AdrefIncomingParagraph *paragraph)
{
  gpointer place = g_hash_table_lookup(index->laters, paragraph->words);
  if (!place && paragraph->list_index > 0)
    place = g_hash_table_lookup(index->lists, GUINT_TO_POINTER(paragraph->list_index));
  return GPOINTER_TO_UINT(place);
}

/* Whether it is guessed what the paragraph begins or continues. */
static gboolean is_guessed(const AdrefIncomingParagraph *paragraph)
{
  return !paragraph->is_marked && paragraph->kind != ADREF_INCOMING_SKIP && !is_heading(paragraph);
}

static gboolean has_guessed(const AdrefIncomingText *incoming)
{
  for (guint i = 0; i < incoming->paragraphs->len; i++)
    if (is_guessed(incoming->paragraphs->pdata[i]))
      return TRUE;
  return FALSE;
}

/* The words of headings -> their levels. Caller unrefs. */
static GHashTable *levels_of_headings(const AdrefNode *sent)
{
  GHashTable *levels = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (const AdrefNode *clause = sent->first; clause; clause = clause->next) {
    const AdrefNode *block = clause->first;
    if (block && block->type == ADREF_HEADING)
      g_hash_table_insert(levels, adref_node_words(block), GUINT_TO_POINTER(block->as.level));
  }
  return levels;
}

/* A line alone that was a heading when the text went out is one now: plain text has no sign of the
 * small ones. */
static void restore_headings(AdrefIncomingText *incoming, const AdrefNode *sent,
                             const BlockIndex *index)
{
  g_autoptr(GHashTable) levels = levels_of_headings(sent);
  for (guint i = 0; i < incoming->paragraphs->len; i++) {
    AdrefIncomingParagraph *paragraph = incoming->paragraphs->pdata[i];
    guint level = GPOINTER_TO_UINT(g_hash_table_lookup(levels, paragraph->words));
    gboolean is_line = is_guessed(paragraph) && paragraph->list_index == 0 && !paragraph->number;
    if (!is_line || level == 0 || g_hash_table_contains(index->firsts, paragraph->words))
      continue;
    paragraph->kind = level == 1 ? ADREF_INCOMING_TITLE : ADREF_INCOMING_HEADING;
    paragraph->level = level;
  }
}

static gboolean has_title(const AdrefNode *sent)
{
  const AdrefNode *block = sent->first ? sent->first->first : NULL;
  return block && block->type == ADREF_HEADING && block->as.level == 1;
}

/* The first heading of a part of a text with a title is none: "## Fish". */
static void lower_title(AdrefIncomingText *incoming, const AdrefNode *sent)
{
  for (guint i = 0; has_title(sent) && i < incoming->paragraphs->len; i++) {
    AdrefIncomingParagraph *paragraph = incoming->paragraphs->pdata[i];
    const AdrefNode *block = paragraph->content ? paragraph->content->first : NULL;
    if (paragraph->kind != ADREF_INCOMING_TITLE || !block || block->type != ADREF_HEADING ||
        block->as.level < 2)
      continue;
    paragraph->kind = ADREF_INCOMING_HEADING;
    paragraph->level = block->as.level;
  }
}

/* The words of `text`, in small letters. Caller unrefs. */
static GHashTable *words_of(const char *text)
{
  g_autofree char *folded = g_utf8_strdown(text, -1);
  g_auto(GStrv) split = g_regex_split_simple("[^\\p{L}\\p{N}]+", folded, 0, 0);
  GHashTable *words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (char **word = split; word && *word; word++)
    if (**word)
      g_hash_table_add(words, g_strdup(*word));
  return words;
}

static guint count_shared(GHashTable *line, const AdrefNode *clause)
{
  guint shared = 0;
  GHashTableIter iter;
  gpointer word;
  g_autofree char *text = adref_node_words(clause);
  g_autoptr(GHashTable) words = words_of(text);
  g_hash_table_iter_init(&iter, line);
  while (g_hash_table_iter_next(&iter, &word, NULL))
    shared += g_hash_table_contains(words, word) ? 1 : 0;
  return shared;
}

/* Whether most words of the line are those of a clause, and more than those of any heading. */
static gboolean has_words_of_clause(const AdrefIncomingParagraph *paragraph, const AdrefNode *sent)
{
  guint in_clause = 0, in_heading = 0;
  g_autoptr(GHashTable) line = words_of(paragraph->words);
  for (const AdrefNode *clause = sent->first; clause; clause = clause->next) {
    gboolean heading = clause->first && clause->first->type == ADREF_HEADING;
    guint *most = heading ? &in_heading : &in_clause;
    *most = MAX(*most, count_shared(line, clause));
  }
  return in_clause > in_heading && 2 * in_clause > g_hash_table_size(line);
}

/* The first line of a part was taken for its title: "2. We will report to the ministers". It is a
 * paragraph when a clause has its words. */
static void unmake_title(AdrefIncomingText *incoming, const AdrefNode *sent)
{
  for (guint i = 0; i < incoming->paragraphs->len; i++) {
    AdrefIncomingParagraph *paragraph = incoming->paragraphs->pdata[i];
    if (paragraph->kind != ADREF_INCOMING_TITLE)
      continue;
    if (!paragraph->is_heading && !paragraph->is_marked && has_words_of_clause(paragraph, sent))
      paragraph->kind = ADREF_INCOMING_OP;
    return;
  }
}

/* A paragraph that began or continued a clause when the text went out does so now. New words before
 * a list are those of its clause. */
/* Whether a paragraph is a number alone, "2.". */
static gboolean is_bare_number(const AdrefIncomingParagraph *paragraph)
{
  gsize digits = strspn(paragraph->words, "0123456789");
  return is_guessed(paragraph) && digits > 0 && strcmp(paragraph->words + digits, ".") == 0;
}

/* A number in a line of its own, as adref prints it above a list, begins a clause, and is none of
 * its words. */
static void clear_bare_numbers(AdrefIncomingText *incoming)
{
  for (guint i = 0; i + 1 < incoming->paragraphs->len; i++) {
    const AdrefIncomingParagraph *paragraph = incoming->paragraphs->pdata[i],
                                 *below = incoming->paragraphs->pdata[i + 1];
    AdrefNode *number = paragraph->content->first;
    if (is_bare_number(paragraph) && below->kind == ADREF_INCOMING_MORE && is_guessed(below) &&
        number && !number->next)
      adref_node_free(number);
  }
}

static void restore_clauses(AdrefIncomingText *incoming, const AdrefNode *sent)
{
  BlockIndex index;
  guint open = 0; /* the clause of the paragraph before */
  gboolean is_known = TRUE;
  if (!has_guessed(incoming))
    return;
  clear_bare_numbers(incoming);
  block_index_init(&index, sent);
  restore_headings(incoming, sent, &index);
  find_lists(&index, incoming);
  for (guint i = 0; i < incoming->paragraphs->len; i++) {
    AdrefIncomingParagraph *paragraph = incoming->paragraphs->pdata[i];
    guint first = GPOINTER_TO_UINT(g_hash_table_lookup(index.firsts, paragraph->words));
    guint later = is_guessed(paragraph) ? later_of(&index, paragraph) : 0;
    if (later > open && !is_known && first == 0 && paragraph->list_index > 0)
      open = later;
    if (!is_guessed(paragraph))
      open = 0;
    else if (later > 0 && later == open)
      paragraph->kind = ADREF_INCOMING_MORE;
    else if (first > 0 && paragraph->kind == ADREF_INCOMING_MORE)
      paragraph->kind = ADREF_INCOMING_OP;
    if (first > 0)
      open = first;
    is_known = !is_guessed(paragraph) || first > 0 || later > 0;
  }
  block_index_clear(&index);
}

/* The paragraphs that begin a clause, as adref_clause_tree_make() makes them. */
static void list_clauses(Comparison *self, const AdrefIncomingText *incoming)
{
  gboolean open = FALSE;
  for (guint i = 0; i < incoming->paragraphs->len; i++) {
    AdrefIncomingParagraph *paragraph = incoming->paragraphs->pdata[i];
    gboolean more = paragraph->kind == ADREF_INCOMING_MORE;
    if (paragraph->kind == ADREF_INCOMING_SKIP)
      continue;
    if (!is_heading(paragraph) && !(more && open))
      g_ptr_array_add(self->paragraphs, paragraph);
    open = !is_heading(paragraph);
  }
}

static void comparison_init(Comparison *self, AdrefIncomingText *incoming, const AdrefNode *sent)
{
  self->sent = adref_node_new(ADREF_DOCUMENT);
  self->returned = adref_node_new(ADREF_DOCUMENT);
  self->paragraphs = g_ptr_array_new();
  self->clauses = g_ptr_array_new();
  lower_title(incoming, sent);
  unmake_title(incoming, sent);
  g_autofree char *title = adref_document_title(sent);
  self->is_headless = title && !adref_incoming_title(incoming);
  restore_clauses(incoming, sent);
  list_clauses(self, incoming);
  for (const AdrefNode *clause = sent->first; clause; clause = clause->next) {
    if (clause->as.clause->kind == ADREF_TITLE)
      continue;
    adref_node_append(self->sent, plain_copy(clause, clause->as.clause->id));
    g_ptr_array_add(self->clauses, (gpointer)(guintptr)clause);
  }
  g_autoptr(AdrefNode) made = adref_clause_tree_make(incoming, ADREF_NUMBERS_STAY);
  guint place = 0;
  for (const AdrefNode *clause = made->first; clause; clause = clause->next) {
    if (clause->as.clause->kind == ADREF_TITLE)
      continue;
    const AdrefIncomingParagraph *paragraph = self->paragraphs->pdata[place++];
    adref_node_append(self->returned,
                      plain_copy(clause, paragraph->is_marked ? paragraph->id : NULL));
  }
}

static void comparison_clear(Comparison *self)
{
  adref_node_free(self->sent);
  adref_node_free(self->returned);
  g_ptr_array_unref(self->paragraphs);
  g_ptr_array_unref(self->clauses);
}

/* The statement counts its paragraphs; a file that counts otherwise changes no number. */
static void leave_number(AdrefIncomingParagraph *paragraph, const char *number, GPtrArray *problems)
{
  paragraph->is_counted = TRUE;
  if (!number)
    adref_problem_hint(problems, MAX(paragraph->line, 1), 1,
                       "the number %s of this new paragraph is left out: the statement numbers it",
                       paragraph->number);
  else if (strcmp(paragraph->number, number) != 0)
    adref_problem_hint(problems, MAX(paragraph->line, 1), 1,
                       "this paragraph is numbered %s here and keeps its number %s",
                       paragraph->number, number);
}

/* Whether the statement counts the clause, and its words do not begin with a number of their own.
 */
static gboolean is_numbered(const AdrefNode *clause)
{
  const AdrefNode *first = clause->first;
  return clause->as.clause->number &&
         !(first && first->type == ADREF_LIST && first->as.list.ordered);
}

/* Whether the words of a clause begin with a number that was typed. */
static gboolean has_typed_number(const AdrefNode *clause)
{
  const AdrefNode *first = clause->first;
  gsize length;
  if (first && first->type == ADREF_LIST)
    return TRUE;
  g_autofree char *words = adref_node_words(clause);
  g_autofree char *number = adref_opening_number(words, &length);
  return number != NULL;
}

/* *unnumbered counts the numbers that are left out since the statement numbers no such paragraph.
 */
static void recognise(AdrefIncomingParagraph *paragraph, const AdrefNode *sent, GPtrArray *problems,
                      guint *unnumbered)
{
  const AdrefClause *clause = sent->as.clause;
  gboolean heading = paragraph->kind == ADREF_INCOMING_ANNEX && clause->kind == ADREF_ANNEX;
  paragraph->kind = adref_incoming_kind_of_clause(clause->kind);
  paragraph->level = heading ? paragraph->level : 0;
  g_free(paragraph->id);
  paragraph->id = g_strdup(clause->id);
  paragraph->is_counted = FALSE;
  if (paragraph->number && is_numbered(sent) && clause->kind != ADREF_PP)
    leave_number(paragraph, clause->number, problems);
  else if (paragraph->number && !paragraph->is_marked && !clause->number &&
           !has_typed_number(sent)) {
    paragraph->is_counted = TRUE;
    ++*unnumbered;
  }
}

static gboolean has_numbers(const GPtrArray *clauses)
{
  for (guint i = 0; i < clauses->len; i++) {
    const AdrefNode *clause = clauses->pdata[i];
    if (clause->as.clause->kind == ADREF_OP && is_numbered(clause))
      return TRUE;
  }
  return FALSE;
}

/* Whether the first number is not the first one of the statement. */
static gboolean begins_later(const Comparison *self)
{
  const char *first = NULL, *number = NULL;
  for (guint i = 0; i < self->clauses->len && !first; i++) {
    const AdrefNode *clause = self->clauses->pdata[i];
    first = clause->as.clause->kind != ADREF_PP && is_numbered(clause) ? clause->as.clause->number
                                                                       : NULL;
  }
  for (guint i = 0; i < self->paragraphs->len && !number; i++)
    number = ((const AdrefIncomingParagraph *)self->paragraphs->pdata[i])->number;
  return first && number && strcmp(first, number) != 0;
}

/* Whether somebody has sent those paragraphs that are to be changed: then a typed number says which
 * one is meant, however its words changed. The file has few paragraphs, or it begins with a later
 * one and lacks the title: who sends all that stays sends these two. */
static gboolean is_part(const Comparison *self)
{
  enum {
    PART = 3 /* it has at most one of so many */
  };
  return self->paragraphs->len * PART <= self->clauses->len ||
         (self->is_headless && begins_later(self));
}

/* The clause with a number that has no match; NULL: none. */
static const AdrefNode *find_number(const Comparison *self, const AdrefClauseMatching *matching,
                                    const char *number)
{
  for (guint old = 0; old < self->clauses->len; old++) {
    const AdrefNode *clause = self->clauses->pdata[old];
    if (matching->matches[old] == ADREF_NO_MATCH && clause->as.clause->kind != ADREF_PP &&
        is_numbered(clause) && strcmp(clause->as.clause->number, number) == 0)
      return clause;
  }
  return NULL;
}

static void take_numbers(const Comparison *self, const AdrefClauseMatching *matching,
                         gboolean *known, GPtrArray *problems, guint *unnumbered)
{
  g_autoptr(GHashTable) done = g_hash_table_new(NULL, NULL);
  guint end = is_part(self) ? self->paragraphs->len : 0;
  for (guint new = 0; new < end; new ++) {
    AdrefIncomingParagraph *paragraph = self->paragraphs->pdata[new];
    const AdrefNode *clause = known[new] || !paragraph->number || paragraph->is_marked
                                  ? NULL
                                  : find_number(self, matching, paragraph->number);
    if (!clause || !g_hash_table_add(done, (gpointer)(guintptr)clause))
      continue;
    recognise(paragraph, clause, problems, unnumbered);
    known[new] = TRUE;
  }
}

static guint take_matches(const Comparison *self, const AdrefClauseMatching *matching,
                          GHashTable *taken, GPtrArray *problems)
{
  guint unnumbered = 0;
  gboolean numbered = has_numbers(self->clauses);
  g_autofree gboolean *known = g_new0(gboolean, self->paragraphs->len + 1);
  for (guint old = 0; old < self->clauses->len; old++) {
    const AdrefNode *clause = self->clauses->pdata[old];
    guint new = matching->matches[old];
    if (new == ADREF_NO_MATCH)
      continue;
    recognise(self->paragraphs->pdata[new], clause, problems, &unnumbered);
    known[new] = TRUE;
  }
  take_numbers(self, matching, known, problems, &unnumbered);
  for (guint new = 0; new < self->paragraphs->len; new ++) {
    AdrefIncomingParagraph *paragraph = self->paragraphs->pdata[new];
    if (known[new])
      continue;
    gboolean is_part = matching->split_from[new] != ADREF_NO_MATCH && !paragraph->is_marked;
    if (is_part && !(numbered && paragraph->number))
      paragraph->kind = ADREF_INCOMING_MORE;
    else if (paragraph->id && g_hash_table_contains(taken, paragraph->id))
      g_clear_pointer(&paragraph->id, g_free);
    if (numbered && paragraph->number && paragraph->kind == ADREF_INCOMING_OP)
      leave_number(paragraph, NULL, problems);
    else if (unnumbered > 0 && paragraph->number && paragraph->kind == ADREF_INCOMING_OP) {
      paragraph->is_counted = TRUE;
      unnumbered++;
    }
  }
  return unnumbered;
}

AdrefReturnedNumbers adref_returned_clauses_match(AdrefIncomingText *incoming,
                                                  const AdrefNode *sent, const char *language,
                                                  GHashTable *taken, GPtrArray *problems)
{
  Comparison comparison;
  AdrefDiffWorker worker;
  AdrefClauseMatching matching;
  comparison_init(&comparison, incoming, sent);
  adref_diff_worker_init(&worker, comparison.sent, comparison.returned, language);
  adref_clause_matching_init(&matching, &worker, comparison.sent, comparison.returned);
  AdrefReturnedNumbers numbers = {.left_out = take_matches(&comparison, &matching, taken, problems),
                                  .is_part = is_part(&comparison) && begins_later(&comparison)};
  adref_clause_matching_clear(&matching);
  adref_diff_worker_clear(&worker);
  comparison_clear(&comparison);
  return numbers;
}
