/* The list of a package's pages. Whoever publishes a package signs which pages it issued, so that
 * pages hold which another adref, or other fonts, would make otherwise. PAGES has the form of a
 * sign-off (sign/signoff.h), and PAGES.sig its signature:
 *
 *     object 4f0c...
 *     type commit
 *     tag pages/tokyo/rev1/JPN
 *     tagger Aiko Mori <aiko@example.org> 1702774800 +0900
 *
 *     Pages of tokyo/rev1, issued by JPN
 *
 *     Format: adref pages 1
 *     Statement: tokyo
 *     Label: rev1
 *     Party: JPN
 *
 *     9f86...  pages/en.html
 *     60a1...  pages/en.pdf
 *
 * The object is the version that the parties have signed; the lines of the pages are sorted. The
 * key is keys/issuer.pub with its line for ssh-keygen in keys/issuer, or keys/issuer.asc for gpg.
 * A party's code has capitals only, so that these are no names of a signatory's key.
 *
 * In the package of an adopted text the list is the file ADOPTED, with its signature ADOPTED.sig.
 * Its tag is adopted/tokyo/rev1/JPN, its message begins with "Adoption of tokyo/rev1, recorded by
 * JPN", its form is "adref adoption 1" or a later one
 * (adref_adoption_form), and the lines of sign/adoption.h follow those above. */
#ifndef ADREF_SIGN_PAGE_LIST_H
#define ADREF_SIGN_PAGE_LIST_H

#include "sign/package.h"

enum {
  ADREF_PAGE_LIST_FORM = 1
};

/* The bytes of PAGES; with `adoption` (or NULL) those of ADOPTED. `pages` has AdrefPackagePage;
 * `person` is "Aiko Mori <aiko@example.org>", `offset` is in minutes. Caller frees. */
GString *adref_page_list_payload(const char *statement, const char *label, const char *commit,
                                 const char *party, const char *person, gint64 time, int offset,
                                 const GPtrArray *pages, const AdrefAdoption *adoption);

/* Adds PAGES, or ADOPTED, with its signature and the key to a package. */
gboolean adref_page_list_add(GPtrArray *members, const AdrefPackagePageList *list, GError **error);

/* Whether the path is one of these files. */
gboolean adref_page_list_has_file(const char *path);

/* Adds the signature of a list (PAGES and PAGES.sig together) to entries of VERIFY.txt. */
void adref_page_list_add_entry(GPtrArray *entries, GBytes *bytes);

/* A list that is checked. */
typedef struct {
  const GPtrArray *members;
  const AdrefPackage *package;
  const AdrefPackageTrust *trust;
  GPtrArray *problems;               /* of char *; what is wrong */
  GBytes *bytes;                     /* PAGES and PAGES.sig */
  AdrefSignoff *signoff;             /* of `bytes` */
  char *statement, *label, *party;   /* "" when the list does not say */
  GPtrArray *lines;                  /* of char *: "HASH  pages/en.html" */
  const char *file, *signature_file; /* PAGES, PAGES.sig; or ADOPTED, ADOPTED.sig */
  gboolean adopts;                   /* it is ADOPTED */
  char *more;                        /* the lines of the adoption, "" for none */
  guint form;                        /* of these lines */
  AdrefSigners *own;                 /* the key in the package */
  char *fingerprint;                 /* of the key that signed */
} AdrefPageListCheck;

/* The checks in their order; the first that fails ends them. */
typedef struct {
  const char *name;
  gboolean (*holds)(AdrefPageListCheck *self); /* adds what is wrong to `problems` */
} AdrefPageListStep;

extern const AdrefPageListStep adref_page_list_steps[];
extern const gsize adref_page_list_step_count;

/* Checks the list of a package whose signatures were checked. NULL: the package has no list, or it
 * does not hold, and `problems` says why. */
AdrefPageIssue *adref_page_list_check(const AdrefPackage *package, const GPtrArray *members,
                                      const AdrefPackageTrust *trust,
                                      const AdrefPageListStep *steps, gsize count,
                                      GPtrArray *problems);

#endif
