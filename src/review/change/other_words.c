#include "review/change/other_words.h"

#include <string.h>

#include "language/spelling.h"
#include "review/change/finding_list.h"
#include "review/change/same_words.h"
#include "review/quote.h"

/* Stands behind a name that is an ordinary word without its capitals. */
#define NAME_MARK "^"

/* How the words of a group are read. */
typedef enum {
  READ_ALL,
  READ_OUTSIDE = 1, /* without the words of brackets that came or went */
  READ_NAMES =
      2, /* a name that stayed counts by its meaning: 일본과 beside a name is 일본은 alone */
} Reading;

/* Whether a phrase counts by its meaning, however it is written. */
static gboolean is_value(const AdrefPhraseMatch *found, Reading reading)
{
  return (found->class == ADREF_CHANGE_CLASS_NAME && (reading & READ_NAMES)) ||
         found->class == ADREF_CHANGE_CLASS_NUMBER || found->class == ADREF_CHANGE_CLASS_DATE ||
         found->class == ADREF_CHANGE_CLASS_CONJUNCTION;
}

/* One side of a group while it is read. */
typedef struct {
  AdrefTokenReader tokens;
  guint after;       /* tokens: the end of the group */
  guint small_until; /* the token behind the last small word */
  Reading reading;
  AdrefOtherWords *out;
} WordsReader;

/* Appends a word in its normal spelling; returns how many tokens it has. */
static guint append_spelling(const WordsReader *self, guint i)
{
  const AdrefPhraseMeaning *meaning;
  const AdrefTextToken *token = adref_token_reader_token(&self->tokens, i);
  guint n = token->word ? adref_token_reader_match_role(&self->tokens, i,
                                                        ADREF_PHRASE_ROLE_SPELLING, &meaning)
                        : 0;
  if (n && i + n <= self->after) {
    adref_text_token_fold(self->out->words, meaning->key, strlen(meaning->key));
    return n;
  }
  adref_spelling_append(self->out->words, self->tokens.text + token->start,
                        token->end - token->start);
  return 1;
}

/* Words that are others with a hyphen: to re-sign is not to resign. */
static gboolean is_other_with_hyphen(const WordsReader *self, guint hyphen)
{
  static const char *const stems[] = {
      "sign",  "form",  "cover", "create", "present", "sent", "serve", "lease",  "mark",
      "solve", "treat", "act",   "count",  "bound",   "call", "dress", "fund",   "fuse",
      "lay",   "move",  "pose",  "press",  "prove",   "sort", "store", "strain", "turn"};
  const AdrefTextToken *behind = adref_token_reader_token(&self->tokens, hyphen + 1);
  if (hyphen == 0 || !behind || !adref_token_reader_is_word(&self->tokens, hyphen, "-") ||
      !adref_token_reader_is_word(&self->tokens, hyphen - 1, "re") ||
      !adref_token_reader_is_adjacent(&self->tokens, hyphen) ||
      !adref_token_reader_is_adjacent(&self->tokens, hyphen + 1))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS(stems); i++)
    if (behind->end - behind->start >= strlen(stems[i]) &&
        g_ascii_strncasecmp(self->tokens.text + behind->start, stems[i], strlen(stems[i])) == 0)
      return TRUE;
  return FALSE;
}

/* Whether a word has a capital because a sentence begins with it. */
static gboolean begins_sentence(const WordsReader *self, const AdrefTextToken *token)
{
  const char *p = self->tokens.text + token->start;
  while (p > self->tokens.text && p[-1] == ' ')
    p--;
  return p == self->tokens.text || strchr(".!?:;\n(\"'[", p[-1]);
}

/* Words that are names with capitals, and ordinary words without: "WHO" and "who". */
static gboolean is_name_by_capitals(const WordsReader *self, const AdrefTextToken *token)
{
  static const struct {
    const char *word;
    gboolean all; /* all letters are capitals */
  } names[] = {{"who", TRUE},    {"it", TRUE},      {"us", TRUE},      {"aid", TRUE},
               {"aids", TRUE},   {"start", TRUE},   {"safe", TRUE},    {"polish", FALSE},
               {"china", FALSE}, {"turkey", FALSE}, {"jordan", FALSE}, {"guinea", FALSE},
               {"chad", FALSE},  {"march", FALSE},  {"august", FALSE}, {"georgia", FALSE},
               {"may", FALSE}};
  gsize length = token->end - token->start;
  const char *word = self->tokens.text + token->start;
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
    if (length == strlen(names[i].word) && g_ascii_strncasecmp(word, names[i].word, length) == 0)
      return g_ascii_isupper(word[0]) && g_ascii_isupper(word[1]) == names[i].all &&
             !(length == 3 && !names[i].all && begins_sentence(self, token));
  return FALSE;
}

/* Words that mean something else where they are divided, or have a hyphen: "apart" and "a part",
 * "unionised" and "un-ionised". */
static gboolean is_other_when_divided(const WordsReader *self, const AdrefTextToken *token)
{
  static const char *const words[] = {
      "apart",     "everyday",    "maybe",  "into",    "onto",    "altogether", "already",
      "sometime",  "anyone",      "always", "notable", "nowhere", "coop",       "unionised",
      "unionized", "preposition", "apiece", "forever", "however", "therefore"};
  gsize length = token->end - token->start;
  const char *word = self->tokens.text + token->start;
  for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
    if (length == strlen(words[i]) && g_ascii_strncasecmp(word, words[i], length) == 0)
      return TRUE;
  return FALSE;
}

/* Returns how many tokens the word has. */
static guint add_word(WordsReader *self, guint i)
{
  AdrefOtherWords *out = self->out;
  const AdrefTextToken *token = adref_token_reader_token(&self->tokens, i);
  if (is_other_with_hyphen(self, i))
    g_string_append_c(out->words, '-');
  if (token->type == ADREF_TEXT_TOKEN_PUNCTUATION &&
      !(token->word &&
        adref_token_reader_match_role(&self->tokens, i, ADREF_PHRASE_ROLE_PERCENT, NULL)))
    return 1;
  gsize before = out->words->len;
  guint length = append_spelling(self, i);
  if (is_name_by_capitals(self, token))
    g_string_append(out->words, NAME_MARK);
  if (is_other_when_divided(self, token))
    g_string_append_c(out->words, '-');
  guint n = token->word
                ? adref_token_reader_match_role(&self->tokens, i, ADREF_PHRASE_ROLE_SMALL, NULL)
                : 0;
  self->small_until = MAX(self->small_until, i + n);
  gboolean joins = token->word && adref_token_reader_match_role(
                                      &self->tokens, i, ADREF_PHRASE_ROLE_CONJUNCTION, NULL);
  if (joins)
    out->joint = i;
  else
    g_string_append_len(out->joined, out->words->str + before, (gssize)(out->words->len - before));
  out->small = out->small && (joins || i < self->small_until);
  out->conjunctive = out->conjunctive && joins;
  out->negative = out->negative && token->word &&
                  adref_token_reader_match_role(&self->tokens, i, ADREF_PHRASE_ROLE_NEGATION, NULL);
  out->first = MIN(out->first, i);
  out->last = i + length - 1;
  out->count += length;
  return length;
}

/* Skips a phrase that begins at or before token i: nothing is added for one that was reported, and
 * the value for a number or date. Returns the next token to read; i when the phrase is not
 * skipped. */
static guint add_phrase(const WordsReader *self, const AdrefPhraseMatch *match, gboolean reported,
                        guint i)
{
  AdrefOtherWords *out = self->out;
  if (!reported && !is_value(match, self->reading))
    return i;
  if (!reported) {
    gboolean joins = match->class == ADREF_CHANGE_CLASS_CONJUNCTION;
    g_string_append_printf(out->words, "#%s#", match->key);
    if (joins)
      out->joint = i;
    else
      g_string_append_printf(out->joined, "#%s#", match->key);
    out->first = MIN(out->first, i);
    out->last = MIN(match->after, self->after) - 1;
    out->count++;
    out->small = out->small && joins;
    out->conjunctive = out->conjunctive && joins;
    out->negative = FALSE;
  }
  return MAX(match->after, i + 1);
}

/* The first bracket of a side that came or went with its words and ends behind a place. */
static guint bracket_behind(const GArray *brackets, guint i, guint place)
{
  while (i < brackets->len && g_array_index(brackets, AdrefWordRange, i).end <= place)
    i++;
  return i;
}

static gboolean is_in_bracket(const GArray *brackets, guint i, guint place)
{
  return i < brackets->len && g_array_index(brackets, AdrefWordRange, i).start <= place;
}

static void read_side(const AdrefClausePhrases *self, const AdrefChangeGroup *group,
                      AdrefTextSide side, const GByteArray *reported, Reading reading,
                      AdrefOtherWords *out)
{
  g_string_truncate(out->words, 0);
  g_string_truncate(out->joined, 0);
  *out = (AdrefOtherWords){.first = G_MAXUINT,
                           .joint = G_MAXUINT,
                           .small = TRUE,
                           .conjunctive = TRUE,
                           .negative = TRUE,
                           .words = out->words,
                           .joined = out->joined};
  WordsReader reader = {adref_clause_phrases_reader(self, side), group->after[side], 0, reading,
                        out};
  const GArray *all = self->matches[side], *brackets = self->text->brackets[side];
  guint at = adref_clause_phrases_match_behind(self, side, group->start[side]), bracket = 0;
  for (guint i = group->first[side], next; i < reader.after; i = next) {
    while (at < all->len && adref_clause_phrases_match(self, side, at)->after <= i)
      at++;
    const AdrefPhraseMatch *match =
        at < all->len ? adref_clause_phrases_match(self, side, at) : NULL;
    guint place = adref_clause_phrases_token(self, side, i)->start;
    bracket = bracket_behind(brackets, bracket, place);
    gboolean skipped = (reading & READ_OUTSIDE) && is_in_bracket(brackets, bracket, place);
    next = skipped ? i + 1 : i;
    if (next == i && match && match->first <= i)
      next = add_phrase(&reader, match, reported->data[at], i);
    if (next == i)
      next += add_word(&reader, i);
  }
}

static char *quote_rest(const AdrefClausePhrases *self, AdrefTextSide side,
                        const AdrefOtherWords *rest)
{
  if (rest->count == 0)
    return g_strdup("");
  return adref_clause_phrases_quote(self, side,
                                    adref_clause_phrases_token(self, side, rest->first)->start,
                                    adref_clause_phrases_token(self, side, rest->last)->end);
}

/* Whether the words differ only in whether one of them is a name. */
static gboolean differ_in_name(const AdrefOtherWords *old, const AdrefOtherWords *new)
{
  if (!strstr(old->words->str, NAME_MARK) && !strstr(new->words->str, NAME_MARK))
    return FALSE;
  g_auto(GStrv) before = g_strsplit(old->words->str, NAME_MARK, -1);
  g_auto(GStrv) after = g_strsplit(new->words->str, NAME_MARK, -1);
  g_autofree char *one = g_strjoinv("", before), *two = g_strjoinv("", after);
  return strcmp(one, two) == 0 && strcmp(old->words->str, new->words->str) != 0;
}

static AdrefChangeClass class_of_rest(const AdrefOtherWords *old, const AdrefOtherWords *new)
{
  if (differ_in_name(old, new))
    return ADREF_CHANGE_CLASS_NAME;
  if (old->conjunctive && new->conjunctive)
    return ADREF_CHANGE_CLASS_CONJUNCTION;
  if ((old->count > 0 && old->negative && new->count == 0) ||
      (new->count > 0 && new->negative && old->count == 0))
    return ADREF_CHANGE_CLASS_NEGATION; /* of "not only" */
  const char *before = old->words->str, *after = new->words->str;
  if ((old->count == 1 && new->count == 1 && adref_spelling_negates(before, after)) ||
      adref_spelling_negates_letters(before, after))
    return ADREF_CHANGE_CLASS_NEGATION;
  return ADREF_CHANGE_CLASS_SUBSTANCE;
}

static gboolean is_address(const char *words)
{
  return !strchr(words, ' ') &&
         (g_str_has_prefix(words, "http://") || g_str_has_prefix(words, "https://") ||
          g_str_has_prefix(words, "www."));
}

/* The rest as a finding: an address that is words, too, is a link. */
static void add_rest(const AdrefClausePhrases *self, const AdrefChangeGroup *group,
                     const AdrefOtherWords *old, const AdrefOtherWords *new, guint place,
                     GArray *findings)
{
  char *before = quote_rest(self, ADREF_TEXT_SIDE_OLD, old),
       *after = quote_rest(self, ADREF_TEXT_SIDE_NEW, new);
  AdrefChangeClass class = class_of_rest(old, new);
  if (is_address(before) && is_address(after)) {
    g_autofree char *from = before, *to = after;
    class = ADREF_CHANGE_CLASS_LINK;
    adref_quote_addresses(from, to, &before, &after);
  }
  adref_finding_list_add(findings, class, group->number, place, before, after);
}

static gboolean is_hiragana(gunichar c)
{
  return c >= 0x3041 && c <= 0x309F;
}

/* The words of one side without small words and negations, and without the endings of verbs, which
 * Japanese writes in hiragana. */
static char *stems_of_rest(const AdrefClausePhrases *self, AdrefTextSide side,
                           const AdrefOtherWords *rest)
{
  GString *stems = g_string_new(NULL);
  AdrefTokenReader reader = adref_clause_phrases_reader(self, side);
  for (guint i = rest->first; rest->count > 0 && i <= rest->last; i++) {
    const AdrefTextToken *token = adref_clause_phrases_token(self, side, i);
    const char *word = self->text->words[side]->str + token->start;
    if (is_hiragana(g_utf8_get_char(word)))
      continue;
    gsize length = token->end - token->start;
    gboolean plain = !token->word ||
                     (!adref_token_reader_match_role(&reader, i, ADREF_PHRASE_ROLE_SMALL, NULL) &&
                      !adref_token_reader_match_role(&reader, i, ADREF_PHRASE_ROLE_NEGATION, NULL));
    if (token->type == ADREF_TEXT_TOKEN_PUNCTUATION || !plain)
      continue;
    if (length > 3 && word[length - 1] == 's')
      length -= length > 4 && strncmp(word + length - 3, "ies", 3) != 0 && word[length - 2] == 'e'
                    ? 2
                    : 1;
    else if (length > 3 && word[length - 1] == 'e')
      length--;
    adref_text_token_fold(stems, word, length);
  }
  return g_string_free(stems, FALSE);
}

/* Whether only the form of a word differs, as a negation makes it: "does not create" and "creates".
 */
static gboolean differ_in_form(const AdrefClausePhrases *self, const AdrefOtherWords *old,
                               const AdrefOtherWords *new)
{
  enum {
    MOST = 6
  };
  if (old->count > MOST || new->count > MOST)
    return FALSE;
  g_autofree char *before = stems_of_rest(self, ADREF_TEXT_SIDE_OLD, old);
  g_autofree char *after = stems_of_rest(self, ADREF_TEXT_SIDE_NEW, new);
  return strcmp(before, after) == 0;
}

/* A single finding of a short group, in which a phrase was inserted or deleted, is quoted with the
 * words that it replaced or that replaced it: "without" and "with". */
static void widen_quote(const AdrefClausePhrases *self, const AdrefChangeGroup *group,
                        const AdrefOtherWords *old, const AdrefOtherWords *new,
                        AdrefFinding *finding)
{
  enum {
    MOST = 6 /* tokens on each side */
  };
  gboolean inserted = !finding->old[0] && old->count > 0,
           deleted = !finding->new[0] && new->count > 0;
  if ((!inserted && !deleted) || group->after[0] - group->first[0] > MOST ||
      group->after[1] - group->first[1] > MOST)
    return;
  g_free(finding->old);
  g_free(finding->new);
  finding->old =
      adref_clause_phrases_quote(self, ADREF_TEXT_SIDE_OLD, group->start[0], group->end[0]);
  finding->new =
      adref_clause_phrases_quote(self, ADREF_TEXT_SIDE_NEW, group->start[1], group->end[1]);
}

/* A single finding of a phrase that was inserted or deleted, where a few other words are all that
 * the other text has: they are its other side ("Leaders", and the name that replaced it). FALSE
 * when it is not so. */
static gboolean complete_finding(const AdrefClausePhrases *self, const AdrefOtherWords *old,
                                 const AdrefOtherWords *new, AdrefFinding *finding)
{
  enum {
    MOST = 6 /* tokens */
  };
  gboolean inserted = !finding->old[0] && old->count > 0 && new->count == 0;
  gboolean deleted = !finding->new[0] && new->count > 0 && old->count == 0;
  if ((!inserted && !deleted) || old->count + new->count > MOST)
    return FALSE;
  char **words = inserted ? &finding->old : &finding->new;
  g_free(*words);
  *words =
      quote_rest(self, inserted ? ADREF_TEXT_SIDE_OLD : ADREF_TEXT_SIDE_NEW, inserted ? old : new);
  return TRUE;
}

/* The only difference is a conjunction that came or went, as where two sentences are joined: "They"
 * and "and they". FALSE when it is not so. */
static gboolean add_joint(const AdrefClausePhrases *self, const AdrefChangeGroup *group,
                          const AdrefOtherWords words[2], GArray *findings)
{
  if (words[0].joined->len == 0 || strcmp(words[0].joined->str, words[1].joined->str) != 0 ||
      (words[0].joint == G_MAXUINT) == (words[1].joint == G_MAXUINT))
    return FALSE;
  char *quotes[2];
  for (AdrefTextSide side = ADREF_TEXT_SIDE_OLD; side <= ADREF_TEXT_SIDE_NEW; side++) {
    guint at = words[side].joint;
    AdrefOtherWords joint = {.first = at, .last = at, .count = at != G_MAXUINT ? 1 : 0};
    quotes[side] = quote_rest(self, side, &joint);
  }
  adref_finding_list_add(findings, ADREF_CHANGE_CLASS_CONJUNCTION, group->number, group->start[1],
                         quotes[0], quotes[1]);
  return TRUE;
}

/* A name counts by its meaning where some phrase of the group was reported: where a name alone
 * changed its form, it may be another part of the sentence. */
static Reading reading_of_names(const AdrefChangeGroup *group, GByteArray *const reported[2])
{
  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < group->match_count[side]; i++)
      if (reported[side]->data[group->matches[side][i]])
        return READ_NAMES;
  return READ_ALL;
}

void adref_other_words_read(const AdrefClausePhrases *self, const AdrefChangeGroup *group,
                            GByteArray *const reported[2], AdrefOtherWords words[2])
{
  Reading reading = reading_of_names(group, reported);
  for (AdrefTextSide side = ADREF_TEXT_SIDE_OLD; side <= ADREF_TEXT_SIDE_NEW; side++)
    read_side(self, group, side, reported[side], reading, &words[side]);
}

gboolean adref_other_words_read_outside(const AdrefClausePhrases *self,
                                        const AdrefChangeGroup *group,
                                        GByteArray *const reported[2], AdrefOtherWords words[2])
{
  gboolean any = FALSE;
  for (AdrefTextSide side = ADREF_TEXT_SIDE_OLD; side <= ADREF_TEXT_SIDE_NEW; side++) {
    const GArray *brackets = self->text->brackets[side];
    guint i = bracket_behind(brackets, 0, group->start[side]);
    any |= i < brackets->len && g_array_index(brackets, AdrefWordRange, i).start < group->end[side];
  }
  for (AdrefTextSide side = ADREF_TEXT_SIDE_OLD; any && side <= ADREF_TEXT_SIDE_NEW; side++)
    read_side(self, group, side, reported[side], READ_OUTSIDE | reading_of_names(group, reported),
              &words[side]);
  return any;
}

gboolean adref_other_words_equal(const AdrefOtherWords words[2])
{
  return strcmp(words[0].words->str, words[1].words->str) == 0;
}

void adref_other_words_report(const AdrefClausePhrases *self, const AdrefChangeGroup *group,
                              const AdrefOtherWords words[2], guint reported, GArray *findings)
{
  const AdrefOtherWords *old = &words[ADREF_TEXT_SIDE_OLD], *new = &words[ADREF_TEXT_SIDE_NEW];
  AdrefFinding *only = reported == 1 ? adref_finding_list_last(findings) : NULL;
  if (adref_other_words_equal(words)) {
    if (!reported)
      adref_same_words_report(self, group, findings);
    else if (only && only->class == ADREF_CHANGE_CLASS_NEGATION)
      widen_quote(self, group, old, new, only);
    return;
  }
  gboolean small =
      old->small && new->small &&class_of_rest(old, new) != ADREF_CHANGE_CLASS_CONJUNCTION;
  if (reported && (small || differ_in_form(self, old, new))) {
    if (only)
      widen_quote(self, group, old, new, only);
    return;
  }
  if (only && complete_finding(self, old, new, only))
    return;
  if (add_joint(self, group, words, findings))
    return;
  guint place = new->count > 0
                    ? adref_clause_phrases_token(self, ADREF_TEXT_SIDE_NEW, new->first)->start
                    : group->start[1];
  add_rest(self, group, old, new, place, findings);
}
