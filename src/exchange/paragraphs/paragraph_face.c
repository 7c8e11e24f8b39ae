#include "exchange/paragraphs/paragraph_face.h"

#include <string.h>

/* The leaves of a paragraph, with what is open around them. */
typedef struct {
  guint bold, italic, underlined;
  gboolean all_bold, all_italic, all_underlined; /* all that was seen so far */
  gboolean first, first_emphasised;
  const char *before; /* the text of the leaf before, or NULL */
  gboolean in_opener; /* all leaves so far are in bold or italics */
  gboolean run_in;
  guint words; /* of these leaves */
} FaceScan;

enum {
  OPENER_WORDS = 6 /* of a participle with its adverbs; a heading has more */
};

static gboolean is_blank(const char *text)
{
  for (; *text; text = g_utf8_next_char(text))
    if (g_unichar_isalnum(g_utf8_get_char(text)))
      return FALSE;
  return TRUE;
}

gunichar adref_last_character(const char *words)
{
  const char *at = words + strlen(words);
  while (at > words) {
    at = g_utf8_prev_char(at);
    if (!g_unichar_isspace(g_utf8_get_char(at)))
      return g_utf8_get_char(at);
  }
  return 0;
}

static guint count_words(const char *text)
{
  guint words = 0;
  for (const char *at = text; *at; at += strspn(at, " ")) {
    words++;
    at += strcspn(at, " ");
  }
  return words;
}

/* Whether the emphasised words at the start are a heading that the first other leaf goes on from.
 */
static void scan_opener(FaceScan *scan, const char *text)
{
  if (scan->bold > 0 || scan->italic > 0) {
    scan->words += count_words(text);
    scan->before = text;
    return;
  }
  scan->in_opener = FALSE;
  gunichar end = scan->before ? adref_last_character(scan->before) : 0;
  scan->run_in = scan->before && (end == '.' || end == ':' || end == 0xFF1A || *text == ':' ||
                                  *text == '.' || scan->words > OPENER_WORDS);
}

static void scan_leaf(FaceScan *scan)
{
  scan->all_bold = scan->all_bold && scan->bold > 0;
  scan->all_italic = scan->all_italic && scan->italic > 0;
  scan->all_underlined = scan->all_underlined && scan->underlined > 0;
  if (scan->first)
    scan->first_emphasised = scan->bold > 0 || scan->italic > 0;
  scan->first = FALSE;
}

static void scan_node(FaceScan *scan, const AdrefWalk *walk)
{
  const AdrefNode *node = walk->node;
  guint step = walk->entering ? 1u : (guint)-1;
  if (node->type == ADREF_STRONG)
    scan->bold += step;
  else if (node->type == ADREF_EMPH)
    scan->italic += step;
  else if (node->type == ADREF_FORMAT && node->as.format == ADREF_FORMAT_UNDERLINE)
    scan->underlined += step;
  else if (walk->entering && node->type == ADREF_TEXT && !is_blank(node->text))
    scan_leaf(scan);
  if (walk->entering && node->type == ADREF_TEXT && scan->in_opener && *node->text)
    scan_opener(scan, node->text);
}

/* Whether the first word with two letters, or all words, are in capitals. */
static gboolean in_capitals(const char *words, gboolean all)
{
  guint capitals = 0;
  for (const char *at = words; *at; at = g_utf8_next_char(at)) {
    gunichar letter = g_utf8_get_char(at);
    if (g_unichar_islower(letter))
      return FALSE;
    capitals += g_unichar_isupper(letter) != FALSE;
    if (!all && capitals > 1 && !g_unichar_isalpha(letter))
      break;
  }
  return capitals > (all ? 3 : 1);
}

AdrefFace adref_paragraph_face(const AdrefNode *content)
{
  FaceScan scan = {.all_bold = TRUE,
                   .all_italic = TRUE,
                   .all_underlined = TRUE,
                   .first = TRUE,
                   .in_opener = TRUE};
  AdrefWalk walk = adref_walk(content);
  while (adref_walk_next(&walk))
    scan_node(&scan, &walk);
  g_autofree char *words = adref_node_words(content);
  gboolean empty = scan.first;
  AdrefFace face = {.bold = !empty && scan.all_bold,
                    .italic = !empty && scan.all_italic,
                    .underlined = !empty && scan.all_underlined,
                    .capitals = in_capitals(words, TRUE),
                    .capital_opener = in_capitals(words, FALSE)};
  face.opener = scan.first_emphasised && !face.bold && !face.italic;
  face.run_in = scan.run_in;
  return face;
}

/* 1 for "IV. ", 2 for "A. ", 3 for "12. "; 0 for no number. */
static guint number_form(const char *words)
{
  gsize roman = strspn(words, "IVXL"), digits = strspn(words, "0123456789");
  if (roman > 0 && words[roman] == '.')
    return 1;
  if (g_ascii_isupper(words[0]) && words[1] == '.' && words[2] == ' ')
    return 2;
  return digits > 0 && words[digits] == '.' ? 3 : 0;
}

guint adref_face_index(const AdrefFace *face, const char *words)
{
  guint bits = (face->bold ? 1u : 0u) | (face->italic ? 2u : 0u) | (face->underlined ? 4u : 0u) |
               (face->capitals ? 8u : 0u);
  return bits * 4 + number_form(words);
}

gboolean adref_paragraph_is_words(const AdrefNode *content)
{
  const AdrefNode *block = content->first;
  return block && !block->next && adref_node_holds_inlines(block);
}

const char *adref_paragraph_note_label(const AdrefNode *content)
{
  const AdrefNode *block = content->first;
  if (block && block->type == ADREF_FOOTNOTE_TEXT)
    block = block->first;
  const AdrefNode *mark = block ? block->first : NULL;
  return mark && mark->type == ADREF_FOOTNOTE && mark->next && mark->next->type == ADREF_TEXT &&
                 mark->next->text[0] == ':'
             ? mark->text
             : NULL;
}

gboolean adref_paragraph_is_note(const AdrefNode *content)
{
  return adref_paragraph_note_label(content) != NULL;
}

gboolean adref_paragraph_has_lines(const AdrefNode *content)
{
  for (const AdrefNode *node = content->first ? content->first->first : NULL; node;
       node = node->next)
    if (node->type == ADREF_LINE_BREAK)
      return TRUE;
  return FALSE;
}
