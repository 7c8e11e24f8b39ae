#include "print/line_breaker.h"

#include "base/error.h"
#include "clause/icu.h"
#include "print/break_item.h"

enum {
  MAX_STYLES = (1 << 24) - 1
};

/* A place where a line may begin, with the cheapest sequence of lines up to it. */
typedef struct {
  guint item;
  guint from; /* index of the node where the previous line begins */
  double cost;
} BreakNode;

struct AdrefLineBreakerState {
  AdrefBreakItems items;
  GHashTable *places; /* AdrefTextStyle -> its index in the styles + 1 */
  GArray *nodes;      /* of Node */
  GArray *active;     /* of guint: nodes from which a line can still be filled */
  GArray *sums;       /* of Sum: of all break items before one */
  GArray *breaks;     /* of guint: break items that begin a line */
  GArray *levels;     /* of UBiDiLevel */
  GArray *order;      /* of int32_t */
};

typedef struct {
  double width, stretch, shrink;
  double clusters; /* the part of `stretch` that stands between clusters */
} Sum;

/* How often a line takes the stretch of its clusters and of its spaces; below 0, its shrink. */
typedef struct {
  double clusters, spaces;
} Spread;

static UBreakIterator *open_breaks(UBreakIteratorType type, const char *language,
                                   const char *options, GError **error)
{
  g_autofree char *locale = g_strconcat(language ? language : "en", "@lb=strict", options, NULL);
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *breaks = ubrk_open(type, locale, NULL, 0, &status);
  if (U_SUCCESS(status))
    return breaks;
  adref_error(error, ADREF_ERROR_SYSTEM, "ICU cannot break lines: %s", u_errorName(status));
  return NULL;
}

static guint hash_style(gconstpointer data)
{
  const AdrefTextStyle *style = data;
  guint hash = (style->footnote * 31 + style->link) * 31 + style->color;
  hash = (hash * 31 + style->decoration * 8 + style->face.family) * 4 + style->ruby;
  hash = hash * 31 + (style->face.is_bold ? 1U : 0U) + (style->face.is_italic ? 2U : 0U);
  return hash * 31 + (guint)(style->face.size * 64);
}

static gboolean equal_styles(gconstpointer a, gconstpointer b)
{
  const AdrefTextStyle *x = a, *y = b;
  return x->face.family == y->face.family && x->face.is_bold == y->face.is_bold &&
         x->face.is_italic == y->face.is_italic && x->face.size == y->face.size &&
         x->color == y->color && x->rise == y->rise && x->decoration == y->decoration &&
         x->link == y->link && x->footnote == y->footnote && x->ruby == y->ruby;
}

AdrefLineBreaker *adref_line_breaker_new(AdrefShaper *shaper, const char *language, GError **error)
{
  AdrefLineBreaker *breaker = g_new0(AdrefLineBreaker, 1);
  struct AdrefLineBreakerState *state = breaker->state = g_new0(struct AdrefLineBreakerState, 1);
  breaker->shaper = shaper;
  breaker->styles = g_array_new(FALSE, FALSE, sizeof(AdrefTextStyle));
  breaker->pieces = g_array_new(FALSE, FALSE, sizeof(AdrefLinePiece));
  breaker->is_rtl = adref_shaper_script(shaper)->is_rtl;
  state->items = (AdrefBreakItems){.shaper = shaper,
                                   .styles = breaker->styles,
                                   .faces = g_array_new(FALSE, FALSE, sizeof(guint)),
                                   .is_rtl = breaker->is_rtl,
                                   .items = g_array_new(FALSE, FALSE, sizeof(AdrefBreakItem))};
  state->places = g_hash_table_new_full(hash_style, equal_styles, g_free, NULL);
  state->nodes = g_array_new(FALSE, FALSE, sizeof(BreakNode));
  state->active = g_array_new(FALSE, FALSE, sizeof(guint));
  state->sums = g_array_new(FALSE, FALSE, sizeof(Sum));
  state->breaks = g_array_new(FALSE, FALSE, sizeof(guint));
  state->levels = g_array_new(FALSE, FALSE, sizeof(UBiDiLevel));
  state->order = g_array_new(FALSE, FALSE, sizeof(int32_t));
  gboolean has_phrases = language && g_str_has_prefix(language, "ja"); /* ICU knows no others */
  breaker->has_phrases = has_phrases || (language && g_str_has_prefix(language, "ko"));
  state->items.lines = open_breaks(UBRK_LINE, language, "", error);
  if (state->items.lines)
    state->items.characters = open_breaks(UBRK_CHARACTER, language, "", error);
  if (state->items.characters && has_phrases)
    state->items.phrases = open_breaks(UBRK_LINE, language, ";lw=phrase", error);
  if (state->items.characters && (state->items.phrases || !has_phrases))
    return breaker;
  adref_line_breaker_free(breaker);
  return NULL;
}

void adref_line_breaker_free(AdrefLineBreaker *breaker)
{
  if (!breaker)
    return;
  struct AdrefLineBreakerState *state = breaker->state;
  g_clear_pointer(&state->items.lines, ubrk_close);
  g_clear_pointer(&state->items.characters, ubrk_close);
  g_clear_pointer(&state->items.phrases, ubrk_close);
  g_array_unref(state->items.faces);
  g_array_unref(state->items.items);
  g_hash_table_unref(state->places);
  g_array_unref(state->nodes);
  g_array_unref(state->active);
  g_array_unref(state->sums);
  g_array_unref(state->breaks);
  g_array_unref(state->levels);
  g_array_unref(state->order);
  g_array_unref(breaker->styles);
  g_array_unref(breaker->pieces);
  g_free(state);
  g_free(breaker);
}

guint adref_line_breaker_style(AdrefLineBreaker *breaker, const AdrefTextStyle *style)
{
  GHashTable *places = breaker->state->places;
  guint place = GPOINTER_TO_UINT(g_hash_table_lookup(places, style));
  if (place > 0)
    return place - 1;
  g_array_append_val(breaker->styles, *style);
  place = breaker->styles->len;
  g_hash_table_insert(places, g_memdup2(style, sizeof *style), GUINT_TO_POINTER(place));
  return place - 1;
}

static const AdrefBreakItem *item_at(const AdrefLineBreaker *breaker, guint at)
{
  return &g_array_index(breaker->state->items.items, AdrefBreakItem, at);
}

static const Sum *sum_at(const AdrefLineBreaker *breaker, guint at)
{
  return &g_array_index(breaker->state->sums, Sum, at);
}

static void add_up(AdrefLineBreaker *breaker)
{
  GArray *sums = breaker->state->sums;
  Sum sum = {0, 0, 0, 0};
  g_array_set_size(sums, 0);
  g_array_append_val(sums, sum);
  for (guint i = 0; i < breaker->state->items.items->len; i++) {
    const AdrefBreakItem *item = item_at(breaker, i);
    sum.width += (double)adref_break_item_width(item) + (double)item->glue;
    sum.stretch += (double)item->stretch;
    sum.shrink += (double)item->shrink;
    sum.clusters += (double)item->cluster_stretch;
    g_array_append_val(sums, sum);
  }
}

/* The line from one break item to another, both included: its natural width, and by how much its
 * spaces can change. */
static Sum line_sum(const AdrefLineBreaker *breaker, guint first, guint last)
{
  const Sum *from = sum_at(breaker, first), *to = sum_at(breaker, last);
  return (Sum){to->width - from->width + (double)adref_break_item_width(item_at(breaker, last)),
               to->stretch - from->stretch, to->shrink - from->shrink,
               to->clusters - from->clusters};
}

static double square(double x)
{
  return x * x;
}

static double cube(double x)
{
  return x * x * x;
}

enum {
  MAX_RATIO = 8 /* a line that needs more stretch is left ragged */
};

/* `room` is the empty part of the line, 0 to 1. Two ragged lines are better than one with a
 * single word. */
static double loose_badness(double ratio, double room)
{
  static const double ragged = 100.0 * MAX_RATIO * MAX_RATIO * MAX_RATIO;
  return ratio < MAX_RATIO ? 100 * cube(ratio) : ragged + 1e6 * square(room);
}

/* The cost of a line; negative: it is too full. The cost grows with the cube of the stretch, as in
 * the algorithm of Knuth and Plass. `is_lonely`: it would be the last of several and has one
 * word. */
static double line_cost(const Sum *sum, const AdrefLineMeasure *measure, gboolean is_last,
                        gboolean is_lonely)
{
  enum {
    SHORT_LAST_LINE = 1000, /* cost of a last line of one or two letters */
    LONELY_WORD = 600       /* cost of a last line of one longer word */
  };
  double width = (double)measure->width, room = width - sum->width, badness;
  double last = sum->width < 1.3 * (double)measure->leading ? SHORT_LAST_LINE
                : is_lonely                                 ? LONELY_WORD
                                                            : 0;
  if (measure->align != ADREF_TEXT_ALIGN_JUSTIFIED) {
    if (room < -0.001)
      return -1;
    badness =
        is_last && measure->align != ADREF_TEXT_ALIGN_CENTER ? last : square(room / width) * 1000;
  } else if (room < 0) {
    if (-room > sum->shrink + 0.001)
      return -1;
    badness = 100 * cube(-room / MAX(sum->shrink, 0.001));
  } else {
    badness = is_last ? last : loose_badness(room / MAX(sum->stretch, 0.5), room / width);
  }
  return square(10 + badness);
}

/* Tries to end a line behind a break item. Removes start nodes whose lines have become too full. */
static void try_break(AdrefLineBreaker *breaker, const AdrefLineMeasure *measure, guint item,
                      gboolean is_last)
{
  struct AdrefLineBreakerState *state = breaker->state;
  BreakNode best = {item + 1, 0, -1};
  guint kept = 0;
  for (guint i = 0; i < state->active->len; i++) {
    guint from = g_array_index(state->active, guint, i);
    const BreakNode *node = &g_array_index(state->nodes, BreakNode, from);
    Sum sum = line_sum(breaker, node->item, item);
    gboolean is_lonely = node->item == item && item > 0;
    double cost = line_cost(&sum, measure, is_last, is_lonely);
    if (cost < 0 && (i + 1 < state->active->len || best.cost >= 0))
      continue;
    g_array_index(state->active, guint, kept++) = from;
    cost = node->cost + (cost < 0 ? 1e12 : cost);
    if (best.cost < 0 || cost < best.cost) {
      best.from = from;
      best.cost = cost;
    }
  }
  g_array_set_size(state->active, kept);
  guint place = state->nodes->len;
  g_array_append_val(state->nodes, best);
  g_array_append_val(state->active, place);
}

/* Starts again behind a mandatory break. */
static void must_break(struct AdrefLineBreakerState *state)
{
  guint last = state->nodes->len - 1;
  g_array_set_size(state->active, 0);
  g_array_append_val(state->active, last);
}

static void find_breaks(AdrefLineBreaker *breaker, const AdrefLineMeasure *measure)
{
  struct AdrefLineBreakerState *state = breaker->state;
  guint count = state->items.items->len, first = 0;
  BreakNode start = {0, 0, 0};
  add_up(breaker);
  g_array_set_size(state->nodes, 0);
  g_array_set_size(state->active, 0);
  g_array_append_val(state->nodes, start);
  g_array_append_val(state->active, first);
  for (guint i = 0; i < count; i++) {
    gboolean is_last = i + 1 == count || item_at(breaker, i)->after == ADREF_LINE_BREAK_MANDATORY;
    if (is_last || item_at(breaker, i)->after == ADREF_LINE_BREAK_ALLOWED)
      try_break(breaker, measure, i, is_last);
    if (item_at(breaker, i)->after == ADREF_LINE_BREAK_MANDATORY)
      must_break(state);
  }
  g_array_set_size(state->breaks, 0);
  for (guint at = state->nodes->len - 1; at > 0;
       at = g_array_index(state->nodes, BreakNode, at).from)
    g_array_append_val(state->breaks, g_array_index(state->nodes, BreakNode, at).item);
}

/* More would separate letters for the reader, and for a program that searches for words. */
static const float max_letter_spacing = 0.03F;

/* Where clusters take all that they may, spaces take the rest, and the line may stay shorter: room
 * between two words of Thai would be read as the end of a phrase. */
static Spread spread_with_clusters(const Sum *sum, double room, double most)
{
  double whole = room / sum->stretch;
  double clusters = (double)(max_letter_spacing / ADREF_BREAK_ITEM_CLUSTER_STRETCH);
  double spaces = sum->stretch - sum->clusters;
  if (whole <= clusters)
    return (Spread){whole, whole};
  return (Spread){clusters,
                  spaces > 0.001 ? MIN((room - clusters * sum->clusters) / spaces, most) : 0};
}

static Spread find_spread(const Sum *sum, const AdrefLineMeasure *measure, gboolean is_last)
{
  double room = (double)measure->width - sum->width, ratio = 0;
  if (measure->align != ADREF_TEXT_ALIGN_JUSTIFIED || (is_last && room >= 0))
    return (Spread){0, 0};
  if (room < 0)
    ratio = sum->shrink > 0 ? MAX(room / sum->shrink, -1) : 0;
  else if (sum->clusters > 0)
    return spread_with_clusters(sum, room, MAX_RATIO);
  else if (sum->stretch > 0 && room / sum->stretch < MAX_RATIO)
    ratio = room / sum->stretch;
  return (Spread){ratio, ratio};
}

static float room_behind(const AdrefBreakItem *item, Spread spread)
{
  float clusters = item->cluster_stretch, spaces = item->stretch - clusters;
  return item->glue + (spread.spaces < 0
                           ? (float)spread.spaces * item->shrink
                           : (float)spread.clusters * clusters + (float)spread.spaces * spaces);
}

static void put_pieces(AdrefLineBreaker *breaker, guint first, guint end, Spread spread)
{
  float x = 0;
  for (guint i = first; i < end; i++) {
    const AdrefBreakItem *item = item_at(breaker, i);
    AdrefLinePiece piece = {item->shape, x, item->style & MAX_STYLES, item->spaces};
    x += adref_break_item_width(item) + room_behind(item, spread);
    g_array_append_val(breaker->pieces, piece);
  }
}

/* Places words and the spaces between them in the order of the bidirectional algorithm. */
static void put_mixed_pieces(AdrefLineBreaker *breaker, guint first, guint end, Spread spread)
{
  struct AdrefLineBreakerState *state = breaker->state;
  guint base = breaker->pieces->len, count = 2 * (end - first) - 1;
  put_pieces(breaker, first, end, spread);
  g_array_set_size(state->levels, count);
  g_array_set_size(state->order, count);
  UBiDiLevel *levels = (UBiDiLevel *)(void *)state->levels->data;
  int32_t *order = (int32_t *)(void *)state->order->data;
  for (guint i = 0; i < count; i++) {
    UBiDiLevel own = item_at(breaker, first + i / 2)->level;
    UBiDiLevel next = i % 2 ? item_at(breaker, first + i / 2 + 1)->level : own;
    levels[i] = MIN(own, next);
  }
  ubidi_reorderVisual(levels, (int32_t)count, order);
  float x = 0;
  for (guint i = 0; i < count; i++) {
    guint at = (guint)order[i] / 2;
    const AdrefBreakItem *item = item_at(breaker, first + at);
    if (order[i] % 2 == 0)
      g_array_index(breaker->pieces, AdrefLinePiece, base + at).x = x;
    x += order[i] % 2 == 0 ? adref_break_item_width(item) : room_behind(item, spread);
  }
}

static void move_pieces(AdrefLineBreaker *breaker, AdrefTextLine *line,
                        const AdrefLineMeasure *measure)
{
  AdrefTextAlign align = measure->align;
  float room = measure->width - line->width;
  gboolean to_right = align == ADREF_TEXT_ALIGN_END ? !breaker->is_rtl : breaker->is_rtl;
  float by = align == ADREF_TEXT_ALIGN_CENTER ? room / 2 : to_right ? room : 0;
  line->x = by;
  for (guint i = 0; by != 0 && i < line->pieces; i++)
    g_array_index(breaker->pieces, AdrefLinePiece, line->first + i).x += by;
}

static AdrefRubyPart ruby_of(const AdrefLineBreaker *breaker, const AdrefLinePiece *piece)
{
  return g_array_index(breaker->styles, AdrefTextStyle, piece->style).ruby;
}

/* Centres a ruby reading above its base word. */
static void center_ruby(AdrefLineBreaker *breaker, const AdrefTextLine *line)
{
  AdrefLinePiece *pieces = &g_array_index(breaker->pieces, AdrefLinePiece, line->first);
  for (guint i = 1; i < line->pieces; i++) {
    if (ruby_of(breaker, &pieces[i]) != ADREF_RUBY_PART_READING)
      continue;
    float left = pieces[i].x, right = left;
    for (guint j = i; j > 0 && ruby_of(breaker, &pieces[j - 1]) == ADREF_RUBY_PART_BASE; j--) {
      left = MIN(left, pieces[j - 1].x);
      right = MAX(right, pieces[j - 1].x + pieces[j - 1].shape->width);
    }
    pieces[i].x = (left + right - pieces[i].shape->width) / 2;
  }
}

/* A line has the leading of the measure, and more when its ink goes higher or lower. */
static void set_line_height(const AdrefLineBreaker *breaker, AdrefTextLine *line,
                            const AdrefLineMeasure *measure)
{
  line->above = measure->leading * 0.72F;
  line->below = measure->leading - line->above;
  for (guint i = 0; i < line->pieces; i++) {
    const AdrefLinePiece *piece = &g_array_index(breaker->pieces, AdrefLinePiece, line->first + i);
    float rise = g_array_index(breaker->styles, AdrefTextStyle, piece->style).rise;
    line->above = MAX(line->above, piece->shape->above + rise);
    line->below = MAX(line->below, piece->shape->below - rise);
  }
}

static void put_line(AdrefLineBreaker *breaker, guint first, guint end,
                     const AdrefLineMeasure *measure, GArray *lines)
{
  const AdrefBreakItem *last = item_at(breaker, end - 1);
  Sum sum = line_sum(breaker, first, end - 1);
  gboolean is_last =
      end == breaker->state->items.items->len || last->after == ADREF_LINE_BREAK_MANDATORY;
  Spread spread = find_spread(&sum, measure, is_last);
  AdrefTextLine line = {.first = breaker->pieces->len,
                        .pieces = end - first,
                        .start = item_at(breaker, first)->start};
  line.letter_spacing =
      spread.clusters > 0
          ? MIN((float)spread.clusters * ADREF_BREAK_ITEM_CLUSTER_STRETCH, max_letter_spacing)
          : 0;
  line.width =
      (float)(sum.width + (spread.spaces < 0 ? spread.spaces * sum.shrink
                                             : spread.clusters * sum.clusters +
                                                   spread.spaces * (sum.stretch - sum.clusters)));
  if (breaker->state->items.is_mixed)
    put_mixed_pieces(breaker, first, end, spread);
  else
    put_pieces(breaker, first, end, spread);
  move_pieces(breaker, &line, measure);
  center_ruby(breaker, &line);
  set_line_height(breaker, &line, measure);
  g_array_append_val(lines, line);
}

static void find_missing(const AdrefLineBreaker *breaker, gunichar *missing, gsize *byte)
{
  const GArray *items = breaker->state->items.items;
  for (guint i = 0; i < items->len; i++) {
    const AdrefBreakItem *item = item_at(breaker, i);
    if (G_LIKELY(!item->shape->missing))
      continue;
    gboolean is_boxed = adref_font_face_is_boxed(item->shape->missing);
    if (*missing && is_boxed)
      continue;
    *missing = item->shape->missing;
    const char *at = g_utf8_strchr(item->shape->text, -1, *missing);
    *byte = item->start + (at ? (gsize)(at - item->shape->text) : 0);
    if (!is_boxed)
      return;
  }
}

void adref_line_breaker_break(AdrefLineBreaker *breaker, const AdrefStyledText *styled_text,
                              const AdrefLineMeasure *measure, GArray *lines, gunichar *missing,
                              gsize *byte)
{
  struct AdrefLineBreakerState *state = breaker->state;
  adref_break_items_cut(&state->items, styled_text, measure->width);
  if (state->items.items->len == 0) {
    AdrefTextLine empty = {.first = breaker->pieces->len};
    set_line_height(breaker, &empty, measure);
    g_array_append_val(lines, empty);
    return;
  }
  find_missing(breaker, missing, byte);
  find_breaks(breaker, measure);
  guint first = 0;
  for (guint i = state->breaks->len; i > 0; i--) {
    guint end = g_array_index(state->breaks, guint, i - 1);
    put_line(breaker, first, end, measure, lines);
    first = end;
  }
}

void adref_line_breaker_widths(AdrefLineBreaker *breaker, const AdrefStyledText *styled_text,
                               float *whole, float *least)
{
  adref_break_items_cut(&breaker->state->items, styled_text, G_MAXFLOAT);
  float sum = 0, part = 0, line = 0;
  *least = *whole = 0;
  for (guint i = 0; i < breaker->state->items.items->len; i++) {
    const AdrefBreakItem *item = item_at(breaker, i);
    part += adref_break_item_width(item);
    sum = line + adref_break_item_width(item);
    line = sum + item->glue;
    *least = MAX(*least, part);
    *whole = MAX(*whole, sum);
    part = item->after == ADREF_LINE_BREAK_PROHIBITED ? part + item->glue : 0;
    line = item->after == ADREF_LINE_BREAK_MANDATORY ? 0 : line;
  }
}

gboolean adref_line_breaker_is_blank(const AdrefLineBreaker *breaker, guint first, guint pieces)
{
  for (guint i = first; i < first + pieces; i++)
    if (g_array_index(breaker->pieces, AdrefLinePiece, i).shape->text[0])
      return FALSE;
  return TRUE;
}
