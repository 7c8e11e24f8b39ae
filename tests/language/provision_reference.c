#include "language/cases.h"

START_TEST(provisions)
{
  phrases_are("en", "in Article 3(2)(b)", "reference: Article 3(2)(b) <~article 3 ( 2 ) ( b ) >\n");
  phrases_are("en", "under Chapter VII of it", "reference: Chapter VII <~chapter vii >\n");
  phrases_are("en", "of Annex A", "reference: Annex A <~annex a >\n");
  phrases_are("en", "an annex", "");
  phrases_are("en", "Articles 5, 6 and 7 bis",
              "reference: Articles 5, 6 and 7 bis <~articles 5 , 6 and 7 bis >\n");
  phrases_are("en", "in subparagraph (b)", "reference: subparagraph (b) <~subparagraph ( b ) >\n");
  phrases_are("ja", "第十条第一項", "reference: 第十条第一項 <~第 十 条 第 一 項 >\n");
  phrases_are("ja", "附属書Ⅱ", "reference: 附属書Ⅱ <~附 属 書 ii >\n");
  phrases_are("fr", "à l'article 5", "reference: l'article 5 <~l ' article 5 >\n");
  phrases_are("fr", "de l'alinéa b) du texte", "reference: alinéa b) <~alinéa b ) >\n");
  phrases_are("ja", "第3条2に", "reference: 第3条2 <~第 3 条 2 >\n");
  phrases_are("ja", "第3条2人", "reference: 第3条 <~第 3 条 >\nnumber: 2人 < 2 人>\n");
}
END_TEST

/* Four parts, five letters of one, eight designations, four links of a chain: what is behind them
 * is not read. */
START_TEST(limits)
{
  phrases_are(
      "en", "Section IV.A.B.C.D.E",
      "reference: Section IV.A.B.C.D <~section iv . a . b . c . d >\ndoubtful name: E <e>\n");
  phrases_are("en", "Article 3 (a) (b) (c) (d) (e)",
              "reference: Article 3 (a) (b) (c) (d) <~article 3 ( a ) ( b ) ( c ) ( d ) >\n");
  phrases_are("en", "Article 3 (xviii)", "reference: Article 3 (xviii) <~article 3 ( xviii ) >\n");
  phrases_are("en", "Article 3 (xxviii)", "reference: Article 3 <~article 3 >\n");
  phrases_are("en", "Annex XVIII", "reference: Annex XVIII <~annex xviii >\n");
  phrases_are("en", "Annex XXVIII", "name: Annex XXVIII <annex xxviii>\n");
  phrases_are(
      "en", "Articles A, B, C, D, E, F, G, H, I",
      "reference: Articles A, B, C, D, E, F, G, H <~articles a , b , c , d , e , f , g , h >\n");
  phrases_are("ja", "第一条第二項第三号第四項第五号",
              "reference: 第一条第二項第三号第四項 <~第 一 条 第 二 項 第 三 号 第 四 項 "
              ">\nreference: 第五号 <~第 五 号 >\n");
}
END_TEST

TCase *tcase_provision_reference(void)
{
  TCase *tcase = tcase_create("provision_reference");
  tcase_add_test(tcase, provisions);
  tcase_add_test(tcase, limits);
  return tcase;
}
