#include "boxes.h"
#include "cases.h"
#include "merge/compare/diff.h"
#include "view/docx/docx.h"
#include "word_file.h"

/* The words of a tracked text after all changes were accepted, or all rejected: a line for each
 * paragraph, labels with a bar. The mark of a paragraph that goes joins it to the next one. */
static char *side_of(const char *xml, gboolean accepted)
{
  GString *lines = g_string_new(NULL);
  const char *out = accepted ? "del" : "ins";
  gboolean is_gone = FALSE, joins = FALSE;
  g_autoptr(GRegex) piece =
      g_regex_new("<w:rPr><w:(ins|del) [^>]*/></w:rPr></w:pPr>|<(/?)w:(ins|del)( [^>]*[^/])?>|"
                  "<w:(?:t|delText) [^>]*>([^<]*)<|<w:tab/>|</w:p>|<w:trPr>(.*?)</w:trPr>|</w:tr>",
                  0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  for (g_regex_match(piece, xml, 0, &match); g_match_info_matches(match);
       g_match_info_next(match, NULL)) {
    g_autofree char *whole = g_match_info_fetch(match, 0), *mark = g_match_info_fetch(match, 1),
                    *ends = g_match_info_fetch(match, 2), *run = g_match_info_fetch(match, 3),
                    *words = g_match_info_fetch(match, 5);
    if (mark && *mark)
      joins = strcmp(mark, out) == 0;
    else if (run && *run)
      is_gone = strcmp(run, out) == 0 ? !*ends : is_gone;
    else if (strcmp(whole, "</w:p>") == 0) {
      if (!joins && lines->len > 0 && lines->str[lines->len - 1] != '\n')
        g_string_append_c(lines, '\n');
      joins = FALSE;
    } else if (!is_gone && !g_str_has_prefix(whole, "<w:trPr>") && strcmp(whole, "</w:tr>") != 0)
      g_string_append(lines, strcmp(whole, "<w:tab/>") == 0 ? "|" : words);
  }
  return g_string_free(lines, FALSE);
}

static char *tracked_by(const char *old, const char *new, const AdrefDocxAuthors *authors)
{
  GError *error = NULL;
  AdrefViewOptions options = {.view = ADREF_VIEW_NEGOTIATING};
  AdrefPageOptions page_options = {.paper = ADREF_PAPER_SIZE_A4};
  g_autoptr(AdrefNode) before = read_tree(old);
  g_autoptr(AdrefNode) after = read_tree(new);
  g_autoptr(AdrefNode) redline = adref_diff(before, after, "en");
  GString *file =
      adref_docx_tracked_write(redline, &options, &page_options, authors, NULL, NULL, &error);
  ck_assert_no_error(error);
  g_auto(WordFile) word = word_file_keep(file);
  return word_file_part(&word, "word/document.xml");
}

static char *tracked(const char *old, const char *new)
{
  AdrefDocxAuthors authors = {.whole = {"Japan & Co", "2023-12-01T09:00:00Z"}};
  return tracked_by(old, new, &authors);
}

/* "ins B: should ", a line for each tracked run; "mark ins B" for each tracked mark. */
static char *authors_in(const char *xml)
{
  GString *lines = g_string_new(NULL);
  g_autoptr(GRegex) change =
      g_regex_new("<w:(ins|del) [^>]*w:author=\"([^\"]*)\"[^>]*(/?)>", 0, 0, NULL);
  g_autoptr(GRegex) tag = g_regex_new("<[^>]*>", 0, 0, NULL);
  g_autoptr(GMatchInfo) found = NULL;
  for (g_regex_match(change, xml, 0, &found); g_match_info_matches(found);
       g_match_info_next(found, NULL)) {
    g_autofree char *what = g_match_info_fetch(found, 1), *who = g_match_info_fetch(found, 2),
                    *whole = g_match_info_fetch(found, 0);
    int end;
    g_match_info_fetch_pos(found, 0, NULL, &end);
    g_autofree char *closing = g_strdup_printf("</w:%s>", what);
    g_autofree char *run = g_strndup(xml + end, (gsize)(strstr(xml + end, closing) - xml - end));
    g_autofree char *words = g_regex_replace(tag, run, -1, 0, "", 0, NULL);
    if (g_str_has_suffix(whole, "/>"))
      g_string_append_printf(lines, "mark %s %s\n", what, who);
    else
      g_string_append_printf(lines, "%s %s: %s\n", what, who, words);
  }
  return g_string_free(lines, FALSE);
}

/* The author of each character, by a letter: "AAB" -> 0, 0, 1. */
static guint8 *numbers_of(const char *letters)
{
  guint8 *numbers = g_new0(guint8, strlen(letters) + 1);
  for (gsize i = 0; letters[i]; i++)
    numbers[i] = (guint8)(letters[i] - 'A');
  return numbers;
}

#define ACT "<!-- op a -->\n"

static const struct {
  const char *old, *new, *old_authors, *new_authors, *lines;
} authored[] = {
    /* a word in a paragraph, and words of two at its end */
    {ACT "We shall act.\n", ACT "We should act now, all of us.\n", "AABBBBBAAAA",
     "AACCCCCCAAAAAAABBBBBCCC",
     "del B: shall\nins C: should\nins A:  now, \nins B: all of \nins C: us\n"},
    /* a clause of two; its number and its paragraph's mark are the first one's */
    {ACT "We act.\n", ACT "We act.\n\n<!-- op b -->\nThey rest now.\n", "AAAAAA",
     "AAAAAABBBBCCCCBBBB",
     "ins all: 1.\nmark ins B\nins B: 2.\nins B: They \nins C: rest \nins B: now.\n"},
    /* brackets and positions in new words are theirs; a position added to words is nobody's own */
    {ACT "We act.\n\nOr [we - JPN] rest.\n",
     ACT "We act [now - JPN].\n\nOr [we - JPN, THA] rest.\n", "AAAAAAAAAAAAAA",
     "AAAAABBBAAAAAAAAAA",
     "ins B:  \nins B: [\nins B: now\nins B:  - \nins B: JPN\nins B: ]\n"
     "del all:  - \ndel all: JPN\nins all:  - \nins all: JPN, THA\n"},
};

START_TEST(each_word_has_its_author)
{
  static const AdrefDocxAuthor all[] = {{"A", NULL}, {"B", NULL}, {"C", NULL}};
  g_autofree guint8 *before = numbers_of(authored[_i].old_authors),
                    *after = numbers_of(authored[_i].new_authors);
  AdrefDocxAuthors authors = {{"all", NULL}, all, before, after};
  g_autofree char *xml = tracked_by(authored[_i].old, authored[_i].new, &authors);
  g_autofree char *lines = authors_in(xml);
  ck_assert_str_eq(lines, authored[_i].lines);
}
END_TEST

/* The words of a text in its own Word file, in the same form. */
static char *words_of(const char *markdown)
{
  g_autofree char *xml = word_part(markdown, ADREF_VIEW_NEGOTIATING, "en", "word/document.xml");
  char *lines = side_of(xml, TRUE);
  char *status = strstr(lines, "open");
  char *end = status ? strchr(status, '\n') : NULL, *start = status;
  while (start && start > lines && start[-1] != '\n')
    start--;
  if (end)
    memmove(start, end + 1, strlen(end + 1) + 1);
  return lines;
}

#define OP "<!-- op a -->\n"

#define TARGETS   "| Target | Year |\n|---|--:|\n"
#define TRAINED   "| Train 3,000 people in all ports of the region | 2025 |\n"
#define LIT       "| Light the ports | 2026 |\n"
#define BUILT     "| Build five new harbours for the small islands of the region | 2027 |\n"
#define BUILT_SIX "| Build six new harbours for the small islands of the region | 2027 |\n"
#define MET       "| Meet | 2028 |\n"

static const struct {
  const char *name, *old, *new;
} pairs_to_track[] = {
    {"a word", OP "We shall act.\n", OP "We should act.\n"},
    {"emphasis", OP "We *shall* act.\n", OP "We shall act **now**.\n"},
    {"a paragraph", OP "We act.\n\nSoon.\n", OP "We act.\n\nNow.\n\nLater.\n"},
    {"its first paragraph", OP "We act.\n", OP "Now and here it begins.\n\nWe act.\n"},
    {"a clause, and numbers", OP "We act.\n\n<!-- op b -->\nWe meet.\n",
     "<!-- op n -->\nIt is new.\n\n" OP "We act.\n\n<!-- op b -->\nWe meet.\n"},
    {"the only number", OP "We act.\n\n<!-- op b -->\nWe meet.\n", OP "We act.\n"},
    {"a move", OP "We act with all partners.\n\n<!-- op b -->\nWe meet in the region soon.\n",
     "<!-- op b -->\nWe meet in the region late.\n\n" OP "We act with all partners.\n"},
    {"a split", OP "We act at once. We meet in the region soon.\n",
     OP "We act at once.\n\nWe meet in the region soon.\n"},
    {"a join", OP "We act at once.\n\n<!-- op b -->\nWe meet in the region soon.\n",
     OP "We act at once. We meet in the region soon.\n"},
    {"items", OP "We:\n\n- act\n- meet\n", OP "We:\n\n- act\n- stay\n- meet\n- go\n"},
    {"a list becomes words", OP "1. meet; and\n2. report soon.\n", OP "meet; and report soon.\n"},
    {"labels", OP "(a) we act\n\n(b) we meet\n", OP "(a) we act\n\n(c) we meet\n"},
    {"rows", OP "| A | B |\n|---|---|\n| 1 | 2 |\n",
     OP "| A | B |\n|---|---|\n| 9 | 8 |\n| 1 | 3 |\n"},
    {"columns", OP "| A | B |\n|---|---|\n| 1 | 2 |\n",
     OP "| A | N | B |\n|---|---|---|\n| 1 | x | 2 |\n"},
    {"a column goes, and a row comes", OP "| A | B | C |\n|---|---|---|\n| 1 | 2 | 3 |\n",
     OP "| A | C |\n|---|---|\n| 7 | 8 |\n| 1 | 3 |\n"},
    {"a column comes, and a row goes", OP "| A | B |\n|---|---|\n| 1 | 2 |\n| we | act |\n",
     OP "| A | N | B |\n|---|--:|---|\n| we | x | go |\n"},
    {"columns in another order",
     OP "| Port | Fee |\n|---|--:|\n| Tokyo | 100 |\n| Manila | 200 |\n",
     OP "| Fee | Port |\n|--:|---|\n| 100 | Tokyo |\n| 250 | Manila |\n"},
    {"another alignment", OP "| A | B |\n|---|---|\n| 1 | 2 |\n",
     OP "| A | B |\n|---|--:|\n| 1 | 3 |\n"},
    {"rows that moved", OP TARGETS TRAINED LIT BUILT MET, OP TARGETS BUILT_SIX TRAINED LIT MET},
    {"brackets", OP "We [shall - JPN / should - THA] act.\n",
     OP "We [shall - JPN, USA / must - AUS] act.\n"},
    {"a bracket that goes", OP "We [shall - JPN / should] [soon] act.\n",
     OP "We should soon act.\n"},
    {"a bracket that begins a word earlier", OP "a b [b - JPN / b - THA] c.\n",
     OP "a [b - JPN / b d - THA] c.\n"},
    {"a bracket around a sign between alternatives", OP "a [b - JPN / c - THA / d] e.\n",
     OP "a [b - JPN [/ c] - THA / d] e.\n"},
    {"a bracket in an alternative", OP "a [b - JPN / - THA / d] e.\n",
     OP "a [b - JPN / [ - THA] / d] e.\n"},
    {"a bracket in brackets",
     OP "k [w - THA / a b [c [d - THA / e - JPN] - JPN / i - THA] / k] z.\n",
     OP "k [w - THA / a [b [c [d - JPN] - THA / e - JPN] - JPN / i - THA] / k] z.\n"},
    {"a sign before a bracket", OP "a [t / [k - THA / s - JPN] - JPN / h - THA] w.\n",
     OP "a [t / [k - THA / s - JPN] - JPN s h - THA] w.\n"},
    {"another kind", OP "We act at once.\n\n<!-- op b -->\nWe meet.\n",
     "<!-- pp c -->\nWe act at once.\n\n<!-- op b -->\nWe meet.\n"},
    {"words at the end, and a new paragraph", OP "We act.\n\nWe meet.\n",
     OP "We act. At once.\n\nWe stay.\n\nWe go.\n\nWe meet.\n"},
    {"words at the end, and a new clause", OP "We act.\n\n<!-- op b -->\nWe meet.\n",
     OP "We act. At once.\n\n<!-- op n -->\nIt is new.\n\n<!-- op b -->\nWe meet.\n"},
    {"words at the end, and a new item", OP "We:\n\n- act\n- meet\n",
     OP "We:\n\n- act at once\n- stay\n- meet\n"},
    {"words at the end, and another style", OP "We:\n\nmeet.\n",
     OP "We all:\n\n> Stay.\n\nmeet.\n"},
    {"a link in new words", OP "We act.\n", OP "We act in [Tokyo](https://example.org).\n"},
    {"a heading", "## Old words\n\n" OP "We act.\n", "# New words\n\n" OP "We act.\n"},
    {"code", OP "```\na\nb\n```\n", OP "```\na\nc\n```\n"},
    {"nothing", OP "We act.\n", OP "We act.\n"},
};

START_TEST(tracked_changes_are_exact)
{
  const char *old = pairs_to_track[_i].old, *new = pairs_to_track[_i].new;
  g_autofree char *xml = tracked(old, new);
  g_autofree char *rejected = side_of(xml, FALSE), *accepted = side_of(xml, TRUE);
  g_autofree char *old_words = words_of(old), *new_words = words_of(new);
  ck_assert_msg(strcmp(rejected, old_words) == 0, "%s, rejected:\n%s\n%s\n%s",
                pairs_to_track[_i].name, rejected, old_words, xml);
  ck_assert_msg(strcmp(accepted, new_words) == 0, "%s, accepted:\n%s\n%s\n%s",
                pairs_to_track[_i].name, accepted, new_words, xml);
  ck_assert_int_eq(!strstr(xml, "<w:ins ") && !strstr(xml, "<w:del "), strcmp(old, new) == 0);
}
END_TEST

/* The mark between words that were added and a new paragraph is the one that was inserted; else
 * LibreOffice rejects one mark too many. */
START_TEST(the_mark_before_a_new_paragraph_is_the_inserted_one)
{
  g_autofree char *xml =
      tracked(OP "We act.\n\nWe meet.\n", OP "We act. At once.\n\nWe stay.\n\nWe meet.\n");
  const char *first = strstr(xml, "<w:p>"), *second = strstr(first + 1, "<w:p>"),
             *third = strstr(second + 1, "<w:p>");
  g_autofree char *old = g_strndup(first, (gsize)(second - first)),
                  *new = g_strndup(second, (gsize)(third - second));
  ck_assert_ptr_nonnull(strstr(old, "<w:rPr><w:ins "));
  ck_assert_ptr_null(strstr(new, "<w:rPr><w:ins "));
}
END_TEST

/* Then the mark behind the new paragraph is that of the old one, and has its style when the change
 * is refused. */
START_TEST(a_mark_that_was_shifted_says_what_it_was)
{
  g_autofree char *xml = tracked(OP "We act.\n\nWe meet.\n",
                                 OP "We act. At once.\n\n- We stay.\n\n> We go.\n\nWe meet.\n");
  const char *quote = strstr(xml, "\"Quote\""), *change = strstr(xml, "<w:pPrChange ");
  ck_assert(quote && change && quote < change && change < strstr(quote, "</w:pPr>"));
  ck_assert_ptr_null(strstr(change + 1, "<w:pPrChange "));
  const char *former = strstr(change, "<w:pPr>");
  ck_assert(!strstr(former, "Quote") && !strstr(former, "<w:numPr>"));
}
END_TEST

/* What Word refuses, or reads otherwise than it was meant, and the validator of Microsoft's SDK
 * lets pass: text of a deletion that is not deleted text, a change in a change, moves, a link in an
 * insertion (LibreOffice drops it), a cell whose last block is no paragraph, ids that bookmarks and
 * changes share. */
static void lint(const char *xml)
{
  g_autoptr(GRegex) bad = g_regex_new("<w:del [^>]*[^/]>(?:(?!</w:del>).)*<w:t[ >]"
                                      "|<w:ins [^>]*[^/]>(?:(?!</w:ins>).)*<w:delText"
                                      "|<w:(ins|del) [^>]*[^/]>(?:(?!</w:\\1>).)*<w:(?:ins|del) "
                                      "|<w:(ins|del) [^>]*[^/]>(?:(?!</w:\\2>).)*<w:hyperlink"
                                      "|<w:move|<w:tc>(<w:tcPr>.*?</w:tcPr>)?</w:tc>"
                                      "|</w:tbl>\\s*(<w:bookmarkEnd [^>]*>\\s*)?</w:tc>",
                                      G_REGEX_DOTALL, 0, NULL);
  ck_assert_msg(!g_regex_match(bad, xml, 0, NULL), "%s", xml);
  g_autoptr(GRegex) id = g_regex_new("<w:(?:ins|del|bookmarkStart) w:id=\"(\\d+)\"", 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (g_regex_match(id, xml, 0, &match); g_match_info_matches(match);
       g_match_info_next(match, NULL))
    ck_assert(g_hash_table_add(seen, g_match_info_fetch(match, 1)));
}

/* Its cells are tracked where they stand, and the table is not written twice. */
START_TEST(a_row_that_changed_beside_a_new_one_is_one_row)
{
  g_autofree char *xml =
      tracked("<!-- op a -->\nSums:\n\n| Party | Sum | Year |\n|---|---|---|\n| Thailand | 20 | "
              "2025 |\n| Japan | 30 | 2024 |\n",
              "<!-- op a -->\nSums:\n\n| Party | Sum | Year |\n|---|---|---|\n| Thailand | 40 | "
              "2026 |\n| Laos | 15 | 2026 |\n| Japan | 30 | 2024 |\n");
  g_auto(GStrv) rows = g_strsplit(xml, "<w:tr>", -1);
  ck_assert_uint_eq(g_strv_length(rows), 5);
  ck_assert_ptr_nonnull(strstr(rows[2], "<w:t xml:space=\"preserve\">Thailand<"));
  ck_assert_ptr_nonnull(strstr(rows[2], "<w:delText xml:space=\"preserve\">20<"));
  ck_assert_ptr_null(strstr(rows[2], "</w:trPr><w:del"));
}
END_TEST

static guint count(const char *xml, const char *words)
{
  guint found = 0;
  for (const char *at = xml; (at = strstr(at, words)); at++)
    found++;
  return found;
}

/* Word marks a cell; what LibreOffice keeps of it is empty when all is refused. Words of columns
 * that both texts have carry no mark. */
START_TEST(a_column_is_tracked_in_its_table)
{
  g_autofree char *came =
      tracked(OP TARGETS LIT MET, OP "| Target | Who | Year |\n|---|---|--:|\n"
                                     "| Light the ports | Japan | 2026 |\n| Meet | All | 2029 |\n");
  ck_assert_uint_eq(count(came, "<w:tbl>"), 1);
  ck_assert_uint_eq(count(came, "<w:tcPr><w:cellIns "), 3);
  ck_assert_uint_eq(count(came, "<w:delText "), 1);
  ck_assert_uint_eq(count(came, "<w:tr>"), 3);
  g_autofree char *went =
      tracked(OP TARGETS LIT MET, OP "| Year |\n|--:|\n| 2026 |\n| 2028 |\n| 7 |\n");
  ck_assert_uint_eq(count(went, "<w:tbl>"), 1);
  ck_assert_uint_eq(count(went, "<w:tcPr><w:cellDel "), 4); /* also in the row that came */
  ck_assert_uint_eq(count(went, "<w:delText "), 3);
  ck_assert_uint_eq(count(went, "<w:ins "), 2); /* the row and its word */
}
END_TEST

/* LibreOffice falls when a bookmark ends behind it. */
START_TEST(a_bookmark_ends_before_the_paragraph_below_a_new_table)
{
  g_autofree char *xml = tracked(OP "We act.\n", OP "We act.\n\n<!-- op b -->\n" TARGETS LIT);
  const char *table = strstr(xml, "</w:tbl>"), *end = strstr(table, "<w:bookmarkEnd "),
             *gap = strstr(table, "AdrefGap");
  ck_assert(end && gap && end < gap);
  ck_assert_uint_eq(count(xml, "<w:bookmarkEnd "), count(xml, "<w:bookmarkStart "));
}
END_TEST

START_TEST(a_row_that_moved_is_tracked_in_its_table)
{
  g_autofree char *xml =
      tracked(OP TARGETS TRAINED LIT BUILT MET, OP TARGETS BUILT_SIX TRAINED LIT MET);
  ck_assert_uint_eq(count(xml, "<w:tbl>"), 1);
  ck_assert_uint_eq(count(xml, "<w:tr>"), 6);
  ck_assert_uint_eq(count(xml, "<w:delText "), 2);
}
END_TEST

START_TEST(tracked_changes_are_well_formed)
{
  g_autofree char *xml = tracked(pairs_to_track[_i].old, pairs_to_track[_i].new);
  lint(xml);
  g_autoptr(GRegex) id =
      g_regex_new("w:id=\"(\\d+)\" w:author=\"([^\"]*)\" w:date=\"([^\"]*)\"", 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (g_regex_match(id, xml, 0, &match); g_match_info_matches(match);
       g_match_info_next(match, NULL)) {
    g_autofree char *name = g_match_info_fetch(match, 2), *date = g_match_info_fetch(match, 3);
    ck_assert(g_hash_table_add(seen, g_match_info_fetch(match, 1)));
    ck_assert_str_eq(name, "Japan &amp; Co");
    ck_assert_str_eq(date, "2023-12-01T09:00:00Z");
  }
}
END_TEST

START_TEST(ids_of_changes_are_none_of_bookmarks)
{
  enum {
    CLAUSES = 1200
  };
  g_autoptr(GString) old = g_string_new(NULL), new = g_string_new(NULL);
  for (guint i = 0; i < CLAUSES; i++) {
    g_string_append_printf(old, "<!-- op a%u -->\nWe act.\n\n", i);
    g_string_append_printf(new, "<!-- op a%u -->\nWe all act.\n\n", i);
  }
  g_autofree char *xml = tracked(old->str, new->str);
  lint(xml);
}
END_TEST

#define NOTED "\n\nMore[^1] words.\n\n[^1]: At the foot.\n"

START_TEST(texts_beside_each_other_are_well_formed)
{
  const char *const languages[] = {"en", "ar"};
  g_autoptr(AdrefNode) first = read_tree(EVERYTHING NOTED), second = read_tree(EVERYTHING NOTED);
  const AdrefNode *const documents[] = {first, second};
  AdrefViewOptions options[ADREF_PARALLEL_TEXTS];
  AdrefPageOptions page_options = {.paper = ADREF_PAPER_SIZE_A4};
  AdrefParallelTexts parallel = {.notes = NULL};
  for (guint i = 0; i < ADREF_PARALLEL_TEXTS; i++) {
    options[i] = (AdrefViewOptions){.view = ADREF_VIEW_NEGOTIATING, .language = languages[i]};
    parallel.texts[i] =
        (AdrefParallelText){.document = documents[i], .options = &options[i], .head = languages[i]};
  }
  GError *error = NULL;
  GString *file = adref_docx_parallel_write(&parallel, &page_options, "s", FALSE, &error);
  ck_assert_no_error(error);
  g_auto(WordFile) word = word_file_keep(file);
  g_autofree char *xml = word_file_part(&word, "word/document.xml"),
                  *notes = word_file_part(&word, "word/footnotes.xml"),
                  *custom = word_file_part(&word, "docProps/custom.xml");
  lint(xml);
  ck_assert_ptr_nonnull(strstr(custom, "\"adref.beside\"><vt:lpwstr>ar<"));
  ck_assert_ptr_nonnull(strstr(xml, "<w:bidi/>"));
  const char *row = strstr(xml, "<w:cantSplit/>"), *note = strstr(xml, "<w:footnoteReference ");
  ck_assert(row && row < note);
  guint references = 0, texts = 0;
  for (const char *at = xml; (at = strstr(at, "<w:footnoteReference ")); at++)
    references++;
  for (const char *at = notes; (at = strstr(at, "<w:footnote w:id=")); at++)
    texts++;
  ck_assert_uint_gt(references, 0);
  ck_assert_uint_eq(references, texts);
}
END_TEST

/* Rows of two columns that Word may divide between pages, of a clause with so many bytes. */
static guint rows_to_divide(guint bytes)
{
  g_autofree char *words = g_strnfill(bytes, 'x');
  g_autoptr(AdrefNode) first = read_tree(words), second = read_tree("We act.\n");
  const AdrefNode *const documents[] = {first, second};
  AdrefViewOptions options = {.view = ADREF_VIEW_NEGOTIATING, .language = "en"};
  AdrefPageOptions page_options = {.paper = ADREF_PAPER_SIZE_A4};
  AdrefParallelTexts parallel = {.notes = NULL};
  for (guint i = 0; i < ADREF_PARALLEL_TEXTS; i++)
    parallel.texts[i] =
        (AdrefParallelText){.document = documents[i], .options = &options, .head = "English"};
  GError *error = NULL;
  g_auto(WordFile) word =
      word_file_keep(adref_docx_parallel_write(&parallel, &page_options, "s", FALSE, &error));
  ck_assert_no_error(error);
  g_autofree char *xml = word_file_part(&word, "word/document.xml");
  guint rows = 0;
  for (const char *at = xml; (at = strstr(at, "<w:tr><w:tc>")); at++)
    rows++;
  return rows;
}

START_TEST(a_short_row_stays_on_its_page)
{
  ck_assert_uint_eq(rows_to_divide(900), 0);
  ck_assert_uint_eq(rows_to_divide(901), 1);
}
END_TEST

TCase *tcase_docx_tracked(void)
{
  TCase *tcase = tcase_create("docx_tracked");
  tcase_add_loop_test(tcase, each_word_has_its_author, 0, G_N_ELEMENTS(authored));
  tcase_add_loop_test(tcase, tracked_changes_are_exact, 0, (int)G_N_ELEMENTS(pairs_to_track));
  tcase_add_test(tcase, a_row_that_changed_beside_a_new_one_is_one_row);
  tcase_add_test(tcase, a_column_is_tracked_in_its_table);
  tcase_add_test(tcase, a_row_that_moved_is_tracked_in_its_table);
  tcase_add_test(tcase, a_bookmark_ends_before_the_paragraph_below_a_new_table);
  tcase_add_loop_test(tcase, tracked_changes_are_well_formed, 0, (int)G_N_ELEMENTS(pairs_to_track));
  tcase_add_test(tcase, the_mark_before_a_new_paragraph_is_the_inserted_one);
  tcase_add_test(tcase, a_mark_that_was_shifted_says_what_it_was);
  tcase_add_test(tcase, ids_of_changes_are_none_of_bookmarks);
  tcase_add_test(tcase, texts_beside_each_other_are_well_formed);
  tcase_add_test(tcase, a_short_row_stays_on_its_page);
  return tcase;
}
