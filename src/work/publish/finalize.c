#include "work/publish/finalize.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base/digest.h"
#include "base/file.h"
#include "history/label.h"
#include "sign/correction.h"
#include "sign/language_states.h"
#include "sign/page_list.h"
#include "sign/suspected_places.h"
#include "work/changes/stale_facts.h"
#include "work/changes/stale_translations.h"
#include "work/check/adoption_list.h"
#include "work/check/publication_check.h"
#include "work/check/signing_key.h"
#include "work/check/version_snapshot.h"
#include "work/publish/package_pages.h"
#include "work/records.h"
#include "work/select_draft.h"

/* The package while it is made. */
typedef struct {
  AdrefSession *session;
  const AdrefFinalizeOptions *options;
  AdrefRepo *repo;
  const AdrefSigners *signers;
  const char *statement, *label;
  const AdrefLabel *draft;
  AdrefVersion version;
  AdrefStatementSnapshot *snapshot;
  GBytes *correction; /* the procès-verbal, of a draft that corrects another one; or NULL */
  AdrefStatementSnapshot *former; /* that one */
  char *former_label;
  AdrefHouseStyle *house; /* the style of the pages */
  GPtrArray *words;       /* of AdrefPageWords or NULL, for each text */
  GBytes *style;          /* its file; NULL: the statement has none */
  AdrefVerification *verified;
  AdrefAdoptionList adopted; /* of a text that was adopted; empty: it was signed */
  GPtrArray *signatures;     /* of AdrefPackageSignature */
  GPtrArray *pages;          /* of AdrefPackagePage */
  AdrefSigningKey key;       /* of the party that issues the pages */
  char *list, *list_signature;
  gint64 list_time;
  GPtrArray *members;
  GBytes *archive;
  char *name; /* tokyo-rev1 */
} FinalizeRequest;

static void clear(FinalizeRequest *self)
{
  g_clear_pointer(&self->archive, g_bytes_unref);
  g_clear_pointer(&self->members, g_ptr_array_unref);
  g_clear_pointer(&self->pages, g_ptr_array_unref);
  g_clear_pointer(&self->signatures, g_ptr_array_unref);
  g_clear_pointer(&self->style, g_bytes_unref);
  adref_house_style_free(self->house);
  g_clear_pointer(&self->words, g_ptr_array_unref);
  adref_verification_free(self->verified);
  adref_adoption_list_clear(&self->adopted);
  adref_statement_snapshot_free(self->former);
  adref_statement_snapshot_free(self->snapshot);
  g_clear_pointer(&self->correction, g_bytes_unref);
  adref_signing_key_clear(&self->key);
  g_free(self->list);
  g_free(self->list_signature);
  g_free(self->former_label);
  g_free(self->name);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(FinalizeRequest, clear)

void adref_final_package_free(AdrefFinalPackage *package)
{
  if (!package)
    return;
  g_free(package->name);
  g_free(package->hash);
  g_free(package);
}

static gboolean choose_draft(FinalizeRequest *self, const char *name, GError **error)
{
  const GPtrArray *labels = adref_session_labels(self->session, self->statement, error);
  const AdrefLabel *label = labels ? adref_select_draft(labels, name) : NULL;
  if (!labels)
    return FALSE;
  if (!label) {
    adref_error(error, ADREF_ERROR_NOT_FOUND, "%s: no draft%s%s", self->statement,
                name ? " is called " : " was circulated yet", name ? name : "");
    return FALSE;
  }
  if (label->withdrawn) {
    adref_error(error, ADREF_ERROR_REFUSED, "%s/%s was withdrawn: %s", self->statement, label->name,
                label->withdrawn);
    return FALSE;
  }
  if (strcmp(label->statement, self->statement) != 0) {
    adref_error(error, ADREF_ERROR_REFUSED,
                "%s/%s was circulated as %s/%s; a final text has the name under which it was "
                "circulated, so circulate a draft under the new name",
                self->statement, label->name, label->statement, label->name);
    return FALSE;
  }
  self->draft = label;
  self->label = label->name;
  self->version = label->version;
  self->name = g_strdup_printf("%s-%s", self->statement, self->label);
  return TRUE;
}

static gboolean verify(FinalizeRequest *self, GError **error)
{
  AdrefVerifyOptions verify_options = {.repo = self->repo,
                                       .statement = self->statement,
                                       .label = self->label,
                                       .signers = self->signers,
                                       .readings = self->session->readings,
                                       .library = self->session->library,
                                       .checks = adref_signature_check_steps,
                                       .count = adref_signature_check_step_count};
  self->verified = adref_verify(&verify_options, error);
  if (!self->verified)
    return FALSE;
  const AdrefDraftResult *draft = self->verified->drafts->pdata[0];
  if (adref_draft_result_is_complete(draft) && self->verified->malformed_tags->len == 0)
    return TRUE;
  adref_error(error, ADREF_ERROR_REFUSED,
              "%s/%s is not signed by all who must sign; adref verify %s@%s says who is missing "
              "and what is wrong",
              self->statement, self->label, self->statement, self->label);
  return FALSE;
}

/* verify() has compared the procès-verbal with both texts before. */
static gboolean read_correction(FinalizeRequest *self, GError **error)
{
  self->correction = adref_correction_find(self->snapshot, self->label);
  g_autoptr(AdrefCorrection) correction =
      self->correction ? adref_correction_read(self->correction) : NULL;
  if (!correction)
    return TRUE;
  AdrefVersion version = {""};
  g_strlcpy(version.id, correction->commit, sizeof version.id);
  self->former_label = g_strdup(correction->former);
  self->former = adref_version_snapshot(self->session, self->statement, &version, error);
  return self->former != NULL;
}

/* The same refusal as that of sign: a signature may be older than it, or come from elsewhere. */
static gboolean check_languages(const FinalizeRequest *self, GHashTable *records, GError **error)
{
  const AdrefStatementSnapshot *snapshot = self->snapshot;
  g_autoptr(AdrefClauseHashes) hashes = adref_clause_hashes_new(snapshot->language_versions);
  g_autoptr(GPtrArray) states = adref_stale_translations_states(
      self->session, snapshot->statement, &self->version, snapshot->language_versions,
      snapshot->rule, adref_library_parties(snapshot->library), records, error);
  if (!states)
    return FALSE;
  g_autofree char *why = adref_language_states_refusal(states, snapshot->rule, records, hashes);
  if (why)
    adref_error(
        error, ADREF_ERROR_REFUSED,
        "%s/%s: %s; put the texts in step, circulate and sign them, or each party that must "
        "sign accepts the difference: adref agree --difference CLAUSE",
        self->statement, self->label, why);
  return !why;
}

static gboolean check_suspected(const FinalizeRequest *self, GHashTable *records, GError **error)
{
  const AdrefStatementSnapshot *snapshot = self->snapshot;
  g_autoptr(GPtrArray) places =
      adref_suspected_places_new(snapshot->language_versions, snapshot->statement,
                                 adref_library_parties(snapshot->library), records, TRUE);
  g_autofree char *why = adref_suspected_places_refusal(places);
  if (why)
    adref_error(error, ADREF_ERROR_REFUSED, "%s/%s: a final text has no open position\n%s",
                self->statement, self->label, why);
  return !why;
}

/* What the pages will print must be what was signed, before anything is written. */
static gboolean check_publication(const FinalizeRequest *self, GError **error)
{
  g_autofree char *why = adref_publication_check(self->snapshot);
  if (why)
    adref_error(error, ADREF_ERROR_REFUSED, "%s/%s: %s; mend, circulate and sign the text anew",
                self->statement, self->label, why);
  return !why;
}

/* The records of now say which brackets are words, and which differences are accepted. */
static gboolean check_text(const FinalizeRequest *self, GError **error)
{
  const AdrefStatementSnapshot *snapshot = self->snapshot;
  g_autofree char *where = g_strdup_printf("%s/%s: ", self->statement, self->label);
  g_autoptr(GHashTable) records =
      adref_records_read(self->session, self->session->files->source, snapshot->statement,
                         snapshot->language_versions, NULL, error);
  return records && adref_publication_check_closed(snapshot, where, "a final text", error) &&
         check_suspected(self, records, error) && check_publication(self, error) &&
         check_languages(self, records, error);
}

static gboolean read_snapshot(FinalizeRequest *self, GError **error)
{
  self->snapshot = adref_version_snapshot(self->session, self->statement, &self->version, error);
  if (self->snapshot && self->options->adopted)
    return adref_adoption_list_make(self->session, self->snapshot, self->draft, &self->adopted,
                                    error) &&
           adref_stale_facts_say_snapshot(self->session, self->snapshot, error);
  return self->snapshot && check_text(self, error) &&
         adref_stale_facts_say_snapshot(self->session, self->snapshot, error) &&
         read_correction(self, error);
}

static void signature_free(gpointer data)
{
  AdrefPackageSignature *signature = data;
  g_bytes_unref(signature->bytes);
  g_free(signature);
}

static void page_free(gpointer data)
{
  AdrefPackagePage *page = data;
  g_bytes_unref(page->bytes);
  g_free(page->path);
  g_free(page);
}

static void collect_signatures(FinalizeRequest *self)
{
  self->signatures = g_ptr_array_new_with_free_func(signature_free);
  const AdrefDraftResult *draft = self->verified ? self->verified->drafts->pdata[0] : NULL;
  for (guint i = 0; draft && i < draft->signatures->len; i++) {
    const AdrefSignatureResult *result = draft->signatures->pdata[i];
    g_autofree char *ref =
        g_strdup_printf("refs/tags/signoff/%s/%s/%s", self->statement, self->label, result->party);
    AdrefTag *tag =
        adref_signature_result_is_valid(result) ? adref_repo_tag(self->repo, ref) : NULL;
    if (tag && tag->bytes) {
      AdrefPackageSignature *signature = g_new0(AdrefPackageSignature, 1);
      signature->party = result->party;
      signature->bytes = g_bytes_ref(tag->bytes);
      signature->signer = adref_signers_find(self->signers, result->party, result->fingerprint);
      g_ptr_array_add(self->signatures, signature);
    }
    adref_tag_free(tag);
  }
}

/* The style as it was in that version. */
static gboolean read_style(FinalizeRequest *self, GError **error)
{
  const AdrefStatementSnapshot *snapshot = self->snapshot;
  self->house = adref_house_style_of_statement(snapshot->statement, snapshot->source,
                                               snapshot->library, error);
  if (!self->house)
    return FALSE;
  if (self->house->file)
    self->style =
        snapshot->source->read(snapshot->source, self->house->file, ADREF_YAML_LIMIT, error);
  return !self->house->file || self->style;
}

static void words_free(gpointer words)
{
  adref_page_words_free(words);
}

/* adref's own words, likewise. */
static gboolean read_words(FinalizeRequest *self, GError **error)
{
  const GPtrArray *texts = self->snapshot->language_versions->items;
  self->words = g_ptr_array_new_with_free_func(words_free);
  for (guint i = 0; i < texts->len; i++) {
    const AdrefLanguageVersion *text = texts->pdata[i];
    AdrefPageWords *words = NULL;
    if (!adref_page_words_read(self->snapshot->source, text->language, &words, error))
      return FALSE;
    g_ptr_array_add(self->words, words);
  }
  return TRUE;
}

static gboolean make_pages(FinalizeRequest *self, GError **error)
{
  AdrefPackagePages what = {.label = self->label,
                            .language_versions = self->snapshot->language_versions->items,
                            .texts = self->snapshot->texts,
                            .words = self->words,
                            .former = self->former ? self->former->language_versions->items : NULL,
                            .former_label = self->former_label,
                            .facts = self->snapshot->facts,
                            .former_facts = self->former ? self->former->facts : NULL,
                            .alternats = adref_package_alternats(self->snapshot),
                            .level = self->adopted.adoption && self->adopted.adoption->says_level
                                         ? &self->adopted.adoption->level
                                         : NULL,
                            .recorder = self->options->adopted ? self->options->party : NULL,
                            .house = self->style ? self->house : NULL};
  g_autoptr(GPtrArray) plans = adref_package_pages_plan(&what);
  adref_repo_forget_objects(self->repo); /* the fonts of a page are large */
  g_autoptr(GPtrArray) rendered = adref_package_pages_render_all(&what, plans, error);
  self->pages = g_ptr_array_new_with_free_func(page_free);
  for (guint i = 0; rendered && i < plans->len; i++) {
    AdrefPackagePage *page = g_new0(AdrefPackagePage, 1);
    page->path = g_strdup(((const AdrefPackagePagePlan *)plans->pdata[i])->path);
    page->bytes = g_bytes_ref(rendered->pdata[i]);
    g_ptr_array_add(self->pages, page);
  }
  return rendered != NULL;
}

static gboolean choose_key(FinalizeRequest *self, GError **error)
{
  const AdrefFinalizeOptions *options = self->options;
  return !options->party ||
         adref_signing_key_choose(self->session, options->party, options->key, &self->key, error);
}

/* Whoever issues the package signs the list of its pages. */
static gboolean sign_pages(FinalizeRequest *self, GError **error)
{
  const char *party = self->options->party;
  const AdrefPerson *person =
      party ? adref_session_person(self->session, ADREF_PERSON_ROLE_COMMITTER, error) : NULL;
  if (!person)
    return !party;
  g_autofree char *who = g_strdup_printf("%s <%s>", person->name, person->email);
  g_autoptr(GString) payload =
      adref_page_list_payload(self->statement, self->label, self->version.id, party, who,
                              person->time, person->offset, self->pages, self->adopted.adoption);
  self->list_time = person->time;
  self->list_signature = adref_signing_key_sign(&self->key, payload, error);
  self->list = g_strdup(payload->str);
  return self->list_signature != NULL;
}

/* A list that adref verify would not accept is not written. */
static AdrefPackage *check_members(const FinalizeRequest *self)
{
  AdrefPackageTrust trust = {self->repo, self->signers, self->session->now, NULL};
  return adref_package_check(self->members, self->list ? &trust : NULL);
}

static gboolean make_package(FinalizeRequest *self, GError **error)
{
  AdrefPackagePageList list = {self->list, self->list_signature, self->key.signer,
                               self->adopted.adoption, self->adopted.files};
  AdrefPackageCorrection correction = {self->correction,
                                       self->former ? self->former->language_versions->items : NULL,
                                       self->former ? self->former->facts : NULL};
  self->members = adref_package_make(self->snapshot, self->signatures, self->pages,
                                     self->former ? &correction : NULL, self->style, self->words,
                                     self->list ? &list : NULL, ADREF_VERSION, error);
  if (!self->members)
    return FALSE;
  gint64 time =
      self->options->adopted ? self->list_time : adref_package_last_signed(self->signatures);
  self->archive = adref_archive_write(self->members, self->name, time);
  g_autoptr(AdrefPackage) package = check_members(self);
  if (package->problems->len == 0)
    return TRUE;
  adref_error(error, ADREF_ERROR_REFUSED, "the package would not hold: %s; nothing was written",
              (char *)package->problems->pdata[0]);
  return FALSE;
}

/* A file is never replaced: one with other bytes under this name is refused. */
static gboolean put(const char *folder, const char *name, GBytes *bytes, GError **error)
{
  g_autofree char *path = g_build_filename(folder, name, NULL);
  gsize length;
  const char *data = g_bytes_get_data(bytes, &length);
  if (g_file_test(path, G_FILE_TEST_EXISTS)) {
    g_autoptr(GBytes) old = adref_file_read(path, name, ADREF_ARCHIVE_LIMIT, error);
    if (!old)
      return FALSE;
    if (g_bytes_equal(old, bytes))
      return TRUE;
    adref_error(error, ADREF_ERROR_REFUSED, "%s: is there already, and is another one", path);
    return FALSE;
  }
  return adref_file_write(path, data ? data : "", length, error);
}

static gboolean write_all(FinalizeRequest *self, const char *folder, GError **error)
{
  g_autofree char *below = g_build_filename(folder, self->name, NULL);
  g_autofree char *tar = g_strconcat(self->name, ".tar", NULL);
  g_autofree char *texts = g_build_filename(below, "texts", NULL);
  if (g_mkdir_with_parents(texts, 0777) != 0) {
    adref_error(error, ADREF_ERROR_SYSTEM, "%s: cannot be made: %s", below, g_strerror(errno));
    return FALSE;
  }
  for (guint i = 0; i < self->members->len; i++) {
    const AdrefArchiveMember *member = self->members->pdata[i];
    g_autofree char *path = g_build_filename(below, member->path, NULL);
    g_autofree char *parent = g_path_get_dirname(path);
    g_mkdir_with_parents(parent, 0777);
    if (!put(below, member->path, member->bytes, error))
      return FALSE;
  }
  g_autofree char *archive = g_build_filename(folder, tar, NULL);
  return put(folder, tar, self->archive, error) && adref_repo_exclude(self->repo, below, error) &&
         adref_repo_exclude(self->repo, archive, error);
}

static char *archive_hash(const FinalizeRequest *self)
{
  gsize length;
  const char *data = g_bytes_get_data(self->archive, &length);
  return adref_digest_of(data, length);
}

/* The tag of a package that was made before stays. */
static void say_other_package(const FinalizeRequest *self, const AdrefTag *tag, const char *name)
{
  g_autofree char *hash = archive_hash(self);
  g_autofree char *text =
      tag->bytes ? g_strndup(g_bytes_get_data(tag->bytes, NULL), g_bytes_get_size(tag->bytes))
                 : g_strdup("");
  if (!strstr(text, hash))
    adref_session_say(self->session,
                      "the tag %s has the SHA-256 of a package that was made before, and stays; "
                      "git tag -d %s and adref finalize again set it for this one",
                      name, name);
}

/* final/STATEMENT/LABEL names the version that is final, and the package. */
static gboolean write_tag(FinalizeRequest *self, GError **error)
{
  g_autofree char *name = g_strdup_printf("final/%s/%s", self->statement, self->label);
  g_autofree char *ref = g_strconcat("refs/tags/", name, NULL);
  AdrefTag *there = adref_repo_tag(self->repo, ref);
  gboolean same = there && strcmp(there->commit.id, self->version.id) == 0;
  if (there && !same)
    adref_error(error, ADREF_ERROR_REFUSED, "the tag %s is there already, for version %.8s", name,
                there->commit.id);
  gboolean done = there != NULL;
  if (same)
    say_other_package(self, there, name);
  adref_tag_free(there);
  if (done)
    return same;
  const AdrefPerson *person =
      adref_session_person(self->session, ADREF_PERSON_ROLE_COMMITTER, error);
  if (!person)
    return FALSE;
  g_autofree char *hash = archive_hash(self);
  g_autofree char *who = g_strdup_printf("%s <%s>", person->name, person->email);
  g_autoptr(GString) message = g_string_new(NULL);
  g_string_printf(message, "Final text of %s/%s\n\n%s.tar\nSHA-256: %s\n", self->statement,
                  self->label, self->name, hash);
  if (self->options->adopted)
    g_string_append_printf(message, ADREF_FINAL_TAG_ADOPTED " %s\n", self->options->party);
  g_autoptr(GString) bytes =
      adref_signoff_payload(name, self->version.id, who, person->time, person->offset, message);
  return adref_repo_tag_write(self->repo, bytes->str, FALSE, error);
}

AdrefFinalPackage *adref_finalize(AdrefSession *session, const char *statement,
                                  const AdrefFinalizeOptions *options, GError **error)
{
  g_auto(FinalizeRequest) self = {.session = session,
                                  .options = options,
                                  .repo = session->repo,
                                  .signers = session->signers,
                                  .statement = statement};
  if (!choose_draft(&self, options->draft, error) || (!options->adopted && !verify(&self, error)) ||
      !read_snapshot(&self, error) || !choose_key(&self, error))
    return NULL;
  collect_signatures(&self);
  if (!read_style(&self, error) || !read_words(&self, error) || !make_pages(&self, error) ||
      !sign_pages(&self, error) || !make_package(&self, error) ||
      !write_all(&self, options->folder, error) || !write_tag(&self, error))
    return NULL;
  AdrefFinalPackage *package = g_new0(AdrefFinalPackage, 1);
  package->name = g_steal_pointer(&self.name);
  package->hash = archive_hash(&self);
  return package;
}
