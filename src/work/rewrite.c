#include "work/rewrite.h"

#include "base/file.h"
#include "clause/markdown/canonical.h"
#include "clause/marker.h"
#include "clause/text/footnote_labels.h"
#include "work/follow_items.h"

GString *adref_rewrite_clause_markdown(const AdrefNode *clause)
{
  GString *words = adref_canonical_clause(clause);
  g_autofree char *marker = adref_marker_write(clause->as.clause);
  if (marker) {
    g_string_prepend_c(words, '\n');
    g_string_prepend(words, marker);
  }
  return words;
}

AdrefNode *adref_rewrite_clause(const AdrefText *text, AdrefNode *clause, AdrefNode *before,
                                const char *words, gsize length, GError **error)
{
  g_autoptr(AdrefNode) edited = adref_text_parse(text, words, length, NULL, error);
  if (!edited)
    return NULL;
  adref_footnote_labels_set_apart(edited, text->document, clause);
  while (edited->first) {
    AdrefNode *part = edited->first;
    adref_node_unlink(part);
    if (clause || before)
      adref_node_insert_before(clause ? clause : before, part);
    else
      adref_node_append(text->document, part);
  }
  adref_node_free(clause);
  g_ptr_array_set_size(text->problems, 0);
  g_autoptr(GString) whole = adref_canonical(text->document);
  return adref_text_parse(text, whole->str, whole->len, text->problems, error);
}

gboolean adref_rewrite_check_unchanged(const AdrefText *text, GError **error)
{
  g_autoptr(GBytes) now = adref_file_read_text(text->file, text->name, ADREF_TEXT_LIMIT, error);
  if (!now)
    return FALSE;
  if (g_bytes_equal(now, text->source))
    return TRUE;
  adref_error(error, ADREF_ERROR_REFUSED, "%s: somebody else changed the file meanwhile; try again",
              text->name);
  return FALSE;
}

gboolean adref_rewrite_write(const AdrefText *text, AdrefNode *document, GError **error)
{
  if (!adref_text_check_serious(text, text->problems, error))
    return FALSE;
  if (!document->first) {
    adref_error(error, ADREF_ERROR_REFUSED, "%s: no word is left of the text", text->name);
    return FALSE;
  }
  if (!adref_rewrite_check_unchanged(text, error))
    return FALSE;
  adref_follow_items_in(text, document);
  g_autoptr(GString) canonical = adref_canonical(document);
  return adref_file_write(text->file, canonical->str, canonical->len, error);
}
