#include "review/quote.h"

#include <string.h>

char *adref_quote(const char *words, gsize length)
{
  gsize kept = MIN(length, ADREF_QUOTE_LIMIT);
  while (kept < length && kept > 0 && ((guchar)words[kept] & 0xC0) == 0x80)
    kept--;
  char *quote = g_strndup(words, kept);
  for (char *p = quote; *p; p++)
    if (*p == '\n')
      *p = ' ';
  g_strstrip(quote);
  if (kept == length)
    return quote;
  char *cut = g_strconcat(quote, "…", NULL);
  g_free(quote);
  return cut;
}

static void append_alternative(GString *out, const AdrefNode *node, gboolean entering)
{
  if (entering) {
    if (out->len > 0 && out->str[out->len - 1] != '[')
      g_string_append(out, " / ");
  } else if (node->as.positions.groups) {
    g_autofree char *positions = adref_positions_text(node->as.positions.groups);
    g_string_append_printf(out, " - %s", positions);
  }
}

static void append_words(GString *out, const AdrefNode *node, gboolean entering)
{
  if (node->type == ADREF_BRACKET)
    g_string_append_c(out, entering ? '[' : ']');
  else if (node->type == ADREF_ALTERNATIVE)
    append_alternative(out, node, entering);
  else if (entering && node->text && node->type != ADREF_NOTE && node->type != ADREF_COMMENT)
    g_string_append_printf(out, "%s%s", node->text, node->type == ADREF_ITEM ? " " : "");
  else if (entering && node->type == ADREF_LINE_BREAK)
    g_string_append_c(out, ' ');
}

char *adref_quote_node(const AdrefNode *node, AdrefTextSide side)
{
  g_autoptr(GString) out = g_string_new(NULL);
  AdrefWalk walk = adref_walk(node);
  while (out->len <= ADREF_QUOTE_LIMIT && adref_walk_next(&walk)) {
    if (!adref_text_side_has_content(side, walk.node)) {
      if (walk.entering)
        adref_walk_skip(&walk);
    } else if (adref_text_side_has_node(side, walk.node)) {
      append_words(out, walk.node, walk.entering);
    }
  }
  return adref_quote(out->str, out->len);
}

/* How many bytes two addresses of one host have in common, up to the part that differs; 0: the
 * hosts differ. */
static gsize common_part(const char *old, const char *new)
{
  const char *host = strstr(old, "://"), *path = host ? strchr(host + 3, '/') : NULL;
  gsize same = 0, part = 0;
  for (; old[same] && old[same] == new[same]; same++)
    if (strchr("/?&#", old[same]))
      part = same + 1;
  return path && part > (gsize)(path - old) ? part : 0;
}

static char *address_part(const char *url, gsize from)
{
  g_autofree char *quoted = adref_quote(url + from, strlen(url + from));
  return g_strconcat(from > 0 ? "…" : "", quoted, NULL);
}

void adref_quote_addresses(const char *old, const char *new, char **old_quote, char **new_quote)
{
  gsize from = common_part(old, new);
  *old_quote = address_part(old, from);
  *new_quote = address_part(new, from);
}

static const char *format_word(const AdrefNode *node)
{
  static const char *const words[] = {
      [ADREF_FORMAT_SUPERSCRIPT] = "superscript",
      [ADREF_FORMAT_SUBSCRIPT] = "subscript",
      [ADREF_FORMAT_UNDERLINE] = "underlined",
      [ADREF_FORMAT_STRIKE] = "struck through",
  };
  if (node->type == ADREF_FORMAT)
    return words[node->as.format];
  return node->type == ADREF_EMPH ? "italic" : "bold";
}

char *adref_quote_formatted(const AdrefNode *node, AdrefTextSide side)
{
  g_autofree char *words = adref_quote_node(node, side);
  g_autoptr(GString) formats = g_string_new(NULL);
  for (const AdrefNode *inner = node; inner && adref_node_is_formatting(inner);
       inner = inner->first && !inner->first->next ? inner->first : NULL)
    if (adref_text_side_has_node(side, inner))
      g_string_append_printf(formats, "%s%s", formats->len > 0 ? ", " : "", format_word(inner));
  return formats->len > 0 ? g_strdup_printf("%s (%s)", words, formats->str)
                          : g_steal_pointer(&words);
}
