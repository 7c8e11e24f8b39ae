#include "exchange/pasted/plain_pages.h"

#include <string.h>

#include "base/pattern.h"
#include "exchange/paragraphs/eastern_items.h"
#include "exchange/paragraphs/opening_words.h"
#include "exchange/pasted/plain_wrap.h"

enum {
  MOST_PAGES = 5000,
  LONGEST_HEAD = 100, /* characters of a running head */
  HEADS = 2,          /* lines of one */
  FAR = 100,          /* lines from the number of a page to the text */
  FEWEST_DOUBLE = 6,  /* lines of a text with an empty line between all of them */
  FEWEST_UNCASED = 34 /* characters of a line of a script without capitals that goes on */
};

typedef enum {
  PAGE_NONE,
  PAGE_NAMED, /* "Page 3 of 12", "- 3 -" */
  PAGE_SHARE, /* "3/12", perhaps beside the number of a document */
  PAGE_BARE   /* "3" */
} PageLine;

typedef struct {
  char **lines;
  guint count;
  const guint8 *breaks;
  guint8 *beside; /* by line */
} PageScan;

/* --- the number of a page --- */

static const AdrefPattern *pattern_of(PageLine form)
{
  static const char *const sources[] = {
      [PAGE_NONE] = "$^x",
      [PAGE_NAMED] =
          "^(?:page|seite|página|pagina|trang|halaman|стр\\.?|หน้า|صفحة) ?[0-9]{1,4}"
          "(?: ?(?:of|von|sur|de|di|dari|из|จาก|من|/) ?[0-9]{1,4})?$|"
          "^[0-9]{1,4} of [0-9]{1,4}$|^[-–—] ?[0-9]{1,4} ?[-–—]$|^[0-9]{1,4} ?(?:ページ|頁|页)$",
      [PAGE_SHARE] = "^(?:[0-9][0-9A-Z-]{4,19} {2,})?[0-9]{1,3} ?/ ?[0-9]{1,3}"
                     "(?: {2,}[0-9][0-9A-Z-]{4,19})?$",
      [PAGE_BARE] = "^[0-9]{1,4}$"};
  static AdrefPattern *patterns[G_N_ELEMENTS(sources)];
  static gsize once = 0;
  if (g_once_init_enter(&once)) {
    for (gsize i = 0; i < G_N_ELEMENTS(sources); i++)
      patterns[i] = adref_pattern_new(sources[i], TRUE, NULL);
    g_once_init_leave(&once, 1);
  }
  return patterns[form];
}

static gboolean has_form(PageLine form, const char *words)
{
  return adref_pattern_find(pattern_of(form), words, strlen(words), 0, NULL, NULL) ==
         ADREF_PATTERN_MATCH_YES;
}

static PageLine page_line(const char *line)
{
  const char *words = line + adref_eastern_indent(line);
  if (strlen(words) > LONGEST_HEAD || !strpbrk(words, "0123456789"))
    return PAGE_NONE;
  for (PageLine form = PAGE_NAMED; form <= PAGE_BARE; form++)
    if (has_form(form, words))
      return form;
  return PAGE_NONE;
}

/* The number of a page in a line of this form. */
static guint64 page_number(PageLine form, const char *line)
{
  const char *share = form == PAGE_SHARE ? strchr(line, '/') : NULL;
  while (share && share > line && share[-1] == ' ')
    share--;
  while (share && share > line && g_ascii_isdigit(share[-1]))
    share--;
  const char *digits = share ? share : strpbrk(line, "0123456789");
  return g_ascii_strtoull(digits, NULL, 10);
}

/* --- lines --- */

static const char *words_of(const PageScan *self, guint i)
{
  return self->lines[i] + adref_eastern_indent(self->lines[i]);
}

static gboolean is_empty(const PageScan *self, guint i)
{
  return !*words_of(self, i);
}

static gboolean is_text(const PageScan *self, guint i)
{
  return !is_empty(self, i) && !self->beside[i];
}

static gboolean is_divided_before(const PageScan *self, guint i)
{
  return i == 0 || i >= self->count || self->breaks[i] || !is_text(self, i - 1);
}

static gboolean is_divided_behind(const PageScan *self, guint i)
{
  return i + 1 >= self->count || self->breaks[i + 1] || !is_text(self, i + 1);
}

static gboolean is_alone(const PageScan *self, guint i)
{
  return is_divided_before(self, i) && is_divided_behind(self, i);
}

/* Whether a page begins or ends at a line, with nothing but empty lines between. */
static gboolean is_at_break(const PageScan *self, guint i)
{
  guint before = i, behind = i + 1;
  while (before > 0 && i - before < FAR && !self->breaks[before] && is_empty(self, before - 1))
    before--;
  while (behind < self->count && behind - i < FAR && !self->breaks[behind] &&
         is_empty(self, behind))
    behind++;
  return self->breaks[before] || (behind < self->count && self->breaks[behind]);
}

/* Whether the words of a line go on in another one: it ends no sentence, and the other one begins
 * small, or stands where capitals say nothing. */
static gboolean goes_on(const char *line, const char *behind)
{
  const char *words = behind + adref_eastern_indent(behind);
  gunichar first = g_utf8_get_char(words),
           last = g_utf8_get_char(g_utf8_prev_char(line + strlen(line)));
  if (adref_plain_wrap_ends_sentence(line) || adref_opening_number_length(words) > 0 ||
      adref_eastern_item_read(words).kind != ADREF_EASTERN_NONE || page_line(line) != PAGE_NONE)
    return FALSE;
  if (g_unichar_islower(first))
    return TRUE;
  if (adref_eastern_is_letter(first) && g_utf8_strlen(line, -1) * 2 >= FEWEST_UNCASED)
    return adref_eastern_is_letter(last) || last == 0x3001 || last == 0xFF0C;
  if (g_unichar_isupper(first) || !g_unichar_isalpha(first))
    return FALSE;
  return g_utf8_strlen(line, -1) >= FEWEST_UNCASED;
}

/* The next line of text from `i` on, or the number of lines. */
static guint next_text(const PageScan *self, guint i)
{
  while (i < self->count && !is_text(self, i))
    i++;
  return i;
}

/* Whether a paragraph goes on behind the lines around `i` that are no text. */
static gboolean divides_paragraph(const PageScan *self, guint i)
{
  guint before = i, behind = i + 1;
  while (before > 0 && i - before < FAR && !is_text(self, before - 1))
    before--;
  while (behind < self->count && behind - i < FAR && !is_text(self, behind))
    behind++;
  return before > 0 && behind < self->count && is_text(self, before - 1) && is_text(self, behind) &&
         goes_on(self->lines[before - 1], self->lines[behind]);
}

/* --- what stands beside the text --- */

/* Of numbers without a word each follows the one before, and something says that they are those of
 * pages. */
static void find_counted(PageScan *self, PageLine form)
{
  g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(guint));
  guint64 last = 0;
  gboolean is_page = FALSE;
  for (guint i = 0; i < self->count && found->len <= MOST_PAGES; i++) {
    if (!(is_divided_before(self, i) || is_divided_behind(self, i)) ||
        page_line(self->lines[i]) != form)
      continue;
    guint64 number = page_number(form, self->lines[i]);
    if (found->len > 0 && number != last + 1)
      return;
    last = number;
    g_array_append_val(found, i);
  }
  for (guint n = 0; n < found->len; n++) {
    guint i = g_array_index(found, guint, n);
    self->beside[i] = TRUE;
    is_page = is_page || is_at_break(self, i) || divides_paragraph(self, i);
  }
  is_page = is_page || (form == PAGE_SHARE && found->len > 1);
  for (guint n = 0; n < found->len; n++)
    self->beside[g_array_index(found, guint, n)] = is_page ? TRUE : FALSE;
}

static void find_numbers(PageScan *self)
{
  for (guint i = 0; i < self->count; i++)
    self->beside[i] = page_line(self->lines[i]) == PAGE_NAMED;
  find_counted(self, PAGE_SHARE);
  find_counted(self, PAGE_BARE);
}

/* What a page of the web has around its text, near its ends. */
static gboolean is_web_line(const char *words)
{
  static AdrefPattern *pattern = NULL;
  static gsize once = 0;
  if (g_once_init_enter(&once)) {
    pattern = adref_pattern_new(
        "^(?:skip to (?:the )?(?:main )?content|back to top|(?:share|print)(?: this page)?|"
        "\\[?ends\\]?|# # #|(?:home|accueil|inicio|início|startseite|beranda|trang chủ|หน้าแรก|"
        "ホーム|トップ|首页)(?: ?[>»›] ?[^>»›]+)+)$",
        TRUE, NULL);
    g_once_init_leave(&once, 1);
  }
  return adref_pattern_find(pattern, words, strlen(words), 0, NULL, NULL) ==
         ADREF_PATTERN_MATCH_YES;
}

static void find_web_lines(PageScan *self)
{
  enum {
    NEAR = 10 /* lines of text */
  };
  for (guint i = 0, seen = 0; i < self->count && seen < NEAR; i++) {
    seen += is_text(self, i) ? 1 : 0;
    self->beside[i] |= !is_empty(self, i) && is_web_line(words_of(self, i));
  }
  for (guint i = self->count, seen = 0; i > 0 && seen < NEAR; i--) {
    seen += is_text(self, i - 1) ? 1 : 0;
    self->beside[i - 1] |= !is_empty(self, i - 1) && is_web_line(words_of(self, i - 1));
  }
}

/* "A/79/L.12": the number of a document. */
static gboolean is_symbol(const char *line)
{
  return strchr(line, '/') && !strchr(line, ' ') && strpbrk(line, "0123456789");
}

/* Marks the lines around the end of a page that stand alone, which may be its running head. */
static void mark_heads(const PageScan *self, guint at, gboolean forward, guint8 *near)
{
  guint i = at;
  for (guint n = 0, far = 0; n < HEADS && far < FAR; far++) {
    if (forward ? ++i >= self->count : i-- == 0)
      return;
    if (!is_text(self, i))
      continue;
    if (!is_alone(self, i) || g_utf8_strlen(self->lines[i], -1) > LONGEST_HEAD)
      return;
    near[i] = TRUE;
    n++;
  }
}

/* How many of these lines have the same words. The caller frees. */
static GHashTable *count_words(const PageScan *self, const guint8 *near)
{
  GHashTable *counts = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < self->count; i++) {
    guint count = near[i] ? GPOINTER_TO_UINT(g_hash_table_lookup(counts, words_of(self, i))) : 0;
    if (near[i])
      g_hash_table_insert(counts, (gpointer)(guintptr)words_of(self, i),
                          GUINT_TO_POINTER(count + 1));
  }
  return counts;
}

/* A running head stands at two pages at least, or at one and as the first line of the text. That
 * one is the title, or the number of the document. */
static void find_heads(PageScan *self)
{
  g_autofree guint8 *near = g_new0(guint8, self->count + 1);
  for (guint i = 0; i < self->count; i++) {
    gboolean begins = self->breaks[i] && i > 0;
    if (!begins && !self->beside[i])
      continue;
    mark_heads(self, begins ? i - 1 : i, TRUE, near);
    mark_heads(self, i, FALSE, near);
  }
  g_autoptr(GHashTable) counts = count_words(self, near);
  guint top = next_text(self, 0);
  for (guint i = top; i < self->count; i++) {
    if (!is_text(self, i) || !is_alone(self, i))
      continue;
    const char *words = words_of(self, i);
    guint count = GPOINTER_TO_UINT(g_hash_table_lookup(counts, words));
    gboolean is_first = strcmp(words_of(self, top), words) == 0;
    near[i] = i == top ? count > 0 && is_symbol(words) : count > (is_first ? 0 : 1);
  }
  for (guint i = top; i < self->count; i++)
    self->beside[i] |= near[i] && is_text(self, i) && is_alone(self, i);
}

/* Whether all lines have an empty one between them, and a third of them go on. */
static gboolean is_double_spaced(const PageScan *self)
{
  guint lines = 0, go_on = 0;
  for (guint i = 0; i < self->count; i++) {
    if (!is_text(self, i))
      continue;
    if (!is_divided_behind(self, i))
      return FALSE;
    guint behind = next_text(self, i + 1);
    lines++;
    go_on += behind < self->count && goes_on(self->lines[i], self->lines[behind]);
  }
  return lines >= FEWEST_DOUBLE && go_on * 3 >= lines;
}

/* --- the order of lines --- */

typedef struct {
  GPtrArray *lines;
  GArray *numbers; /* of guint */
  GByteArray *beside;
} PageWriter;

static void put_line(PageWriter *self, const char *line, guint number, guint8 beside)
{
  g_ptr_array_add(self->lines, (gpointer)(guintptr)line);
  g_array_append_val(self->numbers, number);
  g_byte_array_append(self->beside, &beside, 1);
}

/* Puts a line of the text; what stands beside it is a paragraph. */
static void put(PageWriter *self, const PageScan *scan, guint i)
{
  guint last = self->lines->len;
  gboolean was_beside = last > 0 && self->beside->data[last - 1];
  const char *before = last > 0 ? self->lines->pdata[last - 1] : "";
  if ((was_beside && !is_empty(scan, i)) || (scan->beside[i] && *before))
    put_line(self, "", i + 1, FALSE);
  put_line(self, scan->lines[i], i + 1, scan->beside[i]);
}

static void put_gap(PageWriter *self, const PageScan *scan, guint from, guint end)
{
  for (guint i = from; i < end; i++)
    put(self, scan, i);
}

/* Whether a page ends in the lines from `from` on that are no text, or before line `end`. */
static gboolean has_page(const PageScan *self, guint from, guint end)
{
  for (guint i = from; i <= end && i < self->count; i++)
    if (self->breaks[i] || (i < end && self->beside[i]))
      return TRUE;
  return FALSE;
}

/* Lines beside the text wait until the paragraph ends that they divide. */
static void put_all(PageWriter *self, const PageScan *scan)
{
  gboolean is_double = is_double_spaced(scan);
  g_autoptr(GArray) waiting = g_array_new(FALSE, FALSE, sizeof(guint));
  guint i = next_text(scan, 0);
  put_gap(self, scan, 0, i);
  while (i < scan->count) {
    guint end = i;
    do {
      put(self, scan, end);
      end++;
    } while (end < scan->count && is_text(scan, end) && !scan->breaks[end]);
    guint behind = next_text(scan, end);
    gboolean joins = behind < scan->count && (is_double || has_page(scan, end, behind)) &&
                     goes_on(scan->lines[end - 1], scan->lines[behind]);
    for (guint gap = end; joins && gap < behind; gap++)
      if (scan->beside[gap])
        g_array_append_val(waiting, gap);
    for (guint n = 0; !joins && n < waiting->len; n++)
      put(self, scan, g_array_index(waiting, guint, n));
    if (!joins) {
      g_array_set_size(waiting, 0);
      put_gap(self, scan, end, behind);
    }
    i = behind;
  }
}

AdrefPlainPages *adref_plain_pages_read(char **lines, const guint8 *breaks)
{
  PageScan scan = {.lines = lines, .count = g_strv_length(lines), .breaks = breaks};
  PageWriter writer = {g_ptr_array_new(), g_array_new(FALSE, FALSE, sizeof(guint)),
                       g_byte_array_new()};
  scan.beside = g_new0(guint8, scan.count + 1);
  find_numbers(&scan);
  find_web_lines(&scan);
  find_heads(&scan);
  put_all(&writer, &scan);
  g_free(scan.beside);
  AdrefPlainPages *pages = g_new0(AdrefPlainPages, 1);
  put_line(&writer, NULL, scan.count, FALSE);
  pages->lines = (char **)g_ptr_array_free(writer.lines, FALSE);
  pages->numbers = (guint *)(gpointer)g_array_free(writer.numbers, FALSE);
  pages->beside = g_byte_array_free(writer.beside, FALSE);
  pages->from = lines;
  return pages;
}

void adref_plain_pages_free(AdrefPlainPages *pages)
{
  if (!pages)
    return;
  g_free(pages->lines);
  g_free(pages->numbers);
  g_free(pages->beside);
  g_strfreev(pages->from);
  g_free(pages);
}
