#include "clause/preprocess.h"

#include <string.h>

#include "base/byte_scan.h"
#include "base/error.h"
#include "base/file.h"
#include "clause/cmark_inlines.h"
#include "clause/wrapped_parenthesis.h"

enum {
  MAX_LABEL = 1000 /* bytes of a label, as cmark reads it */
};

static const char letters[ADREF_SENTINELS] = {'[', ']', '/', '-', ':', '~', '(', ':', '['};

/* Candidates for sentinels: rare characters that cmark counts as punctuation, like the escaped
 * characters themselves, and then control characters. */
static const gunichar candidates[] = {
    0x0700, 0x0701, 0x0702, 0x0703, 0x0704, 0x0705, 0x0706, 0x0707, 0x0708, 0x0709, 0x070A, 0x070B,
    0x070C, 0x070D, 0x055A, 0x055B, 0x055C, 0x055D, 0x055E, 0x055F, 0x07F7, 0x07F8, 0x07F9, 0x0080,
    0x0081, 0x0082, 0x0083, 0x0084, 0x0086, 0x0087, 0x0088, 0x0089, 0x008A, 0x008B, 0x008C, 0x008D,
    0x008E, 0x008F, 0x0090, 0x0091, 0x0092, 0x0093, 0x0094, 0x0095, 0x0096, 0x0097, 0x0098, 0x0099,
};

/* The characters that numeric references in the text denote: "&#1793;", "&#x701;". */
static GHashTable *referenced_characters(const AdrefPreprocessed *self)
{
  GHashTable *characters = g_hash_table_new(g_direct_hash, g_direct_equal);
  const char *end = self->text + self->length, *p = self->text;
  while ((p = adref_byte_scan_pair(p, end, "&#"))) {
    p += 2;
    gboolean hexadecimal = *p == 'x' || *p == 'X';
    guint64 number = g_ascii_strtoull(p + (hexadecimal ? 1 : 0), NULL, hexadecimal ? 16 : 10);
    g_hash_table_add(characters, GSIZE_TO_POINTER((gsize)number));
  }
  return characters;
}

/* Whether a text has a character of two bytes. */
static gboolean has_character(const AdrefPreprocessed *self, const char *utf8)
{
  return adref_byte_scan_pair(self->text, self->text + self->length, utf8) != NULL;
}

static void choose_sentinels(AdrefPreprocessed *self)
{
  g_autoptr(GHashTable) taken = referenced_characters(self);
  guint sentinel = 0;
  for (gsize i = 0; i < G_N_ELEMENTS(candidates) && sentinel < ADREF_SENTINELS; i++) {
    char utf8[7] = {0};
    g_unichar_to_utf8(candidates[i], utf8);
    if (has_character(self, utf8) ||
        g_hash_table_contains(taken, GSIZE_TO_POINTER((gsize)candidates[i])))
      continue;
    memcpy(self->sentinels[sentinel], utf8, 2);
    self->kinds[(guchar)utf8[0]] = ADREF_BYTE_CLASS_SENTINEL;
    sentinel++;
  }
}

/* Whether the text may have a numeric reference, such as "&#32;" for a space. */
static gboolean has_reference(const AdrefPreprocessed *self)
{
  const char *end = self->text + self->length, *p = self->text;
  while (p < end && (p = memchr(p, '&', (gsize)(end - p))))
    if (++p < end && *p == '#')
      return TRUE;
  return FALSE;
}

static void init_kinds(AdrefPreprocessed *self)
{
  static const char special[] = "\t\n\v\f\r[]";
  for (gsize i = 0; i < sizeof special; i++)
    self->kinds[(guchar)special[i]] = ADREF_BYTE_CLASS_SPECIAL;
  if (adref_byte_scan_has_double(self->text, self->length, ' ') || has_reference(self))
    self->kinds[' '] = ADREF_BYTE_CLASS_SPACE;
}

static void unify_line_ends(AdrefPreprocessed *self)
{
  if (self->length == 0 || !memchr(self->text, '\r', self->length))
    return;
  GString *text = g_string_sized_new(self->length);
  for (gsize i = 0; i < self->length; i++) {
    if (self->text[i] != '\r')
      g_string_append_c(text, self->text[i]);
    else if (i + 1 >= self->length || self->text[i + 1] != '\n')
      g_string_append_c(text, '\n');
  }
  self->length = text->len;
  self->owned = g_string_free(text, FALSE);
  self->text = self->owned;
}

/* The "[" of the label that ends at `close`, if only white space and the marks of quotes and lists
 * precede it in its line; else NULL. */
static const char *label_start(const AdrefPreprocessed *self, const char *close)
{
  const char *p = close;
  while (p > self->text && close - p <= MAX_LABEL) {
    p--;
    gboolean escaped = p > self->text && p[-1] == '\\';
    if (*p == ']' && !escaped)
      return NULL;
    if (*p == '[' && !escaped)
      break;
  }
  if (*p != '[')
    return NULL;
  for (const char *line = p; line > self->text && line[-1] != '\n'; line--)
    if (!strchr(" \t>-+*0123456789.)", line[-1]))
      return NULL;
  return p;
}

/* The following functions need a text that ends with a NUL byte, in `owned`.
 *
 * Whether the words behind "[label]:" can be a URL that only a title may follow. */
static gboolean is_destination(const char *p)
{
  p += strspn(p, " \t");
  if (*p == '\n')
    p += 1 + strspn(p + 1, " \t>");
  if (*p == '\0' || *p == '\n')
    return FALSE;
  p += *p == '<' ? strcspn(p, ">\n") + 1 : strcspn(p, " \t\n");
  if (p[-1] == '\0')
    return FALSE;
  p += strspn(p, " \t");
  return *p == '\0' || strchr("\n\"'(", *p) != NULL;
}

static char *fold_label(const char *start, gsize length)
{
  g_autofree char *label = g_strndup(start, length);
  g_auto(GStrv) words = g_strsplit_set(label, " \t\n", -1);
  GString *joined = g_string_new(NULL);
  for (char **word = words; *word; word++)
    if (**word)
      g_string_append_printf(joined, "%s ", *word);
  char *folded = g_utf8_casefold(joined->str, -1);
  g_string_free(joined, TRUE);
  return folded;
}

typedef struct {
  char *label;
  gsize open, colon; /* offsets */
} LinkDefinition;

static void definition_clear(gpointer data)
{
  g_free(((LinkDefinition *)data)->label);
}

static GArray *find_definitions(const AdrefPreprocessed *self)
{
  GArray *found = g_array_new(FALSE, FALSE, sizeof(LinkDefinition));
  g_array_set_clear_func(found, definition_clear);
  const char *end = self->text + self->length, *p = self->text;
  while ((p = adref_byte_scan_pair(p, end, "]:"))) {
    const char *open = label_start(self, p);
    if (open && is_destination(p + 2)) {
      LinkDefinition definition = {fold_label(open + 1, (gsize)(p - open - 1)),
                                   (gsize)(open - self->text), (gsize)(p + 1 - self->text)};
      g_array_append_val(found, definition);
    }
    p += 2;
  }
  return found;
}

/* The labels to which the text may refer: those of all brackets that are no definition. */
static GHashTable *find_references(const AdrefPreprocessed *self)
{
  GHashTable *labels = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  const char *open = NULL;
  for (const char *p = self->text; p < self->text + self->length; p++) {
    if (*p == '\\' && p + 1 < self->text + self->length)
      p++;
    else if (*p == '[')
      open = p + 1;
    else if (*p == ']' && open) {
      gboolean defines = p[1] == ':' && label_start(self, p);
      if (!defines && p - open <= MAX_LABEL)
        g_hash_table_add(labels, fold_label(open, (gsize)(p - open)));
      open = NULL;
    }
  }
  return labels;
}

static void report_definition(AdrefTextCursor *cursor, const char *open, gboolean again,
                              GPtrArray *problems)
{
  adref_text_cursor_advance(cursor, open);
  adref_problem(problems, cursor->line, cursor->column,
                again ? "a second link definition of the same label; kept as words"
                      : "a link definition that nothing refers to; kept as words");
}

/* The offsets of the colons of definitions that cmark would drop. */
static GHashTable *swallowed_definitions(const AdrefPreprocessed *self, GPtrArray *problems)
{
  g_autoptr(GArray) definitions = find_definitions(self);
  if (definitions->len == 0)
    return NULL;
  g_autoptr(GHashTable) references = find_references(self);
  g_autoptr(GHashTable) defined = g_hash_table_new(g_str_hash, g_str_equal);
  GHashTable *colons = g_hash_table_new(g_direct_hash, g_direct_equal);
  AdrefTextCursor cursor = {self->text, 1, 1};
  for (guint i = 0; i < definitions->len; i++) {
    const LinkDefinition *definition = &g_array_index(definitions, LinkDefinition, i);
    if (definition->label[0] == '^') { /* the words of a footnote */
      g_hash_table_add(colons, GSIZE_TO_POINTER(definition->colon));
      continue;
    }
    gboolean again = !g_hash_table_add(defined, definition->label);
    if (!again && g_hash_table_contains(references, definition->label))
      continue;
    g_hash_table_add(colons, GSIZE_TO_POINTER(definition->colon));
    report_definition(&cursor, self->text + definition->open, again, problems);
  }
  return colons;
}

static AdrefSentinel escape_sentinel(char c)
{
  for (guint sentinel = 0; sentinel < ADREF_SENTINEL_DEFINITION; sentinel++)
    if (letters[sentinel] == c)
      return sentinel;
  return ADREF_SENTINELS;
}

/* --- footnotes --- */

static gboolean is_label_letter(const char *p)
{
  if ((guchar)*p < 0x80)
    return g_ascii_isalnum(*p);
  if ((guchar)*p >= ADREF_ESCAPED_SLASH)
    return FALSE;
  gunichar c = g_utf8_get_char(p);
  return g_unichar_isalnum(c) || g_unichar_ismark(c);
}

gsize adref_footnote_label_length(const char *text)
{
  gsize length = 0;
  for (const char *p = text; p - text < MAX_LABEL; p = g_utf8_next_char(p)) {
    if (is_label_letter(p))
      length = (gsize)(g_utf8_next_char(p) - text);
    else if (p == text || *p == '\0' || !strchr("-_.", *p))
      break;
  }
  return length;
}

/* Whether the text of a footnote begins at text[at]: "[^1]:" at the start of a line. */
static gboolean begins_footnote(const AdrefPreprocessed *self, gsize at)
{
  const char *mark = self->text + at, *p = mark;
  while (p > self->text && (p[-1] == ' ' || p[-1] == '\t'))
    p--;
  if (p > self->text && p[-1] != '\n')
    return FALSE;
  gsize length = mark[1] == '^' ? adref_footnote_label_length(mark + 2) : 0;
  const char *end = mark + 2 + length;
  return length > 0 && (g_str_has_prefix(end, "]:") || g_str_has_prefix(end, "]\\:"));
}

/* A bullet that begins no line of the text, so that footnotes stand in a list of their own. */
static char choose_bullet(const AdrefPreprocessed *self)
{
  static const char bullets[] = "+*-";
  gboolean used[sizeof bullets] = {FALSE};
  for (const char *line = self->text; line; line = strchr(line, '\n')) {
    line += *line == '\n';
    line += strspn(line, " \t>");
    const char *bullet = *line ? strchr(bullets, *line) : NULL;
    if (bullet)
      used[bullet - bullets] = TRUE;
  }
  for (guint i = 0; i < sizeof bullets - 1; i++)
    if (!used[i])
      return bullets[i];
  return bullets[0];
}

static void put_footnote(const AdrefPreprocessed *self, GString *text)
{
  g_string_append_c(text, self->bullet);
  g_string_append(text, "   ");
  g_string_append_len(text, self->sentinels[ADREF_SENTINEL_FOOTNOTE], 2);
}

/* Where the next byte stands, from `at`, that may be replaced, or a parenthesis. */
static gsize next_replaced(const AdrefPreprocessed *self, gsize at, gboolean colons,
                           const GArray *parentheses, guint closed)
{
  const char stops[] = {'\\', '[', colons ? ':' : '\\'};
  gsize end = parentheses && closed < parentheses->len ? g_array_index(parentheses, gsize, closed)
                                                       : self->length;
  return at < end ? at + adref_byte_scan_until_three(stops, self->text + at, end - at) : at;
}

/* `parentheses` (NULL: none) get an escape, which begins no list. */
static void replace_escapes(AdrefPreprocessed *self, GHashTable *colons, const GArray *parentheses)
{
  guint closed = 0; /* of the parentheses */
  GString *text = g_string_sized_new(self->length + 16);
  for (gsize i = 0; i < self->length; i++) {
    gsize next = next_replaced(self, i, colons != NULL, parentheses, closed);
    g_string_append_len(text, self->text + i, (gssize)(next - i));
    i = next;
    if (i == self->length)
      break;
    char c = self->text[i];
    AdrefSentinel sentinel = ADREF_SENTINELS;
    if (c == '\\' && i + 1 < self->length) {
      c = self->text[i + 1];
      sentinel = escape_sentinel(c);
      if (sentinel == ADREF_SENTINELS || !self->sentinels[sentinel][0]) {
        g_string_append_len(text, self->text + i++, 2);
        continue;
      }
      i++;
    } else if (c == '[' && self->sentinels[ADREF_SENTINEL_FOOTNOTE][0] &&
               begins_footnote(self, i)) {
      put_footnote(self, text);
      i++;
      continue;
    } else if (colons && c == ':' && g_hash_table_contains(colons, GSIZE_TO_POINTER(i))) {
      sentinel = ADREF_SENTINEL_DEFINITION;
    } else if (parentheses && closed < parentheses->len &&
               g_array_index(parentheses, gsize, closed) == i) {
      g_string_append_c(text, '\\');
      closed++;
    }
    if (sentinel < ADREF_SENTINELS && self->sentinels[sentinel][0])
      g_string_append_len(text, self->sentinels[sentinel], 2);
    else
      g_string_append_c(text, c);
  }
  g_free(self->owned);
  self->length = text->len;
  self->owned = g_string_free(text, FALSE);
  self->text = self->owned;
}

static gboolean may_define(const AdrefPreprocessed *self)
{
  const char *end = self->text + self->length, *p = self->text;
  while (p < end && (p = memchr(p, ']', (gsize)(end - p))))
    if (++p < end && *p == ':')
      return TRUE;
  return FALSE;
}

/* Only a list that begins with 1 ends a paragraph for every Markdown viewer. */
static void report_parentheses(const AdrefPreprocessed *self, const GArray *parentheses,
                               GPtrArray *problems)
{
  AdrefTextCursor cursor = {self->text, 1, 1};
  for (guint i = 0; i < parentheses->len; i++) {
    const char *digit = self->text + g_array_index(parentheses, gsize, i) - 1;
    if (*digit != '1' || (digit > self->text && g_ascii_isdigit(digit[-1])))
      continue;
    adref_text_cursor_advance(&cursor, digit);
    adref_problem_hint(problems, cursor.line, cursor.column,
                       "\"1)\" closes the parenthesis above; another Markdown viewer begins a list "
                       "here");
  }
}

void adref_preprocess(AdrefPreprocessed *preprocessed, const char *source, gsize length,
                      GPtrArray *problems)
{
  *preprocessed = (AdrefPreprocessed){.text = source, .length = length};
  init_kinds(preprocessed);
  unify_line_ends(preprocessed);
  gboolean escapes = memchr(preprocessed->text, '\\', preprocessed->length) != NULL;
  g_autoptr(GArray) parentheses =
      adref_wrapped_parentheses_find(preprocessed->text, preprocessed->length);
  if (!escapes && !parentheses && !may_define(preprocessed))
    return;
  if (!preprocessed->owned)
    preprocessed->text = preprocessed->owned = g_strndup(preprocessed->text, preprocessed->length);
  g_autoptr(GHashTable) colons = swallowed_definitions(preprocessed, problems);
  const char *end = preprocessed->text + preprocessed->length;
  gboolean footnotes = adref_byte_scan_pair(preprocessed->text, end, "[^") != NULL;
  if (!escapes && !parentheses && !colons && !footnotes)
    return;
  if (parentheses)
    report_parentheses(preprocessed, parentheses, problems);
  choose_sentinels(preprocessed);
  preprocessed->bullet = choose_bullet(preprocessed);
  replace_escapes(preprocessed, colons, parentheses);
}

void adref_preprocessed_clear(AdrefPreprocessed *preprocessed)
{
  g_clear_pointer(&preprocessed->owned, g_free);
}

AdrefSentinel adref_preprocessed_sentinel(const AdrefPreprocessed *preprocessed, const char *p)
{
  if (preprocessed->kinds[(guchar)p[0]] == ADREF_BYTE_CLASS_SENTINEL)
    for (guint sentinel = 0; sentinel < ADREF_SENTINELS; sentinel++)
      if (p[0] == preprocessed->sentinels[sentinel][0] &&
          p[1] == preprocessed->sentinels[sentinel][1])
        return sentinel;
  return ADREF_SENTINELS;
}

char *adref_preprocessed_restore(const AdrefPreprocessed *preprocessed, const char *text,
                                 gboolean plain)
{
  if (!preprocessed->sentinels[0][0])
    return g_strdup(text);
  GString *out = g_string_new(NULL);
  for (const char *p = text; *p; p++) {
    AdrefSentinel sentinel = adref_preprocessed_sentinel(preprocessed, p);
    if (sentinel == ADREF_SENTINELS) {
      g_string_append_c(out, *p);
      continue;
    }
    if (!plain && sentinel < ADREF_SENTINEL_DEFINITION)
      g_string_append_c(out, '\\');
    if (sentinel == ADREF_SENTINEL_FOOTNOTE && out->len >= ADREF_FOOTNOTE_BULLET)
      g_string_truncate(out, out->len - ADREF_FOOTNOTE_BULLET);
    g_string_append_c(out, letters[sentinel]);
    if (sentinel == ADREF_SENTINEL_FOOTNOTE)
      g_string_append_c(out, '^');
    p++;
  }
  return g_string_free(out, FALSE);
}
