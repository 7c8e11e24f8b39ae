#!/usr/bin/python3
"""Akoma Ntoso files of generated statements, read without code of adref.

    [AKN_SCHEMA=akomantoso30.xsd] tests/witness/akn.py ADREF [N [SEED]]

Makes N statements in six scripts, of which the script knows the words of each clause, and exports
each in every view. Each file is XML; with AKN_SCHEMA xmllint finds it valid (the schema of OASIS,
CC-BY 4.0, is not in the repository). Each eId and wId is that of one element and has the form of
the naming convention, each reference "#..." leads to an element, and each clause has its words and
no others, in the views without ids under the same eId. The status is 0 when all are right.
"""
import os
import random
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

WORDS = {
    "en": "the parties shall cooperate on energy and water trade in a timely manner",
    "ja": "我々は 協力を 強化する 首脳は 訓練を 支援する 情報の 共有を 歓迎する",
    "th": "ผู้นำ ยืนยัน ความร่วมมือ ด้านความมั่นคง และ การฝึกอบรม",
    "ar": "نؤكد التزامنا بالتعاون بين القطاعين بما يشمل تدريب الأعضاء",
    "vi": "các nhà lãnh đạo tái khẳng định hợp tác về an ninh mạng",
    "ko": "우리는 협력을 강화하고 훈련을 지원하며 정보를 공유한다",
}
NAMESPACE = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
PARTIES = ["JPN", "THA", "VNM", "ASEAN"]
REFERENCES = ["href", "refersTo", "source", "by", "outcome", "alternativeTo", "from", "upTo"]
ID = re.compile(r"^[A-Z][A-Z0-9-]*$|^(?:[A-Za-z]+(?:_[^_\s]+)?(?:_\d+)?__)*[A-Za-z]+(?:_[^_\s]+)?(?:_\d+)?$")


class Statement:
    """A text, and the letters of each clause by its id."""

    def __init__(self, chance, words, settled):
        self.chance, self.words, self.settled = chance, words, settled
        self.letters, self.lines, self.notes, self.ids = {}, [], [], []
        self.make()

    def plain(self, most=8):
        return [self.chance.choice(self.words) for _ in range(self.chance.randint(1, most))]

    def run(self, depth=0):
        """Markdown of some words, and their letters."""
        markdown, letters = [], ""
        for _ in range(self.chance.randint(1, 4)):
            words = self.plain()
            text, kind = " ".join(words), self.chance.random()
            letters += "".join(words)
            if kind < 0.1:
                text = "*" + text + "*"
            elif kind < 0.2:
                text = "**" + text + "**"
            elif kind < 0.25 and self.ids:
                text = "[%s](#%s)" % (text, self.chance.choice(self.ids))
            elif kind < 0.3:
                text = "[%s](https://example.org/?a=1&b=2)" % text
            elif kind < 0.35:
                text, letters = text + " &amp; &lt;x&gt; \"y\"", letters + "&<x>\"y\""
            elif kind < 0.5 and depth < 2 and not self.settled:
                other, more = self.run(depth + 1)
                first, second = self.chance.sample(PARTIES, 2)
                text = "[%s - %s, THA / %s - %s delete]" % (text, first, other, second)
                letters += more
            markdown.append(text)
        return " ".join(markdown), letters

    def note(self):
        if self.chance.random() > 0.15:
            return "", ""
        words = self.plain()
        self.notes.append("[^n%d]: %s\n" % (len(self.notes), " ".join(words)))
        return "[^n%d]" % (len(self.notes) - 1), "".join(words)

    def block(self):
        kind = self.chance.random()
        if kind < 0.7:
            (text, letters), (mark, more) = self.run(), self.note()
            return text + mark, letters + more
        if kind < 0.8:
            items = [self.run() for _ in range(self.chance.randint(1, 4))]
            nested = self.run()
            text = "\n".join("1. " + item for item, _ in items) + "\n   - " + nested[0]
            return text, "".join(letters for _, letters in items) + nested[1]
        if kind < 0.9:
            rows = [[self.plain(2), self.plain(2)] for _ in range(self.chance.randint(2, 4))]
            lines = ["| %s |" % " | ".join(" ".join(cell) for cell in row) for row in rows]
            lines.insert(1, "|---|--:|")
            return "\n".join(lines), "".join("".join(cell) for row in rows for cell in row)
        text, letters = self.run()
        return "> " + text, letters

    def clause(self, kind, most=3, more=""):
        name = "c%d" % len(self.ids)
        blocks = [self.block() for _ in range(self.chance.randint(1, most))]
        self.lines += ["<!-- %s %s%s -->" % (kind, name, more), ""]
        self.lines += [line for text, _ in blocks for line in (text, "")]
        if self.chance.random() < 0.1:
            self.lines += ["<!-- note JPN: secret -->", ""]
        self.letters[name] = "".join(letters for _, letters in blocks)
        self.ids.append(name)

    def heading(self):
        self.lines += ["#" * self.chance.randint(2, 4) + " " + " ".join(self.plain()), ""]

    def part(self):
        for _ in range(self.chance.randint(0, 3)):
            self.clause("pp")
        if self.chance.random() < 0.5:
            self.clause("chapeau", 1)
        for _ in range(self.chance.randint(0, 9)):
            kind = self.chance.random()
            if kind < 0.2:
                self.heading()
            elif kind < 0.3 and self.ids and not self.settled:
                self.clause("op", 2, " alt=" + self.chance.choice(self.ids))
            else:
                self.clause(self.chance.choice(["op", "op", "op", "item", "pp", "chapeau"]))
        if self.chance.random() < 0.6:
            self.clause("closing", 2)

    def make(self):
        if self.chance.random() < 0.9:
            self.lines += ["# " + " ".join(self.plain()), ""]
        self.part()
        for _ in range(self.chance.choice([0, 0, 1, 2])):
            self.clause("annex", 2)
            self.part()
        if not self.ids:
            self.clause("op")

    def markdown(self):
        return "\n".join(self.lines + self.notes) + "\n"


def letters_of(element):
    """The words of a clause: no numbers, parties, notes and signs of brackets."""
    name, tag = element.get("name"), element.tag[len(NAMESPACE):]
    if tag == "num" or name in ("positions", "agreed", "bracketStart", "bracketEnd") or \
            (tag == "authorialNote" and element.get("class") == "note"):
        return ""
    text = "" if name == "bracket" else element.text or ""
    for child in element:
        text += letters_of(child)
        text += "" if name == "bracket" else child.tail or ""
    return text


def clause_letters(element):
    """Of an annex, what stands in its preface."""
    if element.tag == NAMESPACE + "attachment":
        element = element.find("%sdoc/%spreface" % (NAMESPACE, NAMESPACE))
    return re.sub(r"\s", "", letters_of(element))


def check_references(root):
    problems = []
    for attribute in ("eId", "wId"):
        values = [element.get(attribute) for element in root.iter() if element.get(attribute)]
        problems += ["%s %s comes twice" % (attribute, value) for value in set(values)
                     if values.count(value) > 1]
        problems += ["%s %s has another form" % (attribute, value) for value in values
                     if not ID.match(value)]
    ids = {element.get("eId") for element in root.iter()}
    for element in root.iter():
        for attribute in REFERENCES:
            for value in (element.get(attribute) or "").split():
                if value.startswith("#") and value[1:] not in ids:
                    problems.append("%s leads nowhere" % value)
    return problems


def check_file(root, statement, ids):
    """`ids` is filled by the negotiating view: id of a clause -> eId."""
    problems = check_references(root)
    by_id = {element.get("eId"): element for element in root.iter() if element.get("eId")}
    for name, letters in statement.letters.items():
        for element in root.iter():
            if element.get("wId") == "elm_" + name:
                ids[name] = element.get("eId")
        element = by_id.get(ids.get(name))
        if element is None:
            problems.append("%s is not there" % name)
        elif clause_letters(element) != re.sub(r"\s", "", letters):
            problems.append("%s has the words\n%s\ninstead of\n%s" %
                            (name, clause_letters(element), letters))
    if ET.tostring(root, encoding="unicode").count("secret") and not any(
            element.get("wId") for element in root.iter()):
        problems.append("a note is in a view without notes")
    return problems


def run(folder, *command):
    return subprocess.run(command, cwd=folder, check=True, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, text=True)


def make_statements(folder, chance, count):
    statements = []
    for number in range(count):
        language = list(WORDS)[number % len(WORDS)]
        statement = Statement(chance, WORDS[language].split(), number % 2 == 1)
        place = os.path.join(folder, "statements", "s%d" % number)
        os.mkdir(place)
        with open(os.path.join(place, "statement.yaml"), "w", encoding="utf-8") as file:
            file.write("title: T\nparties: [JPN, THA, VNM]\nstyle: asean\nlanguages: [%s]\n"
                       "place: Tokyo\n%s%s" % (language, "date: 2023-12-17\n" * (number % 3 > 0),
                                               "roles: {%s: provisional}\n" % language))
        with open(os.path.join(place, language + ".md"), "w", encoding="utf-8") as file:
            file.write(statement.markdown())
        statements.append(statement)
    return statements


def validate(files):
    """The files that are not valid, or None when there is no schema."""
    schema = os.environ.get("AKN_SCHEMA")
    if not schema:
        return None
    wrong = set()
    for begin in range(0, len(files), 200):
        done = subprocess.run(["xmllint", "--noout", "--schema", schema] + files[begin:begin + 200],
                              stderr=subprocess.PIPE, text=True, check=False)
        for line in done.stderr.splitlines():
            if not line.endswith(" validates"):
                print(line)
                wrong.add(line.split(":")[0])
    return wrong


def main():
    adref = os.path.abspath(sys.argv[1])
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 100
    chance = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    with tempfile.TemporaryDirectory() as folder:
        run(folder, adref, "init", "--sample")
        run(folder, "git", "config", "user.name", "Ana")
        run(folder, "git", "config", "user.email", "ana@example.org")
        statements = make_statements(folder, chance, count)
        run(folder, "git", "add", ".")
        run(folder, "git", "commit", "-qm", "texts")
        files, clauses, wrong = [], 0, 0
        for number, statement in enumerate(statements):
            ids = {}
            for view in ["negotiating", "public"] + ["clean"] * statement.settled:
                path = os.path.join(folder, "s%d.%s.xml" % (number, view))
                run(folder, adref, "export", "s%d" % number, "--view", view, "-o", path)
                files.append(path)
                problems = check_file(ET.parse(path).getroot(), statement, ids)
                clauses += len(statement.letters)
                wrong += bool(problems)
                if problems:
                    print("s%d, %s:\n%s" % (number, view, "\n".join(problems)))
                    print(statement.markdown())
        invalid = validate(files)
        print("%d Akoma Ntoso files of %d statements, %d clauses: %d wrong; %s" %
              (len(files), count, clauses, wrong,
               "not validated, since AKN_SCHEMA names no schema" if invalid is None
               else "%d not valid" % len(invalid)))
        return 1 if wrong or invalid else 0


if __name__ == "__main__":
    sys.exit(main())
