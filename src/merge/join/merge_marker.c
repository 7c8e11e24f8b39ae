#include "merge/join/merge_marker.h"

#include <string.h>

#include "clause/node_copy.h"
#include "merge/join/merge_events.h"

/* What a field of the base becomes. `is_given`: a field that the base lacks is given by saving the
 * text: it is nobody's proposal. A party whose text has no such field, for it has no markers, takes
 * none away. TRUE: sides want what cannot be merged, and it stays. */
static gboolean find_field(const AdrefMergeContext *self, const AdrefMergeClause *clause,
                           char *(*get)(const AdrefClause *), gboolean is_given, char **field)
{
  char *was = get(clause->base->as.clause), *now = was;
  gboolean differs = FALSE, is_proposal = self->options->compile && !(is_given && !was);
  for (guint s = 0; s < self->count; s++) {
    char *own = clause->forms[s] ? get(clause->forms[s]->as.clause) : was;
    gboolean is_unmarked = is_given && !own && self->options->compile;
    if (is_unmarked || g_strcmp0(own, was) == 0 || g_strcmp0(own, now) == 0)
      continue;
    differs = differs || now != was;
    now = own;
  }
  gboolean stays = differs || (now != was && is_proposal);
  *field = stays ? was : now;
  return stays;
}

static void merge_field(AdrefMergeContext *self, char **field, const AdrefMergeClause *clause,
                        char *(*get)(const AdrefClause *), const char *name, gboolean is_given)
{
  char *now;
  if (find_field(self, clause, get, is_given, &now))
    adref_merge_event_add(self, ADREF_MERGE_UNPLACED, name);
  else if (now != get(clause->base->as.clause)) {
    g_free(*field);
    *field = g_strdup(now);
  }
}

static char *get_id(const AdrefClause *clause)
{
  return clause->id;
}

char *adref_merge_marker_id(const AdrefMergeContext *self, const AdrefMergeClause *clause)
{
  char *id;
  find_field(self, clause, get_id, TRUE, &id);
  return id;
}

static char *get_frozen(const AdrefClause *clause)
{
  return clause->frozen;
}

static char *get_from(const AdrefClause *clause)
{
  return clause->from;
}

static char *get_alt(const AdrefClause *clause)
{
  return clause->alt;
}

static void merge_kind(AdrefMergeContext *self, AdrefNode *out, const AdrefMergeClause *clause)
{
  AdrefClauseKind was = clause->base->as.clause->kind, now = was;
  gboolean differs = FALSE;
  for (guint s = 0; s < self->count; s++) {
    AdrefClauseKind own = clause->forms[s] ? clause->forms[s]->as.clause->kind : was;
    if (own == was || own == now)
      continue;
    differs = differs || now != was;
    now = own;
  }
  if (differs || (now != was && self->options->compile))
    adref_merge_event_add(self, ADREF_MERGE_UNPLACED, "the kind of a paragraph");
  else
    out->as.clause->kind = now;
}

/* Of several numbers one is taken, which does not depend on the order of the sides. */
void adref_merge_marker_set_number(const AdrefMergeContext *self, const AdrefMergeClause *clause,
                                   AdrefNode *out)
{
  const char *now = NULL;
  for (guint s = 0; clause->numbers && s < self->count; s++) {
    const char *own = clause->numbers[s];
    if (own && (!now || strcmp(own, now) < 0))
      now = own;
  }
  if (!now)
    return;
  g_free(out->as.clause->number);
  out->as.clause->number = g_strdup(now);
}

AdrefNode *adref_merge_marker(AdrefMergeContext *self, const AdrefMergeClause *clause)
{
  AdrefNode *out = adref_node_copy(clause->base);
  AdrefClause *marker = out->as.clause;
  merge_kind(self, out, clause);
  merge_field(self, &marker->id, clause, get_id, "the id of a paragraph", TRUE);
  merge_field(self, &marker->frozen, clause, get_frozen, "a frozen number", FALSE);
  merge_field(self, &marker->from, clause, get_from, "the template of a paragraph", FALSE);
  merge_field(self, &marker->alt, clause, get_alt, "what a paragraph replaces", FALSE);
  adref_merge_marker_set_number(self, clause, out);
  return out;
}

gboolean adref_merge_marker_is_changed(const AdrefMergeContext *self,
                                       const AdrefMergeClause *clause)
{
  const AdrefClause *was = clause->base->as.clause;
  for (guint s = 0; s < self->count; s++) {
    const AdrefClause *now = clause->forms[s] ? clause->forms[s]->as.clause : was;
    if (now->kind != was->kind || g_strcmp0(now->frozen, was->frozen) != 0 ||
        g_strcmp0(now->from, was->from) != 0 || g_strcmp0(now->alt, was->alt) != 0 ||
        (was->id && g_strcmp0(now->id, was->id) != 0))
      return TRUE;
  }
  return FALSE;
}
