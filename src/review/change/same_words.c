#include "review/change/same_words.h"

#include <string.h>

#include "base/byte_scan.h"
#include "clause/nfc.h"
#include "language/language_tag.h"
#include "review/change/finding_list.h"
#include "review/quote.h"

static gboolean is_ascii(const AdrefClausePhrases *self, const AdrefChangeGroup *group,
                         AdrefTextSide side)
{
  const char *words = self->text->words[side]->str + group->start[side];
  gsize length = group->end[side] - group->start[side];
  return adref_byte_scan_ascii(words, length) == length;
}

/* Groups whose words are the same: spelling differs, or characters that are not visible. */

static const char *language_of(const AdrefClausePhrases *self)
{
  return adref_phrase_trie_language(self->scanner->phrases);
}

static gboolean find_hidden(const AdrefClausePhrases *self, const AdrefChangeGroup *group,
                            AdrefTextSide side, gsize *start, gsize *end)
{
  return !is_ascii(self, group, side) &&
         adref_hidden_find(self->text->words[side]->str + group->start[side],
                           group->end[side] - group->start[side], language_of(self), start, end);
}

static void report_escaped(const AdrefClausePhrases *self, const AdrefChangeGroup *group,
                           AdrefChangeClass class, gboolean spaces, GArray *findings)
{
  char *escaped[2];
  for (guint side = 0; side < 2; side++) {
    g_autofree char *words =
        adref_hidden_escape(self->text->words[side]->str + group->start[side],
                            group->end[side] - group->start[side], language_of(self), spaces);
    escaped[side] = adref_quote(words, strlen(words));
  }
  adref_finding_list_add(findings, class, group->number, group->start[1], escaped[0], escaped[1]);
}

/* Extends a group by the next word, when no space is between them. */
static gboolean take_word_behind(const AdrefClausePhrases *self, AdrefChangeGroup *group)
{
  const GString *words = self->text->words[ADREF_TEXT_SIDE_NEW];
  guint i = group->after[1];
  if (i >= self->tokens[1]->len || group->end[1] >= words->len || words->str[group->end[1]] == ' ')
    return FALSE;
  const AdrefTextToken *behind = adref_clause_phrases_token(self, ADREF_TEXT_SIDE_NEW, i);
  guint more = behind->end - MIN(group->end[1], behind->end);
  if (more > group->room[1] || behind->type == ADREF_TEXT_TOKEN_PUNCTUATION)
    return FALSE;
  group->end[0] += more;
  group->end[1] += more;
  return TRUE;
}

/* Extends a group by the word before it, so that a single comma is quoted with its word. */
static void take_word_before(const AdrefClausePhrases *self, AdrefChangeGroup *group)
{
  guint i = group->first[1];
  if (i == 0 || group->room[0] == 0)
    return;
  const AdrefTextToken *before = adref_clause_phrases_token(self, ADREF_TEXT_SIDE_NEW, i - 1);
  guint back = group->start[1] - MIN(before->start, group->start[1]);
  if (back == 0 || back > group->room[0])
    return;
  group->start[0] -= back;
  group->start[1] -= back;
}

static gboolean is_punctuation_only(const AdrefClausePhrases *self, const AdrefChangeGroup *group,
                                    AdrefTextSide side)
{
  for (guint i = group->first[side]; i < group->after[side]; i++)
    if (adref_clause_phrases_token(self, side, i)->type != ADREF_TEXT_TOKEN_PUNCTUATION)
      return FALSE;
  return TRUE;
}

static gboolean has_odd_spaces(const AdrefClausePhrases *self, const AdrefChangeGroup *group)
{
  for (guint side = 0; side < 2; side++) {
    const char *words = self->text->words[side]->str + group->start[side];
    gsize length = group->end[side] - group->start[side];
    g_autofree char *plain = adref_hidden_escape(words, length, language_of(self), FALSE);
    g_autofree char *escaped = adref_hidden_escape(words, length, language_of(self), TRUE);
    if (strcmp(plain, escaped) != 0)
      return TRUE;
  }
  return FALSE;
}

static char *without_width(const AdrefClausePhrases *self, const AdrefChangeGroup *group,
                           AdrefTextSide side)
{
  return adref_nfc_normalize(self->text->words[side]->str + group->start[side],
                             group->end[side] - group->start[side], G_NORMALIZE_NFKC);
}

/* Whether spaces became no-break spaces or the other way round, and nothing else differs. */
static gboolean is_swap_of_spaces(const AdrefClausePhrases *self, const AdrefChangeGroup *group)
{
  if (is_ascii(self, group, 0) && is_ascii(self, group, 1))
    return FALSE;
  g_autofree char *old = without_width(self, group, ADREF_TEXT_SIDE_OLD);
  g_autofree char *new = without_width(self, group, ADREF_TEXT_SIDE_NEW);
  return old && new &&strcmp(old, new) == 0 && has_odd_spaces(self, group);
}

/* Whether each no-break space of a group stands where editors put them: beside a digit, and in
 * French beside the signs that have a space before or behind them. */
static gboolean has_usual_spaces(const AdrefClausePhrases *self, const AdrefChangeGroup *group)
{
  gboolean french = adref_language_tag_matches(language_of(self), "fr");
  for (guint side = 0; side < 2; side++) {
    const char *start = self->text->words[side]->str, *end = start + group->end[side];
    for (const char *p = start + group->start[side]; p < end; p = g_utf8_next_char(p)) {
      gunichar c = g_utf8_get_char(p), behind = g_utf8_get_char(g_utf8_next_char(p));
      gunichar before = p > start ? g_utf8_get_char(g_utf8_prev_char(p)) : 0;
      if (c != 0xA0 && c != 0x202F)
        continue;
      gboolean beside_digit = g_unichar_isdigit(before) || g_unichar_isdigit(behind);
      gboolean beside_sign =
          french && (before == 0xAB || behind == 0xBB || g_utf8_strchr(":;?!", -1, behind));
      if (!beside_digit && !beside_sign)
        return FALSE;
    }
  }
  return TRUE;
}

/* The class of the phrase that begins at a byte; EDITORIAL: there is none. */
static AdrefChangeClass class_at(const AdrefClausePhrases *self, AdrefTextSide side, guint place)
{
  guint i = adref_clause_phrases_match_behind(self, side, place);
  if (i >= self->matches[side]->len || adref_clause_phrases_match(self, side, i)->start != place)
    return ADREF_CHANGE_CLASS_EDITORIAL;
  return adref_clause_phrases_match(self, side, i)->class;
}

/* Parentheses around a phrase that counts, "(not)", are no layout. The opening one reports both. */
static gboolean report_parenthesis(const AdrefClausePhrases *self, const AdrefChangeGroup *group,
                                   GArray *findings)
{
  enum {
    LONGEST = 40 /* bytes between the parentheses */
  };
  AdrefTextSide side = group->after[0] > group->first[0] ? 0 : 1;
  AdrefTextSide other = adref_text_side_other(side);
  const GString *words = self->text->words[side];
  const char *at = words->str + group->start[side];
  if (group->after[side] != group->first[side] + 1 || group->after[other] != group->first[other])
    return FALSE;
  if (*at != '(' && *at != ')')
    return FALSE;
  gsize before = MIN(group->start[side], LONGEST),
        behind = MIN(words->len - group->start[side], LONGEST);
  const char *open = *at == '(' ? at : g_strrstr_len(at - before, (gssize)before, "(");
  const char *close = *at == ')' ? at : memchr(at, ')', behind);
  if (!open || !close || memchr(open, ')', (gsize)(close - open)))
    return FALSE;
  AdrefChangeClass class = class_at(self, side, (guint)(open + 1 - words->str));
  if (class == ADREF_CHANGE_CLASS_EDITORIAL)
    return FALSE;
  if (at == close)
    return TRUE;
  g_autofree char *inside = g_strndup(open + 1, (gsize)(close - open - 1));
  char *with = g_strdup_printf("(%s)", inside), *without = g_strdup(inside);
  adref_finding_list_add(findings, class, group->number, group->start[1],
                         side == ADREF_TEXT_SIDE_OLD ? with : without,
                         side == ADREF_TEXT_SIDE_OLD ? without : with);
  return TRUE;
}

static gboolean begins_with_hyphen(const AdrefClausePhrases *self, const AdrefChangeGroup *group,
                                   AdrefTextSide side)
{
  const char *words = self->text->words[side]->str + group->start[side];
  return group->end[side] > group->start[side] && group->start[side] > 0 && words[0] == '-' &&
         g_ascii_isalnum(words[-1]);
}

gboolean adref_same_words_are_signs_in_values(const AdrefClausePhrases *self,
                                              const AdrefChangeGroup *group)
{
  if (group->match_count[0] == 0 || group->match_count[0] != group->match_count[1] ||
      !is_punctuation_only(self, group, 0) || !is_punctuation_only(self, group, 1))
    return FALSE;
  for (guint i = 0; i < group->match_count[0]; i++) {
    const AdrefPhraseMatch *old = adref_clause_phrases_match(self, 0, group->matches[0][i]);
    const AdrefPhraseMatch *new = adref_clause_phrases_match(self, 1, group->matches[1][i]);
    if (old->class != new->class || strcmp(old->key, new->key) != 0)
      return FALSE;
  }
  return TRUE;
}

/* Extends a group that ends with a space which came or went by the sign behind it, "text ,". */
static void take_sign_behind(const AdrefClausePhrases *self, AdrefChangeGroup *group)
{
  const GString *words = self->text->words[ADREF_TEXT_SIDE_NEW], *old = self->text->words[0];
  gboolean spaced = group->end[0] > group->start[0] && old->str[group->end[0] - 1] == ' ';
  gboolean spaced_now = group->end[1] > group->start[1] && words->str[group->end[1] - 1] == ' ';
  if (spaced == spaced_now || group->room[1] == 0 || !g_ascii_ispunct(words->str[group->end[1]]))
    return;
  group->end[0]++;
  group->end[1]++;
}

/* Whether a comma that came or went tells what is denied: "No, party may" and "No party may". */
static gboolean is_comma_of_negation(const AdrefClausePhrases *self, const AdrefChangeGroup *whole,
                                     const AdrefChangeGroup *quoted)
{
  AdrefTextSide side = whole->after[0] > whole->first[0] ? 0 : 1;
  const char *sign = self->text->words[side]->str + whole->start[side];
  AdrefTokenReader reader = adref_clause_phrases_reader(self, side);
  guint i = whole->first[side], other = adref_text_side_other(side);
  return whole->after[side] == i + 1 && whole->after[other] == whole->first[other] &&
         *sign == ',' && i > 0 && quoted->start[side] < whole->start[side] &&
         adref_token_reader_match_role(&reader, i - 1, ADREF_PHRASE_ROLE_NEGATION, NULL) == 1;
}

void adref_same_words_report(const AdrefClausePhrases *self, const AdrefChangeGroup *whole,
                             GArray *findings)
{
  AdrefChangeGroup widened = *whole, *group = &widened;
  gsize start, end;
  if (find_hidden(self, group, 0, &start, &end) != find_hidden(self, group, 1, &start, &end)) {
    report_escaped(self, group, ADREF_CHANGE_CLASS_HIDDEN, FALSE, findings);
    return;
  }
  if (is_swap_of_spaces(self, group)) {
    AdrefChangeClass class =
        has_usual_spaces(self, group) ? ADREF_CHANGE_CLASS_EDITORIAL : ADREF_CHANGE_CLASS_HIDDEN;
    take_word_before(self, group);
    take_word_behind(self, group);
    report_escaped(self, group, class, TRUE, findings);
    return;
  }
  if (report_parenthesis(self, group, findings))
    return;
  if (is_punctuation_only(self, group, 0) || is_punctuation_only(self, group, 1))
    if (!take_word_behind(self, group))
      take_word_before(self, group);
  if (begins_with_hyphen(self, group, 0) || begins_with_hyphen(self, group, 1))
    take_word_before(self, group);
  take_sign_behind(self, group);
  char *old = adref_clause_phrases_quote(self, 0, group->start[0], group->end[0]);
  char *new = adref_clause_phrases_quote(self, 1, group->start[1], group->end[1]);
  AdrefChangeClass class = is_comma_of_negation(self, whole, group) ? ADREF_CHANGE_CLASS_NEGATION
                                                                    : ADREF_CHANGE_CLASS_EDITORIAL;
  if (strcmp(old, new) != 0) {
    adref_finding_list_add(findings, class, group->number, group->start[1], old, new);
    return;
  }
  g_free(old);
  g_free(new);
}

/* Groups whose old and new words look alike. */

static gunichar skeleton_of_ascii(gunichar c)
{
  return c == '0' ? 'O' : c == '1' || c == 'I' || c == '|' ? 'l' : c;
}

static gboolean look_alike_in_ascii(const char *first, const char *second)
{
  while (*first && *second) {
    if (skeleton_of_ascii((guchar)*first) == skeleton_of_ascii((guchar)*second)) {
      first++;
      second++;
    } else if (g_str_has_prefix(first, "rn") && *second == 'm') {
      first += 2;
      second++;
    } else if (g_str_has_prefix(second, "rn") && *first == 'm') {
      first++;
      second += 2;
    } else {
      return FALSE;
    }
  }
  return *first == *second;
}

static gboolean is_number(const char *word)
{
  return strspn(word, "0123456789.,") == strlen(word);
}

/* Whether the first letters that differ are of two scripts; only then ICU, which costs time,
 * compares them. */
static gboolean differ_in_script(const char *first, const char *second)
{
  while (*first && *second && g_utf8_get_char(first) == g_utf8_get_char(second)) {
    first = g_utf8_next_char(first);
    second = g_utf8_next_char(second);
  }
  return *first && *second &&
         g_unichar_get_script(g_utf8_get_char(first)) !=
             g_unichar_get_script(g_utf8_get_char(second));
}

static gboolean look_alike(AdrefConfusables **confusables, const char *old, const char *new)
{
  gsize length = strlen(old), other = strlen(new);
  if (adref_byte_scan_ascii(old, length) == length && g_str_is_ascii(new))
    return length + 3 > other && other + 3 > length && (!is_number(old) || !is_number(new)) &&
           look_alike_in_ascii(old, new);
  if (!differ_in_script(old, new))
    return FALSE;
  if (!*confusables)
    *confusables = adref_confusables_new();
  return adref_confusables_match(*confusables, old, new);
}

/* The same for a short group whose sides have different numbers of tokens, and no spaces: they are
 * compared as a whole. */
static gboolean look_alike_as_a_whole(const AdrefClausePhrases *self, const AdrefChangeGroup *group,
                                      AdrefConfusables **confusables)
{
  enum {
    LONGEST = 24
  };
  if (group->end[0] - group->start[0] > LONGEST || group->end[1] - group->start[1] > LONGEST)
    return FALSE;
  g_autofree char *old = adref_clause_phrases_quote(self, 0, group->start[0], group->end[0]);
  g_autofree char *new = adref_clause_phrases_quote(self, 1, group->start[1], group->end[1]);
  return old[0] && new[0] && !strchr(old, ' ') && !strchr(new, ' ') &&
         look_alike(confusables, old, new);
}

static char *word_at(const AdrefClausePhrases *self, AdrefTextSide side, guint i)
{
  const AdrefTextToken *token = adref_clause_phrases_token(self, side, i);
  return g_strndup(self->text->words[side]->str + token->start, token->end - token->start);
}

gboolean adref_same_words_look_alike(const AdrefClausePhrases *self, const AdrefChangeGroup *group,
                                     AdrefConfusables **confusables)
{
  enum {
    MOST = 8
  };
  guint count = group->after[0] - group->first[0];
  if (count == 0 || count > MOST || count != group->after[1] - group->first[1])
    return look_alike_as_a_whole(self, group, confusables);
  gboolean any = FALSE;
  for (guint i = 0; i < count; i++) {
    g_autofree char *old = word_at(self, ADREF_TEXT_SIDE_OLD, group->first[0] + i);
    g_autofree char *new = word_at(self, ADREF_TEXT_SIDE_NEW, group->first[1] + i);
    gboolean same = g_ascii_strcasecmp(old, new) == 0;
    if (!same && !look_alike(confusables, old, new))
      return FALSE;
    any |= !same;
  }
  return any;
}

void adref_same_words_report_lookalike(const AdrefClausePhrases *self,
                                       const AdrefChangeGroup *group, GArray *findings)
{
  report_escaped(self, group, ADREF_CHANGE_CLASS_HIDDEN, FALSE, findings);
}

void adref_same_words_report_hidden(const AdrefClausePhrases *self, const AdrefChangeGroup *group,
                                    GArray *findings)
{
  gsize start, end, ignored;
  if (!find_hidden(self, group, ADREF_TEXT_SIDE_NEW, &start, &end) ||
      find_hidden(self, group, ADREF_TEXT_SIDE_OLD, &ignored, &ignored))
    return;
  const char *words = self->text->words[ADREF_TEXT_SIDE_NEW]->str + group->start[1];
  g_autofree char *escaped =
      adref_hidden_escape(words + start, end - start, language_of(self), FALSE);
  adref_finding_list_add(findings, ADREF_CHANGE_CLASS_HIDDEN, group->number,
                         group->start[1] + (guint)start, g_strdup(""),
                         adref_quote(escaped, strlen(escaped)));
}
