#include "print/icc_profile.h"

#include <string.h>

enum {
  HEADER = 128,
  ENTRY = 12, /* bytes of an entry in the tag table */
  ONE = 65536 /* fixed-point numbers have 16 fractional bits */
};

/* D50: the white point to which ICC adapts all colours. */
static const double white[] = {0.9642, 1, 0.8249};
/* The primaries of sRGB and its white point, adapted to D50 by the Bradford method. */
static const double red[] = {0.4360747, 0.2225045, 0.0139322};
static const double green[] = {0.3850649, 0.7168786, 0.0971045};
static const double blue[] = {0.1430804, 0.0606169, 0.7141733};
static const double adaptation[] = {1.0479298,  0.0229468,  -0.0501922, 0.0296278, 0.9904344,
                                    -0.0170738, -0.0092430, 0.0150552,  0.7518743};
/* (a x + b)^g from d on, c x below it: g, a, b, c, d. */
static const double curve[] = {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};

static void put32(GByteArray *out, guint32 number)
{
  guint32 big = GUINT32_TO_BE(number);
  g_byte_array_append(out, (const guint8 *)&big, sizeof big);
}

static void put_word(GByteArray *out, const char *word)
{
  g_byte_array_append(out, (const guint8 *)word, 4);
}

static void put_fixed(GByteArray *out, const double *numbers, gsize count)
{
  for (gsize i = 0; i < count; i++)
    put32(out, (guint32)(gint32)(numbers[i] * ONE + (numbers[i] < 0 ? -0.5 : 0.5)));
}

static void put_type(GByteArray *out, const char *type)
{
  put_word(out, type);
  put32(out, 0);
}

/* A text in one language, American English. */
static void put_text(GByteArray *out, const char *text)
{
  enum {
    RECORD = 12,
    WORDS = 28 /* offset of the text */
  };
  gsize length = strlen(text);
  put_type(out, "mluc");
  put32(out, 1);
  put32(out, RECORD);
  put_word(out, "enUS");
  put32(out, (guint32)(2 * length));
  put32(out, WORDS);
  for (gsize i = 0; i < length; i++)
    g_byte_array_append(out, (const guint8[]){0, (guint8)text[i]}, 2);
  while (out->len % 4 != 0)
    g_byte_array_append(out, (const guint8 *)"", 1);
}

static void put_xyz(GByteArray *out, const double *numbers)
{
  put_type(out, "XYZ ");
  put_fixed(out, numbers, 3);
}

static void put_curve(GByteArray *out)
{
  put_type(out, "para");
  put32(out, 3U << 16); /* function type 3, which has five parameters */
  put_fixed(out, curve, G_N_ELEMENTS(curve));
}

static void put_adaptation(GByteArray *out)
{
  put_type(out, "sf32");
  put_fixed(out, adaptation, G_N_ELEMENTS(adaptation));
}

typedef struct {
  const char *tag;
  guint32 offset, size;
} Tag;

static void put_header(GByteArray *out, guint32 size)
{
  static const guint8 nothing[HEADER] = {0};
  put32(out, size);
  put32(out, 0);
  put32(out, 0x04200000);
  put_word(out, "mntr");
  put_word(out, "RGB ");
  put_word(out, "XYZ ");
  g_byte_array_append(out, (const guint8[]){0x07, 0xCF, 0, 6, 0, 25, 0, 0, 0, 0, 0, 0}, 12);
  put_word(out, "acsp");
  g_byte_array_append(out, nothing, 68 - 40);
  put_fixed(out, white, 3);
  g_byte_array_append(out, nothing, HEADER - 80);
}

/* The data of the tags one after the other, and the offset of each; the three colours share one
 * curve. */
static void put_bodies(GByteArray *bodies, Tag *tags, guint32 base)
{
  for (gsize i = 0; i < 10; i++) {
    guint32 start = bodies->len;
    tags[i].offset = base + start;
    switch (i) {
    case 0: put_text(bodies, "sRGB IEC61966-2.1"); break;
    case 1: put_text(bodies, "No copyright"); break;
    case 2: put_xyz(bodies, white); break;
    case 3: put_adaptation(bodies); break;
    case 4: put_xyz(bodies, red); break;
    case 5: put_xyz(bodies, green); break;
    case 6: put_xyz(bodies, blue); break;
    case 7: put_curve(bodies); break;
    default: tags[i].offset = tags[7].offset; break;
    }
    tags[i].size = i > 7 ? tags[7].size : bodies->len - start;
  }
}

GByteArray *adref_icc_profile_srgb(void)
{
  Tag tags[] = {{"desc", 0, 0}, {"cprt", 0, 0}, {"wtpt", 0, 0}, {"chad", 0, 0}, {"rXYZ", 0, 0},
                {"gXYZ", 0, 0}, {"bXYZ", 0, 0}, {"rTRC", 0, 0}, {"gTRC", 0, 0}, {"bTRC", 0, 0}};
  const guint32 count = G_N_ELEMENTS(tags), base = HEADER + 4 + ENTRY * count;
  g_autoptr(GByteArray) bodies = g_byte_array_new();
  put_bodies(bodies, tags, base);
  GByteArray *out = g_byte_array_new();
  put_header(out, base + bodies->len);
  put32(out, count);
  for (gsize i = 0; i < count; i++) {
    put_word(out, tags[i].tag);
    put32(out, tags[i].offset);
    put32(out, tags[i].size);
  }
  g_byte_array_append(out, bodies->data, bodies->len);
  return out;
}
