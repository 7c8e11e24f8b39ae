#include "sign/silence.h"

#include <string.h>

#include "clause/labels/freeze.h"
#include "history/tag.h"
#include "history/version_source.h"
#include "sign/seen_signatures.h"
#include "sign/verify.h"

static const char tags_folder[] = "refs/tags/silence/";
static const char kept_folder[] = "refs/adref/breaks/";

static const char *const states[] = {"runs", "broken", "adopted", "partly", "doubted"};
static const char *const types[] = {"counts", "late", "void"};

const char *adref_silence_state_word(AdrefSilenceState state)
{
  return states[state];
}

const char *adref_objection_verdict_word(AdrefObjectionVerdict type)
{
  return types[type];
}

static void objection_free(gpointer data)
{
  AdrefObjectionResult *one = data;
  g_free(one->party);
  adref_objection_free(one->objection);
  g_free(one->fingerprint);
  g_free(one->why);
  g_free(one);
}

void adref_silence_free(AdrefSilence *silence)
{
  if (!silence)
    return;
  g_free(silence->label);
  adref_deadline_free(silence->deadline);
  g_free(silence->deadline_text);
  g_free(silence->party);
  g_free(silence->fingerprint);
  g_free(silence->why);
  g_ptr_array_unref(silence->objections);
  g_hash_table_unref(silence->broken);
  adref_statement_snapshot_free(silence->draft);
  g_free(silence);
}

void adref_silence_check_key(AdrefRepo *repo, const AdrefSigners *signers, GBytes *tag,
                             const char *party, char **fingerprint, char **why)
{
  gsize length;
  const char *data = g_bytes_get_data(tag, &length);
  AdrefSignatureCheck *one = g_new0(AdrefSignatureCheck, 1);
  g_autofree char *pins = adref_key_pins_get(repo, party);
  one->party = g_strdup(party);
  one->signers = signers;
  one->pins = pins;
  one->bytes = g_bytes_ref(tag);
  one->signoff = adref_signoff_read(data, length);
  *fingerprint = *why = NULL;
  if (one->signoff->signed_by != ADREF_SIGNATURE_FORMAT_NONE) {
    *why = adref_signature_check_key(one);
    *fingerprint = *why ? NULL : g_strdup(one->fingerprint);
  }
  adref_signature_check_free(one);
}

static gboolean mark_invalid(AdrefObjectionResult *one, const char *format, ...)
    G_GNUC_PRINTF(2, 3);

static gboolean mark_invalid(AdrefObjectionResult *one, const char *format, ...)
{
  va_list args;
  va_start(args, format);
  g_free(one->why);
  one->why = g_strdup_vprintf(format, args);
  va_end(args);
  one->type = ADREF_OBJECTION_VERDICT_INVALID;
  return FALSE;
}

/* Whether tag and message name this party, this draft and the same version and time. */
static gboolean is_for_this_draft(const AdrefSilenceOptions *options, AdrefObjectionResult *one,
                                  const AdrefTag *tag)
{
  gsize length;
  const char *bytes = g_bytes_get_data(tag->bytes, &length);
  g_autoptr(AdrefSignoff) signoff = adref_signoff_read(bytes, length);
  g_autofree char *name =
      adref_objection_tag_name(options->statement, options->label->name, one->party);
  one->objection = adref_objection_read(signoff->message->str, signoff->message->len);
  guint form = adref_objection_form(signoff->message->str, signoff->message->len);
  if (!one->objection && form > ADREF_OBJECTION_FORM)
    return mark_invalid(one, "it is of form %u; this adref knows the forms 1 to %d", form,
                        ADREF_OBJECTION_FORM);
  if (!one->objection)
    return mark_invalid(one, "its message does not have the form of an objection");
  if (g_strcmp0(signoff->tag, name) != 0 ||
      strcmp(one->objection->statement, options->statement) != 0 ||
      strcmp(one->objection->label, options->label->name) != 0 ||
      strcmp(one->objection->party, one->party) != 0)
    return mark_invalid(one, "it was signed as %s",
                        signoff->tag ? signoff->tag : "a tag without a name");
  if (g_strcmp0(signoff->object, one->objection->commit) != 0)
    return mark_invalid(one, "its tag leads to another version than the one it names");
  g_autofree char *time = adref_signoff_message_format_time(signoff->time, signoff->offset);
  one->time = signoff->time;
  return strcmp(one->objection->time, time) == 0 ||
         mark_invalid(one, "the time of the message is not that of the tag");
}

/* The draft's text, read once; NULL: it cannot be read. */
static const AdrefLanguageVersion *read_text(const AdrefSilenceOptions *options,
                                             AdrefSilence *silence)
{
  if (!silence->draft) {
    AdrefFileSource *source =
        adref_version_source_new(options->repo, &options->label->version, NULL);
    if (!source)
      return NULL;
    silence->draft = adref_statement_snapshot_share(source, options->statement, options->readings,
                                                    options->library);
  }
  return silence->draft->problem ? NULL : silence->draft->language_versions->items->pdata[0];
}

/* What the clauses of a valid objection are. */
static void check_clauses(const AdrefSilenceOptions *options, AdrefSilence *silence,
                          AdrefObjectionResult *one)
{
  gboolean same = strcmp(one->objection->commit, options->label->version.id) == 0;
  const AdrefLanguageVersion *text =
      one->objection->clauses && same ? read_text(options, silence) : NULL;
  for (char **id = one->objection->clauses; text && *id; id++)
    if (!g_hash_table_contains(text->clauses, *id)) {
      mark_invalid(one, "it names a clause that the draft does not have: %s", *id);
      return;
    }
  one->clauses = text ? one->objection->clauses : NULL;
  for (char **id = one->clauses; id && *id; id++)
    g_hash_table_add(silence->broken, *id);
}

static void check_objection(const AdrefSilenceOptions *options, AdrefSilence *silence,
                            AdrefObjectionResult *one, const AdrefTag *tag)
{
  if (!adref_parties_may_speak(options->parties, options->members, one->party))
    mark_invalid(one, "%s is not a party of the statement", one->party);
  else if (!tag->bytes)
    mark_invalid(one, "%s", tag->problem ? tag->problem : "there is no tag object");
  else if (is_for_this_draft(options, one, tag))
    adref_silence_check_key(options->repo, options->signers, tag->bytes, one->party,
                            &one->fingerprint, &one->why);
  if (one->type == ADREF_OBJECTION_VERDICT_INVALID)
    return;
  g_autoptr(AdrefDeadline) named = adref_deadline_parse(one->objection->deadline);
  gint64 deadline = MAX(named->time, silence->deadline ? silence->deadline->time : 0);
  if (one->why)
    one->type = ADREF_OBJECTION_VERDICT_INVALID;
  else if (one->time > deadline)
    one->type = ADREF_OBJECTION_VERDICT_LATE;
  else if (g_strcmp0(silence->deadline_text, one->objection->deadline) != 0)
    one->why = g_strdup_printf("it answers the deadline %s, and the draft has another one now",
                               one->objection->deadline);
  else if (strcmp(one->objection->commit, options->label->version.id) != 0)
    one->why = g_strdup_printf("it answers version %.8s of the draft, which is version %.8s now",
                               one->objection->commit, options->label->version.id);
  if (one->type == ADREF_OBJECTION_VERDICT_VALID)
    check_clauses(options, silence, one);
}

static gboolean has_object(const AdrefSilence *silence, const AdrefVersion *object)
{
  for (guint i = 0; i < silence->objections->len; i++) {
    const AdrefObjectionResult *one = silence->objections->pdata[i];
    if (strcmp(one->object.id, object->id) == 0)
      return TRUE;
  }
  return FALSE;
}

/* Adds the objections to this draft below a folder of refs; of the `kept` refs those whose tags
 * were deleted or replaced. */
static gboolean add_objections(const AdrefSilenceOptions *options, AdrefSilence *silence,
                               const char *folder, gboolean kept, GError **error)
{
  g_autofree char *below =
      g_strdup_printf("%s%s/%s/", folder, options->statement, options->label->name);
  g_autoptr(GPtrArray) tags = adref_repo_tags(options->repo, below, error);
  for (guint i = 0; tags && i < tags->len; i++) {
    const AdrefTag *tag = tags->pdata[i];
    if (kept && has_object(silence, &tag->object))
      continue;
    AdrefObjectionResult *one = g_new0(AdrefObjectionResult, 1);
    one->party = g_strdup(tag->name);
    one->object = tag->object;
    check_objection(options, silence, one, tag);
    if (kept && !one->why)
      one->why = g_strdup("its tag was here before, and was deleted");
    g_ptr_array_add(silence->objections, one);
  }
  return tags != NULL;
}

static int compare(gconstpointer a, gconstpointer b)
{
  const AdrefObjectionResult *first = *(const AdrefObjectionResult *const *)a,
                             *second = *(const AdrefObjectionResult *const *)b;
  if (first->type != second->type)
    return first->type < second->type ? -1 : 1;
  if (first->time != second->time)
    return first->time < second->time ? -1 : 1;
  return strcmp(first->party, second->party);
}

/* Counts the paragraphs on which silence holds, where an objection names clauses. */
static void count_held(AdrefSilence *silence)
{
  if (g_hash_table_size(silence->broken) == 0)
    return;
  const AdrefNode *document = adref_language_versions_rolling(silence->draft->language_versions);
  for (const AdrefNode *clause = document->first; clause; clause = clause->next) {
    const char *id = clause->as.clause->id;
    if (!adref_freeze_is_paragraph(clause))
      continue;
    silence->paragraphs++;
    silence->held += id && g_hash_table_contains(silence->broken, id) ? 0 : 1;
  }
}

static AdrefSilenceState find_state(const AdrefSilence *silence, gint64 now)
{
  gboolean doubt = !silence->deadline || silence->why;
  for (guint i = 0; i < silence->objections->len; i++) {
    const AdrefObjectionResult *one = silence->objections->pdata[i];
    if (one->type == ADREF_OBJECTION_VERDICT_VALID && !one->clauses)
      return ADREF_SILENCE_STATE_BROKEN;
    doubt = doubt || one->type == ADREF_OBJECTION_VERDICT_INVALID;
  }
  if (silence->deadline && now <= silence->deadline->time)
    return ADREF_SILENCE_STATE_RUNNING;
  if (doubt)
    return ADREF_SILENCE_STATE_UNCERTAIN;
  if (g_hash_table_size(silence->broken) == 0)
    return ADREF_SILENCE_STATE_ADOPTED;
  return silence->held > 0 ? ADREF_SILENCE_STATE_PARTLY : ADREF_SILENCE_STATE_BROKEN;
}

/* Reads who circulated the draft, and checks the signature of its tag. */
static void read_draft(const AdrefSilenceOptions *options, AdrefSilence *silence)
{
  g_autofree char *name =
      g_strdup_printf("refs/tags/%s/%s", options->statement, options->label->name);
  AdrefTag *tag = adref_repo_tag(options->repo, name);
  silence->party = g_strdup(options->label->party);
  if (tag && tag->bytes && silence->party)
    adref_silence_check_key(options->repo, options->signers, tag->bytes, silence->party,
                            &silence->fingerprint, &silence->why);
  adref_tag_free(tag);
}

/* A draft whose deadline was past when it was sent out was under no silence. */
static void check_deadline(const AdrefSilenceOptions *options, AdrefSilence *silence)
{
  const AdrefPerson *person = options->label->person;
  if (silence->why || !silence->deadline || !person || person->time <= silence->deadline->time)
    return;
  g_autofree char *time = adref_signoff_message_format_time(person->time, person->offset);
  silence->was_past = TRUE;
  silence->why = g_strdup_printf("the deadline was past when the draft was circulated, %s", time);
}

gboolean adref_silence_read(const AdrefSilenceOptions *options, AdrefSilence **silence,
                            GError **error)
{
  if (!options->label->silence) {
    *silence = NULL;
    return TRUE;
  }
  g_autoptr(AdrefSilence) made = g_new0(AdrefSilence, 1);
  made->broken = g_hash_table_new(g_str_hash, g_str_equal);
  made->objections = g_ptr_array_new_with_free_func(objection_free);
  made->label = g_strdup(options->label->name);
  made->deadline_text = g_strdup(options->label->silence);
  made->deadline = adref_deadline_parse(made->deadline_text);
  read_draft(options, made);
  check_deadline(options, made);
  if (!add_objections(options, made, tags_folder, FALSE, error) ||
      !add_objections(options, made, kept_folder, TRUE, error))
    return FALSE;
  g_ptr_array_sort(made->objections, compare);
  count_held(made);
  made->state = find_state(made, options->now);
  *silence = g_steal_pointer(&made);
  return TRUE;
}

static const AdrefPageWord summaries[] = {
    [ADREF_SILENCE_STATE_RUNNING] = ADREF_PAGE_WORD_SILENCE_RUNNING,
    [ADREF_SILENCE_STATE_PARTLY] = ADREF_PAGE_WORD_SILENCE_PARTLY,
    [ADREF_SILENCE_STATE_ADOPTED] = ADREF_PAGE_WORD_SILENCE_ADOPTED,
    [ADREF_SILENCE_STATE_BROKEN] = ADREF_PAGE_WORD_SILENCE_BROKEN,
    [ADREF_SILENCE_STATE_UNCERTAIN] = ADREF_PAGE_WORD_SILENCE_UNCERTAIN,
};

/* Adds words behind a semicolon; frees `added`. */
static void join(char **line, char *added, const AdrefPageWords *words)
{
  g_autofree char *before = *line, *behind = added;
  *line = adref_page_words_fill(words, ADREF_PAGE_WORD_THEN, "one", before, "two", behind, NULL);
}

static void append_literal(char **line, const char *words)
{
  g_autofree char *before = *line;
  *line = g_strconcat(before, words, NULL);
}

/* What is English alone: how long it runs yet, and why it is uncertain. */
static void append_english(char **line, const AdrefSilence *silence, gint64 now)
{
  if (silence->state == ADREF_SILENCE_STATE_RUNNING) {
    g_autofree char *left = adref_deadline_duration(silence->deadline->time - now);
    append_literal(line, ", for another ");
    append_literal(line, left);
  }
  if (silence->state != ADREF_SILENCE_STATE_UNCERTAIN)
    return;
  append_literal(line, silence->deadline ? "" : ", which is not a valid deadline");
  append_literal(line,
                 silence->why && !silence->was_past ? "; its tag has an invalid signature" : "");
}

static char *summary_line(const AdrefSilence *silence, gint64 now, const AdrefPageWords *words)
{
  g_autofree char *until = silence->deadline ? adref_deadline_words(silence->deadline)
                                             : g_strdup(silence->deadline_text);
  g_autofree char *held = g_strdup_printf("%u", silence->held),
                  *broken = g_strdup_printf("%u", silence->paragraphs - silence->held),
                  *all = g_strdup_printf("%u", silence->paragraphs);
  char *line = adref_page_words_fill(words, summaries[silence->state], "draft", silence->label,
                                     "until", until, "n", held, "all", all, NULL);
  if (!words)
    append_english(&line, silence, now);
  if (silence->state == ADREF_SILENCE_STATE_RUNNING && silence->held < silence->paragraphs)
    join(
        &line,
        adref_page_words_fill(words, ADREF_PAGE_WORD_SILENCE_SO_FAR, "n", broken, "all", all, NULL),
        words);
  if (silence->fingerprint && silence->state != ADREF_SILENCE_STATE_UNCERTAIN)
    join(
        &line,
        adref_page_words_fill(words, ADREF_PAGE_WORD_SILENCE_SIGNED, "party", silence->party, NULL),
        words);
  return line;
}

/* "4 private-sector, 12 ferries". Caller frees. */
static char *clauses_of(const AdrefSilence *silence, const AdrefObjectionResult *one)
{
  GString *clauses = g_string_new(NULL);
  const AdrefLanguageVersion *text =
      one->clauses ? silence->draft->language_versions->items->pdata[0] : NULL;
  for (char **id = one->clauses; id && *id; id++) {
    const AdrefNode *clause = g_hash_table_lookup(text->clauses, *id);
    const char *number = clause->as.clause->number;
    g_string_append_printf(clauses, "%s%s%s%s", id == one->clauses ? "" : ", ",
                           number ? number : "", number ? " " : "", *id);
  }
  return g_string_free(clauses, FALSE);
}

/* "late objection by THA to 4 private-sector". Caller frees. */
static char *objection_words(const AdrefSilence *silence, const AdrefObjectionResult *one,
                             const AdrefPageWords *words)
{
  static const AdrefPageWord labels[] = {ADREF_PAGE_WORD_OBJECTION, ADREF_PAGE_WORD_OBJECTION_LATE,
                                         ADREF_PAGE_WORD_OBJECTION_INVALID};
  g_autofree char *who = adref_page_words_fill(words, labels[one->type], "party", one->party, NULL);
  g_autofree char *clauses = clauses_of(silence, one);
  return *clauses ? adref_page_words_fill(words, ADREF_PAGE_WORD_OBJECTION_TO, "who", who,
                                          "clauses", clauses, NULL)
                  : g_steal_pointer(&who);
}

static char *objection_line(const AdrefSilence *silence, const AdrefObjectionResult *one,
                            const AdrefPageWords *words)
{
  char *line = objection_words(silence, one, words);
  if (one->objection) {
    g_autofree char *said = g_strdup_printf(", %.16s%s (%s): \"%s\"", one->objection->time,
                                            one->objection->time + strlen("2023-12-01T18:00:00"),
                                            one->objection->name, one->objection->reason);
    append_literal(&line, said);
  }
  if (one->fingerprint)
    join(&line,
         adref_page_words_fill(words, ADREF_PAGE_WORD_SIGNED_WITH, "key", one->fingerprint, NULL),
         words);
  else if (one->type != ADREF_OBJECTION_VERDICT_INVALID)
    join(&line, g_strdup(adref_page_words_get(words, ADREF_PAGE_WORD_NOT_SIGNED)), words);
  if (one->why)
    join(&line, g_strdup(one->why), words);
  return line;
}

static void add_line(GPtrArray *lines, char *line)
{
  g_ptr_array_add(lines, adref_escape_controls(line, -1, FALSE));
  g_free(line);
}

char **adref_silence_lines(const AdrefSilence *silence, gint64 now, const AdrefPageWords *words)
{
  GPtrArray *lines = g_ptr_array_new();
  add_line(lines, summary_line(silence, now, words));
  if (silence->why)
    add_line(lines, g_strdup(silence->why));
  for (guint i = 0; i < silence->objections->len; i++)
    add_line(lines, objection_line(silence, silence->objections->pdata[i], words));
  g_ptr_array_add(lines, NULL);
  return (char **)g_ptr_array_free(lines, FALSE);
}

void adref_silence_save_seen(const AdrefSilence *silence, AdrefRepo *repo, const char *statement)
{
  for (guint i = 0; i < silence->objections->len; i++) {
    const AdrefObjectionResult *one = silence->objections->pdata[i];
    if (one->type == ADREF_OBJECTION_VERDICT_INVALID || one->why)
      continue;
    g_autofree char *kept =
        g_strdup_printf("%s%s/%s/%s", kept_folder, statement, silence->label, one->party);
    AdrefTag *there = adref_repo_tag(repo, kept);
    if (!there)
      adref_repo_write_ref(repo, kept, &one->object, NULL);
    adref_tag_free(there);
  }
}
