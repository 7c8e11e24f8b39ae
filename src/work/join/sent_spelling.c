#include "work/join/sent_spelling.h"

#include <string.h>

#include "clause/markdown/footnote_check.h"
#include "clause/node_copy.h"
#include "exchange/paragraphs/opening_words.h"
#include "merge/join/merge_clauses.h"

/* Signs of which one is typed for another one. */
typedef enum {
  SIGN_OTHER,
  SIGN_APOSTROPHE,        /* ' */
  SIGN_CURVED_APOSTROPHE, /* ‘ ’ */
  SIGN_QUOTE,             /* " */
  SIGN_CURVED_QUOTE,      /* “ ” */
  SIGN_FIXED_SPACE,       /* that does not break, U+00A0 and U+202F */
  SIGN_FIXED_HYPHEN,      /* U+2011 */
  SIGN_COUNT,
} Sign;

static Sign sign_of(gunichar c)
{
  switch (c) {
  case '\'': return SIGN_APOSTROPHE;
  case 0x2018:
  case 0x2019: return SIGN_CURVED_APOSTROPHE;
  case '"': return SIGN_QUOTE;
  case 0x201C:
  case 0x201D: return SIGN_CURVED_QUOTE;
  case 0x00A0:
  case 0x202F: return SIGN_FIXED_SPACE;
  case 0x2011: return SIGN_FIXED_HYPHEN;
  default: return SIGN_OTHER;
  }
}

/* The next letter that may be a sign: two of ASCII, and those that begin with the bytes of the
 * others.
 */
static const char *next_sign(const char *at)
{
  return at + strcspn(at, "'\"\xC2\xE2");
}

static void count_signs(const AdrefNode *root, guint *counts)
{
  AdrefWalk walk = adref_walk(root);
  while (adref_walk_next(&walk)) {
    if (!walk.entering || walk.node->type != ADREF_TEXT)
      continue;
    for (const char *at = next_sign(walk.node->text); *at; at = next_sign(g_utf8_next_char(at)))
      counts[sign_of(g_utf8_get_char(at))]++;
  }
}

/* Whether a sign of the side is one that the base writes otherwise. */
static void find_changed(const guint *base, gboolean *changes)
{
  changes[SIGN_APOSTROPHE] = base[SIGN_APOSTROPHE] == 0 && base[SIGN_CURVED_APOSTROPHE] > 0;
  changes[SIGN_CURVED_APOSTROPHE] = base[SIGN_APOSTROPHE] > 0 && base[SIGN_CURVED_APOSTROPHE] == 0;
  changes[SIGN_QUOTE] = base[SIGN_QUOTE] == 0 && base[SIGN_CURVED_QUOTE] > 0;
  changes[SIGN_CURVED_QUOTE] = base[SIGN_QUOTE] > 0 && base[SIGN_CURVED_QUOTE] == 0;
  changes[SIGN_FIXED_SPACE] = base[SIGN_FIXED_SPACE] == 0;
  changes[SIGN_FIXED_HYPHEN] = base[SIGN_FIXED_HYPHEN] == 0;
}

/* The other form of a sign behind the letter `before` (0: none). */
static gunichar other_form(Sign sign, gunichar before)
{
  gboolean opens = before == 0 || g_unichar_isspace(before) || strchr("([-", (int)MIN(before, 127));
  switch (sign) {
  case SIGN_APOSTROPHE: return opens ? 0x2018 : 0x2019;
  case SIGN_CURVED_APOSTROPHE: return '\'';
  case SIGN_QUOTE: return opens ? 0x201C : 0x201D;
  case SIGN_CURVED_QUOTE: return '"';
  case SIGN_FIXED_SPACE: return ' ';
  case SIGN_FIXED_HYPHEN: return '-';
  case SIGN_OTHER:
  case SIGN_COUNT: break;
  }
  return before;
}

static void change_text(AdrefNode *text, const gboolean *changes)
{
  GString *words = g_string_sized_new(text->length);
  gunichar before = 0;
  gboolean changed = FALSE;
  for (const char *at = text->text; *at; at = g_utf8_next_char(at)) {
    gunichar c = g_utf8_get_char(at);
    Sign sign = sign_of(c);
    g_string_append_unichar(words, changes[sign] ? other_form(sign, before) : c);
    changed = changed || changes[sign];
    before = c;
  }
  gsize length = words->len;
  if (changed)
    adref_node_take_text(text, g_string_free(words, FALSE), length);
  else
    g_string_free(words, TRUE);
}

static guint take_signs(AdrefNode *side, const AdrefNode *sent, const AdrefNode *base)
{
  guint in_base[SIGN_COUNT] = {0}, in_side[SIGN_COUNT] = {0}, count = 0;
  gboolean changes[SIGN_COUNT] = {FALSE};
  count_signs(sent, in_side);
  count_signs(base, in_base);
  find_changed(in_base, changes);
  for (guint sign = 0; sign < SIGN_COUNT; sign++)
    count += changes[sign] ? in_side[sign] : 0;
  AdrefWalk walk = adref_walk(side);
  while (side && count > 0 && adref_walk_next(&walk))
    if (walk.entering && walk.node->type == ADREF_TEXT)
      change_text(walk.node, changes);
  return count;
}

/* --- headings --- */

static AdrefNode *heading_of(const AdrefNode *clause)
{
  AdrefNode *block = clause->as.clause->kind == ADREF_TITLE ? clause->first : NULL;
  return block && block->type == ADREF_HEADING && block->first ? block : NULL;
}

/* The bytes of the typed number of a heading, "1. ", with its space; 0: it has none. */
static gsize number_length(const AdrefNode *heading)
{
  gsize length = 0;
  const AdrefNode *text = heading->first;
  g_autofree char *number =
      text->type == ADREF_TEXT ? adref_opening_number(text->text, &length) : NULL;
  gboolean is_marked =
      number && (memchr(text->text, '.', length) || memchr(text->text, ')', length));
  return is_marked && length < text->length ? length : 0; /* "2030 AGENDA" has none */
}

static guint count_numbered(const AdrefNode *document)
{
  guint count = 0;
  for (const AdrefNode *clause = document->first; clause; clause = clause->next) {
    const AdrefNode *heading = heading_of(clause);
    count += heading && number_length(heading) > 0 ? 1 : 0;
  }
  return count;
}

static void cut_numbers(AdrefNode *side)
{
  for (AdrefNode *clause = side->first; clause; clause = clause->next) {
    AdrefNode *heading = heading_of(clause), *text = heading ? heading->first : NULL;
    gsize length = heading ? number_length(heading) : 0;
    if (length > 0)
      adref_node_take_text(text, g_strdup(text->text + length), text->length - length);
  }
}

/* The headings of a text by their words in small letters. */
static GHashTable *headings_of(const AdrefNode *document)
{
  GHashTable *headings = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (const AdrefNode *clause = document->first; clause; clause = clause->next) {
    AdrefNode *heading = heading_of(clause);
    g_autofree char *words = heading ? adref_node_words(heading) : NULL;
    if (heading)
      g_hash_table_insert(headings, g_utf8_casefold(words, -1), heading);
  }
  return headings;
}

/* Whether words are written in capitals. */
static gboolean is_capital(const char *words)
{
  g_autofree char *upper = g_utf8_strup(words, -1);
  return strcmp(words, upper) == 0;
}

/* The heading of the base that this one is in capitals; NULL: it is none. */
static const AdrefNode *known_heading(GHashTable *known, const AdrefNode *heading)
{
  g_autofree char *words = adref_node_words(heading);
  g_autofree char *key = g_utf8_casefold(words, -1);
  const AdrefNode *found = is_capital(words) ? g_hash_table_lookup(known, key) : NULL;
  g_autofree char *of_base = found ? adref_node_words(found) : NULL;
  return found && strcmp(of_base, words) != 0 ? found : NULL;
}

static guint take_capitals(AdrefNode *side, const AdrefNode *sent, const AdrefNode *base)
{
  guint count = 0;
  g_autoptr(GHashTable) known = headings_of(base);
  for (AdrefNode *clause = side ? side->first : sent->first; clause; clause = clause->next) {
    AdrefNode *heading = heading_of(clause);
    const AdrefNode *found = heading ? known_heading(known, heading) : NULL;
    count += found ? 1 : 0;
    if (!found || !side)
      continue;
    while (heading->first)
      adref_node_free(heading->first);
    for (const AdrefNode *inline_node = found->first; inline_node; inline_node = inline_node->next)
      adref_node_append(heading, adref_node_copy_tree(inline_node, ADREF_KEPT));
  }
  return count;
}

/* --- footnotes --- */

/* The texts of footnotes, in their order (of AdrefNode). */
static GPtrArray *notes_of(const AdrefNode *document)
{
  GPtrArray *notes = g_ptr_array_new();
  for (const AdrefNode *clause = document->first; clause; clause = clause->next)
    for (AdrefNode *block = clause->first; block; block = block->next)
      if (block->type == ADREF_FOOTNOTE_TEXT)
        g_ptr_array_add(notes, block);
  return notes;
}

/* Those whose labels the other text does not have. */
static GPtrArray *only_in(const GPtrArray *notes, const GPtrArray *others)
{
  g_autoptr(GHashTable) labels = g_hash_table_new(g_str_hash, g_str_equal);
  GPtrArray *only = g_ptr_array_new();
  for (guint i = 0; i < others->len; i++)
    g_hash_table_add(labels, (gpointer)(guintptr)adref_footnote_label(others->pdata[i]));
  for (guint i = 0; i < notes->len; i++)
    if (!g_hash_table_contains(labels, adref_footnote_label(notes->pdata[i])))
      g_ptr_array_add(only, notes->pdata[i]);
  return only;
}

/* The label in the side -> that in the base, of footnotes that are one. Caller unrefs. */
static GHashTable *find_labels(const AdrefNode *sent, const AdrefNode *base)
{
  enum {
    MAX_NOTES_COMPARED = 100 /* of the base that are left, with a new one */
  };
  GHashTable *labels = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GPtrArray) of_sent = notes_of(sent), of_base = notes_of(base);
  g_autoptr(GPtrArray) new = only_in(of_sent, of_base), old = only_in(of_base, of_sent);
  for (guint i = 0; i < new->len; i++)
    for (guint k = 0; k < MIN(old->len, MAX_NOTES_COMPARED); k++) {
      if (!adref_merge_are_alike(new->pdata[i], old->pdata[k]))
        continue;
      g_hash_table_insert(labels, g_strdup(adref_footnote_label(new->pdata[i])),
                          g_strdup(adref_footnote_label(old->pdata[k])));
      g_ptr_array_remove_index(old, k);
      break;
    }
  return labels;
}

static guint take_labels(AdrefNode *side, const AdrefNode *sent, const AdrefNode *base)
{
  g_autoptr(GHashTable) labels = find_labels(sent, base);
  AdrefWalk walk = adref_walk(side);
  while (side && g_hash_table_size(labels) > 0 && adref_walk_next(&walk)) {
    AdrefNode *node = walk.node;
    const char *label = walk.entering && node->type == ADREF_FOOTNOTE
                            ? g_hash_table_lookup(labels, node->text)
                            : NULL;
    if (label)
      adref_node_take_text(node, g_strdup(label), strlen(label));
  }
  return g_hash_table_size(labels);
}

/* --- spaces between words in bold --- */

/* Formatted words and nothing else, as "**FURTHER REAFFIRM**": its key in a table; NULL: it is
 * none. `more` are words of the same formatting that a space divides from them; NULL: there are
 * none. Caller frees. */
static char *formatted_key(const AdrefNode *node, const AdrefNode *more)
{
  const AdrefNode *nodes[] = {node, more};
  g_autoptr(GString) key = g_string_new(NULL);
  for (guint i = 0; i < G_N_ELEMENTS(nodes) && nodes[i]; i++) {
    const AdrefNode *text = nodes[i]->first;
    if (!adref_node_is_formatting(nodes[i]) || !text || text->next || text->type != ADREF_TEXT)
      return NULL;
    if (i == 0)
      g_string_append_printf(key, "%d %d", (int)node->type,
                             node->type == ADREF_FORMAT ? (int)node->as.format : 0);
    g_string_append_printf(key, " %s", text->text);
  }
  return g_string_free(g_steal_pointer(&key), FALSE);
}

/* The other words in bold behind a space that is not; NULL: there are none. */
static const AdrefNode *behind_space(const AdrefNode *node)
{
  const AdrefNode *space = node->next, *other = space ? space->next : NULL;
  gboolean is_pair = other && adref_node_is_formatting(node) && node->type == other->type &&
                     (node->type != ADREF_FORMAT || node->as.format == other->as.format);
  return is_pair && space->type == ADREF_TEXT && strcmp(space->text, " ") == 0 ? other : NULL;
}

/* "**FURTHER** **REAFFIRM**" of the base, by the key of the same words with the space in bold ->
 * how many bytes stand before it; without those that the base has in both forms. */
static GHashTable *seams_of(const AdrefNode *base)
{
  GHashTable *seams = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  AdrefWalk walk = adref_walk(base);
  while (adref_walk_next(&walk)) {
    const AdrefNode *other = walk.entering ? behind_space(walk.node) : NULL;
    char *key = other ? formatted_key(walk.node, other) : NULL;
    if (key)
      g_hash_table_insert(seams, key, GSIZE_TO_POINTER(walk.node->first->length));
  }
  walk = adref_walk(base);
  while (g_hash_table_size(seams) > 0 && adref_walk_next(&walk)) {
    g_autofree char *key = walk.entering ? formatted_key(walk.node, NULL) : NULL;
    if (key)
      g_hash_table_remove(seams, key);
  }
  return seams;
}

static void split_formatting(AdrefNode *node, gsize length)
{
  AdrefNode *text = node->first, *before = adref_node_new(node->type);
  before->as = node->as;
  adref_node_append(before, adref_node_new_text(ADREF_TEXT, text->text, (gssize)length));
  adref_node_insert_before(node, before);
  adref_node_insert_before(node, adref_node_new_text(ADREF_TEXT, " ", 1));
  adref_node_take_text(text, g_strdup(text->text + length + 1), text->length - length - 1);
}

static guint take_seams(AdrefNode *side, const AdrefNode *sent, const AdrefNode *base)
{
  g_autoptr(GHashTable) seams = seams_of(base);
  g_autoptr(GPtrArray) joined = g_ptr_array_new();
  AdrefWalk walk = adref_walk(side ? side : sent);
  while (g_hash_table_size(seams) > 0 && adref_walk_next(&walk)) {
    g_autofree char *key = walk.entering ? formatted_key(walk.node, NULL) : NULL;
    if (key && g_hash_table_contains(seams, key))
      g_ptr_array_add(joined, walk.node);
  }
  for (guint i = 0; side && i < joined->len; i++) {
    g_autofree char *key = formatted_key(joined->pdata[i], NULL);
    split_formatting(joined->pdata[i], GPOINTER_TO_SIZE(g_hash_table_lookup(seams, key)));
  }
  return joined->len;
}

AdrefSentSpelling adref_sent_spelling_take(AdrefNode *side, const AdrefNode *sent,
                                           const AdrefNode *base)
{
  AdrefSentSpelling spelling = {.signs = take_signs(side, sent, base)};
  guint numbered = count_numbered(sent);
  if (numbered > 1 && count_numbered(base) == 0)
    spelling.numbers = numbered;
  if (side && spelling.numbers > 0)
    cut_numbers(side);
  spelling.capitals = take_capitals(side, sent, base);
  spelling.labels = take_labels(side, sent, base);
  spelling.seams = take_seams(side, sent, base);
  return spelling;
}
