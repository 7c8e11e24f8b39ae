#include "sign/package.h"

#include <string.h>

#include "sign/cases.h"
#include "sign/made_packages.h"
#include "sign/package_metadata.h"
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

static void set_signature(GPtrArray *members, const char *script)
{
  int status;
  g_autofree char *root = g_build_filename(made_packages_folder(), "world", NULL);
  g_autofree char *tag = sandbox_shell(made_packages_folder(), root, script, &status);
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

START_TEST(a_change_of_a_package_is_named)
{
  const PackageCase *one = &package_cases[_i];
  g_autoptr(GPtrArray) members = copy_package(made_package(one->label));
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
  g_autoptr(GPtrArray) members = copy_package(made_package("rev1"));
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

/* Other facts are other texts, whatever else is right; and signatures do not hold beside a list of
 * keys that has been changed, although all that are needed are valid. */
START_TEST(what_holds_is_told_apart)
{
  static const PackageCase cases[] = {
      {"rev1", "FACTS", "Tokyo", "Bonn", ""},
      {"rev1", "keys/signers", "JPN", "# ASEAN withdraws\nJPN", ""}};
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(GPtrArray) members = copy_package(made_package("rev1"));
    change(members, &cases[i]);
    g_autoptr(AdrefPackage) checked = adref_package_check(members, NULL);
    ck_assert_uint_eq(checked->met, 2);
    ck_assert_msg(checked->texts_hold == (i == 1), "%zu", i);
    ck_assert_msg(!checked->signatures_hold, "%zu", i);
  }
}
END_TEST

START_TEST(words_of_pages_have_a_size)
{
  for (guint more = 0; more < 2; more++) {
    g_autoptr(GPtrArray) members = copy_package(made_package("rev1"));
    g_autofree char *words = g_strnfill(64 * 1024 + more, '#');
    set_member(members, "languages/en.yaml", words);
    g_autofree char *manifest = adref_package_metadata_manifest(members);
    set_member(members, "MANIFEST", manifest);
    g_autoptr(AdrefPackage) checked = adref_package_check(members, NULL);
    ck_assert_uint_eq(checked->problems->len, more);
    if (more)
      ck_assert_str_eq(checked->problems->pdata[0], "languages/en.yaml has more than 65536 bytes");
  }
}
END_TEST

START_TEST(without_pins_nobody_is_known)
{
  g_autoptr(AdrefPackage) alone = adref_package_check(made_package("rev1"), NULL);
  ck_assert(alone->signatures_hold && alone->texts_hold && !alone->pages_confirmed);
  ck_assert(result_of(alone, "JPN")->is_new && result_of(alone, "ASEAN")->is_new);
}
END_TEST

START_TEST(a_pin_counts_for_a_package)
{
  sandbox_must_run(made_packages_folder(), made_packages_folder(), "rm -rf work; cp -r world work");
  g_autofree char *root = g_build_filename(made_packages_folder(), "work", NULL);
  g_autoptr(AdrefRepo) repo = adref_repo_open(root, NULL);
  AdrefPackageTrust trust = {.repo = repo};
  g_autoptr(AdrefPackage) good = adref_package_check(made_package("rev1"), &trust);
  ck_assert_uint_eq(good->problems->len, 0);
  ck_assert(!result_of(good, "JPN")->is_new);
  ck_assert(adref_key_pins_set(repo, "JPN", "SHA256:other", NULL));
  g_autoptr(AdrefPackage) changed = adref_package_check(made_package("rev1"), &trust);
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
  g_autoptr(AdrefPackage) good = adref_package_check(made_package("rev1"), &trust);
  ck_assert_uint_eq(good->problems->len, 0);
  ck_assert(!result_of(good, "JPN")->is_new && !result_of(good, "ASEAN")->is_new);
  g_autoptr(AdrefSigners) other =
      signers_of("echo \"ASEAN $(cut -d ' ' -f 1,2 keys/ASEAN.pub)\" >keys.txt; "
                 "echo \"JPN $(cut -d ' ' -f 1,2 keys/eve.pub)\" >>keys.txt");
  trust.signers = other;
  g_autoptr(AdrefPackage) wrong = adref_package_check(made_package("rev1"), &trust);
  ck_assert_int_eq(result_of(wrong, "JPN")->verdict, ADREF_SIGNATURE_VERDICT_INVALID);
  ck_assert_int_eq(result_of(wrong, "ASEAN")->verdict, ADREF_SIGNATURE_VERDICT_VALID);
  ck_assert(!wrong->signatures_hold && !result_of(wrong, "JPN")->is_new);
}
END_TEST

START_TEST(a_package_says_what_was_signed)
{
  g_autoptr(AdrefPackage) first = adref_package_check(made_package("rev1"), NULL);
  g_autoptr(AdrefPackage) second = adref_package_check(made_package("corr1"), NULL);
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

TCase *tcase_package(void)
{
  TCase *tcase = tcase_create("package");
  tcase_add_unchecked_fixture(tcase, made_packages_set_up, made_packages_tear_down);
  tcase_set_timeout(tcase, TIMEOUT);
  tcase_add_loop_test(tcase, a_change_of_a_package_is_named, 0, G_N_ELEMENTS(package_cases));
  tcase_add_test(tcase, a_package_says_what_was_signed);
  tcase_add_test(tcase, an_older_form_of_the_commands_is_good);
  tcase_add_test(tcase, what_holds_is_told_apart);
  tcase_add_test(tcase, words_of_pages_have_a_size);
  tcase_add_test(tcase, without_pins_nobody_is_known);
  tcase_add_test(tcase, a_pin_counts_for_a_package);
  tcase_add_test(tcase, named_keys_count_for_a_package);
  return tcase;
}
