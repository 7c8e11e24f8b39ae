#include "review/check/dictionary.h"

#include <string.h>
#include <unistd.h>

#include "language/language_tag.h"
#include "review/check/libhunspell.h"

enum {
  MOST = 2 /* dictionaries of a language */
};

/* A language with its dictionaries, all of which it needs. */
typedef struct {
  const char *language, *names[MOST], *packages;
} Language;

/* English is written in two ways, and both are right. Languages without spaces between words have
 * no dictionaries; others come here when texts of theirs have shown no false alarm. */
static const Language languages[] = {
    {"en", {"en_GB", "en_US"}, "hunspell-en-gb hunspell-en-us"},
    {"de", {"de_DE"}, "hunspell-de-de"},
    {"es", {"es_ES"}, "hunspell-es"},
    {"fr", {"fr"}, "hunspell-fr"},
    {"id", {"id_ID"}, "hunspell-id"},
    {"nl", {"nl"}, "hunspell-nl"},
};

struct AdrefDictionary {
  const Language *language;
  char *folders;
  Hunhandle *handles[MOST];
  GIConv converters[MOST]; /* from UTF-8; (GIConv)-1: the dictionary is in UTF-8 */
  guint count;             /* that were read: the second when the first lacks a word */
};

static const Language *language_of(const char *tag)
{
  for (guint i = 0; tag && i < G_N_ELEMENTS(languages); i++)
    if (adref_language_tag_matches(tag, languages[i].language))
      return &languages[i];
  return NULL;
}

const char *adref_dictionary_packages(const char *language)
{
  const Language *known = language_of(language);
  return known ? known->packages : NULL;
}

/* The file NAME.EXTENSION in the first folder that has it; NULL: none has. Caller frees. */
static char *find_file(const char *folders, const char *name, const char *extension)
{
  if (!folders)
    folders = g_getenv("DICPATH");
  g_auto(GStrv) parts = g_strsplit(folders && *folders ? folders : "/usr/share/hunspell", ":", -1);
  for (char **folder = parts; *folder; folder++) {
    char *path = g_strdup_printf("%s/%s.%s", **folder ? *folder : ".", name, extension);
    if (access(path, R_OK) == 0)
      return path;
    g_free(path);
  }
  return NULL;
}

gboolean adref_dictionary_exists(const char *language, const char *folders)
{
  const Language *known = language_of(language);
  for (guint i = 0; known && i < MOST && known->names[i]; i++) {
    g_autofree char *rules = find_file(folders, known->names[i], "aff");
    g_autofree char *words = find_file(folders, known->names[i], "dic");
    if (!rules || !words)
      return FALSE;
  }
  return known != NULL;
}

/* Reads the next dictionary of the language; FALSE: there is none, or it cannot be read. */
static gboolean open_next(AdrefDictionary *self)
{
  const char *name = self->count < MOST ? self->language->names[self->count] : NULL;
  g_autofree char *rules = name ? find_file(self->folders, name, "aff") : NULL;
  g_autofree char *words = name ? find_file(self->folders, name, "dic") : NULL;
  Hunhandle *handle = rules && words ? Hunspell_create(rules, words) : NULL;
  if (!handle)
    return FALSE;
  const char *encoding = Hunspell_get_dic_encoding(handle);
  self->handles[self->count] = handle;
  self->converters[self->count] =
      g_ascii_strcasecmp(encoding, "UTF-8") == 0
          ? (GIConv)-1
          : g_iconv_open(g_str_has_prefix(encoding, "ISO8859") ? "ISO-8859-1" : encoding, "UTF-8");
  self->count++;
  return TRUE;
}

AdrefDictionary *adref_dictionary_open(const char *language, const char *folders)
{
  if (!adref_dictionary_exists(language, folders) || !adref_hunspell_load())
    return NULL;
  AdrefDictionary *self = g_new0(AdrefDictionary, 1);
  self->language = language_of(language);
  self->folders = g_strdup(folders);
  if (open_next(self))
    return self;
  adref_dictionary_free(self);
  return NULL;
}

void adref_dictionary_free(AdrefDictionary *dictionary)
{
  if (!dictionary)
    return;
  for (guint i = 0; i < dictionary->count; i++) {
    Hunspell_destroy(dictionary->handles[i]);
    if (dictionary->converters[i] != (GIConv)-1)
      g_iconv_close(dictionary->converters[i]);
  }
  g_free(dictionary->folders);
  g_free(dictionary);
}

/* A word with letters that the dictionary cannot write is of another language. */
static gboolean has_converted(AdrefDictionary *self, guint index, const char *word)
{
  char buffer[ADREF_DICTIONARY_LONGEST + 1], *out = buffer, *in = (char *)(guintptr)word;
  gsize left = strlen(word), room = ADREF_DICTIONARY_LONGEST;
  g_iconv(self->converters[index], NULL, NULL, NULL, NULL);
  if (g_iconv(self->converters[index], &in, &left, &out, &room) != 0)
    return FALSE;
  *out = '\0';
  return Hunspell_spell(self->handles[index], buffer) != 0;
}

gboolean adref_dictionary_has(AdrefDictionary *dictionary, const char *word)
{
  if (strlen(word) > ADREF_DICTIONARY_LONGEST)
    return TRUE;
  for (guint i = 0; i < dictionary->count || open_next(dictionary); i++)
    if (dictionary->converters[i] == (GIConv)-1 ? Hunspell_spell(dictionary->handles[i], word) != 0
                                                : has_converted(dictionary, i, word))
      return TRUE;
  return FALSE;
}
