#include "draft/statement/statement.h"

#include "draft/cases.h"
#include "draft/room.h"
#include "suite.h"

#define PATH "statements/one/statement.yaml"

static const char registry[] = "parties:\n"
                               "  JPN: {short: Japan, long: Japan}\n"
                               "  THA: {short: Thailand, long: the Kingdom of Thailand}\n"
                               "groups:\n"
                               "  ASEAN: {short: ASEAN, long: ASEAN, members: [THA]}\n";

static AdrefStatement *read_statement(Room *room, const char *text, GError **error)
{
  room_put(room, "templates/parties.yaml", registry);
  room_put(room, PATH, text);
  return adref_statement_read(room->source, "one", room_open(room), error);
}

static void refuses(const char *text, const char *message)
{
  g_autoptr(Room) room = room_new();
  g_autoptr(GError) error = NULL;
  ck_assert_ptr_null(read_statement(room, text, &error));
  ck_assert_error(error, message);
}

START_TEST(reads)
{
  g_autoptr(Room) room = room_new();
  g_autoptr(GError) error = NULL;
  g_autoptr(AdrefStatement) statement = read_statement(room,
                                                       "title: {en: Statement, ja: 声明}\n"
                                                       "outline: summit\n"
                                                       "style: asean\n"
                                                       "parties: [JPN, ASEAN]\n"
                                                       "place: {en: Tokyo, ja: 東京}\n"
                                                       "date: 2023-12-17\n"
                                                       "languages: [en, ja]\n"
                                                       "values: {people: 5}\n",
                                                       &error);
  ck_assert_no_error(error);
  ck_assert_str_eq(statement->outline, "summit");
  ck_assert_str_eq(statement->parties[1], "ASEAN");
  ck_assert_str_eq(statement->languages[1], "ja");
  g_autofree char *place = adref_value_print(statement->place, "", "ja");
  ck_assert_str_eq(place, "東京");
  g_autofree char *date = adref_value_print(statement->date, "iso", "en");
  ck_assert_str_eq(date, "2023-12-17");
  ck_assert_ptr_nonnull(adref_yaml_get(statement->values, "people"));
  g_autofree char *path = adref_statement_text_path(statement, "ja");
  ck_assert_str_eq(path, "statements/one/ja.md");
  ck_assert_uint_eq(adref_statement_key_location(statement, "style").line, 3);
}
END_TEST

START_TEST(little_is_needed)
{
  g_autoptr(Room) room = room_new();
  g_autoptr(GError) error = NULL;
  g_autoptr(AdrefStatement) statement = read_statement(room, "outline: summit\n", &error);
  ck_assert_no_error(error);
  ck_assert_ptr_null(statement->title);
  ck_assert_ptr_null(statement->date);
  ck_assert_str_eq(statement->languages[0], "en");
  ck_assert_ptr_null(statement->languages[1]);
}
END_TEST

START_TEST(needs_no_outline)
{
  g_autoptr(Room) room = room_new();
  g_autoptr(GError) error = NULL;
  g_autoptr(AdrefStatement) assembled = read_statement(room, "outline: summit\n", &error);
  ck_assert_no_error(error);
  g_autofree char *draft = adref_statement_text_advice(assembled, TRUE);
  ck_assert_str_eq(draft, "\"adref draft one\" assembles it");
  g_autoptr(AdrefStatement) statement = read_statement(room, "style: un\n", &error);
  ck_assert_no_error(error);
  ck_assert_ptr_null(statement->outline);
  g_autofree char *import = adref_statement_text_advice(statement, FALSE);
  ck_assert_str_eq(import, "adref import FILE --into one brings one in");
}
END_TEST

START_TEST(refuses_what_is_wrong)
{
  refuses("outline: x\nparties: [JPN, ASEA]\n",
          PATH ":2:16: the party \"ASEA\" is unknown; did you mean \"ASEAN\"?");
  refuses("outline: x\nparties: JPN\n", PATH ":2:10: parties needs a list, such as [JPN, ASEAN]");
  refuses("outline: x\nlanguages: [en, ja, en]\n", PATH ":2:21: \"en\" is in the list twice");
  refuses("outline: x\nlanguages: [../en]\n",
          PATH ":2:13: \"../en\" is not a language; allowed is a language tag such as en, ja or "
               "zh-Hans");
  refuses("outline: x\nlanguages: [[en]]\n", PATH ":2:13: a language is needed here");
  refuses("outline: x\nvalues: [a]\n",
          PATH ":2:9: values needs a map: the name of a parameter and its value");
}
END_TEST

START_TEST(names_are_checked_first)
{
  g_autoptr(Room) room = room_new();
  g_autoptr(GError) error = NULL;
  ck_assert_ptr_null(adref_statement_read(room->source, "../one", room_open(room), &error));
  ck_assert_error(error, "\"../one\" cannot be the name of a statement; allowed are small letters, "
                         "digits and -, beginning with a letter or digit, up to 100 in all");
}
END_TEST

TCase *tcase_statement(void)
{
  TCase *tcase = tcase_create("statement");
  tcase_add_test(tcase, reads);
  tcase_add_test(tcase, little_is_needed);
  tcase_add_test(tcase, needs_no_outline);
  tcase_add_test(tcase, refuses_what_is_wrong);
  tcase_add_test(tcase, names_are_checked_first);
  return tcase;
}
