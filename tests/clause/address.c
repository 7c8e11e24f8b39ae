#include "clause/text/address.h"

#include "base/error.h"
#include "clause/cases.h"
#include "clause/markdown/markdown_read.h"

/* What an address finds in a text: the words of the part, or the error. Caller frees. */
static char *found(const char *text, const char *words)
{
  g_autoptr(GError) error = NULL;
  AdrefMarkdownReadOptions options = {.name = "t"};
  g_autoptr(AdrefNode) document = adref_markdown_read(text, strlen(text), &options, NULL, NULL);
  AdrefAddress address;
  return adref_address_find(document, "t", words, &address, &error) ? adref_node_words(address.part)
                                                                    : g_strdup(error->message);
}

static void finds(const char *text, const char *words, const char *expected)
{
  g_autofree char *actual = found(text, words);
  ck_assert_str_eq(actual, expected);
}

/* Two letters are no first words, or "We" would be most paragraphs. */
START_TEST(first_words_have_three_letters)
{
  static const char text[] = "Eat well.\n\nAn apple.\n";
  finds(text, "Eat", "Eat well.");
  finds(text, "An a", "An apple.");
  finds(text, "An", "t: no clause \"An\"; adref show lists the ids behind #");
}
END_TEST

#define FIVE                                                                                       \
  "\"Eat 1.\" in line 1, \"Eat 2.\" in line 3, \"Eat 3.\" in line 5, \"Eat 4.\" in line 7, \"Eat " \
  "5.\" "                                                                                          \
  "in line 9"
#define NAME_ONE "; name one of them by its address, or by more of its first words"
#define ITEMS    "1\\. Eat:\n\n   (a) one;\n   (b) two;\n   (c) three;\n   (d) four;\n   (e) five"

START_TEST(an_error_names_five_places)
{
  static const char five[] = "Eat 1.\n\nEat 2.\n\nEat 3.\n\nEat 4.\n\nEat 5.\n";
  g_autofree char *six = g_strconcat(five, "\nEat 6.\n", NULL);
  finds(five, "eat", "t: \"eat\" stands at 5 places: " FIVE NAME_ONE);
  finds(six, "eat", "t: \"eat\" stands at 6 places: " FIVE " and others" NAME_ONE);
  finds(ITEMS ".\n", "1 (g)", "t: 1 has no part (g); it has (a), (b), (c), (d), (e)");
  finds(ITEMS ";\n   (f) six.\n", "1 (g)",
        "t: 1 has no part (g); it has (a), (b), (c), (d), (e), ...");
}
END_TEST

/* As people write items below a number: a paragraph for each. */
START_TEST(paragraphs_of_an_item_are_parts_of_it)
{
  static const char text[] = "1. Eat.\n\n2. Drink:\n\n   (a) one;\n\n   (i) two;\n\n   (b) "
                             "three.\n\n3. Sleep:\n\n   - on\n\n     (a) beds.\n";
  finds(text, "2 (b)", "(b) three.");
  finds(text, "2 (a)(i)", "(i) two;");
  finds(text, "3 (a)", "(a) beds.");
  finds(text, "1 (a)", "t: 1 has no part (a); it has no numbered parts");
}
END_TEST

START_TEST(an_error_shows_thirty_letters)
{
  finds("Eat what stands on this table.\n\nEat what stands on these tables.\n", "eat",
        "t: \"eat\" stands at 2 places: \"Eat what stands on this table.\" in line 1, \"Eat what "
        "stands on these table ...\" in line 3" NAME_ONE);
}
END_TEST

TCase *tcase_address(void)
{
  TCase *tcase = tcase_create("address");
  tcase_add_test(tcase, first_words_have_three_letters);
  tcase_add_test(tcase, an_error_names_five_places);
  tcase_add_test(tcase, paragraphs_of_an_item_are_parts_of_it);
  tcase_add_test(tcase, an_error_shows_thirty_letters);
  return tcase;
}
