/* A folder of templates/ that holds named YAML files: outlines, styles. */
#ifndef ADREF_DRAFT_YAML_FOLDER_H
#define ADREF_DRAFT_YAML_FOLDER_H

#include <glib.h>

#include "draft/file_source.h"
#include "draft/yaml.h"

typedef struct {
  const char *folder; /* templates/outlines */
  const char *what;   /* "outline" */
  const char *one;    /* "an outline" */
} AdrefShelf;

extern const AdrefShelf adref_outlines, adref_styles;

/* The names of the files, sorted, without ".yaml"; names that cannot be one are left out. Caller
 * frees. */
char **adref_shelf_list(const AdrefShelf *shelf, AdrefSource *source, GError **error);

/* FOLDER/NAME.yaml. Caller frees. */
char *adref_shelf_path(const AdrefShelf *shelf, const char *name);

/* Reads one. A missing one is ADREF_ERROR_NOT_FOUND, and the message names the near miss. *blob,
 * when not NULL, gets its adref_blob_id. */
AdrefYaml *adref_shelf_read(const AdrefShelf *shelf, AdrefSource *source, const char *name,
                            char **blob, GError **error);

#endif
