#include "clause/text/hidden.h"

#include "clause/cases.h"

/* Whether the first word with a hidden character is `word`; NULL: there is none. */
static void finds(const char *language, const char *text, const char *word)
{
  gsize start = 0, end = 0;
  gboolean found = adref_hidden_find(text, strlen(text), language, &start, &end);
  ck_assert_msg(found == (word != NULL), "\"%s\"", text);
  if (!word)
    return;
  g_autofree char *actual = g_strndup(text + start, end - start);
  ck_assert_str_eq(actual, word);
}

START_TEST(characters_that_show_nothing)
{
  finds("en", "We shall act.", NULL);
  finds("en", "We sh\342\200\213all act.", "sh\342\200\213all");
  finds("en", "We \342\200\256shall act.", "\342\200\256shall");
  finds("en", "We shall\342\200\250not act.", "shall\342\200\250not");
  finds("en", "co\302\255operate", "co\302\255operate");
  finds("en", "at the end\342\201\240", "end\342\201\240");
  finds("en", "caf\303\251 \342\200\234quoted\342\200\235 \342\200\223 5\302\240%", NULL);
}
END_TEST

/* The first and the last character of each range, and the neighbours of both. */
START_TEST(knows_each_range)
{
  static const gunichar ranges[][2] = {
      {0x0001, 0x0008},   {0x000B, 0x001F},   {0x007F, 0x009F},    {0x00AD, 0x00AD},
      {0x034F, 0x034F},   {0x061C, 0x061C},   {0x115F, 0x1160},    {0x17B4, 0x17B5},
      {0x180B, 0x180F},   {0x200B, 0x200F},   {0x202A, 0x202E},    {0x2060, 0x206F},
      {0x2800, 0x2800},   {0x3164, 0x3164},   {0xE000, 0xF8FF},    {0xFE00, 0xFE0F},
      {0xFEFF, 0xFEFF},   {0xFFA0, 0xFFA0},   {0xFFF0, 0xFFFC},    {0x1BCA0, 0x1BCA3},
      {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF}, {0xF0000, 0x10FFFF},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(ranges); i++) {
    ck_assert(adref_hidden_is(ranges[i][0]) && adref_hidden_is(ranges[i][1]));
    ck_assert(ranges[i][0] == 1 || !adref_hidden_is(ranges[i][0] - 1));
    ck_assert(!adref_hidden_is(ranges[i][1] + 1));
  }
}
END_TEST

/* Characters at the borders of scripts, and whether an invisible character is correct behind them:
 * a joiner, a zero-width space, a variation selector. */
static const struct {
  gunichar before;
  gboolean joiner, zero_space, variant, emoji;
} scripts[] = {
    {0x05FF, FALSE, FALSE, FALSE, FALSE},  {0x0600, TRUE, FALSE, FALSE, FALSE},
    {0x0DFF, TRUE, FALSE, FALSE, FALSE},   {0x0E00, TRUE, TRUE, FALSE, FALSE},
    {0x0EFF, TRUE, TRUE, FALSE, FALSE},    {0x0F00, TRUE, FALSE, FALSE, FALSE},
    {0x0FFF, TRUE, FALSE, FALSE, FALSE},   {0x1000, TRUE, TRUE, TRUE, FALSE},
    {0x109F, TRUE, TRUE, TRUE, FALSE},     {0x10A0, TRUE, FALSE, TRUE, FALSE},
    {0x10FF, TRUE, FALSE, TRUE, FALSE},    {0x1100, FALSE, FALSE, TRUE, FALSE},
    {0x16FF, FALSE, FALSE, TRUE, FALSE},   {0x1700, TRUE, FALSE, TRUE, FALSE},
    {0x177F, TRUE, FALSE, TRUE, FALSE},    {0x1780, TRUE, TRUE, TRUE, FALSE},
    {0x17FF, TRUE, TRUE, TRUE, FALSE},     {0x1800, TRUE, FALSE, TRUE, FALSE},
    {0x18AF, TRUE, FALSE, TRUE, FALSE},    {0x18B0, FALSE, FALSE, FALSE, FALSE},
    {0x20FF, FALSE, FALSE, FALSE, FALSE},  {0x2100, FALSE, FALSE, TRUE, TRUE},
    {0x2BFF, FALSE, FALSE, TRUE, TRUE},    {0x2C00, FALSE, FALSE, FALSE, FALSE},
    {0x2FFF, FALSE, FALSE, FALSE, FALSE},  {0x3001, FALSE, FALSE, TRUE, FALSE},
    {0x9FFF, FALSE, FALSE, TRUE, FALSE},   {0xA000, FALSE, FALSE, FALSE, FALSE},
    {0xFB4F, FALSE, FALSE, FALSE, FALSE},  {0xFB50, TRUE, FALSE, FALSE, FALSE},
    {0xFEFC, TRUE, FALSE, FALSE, FALSE},   {0xFEFD, FALSE, FALSE, FALSE, FALSE},
    {0x1EFFF, FALSE, FALSE, FALSE, FALSE}, {0x1F000, TRUE, FALSE, TRUE, TRUE},
    {0x3299, FALSE, FALSE, TRUE, TRUE},
};

static gboolean is_found_behind(gunichar before, gunichar hidden)
{
  g_autoptr(GString) text = g_string_new(NULL);
  g_string_append_unichar(text, before);
  g_string_append_unichar(text, hidden);
  gsize start, end;
  return adref_hidden_find(text->str, text->len, "en", &start, &end);
}

START_TEST(knows_the_scripts)
{
  gunichar before = scripts[_i].before;
  ck_assert_int_eq(is_found_behind(before, 0x200C), !scripts[_i].joiner);
  ck_assert_int_eq(is_found_behind(before, 0x200D), !scripts[_i].joiner);
  ck_assert_int_eq(is_found_behind(before, 0x200B), !scripts[_i].zero_space);
  ck_assert_int_eq(is_found_behind(before, 0xFE00), !scripts[_i].variant);
  ck_assert_int_eq(is_found_behind(before, 0xFE0F), !scripts[_i].emoji);
  ck_assert_int_eq(is_found_behind(before, 0xE0100), !scripts[_i].variant);
  ck_assert(is_found_behind(before, 0x200E));
}
END_TEST

/* Letters at the borders of the scripts that look alike: whether one in a word of Latin is found.
 */
START_TEST(tells_scripts_apart)
{
  static const struct {
    gunichar letter;
    gboolean foreign;
  } letters[] = {
      {0x00C0, FALSE}, {0x024F, FALSE}, {0x0370, TRUE},  {0x03FF, TRUE},  {0x0400, TRUE},
      {0x052F, TRUE},  {0x0531, TRUE},  {0x0587, TRUE},  {0x05D0, FALSE}, {0x13A0, TRUE},
      {0x13F4, TRUE},  {0x1E00, FALSE}, {0x1EFF, FALSE}, {0x1F00, TRUE},  {0x1FFC, TRUE},
      {0x0294, FALSE}, {0x3042, FALSE}, {0x0E01, FALSE},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(letters); i++) {
    g_autoptr(GString) text = g_string_new("word");
    g_string_append_unichar(text, letters[i].letter);
    gsize start, end;
    gboolean found = adref_hidden_find(text->str, text->len, "en", &start, &end);
    ck_assert_msg(found == letters[i].foreign, "U+%04X", letters[i].letter);
  }
}
END_TEST

/* What a word has of each kind; the word is found with that kind. */
static const struct {
  const char *language, *text, *word;
  AdrefHiddenKind kind;
} tricks[] = {
    {"en", "sh\342\200\213all", NULL, ADREF_HIDDEN_INVISIBLE},
    {"en", "\342\200\256shall", NULL, ADREF_HIDDEN_DIRECTION},
    {"en", "a \342\201\246shall b", "\342\201\246shall", ADREF_HIDDEN_DIRECTION},
    {"en", "co\302\255operate", NULL, ADREF_HIDDEN_SOFT_HYPHEN},
    {"en", "shall\363\240\201\256", NULL, ADREF_HIDDEN_TAG},
    {"en", "sha\302\205ll", NULL, ADREF_HIDDEN_CONTROL},
    {"en", "sh\320\260ll", NULL, ADREF_HIDDEN_LOOK_ALIKE},
    {"en", "the \321\201\320\276\321\200\321\203 of it", "\321\201\320\276\321\200\321\203",
     ADREF_HIDDEN_LOOK_ALIKE},
    {"en", "Article \320\220.", "\320\220", ADREF_HIDDEN_LOOK_ALIKE},
    {"en", "\316\221\316\222 pact", "\316\221\316\222", ADREF_HIDDEN_LOOK_ALIKE},
    {"en", "f\304\261nance", NULL, ADREF_HIDDEN_LOOK_ALIKE},
    {"en", "\357\254\201nance", NULL, ADREF_HIDDEN_LOOK_ALIKE},
    {"en", "\360\235\220\254hall", NULL, ADREF_HIDDEN_LOOK_ALIKE},
    {"en", "\311\241rant", NULL, ADREF_HIDDEN_LOOK_ALIKE},
    {"en", "\352\223\232ay", NULL, ADREF_HIDDEN_LOOK_ALIKE},
    {"ja", "\320\220の首脳", NULL, ADREF_HIDDEN_LOOK_ALIKE},
    {"ja", "第ニ条", NULL, ADREF_HIDDEN_LOOK_ALIKE},
    {"ja", "次のニつの国", NULL, ADREF_HIDDEN_LOOK_ALIKE},
    {"ja", "法的効カを有する", NULL, ADREF_HIDDEN_LOOK_ALIKE},
    {"ja", "法的効カ", NULL, ADREF_HIDDEN_LOOK_ALIKE},
    {"ja", "その協カ。", "その協カ", ADREF_HIDDEN_LOOK_ALIKE},
    {"ja", "ー般的な原則", NULL, ADREF_HIDDEN_LOOK_ALIKE},
    {"ja", "ロ頭の合意", NULL, ADREF_HIDDEN_LOOK_ALIKE},
    {"ja", "エ業地帯", NULL, ADREF_HIDDEN_LOOK_ALIKE},
    {"ja", "ハ月に", NULL, ADREF_HIDDEN_LOOK_ALIKE},
    {"ja", "この力ンボジア", NULL, ADREF_HIDDEN_LOOK_ALIKE},
    {"ja", "八ノイで", NULL, ADREF_HIDDEN_LOOK_ALIKE},
    {"ja", "の口シア", NULL, ADREF_HIDDEN_LOOK_ALIKE},
    {"ja", "工ネルギー", NULL, ADREF_HIDDEN_LOOK_ALIKE},
    {"ja", "二ューヨーク", NULL, ADREF_HIDDEN_LOOK_ALIKE},
    {"ja", "加盟国\357\270\217は", NULL, ADREF_HIDDEN_INVISIBLE},
    {"ja", "タイ\357\270\217", NULL, ADREF_HIDDEN_INVISIBLE},
    {"ja", "ア力デミー", NULL, ADREF_HIDDEN_LOOK_ALIKE},
    {"en", "pay\uE000", NULL, ADREF_HIDDEN_PRIVATE},
    {"ja", "支払\U000F0000", NULL, ADREF_HIDDEN_PRIVATE},
    {"en", "pay\uFFFC", NULL, ADREF_HIDDEN_INVISIBLE},
    {"en", "s\314\266hall", NULL, ADREF_HIDDEN_MARKS},
    {"en", "a\314\200\314\201\314\202 b", "a\314\200\314\201\314\202", ADREF_HIDDEN_MARKS},
    {"th", "ก\340\271\210\340\271\210\340\271\210\340\271\210\340\271\210\340\271\210\340\271\210",
     NULL, ADREF_HIDDEN_MARKS},
    {"ar", "م\331\216\331\216\331\216\331\216\331\216", NULL, ADREF_HIDDEN_MARKS},
};

START_TEST(tells_the_kind)
{
  const char *text = tricks[_i].text, *word = tricks[_i].word ? tricks[_i].word : text;
  AdrefHiddenWord found;
  ck_assert_msg(adref_hidden_next(text, strlen(text), tricks[_i].language, 0, &found), "%s", text);
  ck_assert_msg(found.kind == tricks[_i].kind, "%s: %s", text, adref_hidden_kind_word(found.kind));
  g_autofree char *actual = g_strndup(text + found.start, found.end - found.start);
  ck_assert_str_eq(actual, word);
  ck_assert(!adref_hidden_next(text, strlen(text), tricks[_i].language, found.end, &found));
}
END_TEST

/* Correct sentences in which nothing is found. */
static const struct {
  const char *language, *text;
} correct[] = {
    {"ja", "第二条 ASEANの加盟国二カ国は、三ヵ月以内に（力の行使を除く。）"},
    {"ja", "日ロ首脳会談、対ロ制裁、二つの国の協力、三カ国、全カ国、加盟国ニ"},
    {"ja",
     "イ及びニに掲げる、人工レーザー、加工センター、力の行使、八カ国、八キロ、千キロ、一千ドル"},
    {"ja",
     "口頭のコミュニケ、口コミ、出力アップ、労働力ベース、工事、夕食、八月、データ一式、ハイ"},
    {"ja", "㊙\357\270\217、葛\363\240\204\200城、辻\357\270\200"},
    {"ja", "メコン・日本一般協定、エネルギー、口ハ、夕方、八十カ国、5ヶ年"},
    {"zh", "二〇二三年十二月十七日，双方重申《联合国宪章》的宗旨和原则。"},
    {"ko", "양측은 2023년 12월 17일 협력을 강화하기로 하였다."},
    {"th", "ที่ประชุมรับทราบ ผู้นำ ๑๒ คน น้ำ ปู่ ญี่ปุ่น"},
    {"km", "មេដឹកនាំបានព្រមព្រៀង"},
    {"km", "ស្ត្រី ក្រុង"},
    {"lo", "ບັນດາຜູ້ນຳໄດ້ຕົກລົງ"},
    {"my", "ခေါင်းဆောင်များ"},
    {"my", "မြွှေး ဆိုက်ဘာလုံခြုံရေး"},
    {"vi", "Các nhà Lãnh đạo nhất trí; nghiệp vụ, Trường Sa, đường"},
    {"ar", "أكَّد القادة اللّٰه \342\200\217(ASEAN)"},
    {"fa", "رهبران می\342\200\214خواهند"},
    {"he", "בְּרֵאשִׁ֖ית בָּרָ֣א"},
    {"ta", "தலைவர்கள்; ஸ்ரீ"},
    {"hi", "साइबर सुरक्षा; क्\342\200\215ष, र्\342\200\215य"},
    {"fr", "L’œuvre à Nîmes : «\302\240déjà\302\240» ; 1\342\200\257500 €"},
    {"de", "Die Vertragsparteien erkennen die Maßnahmen an."},
    {"ru", "Стороны подтверждают. А также: оно, сору, роса."},
    {"el", "Τα Μέρη αναγνωρίζουν. ΤΟ ΝΑΤΟ"},
    {"tr", "Taraflar katkıda bulunacaktır."},
    {"en", "α-version, 5 µm, Привет, naïve café, Ōsaka, x\314\204"},
};

START_TEST(correct_texts_are_quiet)
{
  AdrefHiddenWord found;
  const char *text = correct[_i].text;
  if (!adref_hidden_next(text, strlen(text), correct[_i].language, 0, &found))
    return;
  g_autofree char *word = g_strndup(text + found.start, found.end - found.start);
  ck_abort_msg("%s: %s in \"%s\"", correct[_i].language, adref_hidden_kind_word(found.kind), word);
}
END_TEST

START_TEST(proper_in_their_script)
{
  finds("th", "ต้อง\342\200\213รายงาน", NULL);
  finds("km", "\342\200\213ត្រូវ", NULL);
  finds("fa", "می\342\200\214خواهد", NULL);
  finds("ja", "葛\363\240\204\200城", NULL);
  finds("th", "shall\342\200\213act", "shall\342\200\213act");
}
END_TEST

START_TEST(letters_of_another_script)
{
  finds("en", "We sh\320\260ll act.", "sh\320\260ll");
  finds("en", "non-b\320\276nding", "b\320\276nding");
  finds("en", "the \316\261-version of Привет", NULL);
  finds("ja", "ASEANの首脳", NULL);
  finds("ja", "\342\275\207本の首脳", "\342\275\207本の首脳");
  finds("zh", "中\342\272\240", "中\342\272\240");
}
END_TEST

START_TEST(spells_out)
{
  static const char text[] = "n\320\276t\342\200\213 a\302\240plan";
  g_autofree char *plain = adref_hidden_escape(text, strlen(text), "en", FALSE);
  ck_assert_str_eq(plain, "n<U+043E>t<U+200B> a\302\240plan");
  g_autofree char *spaces = adref_hidden_escape(text, strlen(text), "en", TRUE);
  ck_assert_str_eq(spaces, "n<U+043E>t<U+200B> a<U+00A0>plan");
  g_autofree char *whole = adref_hidden_escape("\320\260 o\314\266n", 7, "en", FALSE);
  ck_assert_str_eq(whole, "<U+0430> o<U+0336>n");
  g_autofree char *own = adref_hidden_escape("\320\260 on", 5, "ru", FALSE);
  ck_assert_str_eq(own, "\320\260 on");
}
END_TEST

START_TEST(finds_words_that_look_alike)
{
  g_autoptr(AdrefConfusables) confusables = adref_confusables_new();
  ck_assert(adref_confusables_match(confusables, "paypal", "p\320\260yp\320\260l"));
  ck_assert(adref_confusables_match(confusables, "カ", "力"));
  ck_assert(!adref_confusables_match(confusables, "shall", "should"));
}
END_TEST

/* A letter of a script whose letters look like Latin ones is found between Latin letters, from
 * every block of Unicode; a letter of another script is not. */
START_TEST(letters_between_latin_ones)
{
  static const GUnicodeScript alike[] = {G_UNICODE_SCRIPT_GREEK,    G_UNICODE_SCRIPT_CYRILLIC,
                                         G_UNICODE_SCRIPT_ARMENIAN, G_UNICODE_SCRIPT_COPTIC,
                                         G_UNICODE_SCRIPT_CHEROKEE, G_UNICODE_SCRIPT_LISU,
                                         G_UNICODE_SCRIPT_DESERET};
  for (gunichar c = 0x80; c < 0x11000; c++) {
    GUnicodeScript script = g_unichar_get_script(c);
    if (!g_unichar_isalpha(c) || adref_hidden_is(c) || script == G_UNICODE_SCRIPT_LATIN)
      continue;
    char text[12] = "aa";
    gsize start, end, length = 2 + (gsize)g_unichar_to_utf8(c, text + 2);
    text[length++] = 'a';
    gboolean expected = FALSE;
    for (gsize i = 0; i < G_N_ELEMENTS(alike); i++)
      expected = expected || script == alike[i];
    gboolean found = adref_hidden_find(text, length, "en", &start, &end);
    ck_assert_msg(found == expected, "U+%04X", c);
  }
}
END_TEST

TCase *tcase_hidden(void)
{
  TCase *tcase = tcase_create("hidden");
  tcase_add_test(tcase, characters_that_show_nothing);
  tcase_add_test(tcase, knows_each_range);
  tcase_add_loop_test(tcase, knows_the_scripts, 0, G_N_ELEMENTS(scripts));
  tcase_add_test(tcase, tells_scripts_apart);
  tcase_add_loop_test(tcase, tells_the_kind, 0, G_N_ELEMENTS(tricks));
  tcase_add_loop_test(tcase, correct_texts_are_quiet, 0, G_N_ELEMENTS(correct));
  tcase_add_test(tcase, proper_in_their_script);
  tcase_add_test(tcase, letters_of_another_script);
  tcase_add_test(tcase, letters_between_latin_ones);
  tcase_add_test(tcase, spells_out);
  tcase_add_test(tcase, finds_words_that_look_alike);
  return tcase;
}
