/* An adoption: all parties agree to one text on record, or silence held, and one party, such as the
 * secretariat, signs the list of what each has agreed. The list is the file ADOPTED of a package
 * (sign/page_list.h), with these lines:
 *
 *     Text: en authentic 3ab1... 77c0...
 *     Facts: 61b0...
 *     Rule: approved; JPN; ASEAN
 *     Level: confirmed
 *     Parties: 5d0c...
 *     Silence: 2023-12-01T18:00+09:00[Asia/Tokyo]
 *     Draft: 90d2...
 *     Broken: THA 2023-12-01T17:40:00+09:00 ferries levels
 *     Record: JPN 7f21...
 *     Act: JPN agree 2023-12-01T09:00:00+09:00 4f0c... 7
 *
 * - Text, Facts, Rule: as in a sign-off (sign/signoff_message.h).
 * - Level: how far agreement went (`adoption:` of statement.yaml), where the facts say it; such a
 *   list is of form 2. Without it, it is agreement in plenary.
 * - Parties, Record: the SHA-256 of parties.yaml and of records/JPN.yaml in the package.
 * - Silence, Draft: only where silence held: the deadline, and the SHA-256 of draft.txt, which is
 *   the tag of the draft with the deadline.
 * - Broken: a line for each party that broke the silence on these clauses only, and when. They are
 *   agreed on record by all, by this party after that time. A list with such a line is of form 2.
 * - Act: a line for each act that counts: party, act, time, the version that has it in the record,
 *   and on how many clauses it is the party's word or its confirmation.
 *
 * Silence held: the tag of this draft, which all receive with the draft, had the deadline; it is
 * past; no objection in time is known, and none is doubtful; and no party reserves or reopens a
 * clause on record. Then a clause need not be agreed on record, at whatever level: a draft under
 * silence goes to the capitals, and their silence confirms it. */
#ifndef ADREF_SIGN_ADOPTION_H
#define ADREF_SIGN_ADOPTION_H

#include "sign/progress.h"
#include "sign/signoff_message.h"

/* One objection to some clauses. */
typedef struct {
  char *party, *time;
  char **clauses; /* ids */
} AdrefAdoptionBreak;

/* One act that counts. */
typedef struct {
  char *party, *act, *time;
  char *commit; /* "" where it is not known yet */
  char *first;  /* the first clause of the act and its hashes; NULL: the act was read from a list */
  guint clauses;
} AdrefAdoptionAct;

typedef struct {
  AdrefSignoffMessage *message; /* statement, label, commit, texts, facts, rule, party: recorder */
  char *parties;                /* SHA-256 */
  AdrefAdoptionLevel level;
  gboolean says_level;
  char *silence, *draft; /* NULL: all is agreed on record */
  GPtrArray *breaks;     /* of AdrefAdoptionBreak */
  GPtrArray *records;    /* of char *: "JPN 7f21..." */
  GPtrArray *acts;       /* of AdrefAdoptionAct */
} AdrefAdoption;

AdrefAdoption *adref_adoption_new(void);
void adref_adoption_free(AdrefAdoption *adoption);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefAdoption, adref_adoption_free)

void adref_adoption_add_break(AdrefAdoption *adoption, const char *party, const char *time,
                              char *const *clauses);

/* The number of the form that has all its lines, from 1 on. */
guint adref_adoption_form(const AdrefAdoption *adoption);

/* The lines above. Caller frees. */
char *adref_adoption_write(const AdrefAdoption *adoption);

/* Reads such lines, and those with Statement, Label and Party; those that are not known are
 * skipped, so that adref_adoption_write() gives other bytes. The message has no commit. */
AdrefAdoption *adref_adoption_read(char *const *lines);

/* Whether it has each line that it must have, and the commit. */
gboolean adref_adoption_is_whole(const AdrefAdoption *adoption);

/* Adds the lines of the records and of the acts that count for the clauses of the text, sorted by
 * party; the commits are "". `records` is the table of adref_party_records_read(). */
void adref_adoption_add_acts(AdrefAdoption *adoption, const AdrefProgress *progress,
                             GHashTable *records);

/* What tells acts of one party, type and time apart: the first clause and its hashes. Caller frees.
 */
char *adref_adoption_act_first(const AdrefPartyAct *act);

/* Whether all that stands against the adoption is that capitals have not confirmed. */
gboolean adref_adoption_lacks_confirmation(const AdrefProgress *progress, AdrefAdoptionLevel level,
                                           gboolean silence, GHashTable *broken);

/* Appends to `reasons` (of char *) what stands against an adoption in the text and the records:
 * what is open, reserved, in brackets, an option, changed since it was agreed, or agreed at a lower
 * level. Clauses against which the same stands share a line, which names ten of them. With
 * `silence` held, a clause need not be agreed, unless it is one of `broken` (a set of ids, or
 * NULL). */
void adref_adoption_add_reasons(GPtrArray *reasons, const AdrefProgress *progress,
                                AdrefAdoptionLevel level, gboolean silence, GHashTable *broken);

/* Whether silence that held is agreement to the clause: nobody broke it on this clause (`broken` as
 * above), nothing is open in it, and no party objects on record. */
gboolean adref_adoption_is_covered(const AdrefClauseProgress *clause, GHashTable *broken);

/* Whether a party that broke the silence at `time` (in seconds since 1970) has agreed on record
 * since, or let the words pass: to the clause, or with NULL to any. */
gboolean adref_adoption_is_answered(GHashTable *records, const char *party, gint64 time,
                                    const char *clause);

#endif
