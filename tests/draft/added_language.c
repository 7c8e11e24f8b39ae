#include "draft/statement/added_language.h"

#include "draft/cases.h"
#include "draft/room.h"
#include "suite.h"

/* What adding French makes of the facts; NULL: nothing is added. */
static char *added(const char *text)
{
  g_autoptr(Room) room = room_new();
  g_autoptr(GError) error = NULL;
  room_put(room, "templates/parties.yaml", "parties:\n  JPN: {short: Japan, long: Japan}\n");
  room_put(room, "statements/one/statement.yaml", text);
  g_autoptr(AdrefStatement) statement =
      adref_statement_read(room->source, "one", room_open(room), &error);
  ck_assert_ptr_nonnull(statement);
  return adref_added_language(statement, text, strlen(text), "fr");
}

static void becomes(const char *before, const char *after)
{
  g_autofree char *text = added(before);
  ck_assert_pstr_eq(text, after);
}

START_TEST(lists_keep_their_form)
{
  becomes("languages: [en, ja]\n", "languages: [en, ja, fr]\n");
  becomes("languages: [en, \"ja\"] # both\nstyle: x\n",
          "languages: [en, \"ja\", fr] # both\nstyle: x\n");
  becomes("title: 声明\nlanguages: [\n  'en',\n  ja\n  ]\n",
          "title: 声明\nlanguages: [\n  'en',\n  ja, fr\n  ]\n");
  becomes("languages:\n- en # the first\nstyle: x\n",
          "languages:\n- en # the first\n- fr\nstyle: x\n");
  becomes("languages:\n  - en\n  - ja", "languages:\n  - en\n  - ja\n  - fr");
  becomes("languages:\n- >-\n  en\n", "languages:\n- >-\n  en\n- fr\n");
}
END_TEST

START_TEST(a_statement_that_names_none_is_english)
{
  becomes("style: x\n", "style: x\nlanguages: [en, fr]\n");
  becomes("style: x", "style: x\nlanguages: [en, fr]\n");
}
END_TEST

START_TEST(what_cannot_be_added_safely)
{
  becomes("languages: [\"\\u0065n\"]\n", NULL);
  becomes("style: x\n...\n", NULL);
}
END_TEST

TCase *tcase_added_language(void)
{
  TCase *tcase = tcase_create("added_language");
  tcase_add_test(tcase, lists_keep_their_form);
  tcase_add_test(tcase, a_statement_that_names_none_is_english);
  tcase_add_test(tcase, what_cannot_be_added_safely);
  return tcase;
}
