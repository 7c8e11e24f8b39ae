#include "view/view.h"

#include <string.h>

#include "clause/change.h"
#include "view/ruby.h"

static const char *const schemes[] = {"https://", "http://", "mailto:"};

static gboolean has_control(const char *url)
{
  for (const char *p = url; *p; p++)
    if ((guchar)*p < 0x20 || *p == 0x7f)
      return TRUE;
  return FALSE;
}

gboolean adref_view_link_is_safe(const char *url)
{
  if (!url || has_control(url))
    return FALSE;
  if (url[0] == '#')
    return url[1] != '\0';
  for (gsize i = 0; i < G_N_ELEMENTS(schemes); i++) {
    gsize length = strlen(schemes[i]);
    if (g_ascii_strncasecmp(url, schemes[i], length) == 0)
      return url[length] != '\0';
  }
  return FALSE;
}

static char *print_number(AdrefClauseKind kind, const char *number, AdrefView view)
{
  if (!number || (kind == ADREF_PP && view != ADREF_VIEW_NEGOTIATING))
    return NULL;
  return g_strconcat(number, kind == ADREF_OP ? "." : "", NULL);
}

char *adref_view_number(const AdrefNode *clause, AdrefView view)
{
  const AdrefClause *facts = clause->as.clause;
  if (clause->mark == ADREF_DELETED && facts->change && !facts->number)
    return print_number(facts->kind, facts->change->number, view);
  return print_number(facts->kind, facts->number, view);
}

char *adref_view_old_number(const AdrefNode *clause, AdrefView view)
{
  const AdrefClause *facts = clause->as.clause;
  if (clause->mark == ADREF_KEPT && facts->change)
    return print_number(facts->change->kind, facts->change->number, view);
  return adref_view_number(clause, view);
}

gboolean adref_view_is_in_series(AdrefClauseKind kind)
{
  return kind == ADREF_OP || kind == ADREF_PP || kind == ADREF_PLAN_ITEM;
}

gboolean adref_view_is_short_bracket(const AdrefNode *bracket)
{
  enum {
    LONGEST = 20 /* bytes */
  };
  const AdrefNode *alternative = bracket->first,
                  *text = alternative && !alternative->next ? alternative->first : NULL;
  if (!text || text->next || text->type != ADREF_TEXT || text->length > LONGEST)
    return FALSE;
  const char *space = memchr(text->text, ' ', text->length);
  return space && !memchr(space + 1, ' ', text->length - (gsize)(space + 1 - text->text));
}

static gboolean is_heading(const AdrefNode *clause)
{
  return clause && clause->prev && clause->as.clause->kind == ADREF_TITLE;
}

gboolean adref_view_begins_annex(const AdrefNode *clause)
{
  const AdrefNode *annex = clause;
  if (!clause->prev || is_heading(clause->prev))
    return FALSE;
  while (is_heading(annex))
    annex = annex->next;
  return annex && annex->as.clause->kind == ADREF_ANNEX;
}

char *adref_view_title(const AdrefNode *document, const AdrefViewOptions *options)
{
  char *title = options->title ? g_strdup(options->title) : adref_document_title(document);
  return title ? adref_ruby_strip(title, options->language) : g_strdup("");
}
