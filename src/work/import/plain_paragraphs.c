#include "work/import/plain_paragraphs.h"

#include <string.h>

#include "clause/labels/item_label.h"
#include "exchange/paragraphs/opening_words.h"

typedef struct {
  gboolean numbered;    /* paragraphs have numbers */
  gboolean labelled;    /* lists have typed labels */
  gboolean nested;      /* these stand in the numbered paragraphs */
  gboolean bullets;     /* lists without numbers do */
  gboolean tables;      /* tables do */
  gboolean loose;       /* empty lines stand between items with labels */
  GHashTable *headings; /* words -> the marks before them, "## " */
} Lists;

typedef struct {
  GString *out;
  Lists lists;
  gsize indent;    /* of what belongs to the numbered paragraph above; 0: there is none */
  gboolean inside; /* the line before is of an item with a label */
  gboolean empty;  /* empty lines stand between */
} Paragraphs;

/* "(a)" at the start of words. */
static gboolean has_label(const char *words)
{
  AdrefItemLabel label = {0};
  if (*words == '(')
    label = adref_item_label_read(words, strlen(words));
  return label.length > 0 &&
         (label.kind == ADREF_ITEM_LABEL_LETTER || label.kind == ADREF_ITEM_LABEL_ROMAN);
}

static gboolean has_bullet(const char *words)
{
  return *words && strchr("-*+", *words) && words[1] == ' ';
}

static void add_heading(const Lists *self, const char *line)
{
  gsize marks = strspn(line, "#");
  if (marks > 0 && line[marks] == ' ')
    g_hash_table_insert(self->headings, g_strdup(line + marks + 1), g_strndup(line, marks + 1));
}

static Lists find_lists(GBytes *known)
{
  Lists lists = {.headings = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free)};
  gsize length;
  const char *text = g_bytes_get_data(known, &length);
  g_autofree char *copy = g_strndup(text, length);
  g_auto(GStrv) lines = g_strsplit(copy, "\n", -1);
  gboolean label_before = FALSE; /* of the last line that is not empty */
  for (char **line = lines; *line; line++) {
    gsize digits = strspn(*line, "0123456789"), indent = strspn(*line, " ");
    gboolean label = has_label(*line + indent);
    lists.numbered =
        lists.numbered || (digits > 0 && (*line)[digits] == '.' && (*line)[digits + 1] == ' ');
    lists.labelled = lists.labelled || label;
    lists.nested = lists.nested || (label && indent > 1);
    lists.loose = lists.loose || (label && label_before && line > lines && !*line[-1]);
    label_before = (*line)[indent] ? label : label_before;
    lists.tables = lists.tables || (indent > 1 && (*line)[indent] == '|');
    lists.bullets = lists.bullets || (indent > 1 && has_bullet(*line + indent));
    add_heading(&lists, *line);
  }
  return lists;
}

/* The digits of "12\. The Parties", whose sign is escaped; 0: another line. */
static gsize number_length(const char *line)
{
  gsize digits = strspn(line, "0123456789");
  return digits > 0 && g_str_has_prefix(line + digits, "\\. ") ? digits : 0;
}

/* A line that begins with a number in other figures, "１　" or "٣. ", or with a label as in
 * Japanese, "（a）": with them as the known text has them, "1\. " and "(a) ". NULL: another line.
 * Caller frees.
 */
static char *narrow_start(const Lists *lists, const char *line)
{
  gsize indent = strspn(line, " "), length = 0;
  const char *words = line + indent;
  if ((guchar)*words < 0x80)
    return NULL;
  gunichar first = g_utf8_get_char(words);
  g_autofree char *number =
      lists->numbered && g_unichar_isdigit(first) ? adref_opening_number(words, &length) : NULL;
  if (number && strspn(number, "0123456789") == strlen(number))
    return g_strdup_printf("%.*s%s\\. %s", (int)indent, line, number, words + length);
  if (!lists->labelled || first != 0xFF08 || !g_ascii_islower(words[3]) ||
      !g_str_has_prefix(words + 4, "）"))
    return NULL;
  const char *rest = g_utf8_next_char(words + 4);
  return g_strdup_printf("%.*s(%c) %s", (int)indent, line, words[3], rest + (*rest == ' ' ? 1 : 0));
}

static void begin_line(Paragraphs *self, gboolean label)
{
  if (self->inside && label)
    g_string_append(self->out, self->lists.loose ? "\n\n" : "\\\n");
  else if (self->out->len > 0)
    g_string_append(self->out, self->empty ? "\n\n" : "\n");
  self->empty = FALSE;
}

static void add_item(Paragraphs *self, const char *line)
{
  begin_line(self, TRUE);
  gsize indent = self->lists.nested ? self->indent : 0;
  g_string_append_printf(self->out, "%*s%s", (int)indent, "", line);
  self->inside = TRUE;
}

/* The "#" at the start of a line, which are escaped in plain text; *length is that of all that
 * stands before the words. 0: there are none. */
static guint typed_marks(const char *line, gsize *length)
{
  guint marks = 0;
  const char *at = line;
  for (; *at == '#' || g_str_has_prefix(at, "\\#"); marks++)
    at += *at == '\\' ? 2 : 1;
  *length = (gsize)(at - line) + 1;
  return *at == ' ' && marks <= 6 ? marks : 0;
}

/* The marks of a heading: those that it had when the text went out, or that were typed; *words is
 * then behind them. Caller frees. */
static char *heading_marks(const Paragraphs *self, const char **words)
{
  gsize length;
  const char *known = g_hash_table_lookup(self->lists.headings, *words);
  guint marks = typed_marks(*words, &length);
  if (known || marks == 0 || g_hash_table_size(self->lists.headings) == 0)
    return g_strdup(known ? known : "");
  *words += length;
  return g_strdup_printf("%.*s ", (int)marks, "######");
}

/* `alone`: an empty line stands before and behind it. */
static void add_line(Paragraphs *self, const char *line, gboolean alone)
{
  gsize digits = self->lists.numbered ? number_length(line) : 0, rest = strspn(line, " ");
  if (!line[rest]) {
    self->empty = TRUE;
    return;
  }
  if (self->lists.labelled && (!self->lists.nested || self->indent > 0) && has_label(line)) {
    add_item(self, line);
    return;
  }
  if (self->inside && !self->empty && rest > 0) {
    g_string_append_printf(self->out, " %s", line + rest); /* an item's next line */
    return;
  }
  begin_line(self, FALSE);
  self->inside = FALSE;
  if (self->indent > 0 && ((self->lists.bullets && has_bullet(line + rest)) ||
                           (self->lists.tables && line[rest] == '|'))) {
    g_string_append_printf(self->out, "%*s%s", (int)self->indent, "", line);
    return;
  }
  self->indent = digits > 0 ? digits + 2 : rest > 0 ? self->indent : 0;
  g_autofree char *heading = alone ? heading_marks(self, &line) : g_strdup("");
  g_string_append(self->out, heading);
  g_string_append_len(self->out, line, (gssize)digits);
  g_string_append(self->out, line + digits + (digits > 0 ? 1 : 0));
}

GString *adref_plain_paragraphs_number(const GString *markdown, GBytes *known)
{
  Paragraphs paragraphs = {.out = g_string_new(NULL), .lists = find_lists(known)};
  g_auto(GStrv) lines = g_strsplit(markdown->str, "\n", -1);
  for (char **line = lines; *line; line++) {
    char *narrow = narrow_start(&paragraphs.lists, *line);
    if (!narrow)
      continue;
    g_free(*line);
    *line = narrow;
  }
  for (char **line = lines; *line; line++)
    add_line(&paragraphs, *line, (line == lines || !*line[-1]) && (!line[1] || !*line[1]));
  g_string_append_c(paragraphs.out, '\n');
  g_hash_table_unref(paragraphs.lists.headings);
  return paragraphs.out;
}
