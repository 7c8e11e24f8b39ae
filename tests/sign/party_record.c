#include "sign/party_record.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "sign/cases.h"

#define HASH  "6e1cb246c5b01fb11e526ed5c738ccaee462b2aee1085da4a16d298d8fc57907"
#define OTHER "921c7f927640a03d8300630dc5b26f49c5a3a0626255637b1fa021bdb1e0ae4d"

static AdrefPartyRecord *read_back(const AdrefPartyRecord *record)
{
  GError *error = NULL;
  g_autoptr(GString) text = adref_party_record_write(record);
  AdrefPartyRecord *again =
      adref_party_record_read(text->str, text->len, record->party, "record", &error);
  ck_assert_no_error(error);
  g_autoptr(GString) written = adref_party_record_write(again);
  ck_assert_str_eq(written->str, text->str);
  return again;
}

START_TEST(what_is_written_is_read)
{
  g_autoptr(AdrefPartyRecord) record = adref_party_record_new("JPN");
  AdrefPartyAct *act = adref_party_record_add_act(record, ADREF_PARTY_ACT_AGREE, NULL,
                                                  "2023-12-01T09:00:00+09:00", "A");
  adref_party_act_add_item(record, act, "no", g_strdup("en " HASH " ja " OTHER));
  adref_party_act_add_item(record, act, "50", g_strdup("en " OTHER));
  act = adref_party_record_add_act(record, ADREF_PARTY_ACT_REOPEN, "\"should\": - '#' true", "1",
                                   "null");
  adref_party_act_add_item(record, act, "no", g_strdup("zh-Hans " HASH));
  g_autoptr(AdrefPartyRecord) again = read_back(record);
  ck_assert_uint_eq(again->acts->len, 2);
  const AdrefPartyActItem *no = g_hash_table_lookup(again->latest_items, "no");
  ck_assert_int_eq(no->act->type, ADREF_PARTY_ACT_REOPEN);
  ck_assert_str_eq(no->act->reason, "\"should\": - '#' true");
  ck_assert_str_eq(no->act->by, "null");
  const AdrefPartyActItem *fifty = g_hash_table_lookup(again->latest_items, "50");
  ck_assert_int_eq(fifty->act->type, ADREF_PARTY_ACT_AGREE);
}
END_TEST

/* An accepted difference is no agreement; a reservation or a reopening withdraws it. */
START_TEST(a_difference_is_kept_apart)
{
  for (guint type = ADREF_PARTY_ACT_AGREE; type <= ADREF_PARTY_ACT_REOPEN; type++) {
    g_autoptr(AdrefPartyRecord) record = adref_party_record_new("JPN");
    AdrefPartyAct *act =
        adref_party_record_add_act(record, ADREF_PARTY_ACT_DIFFERENCE, "Why.", "1", "A");
    adref_party_act_add_item(record, act, "x", g_strdup("en " HASH " fr " OTHER));
    g_autoptr(AdrefPartyRecord) again = read_back(record);
    ck_assert_ptr_null(g_hash_table_lookup(again->latest_items, "x"));
    const AdrefPartyActItem *item = g_hash_table_lookup(again->differences, "x");
    ck_assert_str_eq(item->hashes, "en " HASH " fr " OTHER);
    act = adref_party_record_add_act(again, (AdrefPartyActType)type, "Why.", "2", "A");
    adref_party_act_add_item(again, act, "x", g_strdup("en " HASH));
    item = g_hash_table_lookup(again->differences, "x");
    ck_assert_int_eq(item != NULL, type == ADREF_PARTY_ACT_AGREE);
  }
}
END_TEST

START_TEST(a_hash_is_found_by_its_language)
{
  g_autoptr(AdrefPartyRecord) record = adref_party_record_new("JPN");
  AdrefPartyAct *act = adref_party_record_add_act(record, ADREF_PARTY_ACT_AGREE, NULL, "t", "A");
  adref_party_act_add_item(record, act, "x", g_strdup("en " HASH " ja " OTHER));
  const AdrefPartyActItem *item = g_hash_table_lookup(record->latest_items, "x");
  ck_assert(g_str_has_prefix(adref_party_act_item_hash(item, "en"), HASH));
  ck_assert(g_str_has_prefix(adref_party_act_item_hash(item, "ja"), OTHER));
  ck_assert_ptr_null(adref_party_act_item_hash(item, "e"));
  ck_assert_ptr_null(adref_party_act_item_hash(item, "th"));
  ck_assert_ptr_null(adref_party_act_item_hash(item, HASH));
}
END_TEST

static const struct {
  const char *text, *message;
} bad[] = {
    {"record: []\n", "r:1:1: this must be the record of JPN, as the file's name says"},
    {"party: JPN\nrecord: {}\n", "r:2:9: record needs a list of acts"},
    {"party: JPN\nrecord:\n- agree: {x: en " HASH "}\n  reopen: {x: en " HASH "}\n",
     "r:3:3: an act is one of agree, reserve, reopen, difference, disassociate, words, "
     "translation, working-group and confirm"},
    {"party: JPN\nrecord:\n- disassociate: {x: en " HASH "}\n  time: t\n  by: b\n",
     "r:3:3: all acts but agree, working-group and confirm need a reason"},
    {"party: JPN\nrecord:\n- disassociate: {x: en " HASH "}\n  reason: \"a\\nb\"\n  time: t\n  by: "
     "b\n",
     "r:3:3: a statement that pages print is one line of letters, at most 2000 bytes"},
    {"party: JPN\nrecord:\n- agree: {x: en " HASH "}\n  explanation: ' a'\n  time: t\n  by: b\n",
     "r:3:3: a statement that pages print is one line of letters, at most 2000 bytes"},
    {"party: JPN\nrecord:\n- reopen: {x: en " HASH "}\n  reason: a\n  explanation: a\n  time: t\n"
     "  by: b\n",
     "r:3:3: only agree has an explanation"},
    {"party: JPN\nrecord:\n- agree: {x: en " HASH "}\n  time: t\n",
     "r:3:3: an act needs a time and by whom it was done"},
    {"party: JPN\nrecord:\n- agree: {x: " HASH "}\n  time: t\n  by: b\n",
     "r:3:14: x: \"6e1cb246c5b01fb11e526ed5c738ccaee462b2aee1085da4a16d298d8fc5...\"; allowed are "
     "languages, each with "
     "the 64 digits of the clause's hash"},
    {"party: JPN\nrecord:\n- agree: {x: en " HASH "0}\n  time: t\n  by: b\n",
     "r:3:14: x: \"en 6e1cb246c5b01fb11e526ed5c738ccaee462b2aee1085da4a16d298d8...\"; allowed are "
     "languages, each with "
     "the 64 digits of the clause's hash"},
    {"party: JPN\nrecord:\n- agree: {x: en " HASH "}\n  time: t\n  by: b\n  form: 3\n",
     "r:6:9: an act of form 3; this adref knows the forms 1 to 2, and a later adref may know more"},
    {"party: JPN\nrecord:\n- agree: {x: en " HASH "}\n  time: t\n  by: b\n  form: -1\n",
     "r:6:9: an act of form -1; this adref knows the forms 1 to 2, and a later adref may know "
     "more"},
    {"party: JPN\nrecord:\n- agree: {x: 'en " HASH " '}\n  time: t\n  by: b\n",
     "r:3:14: x: the text \"en 6e1cb246c5b01fb11e526ed5c738ccaee462b2aee1085da4a16d298d8...\"; "
     "allowed are languages, "
     "each with the 64 digits of the clause's hash"},
};

START_TEST(a_bad_record_is_refused_with_its_place)
{
  GError *error = NULL;
  g_autoptr(AdrefPartyRecord) record =
      adref_party_record_read(bad[_i].text, strlen(bad[_i].text), "JPN", "r", &error);
  ck_assert_ptr_null(record);
  ck_assert_error(error, bad[_i].message);
}
END_TEST

/* A source with 40 records, of which some cannot be read. */
typedef struct {
  AdrefFileSource source;
  guint bad, missing; /* from 1; 0: none */
} RecordSource;

enum {
  RECORDS = 40
};

static GBytes *read_record(AdrefFileSource *source, const char *path, gsize limit G_GNUC_UNUSED,
                           GError **error)
{
  const RecordSource *self = (const RecordSource *)source;
  guint number = (guint)atoi(strstr(path, "/P") + 2);
  if (number == self->missing) {
    adref_error(error, ADREF_ERROR_SYSTEM, "%s: is on strike", path);
    return NULL;
  }
  char *text =
      g_strdup_printf("party: P%02u\nrecord:\n- %s: {x: en " HASH "}\n  time: t\n  by: b\n", number,
                      number == self->bad ? "agreed" : "agree");
  return g_bytes_new_take(text, strlen(text));
}

static char **list_records(AdrefFileSource *source G_GNUC_UNUSED, const char *folder,
                           GError **error G_GNUC_UNUSED)
{
  g_autoptr(GStrvBuilder) paths = g_strv_builder_new();
  for (guint i = 1; i <= RECORDS; i++) {
    g_autofree char *path = g_strdup_printf("%s/P%02u.yaml", folder, i);
    g_strv_builder_add(paths, path);
  }
  return g_strv_builder_end(paths);
}

/* Two threads read the records, and the first that is wrong is named. */
START_TEST(the_first_bad_record_is_named)
{
  static const struct {
    guint bad, missing;
    const char *message;
  } cases[] = {{0, 0, NULL},
               {20, 0, "statements/s/record/P20.yaml:3:3: "},
               {20, 30, "statements/s/record/P20.yaml:3:3: "},
               {30, 20, "statements/s/record/P20.yaml: is on strike"},
               {0, 1, "statements/s/record/P01.yaml: is on strike"}};
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(GError) error = NULL;
    RecordSource source = {
        {.read = read_record, .list = list_records}, cases[i].bad, cases[i].missing};
    g_autoptr(GHashTable) records =
        adref_party_records_read(&source.source, "statements/s", &error);
    ck_assert(!records == !!cases[i].message);
    if (records)
      ck_assert_uint_eq(g_hash_table_size(records), RECORDS);
    else
      ck_assert_msg(g_str_has_prefix(error->message, cases[i].message), "%s", error->message);
  }
}
END_TEST

/* Of the record of another statement no act counts, of whatever type. */
START_TEST(the_acts_of_another_statement_do_not_count)
{
  g_autoptr(AdrefPartyRecord) record = adref_party_record_new("JPN");
  adref_party_record_set_statement(record, "talks");
  for (guint type = ADREF_PARTY_ACT_AGREE; type <= ADREF_PARTY_ACT_CONFIRM; type++) {
    g_autofree char *clause = g_strdup_printf("c%u", type);
    AdrefPartyAct *act =
        adref_party_record_add_act(record, (AdrefPartyActType)type, "Why.", "1", "A");
    adref_party_act_add_item(record, act, clause, g_strdup("en " HASH " fr " OTHER));
  }
  GHashTable *const tables[] = {record->latest_items, record->differences, record->words,
                                record->confirmations, record->translations};
  for (gsize i = 0; i < G_N_ELEMENTS(tables); i++)
    ck_assert_uint_gt(g_hash_table_size(tables[i]), 0);
  adref_party_record_disown(record, "talks");
  for (gsize i = 0; i < G_N_ELEMENTS(tables); i++)
    ck_assert_msg(g_hash_table_size(tables[i]) == 0, "%zu", i);
  ck_assert_uint_eq(record->acts->len, 0);
  ck_assert_str_eq(record->foreign, "talks");
  ck_assert(!adref_party_record_needs_no_change(record, "c6", "fr", "en " HASH " fr " OTHER));
}
END_TEST

TCase *tcase_party_record(void)
{
  TCase *tcase = tcase_create("party_record");
  tcase_add_test(tcase, what_is_written_is_read);
  tcase_add_test(tcase, a_difference_is_kept_apart);
  tcase_add_test(tcase, the_acts_of_another_statement_do_not_count);
  tcase_add_test(tcase, a_hash_is_found_by_its_language);
  tcase_add_test(tcase, the_first_bad_record_is_named);
  tcase_add_loop_test(tcase, a_bad_record_is_refused_with_its_place, 0, G_N_ELEMENTS(bad));
  return tcase;
}
