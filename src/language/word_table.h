/* The word tables: for each language the words that can change the meaning of a text. A speaker of
 * the language can read and correct them.
 *
 * A line is "role rank flags: alternatives". Alternatives are separated by |, and those with the
 * same meaning are joined by =. They are written as in the middle of a sentence; case and width do
 * not count. Where a language has no spaces between words, an entry is found anywhere, the longest
 * first: so a longer word that only contains a shorter one needs an entry too, as "plain".
 *
 * strength N/M  the strength of a commitment. N ranks words that bind the parties themselves
 *               (shall, should, may), M words for what a body does to others (decides, requests,
 *               invites), from 1 (weakest) to 100; 0: not in that ranking. Only words of one
 *               ranking are compared
 * intensity     "strongly": makes the word of strength after it stronger
 * qualifier     what limits a commitment or a rule: "as appropriate", "only"
 * negation, conjunction, percent, currency, weekday
 * numeral N, ordinal N, month N    the value; each alternative has the next one
 * fraction N, multiple N    the same: half, third; double, triple
 * measure       a unit that is none of time or money, "km"
 * scale N       a power of ten: "million" is 6
 * unit          of time, "days": a number of them is a date or deadline
 * counter       follows a number in words, in languages that have counters
 * limit         before or after a date or a time: "within", "by"; not a match by itself
 * bound         the same, also with plain numbers: "at least"
 * time          a time by itself: "annually", "without delay"
 * era N         of the Japanese calendar; N + 1800 is the year before its first
 * paragraph     a number after it names a paragraph; alternatives: op, pp, item
 * provision     a number after it names a provision: "article"
 * name          the name of a place or a party, where the language has no capitals
 * spelling      a word with several spellings, between which there is no difference
 * common        a word with a capital that is not a name: "Parties"
 * plain         an ordinary word, although a part of it is in the table
 * small         "the", "of", "to": not reported when other words changed too
 *
 * Flags:
 * verb          its first word is a regular English verb; its other forms are added
 * noun          can also be a noun or a name; it does not count after an article or a preposition
 * weak          counts only where it replaces another phrase of its class
 * governs       a qualifier with the words behind it, up to a comma, a name or a number
 * times         a numeral that multiplies the one before it, "dozen"
 * whole         a reference without a number: "the preceding paragraph"
 * counted       a numeral that counts only before a unit, a counter or the like
 * stem          a Japanese stem; it is added with the forms of する */
#ifndef ADREF_LANGUAGE_WORD_TABLE_H
#define ADREF_LANGUAGE_WORD_TABLE_H

#include <glib.h>

/* The lines for all languages (signs and codes); those of one language (none when it has no table);
 * and those of a house style ("asean", "un", "g7", NULL) in a language. NULL-terminated. */
const char *const *adref_word_table_common(void);
const char *const *adref_word_table_of_language(const char *language);
const char *const *adref_word_table_of_style(const char *style, const char *language);

/* What a table has no words for, "strength, qualifier"; NULL: for nothing. Caller frees. */
char *adref_word_table_gaps(const char *language);

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
extern const char *const adref_word_table_fr[];
extern const char *const adref_word_table_de[];
extern const char *const adref_word_table_nl[];
extern const char *const adref_word_table_es[];
extern const char *const adref_word_table_pt[];
extern const char *const adref_word_table_ru[];
extern const char *const adref_word_table_ko[];

#endif
