/* The files of a package that describe the others: MANIFEST, FACTS and VERIFY.txt. The same package
 * always has the same bytes. What is written here may never change: adref verify writes VERIFY.txt
 * and FACTS again and compares the bytes, also for packages of earlier versions of adref. Other
 * words in VERIFY.txt are a new form; the forms before it stay. */
#ifndef ADREF_SIGN_PACKAGE_METADATA_H
#define ADREF_SIGN_PACKAGE_METADATA_H

#include <glib.h>

#include "clause/labels/numbering.h"
#include "sign/archive.h"
#include "sign/signoff_message.h"

/* One signature in VERIFY.txt. */
typedef struct {
  char *party;
  gboolean gpg; /* by gpg; else by ssh-keygen */
  gint64 time;  /* of the signature, in seconds since 1970 */
} AdrefVerifyTxtEntry;

/* A new array that frees its AdrefVerifyTxtEntry entries. */
GPtrArray *adref_verify_txt_entries_new(void);
/* Adds the signature of a tag object. */
void adref_verify_txt_entries_add(GPtrArray *entries, const char *party, GBytes *tag);

/* MANIFEST: the SHA-256 of every file but itself, as sha256sum -c reads it. Caller frees. */
char *adref_package_metadata_manifest(const GPtrArray *members);

enum {
  ADREF_PACKAGE_FORM = 2, /* of a package that is made now */
};

/* PACKAGE: the form of the package and the program that made it, which nobody signs. Caller frees.
 */
char *adref_package_metadata_head(const char *version);

/* Reads PACKAGE: the number of the form, 0 when it is malformed; *version (caller frees) is set for
 * the forms that are known. */
guint adref_package_metadata_read_head(const char *text, char **version);

/* FACTS of a package whose signatures are of form 1: the program version and the numbering with
 * which the pages were made, and the parties that have alternats, in the order of the statement
 * (NULL: none). Caller frees. */
char *adref_package_metadata_facts(const AdrefNumbering *numbering, const char *version,
                                   char *const *alternats);

/* Reads FACTS; FALSE unless adref_package_metadata_facts() gives the same bytes. Caller frees
 * *version and *alternats. */
gboolean adref_package_metadata_read_facts(const char *text, AdrefNumbering *numbering,
                                           char **version, char ***alternats);

enum {
  ADREF_VERIFY_TXT_FORM = 3, /* of a package that is made now; 1 does not say how to compare pages,
                                2 does not check FACTS */
  ADREF_VERIFY_TXT_LIST_FORM = 4, /* of a package with a list of its pages */
};

/* VERIFY.txt in a form from 1 on; the commands are the lines that begin with four spaces. `issuer`
 * is the signature of the list of pages, for ADREF_VERIFY_TXT_LIST_FORM; else NULL. Caller frees.
 */
char *adref_package_metadata_verify_txt(const AdrefSignoffMessage *signed_by_all,
                                        const GPtrArray *entries, const AdrefVerifyTxtEntry *issuer,
                                        guint form);

/* VERIFY.txt of a text that was adopted. Caller frees. */
char *adref_package_metadata_verify_adopted(const AdrefSignoffMessage *message,
                                            const AdrefVerifyTxtEntry *recorder, gboolean silence);

#endif
