#include <jansson.h>
#include <string.h>

#include "view/blame_output.h"
#include "view/json.h"

static void set_string(json_t *object, const char *name, const char *string)
{
  if (string)
    json_object_set_new(object, name, json_string(string));
}

static json_t *origin_json(const AdrefOrigin *origin)
{
  json_t *object = json_object();
  set_string(object, "version", origin->version);
  set_string(object, "time", origin->time);
  set_string(object, "author", origin->author);
  set_string(object, "email", origin->email);
  set_string(object, "subject", origin->subject);
  set_string(object, "party", origin->party);
  set_string(object, "draft", origin->label);
  return object;
}

static json_t *clause_json(const AdrefNode *clause, const AdrefViewOptions *options)
{
  const AdrefClause *facts = clause->as.clause;
  gboolean negotiating = options->view == ADREF_VIEW_NEGOTIATING;
  json_t *object = json_object();
  set_string(object, "kind", adref_clause_kind_word(facts->kind));
  set_string(object, "id", negotiating ? facts->id : NULL);
  set_string(object, "number", facts->number);
  json_object_set_new(object, "blocks", json_array());
  return object;
}

static json_t *passage_json(const AdrefOriginWords *passage)
{
  json_t *object = json_object();
  set_string(object, "text", passage->text);
  if (passage->origin != ADREF_NO_ORIGIN)
    json_object_set_new(object, "version", json_integer(passage->origin));
  return object;
}

static json_t *clauses_json(const GPtrArray *passages, const AdrefViewOptions *options)
{
  json_t *clauses = json_array(), *blocks = NULL, *block = NULL;
  const AdrefOriginWords *last = NULL;
  for (guint i = 0; i < passages->len; i++) {
    const AdrefOriginWords *passage = passages->pdata[i];
    if (!passage->clause)
      continue;
    if (!last || passage->clause != last->clause) {
      json_array_append_new(clauses, clause_json(passage->clause, options));
      blocks = json_object_get(json_array_get(clauses, json_array_size(clauses) - 1), "blocks");
    }
    if (!last || passage->block != last->block || passage->clause != last->clause) {
      block = json_array();
      json_array_append_new(blocks, block);
    }
    json_array_append_new(block, passage_json(passage));
    last = passage;
  }
  return clauses;
}

GString *adref_json_blame_write(const AdrefNode *root, const AdrefOrigins *origins,
                                const AdrefViewOptions *options)
{
  g_autoptr(GPtrArray) passages = adref_origin_words(root, origins, options);
  json_t *object = json_object(), *versions = json_array();
  set_string(object, "language", options->language);
  for (guint i = 0; i < origins->all->len; i++)
    json_array_append_new(versions, origin_json(origins->all->pdata[i]));
  json_object_set_new(object, "versions", versions);
  json_object_set_new(object, "clauses", clauses_json(passages, options));
  return adref_json_text(object);
}
