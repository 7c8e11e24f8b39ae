#include "print/line_breaker.h"

#include "base/error.h"
#include "clause/icu.h"
#include "print/break_item.h"

enum {
  MOST_LOOKS = (1 << 24) - 1
};

/* A place where a line may begin, and the best way there. */
typedef struct {
  guint atom;
  guint from; /* place of the node where the line before begins */
  double cost;
} Node;

struct AdrefSetterTools {
  AdrefAtoms atoms;
  GHashTable *places; /* AdrefLook -> its place in the looks + 1 */
  GArray *nodes;      /* of Node */
  GArray *active;     /* of guint: nodes whose line is not full yet */
  GArray *sums;       /* of Sum: of all atoms before one */
  GArray *breaks;     /* of guint: atoms that begin a line */
  GArray *levels;     /* of UBiDiLevel */
  GArray *order;      /* of int32_t */
};

typedef struct {
  double width, stretch, shrink;
} Sum;

static UBreakIterator *open_breaks(UBreakIteratorType type, const char *language, const char *how,
                                   GError **error)
{
  g_autofree char *locale = g_strconcat(language ? language : "en", "@lb=strict", how, NULL);
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *breaks = ubrk_open(type, locale, NULL, 0, &status);
  if (U_SUCCESS(status))
    return breaks;
  adref_error(error, ADREF_ERROR_SYSTEM, "ICU cannot break lines: %s", u_errorName(status));
  return NULL;
}

static guint hash_look(gconstpointer data)
{
  const AdrefLook *look = data;
  guint hash = (look->foot * 31 + look->link) * 31 + look->color;
  hash = (hash * 31 + look->lines * 8 + look->face.family) * 4 + look->ruby;
  hash = hash * 31 + (look->face.is_bold ? 1U : 0U) + (look->face.is_italic ? 2U : 0U);
  return hash * 31 + (guint)(look->face.size * 64);
}

static gboolean equal_looks(gconstpointer a, gconstpointer b)
{
  const AdrefLook *x = a, *y = b;
  return x->face.family == y->face.family && x->face.is_bold == y->face.is_bold &&
         x->face.is_italic == y->face.is_italic && x->face.size == y->face.size &&
         x->color == y->color && x->rise == y->rise && x->lines == y->lines && x->link == y->link &&
         x->foot == y->foot && x->ruby == y->ruby;
}

AdrefSetter *adref_setter_new(AdrefShaper *shaper, const char *language, GError **error)
{
  AdrefSetter *setter = g_new0(AdrefSetter, 1);
  struct AdrefSetterTools *tools = setter->tools = g_new0(struct AdrefSetterTools, 1);
  setter->shaper = shaper;
  setter->looks = g_array_new(FALSE, FALSE, sizeof(AdrefLook));
  setter->pieces = g_array_new(FALSE, FALSE, sizeof(AdrefPiece));
  setter->is_rtl = adref_shaper_script(shaper)->is_rtl;
  tools->atoms = (AdrefAtoms){.shaper = shaper,
                              .looks = setter->looks,
                              .faces = g_array_new(FALSE, FALSE, sizeof(guint)),
                              .is_rtl = setter->is_rtl,
                              .atoms = g_array_new(FALSE, FALSE, sizeof(AdrefAtom))};
  tools->places = g_hash_table_new_full(hash_look, equal_looks, g_free, NULL);
  tools->nodes = g_array_new(FALSE, FALSE, sizeof(Node));
  tools->active = g_array_new(FALSE, FALSE, sizeof(guint));
  tools->sums = g_array_new(FALSE, FALSE, sizeof(Sum));
  tools->breaks = g_array_new(FALSE, FALSE, sizeof(guint));
  tools->levels = g_array_new(FALSE, FALSE, sizeof(UBiDiLevel));
  tools->order = g_array_new(FALSE, FALSE, sizeof(int32_t));
  gboolean has_phrases = language && g_str_has_prefix(language, "ja"); /* that ICU knows */
  tools->atoms.lines = open_breaks(UBRK_LINE, language, "", error);
  if (tools->atoms.lines)
    tools->atoms.characters = open_breaks(UBRK_CHARACTER, language, "", error);
  if (tools->atoms.characters && has_phrases)
    tools->atoms.phrases = open_breaks(UBRK_LINE, language, ";lw=phrase", error);
  if (tools->atoms.characters && (tools->atoms.phrases || !has_phrases))
    return setter;
  adref_setter_free(setter);
  return NULL;
}

void adref_setter_free(AdrefSetter *setter)
{
  if (!setter)
    return;
  struct AdrefSetterTools *tools = setter->tools;
  g_clear_pointer(&tools->atoms.lines, ubrk_close);
  g_clear_pointer(&tools->atoms.characters, ubrk_close);
  g_clear_pointer(&tools->atoms.phrases, ubrk_close);
  g_array_unref(tools->atoms.faces);
  g_array_unref(tools->atoms.atoms);
  g_hash_table_unref(tools->places);
  g_array_unref(tools->nodes);
  g_array_unref(tools->active);
  g_array_unref(tools->sums);
  g_array_unref(tools->breaks);
  g_array_unref(tools->levels);
  g_array_unref(tools->order);
  g_array_unref(setter->looks);
  g_array_unref(setter->pieces);
  g_free(tools);
  g_free(setter);
}

guint adref_setter_look(AdrefSetter *setter, const AdrefLook *look)
{
  GHashTable *places = setter->tools->places;
  guint place = GPOINTER_TO_UINT(g_hash_table_lookup(places, look));
  if (place > 0)
    return place - 1;
  g_array_append_val(setter->looks, *look);
  place = setter->looks->len;
  g_hash_table_insert(places, g_memdup2(look, sizeof *look), GUINT_TO_POINTER(place));
  return place - 1;
}

static const AdrefAtom *atom_at(const AdrefSetter *setter, guint at)
{
  return &g_array_index(setter->tools->atoms.atoms, AdrefAtom, at);
}

static const Sum *sum_at(const AdrefSetter *setter, guint at)
{
  return &g_array_index(setter->tools->sums, Sum, at);
}

static void add_up(AdrefSetter *setter)
{
  GArray *sums = setter->tools->sums;
  Sum sum = {0, 0, 0};
  g_array_set_size(sums, 0);
  g_array_append_val(sums, sum);
  for (guint i = 0; i < setter->tools->atoms.atoms->len; i++) {
    const AdrefAtom *atom = atom_at(setter, i);
    sum.width += (double)adref_atom_width(atom) + (double)atom->glue;
    sum.stretch += (double)atom->stretch;
    sum.shrink += (double)atom->shrink;
    g_array_append_val(sums, sum);
  }
}

/* A line from one atom through another: its own width, and by how much its room can change. */
static Sum line_sum(const AdrefSetter *setter, guint first, guint last)
{
  const Sum *from = sum_at(setter, first), *to = sum_at(setter, last);
  return (Sum){to->width - from->width + (double)adref_atom_width(atom_at(setter, last)),
               to->stretch - from->stretch, to->shrink - from->shrink};
}

static double square(double x)
{
  return x * x;
}

static double cube(double x)
{
  return x * x * x;
}

/* What a line costs; negative: it is too full. Between full and loose the cost grows by the cube,
 * as in the algorithm of Knuth and Plass. */
static double line_cost(const Sum *sum, const AdrefMeasure *measure, gboolean is_last)
{
  enum {
    LONELY = 150 /* a last line of a letter or two, which looks as if it were lost */
  };
  double width = (double)measure->width, room = width - sum->width, badness;
  double last = sum->width < 1.3 * (double)measure->leading ? LONELY : 0;
  if (measure->align != ADREF_ALIGN_JUSTIFIED) {
    if (room < -0.001)
      return -1;
    badness = is_last && measure->align != ADREF_ALIGN_CENTER ? last : square(room / width) * 1000;
  } else if (room < 0) {
    if (-room > sum->shrink + 0.001)
      return -1;
    badness = 100 * cube(-room / MAX(sum->shrink, 0.001));
  } else {
    badness = is_last ? last : MIN(100 * cube(room / MAX(sum->stretch, 0.5)), 1e6);
  }
  return square(10 + badness);
}

/* Tries to end a line behind an atom; lines that have become too full are given up. */
static void try_break(AdrefSetter *setter, const AdrefMeasure *measure, guint atom,
                      gboolean is_last)
{
  struct AdrefSetterTools *tools = setter->tools;
  Node best = {atom + 1, 0, -1};
  guint kept = 0;
  for (guint i = 0; i < tools->active->len; i++) {
    guint from = g_array_index(tools->active, guint, i);
    const Node *node = &g_array_index(tools->nodes, Node, from);
    Sum sum = line_sum(setter, node->atom, atom);
    double cost = line_cost(&sum, measure, is_last);
    if (cost < 0 && (i + 1 < tools->active->len || best.cost >= 0))
      continue;
    g_array_index(tools->active, guint, kept++) = from;
    cost = node->cost + (cost < 0 ? 1e12 : cost);
    if (best.cost < 0 || cost < best.cost) {
      best.from = from;
      best.cost = cost;
    }
  }
  g_array_set_size(tools->active, kept);
  guint place = tools->nodes->len;
  g_array_append_val(tools->nodes, best);
  g_array_append_val(tools->active, place);
}

/* Begins all over behind a break that must be. */
static void must_break(struct AdrefSetterTools *tools)
{
  guint last = tools->nodes->len - 1;
  g_array_set_size(tools->active, 0);
  g_array_append_val(tools->active, last);
}

static void find_breaks(AdrefSetter *setter, const AdrefMeasure *measure)
{
  struct AdrefSetterTools *tools = setter->tools;
  guint count = tools->atoms.atoms->len, first = 0;
  Node start = {0, 0, 0};
  add_up(setter);
  g_array_set_size(tools->nodes, 0);
  g_array_set_size(tools->active, 0);
  g_array_append_val(tools->nodes, start);
  g_array_append_val(tools->active, first);
  for (guint i = 0; i < count; i++) {
    gboolean is_last = i + 1 == count || atom_at(setter, i)->after == ADREF_BREAK_MUST;
    if (is_last || atom_at(setter, i)->after == ADREF_BREAK_MAY)
      try_break(setter, measure, i, is_last);
    if (atom_at(setter, i)->after == ADREF_BREAK_MUST)
      must_break(tools);
  }
  g_array_set_size(tools->breaks, 0);
  for (guint at = tools->nodes->len - 1; at > 0; at = g_array_index(tools->nodes, Node, at).from)
    g_array_append_val(tools->breaks, g_array_index(tools->nodes, Node, at).atom);
}

/* By which part of what it can the room of a line grows or shrinks. */
static double find_ratio(const Sum *sum, const AdrefMeasure *measure, gboolean is_last)
{
  enum {
    LOOSEST = 8 /* beyond it a line is left ragged rather than torn apart */
  };
  double room = (double)measure->width - sum->width;
  if (measure->align != ADREF_ALIGN_JUSTIFIED || (is_last && room >= 0))
    return 0;
  if (room < 0)
    return sum->shrink > 0 ? MAX(room / sum->shrink, -1) : 0;
  return sum->stretch > 0 && room / sum->stretch < LOOSEST ? room / sum->stretch : 0;
}

static float room_behind(const AdrefAtom *atom, double ratio)
{
  return atom->glue + (float)ratio * (ratio < 0 ? atom->shrink : atom->stretch);
}

static void put_pieces(AdrefSetter *setter, guint first, guint end, double ratio)
{
  float x = 0;
  for (guint i = first; i < end; i++) {
    const AdrefAtom *atom = atom_at(setter, i);
    AdrefPiece piece = {atom->shape, x, atom->look & MOST_LOOKS, atom->spaces};
    x += adref_atom_width(atom) + room_behind(atom, ratio);
    g_array_append_val(setter->pieces, piece);
  }
}

/* Words and the room behind them by turns, as the bidirectional algorithm orders them. */
static void put_mixed_pieces(AdrefSetter *setter, guint first, guint end, double ratio)
{
  struct AdrefSetterTools *tools = setter->tools;
  guint base = setter->pieces->len, count = 2 * (end - first) - 1;
  put_pieces(setter, first, end, ratio);
  g_array_set_size(tools->levels, count);
  g_array_set_size(tools->order, count);
  UBiDiLevel *levels = (UBiDiLevel *)(void *)tools->levels->data;
  int32_t *order = (int32_t *)(void *)tools->order->data;
  for (guint i = 0; i < count; i++) {
    UBiDiLevel own = atom_at(setter, first + i / 2)->level;
    UBiDiLevel next = i % 2 ? atom_at(setter, first + i / 2 + 1)->level : own;
    levels[i] = MIN(own, next);
  }
  ubidi_reorderVisual(levels, (int32_t)count, order);
  float x = 0;
  for (guint i = 0; i < count; i++) {
    guint at = (guint)order[i] / 2;
    const AdrefAtom *atom = atom_at(setter, first + at);
    if (order[i] % 2 == 0)
      g_array_index(setter->pieces, AdrefPiece, base + at).x = x;
    x += order[i] % 2 == 0 ? adref_atom_width(atom) : room_behind(atom, ratio);
  }
}

static void move_pieces(AdrefSetter *setter, AdrefLine *line, const AdrefMeasure *measure)
{
  AdrefAlign align = measure->align;
  float room = measure->width - line->width;
  gboolean to_right = align == ADREF_ALIGN_END ? !setter->is_rtl : setter->is_rtl;
  float by = align == ADREF_ALIGN_CENTER ? room / 2 : to_right ? room : 0;
  line->x = by;
  for (guint i = 0; by != 0 && i < line->pieces; i++)
    g_array_index(setter->pieces, AdrefPiece, line->first + i).x += by;
}

static AdrefRubyPart ruby_of(const AdrefSetter *setter, const AdrefPiece *piece)
{
  return g_array_index(setter->looks, AdrefLook, piece->look).ruby;
}

/* A reading stands in the middle above its word. */
static void lift_ruby(AdrefSetter *setter, const AdrefLine *line)
{
  AdrefPiece *pieces = &g_array_index(setter->pieces, AdrefPiece, line->first);
  for (guint i = 1; i < line->pieces; i++) {
    if (ruby_of(setter, &pieces[i]) != ADREF_RUBY_OVER)
      continue;
    float left = pieces[i].x, right = left;
    for (guint j = i; j > 0 && ruby_of(setter, &pieces[j - 1]) == ADREF_RUBY_UNDER; j--) {
      left = MIN(left, pieces[j - 1].x);
      right = MAX(right, pieces[j - 1].x + pieces[j - 1].shape->width);
    }
    pieces[i].x = (left + right - pieces[i].shape->width) / 2;
  }
}

/* Type of the usual height has the usual leading; ink that goes beyond it gets more. */
static void measure_ink(const AdrefSetter *setter, AdrefLine *line, const AdrefMeasure *measure)
{
  line->above = measure->leading * 0.72F;
  line->below = measure->leading - line->above;
  for (guint i = 0; i < line->pieces; i++) {
    const AdrefPiece *piece = &g_array_index(setter->pieces, AdrefPiece, line->first + i);
    float rise = g_array_index(setter->looks, AdrefLook, piece->look).rise;
    line->above = MAX(line->above, piece->shape->above + rise);
    line->below = MAX(line->below, piece->shape->below - rise);
  }
}

/* More would part letters for a reader, and for a program that looks for words. */
static const float most_spread = 0.03F;

static void put_line(AdrefSetter *setter, guint first, guint end, const AdrefMeasure *measure,
                     GArray *lines)
{
  const AdrefAtom *last = atom_at(setter, end - 1);
  Sum sum = line_sum(setter, first, end - 1);
  gboolean is_last = end == setter->tools->atoms.atoms->len || last->after == ADREF_BREAK_MUST;
  double ratio = find_ratio(&sum, measure, is_last);
  AdrefLine line = {
      .first = setter->pieces->len, .pieces = end - first, .start = atom_at(setter, first)->start};
  line.spread = ratio > 0 ? MIN((float)ratio * ADREF_ATOM_SPREAD, most_spread) : 0;
  line.width = (float)(sum.width + ratio * (ratio < 0 ? sum.shrink : sum.stretch));
  if (setter->tools->atoms.is_mixed)
    put_mixed_pieces(setter, first, end, ratio);
  else
    put_pieces(setter, first, end, ratio);
  move_pieces(setter, &line, measure);
  lift_ruby(setter, &line);
  measure_ink(setter, &line, measure);
  g_array_append_val(lines, line);
}

static void find_missing(const AdrefSetter *setter, gunichar *missing, gsize *byte)
{
  const GArray *atoms = setter->tools->atoms.atoms;
  for (guint i = 0; i < atoms->len; i++) {
    const AdrefAtom *atom = atom_at(setter, i);
    if (G_LIKELY(!atom->shape->missing))
      continue;
    *missing = atom->shape->missing;
    const char *at = g_utf8_strchr(atom->shape->text, -1, *missing);
    *byte = atom->start + (at ? (gsize)(at - atom->shape->text) : 0);
    return;
  }
}

void adref_setter_set(AdrefSetter *setter, const AdrefPassage *passage, const AdrefMeasure *measure,
                      GArray *lines, gunichar *missing, gsize *byte)
{
  struct AdrefSetterTools *tools = setter->tools;
  adref_atoms_cut(&tools->atoms, passage, measure->width);
  if (tools->atoms.atoms->len == 0) {
    AdrefLine empty = {.first = setter->pieces->len};
    measure_ink(setter, &empty, measure);
    g_array_append_val(lines, empty);
    return;
  }
  find_missing(setter, missing, byte);
  find_breaks(setter, measure);
  guint first = 0;
  for (guint i = tools->breaks->len; i > 0; i--) {
    guint end = g_array_index(tools->breaks, guint, i - 1);
    put_line(setter, first, end, measure, lines);
    first = end;
  }
}

void adref_setter_widths(AdrefSetter *setter, const AdrefPassage *passage, float *whole,
                         float *least)
{
  adref_atoms_cut(&setter->tools->atoms, passage, G_MAXFLOAT);
  float sum = 0, part = 0, line = 0;
  *least = *whole = 0;
  for (guint i = 0; i < setter->tools->atoms.atoms->len; i++) {
    const AdrefAtom *atom = atom_at(setter, i);
    part += adref_atom_width(atom);
    sum = line + adref_atom_width(atom);
    line = sum + atom->glue;
    *least = MAX(*least, part);
    *whole = MAX(*whole, sum);
    part = atom->after == ADREF_BREAK_NEVER ? part + atom->glue : 0;
    line = atom->after == ADREF_BREAK_MUST ? 0 : line;
  }
}

gboolean adref_setter_is_blank(const AdrefSetter *setter, guint first, guint pieces)
{
  for (guint i = first; i < first + pieces; i++)
    if (g_array_index(setter->pieces, AdrefPiece, i).shape->text[0])
      return FALSE;
  return TRUE;
}
