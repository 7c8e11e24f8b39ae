#include "work/check/public_text.h"

#include "sign/suspected_places.h"
#include "work/check/settled_text.h"

/* The places of the text in its statement that are not settled. NULL: an error. */
static GPtrArray *check_statement(const AdrefText *text, GError **error)
{
  g_autoptr(AdrefLanguageVersions) versions = NULL;
  g_autoptr(GHashTable) records = adref_settled_text_records(text, &versions, error);
  if (!records)
    return NULL;
  GPtrArray *places = adref_suspected_places_new(versions, text->statement,
                                                 adref_text_parties(text), records, FALSE);
  for (guint i = places->len; i-- > 0;)
    if (!adref_suspected_place_is_in(places->pdata[i], text->path))
      g_ptr_array_remove_index(places, i);
  return places;
}

gboolean adref_public_text_prepare(const AdrefText *text, GError **error)
{
  gsize length;
  const char *source = g_bytes_get_data(text->source, &length);
  if (!adref_text_parties(text))
    return TRUE;
  g_autoptr(GPtrArray) places =
      text->statement ? check_statement(text, error)
                      : adref_suspected_places_of_text(text->document, source, length, text->name,
                                                       adref_text_parties(text));
  g_autofree char *why = places ? adref_suspected_places_refusal(places) : NULL;
  if (why)
    adref_error(error, ADREF_ERROR_REFUSED, "%s: a view without parties would print these\n%s",
                text->name, why);
  return places && !why;
}
