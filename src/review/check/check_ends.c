#include "review/check/check_ends.h"

#include <string.h>

#include "clause/labels/item_label.h"
#include "language/language_tag.h"

enum {
  SHORTEST = 80,   /* bytes of a paragraph that is a sentence */
  MIN_WORDS = 12,  /* of it, in a script with spaces */
  MIN_SIGNED = 5,  /* paragraphs with a sign that make a custom */
  MAX_LACKING = 9, /* one without in so many is a slip */
};

typedef enum {
  END_OTHER, /* a quotation, a bracket, a parenthesis: nothing is certain */
  END_SIGN,
  END_NONE, /* a letter or a digit */
} End;

/* The end of the words without spaces, and without the border of a footnote mark. */
static gsize last_byte(const GString *words)
{
  gsize length = words->len;
  while (length > 0 &&
         ((guchar)words->str[length - 1] <= ' ' && words->str[length - 1] != ADREF_CHECK_BORDER))
    length--;
  return length;
}

static End end_of(const GString *words)
{
  gsize length = last_byte(words);
  gboolean has_mark = length > 0 && words->str[length - 1] == ADREF_CHECK_BORDER;
  if (has_mark && length > 1 && words->str[length - 2] == ADREF_CHECK_BORDER)
    return END_OTHER;
  length -= has_mark ? 1 : 0;
  if (length == 0)
    return END_OTHER;
  gunichar c = g_utf8_get_char(g_utf8_prev_char(words->str + length));
  if (has_mark || c == 0xA0)
    return g_unichar_isalnum(c) ? END_OTHER : END_SIGN;
  return g_unichar_isalnum(c)                                                      ? END_NONE
         : strchr(".;:,?!", c < 128 ? (int)c : ' ')                                ? END_SIGN
         : c == 0x3002 || c == 0xFF1B || c == 0xFF1A || c == 0x3001 || c == 0xFF0C ? END_SIGN
                                                                                   : END_OTHER;
}

static guint spaces_in(const GString *words)
{
  guint count = 0;
  for (gsize i = 0; i < words->len; i++)
    count += words->str[i] == ' ' ? 1 : 0;
  return count;
}

/* "; and" before the last item of a list, which may be a paragraph of its own. */
static gboolean ends_in_joint(const GString *words)
{
  static const char *const joints[] = {" and", " or", " et", " ou", " y", " und", " oder", " dan"};
  for (guint i = 0; i < G_N_ELEMENTS(joints); i++)
    if (g_str_has_suffix(words->str, joints[i]))
      return TRUE;
  return FALSE;
}

/* Whether a line was ended on purpose: the last one may be a heading. */
static gboolean has_lines(const AdrefNode *paragraph)
{
  for (const AdrefNode *child = paragraph->first; child; child = child->next)
    if (child->type == ADREF_LINE_BREAK)
      return TRUE;
  return FALSE;
}

/* Whether the paragraph is one sentence or more: no heading in bold, no line of names, and nothing
 * that goes on in a list. */
static gboolean is_prose(const AdrefCheckText *text, const AdrefCheckBlock *block)
{
  const AdrefNode *node = block->node, *last = node->last;
  if (node->type != ADREF_PARAGRAPH || block->words->len < SHORTEST || *block->words->str == '#' ||
      (node->next && node->next->type == ADREF_LIST))
    return FALSE;
  gboolean is_marked =
      !last || last->type == ADREF_STRONG || last->type == ADREF_EMPH || last->type == ADREF_LINK;
  gboolean spaced = adref_check_is_latin(text->source.language);
  gboolean is_labelled =
      adref_item_label_read(block->words->str, strcspn(block->words->str, "\n")).length > 0;
  return !is_marked && !is_labelled && !has_lines(node) && !ends_in_joint(block->words) &&
         (!spaced || spaces_in(block->words) + 1 >= MIN_WORDS);
}

static gboolean is_item(const AdrefCheckBlock *block)
{
  return block->node->parent->type == ADREF_ITEM;
}

/* Whether the house style has spoken of the end of the clause. */
static gboolean is_said(const AdrefCheckText *text, const AdrefCheckBlock *block)
{
  for (guint i = 0; i < text->findings->len; i++) {
    const AdrefCheckFinding *finding = text->findings->pdata[i];
    if (finding->order == block->order && g_str_has_suffix(finding->rule->id, "-end") &&
        g_strcmp0(finding->language, text->source.language) == 0)
      return TRUE;
  }
  return FALSE;
}

static gunichar last_sign(const AdrefCheckBlock *block)
{
  gsize length = last_byte(block->words);
  return length > 0 ? g_utf8_get_char(g_utf8_prev_char(block->words->str + length)) : 0;
}

/* Whether a paragraph ends with a comma and is none that goes on in the next one: an introduction,
 * a preamble, a line of a letter. */
static gboolean ends_with_comma(const AdrefCheckBlock *block, const AdrefCheckBlock *next)
{
  AdrefClauseKind kind = block->clause->as.clause->kind;
  gunichar sign = last_sign(block);
  return (sign == ',' || sign == 0x3001 || sign == 0xFF0C) && kind != ADREF_CHAPEAU &&
         kind != ADREF_PP && kind != ADREF_CLOSING &&
         (!next || !g_unichar_islower(g_utf8_get_char(next->words->str)));
}

/* A comma at the end of one paragraph among many that end with a full stop. */
static void check_commas(AdrefCheckText *text)
{
  g_autoptr(GPtrArray) commas = g_ptr_array_new();
  guint stops = 0;
  for (guint i = 0; i < text->blocks->len; i++) {
    AdrefCheckBlock *block = text->blocks->pdata[i];
    if (!is_prose(text, block) || is_item(block))
      continue;
    stops += last_sign(block) == '.' || last_sign(block) == 0x3002 ? 1 : 0;
    if (ends_with_comma(block, i + 1 < text->blocks->len ? text->blocks->pdata[i + 1] : NULL))
      g_ptr_array_add(commas, block);
  }
  for (guint i = 0; stops >= MIN_SIGNED && commas->len * MAX_LACKING <= stops && i < commas->len;
       i++) {
    const AdrefCheckBlock *block = commas->pdata[i];
    gsize end = last_byte(block->words);
    if (!is_said(text, block))
      adref_check_add(text, "integrity/end-sign", block,
                      (gsize)(g_utf8_prev_char(block->words->str + end) - block->words->str),
                      "the paragraph ends with a comma; %u others end with a full stop", stops);
  }
}

static void check_kind(AdrefCheckText *text, gboolean items)
{
  g_autoptr(GPtrArray) lacking = g_ptr_array_new();
  guint with_sign = 0;
  for (guint i = 0; i < text->blocks->len; i++) {
    AdrefCheckBlock *block = text->blocks->pdata[i];
    if (!is_prose(text, block) || is_item(block) != items)
      continue;
    End end = end_of(block->words);
    with_sign += end == END_SIGN ? 1 : 0;
    if (end == END_NONE)
      g_ptr_array_add(lacking, block);
  }
  if (with_sign < MIN_SIGNED || lacking->len * MAX_LACKING > with_sign)
    return;
  for (guint i = 0; i < lacking->len; i++) {
    const AdrefCheckBlock *block = lacking->pdata[i];
    gsize end = last_byte(block->words);
    if (!is_said(text, block))
      adref_check_add(text, "integrity/end-sign", block,
                      (gsize)(g_utf8_prev_char(block->words->str + end) - block->words->str),
                      "the paragraph ends without a sign; %u others have one", with_sign);
  }
}

void adref_check_ends(AdrefCheckText *text)
{
  static const char *const without[] = {"th", "lo", "km", "my"};
  for (guint i = 0; i < G_N_ELEMENTS(without); i++)
    if (adref_language_tag_matches(text->source.language, without[i]))
      return;
  check_commas(text);
  check_kind(text, FALSE);
  check_kind(text, TRUE);
}
