/* A clause template: front matter, parameters, Mustache body (templates/README.md). */
#ifndef ADREF_DRAFT_LIBRARY_TEMPLATE_H
#define ADREF_DRAFT_LIBRARY_TEMPLATE_H

#include <glib.h>

#include "clause/node.h"
#include "draft/data/file_source.h"
#include "draft/data/value.h"
#include "draft/library/mustache.h"

/* The folder of the clause templates, relative to the workspace's root. */
#define ADREF_CLAUSES_FOLDER "templates/clauses"

/* The language of a file without a language in its name. */
#define ADREF_TEMPLATE_LANGUAGE "en"

/* A tag {{> name}}. */
typedef struct {
  char *name;
  AdrefLocation place; /* file owned by the template */
} AdrefInclude;

typedef struct {
  char *name;     /* cyber/private-sector */
  char *language; /* en */
  char *path;     /* templates/clauses/cyber/private-sector.md */
  char *blob;     /* adref_blob_id of the file, for the lock */
  char *summary;  /* for a translation without a summary: that of the original */
  char *source;   /* the agreed language that it follows: instrument, year, paragraph; NULL: none */
  char *speaker;  /* who of those who speak its language has read it; NULL: not said */
  AdrefClauseKind kind;
  GPtrArray *params;   /* of AdrefParam, in their order */
  GPtrArray *includes; /* of AdrefInclude, in the order of the text */
  char *text;          /* the body as written */
  guint first_line;    /* of the body in the file */
  AdrefMustache *body; /* the body parsed */
} AdrefTemplate;

/* Reads one file of templates/clauses. A translation has the kind and the parameters of `original`,
 * the English template; `original` is NULL for English. */
AdrefTemplate *adref_template_read(AdrefFileSource *source, const char *path,
                                   const AdrefTemplate *original, const AdrefParties *parties,
                                   GError **error);
void adref_template_free(AdrefTemplate *template);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefTemplate, adref_template_free)

/* Parses the text of a template at any path (`adref templates render FILE`). When the path is not
 * below templates/clauses, the name is its last part. `blob` is NULL. */
AdrefTemplate *adref_template_parse(const char *text, gsize length, const char *path,
                                    const AdrefTemplate *original, const AdrefParties *parties,
                                    GError **error);

const AdrefParam *adref_template_param(const AdrefTemplate *template, const char *name);

/* Splits a path ".../NAME.md" or ".../NAME.LANG.md"; FALSE when it does not end in ".md". The
 * caller frees name and language. */
gboolean adref_template_split_path(const char *path, char **name, char **language);

/* The path of a template in a language. Caller frees. */
char *adref_template_path(const char *name, const char *language);

#endif
