#include "cmd/shared/topic.h"

#include <string.h>

#include "clause/markdown/markdown_read.h"
#include "view/terminal/terminal.h"

const AdrefTopic *adref_topic_find(const char *name)
{
  for (const AdrefTopic *topic = adref_topics; topic->name; topic++)
    if (strcmp(topic->name, name) == 0)
      return topic;
  return NULL;
}

char *adref_topic_title(const AdrefTopic *topic)
{
  const char *title = topic->text + strspn(topic->text, "# ");
  return g_strndup(title, strcspn(title, "\n"));
}

/* All nodes of a type, so that the tree may be changed. */
static void unwrap_file_links(AdrefNode *document)
{
  g_autoptr(GPtrArray) links = adref_node_find_all(document, ADREF_LINK);
  for (guint i = 0; i < links->len; i++) {
    AdrefNode *link = links->pdata[i];
    if (strstr(link->as.link.url, "://"))
      continue;
    for (AdrefNode *child; (child = link->first);) {
      adref_node_unlink(child);
      adref_node_insert_before(link, child);
    }
    adref_node_free(link);
  }
}

AdrefNode *adref_topic_read(const AdrefTopic *topic, GError **error)
{
  AdrefMarkdownReadOptions options = {.name = topic->name};
  AdrefNode *document =
      adref_markdown_read(topic->text, strlen(topic->text), &options, NULL, error);
  if (document)
    unwrap_file_links(document);
  return document;
}

static void make_bold(AdrefNode *code)
{
  AdrefNode *bold = adref_node_new(ADREF_STRONG);
  adref_node_insert_before(code, bold);
  adref_node_unlink(code);
  adref_node_append(bold, code);
}

static void put_backquotes(AdrefNode *code)
{
  char *text = g_strdup_printf("`%s`", code->text);
  adref_node_take_text(code, text, strlen(text));
}

gboolean adref_topic_write(GString *out, const AdrefTopic *topic, guint width, gboolean color,
                           GError **error)
{
  g_autoptr(AdrefNode) document = adref_topic_read(topic, error);
  if (!document)
    return FALSE;
  g_autoptr(GPtrArray) codes = adref_node_find_all(document, ADREF_CODE);
  for (guint i = 0; i < codes->len; i++)
    (color ? make_bold : put_backquotes)(codes->pdata[i]);
  AdrefViewOptions options = {.view = ADREF_VIEW_NEGOTIATING};
  g_autoptr(GString) written = adref_terminal_write(document, &options, width, color);
  g_string_append_len(out, written->str, (gssize)written->len);
  return TRUE;
}
