#include "review/edit_slips.h"

#include "base/error.h"
#include "clause/markdown/markdown_read.h"
#include "review/cases.h"

#define A "<!-- op a no=1 -->\nFirst words.\n\n"
#define B "<!-- op b no=2 -->\nSecond words.\n\n"
#define C "<!-- annex c -->\n# Annex\n\nThird words.\n\n"

/* A text before and after an edit, and the slips in it, a line each; "!": it cannot be meant. */
static const struct {
  const char *old, *new, *slips;
} edits[] = {
    {A B C, A B C, ""},
    {A B C, A "<!-- op b no=2 -->\nOther words.\n\n" C, ""},
    {A B C, A C, ""},
    {A B C, B A C, ""},
    {A B C, A "<!-- op d -->\nNew words.\n\n" B C, ""},
    {A B C, A "<!-- op renamed no=2 -->\nSecond words.\n\n" C, ""},
    {A B C, A "Second words.\n\n" C, "4:1 the marker of b is gone: these words belong to a now\n"},
    {A B C, A "Second words, changed.\n\n" C,
     "4:1 the marker of b is gone: these words belong to a now\n"},
    {A B C, "First words.\n\n" B C,
     "1:1 the marker of a is gone: these words belong to no clause with an id\n"},
    {A B C, "First words.\n\nSecond words.\n",
     "1:1 no marker is left; each clause begins with one, "
     "<!-- op ID -->\n"},
    {"First words.\n\nSecond words.\n", "First words.\n\nThird words.\n", ""},
    {A B C, A "<!-- opp b no=2 -->\nSecond words.\n\n" C,
     "4:1 the comment \"opp b no=2\" is nearly a marker: \"opp\" is no kind of clause; allowed are "
     "chapeau, pp, op, item, closing, annex and heading\n"
     "5:1 the marker of b is gone: these words belong to a now\n"},
    {A B, A "<!-- opp b -->\nSecond words.\n",
     "4:1 the comment \"opp b\" is nearly a marker, of the kind \"op\"; a marker is <!-- op ID "
     "-->\n"
     "5:1 the marker of b is gone: these words belong to a now\n"},
    {A B, A B "<!-- op Water birds -->\nNew words.\n",
     "7:1 the comment \"op Water birds\" is nearly a marker: \"Water\" does not belong in a "
     "marker; "
     "allowed is <!-- op ID no=NUMBER from=TEMPLATE alt=ID -->\n"},
    {A B, A B "<!-- OP: d -->\nNew words.\n",
     "7:1 the comment \"OP: d\" is nearly a marker, of the kind \"op\"; a marker is <!-- op ID "
     "-->\n"},
    {A B, A B "<!-- or rather another word here -->\n\n<!-- to be checked -->\n", ""},
    {A "<!-- opp d -->\n", A "<!-- opp d -->\n", ""},
    {A B C, A "<!-- op a no=2 -->\nSecond words.\n\n" C,
     "4:1! the clause id \"a\" stands twice; give each clause its own\n"
     "5:1 the marker of b is gone: these words belong to a now\n"},
    {A B C, A "<!-- op b no=1 -->\nSecond words.\n\n" C,
     "4:1 the number of b was no=2, and is no=1 now\n4:1 the number no=1 stands twice\n"},
    {A B C, "<!-- op a -->\nFirst words.\n\n<!-- pp b no=2 -->\nSecond words.\n\n" C,
     "1:1 the number of a was no=1, and is not fixed now\n"
     "4:1 the kind of b was \"op\", and is \"pp\" now\n"},
    {A B C, A B C "## A heading\n\nA new paragraph.\n",
     "14:1 the paragraph \"A new paragraph.\" belongs to no clause; a marker begins one, <!-- op "
     "ID "
     "-->\n"},
    {A B C "## A heading\n\nOld one.\n", A B C "## A heading\n\nOld one.\n", ""},
    {A B, A "<!-- op b no=2 -->\n", "4:1 no words are left below the marker of b\n"},
    {A B, A "<!-- op b no=2 -->\nSecond [words.\n", "5:8 a \"[\" without its \"]\"\n"},
    {A "<!-- op d -->\nAn [old one.\n", A "<!-- op d -->\nAn [old one, ] two] three].\n",
     "5:26 a \"]\" without its \"[\"\n"},
    {A "<!-- op d -->\nAn [old one.\n", A "<!-- op d -->\nAn [old one.\n", ""},
    {A B, A "<!-- op b no=2 -->\n<<<<<<< HEAD\nSecond words.\n",
     "5:1 a conflict of git; keep one of its two sides\n"},
    /* the same words in another clause are no sign that a marker vanished */
    {A "<!-- op d -->\n\\[deleted]\n\n<!-- op e -->\n\\[deleted]\n",
     A "<!-- op d -->\n\\[deleted]\n", ""},
};

static void put_slips(const GPtrArray *slips, GString *out)
{
  for (guint i = 0; i < slips->len; i++) {
    const AdrefEditSlip *slip = slips->pdata[i];
    g_string_append_printf(out, "%u:%u%s %s\n", slip->line, slip->column,
                           slip->may_be_meant ? "" : "!", slip->message);
  }
}

START_TEST(finds_slips)
{
  g_autoptr(AdrefNode) old =
      adref_markdown_read(edits[_i].old, strlen(edits[_i].old), NULL, NULL, NULL);
  g_autoptr(AdrefNode) new =
      adref_markdown_read(edits[_i].new, strlen(edits[_i].new), NULL, NULL, NULL);
  g_autoptr(GPtrArray) slips = adref_edit_slips_find(old, new, NULL);
  g_autoptr(GString) found = g_string_new(NULL);
  put_slips(slips, found);
  ck_assert_str_eq(found->str, edits[_i].slips);
}
END_TEST

/* What stands in the place of one clause has no id of another one. */
START_TEST(knows_ids_of_others)
{
  g_autoptr(GHashTable) others = g_hash_table_new(g_str_hash, g_str_equal);
  g_hash_table_add(others, (char[]){"b"});
  g_autoptr(AdrefNode) old = adref_markdown_read(A, strlen(A), NULL, NULL, NULL);
  g_autoptr(AdrefNode) new = adref_markdown_read(A B, strlen(A B), NULL, NULL, NULL);
  g_autoptr(GPtrArray) slips = adref_edit_slips_find(old, new, others);
  g_autoptr(GString) found = g_string_new(NULL);
  put_slips(slips, found);
  ck_assert_str_eq(found->str, "4:1! the clause id \"b\" stands twice; give each clause its own\n");
}
END_TEST

/* A text that was made to have many: twenty are told, in time that grows with its length. */
START_TEST(many_slips_are_bounded)
{
  g_autoptr(GString) text = g_string_new(A);
  for (guint i = 0; i < 20000; i++)
    g_string_append_printf(text, "<!-- opp b%u -->\nWords %u [.\n\n", i, i);
  g_autoptr(AdrefNode) old = adref_markdown_read(A, strlen(A), NULL, NULL, NULL);
  g_autoptr(AdrefNode) new = adref_markdown_read(text->str, text->len, NULL, NULL, NULL);
  g_autoptr(GPtrArray) slips = adref_edit_slips_find(old, new, NULL);
  ck_assert_uint_eq(slips->len, 20);
}
END_TEST

TCase *tcase_edit_slips(void)
{
  TCase *tcase = tcase_create("edit_slips");
  tcase_add_loop_test(tcase, finds_slips, 0, G_N_ELEMENTS(edits));
  tcase_add_test(tcase, knows_ids_of_others);
  tcase_add_test(tcase, many_slips_are_bounded);
  return tcase;
}
