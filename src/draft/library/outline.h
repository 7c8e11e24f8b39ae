/* An outline: the file templates/outlines/NAME.yaml, which lists the clauses and headings of a kind
 * of statement in their order (templates/README.md). */
#ifndef ADREF_DRAFT_LIBRARY_OUTLINE_H
#define ADREF_DRAFT_LIBRARY_OUTLINE_H

#include <glib.h>

#include "draft/data/file_source.h"
#include "draft/data/localized_text.h"
#include "draft/data/value.h"
#include "draft/library/mustache.h"

typedef struct {
  AdrefLocation place;
  GHashTable *heading;   /* draft/data/localized_text.h: Mustache text; NULL: a clause */
  guint level;           /* of a heading */
  char *template;        /* of a clause */
  char *id;              /* of a clause */
  char *when;            /* name of a boolean of `params`; NULL: always */
  gboolean unless;       /* included when `when` is false: written "!NAME" */
  const AdrefYaml *with; /* values fixed by the outline; NULL: none */
  GHashTable
      *introduced; /* language -> GHashTable, the keys of the abbreviations that are introduced
                      before it; NULL: those that the entries before it introduce */
} AdrefOutlineEntry;

/* Two clauses of an outline may have the same id only when their `when` are opposites: NAME and
 * !NAME. */
typedef struct {
  char *name;
  char *path;
  char *blob;
  char *summary;     /* "" for none */
  char *style;       /* NULL: none */
  char **parties;    /* codes for which its words are made; NULL: for any */
  guint count;       /* how many parties its words are made for; 0: any number */
  GHashTable *title; /* draft/data/localized_text.h: Mustache text */
  AdrefLocation title_place, style_place;
  GPtrArray *params;  /* of AdrefParam */
  GPtrArray *entries; /* of AdrefOutlineEntry, at least one */
  char **signatories; /* names of texts among `params`: for whom each party signs, in order */
  AdrefYaml *yaml;
} AdrefOutline;

AdrefOutline *adref_outline_read(AdrefFileSource *source, const char *name,
                                 const AdrefParties *parties, GError **error);
void adref_outline_free(AdrefOutline *outline);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefOutline, adref_outline_free)

#endif
