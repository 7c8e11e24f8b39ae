/* Which keys sign for which party. Three files at the root of the workspace:
 *
 * - `signers`: ssh keys in the allowed_signers format of OpenSSH, which git and ssh-keygen read:
 *
 *       JPN,aiko@mofa.example namespaces="git" ssh-ed25519 AAAA... Aiko Mori
 *
 * - `signers.gpg`: gpg keys in the same format, each with the fingerprint of its primary key:
 *
 *       JPN,aiko@mofa.example gpg 0123456789ABCDEF0123456789ABCDEF01234567
 *
 * - `signers.revoked`: ssh keys that were revoked, in the format of gpg.ssh.revocationFile and
 *   ssh-keygen -r. A gpg key is revoked in gpg.
 *
 * One principal is the code of the party, the others are addresses. Options are namespaces="...",
 * valid-after="20231201Z" and valid-before. Patterns and certificates are refused: a "*" would sign
 * for every party. */
#ifndef ADREF_SIGN_SIGNERS_H
#define ADREF_SIGN_SIGNERS_H

#include <glib.h>

#include "draft/data/file_source.h"

#define ADREF_SIGNERS         "signers"
#define ADREF_SIGNERS_GPG     "signers.gpg"
#define ADREF_SIGNERS_REVOKED "signers.revoked"

enum {
  ADREF_SIGNERS_LIMIT = 1024 * 1024, /* bytes of each */
};

typedef struct {
  char *party;
  char *email;          /* the first address, or NULL */
  char *type;           /* "ssh-ed25519", "gpg" */
  char *key;            /* base64, or the fingerprint in capitals */
  char *fingerprint;    /* "SHA256:...", "gpg:0123..." */
  char **namespaces;    /* NULL: all */
  gint64 after, before; /* seconds since 1970; 0: no bound */
  char *comment;        /* "" for none */
  guint line;
} AdrefSigner;

typedef struct {
  GPtrArray *all;      /* of AdrefSigner, in the order of the files */
  GHashTable *revoked; /* fingerprint -> itself */
} AdrefSigners;

/* Reads the three files; a missing file counts as an empty one. */
AdrefSigners *adref_signers_read(AdrefFileSource *source, GError **error);
AdrefSigners *adref_signers_new(void);
void adref_signers_free(AdrefSigners *signers);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefSigners, adref_signers_free)

/* Adds the lines of `signers` or (`gpg`) of `signers.gpg`; `name` is the file's name in messages.
 */
gboolean adref_signers_add_lines(AdrefSigners *signers, const char *text, const char *name,
                                 gboolean gpg, GError **error);
gboolean adref_signers_add_revoked(AdrefSigners *signers, const char *text, const char *name,
                                   GError **error);

/* The key of a party with that fingerprint; NULL when the party has no such key. */
const AdrefSigner *adref_signers_find(const AdrefSigners *signers, const char *party,
                                      const char *fingerprint);

/* The party that has a key with that fingerprint, or NULL. */
const char *adref_signers_party_of_key(const AdrefSigners *signers, const char *fingerprint);

/* Whether a key may sign in a namespace. */
gboolean adref_signer_allows(const AdrefSigner *signer, const char *namespace);

/* The line of a key, with its newline. Caller frees. */
char *adref_signer_line(const AdrefSigner *signer);

/* Reads one public key "ssh-ed25519 AAAA... comment" for a party; NULL with an error. */
AdrefSigner *adref_signer_new(const char *key, const char *party, const char *email,
                              const char *name, GError **error);
AdrefSigner *adref_signer_new_gpg(const char *fingerprint, const char *party, const char *email,
                                  GError **error);
void adref_signer_free(AdrefSigner *signer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefSigner, adref_signer_free)

/* Reads "20231201Z" and "20231201120000Z", from the year 1971 on. Without Z it is the local time
 * zone, as in ssh-keygen. */
gboolean adref_signers_parse_time(const char *text, gint64 *seconds);

#endif
