#include "sign/adoption_check.h"

#include <string.h>

#include "clause/text/unprinted.h"
#include "sign/bytes.h"
#include "sign/language_states.h"
#include "sign/printed_facts.h"
#include "sign/signed_field.h"
#include "sign/silence.h"
#include "sign/stated_position.h"

static gboolean fail(AdrefAdoptionCheck *self, const char *format, ...) G_GNUC_PRINTF(2, 3);

static gboolean fail(AdrefAdoptionCheck *self, const char *format, ...)
{
  va_list args;
  va_start(args, format);
  g_ptr_array_add(self->package->problems, g_strdup_vprintf(format, args));
  va_end(args);
  return FALSE;
}

/* "JPN" of the line "JPN 7f21...", and its file. Caller frees. */
static char *party_of(const char *record)
{
  return g_strndup(record, strcspn(record, " "));
}

static char *path_of(const char *record)
{
  g_autofree char *party = party_of(record);
  return g_strdup_printf("records/%s.yaml", party);
}

AdrefAdoption *adref_adoption_of_members(const GPtrArray *members)
{
  GBytes *bytes = adref_archive_members_get(members, "ADOPTED");
  if (!bytes)
    return NULL;
  gsize length;
  const char *data = g_bytes_get_data(bytes, &length);
  g_autoptr(AdrefSignoff) signoff = adref_signoff_read(data, length);
  g_auto(GStrv) lines = g_strsplit(signoff->message->str, "\n", -1);
  AdrefAdoption *adoption = adref_adoption_read(lines);
  if (signoff->object && adref_signed_field_is_commit(signoff->object))
    adoption->message->commit = g_strdup(signoff->object);
  return adoption;
}

gboolean adref_adoption_has_file(const AdrefAdoption *adoption, const char *path)
{
  if (strcmp(path, "parties.yaml") == 0 || (adoption->draft && strcmp(path, "draft.txt") == 0))
    return TRUE;
  for (guint i = 0; i < adoption->records->len; i++) {
    g_autofree char *file = path_of(adoption->records->pdata[i]);
    if (strcmp(path, file) == 0)
      return TRUE;
  }
  return FALSE;
}

/* Whether a file of the package has the SHA-256 that the list says. */
static gboolean is_listed(AdrefAdoptionCheck *self, const char *path, const char *hash)
{
  GBytes *bytes = adref_archive_members_get(self->members, path);
  g_autofree char *now = bytes ? adref_bytes_sha256(bytes) : NULL;
  if (!bytes)
    return fail(self, "%s is missing", path);
  return strcmp(now, hash) == 0 || fail(self, "%s is not the file that ADOPTED names", path);
}

static gboolean has_files(AdrefAdoptionCheck *self)
{
  const AdrefAdoption *adoption = self->adoption;
  gboolean all = is_listed(self, "parties.yaml", adoption->parties);
  for (guint i = 0; i < adoption->records->len; i++) {
    const char *record = adoption->records->pdata[i];
    g_autofree char *path = path_of(record);
    all = is_listed(self, path, record + strcspn(record, " ") + 1) && all;
  }
  return (!adoption->draft || is_listed(self, "draft.txt", adoption->draft)) && all;
}

/* The words of every text are those that the parties agreed to, and nothing else is in it. */
static gboolean is_agreed(AdrefAdoptionCheck *self)
{
  g_autoptr(GPtrArray) reasons = g_ptr_array_new_with_free_func(g_free);
  adref_adoption_add_reasons(reasons, self->progress, self->adoption->level,
                             self->adoption->silence != NULL, self->broken);
  for (guint i = 0; i < reasons->len; i++)
    fail(self, "not adopted: %s", (const char *)reasons->pdata[i]);
  return reasons->len == 0;
}

static gboolean has_no_notes(AdrefAdoptionCheck *self)
{
  for (guint i = 0; i < self->versions.items->len; i++) {
    const AdrefLanguageVersion *version = self->versions.items->pdata[i];
    if (adref_unprinted_count(version->document) > 0)
      return fail(self, "%s has a note or a comment, which is no part of an adopted text",
                  version->path);
  }
  return TRUE;
}

static gboolean are_in_step(AdrefAdoptionCheck *self)
{
  g_autoptr(AdrefClauseHashes) hashes = adref_clause_hashes_new(&self->versions);
  g_autoptr(GPtrArray) states = adref_language_states_of_versions(&self->versions, &self->statement,
                                                                  self->rule, self->parties);
  g_autofree char *why = adref_language_states_refusal(states, self->rule, self->records, hashes);
  return !why || fail(self, "not adopted: %s", why);
}

/* The acts are those of the records; only their versions are taken from the list. */
static gboolean has_acts(AdrefAdoptionCheck *self)
{
  g_autoptr(AdrefAdoption) now = adref_adoption_new();
  const GPtrArray *said = self->adoption->acts;
  adref_adoption_add_acts(now, self->progress, self->records);
  for (guint i = 0; i < MIN(said->len, now->acts->len); i++) {
    const AdrefAdoptionAct *a = said->pdata[i], *b = now->acts->pdata[i];
    if (strcmp(a->party, b->party) != 0 || strcmp(a->act, b->act) != 0 ||
        strcmp(a->time, b->time) != 0 || a->clauses != b->clauses)
      return fail(self, "ADOPTED says \"%s %s %s\", and the records have \"%s %s %s\"", a->party,
                  a->act, a->time, b->party, b->act, b->time);
  }
  return said->len == now->acts->len ||
         fail(self, "ADOPTED lists %u acts, and the records have %u", said->len, now->acts->len);
}

/* No act is of a later time than the list. */
static gboolean has_times(AdrefAdoptionCheck *self)
{
  for (guint i = 0; i < self->adoption->acts->len; i++) {
    const AdrefAdoptionAct *act = self->adoption->acts->pdata[i];
    g_autoptr(GDateTime) time = g_date_time_new_from_iso8601(act->time, NULL);
    if (!time)
      return fail(self, "the time of an act of %s cannot be read", act->party);
    if (g_date_time_to_unix(time) > self->time)
      return fail(self, "an act of %s is later than the adoption: %s", act->party, act->time);
  }
  return TRUE;
}

/* What pages print is what the records state. */
static gboolean has_positions(AdrefAdoptionCheck *self)
{
  g_autoptr(GPtrArray) then = adref_stated_positions_read(self->package->facts);
  g_autoptr(GPtrArray) now =
      adref_stated_positions_new(&self->versions, &self->statement, self->parties, self->records);
  g_autofree char *said = adref_stated_positions_text(then);
  g_autofree char *recorded = adref_stated_positions_text(now);
  return strcmp(said, recorded) == 0 ||
         fail(self, "FACTS does not state the positions of the parties as the records do");
}

/* draft.txt is the tag of this draft, its deadline is that of the list, and it was past. */
static gboolean has_silence(AdrefAdoptionCheck *self)
{
  const AdrefSignoffMessage *message = self->adoption->message;
  GBytes *bytes =
      self->adoption->silence ? adref_archive_members_get(self->members, "draft.txt") : NULL;
  if (!bytes)
    return !self->adoption->silence || fail(self, "draft.txt is missing");
  gsize length;
  const char *data = g_bytes_get_data(bytes, &length);
  g_autoptr(AdrefSignoff) tag = adref_signoff_read(data, length);
  g_autofree char *name = g_strdup_printf("%s/%s", message->statement, message->label);
  g_autofree char *line = g_strdup_printf("\nSilence: %s\n", self->adoption->silence);
  g_autoptr(AdrefDeadline) deadline = adref_deadline_parse(self->adoption->silence);
  if (g_strcmp0(tag->tag, name) != 0 || g_strcmp0(tag->object, message->commit) != 0)
    return fail(self, "draft.txt is the tag of another draft");
  if (!strstr(tag->message->str, line))
    return fail(self, "draft.txt has another deadline than ADOPTED");
  return self->time > deadline->time ||
         fail(self, "the adoption is recorded before the silence ended");
}

/* Each break names clauses of the text, and its party has agreed to them since. */
static gboolean are_answered(AdrefAdoptionCheck *self)
{
  const AdrefLanguageVersion *text = self->versions.items->pdata[0];
  for (guint i = 0; i < self->adoption->breaks->len; i++) {
    const AdrefAdoptionBreak *broken = self->adoption->breaks->pdata[i];
    g_autoptr(GDateTime) time = g_date_time_new_from_iso8601(broken->time, NULL);
    if (!time)
      return fail(self, "the time of a break of silence by %s cannot be read", broken->party);
    for (char **id = broken->clauses; *id; id++) {
      if (!g_hash_table_contains(text->clauses, *id))
        return fail(self, "ADOPTED says that %s broke the silence on %s, which is no clause",
                    broken->party, *id);
      if (!adref_adoption_is_answered(self->records, broken->party, g_date_time_to_unix(time), *id))
        return fail(self, "not adopted: %s has broken the silence on %s, and has not agreed since",
                    broken->party, *id);
    }
  }
  return TRUE;
}

const AdrefAdoptionStep adref_adoption_steps[] = {
    {"files", has_files},  {"silence", has_silence}, {"breaks", are_answered},
    {"agreed", is_agreed}, {"notes", has_no_notes},  {"languages", are_in_step},
    {"acts", has_acts},    {"times", has_times},     {"positions", has_positions},
};

const gsize adref_adoption_step_count = G_N_ELEMENTS(adref_adoption_steps);

static void free_record(gpointer record)
{
  adref_party_record_free(record);
}

static gboolean read_record(AdrefAdoptionCheck *self, const char *line)
{
  g_autofree char *party = party_of(line), *path = path_of(line);
  GBytes *bytes = adref_archive_members_get(self->members, path);
  g_autoptr(GError) error = NULL;
  if (!bytes)
    return TRUE;
  gsize length;
  const char *text = g_bytes_get_data(bytes, &length);
  AdrefPartyRecord *record = adref_party_record_read(text, length, party, path, &error);
  if (!record)
    return fail(self, "%s", error->message);
  if (g_strcmp0(record->statement, self->adoption->message->statement) != 0)
    adref_party_record_disown(record, record->statement ? record->statement : "");
  g_hash_table_insert(self->records, record->party, record);
  return TRUE;
}

static gboolean read_parties(AdrefAdoptionCheck *self)
{
  GBytes *bytes = adref_archive_members_get(self->members, "parties.yaml");
  g_autoptr(GError) error = NULL;
  gsize length = 0;
  const char *text = bytes ? g_bytes_get_data(bytes, &length) : NULL;
  self->parties = text ? adref_parties_read(text, length, "parties.yaml", &error) : NULL;
  return self->parties || fail(self, "%s", error ? error->message : "parties.yaml is missing");
}

/* The texts, with the roles that the list gives them. */
static gboolean read_texts(AdrefAdoptionCheck *self)
{
  const AdrefSignoffMessage *message = self->adoption->message;
  const GPtrArray *texts = self->package->language_versions;
  if (texts->len != message->texts->len)
    return FALSE;
  self->rule = adref_signing_rule_parse(message->rule);
  g_autoptr(GPtrArray) languages = g_ptr_array_new();
  for (guint i = 0; i < texts->len; i++) {
    AdrefLanguageVersion *version = texts->pdata[i];
    if (!version->document)
      return fail(self, "%s cannot be read", version->path);
    adref_language_version_index(version);
    g_ptr_array_add(languages, g_strdup(version->language));
    g_array_append_val(self->rule->language_roles, version->role);
  }
  g_ptr_array_add(languages, NULL);
  g_strfreev(self->rule->languages);
  self->rule->languages = (char **)g_ptr_array_free(g_steal_pointer(&languages), FALSE);
  self->versions.items = self->package->language_versions;
  self->versions.numbering = self->package->numbering;
  return TRUE;
}

static gboolean read_all(AdrefAdoptionCheck *self)
{
  if (!read_parties(self) || !read_texts(self))
    return FALSE;
  self->records = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, free_record);
  for (guint i = 0; i < self->adoption->records->len; i++)
    if (!read_record(self, self->adoption->records->pdata[i]))
      return FALSE;
  self->statement.id = self->adoption->message->statement;
  self->statement.parties = adref_printed_facts_parties(self->package->facts);
  self->statement.languages = self->rule->languages;
  self->broken = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < self->adoption->breaks->len; i++) {
    const AdrefAdoptionBreak *broken = self->adoption->breaks->pdata[i];
    for (char **id = broken->clauses; *id; id++)
      g_hash_table_add(self->broken, *id);
  }
  self->progress =
      adref_progress_new(&self->versions, &self->statement, self->parties, self->records);
  return TRUE;
}

static void clear(AdrefAdoptionCheck *self)
{
  adref_progress_free(self->progress);
  g_clear_pointer(&self->broken, g_hash_table_unref);
  g_clear_pointer(&self->records, g_hash_table_unref);
  adref_parties_free(self->parties);
  adref_signing_rule_free(self->rule);
  g_strfreev(self->statement.parties);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(AdrefAdoptionCheck, clear)

static gint64 time_of_list(const GPtrArray *members)
{
  gsize length;
  const char *data = g_bytes_get_data(adref_archive_members_get(members, "ADOPTED"), &length);
  g_autoptr(AdrefSignoff) signoff = adref_signoff_read(data, length);
  return signoff->time;
}

gboolean adref_adoption_check(AdrefPackage *package, const GPtrArray *members,
                              const AdrefAdoptionStep *steps, gsize count)
{
  g_auto(AdrefAdoptionCheck)
      self = {.package = package, .members = members, .adoption = package->adoption};
  if (!package->facts || !read_all(&self))
    return FALSE;
  self.time = time_of_list(members);
  for (gsize i = 0; i < count; i++)
    if (!steps[i].holds(&self))
      return FALSE;
  return TRUE;
}
