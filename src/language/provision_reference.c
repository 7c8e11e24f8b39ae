#include "language/provision_reference.h"

#include <string.h>

#include "clause/labels/numbering.h"
#include "language/quantity.h"

enum {
  MAX_PARTS = 4,   /* "(b) (i)": names of parts behind a number */
  MAX_LETTERS = 5, /* of such a name, "xviii"; and of a Roman numeral */
  MAX_LIST = 8,    /* "Articles 5, 6 and 7" */
  MAX_CHAIN = 4,   /* 第十条第一項第二号 */
};

guint adref_provision_reference_suffix(const AdrefTokenReader *self, guint at)
{
  return adref_provision_reference_rank(self, at) > 0 || adref_token_reader_is_word(self, at, "alt")
             ? 1
             : 0;
}

guint adref_provision_reference_rank(const AdrefTokenReader *self, guint at)
{
  static const char *const cyrillic[] = {"бис", "тер", "кватер"};
  const char *suffix;
  if (!adref_token_reader_has_type(self, at, ADREF_TEXT_TOKEN_WORD) ||
      adref_token_reader_has_type(self, at + 1, ADREF_TEXT_TOKEN_NUMBER)) /* Absatz 5 bis 7 */
    return 0;
  for (guint n = 2; (suffix = adref_numbering_suffix(n)); n++)
    if (adref_token_reader_is_word(self, at, suffix) ||
        (n - 2 < G_N_ELEMENTS(cyrillic) && adref_token_reader_is_word(self, at, cyrillic[n - 2])))
      return n;
  return 0;
}

static gsize length_of(const AdrefTextToken *token)
{
  return token->end - token->start;
}

/* "(b)", "(b) (i)": parts of a paragraph; an explanation in brackets is none. */
static guint read_parts(const AdrefTokenReader *self, guint at)
{
  guint n = 0;
  for (guint parts = 0; parts < MAX_PARTS && adref_token_reader_is_word(self, at + n, "(");
       parts++) {
    const AdrefTextToken *name = adref_token_reader_token(self, at + n + 1);
    gboolean is_name = name && length_of(name) <= MAX_LETTERS &&
                       (name->type == ADREF_TEXT_TOKEN_NUMBER ||
                        strspn(self->text + name->start, "ivxlcdm") >= length_of(name) ||
                        (name->type == ADREF_TEXT_TOKEN_WORD && length_of(name) == 1));
    if (!is_name || !adref_token_reader_is_word(self, at + n + 2, ")"))
      break;
    n += 3;
  }
  return n;
}

/* "b)" of the French "alinéa b)" */
static guint read_letter_part(const AdrefTokenReader *self, guint at)
{
  const AdrefTextToken *name = adref_token_reader_token(self, at);
  return adref_token_reader_has_type(self, at, ADREF_TEXT_TOKEN_WORD) && length_of(name) == 1 &&
                 adref_token_reader_is_word(self, at + 1, ")") &&
                 adref_token_reader_is_adjacent(self, at + 1)
             ? 2
             : 0;
}

guint adref_provision_reference_parts(const AdrefTokenReader *self, guint at)
{
  guint n = adref_provision_reference_suffix(self, at);
  return n + read_parts(self, at + n);
}

/* "VII", "A", "Ⅱ" */
static gboolean is_letter_number(const AdrefTokenReader *self, guint at)
{
  const AdrefTextToken *token = adref_token_reader_token(self, at);
  if (!token || token->type != ADREF_TEXT_TOKEN_WORD)
    return FALSE;
  const char *word = self->text + token->start;
  if (g_unichar_type(g_utf8_get_char(word)) == G_UNICODE_LETTER_NUMBER)
    return TRUE;
  gboolean one = length_of(token) == 1 && g_ascii_isupper(*word);
  return one || (length_of(token) <= MAX_LETTERS && strspn(word, "IVXLC") >= length_of(token));
}

/* ".A.2" of "IV.A.2", without spaces. */
static guint read_dotted(const AdrefTokenReader *self, guint at)
{
  guint n = 0;
  for (guint parts = 0; parts < MAX_PARTS; parts++) {
    const AdrefTextToken *name = adref_token_reader_token(self, at + n + 1);
    gboolean is_part =
        adref_token_reader_is_word(self, at + n, ".") &&
        adref_token_reader_is_adjacent(self, at + n) && name &&
        adref_token_reader_is_adjacent(self, at + n + 1) &&
        (name->type == ADREF_TEXT_TOKEN_NUMBER || is_letter_number(self, at + n + 1));
    if (!is_part)
      break;
    n += 2;
  }
  return n;
}

/* What a provision is called by, with its parts. */
static guint read_designation(const AdrefTokenReader *self, guint at)
{
  guint n =
      adref_token_reader_has_type(self, at, ADREF_TEXT_TOKEN_NUMBER) || is_letter_number(self, at)
          ? 1
          : 0;
  if (!n && adref_token_reader_has_type(self, at, ADREF_TEXT_TOKEN_LETTER)) {
    AdrefQuantity number = {0};
    n = adref_quantity_read(self, at, &number);
    g_free(number.written);
  } else if (n) {
    n += read_dotted(self, at + n);
  }
  return n ? n + adref_provision_reference_parts(self, at + n) : 0;
}

/* ", ", "and", "to" between two designations. */
static guint read_joint(const AdrefTokenReader *self, guint at)
{
  guint n = adref_token_reader_optional(self, at, ",");
  guint word = adref_token_reader_match_role(self, at + n, ADREF_PHRASE_ROLE_CONJUNCTION, NULL);
  if (!word)
    word = adref_token_reader_optional(self, at + n, "to") +
           adref_token_reader_optional(self, at + n, "-") +
           adref_token_reader_optional(self, at + n, "–");
  return n + word;
}

static guint read_list(const AdrefTokenReader *self, guint at)
{
  guint n = read_designation(self, at);
  for (guint i = 1; n && i < MAX_LIST; i++) {
    guint joint = read_joint(self, at + n), more = 0;
    if (joint)
      more = read_designation(self, at + n + joint);
    if (!more)
      break;
    n += joint + more;
  }
  return n;
}

/* A link of 第十条第一項: 第十条. */
static guint read_link(const AdrefTokenReader *self, guint at)
{
  static const char *const units[] = {"条", "條", "章", "節", "节", "項",
                                      "项", "号", "款", "編", "编", "部"};
  if (!adref_token_reader_is_word(self, at, "第"))
    return 0;
  AdrefQuantity number = {0};
  guint n = adref_quantity_read(self, at + 1, &number);
  g_free(number.written);
  for (gsize i = 0; n && i < G_N_ELEMENTS(units); i++)
    if (adref_token_reader_is_word(self, at + 1 + n, units[i]))
      return n + 2;
  return 0;
}

/* The paragraph behind an article, without a word: 第3条2, 第3条2(b). */
static guint read_paragraph_of_article(const AdrefTokenReader *self, guint at)
{
  const AdrefTextToken *number = adref_token_reader_token(self, at);
  if (!adref_token_reader_has_type(self, at, ADREF_TEXT_TOKEN_NUMBER) || length_of(number) > 2 ||
      !adref_token_reader_is_adjacent(self, at) || !adref_token_reader_is_word(self, at - 1, "条"))
    return 0;
  gboolean counts = adref_token_reader_match_role(self, at + 1, ADREF_PHRASE_ROLE_COUNTER, NULL) ||
                    adref_token_reader_match_role(self, at + 1, ADREF_PHRASE_ROLE_UNIT, NULL);
  return counts ? 0 : 1 + read_parts(self, at + 1);
}

/* 第十条第一項; a single 第一項 is a paragraph of this text (language/paragraph_reference.h). */
static guint read_chain(const AdrefTokenReader *self, guint at)
{
  guint n = read_link(self, at);
  for (guint i = 1, more = n; more && i < MAX_CHAIN; i++) {
    more = read_link(self, at + n);
    n += more;
  }
  return n ? n + read_paragraph_of_article(self, at + n) : 0;
}

/* 제5조, which is one word with the particle behind it: 제5조에. */
static guint read_korean(const AdrefTokenReader *self, guint at)
{
  static const char *const units[] = {"조", "항", "호", "장", "절", "부"};
  const char *word = self->text + adref_token_reader_token(self, at)->start;
  gsize first = strlen("제"),
        digits = strncmp(word, "제", first) == 0 ? strspn(word + first, "0123456789") : 0;
  for (gsize i = 0; digits > 0 && i < G_N_ELEMENTS(units); i++)
    if (strncmp(word + first + digits, units[i], strlen(units[i])) == 0)
      return 1;
  return 0;
}

/* The words of a reference and its numbers. */
static guint read_words(const AdrefTokenReader *self, guint at)
{
  const AdrefPhraseMeaning *meaning;
  guint word = adref_token_reader_match_role(self, at, ADREF_PHRASE_ROLE_PROVISION, &meaning);
  if (word && (meaning->flags & ADREF_PHRASE_FLAG_WHOLE))
    return word;
  if (word) {
    word += adref_token_reader_optional(self, at + word, ".");
    word += adref_token_reader_optional(self, at + word, "第");
    guint n = read_list(self, at + word);
    return n ? word + n : 0;
  }
  word = adref_token_reader_match_role(self, at, ADREF_PHRASE_ROLE_PARAGRAPH, NULL);
  guint parts = word ? read_parts(self, at + word) : 0;
  if (word && !parts)
    parts = read_letter_part(self, at + word);
  return parts ? word + parts : 0;
}

guint adref_provision_reference_length(const AdrefTokenReader *self, guint at)
{
  static const guint32 roles =
      1U << ADREF_PHRASE_ROLE_PROVISION | 1U << ADREF_PHRASE_ROLE_PARAGRAPH;
  const AdrefTextToken *first = adref_token_reader_token(self, at);
  if ((guchar)self->text[first->start] < 0x80 && !(first->begins & roles)) /* as most */
    return 0;
  guint n = read_words(self, at);
  if (!n)
    n = read_chain(self, at);
  return n ? n : read_korean(self, at);
}

guint adref_provision_reference_read(const AdrefTokenReader *self, guint at, GStringChunk *keys,
                                     AdrefPhraseMatch *found)
{
  guint n = adref_provision_reference_length(self, at);
  if (!n)
    return 0;
  g_autoptr(GString) key = g_string_new(NULL);
  g_string_append_c(key, ADREF_PROVISION_REFERENCE_KEY);
  for (guint i = at; i < at + n; i++) {
    const AdrefTextToken *token = adref_token_reader_token(self, i);
    adref_text_token_fold(key, self->text + token->start, length_of(token));
    g_string_append_c(key, ' ');
  }
  found->class = ADREF_CHANGE_CLASS_REFERENCE;
  found->key = g_string_chunk_insert_len(keys, key->str, (gssize)key->len);
  return n;
}
