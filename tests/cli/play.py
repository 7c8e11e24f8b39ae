#!/usr/bin/env python3
"""A negotiation that is played by chance, in three clones of one repository and in two languages.

    python3 tests/cli/play.py build/adref SEED [STEPS] [--git] [--shared]

A chair and two delegations propose, edit, resolve, move, undo and come together, STEPS times (200).
With --git they come together by git merge and git rebase instead of adref sync; with --shared the
chair acts for both delegations, too. After each step holds:

- a command that fails says why in a line "adref: ...", writes no version, and leaves no changed file;
- every text can be read, and adref status tells of it;
- no clause id and no footnote stands twice, and each call of a footnote has its words;
- no party stands twice in one bracket, and no conflict marker stands anywhere. An undo may put a
  party where it stood before, beside what it wants now: both are its words. A bracket around a
  whole clause, some of whose words are still to come, holds what a party wants at several places.

At the end all clones have the same files, git fsck finds nothing, and every output is written. The
clones are left in $TMPDIR/adref-play/SEED. The status is 1 where something does not hold.
"""
import collections
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile

NAMES = ("CHR", "JPN", "IDN")
WORDS = ("shall", "should", "may", "7,500", "USD 8,000", "cooperate", ", as appropriate", "not",
         "in 2028", "on 17 May 2027", "with partners", "the fund", "foo [bar]", "（日本）", "x_y*z",
         "ไทย", "“quoted”", "Article 5", "paragraph 2", "- JPN", "JPN", "/")
FACTS = """title: {en: Joint Statement on Cooperation, ja: 協力に関する共同声明}
parties: [JPN, IDN, CHR]
languages: [en, ja]
place: {en: Hanoi, ja: ハノイ}
date: 2026-12-10
"""
CHAIR = """parties:
  CHR:
    short: {en: Chair Republic, ja: 議長国}
    long: {en: the Chair Republic, ja: 議長国}
"""
TEXTS = {
    "en": """# Joint Statement on Cooperation

<!-- chapeau opening -->
We, the Leaders of Japan and Indonesia, met in Hanoi on 10 December 2026 and adopted the following.

<!-- pp trust -->
RECALLING that trust was built since 1973 in the region;

<!-- heading security -->
## Security

<!-- op training -->
The Leaders will train 5,000 people over three years, as set out in [paragraph 4](#plan).

<!-- op centre -->
The centre in Bangkok shall offer courses to experts of all members. Courses should be free.

<!-- op fees -->
The fees are as follows:

| Year | Japan | Indonesia |
| --- | --- | --- |
| 2026 | USD 4,000 | USD 3,000 |
| 2027 | USD 5,000 | USD 3,500 |

<!-- op plan -->
The plan has these parts:

- (a) a list of contacts;
- (b) a report each year;
- (c) a fund of 30 per cent.[^1]

[^1]: The fund began in 2020.

<!-- heading future -->
## Future

<!-- op next -->
The Leaders may meet again in Tokyo, and should invite [all / some] partners.

<!-- closing end -->
Done in Hanoi.
""",
    "ja": """# 協力に関する共同声明

<!-- chapeau opening -->
我々日本及びインドネシアの首脳は、2026年12月10日にハノイで会合し、以下を採択した。

<!-- pp trust -->
1973年以来地域において信頼が築かれたことを想起し、

<!-- heading security -->
## 安全保障

<!-- op training -->
首脳は、[第4項](#plan)に定めるとおり、3年間で5,000人を訓練する。

<!-- op centre -->
バンコクのセンターは、全ての加盟国の専門家に課程を提供する。課程は無料とすべきである。

<!-- op fees -->
費用は次のとおり。

| 年 | 日本 | インドネシア |
| --- | --- | --- |
| 2026 | 4,000米ドル | 3,000米ドル |
| 2027 | 5,000米ドル | 3,500米ドル |

<!-- op plan -->
計画は次の部分から成る。

- (a) 連絡先の一覧
- (b) 毎年の報告
- (c) 30パーセントの基金[^1]

[^1]: 基金は2020年に始まった。

<!-- heading future -->
## 将来

<!-- op next -->
首脳は、東京で再び会合することができ、[全ての / 一部の]パートナーを招くべきである。

<!-- closing end -->
ハノイにて。
""",
}
MARKER = re.compile(r"^<!-- (?:chapeau|pp|op|item|closing|annex|heading) ([a-z0-9-]+)[^>]*-->$", re.M)


class Play:
    def __init__(self, program, seed, by_git, shared):
        self.program = os.path.abspath(program)
        self.chance = random.Random(seed)
        self.by_git, self.shared = by_git, shared
        self.seconds = 1764500000
        self.wrong = 0
        self.known = set()
        self.counts = collections.Counter()
        self.folder = os.path.join(tempfile.gettempdir(), "adref-play", str(seed))
        shutil.rmtree(self.folder, ignore_errors=True)
        os.makedirs(self.folder)
        self.editor = os.path.join(self.folder, "editor.py")
        self.begin()

    # --- programs ---

    def run(self, folder, name, command, typed="", **more):
        self.seconds += 60
        env = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
        env.update(HOME=self.folder, GIT_CONFIG_NOSYSTEM="1", PAGER="cat", VISUAL="", **more)
        for who in ("AUTHOR", "COMMITTER"):
            env[f"GIT_{who}_NAME"] = name
            env[f"GIT_{who}_EMAIL"] = name.lower() + "@x.example"
            env[f"GIT_{who}_DATE"] = f"{self.seconds} +0900"
        done = subprocess.run(command, cwd=folder, env=env, input=typed.encode(), timeout=120,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
        return done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace")

    def clone(self, name):
        return os.path.join(self.folder, name)

    def adref(self, name, *arguments, typed="", **more):
        return self.run(self.clone(name), name, [self.program, *arguments], typed, **more)

    def git(self, name, *arguments):
        return self.run(self.clone(name), name, ["git", *arguments])

    def complain(self, step, what, detail=""):
        self.wrong += 1
        print(f"step {step}: {what}\n{detail[:400]}", flush=True)

    # --- the beginning ---

    def begin(self):
        hub, first = os.path.join(self.folder, "hub.git"), self.clone("CHR")
        self.run(self.folder, "CHR", ["git", "init", "-q", "--bare", "-b", "main", hub])
        self.run(self.folder, "CHR", [self.program, "init", first])
        registry = os.path.join(first, "templates", "parties.yaml")
        with open(registry, encoding="utf-8") as file:
            parties = file.read()
        with open(registry, "w", encoding="utf-8") as file:
            file.write(parties.replace("parties:\n", CHAIR, 1))
        statement = os.path.join(first, "statements", "talks")
        os.makedirs(statement)
        for file_name, words in [("statement.yaml", FACTS)] + [(f"{x}.md", TEXTS[x]) for x in TEXTS]:
            with open(os.path.join(statement, file_name), "w", encoding="utf-8") as file:
                file.write(words)
        self.adref("CHR", "format", "talks", "--write")
        status, out, error = self.adref("CHR", "save", "talks", "-m", "Begin")
        if status:
            sys.exit(out + error)
        self.git("CHR", "branch", "-M", "main")
        self.git("CHR", "remote", "add", "origin", hub)
        self.git("CHR", "push", "-q", "-u", "origin", "main")
        for name in NAMES[1:]:
            self.run(self.folder, name, [self.program, "init", "--from", hub, name])

    # --- what is drawn ---

    def text(self, name, language):
        path = os.path.join(self.clone(name), "statements", "talks", language + ".md")
        with open(path, encoding="utf-8") as file:
            return file.read()

    def clauses(self, name, language="en"):
        text = self.text(name, language)
        found = list(MARKER.finditer(text))
        ends = [each.start() for each in found[1:]] + [len(text)]
        return {each.group(1): text[each.end():end].strip() for each, end in zip(found, ends)}

    def clause(self, name):
        """An id; rarely one that does not exist, or a number."""
        if self.chance.random() < .05:
            return self.chance.choice(["nothing", "1", "4", "3 bis", "PP1"])
        return self.chance.choice(list(self.clauses(name)))

    def party(self, name):
        return self.chance.choice(NAMES) if self.shared and name == "CHR" else name

    def some_words(self, words, most):
        all_words = re.findall(r"[^\s\[\]|/]+", words) or ["x"]
        at = self.chance.randrange(len(all_words))
        return " ".join(all_words[at:at + self.chance.randint(1, most)])

    def changed(self, words):
        parts = words.split(" ")
        for _ in range(self.chance.randint(1, 3)):
            at = self.chance.randrange(len(parts))
            kind = self.chance.random()
            if kind < .4:
                parts[at] = self.chance.choice(WORDS)
            elif kind < .7:
                parts.insert(at, self.chance.choice(WORDS))
            elif len(parts) > 2:
                del parts[at]
        return " ".join(parts)

    def bracket(self, name):
        out = self.adref(name, "resolve", "talks", "--list", "--json")[1]
        found = json.loads(out) if out.startswith("[") else []
        return self.chance.choice(found) if found else None

    # --- steps: the arguments of a command, or None ---

    def propose(self, name):
        clause = self.clause(name)
        words = self.clauses(name).get(clause, "x y")
        arguments = ["propose", "talks", clause, "--as", self.party(name), "--nth", "1"]
        kind = self.chance.choice(["--replace", "--insert", "--delete"])
        if kind == "--replace":
            arguments += [kind, self.some_words(words, 3), self.chance.choice(WORDS)]
        elif kind == "--insert":
            arguments += [kind, self.chance.choice(WORDS),
                          self.chance.choice(["--after", "--before"]), self.some_words(words, 2)]
        else:
            arguments += [kind, self.some_words(words, 5)]
        japanese = self.clauses(name, "ja").get(clause, "")
        if self.chance.random() < .3 and len(japanese) > 8:
            at = self.chance.randrange(len(japanese) - 4)
            arguments += ["--lang", f"ja={japanese[at:at + 3]} => 六千人"]
        return self.adref, arguments, {}

    def propose_clause(self, name):
        clause = self.clause(name)
        arguments = ["propose", "talks", "--as", self.party(name), "--text", "-"]
        if self.chance.random() < .4:
            typed = f"The Leaders welcome {self.chance.choice(WORDS)} and {self.chance.randint(2, 99)} partners."
            return self.adref, arguments + ["--new", "--after", clause], {"typed": typed}
        arguments += [clause] + (["--alt"] if self.chance.random() < .2 else [])
        return self.adref, arguments, {"typed": self.changed(self.clauses(name).get(clause, "x y"))}

    def position(self, name):
        bracket = self.bracket(name)
        if not bracket:
            return None
        place = f"{bracket['clause']}:{bracket['bracket']}"
        if self.chance.random() < .8:
            place += f".{self.chance.randint(1, len(bracket['alternatives']))}"
        command = self.chance.choice(["support", "oppose", "withdraw"])
        return self.adref, [command, "talks", place, "--as", self.party(name)], {}

    def resolve(self, name):
        bracket = self.bracket(name)
        if not bracket:
            return None
        number = str(self.chance.randint(1, len(bracket["alternatives"])))
        how = self.chance.choice([["--take", number], ["--take", number],
                                  ["--take", self.chance.choice(["JPN", "IDN", "base"])], ["--both"], ["--delete"],
                                  ["--text", self.chance.choice(WORDS), "--lang", "ja=六"]])
        return self.adref, ["resolve", "talks", f"{bracket['clause']}:{bracket['bracket']}"] + how, {}

    def agree(self, name):
        command = self.chance.choice(["agree", "agree", "reserve", "reopen", "confirm"])
        party = self.party(name)
        if command == "agree" and self.chance.random() < .3:
            return self.adref, ["agree", "talks", "--all-unbracketed", "--as", party], {}
        reason = ["--reason", "確認中"] if command in ("reserve", "reopen") else []
        return self.adref, [command, "talks", self.clause(name), "--as", party] + reason, {}

    def whole_clause(self, name):
        command = self.chance.choice(["insert", "insert", "delete", "move", "move"])
        party = ["--as", self.party(name)]
        if command == "insert":
            typed = f"{self.chance.choice(['', '## '])}A new paragraph of {self.chance.choice(WORDS)}."
            other = ["--lang", "ja=新しい段落。"] if self.chance.random() < .6 else []
            return self.adref, ["insert", "talks", "--after", self.clause(name), "--text", "-"] + party + other, {"typed": typed}
        if command == "delete":
            return self.adref, ["delete", "talks", self.clause(name)] + party, {}
        side = self.chance.choice(["--after", "--before"])
        return self.adref, ["move", "talks", self.clause(name), side, self.clause(name)] + party, {}

    def edit(self, name):
        """The editor changes words, or adds a footnote; the second time it changes nothing."""
        clause, language = self.clause(name), self.chance.choice(["en", "en", "ja"])
        words = self.clauses(name, language).get(clause)
        if not words:
            return None
        if self.chance.random() < .3 and "[^1]" not in words:
            new = f"{words}[^1]\n\n[^1]: See {self.chance.choice(WORDS)}."
        else:
            new = self.changed(words) if language == "en" else words.replace(self.chance.choice(words), "国[")
        with open(self.editor, "w", encoding="utf-8") as file:
            file.write("import os, sys\nmark = sys.argv[0] + '.done'\nif os.path.exists(mark):\n    sys.exit()\n"
                       "open(mark, 'w').close()\ntext = open(sys.argv[1], encoding='utf-8').read()\n"
                       f"open(sys.argv[1], 'w', encoding='utf-8').write(text.replace({words!r}, {new!r}, 1))\n")
        if os.path.exists(self.editor + ".done"):
            os.unlink(self.editor + ".done")
        return (self.adref, ["edit", "talks", clause, "--as", self.party(name), "-l", language],
                {"EDITOR": f"{sys.executable} '{self.editor}'"})

    def save(self, name):
        language = self.chance.choice(["en", "en", "ja"])
        text = self.text(name, language)
        words = [each for each in re.finditer(r"[A-Za-z]{4,}", text)
                 if not text[text.rfind("\n", 0, each.start()) + 1:].startswith("<!--")]
        if not words:
            return None
        word = self.chance.choice(words)
        path = os.path.join(self.clone(name), "statements", "talks", language + ".md")
        with open(path, "w", encoding="utf-8") as file:
            file.write(text[:word.start()] + self.chance.choice(["strongly", "must", "45", "**bold**", "[x / y]"]) +
                       text[word.end():])
        return self.adref, ["save", "talks", "--as", self.party(name)], {}

    def version(self, name):
        """One of the last versions that have the statement."""
        out = self.git(name, "rev-list", "-8", "HEAD", "--", "statements/talks/en.md")[1]
        return self.chance.choice(out.split())[:10]

    def take_back(self, name):
        party = ["--as", self.party(name)]
        first = self.git(name, "rev-list", "--max-parents=0", "HEAD")[1].split()
        version = self.version(name)
        if self.chance.random() < .5:
            clause = [self.clause(name)] if self.chance.random() < .7 else []
            return self.adref, ["restore", "talks", "--from", version] + clause + party, {}
        return None if "Begin" in self.git(name, "log", "-1", "--format=%s", version)[1] or version in first else (
            self.adref, ["undo", "talks", version] + party, {})

    def circulate(self, name):
        how = self.chance.choice([[], [], ["--clean"], ["--renumber"]])
        return (self.adref, ["circulate", "talks"] + how, {}) if name == "CHR" else None

    def comment(self, name):
        note = self.chance.choice(["Ask the capital.", "確認中", "a -- b --> c"])
        return self.adref, ["comment", "talks", self.clause(name), "--as", self.party(name), note], {}

    def sync(self, name):
        return (self.come_together if self.by_git else self.adref), ["sync"], {}

    def come_together(self, name, *_):
        """git joins what others did, by adref as its merge driver."""
        self.git(name, "fetch", "-q")
        command = self.chance.choice(["merge", "merge", "rebase"])
        status = self.git(name, command, "origin/main")[0]
        self.counts[f"git {command} {status}"] += 1
        if status:
            self.git(name, command, "--abort")
            return self.adref(name, "sync")
        self.git(name, "push", "-q", "origin", "HEAD:main")
        return 0, "", ""

    # --- what holds ---

    def check_texts(self, step, name, what):
        for language in TEXTS:
            text = self.text(name, language)
            if re.search(r"^(<<<<<<<|=======|>>>>>>>)", text, re.M):
                self.complain(step, f"{language}: a conflict marker", text)
            for kind, found in (("id", MARKER.findall(text)), ("footnote", re.findall(r"^\[\^(\w+)\]:", text, re.M))):
                twice = [each for each, count in collections.Counter(found).items() if count > 1]
                if twice and (language, str(twice)) not in self.known:
                    self.known.add((language, str(twice)))
                    self.complain(step, f"{language}: {kind} {twice} stands twice after {what}", text)
            for bracket in re.findall(r"\[[^\[\]]*\]", text):
                parties = re.findall(r"(?<= - )[A-Z, ]+(?= /|\])", bracket)
                codes = [code for group in parties for code in group.split(", ")]
                is_to_come = "(translation to come)" in bracket
                if len(codes) > len(set(codes)) and not is_to_come and bracket not in self.known:
                    self.known.add(bracket)
                    if not what.startswith("undo"):
                        self.complain(step, f"{language}: a party stands twice after {what}", bracket)
        for arguments in (["format", "talks"], ["status", "talks"]):
            status, out, error = self.adref(name, *arguments)
            if status not in (0, 1):
                self.complain(step, f"{' '.join(arguments)} after {what}", error)

    def check(self, step, name, arguments, result, before):
        status, out, error = result
        said = out + error
        what = " ".join(arguments)
        if status not in (0, 1, 2, 3):
            self.complain(step, f"{what}: status {status}", said)
        if status in (2, 3) and not re.search("^adref: ", error, re.M):
            self.complain(step, f"{what}: no message", said)
        if arguments[0] == "save" and status in (2, 3):
            self.git(name, "checkout", "-q", "--", ".")
        if self.git(name, "status", "--porcelain")[1].strip():
            self.complain(step, f"{what}: files are left changed", said)
            self.git(name, "checkout", "-q", "--", ".")
            self.git(name, "clean", "-fdq")
        now = self.git(name, "rev-parse", "HEAD")[1]
        if status in (2, 3) and arguments[0] != "sync" and now != before:
            self.complain(step, f"{what}: failed, and wrote a version", said)
        if now != before:
            self.check_texts(step, name, what)

    def step(self, number):
        steps = ((self.propose, 10), (self.propose_clause, 6), (self.position, 4), (self.resolve, 5),
                 (self.agree, 3), (self.whole_clause, 3), (self.edit, 5), (self.save, 3),
                 (self.take_back, 4), (self.circulate, 1), (self.comment, 1), (self.sync, 9))
        name = self.chance.choice(NAMES)
        draw = self.chance.choices([each for each, _ in steps], [weight for _, weight in steps])[0]
        drawn = draw(name)
        if not drawn:
            return
        run, arguments, more = drawn
        before = self.git(name, "rev-parse", "HEAD")[1]
        result = run(name, *arguments, **more)
        self.counts[f"{arguments[0]} {result[0]}"] += 1
        self.check(number, name, arguments, result, before)

    def end(self):
        for name in NAMES * 3:
            status, out, error = self.adref(name, "sync")
            if status not in (0, 1):
                self.complain("end", f"{name}: sync", out + error)
        if len({self.git(name, "rev-parse", "HEAD^{tree}")[1] for name in NAMES}) != 1:
            self.complain("end", "the clones differ")
        status, out, error = self.git("CHR", "fsck", "--strict")
        if status:
            self.complain("end", "git fsck", out + error)
        for ending in ("html", "pdf", "docx", "xml", "json", "txt", "md"):
            status, out, error = self.adref("CHR", "export", "talks", "-o", f"../out.{ending}")
            if status not in (0, 1):
                self.complain("end", f"export to {ending}", out + error)


def main():
    flags = [each for each in sys.argv[1:] if each.startswith("--")]
    plain = [each for each in sys.argv[1:] if not each.startswith("--")]
    if len(plain) < 2 or set(flags) - {"--git", "--shared"}:
        sys.exit(__doc__)
    play = Play(plain[0], int(plain[1]), "--git" in flags, "--shared" in flags)
    for number in range(int(plain[2]) if len(plain) > 2 else 200):
        play.step(number)
    play.end()
    print(", ".join(f"{what}: {count}" for what, count in sorted(play.counts.items())))
    print(f"seed {plain[1]}: {play.wrong} wrong")
    return 1 if play.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
