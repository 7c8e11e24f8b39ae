#include "work/check/version_check.h"

#include <string.h>

#include "base/file.h"
#include "clause/markdown/markdown_read.h"
#include "draft/library/name_twins.h"
#include "history/version_source.h"
#include "sign/party_record.h"
#include "sign/signing_rule.h"

/* The version while it is read. */
typedef struct {
  AdrefSession *session;
  AdrefFileSource *source;
  AdrefLibrary *library;
  AdrefStatement *statement;
  AdrefHouseStyle *style;
  GPtrArray *reasons; /* of char * */
} VersionCheck;

static void version_check_clear(VersionCheck *self)
{
  adref_house_style_free(self->style);
  adref_statement_free(self->statement);
  adref_library_free(self->library);
  adref_file_source_free(self->source);
  g_clear_pointer(&self->reasons, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(VersionCheck, version_check_clear)

/* Notes why something does not read. */
static void note(VersionCheck *self, GError *why)
{
  if (why)
    g_ptr_array_add(self->reasons, g_strdup(why->message));
  g_clear_error(&why);
}

/* The registry, the facts and what is read with them alone. */
static void check_facts(VersionCheck *self, const char *id)
{
  GError *why = NULL;
  self->library = adref_library_open_like(self->source, self->session->library, &why);
  if (self->library)
    self->statement = adref_statement_read(self->source, id, self->library, &why);
  note(self, why);
  if (!self->statement)
    return;
  GError *no_style = NULL, *no_rule = NULL, *no_records = NULL;
  const AdrefParties *parties = adref_library_parties(self->library);
  self->style =
      adref_house_style_of_statement(self->statement, self->source, self->library, &no_style);
  note(self, no_style);
  g_autoptr(AdrefSigningRule) rule =
      adref_signing_rule_read_begun(self->statement, parties, &no_rule);
  note(self, no_rule);
  g_autoptr(GHashTable) records =
      adref_party_records_read(self->source, self->statement->folder, &no_records);
  note(self, no_records);
}

static void check_signers(VersionCheck *self)
{
  GError *why = NULL;
  adref_signers_free(adref_signers_read(self->source, &why));
  note(self, why);
}

static void note_problems(VersionCheck *self, const char *path, const GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++) {
    const AdrefProblem *problem = problems->pdata[i];
    if (problem->serious)
      g_ptr_array_add(self->reasons, g_strdup_printf("%s:%u:%u: %s", path, problem->line,
                                                     problem->column, problem->message));
  }
}

static void check_text(VersionCheck *self, const char *path, GBytes *bytes)
{
  GError *why = NULL;
  AdrefMarkdownReadOptions options = {.name = path,
                                      .parties =
                                          adref_parties_names(adref_library_parties(self->library)),
                                      .numbers = &self->style->numbering};
  gsize length;
  const char *text = g_bytes_get_data(bytes, &length);
  g_autoptr(AdrefReading) reading =
      adref_readings_read(self->session->readings, bytes, &options, &why);
  note(self, why);
  if (!reading)
    return;
  note_problems(self, path, reading->problems);
  const GString *canonical = adref_reading_canonical(reading);
  if (canonical->len != length || memcmp(canonical->str, text, length) != 0)
    g_ptr_array_add(self->reasons,
                    g_strdup_printf("%s: not in its canonical form; adref format --write makes it "
                                    "so",
                                    path));
}

static void check_texts(VersionCheck *self)
{
  for (char **language = self->statement->languages; *language; language++) {
    GError *why = NULL;
    g_autofree char *path = adref_statement_text_path(self->statement, *language);
    g_autoptr(GBytes) bytes = self->source->read(self->source, path, ADREF_TEXT_LIMIT, &why);
    gboolean missing = g_error_matches(why, ADREF_ERROR, ADREF_ERROR_NOT_FOUND);
    if (missing && language > self->statement->languages)
      g_clear_error(&why);
    note(self, why);
    if (bytes)
      check_text(self, path, bytes);
  }
}

gboolean adref_version_check(AdrefSession *session, const char *statement,
                             const AdrefVersion *version, GError **error)
{
  g_auto(VersionCheck)
      self = {.session = session, .reasons = g_ptr_array_new_with_free_func(g_free)};
  self.source = adref_version_source_new(session->repo, version, error);
  if (!self.source)
    return FALSE;
  check_facts(&self, statement);
  char *twins = adref_name_twins_of_statement(self.source, statement);
  if (twins)
    g_ptr_array_add(self.reasons, twins);
  check_signers(&self);
  if (self.style)
    check_texts(&self);
  if (self.reasons->len == 0)
    return TRUE;
  g_autoptr(GString) list = g_string_new(NULL);
  for (guint i = 0; i < self.reasons->len; i++)
    g_string_append_printf(list, "\n  %s", (const char *)self.reasons->pdata[i]);
  adref_error(error, ADREF_ERROR_REFUSED,
              "%s: version %.8s could not be signed, so it gets no label:%s", statement,
              version->id, list->str);
  return FALSE;
}
