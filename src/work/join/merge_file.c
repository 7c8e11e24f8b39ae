#include "work/join/merge_file.h"

#include <string.h>

#include "base/name.h"
#include "history/merge_lines.h"
#include "merge/join/merge_entries.h"
#include "sign/record_join.h"
#include "sign/signers.h"
#include "work/join/merge_texts.h"

void adref_merged_file_free(AdrefMergedFile *merged)
{
  if (!merged)
    return;
  g_clear_pointer(&merged->bytes, g_bytes_unref);
  g_clear_pointer(&merged->report, adref_merge_report_free);
  g_clear_pointer(&merged->notes, g_ptr_array_unref);
  g_free(merged);
}

/* --- which kind --- */

static gboolean has_name(const char *file, const char *ending, AdrefNameKind kind)
{
  if (!g_str_has_suffix(file, ending))
    return FALSE;
  g_autofree char *name = g_strndup(file, strlen(file) - strlen(ending));
  return adref_name_is(kind, name);
}

/* Of a file below statements/ID/. */
static AdrefMergeFileKind kind_in_statement(const char *file)
{
  if (strcmp(file, "statement.yaml") == 0)
    return ADREF_MERGE_FILE_YAML;
  if (strcmp(file, "assembly.lock") == 0)
    return ADREF_MERGE_FILE_LOCK;
  if (g_str_has_prefix(file, "record/") &&
      has_name(file + strlen("record/"), ".yaml", ADREF_NAME_PARTY))
    return ADREF_MERGE_FILE_RECORD;
  return has_name(file, ".md", ADREF_NAME_LANGUAGE) ? ADREF_MERGE_FILE_TEXT
                                                    : ADREF_MERGE_FILE_LINES;
}

AdrefMergeFileKind adref_merge_file_kind(const char *path)
{
  static const char folder[] = "statements/";
  const char *id = g_str_has_prefix(path, folder) ? path + strlen(folder) : NULL,
             *file = id ? strchr(id, '/') : NULL;
  if (file)
    return kind_in_statement(file + 1);
  if (strcmp(path, ADREF_SIGNERS) == 0 || strcmp(path, ADREF_SIGNERS_GPG) == 0 ||
      strcmp(path, ADREF_SIGNERS_REVOKED) == 0)
    return ADREF_MERGE_FILE_SIGNERS;
  return strcmp(path, "templates/parties.yaml") == 0 ? ADREF_MERGE_FILE_YAML
                                                     : ADREF_MERGE_FILE_LINES;
}

/* --- texts --- */

/* Markers and facts above the text, which no bracket can hold. */
static gboolean check_placed(const AdrefMergeFileOptions *options, const AdrefMergeReport *report,
                             GError **error)
{
  for (guint i = 0; i < report->events->len; i++) {
    const AdrefMergeEvent *event = report->events->pdata[i];
    if (event->type != ADREF_MERGE_UNPLACED)
      continue;
    adref_error(error, ADREF_ERROR_REFUSED,
                "%s: %s: %s and %s both changed %s; give it the same value in one of the versions, "
                "then join them again",
                options->path, *event->clause ? event->clause : "the text", options->sides[0].name,
                options->sides[options->count - 1].name,
                event->detail ? event->detail : "its marker");
    return FALSE;
  }
  return TRUE;
}

static AdrefText *load(AdrefSession *session, const AdrefMergeFileOptions *options, GBytes *bytes,
                       const char *version)
{
  g_autofree char *name = g_strdup_printf("%s:%s", version, options->path);
  g_autoptr(GBytes) none = g_bytes_new_static("", 0);
  return adref_text_load_bytes(session, options->files, options->path, name, bytes ? bytes : none);
}

static AdrefMergedText *join_sides(AdrefSession *session, const AdrefMergeFileOptions *options,
                                   GPtrArray *texts, GError **error)
{
  g_autofree AdrefMergeText *sides = g_new0(AdrefMergeText, options->count);
  g_ptr_array_add(texts, load(session, options, options->base, "base"));
  for (guint i = 0; i < options->count; i++) {
    const AdrefMergeFileSide *side = &options->sides[i];
    AdrefText *text = load(session, options, side->bytes, side->label);
    g_ptr_array_add(texts, text);
    sides[i] = (AdrefMergeText){text, side->party, side->label, side->parties, side->time, FALSE};
  }
  return adref_merge_texts(texts->pdata[0], sides, options->count, FALSE, error);
}

static void text_free(gpointer text)
{
  adref_text_free(text);
}

static gboolean join_texts(AdrefSession *session, const AdrefMergeFileOptions *options,
                           AdrefMergedFile *merged, GError **error)
{
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(text_free);
  g_autoptr(AdrefMergedText) joined = join_sides(session, options, texts, error);
  if (!joined || !check_placed(options, joined->report, error))
    return FALSE;
  merged->bytes = g_bytes_new(joined->text->str, joined->text->len);
  merged->report = g_steal_pointer(&joined->report);
  return TRUE;
}

/* --- other files: two at a time --- */

/* Two sides of a file and their base. */
typedef struct {
  const AdrefMergeFileOptions *options;
  AdrefMergeFileKind kind;
  GBytes *ours, *theirs;
  const char *our_name, *their_name;
  GPtrArray *notes;
} FilePair;

static gboolean fail_overlap(const FilePair *self, const GPtrArray *overlaps, GError **error)
{
  const AdrefEntryOverlap *first = overlaps->pdata[0];
  g_autofree char *more =
      overlaps->len > 1 ? g_strdup_printf(" (and %u more)", overlaps->len - 1) : g_strdup("");
  adref_error(error, ADREF_ERROR_REFUSED,
              "%s: %s is %s in %s and %s in %s%s; give it the same value in one of the versions, "
              "then join them again",
              self->options->path, first->entry, first->ours, self->our_name, first->theirs,
              self->their_name, more);
  return FALSE;
}

static GBytes *join_entries(const FilePair *self, GError **error)
{
  g_autoptr(GPtrArray) overlaps = adref_entry_overlaps_new();
  AdrefEntriesFile base = {self->options->base, self->options->path},
                   ours = {self->ours, self->options->path},
                   theirs = {self->theirs, self->options->path};
  GString *joined = self->kind == ADREF_MERGE_FILE_SIGNERS
                        ? adref_merge_signers(&base, &ours, &theirs, overlaps)
                        : adref_merge_yaml(&base, &ours, &theirs, overlaps, error);
  if (joined && (overlaps->len == 0 || self->kind == ADREF_MERGE_FILE_LOCK)) {
    if (overlaps->len > 0)
      g_ptr_array_add(
          self->notes,
          g_strdup_printf("both assembled the text; the lock is that of %s", self->our_name));
    return g_string_free_to_bytes(joined);
  }
  if (joined) {
    g_string_free(joined, TRUE);
    fail_overlap(self, overlaps, error);
  }
  return NULL;
}

static AdrefPartyRecord *read_record(const FilePair *self, GBytes *bytes, GError **error)
{
  g_autofree char *party = g_path_get_basename(self->options->path);
  party[strlen(party) - strlen(".yaml")] = '\0';
  gsize length;
  const char *text = g_bytes_get_data(bytes, &length);
  return adref_party_record_read(text, length, party, self->options->path, error);
}

static GBytes *join_records(const FilePair *self, GError **error)
{
  g_autoptr(GPtrArray) disputed = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(AdrefPartyRecord) ours = read_record(self, self->ours, error);
  g_autoptr(AdrefPartyRecord) theirs = ours ? read_record(self, self->theirs, error) : NULL;
  g_autoptr(AdrefPartyRecord) base =
      theirs && self->options->base ? read_record(self, self->options->base, error) : NULL;
  if (!theirs || (self->options->base && !base))
    return NULL;
  g_autoptr(AdrefPartyRecord) joined = adref_party_record_join(base, ours, theirs, disputed);
  for (guint i = 0; i < disputed->len; i++)
    g_ptr_array_add(self->notes, g_strdup_printf("%s decided %s differently in %s and in %s; the "
                                                 "later act counts",
                                                 ours->party, (const char *)disputed->pdata[i],
                                                 self->our_name, self->their_name));
  return g_string_free_to_bytes(adref_party_record_write(joined));
}

static GBytes *join_lines(const FilePair *self, GError **error)
{
  g_autoptr(GError) cause = NULL;
  GBytes *joined = adref_merge_lines(self->options->base, self->ours, self->theirs, &cause);
  if (cause)
    g_propagate_error(error, g_steal_pointer(&cause));
  else if (!joined)
    adref_error(error, ADREF_ERROR_REFUSED,
                "%s: %s and %s changed the same lines; make them the same in one of the versions, "
                "then join them again",
                self->options->path, self->our_name, self->their_name);
  return joined;
}

static GBytes *join_pair(const FilePair *self, GError **error)
{
  switch (self->kind) {
  case ADREF_MERGE_FILE_YAML:
  case ADREF_MERGE_FILE_LOCK:
  case ADREF_MERGE_FILE_SIGNERS: return join_entries(self, error);
  case ADREF_MERGE_FILE_RECORD: return join_records(self, error);
  case ADREF_MERGE_FILE_TEXT:
  case ADREF_MERGE_FILE_LINES: break;
  }
  return join_lines(self, error);
}

static gboolean join_files(const AdrefMergeFileOptions *options, AdrefMergeFileKind kind,
                           AdrefMergedFile *merged, GError **error)
{
  merged->bytes = g_bytes_ref(options->sides[0].bytes);
  for (guint i = 1; i < options->count; i++) {
    FilePair pair = {options,
                     kind,
                     merged->bytes,
                     options->sides[i].bytes,
                     options->sides[0].name,
                     options->sides[i].name,
                     merged->notes};
    GBytes *joined = join_pair(&pair, error);
    if (!joined)
      return FALSE;
    g_bytes_unref(merged->bytes);
    merged->bytes = joined;
  }
  return TRUE;
}

AdrefMergedFile *adref_merge_file(AdrefSession *session, const AdrefMergeFileOptions *options,
                                  GError **error)
{
  g_autoptr(AdrefMergedFile) merged = g_new0(AdrefMergedFile, 1);
  AdrefMergeFileKind kind = adref_merge_file_kind(options->path);
  merged->notes = g_ptr_array_new_with_free_func(g_free);
  gboolean done = kind == ADREF_MERGE_FILE_TEXT ? join_texts(session, options, merged, error)
                                                : join_files(options, kind, merged, error);
  return done ? g_steal_pointer(&merged) : NULL;
}
