/* Misspelled words that the dictionaries find: cases that fire, and cases that must not. */
#include "review/check/check_dictionary.h"

#include <string.h>

#include "clause/markdown/markdown_read.h"
#include "review/cases.h"
#include "review/check/dictionary.h"

static const char registry[] = "parties:\n"
                               "  JPN: {short: Japan}\n"
                               "  XZO: {short: Zonovia, long: the Republic of Zonovia}\n";

typedef struct {
  const char *markdown;
  const char *found; /* "line:column suggestion; ..." in the order of the text */
} Case;

static char *found_with(const char *markdown, const char *language, const char *folders,
                        const GPtrArray *words, gboolean *done)
{
  GError *error = NULL;
  g_autoptr(AdrefParties) parties =
      adref_parties_read(registry, strlen(registry), "parties.yaml", &error);
  g_autoptr(GPtrArray) problems = adref_problems_new();
  AdrefMarkdownReadOptions how = {.name = "x"};
  g_autoptr(AdrefNode) document =
      adref_markdown_read(markdown, strlen(markdown), &how, problems, &error);
  ck_assert_no_error(error);
  AdrefCheckSource source = {.name = "x.md",
                             .language = language,
                             .document = document,
                             .source = markdown,
                             .length = strlen(markdown)};
  g_autoptr(GPtrArray) findings = adref_check_findings_new();
  g_autoptr(AdrefCheckText) text = adref_check_text_new(&source, findings);
  AdrefCheckDictionaryOptions options = {.folders = folders, .parties = parties, .words = words};
  AdrefCheckDictionary *check = adref_check_dictionary_begin(text, &options);
  adref_check_dictionary_look_up(check);
  *done = adref_check_dictionary_end(check, text);
  adref_check_findings_sort(findings);
  g_autoptr(GString) out = g_string_new(NULL);
  for (guint i = 0; i < findings->len; i++) {
    const AdrefCheckFinding *finding = findings->pdata[i];
    ck_assert_str_eq(finding->rule->id, "integrity/misspelling");
    g_string_append_printf(out, "%s%u:%u %s", out->len > 0 ? "; " : "", finding->line,
                           finding->column,
                           finding->suggestion ? finding->suggestion : finding->message);
    ck_assert_ptr_null(finding->fix);
  }
  return g_string_free(g_steal_pointer(&out), FALSE);
}

static char *found_in(const char *markdown)
{
  gboolean done;
  char *found = found_with(markdown, "en", NULL, NULL, &done);
  ck_assert(done);
  return found;
}

static const Case cases[] = {
    /* a look-alike of Cyrillic has a rule of its own */
    {"We welc\320\276me the plan.\n", ""},
    /* slips of the hand */
    {"We adopt resoltuions of the governmants.\n", "1:10 resolutions; 1:29 governments"},
    {"We note teh plan, and the width of the work of all parrtners of the year.\n",
     "1:9 the; 1:52 partners"},
    {"Our implementmentation, and our commitmentto peace.\n",
     "1:5 implementation; 1:33 commitment to"},
    {"We cooperate on the internarional econimy of thailand.\n",
     "1:21 international; 1:35 economy; 1:46 Thailand"},
    {"The INternational Court, and the Internatinal Court.\n",
     "1:5 International; 1:34 International"},
    /* names */
    {"The Leaders of Pallau, Zonnovia and the Marshal Islands met at 40 degrees Celcius.\n",
     "1:16 Palau; 1:24 Zonovia; 1:41 Marshall; 1:75 Celsius"},
    {"We met in the United Sttates, at the Wrold Bank.\n", "1:22 States; 1:38 World"},
    {"We thank Mongoliaexpressed.\n", "1:10 Mongolia expressed"},
    {"We COMMITTO: peace, and THE INTERPOL, ENDORSEMENT.\n", "1:4 COMMIT TO"},
    /* countries with exchanged letters; persons, and other names of several words */
    {"The visit to Fjii, the people of Tuvula and of Zonvoia.\n",
     "1:14 Fiji; 1:34 Tuvalu; 1:48 Zonovia"},
    {"The visit of Mr Mila, Mila Kunis, and of Inra.\n", ""},
    /* a name that the text spells otherwise again and again */
    {"President Subianto met him.\n\nPresident Subianto spoke.\n\nPrabowo Subianto left.\n\n"
     "President Subiano, Mr Subiantos and Mr Sabianko agreed.\n",
     "7:11 Subianto"},
    {"Mr Trong met. Mr Trong spoke. Mr Trong left. Ms Truong and Mr Trung agreed.\n", ""},
    {"President Subianto met him.\n\nPresident Subianto and President Subiano met.\n", ""},
    /* exchanged letters that do not stand side by side, in a word of the text */
    {"It is relevant. A revelant one.\n", "1:19 relevant"},
    /* places: a heading, a cell, a note, an item, capitals, the end of a line */
    {"# On maritme matters\n\nWELCOMIMG the talks[^1];\n\n- our partnershp\n\n[^1]: A fotnote.\n\n"
     "| plan | budgget |\n|---|---|\n| a | b |\n",
     "1:6 maritime; 3:1 WELCOMING; 5:7 partnership; 7:9 footnote; 9:10 budget"},
    /* both ways to write English, and ends of words */
    {"Labour and labor, organisation and organization, colour, colors, the Parties’ and Japan's "
     "programmes, re-affirming, well-being, doesn't.\n",
     ""},
    /* names of persons and companies, abbreviations, other languages */
    {"President Ruto, Antony Blinken, Prime Minister Marape, Mr Clouthier and Secretary "
     "Raimondo.\n",
     ""},
    {"Novelis, Hindalco, the Mattei Plan, Telstra, Digicel and NextGen of the KAKEHASHI.\n", ""},
    {"ASEAN met. The IUU, MSMEs and UNCLOS, SDGs, kWh, inter alia, mutatis mutandis, pacta sunt "
     "servanda.\n",
     ""},
    {"We speak of gotong royong and musyawarah mufakat.\n", ""},
    {"Partai politik mengharapkan kerja sama yang lebih erat dengan semua pihak terkait.\n", ""},
    /* made of other words; words of the field */
    {"Biomanufacturing, plurilateral workstreams, escalatory and distortionary multistakeholder "
     "microreactors, denuclearisation.\n",
     ""},
    /* words of others, and parts of addresses */
    {"The \"resoltuions\", `governmants`, *The Parrtners*, www.parrtners.org, x@governmants.int.\n"
     "See parrtners.org/governmants and https://example.org/resoltuions.\n",
     ""},
    /* what stands often is meant so */
    {"A partnershp.\n\nA partnershp.\n\nA partnershp.\n", ""},
    {"A partnershp.\n\nA partnershp.\n", "1:3 partnership; 3:3 partnership"},
    /* hidden characters are for other rules; brackets that cut a word */
    {"The govern\xc2\xadmant and par\xe2\x80\x8bnters, and [part]nershp.\n", ""},
};

START_TEST(cases_of_words)
{
  g_autofree char *found = found_in(cases[_i].markdown);
  ck_assert_msg(strcmp(found, cases[_i].found) == 0, "%s\nfound:    %s\nexpected: %s",
                cases[_i].markdown, found, cases[_i].found);
}
END_TEST

START_TEST(words_of_the_user)
{
  gboolean done;
  g_autoptr(GPtrArray) words = g_ptr_array_new();
  g_ptr_array_add(words, (gpointer)(guintptr) "partnershp and Governmant");
  g_autofree char *found =
      found_with("A partnershp of the Governmant.\n", "en", NULL, words, &done);
  ck_assert_str_eq(found, "");
}
END_TEST

/* In other languages a word is compared with those that the text has more than once. */
START_TEST(other_languages)
{
  gboolean done;
  static const char text[] = "Nous saluons la coopération entre les États.\n\nLa coopération.\n\n"
                             "Nous saluons notre coopératoin et la bioconvergence.\n";
  g_autofree char *found = found_with(text, "fr", "tests/review/dictionaries", NULL, &done);
  ck_assert(done);
  ck_assert_str_eq(found, "5:20 coopération");
  g_autofree char *none = found_with(text, "ja", "tests/review/dictionaries", NULL, &done);
  ck_assert(!done);
  ck_assert_str_eq(none, "");
}
END_TEST

START_TEST(dictionary_that_is_missing)
{
  gboolean done;
  g_autofree char *found = found_with("A partnershp.\n", "en", "/nonexistent", NULL, &done);
  ck_assert(!done);
  ck_assert_str_eq(found, "");
  ck_assert_str_eq(adref_dictionary_packages("en-GB"), "hunspell-en-gb hunspell-en-us");
  ck_assert_ptr_null(adref_dictionary_packages("ja"));
}
END_TEST

/* A text of nothing but words that are none: the searches stop, and say so. */
START_TEST(too_many_words)
{
  g_autoptr(GString) text = g_string_new(NULL);
  for (guint i = 0; i < 100000; i++) {
    guint n = i;
    for (guint j = 0; j < 9; j++, n = n / 7 + j)
      g_string_append_c(text, "gaxeqiv"[n % 7]);
    g_string_append(text, i % 12 == 0 ? "\n\nWe " : " and the good work of ");
  }
  g_string_append_c(text, '\n');
  g_autofree char *found = found_in(text->str);
  ck_assert_ptr_nonnull(strstr(found, "no word is searched"));
}
END_TEST

TCase *tcase_check_dictionary(void)
{
  TCase *tcase = tcase_create("check_dictionary");
  tcase_add_loop_test(tcase, cases_of_words, 0, G_N_ELEMENTS(cases));
  tcase_add_test(tcase, words_of_the_user);
  tcase_add_test(tcase, other_languages);
  tcase_add_test(tcase, dictionary_that_is_missing);
  tcase_add_test(tcase, too_many_words);
  return tcase;
}
