#include "sign/language_versions.h"

#include <string.h>

#include "base/file.h"
#include "clause/markdown_read.h"
#include "draft/house_style.h"

static void rendition_free(gpointer data)
{
  AdrefRendition *rendition = data;
  g_free(rendition->language);
  g_free(rendition->path);
  g_clear_pointer(&rendition->bytes, g_bytes_unref);
  adref_node_free(rendition->document);
  g_clear_pointer(&rendition->clauses, g_hash_table_unref);
  g_free(rendition);
}

void adref_instrument_free(AdrefInstrument *instrument)
{
  if (!instrument)
    return;
  g_ptr_array_unref(instrument->renditions);
  g_free(instrument);
}

static gboolean read_document(AdrefRendition *rendition, const AdrefInstrument *instrument,
                              AdrefLibrary *library, GError **error)
{
  AdrefMarkdownReadOptions how = {.name = rendition->path,
                                  .parties = adref_parties_names(adref_library_parties(library)),
                                  .numbers = &instrument->numbering};
  gsize length;
  const char *text = g_bytes_get_data(rendition->bytes, &length);
  rendition->document = adref_markdown_read(text, length, &how, NULL, error);
  if (!rendition->document)
    return FALSE;
  rendition->clauses = g_hash_table_new(g_str_hash, g_str_equal);
  for (AdrefNode *clause = rendition->document->first; clause; clause = clause->next)
    if (clause->as.clause->id)
      g_hash_table_insert(rendition->clauses, clause->as.clause->id, clause);
  return TRUE;
}

/* *there is FALSE where the language has no text yet. */
static gboolean read_rendition(AdrefRendition *rendition, AdrefFileSource *source, gboolean *there,
                               GError **error)
{
  g_autoptr(GError) cause = NULL;
  rendition->bytes = source->read(source, rendition->path, ADREF_TEXT_LIMIT, &cause);
  *there = rendition->bytes != NULL;
  if (*there || g_error_matches(cause, ADREF_ERROR, ADREF_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error(error, g_steal_pointer(&cause));
  return FALSE;
}

static gboolean add_language(AdrefInstrument *instrument, AdrefFileSource *source,
                             AdrefLibrary *library, const AdrefStatement *statement,
                             const char *language, GError **error)
{
  AdrefRendition *rendition = g_new0(AdrefRendition, 1);
  gboolean there;
  rendition->language = g_strdup(language);
  rendition->path = adref_statement_text_path(statement, language);
  if (!read_rendition(rendition, source, &there, error) ||
      (there && !read_document(rendition, instrument, library, error))) {
    rendition_free(rendition);
    return FALSE;
  }
  if (there)
    g_ptr_array_add(instrument->renditions, rendition);
  else
    rendition_free(rendition);
  return TRUE;
}

AdrefInstrument *adref_instrument_read(AdrefFileSource *source, AdrefLibrary *library,
                                       const AdrefStatement *statement, const AdrefRule *rule,
                                       GError **error)
{
  g_autoptr(AdrefInstrument) instrument = g_new0(AdrefInstrument, 1);
  instrument->renditions = g_ptr_array_new_with_free_func(rendition_free);
  g_autoptr(AdrefHouseStyle) house =
      adref_house_style_of_statement(statement, source, library, error);
  if (!house)
    return NULL;
  instrument->numbering = house->numbering;
  for (char **language = statement->languages; *language; language++) {
    if (!add_language(instrument, source, library, statement, *language, error))
      return NULL;
    if (instrument->renditions->len == 0) {
      adref_error(error, ADREF_ERROR_NOT_FOUND,
                  "%s/%s.md: there is no text yet; \"adref draft %s\" assembles it",
                  statement->folder, *language, statement->id);
      return NULL;
    }
  }
  for (guint i = 0; i < instrument->renditions->len; i++) {
    AdrefRendition *rendition = instrument->renditions->pdata[i];
    rendition->standing = adref_rule_standing(rule, rendition->language);
  }
  return g_steal_pointer(&instrument);
}

const AdrefNode *adref_instrument_text(const AdrefInstrument *instrument)
{
  return ((const AdrefRendition *)instrument->renditions->pdata[0])->document;
}

const AdrefRendition *adref_instrument_rendition(const AdrefInstrument *instrument,
                                                 const char *language)
{
  for (guint i = 0; i < instrument->renditions->len; i++) {
    const AdrefRendition *rendition = instrument->renditions->pdata[i];
    if (strcmp(rendition->language, language) == 0)
      return rendition;
  }
  return NULL;
}

void adref_instrument_count_open(const AdrefNode *node, guint *brackets, guint *placeholders)
{
  *brackets = *placeholders = 0;
  AdrefWalk walk = adref_walk(node);
  while (adref_walk_next(&walk)) {
    const AdrefNode *at = walk.node;
    if (!walk.entering)
      continue;
    if (at->type == ADREF_BRACKET && at->as.placeholder)
      (*placeholders)++;
    else if (at->type == ADREF_BRACKET)
      (*brackets)++;
    else if (at->type == ADREF_BRACKET_EDGE)
      *brackets += at->as.edge.opens || !at->as.edge.partner;
  }
}
