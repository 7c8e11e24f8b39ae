#include "print/pdf_artifact.h"

#include <string.h>

#include "print/pango.h"

enum {
  FAST = 3, /* zlib level */
  CHUNK = 64 * 1024
};

static GByteArray *convert(GConverter *converter, const char *bytes, gsize length)
{
  g_autoptr(GByteArray) out = g_byte_array_new();
  gsize room = MAX(length, CHUNK), used = 0;
  for (;;) {
    gsize read = 0, written = 0;
    g_byte_array_set_size(out, (guint)(used + room));
    GConverterResult result = g_converter_convert(converter, bytes, length, out->data + used, room,
                                                  G_CONVERTER_INPUT_AT_END, &read, &written, NULL);
    if (result == G_CONVERTER_ERROR)
      return NULL;
    bytes += read;
    length -= read;
    used += written;
    if (result == G_CONVERTER_FINISHED)
      break;
  }
  g_byte_array_set_size(out, (guint)used);
  return g_steal_pointer(&out);
}

static gboolean ends_with(const char *line, gsize length, const char *word)
{
  gsize size = strlen(word);
  return length >= size && memcmp(line + length - size, word, size) == 0;
}

static const char begin[] = "/Artifact BMC\n";
static const char separator[] =
    " 0 0 0.016 0.008 re f"; /* as Cairo writes it, after a colour or not */

static void put(GByteArray *out, const char *words)
{
  g_byte_array_append(out, (const guint8 *)words, (guint)strlen(words));
}

/* Cairo writes the begin and the end of marked content on lines of their own; inside a string a
 * line that looks like one ends with a backslash. /ActualText is marked content too, and nests. */
typedef struct {
  GByteArray *out;
  AdrefPdfContent *content; /* of the tags, or NULL */
  guint artifact;           /* the open artifact begins here in `out` */
  guint words;              /* of the open tag begin here in `out`; 0: behind this line */
  gboolean is_refused;
  guint depth;                /* of marked content inside the open tag or artifact */
  gboolean in_tag, has_ended; /* the line is the end of the tag */
  gboolean has_separator;     /* the page has a separator, which is still to come */
  const char *held;           /* the line of a tag that is held back until the separator, or NULL */
  gsize held_size;
} Marking;

static void begin_artifact(Marking *marking)
{
  put(marking->out, begin);
  marking->artifact = marking->out->len;
}

/* Removes an artifact that is empty. */
static void end_artifact(Marking *marking)
{
  GByteArray *out = marking->out;
  gsize length = out->len - marking->artifact;
  if (length == 0) {
    g_byte_array_set_size(out, (guint)(out->len - strlen(begin)));
    return;
  }
  if (marking->content) {
    g_autofree char *drawn = g_memdup2(out->data + marking->artifact, length);
    g_byte_array_set_size(out, marking->artifact);
    marking->is_refused |= !adref_pdf_content_write_untagged(
        marking->content, drawn, length, marking->artifact == strlen(begin), out);
  }
  put(out, "EMC\n");
}

static void begin_tag(Marking *marking)
{
  end_artifact(marking);
  marking->in_tag = TRUE;
  marking->words = 0;
}

/* Puts the words of the content in place of what Cairo drew. */
static void end_tag(Marking *marking)
{
  GByteArray *out = marking->out;
  marking->in_tag = FALSE;
  marking->has_ended = TRUE;
  if (!marking->content || out->len == marking->words)
    return;
  gsize length = out->len - marking->words;
  g_autofree char *drawn = g_memdup2(out->data + marking->words, length);
  g_byte_array_set_size(out, marking->words);
  marking->is_refused |= !adref_pdf_content_write_tag(marking->content, drawn, length, out);
}

static void pass_separator(Marking *marking)
{
  marking->has_separator = FALSE;
  if (!marking->held)
    return;
  begin_tag(marking);
  g_byte_array_append(marking->out, (const guint8 *)marking->held, (guint)marking->held_size);
  put(marking->out, "\n");
  marking->held = NULL;
}

/* Whether the line ends the open tag, or marked content that stands in it. */
static gboolean is_end(const char *line, gsize size)
{
  return size == strlen("EMC") && ends_with(line, size, "EMC");
}

/* Returns how many bytes of the line are kept. */
static gsize before_line(Marking *marking, const char *line, gsize size)
{
  if (ends_with(line, size, separator)) {
    pass_separator(marking);
    return size - strlen(separator);
  }
  if (is_end(line, size) && marking->depth == 0 && marking->in_tag)
    end_tag(marking);
  if (!ends_with(line, size, " BDC"))
    return size;
  gboolean is_tag = !marking->in_tag && !marking->held && marking->depth == 0 &&
                    g_strstr_len(line, (gssize)size, " << /MCID ") != NULL;
  if (!is_tag) {
    marking->depth++;
  } else if (marking->has_separator) {
    marking->held = line;
    marking->held_size = size;
    return 0;
  } else {
    begin_tag(marking);
  }
  return size;
}

static void behind_line(Marking *marking, const char *line, gsize size)
{
  if (marking->in_tag && marking->words == 0)
    marking->words = marking->out->len;
  if (!is_end(line, size))
    return;
  if (marking->has_ended)
    begin_artifact(marking);
  else if (marking->depth > 0)
    marking->depth--;
  marking->has_ended = FALSE;
}

static GByteArray *mark(const char *page, gsize length, AdrefPdfContent *content)
{
  Marking marking = {.out = g_byte_array_sized_new((guint)length + 1024),
                     .content = content,
                     .has_separator = memmem(page, length, separator, strlen(separator)) != NULL};
  begin_artifact(&marking);
  for (const char *line = page, *end = page + length; line < end;) {
    const char *newline = memchr(line, '\n', (gsize)(end - line));
    gsize size = newline ? (gsize)(newline - line) : (gsize)(end - line);
    gsize stays = before_line(&marking, line, size);
    g_byte_array_append(marking.out, (const guint8 *)line, (guint)stays);
    if (stays > 0 || size == 0)
      put(marking.out, "\n");
    behind_line(&marking, line, size);
    line = newline ? newline + 1 : end;
  }
  end_artifact(&marking);
  if (content)
    marking.is_refused |= !adref_pdf_content_end_stream(content);
  if (marking.is_refused)
    g_clear_pointer(&marking.out, g_byte_array_unref);
  return marking.out;
}

static GByteArray *unpack(const char *bytes, gsize length)
{
  GZlibDecompressor *zlib = g_zlib_decompressor_new(G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  GByteArray *plain = convert((GConverter *)zlib, bytes, length);
  g_object_unref(zlib);
  return plain;
}

static GByteArray *pack(const GByteArray *plain)
{
  GZlibCompressor *zlib = g_zlib_compressor_new(G_ZLIB_COMPRESSOR_FORMAT_ZLIB, FAST);
  GByteArray *packed = convert((GConverter *)zlib, (const char *)plain->data, plain->len);
  g_object_unref(zlib);
  return packed;
}

GByteArray *adref_pdf_artifact_mark(const char *object, gsize length, AdrefPdfContent *content)
{
  const char *start = g_strstr_len(object, (gssize)length, "\nstream\n");
  if (!start || !g_strstr_len(object, start - object, "/Filter /FlateDecode"))
    return NULL;
  start += strlen("\nstream\n");
  g_autoptr(GByteArray) page = unpack(start, length - (gsize)(start - object));
  if (!page)
    return NULL;
  g_autoptr(GByteArray) marked = mark((const char *)page->data, page->len, content);
  return marked ? pack(marked) : NULL;
}
