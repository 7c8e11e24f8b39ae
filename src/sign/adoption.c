#include "sign/adoption.h"

#include <string.h>

#include "base/name.h"
#include "base/string_list.h"
#include "sign/progress_words.h"
#include "sign/signed_field.h"

static void act_free(gpointer data)
{
  AdrefAdoptionAct *act = data;
  g_free(act->party);
  g_free(act->act);
  g_free(act->time);
  g_free(act->commit);
  g_free(act->first);
  g_free(act);
}

static void break_free(gpointer data)
{
  AdrefAdoptionBreak *broken = data;
  g_free(broken->party);
  g_free(broken->time);
  g_strfreev(broken->clauses);
  g_free(broken);
}

AdrefAdoption *adref_adoption_new(void)
{
  AdrefAdoption *adoption = g_new0(AdrefAdoption, 1);
  adoption->message = adref_signoff_message_new();
  adoption->level = ADREF_ADOPTION_LEVEL_PLENARY;
  adoption->breaks = g_ptr_array_new_with_free_func(break_free);
  adoption->records = g_ptr_array_new_with_free_func(g_free);
  adoption->acts = g_ptr_array_new_with_free_func(act_free);
  return adoption;
}

void adref_adoption_free(AdrefAdoption *adoption)
{
  if (!adoption)
    return;
  adref_signoff_message_free(adoption->message);
  g_free(adoption->parties);
  g_free(adoption->silence);
  g_free(adoption->draft);
  g_ptr_array_unref(adoption->breaks);
  g_ptr_array_unref(adoption->records);
  g_ptr_array_unref(adoption->acts);
  g_free(adoption);
}

void adref_adoption_add_break(AdrefAdoption *adoption, const char *party, const char *time,
                              char *const *clauses)
{
  AdrefAdoptionBreak *broken = g_new0(AdrefAdoptionBreak, 1);
  broken->party = g_strdup(party);
  broken->time = g_strdup(time);
  broken->clauses = g_strdupv((char **)(guintptr)clauses);
  g_ptr_array_add(adoption->breaks, broken);
}

guint adref_adoption_form(const AdrefAdoption *adoption)
{
  return adoption->breaks->len > 0 || adoption->says_level ? 2 : 1;
}

static void put(GString *out, const char *key, const char *value)
{
  if (value)
    g_string_append_printf(out, "%s: %s\n", key, value);
}

char *adref_adoption_write(const AdrefAdoption *adoption)
{
  GString *out = g_string_new(NULL);
  const AdrefSignoffMessage *message = adoption->message;
  for (guint i = 0; i < message->texts->len; i++) {
    const AdrefSignedText *text = message->texts->pdata[i];
    g_string_append_printf(out, "Text: %s %s %s %s\n", text->language,
                           adref_language_role_word(text->role), text->hash, text->printed);
  }
  put(out, "Facts", message->facts);
  put(out, "Rule", message->rule);
  if (adoption->says_level)
    put(out, "Level", adref_adoption_level_word(adoption->level));
  put(out, "Parties", adoption->parties);
  put(out, "Silence", adoption->silence);
  put(out, "Draft", adoption->draft);
  for (guint i = 0; i < adoption->breaks->len; i++) {
    const AdrefAdoptionBreak *broken = adoption->breaks->pdata[i];
    g_autofree char *clauses = g_strjoinv(" ", broken->clauses);
    g_string_append_printf(out, "Broken: %s %s %s\n", broken->party, broken->time, clauses);
  }
  for (guint i = 0; i < adoption->records->len; i++)
    put(out, "Record", adoption->records->pdata[i]);
  for (guint i = 0; i < adoption->acts->len; i++) {
    const AdrefAdoptionAct *act = adoption->acts->pdata[i];
    g_string_append_printf(out, "Act: %s %s %s %s %u\n", act->party, act->act, act->time,
                           act->commit, act->clauses);
  }
  return g_string_free(out, FALSE);
}

static void read_text(AdrefAdoption *adoption, const char *value)
{
  g_auto(GStrv) words = g_strsplit(value, " ", 5);
  AdrefLanguageRole role;
  if (g_strv_length(words) == 4 && adref_name_is(ADREF_NAME_LANGUAGE, words[0]) &&
      adref_language_role_read(words[1], &role) && adref_signed_field_is_sha256(words[2]) &&
      adref_signed_field_is_sha256(words[3]))
    adref_signoff_message_add_text(adoption->message, words[0], role, words[2], words[3]);
}

static void read_break(AdrefAdoption *adoption, const char *value)
{
  g_auto(GStrv) words = g_strsplit(value, " ", -1);
  if (g_strv_length(words) < 3 || !adref_name_is(ADREF_NAME_PARTY, words[0]))
    return;
  for (char **clause = words + 2; *clause; clause++)
    if (!adref_name_is(ADREF_NAME_CLAUSE, *clause))
      return;
  adref_adoption_add_break(adoption, words[0], words[1], words + 2);
}

static void read_record(AdrefAdoption *adoption, const char *value)
{
  const char *space = strchr(value, ' ');
  g_autofree char *party = space ? g_strndup(value, (gsize)(space - value)) : NULL;
  if (party && adref_name_is(ADREF_NAME_PARTY, party) && adref_signed_field_is_sha256(space + 1))
    g_ptr_array_add(adoption->records, g_strdup(value));
}

static void read_act(AdrefAdoption *adoption, const char *value)
{
  g_auto(GStrv) words = g_strsplit(value, " ", 6);
  guint64 clauses;
  if (g_strv_length(words) != 5 || !adref_name_is(ADREF_NAME_PARTY, words[0]) ||
      !adref_signed_field_is_commit(words[3]) ||
      !g_ascii_string_to_unsigned(words[4], 10, 1, G_MAXINT, &clauses, NULL))
    return;
  AdrefAdoptionAct *act = g_new0(AdrefAdoptionAct, 1);
  act->party = g_strdup(words[0]);
  act->act = g_strdup(words[1]);
  act->time = g_strdup(words[2]);
  act->commit = g_strdup(words[3]);
  act->clauses = (guint)clauses;
  g_ptr_array_add(adoption->acts, act);
}

static gboolean is_rule(const char *value)
{
  g_autoptr(AdrefSigningRule) rule = adref_signing_rule_parse(value);
  return rule != NULL;
}

static void take(char **field, const char *value, gboolean (*allows)(const char *value))
{
  if (!*field && allows(value))
    *field = g_strdup(value);
}

static void read_line(AdrefAdoption *adoption, const char *key, const char *value)
{
  AdrefSignoffMessage *message = adoption->message;
  if (strcmp(key, "Text") == 0)
    read_text(adoption, value);
  else if (strcmp(key, "Statement") == 0)
    take(&message->statement, value, adref_signed_field_is_statement);
  else if (strcmp(key, "Label") == 0)
    take(&message->label, value, adref_signed_field_is_label);
  else if (strcmp(key, "Party") == 0)
    take(&message->party, value, adref_signed_field_is_party);
  else if (strcmp(key, "Facts") == 0)
    take(&message->facts, value, adref_signed_field_is_sha256);
  else if (strcmp(key, "Rule") == 0)
    take(&message->rule, value, is_rule);
  else if (strcmp(key, "Level") == 0)
    adoption->says_level = adref_adoption_level_read(value, &adoption->level);
  else if (strcmp(key, "Parties") == 0)
    take(&adoption->parties, value, adref_signed_field_is_sha256);
  else if (strcmp(key, "Silence") == 0)
    take(&adoption->silence, value, adref_signed_field_is_deadline);
  else if (strcmp(key, "Draft") == 0)
    take(&adoption->draft, value, adref_signed_field_is_sha256);
  else if (strcmp(key, "Broken") == 0)
    read_break(adoption, value);
  else if (strcmp(key, "Record") == 0)
    read_record(adoption, value);
  else if (strcmp(key, "Act") == 0)
    read_act(adoption, value);
}

AdrefAdoption *adref_adoption_read(char *const *lines)
{
  AdrefAdoption *adoption = adref_adoption_new();
  for (; *lines; lines++) {
    const char *colon = strstr(*lines, ": ");
    g_autofree char *key = colon ? g_strndup(*lines, (gsize)(colon - *lines)) : NULL;
    if (key)
      read_line(adoption, key, colon + 2);
  }
  return adoption;
}

gboolean adref_adoption_is_whole(const AdrefAdoption *adoption)
{
  const AdrefSignoffMessage *message = adoption->message;
  return message->statement && message->label && message->party && message->commit &&
         message->texts->len > 0 && message->facts && message->rule && adoption->parties &&
         !adoption->silence == !adoption->draft &&
         (adoption->silence || adoption->breaks->len == 0);
}

char *adref_adoption_act_first(const AdrefPartyAct *act)
{
  const AdrefPartyActItem *item = act->items->pdata[0];
  return g_strdup_printf("%s %s", item->clause, item->hashes);
}

/* On how many clauses of the text the act is the last word of the party. */
static guint count_clauses(const AdrefPartyRecord *record, const AdrefPartyAct *act,
                           const AdrefProgress *progress)
{
  guint count = 0;
  for (guint i = 0; i < progress->clauses->len; i++) {
    const AdrefClauseProgress *clause = progress->clauses->pdata[i];
    const char *id = clause->clause->as.clause->id;
    GHashTable *items =
        act->type == ADREF_PARTY_ACT_CONFIRM ? record->confirmations : record->latest_items;
    const AdrefPartyActItem *item = id ? g_hash_table_lookup(items, id) : NULL;
    count += item && item->act == act ? 1 : 0;
  }
  return count;
}

void adref_adoption_add_acts(AdrefAdoption *adoption, const AdrefProgress *progress,
                             GHashTable *records)
{
  g_autoptr(GPtrArray) all = g_ptr_array_new();
  GHashTableIter iter;
  gpointer value;
  g_hash_table_iter_init(&iter, records);
  while (g_hash_table_iter_next(&iter, NULL, &value))
    g_ptr_array_add(all, value);
  g_ptr_array_sort(all, adref_party_record_compare);
  for (guint i = 0; i < all->len; i++) {
    const AdrefPartyRecord *record = all->pdata[i];
    for (guint j = 0; j < record->acts->len; j++) {
      const AdrefPartyAct *act = record->acts->pdata[j];
      guint clauses = count_clauses(record, act, progress);
      if (clauses == 0)
        continue;
      AdrefAdoptionAct *line = g_new0(AdrefAdoptionAct, 1);
      line->party = g_strdup(record->party);
      line->act = g_strdup(adref_party_act_word(act->type));
      line->time = g_strdup(act->time);
      line->commit = g_strdup("");
      line->first = adref_adoption_act_first(act);
      line->clauses = clauses;
      g_ptr_array_add(adoption->acts, line);
    }
  }
}

gboolean adref_adoption_is_covered(const AdrefClauseProgress *clause, GHashTable *broken)
{
  const char *id = clause->clause->as.clause->id;
  return !(broken && id && g_hash_table_contains(broken, id)) &&
         clause->brackets + clause->placeholders == 0 && !clause->option &&
         clause->reserved->len == 0 && clause->reopened->len == 0;
}

/* The clauses against which the same stands. */
typedef struct {
  char *words;
  GPtrArray *names; /* of char * */
} ReasonGroup;

static void group_free(gpointer data)
{
  ReasonGroup *group = data;
  g_free(group->words);
  g_ptr_array_unref(group->names);
  g_free(group);
}

/* What stands against a clause: its state, and who has not agreed or not confirmed. Caller frees.
 */
static char *reason_words(const AdrefProgress *progress, const AdrefClauseProgress *clause,
                          AdrefAdoptionLevel level)
{
  GString *words = g_string_new(NULL);
  g_autofree char *state = adref_progress_clause_words(progress, clause, NULL);
  g_string_append(words, state);
  if (level == ADREF_ADOPTION_LEVEL_CONFIRMED && clause->state == ADREF_CLAUSE_STATE_AGREED) {
    guint count = 0;
    for (guint i = 0; i < clause->agreed->len; i++)
      if (!g_ptr_array_find_with_equal_func(clause->confirmed, clause->agreed->pdata[i],
                                            g_str_equal, NULL))
        g_string_append_printf(words, "%s%s", count++ == 0 ? ", not confirmed by " : ", ",
                               (const char *)clause->agreed->pdata[i]);
  }
  if (clause->state != ADREF_CLAUSE_STATE_PARTLY_AGREED || clause->reopened->len > 0)
    return g_string_free(words, FALSE);
  if (clause->awaited->len > 0)
    g_string_append(words, "; waits for ");
  adref_string_list_append(words, clause->awaited, 0);
  return g_string_free(words, FALSE);
}

/* Takes `words`. `index` finds the groups of `groups` by their words. */
static void add_to_group(GPtrArray *groups, GHashTable *index, char *words, const AdrefNode *clause)
{
  const char *id = clause->as.clause->id;
  ReasonGroup *group = g_hash_table_lookup(index, words);
  if (!group) {
    group = g_new0(ReasonGroup, 1);
    group->words = g_strdup(words);
    group->names = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(groups, group);
    g_hash_table_insert(index, group->words, group);
  }
  g_free(words);
  g_ptr_array_add(group->names, id ? g_strdup(id) : adref_node_words(clause));
}

/* "title: open"; "open: chapeau, training and 43 more". */
static char *group_line(const ReasonGroup *group)
{
  enum {
    MAX_NAMED = 10
  };
  guint count = group->names->len;
  if (count == 1)
    return g_strdup_printf("%s: %s", (const char *)group->names->pdata[0], group->words);
  GString *line = g_string_new(group->words);
  g_string_append(line, ": ");
  adref_string_list_append(line, group->names, MAX_NAMED);
  return g_string_free(line, FALSE);
}

gboolean adref_adoption_lacks_confirmation(const AdrefProgress *progress, AdrefAdoptionLevel level,
                                           gboolean silence, GHashTable *broken)
{
  if (level != ADREF_ADOPTION_LEVEL_CONFIRMED)
    return FALSE;
  gboolean lacks = FALSE;
  for (guint i = 0; i < progress->clauses->len; i++) {
    const AdrefClauseProgress *clause = progress->clauses->pdata[i];
    if (silence && adref_adoption_is_covered(clause, broken))
      continue;
    if (clause->state != ADREF_CLAUSE_STATE_AGREED)
      return FALSE;
    lacks = lacks || !clause->is_confirmed;
  }
  return lacks;
}

void adref_adoption_add_reasons(GPtrArray *reasons, const AdrefProgress *progress,
                                AdrefAdoptionLevel level, gboolean silence, GHashTable *broken)
{
  g_autoptr(GPtrArray) groups = g_ptr_array_new_with_free_func(group_free);
  g_autoptr(GHashTable) index = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < progress->clauses->len; i++) {
    const AdrefClauseProgress *clause = progress->clauses->pdata[i];
    if (!adref_progress_reaches(clause, level) &&
        !(silence && adref_adoption_is_covered(clause, broken)))
      add_to_group(groups, index, reason_words(progress, clause, level), clause->clause);
  }
  for (guint i = 0; i < groups->len; i++)
    g_ptr_array_add(reasons, group_line(groups->pdata[i]));
}

gboolean adref_adoption_is_answered(GHashTable *records, const char *party, gint64 time,
                                    const char *clause)
{
  const AdrefPartyRecord *record = g_hash_table_lookup(records, party);
  const AdrefPartyActItem *item =
      record && clause ? g_hash_table_lookup(record->latest_items, clause) : NULL;
  const AdrefPartyAct *last = item ? item->act : NULL;
  if (record && !clause && record->acts->len > 0)
    last = record->acts->pdata[record->acts->len - 1];
  g_autoptr(GDateTime) then = last ? g_date_time_new_from_iso8601(last->time, NULL) : NULL;
  return then && g_date_time_to_unix(then) > time &&
         (last->type == ADREF_PARTY_ACT_AGREE || last->type == ADREF_PARTY_ACT_WORKING_GROUP ||
          last->type == ADREF_PARTY_ACT_CONFIRM || last->type == ADREF_PARTY_ACT_DISASSOCIATE);
}
