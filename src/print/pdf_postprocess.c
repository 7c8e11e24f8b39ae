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

/* What says how the objects that are held are bound. */
typedef enum {
  WAIT_NOT,
  WAIT_PAGE,    /* a page, if the first of them is what it shows */
  WAIT_CATALOG, /* its number */
} Wait;

struct AdrefBindery {
  const AdrefCovers *how;
  AdrefObjects *objects; /* what Cairo has written and is not bound yet */
  GArray *held;          /* of AdrefObject: those of them that wait */
  gsize unread;          /* bytes that have come since objects were read */
  Wait wait;
  gboolean is_refused;
  GString *out;
  GArray *offsets; /* of gsize, by number, in what is written */
  char *producer;  /* "cairo 1.16.0 (https://cairographics.org)", as Cairo says of itself */
  guint catalog;
  guint metadata, profile, files; /* numbers of what is added; 0: nothing */
  guint notes, links, tags;       /* how many have been met */
  gboolean has_names;             /* a dictionary of names, for the places that links lead to */
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

static const char *language(const AdrefBindery *bindery)
{
  return bindery->how->language ? bindery->how->language : "en";
}

/* Where viewers look for attachments. */
static void append_files(AdrefBindery *bindery, GString *extra)
{
  g_string_append(extra, " /EmbeddedFiles << /Names [");
  append_string(extra, bindery->how->file);
  g_string_append_printf(extra, " %u 0 R] >>", bindery->files);
}

/* The catalog comes last: what is added has the numbers behind it. */
static void number_added(AdrefBindery *bindery)
{
  bindery->metadata = bindery->catalog + 1;
  bindery->profile = bindery->catalog + 2;
  bindery->files = bindery->how->file ? bindery->catalog + 3 : 0;
}

static void patch_catalog(AdrefBindery *bindery, const char *body, GString *extra)
{
  (void)body;
  number_added(bindery);
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

/* The names come before the catalog, which says so when there are none. */
static void patch_names(AdrefBindery *bindery, const char *body, GString *extra)
{
  (void)body;
  bindery->has_names = TRUE;
  if (!bindery->how->file)
    return;
  bindery->is_refused |= bindery->catalog == 0;
  number_added(bindery);
  append_files(bindery, extra);
}

static void patch_link(AdrefBindery *bindery, const char *body, GString *extra)
{
  (void)body;
  const GPtrArray *links = bindery->how->links;
  guint at = bindery->links++;
  g_string_append(extra, "\n   /F 4\n   /Contents ");
  append_string(extra, links && at < links->len ? links->pdata[at] : "Link");
}

static void patch_page(AdrefBindery *bindery, const char *body, GString *extra)
{
  (void)body;
  (void)bindery;
  g_string_append(extra, "\n   /Tabs /S");
}

/* What is added depends on its tag. */
static void patch_element(AdrefBindery *bindery, const char *body, GString *extra)
{
  static const char begin[] = "<< /Type /StructElem\n   /S /";
  const GArray *tags = bindery->how->tags;
  guint at = bindery->tags++;
  AdrefTagged tagged = tags && at < tags->len ? g_array_index(tags, AdrefTagged, at)
                                              : (AdrefTagged){.language = NULL};
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
    g_string_append_printf(extra, "\n   /ID (note%u)", ++bindery->notes);
}

static void patch_font(AdrefBindery *bindery, const char *body, GString *extra)
{
  (void)body;
  (void)bindery;
  g_string_append(extra, "\n   /CIDToGIDMap /Identity");
}

/* What is added to which objects, behind the words with which they begin. */
static const struct {
  const char *begins;
  void (*patch)(AdrefBindery *bindery, const char *body, GString *extra);
  gsize kept; /* bytes before what is added; 0: all that it begins with */
} patches[] = {
    {"<< /Type /Catalog", patch_catalog, 0},
    {"<< /Type /Annot\n   /Subtype /Link", patch_link, 0},
    {"<< /Type /Page", patch_page, 0},
    {"<< /Type /StructElem", patch_element, 0},
    {"<< /Dests", patch_names, 2},
    {"<< /Type /Font\n   /Subtype /CIDFontType2", patch_font, 0},
};

/* The length of the words that are kept before what is added, or 0. */
static gsize find_patch(AdrefBindery *bindery, const char *body, GString *extra)
{
  for (gsize i = 0; i < G_N_ELEMENTS(patches); i++) {
    gsize length = strlen(patches[i].begins);
    if (strncmp(body, patches[i].begins, length) != 0 || g_ascii_isalnum(body[length]))
      continue;
    patches[i].patch(bindery, body, extra);
    if (extra->len == 0)
      return 0;
    g_string_append_c(extra, '\n');
    return patches[i].kept ? patches[i].kept : length;
  }
  return 0;
}

static void begin_object(AdrefBindery *bindery, guint number)
{
  if (bindery->offsets->len <= number)
    g_array_set_size(bindery->offsets, number + 1);
  g_array_index(bindery->offsets, gsize, number) = bindery->out->len;
  g_string_append_printf(bindery->out, "%u 0 obj\n", number);
}

static gboolean bind_page(AdrefBindery *bindery, const char *body, gsize length)
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

static void bind_object(AdrefBindery *bindery, const AdrefObject *object, gboolean is_page)
{
  const char *body = bindery->objects->raw->str + object->body;
  gsize length = object->end - object->body;
  begin_object(bindery, object->number);
  if (is_page) {
    bindery->is_refused |= !bind_page(bindery, body, length);
    return;
  }
  g_autoptr(GString) extra = g_string_new(NULL);
  gsize kept = find_patch(bindery, body, extra);
  g_string_append_len(bindery->out, body, (gssize)kept);
  g_string_append_len(bindery->out, extra->str, (gssize)extra->len);
  g_string_append_len(bindery->out, body + kept, (gssize)(length - kept));
}

/* The objects that are held. `contents`: the number of the one that a page shows, or 0. */
static void bind_objects(AdrefBindery *bindery, guint contents)
{
  gboolean has_contents = contents == 0;
  for (guint i = 0; i < bindery->held->len; i++) {
    const AdrefObject *object = &g_array_index(bindery->held, AdrefObject, i);
    gboolean is_page = contents > 0 && object->number == contents;
    bind_object(bindery, object, is_page);
    has_contents |= is_page;
  }
  bindery->is_refused |= !has_contents;
  bindery->wait = WAIT_NOT;
  g_array_set_size(bindery->held, 0);
}

/* What pages show is such a stream, and what says which letters the glyphs of a font are. */
static gboolean is_bare_stream(const char *body)
{
  static const char begin[] = "<< /Length ", rest[] = " 0 R\n   /Filter /FlateDecode\n>>\nstream\n";
  if (!g_str_has_prefix(body, begin))
    return FALSE;
  body += strlen(begin);
  return g_str_has_prefix(body + strspn(body, "0123456789"), rest);
}

static void keep_producer(AdrefBindery *bindery, const char *body, const char *end)
{
  static const char name[] = "<< /Producer (";
  const char *stop = g_str_has_prefix(body, name) ? adref_object_find(body, end, ")\n") : NULL;
  if (stop && !bindery->producer)
    bindery->producer = g_strndup(body + strlen(name), (gsize)(stop - body) - strlen(name));
}

static void take_object(AdrefBindery *bindery, const AdrefObject *object)
{
  const char *body = bindery->objects->raw->str + object->body,
             *end = bindery->objects->raw->str + object->end;
  gboolean is_bare = is_bare_stream(body), is_page = g_str_has_prefix(body, "<< /Type /Page ");
  gboolean is_catalog = g_str_has_prefix(body, "<< /Type /Catalog");
  gboolean is_other =
      g_str_has_prefix(body, "<< /Type /") && !g_str_has_prefix(body, "<< /Type /Annot");
  if (is_bare || (bindery->how->file && g_str_has_prefix(body, "<< /Dests"))) {
    bind_objects(bindery, 0);
    bindery->wait = is_bare ? WAIT_PAGE : WAIT_CATALOG;
  }
  g_array_append_vals(bindery->held, object, 1);
  keep_producer(bindery, body, end);
  if (is_catalog)
    bindery->catalog = object->number;
  if (is_catalog || bindery->wait == WAIT_NOT || (bindery->wait == WAIT_PAGE && is_other))
    bind_objects(bindery, is_page ? adref_object_number(body, end, "/Contents ") : 0);
}

/* What is bound is not held any longer. */
static void drop_bound(AdrefBindery *bindery)
{
  GArray *held = bindery->held;
  gsize bound = held->len > 0 ? g_array_index(held, AdrefObject, 0).start : bindery->objects->next;
  for (guint i = 0; i < held->len; i++) {
    AdrefObject *object = &g_array_index(held, AdrefObject, i);
    object->start -= bound;
    object->body -= bound;
    object->end -= bound;
  }
  adref_objects_drop(bindery->objects, bound);
}

/* All objects that are complete. */
static void read_objects(AdrefBindery *bindery)
{
  AdrefObject object;
  while (bindery->catalog == 0 && adref_objects_next(bindery->objects, &object))
    take_object(bindery, &object);
  drop_bound(bindery);
  bindery->unread = 0;
}

static void append_stream(AdrefBindery *bindery, guint number, const char *dictionary,
                          const char *bytes, gsize length)
{
  begin_object(bindery, number);
  g_string_append_printf(bindery->out, "<< %s\n   /Length %" G_GSIZE_FORMAT "\n>>\nstream\n",
                         dictionary, length);
  g_string_append_len(bindery->out, bytes, (gssize)length);
  g_string_append(bindery->out, "\nendstream\nendobj\n");
}

static void append_metadata(AdrefBindery *bindery)
{
  g_autoptr(GString) xmp = adref_xmp(bindery->how, bindery->producer);
  append_stream(bindery, bindery->metadata, "/Type /Metadata\n   /Subtype /XML", xmp->str,
                xmp->len);
}

static void append_profile(AdrefBindery *bindery)
{
  g_autoptr(GByteArray) profile = adref_profile_srgb();
  append_stream(bindery, bindery->profile, "/N 3", (const char *)profile->data, profile->len);
}

/* The file of an attachment, and what says so. */
static void append_file(AdrefBindery *bindery)
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

static void append_xref(AdrefBindery *bindery, guint info)
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
                         bindery->catalog);
  if (info > 0)
    g_string_append_printf(bindery->out, "   /Info %u 0 R\n", info);
  g_string_append_printf(bindery->out,
                         "   /ID [<%s> <%s>]\n>>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                         digest, digest, start);
}

static gboolean is_refused(const AdrefBindery *bindery)
{
  return bindery->is_refused || bindery->objects->is_refused;
}

/* Cairo's own table of objects and what stands behind it: the catalog is the last object. */
static gboolean read_trailer(AdrefBindery *bindery, guint *info)
{
  const char *rest = bindery->objects->raw->str + bindery->objects->next,
             *end = bindery->objects->raw->str + bindery->objects->raw->len;
  const char *trailer = adref_object_find(rest, end, "\ntrailer\n");
  if (is_refused(bindery) || bindery->catalog == 0 || !g_str_has_prefix(rest, "xref\n0 ") ||
      !trailer)
    return FALSE;
  *info = adref_object_number(trailer, end, "/Info ");
  return adref_object_number(trailer, end, "/Root ") == bindery->catalog &&
         adref_object_number(trailer, end, "/Size ") == bindery->catalog + 1;
}

AdrefBindery *adref_bindery_new(const AdrefCovers *how, gsize expected)
{
  AdrefBindery *bindery = g_new0(AdrefBindery, 1);
  bindery->how = how;
  bindery->objects = adref_objects_new();
  bindery->out = g_string_sized_new(expected);
  bindery->held = g_array_new(FALSE, FALSE, sizeof(AdrefObject));
  bindery->offsets = g_array_new(FALSE, TRUE, sizeof(gsize));
  g_string_append(bindery->out, "%PDF-1.7\n%\265\355\256\373\n");
  return bindery;
}

void adref_bindery_free(AdrefBindery *bindery)
{
  if (!bindery)
    return;
  adref_objects_free(bindery->objects);
  if (bindery->out)
    g_string_free(bindery->out, TRUE);
  g_array_unref(bindery->held);
  g_array_unref(bindery->offsets);
  g_free(bindery->producer);
  g_free(bindery);
}

void adref_bindery_add(AdrefBindery *bindery, const char *bytes, gsize length)
{
  if (is_refused(bindery))
    return;
  g_string_append_len(bindery->objects->raw, bytes, (gssize)length);
  bindery->unread += length;
  if (bindery->unread >= BATCH)
    read_objects(bindery);
}

GString *adref_bindery_end(AdrefBindery *bindery, GError **error)
{
  guint info = 0;
  read_objects(bindery);
  if (!read_trailer(bindery, &info)) {
    adref_error(
        error, ADREF_ERROR_SYSTEM,
        "this version of Cairo writes PDF in a way that adref does not know; 1.16 is known");
    return NULL;
  }
  append_metadata(bindery);
  append_profile(bindery);
  if (bindery->files)
    append_file(bindery);
  append_xref(bindery, info);
  return g_steal_pointer(&bindery->out);
}
