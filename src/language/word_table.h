/* Words that matter, by language: tables that a speaker of the language can read and mend.
 *
 * A line is "role rank flags: alternatives"; alternatives stand between |, and those that mean the
 * same are joined by =. They are written as in the middle of a sentence; case and width do not
 * count. Where a language has no spaces between words, an entry is found anywhere, the longest
 * first: so a longer word that only contains a shorter one stands in the table too, as "plain".
 *
 * strength N/M  how much is promised. N ranks what binds the parties themselves (shall, should,
 *               may), M what a body does to others (decides, requests, invites), from 1 (weakest)
 *               to 100, 0 for not in that ranking; only words of one ranking are compared
 * intensity     "strongly": makes a word of strength behind it stronger
 * negation, conjunction, percent, currency, weekday
 * numeral N, ordinal N, month N    the value; each alternative has the next one
 * scale N       a power of ten, "million"
 * unit          of time, "days": a number of them is a date or deadline
 * counter       stands behind a number that is written in words, where the language has such
 * limit         stands before or behind a date or a time: "within", "by"; by itself nothing
 * bound         the same, also with plain numbers: "at least"
 * time          a time by itself: "annually", "without delay"
 * era N         of the Japanese calendar; N + 1800 is the year before its first
 * paragraph     a number behind it names a paragraph; alternatives: op, pp, item
 * name          the name of a place or a party, where the language has no capitals
 * spelling      words that are written in several ways: which of them is of no account
 * common        a word with a capital that is no name: "Parties"
 * plain         an ordinary word, although a part of it stands in the table
 * small         "the", "of", "to": of no account beside other words that changed
 *
 * Flags. verb: its first word is a regular English verb, whose other forms are meant too. noun:
 * it is also a noun or a name, and not meant behind an article or a preposition. weak: matters only
 * where it stands for another one of its class. counted: a numeral only
 * before a unit, a counter or the like. stem: a Japanese stem, meant with a form of する behind it.
 */
#ifndef ADREF_LANGUAGE_WORD_TABLE_H
#define ADREF_LANGUAGE_WORD_TABLE_H

#include <glib.h>

/* Signs and codes of every language; the words of one (none when it has no table); and those of
 * a house style ("asean", "un", "g7", NULL) in it. NULL-terminated. */
const char *const *adref_word_table_common(void);
const char *const *adref_word_table_of_language(const char *language);
const char *const *adref_word_table_of_style(const char *style, const char *language);

extern const char *const adref_word_table_en[];
extern const char *const adref_word_table_ja[];
extern const char *const adref_word_table_zh[];
extern const char *const adref_word_table_th[];
extern const char *const adref_word_table_vi[];
extern const char *const adref_word_table_id[];
extern const char *const adref_word_table_ms[];
extern const char *const adref_word_table_fil[];
extern const char *const adref_word_table_lo[];
extern const char *const adref_word_table_km[];
extern const char *const adref_word_table_my[];
extern const char *const adref_word_table_ar[];

#endif
