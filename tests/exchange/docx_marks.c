#include "exchange/docx/docx_marks.h"

#include "exchange/cases.h"
#include "exchange/docx_pieces.h"

/* Pieces of XML side by side, as they stand in a file. clang-format cannot lay them out. */
/* clang-format off */

START_TEST(tracked_words)
{
  reads(P(R("We ") DEL("shall") INS(R("should")) R(" go.")), "We should go.\n", "We shall go.\n");
  reads(P(R("A ") INS(DEL("gone ") R("new ")) R("end")), "A new end\n", "A end\n");
  reads(P("<w:moveFromRangeStart w:id=\"5\" w:name=\"m\"/><w:moveFrom" BY ">" R("Moved. ")
      "</w:moveFrom><w:moveFromRangeEnd w:id=\"5\"/>" R("Stays. ") "<w:moveTo" BY ">" R("Moved.")
      "</w:moveTo>"), "Stays. Moved.\n", "Moved. Stays.\n");
  reads(P("<w:moveFrom" BY ">" R("Alone. ") "</w:moveFrom>" R("Stays.")), "Stays.\n",
      "Alone. Stays.\n");
}
END_TEST

START_TEST(tracked_paragraph_marks)
{
  reads(P(MARK("ins") R("One.")) P(R(" Two.")), "One.\n\nTwo.\n", "One. Two.\n");
  reads(P(MARK("del") R("One. ")) P(R("Two.")), "One. Two.\n", "One.\n\nTwo.\n");
  reads(P(MARK("ins") INS(R("New."))) P(R("Old.")), "New.\n\nOld.\n", "Old.\n");
  reads(P(MARK("del") DEL("Old.")) P(R("Next.")), "Next.\n", "Old.\n\nNext.\n");
  reads(P(R("First.")) P(MARK("del") DEL("Last.")), "First.\n", "First.\n\nLast.\n");
  reads(P(MARK("del") R("Before ") DEL("it")) "<w:tbl>" ROW("", CELL("", P(R("cell")))) "</w:tbl>",
      "Before\n\n| cell |\n|---|\n", "Before it\n\n| cell |\n|---|\n");
  reads(P(MARK("ins") R("a ")) P(MARK("ins") INS(R("b "))) P(R("c")), "a\n\nb\n\nc\n", "a c\n");
}
END_TEST

START_TEST(moves_over_paragraphs)
{
#define AWAY(words) "<w:moveFrom" BY ">" R(words) "</w:moveFrom>"
#define HERE(words) "<w:moveTo" BY ">" R(words) "</w:moveTo>"
  reads(P(MARK("moveFrom") AWAY("One.")) P(MARK("moveFrom") AWAY("Two.")) P(R("Stays."))
      P(MARK("moveTo") HERE("One.")) P(MARK("moveTo") HERE("Two.")) P(R("End.")),
      "Stays.\n\nOne.\n\nTwo.\n\nEnd.\n", "One.\n\nTwo.\n\nStays.\n\nEnd.\n");
  reads(P(MARK("moveFrom") AWAY("We go.")) P(R("Stays.")) P(MARK("moveTo") HERE("We ")
      INS(R("all ")) HERE("go.")) P(R("End.")), "Stays.\n\nWe all go.\n\nEnd.\n",
      "We go.\n\nStays.\n\nEnd.\n");
  reads(P(R("Stays.")) P(MARK("moveTo") HERE("From nowhere.")) P(R("End.")),
      "Stays.\n\nFrom nowhere.\n\nEnd.\n", "Stays.\n\nEnd.\n");
}
END_TEST

START_TEST(a_comment_over_two_paragraphs)
{
  Parts parts = {.comments = "<w:comment w:id=\"0\" w:author=\"Tanaka\">" P(R("Both?"))
      "</w:comment>"};
  reads_as(&parts, P(R("One ") "<w:commentRangeStart w:id=\"0\"/>" R("two.")) P(R("Three ")
      "<w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r>" R("four.")),
      "One two.\n\nThree four.\n\n<!-- note JPN: Both? -->\n", NULL);
}
END_TEST

START_TEST(threads_and_resolved_comments)
{
#define NOTED(id, author, paragraph, words) "<w:comment w:id=\"" id "\" w:author=\"" author         \
  "\"><w:p w14:paraId=\"" paragraph "\">" R(words) "</w:p></w:comment>"
#define CALL(id) "<w:r><w:commentReference w:id=\"" id "\"/></w:r>"
#define EXTENDED(paragraph, rest) "<w15:commentEx w15:paraId=\"" paragraph "\" " rest "/>"
  Parts parts = {.comments = NOTED("0", "A", "10", "First.") NOTED("1", "B", "11", "Reply.")
      NOTED("2", "A", "12", "Second.") NOTED("3", "C", "13", "Old.") NOTED("4", "D", "14", "Yes.")
      NOTED("5", "E", "15", "Lost.") NOTED("6", "F", "16", "Other thread.")
      NOTED("7", "", "17", "Nowhere."), .extended = EXTENDED("10", "w15:done=\"0\"")
      EXTENDED("11", "w15:paraIdParent=\"10\"") EXTENDED("12", "w15:paraIdParent=\"11\"")
      EXTENDED("13", "w15:done=\"1\"") EXTENDED("14", "w15:paraIdParent=\"13\"")
      EXTENDED("15", "w15:paraIdParent=\"99\"") EXTENDED("16", "w15:paraIdParent=\"16\"")};
  reads_as(&parts, P(R("One") CALL("0") CALL("6") CALL("1") CALL("3") CALL("4")),
      "One\n\n<!-- note JPN: First. -->\n\n<!-- note JPN: Reply. -->\n\n<!-- note JPN: Second. "
      "-->\n\n<!-- note JPN: Other thread. -->\n", NULL);
  says_as(&parts, P(R("One") CALL("0") CALL("3")),
      "2 resolved comments: left out: C: Old. | D: Yes.\n"
      "3 comments on no words of the text: left out: E: Lost. | F: Other thread. | Nowhere.");
}
END_TEST

/* A comment that is deleted alone stays a note, which is said; one on deleted words goes with them. */
START_TEST(deleted_comments)
{
  Parts parts = {.comments = NOTED("0", "A", "10", "Why?") NOTED("1", "B", "11", "No.")};
  g_autoptr(AdrefDocxFile) file = read_file(&parts, P(R("We go.") "<w:del" BY ">" CALL("0") "</w:del>")
      P(R("We ") "<w:del" BY "><w:r><w:delText>shall</w:delText></w:r>" CALL("1") "</w:del>" R("stay.")));
  ck_assert_uint_eq(file->left_out->len, 1);
  ck_assert_str_eq(file->left_out->pdata[0],
                   "1 comment that a tracked change deletes: read as a note: A: Why?");
}
END_TEST

START_TEST(comments_on_deleted_words)
{
  Parts parts = {.comments = NOTED("0", "A", "10", "Why?") NOTED("1", "B", "11", "No.")};
  reads_as(&parts, P(R("We ") "<w:del" BY "><w:r><w:delText>shall</w:delText></w:r>" CALL("0")
      "</w:del>" R("go.")), "We go.\n\n<!-- note JPN: Why? -->\n",
      "We shallgo.\n\n<!-- note JPN: Why? -->\n");
  reads_as(&parts, P(R("A") INS(R("b") CALL("0"))) "<w:tbl>" ROW("", CELL("", P(R("cell") CALL("1"))))
      "</w:tbl>", "Ab\n\n<!-- note JPN: Why? -->\n\n| cell |\n|---|\n\n<!-- note JPN: No. -->\n",
      "A\n\n<!-- note JPN: Why? -->\n\n| cell |\n|---|\n\n<!-- note JPN: No. -->\n");
  g_autoptr(AdrefDocxFile) file = read_file(&parts, P(MARK("del") "<w:del" BY
      "><w:r><w:delText>Gone.</w:delText></w:r>" CALL("1") "</w:del>") "<w:tbl>" ROW("<w:del" BY "/>",
      CELL("", P(R("x") CALL("0")))) "</w:tbl>");
  g_autofree char *text = markdown_of(file, FALSE);
  ck_assert_str_eq(text, "");
  ck_assert_uint_eq(file->lost->len, 2);
  g_autofree char *said = adref_docx_comment_words(file->lost->pdata[1]);
  ck_assert_str_eq(said, "B: No.");
}
END_TEST
/* clang-format on */

/* Word writes "Author" for all where a person had it take the names away. What one author inserted
 * and another one deleted is in neither reading, and the marks of both are listed. */
START_TEST(authors)
{
  static const struct {
    AdrefDocxMarkKind kind;
    const char *author, *words;
  } expected[] = {{ADREF_DOCX_MARK_INSERTED, "Author", "new gone"},
                  {ADREF_DOCX_MARK_DELETED, "Lee", "gone"},
                  {ADREF_DOCX_MARK_DELETED, "Author", "old"}};
  Parts parts = {0};
  g_autoptr(AdrefDocxFile) file = read_file(
      &parts,
      P(R("We ") "<w:ins w:id=\"1\" w:author=\"Author\">" R(
          "new ") "<w:del w:id=\"2\" w:author=\"Lee\"><w:r><w:delText xml:space=\"preserve\">gone "
                  "</w:delText></w:r></w:del></w:ins>"
                  "<w:del w:id=\"3\" w:author=\"Author\"><w:r><w:delText "
                  "xml:space=\"preserve\">old "
                  "</w:delText></w:r></w:del>" R("go.")));
  g_autoptr(GPtrArray) marks = adref_docx_marks_new(file);
  g_autofree char *accepted = markdown_of(file, FALSE), *rejected = markdown_of(file, TRUE);
  ck_assert_str_eq(accepted, "We new go.\n");
  ck_assert_str_eq(rejected, "We old go.\n");
  ck_assert_uint_eq(marks->len, G_N_ELEMENTS(expected));
  for (gsize i = 0; i < G_N_ELEMENTS(expected); i++) {
    const AdrefDocxMark *mark = marks->pdata[i];
    ck_assert_int_eq(mark->kind, expected[i].kind);
    ck_assert_str_eq(mark->author, expected[i].author);
    ck_assert_str_eq(mark->words, expected[i].words);
    ck_assert_int_eq(mark->is_of_insertion, i == 1);
  }
}
END_TEST

/* Of the changes of two authors a reading may have those of one alone. */
START_TEST(changes_that_are_pending)
{
  static const struct {
    const char *pending, *words;
  } cases[] = {{"nobody", "We two and open.\n\nEnd.\n"},
               {"Lee", "We one and open.\n\nEnd.\n"},
               {"Budi", "We two or three.\n\nEnd.\n"},
               {"all", "We one.\n\nEnd.\n"}};
  Parts parts = {0};
  g_autoptr(AdrefDocxFile) file = read_file(
      &parts,
      P(R("We ") "<w:del w:id=\"1\" w:author=\"Lee\"><w:r><w:delText>one</w:delText></w:r></w:del>"
                 "<w:ins w:id=\"2\" w:author=\"Lee\">" R(
                     "two") "<w:del w:id=\"3\" w:author=\"Budi\"><w:r><w:delText "
                            "xml:space=\"preserve\"> "
                            "or three</w:delText></w:r></w:del></w:ins>"
                            "<w:ins w:id=\"4\" w:author=\"Budi\">" R(" and open") "</w:ins>" R("."))
          P(R("End.")));
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    for (guint k = 0; k < file->tracks->len; k++) {
      AdrefDocxTrack *track = file->tracks->pdata[k];
      track->is_pending =
          strcmp(cases[i].pending, "all") == 0 || strcmp(track->author, cases[i].pending) == 0;
    }
    g_autofree char *accepted = markdown_of(file, FALSE);
    ck_assert_str_eq(accepted, cases[i].words);
  }
}
END_TEST

TCase *tcase_docx_marks(void)
{
  TCase *tcase = tcase_create("docx_marks");
  tcase_add_test(tcase, tracked_words);
  tcase_add_test(tcase, tracked_paragraph_marks);
  tcase_add_test(tcase, moves_over_paragraphs);
  tcase_add_test(tcase, a_comment_over_two_paragraphs);
  tcase_add_test(tcase, threads_and_resolved_comments);
  tcase_add_test(tcase, deleted_comments);
  tcase_add_test(tcase, comments_on_deleted_words);
  tcase_add_test(tcase, authors);
  tcase_add_test(tcase, changes_that_are_pending);
  return tcase;
}
