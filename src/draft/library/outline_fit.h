/* Whether an outline can make a statement: for whom its words are made, and in which languages they
 * exist. */
#ifndef ADREF_DRAFT_LIBRARY_OUTLINE_FIT_H
#define ADREF_DRAFT_LIBRARY_OUTLINE_FIT_H

#include "draft/library/library.h"
#include "draft/library/outline.h"

/* Whether the outline is made for the parties (codes, NULL-terminated): each of them is one of its
 * `parties` or a member of one, and each of its `parties` is there, itself or by a member;
 * and there are as many as its `count`. An outline without both is made for any. */
gboolean adref_outline_fits(const AdrefOutline *outline, const AdrefParties *registry,
                            char *const *parties);

/* What has no words in a language: "the title" (not with `has_title`, which says that the statement
 * has one), "the heading in line 12", names of clause templates; each once, in the order of the
 * outline (of char *). Caller frees. */
GPtrArray *adref_outline_lacks(AdrefLibrary *library, const AdrefOutline *outline,
                               const char *language, gboolean has_title);

#endif
