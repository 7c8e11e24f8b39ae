/* A parsed Mustache template: a flat list of tokens, which are tags and the texts between them.
 * Private to the parser (mustache_parse.c) and the renderer (mustache.c). */
#ifndef ADREF_DRAFT_LIBRARY_MUSTACHE_TOKEN_H
#define ADREF_DRAFT_LIBRARY_MUSTACHE_TOKEN_H

#include <glib.h>

#include "draft/library/mustache.h"

typedef enum {
  ADREF_MUSTACHE_TOKEN_TEXT,
  ADREF_MUSTACHE_TOKEN_VALUE,    /* {{name}} */
  ADREF_MUSTACHE_TOKEN_RAW,      /* {{{name}}}, {{&name}} */
  ADREF_MUSTACHE_TOKEN_SECTION,  /* {{#name}} */
  ADREF_MUSTACHE_TOKEN_INVERTED, /* {{^name}} */
  ADREF_MUSTACHE_TOKEN_CLOSE,    /* {{/name}} */
  ADREF_MUSTACHE_TOKEN_PARTIAL,  /* {{>name}} */
} AdrefMustacheTokenType;

typedef struct {
  AdrefMustacheTokenType type;
  gboolean first; /* of its line: the indentation of a partial is written before it */
  guint line, column;
  const char *text; /* of TEXT; for PARTIAL: the indentation of a tag alone on its line */
  gsize length;
  char *name;    /* as written: "date.long"; NULL for TEXT */
  char **steps;  /* the parts of a dotted name; {"."} for the item itself */
  guint partner; /* index of the token that closes or opens the section */
} AdrefMustacheToken;

struct AdrefMustache {
  char *source; /* owns the bytes of all texts */
  char *name;
  GArray *tags; /* of AdrefMustacheToken */
};

#endif
