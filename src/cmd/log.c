#include "history/log.h"

#include <string.h>

#include "cmd/commands.h"
#include "cmd/shared/shared_options.h"
#include "history/label.h"
#include "review/fact_changes.h"
#include "view/json/json_log.h"
#include "view/terminal_wrap.h"
#include "work/changes/change_counter.h"
#include "work/changes/change_summary.h"
#include "work/changes/clause_history.h"
#include "work/changes/fact_comparison.h"
#include "work/changes/party_changes.h"
#include "work/changes/statement_log.h"
#include "work/person_time.h"

enum {
  MAX_NAMES = 60 /* characters of the names of facts on a line */
};

/* The log while it is written. */
typedef struct {
  AdrefRun *run;
  const char *party; /* only versions of this party; NULL: of all */
  gint64 since;      /* only versions saved then or later */
  guint limit;       /* 0: none */
  gboolean oneline, color;
  guint width; /* of lines */
  AdrefLog *log;
  AdrefText *text; /* of --clause, or NULL */
  AdrefClauseHistory *history;
  AdrefChangeCounter *counter; /* of a log of the whole text, or NULL */
  const GPtrArray *labels;
  const char *id;          /* of the statement */
  const AdrefLabel *draft; /* the draft to which the current version belongs, or NULL */
  const AdrefLabel *shown; /* the draft whose heading was put last */
  char *heading, *day;     /* that were put last, or NULL */
  guint count;
} LogOutput;

static void log_output_clear(LogOutput *self)
{
  adref_clause_history_free(self->history);
  adref_change_counter_free(self->counter);
  adref_text_free(self->text);
  adref_log_free(self->log);
  g_free(self->heading);
  g_free(self->day);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(LogOutput, log_output_clear)

/* Puts a heading unless it is the one that was put last. */
static gboolean put_heading(LogOutput *self, char **last, char *heading, const char *indent)
{
  if (g_strcmp0(*last, heading) == 0) {
    g_free(heading);
    return FALSE;
  }
  const char *on = self->color ? "\033[1m" : "", *off = self->color ? "\033[0m" : "";
  g_autofree char *visible = adref_escape_controls(heading, -1, FALSE);
  g_string_append_printf(self->run->out, "%s%s%s%s%s\n", *indent || !*last ? "" : "\n", indent, on,
                         visible, off);
  g_free(*last);
  *last = heading;
  return TRUE;
}

static char *draft_heading(const AdrefLabel *label)
{
  if (!label)
    return g_strdup("not circulated yet");
  g_autofree char *day = adref_person_time(label->person, "%Y-%m-%d", "?");
  return g_strdup_printf("%s, circulated %s by %s%s%s", label->name, day, label->person->name,
                         label->withdrawn ? "; withdrawn: " : "",
                         label->withdrawn ? label->withdrawn : "");
}

/* A line for each other label of the same version, below the heading. */
static void put_other_labels(LogOutput *self)
{
  const AdrefLabel *draft = self->draft;
  for (guint i = 0; draft && i < self->labels->len; i++) {
    const AdrefLabel *label = self->labels->pdata[i];
    if (label == draft || strcmp(label->version.id, draft->version.id) != 0)
      continue;
    g_autofree char *line = draft_heading(label);
    g_autofree char *visible = adref_escape_controls(line, -1, FALSE);
    g_string_append_printf(self->run->out, "also %s\n", visible);
  }
}

static void put_draft(LogOutput *self)
{
  if (self->heading && self->shown == self->draft)
    return;
  if (put_heading(self, &self->heading, draft_heading(self->draft), ""))
    put_other_labels(self);
  g_clear_pointer(&self->day, g_free);
  self->shown = self->draft;
}

/* A sign-off, a break of silence and a final text have commands of their own. */
static gboolean is_of_another(const char *tag)
{
  return g_str_has_prefix(tag, "signoff/") || g_str_has_prefix(tag, "silence/") ||
         g_str_has_prefix(tag, "final/") || g_str_has_prefix(tag, "withdrawn/");
}

/* Tags of the statement itself are headings already. */
static void put_tags(LogOutput *self, const AdrefLogEntry *entry)
{
  guint count = 0;
  for (guint i = 0; i < entry->labels->len; i++) {
    const char *name = entry->labels->pdata[i];
    const char *own = adref_repo_label_of_tag(self->run->session->repo, self->id, name);
    if ((own && !self->oneline) || is_of_another(name))
      continue;
    g_autofree char *tag = adref_escape_controls(own ? own : name, -1, FALSE);
    g_string_append_printf(self->run->out, "%s%s", count++ > 0 ? ", " : "  = ", tag);
  }
}

static char *who(const AdrefLogEntry *entry)
{
  const char *party = adref_log_entry_trailer(entry, "Party");
  g_autofree char *name = g_strdup_printf("%s%s%s%s", entry->author.name, party ? " (" : "",
                                          party ? party : "", party ? ")" : "");
  return adref_escape_controls(name, -1, FALSE);
}

/* What changed in words, when it is counted. */
static void put_numbers(LogOutput *self, const char *before, const char *after)
{
  AdrefRedlineCounts counts;
  if (!self->counter || !adref_change_counter_count(self->counter, self->log, &counts))
    return;
  g_autofree char *numbers = adref_change_summary_counts(&counts);
  const char *on = self->color ? "\033[2m" : "", *off = self->color ? "\033[0m" : "";
  if (numbers)
    g_string_append_printf(self->run->out, "%s%s%s%s%s", before, on, numbers, off, after);
}

/* The facts that changed. The log of one clause does not list them. */
static GPtrArray *facts_of(const LogOutput *self, GError **error)
{
  if (self->history)
    return NULL;
  AdrefSession *session = self->run->session;
  return adref_fact_comparison_of_log(session, session->statement_id, self->log, error);
}

/* A line for each fact, or why they are not compared; all of it was written by a stranger. */
static void put_facts(const LogOutput *self, AdrefTerminalWrap *fill)
{
  g_autoptr(GError) cause = NULL;
  g_autoptr(GPtrArray) facts = facts_of(self, &cause);
  for (guint i = 0; facts && i < facts->len; i++) {
    g_autofree char *line = adref_fact_change_line(facts->pdata[i]);
    adref_terminal_wrap_begin(fill, 21, 0, NULL);
    adref_terminal_wrap_string(fill, line, 0);
    adref_terminal_wrap_end(fill);
  }
  if (!cause)
    return;
  adref_terminal_wrap_begin(fill, 21, 0, NULL);
  adref_terminal_wrap_string(fill, "facts not compared; ", 0);
  adref_terminal_wrap_string(fill, cause->message, 0);
  adref_terminal_wrap_end(fill);
}

static void put_entry(LogOutput *self, const AdrefLogEntry *entry)
{
  GString *out = self->run->out;
  const char *on = self->color ? "\033[33m" : "", *off = self->color ? "\033[0m" : "";
  g_autofree char *moment = adref_person_time(&entry->author, "%H:%M\t%Y-%m-%d %A", "?");
  g_autofree char *name = who(entry);
  gsize time = strcspn(moment, "\t");
  put_draft(self);
  put_heading(self, &self->day, g_strdup(moment + time + (moment[time] != '\0')), "  ");
  g_string_append_printf(out, "    %s%.8s%s  %.*s  %s", on, entry->version.id, off, (int)time,
                         moment, name);
  put_tags(self, entry);
  g_string_append_c(out, '\n');
  g_autoptr(AdrefTerminalWrap) fill = adref_terminal_wrap_new(out, self->width, FALSE, NULL);
  adref_terminal_wrap_begin(fill, 21, 0, NULL);
  adref_terminal_wrap_string(fill, entry->subject, 0);
  adref_terminal_wrap_end(fill);
  put_facts(self, fill);
  put_numbers(self, "                     ", "\n");
}

/* With --stat, behind a subject that does not name them. */
static void put_names_of_facts(const LogOutput *self, const char *subject)
{
  g_autoptr(GPtrArray) facts = self->counter ? facts_of(self, NULL) : NULL;
  g_autofree char *names = facts ? adref_fact_changes_words(facts, MAX_NAMES) : NULL;
  if (names && !strstr(subject, names))
    g_string_append_printf(self->run->out, "  %s", names);
}

static void put_oneline(LogOutput *self, const AdrefLogEntry *entry)
{
  const char *on = self->color ? "\033[33m" : "", *off = self->color ? "\033[0m" : "";
  g_autofree char *day = adref_person_time(&entry->author, "%Y-%m-%d", "?");
  g_autofree char *subject = adref_escape_controls(entry->subject, -1, FALSE);
  g_string_append_printf(self->run->out, "%s%.8s%s  %s  %s", on, entry->version.id, off, day,
                         subject);
  put_tags(self, entry);
  put_names_of_facts(self, subject);
  put_numbers(self, "  ", "");
  g_string_append_c(self->run->out, '\n');
}

/* A member of the list. */
static void put_json(LogOutput *self, const AdrefLogEntry *entry)
{
  AdrefRedlineCounts counts;
  gboolean counted = self->counter && adref_change_counter_count(self->counter, self->log, &counts);
  g_autofree char *time = adref_person_time(&entry->author, "%Y-%m-%dT%H:%M:%S%:z", "?");
  g_autoptr(GPtrArray) facts = facts_of(self, NULL);
  g_string_append(self->run->out, self->count > 0 ? ",\n  " : "[\n  ");
  adref_put(self->run, adref_json_log_entry(entry, time, counted ? &counts : NULL, facts));
}

static void put(LogOutput *self, const AdrefLogEntry *entry)
{
  if (self->run->json)
    put_json(self, entry);
  else if (self->oneline)
    put_oneline(self, entry);
  else
    put_entry(self, entry);
  self->count++;
}

/* The end of the list, or what stands instead of an empty one. */
static void put_end(LogOutput *self)
{
  GString *out = self->run->out;
  if (self->run->json)
    g_string_append(out, self->count > 0 ? "\n]\n" : "[]\n");
  else if (self->count == 0 && !self->party && !self->since && !self->history)
    g_string_append(out, "no version yet; adref draft or adref save makes the first\n");
  else if (self->count == 0)
    g_string_append(out, "no version like that\n");
}

static gboolean is_asked(LogOutput *self, gboolean *asked, GError **error)
{
  AdrefSession *session = self->run->session;
  if (self->history)
    return adref_clause_history_changed(self->history, self->log, asked, error);
  *asked = adref_statement_log_has(session, session->statement_id, self->log);
  return TRUE;
}

/* A draft is all that was saved up to its label, since the one before. */
static void note_draft(LogOutput *self)
{
  const AdrefLabel *label = adref_labels_of_tags(self->labels, adref_log_tags(self->log));
  if (label)
    self->draft = label;
}

/* Puts the current version of the log, when it is asked for. */
static gboolean take(LogOutput *self, GError **error)
{
  gboolean asked;
  note_draft(self);
  if (!is_asked(self, &asked, error))
    return FALSE;
  g_autoptr(AdrefLogEntry) entry = asked ? adref_log_entry(self->log) : NULL;
  const char *party = entry && self->party ? adref_log_entry_trailer(entry, "Party") : NULL;
  if (entry && (!self->party || g_strcmp0(party, self->party) == 0))
    put(self, entry);
  return TRUE;
}

/* Versions come in the order of their times, so the first that is too old ends the list. */
static gboolean list(LogOutput *self, GError **error)
{
  gboolean more = TRUE, wanted = TRUE;
  while (more && wanted && (self->limit == 0 || self->count < self->limit)) {
    if (!adref_log_next(self->log, &more, error))
      return FALSE;
    more = more && adref_log_time(self->log) >= self->since;
    if (more && (!take(self, error) || !adref_run_flush(self->run, &wanted, error)))
      return FALSE;
  }
  if (wanted)
    put_end(self);
  return TRUE;
}

/* What a damaged history still has is shown before the error. */
static gboolean show(LogOutput *self, GError **error)
{
  if (list(self, error))
    return TRUE;
  if (!self->run->json)
    adref_run_finish(self->run, NULL);
  return FALSE;
}

static gboolean read_limit(const AdrefRun *run, guint *limit, GError **error)
{
  const char *value = adref_run_value(run, "number");
  guint64 number = 0;
  if (value && !g_ascii_string_to_unsigned(value, 10, 1, G_MAXUINT, &number, NULL)) {
    adref_error(error, ADREF_ERROR_USAGE, "--number %s: a whole number from 1 on is needed", value);
    return FALSE;
  }
  *limit = (guint)number;
  return TRUE;
}

static gboolean open_log(LogOutput *self, GError **error)
{
  AdrefSession *session = self->run->session;
  const char *id = session->statement_id;
  gboolean all = adref_run_flag(self->run, "stat");
  const char *clause = adref_run_value(self->run, "clause");
  self->id = id;
  self->labels = adref_session_labels(session, id, error);
  if (!self->labels)
    return FALSE;
  if (clause) {
    self->text = adref_text_open(session, id, adref_run_value(self->run, "lang"), error);
    self->history =
        self->text ? adref_clause_history_new(self->text, session->repo, clause, error) : NULL;
    if (!self->history)
      return FALSE;
  } else if (all || !(self->oneline || self->run->json)) {
    self->counter = adref_change_counter_new(session, id, all);
  }
  self->log = clause ? adref_log_new(session->repo, self->text->path, NULL, error)
                     : adref_statement_log_new(session, id, NULL, error);
  return self->log != NULL;
}

/* A clause that no version has is an error: most often it was mistyped. */
static gboolean check_clause_found(const LogOutput *self, GError **error)
{
  const char *clause = adref_run_value(self->run, "clause");
  if (!self->history || adref_clause_history_found(self->history) || self->since || self->limit)
    return TRUE;
  adref_error(error, ADREF_ERROR_NOT_FOUND, "%s: no version has a clause \"%s\"", self->text->name,
              clause);
  return FALSE;
}

/* So is an unknown party. */
static gboolean check_party(const LogOutput *self, GError **error)
{
  return !self->party || self->count > 0 ||
         adref_party_check_known(self->run->session, "--party", self->party, error);
}

static gboolean check(const AdrefRun *run, GError **error)
{
  gint64 since;
  guint limit;
  return adref_run_since(run, &since, error) && read_limit(run, &limit, error);
}

static int run(AdrefRun *run, GError **error)
{
  g_auto(LogOutput) self = {.run = run,
                            .party = adref_run_value(run, "party"),
                            .oneline = adref_run_flag(run, "oneline"),
                            .color = adref_in_color(run),
                            .width = adref_width()};
  run->use_pager = TRUE;
  if (!adref_run_since(run, &self.since, error) || !read_limit(run, &self.limit, error) ||
      !open_log(&self, error) || !show(&self, error) || !check_party(&self, error) ||
      !check_clause_found(&self, error))
    return ADREF_FAILURE;
  if (adref_log_is_shallow(self.log))
    adref_say("older versions are not in this clone, it is shallow; `git fetch --unshallow` brings "
              "them");
  return ADREF_YES;
}

static const AdrefOption options[] = {
    {"number", 'n', "N", NULL, FALSE, "at most N versions"},
    {"clause", 0, "CLAUSE", NULL, FALSE, "only versions in which this clause changed"},
    {"lang", 'l', "LANG", NULL, FALSE, "with --clause: in the text in this language"},
    {"party", 0, "PARTY", NULL, FALSE, "only versions saved --as PARTY"},
    {"since", 0, "DATE", NULL, FALSE, "only versions saved then or later"},
    {"oneline", 0, NULL, NULL, FALSE, "a line for each version"},
    {"stat", 0, NULL, NULL, FALSE, "say of every version what changed in words"},
    ADREF_OPTION_END,
};

const AdrefCommand adref_command_log = {
    .name = "log",
    .arguments = "[STATEMENT]",
    .summary = "List the versions of a statement",
    .details =
        "Lists the versions in which the files of the statement changed, newest first, by draft "
        "and by day: the version's id, when and by whom it was saved and for which party, its "
        "tags, and what it is about. Versions are ordinary git commits; a draft is named by "
        "`adref circulate`.\n\n"
        "With --clause (an id, a number, or the address of any part: `adref help addresses`) only "
        "versions in which that clause came, went or "
        "changed are listed, wherever it stood then. A new number, another place or other line "
        "breaks are no change. Where it had no id yet it is known by its words.\n\n"
        "Below the subject stand the facts that changed in the version (who must sign, the place, "
        "a "
        "party's name), and what changed in the words of the rolling text, for the first few "
        "dozen versions; --stat counts for all of them, also with --oneline and --json.\n\n"
        "DATE is 2023-12-01, yesterday, \"last tuesday\", \"2 weeks ago\" and the like.",
    .options = options,
    .most = 1,
    .needs = ADREF_NEEDS_WORKSPACE | ADREF_NEEDS_ID | ADREF_NEEDS_REPOSITORY,
    .check = check,
    .run = run,
};
