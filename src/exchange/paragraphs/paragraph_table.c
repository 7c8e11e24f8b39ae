#include "exchange/paragraphs/paragraph_table.h"

#include <stdio.h>
#include <string.h>

#include "base/name.h"
#include "exchange/paragraphs/paragraph_face.h"

static const char head[] =
    "# adref import 1: kind, id, line, first words. Correct kinds and ids; --map reads them back.\n"
    "# kinds: title heading (heading3 to heading6) chapeau pp op item closing annex, more (goes "
    "on\n"
    "# with the paragraph above), date (of place and date), skip (is left out)\n";

static char *kind_of(const AdrefIncomingParagraph *paragraph)
{
  const char *word = adref_incoming_kind_word(paragraph->kind);
  if (paragraph->kind == ADREF_INCOMING_HEADING && paragraph->level > 2)
    return g_strdup_printf("%s%u", word, paragraph->level);
  return g_strdup(word);
}

/* The first words: with `width` 0 all of them. */
static char *first_words(const char *words, guint width)
{
  const char *end = words;
  for (guint i = 0; i <= width && *end; i++)
    end = g_utf8_next_char(end);
  g_autofree char *safe = adref_escape_controls(words, width == 0 ? -1 : end - words, FALSE);
  if (width == 0 || g_utf8_strlen(safe, -1) <= (glong)width)
    return g_steal_pointer(&safe);
  g_autofree char *start = g_utf8_substring(safe, 0, (glong)width - 1);
  return g_strconcat(start, "…", NULL);
}

/* With the mark of a footnote, which is none of its words. */
static char *shown_words(const AdrefIncomingParagraph *paragraph)
{
  const char *label = adref_paragraph_note_label(paragraph->content);
  return label ? g_strdup_printf("[^%s]%s", label, paragraph->words) : g_strdup(paragraph->words);
}

GString *adref_paragraph_table_write(const AdrefIncomingText *incoming, guint width)
{
  GString *table = g_string_new(head);
  gsize widest = 8;
  for (guint i = 0; i < incoming->paragraphs->len; i++) {
    const AdrefIncomingParagraph *paragraph = incoming->paragraphs->pdata[i];
    widest = MAX(widest, paragraph->id ? strlen(paragraph->id) : 1);
  }
  widest = MIN(widest, 40);
  for (guint i = 0; i < incoming->paragraphs->len; i++) {
    const AdrefIncomingParagraph *paragraph = incoming->paragraphs->pdata[i];
    g_autofree char *kind = kind_of(paragraph);
    g_autofree char *shown = shown_words(paragraph);
    g_autofree char *words = first_words(shown, width);
    g_string_append_printf(table, "%-8s  %-*s %5u  %s\n", kind, (int)widest,
                           paragraph->id ? paragraph->id : "-", paragraph->line, words);
  }
  return table;
}

char *adref_paragraph_table_summary(const AdrefIncomingText *incoming)
{
  guint counts[ADREF_INCOMING_SKIP + 1] = {0};
  GString *summary = g_string_new(NULL);
  for (guint i = 0; i < incoming->paragraphs->len; i++)
    counts[((const AdrefIncomingParagraph *)incoming->paragraphs->pdata[i])->kind]++;
  for (guint kind = 0; kind < G_N_ELEMENTS(counts); kind++)
    if (counts[kind] > 0)
      g_string_append_printf(summary, "%s%u %s", summary->len > 0 ? ", " : "", counts[kind],
                             adref_incoming_kind_word(kind));
  return g_string_free(summary, FALSE);
}

char *adref_paragraph_tables_nth(const char *tables, guint nth)
{
  g_auto(GStrv) lines = g_strsplit(tables, "\n", -1);
  GString *table = g_string_new(NULL);
  guint heads = 0;
  for (char **line = lines; *line; line++) {
    heads += g_str_has_prefix(*line, "# adref import ") ? 1 : 0;
    if (MAX(heads, 1) == nth + 1)
      g_string_append(table, *line);
    g_string_append_c(table, '\n');
  }
  return g_string_free(table, nth > 0 && heads <= nth);
}

/* A line of a table. */
typedef struct {
  AdrefIncomingKind kind;
  guint level;
  char *id; /* NULL: none */
} Row;

static void clear_row(gpointer row)
{
  g_free(((Row *)row)->id);
}

typedef struct {
  const AdrefIncomingText *incoming;
  GArray *rows; /* of Row */
  GHashTable *ids;
  AdrefLocation place;
} TableReader;

static gboolean refuse_kind(const TableReader *self, const char *word, GError **error)
{
  adref_error_at(error, ADREF_ERROR_INPUT, self->place,
                 "\"%s\" is no kind; allowed are title, heading, heading3 to heading6, chapeau, "
                 "pp, op, item, closing, annex, more, date, skip",
                 word);
  return FALSE;
}

static gboolean read_kind(const TableReader *self, char *word, Row *row, GError **error)
{
  row->level = 0;
  if (g_str_has_prefix(word, "heading") && word[7] >= '2' && word[7] <= '6' && !word[8]) {
    row->level = (guint)(word[7] - '0');
    word[7] = '\0';
  }
  if (!adref_incoming_kind_read(word, &row->kind))
    return refuse_kind(self, word, error);
  if (row->kind == ADREF_INCOMING_TITLE)
    row->level = 1;
  else if (row->kind == ADREF_INCOMING_HEADING && row->level == 0)
    row->level = 2;
  return TRUE;
}

static gboolean read_id(const TableReader *self, const char *word, Row *row, GError **error)
{
  if (strcmp(word, "-") == 0)
    return TRUE;
  if (!adref_name_is(ADREF_NAME_CLAUSE, word)) {
    adref_error_at(error, ADREF_ERROR_INPUT, self->place,
                   "\"%s\" cannot be an id; allowed are %s; - is none", word,
                   adref_name_rule(ADREF_NAME_CLAUSE));
    return FALSE;
  }
  row->id = g_strdup(word);
  if (g_hash_table_add(self->ids, g_strdup(word)))
    return TRUE;
  adref_error_at(error, ADREF_ERROR_INPUT, self->place,
                 "the id \"%s\" stands twice; give each clause its own", word);
  return FALSE;
}

static gboolean refuse_other(const TableReader *self, GError **error)
{
  adref_error_at(error, ADREF_ERROR_INPUT, self->place,
                 "the table is not of this file: paragraph %u does not begin on this line; write "
                 "it anew with --dry-run",
                 self->rows->len + 1);
  return FALSE;
}

static gboolean read_row(TableReader *self, const char *text, GError **error)
{
  char kind[16] = "", id[128] = "";
  guint line = 0;
  if (sscanf(text, "%15s %127s %u", kind, id, &line) != 3) {
    adref_error_at(error, ADREF_ERROR_INPUT, self->place,
                   "a line has a kind, an id (or -), the line of the file and the first words");
    return FALSE;
  }
  if (self->rows->len >= self->incoming->paragraphs->len)
    return refuse_other(self, error);
  const AdrefIncomingParagraph *paragraph = self->incoming->paragraphs->pdata[self->rows->len];
  if (paragraph->line != line)
    return refuse_other(self, error);
  Row row = {0};
  gboolean good = read_kind(self, kind, &row, error) && read_id(self, id, &row, error);
  g_array_append_val(self->rows, row);
  return good;
}

static gboolean read_rows(TableReader *self, const char *table, GError **error)
{
  g_auto(GStrv) lines = g_strsplit(table, "\n", -1);
  for (char **line = lines; *line; line++) {
    self->place.line++;
    g_strstrip(*line);
    if (**line && **line != '#' && !read_row(self, *line, error))
      return FALSE;
  }
  if (self->rows->len == self->incoming->paragraphs->len)
    return TRUE;
  adref_error_at(error, ADREF_ERROR_INPUT, self->place,
                 "the table has %u paragraphs and the file %u; write it anew with --dry-run, and "
                 "leave paragraphs out with the kind skip",
                 self->rows->len, self->incoming->paragraphs->len);
  return FALSE;
}

static void apply(AdrefIncomingText *incoming, const GArray *rows)
{
  for (guint i = 0; i < rows->len; i++) {
    AdrefIncomingParagraph *paragraph = incoming->paragraphs->pdata[i];
    const Row *row = &g_array_index(rows, Row, i);
    paragraph->kind = row->kind;
    if (row->level > 0)
      paragraph->level = row->level;
    g_free(paragraph->id);
    paragraph->id = g_strdup(row->id);
  }
}

gboolean adref_paragraph_table_read(AdrefIncomingText *incoming, const char *table,
                                    const char *name, GError **error)
{
  g_autoptr(GArray) rows = g_array_new(FALSE, TRUE, sizeof(Row));
  g_autoptr(GHashTable) ids = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_array_set_clear_func(rows, clear_row);
  TableReader reader = {incoming, rows, ids, {name, 0, 1}};
  if (!read_rows(&reader, table, error))
    return FALSE;
  apply(incoming, rows);
  return TRUE;
}
