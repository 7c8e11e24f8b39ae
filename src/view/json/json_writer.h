/* Writes JSON piece by piece, as jansson writes a whole value with an indent of 2. A tree of
 * jansson takes some hundred bytes for each value, which is too much for the nodes of a long text.
 *
 * An object or list is begun, filled and ended; in an object each value has a name before it. */
#ifndef ADREF_VIEW_JSON_JSON_WRITER_H
#define ADREF_VIEW_JSON_JSON_WRITER_H

#include <glib.h>
#include <jansson.h>

typedef struct {
  GString *text;
  GString *open;  /* "}" or "]" for each open object or list, the innermost last */
  gboolean any;   /* the innermost one has a value */
  gboolean named; /* a name was written, and its value follows */
} AdrefJsonWriter;

void adref_json_writer_init(AdrefJsonWriter *writer);

/* Returns the text, ended by a newline; everything is ended before. The caller frees it. */
GString *adref_json_writer_finish(AdrefJsonWriter *writer);

void adref_json_writer_begin_object(AdrefJsonWriter *writer);
void adref_json_writer_begin_list(AdrefJsonWriter *writer);
void adref_json_writer_end(AdrefJsonWriter *writer); /* of the innermost object or list */

void adref_json_writer_name(AdrefJsonWriter *writer, const char *name);

/* Valid UTF-8. Characters that a terminal may interpret are escaped. */
void adref_json_writer_string(AdrefJsonWriter *writer, const char *string, gsize length);
void adref_json_writer_count(AdrefJsonWriter *writer, guint count);
void adref_json_writer_flag(AdrefJsonWriter *writer, gboolean flag);
void adref_json_writer_null(AdrefJsonWriter *writer);

/* A value of jansson, which is freed. */
void adref_json_writer_value(AdrefJsonWriter *writer, json_t *value);

/* A named string; nothing for NULL. */
void adref_json_writer_member(AdrefJsonWriter *writer, const char *name, const char *string);

/* Appends JSON, with what a terminal may interpret escaped. Such characters stand in strings only,
 * where an escape means the same. */
void adref_json_writer_append_safe(GString *out, const char *json, gsize length);

#endif
