#include "work/clause_list.h"

#include <string.h>

#include "base/error.h"
#include "clause/text/address.h"
#include "work/select_clause.h"

static void item_free(gpointer data)
{
  AdrefClauseListItem *item = data;
  g_free(item->name);
  g_free(item);
}

static void add(GPtrArray *items, const char *name, AdrefNode *part, gboolean in_range)
{
  AdrefClauseListItem *item = g_new(AdrefClauseListItem, 1);
  item->name = g_strdup(name);
  item->part = part;
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

/* A range whose ends stand the other way round in the text. */
static gboolean refuse_backward(const char *name, const char *what, GError **error)
{
  const char *dash = strchr(name, '-');
  adref_error(error, ADREF_ERROR_USAGE,
              "%s: in the text the second %s stands before the first one; a range goes forward: "
              "%s-%.*s",
              name, what, dash + 1, (int)(dash - name), name);
  return FALSE;
}

static gboolean add_range(GPtrArray *items, const char *name, const AdrefNode *from,
                          const AdrefNode *to, GError **error)
{
  guint length = items->len;
  for (const AdrefNode *clause = from; clause; clause = clause->next) {
    const AdrefClause *facts = clause->as.clause;
    if (facts->kind == from->as.clause->kind && facts->number)
      add(items, facts->id ? facts->id : facts->number, (AdrefNode *)(guintptr)clause, TRUE);
    if (clause == to)
      return TRUE;
  }
  g_ptr_array_set_size(items, (gint)length);
  return refuse_backward(name, "clause", error);
}

static gboolean refuse_end(const AdrefNode *document, const char *name, gboolean is_first,
                           GError **error)
{
  gsize length = strcspn(name, "-");
  g_autofree char *end = is_first ? g_strndup(name, length) : g_strdup(name + length + 1);
  const char *nearest = adref_address_nearest_number(document, end);
  adref_error(error, ADREF_ERROR_NOT_FOUND, "%s: no clause has the number %s%s%s", name, end,
              nearest ? "; the nearest is " : "", nearest ? nearest : "");
  return FALSE;
}

static gboolean is_unnumbered(const AdrefNode *part)
{
  return part->type != ADREF_CLAUSE || part->as.clause->kind == ADREF_PLAIN;
}

/* Where the ends of a range are parts of one part of a text without numbers of clauses, such as the
 * items of a list: these and all parts between them. *is_range: they are. */
static gboolean add_parts(GPtrArray *items, const AdrefNode *document, const char *name,
                          gboolean *is_range, GError **error)
{
  const char *dash = strchr(name, '-');
  AdrefAddress whole, from, to;
  g_autofree char *first = dash ? g_strndup(name, (gsize)(dash - name)) : NULL;
  *is_range = dash && !adref_address_find(document, "", name, &whole, NULL) &&
              adref_address_find(document, "", first, &from, NULL) &&
              adref_address_find(document, "", dash + 1, &to, NULL) &&
              from.part->parent == to.part->parent && from.part->type == to.part->type &&
              is_unnumbered(from.part) && is_unnumbered(to.part);
  if (!*is_range)
    return TRUE;
  guint length = items->len;
  for (AdrefNode *part = from.part; part; part = part->next) {
    add(items, name, part, TRUE);
    if (part == to.part)
      return TRUE;
  }
  g_ptr_array_set_size(items, (gint)length);
  return refuse_backward(name, "part", error);
}

/* Whether a name that is no id reads as a range of numbers: "90-95". */
static gboolean is_of_numbers(const char *name)
{
  return strchr(name, '-') && strspn(name, "0123456789.-") == strlen(name);
}

static gboolean add_name(GPtrArray *items, const AdrefNode *document, const char *name,
                         GError **error)
{
  const AdrefNode *from = NULL, *to = NULL;
  gboolean is_range;
  if (find_ends(document, name, &from, &to))
    return add_range(items, name, from, to, error);
  if (from && !to)
    return refuse_end(document, name, FALSE, error);
  if (!add_parts(items, document, name, &is_range, error))
    return FALSE;
  if (!is_range && is_of_numbers(name) && !adref_clause_find(document, name))
    return refuse_end(document, name, TRUE, error);
  if (!is_range)
    add(items, name, NULL, FALSE);
  return TRUE;
}

static gboolean add_words(GPtrArray *items, const AdrefNode *document, const char *words,
                          GError **error)
{
  g_auto(GStrv) names = g_strsplit(words, ",", -1);
  for (char **name = names; *name; name++) {
    g_strstrip(*name);
    if (**name == '\0' && (name[1] || name != names))
      continue;
    if (!add_name(items, document, *name, error))
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
