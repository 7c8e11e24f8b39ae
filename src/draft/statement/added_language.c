#include "draft/statement/added_language.h"

#include <string.h>

/* The byte at which a node begins; NULL: the text has no such place. */
static const char *place_of(const char *text, const AdrefYaml *node)
{
  for (guint line = 1; line < node->place.line && text; line++) {
    text = strchr(text, '\n');
    text = text ? text + 1 : NULL;
  }
  for (guint column = 1; column < node->place.column && text; column++)
    text = *text ? g_utf8_next_char(text) : NULL;
  return text;
}

/* Behind the last item of a list: in brackets as "[en, ja]", else on a line of its own. */
static GString *insert(const char *text, const AdrefYaml *list, const char *language)
{
  const AdrefYaml *last = list->items->pdata[list->items->len - 1];
  const char *from = place_of(text, list), *item = place_of(text, last);
  if (!from || !item)
    return NULL;
  const char *end = item + MIN(strlen(item), strlen(last->text) + (last->quoted ? 2 : 0));
  const char *line = item;
  while (line > text && line[-1] != '\n')
    line--;
  g_autofree char *dash = g_strndup(line, (gsize)(item - line));
  gboolean flow = *from == '[';
  const char *place = flow ? end : end + strcspn(end, "\n");
  GString *out = g_string_new_len(text, place - text);
  g_string_append_printf(out, "%s%s%s", flow ? ", " : "\n", flow ? "" : dash, language);
  return g_string_append(out, place);
}

/* Whether the facts have these languages and then the new one. */
static gboolean is_right(const GString *text, char **languages, const char *language)
{
  g_autoptr(AdrefYaml) yaml = adref_yaml_read(text->str, text->len, "statement.yaml", 1, NULL);
  const AdrefYaml *list = yaml ? adref_yaml_get(yaml, "languages") : NULL;
  guint before = g_strv_length(languages);
  if (!list || list->type != ADREF_YAML_LIST || list->items->len != before + 1)
    return FALSE;
  for (guint i = 0; i <= before; i++) {
    const AdrefYaml *item = list->items->pdata[i];
    if (item->type != ADREF_YAML_SCALAR ||
        strcmp(item->text, i < before ? languages[i] : language) != 0)
      return FALSE;
  }
  return TRUE;
}

char *adref_added_language(const AdrefStatement *statement, const char *text, gsize length,
                           const char *language)
{
  g_autofree char *facts = g_strndup(text, length);
  const AdrefYaml *list = adref_yaml_get(statement->yaml, "languages");
  g_autoptr(GString) added = NULL;
  if (list && list->type == ADREF_YAML_LIST && list->items->len > 0) {
    added = insert(facts, list, language);
  } else if (!list) {
    added = g_string_new(facts);
    g_string_append_printf(added, "%slanguages: [%s, %s]\n",
                           g_str_has_suffix(facts, "\n") ? "" : "\n", statement->languages[0],
                           language);
  }
  if (!added || !is_right(added, statement->languages, language))
    return NULL;
  return g_string_free(g_steal_pointer(&added), FALSE);
}
