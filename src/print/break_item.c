#include "print/break_item.h"

#include <string.h>

#include "clause/icu.h"

enum {
  LINE_SEPARATOR = 3, /* bytes of U+2028 */
};

/* A passage while it is cut. */
typedef struct {
  AdrefAtoms *atoms;
  const AdrefPassage *passage;
  const char *text;
  gsize length;
  guint8 *levels; /* of each byte; NULL: all the same */
  guint span;
} Cutting;

static const AdrefSpan *span_of(Cutting *cutting, gsize byte)
{
  const GArray *spans = cutting->passage->spans;
  const AdrefSpan *all = (const AdrefSpan *)(const void *)spans->data;
  while (cutting->span + 1 < spans->len && all[cutting->span + 1].start <= byte)
    cutting->span++;
  return &all[cutting->span];
}

static gsize span_end(const Cutting *cutting)
{
  const GArray *spans = cutting->passage->spans;
  return cutting->span + 1 < spans->len ? g_array_index(spans, AdrefSpan, cutting->span + 1).start
                                        : cutting->length;
}

static guint8 level_at(const Cutting *cutting, gsize byte)
{
  return cutting->levels ? cutting->levels[byte] : (cutting->atoms->is_rtl ? 1 : 0);
}

static guint face_of(AdrefAtoms *atoms, guint look)
{
  guint none = G_MAXUINT;
  while (atoms->faces->len <= look)
    g_array_append_val(atoms->faces, none);
  guint *face = &g_array_index(atoms->faces, guint, look);
  if (*face == G_MAXUINT)
    *face = adref_shaper_face(atoms->shaper, &g_array_index(atoms->looks, AdrefLook, look).face);
  return *face;
}

/* What the clusters of a word give. */
static float spread_of(const AdrefAtoms *atoms, const AdrefAtom *atom)
{
  float size = g_array_index(atoms->looks, AdrefLook, atom->look).face.size;
  return ADREF_ATOM_SPREAD * size * (float)atom->shape->parts;
}

static void add_atom(Cutting *cutting, gsize start, gsize end, guint look, guint8 level)
{
  AdrefAtoms *atoms = cutting->atoms;
  AdrefAtom atom = {.start = start, .look = look, .level = level};
  atom.shape = adref_shape(atoms->shaper, face_of(atoms, look), cutting->text + start, end - start,
                           level & 1);
  atom.stretch = spread_of(atoms, &atom);
  g_array_append_val(atoms->atoms, atom);
}

static gsize next_character(const char *text, gsize at)
{
  return (gsize)(g_utf8_next_char(text + at) - text);
}

/* Where the look, the direction or what is shaped at once ends. */
static gsize piece_end(const Cutting *cutting, gsize start, gsize end)
{
  gsize stop = MIN(end, span_end(cutting));
  if (stop - start > ADREF_SHAPE_MOST) {
    stop = start + ADREF_SHAPE_MOST;
    while (((guchar)cutting->text[stop] & 0xC0) == 0x80)
      stop--;
  }
  guint8 level = level_at(cutting, start);
  if (cutting->levels)
    for (gsize at = start; at < stop; at = next_character(cutting->text, at))
      if (cutting->levels[at] != level)
        return at;
  return stop;
}

static void cut_word(Cutting *cutting, gsize start, gsize end)
{
  while (start < end) {
    guint look = span_of(cutting, start)->look;
    gsize stop = piece_end(cutting, start, end);
    add_atom(cutting, start, stop, look, level_at(cutting, start));
    start = stop;
  }
}

/* Scripts each letter of which is a word: a line is filled between them. */
static gboolean is_dense(gunichar c)
{
  return c >= 0x2E80;
}

static void put_room(Cutting *cutting, AdrefAtom *atom, gsize word_end, guint spaces)
{
  guint at = spaces > 0 ? span_of(cutting, word_end)->look : atom->look;
  const AdrefLook *look = &g_array_index(cutting->atoms->looks, AdrefLook, at);
  float size = look->face.size;
  atom->spaces = (guint8)MIN(spaces, G_MAXUINT8);
  if (spaces > 0) {
    const AdrefShape *space =
        adref_shape(cutting->atoms->shaper, face_of(cutting->atoms, at), " ", 1, FALSE);
    atom->glue = space->width * (float)atom->spaces;
    atom->stretch += look->face.family == ADREF_MONO ? 0.06F * size : 0.17F * size;
    atom->shrink = look->face.family == ADREF_MONO ? 0 : 0.07F * size;
  } else if (word_end > 0 &&
             is_dense(g_utf8_get_char(g_utf8_prev_char(cutting->text + word_end)))) {
    atom->stretch = 0.05F * size;
  }
}

/* "paragraph 4" is not broken, for the words of a reference keep their number; nor is the dash
 * before a party and what follows it. */
static gboolean is_bound(const Cutting *cutting, const AdrefAtom *atom, gsize end)
{
  static const char dash[] = "\342\200\223", space[] = "\302\240";
  const char *text = cutting->text;
  if (end > strlen(dash) && memcmp(text + end - strlen(dash), dash, strlen(dash)) == 0 &&
      strncmp(text + end, space, strlen(space)) == 0)
    return TRUE;
  return g_ascii_isdigit(text[end]) && atom->spaces == 1 &&
         g_array_index(cutting->atoms->looks, AdrefLook, atom->look).link > 0;
}

static gboolean ends_line(const Cutting *cutting, gsize end)
{
  return end >= LINE_SEPARATOR &&
         memcmp(cutting->text + end - LINE_SEPARATOR, "\342\200\250", LINE_SEPARATOR) == 0;
}

/* From one opportunity to the next: a word and the spaces behind it. */
static void cut_segment(Cutting *cutting, gsize start, gsize end)
{
  GArray *atoms = cutting->atoms->atoms;
  gboolean must = ends_line(cutting, end);
  gsize stop = must ? end - LINE_SEPARATOR : end;
  guint spaces = 0;
  while (stop > start && cutting->text[stop - 1] == ' ') {
    stop--;
    spaces++;
  }
  cut_word(cutting, start, stop);
  if (stop == start && (atoms->len == 0 || must))
    add_atom(cutting, start, start, span_of(cutting, start)->look, level_at(cutting, start));
  AdrefAtom *last = &g_array_index(atoms, AdrefAtom, atoms->len - 1);
  put_room(cutting, last, stop, spaces);
  last->after = must                           ? ADREF_BREAK_MUST
                : is_bound(cutting, last, end) ? ADREF_BREAK_NEVER
                                               : ADREF_BREAK_MAY;
}

static gboolean is_plain(const char *text, gsize length)
{
  static const char allowed[] = " ,.;:'";
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum(text[i]) && !(text[i] && strchr(allowed, text[i])))
      return FALSE;
  return TRUE;
}

/* Nothing but letters, digits and simple stops: lines are broken at spaces. */
static void cut_plain(Cutting *cutting)
{
  gsize start = 0;
  while (start < cutting->length) {
    const char *space = memchr(cutting->text + start, ' ', cutting->length - start);
    gsize end = space ? (gsize)(space - cutting->text) : cutting->length;
    while (end < cutting->length && cutting->text[end] == ' ')
      end++;
    cut_segment(cutting, start, end);
    start = end;
  }
}

static void cut_by_rules(Cutting *cutting)
{
  UErrorCode status = U_ZERO_ERROR;
  UText *text = utext_openUTF8(NULL, cutting->text, (int64_t)cutting->length, &status);
  const AdrefAtoms *atoms = cutting->atoms;
  gboolean by_phrase = cutting->passage->is_heading && atoms->phrases;
  UBreakIterator *breaks = by_phrase ? atoms->phrases : atoms->lines;
  ubrk_setUText(breaks, text, &status);
  int32_t start = ubrk_first(breaks);
  for (int32_t end; (end = ubrk_next(breaks)) != UBRK_DONE; start = end)
    cut_segment(cutting, (gsize)start, (gsize)end);
  utext_close(text);
}

/* Whether any byte begins a letter that is written from right to left, or a mark of direction. */
static gboolean may_turn(const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++) {
    guchar c = (guchar)text[i];
    if (c < 0xD6)
      continue;
    guchar next = i + 1 < length ? (guchar)text[i + 1] : 0;
    if (c <= 0xDF || (c == 0xE0 && next <= 0xA3) || (c == 0xEF && next >= 0xAC) || c >= 0xF0 ||
        (c == 0xE2 && (next == 0x80 || next == 0x81)))
      return TRUE;
  }
  return FALSE;
}

/* One level for each byte, as the bidirectional algorithm says. */
static guint8 *find_levels(const char *text, gsize length, gboolean is_rtl)
{
  UErrorCode status = U_ZERO_ERROR;
  int32_t units = 0;
  g_autofree UChar *wide = g_new(UChar, length + 1);
  u_strFromUTF8(wide, (int32_t)length + 1, &units, text, (int32_t)length, &status);
  UBiDi *bidi = ubidi_openSized(units, 0, &status);
  ubidi_setPara(bidi, wide, units, is_rtl ? 1 : 0, NULL, &status);
  const UBiDiLevel *levels = ubidi_getLevels(bidi, &status);
  guint8 *bytes = U_SUCCESS(status) && levels ? g_new(guint8, length) : NULL;
  int32_t unit = 0;
  for (gsize at = 0; bytes && at < length;) {
    gsize next = next_character(text, at);
    memset(bytes + at, levels[unit], next - at);
    unit += next - at == 4 ? 2 : 1;
    at = next;
  }
  ubidi_close(bidi);
  return bytes;
}

/* A part that is wider than the line falls into what a reader takes for its letters. */
static void cut_letters(Cutting *cutting, const AdrefAtom *atom)
{
  UErrorCode status = U_ZERO_ERROR;
  const char *letters = atom->shape->text;
  UText *text = utext_openUTF8(NULL, letters, -1, &status);
  UBreakIterator *breaks = cutting->atoms->characters;
  ubrk_setUText(breaks, text, &status);
  int32_t start = ubrk_first(breaks);
  for (int32_t end; (end = ubrk_next(breaks)) != UBRK_DONE; start = end) {
    add_atom(cutting, atom->start + (gsize)start, atom->start + (gsize)end, atom->look,
             atom->level);
    GArray *atoms = cutting->atoms->atoms;
    g_array_index(atoms, AdrefAtom, atoms->len - 1).after = ADREF_BREAK_MAY;
  }
  utext_close(text);
  GArray *atoms = cutting->atoms->atoms;
  AdrefAtom *last = &g_array_index(atoms, AdrefAtom, atoms->len - 1);
  last->glue = atom->glue;
  last->stretch += atom->stretch - spread_of(cutting->atoms, atom);
  last->shrink = atom->shrink;
  last->spaces = atom->spaces;
  last->after = atom->after == ADREF_BREAK_MUST ? ADREF_BREAK_MUST : ADREF_BREAK_MAY;
}

/* The first of the atoms that cannot be parted from the one before `end`, and their width. */
static gboolean is_too_wide(const GArray *atoms, guint *at, float width)
{
  float sum = 0;
  for (; *at < atoms->len; ++*at) {
    const AdrefAtom *atom = &g_array_index(atoms, AdrefAtom, *at);
    sum += adref_atom_width(atom);
    if (atom->after != ADREF_BREAK_NEVER)
      break;
    sum += atom->glue;
  }
  *at = MIN(*at + 1, atoms->len);
  return sum > width;
}

static gboolean fits(const GArray *atoms, float width)
{
  for (guint at = 0; at < atoms->len;)
    if (is_too_wide(atoms, &at, width))
      return FALSE;
  return TRUE;
}

static void cut_wide(Cutting *cutting, float width)
{
  GArray *old = cutting->atoms->atoms;
  cutting->atoms->atoms = g_array_new(FALSE, FALSE, sizeof(AdrefAtom));
  for (guint from = 0, to = 0; from < old->len; from = to) {
    gboolean wide = is_too_wide(old, &to, width);
    for (guint i = from; i < to; i++)
      if (wide && g_array_index(old, AdrefAtom, i).shape->text[0])
        cut_letters(cutting, &g_array_index(old, AdrefAtom, i));
      else
        g_array_append_val(cutting->atoms->atoms, g_array_index(old, AdrefAtom, i));
  }
  g_array_unref(old);
}

static AdrefRubyPart ruby_of(const Cutting *cutting, const AdrefAtom *atom)
{
  return g_array_index(cutting->atoms->looks, AdrefLook, atom->look).ruby;
}

static gboolean has_ruby(const Cutting *cutting)
{
  const GArray *spans = cutting->passage->spans;
  for (guint i = 0; i < spans->len; i++) {
    guint look = g_array_index(spans, AdrefSpan, i).look;
    if (g_array_index(cutting->atoms->looks, AdrefLook, look).ruby == ADREF_RUBY_OVER)
      return TRUE;
  }
  return FALSE;
}

/* The atoms of a reading become one, which no line parts from the word below it. */
static void bind_ruby(Cutting *cutting)
{
  GArray *old = cutting->atoms->atoms;
  GArray *new = cutting->atoms->atoms = g_array_new(FALSE, FALSE, sizeof(AdrefAtom));
  for (guint i = 0, next; i < old->len; i = next) {
    AdrefAtom atom = g_array_index(old, AdrefAtom, i);
    AdrefRubyPart part = ruby_of(cutting, &atom);
    for (next = i + 1; part == ADREF_RUBY_OVER && next < old->len; next++) {
      const AdrefAtom *more = &g_array_index(old, AdrefAtom, next);
      if (ruby_of(cutting, more) != ADREF_RUBY_OVER)
        break;
      atom.after = more->after;
    }
    if (part == ADREF_RUBY_OVER) {
      const AdrefAtom *last = &g_array_index(old, AdrefAtom, next - 1);
      gsize end = last->start + strlen(last->shape->text);
      atom.shape = adref_shape(cutting->atoms->shaper, face_of(cutting->atoms, atom.look),
                               cutting->text + atom.start, end - atom.start, atom.level & 1);
      atom.is_over = TRUE;
      atom.glue = last->glue;
      atom.spaces = last->spaces;
      atom.stretch = last->stretch;
      atom.shrink = last->shrink;
    } else if (part == ADREF_RUBY_UNDER) {
      atom.after = ADREF_BREAK_NEVER;
      atom.stretch = 0;
    }
    g_array_append_val(new, atom);
  }
  g_array_unref(old);
}

void adref_atoms_cut(AdrefAtoms *atoms, const AdrefPassage *passage, float width)
{
  Cutting cutting = {atoms, passage, passage->text->str, passage->text->len, NULL, 0};
  g_array_set_size(atoms->atoms, 0);
  atoms->is_mixed = FALSE;
  if (cutting.length == 0)
    return;
  if (atoms->is_rtl || may_turn(cutting.text, cutting.length)) {
    cutting.levels = find_levels(cutting.text, cutting.length, atoms->is_rtl);
    atoms->is_mixed = cutting.levels != NULL;
  }
  if (is_plain(cutting.text, cutting.length))
    cut_plain(&cutting);
  else
    cut_by_rules(&cutting);
  if (has_ruby(&cutting))
    bind_ruby(&cutting);
  if (!fits(atoms->atoms, width))
    cut_wide(&cutting, width);
  g_free(cutting.levels);
}
