#include "review/change/finding_list.h"

AdrefFinding *adref_finding_new(AdrefChangeClass class, char *old, char *new)
{
  AdrefFinding *finding = g_new0(AdrefFinding, 1);
  finding->class = class;
  finding->old = old;
  finding->new = new;
  return finding;
}

AdrefFinding *adref_finding_list_add(GArray *list, AdrefChangeClass class, guint run, guint place,
                                     char *old, char *new)
{
  AdrefPlacedFinding placed = {run, place, place, adref_finding_new(class, old, new)};
  g_array_append_val(list, placed);
  return placed.finding;
}

const AdrefFinding *adref_finding_list_first(const GArray *list)
{
  return list->len > 0 ? g_array_index(list, AdrefPlacedFinding, 0).finding : NULL;
}

AdrefPlacedFinding *adref_finding_list_last_placed(const GArray *list)
{
  return &g_array_index(list, AdrefPlacedFinding, list->len - 1);
}

AdrefFinding *adref_finding_list_last(const GArray *list)
{
  return adref_finding_list_last_placed(list)->finding;
}

static gint compare_places(gconstpointer a, gconstpointer b)
{
  const AdrefPlacedFinding *one = a, *two = b;
  if (one->run != two->run)
    return one->run < two->run ? -1 : 1;
  return (one->place > two->place) - (one->place < two->place);
}

void adref_finding_list_sort(GArray *list)
{
  g_array_sort(list, compare_places);
}

void adref_finding_list_move(GArray *list, GPtrArray *findings)
{
  for (guint i = 0; i < list->len; i++)
    g_ptr_array_add(findings, g_array_index(list, AdrefPlacedFinding, i).finding);
  g_array_set_size(list, 0);
}
