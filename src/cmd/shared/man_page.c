#include "cmd/shared/man_page.h"

#include <string.h>

#include "cmd/shared/manual.h"

/* Appends a letter so that groff prints it as it is: a typewriter's quotes, not a printer's. */
static void put_letter(GString *out, char letter)
{
  static const struct {
    char letter;
    const char *escape;
  } escapes[] = {{'\\', "\\e"},  {'-', "\\-"},   {'\'', "\\(aq"},
                 {'`', "\\(ga"}, {'^', "\\(ha"}, {'~', "\\(ti"}};
  for (gsize i = 0; i < G_N_ELEMENTS(escapes); i++)
    if (escapes[i].letter == letter) {
      g_string_append(out, escapes[i].escape);
      return;
    }
  g_string_append_c(out, letter);
}

/* Text for man(7): what looks like a request or an escape is text. */
static void roff(GString *out, const char *text)
{
  gboolean start = TRUE;
  for (const char *p = text; *p; p++) {
    if (start && *p == '.')
      g_string_append(out, "\\&");
    put_letter(out, *p);
    start = *p == '\n';
  }
}

static void roff_options(GString *out, const AdrefOption *options)
{
  for (; options && options->name; options++) {
    g_autofree char *words = adref_manual_option_words(options);
    g_autofree char *help = adref_manual_option_help(options);
    g_string_append(out, ".TP\n.B ");
    roff(out, words);
    g_string_append_c(out, '\n');
    roff(out, help);
    g_string_append_c(out, '\n');
  }
}

static void roff_details(GString *out, const char *details)
{
  g_auto(GStrv) paragraphs = g_strsplit(details, "\n\n", -1);
  for (char **paragraph = paragraphs; *paragraph; paragraph++) {
    gboolean example = **paragraph == ' ';
    g_string_append(out, example ? ".PP\n.nf\n" : ".PP\n");
    roff(out, *paragraph);
    g_string_append(out, example ? "\n.fi\n" : "\n");
  }
}

void adref_man_page_commands(GString *out, const AdrefCommand *const *commands)
{
  g_string_append(out, ".TH ADREF 1 \"\" \"adref " ADREF_VERSION "\" \"User Commands\"\n"
                       ".SH NAME\nadref \\- draft, negotiate and publish joint statements\n"
                       ".SH SYNOPSIS\n.B adref\n[\\-C DIR] [\\-\\-json] [\\-\\-color WHEN] "
                       "COMMAND ...\n.SH OPTIONS\n");
  roff_options(out, adref_global_options);
  g_string_append(out, ".SH COMMANDS\n");
  for (gsize i = 0; commands[i]; i++) {
    g_string_append_printf(out, ".SS adref %s ", commands[i]->name);
    roff(out, commands[i]->arguments);
    g_string_append_c(out, '\n');
    roff_details(out, commands[i]->details);
    roff_options(out, commands[i]->options);
  }
  g_string_append(out,
                  ".SH EXIT STATUS\n0 yes; 1 no (differences, open brackets, findings); 2 wrong "
                  "usage, also a value that an option does not allow; 3 failure, also a statement, "
                  "version or file that does not exist.\n.SH ENVIRONMENT\n.TP\n.B VISUAL, "
                  "EDITOR\nthe editor of "
                  "\\fBadref edit\\fR\n.TP\n.B ADREF_PAGER, PAGER\nshows long output\n.TP\n.B "
                  "NO_COLOR\nno colours when not empty\n.TP\n.B ADREF_LIBRARY\nthe starter "
                  "library of \\fBadref init\\fR\n.SH SEE ALSO\n.nh\n.ad l\n");
  for (const AdrefTopic *topic = adref_topics; topic->name; topic++) {
    g_string_append(out, "adref\\-");
    roff(out, topic->name);
    g_string_append(out, "(7), ");
  }
  g_string_append(out, "git(1), cmark(1)\n");
}

static gboolean is_in_item(const AdrefNode *node)
{
  return node->parent->type == ADREF_ITEM;
}

static guint item_number(const AdrefNode *item)
{
  guint after = 0;
  const AdrefNode *typed = item;
  for (; typed->prev && !typed->as.item.typed; typed = typed->prev)
    after++;
  return adref_item_number(typed, item->parent->as.list.start) + after;
}

static void begin_item(GString *out, const AdrefNode *item)
{
  if (item->text)
    g_string_append_printf(out, ".IP \"%s\" 6\n", item->text);
  else if (item->parent->as.list.ordered)
    g_string_append_printf(out, ".IP %u%c 3\n", item_number(item),
                           item->parent->as.list.parenthesis ? ')' : '.');
  else
    g_string_append(out, ".IP \\(bu 2\n");
}

static void begin_paragraph(GString *out, const AdrefNode *paragraph)
{
  if (!is_in_item(paragraph))
    g_string_append(out, ".PP\n");
  else if (paragraph->prev)
    g_string_append(out, ".IP \"\" 2\n");
}

static void put_code_block(GString *out, const AdrefNode *block)
{
  g_string_append(out, is_in_item(block) ? ".IP\n.nf\n" : ".PP\n.RS 4\n.nf\n");
  roff(out, block->text);
  g_string_append(out, is_in_item(block) ? ".fi\n" : ".fi\n.RE\n");
}

static void put_in_bold(GString *out, const char *text)
{
  g_string_append(out, "\\fB");
  roff(out, text);
  g_string_append(out, "\\fR");
}

/* Behind its words; an address that stands alone is its own words. */
static void put_address(GString *out, const AdrefNode *link)
{
  g_autofree char *words = adref_node_words(link);
  if (strcmp(words, link->as.link.url) == 0)
    return;
  g_string_append(out, " <");
  roff(out, link->as.link.url);
  g_string_append_c(out, '>');
}

static void enter(GString *out, const AdrefNode *node)
{
  if (node->type == ADREF_HEADING)
    g_string_append(out, node->as.level > 2 ? ".SS " : ".SH ");
  else if (node->type == ADREF_PARAGRAPH)
    begin_paragraph(out, node);
  else if (node->type == ADREF_ITEM)
    begin_item(out, node);
  else if (node->type == ADREF_LIST && is_in_item(node))
    g_string_append(out, ".RS 2\n");
  else if (node->type == ADREF_CODE_BLOCK)
    put_code_block(out, node);
  else if (node->type == ADREF_TEXT)
    roff(out, node->text);
  else if (node->type == ADREF_CODE)
    put_in_bold(out, node->text);
  else if (node->type == ADREF_STRONG)
    g_string_append(out, "\\fB");
  else if (node->type == ADREF_EMPH)
    g_string_append(out, "\\fI");
}

static void leave(GString *out, const AdrefNode *node)
{
  if (adref_node_holds_inlines(node))
    g_string_append_c(out, '\n');
  else if (node->type == ADREF_LIST && is_in_item(node))
    g_string_append(out, ".RE\n");
  else if (node->type == ADREF_STRONG || node->type == ADREF_EMPH)
    g_string_append(out, "\\fR");
  else if (node->type == ADREF_LINK)
    put_address(out, node);
}

static void put_head(GString *out, const AdrefTopic *topic)
{
  g_autofree char *name = g_ascii_strup(topic->name, -1), *title = adref_topic_title(topic);
  g_string_append(out, ".TH ADREF\\-");
  roff(out, name);
  g_string_append(out, " 7 \"\" \"adref " ADREF_VERSION "\" \"The manual of adref\"\n"
                       ".nh\n.ad l\n.SH NAME\nadref\\-");
  roff(out, topic->name);
  g_string_append(out, " \\- ");
  roff(out, title);
  g_string_append(out, "\n.SH DESCRIPTION\n");
}

gboolean adref_man_page_topic(GString *out, const AdrefTopic *topic, GError **error)
{
  g_autoptr(AdrefNode) document = adref_topic_read(topic, error);
  if (!document)
    return FALSE;
  put_head(out, topic);
  AdrefWalk walk = adref_walk(document);
  while (adref_walk_next(&walk)) {
    gboolean title = walk.node->type == ADREF_HEADING && walk.node->as.level == 1;
    if (title && walk.entering)
      adref_walk_skip(&walk); /* it stands in NAME */
    else if (title)
      continue;
    else if (walk.entering)
      enter(out, walk.node);
    else
      leave(out, walk.node);
  }
  g_string_append(out, ".SH SEE ALSO\nadref(1)\n");
  return TRUE;
}
