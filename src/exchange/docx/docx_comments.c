#include "exchange/docx/docx_walker.h"

#include <string.h>

/* --- threads --- */

/* What commentsExtended says of the paragraph that ends a comment. */
typedef struct {
  const char *parent; /* the same of the comment that it replies to, or NULL */
  gboolean is_done;
} Extension;

/* Id of a paragraph -> Extension. */
static GHashTable *read_extensions(const AdrefDocxParts *parts)
{
  GHashTable *extensions = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
  const AdrefXmlNode *root = adref_docx_parts_root(parts, ADREF_DOCX_COMMENTS_EXTENDED);
  for (const AdrefXmlNode *node = root ? root->first : NULL; node; node = node->next) {
    const char *id = adref_xml_attribute(node, "w15:paraId"),
               *done = adref_xml_attribute(node, "w15:done");
    if (!id || g_hash_table_contains(extensions, id))
      continue;
    Extension *extension = g_new(Extension, 1);
    *extension = (Extension){adref_xml_attribute(node, "w15:paraIdParent"),
                             done && (strcmp(done, "1") == 0 || strcmp(done, "true") == 0)};
    g_hash_table_insert(extensions, (gpointer)(guintptr)id, extension);
  }
  return extensions;
}

/* The paragraph of the first comment of a thread; *is_done where one on the way is resolved. */
static const char *first_of_thread(GHashTable *extensions, const char *paragraph, gboolean *is_done)
{
  enum {
    DEEPEST = 20 /* replies to replies: Word has one level */
  };
  for (guint depth = 0; paragraph && depth < DEEPEST; depth++) {
    const Extension *extension = g_hash_table_lookup(extensions, paragraph);
    *is_done |= extension && extension->is_done;
    if (!extension || !extension->parent)
      return paragraph;
    paragraph = extension->parent;
  }
  return paragraph;
}

/* The id of the last paragraph of a comment, or NULL. */
static const char *paragraph_of(const AdrefXmlNode *comment)
{
  const char *paragraph = NULL;
  for (const AdrefXmlNode *child = comment->first; child; child = child->next)
    if (adref_xml_is(child, "w:p"))
      paragraph = adref_xml_attribute(child, "w14:paraId");
  return paragraph;
}

/* --- reading --- */

typedef struct {
  AdrefDocxWalker *walker;
  GHashTable *extensions;
  GHashTable *firsts; /* id of the paragraph of a comment -> its place */
  GHashTable *lasts;  /* place of a first comment -> the place of its last reply */
} Reader;

static AdrefDocxComment *comment_at(const AdrefDocxWalker *self, guint place)
{
  return &g_array_index(self->file->comments, AdrefDocxComment, place - 1);
}

char *adref_docx_comment_words(const AdrefDocxComment *comment)
{
  return g_strdup_printf("%s%s%s", comment->author, *comment->author ? ": " : "", comment->words);
}

/* Adds a reply behind the others of its thread. */
static void add_reply(Reader *self, guint place, const char *first)
{
  gpointer root = g_hash_table_lookup(self->firsts, first);
  guint last = GPOINTER_TO_UINT(g_hash_table_lookup(self->lasts, root));
  if (!root)
    return;
  if (last)
    comment_at(self->walker, last)->next_reply = place;
  else
    comment_at(self->walker, GPOINTER_TO_UINT(root))->first_reply = place;
  comment_at(self->walker, place)->is_reply = TRUE;
  g_hash_table_insert(self->lasts, root, GUINT_TO_POINTER(place));
}

static void read_comment(Reader *self, const AdrefXmlNode *node)
{
  GArray *comments = self->walker->file->comments;
  const char *id = adref_xml_attribute(node, "w:id"), *paragraph = paragraph_of(node);
  const char *author = adref_xml_attribute(node, "w:author");
  AdrefDocxComment comment = {.author = author ? author : "",
                              .date = adref_docx_walker_date(node),
                              .words = adref_docx_words_below(node)};
  const char *first = first_of_thread(self->extensions, paragraph, &comment.is_resolved);
  g_array_append_val(comments, comment);
  g_hash_table_insert(self->walker->comment_places, (gpointer)(guintptr)id,
                      GUINT_TO_POINTER(comments->len));
  if (paragraph && first != paragraph)
    add_reply(self, comments->len, first);
  else if (paragraph)
    g_hash_table_insert(self->firsts, (gpointer)(guintptr)paragraph,
                        GUINT_TO_POINTER(comments->len));
  if (comment.is_resolved && *comment.words) {
    g_autofree char *words = adref_docx_comment_words(&comment);
    adref_docx_walker_notice(self->walker, ADREF_DOCX_NOTICE_RESOLVED, words);
  }
}

void adref_docx_walker_read_comments(AdrefDocxWalker *self)
{
  const AdrefDocxParts *parts = self->file->parts;
  const AdrefXmlNode *root = adref_docx_parts_root(parts, ADREF_DOCX_COMMENTS);
  Reader reader = {.walker = self,
                   .extensions = read_extensions(parts),
                   .firsts = g_hash_table_new(g_str_hash, g_str_equal),
                   .lasts = g_hash_table_new(NULL, NULL)};
  for (const AdrefXmlNode *node = root ? root->first : NULL; node; node = node->next)
    if (adref_xml_is(node, "w:comment") && adref_xml_attribute(node, "w:id"))
      read_comment(&reader, node);
  g_hash_table_unref(reader.extensions);
  g_hash_table_unref(reader.firsts);
  g_hash_table_unref(reader.lasts);
}

/* --- where they are called --- */

/* Whether a tracked change deletes the comment alone: the words before its call stay. */
static gboolean is_deleted_alone(const AdrefDocxWalker *self, const AdrefDocxRun *call)
{
  const GArray *runs = self->open->runs;
  guint i = runs->len;
  while (i > 0 && !*g_array_index(runs, AdrefDocxRun, i - 1).text)
    i--;
  return call->deleted && i > 0 && !g_array_index(runs, AdrefDocxRun, i - 1).deleted;
}

static void put(AdrefDocxWalker *self, guint place)
{
  AdrefDocxRun run;
  AdrefDocxComment *comment = comment_at(self, place);
  if (comment->is_called)
    return;
  comment->is_called = TRUE;
  adref_docx_walker_fill_run(self, &run);
  run.text = g_strdup("");
  run.comment = place;
  if (is_deleted_alone(self, &run) && !comment->is_resolved) {
    g_autofree char *words = adref_docx_comment_words(comment);
    adref_docx_walker_notice(self, ADREF_DOCX_NOTICE_DELETED_COMMENT, words);
  }
  g_array_append_val(self->open->runs, run);
}

/* A thread stands where its first comment is called. Those of footnotes are no text. */
void adref_docx_walker_put_comment(AdrefDocxWalker *self, const AdrefXmlNode *element)
{
  const char *id = adref_xml_attribute(element, "w:id");
  guint place = id ? GPOINTER_TO_UINT(g_hash_table_lookup(self->comment_places, id)) : 0;
  if (!self->open || !place || self->part != ADREF_DOCX_DOCUMENT ||
      comment_at(self, place)->is_reply)
    return;
  put(self, place);
  for (guint at = comment_at(self, place)->first_reply; at; at = comment_at(self, at)->next_reply)
    put(self, at);
}

void adref_docx_walker_end_comments(AdrefDocxWalker *self)
{
  for (guint place = 1; place <= self->file->comments->len; place++) {
    const AdrefDocxComment *comment = comment_at(self, place);
    if (comment->is_called || comment->is_resolved || !*comment->words)
      continue;
    g_autofree char *words = adref_docx_comment_words(comment);
    adref_docx_walker_notice(self, ADREF_DOCX_NOTICE_UNCALLED, words);
  }
}
