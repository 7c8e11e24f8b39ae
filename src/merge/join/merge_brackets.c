#include "merge/join/merge_brackets.h"

#include "clause/node_copy.h"

enum {
  MAX_ALTERNATIVES = 500, /* of all sides together */
  MAX_PARTIES = 100,      /* that are looked for in two alternatives */
  NO_VERB = -1
};

/* An alternative of some of the sides. */
typedef struct {
  const AdrefNode *words; /* a node around its words */
  const AdrefNode *base;  /* the ALTERNATIVE of the base, or NULL */
  const AdrefNode **own;  /* by side: its ALTERNATIVE, or NULL */
} Entry;

typedef struct {
  const AdrefNode *base;
  const AdrefMergeBracketSide *sides;
  guint count;
  gboolean compile;
  GArray *entries; /* of Entry */
} BracketMerge;

static Entry *entry_at(const BracketMerge *self, guint i)
{
  return &g_array_index(self->entries, Entry, i);
}

static void entry_clear(gpointer entry)
{
  g_free(((Entry *)entry)->own);
}

static Entry *find_entry(const BracketMerge *self, const AdrefNode *words)
{
  for (guint i = 0; i < self->entries->len; i++)
    if (adref_bracket_same_words(entry_at(self, i)->words, words))
      return entry_at(self, i);
  return NULL;
}

static Entry *add_entry(BracketMerge *self, const AdrefNode *words)
{
  Entry *found = find_entry(self, words);
  if (found)
    return found;
  Entry entry = {words, NULL, g_new0(const AdrefNode *, self->count)};
  g_array_append_val(self->entries, entry);
  return entry_at(self, self->entries->len - 1);
}

/* Adds the parties of an alternative (may be NULL), in their order. */
static void add_codes(GPtrArray *codes, const AdrefNode *alternative)
{
  if (!alternative)
    return;
  const GPtrArray *groups = adref_alternative_groups(alternative);
  for (guint i = 0; groups && i < groups->len; i++) {
    const AdrefPosition *position = groups->pdata[i];
    for (char **code = position->parties; *code; code++)
      if (!g_ptr_array_find_with_equal_func(codes, *code, g_str_equal, NULL))
        g_ptr_array_add(codes, *code);
  }
}

static gboolean is_bracket(const AdrefMergeBracketSide *side)
{
  return side->form && side->form->type == ADREF_BRACKET;
}

static gboolean is_resolved(const AdrefMergeBracketSide *side)
{
  return side->form && side->form->type != ADREF_BRACKET;
}

/* FALSE: there are too many. */
static gboolean add_entries(BracketMerge *self)
{
  for (const AdrefNode *each = self->base->first; each; each = each->next) {
    add_entry(self, each)->base = each;
  }
  for (guint s = 0; s < self->count; s++) {
    const AdrefNode *form = self->sides[s].form;
    if (is_resolved(&self->sides[s]) && form->first)
      add_entry(self, form);
    if (!is_bracket(&self->sides[s]))
      continue;
    for (const AdrefNode *each = form->first; each; each = each->next) {
      add_entry(self, each)->own[s] = each;
      if (self->entries->len > MAX_ALTERNATIVES)
        return FALSE;
    }
  }
  return TRUE;
}

/* Whether a side changed the words that stand before the names of others: an alternative of the
 * base is gone, and these have its positions. In a compilation the new words are those of the side.
 */
static gboolean is_for_others(const BracketMerge *self, const Entry *entry, guint s)
{
  const char *party = self->sides[s].party;
  const GPtrArray *groups = entry->own[s] ? adref_alternative_groups(entry->own[s]) : NULL;
  if (!self->compile || entry->base || !party || !groups ||
      adref_alternative_find_party(entry->own[s], party, NULL))
    return FALSE;
  g_autofree char *positions = adref_positions_text(groups);
  for (guint i = 0; i < self->entries->len; i++) {
    const Entry *other = entry_at(self, i);
    const GPtrArray *known = other->base ? adref_alternative_groups(other->base) : NULL;
    g_autofree char *text = known && !other->own[s] ? adref_positions_text(known) : NULL;
    if (g_strcmp0(text, positions) == 0)
      return TRUE;
  }
  return FALSE;
}

/* The parties that have a position on an alternative in some text (of const char *). */
static GPtrArray *codes_of(const BracketMerge *self, const Entry *entry)
{
  GPtrArray *codes = g_ptr_array_new();
  add_codes(codes, entry->base);
  for (guint s = 0; s < self->count; s++)
    if (!is_for_others(self, entry, s))
      add_codes(codes, entry->own[s]);
  return codes;
}

static int verb_of(const AdrefNode *alternative, const char *code)
{
  AdrefPositionVerb verb;
  return alternative && adref_alternative_find_party(alternative, code, &verb) ? (int)verb
                                                                               : NO_VERB;
}

/* The position of a party; FALSE: the sides say different things. */
static gboolean find_verb(const BracketMerge *self, const Entry *entry, const char *code, int *verb)
{
  int was = verb_of(entry->base, code), now = was;
  for (guint s = 0; s < self->count; s++) {
    gboolean says = entry->own[s] && !is_for_others(self, entry, s);
    int own = says ? verb_of(entry->own[s], code) : was;
    if (own == was || own == now)
      continue;
    if (now != was)
      return FALSE;
    now = own;
  }
  *verb = now;
  return TRUE;
}

/* Whether a side gave the alternative a position. */
static gboolean has_new_position(const BracketMerge *self, const Entry *entry)
{
  g_autoptr(GPtrArray) codes = codes_of(self, entry);
  for (guint i = 0; i < codes->len; i++)
    for (guint s = 0; s < self->count; s++) {
      int own = verb_of(entry->own[s], codes->pdata[i]);
      if (own != NO_VERB && own != verb_of(entry->base, codes->pdata[i]))
        return TRUE;
    }
  return FALSE;
}

/* Whether a side put the words of an alternative in the place of the bracket; no words are those of
 * an alternative without any. */
static gboolean takes(const AdrefMergeBracketSide *side, const Entry *entry)
{
  return is_resolved(side) && adref_bracket_same_words(entry->words, side->form);
}

/* Whether a party wants an alternative no more: its text has other words in the place of the
 * bracket; in a compilation, where its own position is all that it changes, also other
 * alternatives. */
static gboolean leaves(const BracketMerge *self, const Entry *entry, const char *party)
{
  int verb = verb_of(entry->base, party);
  gboolean left = FALSE;
  if (verb != ADREF_POSITION_SUPPORT && verb != ADREF_POSITION_RETAIN)
    return FALSE;
  for (guint s = 0; s < self->count; s++) {
    const AdrefMergeBracketSide *side = &self->sides[s];
    if (g_strcmp0(side->party, party) != 0)
      continue;
    left = (is_resolved(side) && !takes(side, entry)) ||
           (self->compile && is_bracket(side) && !entry->own[s]);
    if (!left)
      return FALSE;
  }
  return left;
}

/* Whether all parties that proposed an alternative want it no more. */
static gboolean is_left(const BracketMerge *self, const Entry *entry)
{
  if (adref_alternative_is_base(entry->base) || has_new_position(self, entry))
    return FALSE;
  g_autoptr(GPtrArray) codes = g_ptr_array_new();
  add_codes(codes, entry->base);
  for (guint i = 0; i < codes->len; i++)
    if (verb_of(entry->base, codes->pdata[i]) == ADREF_POSITION_SUPPORT &&
        !leaves(self, entry, codes->pdata[i]))
      return FALSE;
  for (guint s = 0; s < self->count; s++)
    if (takes(&self->sides[s], entry))
      return FALSE;
  return TRUE;
}

static gboolean is_dropped(const BracketMerge *self, const Entry *entry)
{
  if (!entry->base)
    return FALSE;
  for (guint s = 0; s < self->count && !self->compile; s++)
    if (is_bracket(&self->sides[s]) && !entry->own[s])
      return !has_new_position(self, entry);
  return is_left(self, entry);
}

static gboolean takes_any(const BracketMerge *self, const AdrefMergeBracketSide *side)
{
  for (guint i = 0; i < self->entries->len; i++)
    if (takes(side, entry_at(self, i)))
      return TRUE;
  return FALSE;
}

/* Whether a side proposes words of its own in its bracket. */
static gboolean proposes(const BracketMerge *self, guint s)
{
  const AdrefMergeBracketSide *side = &self->sides[s];
  AdrefPositionVerb verb;
  for (guint i = 0; i < self->entries->len; i++)
    if (is_for_others(self, entry_at(self, i), s))
      return TRUE;
  for (const AdrefNode *each = side->form->first; each; each = each->next)
    if (adref_alternative_find_party(each, side->party, &verb) && verb == ADREF_POSITION_SUPPORT)
      return TRUE;
  return FALSE;
}

/* Who sent a text without an alternative wants it deleted; who sent a new one without a name, or
 * changed one of others, proposes it. */
static void add_sender(const BracketMerge *self, const Entry *entry, guint s,
                       AdrefNode *alternative)
{
  const AdrefMergeBracketSide *side = &self->sides[s];
  gboolean took = takes(side, entry);
  if (!side->party || adref_alternative_find_party(alternative, side->party, NULL))
    return;
  if (took && (self->compile || !entry->base))
    adref_alternative_join(alternative, side->party,
                           entry->base && adref_alternative_is_base(entry->base)
                               ? ADREF_POSITION_RETAIN
                               : ADREF_POSITION_SUPPORT);
  if (!self->compile)
    return;
  gboolean is_new = is_bracket(side) && entry->own[s] && !entry->base;
  if (is_new && (adref_alternative_is_base(entry->own[s]) || is_for_others(self, entry, s)))
    adref_alternative_join(alternative, side->party, ADREF_POSITION_SUPPORT);
  if ((is_bracket(side) && !entry->own[s] && entry->base && entry->words->first &&
       !proposes(self, s)) ||
      (side->form && !side->form->first && !takes_any(self, side)))
    adref_alternative_join(alternative, side->party, ADREF_POSITION_DELETE);
}

static gboolean put_entry(const BracketMerge *self, const Entry *entry, AdrefNode *bracket)
{
  g_autoptr(AdrefNode) words = adref_node_new(ADREF_PARAGRAPH);
  for (const AdrefNode *node = entry->words->first; node; node = node->next)
    adref_node_append(words, adref_node_copy_tree(node, ADREF_KEPT));
  AdrefNode *alternative = adref_bracket_add(bracket, words);
  g_autoptr(GPtrArray) codes = codes_of(self, entry);
  for (guint i = 0; i < codes->len; i++) {
    int verb;
    if (!find_verb(self, entry, codes->pdata[i], &verb))
      return FALSE;
    if (verb != NO_VERB && !leaves(self, entry, codes->pdata[i]))
      adref_alternative_join(alternative, codes->pdata[i], (AdrefPositionVerb)verb);
  }
  for (guint s = 0; s < self->count; s++)
    add_sender(self, entry, s, alternative);
  return TRUE;
}

static AdrefNode *put_all(const BracketMerge *self)
{
  g_autoptr(AdrefNode) bracket = adref_bracket_new();
  bracket->as.placeholder = self->base->as.placeholder;
  for (guint i = 0; i < self->entries->len; i++)
    if (!is_dropped(self, entry_at(self, i)) && !put_entry(self, entry_at(self, i), bracket))
      return NULL;
  return bracket->first || self->compile ? g_steal_pointer(&bracket) : NULL;
}

/* --- a party wants one alternative --- */

static gboolean wants(const AdrefNode *alternative, const char *code)
{
  int verb = verb_of(alternative, code);
  return verb == ADREF_POSITION_SUPPORT || verb == ADREF_POSITION_RETAIN;
}

/* The alternatives of a bracket that a party wants (of AdrefNode). */
static GPtrArray *wanted_by(const AdrefNode *bracket, const char *code)
{
  GPtrArray *wanted = g_ptr_array_new();
  for (AdrefNode *each = bracket->first; each; each = each->next)
    if (wants(each, code))
      g_ptr_array_add(wanted, each);
  return wanted;
}

/* Whether a party offers several alternatives in one of the texts itself. */
static gboolean offers_several(const BracketMerge *self, const char *code)
{
  g_autoptr(GPtrArray) known = wanted_by(self->base, code);
  gboolean several = known->len > 1;
  for (guint s = 0; s < self->count && !several; s++) {
    if (!is_bracket(&self->sides[s]))
      continue;
    g_autoptr(GPtrArray) own = wanted_by(self->sides[s].form, code);
    several = own->len > 1;
  }
  return several;
}

/* Whose word it is that a party wants an alternative, the weakest first. */
typedef enum {
  WORD_OLD,      /* of the base */
  WORD_OF_OTHER, /* the text of another party has the party there */
  WORD_KEPT,     /* the text of the party has it there still */
  WORD_OF_TRUNK, /* a text of no party has it there: it brings what parties did */
  WORD_OWN       /* the text of the party put it there */
} Word;

static Word word_of_side(const BracketMerge *self, const Entry *entry, guint s, const char *code)
{
  const AdrefMergeBracketSide *side = &self->sides[s];
  gboolean is_own = g_strcmp0(side->party, code) == 0, is_known = wants(entry->base, code);
  if (!wants(entry->own[s], code) && !(is_own && takes(side, entry)))
    return WORD_OLD;
  if (is_own && !is_known)
    return WORD_OWN;
  if (self->compile || (is_known && !is_own))
    return WORD_OLD;
  if (is_own)
    return WORD_KEPT;
  return side->party ? WORD_OF_OTHER : WORD_OF_TRUNK;
}

static Word word_for(const BracketMerge *self, const AdrefNode *alternative, const char *code)
{
  const Entry *entry = find_entry(self, alternative);
  Word word = WORD_OLD;
  for (guint s = 0; entry && s < self->count; s++)
    word = MAX(word, word_of_side(self, entry, s, code));
  return word;
}

/* Words that a text has put in for a party that wants others are those of the text. */
static gboolean find_holder(const BracketMerge *self, AdrefNode *alternative, const char *code)
{
  const Entry *entry = find_entry(self, alternative);
  for (guint s = 0; entry && s < self->count; s++) {
    const char *party = self->sides[s].party;
    if (!entry->own[s] || !party || g_str_equal(party, code))
      continue;
    g_autoptr(GPtrArray) wanted = wanted_by(alternative->parent, party);
    if (wanted->len > 0)
      continue;
    adref_alternative_join(alternative, party, ADREF_POSITION_SUPPORT);
    return TRUE;
  }
  return FALSE;
}

/* Words that nobody proposes any more are gone, unless they are the text that was there before. */
static void leave(const BracketMerge *self, AdrefNode *alternative, const char *code)
{
  const Entry *entry = find_entry(self, alternative);
  const AdrefNode *base = entry ? entry->base : NULL;
  gboolean was_base = (base && adref_alternative_is_base(base)) ||
                      verb_of(alternative, code) == ADREF_POSITION_RETAIN;
  adref_alternative_leave(alternative, code);
  if (was_base || !adref_alternative_is_base(alternative))
    return;
  if (base || !find_holder(self, alternative, code))
    adref_node_free(alternative);
}

static void leave_older(const BracketMerge *self, const AdrefNode *bracket, const char *code)
{
  g_autoptr(GPtrArray) wanted = wanted_by(bracket, code);
  Word best = WORD_OLD;
  AdrefNode *newest = NULL;
  if (wanted->len < 2 || offers_several(self, code))
    return;
  for (guint i = 0; i < wanted->len; i++) {
    Word word = word_for(self, wanted->pdata[i], code);
    newest = word > best ? wanted->pdata[i] : word == best ? NULL : newest;
    best = MAX(best, word);
  }
  for (guint i = 0; newest && i < wanted->len; i++)
    if (wanted->pdata[i] != newest)
      leave(self, wanted->pdata[i], code);
}

/* Who has another alternative now leaves the one that it wanted in the texts of others. */
static void keep_one_each(const BracketMerge *self, const AdrefNode *bracket)
{
  g_autoptr(GPtrArray) codes = g_ptr_array_new();
  for (guint s = 0; s < self->count; s++)
    if (self->sides[s].party)
      g_ptr_array_add(codes, (gpointer)(guintptr)self->sides[s].party);
  for (guint s = 0; s < self->count; s++)
    for (const AdrefNode *each = is_bracket(&self->sides[s]) ? self->sides[s].form->first : NULL;
         each && codes->len < MAX_PARTIES; each = each->next)
      add_codes(codes, each);
  for (guint i = 0; i < MIN(codes->len, MAX_PARTIES); i++)
    leave_older(self, bracket, codes->pdata[i]);
}

AdrefNode *adref_merge_brackets(const AdrefNode *base, const AdrefMergeBracketSide *sides,
                                guint count, gboolean compile, gboolean *reopened)
{
  guint brackets = 0, resolved = 0;
  for (guint s = 0; s < count; s++) {
    brackets += is_bracket(&sides[s]) ? 1 : 0;
    resolved += is_resolved(&sides[s]) ? 1 : 0;
  }
  if (brackets == 0 && !compile)
    return NULL;
  BracketMerge self = {.base = base, .sides = sides, .count = count, .compile = compile};
  self.entries = g_array_new(FALSE, FALSE, sizeof(Entry));
  g_array_set_clear_func(self.entries, entry_clear);
  AdrefNode *bracket = add_entries(&self) ? put_all(&self) : NULL;
  if (bracket)
    keep_one_each(&self, bracket);
  g_array_unref(self.entries);
  if (bracket && resolved > 0 && brackets > 0)
    *reopened = TRUE;
  return bracket;
}
