#include "work/publish/break_silence.h"

#include <string.h>

#include "history/label.h"
#include "history/tag.h"
#include "sign/bytes.h"
#include "work/check/signing_key.h"
#include "work/check/silence_status.h"
#include "work/clause_list.h"
#include "work/needs.h"
#include "work/select_clause.h"

/* The objection while it is made. */
typedef struct {
  AdrefSession *session;
  const AdrefBreakSilenceOptions *options;
  const char *party;
  AdrefRepo *repo;
  const AdrefStatement *statement;
  const AdrefLabel *label; /* the draft that is under silence */
  AdrefDeadline *deadline;
  const AdrefPerson *person;
  AdrefSigningKey key;
  GPtrArray *ids; /* of char *, then NULL: the clauses that are named; NULL: the whole draft */
  GString *bytes; /* of the tag */
} ObjectionRequest;

static void clear(ObjectionRequest *self)
{
  if (self->bytes)
    g_string_free(self->bytes, TRUE);
  g_clear_pointer(&self->ids, g_ptr_array_unref);
  adref_signing_key_clear(&self->key);
  adref_deadline_free(self->deadline);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(ObjectionRequest, clear)

void adref_broken_silence_free(AdrefBrokenSilence *broken)
{
  if (!broken)
    return;
  adref_deadline_free(broken->deadline);
  g_free(broken);
}

/* The draft that is named, or the last one with a deadline. */
static gboolean choose_draft(ObjectionRequest *self, const char *name, GError **error)
{
  const GPtrArray *labels = adref_session_labels(self->session, self->statement->id, error);
  if (!labels)
    return FALSE;
  for (guint i = labels->len; i > 0 && !self->label; i--) {
    const AdrefLabel *label = labels->pdata[i - 1];
    if (!label->withdrawn && (name ? strcmp(label->name, name) == 0 : label->silence != NULL))
      self->label = label;
  }
  if (self->label && self->label->silence)
    self->deadline = adref_deadline_parse(self->label->silence);
  if (self->deadline)
    return TRUE;
  adref_error(error, ADREF_ERROR_NOT_FOUND,
              "%s: no draft%s%s is under silence (adref circulate --silence)", self->statement->id,
              name ? " called " : "", name ? name : "");
  return FALSE;
}

static gboolean add_clause(ObjectionRequest *self, const AdrefText *text,
                           const AdrefClauseListItem *item, GError **error)
{
  const AdrefNode *clause = adref_select_whole_clause(text, item->name, "break-silence", error);
  const char *id = clause ? clause->as.clause->id : NULL;
  if (clause && !id)
    adref_error(error, ADREF_ERROR_REFUSED,
                "%s: this clause of %s/%s has no id, by which an objection could name it; without "
                "clauses the silence is broken on the whole draft",
                item->name, self->statement->id, self->label->name);
  if (id && !g_ptr_array_find_with_equal_func(self->ids, id, g_str_equal, NULL))
    g_ptr_array_add(self->ids, g_strdup(id));
  return id != NULL;
}

/* The clauses of the draft, whatever the text has become since. */
static gboolean choose_clauses(ObjectionRequest *self, GError **error)
{
  const AdrefBreakSilenceOptions *options = self->options;
  if (options->count == 0)
    return TRUE;
  g_autoptr(AdrefText) text =
      adref_text_share_at(self->session, self->statement->id, &self->label->version, NULL, error);
  g_autoptr(GPtrArray) items =
      text ? adref_clause_list_read(text->document, options->clauses, options->count, error) : NULL;
  self->ids = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 0; items && i < items->len; i++)
    if (!add_clause(self, text, items->pdata[i], error))
      return FALSE;
  g_ptr_array_add(self->ids, NULL);
  return items != NULL;
}

static gboolean check_free(const ObjectionRequest *self, GError **error)
{
  g_autofree char *name =
      adref_objection_tag_name(self->label->statement, self->label->name, self->party);
  g_autofree char *ref = g_strconcat("refs/tags/", name, NULL);
  AdrefTag *there = adref_repo_tag(self->repo, ref);
  if (!there)
    return TRUE;
  g_autofree char *text = there->bytes ? adref_bytes_text(there->bytes) : g_strdup("");
  g_autofree char *more =
      strstr(text, "\nClauses: ")
          ? g_strdup_printf("; what it withholds beyond these clauses it says on record: adref "
                            "reserve CLAUSE --as %s --reason TEXT",
                            self->party)
          : g_strdup("");
  adref_error(error, ADREF_ERROR_REFUSED, "%s has broken the silence on %s before (git show %s)%s",
              self->party, self->label->name, name, more);
  adref_tag_free(there);
  return FALSE;
}

static gboolean compose(ObjectionRequest *self, GError **error)
{
  g_autoptr(AdrefObjection) objection = adref_objection_new();
  const AdrefPerson *person = self->person;
  objection->statement = g_strdup(self->label->statement);
  objection->label = g_strdup(self->label->name);
  objection->commit = g_strdup(self->label->version.id);
  objection->deadline = g_strdup(self->deadline->text);
  objection->party = g_strdup(self->party);
  objection->name = g_strdup(person->name);
  objection->reason = g_strdup(self->options->reason);
  objection->clauses = self->ids ? g_strdupv((char **)self->ids->pdata) : NULL;
  objection->time = adref_signoff_message_format_time(person->time, person->offset);
  g_autoptr(GString) message = adref_objection_write(objection);
  g_autofree char *name =
      adref_objection_tag_name(self->label->statement, self->label->name, self->party);
  g_autofree char *who = g_strdup_printf("%s <%s>", person->name, person->email);
  if (message->len > ADREF_SIGNOFF_MESSAGE_LIMIT) {
    adref_error(error, ADREF_ERROR_REFUSED,
                "the objection would be larger than %d bytes; without clauses the silence is "
                "broken on the whole draft",
                ADREF_SIGNOFF_MESSAGE_LIMIT);
    return FALSE;
  }
  self->bytes = adref_signoff_payload(name, self->label->version.id, who, person->time,
                                      person->offset, message);
  return TRUE;
}

/* A signature that adref status would call invalid is not written. */
static gboolean sign(ObjectionRequest *self, GError **error)
{
  g_autofree char *signature = NULL, *fingerprint = NULL, *why = NULL;
  if (!adref_signing_key_choose(self->session, self->party, self->options->key, &self->key,
                                error) ||
      !(signature = adref_signing_key_sign(&self->key, self->bytes, error)))
    return FALSE;
  g_autofree char *all = g_strconcat(self->bytes->str, signature, NULL);
  g_autoptr(GBytes) tag = g_bytes_new(all, strlen(all));
  adref_silence_check_key(self->repo, self->session->signers, tag, self->party, &fingerprint, &why);
  if (why) {
    adref_error(error, ADREF_ERROR_REFUSED, "the signature would not hold: %s", why);
    return FALSE;
  }
  g_string_append(self->bytes, signature);
  return TRUE;
}

/* An objection must be sent before the deadline, so it may be unsigned where no key was named. */
static gboolean sign_where_possible(ObjectionRequest *self, GError **error)
{
  g_autoptr(GError) cause = NULL;
  if (sign(self, &cause))
    return TRUE;
  if (self->options->key) {
    g_propagate_error(error, g_steal_pointer(&cause));
    return FALSE;
  }
  adref_session_say(self->session, "not signed: %s", cause->message);
  return TRUE;
}

/* Writes the state of the silence into the repository, so that an objection that is deleted later
 * is noticed. */
static void note(const ObjectionRequest *self)
{
  const AdrefParties *parties = adref_library_parties(self->session->library);
  g_autoptr(AdrefSilence) silence = NULL;
  adref_silence_status_read(self->session, self->statement, parties, self->label->name, NULL,
                            &silence, NULL);
}

AdrefBrokenSilence *adref_break_silence(AdrefSession *session, const AdrefStatement *statement,
                                        const AdrefBreakSilenceOptions *options, GError **error)
{
  g_auto(ObjectionRequest)
      self = {.session = session,
              .options = options,
              .party = options->party,
              .repo = session->repo,
              .statement = statement,
              .person = adref_session_person(session, ADREF_PERSON_ROLE_COMMITTER, error)};
  if (!self.person || !adref_session_check_party(session, statement, self.party, error) ||
      !choose_draft(&self, options->draft, error) || !check_free(&self, error) ||
      !choose_clauses(&self, error) || !compose(&self, error))
    return NULL;
  if (!sign_where_possible(&self, error) ||
      !adref_repo_tag_write(self.repo, self.bytes->str, FALSE, error))
    return NULL;
  note(&self);
  AdrefBrokenSilence *broken = g_new0(AdrefBrokenSilence, 1);
  broken->label = self.label->name;
  broken->clauses = self.ids ? self.ids->len - 1 : 0;
  broken->late = self.person->time - self.deadline->time;
  broken->deadline = g_steal_pointer(&self.deadline);
  return broken;
}
