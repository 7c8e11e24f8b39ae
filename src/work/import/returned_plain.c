#include "work/import/returned_plain.h"

#include "work/import/import_into.h"
#include "work/import/returned_party.h"

/* The file as a text of the statement. */
static AdrefNode *read_clauses(AdrefSession *session, AdrefImportFile *file, const AdrefText *base,
                               GError **error)
{
  g_autoptr(GHashTable) taken = adref_clause_ids(base->document);
  if (!adref_import_file_need_text(session, file, error) ||
      !adref_import_file_check_words(file, error))
    return NULL;
  return adref_import_into_clauses(file, base, base, taken, NULL, error);
}

AdrefText *adref_returned_plain_load(AdrefSession *session, const char *statement,
                                     const char *version, const char *path, const char *language,
                                     GError **error)
{
  g_autoptr(AdrefText) text = adref_text_open_version(session, statement, version, language, error);
  g_autoptr(AdrefText) base =
      text ? adref_text_open_version(session, statement, version, language, error) : NULL;
  AdrefImportFile *file =
      base ? adref_import_file_open(session, path, base->language, base->source, error) : NULL;
  if (!file)
    return NULL;
  g_autoptr(AdrefNode) theirs = read_clauses(session, file, base, error);
  g_autoptr(AdrefNode) whole =
      theirs ? adref_returned_party_put(file, text, base->document, theirs, NULL) : NULL;
  adref_import_file_free(file);
  if (!whole)
    return NULL;
  adref_import_into_text(text, whole, base->document);
  return g_steal_pointer(&text);
}
