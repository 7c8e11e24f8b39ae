/* The template library of a workspace: parties, styles, outlines and clause templates, each read at
 * most once and when it is first asked for. */
#ifndef ADREF_DRAFT_LIBRARY_H
#define ADREF_DRAFT_LIBRARY_H

#include <glib.h>

#include "draft/file_source.h"
#include "draft/party.h"
#include "draft/template.h"

typedef struct AdrefLibrary AdrefLibrary;

/* Reads templates/parties.yaml (a missing one is an empty registry). The source must outlive it. */
AdrefLibrary *adref_library_open(AdrefFileSource *source, GError **error);
void adref_library_free(AdrefLibrary *library);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefLibrary, adref_library_free)

const AdrefParties *adref_library_parties(const AdrefLibrary *library);
AdrefFileSource *adref_library_source(const AdrefLibrary *library);

/* A clause template in a language; NULL with an error when there is none (the message names the
 * path expected and the near miss). Owned by the library. */
const AdrefTemplate *adref_library_template(AdrefLibrary *library, const char *name,
                                            const char *language, GError **error);

/* The template itself and all that it includes by {{> name}}, in its language, in the order of the
 * text, each once (of const AdrefTemplate *, owned by the library); a circle ends. One that does
 * not exist is an error with the place of its tag. Caller frees. */
GPtrArray *adref_library_include_closure(AdrefLibrary *library, const AdrefTemplate *template,
                                         GError **error);

/* Names of all clause templates, sorted; languages of one of them, English first. Caller frees. */
char **adref_library_templates(AdrefLibrary *library, GError **error);
char **adref_library_languages(AdrefLibrary *library, const char *name, GError **error);
char **adref_library_outlines(AdrefLibrary *library, GError **error);
char **adref_library_styles(AdrefLibrary *library, GError **error);

/* Passes on the error of looking up what is named at `place`: a message that it does not exist gets
 * that place in front, any other has its own. Takes over `cause`. */
void adref_library_propagate_error(GError **error, AdrefLocation place, GError *cause);

/* Checks everything: files that do not read, unknown, unused and ill-typed parameters, forms a type
 * does not have, partials that do not exist or go in circles, markers and headings in a clause,
 * outlines with unknown templates, values, styles, cross references that lead nowhere. Appends one
 * message (char *, "file:line:column: ...") each to `findings`; FALSE only when the library cannot
 * be listed at all. */
gboolean adref_library_check(AdrefLibrary *library, GPtrArray *findings, GError **error);

#endif
