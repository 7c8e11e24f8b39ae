/* A new statement of imported texts is written. */
#include <string.h>

#include "base/file.h"
#include "clause/markdown/canonical.h"
#include "work/edit/save_statement.h"
#include "work/import/import_text.h"
#include "work/needs.h"
#include "work/statement_folder.h"

static char *title_of(const AdrefImportFile *file)
{
  const AdrefIncomingParagraph *title = adref_incoming_title(file->text);
  return title ? g_strdup(title->words) : NULL;
}

static void put_title(AdrefYamlWriter *writer, const AdrefImport *import)
{
  if (import->files->len == 1) {
    adref_yaml_put_text(writer, "title", import->facts->title);
    return;
  }
  adref_yaml_put(writer, "title");
  adref_yaml_open_map(writer);
  for (guint i = 0; i < import->files->len; i++) {
    const AdrefImportFile *file = import->files->pdata[i];
    g_autofree char *title = title_of(file);
    adref_yaml_put_text(writer, file->language, title);
  }
  adref_yaml_close(writer);
}

/* The place, in the words of each text that states it. */
static void put_place(AdrefYamlWriter *writer, const AdrefImport *import)
{
  guint stated = 0;
  for (guint i = 1; i < import->files->len; i++)
    stated += ((const AdrefImportFile *)import->files->pdata[i])->place ? 1 : 0;
  if (stated == 0 || !import->facts->place) {
    adref_yaml_put_text(writer, "place", import->facts->place);
    return;
  }
  adref_yaml_put(writer, "place");
  adref_yaml_open_map(writer);
  for (guint i = 0; i < import->files->len; i++) {
    const AdrefImportFile *file = import->files->pdata[i];
    adref_yaml_put_text(writer, file->language, i == 0 ? import->facts->place : file->place);
  }
  adref_yaml_close(writer);
}

/* statement.yaml; what the front matter has beside the facts stands in comments. */
static GString *write_facts(const AdrefImport *import)
{
  AdrefYamlWriter *writer = adref_yaml_writer_new();
  g_autoptr(GStrvBuilder) languages = g_strv_builder_new();
  for (guint i = 0; i < import->files->len; i++)
    g_strv_builder_add(languages, ((AdrefImportFile *)import->files->pdata[i])->language);
  g_auto(GStrv) list = g_strv_builder_end(languages);
  adref_yaml_open_map(writer);
  if (import->facts->title)
    put_title(writer, import);
  adref_yaml_put_text(writer, "style", import->style);
  adref_yaml_put_list(writer, "parties", import->facts->parties);
  put_place(writer, import);
  if (import->facts->date) {
    adref_yaml_put(writer, "date");
    adref_yaml_put(writer, import->facts->date);
  }
  adref_yaml_put_list(writer, "languages", list);
  adref_yaml_put_text(writer, "adoption",
                      adref_adoption_level_word(ADREF_ADOPTION_LEVEL_CONFIRMED));
  adref_yaml_close(writer);
  GString *text = adref_yaml_writer_end(writer);
  for (guint i = 0; i < import->facts->others->len; i++)
    g_string_append_printf(text, "# %s\n", (const char *)import->facts->others->pdata[i]);
  return text;
}

static void free_string(gpointer string)
{
  g_string_free(string, TRUE);
}

/* The text in its canonical form: read once more, as everybody will read it. Refused with a
 * problem with which no text is saved. */
static GString *canonical_of(const AdrefSession *session, const AdrefImportFile *file,
                             GError **error)
{
  g_autoptr(GString) written = adref_canonical(file->document);
  g_autoptr(GPtrArray) problems = adref_problems_new();
  AdrefMarkdownReadOptions options = {
      .name = file->name, .parties = adref_parties_names(adref_library_parties(session->library))};
  g_autoptr(AdrefNode) document =
      adref_markdown_read(written->str, written->len, &options, problems, error);
  for (guint i = 0; document && i < problems->len; i++) {
    const AdrefProblem *problem = problems->pdata[i];
    if (!problem->serious)
      continue;
    adref_error(error, ADREF_ERROR_INPUT, "%s: %s", file->name, problem->message);
    return NULL;
  }
  return document ? adref_canonical(document) : NULL;
}

/* The texts as they will be written (of GString); NULL with an error when one cannot be saved. */
static GPtrArray *make_texts(const AdrefSession *session, const AdrefImport *import, GError **error)
{
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(free_string);
  for (guint i = 0; i < import->files->len; i++) {
    GString *text = canonical_of(session, import->files->pdata[i], error);
    if (!text)
      return NULL;
    g_ptr_array_add(texts, text);
  }
  return g_steal_pointer(&texts);
}

static gboolean write_style(AdrefSession *session, const AdrefImport *import, GError **error)
{
  if (!import->new_style)
    return TRUE;
  g_autofree char *style =
      g_strdup_printf("summary: texts from elsewhere, with the numbers that were typed\n"
                      "numbers:\n"
                      "  preambular: %s\n"
                      "  operative: false\n"
                      "  single_operative: false\n",
                      strcmp(import->new_style, ADREF_IMPORT_NEW_PP_STYLE) == 0 ? "true" : "false");
  g_autofree char *folder = adref_session_path(session, "templates/styles");
  g_autofree char *path = adref_session_path(session, import->new_style);
  return adref_folder_make(folder, error) && adref_file_write(path, style, strlen(style), error);
}

static gboolean write_files(AdrefSession *session, const AdrefImport *import, GError **error)
{
  g_auto(AdrefStatementFolder) folder = {0};
  g_autoptr(GString) facts = write_facts(import);
  g_autoptr(GPtrArray) texts = make_texts(session, import, error);
  if (!texts || !write_style(session, import, error) ||
      !adref_statement_folder_begin(session, import->id, &folder, error) ||
      !adref_statement_folder_write(&folder, "statement.yaml", facts, error))
    return FALSE;
  for (guint i = 0; i < import->files->len; i++) {
    const AdrefImportFile *file = import->files->pdata[i];
    g_autofree char *name = g_strdup_printf("%s.md", file->language);
    if (!adref_statement_folder_write(&folder, name, texts->pdata[i], error))
      return FALSE;
  }
  return adref_statement_folder_put(&folder, error);
}

gboolean adref_import_save(AdrefSession *session, const AdrefImport *import,
                           const AdrefImportOptions *options, GError **error)
{
  if (!adref_session_check_identity(session, error) || !write_files(session, import, error))
    return FALSE;
  const AdrefStatement *statement = adref_session_facts(session->files, import->id, error);
  if (!statement)
    return FALSE;
  const AdrefImportFile *first = import->files->pdata[0];
  g_autofree char *base = g_path_get_basename(first->name);
  g_autofree char *subject = g_strdup_printf("%s: imported from %s", import->id, base);
  AdrefSaveStatementOptions save = {.subject = subject,
                                    .party = options->party,
                                    .action = "import",
                                    .heading_ids = TRUE,
                                    .compare_clauses = TRUE};
  return adref_save_statement(session, statement, &save, error);
}
