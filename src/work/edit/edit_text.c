#include "work/edit/edit_text.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/string_list.h"
#include "clause/markdown/canonical.h"
#include "merge/join/clause_merge.h"
#include "review/edit_slips.h"
#include "work/edit/edit_buffer.h"
#include "work/edit/save_statement.h"
#include "work/needs.h"
#include "work/rescued_words.h"
#include "work/rewrite.h"
#include "work/select_clause.h"

/* The edit while it is made. */
typedef struct {
  AdrefSession *session;
  const AdrefStatement *statement;
  const AdrefEditOptions *options;
  AdrefRescuedWords *rescued; /* that are taken up, or NULL */
  AdrefText *text;            /* as it was when the person began */
  AdrefVersion version;       /* in which it was so */
  AdrefNode *clause;          /* in it; NULL: the whole text */
  const AdrefNode *part;      /* of it that was asked for; NULL: the clause was */
  char *clause_name;          /* its id or number; NULL: it has none */
  char *path;                 /* of the file that the person edits */
  GString *words;             /* what the person wrote; NULL: not read yet */
  GPtrArray *slips;           /* of AdrefEditSlip, in these words; NULL: not looked for yet */
  gboolean has_note;          /* the first line of the note stands in what the person wrote */
  GHashTable *meant;          /* messages of those that are meant */
} EditRequest;

static void clear(EditRequest *self)
{
  if (self->path)
    g_unlink(self->path);
  g_free(self->path);
  g_free(self->clause_name);
  adref_text_free(self->text);
  adref_rescued_words_free(self->rescued);
  if (self->words)
    g_string_free(self->words, TRUE);
  if (self->slips)
    g_ptr_array_unref(self->slips);
  g_hash_table_unref(self->meant);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(EditRequest, clear)

/* Begins to write: from here to adref_session_unlock() no other adref does. */
static gboolean begin(const EditRequest *self, GError **error)
{
  return adref_session_lock(self->session, error) &&
         adref_repo_check_state(self->session->repo, error) &&
         adref_session_check_clean(self->session, self->statement, error);
}

static AdrefText *open_text(const EditRequest *self, GError **error)
{
  const char *language = self->rescued ? self->rescued->language : self->options->language;
  return adref_text_open_statement(self->session, self->statement, language, error);
}

/* What finds the clause again: its id or its number; NULL: nothing does. Caller frees. */
static char *name_of(const AdrefClause *clause)
{
  if (clause->id || !clause->number)
    return g_strdup(clause->id);
  g_auto(GStrv) parts = g_strsplit(clause->number, " ", -1);
  return g_strjoinv("", parts);
}

/* Finds the clause; one of kept words may be gone, then they are taken up in the whole text. */
static gboolean find_clause(EditRequest *self, GError **error)
{
  const char *kept = self->rescued ? self->rescued->clause : NULL;
  const char *asked = self->options->clause;
  AdrefAddress address = {0};
  if (asked && !adref_select_part(self->text, asked, &address, error))
    return FALSE;
  AdrefNode *named = address.clause;
  if (named && !named->as.clause->id && !named->as.clause->number) {
    adref_error(error, ADREF_ERROR_REFUSED,
                "%s: the clause has neither an id nor a number; edit the whole text", asked);
    return FALSE;
  }
  self->clause = kept ? adref_select_clause_find(self->text->document, kept) : named;
  if (self->rescued && asked && self->clause != named) {
    adref_error(error, ADREF_ERROR_USAGE, "--rescued %s: these words are of %s, not of %s",
                self->options->rescued, kept ? kept : "the whole text", asked);
    return FALSE;
  }
  self->part = address.part != named && self->clause == named ? address.part : NULL;
  self->clause_name = self->clause ? name_of(self->clause->as.clause) : NULL;
  return TRUE;
}

static gboolean open_all(EditRequest *self, GError **error)
{
  if (self->options->rescued &&
      !(self->rescued = adref_rescued_words_read(self->session, self->options->rescued, error)))
    return FALSE;
  if (begin(self, error) &&
      adref_repo_resolve(self->session->repo, NULL, "HEAD", &self->version, error))
    self->text = open_text(self, error);
  adref_session_unlock(self->session);
  return self->text && find_clause(self, error);
}

static GString *words_of(const EditRequest *self)
{
  return self->clause ? adref_rewrite_clause_markdown(self->clause)
                      : adref_canonical(self->text->document);
}

/* The text now and kept words for another version of it, in one text. */
static GString *join_texts(const EditRequest *self, const AdrefNode *base, GError **error)
{
  const GString *kept = self->rescued->words;
  g_autoptr(AdrefNode) ours = adref_text_parse(self->text, kept->str, kept->len, NULL, error);
  if (!ours)
    return NULL;
  g_autoptr(GPtrArray) conflicts = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(AdrefNode) merged = adref_clause_merge(base, ours, self->text->document, conflicts);
  GString *words = adref_canonical(merged);
  g_autofree char *names = adref_string_list_join(conflicts, 0);
  g_autofree char *message = g_strdup_printf(
      "somebody else changed %s: the words of now stand first, then yours; keep one of them",
      names);
  if (conflicts->len > 0)
    adref_edit_buffer_add_message(words, 1, message);
  return words;
}

/* The words of a clause: kept ones, below those of now where these are others than then. */
static GString *join_clauses(const EditRequest *self, const AdrefNode *base)
{
  const AdrefNode *then = adref_select_clause_find(base, self->rescued->clause);
  const GString *kept = self->rescued->words;
  if (self->clause && then && adref_clause_merge_is_same(then, self->clause))
    return g_string_new_len(kept->str, (gssize)kept->len);
  GString *words = words_of(self);
  g_string_append_c(words, '\n');
  GString *mine = g_string_new_len(kept->str, (gssize)kept->len);
  adref_edit_buffer_add_message(
      mine, 1,
      self->clause ? "somebody else changed the clause: above are the words of now, below are "
                     "yours; keep one of them"
                   : "somebody else took the clause out: below are your words; move them to their "
                     "place, or delete them");
  g_string_append_len(words, mine->str, (gssize)mine->len);
  g_string_free(mine, TRUE);
  return words;
}

static GString *take_up(const EditRequest *self, GError **error)
{
  const AdrefRescuedWords *rescued = self->rescued;
  g_autoptr(AdrefText) then = adref_text_open_version(self->session, self->statement->id,
                                                      rescued->version, rescued->language, error);
  if (!then)
    return NULL;
  return rescued->clause ? join_clauses(self, then->document)
                         : join_texts(self, then->document, error);
}

static gboolean make_file(EditRequest *self, GError **error)
{
  g_autofree char *form = g_strdup_printf("adref-XXXXXX-%s.md", self->text->language);
  g_autoptr(GError) cause = NULL;
  int fd = g_file_open_tmp(form, &self->path, &cause);
  if (fd >= 0) {
    close(fd);
    return TRUE;
  }
  adref_error(error, ADREF_ERROR_SYSTEM, "no file to edit in: %s", cause->message);
  return FALSE;
}

/* Writes the words with the messages about slips above their places, the last one first. */
static gboolean write_file(const EditRequest *self, const GString *words, const GPtrArray *slips,
                           GError **error)
{
  g_autoptr(GString) shown = g_string_new_len(words->str, (gssize)words->len);
  for (guint i = slips ? slips->len : 0; i-- > 0;) {
    const AdrefEditSlip *slip = slips->pdata[i];
    g_autofree char *message =
        g_strdup_printf("%u. %s%s", i + 1, slip->message,
                        slip->may_be_meant ? ". If that is meant, take this line out" : "");
    adref_edit_buffer_add_message(shown, slip->line, message);
  }
  guint lines = self->options->note ? g_strv_length((char **)(guintptr)self->options->note) : 0;
  for (guint i = lines; i-- > 0;)
    adref_edit_buffer_add_message(shown, 1, self->options->note[i]);
  adref_edit_buffer_add_reminder(shown, self->clause != NULL);
  return adref_file_write(self->path, shown->str, shown->len, error);
}

/* An error: the words stay in the file of the editor, which the message names. */
static gboolean leave_file(EditRequest *self, GError **error)
{
  g_prefix_error(error, "nothing was saved; your words are in %s\nadref: ", self->path);
  g_clear_pointer(&self->path, g_free);
  return FALSE;
}

/* Whether the person took out the message with a number. */
static gboolean is_taken_out(const char *text, guint number)
{
  g_autofree char *message = g_strdup_printf(ADREF_EDIT_BUFFER_OPENING " %u. ", number);
  return !strstr(text, message);
}

/* What the person takes out of the messages is meant: its message is added to `meant`. */
static gboolean accept_slips(EditRequest *self, const char *text)
{
  gboolean accepted = FALSE;
  for (guint i = 0; self->slips && i < self->slips->len; i++) {
    const AdrefEditSlip *slip = self->slips->pdata[i];
    if (slip->may_be_meant && is_taken_out(text, i + 1))
      accepted = g_hash_table_add(self->meant, g_strdup(slip->message)) || accepted;
  }
  return accepted;
}

/* Reads what the person wrote. *changed: it is not what it was when the editor opened, or something
 * is meant that was not before. */
static gboolean read_file(EditRequest *self, gboolean *changed, GError **error)
{
  if (!g_file_test(self->path, G_FILE_TEST_EXISTS)) {
    adref_error(error, ADREF_ERROR_REFUSED, "the editor left no file; nothing was changed");
    return FALSE;
  }
  g_autoptr(GBytes) bytes =
      adref_file_read_text(self->path, "what was edited", ADREF_TEXT_LIMIT, error);
  if (!bytes)
    return leave_file(self, error);
  gsize length;
  const char *text = g_bytes_get_data(bytes, &length);
  g_autoptr(GString) words = adref_edit_buffer_strip(text, length);
  if (adref_edit_buffer_is_empty(words)) {
    adref_error(error, ADREF_ERROR_REFUSED, "the file was emptied; nothing was changed");
    return FALSE;
  }
  g_autofree char *note =
      self->options->note ? g_strconcat(ADREF_EDIT_BUFFER_OPENING " ", self->options->note[0], NULL)
                          : NULL;
  self->has_note = note && strstr(text, note);
  *changed = accept_slips(self, text);
  *changed = !self->words || !g_string_equal(words, self->words) || *changed;
  if (self->words)
    g_string_free(self->words, TRUE);
  self->words = g_steal_pointer(&words);
  return TRUE;
}

/* The ids of all clauses but the one that is edited. */
static GHashTable *other_ids(const EditRequest *self)
{
  if (!self->clause)
    return NULL;
  GHashTable *ids = g_hash_table_new(g_str_hash, g_str_equal);
  for (AdrefNode *clause = self->text->document->first; clause; clause = clause->next)
    if (clause != self->clause && clause->as.clause->id)
      g_hash_table_add(ids, clause->as.clause->id);
  return ids;
}

/* Finds the slips that nobody said are meant. */
static gboolean find_slips(EditRequest *self, GError **error)
{
  g_autoptr(GString) before = words_of(self);
  g_autoptr(AdrefNode) old = adref_text_parse(self->text, before->str, before->len, NULL, error);
  g_autoptr(AdrefNode) new =
      old ? adref_text_parse(self->text, self->words->str, self->words->len, NULL, error) : NULL;
  if (!new)
    return FALSE;
  g_autoptr(GHashTable) others = other_ids(self);
  g_clear_pointer(&self->slips, g_ptr_array_unref);
  self->slips = adref_edit_slips_find(old, new, others);
  for (guint i = self->slips->len; i-- > 0;) {
    const AdrefEditSlip *slip = self->slips->pdata[i];
    if (slip->may_be_meant &&
        (self->options->meant || g_hash_table_contains(self->meant, slip->message)))
      g_ptr_array_remove_index(self->slips, i);
  }
  return TRUE;
}

/* An error that lists the slips with their lines in what the person wrote. */
static gboolean refuse_slips(const EditRequest *self, GError **error)
{
  g_autoptr(GString) all = g_string_new(NULL);
  for (guint i = 0; i < self->slips->len; i++) {
    const AdrefEditSlip *slip = self->slips->pdata[i];
    g_string_append_printf(all, "%sline %u: %s%s", i > 0 ? "\n" : "", slip->line, slip->message,
                           slip->may_be_meant ? " (--meant says that it is meant)" : "");
  }
  adref_error(error, ADREF_ERROR_INPUT, "%s", all->str);
  return FALSE;
}

enum {
  MAX_ROUNDS = 20 /* an editor that is a program may make a new slip each time */
};

/* Lets the person edit until there is no slip. FALSE without words: nothing was written. */
static gboolean edit_until_right(EditRequest *self, GError **error)
{
  gboolean changed = FALSE;
  for (guint round = 1;; round++) {
    if (!self->options->run_editor(self->options->data, self->path, error) ||
        !read_file(self, &changed, error))
      return FALSE;
    if (!find_slips(self, error))
      return FALSE;
    if (self->slips->len == 0)
      return TRUE;
    if (!changed || round == MAX_ROUNDS)
      return refuse_slips(self, error);
    if (!write_file(self, self->words, self->slips, error))
      return FALSE;
  }
}

/* Puts a line above the part of the clause that was asked for. The whole clause is opened: only in
 * it are marker, brackets and numbers of items what they are. */
static void point_at_part(const EditRequest *self, GString *words)
{
  g_autoptr(AdrefNode) alone =
      self->part ? adref_text_parse(self->text, words->str, words->len, NULL, NULL) : NULL;
  if (!alone || !alone->first)
    return;
  AdrefWalk walk = adref_walk(alone->first), there = adref_walk(self->clause);
  while (adref_walk_next(&there) && adref_walk_next(&walk) && there.node != self->part)
    ;
  g_autofree char *message =
      g_strdup_printf("%s stands below; the whole clause is open", self->options->clause);
  if (walk.node && walk.node->type == self->part->type && walk.node->line > 0)
    adref_edit_buffer_add_message(words, walk.node->line, message);
}

static gboolean let_edit(EditRequest *self, GError **error)
{
  g_autoptr(GString) words = self->rescued ? take_up(self, error) : words_of(self);
  if (words && !self->rescued)
    point_at_part(self, words);
  return words && make_file(self, error) && write_file(self, words, NULL, error) &&
         edit_until_right(self, error);
}

/* The whole text with what the person wrote. The text's own document must not be used afterwards.
 */
static AdrefNode *apply(const EditRequest *self, GError **error)
{
  if (self->clause)
    return adref_rewrite_clause(self->text, self->clause, NULL, self->words->str, self->words->len,
                                error);
  g_ptr_array_set_size(self->text->problems, 0);
  return adref_text_parse(self->text, self->words->str, self->words->len, self->text->problems,
                          error);
}

/* What the person wrote together with what others saved meanwhile, as a document of `now`. */
static AdrefNode *merge(const EditRequest *self, const AdrefNode *edited, const AdrefText *now,
                        GError **error)
{
  gsize length;
  const char *bytes = g_bytes_get_data(self->text->source, &length);
  g_autoptr(AdrefNode) base = adref_text_parse(self->text, bytes, length, NULL, error);
  g_autoptr(GPtrArray) conflicts = g_ptr_array_new_with_free_func(g_free);
  if (!base)
    return NULL;
  g_autoptr(AdrefNode) merged = adref_clause_merge(base, edited, now->document, conflicts);
  if (conflicts->len > 0) {
    g_autofree char *names = adref_string_list_join(conflicts, 0);
    adref_error(error, ADREF_ERROR_REFUSED, "%s: somebody else changed %s while you edited",
                self->text->name, names);
    return NULL;
  }
  g_autoptr(GString) words = adref_canonical(merged);
  g_ptr_array_set_size(now->problems, 0);
  return adref_text_parse(now, words->str, words->len, now->problems, error);
}

/* Whether a document is the text, unchanged. */
static gboolean is_as(const AdrefText *text, const AdrefNode *document)
{
  g_autoptr(GString) canonical = adref_canonical(document);
  gsize length;
  const char *bytes = g_bytes_get_data(text->source, &length);
  return length == canonical->len && memcmp(bytes, canonical->str, length) == 0;
}

static gboolean write_text(const EditRequest *self, AdrefText *now, GError **error)
{
  g_autoptr(AdrefNode) edited = apply(self, error);
  if (!edited || !adref_text_check_serious(self->text, self->text->problems, error))
    return FALSE;
  g_ptr_array_set_size(now->problems, 0);
  if (g_bytes_equal(now->source, self->text->source))
    return adref_rewrite_write(now, edited, error);
  g_autoptr(AdrefNode) merged = merge(self, edited, now, error);
  if (!merged || !adref_rewrite_write(now, merged, error))
    return FALSE;
  if (is_as(now, merged))
    return TRUE;
  adref_session_say(self->session,
                    "%s: others saved changes of other clauses meanwhile; both are "
                    "in the text now",
                    self->statement->id);
  return TRUE;
}

/* Saves a version of what was written; when that fails the file is put back. */
static gboolean save(const EditRequest *self, const AdrefText *now, GError **error)
{
  AdrefSaveStatementOptions save_options = {.subject = self->options->message,
                                            .party = self->options->party,
                                            .action = "edit",
                                            .follow_renames = TRUE,
                                            .heading_ids = TRUE};
  if (adref_save_statement(self->session, self->statement, &save_options, error))
    return TRUE;
  gsize length;
  const char *bytes = g_bytes_get_data(now->source, &length);
  adref_file_write(now->file, bytes, length, NULL);
  return FALSE;
}

static gboolean finish(const EditRequest *self, GError **error)
{
  g_autoptr(AdrefText) now = begin(self, error) ? open_text(self, error) : NULL;
  return now && write_text(self, now, error) && save(self, now, error);
}

/* An error: the words are kept, and the message names the command that takes them up. */
static gboolean rescue(EditRequest *self, GError **error)
{
  const char *party = self->options->party;
  AdrefRescuedWords rescued = {.version = self->version.id,
                               .language = self->text->language,
                               .clause = self->clause_name,
                               .words = self->words};
  g_autofree char *kept = adref_rescued_words_keep(self->session, self->statement, &rescued,
                                                   self->options->rescued, NULL);
  if (!kept)
    return leave_file(self, error);
  g_autofree char *why = g_strdup((*error)->message);
  g_clear_error(error);
  adref_error(error, ADREF_ERROR_REFUSED,
              "%s\nadref: nothing was saved; your words are kept: `adref edit %s --rescued %s%s%s` "
              "takes them up",
              why, self->statement->id, kept, party ? " --as " : "", party ? party : "");
  return FALSE;
}

/* Whether there is nothing to save of an edit with a note; sets the outcome. */
static gboolean stays_as_it_was(const EditRequest *self)
{
  if (!self->options->note)
    return FALSE;
  g_autoptr(GString) before = words_of(self);
  gboolean same = g_string_equal(before, self->words);
  if (self->options->outcome)
    *self->options->outcome = !same            ? ADREF_EDIT_OUTCOME_CHANGED
                              : self->has_note ? ADREF_EDIT_OUTCOME_UNCHANGED
                                               : ADREF_EDIT_OUTCOME_CONFIRMED;
  return same;
}

gboolean adref_edit_text(AdrefSession *session, const AdrefStatement *statement,
                         const AdrefEditOptions *options, GError **error)
{
  g_auto(EditRequest)
      self = {.session = session,
              .statement = statement,
              .options = options,
              .meant = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL)};
  g_autoptr(GError) cause = NULL;
  if (open_all(&self, &cause) && let_edit(&self, &cause) &&
      (stays_as_it_was(&self) || finish(&self, &cause))) {
    if (options->rescued)
      adref_rescued_words_remove(session, options->rescued);
    adref_session_unlock(session);
    return TRUE;
  }
  adref_session_unlock(session);
  if (self.words && self.path)
    rescue(&self, &cause);
  g_propagate_error(error, g_steal_pointer(&cause));
  return FALSE;
}
