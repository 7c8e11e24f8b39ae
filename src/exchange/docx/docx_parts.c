#include "exchange/docx/docx_parts.h"

#include <string.h>

#include "exchange/archive/zip_reader.h"

#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/"
#define STRICT "http://purl.oclc.org/ooxml/"
#define WORD   "http://schemas.microsoft.com/office/word/"

static const AdrefXmlNamespace namespaces[] = {
    {"http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"},
    {STRICT "wordprocessingml/main", "w"},
    {OFFICE "relationships", "r"},
    {STRICT "officeDocument/relationships", "r"},
    {OFFICE "math", "m"},
    {STRICT "officeDocument/math", "m"},
    {OFFICE "custom-properties", "c"},
    {STRICT "officeDocument/customProperties", "c"},
    {OFFICE "docPropsVTypes", "vt"},
    {STRICT "officeDocument/docPropsVTypes", "vt"},
    {"http://schemas.openxmlformats.org/package/2006/relationships", "rel"},
    {"http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"},
    {"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing", "wp"},
    {STRICT "drawingml/wordprocessingDrawing", "wp"},
    {"http://schemas.openxmlformats.org/drawingml/2006/main", "a"},
    {STRICT "drawingml/main", "a"},
    {OFFICE "customXml", "ds"},
    {STRICT "officeDocument/customXml", "ds"},
    {"http://www.w3.org/XML/1998/namespace", "xml"},
    {WORD "2010/wordml", "w14"},
    {WORD "2012/wordml", "w15"},
    {NULL, NULL}};

/* By the last word of the type of a relation; the document itself is found by the package. */
static const char *const relations[ADREF_DOCX_PART_KINDS] = {
    "officeDocument", "styles",   "numbering",       "footnotes",
    "endnotes",       "comments", "commentsExtended"};

void adref_docx_parts_free(AdrefDocxParts *parts)
{
  if (!parts)
    return;
  for (guint i = 0; i < ADREF_DOCX_PART_KINDS; i++) {
    adref_xml_free(parts->xml[i]);
    g_clear_pointer(&parts->links[i], g_hash_table_unref);
  }
  g_hash_table_unref(parts->properties);
  adref_docx_data_free(parts->data);
  g_ptr_array_unref(parts->margins);
  g_ptr_array_unref(parts->left_out);
  g_free(parts);
}

const AdrefXmlNode *adref_docx_parts_root(const AdrefDocxParts *parts, AdrefDocxPartKind kind)
{
  return parts->xml[kind] ? adref_xml_root(parts->xml[kind]) : NULL;
}

/* NULL without an error: there is no such member. */
static AdrefXml *read_member(AdrefZipReader *zip, const char *name, const char *member,
                             GError **error)
{
  g_autoptr(GBytes) bytes = adref_zip_reader_get(zip, member, error);
  if (!bytes)
    return NULL;
  g_autofree char *place = g_strdup_printf("%s: %s", name, member);
  return adref_xml_read(bytes, place, namespaces, error);
}

static const char *last_word(const char *address)
{
  const char *slash = strrchr(address, '/');
  return slash ? slash + 1 : address;
}

/* The member that an address means in the relations of a part: "word/styles.xml". */
static char *member_of(const char *part, const char *address)
{
  g_autofree char *folder = g_path_get_dirname(part);
  g_autofree char *path =
      *address == '/' ? g_strdup(address) : g_strconcat("/", folder, "/", address, NULL);
  g_autofree char *whole = g_canonicalize_filename(path, "/");
  return g_strdup(whole + 1);
}

/* The relations of a part, or of the package for "". */
static AdrefXml *read_relations(AdrefZipReader *zip, const char *name, const char *part,
                                GError **error)
{
  g_autofree char *folder = g_path_get_dirname(part);
  g_autofree char *base = *part ? g_path_get_basename(part) : g_strdup("");
  g_autofree char *member = strcmp(folder, ".") == 0
                                ? g_strdup_printf("_rels/%s.rels", base)
                                : g_strdup_printf("%s/_rels/%s.rels", folder, base);
  return read_member(zip, name, member, error);
}

/* The last word of the type of a relation; "" of what is none, and of one without an address. */
static const char *relation_type(const AdrefXmlNode *node)
{
  const char *type = adref_xml_attribute(node, "Type");
  gboolean is_whole =
      type && adref_xml_attribute(node, "Target") && adref_xml_is(node, "rel:Relationship");
  return is_whole ? last_word(type) : "";
}

/* The address of the first relation whose type ends so, or NULL. */
static const char *find_relation(const AdrefXml *xml, const char *type)
{
  const AdrefXmlNode *root = adref_xml_root(xml);
  for (const AdrefXmlNode *node = root->first; node; node = node->next) {
    if (strcmp(relation_type(node), type) == 0)
      return adref_xml_attribute(node, "Target");
  }
  return NULL;
}

static GHashTable *read_links(const AdrefXml *xml)
{
  GHashTable *links = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  const AdrefXmlNode *root = adref_xml_root(xml);
  for (const AdrefXmlNode *node = root->first; node; node = node->next) {
    const char *id = adref_xml_attribute(node, "Id"),
               *address = adref_xml_attribute(node, "Target");
    if (id && address)
      g_hash_table_replace(links, g_strdup(id), g_strdup(address));
  }
  return links;
}

/* Reads a part that a relation of the document names, and the addresses that it refers to itself.
 */
static gboolean read_part(AdrefDocxParts *parts, AdrefZipReader *zip, const char *name,
                          AdrefDocxPartKind kind, const char *member, GError **error)
{
  g_autoptr(GError) failed = NULL;
  parts->xml[kind] = read_member(zip, name, member, &failed);
  g_autoptr(AdrefXml) relation = failed ? NULL : read_relations(zip, name, member, &failed);
  if (relation)
    parts->links[kind] = read_links(relation);
  if (failed)
    g_propagate_error(error, g_steal_pointer(&failed));
  return !failed;
}

/* The members of a type that the relations of the document name, each once. Caller unrefs. */
static GPtrArray *list_members(const AdrefXml *relations_of_document, const char *document,
                               const char *type)
{
  GPtrArray *members = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
  const AdrefXmlNode *root = adref_xml_root(relations_of_document);
  for (const AdrefXmlNode *node = root->first; node; node = node->next) {
    if (strcmp(relation_type(node), type) != 0)
      continue;
    char *member = member_of(document, adref_xml_attribute(node, "Target"));
    g_ptr_array_add(members, member);
    if (!g_hash_table_add(known, member))
      g_ptr_array_set_size(members, (int)members->len - 1);
  }
  return members;
}

/* The headers, or the footers. One that cannot be read is none: the text does not need it. */
static void read_margins(AdrefDocxParts *parts, AdrefZipReader *zip, const char *name,
                         const GPtrArray *members)
{
  for (guint i = 0; i < members->len; i++) {
    g_autoptr(GError) failed = NULL;
    AdrefXml *xml = read_member(zip, name, members->pdata[i], &failed);
    if (xml)
      g_ptr_array_add(parts->margins, xml);
    else if (failed)
      g_ptr_array_add(parts->left_out, g_strdup_printf("header or footer %s, which cannot be read",
                                                       (const char *)members->pdata[i]));
  }
}

/* The id of a part of data, which a part beside it has. Caller frees. */
static char *id_of_data(AdrefZipReader *zip, const char *name, const char *member)
{
  g_autoptr(AdrefXml) own = read_relations(zip, name, member, NULL);
  const char *address = own ? find_relation(own, "customXmlProps") : NULL;
  g_autofree char *path = address ? member_of(member, address) : NULL;
  g_autoptr(AdrefXml) xml = path ? read_member(zip, name, path, NULL) : NULL;
  return xml ? g_strdup(adref_xml_attribute(adref_xml_root(xml), "ds:itemID")) : NULL;
}

static void add_data(AdrefDocxParts *parts, AdrefZipReader *zip, const char *name,
                     const char *member, const char *id)
{
  AdrefXml *xml = read_member(zip, name, member, NULL);
  if (xml)
    adref_docx_data_add(parts->data, id, xml);
}

/* The data of forms, with the properties of the file, which forms may show too. Data that cannot be
 * read are none: what they would fill is then said to be unknown. */
static void read_data(AdrefDocxParts *parts, AdrefZipReader *zip, const char *name,
                      const GPtrArray *members)
{
  for (guint i = 0; i < members->len; i++) {
    g_autofree char *id = id_of_data(zip, name, members->pdata[i]);
    add_data(parts, zip, name, members->pdata[i], id);
  }
  add_data(parts, zip, name, "docProps/core.xml", "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}");
  add_data(parts, zip, name, "docProps/app.xml", "{6668398D-A668-4E3E-A5EB-62B293D839F1}");
}

static gboolean read_document(AdrefDocxParts *parts, AdrefZipReader *zip, const char *name,
                              GError **error)
{
  g_autoptr(GError) failed = NULL;
  g_autoptr(AdrefXml) package = read_relations(zip, name, "", &failed);
  const char *address = package ? find_relation(package, relations[ADREF_DOCX_DOCUMENT]) : NULL;
  g_autofree char *member = address ? member_of("", address) : NULL;
  if (!failed && member && !read_part(parts, zip, name, ADREF_DOCX_DOCUMENT, member, &failed))
    member = NULL;
  if (failed) {
    g_propagate_error(error, g_steal_pointer(&failed));
    return FALSE;
  }
  const AdrefXmlNode *root = adref_docx_parts_root(parts, ADREF_DOCX_DOCUMENT);
  if (!adref_xml_child(root, "w:body")) {
    adref_error(error, ADREF_ERROR_INPUT, "%s: this is no Word file: it has no text of Word's",
                name);
    return FALSE;
  }
  g_autoptr(AdrefXml) own = read_relations(zip, name, member, error);
  for (guint kind = ADREF_DOCX_STYLES; own && kind < ADREF_DOCX_PART_KINDS; kind++) {
    const char *target = find_relation(own, relations[kind]);
    g_autofree char *path = target ? member_of(member, target) : NULL;
    if (path && !read_part(parts, zip, name, kind, path, error))
      return FALSE;
  }
  if (!own)
    return !error || !*error;
  g_autoptr(GPtrArray) headers = list_members(own, member, "header"),
                       footers = list_members(own, member, "footer"),
                       data = list_members(own, member, "customXml");
  read_data(parts, zip, name, data);
  read_margins(parts, zip, name, headers);
  read_margins(parts, zip, name, footers);
  return TRUE;
}

static gboolean read_properties(GHashTable *properties, AdrefZipReader *zip, const char *name,
                                GError **error)
{
  g_autoptr(GError) failed = NULL;
  g_autoptr(AdrefXml) xml = read_member(zip, name, "docProps/custom.xml", &failed);
  if (failed) {
    g_propagate_error(error, g_steal_pointer(&failed));
    return FALSE;
  }
  const AdrefXmlNode *root = xml ? adref_xml_root(xml) : NULL;
  for (const AdrefXmlNode *node = root ? root->first : NULL; node; node = node->next) {
    const char *key = adref_xml_attribute(node, "name");
    const AdrefXmlNode *value = adref_xml_child(node, "vt:lpwstr");
    if (key && value)
      g_hash_table_replace(properties, g_strdup(key),
                           g_strdup(value->first ? value->first->text : ""));
  }
  return TRUE;
}

/* Members that are no text. */
static const struct {
  const char *start, *what;
} strange[] = {
    {"word/vbaproject", "macros"},
    {"word/vbadata", "macros"},
    {"word/embeddings/", "embedded object"},
    {"word/activex/", "control"},
    {"word/media/", "picture"},
    {"word/charts/", "chart"},
    {"word/diagrams/data", "diagram"},
    {"word/afchunk", "text in another form"},
};

static void list_left_out(AdrefDocxParts *parts, const AdrefZipReader *zip)
{
  const GPtrArray *names = adref_zip_reader_names(zip);
  for (guint i = 0; i < names->len; i++) {
    g_autofree char *lower = g_ascii_strdown(names->pdata[i], -1);
    for (gsize kind = 0; kind < G_N_ELEMENTS(strange); kind++)
      if (g_str_has_prefix(lower, strange[kind].start) && !strstr(lower, "/_rels/"))
        g_ptr_array_add(parts->left_out, g_strdup_printf("%s %s", strange[kind].what,
                                                         (const char *)names->pdata[i]));
  }
}

static GHashTable *new_properties(void)
{
  return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
}

GHashTable *adref_docx_parts_properties(GBytes *file, const char *name, GError **error)
{
  g_autoptr(AdrefZipReader) zip = adref_zip_reader_new(file, name, error);
  g_autoptr(GHashTable) properties = new_properties();
  return zip && read_properties(properties, zip, name, error) ? g_steal_pointer(&properties) : NULL;
}

AdrefDocxParts *adref_docx_parts_read(GBytes *file, const char *name, GError **error)
{
  g_autoptr(AdrefZipReader) zip = adref_zip_reader_new(file, name, error);
  if (!zip)
    return NULL;
  g_autoptr(AdrefDocxParts) parts = g_new0(AdrefDocxParts, 1);
  parts->properties = new_properties();
  parts->data = adref_docx_data_new();
  parts->margins = g_ptr_array_new_with_free_func((GDestroyNotify)adref_xml_free);
  parts->left_out = g_ptr_array_new_with_free_func(g_free);
  if (!read_document(parts, zip, name, error) ||
      !read_properties(parts->properties, zip, name, error))
    return NULL;
  list_left_out(parts, zip);
  return g_steal_pointer(&parts);
}
