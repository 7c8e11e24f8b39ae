#include "work/import/returned_base.h"

#include <string.h>

#include "clause/markdown/canonical.h"
#include "history/label.h"
#include "work/export/sent_word.h"

static gboolean has_content(const AdrefText *text, const char *content)
{
  g_autofree char *hash = adref_text_hash(text->document);
  return strcmp(hash, content) == 0;
}

/* The text as it is, or a draft, with that content. */
static AdrefText *find_content(AdrefSession *session, const AdrefStatement *statement,
                               const AdrefImportFile *file, const char *content, char **name)
{
  AdrefText *text = adref_text_open_statement(session, statement, file->language, NULL);
  *name = g_strdup(ADREF_VERSION_WORK);
  if (text && has_content(text, content))
    return text;
  const GPtrArray *labels = adref_session_labels(session, statement->id, NULL);
  for (guint i = labels ? labels->len : 0; i > 0; i--) {
    const AdrefLabel *label = labels->pdata[i - 1];
    adref_text_free(text);
    text = adref_text_open_at(session, statement->id, &label->version, file->language, NULL);
    if (!text || !has_content(text, content))
      continue;
    g_free(*name);
    *name = g_strdup(label->name);
    return text;
  }
  adref_text_free(text);
  g_clear_pointer(name, g_free);
  return NULL;
}

/* The version of the words before the marks: of a redline, which names both, the older one. */
static char *version_of(const AdrefImportFile *file)
{
  const char *version = adref_docx_file_property(file->docx, "adref.version");
  const char *arrow = version ? strstr(version, " \342\206\222 ") : NULL;
  return arrow ? g_strndup(version, (gsize)(arrow - version)) : g_strdup(version);
}

/* Of two texts side by side the hash of the one that is read. */
static const char *content_property(const AdrefImportFile *file)
{
  const char *second = adref_docx_file_property(file->docx, "adref.beside");
  return g_strcmp0(second, file->language) == 0 ? "adref.beside-content" : "adref.content";
}

/* A part of a text is cut out of a text of its own (adref_returned_beside_make_part()). */
static AdrefText *open_base(AdrefSession *session, const AdrefStatement *statement,
                            const AdrefImportFile *file, const char *version, GError **error)
{
  if (!adref_sent_word_is_whole(file->docx))
    return adref_text_open_version(session, statement->id, version, file->language, error);
  g_autoptr(AdrefText) text =
      adref_text_load_version(session, statement->id, version, file->language, error);
  return text && adref_text_read_shared(text, error) ? g_steal_pointer(&text) : NULL;
}

AdrefText *adref_returned_base(AdrefSession *session, const AdrefStatement *statement,
                               const AdrefImportFile *file, const AdrefImportOptions *options,
                               char **name, GError **error)
{
  g_autofree char *version = version_of(file);
  const char *content = adref_docx_file_property(file->docx, content_property(file));
  *name = NULL;
  if (options->base) {
    *name = g_strdup(options->base);
    return open_base(session, statement, file, options->base, error);
  }
  AdrefText *text = version ? open_base(session, statement, file, version, NULL) : NULL;
  if (text && (!content || has_content(text, content))) {
    *name = g_strdup(version);
    return text;
  }
  adref_text_free(text);
  return content ? find_content(session, statement, file, content, name) : NULL;
}
