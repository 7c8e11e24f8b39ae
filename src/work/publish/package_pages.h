/* The pages of a package: made when it is published, and made anew when it is checked. */
#ifndef ADREF_WORK_PUBLISH_PACKAGE_PAGES_H
#define ADREF_WORK_PUBLISH_PACKAGE_PAGES_H

#include "sign/package.h"

/* What the pages of a package are made of. */
typedef struct {
  const char *label;
  const GPtrArray *language_versions; /* of AdrefLanguageVersion: the final texts */
  const GPtrArray *texts;             /* of AdrefSignedText, in the same order */
  const GPtrArray *words;             /* of AdrefPageWords, or NULL for none, in the same order */
  const GPtrArray *former; /* of AdrefLanguageVersion: what they correct; empty or NULL: nothing */
  const char *former_label;
  const char *facts, *former_facts; /* sign/printed_facts.h; NULL: not known */
  char *const *alternats;           /* codes of parties */
  const AdrefAdoptionLevel *level;  /* of an adoption whose list says it, or NULL */
  const char *recorder; /* code of the party that has recorded the adoption; NULL: it was signed */
  const AdrefHouseStyle *house; /* the style; NULL: none */
} AdrefPackagePages;

/* One of them. */
typedef struct {
  char *path; /* "pages/en-JPN.pdf" */
  const AdrefLanguageVersion *language_version;
  const AdrefSignedText *text;
  const AdrefPageWords *words;
  const AdrefLanguageVersion *former; /* the page is the redline from it; or NULL */
  const char *format;                 /* "html", "pdf", "docx" */
  const char *alternat;               /* code of a party, or NULL */
} AdrefPackagePagePlan;

/* Which pages there are (of AdrefPackagePagePlan, which live as long as `pages`). */
GPtrArray *adref_package_pages_plan(const AdrefPackagePages *pages);

/* The same text gives the same bytes. */
GBytes *adref_package_pages_render(const AdrefPackagePages *pages, const AdrefPackagePagePlan *plan,
                                   GError **error);

/* All of them (of GBytes), by two threads; caller unrefs. NULL with the error of the first that
 * cannot be made. */
GPtrArray *adref_package_pages_render_all(const AdrefPackagePages *pages, const GPtrArray *plans,
                                          GError **error);

#endif
