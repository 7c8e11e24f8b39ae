/* Texts of many shapes, invented: tests/exchange/texts/NAME.md or .txt has the table NAME.table
 * and the text NAME.text that is made of it. ADREF_UPDATE=1 writes both anew. */
#include "base/file.h"
#include "clause/markdown/canonical.h"
#include "clause/markdown/markdown_read.h"
#include "clause/text/text_language.h"
#include "exchange/cases.h"
#include "exchange/paragraphs/paragraph_kind.h"
#include "exchange/paragraphs/paragraph_table.h"
#include "exchange/text/clause_tree.h"

static char *folder(void)
{
  const char *tests = g_getenv("ADREF_TESTS");
  return g_build_filename(tests ? tests : "tests", "exchange", "texts", NULL);
}

static void compare(const char *file, const char *ending, const GString *actual)
{
  g_autofree char *base = g_strndup(file, (gsize)(strrchr(file, '.') - file));
  g_autofree char *path = g_strconcat(base, ending, NULL);
  g_autofree char *expected = NULL;
  if (g_getenv("ADREF_UPDATE"))
    ck_assert(g_file_set_contents(path, actual->str, (gssize)actual->len, NULL));
  ck_assert_msg(g_file_get_contents(path, &expected, NULL, NULL), "%s is missing", path);
  ck_assert_msg(strcmp(expected, actual->str) == 0, "%s differs:\n%s", path, actual->str);
}

static AdrefIncomingText *read_file(const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = adref_file_read_text(path, path, ADREF_TEXT_LIMIT, &error);
  ck_assert_no_error(error);
  gsize length;
  const char *text = g_bytes_get_data(bytes, &length);
  AdrefIncomingOptions options = {.name = path,
                                  .format = g_str_has_suffix(path, ".txt")
                                                ? ADREF_INCOMING_PLAIN_TEXT
                                                : ADREF_INCOMING_MARKDOWN,
                                  .language = adref_text_language_guess(text, length)};
  AdrefIncomingText *incoming = adref_incoming_read(text, length, &options, NULL, &error);
  ck_assert_no_error(error);
  return incoming;
}

static AdrefNumberUse use_of(AdrefTypedNumbers typed)
{
  return typed == ADREF_TYPED_NUMBERS_COUNTED     ? ADREF_NUMBERS_COUNTED
         : typed == ADREF_TYPED_NUMBERS_ASCENDING ? ADREF_NUMBERS_FROZEN
                                                  : ADREF_NUMBERS_STAY;
}

/* The canonical form, which reads back as itself. */
static GString *canonical_of(const AdrefIncomingText *incoming)
{
  g_autoptr(AdrefNode) made =
      adref_clause_tree_make(incoming, use_of(adref_typed_numbers(incoming)));
  g_autoptr(GString) written = adref_canonical(made);
  g_autoptr(AdrefNode) read = adref_markdown_read(written->str, written->len, NULL, NULL, NULL);
  GString *canonical = adref_canonical(read);
  g_autoptr(AdrefNode) again =
      adref_markdown_read(canonical->str, canonical->len, NULL, NULL, NULL);
  g_autoptr(GString) twice = adref_canonical(again);
  ck_assert_str_eq(canonical->str, twice->str);
  return canonical;
}

START_TEST(each_text_gives_its_table)
{
  g_autofree char *path = folder();
  g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
  ck_assert_ptr_nonnull(dir);
  const char *name;
  guint n = 0;
  while ((name = g_dir_read_name(dir))) {
    if (!g_str_has_suffix(name, ".md") && !g_str_has_suffix(name, ".txt"))
      continue;
    g_autofree char *file = g_build_filename(path, name, NULL);
    g_autoptr(AdrefIncomingText) incoming = read_file(file);
    g_autoptr(GString) table = adref_paragraph_table_write(incoming, 40);
    g_autoptr(GString) text = canonical_of(incoming);
    compare(file, ".table", table);
    compare(file, ".text", text);
    n++;
  }
  ck_assert_uint_ge(n, 9);
}
END_TEST

TCase *tcase_texts(void)
{
  TCase *tcase = tcase_create("texts");
  tcase_add_test(tcase, each_text_gives_its_table);
  return tcase;
}
