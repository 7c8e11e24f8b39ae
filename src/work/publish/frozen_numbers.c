#include "work/publish/frozen_numbers.h"

#include <string.h>

#include "base/file.h"
#include "clause/labels/freeze.h"
#include "clause/markdown/canonical.h"
#include "clause/node_copy.h"
#include "clause/text/unprinted.h"
#include "history/save.h"
#include "work/rewrite.h"

static void renumbered_free(gpointer data)
{
  AdrefNumberChange *number = data;
  g_free(number->name);
  g_free(number->old);
  g_free(number->now);
  g_free(number);
}

static void text_free(gpointer text)
{
  adref_text_free(text);
}

static void reading_free(gpointer reading)
{
  adref_reading_unref(reading);
}

void adref_frozen_numbers_free(AdrefFrozenNumbers *frozen)
{
  if (!frozen)
    return;
  g_ptr_array_unref(frozen->texts);
  g_ptr_array_unref(frozen->documents);
  g_ptr_array_unref(frozen->readings);
  g_ptr_array_unref(frozen->numbers);
  g_free(frozen);
}

static gboolean check_clean(const AdrefText *text, const GPtrArray *problems, GError **error)
{
  if (adref_problems_count(problems) == 0)
    return TRUE;
  adref_session_say_problems(text->session, text->name, problems);
  adref_error(error, ADREF_ERROR_REFUSED,
              "%s does not read cleanly; a draft that is circulated must. Put right what is said "
              "above, save, and circulate again",
              text->name);
  return FALSE;
}

static void write_again(const AdrefNode *document, GString **words)
{
  g_string_free(*words, TRUE);
  *words = adref_canonical(document);
}

/* Whether words are the bytes of the text. */
static gboolean is_written_as(const AdrefText *text, const GString *words)
{
  gsize length;
  const char *bytes = g_bytes_get_data(text->source, &length);
  return words->len == length && memcmp(words->str, bytes, length) == 0;
}

/* A copy of the document. It has the numbers of the text, as long as nothing is changed in it. */
static AdrefNode *copy_document(const AdrefText *text)
{
  AdrefNode *copy = adref_node_copy_tree(text->document, ADREF_KEPT);
  adref_node_pair_bracket_edges(copy);
  return copy;
}

/* The document as it is when its canonical form `words` is read again, so that numbers and
 * references are those of the new text. Takes the document over. */
static AdrefNode *read_again(const AdrefText *text, AdrefNode *document, const GString *words,
                             GError **error)
{
  g_autoptr(AdrefNode) changed = document;
  if (is_written_as(text, words))
    return g_steal_pointer(&changed);
  g_autoptr(GPtrArray) problems = adref_problems_new();
  g_autoptr(AdrefNode) again = adref_text_parse(text, words->str, words->len, problems, error);
  return again && check_clean(text, problems, error) ? g_steal_pointer(&again) : NULL;
}

/* The same, kept in the session. */
static AdrefReading *read_words(const AdrefText *text, GString *words, GError **error)
{
  AdrefNumbering numbering;
  AdrefMarkdownReadOptions options;
  adref_text_read_options(text, &numbering, &options);
  g_autoptr(GBytes) bytes = g_bytes_new(words->str, words->len);
  g_autoptr(AdrefReading) reading =
      adref_readings_read(text->session->readings, bytes, &options, error);
  return reading && check_clean(text, reading->problems, error) ? g_steal_pointer(&reading) : NULL;
}

/* Numbers that another language has given to the same clauses; how many. */
static guint copy_numbers(AdrefNode *document, const AdrefNode *rolling)
{
  guint count = 0;
  g_autoptr(GHashTable) index = rolling ? adref_clause_index(rolling) : NULL;
  for (AdrefNode *node = document->first; rolling && node; node = node->next) {
    AdrefClause *clause = node->as.clause;
    const AdrefNode *same = clause->id ? g_hash_table_lookup(index, clause->id) : NULL;
    if (!same || clause->frozen || same->as.clause->kind != clause->kind)
      continue;
    clause->frozen = g_strdup(same->as.clause->frozen);
    count += clause->frozen ? 1 : 0;
  }
  return count;
}

/* Where a clause that only this language has would get a number that another clause has from the
 * rolling text, the error says so; a text that was joined or shortened in one language only. */
static gboolean check_own_clauses(const AdrefText *text, const AdrefNode *document,
                                  const AdrefNode *rolling, GError **error)
{
  const char *first = text->statement->languages[0];
  g_autoptr(GHashTable) index = adref_clause_index(rolling);
  g_autoptr(GHashTable) frozen = g_hash_table_new(g_str_hash, g_str_equal);
  for (const AdrefNode *node = document->first; node; node = node->next)
    if (node->as.clause->frozen)
      g_hash_table_add(frozen, node->as.clause->frozen);
  for (const AdrefNode *node = document->first; node; node = node->next) {
    const AdrefClause *clause = node->as.clause;
    const AdrefNode *same = clause->id ? g_hash_table_lookup(index, clause->id) : NULL;
    if (clause->frozen || !clause->number || !clause->id || clause->alt ||
        (same && same->as.clause->kind == clause->kind) ||
        !g_hash_table_contains(frozen, clause->number))
      continue;
    if (same) {
      adref_error(error, ADREF_ERROR_REFUSED,
                  "%s: %s is %s in %s and %s in %s, and its number %s is that of another clause; "
                  "give it one kind, save, and circulate again",
                  text->name, clause->id, adref_clause_kind_word(clause->kind), text->language,
                  adref_clause_kind_word(same->as.clause->kind), first, clause->number);
      return FALSE;
    }
    adref_error(error, ADREF_ERROR_REFUSED,
                "%s: %s stands only in %s; %s has no such clause, and its number %s is that of "
                "another one there. Was it joined or taken out in %s? Do the same in %s, or put it "
                "back, save, and circulate again",
                text->name, clause->id, text->language, first, clause->number, first,
                text->language);
    return FALSE;
  }
  return TRUE;
}

static void record_old_numbers(GPtrArray *numbers, const AdrefNode *document)
{
  for (const AdrefNode *node = document->first; node; node = node->next) {
    const AdrefClause *clause = node->as.clause;
    if (!clause->number || clause->kind == ADREF_TITLE)
      continue;
    AdrefNumberChange *number = g_new0(AdrefNumberChange, 1);
    number->name = g_strdup(clause->id ? clause->id : adref_clause_kind_word(clause->kind));
    number->old = g_strdup(clause->number);
    if (!adref_freeze_is_deleted(node))
      number->now = g_strdup("");
    g_ptr_array_add(numbers, number);
  }
}

/* The clauses stand in the same order, without those that were deleted. */
static void record_new_numbers(GPtrArray *numbers, const AdrefNode *document)
{
  guint at = 0;
  for (const AdrefNode *node = document->first; node; node = node->next) {
    if (!node->as.clause->number || node->as.clause->kind == ADREF_TITLE)
      continue;
    while (at < numbers->len && !((AdrefNumberChange *)numbers->pdata[at])->now)
      at++;
    if (at == numbers->len)
      return;
    AdrefNumberChange *number = numbers->pdata[at++];
    g_free(number->now);
    number->now = g_strdup(node->as.clause->number);
  }
}

static guint count_deleted(const AdrefNode *document)
{
  guint count = 0;
  for (const AdrefNode *node = document->first; node; node = node->next)
    if (adref_freeze_is_deleted(node))
      count++;
  return count;
}

/* Adds what was deleted since the draft; how many clauses. */
static guint add_deleted(AdrefNode *document, const AdrefText *text, const AdrefVersion *draft)
{
  if (!draft || adref_repo_is_saved(text->session->repo, draft, text->path, text->source))
    return 0;
  g_autoptr(AdrefText) then =
      adref_text_share_at(text->session, text->statement->id, draft, text->language, NULL);
  return then && then->document != text->document ? adref_freeze_deleted(document, then->document)
                                                  : 0;
}

/* The text with its deleted clauses or, with `renumber`, without frozen numbers; its new numbers
 * are not frozen yet. *words is its canonical form, which changes with it. */
static AdrefNode *prepare(AdrefFrozenNumbers *self, const AdrefText *text,
                          const AdrefFreezeOptions *options, GString **words, GError **error)
{
  gboolean rolling = self->documents->len == 0;
  guint deleted = 0, unprinted = 0;
  AdrefNode *document = copy_document(text);
  if (options->clean)
    unprinted = adref_unprinted_remove(document);
  self->unprinted += unprinted;
  if (options->renumber) {
    if (rolling)
      record_old_numbers(self->numbers, document);
    deleted = count_deleted(document);
    adref_unfreeze(document);
  } else {
    deleted = add_deleted(document, text, options->draft);
  }
  if (rolling)
    self->deleted = deleted;
  if (options->renumber || deleted + unprinted > 0)
    write_again(document, words);
  AdrefNode *counted = read_again(text, document, *words, error);
  if (counted && options->renumber && rolling)
    record_new_numbers(self->numbers, counted);
  return counted;
}

/* A draft is circulated in its canonical form: only that is signed. */
static gboolean freeze_text(AdrefFrozenNumbers *self, AdrefText *text,
                            const AdrefFreezeOptions *options, GError **error)
{
  const AdrefNode *rolling = self->documents->len > 0 ? self->documents->pdata[0] : NULL;
  const GString *before = adref_reading_canonical(text->reading);
  g_autoptr(GString) words = g_string_new_len(before->str, (gssize)before->len);
  g_autoptr(AdrefNode) counted = prepare(self, text, options, &words, error);
  if (!counted)
    return FALSE;
  guint copied = copy_numbers(counted, rolling);
  if (rolling && !check_own_clauses(text, counted, rolling, error))
    return FALSE;
  guint count = adref_freeze(counted);
  if (copied + count > 0)
    write_again(counted, &words);
  AdrefReading *reading = read_words(text, words, error);
  if (!reading)
    return FALSE;
  g_ptr_array_add(self->readings, reading);
  g_ptr_array_add(self->documents, reading->document);
  if (!rolling)
    self->frozen = count;
  if (reading->document == text->document && is_written_as(text, before))
    return TRUE;
  g_autoptr(GString) after = adref_canonical(reading->document);
  self->changed |= !g_string_equal(before, after) || !is_written_as(text, after);
  return TRUE;
}

static gboolean open_texts(AdrefSession *session, AdrefFrozenNumbers *self,
                           const AdrefStatement *statement, GError **error)
{
  for (char **language = statement->languages; *language; language++) {
    g_autoptr(GError) cause = NULL;
    AdrefText *text = adref_text_share_statement(session, statement, *language, &cause);
    if (text)
      g_ptr_array_add(self->texts, text);
    gboolean missing = g_error_matches(cause, ADREF_ERROR, ADREF_ERROR_NOT_FOUND);
    if (cause && (!missing || language == statement->languages)) {
      g_propagate_error(error, g_steal_pointer(&cause));
      return FALSE;
    }
    if (text && !check_clean(text, text->problems, error))
      return FALSE;
  }
  return TRUE;
}

AdrefFrozenNumbers *adref_frozen_numbers_new(AdrefSession *session, const AdrefStatement *statement,
                                             const AdrefFreezeOptions *options, GError **error)
{
  g_autoptr(AdrefFrozenNumbers) self = g_new0(AdrefFrozenNumbers, 1);
  self->texts = g_ptr_array_new_with_free_func(text_free);
  self->documents = g_ptr_array_new();
  self->readings = g_ptr_array_new_with_free_func(reading_free);
  self->numbers = g_ptr_array_new_with_free_func(renumbered_free);
  if (!open_texts(session, self, statement, error))
    return NULL;
  for (guint i = 0; i < self->texts->len; i++)
    if (!freeze_text(self, self->texts->pdata[i], options, error))
      return NULL;
  return g_steal_pointer(&self);
}

gboolean adref_frozen_numbers_match(const AdrefFrozenNumbers *self, AdrefFileSource *source,
                                    GError **error)
{
  for (guint i = 0; i < self->texts->len; i++) {
    const AdrefText *text = self->texts->pdata[i];
    g_autoptr(GString) words = self->changed ? adref_canonical(self->documents->pdata[i]) : NULL;
    g_autoptr(GBytes) ours =
        words ? g_bytes_new(words->str, words->len) : g_bytes_ref(text->source);
    g_autoptr(GBytes) theirs = source->read(source, text->path, ADREF_TEXT_LIMIT, error);
    if (!theirs)
      return FALSE;
    if (g_bytes_equal(ours, theirs))
      continue;
    adref_error(error, ADREF_ERROR_REFUSED,
                "%s: somebody else changed it meanwhile; nothing was circulated, try again",
                text->name);
    return FALSE;
  }
  return TRUE;
}

gboolean adref_frozen_numbers_write(const AdrefFrozenNumbers *self, GError **error)
{
  for (guint i = 0; i < self->texts->len; i++)
    if (!adref_rewrite_write(self->texts->pdata[i], self->documents->pdata[i], error))
      return FALSE;
  return TRUE;
}

GString *adref_frozen_numbers_table(const AdrefFrozenNumbers *self)
{
  static const char gone[] = "deleted";
  gsize old = strlen("old"), now = strlen(gone);
  for (guint i = 0; i < self->numbers->len; i++) {
    const AdrefNumberChange *number = self->numbers->pdata[i];
    old = MAX(old, strlen(number->old));
    now = MAX(now, number->now ? strlen(number->now) : 0);
  }
  GString *table = g_string_new(NULL);
  g_string_append_printf(table, "%-*s  %-*s  clause\n", (int)old, "old", (int)now, "new");
  for (guint i = 0; i < self->numbers->len; i++) {
    const AdrefNumberChange *number = self->numbers->pdata[i];
    g_string_append_printf(table, "%-*s  %-*s  %s\n", (int)old, number->old, (int)now,
                           number->now ? number->now : gone, number->name);
  }
  return table;
}
