/* Tag objects as bytes, read and written; other refs; git config. What a tag means and who signed
 * it is the task of sign/. */
#ifndef ADREF_HISTORY_TAG_H
#define ADREF_HISTORY_TAG_H

#include "history/repo.h"
#include "history/version.h"

enum {
  ADREF_TAG_MAX_BYTES = 256 * 1024, /* of a tag object; a larger one is not read */
  ADREF_TAG_MAX_COUNT = 20000,      /* refs in one listing; more are an error */
};

/* A ref and its tag object. Everything in it may come from a stranger. */
typedef struct {
  char *name;          /* without the folder of adref_repo_tags(); valid UTF-8 */
  AdrefVersion object; /* id of the object that the ref points to */
  AdrefVersion commit; /* id of the commit behind it; "" for none */
  GBytes *bytes;       /* of the tag object; NULL when it cannot be read, see `problem` */
  char *problem;       /* why the object cannot be read, or NULL */
} AdrefTag;

void adref_tag_free(AdrefTag *tag);

/* The refs below a folder ("refs/tags/signoff/"; of AdrefTag), sorted by name. */
GPtrArray *adref_repo_tags(AdrefRepo *repo, const char *folder, GError **error);

/* The ref with this full name; NULL when there is none. */
AdrefTag *adref_repo_tag(AdrefRepo *repo, const char *name);

/* Writes a tag object and creates the tag with the name that stands in it. A tag that exists is
 * ADREF_ERROR_REFUSED unless `replace`. Waits for saves (history/index_lock.h), but not in a bare
 * repository. */
gboolean adref_repo_tag_write(AdrefRepo *repo, const char *bytes, gboolean replace, GError **error);

/* Refused while another tag has a name that begins with this one and "/", or the other way round:
 * git keeps tags as files in folders. */
gboolean adref_repo_check_tag_name(AdrefRepo *repo, const char *name, GError **error);

/* Creates or moves the ref with this full name; the object must exist. */
gboolean adref_repo_write_ref(AdrefRepo *repo, const char *name, const AdrefVersion *object,
                              GError **error);

/* Whether refs/replace/ makes git show another object instead of this one. adref never does. */
gboolean adref_repo_is_replaced(AdrefRepo *repo, const AdrefVersion *object);

/* The path of a file or folder of a version that git replace shows another object for,
 * "statements/t";
 * "." for the top folder; NULL: none, among the first 100,000. Caller frees. */
char *adref_repo_replaced_path(AdrefRepo *repo, const AdrefVersion *version);

/* A value of the repository's own configuration (.git/config), which a clone does not
 * copy; NULL for none. Caller frees. */
char *adref_repo_local_config(AdrefRepo *repo, const char *key);
gboolean adref_repo_set_local_config(AdrefRepo *repo, const char *key, const char *value,
                                     GError **error);

#endif
