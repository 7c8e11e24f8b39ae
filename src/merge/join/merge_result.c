#include "merge/join/merge_result.h"

#include <string.h>

#include "clause/node_copy.h"
#include "clause/proposals/bracket_build.h"
#include "clause/text/footnote_labels.h"
#include "merge/compare/block_matching.h"
#include "merge/content_key.h"
#include "merge/join/merge_block.h"
#include "merge/join/merge_breaks.h"
#include "merge/join/merge_children.h"
#include "merge/join/merge_divided.h"
#include "merge/join/merge_events.h"
#include "merge/join/merge_inside.h"
#include "merge/join/merge_marker.h"
#include "merge/join/merge_wrap.h"

static const char moved_from[] = "moves this paragraph to another place",
                  moved_to[] = "moved to this place";

gboolean adref_merge_is_move_note(const AdrefNode *node)
{
  return (node->type == ADREF_NOTE || node->type == ADREF_COMMENT) &&
         (strcmp(node->text, moved_from) == 0 || strcmp(node->text, moved_to) == 0);
}

static guint count_of(const AdrefMergeResult *self)
{
  return self->context->count;
}

static gboolean is_compiled(const AdrefMergeResult *self)
{
  return self->context->options->compile;
}

/* --- tools --- */

/* The matcher of blocks of the base with those of a side. */
static AdrefBlockMatches match_with_base(gpointer data, guint side, const AdrefNode *base,
                                         const AdrefNode *node)
{
  const AdrefMergeResult *self = data;
  return adref_merge_match_blocks(&self->clauses->workers[side], base, node, is_compiled(self));
}

/* Matches blocks that are copies, or of no base, with those of a side. */
static AdrefBlockMatches match_copies(const AdrefMergeResult *self, const AdrefNode *document,
                                      guint side, const AdrefNode *base, const AdrefNode *node)
{
  AdrefDiffWorker worker;
  adref_diff_worker_init(&worker, document, self->context->sides[side].document,
                         self->context->options->language);
  adref_diff_worker_tokenize(&worker, base, 0);
  adref_diff_worker_tokenize(&worker, node, 1);
  adref_token_cache_unify_ids(worker.cache);
  AdrefBlockMatches matches = adref_merge_match_blocks(&worker, base, node, is_compiled(self));
  adref_diff_worker_clear(&worker);
  return matches;
}

/* The matcher of blocks of two new clauses, which are of no base. */
static AdrefBlockMatches match_new(gpointer data, guint side, const AdrefNode *base,
                                   const AdrefNode *node)
{
  const AdrefMergeResult *self = data;
  return match_copies(self, self->context->sides[self->new_side].document, side, base, node);
}

/* The matcher of blocks of a clause of which the bracket around all its words was taken off. */
static AdrefBlockMatches match_inside(gpointer data, guint side, const AdrefNode *base,
                                      const AdrefNode *node)
{
  const AdrefMergeResult *self = data;
  return match_copies(self, self->context->clause->parent, side, base, node);
}

static GBytes *content_of(const AdrefMergeResult *self, const AdrefNode *clause, guint side)
{
  return adref_content_key_new(clause, &self->context->references[side]);
}

static AdrefMergeEvent *report(AdrefMergeResult *self, AdrefMergeEventType type,
                               const GArray *sides, const char *detail)
{
  AdrefMergeEvent *event = adref_merge_event_add(self->context, type, detail);
  for (guint i = 0; sides && i < sides->len; i++)
    adref_merge_event_add_side(self->context, event, g_array_index(sides, guint, i));
  return event;
}

/* A party's words on a block that no bracket can stand around. */
static void add_note(AdrefMergeResult *self, AdrefNode *clause, const GArray *sides,
                     const char *words)
{
  for (guint i = 0; i < sides->len; i++) {
    const char *party = adref_merge_party(self->context, g_array_index(sides, guint, i));
    AdrefNode *note = adref_node_new_text(party ? ADREF_NOTE : ADREF_COMMENT, words, -1);
    if (party)
      note->as.party = g_strdup(party);
    adref_node_append(clause, note);
  }
}

/* Puts a bracket around a clause; where none can stand, a note says what the parties want. */
static void wrap(AdrefMergeResult *self, AdrefNode *clause, const GArray *support,
                 const GArray *delete)
{
  self->context->report->brackets++;
  if (adref_merge_wrap(self->context, clause, support, delete))
    return;
  if (support)
    add_note(self, clause, support, "proposes this paragraph");
  if (delete)
    add_note(self, clause, delete, "proposes to delete this paragraph");
}

static GArray *sides_new(void)
{
  return g_array_new(FALSE, FALSE, sizeof(guint));
}

/* Whether a clause of the result has the id, or one of the base, which may be put later. */
static gboolean has_id(const AdrefMergeResult *self, const char *id)
{
  return g_hash_table_contains(self->ids, id) || g_hash_table_contains(self->base_ids, id);
}

/* An id that no clause of the result has: "NAME", "NAME-2" ... Caller frees. */
static char *free_id(const AdrefMergeResult *self, const char *name)
{
  char *id = g_strdup(name);
  for (guint i = 2; has_id(self, id); i++) {
    g_free(id);
    id = g_strdup_printf("%s-%u", name, i);
  }
  return id;
}

/* Gives a second form of a clause an id of its own: "ID-jpn". */
static void set_own_id(AdrefMergeResult *self, AdrefNode *out, guint side, gboolean replaces)
{
  AdrefClause *marker = out->as.clause;
  if (!marker->id)
    return;
  const char *party = adref_merge_party(self->context, side);
  g_autofree char *suffix = party ? g_ascii_strdown(party, -1) : g_strdup("other");
  g_autofree char *name = g_strconcat(marker->id, "-", suffix, NULL);
  if (replaces && !marker->alt)
    marker->alt = g_steal_pointer(&marker->id);
  g_free(marker->id);
  marker->id = free_id(self, name);
  g_clear_pointer(&marker->frozen, g_free);
}

/* Two sides may freeze one number for two paragraphs: the second one keeps none. */
static void take_number(AdrefMergeResult *self, AdrefClause *marker)
{
  if (!marker->frozen || g_hash_table_contains(self->twice, marker->frozen) ||
      g_hash_table_add(self->numbers, marker->frozen))
    return;
  report(self, ADREF_MERGE_UNPLACED, NULL, "a frozen number, which another paragraph has");
  g_clear_pointer(&marker->frozen, g_free);
}

static void append(AdrefMergeResult *self, AdrefNode *clause)
{
  take_number(self, clause->as.clause);
  if (clause->as.clause->id)
    g_hash_table_add(self->ids, clause->as.clause->id);
  adref_node_append(self->out, clause);
}

/* --- forms that no bracket can hold: each stands whole --- */

/* The sides that have a form with this content, from `from` on. */
static GArray *sides_with(const AdrefMergeResult *self, const AdrefNode *const *forms, guint from)
{
  GArray *sides = sides_new();
  g_autoptr(GBytes) content = content_of(self, forms[from], from);
  for (guint s = from; s < count_of(self); s++) {
    g_autoptr(GBytes) own = forms[s] ? content_of(self, forms[s], s) : NULL;
    if (own && g_bytes_equal(own, content))
      g_array_append_val(sides, s);
  }
  return sides;
}

static void put_whole(AdrefMergeResult *self, const AdrefMergeClause *clause)
{
  g_autoptr(GArray) done = sides_new();
  gboolean first = TRUE;
  if (clause->base && is_compiled(self)) {
    AdrefNode *copy = adref_node_copy_tree(clause->base, ADREF_KEPT);
    wrap(self, copy, NULL, NULL);
    append(self, copy);
    first = FALSE;
  }
  for (guint s = 0; s < count_of(self); s++) {
    if (!clause->forms[s])
      continue;
    g_autoptr(GArray) sides = sides_with(self, clause->forms, s);
    gboolean before = FALSE;
    for (guint i = 0; i < done->len; i++)
      before = before || g_array_index(done, guint, i) == s;
    if (before)
      continue;
    g_array_append_vals(done, sides->data, sides->len);
    AdrefNode *copy = adref_node_copy_tree(clause->forms[s], ADREF_KEPT);
    if (!first)
      set_own_id(self, copy, s, TRUE);
    wrap(self, copy, sides, NULL);
    append(self, copy);
    first = FALSE;
  }
  self->stands_twice = TRUE;
  report(self, ADREF_MERGE_BRACKETED, done, "each form stands whole");
}

/* --- clauses of the base --- */

/* What the sides did to a clause of the base. */
typedef struct {
  GArray *editors, *deleters, *movers; /* of guint */
} Fate;

static Fate fate_of(const AdrefMergeResult *self, const AdrefMergeClause *clause)
{
  Fate fate = {sides_new(), sides_new(), sides_new()};
  for (guint s = 0; s < count_of(self); s++) {
    if (clause->gaps[s] != ADREF_NO_MATCH)
      g_array_append_val(fate.movers, s);
    if (clause->forms[s])
      g_array_append_val(fate.editors, s);
    else if (!clause->kept[s])
      g_array_append_val(fate.deleters, s);
  }
  return fate;
}

static void fate_clear(Fate *fate)
{
  g_array_unref(fate->editors);
  g_array_unref(fate->deleters);
  g_array_unref(fate->movers);
}

static guint first_of(const GArray *sides)
{
  return g_array_index(sides, guint, 0);
}

/* The forms with other words than the base, as they were compared when the clauses were matched:
 * the digits of a reference to a clause that one of both lacks are words for both. *different is
 * how many results there are among them. */
static const AdrefNode **edited_forms(const AdrefMergeResult *self, const AdrefMergeClause *clause,
                                      guint *different)
{
  const AdrefNode **forms = g_new0(const AdrefNode *, count_of(self) + 1);
  g_autoptr(GBytes) base = content_of(self, clause->base, count_of(self));
  g_autoptr(GHashTable) contents =
      g_hash_table_new_full(g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, NULL);
  for (guint s = 0; s < count_of(self); s++) {
    gboolean has_words = clause->forms[s] && !(clause->same_words && clause->same_words[s]);
    g_autoptr(GBytes) own = has_words ? content_of(self, clause->forms[s], s) : NULL;
    if (!own || g_bytes_equal(own, base))
      continue;
    forms[s] = clause->forms[s];
    g_hash_table_add(contents, g_steal_pointer(&own));
  }
  *different = g_hash_table_size(contents);
  return forms;
}

static const AdrefNode *first_form(const AdrefMergeResult *self, const AdrefNode *const *forms)
{
  guint s = 0;
  while (s < count_of(self) && !forms[s])
    s++;
  return forms[s];
}

/* The clause with the words of all sides; NULL: no bracket can hold them. */
static AdrefNode *merge_forms(AdrefMergeResult *self, const AdrefMergeClause *clause,
                              const Fate *fate, AdrefMergeMatcher match)
{
  guint different;
  g_autofree const AdrefNode **forms = edited_forms(self, clause, &different);
  AdrefNode *out = adref_merge_marker(self->context, clause);
  guint before = self->context->report->brackets;
  if (different == 0 || (different == 1 && !is_compiled(self))) {
    const AdrefNode *only = different == 0 ? clause->base : first_form(self, forms);
    for (const AdrefNode *block = only->first; block; block = block->next)
      adref_node_append(out, adref_node_copy_tree(block, ADREF_KEPT));
  } else {
    AdrefMergeChildren children = {self->context,       match, self,
                                   ADREF_MERGE_NO_SIDE, NULL,  clause->doubtful};
    if (!adref_merge_children(&children, clause->base, forms, out)) {
      adref_node_free(out);
      return NULL;
    }
  }
  if (fate->editors->len > 0 && self->context->report->brackets == before &&
      (different > 0 ||
       (!is_compiled(self) && adref_merge_marker_is_changed(self->context, clause))))
    report(self, ADREF_MERGE_TAKEN, fate->editors, NULL);
  return out;
}

static AdrefNode *merge_words(AdrefMergeResult *self, const AdrefMergeClause *clause,
                              const Fate *fate)
{
  AdrefMergeInside inside;
  if (!adref_merge_inside_begin(&inside, self->context, clause))
    return merge_forms(self, clause, fate, match_with_base);
  g_autoptr(AdrefNode) out = merge_forms(self, &inside.clause, fate, match_inside);
  gboolean done = out && adref_merge_inside_end(&inside, out);
  adref_merge_inside_clear(&inside);
  return done ? g_steal_pointer(&out) : merge_forms(self, clause, fate, match_with_base);
}

static void report_moves(AdrefMergeResult *self, const AdrefMergeClause *clause, const Fate *fate)
{
  gboolean differs = FALSE;
  guint gap = adref_merge_clause_moved_to(self->clauses, clause);
  if (fate->movers->len == 0)
    return;
  for (guint i = 0; i < fate->movers->len; i++)
    differs = differs || clause->gaps[g_array_index(fate->movers, guint, i)] != gap;
  report(self, differs ? ADREF_MERGE_MOVED_TWICE : ADREF_MERGE_MOVED, fate->movers, NULL);
}

/* A clause that a side deleted and another one changed or moved stands in a bracket. */
static void put_deleted(AdrefMergeResult *self, AdrefNode *out, const Fate *fate)
{
  const GArray *support = fate->editors->len > 0 ? fate->editors : fate->movers;
  gboolean is_changed = fate->editors->len > 0 || fate->movers->len > 0;
  report(self, ADREF_MERGE_BRACKETED, fate->deleters,
         is_changed ? "deleted by one side, changed by another" : "deleted");
  wrap(self, out, is_compiled(self) ? NULL : support, fate->deleters);
}

static void put_base(AdrefMergeResult *self, const AdrefMergeClause *clause)
{
  Fate fate = fate_of(self, clause);
  gboolean wanted = is_compiled(self) || fate.editors->len > 0 || fate.movers->len > 0;
  if (fate.deleters->len > 0 && !wanted) {
    report(self, ADREF_MERGE_DELETED, fate.deleters, NULL);
    fate_clear(&fate);
    return;
  }
  AdrefNode *out = merge_words(self, clause, &fate);
  report_moves(self, clause, &fate);
  if (!out) {
    put_whole(self, clause);
  } else {
    if (fate.deleters->len > 0)
      put_deleted(self, out, &fate);
    append(self, out);
  }
  fate_clear(&fate);
}

/* --- compiled moves: deleted at the old place, proposed at the new one --- */

/* The clause as if those who moved it had left it alone. */
static AdrefMergeClause without_movers(const AdrefMergeResult *self, const AdrefMergeClause *clause,
                                       const GArray *movers)
{
  gsize count = count_of(self) + 1;
  AdrefMergeClause rest = *clause;
  rest.forms = g_memdup2(clause->forms, count * sizeof *clause->forms);
  rest.kept = g_memdup2(clause->kept, count * sizeof *clause->kept);
  for (guint i = 0; i < movers->len; i++) {
    guint mover = g_array_index(movers, guint, i);
    rest.forms[mover] = NULL;
    rest.kept[mover] = 1;
  }
  return rest;
}

static void put_moved_from(AdrefMergeResult *self, const AdrefMergeClause *clause)
{
  Fate fate = fate_of(self, clause);
  AdrefMergeClause others = without_movers(self, clause, fate.movers);
  Fate rest = fate_of(self, &others);
  AdrefNode *out = merge_words(self, &others, &rest);
  if (!out) {
    put_whole(self, &others);
  } else {
    g_array_append_vals(rest.deleters, fate.movers->data, fate.movers->len);
    wrap(self, out, NULL, rest.deleters);
    add_note(self, out, fate.movers, moved_from);
    report(self, ADREF_MERGE_BRACKETED, fate.movers, "a move");
    append(self, out);
  }
  g_free(others.forms);
  g_free(others.kept);
  fate_clear(&rest);
  fate_clear(&fate);
}

/* The form of a clause that a side moved. */
static const AdrefNode *moved_form(const AdrefMergeClause *clause, guint side)
{
  return clause->forms[side] ? clause->forms[side] : clause->base;
}

/* The sides that moved a clause to the same place and have the same words in it as one of them. */
static GArray *movers_with(const AdrefMergeResult *self, const AdrefMergeClause *clause, guint side)
{
  GArray *movers = sides_new();
  g_autoptr(GBytes) content = content_of(self, moved_form(clause, side), side);
  for (guint s = 0; s < count_of(self); s++) {
    if (clause->gaps[s] != clause->gaps[side])
      continue;
    g_autoptr(GBytes) own = content_of(self, moved_form(clause, s), s);
    if (g_bytes_equal(own, content))
      g_array_append_val(movers, s);
  }
  return movers;
}

/* Who moved a proposal of somebody else is named beside it. */
static void put_bracket_of_movers(AdrefMergeResult *self, AdrefNode *out, const GArray *movers)
{
  if (adref_merge_wrap_anew(self->context, out, movers, NULL))
    self->context->report->brackets++;
  else
    wrap(self, out, movers, NULL);
  add_note(self, out, movers, moved_to);
}

/* One clause for each form that those who moved it to this place have. */
static void put_moved_to(AdrefMergeResult *self, const AdrefMergePlace *place)
{
  const AdrefMergeClause *clause = place->clause;
  for (guint s = 0; s < count_of(self); s++) {
    if (clause->gaps[s] != place->gap)
      continue;
    g_autoptr(GArray) movers = movers_with(self, clause, s);
    if (first_of(movers) != s)
      continue;
    AdrefNode *out = adref_node_copy_tree(moved_form(clause, s), ADREF_KEPT);
    set_own_id(self, out, s, FALSE);
    put_bracket_of_movers(self, out, movers);
    append(self, out);
  }
}

/* --- new clauses --- */

/* The form of a new clause that all differences are shown against: the first one in an order that
 * does not depend on the order of the sides. */
static guint choose_side(const AdrefMergeResult *self, const AdrefMergeClause *clause)
{
  g_autoptr(GBytes) least = NULL;
  guint chosen = ADREF_MERGE_NO_SIDE;
  for (guint s = 0; s < count_of(self); s++) {
    if (!clause->forms[s])
      continue;
    GBytes *own = content_of(self, clause->forms[s], s);
    if (!least || g_bytes_compare(own, least) < 0) {
      g_clear_pointer(&least, g_bytes_unref);
      least = own;
      chosen = s;
    } else {
      g_bytes_unref(own);
    }
  }
  return chosen;
}

/* Forms of a new clause that differ become one clause with brackets; NULL: no bracket can hold
 * them. */
static AdrefNode *merge_new(AdrefMergeResult *self, const AdrefMergeClause *clause, guint chosen)
{
  const AdrefNode *base = clause->forms[chosen];
  g_autofree const AdrefNode **forms = g_new0(const AdrefNode *, count_of(self) + 1);
  g_autofree guint8 *holders = g_new0(guint8, count_of(self));
  for (guint s = 0; s < count_of(self); s++) {
    forms[s] = s == chosen ? NULL : clause->forms[s];
    holders[s] = clause->forms[s] != NULL;
  }
  AdrefNode *out = adref_node_copy(base);
  self->new_side = chosen;
  AdrefMergeChildren children = {self->context, match_new, self, chosen, holders, FALSE};
  if (adref_merge_children(&children, base, forms, out))
    return out;
  adref_node_free(out);
  return NULL;
}

static void put_forms(AdrefMergeResult *self, const AdrefMergeClause *clause, gboolean bracketed)
{
  guint chosen = choose_side(self, clause);
  self->context->clause = clause->forms[chosen];
  g_autoptr(GArray) sides = sides_new();
  for (guint s = 0; s < count_of(self); s++)
    if (clause->forms[s])
      g_array_append_val(sides, s);
  g_autoptr(GArray) same = sides_with(self, clause->forms, first_of(sides));
  AdrefNode *out = same->len == sides->len ? adref_node_copy_tree(clause->forms[chosen], ADREF_KEPT)
                                           : merge_new(self, clause, chosen);
  if (!out) {
    put_whole(self, clause);
    return;
  }
  if (out->as.clause->id && has_id(self, out->as.clause->id))
    set_own_id(self, out, chosen, FALSE);
  adref_merge_marker_set_number(self->context, clause, out);
  report(self, ADREF_MERGE_ADDED, sides, NULL);
  if (clause->contested && !is_compiled(self))
    report(self, ADREF_MERGE_BRACKETED, sides, "in the place of what others replaced too");
  if (bracketed || clause->contested)
    wrap(self, out, sides, NULL);
  append(self, out);
}

/* Whether another form of a new clause counts in the place of a side's: that of a later side of
 * the same party. */
static gboolean gives_way(const AdrefMergeResult *self, const AdrefMergeClause *clause, guint side)
{
  g_autoptr(GBytes) own = content_of(self, clause->forms[side], side);
  for (guint s = 0; s < count_of(self); s++) {
    if (!clause->forms[s] || !adref_merge_gives_way(self->context, side, s))
      continue;
    g_autoptr(GBytes) later = content_of(self, clause->forms[s], s);
    if (!g_bytes_equal(own, later))
      return TRUE;
  }
  return FALSE;
}

/* Reports the sides whose forms of a new clause do not count; NULL: none. Caller frees. */
static GArray *find_earlier(AdrefMergeResult *self, const AdrefMergeClause *clause)
{
  g_autoptr(GArray) earlier = sides_new();
  for (guint s = 0; s < count_of(self); s++)
    if (clause->forms[s] && gives_way(self, clause, s))
      g_array_append_val(earlier, s);
  if (earlier->len == 0)
    return NULL;
  report(self, ADREF_MERGE_SUPERSEDED, earlier, "an earlier form of the new paragraph");
  return g_steal_pointer(&earlier);
}

/* The new clause without the forms that do not count. What is left stands in a bracket, as nobody
 * decided between the forms of the party. */
static void put_later(AdrefMergeResult *self, const AdrefMergeClause *clause, const GArray *earlier)
{
  AdrefMergeClause later = *clause;
  g_autofree const AdrefNode **forms =
      g_memdup2(clause->forms, (count_of(self) + 1) * sizeof *clause->forms);
  for (guint i = 0; i < earlier->len; i++)
    forms[g_array_index(earlier, guint, i)] = NULL;
  later.forms = forms;
  put_forms(self, &later, TRUE);
}

static void put_new(AdrefMergeResult *self, const AdrefMergeClause *clause)
{
  self->context->clause = clause->forms[choose_side(self, clause)];
  g_autoptr(GArray) earlier = find_earlier(self, clause);
  if (earlier)
    put_later(self, clause, earlier);
  else
    put_forms(self, clause, is_compiled(self));
}

/* --- clauses that were divided or joined --- */

static AdrefMergeClause *clause_at(const AdrefMergeResult *self, guint place)
{
  return self->clauses->clauses->pdata[place];
}

static AdrefMergeDivided *find_divided(const AdrefMergeResult *self)
{
  const AdrefMergeClauses *clauses = self->clauses;
  g_autoptr(GPtrArray) arrays = g_ptr_array_new_with_free_func(g_free);
  g_autofree AdrefMergeDividedSide *sides = g_new0(AdrefMergeDividedSide, count_of(self) + 1);
  for (guint s = 0; s < count_of(self); s++) {
    const AdrefClauseMatching *own = &clauses->matchings[s];
    guint8 *same = g_new0(guint8, clauses->base_count + 1);
    for (guint i = 0; i < clauses->base_count; i++)
      same[i] = clause_at(self, i)->same_words[s];
    g_ptr_array_add(arrays, same);
    sides[s] = (AdrefMergeDividedSide){own->new,      own->news.length,  own->matches,
                                       own->in_order, own->joined_into,  own->split_from,
                                       same,          clauses->places[s]};
  }
  g_autofree const AdrefNode **olds = g_new(const AdrefNode *, clauses->base_count + 1);
  for (guint i = 0; i < clauses->base_count; i++)
    olds[i] = clause_at(self, i)->base;
  AdrefMergeDividedTexts texts = {self->context, olds, clauses->base_count, clauses->clauses->len,
                                  sides};
  return adref_merge_divided_new(&texts);
}

static void put_part(AdrefMergeResult *self, const AdrefMergePart *part)
{
  const AdrefMergeClause *clause = clause_at(self, part->part);
  guint side = clause->base ? ADREF_MERGE_NO_SIDE : choose_side(self, clause);
  const AdrefNode *form = clause->base ? clause->base : clause->forms[side];
  g_autoptr(AdrefNode) marker = clause->base ? adref_merge_marker(self->context, clause) : NULL;
  AdrefNode *paragraph = (AdrefNode *)(guintptr)part->paragraph;
  AdrefNode *out = adref_merge_divided_form(form, marker ? marker : form, paragraph);
  if (!clause->base && out->as.clause->id && has_id(self, out->as.clause->id))
    set_own_id(self, out, side, FALSE);
  adref_merge_marker_set_number(self->context, clause, out);
  append(self, out);
}

/* Puts what stands in the place of a clause that was divided or joined. FALSE: it is put by itself.
 */
static gboolean put_divided(AdrefMergeResult *self, const AdrefMergeClause *clause)
{
  g_autoptr(GArray) parts = g_array_new(FALSE, FALSE, sizeof(AdrefMergePart));
  if (!self->divided || !adref_merge_divided_take(self->divided, clause->place, parts))
    return FALSE;
  Fate fate = fate_of(self, clause);
  gboolean is_joined = parts->len == 0 && clause->base;
  if (is_joined && fate.movers->len > 0)
    report(self, ADREF_MERGE_MOVED_TWICE, fate.movers, "joined to another paragraph by one side");
  else if (clause->base)
    report_moves(self, clause, &fate);
  fate_clear(&fate);
  for (guint i = 0; i < parts->len; i++)
    put_part(self, &g_array_index(parts, AdrefMergePart, i));
  return TRUE;
}

/* --- the whole --- */

/* Adds the frozen numbers that a text itself has twice. */
static void find_twice(GHashTable *twice, const AdrefNode *document)
{
  g_autoptr(GHashTable) numbers = g_hash_table_new(g_str_hash, g_str_equal);
  for (const AdrefNode *clause = document->first; clause; clause = clause->next) {
    char *number = clause->as.clause->frozen;
    if (number && !g_hash_table_add(numbers, number))
      g_hash_table_add(twice, number);
  }
}

/* Adds the ids that clauses of the base will have: one that a side renamed has its new id, which a
 * new clause of another side may have, too. */
static void find_base_ids(AdrefMergeResult *self)
{
  for (guint i = 0; i < self->clauses->base_count; i++) {
    char *id = adref_merge_marker_id(self->context, self->clauses->clauses->pdata[i]);
    if (id)
      g_hash_table_add(self->base_ids, id);
  }
}

void adref_merge_result_init(AdrefMergeResult *self, AdrefMergeContext *context,
                             const AdrefMergeClauses *clauses, const AdrefNode *base,
                             AdrefNode *out)
{
  *self = (AdrefMergeResult){.context = context,
                             .clauses = clauses,
                             .out = out,
                             .ids = g_hash_table_new(g_str_hash, g_str_equal),
                             .base_ids = g_hash_table_new(g_str_hash, g_str_equal),
                             .numbers = g_hash_table_new(g_str_hash, g_str_equal),
                             .twice = g_hash_table_new(g_str_hash, g_str_equal),
                             .stands_twice = context->options->compile};
  if (!context->options->compile)
    self->divided = find_divided(self);
  find_twice(self->twice, base);
  for (guint s = 0; s < context->count; s++)
    find_twice(self->twice, context->sides[s].document);
  find_base_ids(self);
}

void adref_merge_result_finish(AdrefMergeResult *self)
{
  if (self->stands_twice)
    adref_footnote_labels_set_all_apart(self->out);
}

void adref_merge_result_clear(AdrefMergeResult *self)
{
  g_hash_table_unref(self->ids);
  g_hash_table_unref(self->base_ids);
  g_hash_table_unref(self->numbers);
  adref_merge_divided_free(self->divided);
  g_hash_table_unref(self->twice);
}

static gboolean is_moved(const AdrefMergeResult *self, const AdrefMergeClause *clause)
{
  return adref_merge_clause_moved_to(self->clauses, clause) != ADREF_NO_MATCH;
}

void adref_merge_result_put(AdrefMergeResult *self, const AdrefMergePlace *place)
{
  const AdrefMergeClause *clause = place->clause;
  gboolean at_old = place->gap == ADREF_NO_MATCH;
  self->context->clause = clause->base;
  gboolean is_here = !clause->base || is_compiled(self) || is_moved(self, clause) != at_old;
  if (is_here && put_divided(self, clause))
    return;
  if (!clause->base) {
    put_new(self, clause);
    return;
  }
  if (!is_moved(self, clause))
    put_base(self, clause);
  else if (!is_compiled(self) && !at_old)
    put_base(self, clause);
  else if (is_compiled(self) && at_old)
    put_moved_from(self, clause);
  else if (is_compiled(self))
    put_moved_to(self, place);
}
