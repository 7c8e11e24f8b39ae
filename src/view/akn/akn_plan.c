#include "view/akn/akn_plan.h"

enum {
  MAX_SECTIONS = 6, /* levels of headings */
  MAX_NUMBER = 40,  /* bytes of a number in an eId */
};

static void place_free(gpointer data)
{
  AdrefAknPlace *place = data;
  g_free(place->id);
  g_free(place);
}

static char *joined(const char *prefix, const char *name)
{
  return prefix && *prefix ? g_strconcat(prefix, "__", name, NULL) : g_strdup(name);
}

/* How often an eId was given before, counting this time. Takes ownership of `id`. */
static guint count_id(AdrefAknPlan *plan, char *id)
{
  guint count = GPOINTER_TO_UINT(g_hash_table_lookup(plan->counts, id)) + 1;
  g_hash_table_replace(plan->counts, id, GUINT_TO_POINTER(count));
  return count;
}

/* The eId with a counter behind it, until no other element has it. */
static char *counted(AdrefAknPlan *plan, const char *id)
{
  for (;;) {
    guint count = count_id(plan, g_strdup(id));
    g_autofree char *numbered = g_strdup_printf("%s_%u", id, count);
    if (!g_hash_table_contains(plan->counts, numbered)) {
      count_id(plan, g_strdup(numbered));
      return g_steal_pointer(&numbered);
    }
  }
}

char *adref_akn_plan_count(AdrefAknPlan *plan, const char *prefix, const char *name)
{
  g_autofree char *id = joined(prefix, name);
  return counted(plan, id);
}

/* "12bis" for "12 bis", "1-1" for "1.1", "a" for "(a)", "3" for "PP3". */
static char *number_part(const char *number)
{
  GString *part = g_string_new(NULL);
  gboolean is_apart = FALSE;
  if (g_str_has_prefix(number, "PP"))
    number += 2;
  for (const char *p = number; *p && part->len < MAX_NUMBER; p = g_utf8_next_char(p)) {
    gunichar c = g_utf8_get_char(p);
    if (!g_unichar_isalnum(c)) {
      is_apart = is_apart || !g_unichar_isspace(c);
      continue;
    }
    if (is_apart && part->len > 0)
      g_string_append_c(part, '-');
    is_apart = FALSE;
    g_string_append_unichar(part, c);
  }
  return g_string_free(part, FALSE);
}

char *adref_akn_plan_number(AdrefAknPlan *plan, const char *prefix, const char *name,
                            const char *number)
{
  g_autofree char *part = number ? number_part(number) : g_strdup("");
  if (!*part)
    return adref_akn_plan_count(plan, prefix, name);
  g_autofree char *first = joined(prefix, name), *id = g_strconcat(first, "_", part, NULL);
  if (g_hash_table_contains(plan->counts, id))
    return counted(plan, id);
  count_id(plan, g_strdup(id));
  return g_steal_pointer(&id);
}

static AdrefClauseKind kind_of(const AdrefNode *clause)
{
  return clause->as.clause->kind;
}

static gboolean is_operative(const AdrefNode *clause)
{
  return kind_of(clause) == ADREF_OP || kind_of(clause) == ADREF_PLAN_ITEM;
}

/* The clause at which the body begins, and the one at which the conclusions begin; `end` for none.
 */
typedef struct {
  const AdrefNode *body, *conclusions;
} Borders;

static Borders find_borders(const AdrefNode *begin, const AdrefNode *end)
{
  Borders borders = {begin, end};
  const AdrefNode *clause = begin;
  for (; clause != end && !is_operative(clause); clause = clause->next)
    if (kind_of(clause) == ADREF_CHAPEAU || kind_of(clause) == ADREF_PP)
      borders.body = clause->next;
  for (clause = borders.body; clause != end; clause = clause->next) {
    if (kind_of(clause) == ADREF_CLOSING && borders.conclusions == end)
      borders.conclusions = clause;
    else if (is_operative(clause) || kind_of(clause) == ADREF_PP)
      borders.conclusions = end;
  }
  return borders;
}

static const struct {
  const char *reference; /* in eIds */
} elements[] = {
    [ADREF_AKN_TITLE] = {"docTitle"},      [ADREF_AKN_ATTACHMENT] = {"att"},
    [ADREF_AKN_RECITAL] = {"rec"},         [ADREF_AKN_PARAGRAPH] = {"para"},
    [ADREF_AKN_SECTION] = {"sec"},         [ADREF_AKN_HCONTAINER] = {"hcontainer"},
    [ADREF_AKN_CONTAINER] = {"container"},
};

static AdrefAknElement element_of(const AdrefNode *clause, AdrefAknZone zone)
{
  if (zone == ADREF_AKN_PREAMBLE && kind_of(clause) == ADREF_PP)
    return ADREF_AKN_RECITAL;
  if (zone != ADREF_AKN_BODY)
    return ADREF_AKN_CONTAINER;
  if (is_operative(clause))
    return ADREF_AKN_PARAGRAPH;
  return kind_of(clause) == ADREF_TITLE ? ADREF_AKN_SECTION : ADREF_AKN_HCONTAINER;
}

typedef struct {
  AdrefAknPlan *plan;
  const AdrefNode *title;
  guint attachment;
  char *prefix; /* eId of the attachment; NULL: none */
  guint depth;  /* sections that are open */
  guint levels[MAX_SECTIONS];
  const char *ids[MAX_SECTIONS];
} Planner;

static AdrefAknPlace *add_place(Planner *self, const AdrefNode *clause, AdrefAknZone zone,
                                AdrefAknElement element)
{
  AdrefAknPlace *place = g_new0(AdrefAknPlace, 1);
  place->clause = clause;
  place->zone = zone;
  place->element = element;
  place->attachment = self->attachment;
  g_ptr_array_add(self->plan->places, place);
  g_hash_table_insert(self->plan->by_node, (gpointer)(guintptr)clause, place);
  return place;
}

static guint heading_level(const AdrefNode *clause)
{
  for (const AdrefNode *block = clause->first; block; block = block->next)
    if (block->type == ADREF_HEADING)
      return block->as.level;
  return MAX_SECTIONS;
}

/* A section stands in the nearest one before it that has a higher heading. */
static void add_section(Planner *self, AdrefAknPlace *place)
{
  guint level = heading_level(place->clause);
  while (self->depth > 0 && self->levels[self->depth - 1] >= level)
    self->depth--;
  const char *prefix = self->depth > 0 ? self->ids[self->depth - 1] : self->prefix;
  place->id = adref_akn_plan_number(self->plan, prefix, elements[place->element].reference,
                                    place->clause->as.clause->number);
  self->levels[self->depth] = level;
  self->ids[self->depth] = place->id;
  place->depth = ++self->depth;
}

static void add_clause(Planner *self, const AdrefNode *clause, AdrefAknZone zone)
{
  AdrefAknPlace *place = add_place(self, clause, zone, element_of(clause, zone));
  if (place->element == ADREF_AKN_SECTION)
    add_section(self, place);
  else
    place->id = adref_akn_plan_number(self->plan, self->prefix, elements[place->element].reference,
                                      clause->as.clause->number);
}

static void add_clauses(Planner *self, const AdrefNode *begin, const AdrefNode *end)
{
  Borders borders = find_borders(begin, end);
  AdrefAknZone zone = ADREF_AKN_PREAMBLE;
  self->depth = 0;
  for (const AdrefNode *clause = begin; clause != end; clause = clause->next) {
    if (clause == borders.body)
      zone = ADREF_AKN_BODY;
    if (clause == borders.conclusions)
      zone = ADREF_AKN_CONCLUSIONS;
    add_clause(self, clause, zone);
  }
}

static const AdrefNode *next_annex(const AdrefNode *clause)
{
  while (clause && kind_of(clause) != ADREF_ANNEX)
    clause = clause->next;
  return clause;
}

/* What stands before the title belongs to the preface. Returns the clause behind it. */
static const AdrefNode *add_preface(Planner *self, const AdrefNode *document)
{
  const AdrefNode *clause = document->first;
  for (; self->title && clause != self->title; clause = clause->next)
    add_clause(self, clause, ADREF_AKN_PREFACE);
  if (!clause || clause != self->title)
    return clause;
  AdrefAknPlace *place = add_place(self, clause, ADREF_AKN_PREFACE, ADREF_AKN_TITLE);
  place->id = adref_akn_plan_number(self->plan, NULL, elements[ADREF_AKN_TITLE].reference, "1");
  return clause->next;
}

static void add_attachment(Planner *self, const AdrefNode *annex)
{
  g_clear_pointer(&self->prefix, g_free);
  self->attachment++;
  AdrefAknPlace *place = add_place(self, annex, ADREF_AKN_PREFACE, ADREF_AKN_ATTACHMENT);
  place->id = adref_akn_plan_count(self->plan, NULL, elements[ADREF_AKN_ATTACHMENT].reference);
  self->prefix = g_strdup(place->id);
}

AdrefAknPlan *adref_akn_plan_new(const AdrefNode *document, const AdrefNode *title)
{
  AdrefAknPlan *plan = g_new0(AdrefAknPlan, 1);
  plan->places = g_ptr_array_new_with_free_func(place_free);
  plan->by_node = g_hash_table_new(NULL, NULL);
  plan->counts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  Planner self = {.plan = plan, .title = title};
  const AdrefNode *begin = add_preface(&self, document), *annex = next_annex(begin);
  add_clauses(&self, begin, annex);
  while (annex) {
    const AdrefNode *next = next_annex(annex->next);
    add_attachment(&self, annex);
    add_clauses(&self, annex->next, next);
    annex = next;
  }
  g_free(self.prefix);
  return plan;
}

void adref_akn_plan_free(AdrefAknPlan *plan)
{
  if (!plan)
    return;
  g_hash_table_unref(plan->by_node);
  g_hash_table_unref(plan->counts);
  g_ptr_array_unref(plan->places);
  g_free(plan);
}

const AdrefAknPlace *adref_akn_plan_place(const AdrefAknPlan *plan, const AdrefNode *clause)
{
  return g_hash_table_lookup(plan->by_node, clause);
}
