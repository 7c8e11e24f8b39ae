#include "review/languages/paragraph_alignment.h"

#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "clause/markdown/markdown_read.h"
#include "review/cases.h"

static AdrefNode *read_text(const char *markdown)
{
  GError *error = NULL;
  AdrefNode *tree = adref_markdown_read(markdown, strlen(markdown), NULL, NULL, &error);
  ck_assert_no_error(error);
  return tree;
}

/* "1:1 2:1 0:1". */
static char *aligned(const char *english, const char *language, const char *other)
{
  GError *error = NULL;
  g_autoptr(AdrefNode) one = read_text(english), two = read_text(other);
  AdrefLanguageText first = {"en", one}, second = {language, two};
  g_autoptr(GArray) beads = adref_paragraph_alignment_new(&first, &second, NULL, &error);
  ck_assert_no_error(error);
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < beads->len; i++) {
    const AdrefParagraphBead *bead = &g_array_index(beads, AdrefParagraphBead, i);
    g_string_append_printf(out, "%s%u:%u", i > 0 ? " " : "", bead->counts[0], bead->counts[1]);
  }
  return g_string_free(out, FALSE);
}

#define LONG "We reaffirm the importance of cooperation among all of us in the years to come."
#define LANG_                                                                                      \
  "Nous réaffirmons l'importance de la coopération entre nous tous dans les années à venir."

#define FOUR   LONG "\n\n" LONG "\n\n" LONG "\n\n" LONG "\n\n"
#define QUATRE LANG_ "\n\n" LANG_ "\n\n" LANG_ "\n\n" LANG_ "\n\n"

static const struct {
  const char *english, *language, *other, *beads;
} texts[] = {
    {"", "fr", "", ""},
    {"One.", "fr", "", "1:0"},
    {"", "fr", "Un.", "0:1"},
    {"# A\n\n" LONG "\n\n## B\n\n" LONG, "fr", "# A\n\n" LANG_ "\n\n## B\n\n" LANG_,
     "1:1 1:1 1:1 1:1"},
    /* a paragraph that is not translated, known by the numbers around it */
    {FOUR "In 2023 " LONG "\n\n" LONG "\n\nIn 2024 " LONG, "fr",
     QUATRE "En 2023 " LANG_ "\n\nEn 2024 " LANG_, "1:1 1:1 1:1 1:1 1:1 1:0 1:1"},
    /* one that is translated by two */
    {LONG " " LONG "\n\n35 " LONG, "fr", LANG_ "\n\n" LANG_ "\n\n35 " LANG_, "1:2 1:1"},
    {"We train 5,000 people.\n\nSee [it](https://a.example).\n\nPeace.", "ja",
     "5千人を研修する。\n\n[それ](https://a.example)を参照。\n\n平和。", "1:1 1:1 1:1"},
};

START_TEST(aligns)
{
  g_autofree char *beads = aligned(texts[_i].english, texts[_i].language, texts[_i].other);
  ck_assert_str_eq(beads, texts[_i].beads);
}
END_TEST

/* The aligned documents have common ids, and all words. */
START_TEST(gives_common_ids)
{
  g_autoptr(AdrefNode) one = read_text("# A\n\nB [C](https://a.example).\n\n> D");
  g_autoptr(GArray) beads = g_array_new(FALSE, FALSE, sizeof(AdrefParagraphBead));
  static const AdrefParagraphBead path[] = {{{1, 1}}, {{0, 1}}, {{2, 1}}};
  g_array_append_vals(beads, path, G_N_ELEMENTS(path));
  g_autoptr(AdrefNode) copy = adref_paragraph_alignment_document(beads, one, 0);
  g_autofree char *words = adref_node_words(copy), *expected = adref_node_words(one);
  ck_assert_str_eq(words, expected);
  ck_assert_uint_eq(adref_node_count_children(copy), 2);
  ck_assert_str_eq(copy->first->as.clause->id, "p1");
  ck_assert_str_eq(copy->last->as.clause->id, "p3");
}
END_TEST

static char *paragraphs(guint count)
{
  GString *text = g_string_new(NULL);
  for (guint i = 0; i < count; i++)
    g_string_append(text, "a\n\n");
  return g_string_free(text, FALSE);
}

/* Far from the diagonal nothing is tried; every paragraph is in one bead all the same. */
START_TEST(is_bounded)
{
  g_autofree char *many = paragraphs(4000), *few = paragraphs(30);
  g_autofree char *beads = aligned(many, "fr", few);
  guint counts[2] = {0, 0}, a, b;
  g_auto(GStrv) all = g_strsplit(beads, " ", -1);
  for (char **bead = all; *bead; bead++) {
    ck_assert_int_eq(sscanf(*bead, "%u:%u", &a, &b), 2);
    counts[0] += a;
    counts[1] += b;
  }
  ck_assert(counts[0] == 4000 && counts[1] == 30);
  g_autofree char *more = paragraphs(ADREF_PARAGRAPH_ALIGNMENT_MAX_PARAGRAPHS + 1);
  g_autoptr(AdrefNode) one = read_text(more), two = read_text("b");
  AdrefLanguageText first = {"en", one}, second = {"fr", two};
  g_autoptr(GError) error = NULL;
  ck_assert_ptr_null(adref_paragraph_alignment_new(&first, &second, NULL, &error));
  ck_assert_str_eq(error->message,
                   "a text of 20001 paragraphs is too long to be aligned; at most 20000 are");
}
END_TEST

TCase *tcase_paragraph_alignment(void)
{
  TCase *tcase = tcase_create("paragraph_alignment");
  tcase_add_loop_test(tcase, aligns, 0, G_N_ELEMENTS(texts));
  tcase_add_test(tcase, gives_common_ids);
  tcase_add_test(tcase, is_bounded);
  return tcase;
}
