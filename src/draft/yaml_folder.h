/* A folder of templates/ that holds named YAML files: outlines, styles. */
#ifndef ADREF_DRAFT_YAML_FOLDER_H
#define ADREF_DRAFT_YAML_FOLDER_H

#include <glib.h>

#include "draft/file_source.h"
#include "draft/yaml.h"

typedef struct {
  const char *folder;       /* templates/outlines */
  const char *noun;         /* "outline" */
  const char *with_article; /* "an outline" */
} AdrefYamlFolder;

extern const AdrefYamlFolder adref_yaml_folder_outlines, adref_yaml_folder_styles;

/* The names of the files, sorted, without ".yaml"; names that cannot be one are left out. Caller
 * frees. */
char **adref_yaml_folder_list(const AdrefYamlFolder *yaml_folder, AdrefFileSource *source,
                              GError **error);

/* FOLDER/NAME.yaml. Caller frees. */
char *adref_yaml_folder_path(const AdrefYamlFolder *yaml_folder, const char *name);

/* Reads one. A missing one is ADREF_ERROR_NOT_FOUND, and the message names the near miss. *blob,
 * when not NULL, gets its adref_blob_id. */
AdrefYaml *adref_yaml_folder_read(const AdrefYamlFolder *yaml_folder, AdrefFileSource *source,
                                  const char *name, char **blob, GError **error);

#endif
