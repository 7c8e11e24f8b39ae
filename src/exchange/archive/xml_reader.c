#include "exchange/archive/xml_reader.h"

#include <string.h>

#include "exchange/archive/libxml2.h"

enum {
  SLAB = 1024, /* nodes that are made at once */
  NAMES = 512, /* names that are kept by their addresses; a power of two */
  PLACES = 8   /* that one name may have among them */
};

struct AdrefXml {
  AdrefXmlNode *root;
  GPtrArray *slabs; /* of AdrefXmlNode[SLAB] */
  guint used;       /* nodes of the last slab */
  guint count;      /* nodes */
  GStringChunk *strings;
  GPtrArray *lists; /* of attributes */
};

/* A name as it was read last. libxml2 has each string once, so that its address tells it. */
typedef struct {
  const xmlChar *local, *address;
  const char *name;
} KnownName;

typedef struct {
  AdrefXml *xml;
  const AdrefXmlNamespace *namespaces;
  AdrefXmlNode *open; /* the element that is being read */
  guint depth;
  GString *text; /* that has not become a node yet */
  char *problem; /* why reading ended; NULL: it did not */
  int line;      /* of the problem; 0: unknown */
  xmlParserCtxtPtr parser;
  KnownName names[NAMES];
} Reader;

void adref_xml_free(AdrefXml *xml)
{
  if (!xml)
    return;
  g_ptr_array_unref(xml->slabs);
  g_ptr_array_unref(xml->lists);
  g_string_chunk_free(xml->strings);
  g_free(xml);
}

static void stop(Reader *self, int line, char *problem)
{
  if (self->problem) {
    g_free(problem);
    return;
  }
  self->problem = problem;
  self->line = line;
  xmlStopParser(self->parser);
}

static int line_of(const Reader *self)
{
  return self->parser->input ? self->parser->input->line : 0;
}

/* A new last child of the open element; NULL: there are too many. */
static AdrefXmlNode *add_node(Reader *self)
{
  AdrefXml *xml = self->xml;
  if (xml->count >= ADREF_XML_MAX_NODES) {
    stop(self, line_of(self), g_strdup_printf("it has more than %d elements", ADREF_XML_MAX_NODES));
    return NULL;
  }
  if (xml->slabs->len == 0 || xml->used == SLAB) {
    g_ptr_array_add(xml->slabs, g_new0(AdrefXmlNode, SLAB));
    xml->used = 0;
  }
  AdrefXmlNode *node = (AdrefXmlNode *)xml->slabs->pdata[xml->slabs->len - 1] + xml->used++;
  xml->count++;
  node->parent = self->open;
  if (self->open && self->open->last)
    self->open->last->next = node;
  else if (self->open)
    self->open->first = node;
  if (self->open)
    self->open->last = node;
  return node;
}

static void flush_text(Reader *self)
{
  AdrefXmlNode *node = self->text->len > 0 && self->open ? add_node(self) : NULL;
  if (node)
    node->text =
        g_string_chunk_insert_len(self->xml->strings, self->text->str, (gssize)self->text->len);
  g_string_truncate(self->text, 0);
}

static const char *make_name(Reader *self, const xmlChar *local, const xmlChar *address)
{
  const char *prefix = "?";
  if (!address)
    return g_string_chunk_insert_const(self->xml->strings, (const char *)local);
  for (const AdrefXmlNamespace *known = self->namespaces; known->address; known++)
    if (strcmp(known->address, (const char *)address) == 0)
      prefix = known->prefix;
  g_autofree char *name = g_strconcat(prefix, ":", (const char *)local, NULL);
  return g_string_chunk_insert_const(self->xml->strings, name);
}

static const char *name_of(Reader *self, const xmlChar *local, const xmlChar *address)
{
  guintptr place = ((guintptr)local ^ (guintptr)address) * 0x9E3779B1U >> 12;
  KnownName *known = NULL;
  for (guint i = 0; i < PLACES; i++) {
    known = &self->names[(place + i) % NAMES];
    if (known->local == local && known->address == address)
      return known->name;
    if (!known->name)
      break;
  }
  *known = (KnownName){.local = local, .address = address, .name = make_name(self, local, address)};
  return known->name;
}

/* A value in which libxml2 leaves each & as "&#38;", since it replaces no entities. */
static const char *take_value(Reader *self, const char *from, gsize length)
{
  static const char sign[] = "&#38;";
  char *value = g_string_chunk_insert_len(self->xml->strings, from, (gssize)length);
  char *to = strstr(value, sign);
  for (const char *at = to; at;) {
    const char *next = strstr(at + strlen(sign), sign);
    gsize rest = next ? (gsize)(next - at) - strlen(sign) : strlen(at) - strlen(sign);
    *to++ = '&';
    memmove(to, at + strlen(sign), rest);
    to += rest;
    *to = '\0';
    at = next;
  }
  return value;
}

/* libxml2 gives five pointers an attribute: name, prefix, address, and the ends of its value. */
static const char **take_attributes(Reader *self, int count, const xmlChar **given)
{
  if (count <= 0)
    return NULL;
  const char **list = g_new0(const char *, (gsize)count * 2 + 1);
  for (int i = 0; i < count; i++, given += 5) {
    list[2 * i] = name_of(self, given[0], given[2]);
    list[2 * i + 1] = take_value(self, (const char *)given[3], (gsize)(given[4] - given[3]));
  }
  g_ptr_array_add(self->xml->lists, list);
  return list;
}

static void start_element(void *data, const xmlChar *local, const xmlChar *prefix,
                          const xmlChar *address, int namespaces, const xmlChar **declared,
                          int attributes, int defaulted, const xmlChar **given)
{
  (void)prefix, (void)namespaces, (void)declared, (void)defaulted;
  Reader *self = data;
  flush_text(self);
  if (self->depth++ >= ADREF_XML_MAX_DEPTH)
    stop(self, line_of(self),
         g_strdup_printf("its elements are more than %d deep", ADREF_XML_MAX_DEPTH));
  AdrefXmlNode *node = self->problem ? NULL : add_node(self);
  if (!node)
    return;
  node->name = name_of(self, local, address);
  node->attributes = take_attributes(self, attributes, given);
  if (!self->xml->root)
    self->xml->root = node;
  self->open = node;
}

static void end_element(void *data, const xmlChar *local, const xmlChar *prefix,
                        const xmlChar *address)
{
  (void)local, (void)prefix, (void)address;
  Reader *self = data;
  if (self->problem)
    return;
  flush_text(self);
  self->depth--;
  self->open = self->open ? self->open->parent : NULL;
}

static void characters(void *data, const xmlChar *text, int length)
{
  Reader *self = data;
  if (!self->problem)
    g_string_append_len(self->text, (const char *)text, length);
}

static void document_type(void *data, const xmlChar *name, const xmlChar *external,
                          const xmlChar *system)
{
  (void)name, (void)external, (void)system;
  Reader *self = data;
  stop(self, line_of(self), g_strdup("it has a document type, which is refused"));
}

static void problem(void *data, xmlErrorPtr error)
{
  Reader *self = data;
  if (error->level < XML_ERR_ERROR)
    return;
  g_autofree char *words = g_strdelimit(g_strdup(error->message), "\n", ' ');
  stop(self, error->line, g_strdup_printf("no XML: %s", g_strstrip(words)));
}

static void parse(Reader *self, const char *bytes, gsize length)
{
  xmlParserCtxtPtr parser = xmlCreateMemoryParserCtxt(bytes, (int)length);
  if (!parser) {
    self->problem = g_strdup("it is empty");
    return;
  }
  self->parser = parser;
  xmlCtxtUseOptions(parser, XML_PARSE_NONET | XML_PARSE_NOCDATA);
  memset(parser->sax, 0, sizeof *parser->sax);
  parser->sax->initialized = XML_SAX2_MAGIC;
  parser->sax->startElementNs = start_element;
  parser->sax->endElementNs = end_element;
  parser->sax->characters = characters;
  parser->sax->ignorableWhitespace = characters;
  parser->sax->cdataBlock = characters;
  parser->sax->internalSubset = document_type;
  parser->sax->serror = (xmlStructuredErrorFunc)problem;
  parser->userData = self;
  xmlParseDocument(parser);
  if (!self->problem && (!parser->wellFormed || !self->xml->root))
    self->problem = g_strdup("no XML");
  xmlFreeParserCtxt(parser);
  self->parser = NULL;
}

AdrefXml *adref_xml_read(GBytes *bytes, const char *name, const AdrefXmlNamespace *namespaces,
                         GError **error)
{
  gsize length;
  const char *text = g_bytes_get_data(bytes, &length);
  if (!adref_libxml2_load(error))
    return NULL;
  g_autoptr(AdrefXml) xml = g_new0(AdrefXml, 1);
  xml->slabs = g_ptr_array_new_with_free_func(g_free);
  xml->lists = g_ptr_array_new_with_free_func(g_free);
  xml->strings = g_string_chunk_new(4096);
  Reader reader = {.xml = xml, .namespaces = namespaces, .text = g_string_new(NULL)};
  if (length < G_MAXINT)
    parse(&reader, text, length);
  else
    reader.problem = g_strdup("it is too large");
  g_string_free(reader.text, TRUE);
  if (!reader.problem)
    return g_steal_pointer(&xml);
  AdrefLocation place = {name, reader.line > 0 ? (guint)reader.line : 0, 0};
  adref_error_at(error, ADREF_ERROR_INPUT, place, "%s", reader.problem);
  g_free(reader.problem);
  return NULL;
}

const AdrefXmlNode *adref_xml_root(const AdrefXml *xml)
{
  return xml->root;
}

gboolean adref_xml_is(const AdrefXmlNode *node, const char *name)
{
  return node->name && strcmp(node->name, name) == 0;
}

const AdrefXmlNode *adref_xml_child(const AdrefXmlNode *parent, const char *name)
{
  const AdrefXmlNode *child = parent ? parent->first : NULL;
  while (child && !adref_xml_is(child, name))
    child = child->next;
  return child;
}

const char *adref_xml_attribute(const AdrefXmlNode *element, const char *name)
{
  if (!element || !element->attributes)
    return NULL;
  for (const char **pair = element->attributes; *pair; pair += 2)
    if (strcmp(pair[0], name) == 0)
      return pair[1];
  return NULL;
}

const AdrefXmlNode *adref_xml_next(const AdrefXmlNode *root, const AdrefXmlNode *node,
                                   gboolean skip)
{
  if (node->first && !skip)
    return node->first;
  while (node != root && !node->next)
    node = node->parent;
  return node == root ? NULL : node->next;
}
