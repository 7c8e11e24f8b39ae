#include "work/check/publication_check.h"

#include <string.h>

#include "cases.h"
#include "draft/data/file_source.h"
#include "workplace.h"

static AdrefStatementSnapshot *snapshot_of(const Workplace *workplace)
{
  AdrefStatementSnapshot *snapshot =
      adref_statement_snapshot_new(adref_file_source_new_folder(workplace->root), "demo");
  ck_assert_msg(!snapshot->problem, "%s", snapshot->problem);
  return snapshot;
}

static void put_text(const Workplace *workplace, const char *words)
{
  g_autofree char *text = g_strdup_printf("# Demo\n\n<!-- op training -->\n%s\n", words);
  workplace_put(workplace, "statements/demo/en.md", text);
}

#define BRACKET "statements/demo/en.md: a bracket is open; a final text has none"
#define LINK(line, words)                                                                          \
  "statements/demo/en.md:" line ": " words " is read as a link, whose address no page prints; "    \
  "allowed are http, https, mailto, #clause and #CODE of a party. A bracket names its party "      \
  "inside: [words - JPN]"

#define EMPTY(place, what, url)                                                                    \
  "statements/demo/en.md:" place ": " what " to \"" url                                            \
  "\" has no words, so no page prints it; write words in it, or take it out"
#define LETTER(place, number)                                                                      \
  "statements/demo/en.md:" place ": U+" number                                                     \
  " is no character that Unicode assigns, so no page can print it; write another"

/* Words of a paragraph: the first thing that is open, and the first that no page prints. */
static const struct {
  const char *words, *open, *unprinted;
} texts[] = {
    {"The Parties train.", NULL, NULL},
    {"The Parties [train].", BRACKET, NULL},
    {"The Parties [train] [ ... ].", BRACKET, NULL},
    {"The Parties [ ... ].", BRACKET, NULL},
    {"The Parties [train.", BRACKET, NULL},
    {"The [Parties](#JPN) train.", NULL, NULL},
    {"The [Parties](#VNM) train.", NULL, NULL},
    {"The [Parties](#QQ) train.", NULL, LINK("4:5", "[Parties](#QQ)")},
    {"The [Parties](#training) train.", NULL, NULL},
    {"The [Parties](https://a.org) train.", NULL, NULL},
    {"The [Parties](ftp://a.org) train.", NULL, LINK("4:5", "[Parties](ftp://a.org)")},
    {"The *[Parties](ftp://a.org)* train.", NULL, LINK("4:6", "[Parties](ftp://a.org)")},
    {"![Parties](ftp://a.org)", NULL, LINK("4:1", "[Parties](ftp://a.org)")},
    {"[a](x:b) [c](y:d)", NULL, LINK("4:1", "[a](x:b)")},
    {"We [](#training) train.", NULL, EMPTY("4:4", "a link", "#training")},
    {"We ![](https://a.org) train.", NULL, EMPTY("4:4", "an image", "https://a.org")},
    {"We [*&#32;*](#training) train.", NULL, EMPTY("4:4", "a link", "#training")},
    {"We tr\315\270ain.", NULL, LETTER("4:6", "0378")},
    {"We train at `\357\277\276`.", NULL, LETTER("4:14", "FFFE")},
    {"We \303\251 \346\227\245 \360\237\230\200 train.", NULL, NULL},
};

START_TEST(text)
{
  g_autoptr(Workplace) workplace = workplace_new();
  g_autoptr(GError) error = NULL;
  put_text(workplace, texts[_i].words);
  g_autoptr(AdrefStatementSnapshot) snapshot = snapshot_of(workplace);
  gboolean closed = adref_publication_check_closed(snapshot, "", "a final text", &error);
  ck_assert_int_eq(closed, texts[_i].open == NULL);
  ck_assert_pstr_eq(error ? error->message : NULL, texts[_i].open);
  g_autofree char *why = adref_publication_check(snapshot);
  ck_assert_pstr_eq(why, texts[_i].unprinted);
}
END_TEST

START_TEST(each_language_and_option)
{
  g_autoptr(Workplace) workplace = workplace_new();
  GError *error = NULL;
  workplace_put(workplace, "statements/demo/ja.md",
                "# Demo\n\n<!-- op training -->\n[words](x:y) [z]\n");
  g_autoptr(AdrefStatementSnapshot) japanese = snapshot_of(workplace);
  ck_assert(!adref_publication_check_closed(japanese, "demo/rev1: ", "a correction", &error));
  ck_assert_error(error, "demo/rev1: statements/demo/ja.md: a bracket is open; a correction has "
                         "none");
  g_autofree char *why = adref_publication_check(japanese);
  ck_assert_ptr_nonnull(strstr(why, "ja.md:4:1: [words](x:y) is read"));
  workplace_put(workplace, "statements/demo/en.md",
                "# Demo\n\n<!-- op training -->\n[a]\n\n<!-- op training-b alt=training -->\nb\n");
  g_autoptr(AdrefStatementSnapshot) option = snapshot_of(workplace);
  ck_assert(!adref_publication_check_closed(option, "", "a final text", &error));
  ck_assert_error(error, "statements/demo/en.md: training-b is an option for training; a final "
                         "text has no options");
}
END_TEST

/* Title and place of statement.yaml, in each language. */
static const struct {
  const char *facts, *why;
} facts[] = {
    {"title: Demo", NULL},
    {"title: Demo [2024]", "title \"Demo [2024]\""},
    {"title: Demo [", "title \"Demo [\""},
    {"title: Demo ]", "title \"Demo ]\""},
    {"title: \"[Japan](#JPN) here\"", NULL},
    {"title: \"[Japan](#JPN) [x](#JPN)\"", NULL},
    {"title: \"[Japan](#JPN) [x]\"", "title \"[Japan](#JPN) [x]\""},
    {"title: \"[[Japan](#JPN)\"", "title \"[[Japan](#JPN)\""},
    {"title: \"[Japan](JPN)\"", "title \"[Japan](JPN)\""},
    {"title: {en: Demo, ja: \"[x]\"}", "title \"[x]\""},
    {"title: Demo\nplace: Tokyo", NULL},
    {"title: Demo\nplace: \"[Tokyo]\"", "place \"[Tokyo]\""},
    {"title: {en: Demo, ja: \"[x]\"}\nplace: \"[Tokyo]\"", "place \"[Tokyo]\""},
    {"title: \"[y]\"\nplace: \"[Tokyo]\"", "title \"[y]\""},
    {"outline: plain", NULL},
};

START_TEST(fact)
{
  g_autoptr(Workplace) workplace = workplace_new();
  g_autofree char *yaml =
      g_strdup_printf("%s\nparties: [JPN, THA]\nlanguages: [en, ja]\n", facts[_i].facts);
  g_autofree char *expected =
      facts[_i].why ? g_strdup_printf("statements/demo/statement.yaml: the %s has a square "
                                      "bracket, which nobody can settle later",
                                      facts[_i].why)
                    : NULL;
  workplace_put(workplace, "statements/demo/statement.yaml", yaml);
  g_autoptr(AdrefStatementSnapshot) snapshot = snapshot_of(workplace);
  g_autofree char *why = adref_publication_check_facts(snapshot->statement);
  ck_assert_pstr_eq(why, expected);
  g_autofree char *all = adref_publication_check(snapshot);
  ck_assert_pstr_eq(all, expected);
}
END_TEST

START_TEST(letters_of_facts)
{
  static const char *const all[] = {"title: \"D\315\270\"", "title: Demo\nplace: \"T\315\270\"",
                                    "title: {en: Demo, ja: \"D\315\270\"}"};
  for (gsize i = 0; i < G_N_ELEMENTS(all); i++) {
    g_autoptr(Workplace) workplace = workplace_new();
    g_autofree char *yaml =
        g_strdup_printf("%s\nparties: [JPN, THA]\nlanguages: [en, ja]\n", all[i]);
    workplace_put(workplace, "statements/demo/statement.yaml", yaml);
    g_autoptr(AdrefStatementSnapshot) snapshot = snapshot_of(workplace);
    g_autofree char *why = adref_publication_check(snapshot);
    ck_assert_str_eq(why, "statements/demo/statement.yaml: U+0378 in the title, the place or the "
                          "name of a party is no character that Unicode assigns, so no page can "
                          "print it");
  }
}
END_TEST

TCase *tcase_publication_check(void)
{
  TCase *tcase = tcase_create("publication_check");
  tcase_add_loop_test(tcase, text, 0, G_N_ELEMENTS(texts));
  tcase_add_test(tcase, each_language_and_option);
  tcase_add_test(tcase, letters_of_facts);
  tcase_add_loop_test(tcase, fact, 0, G_N_ELEMENTS(facts));
  return tcase;
}
