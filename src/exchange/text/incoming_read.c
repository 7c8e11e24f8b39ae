#include "exchange/text/incoming_read.h"

#include <string.h>

#include "clause/markdown/markdown_read.h"
#include "clause/text/text_language.h"
#include "draft/data/yaml.h"
#include "exchange/paragraphs/paragraph_kind.h"
#include "exchange/paragraphs/paragraph_split.h"
#include "exchange/paragraphs/raised_notes.h"
#include "exchange/paragraphs/series_codes.h"
#include "exchange/pasted/html_page.h"
#include "exchange/pasted/margin_numbers.h"
#include "exchange/pasted/pasted_tables.h"
#include "exchange/pasted/plain_labels.h"
#include "exchange/pasted/plain_text.h"
#include "exchange/pasted/typed_notes.h"
#include "exchange/text/markdown_tidy.h"
#include "exchange/text/speaking_id.h"

static guint line_of(const GArray *lines, guint line)
{
  return line > 0 && line <= lines->len ? g_array_index(lines, guint, line - 1) : line;
}

/* Markdown as CommonMark reads it, and the line of the file for each of its lines. */
static GString *tidy(const char *text, gsize length, AdrefIncomingText *incoming, GArray *lines,
                     GPtrArray *problems)
{
  g_autoptr(GArray) behind = g_array_new(FALSE, FALSE, sizeof(guint));
  GString *tables = adref_pasted_tables_write(text, length, lines, problems);
  if (!tables)
    return adref_markdown_tidy(text, length, incoming, lines);
  GString *source = adref_markdown_tidy(tables->str, tables->len, incoming, behind);
  g_string_free(tables, TRUE);
  for (guint i = 0; i < behind->len; i++) {
    guint *line = &g_array_index(behind, guint, i);
    *line = line_of(lines, *line);
  }
  if (behind->len > 0) {
    g_array_set_size(lines, 0);
    g_array_append_vals(lines, behind->data, behind->len);
  }
  return source;
}

static int compare_numbers(gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *)a, y = *(const guint *)b;
  return (x > y) - (x < y);
}

/* The lines of the file, where the reader has seen other ones. */
static void restore_lines(AdrefIncomingText *incoming, const GArray *lines)
{
  for (guint i = 0; i < incoming->paragraphs->len; i++) {
    AdrefIncomingParagraph *paragraph = incoming->paragraphs->pdata[i];
    paragraph->line = line_of(lines, paragraph->line);
  }
}

/* A paragraph that stands beside the text on a page, and its place among the others. */
typedef struct {
  AdrefIncomingParagraph *paragraph;
  guint at;
} Beside;

/* Takes the paragraphs out that begin in one of these lines, so that they decide nothing about the
 * others. The caller frees the array. */
static GArray *take_beside(AdrefIncomingText *incoming, GArray *lines)
{
  GArray *taken = g_array_new(FALSE, FALSE, sizeof(Beside));
  GPtrArray *all = incoming->paragraphs;
  guint kept = 0;
  g_array_sort(lines, compare_numbers);
  for (guint i = 0; i < all->len; i++) {
    Beside beside = {all->pdata[i], i};
    all->pdata[i] = NULL;
    if (g_array_binary_search(lines, &beside.paragraph->line, compare_numbers, NULL)) {
      beside.paragraph->kind = ADREF_INCOMING_SKIP;
      g_array_append_val(taken, beside);
    } else {
      all->pdata[kept++] = beside.paragraph;
    }
  }
  g_ptr_array_set_size(all, (gint)kept);
  return taken;
}

static void put_back(AdrefIncomingText *incoming, const GArray *taken)
{
  GPtrArray *all = incoming->paragraphs;
  guint kept = all->len, left = taken->len;
  g_ptr_array_set_size(all, (gint)(kept + left));
  for (guint i = all->len; left > 0; i--) {
    const Beside *last = &g_array_index(taken, Beside, left - 1);
    gboolean is_here = last->at == i - 1;
    all->pdata[i - 1] = is_here ? last->paragraph : all->pdata[--kept];
    left -= is_here ? 1 : 0;
  }
}

static gboolean is_title_key(const AdrefYaml *entry)
{
  return entry->type == ADREF_YAML_SCALAR && g_ascii_strcasecmp(entry->key, "title") == 0;
}

/* Front matter that is no YAML has no title. */
static void read_front_title(AdrefIncomingText *incoming, const char *name)
{
  g_autoptr(AdrefYaml) front = incoming->front
                                   ? adref_yaml_read(incoming->front, strlen(incoming->front), name,
                                                     incoming->front_line, NULL)
                                   : NULL;
  for (guint i = 0; front && front->type == ADREF_YAML_MAP && i < front->items->len; i++) {
    const AdrefYaml *entry = front->items->pdata[i];
    if (!incoming->front_title && is_title_key(entry) && *entry->text)
      incoming->front_title = g_strdup(entry->text);
  }
}

static int compare_problems(gconstpointer a, gconstpointer b)
{
  const AdrefProblem *x = *(AdrefProblem *const *)a, *y = *(AdrefProblem *const *)b;
  return x->line != y->line ? (x->line > y->line) - (x->line < y->line)
                            : (x->column > y->column) - (x->column < y->column);
}

/* Adds problems of the text that was read, with the lines of the file. */
static void take_problems(GPtrArray *problems, GPtrArray *found, const GArray *lines)
{
  for (guint i = 0; i < found->len; i++) {
    AdrefProblem *problem = found->pdata[i];
    problem->line = line_of(lines, problem->line);
  }
  if (!problems) {
    g_ptr_array_unref(found);
    return;
  }
  g_ptr_array_extend_and_steal(problems, found);
  g_ptr_array_sort(problems, compare_problems);
}

/* The text with notes of other forms as its own ones are; NULL: it has none. Caller frees. */
static char *with_notes(const char *text, gsize length, AdrefIncomingFormat format)
{
  if (format == ADREF_INCOMING_HTML)
    return NULL;
  if (format == ADREF_INCOMING_PLAIN_TEXT)
    return adref_raised_notes_to_plain(text, length);
  char *raised = adref_raised_notes_to_markdown(text, length);
  return raised ? raised : adref_typed_notes_to_markdown(text, length);
}

AdrefIncomingText *adref_incoming_read(const char *text, gsize length,
                                       const AdrefIncomingOptions *options, GPtrArray *problems,
                                       GError **error)
{
  g_autoptr(AdrefIncomingText) incoming = adref_incoming_text_new();
  g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(guint));
  gboolean is_plain = options->format == ADREF_INCOMING_PLAIN_TEXT;
  g_autoptr(GArray) beside = g_array_new(FALSE, FALSE, sizeof(guint));
  g_autofree char *cleared = is_plain ? adref_margin_numbers_clear(text, length, problems) : NULL;
  if (cleared) {
    text = cleared;
    length = strlen(cleared);
  }
  g_autofree char *noted = with_notes(text, length, options->format);
  if (noted) {
    text = noted;
    length = strlen(noted);
  }
  gboolean is_html = options->format == ADREF_INCOMING_HTML;
  g_autoptr(GString) source =
      is_plain
          ? adref_plain_text_to_markdown(text, length, options->column, lines, beside, problems)
      : is_html ? adref_html_page_to_markdown(text, length, options->name, lines, problems, error)
                : tidy(text, length, incoming, lines, problems);
  if (!source)
    return NULL;
  incoming->is_part = is_plain && adref_plain_label_is_part(text, length);
  AdrefMarkdownReadOptions read = {.name = options->name, .parties = options->parties};
  g_autoptr(GPtrArray) found = adref_problems_new();
  g_autoptr(AdrefNode) document =
      adref_markdown_read(source->str, source->len, &read, found, error);
  if (!document)
    return NULL;
  take_problems(problems, g_steal_pointer(&found), lines);
  read_front_title(incoming, options->name);
  adref_paragraph_split(incoming, document);
  restore_lines(incoming, lines);
  g_autoptr(GArray) taken = take_beside(incoming, beside);
  const char *guess = options->language ? NULL : adref_text_language_guess(text, length);
  const char *language = options->language ? options->language : guess ? guess : "en";
  adref_series_codes_take(incoming);
  adref_paragraph_kinds_decide(incoming, language);
  adref_series_codes_keep(incoming);
  adref_speaking_ids_give(incoming, language);
  put_back(incoming, taken);
  return g_steal_pointer(&incoming);
}

AdrefIncomingText *adref_incoming_take(AdrefNode *document, const AdrefIncomingOptions *options)
{
  AdrefIncomingText *incoming = adref_incoming_text_new();
  adref_paragraph_split(incoming, document);
  adref_node_free(document);
  adref_series_codes_take(incoming);
  adref_paragraph_kinds_decide(incoming, options->language);
  adref_series_codes_keep(incoming);
  adref_speaking_ids_give(incoming, options->language);
  return incoming;
}
