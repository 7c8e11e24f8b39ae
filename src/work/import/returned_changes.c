#include "work/import/returned_changes.h"

#include <string.h>

#include "clause/markdown/canonical.h"
#include "clause/markdown/footnote_check.h"
#include "clause/node_copy.h"
#include "clause/text/missing_items.h"
#include "work/export/sent_word.h"
#include "work/import/returned_notes.h"

static const AdrefNode *find(GHashTable *index, const AdrefNode *clause)
{
  const char *id = clause->as.clause->id;
  return id ? g_hash_table_lookup(index, id) : NULL;
}

typedef struct {
  AdrefImportInto *into;
  const AdrefNode *theirs, *ours;
  GHashTable *base_ids, *their_ids, *our_ids; /* id -> clause */
  GHashTable *final_ids;     /* the same of the file with the changes of all parties */
  GHashTable *headings;      /* level and words, and words -> heading of the text as it is */
  GHashTable *base_headings; /* the same of the version that the file came from */
  GHashTable *new_forms;     /* words of the clauses of the text that its draft did not have */
  const char *party;         /* for the id of an alternative */
  gboolean is_fragment; /* the file holds so few clauses that the others are not meant as deleted */
  AdrefNode *result;
} Return;

static gboolean has_brackets(const AdrefNode *clause)
{
  AdrefWalk walk = adref_walk(clause);
  while (adref_walk_next(&walk))
    if (walk.node->type == ADREF_ALTERNATIVE || walk.node->type == ADREF_BRACKET_EDGE)
      return TRUE;
  return FALSE;
}

/* Whether a party stands in one of the clause's brackets. */
static gboolean has_positions(const AdrefNode *clause)
{
  AdrefWalk walk = adref_walk(clause);
  while (adref_walk_next(&walk))
    if ((walk.node->type == ADREF_ALTERNATIVE && walk.node->as.positions.groups) ||
        (walk.node->type == ADREF_BRACKET_EDGE && walk.node->as.edge.groups))
      return TRUE;
  return FALSE;
}

static void drop_positions(AdrefNode *node)
{
  if (node->type == ADREF_ALTERNATIVE)
    g_clear_pointer(&node->as.positions.groups, g_ptr_array_unref);
  else if (node->type == ADREF_BRACKET_EDGE)
    g_clear_pointer(&node->as.edge.groups, g_ptr_array_unref);
}

/* What no page has. */
static gboolean is_trace(const AdrefNode *node)
{
  return node->type == ADREF_NOTE || node->type == ADREF_COMMENT || node->type == ADREF_AD_REF;
}

/* The clause as a page without parties, or of plain text, has it. */
static char *printed_form(const AdrefNode *clause, gboolean positions, gboolean plain)
{
  g_autoptr(AdrefNode) copy = adref_node_copy_tree(clause, ADREF_KEPT);
  g_autoptr(GPtrArray) gone = g_ptr_array_new();
  AdrefWalk walk = adref_walk(copy);
  while (adref_walk_next(&walk)) {
    if (!walk.entering)
      continue;
    if (!positions)
      drop_positions(walk.node);
    gboolean wrapper = adref_node_is_emphasis(walk.node) || walk.node->type == ADREF_LINK;
    if (is_trace(walk.node) || (plain && wrapper))
      g_ptr_array_add(gone, walk.node);
  }
  for (guint i = 0; i < gone->len; i++)
    adref_node_unwrap(gone->pdata[i]);
  GString *form = adref_canonical_clause(copy);
  return g_string_free(form, FALSE);
}

/* Whether the file has the clause as it is: a page that shows no parties drops none, and plain text
 * no links and emphasis. */
static gboolean is_same(const Return *self, const AdrefNode *theirs, const AdrefNode *ours)
{
  if (adref_clause_is_same(theirs, ours))
    return TRUE;
  gboolean plain = self->into->file->format == ADREF_INCOMING_PLAIN_TEXT;
  gboolean positions = has_positions(theirs);
  if (!plain && (positions || !has_positions(ours)))
    return FALSE;
  g_autofree char *first = printed_form(theirs, positions, plain);
  g_autofree char *second = printed_form(ours, positions, plain);
  return strcmp(first, second) == 0;
}

static void note_id(GPtrArray *list, const AdrefNode *clause)
{
  if (clause->as.clause->id)
    g_ptr_array_add(list, g_strdup(clause->as.clause->id));
}

static gboolean is_note(const AdrefNode *block)
{
  return block->type == ADREF_NOTE || block->type == ADREF_COMMENT;
}

static gboolean has_note(const AdrefNode *clause, const AdrefNode *note)
{
  for (const AdrefNode *block = clause ? clause->first : NULL; block; block = block->next)
    if (block->type == note->type && strcmp(block->text, note->text) == 0 &&
        (note->type != ADREF_NOTE || strcmp(block->as.party, note->as.party) == 0))
      return TRUE;
  return FALSE;
}

/* Those that `known` does not have. */
static void copy_notes(AdrefNode *to, const AdrefNode *from, const AdrefNode *known)
{
  for (const AdrefNode *block = from->first; block; block = block->next)
    if (is_note(block) && !has_note(known, block))
      adref_node_append(to, adref_node_copy_tree(block, ADREF_KEPT));
}

static gboolean has_notes(const AdrefNode *clause)
{
  for (const AdrefNode *block = clause->first; block; block = block->next)
    if (is_note(block))
      return TRUE;
  return FALSE;
}

/* The words of the file with the notes and comments that no exported text has. Those of a Word file
 * are new ones. */
static AdrefNode *new_words(const Return *self, const AdrefNode *theirs, const AdrefNode *ours)
{
  AdrefNode *clause = adref_node_copy_tree(theirs, ADREF_KEPT);
  if (self->into->file->docx || !has_notes(theirs))
    copy_notes(clause, ours, theirs);
  return clause;
}

static AdrefNode *keep(Return *self, const AdrefNode *clause)
{
  AdrefNode *copy = adref_node_copy_tree(clause, ADREF_KEPT);
  adref_node_append(self->result, copy);
  return copy;
}

/* The words are the same; comments of a Word file that did not go out, and that no earlier import
 * brought, are new notes. */
static void keep_noted(Return *self, const AdrefNode *theirs, const AdrefNode *ours)
{
  AdrefNode *clause = keep(self, ours);
  const AdrefNode *base = theirs ? find(self->base_ids, theirs) : NULL;
  if (!self->into->file->docx || !base)
    return;
  for (const AdrefNode *block = theirs->first; block; block = block->next)
    if (is_note(block) && !has_note(base, block) && !has_note(ours, block))
      adref_node_append(clause, adref_node_copy_tree(block, ADREF_KEPT));
}

static void change(Return *self, const AdrefNode *theirs, const AdrefNode *ours)
{
  AdrefImportFile *file = self->into->file;
  AdrefNode *changed = new_words(self, theirs, ours);
  guint kept = self->is_fragment ? adref_missing_items_keep(changed, ours) : 0;
  adref_node_append(self->result, changed);
  note_id(self->into->changed, ours);
  if (kept > 0)
    adref_problem_hint(file->problems, MAX(theirs->line, 1), 1,
                       "%u item%s of \"%s\" that the part leaves out stay%s", kept,
                       kept == 1 ? "" : "s", ours->as.clause->id ? ours->as.clause->id : "",
                       kept == 1 ? "s" : "");
  if (file->docx && has_positions(ours) && has_brackets(theirs) && !has_positions(theirs))
    adref_problem(file->problems, MAX(theirs->line, 1), 1,
                  "the file shows no parties, so the changed clause \"%s\" loses the positions of "
                  "its brackets",
                  ours->as.clause->id ? ours->as.clause->id : "");
}

static void add(Return *self, const AdrefNode *theirs)
{
  keep(self, theirs);
  note_id(self->into->added, theirs);
}

/* Whether an alternative to the clause has the id of an import, "ID-PARTY" or "ID-PARTY-2". */
static gboolean is_alternative(const AdrefClause *clause, const char *id, const char *name)
{
  gsize length = strlen(name);
  return g_strcmp0(clause->alt, id) == 0 && clause->id && g_str_has_prefix(clause->id, name) &&
         (clause->id[length] == '\0' || clause->id[length] == '-');
}

static gboolean has_all_notes(const AdrefNode *clause, const AdrefNode *of)
{
  for (const AdrefNode *block = of->first; block; block = block->next)
    if (is_note(block) && !has_note(clause, block))
      return FALSE;
  return TRUE;
}

/* Whether an earlier import of the party has brought the same words beside the clause. */
static gboolean has_alternative(const Return *self, const AdrefNode *theirs, const char *id,
                                const char *name)
{
  g_autofree char *words = printed_form(theirs, TRUE, FALSE);
  for (const AdrefNode *clause = self->ours->first; clause; clause = clause->next) {
    if (!is_alternative(clause->as.clause, id, name) || !has_all_notes(clause, theirs))
      continue;
    g_autofree char *known = printed_form(clause, TRUE, FALSE);
    if (strcmp(known, words) == 0)
      return TRUE;
  }
  return FALSE;
}

/* Both have changed the clause: the file's words stand below it as an alternative, once. */
static void add_alternative(Return *self, const AdrefNode *theirs, const AdrefNode *ours)
{
  const char *id = ours->as.clause->id;
  keep(self, ours);
  note_id(self->into->both, ours);
  g_autofree char *party = g_ascii_strdown(self->party ? self->party : "file", -1);
  g_autofree char *name = g_strdup_printf("%s-%s", id, party);
  if (has_alternative(self, theirs, id, name))
    return;
  for (guint n = 2; g_hash_table_contains(self->our_ids, name); n++) {
    g_free(name);
    name = g_strdup_printf("%s-%s-%u", id, party, n);
  }
  AdrefNode *clause = adref_node_copy_tree(theirs, ADREF_KEPT);
  AdrefClause *attributes = clause->as.clause;
  g_free(attributes->id);
  g_clear_pointer(&attributes->frozen, g_free);
  attributes->id = g_steal_pointer(&name);
  attributes->alt = g_strdup(id);
  adref_node_append(self->result, clause);
}

static GHashTable *new_forms_of(const AdrefNode *ours, GHashTable *base_ids)
{
  GHashTable *forms = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (const AdrefNode *clause = ours->first; clause; clause = clause->next)
    if (!find(base_ids, clause))
      g_hash_table_add(forms, printed_form(clause, TRUE, FALSE));
  return forms;
}

static gboolean has_new_form(const Return *self, const AdrefNode *clause)
{
  g_autofree char *form = printed_form(clause, TRUE, FALSE);
  return g_hash_table_contains(self->new_forms, form);
}

/* Whether the text has a new clause of the file already: an earlier import brought it, perhaps as
 * other parties have changed it. */
static gboolean is_known_new(const Return *self, const AdrefNode *theirs)
{
  const AdrefNode *final = find(self->final_ids, theirs);
  return has_new_form(self, theirs) || (final && has_new_form(self, final));
}

/* Whether an earlier import brought the clause as the changes of all parties make it. */
static gboolean is_final(const Return *self, const AdrefNode *ours)
{
  const AdrefNode *final = self->into->final ? find(self->final_ids, ours) : NULL;
  return final && is_same(self, final, ours);
}

/* Whether a clause has only texts of footnotes, which stand at the end of a part of a text: they
 * have their places in the whole. */
static gboolean has_footnotes_only(const AdrefNode *clause)
{
  for (const AdrefNode *block = clause->first; block; block = block->next)
    if (!adref_footnote_label(block))
      return FALSE;
  return TRUE;
}

/* Whether the text lacks a clause of the file whose words are new, or are not those that others
 * have deleted since. */
static gboolean is_lacking(const Return *self, const AdrefNode *theirs)
{
  const AdrefNode *base = find(self->base_ids, theirs);
  if (theirs->as.clause->kind == ADREF_TITLE) {
    g_autofree char *words = adref_node_words(theirs);
    return !base && !g_hash_table_contains(self->base_headings, words) &&
           !g_hash_table_contains(self->headings, words);
  }
  if (!base && has_footnotes_only(theirs))
    return FALSE;
  return (!base || !is_same(self, theirs, base)) && !is_known_new(self, theirs);
}

/* The clauses of the file from one on, up to the next one that the text has. */
static void add_new_from(Return *self, const AdrefNode *first)
{
  for (const AdrefNode *clause = first; clause; clause = clause->next) {
    if (find(self->our_ids, clause))
      return;
    if (is_lacking(self, clause))
      add(self, clause);
  }
}

/* A clause of the text as it is now, which has moved on since the file went out. */
static void merge_clause(Return *self, const AdrefNode *ours)
{
  const AdrefNode *theirs = find(self->their_ids, ours), *base = find(self->base_ids, ours);
  gboolean is_title = ours->as.clause->kind == ADREF_TITLE && !theirs;
  if (!base || is_title || (theirs && is_same(self, theirs, base)) ||
      (theirs && is_same(self, theirs, ours)) || is_final(self, ours))
    keep_noted(self, theirs, ours);
  else if (theirs && adref_clause_is_same(base, ours))
    change(self, theirs, ours);
  else if (theirs)
    add_alternative(self, theirs, ours);
  else if (self->is_fragment)
    keep(self, ours);
  else if (adref_clause_is_same(base, ours))
    note_id(self->into->deleted, ours);
  else {
    keep(self, ours);
    note_id(self->into->kept, ours);
  }
  if (theirs)
    add_new_from(self, theirs->next);
}

static void merge_moved_on(Return *self)
{
  add_new_from(self, self->theirs->first);
  for (const AdrefNode *clause = self->ours->first; clause; clause = clause->next)
    merge_clause(self, clause);
}

static gboolean has_title(const AdrefNode *document)
{
  g_autofree char *title = adref_document_title(document);
  return title != NULL;
}

/* "2 Cybersecurity": the same words may be a heading at several levels. */
static char *level_and_words(const AdrefNode *title, const char *words)
{
  const AdrefNode *heading = title->first;
  guint level = heading && heading->type == ADREF_HEADING ? heading->as.level : 0;
  return g_strdup_printf("%u %s", level, words);
}

/* The heading of the text with the same words, which may have marks of parties; else the file's. */
static const AdrefNode *known_heading(const Return *self, const AdrefNode *theirs)
{
  g_autofree char *words = adref_node_words(theirs);
  g_autofree char *key = level_and_words(theirs, words);
  const AdrefNode *known = g_hash_table_lookup(self->headings, key);
  if (!known)
    known = g_hash_table_lookup(self->headings, words);
  return known ? known : theirs;
}

static GHashTable *headings_of(const AdrefNode *document)
{
  GHashTable *headings = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (const AdrefNode *clause = document->first; clause; clause = clause->next) {
    if (clause->as.clause->kind != ADREF_TITLE)
      continue;
    char *words = adref_node_words(clause);
    g_hash_table_insert(headings, level_and_words(clause, words), (gpointer)(guintptr)clause);
    g_hash_table_insert(headings, words, (gpointer)(guintptr)clause);
  }
  return headings;
}

/* The text is as it went out: the file has its order, and its headings if it has any. */
static void take_file(Return *self)
{
  const AdrefNode *title =
      has_title(self->theirs) || !has_title(self->ours) ? NULL : self->ours->first;
  if (title)
    keep(self, title);
  for (const AdrefNode *theirs = self->theirs->first; theirs; theirs = theirs->next) {
    const AdrefNode *ours = find(self->our_ids, theirs);
    if (theirs->as.clause->kind == ADREF_TITLE)
      keep(self, known_heading(self, theirs));
    else if (!ours)
      add(self, theirs);
    else if (is_same(self, theirs, ours))
      keep_noted(self, theirs, ours);
    else
      change(self, theirs, ours);
  }
  g_autoptr(GHashTable) headings = headings_of(self->theirs);
  for (const AdrefNode *ours = self->ours->first; ours; ours = ours->next) {
    g_autofree char *words = adref_node_words(ours);
    gboolean stays = ours->as.clause->kind == ADREF_TITLE && g_hash_table_contains(headings, words);
    if (!stays && ours != title && !find(self->their_ids, ours))
      note_id(self->into->deleted, ours);
  }
}

/* A mail with the paragraph that somebody wants changed deletes no other one. */
static gboolean find_fragment(const Return *self, const AdrefNode *base)
{
  enum {
    FEWEST = 6,          /* clauses of a text of which a part can be told */
    FEWEST_HEADLESS = 3, /* the same, where the part lacks the title: who sends all sends it */
    PART = 3             /* it holds at most one of so many */
  };
  guint total = 0, found = 0, all = 0;
  for (const AdrefNode *clause = base->first; clause; clause = clause->next) {
    if (clause->as.clause->kind == ADREF_TITLE || !clause->as.clause->id)
      continue;
    total++;
    found += find(self->their_ids, clause) ? 1 : 0;
  }
  for (const AdrefNode *clause = self->theirs->first; clause; clause = clause->next)
    all += clause->as.clause->kind == ADREF_TITLE ? 0 : 1;
  gboolean is_part = self->into->file->text && self->into->file->text->is_part;
  g_autofree char *title = adref_document_title(base), *own = adref_document_title(self->theirs);
  guint fewest = title && !own ? FEWEST_HEADLESS : FEWEST;
  if (all == 0 || (!is_part && (total < fewest || (found > 0 ? found : all) * PART > total)))
    return FALSE;
  if (!self->into->is_later)
    adref_session_say(self->into->current->session,
                      "%s: it holds %u of %u clauses, so it is read as a part: the others stay as "
                      "they are; adref delete takes one out",
                      self->into->file->name, found, total);
  return TRUE;
}

/* The clauses of a part with the tables that only its base has: in a mail that answers between
 * quoted paragraphs the words before a table stand alone. Caller frees. */
static AdrefNode *with_tables(const Return *self)
{
  AdrefNode *theirs = adref_node_copy_tree(self->theirs, ADREF_KEPT);
  for (AdrefNode *clause = theirs->first; clause; clause = clause->next) {
    const AdrefNode *base = clause->as.clause->id ? find(self->base_ids, clause) : NULL;
    if (base && adref_missing_tables_keep(clause, base) > 0 && !self->into->is_later)
      adref_session_say(self->into->current->session,
                        "%s: the table of \"%s\" that the part leaves out stays",
                        self->into->file->name, clause->as.clause->id);
  }
  return theirs;
}

AdrefNode *adref_returned_changes_make(AdrefImportInto *into, const AdrefNode *base,
                                       const AdrefNode *theirs, const char *party)
{
  const AdrefNode *ours = into->current->document;
  Return merge = {.into = into,
                  .theirs = theirs,
                  .ours = ours,
                  .base_ids = adref_import_clauses_by_id(base),
                  .their_ids = adref_import_clauses_by_id(theirs),
                  .our_ids = adref_import_clauses_by_id(ours),
                  .final_ids = adref_import_clauses_by_id(into->final ? into->final : theirs),
                  .headings = headings_of(ours),
                  .base_headings = headings_of(base),
                  .party = party,
                  .result = adref_node_copy(ours)};
  merge.new_forms = new_forms_of(ours, merge.base_ids);
  merge.is_fragment = !(into->file->docx && !adref_sent_word_is_whole(into->file->docx)) &&
                      find_fragment(&merge, base);
  g_autoptr(AdrefNode) whole = merge.is_fragment && into->file->text ? with_tables(&merge) : NULL;
  if (whole) {
    merge.theirs = whole;
    g_hash_table_unref(merge.their_ids);
    merge.their_ids = adref_import_clauses_by_id(whole);
  }
  if (!merge.is_fragment && strcmp(into->base, ADREF_VERSION_WORK) == 0)
    take_file(&merge);
  else
    merge_moved_on(&merge);
  adref_returned_notes_settle(merge.result, ours, ADREF_NOTES_OF_TEXT);
  if (into->file->docx)
    adref_returned_notes_drop_uncalled(merge.result, ours);
  g_hash_table_unref(merge.headings);
  g_hash_table_unref(merge.base_headings);
  g_hash_table_unref(merge.new_forms);
  g_hash_table_unref(merge.base_ids);
  g_hash_table_unref(merge.their_ids);
  g_hash_table_unref(merge.our_ids);
  g_hash_table_unref(merge.final_ids);
  return merge.result;
}
