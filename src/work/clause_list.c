#include "work/clause_list.h"

#include <string.h>

#include "base/error.h"
#include "work/select_clause.h"

static void item_free(gpointer data)
{
  AdrefClauseListItem *item = data;
  g_free(item->name);
  g_free(item);
}

static void add(GPtrArray *items, const char *name, gboolean in_range)
{
  AdrefClauseListItem *item = g_new(AdrefClauseListItem, 1);
  item->name = g_strdup(name);
  item->in_range = in_range;
  g_ptr_array_add(items, item);
}

/* The clause that has `name` as its number, not as its id. */
static const AdrefNode *find_number(const AdrefNode *document, const char *name)
{
  const AdrefNode *found = *name ? adref_select_clause_find(document, name) : NULL;
  return found && found->as.clause->number && g_strcmp0(found->as.clause->id, name) != 0 ? found
                                                                                         : NULL;
}

/* The ends of a range; FALSE: the name is none. */
static gboolean find_ends(const AdrefNode *document, const char *name, const AdrefNode **from,
                          const AdrefNode **to)
{
  const char *dash = strchr(name, '-');
  if (!dash || adref_clause_find(document, name))
    return FALSE;
  g_autofree char *first = g_strndup(name, (gsize)(dash - name));
  *from = find_number(document, first);
  *to = find_number(document, dash + 1);
  return *from && *to && (*from)->as.clause->kind == (*to)->as.clause->kind;
}

static gboolean add_range(GPtrArray *items, const char *name, const AdrefNode *from,
                          const AdrefNode *to, GError **error)
{
  guint length = items->len;
  for (const AdrefNode *clause = from; clause; clause = clause->next) {
    const AdrefClause *facts = clause->as.clause;
    if (facts->kind == from->as.clause->kind && facts->number)
      add(items, facts->id ? facts->id : facts->number, TRUE);
    if (clause == to)
      return TRUE;
  }
  g_ptr_array_set_size(items, (gint)length);
  adref_error(error, ADREF_ERROR_USAGE,
              "%s: in the text the second clause stands before the first one; a range goes "
              "forward, as 3-9",
              name);
  return FALSE;
}

static gboolean refuse_end(const char *name, gboolean is_first, GError **error)
{
  gsize length = strcspn(name, "-");
  g_autofree char *end = is_first ? g_strndup(name, length) : g_strdup(name + length + 1);
  adref_error(error, ADREF_ERROR_NOT_FOUND, "%s: no clause has the number %s", name, end);
  return FALSE;
}

/* Whether a name that is no id reads as a range of numbers: "90-95". */
static gboolean is_of_numbers(const char *name)
{
  return strchr(name, '-') && strspn(name, "0123456789.-") == strlen(name);
}

static gboolean add_words(GPtrArray *items, const AdrefNode *document, const char *words,
                          GError **error)
{
  g_auto(GStrv) names = g_strsplit(words, ",", -1);
  for (char **name = names; *name; name++) {
    const AdrefNode *from = NULL, *to = NULL;
    g_strstrip(*name);
    if (**name == '\0' && (name[1] || name != names))
      continue;
    if (!find_ends(document, *name, &from, &to)) {
      if (from && !to)
        return refuse_end(*name, FALSE, error);
      if (!from && is_of_numbers(*name) && !adref_clause_find(document, *name))
        return refuse_end(*name, TRUE, error);
      add(items, *name, FALSE);
    } else if (!add_range(items, *name, from, to, error))
      return FALSE;
  }
  return TRUE;
}

GPtrArray *adref_clause_list_read(const AdrefNode *document, char *const *words, guint count,
                                  GError **error)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func(item_free);
  for (guint i = 0; i < count; i++)
    if (!add_words(items, document, words[i], error))
      return NULL;
  return g_steal_pointer(&items);
}
