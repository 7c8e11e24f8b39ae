#include "language/cases.h"

START_TEST(by_word)
{
  phrases_are("en", "see paragraph 2", "reference: paragraph 2 <op 2>\n");
  phrases_are("en", "see paragraphs 2, 3 and 5", "reference: paragraphs 2, 3 and 5 <op 2 3 5>\n");
  phrases_are("en", "see paragraphs 2, and 3", "reference: paragraphs 2, and 3 <op 2 3>\n");
  phrases_are("en", "see para. 2 or 3", "reference: para. 2 or 3 <op 2 3>\n");
  phrases_are("en", "see paragraphs 2 to 5", "reference: paragraphs 2 to 5 <op 2 - 5>\n");
  phrases_are("en", "see paragraphs 2-5", "reference: paragraphs 2-5 <op 2 - 5>\n");
  phrases_are("en", "see paragraphs 2–5", "reference: paragraphs 2–5 <op 2 - 5>\n");
  phrases_are("en", "see paragraph 2 bis", "reference: paragraph 2 bis <op 2_bis>\n");
  phrases_are("en", "see paragraph 2 alt and 3 ter",
              "reference: paragraph 2 alt and 3 ter <op 2_alt 3_ter>\n");
  phrases_are("en", "see preambular paragraph 2", "reference: preambular paragraph 2 <pp 2>\n");
  phrases_are("en", "see item 1.1", "reference: item 1.1 <item 1.1>\n");
  phrases_are("en", "this paragraph is", "");
}
END_TEST

START_TEST(by_code)
{
  phrases_are("en", "see OP2", "reference: OP2 <op 2>\n");
  phrases_are("en", "see PP12345", "reference: PP12345 <pp 12345>\n");
  phrases_are("en", "see PP123456", "name: PP123456 <pp123456>\n");
  phrases_are("en", "see op 3", "reference: op 3 <op 3>\n");
  phrases_are("en", "see OPEC", "name: OPEC <opec>\n");
}
END_TEST

/* A paragraph of another document is none of this text. */
START_TEST(of_other_documents)
{
  phrases_are("en", "see paragraph 2 of resolution 70/1",
              "number: 2 < 2>\nnumber: 70 < 70>\nnumber: 1 < 1>\n");
  phrases_are("en", "see paragraph 2 of this statement", "reference: paragraph 2 <op 2>\n");
  phrases_are("en", "see paragraph 2 of the present statement", "reference: paragraph 2 <op 2>\n");
  phrases_are("en", "see paragraph 2 of our statement", "reference: paragraph 2 <op 2>\n");
  phrases_are("en", "see paragraph 2 (a)", "number: 2 < 2>\n");
}
END_TEST

START_TEST(east_asian)
{
  phrases_are("ja", "第2項", "reference: 第2項 <op 2>\n");
  phrases_are("ja", "及び第2項",
              "weak conjunction: 及び <及び>\n"
              "reference: 第2項 <op 2>\n");
}
END_TEST

TCase *tcase_paragraph_reference(void)
{
  TCase *tcase = tcase_create("paragraph_reference");
  tcase_add_test(tcase, by_word);
  tcase_add_test(tcase, by_code);
  tcase_add_test(tcase, of_other_documents);
  tcase_add_test(tcase, east_asian);
  return tcase;
}
