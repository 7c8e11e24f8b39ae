#include "print/pdf_postprocess.h"

#include <string.h>

#include "base/digest.h"
#include "base/error.h"
#include "print/icc_profile.h"
#include "print/pdf_artifact.h"
#include "print/pdf_object.h"
#include "print/xmp.h"

enum {
  ID_SIZE = 16,
  BATCH = 1 << 16 /* bytes that are read at once */
};

/* For which object the held objects wait. */
typedef enum {
  WAIT_NOT,
  WAIT_PAGE,    /* a page: whether the first held object is its content */
  WAIT_CATALOG, /* the catalog: its number */
} Wait;

struct AdrefPdfPostprocess {
  const AdrefPdfProperties *properties;
  AdrefPdfObjects *objects; /* what Cairo has written and is not copied yet */
  GArray *held;             /* of AdrefPdfObject: those that are held */
  gsize unread;             /* bytes added since objects were read last */
  Wait wait;
  gboolean is_refused;
  GString *out;
  GArray *offsets; /* of gsize: offset of each object in the new file, by number */
  char *producer;  /* "cairo 1.16.0 (https://cairographics.org)" */
  guint catalog;
  guint metadata, profile, files; /* numbers of added objects; 0: none */
  guint notes, links, tags;       /* how many were read so far */
  gboolean has_names;             /* the file has a name dictionary, for link destinations */
};

static void append_string(GString *out, const char *text)
{
  g_string_append(out, "<FEFF");
  glong units = 0;
  g_autofree gunichar2 *wide = g_utf8_to_utf16(text, -1, NULL, &units, NULL);
  for (glong i = 0; i < units; i++)
    g_string_append_printf(out, "%04X", wide[i]);
  g_string_append_c(out, '>');
}

static const char *language(const AdrefPdfPostprocess *postprocess)
{
  return postprocess->properties->language ? postprocess->properties->language : "en";
}

/* The name tree in which viewers look for attachments. */
static void append_files(AdrefPdfPostprocess *postprocess, GString *extra)
{
  g_string_append(extra, " /EmbeddedFiles << /Names [");
  append_string(extra, postprocess->properties->file);
  g_string_append_printf(extra, " %u 0 R] >>", postprocess->files);
}

/* The catalog is Cairo's last object: added objects have the numbers after it. */
static void number_added(AdrefPdfPostprocess *postprocess)
{
  postprocess->metadata = postprocess->catalog + 1;
  postprocess->profile = postprocess->catalog + 2;
  postprocess->files = postprocess->properties->file ? postprocess->catalog + 3 : 0;
}

static void patch_catalog(AdrefPdfPostprocess *postprocess, const char *body, GString *extra)
{
  (void)body;
  number_added(postprocess);
  g_string_append(extra, "\n   /Lang ");
  append_string(extra, language(postprocess));
  g_string_append_printf(
      extra, "\n   /ViewerPreferences << /DisplayDocTitle true%s >>\n   /Metadata %u 0 R",
      postprocess->properties->is_rtl ? " /Direction /R2L" : "", postprocess->metadata);
  g_string_append_printf(extra,
                         "\n   /OutputIntents [<< /Type /OutputIntent\n      /S /GTS_PDFA1\n"
                         "      /OutputConditionIdentifier (sRGB IEC61966-2.1)\n"
                         "      /Info (sRGB IEC61966-2.1)\n      /DestOutputProfile %u 0 R >>]",
                         postprocess->profile);
  if (postprocess->files)
    g_string_append_printf(extra, "\n   /AF [%u 0 R]", postprocess->files);
  if (postprocess->files && !postprocess->has_names) {
    g_string_append(extra, "\n   /Names <<");
    append_files(postprocess, extra);
    g_string_append(extra, " >>");
  }
}

/* The name dictionary comes before the catalog, and says which number the attachment will have. */
static void patch_names(AdrefPdfPostprocess *postprocess, const char *body, GString *extra)
{
  (void)body;
  postprocess->has_names = TRUE;
  if (!postprocess->properties->file)
    return;
  postprocess->is_refused |= postprocess->catalog == 0;
  number_added(postprocess);
  append_files(postprocess, extra);
}

static void patch_link(AdrefPdfPostprocess *postprocess, const char *body, GString *extra)
{
  (void)body;
  const GPtrArray *links = postprocess->properties->links;
  guint at = postprocess->links++;
  g_string_append(extra, "\n   /F 4\n   /Contents ");
  append_string(extra, links && at < links->len ? links->pdata[at] : "Link");
}

static void patch_page(AdrefPdfPostprocess *postprocess, const char *body, GString *extra)
{
  (void)body;
  (void)postprocess;
  g_string_append(extra, "\n   /Tabs /S");
}

/* What is added to a structure element depends on its type. */
static void patch_element(AdrefPdfPostprocess *postprocess, const char *body, GString *extra)
{
  static const char begin[] = "<< /Type /StructElem\n   /S /";
  const GArray *tags = postprocess->properties->tags;
  guint at = postprocess->tags++;
  AdrefPdfTagAttributes tagged = tags && at < tags->len
                                     ? g_array_index(tags, AdrefPdfTagAttributes, at)
                                     : (AdrefPdfTagAttributes){.language = NULL};
  const char *tag = g_str_has_prefix(body, begin) ? body + strlen(begin) : "";
  if (tagged.language) {
    g_string_append(extra, "\n   /Lang ");
    append_string(extra, tagged.language);
  }
  if (g_str_has_prefix(tag, "TH\n"))
    g_string_append(extra, "\n   /A << /O /Table /Scope /Column >>");
  else if (g_str_has_prefix(tag, "L\n"))
    g_string_append_printf(extra, "\n   /A << /O /List /ListNumbering /%s >>",
                           tagged.is_numbered ? "Decimal" : "Disc");
  else if (g_str_has_prefix(tag, "Note\n"))
    g_string_append_printf(extra, "\n   /ID (note%u)", ++postprocess->notes);
}

static void patch_font(AdrefPdfPostprocess *postprocess, const char *body, GString *extra)
{
  (void)body;
  (void)postprocess;
  g_string_append(extra, "\n   /CIDToGIDMap /Identity");
}

/* What is added to which object, found by the words with which the object begins. */
static const struct {
  const char *begins;
  void (*patch)(AdrefPdfPostprocess *postprocess, const char *body, GString *extra);
  gsize kept; /* bytes of the object before what is added; 0: the length of its first words */
} patches[] = {
    {"<< /Type /Catalog", patch_catalog, 0},
    {"<< /Type /Annot\n   /Subtype /Link", patch_link, 0},
    {"<< /Type /Page", patch_page, 0},
    {"<< /Type /StructElem", patch_element, 0},
    {"<< /Dests", patch_names, 2},
    {"<< /Type /Font\n   /Subtype /CIDFontType2", patch_font, 0},
};

/* The number of bytes that are kept before what is added, or 0. */
static gsize find_patch(AdrefPdfPostprocess *postprocess, const char *body, GString *extra)
{
  for (gsize i = 0; i < G_N_ELEMENTS(patches); i++) {
    gsize length = strlen(patches[i].begins);
    if (strncmp(body, patches[i].begins, length) != 0 || g_ascii_isalnum(body[length]))
      continue;
    patches[i].patch(postprocess, body, extra);
    if (extra->len == 0)
      return 0;
    g_string_append_c(extra, '\n');
    return patches[i].kept ? patches[i].kept : length;
  }
  return 0;
}

static void begin_object(AdrefPdfPostprocess *postprocess, guint number)
{
  if (postprocess->offsets->len <= number)
    g_array_set_size(postprocess->offsets, number + 1);
  g_array_index(postprocess->offsets, gsize, number) = postprocess->out->len;
  g_string_append_printf(postprocess->out, "%u 0 obj\n", number);
}

static gboolean write_page_content(AdrefPdfPostprocess *postprocess, const char *body, gsize length)
{
  g_autoptr(GByteArray) marked =
      adref_pdf_artifact_mark(body, length, postprocess->properties->content);
  if (!marked)
    return FALSE;
  g_string_append_printf(postprocess->out, "<< /Length %u\n   /Filter /FlateDecode\n>>\nstream\n",
                         marked->len);
  g_string_append_len(postprocess->out, (const char *)marked->data, (gssize)marked->len);
  g_string_append(postprocess->out, "\nendstream\nendobj\n");
  return TRUE;
}

static void write_object(AdrefPdfPostprocess *postprocess, const AdrefPdfObject *object,
                         gboolean is_page)
{
  const char *body = postprocess->objects->raw->str + object->body;
  gsize length = object->end - object->body;
  begin_object(postprocess, object->number);
  if (is_page) {
    postprocess->is_refused |= !write_page_content(postprocess, body, length);
    return;
  }
  g_autoptr(GString) extra = g_string_new(NULL);
  gsize kept = find_patch(postprocess, body, extra);
  g_string_append_len(postprocess->out, body, (gssize)kept);
  g_string_append_len(postprocess->out, extra->str, (gssize)extra->len);
  g_string_append_len(postprocess->out, body + kept, (gssize)(length - kept));
}

/* Writes the held objects. `contents`: the number of the object that is a page's content, or 0. */
static void write_held_objects(AdrefPdfPostprocess *postprocess, guint contents)
{
  gboolean has_contents = contents == 0;
  for (guint i = 0; i < postprocess->held->len; i++) {
    const AdrefPdfObject *object = &g_array_index(postprocess->held, AdrefPdfObject, i);
    gboolean is_page = contents > 0 && object->number == contents;
    write_object(postprocess, object, is_page);
    has_contents |= is_page;
  }
  postprocess->is_refused |= !has_contents;
  postprocess->wait = WAIT_NOT;
  g_array_set_size(postprocess->held, 0);
}

/* A page's content is such a stream, and so is a font's ToUnicode map. */
static gboolean is_bare_stream(const char *body)
{
  static const char begin[] = "<< /Length ", rest[] = " 0 R\n   /Filter /FlateDecode\n>>\nstream\n";
  if (!g_str_has_prefix(body, begin))
    return FALSE;
  body += strlen(begin);
  return g_str_has_prefix(body + strspn(body, "0123456789"), rest);
}

static void keep_producer(AdrefPdfPostprocess *postprocess, const char *body, const char *end)
{
  static const char name[] = "<< /Producer (";
  const char *stop = g_str_has_prefix(body, name) ? adref_pdf_object_find(body, end, ")\n") : NULL;
  if (stop && !postprocess->producer)
    postprocess->producer = g_strndup(body + strlen(name), (gsize)(stop - body) - strlen(name));
}

static void take_object(AdrefPdfPostprocess *postprocess, const AdrefPdfObject *object)
{
  const char *body = postprocess->objects->raw->str + object->body,
             *end = postprocess->objects->raw->str + object->end;
  gboolean is_bare = is_bare_stream(body), is_page = g_str_has_prefix(body, "<< /Type /Page ");
  gboolean is_catalog = g_str_has_prefix(body, "<< /Type /Catalog");
  gboolean is_other =
      g_str_has_prefix(body, "<< /Type /") && !g_str_has_prefix(body, "<< /Type /Annot");
  if (is_bare || (postprocess->properties->file && g_str_has_prefix(body, "<< /Dests"))) {
    write_held_objects(postprocess, 0);
    postprocess->wait = is_bare ? WAIT_PAGE : WAIT_CATALOG;
  }
  g_array_append_vals(postprocess->held, object, 1);
  keep_producer(postprocess, body, end);
  if (is_catalog)
    postprocess->catalog = object->number;
  if (is_catalog || postprocess->wait == WAIT_NOT || (postprocess->wait == WAIT_PAGE && is_other))
    write_held_objects(postprocess, is_page ? adref_pdf_object_number(body, end, "/Contents ") : 0);
}

/* Drops the bytes of objects that were written. */
static void drop_written(AdrefPdfPostprocess *postprocess)
{
  GArray *held = postprocess->held;
  gsize written =
      held->len > 0 ? g_array_index(held, AdrefPdfObject, 0).start : postprocess->objects->next;
  for (guint i = 0; i < held->len; i++) {
    AdrefPdfObject *object = &g_array_index(held, AdrefPdfObject, i);
    object->start -= written;
    object->body -= written;
    object->end -= written;
  }
  adref_pdf_objects_drop(postprocess->objects, written);
}

/* Reads all complete objects. */
static void read_objects(AdrefPdfPostprocess *postprocess)
{
  AdrefPdfObject object;
  while (postprocess->catalog == 0 && adref_pdf_objects_next(postprocess->objects, &object))
    take_object(postprocess, &object);
  drop_written(postprocess);
  postprocess->unread = 0;
}

static void append_stream(AdrefPdfPostprocess *postprocess, guint number, const char *dictionary,
                          const char *bytes, gsize length)
{
  begin_object(postprocess, number);
  g_string_append_printf(postprocess->out, "<< %s\n   /Length %" G_GSIZE_FORMAT "\n>>\nstream\n",
                         dictionary, length);
  g_string_append_len(postprocess->out, bytes, (gssize)length);
  g_string_append(postprocess->out, "\nendstream\nendobj\n");
}

static void append_metadata(AdrefPdfPostprocess *postprocess)
{
  g_autoptr(GString) xmp = adref_xmp(postprocess->properties, postprocess->producer);
  append_stream(postprocess, postprocess->metadata, "/Type /Metadata\n   /Subtype /XML", xmp->str,
                xmp->len);
}

static void append_profile(AdrefPdfPostprocess *postprocess)
{
  g_autoptr(GByteArray) profile = adref_icc_profile_srgb();
  append_stream(postprocess, postprocess->profile, "/N 3", (const char *)profile->data,
                profile->len);
}

/* Writes the attached file and its file specification. */
static void append_file(AdrefPdfPostprocess *postprocess)
{
  const AdrefPdfProperties *properties = postprocess->properties;
  append_stream(postprocess, postprocess->files + 1,
                "/Type /EmbeddedFile\n   /Subtype /text#2Fmarkdown", properties->bytes,
                properties->length);
  begin_object(postprocess, postprocess->files);
  g_string_append(postprocess->out, "<< /Type /Filespec\n   /AFRelationship /Source\n   /F ");
  append_string(postprocess->out, properties->file);
  g_string_append(postprocess->out, "\n   /UF ");
  append_string(postprocess->out, properties->file);
  g_string_append_printf(postprocess->out, "\n   /EF << /F %u 0 R >>\n>>\nendobj\n",
                         postprocess->files + 1);
}

static void append_xref(AdrefPdfPostprocess *postprocess, guint info)
{
  g_autofree char *digest = adref_digest_of(postprocess->out->str, postprocess->out->len);
  gsize start = postprocess->out->len;
  guint size = postprocess->offsets->len;
  digest[(gsize)2 * ID_SIZE] = '\0';
  g_string_append_printf(postprocess->out, "xref\n0 %u\n0000000000 65535 f \n", size);
  for (guint i = 1; i < size; i++) {
    gsize offset = g_array_index(postprocess->offsets, gsize, i);
    g_string_append_printf(postprocess->out, "%010" G_GSIZE_FORMAT " %s \n", offset,
                           offset > 0 ? "00000 n" : "65535 f");
  }
  g_string_append_printf(postprocess->out, "trailer\n<< /Size %u\n   /Root %u 0 R\n", size,
                         postprocess->catalog);
  if (info > 0)
    g_string_append_printf(postprocess->out, "   /Info %u 0 R\n", info);
  g_string_append_printf(postprocess->out,
                         "   /ID [<%s> <%s>]\n>>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                         digest, digest, start);
}

static gboolean is_refused(const AdrefPdfPostprocess *postprocess)
{
  return postprocess->is_refused || postprocess->objects->is_refused;
}

/* Reads Cairo's cross-reference table and trailer: the catalog must be the last object. */
static gboolean read_trailer(AdrefPdfPostprocess *postprocess, guint *info)
{
  const char *rest = postprocess->objects->raw->str + postprocess->objects->next,
             *end = postprocess->objects->raw->str + postprocess->objects->raw->len;
  const char *trailer = adref_pdf_object_find(rest, end, "\ntrailer\n");
  if (is_refused(postprocess) || postprocess->catalog == 0 || !g_str_has_prefix(rest, "xref\n0 ") ||
      !trailer)
    return FALSE;
  *info = adref_pdf_object_number(trailer, end, "/Info ");
  return adref_pdf_object_number(trailer, end, "/Root ") == postprocess->catalog &&
         adref_pdf_object_number(trailer, end, "/Size ") == postprocess->catalog + 1;
}

AdrefPdfPostprocess *adref_pdf_postprocess_new(const AdrefPdfProperties *properties, gsize expected)
{
  AdrefPdfPostprocess *postprocess = g_new0(AdrefPdfPostprocess, 1);
  postprocess->properties = properties;
  postprocess->objects = adref_pdf_objects_new();
  postprocess->out = g_string_sized_new(expected);
  postprocess->held = g_array_new(FALSE, FALSE, sizeof(AdrefPdfObject));
  postprocess->offsets = g_array_new(FALSE, TRUE, sizeof(gsize));
  g_string_append(postprocess->out, "%PDF-1.7\n%\265\355\256\373\n");
  return postprocess;
}

void adref_pdf_postprocess_free(AdrefPdfPostprocess *postprocess)
{
  if (!postprocess)
    return;
  adref_pdf_objects_free(postprocess->objects);
  if (postprocess->out)
    g_string_free(postprocess->out, TRUE);
  g_array_unref(postprocess->held);
  g_array_unref(postprocess->offsets);
  g_free(postprocess->producer);
  g_free(postprocess);
}

void adref_pdf_postprocess_add(AdrefPdfPostprocess *postprocess, const char *bytes, gsize length)
{
  if (is_refused(postprocess))
    return;
  g_string_append_len(postprocess->objects->raw, bytes, (gssize)length);
  postprocess->unread += length;
  if (postprocess->unread >= BATCH)
    read_objects(postprocess);
}

GString *adref_pdf_postprocess_end(AdrefPdfPostprocess *postprocess, GError **error)
{
  guint info = 0;
  read_objects(postprocess);
  if (!read_trailer(postprocess, &info)) {
    adref_error(error, ADREF_ERROR_SYSTEM,
                "adref cannot process the PDF of this version of Cairo; it supports Cairo 1.16");
    return NULL;
  }
  append_metadata(postprocess);
  append_profile(postprocess);
  if (postprocess->files)
    append_file(postprocess);
  append_xref(postprocess, info);
  return g_steal_pointer(&postprocess->out);
}
