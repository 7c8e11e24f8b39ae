#include "clause/labels/enumerator.h"

#include <string.h>

enum {
  MAX_LENGTH = 12, /* bytes of a number */
  MAX_NODES = 8,   /* TEXT nodes of a redline in which a number is searched for */
};

static gsize count_in(const char *words, gsize length, const char *accepted)
{
  gsize n = 0;
  while (n < length && words[n] && strchr(accepted, words[n]))
    n++;
  return n;
}

/* The length of "a", "iv" or "12" in "(a)" or "a)". */
static gsize count_mark(const char *words, gsize length)
{
  gsize digits = count_in(words, length, "0123456789");
  gsize roman = count_in(words, length, "ivxl"), capitals = count_in(words, length, "IVXL");
  gsize letter = length > 0 && g_ascii_isalpha(words[0]) ? 1 : 0;
  gsize most = MAX(MAX(digits, letter), MAX(roman, capitals));
  return digits > 3 || most > 6 ? 0 : most;
}

/* The length of "1", "12" or "123"; 0 for a year such as "2024" and for "05", as in a date. */
static gsize count_figure(const char *words, gsize length)
{
  gsize digits = count_in(words, length, "0123456789");
  return digits <= 3 && length > 0 && words[0] != '0' ? digits : 0;
}

/* The length of "1.2", "1.2.3" or "1.2." */
static gsize count_decimal(const char *words, gsize length)
{
  gsize n = count_figure(words, length), points = 0;
  while (n > 0 && n + 1 < length && words[n] == '.' && g_ascii_isdigit(words[n + 1])) {
    gsize more = count_figure(words + n + 1, length - n - 1);
    n = more > 0 ? n + 1 + more : 0;
    points++;
  }
  return n == 0 || points == 0 ? 0 : n + (n < length && words[n] == '.' ? 1 : 0);
}

/* Whether the words begin a sentence: "We" and "ASEAN" do, "GB" and "million" do not. */
static gboolean begins_sentence(const char *words, gsize length)
{
  enum {
    LONGEST_UNIT = 3
  };
  gsize capitals = 0;
  if ((guchar)words[0] >= 0x80)
    return TRUE;
  while (capitals < length && g_ascii_isupper(words[capitals]))
    capitals++;
  return capitals > LONGEST_UNIT || (capitals == 1 && length > 1 && g_ascii_islower(words[1]));
}

/* Whether a number can end here: before a space, and a decimal number before a sentence. */
static gboolean ends(const char *words, gsize length, gsize at, gboolean decimal)
{
  if (at == 0 || at > MAX_LENGTH || at + 1 >= length || words[at] != ' ')
    return FALSE;
  return !decimal || begins_sentence(words + at + 1, length - at - 1);
}

gsize adref_enumerator_length(const char *words, gsize length)
{
  gsize open = length > 0 && words[0] == '(' ? 1 : 0;
  gsize mark = count_mark(words + open, length - open);
  gsize end = open + mark;
  if (mark > 0 && end < length && words[end] == ')')
    return ends(words, length, end + 1, FALSE) ? end + 1 : 0;
  if (open || mark == 0)
    return 0;
  gsize digits = count_figure(words, length);
  if (digits > 0 && digits < length && words[digits] == '.' &&
      ends(words, length, digits + 1, FALSE))
    return digits + 1;
  gsize decimal = count_decimal(words, length);
  return ends(words, length, decimal, TRUE) ? decimal : 0;
}

gsize adref_enumerator_of(const AdrefNode *block)
{
  const AdrefNode *text = adref_node_holds_inlines(block) ? block->first : NULL;
  return text && text->type == ADREF_TEXT ? adref_enumerator_length(text->text, text->length) : 0;
}

/* The words at the start of a block, without those of the mark `other`. */
static void append_start(GString *out, const AdrefNode *block, AdrefChangeMark other)
{
  const AdrefNode *node = block->first;
  for (guint n = 0; node && node->type == ADREF_TEXT && n < MAX_NODES; node = node->next, n++)
    if (node->mark != other)
      g_string_append_len(out, node->text, (gssize)MIN(node->length, MAX_LENGTH + 2));
}

char *adref_enumerator_in(const AdrefNode *block, gboolean old)
{
  if (!adref_node_holds_inlines(block))
    return NULL;
  g_autoptr(GString) words = g_string_new(NULL);
  append_start(words, block, old ? ADREF_INSERTED : ADREF_DELETED);
  gsize length = adref_enumerator_length(words->str, words->len);
  return length > 0 ? g_strndup(words->str, length) : NULL;
}

/* The offset of the end of a TEXT in the old or new words of its block; 0: too far from the start.
 */
static gsize end_of(const AdrefNode *text)
{
  AdrefChangeMark other = text->mark == ADREF_DELETED ? ADREF_INSERTED : ADREF_DELETED;
  gsize end = text->length;
  guint n = 0;
  for (const AdrefNode *node = text->prev; node; node = node->prev, n++) {
    if (node->type != ADREF_TEXT || n == MAX_NODES || end > MAX_LENGTH)
      return 0;
    end += node->mark != other ? node->length : 0;
  }
  return end;
}

/* Whether a TEXT is marked, and near enough to the start of its block to be of a number. */
static gboolean may_be_of_number(const AdrefNode *text)
{
  return text->type == ADREF_TEXT && text->length <= MAX_LENGTH &&
         adref_node_holds_inlines(text->parent) && text->parent->mark == ADREF_KEPT &&
         (text->mark == ADREF_DELETED || text->mark == ADREF_INSERTED);
}

gboolean adref_enumerator_is_marked(const AdrefNode *text)
{
  gsize end = may_be_of_number(text) ? end_of(text) : 0;
  if (end == 0 || end > MAX_LENGTH)
    return FALSE;
  g_autofree char *old_number = adref_enumerator_in(text->parent, TRUE);
  g_autofree char *new_number = adref_enumerator_in(text->parent, FALSE);
  return old_number && new_number &&
         end <= strlen(text->mark == ADREF_DELETED ? old_number : new_number);
}

gboolean adref_enumerator_is_alone(const AdrefNode *text)
{
  if (!may_be_of_number(text) || text->prev)
    return FALSE;
  gboolean old = text->mark == ADREF_DELETED;
  g_autofree char *number = adref_enumerator_in(text->parent, old);
  g_autofree char *other = number ? adref_enumerator_in(text->parent, !old) : NULL;
  g_autofree char *words = g_strchomp(g_strndup(text->text, text->length));
  return number && !other && strcmp(words, number) == 0;
}
