/* A statement in all its languages, read from the work folder or from a version. */
#ifndef ADREF_SIGN_LANGUAGE_VERSIONS_H
#define ADREF_SIGN_LANGUAGE_VERSIONS_H

#include <glib.h>

#include "clause/labels/numbering.h"
#include "clause/markdown/reading.h"
#include "clause/node.h"
#include "draft/library/library.h"
#include "draft/statement/statement.h"
#include "sign/signing_rule.h"

/* The text in one language. */
typedef struct {
  char *language;
  AdrefLanguageRole role;
  char *path;            /* statements/ID/en.md */
  GBytes *bytes;         /* of the file */
  AdrefNode *document;   /* the tree of these bytes */
  AdrefReading *reading; /* whose tree it is, and which nobody changes; NULL: its own */
  GHashTable *clauses;   /* id -> CLAUSE */
} AdrefLanguageVersion;

/* Frees one (an AdrefLanguageVersion); a member that is NULL is passed over. */
void adref_language_version_free(gpointer language_version);

/* Makes the table of the clauses of its document. */
void adref_language_version_index(AdrefLanguageVersion *language_version);

typedef struct {
  GPtrArray *items; /* of AdrefLanguageVersion; the first is the rolling text */
  AdrefNumbering numbering;
} AdrefLanguageVersions;

/* Reads every language that has a text. A language without a text is left out; without a text in
 * the first language it is ADREF_ERROR_NOT_FOUND. */
AdrefLanguageVersions *adref_language_versions_read(AdrefFileSource *source, AdrefLibrary *library,
                                                    const AdrefStatement *statement,
                                                    const AdrefSigningRule *rule, GError **error);

/* The same. A text that is among `readings` (may be NULL) is not read again. */
AdrefLanguageVersions *adref_language_versions_share(AdrefFileSource *source, AdrefLibrary *library,
                                                     const AdrefStatement *statement,
                                                     const AdrefSigningRule *rule,
                                                     AdrefReadings *readings, GError **error);

/* The same with the rule of the statement, which may be written only in part
 * (adref_signing_rule_read_begun()). */
AdrefLanguageVersions *adref_language_versions_share_begun(AdrefFileSource *source,
                                                           AdrefLibrary *library,
                                                           const AdrefStatement *statement,
                                                           AdrefReadings *readings, GError **error);
void adref_language_versions_free(AdrefLanguageVersions *language_versions);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefLanguageVersions, adref_language_versions_free)

/* The rolling text. */
const AdrefNode *adref_language_versions_rolling(const AdrefLanguageVersions *language_versions);

/* The text in a language, or NULL. */
const AdrefLanguageVersion *adref_language_versions_find(
    const AdrefLanguageVersions *language_versions, const char *language);

/* Counts brackets (also one whose other end is missing, not one that is settled) and placeholders
 * below a node. */
void adref_language_versions_count_open(const AdrefNode *node, guint *brackets,
                                        guint *placeholders);

/* The first clause with alt=, which is an open option; or NULL. */
const AdrefNode *adref_language_versions_first_option(const AdrefNode *document);

/* The open options in all languages, for a clause with alt= by its own id, and by the id of the
 * clause that it would replace: id -> CLAUSE with alt=. Caller unrefs. */
GHashTable *adref_language_versions_options(const AdrefLanguageVersions *language_versions);

/* "training-b is an option for training". Caller frees. */
char *adref_language_versions_option_words(const AdrefNode *option);

#endif
