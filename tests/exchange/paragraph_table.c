#include "exchange/paragraphs/paragraph_table.h"

#include "exchange/cases.h"

static const char text[] = "# T\n\nA met B.\n\nThey agree.\n";

static void refuses(const char *table, const char *message)
{
  g_autoptr(AdrefIncomingText) incoming = read_incoming(text);
  g_autoptr(GError) error = NULL;
  ck_assert(!adref_paragraph_table_read(incoming, table, "map", &error));
  ck_assert_error(error, message);
  const AdrefIncomingParagraph *first = incoming->paragraphs->pdata[0];
  ck_assert_uint_eq(first->kind, ADREF_INCOMING_TITLE);
}

START_TEST(corrections)
{
  g_autoptr(AdrefIncomingText) incoming = read_incoming(text);
  g_autoptr(GError) error = NULL;
  ck_assert(adref_paragraph_table_read(
      incoming, "# one\n\nheading4 - 1 T\n  pp   new 3\r\nmore - 5 They agree.\n", "map", &error));
  const AdrefIncomingParagraph *heading = incoming->paragraphs->pdata[0];
  const AdrefIncomingParagraph *pp = incoming->paragraphs->pdata[1];
  ck_assert_uint_eq(heading->level, 4);
  ck_assert_uint_eq(pp->kind, ADREF_INCOMING_PP);
  ck_assert_str_eq(pp->id, "new");
  g_autoptr(GString) table = adref_paragraph_table_write(incoming, 0);
  ck_assert(adref_paragraph_table_read(incoming, table->str, "map", &error));
  ck_assert_no_error(error);
}
END_TEST

START_TEST(wrong_tables)
{
  refuses("title - 1\nhead x 3\n",
          "map:2:1: \"head\" is no kind; allowed are title, heading, heading3 to heading6, "
          "chapeau, pp, op, item, closing, annex, more, date, skip");
  refuses("title - 1\nop X 3\n", "map:2:1: \"X\" cannot be an id; allowed are small letters, "
                                 "digits and -, beginning with a letter or digit; - is none");
  refuses("title a 1\nop a 3\n", "map:2:1: the id \"a\" stands twice; give each clause its own");
  refuses("title - 2\n", "map:1:1: the table is not of this file: paragraph 1 does not begin on "
                         "this line; write it anew with --dry-run");
  refuses("title -\n",
          "map:1:1: a line has a kind, an id (or -), the line of the file and the first words");
  refuses("title - 1\n", "map:2:1: the table has 1 paragraphs and the file 3; write it anew with "
                         "--dry-run, and leave paragraphs out with the kind skip");
  refuses("title - 1\nop - 3\nop - 5\nop - 7\n",
          "map:4:1: the table is not of this file: paragraph 4 does not begin on this line; write "
          "it anew with --dry-run");
}
END_TEST

TCase *tcase_paragraph_table(void)
{
  TCase *tcase = tcase_create("paragraph_table");
  tcase_add_test(tcase, corrections);
  tcase_add_test(tcase, wrong_tables);
  return tcase;
}
