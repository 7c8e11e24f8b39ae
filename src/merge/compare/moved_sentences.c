#include "merge/compare/moved_sentences.h"

#include <string.h>

#include "clause/change.h"
#include "clause/node_copy.h"
#include "merge/compare/interleave.h"

enum {
  MIN_WORDS = 5,       /* words that a sentence needs to be shown as moved */
  MIN_BYTES = 48,      /* or bytes, in scripts without spaces */
  MAX_SENTENCES = 5000 /* of one text; later ones are shown as deleted and inserted */
};

/* A place among the inlines of a paragraph. */
typedef struct {
  AdrefNode *node;
  gsize offset; /* bytes of a TEXT; of another node 0 is before it, 1 behind it */
} Place;

/* A sentence that is marked as a whole. */
typedef struct {
  Place start, end;
  AdrefNode *text; /* a PARAGRAPH with its words; NULL until it is to be matched */
} Sentence;

typedef struct {
  AdrefDiffWorker worker;
  GArray *sentences[2]; /* of Sentence: deleted ones, inserted ones */
  guint side;           /* of the sentences that are collected */
  GPtrArray *clauses;   /* of AdrefNode: those that were changed here */
  GHashTable *noted;    /* the same as a set */
} MovedSentences;

static Sentence *sentence_at(const MovedSentences *self, guint side, guint i)
{
  return &g_array_index(self->sentences[side], Sentence, i);
}

/* --- sentences --- */

static gboolean is_stop(gunichar c)
{
  return c == '.' || c == '!' || c == '?' || c == 0x3002 || c == 0xFF01 || c == 0xFF1F ||
         c == 0x061F || c == 0x06D4 || c == 0x0964;
}

/* Whether a full stop of a script that writes spaces ends no sentence: "1.5", "e.g. in". */
static gboolean goes_on(const char *behind, const char *end)
{
  if (behind >= end)
    return FALSE;
  if (*behind != ' ')
    return TRUE;
  return behind + 1 < end && g_unichar_islower(g_utf8_get_char(behind + 1));
}

/* The offset behind the first sentence that ends in a TEXT behind an offset; 0: none does. */
static gsize end_of_sentence(const AdrefNode *text, gsize from)
{
  const char *end = text->text + text->length;
  for (const char *at = text->text + from; at < end; at = g_utf8_next_char(at)) {
    gunichar c = g_utf8_get_char(at);
    const char *behind = g_utf8_next_char(at);
    if (is_stop(c) && (c > 0x2FFF || !goes_on(behind, end)))
      return (gsize)(behind - text->text);
  }
  return 0;
}

static gboolean ends_with_stop(const AdrefNode *node)
{
  if (!node->text || node->length == 0)
    return FALSE;
  const char *last = node->text + node->length;
  do {
    last = g_utf8_find_prev_char(node->text, last);
  } while (last && *last == ' ');
  return last && is_stop(g_utf8_get_char(last));
}

static AdrefChangeMark mark_of_side(guint side)
{
  return side == 0 ? ADREF_DELETED : ADREF_INSERTED;
}

/* Whether a sentence of a text can begin at a node: nothing of that text is before it in its
 * paragraph, or a sentence ends there. */
static gboolean begins_sentence(const AdrefNode *node, guint side)
{
  const AdrefNode *before = node->prev;
  while (before && before->mark == mark_of_side(1 - side))
    before = before->prev;
  return !before || ends_with_stop(before);
}

static gboolean ends_block(const AdrefNode *node, guint side)
{
  const AdrefNode *behind = node->next;
  while (behind && behind->mark == mark_of_side(1 - side))
    behind = behind->next;
  return !behind;
}

/* --- collecting --- */

/* A part of a TEXT, or a copy of another node. */
static void append_part(AdrefNode *paragraph, const AdrefNode *node, gsize from, gsize to)
{
  if (node->type != ADREF_TEXT) {
    adref_node_append(paragraph, adref_node_copy_tree(node, ADREF_KEPT));
    return;
  }
  AdrefNode *text = adref_node_new_text(ADREF_TEXT, node->text + from, (gssize)(to - from));
  text->as.literal = node->as.literal;
  adref_node_append(paragraph, text);
}

static AdrefNode *copy_words(const Place *start, const Place *end)
{
  AdrefNode *paragraph = adref_node_new(ADREF_PARAGRAPH);
  for (const AdrefNode *node = start->node;; node = node->next) {
    gsize from = node == start->node ? start->offset : 0;
    gsize to = node == end->node ? end->offset : node->length;
    if (node->type != ADREF_TEXT || to > from)
      append_part(paragraph, node, from, to);
    if (node == end->node)
      return paragraph;
  }
}

static void skip_spaces(Place *place)
{
  while (place->node->type == ADREF_TEXT && place->offset < place->node->length &&
         place->node->text[place->offset] == ' ')
    place->offset++;
}

static void add_sentence(MovedSentences *self, Place start, Place end)
{
  GArray *list = self->sentences[self->side];
  gboolean empty = start.node == end.node && start.offset >= end.offset;
  if (empty || list->len == MAX_SENTENCES)
    return;
  Sentence sentence = {start, end, NULL};
  g_array_append_val(list, sentence);
}

/* The end of a node without the spaces at its end. */
static Place end_of_node(AdrefNode *node)
{
  Place end = {node, node->type == ADREF_TEXT ? node->length : 1};
  while (node->type == ADREF_TEXT && end.offset > 0 && node->text[end.offset - 1] == ' ')
    end.offset--;
  return end;
}

/* Adds the sentences of one side between two sibling nodes. */
static void add_run(MovedSentences *self, AdrefNode *first, AdrefNode *last)
{
  gboolean open = begins_sentence(first, self->side);
  Place start = {first, 0};
  skip_spaces(&start);
  for (AdrefNode *node = first;; node = node->next) {
    gsize from = node == start.node ? start.offset : 0, stop;
    while (node->type == ADREF_TEXT && (stop = end_of_sentence(node, from)) > 0) {
      if (open)
        add_sentence(self, start, (Place){node, stop});
      start = (Place){node, stop};
      skip_spaces(&start);
      from = start.offset;
      open = TRUE;
    }
    if (node == last)
      break;
    if (node == start.node && node->type == ADREF_TEXT && start.offset == node->length)
      start = (Place){node->next, 0};
  }
  if (open && ends_block(last, self->side))
    add_sentence(self, start, end_of_node(last));
}

static void collect_block(MovedSentences *self, const AdrefNode *block)
{
  for (self->side = 0; self->side < 2; self->side++) {
    AdrefChangeMark mark = mark_of_side(self->side);
    for (AdrefNode *first = block->first, *last; first; first = last->next) {
      last = first;
      if (first->mark != mark)
        continue;
      while (last->next && last->next->mark == mark)
        last = last->next;
      add_run(self, first, last);
    }
  }
}

static gboolean is_in_both(const AdrefNode *node)
{
  return node->mark != ADREF_DELETED && node->mark != ADREF_INSERTED;
}

/* Which paragraphs are read: those of both texts, or those that came or went as a whole. */
typedef struct {
  gboolean both, deleted, inserted;
} Reading;

static gboolean is_read(Reading reading, const AdrefNode *paragraph)
{
  return paragraph->mark == ADREF_DELETED    ? reading.deleted
         : paragraph->mark == ADREF_INSERTED ? reading.inserted
                                             : reading.both;
}

static void collect(MovedSentences *self, const AdrefNode *clause, Reading reading)
{
  AdrefWalk walk = adref_walk(clause);
  while (adref_walk_next(&walk)) {
    const AdrefNode *node = walk.node;
    if (!walk.entering)
      continue;
    gboolean skipped = (!is_in_both(node) && !is_read(reading, node)) || adref_change_move_of(node);
    if (!skipped && node->type == ADREF_PARAGRAPH && is_read(reading, node))
      collect_block(self, node);
    if (skipped || adref_node_holds_inlines(node))
      adref_walk_skip(&walk);
  }
}

/* Whether a clause has no paragraph that came or went as a whole: it is one paragraph of both. */
static gboolean is_one_of_both(const AdrefNode *clause)
{
  const AdrefNode *block = clause->first;
  return is_in_both(clause) && block && !block->next && block->type == ADREF_PARAGRAPH &&
         is_in_both(block);
}

static void collect_all(MovedSentences *self, const AdrefNode *redline, Reading reading)
{
  for (const AdrefNode *clause = redline->first; clause; clause = clause->next)
    if (clause->as.clause->change && (reading.both || !is_one_of_both(clause)))
      collect(self, clause, reading);
}

/* Words of a sentence that are read for the hashes of their pairs. */
typedef struct {
  guint32 before, word; /* hashes */
  GArray *pairs;
} PairReader;

static const guint32 fnv_start = 2166136261U, fnv_prime = 16777619U; /* FNV-1a */

static void end_word(PairReader *self)
{
  if (self->word == fnv_start)
    return;
  guint32 pair = self->before * fnv_prime ^ self->word;
  g_array_append_val(self->pairs, pair);
  self->before = self->word;
  self->word = fnv_start;
}

/* A letter beyond ASCII is a word by itself: not every script has spaces. */
static void read_pairs(PairReader *self, const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++) {
    guchar c = (guchar)text[i];
    gboolean begins = (c & 0xC0) == 0xC0;
    if (begins || (c < 0x80 && !g_ascii_isalnum(c)))
      end_word(self);
    if (c >= 0x80 || g_ascii_isalnum(c))
      self->word = (self->word ^ c) * fnv_prime;
  }
}

/* Appends hashes of the pairs of neighbouring words of a sentence. */
static void append_pairs(const Sentence *sentence, GArray *pairs)
{
  PairReader reader = {0, fnv_start, pairs};
  for (const AdrefNode *node = sentence->start.node;; node = node->next) {
    gsize from = node == sentence->start.node ? sentence->start.offset : 0;
    gsize to = node == sentence->end.node ? sentence->end.offset : node->length;
    if (node->type == ADREF_TEXT) {
      read_pairs(&reader, node->text + from, to - MIN(from, to));
    } else {
      g_autofree char *words = adref_node_words(node);
      read_pairs(&reader, words, strlen(words));
    }
    if (node == sentence->end.node)
      break;
  }
  end_word(&reader);
}

/* Drops the sentences of one side from `from` on that have few pairs of words in common with the
 * sentences of the other side before `until`: reading them more closely costs more. */
static void keep_similar(MovedSentences *self, guint side, guint from, guint until)
{
  enum {
    SHARE = 3 /* one pair in so many */
  };
  g_autoptr(GHashTable) known = g_hash_table_new(NULL, NULL);
  g_autoptr(GArray) pairs = g_array_new(FALSE, FALSE, sizeof(guint32));
  for (guint i = 0; i < until; i++)
    append_pairs(sentence_at(self, 1 - side, i), pairs);
  for (guint i = 0; i < pairs->len; i++)
    g_hash_table_add(known, GUINT_TO_POINTER(g_array_index(pairs, guint32, i)));
  guint kept = from;
  for (guint i = from; i < self->sentences[side]->len; i++) {
    guint shared = 0;
    g_array_set_size(pairs, 0);
    append_pairs(sentence_at(self, side, i), pairs);
    for (guint k = 0; k < pairs->len; k++)
      if (g_hash_table_contains(known, GUINT_TO_POINTER(g_array_index(pairs, guint32, k))))
        shared++;
    if (shared * SHARE >= pairs->len)
      *sentence_at(self, side, kept++) = *sentence_at(self, side, i);
  }
  g_array_set_size(self->sentences[side], kept);
}

/* Sentences of paragraphs that came or went as a whole are read only when one side of a pair can
 * be in a paragraph of both texts; moved_blocks has compared the others. */
static void collect_sentences(MovedSentences *self, const AdrefNode *redline)
{
  collect_all(self, redline, (Reading){.both = TRUE});
  guint deleted = self->sentences[0]->len, inserted = self->sentences[1]->len;
  Reading alone = {.deleted = inserted > 0, .inserted = deleted > 0};
  if (!alone.deleted && !alone.inserted)
    return;
  collect_all(self, redline, alone);
  keep_similar(self, 0, deleted, inserted);
  keep_similar(self, 1, inserted, deleted);
}

/* --- matching --- */

/* The sentences of one side as units, with one more unit that only serves as a border: no two
 * sentences are between the same neighbours. */
static AdrefMatchUnits make_units(MovedSentences *self, guint side)
{
  guint count = self->sentences[side]->len, shift = side;
  AdrefMatchUnit *units = g_new0(AdrefMatchUnit, count + 1);
  for (guint i = 0; i < count; i++) {
    AdrefMatchUnit *unit = units + i + shift;
    *unit = adref_diff_worker_unit(&self->worker, sentence_at(self, side, i)->text, side);
    adref_diff_worker_set_bag(&self->worker, sentence_at(self, side, i)->text, side, unit);
  }
  units[side == 0 ? count : 0] = (AdrefMatchUnit){.content = G_MAXUINT / 2,
                                                  .exact = G_MAXUINT / 2,
                                                  .weight = G_MAXUINT / 4,
                                                  .bag = adref_word_bag_new(NULL, 0)};
  return (AdrefMatchUnits){units, count + 1};
}

static gboolean is_long(const AdrefMatchUnit *unit)
{
  return unit->bag->length >= MIN_WORDS || unit->weight >= MIN_BYTES;
}

/* matches[i], by deleted sentence: the inserted one or ADREF_NO_MATCH. Caller frees. */
static guint *match(MovedSentences *self)
{
  AdrefDiffWorker *worker = &self->worker;
  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < self->sentences[side]->len; i++) {
      Sentence *sentence = sentence_at(self, side, i);
      sentence->text = copy_words(&sentence->start, &sentence->end);
      adref_diff_worker_tokenize(worker, sentence->text, side);
    }
  adref_token_cache_unify_ids(worker->cache);
  AdrefMatchUnits old = make_units(self, 0), new = make_units(self, 1);
  guint *matches = g_new(guint, old.length);
  for (guint i = 0; i < old.length; i++)
    matches[i] = ADREF_NO_MATCH;
  matches[old.length - 1] = 0;
  adref_match_units_identical(worker->aligner, old, new, TRUE, matches);
  adref_match_units_similar(worker->matcher, old, new, TRUE, matches);
  for (guint i = 0; i + 1 < old.length; i++)
    if (matches[i] != ADREF_NO_MATCH &&
        (!is_long(old.units + i) || !is_long(new.units + matches[i])))
      matches[i] = ADREF_NO_MATCH;
    else if (matches[i] != ADREF_NO_MATCH)
      matches[i]--;
  adref_match_units_clear(old);
  adref_match_units_clear(new);
  return matches;
}

/* --- putting --- */

/* Divides a TEXT; returns the new node with the bytes from `offset` on. */
static AdrefNode *divide(AdrefNode *text, gsize offset)
{
  AdrefNode *rest =
      adref_node_new_text(ADREF_TEXT, text->text + offset, (gssize)(text->length - offset));
  rest->mark = text->mark;
  rest->as.literal = text->as.literal;
  if (text->next)
    adref_node_insert_before(text->next, rest);
  else
    adref_node_append(text->parent, rest);
  adref_node_take_text(text, g_strndup(text->text, offset), offset);
  return rest;
}

/* Makes a sentence consist of whole nodes. */
static void cut_out(Sentence *sentence)
{
  Place *start = &sentence->start, *end = &sentence->end;
  if (end->node->type == ADREF_TEXT && end->offset < end->node->length)
    divide(end->node, end->offset);
  if (start->node->type == ADREF_TEXT && start->offset > 0) {
    AdrefNode *rest = divide(start->node, start->offset);
    if (end->node == start->node)
      end->node = rest;
    start->node = rest;
  }
}

static void note_clause(MovedSentences *self, AdrefNode *node)
{
  while (node->type != ADREF_CLAUSE)
    node = node->parent;
  if (g_hash_table_add(self->noted, node))
    g_ptr_array_add(self->clauses, node);
}

static void replace(MovedSentences *self, Sentence *sentence, AdrefNode *passage)
{
  AdrefNode *node = sentence->start.node, *last = sentence->end.node, *next;
  adref_node_insert_before(node, passage);
  for (gboolean more = TRUE; more; node = next) {
    more = node != last;
    next = node->next;
    adref_node_free(node);
  }
  note_clause(self, passage);
}

/* What only the new text has around a sentence of both. */
static void wrap_around(AdrefNode *passage)
{
  for (AdrefNode *outer = passage->parent; outer && outer->mark == ADREF_INSERTED;
       outer = outer->parent)
    outer->mark = ADREF_WRAPPED;
}

static void count_bytes(const AdrefNode *root, gsize *kept, gsize *marked)
{
  AdrefWalk walk = adref_walk(root);
  while (adref_walk_next(&walk))
    if (walk.entering && walk.node->text)
      *(walk.node->mark == ADREF_KEPT ? kept : marked) += walk.node->length;
}

/* The redline of a sentence at its new place; NULL: less than half of its words stayed. */
static AdrefNode *passage_of(MovedSentences *self, const Sentence *old, const Sentence *new)
{
  AdrefNode *passage = adref_node_new(ADREF_PASSAGE);
  const AdrefNode *olds[] = {old->text}, *news[] = {new->text};
  adref_interleave(self->worker.aligner, adref_diff_worker_tokens(&self->worker, olds, 1, 0),
                   adref_diff_worker_tokens(&self->worker, news, 1, 1), &passage);
  gsize kept = 0, marked = 0;
  count_bytes(passage, &kept, &marked);
  if (kept >= marked)
    return passage;
  adref_node_free(passage);
  return NULL;
}

static void put(MovedSentences *self, AdrefNode *const *passages, const guint *matches)
{
  guint olds = self->sentences[0]->len, news = self->sentences[1]->len;
  g_autofree AdrefNode **from = g_new0(AdrefNode *, olds + 1), **to = g_new0(AdrefNode *, news + 1);
  for (guint i = 0; i < olds; i++)
    if (passages[i])
      to[matches[i]] = passages[i];
  for (guint i = olds; i-- > 0;) {
    if (!passages[i])
      continue;
    from[i] = adref_node_new(ADREF_PASSAGE);
    from[i]->mark = ADREF_DELETED;
    cut_out(sentence_at(self, 0, i));
    replace(self, sentence_at(self, 0, i), from[i]);
  }
  for (guint j = news; j-- > 0;) {
    if (!to[j])
      continue;
    cut_out(sentence_at(self, 1, j));
    replace(self, sentence_at(self, 1, j), to[j]);
    wrap_around(to[j]);
  }
  for (guint i = 0; i < olds; i++)
    if (from[i])
      adref_change_set_move(from[i], &passages[i], 1, TRUE);
}

static void find(MovedSentences *self, const AdrefNode *old, const AdrefNode *new,
                 const char *language)
{
  adref_diff_worker_init(&self->worker, old, new, language);
  g_autofree guint *matches = match(self);
  guint olds = self->sentences[0]->len;
  g_autofree AdrefNode **passages = g_new0(AdrefNode *, olds + 1);
  for (guint i = 0; i < olds; i++)
    if (matches[i] != ADREF_NO_MATCH)
      passages[i] = passage_of(self, sentence_at(self, 0, i), sentence_at(self, 1, matches[i]));
  put(self, passages, matches);
  adref_diff_worker_clear(&self->worker);
}

GPtrArray *adref_moved_sentences_find(AdrefNode *redline, const AdrefNode *old,
                                      const AdrefNode *new, const char *language)
{
  MovedSentences self = {.clauses = g_ptr_array_new(), .noted = g_hash_table_new(NULL, NULL)};
  for (guint side = 0; side < 2; side++)
    self.sentences[side] = g_array_new(FALSE, FALSE, sizeof(Sentence));
  collect_sentences(&self, redline);
  if (self.sentences[0]->len > 0 && self.sentences[1]->len > 0)
    find(&self, old, new, language);
  for (guint side = 0; side < 2; side++) {
    for (guint i = 0; i < self.sentences[side]->len; i++)
      adref_node_free(sentence_at(&self, side, i)->text);
    g_array_unref(self.sentences[side]);
  }
  g_hash_table_unref(self.noted);
  return self.clauses;
}
