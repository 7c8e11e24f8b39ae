/* The Word file that went out, made again from its version, so that a file that came back is read
 * beside it. What its properties say of view, part and signatures is done again. */
#ifndef ADREF_WORK_EXPORT_SENT_WORD_H
#define ADREF_WORK_EXPORT_SENT_WORD_H

#include "exchange/docx/docx_document.h"
#include "work/text.h"

typedef struct {
  AdrefNode *document; /* of the page, where it is not that of the text; or NULL */
  AdrefDocxFile *file;
  AdrefDocxReading *reading;
  GHashTable *clauses; /* bookmark -> AdrefDocxSent */
  GHashTable *notes;   /* words of its comments */
  char *role;          /* of the text on its page; NULL: none */
} AdrefSentWord;

/* Makes what went out as `returned`, of the version `base`, which may be a part of its text; its
 * name and the hash of the whole text. On failure `sent` is to be cleared too. `base` must outlive
 * it. */
gboolean adref_sent_word_make(AdrefSentWord *sent, const AdrefDocxFile *returned,
                              const AdrefText *base, GError **error);

/* A clause that went out without words, for a bookmark. It must outlive `sent`. */
void adref_sent_word_add(AdrefSentWord *sent, const char *bookmark, const AdrefNode *clause);

void adref_sent_word_clear(AdrefSentWord *sent);

/* Whether the text of its version went out as it is: no part of it, and not as if agreed. */
gboolean adref_sent_word_is_whole(const AdrefDocxFile *returned);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(AdrefSentWord, adref_sent_word_clear)

#endif
