#include "clause/labels/item_label.h"

#include <string.h>

#include "clause/cases.h"

START_TEST(reads_labels)
{
  static const struct {
    const char *line, *label;
  } cases[] = {
      {"(a) x", "(a)"},
      {"(A) x", "(A)"},
      {"(iv) x", "(iv)"},
      {"(aa) x", "(aa)"},
      {"(12) x", "(12)"},
      {"(๑) x", "(๑)"},
      {"(ก) x", "(ก)"},
      {"(a bis) x", "(a bis)"},
      {"(a)bis x", "(a)bis"},
      {"(a)", "(a)"},
      {"(a)\\", "(a)"},
      {"(a)\\\nx", "(a)"},
      {"(a)\302\240x", "(a)"},
      {"a) x", "a)"},
      {"a. x", "a."},
      {"ii. x", "ii."},
      {"（一）x", "（一）"},
      {"一、x", "一、"},
      {"一　x", "一"},
      {"二十三　x", "二十三"},
      {"一 x", ""},
      {"一x　", ""},
      {"1.2 We", "1.2"},
      {"1.2. We", "1.2."},
      {"10.4.1 第", "10.4.1"},
      {"2.X Party", "2.X"},
      {"Article 5 Scope", "Article 5"},
      {"ARTICLE 2.X: INJUNCTIONS", "ARTICLE 2.X:"},
      {"Article IV Scope", "Article IV"},
      {"Article 5 bis. Scope", "Article 5 bis."},
      {"Art. 5 (2) Scope", "Art. 5 (2)"},
      {"Article 3(2)(b) Scope", "Article 3(2)(b)"},
      {"Article\302\2405 Scope", "Article\302\2405"},
      {"§ 5 Umfang", "§ 5"},
      {"Pasal 5", "Pasal 5"},
      {"Chapter 5", "Chapter 5"},
      {"Khoản 5", "Khoản 5"},
      {"Mục 5", "Mục 5"},
      {"Rule 5", "Rule 5"},
      {"Section 5", "Section 5"},
      {"第三条　総則", "第三条"},
      {"第十二条の二 総則", "第十二条の二"},
      {"第3項 総則", "第3項"},
      {"제3조 목적", "제3조"},
      {"第1條 总则", "第1條"},
      {"第1章 総則", "第1章"},
      {"제1장 총칙", "제1장"},
      {"第1節 総則", "第1節"},
      {"第1节 总则", "第1节"},
      {"第1项 总则", "第1项"},
      {"第1号 総則", "第1号"},
      {"第1款 総則", "第1款"},
      {"第1編 総則", "第1編"},
      {"第1编 总则", "第1编"},
      {"第1部 総則", "第1部"},
      {"第1回 会合", ""},
      {"第1", ""},
      {"第0条 総則", ""},
      {"第1条の", ""},
      {"第1条の0 総則", ""},
      {"Điều 5. Phạm vi", "Điều 5."},
      {"ข้อ ๕ ขอบเขต", "ข้อ ๕"},
      {"١. نص", "١."},
      {"١- نص", "١-"},
      {"๑. บท", "๑."},
      {"၁။ x", "၁။"},
      {"가. 정보", "가."},
      {"나) 정보", "나)"},
      {"đ) báo cáo", "đ)"},
      {"(đ) báo cáo", "(đ)"},
      /* words */
      {"١٫٥ مليون", ""},
      {"1- x", ""},
      {"a- x", ""},
      {"(UNCLOS) x", ""},
      {"(AI) x", ""},
      {"(ab) x", ""},
      {"(a)x", ""},
      {"(2024) x", ""},
      {"(05) x", ""},
      {"1. x", ""},
      {"1) x", ""},
      {"29.6 million", ""},
      {"1.2 3.4", ""},
      {"1.2, x", ""},
      {"1.05 We", ""},
      {"2022. We", ""},
      {"Article 5 of the Charter", ""},
      {"Article 5, paragraph 2", ""},
      {"Articles 5 Scope", ""},
      {"第三条の規定", ""},
      {"第 x", ""},
      {"e.g. x", ""},
      {"", ""},
      {"(", ""},
      {"(a", ""},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    AdrefItemLabel label = adref_item_label_read(cases[i].line, strlen(cases[i].line));
    g_autofree char *read = g_strndup(cases[i].line, label.length);
    ck_assert_msg(strcmp(read, cases[i].label) == 0, "%s: \"%s\"", cases[i].line, read);
  }
}
END_TEST

START_TEST(reads_bullets)
{
  static const struct {
    const char *line, *label;
  } cases[] = {
      {"• x", "•"},
      {"•\tx", "•"},
      {"•x", "•"},
      {"•", "•"},
      {"•\\\nx", "•"},
      {"・会議", "・"},
      {"●会議", "●"},
      {"□ Yes", "□"},
      {"\xEF\x82\xB7\tx", "\xEF\x82\xB7"},
      {"– x", "–"},
      {"–\302\240x", "–"},
      {"— x", "—"},
      {"· x", "·"},
      {"o\tx", "o"},
      {"o  x", "o"},
      {"(a) x", "(a)"},
      {"–x", ""},
      {"–", ""},
      {"– ", ""},
      {"o x", ""},
      {"o", ""},
      {"o  ", ""},
      {"or", ""},
      {"• • x", ""},
      {"・・・", ""},
      {"- x", ""},
      {"* x", ""},
      {"§ x", ""},
      {"", ""},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    AdrefItemLabel label = adref_item_mark_read(cases[i].line, strlen(cases[i].line));
    g_autofree char *read = g_strndup(cases[i].line, label.length);
    ck_assert_msg(strcmp(read, cases[i].label) == 0, "%s: \"%s\"", cases[i].line, read);
    ck_assert(cases[i].label[0] != '(' && label.length > 0
                  ? label.kind == ADREF_ITEM_LABEL_BULLET && adref_item_label_is_bullet(read)
                  : !adref_item_label_is_bullet(read));
    ck_assert_uint_eq(label.kind == ADREF_ITEM_LABEL_BULLET
                          ? adref_item_label_read(cases[i].line, strlen(cases[i].line)).length
                          : 0,
                      0);
  }
}
END_TEST

START_TEST(limits)
{
  static const char most[] = "Article 1.2.3.4.5.6 X", more[] = "Article 1.2.3.4.5.6.7 X";
  ck_assert_uint_gt(adref_item_label_read(most, strlen(most)).length, 0);
  ck_assert_uint_eq(adref_item_label_read(more, strlen(more)).length, 0);
}
END_TEST

/* Spellings of one word are one word, others are others. */
START_TEST(knows_spellings)
{
  static const char *const words[][9] = {
      {"Article", "ARTICLE", "Art.", "Artikel", "Artículo", "Artigo", "Điều", "ĐIỀU"},
      {"Chương", "CHƯƠNG"},
      {"Pasal", "PASAL"},
      {"Section", "SECTION", "Sec."},
      {"Chapter", "CHAPTER"},
      {"Part", "PART"},
      {"Paragraph", "Para."},
      {"Annex", "ANNEX"},
      {"§", "§§"},
      {"Rule"},
      {"Khoản"},
      {"Mục"},
      {"ข้อ"},
      {"มาตรา"},
      {"หมวด"},
      {"Perkara"},
      {"Ayat"},
      {"Clause"},
  };
  g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS(words); i++) {
    guint first = 0;
    for (gsize k = 0; words[i][k]; k++) {
      g_autofree char *line = g_strconcat(words[i][k], " 5 X", NULL);
      guint word = adref_item_label_read(line, strlen(line)).word;
      first = k == 0 ? word : first;
      ck_assert_msg(word > 0 && word == first, "%s", line);
    }
    ck_assert_msg(g_hash_table_add(seen, GUINT_TO_POINTER(first)), "%s", words[i][0]);
  }
}
END_TEST

START_TEST(reads_labels_of_60_bytes_at_most)
{
  for (guint length = 59; length <= 61; length++) {
    g_autofree char *thousands = g_strnfill(length - strlen("Article "), 'M');
    g_autofree char *line = g_strdup_printf("Article %s Scope", thousands);
    ck_assert_uint_eq(adref_item_label_read(line, strlen(line)).length, length > 60 ? 0 : length);
  }
}
END_TEST

TCase *tcase_item_label(void)
{
  TCase *tcase = tcase_create("item_label");
  tcase_add_test(tcase, reads_labels);
  tcase_add_test(tcase, knows_spellings);
  tcase_add_test(tcase, reads_labels_of_60_bytes_at_most);
  tcase_add_test(tcase, reads_bullets);
  tcase_add_test(tcase, limits);
  return tcase;
}
