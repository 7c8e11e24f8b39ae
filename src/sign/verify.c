#include "sign/verify.h"

#include <string.h>

#include "base/name.h"
#include "history/label.h"
#include "history/version_source.h"
#include "sign/correction_check.h"

enum {
  MAX_THREADS = 8
};

static const char tags_folder[] = "refs/tags/signoff/";
static const char seen_folder[] = "refs/adref/seen/";

void adref_voucher_free(AdrefVoucher *voucher)
{
  if (!voucher)
    return;
  g_free(voucher->party);
  g_free(voucher->why);
  g_free(voucher->name);
  g_free(voucher->title);
  g_free(voucher->time);
  g_free(voucher->fingerprint);
  g_free(voucher->email);
  g_free(voucher);
}

static void voucher_free(gpointer voucher)
{
  adref_voucher_free(voucher);
}

static void draft_free(gpointer data)
{
  AdrefDraft *draft = data;
  g_free(draft->label);
  g_free(draft->commit);
  g_free(draft->corrects);
  g_free(draft->rule);
  g_free(draft->changed);
  adref_rule_free(draft->who);
  g_clear_pointer(&draft->texts, g_ptr_array_unref);
  g_ptr_array_unref(draft->vouchers);
  g_free(draft);
}

void adref_verification_free(AdrefVerification *verification)
{
  if (!verification)
    return;
  g_ptr_array_unref(verification->drafts);
  g_ptr_array_unref(verification->strays);
  g_free(verification);
}

char *adref_pins(AdrefRepo *repo, const char *party)
{
  g_autofree char *key = g_strdup_printf("adref.%s.pin", party);
  return adref_repo_local_config(repo, key);
}

gboolean adref_pins_set(AdrefRepo *repo, const char *party, const char *pins, GError **error)
{
  g_autofree char *key = g_strdup_printf("adref.%s.pin", party);
  return adref_repo_set_local_config(repo, key, pins, error);
}

/* One verification on its way. */
typedef struct {
  const AdrefVerifying *how;
  GHashTable *evidence;    /* commit -> AdrefEvidence */
  GHashTable *corrections; /* commit/label -> AdrefCorrected */
  GHashTable *pins;        /* party -> fingerprints, or NULL */
  GPtrArray *labels;       /* of AdrefLabel */
  GPtrArray *tags;         /* of AdrefTag */
  GPtrArray *seen;         /* of AdrefTag */
  GPtrArray *cases;        /* of AdrefCase, by place of the tag; NULL for other statements' */
  GPtrArray *results;      /* of AdrefVoucher, likewise */
} Verifying;

static void free_corrected(gpointer corrected)
{
  adref_corrected_free(corrected);
}

static void free_facts(gpointer evidence)
{
  adref_evidence_free(evidence);
}

static void free_case(gpointer data)
{
  adref_case_free(data);
}

static void clear(Verifying *self)
{
  g_clear_pointer(&self->cases, g_ptr_array_unref);
  g_clear_pointer(&self->results, g_ptr_array_unref);
  g_clear_pointer(&self->evidence, g_hash_table_unref);
  g_clear_pointer(&self->corrections, g_hash_table_unref);
  g_clear_pointer(&self->pins, g_hash_table_unref);
  g_clear_pointer(&self->labels, g_ptr_array_unref);
  g_clear_pointer(&self->tags, g_ptr_array_unref);
  g_clear_pointer(&self->seen, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Verifying, clear)

static const AdrefEvidence *facts_of(Verifying *self, const char *commit)
{
  AdrefEvidence *evidence = g_hash_table_lookup(self->evidence, commit);
  if (evidence || !*commit)
    return evidence;
  AdrefVersion version = {""};
  g_strlcpy(version.id, commit, sizeof version.id);
  AdrefFileSource *source = adref_version_source_new(self->how->repo, &version, NULL);
  if (!source)
    return NULL;
  evidence = adref_evidence_new(source, self->how->statement);
  g_hash_table_insert(self->evidence, g_strdup(commit), evidence);
  return evidence;
}

static const char *label_commit(const Verifying *self, const char *name)
{
  for (guint i = 0; i < self->labels->len; i++) {
    const AdrefLabel *label = self->labels->pdata[i];
    if (strcmp(label->name, name) == 0)
      return label->version.id;
  }
  return "";
}

/* Once for each draft, however many have signed it. */
static const AdrefCorrected *corrected_by(Verifying *self, const AdrefEvidence *evidence,
                                          const char *commit, const char *label)
{
  g_autofree char *key = g_strdup_printf("%s/%s", commit, label);
  AdrefCorrected *corrected = g_hash_table_lookup(self->corrections, key);
  if (corrected)
    return corrected;
  corrected = adref_correction_check(self->how->repo, self->labels, evidence, label);
  g_hash_table_insert(self->corrections, g_steal_pointer(&key), corrected);
  return corrected;
}

static const char *pins_of(Verifying *self, const char *party)
{
  if (!g_hash_table_contains(self->pins, party))
    g_hash_table_insert(self->pins, g_strdup(party), adref_pins(self->how->repo, party));
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

static gint64 seen_time(const Verifying *self, const char *name)
{
  const AdrefTag *seen = find_tag(self->seen, name);
  gsize length;
  const char *bytes = seen && seen->bytes ? g_bytes_get_data(seen->bytes, &length) : NULL;
  g_autoptr(AdrefSignoff) signoff = bytes ? adref_signoff_read(bytes, length) : NULL;
  return signoff ? signoff->time : 0;
}

static const char *replaced(const Verifying *self, const AdrefTag *tag)
{
  if (adref_repo_is_replaced(self->how->repo, &tag->object))
    return "the tag";
  return *tag->commit.id && adref_repo_is_replaced(self->how->repo, &tag->commit) ? "the version"
                                                                                  : NULL;
}

static AdrefCase *prepare(Verifying *self, const AdrefTag *tag)
{
  AdrefCase *one = g_new0(AdrefCase, 1);
  one->name = tag->name;
  one->bytes = tag->bytes ? g_bytes_ref(tag->bytes) : NULL;
  one->problem = tag->problem;
  one->commit = tag->commit.id;
  one->signers = self->how->signers;
  adref_case_read(one);
  one->label_commit = one->label ? label_commit(self, one->label) : "";
  one->replaced = replaced(self, tag);
  one->evidence = one->message ? facts_of(self, one->message->commit) : NULL;
  if (one->label && one->evidence && !one->evidence->problem) {
    const AdrefCorrected *corrected =
        corrected_by(self, one->evidence, one->message->commit, one->label);
    one->corrects = corrected->line;
    one->correction_problem = corrected->problem;
  }
  one->pins = one->party ? pins_of(self, one->party) : NULL;
  one->seen_time = seen_time(self, tag->name);
  return one;
}

static AdrefVoucher *voucher_new(const char *party, const char *verdict)
{
  AdrefVoucher *voucher = g_new0(AdrefVoucher, 1);
  voucher->party = g_strdup(party);
  voucher->verdict = verdict;
  return voucher;
}

static void describe(AdrefVoucher *voucher, const AdrefCase *one)
{
  voucher->fingerprint = g_strdup(one->fingerprint);
  voucher->email = g_strdup(one->signer ? one->signer->email : NULL);
  voucher->has_message = one->message != NULL;
  if (!one->message)
    return;
  voucher->capacity = one->message->capacity;
  voucher->name = g_strdup(one->message->name);
  voucher->title = g_strdup(one->message->title);
  voucher->time = g_strdup(one->message->time);
}

AdrefVoucher *adref_voucher_new(const AdrefCase *one, const char *party, const char *verdict)
{
  AdrefVoucher *voucher = voucher_new(party, verdict);
  describe(voucher, one);
  return voucher;
}

/* Runs the checks on one case; called in many threads at once. */
static void run_checks(gpointer data, gpointer user)
{
  Verifying *self = user;
  guint place = GPOINTER_TO_UINT(data) - 1;
  AdrefCase *one = self->cases->pdata[place];
  const AdrefTag *tag = self->tags->pdata[place];
  g_autoptr(GString) why = g_string_new(NULL);
  const AdrefCheck *failed = adref_case_check(one, self->how->checks, self->how->count, why);
  AdrefVoucher *voucher =
      voucher_new(one->party ? one->party : one->name, failed ? failed->verdict : "valid");
  voucher->check = failed ? failed->name : NULL;
  voucher->why = failed ? g_string_free(g_steal_pointer(&why), FALSE) : NULL;
  voucher->is_new = !failed && !one->pins;
  voucher->object = tag->object;
  describe(voucher, one);
  self->results->pdata[place] = voucher;
}

static gboolean is_asked(const Verifying *self, const AdrefTag *tag)
{
  g_autofree char *folder = self->how->label
                                ? g_strdup_printf("%s/%s/", self->how->statement, self->how->label)
                                : g_strdup_printf("%s/", self->how->statement);
  return g_str_has_prefix(tag->name, folder);
}

static gboolean check_all(Verifying *self, GError **error)
{
  guint threads = CLAMP(g_get_num_processors(), 1, MAX_THREADS);
  g_ptr_array_set_size(self->cases, (int)self->tags->len);
  g_ptr_array_set_size(self->results, (int)self->tags->len);
  GThreadPool *pool = g_thread_pool_new(run_checks, self, (int)threads, FALSE, error);
  if (!pool)
    return FALSE;
  for (guint i = 0; i < self->tags->len; i++) {
    if (!is_asked(self, self->tags->pdata[i]))
      continue;
    self->cases->pdata[i] = prepare(self, self->tags->pdata[i]);
    g_thread_pool_push(pool, GUINT_TO_POINTER(i + 1), NULL);
  }
  g_thread_pool_free(pool, FALSE, TRUE);
  return TRUE;
}

static AdrefDraft *draft_of(Verifying *self, AdrefVerification *made, const char *label)
{
  for (guint i = 0; i < made->drafts->len; i++) {
    AdrefDraft *draft = made->drafts->pdata[i];
    if (strcmp(draft->label, label) == 0)
      return draft;
  }
  AdrefDraft *draft = g_new0(AdrefDraft, 1);
  draft->label = g_strdup(label);
  draft->commit = g_strdup(label_commit(self, label));
  draft->vouchers = g_ptr_array_new_with_free_func(voucher_free);
  g_ptr_array_add(made->drafts, draft);
  return draft;
}

static void place_results(Verifying *self, AdrefVerification *made)
{
  for (guint i = 0; i < self->results->len; i++) {
    AdrefVoucher *voucher = self->results->pdata[i];
    const AdrefCase *one = self->cases->pdata[i];
    if (!voucher)
      continue;
    self->results->pdata[i] = NULL;
    g_ptr_array_add(one->party ? draft_of(self, made, one->label)->vouchers : made->strays,
                    voucher);
  }
}

/* What was seen here before and is there no more. */
static void add_deleted(Verifying *self, AdrefVerification *made)
{
  for (guint i = 0; i < self->seen->len; i++) {
    const AdrefTag *seen = self->seen->pdata[i];
    g_autofree char *statement = NULL, *label = NULL, *party = NULL;
    if (find_tag(self->tags, seen->name) || !is_asked(self, seen) ||
        !adref_signoff_split(seen->name, &statement, &label, &party))
      continue;
    AdrefVoucher *voucher = voucher_new(party, "deleted");
    voucher->why =
        g_strdup_printf("it was here and valid; git show %s%s shows it", seen_folder, seen->name);
    g_ptr_array_add(draft_of(self, made, label)->vouchers, voucher);
  }
}

gboolean adref_voucher_is_valid(const AdrefVoucher *voucher)
{
  return strcmp(voucher->verdict, "valid") == 0;
}

static int compare_vouchers(gconstpointer a, gconstpointer b)
{
  const AdrefVoucher *const *first = a, *const *second = b;
  return strcmp((*first)->party, (*second)->party);
}

static void count_rule(AdrefDraft *draft)
{
  g_autoptr(GHashTable) signed_by = g_hash_table_new(g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) missing = g_ptr_array_new();
  draft->sound = TRUE;
  for (guint i = 0; i < draft->vouchers->len; i++) {
    const AdrefVoucher *voucher = draft->vouchers->pdata[i];
    draft->sound = draft->sound && adref_voucher_is_valid(voucher);
    if (adref_voucher_is_valid(voucher) && draft->who && voucher->capacity >= draft->who->capacity)
      g_hash_table_add(signed_by, voucher->party);
  }
  if (!draft->who)
    return;
  draft->needed = draft->who->items->len;
  draft->met = adref_rule_met(draft->who, signed_by, missing);
  guint there = draft->vouchers->len;
  for (guint i = 0; i < missing->len; i++) {
    gboolean listed = FALSE;
    for (guint j = 0; j < there && !listed; j++)
      listed = strcmp(((AdrefVoucher *)draft->vouchers->pdata[j])->party, missing->pdata[i]) == 0;
    if (!listed)
      g_ptr_array_add(draft->vouchers, voucher_new(missing->pdata[i], "missing"));
  }
}

static void finish_draft(Verifying *self, AdrefDraft *draft)
{
  const AdrefEvidence *evidence = facts_of(self, draft->commit);
  if (evidence && !evidence->problem) {
    draft->rule = g_strdup(evidence->rule_text);
    draft->who = adref_rule_parse(evidence->rule_text);
    draft->texts = g_ptr_array_ref(evidence->texts);
    draft->corrects = g_strdup(corrected_by(self, evidence, draft->commit, draft->label)->former);
    if (self->how->now && !self->how->now->problem)
      draft->changed = adref_texts_changed(evidence->texts, self->how->now->texts);
  }
  count_rule(draft);
  g_ptr_array_sort(draft->vouchers, compare_vouchers);
}

static int compare_drafts(gconstpointer a, gconstpointer b, gpointer user)
{
  const AdrefDraft *const *first = a, *const *second = b;
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

static gboolean read_refs(Verifying *self, GError **error)
{
  const AdrefVerifying *how = self->how;
  self->labels = adref_repo_labels(how->repo, how->statement, error);
  if (self->labels)
    self->tags = adref_repo_tags(how->repo, tags_folder, error);
  if (self->tags)
    self->seen = adref_repo_tags(how->repo, seen_folder, error);
  self->evidence = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_facts);
  self->corrections = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_corrected);
  self->pins = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  self->cases = g_ptr_array_new_with_free_func(free_case);
  self->results = g_ptr_array_new_with_free_func(voucher_free);
  return self->seen != NULL;
}

AdrefVerification *adref_verify(const AdrefVerifying *how, GError **error)
{
  g_auto(Verifying) self = {.how = how};
  if (!read_refs(&self, error) || !check_all(&self, error))
    return NULL;
  AdrefVerification *made = g_new0(AdrefVerification, 1);
  made->drafts = g_ptr_array_new_with_free_func(draft_free);
  made->strays = g_ptr_array_new_with_free_func(voucher_free);
  if (how->label)
    draft_of(&self, made, how->label);
  place_results(&self, made);
  add_deleted(&self, made);
  for (guint i = 0; i < made->drafts->len; i++)
    finish_draft(&self, made->drafts->pdata[i]);
  g_ptr_array_sort_with_data(made->drafts, compare_drafts, self.labels);
  return made;
}

gboolean adref_draft_is_complete(const AdrefDraft *draft)
{
  if (!draft->who || draft->needed == 0 || draft->met < draft->needed)
    return FALSE;
  for (guint i = 0; i < draft->vouchers->len; i++) {
    const AdrefVoucher *voucher = draft->vouchers->pdata[i];
    if (!adref_voucher_is_valid(voucher) && strcmp(voucher->verdict, "missing") != 0)
      return FALSE;
  }
  return TRUE;
}

static void keep_voucher(AdrefRepo *repo, const char *statement, const AdrefDraft *draft,
                         const AdrefVoucher *voucher)
{
  g_autofree char *seen =
      g_strdup_printf("%s%s/%s/%s", seen_folder, statement, draft->label, voucher->party);
  AdrefTag *kept = adref_repo_tag(repo, seen);
  if (!kept || strcmp(kept->object.id, voucher->object.id) != 0)
    adref_repo_write_ref(repo, seen, &voucher->object, NULL);
  adref_tag_free(kept);
  g_autofree char *pins = voucher->is_new ? adref_pins(repo, voucher->party) : NULL;
  if (!voucher->is_new || (pins && strstr(pins, voucher->fingerprint)))
    return;
  g_autofree char *all =
      g_strdup_printf("%s%s%s", pins ? pins : "", pins ? " " : "", voucher->fingerprint);
  adref_pins_set(repo, voucher->party, all, NULL);
}

void adref_verification_keep(const AdrefVerification *verification, AdrefRepo *repo,
                             const char *statement)
{
  for (guint i = 0; i < verification->drafts->len; i++) {
    const AdrefDraft *draft = verification->drafts->pdata[i];
    for (guint j = 0; j < draft->vouchers->len; j++)
      if (adref_voucher_is_valid(draft->vouchers->pdata[j]))
        keep_voucher(repo, statement, draft, draft->vouchers->pdata[j]);
  }
}
