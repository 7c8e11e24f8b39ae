#include "sign/package_metadata.h"

#include <string.h>

#include "base/name.h"
#include "sign/bytes.h"
#include "sign/printed_facts.h"
#include "sign/signoff.h"

static void entry_free(gpointer data)
{
  AdrefVerifyTxtEntry *entry = data;
  g_free(entry->party);
  g_free(entry);
}

GPtrArray *adref_verify_txt_entries_new(void)
{
  return g_ptr_array_new_with_free_func(entry_free);
}

void adref_verify_txt_entries_add(GPtrArray *entries, const char *party, GBytes *tag)
{
  gsize length;
  const char *bytes = g_bytes_get_data(tag, &length);
  g_autoptr(AdrefSignoff) signoff = adref_signoff_read(bytes, length);
  AdrefVerifyTxtEntry *entry = g_new0(AdrefVerifyTxtEntry, 1);
  entry->party = g_strdup(party);
  entry->gpg = signoff->signed_by == ADREF_SIGNATURE_FORMAT_PGP;
  entry->time = signoff->time;
  g_ptr_array_add(entries, entry);
}

char *adref_package_metadata_manifest(const GPtrArray *members)
{
  GString *manifest = g_string_new(NULL);
  for (guint i = 0; i < members->len; i++) {
    const AdrefArchiveMember *member = members->pdata[i];
    g_autofree char *hash = adref_bytes_sha256(member->bytes);
    if (strcmp(member->path, "MANIFEST") != 0)
      g_string_append_printf(manifest, "%s  %s\n", hash, member->path);
  }
  return g_string_free(manifest, FALSE);
}

static const char alternats_key[] = "alternats: ";

static const char head_key[] = "Format: adref package ";
static const char program_key[] = "Program: adref ";

char *adref_package_metadata_head(const char *version)
{
  return g_strdup_printf("%s%d\n%s%s\n", head_key, ADREF_PACKAGE_FORM, program_key, version);
}

guint adref_package_metadata_read_head(const char *text, char **version)
{
  g_auto(GStrv) lines = g_strsplit(text, "\n", 4);
  guint64 form = 0;
  if (!lines[0] || !g_str_has_prefix(lines[0], head_key) ||
      !g_ascii_string_to_unsigned(lines[0] + strlen(head_key), 10, 1, G_MAXINT, &form, NULL))
    return 0;
  if (form > ADREF_PACKAGE_FORM)
    return (guint)form;
  if (form < 2 || g_strv_length(lines) != 3 || *lines[2] ||
      !g_str_has_prefix(lines[1], program_key))
    return 0;
  *version = g_strdup(lines[1] + strlen(program_key));
  return (guint)form;
}

char *adref_package_metadata_facts(const AdrefNumbering *numbering, const char *version,
                                   char *const *alternats)
{
  GString *text = g_string_new(NULL);
  g_string_printf(text, "adref: %s\nnumbers:", version);
  adref_printed_facts_append_numbers(text, numbering);
  g_string_append_c(text, '\n');
  if (alternats && *alternats) {
    g_autofree char *codes = g_strjoinv(" ", (char **)(guintptr)alternats);
    g_string_append_printf(text, "%s%s\n", alternats_key, codes);
  }
  return g_string_free(text, FALSE);
}

gboolean adref_package_metadata_read_facts(const char *text, AdrefNumbering *numbering,
                                           char **version, char ***alternats)
{
  g_auto(GStrv) lines = g_strsplit(text, "\n", 5);
  guint count = g_strv_length(lines);
  if (count < 3 || count > 4 || !g_str_has_prefix(lines[0], "adref: ") ||
      !g_str_has_prefix(lines[1], "numbers:"))
    return FALSE;
  adref_printed_facts_read_numbers(lines[1] + strlen("numbers:"), numbering);
  gboolean more = count == 4 && g_str_has_prefix(lines[2], alternats_key);
  *version = g_strdup(lines[0] + strlen("adref: "));
  *alternats = g_strsplit(more ? lines[2] + strlen(alternats_key) : "", " ", -1);
  g_autofree char *again = adref_package_metadata_facts(numbering, *version, *alternats);
  return strcmp(again, text) == 0 && adref_names_are(ADREF_NAME_PARTY, *alternats);
}

/* The time of a signature as ssh-keygen reads it; caller frees. */
static char *verify_time(const AdrefVerifyTxtEntry *entry)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc(entry->time);
  return utc ? g_date_time_format(utc, "%Y%m%d%H%M%SZ") : g_strdup("");
}

static void put_entry(GString *out, const AdrefVerifyTxtEntry *entry)
{
  g_autofree char *time = verify_time(entry);
  if (entry->gpg)
    g_string_append_printf(out,
                           "    gpg --import keys/%s.asc\n"
                           "    gpg --verify signatures/%s.sig signatures/%s.txt\n",
                           entry->party, entry->party, entry->party);
  else
    g_string_append_printf(out,
                           "    ssh-keygen -Y verify -f keys/signers -I %s -n git "
                           "-Overify-time=%s -s signatures/%s.sig <signatures/%s.txt\n",
                           entry->party, time, entry->party, entry->party);
}

static void put_key(GString *out, const AdrefVerifyTxtEntry *entry)
{
  g_string_append_printf(
      out, entry->gpg ? "    gpg --show-keys keys/%s.asc\n" : "    ssh-keygen -l -f keys/%s.pub\n",
      entry->party);
}

static void put_texts(GString *out, const GPtrArray *texts)
{
  for (guint i = 0; i < texts->len; i++) {
    const AdrefSignedText *text = texts->pdata[i];
    g_string_append_printf(out,
                           "    grep -h '^Text: %s ' signatures/*.txt | sort -u | "
                           "sed 's,^Text: [^ ]* [^ ]* \\([^ ]*\\) .*,\\1  texts/%s.md,' | "
                           "sha256sum -c\n",
                           text->language, text->language);
  }
}

static void put_correction(GString *out, const AdrefSignoffMessage *message)
{
  g_auto(GStrv) words = g_strsplit(message->corrects, " ", 2);
  g_string_append_printf(
      out,
      "\n   They correct %s/%s, by correction.md, which is part of what each signed (1 for each "
      "party);\n   the sums in it are those of the former texts and of the new ones:\n\n"
      "    grep -c '^Corrects: ' signatures/*.txt\n"
      "    grep -h '^Corrects: ' signatures/*.txt | sort -u | "
      "sed 's,^Corrects: [^ ]* \\(.*\\),\\1  correction.md,' | sha256sum -c\n"
      "    sed -n 's,^\\* ,,p' correction.md | sha256sum -c\n"
      "    cat correction.md\n",
      message->statement, words[0]);
}

/* From form 3 on. */
static void put_facts(GString *out)
{
  g_string_append(out, "    grep -h '^Facts: ' signatures/*.txt | sort -u | "
                       "sed 's,^Facts: \\(.*\\),\\1  FACTS,' | sha256sum -c\n");
}

/* The words of VERIFY.txt that differ between its forms; form 1 first. Form 3 has the words of form
 * 2, and the command for the facts. */
static const struct {
  const char *first, *last;
} verify_txt_forms[] = {
    {"1. Nothing was changed since the package was made:\n\n",
     "\nThe pages are made of the texts; adref verify makes them anew and compares.\n"},
    {"1. No file is damaged or missing. Who changes a file can change MANIFEST too; so the\n"
     "   next steps count.\n\n",
     "\n6. The pages say what the texts say. The signatures cover the texts, not the pages.\n"
     "   With adref: \"adref verify .\" makes every page anew and compares the bytes; it must\n"
     "   say \"pages confirmed\". Without adref: open each text and its page together, such as\n"
     "   texts/en.md and pages/en.html, and compare word by word: headings, numbers of\n"
     "   paragraphs, amounts, dates, tables and notes. Then compare the PDF with the HTML.\n"
     "   A page has the words of its text, each once, in the same order. Where they differ,\n"
     "   the text was signed, and the page was not.\n"},
};

/* From form 4 on, in a package with a list of its pages. */
static void put_list(GString *out, const AdrefVerifyTxtEntry *issuer)
{
  g_autofree char *time = verify_time(issuer);
  g_string_append_printf(
      out,
      "\n7. %s issued the pages: it signed PAGES, the list of their SHA-256 sums, and answers for\n"
      "   them. Where adref makes a page otherwise (another version of it, other fonts), step 6\n"
      "   says \"pages as issued by\" this key, which is enough when you trust it. The first\n"
      "   command shows the signature and the key, the second says \"OK\" for each page, and the\n"
      "   third shows the pages that are not in the list: there must be none.\n\n",
      issuer->party);
  if (issuer->gpg)
    g_string_append(out, "    gpg --import keys/issuer.asc; gpg --verify PAGES.sig PAGES; "
                         "gpg --show-keys keys/issuer.asc\n");
  else
    g_string_append_printf(out,
                           "    ssh-keygen -Y verify -f keys/issuer -I %s -n git "
                           "-Overify-time=%s -s PAGES.sig <PAGES && "
                           "ssh-keygen -l -f keys/issuer.pub\n",
                           issuer->party, time);
  g_string_append(out, "    grep '^[0-9a-f]*  pages/' PAGES | sha256sum -c\n"
                       "    ! sha256sum pages/* | grep -v -x -F -f PAGES\n");
}

/* The commands of a list that is signed by a party: its signature and key. */
static void put_recorder(GString *out, const AdrefVerifyTxtEntry *recorder)
{
  g_autofree char *time = verify_time(recorder);
  if (recorder->gpg)
    g_string_append(out, "    gpg --import keys/issuer.asc; gpg --verify ADOPTED.sig ADOPTED; "
                         "gpg --show-keys keys/issuer.asc\n");
  else
    g_string_append_printf(out,
                           "    ssh-keygen -Y verify -f keys/issuer -I %s -n git "
                           "-Overify-time=%s -s ADOPTED.sig <ADOPTED && "
                           "ssh-keygen -l -f keys/issuer.pub\n",
                           recorder->party, time);
}

char *adref_package_metadata_verify_adopted(const AdrefSignoffMessage *message,
                                            const AdrefVerifyTxtEntry *recorder, gboolean silence)
{
  GString *out = g_string_new(NULL);
  g_string_append_printf(
      out,
      "How to check %s/%s with stock programs\n\n"
      "The text was adopted; it is not signed by the parties. %s has recorded that, and answers\n"
      "for it by its signature of the list ADOPTED.\n\n"
      "1. No file is damaged or missing. Who changes a file can change MANIFEST too; so the\n"
      "   next steps count.\n\n"
      "    sha256sum -c --quiet MANIFEST\n\n"
      "2. %s has signed the list. The key is its own: compare the fingerprint with the one that\n"
      "   it gave you.\n\n",
      message->statement, message->label, recorder->party, recorder->party);
  put_recorder(out, recorder);
  g_string_append(
      out, "    cat ADOPTED\n\n"
           "3. The list is about these files: each command says \"OK\".\n\n"
           "    sed -n 's,^Text: \\([^ ]*\\) [^ ]* \\([^ ]*\\) .*,\\2  texts/\\1.md,p' ADOPTED | "
           "sha256sum -c\n"
           "    sed -n 's,^Facts: \\(.*\\),\\1  FACTS,p' ADOPTED | sha256sum -c\n"
           "    sed -n 's,^Parties: \\(.*\\),\\1  parties.yaml,p' ADOPTED | sha256sum -c\n"
           "    sed -n 's,^Record: \\([^ ]*\\) \\(.*\\),\\2  records/\\1.yaml,p' ADOPTED | "
           "sha256sum -c\n");
  if (silence)
    g_string_append(out, "    sed -n 's,^Draft: \\(.*\\),\\1  draft.txt,p' ADOPTED | "
                         "sha256sum -c\n");
  g_string_append_printf(
      out,
      "    grep '^[0-9a-f]*  pages/' ADOPTED | sha256sum -c\n\n"
      "4. What each party agreed, and when, stands in its record, by clause, with the hash of the\n"
      "   words. \"adref verify .\" computes all of it again. %s\n\n"
      "    cat records/*.yaml%s\n\n"
      "   The word of %s alone is: that the parties made these acts, and in which versions; who "
      "is\n"
      "   a member of which group; and that nobody has broken a silence.\n\n"
      "5. The pages say what the texts say. With adref: \"adref verify .\" makes every page anew.\n"
      "   Without adref: open each text and its page together, such as texts/en.md and\n"
      "   pages/en.html, and compare word by word.\n",
      silence ? "Silence is agreement where no act is;\n   draft.txt has the deadline."
              : "No party was silent.",
      silence ? " draft.txt" : "", recorder->party);
  return g_string_free(out, FALSE);
}

char *adref_package_metadata_verify_txt(const AdrefSignoffMessage *message,
                                        const GPtrArray *entries, const AdrefVerifyTxtEntry *issuer,
                                        guint form)
{
  GString *out = g_string_new(NULL);
  g_string_append_printf(out, "How to check %s/%s with stock programs\n\n", message->statement,
                         message->label);
  g_string_append(out, verify_txt_forms[MIN(form, 2) - 1].first);
  g_string_append(out, "    sha256sum -c --quiet MANIFEST\n\n"
                       "2. Each party has signed its own statement; read what it says:\n\n");
  for (guint i = 0; i < entries->len; i++)
    put_entry(out, entries->pdata[i]);
  g_string_append_printf(out,
                         "    cat signatures/*.txt\n\n"
                         "3. All have signed the same texts, and these are they: the first command "
                         "says %u for\n   each party, the others nothing but \"OK\".\n\n"
                         "    grep -c '^Text: ' signatures/*.txt\n",
                         message->texts->len);
  put_texts(out, message->texts);
  if (form > 2 && message->facts)
    put_facts(out);
  if (message->corrects)
    put_correction(out, message);
  g_string_append_printf(out,
                         "\n4. Those have signed who must; the rule is part of what each signed:"
                         "\n\n    grep -h '^Rule: ' signatures/*.txt | sort -u\n\n"
                         "   It is: %s\n\n"
                         "5. The keys are theirs. No program can say that: compare the "
                         "fingerprints with\n   what the delegations gave you.\n\n",
                         message->rule);
  for (guint i = 0; i < entries->len; i++)
    put_key(out, entries->pdata[i]);
  g_string_append(out, verify_txt_forms[MIN(form, 2) - 1].last);
  if (form > 3 && issuer)
    put_list(out, issuer);
  return g_string_free(out, FALSE);
}
