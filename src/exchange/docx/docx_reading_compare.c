#include "exchange/docx/docx_reading.h"

#include <string.h>

/* The words of a clause that went out. */
typedef struct {
  GString *all;
  GHashTable *tokens; /* its words, and its pairs of letters */
} SentWords;

static gboolean add_token(SentWords *sent, const char *from, gsize length)
{
  return length > 0 && g_hash_table_add(sent->tokens, g_strndup(from, length));
}

/* The length of the letter at `at` and the one behind it. */
static gsize pair_length(const char *at)
{
  const char *end = g_utf8_next_char(at);
  return (gsize)((*end ? g_utf8_next_char(end) : end) - at);
}

static void sent_words_init(SentWords *self, const GPtrArray *sent)
{
  self->all = g_string_new(NULL);
  self->tokens = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < sent->len; i++)
    g_string_append_printf(self->all, "%s\n", (const char *)sent->pdata[i]);
  for (const char *at = self->all->str; *at; at += strcspn(at, " \n"), at += *at ? 1 : 0)
    add_token(self, at, strcspn(at, " \n"));
  for (const char *at = self->all->str; *at; at = g_utf8_next_char(at))
    add_token(self, at, pair_length(at));
}

static void sent_words_clear(SentWords *self)
{
  g_string_free(self->all, TRUE);
  g_hash_table_unref(self->tokens);
}

static gboolean has_token(const SentWords *self, const char *from, gsize length)
{
  g_autofree char *token = g_strndup(from, length);
  return g_hash_table_contains(self->tokens, token);
}

/* Whether a paragraph has more words of the clause than others. Scripts without spaces are compared
 * by pairs of letters. */
static gboolean has_words_of(const char *words, const SentWords *sent)
{
  if (*words == '\0' || strstr(sent->all->str, words))
    return TRUE;
  gsize found = 0, total = 0;
  gboolean has_spaces = strchr(words, ' ') != NULL;
  for (const char *at = words; *at; total++) {
    gsize length = has_spaces ? strcspn(at, " ") : pair_length(at);
    found += has_token(sent, at, length) ? 1 : 0;
    at = has_spaces ? at + length + (at[length] ? 1 : 0) : g_utf8_next_char(at);
  }
  return found * 2 > total;
}

/* Paragraphs from..to-1 belong to one clause, of which `sent` went out. Whether one of them does
 * not. */
static gboolean detach(AdrefDocxReading *reading, guint from, guint to, const GPtrArray *sent)
{
  GPtrArray *all = reading->paragraphs;
  guint count = to - from, before = count;
  if (count <= sent->len)
    return FALSE;
  SentWords known;
  sent_words_init(&known, sent);
  for (; count > sent->len && to > from + 1; count--) {
    AdrefDocxReadParagraph *end = all->pdata[to - 1], *start = all->pdata[from];
    if (!has_words_of(end->words, &known) && end->place->table == 0) {
      end->anchor = NULL;
      to--;
    } else if (!has_words_of(start->words, &known) && start->place->table == 0) {
      start->anchor = NULL;
      from++;
    } else {
      break;
    }
  }
  sent_words_clear(&known);
  return count < before;
}

/* The number at the start of "3. The Parties"; 0: none, or in another form than "2." */
static guint number_of(const char *words)
{
  enum {
    MOST_DIGITS = 4
  };
  gsize digits = strspn(words, "0123456789");
  gboolean is_number = digits > 0 && digits <= MOST_DIGITS && words[digits] == '.' &&
                       (words[digits + 1] == ' ' || words[digits + 1] == '\0');
  return is_number ? (guint)g_ascii_strtoull(words, NULL, 10) : 0;
}

/* The number before a clause, which is none of its words. */
static guint own_number(const AdrefDocxReadParagraph *paragraph)
{
  g_autoptr(GString) label = g_string_new(NULL);
  for (guint i = 0; i < paragraph->skipped; i++)
    g_string_append(label, ((const AdrefDocxRun *)paragraph->runs->pdata[i])->text);
  return number_of(g_strchomp(label->str));
}

static gboolean begins_with_number_style(const AdrefDocxReadParagraph *paragraph)
{
  const AdrefDocxRun *first = paragraph->runs->len > 0 ? paragraph->runs->pdata[0] : NULL;
  return first && first->role == ADREF_DOCX_ROLE_NUMBER;
}

static gboolean is_among(const char *words, const GPtrArray *sent)
{
  return g_ptr_array_find_with_equal_func((GPtrArray *)(guintptr)sent, words, g_str_equal, NULL);
}

/* Paragraphs from..to-1 stand in the bookmark of a clause. One that begins with the number behind
 * that of the clause, or was copied with its number, is a new clause: somebody has divided this
 * one, or pasted it. "1." and "2." below each other are a list. Whether there is one. */
static gboolean detach_numbered(AdrefDocxReading *reading, guint from, guint to,
                                const GPtrArray *sent)
{
  GPtrArray *all = reading->paragraphs;
  guint own = own_number(all->pdata[from]), last = 0;
  for (guint i = from + 1; own > 0 && i < to; i++) {
    AdrefDocxReadParagraph *paragraph = all->pdata[i];
    guint number = number_of(paragraph->words);
    gboolean is_next = number == own + 1 && last != own;
    gboolean is_copy = number == own && begins_with_number_style(paragraph);
    last = number;
    if ((!is_next && !is_copy) || paragraph->place->table > 0 || is_among(paragraph->words, sent))
      continue;
    for (; i < to; i++)
      ((AdrefDocxReadParagraph *)all->pdata[i])->anchor = NULL;
    return TRUE;
  }
  return FALSE;
}

/* Removes the paragraphs without an anchor that went out too: as such, or as lines around the text
 * (`lines`), whose style another program may have lost. */
static void remove_around(AdrefDocxReading *reading, const GPtrArray *around,
                          const GPtrArray *lines)
{
  g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
  GPtrArray *all = reading->paragraphs,
            *kept = g_ptr_array_new_with_free_func(adref_docx_read_paragraph_free);
  for (guint i = 0; around && i < around->len; i++)
    g_hash_table_add(known, around->pdata[i]);
  for (guint i = 0; i < lines->len; i++)
    g_hash_table_add(known, lines->pdata[i]);
  for (guint i = 0; i < all->len; i++) {
    AdrefDocxReadParagraph *paragraph = all->pdata[i];
    if (!paragraph->anchor && g_hash_table_contains(known, paragraph->words))
      continue;
    g_ptr_array_add(kept, paragraph);
    all->pdata[i] = NULL;
  }
  g_ptr_array_unref(all);
  reading->paragraphs = kept;
}

/* Whether a paragraph has the words that went out as the first of a clause, perhaps with the number
 * that is none of its words only there. */
static gboolean is_first_of(const AdrefDocxReadParagraph *paragraph, const char *words)
{
  gsize length = strlen(paragraph->words), own = strlen(words);
  if (length <= own)
    return strcmp(paragraph->words, words) == 0;
  g_autofree char *number = g_strndup(paragraph->words, length - own);
  return own > 0 && strcmp(paragraph->words + length - own, words) == 0 && number_of(number) > 0;
}

/* LibreOffice lets the bookmark of a clause begin at its last paragraph where it reads RTF. The
 * paragraphs before, which went out as the first ones of the clause, are its own; whether there
 * are such. */
static gboolean take_back(AdrefDocxReading *reading, guint from, const GPtrArray *sent)
{
  GPtrArray *all = reading->paragraphs;
  const AdrefDocxReadParagraph *begin = all->pdata[from];
  guint place = 0;
  while (place < sent->len && strcmp(sent->pdata[place], begin->words) != 0)
    place++;
  if (place == 0 || place == sent->len || place > from)
    return FALSE;
  for (guint i = 0; i < place; i++) {
    const AdrefDocxReadParagraph *paragraph = all->pdata[from - place + i];
    gboolean is_own = i == 0 ? is_first_of(paragraph, sent->pdata[0])
                             : strcmp(paragraph->words, sent->pdata[i]) == 0;
    if (!is_own)
      return FALSE;
  }
  for (guint i = from - place; i < from; i++)
    ((AdrefDocxReadParagraph *)all->pdata[i])->anchor = begin->anchor;
  return TRUE;
}

/* For all clauses, of which `known` has what went out. */
static void take_all_back(AdrefDocxReading *reading, GHashTable *known)
{
  GPtrArray *all = reading->paragraphs;
  gboolean is_changed = FALSE;
  for (guint i = 1; i < all->len; i++) {
    const char *anchor = ((const AdrefDocxReadParagraph *)all->pdata[i])->anchor;
    const char *before = ((const AdrefDocxReadParagraph *)all->pdata[i - 1])->anchor;
    const GPtrArray *words = anchor ? g_hash_table_lookup(known, anchor) : NULL;
    if (words && g_strcmp0(anchor, before) != 0)
      is_changed |= take_back(reading, i, words);
  }
  for (guint i = 0; i < all->len && is_changed; i++)
    adref_docx_reading_set_words(reading, i);
}

void adref_docx_reading_compare(AdrefDocxReading *reading, const AdrefDocxReading *sent)
{
  g_autoptr(GHashTable) known = adref_docx_reading_paragraph_words(sent);
  GPtrArray *all = reading->paragraphs, *around = g_hash_table_lookup(known, "");
  gboolean is_detached = FALSE;
  take_all_back(reading, known);
  for (guint from = 0, to; from < all->len; from = to) {
    const char *anchor = ((const AdrefDocxReadParagraph *)all->pdata[from])->anchor;
    const GPtrArray *words = anchor ? g_hash_table_lookup(known, anchor) : NULL;
    for (to = from + 1; to < all->len; to++)
      if (g_strcmp0(((const AdrefDocxReadParagraph *)all->pdata[to])->anchor, anchor) != 0)
        break;
    is_detached |= words && detach(reading, from, to, words);
    if (words && to - from > words->len && detach_numbered(reading, from, to, words))
      is_detached = TRUE;
  }
  for (guint i = 0; i < all->len && is_detached; i++)
    adref_docx_reading_set_words(reading, i);
  if (around || sent->around->len > 0)
    remove_around(reading, around, sent->around);
}
