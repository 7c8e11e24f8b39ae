/* A parsed Mustache template: a flat list of tags with the text between them. Shared by the parser
 * (mustache_parse.c) and the renderer (mustache.c) only. */
#ifndef ADREF_DRAFT_MUSTACHE_TOKEN_H
#define ADREF_DRAFT_MUSTACHE_TOKEN_H

#include <glib.h>

#include "draft/mustache.h"

typedef enum {
  ADREF_TAG_TEXT,
  ADREF_TAG_VALUE,    /* {{name}} */
  ADREF_TAG_RAW,      /* {{{name}}}, {{&name}} */
  ADREF_TAG_SECTION,  /* {{#name}} */
  ADREF_TAG_INVERTED, /* {{^name}} */
  ADREF_TAG_CLOSE,    /* {{/name}} */
  ADREF_TAG_PARTIAL,  /* {{>name}} */
} AdrefTagType;

typedef struct {
  AdrefTagType type;
  gboolean first; /* nothing stands before it on its line: a partial's indentation goes here */
  guint line, column;
  const char *text; /* of TEXT; of PARTIAL: the indentation of a tag alone on its line */
  gsize length;
  char *name;    /* as written: "date.long"; NULL for TEXT */
  char **steps;  /* the parts of a dotted name; {"."} for the item itself */
  guint partner; /* index of the tag that closes or opens the section */
} AdrefTag;

struct AdrefMustache {
  char *source; /* what texts point into */
  char *name;
  GArray *tags; /* of AdrefTag */
};

#endif
