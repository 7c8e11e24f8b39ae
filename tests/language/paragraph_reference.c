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
  static const char *const joints[] = {"and", "or", "to", "-", "–"};
  for (gsize i = 0; i < G_N_ELEMENTS(joints); i++) {
    g_autofree char *text = g_strdup_printf("see paragraphs 2, %s 3", joints[i]);
    g_autofree char *expected =
        g_strdup_printf("reference: paragraphs 2, %s 3 <op 2%s 3>\n", joints[i], i < 2 ? "" : " -");
    phrases_are("en", text, expected);
  }
  phrases_are("en", "see paragraph 2 bis", "reference: paragraph 2 bis <op 2_bis>\n");
  phrases_are("en", "see paragraph 2 alt and 3 ter",
              "reference: paragraph 2 alt and 3 ter <op 2_alt 3_ter>\n");
  phrases_are("en", "see preambular paragraph 2", "reference: preambular paragraph 2 <pp 2>\n");
  phrases_are("en", "see paragraph 2 quater", "reference: paragraph 2 quater <op 2_quater>\n");
  phrases_are("en", "see paragraph 2 quinquies",
              "reference: paragraph 2 quinquies <op 2_quinquies>\n");
  phrases_are("en", "see paragraphs 2 3", "reference: paragraphs 2 <op 2>\nnumber: 3 < 3>\n");
  phrases_are("en", "see paragraph 2, and it",
              "reference: paragraph 2 <op 2>\nweak conjunction: and <and>\n");
  phrases_are("en", "see item 1.1", "reference: item 1.1 <item 1.1>\n");
  phrases_are("en", "this paragraph is", "reference: this paragraph <~this paragraph >\n");
  phrases_are("nl", "zie lid 2", "reference: lid 2 <op 2>\n");
  phrases_are("nl", "bijeen op 2 schepen", "number: 2 < 2>\n");
}
END_TEST

START_TEST(of_parts)
{
  phrases_are("en", "see paragraph 2 (a)", "reference: paragraph 2 (a) <op 2(a)>\n");
  phrases_are("en", "see paragraph 12(b)(i)", "reference: paragraph 12(b)(i) <op 12(b)(i)>\n");
  phrases_are("en", "see paragraphs 2 bis (a) and 3 (xviii) (2)",
              "reference: paragraphs 2 bis (a) and 3 (xviii) (2) <op 2_bis(a) 3(xviii)(2)>\n");
  phrases_are("en", "see paragraph 2 (a) (i) (1) (b)",
              "reference: paragraph 2 (a) (i) (1) (b) <op 2(a)(i)(1)(b)>\n");
  phrases_are("en", "see paragraph 2 (a) (i) (1) (b) (c)", "number: 2 < 2>\nnumber: 1 < 1>\n");
  phrases_are("en", "see paragraph 2 (a) to (d), 5 and 7-9",
              "reference: paragraph 2 (a) to (d), 5 and 7-9 <op 2(a) - 2(d) 5 7 - 9>\n");
  phrases_are("en", "see paragraph 2 bis (a), (b) and (c)",
              "reference: paragraph 2 bis (a), (b) and (c) <op 2_bis(a) 2_bis(b) 2_bis(c)>\n");
  phrases_are("en", "see paragraph 2 (a) (i) and (ii)",
              "reference: paragraph 2 (a) (i) and (ii) <op 2(a)(i) 2(a)(ii)>\n");
  phrases_are("en", "see paragraph 2 (a) (i), (b) and 3",
              "reference: paragraph 2 (a) (i), (b) and 3 <op 2(a)(i) 2(b) 3>\n");
  phrases_are("en", "see paragraphs 2 (a) and 3 bis (b)",
              "reference: paragraphs 2 (a) and 3 bis (b) <op 2(a) 3_bis(b)>\n");
  phrases_are("en", "see paragraph 2 (h)–(i)", "reference: paragraph 2 (h)–(i) <op 2(h) - 2(i)>\n");
  phrases_are("en", "see paragraph 2 and (b)",
              "reference: paragraph 2 <op 2>\nweak conjunction: and <and>\n");
  phrases_are("en", "see paragraphs 2 (a) to (d) of resolution 70/1",
              "number: 2 < 2>\nnumber: 70 < 70>\nnumber: 1 < 1>\n");
  phrases_are("en", "see paragraph 2 (xxviii)", "number: 2 < 2>\n");
  phrases_are("en", "see paragraph 2 (old)", "number: 2 < 2>\n");
}
END_TEST

START_TEST(by_code)
{
  phrases_are("en", "see OP2", "reference: OP2 <op 2>\n");
  phrases_are("en", "see PP12345", "reference: PP12345 <pp 12345>\n");
  phrases_are("en", "see PP123456", "name: PP123456 <pp123456>\n");
  phrases_are("en", "see op 3", "reference: op 3 <op 3>\n");
  phrases_are("en", "see OPEC", "name: OPEC <opec>\n");
  phrases_are("en", "see OP", "");
  phrases_are("en", "see QP2", "name: QP2 <qp2>\n");
  phrases_are("en", "see OQ2", "name: OQ2 <oq2>\n");
  phrases_are("en", "see OP2a", "name: OP2a <op2a>\n");
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
  phrases_are("en", "see paragraph 2 of the resolution", "number: 2 < 2>\n");
  phrases_are("en", "see paragraph 2 (a) of resolution 70/1",
              "number: 2 < 2>\nnumber: 70 < 70>\nnumber: 1 < 1>\n");
  phrases_are("en", "see paragraph 2 (see there)", "number: 2 < 2>\n");
}
END_TEST

START_TEST(east_asian)
{
  phrases_are("ja", "第2項", "reference: 第2項 <op 2>\n");
  phrases_are("ja", "条第2項", "reference: 第2項 <~第 2 項 >\n");
  phrases_are("ja", "第2 項", "reference: 第2 項 <op 2>\n");
  phrases_are("ja", "条 第2項", "reference: 第2項 <op 2>\n");
  phrases_are("ja", "a第2項", "reference: 第2項 <op 2>\n");
  phrases_are("ja", "第2月", "date: 2月 <-1-2--1>\n");
  phrases_are("ja", "2項", "number: 2項 < 2 項>\n");
  static const char *const borders[] = {"は", "、", "の", "又", "記", "が", "を"};
  for (gsize i = 0; i < G_N_ELEMENTS(borders); i++) {
    g_autofree char *text = g_strconcat(borders[i], "第2項", NULL);
    phrases_are("ja", text, "reference: 第2項 <op 2>\n");
  }
  phrases_are("ja", "及び第2項",
              "weak conjunction: 及び <及び>\n"
              "reference: 第2項 <op 2>\n");
}
END_TEST

TCase *tcase_paragraph_reference(void)
{
  TCase *tcase = tcase_create("paragraph_reference");
  tcase_add_test(tcase, by_word);
  tcase_add_test(tcase, of_parts);
  tcase_add_test(tcase, by_code);
  tcase_add_test(tcase, of_other_documents);
  tcase_add_test(tcase, east_asian);
  return tcase;
}
