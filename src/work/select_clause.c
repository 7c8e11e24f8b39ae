#include "work/select_clause.h"

#include <string.h>

#include "base/name.h"

gboolean adref_select_clause_is_statement(AdrefSession *session, const char *name,
                                          gboolean *is_statement, GError **error)
{
  g_auto(GStrv) ids = adref_workspace_statements(session->workspace, error);
  *is_statement = ids && g_strv_contains((const char *const *)ids, name);
  return ids != NULL;
}

/* "12 bis" and "12BIS" are the same number. */
static gboolean same_number(const char *a, const char *b)
{
  for (;; a++, b++) {
    a += strspn(a, " ");
    b += strspn(b, " ");
    if (g_ascii_tolower(*a) != g_ascii_tolower(*b))
      return FALSE;
    if (*a == '\0')
      return TRUE;
  }
}

AdrefNode *adref_select_clause_find(const AdrefNode *document, const char *name)
{
  for (AdrefNode *clause = document->first; clause; clause = clause->next)
    if (g_strcmp0(clause->as.clause->id, name) == 0)
      return clause;
  for (AdrefNode *clause = document->first; clause; clause = clause->next)
    if (clause->as.clause->number && same_number(clause->as.clause->number, name))
      return clause;
  return NULL;
}

/* The id of a clause that was perhaps meant, or NULL; it belongs to the document. */
static const char *near_id(const AdrefNode *document, const char *name)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new();
  for (const AdrefNode *clause = document->first; clause; clause = clause->next)
    if (clause->as.clause->id)
      g_ptr_array_add(ids, clause->as.clause->id);
  g_ptr_array_add(ids, NULL);
  return adref_name_closest(name, (const char *const *)ids->pdata);
}

AdrefNode *adref_select_clause(const AdrefText *text, const char *name, GError **error)
{
  AdrefNode *found = adref_select_clause_find(text->document, name);
  if (found)
    return found;
  const char *near = near_id(text->document, name);
  if (near)
    adref_error(error, ADREF_ERROR_NOT_FOUND, "%s: no clause \"%s\"; did you mean %s?", text->name,
                name, near);
  else
    adref_error(error, ADREF_ERROR_NOT_FOUND,
                "%s: no clause \"%s\"; adref show lists the ids behind #", text->name, name);
  return NULL;
}

AdrefText *adref_select_clause_text(AdrefSession *session, const char *first, const char **clause,
                                    const char *language, GError **error)
{
  g_autoptr(GError) cause = NULL;
  AdrefText *text = adref_text_open(session, first, language, &cause);
  gboolean is_name = g_error_matches(cause, ADREF_ERROR, ADREF_ERROR_NOT_FOUND) ||
                     g_error_matches(cause, ADREF_ERROR, ADREF_ERROR_USAGE);
  if (text || !first || *clause || !is_name) {
    if (!text)
      g_propagate_error(error, g_steal_pointer(&cause));
    return text;
  }
  g_autoptr(AdrefText) only = adref_text_open(session, NULL, language, NULL);
  if (only && adref_select_clause_find(only->document, first)) {
    *clause = first;
    return g_steal_pointer(&only);
  }
  if (only && near_id(only->document, first))
    adref_select_clause(only, first, error);
  else
    g_propagate_error(error, g_steal_pointer(&cause));
  return NULL;
}
