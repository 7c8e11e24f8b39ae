#!/usr/bin/env python3
"""Plants faults in texts, one at a time, and asks `adref check` for them.

python3 tests/review/planted.py build/adref [TEXT.md ...]: 20 faults of each kind in each text (by
default the sample). A fault is found when its rule has a finding more than in the healthy text;
a finding of another rule, which the healthy text does not have, was invented. Status 1 when a
fault was missed or a finding invented."""
import collections
import json
import os
import random
import re
import subprocess
import sys
import tempfile

ZWSP, SHY, RLO, WIDE, PRIVATE = "\u200b", "\u00ad", "\u202e", "\u2003", "\ue123"


def paragraphs(text):
    """The places of ordinary paragraphs, (start, end)."""
    at = 0
    for part in text.split("\n\n"):
        lines = part.strip().split("\n")
        body = [l for l in lines if not l.startswith("<!--")]
        words = re.sub(r"^\*\*([A-Z]+,?)\*\*", r"\1", " ".join(body))  # "**RECALLING** that"
        plain = body and words[:1].isupper() and len(words.split()) > 12 and not any(
            c in words for c in "[]|*_<>`#\\\u00a0\"\u201c\u201d")
        if plain and all(not l[:3].strip().startswith(("-", "#", "|")) for l in lines):
            start = text.index(body[0], at)
            yield start, start + len("\n".join(body))
        at += len(part) + 2


def inner_space(text, draw):
    """A space between two small words of some paragraph."""
    while True:
        start, end = draw.choice(list(paragraphs(text)))
        spaces = [i for i in range(start + 1, end - 1) if text[i] == " " and text[i - 1].islower()
                  and text[i + 1].islower()]
        if spaces:
            return draw.choice(spaces)


def insert(words):
    """Plants words where they double no word of the text, and stand behind no article, no "no", no word of a
    number and no half of "as well as": "an ajar" and "working-level 2 groups" are something else."""
    def bare(word):
        return word.strip(".,;:()").casefold()

    def plant(text, draw):
        while True:
            at = inner_space(text, draw)
            before, behind = bare(text[:at].split()[-1]), bare(text[at:].split()[0])
            if (before not in ("a", "an", "no", "well") and "-" not in before
                    and before != bare(words.split()[0]) and behind != bare(words.split()[-1])):
                return text[:at] + " " + words + text[at:]
    return plant


def mark_without_end(text, draw):
    """Where no apostrophe behind it, as of "partners’", could be its end."""
    while True:
        at = inner_space(text, draw)
        if "’" not in text[at:].split("\n\n")[0]:
            return text[:at] + " ‘ajar" + text[at:]


def in_word(character):
    def plant(text, draw):
        at = inner_space(text, draw)
        while not (text[at + 1:at + 5].isalpha() and text[at + 1:at + 5].islower()):
            at = inner_space(text, draw)
        return text[:at + 3] + character + text[at + 3:]
    return plant


def swap_letter(text, draw):
    while True:
        at = inner_space(text, draw) + 1
        word = text[at:].split(" ")[0]
        if len(word) > 4 and word.isalpha() and "o" in word:
            return text[:at] + text[at:].replace("o", "\u043e", 1)


def double(text, draw):
    while True:
        at = inner_space(text, draw) + 1
        word = text[at:].split()[0]
        if word.isalpha() and word not in ("that", "had", "so", "very"):
            return text[:at] + word + " " + text[at:]


def space(character):
    def plant(text, draw):
        at = inner_space(text, draw)
        return text[:at] + character + text[at + 1:]
    return plant


def block(words):
    def plant(text, draw):
        _, end = draw.choice(list(paragraphs(text)))
        return text[:end] + "\n\n" + words + text[end:]
    return plant


def copy(text, draw):
    places = [p for p in paragraphs(text) if p[1] - p[0] > 80]
    start, end = draw.choice(places)
    _, other = draw.choice(places)
    return text[:other] + "\n\n" + text[start:end] + text[other:]


def before(sign):
    def plant(text, draw):
        at = inner_space(text, draw)
        return text[:at] + sign + text[at:]
    return plant


WORDS = ("cooperation partnership environment development implementation sustainability infrastructure international "
         "humanitarian technology agricultural communication negotiation responsibility "
         "peacekeeping institutions transparency universities recommendations").split()
NAMES = ("Indonesia Malaysia Philippines Singapore Thailand Australia Bangladesh Mongolia Switzerland Vanuatu "
         "Kiribati Geneva Brussels Celsius").split()
BODIES = ("International Organization Development Commission Convention Declaration Committee Conference Secretariat "
          "Partnership Framework Programme").split()
OPENERS = "WELCOMING RECALLING REAFFIRMING ACKNOWLEDGING HIGHLIGHTING".split()


def slip(word, draw):
    """The word with one slip of the hand inside: a letter doubled, lost, exchanged with the next, or another one."""
    while True:
        at = draw.randrange(1, len(word) - 2)
        one, two = word[at], word[at + 1]
        wrong = word[:at] + draw.choice([one + one + two, two, two + one, draw.choice("aeinorst") + two]) + word[at + 2:]
        if word.isupper():
            wrong = wrong.upper()
        if wrong.casefold() not in (w.casefold() for w in WORDS + NAMES + BODIES + OPENERS):
            return wrong


def misspell(words, form):
    """Plants FORM with a misspelled word for its {}."""
    def plant(text, draw):
        return insert(form.format(slip(draw.choice(words), draw)))(text, draw)
    return plant


def misspell_block(words, form):
    def plant(text, draw):
        return block(form.format(slip(draw.choice(words), draw)))(text, draw)
    return plant


def capitals(text, draw):
    return block(slip(draw.choice(OPENERS), draw) + " the zonal plan;")(text, draw)


NAME = "the Zonal Quality Forum"
KINDS = {
    "placeholder TBC": ("integrity/placeholder", insert("TBC")),
    "placeholder {{date}}": ("integrity/placeholder", insert("{{date}}")),
    "placeholder ____": ("integrity/placeholder", insert("____")),
    "placeholder ???": ("integrity/placeholder", insert("???")),
    "word twice": ("integrity/doubled-word", double),
    "bracket without end": ("integrity/bracket", insert("[ajar")),
    "bracket without start": ("integrity/bracket", insert("ajar]")),
    "annex that is gone": ("integrity/dead-reference", insert("as Annex Q says,")),
    "label left out": ("integrity/number-gap", block("The aims:\n\n(a) to meet;\n\n(b) to act;\n\n(d) to go.")),
    "number left out": ("integrity/number-gap", block("The aims:\n\n1. to meet\n2. to act\n4. to go")),
    "term twice": ("integrity/term-defined-twice", block(
        'We note the Zonal Plan (hereinafter "the Zonal Plan"), and the Zonal Plan of old '
        '(hereinafter "the Zonal Plan"), and use the Zonal Plan.')),
    "term not used": ("integrity/term-not-used", insert('(hereinafter "the Zonal Quorum")')),
    "term too early": ("integrity/term-used-before", block(
        'The Zonal Quorum meets.\n\nIt is new (hereinafter "the Zonal Quorum"), and the Zonal Quorum goes on.')),
    "abbreviation unknown": ("integrity/abbreviation", insert("ZQF")),
    "abbreviation twice": ("integrity/abbreviation-twice", block(
        f"We met in {NAME} (ZQF) and in {NAME} (ZQF) again.")),
    "paragraph twice": ("integrity/duplicate-paragraph", copy),
    "sign of an item": ("integrity/list-not-parallel", block("- to meet;\n- to act\n- to go;\n- to end.")),
    "capital of an item": ("integrity/list-not-parallel", block("- to meet;\n- To act;\n- to go;\n- to end.")),
    "stop in a list of three": ("integrity/list-not-parallel", block("- to meet;\n- to act.\n- to go.")),
    "last item without a stop": ("integrity/list-not-parallel", block("- to meet;\n- to act;\n- to go")),
    "noun among verbs": ("integrity/list-not-parallel", block(
        "- to meet;\n- the promotion of zonal trade;\n- to go.")),
    "gerund among verbs": ("integrity/list-not-parallel", block(
        "(a) promote trade;\n\n(b) strengthening ties;\n\n(c) build peace.")),
    "quotation without end": ("integrity/quotation", before("\u201cZonal")),
    "quotation without start": ("integrity/quotation", insert("ajar\u201d")),
    "straight mark without end": ("integrity/quotation", insert('"ajar')),
    "single mark without end": ("integrity/quotation", mark_without_end),
    "marks of two kinds": ("integrity/quotation", insert('\u201cajar"')),
    "parenthesis without end": ("integrity/parenthesis", insert("(as ajar")),
    "parenthesis without start": ("integrity/parenthesis", insert("as ajared)")),
    "sentence twice": ("integrity/doubled-word", block(
        "We note the zonal plan of today. We note the zonal plan of today. We act.")),
    "phrase twice": ("integrity/doubled-word", insert("in zonal terms in zonal terms")),
    "items of a list": ("integrity/list-count", block(
        "We act in the following four areas:\n\n- trade\n- energy\n- health")),
    "years that run backwards": ("integrity/years-backwards", insert("from 2030 to 2025")),
    "heading without words": ("integrity/empty-heading", block("## Zonal matters\n\n## Zonal aims\n\nWe act.")),
    "words apart": ("integrity/mixed-spelling", insert("in zonework and zone work")),
    "wrong article": ("style/article", insert("with an zonal aim")),
    "wrong ordinal": ("style/ordinal", insert("at its 22th meeting")),
    "space lost": ("style/space-after-sign", before(",zonal")),
    "small letter after a stop": ("style/capital-after-stop", insert("ajared. then")),
    "zero-width space": ("integrity/invisible-character", in_word(ZWSP)),
    "soft hyphen": ("integrity/invisible-character", in_word(SHY)),
    "direction control": ("integrity/direction-control", in_word(RLO)),
    "Cyrillic letter": ("integrity/look-alike", swap_letter),
    "private character": ("integrity/private-character", in_word(PRIVATE)),
    "marks on a letter": ("integrity/stacked-marks", in_word("\u0301\u0301\u0301\u0301")),
    "wide space": ("integrity/unusual-space", space(WIDE)),
    "mark without a footnote": ("integrity/footnote", before("[^zonal]")),
    "footnote without a mark": ("integrity/footnote", block("[^zonal]: A zonal note.")),
    "figure at the start": ("style/figure-at-start", block("12 countries took part.")),
    "number under ten": ("style/number-in-words", insert("3 countries")),
    "number with adjectives": ("style/number-in-words", insert("2 joint working laboratories")),
    "two commas": ("style/doubled-sign", before(",,")),
    "space before a comma": ("style/space-before-sign", before(" ,")),
    "space in parentheses": ("style/space-in-parentheses", insert("( as it were)")),
    "day that is none": ("integrity/impossible-date", insert("on 31 June")),
    "leap day": ("integrity/impossible-date", insert("by 29 February 2023")),
    "time that is none": ("integrity/impossible-date", insert("at 25:00")),
    "weekday": ("integrity/weekday", insert("on Monday, 17 December 2023,")),
    "label left out of a sentence": ("integrity/number-gap", insert("to (a) meet, (b) act, (d) go")),
    "figure left out of a sentence": ("integrity/number-gap", insert("to 1) meet, 2) act, 4) go")),
    "hyphen in one place": ("integrity/mixed-spelling", insert("re-zoning and rezoning")),
    "name in two spellings": ("integrity/mixed-spelling", insert(
        "with the Zonal Centre for Quality, and the Zonal Center for Quality")),
    "comma of another language": ("integrity/number-style", insert("for 300.000 people")),
    "space before a full stop": ("style/space-before-sign", insert("ajar . Then")),
    "unit without its space": ("style/unit-space", insert("over 50km of road")),
    "name in small letters": ("style/capital-of-name", insert("by Indo-pacific seas")),
    "stop of a name lost": ("style/stop-lost", insert("with the U.S side")),
    "note to self": ("integrity/placeholder", insert("(check with legal)")),
    "question to self": ("integrity/placeholder", insert("(is it so?)")),
    "instrument with two dates": ("integrity/instrument-date", block(
        "We recall the Zonal Agreement of 12 May 2015, and act by the Zonal Agreement of 2016.")),
    "misspelling": ("integrity/misspelling", insert("by the goverment")),
    "misspelled word": ("integrity/misspelling", misspell(WORDS, "ajar of {} and")),
    "misspelled name": ("integrity/misspelling", misspell(NAMES, "with the people of {} and")),
    "misspelled institution": ("integrity/misspelling", misspell(BODIES, "by ajar Zonal {} of Zonia")),
    "misspelled at the end of a line": ("integrity/misspelling", misspell(WORDS, "with zonal {}\n")),
    "misspelled in capitals": ("integrity/misspelling", capitals),
    "misspelled in a heading": ("integrity/misspelling", misspell_block(BODIES, "## Zonal {} and aims\n\nWe act.")),
    "misspelled in a list": ("integrity/misspelling", misspell_block(WORDS, "- the {} of zones\n- the trade of zones\n- the health of zones")),
    "misspelled in a cell": ("integrity/misspelling", misspell_block(WORDS, "| zonal | aim |\n|---|---|\n| a | {} |")),
    "misspelled in a note": ("integrity/misspelling", misspell_block(WORDS, "We act.[^zonal]\n\n[^zonal]: By zonal {} alone.")),
    "two words in one": ("integrity/misspelling", insert("with commitmentto zones")),
    "half of an island": ("integrity/misspelling", insert("with the Marshal Islands and")),
    "letters exchanged in a small word": ("integrity/misspelling", insert("ajar fo teh zones")),
    "preposition": ("integrity/wrong-word", insert("in accordance to zonal law")),
    "then for than": ("integrity/wrong-word", insert("rather then zonal law")),
    "one and many": ("integrity/agreement", insert("with every countries")),
    "many and one": ("integrity/agreement", insert("with these mechanism of zones")),
    "infinitive": ("integrity/agreement", insert("that we will draws on")),
    "participle": ("integrity/agreement", insert("that we have bring here")),
    "subject and verb": ("integrity/agreement", insert("as we welcomes it")),
    "number twice": ("integrity/number-twice", insert("within ninety (60) days")),
    "names of a list": ("integrity/list-count", block(
        "The four countries are as follows:\n\n- Zonia\n- Quorum\n- Ajar")),
    "note of a lawyer": ("integrity/placeholder", insert("(Note: Legal to confirm)")),
    "contraction": ("style/contraction", insert("ajar, it doesn’t say")),
    "hyphen for a dash": ("style/dash", insert("- ajar -")),
    "ampersand": ("style/ampersand", insert("ajar & zonal")),
    "exclamation": ("style/mark-of-emotion", before("!")),
    "digit lost": ("style/number-groups", insert("ajar for 5,00 people")),
    "date in figures": ("style/date-in-figures", insert("ajar 17/12/2023")),
    "range": ("style/range", insert("between 2024-2026")),
    "year of an instrument": ("style/year-of-instrument", insert(
        "ajar by the 1981 United Nations Convention on the Law of the Sea")),
    "unit twice": ("style/amount", insert("ajar of USD 5 million dollars")),
    "address": ("style/address", insert("see http:/example.org now")),
    "number of another language": ("integrity/number-style", insert("ajar of 1.000.000 and more")),
    "total of a table": ("integrity/table-sum", block(
        "| Zone | Aims |\n|---|--:|\n| A | 20 |\n| B | 30 |\n| Total | 60 |")),
    "total in a sentence": ("integrity/table-sum", block(
        "We name 1,300 aims:\n\n| Zone | Aims |\n|---|--:|\n| A | 700 |\n| B | 500 |\n| Total | 1,200 |")),
    "part that is gone": ("integrity/dead-reference", insert("as paragraphs 1 (a) to (y) and 2 say,")),
    "heading too deep": ("integrity/heading-level", block("## Zonal aims\n\n#### Zonal means\n\nWe act.")),
    "slot": ("integrity/placeholder", insert("by [date]")),
    "currency lost": ("style/currency", insert("and provide 45 million over five years")),
    "amounts in two forms": ("style/dollar-form", insert("for $5 million and 3 million US dollars")),
    "unit lost": ("style/unit-lost", insert("with 60,000 of zonal lithium")),
    "name of a body": ("style/name-of-body", insert("by the World Health Organisation")),
    "form for from": ("style/from-or-form", insert("to protect it form storms")),
    "there for their": ("integrity/wrong-word", insert("and repeat there support")),
    "verb behind that": ("integrity/agreement", insert("noting that zonal meetings requires it,")),
    "participle behind be": ("integrity/agreement", insert("and will be settle soon")),
    "years of a plan": ("integrity/years-backwards", insert("in the Plan for 2030 to 2025")),
    "words of treaties": ("style/not-binding", block("This text is not legally binding. The Parties shall act.")),
}
# What a fault brings with it.
WITH = {"paragraph twice": {"integrity/abbreviation-twice", "integrity/term-defined-twice"},
        "label left out": {"integrity/list-not-parallel"},
        "number left out": {"integrity/typed-number"},
        "term not used": {"integrity/abbreviation"},
        "words of treaties": {"style/shall-or-will", "style/treaty-words"},
        "amounts in two forms": {"style/abbreviation-stops"},
        "slot": {"integrity/unattributed-bracket"},
        "leap day": {"style/date-form"},
        "exclamation": {"style/capital-after-stop"},
        "weekday": {"style/date-form"},
        "marks on a letter": {"integrity/unusual-space"}}


def rules(adref, path):
    run = subprocess.run([adref, "check", path, "--json", "--profile", "g7"], capture_output=True,
                         check=False)
    found = collections.Counter(f["rule"] for f in json.loads(run.stdout))
    found.pop("integrity/not-canonical", None)
    return found


def formatted(adref, name, path):
    """The canonical text, with ordinary spaces: those of a web page are its layout. Stands in
    `path` too."""
    with open(name, encoding="utf-8") as source:
        text = re.sub(r"(?<=\S) +", " ", source.read().replace("\u00a0", " "))
    for _ in range(2):
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        text = subprocess.run([adref, "format", path], capture_output=True, encoding="utf-8",
                              check=True).stdout
    return text


def main():
    adref = os.path.abspath(sys.argv[1])
    sample = os.path.join(os.path.dirname(__file__), "../../statements/japan-asean-2023/en.md")
    draw, missed, invented, planted = random.Random(1), [], [], 0
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "text.md")
        for name in sys.argv[2:] or [sample]:
            text = formatted(adref, name, path)
            if not any(paragraphs(text)):
                print(f"{name} has no plain paragraph")
                continue
            healthy = rules(adref, path)
            for kind, (rule, plant) in KINDS.items():
                for _ in range(20):
                    planted += 1
                    with open(path, "w", encoding="utf-8") as file:
                        file.write(plant(text, draw))
                    more = rules(adref, path) - healthy
                    if not more.pop(rule, 0):
                        missed.append(f"{kind} in {name}")
                    faults = set(healthy) if plant is copy else set()
                    for other in set(more) - faults - WITH.get(kind, set()):
                        invented.append(f"{other} for {kind} in {name}")
    for title, list_ in (("missed", missed), ("invented", invented)):
        for line, count in sorted(collections.Counter(list_).items()):
            print(f"{title}: {count} x {line}")
    print(f"{planted} planted, {len(missed)} missed, {len(invented)} invented")
    return 1 if missed or invented else 0


sys.exit(main())
