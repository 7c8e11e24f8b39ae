#include "view/reports/removed_output.h"

#include <jansson.h>

#include "view/blame_output.h"
#include "view/json/json.h"

enum {
  SHORT_ID = 8
};

void adref_removed_free(AdrefRemoved *removed)
{
  if (!removed)
    return;
  g_ptr_array_unref(removed->versions);
  g_ptr_array_unref(removed->words);
  g_free(removed);
}

/* Appends a word that a stranger may have written, behind two spaces where it is not the first. */
static void put_cell(GString *line, const char *word)
{
  g_autofree char *visible = adref_escape_controls(word, -1, FALSE);
  g_string_append_printf(line, "%s%s",
                         line->len > 0 && line->str[line->len - 1] != '\n' ? "  " : "", visible);
}

GString *adref_terminal_removed_write(const AdrefRemoved *removed)
{
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < removed->words->len; i++) {
    const AdrefRemovedWords *each = removed->words->pdata[i];
    const AdrefOrigin *origin = removed->versions->pdata[each->origin];
    g_autofree char *id = origin->version ? g_strndup(origin->version, SHORT_ID) : NULL;
    g_autofree char *clause = each->clause ? g_strconcat("#", each->clause, NULL) : NULL;
    put_cell(out, id ? id : "work    ");
    put_cell(out, id ? origin->day : "not saved ");
    const char *const cells[] = {adref_origin_who(origin), origin->label, clause};
    for (gsize k = 0; k < G_N_ELEMENTS(cells); k++)
      if (cells[k])
        put_cell(out, cells[k]);
    g_autofree char *words = adref_escape_controls(each->words, -1, FALSE);
    g_string_append_printf(out, "\n    %s\n", words);
  }
  return out;
}

GString *adref_json_removed_write(const AdrefRemoved *removed)
{
  json_t *list = json_array();
  for (guint i = 0; i < removed->words->len; i++) {
    const AdrefRemovedWords *each = removed->words->pdata[i];
    const AdrefOrigin *origin = removed->versions->pdata[each->origin];
    json_t *object = adref_json_origin(origin);
    adref_json_set_string(object, "clause", each->clause);
    adref_json_set_string(object, "words", each->words);
    json_array_append_new(list, object);
  }
  return adref_json_text(list);
}
