#include "work/import/given_file.h"

#include <glib/gstdio.h>
#include <string.h>

#include "base/file.h"
#include "base/foreign_file.h"
#include "base/name.h"
#include "clause/markdown/canonical.h"
#include "clause/text/list_clauses.h"
#include "clause/text/text_language.h"
#include "draft/library/page_words.h"
#include "exchange/docx/docx_hand_marks.h"
#include "exchange/pasted/plain_labels.h"
#include "work/file_markdown.h"
#include "work/import/import_word.h"
#include "work/import/mail_around.h"
#include "work/import/plain_paragraphs.h"

gboolean adref_given_file_is_word(const char *path)
{
  g_autofree char *lower = g_ascii_strdown(path, -1);
  return g_str_has_suffix(lower, ".docx");
}

static gboolean is_same_file(const char *one, const char *other)
{
  GStatBuf first, second;
  return g_stat(one, &first) == 0 && g_stat(other, &second) == 0 && first.st_dev == second.st_dev &&
         first.st_ino == second.st_ino;
}

static gboolean check_output(const AdrefText *text, const char *output, GError **error)
{
  if (!output)
    return TRUE;
  g_autofree char *path = g_canonicalize_filename(output, text->session->folder);
  if (!is_same_file(text->file, path))
    return TRUE;
  adref_error(error, ADREF_ERROR_USAGE,
              "--output %s: this is the Word file that is read; name another file", output);
  return FALSE;
}

static guint count_comments(const AdrefDocxFile *docx)
{
  guint count = 0;
  for (guint i = 0; i < docx->comments->len; i++) {
    const AdrefDocxComment *comment = &g_array_index(docx->comments, AdrefDocxComment, i);
    count += comment->is_called && !comment->is_resolved && *comment->words ? 1 : 0;
  }
  return count;
}

/* Comments that are resolved, or stand nowhere in the text, are in the list of what is left out. */
static void say(const AdrefSession *session, const AdrefImportFile *file)
{
  guint tracks = file->docx->tracks->len, comments = count_comments(file->docx);
  guint struck = adref_docx_hand_marks_count(file->docx, NULL).struck;
  if (tracks > 0)
    adref_session_say(session, "%s: %u tracked change%s read as accepted", file->name, tracks,
                      tracks == 1 ? " is" : "s are");
  if (struck > 0)
    adref_session_say(session, "%s: %u passage%s struck by hand, and read as words", file->name,
                      struck, struck == 1 ? " is" : "s are");
  if (comments > 0)
    adref_session_say(session, "%s: %u comment%s left out", file->name, comments,
                      comments == 1 ? " is" : "s are");
  adref_import_word_say_left_out(session, file);
}

/* The language that a stranger's file says of itself may be any words. */
static char *choose_language(const AdrefImportFile *file, const GString *words)
{
  if (file->language && adref_name_is(ADREF_NAME_LANGUAGE, file->language))
    return g_strdup(file->language);
  return adref_text_language_of_file(file->name, words->str, words->len);
}

/* Each numbered paragraph that went out is a clause, and an empty line stands between them. */
static void join_paragraphs(AdrefNode *document)
{
  for (AdrefNode *clause = document->first; clause && clause->next; clause = clause->next) {
    AdrefNode *list = clause->last, *other = clause->next->first;
    if (list && other && list->type == ADREF_LIST && other->type == ADREF_LIST &&
        list->as.list.ordered && other->as.list.ordered)
      list->as.list.tight = other->as.list.tight = FALSE;
  }
  adref_list_clauses_join(document);
}

static gboolean read_word(AdrefText *text, AdrefImportFile *file,
                          const AdrefGivenFileOptions *options, GError **error)
{
  AdrefNumbering numbering;
  AdrefMarkdownReadOptions read_options;
  const AdrefDocxDocumentOptions chosen = {.without_notes = TRUE,
                                           .keeps_references = options->keeps_references};
  adref_text_read_options(text, &numbering, &read_options);
  g_autoptr(GBytes) bytes = adref_file_read(text->file, text->name, ADREF_TEXT_LIMIT, error);
  if (!bytes || !adref_import_word_open(file, bytes, options->language, error))
    return FALSE;
  g_autoptr(AdrefNode) document =
      adref_import_word_document(file, read_options.parties, &chosen, error);
  if (!document)
    return FALSE;
  join_paragraphs(document);
  GString *words = adref_canonical(document);
  text->language = choose_language(file, words);
  text->source = g_string_free_to_bytes(words);
  text->is_word = TRUE;
  say(text->session, file);
  return TRUE;
}

static AdrefText *load_word(AdrefSession *session, const char *path,
                            const AdrefGivenFileOptions *options, GError **error)
{
  if (options->language && !adref_name_check(ADREF_NAME_LANGUAGE, options->language, error))
    return NULL;
  g_autoptr(AdrefText) text = adref_text_new_file(session, path);
  if (!check_output(text, options->output, error))
    return NULL;
  AdrefImportFile *file = adref_import_file_new(path);
  gboolean is_read = read_word(text, file, options, error);
  adref_import_file_free(file);
  return is_read ? g_steal_pointer(&text) : NULL;
}

static gboolean has_markers(GBytes *text)
{
  gsize length;
  const char *bytes = g_bytes_get_data(text, &length);
  return g_strstr_len(bytes, (gssize)length, "<!-- ") != NULL;
}

/* Whether lines from `at` on end with what adref prints before a digest below a text, "Content" in
 * any language, alone or behind other facts. */
static gboolean is_footer_at(char **lines, guint at)
{
  enum {
    DIGITS = 64 /* of the digest with which they end */
  };
  static const char dot[] = " · "; /* between the facts */
  if ((at > 0 && *lines[at - 1]) || !adref_plain_label_footer(lines, at))
    return FALSE;
  g_autoptr(GString) facts = g_string_new(NULL);
  for (; lines[at] && *lines[at]; at++)
    g_string_append_printf(facts, "%s ", lines[at]);
  g_strchomp(facts->str);
  gsize length = strlen(facts->str);
  if (length <= DIGITS)
    return FALSE;
  facts->str[length - DIGITS] = '\0';
  g_strstrip(facts->str);
  const char *last = g_strrstr(facts->str, dot);
  return adref_page_words_say(ADREF_PAGE_WORD_CONTENT, last ? last + strlen(dot) : facts->str);
}

/* The text without the lines that adref prints below one, "Version rev1 · Content 3f9a...", which a
 * mail may go on behind. */
static GBytes *without_footer(GBytes *text)
{
  gsize length;
  const char *bytes = g_bytes_get_data(text, &length);
  g_autofree char *source = g_strndup(bytes, length);
  g_auto(GStrv) lines = g_strsplit(source, "\n", -1), whole = g_strsplit(source, "\n", -1);
  guint count = g_strv_length(lines), footer = count;
  for (guint i = 0; i < count; i++)
    g_strchomp(lines[i]);
  for (guint i = 0; i < count; i++)
    if (is_footer_at(lines, i))
      footer = i;
  if (footer == count)
    return g_bytes_ref(text);
  GString *rest = g_string_sized_new(length);
  gboolean is_footer = FALSE;
  for (guint i = 0; i < count; i++) {
    is_footer = i == footer || (is_footer && *lines[i]);
    if (!is_footer)
      g_string_append_printf(rest, "%s%s", whole[i], i + 1 < count ? "\n" : "");
  }
  return g_string_free_to_bytes(rest);
}

/* Plain text that may have come from a known one. */
static AdrefText *load_plain(AdrefSession *session, const char *path,
                             const AdrefGivenFileOptions *options, GError **error)
{
  AdrefText *text = adref_text_read_file(session, path, NULL, options->language, error);
  if (!text)
    return NULL;
  g_autoptr(GBytes) whole = without_footer(text->source);
  g_bytes_unref(text->source);
  text->source = adref_mail_around_remove(session, path, whole, options->known, &text->is_answer);
  adref_file_markdown_make(text);
  if (!text->is_plain || !options->known || has_markers(options->known))
    return text;
  gsize length;
  const char *bytes = g_bytes_get_data(text->source, &length);
  g_autoptr(GString) markdown = g_string_new_len(bytes, (gssize)length);
  g_bytes_unref(text->source);
  text->source = g_string_free_to_bytes(adref_plain_paragraphs_number(markdown, options->known));
  return text;
}

/* Words of another program would be read as paragraphs, and those of the base be missing. */
static gboolean check_markdown(const char *name, GBytes *source, GError **error)
{
  gsize length;
  const char *bytes = g_bytes_get_data(source, &length);
  const char *foreign = adref_foreign_file_text(bytes, length);
  if (!foreign)
    foreign = adref_foreign_file_named(name);
  if (foreign)
    adref_error(error, ADREF_ERROR_INPUT, "%s: this is %s", name, foreign);
  return foreign == NULL;
}

static AdrefText *load_markdown(AdrefSession *session, const char *path,
                                const AdrefGivenFileOptions *options, GError **error)
{
  g_autoptr(AdrefText) text = adref_text_load_file(session, path, NULL, options->language, error);
  return text && check_markdown(path, text->source, error) ? g_steal_pointer(&text) : NULL;
}

AdrefText *adref_given_file_load(AdrefSession *session, const char *path,
                                 const AdrefGivenFileOptions *options, GError **error)
{
  if (adref_file_is_plain_text(path))
    return load_plain(session, path, options, error);
  return adref_given_file_is_word(path) ? load_word(session, path, options, error)
                                        : load_markdown(session, path, options, error);
}

AdrefText *adref_given_file_load_for(AdrefSession *session, const AdrefText *base, const char *path,
                                     GError **error)
{
  g_autofree char *file = g_canonicalize_filename(path, session->folder);
  g_autoptr(GBytes) bytes = adref_file_read(file, path, ADREF_TEXT_LIMIT, error);
  if (!bytes || !check_markdown(path, bytes, error))
    return NULL;
  AdrefText *text = adref_text_load_file(session, base->path, path, base->language, error);
  if (text) {
    g_free(text->name);
    text->name = g_strdup(path);
  }
  return text;
}

char *adref_given_file_page_name(const AdrefText *text, const char *name, const char *other)
{
  if (text->path)
    return g_strdup(name);
  g_autofree char *base = g_path_get_basename(name);
  g_autofree char *other_base = other ? g_path_get_basename(other) : NULL;
  if (g_strcmp0(base, other_base) != 0)
    return g_steal_pointer(&base);
  g_autofree char *folder = g_path_get_dirname(name);
  g_autofree char *last = g_path_get_basename(folder);
  return g_strcmp0(last, ".") == 0 || g_strcmp0(last, "/") == 0
             ? g_steal_pointer(&base)
             : g_build_filename(last, base, NULL);
}
