/* The template library of a workspace: the registry of parties and the clause templates, which are
 * read on first use and only once; lists of outlines and styles. */
#ifndef ADREF_DRAFT_LIBRARY_LIBRARY_H
#define ADREF_DRAFT_LIBRARY_LIBRARY_H

#include <glib.h>

#include "draft/data/file_source.h"
#include "draft/data/party.h"
#include "draft/library/abbreviations.h"
#include "draft/library/template.h"

typedef struct AdrefLibrary AdrefLibrary;

/* Reads templates/parties.yaml; when the file is missing, the registry is empty. The source must
 * outlive the library. */
AdrefLibrary *adref_library_open(AdrefFileSource *source, GError **error);

/* The same. Where `other` (or NULL) has the same registry, byte for byte, the library uses that
 * one, and `other` must outlive it. */
AdrefLibrary *adref_library_open_like(AdrefFileSource *source, const AdrefLibrary *other,
                                      GError **error);
void adref_library_free(AdrefLibrary *library);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefLibrary, adref_library_free)

/* The registry of parties, as it was on the day of adref_library_set_day(), else as it is now. A
 * registry that was given out is valid until the library is freed. */
const AdrefParties *adref_library_parties(const AdrefLibrary *library);

/* Chooses the day of the registry: that of the statement that is worked on, NULL when it has no
 * date. adref_statement_read() and adref_session_facts() do it. */
void adref_library_set_day(AdrefLibrary *library, const AdrefValue *date);
AdrefFileSource *adref_library_source(const AdrefLibrary *library);

/* The abbreviations (draft/library/abbreviations.h), read when they are first asked for. */
const AdrefAbbreviations *adref_library_abbreviations(AdrefLibrary *library, GError **error);

/* A clause template in a language, owned by the library. ADREF_ERROR_NOT_FOUND when it does not
 * exist; the message gives the expected path and the most similar name. */
const AdrefTemplate *adref_library_template(AdrefLibrary *library, const char *name,
                                            const char *language, GError **error);

/* The template and all templates that it includes by {{> name}}, directly or not, in its language,
 * each once, the template itself first (of const AdrefTemplate *, owned by the library). Templates
 * that include each other are no error here. A missing template is an error with the position of
 * its tag. Caller frees. */
GPtrArray *adref_library_include_closure(AdrefLibrary *library, const AdrefTemplate *template,
                                         GError **error);

/* Names of all clause templates, sorted; languages of one of them, English first. Caller frees. */
char **adref_library_templates(AdrefLibrary *library, GError **error);
char **adref_library_languages(AdrefLibrary *library, const char *name, GError **error);
char **adref_library_outlines(AdrefLibrary *library, GError **error);
char **adref_library_styles(AdrefLibrary *library, GError **error);

/* Propagates the error of looking up a name that is written at `place`. ADREF_ERROR_NOT_FOUND gets
 * that position in front of its message; other errors have a position already. Takes ownership of
 * `cause`. */
void adref_library_propagate_error(GError **error, AdrefLocation place, GError *cause);

/* Checks the whole library: files with errors; parameters that are unknown, unused or declared with
 * different types; forms that a type does not have; partials that do not exist or include each
 * other in a cycle; markers and headings in a clause; outlines with unknown templates, values or
 * styles; cross references to clauses that do not exist. Appends one message (char *,
 * "file:line:column: ...") for each to `findings`. FALSE only when the library cannot be listed. */
gboolean adref_library_check(AdrefLibrary *library, GPtrArray *findings, GError **error);

#endif
