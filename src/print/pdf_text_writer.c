#include "print/pdf_text_writer.h"

#include <math.h>

#include "print/pango.h"
#include "print/pdf_number.h"

/* What Cairo 1.16 keeps to. */
enum {
  MOST_GLYPHS = 200, /* in one operator */
  COLUMNS = 72,      /* of a line of the stream, where it can be broken */
  LEAST_KERN = 3,    /* in thousandths; less is no move */
  FIXED = 256        /* parts of a point, in a rectangle */
};

static const double tolerance = 0.001, least_move = 1e-6, most_move = 10, least_factor = 1e-12;

typedef struct {
  const AdrefPdfGlyphCode *code;
  double x;
} Glyph;

/* Lines are broken before a word that would be too long. */
typedef enum {
  BETWEEN,
  IN_WORD,
  IN_STRING,
  IN_CODES,
} Wrapping;

struct AdrefPdfTextWriter {
  GString *out;
  GHashTable *colors; /* of GString: a colour as three numbers */
  guint color;
  gboolean in_text;
  gboolean is_new;                /* the words of the font begin: no font is set in this text */
  const AdrefPdfFontPart *part;   /* the font that is set */
  guint digits;                   /* of its codes */
  cairo_matrix_t matrix, to_text; /* of the text, and from the page to it */
  double x, next_x;               /* of the text in it; and with the glyphs that are held */
  Glyph glyphs[MOST_GLYPHS];      /* that are held */
  guint held;
  Wrapping wrapping;
  int column;
  gboolean is_escape;
  int escape_digits;
};

static void free_string(gpointer string)
{
  g_string_free(string, TRUE);
}

AdrefPdfTextWriter *adref_pdf_text_writer_new(GString *out)
{
  AdrefPdfTextWriter *writer = g_new0(AdrefPdfTextWriter, 1);
  writer->out = out;
  writer->colors = g_hash_table_new_full(g_direct_hash, g_direct_equal, NULL, free_string);
  writer->color = ADREF_PDF_NO_COLOR;
  return writer;
}

void adref_pdf_text_writer_free(AdrefPdfTextWriter *writer)
{
  if (!writer)
    return;
  g_hash_table_unref(writer->colors);
  g_free(writer);
}

static void put(AdrefPdfTextWriter *writer, const char *words)
{
  g_string_append(writer->out, words);
}

static void put_numbers(AdrefPdfTextWriter *writer, const double *numbers, guint count)
{
  for (guint i = 0; i < count; i++) {
    adref_pdf_number_append(writer->out, numbers[i]);
    g_string_append_c(writer->out, ' ');
  }
}

static void break_line(AdrefPdfTextWriter *writer)
{
  g_string_append_c(writer->out, '\n');
  writer->column = 0;
}

static void wrap_between(AdrefPdfTextWriter *writer, char c)
{
  writer->column++;
  if (c == '\n' || writer->column >= COLUMNS)
    break_line(writer);
  if (c == '<')
    writer->wrapping = IN_CODES;
  else if (c == '(')
    writer->wrapping = IN_STRING;
  else if (!g_ascii_isspace(c))
    writer->wrapping = IN_WORD;
  if (c != '\n')
    g_string_append_c(writer->out, c);
}

static void wrap_string(AdrefPdfTextWriter *writer, char c)
{
  writer->column++;
  g_string_append_c(writer->out, c);
  if (writer->is_escape) {
    if (!g_ascii_isdigit(c) || ++writer->escape_digits == 3)
      writer->is_escape = FALSE;
  } else if (c == ')') {
    writer->wrapping = BETWEEN;
  } else if (c == '\\') {
    writer->is_escape = TRUE;
    writer->escape_digits = 0;
  }
}

static void wrap_codes(AdrefPdfTextWriter *writer, char c)
{
  writer->column++;
  g_string_append_c(writer->out, c);
  if (c == '>')
    writer->wrapping = BETWEEN;
  else if (writer->column > COLUMNS)
    break_line(writer);
}

static void wrap(AdrefPdfTextWriter *writer, char c)
{
  if (writer->wrapping == IN_WORD && (g_ascii_isspace(c) || c == '<' || c == '('))
    writer->wrapping = BETWEEN;
  switch (writer->wrapping) {
  case BETWEEN: wrap_between(writer, c); break;
  case IN_STRING: wrap_string(writer, c); break;
  case IN_CODES: wrap_codes(writer, c); break;
  case IN_WORD:
    writer->column++;
    g_string_append_c(writer->out, c);
    break;
  }
}

static void wrap_words(AdrefPdfTextWriter *writer, const char *words)
{
  for (; *words; words++)
    wrap(writer, *words);
}

static void begin_wrapping(AdrefPdfTextWriter *writer)
{
  writer->wrapping = BETWEEN;
  writer->column = 0;
  writer->is_escape = FALSE;
}

/* A code as digits of `bits` bits each. */
static void wrap_digits(AdrefPdfTextWriter *writer, guint code, guint digits, guint bits)
{
  while (digits-- > 0)
    wrap(writer, "0123456789abcdef"[code >> bits * digits & ((1U << bits) - 1)]);
}

static void wrap_code(AdrefPdfTextWriter *writer, guint code)
{
  if (writer->digits > 0) {
    wrap_digits(writer, code, writer->digits, 4);
  } else if (code >= 0x20 && code <= 0x7E) {
    if (code == '(' || code == ')' || code == '\\')
      wrap(writer, '\\');
    wrap(writer, (char)code);
  } else {
    wrap(writer, '\\');
    wrap_digits(writer, code, 3, 3);
  }
}

/* The move before a glyph, in thousandths of the font size; what is rounded is made good later. */
static void wrap_kern(AdrefPdfTextWriter *writer, double x)
{
  double delta = x - writer->x;
  int kern = (int)floor(-1000.0 * delta + .5);
  if (ABS(kern) < LEAST_KERN)
    kern = 0;
  if (kern != 0) {
    char words[32];
    g_snprintf(words, sizeof words, writer->digits == 0 ? ")%d(" : ">%d<", kern);
    wrap_words(writer, words);
  }
  writer->x += kern / -1000.0;
}

static gboolean is_natural(const AdrefPdfTextWriter *writer)
{
  double x = writer->x;
  for (guint i = 0; i < writer->held; i++) {
    if (fabs(writer->glyphs[i].x - x) > tolerance)
      return FALSE;
    x += writer->glyphs[i].code->advance;
  }
  return TRUE;
}

static void flush_glyphs(AdrefPdfTextWriter *writer)
{
  if (writer->held == 0)
    return;
  gboolean has_kerns = !is_natural(writer);
  begin_wrapping(writer);
  wrap_words(writer, has_kerns ? "[" : "");
  wrap(writer, writer->digits == 0 ? '(' : '<');
  for (guint i = 0; i < writer->held; i++) {
    const Glyph *glyph = &writer->glyphs[i];
    if (has_kerns && glyph->x != writer->x)
      wrap_kern(writer, glyph->x);
    wrap_code(writer, glyph->code->code);
    writer->x += glyph->code->advance;
  }
  wrap(writer, writer->digits == 0 ? ')' : '>');
  wrap_words(writer, has_kerns ? "]TJ\n" : "Tj\n");
  writer->held = 0;
  writer->next_x = writer->x;
}

static void invert_matrix(AdrefPdfTextWriter *writer)
{
  writer->to_text = writer->matrix;
  cairo_matrix_invert(&writer->to_text);
  writer->x = writer->next_x = 0;
}

static double without_noise(double number, double least)
{
  return fabs(number) < least ? 0 : number;
}

static void set_matrix(AdrefPdfTextWriter *writer, const cairo_matrix_t *matrix,
                       const AdrefPdfPlace *origin)
{
  cairo_matrix_t m = *matrix;
  m.x0 = origin->x;
  m.y0 = origin->y;
  writer->matrix = m;
  double least = least_factor * MAX(MAX(fabs(m.xx), fabs(m.xy)), MAX(fabs(m.yx), fabs(m.yy)));
  double numbers[] = {without_noise(m.xx, least), without_noise(m.yx, least),
                      without_noise(m.xy, least), without_noise(m.yy, least),
                      without_noise(m.x0, least), without_noise(m.y0, least)};
  put_numbers(writer, numbers, G_N_ELEMENTS(numbers));
  put(writer, "Tm\n");
  invert_matrix(writer);
}

static void move_to(AdrefPdfTextWriter *writer, const AdrefPdfPlace *place)
{
  cairo_matrix_t inverse = writer->matrix, move;
  cairo_matrix_invert(&inverse);
  writer->matrix.x0 = place->x;
  writer->matrix.y0 = place->y;
  cairo_matrix_multiply(&move, &writer->matrix, &inverse);
  double numbers[] = {without_noise(move.x0, least_move), without_noise(move.y0, least_move)};
  put_numbers(writer, numbers, G_N_ELEMENTS(numbers));
  put(writer, "Td\n");
  invert_matrix(writer);
}

static void set_part(AdrefPdfTextWriter *writer, const AdrefPdfGlyphCode *code)
{
  flush_glyphs(writer);
  g_string_append_printf(writer->out, "/f-%u-%u 1 Tf\n", code->part->font, code->part->part);
  writer->part = code->part;
  writer->digits = code->digits;
  writer->is_new = FALSE;
}

static void add_glyph(AdrefPdfTextWriter *writer, const AdrefPdfGlyphCode *code,
                      const AdrefPdfPlace *place)
{
  if (writer->is_new || writer->part != code->part)
    set_part(writer, code);
  double x = place->x, y = place->y;
  cairo_matrix_transform_point(&writer->to_text, &x, &y);
  if (fabs(x - writer->next_x) > most_move || fabs(y) > tolerance) {
    flush_glyphs(writer);
    move_to(writer, place);
    x = 0;
  }
  writer->glyphs[writer->held++] = (Glyph){code, x};
  writer->next_x += code->advance;
  if (writer->held == MOST_GLYPHS)
    flush_glyphs(writer);
}

static void begin_replaced(AdrefPdfTextWriter *writer, const AdrefPdfCluster *cluster)
{
  flush_glyphs(writer);
  put(writer, "/Span << /ActualText <feff");
  glong units = 0;
  g_autofree gunichar2 *wide =
      g_utf8_to_utf16(cluster->text, (glong)cluster->length, NULL, &units, NULL);
  for (glong i = 0; i < units; i++)
    g_string_append_printf(writer->out, "%04x", wide[i]);
  put(writer, "> >> BDC\n");
}

static const AdrefPdfPlace *show_cluster(AdrefPdfTextWriter *writer, const AdrefPdfCluster *cluster,
                                         const AdrefPdfPlace *places)
{
  if (cluster->is_replaced)
    begin_replaced(writer, cluster);
  for (guint i = 0; i < cluster->count; i++)
    add_glyph(writer, &cluster->codes[i], places++);
  if (cluster->is_replaced) {
    flush_glyphs(writer);
    put(writer, "EMC\n");
  }
  return places;
}

static gboolean is_same_scale(const cairo_matrix_t *a, const cairo_matrix_t *b)
{
  return a->xx == b->xx && a->xy == b->xy && a->yx == b->yx && a->yy == b->yy;
}

void adref_pdf_text_writer_show(AdrefPdfTextWriter *writer, const AdrefPdfFont *font,
                                const AdrefPdfPlace *origin, AdrefPdfCluster *const *clusters,
                                guint count, const AdrefPdfPlace *places)
{
  writer->is_new = !writer->in_text;
  if (writer->is_new)
    put(writer, "BT\n");
  writer->in_text = TRUE;
  if (writer->is_new || !is_same_scale(&writer->matrix, &font->matrix)) {
    flush_glyphs(writer);
    set_matrix(writer, &font->matrix, origin);
  }
  for (guint i = 0; i < count; i++)
    places = show_cluster(writer, clusters[i], places);
}

void adref_pdf_text_writer_end(AdrefPdfTextWriter *writer)
{
  if (!writer->in_text)
    return;
  flush_glyphs(writer);
  put(writer, "ET\n");
  writer->in_text = FALSE;
}

void adref_pdf_text_writer_set_color(AdrefPdfTextWriter *writer, guint color)
{
  writer->color = color;
}

void adref_pdf_text_writer_use_color(AdrefPdfTextWriter *writer, guint color)
{
  if (writer->color == color)
    return;
  adref_pdf_text_writer_end(writer);
  GString *words = g_hash_table_lookup(writer->colors, GUINT_TO_POINTER(color));
  if (!words) {
    words = g_string_new(NULL);
    for (int shift = 16; shift >= 0; shift -= 8) {
      adref_pdf_number_append(words, (color >> shift & 0xFF) / 255.0);
      g_string_append_c(words, ' ');
    }
    g_string_append(words, "rg ");
    g_hash_table_insert(writer->colors, GUINT_TO_POINTER(color), words);
  }
  g_string_append_len(writer->out, words->str, (gssize)words->len);
  if (writer->color == ADREF_PDF_NO_COLOR)
    put(writer, "/a0 gs\n");
  writer->color = color;
}

static double fixed(double points)
{
  return rint(points * FIXED);
}

void adref_pdf_text_writer_fill(AdrefPdfTextWriter *writer, const cairo_rectangle_t *rect)
{
  double x = fixed(rect->x), y = fixed(rect->y),
         numbers[] = {x / FIXED, y / FIXED, fixed(rect->width) / FIXED,
                      fixed(rect->height) / FIXED};
  adref_pdf_text_writer_end(writer);
  for (gsize i = 0; i < G_N_ELEMENTS(numbers); i++) {
    adref_pdf_number_append_short(writer->out, numbers[i]);
    g_string_append_c(writer->out, ' ');
  }
  put(writer, "re f\n");
}
