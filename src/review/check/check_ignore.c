#include "review/check/check_ignore.h"

#include <string.h>

static const char word[] = "adref-ignore";

/* A comment that is read. */
typedef struct {
  const AdrefNode *clause; /* to which it applies */
  const AdrefNode *comment;
  char *rule, *reason; /* NULL: missing */
} Ignore;

static void ignore_free(gpointer data)
{
  Ignore *ignore = data;
  g_free(ignore->rule);
  g_free(ignore->reason);
  g_free(ignore);
}

/* A comment that is alone in a text without markers applies to what follows. */
static const AdrefNode *clause_of(const AdrefNode *clause, const AdrefNode *comment)
{
  gboolean alone = clause->first == comment && !comment->next;
  while (alone && clause->next && clause->first && clause->first->type == ADREF_COMMENT &&
         !clause->first->next)
    clause = clause->next;
  return clause;
}

static Ignore *ignore_read(const AdrefNode *clause, const AdrefNode *comment)
{
  if (!g_str_has_prefix(comment->text, word))
    return NULL;
  Ignore *ignore = g_new0(Ignore, 1);
  const char *rest = comment->text + strlen(word);
  rest += strspn(rest, " \n");
  gsize length = strcspn(rest, ": \n");
  ignore->clause = clause_of(clause, comment);
  ignore->comment = comment;
  if (length > 0)
    ignore->rule = g_strndup(rest, length);
  rest += length;
  rest += strspn(rest, ": \n");
  if (*rest)
    ignore->reason = g_strdelimit(g_strdup(rest), "\n", ' ');
  return ignore;
}

static GPtrArray *find(const AdrefCheckText *text)
{
  GPtrArray *found = g_ptr_array_new_with_free_func(ignore_free);
  for (const AdrefNode *clause = text->source.document->first; clause; clause = clause->next) {
    AdrefWalk walk = adref_walk(clause);
    while (adref_walk_next(&walk)) {
      Ignore *ignore =
          walk.entering && walk.node->type == ADREF_COMMENT ? ignore_read(clause, walk.node) : NULL;
      if (ignore)
        g_ptr_array_add(found, ignore);
    }
  }
  return found;
}

static gboolean applies(const AdrefCheckText *text, const Ignore *ignore,
                        const AdrefCheckFinding *finding)
{
  gsize length = strlen(ignore->rule);
  guint order = GPOINTER_TO_UINT(g_hash_table_lookup(text->orders, ignore->clause));
  return finding->order == order && strcmp(finding->file, text->source.name) == 0 &&
         strncmp(finding->rule->id, ignore->rule, length) == 0 &&
         (finding->rule->id[length] == '\0' || finding->rule->id[length] == '/');
}

/* Whether there is such a finding; it gets the reason. */
static gboolean apply(AdrefCheckText *text, const Ignore *ignore, guint from, guint to)
{
  gboolean any = FALSE;
  for (guint i = from; i < to; i++) {
    AdrefCheckFinding *finding = text->findings->pdata[i];
    if (!applies(text, ignore, finding))
      continue;
    any = TRUE;
    if (!finding->reason)
      finding->reason = g_strdup(ignore->reason);
  }
  return any;
}

static AdrefCheckFinding *report(AdrefCheckText *text, const Ignore *ignore, const char *message)
{
  const AdrefNode *placed = adref_node_placed(ignore->comment);
  return adref_check_add_at(text, "integrity/ignore", ignore->clause, placed->line, placed->column,
                            "adref-ignore %s: %s", ignore->rule ? ignore->rule : "", message);
}

void adref_check_ignore(AdrefCheckText *text, guint from,
                        gboolean (*is_rule)(gpointer data, const char *id), gpointer data)
{
  g_autoptr(GPtrArray) found = find(text);
  guint to = text->findings->len;
  for (guint i = 0; i < found->len; i++) {
    const Ignore *ignore = found->pdata[i];
    if (!ignore->rule || !is_rule(data, ignore->rule))
      report(text, ignore, "no such rule; adref check --rules lists them");
    else if (!ignore->reason)
      report(text, ignore, "a reason is missing; write RULE: reason");
    else if (!apply(text, ignore, from, to))
      report(text, ignore, "there is nothing to ignore; delete the comment")->severity =
          ADREF_CHECK_NOTE;
  }
}
