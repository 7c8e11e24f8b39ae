#include "view/terminal/concordance.h"

#include <jansson.h>
#include <string.h>

#include "base/markup.h"
#include "view/json/json.h"
#include "view/redline.h"
#include "view/terminal/terminal.h"
#include "view/terminal/terminal_columns.h"
#include "view/terminal_wrap.h"

static const AdrefNode *first_clause(const AdrefConcordance *self, const AdrefConcordanceRow *row)
{
  for (guint i = 0; i < self->count; i++)
    if (row->clauses[i])
      return row->clauses[i];
  return NULL;
}

/* --- terminal --- */

typedef struct {
  const AdrefConcordance *concordance;
  GString *out;
  AdrefTerminal **columns;
  guint width, window;
  gboolean color, is_wide;
  AdrefTerminalWrap *wrap;
} Screen;

static void put_line(const Screen *screen, const char *line, guint indent, guint style)
{
  adref_terminal_wrap_begin(screen->wrap, indent, 0, NULL);
  adref_terminal_wrap_string(screen->wrap, line, style);
  adref_terminal_wrap_end(screen->wrap);
}

static void put_in_column(const Screen *screen, GString *column, const char *line, guint style)
{
  g_autoptr(AdrefTerminalWrap) wrap =
      adref_terminal_wrap_new(column, screen->width, screen->color, "en");
  adref_terminal_wrap_begin(wrap, 0, 0, NULL);
  adref_terminal_wrap_string(wrap, line, style);
  adref_terminal_wrap_end(wrap);
}

static GString *column_of(const Screen *screen, const AdrefConcordanceRow *row, guint language)
{
  const AdrefNode *clause = row->clauses[language];
  const char *name = screen->concordance->languages[language];
  GString *column = g_string_new(NULL);
  if (!screen->is_wide)
    put_in_column(screen, column, name, ADREF_TERMINAL_STYLE_DIM);
  if (!clause) {
    g_autofree char *line = g_strdup_printf("(not in %s)", name);
    put_in_column(screen, column, line, ADREF_TERMINAL_STYLE_DIM);
    return column;
  }
  adref_terminal_put_words(screen->columns[language], clause);
  g_string_free(column, TRUE);
  g_autoptr(GString) words = adref_terminal_take(screen->columns[language]);
  column = g_string_new(NULL);
  if (!screen->is_wide)
    put_in_column(screen, column, name, ADREF_TERMINAL_STYLE_DIM);
  const char *text = words->str + strspn(words->str, "\n");
  g_string_append(column, text);
  return column;
}

static void put_differences(const Screen *screen, const GPtrArray *differences)
{
  for (guint i = 0; i < differences->len; i++) {
    const AdrefConcordanceDifference *difference = differences->pdata[i];
    g_autofree char *line =
        g_strdup_printf("%s %s", difference->proven ? "!" : "?", difference->line);
    put_line(screen, line, 2,
             difference->proven ? ADREF_TERMINAL_STYLE_BOLD | ADREF_TERMINAL_STYLE_COLOR * 1
                                : ADREF_TERMINAL_STYLE_DIM);
  }
}

static void put_columns(const Screen *screen, GString *const *columns)
{
  guint count = screen->concordance->count;
  if (screen->is_wide)
    adref_terminal_columns_put(screen->out, (const GString *const *)columns, count, screen->width);
  for (guint i = 0; i < count && !screen->is_wide; i++)
    g_string_append_len(screen->out, columns[i]->str, (gssize)columns[i]->len);
}

static void put_row(const Screen *screen, const AdrefConcordanceRow *row)
{
  guint count = screen->concordance->count;
  g_autofree char *name = adref_redline_name(first_clause(screen->concordance, row), NULL);
  g_autofree GString **columns = g_new(GString *, count);
  g_string_append_c(screen->out, '\n');
  put_line(screen, name, 0, ADREF_TERMINAL_STYLE_BOLD);
  for (guint i = 0; i < count; i++)
    columns[i] = column_of(screen, row, i);
  put_columns(screen, columns);
  put_differences(screen, row->differences);
  for (guint i = 0; i < count; i++)
    g_string_free(columns[i], TRUE);
}

static void put_head(const Screen *screen)
{
  guint count = screen->concordance->count;
  g_autofree char *names = g_strjoinv(", ", (char **)(guintptr)screen->concordance->languages);
  g_autofree char *line =
      g_strdup_printf("%s: %s; %u difference%s", screen->concordance->title, names,
                      screen->concordance->proven, screen->concordance->proven == 1 ? "" : "s");
  put_line(screen, line, 0, ADREF_TERMINAL_STYLE_BOLD);
  g_autofree GString **columns = g_new(GString *, count);
  for (guint i = 0; i < count; i++) {
    columns[i] = g_string_new(NULL);
    put_in_column(screen, columns[i], screen->concordance->languages[i], ADREF_TERMINAL_STYLE_DIM);
  }
  if (screen->is_wide)
    put_columns(screen, columns);
  for (guint i = 0; i < count; i++)
    g_string_free(columns[i], TRUE);
}

GString *adref_concordance_terminal(const AdrefConcordance *self, guint width, gboolean color)
{
  guint column = adref_terminal_columns_width(width, self->count);
  gboolean is_wide = column >= ADREF_CONCORDANCE_MIN_COLUMN;
  Screen screen = {.concordance = self,
                   .out = g_string_new(NULL),
                   .columns = g_new0(AdrefTerminal *, self->count),
                   .width = is_wide ? column : width,
                   .window = width,
                   .color = color,
                   .is_wide = is_wide};
  screen.wrap = adref_terminal_wrap_new(screen.out, width, color, "en");
  for (guint i = 0; i < self->count; i++)
    screen.columns[i] =
        adref_terminal_new(self->documents[i], &self->options[i], screen.width, color);
  put_head(&screen);
  for (guint i = 0; i < self->rows->len; i++)
    put_row(&screen, self->rows->pdata[i]);
  if (self->differences->len > 0)
    g_string_append_c(screen.out, '\n');
  put_differences(&screen, self->differences);
  for (guint i = 0; i < self->count; i++)
    adref_terminal_free(screen.columns[i]);
  g_free(screen.columns);
  adref_terminal_wrap_free(screen.wrap);
  return screen.out;
}

/* --- words of a clause, for other programs --- */

/* The words of a block with its brackets as they are written, without other marks. */
static void append_block(GString *words, const AdrefNode *block)
{
  AdrefWalk walk = adref_walk(block);
  while (adref_walk_next(&walk)) {
    const AdrefNode *node = walk.node;
    if (node->type == ADREF_NOTE || node->type == ADREF_COMMENT) {
      if (walk.entering)
        adref_walk_skip(&walk);
    } else if (node->type == ADREF_BRACKET) {
      g_string_append(words, walk.entering ? "[" : "]");
    } else if (node->type == ADREF_ALTERNATIVE) {
      g_autofree char *positions = walk.entering || !node->as.positions.groups
                                       ? NULL
                                       : adref_positions_text(node->as.positions.groups);
      if (walk.entering && node->prev)
        g_string_append(words, " / ");
      if (positions && *positions)
        g_string_append_printf(words, "%s- %s", words->str[words->len - 1] == '[' ? "" : " ",
                               positions);
    } else if (walk.entering && node->type == ADREF_BRACKET_EDGE) {
      g_string_append(words, node->as.edge.opens ? "[" : "]");
    } else if (walk.entering && node->type == ADREF_LINE_BREAK) {
      g_string_append_c(words, ' ');
    } else if (walk.entering && (node->type == ADREF_TEXT || node->type == ADREF_CODE)) {
      g_string_append_len(words, node->text, (gssize)node->length);
    } else if (!walk.entering && node != block && adref_node_is_block(node)) {
      g_string_append_c(words, '\n');
    }
  }
}

/* Paragraphs, items and cells are lines. Caller frees. */
static char *words_of(const AdrefNode *clause)
{
  GString *words = g_string_new(NULL);
  for (const AdrefNode *block = clause->first; block; block = block->next) {
    append_block(words, block);
    g_string_append_c(words, '\n');
  }
  g_auto(GStrv) lines = g_strsplit(words->str, "\n", -1);
  g_string_truncate(words, 0);
  for (char **line = lines; *line; line++) {
    g_strstrip(*line);
    if (**line)
      g_string_append_printf(words, "%s%s", words->len > 0 ? "\n" : "", *line);
  }
  return g_string_free(words, FALSE);
}

/* --- JSON --- */

static json_t *differences_json(const AdrefConcordance *self, const GPtrArray *differences)
{
  json_t *list = json_array();
  for (guint i = 0; i < differences->len; i++) {
    const AdrefConcordanceDifference *difference = differences->pdata[i];
    json_array_append_new(list, json_pack("{s:s, s:s, s:s?, s:s?, s:b}", "language",
                                          self->languages[difference->language], "type",
                                          difference->type, "first", difference->first, "second",
                                          difference->second, "proven", difference->proven));
  }
  return list;
}

static json_t *row_json(const AdrefConcordance *self, const AdrefConcordanceRow *row)
{
  const AdrefClause *facts = first_clause(self, row)->as.clause;
  json_t *texts = json_object();
  for (guint i = 0; i < self->count; i++) {
    g_autofree char *words = row->clauses[i] ? words_of(row->clauses[i]) : NULL;
    json_object_set_new(texts, self->languages[i], words ? json_string(words) : json_null());
  }
  return json_pack("{s:s?, s:s?, s:s, s:o, s:o}", "clause", facts->id, "number", facts->number,
                   "kind", adref_clause_kind_word(facts->kind), "texts", texts, "differences",
                   differences_json(self, row->differences));
}

GString *adref_concordance_json(const AdrefConcordance *self)
{
  json_t *languages = json_array(), *rows = json_array();
  for (guint i = 0; i < self->count; i++)
    json_array_append_new(languages, json_string(self->languages[i]));
  for (guint i = 0; i < self->rows->len; i++)
    json_array_append_new(rows, row_json(self, self->rows->pdata[i]));
  return adref_json_text(json_pack("{s:o, s:o, s:o}", "languages", languages, "rows", rows,
                                   "differences", differences_json(self, self->differences)));
}

/* --- TMX --- */

static void put_segment(GString *out, const char *language, const char *words)
{
  g_string_append(out, "      <tuv xml:lang=\"");
  adref_markup_escape_string(out, language);
  g_string_append(out, "\"><seg>");
  adref_markup_escape_string(out, words);
  g_string_append(out, "</seg></tuv>\n");
}

/* One unit, of the lines number `line` of the clauses, or of whole clauses (G_MAXUINT). */
static void put_unit(const AdrefConcordance *self, GString *out, const char *id, char ***lines,
                     guint line)
{
  g_string_append(out, "    <tu");
  if (id) {
    g_autofree char *name =
        line == G_MAXUINT ? g_strdup(id) : g_strdup_printf("%s.%u", id, line + 1);
    g_string_append(out, " tuid=\"");
    adref_markup_escape_string(out, name);
    g_string_append_c(out, '"');
  }
  g_string_append(out, ">\n");
  for (guint i = 0; i < self->count; i++) {
    if (!lines[i])
      continue;
    g_autofree char *whole = line == G_MAXUINT ? g_strjoinv(" ", lines[i]) : NULL;
    put_segment(out, self->languages[i], whole ? whole : lines[i][line]);
  }
  g_string_append(out, "    </tu>\n");
}

/* Paragraph by paragraph where all have as many, else the whole clauses. */
static void put_units(const AdrefConcordance *self, GString *out, const AdrefConcordanceRow *row)
{
  g_autofree char ***lines = g_new0(char **, self->count);
  guint count = 0, most = 0, fewest = G_MAXUINT;
  for (guint i = 0; i < self->count; i++) {
    g_autofree char *words = row->clauses[i] ? words_of(row->clauses[i]) : NULL;
    if (!words || !*words)
      continue;
    lines[i] = g_strsplit(words, "\n", -1);
    most = MAX(most, g_strv_length(lines[i]));
    fewest = MIN(fewest, g_strv_length(lines[i]));
    count++;
  }
  const char *id = first_clause(self, row)->as.clause->id;
  for (guint line = 0; count > 1 && most == fewest && most > 1 && line < most; line++)
    put_unit(self, out, id, lines, line);
  if (count > 1 && (most != fewest || most == 1))
    put_unit(self, out, id, lines, G_MAXUINT);
  for (guint i = 0; i < self->count; i++)
    g_strfreev(lines[i]);
}

GString *adref_concordance_tmx(const AdrefConcordance *self, const char *tool)
{
  GString *out = g_string_new("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                              "<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">\n<tmx version=\"1.4\">\n  "
                              "<header creationtool=\"adref\" creationtoolversion=\"");
  adref_markup_escape_string(out, tool);
  g_string_append(out, "\" segtype=\"paragraph\" o-tmf=\"adref\" adminlang=\"en\" srclang=\"");
  adref_markup_escape_string(out, self->languages[0]);
  g_string_append(out, "\" datatype=\"plaintext\"/>\n  <body>\n");
  for (guint i = 0; i < self->rows->len; i++)
    put_units(self, out, self->rows->pdata[i]);
  g_string_append(out, "  </body>\n</tmx>\n");
  return out;
}

/* --- for pages --- */

static char *line_of(const AdrefConcordance *self, const AdrefConcordanceDifference *difference,
                     const AdrefPageWords *words)
{
  AdrefLanguageDifference found = {difference->kind, difference->clause, difference->first,
                                   difference->second};
  return adref_language_difference_line(&found, self->languages[0],
                                        self->languages[difference->language], words);
}

GHashTable *adref_concordance_notes(const AdrefConcordance *self, const AdrefPageWords *table)
{
  GHashTable *notes = g_hash_table_new_full(NULL, NULL, NULL, g_free);
  for (guint i = 0; i < self->rows->len; i++) {
    const AdrefConcordanceRow *row = self->rows->pdata[i];
    g_autoptr(GString) words = g_string_new(NULL);
    for (guint j = 0; j < row->differences->len; j++) {
      const AdrefConcordanceDifference *difference = row->differences->pdata[j];
      g_autofree char *line = line_of(self, difference, table);
      if (difference->proven)
        g_string_append_printf(words, "%s%s", words->len > 0 ? "; " : "", line);
    }
    if (words->len > 0)
      g_hash_table_insert(notes, (gpointer)(guintptr)first_clause(self, row), g_strdup(words->str));
  }
  return notes;
}
