/* What a text from elsewhere tells of its statement, and how its paragraphs are taken:
 * incoming_texts.txt. */
#include <string.h>

#include "cases.h"
#include "exchange/paragraphs/paragraph_table.h"
#include "outcomes.h"
#include "work/import/import_text.h"
#include "work/needs.h"
#include "workplace.h"

static void add_fact(GString *out, const char *name, const char *value)
{
  g_string_append_printf(out, "%s: %s\n", name, value ? value : "not found");
}

static void add_import(GString *out, const AdrefImport *import)
{
  const AdrefImportFacts *facts = import->facts;
  g_autofree char *parties = g_strjoinv(", ", facts->parties);
  g_autofree char *strangers = g_strjoinv(", ", facts->strangers);
  add_fact(out, "id", import->id);
  add_fact(out, "title", facts->title);
  add_fact(out, "date", facts->date);
  add_fact(out, "place", facts->place);
  add_fact(out, "parties", parties);
  if (*strangers)
    add_fact(out, "strangers", strangers);
  for (guint i = 0; i < facts->others->len; i++)
    add_fact(out, "other", facts->others->pdata[i]);
  add_fact(out, "style", import->style);
  for (guint i = 0; i < import->files->len; i++) {
    const AdrefImportFile *file = import->files->pdata[i];
    g_autoptr(GString) table = adref_paragraph_table_write(file->text, 40);
    g_auto(GStrv) lines = g_strsplit(table->str, "\n", -1);
    g_string_append_printf(out, "%s in %s, %u unmatched\n", file->name, file->language,
                           file->unmatched);
    for (char **line = lines; *line; line++)
      if (**line && **line != '#')
        g_string_append_printf(out, "  %s\n", *line);
  }
}

/* Files, each behind a line with its name. */
static void take_files(char **parts, gpointer data, GString *out)
{
  Workplace *workplace = data;
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
  for (char **part = parts; *part; part++) {
    const char *end = strchr(*part, '\n');
    g_ptr_array_add(names, g_strndup(*part, (gsize)(end - *part)));
    workplace_put(workplace, names->pdata[names->len - 1], end + 1);
  }
  AdrefSession *session = workplace_reopen(workplace, ".");
  g_autoptr(GError) error = NULL;
  adref_session_require(session, ADREF_NEEDS_WORKSPACE, NULL, NULL, &error);
  ck_assert_no_error(error);
  AdrefImportOptions options = {.files = names};
  g_autoptr(AdrefImport) import = adref_import_read(session, &options, &error);
  g_string_append(out, workplace->said->str);
  if (error)
    g_string_append_printf(out, "refused: %s\n", error->message);
  else
    add_import(out, import);
}

START_TEST(what_texts_from_elsewhere_tell)
{
  g_autoptr(Workplace) workplace = workplace_new();
  outcomes_are("tests/work/incoming_texts.txt", take_files, workplace);
}
END_TEST

TCase *tcase_incoming_text(void)
{
  TCase *tcase = tcase_create("incoming_text");
  tcase_add_test(tcase, what_texts_from_elsewhere_tell);
  return tcase;
}
