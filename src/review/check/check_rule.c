#include "review/check/check_rule.h"

#include <string.h>

static const char *const severity_words[] = {
    [ADREF_CHECK_NOTE] = "note",
    [ADREF_CHECK_WARNING] = "warning",
    [ADREF_CHECK_ERROR] = "error",
};

const char *adref_check_severity_word(AdrefCheckSeverity severity)
{
  return severity_words[severity];
}

gboolean adref_check_severity_read(const char *word, AdrefCheckSeverity *severity)
{
  for (guint i = 0; i < G_N_ELEMENTS(severity_words); i++) {
    if (strcmp(word, severity_words[i]) != 0)
      continue;
    *severity = (AdrefCheckSeverity)i;
    return TRUE;
  }
  return FALSE;
}

static const AdrefCheckRule rules[] = {
    /* what the reader of a text reports */
    {"integrity/bracket", ADREF_CHECK_WARNING, "a square bracket without its other half",
     "A bracket says what is open. One without its end is kept as words, and nobody counts it. "
     "Write the other half, or escape it: \\[.",
     FALSE},
    {"integrity/comment", ADREF_CHECK_WARNING, "a comment without its end, or with words beside it",
     "What stands behind <!-- is printed on no page. Write --> where the comment ends.", FALSE},
    {"integrity/duplicate-id", ADREF_CHECK_ERROR, "an id that two clauses have",
     "Agreements, records and references name a clause by its id. Give each clause its own.",
     FALSE},
    {"integrity/marker", ADREF_CHECK_WARNING, "a marker of a clause that is not read",
     "What follows is then a part of the clause before it. \"adref help notation\" has the form of "
     "markers.",
     FALSE},
    {"integrity/front-matter", ADREF_CHECK_WARNING, "front matter in the text of a statement",
     "The facts of a statement stand in statement.yaml; front matter is printed on no page.",
     FALSE},
    {"integrity/cross-reference", ADREF_CHECK_WARNING,
     "a reference that leads to no clause, heading or item",
     "The clause was deleted or has another id now. Name one that exists.", FALSE},
    {"integrity/frozen-number", ADREF_CHECK_WARNING, "a frozen number that two clauses have",
     "A number that is frozen names one clause in all drafts. Take one of the two away.", FALSE},
    {"integrity/typed-number", ADREF_CHECK_WARNING,
     "a number of a list that other programs count otherwise",
     "The number stays as it is typed; a Markdown viewer shows another one.", FALSE},
    {"integrity/joined-label", ADREF_CHECK_WARNING,
     "a line that begins with Article 5, and is read as words of the line before",
     "Markdown joins lines that no empty line divides.", FALSE},
    {"integrity/footnote", ADREF_CHECK_WARNING, "a footnote without its text or its mark",
     "A mark without a text leads nowhere, and a text without a mark is not printed where it "
     "belongs.",
     FALSE},
    {"integrity/table", ADREF_CHECK_WARNING, "a table that is not read as one, or has holes",
     "Its rows are printed as words. Put each row on a line of its own.", FALSE},
    {"integrity/emphasis", ADREF_CHECK_NOTE, "asterisks that are read as no emphasis",
     "Markdown has rules where * may begin and end emphasis. The message has a spelling that is "
     "read.",
     FALSE},
    /* whose words */
    {"integrity/unknown-party", ADREF_CHECK_WARNING, "a bracket of a party that nobody knows",
     "It is read as words, so nobody counts the position. Correct the code, or add the party to "
     "templates/parties.yaml.",
     FALSE},
    {"integrity/suspected-position", ADREF_CHECK_WARNING,
     "what looks like the position of a party, and is read as words",
     "A view without the parties would print it. Write it as a bracket, or let the party say that "
     "it is words (adref agree --as-words).",
     FALSE},
    {"integrity/unattributed-bracket", ADREF_CHECK_NOTE,
     "a bracket of no party in a text whose brackets have parties",
     "Nobody can say who has to be asked. Add the parties: [shall - JPN / should].", FALSE},
    /* characters */
    {"integrity/invisible-character", ADREF_CHECK_WARNING, "a character that shows nothing",
     "A word with it is another word for search, comparison and signature, and no reader sees it. "
     "Type the word again.",
     FALSE},
    {"integrity/direction-control", ADREF_CHECK_WARNING,
     "a control of the direction of writing where none is used",
     "It can make a page show words in another order than they have. Type the words again.", FALSE},
    {"integrity/look-alike", ADREF_CHECK_WARNING,
     "letters of another script that look like those around them",
     "The word is another one for every program. Type it again with the keyboard of its "
     "language.",
     FALSE},
    {"integrity/stacked-marks", ADREF_CHECK_WARNING, "more marks on a letter than spelling needs",
     "They can cover or strike other letters. Type the word again.", FALSE},
    {"integrity/private-character", ADREF_CHECK_WARNING, "a character for private use",
     "Each font may draw another sign, or none. Use a character of Unicode.", FALSE},
    {"integrity/hidden-title", ADREF_CHECK_WARNING,
     "a title of a link or an image, which no page prints",
     "Whoever signs a page does not see it. Write the words into the text, or delete the title.",
     FALSE},
    {"integrity/unusual-space", ADREF_CHECK_WARNING, "a space that is no ordinary one",
     "It comes from a word processor, breaks searches, and can be as wide as a letter. --fix makes "
     "it an ordinary space.",
     TRUE},
    /* what is not finished */
    {"integrity/placeholder", ADREF_CHECK_WARNING, "a place that is still to be filled",
     "Words such as TBC, XX or {{date}} are left from a draft. Write what belongs there, or a "
     "bracket that says what is to come: [date to be confirmed].",
     FALSE},
    {"integrity/doubled-word", ADREF_CHECK_WARNING, "the same words twice in succession",
     "One of the two is left from an edit. --fix takes it out.", TRUE},
    {"integrity/stale-reference", ADREF_CHECK_WARNING,
     "a cross reference that says another number than its clause has",
     "adref writes the right number when it saves; until then people read a wrong one. --fix "
     "writes it.",
     TRUE},
    {"integrity/dead-reference", ADREF_CHECK_WARNING,
     "a paragraph, annex or article that the text does not have",
     "The paragraph was deleted, or numbers have changed. Write the right number, as a cross "
     "reference that follows: [paragraph 4](#id).",
     FALSE},
    {"integrity/self-reference", ADREF_CHECK_NOTE, "a paragraph that refers to itself",
     "The reference was copied, or its paragraph moved here. Name the paragraph that is meant.",
     FALSE},
    {"integrity/number-gap", ADREF_CHECK_WARNING, "numbers or labels that are not in succession",
     "A paragraph was lost, or a number was typed twice.", FALSE},
    {"integrity/term-defined-twice", ADREF_CHECK_WARNING, "a term that is defined in two places",
     "Two definitions can differ. Keep the first one.", FALSE},
    {"integrity/term-used-before", ADREF_CHECK_WARNING, "a term that is used before its definition",
     "A reader meets a term that the text has not explained yet. Define it where it stands first.",
     FALSE},
    {"integrity/term-not-used", ADREF_CHECK_WARNING, "a term that is defined and never used",
     "The text says the same in other words, or the paragraph with the term is gone. Delete the "
     "definition, or use the term.",
     FALSE},
    {"integrity/abbreviation", ADREF_CHECK_NOTE,
     "an abbreviation that is spelled out nowhere, or only later",
     "Spell it out where it stands first: the Treaty on X (TX). Well-known ones (UN, ASEAN) and "
     "the parties need none.",
     FALSE},
    {"integrity/abbreviation-twice", ADREF_CHECK_NOTE, "an abbreviation that is spelled out twice",
     "After the first time the abbreviation is enough; two wordings can differ.", FALSE},
    {"integrity/duplicate-paragraph", ADREF_CHECK_WARNING, "a paragraph that stands twice",
     "It was copied and not changed, or a merge kept both.", FALSE},
    {"integrity/quotation", ADREF_CHECK_WARNING, "a quotation mark without its other half",
     "Nobody can see where the words of another text end. Set the mark that is missing, or delete "
     "this one.",
     FALSE},
    {"integrity/parenthesis", ADREF_CHECK_WARNING, "a parenthesis without its other half",
     "Nobody can see where the insertion ends. Write the parenthesis that is missing, or delete "
     "this one.",
     FALSE},
    {"integrity/list-count", ADREF_CHECK_WARNING,
     "a list with more or fewer items than the text says",
     "An item was added or lost, and the number before the list stayed. Correct one of the two.",
     FALSE},
    {"integrity/table-sum", ADREF_CHECK_WARNING, "a total that is not the sum of its figures",
     "A figure was changed and its total was not, or the total and not its figure. The same holds "
     "of the sentence before the table.",
     FALSE},
    {"integrity/empty-heading", ADREF_CHECK_NOTE, "a heading with nothing below it",
     "Its paragraphs were deleted or moved. Delete the heading too, or write what belongs there.",
     FALSE},
    {"integrity/heading-twice", ADREF_CHECK_NOTE, "a heading that stands twice",
     "It was copied and not changed, or a part was divided. Readers who look for it find one of "
     "them.",
     FALSE},
    {"integrity/opener", ADREF_CHECK_WARNING, "a paragraph that begins otherwise than the others",
     "Its first words were typed anew, or come from another text: italics, We, or the tense of all "
     "others are lost.",
     FALSE},
    {"integrity/heading-level", ADREF_CHECK_WARNING, "a heading that skips a level",
     "Programs that read pages aloud, and tables of contents, count levels. Give it the level "
     "below "
     "that of the heading before it.",
     FALSE},
    {"integrity/empty-clause", ADREF_CHECK_WARNING, "a marker without words behind it",
     "Parties can agree to it, and nothing stands there. Write the words, or delete the marker.",
     FALSE},
    {"integrity/list-not-parallel", ADREF_CHECK_WARNING, "a list whose items have several forms",
     "One item ends with another sign, begins with another kind of letter, or is built otherwise. "
     "A reader asks whether it means something.",
     FALSE},
    {"integrity/end-sign", ADREF_CHECK_WARNING,
     "a paragraph without the sign at its end that the others have, or with a comma there",
     "The last words may be lost as well. Write the full stop, or what is missing.", FALSE},
    /* days */
    {"integrity/impossible-date", ADREF_CHECK_WARNING, "a day or a time that does not exist",
     "A month has 28 to 31 days, and a day 24 hours; the invitation, the deadline or the report "
     "was "
     "meant for another one.",
     FALSE},
    {"integrity/weekday", ADREF_CHECK_WARNING, "a weekday that is not that of its date",
     "One of the two is wrong, and readers come on another day. Correct the weekday or the date.",
     FALSE},
    {"integrity/instrument-date", ADREF_CHECK_NOTE, "an instrument that is cited with two dates",
     "One of the two is wrong, or they are two instruments: say what tells them apart.", FALSE},
    {"integrity/years-backwards", ADREF_CHECK_WARNING, "years of which the first is the later one",
     "One of the two is wrong, or they were exchanged.", FALSE},
    {"integrity/mixed-spelling", ADREF_CHECK_WARNING, "a name or a word in two spellings",
     "A reader asks whether they are two things, and a search finds only one of them. Write it in "
     "one way.",
     FALSE},
    {"integrity/number-twice", ADREF_CHECK_WARNING, "a number that contradicts the one beside it",
     "Nobody knows which of the two holds. Correct one, or write the number once.", FALSE},
    {"integrity/misspelling", ADREF_CHECK_WARNING, "a misspelled word",
     "Readers of the final text take it for carelessness. Write the word that was meant; a word "
     "that is right goes to \"words:\" of templates/glossary.yaml.",
     FALSE},
    {"integrity/wrong-word", ADREF_CHECK_WARNING, "words in succession that nobody means",
     "Another word was meant, or another preposition belongs to it.", FALSE},
    {"integrity/agreement", ADREF_CHECK_WARNING, "one and many that do not fit",
     "Determiner and noun, subject and verb are both of one or both of many; one of the two is "
     "left from an edit.",
     FALSE},
    {"integrity/number-style", ADREF_CHECK_WARNING,
     "a number with points and commas as another language sets them",
     "1.000 is a thousand to some readers and one to others. Write it as the language of the text "
     "does.",
     FALSE},
    /* facts */
    {"integrity/fact-date", ADREF_CHECK_WARNING,
     "a date of the meeting other than that of the facts",
     "statement.yaml and the text must say the same day. Correct the one that is wrong.", FALSE},
    {"integrity/fact-place", ADREF_CHECK_WARNING,
     "a place of the meeting other than that of the facts",
     "statement.yaml and the text must name the same place. Correct the one that is wrong.", FALSE},
    {"integrity/meeting-ordinal", ADREF_CHECK_WARNING,
     "an ordinal of the meeting other than that of the title",
     "The text of last year's meeting was taken, and one of the two was not changed.", FALSE},
    {"integrity/past-and-future", ADREF_CHECK_WARNING,
     "a next meeting in the past, or a past event in the future",
     "A year is wrong: it is before the date of the statement where something is to come, or after "
     "it where something was done.",
     FALSE},
    {"integrity/fact-party", ADREF_CHECK_WARNING,
     "a party of the statement that the text never names",
     "Name the party, or a group of which it is a member; or take it out of statement.yaml.",
     FALSE},
    {"integrity/party-name", ADREF_CHECK_WARNING, "a word that is nearly one of a party's name",
     "A letter is missing, or stands twice. templates/parties.yaml has the names.", FALSE},
    {"integrity/party-order", ADREF_CHECK_NOTE, "a party out of the alphabetical order of a list",
     "Parties stand in the alphabetical order of the language, but for a host or the party whose "
     "copy it is; a reader asks what another order means.",
     FALSE},
    {"integrity/fact-members", ADREF_CHECK_WARNING,
     "a number of members other than that of the group in the registry",
     "Membership changes. templates/parties.yaml has the members of each group.", FALSE},
    {"integrity/fact-value", ADREF_CHECK_WARNING,
     "a number, day or text of a clause other than its value in statement.yaml",
     "The template of the clause prints the value, and the text says another one: somebody "
     "changed one and not the other. Correct the one that is wrong.",
     FALSE},
    {"integrity/outdated-fact", ADREF_CHECK_WARNING,
     "words that say a fact as it was before it changed",
     "statement.yaml was changed after the text was written, or the words were taken over from "
     "another statement. Assemble again, or correct the words.",
     FALSE},
    /* form */
    {"integrity/not-canonical", ADREF_CHECK_NOTE, "a text that is not in its canonical form",
     "Line breaks and spellings of Markdown differ from what adref writes and signs. adref format "
     "--write, or --fix, writes it so; no word changes.",
     TRUE},
    {"integrity/ignore", ADREF_CHECK_WARNING, "a comment adref-ignore that does not work",
     "It needs a rule that exists and a reason: <!-- adref-ignore integrity/abbreviation: the "
     "press "
     "knows it -->.",
     FALSE},
    {"integrity/rule-file", ADREF_CHECK_WARNING, "a file of rules that is not read",
     "The rule is left out, and all others are used. Correct the file; \"adref check --rules "
     "--test\" runs its examples.",
     FALSE},
    /* negotiation */
    {"negotiation/agreed-changed", ADREF_CHECK_WARNING, "an agreed paragraph whose words changed",
     "Agreement is bound to words. Those parties have to look again, or the words go back.", FALSE},
    {"negotiation/party-not-in-talks", ADREF_CHECK_WARNING,
     "a position of a party that does not take part",
     "Add the party to statement.yaml, or take its position out.", FALSE},
    {"negotiation/same-alternatives", ADREF_CHECK_WARNING, "two alternatives with the same words",
     "There is nothing to choose: join them, with the parties of both.", FALSE},
    {"negotiation/bracket-in-agreed", ADREF_CHECK_WARNING,
     "an open bracket in a paragraph that is marked as agreed",
     "Settle the bracket (adref resolve), or take the mark away.", FALSE},
    {"negotiation/not-looked-at", ADREF_CHECK_NOTE, "a paragraph that nobody has looked at",
     "Most others are agreed or discussed; no record and no bracket names this one.", FALSE},
    /* languages */
    {"language/clause", ADREF_CHECK_WARNING, "a clause that only one language has",
     "All languages say the same. Add it, or delete it in the other.", FALSE},
    {"language/order", ADREF_CHECK_WARNING, "a clause that stands in another order",
     "Paragraphs are cited by number in all languages.", FALSE},
    {"language/kind", ADREF_CHECK_WARNING, "a clause of another kind in another language",
     "A preambular paragraph binds otherwise than an operative one.", FALSE},
    {"language/number", ADREF_CHECK_WARNING, "a paragraph with another number in another language",
     "Paragraphs are cited by number in all languages.", FALSE},
    {"language/bracket", ADREF_CHECK_WARNING, "brackets that differ between languages",
     "What is open is open in all languages, for the same parties.", FALSE},
    {"language/value", ADREF_CHECK_WARNING,
     "a number, a date, or a word such as \"at least\" that differs between languages",
     "One of the two texts is wrong.", FALSE},
    {"language/reference", ADREF_CHECK_WARNING,
     "a cross reference that leads elsewhere in another language", "One of the two is wrong.",
     FALSE},
    {"language/footnote", ADREF_CHECK_WARNING, "footnotes that differ between languages",
     "A footnote is part of the text in all languages.", FALSE},
    {"language/table", ADREF_CHECK_WARNING, "a table of another size in another language",
     "A row or column is missing.", FALSE},
    {"language/list", ADREF_CHECK_WARNING, "a list with more items in another language",
     "An item is missing, or two were joined.", FALSE},
    {"language/link", ADREF_CHECK_WARNING, "a link to another address in another language",
     "One of the two is wrong, unless the page has an address for each language.", FALSE},
    {"language/heading", ADREF_CHECK_WARNING, "headings that differ between languages",
     "A heading is missing, or has another level.", FALSE},
    {"language/below", ADREF_CHECK_WARNING,
     "a clause that stands below another heading in another language",
     "A heading says what a paragraph is about.", FALSE},
    {"language/title", ADREF_CHECK_WARNING, "titles with different numbers",
     "statement.yaml has the titles.", FALSE},
    {"language/not-compared", ADREF_CHECK_NOTE,
     "a number that may stand in words, or in another order",
     "adref does not read all words for numbers in this language; a person has to compare.", FALSE},
    {"language/behind", ADREF_CHECK_WARNING,
     "a translation that was not touched since its source changed",
     "\"adref edit --lang LANG --stale\" shows what changed.", FALSE},
    {"language/end-punctuation", ADREF_CHECK_WARNING,
     "a paragraph that ends with another sign than its source",
     "A semicolon says that the list goes on, a full stop that it ends.", FALSE},
    {"language/untranslated", ADREF_CHECK_WARNING, "words that are not translated",
     "The words of the source stand in the translation as they are.", FALSE},
    {"language/negation", ADREF_CHECK_NOTE, "a negation that stands in one language only",
     "A \"not\" may be lost; or a language says it by another word, such as \"without\".", FALSE},
    {"language/name", ADREF_CHECK_WARNING, "a list of names that lacks one of its source",
     "The names before and behind it stand together in the translation. Write the one that is "
     "missing.",
     FALSE},
    {"language/sentence", ADREF_CHECK_WARNING, "a clause with fewer sentences than its source",
     "A sentence of the source has no counterpart, and the clause is shorter than the rest of the "
     "translation lets expect. Translate what is missing.",
     FALSE},
    {"language/strength", ADREF_CHECK_WARNING,
     "words that bind more or less than those of the source",
     "A \"will\" became \"will endeavour\", or a \"may\" a \"must\". Say as much as the source "
     "says.",
     FALSE},
    {"language/qualifier", ADREF_CHECK_NOTE, "an \"only\" that the translation has lost",
     "It limits what was agreed. A language may say it by the order of its words.", FALSE},
    {"language/party", ADREF_CHECK_WARNING, "a party that a list has in one language only",
     "The party was dropped, or added, in the translation.", FALSE},
    {"language/party-order", ADREF_CHECK_WARNING,
     "a list of parties in the order of another language",
     "A list in alphabetical order is sorted anew in each authentic language. Any other order, and "
     "that of the original of a provisional translation, is kept.",
     FALSE},
    {"language/glossary", ADREF_CHECK_WARNING, "a term without its word of the glossary",
     "templates/glossary.yaml says how a term is translated.", FALSE},
    {"language/forbidden-term", ADREF_CHECK_WARNING, "a word that the glossary forbids",
     "templates/glossary.yaml has the word that is used.", FALSE},
};

const AdrefCheckRule *adref_check_rules(guint *count)
{
  *count = G_N_ELEMENTS(rules);
  return rules;
}

const AdrefCheckRule *adref_check_rule_find(const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS(rules); i++)
    if (strcmp(rules[i].id, id) == 0)
      return &rules[i];
  return NULL;
}
