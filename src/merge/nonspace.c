#include "merge/nonspace.h"

#include "clause/numbering.h"

static gboolean has_letters(const AdrefNode *node)
{
  return node->type == ADREF_TEXT || node->type == ADREF_CODE || node->type == ADREF_CODE_BLOCK ||
         node->type == ADREF_HTML;
}

AdrefLettersWalk adref_letters_walk(const AdrefNode *root)
{
  return (AdrefLettersWalk){.walk = adref_walk(root)};
}

gboolean adref_letters_next(AdrefLettersWalk *self, AdrefLetters *letters)
{
  while (adref_walk_next(&self->walk)) {
    const AdrefNode *node = self->walk.node;
    if (node->type == ADREF_LINK)
      self->waiting = self->walk.entering && adref_node_is_reference(node);
    if (!self->walk.entering || !has_letters(node))
      continue;
    *letters = (AdrefLetters){.node = node};
    gsize start, end;
    if (self->waiting && node->type == ADREF_TEXT &&
        adref_number_find(node->text, node->length, &start, &end)) {
      self->waiting = FALSE;
      letters->start = start;
      letters->end = end;
    }
    return TRUE;
  }
  return FALSE;
}

static guint count_bytes(const char *text, gsize length)
{
  guint count = 0;
  for (gsize i = 0; i < length; i++)
    count += text[i] != ' ';
  return count;
}

guint adref_letters_count(const AdrefLetters *letters, gsize start, gsize length)
{
  const char *text = letters->node->text;
  gsize end = start + length;
  if (letters->end == 0 || letters->end <= start || letters->start >= end)
    return count_bytes(text + start, length);
  return count_bytes(text + start, letters->start - start) + 1 +
         count_bytes(text + letters->end, end - letters->end);
}

static void add_bytes(GString *out, const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (text[i] != ' ')
      g_string_append_c(out, text[i]);
}

GString *adref_letters_of(const AdrefNode *root)
{
  GString *out = g_string_new(NULL);
  AdrefLetters letters;
  AdrefLettersWalk walk = adref_letters_walk(root);
  while (adref_letters_next(&walk, &letters)) {
    const AdrefNode *node = letters.node;
    add_bytes(out, node->text, letters.start);
    if (letters.end > 0)
      g_string_append_c(out, '0');
    add_bytes(out, node->text + letters.end, node->length - letters.end);
  }
  return out;
}

void adref_letters_level(AdrefNode *root)
{
  AdrefLetters letters;
  AdrefLettersWalk walk = adref_letters_walk(root);
  while (adref_letters_next(&walk, &letters)) {
    if (letters.end == 0)
      continue;
    AdrefNode *node = walk.walk.node;
    char *level =
        g_strdup_printf("%.*s0%s", (int)letters.start, node->text, node->text + letters.end);
    adref_node_take_text(node, level, letters.start + 1 + node->length - letters.end);
  }
}
