#include "clause/word_place.h"

#include <string.h>

#include "clause/inline_normalize.h"

/* Stands in the words of a block where no place goes on. */
#define BORDER '\001'

/* --- the words of a block --- */

typedef struct {
  AdrefNode *node; /* TEXT, CODE or LINE_BREAK */
  gsize start;     /* in `words` */
} Segment;

typedef struct {
  GString *words;
  GArray *segments;
} BlockWords;

static void block_words_clear(BlockWords *self)
{
  g_string_free(self->words, TRUE);
  g_array_unref(self->segments);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(BlockWords, block_words_clear)

static void add_segment(BlockWords *self, AdrefNode *node, const char *text, gsize length)
{
  Segment segment = {node, self->words->len};
  g_array_append_val(self->segments, segment);
  g_string_append_len(self->words, text, (gssize)length);
}

/* Whether no place goes over the beginning or the end of a node. */
static gboolean is_border(const AdrefNode *node)
{
  return node->type == ADREF_IMAGE || node->type == ADREF_AD_REF ||
         (node->type == ADREF_ALTERNATIVE && (node->prev || node->next));
}

static void block_words_init(BlockWords *self, const AdrefNode *block)
{
  self->words = g_string_new(NULL);
  self->segments = g_array_new(FALSE, FALSE, sizeof(Segment));
  AdrefWalk walk = adref_walk(block);
  while (adref_walk_next(&walk)) {
    AdrefNode *node = walk.node;
    if (is_border(node))
      g_string_append_c(self->words, BORDER);
    if (walk.entering && (node->type == ADREF_TEXT || node->type == ADREF_CODE))
      add_segment(self, node, node->text, node->length);
    else if (walk.entering && node->type == ADREF_LINE_BREAK)
      add_segment(self, node, " ", 1);
    else if (walk.entering && node->type == ADREF_IMAGE)
      adref_walk_skip(&walk);
  }
}

/* --- folding --- */

typedef struct {
  gunichar letter;
  guint at; /* the byte at which its character begins */
} FoldedLetter;

/* Quotation marks, apostrophes and dashes have many shapes. */
static gunichar fold_mark(gunichar c)
{
  if (c == 0x2018 || c == 0x2019 || c == 0x201A || c == 0x02BC || c == '`')
    return '\'';
  if ((c >= 0x201C && c <= 0x201F) || c == 0xAB || c == 0xBB)
    return '"';
  return (c >= 0x2010 && c <= 0x2015) || c == 0x2212 ? '-' : c;
}

/* Whether the marks of a script may be left out: accents, and vowels of Arabic and Hebrew. Those of
 * Thai or Hindi are letters. */
static gboolean has_optional_marks(gunichar base)
{
  switch (g_unichar_get_script(base)) {
  case G_UNICODE_SCRIPT_LATIN:
  case G_UNICODE_SCRIPT_GREEK:
  case G_UNICODE_SCRIPT_CYRILLIC:
  case G_UNICODE_SCRIPT_ARABIC:
  case G_UNICODE_SCRIPT_HEBREW: return TRUE;
  default: return FALSE;
  }
}

static gboolean is_left_out(gunichar c)
{
  return g_unichar_isspace(c) || g_unichar_type(c) == G_UNICODE_FORMAT || c == 0x0640 /* tatweel */;
}

/* The letters of a text. `marks`: with accents and vowel marks. */
static GArray *fold(const char *text, gsize length, gboolean marks)
{
  GArray *folded = g_array_new(FALSE, FALSE, sizeof(FoldedLetter));
  gboolean optional = FALSE;
  for (const char *p = text; p < text + length; p = g_utf8_next_char(p)) {
    gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
    gsize count =
        g_unichar_fully_decompose(fold_mark(g_utf8_get_char(p)), TRUE, parts, G_N_ELEMENTS(parts));
    for (gsize i = 0; i < count; i++) {
      gunichar c = g_unichar_tolower(parts[i]);
      if (is_left_out(c))
        continue;
      if (!g_unichar_ismark(c))
        optional = has_optional_marks(c);
      else if (!marks && optional)
        continue;
      FoldedLetter letter = {c, (guint)(p - text)};
      g_array_append_val(folded, letter);
    }
  }
  return folded;
}

/* --- finding --- */

/* Whether words of the script of a letter are divided by spaces. */
static gboolean is_spaced_letter(gunichar c)
{
  if (!g_unichar_isalnum(c) || g_unichar_iswide(c))
    return FALSE;
  switch (g_unichar_get_script(c)) {
  case G_UNICODE_SCRIPT_THAI:
  case G_UNICODE_SCRIPT_LAO:
  case G_UNICODE_SCRIPT_KHMER:
  case G_UNICODE_SCRIPT_MYANMAR:
  case G_UNICODE_SCRIPT_HAN:
  case G_UNICODE_SCRIPT_HIRAGANA:
  case G_UNICODE_SCRIPT_KATAKANA: return FALSE;
  default: return TRUE;
  }
}

/* Whether a place may begin or end at a byte: not inside a word. */
static gboolean is_word_edge(const GString *words, gsize at)
{
  if (at == 0 || at >= words->len)
    return TRUE;
  gunichar before = g_utf8_get_char(g_utf8_prev_char(words->str + at));
  gunichar after = g_utf8_get_char(words->str + at);
  return !g_unichar_ismark(after) && !(is_spaced_letter(before) && is_spaced_letter(after));
}

/* The byte behind the character that begins at a byte, and behind its marks. */
static gsize end_of(const GString *words, gsize at)
{
  const char *p = g_utf8_next_char(words->str + at);
  while (g_unichar_ismark(g_utf8_get_char(p)))
    p = g_utf8_next_char(p);
  return (gsize)(p - words->str);
}

/* For each letter of what is looked for how many letters before it are a beginning of it, too
 * (Knuth, Morris and Pratt). */
static guint *make_borders(const FoldedLetter *wanted, guint length)
{
  guint *borders = g_new0(guint, length + 1);
  for (guint i = 1, same = 0; i < length; i++) {
    while (same > 0 && wanted[i].letter != wanted[same].letter)
      same = borders[same];
    same += wanted[i].letter == wanted[same].letter;
    borders[i + 1] = same;
  }
  return borders;
}

static const FoldedLetter *letter_at(const GArray *letters, guint index)
{
  return &g_array_index(letters, FoldedLetter, index);
}

static gboolean add_place(GArray *places, AdrefNode *block, const GString *words, gsize start,
                          gsize last)
{
  AdrefWordPlace place = {block, start, end_of(words, last)};
  if (!is_word_edge(words, place.start) || !is_word_edge(words, place.end))
    return FALSE;
  g_array_append_val(places, place);
  return TRUE;
}

static void find_in(GArray *places, AdrefNode *block, const GArray *wanted, gboolean marks)
{
  g_auto(BlockWords) words;
  block_words_init(&words, block);
  g_autoptr(GArray) text = fold(words.words->str, words.words->len, marks);
  const FoldedLetter *first = letter_at(wanted, 0);
  g_autofree guint *borders = make_borders(first, wanted->len);
  guint same = 0;
  for (guint i = 0; i < text->len; i++) {
    gunichar letter = letter_at(text, i)->letter;
    while (same > 0 && letter != first[same].letter)
      same = borders[same];
    same += letter == first[same].letter;
    if (same < wanted->len)
      continue;
    gboolean goes_on = i + 1 < text->len && g_unichar_ismark(letter_at(text, i + 1)->letter);
    gboolean taken =
        !goes_on && add_place(places, block, words.words, letter_at(text, i + 1 - wanted->len)->at,
                              letter_at(text, i)->at);
    same = taken ? 0 : borders[same];
  }
}

static void find_all(GArray *places, const AdrefNode *part, const GArray *wanted, gboolean marks)
{
  AdrefWalk walk = adref_walk(part);
  while (adref_walk_next(&walk)) {
    if (!walk.entering || !adref_node_holds_inlines(walk.node))
      continue;
    find_in(places, walk.node, wanted, marks);
    adref_walk_skip(&walk);
  }
}

GArray *adref_word_places_find(const AdrefNode *part, const char *words)
{
  GArray *places = g_array_new(FALSE, FALSE, sizeof(AdrefWordPlace));
  gsize length = strlen(words);
  for (gboolean marks = TRUE; length <= ADREF_WORD_PLACE_LIMIT && places->len == 0; marks = FALSE) {
    g_autoptr(GArray) wanted = fold(words, length, marks);
    if (wanted->len > 0)
      find_all(places, part, wanted, marks);
    if (!marks)
      break;
  }
  return places;
}

/* The words of all blocks below a node, with spaces for borders. */
static char *join_blocks(const AdrefNode *part)
{
  GString *all = g_string_new(NULL);
  AdrefWalk walk = adref_walk(part);
  while (adref_walk_next(&walk)) {
    if (!walk.entering || !adref_node_holds_inlines(walk.node))
      continue;
    g_auto(BlockWords) block;
    block_words_init(&block, walk.node);
    for (gsize i = 0; i < block.words->len; i++)
      g_string_append_c(all, block.words->str[i] == BORDER ? ' ' : block.words->str[i]);
    g_string_append_c(all, ' ');
    adref_walk_skip(&walk);
  }
  return g_string_free(all, FALSE);
}

gboolean adref_word_places_cross(const AdrefNode *part, const char *words)
{
  g_autofree char *all = join_blocks(part);
  g_autoptr(AdrefNode) block = adref_node_new(ADREF_PARAGRAPH);
  adref_node_append(block, adref_node_new_text(ADREF_TEXT, all, -1));
  g_autoptr(GArray) places = adref_word_places_find(block, words);
  return places->len > 0;
}

/* --- the nearest words --- */

enum {
  MAX_NEAR_WORDS = 40,   /* of what is looked for: with more there is no nearest place */
  MAX_NEAR_TEXT = 100000 /* bytes of a block in which it is looked for */
};

/* The words between spaces, folded, and where they stand. */
typedef struct {
  GPtrArray *keys; /* of char * */
  GArray *places;  /* of AdrefWordPlace without a block */
} WordList;

static void word_list_clear(WordList *self)
{
  g_ptr_array_unref(self->keys);
  g_array_unref(self->places);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(WordList, word_list_clear)

static char *key_of(const char *text, gsize length)
{
  g_autoptr(GArray) letters = fold(text, length, FALSE);
  GString *key = g_string_new(NULL);
  for (guint i = 0; i < letters->len; i++)
    if (!g_unichar_ispunct(letter_at(letters, i)->letter))
      g_string_append_unichar(key, letter_at(letters, i)->letter);
  return g_string_free(key, FALSE);
}

static void word_list_init(WordList *self, const char *text, gsize length)
{
  self->keys = g_ptr_array_new_with_free_func(g_free);
  self->places = g_array_new(FALSE, FALSE, sizeof(AdrefWordPlace));
  for (gsize at = 0; at < length;) {
    static const char gaps[] = {' ', BORDER, '\0'};
    gsize word = strcspn(text + at, gaps);
    AdrefWordPlace place = {NULL, at, at + word};
    if (word > 0) {
      g_ptr_array_add(self->keys, key_of(text + at, word));
      g_array_append_val(self->places, place);
    }
    at += word + 1;
  }
}

/* Whether two words are the same, or begin with the same half. */
static guint likeness(const char *a, const char *b)
{
  if (strcmp(a, b) == 0)
    return *a ? 2 : 0;
  gsize same = 0;
  while (a[same] && a[same] == b[same])
    same++;
  return same >= 3 && same * 2 >= MAX(strlen(a), strlen(b)) ? 1 : 0;
}

/* The words of a block that are most like the wanted ones, as many of them. */
static void find_nearest(AdrefNode *block, const WordList *wanted, guint *best,
                         AdrefWordPlace *place)
{
  g_auto(BlockWords) words;
  block_words_init(&words, block);
  if (words.words->len > MAX_NEAR_TEXT)
    return;
  g_auto(WordList) list;
  word_list_init(&list, words.words->str, words.words->len);
  for (guint i = 0; i + wanted->keys->len <= list.keys->len; i++) {
    guint score = 0;
    for (guint j = 0; j < wanted->keys->len; j++)
      score += likeness(list.keys->pdata[i + j], wanted->keys->pdata[j]);
    if (score <= *best)
      continue;
    *best = score;
    place->block = block;
    place->start = g_array_index(list.places, AdrefWordPlace, i).start;
    place->end = g_array_index(list.places, AdrefWordPlace, i + wanted->keys->len - 1).end;
  }
}

char *adref_word_places_nearest(const AdrefNode *part, const char *words)
{
  g_auto(WordList) wanted;
  word_list_init(&wanted, words, strlen(words));
  AdrefWordPlace place = {0};
  guint best = wanted.keys->len - (wanted.keys->len > 0); /* half of the words at least */
  AdrefWalk walk = adref_walk(part);
  while (wanted.keys->len > 0 && wanted.keys->len <= MAX_NEAR_WORDS && adref_walk_next(&walk)) {
    if (!walk.entering || !adref_node_holds_inlines(walk.node))
      continue;
    find_nearest(walk.node, &wanted, &best, &place);
    adref_walk_skip(&walk);
  }
  return place.block ? adref_word_place_words(&place) : NULL;
}

/* --- showing --- */

/* The words with a space at each border. */
static char *clean(char *text)
{
  return adref_inline_normalize_spaces(g_strdelimit(text, (const char[]){BORDER, '\0'}, ' '));
}

char *adref_word_place_words(const AdrefWordPlace *place)
{
  g_auto(BlockWords) words;
  block_words_init(&words, place->block);
  return clean(g_strndup(words.words->str + place->start, place->end - place->start));
}

char *adref_word_place_context(const AdrefWordPlace *place, guint width)
{
  g_auto(BlockWords) words;
  block_words_init(&words, place->block);
  const char *text = words.words->str, *end = text + words.words->len;
  const char *from = text + place->start, *to = text + place->end;
  for (guint i = 0; i < width && from > text; i++)
    from = g_utf8_prev_char(from);
  for (guint i = 0; i < width && to < end; i++)
    to = g_utf8_next_char(to);
  g_autofree char *around = clean(g_strndup(from, (gsize)(to - from)));
  return g_strdup_printf("%s%s%s", from > text ? "..." : "", around, to < end ? "..." : "");
}

/* --- isolating --- */

/* Divides a TEXT at a byte; the node whose words begin there. */
static AdrefNode *divide(AdrefNode *text, gsize at)
{
  if (at == 0 || at >= text->length)
    return text;
  AdrefNode *rest = adref_node_new_text(ADREF_TEXT, text->text + at, (gssize)(text->length - at));
  rest->line = text->line;
  rest->column = text->column;
  if (text->next)
    adref_node_insert_before(text->next, rest);
  else
    adref_node_append(text->parent, rest);
  adref_node_take_text(text, g_strndup(text->text, at), at);
  return rest;
}

/* Formatting and links that hold nothing but the place belong to it. */
static void widen(AdrefNode **first, AdrefNode **last)
{
  AdrefNode *parent = (*first)->parent;
  while (!(*first)->prev && !(*last)->next && !adref_node_is_block(parent) &&
         (adref_node_is_formatting(parent) || parent->type == ADREF_LINK)) {
    *first = *last = parent;
    parent = parent->parent;
  }
}

void adref_word_place_isolate(const AdrefWordPlace *place, AdrefNode **first, AdrefNode **last)
{
  g_auto(BlockWords) words;
  block_words_init(&words, place->block);
  const Segment *begins = NULL, *ends = NULL;
  for (guint i = 0; i < words.segments->len; i++) {
    const Segment *segment = &g_array_index(words.segments, Segment, i);
    if (segment->start <= place->start)
      begins = segment;
    if (segment->start < place->end)
      ends = segment;
  }
  if (ends->node->type == ADREF_TEXT)
    divide(ends->node, place->end - ends->start);
  AdrefNode *at = begins->node;
  *last = ends->node;
  *first = at->type == ADREF_TEXT ? divide(at, place->start - begins->start) : at;
  if (ends->node == at)
    *last = *first;
  adref_node_meet(first, last);
  widen(first, last);
}
