#include "base/foreign_file.h"

#include <string.h>

enum {
  LOOKED_AT = 4096, /* bytes at the start of a file */
  FEWEST_NULS = 4,  /* from which on UTF-16 is recognised without its mark */
  FEWEST_KANA = 3   /* and an encoding of Japanese */
};

#define PANDOC(ending) "make Markdown of it first: pandoc FILE" ending " -t commonmark -o FILE.md"
#define OFFICE                                                                                     \
  ", or save it as a Word file, which keeps tables and footnotes: soffice --headless "             \
  "--convert-to docx FILE"
static const char html[] = "a page of HTML; " PANDOC(".html");

typedef struct {
  const char *start;  /* the first bytes */
  gsize length;       /* of them */
  const char *inside; /* what stands near the start, too; NULL: nothing more */
  const char *what;
} ForeignFile;

#define START(bytes) bytes, sizeof(bytes) - 1

/* The first that fits counts. */
static const ForeignFile binaries[] = {
    {START("PK\3\4"), "word/", "a Word file, no text; adref import FILE.docx reads it"},
    {START("PK\3\4"), "[Content_Types].xml",
     "a file of Microsoft Office, no text; save its words as text (.txt, UTF-8) or Markdown first"},
    {START("PK\3\4"), "vnd.oasis.opendocument.text",
     "a LibreOffice file, no text; adref import FILE.odt reads it"},
    {START("PK\3\4"), NULL, "a ZIP archive, no text; unpack it, and name the text in it"},
    {START("\xD0\xCF\x11\xE0"), NULL,
     "an old Word or Office file (.doc), no text; save it as text first: soffice --headless "
     "--convert-to txt:Text FILE.doc"},
    {START("%PDF-"), NULL,
     "a PDF file, no text; make text of it first: pdftotext -layout FILE.pdf FILE.txt"},
    {START("\xFF\xFE"), NULL,
     "in UTF-16, and a text is UTF-8; convert it: iconv -f UTF-16 -t UTF-8 FILE >NEW"},
    {START("\xFE\xFF"), NULL,
     "in UTF-16, and a text is UTF-8; convert it: iconv -f UTF-16 -t UTF-8 FILE >NEW"},
    {START("\x1F\x8B"), NULL, "a compressed file, no text; unpack it: gunzip FILE"},
    {START("\x89PNG"), NULL, "a picture, no text"},
    {START("\xFF\xD8\xFF"), NULL, "a picture, no text"},
};

static gboolean is_inside(const char *bytes, gsize length, const char *word)
{
  return !word || memmem(bytes, MIN(length, LOOKED_AT), word, strlen(word)) != NULL;
}

/* Whether each second byte is NUL, as in Latin letters of UTF-16. */
static gboolean is_every_second_nul(const char *bytes, gsize length, gsize first)
{
  gsize end = MIN(length, LOOKED_AT), nuls = 0, others = 0;
  for (gsize i = 0; i + 1 < end; i += 2) {
    nuls += bytes[i + first] == '\0';
    others += bytes[i + 1 - first] == '\0';
  }
  return others == 0 && nuls >= FEWEST_NULS && nuls * 4 >= end;
}

const char *adref_foreign_file_binary(const char *bytes, gsize length)
{
  for (gsize i = 0; i < G_N_ELEMENTS(binaries); i++) {
    const ForeignFile *kind = &binaries[i];
    if (length >= kind->length && memcmp(bytes, kind->start, kind->length) == 0 &&
        is_inside(bytes, length, kind->inside))
      return kind->what;
  }
  if (length >= 4 && is_every_second_nul(bytes, length, 0))
    return "in UTF-16, and a text is UTF-8; convert it: iconv -f UTF-16BE -t UTF-8 FILE >NEW";
  if (length >= 4 && is_every_second_nul(bytes, length, 1))
    return "in UTF-16, and a text is UTF-8; convert it: iconv -f UTF-16LE -t UTF-8 FILE >NEW";
  return NULL;
}

const char *adref_foreign_file_text(const char *text, gsize length)
{
  static const char *const starts[] = {"<!doctype html", "<html"};
  gsize space = 0;
  if (length >= 5 && memcmp(text, "{\\rtf", 5) == 0)
    return "in RTF, no plain text; " PANDOC(".rtf") OFFICE ".rtf";
  while (space < length && g_ascii_isspace(text[space]))
    space++;
  for (gsize i = 0; i < G_N_ELEMENTS(starts); i++)
    if (length - space >= strlen(starts[i]) &&
        g_ascii_strncasecmp(text + space, starts[i], strlen(starts[i])) == 0)
      return html;
  return NULL;
}

const char *adref_foreign_file_named(const char *name)
{
  g_autofree char *lower = g_ascii_strdown(name, -1);
  return g_str_has_suffix(lower, ".html") || g_str_has_suffix(lower, ".htm") ? html : NULL;
}

gboolean adref_foreign_file_is_html(const char *name, const char *text, gsize length)
{
  return adref_foreign_file_text(text, length) == html || adref_foreign_file_named(name) == html;
}

/* How many syllables of hiragana the bytes have, each of which is `lead` and a byte of a range. */
static guint count_kana(const char *bytes, gsize length, guchar lead, guchar from, guchar to)
{
  guint count = 0;
  for (gsize i = 0; i + 1 < MIN(length, LOOKED_AT); i++) {
    guchar second = (guchar)bytes[i + 1];
    if ((guchar)bytes[i] != lead || second < from || second > to)
      continue;
    count++;
    i++;
  }
  return count;
}

const char *adref_foreign_file_encoding(const char *bytes, gsize length)
{
  guint shift_jis = count_kana(bytes, length, 0x82, 0x9F, 0xF1);
  guint euc = count_kana(bytes, length, 0xA4, 0xA1, 0xF3);
  if (MAX(shift_jis, euc) < FEWEST_KANA)
    return "WINDOWS-1252";
  return shift_jis > euc ? "SHIFT_JIS" : "EUC-JP";
}
