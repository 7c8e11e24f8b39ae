#include "sign/page_list.h"

#include <string.h>

#include "sign/bytes.h"
#include "sign/package_metadata.h"
#include "sign/seen_signatures.h"
#include "sign/signature_check.h"
#include "sign/signed_field.h"

static const char *const files[] = {"PAGES",          "PAGES.sig",   "ADOPTED",
                                    "ADOPTED.sig",    "keys/issuer", "keys/issuer.asc",
                                    "keys/issuer.pub"};

gboolean adref_page_list_has_file(const char *path)
{
  for (gsize i = 0; i < G_N_ELEMENTS(files); i++)
    if (strcmp(path, files[i]) == 0)
      return TRUE;
  return FALSE;
}

static char *tag_name(gboolean adopts, const char *statement, const char *label, const char *party)
{
  return g_strdup_printf("%s/%s/%s/%s", adopts ? "adopted" : "pages", statement, label, party);
}

/* Takes the lines "HASH  PATH", and `more` of an adoption (NULL: it is none), as they are. */
static GString *write_message(const char *statement, const char *label, const char *party,
                              const char *more, guint form, const GPtrArray *lines)
{
  GString *text = g_string_new(NULL);
  g_string_printf(text,
                  "%s of %s/%s, %s by %s\n\nFormat: adref %s %u\nStatement: %s\n"
                  "Label: %s\nParty: %s\n%s\n",
                  more ? "Adoption" : "Pages", statement, label, more ? "recorded" : "issued",
                  party, more ? "adoption" : "pages", form, statement, label, party,
                  more ? more : "");
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf(text, "%s\n", (const char *)lines->pdata[i]);
  return text;
}

static char *page_line(GBytes *bytes, const char *path)
{
  g_autofree char *hash = adref_bytes_sha256(bytes);
  return g_strdup_printf("%s  %s", hash, path);
}

static gint compare_paths(gconstpointer a, gconstpointer b)
{
  return strcmp(((const AdrefArchiveMember *)*(gconstpointer const *)a)->path,
                ((const AdrefArchiveMember *)*(gconstpointer const *)b)->path);
}

/* The lines of the pages among the members, sorted by path. */
static GPtrArray *lines_of(const GPtrArray *members)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GPtrArray) pages = g_ptr_array_new();
  for (guint i = 0; i < members->len; i++)
    if (g_str_has_prefix(((const AdrefArchiveMember *)members->pdata[i])->path, "pages/"))
      g_ptr_array_add(pages, members->pdata[i]);
  g_ptr_array_sort(pages, compare_paths);
  for (guint i = 0; i < pages->len; i++) {
    const AdrefArchiveMember *page = pages->pdata[i];
    g_ptr_array_add(lines, page_line(page->bytes, page->path));
  }
  return lines;
}

GString *adref_page_list_payload(const char *statement, const char *label, const char *commit,
                                 const char *party, const char *person, gint64 time, int offset,
                                 const GPtrArray *pages, const AdrefAdoption *adoption)
{
  g_autoptr(GPtrArray) members = adref_archive_members_new();
  for (guint i = 0; i < pages->len; i++) {
    const AdrefPackagePage *page = pages->pdata[i];
    adref_archive_members_add(members, page->path, g_bytes_ref(page->bytes));
  }
  g_autoptr(GPtrArray) lines = lines_of(members);
  g_autofree char *tag = tag_name(adoption != NULL, statement, label, party);
  g_autofree char *more = adoption ? adref_adoption_write(adoption) : NULL;
  g_autoptr(GString) message =
      write_message(statement, label, party, more,
                    adoption ? adref_adoption_form(adoption) : ADREF_PAGE_LIST_FORM, lines);
  return adref_signoff_payload(tag, commit, person, time, offset, message);
}

/* "ssh-ed25519 AAAA... JPN". Caller frees. */
static char *public_key(const AdrefSigner *signer)
{
  return g_strdup_printf("%s %s %s\n", signer->type, signer->key, signer->party);
}

gboolean adref_page_list_add(GPtrArray *members, const AdrefPackagePageList *list, GError **error)
{
  gboolean gpg = strcmp(list->signer->type, "gpg") == 0;
  g_autofree char *key =
      gpg ? adref_signing_program_gpg_export(list->signer->key, error) : public_key(list->signer);
  if (!key)
    return FALSE;
  adref_archive_members_add_text(members, gpg ? "keys/issuer.asc" : "keys/issuer.pub", key);
  g_autofree char *line = gpg ? NULL : adref_signer_line(list->signer);
  if (line)
    adref_archive_members_add_text(members, "keys/issuer", line);
  adref_archive_members_add_text(members, list->adoption ? "ADOPTED" : "PAGES", list->payload);
  adref_archive_members_add_text(members, list->adoption ? "ADOPTED.sig" : "PAGES.sig",
                                 list->signature);
  return TRUE;
}

static gboolean fail(AdrefPageListCheck *self, const char *format, ...) G_GNUC_PRINTF(2, 3);

static gboolean fail(AdrefPageListCheck *self, const char *format, ...)
{
  va_list args;
  va_start(args, format);
  g_ptr_array_add(self->problems, g_strdup_vprintf(format, args));
  va_end(args);
  return FALSE;
}

static gboolean is_page_line(const char *line)
{
  enum {
    HASH = 64
  };
  return strspn(line, "0123456789abcdef") == HASH && g_str_has_prefix(line + HASH, "  pages/") &&
         adref_archive_allows_path(line + HASH + 2);
}

/* The value of a line of the message; "" when it is not allowed. Caller frees. */
static char *value_of(char *const *rows, guint count, guint place, const char *key,
                      gboolean (*allows)(const char *value))
{
  const char *row = place < count ? rows[place] : "";
  const char *value = g_str_has_prefix(row, key) ? row + strlen(key) : "";
  return g_strdup(allows(value) ? value : "");
}

/* Reads what the message says. */
static void read_message(AdrefPageListCheck *self)
{
  enum {
    STATEMENT = 3,
    LABEL,
    PARTY,
    FIRST_PAGE = 7
  };
  const GString *message = self->signoff->message;
  g_auto(GStrv) rows = g_strsplit(message->str, "\n", 4 * ADREF_ARCHIVE_MAX_FILES);
  guint count = g_strv_length(rows);
  self->statement =
      value_of(rows, count, STATEMENT, "Statement: ", adref_signed_field_is_statement);
  self->label = value_of(rows, count, LABEL, "Label: ", adref_signed_field_is_label);
  self->party = value_of(rows, count, PARTY, "Party: ", adref_signed_field_is_party);
  for (guint i = FIRST_PAGE; i < count; i++)
    if (is_page_line(rows[i]))
      g_ptr_array_add(self->lines, g_strdup(rows[i]));
  g_autoptr(AdrefAdoption) adoption = self->adopts ? adref_adoption_read(rows) : NULL;
  self->more = adoption ? adref_adoption_write(adoption) : NULL;
  self->form = adoption ? adref_adoption_form(adoption) : ADREF_PAGE_LIST_FORM;
}

static gboolean is_whole(AdrefPageListCheck *self)
{
  if (!adref_archive_members_get(self->members, self->file))
    return fail(self, "%s is missing", self->file);
  return adref_archive_members_get(self->members, self->signature_file) ||
         fail(self, "%s is missing", self->signature_file);
}

/* The message is, to the byte, the one that adref writes of what it says. */
static gboolean has_form(AdrefPageListCheck *self)
{
  g_autoptr(GString) again =
      write_message(self->statement, self->label, self->party, self->more, self->form, self->lines);
  gboolean said = *self->statement && *self->label && *self->party;
  return (said && g_string_equal(again, self->signoff->message)) ||
         fail(self, "%s is not in the form \"adref %s %u\"", self->file,
              self->adopts ? "adoption" : "pages", self->form);
}

static gboolean is_of_package(AdrefPageListCheck *self)
{
  const AdrefSignoffMessage *all = self->package->message;
  if (!all)
    return fail(self, "PAGES belongs to no text: no signature is valid");
  g_autofree char *tag = tag_name(self->adopts, all->statement, all->label, self->party);
  if (strcmp(self->statement, all->statement) == 0 && strcmp(self->label, all->label) == 0 &&
      g_strcmp0(self->signoff->tag, tag) == 0 && g_strcmp0(self->signoff->type, "commit") == 0 &&
      g_strcmp0(self->signoff->object, all->commit) == 0)
    return TRUE;
  return fail(self, "%s is the list of another package: %s, version %.8s", self->file,
              self->signoff->tag ? self->signoff->tag : "a list without a name",
              self->signoff->object ? self->signoff->object : "unknown");
}

/* The key in the package; no more than one, and nothing else beside it. */
static gboolean read_key(AdrefPageListCheck *self)
{
  GBytes *line = adref_archive_members_get(self->members, "keys/issuer");
  GBytes *public = adref_archive_members_get(self->members, "keys/issuer.pub");
  GBytes *armoured = adref_archive_members_get(self->members, "keys/issuer.asc");
  gboolean gpg = self->signoff->signed_by == ADREF_SIGNATURE_FORMAT_PGP;
  if (gpg ? !armoured || line || public : armoured || !line || !public)
    return FALSE;
  g_autofree char *text = adref_bytes_text(gpg ? armoured : line);
  if (gpg) {
    g_autoptr(GString) key = g_string_new(text);
    g_autofree char *found = adref_signing_program_gpg_read_key(key);
    AdrefSigner *signer =
        found ? adref_signer_new_gpg(found + strlen("gpg:"), self->party, NULL, NULL) : NULL;
    if (signer)
      g_ptr_array_add(self->own->all, signer);
    return signer != NULL;
  }
  if (!adref_signers_add_lines(self->own, text, "keys/issuer", FALSE, NULL) ||
      self->own->all->len != 1)
    return FALSE;
  const AdrefSigner *signer = self->own->all->pdata[0];
  g_autofree char *same = adref_signer_line(signer);
  g_autofree char *key = public_key(signer);
  g_autofree char *there = adref_bytes_text(public);
  return strcmp(signer->party, self->party) == 0 && strcmp(same, text) == 0 &&
         strcmp(key, there) == 0;
}

static gboolean has_key(AdrefPageListCheck *self)
{
  return read_key(self) ||
         fail(self, "keys/issuer is missing, or is not one key of %s alone", self->party);
}

/* The keys that were given for the party; NULL: none was. */
static const AdrefSigners *given_keys(const AdrefPageListCheck *self)
{
  const AdrefSigners *given = self->trust ? self->trust->signers : NULL;
  for (guint i = 0; given && i < given->all->len; i++)
    if (strcmp(((const AdrefSigner *)given->all->pdata[i])->party, self->party) == 0)
      return given;
  return NULL;
}

/* The same checks as those of a sign-off: program, namespace, key, strength, pin, revocation,
 * dates, clock, and the signature itself. */
static gboolean is_signed(AdrefPageListCheck *self)
{
  const AdrefPackageTrust *trust = self->trust;
  AdrefSignatureCheck *one = g_new0(AdrefSignatureCheck, 1);
  g_autofree char *pins =
      trust && trust->repo ? adref_key_pins_get(trust->repo, self->party) : NULL;
  gsize length;
  const char *data = g_bytes_get_data(self->bytes, &length);
  one->party = g_strdup(self->party);
  one->bytes = g_bytes_ref(self->bytes);
  one->signoff = adref_signoff_read(data, length);
  one->signers = given_keys(self) ? given_keys(self) : self->own;
  one->pins = pins;
  one->revoked = trust ? trust->revoked : NULL;
  one->clock = trust ? trust->clock : 0;
  g_autofree char *why = adref_signature_check_key(one);
  self->fingerprint = g_strdup(one->fingerprint);
  adref_signature_check_free(one);
  if (!why && self->own->all->len > 0 &&
      !adref_signers_find(self->own, self->party, self->fingerprint))
    why = g_strdup("keys/issuer is not the key that signed");
  return !why || fail(self, "%s: %s", self->signature_file, why);
}

static char *path_of(char *line)
{
  return strchr(line, ' ') + 2;
}

/* The lines by their paths. */
static GHashTable *by_path(const GPtrArray *lines)
{
  GHashTable *table = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < lines->len; i++)
    g_hash_table_insert(table, path_of(lines->pdata[i]), lines->pdata[i]);
  return table;
}

/* Each page that is listed is here, with these bytes. */
static gboolean has_these_pages(AdrefPageListCheck *self)
{
  g_autoptr(GPtrArray) lines = lines_of(self->members);
  g_autoptr(GHashTable) here = by_path(lines);
  gboolean all = TRUE;
  for (guint i = 0; i < self->lines->len; i++) {
    char *line = self->lines->pdata[i];
    const char *path = path_of(line);
    const char *now = g_hash_table_lookup(here, path);
    if (!now)
      all = fail(self, "%s is in %s, and is missing", path, self->file);
    else if (strcmp(now, line) != 0)
      all = fail(self, "%s is not the page that %s issued: %s has another SHA-256", path,
                 self->party, self->file);
  }
  return all;
}

/* Each page that is here is listed. */
static gboolean has_no_other_page(AdrefPageListCheck *self)
{
  g_autoptr(GPtrArray) lines = lines_of(self->members);
  g_autoptr(GHashTable) listed = by_path(self->lines);
  gboolean all = TRUE;
  for (guint i = 0; i < lines->len; i++)
    if (!g_hash_table_contains(listed, path_of(lines->pdata[i])))
      all = fail(self, "%s is not in %s: %s did not issue it", path_of(lines->pdata[i]), self->file,
                 self->party);
  return all;
}

const AdrefPageListStep adref_page_list_steps[] = {
    {"whole", is_whole},
    {"form", has_form},
    {"package", is_of_package},
    {"key", has_key},
    {"signature", is_signed},
    {"pages", has_these_pages},
    {"surplus", has_no_other_page},
};

const gsize adref_page_list_step_count = G_N_ELEMENTS(adref_page_list_steps);

/* Whether a valid sign-off of the same party is by the same key. */
static gboolean is_signatory(const AdrefPageListCheck *self)
{
  const GPtrArray *all = self->package->signatures;
  for (guint i = 0; i < all->len; i++) {
    const AdrefSignatureResult *one = all->pdata[i];
    if (adref_signature_result_is_valid(one) && strcmp(one->party, self->party) == 0 &&
        g_strcmp0(one->fingerprint, self->fingerprint) == 0)
      return TRUE;
  }
  return FALSE;
}

/* Where a key was given for the party, or is pinned, is_signed() accepts no other. */
static gboolean is_known(const AdrefPageListCheck *self)
{
  const AdrefPackageTrust *trust = self->trust;
  g_autofree char *pins =
      trust && trust->repo ? adref_key_pins_get(trust->repo, self->party) : NULL;
  return given_keys(self) || pins || is_signatory(self);
}

static AdrefPageIssue *issue_new(const AdrefPageListCheck *self)
{
  AdrefPageIssue *issue = g_new0(AdrefPageIssue, 1);
  g_autoptr(GTimeZone) zone = g_time_zone_new_offset(self->signoff->offset * 60);
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc(self->signoff->time);
  g_autoptr(GDateTime) time = utc ? g_date_time_to_timezone(utc, zone) : NULL;
  issue->party = g_strdup(self->party);
  issue->fingerprint = g_strdup(self->fingerprint);
  issue->time = time ? g_date_time_format(time, "%FT%T%:z") : g_strdup("");
  issue->is_known = is_known(self);
  return issue;
}

void adref_page_issue_free(AdrefPageIssue *issue)
{
  if (!issue)
    return;
  g_free(issue->party);
  g_free(issue->fingerprint);
  g_free(issue->time);
  g_free(issue);
}

static void clear(AdrefPageListCheck *self)
{
  g_bytes_unref(self->bytes);
  adref_signoff_free(self->signoff);
  g_free(self->statement);
  g_free(self->label);
  g_free(self->party);
  g_free(self->fingerprint);
  g_free(self->more);
  adref_signers_free(self->own);
  g_ptr_array_unref(self->lines);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(AdrefPageListCheck, clear)

void adref_page_list_add_entry(GPtrArray *entries, GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data(bytes, &length);
  g_autoptr(AdrefSignoff) signoff = adref_signoff_read(data, length);
  const char *party = signoff->tag ? strrchr(signoff->tag, '/') : NULL;
  adref_verify_txt_entries_add(entries, party ? party + 1 : "", bytes);
}

static gboolean has_list(const GPtrArray *members)
{
  for (gsize i = 0; i < G_N_ELEMENTS(files); i++)
    if (adref_archive_members_get(members, files[i]))
      return TRUE;
  return FALSE;
}

AdrefPageIssue *adref_page_list_check(const AdrefPackage *package, const GPtrArray *members,
                                      const AdrefPackageTrust *trust,
                                      const AdrefPageListStep *steps, gsize count,
                                      GPtrArray *problems)
{
  if (!has_list(members))
    return NULL;
  g_auto(AdrefPageListCheck) self = {.members = members,
                                     .package = package,
                                     .trust = trust,
                                     .problems = problems,
                                     .own = adref_signers_new(),
                                     .lines = g_ptr_array_new_with_free_func(g_free)};
  self.adopts = package->adoption != NULL;
  self.file = self.adopts ? "ADOPTED" : "PAGES";
  self.signature_file = self.adopts ? "ADOPTED.sig" : "PAGES.sig";
  self.bytes = adref_bytes_join(adref_archive_members_get(members, self.file),
                                adref_archive_members_get(members, self.signature_file));
  gsize length;
  const char *data = g_bytes_get_data(self.bytes, &length);
  self.signoff = adref_signoff_read(data, length);
  read_message(&self);
  for (gsize i = 0; i < count; i++)
    if (!steps[i].holds(&self))
      return NULL;
  return issue_new(&self);
}
