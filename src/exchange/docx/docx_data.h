/* The data of forms in a Word file: XML of anybody's own, from which Word fills fields of forms
 * when it opens the file, whatever words the text has there. */
#ifndef ADREF_EXCHANGE_DOCX_DOCX_DATA_H
#define ADREF_EXCHANGE_DOCX_DOCX_DATA_H

#include "exchange/archive/xml_reader.h"

typedef struct AdrefDocxData AdrefDocxData;

AdrefDocxData *adref_docx_data_new(void);
void adref_docx_data_free(AdrefDocxData *data);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefDocxData, adref_docx_data_free)

/* Adds a part with its id, "{6C3C8BC8-...}", or NULL. Takes xml. */
void adref_docx_data_add(AdrefDocxData *data, const char *id, AdrefXml *xml);

/* The words at a path of steps, "/ns0:form[1]/ns0:title[1]" or ".../@date", in the part with that
 * id, NULL: in the first part that has the path. NULL: there are none, or the path is of another
 * kind. Prefixes are not compared. Caller frees. */
char *adref_docx_data_words(const AdrefDocxData *data, const char *id, const char *path);

#endif
