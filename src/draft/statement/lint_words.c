#include <string.h>

#include "base/name.h"
#include "clause/icu.h"
#include "draft/data/locale_format.h"
#include "draft/library/page_words.h"
#include "draft/statement/lint.h"
#include "draft/statement/statement.h"
#include "draft/statement/workspace.h"

static gboolean is_known(const char *language)
{
  g_autofree char *locale = adref_locale_of(language);
  return *uloc_getISO3Language(locale) != '\0';
}

/* The language of "templates/languages/ja.yaml"; NULL: it is no name of a table. Caller frees. */
static char *language_of(const char *path)
{
  const char *name = path + strlen(ADREF_PAGE_WORDS_FOLDER "/");
  g_autofree char *language =
      g_str_has_suffix(name, ".yaml") ? g_strndup(name, strlen(name) - strlen(".yaml")) : NULL;
  gboolean is_tag = language && adref_name_is(ADREF_NAME_LANGUAGE, language);
  return is_tag && is_known(language) ? g_steal_pointer(&language) : NULL;
}

static void check_table(AdrefLint *lint, const char *path)
{
  AdrefFileSource *source = adref_library_source(lint->library);
  g_autoptr(GError) cause = NULL;
  g_autofree char *language = language_of(path);
  if (!language) {
    AdrefLocation place = {.file = path};
    adref_lint_add_at(lint, place, "the file", path,
                      "is named after no language; allowed are names such as ja.yaml");
    return;
  }
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GBytes) bytes = source->read(source, path, ADREF_PAGE_WORDS_LIMIT, &cause);
  g_autoptr(AdrefPageWords) words =
      bytes ? adref_page_words_parse(bytes, path, found, &cause) : NULL;
  adref_lint_add(lint, &cause);
  for (guint i = 0; words && i < found->len; i++)
    g_ptr_array_add(lint->findings, g_strdup(found->pdata[i]));
}

/* The parties of a statement, then the members of groups among them. */
static char **codes_of(const AdrefParties *parties, const AdrefStatement *statement)
{
  g_autoptr(GPtrArray) codes = g_ptr_array_new();
  for (char **code = statement->parties; code && *code; code++)
    g_ptr_array_add(codes, g_strdup(*code));
  g_ptr_array_add(codes, NULL);
  g_autofree char **members =
      codes->len > 1 ? adref_parties_expand(parties, (char **)codes->pdata, TRUE) : NULL;
  g_ptr_array_set_size(codes, (gint)codes->len - 1);
  for (char **member = members; member && *member; member++) {
    if (g_ptr_array_find_with_equal_func(codes, *member, g_str_equal, NULL))
      g_free(*member);
    else
      g_ptr_array_add(codes, *member);
  }
  g_ptr_array_add(codes, NULL);
  return (char **)g_ptr_array_free(g_steal_pointer(&codes), FALSE);
}

/* Names of the parties of a statement that are from ICU, or in English. */
static void check_names(AdrefLint *lint, const AdrefStatement *statement)
{
  const AdrefParties *parties = adref_library_parties(lint->library);
  g_auto(GStrv) codes = codes_of(parties, statement);
  for (char **language = statement->languages; *language; language++)
    for (char **code = codes; *code; code++) {
      const AdrefParty *party = adref_parties_get(parties, *code);
      if (!party || adref_party_is_named(party, *language))
        continue;
      g_autofree char *page = adref_party_page_long(party, *language);
      g_autofree char *why = g_strdup_printf(
          "lacks a name in \"%s\", a language of %s; its pages and templates print \"%s\"",
          *language, statement->id, page);
      AdrefLocation place = {.file = "templates/parties.yaml"};
      adref_lint_add_at(lint, place, "the party", *code, why);
    }
}

static void check_all_names(AdrefLint *lint)
{
  AdrefFileSource *source = adref_library_source(lint->library);
  AdrefWorkspace workspace = {.source = source};
  g_auto(GStrv) ids = adref_workspace_statements(&workspace, NULL);
  for (char **id = ids; id && *id; id++) {
    g_autoptr(GError) cause = NULL;
    g_autoptr(AdrefStatement) statement = adref_statement_read(source, *id, lint->library, &cause);
    if (statement)
      check_names(lint, statement);
    adref_lint_add(lint, &cause);
  }
  adref_library_set_day(lint->library, NULL);
}

gboolean adref_lint_words(AdrefLint *lint, GError **error)
{
  AdrefFileSource *source = adref_library_source(lint->library);
  g_auto(GStrv) paths = source->list(source, ADREF_PAGE_WORDS_FOLDER, error);
  for (char **path = paths; path && *path; path++)
    check_table(lint, *path);
  check_all_names(lint);
  return paths != NULL;
}
