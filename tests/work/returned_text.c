/* What a text becomes when a party sends it back as Markdown or plain text: returned_texts.txt. */
#include <string.h>

#include "cases.h"
#include "clause/markdown/canonical.h"
#include "outcomes.h"
#include "work/import/import_into.h"
#include "work/needs.h"
#include "workplace.h"

typedef struct {
  Workplace *workplace;
  char *known; /* of the last case that names one */
} Returned;

static void add_ids(GString *out, const char *what, const GPtrArray *ids)
{
  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf(out, "%s%s", i == 0 ? what : ", ", (const char *)ids->pdata[i]);
  if (ids->len > 0)
    g_string_append_c(out, '\n');
}

static GHashTable *count_lines(char **lines)
{
  GHashTable *counts = g_hash_table_new(g_str_hash, g_str_equal);
  for (; *lines; lines++)
    g_hash_table_insert(
        counts, *lines,
        GUINT_TO_POINTER(GPOINTER_TO_UINT(g_hash_table_lookup(counts, *lines)) + 1));
  return counts;
}

/* The lines that `others` have not, or not as often. */
static void add_others(GString *out, char sign, char **lines, char **others)
{
  g_autoptr(GHashTable) counts = count_lines(others);
  for (; *lines; lines++) {
    guint left = GPOINTER_TO_UINT(g_hash_table_lookup(counts, *lines));
    if (left == 0 && **lines)
      g_string_append_printf(out, "%c %s\n", sign, *lines);
    else
      g_hash_table_insert(counts, *lines, GUINT_TO_POINTER(left > 0 ? left - 1 : 0));
  }
}

static void add_result(GString *out, const AdrefImportInto *into, const char *known)
{
  add_ids(out, "changed: ", into->changed);
  add_ids(out, "new: ", into->added);
  add_ids(out, "deleted: ", into->deleted);
  add_ids(out, "beside: ", into->both);
  add_ids(out, "kept: ", into->kept);
  g_autoptr(GString) text = adref_canonical(into->document);
  g_auto(GStrv) before = g_strsplit(known, "\n", -1), now = g_strsplit(text->str, "\n", -1);
  add_others(out, '-', before, now);
  add_others(out, '+', now, before);
}

/* The text of the statement, where it is another than in the case before, and the file behind a
 * line with its name. */
static void take_file(char **parts, gpointer data, GString *out)
{
  Returned *self = data;
  const char *file = parts[1] ? parts[1] : parts[0], *end = strchr(file, '\n');
  if (parts[1]) {
    g_free(self->known);
    self->known = g_strdup(parts[0]);
  }
  g_autofree char *name = g_strndup(file, (gsize)(end - file));
  workplace_put(self->workplace, "statements/demo/en.md", self->known);
  workplace_put(self->workplace, name, end + 1);
  AdrefSession *session = workplace_reopen(self->workplace, ".");
  g_autoptr(GError) error = NULL;
  adref_session_require(session,
                        ADREF_NEEDS_WORKSPACE | ADREF_NEEDS_STATEMENT | ADREF_NEEDS_REPOSITORY,
                        "demo", NULL, &error);
  ck_assert_no_error(error);
  g_autoptr(GPtrArray) files = g_ptr_array_new();
  g_ptr_array_add(files, name);
  AdrefImportOptions options = {.files = files, .party = "JPN"};
  g_autoptr(GPtrArray) all = adref_import_into_read(session, session->statement, &options, &error);
  g_string_append(out, self->workplace->said->str);
  if (error)
    g_string_append_printf(out, "refused: %s\n", error->message);
  else
    add_result(out, all->pdata[0], self->known);
}

START_TEST(what_a_party_sends_back)
{
  g_autoptr(Workplace) workplace = workplace_new();
  workplace_init(workplace);
  Returned returned = {workplace, NULL};
  outcomes_are("tests/work/returned_texts.txt", take_file, &returned);
  g_free(returned.known);
}
END_TEST

TCase *tcase_returned_text(void)
{
  TCase *tcase = tcase_create("returned_text");
  tcase_add_test(tcase, what_a_party_sends_back);
  return tcase;
}
