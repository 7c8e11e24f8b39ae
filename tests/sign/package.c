#include "sign/package.h"

#include <string.h>

#include "history/label.h"
#include "history/version_source.h"
#include "sign/cases.h"
#include "sign/correction.h"
#include "sign/package_metadata.h"
#include "sign/page_list.h"
#include "sign/sandbox.h"
#include "sign/seen_signatures.h"

/* What may be done to a package, and what adref_package_check() says of it. The sums of MANIFEST
 * are made anew, unless it is MANIFEST that is changed. */

enum {
  TIMEOUT = 120
};

typedef struct {
  const char *label;     /* of the package: rev1, or corr1 that corrects it */
  const char *path;      /* of the file; NULL: both files of the signature of ASEAN */
  const char *from, *to; /* words and what is put in their place; from = NULL: the file is `to`;
                            to = NULL: there is no such file. Without a path: a script that
                            prints another sign-off */
  const char *expected;  /* the problems, joined by " | " */
} PackageCase;

#define ONE_OF_TWO "not signed by all who must sign: 1 of 2 (approved; JPN; ASEAN)"
#define SIGNED     "payload signoff/demo/rev1/ASEAN | sed "
#define OTHER_KEYS "keys/signers has other lines than those of the keys that signed"
#define TELLS_NOT  "correction.md: the proc*s-verbal does not say what corr1 changes in rev1"

static const PackageCase package_cases[] = {
    {"rev1", "pages/en.html", "Page", "Page", ""},
    {"corr1", "pages/en.html", "Page", "Page", ""},

    /* MANIFEST */
    {"rev1", "MANIFEST", "  FACTS", "  OTHER",
     "FACTS is not as MANIFEST says | OTHER is in MANIFEST, and is missing"},
    {"rev1", "MANIFEST", "  FACTS", "   FACTS",
     "FACTS is not as MANIFEST says |  FACTS is in MANIFEST, and is missing"},
    {"rev1", "MANIFEST", NULL, "x\n", "FACTS is not as MANIFEST says | PACKAGE is not*"},
    {"rev1", "MANIFEST", NULL, NULL, "FACTS is not as MANIFEST says | PACKAGE is not*"},
    {"rev1", "MANIFEST", "\n", "\nx\n",
     "MANIFEST has other lines, or another order, than this package"},

    /* texts */
    {"rev1", "texts/en.md", "4,000", "5,000", "texts/en.md is not the text that was signed"},
    {"rev1", "texts/ja.md", "4,000", "5,000", "texts/ja.md is not the text that was signed"},
    {"rev1", "texts/en.md", NULL, "", "texts/en.md is not the text that was signed"},
    {"rev1", "texts/ja.md", NULL, NULL,
     "texts/ja.md is missing | there are texts that nobody signed"},
    {"rev1", "texts/fr.md", NULL, "x",
     "texts/fr.md does not belong to a package | there are texts that nobody signed"},

    /* files that a package does not have */
    {"rev1", "pages/en-JPN.html", NULL, "x", "pages/en-JPN.html does not belong to a package"},
    {"rev1", "pages/en-redline.html", NULL, "x",
     "pages/en-redline.html does not belong to a package"},
    {"rev1", "pages/en.txt", NULL, "x", "pages/en.txt does not belong to a package"},
    {"rev1", "pages/fr.pdf", NULL, "x", "pages/fr.pdf does not belong to a package"},
    {"rev1", "correction.md", NULL, "x", "correction.md does not belong to a package"},
    {"rev1", "former/en.md", NULL, "x", "former/en.md does not belong to a package"},
    {"rev1", "signatures/JPN.asc", NULL, "x", "signatures/JPN.asc does not belong to a package"},
    {"rev1", "keys/JPN.sig", NULL, "x", "keys/JPN.sig does not belong to a package"},
    {"rev1", "keys/README", NULL, "x", "keys/README does not belong to a package"},
    {"rev1", "pages/en.pdf", NULL, "x", ""},
    {"corr1", "pages/en-redline.html", NULL, "x", ""},
    {"corr1", "former/fr.md", NULL, "x", "former/fr.md does not belong to a package"},

    /* PACKAGE, FACTS and style.yaml */
    {"rev1", "PACKAGE", "adref 0", "adref 9", ""},
    {"rev1", "PACKAGE", "package 2", "package 3",
     "the package is of the form \"adref package 3\", and this adref knows forms up to 2; a later "
     "adref checks it"},
    {"rev1", "PACKAGE", "package 2", "package 1", "PACKAGE cannot be read"},
    {"rev1", "PACKAGE", "package 2", "package two", "PACKAGE cannot be read"},
    {"rev1", "PACKAGE", "Program", "Programme", "PACKAGE cannot be read"},
    {"rev1", "PACKAGE", "adref 0\n", "adref 0\nx\n", "PACKAGE cannot be read"},
    {"rev1", "PACKAGE", NULL, NULL, "PACKAGE is missing"},
    {"rev1", "FACTS", " operative", "", "FACTS is not what was signed*"},
    {"rev1", "FACTS", "alternats:", "alternats: JPN ASEAN", "FACTS is not what was signed"},
    {"rev1", "FACTS", "Tokyo", "Bonn", "FACTS is not what was signed"},
    {"rev1", "FACTS", "adref facts 1", "adref facts 2", "FACTS is not what was signed*"},
    {"rev1", "FACTS", NULL, NULL, "FACTS is not what was signed*"},
    {"rev1", "FACTS", NULL, "adref: 0\nnumbers: operative single-operative preambular\n",
     "FACTS is not what was signed*"},
    {"rev1", NULL, NULL,
     SIGNED "\"s/^Facts: .*/Facts: $(echo x | sha256sum | cut -c 1-64)/\" | resign ASEAN",
     "*has signed other facts*"},
    {"corr1", "former/FACTS", "Tokyo", "Bonn", TELLS_NOT},
    {"corr1", "former/FACTS", NULL, NULL, TELLS_NOT},
    {"rev1", "former/FACTS", NULL, "x", "former/FACTS does not belong to a package"},
    {"rev1", "style.yaml", NULL, "page: {size: 200}\n",
     "style.yaml:1:14: size is \"200\"; allowed is a number from 7 to 20 points"},

    /* signatures and keys */
    {"rev1", "signatures/ASEAN.txt", "Capacity: signed", "Capacity: approved",
     "signatures/ASEAN: the signature is not that of the key over these bytes: * | " ONE_OF_TWO},
    {"rev1", "signatures/ASEAN.sig", NULL, NULL,
     "signatures/ASEAN.sig is missing | " OTHER_KEYS
     " | keys/ASEAN.pub does not belong to a package | "
     "signatures/ASEAN.txt does not belong to a package | " ONE_OF_TWO
     " | VERIFY.txt does not have the commands for this package"},
    {"rev1", "signatures/ASEAN.txt", NULL, NULL,
     OTHER_KEYS
     " | keys/ASEAN.pub does not belong to a package | signatures/ASEAN.sig does not belong to a "
     "package | " ONE_OF_TWO " | VERIFY.txt does not have the commands for this package"},
    {"rev1", NULL, NULL, "raw signoff/demo/rev1/JPN",
     "signatures/ASEAN: it is the signature of JPN | " OTHER_KEYS " | " ONE_OF_TWO},
    {"rev1", NULL, NULL, SIGNED "s/x/x/ | resign eve",
     "signatures/ASEAN: the key SHA256:* is not one of ASEAN in the file signers | " OTHER_KEYS
     " | " ONE_OF_TWO},
    {"rev1", NULL, NULL, SIGNED "s/x/x/ | resign JPN",
     "signatures/ASEAN: the key SHA256:* is one of JPN | " OTHER_KEYS " | " ONE_OF_TWO},
    {"rev1", NULL, NULL, SIGNED "'s/^Capacity: .*/Capacity: ad-referendum/' | resign ASEAN",
     ONE_OF_TWO},
    {"rev1", NULL, NULL, SIGNED "'s/^Capacity: .*/Capacity: approved/' | resign ASEAN", ""},
    {"rev1", NULL, NULL, SIGNED "'/^Text: ja/d' | resign ASEAN",
     "*has signed other texts: the list of languages*"},
    {"rev1", NULL, NULL, SIGNED "'s/^Text: ja provisional/Text: ja authentic/' | resign ASEAN",
     "*has signed other texts: the role of the text in ja*"},
    {"rev1", NULL, NULL, SIGNED "'s/^Rule: .*/Rule: approved; JPN/' | resign ASEAN",
     "*has signed for another rule: *"},
    {"rev1", NULL, NULL,
     SIGNED "'s,demo/rev1,demo/zero,; s/^Label: .*/Label: zero/' | resign ASEAN",
     "*has signed demo/*"},
    {"rev1", NULL, NULL,
     SIGNED "\"s/^Rule:/Corrects: zero $(echo x | sha256sum | cut -c 1-64)\\n&/\" | resign ASEAN",
     "*has signed another correction*"},
    {"rev1", "keys/JPN.pub", "JPN", "THA", "keys/JPN.pub is not the key that signed"},
    {"rev1", "keys/JPN.pub", NULL, NULL, "keys/JPN.pub is not the key that signed"},
    {"rev1", "keys/signers", "JPN", "JPN,*",
     "keys/signers:2: a pattern would sign for others; allowed are the code of a party and "
     "addresses | signatures/JPN: the key SHA256:* is not one of JPN in the file signers "
     "| " OTHER_KEYS " | " ONE_OF_TWO},
    {"rev1", "keys/signers", "JPN", "# ASEAN withdraws\nJPN", OTHER_KEYS},
    {"rev1", "keys/signers", "JPN",
     "VNM namespaces=\"git\" ssh-ed25519 "
     "AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f\nJPN",
     OTHER_KEYS},
    {"rev1", "keys/signers", NULL, NULL, "signatures/ASEAN: * | signatures/JPN: *"},
    {"rev1", "VERIFY.txt", "sha256sum", "true",
     "VERIFY.txt does not have the commands for this package"},
    {"rev1", "VERIFY.txt", NULL, NULL, "VERIFY.txt is missing, or no signature is valid"},

    /* a correction */
    {"corr1", "former/en.md", "4,000", "6,000", TELLS_NOT},
    {"corr1", "former/ja.md", "4,000", "6,000", TELLS_NOT},
    {"corr1", "former/ja.md", NULL, NULL,
     "former/ja.md is missing | correction.md: rev1 and corr1 are not in the same languages"},
    {"corr1", "texts/en.md", "3,000", "6,000",
     "texts/en.md is not the text that was signed | " TELLS_NOT},
    {"corr1", "correction.md", "A figure", "A number",
     "correction.md is not the one that was signed"},
    {"corr1", "correction.md", NULL, "x", "correction.md is not the one that was signed"},
    {"corr1", "correction.md", NULL, NULL, "correction.md is missing"},
};

static char *sandbox;
static GPtrArray *packages[2]; /* of rev1 and corr1 */

static const AdrefLabel *label_of(const GPtrArray *labels, const char *name)
{
  for (guint i = 0; i < labels->len; i++)
    if (g_str_equal(((const AdrefLabel *)labels->pdata[i])->name, name))
      return labels->pdata[i];
  return NULL;
}

static AdrefStatementSnapshot *snapshot_of(AdrefRepo *repo, const char *label)
{
  g_autoptr(GPtrArray) labels = adref_repo_labels(repo, "demo", NULL);
  return adref_statement_snapshot_new(
      adref_version_source_new(repo, &label_of(labels, label)->version, NULL), "demo");
}

static GPtrArray *make_package(AdrefRepo *repo, const AdrefSigners *signers, const char *label)
{
  static const char *const parties[] = {"ASEAN", "JPN"};
  GError *error = NULL;
  g_autoptr(AdrefStatementSnapshot) snapshot = snapshot_of(repo, label);
  g_autoptr(AdrefStatementSnapshot) former = snapshot_of(repo, "rev1");
  g_autoptr(GBytes) document = adref_correction_find(snapshot, label);
  g_autoptr(GBytes) style = g_bytes_new_static("page: {size: 11}\n", 17);
  AdrefPackageCorrection correction = {document, former->language_versions->items, former->facts};
  AdrefPackagePage page = {(char[]){"pages/en.html"}, g_bytes_new_static("Page", 4)};
  g_autoptr(GPtrArray) pages = g_ptr_array_new(), signatures = g_ptr_array_new();
  AdrefPackageSignature all[2];
  AdrefTag *tags[2];
  g_ptr_array_add(pages, &page);
  for (gsize i = 0; i < G_N_ELEMENTS(parties); i++) {
    g_autofree char *name = g_strdup_printf("refs/tags/signoff/demo/%s/%s", label, parties[i]);
    tags[i] = adref_repo_tag(repo, name);
    const AdrefSigner *signer = NULL;
    for (guint j = 0; j < signers->all->len && !signer; j++)
      if (g_str_equal(((AdrefSigner *)signers->all->pdata[j])->party, parties[i]))
        signer = signers->all->pdata[j];
    all[i] = (AdrefPackageSignature){parties[i], tags[i]->bytes, signer};
    g_ptr_array_add(signatures, &all[i]);
  }
  ck_assert_int_eq(adref_package_last_signed(signatures), 1701388800);
  g_autoptr(GPtrArray) words = g_ptr_array_new();
  GPtrArray *members = adref_package_make(
      snapshot, signatures, pages, document ? &correction : NULL, style, words, NULL, "0", &error);
  ck_assert_no_error(error);
  for (gsize i = 0; i < G_N_ELEMENTS(tags); i++)
    adref_tag_free(tags[i]);
  g_bytes_unref(page.bytes);
  return members;
}

static void set_up(void)
{
  sandbox = sandbox_new();
  sandbox_must_run(sandbox, sandbox,
                   "world; sed -i s/4,000/3,000/ $EN; say save demo -m Corrected; say correct "
                   "demo@rev1 --reason 'A figure was copied wrongly.'; for name in JPN ASEAN; do "
                   "say sign demo@corr1 --as $name --key ../keys/$name --yes; done");
  g_autofree char *root = g_build_filename(sandbox, "world", NULL);
  g_autoptr(AdrefRepo) repo = adref_repo_open(root, NULL);
  g_autoptr(AdrefFileSource) source = adref_file_source_new_folder(root);
  g_autoptr(AdrefSigners) signers = adref_signers_read(source, NULL);
  packages[0] = make_package(repo, signers, "rev1");
  packages[1] = make_package(repo, signers, "corr1");
}

static void tear_down(void)
{
  g_clear_pointer(&packages[0], g_ptr_array_unref);
  g_clear_pointer(&packages[1], g_ptr_array_unref);
  sandbox_free(g_steal_pointer(&sandbox));
}

/* Puts a file into a package; NULL takes it out. */
static void set_member(GPtrArray *members, const char *path, const char *text)
{
  for (guint i = 0; i < members->len; i++)
    if (g_str_equal(((AdrefArchiveMember *)members->pdata[i])->path, path))
      g_ptr_array_remove_index(members, i--);
  if (text)
    adref_archive_members_add_text(members, path, text);
  adref_archive_members_sort(members);
}

static char *member_text(const GPtrArray *members, const char *path)
{
  gsize length;
  const char *data = g_bytes_get_data(adref_archive_members_get(members, path), &length);
  return g_strndup(data, length);
}

static void set_signature(GPtrArray *members, const char *script)
{
  int status;
  g_autofree char *root = g_build_filename(sandbox, "world", NULL);
  g_autofree char *tag = sandbox_shell(sandbox, root, script, &status);
  g_autofree char *signature = g_strdup(strstr(tag, "-----BEGIN"));
  g_autofree char *payload = g_strndup(tag, strlen(tag) - strlen(signature));
  set_member(members, "signatures/ASEAN.sig", signature);
  set_member(members, "signatures/ASEAN.txt", payload);
}

static void change(GPtrArray *members, const PackageCase *one)
{
  if (!one->path) {
    set_signature(members, one->to);
  } else if (one->from) {
    g_autofree char *text = member_text(members, one->path);
    g_auto(GStrv) parts = g_strsplit(text, one->from, 2);
    ck_assert_msg(g_strv_length(parts) == 2, "%s has no \"%s\": %s", one->path, one->from, text);
    g_autofree char *changed = g_strjoinv(one->to, parts);
    set_member(members, one->path, changed);
  } else {
    set_member(members, one->path, one->to);
  }
  if (one->path && g_str_equal(one->path, "MANIFEST"))
    return;
  g_autofree char *manifest = adref_package_metadata_manifest(members);
  set_member(members, "MANIFEST", manifest);
}

static GPtrArray *copy_package(const GPtrArray *package)
{
  GPtrArray *members = adref_archive_members_new();
  for (guint i = 0; i < package->len; i++) {
    const AdrefArchiveMember *member = package->pdata[i];
    adref_archive_members_add(members, member->path, g_bytes_ref(member->bytes));
  }
  return members;
}

START_TEST(a_change_of_a_package_is_named)
{
  const PackageCase *one = &package_cases[_i];
  const GPtrArray *package = packages[g_str_equal(one->label, "corr1") ? 1 : 0];
  g_autoptr(GPtrArray) members = copy_package(package);
  change(members, one);
  g_autoptr(AdrefPackage) checked = adref_package_check(members, NULL);
  g_ptr_array_add(checked->problems, NULL);
  g_autofree char *problems = g_strjoinv(" | ", (char **)checked->problems->pdata);
  ck_assert_msg(g_pattern_match_simple(one->expected, problems), "%s: %s -> %s: %s",
                one->path ? one->path : "ASEAN", one->from, one->to, problems);
}
END_TEST

/* The VERIFY.txt of a package, in a form. Caller frees. */
static char *verify_txt_of(const GPtrArray *members, guint form)
{
  g_autoptr(AdrefPackage) package = adref_package_check(members, NULL);
  g_autoptr(GPtrArray) entries = adref_verify_txt_entries_new();
  static const char *const parties[] = {"ASEAN", "JPN"};
  for (gsize i = 0; i < G_N_ELEMENTS(parties); i++) {
    g_autofree char *text = g_strdup_printf("signatures/%s.txt", parties[i]);
    g_autofree char *path = g_strdup_printf("signatures/%s.sig", parties[i]);
    g_autofree char *payload = member_text(members, text);
    g_autofree char *signature = member_text(members, path);
    char *tag = g_strconcat(payload, signature, NULL);
    g_autoptr(GBytes) bytes = g_bytes_new_take(tag, strlen(tag));
    adref_verify_txt_entries_add(entries, parties[i], bytes);
  }
  return adref_package_metadata_verify_txt(package->message, entries, NULL, form);
}

START_TEST(an_older_form_of_the_commands_is_good)
{
  g_autoptr(GPtrArray) members = copy_package(packages[0]);
  g_autofree char *now = member_text(members, "VERIFY.txt");
  g_autofree char *newest = verify_txt_of(members, ADREF_VERIFY_TXT_FORM);
  g_autofree char *first = verify_txt_of(members, 1);
  ck_assert_str_eq(now, newest);
  ck_assert_str_ne(now, first);
  set_member(members, "VERIFY.txt", first);
  g_autofree char *manifest = adref_package_metadata_manifest(members);
  set_member(members, "MANIFEST", manifest);
  g_autoptr(AdrefPackage) checked = adref_package_check(members, NULL);
  ck_assert_uint_eq(checked->problems->len, 0);
}
END_TEST

static const AdrefSignatureResult *result_of(const AdrefPackage *package, const char *party)
{
  for (guint i = 0; i < package->signatures->len; i++)
    if (g_str_equal(((AdrefSignatureResult *)package->signatures->pdata[i])->party, party))
      return package->signatures->pdata[i];
  return NULL;
}

/* The sandbox's keys.txt, an allowed_signers file. Caller frees. */
static AdrefSigners *signers_of(const char *script)
{
  sandbox_must_run(sandbox, sandbox, script);
  g_autofree char *path = g_build_filename(sandbox, "keys.txt", NULL), *text = NULL;
  ck_assert(g_file_get_contents(path, &text, NULL, NULL));
  AdrefSigners *signers = adref_signers_new();
  ck_assert(adref_signers_add_lines(signers, text, "keys.txt", FALSE, NULL));
  return signers;
}

START_TEST(without_pins_nobody_is_known)
{
  g_autoptr(AdrefPackage) alone = adref_package_check(packages[0], NULL);
  ck_assert(alone->signatures_hold && alone->texts_hold && !alone->pages_confirmed);
  ck_assert(result_of(alone, "JPN")->is_new && result_of(alone, "ASEAN")->is_new);
}
END_TEST

START_TEST(a_pin_counts_for_a_package)
{
  sandbox_must_run(sandbox, sandbox, "rm -rf work; cp -r world work");
  g_autofree char *root = g_build_filename(sandbox, "work", NULL);
  g_autoptr(AdrefRepo) repo = adref_repo_open(root, NULL);
  AdrefPackageTrust trust = {.repo = repo};
  g_autoptr(AdrefPackage) good = adref_package_check(packages[0], &trust);
  ck_assert_uint_eq(good->problems->len, 0);
  ck_assert(!result_of(good, "JPN")->is_new);
  ck_assert(adref_key_pins_set(repo, "JPN", "SHA256:other", NULL));
  g_autoptr(AdrefPackage) changed = adref_package_check(packages[0], &trust);
  ck_assert_int_eq(result_of(changed, "JPN")->verdict, ADREF_SIGNATURE_VERDICT_KEY_CHANGED);
  ck_assert_int_eq(result_of(changed, "ASEAN")->verdict, ADREF_SIGNATURE_VERDICT_VALID);
  ck_assert(!changed->signatures_hold && changed->texts_hold);
  ck_assert_uint_eq(changed->met, 1);
  ck_assert_ptr_nonnull(strstr(changed->problems->pdata[0], "THE KEY HAS CHANGED"));
}
END_TEST

START_TEST(named_keys_count_for_a_package)
{
  g_autoptr(AdrefSigners) both = signers_of(
      "for i in JPN ASEAN; do echo \"$i $(cut -d ' ' -f 1,2 keys/$i.pub)\"; done >keys.txt");
  AdrefPackageTrust trust = {.signers = both};
  g_autoptr(AdrefPackage) good = adref_package_check(packages[0], &trust);
  ck_assert_uint_eq(good->problems->len, 0);
  ck_assert(!result_of(good, "JPN")->is_new && !result_of(good, "ASEAN")->is_new);
  g_autoptr(AdrefSigners) other =
      signers_of("echo \"ASEAN $(cut -d ' ' -f 1,2 keys/ASEAN.pub)\" >keys.txt; "
                 "echo \"JPN $(cut -d ' ' -f 1,2 keys/eve.pub)\" >>keys.txt");
  trust.signers = other;
  g_autoptr(AdrefPackage) wrong = adref_package_check(packages[0], &trust);
  ck_assert_int_eq(result_of(wrong, "JPN")->verdict, ADREF_SIGNATURE_VERDICT_INVALID);
  ck_assert_int_eq(result_of(wrong, "ASEAN")->verdict, ADREF_SIGNATURE_VERDICT_VALID);
  ck_assert(!wrong->signatures_hold && !result_of(wrong, "JPN")->is_new);
}
END_TEST

START_TEST(a_package_says_what_was_signed)
{
  g_autoptr(AdrefPackage) first = adref_package_check(packages[0], NULL);
  g_autoptr(AdrefPackage) second = adref_package_check(packages[1], NULL);
  ck_assert_uint_eq(first->met, 2);
  ck_assert_uint_eq(first->needed, 2);
  ck_assert_ptr_null(first->former_label);
  ck_assert_str_eq(second->former_label, "rev1");
  ck_assert_uint_eq(second->former->len, 2);
  ck_assert_uint_eq(second->language_versions->len, 2);
  ck_assert_str_eq(second->version, "0");
  const AdrefLanguageVersion *ja = first->language_versions->pdata[1];
  ck_assert_str_eq(ja->language, "ja");
  ck_assert_str_eq(ja->path, "texts/ja.md");
  ck_assert_int_eq(ja->role, ADREF_LANGUAGE_ROLE_PROVISIONAL);
  for (guint i = 0; i < first->signatures->len; i++)
    ck_assert_int_eq(((AdrefSignatureResult *)first->signatures->pdata[i])->verdict,
                     ADREF_SIGNATURE_VERDICT_VALID);
}
END_TEST

/* What may be done to the list of pages. A script works in the folder of a package of rev1, whose
 * pages JPN has issued; the sums of MANIFEST are made anew after it. */

typedef struct {
  const char *name, *script;
  const char *step;     /* that finds it; NULL: nothing is wrong */
  gboolean alone;       /* no other step does, so that without it the list holds */
  const char *expected; /* what it says, joined by " | " */
  gint64 clock;         /* of the computer; 0: none */
} ListCase;

static const ListCase list_cases[] = {
    {"nothing is changed", "true", NULL, FALSE, "", 0},
    {"the same list, issued again", "list; issue JPN", NULL, FALSE, "", 1701388800},
    {"the list is altered", "sed -i s/Aiko/Eve/ PAGES", "signature", TRUE,
     "PAGES.sig: the signature is not that of the key over these bytes: *", 0},
    {"a page is altered", "echo x >pages/en.html", "pages", TRUE,
     "pages/en.html is not the page that JPN issued: PAGES has another SHA-256", 0},
    {"a page is altered, and the list made anew", "echo x >pages/en.html; list", "signature", TRUE,
     "PAGES.sig: the signature is not that of the key over these bytes: *", 0},
    {"a stranger signs it", "echo x >pages/en.html; list; issue eve", "signature", TRUE,
     "PAGES.sig: the key SHA256:* is not one of JPN in the file signers", 0},
    {"another party signs it", "echo x >pages/en.html; list; issue ASEAN", "signature", TRUE,
     "PAGES.sig: the key SHA256:* is not one of JPN in the file signers", 0},
    {"it is not signed", ": >PAGES.sig", "signature", TRUE, "PAGES.sig: it is not signed", 0},
    {"the list of another version",
     "sed -i \"s/^object .*/object $(printf %040d 1)/\" PAGES; issue JPN", "package", TRUE,
     "PAGES is the list of another package: pages/demo/rev1/JPN, version 00000000", 0},
    {"the list of another draft", "sed -i s,rev1/JPN,zero/JPN, PAGES; issue JPN", "package", TRUE,
     "PAGES is the list of another package: pages/demo/zero/JPN, *", 0},
    {"the list of another draft, in all its lines", "sed -i s/rev1/zero/ PAGES; issue JPN",
     "package", TRUE, "PAGES is the list of another package: pages/demo/zero/JPN, *", 0},
    {"the list of another statement", "sed -i s/demo/two/ PAGES; issue JPN", "package", TRUE,
     "PAGES is the list of another package: pages/two/rev1/JPN, *", 0},
    {"the list is taken away", "rm PAGES", "whole", FALSE, "PAGES is missing", 0},
    {"its signature is taken away", "rm PAGES.sig", "whole", FALSE, "PAGES.sig is missing", 0},
    {"its key is taken away", "rm keys/issuer", "key", FALSE,
     "keys/issuer is missing, or is not one key of JPN alone", 0},
    {"two keys", "sed s/^JPN/THA/ keys/signers >>keys/issuer", "key", FALSE,
     "keys/issuer is missing, or is not one key of JPN alone", 0},
    {"the key of another party to read", "sed -i s/JPN/THA/ keys/issuer.pub", "key", FALSE,
     "keys/issuer is missing, or is not one key of JPN alone", 0},
    {"a later form", "sed -i 's/pages 1/pages 2/' PAGES; issue JPN", "form", TRUE,
     "PAGES is not in the form \"adref pages 1\"", 0},
    {"words after the pages", "echo 'All is well.' >>PAGES; issue JPN", "form", TRUE,
     "PAGES is not in the form \"adref pages 1\"", 0},
    {"a page that is not listed", "echo x >pages/en.pdf", "surplus", TRUE,
     "pages/en.pdf is not in PAGES: JPN did not issue it", 0},
    {"a page that is taken away", "rm pages/en.html", "pages", TRUE,
     "pages/en.html is in PAGES, and is missing", 0},
    {"a signature for other purposes",
     "ssh-keygen -q -Y sign -n file -f ../keys/JPN <PAGES "
     ">PAGES.sig 2>/dev/null",
     "signature", TRUE, "PAGES.sig: the signature is for \"file\", and not for git", 0},
    {"an RSA key of 1024 bits",
     "rm -f ../keys/weak*; ssh-keygen -q -t rsa -b 1024 -N '' -C '' -f ../keys/weak; issuer weak; "
     "issue weak",
     "signature", TRUE,
     "PAGES.sig: the key SHA256:* is an RSA key of 1024 bits, too weak to trust its signatures", 0},
    {"a key for other purposes", "issuer JPN 'namespaces=\"file\" '", "signature", TRUE,
     "PAGES.sig: the file signers does not let the key SHA256:* sign for git", 0},
    {"an expired key", "issuer JPN 'valid-before=\"20200101000000Z\" '", "signature", TRUE,
     "PAGES.sig: the key SHA256:* was no longer valid", 0},
    {"a time that is to come", "true", "signature", TRUE,
     "PAGES.sig: its time is later than the clock of this computer; if this clock is right, the "
     "clock of JPN was wrong, and JPN signs again",
     1700000000},
};

static const char list_tools[] =
    "list() { sed '/^[0-9a-f]*  pages/d' PAGES >../P; LC_ALL=C sha256sum pages/* >>../P; "
    "mv ../P PAGES; }\n"
    "issue() { ssh-keygen -q -Y sign -n git -f ../keys/$1 <PAGES >PAGES.sig 2>/dev/null; }\n"
    "issuer() { key=$(cut -d ' ' -f 1,2 ../keys/$1.pub); echo \"$key JPN\" >keys/issuer.pub; "
    "echo \"JPN $2$key\" >keys/issuer; }\n";

static char *path_in_list(const char *path)
{
  return g_build_filename(sandbox, "list", path, NULL);
}

/* Writes the members into the sandbox's folder "list", runs the script there, and reads them. */
static GPtrArray *run_on_list(const GPtrArray *package, const char *script)
{
  static const char *const folders[] = {"keys", "pages", "signatures", "texts"};
  GPtrArray *members = adref_archive_members_new();
  sandbox_must_run(sandbox, sandbox, "rm -rf list");
  for (gsize i = 0; i < G_N_ELEMENTS(folders); i++) {
    g_autofree char *path = path_in_list(folders[i]);
    ck_assert_int_eq(g_mkdir_with_parents(path, 0755), 0);
  }
  for (guint i = 0; i < package->len; i++) {
    const AdrefArchiveMember *member = package->pdata[i];
    g_autofree char *path = path_in_list(member->path);
    gsize length;
    const char *data = g_bytes_get_data(member->bytes, &length);
    ck_assert(g_file_set_contents(path, data, (gssize)length, NULL));
  }
  g_autofree char *root = path_in_list(""), *all = g_strconcat(list_tools, script, NULL);
  sandbox_must_run(sandbox, root, all);
  for (guint i = 0; i <= package->len; i++) {
    const char *name =
        i < package->len ? ((AdrefArchiveMember *)package->pdata[i])->path : "pages/en.pdf";
    g_autofree char *path = path_in_list(name), *text = NULL;
    if (g_file_get_contents(path, &text, NULL, NULL))
      adref_archive_members_add_text(members, name, text);
  }
  adref_archive_members_sort(members);
  g_autofree char *manifest = adref_package_metadata_manifest(members);
  set_member(members, "MANIFEST", manifest);
  return members;
}

/* The package of rev1 with a list of its pages, which JPN signs. */
static GPtrArray *make_listed(void)
{
  g_autoptr(GPtrArray) members = copy_package(packages[0]), pages = g_ptr_array_new();
  g_autoptr(AdrefPackage) package = adref_package_check(members, NULL);
  AdrefPackagePage page = {(char[]){"pages/en.html"},
                           adref_archive_members_get(members, "pages/en.html")};
  g_ptr_array_add(pages, &page);
  g_autoptr(GString) payload =
      adref_page_list_payload("demo", "rev1", package->message->commit, "JPN",
                              "Aiko Mori <aiko@example.org>", 1701388800, 540, pages, NULL);
  set_member(members, "PAGES", payload->str);
  set_member(members, "PAGES.sig", "");
  set_member(members, "keys/issuer", "");
  set_member(members, "keys/issuer.pub", "");
  return run_on_list(members, "issuer JPN; issue JPN");
}

/* Who issued the pages, by all steps but one (NULL: by all). What is wrong goes to *problems. */
static AdrefPageIssue *check_list(const GPtrArray *members, const AdrefPackageTrust *trust,
                                  const char *without, char **problems)
{
  g_autoptr(AdrefPackage) package = adref_package_check(members, NULL);
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GArray) steps = g_array_new(FALSE, FALSE, sizeof(AdrefPageListStep));
  for (gsize i = 0; i < adref_page_list_step_count; i++)
    if (g_strcmp0(adref_page_list_steps[i].name, without) != 0)
      g_array_append_val(steps, adref_page_list_steps[i]);
  AdrefPageIssue *issue = adref_page_list_check(
      package, members, trust, (AdrefPageListStep *)(void *)steps->data, steps->len, all);
  g_ptr_array_add(all, NULL);
  *problems = g_strjoinv(" | ", (char **)all->pdata);
  return issue;
}

START_TEST(a_change_of_the_list_of_pages_is_named)
{
  const ListCase *one = &list_cases[_i];
  g_autoptr(GPtrArray) listed = make_listed();
  g_autoptr(GPtrArray) members = run_on_list(listed, one->script);
  AdrefPackageTrust trust = {.clock = one->clock};
  g_autofree char *problems = NULL, *left = NULL;
  g_autoptr(AdrefPageIssue) issue = check_list(members, &trust, NULL, &problems);
  ck_assert_msg(g_pattern_match_simple(one->expected, problems), "%s: %s", one->name, problems);
  ck_assert_msg(one->step ? !issue : issue && issue->is_known, "%s", one->name);
  if (!one->step)
    return;
  g_autoptr(AdrefPageIssue) passed = check_list(members, &trust, one->step, &left);
  ck_assert_msg(one->alone ? passed && !*left : strcmp(left, problems) != 0,
                "%s, without the check %s: %s", one->name, one->step, left);
}
END_TEST

/* The key of a stranger, for whom the package speaks itself. */
START_TEST(an_unknown_key_issues_no_pages)
{
  g_autoptr(GPtrArray) listed = make_listed();
  g_autoptr(GPtrArray) members =
      run_on_list(listed, "sed -i s/JPN/THA/ PAGES; issuer THA; sed -i 's/^JPN/THA/; s/JPN$/THA/' "
                          "keys/issuer*; issue THA");
  g_autofree char *problems = NULL, *wrong = NULL, *root = NULL, *pin = NULL, *list = NULL;
  g_autoptr(AdrefPageIssue) alone = check_list(members, NULL, NULL, &problems);
  ck_assert_str_eq(problems, "");
  ck_assert(!alone->is_known);
  ck_assert_str_eq(alone->party, "THA");
  ck_assert_str_eq(alone->time, "2023-12-01T09:00:00+09:00");
  g_autoptr(AdrefSigners) given =
      signers_of("echo \"THA $(cut -d ' ' -f 1,2 keys/THA.pub)\" >keys.txt");
  AdrefPackageTrust trust = {.signers = given};
  g_autoptr(AdrefPageIssue) named = check_list(members, &trust, NULL, &pin);
  ck_assert(named->is_known);
  g_autoptr(AdrefSigners) other =
      signers_of("echo \"THA $(cut -d ' ' -f 1,2 keys/eve.pub)\" >keys.txt");
  trust.signers = other;
  ck_assert_ptr_null(check_list(members, &trust, NULL, &wrong));
  ck_assert_ptr_nonnull(strstr(wrong, "is not one of THA in the file signers"));
  trust.signers = NULL;
  g_autoptr(GHashTable) revoked = g_hash_table_new(g_str_hash, g_str_equal);
  g_hash_table_add(revoked, alone->fingerprint);
  trust.revoked = revoked;
  ck_assert_ptr_null(check_list(members, &trust, NULL, &list));
  ck_assert_ptr_nonnull(strstr(list, "was revoked"));
}
END_TEST

START_TEST(a_pin_counts_for_the_list_of_pages)
{
  sandbox_must_run(sandbox, sandbox, "rm -rf work; cp -r world work");
  g_autofree char *root = g_build_filename(sandbox, "work", NULL);
  g_autoptr(AdrefRepo) repo = adref_repo_open(root, NULL);
  AdrefPackageTrust trust = {.repo = repo};
  g_autoptr(GPtrArray) listed = make_listed();
  g_autoptr(GPtrArray) members =
      run_on_list(listed, "sed -i s/JPN/THA/ PAGES; issuer THA; sed -i 's/^JPN/THA/; s/JPN$/THA/' "
                          "keys/issuer*; issue THA");
  g_autofree char *first = NULL, *second = NULL, *third = NULL;
  g_autoptr(AdrefPageIssue) unknown = check_list(members, &trust, NULL, &first);
  ck_assert(!unknown->is_known);
  ck_assert(adref_key_pins_set(repo, "THA", unknown->fingerprint, NULL));
  g_autoptr(AdrefPageIssue) pinned = check_list(members, &trust, NULL, &second);
  ck_assert(pinned->is_known);
  ck_assert(adref_key_pins_set(repo, "THA", "SHA256:other", NULL));
  ck_assert_ptr_null(check_list(members, &trust, NULL, &third));
  ck_assert_ptr_nonnull(strstr(third, "PAGES.sig: THE KEY HAS CHANGED"));
}
END_TEST

guint package_cheats(const char *part)
{
  guint count = 0;
  for (gsize i = 0; i < G_N_ELEMENTS(package_cases); i++) {
    const PackageCase *one = &package_cases[i];
    gboolean in_part = !*part || (one->path && g_str_has_prefix(one->path, part));
    count += *one->expected && in_part ? 1 : 0;
  }
  return count;
}

guint page_list_cheats(void)
{
  guint count = 0;
  for (gsize i = 0; i < G_N_ELEMENTS(list_cases); i++)
    count += *list_cases[i].expected ? 1 : 0;
  return count;
}

TCase *tcase_package(void)
{
  TCase *tcase = tcase_create("package");
  tcase_add_unchecked_fixture(tcase, set_up, tear_down);
  tcase_set_timeout(tcase, TIMEOUT);
  tcase_add_loop_test(tcase, a_change_of_a_package_is_named, 0, G_N_ELEMENTS(package_cases));
  tcase_add_test(tcase, a_package_says_what_was_signed);
  tcase_add_test(tcase, an_older_form_of_the_commands_is_good);
  tcase_add_test(tcase, without_pins_nobody_is_known);
  tcase_add_test(tcase, a_pin_counts_for_a_package);
  tcase_add_test(tcase, named_keys_count_for_a_package);
  tcase_add_loop_test(tcase, a_change_of_the_list_of_pages_is_named, 0, G_N_ELEMENTS(list_cases));
  tcase_add_test(tcase, an_unknown_key_issues_no_pages);
  tcase_add_test(tcase, a_pin_counts_for_the_list_of_pages);
  return tcase;
}
