#include "view/reports/word_report.h"

#include <jansson.h>

#include "base/error.h"
#include "view/json/json_list.h"

static void free_change(gpointer data)
{
  AdrefWordChange *change = data;
  g_free(change->place);
  g_free(change->what);
  g_free(change->old);
  g_free(change->new);
  g_free(change->author);
  g_free(change->date);
  g_free(change->party);
  g_free(change);
}

AdrefWordReport *adref_word_report_new(const char *file, const char *base)
{
  AdrefWordReport *report = g_new0(AdrefWordReport, 1);
  report->file = g_strdup(file);
  report->base = g_strdup(base);
  report->unmarked = g_ptr_array_new_with_free_func(free_change);
  report->marked = g_ptr_array_new_with_free_func(free_change);
  report->comments = g_ptr_array_new_with_free_func(free_change);
  report->strange = g_ptr_array_new_with_free_func(free_change);
  report->left_out = g_ptr_array_new_with_free_func(g_free);
  return report;
}

void adref_word_report_free(AdrefWordReport *report)
{
  if (!report)
    return;
  g_free(report->file);
  g_free(report->base);
  g_ptr_array_unref(report->unmarked);
  g_ptr_array_unref(report->marked);
  g_ptr_array_unref(report->comments);
  g_ptr_array_unref(report->strange);
  g_ptr_array_unref(report->left_out);
  g_free(report);
}

static char *safe_words(const char *words)
{
  enum {
    LONGEST = 200 /* characters of words in the report */
  };
  g_autofree char *safe = adref_escape_controls(words, -1, FALSE);
  if (g_utf8_strlen(safe, -1) <= LONGEST)
    return g_steal_pointer(&safe);
  g_autofree char *start = g_utf8_substring(safe, 0, LONGEST);
  return g_strconcat(start, "\342\200\246", NULL);
}

AdrefWordChange *adref_word_report_add(GPtrArray *list, const char *place, const char *what,
                                       const char *old, const char *new, const char *author,
                                       const char *date)
{
  AdrefWordChange *change = g_new0(AdrefWordChange, 1);
  change->place = safe_words(place);
  change->what = g_strdup(what);
  change->old = safe_words(old);
  change->new = safe_words(new);
  change->author = author ? safe_words(author) : NULL;
  change->date = date ? safe_words(date) : NULL;
  g_ptr_array_add(list, change);
  return change;
}

void adref_word_report_leave_out(AdrefWordReport *report, const char *what, const char *words)
{
  g_autofree char *line = words ? g_strdup_printf("%s: left out: %s", what, words) : NULL;
  g_ptr_array_add(report->left_out, safe_words(line ? line : what));
}

/* "old → new", "+ new", "- old". */
static void put_words(GString *text, const AdrefWordChange *change)
{
  if (*change->old && *change->new)
    g_string_append_printf(text, "%s \342\206\222 %s", change->old, change->new);
  else if (*change->old)
    g_string_append_printf(text, "- %s", change->old);
  else if (*change->new)
    g_string_append_printf(text, "+ %s", change->new);
}

static void put_change(GString *text, const AdrefWordChange *change)
{
  glong width = g_utf8_strlen(change->place, -1);
  g_string_append_printf(text, "  %s%*s ", change->place, (int)MAX(24 - width, 0), "");
  put_words(text, change);
  gboolean has_words = *change->old || *change->new;
  if (!change->author) {
    g_string_append_printf(text, has_words ? " (%s)\n" : "%s\n", change->what);
    return;
  }
  g_string_append_printf(text, "%s%s%s", has_words ? " (" : "", change->what,
                         *change->author ? " by " : "");
  g_string_append(text, change->author);
  if (change->party)
    g_string_append_printf(text, " of %s", change->party);
  if (change->date)
    g_string_append_printf(text, ", %.10s", change->date);
  g_string_append(text, has_words ? ")\n" : "\n");
}

static void put_list(GString *text, const char *title, const GPtrArray *list)
{
  g_string_append_printf(text, "%s: %u\n", title, list->len);
  for (guint i = 0; i < list->len; i++)
    put_change(text, list->pdata[i]);
}

GString *adref_word_report_write(const AdrefWordReport *report)
{
  GString *text = g_string_new(NULL);
  put_list(text, "Changed without a mark", report->unmarked);
  put_list(text, "Marked", report->marked);
  if (report->comments->len > 0)
    put_list(text, "Comments", report->comments);
  if (report->strange->len > 0)
    put_list(text, "Marked as deleted, but never sent", report->strange);
  if (report->formatting > 0)
    g_string_append_printf(text, "Formatting alone, not read: %u\n", report->formatting);
  if (report->struck > 0)
    g_string_append_printf(text,
                           "Struck by hand, read as words: %u; --marks hand reads them as "
                           "deletions\n",
                           report->struck);
  if (report->set_off > 0)
    g_string_append_printf(text,
                           "Underlined or in bold by hand, read as words: %u; --marks hand reads "
                           "them as insertions\n",
                           report->set_off);
  for (guint i = 0; i < report->left_out->len; i++)
    g_string_append_printf(text, "%s%s\n", i == 0 ? "Not read as Word shows it:\n  " : "  ",
                           (const char *)report->left_out->pdata[i]);
  return text;
}

static json_t *list_of(const GPtrArray *list)
{
  json_t *array = json_array();
  for (guint i = 0; i < list->len; i++) {
    const AdrefWordChange *change = list->pdata[i];
    json_t *object = json_pack("{s:s, s:s, s:s, s:s}", "place", change->place, "what", change->what,
                               "old", change->old, "new", change->new);
    if (change->author)
      json_object_set_new(object, "author", json_string(change->author));
    if (change->date)
      json_object_set_new(object, "date", json_string(change->date));
    if (change->party)
      json_object_set_new(object, "party", json_string(change->party));
    json_array_append_new(array, object);
  }
  return array;
}

json_t *adref_word_report_json(const AdrefWordReport *report)
{
  return json_pack("{s:s, s:o, s:o, s:o, s:o, s:i, s:i, s:i, s:o}", "base", report->base,
                   "unmarked", list_of(report->unmarked), "marked", list_of(report->marked),
                   "comments", list_of(report->comments), "strange", list_of(report->strange),
                   "formatting", (int)report->formatting, "struck", (int)report->struck, "set_off",
                   (int)report->set_off, "left_out", adref_json_strings(report->left_out));
}
