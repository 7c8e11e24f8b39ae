#include "work/rescued_words.h"

#include <glib/gstdio.h>
#include <string.h>

#include "cases.h"
#include "work/text.h"
#include "workplace.h"

static char *keep(Workplace *workplace, const char *clause, const char *words, const char *name,
                  GError **error)
{
  AdrefText *text = adref_text_open(workplace->session, "demo", NULL, NULL);
  g_autoptr(GString) written = g_string_new(words);
  AdrefRescuedWords rescued = {.version = (char[]){"0123abc"},
                               .language = (char[]){"en"},
                               .clause = (char *)(guintptr)clause,
                               .words = written};
  char *kept = adref_rescued_words_keep(workplace->session, text->statement, &rescued, name, error);
  adref_text_free(text);
  return kept;
}

static char *path_of(const Workplace *workplace, const char *name)
{
  return g_strdup_printf("%s/.git/adref/rescued/%s", workplace->root, name);
}

static void list_is(const Workplace *workplace, const char *statement, const char *expected)
{
  g_auto(GStrv) names = adref_rescued_words_list(workplace->session, statement);
  g_autofree char *all = g_strjoinv(" ", names);
  ck_assert_str_eq(all, expected);
}

START_TEST(keeps_words_until_they_are_taken_up)
{
  g_autoptr(Workplace) workplace = workplace_new();
  GError *error = NULL;
  workplace_init(workplace);
  list_is(workplace, "demo", "");
  g_autofree char *first = keep(workplace, "ports", "The ports.\n", NULL, &error);
  g_autofree char *second = keep(workplace, NULL, "# Demo\n\nAll.\n", NULL, &error);
  ck_assert_no_error(error);
  ck_assert_str_eq(first, "demo-en-1");
  ck_assert_str_eq(second, "demo-en-2");
  g_autoptr(AdrefRescuedWords) clause = adref_rescued_words_read(workplace->session, first, &error);
  ck_assert_str_eq(clause->version, "0123abc");
  ck_assert_str_eq(clause->language, "en");
  ck_assert_str_eq(clause->clause, "ports");
  ck_assert_str_eq(clause->words->str, "The ports.\n");
  g_autoptr(AdrefRescuedWords) whole = adref_rescued_words_read(workplace->session, second, &error);
  ck_assert_ptr_null(whole->clause);
  ck_assert_str_eq(whole->words->str, "# Demo\n\nAll.\n");
  g_free(keep(workplace, NULL, "Again.", "demo-en-1", &error));
  g_autoptr(AdrefRescuedWords) again =
      adref_rescued_words_read(workplace->session, "demo-en-1", &error);
  ck_assert_str_eq(again->words->str, "Again.");
  list_is(workplace, "demo", "demo-en-1 demo-en-2");
  list_is(workplace, "dem", "");
  adref_rescued_words_remove(workplace->session, "demo-en-1");
  list_is(workplace, "demo", "demo-en-2");
  g_autofree char *free_name = keep(workplace, NULL, "x", NULL, &error);
  ck_assert_str_eq(free_name, "demo-en-1");
}
END_TEST

START_TEST(refuses_other_names)
{
  g_autoptr(Workplace) workplace = workplace_new();
  GError *error = NULL;
  workplace_init(workplace);
  ck_assert_ptr_null(adref_rescued_words_read(workplace->session, "demo-en-1", &error));
  ck_assert_error(error, "no words are kept under the name \"demo-en-1\"; there is none");
  g_free(keep(workplace, NULL, "x", NULL, NULL));
  ck_assert_ptr_null(adref_rescued_words_read(workplace->session, "demo-en-2", &error));
  ck_assert_error(error, "no words are kept under the name \"demo-en-2\"; did you mean "
                         "\"demo-en-1\"?");
  ck_assert_ptr_null(adref_rescued_words_read(workplace->session, "../rescued/demo-en-1", &error));
  ck_assert_int_eq(error->code, ADREF_ERROR_NOT_FOUND);
  g_clear_error(&error);
}
END_TEST

/* The first line of a file says what was edited. */
static const struct {
  const char *text, *words; /* NULL: it is refused */
} files[] = {
    {"<!-- adref: version=1 lang=en -->\nwords\n", "words\n"},
    {"<!-- adref: version=1 lang=en -->\n", ""},
    {"<!-- adref: version=1 lang=en", ""},
    {"<!-- adref: lang=en version=1 -->\nx", "x"},
    {"<!-- adref: lang=en -->\nx version=1\n", NULL},
    {"<!-- adref: version=1 -->\nx lang=en\n", NULL},
    {"", NULL},
};

START_TEST(reads_the_first_line)
{
  g_autoptr(Workplace) workplace = workplace_new();
  GError *error = NULL;
  workplace_init(workplace);
  g_free(keep(workplace, NULL, "x", NULL, &error));
  g_autofree char *path = path_of(workplace, "demo-en-1.md");
  ck_assert(g_file_set_contents(path, files[_i].text, -1, NULL));
  g_autoptr(AdrefRescuedWords) read =
      adref_rescued_words_read(workplace->session, "demo-en-1", &error);
  g_autofree char *refusal =
      g_strdup_printf("%s:1:1: the first line must be \"<!-- adref: words that were not saved; "
                      "version=ID lang=LANG -->\"",
                      path);
  ck_assert_pstr_eq(read ? read->words->str : NULL, files[_i].words);
  ck_assert_pstr_eq(error ? error->message : NULL, files[_i].words ? NULL : refusal);
  g_clear_error(&error);
}
END_TEST

START_TEST(keeps_a_thousand)
{
  g_autoptr(Workplace) workplace = workplace_new();
  GError *error = NULL;
  workplace_init(workplace);
  g_free(keep(workplace, NULL, "x", NULL, NULL));
  for (guint i = 2; i < ADREF_RESCUED_WORDS_MAX; i++) {
    g_autofree char *name = g_strdup_printf("demo-en-%u.md", i);
    g_autofree char *path = path_of(workplace, name);
    ck_assert(g_file_set_contents(path, "", 0, NULL));
  }
  g_autofree char *last = keep(workplace, NULL, "x", NULL, &error);
  ck_assert_str_eq(last, "demo-en-1000");
  ck_assert_ptr_null(keep(workplace, NULL, "x", NULL, &error));
  g_autofree char *folder = path_of(workplace, "");
  folder[strlen(folder) - 1] = '\0';
  g_autofree char *refusal = g_strdup_printf(
      "%s holds the words of 1000 edits already; take them up, or delete them", folder);
  ck_assert_error(error, refusal);
}
END_TEST

TCase *tcase_rescued_words(void)
{
  TCase *tcase = tcase_create("rescued_words");
  tcase_add_test(tcase, keeps_words_until_they_are_taken_up);
  tcase_add_test(tcase, refuses_other_names);
  tcase_add_loop_test(tcase, reads_the_first_line, 0, G_N_ELEMENTS(files));
  tcase_add_test(tcase, keeps_a_thousand);
  return tcase;
}
