#include "review/languages/language_differences.h"

#include <string.h>

#include "clause/markdown/markdown_read.h"
#include "review/cases.h"

static AdrefNode *read_numbered(const char *markdown)
{
  static const AdrefNumbering numbering = {.operative = TRUE, .single_operative = TRUE};
  AdrefMarkdownReadOptions options = {.numbers = &numbering};
  GError *error = NULL;
  AdrefNode *tree = adref_markdown_read(markdown, strlen(markdown), &options, NULL, &error);
  ck_assert_no_error(error);
  return tree;
}

/* What differs between English and another language, one a line. */
static char *lines_of(const char *english, const char *language, const char *other)
{
  g_autoptr(AdrefNode) one = read_numbered(english), two = read_numbered(other);
  AdrefLanguageText first = {"en", one}, second = {language, two};
  g_autoptr(GPtrArray) differences = adref_language_differences_new(&first, &second, NULL);
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < differences->len; i++) {
    g_autofree char *line =
        adref_language_difference_line(differences->pdata[i], "en", language, NULL);
    g_string_append_printf(out, "%s\n", line);
  }
  g_string_append_printf(out, "%u", adref_language_differences_count(differences));
  return g_string_free(out, FALSE);
}

static void differs_by(const char *english, const char *language, const char *other,
                       const char *expected)
{
  g_autofree char *lines = lines_of(english, language, other);
  ck_assert_str_eq(lines, expected);
}

#define A "<!-- op a -->\n"
#define B "\n\n<!-- op b -->\n"

static const struct {
  const char *english, *language, *other;
} in_step[] = {
    {A "We will save 35 per cent.", "fr", A "Nous économiserons 35 pour cent."},
    {A "We will save thirty-five per cent.", "ja", A "三十五パーセントを節約する。"},
    {A "We will save 35 per cent.", "ja", A "３５％を節約する。"},
    {A "We will save 35 per cent.", "th", A "ประหยัดร้อยละ ๓๕"},
    {A "We will train 5,000 people.", "ja", A "5千人を研修する。"},
    {A "We will train 5,000 people.", "ja", A "五千人を研修する。"},
    {A "We will train 5,000 people.", "id", A "Kami akan melatih 5.000 orang."},
    {A "We will train 5,000 people.", "vi", A "Chúng tôi sẽ đào tạo 5.000 người."},
    {A "We will train 5,000 people.", "fr", A "Nous formerons 5 000 personnes."},
    {A "We will give 5 million dollars.", "fr", A "Nous donnerons 5 millions de dollars."},
    {A "We will give 1.5 per cent.", "fr", A "Nous donnerons 1,5 pour cent."},
    {A "We met on 17 December 2023.", "ja", A "令和5年12月17日に会合した。"},
    {A "We met on 17 December 2023.", "ja", A "2023年12月17日に会合した。"},
    {A "We met on 17 December 2023.", "th", A "เราพบกันเมื่อวันที่ 17 ธันวาคม พ.ศ. 2566"},
    {A "We met in 1900.", "th", A "2443"},
    {A "We give 2442.", "th", A "2442"},
    {A "We give 2199.", "th", A "2742"},
    {A "We give 2743.", "th", A "2743"},
    {A "We met on 17 December 2023.", "fr", A "Nous nous sommes réunis le 17 décembre 2023."},
    {A "We met on 17 December 2023.", "id", A "Kami bertemu pada 17 Desember 2023."},
    {A "We met on 17 December 2023.", "vi", A "Chúng tôi họp ngày 17 tháng 12 năm 2023."},
    {A "We mark the fiftieth year.", "ja", A "50周年を記念する。"},
    {A "A single product.", "ja", A "一つの産品。"},
    {A "Two thirds of us will act.", "ja", A "我々の3分の2が行動する。"},
    {A "We will meet at 18:00.", "ja", A "18時に会合する。"},
    {A "Act. See [paragraph 2](#b)." B "Act.", "ja", A "行う。[パラグラフ2](#b)。" B "行う。"},
    {A "[may - JPN / shall - THA] act.", "ja",
     A "[することができる - JPN / しなければならない - THA]。"},
    {A "Act.[^1]\n\n[^1]: Note.", "ja", A "行う。[^1]\n\n[^1]: 注。"},
    {A "We will train 5,000 people.", "zh", A "我们将培训5000人。"},
    {A "We met on 17 December 2023.", "zh", A "我们于2023年12月17日举行会议。"},
    {A "We will train 5,000 people.", "ar", A "سندرب 5000 شخص."},
    {A "We will train 5,000 people.", "es", A "Formaremos a 5.000 personas."},
    {A "We met on 17 December 2023.", "es", A "Nos reunimos el 17 de diciembre de 2023."},
    {A "We act as in paragraph 12.", "fr", A "Nous agissons comme au paragraphe 12."},
    {A "We act as in paragraph 1.", "fr", A "Nous agissons comme au paragraphe 1."},
    {A "We act as in Article 1.", "fr", A "Nous agissons comme à l'article 1."},
    {A "We act as in paragraph 12.", "ja", A "第12項のとおり行う。"},
    {A "We act as in paragraph 12.", "ja", A "パラグラフ12のとおり行う。"},
    {A "We act as in paragraph 12.", "zh", A "我们按照第12段行事。"},
    {A "We act as in paragraph 12.", "ko", A "제12항에 따라 행동한다."},
    {A "We act as in paragraph 12.", "ar", A "نعمل وفقا للفقرة 12."},
    {A "We act as in paragraph 12.", "th", A "เราดำเนินการตามวรรค ๑๒"},
    {A "We act as in paragraph 12.", "vi", A "Chúng tôi hành động theo đoạn 12."},
    {A "We act as in paragraph 12.", "id", A "Kami bertindak sesuai paragraf 12."},
    {A "We act as in paragraph 12.", "es", A "Actuamos conforme al párrafo 12."},
    {A "We act as in paragraph 12.", "de", A "Wir handeln nach Absatz 12."},
    {A "We act as in paragraph 12.", "ru", A "Мы действуем согласно пункту 12."},
    {A "We act as in paragraphs 3 to 5.", "fr", A "Nous agissons comme aux paragraphes 3 à 5."},
    {A "We act as in paragraphs 3 to 5.", "ja", A "第3項から第5項までのとおり行う。"},
    {A "We act as in paragraphs 3 and 4 (b).", "fr",
     A "Nous agissons comme aux paragraphes 3 et 4 b)."},
    {A "We act as in PP3.", "fr", A "Nous agissons comme au PP3."},
    {A "We give USD 50 million to 20,000 people.", "ko", A "우리는 2만 명에게 5천만 달러를 준다."},
    {A "We give USD 150 million.", "ko", A "우리는 1억 5천만 달러를 제공한다."},
    {A "We train 5 million people.", "ko", A "우리는 500만명을 훈련한다."},
    {A "We met on 17 December 2023.", "ko", A "우리는 2023년 12월 17일에 만났다."},
};

START_TEST(texts_in_step)
{
  differs_by(in_step[_i].english, in_step[_i].language, in_step[_i].other, "0");
}
END_TEST

/* Five million euros, and five million dollars, in each language that has a word for both. */
static const struct {
  const char *language, *euros, *dollars;
} money[] = {
    {"fr", "5 millions d'euros", "5 millions de dollars"},
    {"es", "5 millones de euros", "5 millones de dólares"},
    {"pt", "5 milhões de euros", "5 milhões de dólares"},
    {"de", "5 Millionen Euro", "5 Millionen Dollar"},
    {"ru", "5 миллионов евро", "5 миллионов долларов"},
    {"ar", "5 ملايين يورو", "5 ملايين دولار"},
    {"ja", "500万ユーロ", "500万ドル"},
    {"zh", "500万欧元", "500万美元"},
    {"ko", "500만 유로", "500만 달러"},
    {"th", "5 ล้านยูโร", "5 ล้านดอลลาร์สหรัฐ"},
    {"vi", "5 triệu euro", "5 triệu đô la Mỹ"},
    {"id", "5 juta euro", "5 juta dolar AS"},
    {"ms", "5 juta euro", "5 juta dolar AS"},
    {"lo", "5 ລ້ານເອີໂຣ", "5 ລ້ານໂດລາສະຫະລັດ"},
    {"km", "5 លានអឺរ៉ូ", "5 លានដុល្លារ"},
    {"my", "ယူရို ၅ သန်း", "အမေရိကန်ဒေါ်လာ ၅ သန်း"},
};

START_TEST(currencies)
{
  g_autofree char *same = g_strconcat(A, money[_i].euros, NULL);
  g_autofree char *other = g_strconcat(A, money[_i].dollars, NULL);
  g_autofree char *line =
      g_strdup_printf("a: en has 5000000 EUR, %s has 5000000 dollars\n1", money[_i].language);
  differs_by(A "We give 5 million euros.", money[_i].language, same, "0");
  differs_by(A "We give 5 million euros.", money[_i].language, other, line);
}
END_TEST

/* Five billion and five trillion in each language: what is a billion in English is none in French,
 * Spanish and German. */
static const struct {
  const char *language, *billions, *trillions;
} large[] = {
    {"fr", "5 milliards", "5 billions"},
    {"es", "5 mil millones", "5 billones"},
    {"pt", "5 bilhões", "5 trilhões"},
    {"de", "5 Milliarden", "5 Billionen"},
    {"ru", "5 миллиардов", "5 триллионов"},
    {"ar", "5 مليارات", "5 تريليونات"},
    {"ja", "50億", "5兆"},
    {"zh", "50亿", "5万亿"},
    {"ko", "50억 달러", "5조 달러"},
    {"th", "5 พันล้าน", "5 ล้านล้าน"},
    {"vi", "5 tỷ", "5 nghìn tỷ"},
    {"id", "5 miliar", "5 triliun"},
    {"ms", "5 bilion", "5 trilion"},
};

START_TEST(large_numbers)
{
  g_autofree char *billions = g_strconcat(A, large[_i].billions, NULL);
  g_autofree char *trillions = g_strconcat(A, large[_i].trillions, NULL);
  differs_by(A "It is 5 billion.", large[_i].language, billions, "0");
  differs_by(A "It is 5 trillion.", large[_i].language, trillions, "0");
}
END_TEST

/* What goes wrong in one of two texts, one at a time. NULL: the text has no place for it. The
 * number in a cross reference is written by adref, and the time of day is not compared. */
static char *with_other_number(const char *text)
{
  if (strstr(text, "](#"))
    return NULL;
  GString *out = g_string_new(text);
  for (gsize i = strlen(A); i < out->len; i++)
    if (g_ascii_isdigit(out->str[i]) && out->str[i - 1] != '^') {
      out->str[i] = out->str[i] == '9' ? '8' : (char)(out->str[i] + 1);
      return g_string_free(out, FALSE);
    }
  g_string_free(out, TRUE);
  return NULL;
}

static char *with_bracket(const char *text)
{
  return g_strconcat(text, " [also - JPN]", NULL);
}

static char *with_clause(const char *text)
{
  return g_strconcat(text, "\n\n<!-- op more -->\nMore.", NULL);
}

static char *with_note(const char *text)
{
  return strstr(text, "[^") ? NULL : g_strconcat(text, "[^9]\n\n[^9]: More.", NULL);
}

/* Faults planted in texts in step, in both languages: each of them is found. */
START_TEST(planted_faults)
{
  static char *(*const faults[])(const char *) = {with_other_number, with_bracket, with_clause,
                                                  with_note};
  g_autoptr(GHashTable) languages = g_hash_table_new(g_str_hash, g_str_equal);
  guint planted = 0;
  for (gsize i = 0; i < G_N_ELEMENTS(in_step); i++)
    for (gsize j = 0; j < G_N_ELEMENTS(faults); j++) {
      g_autofree char *english = faults[j](in_step[i].english);
      if (!english)
        continue;
      g_autofree char *lines = lines_of(english, in_step[i].language, in_step[i].other);
      ck_assert_msg(strcmp(lines, "0") != 0, "not found in %s: %s", in_step[i].language, english);
      g_hash_table_add(languages, (gpointer)(guintptr)in_step[i].language);
      planted++;
    }
  ck_assert_uint_ge(planted, 50);
  ck_assert_uint_ge(g_hash_table_size(languages), 6);
}
END_TEST

START_TEST(contradicting_numbers)
{
  differs_by(A "We will save 35 per cent.", "fr", A "Nous économiserons 30 pour cent.",
             "a: en has 35, fr has 30\n1");
  differs_by(A "We will give 1.25 per cent.", "ja", A "1.26パーセント。",
             "a: en has 1.25, ja has 1.26\n1");
  differs_by(A "We will give 1,5 per cent.", "ja", A "1.25パーセント。",
             "a: en has 1.5, ja has 1.25\n1");
  differs_by(A "See 1.2.3 of it.", "ja", A "1.2.4。", "a: en has 1.2.3, ja has 1.2.4\n1");
  differs_by(A "We will give 05 of it.", "ja", A "6。", "a: en has 5, ja has 6\n1");
  differs_by(A "In May 2023.", "ja", A "2024年5月。", "a: en has 2023, ja has 2024\n1");
  differs_by(A "On 1 May.", "ja", A "6月1日。", "a: en has 5, ja has 6\n1");
  differs_by(A "Within thirty days.", "ja", A "60日以内に。", "a: en has 30, ja has 60\n1");
  differs_by(A "We met on 17 December 2023.", "ja", A "2023年12月18日に会合した。",
             "a: en has 17, ja has 18\n1");
  differs_by(A "We met on 17 December 2023.", "ja", A "令和6年12月17日に会合した。",
             "a: en has 2023, ja has 2024\n1");
  differs_by(A "We will train 5,000 people, 5,000 each.", "ja", A "5千人を研修する。",
             "a: en has 5000, ja has nothing\n1");
}
END_TEST

/* German numbers that are several words in one are not read: a number may stand there in words. */
START_TEST(what_cannot_be_read_proves_nothing)
{
  differs_by(A "Within 35 days.", "de", A "Innerhalb von fünfunddreißig Tagen.",
             "a: en has 35, de has nothing; it may stand there in words that are not read\n0");
  differs_by(A "Within a month.", "de", A "Innerhalb von 30 Tagen.",
             "a: en has nothing, de has 30\n1");
}
END_TEST

START_TEST(clauses)
{
  differs_by(A "Act." B "Act.", "ja", A "行う。", "b: only in en\n1");
  differs_by(A "Act.", "ja", A "行う。" B "行う。", "b: only in ja\n1");
  differs_by(A "Act." B "Act.", "ja", "<!-- op b -->\n行う。\n\n<!-- op a -->\n行う。",
             "a: ja has another clause there, b\n"
             "a: en has number 1, ja has number 2\n"
             "b: en has number 2, ja has number 1\n3");
  differs_by(A "Act.", "ja", "<!-- pp a -->\n行う。",
             "a: en has kind op, ja has kind pp\n"
             "a: en has number 1, ja has nothing\n2");
  differs_by("No marker.", "ja", "印なし。", "0");
  differs_by("35 trees.\n\n" A "Act."
             "\n\n<!-- closing -->\nDone.",
             "ja", "30本の木。\n\n" A "行う。",
             "a clause without an id or a number: en has 35, ja has 30\n"
             "a clause without an id or a number: only in en\n2");
  differs_by(A "Act.", "ja", "印なし。\n\n" A "行う。",
             "a clause without an id or a number: only in ja\n1");
  differs_by("<!-- op a no=1 -->\nAct.", "ja", "<!-- op a no=2 -->\n行う。",
             "a: en has number 1, ja has number 2\n1");
  differs_by(A "Act.", "ja", "<!-- op a no=2 -->\n行う。", "0");
}
END_TEST

START_TEST(brackets)
{
  differs_by(A "[may - JPN / shall - THA] act.", "ja", A "行う。",
             "a: en has [JPN / THA], ja has nothing\n1");
  differs_by(A "[may - JPN / shall - THA] act.", "ja",
             A "[することができる - JPN / しなければならない - VNM]。",
             "a: en has [JPN / THA], ja has [JPN / VNM]\n1");
  differs_by(A "Act. [Text to be inserted here.]", "ja", A "行う。",
             "a: en has [text to come], ja has nothing\n1");
  differs_by(A "[First.\n\nSecond.]", "ja", A "行う。\n\n行う。",
             "a: en has [over several blocks], ja has nothing\n1");
}
END_TEST

START_TEST(references_footnotes_tables_headings)
{
  differs_by(A "See [paragraph 2](#b)." B "Act.", "ja", A "[パラグラフ1](#a)。" B "行う。",
             "a: en has reference to b, ja has reference to a\n1");
  differs_by(A "Act.[^1]\n\n[^1]: Note.", "ja", A "行う。\n\n[^1]: 注。",
             "a: en has footnotes: 1, ja has footnotes: 0\n1");
  differs_by(A "| x | y |\n|---|---|\n| x | y |", "ja", A "| x | y |\n|---|---|",
             "a: en has table of 2 rows, 2 columns, ja has table of 1 row, 2 columns\n1");
  differs_by(A "| x | y |\n|---|---|", "ja", A "| x |\n|---|",
             "a: en has table of 1 row, 2 columns, ja has table of 1 row, 1 column\n1");
  differs_by("## One\n\n" A "Act.", "ja", "### 一\n\n" A "行う。",
             "the whole text: en has heading of level 2, ja has heading of level 3\n1");
  differs_by("## One\n\n" A "Act.", "ja", A "行う。",
             "the whole text: en has headings: 1, ja has headings: 0\n1");
  differs_by(A "See https://example.org/a.", "ja", A "https://example.org/bを参照。",
             "a: en has link to https://example.org/a, ja has link to https://example.org/b\n1");
  differs_by(A "See (https://example.org/a), and [x](https://example.org/c): go.", "ja",
             A "（https://example.org/a）及び<https://example.org/c>。", "0");
}
END_TEST

/* What formats and blocks say; figures that are raised behind a letter are no power. */
START_TEST(struck_words_and_raised_figures)
{
  differs_by(A "Train 5,000 people.", "fr", A "Former ~~5 000~~ personnes.",
             "a: en has nothing, fr has struck words\n1");
  differs_by(A "Train 5,000 people.", "fr", A "Former 5<sup>000</sup> personnes.",
             "a: en has 5000, fr has 5\n1");
  differs_by(A "Act.", "fr", A "Agir.\n\n> Tout payer.",
             "a: en has nothing, fr has quoted paragraphs\n1");
  differs_by(A "Act.", "fr", A "Agir.\n\n```\nTout payer.\n```",
             "a: en has nothing, fr has lines of code\n1");
  differs_by(A "5 km<sup>2</sup> on the 1<sup>st</sup> day.", "fr",
             A "5 km<sup>2</sup> le 1<sup>er</sup> jour.", "0");
  differs_by(A "~~Act~~ now.", "fr", A "~~Agir~~ maintenant.", "0");
}
END_TEST

#define TABLE "| x | y |\n|---|---|\n"

/* A paragraph, a heading or words that one text has more. */
/* Numbers of what was inserted later, and ordinals that stand twice. */
static const struct {
  const char *english, *language, *other, *expected;
} inserted[] = {
    {A "See paragraph 12 bis.", "fr", A "Voir le paragraphe 12 bis.", "0"},
    {A "See paragraph 12 bis.", "fr", A "Voir le paragraphe 12 ter.",
     "a: en has 2 (bis), fr has 3 (ter)\n1"},
    {A "See paragraph 12 bis.", "fr", A "Voir le paragraphe 12.",
     "a: en has 2 (bis), fr has nothing\n1"},
    {A "See Article 5 sexies.", "es", A "Véase el artículo 5 septies.",
     "a: en has 6 (sexies), es has 7 (septies)\n1"},
    {A "See Articles 5 and 5 bis.", "fr", A "Voir les articles 5 et 5 bis.", "0"},
    {A "See Article 5a.", "fr", A "Voir l'article 5 bis.", "0"},
    {A "See paragraph 3 (a).", "fr", A "Voir le paragraphe 3 bis a).",
     "a: en has nothing, fr has 2 (bis)\n1"},
    {A "See paragraph 12 bis.", "ja", A "第12項の2を参照。", "0"},
    {A "See paragraph 12 bis.", "ja", A "第12項bisを参照。", "0"},
    {A "See paragraph 12 bis.", "ja", A "第12項の3を参照。", "a: en has 2 (bis), ja has 3\n1"},
    {A "See Article 5 bis.", "zh", A "见第五条之二。", "0"},
    {A "See Article 5 bis.", "zh", A "见第五条之三。", "a: en has 2 (bis), zh has nothing\n1"},
    {A "See Article 5 bis.", "ko", A "제5조의2를 참조한다.", "0"},
    {A "See Article 5 bis.", "ko", A "제5조의3을 참조한다.", "a: en has 2 (bis), ko has 3\n1"},
    {A "See Article 5 bis.", "ru", A "См. статью 5 бис.", "0"},
    {A "See paragraphs 5 to 7.", "de", A "Siehe Absätze 5 bis 7.", "0"},
    {A "We will have 12 by 2030.", "pt", A "Vamos ter 12 até 2030.", "0"},
    {A "The 12th session and the 12th forum.", "fr", A "La 12e session et le 12e forum.", "0"},
    {A "The twelfth session and the twelfth forum.", "fr",
     A "La douzième session et le treizième forum.", "a: en has number 12, fr has number 13\n1"},
    {A "The second report and the third session.", "id", A "Laporan kedua dan sesi ketiga.", "0"},
};

START_TEST(inserted_numbers)
{
  differs_by(inserted[_i].english, inserted[_i].language, inserted[_i].other,
             inserted[_i].expected);
}
END_TEST

START_TEST(paragraphs_lists_and_empty_places)
{
  differs_by(A "Act.", "ja", A "行う。\n\n日本を除く。",
             "a: en has 1 paragraph, ja has 2 paragraphs\n1");
  differs_by(A "Act:\n\n1. one;\n2. two.", "ja", A "行う。\n\n- 一\n- 二",
             "a: en has nothing, ja has list without numbers\n1");
  differs_by(A "Act:\n\n(a) here;\\\n(b) there.", "ja", A "行う。\n\n1. ここ\n2. あそこ", "0");
  differs_by("<!-- annex a -->\n### Annex\n\nAct.", "ja", "<!-- annex a -->\n行う。",
             "a: en has heading, ja has nothing\n1");
  differs_by(A TABLE "| x | y |", "ja", A TABLE "| x |  |",
             "a: en has nothing, ja has empty cell in table 1, row 2, column 2\n1");
  differs_by(A TABLE "|  | y |", "ja", A TABLE "| | y |", "0");
  differs_by(A "Act.", "ja", A "。", "a: en has words, ja has nothing\n1");
  differs_by(A "See [paragraph 2](#b)." B "Act.", "ja", A "[パラグラフ2](#b)" B "行う。", "0");
  differs_by(A "Act.", "ja", A "[行う訳 - JPN]", "a: en has nothing, ja has [JPN]\n1");
}
END_TEST

/* Numbers that are exchanged between cells, and those of headings. */
START_TEST(numbers_have_their_place)
{
  differs_by(A TABLE "| JPN | 6 |\n| ASEAN | 7 |", "fr", A TABLE "| JPN | 7 |\n| ASEAN | 6 |",
             "a: en has 6 in table 1, row 2, column 2, fr has 7 in table 1, row 2, column 2\n"
             "a: en has 7 in table 1, row 3, column 2, fr has 6 in table 1, row 3, column 2\n2");
  differs_by(A TABLE "| 40 | x |\n\nIn 30 days.", "fr", A TABLE "| x | 40 |\n\nDans 30 jours.",
             "a: en has 40 in table 1, row 2, column 1, fr has nothing\n"
             "a: en has nothing, fr has 40 in table 1, row 2, column 2\n2");
  differs_by(A TABLE "| x | 4 |\n\nAnd:\n\n" TABLE "| x | 5 |", "ja",
             A TABLE "| x | ５ |\n\nまた\n\n" TABLE "| x | ４ |",
             "a: en has 4 in table 1, row 2, column 2, ja has 5 in table 1, row 2, column 2\n"
             "a: en has 5 in table 2, row 2, column 2, ja has 4 in table 2, row 2, column 2\n2");
  differs_by(A TABLE "| JPN | 6 |\n| ASEAN | 7 |\n\nIn 30 days.", "ja",
             A TABLE "| JPN | ６ |\n| ASEAN | 7 |\n\n30日以内。", "0");
  differs_by("# <!-- -->\n\n" A "Act.", "ja", "# 表題\n\n" A "行う。", "0");
  differs_by("<!-- heading t -->\n# Plan of 5 years\n\n" A "Act.", "fr",
             "<!-- heading t -->\n# Plan de 6 ans\n\n" A "Agir.", "t: en has 5, fr has 6\n1");
  differs_by("<!-- heading t -->\n# Part Two\n\n" A "Act.", "ja",
             "<!-- heading t -->\n# 第二部\n\n" A "行う。", "0");
  differs_by("<!-- heading t -->\n# Fifty years\n\n" A "Act.", "ja",
             "<!-- heading t -->\n# 五十年\n\n" A "行う。", "0");
  differs_by("<!-- heading t -->\n# [Yes - JPN / No - THA]\n\n" A "Act.", "ja",
             "<!-- heading t -->\n# 表題\n\n" A "行う。",
             "t: en has [JPN / THA], ja has nothing\n1");
}
END_TEST

TCase *tcase_language_differences(void)
{
  TCase *tcase = tcase_create("language_differences");
  tcase_add_loop_test(tcase, texts_in_step, 0, G_N_ELEMENTS(in_step));
  tcase_add_loop_test(tcase, large_numbers, 0, G_N_ELEMENTS(large));
  tcase_add_loop_test(tcase, currencies, 0, G_N_ELEMENTS(money));
  tcase_add_test(tcase, planted_faults);
  tcase_add_test(tcase, contradicting_numbers);
  tcase_add_test(tcase, what_cannot_be_read_proves_nothing);
  tcase_add_test(tcase, clauses);
  tcase_add_test(tcase, brackets);
  tcase_add_test(tcase, references_footnotes_tables_headings);
  tcase_add_test(tcase, struck_words_and_raised_figures);
  tcase_add_loop_test(tcase, inserted_numbers, 0, G_N_ELEMENTS(inserted));
  tcase_add_test(tcase, paragraphs_lists_and_empty_places);
  tcase_add_test(tcase, numbers_have_their_place);
  return tcase;
}
