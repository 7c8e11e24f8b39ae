#include "write/bindery.h"

#include <string.h>

#include "base/digest.h"
#include "base/error.h"
#include "write/artifact.h"
#include "write/profile.h"
#include "write/xmp.h"

enum {
  MAX_OBJECTS = 100 * 1000 * 1000,
  TAIL = 40, /* bytes at the end that say where the table of objects is */
  ID_SIZE = 16
};

typedef struct {
  gsize offset;
  guint number;
} Object;

typedef struct {
  const GString *pdf;
  const AdrefCovers *how;
  GString *out;
  GArray *objects;   /* of Object, as they stand in the file */
  GArray *offsets;   /* of gsize, by number, in what is written */
  GHashTable *pages; /* numbers of the streams that are pages */
  gsize xref;
  guint root, info, size;
  guint metadata, profile, files; /* numbers of what is added; 0: nothing */
  guint notes, links, lists;      /* how many have been met */
  gboolean has_names;             /* a dictionary of names, for the places that links lead to */
} Bindery;

/* Reading */

static gboolean refuse(GError **error)
{
  adref_error(error, ADREF_ERROR_SYSTEM,
              "this version of Cairo writes PDF in a way that adref does not know; 1.16 is known");
  return FALSE;
}

static guint number_behind(const char *text, const char *name)
{
  const char *found = text ? strstr(text, name) : NULL;
  return found ? (guint)g_ascii_strtoull(found + strlen(name), NULL, 10) : 0;
}

static gboolean read_trailer(Bindery *bindery)
{
  const GString *pdf = bindery->pdf;
  const char *start = pdf->len > TAIL ? strstr(pdf->str + pdf->len - TAIL, "\nstartxref\n") : NULL;
  if (!start)
    return FALSE;
  bindery->xref = number_behind(start, "\nstartxref\n");
  if (bindery->xref >= pdf->len || !g_str_has_prefix(pdf->str + bindery->xref, "xref\n0 "))
    return FALSE;
  const char *trailer = strstr(pdf->str + bindery->xref, "trailer\n");
  bindery->size = number_behind(trailer, "/Size ");
  bindery->root = number_behind(trailer, "/Root ");
  bindery->info = number_behind(trailer, "/Info ");
  return bindery->size > 1 && bindery->size < MAX_OBJECTS && bindery->root > 0;
}

static int by_offset(gconstpointer a, gconstpointer b)
{
  const Object *x = a, *y = b;
  return (x->offset > y->offset) - (x->offset < y->offset);
}

static gboolean read_offsets(Bindery *bindery)
{
  enum {
    ENTRY = 20
  };
  const char *lines = strchr(bindery->pdf->str + bindery->xref + strlen("xref\n"), '\n') + 1;
  if ((gsize)(bindery->pdf->str + bindery->pdf->len - lines) < (gsize)bindery->size * ENTRY)
    return FALSE;
  for (guint i = 1; i < bindery->size; i++) {
    const char *entry = lines + (gsize)i * ENTRY;
    Object object = {g_ascii_strtoull(entry, NULL, 10), i};
    if (object.offset >= bindery->xref)
      return FALSE;
    if (entry[17] == 'n')
      g_array_append_val(bindery->objects, object);
  }
  g_array_sort(bindery->objects, by_offset);
  return TRUE;
}

static gsize end_of(const Bindery *bindery, guint at)
{
  return at + 1 < bindery->objects->len ? g_array_index(bindery->objects, Object, at + 1).offset
                                        : bindery->xref;
}

/* What stands behind "12 0 obj\n". */
static const char *body_of(const Bindery *bindery, guint at)
{
  const Object *object = &g_array_index(bindery->objects, Object, at);
  const char *newline = strchr(bindery->pdf->str + object->offset, '\n');
  return newline ? newline + 1 : bindery->pdf->str + object->offset;
}

static void find_pages(Bindery *bindery)
{
  for (guint i = 0; i < bindery->objects->len; i++) {
    const char *body = body_of(bindery, i);
    bindery->has_names |= g_str_has_prefix(body, "<< /Dests");
    if (!g_str_has_prefix(body, "<< /Type /Page ") && !g_str_has_prefix(body, "<< /Type /Page\n"))
      continue;
    guint contents = number_behind(body, "/Contents ");
    g_hash_table_add(bindery->pages, GUINT_TO_POINTER(contents));
  }
}

/* Writing */

static void append_string(GString *out, const char *text)
{
  g_string_append(out, "<FEFF");
  glong units = 0;
  g_autofree gunichar2 *wide = g_utf8_to_utf16(text, -1, NULL, &units, NULL);
  for (glong i = 0; i < units; i++)
    g_string_append_printf(out, "%04X", wide[i]);
  g_string_append_c(out, '>');
}

static const char *language(const Bindery *bindery)
{
  return bindery->how->language ? bindery->how->language : "en";
}

/* Where viewers look for attachments. */
static void append_files(Bindery *bindery, GString *extra)
{
  g_string_append(extra, " /EmbeddedFiles << /Names [");
  append_string(extra, bindery->how->file);
  g_string_append_printf(extra, " %u 0 R] >>", bindery->files);
}

static void patch_catalog(Bindery *bindery, GString *extra)
{
  g_string_append(extra, "\n   /Lang ");
  append_string(extra, language(bindery));
  g_string_append_printf(
      extra, "\n   /ViewerPreferences << /DisplayDocTitle true%s >>\n   /Metadata %u 0 R",
      bindery->how->is_rtl ? " /Direction /R2L" : "", bindery->metadata);
  g_string_append_printf(extra,
                         "\n   /OutputIntents [<< /Type /OutputIntent\n      /S /GTS_PDFA1\n"
                         "      /OutputConditionIdentifier (sRGB IEC61966-2.1)\n"
                         "      /Info (sRGB IEC61966-2.1)\n      /DestOutputProfile %u 0 R >>]",
                         bindery->profile);
  if (bindery->files)
    g_string_append_printf(extra, "\n   /AF [%u 0 R]", bindery->files);
  if (bindery->files && !bindery->has_names) {
    g_string_append(extra, "\n   /Names <<");
    append_files(bindery, extra);
    g_string_append(extra, " >>");
  }
}

static void patch_names(Bindery *bindery, GString *extra)
{
  if (bindery->files)
    append_files(bindery, extra);
}

static void patch_link(Bindery *bindery, GString *extra)
{
  const GPtrArray *links = bindery->how->links;
  guint at = bindery->links++;
  g_string_append(extra, "\n   /F 4\n   /Contents ");
  append_string(extra, links && at < links->len ? links->pdata[at] : "Link");
}

static void patch_list(Bindery *bindery, GString *extra)
{
  const GArray *lists = bindery->how->lists;
  guint at = bindery->lists++;
  if (lists && at < lists->len)
    g_string_append_printf(extra, "\n   /A << /O /List /ListNumbering /%s >>",
                           g_array_index(lists, gboolean, at) ? "Decimal" : "Disc");
}

static void patch_page(Bindery *bindery, GString *extra)
{
  (void)bindery;
  g_string_append(extra, "\n   /Tabs /S");
}

static void patch_heads(Bindery *bindery, GString *extra)
{
  (void)bindery;
  g_string_append(extra, "\n   /A << /O /Table /Scope /Column >>");
}

static void patch_division(Bindery *bindery, GString *extra)
{
  if (!bindery->how->beside)
    return;
  g_string_append(extra, "\n   /Lang ");
  append_string(extra, bindery->how->beside);
}

static void patch_note(Bindery *bindery, GString *extra)
{
  g_string_append_printf(extra, "\n   /ID (note%u)", ++bindery->notes);
}

static void patch_font(Bindery *bindery, GString *extra)
{
  (void)bindery;
  g_string_append(extra, "\n   /CIDToGIDMap /Identity");
}

/* What is added to which objects, behind the words with which they begin. */
static const struct {
  const char *begins;
  void (*patch)(Bindery *bindery, GString *extra);
  gsize kept; /* bytes before what is added; 0: all that it begins with */
} patches[] = {
    {"<< /Type /Catalog", patch_catalog, 0},
    {"<< /Type /Annot\n   /Subtype /Link", patch_link, 0},
    {"<< /Type /Page", patch_page, 0},
    {"<< /Type /StructElem\n   /S /TH", patch_heads, 0},
    {"<< /Type /StructElem\n   /S /Note", patch_note, 0},
    {"<< /Type /StructElem\n   /S /Div", patch_division, 0},
    {"<< /Type /StructElem\n   /S /L", patch_list, 0},
    {"<< /Dests", patch_names, 2},
    {"<< /Type /Font\n   /Subtype /CIDFontType2", patch_font, 0},
};

/* The length of the words that are kept before what is added, or 0. */
static gsize find_patch(Bindery *bindery, const char *body, GString *extra)
{
  for (gsize i = 0; i < G_N_ELEMENTS(patches); i++) {
    gsize length = strlen(patches[i].begins);
    if (strncmp(body, patches[i].begins, length) != 0 || g_ascii_isalnum(body[length]))
      continue;
    patches[i].patch(bindery, extra);
    g_string_append_c(extra, '\n');
    return patches[i].kept ? patches[i].kept : length;
  }
  return 0;
}

static void begin_object(Bindery *bindery, guint number)
{
  if (bindery->offsets->len <= number)
    g_array_set_size(bindery->offsets, number + 1);
  g_array_index(bindery->offsets, gsize, number) = bindery->out->len;
  g_string_append_printf(bindery->out, "%u 0 obj\n", number);
}

static gboolean bind_page(Bindery *bindery, const char *body, gsize length)
{
  g_autoptr(GByteArray) marked = adref_artifact_mark(body, length);
  if (!marked)
    return FALSE;
  g_string_append_printf(bindery->out, "<< /Length %u\n   /Filter /FlateDecode\n>>\nstream\n",
                         marked->len);
  g_string_append_len(bindery->out, (const char *)marked->data, (gssize)marked->len);
  g_string_append(bindery->out, "\nendstream\nendobj\n");
  return TRUE;
}

static gboolean bind_object(Bindery *bindery, guint at)
{
  const Object *object = &g_array_index(bindery->objects, Object, at);
  const char *body = body_of(bindery, at);
  gsize length = end_of(bindery, at) - (gsize)(body - bindery->pdf->str);
  begin_object(bindery, object->number);
  if (g_hash_table_contains(bindery->pages, GUINT_TO_POINTER(object->number)))
    return bind_page(bindery, body, length);
  g_autoptr(GString) extra = g_string_new(NULL);
  gsize kept = find_patch(bindery, body, extra);
  g_string_append_len(bindery->out, body, (gssize)kept);
  g_string_append_len(bindery->out, extra->str, (gssize)extra->len);
  g_string_append_len(bindery->out, body + kept, (gssize)(length - kept));
  return TRUE;
}

static void append_stream(Bindery *bindery, guint number, const char *dictionary, const char *bytes,
                          gsize length)
{
  begin_object(bindery, number);
  g_string_append_printf(bindery->out, "<< %s\n   /Length %" G_GSIZE_FORMAT "\n>>\nstream\n",
                         dictionary, length);
  g_string_append_len(bindery->out, bytes, (gssize)length);
  g_string_append(bindery->out, "\nendstream\nendobj\n");
}

/* "cairo 1.16.0 (https://cairographics.org)", as Cairo says of itself; NULL: it does not. */
static char *find_producer(const Bindery *bindery)
{
  static const char name[] = "/Producer (";
  for (guint i = 0; i < bindery->objects->len; i++) {
    if (g_array_index(bindery->objects, Object, i).number != bindery->info)
      continue;
    const char *start = strstr(body_of(bindery, i), name),
               *end = start ? strstr(start, ")\n") : NULL;
    return end ? g_strndup(start + strlen(name), (gsize)(end - start) - strlen(name)) : NULL;
  }
  return NULL;
}

static void append_metadata(Bindery *bindery)
{
  g_autofree char *producer = find_producer(bindery);
  g_autoptr(GString) xmp = adref_xmp(bindery->how, producer);
  append_stream(bindery, bindery->metadata, "/Type /Metadata\n   /Subtype /XML", xmp->str,
                xmp->len);
}

static void append_profile(Bindery *bindery)
{
  g_autoptr(GByteArray) profile = adref_profile_srgb();
  append_stream(bindery, bindery->profile, "/N 3", (const char *)profile->data, profile->len);
}

/* The file of an attachment, and what says so. */
static void append_file(Bindery *bindery)
{
  const AdrefCovers *how = bindery->how;
  append_stream(bindery, bindery->files + 1, "/Type /EmbeddedFile\n   /Subtype /text#2Fmarkdown",
                how->bytes, how->length);
  begin_object(bindery, bindery->files);
  g_string_append(bindery->out, "<< /Type /Filespec\n   /AFRelationship /Source\n   /F ");
  append_string(bindery->out, how->file);
  g_string_append(bindery->out, "\n   /UF ");
  append_string(bindery->out, how->file);
  g_string_append_printf(bindery->out, "\n   /EF << /F %u 0 R >>\n>>\nendobj\n",
                         bindery->files + 1);
}

static void append_xref(Bindery *bindery)
{
  g_autofree char *digest = adref_digest_of(bindery->out->str, bindery->out->len);
  gsize start = bindery->out->len;
  guint size = bindery->offsets->len;
  digest[(gsize)2 * ID_SIZE] = '\0';
  g_string_append_printf(bindery->out, "xref\n0 %u\n0000000000 65535 f \n", size);
  for (guint i = 1; i < size; i++) {
    gsize offset = g_array_index(bindery->offsets, gsize, i);
    g_string_append_printf(bindery->out, "%010" G_GSIZE_FORMAT " %s \n", offset,
                           offset > 0 ? "00000 n" : "65535 f");
  }
  g_string_append_printf(bindery->out, "trailer\n<< /Size %u\n   /Root %u 0 R\n", size,
                         bindery->root);
  if (bindery->info)
    g_string_append_printf(bindery->out, "   /Info %u 0 R\n", bindery->info);
  g_string_append_printf(bindery->out,
                         "   /ID [<%s> <%s>]\n>>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                         digest, digest, start);
}

static gboolean bind_all(Bindery *bindery, GError **error)
{
  if (!read_trailer(bindery) || !read_offsets(bindery))
    return refuse(error);
  find_pages(bindery);
  bindery->metadata = bindery->size;
  bindery->profile = bindery->size + 1;
  bindery->files = bindery->how->file ? bindery->size + 2 : 0;
  g_string_append(bindery->out, "%PDF-1.7\n%\265\355\256\373\n");
  for (guint i = 0; i < bindery->objects->len; i++)
    if (!bind_object(bindery, i))
      return refuse(error);
  append_metadata(bindery);
  append_profile(bindery);
  if (bindery->files)
    append_file(bindery);
  append_xref(bindery);
  return TRUE;
}

GString *adref_bindery_bind(const GString *pdf, const AdrefCovers *how, GError **error)
{
  Bindery bindery = {.pdf = pdf,
                     .how = how,
                     .out = g_string_sized_new(pdf->len + 4096),
                     .objects = g_array_new(FALSE, FALSE, sizeof(Object)),
                     .offsets = g_array_new(FALSE, TRUE, sizeof(gsize)),
                     .pages = g_hash_table_new(NULL, NULL)};
  gboolean done = bind_all(&bindery, error);
  g_array_unref(bindery.objects);
  g_array_unref(bindery.offsets);
  g_hash_table_unref(bindery.pages);
  if (!done)
    g_string_free(bindery.out, TRUE);
  return done ? bindery.out : NULL;
}
