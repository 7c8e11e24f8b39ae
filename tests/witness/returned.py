#!/usr/bin/python3
"""Word files that LibreOffice has saved in between come home.

    tests/witness/returned.py ADREF [N [SEED]]

Makes N statements in six scripts (tracked.py), exports each, has LibreOffice save all files, and
imports them: adref must say that no word was changed, marked or not, and that no clause changed.
Needs the package libreoffice-writer-nogui; the status is 0 when all are right.
"""
import json
import os
import random
import subprocess
import sys
import tempfile

import tracked


def run(folder, *command):
    return subprocess.run(command, cwd=folder, check=True, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, text=True)


def main():
    adref = os.path.abspath(sys.argv[1])
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 100
    chance = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    folder, sent, saved = tempfile.mkdtemp(), tempfile.mkdtemp(), tempfile.mkdtemp()
    run(folder, adref, "init", "--sample")
    run(folder, "git", "config", "user.name", "Ana")
    run(folder, "git", "config", "user.email", "ana@example.org")
    for number in range(count):
        language = list(tracked.WORDS)[number % len(tracked.WORDS)]
        place = os.path.join(folder, "statements", "s%d" % number)
        os.mkdir(place)
        with open(os.path.join(place, "statement.yaml"), "w", encoding="utf-8") as file:
            file.write("title: T\nparties: [JPN, THA, VNM]\nstyle: asean\nlanguages: [%s]\n" % language)
        with open(os.path.join(place, language + ".md"), "w", encoding="utf-8") as file:
            file.write(tracked.Text(chance, tracked.WORDS[language].split()).markdown())
    run(folder, "git", "add", ".")
    run(folder, "git", "commit", "-qm", "texts")
    for number in range(count):
        run(folder, adref, "export", "s%d" % number, "-o", os.path.join(sent, "s%d.docx" % number))
    home = tempfile.mkdtemp()
    run(sent, "soffice", "--headless", "-env:UserInstallation=file://" + home, "--convert-to", "docx",
        "--outdir", saved, *sorted(os.listdir(sent)))
    wrong = 0
    for number in range(count):
        path = os.path.join(saved, "s%d.docx" % number)
        done = subprocess.run([adref, "import", path, "--as", "JPN", "--dry-run", "--json"], cwd=folder,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        word = json.loads(done.stdout)[0]["word"] if done.returncode == 0 else None
        changed = [line for line in done.stderr.splitlines() if line.startswith(("changed", "new", "deleted"))]
        if word is None or word["unmarked"] or word["marked"] or changed:
            wrong += 1
            print("s%d: %s\n%s" % (number, json.dumps(word, ensure_ascii=False), done.stderr))
    print("%d files saved by LibreOffice, %d wrong" % (count, wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
