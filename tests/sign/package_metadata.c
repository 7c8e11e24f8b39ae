#include "sign/package_metadata.h"

#include <string.h>

#include "sign/cases.h"

#define SUM     "6e1cb246c5b01fb11e526ed5c738ccaee462b2aee1085da4a16d298d8fc57907"
#define TAGGER  "object 1\ntype commit\ntag x\ntagger A <a@b.c> 1701388800 +0900\n\nx\n-----BEGIN "
#define SSH_TAG TAGGER "SSH SIGNATURE-----\nx\n-----END SSH SIGNATURE-----\n"
#define GPG_TAG TAGGER "PGP SIGNATURE-----\nx\n-----END PGP SIGNATURE-----\n"

static const char verify_txt_title[] = "How to check s/corr1 with stock programs\n\n";

static const char *const verify_txt_first[] = {
    "1. Nothing was changed since the package was made:\n\n",
    "1. No file is damaged or missing. Who changes a file can change MANIFEST too; so the\n"
    "   next steps count.\n\n"};

static const char verify_txt[] =
    "    sha256sum -c --quiet MANIFEST\n"
    "\n"
    "2. Each party has signed its own statement; read what it says:\n"
    "\n"
    "    ssh-keygen -Y verify -f keys/signers -I JPN -n git -Overify-time=20231201000000Z -s "
    "signatures/JPN.sig <signatures/JPN.txt\n"
    "    gpg --import keys/THA.asc\n"
    "    gpg --verify signatures/THA.sig signatures/THA.txt\n"
    "    cat signatures/*.txt\n"
    "\n"
    "3. All have signed the same texts, and these are they: the first command says 1 for\n"
    "   each party, the others nothing but \"OK\".\n"
    "\n"
    "    grep -c '^Text: ' signatures/*.txt\n"
    "    grep -h '^Text: en ' signatures/*.txt | sort -u | sed 's,^Text: [^ ]* [^ ]* \\([^ ]*\\) "
    ".*,\\1  texts/en.md,' | sha256sum -c\n"
    "\n"
    "   They correct s/rev1, by correction.md, which is part of what each signed (1 for each "
    "party);\n"
    "   the sums in it are those of the former texts and of the new ones:\n"
    "\n"
    "    grep -c '^Corrects: ' signatures/*.txt\n"
    "    grep -h '^Corrects: ' signatures/*.txt | sort -u | sed 's,^Corrects: [^ ]* \\(.*\\),\\1  "
    "correction.md,' | sha256sum -c\n"
    "    sed -n 's,^\\* ,,p' correction.md | sha256sum -c\n"
    "    cat correction.md\n"
    "\n"
    "4. Those have signed who must; the rule is part of what each signed:\n"
    "\n"
    "    grep -h '^Rule: ' signatures/*.txt | sort -u\n"
    "\n"
    "   It is: approved; JPN; THA\n"
    "\n"
    "5. The keys are theirs. No program can say that: compare the fingerprints with\n"
    "   what the delegations gave you.\n"
    "\n"
    "    ssh-keygen -l -f keys/JPN.pub\n"
    "    gpg --show-keys keys/THA.asc\n";

static const char *const verify_txt_last[] = {
    "\nThe pages are made of the texts; adref verify makes them anew and compares.\n",
    "\n6. The pages say what the texts say. The signatures cover the texts, not the pages.\n"
    "   With adref: \"adref verify .\" makes every page anew and compares the bytes; it must\n"
    "   say \"pages confirmed\". Without adref: open each text and its page together, such as\n"
    "   texts/en.md and pages/en.html, and compare word by word: headings, numbers of\n"
    "   paragraphs, amounts, dates, tables and notes. Then compare the PDF with the HTML.\n"
    "   A page has the words of its text, each once, in the same order. Where they differ,\n"
    "   the text was signed, and the page was not.\n"};

static const char verify_txt_list[] =
    "\n7. JPN issued the pages: it signed PAGES, the list of their SHA-256 sums, and answers for\n"
    "   them. Where adref makes a page otherwise (another version of it, other fonts), step 6\n"
    "   says \"pages as issued by\" this key, which is enough when you trust it. The first\n"
    "   command shows the signature and the key, the second says \"OK\" for each page, and the\n"
    "   third shows the pages that are not in the list: there must be none.\n\n"
    "    ssh-keygen -Y verify -f keys/issuer -I JPN -n git -Overify-time=20231201000000Z -s "
    "PAGES.sig "
    "<PAGES && ssh-keygen -l -f keys/issuer.pub\n"
    "    grep '^[0-9a-f]*  pages/' PAGES | sha256sum -c\n"
    "    ! sha256sum pages/* | grep -v -x -F -f PAGES\n";

/* What a package says of itself must stay, or packages of before would no longer be whole. */
START_TEST(the_words_of_a_package_stay)
{
  static const char form[] =
      "Sign-off of s/corr1 by JPN\n\nFormat: adref sign-off 1\nStatement: s\n"
      "Label: corr1\nCommit: 1111111111111111111111111111111111111111\n"
      "Text: en authentic " SUM " " SUM "\nCorrects: rev1 " SUM "\n"
      "Rule: approved; JPN; THA\nParty: JPN\nCapacity: signed\nName: A\n"
      "Time: 2023-12-01T09:00:00+09:00\n";
  static const AdrefNumbering numbering = {
      .operative = TRUE, .single_operative = TRUE, .preambular = TRUE, .sections = TRUE};
  g_autoptr(AdrefSignoffMessage) message = adref_signoff_message_read(form, strlen(form), NULL);
  g_autoptr(GPtrArray) entries = adref_verify_txt_entries_new();
  g_autoptr(GBytes) ssh = g_bytes_new_static(SSH_TAG, strlen(SSH_TAG));
  g_autoptr(GBytes) gpg = g_bytes_new_static(GPG_TAG, strlen(GPG_TAG));
  adref_verify_txt_entries_add(entries, "JPN", ssh);
  adref_verify_txt_entries_add(entries, "THA", gpg);
  ck_assert_uint_eq(G_N_ELEMENTS(verify_txt_last), ADREF_VERIFY_TXT_FORM - 1);
  for (guint i = 1; i <= ADREF_VERIFY_TXT_FORM; i++) {
    g_autofree char *verify = adref_package_metadata_verify_txt(message, entries, NULL, i);
    g_autofree char *words = g_strconcat(verify_txt_title, verify_txt_first[MIN(i, 2) - 1],
                                         verify_txt, verify_txt_last[MIN(i, 2) - 1], NULL);
    ck_assert_str_eq(verify, words);
  }
  message->form = 2;
  message->facts = g_strdup(SUM);
  g_autofree char *third = adref_package_metadata_verify_txt(message, entries, NULL, 3);
  g_autofree char *fourth = adref_package_metadata_verify_txt(message, entries, entries->pdata[0],
                                                              ADREF_VERIFY_TXT_LIST_FORM);
  g_autofree char *listed = g_strconcat(third, verify_txt_list, NULL);
  ck_assert_str_eq(fourth, listed);
  g_autofree char *second = adref_package_metadata_verify_txt(message, entries, NULL, 2);
  ck_assert_ptr_nonnull(
      strstr(third, "\n    grep -h '^Facts: ' signatures/*.txt | sort -u | sed 's,^Facts: "
                    "\\(.*\\),\\1  FACTS,' | sha256sum -c\n\n"));
  ck_assert_ptr_null(strstr(second, "Facts"));
  char *alternats[] = {(char[]){"JPN"}, (char[]){"THA"}, NULL};
  g_autofree char *facts = adref_package_metadata_facts(&numbering, "0.9", alternats);
  ck_assert_str_eq(facts, "adref: 0.9\nnumbers: operative single-operative preambular sections\n"
                          "alternats: JPN THA\n");
}
END_TEST

TCase *tcase_package_metadata(void)
{
  TCase *tcase = tcase_create("package_metadata");
  tcase_add_test(tcase, the_words_of_a_package_stay);
  return tcase;
}
