#include "work/join/pick.h"

#include <string.h>

#include "clause/markdown/canonical.h"
#include "clause/node_copy.h"
#include "clause/proposals/bracket_build.h"
#include "merge/compare/diff.h"
#include "view/redline.h"
#include "work/edit/typed_words.h"
#include "work/select_bracket.h"
#include "work/select_clause.h"

enum {
  MAX_LINE = 60, /* characters of the words of a change in the message of a version */
};

/* What is decided about a change. */
typedef struct {
  AdrefPickState state;
  AdrefNode *words; /* of WRITTEN */
} Decision;

/* What changes were before a step: (place, Decision) pairs that were changed. */
typedef struct {
  guint place;
  Decision before;
} Undone;

struct AdrefPicking {
  AdrefComparison *comparison;
  const AdrefPickingOptions *options;
  GPtrArray *units;
  Decision *decisions; /* by unit */
  GPtrArray *steps;    /* of GArray of Undone */
};

static void undone_clear(gpointer data)
{
  adref_node_free(((Undone *)data)->before.words);
}

AdrefPicking *adref_picking_new(AdrefComparison *comparison, const AdrefPickingOptions *options)
{
  AdrefPicking *picking = g_new0(AdrefPicking, 1);
  picking->comparison = comparison;
  picking->options = options;
  picking->units = adref_change_units_list(comparison->redline);
  picking->decisions = g_new0(Decision, picking->units->len + 1);
  picking->steps = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
  return picking;
}

void adref_picking_free(AdrefPicking *picking)
{
  if (!picking)
    return;
  for (guint i = 0; i < picking->units->len; i++)
    adref_node_free(picking->decisions[i].words);
  g_free(picking->decisions);
  g_ptr_array_unref(picking->units);
  g_ptr_array_unref(picking->steps);
  adref_comparison_free(picking->comparison);
  g_free(picking);
}

const AdrefComparison *adref_picking_comparison(const AdrefPicking *picking)
{
  return picking->comparison;
}

guint adref_picking_count(const AdrefPicking *picking)
{
  return picking->units->len;
}

guint adref_picking_count_state(const AdrefPicking *picking, AdrefPickState state)
{
  guint count = 0;
  for (guint i = 0; i < picking->units->len; i++)
    count += picking->decisions[i].state == state ? 1 : 0;
  return count;
}

AdrefPickState adref_picking_state(const AdrefPicking *picking, guint place)
{
  return picking->decisions[place].state;
}

static const AdrefChangeUnit *unit_at(const AdrefPicking *picking, guint place)
{
  return picking->units->pdata[place];
}

/* --- what a change is --- */

static const AdrefNode *first_clause(const AdrefPicking *picking, guint place)
{
  return unit_at(picking, place)->clauses->pdata[0];
}

/* What becomes of whole clauses; NULL: words change. Caller frees. */
static char *describe(const AdrefChangeUnit *unit)
{
  const AdrefNode *clause = unit->clauses->pdata[0];
  g_autofree char *move = NULL;
  switch (unit->kind) {
  case ADREF_CHANGE_UNIT_WORDS:
  case ADREF_CHANGE_UNIT_BLOCKS: return NULL;
  case ADREF_CHANGE_UNIT_CLAUSE:
    return g_strdup(clause->mark == ADREF_INSERTED ? "new" : "deleted");
  case ADREF_CHANGE_UNIT_MOVE:
    move = adref_redline_move(clause, NULL);
    return g_strdup_printf("moved %s", move);
  case ADREF_CHANGE_UNIT_MARKERS:
    return g_strdup(unit->clauses->len > 1 ? "and others: ids, kinds or frozen numbers"
                                           : "its id, kind or frozen number");
  case ADREF_CHANGE_UNIT_WHOLE: break;
  }
  return unit->clauses->len > 1
             ? g_strdup_printf("and what goes with it: %u paragraphs", unit->clauses->len)
             : NULL;
}

char *adref_picking_name(const AdrefPicking *picking, guint place)
{
  const AdrefNode *clause = first_clause(picking, place);
  const AdrefClause *is = clause->as.clause;
  g_autofree char *name = adref_select_clause_name(clause);
  g_autofree char *what = describe(unit_at(picking, place));
  const char *comma = what ? ", " : "", *rest = what ? what : "";
  return is->number && is->id ? g_strdup_printf("clause %s (%s)%s%s", is->number, name, comma, rest)
                              : g_strdup_printf("%s%s%s", name, comma, rest);
}

char *adref_picking_words(const AdrefPicking *picking, guint place, gboolean old)
{
  const Decision *decision = &picking->decisions[place];
  return decision->state == ADREF_PICK_WRITTEN && !old
             ? adref_node_words(decision->words)
             : adref_change_unit_words(unit_at(picking, place), old);
}

/* The party that a name means. */
static const char *party_of(const AdrefPicking *picking, const char *name)
{
  const AdrefParties *parties = adref_text_parties(picking->comparison->old);
  g_autofree char *key = g_utf8_casefold(name, -1);
  const char *code = parties ? g_hash_table_lookup(adref_parties_names(parties), key) : NULL;
  return code ? code : name;
}

static gboolean has_position(const AdrefNode *node, const char *party)
{
  gboolean holds =
      node->type == ADREF_ALTERNATIVE || (node->type == ADREF_BRACKET_EDGE && !node->as.edge.opens);
  return holds && node->mark != ADREF_KEPT && adref_alternative_find_party(node, party, NULL);
}

static gboolean is_of(const AdrefPicking *picking, guint place, const char *party)
{
  const AdrefChangeUnit *unit = unit_at(picking, place);
  const AdrefPickingOptions *options = picking->options;
  if (options->party)
    return strcmp(options->party, party) == 0;
  for (guint i = 0; i < unit->clauses->len && options->parties; i++) {
    const AdrefNode *clause = unit->clauses->pdata[i];
    const char *id = clause->as.clause->id;
    if (id && g_strcmp0(g_hash_table_lookup(options->parties, id), party) == 0)
      return TRUE;
  }
  for (guint i = 0; i < unit->nodes->len; i++)
    if (has_position(unit->nodes->pdata[i], party))
      return TRUE;
  return FALSE;
}

gboolean adref_picking_can_write(const AdrefPicking *picking, guint place)
{
  return adref_change_unit_can_be_written(unit_at(picking, place));
}

guint adref_picking_next_open(const AdrefPicking *picking, guint place, const char *party)
{
  const char *code = party ? party_of(picking, party) : NULL;
  guint count = picking->units->len;
  while (place < count && (picking->decisions[place].state != ADREF_PICK_OPEN ||
                           (code && !is_of(picking, place, code))))
    place++;
  return place;
}

static gboolean is_called(const AdrefNode *clause, const char *name)
{
  g_autofree char *words = adref_select_clause_name(clause);
  return g_strcmp0(clause->as.clause->id, name) == 0 || strcmp(words, name) == 0 ||
         (clause->as.clause->number && g_ascii_strcasecmp(clause->as.clause->number, name) == 0);
}

gboolean adref_picking_find(const AdrefPicking *picking, const char *clause, guint *place)
{
  for (guint i = 0; i < picking->units->len; i++) {
    const AdrefChangeUnit *unit = unit_at(picking, i);
    for (guint n = 0; n < unit->clauses->len; n++)
      if (is_called(unit->clauses->pdata[n], clause)) {
        *place = i;
        return TRUE;
      }
  }
  return FALSE;
}

/* --- steps --- */

static GArray *step_new(AdrefPicking *picking)
{
  GArray *step = g_array_new(FALSE, FALSE, sizeof(Undone));
  g_array_set_clear_func(step, undone_clear);
  g_ptr_array_add(picking->steps, step);
  return step;
}

/* Owns `words`. */
static void change(AdrefPicking *picking, GArray *step, guint place, AdrefPickState state,
                   AdrefNode *words)
{
  Undone undone = {place, picking->decisions[place]};
  g_array_append_val(step, undone);
  picking->decisions[place] = (Decision){state, words};
}

void adref_picking_decide(AdrefPicking *picking, guint place, AdrefPickState state)
{
  change(picking, step_new(picking), place, state, NULL);
}

guint adref_picking_decide_rest(AdrefPicking *picking, guint place, const char *party,
                                AdrefPickState state)
{
  GArray *step = step_new(picking);
  for (place = adref_picking_next_open(picking, place, party); place < picking->units->len;
       place = adref_picking_next_open(picking, place, party))
    change(picking, step, place, state, NULL);
  guint count = step->len;
  if (count == 0)
    g_ptr_array_remove_index(picking->steps, picking->steps->len - 1);
  return count;
}

/* The words that stood at the place of the change began, or ended, with a space, which stays. */
static void keep_spaces(const AdrefChangeUnit *unit, AdrefNode *words)
{
  g_autofree char *new = adref_change_unit_words(unit, FALSE);
  g_autofree char *old = *new ? NULL : adref_change_unit_words(unit, TRUE);
  const char *was = *new ? new : old;
  gsize length = strlen(was);
  AdrefNode *first = words->first;
  if (unit->kind != ADREF_CHANGE_UNIT_WORDS || length == 0 || !first)
    return;
  if (was[0] == ' ')
    adref_node_insert_before(first, adref_node_new_text(ADREF_TEXT, " ", 1));
  if (was[length - 1] == ' ')
    adref_node_append(words, adref_node_new_text(ADREF_TEXT, " ", 1));
}

gboolean adref_picking_write(AdrefPicking *picking, guint place, const char *words, GError **error)
{
  AdrefNode *typed = adref_typed_words(picking->comparison->old, words, error);
  if (!typed)
    return FALSE;
  keep_spaces(unit_at(picking, place), typed);
  change(picking, step_new(picking), place, ADREF_PICK_WRITTEN, typed);
  return TRUE;
}

gboolean adref_picking_undo(AdrefPicking *picking, guint *place)
{
  if (picking->steps->len == 0)
    return FALSE;
  GArray *step = picking->steps->pdata[picking->steps->len - 1];
  for (guint i = step->len; i-- > 0;) {
    Undone *undone = &g_array_index(step, Undone, i);
    adref_node_free(picking->decisions[undone->place].words);
    picking->decisions[undone->place] = undone->before;
    undone->before.words = NULL;
    *place = undone->place;
  }
  g_ptr_array_remove_index(picking->steps, picking->steps->len - 1);
  return TRUE;
}

guint adref_picking_steps(const AdrefPicking *picking)
{
  return picking->steps->len;
}

/* --- texts --- */

static void add_decision(const AdrefPicking *picking, AdrefChangeDecisions *decisions, guint place,
                         AdrefPickState state)
{
  const AdrefChangeUnit *unit = unit_at(picking, place);
  const AdrefNode *words = picking->decisions[place].words;
  switch (state) {
  case ADREF_PICK_OPEN:
    if (!picking->options->keeps_new)
      adref_change_decisions_add(decisions, unit, ADREF_CHANGE_REFUSED, NULL);
    return;
  case ADREF_PICK_TAKEN: return;
  case ADREF_PICK_REFUSED:
    adref_change_decisions_add(decisions, unit, ADREF_CHANGE_REFUSED, NULL);
    return;
  case ADREF_PICK_WRITTEN:
    adref_change_decisions_add(decisions, unit, ADREF_CHANGE_WRITTEN,
                               adref_node_copy_tree(words, ADREF_KEPT));
  }
}

/* The clauses of a change as all is decided, but for the change itself. */
static AdrefNode *decide_around(const AdrefPicking *picking, guint place, AdrefPickState state)
{
  g_auto(AdrefChangeDecisions) decisions;
  const AdrefChangeUnit *unit = unit_at(picking, place);
  adref_change_decisions_init(&decisions);
  decisions.only = g_hash_table_new(NULL, NULL);
  for (guint i = 0; i < unit->clauses->len; i++)
    g_hash_table_add(decisions.only, unit->clauses->pdata[i]);
  for (guint i = 0; i < picking->units->len; i++)
    add_decision(picking, &decisions, i, i == place ? state : picking->decisions[i].state);
  return adref_decide_changes(picking->comparison->redline, &decisions);
}

AdrefNode *adref_picking_redline(const AdrefPicking *picking, guint place)
{
  AdrefPickState now = picking->decisions[place].state;
  g_autoptr(AdrefNode) old = decide_around(picking, place, ADREF_PICK_REFUSED);
  g_autoptr(AdrefNode) new = decide_around(
      picking, place, now == ADREF_PICK_WRITTEN ? ADREF_PICK_WRITTEN : ADREF_PICK_TAKEN);
  return adref_diff(old, new, picking->comparison->new->language);
}

GBytes *adref_picking_result(const AdrefPicking *picking)
{
  g_auto(AdrefChangeDecisions) decisions;
  adref_change_decisions_init(&decisions);
  for (guint i = 0; i < picking->units->len; i++)
    add_decision(picking, &decisions, i, picking->decisions[i].state);
  g_autoptr(AdrefNode) text = adref_decide_changes(picking->comparison->redline, &decisions);
  const AdrefComparison *of = picking->comparison;
  const AdrefNode *like = picking->options->keeps_new ? of->new->document : of->old->document;
  if (like->text)
    adref_node_take_text(text, g_strndup(like->text, like->length), like->length);
  return g_string_free_to_bytes(adref_canonical(text));
}

/* --- words about it --- */

static void add_count(GString *line, guint count, const char *one, const char *many,
                      const char *words)
{
  if (count == 0)
    return;
  if (line->len == 0)
    g_string_append_printf(line, "%u %s %s", count, count == 1 ? one : many, words);
  else
    g_string_append_printf(line, ", %u %s", count, words);
}

char *adref_picking_counts(const AdrefPicking *picking)
{
  g_autoptr(GString) line = g_string_new(NULL);
  guint open = adref_picking_count_state(picking, ADREF_PICK_OPEN);
  add_count(line, adref_picking_count_state(picking, ADREF_PICK_TAKEN), "change", "changes",
            "taken");
  add_count(line, adref_picking_count_state(picking, ADREF_PICK_REFUSED), "change", "changes",
            "refused");
  add_count(line, adref_picking_count_state(picking, ADREF_PICK_WRITTEN), "change", "changes",
            "in other words");
  if (line->len == 0)
    return NULL;
  add_count(line, open, "change", "changes", "not decided");
  return g_strdup(line->str);
}

static char *shorten(char *words)
{
  g_strstrip(words);
  if (g_utf8_strlen(words, -1) <= MAX_LINE)
    return words;
  g_autofree char *start = g_utf8_substring(words, 0, MAX_LINE);
  g_free(words);
  return g_strconcat(start, "...", NULL);
}

static const char *state_word(AdrefPickState state)
{
  switch (state) {
  case ADREF_PICK_OPEN: return "not decided";
  case ADREF_PICK_TAKEN: return "taken";
  case ADREF_PICK_REFUSED: return "refused";
  case ADREF_PICK_WRITTEN: return "in other words";
  }
  return "";
}

char *adref_picking_lines(const AdrefPicking *picking)
{
  GString *lines = g_string_new(NULL);
  for (guint i = 0; i < picking->units->len; i++) {
    if (picking->decisions[i].state == ADREF_PICK_OPEN)
      continue;
    g_autofree char *name = adref_picking_name(picking, i);
    g_autofree char *old = shorten(adref_picking_words(picking, i, TRUE));
    g_autofree char *new = shorten(adref_picking_words(picking, i, FALSE));
    g_string_append_printf(lines, "%s: ", name);
    if (*old || *new)
      g_string_append_printf(lines, "%s -> %s: ", *old ? old : "nothing", *new ? new : "nothing");
    g_string_append_printf(lines, "%s\n", state_word(picking->decisions[i].state));
  }
  return g_string_free(lines, FALSE);
}
