#include "work/select_clause.h"

#include <string.h>

#include "base/name.h"
#include "clause/labels/numbering.h"

gboolean adref_select_clause_is_statement(AdrefSession *session, const char *name,
                                          gboolean *is_statement, GError **error)
{
  g_auto(GStrv) ids = adref_workspace_statements(session->workspace, error);
  if (!ids)
    return FALSE;
  const char *const *all = (const char *const *)ids;
  gboolean slips = g_strv_length(ids) > 1 && !session->workspace->current_statement &&
                   adref_name_closest(name, all);
  *is_statement = slips || g_strv_contains(all, name);
  return TRUE;
}

gboolean adref_select_clause_is_slip(AdrefSession *session, const char *name)
{
  g_auto(GStrv) ids =
      session->workspace ? adref_workspace_statements(session->workspace, NULL) : NULL;
  return ids && adref_name_closest(name, (const char *const *)ids);
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

gboolean adref_select_part(const AdrefText *text, const char *name, AdrefAddress *address,
                           GError **error)
{
  AdrefNode *clause = adref_select_clause_find(text->document, name);
  *address = (AdrefAddress){clause, clause};
  return clause || adref_address_find(text->document, text->name, name, address, error);
}

AdrefNode *adref_select_clause(const AdrefText *text, const char *name, GError **error)
{
  AdrefAddress address;
  return adref_select_part(text, name, &address, error) ? address.clause : NULL;
}

AdrefNode *adref_select_whole_clause(const AdrefText *text, const char *name, const char *command,
                                     GError **error)
{
  AdrefAddress address;
  if (!adref_select_part(text, name, &address, error))
    return NULL;
  const AdrefClause *clause = address.clause->as.clause;
  if (address.part == address.clause || !clause->id)
    return address.clause;
  adref_error(error, ADREF_ERROR_REFUSED,
              "%s is a part of the clause %s, and whole clauses are agreed: adref %s %s", name,
              clause->id, command, clause->id);
  return NULL;
}

void adref_select_keep_number(AdrefNode *item)
{
  guint after = 0;
  const AdrefNode *typed = item;
  if (item->type != ADREF_ITEM || !item->parent->as.list.ordered)
    return;
  for (; typed->prev && !typed->as.item.typed; typed = typed->prev)
    after++;
  item->as.item.number = adref_item_number(typed, item->parent->as.list.start) + after;
  item->as.item.typed = TRUE;
}

/* Keeps a child, and the words that introduce a list. */
static void keep_child(AdrefNode *parent, const AdrefNode *child)
{
  for (AdrefNode *node = parent->first, *next; node; node = next) {
    gboolean introduces =
        child->type == ADREF_LIST && node->next == child && node->type == ADREF_PARAGRAPH;
    next = node->next;
    if (node != child && !introduces)
      adref_node_free(node);
  }
}

void adref_select_only(AdrefNode *document, const AdrefAddress *address)
{
  AdrefNode *end = adref_address_section_end(address->clause);
  adref_numbering_keep_depths(document);
  for (AdrefNode *node = address->part; node != address->clause; node = node->parent) {
    adref_select_keep_number(node);
    keep_child(node->parent, node);
  }
  for (AdrefNode *clause = document->first, *next; clause && clause != address->clause;
       clause = next) {
    next = clause->next;
    adref_node_free(clause);
  }
  for (AdrefNode *next; end; end = next) {
    next = end->next;
    adref_node_free(end);
  }
}

/* Whether a word can only be an address: no statement, with its version, and no file would be
 * called so. */
static gboolean is_address_only(const char *name)
{
  return !strchr(name, '@') && (strpbrk(name, " (#") != NULL || g_ascii_isdigit(*name));
}

static gboolean has_several(AdrefSession *session)
{
  g_auto(GStrv) ids =
      session->workspace ? adref_workspace_statements(session->workspace, NULL) : NULL;
  return ids && ids[0] && ids[1];
}

/* A word that is neither a statement nor a clause; `cause` says that it is no statement. */
static void refuse_word(AdrefSession *session, const AdrefText *only, const char *word,
                        GError *cause, GError **error)
{
  gboolean is_name = !strpbrk(word, "@/.");
  if (!is_name || adref_select_clause_is_slip(session, word))
    g_propagate_error(error, g_error_copy(cause));
  else if (only)
    adref_error(error, ADREF_ERROR_NOT_FOUND,
                "there is no statement and no clause \"%s\"; the statement is %s, and adref show "
                "lists its clauses behind #",
                word, only->statement->id);
  else if (has_several(session))
    adref_error(error, cause->code, "%s; a clause stands behind its statement: STATEMENT %s",
                cause->message, word);
  else
    g_propagate_error(error, g_error_copy(cause));
}

AdrefText *adref_select_clause_text(AdrefSession *session, const char *first, const char **clause,
                                    const char *language, GError **error)
{
  g_autoptr(GError) cause = NULL, no_place = NULL;
  AdrefText *text = adref_text_open(session, first, language, &cause);
  gboolean is_name = g_error_matches(cause, ADREF_ERROR, ADREF_ERROR_NOT_FOUND) ||
                     g_error_matches(cause, ADREF_ERROR, ADREF_ERROR_USAGE);
  if (text || !first || *clause || !is_name) {
    if (!text)
      g_propagate_error(error, g_steal_pointer(&cause));
    return text;
  }
  g_autoptr(AdrefText) only = adref_text_open(session, NULL, language, NULL);
  AdrefAddress address;
  if (only && adref_select_part(only, first, &address, &no_place)) {
    *clause = first;
    return g_steal_pointer(&only);
  }
  if (only && (is_address_only(first) || !g_str_has_suffix(no_place->message, "behind #")))
    g_propagate_error(error, g_steal_pointer(&no_place));
  else
    refuse_word(session, only, first, cause, error);
  return NULL;
}
