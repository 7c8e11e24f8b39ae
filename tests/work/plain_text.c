/* What plain text gets back that its page does not show: plain_paragraphs.txt for a whole text,
 * plain_clauses.txt for a clause. */
#include <string.h>

#include "cases.h"
#include "clause/markdown/canonical.h"
#include "clause/markdown/markdown_read.h"
#include "outcomes.h"
#include "work/import/plain_lists.h"
#include "work/import/plain_marks.h"
#include "work/import/plain_paragraphs.h"

static AdrefNode *read_text(const char *markdown)
{
  g_autoptr(GError) error = NULL;
  AdrefNode *document = adref_markdown_read(markdown, strlen(markdown), NULL, NULL, &error);
  ck_assert_no_error(error);
  return document;
}

/* The text with its marks, and plain text, whose typed numbers and labels are words. */
static void number_paragraphs(char **parts, gpointer data, GString *out)
{
  (void)data;
  g_autoptr(GBytes) known = g_bytes_new(parts[0], strlen(parts[0]));
  g_autoptr(GString) plain = g_string_new(parts[1]);
  g_autoptr(GString) numbered = adref_plain_paragraphs_number(plain, known);
  g_string_append(out, numbered->str);
}

START_TEST(typed_numbers_are_those_of_lists)
{
  outcomes_are("tests/work/plain_paragraphs.txt", number_paragraphs, NULL);
}
END_TEST

/* A clause with its marks, and the same from plain text. */
static void restore_clause(char **parts, gpointer data, GString *out)
{
  (void)data;
  g_autoptr(AdrefNode) marked = read_text(parts[0]), plain = read_text(parts[1]);
  adref_plain_lists_restore(plain->first, marked->first);
  adref_plain_marks_restore(plain->first, marked->first);
  g_autoptr(GString) canonical = adref_canonical(plain);
  g_string_append(out, canonical->str);
}

START_TEST(lists_and_marks_come_back)
{
  outcomes_are("tests/work/plain_clauses.txt", restore_clause, NULL);
}
END_TEST

TCase *tcase_plain_text(void)
{
  TCase *tcase = tcase_create("plain_text");
  tcase_add_test(tcase, typed_numbers_are_those_of_lists);
  tcase_add_test(tcase, lists_and_marks_come_back);
  return tcase;
}
