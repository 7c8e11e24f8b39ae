#include <glib/gstdio.h>

#include "boxes.h"
#include "cases.h"
#include "merge/compare/diff.h"
#include "parties.h"
#include "pdf_standard.h"
#include "review/change/change_class.h"
#include "view/open_counts.h"
#include "view/pdf/pdf.h"
#include "view/terminal/terminal.h"

/* --- reference pages --- */

enum {
  TOLERANCE = 2 /* points by which a line may differ from the golden file */
};

#define FOLDER "tests/golden/pages/"

typedef struct {
  const char *name;     /* of the golden file */
  const char *texts[2]; /* Markdown; the second is a parallel text or a newer version */
  const char *languages[2];
  AdrefView view;
  gboolean is_redline, is_parallel, has_signatures;
} Golden;

static const Golden goldens[] = {
    {"en", {"en.md"}, {"en"}, ADREF_VIEW_CLEAN, FALSE, FALSE, FALSE},
    {"ja", {"ja.md"}, {"ja"}, ADREF_VIEW_CLEAN, FALSE, FALSE, FALSE},
    {"th", {"th.md"}, {"th"}, ADREF_VIEW_CLEAN, FALSE, FALSE, FALSE},
    {"ar", {"ar.md"}, {"ar"}, ADREF_VIEW_CLEAN, FALSE, FALSE, FALSE},
    {"ar-brackets", {"ar-brackets.md"}, {"ar"}, ADREF_VIEW_NEGOTIATING, FALSE, FALSE, FALSE},
    {"negotiating", {"talks.md"}, {"en"}, ADREF_VIEW_NEGOTIATING, FALSE, FALSE, FALSE},
    {"public", {"talks.md"}, {"en"}, ADREF_VIEW_PUBLIC, FALSE, FALSE, FALSE},
    {"redline", {"talks.md", "talks-new.md"}, {"en"}, ADREF_VIEW_NEGOTIATING, TRUE, FALSE, FALSE},
    {"versions", {"talks.md", "talks-new.md"}, {"en"}, ADREF_VIEW_NEGOTIATING, TRUE, TRUE, FALSE},
    {"languages", {"en.md", "ja.md"}, {"en", "ja"}, ADREF_VIEW_CLEAN, FALSE, TRUE, FALSE},
    {"mirrored", {"ar.md", "th.md"}, {"ar", "th"}, ADREF_VIEW_CLEAN, FALSE, TRUE, FALSE},
    {"numbers", {"numbers.md"}, {"en"}, ADREF_VIEW_NEGOTIATING, FALSE, FALSE, FALSE},
    {"numbers-beside", {"numbers.md", "ja.md"}, {"en", "ja"}, ADREF_VIEW_CLEAN, FALSE, TRUE, FALSE},
    /* long titles, a table, a note, lists, an annex; in three of them a bracket */
    {"hard-en", {"hard-en.md"}, {"en"}, ADREF_VIEW_CLEAN, FALSE, FALSE, TRUE},
    {"hard-ja", {"hard-ja.md"}, {"ja"}, ADREF_VIEW_NEGOTIATING, FALSE, FALSE, FALSE},
    {"hard-th", {"hard-th.md"}, {"th"}, ADREF_VIEW_NEGOTIATING, FALSE, FALSE, FALSE},
    {"hard-ar", {"hard-ar.md"}, {"ar"}, ADREF_VIEW_NEGOTIATING, FALSE, FALSE, FALSE},
    {"hard-beside",
     {"hard-en.md", "hard-ja.md"},
     {"en", "ja"},
     ADREF_VIEW_NEGOTIATING,
     FALSE,
     TRUE,
     FALSE},
    /* a title of several lines, 12 bis, notes, a list, an annex below a heading of its own, and a
     * table of six columns; with its brackets, as the public sees it, and beside another language
     */
    {"draft-en", {"draft-en.md"}, {"en"}, ADREF_VIEW_NEGOTIATING, FALSE, FALSE, FALSE},
    {"draft-en-public", {"draft-en.md"}, {"en"}, ADREF_VIEW_PUBLIC, FALSE, FALSE, TRUE},
    {"draft-ja", {"draft-ja.md"}, {"ja"}, ADREF_VIEW_NEGOTIATING, FALSE, FALSE, FALSE},
    {"draft-ja-public", {"draft-ja.md"}, {"ja"}, ADREF_VIEW_PUBLIC, FALSE, FALSE, TRUE},
    {"draft-th", {"draft-th.md"}, {"th"}, ADREF_VIEW_NEGOTIATING, FALSE, FALSE, FALSE},
    {"draft-th-public", {"draft-th.md"}, {"th"}, ADREF_VIEW_PUBLIC, FALSE, FALSE, TRUE},
    {"draft-ar", {"draft-ar.md"}, {"ar"}, ADREF_VIEW_NEGOTIATING, FALSE, FALSE, FALSE},
    {"draft-ar-public", {"draft-ar.md"}, {"ar"}, ADREF_VIEW_PUBLIC, FALSE, FALSE, TRUE},
    {"draft-km", {"draft-km.md"}, {"km"}, ADREF_VIEW_NEGOTIATING, FALSE, FALSE, FALSE},
    {"draft-km-public", {"draft-km.md"}, {"km"}, ADREF_VIEW_PUBLIC, FALSE, FALSE, TRUE},
    {"draft-lo", {"draft-lo.md"}, {"lo"}, ADREF_VIEW_NEGOTIATING, FALSE, FALSE, FALSE},
    {"draft-lo-public", {"draft-lo.md"}, {"lo"}, ADREF_VIEW_PUBLIC, FALSE, FALSE, TRUE},
    {"draft-my", {"draft-my.md"}, {"my"}, ADREF_VIEW_NEGOTIATING, FALSE, FALSE, FALSE},
    {"draft-my-public", {"draft-my.md"}, {"my"}, ADREF_VIEW_PUBLIC, FALSE, FALSE, TRUE},
    {"draft-zh", {"draft-zh.md"}, {"zh"}, ADREF_VIEW_NEGOTIATING, FALSE, FALSE, FALSE},
    {"draft-zh-public", {"draft-zh.md"}, {"zh"}, ADREF_VIEW_PUBLIC, FALSE, FALSE, TRUE},
    {"draft-ko", {"draft-ko.md"}, {"ko"}, ADREF_VIEW_NEGOTIATING, FALSE, FALSE, FALSE},
    {"draft-ko-public", {"draft-ko.md"}, {"ko"}, ADREF_VIEW_PUBLIC, FALSE, FALSE, TRUE},
    {"draft-km-beside",
     {"draft-en.md", "draft-km.md"},
     {"en", "km"},
     ADREF_VIEW_NEGOTIATING,
     FALSE,
     TRUE,
     FALSE},
    {"draft-lo-beside",
     {"draft-en.md", "draft-lo.md"},
     {"en", "lo"},
     ADREF_VIEW_NEGOTIATING,
     FALSE,
     TRUE,
     FALSE},
    {"draft-my-beside",
     {"draft-en.md", "draft-my.md"},
     {"en", "my"},
     ADREF_VIEW_NEGOTIATING,
     FALSE,
     TRUE,
     FALSE},
    {"draft-zh-beside",
     {"draft-en.md", "draft-zh.md"},
     {"en", "zh"},
     ADREF_VIEW_NEGOTIATING,
     FALSE,
     TRUE,
     FALSE},
    {"draft-ko-beside",
     {"draft-en.md", "draft-ko.md"},
     {"en", "ko"},
     ADREF_VIEW_NEGOTIATING,
     FALSE,
     TRUE,
     FALSE},
    {"signatures", {"en.md"}, {"en"}, ADREF_VIEW_CLEAN, FALSE, FALSE, TRUE},
};

static AdrefNode *read_with_parties(const char *markdown, gsize length)
{
  GError *error = NULL;
  g_autoptr(GHashTable) parties = example_parties();
  AdrefMarkdownReadOptions options = {.parties = parties};
  AdrefNode *tree = adref_markdown_read(markdown, length, &options, NULL, &error);
  ck_assert_no_error(error);
  return tree;
}

static AdrefNode *read_path(const char *path)
{
  GError *error = NULL;
  g_autofree char *text = NULL;
  gsize length;
  g_file_get_contents(path, &text, &length, &error);
  ck_assert_no_error(error);
  return read_with_parties(text, length);
}

static GString *redline_pdf(const Golden *golden, AdrefNode *const *trees,
                            const AdrefViewOptions *options, const AdrefPageOptions *page_options,
                            GError **error)
{
  g_autoptr(AdrefNode) redline = adref_diff(trees[0], trees[1], "en");
  AdrefChangeClassOptions class_options = {.language = "en"};
  adref_change_class_assign(redline, &class_options);
  AdrefReviewOptions review = {
      .options = options, .side_by_side = golden->is_parallel, .old = "rev1", .new = "rev2"};
  return adref_pdf_review_write(redline, &review, page_options,
                                (AdrefSourceText[]){{"o.md", NULL, 0}, {"t.md", NULL, 0}}, NULL,
                                NULL, error);
}

static GString *make(const Golden *golden)
{
  static const char *const signatories[] = {"For Japan", "For the Republic of Indonesia",
                                            "For Malaysia", NULL};
  GError *error = NULL;
  GString *pdf;
  AdrefNode *trees[2] = {NULL, NULL};
  for (guint i = 0; i < 2 && golden->texts[i]; i++) {
    g_autofree char *path = g_strconcat(FOLDER, golden->texts[i], NULL);
    trees[i] = read_path(path);
  }
  AdrefViewOptions options[2] = {
      {.view = golden->view, .language = golden->languages[0], .version = "rev1"},
      {.view = golden->view, .language = golden->languages[1]}};
  AdrefPageOptions page_options = {.paper = ADREF_PAPER_SIZE_A4};
  options[0].occasion =
      golden->is_parallel && !golden->is_redline ? NULL : "Tokyo, 17 December 2023";
  options[0].signatories = golden->has_signatures ? signatories : NULL;
  AdrefParallelTexts parallel = {
      .texts = {{trees[0], &options[0], {.name = "a.md"}, golden->languages[0]},
                {trees[1], &options[1], {.name = "b.md"}, golden->languages[1]}}};
  if (golden->is_redline)
    pdf = redline_pdf(golden, trees, &options[0], &page_options, &error);
  else if (golden->is_parallel)
    pdf = adref_pdf_parallel_write(&parallel, &page_options, NULL, NULL, &error);
  else
    pdf = adref_pdf_write(trees[0], &options[0], &page_options, &(AdrefSourceText){.name = "t.md"},
                          NULL, NULL, &error);
  ck_assert_no_error(error);
  for (guint i = 0; i < 2; i++)
    if (trees[i])
      adref_node_free(trees[i]);
  return pdf;
}

static gboolean is_near(int a, int b)
{
  return ABS(a - b) <= TOLERANCE;
}

static void compare(const char *name, const GPtrArray *found, const GPtrArray *expected)
{
  for (guint i = 0; i < MIN(found->len, expected->len); i++) {
    const BoxLine *is = found->pdata[i], *should = expected->pdata[i];
    ck_assert_msg(is->page == should->page && strcmp(is->words, should->words) == 0,
                  "%s: line %u is \"%s\" on page %u, not \"%s\" on page %u", name, i + 1, is->words,
                  is->page, should->words, should->page);
    ck_assert_msg(is_near(is->x, should->x) && is_near(is->y, should->y) &&
                      is_near(is->width, should->width),
                  "%s: \"%s\" is %d wide at %d %d, not %d at %d %d", name, is->words, is->width,
                  is->x, is->y, should->width, should->x, should->y);
  }
  ck_assert_uint_eq(found->len, expected->len);
}

/* The place of each line of words on reference pages, as pdftotext finds it. ADREF_UPDATE=1 writes
 * the files anew; look at the pages before you commit them. */
START_TEST(lines_stand_as_on_reference_pages)
{
  const Golden *golden = &goldens[_i];
  GError *error = NULL;
  g_autoptr(GString) pdf = make(golden);
  g_autoptr(GPtrArray) found = boxes_of_pdf(pdf);
  g_autofree char *path = g_strconcat(FOLDER, golden->name, ".boxes", NULL);
  if (g_getenv("ADREF_UPDATE")) {
    g_autoptr(GString) text = boxes_text(found);
    g_file_set_contents(path, text->str, (gssize)text->len, &error);
    ck_assert_no_error(error);
  }
  g_autofree char *text = NULL;
  g_file_get_contents(path, &text, NULL, &error);
  ck_assert_no_error(error);
  g_autoptr(GPtrArray) expected = boxes_read(text);
  compare(golden->name, found, expected);
}
END_TEST

START_TEST(the_file_keeps_the_standards)
{
  g_autoptr(GString) pdf = make(&goldens[_i]);
  check_standard(pdf, goldens[_i].name);
}
END_TEST

/* A text without a title, one with notes of all kinds, one with everything. */
START_TEST(other_files_keep_the_standards)
{
  static const char *const texts[] = {
      "## Second\n\nWords.\n\n#### Fourth\n\n1. one\n   - two\n",
      "# T\n\nWords.[^1] More[^2].\n\n- item[^1]\n\n[^1]: A note.\n\n[^2]: Another.\n",
      "# T\n\n| a | b | c |\n|---|---|---|\n|   | x |   |\n| y |   |   |\n|   |   | z |\n",
      EVERYTHING};
  for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
    GError *error = NULL;
    g_autoptr(AdrefNode) tree = read_tree(texts[i]);
    AdrefViewOptions options = {
        .view = ADREF_VIEW_NEGOTIATING, .language = "en", .date = "2023-12-17"};
    AdrefPageOptions page_options = {.paper = ADREF_PAPER_SIZE_A4};
    g_autoptr(GString) pdf = adref_pdf_write(
        tree, &options, &page_options, &(AdrefSourceText){.name = "t.md"}, NULL, NULL, &error);
    ck_assert_no_error(error);
    check_standard(pdf, texts[i]);
  }
}
END_TEST

/* Rows whose cells have different lengths, so that one continues on pages where the other is empty;
 * with a list and a table. */
START_TEST(columns_of_different_length_keep_the_standards)
{
  GError *error = NULL;
  g_autoptr(GString) words = g_string_new("# T\n\nShort.\n\n1. One");
  for (guint i = 0; i < 1500; i++)
    g_string_append(words, i % 300 == 299 ? ".\n   - Item" : " word");
  g_string_append(words, ".\n\n| a | b |\n|---|---|\n");
  for (guint i = 0; i < 60; i++)
    g_string_append(words, i % 2 ? "|   | x |\n" : "| y |   |\n");
  g_autoptr(AdrefNode) left = read_tree(words->str);
  g_autoptr(AdrefNode) right =
      read_tree("# T\n\nShort.\n\n1. One word.\n\n| a | b |\n|---|---|\n| | z |\n");
  AdrefViewOptions options = {.view = ADREF_VIEW_CLEAN, .language = "en"};
  AdrefPageOptions page_options = {.paper = ADREF_PAPER_SIZE_A4};
  for (guint i = 0; i < 2; i++) {
    AdrefParallelTexts parallel = {.texts = {{i ? right : left, &options, {.name = "a.md"}, "en"},
                                             {i ? left : right, &options, {.name = "b.md"}, "en"}}};
    g_autoptr(GString) pdf = adref_pdf_parallel_write(&parallel, &page_options, NULL, NULL, &error);
    ck_assert_no_error(error);
    check_standard(pdf, i ? "right" : "left");
  }
}
END_TEST

/* The cell of a clause without words says so, and is read before the cell to its right. */
START_TEST(a_clause_without_words_is_read_in_its_place)
{
  static const Golden parallel = {.is_parallel = TRUE};
  static const char *const command[] = {"pdftotext", "-raw", "-", "-", NULL};
  GError *error = NULL;
  g_autoptr(AdrefNode) old = read_tree("# T\n\nWords.\n\n<!-- op a -->\n");
  g_autoptr(AdrefNode) new = read_tree("# T\n\nWords.\n\n<!-- op a -->\nMore words.\n");
  AdrefNode *const trees[] = {old, new};
  AdrefViewOptions options = {.view = ADREF_VIEW_NEGOTIATING, .language = "en"};
  AdrefPageOptions page_options = {.paper = ADREF_PAPER_SIZE_A4};
  g_autoptr(GString) pdf = redline_pdf(&parallel, trees, &options, &page_options, &error);
  ck_assert_no_error(error);
  check_standard(pdf, "a clause without words");
  g_autofree char *text = witness(pdf, command);
  ck_assert_msg(strstr(text, "inserted\nno words More words."), "%s", text);
}
END_TEST

/* --- the words on the pages are the words of the text --- */

/* The area between header and footer of an A4 page, in reading order. */
static const char *const body[] = {"pdftotext", "-raw", "-x",  "0", "-y", "70", "-W",
                                   "596",       "-H",   "705", "-", "-",  NULL};

/* Only letters and digits: the marks of lists and brackets differ between page and terminal. */
static char *plain_letters(const char *text)
{
  g_autofree char *letters = letters_of(text);
  GString *plain = g_string_new(NULL);
  for (const char *p = letters; *p; p = g_utf8_next_char(p))
    if (g_unichar_isalnum(g_utf8_get_char(p)))
      g_string_append_unichar(plain, g_utf8_get_char(p));
  return g_string_free(plain, FALSE);
}

static void check_lines(const GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++) {
    const BoxLine *line = lines->pdata[i];
    ck_assert_msg(line->x >= 20 && line->x + line->width <= 576 && line->y >= 20 && line->y <= 820,
                  "\"%s\" falls off page %u", line->words, line->page);
  }
}

/* "ja" of "ja.md" and "x.ja.md", else English. Arabic words in an English text are not tested,
 * because pdftotext exchanges the letters of the ligature lam-alef there. */
static char *language_of(const char *path)
{
  gsize length = strlen(path);
  if (strstr(path, "arabic"))
    return g_strdup("ar");
  const char *code = length > 5 ? path + length - 5 : "";
  gboolean is_code = length > 5 && (code[-1] == '/' || code[-1] == '.');
  return is_code ? g_strndup(code, 2) : g_strdup("en");
}

static gboolean has(const AdrefNode *tree, AdrefNodeType type)
{
  AdrefWalk walk = adref_walk(tree);
  while (adref_walk_next(&walk))
    if (walk.node->type == type)
      return TRUE;
  return FALSE;
}

static int by_letter(const void *a, const void *b)
{
  return *(const char *)a - *(const char *)b;
}

/* Footnotes stand at the bottom of the page and are numbered there: a text with footnotes has the
 * same letters in another order. */
static void sort_letters(char *letters)
{
  gsize to = 0;
  for (gsize from = 0; letters[from]; from++)
    if (!g_ascii_isdigit(letters[from]))
      letters[to++] = letters[from];
  letters[to] = '\0';
  qsort(letters, to, 1, by_letter);
}

/* Removes the line below the title that counts open brackets. */
static void without_counts(char *letters, const AdrefNode *tree)
{
  g_autoptr(AdrefOpenCounts) counts = adref_open_counts_new(tree);
  g_autofree char *words = adref_open_counts_words(counts, NULL), *own = plain_letters(words);
  char *at = counts->brackets + counts->placeholders > 0 ? strstr(letters, own) : NULL;
  if (at)
    memmove(at, at + strlen(own), strlen(at + strlen(own)) + 1);
}

/* The letters of all pages; a table that goes on repeats its heads, which must stand at the top of
 * each page but the first, and are left out there. NULL: no table goes on. */
static char *letters_of_pages(const char *paper, const char *heads)
{
  g_auto(GStrv) pages = g_strsplit(paper, "\f", -1);
  GString *all = g_string_new(NULL);
  for (guint i = 0; pages[i]; i++) {
    g_autofree char *letters = plain_letters(pages[i]);
    gboolean goes_on = heads && i > 0 && *letters;
    ck_assert(!goes_on || g_str_has_prefix(letters, heads));
    g_string_append(all, letters + (goes_on ? strlen(heads) : 0));
  }
  return g_string_free(all, FALSE);
}

/* The terminal output writes the same words with other code. A title behind other clauses comes
 * first on a page, and is left out. */
static void check_words(const char *name, const AdrefNode *tree, const char *heads)
{
  GError *error = NULL;
  g_autofree char *language = language_of(name);
  AdrefViewOptions options = {.view = ADREF_VIEW_PUBLIC, .language = language};
  AdrefPageOptions page_options = {.paper = ADREF_PAPER_SIZE_A4};
  g_autoptr(GString) pdf = adref_pdf_write(tree, &options, &page_options,
                                           &(AdrefSourceText){.name = name}, NULL, NULL, &error);
  if (g_error_matches(error, ADREF_ERROR, ADREF_ERROR_INPUT)) {
    g_clear_error(&error);
    return;
  }
  ck_assert_no_error(error);
  g_autoptr(GString) terminal = adref_terminal_write(tree, &options, 0, FALSE);
  g_autofree char *paper = witness(pdf, body);
  g_autoptr(GPtrArray) lines = boxes_of_pdf(pdf);
  check_lines(lines);
  g_autofree char *found = letters_of_pages(paper, heads);
  g_autofree char *expected = plain_letters(terminal->str);
  without_counts(found, tree);
  if (has(tree, ADREF_FOOTNOTE)) {
    sort_letters(found);
    sort_letters(expected);
  }
  gsize same = 0;
  while (found[same] && found[same] == expected[same])
    same++;
  ck_assert_msg(strcmp(found, expected) == 0, "%s: at %" G_GSIZE_FORMAT "\n%.60s\nnot\n%.60s", name,
                same, found + same, expected + same);
}

/* The terminal writes the address of a link behind its words, a page does not. */
static gboolean has_address(const AdrefNode *tree)
{
  AdrefWalk walk = adref_walk(tree);
  while (adref_walk_next(&walk))
    if ((walk.node->type == ADREF_LINK || walk.node->type == ADREF_IMAGE) &&
        walk.node->as.link.url[0] != '#')
      return TRUE;
  return FALSE;
}

/* All texts in a folder, except those that are a version of another. */
static void check_folder(const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
  for (const char *name; dir && (name = g_dir_read_name(dir));) {
    g_autofree char *path = g_build_filename(folder, name, NULL);
    if (g_file_test(path, G_FILE_TEST_IS_DIR)) {
      check_folder(path);
    } else if (g_str_has_suffix(name, ".md") && strcmp(name, "old.md") != 0 &&
               strcmp(name, "base.md") != 0) {
      g_autoptr(AdrefNode) tree = read_path(path);
      if (!has_address(tree))
        check_words(path, tree, NULL);
    }
  }
}

START_TEST(the_words_of_every_golden_text_are_on_its_pages)
{
  check_folder("tests/golden");
  check_folder("tests/merge");
  check_folder("statements");
}
END_TEST

static void add_words(GString *text, GRand *rand, guint most)
{
  static const char *const words[] = {
      "We",     "*reaffirm*", "[a link](#a0)", "5,000", "**shall**", "[should / may]",
      "`code`", "ความร่วมมือ",  "協力",          "Việt",  "x"};
  for (gint32 n = g_rand_int_range(rand, 1, (gint32)most); n > 0; n--)
    g_string_append_printf(text, "%s%d ", words[g_rand_int_range(rand, 0, G_N_ELEMENTS(words))], n);
}

/* Blocks of every kind and of any length; some clauses have a number. */
static char *generate(guint32 seed, guint paragraphs)
{
  static const char *const starts[] = {
      "",     "", "<!-- op a%u -->\n", "<!-- pp b%u -->\n", "## ", "> ", "- ", "1. ", "- one\n  - ",
      "> 1. "};
  g_autoptr(GRand) rand = g_rand_new_with_seed(seed);
  GString *text = g_string_new(NULL);
  for (guint i = 0; i < paragraphs; i++) {
    guint kind = (guint)g_rand_int_range(rand, 0, G_N_ELEMENTS(starts));
    g_auto(GStrv) halves = g_strsplit(starts[kind], "%u", 2);
    g_string_append(text, halves[0] ? halves[0] : "");
    if (halves[0] && halves[1])
      g_string_append_printf(text, "%u%s", i, halves[1]);
    add_words(text, rand, kind == 4 ? 6 : 60);
    g_string_append(text, "\n\n");
  }
  return g_string_free(text, FALSE);
}

START_TEST(the_words_of_generated_texts_are_on_their_pages)
{
  static const guint sizes[] = {1, 2, 3, 5, 8, 13, 40, 200, 1000, 5000};
  for (guint i = 0; i < G_N_ELEMENTS(sizes); i++) {
    g_autofree char *text = generate(i + 1, sizes[i]);
    g_autofree char *name = g_strdup_printf("%u paragraphs", sizes[i]);
    g_autoptr(AdrefNode) tree = read_with_parties(text, strlen(text));
    check_words(name, tree, NULL);
  }
}
END_TEST

/* Repeats words; the first one gets a number. */
static char *repeat(const char *word, const char *rest, guint times)
{
  GString *text = g_string_new(NULL);
  for (guint i = 0; i < times; i++)
    g_string_append_printf(text, "%s%u%s", word, i, rest);
  return g_string_free(text, FALSE);
}

/* A paragraph of 200 pages, a word of 10,000 letters, deeply nested lists, and a table cell longer
 * than a page. */
START_TEST(the_words_of_hard_texts_are_on_their_pages)
{
  g_autofree char *endless = repeat("word", " of one paragraph that does not end, ", 14000);
  g_autofree char *letter = g_strnfill(10000, 'm');
  g_autofree char *wide = g_strconcat("We agree on ", letter, " and more.\n", NULL);
  g_autofree char *cell = repeat("cell", " ", 2000);
  g_autofree char *table = g_strconcat("| a | b |\n|---|---|\n| ", cell, "| |\n", NULL);
  GString *deep = g_string_new(NULL);
  for (guint depth = 0; depth < 60; depth++)
    g_string_append_printf(deep,
                           "%*s- level%u of many with words enough for a second line of the "
                           "item, wherever it stands now\n",
                           (int)depth * 2, "", depth);
  const char *const texts[] = {endless, wide, deep->str, table};
  for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
    g_autofree char *name = g_strdup_printf("hard text %u", i);
    g_autoptr(AdrefNode) tree = read_with_parties(texts[i], strlen(texts[i]));
    check_words(name, tree, texts[i] == table ? "ab" : NULL);
  }
  g_string_free(deep, TRUE);
}
END_TEST

static guint pages_of(const GString *pdf)
{
  static const char *const command[] = {"pdfinfo", "-", NULL};
  g_autofree char *info = witness(pdf, command);
  return (guint)g_ascii_strtoull(strstr(info, "Pages:") + strlen("Pages:"), NULL, 10);
}

START_TEST(a_thousand_signatories_have_lines)
{
  GError *error = NULL;
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 0; i < 1000; i++)
    g_ptr_array_add(names, g_strdup_printf("For Party%u", i));
  g_ptr_array_add(names, NULL);
  AdrefViewOptions options = {.view = ADREF_VIEW_CLEAN,
                              .signatories = (const char *const *)names->pdata};
  AdrefPageOptions page_options = {.paper = ADREF_PAPER_SIZE_A4};
  g_autoptr(AdrefNode) tree = read_tree("# Title\n\nDone.\n");
  g_autoptr(GString) pdf = adref_pdf_write(tree, &options, &page_options,
                                           &(AdrefSourceText){.name = "t.md"}, NULL, NULL, &error);
  ck_assert_no_error(error);
  g_autoptr(GPtrArray) lines = boxes_of_pdf(pdf);
  check_lines(lines);
  g_autofree char *paper = witness(pdf, body);
  g_autofree char *found = plain_letters(paper), *names_found = repeat("ForParty", "", 1000);
  ck_assert_ptr_nonnull(strstr(found, names_found));
  ck_assert_uint_gt(pages_of(pdf), 50);
}
END_TEST

TCase *tcase_pages(void)
{
  TCase *tcase = tcase_create("pages");
  tcase_set_timeout(tcase, 240);
  tcase_add_loop_test(tcase, lines_stand_as_on_reference_pages, 0, G_N_ELEMENTS(goldens));
  tcase_add_test(tcase, the_words_of_every_golden_text_are_on_its_pages);
  tcase_add_test(tcase, the_words_of_generated_texts_are_on_their_pages);
  tcase_add_test(tcase, the_words_of_hard_texts_are_on_their_pages);
  tcase_add_test(tcase, a_thousand_signatories_have_lines);
  return tcase;
}

TCase *tcase_pdf_standard(void)
{
  TCase *tcase = tcase_create("standard");
  tcase_set_timeout(tcase, 120);
  tcase_add_loop_test(tcase, the_file_keeps_the_standards, 0, G_N_ELEMENTS(goldens));
  tcase_add_test(tcase, other_files_keep_the_standards);
  tcase_add_test(tcase, columns_of_different_length_keep_the_standards);
  tcase_add_test(tcase, a_clause_without_words_is_read_in_its_place);
  return tcase;
}
