#include "language/paragraph_reference.h"

#include <string.h>

#include "language/provision_reference.h"

static gboolean is_number_of_paragraph(const AdrefTokenReader *self, guint at)
{
  return adref_token_reader_has_type(self, at, ADREF_TEXT_TOKEN_NUMBER);
}

/* Whether the token ends the name of a part, "(b)". */
static gboolean ends_part(const AdrefTokenReader *self, guint at)
{
  return adref_token_reader_is_word(self, at, ")");
}

/* "2", "2 and 3", "2, 3 and 5", "2 to 5", "2 (b) and 3 (a) (i)", "2 (a) to (d), 3 and 5" */
static guint read_list(const AdrefTokenReader *self, guint at)
{
  if (!is_number_of_paragraph(self, at))
    return 0;
  guint n = 1 + adref_provision_reference_parts(self, at + 1);
  for (;;) {
    guint comma = adref_token_reader_optional(self, at + n, ",");
    guint joint = comma + adref_token_reader_optional(self, at + n + comma, "and") +
                  adref_token_reader_optional(self, at + n + comma, "or") +
                  adref_token_reader_optional(self, at + n + comma, "to") +
                  adref_token_reader_optional(self, at + n + comma, "-") +
                  adref_token_reader_optional(self, at + n + comma, "–");
    gboolean is_number = joint && is_number_of_paragraph(self, at + n + joint);
    guint parts = joint && !is_number && ends_part(self, at + n - 1)
                      ? adref_provision_reference_parts(self, at + n + joint)
                      : 0;
    if (!is_number && parts == 0)
      return n;
    n += joint + (is_number ? 1 : parts);
    n += is_number ? adref_provision_reference_parts(self, at + n) : 0;
  }
}

/* "of resolution 70/1", but not "of this statement". */
static gboolean is_elsewhere(const AdrefTokenReader *self, guint at)
{
  static const char *const here[] = {"this", "our", "present"};
  if (adref_token_reader_is_word(self, at, "("))
    return TRUE;
  if (!adref_token_reader_is_word(self, at, "of"))
    return FALSE;
  guint word = at + 1 + adref_token_reader_optional(self, at + 1, "the");
  for (gsize i = 0; i < G_N_ELEMENTS(here); i++)
    if (adref_token_reader_is_word(self, word, here[i]))
      return FALSE;
  return TRUE;
}

/* Whether a letter stands before 第2項, as in 条第2項: that is a paragraph of an article, not of
 * this text. */
static gboolean follows_letter(const AdrefTokenReader *self, guint at)
{
  static const char *const borders[] = {"び", "は", "、", "の", "又", "記", "が", "を"};
  const AdrefTextToken *token = at > 0 ? adref_token_reader_token(self, at - 1) : NULL;
  if (!token || token->type != ADREF_TEXT_TOKEN_LETTER ||
      adref_token_reader_token(self, at)->spaced)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS(borders); i++)
    if (adref_token_reader_is_word(self, at - 1, borders[i]))
      return FALSE;
  return TRUE;
}

/* How the parts of a paragraph are counted: 1, i or a. */
static guint class_of_part(const char *name, gsize length)
{
  return g_ascii_isdigit(*name) ? 0 : strspn(name, "ivx") >= length ? 1 : 2;
}

/* The length of the last number of the key up to the part that another one, behind "and", takes the
 * place of: "2(a)" of "2 (a) (i) and (ii)", "2" of "2 (a) (i) and (b)". */
static gsize length_without_part(const char *number, guint class)
{
  gsize first = strcspn(number, "("), last = first;
  for (gsize at = first; number[at] == '('; at += 2 + strcspn(number + at + 1, ")")) {
    last = at;
    if (class_of_part(number + at + 1, strcspn(number + at + 1, ")")) == class)
      break;
  }
  return last;
}

/* The part "(b)" whose name is a token; behind "and" it is one of the last number of the key. */
static void append_part(const AdrefTokenReader *self, guint at, gboolean is_joined, GString *key)
{
  const AdrefTextToken *part = adref_token_reader_token(self, at);
  const char *name = self->text + part->start;
  gsize length = part->end - part->start;
  const char *number = strrchr(key->str, ' ');
  if (number && strcmp(number, " -") == 0)
    for (number--; number > key->str && *number != ' ';)
      number--;
  if (is_joined && number) {
    g_autofree char *same = g_strndup(number, strcspn(number + 1, " ") + 1);
    g_string_append_len(key, same, (gssize)length_without_part(same, class_of_part(name, length)));
  }
  g_string_append_printf(key, "(%.*s)", (int)length, name);
}

static void append_numbers(const AdrefTokenReader *self, guint at, guint n, GString *key)
{
  gboolean is_joined = FALSE; /* "and" or the like stands between this token and the last number */
  for (guint i = at; i < at + n; i++) {
    const AdrefTextToken *token = adref_token_reader_token(self, i);
    if (adref_token_reader_is_word(self, i, "(")) {
      append_part(self, ++i, is_joined, key);
      is_joined = FALSE;
      i++;
      continue;
    }
    gboolean range = adref_token_reader_is_word(self, i, "to") ||
                     adref_token_reader_is_word(self, i, "-") ||
                     adref_token_reader_is_word(self, i, "–");
    gboolean is_number = token->type == ADREF_TEXT_TOKEN_NUMBER;
    gboolean is_suffix = adref_provision_reference_suffix(self, i) > 0;
    is_joined = !is_number && !is_suffix && strchr(key->str, '(') != NULL;
    if (is_number || is_suffix)
      g_string_append_printf(key, "%s%.*s", is_number ? " " : "_", (int)(token->end - token->start),
                             self->text + token->start);
    else if (range)
      g_string_append(key, " -");
  }
}

static void finish_reference(const AdrefTokenReader *self, guint at, guint n, const char *kind,
                             GStringChunk *keys, AdrefPhraseMatch *found)
{
  GString *key = g_string_new(kind);
  append_numbers(self, at, n, key);
  found->class = ADREF_CHANGE_CLASS_REFERENCE;
  found->key = g_string_chunk_insert_len(keys, key->str, (gssize)key->len);
  g_string_free(key, TRUE);
}

/* 第2項 */
static guint read_eastern_reference(const AdrefTokenReader *self, guint at, GStringChunk *keys,
                                    AdrefPhraseMatch *found)
{
  const AdrefPhraseMeaning *meaning;
  if (!adref_token_reader_is_word(self, at, "第") || !is_number_of_paragraph(self, at + 1))
    return 0;
  guint n = adref_token_reader_match_role(self, at + 2, ADREF_PHRASE_ROLE_PARAGRAPH, &meaning);
  if (!n || follows_letter(self, at))
    return 0;
  finish_reference(self, at, 2 + n, meaning->key, keys, found);
  return 2 + n;
}

/* "OP2", "OP2 bis", "OP2 (b)" */
static guint read_code(const AdrefTokenReader *self, guint at, GStringChunk *keys,
                       AdrefPhraseMatch *found)
{
  const AdrefTextToken *token = adref_token_reader_token(self, at);
  const char *word = token ? self->text + token->start : "";
  gsize length = token ? token->end - token->start : 0;
  gboolean is = length > 2 && length < 8 && (word[0] == 'O' || word[0] == 'P') && word[1] == 'P';
  for (gsize i = 2; is && i < length; i++)
    is = g_ascii_isdigit(word[i]);
  if (!is)
    return 0;
  guint parts = adref_provision_reference_parts(self, at + 1);
  g_autoptr(GString) key = g_string_new(word[0] == 'O' ? "op " : "pp ");
  g_string_append_len(key, word + 2, (gssize)length - 2);
  append_numbers(self, at + 1, parts, key);
  found->class = ADREF_CHANGE_CLASS_REFERENCE;
  found->key = g_string_chunk_insert_len(keys, key->str, (gssize)key->len);
  return 1 + parts;
}

/* "op 1 maart" is "on 1 March" in Dutch. */
static gboolean is_dutch_preposition(const AdrefTokenReader *self, const AdrefTextToken *token)
{
  const char *word = self->text + token->start;
  return token->end - token->start == 2 && g_ascii_tolower(word[0]) == 'o' && word[1] == 'p' &&
         adref_token_reader_is_language(self, "nl");
}

/* Whether a reference may begin with a token; with most it cannot. */
static gboolean may_begin(const AdrefTokenReader *self, guint at)
{
  const AdrefTextToken *token = adref_token_reader_token(self, at);
  char first = token ? self->text[token->start] : '\0';
  return token && !is_dutch_preposition(self, token) &&
         (first == 'O' || first == 'P' || (guchar)first >= 0x80 ||
          token->begins & 1U << ADREF_PHRASE_ROLE_PARAGRAPH);
}

guint adref_paragraph_reference_read(const AdrefTokenReader *self, guint at, GStringChunk *keys,
                                     AdrefPhraseMatch *found)
{
  if (!may_begin(self, at))
    return 0;
  guint code = read_code(self, at, keys, found);
  if (code)
    return code;
  const AdrefPhraseMeaning *meaning;
  guint word = adref_token_reader_match_role(self, at, ADREF_PHRASE_ROLE_PARAGRAPH, &meaning);
  if (!word)
    return read_eastern_reference(self, at, keys, found);
  word += adref_token_reader_optional(self, at + word, ".");
  guint n = read_list(self, at + word);
  if (!n || is_elsewhere(self, at + word + n))
    return 0;
  finish_reference(self, at, word + n, meaning->key, keys, found);
  return word + n;
}
