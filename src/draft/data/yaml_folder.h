/* A folder below templates/ with named YAML files: outlines, styles. */
#ifndef ADREF_DRAFT_DATA_YAML_FOLDER_H
#define ADREF_DRAFT_DATA_YAML_FOLDER_H

#include <glib.h>

#include "draft/data/file_source.h"
#include "draft/data/yaml.h"

typedef struct {
  const char *folder;       /* templates/outlines */
  const char *noun;         /* "outline" */
  const char *with_article; /* "an outline" */
} AdrefYamlFolder;

extern const AdrefYamlFolder adref_yaml_folder_outlines, adref_yaml_folder_styles;

/* The names of the files, sorted, without ".yaml"; files with other names are left out. Caller
 * frees. */
char **adref_yaml_folder_list(const AdrefYamlFolder *yaml_folder, AdrefFileSource *source,
                              GError **error);

/* FOLDER/NAME.yaml. Caller frees. */
char *adref_yaml_folder_path(const AdrefYamlFolder *yaml_folder, const char *name);

/* Reads the file of this name. A missing file is ADREF_ERROR_NOT_FOUND; the message gives the most
 * similar name. *blob, when not NULL, is set to adref_blob_id() of the file. */
AdrefYaml *adref_yaml_folder_read(const AdrefYamlFolder *yaml_folder, AdrefFileSource *source,
                                  const char *name, char **blob, GError **error);

#endif
