#include "draft/library/outline_fit.h"

#include <string.h>

static gboolean is_member(const AdrefParties *registry, const char *group, const char *code)
{
  const AdrefParty *party = adref_parties_get(registry, group);
  return party && party->members && g_strv_contains((const char *const *)party->members, code);
}

static gboolean stands_for(const AdrefParties *registry, const char *wanted, const char *code)
{
  return strcmp(wanted, code) == 0 || is_member(registry, wanted, code);
}

static gboolean is_wanted(const AdrefOutline *outline, const AdrefParties *registry,
                          const char *code)
{
  for (char **wanted = outline->parties; *wanted; wanted++)
    if (stands_for(registry, *wanted, code))
      return TRUE;
  return FALSE;
}

static gboolean is_there(const char *wanted, const AdrefParties *registry, char *const *parties)
{
  for (char *const *code = parties; *code; code++)
    if (stands_for(registry, wanted, *code))
      return TRUE;
  return FALSE;
}

gboolean adref_outline_fits(const AdrefOutline *outline, const AdrefParties *registry,
                            char *const *parties)
{
  gboolean fits =
      outline->count == 0 || g_strv_length((char **)(guintptr)parties) == outline->count;
  for (char *const *code = parties; outline->parties && *code && fits; code++)
    fits = is_wanted(outline, registry, *code);
  for (char **wanted = outline->parties; wanted && *wanted && fits; wanted++)
    fits = is_there(*wanted, registry, parties);
  return fits;
}

static void add_once(GPtrArray *lacking, char *name)
{
  if (g_ptr_array_find_with_equal_func(lacking, name, g_str_equal, NULL))
    g_free(name);
  else
    g_ptr_array_add(lacking, name);
}

/* The templates of an entry, with what they include, that have no text in the language. */
static void add_templates(AdrefLibrary *library, const AdrefOutlineEntry *entry,
                          const char *language, GPtrArray *lacking)
{
  const AdrefTemplate *template =
      adref_library_template(library, entry->template, ADREF_TEMPLATE_LANGUAGE, NULL);
  g_autoptr(GPtrArray) closure =
      template ? adref_library_include_closure(library, template, NULL) : NULL;
  for (guint i = 0; closure && i < closure->len; i++) {
    const AdrefTemplate *part = closure->pdata[i];
    g_auto(GStrv) languages = adref_library_languages(library, part->name, NULL);
    if (!languages || !g_strv_contains((const char *const *)languages, language))
      add_once(lacking, g_strdup(part->name));
  }
}

GPtrArray *adref_outline_lacks(AdrefLibrary *library, const AdrefOutline *outline,
                               const char *language, gboolean has_title)
{
  GPtrArray *lacking = g_ptr_array_new_with_free_func(g_free);
  if (!has_title && !adref_localized_text_get(outline->title, language))
    g_ptr_array_add(lacking, g_strdup("the title"));
  for (guint i = 0; i < outline->entries->len; i++) {
    const AdrefOutlineEntry *entry = outline->entries->pdata[i];
    if (!entry->heading)
      add_templates(library, entry, language, lacking);
    else if (!adref_localized_text_get(entry->heading, language))
      g_ptr_array_add(lacking, g_strdup_printf("the heading in line %u", entry->place.line));
  }
  return lacking;
}
