#include "sign/package.h"

#include <string.h>

#include "base/digest.h"
#include "base/name.h"
#include "clause/canonical.h"
#include "clause/markdown_read.h"
#include "sign/correction.h"
#include "sign/package_metadata.h"

static char *text_of(GBytes *bytes)
{
  gsize length;
  const char *text = g_bytes_get_data(bytes, &length);
  return g_strndup(text ? text : "", length);
}

static char *hash_of(GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data(bytes, &length);
  return adref_digest_of(data ? data : "", length);
}

static void problem(AdrefPackage *package, const char *format, ...) G_GNUC_PRINTF(2, 3);

static void problem(AdrefPackage *package, const char *format, ...)
{
  va_list args;
  va_start(args, format);
  g_ptr_array_add(package->problems, g_strdup_vprintf(format, args));
  va_end(args);
}

static void rendition_free(gpointer data)
{
  AdrefRendition *rendition = data;
  g_free(rendition->language);
  g_free(rendition->path);
  g_clear_pointer(&rendition->bytes, g_bytes_unref);
  adref_node_free(rendition->document);
  g_free(rendition);
}

static void voucher_free(gpointer data)
{
  adref_voucher_free(data);
}

void adref_package_free(AdrefPackage *package)
{
  if (!package)
    return;
  adref_message_free(package->message);
  adref_house_style_free(package->house);
  g_free(package->version);
  g_free(package->former_label);
  g_strfreev(package->alternats);
  g_ptr_array_unref(package->former);
  g_ptr_array_unref(package->vouchers);
  g_ptr_array_unref(package->problems);
  g_ptr_array_unref(package->renditions);
  g_free(package);
}

static void check_manifest(AdrefPackage *package, const GPtrArray *members)
{
  GBytes *said = adref_members_get(members, "MANIFEST");
  g_autofree char *text = said ? text_of(said) : g_strdup("");
  g_autofree char *now = adref_notice_manifest(members);
  if (strcmp(text, now) == 0)
    return;
  g_auto(GStrv) old = g_strsplit(text, "\n", -1);
  g_auto(GStrv) new = g_strsplit(now, "\n", -1);
  guint before = package->problems->len;
  for (char **line = new; *line; line++)
    if (strlen(*line) > 66 && !g_strv_contains((const char *const *)old, *line))
      problem(package, "%s is not as MANIFEST says", *line + 66);
  for (char **line = old; *line; line++)
    if (strlen(*line) > 66 && !adref_members_get(members, *line + 66))
      problem(package, "%s stands in MANIFEST, and is not here", *line + 66);
  if (package->problems->len == before)
    problem(package, "MANIFEST is not in the form of this package");
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
  if (is_file_of(path, "texts", language, "md") || is_file_of(path, "pages", language, "html pdf"))
    return TRUE;
  for (char **code = package->alternats; code && *code; code++) {
    g_autofree char *name = g_strdup_printf("%s-%s", language, *code);
    if (is_file_of(path, "pages", name, "html pdf"))
      return TRUE;
  }
  return package->former_label &&
         (is_file_of(path, "former", language, "md") || is_file_of(path, "pages", redline, "html"));
}

/* Only files that a package has. */
static void check_names(AdrefPackage *package, const GPtrArray *members)
{
  static const char *const alone[] = {"FACTS",        "MANIFEST",   "VERIFY.txt",
                                      "keys/signers", "style.yaml", NULL};
  const GPtrArray *texts = package->message ? package->message->texts : NULL;
  for (guint i = 0; i < members->len; i++) {
    const char *path = ((const AdrefMember *)members->pdata[i])->path;
    gboolean known = g_strv_contains(alone, path) ||
                     (package->former_label && strcmp(path, "correction.md") == 0);
    for (guint j = 0; texts && j < texts->len && !known; j++)
      known = is_of_text(package, path, ((const AdrefSignedText *)texts->pdata[j])->language);
    for (guint j = 0; j < package->vouchers->len && !known; j++) {
      const AdrefVoucher *voucher = package->vouchers->pdata[j];
      known = is_file_of(path, "signatures", voucher->party, "sig txt") ||
              is_file_of(path, "keys", voucher->party, "asc pub");
    }
    if (!known)
      problem(package, "%s does not belong to a package", path);
  }
}

static AdrefSigners *read_keys(AdrefPackage *package, const GPtrArray *members)
{
  g_autoptr(AdrefSigners) signers = adref_signers_new();
  g_autoptr(GError) error = NULL;
  GBytes *bytes = adref_members_get(members, "keys/signers");
  g_autofree char *text = bytes ? text_of(bytes) : g_strdup("");
  if (!adref_signers_add_lines(signers, text, "keys/signers", FALSE, &error))
    problem(package, "%s", error->message);
  return g_steal_pointer(&signers);
}

/* The party of "signatures/JPN.txt", or NULL. Caller frees. */
static char *party_of(const char *path)
{
  if (!g_str_has_prefix(path, "signatures/") || !g_str_has_suffix(path, ".txt"))
    return NULL;
  const char *name = path + strlen("signatures/");
  return g_strndup(name, strlen(name) - strlen(".txt"));
}

static GBytes *join(GBytes *payload, GBytes *signature)
{
  GByteArray *bytes = g_byte_array_new();
  GBytes *parts[] = {payload, signature};
  for (gsize i = 0; i < G_N_ELEMENTS(parts); i++) {
    gsize length;
    const guint8 *data = g_bytes_get_data(parts[i], &length);
    if (length > 0)
      g_byte_array_append(bytes, data, (guint)length);
  }
  return g_byte_array_free_to_bytes(bytes);
}

/* The checks that need no repository. */
static GArray *own_checks(gboolean gpg)
{
  static const char *const left_out[] = {"draft",    "replaced",   "readable", "member",
                                         "texts",    "rule",       "pin",      "replay",
                                         "corrects", "correction", NULL};
  GArray *checks = g_array_new(FALSE, FALSE, sizeof(AdrefCheck));
  for (gsize i = 0; i < adref_checks_count; i++) {
    gboolean key = gpg && (strcmp(adref_checks[i].name, "key") == 0);
    if (!key && !g_strv_contains(left_out, adref_checks[i].name))
      g_array_append_val(checks, adref_checks[i]);
  }
  return checks;
}

/* All parties must have signed the same. Takes over the message of the first. */
static void compare_message(AdrefPackage *package, AdrefMessage **message)
{
  const AdrefMessage *all = package->message, *one = *message;
  if (!all) {
    package->message = g_steal_pointer(message);
    if (package->message->corrects)
      package->former_label =
          g_strndup(package->message->corrects, strcspn(package->message->corrects, " "));
    return;
  }
  g_autofree char *difference = adref_texts_difference(all->texts, one->texts);
  if (difference)
    problem(package, "%s has signed other texts: %s", one->party, difference);
  if (strcmp(all->statement, one->statement) != 0 || strcmp(all->label, one->label) != 0)
    problem(package, "%s has signed %s/%s", one->party, one->statement, one->label);
  if (strcmp(all->rule, one->rule) != 0)
    problem(package, "%s has signed for another rule: %s", one->party, one->rule);
  if (g_strcmp0(all->corrects, one->corrects) != 0)
    problem(package, "%s has signed another correction", one->party);
}

static void check_signature(AdrefPackage *package, const char *party, GBytes *bytes,
                            const AdrefSigners *signers)
{
  AdrefCase *one = g_new0(AdrefCase, 1);
  gsize length;
  const char *data = g_bytes_get_data(bytes, &length);
  g_autoptr(AdrefSignoff) signoff = adref_signoff_read(data, length);
  gboolean named = signoff->tag && g_str_has_prefix(signoff->tag, "signoff/");
  g_autoptr(GString) why = g_string_new(NULL);
  one->name = named ? signoff->tag + strlen("signoff/") : "";
  one->bytes = bytes;
  one->signers = signers;
  adref_case_read(one);
  one->commit = one->message ? one->message->commit : "";
  g_autoptr(GArray) checks = own_checks(one->signoff->signed_by == ADREF_PGP_SIGNATURE);
  const AdrefCheck *failed =
      adref_case_check(one, (const AdrefCheck *)(const void *)checks->data, checks->len, why);
  gboolean own = g_strcmp0(one->party, party) == 0;
  if (!failed && !own)
    g_string_append_printf(why, "it is the signature of %s", one->party);
  g_ptr_array_add(package->vouchers,
                  adref_voucher_new(one, party, failed || !own ? "invalid" : "valid"));
  if (!failed && own)
    compare_message(package, &one->message);
  else
    problem(package, "signatures/%s: %s", party, why->str);
  adref_case_free(one);
}

/* Whether keys/JPN.pub is the ssh key of a line of keys/signers. */
static gboolean is_ssh_key(const char *text, const AdrefSigner *signer)
{
  g_autofree char *key = g_strdup_printf("%s %s %s\n", signer->type, signer->key, signer->party);
  return strcmp(text, key) == 0;
}

static gboolean is_gpg_key(const char *text, const char *fingerprint)
{
  g_autoptr(GString) key = g_string_new(text);
  g_autofree char *found = adref_program_gpg_show(key);
  return g_strcmp0(found, fingerprint) == 0;
}

/* VERIFY.txt shows the fingerprint of this file: it must be of the key that signed. */
static void check_key(AdrefPackage *package, const GPtrArray *members, const AdrefSigners *signers,
                      const AdrefVoucher *voucher)
{
  if (!voucher->fingerprint)
    return;
  gboolean gpg = g_str_has_prefix(voucher->fingerprint, "gpg:");
  const AdrefSigner *signer =
      gpg ? NULL : adref_signers_find(signers, voucher->party, voucher->fingerprint);
  if (!gpg && !signer)
    return;
  g_autofree char *path = g_strdup_printf("keys/%s.%s", voucher->party, gpg ? "asc" : "pub");
  GBytes *bytes = adref_members_get(members, path);
  g_autofree char *text = bytes ? text_of(bytes) : g_strdup("");
  if (gpg ? !is_gpg_key(text, voucher->fingerprint) : !is_ssh_key(text, signer))
    problem(package, "%s is not the key that signed", path);
}

static void check_signatures(AdrefPackage *package, const GPtrArray *members, GPtrArray *steps)
{
  g_autoptr(AdrefSigners) signers = read_keys(package, members);
  for (guint i = 0; i < members->len; i++) {
    const AdrefMember *member = members->pdata[i];
    g_autofree char *party = party_of(member->path);
    g_autofree char *path = party ? g_strdup_printf("signatures/%s.sig", party) : NULL;
    GBytes *signature = path ? adref_members_get(members, path) : NULL;
    if (!party || !signature) {
      if (party)
        problem(package, "%s is missing", path);
      continue;
    }
    GBytes *bytes = join(member->bytes, signature);
    adref_notice_steps_add(steps, party, bytes);
    check_signature(package, party, bytes, signers);
    check_key(package, members, signers, package->vouchers->pdata[package->vouchers->len - 1]);
  }
  if (package->vouchers->len == 0)
    problem(package, "nobody has signed");
}

/* Reads a text of the package; NULL when it is not there. */
static AdrefRendition *read_text(AdrefPackage *package, const GPtrArray *members,
                                 const char *folder, const AdrefSignedText *text)
{
  g_autofree char *path = g_strdup_printf("%s/%s.md", folder, text->language);
  GBytes *bytes = adref_members_get(members, path);
  if (!bytes) {
    problem(package, "%s is missing", path);
    return NULL;
  }
  AdrefRendition *rendition = g_new0(AdrefRendition, 1);
  AdrefMarkdownReadOptions how = {.name = path, .numbers = &package->numbering};
  gsize length;
  const char *data = g_bytes_get_data(bytes, &length);
  rendition->language = g_strdup(text->language);
  rendition->standing = text->standing;
  rendition->path = g_strdup(path);
  rendition->bytes = g_bytes_ref(bytes);
  rendition->document = adref_markdown_read(data, length, &how, NULL, NULL);
  return rendition;
}

static void check_text(AdrefPackage *package, const GPtrArray *members, const AdrefSignedText *text)
{
  AdrefRendition *rendition = read_text(package, members, "texts", text);
  if (!rendition)
    return;
  g_ptr_array_add(package->renditions, rendition);
  g_autofree char *hash = hash_of(rendition->bytes);
  g_autofree char *printed =
      rendition->document ? adref_text_hash(rendition->document) : g_strdup("");
  if (strcmp(hash, text->hash) != 0)
    problem(package, "%s is not the text that was signed", rendition->path);
  else if (strcmp(printed, text->printed) != 0)
    problem(package, "%s has other numbers than were signed: FACTS was changed", rendition->path);
}

static void check_texts(AdrefPackage *package, const GPtrArray *members)
{
  const GPtrArray *texts = package->message ? package->message->texts : NULL;
  guint files = 0;
  for (guint i = 0; i < members->len; i++)
    files += g_str_has_prefix(((const AdrefMember *)members->pdata[i])->path, "texts/") ? 1 : 0;
  for (guint i = 0; texts && i < texts->len; i++)
    check_text(package, members, texts->pdata[i]);
  if (texts && files != texts->len)
    problem(package, "there are texts that nobody signed");
}

/* Nobody has signed it: it gives the pages their form, and can give them no other words. */
static void check_style(AdrefPackage *package, const GPtrArray *members)
{
  g_autoptr(GError) error = NULL;
  GBytes *bytes = adref_members_get(members, "style.yaml");
  package->house = bytes ? adref_house_style_parse(bytes, "style.yaml", &error) : NULL;
  if (error)
    problem(package, "%s", error->message);
}

static gboolean has_documents(const GPtrArray *renditions)
{
  for (guint i = 0; i < renditions->len; i++)
    if (!((const AdrefRendition *)renditions->pdata[i])->document)
      return FALSE;
  return TRUE;
}

/* The procès-verbal is the one that was signed, and says what the texts say. */
static void check_correction(AdrefPackage *package, const GPtrArray *members)
{
  const AdrefMessage *message = package->message;
  GBytes *bytes = package->former_label ? adref_members_get(members, "correction.md") : NULL;
  if (!bytes) {
    if (package->former_label)
      problem(package, "correction.md is missing");
    return;
  }
  for (guint i = 0; i < message->texts->len; i++) {
    AdrefRendition *text = read_text(package, members, "former", message->texts->pdata[i]);
    if (text)
      g_ptr_array_add(package->former, text);
  }
  g_autoptr(AdrefCorrection) correction = adref_correction_read(bytes);
  g_autofree char *line = correction ? adref_correction_line(correction, bytes) : NULL;
  if (g_strcmp0(line, message->corrects) != 0) {
    problem(package, "correction.md is not the one that was signed");
    return;
  }
  if (!has_documents(package->former) || !has_documents(package->renditions))
    return;
  g_autofree char *wrong = adref_correction_problem(bytes, message->statement, message->label,
                                                    package->former, package->renditions);
  if (wrong)
    problem(package, "correction.md: %s", wrong);
}

static void check_rule(AdrefPackage *package)
{
  const char *text = package->message ? package->message->rule : NULL;
  g_autoptr(AdrefRule) rule = text ? adref_rule_parse(text) : NULL;
  g_autoptr(GHashTable) signed_by = g_hash_table_new(g_str_hash, g_str_equal);
  if (!rule)
    return;
  for (guint i = 0; i < package->vouchers->len; i++) {
    AdrefVoucher *voucher = package->vouchers->pdata[i];
    if (adref_voucher_is_valid(voucher) && voucher->capacity >= rule->capacity)
      g_hash_table_add(signed_by, voucher->party);
  }
  package->needed = rule->items->len;
  package->met = adref_rule_met(rule, signed_by, NULL);
  if (package->met < package->needed)
    problem(package, "not all have signed who must: %u of %u (%s)", package->met, package->needed,
            text);
}

static void check_words(AdrefPackage *package, const GPtrArray *members, const GPtrArray *steps)
{
  GBytes *bytes = adref_members_get(members, "VERIFY.txt");
  if (!package->message || !bytes) {
    problem(package, "VERIFY.txt is missing, or what it should say is");
    return;
  }
  g_autofree char *now = adref_notice_verify(package->message, steps);
  g_autofree char *text = text_of(bytes);
  if (strcmp(text, now) != 0)
    problem(package, "VERIFY.txt gives other commands than it must");
}

AdrefPackage *adref_package_check(const GPtrArray *members)
{
  AdrefPackage *package = g_new0(AdrefPackage, 1);
  g_autoptr(GPtrArray) steps = adref_notice_steps_new();
  package->vouchers = g_ptr_array_new_with_free_func(voucher_free);
  package->problems = g_ptr_array_new_with_free_func(g_free);
  package->renditions = g_ptr_array_new_with_free_func(rendition_free);
  package->former = g_ptr_array_new_with_free_func(rendition_free);
  GBytes *facts = adref_members_get(members, "FACTS");
  g_autofree char *text = facts ? text_of(facts) : g_strdup("");
  if (!adref_notice_read_facts(text, &package->numbering, &package->version, &package->alternats))
    problem(package, "FACTS cannot be read");
  check_manifest(package, members);
  check_signatures(package, members, steps);
  check_names(package, members);
  check_texts(package, members);
  check_style(package, members);
  check_correction(package, members);
  check_rule(package);
  check_words(package, members, steps);
  return package;
}
