#!/usr/bin/env python3
"""The cases of a kit of generated merges that have a bracket although the floor has none.

    python3 tests/merge/above_floor.py build/adref KIT [CASES] [SEED]

KIT is a folder with gen.py, which writes cases.json: a base "o", two sides "a" and "b", and the words
that each side added, "la" and "lb". The floor is what wiggle does inside of clauses whose pairs are
given, and each clause that one side takes out and the other one changes. Each case above the floor
is printed, a row of a table, with what both sides did to words of the base and the law of the merge
(src/merge/join/README.md) that asks for the bracket. Then the silent errors are counted: words of a
side that are lost, numbers that nobody wrote, words that both took out and that came back.
Status 1: there is an error, or a case that no law explains. Needs wiggle.
"""
import difflib
import json
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter

NUMBER = re.compile(r"\d,\d{3}")


def clauses(text):
    found = {}
    for paragraph in text.strip().split("\n\n"):
        name = re.search(r"Clause\d+", paragraph)
        found[name.group(0) if name else "without a name: " + paragraph[:20]] = paragraph
    return found


def floor_is_open(case, folder):
    base, ours, theirs = (clauses(case[k]) for k in "oab")
    for name, words in base.items():
        a, b = ours.get(name), theirs.get(name)
        if a is None or b is None:
            left = a or b
            if left is not None and left != words:
                return True
            continue
        if a == b or a == words or b == words:
            continue
        for file, text in (("o", words), ("a", a), ("b", b)):
            with open(os.path.join(folder, file), "w") as out:
                out.write(text + "\n")
        command = ["wiggle", "-m", "-w"] + [os.path.join(folder, f) for f in "aob"]
        made = subprocess.run(command, capture_output=True, text=True)
        clean = re.sub(r"<<<---.*?--->>>", " ", made.stdout, flags=re.S)
        if made.returncode or set(NUMBER.findall(clean)) - set(NUMBER.findall(words + a + b)):
            return True
    return False


def merge(program, case, folder):
    paths = []
    for key in "oab":
        paths.append(os.path.join(folder, key + ".md"))
        with open(paths[-1], "w") as out:
            out.write(case[key])
    command = [program, "merge", "--files"] + paths + ["--as", "JPN,USA"]
    made = subprocess.run(command, capture_output=True, text=True)
    if made.returncode not in (0, 1):
        sys.exit(made.stderr)
    return made.stdout


def edits(base, side):
    """Ranges of the base, with what could be taken out as well because words repeat."""
    matcher = difflib.SequenceMatcher(None, base, side, autojunk=False)
    found = []
    for kind, start, end, left, right in matcher.get_opcodes():
        if kind == "equal":
            continue
        low, high = start, end
        while kind == "delete" and low > 0 and base[low - 1] == base[high - (start - low) - 1]:
            low -= 1
        while kind == "delete" and high < len(base) and base[high] == base[start + high - end]:
            high += 1
        found.append((start, end, low, high, side[left:right]))
    return found


def law(base, a, b, bracket):
    ours, theirs = edits(base, a), edits(base, b)
    for one in ours:
        for other in theirs:
            if one[0] < other[1] and other[0] < one[1]:
                return "nobody wins: both changed the same words"
            if one[2] < other[1] and other[2] < one[1] or one[0] < other[3] and other[0] < one[3]:
                return "nobody wins: which of two equal words is gone is not known"
            if one[0] == other[0] and one[0] == one[1] and other[0] == other[1]:
                return "nobody wins: both put words in at one place"
            if one[1] == other[0] or other[1] == one[0]:
                start = min(one[0], other[0])
                if NUMBER.search(" ".join(base[max(0, start - 1) : start])):
                    return "a number with its unit stands whole in some side"
                return "nobody wins: one puts words where the other one takes words out"
    if NUMBER.search(bracket):
        return "a number with its unit stands whole in some side"
    return None


def describe(base, side):
    parts = []
    for start, end, _, _, words in edits(base, side):
        before = base[max(0, start - 1) : start]
        was, now = " ".join(before + base[start:end]), " ".join(before + words)
        parts.append(f"{was} -> {now}")
    return "; ".join(parts)


def explain(number, case, made):
    base, ours, theirs, result = (clauses(t) for t in (case["o"], case["a"], case["b"], made))
    rows = []
    for name, text in result.items():
        if "[" not in text:
            continue
        bracket = " ".join(re.findall(r"\[[^\]]*\]", text))
        texts = [t.get(name, "").split() for t in (base, ours, theirs)]
        why = law(*texts, bracket)
        rows.append((number, describe(texts[0], texts[1]), describe(texts[0], texts[2]), bracket, why))
    return rows


def silent_errors(case, made):
    errors = []
    words = Counter(re.sub(r"[\[\]]| - (JPN|USA)( delete)?|;| / ", " ", made).split())
    for _, word in case["la"] + case["lb"]:
        if word not in words:
            errors.append(f"lost: {word}")
    plain = re.sub(r"\[[^\]]*\]", " ", made)
    for number in set(NUMBER.findall(plain)) - set(NUMBER.findall(case["o"] + case["a"] + case["b"])):
        errors.append(f"invented: {number}")
    base, ours, theirs, result = (clauses(t) for t in (case["o"], case["a"], case["b"], made))
    for name, text in result.items():
        for _, word in case["la"] + case["lb"]:
            if "[" not in text and word in text.split() and name in base:
                side = ours if any(w == word for _, w in case["la"]) else theirs
                if name in side and word not in side[name].split():
                    errors.append(f"in another clause: {word}")
        if "[" in text or not all(name in t for t in (base, ours, theirs)):
            continue
        was, a, b, now = (Counter(t.split()) for t in (base[name], ours[name], theirs[name], text))
        errors += [f"came back: {w}" for w in was if max(a[w], b[w]) < was[w] <= now[w]]
    return errors


def main():
    program, kit = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    count, seed = (sys.argv[3:] + ["3000", "7"][len(sys.argv[3:]) :])[:2]
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, os.path.join(kit, "gen.py"), count, seed], cwd=folder, check=True)
        with open(os.path.join(folder, "cases.json")) as file:
            cases = json.load(file)
        brackets = floor = above = bad = 0
        print("| case | one side | the other side | bracket | law |\n|---|---|---|---|---|")
        for number, case in enumerate(cases):
            made = merge(program, case, folder)
            errors = silent_errors(case, made)
            is_open, is_floor = "[" in made, floor_is_open(case, folder)
            brackets, floor, bad = brackets + is_open, floor + is_floor, bad + len(errors)
            for error in errors:
                print(f"| {number} | silent error | {error} | | |")
            if not is_open or is_floor:
                continue
            above += 1
            for row in explain(number, case, made):
                bad += row[-1] is None
                print("| " + " | ".join(str(cell or "none") for cell in row) + " |")
        print(f"\n{len(cases)} cases: {brackets} with a bracket, floor {floor}, above it {above}, wrong {bad}")
        return 1 if bad else 0


sys.exit(main())
