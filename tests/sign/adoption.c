#include "sign/adoption_check.h"

#include <string.h>

#include "sign/cases.h"
#include "sign/package_metadata.h"
#include "sign/page_list.h"
#include "sign/sandbox.h"
#include "work/publish/package_folder.h"

/* What may be done to the package of an adopted text, and what adref_package_check() says of it.
 * The sums of MANIFEST are made anew. A case that ends with "record JPN" is the recorder's own
 * cheat. */

enum {
  TIMEOUT = 120
};

typedef struct {
  const char *name, *package, *script;
  const char *step;     /* of the adoption or of its list that finds it; NULL: another check */
  gboolean alone;       /* no other step does, so that without it the adoption holds */
  const char *expected; /* the first problem; "" for none */
} AdoptionCase;

#define SIGN "; sums; record JPN"

static const AdoptionCase cases[] = {
    {"nothing is changed", "demo-zero", "true", NULL, FALSE, ""},
    {"nothing is changed, silence held", "demo-rev1", "true", NULL, FALSE, ""},
    {"nothing is changed, silence was broken on a clause", "demo-rev2", "true", NULL, FALSE, ""},
    {"the same list, signed again", "demo-zero", "true" SIGN, NULL, FALSE, ""},

    /* the records */
    {"an agreement is removed", "demo-zero", "sed -i '/ title: /d' records/ASEAN.yaml", "files",
     FALSE, "records/ASEAN.yaml is not the file that ADOPTED names"},
    {"an agreement is removed, and recorded", "demo-zero",
     "sed -i '/ title: /d' records/ASEAN.yaml" SIGN, "agreed", FALSE,
     "not adopted: title: agreed by 1 of 2; waits for ASEAN"},
    {"an agreement to other words", "demo-zero",
     "sed -i 's/ title: en \\(.\\)[0-9a-f]/ title: en \\1x/; s/ title: en \\(.\\)x/ title: en "
     "\\10/; s/ title: en ../ title: en 00/' records/ASEAN.yaml" SIGN,
     "agreed", TRUE, "not adopted: title: changed since agreed by ASEAN (en)"},
    {"the agreement to other words in the other language", "demo-zero",
     "sed -i 's/ ja ../ ja 00/' records/JPN.yaml" SIGN, "agreed", TRUE,
     "not adopted: changed since agreed by JPN (ja): title, *"},
    {"a record of another statement", "demo-zero",
     "sed -i 's/^statement: demo/statement: two/' records/ASEAN.yaml" SIGN, "agreed", FALSE,
     "not adopted: agreed by 1 of 2; waits for ASEAN: title, chapeau, *"},
    {"a record that names no statement", "demo-zero",
     "sed -i '/^statement: /d' records/ASEAN.yaml" SIGN, "agreed", FALSE,
     "not adopted: agreed by 1 of 2; waits for ASEAN: title, chapeau, *"},
    {"the record of another party", "demo-zero",
     "sed 's/^party: JPN/party: ASEAN/' records/JPN.yaml >records/ASEAN.yaml; sed -i 's/^  - "
     "agree/&/' records/ASEAN.yaml; sed -i 's/09:00:00+09:00/08:00:00+09:00/' "
     "records/ASEAN.yaml" SIGN,
     "acts", TRUE, "ADOPTED says \"ASEAN agree *\", and the records have \"ASEAN agree *\""},
    {"a record is taken away", "demo-zero", "rm records/ASEAN.yaml", "files", FALSE,
     "records/ASEAN.yaml is missing"},
    {"a record is taken away, with its lines", "demo-zero",
     "rm records/ASEAN.yaml; sed -i '/^Record: ASEAN/d; /^Act: ASEAN/d' ADOPTED" SIGN, "agreed",
     TRUE, "not adopted: agreed by 1 of 2; waits for ASEAN: title, chapeau, *"},
    {"a record that is not listed", "demo-zero", "cp records/JPN.yaml records/VNM.yaml", NULL,
     FALSE, "records/VNM.yaml does not belong to a package"},
    {"a record that cannot be read", "demo-zero", "echo x >records/ASEAN.yaml" SIGN, NULL, FALSE,
     "records/ASEAN.yaml:1:1: *"},
    {"a reopening is put into a record", "demo-rev1",
     "sed 's/^- agree:/- reopen:/; s/^  by:/  reason: x\\n  by:/; 1,4d' records/JPN.yaml >../R; "
     "cat "
     "../R >>records/JPN.yaml" SIGN,
     "agreed", FALSE, "not adopted: agreed by 1 of 2, reopened by JPN: x: title, *"},
    {"another list of groups", "demo-zero", "sed -i 's/Thailand/Siam/' parties.yaml", "files", TRUE,
     "parties.yaml is not the file that ADOPTED names"},
    {"no list of groups", "demo-zero", "rm parties.yaml", NULL, FALSE, "parties.yaml is missing"},

    /* the list */
    {"the time of an act", "demo-zero",
     "sed -i 's/^\\(Act: JPN agree 2023-12-01T\\)09/\\108/' ADOPTED" SIGN, "acts", TRUE,
     "ADOPTED says \"JPN agree 2023-12-01T08:00:00+09:00\", and the records have \"JPN agree "
     "2023-12-01T09:00:00+09:00\""},
    {"an act after the adoption", "demo-zero",
     "sed -i 's/2023-12-01T09/2023-12-01T10/' records/JPN.yaml; sed -i 's/^\\(Act: JPN agree "
     "2023-12-01T\\)09/\\110/' ADOPTED" SIGN,
     "times", TRUE, "an act of JPN is later than the adoption: 2023-12-01T10:00:00+09:00"},
    {"an act whose time is none", "demo-zero",
     "sed -i \"s/'2023-12-01T09.*/soon/\" records/JPN.yaml; sed -i 's/^\\(Act: JPN agree "
     "\\)[^ ]*/\\1soon/' ADOPTED" SIGN,
     "times", TRUE, "the time of an act of JPN cannot be read"},
    {"an act is taken from the list", "demo-zero", "sed -i '/^Act: THA/d' ADOPTED" SIGN, "acts",
     TRUE, "ADOPTED lists 2 acts, and the records have 3"},
    {"an act is put into the list", "demo-zero",
     "sed -i 's/^Act: THA.*/&\\n&/; s/\\(\\nAct: \\)THA/\\1VNM/' ADOPTED" SIGN, "acts", TRUE,
     "ADOPTED lists 4 acts, and the records have 3"},
    {"an act of another party", "demo-zero", "sed -i 's/^Act: ASEAN/Act: VNM/' ADOPTED" SIGN,
     "acts", TRUE, "ADOPTED says \"VNM agree *"},
    {"a disassociation that is called an agreement", "demo-zero",
     "sed -i 's/^Act: THA disassociate/Act: THA agree/' ADOPTED" SIGN, "acts", TRUE,
     "ADOPTED says \"THA agree *\", and the records have \"THA disassociate *\""},
    {"on how many clauses an act is", "demo-zero",
     "sed -i 's/^\\(Act: JPN.*\\) 7$/\\1 6/' ADOPTED" SIGN, "acts", TRUE,
     "ADOPTED says \"JPN agree *"},
    {"a sum in the list", "demo-zero",
     "sed -i 's/^Record: JPN ../Record: JPN 00/' ADOPTED; record JPN", "files", TRUE,
     "records/JPN.yaml is not the file that ADOPTED names"},
    {"a line of the list is taken away", "demo-zero", "sed -i '/^Parties: /d' ADOPTED; record JPN",
     NULL, FALSE, "ADOPTED lacks a line that it must have"},
    {"a line that the list does not have", "demo-zero",
     "sed -i 's/^Rule: .*/&\\nSigned: by all/' ADOPTED; record JPN", "form", TRUE,
     "ADOPTED is not in the form \"adref adoption 1\""},
    {"the list is altered", "demo-zero", "sed -i s/Aiko/Eve/ ADOPTED", "signature", TRUE,
     "ADOPTED.sig: the signature is not that of the key over these bytes: *"},
    {"a stranger signs the list", "demo-zero", "record eve", "signature", TRUE,
     "ADOPTED.sig: the key SHA256:* is not one of JPN in the file signers"},
    {"another party signs the list", "demo-zero", "record ASEAN", "signature", TRUE,
     "ADOPTED.sig: the key SHA256:* is not one of JPN in the file signers"},
    {"the list is not signed", "demo-zero", ": >ADOPTED.sig", "signature", TRUE,
     "ADOPTED.sig: it is not signed"},
    {"the signature is taken away", "demo-zero", "rm ADOPTED.sig", "whole", FALSE,
     "ADOPTED.sig is missing"},
    {"the list of another draft", "demo-zero",
     "sed -i 's/^Label: zero/Label: rev1/' ADOPTED; record JPN", "form", FALSE,
     "ADOPTED is not in the form \"adref adoption 1\""},
    {"the list of another draft, in all its lines but the tag", "demo-zero",
     "sed -i 's/^Label: zero/Label: rev1/; s,of demo/zero,of demo/rev1,' ADOPTED; record JPN",
     "package", TRUE, "ADOPTED is the list of another package: adopted/demo/zero/JPN, *"},
    {"the list is taken away", "demo-zero", "rm ADOPTED ADOPTED.sig", NULL, FALSE,
     "nobody has signed"},

    /* texts, facts and pages */
    {"a text is altered", "demo-zero", "sed -i s/5,000/6,000/ texts/en.md", NULL, FALSE,
     "texts/en.md is not the text that was signed"},
    {"a text is altered, and recorded", "demo-zero", "sed -i s/5,000/6,000/ texts/en.md" SIGN,
     "agreed", FALSE, "texts/en.md has other numbers than were signed: FACTS was changed"},
    {"the clauses of one language in another order", "demo-zero",
     "awk '/^<!-- pp/ {keep = 1} /^<!-- heading cyber/ {keep = 0} keep {held = held $0 \"\\n\"; "
     "next} "
     "{print} END {printf \"\\n%s\", held}' texts/ja.md >../T; mv ../T texts/ja.md" SIGN,
     "languages", TRUE, "texts/ja.md has other numbers than were signed: FACTS was changed"},
    {"a note in a text", "demo-zero", "printf '\\n<!-- note JPN: hm -->\\n' >>texts/en.md" SIGN,
     "notes", TRUE, "texts/en.md has a note or a comment, which is no part of an adopted text"},
    {"a bracket in a text", "demo-zero", "sed -i 's/Adopted/[Adopted]/' texts/en.md" SIGN, "agreed",
     FALSE, "texts/en.md has other numbers than were signed: FACTS was changed"},
    {"a fact", "demo-zero", "sed -i s/Tokyo/Bonn/ FACTS", NULL, FALSE,
     "FACTS is not what was signed"},
    {"a disassociation is removed from what pages print", "demo-zero",
     "sed -i '/^position /d' FACTS" SIGN, "positions", TRUE,
     "FACTS does not state the positions of the parties as the records do"},
    {"a disassociation is altered in what pages print", "demo-zero",
     "sed -i 's/sets no target/welcomes the target/' FACTS" SIGN, "positions", TRUE,
     "FACTS does not state the positions of the parties as the records do"},
    {"a disassociation is altered in the record", "demo-zero",
     "sed -i 's/sets no target/welcomes the target/' records/THA.yaml" SIGN, "positions", TRUE,
     "FACTS does not state the positions of the parties as the records do"},
    {"a disassociation of another party", "demo-zero",
     "sed -i 's/^position THA/position VNM/' FACTS" SIGN, "positions", TRUE,
     "FACTS does not state the positions of the parties as the records do"},
    {"a disassociation with all its traces", "demo-zero",
     "rm records/THA.yaml; sed -i '/THA/d' FACTS ADOPTED; sed -i 's/^- agree/&/' ADOPTED" SIGN,
     NULL, FALSE, ""},
    {"the page of a text that was signed", "demo-zero",
     "sed -i 's/Adopted; recorded by Japan//' pages/en.html", "pages", TRUE,
     "pages/en.html is not the page that JPN issued: ADOPTED has another SHA-256"},
    {"a page is taken away", "demo-zero", "rm pages/en.pdf", "pages", TRUE,
     "pages/en.pdf is in ADOPTED, and is missing"},
    {"a page that is not listed", "demo-zero", "sed -i '/pages.en.pdf/d' ADOPTED; record JPN",
     "surplus", TRUE, "pages/en.pdf is not in ADOPTED: JPN did not issue it"},
    {"a list of pages too", "demo-zero", "cp ADOPTED PAGES; cp ADOPTED.sig PAGES.sig", NULL, FALSE,
     "PAGES does not belong to a package"},
    {"a signature of a party", "demo-zero",
     "mkdir signatures; cp ADOPTED signatures/JPN.txt; cp "
     "ADOPTED.sig signatures/JPN.sig",
     NULL, FALSE, "signatures/JPN.sig does not belong to a package"},
    {"keys of signatories", "demo-zero", "cp keys/issuer keys/signers", NULL, FALSE,
     "keys/signers does not belong to a package"},
    {"the commands of a text that was signed", "demo-zero",
     "sed -i 's/was adopted/was signed/' VERIFY.txt", NULL, FALSE,
     "VERIFY.txt does not have the commands for this package"},

    /* silence */
    {"silence that was none", "demo-zero",
     "sed -i 's/^Parties: .*/&\\nSilence: 2023-12-01T18:00+09:00[Asia\\/Tokyo]\\nDraft: 0/' "
     "ADOPTED; "
     "record JPN",
     NULL, FALSE, "ADOPTED lacks a line that it must have"},
    {"another deadline in the list", "demo-rev1",
     "sed -i 's/^Silence: 2023-12-01T18/Silence: 2023-12-01T17/' ADOPTED" SIGN, "silence", TRUE,
     "draft.txt has another deadline than ADOPTED"},
    {"another deadline in the draft", "demo-rev1", "sed -i 's/T18:00/T17:00/' draft.txt", "files",
     FALSE, "draft.txt is not the file that ADOPTED names"},
    {"the tag of another draft", "demo-rev1",
     "sed -i 's,^tag demo/rev1,tag demo/zero,' draft.txt" SIGN, "silence", TRUE,
     "draft.txt is the tag of another draft"},
    {"the tag on another version", "demo-rev1",
     "sed -i \"s/^object .*/object $(printf %040d 1)/\" draft.txt" SIGN, "silence", TRUE,
     "draft.txt is the tag of another draft"},
    {"an adoption before the silence ended", "demo-rev1",
     "sed -i 's/^\\(tagger .*> \\)[0-9]*/\\11701392400/' ADOPTED" SIGN, "silence", TRUE,
     "the adoption is recorded before the silence ended"},
    {"an adoption in the second in which the silence ends", "demo-rev1",
     "sed -i 's/^\\(tagger .*> \\)[0-9]*/\\11701421200/' ADOPTED" SIGN, "silence", TRUE,
     "the adoption is recorded before the silence ended"},
    {"an adoption a second later", "demo-rev1",
     "sed -i 's/^\\(tagger .*> \\)[0-9]*/\\11701421201/' ADOPTED" SIGN, NULL, FALSE,
     "VERIFY.txt does not have the commands for this package"},
    {"the draft is taken away", "demo-rev1", "rm draft.txt", "files", FALSE,
     "draft.txt is missing"},
    {"silence is taken from the list", "demo-rev1",
     "rm draft.txt; sed -i '/^Silence: /d; /^Draft: /d' ADOPTED" SIGN, "agreed", TRUE,
     "not adopted: training: changed since agreed by JPN, ASEAN (en, ja)*"},

    /* the level of agreement */
    {"a level that the records do not have", "demo-zero",
     "sed -i 's/adoption 1/adoption 2/; s/^Rule: .*/&\\nLevel: confirmed/' ADOPTED; record JPN",
     "agreed", FALSE, "not adopted: agreed ad ref, not confirmed by JPN, ASEAN: title, *"},
    {"a level that there is not", "demo-zero",
     "sed -i 's/adoption 1/adoption 2/; s/^Rule: .*/&\\nLevel: signed/' ADOPTED; record JPN",
     "form", FALSE, "ADOPTED is not in the form \"adref adoption 1\""},

    /* silence that was broken on some clauses */
    {"a break of a clause that the text does not have", "demo-rev2",
     "sed -i 's/^\\(Broken: .*\\) training/\\1 nowhere/' ADOPTED" SIGN, "breaks", TRUE,
     "ADOPTED says that VNM broke the silence on nowhere, which is no clause"},
    {"a break of a clause to which its party has not agreed", "demo-rev2",
     "sed -i 's/^Broken: .*/& friendship/' ADOPTED" SIGN, "breaks", TRUE,
     "not adopted: VNM has broken the silence on friendship, and has not agreed since"},
    {"a break after the agreement", "demo-rev2",
     "sed -i 's/^\\(Broken: VNM 2023-12-01T\\)09/\\111/' ADOPTED" SIGN, "breaks", TRUE,
     "not adopted: VNM has broken the silence on training, and has not agreed since"},
    {"a break whose time is none", "demo-rev2",
     "sed -i 's/^\\(Broken: VNM \\)[^ ]*/\\1soon/' ADOPTED" SIGN, "breaks", TRUE,
     "the time of a break of silence by VNM cannot be read"},
    {"a clause on which silence was broken is not agreed", "demo-rev2",
     "tac records/JPN.yaml | sed '0,/ training: en ../s// training: en 00/' >../R; tac ../R "
     ">records/JPN.yaml" SIGN,
     "agreed", TRUE, "not adopted: training: changed since agreed by JPN (en)*"},
    {"a break in a list of the first form", "demo-rev2",
     "sed -i 's/adoption 2/adoption 1/' ADOPTED; record JPN", "form", TRUE,
     "ADOPTED is not in the form \"adref adoption 2\""},
    {"a break where no silence was", "demo-zero",
     "sed -i 's/adoption 1/adoption 2/; s/^Parties: .*/&\\nBroken: VNM 2023-12-01T09:00:00+09:00 "
     "training/' ADOPTED; record JPN",
     NULL, FALSE, "ADOPTED lacks a line that it must have"},
};

static char *sandbox;

static void set_up(void)
{
  sandbox = sandbox_new();
  sandbox_must_run(sandbox, sandbox, "adopted_world");
}

static void tear_down(void)
{
  sandbox_free(g_steal_pointer(&sandbox));
}

/* A copy of the package, on which the script was run. */
static GPtrArray *run_on(const char *package, const char *script)
{
  GError *error = NULL;
  g_autoptr(GPtrArray) problems = g_ptr_array_new_with_free_func(g_free);
  g_autofree char *copy = g_strdup_printf("rm -rf copy; cp -r packages/%s copy", package);
  g_autofree char *folder = g_build_filename(sandbox, "copy", NULL);
  sandbox_must_run(sandbox, sandbox, copy);
  sandbox_must_run(sandbox, folder, script);
  sandbox_must_run(
      sandbox, folder,
      "find . -type f ! -name MANIFEST | LC_ALL=C sort | sed 's,^./,,' | xargs sha256sum "
      ">../M; mv ../M MANIFEST");
  GPtrArray *members = adref_package_folder_read(folder, problems, &error);
  ck_assert_no_error(error);
  return members;
}

/* Whether the adoption and its list hold by all steps but one. */
static gboolean holds_without(AdrefPackage *package, const GPtrArray *members, const char *without)
{
  g_autoptr(GArray) steps = g_array_new(FALSE, FALSE, sizeof(AdrefAdoptionStep));
  g_autoptr(GArray) list = g_array_new(FALSE, FALSE, sizeof(AdrefPageListStep));
  for (gsize i = 0; i < adref_adoption_step_count; i++)
    if (g_strcmp0(adref_adoption_steps[i].name, without) != 0)
      g_array_append_val(steps, adref_adoption_steps[i]);
  for (gsize i = 0; i < adref_page_list_step_count; i++)
    if (g_strcmp0(adref_page_list_steps[i].name, without) != 0)
      g_array_append_val(list, adref_page_list_steps[i]);
  gboolean holds =
      adref_adoption_check(package, members, (AdrefAdoptionStep *)(void *)steps->data, steps->len);
  g_autoptr(AdrefPageIssue) issue =
      adref_page_list_check(package, members, NULL, (AdrefPageListStep *)(void *)list->data,
                            list->len, package->problems);
  return holds && issue;
}

START_TEST(a_change_of_an_adoption_is_named)
{
  const AdoptionCase *one = &cases[_i];
  g_autoptr(GPtrArray) members = run_on(one->package, one->script);
  g_autoptr(AdrefPackage) package = adref_package_check(members, NULL);
  const char *first = package->problems->len > 0 ? package->problems->pdata[0] : "";
  ck_assert_msg(g_pattern_match_simple(one->expected, first), "%s: %s", one->name, first);
  ck_assert_msg(package->adoption_holds == !*one->expected || !one->step, "%s holds", one->name);
  if (!one->step)
    return;
  ck_assert_msg(!holds_without(package, members, NULL), "%s: no step finds it", one->name);
  if (one->alone)
    ck_assert_msg(holds_without(package, members, one->step), "%s: without %s it does not hold",
                  one->name, one->step);
}
END_TEST

/* Every step has a case that no other step finds. */
START_TEST(each_step_has_a_case_of_its_own)
{
  for (gsize i = 0; i < adref_adoption_step_count; i++) {
    gboolean found = FALSE;
    for (gsize j = 0; j < G_N_ELEMENTS(cases); j++)
      found =
          found || (cases[j].alone && g_strcmp0(cases[j].step, adref_adoption_steps[i].name) == 0);
    ck_assert_msg(found, "%s", adref_adoption_steps[i].name);
  }
}
END_TEST

guint adoption_cheats(void)
{
  guint count = 0;
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
    count += *cases[i].expected ? 1 : 0;
  return count;
}

TCase *tcase_adoption(void)
{
  TCase *tcase = tcase_create("adoption");
  tcase_add_unchecked_fixture(tcase, set_up, tear_down);
  tcase_set_timeout(tcase, TIMEOUT);
  tcase_add_loop_test(tcase, a_change_of_an_adoption_is_named, 0, G_N_ELEMENTS(cases));
  tcase_add_test(tcase, each_step_has_a_case_of_its_own);
  return tcase;
}
