#include "sign/verify.h"

#include <string.h>

#include "base/parallel_for.h"
#include "history/former_name.h"
#include "history/label.h"
#include "history/version_source.h"
#include "sign/correction_check.h"
#include "sign/seen_signatures.h"

enum {
  MAX_THREADS = 8
};

static const char tags_folder[] = "refs/tags/signoff/";

void adref_signature_result_free(AdrefSignatureResult *signature)
{
  if (!signature)
    return;
  g_free(signature->party);
  g_free(signature->statement);
  g_free(signature->why);
  g_free(signature->name);
  g_free(signature->title);
  g_free(signature->place);
  g_free(signature->time);
  g_free(signature->fingerprint);
  g_free(signature->email);
  g_free(signature);
}

static void signature_free(gpointer signature)
{
  adref_signature_result_free(signature);
}

static void draft_free(gpointer data)
{
  AdrefDraftResult *draft = data;
  g_free(draft->label);
  g_free(draft->commit);
  g_free(draft->corrects);
  g_free(draft->rule);
  g_free(draft->changed);
  g_free(draft->unknown);
  g_free(draft->withdrawn);
  g_free(draft->languages);
  adref_signing_rule_free(draft->parsed_rule);
  g_clear_pointer(&draft->texts, g_ptr_array_unref);
  g_ptr_array_unref(draft->signatures);
  g_free(draft);
}

void adref_verification_free(AdrefVerification *verification)
{
  if (!verification)
    return;
  g_ptr_array_unref(verification->drafts);
  g_ptr_array_unref(verification->malformed_tags);
  g_hash_table_unref(verification->snapshots);
  g_free(verification);
}

/* The state of one verification. */
typedef struct {
  const AdrefVerifyOptions *options;
  GHashTable *snapshots;       /* commit -> AdrefStatementSnapshot */
  GHashTable *corrections;     /* commit/label -> AdrefCorrectionCheck */
  GHashTable *replaced;        /* commit -> "the object of PATH", or NULL */
  GHashTable *pins;            /* party -> fingerprints, or NULL */
  GPtrArray *labels;           /* of AdrefLabel */
  GPtrArray *tags;             /* of AdrefTag */
  GPtrArray *seen;             /* of AdrefTag */
  GPtrArray *signature_checks; /* of AdrefSignatureCheck, at the index of its tag; NULL for
                                  tags of other statements and drafts */
  GPtrArray *results;          /* of AdrefSignatureResult, likewise */
} VerifyRun;

static void free_correction_check(gpointer correction)
{
  adref_correction_check_free(correction);
}

static void free_snapshot(gpointer snapshot)
{
  adref_statement_snapshot_free(snapshot);
}

static void free_check(gpointer data)
{
  adref_signature_check_free(data);
}

static void clear(VerifyRun *self)
{
  g_clear_pointer(&self->signature_checks, g_ptr_array_unref);
  g_clear_pointer(&self->results, g_ptr_array_unref);
  g_clear_pointer(&self->snapshots, g_hash_table_unref);
  g_clear_pointer(&self->corrections, g_hash_table_unref);
  g_clear_pointer(&self->replaced, g_hash_table_unref);
  g_clear_pointer(&self->pins, g_hash_table_unref);
  g_clear_pointer(&self->labels, g_ptr_array_unref);
  g_clear_pointer(&self->tags, g_ptr_array_unref);
  g_clear_pointer(&self->seen, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(VerifyRun, clear)

static const AdrefStatementSnapshot *snapshot_of(VerifyRun *self, const char *commit)
{
  AdrefStatementSnapshot *snapshot = g_hash_table_lookup(self->snapshots, commit);
  if (snapshot || !*commit)
    return snapshot;
  AdrefVersion version = {""};
  g_strlcpy(version.id, commit, sizeof version.id);
  AdrefFileSource *source = adref_version_source_new(self->options->repo, &version, NULL);
  if (!source)
    return NULL;
  snapshot = adref_statement_snapshot_share(source, self->options->statement,
                                            self->options->readings, self->options->library);
  g_hash_table_insert(self->snapshots, g_strdup(commit), snapshot);
  return snapshot;
}

/* Computed once for each draft. */
static const AdrefCorrectionCheck *correction_check_of(VerifyRun *self,
                                                       const AdrefStatementSnapshot *snapshot,
                                                       const char *commit, const char *label)
{
  g_autofree char *key = g_strdup_printf("%s/%s", commit, label);
  AdrefCorrectionCheck *correction = g_hash_table_lookup(self->corrections, key);
  if (correction)
    return correction;
  correction = adref_correction_check(self->options->repo, self->labels, snapshot, label);
  g_hash_table_insert(self->corrections, g_steal_pointer(&key), correction);
  return correction;
}

static const char *pins_of(VerifyRun *self, const char *party)
{
  if (!g_hash_table_contains(self->pins, party))
    g_hash_table_insert(self->pins, g_strdup(party),
                        adref_key_pins_get(self->options->repo, party));
  return g_hash_table_lookup(self->pins, party);
}

static const AdrefTag *find_tag(const GPtrArray *tags, const char *name)
{
  for (guint i = 0; i < tags->len; i++) {
    const AdrefTag *tag = tags->pdata[i];
    if (strcmp(tag->name, name) == 0)
      return tag;
  }
  return NULL;
}

static gint64 seen_time(const VerifyRun *self, const char *name)
{
  const AdrefTag *seen = find_tag(self->seen, name);
  gsize length;
  const char *bytes = seen && seen->bytes ? g_bytes_get_data(seen->bytes, &length) : NULL;
  g_autoptr(AdrefSignoff) signoff = bytes ? adref_signoff_read(bytes, length) : NULL;
  return signoff ? signoff->time : 0;
}

/* "the file PATH" of a version; searched once for each version. */
static const char *replaced_file(const VerifyRun *self, const AdrefVersion *version)
{
  if (!g_hash_table_contains(self->replaced, version->id)) {
    g_autofree char *path = adref_repo_replaced_path(self->options->repo, version);
    g_hash_table_insert(self->replaced, g_strdup(version->id),
                        path ? g_strconcat("the object of ", path, NULL) : NULL);
  }
  return g_hash_table_lookup(self->replaced, version->id);
}

static const char *replaced(const VerifyRun *self, const AdrefTag *tag)
{
  if (adref_repo_is_replaced(self->options->repo, &tag->object))
    return "the tag";
  if (*tag->commit.id && adref_repo_is_replaced(self->options->repo, &tag->commit))
    return "the version";
  return *tag->commit.id ? replaced_file(self, &tag->commit) : NULL;
}

static AdrefSignatureCheck *prepare(VerifyRun *self, const AdrefTag *tag)
{
  AdrefSignatureCheck *check = g_new0(AdrefSignatureCheck, 1);
  check->name = tag->name;
  check->bytes = tag->bytes ? g_bytes_ref(tag->bytes) : NULL;
  check->problem = tag->problem;
  check->commit = tag->commit.id;
  check->signers = self->options->signers;
  adref_signature_check_parse(check);
  check->label_commit = check->label ? adref_labels_commit(self->labels, check->label) : "";
  check->replaced = replaced(self, tag);
  check->snapshot = check->message ? snapshot_of(self, check->message->commit) : NULL;
  if (check->label && check->snapshot && !check->snapshot->problem) {
    const AdrefCorrectionCheck *correction =
        correction_check_of(self, check->snapshot, check->message->commit, check->label);
    check->corrects = correction->line;
    check->correction_problem = correction->problem;
    check->older_correction_problem = correction->older_problem;
  }
  check->pins = check->party ? pins_of(self, check->party) : NULL;
  check->clock = self->options->clock;
  check->seen_time = seen_time(self, tag->name);
  return check;
}

static AdrefSignatureResult *signature_new(const char *party, AdrefSignatureVerdict verdict)
{
  AdrefSignatureResult *signature = g_new0(AdrefSignatureResult, 1);
  signature->party = g_strdup(party);
  signature->verdict = verdict;
  return signature;
}

static void describe(AdrefSignatureResult *signature, const AdrefSignatureCheck *check)
{
  signature->statement = g_strdup(check->statement);
  signature->fingerprint = g_strdup(check->fingerprint);
  signature->email = g_strdup(check->signer ? check->signer->email : NULL);
  signature->has_message = check->message != NULL;
  if (!check->message)
    return;
  signature->capacity = check->message->capacity;
  signature->name = g_strdup(check->message->name);
  signature->title = g_strdup(check->message->title);
  signature->place = g_strdup(check->message->place);
  signature->time = g_strdup(check->message->time);
}

AdrefSignatureResult *adref_signature_result_new(const AdrefSignatureCheck *check,
                                                 const char *party, AdrefSignatureVerdict verdict)
{
  AdrefSignatureResult *signature = signature_new(party, verdict);
  describe(signature, check);
  return signature;
}

/* Checks one sign-off; several threads call this at once. */
static void run_checks(gpointer data, gpointer user)
{
  VerifyRun *self = user;
  guint place = GPOINTER_TO_UINT(data) - 1;
  AdrefSignatureCheck *check = self->signature_checks->pdata[place];
  const AdrefTag *tag = self->tags->pdata[place];
  g_autoptr(GString) why = g_string_new(NULL);
  const AdrefSignatureCheckStep *failed =
      adref_signature_check_run(check, self->options->checks, self->options->count, why);
  AdrefSignatureResult *signature =
      signature_new(check->party ? check->party : check->name,
                    failed ? failed->verdict : ADREF_SIGNATURE_VERDICT_VALID);
  signature->check = failed ? failed->name : NULL;
  signature->why = failed ? g_string_free(g_steal_pointer(&why), FALSE) : NULL;
  signature->is_new = !failed && !check->pins;
  signature->object = tag->object;
  describe(signature, check);
  self->results->pdata[place] = signature;
}

/* Whether the tag is one of the statement under this name, and of the draft that was asked for. */
static gboolean is_tag_of(const VerifyRun *self, const AdrefTag *tag, const char *statement)
{
  g_autofree char *folder = self->options->label
                                ? g_strdup_printf("%s/%s/", statement, self->options->label)
                                : g_strdup_printf("%s/", statement);
  return g_str_has_prefix(tag->name, folder);
}

/* A sign-off from before the statement was renamed has its former name. */
static gboolean is_requested(const VerifyRun *self, const AdrefTag *tag)
{
  const char *statement = self->options->statement;
  const char *const *former = adref_repo_former_names(self->options->repo, statement);
  gboolean requested = is_tag_of(self, tag, statement);
  for (; !requested && *former; former++)
    requested = is_tag_of(self, tag, *former);
  return requested;
}

static gboolean check_all(VerifyRun *self, GError **error)
{
  guint threads = CLAMP(g_get_num_processors(), 1, MAX_THREADS);
  g_ptr_array_set_size(self->signature_checks, (int)self->tags->len);
  g_ptr_array_set_size(self->results, (int)self->tags->len);
  adref_threads_prepare();
  GThreadPool *pool = g_thread_pool_new(run_checks, self, (int)threads, FALSE, error);
  if (!pool)
    return FALSE;
  for (guint i = 0; i < self->tags->len; i++) {
    if (!is_requested(self, self->tags->pdata[i]))
      continue;
    self->signature_checks->pdata[i] = prepare(self, self->tags->pdata[i]);
    g_thread_pool_push(pool, GUINT_TO_POINTER(i + 1), NULL);
  }
  g_thread_pool_free(pool, FALSE, TRUE);
  return TRUE;
}

static AdrefDraftResult *draft_of(VerifyRun *self, AdrefVerification *verification,
                                  const char *label)
{
  for (guint i = 0; i < verification->drafts->len; i++) {
    AdrefDraftResult *draft = verification->drafts->pdata[i];
    if (strcmp(draft->label, label) == 0)
      return draft;
  }
  AdrefDraftResult *draft = g_new0(AdrefDraftResult, 1);
  draft->label = g_strdup(label);
  draft->commit = g_strdup(adref_labels_commit(self->labels, label));
  draft->signatures = g_ptr_array_new_with_free_func(signature_free);
  g_ptr_array_add(verification->drafts, draft);
  return draft;
}

static void group_results(VerifyRun *self, AdrefVerification *verification)
{
  for (guint i = 0; i < self->results->len; i++) {
    AdrefSignatureResult *signature = self->results->pdata[i];
    const AdrefSignatureCheck *check = self->signature_checks->pdata[i];
    if (!signature)
      continue;
    self->results->pdata[i] = NULL;
    g_ptr_array_add(check->party ? draft_of(self, verification, check->label)->signatures
                                 : verification->malformed_tags,
                    signature);
  }
}

/* Adds the sign-offs that were valid here before and whose tags were deleted. */
static void add_deleted(VerifyRun *self, AdrefVerification *verification)
{
  for (guint i = 0; i < self->seen->len; i++) {
    const AdrefTag *seen = self->seen->pdata[i];
    g_autofree char *statement = NULL, *label = NULL, *party = NULL;
    if (find_tag(self->tags, seen->name) || !is_requested(self, seen) ||
        !adref_signoff_split_tag_name(seen->name, &statement, &label, &party))
      continue;
    AdrefSignatureResult *signature = signature_new(party, ADREF_SIGNATURE_VERDICT_DELETED);
    signature->why = g_strdup_printf("it was here and valid; git show %s%s shows it",
                                     ADREF_SEEN_FOLDER, seen->name);
    g_ptr_array_add(draft_of(self, verification, label)->signatures, signature);
  }
}

gboolean adref_signature_result_is_valid(const AdrefSignatureResult *signature)
{
  return signature->verdict == ADREF_SIGNATURE_VERDICT_VALID;
}

static int compare_signatures(gconstpointer a, gconstpointer b)
{
  const AdrefSignatureResult *const *first = a, *const *second = b;
  return strcmp((*first)->party, (*second)->party);
}

/* Whether a sign-off that does not hold counts against the draft. Anybody can push a tag for
 * somebody who need not sign: it is shown, and stops nothing. */
static gboolean stands_against(const AdrefDraftResult *draft, const AdrefSignatureResult *signature)
{
  return !adref_signature_result_is_valid(signature) &&
         signature->verdict != ADREF_SIGNATURE_VERDICT_MISSING &&
         (!draft->parsed_rule || adref_signing_rule_names(draft->parsed_rule, signature->party));
}

static void count_rule(AdrefDraftResult *draft)
{
  g_autoptr(GHashTable) signed_by = g_hash_table_new(g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) missing = g_ptr_array_new();
  draft->all_valid = TRUE;
  for (guint i = 0; i < draft->signatures->len; i++) {
    const AdrefSignatureResult *signature = draft->signatures->pdata[i];
    draft->all_valid = draft->all_valid && !stands_against(draft, signature);
    if (adref_signature_result_is_valid(signature) && draft->parsed_rule &&
        signature->capacity >= draft->parsed_rule->capacity)
      g_hash_table_add(signed_by, signature->party);
  }
  if (!draft->parsed_rule)
    return;
  draft->needed = draft->parsed_rule->items->len;
  draft->met = adref_signing_rule_count_met(draft->parsed_rule, signed_by, missing);
  guint there = draft->signatures->len;
  for (guint i = 0; i < missing->len; i++) {
    gboolean listed = FALSE;
    for (guint j = 0; j < there && !listed; j++)
      listed = strcmp(((AdrefSignatureResult *)draft->signatures->pdata[j])->party,
                      missing->pdata[i]) == 0;
    if (!listed)
      g_ptr_array_add(draft->signatures,
                      signature_new(missing->pdata[i], ADREF_SIGNATURE_VERDICT_MISSING));
  }
}

/* What a reader sees otherwise now: languages, and "facts". */
static void compare_now(AdrefDraftResult *draft, const AdrefStatementSnapshot *then,
                        const AdrefStatementSnapshot *now)
{
  if (!now || now->problem) {
    draft->unknown = g_strdup(now ? now->problem : NULL);
    return;
  }
  g_autofree char *languages = adref_signed_texts_changed(then->texts, now->texts);
  gboolean facts = g_strcmp0(then->facts_hash, now->facts_hash) != 0;
  draft->changed =
      g_strdup_printf("%s%s%s", languages, facts && *languages ? ", " : "", facts ? "facts" : "");
}

/* Why the draft was withdrawn; NULL: it was not. */
static const char *withdrawn_of(const GPtrArray *labels, const char *name)
{
  for (guint i = 0; i < labels->len; i++) {
    const AdrefLabel *label = labels->pdata[i];
    if (strcmp(label->name, name) == 0)
      return label->withdrawn;
  }
  return NULL;
}

static void finish_draft(VerifyRun *self, AdrefDraftResult *draft)
{
  const AdrefStatementSnapshot *snapshot = snapshot_of(self, draft->commit);
  if (snapshot && !snapshot->problem) {
    draft->rule = g_strdup(snapshot->rule_text);
    draft->parsed_rule = adref_signing_rule_parse(snapshot->rule_text);
    draft->texts = g_ptr_array_ref(snapshot->texts);
    draft->corrects =
        g_strdup(correction_check_of(self, snapshot, draft->commit, draft->label)->former);
    compare_now(draft, snapshot, self->options->now);
  }
  draft->withdrawn = g_strdup(withdrawn_of(self->labels, draft->label));
  count_rule(draft);
  g_ptr_array_sort(draft->signatures, compare_signatures);
}

static int compare_drafts(gconstpointer a, gconstpointer b, gpointer user)
{
  const AdrefDraftResult *const *first = a, *const *second = b;
  const GPtrArray *labels = user;
  guint places[2] = {labels->len, labels->len};
  for (guint i = 0; i < labels->len; i++) {
    const char *name = ((const AdrefLabel *)labels->pdata[i])->name;
    places[0] = strcmp(name, (*first)->label) == 0 ? i : places[0];
    places[1] = strcmp(name, (*second)->label) == 0 ? i : places[1];
  }
  if (places[0] != places[1])
    return places[0] < places[1] ? -1 : 1;
  return strcmp((*first)->label, (*second)->label);
}

static gboolean read_refs(VerifyRun *self, GError **error)
{
  const AdrefVerifyOptions *options = self->options;
  self->labels = adref_repo_labels(options->repo, options->statement, error);
  if (self->labels)
    self->tags = adref_repo_tags(options->repo, tags_folder, error);
  if (self->tags)
    self->seen = adref_repo_tags(options->repo, ADREF_SEEN_FOLDER, error);
  self->snapshots = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_snapshot);
  self->corrections = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_correction_check);
  self->replaced = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  self->pins = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  self->signature_checks = g_ptr_array_new_with_free_func(free_check);
  self->results = g_ptr_array_new_with_free_func(signature_free);
  return self->seen != NULL;
}

AdrefVerification *adref_verify(const AdrefVerifyOptions *options, GError **error)
{
  g_auto(VerifyRun) self = {.options = options};
  if (!read_refs(&self, error) || !check_all(&self, error))
    return NULL;
  AdrefVerification *verification = g_new0(AdrefVerification, 1);
  verification->drafts = g_ptr_array_new_with_free_func(draft_free);
  verification->malformed_tags = g_ptr_array_new_with_free_func(signature_free);
  if (options->label)
    draft_of(&self, verification, options->label);
  group_results(&self, verification);
  add_deleted(&self, verification);
  for (guint i = 0; i < verification->drafts->len; i++)
    finish_draft(&self, verification->drafts->pdata[i]);
  g_ptr_array_sort_with_data(verification->drafts, compare_drafts, self.labels);
  verification->snapshots = g_hash_table_ref(self.snapshots);
  return verification;
}

gboolean adref_draft_result_is_complete(const AdrefDraftResult *draft)
{
  if (!draft->parsed_rule || draft->needed == 0 || draft->met < draft->needed)
    return FALSE;
  return draft->all_valid && !draft->withdrawn;
}
