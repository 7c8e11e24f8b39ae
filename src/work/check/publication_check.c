#include "work/check/publication_check.h"

#include <string.h>

#include "base/error.h"
#include "clause/proposals/alternat.h"
#include "draft/library/name_twins.h"
#include "language/party_mention.h"
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

/* A link without words is signed, and on no page. */
static char *describe_empty(const AdrefNode *link, const char *path)
{
  g_autofree char *words = adref_node_words(link);
  if (*words != '\0')
    return NULL;
  const AdrefNode *at = adref_node_placed(link);
  g_autofree char *visible = adref_escape_controls(link->as.link.url, -1, FALSE);
  return g_strdup_printf(
      "%s:%u:%u: %s to \"%s\" has no words, so no page prints it; write words in "
      "it, or take it out",
      path, at->line, MAX(at->column, 1), link->type == ADREF_LINK ? "a link" : "an image",
      visible);
}

static char *describe_dropped(const AdrefNode *link, const char *path, const AdrefParties *parties)
{
  if (!is_dropped(link, parties))
    return NULL;
  const AdrefNode *at = adref_node_placed(link);
  g_autofree char *words = adref_node_words(link);
  g_autofree char *written = g_strdup_printf("[%s](%s)", words, link->as.link.url);
  g_autofree char *visible = adref_escape_controls(written, -1, FALSE);
  return g_strdup_printf("%s:%u:%u: %s is read as a link, whose address no page prints; allowed "
                         "are http, https, mailto, #clause and #CODE of a party. A bracket "
                         "names its party inside: [words - JPN]",
                         path, at->line, MAX(at->column, 1), visible);
}

/* [Japan](#ASEAN) would put Japan at the place of ASEAN in each copy. */
static char *describe_mark(const AdrefNode *link, const char *path, GHashTable *names)
{
  if (!adref_node_is_party_name(link))
    return NULL;
  const char *code = link->as.link.url + 1;
  g_autofree char *words = adref_node_words(link);
  const char *other = adref_party_mention_is_possible(words, names, code)
                          ? NULL
                          : adref_party_mention_first(words, names);
  if (!other)
    return NULL;
  const AdrefNode *at = adref_node_placed(link);
  g_autofree char *visible = adref_escape_controls(words, -1, FALSE);
  return g_strdup_printf("%s:%u:%u: [%s](#%s) marks a name of %s as one of %s, which each party's "
                         "copy would put in its place; write [%s](#%s)",
                         path, at->line, MAX(at->column, 1), visible, code, other, code, visible,
                         other);
}

/* What another program shows as HTML, or not at all, a page shows as it is written. */
static char *describe_html(const AdrefNode *html, const char *path)
{
  const AdrefNode *at = adref_node_placed(html);
  gsize length = MIN(html->length, strcspn(html->text, "\n"));
  g_autofree char *visible = adref_escape_controls(html->text, (gssize)length, FALSE);
  return g_strdup_printf(
      "%s:%u:%u: pages print \"%s\" as it is written, and other programs read it "
      "as HTML, which may hide words; write it in Markdown, or take it out",
      path, at->line, MAX(at->column, 1), visible);
}

char *adref_publication_check_links(const AdrefNode *document, const char *path,
                                    const AdrefParties *parties)
{
  GHashTable *names = adref_parties_names(parties);
  AdrefWalk walk = adref_walk(document);
  while (adref_walk_next(&walk)) {
    const AdrefNode *node = walk.node;
    if (walk.entering && node->type == ADREF_HTML)
      return describe_html(node, path);
    if (!walk.entering || (node->type != ADREF_LINK && node->type != ADREF_IMAGE))
      continue;
    char *why = describe_empty(node, path);
    if (!why)
      why = describe_dropped(node, path, parties);
    if (!why)
      why = describe_mark(node, path, names);
    if (why)
      return why;
  }
  return NULL;
}

/* The first character of words that Unicode does not assign, or 0: no font can draw it. */
static gunichar find_unassigned(const char *words)
{
  for (const char *p = words ? words : ""; *p; p = g_utf8_next_char(p))
    if ((guchar)*p >= 0x80 && g_unichar_type(g_utf8_get_char(p)) == G_UNICODE_UNASSIGNED)
      return g_utf8_get_char(p);
  return 0;
}

/* Which character of a text Unicode does not assign, with its place: no font has it, so no page can
 * be made. NULL: none. Caller frees. */
static char *check_letters(const AdrefNode *document, const AdrefSourceText *source)
{
  AdrefWalk walk = adref_walk(document);
  while (adref_walk_next(&walk)) {
    const AdrefNode *node = walk.node;
    gboolean printed = node->type != ADREF_DOCUMENT && node->type != ADREF_COMMENT;
    gunichar c = walk.entering && printed ? find_unassigned(node->text) : 0;
    if (c == 0)
      continue;
    const AdrefNode *at = adref_node_placed(node);
    guint line = at->line, column = at->column;
    adref_source_text_find(source, c, &line, &column);
    return g_strdup_printf("%s:%u:%u: U+%04X is no character that Unicode assigns, so no page can "
                           "print it; write another",
                           source->name, line, MAX(column, 1), c);
  }
  return NULL;
}

/* The same in title, place and names of the parties. */
static char *check_letters_of_facts(const AdrefStatement *statement, const AdrefParties *parties)
{
  gunichar c = 0;
  for (char **language = statement->languages; *language && c == 0; language++) {
    g_autofree char *place =
        statement->place ? adref_value_print(statement->place, "", *language) : NULL;
    c = find_unassigned(place);
    if (c == 0 && statement->title)
      c = find_unassigned(adref_localized_text_get(statement->title, *language));
    for (char **code = statement->parties; code && *code && c == 0; code++) {
      const AdrefParty *party = adref_parties_get(parties, *code);
      c = party ? find_unassigned(adref_party_short(party, *language)) : 0;
      if (c == 0 && party)
        c = find_unassigned(adref_party_long(party, *language));
    }
  }
  return c == 0 ? NULL
                : g_strdup_printf("%s: U+%04X in the title, the place or the name of a party is no "
                                  "character that Unicode assigns, so no page can print it",
                                  statement->path, c);
}

char *adref_publication_check_characters(const AdrefLanguageVersions *language_versions,
                                         const AdrefStatement *statement,
                                         const AdrefParties *parties)
{
  char *why = check_letters_of_facts(statement, parties);
  for (guint i = 0; !why && i < language_versions->items->len; i++) {
    const AdrefLanguageVersion *version = language_versions->items->pdata[i];
    gsize length;
    const char *bytes = g_bytes_get_data(version->bytes, &length);
    AdrefSourceText source = {version->path, bytes, length};
    why = check_letters(version->document, &source);
  }
  return why;
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
  const AdrefParties *parties = adref_library_parties(snapshot->library);
  char *why = adref_publication_check_facts(snapshot->statement);
  if (!why)
    why = adref_name_twins_of_statement(snapshot->source, snapshot->statement->id);
  if (!why)
    why = adref_publication_check_characters(snapshot->language_versions, snapshot->statement,
                                             parties);
  for (guint i = 0; !why && i < versions->len; i++) {
    const AdrefLanguageVersion *version = versions->pdata[i];
    why = adref_publication_check_links(version->document, version->path, parties);
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
