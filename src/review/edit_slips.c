#include "review/edit_slips.h"

#include <string.h>

#include "base/name.h"
#include "clause/markdown/canonical.h"
#include "clause/marker.h"

enum {
  MAX_SLIPS = 20,  /* that are reported */
  MAX_QUOTED = 40, /* bytes of a comment or paragraph in a message */
};

typedef struct {
  const AdrefNode *old, *new;
  GHashTable *old_clauses, *new_clauses; /* id -> AdrefNode */
  GHashTable *old_words;                 /* of blocks_of(): words of an old block -> AdrefNode */
  GHashTable *places;                    /* likewise of the new text */
  GHashTable *others;                    /* ids outside of the texts; NULL: none */
  gboolean has_markers;                  /* in the old text */
  GPtrArray *slips;
} SlipFinder;

static void slip_free(gpointer data)
{
  AdrefEditSlip *slip = data;
  g_free(slip->message);
  g_free(slip);
}

static void add(SlipFinder *self, const AdrefNode *at, gboolean may_be_meant, const char *format,
                ...) G_GNUC_PRINTF(4, 5);

static void add(SlipFinder *self, const AdrefNode *at, gboolean may_be_meant, const char *format,
                ...)
{
  if (self->slips->len >= MAX_SLIPS)
    return;
  AdrefEditSlip *slip = g_new0(AdrefEditSlip, 1);
  va_list args;
  va_start(args, format);
  slip->message = g_strdup_vprintf(format, args);
  va_end(args);
  slip->may_be_meant = may_be_meant;
  slip->line = at && at->line > 0 ? at->line : 1;
  slip->column = at && at->column > 0 ? at->column : 1;
  g_ptr_array_add(self->slips, slip);
}

/* The beginning of a text, to quote. Caller frees. */
static char *beginning(const char *text)
{
  gsize length = strlen(text);
  const char *end = length > MAX_QUOTED ? g_utf8_find_prev_char(text, text + MAX_QUOTED) : NULL;
  return end ? g_strdup_printf("%.*s ...", (int)(end - text), text) : g_strdup(text);
}

static gboolean is_marked(const AdrefNode *clause)
{
  return clause->as.clause->kind != ADREF_PLAIN && clause->as.clause->kind != ADREF_TITLE;
}

static gboolean has_words(const AdrefNode *block)
{
  return block->type != ADREF_COMMENT && block->type != ADREF_NOTE && block->type != ADREF_HTML &&
         block->type != ADREF_RULE;
}

static GHashTable *clauses_by_id(const AdrefNode *document)
{
  GHashTable *clauses = g_hash_table_new(g_str_hash, g_str_equal);
  for (AdrefNode *clause = document->first; clause; clause = clause->next)
    if (clause->as.clause->id && !g_hash_table_contains(clauses, clause->as.clause->id))
      g_hash_table_insert(clauses, clause->as.clause->id, clause);
  return clauses;
}

/* The blocks with words of a text, by their words. */
static GHashTable *blocks_by_words(const AdrefNode *document)
{
  GHashTable *blocks = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (const AdrefNode *clause = document->first; clause; clause = clause->next)
    for (AdrefNode *block = clause->first; block; block = block->next)
      if (has_words(block))
        g_hash_table_insert(blocks, adref_node_words(block), block);
  return blocks;
}

/* The same, made when it is first asked for: most edits leave nothing to look for. */
static GHashTable *blocks_of(GHashTable **blocks, const AdrefNode *document)
{
  if (!*blocks)
    *blocks = blocks_by_words(document);
  return *blocks;
}

/* --- markers --- */

static const char *const kinds[] = {"op",      "pp",    "chapeau", "item",
                                    "closing", "annex", "heading", NULL};

/* Whether what follows the first word of a comment could stand in a marker: an id, attributes. */
static gboolean is_like_attributes(const char *rest)
{
  g_auto(GStrv) words = g_strsplit_set(rest, " \t\r\n", -1);
  gboolean at_id = TRUE;
  for (char **word = words; *word; word++) {
    if (**word && !strchr(*word, '=') && !(at_id && adref_name_is(ADREF_NAME_CLAUSE, *word)))
      return FALSE;
    at_id = at_id && !**word;
  }
  return TRUE;
}

/* The kind that a comment nearly names; NULL: it is no marker. */
static const char *near_kind(const char *comment)
{
  gsize length = strcspn(comment, " \t\r\n:");
  g_autofree char *first = g_ascii_strdown(comment, (gssize)length);
  if (length < 2 || !is_like_attributes(comment + length + (comment[length] == ':')))
    return NULL;
  return adref_name_closest(first, kinds);
}

static GHashTable *comments_of(const AdrefNode *document)
{
  GHashTable *comments = g_hash_table_new(g_str_hash, g_str_equal);
  AdrefWalk walk = adref_walk(document);
  while (adref_walk_next(&walk))
    if (walk.entering && walk.node->type == ADREF_COMMENT)
      g_hash_table_add(comments, walk.node->text);
  return comments;
}

static void check_comment(SlipFinder *self, const AdrefNode *comment)
{
  g_autofree char *wrong = NULL;
  g_autoptr(AdrefNode) marker = adref_marker_read(comment->text, &wrong);
  const char *kind = wrong ? NULL : near_kind(comment->text);
  g_autofree char *quoted = beginning(comment->text);
  if (wrong)
    add(self, comment, TRUE, "the comment \"%s\" is nearly a marker: %s", quoted, wrong);
  else if (kind)
    add(self, comment, TRUE,
        "the comment \"%s\" is nearly a marker, of the kind \"%s\"; a marker is <!-- %s ID -->",
        quoted, kind, kind);
}

static void check_comments(SlipFinder *self)
{
  g_autoptr(GHashTable) before = comments_of(self->old);
  AdrefWalk walk = adref_walk(self->new);
  while (adref_walk_next(&walk))
    if (walk.entering && walk.node->type == ADREF_COMMENT &&
        !g_hash_table_contains(before, walk.node->text))
      check_comment(self, walk.node);
}

/* --- clauses --- */

static void check_marker(SlipFinder *self, const AdrefNode *clause)
{
  const AdrefClause *now = clause->as.clause;
  const AdrefNode *before = g_hash_table_lookup(self->old_clauses, now->id);
  if (g_hash_table_lookup(self->new_clauses, now->id) != clause ||
      (self->others && g_hash_table_contains(self->others, now->id))) {
    add(self, clause, FALSE, "the clause id \"%s\" stands twice; give each clause its own",
        now->id);
    return;
  }
  if (!before)
    return;
  const AdrefClause *then = before->as.clause;
  if (then->kind != now->kind)
    add(self, clause, TRUE, "the kind of %s was \"%s\", and is \"%s\" now", now->id,
        adref_clause_kind_word(then->kind), adref_clause_kind_word(now->kind));
  if (g_strcmp0(then->frozen, now->frozen) != 0)
    add(self, clause, TRUE, "the number of %s was %s%s, and is %s%s now", now->id,
        then->frozen ? "no=" : "not fixed", then->frozen ? then->frozen : "",
        now->frozen ? "no=" : "not fixed", now->frozen ? now->frozen : "");
  if (before->first && !clause->first)
    add(self, clause, TRUE, "no words are left below the marker of %s", now->id);
}

/* Whether two clauses have the same fixed number, within one part: an annex counts anew. */
static void check_numbers(SlipFinder *self)
{
  g_autoptr(GHashTable) taken = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  guint annex = 0;
  for (AdrefNode *clause = self->new->first; clause; clause = clause->next) {
    const AdrefClause *now = clause->as.clause;
    annex += now->kind == ADREF_ANNEX ? 1 : 0;
    if (!now->frozen)
      continue;
    char *key = g_strdup_printf("%u %d %s", annex, (int)now->kind, now->frozen);
    const AdrefNode *other = g_hash_table_lookup(taken, key);
    const AdrefNode *before = now->id ? g_hash_table_lookup(self->old_clauses, now->id) : NULL;
    gboolean is_new = !before || g_strcmp0(before->as.clause->frozen, now->frozen) != 0;
    if (other && is_new)
      add(self, clause, TRUE, "the number no=%s stands twice", now->frozen);
    g_hash_table_replace(taken, key, clause);
  }
}

/* A paragraph that belongs to no clause, in a text whose paragraphs have markers. */
static void check_plain(SlipFinder *self, const AdrefNode *clause)
{
  for (const AdrefNode *block = clause->first; block; block = block->next) {
    g_autofree char *words = has_words(block) ? adref_node_words(block) : NULL;
    if (!words || g_hash_table_contains(blocks_of(&self->old_words, self->old), words))
      continue;
    g_autofree char *quoted = beginning(words);
    add(self, block, TRUE,
        "the paragraph \"%s\" belongs to no clause; a marker begins one, <!-- op ID -->", quoted);
  }
}

static gboolean has_block(const AdrefNode *clause, const char *words)
{
  for (const AdrefNode *block = clause->first; block; block = block->next) {
    g_autofree char *own = adref_node_words(block);
    if (strcmp(own, words) == 0)
      return TRUE;
  }
  return FALSE;
}

/* Where the words of a clause are now that is gone: in a block that was not there before. NULL:
 * nowhere. */
static const AdrefNode *find_words(SlipFinder *self, const AdrefNode *gone)
{
  for (const AdrefNode *block = gone->first; block; block = block->next) {
    g_autofree char *words = has_words(block) ? adref_node_words(block) : NULL;
    const AdrefNode *now =
        words && *words ? g_hash_table_lookup(blocks_of(&self->places, self->new), words) : NULL;
    const char *id = now ? now->parent->as.clause->id : NULL;
    const AdrefNode *before = id ? g_hash_table_lookup(self->old_clauses, id) : NULL;
    if (now && !(before && has_block(before, words)))
      return now;
  }
  return NULL;
}

static guint count_blocks(const AdrefNode *clause)
{
  guint count = 0;
  for (const AdrefNode *block = clause->first; block; block = block->next)
    count += has_words(block) ? 1 : 0;
  return count;
}

/* The block that the clause above a gone one has more than before: its words may have changed, too.
 */
static const AdrefNode *find_grown(const SlipFinder *self, const AdrefNode *gone)
{
  const AdrefNode *now = NULL, *before = gone->prev;
  for (; before && !now; before = now ? before : before->prev)
    now = before->as.clause->id ? g_hash_table_lookup(self->new_clauses, before->as.clause->id)
                                : NULL;
  return now && before && count_blocks(now) > count_blocks(before) ? now->last : NULL;
}

/* A clause whose id is gone. It is no slip when its words are gone, too, or have another id. */
static void check_gone(SlipFinder *self, const AdrefNode *gone)
{
  const char *id = gone->as.clause->id;
  const AdrefNode *block = find_words(self, gone);
  block = block ? block : find_grown(self, gone);
  const AdrefClause *now = block ? block->parent->as.clause : NULL;
  if (!now || (now->id && !g_hash_table_contains(self->old_clauses, now->id)))
    return;
  if (now->id)
    add(self, block, TRUE, "the marker of %s is gone: these words belong to %s now", id, now->id);
  else
    add(self, block, TRUE, "the marker of %s is gone: these words belong to no clause with an id",
        id);
}

static gboolean has_marked(const AdrefNode *document)
{
  for (const AdrefNode *clause = document->first; clause; clause = clause->next)
    if (is_marked(clause))
      return TRUE;
  return FALSE;
}

static void check_clauses(SlipFinder *self)
{
  if (self->has_markers && !has_marked(self->new)) {
    if (!self->new->first)
      add(self, NULL, TRUE, "the text is empty; git restore FILE brings the saved words back");
    else
      add(self, self->new->first, TRUE, "no marker is left; each clause begins with one, %s",
          "<!-- op ID -->");
    return;
  }
  for (const AdrefNode *clause = self->new->first; clause; clause = clause->next) {
    if (clause->as.clause->id)
      check_marker(self, clause);
    else if (clause->as.clause->kind == ADREF_PLAIN && self->has_markers)
      check_plain(self, clause);
  }
  for (const AdrefNode *clause = self->old->first; clause; clause = clause->next)
    if (clause->as.clause->id && !g_hash_table_contains(self->new_clauses, clause->as.clause->id) &&
        !(self->others && g_hash_table_contains(self->others, clause->as.clause->id)))
      check_gone(self, clause);
  check_numbers(self);
}

/* --- brackets, conflicts of git --- */

/* How many brackets without their other end each clause has: id, or "", -> number. */
static GHashTable *count_edges(const AdrefNode *document)
{
  GHashTable *counts = g_hash_table_new(g_str_hash, g_str_equal);
  for (const AdrefNode *clause = document->first; clause; clause = clause->next) {
    char *id = clause->as.clause->id ? clause->as.clause->id : (char *)(guintptr) "";
    AdrefWalk walk = adref_walk(clause);
    while (adref_walk_next(&walk))
      if (walk.entering && walk.node->type == ADREF_BRACKET_EDGE && !walk.node->as.edge.partner) {
        guint count = GPOINTER_TO_UINT(g_hash_table_lookup(counts, id));
        g_hash_table_insert(counts, id, GUINT_TO_POINTER(count + 1));
      }
  }
  return counts;
}

static void check_edges(SlipFinder *self, const AdrefNode *clause, GHashTable *before)
{
  const char *id = clause->as.clause->id ? clause->as.clause->id : "";
  guint known = GPOINTER_TO_UINT(g_hash_table_lookup(before, id));
  AdrefWalk walk = adref_walk(clause);
  while (adref_walk_next(&walk)) {
    const AdrefNode *node = walk.node;
    if (!walk.entering)
      continue;
    if (node->type == ADREF_TEXT && g_str_has_prefix(node->text, "<<<<<<< "))
      add(self, node->parent, TRUE, "a conflict of git; keep one of its two sides");
    if (node->type != ADREF_BRACKET_EDGE || node->as.edge.partner)
      continue;
    if (known > 0)
      g_hash_table_insert(before, (gpointer)(guintptr)id, GUINT_TO_POINTER(--known));
    else
      add(self, node, TRUE,
          node->as.edge.opens ? "a \"[\" without its \"]\"" : "a \"]\" without its \"[\"");
  }
}

static void check_brackets(SlipFinder *self)
{
  g_autoptr(GHashTable) before = count_edges(self->old);
  for (const AdrefNode *clause = self->new->first; clause; clause = clause->next)
    check_edges(self, clause, before);
}

static int compare_places(gconstpointer a, gconstpointer b)
{
  const AdrefEditSlip *first = *(AdrefEditSlip *const *)a, *second = *(AdrefEditSlip *const *)b;
  if (first->line != second->line)
    return first->line < second->line ? -1 : 1;
  return first->column < second->column ? -1 : first->column > second->column;
}

GPtrArray *adref_edit_slips_find(const AdrefNode *old, const AdrefNode *new, GHashTable *others)
{
  SlipFinder self = {.old = old,
                     .new = new,
                     .old_clauses = clauses_by_id(old),
                     .new_clauses = clauses_by_id(new),
                     .others = others,
                     .has_markers = has_marked(old),
                     .slips = g_ptr_array_new_with_free_func(slip_free)};
  check_comments(&self);
  check_clauses(&self);
  check_brackets(&self);
  g_ptr_array_sort(self.slips, compare_places);
  g_hash_table_unref(self.old_clauses);
  g_hash_table_unref(self.new_clauses);
  g_clear_pointer(&self.old_words, g_hash_table_unref);
  g_clear_pointer(&self.places, g_hash_table_unref);
  return self.slips;
}
