#include "clause/marker.h"

#include "clause/cases.h"

static const struct {
  const char *comment;
  const char *marker; /* written again */
} good[] = {
    {"op", "<!-- op -->"},
    {"pp recalling", "<!-- pp recalling -->"},
    {"op a no=12", "<!-- op a no=12 -->"},
    {"op a no=12bis", "<!-- op a no=12bis -->"},
    {"item a no=1.10", "<!-- item a no=1.10 -->"},
    {"op no=3", "<!-- op no=3 -->"},
    {"op a alt=b from=x/y no=1", "<!-- op a no=1 from=x/y alt=b -->"},
    {"op\ta\n  no=1\r\n from=x", "<!-- op a no=1 from=x -->"},
    {"chapeau", "<!-- chapeau -->"},
    {"closing done", "<!-- closing done -->"},
    {"annex plan", "<!-- annex plan -->"},
};

START_TEST(reads_and_writes)
{
  char *wrong = NULL;
  g_autoptr(AdrefNode) clause = adref_marker_read(good[_i].comment, &wrong);
  ck_assert_ptr_null(wrong);
  ck_assert_ptr_nonnull(clause);
  g_autofree char *marker = adref_marker_write(clause->as.clause);
  ck_assert_str_eq(marker, good[_i].marker);
}
END_TEST

#define ALLOWED                                                                                    \
  "does not belong in a marker; allowed is <!-- op ID no=NUMBER from=TEMPLATE alt=ID -->"

static const struct {
  const char *comment;
  const char *wrong; /* NULL: an ordinary comment */
} bad[] = {
    {"", NULL},
    {"op.", NULL},
    {"OP a", NULL},
    {"operative words here", NULL},
    {"check with legal", NULL},
    {"heading A", "\"A\" does not belong in a marker; allowed is <!-- heading ID no=NUMBER "
                  "from=TEMPLATE alt=ID -->"},
    {"headings a", NULL},
    {"plain a", NULL},
    {"oop a no=1",
     "\"oop\" is no kind of clause; allowed are chapeau, pp, op, item, closing, annex and heading"},
    {"para a from=b", "\"para\" is no kind of clause; allowed are chapeau, pp, op, item, closing, "
                      "annex and heading"},
    {"op A", "\"A\" " ALLOWED},
    {"op a b", "\"b\" " ALLOWED},
    {"op no=1 a", "\"a\" " ALLOWED},
    {"op a no=", "\"no=\" " ALLOWED},
    {"op a no=bis", "\"no=bis\" " ALLOWED},
    {"op a no=1-2", "\"no=1-2\" " ALLOWED},
    {"op a no=123456789012345678901", "\"no=123456789012345678901\" " ALLOWED},
    {"op a no=1 no=1", "\"no=1\" " ALLOWED},
    {"op a from=../x", "\"from=../x\" " ALLOWED},
    {"op a from=/x", "\"from=/x\" " ALLOWED},
    {"op a alt=B", "\"alt=B\" " ALLOWED},
    {"op a by=JPN", "\"by=JPN\" " ALLOWED},
    {"op a =1", "\"=1\" " ALLOWED},
    {"op the words of a comment", "\"words\" " ALLOWED},
};

START_TEST(refuses)
{
  g_autofree char *wrong = NULL;
  ck_assert_ptr_null(adref_marker_read(bad[_i].comment, &wrong));
  ck_assert_pstr_eq(wrong, bad[_i].wrong);
}
END_TEST

START_TEST(has_a_longest_number)
{
  char *wrong = NULL;
  g_autoptr(AdrefNode) clause = adref_marker_read("op no=12345678901234567890", &wrong);
  ck_assert_ptr_nonnull(clause);
}
END_TEST

static const struct {
  const char *comment;
  const char *party; /* NULL: no note */
  const char *words;
} notes[] = {
    {"note JPN: words here", "JPN", "words here"},
    {"note JPN:words", "JPN", "words"},
    {"note   EU-27:  a: b  ", "EU-27", "a: b"},
    {"note JPN:", "JPN", ""},
    {"note jpn: words", NULL, NULL},
    {"note JPN words", NULL, NULL},
    {"note JPN, EU: words", NULL, NULL},
    {"note: words", NULL, NULL},
    {"notes JPN: words", NULL, NULL},
    {"note", NULL, NULL},
    {"", NULL, NULL},
};

START_TEST(reads_notes)
{
  char *party = NULL, *words = NULL;
  gboolean is_note = adref_note_read(notes[_i].comment, &party, &words);
  ck_assert_int_eq(is_note, notes[_i].party != NULL);
  ck_assert_pstr_eq(party, notes[_i].party);
  ck_assert_pstr_eq(words, notes[_i].words);
  g_free(party);
  g_free(words);
}
END_TEST

START_TEST(writes_no_marker_for_what_has_none)
{
  g_autoptr(AdrefNode) plain = adref_node_new_clause(ADREF_PLAIN, NULL);
  g_autoptr(AdrefNode) title = adref_node_new_clause(ADREF_TITLE, NULL);
  g_autoptr(AdrefNode) named = adref_node_new_clause(ADREF_TITLE, "id");
  g_autofree char *marker = adref_marker_write(named->as.clause);
  ck_assert_str_eq(marker, "<!-- heading id -->");
  ck_assert_ptr_null(adref_marker_write(plain->as.clause));
  ck_assert_ptr_null(adref_marker_write(title->as.clause));
}
END_TEST

TCase *tcase_marker(void)
{
  TCase *tcase = tcase_create("marker");
  tcase_add_loop_test(tcase, reads_and_writes, 0, G_N_ELEMENTS(good));
  tcase_add_loop_test(tcase, refuses, 0, G_N_ELEMENTS(bad));
  tcase_add_test(tcase, has_a_longest_number);
  tcase_add_loop_test(tcase, reads_notes, 0, G_N_ELEMENTS(notes));
  tcase_add_test(tcase, writes_no_marker_for_what_has_none);
  return tcase;
}
