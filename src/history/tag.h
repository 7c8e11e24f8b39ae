/* Tags as bytes: objects out, objects in. What a tag says, and whose word it is, is for others. */
#ifndef ADREF_HISTORY_TAG_H
#define ADREF_HISTORY_TAG_H

#include "history/repo.h"
#include "history/version.h"

enum {
  ADREF_TAG_MAX_BYTES = 256 * 1024, /* bytes of a tag that is read */
  ADREF_TAG_MAX_COUNT = 20000,      /* refs that one listing may give */
};

/* A ref as it is stored. All of it may be a stranger's. */
typedef struct {
  char *name;          /* behind the folder that was asked for; valid UTF-8 */
  AdrefVersion object; /* the id that the ref names */
  AdrefVersion commit; /* the commit it leads to; "" for none */
  GBytes *bytes;       /* of the tag object; NULL when the ref names none that can be read */
  char *problem;       /* why the object cannot be read, or NULL */
} AdrefTag;

void adref_tag_free(AdrefTag *tag);

/* The refs below a folder ("refs/tags/signoff/"), sorted by name. */
GPtrArray *adref_repo_tags(AdrefRepo *repo, const char *folder, GError **error);

/* The ref with this whole name; NULL when there is none. */
AdrefTag *adref_repo_tag(AdrefRepo *repo, const char *name);

/* Stores a tag object and sets the tag that it names. One that exists is ADREF_ERROR_REFUSED unless
 * `replace`. */
gboolean adref_repo_tag_write(AdrefRepo *repo, const char *bytes, gboolean replace, GError **error);

/* Sets a ref outside of refs/tags/ to an object that is there. */
gboolean adref_repo_write_ref(AdrefRepo *repo, const char *name, const AdrefVersion *object,
                              GError **error);

/* Whether git shows another object in the place of this one (refs/replace/): adref does not. */
gboolean adref_repo_is_replaced(AdrefRepo *repo, const AdrefVersion *object);

/* A value of the repository's own configuration, which no clone brings; NULL for none. Caller
 * frees. */
char *adref_repo_local_config(AdrefRepo *repo, const char *key);
gboolean adref_repo_set_local_config(AdrefRepo *repo, const char *key, const char *value,
                                     GError **error);

/* A value of all of git's configuration. Caller frees. */
char *adref_repo_effective_config(AdrefRepo *repo, const char *key);

#endif
