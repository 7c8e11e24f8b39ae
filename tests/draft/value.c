#include "draft/data/value.h"

#include <string.h>

#include "draft/cases.h"
#include "suite.h"

static const char registry[] =
    "parties:\n"
    "  JPN: {short: {en: Japan, ja: 日本}, long: {en: Japan, ja: 日本国}}\n"
    "  THA: {short: {en: Thailand, ja: タイ}, long: {en: the Kingdom of Thailand, ja: タイ王国}}\n"
    "  LAO: {short: {en: Lao PDR, ja: ラオス},\n"
    "        long: {en: the Lao People's Democratic Republic, ja: ラオス人民民主共和国}}\n"
    "groups:\n"
    "  ASEAN: {short: ASEAN, members: [THA, LAO]}\n";

static AdrefParties *parties;

static void set_up(void)
{
  parties = adref_parties_read(registry, strlen(registry), "parties.yaml", NULL);
}

static void tear_down(void)
{
  adref_parties_free(parties);
}

static AdrefYaml *read_yaml(const char *text)
{
  g_autoptr(GError) error = NULL;
  AdrefYaml *root = adref_yaml_read(text, strlen(text), "f.yaml", 1, &error);
  ck_assert_no_error(error);
  return root;
}

/* Reads the parameter "x" declared by YAML in one line. */
static AdrefParam *declare(const char *declaration, GError **error)
{
  g_autofree char *text = g_strconcat("x: ", declaration, NULL);
  g_autoptr(AdrefYaml) root = read_yaml(text);
  return adref_param_read(root->items->pdata[0], parties, error);
}

static AdrefValue *read_value(const char *declaration, const char *text, GError **error)
{
  g_autoptr(AdrefParam) param = declare(declaration, error);
  ck_assert_ptr_nonnull(param);
  g_autofree char *entry = g_strconcat("v: ", text, NULL);
  g_autoptr(AdrefYaml) root = read_yaml(entry);
  return adref_value_read(root->items->pdata[0], param, parties, error);
}

static AdrefValue *good(const char *declaration, const char *text)
{
  g_autoptr(GError) error = NULL;
  AdrefValue *value = read_value(declaration, text, &error);
  ck_assert_no_error(error);
  return value;
}

static const struct {
  const char *declaration;
  const char *value;
  const char *language;
  const char *form;
  const char *printed; /* NULL: has no such form */
} prints[] = {
    {"{type: text}", "Tokyo", "ja", "", "Tokyo"},
    {"{type: text}", "{en: Tokyo, ja: 東京}", "ja", "", "東京"},
    {"{type: text}", "{en: Tokyo, ja: 東京}", "th", "", "Tokyo"},
    {"{type: text}", "{th: โตเกียว, ja: 東京}", "en", "", "東京"},
    {"{type: text}", "2030", "en", "", "2030"},
    {"{type: text}", "''", "en", "", ""},
    {"{type: text}", "Tokyo", "en", "long", NULL},
    {"{type: integer}", "5000", "en", "", "5,000"},
    {"{type: integer}", "5000", "ja", "", "5,000"},
    {"{type: integer}", "5000", "th", "", "5,000"},
    {"{type: integer}", "5000", "de", "", "5.000"},
    {"{type: integer}", "5000", "en", "plain", "5000"},
    {"{type: integer}", "5000", "en", "words", "five thousand"},
    {"{type: integer}", "193", "en", "words", "one hundred and ninety-three"},
    {"{type: integer}", "50", "ja", "words", "五十"},
    {"{type: integer}", "5000", "th", "words", "ห้าพัน"},
    {"{type: integer}", "50", "en", "ordinal", "50th"},
    {"{type: integer}", "22", "en", "ordinal", "22nd"},
    {"{type: integer}", "50", "ja", "ordinal", "第50"},
    {"{type: integer}", "50", "en", "ordinal_words", "fiftieth"},
    {"{type: integer}", "50", "fr", "ordinal_words", "cinquantième"},
    {"{type: integer}", "50", "ko", "ordinal_words", "50번째"},
    {"{type: integer}", "1973", "en", "year", "1973"},
    {"{type: integer}", "1973", "th", "year", "2516"},
    {"{type: integer}", "1973", "ja", "year", "1973"},
    {"{type: integer}", "50", "th", "year", "50"},
    {"{type: integer}", "-9223372036854775808", "en", "", "-9,223,372,036,854,775,808"},
    {"{type: integer}", "50", "en", "long", NULL},
    {"{type: date}", "2023-12-17", "en", "", "17 December 2023"},
    {"{type: date}", "2023-12-17", "ja", "long", "2023年12月17日"},
    {"{type: date}", "2023-12-17", "th", "long", "17 ธันวาคม 2566"},
    {"{type: date}", "2023-12-17", "fr", "long", "17 décembre 2023"},
    {"{type: date}", "2023-12-17", "id", "", "17 Desember 2023"},
    {"{type: date}", "2023-12-17", "en", "month", "December 2023"},
    {"{type: date}", "2023-12-17", "ja", "month", "2023年12月"},
    {"{type: date}", "2023-12-17", "vi", "month", "tháng 12 năm 2023"},
    {"{type: date}", "2023-12-17", "vi", "long", "ngày 17 tháng 12 năm 2023"},
    {"{type: date}", "2023-12-17", "zh", "long", "2023年12月17日"},
    {"{type: date}", "2023-12-17", "zh", "year", "2023"},
    {"{type: date}", "2023-12-01", "fr", "long", "1er décembre 2023"},
    {"{type: date}", "2023-12-11", "fr", "long", "11 décembre 2023"},
    {"{type: list}", "[{en: one, ja: 一}, {en: two, ja: 二}, {en: six, ja: 六}]", "ja", "",
     "一、二及び六"},
    {"{type: date}", "2023-12-17", "en", "year", "2023"},
    {"{type: date}", "2023-12-17", "en", "iso", "2023-12-17"},
    {"{type: date}", "1583-01-01", "en", "", "1 January 1583"},
    {"{type: date}", "9999-12-31", "en", "", "31 December 9999"},
    {"{type: date}", "1969-02-28", "en", "", "28 February 1969"},
    {"{type: date}", "2023-12-17", "en", "short", NULL},
    {"{type: party}", "LAO", "en", "", "the Lao People's Democratic Republic"},
    {"{type: party}", "LAO", "ja", "long", "ラオス人民民主共和国"},
    {"{type: party}", "LAO", "en", "short", "Lao PDR"},
    {"{type: party}", "LAO", "en", "code", "LAO"},
    {"{type: party}", "LAO", "en", "list", NULL},
    {"{type: parties}", "[THA, LAO, JPN]", "en", "",
     "Japan, the Lao People's Democratic Republic and the Kingdom of Thailand"},
    {"{type: parties}", "[THA, JPN]", "en", "list", "Japan and the Kingdom of Thailand"},
    {"{type: parties}", "[THA, LAO, JPN]", "en", "short", "Japan, Lao PDR and Thailand"},
    {"{type: parties}", "[THA, LAO, JPN]", "ja", "short", "タイ、ラオス及び日本"},
    {"{type: parties}", "[JPN]", "en", "", "Japan"},
    {"{type: parties}", "[]", "en", "", ""},
    {"{type: parties}", "[THA, JPN]", "en", "codes", "THA, JPN"},
    {"{type: parties}", "[THA, JPN]", "en", "count", "2"},
    {"{type: parties}", "[THA, JPN]", "en", "long", NULL},
    {"{type: parties}", "[THA, JPN]", "en", "alternat",
     "[the Kingdom of Thailand](#THA) and [Japan](#JPN)"},
    {"{type: parties}", "[THA, JPN]", "ja", "alternat", "[タイ王国](#THA)及び[日本国](#JPN)"},
    {"{type: parties}", "[THA, JPN]", "en", "hyphenated", "[Thailand](#THA)-[Japan](#JPN)"},
    {"{type: parties}", "[THA, JPN]", "ja", "hyphenated", "[タイ](#THA)・[日本](#JPN)"},
    {"{type: list}", "[c, a, b]", "en", "", "c, a and b"},
    {"{type: list}", "[c, a, b]", "en", "and", "c, a and b"},
    {"{type: list}", "[a, b]", "en", "or", "a or b"},
    {"{type: list}", "[{en: one, ja: 一}, {en: two, ja: 二}]", "ja", "", "一及び二"},
    {"{type: list}", "[a, b]", "en", "count", "2"},
    {"{type: list}", "[a, b]", "en", "list", NULL},
    {"{type: integer}", "1973", "lo", "words", "ໜຶ່ງພັນເກົ້າຮ້ອຍເຈັດສິບສາມ"},
    {"{type: integer}", "1240000", "lo", "ordinal_words", "ທີໜຶ່ງລ້ານສອງແສນສີ່ໝື່ນ"},
    {"{type: integer}", "0", "lo", "words", "ສູນ"},
    {"{type: integer}", "21", "fil", "words", "dalawampu’t isa"},
    {"{type: integer}", "50", "fil", "ordinal_words", "ikalimampu"},
    {"{type: integer}", "2", "fil", "ordinal_words", "ikalawa"},
    {"{type: integer}", "50", "fil", "ordinal", "ika-50"},
    {"{type: integer}", "1", "ms", "ordinal", "ke-1"},
    {"{type: integer}", "82", "ru", "ordinal", "82-й"},
    {"{type: integer}", "82", "ta", "ordinal", "82-ஆவது"},
    {"{type: integer}", "82", "my", "ordinal", "82"},
    {"{type: integer}", "5000", "ar", "", "5,000"},
    {"{type: integer}", "5000", "ar", "ordinal", "5,000"},
    {"{type: date}", "2023-12-17", "ar", "", "17 ديسمبر 2023"},
    {"{type: money}", "USD 5000000", "ar", "", "5,000,000 دولار أمريكي"},
    {"{type: range}", "5000-10000", "my", "", "5,000–10,000"},
    {"{type: date}", "2023-12-17", "ko", "year", "2023"},
    {"{type: date}", "2023-12-17", "km", "", "ថ្ងៃទី17 ខែធ្នូ ឆ្នាំ2023"},
    {"{type: date}", "2023-12-17", "my", "", "2023 ခုနှစ်၊ ဒီဇင်ဘာလ 17 ရက်"},
    {"{type: list}", "[a, b, c]", "lo", "", "a, b ແລະ c"},
    {"{type: list}", "[a, b, c]", "my", "", "a၊ bနှင့် c"},
    {"{type: list}", "[a, b, c]", "ms", "or", "a, b atau c"},
    {"{type: money}", "JPY 5000000", "ja", "", "5,000,000円"},
    {"{type: money}", "EUR 2.50", "zh", "", "2.50欧元"},
    {"{type: money}", "USD 5000000", "id", "", "5.000.000 dolar Amerika Serikat"},
    {"{type: money}", "USD 5000000", "vi", "", "5.000.000 đô la Mỹ"},
    {"{type: money}", "USD 1", "en", "", "1 US dollar"},
    {"{type: money}", "USD 5", "lo", "", "5 ໂດລ່າສະຫະລັດຯ"},
    {"{type: decimal}", "2.5", "ar", "percent", "2.5%"},
    {"{type: boolean}", "true", "en", "", NULL},
    {"{type: choice, choices: [{en: in person, ja: 対面}, online]}", "in person", "ja", "", "対面"},
    {"{type: choice, choices: [{en: in person, ja: 対面}, online]}", "online", "ja", "", "online"},
};

START_TEST(prints_values)
{
  g_autoptr(AdrefValue) value = good(prints[_i].declaration, prints[_i].value);
  g_autofree char *printed = adref_value_print(value, prints[_i].form, prints[_i].language);
  ck_assert_pstr_eq(printed, prints[_i].printed);
}
END_TEST

static const struct {
  const char *declaration;
  const char *value;
  const char *message;
} refusals[] = {
    {"{type: money}", "XYZ 5",
     "4: x is \"XYZ 5\"; allowed is the code of a currency (ISO 4217) and a number, such as "
     "USD 5000000"},
    {"{type: text, max: 3}", "Tokyo", "4: x is \"Tokyo\"; allowed is a text: up to 3 characters"},
    {"{type: text, max: 2}", "{ja: 東京都}",
     "9: x is \"東京都\"; allowed is a text: up to 2 characters"},
    {"{type: text}", "[a]", "4: x needs words, or words by language: {en: ..., ja: ...}"},
    {"{type: text}", "{xx-: a}",
     "5: \"xx-\" is not a language; allowed is a language tag such as en, ja or zh-Hans"},
    {"{type: integer}", "5k", "4: x is \"5k\"; allowed is a whole number such as 5000"},
    {"{type: integer}", "'5'", "4: x is the text \"5\"; allowed is a whole number such as 5000"},
    {"{type: integer}", "1.5", "4: x is \"1.5\"; allowed is a whole number such as 5000"},
    {"{type: integer, min: 1, max: 9}", "10", "4: x is \"10\"; allowed is a whole number: 1 to 9"},
    {"{type: integer, min: 1}", "0", "4: x is \"0\"; allowed is a whole number: 1 or more"},
    {"{type: integer, max: -1}", "0", "4: x is \"0\"; allowed is a whole number: up to -1"},
    {"{type: date}", "2023-02-29", "4: x is \"2023-02-29\"; allowed is a date such as 2023-12-17"},
    {"{type: date}", "2023-2-28", "4: x is \"2023-2-28\"; allowed is a date such as 2023-12-17"},
    {"{type: date}", "1582-12-31", "4: x is \"1582-12-31\"; allowed is a date such as 2023-12-17"},
    {"{type: date, min: 2023-01-01}", "2022-12-31",
     "4: x is \"2022-12-31\"; allowed is a date such as 2023-12-17: 2023-01-01 or later"},
    {"{type: party}", "JPM", "4: x is \"JPM\", no party or group; did you mean \"JPN\"?"},
    {"{type: party}", "lao pdr", "4: x is \"lao pdr\", no party or group; did you mean \"LAO\"?"},
    {"{type: party}", "NOWHERE",
     "4: x is \"NOWHERE\", no party or group; allowed are JPN, THA, LAO, ASEAN"},
    {"{type: party}", "[JPN]", "4: x is a list of 1; allowed is the code of a party or group"},
    {"{type: parties}", "JPN", "4: x is \"JPN\"; allowed is a list of codes such as [JPN, ASEAN]"},
    {"{type: parties}", "[JPN, JPN]", "10: x names JPN twice; allowed is each party once"},
    {"{type: parties, min: 2}", "[JPN]",
     "4: x is a list of 1; allowed is a list of codes such as [JPN, ASEAN]: 2 or more"},
    {"{type: list, min: 1, max: 2}", "[]",
     "4: x is a list of 0; allowed is a list of texts: 1 to 2"},
    {"{type: list}", "[[a]]", "5: x needs words, or words by language: {en: ..., ja: ...}"},
    {"{type: boolean}", "maybe", "4: x is \"maybe\"; allowed is yes, no, true or false"},
    {"{type: boolean}", "\"yes\"", "4: x is the text \"yes\"; allowed is yes, no, true or false"},
    {"{type: choice, choices: [in person, online]}", "offline",
     "4: x is \"offline\"; allowed is one of in person, online"},
    {"{type: choice, choices: [in person, online]}", "[online]",
     "4: x is a list of 1; allowed is one of in person, online"},
};

START_TEST(refuses_values)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *message = g_strconcat("f.yaml:1:", refusals[_i].message, NULL);
  ck_assert_ptr_null(read_value(refusals[_i].declaration, refusals[_i].value, &error));
  ck_assert_error(error, message);
}
END_TEST

static const struct {
  const char *declaration;
  const char *message;
} wrong_params[] = {
    {"integer", "4: a parameter is a map of \"key: value\" with the keys type, question, default, "
                "min, max, choices, years_since, when, fields"},
    {"{}", "4: x has no type; allowed are text, integer, date, party, parties, list, boolean, "
           "choice, decimal, money, range, records"},
    {"{type: integr}", "11: \"integr\" is no type of a value; did you mean \"integer\"?"},
    {"{type: text, min: 1}", "17: x is of type text, which has no \"min\""},
    {"{type: boolean, max: 1}", "20: x is of type boolean, which has no \"max\""},
    {"{type: integer, min: few}", "25: min is \"few\"; allowed is a whole number such as 5000"},
    {"{type: list, max: -1}", "22: max is \"-1\"; allowed is a whole number from 0 on"},
    {"{type: date, max: 5}", "22: max is \"5\"; allowed is a date such as 2023-12-17"},
    {"{type: integer, min: 2, max: 1}", "25: min is more than max; allowed is a min up to max"},
    {"{type: text, choices: [a]}", "17: x is of type text, which has no \"choices\""},
    {"{type: choice}", "4: x needs a list of choices, such as choices: [in person, online]"},
    {"{type: choice, choices: [in person, in-person]}",
     "40: x has a choice in_person already; allowed is each choice once"},
    {"{type: integer, max: 5, default: 6}", "37: x is \"6\"; allowed is a whole number: up to 5"},
};

START_TEST(refuses_params)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *message = g_strconcat("f.yaml:1:", wrong_params[_i].message, NULL);
  ck_assert_ptr_null(declare(wrong_params[_i].declaration, &error));
  ck_assert_error(error, message);
}
END_TEST

START_TEST(reads_a_param)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AdrefParam) param =
      declare("{type: date, question: When?, min: 1970-01-02, default: 2023-12-17}", &error);
  ck_assert_no_error(error);
  ck_assert_str_eq(param->name, "x");
  ck_assert_str_eq(param->place.file, "f.yaml");
  ck_assert_str_eq(param->question, "When?");
  ck_assert(param->has_min && param->min == 1 && !param->has_max);
  g_autofree char *printed = adref_value_print(param->default_value, "", "en");
  ck_assert_str_eq(printed, "17 December 2023");
  g_autoptr(AdrefYaml) root = read_yaml("Name: {type: text}");
  ck_assert_ptr_null(adref_param_read(root->items->pdata[0], parties, &error));
  ck_assert_error(error, "f.yaml:1:1: \"Name\" cannot be the name of a parameter; allowed are "
                         "small letters, digits and _, beginning with a letter");
}
END_TEST

static const struct {
  const char *declaration;
  const char *line;
  const char *result; /* as YAML, or the message */
} lines[] = {
    {"{type: text}", " Tokyo, Japan ", "v: Tokyo, Japan\n"},
    {"{type: text}", "", "v: ''\n"},
    {"{type: text}", "true", "v: 'true'\n"},
    {"{type: integer}", "5000", "v: 5000\n"},
    {"{type: date}", "2023-12-17", "v: 2023-12-17\n"},
    {"{type: party}", "JPN", "v: JPN\n"},
    {"{type: parties}", "THA, JPN", "v:\n- THA\n- JPN\n"},
    {"{type: parties}", "", "v: []\n"},
    {"{type: list}", "one, 2,", "v:\n- one\n- '2'\n"},
    {"{type: boolean}", "false", "v: false\n"},
    {"{type: choice, choices: [in person]}", "in person", "v: in person\n"},
    {"{type: integer}", "", "--set: x is empty; allowed is a whole number such as 5000"},
    {"{type: parties}", "THA, JPM",
     "--set: x is \"JPM\", no party or group; did you mean "
     "\"JPN\"?"},
    {"{type: text}", "{en: Hanoi, ja: ハノイ",
     "--set:2:1: not YAML: a map in { } needs \",\" between entries and \"}\" at its end"},
    {"{type: list}", "[one, two",
     "--set:2:1: not YAML: a list in [ ] needs \",\" between entries and \"]\" at its end"},
    {"{type: text}", "[one", "v: '[one'\n"},
    {"{type: text}", "a\033", "--set: a value cannot hold the control character U+001B"},
    {"{type: text}", "a\x80", "--set: a value must be UTF-8"},
};

static char *written(const AdrefValue *value)
{
  AdrefYamlWriter *writer = adref_yaml_writer_new();
  adref_yaml_open_map(writer);
  adref_yaml_put(writer, "v");
  adref_value_write(value, writer);
  return g_string_free(adref_yaml_writer_end(writer), FALSE);
}

START_TEST(parses_lines)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AdrefParam) param = declare(lines[_i].declaration, NULL);
  g_autoptr(AdrefValue) value = adref_value_parse(lines[_i].line, param, parties, "--set", &error);
  g_autofree char *result = value ? written(value) : g_strdup(error->message);
  ck_assert_str_eq(result, lines[_i].result);
}
END_TEST

/* What is written is read as the same again. */
START_TEST(writes_what_it_reads)
{
  g_autoptr(AdrefValue) value = good(prints[_i].declaration, prints[_i].value);
  g_autofree char *text = written(value);
  g_autoptr(AdrefValue) again = good(prints[_i].declaration, text + strlen("v:"));
  g_autofree char *text_again = written(again);
  ck_assert_str_eq(text, text_again);
}
END_TEST

START_TEST(tells_true_from_false)
{
  static const struct {
    const char *declaration, *value;
    gboolean expected;
  } truths[] = {
      {"{type: text}", "a", TRUE},         {"{type: text}", "''", FALSE},
      {"{type: integer}", "0", TRUE},      {"{type: list}", "[]", FALSE},
      {"{type: list}", "[a]", TRUE},       {"{type: parties}", "[]", FALSE},
      {"{type: parties}", "[JPN]", TRUE},  {"{type: boolean}", "true", TRUE},
      {"{type: boolean}", "false", FALSE}, {"{type: boolean}", "yes", TRUE},
      {"{type: boolean}", "no", FALSE},    {"{type: date}", "2023-12-17", TRUE},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(truths); i++) {
    g_autoptr(AdrefValue) value = good(truths[i].declaration, truths[i].value);
    ck_assert_int_eq(adref_value_is_true(value), truths[i].expected);
  }
}
END_TEST

static void has_items(const AdrefValue *value, const char *language, const char *form,
                      const char *expected)
{
  g_autoptr(GPtrArray) items = adref_value_items(value, language);
  g_autoptr(GString) joined = g_string_new(NULL);
  for (guint i = 0; i < items->len; i++) {
    g_autofree char *printed = adref_value_print(items->pdata[i], form, language);
    g_string_append_printf(joined, "%s;", printed);
  }
  ck_assert_str_eq(joined->str, expected);
}

START_TEST(walks_items)
{
  g_autoptr(AdrefValue) some = good("{type: parties}", "[THA, LAO, JPN]");
  g_autoptr(AdrefValue) list = good("{type: list}", "[b, {en: a, ja: 一}]");
  g_autoptr(AdrefValue) text = adref_value_new_text("a");
  has_items(some, "en", "short", "Japan;Lao PDR;Thailand;");
  has_items(some, "ja", "code", "THA;LAO;JPN;");
  has_items(list, "ja", "", "b;一;");
  ck_assert_ptr_null(adref_value_items(text, "en"));
}
END_TEST

START_TEST(messages_are_short)
{
  g_autofree char *most = g_strnfill(60, 'w');
  g_autofree char *longer = g_strconcat(most, "w", NULL);
  g_autofree char *shown = g_strdup_printf("\"%s\"", most);
  g_autofree char *cut = g_strdup_printf("\"%s...\"", most);
  g_autoptr(GString) choices = g_string_new("{type: choice, choices: [c1");
  g_autoptr(GError) error = NULL;
  for (guint i = 2; i <= 21; i++)
    g_string_append_printf(choices, ", c%u", i);
  g_string_append(choices, "]}");
  ck_assert_ptr_null(read_value(choices->str, most, &error));
  ck_assert_ptr_nonnull(strstr(error->message, shown));
  ck_assert(g_str_has_suffix(error->message, ", c19, c20"));
  g_clear_error(&error);
  ck_assert_ptr_null(read_value(choices->str, longer, &error));
  ck_assert_ptr_nonnull(strstr(error->message, cut));
}
END_TEST

START_TEST(compares_choices)
{
  static const char declaration[] = "{type: choice, choices: [{en: in-person only, ja: 対面}, b]}";
  g_autoptr(AdrefParam) param = declare(declaration, NULL);
  g_autoptr(AdrefValue) value = adref_value_parse("in-person only", param, parties, "--set", NULL);
  gboolean known;
  ck_assert(adref_value_is_choice(value, param, "in_person_only", &known) && known);
  ck_assert(!adref_value_is_choice(value, param, "b", &known) && known);
  ck_assert(!adref_value_is_choice(value, param, "c", &known) && !known);
}
END_TEST

START_TEST(names_types)
{
  AdrefValueType type;
  ck_assert(adref_value_type_parse("parties", &type) && type == ADREF_VALUE_PARTIES);
  ck_assert(!adref_value_type_parse("number", &type));
  ck_assert_str_eq(adref_value_type_word(ADREF_VALUE_CHOICE), "choice");
  ck_assert_str_eq(adref_value_forms(ADREF_VALUE_DATE)[3], "iso");
  ck_assert_ptr_null(adref_value_forms(ADREF_VALUE_BOOLEAN)[0]);
}
END_TEST

START_TEST(makes_values)
{
  static const char *const codes[] = {"THA", "XXX", NULL};
  g_autoptr(AdrefValue) date = adref_value_new_date(2023, 12, 17);
  g_autoptr(AdrefValue) some = adref_value_new_parties(codes, parties);
  g_autofree char *day = adref_value_print(date, "iso", "en");
  g_autofree char *names = adref_value_print(some, "short", "en");
  ck_assert_str_eq(day, "2023-12-17");
  ck_assert_str_eq(names, "Thailand and XXX");
}
END_TEST

TCase *tcase_value(void)
{
  TCase *tcase = tcase_create("value");
  tcase_add_checked_fixture(tcase, set_up, tear_down);
  tcase_add_loop_test(tcase, prints_values, 0, G_N_ELEMENTS(prints));
  tcase_add_loop_test(tcase, refuses_values, 0, G_N_ELEMENTS(refusals));
  tcase_add_loop_test(tcase, refuses_params, 0, G_N_ELEMENTS(wrong_params));
  tcase_add_test(tcase, reads_a_param);
  tcase_add_loop_test(tcase, parses_lines, 0, G_N_ELEMENTS(lines));
  tcase_add_loop_test(tcase, writes_what_it_reads, 0, G_N_ELEMENTS(prints));
  tcase_add_test(tcase, tells_true_from_false);
  tcase_add_test(tcase, walks_items);
  tcase_add_test(tcase, messages_are_short);
  tcase_add_test(tcase, compares_choices);
  tcase_add_test(tcase, names_types);
  tcase_add_test(tcase, makes_values);
  return tcase;
}
