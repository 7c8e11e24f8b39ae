#include "work/publication_check.h"

#include <string.h>

#include "base/error.h"
#include "clause/alternat.h"
#include "sign/package.h"
#include "view/view.h"

/* The bracket in plain words that may have marks of parties, [Japan](#JPN); NULL: none. */
static const char *find_bracket(const char *words)
{
  for (const char *p = strpbrk(words, "[]"); p; p = strpbrk(p, "[]")) {
    const char *end = *p == '[' ? strpbrk(p + 1, "[]") : NULL;
    if (!end || !g_str_has_prefix(end, "](#"))
      return p;
    p = end + 1;
  }
  return NULL;
}

static char *describe_fact(const AdrefStatement *statement, const char *fact, const char *words)
{
  g_autofree char *visible =
      words && find_bracket(words) ? adref_escape_controls(words, -1, FALSE) : NULL;
  return visible ? g_strdup_printf("%s: the %s \"%s\" has a square bracket, which nobody can "
                                   "settle later",
                                   statement->path, fact, visible)
                 : NULL;
}

char *adref_publication_check_facts(const AdrefStatement *statement)
{
  for (char **language = statement->languages; *language; language++) {
    const char *title =
        statement->title ? adref_localized_text_get(statement->title, *language) : NULL;
    g_autofree char *place =
        statement->place ? adref_value_print(statement->place, "", *language) : NULL;
    char *why = describe_fact(statement, "title", title);
    if (!why)
      why = describe_fact(statement, "place", place);
    if (why)
      return why;
  }
  return NULL;
}

static gboolean is_dropped(const AdrefNode *link, const AdrefParties *parties)
{
  if (adref_node_is_party_name(link))
    return !adref_parties_get(parties, link->as.link.url + 1);
  return !adref_view_link_is_safe(link->as.link.url);
}

char *adref_publication_check_links(const AdrefNode *document, const char *path,
                                    const AdrefParties *parties)
{
  AdrefWalk walk = adref_walk(document);
  while (adref_walk_next(&walk)) {
    const AdrefNode *link = walk.node;
    if (!walk.entering || (link->type != ADREF_LINK && link->type != ADREF_IMAGE) ||
        !is_dropped(link, parties))
      continue;
    const AdrefNode *at = link;
    while (at->line == 0 && at->parent)
      at = at->parent;
    g_autofree char *words = adref_node_words(link);
    g_autofree char *written = g_strdup_printf("[%s](%s)", words, link->as.link.url);
    g_autofree char *visible = adref_escape_controls(written, -1, FALSE);
    return g_strdup_printf("%s:%u:%u: %s is read as a link, whose address no page prints; allowed "
                           "are http, https, mailto, #clause and the code of a party. A bracket "
                           "names its party inside: [words - JPN]",
                           path, at->line, at->column, visible);
  }
  return NULL;
}

/* The alternats of a package are made when all have signed, and must not fail then. */
static char *check_alternats(const AdrefStatementSnapshot *snapshot,
                             const AdrefLanguageVersion *version)
{
  char *const *parties = adref_package_alternats(snapshot);
  for (char *const *code = parties; *code; code++) {
    g_autoptr(GError) error = NULL;
    g_auto(GStrv) order = adref_alternat_order((const char *const *)parties, *code);
    g_autoptr(AdrefNode) copy =
        adref_alternat(version->document, (const char *const *)order, version->path, NULL, &error);
    if (!copy)
      return g_strdup(error->message);
  }
  return NULL;
}

char *adref_publication_check(const AdrefStatementSnapshot *snapshot)
{
  const GPtrArray *versions = snapshot->language_versions->items;
  char *why = adref_publication_check_facts(snapshot->statement);
  for (guint i = 0; !why && i < versions->len; i++) {
    const AdrefLanguageVersion *version = versions->pdata[i];
    why = adref_publication_check_links(version->document, version->path,
                                        adref_library_parties(snapshot->library));
    if (!why)
      why = check_alternats(snapshot, version);
  }
  return why;
}

static gboolean check_text_closed(const AdrefLanguageVersion *version, const char *where,
                                  const char *what, GError **error)
{
  guint brackets, placeholders;
  const AdrefNode *option = adref_language_versions_first_option(version->document);
  if (option) {
    g_autofree char *words = adref_language_versions_option_words(option);
    adref_error(error, ADREF_ERROR_REFUSED, "%s%s: %s; %s has no options", where, version->path,
                words, what);
    return FALSE;
  }
  adref_language_versions_count_open(version->document, &brackets, &placeholders);
  if (brackets + placeholders > 0)
    adref_error(error, ADREF_ERROR_REFUSED, "%s%s: a bracket is open; %s has none", where,
                version->path, what);
  return brackets + placeholders == 0;
}

gboolean adref_publication_check_closed(const AdrefStatementSnapshot *snapshot, const char *where,
                                        const char *what, GError **error)
{
  const GPtrArray *all = snapshot->language_versions->items;
  for (guint i = 0; i < all->len; i++)
    if (!check_text_closed(all->pdata[i], where, what, error))
      return FALSE;
  return TRUE;
}
