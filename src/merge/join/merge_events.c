#include "merge/join/merge_events.h"

#include <string.h>

enum {
  MAX_NAMED = 60 /* bytes of a clause without id in an event */
};

static void event_free(gpointer data)
{
  AdrefMergeEvent *event = data;
  g_free(event->clause);
  g_free(event->detail);
  g_ptr_array_unref(event->sides);
  g_free(event);
}

AdrefMergeReport *adref_merge_report_new(void)
{
  AdrefMergeReport *report = g_new0(AdrefMergeReport, 1);
  report->events = g_ptr_array_new_with_free_func(event_free);
  report->nameless = g_hash_table_new(NULL, NULL);
  return report;
}

void adref_merge_report_free(AdrefMergeReport *report)
{
  if (!report)
    return;
  g_ptr_array_unref(report->events);
  g_hash_table_unref(report->nameless);
  g_free(report);
}

const char *adref_merge_event_word(AdrefMergeEventType type)
{
  switch (type) {
  case ADREF_MERGE_TAKEN: return "changed";
  case ADREF_MERGE_ADDED: return "added";
  case ADREF_MERGE_DELETED: return "deleted";
  case ADREF_MERGE_MOVED: return "moved";
  case ADREF_MERGE_BRACKETED: return "bracketed";
  case ADREF_MERGE_MOVED_TWICE: return "moved to two places";
  case ADREF_MERGE_REOPENED: return "bracket reopened";
  case ADREF_MERGE_SUPERSEDED: return "changed twice by one party";
  case ADREF_MERGE_AGREEMENT: return "no longer agreed ad ref";
  case ADREF_MERGE_UNPLACED: return "not merged";
  case ADREF_MERGE_PART: return "read as a part";
  }
  return "";
}

gboolean adref_merge_report_is_clean(const AdrefMergeReport *report)
{
  for (guint i = 0; i < report->events->len; i++) {
    AdrefMergeEventType type = ((const AdrefMergeEvent *)report->events->pdata[i])->type;
    if (type == ADREF_MERGE_BRACKETED || type == ADREF_MERGE_REOPENED ||
        type == ADREF_MERGE_UNPLACED || type == ADREF_MERGE_MOVED_TWICE ||
        type == ADREF_MERGE_SUPERSEDED || type == ADREF_MERGE_AGREEMENT)
      return FALSE;
  }
  return TRUE;
}

/* The part whose words name a clause without id: the item of a list that is merged, else all of it.
 */
static const AdrefNode *named_part(const AdrefMergeContext *context)
{
  const AdrefNode *part = context->clause;
  for (const AdrefNode *block = context->block; block; block = block->parent)
    if (block->type == ADREF_ITEM)
      part = block;
  return part;
}

char *adref_merge_event_clause_name(const char *words)
{
  const char *end = strlen(words) > MAX_NAMED ? g_utf8_find_prev_char(words, words + MAX_NAMED)
                                              : words + strlen(words);
  return g_strdup_printf("\"%.*s%s\"", (int)(end - words), words, *end ? " ..." : "");
}

static char *name_of(const AdrefMergeContext *context)
{
  const AdrefNode *clause = context->clause;
  if (!clause)
    return g_strdup("");
  if (clause->as.clause->id)
    return g_strdup(clause->as.clause->id);
  g_autofree char *words = adref_node_first_words(named_part(context), MAX_NAMED);
  return adref_merge_event_clause_name(words);
}

AdrefMergeEvent *adref_merge_event_new(AdrefMergeEventType type, char *clause)
{
  AdrefMergeEvent *event = g_new0(AdrefMergeEvent, 1);
  event->type = type;
  event->clause = clause;
  event->sides = g_ptr_array_new();
  return event;
}

AdrefMergeEvent *adref_merge_event_add(AdrefMergeContext *context, AdrefMergeEventType type,
                                       const char *detail)
{
  AdrefMergeEvent *event = adref_merge_event_new(type, name_of(context));
  event->detail = g_strdup(detail);
  g_ptr_array_add(context->report->events, event);
  return event;
}

static void name_side(AdrefMergeEvent *event, const char *party, const AdrefMergeSide *side)
{
  const char *name = party ? party : side->name;
  if (!g_ptr_array_find(event->sides, name, NULL))
    g_ptr_array_add(event->sides, (gpointer)(guintptr)name);
}

void adref_merge_event_name_side(AdrefMergeEvent *event, const AdrefMergeSide *side)
{
  name_side(event, side->parties ? g_hash_table_lookup(side->parties, event->clause) : NULL, side);
}

void adref_merge_event_add_side(AdrefMergeContext *context, AdrefMergeEvent *event, guint side)
{
  name_side(event, adref_merge_clause_party(context, side), &context->sides[side]);
}
