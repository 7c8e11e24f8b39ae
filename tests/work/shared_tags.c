#include "work/shared_tags.h"

#include "cases.h"
#include "suite.h"

START_TEST(tags_of_adref_by_their_names)
{
  static const struct {
    const char *name, *statement; /* NULL: it is none */
  } tags[] = {
      {"tokyo/rev1", "tokyo"},
      {"signoff/tokyo/rev1/JPN", "tokyo"},
      {"silence/tokyo/rev1/THA", "tokyo"},
      {"final/tokyo/rev1", "tokyo"},
      {"withdrawn/tokyo/rev1-2", "tokyo"},
      {"v1.0", NULL},
      {"tokyo", NULL},
      {"tokyo/Rev1", NULL},
      {"tokyo/rev1/JPN", NULL},
      {"signoff/tokyo/rev1", NULL},
      {"signoff/tokyo/rev1/jpn", NULL},
      {"final/tokyo", NULL},
      {"final/tokyo/rev1/JPN", NULL},
      {"../rev1", NULL},
      {"", NULL},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(tags); i++) {
    g_autofree char *statement = adref_shared_tag_statement(tags[i].name);
    ck_assert_pstr_eq(statement, tags[i].statement);
  }
}
END_TEST

TCase *tcase_shared_tags(void)
{
  TCase *tcase = tcase_create("shared_tags");
  tcase_add_test(tcase, tags_of_adref_by_their_names);
  return tcase;
}
