#include "merge/join/merge_inside.h"

#include "clause/node_copy.h"
#include "merge/content_key.h"
#include "merge/join/merge_brackets.h"

/* A clause without the bracket around all its words. */
typedef struct {
  AdrefNode *words;   /* a copy; NULL: there was no such bracket */
  AdrefNode *bracket; /* one alternative without words, with its positions */
} Opened;

static AdrefNode *positions_of(const AdrefNode *alternative)
{
  AdrefNode *bracket = adref_bracket_new(), *copy = adref_bracket_add(bracket, NULL);
  const GPtrArray *groups = adref_alternative_groups(alternative);
  for (guint i = 0; groups && i < groups->len; i++) {
    const AdrefPosition *position = groups->pdata[i];
    for (char **code = position->parties; *code; code++)
      adref_alternative_join(copy, *code, position->verb);
  }
  return bracket;
}

static Opened open_bracket(const AdrefNode *clause)
{
  Opened opened = {NULL, NULL};
  g_autoptr(AdrefNode) copy = adref_node_copy_tree(clause, ADREF_KEPT);
  adref_node_pair_bracket_edges(copy);
  AdrefNode *bracket = adref_bracket_of_all(copy);
  gboolean is_edge = bracket && bracket->type == ADREF_BRACKET_EDGE;
  if (!bracket || (!is_edge && (!bracket->first || bracket->first->next || !bracket->first->first)))
    return opened;
  opened.bracket = positions_of(is_edge ? bracket : bracket->first);
  if (is_edge)
    adref_bracket_open_blocks(bracket);
  else
    adref_bracket_take(bracket->first);
  opened.words = g_steal_pointer(&copy);
  return opened;
}

static gboolean has_content(const AdrefMergeContext *context, const AdrefNode *a, guint side,
                            const AdrefNode *b)
{
  g_autoptr(GString) first = g_string_new(NULL), second = g_string_new(NULL);
  adref_content_key_append(first, a, &context->references[side]);
  adref_content_key_append(second, b, &context->references[context->count]);
  return g_string_equal(first, second);
}

/* What the clause is in all texts. */
typedef struct {
  const AdrefMergeContext *context;
  const AdrefMergeClause *clause;
  Opened base, *sides; /* by side; of those that have not changed the words none */
  guint changed;       /* sides that changed the clause */
} Forms;

static void opened_clear(Opened *opened)
{
  adref_node_free(opened->words);
  adref_node_free(opened->bracket);
}

static void forms_clear(Forms *self)
{
  opened_clear(&self->base);
  for (guint s = 0; s < self->context->count; s++)
    opened_clear(&self->sides[s]);
  g_free(self->sides);
}

static gboolean is_changed(const Forms *self, guint side)
{
  const AdrefNode *form = self->clause->forms[side];
  return form && !has_content(self->context, form, side, self->clause->base);
}

static void read_forms(Forms *self)
{
  self->sides = g_new0(Opened, self->context->count + 1);
  self->base = open_bracket(self->clause->base);
  for (guint s = 0; s < self->context->count; s++) {
    if (!is_changed(self, s))
      continue;
    self->changed++;
    self->sides[s] = open_bracket(self->clause->forms[s]);
  }
}

/* The positions of a bracket that the base has; NULL: some side took it off, or they do not go
 * together. */
static AdrefNode *merge_positions(const Forms *self)
{
  g_autofree AdrefMergeBracketSide *sides = g_new0(AdrefMergeBracketSide, self->context->count + 1);
  for (guint s = 0; s < self->context->count; s++) {
    sides[s].party = adref_merge_party(self->context, s);
    sides[s].form = self->sides[s].bracket;
    if (is_changed(self, s) && !self->sides[s].bracket)
      return NULL;
  }
  gboolean reopened;
  AdrefNode *bracket = adref_merge_brackets(self->base.bracket, sides, self->context->count,
                                            self->context->options->compile, &reopened);
  if (bracket && bracket->first && !bracket->first->next)
    return bracket;
  adref_node_free(bracket);
  return NULL;
}

/* The positions of those who put a bracket around the words of the base; NULL: nobody did, or (but
 * for a compilation) nobody changed these words. Whose it is compiled, it is a bracket around base
 * text. */
static AdrefNode *join_positions(const Forms *self)
{
  g_autoptr(AdrefNode) bracket = adref_bracket_new();
  AdrefNode *alternative = adref_bracket_add(bracket, NULL);
  guint wraps = 0;
  for (guint s = 0; s < self->context->count; s++) {
    const Opened *side = &self->sides[s];
    if (!side->words || !has_content(self->context, side->words, s, self->clause->base))
      continue;
    wraps++;
    const GPtrArray *groups = adref_alternative_groups(side->bracket->first);
    const char *party = adref_merge_party(self->context, s);
    if (!groups && party && self->context->options->compile)
      adref_alternative_join(alternative, party, ADREF_POSITION_RESERVE);
    for (guint i = 0; groups && i < groups->len; i++) {
      const AdrefPosition *position = groups->pdata[i];
      gboolean retains =
          self->context->options->compile && position->verb == ADREF_POSITION_SUPPORT;
      for (char **code = position->parties; *code; code++)
        adref_alternative_join(alternative, *code,
                               retains ? ADREF_POSITION_RETAIN : position->verb);
    }
  }
  gboolean is_proposal = wraps < self->changed || self->context->options->compile;
  return wraps > 0 && is_proposal ? g_steal_pointer(&bracket) : NULL;
}

/* The form of a side without the bracket; NULL: it has the words of the base. */
static const AdrefNode *inner_form(AdrefMergeInside *self, Forms *forms, guint side)
{
  Opened *opened = &forms->sides[side];
  const AdrefNode *base = forms->base.words ? forms->base.words : forms->clause->base;
  if (!opened->words)
    return forms->clause->forms[side];
  if (has_content(forms->context, opened->words, side, base))
    return NULL;
  if (!forms->base.words)
    return forms->clause->forms[side]; /* a bracket around other words is a proposal */
  g_ptr_array_add(self->copies, opened->words);
  return g_steal_pointer(&opened->words);
}

static void take_forms(AdrefMergeInside *self, Forms *forms)
{
  guint count = forms->context->count;
  self->clause = *forms->clause;
  self->copies = g_ptr_array_new_with_free_func((GDestroyNotify)adref_node_free);
  self->clause.forms = g_new0(const AdrefNode *, count + 1);
  for (guint s = 0; s < count; s++)
    self->clause.forms[s] = inner_form(self, forms, s);
  if (!forms->base.words)
    return;
  g_ptr_array_add(self->copies, forms->base.words);
  self->clause.base = g_steal_pointer(&forms->base.words);
}

static gboolean has_bracket(const AdrefNode *clause)
{
  return adref_bracket_of_all((AdrefNode *)(guintptr)clause) != NULL;
}

/* Most clauses are changed by one side, and stand in no bracket: nothing is copied of them. One
 * that a party has put into a bracket is compiled here also where nobody else changed it, for it
 * may have several blocks. */
static gboolean is_possible(const AdrefMergeContext *context, const AdrefMergeClause *clause)
{
  guint forms = 0;
  gboolean bracket = FALSE;
  for (guint s = 0; s < context->count; s++) {
    forms += clause->forms[s] ? 1 : 0;
    bracket = bracket || (clause->forms[s] && has_bracket(clause->forms[s]));
  }
  return (forms > 1 || (context->options->compile && forms > 0)) &&
         (bracket || has_bracket(clause->base));
}

gboolean adref_merge_inside_begin(AdrefMergeInside *self, const AdrefMergeContext *context,
                                  const AdrefMergeClause *clause)
{
  if (!is_possible(context, clause))
    return FALSE;
  Forms forms = {.context = context, .clause = clause};
  read_forms(&forms);
  guint fewest = context->options->compile && !forms.base.bracket ? 1 : 2;
  AdrefNode *bracket = forms.changed < fewest ? NULL
                       : forms.base.bracket   ? merge_positions(&forms)
                                              : join_positions(&forms);
  if (bracket) {
    *self = (AdrefMergeInside){.bracket = bracket};
    take_forms(self, &forms);
  }
  forms_clear(&forms);
  return bracket != NULL;
}

gboolean adref_merge_inside_end(const AdrefMergeInside *self, AdrefNode *out)
{
  if (!adref_bracket_can_wrap_clause(out))
    return FALSE;
  AdrefNode *alternative = adref_bracket_wrap_clause(out);
  const GPtrArray *groups = adref_alternative_groups(self->bracket->first);
  for (guint i = 0; groups && i < groups->len; i++) {
    const AdrefPosition *position = groups->pdata[i];
    for (char **code = position->parties; *code; code++)
      adref_alternative_join(alternative, *code, position->verb);
  }
  return TRUE;
}

void adref_merge_inside_clear(AdrefMergeInside *self)
{
  g_free(self->clause.forms);
  g_ptr_array_unref(self->copies);
  adref_node_free(self->bracket);
}
