#include "cmd/shared/author_arguments.h"

#include <string.h>

#include "base/name.h"
#include "work/import/returned_authors.h"

/* The code of the party that a value names; NULL with an error. Within the value. */
static const char *party_of(const AdrefRun *run, const char *value, GError **error)
{
  const char *sign = strrchr(value, '=');
  if (!sign || sign == value || !sign[1]) {
    adref_error(error, ADREF_ERROR_USAGE,
                "%s: --author %s: write the name of the author, =, and the code of a party: "
                "\"Hanako Yamada=JPN\"",
                run->command->name, value);
    return NULL;
  }
  if (!adref_name_check(ADREF_NAME_PARTY, sign + 1, error))
    return NULL;
  if (adref_parties_get(adref_library_parties(run->session->library), sign + 1))
    return sign + 1;
  adref_error(error, ADREF_ERROR_NOT_FOUND,
              "%s: --author %s: %s is no party of templates/parties.yaml", run->command->name,
              value, sign + 1);
  return NULL;
}

gboolean adref_author_arguments_read(AdrefAuthorArguments *self, const AdrefRun *run,
                                     GError **error)
{
  const GPtrArray *values = adref_run_values(run, "author");
  self->table = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  self->parties = g_ptr_array_new_with_free_func(g_free);
  self->persons = adref_returned_authors_persons_new();
  for (guint i = 0; values && i < values->len; i++) {
    const char *value = values->pdata[i], *party = party_of(run, value, error);
    if (!party)
      return FALSE;
    g_hash_table_replace(self->table, g_strndup(value, (gsize)(party - 1 - value)),
                         g_strdup(party));
    if (!g_ptr_array_find_with_equal_func(self->parties, party, g_str_equal, NULL))
      g_ptr_array_add(self->parties, g_strdup(party));
  }
  return TRUE;
}

gboolean adref_author_arguments_check(const AdrefAuthorArguments *self, GError **error)
{
  return adref_returned_authors_check(self->table, self->persons, error);
}

void adref_author_arguments_clear(AdrefAuthorArguments *self)
{
  g_clear_pointer(&self->table, g_hash_table_unref);
  g_clear_pointer(&self->parties, g_ptr_array_unref);
  g_clear_pointer(&self->persons, g_hash_table_unref);
}
