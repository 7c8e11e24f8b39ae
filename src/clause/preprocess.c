#include "clause/preprocess.h"

#include <string.h>

#include "base/byte_scan.h"
#include "base/error.h"
#include "base/file.h"

enum {
  MAX_LABEL = 999
};

static const char letters[ADREF_SIGNS] = {'[', ']', '/', '-', ':', ':'};

/* Rare letters that cmark counts as punctuation, as it does the escaped characters themselves, and
 * behind them control characters. */
static const gunichar candidates[] = {
    0x0700, 0x0701, 0x0702, 0x0703, 0x0704, 0x0705, 0x0706, 0x0707, 0x0708, 0x0709, 0x070A, 0x070B,
    0x070C, 0x070D, 0x055A, 0x055B, 0x055C, 0x055D, 0x055E, 0x055F, 0x07F7, 0x07F8, 0x07F9, 0x0080,
    0x0081, 0x0082, 0x0083, 0x0084, 0x0086, 0x0087, 0x0088, 0x0089, 0x008A, 0x008B, 0x008C, 0x008D,
    0x008E, 0x008F, 0x0090, 0x0091, 0x0092, 0x0093, 0x0094, 0x0095, 0x0096, 0x0097, 0x0098, 0x0099,
};

/* The characters that numeric references in the text stand for: "&#1793;", "&#x701;". */
static GHashTable *referred(const AdrefPrepared *self)
{
  GHashTable *characters = g_hash_table_new(g_direct_hash, g_direct_equal);
  const char *end = self->text + self->length, *p = self->text;
  while ((p = memmem(p, (gsize)(end - p), "&#", 2))) {
    p += 2;
    gboolean hexadecimal = *p == 'x' || *p == 'X';
    guint64 number = g_ascii_strtoull(p + (hexadecimal ? 1 : 0), NULL, hexadecimal ? 16 : 10);
    g_hash_table_add(characters, GSIZE_TO_POINTER((gsize)number));
  }
  return characters;
}

static void choose_signs(AdrefPrepared *self)
{
  g_autoptr(GHashTable) taken = referred(self);
  guint sign = 0;
  for (gsize i = 0; i < G_N_ELEMENTS(candidates) && sign < ADREF_SIGNS; i++) {
    char utf8[7] = {0};
    g_unichar_to_utf8(candidates[i], utf8);
    if (memmem(self->text, self->length, utf8, 2) ||
        g_hash_table_contains(taken, GSIZE_TO_POINTER((gsize)candidates[i])))
      continue;
    memcpy(self->signs[sign], utf8, 2);
    self->kinds[(guchar)utf8[0]] = ADREF_BYTE_SIGN;
    sign++;
  }
}

/* Whether a numeric reference, "&#32;", may be any letter. */
static gboolean has_reference(const AdrefPrepared *self)
{
  const char *end = self->text + self->length, *p = self->text;
  while (p < end && (p = memchr(p, '&', (gsize)(end - p))))
    if (++p < end && *p == '#')
      return TRUE;
  return FALSE;
}

static void init_kinds(AdrefPrepared *self)
{
  static const char special[] = "\t\n\v\f\r[]";
  for (gsize i = 0; i < sizeof special; i++)
    self->kinds[(guchar)special[i]] = ADREF_BYTE_SPECIAL;
  if (adref_span_has_twice(self->text, self->length, ' ') || has_reference(self))
    self->kinds[' '] = ADREF_BYTE_SPACE;
}

static void unify_line_ends(AdrefPrepared *self)
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

/* The "[" that begins the label ending at `close`, when it is the first thing of its line but for
 * white space and the marks of quotes and lists; else NULL. */
static const char *label_start(const AdrefPrepared *self, const char *close)
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

/* From here on the text is owned and ends with a NUL byte.
 *
 * Whether what stands behind "[label]:" can be a destination with nothing but a title behind it. */
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
} Definition;

static void definition_clear(gpointer data)
{
  g_free(((Definition *)data)->label);
}

static GArray *find_definitions(const AdrefPrepared *self)
{
  GArray *found = g_array_new(FALSE, FALSE, sizeof(Definition));
  g_array_set_clear_func(found, definition_clear);
  const char *end = self->text + self->length, *p = self->text;
  while ((p = memmem(p, (gsize)(end - p), "]:", 2))) {
    const char *open = label_start(self, p);
    if (open && is_destination(p + 2)) {
      Definition definition = {fold_label(open + 1, (gsize)(p - open - 1)),
                               (gsize)(open - self->text), (gsize)(p + 1 - self->text)};
      g_array_append_val(found, definition);
    }
    p += 2;
  }
  return found;
}

/* Labels that something in the text may refer to: all bracketed runs that define nothing. */
static GHashTable *find_references(const AdrefPrepared *self)
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

static void report_definition(AdrefSpot *spot, const char *open, gboolean again,
                              GPtrArray *problems)
{
  adref_spot_move(spot, open);
  adref_problem(problems, spot->line, spot->column,
                again ? "a second link definition of the same label; kept as words"
                      : "a link definition that nothing refers to; kept as words");
}

/* Offsets of the colons of definitions that cmark would swallow. */
static GHashTable *swallowed(const AdrefPrepared *self, GPtrArray *problems)
{
  g_autoptr(GArray) definitions = find_definitions(self);
  if (definitions->len == 0)
    return NULL;
  g_autoptr(GHashTable) references = find_references(self);
  g_autoptr(GHashTable) defined = g_hash_table_new(g_str_hash, g_str_equal);
  GHashTable *colons = g_hash_table_new(g_direct_hash, g_direct_equal);
  AdrefSpot spot = {self->text, 1, 1};
  for (guint i = 0; i < definitions->len; i++) {
    const Definition *definition = &g_array_index(definitions, Definition, i);
    if (definition->label[0] == '^') { /* the words of a footnote */
      g_hash_table_add(colons, GSIZE_TO_POINTER(definition->colon));
      continue;
    }
    gboolean again = !g_hash_table_add(defined, definition->label);
    if (!again && g_hash_table_contains(references, definition->label))
      continue;
    g_hash_table_add(colons, GSIZE_TO_POINTER(definition->colon));
    report_definition(&spot, self->text + definition->open, again, problems);
  }
  return colons;
}

static AdrefSign escaped_sign(char c)
{
  for (guint sign = 0; sign < ADREF_SIGN_WORDS; sign++)
    if (letters[sign] == c)
      return sign;
  return ADREF_SIGNS;
}

static void replace_signs(AdrefPrepared *self, GHashTable *colons)
{
  GString *text = g_string_sized_new(self->length + 16);
  for (gsize i = 0; i < self->length; i++) {
    char c = self->text[i];
    AdrefSign sign = ADREF_SIGNS;
    if (c == '\\' && i + 1 < self->length) {
      c = self->text[i + 1];
      sign = escaped_sign(c);
      if (sign == ADREF_SIGNS || !self->signs[sign][0]) {
        g_string_append_len(text, self->text + i++, 2);
        continue;
      }
      i++;
    } else if (colons && c == ':' && g_hash_table_contains(colons, GSIZE_TO_POINTER(i))) {
      sign = ADREF_SIGN_WORDS;
    }
    if (sign < ADREF_SIGNS && self->signs[sign][0])
      g_string_append_len(text, self->signs[sign], 2);
    else
      g_string_append_c(text, c);
  }
  g_free(self->owned);
  self->length = text->len;
  self->owned = g_string_free(text, FALSE);
  self->text = self->owned;
}

static gboolean may_define(const AdrefPrepared *self)
{
  const char *end = self->text + self->length, *p = self->text;
  while (p < end && (p = memchr(p, ']', (gsize)(end - p))))
    if (++p < end && *p == ':')
      return TRUE;
  return FALSE;
}

void adref_prepare(AdrefPrepared *prepared, const char *source, gsize length, GPtrArray *problems)
{
  *prepared = (AdrefPrepared){.text = source, .length = length};
  init_kinds(prepared);
  unify_line_ends(prepared);
  gboolean escapes = memchr(prepared->text, '\\', prepared->length) != NULL;
  if (!escapes && !may_define(prepared))
    return;
  if (!prepared->owned)
    prepared->text = prepared->owned = g_strndup(prepared->text, prepared->length);
  g_autoptr(GHashTable) colons = swallowed(prepared, problems);
  if (!escapes && !colons)
    return;
  choose_signs(prepared);
  replace_signs(prepared, colons);
}

void adref_prepared_clear(AdrefPrepared *prepared)
{
  g_clear_pointer(&prepared->owned, g_free);
}

AdrefSign adref_prepared_sign(const AdrefPrepared *prepared, const char *p)
{
  if (prepared->kinds[(guchar)p[0]] == ADREF_BYTE_SIGN)
    for (guint sign = 0; sign < ADREF_SIGNS; sign++)
      if (p[0] == prepared->signs[sign][0] && p[1] == prepared->signs[sign][1])
        return sign;
  return ADREF_SIGNS;
}

char *adref_prepared_restore(const AdrefPrepared *prepared, const char *text, gboolean plain)
{
  if (!prepared->signs[0][0])
    return g_strdup(text);
  GString *out = g_string_new(NULL);
  for (const char *p = text; *p; p++) {
    AdrefSign sign = adref_prepared_sign(prepared, p);
    if (sign == ADREF_SIGNS) {
      g_string_append_c(out, *p);
      continue;
    }
    if (!plain && sign != ADREF_SIGN_WORDS)
      g_string_append_c(out, '\\');
    g_string_append_c(out, letters[sign]);
    p++;
  }
  return g_string_free(out, FALSE);
}
