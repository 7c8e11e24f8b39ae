#include "work/select_draft.h"

#include <string.h>

const AdrefLabel *adref_select_draft(const GPtrArray *labels, const char *name)
{
  for (guint i = labels->len; i > 0; i--) {
    const AdrefLabel *label = labels->pdata[i - 1];
    if (name ? strcmp(label->name, name) == 0 : !label->withdrawn)
      return label;
  }
  return NULL;
}
