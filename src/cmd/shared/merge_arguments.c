#include "cmd/shared/merge_arguments.h"

#include <string.h>

#include "clause/markdown/canonical.h"
#include "clause/proposals/proposals_below.h"
#include "clause/text/list_clauses.h"
#include "clause/text/text_language.h"
#include "cmd/shared/pdf_arguments.h"
#include "view/terminal/terminal.h"
#include "work/file_markdown.h"
#include "work/import/given_file.h"
#include "work/import/mail_around.h"
#include "work/import/returned_critic.h"
#include "work/import/returned_party.h"
#include "work/import/returned_plain.h"
#include "work/import/returned_word.h"
#include "work/join/compilation_columns.h"

static void side_clear(gpointer data)
{
  AdrefMergeText *side = data;
  adref_text_free(side->text);
  g_free((gpointer)(guintptr)side->party);
  g_free((gpointer)(guintptr)side->name);
}

static gboolean is_file(const AdrefRun *run, const char *name)
{
  g_autofree char *path = g_canonicalize_filename(name, run->folder);
  return g_file_test(path, G_FILE_TEST_IS_REGULAR);
}

static AdrefText *load(const AdrefMergeArguments *self, const AdrefRun *run, const char *name,
                       GError **error)
{
  const char *language = adref_run_value(run, "lang");
  const AdrefGivenFileOptions options = {.language = language,
                                         .known = self->base ? self->base->source : NULL,
                                         .output = adref_run_value(run, "output"),
                                         .keeps_references =
                                             !adref_given_file_is_word(self->base_name)};
  if (!self->statement)
    return adref_given_file_load(run->session, name, &options, error);
  return adref_text_load_version(run->session, self->statement, name, language, error);
}

/* What a party sent, with its marks accepted, and without the mail around it. */
static void read_sent(const AdrefMergeArguments *self, const AdrefRun *run, const char *name,
                      AdrefText *text)
{
  g_autoptr(GBytes) accepted = adref_returned_critic_read(run->session, name, text->source);
  g_bytes_unref(text->source);
  text->source =
      adref_mail_around_remove(run->session, name, accepted, self->base->source, &text->is_answer);
}

/* Whether a name that is no file can only have been meant as one. */
static gboolean looks_like_file(const char *name)
{
  return g_str_has_suffix(name, ".md") || g_path_is_absolute(name) || g_str_has_prefix(name, ".");
}

static AdrefText *load_side_version(const AdrefMergeArguments *self, const AdrefRun *run,
                                    const char *name, GError **error)
{
  GError *cause = NULL;
  AdrefText *text = load(self, run, name, &cause);
  if (!text && looks_like_file(name)) {
    g_clear_error(&cause);
    adref_error(error, ADREF_ERROR_USAGE, "%s: there is no such file, and no version has this name",
                name);
  } else if (!text) {
    g_propagate_error(error, cause);
  }
  return text;
}

/* What other parties have marked in the file are sides of their own. */
static AdrefText *load_word(AdrefMergeArguments *self, const AdrefRun *run, const char *name,
                            const char *party, GError **error)
{
  AdrefReturnedPartyOptions options = {.party = party,
                                       .takes_hand_marks =
                                           g_strcmp0(adref_run_value(run, "marks"), "hand") == 0,
                                       .authors = self->authors ? self->authors->table : NULL,
                                       .parties = self->authors ? self->authors->parties : NULL,
                                       .persons = self->authors ? self->authors->persons : NULL};
  g_autoptr(GArray) others = g_array_new(FALSE, FALSE, sizeof(AdrefReturnedParty));
  AdrefText *text = adref_returned_party_load(run->session, self->statement, self->base_name, name,
                                              self->base->language, &options, others, error);
  for (guint i = 0; i < others->len; i++) {
    const AdrefReturnedParty *other = &g_array_index(others, AdrefReturnedParty, i);
    AdrefMergeText side = {
        .text = other->text, .party = g_strdup(other->party), .name = g_strdup(other->party)};
    g_array_append_val(self->others, side);
  }
  return text;
}

/* What a text is written in: of languages that share their letters, the first one; NULL: unknown.
 */
static const char *letters_of(const AdrefText *text)
{
  static const char *const own[] = {"th", "lo", "km", "my", "ko", "ar", "ru", "ta"};
  gsize length;
  const char *bytes = g_bytes_get_data(text->source, &length);
  const char *language = adref_text_language_guess(bytes, length);
  if (language && (strcmp(language, "ja") == 0 || strcmp(language, "zh") == 0))
    return "ja";
  for (gsize i = 0; language && i < G_N_ELEMENTS(own); i++)
    if (strcmp(language, own[i]) == 0)
      return own[i];
  return language ? "en" : NULL;
}

/* A translation shares no word with the base: each of its paragraphs would be a proposal. */
static gboolean check_letters(const AdrefMergeArguments *self, const char *name, AdrefText *text,
                              GError **error)
{
  const char *was = letters_of(self->base), *is = letters_of(text);
  if (!was || !is || strcmp(was, is) == 0)
    return TRUE;
  adref_error(error, ADREF_ERROR_INPUT,
              "%s: the text is in another language than %s; its words are compared with the base "
              "in their own language: run the command once for each language",
              name, self->base_name);
  return FALSE;
}

/* A file that a party sent is read as the text of the statement would be. */
static AdrefText *read_side(AdrefMergeArguments *self, const AdrefRun *run, const char *name,
                            const char *party, GError **error)
{
  if (self->statement && adref_returned_word_is(name))
    return load_word(self, run, name, party, error);
  if (self->statement && adref_file_is_plain_text(name))
    return adref_returned_plain_load(run->session, self->statement, self->base_name, name,
                                     self->base->language, error);
  if (self->statement && !is_file(run, name))
    return load_side_version(self, run, name, error);
  AdrefText *text = self->statement
                        ? adref_given_file_load_for(run->session, self->base, name, error)
                        : load(self, run, name, error);
  if (text && !adref_given_file_is_word(name) && !adref_file_is_plain_text(name))
    read_sent(self, run, name, text);
  return text;
}

static AdrefText *load_side(AdrefMergeArguments *self, const AdrefRun *run, const char *name,
                            const char *party, GError **error)
{
  AdrefText *text = read_side(self, run, name, party, error);
  if (text && !check_letters(self, name, text, error))
    g_clear_pointer(&text, adref_text_free);
  return text;
}

gboolean adref_merge_arguments_init(AdrefMergeArguments *self, const AdrefRun *run,
                                    const char *statement, const char *base, GError **error)
{
  self->statement = g_strdup(statement);
  self->base_name = g_strdup(base);
  self->base = load(self, run, base, error);
  self->sides = g_array_new(FALSE, TRUE, sizeof(AdrefMergeText));
  g_array_set_clear_func(self->sides, side_clear);
  self->others = g_array_new(FALSE, TRUE, sizeof(AdrefMergeText));
  return self->base != NULL;
}

void adref_merge_arguments_clear(AdrefMergeArguments *self)
{
  g_free(self->statement);
  g_free(self->base_name);
  adref_text_free(self->base);
  g_clear_pointer(&self->sides, g_array_unref);
  if (self->others)
    g_array_set_clear_func(self->others, side_clear);
  g_clear_pointer(&self->others, g_array_unref);
}

gboolean adref_merge_arguments_add_others(AdrefMergeArguments *self, GError **error)
{
  for (guint i = 0; i < self->others->len; i++) {
    const AdrefMergeText *other = &g_array_index(self->others, AdrefMergeText, i);
    for (guint k = 0; k < self->sides->len; k++)
      if (g_strcmp0(g_array_index(self->sides, AdrefMergeText, k).party, other->party) == 0) {
        adref_error(error, ADREF_ERROR_USAGE,
                    "compile: %s has two texts: one with what --author says it has marked; import "
                    "the files one after the other instead",
                    other->party);
        return FALSE;
      }
    g_array_append_vals(self->sides, other, 1);
    g_array_index(self->sides, AdrefMergeText, self->sides->len - 1).time = self->sides->len;
  }
  g_array_set_size(self->others, 0);
  return TRUE;
}

gboolean adref_merge_arguments_add(AdrefMergeArguments *self, const AdrefRun *run, const char *name,
                                   const char *party, GError **error)
{
  g_autofree char *code = party && *party ? adref_merge_party_read(self->base, party, error) : NULL;
  if (party && *party && !code)
    return FALSE;
  AdrefMergeText side = {.text = load_side(self, run, name, code, error),
                         .name = g_strdup(name),
                         .is_sent = !self->statement || is_file(run, name)};
  side.time = self->sides->len + 1; /* of two files of one party the last one counts */
  if (!side.text) {
    g_free((gpointer)(guintptr)side.name);
    return FALSE;
  }
  g_array_append_val(self->sides, side);
  return TRUE;
}

gboolean adref_merge_arguments_set_party(AdrefMergeArguments *self, guint i, const char *party,
                                         GError **error)
{
  AdrefMergeText *side = &g_array_index(self->sides, AdrefMergeText, i);
  if (!*party)
    return TRUE;
  char *code = adref_merge_party_read(self->base, party, error);
  if (!code)
    return FALSE;
  side->party = code;
  g_free((gpointer)(guintptr)side->name);
  side->name = g_strdup(code);
  return TRUE;
}

static void say_report(const AdrefMergeReport *report)
{
  g_autoptr(GString) lines = adref_merge_report_write(report);
  g_auto(GStrv) each = g_strsplit(lines->str, "\n", -1);
  for (char **line = each; *line; line++)
    if (**line)
      adref_say("%s", *line);
}

const char *adref_merge_arguments_format(const AdrefRun *run)
{
  return adref_run_format(run, "text");
}

static gboolean has_layout(const AdrefRun *run, const char *layout)
{
  return g_strcmp0(adref_run_value(run, "layout"), layout) == 0;
}

/* Each proposal below its paragraph; NULL on failure. The caller frees it. */
static AdrefNode *put_below(const AdrefMergeArguments *self, const AdrefMergedText *merged,
                            GError **error)
{
  g_autoptr(AdrefNode) document =
      adref_text_parse(self->base, merged->text->str, merged->text->len, NULL, error);
  if (!document)
    return NULL;
  adref_list_clauses_split(document);
  adref_proposals_below(document);
  adref_list_clauses_join(document);
  return g_steal_pointer(&document);
}

static gboolean lay_out_below(const AdrefMergeArguments *self, AdrefMergedText *merged,
                              GError **error)
{
  g_autoptr(AdrefNode) document = put_below(self, merged, error);
  if (!document)
    return FALSE;
  g_string_free(merged->text, TRUE);
  merged->text = adref_canonical(document);
  return TRUE;
}

/* The same for a terminal, as `adref show` prints a text. */
static gboolean show_below(const AdrefMergeArguments *self, const AdrefRun *run,
                           AdrefMergedText *merged, GError **error)
{
  g_autoptr(AdrefNode) document = put_below(self, merged, error);
  if (!document)
    return FALSE;
  const AdrefViewOptions view = {
      .view = ADREF_VIEW_NEGOTIATING, .language = self->base->language, .house = self->base->house};
  g_string_free(merged->text, TRUE);
  merged->text = adref_terminal_write(document, &view, adref_width(), adref_in_color(run));
  return TRUE;
}

static gboolean lay_out_columns(const AdrefMergeArguments *self, AdrefRun *run,
                                AdrefMergedText *merged, GError **error)
{
  gint64 start;
  GError *problem = NULL;
  g_autoptr(GPtrArray) parties = g_ptr_array_new();
  for (guint i = 0; i < self->sides->len; i++)
    g_ptr_array_add(parties,
                    (gpointer)(guintptr)g_array_index(self->sides, AdrefMergeText, i).party);
  const AdrefCompilationColumns columns = {.base = self->base,
                                           .base_name = self->base_name,
                                           .parties = parties,
                                           .text = merged->text->str,
                                           .length = merged->text->len,
                                           .format = adref_merge_arguments_format(run),
                                           .pdf_options = adref_pdf_arguments_read(run, &start),
                                           .width = adref_width(),
                                           .color = adref_in_color(run)};
  GString *written = adref_compilation_columns_write(&columns, &problem);
  if (problem) {
    g_propagate_error(error, problem);
    return FALSE;
  }
  if (!written) {
    adref_say("%u columns do not fit side by side into %u cells, so each proposal stands below its "
              "paragraph; -o FILE.html or FILE.pdf has columns",
              parties->len + 1, adref_width());
    return show_below(self, run, merged, error);
  }
  g_string_free(merged->text, TRUE);
  merged->text = written;
  return TRUE;
}

/* compile --layout */
static gboolean lay_out(const AdrefMergeArguments *self, AdrefRun *run, AdrefMergedText *merged,
                        GError **error)
{
  if (has_layout(run, "by-paragraph"))
    return lay_out_below(self, merged, error);
  if (!has_layout(run, "columns") || adref_run_flag(run, "dry-run"))
    return TRUE;
  run->is_source = FALSE;
  return lay_out_columns(self, run, merged, error);
}

int adref_merge_arguments_run(AdrefMergeArguments *self, AdrefRun *run, gboolean compile,
                              GError **error)
{
  const AdrefMergeText *sides = (const AdrefMergeText *)(gpointer)self->sides->data;
  g_autoptr(AdrefMergedText) merged =
      adref_merge_texts(self->base, sides, self->sides->len, compile, error);
  run->is_source = TRUE;
  if (!merged || (compile && !lay_out(self, run, merged, error)))
    return ADREF_FAILURE;
  say_report(merged->report);
  if (!adref_run_flag(run, "dry-run") && !adref_run_write_result(run, &merged->text, error))
    return ADREF_FAILURE;
  return compile || adref_merge_report_is_clean(merged->report) ? ADREF_YES : ADREF_NO;
}
