#include "work/export/noted_text.h"

#include "sign/stated_position.h"
#include "view/position_notes.h"

static GPtrArray *read_positions(const AdrefText *text, GError **error)
{
  const AdrefParties *parties = adref_text_parties(text);
  AdrefFileSource *source = text->files->source;
  g_autoptr(AdrefLanguageVersions) versions = adref_language_versions_share_begun(
      source, text->files->library, text->statement, text->session->readings, error);
  return versions ? adref_stated_positions_of(source, versions, text->statement, parties, error)
                  : NULL;
}

/* A part of a text has the positions on its own clauses. */
static void keep_those_on(GPtrArray *positions, const AdrefNode *document)
{
  for (guint i = positions->len; i > 0; i--) {
    const AdrefStatedPosition *position = positions->pdata[i - 1];
    if (!adref_clause_find(document, position->clause))
      g_ptr_array_remove_index(positions, i - 1);
  }
}

gboolean adref_noted_text(const AdrefText *text, const AdrefNode *document, AdrefView view,
                          AdrefNode **noted, GError **error)
{
  *noted = NULL;
  if (!text->statement || view == ADREF_VIEW_PUBLIC ||
      !adref_stated_positions_exist(text->files->source, text->statement->folder))
    return TRUE;
  g_autoptr(GPtrArray) positions = read_positions(text, error);
  if (!positions)
    return FALSE;
  keep_those_on(positions, document);
  g_autoptr(AdrefPageWords) words = NULL;
  if (!adref_text_page_words(text, &words, error))
    return FALSE;
  g_autoptr(GHashTable) names = adref_text_party_names(text);
  *noted = adref_position_notes_copy(document, positions, names, words);
  return TRUE;
}
