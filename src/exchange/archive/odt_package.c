#include "exchange/archive/odt_package.h"

#include <string.h>

#include "base/markup.h"
#include "exchange/archive/xml_reader.h"
#include "exchange/archive/zip_reader.h"
#include "exchange/archive/zip_writer.h"

#define MIMETYPE "application/vnd.oasis.opendocument.text"
#define OASIS    "urn:oasis:names:tc:opendocument:xmlns:"

static const AdrefXmlNamespace namespaces[] = {{OASIS "office:1.0", "office"},
                                               {OASIS "text:1.0", "text"},
                                               {OASIS "drawing:1.0", "draw"},
                                               {OASIS "meta:1.0", "meta"},
                                               {OASIS "manifest:1.0", "manifest"},
                                               {"http://www.w3.org/1999/xlink", "xlink"},
                                               {NULL, NULL}};

gboolean adref_odt_package_is(const char *name, GBytes *bytes)
{
  enum {
    LOOKED_AT = 200 /* bytes in which the first member stands */
  };
  gsize length;
  const char *start = g_bytes_get_data(bytes, &length);
  g_autofree char *lower = g_ascii_strdown(name, -1);
  return length >= 4 && memcmp(start, "PK\3\4", 4) == 0 &&
         (g_str_has_suffix(lower, ".odt") ||
          memmem(start, MIN(length, LOOKED_AT), MIMETYPE, strlen(MIMETYPE)));
}

/* NULL without an error: there is no such member. */
static AdrefXml *read_member(AdrefZipReader *zip, const char *name, const char *member,
                             GError **error)
{
  g_autoptr(GBytes) bytes = adref_zip_reader_get(zip, member, error);
  g_autofree char *place = g_strdup_printf("%s: %s", name, member);
  return bytes ? adref_xml_read(bytes, place, namespaces, error) : NULL;
}

static gboolean check_type(AdrefZipReader *zip, const char *name, GError **error)
{
  g_autoptr(GBytes) bytes = adref_zip_reader_get(zip, "mimetype", error);
  if (!bytes && error && *error)
    return FALSE;
  gsize length = 0;
  const char *type = bytes ? g_bytes_get_data(bytes, &length) : "";
  if (length == strlen(MIMETYPE) && memcmp(type, MIMETYPE, length) == 0)
    return TRUE;
  adref_error(
      error, ADREF_ERROR_INPUT,
      "%s: this is no OpenDocument text (.odt); open it in LibreOffice, and save it as .docx",
      name);
  return FALSE;
}

static gboolean check_encryption(AdrefZipReader *zip, const char *name, GError **error)
{
  g_autoptr(GError) failed = NULL;
  g_autoptr(AdrefXml) manifest = read_member(zip, name, "META-INF/manifest.xml", &failed);
  if (failed) {
    g_propagate_error(error, g_steal_pointer(&failed));
    return FALSE;
  }
  const AdrefXmlNode *root = manifest ? adref_xml_root(manifest) : NULL;
  for (const AdrefXmlNode *node = root; node; node = adref_xml_next(root, node, FALSE)) {
    if (!adref_xml_is(node, "manifest:encryption-data"))
      continue;
    adref_error(error, ADREF_ERROR_INPUT,
                "%s: a password protects the file; open it in LibreOffice, and save it without one",
                name);
    return FALSE;
  }
  return TRUE;
}

/* Whether LibreOffice would open something outside of the package: all but the target of a link
 * that a person clicks. */
static gboolean leads_out(const AdrefXmlNode *node, const char *address)
{
  if (adref_xml_is(node, "text:a") || adref_xml_is(node, "draw:a"))
    return FALSE;
  return *address == '/' || strchr(address, ':') || strstr(address, "..");
}

/* Elements that exist to open something else. */
static gboolean is_opener(const AdrefXmlNode *node)
{
  static const char *const openers[] = {
      "text:section-source", "office:dde-source", "text:dde-connection-decl",
      "draw:floating-frame", "draw:plugin",       "draw:applet"};
  for (gsize i = 0; i < G_N_ELEMENTS(openers); i++)
    if (adref_xml_is(node, openers[i]))
      return TRUE;
  return FALSE;
}

static gboolean check_links(const AdrefXml *xml, const char *place, GError **error)
{
  const AdrefXmlNode *root = adref_xml_root(xml);
  for (const AdrefXmlNode *node = root; node; node = adref_xml_next(root, node, FALSE)) {
    const char *address = node->name ? adref_xml_attribute(node, "xlink:href") : NULL;
    gboolean is_out = node->name && (is_opener(node) || (address && leads_out(node, address)));
    if (!is_out)
      continue;
    g_autofree char *shown = adref_escape_controls(address ? address : "", -1, FALSE);
    adref_error(
        error, ADREF_ERROR_INPUT,
        "%s: <%s> would have LibreOffice open another file%s%s; break the link there (Edit, "
        "Links to External Files), or save the file as .docx",
        place, node->name, *shown ? ": " : "", shown);
    return FALSE;
  }
  return TRUE;
}

/* Adds a member as it is, after it was read and found harmless. */
static gboolean copy_member(AdrefZipReader *zip, AdrefZipWriter *writer, const char *name,
                            const char *member, GError **error)
{
  g_autoptr(GBytes) bytes = adref_zip_reader_get(zip, member, error);
  if (!bytes)
    return !(error && *error);
  g_autofree char *place = g_strdup_printf("%s: %s", name, member);
  g_autoptr(AdrefXml) xml = adref_xml_read(bytes, place, namespaces, error);
  if (!xml || !check_links(xml, place, error))
    return FALSE;
  gsize length;
  const char *content = g_bytes_get_data(bytes, &length);
  adref_zip_writer_add(writer, member, content, length);
  return TRUE;
}

/* The words of an element that has nothing but text. */
static char *text_of(const AdrefXmlNode *element)
{
  GString *text = g_string_new(NULL);
  for (const AdrefXmlNode *node = element->first; node; node = node->next)
    g_string_append(text, node->text ? node->text : "");
  return g_string_free(text, FALSE);
}

static GHashTable *read_properties(AdrefZipReader *zip, const char *name, GError **error)
{
  g_autoptr(GError) failed = NULL;
  g_autoptr(AdrefXml) meta = read_member(zip, name, "meta.xml", &failed);
  if (failed) {
    g_propagate_error(error, g_steal_pointer(&failed));
    return NULL;
  }
  GHashTable *properties = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  const AdrefXmlNode *root = meta ? adref_xml_root(meta) : NULL;
  for (const AdrefXmlNode *node = root; node; node = adref_xml_next(root, node, FALSE)) {
    const char *key =
        adref_xml_is(node, "meta:user-defined") ? adref_xml_attribute(node, "meta:name") : NULL;
    if (key && g_str_has_prefix(key, "adref."))
      g_hash_table_replace(properties, g_strdup(key), text_of(node));
  }
  return properties;
}

GHashTable *adref_odt_package_properties(GBytes *bytes, const char *name, GError **error)
{
  g_autoptr(AdrefZipReader) zip = adref_zip_reader_new(bytes, name, error);
  return zip ? read_properties(zip, name, error) : NULL;
}

static void add_meta(AdrefZipWriter *writer, GHashTable *properties)
{
  g_autoptr(GString) xml =
      g_string_new("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                   "<office:document-meta xmlns:office=\"" OASIS "office:1.0\" "
                   "xmlns:meta=\"" OASIS "meta:1.0\" "
                   "office:version=\"1.2\"><office:meta>");
  g_autoptr(GList) keys = g_list_sort(g_hash_table_get_keys(properties), (GCompareFunc)strcmp);
  for (const GList *key = keys; key; key = key->next) {
    g_string_append(xml, "<meta:user-defined meta:name=\"");
    adref_markup_escape_string(xml, key->data);
    g_string_append(xml, "\">");
    adref_markup_escape_string(xml, g_hash_table_lookup(properties, key->data));
    g_string_append(xml, "</meta:user-defined>");
  }
  g_string_append(xml, "</office:meta></office:document-meta>\n");
  adref_zip_writer_add(writer, "meta.xml", xml->str, xml->len);
}

static void add_manifest(AdrefZipWriter *writer)
{
  static const char manifest[] =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<manifest:manifest xmlns:manifest=\"" OASIS "manifest:1.0\" manifest:version=\"1.2\">"
      "<manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"" MIMETYPE "\"/>"
      "<manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>"
      "<manifest:file-entry manifest:full-path=\"styles.xml\" manifest:media-type=\"text/xml\"/>"
      "<manifest:file-entry manifest:full-path=\"meta.xml\" manifest:media-type=\"text/xml\"/>"
      "</manifest:manifest>\n";
  adref_zip_writer_add(writer, "META-INF/manifest.xml", manifest, strlen(manifest));
}

/* What does not go to LibreOffice, by the folder of its members. */
static void list_left_out(const AdrefZipReader *zip, GPtrArray *left_out)
{
  static const struct {
    const char *folder, *words;
  } rows[] = {{"Basic/", "macros, which are never run"},
              {"Scripts/", "scripts, which are never run"},
              {"Object ", "embedded objects"},
              {"Pictures/", "pictures"}};
  const GPtrArray *names = adref_zip_reader_names(zip);
  for (gsize row = 0; row < G_N_ELEMENTS(rows); row++) {
    guint count = 0;
    for (guint i = 0; i < names->len; i++)
      count += g_str_has_prefix(names->pdata[i], rows[row].folder) ? 1 : 0;
    if (count > 0)
      g_ptr_array_add(left_out, g_strdup_printf("left out: %s", rows[row].words));
  }
}

GString *adref_odt_package_copy(GBytes *bytes, const char *name, GPtrArray *left_out,
                                GError **error)
{
  g_autoptr(AdrefZipReader) zip = adref_zip_reader_new(bytes, name, error);
  if (!zip || !check_type(zip, name, error) || !check_encryption(zip, name, error))
    return NULL;
  g_autoptr(GHashTable) properties = read_properties(zip, name, error);
  g_autoptr(AdrefZipWriter) writer = properties ? adref_zip_writer_new(error) : NULL;
  if (!writer)
    return NULL;
  adref_zip_writer_add(writer, "mimetype", MIMETYPE, strlen(MIMETYPE));
  if (!copy_member(zip, writer, name, "content.xml", error) ||
      !copy_member(zip, writer, name, "styles.xml", error))
    return NULL;
  add_meta(writer, properties);
  add_manifest(writer);
  list_left_out(zip, left_out);
  return adref_zip_writer_finish(writer, error);
}
