#include "sign/sshsig.h"

#include <string.h>

#include "base/digest.h"

enum {
  MAX_SSHSIG = 64 * 1024,
  VERSION = 1,
  MIN_RSA_BITS = 2048 /* NIST SP 800-131A: fewer are no longer allowed for signatures */
};

void adref_sshsig_free(AdrefSshsig *sshsig)
{
  if (!sshsig)
    return;
  g_free(sshsig->key_type);
  g_free(sshsig->key);
  g_free(sshsig->fingerprint);
  g_free(sshsig->namespace);
  g_free(sshsig);
}

/* The rest of the bytes that are being read. */
typedef struct {
  const guint8 *at;
  gsize left;
} SshReader;

static gboolean take_number(SshReader *reader, guint32 *number)
{
  if (reader->left < 4)
    return FALSE;
  *number = (guint32)reader->at[0] << 24 | (guint32)reader->at[1] << 16 |
            (guint32)reader->at[2] << 8 | reader->at[3];
  reader->at += 4;
  reader->left -= 4;
  return TRUE;
}

static gboolean take_string(SshReader *reader, SshReader *string)
{
  guint32 length;
  if (!take_number(reader, &length) || reader->left < length)
    return FALSE;
  *string = (SshReader){reader->at, length};
  reader->at += length;
  reader->left -= length;
  return TRUE;
}

static gboolean is_word(SshReader string)
{
  for (gsize i = 0; i < string.left; i++)
    if (string.at[i] <= ' ' || string.at[i] > '~')
      return FALSE;
  return string.left > 0;
}

static char *fingerprint_of(const guint8 *key, gsize length)
{
  guint8 bytes[ADREF_DIGEST_SIZE];
  AdrefDigest *digest = adref_digest_new();
  adref_digest_add(digest, key, length);
  adref_digest_end(digest, bytes);
  g_autofree char *base64 = g_base64_encode(bytes, sizeof bytes);
  base64[strcspn(base64, "=")] = '\0';
  return g_strconcat("SHA256:", base64, NULL);
}

/* The type that a public key begins with. */
static char *type_of(SshReader key)
{
  SshReader type;
  return take_string(&key, &type) && is_word(type) ? g_strndup((const char *)type.at, type.left)
                                                   : NULL;
}

char *adref_ssh_key_type(const char *key)
{
  gsize length;
  g_autofree guint8 *bytes = *key ? g_base64_decode(key, &length) : NULL;
  return bytes ? type_of((SshReader){bytes, length}) : NULL;
}

/* The bits of a number as ssh writes it: big-endian, perhaps after bytes of 0. */
static gsize bits_of(SshReader number)
{
  while (number.left > 0 && *number.at == 0) {
    number.at++;
    number.left--;
  }
  gsize bits = number.left * 8;
  for (guint mask = 0x80; number.left > 0 && mask > 0 && !(*number.at & mask); mask >>= 1)
    bits--;
  return bits;
}

char *adref_ssh_key_weakness(const char *key)
{
  gsize length;
  g_autofree guint8 *bytes = g_base64_decode(key, &length);
  SshReader reader = {bytes, length}, name, exponent, modulus;
  g_autofree char *type = type_of(reader);
  if (g_strcmp0(type, "ssh-dss") == 0)
    return g_strdup("a DSA key");
  if (g_strcmp0(type, "ssh-rsa") != 0 || !take_string(&reader, &name) ||
      !take_string(&reader, &exponent) || !take_string(&reader, &modulus) ||
      bits_of(modulus) >= MIN_RSA_BITS)
    return NULL;
  return g_strdup_printf("an RSA key of %u bits", (guint)bits_of(modulus));
}

char *adref_ssh_key_fingerprint(const char *key)
{
  gsize length;
  if (!*key)
    return NULL;
  g_autofree guint8 *bytes = g_base64_decode(key, &length);
  g_autofree char *again = g_base64_encode(bytes, length);
  g_autofree char *type = type_of((SshReader){bytes, length});
  return type && strcmp(again, key) == 0 ? fingerprint_of(bytes, length) : NULL;
}

static AdrefSshsig *read_blob(SshReader blob)
{
  static const char magic[] = "SSHSIG";
  guint32 version;
  SshReader key, namespace;
  if (blob.left < 6 || memcmp(blob.at, magic, 6) != 0)
    return NULL;
  blob.at += 6;
  blob.left -= 6;
  if (!take_number(&blob, &version) || version != VERSION || !take_string(&blob, &key) ||
      !take_string(&blob, &namespace) || !is_word(namespace))
    return NULL;
  g_autofree char *type = type_of(key);
  if (!type)
    return NULL;
  AdrefSshsig *sshsig = g_new0(AdrefSshsig, 1);
  sshsig->key_type = g_steal_pointer(&type);
  sshsig->key = g_base64_encode(key.at, key.left);
  sshsig->fingerprint = fingerprint_of(key.at, key.left);
  sshsig->namespace = g_strndup((const char *)namespace.at, namespace.left);
  return sshsig;
}

AdrefSshsig *adref_sshsig_read(const char *text)
{
  static const char begin[] = "-----BEGIN SSH SIGNATURE-----\n", end[] = "\n-----END SSH SIGNATURE";
  if (!g_str_has_prefix(text, begin) || strlen(text) > MAX_SSHSIG)
    return NULL;
  const char *first = text + strlen(begin), *last = strstr(first, end);
  gsize length;
  g_autofree char *base64 = last ? g_strndup(first, (gsize)(last - first)) : g_strdup("");
  if (!*base64)
    return NULL;
  g_autofree guint8 *bytes = g_base64_decode(base64, &length);
  return read_blob((SshReader){bytes, length});
}
