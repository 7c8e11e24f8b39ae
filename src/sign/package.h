/* The package of a final text: the signed bytes, and all that a reader needs to check them without
 * adref and without the repository.
 *
 *     MANIFEST              SHA-256 of every other file, as sha256sum -c reads it
 *     VERIFY.txt            how to check it with stock programs
 *     PACKAGE               the form of the package, and the program that made it
 *     FACTS                 the facts that pages print (sign/printed_facts.h), which are signed
 *     style.yaml            the house style of the pages, when the statement has one
 *     languages/en.yaml     adref's own words on the pages in a language
 * (draft/library/page_words.h) texts/en.md           the signed bytes, by language pages/en.html
 * for readers; also .pdf and .docx pages/en-JPN.html     the alternat of a party, when the
 * statement asks for alternats pages/en-redline.html what a correction changes correction.md the
 * procès-verbal, when the text corrects another one former/en.md          the texts that are
 * corrected; former/FACTS: the facts of then signatures/JPN.txt    what a party signed
 *     signatures/JPN.sig    its signature
 *     keys/JPN.pub          its key; .asc for gpg
 *     keys/signers          the ssh keys for ssh-keygen -Y verify
 *     PAGES, PAGES.sig      when a party issued the pages: their SHA-256 sums, signed
 *     keys/issuer.pub       the key of that party, and keys/issuer for ssh-keygen; or .asc
 *
 * The package of a text that was adopted, not signed (sign/adoption.h), has no signatures/, no
 * other keys and no PAGES, but
 *
 *     ADOPTED, ADOPTED.sig  what each party agreed, and the SHA-256 sums of the pages, signed
 *     records/JPN.yaml      the record of a party
 *     parties.yaml          who is a member of which group
 *     draft.txt             the tag of the draft with the deadline, where silence held
 *
 * A package without PACKAGE is of form 1. Where all signatures are of form 1, FACTS has the
 * program's version, the numbering and the alternats only, and nobody has signed it. */
#ifndef ADREF_SIGN_PACKAGE_H
#define ADREF_SIGN_PACKAGE_H

#include <glib.h>

#include "clause/labels/numbering.h"
#include "draft/library/page_words.h"
#include "draft/statement/house_style.h"
#include "sign/adoption.h"
#include "sign/archive.h"
#include "sign/verify.h"

/* A page for readers. */
typedef struct {
  char *path; /* "pages/en.html" */
  GBytes *bytes;
} AdrefPackagePage;

/* The correction that a final text makes. */
typedef struct {
  GBytes *document;       /* the procès-verbal */
  const GPtrArray *texts; /* of AdrefLanguageVersion: the former ones */
  const char *facts;      /* the former ones (sign/printed_facts.h) */
} AdrefPackageCorrection;

/* One sign-off for a package. */
typedef struct {
  const char *party;
  GBytes *bytes; /* of the tag object */
  const AdrefSigner *signer;
} AdrefPackageSignature;

/* The list of the pages, signed by the party that issues them (sign/page_list.h). */
typedef struct {
  const char *payload, *signature;
  const AdrefSigner *signer;
  const AdrefAdoption *adoption; /* the list is ADOPTED; NULL: PAGES */
  const GPtrArray *files;        /* of AdrefArchiveMember: those that an adoption binds */
} AdrefPackagePageList;

/* All files of the package, sorted by path. `correction`, `style` (the bytes of the house style)
 * and `list` may be NULL. `words` has an AdrefPageWords or NULL for each text of the snapshot.
 * `version` is the version of the program that made the pages. */
GPtrArray *adref_package_make(const AdrefStatementSnapshot *snapshot, const GPtrArray *signatures,
                              const GPtrArray *pages, const AdrefPackageCorrection *correction,
                              GBytes *style, const GPtrArray *words,
                              const AdrefPackagePageList *list, const char *version,
                              GError **error);

/* The parties for which a package has alternats, in the order of the statement; empty when the
 * statement asks for none. NULL-terminated; owned by `snapshot`. */
char *const *adref_package_alternats(const AdrefStatementSnapshot *snapshot);

/* Who issued the pages of a package, by a list that holds. */
typedef struct {
  char *party, *fingerprint;
  char *time;        /* of the signature: "2023-12-01T09:00:00+09:00" */
  gboolean is_known; /* the key is pinned for the party, or in `trust->signers`, or that of the
                        party's valid sign-off in this package */
} AdrefPageIssue;

void adref_page_issue_free(AdrefPageIssue *issue);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefPageIssue, adref_page_issue_free)

/* A package that was checked. */
typedef struct {
  AdrefSignoffMessage *message; /* of the first valid signature; NULL: there is none */
  GPtrArray *signatures;        /* of AdrefSignatureResult */
  GPtrArray *problems;          /* of char *: what is wrong with signatures and files */
  gboolean signatures_hold;     /* all who must sign have signed these texts */
  AdrefAdoption *adoption;      /* the text was adopted, not signed; NULL: it was signed */
  gboolean adoption_holds;      /* it is on record in the package, and signed by its recorder */
  gboolean texts_hold;          /* the texts are those that the first valid signature names */
  GPtrArray *page_problems;     /* of char *: why the pages are not confirmed; whoever makes the
                                   pages anew adds them (work/publish/verify_package.h) */
  gboolean pages_confirmed;     /* every page is, byte for byte, the one made anew; likewise */
  gboolean pages_issued;        /* not all are confirmed, and the others are as a known party issued
                                   them; likewise */
  gboolean pages_own_words;     /* a table of words for pages is not that of this adref; likewise */
  GPtrArray *languages;         /* of char *: how the texts that bind differ; likewise
                                   (work/check/language_check.h); NULL: not looked for */
  AdrefPageIssue *issue;        /* NULL: there is no list of pages, or it does not hold */
  GPtrArray *language_versions; /* of AdrefLanguageVersion: the texts */
  GPtrArray *former;            /* likewise: the texts that are corrected */
  char *former_label;           /* NULL: the texts correct none */
  char **alternats;             /* codes of parties, NULL-terminated */
  AdrefNumbering numbering;
  AdrefHouseStyle *house; /* the style of the pages; NULL: none */
  GPtrArray *words;       /* of AdrefPageWords or NULL, in the order of language_versions */
  char *version;          /* of the program that made it, as the package says; it decides nothing */
  char *facts;            /* the file FACTS, when it has the facts that pages print; else NULL */
  char *former_facts;     /* likewise of the texts that are corrected */
  guint met, needed;
} AdrefPackage;

/* Whose keys count, besides those in the package, which anybody can put there. */
typedef struct {
  AdrefRepo *repo;             /* a signature by another key than a pinned one is KEY CHANGED; NULL:
                                  there are no pins */
  const AdrefSigners *signers; /* no other keys sign for their party; NULL: those of the package */
  gint64 clock;        /* of this computer, seconds since 1970; 0: times are not compared with it */
  GHashTable *revoked; /* fingerprints of keys that are revoked in the workspace; NULL: none */
} AdrefPackageTrust;

/* Checks signatures, files and the list of pages; it makes no page anew. `trust` may be NULL. Of a
 * valid signature `is_new` says that the identity of its party was not checked: its key is neither
 * pinned nor in `trust->signers`. Writes nothing. */
AdrefPackage *adref_package_check(const GPtrArray *members, const AdrefPackageTrust *trust);
/* The signatures hold, the pages are confirmed or as a known party issued them, and nothing else is
 * wrong. Whoever makes the pages anew has said so before. */
gboolean adref_package_is_good(const AdrefPackage *package);
void adref_package_free(AdrefPackage *package);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefPackage, adref_package_free)

/* The time of the last signature, in seconds since 1970: the time of the files in the archive. */
gint64 adref_package_last_signed(const GPtrArray *signatures);

#endif
