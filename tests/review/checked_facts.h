/* A statement, its library and a house style, for texts that say the same or other things. */
#ifndef ADREF_TESTS_REVIEW_CHECKED_FACTS_H
#define ADREF_TESTS_REVIEW_CHECKED_FACTS_H

static const struct {
  const char *path, *text;
} fact_files[] = {
    {"templates/parties.yaml",
     "parties:\n"
     "  JPN: {short: {en: Japan, ja: 日本, fr: Japon}, long: Japan}\n"
     "  IDN: {short: Indonesia, long: the Republic of Indonesia}\n"
     "  VNM: {short: Viet Nam, long: the Socialist Republic of Viet Nam, aliases: [Vietnam]}\n"
     "  KHM: {short: Cambodia, long: the Kingdom of Cambodia}\n"
     "  LAO: {short: Lao PDR}\n"
     "  MYS: {short: Malaysia}\n"
     "  THA: {short: Thailand, long: the Kingdom of Thailand}\n"
     "groups:\n"
     "  ASEAN: {short: ASEAN, members: [IDN, VNM]}\n"
     "  FOUR: {short: G4, members: [JPN, IDN, MYS, THA]}\n"},
    {"templates/glossary.yaml",
     "terms:\n"
     "  - {en: ships, fr: navires, ja: 船舶, forbidden: {en: [vessels], fr: [bateaux], ja: [船]}}\n"
     "  - {en: private sector, ja: 民間部門, id: sektor swasta, forbidden: {ja: [民間セクター]}}\n"
     "  - {en: Participants, ja: 参加者, fr: Participants, vi: Các Bên}\n"},
    {"templates/clauses/fact/people.md",
     "---\nsummary: People\nkind: op\nparams:\n  people: {type: integer}\n  years: {type: "
     "integer}\n---\n"
     "We will train {{people}} people within {{years.words}} years in towns.\n"},
    {"templates/clauses/fact/people.ja.md",
     "---\nsummary: 人\n---\n{{people}}人を{{years}}年以内に研修する。\n"},
    {"templates/clauses/fact/day.md",
     "---\nsummary: Day\nkind: op\nparams:\n  start: {type: date}\n---\n"
     "The Plan begins on {{start}} for all of us.\n"},
    {"templates/clauses/fact/words.md",
     "---\nsummary: Words\nkind: op\nparams:\n  body: {type: text}\n---\n"
     "The work is done by {{body}}, which meets often.\n"},
    {"statements/summit/statement.yaml",
     "title: Joint Statement of the Tenth ASEAN-Japan Summit\n"
     "parties: [JPN, IDN, VNM, KHM, THA]\n"
     "place: {en: Tokyo, fr: Tokyo, ja: 東京}\n"
     "date: 2031-07-04\n"
     "languages: [en, ja, fr]\n"
     "values: {people: 3000, years: 3, start: 2032-01-15, body: the Joint Committee}\n"},
    {"templates/styles/rules/own.yaml",
     "summary: All shapes\n"
     "rules:\n"
     "  - {id: opener, type: existence, scope: [pp, op], message: 'begins with \"%s\"', why: So it "
     "is., pattern: '^(?:Underline|We note)\\w*'}\n"
     "  - {id: common, type: substitution, severity: note, fix: true, message: '\"%s\"', why: So "
     "it "
     "is., swap: {utilise: use, the work: work, ', which': ' that'}}\n"
     "  - {id: often, type: occurrence, most: 2, message: 'often \"%s\"', why: So it is., pattern: "
     "'\\bplan\\b', caseless: true}\n"
     "  - {id: again, type: repetition, scope: [op, plain], message: 'again %s', why: So it is., "
     "pattern: '^We \\w+'}\n"
     "  - {id: either, type: consistency, message: 'odd %s', why: So it is., either: [Centre, "
     "Center]}\n"
     "  - {id: needs, type: conditional, message: 'without', why: So it is., pattern: 'Hub', with: "
     "'Network'}\n"
     "  - {id: sentence, type: capitalization, scope: [heading], case: sentence, message: 'case of "
     "%s', why: So it is., pattern: '.+'}\n"
     "  - {id: upper, type: capitalization, scope: [cells], case: upper, message: 'upper %s', why: "
     "So it is., pattern: '^\\w+'}\n"
     "  - {id: lower, type: capitalization, scope: [item], case: lower, message: 'lower %s', why: "
     "So it is., pattern: '^\\w+'}\n"
     "  - {id: title, type: capitalization, scope: [annex], case: title, message: 'title %s', why: "
     "So it is., pattern: '^\\w+ \\w+'}\n"
     "  - {id: last, type: existence, position: last, languages: [any], message: 'ends with %s', "
     "why: So it is., pattern: '[^.。]$'}\n"
     "  - {id: before, type: existence, position: not-last, lists: false, scope: [op], message: "
     "'%s', why: So it is., pattern: ';$'}\n"
     "  - {id: where, type: existence, where: 'ASEAN', languages: [en, fr], quotations: true, "
     "message: 'no %s', why: So it is., pattern: '\\bG7\\b'}\n"},
};

#endif
