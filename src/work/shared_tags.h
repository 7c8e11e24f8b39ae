/* The tags of adref, here and in the repository that was fetched (history/remote.h): labels of
 * drafts, withdrawals, sign-offs, objections to silence, final texts. Other tags are nobody's
 * business: they are neither taken nor sent. */
#ifndef ADREF_WORK_SHARED_TAGS_H
#define ADREF_WORK_SHARED_TAGS_H

#include "work/session.h"

typedef struct {
  GPtrArray *come;      /* names of tags that only the other repository has (of char *) */
  GPtrArray *go;        /* that only this one has, on versions that the other one has or gets */
  GPtrArray *stay;      /* that only this one has, on other versions */
  GPtrArray *different; /* "tokyo/rev1: here 1a2b3c4d, there 5e6f7a8b": both have it otherwise */
} AdrefSharedTags;

/* The statement that a tag is about, "tokyo" for "tokyo/rev1" and "signoff/tokyo/rev1/JPN"; NULL:
 * it is no tag of adref. Caller frees. */
char *adref_shared_tag_statement(const char *name);

/* What is said behind a tag that was made: how it is sent, where there is another repository, with
 * a space before it, else "". */
const char *adref_shared_tag_hint(AdrefRepo *repo);

/* Compares the tags of the statements that the version HEAD has, also under their former names.
 * `sent` are the versions that the other repository has or gets; with them it has all that they
 * were made from. */
AdrefSharedTags *adref_shared_tags_compare(AdrefSession *session, const AdrefVersion *sent,
                                           guint count, GError **error);
void adref_shared_tags_free(AdrefSharedTags *tags);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefSharedTags, adref_shared_tags_free)

/* Sets the tags of `come` here. None that is there is replaced; one that git cannot set, since
 * another tag has its name as a folder, is said and left out. */
gboolean adref_shared_tags_take(AdrefSession *session, const AdrefSharedTags *tags, GError **error);

#endif
