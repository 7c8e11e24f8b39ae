#include "work/import/import_word.h"

#include <string.h>

#include "base/file.h"
#include "base/name.h"
#include "clause/text/text_language.h"
#include "exchange/archive/odt_package.h"
#include "exchange/docx/docx_hand_marks.h"

gboolean adref_import_word_is(const char *name, GBytes *bytes)
{
  enum {
    LOOKED_AT = 4096 /* bytes in which the first members of a package stand */
  };
  gsize length;
  const char *start = g_bytes_get_data(bytes, &length);
  g_autofree char *lower = g_ascii_strdown(name, -1);
  gboolean is_zip = length >= 4 && memcmp(start, "PK\3\4", 4) == 0;
  gboolean is_old = length >= 4 && memcmp(start, "\xD0\xCF\x11\xE0", 4) == 0;
  return is_old || g_str_has_suffix(lower, ".docx") || g_str_has_suffix(lower, ".docm") ||
         (is_zip && memmem(start, MIN(length, LOOKED_AT), "word/", 5));
}

/* By the name and the words of the file. */
static char *guess_language(const AdrefImportFile *file, const AdrefNode *document)
{
  g_autofree char *words = adref_node_words(document);
  return adref_text_language_of_file(file->name, words, strlen(words));
}

gboolean adref_import_word_has_bookmarks(const AdrefDocxFile *docx)
{
  for (guint i = 0; i < docx->paragraphs->len; i++)
    if (((const AdrefDocxParagraph *)docx->paragraphs->pdata[i])->anchor)
      return TRUE;
  return FALSE;
}

AdrefNode *adref_import_word_document(const AdrefImportFile *file, GHashTable *parties,
                                      const AdrefDocxDocumentOptions *chosen, GError **error)
{
  AdrefDocxDocumentOptions options = {.name = file->name,
                                      .parties = parties,
                                      .without_notes = chosen->without_notes,
                                      .keeps_references = chosen->keeps_references};
  gboolean is_adref = adref_docx_file_property(file->docx, "adref.view") ||
                      adref_import_word_has_bookmarks(file->docx);
  g_autoptr(AdrefDocxReading) reading = adref_docx_reading_new(
      file->docx, FALSE, is_adref ? ADREF_DOCX_EXPORTED : ADREF_DOCX_FOREIGN);
  return adref_docx_document_make(reading, &options, error);
}

static AdrefIncomingText *take(const AdrefImportFile *file, AdrefNode *document,
                               GHashTable *parties)
{
  AdrefIncomingOptions options = {
      .name = file->name, .format = file->format, .parties = parties, .language = file->language};
  return adref_incoming_take(document, &options);
}

/* Of two texts side by side one is read. */
static gboolean choose_column(const AdrefImportFile *file, const char *language, GError **error)
{
  const char *first = adref_docx_file_property(file->docx, "adref.language"),
             *second = adref_docx_file_property(file->docx, "adref.beside");
  if (!first || !second)
    return TRUE;
  guint column = g_strcmp0(language, first) == 0 ? 1 : g_strcmp0(language, second) == 0 ? 2 : 0;
  if (column > 0)
    adref_docx_file_choose_column(file->docx, column);
  else
    adref_error(error, ADREF_ERROR_USAGE,
                "%s has two texts side by side, in %s and %s; --lang says which of them is read",
                file->name, first, second);
  return column > 0;
}

gboolean adref_import_word_open(AdrefImportFile *file, GBytes *bytes, const char *language,
                                GError **error)
{
  file->format = ADREF_INCOMING_WORD;
  file->docx = adref_docx_read(bytes, file->name, error);
  if (!file->docx || !choose_column(file, language, error))
    return FALSE;
  const char *property = adref_docx_file_property(file->docx, "adref.language");
  file->language = g_strdup(language ? language : property);
  return TRUE;
}

gboolean adref_import_word_is_returned(const AdrefImportFile *file)
{
  return file->docx && file->language && adref_docx_file_property(file->docx, "adref.view");
}

gboolean adref_import_word_read(const AdrefSession *session, AdrefImportFile *file, GError **error)
{
  GHashTable *parties = adref_parties_names(adref_library_parties(session->library));
  static const AdrefDocxDocumentOptions all = {0};
  AdrefNode *document = adref_import_word_document(file, parties, &all, error);
  if (!document)
    return FALSE;
  if (!file->language)
    file->language = guess_language(file, document);
  adref_incoming_text_free(file->text);
  file->text = take(file, document, parties);
  return TRUE;
}

gboolean adref_import_word_check_marks(const AdrefImportFile *file,
                                       const AdrefImportOptions *options, GError **error)
{
  if (file->docx || !options->takes_hand_marks)
    return TRUE;
  adref_error(error, ADREF_ERROR_USAGE, "import: --marks hand goes with a Word file; %s is none",
              file->name);
  return FALSE;
}

gboolean adref_import_word_take_hand_marks(const AdrefSession *session, AdrefImportFile *file,
                                           GError **error)
{
  adref_docx_hand_marks_take(file->docx, NULL);
  return adref_import_word_read(session, file, error);
}

/* The statement that a file names; NULL: none. Caller frees. */
static char *statement_property(const char *name, GBytes *bytes)
{
  g_autoptr(GHashTable) properties =
      adref_odt_package_is(name, bytes)   ? adref_odt_package_properties(bytes, name, NULL)
      : adref_import_word_is(name, bytes) ? adref_docx_parts_properties(bytes, name, NULL)
                                          : NULL;
  return properties ? g_strdup(g_hash_table_lookup(properties, "adref.statement")) : NULL;
}

char *adref_import_word_statement(AdrefSession *session, const char *name, gboolean *is_here)
{
  g_autofree char *path =
      g_path_is_absolute(name) ? g_strdup(name) : g_build_filename(session->folder, name, NULL);
  g_autoptr(GBytes) bytes = adref_file_read(path, name, ADREF_TEXT_LIMIT, NULL);
  g_autofree char *id = bytes ? statement_property(name, bytes) : NULL;
  g_auto(GStrv) ids = adref_workspace_statements(session->workspace, NULL);
  if (!id || !ids || !adref_name_is(ADREF_NAME_STATEMENT, id))
    return NULL;
  *is_here = g_strv_contains((const char *const *)ids, id);
  char *renamed = *is_here ? NULL : adref_workspace_renamed(session->workspace, id);
  *is_here |= renamed != NULL;
  return renamed ? renamed : g_steal_pointer(&id);
}

static void say_margins(const AdrefSession *session, const AdrefImportFile *file)
{
  enum {
    LONGEST = 160 /* characters of all lines */
  };
  guint count = file->docx->margins->len;
  g_autoptr(GString) all = g_string_new(NULL);
  for (guint i = 0; i < count; i++)
    g_string_append_printf(all, "%s%s", i > 0 ? " | " : "",
                           (const char *)file->docx->margins->pdata[i]);
  gboolean is_long = g_utf8_strlen(all->str, -1) > LONGEST;
  g_autofree char *words = is_long ? g_utf8_substring(all->str, 0, LONGEST) : g_strdup(all->str);
  if (count > 0)
    adref_session_say(session, "%s: %u line%s of headers and footers: left out: %s%s", file->name,
                      count, count == 1 ? "" : "s", words, is_long ? "\342\200\246" : "");
}

static guint count_tracks(const AdrefDocxFile *docx)
{
  guint count = 0;
  for (guint i = 0; i < docx->tracks->len; i++)
    count += ((const AdrefDocxTrack *)docx->tracks->pdata[i])->hand ? 0 : 1;
  return count;
}

/* `taken`: marks by hand that are read as changes. Bold alone is emphasis in most files. */
static void say_hand_marks(const AdrefSession *session, const AdrefImportFile *file, guint taken)
{
  AdrefDocxHandMarks marks = adref_docx_hand_marks_count(file->docx, NULL);
  if (taken > 0)
    adref_session_say(session,
                      "%s: %u mark%s by hand: what is read is the text with all of them "
                      "accepted",
                      file->name, taken, taken == 1 ? "" : "s");
  if (marks.struck > 0)
    adref_session_say(session, "%s: %u passage%s struck by hand: --marks hand reads %s", file->name,
                      marks.struck, marks.struck == 1 ? " is" : "s are",
                      marks.struck == 1 ? "it as a deletion" : "them as deletions");
}

void adref_import_word_say_left_out(const AdrefSession *session, const AdrefImportFile *file)
{
  const AdrefDocxFile *docx = file->docx;
  for (guint i = 0; i < docx->left_out->len; i++)
    adref_session_say(session, "%s: %s", file->name, (const char *)docx->left_out->pdata[i]);
  if (!adref_docx_file_property(docx, "adref.view"))
    say_margins(session, file);
}

void adref_import_word_say(const AdrefSession *session, const AdrefImportFile *file)
{
  const AdrefDocxFile *docx = file->docx;
  guint marks = count_tracks(docx);
  if (marks > 0)
    adref_session_say(session,
                      "%s: %u tracked change%s: what is read is the text with all of them "
                      "accepted",
                      file->name, marks, marks == 1 ? "" : "s");
  say_hand_marks(session, file, docx->tracks->len - marks);
  for (guint i = 0; i < docx->lost->len; i++) {
    g_autofree char *words = adref_docx_comment_words(docx->lost->pdata[i]);
    adref_session_say(session, "%s: comment on words that are deleted: left out: %s", file->name,
                      words);
  }
  adref_import_word_say_left_out(session, file);
}
