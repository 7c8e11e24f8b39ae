/* Reading a text: any bytes are read or refused; the canonical form is a fixed point; no letter or
 * digit is lost. */
#include <string.h>

#include "clause/markdown/canonical.h"
#include "clause/markdown/markdown_read.h"

int LLVMFuzzerTestOneInput(const guint8 *data, size_t size);

int LLVMFuzzerTestOneInput(const guint8 *data, size_t size)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) problems = adref_problems_new();
  AdrefMarkdownReadOptions how = {.outside_statement = size % 2 == 1};
  g_autoptr(AdrefNode) first =
      adref_markdown_read((const char *)data, size, &how, problems, &error);
  if (!first) {
    g_assert_nonnull(error);
    return 0;
  }
  g_autoptr(GString) once = adref_canonical(first);
  g_autoptr(AdrefNode) second = adref_markdown_read(once->str, once->len, &how, NULL, &error);
  g_assert_no_error(error);
  g_autoptr(GString) twice = adref_canonical(second);
  if (strcmp(once->str, twice->str) != 0) {
    g_printerr("--- once\n%s--- twice\n%s---\n", once->str, twice->str);
    abort();
  }
  g_autofree char *first_hash = adref_text_hash(first), *second_hash = adref_text_hash(second);
  g_assert_cmpstr(first_hash, ==, second_hash);
  return 0;
}
