#include "cmd/merge_arguments.h"

#include "clause/canonical.h"
#include "clause/proposals_below.h"
#include "work/returned_word.h"

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
  if (!self->statement)
    return adref_text_load_file(run->session, name, NULL, language, error);
  return adref_text_load_version(run->session, self->statement, name, language, error);
}

/* A file that a party sent is read as the text of the statement would be. */
static AdrefText *load_side(const AdrefMergeArguments *self, const AdrefRun *run, const char *name,
                            GError **error)
{
  if (self->statement && g_str_has_suffix(name, ".docx"))
    return adref_returned_word_load(run->session, self->statement, self->base_name, name,
                                    self->base->language, NULL, error);
  if (!self->statement || !is_file(run, name))
    return load(self, run, name, error);
  return adref_text_load_file(run->session, self->base->path, name, self->base->language, error);
}

gboolean adref_merge_arguments_init(AdrefMergeArguments *self, const AdrefRun *run,
                                    const char *statement, const char *base, GError **error)
{
  self->statement = g_strdup(statement);
  self->base_name = g_strdup(base);
  self->base = load(self, run, base, error);
  self->sides = g_array_new(FALSE, TRUE, sizeof(AdrefMergeText));
  g_array_set_clear_func(self->sides, side_clear);
  return self->base != NULL;
}

void adref_merge_arguments_clear(AdrefMergeArguments *self)
{
  g_free(self->statement);
  g_free(self->base_name);
  adref_text_free(self->base);
  g_clear_pointer(&self->sides, g_array_unref);
}

gboolean adref_merge_arguments_add(AdrefMergeArguments *self, const AdrefRun *run, const char *name,
                                   GError **error)
{
  AdrefMergeText side = {.text = load_side(self, run, name, error), .name = g_strdup(name)};
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

/* compile --layout by-paragraph */
static gboolean lay_out(const AdrefMergeArguments *self, const AdrefRun *run,
                        AdrefMergedText *merged, GError **error)
{
  if (g_strcmp0(adref_run_value(run, "layout"), "by-paragraph") != 0)
    return TRUE;
  g_autoptr(AdrefNode) document =
      adref_text_parse(self->base, merged->text->str, merged->text->len, NULL, error);
  if (!document)
    return FALSE;
  adref_proposals_below(document);
  g_string_free(merged->text, TRUE);
  merged->text = adref_canonical(document);
  return TRUE;
}

int adref_merge_arguments_run(AdrefMergeArguments *self, AdrefRun *run, gboolean compile,
                              GError **error)
{
  const AdrefMergeText *sides = (const AdrefMergeText *)(gpointer)self->sides->data;
  g_autoptr(AdrefMergedText) merged =
      adref_merge_texts(self->base, sides, self->sides->len, compile, error);
  if (!merged || !lay_out(self, run, merged, error))
    return ADREF_FAILURE;
  say_report(merged->report);
  run->is_source = TRUE;
  if (!adref_run_flag(run, "dry-run") && !adref_run_write_result(run, &merged->text, error))
    return ADREF_FAILURE;
  return compile || adref_merge_report_is_clean(merged->report) ? ADREF_YES : ADREF_NO;
}
