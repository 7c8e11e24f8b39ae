/* The rules of "adref check" that look at one text: cases that fire, and cases that must not. */
#include <string.h>

#include "clause/markdown_read.h"
#include "review/cases.h"
#include "review/check_ignore.h"
#include "review/check_integrity.h"

static const char registry[] =
    "parties:\n"
    "  JPN: {short: {en: Japan, ja: 日本}, long: Japan}\n"
    "  IDN: {short: Indonesia, long: the Republic of Indonesia}\n"
    "  VNM: {short: Viet Nam, long: the Socialist Republic of Viet Nam}\n"
    "groups:\n"
    "  ASEAN: {short: ASEAN, members: [IDN, VNM]}\n";

typedef struct {
  const char *language, *markdown;
  const char *found; /* "line:column rule; ..." in the order of the text, without the group */
} Case;

static gboolean is_rule(gpointer data, const char *id)
{
  (void)data;
  return adref_check_rule_find(id) != NULL;
}

static char *found_in(const char *language, const char *markdown)
{
  GError *error = NULL;
  g_autoptr(AdrefParties) parties =
      adref_parties_read(registry, strlen(registry), "parties.yaml", &error);
  ck_assert_no_error(error);
  g_autoptr(GPtrArray) problems = adref_problems_new();
  AdrefMarkdownReadOptions how = {.name = "x", .parties = adref_parties_names(parties)};
  g_autoptr(AdrefNode) document =
      adref_markdown_read(markdown, strlen(markdown), &how, problems, &error);
  ck_assert_no_error(error);
  AdrefCheckSource source = {.name = "x.md",
                             .language = language,
                             .document = document,
                             .source = markdown,
                             .length = strlen(markdown),
                             .problems = problems,
                             .parties = how.parties};
  g_autoptr(GPtrArray) findings = adref_check_findings_new();
  g_autoptr(AdrefCheckText) text = adref_check_text_new(&source, findings);
  AdrefCheckIntegrityOptions options = {.parties = parties, .suspected = TRUE};
  adref_check_integrity(text, &options);
  adref_check_ignore(text, 0, is_rule, NULL);
  adref_check_findings_sort(findings);
  g_autoptr(GString) out = g_string_new(NULL);
  for (guint i = 0; i < findings->len; i++) {
    const AdrefCheckFinding *finding = findings->pdata[i];
    if (strcmp(finding->rule->id, "integrity/not-canonical") == 0 || finding->reason)
      continue;
    g_string_append_printf(out, "%s%u:%u %s", out->len > 0 ? "; " : "", finding->line,
                           finding->column, strchr(finding->rule->id, '/') + 1);
  }
  return g_string_free(g_steal_pointer(&out), FALSE);
}

#define OP(id) "<!-- op " id " -->\n"

static const Case cases[] = {
    /* placeholders */
    {"en", "We meet on TBC in {{place}} with ___ and XX.\n",
     "1:12 placeholder; 1:19 placeholder; 1:34 placeholder; 1:42 placeholder"},
    {"en", "We say \"TBC\", read `XX`, and go to Hotel XXL.\n", ""},
    {"en", "We meet [date to be confirmed].\n", "1:15 placeholder"},
    /* doubled words */
    {"en", "We welcome the the plan, and *the* The end.\n", "1:16 doubled-word"},
    {"en", "They had had what that that man had-had had; is, is he?\n", ""},
    {"id", "Para pihak masing masing dan anak-anak anak.\n", ""},
    /* spaces */
    {"en", "We\xc2\xa0welcome a\xe3\x80\x80plan.\n", "1:13 unusual-space"},
    {"en",
     "It costs 5\xc2\xa0"
     "000 and 30\xe2\x80\xaf%.\n",
     ""},
    {"fr", "Nous adoptons\xc2\xa0: le plan.\n", ""},
    {"ja", "一\xe3\x80\x80総論を述べる。\n", ""},
    /* references */
    {"en",
     OP("a") "We follow paragraphs 1 to 3 and 2 (b).\n\n" OP(
         "b") "We act:\n\n(a) now;\n\n(b) on.\n",
     "2:11 dead-reference"},
    {"en",
     OP("a") "See paragraph 2 (c), paragraph 9 of resolution 70/1 and Annex B.\n\n" OP(
         "b") "We act:\n\n(a) now;\n\n(b) on.\n",
     "2:5 dead-reference; 2:57 dead-reference"},
    {"en",
     OP("a") "We act as Annex I Parties, and under Annex II of the Convention, by Article 5.\n",
     ""},
    {"en", OP("a") "We follow Annex B.\n\n<!-- annex x -->\n## Annex B: Plan\n\nWe plan.\n", ""},
    {"en", "# Article 1\n\nWe act.\n\n# Article 2\n\nAs Article 1, and Article 7, say.\n",
     "7:19 dead-reference"},
    {"en", OP("a") "See [paragraph 3](#a) and [paragraph 1](#gone).\n\n" OP("b") "Two.\n",
     "2:5 stale-reference; 2:27 cross-reference"},
    {"en", OP("a") "One.\n\n" OP("a") "Two.\n", "4:1 duplicate-id"},
    {"en", OP("a") "As item 4 of the agenda says.\n", ""},
    /* numbers */
    {"en", OP("a") "We act:\n\n(a) now;\n\n(b) on;\n\n(d) off.\n", "8:1 number-gap"},
    {"en", OP("a") "We act:\n\n(a) now:\n\n(i) one;\n\n(ii) two;\n\n(b) on.\n", ""},
    {"en", "1. One.\n2. Two.\n\nWords.\n\n4. Four.\n", "6:1 number-gap"},
    {"en", "1. One.\n2. Two.\n\nWords.\n\n1. Again.\n", ""},
    {"en", "<!-- op a no=1 -->\nOne.\n\n<!-- op b no=3 -->\nThree.\n", "4:1 number-gap"},
    /* terms */
    {"en", "The Plan of Action (hereinafter \"the Plan\") is new.\n\nWe use the Plan.\n", ""},
    {"en",
     "We use the Plan.\n\nThe Plan of Action (hereinafter \"the Plan\") is new.\n\nThe Plan is "
     "good.\n",
     "1:8 term-used-before"},
    {"en", "The Plan of Action (hereinafter \"the Scheme\") is new.\n", "1:34 term-not-used"},
    {"en", "A (the \"Plan\") is new.\n\nThe Plan, or B (the \"Plan\"), is new.\n",
     "3:22 term-defined-twice"},
    {"ja", "東京行動計画（以下「計画」という）を採択する。\n\n計画を実施する。\n", ""},
    {"ja", "東京行動計画（以下「本計画」という）を採択する。\n", "1:11 term-not-used"},
    /* abbreviations */
    {"en", "The Treaty on Ideas (TOI) is new. The TOI works.\n", ""},
    {"en", "The TOI works.\n\nThe Treaty on Ideas (TOI) is new.\n", "1:5 abbreviation"},
    {"en", "The TOI works, and so do the UN, ASEAN, COVID-19, II, and JPN.\n", "1:5 abbreviation"},
    {"en", "A Treaty on Ideas (TOI).\n\nA Treaty on Ideas (TOI).\n", "3:20 abbreviation-twice"},
    {"en", "WE, the Leaders, RECALLING ALSO that HEREBY AGREE to IT,\n", ""},
    /* brackets */
    {"en", "The [shall - JPN / should] be [open].\n", "1:31 unattributed-bracket"},
    {"en", "The [shall] be [open].\n", ""},
    {"en", "The [shall - JPNN / should] be.\n", "1:5 unknown-party; 1:14 abbreviation"},
    {"en", "The \\[shall - JPN\\] be, and [so.\n", "1:7 suspected-position; 1:29 bracket"},
    /* paragraphs */
    {"en",
     "We welcome the progress made in the implementation of the plan of action.\n\nNo.\n\nWe "
     "welcome the progress made in the implementation of the plan of action.\n",
     "5:1 duplicate-paragraph"},
    /* lists */
    {"en", "- one;\n- two;\n- Three;\n- four.\n", "3:3 list-not-parallel"},
    {"en", "- one;\n- two\n- three;\n- four.\n", "2:3 list-not-parallel"},
    {"en", "- Sharing it;\n- Building it;\n- To build it;\n- Making it.\n",
     "3:3 list-not-parallel"},
    {"en", "- one;\n- two; and\n- three.\n", ""},
    {"en", "- Japan\n- the Republic of X\n- Viet Nam\n", ""},
    /* members */
    {"en", "The three Member States of ASEAN, and the two ASEAN Member States.\n",
     "1:5 fact-members"},
    /* hidden */
    {"en",
     "We co\xc2\xadoperate, sh\xe2\x80\x8b"
     "all, p\xd0\xb0y \xe2\x80\xaenow\xe2\x80\xac.\n",
     "1:6 invisible-character; 1:18 invisible-character; 1:25 look-alike; 1:28 direction-control"},
    /* correct texts of other scripts: joiners, zero-width spaces and marks where they belong */
    {"ja", "我々は、サイバーセキュリティに関する協力を強化する（第１項）。\n", ""},
    {"th", "เราจะเสริมสร้าง\xe2\x80\x8bความร่วมมือด้านไซเบอร์\n", ""},
    {"km", "យើងនឹងពង្រឹង\xe2\x80\x8bកិច្ចសហប្រតិបត្តិការ។\n", ""},
    {"lo", "ພວກເຮົາຈະເພີ່ມທະວີ\xe2\x80\x8bການຮ່ວມມື\n", ""},
    {"my", "ကျွန်ုပ်တို့သည်\xe2\x80\x8bပူးပေါင်းဆောင်ရွက်မှုကို မြှင့်တင်မည်။\n", ""},
    {"vi", "Chúng tôi sẽ tăng cường hợp tác về an ninh mạng.\n", ""},
    {"ar", "سنعزز التعاون في مجال الأمن السيبراني \xe2\x80\x8f(ASEAN)\xe2\x80\x8f.\n", ""},
    {"ta", "இணையப் பாதுகாப்பில் ஒத்துழைப்பை வலுப்படுத்துவோம்.\n", ""},
    {"hi", "हम साइबर सुरक्षा में सहयोग बढ़ाएँगे क्\xe2\x80\x8dष।\n", ""},
    {"fa", "ما همکاری\xe2\x80\x8cها را تقویت می\xe2\x80\x8cکنیم.\n", ""},
    {"ko", "우리는 사이버 안보 협력을 강화할 것이다.\n", ""},
    /* footnotes */
    {"en", "A mark.[^1] \n\n[^2]: A text.\n", "1:8 footnote; 3:1 footnote"},
    /* ignoring */
    {"en", OP("a") "The TOI works.\n\n<!-- adref-ignore integrity/abbreviation: known -->\n", ""},
    {"en", "<!-- adref-ignore integrity/abbreviation: known -->\n\nThe TOI works.\n", ""},
    {"en", OP("a") "The TOI works.\n\n<!-- adref-ignore integrity/abbreviation -->\n",
     "2:5 abbreviation; 4:1 ignore"},
    {"en",
     OP("a") "It works.\n\n<!-- adref-ignore integrity/footnote: x -->\n\n<!-- adref-ignore x/y: "
             "z -->\n",
     "4:1 ignore; 6:1 ignore"},
    /* places in wrapped and escaped words */
    {"en", "We *welcome* \\*it\\*\nand the\nthe plan, see `x`, and\n> TBC\n",
     "3:1 doubled-word; 4:3 placeholder"},
};

START_TEST(findings_have_their_rule_and_place)
{
  g_autofree char *found = found_in(cases[_i].language, cases[_i].markdown);
  ck_assert_str_eq(found, cases[_i].found);
}
END_TEST

/* Each rule has a name of its group, words, and stands once. */
START_TEST(rules_are_explained)
{
  guint count;
  const AdrefCheckRule *rules = adref_check_rules(&count);
  for (guint i = 0; i < count; i++) {
    ck_assert_ptr_eq(adref_check_rule_find(rules[i].id), &rules[i]);
    ck_assert(strchr(rules[i].id, '/') != NULL);
    ck_assert(g_str_has_suffix(rules[i].why, "."));
    ck_assert(!g_str_has_suffix(rules[i].summary, "."));
  }
}
END_TEST

TCase *tcase_check(void)
{
  TCase *tc = tcase_create("check");
  tcase_add_loop_test(tc, findings_have_their_rule_and_place, 0, G_N_ELEMENTS(cases));
  tcase_add_test(tc, rules_are_explained);
  return tc;
}
