#include "sign/package.h"

#include <string.h>

#include "base/digest.h"
#include "clause/markdown/canonical.h"
#include "clause/markdown/markdown_read.h"
#include "sign/adoption_check.h"
#include "sign/bytes.h"
#include "sign/correction.h"
#include "sign/package_metadata.h"
#include "sign/package_private.h"
#include "sign/page_list.h"
#include "sign/printed_facts.h"

void adref_package_add_problem(AdrefPackage *package, const char *format, ...)
{
  va_list args;
  va_start(args, format);
  g_ptr_array_add(package->problems, g_strdup_vprintf(format, args));
  va_end(args);
}

static void signature_free(gpointer data)
{
  adref_signature_result_free(data);
}

static void words_free(gpointer data)
{
  adref_page_words_free(data);
}

void adref_package_free(AdrefPackage *package)
{
  if (!package)
    return;
  if (!package->adoption) /* whose message it is */
    adref_signoff_message_free(package->message);
  adref_adoption_free(package->adoption);
  adref_house_style_free(package->house);
  adref_page_issue_free(package->issue);
  g_free(package->version);
  g_free(package->facts);
  g_free(package->former_facts);
  g_free(package->former_label);
  g_strfreev(package->alternats);
  g_ptr_array_unref(package->former);
  g_ptr_array_unref(package->signatures);
  g_ptr_array_unref(package->problems);
  g_ptr_array_unref(package->page_problems);
  g_ptr_array_unref(package->language_versions);
  g_ptr_array_unref(package->words);
  g_clear_pointer(&package->languages, g_ptr_array_unref);
  g_free(package);
}

static void check_manifest(AdrefPackage *package, const GPtrArray *members)
{
  GBytes *said = adref_archive_members_get(members, "MANIFEST");
  g_autofree char *text = said ? adref_bytes_text(said) : g_strdup("");
  g_autofree char *now = adref_package_metadata_manifest(members);
  if (strcmp(text, now) == 0)
    return;
  g_auto(GStrv) old = g_strsplit(text, "\n", -1);
  g_auto(GStrv) new = g_strsplit(now, "\n", -1);
  guint before = package->problems->len;
  for (char **line = new; *line; line++)
    if (strlen(*line) > 66 && !g_strv_contains((const char *const *)old, *line))
      adref_package_add_problem(package, "%s is not as MANIFEST says", *line + 66);
  for (char **line = old; *line; line++)
    if (strlen(*line) > 66 && !adref_archive_members_get(members, *line + 66))
      adref_package_add_problem(package, "%s is in MANIFEST, and is missing", *line + 66);
  if (package->problems->len == before)
    adref_package_add_problem(package,
                              "MANIFEST has other lines, or another order, than this package");
}

static gboolean is_file_of(const char *path, const char *folder, const char *name,
                           const char *endings)
{
  g_autofree char *begin = g_strdup_printf("%s/%s.", folder, name);
  g_auto(GStrv) all = g_strsplit(endings, " ", -1);
  return g_str_has_prefix(path, begin) &&
         g_strv_contains((const char *const *)all, path + strlen(begin));
}

static gboolean is_of_text(const AdrefPackage *package, const char *path, const char *language)
{
  g_autofree char *redline = g_strconcat(language, "-redline", NULL);
  if (is_file_of(path, "texts", language, "md") ||
      is_file_of(path, "languages", language, "yaml") ||
      is_file_of(path, "pages", language, "html pdf docx"))
    return TRUE;
  for (char **code = package->alternats; code && *code; code++) {
    g_autofree char *name = g_strdup_printf("%s-%s", language, *code);
    if (is_file_of(path, "pages", name, "html pdf docx"))
      return TRUE;
  }
  return package->former_label &&
         (is_file_of(path, "former", language, "md") || is_file_of(path, "pages", redline, "html"));
}

/* NULL: there is no such file. Caller frees. */
static char *member_text(const GPtrArray *members, const char *path)
{
  GBytes *bytes = adref_archive_members_get(members, path);
  return bytes ? adref_bytes_text(bytes) : NULL;
}

/* A file that only one of the two kinds of package has: of a text that was signed, or adopted. */
static gboolean is_of_kind(const AdrefPackage *package, const char *path)
{
  static const char *const signed_only[] = {"keys/signers", "PAGES", "PAGES.sig", NULL};
  static const char *const adopted_only[] = {"ADOPTED", "ADOPTED.sig", NULL};
  return !g_strv_contains(package->adoption ? signed_only : adopted_only, path);
}

/* Each file must be one that a package has. */
static void check_names(AdrefPackage *package, const GPtrArray *members)
{
  static const char *const alone[] = {"FACTS",        "MANIFEST",   "PACKAGE", "VERIFY.txt",
                                      "keys/signers", "style.yaml", NULL};
  const GPtrArray *texts = package->message ? package->message->texts : NULL;
  for (guint i = 0; i < members->len; i++) {
    const char *path = ((const AdrefArchiveMember *)members->pdata[i])->path;
    gboolean known = (is_of_kind(package, path) &&
                      (g_strv_contains(alone, path) || adref_page_list_has_file(path))) ||
                     (package->adoption && adref_adoption_has_file(package->adoption, path)) ||
                     (package->former_label &&
                      (strcmp(path, "correction.md") == 0 || strcmp(path, "former/FACTS") == 0));
    for (guint j = 0; texts && j < texts->len && !known; j++)
      known = is_of_text(package, path, ((const AdrefSignedText *)texts->pdata[j])->language);
    for (guint j = 0; j < package->signatures->len && !known; j++) {
      const AdrefSignatureResult *signature = package->signatures->pdata[j];
      known = is_file_of(path, "signatures", signature->party, "sig txt") ||
              is_file_of(path, "keys", signature->party, "asc pub");
    }
    if (!known)
      adref_package_add_problem(package, "%s does not belong to a package", path);
  }
}

/* Reads a text of the package; NULL when its file is missing. */
static AdrefLanguageVersion *read_text(AdrefPackage *package, const GPtrArray *members,
                                       const char *folder, const AdrefSignedText *text)
{
  g_autofree char *path = g_strdup_printf("%s/%s.md", folder, text->language);
  GBytes *bytes = adref_archive_members_get(members, path);
  if (!bytes) {
    adref_package_add_problem(package, "%s is missing", path);
    return NULL;
  }
  AdrefLanguageVersion *language_version = g_new0(AdrefLanguageVersion, 1);
  AdrefMarkdownReadOptions how = {.name = path, .numbers = &package->numbering};
  gsize length;
  const char *data = g_bytes_get_data(bytes, &length);
  language_version->language = g_strdup(text->language);
  language_version->role = text->role;
  language_version->path = g_strdup(path);
  language_version->bytes = g_bytes_ref(bytes);
  language_version->document = adref_markdown_read(data, length, &how, NULL, NULL);
  return language_version;
}

/* The words of pages in a language are not signed: those that are not adref's own show in the pages
 * (work/publish/verify_package.h). A package of earlier times has none. */
static void check_words(AdrefPackage *package, const GPtrArray *members, const char *language)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_strdup_printf("languages/%s.yaml", language);
  GBytes *bytes = adref_archive_members_get(members, path);
  AdrefPageWords *words = NULL;
  if (bytes && g_bytes_get_size(bytes) > ADREF_PAGE_WORDS_LIMIT)
    adref_package_add_problem(package, "%s has more than %d bytes", path, ADREF_PAGE_WORDS_LIMIT);
  else
    words = bytes ? adref_page_words_parse(bytes, path, NULL, &error)
                  : adref_page_words_builtin(language);
  if (error)
    adref_package_add_problem(package, "%s", error->message);
  g_ptr_array_add(package->words, words);
}

static void check_text(AdrefPackage *package, const GPtrArray *members, const AdrefSignedText *text)
{
  AdrefLanguageVersion *language_version = read_text(package, members, "texts", text);
  if (!language_version)
    return;
  g_ptr_array_add(package->language_versions, language_version);
  check_words(package, members, text->language);
  g_autofree char *hash = adref_bytes_sha256(language_version->bytes);
  g_autofree char *printed =
      language_version->document ? adref_text_hash(language_version->document) : g_strdup("");
  if (strcmp(hash, text->hash) != 0)
    adref_package_add_problem(package, "%s is not the text that was signed",
                              language_version->path);
  else if (strcmp(printed, text->printed) != 0 && package->message->form > 1)
    adref_package_add_problem(package, "%s has other numbers than were signed: FACTS was changed",
                              language_version->path);
  else if (strcmp(printed, text->printed) != 0)
    g_ptr_array_add(package->page_problems,
                    g_strdup_printf("the numbers of %s cannot be compared with a sign-off of form "
                                    "1; compare them with the page by eye",
                                    language_version->path));
}

static void check_texts(AdrefPackage *package, const GPtrArray *members)
{
  const GPtrArray *texts = package->message ? package->message->texts : NULL;
  guint files = 0;
  for (guint i = 0; i < members->len; i++)
    files +=
        g_str_has_prefix(((const AdrefArchiveMember *)members->pdata[i])->path, "texts/") ? 1 : 0;
  for (guint i = 0; texts && i < texts->len; i++)
    check_text(package, members, texts->pdata[i]);
  if (texts && files != texts->len)
    adref_package_add_problem(package, "there are texts that nobody signed");
}

/* The style is not signed: it sets fonts and measures of the pages, and has no words. */
static void check_style(AdrefPackage *package, const GPtrArray *members)
{
  g_autoptr(GError) error = NULL;
  GBytes *bytes = adref_archive_members_get(members, "style.yaml");
  package->house = bytes ? adref_house_style_parse(bytes, "style.yaml", &error) : NULL;
  if (error)
    adref_package_add_problem(package, "%s", error->message);
}

static gboolean has_documents(const GPtrArray *language_versions)
{
  for (guint i = 0; i < language_versions->len; i++)
    if (!((const AdrefLanguageVersion *)language_versions->pdata[i])->document)
      return FALSE;
  return TRUE;
}

/* The procès-verbal must be the one that was signed, and the one between the texts. */
static void check_correction(AdrefPackage *package, const GPtrArray *members)
{
  const AdrefSignoffMessage *message = package->message;
  GBytes *bytes =
      package->former_label ? adref_archive_members_get(members, "correction.md") : NULL;
  if (!bytes) {
    if (package->former_label)
      adref_package_add_problem(package, "correction.md is missing");
    return;
  }
  package->former_facts = member_text(members, "former/FACTS");
  for (guint i = 0; i < message->texts->len; i++) {
    AdrefLanguageVersion *text = read_text(package, members, "former", message->texts->pdata[i]);
    if (text)
      g_ptr_array_add(package->former, text);
  }
  g_autoptr(AdrefCorrection) correction = adref_correction_read(bytes);
  g_autofree char *line = correction ? adref_correction_line(correction, bytes) : NULL;
  if (g_strcmp0(line, message->corrects) != 0) {
    adref_package_add_problem(package, "correction.md is not the one that was signed");
    return;
  }
  if (!has_documents(package->former) || !has_documents(package->language_versions))
    return;
  AdrefCorrectionSide former = {package->former,
                                package->former_facts ? package->former_facts : ""};
  AdrefCorrectionSide now = {package->language_versions, package->facts ? package->facts : ""};
  g_autofree char *wrong = adref_correction_problem(bytes, message->statement, message->label,
                                                    &former, &now, message->form);
  if (wrong)
    adref_package_add_problem(package, "correction.md: %s", wrong);
}

static void check_rule(AdrefPackage *package)
{
  const char *text = package->message ? package->message->rule : NULL;
  g_autoptr(AdrefSigningRule) rule = text ? adref_signing_rule_parse(text) : NULL;
  g_autoptr(GHashTable) signed_by = g_hash_table_new(g_str_hash, g_str_equal);
  if (!rule)
    return;
  for (guint i = 0; i < package->signatures->len; i++) {
    AdrefSignatureResult *signature = package->signatures->pdata[i];
    if (adref_signature_result_is_valid(signature) && signature->capacity >= rule->capacity)
      g_hash_table_add(signed_by, signature->party);
  }
  package->needed = rule->items->len;
  package->met = adref_signing_rule_count_met(rule, signed_by, NULL);
  if (package->met < package->needed)
    adref_package_add_problem(package, "not signed by all who must sign: %u of %u (%s)",
                              package->met, package->needed, text);
}

/* The facts that pages print are signed from form 2 on; before, FACTS was not. */
static void check_facts(AdrefPackage *package, const GPtrArray *members)
{
  g_autofree char *text = member_text(members, "FACTS");
  const char *said = package->message ? package->message->facts : NULL;
  g_autofree char *hash = text ? adref_digest_of(text, strlen(text)) : NULL;
  if (!said)
    g_clear_pointer(&package->version, g_free);
  gboolean is_read =
      text && (adref_printed_facts_read(text, &package->numbering, &package->alternats) ||
               (!said && adref_package_metadata_read_facts(
                             text, &package->numbering, &package->version, &package->alternats)));
  if (said && g_strcmp0(hash, said) != 0)
    adref_package_add_problem(package, "FACTS is not what was signed");
  else if (!is_read)
    adref_package_add_problem(package, "FACTS cannot be read");
  else if (said)
    package->facts = g_steal_pointer(&text);
}

/* FALSE: the package is of a form that is not known. */
static gboolean check_head(AdrefPackage *package, const GPtrArray *members)
{
  g_autofree char *text = member_text(members, "PACKAGE");
  guint form = text ? adref_package_metadata_read_head(text, &package->version) : 1;
  if (form > ADREF_PACKAGE_FORM)
    adref_package_add_problem(
        package,
        "the package is of the form \"adref package %u\", and this adref knows forms up to "
        "%d; a later adref checks it",
        form, ADREF_PACKAGE_FORM);
  else if (form == 0)
    adref_package_add_problem(package, "PACKAGE cannot be read");
  return form <= ADREF_PACKAGE_FORM;
}

/* The entry of the list of pages in VERIFY.txt; NULL: there is no list. Caller frees. */
static GPtrArray *issuer_entry(const GPtrArray *members)
{
  gboolean adopted = adref_archive_members_get(members, "ADOPTED") != NULL;
  GBytes *list = adref_archive_members_get(members, adopted ? "ADOPTED" : "PAGES");
  GBytes *signature = adref_archive_members_get(members, adopted ? "ADOPTED.sig" : "PAGES.sig");
  g_autoptr(GBytes) bytes = list && signature ? adref_bytes_join(list, signature) : NULL;
  if (!bytes)
    return NULL;
  GPtrArray *entries = adref_verify_txt_entries_new();
  adref_page_list_add_entry(entries, bytes);
  return entries;
}

static gboolean has_verify_txt(const AdrefPackage *package, const GPtrArray *members,
                               const GPtrArray *entries, const char *text)
{
  g_autoptr(GPtrArray) issuer = issuer_entry(members);
  if (package->adoption) {
    g_autofree char *words =
        issuer ? adref_package_metadata_verify_adopted(package->message, issuer->pdata[0],
                                                       package->adoption->silence != NULL)
               : NULL;
    return g_strcmp0(words, text) == 0;
  }
  guint last = issuer ? ADREF_VERIFY_TXT_LIST_FORM : ADREF_VERIFY_TXT_FORM;
  for (guint form = issuer ? last : 1; form <= last; form++) {
    g_autofree char *words = adref_package_metadata_verify_txt(
        package->message, entries, issuer ? issuer->pdata[0] : NULL, form);
    if (strcmp(text, words) == 0)
      return TRUE;
  }
  return FALSE;
}

static void check_metadata(AdrefPackage *package, const GPtrArray *members,
                           const GPtrArray *entries)
{
  GBytes *bytes = adref_archive_members_get(members, "VERIFY.txt");
  if (package->message && package->message->form > 1 &&
      !adref_archive_members_get(members, "PACKAGE"))
    adref_package_add_problem(package, "PACKAGE is missing");
  if (!package->message || !bytes) {
    adref_package_add_problem(package, "VERIFY.txt is missing, or no signature is valid");
    return;
  }
  g_autofree char *text = adref_bytes_text(bytes);
  if (!has_verify_txt(package, members, entries, text))
    adref_package_add_problem(package, "VERIFY.txt does not have the commands for this package");
}

/* The text was adopted: the list says what was, and no party has signed. */
static void read_adoption(AdrefPackage *package, const GPtrArray *members)
{
  package->adoption = adref_adoption_of_members(members);
  if (package->adoption && adref_adoption_is_whole(package->adoption))
    package->message = package->adoption->message;
  else if (package->adoption)
    adref_package_add_problem(package, "ADOPTED lacks a line that it must have");
}

/* The signatures of the parties, or the acts that the list of an adoption has. */
static gboolean check_consent(AdrefPackage *package, const GPtrArray *members)
{
  guint before = package->problems->len;
  if (!package->adoption)
    check_rule(package);
  else if (package->message)
    adref_adoption_check(package, members, adref_adoption_steps, adref_adoption_step_count);
  return package->problems->len == before;
}

AdrefPackage *adref_package_check(const GPtrArray *members, const AdrefPackageTrust *trust)
{
  AdrefPackage *package = g_new0(AdrefPackage, 1);
  g_autoptr(GPtrArray) entries = adref_verify_txt_entries_new();
  package->signatures = g_ptr_array_new_with_free_func(signature_free);
  package->problems = g_ptr_array_new_with_free_func(g_free);
  package->page_problems = g_ptr_array_new_with_free_func(g_free);
  package->language_versions = g_ptr_array_new_with_free_func(adref_language_version_free);
  package->words = g_ptr_array_new_with_free_func(words_free);
  package->former = g_ptr_array_new_with_free_func(adref_language_version_free);
  if (!check_head(package, members))
    return package;
  check_manifest(package, members);
  guint before = package->problems->len;
  read_adoption(package, members);
  if (!package->adoption)
    adref_package_check_signatures(package, members, entries, trust);
  guint found = package->problems->len - before;
  before = package->problems->len;
  check_facts(package, members);
  guint wrong_facts = package->problems->len - before;
  check_names(package, members);
  before = package->problems->len;
  check_texts(package, members);
  check_correction(package, members);
  package->texts_hold = package->message && package->problems->len == before && wrong_facts == 0;
  check_style(package, members);
  gboolean holds = check_consent(package, members) && package->texts_hold && found == 0;
  package->signatures_hold = holds && !package->adoption;
  package->issue = adref_page_list_check(package, members, trust, adref_page_list_steps,
                                         adref_page_list_step_count, package->problems);
  package->adoption_holds = holds && package->adoption && package->issue;
  check_metadata(package, members, entries);
  return package;
}

gboolean adref_package_is_good(const AdrefPackage *package)
{
  return package->problems->len == 0 && (package->signatures_hold || package->adoption_holds) &&
         (package->pages_confirmed || package->pages_issued) &&
         (!package->issue || package->issue->is_known);
}
