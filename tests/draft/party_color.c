#include "draft/data/party_color.h"

#include <math.h>
#include <string.h>

#include "draft/cases.h"

enum {
  SIGHTS = 3
}; /* without a weakness, without red, without green */

typedef struct {
  double red, green, blue; /* light, 0 to 1 */
} Light;

static double light_of(guint part)
{
  double value = part / 255.0;
  return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
}

static Light lights(guint color)
{
  return (Light){light_of(color >> 16), light_of(color >> 8 & 0xFF), light_of(color & 0xFF)};
}

/* As WCAG 2 counts it. */
static double contrast(Light a, Light b)
{
  double one = 0.2126 * a.red + 0.7152 * a.green + 0.0722 * a.blue + 0.05;
  double other = 0.2126 * b.red + 0.7152 * b.green + 0.0722 * b.blue + 0.05;
  return MAX(one, other) / MIN(one, other);
}

/* What people see who have no receptors for red or for green (Machado, Oliveira and Fernandes,
 * 2009). */
static Light seen(Light light, guint sight)
{
  static const double weights[SIGHTS][9] = {
      {1, 0, 0, 0, 1, 0, 0, 0, 1},
      {0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998},
      {0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881}};
  double parts[3];
  for (guint i = 0; i < 3; i++) {
    const double *row = weights[sight] + 3 * i;
    parts[i] = CLAMP(row[0] * light.red + row[1] * light.green + row[2] * light.blue, 0, 1);
  }
  return (Light){parts[0], parts[1], parts[2]};
}

/* Lightness and the two axes of Oklab (Ottosson, 2020), in which a distance of 0.02 can just be
 * seen. */
static void oklab(Light light, double lab[3])
{
  double l =
      cbrt(0.4122214708 * light.red + 0.5363325363 * light.green + 0.0514459929 * light.blue);
  double m =
      cbrt(0.2119034982 * light.red + 0.6806995451 * light.green + 0.1073969566 * light.blue);
  double s =
      cbrt(0.0883024619 * light.red + 0.2817188376 * light.green + 0.6299787005 * light.blue);
  lab[0] = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s;
  lab[1] = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
  lab[2] = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
}

static double distance(Light a, Light b)
{
  double one[3], other[3], sum = 0;
  oklab(a, one);
  oklab(b, other);
  for (guint i = 0; i < 3; i++)
    sum += (one[i] - other[i]) * (one[i] - other[i]);
  return sqrt(sum);
}

/* The colour of one of the 256 of a terminal from 16 on: a cube of 6, then greys. */
static guint terminal_color(guint number)
{
  static const guint8 levels[] = {0, 95, 135, 175, 215, 255};
  guint cell = number - 16, grey = 8 + 10 * (number - 232);
  if (number >= 232)
    return grey << 16 | grey << 8 | grey;
  return (guint)levels[cell / 36] << 16 | (guint)levels[cell / 6 % 6] << 8 | levels[cell % 6];
}

static guint color_of(guint which, guint i)
{
  const AdrefPartyColor *color = &adref_party_colors[i];
  return which == 0 ? color->light : which == 1 ? color->dark : terminal_color(color->terminal);
}

START_TEST(told_apart)
{
  for (guint which = 0; which < 3; which++)
    for (guint sight = 0; sight < SIGHTS; sight++)
      for (guint i = 0; i < ADREF_PARTY_COLORS; i++)
        for (guint j = 0; j < i; j++) {
          Light one = seen(lights(color_of(which, i)), sight);
          Light other = seen(lights(color_of(which, j)), sight);
          ck_assert_msg(distance(one, other) > 0.07, "%s and %s, %u %u: %.3f",
                        adref_party_colors[i].name, adref_party_colors[j].name, which, sight,
                        distance(one, other));
        }
}
END_TEST

START_TEST(readable)
{
  for (guint i = 0; i < ADREF_PARTY_COLORS; i++) {
    const AdrefPartyColor *color = &adref_party_colors[i];
    Light light = lights(color->light), dark = lights(color->dark);
    ck_assert(contrast(light, lights(0xFFFFFF)) >= 4.5);
    ck_assert(contrast(light, lights(0xFDFCF9)) >= 4.5);
    ck_assert(contrast(dark, lights(0x17181B)) >= 4.5);
    Light terminal = lights(terminal_color(color->terminal));
    ck_assert(contrast(terminal, lights(0xFFFFFF)) >= 3);
    ck_assert(contrast(terminal, lights(0)) >= 3);
  }
}
END_TEST

static void looks(const AdrefParties *parties, const char *code, const char *color, guint frame)
{
  AdrefPartyLook look = adref_party_look(parties, code);
  ck_assert_str_eq(adref_party_colors[look.color].name, color);
  ck_assert_uint_eq(look.frame, frame);
  ck_assert_ptr_eq(adref_party_color(parties, code), &adref_party_colors[look.color]);
}

/* For good: no other start of the hash, no other order of the colours. */
START_TEST(follows_from_the_code)
{
  looks(NULL, "JPN", "blue", 0);
  looks(NULL, "ASEAN", "orange", 0);
  looks(NULL, "THA", "rose", 0);
  looks(NULL, "VNM", "purple", 1);
  looks(NULL, "SGP", "teal", 1);
  looks(NULL, "PHL", "cyan", 2);
  looks(NULL, "", "olive", 1);
}
END_TEST

START_TEST(members_of_asean_and_japan)
{
  static const char *const codes[] = {"JPN", "ASEAN", "BRN", "KHM", "IDN", "LAO", "MYS",
                                      "MMR", "PHL",   "SGP", "THA", "TLS", "VNM"};
  gboolean taken[ADREF_PARTY_COLORS][ADREF_PARTY_FRAMES] = {0};
  for (guint i = 0; i < G_N_ELEMENTS(codes); i++) {
    AdrefPartyLook look = adref_party_look(NULL, codes[i]);
    ck_assert_msg(!taken[look.color][look.frame], "%s", codes[i]);
    taken[look.color][look.frame] = TRUE;
  }
}
END_TEST

static AdrefParties *registry(const char *color, GError **error)
{
  g_autofree char *text = g_strdup_printf("parties:\n  JPN: {short: Japan%s}\n  VNM: {short: Viet "
                                          "Nam}\ngroups:\n  EU: {members: [VNM], colour: teal, "
                                          "former: [{until: 2000-01-01, short: Six}]}\n",
                                          color);
  return adref_parties_read(text, strlen(text), "parties.yaml", error);
}

START_TEST(of_the_registry)
{
  g_autoptr(AdrefParties) parties = registry(", colour: rose dashed", NULL);
  looks(parties, "JPN", "rose", 1);
  looks(parties, "VNM", "purple", 1);
  looks(parties, "EU", "teal", 0);
  looks(parties, "ASEAN", "orange", 0);
  g_autoptr(AdrefParties) then = adref_parties_at(parties, 0);
  looks(then, "JPN", "rose", 1);
}
END_TEST

START_TEST(unknown_color)
{
  g_autoptr(GError) error = NULL;
  ck_assert_ptr_null(registry(", colour: red", &error));
  ck_assert_str_eq(error->message,
                   "parties.yaml:2:31: colour: \"red\"; allowed are blue, orange, teal, purple, "
                   "olive, rose, grey, cyan, each also with dashed or dotted");
  AdrefPartyLook look;
  ck_assert(adref_party_look_parse("cyan dotted", &look));
  ck_assert(!adref_party_look_parse("cyan  dotted", &look));
  ck_assert(!adref_party_look_parse("dotted", &look));
  ck_assert(!adref_party_look_parse("", &look));
}
END_TEST

static void codes_are(const AdrefParties *parties, const char *words, const char *expected)
{
  g_autoptr(GString) found = g_string_new(NULL);
  gsize start = 0, end;
  for (; adref_party_code_next(parties, words, &start, &end); start = end) {
    g_string_append_len(found, words + start, (gssize)(end - start));
    g_string_append_c(found, ' ');
  }
  ck_assert_str_eq(found->str, expected);
}

START_TEST(codes_in_words)
{
  g_autoptr(AdrefParties) parties = registry("", NULL);
  codes_are(parties, "2: JPN, VNM", "JPN VNM ");
  codes_are(parties, "JPN", "JPN ");
  codes_are(parties, "all; EU-JPN, XJPN, JPNs, jpn, EU", "EU ");
  codes_are(parties, "THA", "");
  codes_are(parties, "日本JPN", "JPN ");
  codes_are(NULL, "JPN", "");
}
END_TEST

TCase *tcase_party_color(void)
{
  TCase *tcase = tcase_create("party_color");
  tcase_add_test(tcase, told_apart);
  tcase_add_test(tcase, readable);
  tcase_add_test(tcase, follows_from_the_code);
  tcase_add_test(tcase, members_of_asean_and_japan);
  tcase_add_test(tcase, of_the_registry);
  tcase_add_test(tcase, unknown_color);
  tcase_add_test(tcase, codes_in_words);
  return tcase;
}
