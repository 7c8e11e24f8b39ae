#!/usr/bin/env python3
"""Rebuilds both texts of generated pairs from JSON, CriticMarkup and HTML, without any code of adref.

    make build/tests/bench/outputs
    python3 tests/view/sides.py build/tests/bench/outputs [PAIRS [SEED]]

The program (tests/bench/outputs.c) makes the redlines of all pairs in one process.

A pair is two versions of a few paragraphs, items, quotations, rows, notes and brackets in one of six
scripts; in the new one words, blocks and sentences changed, moved, or became blocks of another kind.

CriticMarkup: what is left when each {--...--} or {++...++} is refused or accepted is, byte for byte,
the canonical form of the text (the CriticMarkup of the text compared with itself). JSON and HTML:
the words that are not inserted are those of the old text and the words that are not deleted those
of the new one, counted, because what moved stands at its new place only. Digits of JSON and HTML are
not compared: cross references and list numbers are those of the new text. The HTML is read with a
parser that knows which tags must be closed, and in which order.

Status 0: all pairs are right."""
import collections, html.parser, json, os, random, re, subprocess, sys

WORDS = {
    "en": "we shall support the small islands in all matters of trade and report each spring to ministers not".split(),
    "fr": "les parties doivent soutenir la région dans tous les domaines du commerce et des réformes ne pas".split(),
    "ja": list("我々は協力を強化し地域の安全に関する情報を共有する"),
    "ru": "стороны должны поддерживать малые острова во всех вопросах торговли и сообщать ежегодно не".split(),
    "th": "ประเทศ สมาชิก จะ ต้อง ร่วมมือ ด้าน การค้า และ รายงาน ทุก ปี ไม่".split(),
    "ar": "تعمل الدول الأعضاء على تعزيز التعاون في مجال التجارة وتقدم تقريرا كل سنة لا".split(),
}
GLUED = {"ja", "th"}
STOP = {"ja": "。", "th": " "}
VOID = {"meta", "br", "hr", "img", "link", "input", "col", "wbr"}


def sentence(r, lang):
    words = [r.choice(WORDS[lang]) for _ in range(r.randint(4, 12))]
    if r.random() < 0.3:
        at = r.randrange(len(words))
        words[at] = r.choice(["[%s]", "[%s / x]", "**%s**", "*%s*", "[%s - JPN]"]) % words[at]
    if r.random() < 0.2:
        words.insert(r.randrange(len(words)), r.choice(["5,000", "30%", "2030", "1.5"]))
    return ("" if lang in GLUED else " ").join(words) + STOP.get(lang, ".")


def paragraph(r, lang):
    return ("" if lang in GLUED else " ").join(sentence(r, lang) for _ in range(r.randint(1, 3)))


def block(r, lang):
    kind = r.randrange(8)
    parts = [paragraph(r, lang) for _ in range(r.randint(1, 3))]
    return [kind, parts, r.randint(1, 1000)]


def write(kind, parts, label):
    if kind == 7:
        return "%s[^%d]\n\n[^%d]: %s" % (parts[0], label, label, "\n\n".join(parts[1:]) or parts[0])
    if kind == 0 or kind == 6:
        return "\n\n".join(parts)
    if kind == 1:
        return "\n".join("- " + p for p in parts)
    if kind == 2:
        return "\n".join("%d. %s" % (i + 1, p) for i, p in enumerate(parts))
    if kind == 3:
        return "\n>\n".join("> " + p for p in parts)
    if kind == 4:
        cells = [p.replace(" / ", " ") for p in parts]
        head = "| " + " | ".join("h" for _ in cells) + " |\n|" + "---|" * len(cells)
        return head + "\n| " + " | ".join(cells) + " |"
    return "\n".join("  " * i + "- " + p for i, p in enumerate(parts))


def edit(r, lang, text):
    words = list(text) if lang == "ja" else text.split(" ")
    for _ in range(r.randint(1, 3)):
        at = r.randrange(len(words))
        if not re.search(r"[\[\]*/|]", words[at]):
            words[at] = r.choice(WORDS[lang])
    return ("" if lang == "ja" else " ").join(words)


def version(r, lang, blocks):
    more = r.choice([0, 0, 1, 7])
    out = [[kind, list(parts), label + more] for kind, parts, label in blocks]
    for _ in range(r.randint(1, 4)):
        b = r.choice(out)
        what = r.randrange(7)
        if what == 0:
            b[0] = r.randrange(8)
        elif what == 1:
            out.remove(b)
            out.insert(r.randint(0, len(out)), b)
        elif what == 2:
            at = r.randrange(len(b[1]))
            b[1][at] = edit(r, lang, b[1][at])
        elif what == 3:
            b[1].append(paragraph(r, lang))
        elif what == 4 and len(out) > 1:
            out.remove(b)
        elif what == 5:
            out.insert(r.randint(0, len(out)), block(r, lang))
        else:
            r.shuffle(b[1])
    return out


class Page(html.parser.HTMLParser):
    """The words of <main>, each with its mark; complains about tags that do not match."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open, self.words, self.problem = [], {"": "", "del": "", "ins": ""}, None

    def handle_starttag(self, tag, attrs):
        if tag not in VOID:
            self.open.append((tag, dict(attrs).get("class") or ""))

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        if not self.open or self.open[-1][0] != tag:
            self.problem = self.problem or "</%s> in %s" % (tag, [t for t, _ in self.open[-3:]])
            return
        self.open.pop()

    def handle_data(self, data):
        tags = [t for t, _ in self.open]
        classes = " ".join(c for _, c in self.open).split()
        if "main" not in tags or {"what", "n", "sign", "id", "was", "same", "label", "way"} & set(classes):
            return
        mark = "del" if "del" in tags else "ins" if "ins" in tags else ""
        self.words[mark] += data


def letters(text):
    return collections.Counter(c for c in text if c.isalpha())


class Outputs:
    """The program that writes CriticMarkup, JSON and HTML of pairs of texts."""

    def __init__(self, program):
        self.process = subprocess.Popen([program], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def read(self):
        length = self.process.stdout.readline()
        return self.process.stdout.read(int(length)).decode("utf-8")

    def of(self, lang, old, new):
        """[[critic, json, html] of the pair, of the old text alone, of the new text alone]"""
        old, new = old.encode("utf-8"), new.encode("utf-8")
        self.process.stdin.write(b"%s %d %d\n" % (lang.encode(), len(old), len(new)) + old + new)
        self.process.stdin.flush()
        return [[self.read() for _ in range(3)] for _ in range(3)]


def json_sides(text):
    old = new = ""
    for clause in json.loads(text)["clauses"]:
        for b in clause["blocks"]:
            for part in b["runs"]:
                old += part["text"] if part["mark"] != "inserted" else ""
                new += part["text"] if part["mark"] != "deleted" else ""
    return letters(old), letters(new)


def html_sides(text):
    page = Page()
    page.feed(text)
    page.close()
    if page.problem or page.open:
        return page.problem or "not closed: %s" % page.open, None, None
    return None, letters(page.words[""] + page.words["del"]), letters(page.words[""] + page.words["ins"])


MARK = re.compile(r"\{--(.*?)--\}|\{\+\+(.*?)\+\+\}", re.S)


def check(outputs, lang, old, new):
    pair, *alone = outputs.of(lang, old, new)
    found = []
    for i, name in enumerate(("old", "new")):
        if MARK.sub(lambda m: m[i + 1] or "", pair[0]) != alone[i][0]:
            found.append("critic " + name)
    sides, pages = json_sides(pair[1]), html_sides(pair[2])
    if pages[0]:
        found.append("html: " + pages[0])
    for i, name in enumerate(("old", "new")):
        if sides[i] != json_sides(alone[i][1])[i]:
            found.append("json of " + name)
        if not pages[0] and pages[1 + i] != html_sides(alone[i][2])[1 + i]:
            found.append("html of " + name)
    return found


def main():
    outputs = Outputs(os.path.abspath(sys.argv[1]))
    pairs = int(sys.argv[2]) if len(sys.argv) > 2 else 60
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    wrong = 0
    for n in range(seed, seed + pairs):
        r = random.Random(n)
        lang = list(WORDS)[n % len(WORDS)]
        blocks = [block(r, lang) for _ in range(r.randint(1, 4))]
        old, new = ("\n\n".join(write(*b) for b in text) + "\n"
                    for text in (blocks, version(r, lang, blocks)))
        found = check(outputs, lang, old, new)
        wrong += 1 if found else 0
        if found:
            print("pair %d (%s): %s" % (n, lang, "; ".join(found)), flush=True)
        if n % 10000 == 0:
            print("... %d" % n, flush=True)
    print("%d pairs, %d wrong" % (pairs, wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
