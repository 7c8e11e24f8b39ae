/* Texts made to cost much time. Each comparison must end, with a correct redline. */
#include "merge/cases.h"
#include "merge/join/merge.h"

enum {
  WORDS = 1000000,
  PARAGRAPHS = 20000,
  TIMEOUT = 120
};

static char *repeat(const char *text, guint count)
{
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < count; i++)
    g_string_append(out, text);
  return g_string_free(out, FALSE);
}

/* Words or paragraphs that are all different. */
static char *numbered(const char *format, guint count, gboolean reversed)
{
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < count; i++) {
    guint n = reversed ? count - i : i + 1;
    g_string_append_printf(out, "%s %x%s", format, n * 2654435761u, format[0] == '\n' ? "." : "");
  }
  return g_string_free(out, FALSE);
}

/* Frees the texts. */
static void stays_bounded(char *before, char *after, const char *where)
{
  g_autoptr(AdrefNode) old = read_text(before, NULL, NULL), new = read_text(after, NULL, NULL);
  g_free(before);
  g_free(after);
  keeps_redline(old, new, where);
}

START_TEST(one_word_a_million_times)
{
  g_autofree char *some = repeat("word ", WORDS / 2);
  stays_bounded(repeat("word ", WORDS), g_strconcat(some, "other ", some, "more", NULL), "one");
}
END_TEST

START_TEST(few_words_a_million_times)
{
  stays_bounded(repeat("a b ", WORDS / 2), repeat("b a a b b ", WORDS / 5), "few");
}
END_TEST

START_TEST(the_same_paragraph)
{
  g_autofree char *some = repeat("The same words.\n\n", PARAGRAPHS / 2);
  stays_bounded(repeat("The same words.\n\n", PARAGRAPHS),
                g_strconcat(some, "Other.\n\n", some, "The same words.\n\n", NULL), "same");
}
END_TEST

START_TEST(the_same_edit)
{
  stays_bounded(repeat("The same words here shall stand.\n\n", PARAGRAPHS),
                repeat("The same words here should stand.\n\n", PARAGRAPHS), "edit");
}
END_TEST

START_TEST(everything_different)
{
  stays_bounded(numbered("word", WORDS / 4, FALSE), numbered("other", WORDS / 4, FALSE), "words");
  stays_bounded(numbered("\n\nOld words of it", PARAGRAPHS, FALSE),
                numbered("\n\nQuite another text of", PARAGRAPHS, FALSE), "paragraphs");
}
END_TEST

START_TEST(everything_reversed)
{
  stays_bounded(numbered("w", WORDS / 4, FALSE), numbered("w", WORDS / 4, TRUE), "words");
  stays_bounded(numbered("\n\nWords of it are", PARAGRAPHS, FALSE),
                numbered("\n\nWords of it are", PARAGRAPHS, TRUE), "paragraphs");
}
END_TEST

START_TEST(deep_and_crossing)
{
  enum {
    DEEP = 20000,
    MANY = 3000
  };
  g_autofree char *open = repeat("[a ", DEEP), *close = repeat(" b]", DEEP);
  stays_bounded(g_strconcat(open, "x", close, NULL), g_strconcat(open, "y z", close, NULL), "deep");
  stays_bounded(repeat("*a b* c d ", MANY), repeat("a *b c* d ", MANY), "crossing");
  stays_bounded(repeat("[a / b] c ", MANY), repeat("a [b / c] ", MANY), "brackets");
}
END_TEST

START_TEST(long_lists_and_tables)
{
  g_autofree char *rows = repeat("| a | b |\n", PARAGRAPHS);
  stays_bounded(repeat("- item of a list\n", PARAGRAPHS), repeat("- items of a list\n", PARAGRAPHS),
                "list");
  stays_bounded(g_strdup(rows), g_strconcat("| c | d |\n", rows, NULL), "table");
}
END_TEST

/* The same parenthesis of many words from two sides, of which only the last word is another one: no
 * half of it is left outside of the bracket. */
START_TEST(a_long_parenthesis_of_two)
{
  g_autofree char *some = repeat("word ", WORDS / 2);
  g_autofree char *one = g_strconcat("We meet (", some, "here).\n", NULL),
                  *other = g_strconcat("We meet (", some, "there).\n", NULL);
  g_autoptr(AdrefNode) base = read_text("We meet.\n", NULL, NULL), jpn = read_text(one, NULL, NULL),
                       asean = read_text(other, NULL, NULL);
  const AdrefMergeSide sides[] = {{.party = "JPN", .name = "JPN", .document = jpn},
                                  {.party = "ASEAN", .name = "ASEAN", .document = asean}};
  const AdrefMergeOptions options = {.language = "en"};
  g_autoptr(AdrefMergeReport) report = adref_merge_report_new();
  g_autoptr(AdrefNode) made = adref_merge(base, sides, G_N_ELEMENTS(sides), &options, report);
  g_autoptr(GString) text = adref_canonical(made);
  ck_assert(g_str_has_prefix(text->str, "We meet [(word "));
  ck_assert(g_str_has_suffix(text->str, " there) - ASEAN].\n"));
}
END_TEST

TCase *tcase_hostile(void)
{
  TCase *tcase = tcase_create("hostile");
  tcase_set_timeout(tcase, TIMEOUT);
  tcase_add_test(tcase, one_word_a_million_times);
  tcase_add_test(tcase, few_words_a_million_times);
  tcase_add_test(tcase, the_same_paragraph);
  tcase_add_test(tcase, the_same_edit);
  tcase_add_test(tcase, everything_different);
  tcase_add_test(tcase, everything_reversed);
  tcase_add_test(tcase, deep_and_crossing);
  tcase_add_test(tcase, long_lists_and_tables);
  tcase_add_test(tcase, a_long_parenthesis_of_two);
  return tcase;
}
