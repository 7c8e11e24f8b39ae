#include "clause/text/text_language.h"

#include "clause/cases.h"

static const struct {
  const char *language, *text;
} texts[] = {
    {NULL, ""},
    {NULL, "Water."},
    {NULL, "Le pont."},                 /* too short to say */
    {NULL, "Ports and the quay Osaka"}, /* three common words decide */
    {NULL, "<!-- op a -->\nOne.\n\n<!-- op b -->\nTwo.\n\n<!-- op c\n-->\nMe.\n\n<!-- op op\n"},
    {"fr", "Les<!-- op het een -->parties des ports, et<!-- de -->du quai."},
    {"en", "The Leaders shall strengthen the cooperation of their ports, and meet in Tokyo."},
    {"en", "Ports and the quay of Osaka"},
    {"fr", "Les dirigeants renforcent la coopération dans les ports et se réunissent à Tokyo."},
    {"es", "Los dirigentes fortalecen la cooperación de los puertos y se reúnen en Tokio."},
    {"pt", "Os dirigentes fortalecem a cooperação dos portos e reúnem-se em Tóquio para o acordo."},
    {"it",
     "I capi di governo rafforzano la cooperazione dei porti e si incontrano per gli accordi."},
    {"de", "Die Vertragsparteien stärken die Zusammenarbeit der Häfen und treffen sich in Tokio."},
    {"nl",
     "De partijen versterken de samenwerking van het havenbedrijf en komen bijeen in een stad."},
    {"vi", "Các nhà Lãnh đạo tăng cường hợp tác của các cảng và họp trong năm."},
    {"id", "Para Pemimpin sepakat bahwa kerja sama tersebut akan diperkuat oleh kedua negara."},
    {"ms",
     "Pemimpin bersetuju bahawa kerjasama hendaklah diperkukuh oleh kedua-dua negara kerana ini."},
    {"fil", "Ang mga pinuno ay nagkasundo na palakasin ang kooperasyon ng mga daungan."},
    {"ru", "Стороны укрепляют сотрудничество портов."},
    {"uk", "Сторони зміцнюють співробітництво портів і міст."},
    {"ar", "يعزز القادة التعاون بين الموانئ."},
    {"fa", "رهبران همکاری بندرها را گسترش می‌دهند و گزارش "
           "می‌گیرند."},
    {"ja", "ASEANの首脳は、サイバーセキュリティに関する協力を強化する。"},
    {"ja", "日本国政府及びASEAN加盟国政府は、協力を強化する。"},
    {"zh", "双方领导人加强港口合作，并在东京会晤。"},
    {"ko", "양측은 항만 협력을 강화하기로 하였다."},
    {"th", "ผู้นำกระชับความร่วมมือของท่าเรือ ASEAN"},
    {"lo", "ບັນດາຜູ້ນຳເພີ່ມທະວີການຮ່ວມມື"},
    {"km", "មេដឹកនាំពង្រឹងកិច្ចសហប្រតិបត្តិការ"},
    {"my", "ခေါင်းဆောင်များသည် ပူးပေါင်းဆောင်ရွက်မှု"},
    {"ta", "தலைவர்கள் ஒத்துழைப்பை வலுப்படுத்துகின்றனர்"},
    {"hi", "नेता बंदरगाहों के सहयोग को सुदृढ़ करते हैं"},
    {"el", "Τα Μέρη ενισχύουν τη συνεργασία"},
    {"he", "הצדדים מחזקים את שיתוף הפעולה"},
};

START_TEST(a_text_says_its_language)
{
  const char *text = texts[_i].text;
  const char *guess = adref_text_language_guess(text, strlen(text));
  ck_assert_msg(g_strcmp0(guess, texts[_i].language) == 0, "%s: %s", guess, text);
}
END_TEST

START_TEST(bytes_that_are_no_text_are_passed_over)
{
  static const char bytes[] = "\377\376 les \200 des \300 dans \0 pour";
  ck_assert_str_eq(adref_text_language_guess(bytes, sizeof bytes - 1), "fr");
  ck_assert_ptr_null(adref_text_language_guess("\343\201", 2));
}
END_TEST

/* Only the beginning of a long text is read. */
START_TEST(a_long_text_is_read_in_part)
{
  g_autoptr(GString) text = g_string_new(NULL);
  while (text->len < (gsize)16 * 1024)
    g_string_append(text, "der die das und ");
  for (guint i = 0; i < 100000; i++)
    g_string_append(text, "the of and to ");
  ck_assert_str_eq(adref_text_language_guess(text->str, text->len), "de");
}
END_TEST

START_TEST(knows_codes)
{
  static const char *const codes[] = {"en", "ja", "aa", "zu", "fil", "eu"};
  static const char *const none[] = {"", "e", "un", "new", "EN", "en ", "engl", "xx", "fi "};
  for (gsize i = 0; i < G_N_ELEMENTS(codes); i++)
    ck_assert_msg(adref_text_language_is_code(codes[i]), "%s", codes[i]);
  for (gsize i = 0; i < G_N_ELEMENTS(none); i++)
    ck_assert_msg(!adref_text_language_is_code(none[i]), "%s", none[i]);
}
END_TEST

/* The name of a file, then its words, then a name that is nothing but a code. */
START_TEST(a_file_says_its_language)
{
  static const struct {
    const char *name, *text, *language;
  } files[] = {
      {"folder.de/talks.fr.md", "of the and to in of the and to", "fr"},
      {"talks.ja.txt", "", "ja"},
      {"talks.v2.md", "der die das und in der die das und", "de"},
      {"eu.md", "der die das und in der die das und", "de"},
      {"eu.md", "The Parties may pay.", "en"},
      {"th.md", "The Parties may pay.", "en"},
      {"sg.md", "Parties pay fees.", "en"},
      {"en.md", "Les parties paient.", "fr"},
      {"eu.md", "x", "en"},
      {"de.md", "x", "de"},
      {"de.md", "Minister kamen in Genf zusammen.", "de"},
      {"nl.md", "Ministers kwamen bijeen in Den Haag.", "nl"},
      {"note.md", "They met.", "en"},
      {"ja.md", "Words.", "ja"},
      {"de", "x", "de"},
      {"eu.md", "", "eu"},
      {"talks.md", "x", "en"},
      {"talks.fr.docx", "x", "en"},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(files); i++) {
    g_autofree char *language =
        adref_text_language_of_file(files[i].name, files[i].text, strlen(files[i].text));
    ck_assert_msg(strcmp(language, files[i].language) == 0, "%s: %s", files[i].name, language);
  }
}
END_TEST

TCase *tcase_text_language(void)
{
  TCase *tcase = tcase_create("text_language");
  tcase_add_loop_test(tcase, a_text_says_its_language, 0, G_N_ELEMENTS(texts));
  tcase_add_test(tcase, bytes_that_are_no_text_are_passed_over);
  tcase_add_test(tcase, a_long_text_is_read_in_part);
  tcase_add_test(tcase, knows_codes);
  tcase_add_test(tcase, a_file_says_its_language);
  return tcase;
}
