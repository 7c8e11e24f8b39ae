#include "view/number_column.h"

#include <string.h>

#include "print/font_face.h"

enum {
  USUAL = 4 /* bytes of a number that the usual column has room for: "112." */
};

static void call(AdrefNumberColumnCallback callback, gpointer data, const AdrefNode *clause,
                 const char *number)
{
  if (number && strlen(number) > USUAL)
    callback(data, clause, number);
}

void adref_number_column_each(const AdrefNode *document, AdrefView view,
                              AdrefNumberColumnCallback callback, gpointer data)
{
  for (const AdrefNode *clause = document->first; clause; clause = clause->next) {
    g_autofree char *number = adref_view_number(clause, view);
    call(callback, data, clause, number);
    if (!clause->as.clause->change)
      continue;
    g_autofree char *old = adref_view_old_number(clause, view);
    call(callback, data, clause, old);
  }
}

static void widen(gpointer data, const AdrefNode *clause, const char *number)
{
  float *widest = data;
  (void)clause;
  *widest = MAX(*widest, adref_font_face_estimate(number));
}

float adref_number_column_width(const AdrefNode *document, AdrefView view)
{
  float widest = 0;
  adref_number_column_each(document, view, widen, &widest);
  return widest;
}
