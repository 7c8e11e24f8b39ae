#include "sign/page_list.h"

#include <string.h>

#include "sign/cases.h"
#include "sign/made_packages.h"
#include "sign/package_metadata.h"
#include "sign/sandbox.h"
#include "sign/seen_signatures.h"

/* What may be done to the list of pages. A script works in the folder of a package of rev1, whose
 * pages JPN has issued; the sums of MANIFEST are made anew after it. */

typedef struct {
  const char *name, *script;
  const char *step;     /* that finds it; NULL: nothing is wrong */
  gboolean alone;       /* no other step does, so that without it the list holds */
  const char *expected; /* what it says, joined by " | " */
  gint64 clock;         /* of the computer; 0: none */
} ListCase;

enum {
  TIMEOUT = 120
};

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
    {"a list that leads to no version", "sed -i 's/^type commit/type tree/' PAGES; issue JPN",
     "package", FALSE, "PAGES is the list of another package: pages/demo/rev1/JPN, *", 0},
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
    {"words beside its key", "sed -i '1i # of the minister' keys/issuer", "key", FALSE,
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
  return g_build_filename(made_packages_folder(), "list", path, NULL);
}

/* Writes the members into the sandbox's folder "list", runs the script there, and reads them. */
static GPtrArray *run_on_list(const GPtrArray *package, const char *script)
{
  static const char *const folders[] = {"keys", "pages", "signatures", "texts"};
  GPtrArray *members = adref_archive_members_new();
  sandbox_must_run(made_packages_folder(), made_packages_folder(), "rm -rf list");
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
  sandbox_must_run(made_packages_folder(), root, all);
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
  g_autoptr(GPtrArray) members = copy_package(made_package("rev1")), pages = g_ptr_array_new();
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

/* Whoever gives the party's key is not shown another one in the package. */
START_TEST(the_key_in_the_package_is_the_one_that_signed)
{
  g_autoptr(GPtrArray) listed = make_listed();
  g_autoptr(GPtrArray) members = run_on_list(listed, "issuer eve");
  g_autoptr(AdrefSigners) given =
      signers_of("echo \"JPN $(cut -d ' ' -f 1,2 keys/JPN.pub)\" >keys.txt");
  AdrefPackageTrust trust = {.signers = given};
  g_autofree char *problems = NULL, *none = NULL;
  ck_assert_ptr_null(check_list(members, &trust, NULL, &problems));
  ck_assert_str_eq(problems, "PAGES.sig: keys/issuer is not the key that signed");
  g_autoptr(AdrefPageIssue) issue = check_list(listed, &trust, NULL, &none);
  ck_assert(issue && issue->is_known);
}
END_TEST

/* A sign-off that does not hold makes nobody known, nor does one by another key. */
START_TEST(a_signatory_is_whoever_signed_validly)
{
  g_autoptr(GPtrArray) listed = make_listed();
  g_autoptr(GPtrArray) members =
      run_on_list(listed, "sed -i 's/^Capacity: .*/Capacity: initialled/' signatures/JPN.txt");
  g_autofree char *problems = NULL, *none = NULL;
  g_autoptr(AdrefPageIssue) known = check_list(listed, NULL, NULL, &none);
  g_autoptr(AdrefPageIssue) unknown = check_list(members, NULL, NULL, &problems);
  ck_assert(known->is_known && !unknown->is_known);
  g_autoptr(GPtrArray) others = run_on_list(listed, "issuer eve; issue eve");
  g_autofree char *nothing = NULL;
  g_autoptr(AdrefPageIssue) stranger = check_list(others, NULL, NULL, &nothing);
  ck_assert(stranger && !stranger->is_known);
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
  sandbox_must_run(made_packages_folder(), made_packages_folder(), "rm -rf work; cp -r world work");
  g_autofree char *root = g_build_filename(made_packages_folder(), "work", NULL);
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

guint page_list_cheats(void)
{
  guint count = 0;
  for (gsize i = 0; i < G_N_ELEMENTS(list_cases); i++)
    count += *list_cases[i].expected ? 1 : 0;
  return count;
}

TCase *tcase_page_list(void)
{
  TCase *tcase = tcase_create("page_list");
  tcase_add_unchecked_fixture(tcase, made_packages_set_up, made_packages_tear_down);
  tcase_set_timeout(tcase, TIMEOUT);
  tcase_add_loop_test(tcase, a_change_of_the_list_of_pages_is_named, 0, G_N_ELEMENTS(list_cases));
  tcase_add_test(tcase, the_key_in_the_package_is_the_one_that_signed);
  tcase_add_test(tcase, a_signatory_is_whoever_signed_validly);
  tcase_add_test(tcase, an_unknown_key_issues_no_pages);
  tcase_add_test(tcase, a_pin_counts_for_the_list_of_pages);
  return tcase;
}
