#include "exchange/pasted/prose_columns.h"

#include <string.h>

#include "base/error.h"
#include "clause/text/text_language.h"
#include "exchange/paragraphs/eastern_items.h"
#include "exchange/pasted/plain_wrap.h"

enum {
  LEAST = 18,      /* places of a cell on the screen, on average */
  FEWEST_BOTH = 4, /* lines with words of both columns */
  GAP = 2          /* spaces between the columns */
};

/* Where the right column begins in a line: its place on the screen, and the byte. */
typedef struct {
  guint column; /* 0: the line has one column */
  gsize at;
} Gutter;

/* On the screen. */
static guint letter_width(const char *at)
{
  return g_unichar_iswide(g_utf8_get_char(at)) ? 2 : 1;
}

static guint width_of(const char *words)
{
  guint width = 0;
  for (; *words; words = g_utf8_next_char(words))
    width += letter_width(words);
  return width;
}

/* The words that begin at a place of the screen, behind a gap; `column` 0: those behind the widest
 * gap between words. */
static Gutter find_gutter(const char *line, guint column)
{
  Gutter found = {0};
  guint place = 0, spaces = 0, widest = GAP;
  gboolean is_begun = FALSE;
  for (const char *at = line; *at; at = g_utf8_next_char(at)) {
    if (*at == ' ') {
      spaces++;
      place++;
      continue;
    }
    gboolean fits = column > 0 ? place == column && spaces >= GAP : is_begun && spaces >= widest;
    if (fits) {
      found = (Gutter){place, (gsize)(at - line)};
      widest = spaces;
    }
    is_begun = TRUE;
    spaces = 0;
    place += letter_width(at);
  }
  return found;
}

/* A part of the lines: what stands in two columns. */
typedef struct {
  guint first, end;
  guint column;
} ProseRegion;

static gboolean is_in_both(const char *line, Gutter gutter)
{
  return gutter.column > 0 && strspn(line, " ") < gutter.at;
}

/* The end of the lines from `first` on that fit to the columns, empty ones among them: of the last
 * paragraphs that stand side by side. */
static guint find_end(const AdrefPlainPages *pages, guint first, guint column, guint *both)
{
  guint end = first + 1, here = 0; /* lines in both columns, behind the last empty one */
  *both = 0;
  for (guint i = first; pages->lines[i] && !pages->beside[i]; i++) {
    const char *line = pages->lines[i];
    Gutter gutter = find_gutter(line, column);
    if ((!*line && here == 0) || (!gutter.column && width_of(line) >= column))
      break;
    guint in_both = is_in_both(line, gutter) ? 1 : 0;
    here = *line ? here + in_both : 0;
    *both += in_both;
    end = here > 0 ? i + 1 : end;
  }
  return end;
}

/* The words of one column in a line. Caller frees. */
static char *cell_of(const char *line, guint column, gboolean right)
{
  Gutter gutter = find_gutter(line, column);
  if (right)
    return g_strdup(gutter.column > 0 ? line + gutter.at : "");
  return g_strchomp(g_strndup(line, gutter.column > 0 ? gutter.at : strlen(line)));
}

static gboolean begins_inside(const char *words)
{
  gunichar first = g_utf8_get_char(words + adref_eastern_indent(words));
  return g_unichar_islower(first) || adref_eastern_is_letter(first);
}

/* The width of the widest cell of a column. */
static guint width_of_column(const AdrefPlainPages *pages, const ProseRegion *region,
                             gboolean right)
{
  guint width = 0;
  for (guint i = region->first; i < region->end; i++) {
    g_autofree char *cell = cell_of(pages->lines[i], region->column, right);
    width = MAX(width, width_of(cell));
  }
  return width;
}

/* Whether a cell goes on in the next one: its sentence does, and it is full, so that the next word
 * had no room in it. The rows of a table have room. */
static gboolean goes_on(const char *cell, const char *next, guint width)
{
  const char *first = next + adref_eastern_indent(next);
  gboolean is_eastern = adref_eastern_is_letter(g_utf8_get_char(first));
  gsize length = is_eastern ? (gsize)(g_utf8_next_char(first) - first) : strcspn(first, " ");
  g_autofree char *word = g_strndup(first, length);
  gboolean is_full = width_of(cell) + (is_eastern ? 0 : 1) + width_of(word) > width;
  return is_full && !adref_plain_wrap_ends_sentence(cell) && begins_inside(next);
}

/* Whether the words of a column are prose: a third of its lines go on in the next one, and a
 * sentence ends. */
static gboolean is_prose(const AdrefPlainPages *pages, const ProseRegion *region, gboolean right)
{
  guint cells = 0, pairs = 0, go_on = 0, ends = 0, width = 0;
  guint widest = width_of_column(pages, region, right);
  g_autofree char *before = g_strdup("");
  for (guint i = region->first; i < region->end; i++) {
    char *cell = cell_of(pages->lines[i], region->column, right);
    cells += *cell ? 1 : 0;
    ends += *cell && adref_plain_wrap_ends_sentence(cell) ? 1 : 0;
    width += width_of(cell);
    if (*before && *cell) {
      pairs++;
      go_on += goes_on(before, cell, widest) ? 1 : 0;
    }
    g_free(before);
    before = cell;
  }
  return ends > 0 && width >= cells * LEAST && go_on >= 2 && go_on * 3 >= pairs;
}

/* Whether a line of dashes stands in the region or beside it, as in a table. */
static gboolean has_rule(const AdrefPlainPages *pages, const ProseRegion *region)
{
  for (guint i = region->first > 0 ? region->first - 1 : 0; i <= region->end && pages->lines[i];
       i++)
    if (strstr(pages->lines[i], "---") &&
        strspn(pages->lines[i], "- |+:") == strlen(pages->lines[i]))
      return TRUE;
  return FALSE;
}

/* What stands in columns from line `first` on. FALSE: it is no prose. */
static gboolean read_region(const AdrefPlainPages *pages, guint first, ProseRegion *region)
{
  guint both = 0;
  Gutter gutter = find_gutter(pages->lines[first], 0);
  *region = (ProseRegion){first, first + 1, gutter.column};
  if (!gutter.column || pages->beside[first])
    return FALSE;
  region->end = find_end(pages, first, gutter.column, &both);
  return both >= FEWEST_BOTH && !has_rule(pages, region) && is_prose(pages, region, FALSE) &&
         is_prose(pages, region, TRUE);
}

/* The lines as they are read. */
typedef struct {
  const AdrefPlainPages *pages;
  GPtrArray *lines; /* of char *, owned */
  GArray *numbers;
  GByteArray *beside;
} LineList;

/* Takes `words` for those of a line of the pages. */
static void put(LineList *self, guint line, char *words)
{
  g_ptr_array_add(self->lines, words);
  g_array_append_val(self->numbers, self->pages->numbers[line]);
  g_byte_array_append(self->beside, &self->pages->beside[line], 1);
}

/* The columns that are read. */
typedef enum {
  BOTH,
  LEFT,
  RIGHT,
} Choice;

/* An empty line ends each column. */
static void put_region(LineList *self, const ProseRegion *region, Choice choice)
{
  for (guint right = choice == RIGHT ? 1 : 0; right < (choice == LEFT ? 1 : 2); right++) {
    for (guint i = region->first; i < region->end; i++)
      put(self, i, cell_of(self->pages->lines[i], region->column, right == 1));
    const char *next = self->pages->lines[region->end];
    if ((right == 0 && choice == BOTH) || (next && *next))
      put(self, region->end - 1, g_strdup(""));
  }
}

/* The language of one column of the regions (of ProseRegion); NULL: its words are too few to tell.
 */
static const char *language_of(const AdrefPlainPages *pages, const ProseRegion *regions,
                               guint count, gboolean right)
{
  g_autoptr(GString) words = g_string_new(NULL);
  for (guint r = 0; r < count; r++)
    for (guint i = regions[r].first; i < regions[r].end; i++) {
      g_autofree char *cell = cell_of(pages->lines[i], regions[r].column, right);
      g_string_append_printf(words, "%s\n", cell);
    }
  return adref_text_language_guess(words->str, words->len);
}

/* Says where columns were. */
static void say(const AdrefPlainPages *pages, const ProseRegion *region, Choice choice,
                GPtrArray *problems)
{
  const char *left = language_of(pages, region, 1, FALSE),
             *right = language_of(pages, region, 1, TRUE);
  guint line = pages->numbers[region->first], last = pages->numbers[region->end - 1];
  if (choice != BOTH)
    adref_problem_hint(problems, line, 1,
                       "of two columns in two languages, up to line %u, the %s one is read", last,
                       choice == LEFT ? "left" : "right");
  else if (left && right && strcmp(left, right) != 0)
    adref_problem(problems, line, 1,
                  "two columns in two languages, %s and %s, up to line %u, are read as one "
                  "text; --lang %s takes one column alone, or put each into a file of its own: "
                  "NAME.%s.txt, NAME.%s.txt",
                  left, right, last, right, left, right);
  else
    adref_problem_hint(problems, line, 1,
                       "two columns of prose, up to line %u, are read one after the other", last);
}

/* The column of a language, where the columns of all regions are of two. */
static Choice choose(const AdrefPlainPages *pages, const GArray *regions, const char *language)
{
  const ProseRegion *all = (const ProseRegion *)(gconstpointer)regions->data;
  const char *left = language ? language_of(pages, all, regions->len, FALSE) : NULL,
             *right = language ? language_of(pages, all, regions->len, TRUE) : NULL;
  if (!left || !right || strcmp(left, right) == 0)
    return BOTH;
  gsize length = strcspn(language, "-");
  gboolean is_left = strlen(left) == length && strncmp(left, language, length) == 0,
           is_right = strlen(right) == length && strncmp(right, language, length) == 0;
  return is_left ? LEFT : is_right ? RIGHT : BOTH;
}

static GArray *find_regions(const AdrefPlainPages *pages)
{
  GArray *regions = g_array_new(FALSE, FALSE, sizeof(ProseRegion));
  ProseRegion region;
  for (guint i = 0; pages->lines[i]; i = region.end)
    if (read_region(pages, i, &region))
      g_array_append_val(regions, region);
  return regions;
}

static void take(AdrefPlainPages *pages, LineList *list)
{
  guint count = list->lines->len;
  g_free(pages->lines);
  g_free(pages->numbers);
  g_free(pages->beside);
  g_strfreev(pages->from);
  pages->from = (char **)g_ptr_array_free(list->lines, FALSE);
  pages->lines = g_memdup2(pages->from, sizeof *pages->lines * count);
  pages->numbers = (guint *)(gpointer)g_array_free(list->numbers, FALSE);
  pages->beside = g_byte_array_free(list->beside, FALSE);
}

void adref_prose_columns_divide(AdrefPlainPages *pages, const char *language, GPtrArray *problems)
{
  LineList list = {pages, g_ptr_array_new(), g_array_new(FALSE, FALSE, sizeof(guint)),
                   g_byte_array_new()};
  g_autoptr(GArray) regions = find_regions(pages);
  Choice choice = choose(pages, regions, language);
  guint line = 0;
  for (guint r = 0; r <= regions->len; r++) {
    const ProseRegion *region = r < regions->len ? &g_array_index(regions, ProseRegion, r) : NULL;
    for (; pages->lines[line] && !(region && line == region->first); line++)
      put(&list, line, g_strdup(pages->lines[line]));
    if (!region)
      break;
    say(pages, region, choice, problems);
    put_region(&list, region, choice);
    line = region->end;
  }
  put(&list, line, NULL);
  take(pages, &list);
}
