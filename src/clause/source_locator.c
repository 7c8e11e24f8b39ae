#include "clause/source_locator.h"

#include <string.h>

#include "base/byte_scan.h"

void adref_places_init(AdrefPlaces *places, const AdrefPrepared *source)
{
  *places = (AdrefPlaces){.source = source, .column = 1};
}

static void find_lines(AdrefPlaces *places)
{
  const AdrefPrepared *source = places->source;
  places->lines = g_array_new(FALSE, FALSE, sizeof(gsize));
  gsize start = 0;
  g_array_append_val(places->lines, start);
  const char *end = source->text + source->length, *p = source->text;
  while (p < end && (p = memchr(p, '\n', (gsize)(end - p)))) {
    start = (gsize)(++p - source->text);
    g_array_append_val(places->lines, start);
  }
}

void adref_places_clear(AdrefPlaces *places)
{
  g_clear_pointer(&places->lines, g_array_unref);
}

static gboolean has_line(AdrefPlaces *places, guint line)
{
  if (!places->lines)
    find_lines(places);
  return line > 0 && line <= places->lines->len;
}

static gsize line_start(const AdrefPlaces *places, guint line)
{
  return g_array_index(places->lines, gsize, line - 1);
}

static gsize line_end(const AdrefPlaces *places, guint line)
{
  return line < places->lines->len ? line_start(places, line + 1) - 1 : places->source->length;
}

/* Bytes before the words on a later line of a paragraph. */
static gsize prefix_length(const char *line, gsize length, guint quotes)
{
  gsize i = 0;
  for (;;) {
    while (i < length && (line[i] == ' ' || line[i] == '\t'))
      i++;
    if (quotes == 0 || i >= length || line[i] != '>')
      return i;
    quotes--;
    i++;
  }
}

static guint count_columns(const AdrefPlaces *places, const char *from, const char *to)
{
  guint columns = (guint)adref_span_characters(from, (gsize)(to - from));
  if (places->source->signs[0][0])
    for (const char *p = from; p < to; p++)
      columns += adref_prepared_sign(places->source, p) < ADREF_SIGN_WORDS;
  return columns;
}

static void note_gone(AdrefPlaces *places, char letter)
{
  gsize count = strlen(places->gone);
  if (count + 1 >= sizeof places->gone)
    return;
  places->gone[count] = letter;
  places->gone[count + 1] = '\0';
}

guint adref_places_find(AdrefPlaces *places, const AdrefLinePlace *line, guint column, char sought)
{
  if (!has_line(places, line->line))
    return 0;
  gsize start = line_start(places, line->line), end = line_end(places, line->line);
  const char *text = places->source->text + start;
  if (line->line != places->line) {
    places->line = line->line;
    places->byte = 0;
    places->column = 1;
    places->gone[0] = '\0';
  }
  if (strchr(places->gone, sought))
    return 0;
  gsize at = column > 0 ? column - 1 : 0;
  if (line->continues)
    at = column - MIN(column, line->column) + prefix_length(text, end - start, line->quotes);
  at = MAX(at, places->byte);
  const char *found = at < end - start ? memchr(text + at, sought, end - start - at) : NULL;
  if (!found) {
    note_gone(places, sought);
    return 0;
  }
  gsize offset = (gsize)(found - text);
  guint answer = places->column + count_columns(places, text + places->byte, found);
  places->byte = offset + 1;
  places->column = answer + 1;
  return answer;
}

gboolean adref_places_line_ends(AdrefPlaces *places, guint line, char c)
{
  if (!has_line(places, line))
    return FALSE;
  gsize end = line_end(places, line);
  return end > line_start(places, line) && places->source->text[end - 1] == c;
}
