#include "clause/text/text_language.h"

#include <string.h>

enum {
  MAX_BYTES = 16 * 1024, /* of a text that are read */
  MAX_WORD = 15,         /* bytes of a word that may be a common one */
  FEWEST = 3             /* common words that decide */
};

/* Scripts that one language uses, or that a few letters decide. */
typedef enum {
  SCRIPT_LATIN,
  SCRIPT_HAN,
  SCRIPT_KANA,
  SCRIPT_HANGUL,
  SCRIPT_CYRILLIC,
  SCRIPT_ARABIC,
  SCRIPT_THAI,
  SCRIPT_LAO,
  SCRIPT_KHMER,
  SCRIPT_BURMESE,
  SCRIPT_TAMIL,
  SCRIPT_DEVANAGARI,
  SCRIPT_GREEK,
  SCRIPT_HEBREW,
  SCRIPT_COUNT,
} Script;

static const struct {
  gunichar first, last;
  Script script;
} ranges[] = {
    {0x00C0, 0x024F, SCRIPT_LATIN},    {0x0370, 0x03FF, SCRIPT_GREEK},
    {0x0400, 0x052F, SCRIPT_CYRILLIC}, {0x0590, 0x05FF, SCRIPT_HEBREW},
    {0x0600, 0x06FF, SCRIPT_ARABIC},   {0x0900, 0x097F, SCRIPT_DEVANAGARI},
    {0x0B80, 0x0BFF, SCRIPT_TAMIL},    {0x0E00, 0x0E7F, SCRIPT_THAI},
    {0x0E80, 0x0EFF, SCRIPT_LAO},      {0x1000, 0x109F, SCRIPT_BURMESE},
    {0x1780, 0x17FF, SCRIPT_KHMER},    {0x1E00, 0x1EFF, SCRIPT_LATIN},
    {0x3041, 0x30FF, SCRIPT_KANA},     {0x3400, 0x9FFF, SCRIPT_HAN},
    {0xAC00, 0xD7A3, SCRIPT_HANGUL},
};

/* The commonest small words of languages in Latin letters, each list between spaces. Where two
 * languages are near, such as Indonesian and Malay, the words that tell them apart are in. */
static const struct {
  const char *language, *words;
} lists[] = {
    {"en", " the of and to in that with shall for on by this as be will "},
    {"fr", " le la les des et du une dans pour que sur au aux est par ce qui leur "},
    {"es", " el los las de la y que del en para una con por se su como "},
    {"pt", " o os as e do da dos das em para uma com que no na ao pela "},
    {"it", " il gli della delle di e per con che nel sono dei alla un "},
    {"de", " der die das und den von für mit dem des eine zu im ist sich auf "},
    {"nl", " de het een van en voor zijn met dat op aan door wordt bij "},
    {"vi", " của và các trong là được cho với những này về "},
    {"id", " yang dan dengan untuk dalam pada dari akan bahwa oleh tersebut kerja karena para "
           "pihak wajib "},
    {"ms",
     " yang dan dengan untuk dalam pada daripada akan bahawa oleh hendaklah kerana bagi pihak "},
    {"fil", " ng mga ang sa na at para ay nang kanilang "},
    {"sv", " och att det som en för av på är den med till "},
    {"pl", " i w z na do oraz nie się że jest przez "},
    {"tr", " ve bir bu için ile olarak olan da de "},
};

gboolean adref_text_language_is_code(const char *word)
{
  static const char codes[] =
      " aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy "
      "da "
      "de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu "
      "hy "
      "hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb "
      "lg "
      "li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om "
      "or "
      "os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw "
      "ta "
      "te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu fil ";
  char padded[8];
  if (strlen(word) < 2 || strlen(word) > 3)
    return FALSE;
  g_snprintf(padded, sizeof padded, " %s ", word);
  return strstr(codes, padded) != NULL;
}

/* What a text has, counted. */
typedef struct {
  guint letters[SCRIPT_COUNT];
  guint persian, ukrainian; /* letters that only these languages of their script have */
  guint hits[G_N_ELEMENTS(lists)];
  GHashTable *common; /* a word of the lists -> a bit for each list that has it */
  char word[MAX_WORD + 1];
  gsize length; /* of the word; more than MAX_WORD: it is too long */
} TextCount;

static GHashTable *common_words(void)
{
  GHashTable *common = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS(lists); i++)
    for (const char *p = lists[i].words + 1; *p; p = strchr(p, ' ') + 1) {
      char *word = g_strndup(p, strcspn(p, " "));
      gsize bits = GPOINTER_TO_SIZE(g_hash_table_lookup(common, word));
      g_hash_table_insert(common, word, GSIZE_TO_POINTER(bits | (gsize)1 << i));
    }
  return common;
}

static gboolean is_in(gunichar c, const char *letters)
{
  return g_utf8_strchr(letters, -1, c) != NULL;
}

static void count_letter(TextCount *self, gunichar c)
{
  if (c < 0x80) {
    self->letters[SCRIPT_LATIN] += g_ascii_isalpha((char)c) ? 1 : 0;
    return;
  }
  for (gsize i = 0; i < G_N_ELEMENTS(ranges) && c >= ranges[i].first; i++)
    if (c <= ranges[i].last)
      self->letters[ranges[i].script]++;
  self->persian += is_in(c, "پچژگ") ? 1 : 0;
  self->ukrainian += is_in(c, "іїєґІЇЄҐ") ? 1 : 0;
}

static void end_word(TextCount *self)
{
  if (self->length > 0 && self->length <= MAX_WORD) {
    self->word[self->length] = '\0';
    gsize bits = GPOINTER_TO_SIZE(g_hash_table_lookup(self->common, self->word));
    for (gsize i = 0; bits >> i; i++)
      self->hits[i] += bits >> i & 1;
  }
  self->length = 0;
}

static void read_character(TextCount *self, gunichar c)
{
  char bytes[8];
  if (c < 0x80 ? !g_ascii_isalpha(c) : !g_unichar_isalpha(c)) {
    end_word(self);
    return;
  }
  count_letter(self, c);
  gunichar lower = c < 0x80 ? (guchar)g_ascii_tolower((char)c) : g_unichar_tolower(c);
  gsize size = (gsize)g_unichar_to_utf8(lower, bytes);
  if (self->length + size > MAX_WORD) {
    self->length = MAX_WORD + 1;
    return;
  }
  memcpy(self->word + self->length, bytes, size);
  self->length += size;
}

/* The script of most letters. One character of Han, kana or hangul says as much as two letters. */
static Script main_script(const TextCount *self)
{
  Script most = SCRIPT_LATIN;
  guint best = self->letters[SCRIPT_LATIN];
  for (Script script = SCRIPT_HAN; script < SCRIPT_COUNT; script++) {
    guint weight = script <= SCRIPT_HANGUL ? 2 : 1;
    if (self->letters[script] * weight > best) {
      best = self->letters[script] * weight;
      most = script;
    }
  }
  return most;
}

static const char *language_of_words(const TextCount *self, guint fewest)
{
  gsize best = 0;
  for (gsize i = 1; i < G_N_ELEMENTS(lists); i++)
    if (self->hits[i] > self->hits[best])
      best = i;
  return self->hits[best] >= fewest ? lists[best].language : NULL;
}

static const char *const script_languages[SCRIPT_COUNT] = {
    [SCRIPT_KANA] = "ja",   [SCRIPT_HANGUL] = "ko", [SCRIPT_THAI] = "th",
    [SCRIPT_LAO] = "lo",    [SCRIPT_KHMER] = "km",  [SCRIPT_BURMESE] = "my",
    [SCRIPT_TAMIL] = "ta",  [SCRIPT_GREEK] = "el",  [SCRIPT_DEVANAGARI] = "hi",
    [SCRIPT_HEBREW] = "he",
};

static const char *language_of_script(const TextCount *self, Script script, guint fewest)
{
  switch (script) {
  case SCRIPT_LATIN: return language_of_words(self, fewest);
  case SCRIPT_HAN: return self->letters[SCRIPT_KANA] * 20 > self->letters[SCRIPT_HAN] ? "ja" : "zh";
  case SCRIPT_CYRILLIC: return self->ukrainian * 100 > self->letters[SCRIPT_CYRILLIC] ? "uk" : "ru";
  case SCRIPT_ARABIC: return self->persian * 100 > self->letters[SCRIPT_ARABIC] ? "fa" : "ar";
  default: return script_languages[script];
  }
}

/* The bytes of a comment that begins here, such as "<!-- op training -->", whose words are those of
 * the notation ("op" is a Dutch word); 0: none does. */
static gsize comment_length(const char *text, gsize length)
{
  if (length < 4 || memcmp(text, "<!--", 4) != 0)
    return 0;
  const char *end = g_strstr_len(text, (gssize)length, "-->");
  return end ? (gsize)(end + 3 - text) : 0;
}

/* Common words of Latin script decide where there are so many at least. */
static const char *guess(const char *text, gsize length, guint fewest)
{
  if (length == 0)
    return NULL;
  g_autoptr(GHashTable) common = common_words();
  TextCount count = {.common = common};
  const char *end = text + MIN(length, MAX_BYTES);
  for (const char *p = text; p < end;) {
    gsize comment = comment_length(p, (gsize)(end - p));
    if (comment > 0) {
      end_word(&count);
      p += comment;
      continue;
    }
    gunichar c = (guchar)*p < 0x80 ? (guchar)*p : g_utf8_get_char_validated(p, end - p);
    gboolean good = c < 0x110000;
    read_character(&count, good ? c : ' ');
    p = good ? g_utf8_next_char(p) : p + 1;
  }
  end_word(&count);
  return language_of_script(&count, main_script(&count), fewest);
}

const char *adref_text_language_guess(const char *text, gsize length)
{
  return guess(text, length, FEWEST);
}

/* The code of a language that the name of a file gives: "ja" of "x.ja.md". Of a name that is
 * nothing else, "eu.md", only where `alone`. NULL: none. Caller frees. */
static char *language_of_name(const char *path, gboolean alone)
{
  g_autofree char *name = g_path_get_basename(path);
  char *ending = strrchr(name, '.');
  static const char *const endings[] = {".md", ".txt", ".html", ".htm", NULL};
  if (ending && g_strv_contains(endings, ending))
    *ending = '\0';
  const char *dot = strrchr(name, '.');
  const char *code = dot ? dot + 1 : alone ? name : "";
  return adref_text_language_is_code(code) ? g_strdup(code) : NULL;
}

/* Whether a language other than English has common words here. */
static gboolean has_words(const char *language)
{
  for (gsize i = 1; i < G_N_ELEMENTS(lists); i++)
    if (strcmp(lists[i].language, language) == 0)
      return TRUE;
  return FALSE;
}

static gboolean has_script(const char *language)
{
  for (gsize i = 0; i < SCRIPT_COUNT; i++)
    if (g_strcmp0(script_languages[i], language) == 0)
      return TRUE;
  return FALSE;
}

/* A name that is nothing but a code may be that of the European Union, Thailand or Singapore, "eu",
 * "th", "sg": there one common word of another language decides, and without one a language that is
 * known here. German, French and the like have their name, whose texts may have few common words
 * and one of another language, "in". */
char *adref_text_language_of_file(const char *name, const char *text, gsize length)
{
  char *named = language_of_name(name, FALSE);
  if (named)
    return named;
  const char *found = guess(text, length, FEWEST);
  named = found ? NULL : language_of_name(name, TRUE);
  if (named && (length == 0 || has_words(named)))
    return named;
  if (named)
    found = guess(text, length, 1);
  if (named && !found && has_script(named))
    return named;
  g_free(named);
  return g_strdup(found ? found : "en");
}

/* Whether the words of a text in this language tell it. */
static gboolean is_known(const char *language)
{
  static const char *const others[] = {"en", "zh", "ru", "uk", "ar", "fa", NULL};
  return g_strv_contains(others, language) || has_words(language) || has_script(language);
}

char *adref_text_language_of_page(const char *name, const char *said, const char *text,
                                  gsize length)
{
  gsize letters = 0;
  char *named = language_of_name(name, FALSE);
  if (named)
    return named;
  while (said && g_ascii_isalpha(said[letters]))
    letters++;
  g_autofree char *code = g_ascii_strdown(said ? said : "", (gssize)letters);
  const char *found = guess(text, length, FEWEST);
  gboolean latin = !found || strcmp(found, "en") == 0 || has_words(found);
  if (!adref_text_language_is_code(code) || (found && (is_known(code) || !latin)))
    return g_strdup(found ? found : "en");
  return g_steal_pointer(&code);
}
