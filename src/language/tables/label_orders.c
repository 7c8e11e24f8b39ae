#include "language/tables/label_orders.h"

#include "clause/labels/numbering.h"

/* Orders before those of the alphabets. */
enum {
  FIGURES,
  LETTERS,
  ROMAN,
  ALPHABETS
};

/* Letters in their order; a letter may stand in several. */
static const char *const alphabets[] = {
    "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ", /* with ข and ค alone, as labels are */
    "ກຂຄງຈສຊຍດຕຖທນບປຜຝພຟມຢຣລວຫອຮ",
    "កខគឃងចឆជឈញដឋឌឍណតថទធនបផពភមយរលវសហឡអ",
    "ကခဂဃငစဆဇဈညဋဌဍဎဏတထဒဓနပဖဗဘမယရလဝသဟဠအ",
    "абвгдежзиклмнопрстуфхцчшщэюя",
    "αβγδεζηθικλμνξοπρστυφχψω",
    "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ",
    "أبتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "가나다라마바사아자차카타파하",
    "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン",
    "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセ"
    "ス",
    "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをん",
    "いろはにほへとちりぬるをわかよたれそつねならむうゐのおくやまけふこえてあさきゆめみしゑひもせ"
    "す",
    "甲乙丙丁戊己庚辛壬癸",
    "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹ",
    "அஆஇஈஉஊஎஏஐஒஓ",
};

typedef struct {
  AdrefLabelValue *values;
  guint count, found;
} Readings;

static void add(Readings *self, guint order, guint value)
{
  if (value > 0 && self->found < self->count)
    self->values[self->found++] = (AdrefLabelValue){order, value};
}

/* Figures of any script, one to three; 0: something else stands there. */
static guint figures_value(const char *label, gsize length)
{
  guint value = 0, digits = 0;
  for (const char *at = label; at < label + length; at = g_utf8_next_char(at), digits++) {
    gint digit = g_unichar_digit_value(g_utf8_get_char(at));
    if (digit < 0 || digits == 3)
      return 0;
    value = value * 10 + (guint)digit;
  }
  return value;
}

/* 一 to 九十九. */
static guint ideographs_value(const char *label, gsize length)
{
  static const char figures[] = "一二三四五六七八九";
  guint value = 0, last = 0;
  for (const char *at = label; at < label + length; at = g_utf8_next_char(at)) {
    gunichar c = g_utf8_get_char(at);
    const char *figure = g_utf8_strchr(figures, -1, c);
    if (figure && last == 0) {
      last = (guint)g_utf8_pointer_to_offset(figures, figure) + 1;
    } else if (c == 0x5341 && value == 0) { /* 十 */
      value = MAX(last, 1) * 10;
      last = 0;
    } else {
      return 0;
    }
  }
  return value + last;
}

static guint letter_value(const char *label, gsize length)
{
  gboolean doubled = length == 2 && label[0] == label[1];
  if (!g_ascii_isalpha(*label) || (length != 1 && !doubled))
    return 0;
  return (guint)(g_ascii_tolower(*label) - 'a') + 1 + (doubled ? 26 : 0);
}

guint adref_label_orders_read(const char *label, gsize length, AdrefLabelValue *values, guint count)
{
  G_STATIC_ASSERT(ALPHABETS + G_N_ELEMENTS(alphabets) <= ADREF_LABEL_ORDERS_MAX);
  Readings readings = {values, count, 0};
  if (length == 0)
    return 0;
  add(&readings, FIGURES, figures_value(label, length));
  add(&readings, FIGURES, ideographs_value(label, length));
  add(&readings, LETTERS, letter_value(label, length));
  add(&readings, ROMAN, adref_numbering_roman_value(label, length));
  gunichar letter = g_unichar_tolower(g_utf8_get_char(label));
  for (guint i = 0; i < G_N_ELEMENTS(alphabets) && g_utf8_next_char(label) == label + length; i++) {
    const char *found = g_utf8_strchr(alphabets[i], -1, letter);
    add(&readings, ALPHABETS + i,
        found ? (guint)g_utf8_pointer_to_offset(alphabets[i], found) + 1 : 0);
  }
  return readings.found;
}

gboolean adref_label_order_is_figures(guint order)
{
  return order == FIGURES;
}
