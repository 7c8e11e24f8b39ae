#include "sign/correction.h"

#include <string.h>

#include "clause/markdown/markdown_read.h"
#include "sign/cases.h"

/* A list of one language version. */
#define OLD_FACTS     "adref facts 1\nplace: Tokyo\nalternats:\nnumbers:\n"
#define OLD_FACTS_SUM "dcc71e3f62ba3b50e8d2500541ec33c832a68f825885501645aeb3548c9ad8c5"
#define FACTS         "adref facts 1\nplace: Bonn\nalternats:\nnumbers:\n"
#define FACTS_SUM     "dbd385bf2b03859df9214526ba68e491c6d4cf773cc5cab2e2f26fd52e461670"

static GPtrArray *text_of(const char *language, const char *words)
{
  static const AdrefNumbering numbering = {.operative = TRUE, .single_operative = TRUE};
  AdrefMarkdownReadOptions how = {.name = "t", .numbers = &numbering};
  AdrefLanguageVersion *language_version = g_new0(AdrefLanguageVersion, 1);
  language_version->language = g_strdup(language);
  language_version->bytes = g_bytes_new(words, strlen(words));
  language_version->document = adref_markdown_read(words, strlen(words), &how, NULL, NULL);
  GPtrArray *list = g_ptr_array_new_with_free_func(adref_language_version_free);
  g_ptr_array_add(list, language_version);
  return list;
}

#define COMMIT "1111111111111111111111111111111111111111"

/* What is said between the head and the sums. */
/* A list of form 1 was computed from an older canonical form: its words are not compared, the sums
 * of the texts are. */
static void check_form_1(const char *text, const AdrefCorrectionSide *former,
                         const AdrefCorrectionSide *now)
{
  g_auto(GStrv) parts = g_strsplit(text, "\n## Corrections", 2);
  g_autofree char *other_words = g_strjoinv("\n## Mistakes", parts);
  g_auto(GStrv) sums = g_strsplit(other_words, "  former/", 2);
  g_autofree char *other_sums = g_strjoinv("0  former/", sums);
  g_autoptr(GString) first = g_string_new(other_words);
  g_string_replace(first, "* " OLD_FACTS_SUM "  former/FACTS\n", "", 1);
  g_string_replace(first, "* " FACTS_SUM "  FACTS\n", "", 1);
  g_autoptr(GBytes) words = g_bytes_new(first->str, first->len);
  g_autoptr(GBytes) changed = g_bytes_new(other_sums, strlen(other_sums));
  ck_assert_ptr_null(adref_correction_problem(words, "s", "corr1", former, now, 1));
  g_autofree char *as_now = adref_correction_problem(words, "s", "corr1", former, now, 2);
  g_autofree char *wrong = adref_correction_problem(changed, "s", "corr1", former, now, 1);
  ck_assert(as_now && wrong);
}

static char *corrections(const char *language, const char *old, const char *new)
{
  g_autoptr(GPtrArray) old_text = text_of(language, old), new_text = text_of(language, new);
  const AdrefCorrectionSide then = {old_text, OLD_FACTS}, is = {new_text, FACTS};
  const AdrefCorrectionSide *former = &then, *now = &is;
  g_autoptr(AdrefCorrection) self = adref_correction_new("s", "corr1", "rev1", COMMIT, "Why.");
  g_autoptr(GString) text = adref_correction_write(self, former, now);
  g_autoptr(GBytes) bytes = g_bytes_new(text->str, text->len);
  g_autoptr(AdrefCorrection) again = adref_correction_read(bytes);
  ck_assert(again && strcmp(again->reason, "Why.") == 0 && strcmp(again->former, "rev1") == 0);
  ck_assert_ptr_null(adref_correction_problem(bytes, "s", "corr1", former, now, 2));
  g_autofree char *other = adref_correction_problem(bytes, "s", "corr2", former, now, 2);
  g_autofree char *turned = adref_correction_problem(bytes, "s", "corr1", now, former, 2);
  ck_assert(other && (turned || strcmp(old, new) == 0));
  check_form_1(text->str, former, now);
  const char *begin = strstr(text->str, "\n## Corrections") + 1;
  const char *facts = strstr(begin, "\n## Facts\n\n    place: Tokyo -> Bonn\n\n## Texts\n");
  ck_assert_ptr_nonnull(facts);
  return g_strndup(begin, (gsize)(facts - begin));
}

static const struct {
  const char *language, *old, *new, *said;
} cases[] = {
    {"en", "<!-- op a -->\nWe welcome the training of 5,000 people over three years.\n",
     "<!-- op a -->\nWe welcome the training of 4,000 people over three years.\n",
     "## Corrections in en\n\n### 1. Paragraph 1 (a)\n\nFor\n\n    welcome the training of 5,000 "
     "people over three years.\n\nread\n\n    welcome the training of 4,000 people over three "
     "years.\n"},
    {"en", "<!-- op a -->\nOne two three four five six seven eight nine ten eleven.\n",
     "<!-- op a -->\n1 two 3 four five six seven eight nine ten 11.\n",
     "## Corrections in en\n\n### 1. Paragraph 1 (a)\n\nFor\n\n    One two three four five six "
     "seven\n\nread\n\n    1 two 3 four five six seven\n\nFor\n\n    seven eight nine ten "
     "eleven.\n\nread\n\n    seven eight nine ten 11.\n"},
    {"en", "<!-- op a -->\nA.\n\n<!-- op b -->\nWe meet again.\n",
     "<!-- op c -->\nWe *go* `home`.\n\n<!-- op b -->\nWe meet again.\n",
     "## Corrections in en\n\n### 1. Paragraph 1 (a)\n\nDelete\n\n    A.\n\n### 2. Paragraph 1 "
     "(c)\n\nInsert\n\n    We go home.\n"},
    {"en", "<!-- op a -->\nWe meet.\n",
     "<!-- op a -->\nWe meet.\n\n<!-- op b -->\nWe:\n\n- go\n- stay<!-- x -->\n\nThen\\\nend.\n",
     "## Corrections in en\n\n### 1. Paragraph 2 (b)\n\nInsert\n\n    We: go  stay   Then end.\n"},
    {"en", "<!-- op a -->\nA.\n\n<!-- op b -->\nWe meet again.\n",
     "<!-- op a -->\nA.\n\n<!-- op c -->\nNew words come.\n\n<!-- op b -->\nWe meet often.\n",
     "## Corrections in en\n\n### 1. Paragraph 2 (c)\n\nInsert\n\n    New words come.\n\n"
     "### 2. Paragraph 3 (b), which was paragraph 2\n\nFor\n\n    We meet again.\n\nread\n\n"
     "    We meet often.\n"},
    {"en", "<!-- op a -->\nWe *meet*.\n\n<!-- op b -->\nWe go home now.\n",
     "<!-- op b -->\nWe go home now.\n\n<!-- op a -->\nWe *meet*.\n",
     "## Corrections in en\n\n### 1. Paragraph 1 (b), which stands here now, which was paragraph 2"
     "\n\nThe words are the same; the redline shows the rest.\n\n### 2. Paragraph 2 (a), which was "
     "paragraph 1\n\nThe words are the same; the redline shows the rest.\n"},
    {"en", "<!-- op a -->\nWe meet.\n", "<!-- op a -->\nWe *meet*.\n",
     "## Corrections in en\n\n### 1. Paragraph 1 (a)\n\nThe words are the same; the redline shows "
     "the rest.\n"},
    {"en", "<!-- op a -->\nWe meet\n", "<!-- op a -->\nWe meet\xe2\x80\xae\n",
     "## Corrections in en\n\n### 1. Paragraph 1 (a)\n\nFor\n\n    We meet\n\nread\n\n    We "
     "meet<U+202E>\n"},
    {"en", "<!-- op a -->\nWe meet.\n", "<!-- op a -->\nWe meet.\n",
     "## Corrections in en\n\nNone.\n"},
    {"ja",
     "<!-- op a -->\n"
     "我々は、五千人の訓練を歓迎し、地域における海上の安全と領海における安全保障を確保するために必"
     "要な能力の"
     "向上に向けた取組を三年間にわたり引き続き強化していくことを確認し、毎年会合を開催する。\n",
     "<!-- op a -->\n"
     "我々は、四千人の訓練を歓迎し、地域における海上の安全と領海における安全保障を確保するために必"
     "要な能力の"
     "向上に向けた取組を三年間にわたり引き続き強化していくことを確認し、毎月会合を開催する。\n",
     "## Corrections in ja\n"
     "\n"
     "### 1. Paragraph 1 (a)\n"
     "\n"
     "For\n"
     "\n"
     "    "
     "我々は、五千人の訓練を歓迎し、地域における海上の安全と領海における安全保障を確保するために必"
     "要な能力の向上に向\n"
     "\n"
     "read\n"
     "\n"
     "    "
     "我々は、四千人の訓練を歓迎し、地域における海上の安全と領海における安全保障を確保するために必"
     "要な能力の向上に向\n"
     "\n"
     "For\n"
     "\n"
     "    "
     "障を確保するために必要な能力の向上に向けた取組を三年間にわたり引き続き強化していくことを確認"
     "し、毎年会合を開催する。\n"
     "\n"
     "read\n"
     "\n"
     "    "
     "障を確保するために必要な能力の向上に向けた取組を三年間にわたり引き続き強化していくことを確認"
     "し、毎月会合を開催する。\n"},
};

START_TEST(the_list_says_what_is_changed)
{
  g_autofree char *said = corrections(cases[_i].language, cases[_i].old, cases[_i].new);
  ck_assert_str_eq(said, cases[_i].said);
}
END_TEST

START_TEST(what_is_none_is_not_read)
{
  static const char *const none[] = {
      "",
      "# Proc\303\250s-verbal of rectification: s/corr1 of s/rev1\n",
      "# Proc\303\250s-verbal of rectification: s/corr1 of t/rev1\n\na\nb\n\nFormer "
      "version: " COMMIT "\n\nReason: x\n",
      "# Proc\303\250s-verbal of rectification: s/corr1 of s/../x\n\na\nb\n\nFormer "
      "version: " COMMIT "\n\nReason: x\n",
      "# Proc\303\250s-verbal of rectification: s/corr1 of s/rev1\n\na\nb\n\nFormer version: "
      "HEAD\n\nReason: x\n",
      "# Proc\303\250s-verbal of rectification: s/corr1 of s/rev1\n\na\nb\n\nFormer "
      "version: " COMMIT "\n\nReason: \n",
      "# Proc\303\250s-verbal of rectification: s/corr1 of s/rev1\n\na\nb\n\nFormer "
      "version: " COMMIT "\n\nReason: x"};
  for (gsize i = 0; i < G_N_ELEMENTS(none); i++) {
    g_autoptr(GBytes) bytes = g_bytes_new(none[i], strlen(none[i]));
    ck_assert_ptr_null(adref_correction_read(bytes));
  }
}
END_TEST

TCase *tcase_correction(void)
{
  TCase *tcase = tcase_create("correction");
  tcase_add_loop_test(tcase, the_list_says_what_is_changed, 0, G_N_ELEMENTS(cases));
  tcase_add_test(tcase, what_is_none_is_not_read);
  return tcase;
}
