#include "sign/package.h"

#include <string.h>

#include "base/digest.h"
#include "base/file.h"
#include "base/name.h"
#include "clause/canonical.h"
#include "clause/read.h"

static GBytes *take_text(GString *text)
{
  return g_string_free_to_bytes(text);
}

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

/* MANIFEST: every file but itself, in order. */
static char *manifest_of(const GPtrArray *members)
{
  GString *manifest = g_string_new(NULL);
  for (guint i = 0; i < members->len; i++) {
    const AdrefMember *member = members->pdata[i];
    g_autofree char *hash = hash_of(member->bytes);
    if (strcmp(member->path, "MANIFEST") != 0)
      g_string_append_printf(manifest, "%s  %s\n", hash, member->path);
  }
  return g_string_free(manifest, FALSE);
}

static const struct {
  const char *word;
  gsize offset;
} flags[] = {
    {"operative", G_STRUCT_OFFSET(AdrefNumbering, operative)},
    {"single-operative", G_STRUCT_OFFSET(AdrefNumbering, single_operative)},
    {"preambular", G_STRUCT_OFFSET(AdrefNumbering, preambular)},
    {"sections", G_STRUCT_OFFSET(AdrefNumbering, sections)},
};

static char *facts_text(const AdrefNumbering *numbering, const char *version)
{
  GString *text = g_string_new(NULL);
  g_string_printf(text, "adref: %s\nnumbers:", version);
  for (gsize i = 0; i < G_N_ELEMENTS(flags); i++)
    if (G_STRUCT_MEMBER(gboolean, numbering, flags[i].offset))
      g_string_append_printf(text, " %s", flags[i].word);
  g_string_append_c(text, '\n');
  return g_string_free(text, FALSE);
}

static gboolean read_facts(AdrefPackage *package, const char *text)
{
  g_auto(GStrv) lines = g_strsplit(text, "\n", 4);
  if (g_strv_length(lines) != 3 || !g_str_has_prefix(lines[0], "adref: ") ||
      !g_str_has_prefix(lines[1], "numbers:"))
    return FALSE;
  g_auto(GStrv) words = g_strsplit(lines[1], " ", -1);
  for (gsize i = 0; i < G_N_ELEMENTS(flags); i++)
    G_STRUCT_MEMBER(gboolean, &package->numbering, flags[i].offset) =
        g_strv_contains((const char *const *)words, flags[i].word);
  package->version = g_strdup(lines[0] + strlen("adref: "));
  g_autofree char *again = facts_text(&package->numbering, package->version);
  return strcmp(again, text) == 0;
}

/* What VERIFY.txt needs to know of a signature. */
typedef struct {
  char *party;
  gboolean gpg;
  gint64 time;
} Step;

static void step_free(gpointer data)
{
  Step *step = data;
  g_free(step->party);
  g_free(step);
}

static void put_step(GString *out, const Step *step)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc(step->time);
  g_autofree char *time = g_date_time_format(utc, "%Y%m%d%H%M%SZ");
  if (step->gpg)
    g_string_append_printf(out,
                           "    gpg --import keys/%s.asc\n"
                           "    gpg --verify signatures/%s.sig signatures/%s.txt\n",
                           step->party, step->party, step->party);
  else
    g_string_append_printf(out,
                           "    ssh-keygen -Y verify -f keys/signers -I %s -n git "
                           "-Overify-time=%s -s signatures/%s.sig <signatures/%s.txt\n",
                           step->party, time, step->party, step->party);
}

static void put_key(GString *out, const Step *step)
{
  g_string_append_printf(
      out, step->gpg ? "    gpg --show-keys keys/%s.asc\n" : "    ssh-keygen -l -f keys/%s.pub\n",
      step->party);
}

/* VERIFY.txt; the commands are the lines that begin with four spaces. */
static char *verify_text(const char *statement, const char *label, const char *rule,
                         const GPtrArray *texts, const GPtrArray *steps)
{
  GString *out = g_string_new(NULL);
  g_string_append_printf(out, "How to check %s/%s with stock programs\n\n", statement, label);
  g_string_append(out, "1. Nothing was changed since the package was made:\n\n"
                       "    sha256sum -c --quiet MANIFEST\n\n"
                       "2. Each party has signed its own statement; read what it says:\n\n");
  for (guint i = 0; i < steps->len; i++)
    put_step(out, steps->pdata[i]);
  g_string_append(out, "    cat signatures/*.txt\n\n"
                       "3. All have signed the same texts, and these are they: each command says "
                       "nothing but \"OK\".\n\n");
  for (guint i = 0; i < texts->len; i++) {
    const AdrefSignedText *text = texts->pdata[i];
    g_string_append_printf(out,
                           "    grep -h '^Text: %s ' signatures/*.txt | sort -u | "
                           "sed 's,^Text: [^ ]* [^ ]* \\([^ ]*\\) .*,\\1  texts/%s.md,' | "
                           "sha256sum -c\n",
                           text->language, text->language);
  }
  g_string_append_printf(out,
                         "\n4. Those have signed who must; the rule is part of what each signed:"
                         "\n\n    grep -h '^Rule: ' signatures/*.txt | sort -u\n\n"
                         "   It is: %s\n\n"
                         "5. The keys are theirs. No program can say that: compare the "
                         "fingerprints with\n   what the delegations gave you.\n\n",
                         rule);
  for (guint i = 0; i < steps->len; i++)
    put_key(out, steps->pdata[i]);
  g_string_append(out, "\nThe pages are made of the texts; adref verify makes them anew and "
                       "compares.\n");
  return g_string_free(out, FALSE);
}

gint64 adref_package_time(const GPtrArray *signatures)
{
  gint64 last = 0;
  for (guint i = 0; i < signatures->len; i++) {
    const AdrefPackageSignature *signature = signatures->pdata[i];
    gsize length;
    const char *bytes = g_bytes_get_data(signature->bytes, &length);
    g_autoptr(AdrefSignoff) signoff = adref_signoff_read(bytes, length);
    last = MAX(last, signoff->time);
  }
  return last;
}

static gboolean add_key(GPtrArray *members, const AdrefSigner *signer, GString *signers,
                        GError **error)
{
  gboolean gpg = strcmp(signer->type, "gpg") == 0;
  g_autofree char *path = g_strdup_printf("keys/%s.%s", signer->party, gpg ? "asc" : "pub");
  if (gpg) {
    g_autofree char *key = adref_program_gpg_export(signer->key, error);
    if (key)
      adref_members_add_text(members, path, key);
    return key != NULL;
  }
  g_autofree char *key = g_strdup_printf("%s %s %s\n", signer->type, signer->key, signer->party);
  g_autofree char *line = adref_signer_line(signer);
  adref_members_add_text(members, path, key);
  g_string_append(signers, line);
  return TRUE;
}

static gboolean add_signature(GPtrArray *members, const AdrefPackageSignature *signature,
                              GPtrArray *steps, GString *signers, GError **error)
{
  gsize length;
  const char *bytes = g_bytes_get_data(signature->bytes, &length);
  g_autoptr(AdrefSignoff) signoff = adref_signoff_read(bytes, length);
  g_autofree char *payload = g_strdup_printf("signatures/%s.txt", signature->party);
  g_autofree char *armour = g_strdup_printf("signatures/%s.sig", signature->party);
  adref_members_add(members, payload, g_bytes_new(signoff->payload->str, signoff->payload->len));
  adref_members_add_text(members, armour, signoff->signature);
  Step *step = g_new0(Step, 1);
  step->party = g_strdup(signature->party);
  step->gpg = signoff->signed_by == ADREF_PGP_SIGNATURE;
  step->time = signoff->time;
  g_ptr_array_add(steps, step);
  return add_key(members, signature->signer, signers, error);
}

static void add_texts(GPtrArray *members, const AdrefEvidence *evidence)
{
  for (guint i = 0; i < evidence->instrument->renditions->len; i++) {
    const AdrefRendition *rendition = evidence->instrument->renditions->pdata[i];
    g_autofree char *path = g_strdup_printf("texts/%s.md", rendition->language);
    adref_members_add(members, path, g_bytes_ref(rendition->bytes));
  }
}

GPtrArray *adref_package_make(const AdrefEvidence *evidence, const GPtrArray *signatures,
                              const GPtrArray *pages, const char *version, GError **error)
{
  g_autoptr(GPtrArray) members = adref_members_new();
  g_autoptr(GPtrArray) steps = g_ptr_array_new_with_free_func(step_free);
  g_autoptr(GString) signers = g_string_new(NULL);
  add_texts(members, evidence);
  for (guint i = 0; i < signatures->len; i++)
    if (!add_signature(members, signatures->pdata[i], steps, signers, error))
      return NULL;
  for (guint i = 0; i < pages->len; i++) {
    const AdrefPageFile *page = pages->pdata[i];
    g_autofree char *path = g_strdup_printf("pages/%s.%s", page->language, page->ending);
    adref_members_add(members, path, g_bytes_ref(page->bytes));
  }
  const AdrefPackageSignature *first = signatures->pdata[0];
  gsize length;
  const char *bytes = g_bytes_get_data(first->bytes, &length);
  g_autoptr(AdrefSignoff) signoff = adref_signoff_read(bytes, length);
  g_autoptr(AdrefMessage) message =
      adref_message_read(signoff->message->str, signoff->message->len, error);
  if (!message)
    return NULL;
  g_autofree char *facts = facts_text(&evidence->instrument->numbering, version);
  g_autofree char *verify =
      verify_text(message->statement, message->label, message->rule, message->texts, steps);
  adref_members_add(members, "keys/signers", take_text(g_steal_pointer(&signers)));
  adref_members_add_text(members, "FACTS", facts);
  adref_members_add_text(members, "VERIFY.txt", verify);
  adref_members_sort(members);
  g_autofree char *manifest = manifest_of(members);
  adref_members_add_text(members, "MANIFEST", manifest);
  adref_members_sort(members);
  return g_steal_pointer(&members);
}

/* Checking */

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
  g_free(package->statement);
  g_free(package->label);
  g_free(package->rule);
  g_free(package->version);
  g_clear_pointer(&package->texts, g_ptr_array_unref);
  g_ptr_array_unref(package->vouchers);
  g_ptr_array_unref(package->problems);
  g_ptr_array_unref(package->renditions);
  g_free(package);
}

static void check_manifest(AdrefPackage *package, const GPtrArray *members)
{
  GBytes *said = adref_members_get(members, "MANIFEST");
  g_autofree char *text = said ? text_of(said) : g_strdup("");
  g_autofree char *now = manifest_of(members);
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

/* Only files that a package has. */
static void check_names(AdrefPackage *package, const GPtrArray *members)
{
  static const char *const alone[] = {"FACTS", "MANIFEST", "VERIFY.txt", NULL};
  static const char *const folders[] = {"keys/", "pages/", "signatures/", "texts/"};
  for (guint i = 0; i < members->len; i++) {
    const char *path = ((const AdrefMember *)members->pdata[i])->path;
    gboolean known = g_strv_contains(alone, path);
    for (gsize j = 0; j < G_N_ELEMENTS(folders) && !known; j++)
      known = g_str_has_prefix(path, folders[j]) && !strchr(path + strlen(folders[j]), '/');
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
  static const char *const left_out[] = {"draft", "replaced", "readable", "member", "texts",
                                         "rule",  "pin",      "replay",   NULL};
  GArray *checks = g_array_new(FALSE, FALSE, sizeof(AdrefCheck));
  for (gsize i = 0; i < adref_checks_count; i++) {
    gboolean key = gpg && (strcmp(adref_checks[i].name, "key") == 0);
    if (!key && !g_strv_contains(left_out, adref_checks[i].name))
      g_array_append_val(checks, adref_checks[i]);
  }
  return checks;
}

/* All parties must have signed the same. */
static void compare_message(AdrefPackage *package, const AdrefMessage *message)
{
  if (!package->statement) {
    package->statement = g_strdup(message->statement);
    package->label = g_strdup(message->label);
    package->rule = g_strdup(message->rule);
    package->texts = g_ptr_array_ref(message->texts);
    return;
  }
  g_autofree char *difference = adref_texts_difference(package->texts, message->texts);
  if (difference)
    problem(package, "%s has signed other texts: %s", message->party, difference);
  if (strcmp(package->statement, message->statement) != 0 ||
      strcmp(package->label, message->label) != 0)
    problem(package, "%s has signed %s/%s", message->party, message->statement, message->label);
  if (strcmp(package->rule, message->rule) != 0)
    problem(package, "%s has signed for another rule: %s", message->party, message->rule);
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
  if (!failed && own)
    compare_message(package, one->message);
  else
    problem(package, "signatures/%s: %s", party, why->str);
  g_ptr_array_add(package->vouchers,
                  adref_voucher_new(one, party, failed || !own ? "invalid" : "valid"));
  adref_case_free(one);
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
    gsize length;
    const char *data = g_bytes_get_data(bytes, &length);
    g_autoptr(AdrefSignoff) signoff = adref_signoff_read(data, length);
    Step *step = g_new0(Step, 1);
    step->party = g_strdup(party);
    step->gpg = signoff->signed_by == ADREF_PGP_SIGNATURE;
    step->time = signoff->time;
    g_ptr_array_add(steps, step);
    check_signature(package, party, bytes, signers);
  }
  if (package->vouchers->len == 0)
    problem(package, "nobody has signed");
}

static void check_text(AdrefPackage *package, const GPtrArray *members, const AdrefSignedText *text)
{
  g_autofree char *path = g_strdup_printf("texts/%s.md", text->language);
  g_autoptr(GError) error = NULL;
  GBytes *bytes = adref_members_get(members, path);
  if (!bytes) {
    problem(package, "%s is missing", path);
    return;
  }
  AdrefRendition *rendition = g_new0(AdrefRendition, 1);
  AdrefReading how = {.name = path, .numbers = &package->numbering};
  gsize length;
  const char *data = g_bytes_get_data(bytes, &length);
  rendition->language = g_strdup(text->language);
  rendition->standing = text->standing;
  rendition->path = g_strdup(path);
  rendition->bytes = g_bytes_ref(bytes);
  rendition->document = adref_read(data, length, &how, NULL, &error);
  g_ptr_array_add(package->renditions, rendition);
  g_autofree char *hash = hash_of(bytes);
  g_autofree char *printed =
      rendition->document ? adref_text_hash(rendition->document) : g_strdup("");
  if (strcmp(hash, text->hash) != 0)
    problem(package, "%s is not the text that was signed", path);
  else if (strcmp(printed, text->printed) != 0)
    problem(package, "%s has other numbers than were signed: FACTS was changed", path);
}

static void check_texts(AdrefPackage *package, const GPtrArray *members)
{
  guint files = 0;
  for (guint i = 0; i < members->len; i++)
    files += g_str_has_prefix(((const AdrefMember *)members->pdata[i])->path, "texts/") ? 1 : 0;
  for (guint i = 0; package->texts && i < package->texts->len; i++)
    check_text(package, members, package->texts->pdata[i]);
  if (package->texts && files != package->texts->len)
    problem(package, "there are texts that nobody signed");
}

static void check_rule(AdrefPackage *package)
{
  g_autoptr(AdrefRule) rule = package->rule ? adref_rule_parse(package->rule) : NULL;
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
            package->rule);
}

static void check_words(AdrefPackage *package, const GPtrArray *members, const GPtrArray *steps)
{
  GBytes *bytes = adref_members_get(members, "VERIFY.txt");
  if (!package->texts || !bytes) {
    problem(package, "VERIFY.txt is missing, or what it should say is");
    return;
  }
  g_autofree char *now =
      verify_text(package->statement, package->label, package->rule, package->texts, steps);
  g_autofree char *text = text_of(bytes);
  if (strcmp(text, now) != 0)
    problem(package, "VERIFY.txt gives other commands than it must");
}

AdrefPackage *adref_package_check(const GPtrArray *members)
{
  AdrefPackage *package = g_new0(AdrefPackage, 1);
  g_autoptr(GPtrArray) steps = g_ptr_array_new_with_free_func(step_free);
  package->vouchers = g_ptr_array_new_with_free_func(voucher_free);
  package->problems = g_ptr_array_new_with_free_func(g_free);
  package->renditions = g_ptr_array_new_with_free_func(rendition_free);
  GBytes *facts = adref_members_get(members, "FACTS");
  g_autofree char *text = facts ? text_of(facts) : g_strdup("");
  if (!read_facts(package, text))
    problem(package, "FACTS cannot be read");
  check_names(package, members);
  check_manifest(package, members);
  check_signatures(package, members, steps);
  check_texts(package, members);
  check_rule(package);
  check_words(package, members, steps);
  return package;
}
