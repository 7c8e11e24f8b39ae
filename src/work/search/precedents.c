#include "work/search/precedents.h"

#include <glib/gstdio.h>
#include <string.h>

#include "base/digest.h"
#include "base/file.h"
#include "base/string_order.h"
#include "clause/markdown/canonical.h"
#include "clause/node_copy.h"
#include "history/label.h"
#include "history/version_files.h"
#include "merge/compare/diff.h"
#include "review/search/precedent_index.h"
#include "work/person_time.h"
#include "work/search/collection.h"

enum {
  SPARE = 200 /* matches that may be the statement's own */
};

/* A text that the index has. */
typedef struct {
  char *statement;       /* "": none */
  char *name, *language; /* as a person reads it */
  char *path;            /* of a file outside, of a template its name; else NULL */
  AdrefVersion version;  /* of a statement's draft; "": the work folder */
  char *id;              /* git's id of its bytes */
} Origin;

typedef struct {
  AdrefSession *session;
  const char *const *folders;
  GPtrArray *origins; /* of Origin */
} Gathering;

static void origin_free(gpointer data)
{
  Origin *origin = data;
  g_free(origin->statement);
  g_free(origin->name);
  g_free(origin->language);
  g_free(origin->path);
  g_free(origin->id);
  g_free(origin);
}

static void precedent_free(gpointer data)
{
  AdrefPrecedent *precedent = data;
  g_free(precedent->source);
  g_free(precedent->place);
  g_free(precedent->text);
  adref_node_free(precedent->clause);
  g_free(precedent);
}

static Origin *add_origin(Gathering *self, const char *statement, const char *language)
{
  Origin *origin = g_new0(Origin, 1);
  origin->statement = g_strdup(statement);
  origin->language = g_strdup(language);
  g_ptr_array_add(self->origins, origin);
  return origin;
}

/* --- which texts --- */

const AdrefLabel *adref_precedents_final_draft(AdrefSession *session, const char *statement,
                                               gboolean *is_published)
{
  AdrefRepo *repo = session->repo;
  const GPtrArray *labels = adref_session_labels(session, statement, NULL);
  const AdrefLabel *found = labels ? adref_repo_published_label(repo, labels, statement) : NULL;
  *is_published = found != NULL;
  for (guint i = labels ? labels->len : 0; i > 0 && !found; i--)
    if (adref_repo_label_is_signed(repo, labels->pdata[i - 1]))
      found = labels->pdata[i - 1];
  return found;
}

static void add_work_text(Gathering *self, const AdrefStatement *statement, const char *language)
{
  AdrefFileSource *source = self->session->files->source;
  g_autofree char *path = adref_statement_text_path(statement, language);
  g_autoptr(GBytes) bytes = source->read(source, path, ADREF_TEXT_LIMIT, NULL);
  if (!bytes)
    return;
  Origin *origin = add_origin(self, statement->id, language);
  origin->name = g_strdup_printf("%s, not final, %s", statement->id, language);
  origin->id = adref_blob_id(bytes);
}

static void add_final_text(Gathering *self, const AdrefStatement *statement,
                           const AdrefLabel *draft, gboolean is_published, const char *language)
{
  g_autofree char *path = adref_statement_text_path(statement, language);
  g_autofree char *id = adref_version_file_id(self->session->repo, &draft->version, path);
  g_autofree char *day = adref_person_time(draft->person, "%Y-%m-%d", "?");
  if (!*id)
    return;
  Origin *origin = add_origin(self, statement->id, language);
  origin->name = g_strdup_printf("%s, %s (%s, %s), %s", statement->id, draft->name, day,
                                 is_published ? "published" : "signed", language);
  origin->version = draft->version;
  origin->id = g_steal_pointer(&id);
}

static void add_statement(Gathering *self, const char *id)
{
  gboolean is_published;
  g_autoptr(GError) cause = NULL;
  const AdrefStatement *statement = adref_session_facts(self->session->files, id, &cause);
  if (!statement) {
    adref_session_say(self->session, "%s; it is left out", cause->message);
    return;
  }
  const AdrefLabel *draft = adref_precedents_final_draft(self->session, id, &is_published);
  for (char **language = statement->languages; *language; language++)
    if (draft)
      add_final_text(self, statement, draft, is_published, *language);
    else
      add_work_text(self, statement, *language);
}

static void add_template(Gathering *self, const char *name, const char *language)
{
  const AdrefTemplate *template =
      adref_library_template(self->session->library, name, language, NULL);
  if (!template)
    return;
  g_autoptr(GBytes) bytes = g_bytes_new(template->text, strlen(template->text));
  Origin *origin = add_origin(self, "", language);
  origin->name = g_strdup_printf("template %s, %s", name, language);
  origin->path = g_strdup(name);
  origin->id = adref_blob_id(bytes);
}

static void add_templates(Gathering *self)
{
  g_auto(GStrv) names = adref_library_templates(self->session->library, NULL);
  for (char **name = names; name && *name; name++) {
    g_auto(GStrv) languages = adref_library_languages(self->session->library, *name, NULL);
    for (char **language = languages; language && *language; language++)
      add_template(self, *name, *language);
  }
}

static void add_file(Gathering *self, const char *folder, const char *name)
{
  g_autoptr(GError) cause = NULL;
  g_autofree char *path = g_build_filename(folder, name, NULL);
  g_autoptr(GBytes) bytes = adref_file_read_text(path, path, ADREF_TEXT_LIMIT, &cause);
  if (!bytes) {
    adref_session_say(self->session, "%s; it is left out", cause->message);
    return;
  }
  Origin *origin = add_origin(self, "", "");
  origin->name = g_strdup(name);
  origin->id = adref_blob_id(bytes);
  origin->path = g_steal_pointer(&path);
}

/* The texts of the collections (work/search/collection.h). */
static void add_collections(Gathering *self)
{
  AdrefFileSource *source = self->session->files->source;
  g_auto(GStrv) paths = source->list(source, ADREF_COLLECTIONS_FOLDER, NULL);
  for (char **path = paths; path && *path; path++) {
    AdrefCollectionText text = {NULL};
    g_autoptr(GBytes) bytes = adref_file_source_read_text(source, *path, ADREF_TEXT_LIMIT, NULL);
    if (bytes && adref_collection_text_read(*path, bytes, &text)) {
      Origin *origin = add_origin(self, "", "");
      origin->name = g_strdup_printf("%s%s%s%s, %s", text.name, *text.facts ? " (" : "", text.facts,
                                     *text.facts ? ")" : "", text.language);
      origin->id = adref_blob_id(bytes);
      origin->path = g_build_filename(self->session->workspace->root, *path, NULL);
    }
    adref_collection_text_clear(&text);
  }
}

/* The Markdown and plain text files of a folder outside of the workspace. */
static gboolean add_folder(Gathering *self, const char *folder, GError **error)
{
  g_autoptr(GError) cause = NULL;
  g_autoptr(GDir) dir = g_dir_open(folder, 0, &cause);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
  if (!dir) {
    adref_error(error, ADREF_ERROR_NOT_FOUND, "%s: the folder cannot be read", folder);
    return FALSE;
  }
  for (const char *name = g_dir_read_name(dir); name; name = g_dir_read_name(dir))
    if (g_str_has_suffix(name, ".md") || g_str_has_suffix(name, ".txt"))
      g_ptr_array_add(names, g_strdup(name));
  if (names->len > ADREF_PRECEDENTS_MAX_FILES) {
    adref_error(error, ADREF_ERROR_INPUT, "%s: more than %d texts", folder,
                ADREF_PRECEDENTS_MAX_FILES);
    return FALSE;
  }
  g_ptr_array_sort(names, adref_string_order);
  for (guint i = 0; i < names->len; i++)
    add_file(self, folder, names->pdata[i]);
  return TRUE;
}

static gboolean gather(Gathering *self, GError **error)
{
  g_auto(GStrv) ids = adref_workspace_statements(self->session->workspace, error);
  if (!ids)
    return FALSE;
  for (char **id = ids; *id; id++)
    add_statement(self, *id);
  add_templates(self);
  add_collections(self);
  const char *const *folder = self->folders;
  for (; folder && *folder; folder++)
    if (!add_folder(self, *folder, error))
      return FALSE;
  return TRUE;
}

/* --- the index --- */

static char *place_of(const AdrefNode *clause)
{
  const AdrefClause *facts = clause->as.clause;
  return g_strdup_printf("%s%s%s%s", facts->number ? facts->number : "",
                         facts->number && facts->id ? " " : "", facts->id ? "#" : "",
                         facts->id ? facts->id : "");
}

static gboolean add_document(AdrefPrecedentBuilder *builder, const Origin *origin,
                             const AdrefNode *document)
{
  g_autofree char *source = g_strdup_printf("%s\t%s", origin->statement, origin->name);
  for (const AdrefNode *clause = document->first; clause; clause = clause->next) {
    if (clause->first && clause->first->type == ADREF_HEADING && !clause->first->next)
      continue;
    g_autoptr(GString) text = adref_canonical_clause(clause);
    g_autofree char *place = place_of(clause);
    if (text->len > 0 && !adref_precedent_builder_add(builder, source, place, text->str))
      return FALSE;
  }
  return TRUE;
}

static AdrefText *open_origin(Gathering *self, const Origin *origin, GError **error)
{
  if (*origin->statement && *origin->version.id)
    return adref_text_share_at(self->session, origin->statement, &origin->version, origin->language,
                               error);
  if (*origin->statement)
    return adref_text_share(self->session, origin->statement, origin->language, error);
  AdrefText *text = adref_text_load_file(self->session, origin->path, NULL, NULL, error);
  if (text && adref_text_read_shared(text, error))
    return text;
  adref_text_free(text);
  return NULL;
}

static gboolean add_text(Gathering *self, AdrefPrecedentBuilder *builder, const Origin *origin)
{
  g_autoptr(GError) cause = NULL;
  if (!*origin->statement && *origin->language) {
    const AdrefTemplate *template =
        adref_library_template(self->session->library, origin->path, origin->language, NULL);
    g_autofree char *source = g_strdup_printf("\t%s", origin->name);
    return !template || adref_precedent_builder_add(builder, source, "", template->text);
  }
  g_autoptr(AdrefText) text = open_origin(self, origin, &cause);
  if (!text)
    adref_session_say(self->session, "%s; it is left out", cause->message);
  return !text || add_document(builder, origin, text->document);
}

static GBytes *build(Gathering *self)
{
  g_autoptr(AdrefPrecedentBuilder) builder = adref_precedent_builder_new();
  for (guint i = 0; i < self->origins->len; i++)
    if (!add_text(self, builder, self->origins->pdata[i])) {
      adref_session_say(self->session, "there are more clauses than an index can hold; the last "
                                       "texts are left out");
      break;
    }
  return adref_precedent_builder_finish(builder);
}

static char *key_of(const Gathering *self)
{
  AdrefDigest *digest = adref_digest_new();
  for (guint i = 0; i < self->origins->len; i++) {
    const Origin *origin = self->origins->pdata[i];
    adref_digest_add(digest, origin->name, strlen(origin->name) + 1);
    adref_digest_add(digest, origin->id, strlen(origin->id) + 1);
  }
  return adref_digest_end_hex(digest);
}

/* Removes the indexes of other sets of texts. */
static void remove_others(const char *folder, const char *kept)
{
  g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
  for (const char *name = dir ? g_dir_read_name(dir) : NULL; name; name = g_dir_read_name(dir)) {
    g_autofree char *path = g_build_filename(folder, name, NULL);
    if (strcmp(name, kept) != 0 && !strchr(name, '.'))
      g_unlink(path);
  }
}

/* What cannot be written is made anew the next time. */
static void keep(const char *folder, const char *key, GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data(bytes, &length);
  g_autofree char *path = g_build_filename(folder, key, NULL);
  if (g_mkdir_with_parents(folder, 0777) == 0 &&
      g_file_set_contents_full(path, data, (gssize)length, G_FILE_SET_CONTENTS_CONSISTENT, 0600,
                               NULL))
    remove_others(folder, key);
}

static AdrefPrecedentIndex *open_index(Gathering *self)
{
  g_autofree char *private = adref_repo_private_folder(self->session->repo);
  g_autofree char *folder = g_build_filename(private, "precedents", NULL);
  g_autofree char *key = key_of(self);
  g_autofree char *path = g_build_filename(folder, key, NULL);
  g_autoptr(GMappedFile) file = g_mapped_file_new(path, FALSE, NULL);
  g_autoptr(GBytes) kept = file ? g_mapped_file_get_bytes(file) : NULL;
  AdrefPrecedentIndex *index = kept ? adref_precedent_index_new(kept) : NULL;
  if (index)
    return index;
  g_autoptr(GBytes) made = build(self);
  keep(folder, key, made);
  return adref_precedent_index_new(made);
}

/* --- matches --- */

static void copy_blocks(AdrefNode *to, const AdrefNode *clause)
{
  for (const AdrefNode *block = clause->first; block; block = block->next)
    adref_node_append(to, adref_node_copy_tree(block, ADREF_KEPT));
}

/* A document of `clause`, which it takes. */
static AdrefNode *document_of(AdrefNode *clause)
{
  AdrefNode *document = adref_node_new(ADREF_DOCUMENT);
  adref_node_append(document, clause);
  adref_node_pair_bracket_edges(document);
  return document;
}

AdrefNode *adref_precedents_alone(const AdrefNode *clause)
{
  AdrefNode *whole = adref_node_new_clause(ADREF_PLAIN, "words");
  copy_blocks(whole, clause);
  return document_of(whole);
}

AdrefNode *adref_precedents_join(const AdrefNode *document)
{
  AdrefNode *whole = adref_node_new_clause(ADREF_PLAIN, "words");
  for (const AdrefNode *part = document->first; part; part = part->next)
    copy_blocks(whole, part);
  return document_of(whole);
}

static AdrefNode *redline(AdrefSession *session, const AdrefPrecedentOptions *options,
                          const char *precedent)
{
  const char *language = options->text ? options->text->language : options->language;
  AdrefMarkdownReadOptions how = {.name = "precedent",
                                  .parties =
                                      adref_parties_names(adref_library_parties(session->library)),
                                  .is_part = TRUE};
  g_autoptr(AdrefNode) read = adref_markdown_read(precedent, strlen(precedent), &how, NULL, NULL);
  if (!read)
    return NULL;
  g_autoptr(AdrefNode) old = adref_precedents_join(read);
  g_autoptr(AdrefNode) new = options->text ? adref_precedents_alone(options->clause)
                                           : adref_precedents_join(options->clause);
  return adref_diff(old, new, language);
}

static void add_match(AdrefSession *session, const AdrefPrecedentOptions *options,
                      const AdrefPrecedentIndex *index, const AdrefPrecedentMatch *match,
                      GPtrArray *found)
{
  const char *source = adref_precedent_index_source(index, match->clause);
  const char *name = strchr(source, '\t');
  gsize length = name ? (gsize)(name - source) : 0;
  const char *own = options->text && options->text->statement ? options->text->statement->id : "";
  if (!name || (*own && strlen(own) == length && strncmp(source, own, length) == 0))
    return;
  AdrefPrecedent *precedent = g_new0(AdrefPrecedent, 1);
  precedent->source = g_utf8_make_valid(name + 1, -1);
  precedent->place = g_utf8_make_valid(adref_precedent_index_place(index, match->clause), -1);
  precedent->text = g_utf8_make_valid(adref_precedent_index_text(index, match->clause), -1);
  precedent->score = match->score;
  precedent->clause = redline(session, options, precedent->text);
  g_ptr_array_add(found, precedent);
}

struct AdrefPrecedents {
  AdrefSession *session;
  AdrefPrecedentIndex *index;
};

AdrefPrecedents *adref_precedents_open(AdrefSession *session, const char *const *folders,
                                       GError **error)
{
  if (!adref_session_open_workspace(session, error) || !adref_session_repo(session, error))
    return NULL;
  g_autoptr(GPtrArray) origins = g_ptr_array_new_with_free_func(origin_free);
  Gathering gathering = {session, folders, origins};
  if (!gather(&gathering, error))
    return NULL;
  AdrefPrecedents *self = g_new0(AdrefPrecedents, 1);
  self->session = session;
  self->index = open_index(&gathering);
  return self;
}

void adref_precedents_free(AdrefPrecedents *self)
{
  if (!self)
    return;
  adref_precedent_index_free(self->index);
  g_free(self);
}

GPtrArray *adref_precedents_find(AdrefPrecedents *self, const AdrefPrecedentOptions *options)
{
  g_autofree char *words = adref_node_words(options->clause);
  g_autoptr(GArray) matches = adref_precedent_index_find(self->index, words, options->most + SPARE);
  GPtrArray *found = g_ptr_array_new_with_free_func(precedent_free);
  for (guint i = 0; i < matches->len && found->len < options->most; i++)
    add_match(self->session, options, self->index, &g_array_index(matches, AdrefPrecedentMatch, i),
              found);
  return found;
}
