#!/usr/bin/python3
"""Accepts and rejects all tracked changes of generated redlines in LibreOffice and pandoc.

    tests/witness/tracked.py ADREF [N [SEED]]

Makes N pairs of texts, the second one edited from the first: words, items, rows and clauses come,
go and move, paragraphs are split and joined, blocks change their kind, brackets open and close, in
six scripts. `adref diff -o redline.docx` must give the words of the new text when all is accepted,
and those of the old text when all is rejected, as LibreOffice (paragraph by paragraph; where
a paragraph of it has another style it is counted) and, where it is installed, pandoc read them. Footnotes are left out:
in a redline their texts stand in their places. Needs the packages libreoffice-writer-nogui and
python3-uno; the status is 0 when all are right.
"""
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue

FIRST = "A paragraph: LibreOffice reads no table that begins a text."
WORDS = {
    "en": "the parties shall cooperate on energy and water trade in a timely manner with all partners",
    "ja": "我々は 協力を 強化する 首脳は 訓練を 支援する 情報の 共有を 歓迎する",
    "th": "ผู้นำ ยืนยัน ความร่วมมือ ด้านความมั่นคง และ การฝึกอบรม บุคลากร",
    "ar": "نؤكد التزامنا بالتعاون بين القطاعين بما يشمل تدريب الأعضاء",
    "vi": "các nhà lãnh đạo tái khẳng định hợp tác về an ninh mạng",
    "ko": "우리는 협력을 강화하고 훈련을 지원하며 정보를 공유한다",
}


class Text:
    """A list of clauses; a clause is a list of blocks."""

    def __init__(self, chance, words):
        self.chance, self.words, self.next = chance, words, 0
        self.clauses = [self.clause() for _ in range(chance.randint(2, 7))]

    def sentence(self):
        pieces = []
        for _ in range(self.chance.randint(3, 12)):
            word, draw = self.chance.choice(self.words), self.chance.random()
            if draw < 0.05:
                word = "*" + word + "*"
            elif draw < 0.1:
                word = "[%s - JPN / %s - THA, VNM]" % (word, self.chance.choice(self.words))
            elif draw < 0.13:
                word = "[" + word + "](https://example.org/)"
            pieces.append(word)
        return " ".join(pieces) + "."

    def block(self):
        draw = self.chance.random()
        if draw < 0.6:
            return ("p", [self.sentence()])
        if draw < 0.75:
            return ("-", [self.sentence() for _ in range(self.chance.randint(1, 4))])
        if draw < 0.82:
            return ("1", [self.sentence() for _ in range(self.chance.randint(1, 4))])
        if draw < 0.88:
            return (">", [self.sentence()])
        return ("|", [self.sentence() for _ in range(2 * self.chance.randint(2, 4))])

    def clause(self):
        self.next += 1
        kind = self.chance.choice(["op", "op", "op", "pp", "h"])
        blocks = [("h", [self.sentence()])] if kind == "h" else []
        if kind != "h":
            blocks = [self.block() for _ in range(self.chance.randint(1, 3))]
        return [kind, "c%d" % self.next, blocks]

    def edit_words(self, sentence):
        pieces = sentence.split(" ")
        at = self.chance.randrange(len(pieces))
        draw = self.chance.random()
        if draw < 0.4:
            pieces[at] = self.chance.choice(self.words)
        elif draw < 0.7:
            pieces.insert(at, self.chance.choice(self.words))
        elif len(pieces) > 3:
            del pieces[at]
        return " ".join(pieces)

    def edit_block(self, blocks):
        at = self.chance.randrange(len(blocks))
        kind, parts = blocks[at]
        draw = self.chance.random()
        if draw < 0.55:
            i = self.chance.randrange(len(parts))
            parts[i] = self.edit_words(parts[i])
        elif draw < 0.65 and kind in "-1":
            parts.insert(self.chance.randrange(len(parts) + 1), self.sentence())
        elif draw < 0.7 and kind in "-1" and len(parts) > 1:
            del parts[self.chance.randrange(len(parts))]
        elif draw < 0.75 and kind == "|":
            row = 2 * self.chance.randrange(1, len(parts) // 2 + 1)
            parts[row:row] = [self.sentence(), self.sentence()]
        elif draw < 0.8 and kind in "p-1>":
            blocks[at] = (self.chance.choice("p-1>"), parts)
            if blocks[at][0] in "p>":
                blocks[at] = (blocks[at][0], [" ".join(parts)])
        elif draw < 0.86 and kind == "p":
            pieces = parts[0].split(" ")
            half = len(pieces) // 2
            blocks[at:at + 1] = [("p", [" ".join(pieces[:half]) or "x"]), ("p", [" ".join(pieces[half:])])]
        elif draw < 0.92:
            blocks.insert(at, self.block())
        elif len(blocks) > 1:
            del blocks[at]

    def edit_end(self, blocks):
        """Words at the end of a paragraph, and a new block of any kind behind it."""
        at = self.chance.randrange(len(blocks))
        kind, parts = blocks[at]
        if kind in "p>":
            blocks[at:at + 1] = [(kind, [parts[0] + " " + self.sentence()]), self.block()]

    def edit(self):
        for _ in range(self.chance.randint(1, 5)):
            at, draw = self.chance.randrange(len(self.clauses)), self.chance.random()
            kind, _, blocks = self.clauses[at]
            if draw < 0.1 and kind != "h":
                self.edit_end(blocks)
            elif draw < 0.6 and kind != "h":
                self.edit_block(blocks)
            elif draw < 0.6:
                blocks[0] = ("h", [self.edit_words(blocks[0][1][0])])
            elif draw < 0.75:
                self.clauses.insert(at, self.clause())
            elif draw < 0.85 and len(self.clauses) > 1:
                del self.clauses[at]
            else:
                self.clauses.insert(self.chance.randrange(len(self.clauses)), self.clauses.pop(at))

    def markdown(self):
        out = ["<!-- chapeau first -->\n%s\n" % FIRST]
        for kind, name, blocks in self.clauses:
            out.append("<!-- %s %s -->" % ("heading" if kind == "h" else kind, name))
            for block, parts in blocks:
                if block == "h":
                    out.append("## " + parts[0] + "\n")
                elif block == "p":
                    out.append(parts[0] + "\n")
                elif block == ">":
                    out.append("> " + parts[0] + "\n")
                elif block == "|":
                    rows = ["| %s | %s |" % pair for pair in zip(parts[::2], parts[1::2])]
                    out.append("\n".join(rows[:1] + ["|---|---|"] + rows[1:]) + "\n")
                else:
                    mark = "- " if block == "-" else "1. "
                    out.append("\n".join(mark + part for part in parts) + "\n\n<!-- -->\n")
        return "\n".join(out)


class Office:
    def __init__(self):
        self.home = tempfile.mkdtemp()
        pipe = "adref%d" % os.getpid()
        self.process = subprocess.Popen(
            ["soffice", "--headless", "--norestore", "-env:UserInstallation=file://" + self.home,
             "--accept=pipe,name=%s;urp;" % pipe], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        resolver = uno.getComponentContext().ServiceManager.createInstance(
            "com.sun.star.bridge.UnoUrlResolver")
        for _ in range(240):
            try:
                context = resolver.resolve("uno:pipe,name=%s;urp;StarOffice.ComponentContext" % pipe)
                break
            except Exception:
                time.sleep(0.5)
        manager = context.ServiceManager
        self.desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        self.dispatch = manager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)

    def words(self, path, command):
        hidden = PropertyValue()
        hidden.Name, hidden.Value = "Hidden", True
        document = self.desktop.loadComponentFromURL("file://" + path, "_blank", 0, (hidden,))
        if command:
            self.dispatch.executeDispatch(document.getCurrentController().getFrame(),
                                          ".uno:%sAllTrackedChanges" % command, "", 0, ())
        lines = self.lines(document)
        document.close(True)
        at = [i for i, line in enumerate(lines) if line.startswith(FIRST)]
        return "\n".join(lines[at[0] if at else 0:])  # above it: the status, in words of the language

    @staticmethod
    def lines(document):
        """Each paragraph with words, with its style behind a tab; each cell."""
        lines, blocks = [], document.getText().createEnumeration()
        while blocks.hasMoreElements():
            block = blocks.nextElement()
            if block.supportsService("com.sun.star.text.TextTable"):
                texts = [("", block.getCellByName(name).getString()) for name in block.getCellNames()]
            else:
                texts = [(block.ParaStyleName, block.getString())]
            lines += [" ".join(text.split()) + "\t" + style for style, text in texts if text.strip()]
        return lines

    def end(self):
        try:
            self.desktop.terminate()
        except Exception:
            pass
        self.process.wait(60)


def without_styles(text):
    return "\n".join(line.split("\t")[0] for line in text.splitlines())


class Pandoc:
    def __init__(self):
        self.is_there = shutil.which("pandoc") is not None

    def strings(self, node):
        """The letters of a document, with a space for what stands between words and blocks."""
        if isinstance(node, list):
            return "".join(self.strings(child) for child in node)
        if not isinstance(node, dict):
            return ""
        kind, content = node.get("t"), node.get("c")
        if kind in ("Str", "Code", "CodeBlock"):
            return content if kind == "Str" else content[1] + " "
        if kind in ("Space", "SoftBreak", "LineBreak"):
            return " "
        if kind == "Span" and "comment-start" in content[0][1]:
            return ""
        letters = self.strings(content)
        return letters + " " if kind in ("Para", "Plain", "Header") else letters

    def words(self, path, changes):
        done = subprocess.run(["pandoc", "-f", "docx", "--track-changes=" + changes, "-t", "json", path],
                              check=True, stdout=subprocess.PIPE)
        text = " ".join(self.strings(json.loads(done.stdout)["blocks"]).split())
        return text[max(text.find(FIRST), 0):]


def main():
    adref = os.path.abspath(sys.argv[1])
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 100
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    chance, office, folder, wrong = random.Random(seed), Office(), tempfile.mkdtemp(), 0
    pandoc, done, restyled = Pandoc(), 0, 0
    for number in range(count):
        language = list(WORDS)[number % len(WORDS)]
        text = Text(chance, WORDS[language].split())
        paths = {}
        for side in ("old", "new"):
            paths[side] = os.path.join(folder, side + ".md")
            with open(paths[side], "w", encoding="utf-8") as file:
                file.write(text.markdown())
            subprocess.run([adref, "export", paths[side], "-l", language, "-o", paths[side] + ".docx"],
                           check=True, stderr=subprocess.DEVNULL)
            text.edit()
        redline = os.path.join(folder, "redline.docx")
        subprocess.run([adref, "diff", "-l", language, "--files", paths["old"], paths["new"], "--full",
                        "-o", redline], stderr=subprocess.DEVNULL)
        if not os.path.exists(redline):
            continue
        done += 1
        for side, command in (("old", "Reject"), ("new", "Accept")):
            pairs = [(office.words(paths[side] + ".docx", None), office.words(redline, command))]
            if pandoc.is_there:
                pairs.append((pandoc.words(paths[side] + ".docx", "accept"),
                              pandoc.words(redline, command.lower())))
            for expected, found in pairs:
                if expected != found and without_styles(expected) == without_styles(found):
                    restyled += 1
                elif expected != found:
                    wrong += 1
                    print("pair %d, %s\n  expected %s\n  found    %s" % (number, command, expected, found))
        os.remove(redline)
    office.end()
    print("%d redlines, %d wrong%s" % (done, wrong, "" if pandoc.is_there else "; without pandoc"))
    print("in %d readings a paragraph has another style in LibreOffice" % restyled)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
