#include "draft/library/outline.h"

#include "base/error.h"
#include "draft/cases.h"
#include "draft/room.h"
#include "suite.h"

#define PATH "templates/outlines/summit.yaml"

static AdrefOutline *read_outline(const char *text, GError **error)
{
  g_autoptr(Room) room = room_new();
  g_autoptr(AdrefParties) parties = adref_parties_new_empty();
  room_put(room, PATH, text);
  return adref_outline_read(room->source, "summit", parties, error);
}

static void refuses(const char *text, const char *message)
{
  g_autoptr(GError) error = NULL;
  ck_assert_ptr_null(read_outline(text, &error));
  ck_assert_error(error, message);
}

START_TEST(reads)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AdrefOutline) outline = read_outline("summary: A summit\n"
                                                 "style: asean\n"
                                                 "title: {en: Statement, ja: 声明}\n"
                                                 "params: {full: {type: boolean}}\n"
                                                 "clauses:\n"
                                                 "  - template: opening/chapeau\n"
                                                 "  - heading: Cyber\n"
                                                 "    level: 3\n"
                                                 "  - template: cyber/training\n"
                                                 "    id: train\n"
                                                 "    with: {people: 5}\n"
                                                 "    when: \"!full\"\n",
                                                 &error);
  ck_assert_no_error(error);
  ck_assert_str_eq(outline->style, "asean");
  ck_assert_str_eq(adref_localized_text_get(outline->title, "ja"), "声明");
  ck_assert_ptr_null(adref_localized_text_get(outline->title, "fr"));
  ck_assert_uint_eq(outline->entries->len, 3);
  const AdrefOutlineEntry *first = outline->entries->pdata[0];
  ck_assert_str_eq(first->id, "chapeau");
  const AdrefOutlineEntry *heading = outline->entries->pdata[1];
  ck_assert_str_eq(adref_localized_text_get(heading->heading, "fr"), "Cyber");
  ck_assert_uint_eq(heading->level, 3);
  const AdrefOutlineEntry *last = outline->entries->pdata[2];
  ck_assert_str_eq(last->id, "train");
  ck_assert_str_eq(last->when, "full");
  ck_assert(last->unless);
  ck_assert_ptr_nonnull(last->with);
}
END_TEST

START_TEST(refuses_what_is_wrong)
{
  refuses("clauses: [{template: a}]\n", PATH ":1:1: an outline needs a title");
  refuses("title: x\n", PATH ":1:1: an outline needs clauses: a list of templates and headings");
  refuses("title: x\nclauses: [{id: a}]\n",
          PATH ":2:11: an entry of clauses needs either a template or a heading");
  refuses("title: x\nclauses: [{template: A/b}]\n", PATH
          ":2:22: \"A/b\" cannot be the name of a template; allowed are clause names joined by "
          "/, such as cyber/private-sector");
  refuses("title: x\nclauses: [{template: ../../etc/passwd}]\n",
          PATH ":2:22: \"../../etc/passwd\" cannot be the name of a template; allowed are clause "
               "names joined by /, such as cyber/private-sector");
  refuses("title: x\nclauses: [{template: a, id: B}]\n", PATH
          ":2:29: \"B\" cannot be the id of a clause; allowed are small letters, digits and -, "
          "beginning with a letter or digit");
  refuses("title: x\nclauses: [{heading: a, level: 1}]\n",
          PATH ":2:31: a heading has level 2 to 6; level 1 is the title");
  refuses("title: x\nclauses: [{heading: {}}]\n",
          PATH ":2:21: a heading needs words, or words by language: {en: ..., ja: ...}");
  refuses("title: {english: x}\nclauses: [{template: a}]\n",
          PATH ":1:9: \"english\" is not a language; allowed is a language tag such as en, ja or "
               "zh-Hans");
  refuses("title: x\nclauses: [{template: a, with: [1]}]\n",
          PATH ":2:31: with needs a map of values, such as {people: 5000}");
  refuses("title: x\nparams: {full: {type: boolean}}\nclauses: [{template: a, when: ful}]\n",
          PATH ":3:31: \"ful\" is not a boolean of the outline's params; did you mean \"full\"?");
  refuses("title: x\nsignatories: a\nclauses: [{template: a}]\n",
          PATH ":2:14: signatories needs a list of texts among params, one for each party");
  refuses("title: x\nparams: {n: {type: integer}}\nsignatories: [n]\nclauses: [{template: a}]\n",
          PATH ":3:15: signatories needs a list of texts among params, one for each party");
  refuses("title: x\nclauses: [{template: a, when: full}]\n",
          PATH ":2:31: \"full\" is not a boolean of the outline's params; there is none");
}
END_TEST

START_TEST(ids_are_different)
{
  const char *twice = PATH ":4:24: a second clause has the id \"b\"; give one of them another by "
                           "id: ...";
  refuses("title: x\nclauses:\n  - {template: a/b}\n  -                    {template: c/b}\n",
          twice);
  g_autoptr(GError) error = NULL;
  g_autoptr(AdrefOutline) opposite =
      read_outline("title: x\nparams: {full: {type: boolean}}\nclauses:\n"
                   "  - {template: a/b, when: full}\n  - {template: c/b, when: '!full'}\n",
                   &error);
  ck_assert_no_error(error);
  ck_assert_uint_eq(opposite->entries->len, 2);
  refuses("title: x\nparams: {full: {type: boolean}}\nclauses:\n"
          "  - {template: a/b, when: full}\n  - {template: c/b, when: '!full'}\n"
          "  - {template: d/b, when: full}\n",
          PATH ":6:5: a second clause has the id \"b\"; give one of them another by id: ...");
}
END_TEST

START_TEST(missing_names_the_near_miss)
{
  g_autoptr(Room) room = room_new();
  g_autoptr(AdrefParties) parties = adref_parties_new_empty();
  room_put(room, PATH, "");
  g_autoptr(GError) error = NULL;
  ck_assert_ptr_null(adref_outline_read(room->source, "sumit", parties, &error));
  ck_assert_int_eq(error->code, ADREF_ERROR_NOT_FOUND);
  ck_assert_error(error, "there is no outline \"sumit\"; did you mean \"summit\"?");
  ck_assert_ptr_null(adref_outline_read(room->source, "../x", parties, &error));
  ck_assert_error(error, "\"../x\" cannot be the name of an outline; allowed are small letters, "
                         "digits and -, beginning with a letter or digit");
}
END_TEST

TCase *tcase_outline(void)
{
  TCase *tcase = tcase_create("outline");
  tcase_add_test(tcase, reads);
  tcase_add_test(tcase, refuses_what_is_wrong);
  tcase_add_test(tcase, ids_are_different);
  tcase_add_test(tcase, missing_names_the_near_miss);
  return tcase;
}
