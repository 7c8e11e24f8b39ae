/* The parts of a Word file of a stranger: its XML as trees, its properties, and what is left out.
 *
 * Names of elements have the prefixes of Word whatever the file writes: "w:p" of the transitional
 * and of the strict form alike. Nothing of a file is run, opened or fetched: macros, embedded
 * objects and pictures are only named. */
#ifndef ADREF_EXCHANGE_DOCX_DOCX_PARTS_H
#define ADREF_EXCHANGE_DOCX_DOCX_PARTS_H

#include "exchange/archive/xml_reader.h"
#include "exchange/docx/docx_data.h"

typedef enum {
  ADREF_DOCX_DOCUMENT,
  ADREF_DOCX_STYLES,
  ADREF_DOCX_NUMBERING,
  ADREF_DOCX_FOOTNOTES,
  ADREF_DOCX_ENDNOTES,
  ADREF_DOCX_COMMENTS,
  ADREF_DOCX_COMMENTS_EXTENDED, /* threads, and which are resolved */
} AdrefDocxPartKind;

enum {
  ADREF_DOCX_PART_KINDS = ADREF_DOCX_COMMENTS_EXTENDED + 1
};

typedef struct {
  AdrefXml *xml[ADREF_DOCX_PART_KINDS]; /* NULL: the file has no such part; never the document */
  GHashTable *links[ADREF_DOCX_PART_KINDS]; /* id of a relation of the part -> its address */
  GHashTable *properties;                   /* name of a custom property -> its words */
  AdrefDocxData *data;                      /* of its forms */
  GPtrArray *margins;                       /* of AdrefXml: its headers and footers */
  GPtrArray *left_out;                      /* of char *: what is not read, as a person reads it */
} AdrefDocxParts;

/* `name` is that of the file, in messages. Errors are those of exchange/archive/zip_reader.h and
 * xml_reader.h, and a package that is no text of Word's. */
AdrefDocxParts *adref_docx_parts_read(GBytes *file, const char *name, GError **error);

/* Only the custom properties of a package: name -> value. The caller unrefs. */
GHashTable *adref_docx_parts_properties(GBytes *file, const char *name, GError **error);

void adref_docx_parts_free(AdrefDocxParts *parts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefDocxParts, adref_docx_parts_free)

/* The root of a part, or NULL. */
const AdrefXmlNode *adref_docx_parts_root(const AdrefDocxParts *parts, AdrefDocxPartKind kind);

#endif
