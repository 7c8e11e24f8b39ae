#include "merge/compare/whole_words.h"

#include <string.h>

enum {
  MAX_SYMBOL = 32 /* tokens of a fraction, a time or a document symbol */
};

/* Whether no space is between a token and the next one. */
static gboolean is_joined(const AdrefContentTokens *content, guint i)
{
  const AdrefToken *token = content->tokens[i];
  if (i + 1 >= content->length || token->type == ADREF_TOKEN_ATOM)
    return FALSE;
  const AdrefToken *next = content->tokens[i + 1];
  return next->type != ADREF_TOKEN_ATOM && next->node == token->node &&
         next->start == token->start + token->length;
}

static gboolean is_sign(const AdrefToken *token, char sign)
{
  return token->type == ADREF_TOKEN_PUNCTUATION && token->length == 1 &&
         token->node->text[token->start] == sign;
}

static gboolean is_letters(const AdrefContentTokens *content, guint i)
{
  return content->tokens[i]->type == ADREF_TOKEN_WORD;
}

/* Whether nothing of the other text stands in the place of the run of changes around a token. */
static gboolean is_instead_of_nothing(const AdrefContentTokens *content, const guint *matches,
                                      guint i)
{
  guint start = i, end = i;
  while (start > 0 && matches[start - 1] == ADREF_NO_MATCH)
    start--;
  while (end < content->length && matches[end] == ADREF_NO_MATCH)
    end++;
  return end < content->length ? matches[end] == (start > 0 ? matches[start - 1] + 1 : 0)
                               : start > 0;
}

/* A hyphen between two words that only one text has, with one of them: the other one was no word of
 * its own. */
static gboolean is_lost_hyphen(const AdrefContentTokens *content, const guint *matches, guint i)
{
  return i > 0 && matches[i] == ADREF_NO_MATCH && is_sign(content->tokens[i], '-') &&
         is_joined(content, i - 1) && is_joined(content, i) && is_letters(content, i - 1) &&
         is_letters(content, i + 1) &&
         (matches[i - 1] == ADREF_NO_MATCH) != (matches[i + 1] == ADREF_NO_MATCH) &&
         is_instead_of_nothing(content, matches, i);
}

static void drop(guint *matches, guint *inverse, guint i)
{
  if (matches[i] != ADREF_NO_MATCH)
    inverse[matches[i]] = ADREF_NO_MATCH;
  matches[i] = ADREF_NO_MATCH;
}

/* The end of the address that begins at a token, or the token itself: "www.example.org/a", with the
 * signs in it, but not with one at its end. */
static guint address_end(const AdrefContentTokens *content, guint i)
{
  const AdrefToken *first = content->tokens[i];
  const char *text = first->type == ADREF_TOKEN_WORD ? first->node->text + first->start : "";
  if ((text[0] != 'w' || text[1] != 'w') && (text[0] != 'h' || text[1] != 't'))
    return i;
  if (!g_str_has_prefix(text, "www.") && !g_str_has_prefix(text, "http://") &&
      !g_str_has_prefix(text, "https://"))
    return i;
  guint end = i + 1;
  for (guint at = i; is_joined(content, at); at++)
    if (content->tokens[at + 1]->type != ADREF_TOKEN_PUNCTUATION ||
        is_sign(content->tokens[at + 1], '/'))
      end = at + 2;
  return end;
}

static char first_byte(const AdrefContentTokens *content, guint i)
{
  const AdrefToken *token = content->tokens[i];
  return token->type == ADREF_TOKEN_ATOM ? '\0' : token->node->text[token->start];
}

static gboolean is_in_symbol(const AdrefContentTokens *content, guint i)
{
  char c = first_byte(content, i);
  return g_ascii_isalnum(c) || (c != '\0' && strchr("/:@.-_", c));
}

/* Whether tokens are a date such as "2024-05-06". */
static gboolean is_dashed_date(const AdrefContentTokens *content, guint i, guint end)
{
  static const guint lengths[] = {4, 1, 2, 1, 2};
  if (end - i != G_N_ELEMENTS(lengths))
    return FALSE;
  for (guint k = 0; k < G_N_ELEMENTS(lengths); k++) {
    const AdrefToken *token = content->tokens[i + k];
    gboolean fits = k % 2 == 1 ? is_sign(token, '-') : token->type == ADREF_TOKEN_NUMBER;
    if (!fits || token->length != lengths[k])
      return FALSE;
  }
  return TRUE;
}

/* The end of the fraction, date, time, document symbol or mail address that begins at a token, or
 * the token itself: "2/3", "10:30", "A/RES/77/1", "ports@example.org". */
static guint symbol_end(const AdrefContentTokens *content, guint i)
{
  gboolean digits = FALSE, slash = FALSE, time = FALSE, mail = FALSE;
  if (!g_ascii_isalnum(first_byte(content, i)) ||
      (i > 0 && is_joined(content, i - 1) && is_in_symbol(content, i - 1)))
    return i;
  guint end = i, last = MIN(content->length, i + MAX_SYMBOL);
  for (guint at = i; at < last && is_in_symbol(content, at); at++) {
    char c = first_byte(content, at);
    gboolean goes_on = at + 1 < last && is_joined(content, at);
    gboolean from_digit = at > i && g_ascii_isdigit(first_byte(content, at - 1));
    gboolean to_digit = goes_on && g_ascii_isdigit(first_byte(content, at + 1));
    digits = digits || g_ascii_isdigit(c);
    slash = slash || (c == '/' && goes_on);
    time = time || (c == ':' && from_digit && to_digit);
    mail = mail || (c == '@' && goes_on);
    end = g_ascii_isalnum(c) ? at + 1 : end;
    if (!goes_on)
      break;
  }
  return end > i + 1 && (mail || time || (slash && digits) || is_dashed_date(content, i, end)) ? end
                                                                                               : i;
}

static gunichar first_letter(const AdrefContentTokens *content, guint i)
{
  const AdrefToken *token = content->tokens[i];
  return token->length > 0 ? g_utf8_get_char(token->node->text + token->start) : 0;
}

/* What stands before the digits of an amount: "-5", "+3.66", ".5". */
static gboolean is_before_amount(gunichar c)
{
  return c == '-' || c == '+' || c == '.' || c == 0x2212 || c == 0xB1;
}

/* What stands behind the digits of an amount: "10²", "2½". */
static gboolean is_behind_amount(gunichar c)
{
  return c == 0xB2 || c == 0xB3 || c == 0xB9 || (c >= 0xBC && c <= 0xBE) ||
         (c >= 0x2070 && c <= 0x207B) || (c >= 0x2150 && c <= 0x215E);
}

/* The end of the number with a sign, a power or a fraction that begins at a token, or the token
 * itself. A sign behind a word belongs to that word: "paragraphs 2-5". */
static guint amount_end(const AdrefContentTokens *content, guint i)
{
  guint at = i, last = MIN(content->length, i + MAX_SYMBOL);
  AdrefTokenType type = content->tokens[i]->type;
  if (type != ADREF_TOKEN_NUMBER && type != ADREF_TOKEN_PUNCTUATION)
    return i;
  if (type == ADREF_TOKEN_PUNCTUATION && i > 0 && is_joined(content, i - 1) &&
      content->tokens[i - 1]->type != ADREF_TOKEN_PUNCTUATION)
    return i;
  while (at + 1 < last && content->tokens[at]->type == ADREF_TOKEN_PUNCTUATION &&
         is_before_amount(first_letter(content, at)) && is_joined(content, at))
    at++;
  if (content->tokens[at]->type != ADREF_TOKEN_NUMBER)
    return i;
  while (at + 1 < last && is_joined(content, at) && is_behind_amount(first_letter(content, at + 1)))
    at++;
  return at > i ? at + 1 : i;
}

static guint count_digits(const AdrefToken *token)
{
  guint count = 0;
  while (count < token->length && g_ascii_isdigit(token->node->text[token->start + count]))
    count++;
  return count;
}

/* Whether the next token is three digits, with a decimal comma or point behind them perhaps, and
 * only a space before it: " 000" of "500 000". */
static gboolean has_group_behind(const AdrefContentTokens *content, guint i)
{
  const AdrefToken *token = content->tokens[i];
  const AdrefToken *next = i + 1 < content->length ? content->tokens[i + 1] : NULL;
  if (!next || next->type != ADREF_TOKEN_NUMBER || next->node != token->node ||
      count_digits(next) != 3 || next->start <= token->start + token->length)
    return FALSE;
  const char *space = token->node->text + token->start + token->length;
  gsize length = next->start - token->start - token->length;
  gunichar c = g_utf8_get_char(space);
  return (c == ' ' || c == 0xA0 || c == 0x2009 || c == 0x202F) &&
         length == (gsize)(g_utf8_next_char(space) - space);
}

/* The end of the number with spaces between its groups of digits that begins at a token, or the
 * token itself: "500 000". */
static guint spaced_number_end(const AdrefContentTokens *content, guint i)
{
  const AdrefToken *token = content->tokens[i];
  if (token->type != ADREF_TOKEN_NUMBER || token->length > 3 ||
      count_digits(token) != token->length)
    return i;
  guint at = i;
  while (at < i + MAX_SYMBOL && has_group_behind(content, at) &&
         (at == i || content->tokens[at]->length == 3))
    at++;
  return at > i ? at + 1 : i;
}

/* The end of the word of several tokens that begins at a token, or the token itself. */
static guint word_end(const AdrefContentTokens *content, guint i)
{
  guint end = MAX(address_end(content, i), symbol_end(content, i));
  if (content->tokens[i]->type == ADREF_TOKEN_NUMBER)
    end = MAX(end, spaced_number_end(content, i));
  return MAX(end, amount_end(content, i));
}

/* Between the groups of a number there may be another space now: only its digits count. */
static gboolean is_kept_whole(const AdrefContentTokens *content, const guint *matches, guint start,
                              guint end)
{
  gboolean spaced = spaced_number_end(content, start) == end;
  for (guint i = start; i < end; i++)
    if (matches[i] == ADREF_NO_MATCH || (!spaced && matches[i] != matches[start] + (i - start)))
      return FALSE;
  return TRUE;
}

void adref_whole_words_restore(const AdrefContentTokens *content, guint *matches, guint *inverse)
{
  for (guint i = 0; i < content->length; i++) {
    guint end = word_end(content, i);
    if (is_lost_hyphen(content, matches, i)) {
      drop(matches, inverse, i - 1);
      drop(matches, inverse, i + 1);
    } else if (end > i && !is_kept_whole(content, matches, i, end)) {
      for (guint k = i; k < end; k++)
        drop(matches, inverse, k);
    }
    i = MAX(end, i + 1) - 1;
  }
}
