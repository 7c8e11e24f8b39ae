#include <string.h>

#include "cmd/commands.h"
#include "cmd/shared/shared_options.h"
#include "view/json/json_comment.h"
#include "work/edit/comment.h"
#include "work/select_clause.h"

static gboolean check(const AdrefRun *run, GError **error)
{
  const char *number = adref_run_value(run, "remove");
  if (number && (*number == '\0' || strspn(number, "0123456789") != strlen(number)))
    adref_error(error, ADREF_ERROR_USAGE, "comment: --remove takes the number of a comment");
  else if (adref_run_flag(run, "private") && adref_run_value(run, "as"))
    adref_error(error, ADREF_ERROR_USAGE,
                "comment: a private comment is nobody's position; --as does not go with --private");
  else
    return TRUE;
  return FALSE;
}

enum {
  NARROWEST = 16 /* bytes of the column of ids; a longer id widens it */
};

/* The list while it is made. */
typedef struct {
  AdrefRun *run;
  AdrefJsonList *json;
  const AdrefNode *only; /* the clause that is asked for; NULL: all */
  gboolean measures;     /* finds the width of the first column, and prints nothing */
  int width;
} CommentList;

static void put(CommentList *self, const AdrefJsonComment *comment)
{
  const char *clause = comment->clause ? comment->clause : "";
  if (self->measures) {
    self->width = MAX(self->width, (int)strlen(clause));
    return;
  }
  if (self->run->json) {
    adref_json_comment_add(self->json, comment);
    return;
  }
  g_autofree char *who =
      comment->party ? g_strdup(comment->party) : g_strdup_printf("private %u", comment->number);
  g_string_append_printf(self->run->out, "%-*s  %-10s  %s\n", self->width, clause, who,
                         comment->text);
}

static void put_notes(CommentList *self, const AdrefNode *document)
{
  for (const AdrefNode *clause = document->first; clause; clause = clause->next) {
    const AdrefClause *facts = clause->as.clause;
    AdrefWalk walk = adref_walk(clause);
    while ((!self->only || self->only == clause) && adref_walk_next(&walk)) {
      if (!walk.entering || walk.node->type != ADREF_NOTE)
        continue;
      AdrefJsonComment comment = {.clause = facts->id ? facts->id : facts->number,
                                  .party = walk.node->as.party,
                                  .text = walk.node->text};
      put(self, &comment);
    }
  }
}

static void put_private(CommentList *self, const GPtrArray *comments)
{
  for (guint i = 0; i < comments->len; i++) {
    const AdrefPrivateComment *one = comments->pdata[i];
    if (self->only && g_strcmp0(self->only->as.clause->id, one->clause) != 0)
      continue;
    AdrefJsonComment comment = {
        .clause = one->clause, .number = i + 1, .time = one->time, .text = one->text};
    put(self, &comment);
  }
}

static gboolean list(AdrefRun *run, const char *clause, GError **error)
{
  const AdrefStatement *statement = run->session->statement;
  g_autoptr(AdrefText) text =
      adref_text_open_statement(run->session, statement, adref_run_value(run, "lang"), error);
  g_autoptr(GPtrArray) comments =
      text ? adref_comment_read_private(run->session, statement->id, error) : NULL;
  g_autoptr(AdrefJsonList) json = adref_json_list_new();
  CommentList self = {.run = run, .json = json, .width = NARROWEST};
  if (!comments || (clause && !(self.only = adref_select_clause(text, clause, error))))
    return FALSE;
  for (int pass = 0; pass < 2; pass++) {
    self.measures = pass == 0;
    put_notes(&self, text->document);
    put_private(&self, comments);
  }
  if (run->json)
    adref_put(run, adref_json_list_write(json));
  return TRUE;
}

static gboolean add(AdrefRun *run, const AdrefCommentOptions *options, GError **error)
{
  const AdrefStatement *statement = run->session->statement;
  if (adref_run_flag(run, "private"))
    return adref_comment_add_private(run->session, statement, options, error);
  if (options->party)
    return adref_comment_add_note(run->session, statement, options, error);
  adref_error(error, ADREF_ERROR_USAGE,
              "comment: whose note is it? --as PARTY writes it into the text for all who "
              "negotiate, --private keeps it here");
  return FALSE;
}

static int run(AdrefRun *run, GError **error)
{
  AdrefCommentOptions comment_options = {.clause = adref_run_argument(run, run->clauses),
                                         .text = adref_run_argument(run, run->clauses + 1),
                                         .party = adref_run_value(run, "as"),
                                         .language = adref_run_value(run, "lang")};
  const char *number = adref_run_value(run, "remove");
  gboolean done;
  if (run->arguments->len > run->clauses + 2) {
    adref_error(error, ADREF_ERROR_USAGE,
                "comment: one clause and one text; put the text in quotation marks");
    return ADREF_USAGE;
  }
  if (number)
    done = adref_comment_remove_private(run->session, run->session->statement_id,
                                        (guint)MIN(g_ascii_strtoull(number, NULL, 10), G_MAXUINT),
                                        error);
  else if (comment_options.text)
    done = add(run, &comment_options, error);
  else
    done = list(run, comment_options.clause, error);
  return done ? ADREF_YES : ADREF_FAILURE;
}

static const AdrefOption options[] = {
    {"as", 0, "PARTY", NULL, FALSE, "whose note it is"},
    {"private", 0, NULL, NULL, FALSE, "keep the comment in this clone"},
    {"remove", 0, "N", NULL, FALSE, "remove the private comment N"},
    ADREF_OPTION_LANGUAGE,
    ADREF_OPTION_END,
};

const AdrefCommand adref_command_comment = {
    .name = "comment",
    .arguments = "[STATEMENT] [CLAUSE [TEXT]]",
    .summary = "Write or list notes on clauses",
    .details =
        "With --as PARTY the text becomes a note of that party behind the words of the clause, "
        "saved as a version: all who negotiate see it. A draft with notes is not signed; "
        "`adref circulate --clean` leaves them out, and clean and public pages never have them.\n\n"
        "With --private the comment stays in this clone, outside of every version: `adref show` "
        "shows it here, and nothing that git sends has it.\n\n"
        "Without a text it lists the notes and the private comments, of all clauses or one.",
    .options = options,
    .most = 3,
    .first = ADREF_FIRST_STATEMENT_CLAUSES,
    .needs =
        ADREF_NEEDS_LOCK | ADREF_NEEDS_WORKSPACE | ADREF_NEEDS_STATEMENT | ADREF_NEEDS_REPOSITORY,
    .check = check,
    .run = run,
};
