/* The language versions of a text side by side: those of a statement by their clauses, two files
 * without markers by their paragraphs (review/languages/paragraph_alignment.h). */
#ifndef ADREF_WORK_SEARCH_CONCORDANCE_H
#define ADREF_WORK_SEARCH_CONCORDANCE_H

#include "view/terminal/concordance.h"
#include "work/export/parallel_export.h"

enum {
  ADREF_CONCORDANCE_MAX_LANGUAGES = 30
};

typedef struct AdrefConcordanceTexts AdrefConcordanceTexts;

/* Of a statement (or STATEMENT@VERSION; NULL: the only one). `languages` (NULL-terminated) are the
 * first one and those that are compared with it; a single one is compared with the rolling text;
 * none: all languages of the statement, where those that have no text yet are said and left out. */
AdrefConcordanceTexts *adref_concordance_open(AdrefSession *session, const char *argument,
                                              const char *const *languages, GError **error);

/* Of two files in two languages. */
AdrefConcordanceTexts *adref_concordance_open_files(AdrefSession *session, const char *first,
                                                    const char *second, GError **error);
void adref_concordance_texts_free(AdrefConcordanceTexts *texts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefConcordanceTexts, adref_concordance_texts_free)

const AdrefConcordance *adref_concordance_of(const AdrefConcordanceTexts *texts);

/* As pages, of two languages; more are ADREF_ERROR_USAGE. */
GString *adref_concordance_html(const AdrefConcordanceTexts *texts, GError **error);
GString *adref_concordance_pdf(const AdrefConcordanceTexts *texts, const AdrefPdfOptions *options,
                               GError **error);

#endif
