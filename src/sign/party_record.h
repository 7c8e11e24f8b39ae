/* The record of a party: what it has agreed, reserved and reopened, clause by clause, in
 * statements/<id>/record/<PARTY>.yaml.
 *
 *     party: JPN
 *     statement: tokyo
 *     record:
 *     - agree:
 *         private-sector: en 1f0a... ja 9c44...
 *       time: 2023-12-01T09:00:00+09:00
 *       by: Aiko Mori
 *       form: 2
 *     - reopen:
 *         private-sector: en 1f0a... ja 9c44...
 *       reason: The capital asks for "should".
 *       time: ...
 *
 *     - difference:
 *         energy: en 77b1... fr 0d3e...
 *       reason: The French text follows the usage of the Organisation.
 *       time: ...
 *
 * Acts stand in the order of time. They are added and never changed, so that a reopening stays
 * visible. The position of a party on a clause is its last act that names the clause. Each item is
 * bound to the hash of the clause (clause/markdown/canonical.h) in each language. Each party has
 * its own file, so that two delegations never write to the same one.
 *
 * `form` is that of the hashes. Without it an act is of form 1, whose hashes were computed from an
 * older canonical form (sign/older_acts.h). The form of an act never changes.
 *
 * `statement` is the id of the statement. A record that names another one was copied with its
 * folder; what it says does not count. Records of older forms name none (work/records.h).
 *
 * `difference` says that the languages of the clause may differ as they do (language_states.h). It
 * says nothing about agreement to the clause; a later reservation or reopening withdraws it.
 *
 * `disassociate` lets consensus on the clause pass, but not for the party; its reason is the
 * statement that pages print. An `agree` may have an `explanation`, the explanation of position,
 * which pages print too (sign/stated_position.h).
 *
 * `words` says that brackets in the clause, or what looks like a position, are words
 * (settled_words.h). It is withdrawn as a difference is.
 *
 * `working-group` agrees as `agree` does, but in the working group only: the plenary has still to
 * agree. `agree` is agreement in plenary, ad referendum. `confirm` says that the capital stands by
 * an agreement: it is bound to the same words, and a reservation, reopening or disassociation of
 * the party withdraws it. None of the three needs a reason.
 *
 * `translation` says that a clause of another language than the first needs no change, although the
 * first one has changed since (work/changes/stale_translations.h). It names the hashes of these two
 * languages, and says nothing about agreement. */
#ifndef ADREF_SIGN_PARTY_RECORD_H
#define ADREF_SIGN_PARTY_RECORD_H

#include <glib.h>

#include "draft/data/file_source.h"

typedef enum {
  ADREF_PARTY_ACT_AGREE,
  ADREF_PARTY_ACT_RESERVE,       /* withholds agreement, for a reason */
  ADREF_PARTY_ACT_REOPEN,        /* withdraws the act before, for a reason */
  ADREF_PARTY_ACT_DIFFERENCE,    /* accepts that the languages differ, for a reason */
  ADREF_PARTY_ACT_DISASSOCIATE,  /* lets consensus pass, with a statement (`reason`) */
  ADREF_PARTY_ACT_WORDS,         /* what looks open is words, for a reason */
  ADREF_PARTY_ACT_TRANSLATION,   /* says that a translation needs no change, for a reason */
  ADREF_PARTY_ACT_WORKING_GROUP, /* agrees in the working group */
  ADREF_PARTY_ACT_CONFIRM,       /* the capital stands by the agreement */
} AdrefPartyActType;

enum {
  ADREF_PARTY_ACT_TYPES = ADREF_PARTY_ACT_CONFIRM + 1,
  ADREF_PARTY_ACT_FORM = 2, /* of an act that is recorded now */
};

typedef struct {
  AdrefPartyActType type;
  guint form;        /* from 1 on */
  char *reason;      /* NULL: none was given */
  char *explanation; /* of position, of an act that agrees; NULL: none */
  char *time;        /* ISO 8601 with the zone, by the clock of the person */
  char *by;          /* name of the person */
  GPtrArray *items;  /* of AdrefPartyActItem, at least one */
} AdrefPartyAct;

/* One clause of an act. */
typedef struct {
  char *clause;  /* id */
  char *hashes;  /* "en 1f0a... ja 9c44...": of the clause, by language */
  char *written; /* what the file says, where `hashes` were computed anew; else NULL */
  const AdrefPartyAct *act;
} AdrefPartyActItem;

typedef struct {
  char *party;
  char *statement; /* its id; NULL: the record names none */
  char *foreign;   /* id of the statement whose record this is; it then has no acts; else NULL */
  GPtrArray *acts; /* of AdrefPartyAct */
  GHashTable *latest_items;  /* clause -> AdrefPartyActItem: the last one of another type */
  GHashTable *differences;   /* clause -> AdrefPartyActItem: the last that accepts a difference */
  GHashTable *words;         /* clause -> AdrefPartyActItem: the last that says it is words */
  GHashTable *confirmations; /* clause -> AdrefPartyActItem: the last that confirms */
  GHashTable *translations;  /* "fr training" -> AdrefPartyActItem: the last that says so of the
                                language */
} AdrefPartyRecord;

/* "agree", "reserve", "reopen", "difference", "disassociate", "words", "translation",
 * "working-group", "confirm". */
const char *adref_party_act_word(AdrefPartyActType type);

/* Whether such an act says why, in its reason. */
gboolean adref_party_act_needs_reason(AdrefPartyActType type);

/* Empty. */
AdrefPartyRecord *adref_party_record_new(const char *party);
void adref_party_record_free(AdrefPartyRecord *record);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefPartyRecord, adref_party_record_free)

/* Sorts AdrefPartyRecord * of an array by the code of the party. */
int adref_party_record_compare(gconstpointer a, gconstpointer b);

/* Makes the record that of a statement, when it is written next. */
void adref_party_record_set_statement(AdrefPartyRecord *record, const char *statement);

/* Notes that the record is that of another statement, and takes its acts out. */
void adref_party_record_disown(AdrefPartyRecord *record, const char *statement);

/* Reads the record of `party`; that of another party is refused. `name` is its path in messages. */
AdrefPartyRecord *adref_party_record_read(const char *text, gsize length, const char *party,
                                          const char *name, GError **error);

/* The same acts give the same bytes. Caller frees. */
GString *adref_party_record_write(const AdrefPartyRecord *record);

/* Adds an act of form ADREF_PARTY_ACT_FORM without items; strings are copied. */
AdrefPartyAct *adref_party_record_add_act(AdrefPartyRecord *record, AdrefPartyActType type,
                                          const char *reason, const char *time, const char *by);

/* Adds a clause to an act; `hashes` becomes owned by the record. */
void adref_party_act_add_item(AdrefPartyRecord *record, AdrefPartyAct *act, const char *clause,
                              char *hashes);

/* The statement of the party that pages print with the clause (sign/stated_position.h); NULL: the
 * act makes none. */
const char *adref_party_act_item_statement(const AdrefPartyActItem *item);

/* Whether the party has said that the clause needs no change in a language, as it is now: `now` are
 * its hashes, "en 1f0a... fr 0d3e...". */
gboolean adref_party_record_needs_no_change(const AdrefPartyRecord *record, const char *clause,
                                            const char *language, const char *now);

/* The hash for a language: a pointer to its 64 digits inside of `hashes`, or NULL. */
const char *adref_party_act_item_hash(const AdrefPartyActItem *item, const char *language);

/* statements/<id>/record/<PARTY>.yaml. Caller frees. */
char *adref_party_record_path(const char *folder, const char *party);

/* All records of a statement: party -> AdrefPartyRecord. Files with other names are skipped. One
 * that names another statement than `folder` is `foreign`. */
GHashTable *adref_party_records_read(AdrefFileSource *source, const char *folder, GError **error);

#endif
