/* Who made the changes between two texts, for programs that show an author beside each. */
#ifndef ADREF_WORK_JOIN_CHANGE_AUTHORS_H
#define ADREF_WORK_JOIN_CHANGE_AUTHORS_H

#include "view/docx/docx.h"
#include "work/text.h"

typedef struct {
  AdrefDocxAuthors authors;
  GArray *all; /* of AdrefDocxAuthor: those of `authors` */
  GStringChunk *strings;
} AdrefChangeAuthors;

/* The versions of a statement's text between `old` and `new` (each with its `source`), read back
 * from `new`: which of them brought in each word of `new`, and which took out each word of `old`.
 * The author is the party of that version, by its short name, else the person; of words that are
 * not saved it is `otherwise`, without a date. Of what is no word it is all of them: up to 3 names
 * and the newest date. It is `otherwise` for all where the texts are those of files, where `old` is
 * none of the last 200 versions of the text, and where more than 3 took part. `redline`: of the
 * whole texts; of a part of them no word has an author of its own. The result refers to nothing
 * else; the caller frees it. */
AdrefChangeAuthors *adref_change_authors_find(const AdrefText *old, const AdrefText *new,
                                              const AdrefNode *redline, const char *otherwise);
void adref_change_authors_free(AdrefChangeAuthors *authors);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefChangeAuthors, adref_change_authors_free)

/* The version of a text in words, "f9bc0b18, 2023-12-17, Ai Sato, rev1": its id, the author's date
 * and name, and its labels other than `name`, which stands before it; of the work folder "the files
 * as they are", in `words` of the page (NULL: English); NULL for a text of no statement. Caller
 * frees. */
char *adref_change_origin(const AdrefText *text, const char *name, const AdrefPageWords *words);

#endif
