#!/usr/bin/env python3
"""Lays `adref check` beside pofilter (translate-toolkit) on planted pairs of six languages.

python3 tests/witness/pofilter.py build/adref: texts in step in six languages; one fault after the
other is planted in each clause of each translation, `adref concordance` writes TMX, and pofilter
looks at its numbers, brackets, addresses and signs at the end. Prints how many of the faults each
of them finds, and what pofilter alone reports of clean pairs. Status 1 when adref misses a fault
or reports a clean pair."""
import collections
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

FILTERS = ("numbers", "brackets", "urls", "endpunc")
TEXTS = {
    "en": ["We will train 5,000 people in 3 years.", "We met in Tokyo on 17 December 2023.",
           "We save 35 per cent of our energy.", "The report (in 12 parts) is at https://example.org/report;",
           "We will meet again in 2026:", "We welcome 240 [experts - JPN / teachers] of 11 countries."],
    "ja": ["3年間で5,000人を研修する。", "2023年12月17日に東京で会合した。", "エネルギーを35パーセント節約する。",
           "報告書(12部)は https://example.org/report にある；", "2026年に再び会合する：",
           "11か国の240人の[専門家 - JPN / 教員]を歓迎する。"],
    "zh": ["我们将在3年内培训5000人。", "我们于2023年12月17日在东京会晤。", "我们节约35%的能源。",
           "报告(12部分)见 https://example.org/report ；", "我们将于2026年再次会晤：",
           "我们欢迎11个国家的240名[专家 - JPN / 教师]。"],
    "fr": ["Nous formerons 5 000 personnes en 3 ans.", "Nous nous sommes réunis à Tokyo le 17 décembre 2023.",
           "Nous économisons 35 % de notre énergie.",
           "Le rapport (en 12 parties) est à https://example.org/report ;",
           "Nous nous réunirons de nouveau en 2026 :",
           "Nous saluons 240 [experts - JPN / enseignants] de 11 pays."],
    "vi": ["Chúng tôi sẽ đào tạo 5.000 người trong 3 năm.", "Chúng tôi họp tại Tokyo ngày 17 tháng 12 năm 2023.",
           "Chúng tôi tiết kiệm 35% năng lượng.", "Báo cáo (gồm 12 phần) ở https://example.org/report;",
           "Chúng tôi sẽ gặp lại vào năm 2026:",
           "Chúng tôi hoan nghênh 240 [chuyên gia - JPN / giáo viên] của 11 nước."],
    "id": ["Kami akan melatih 5.000 orang dalam 3 tahun.", "Kami bertemu di Tokyo pada 17 Desember 2023.",
           "Kami menghemat 35 persen energi kami.", "Laporan (dalam 12 bagian) ada di https://example.org/report;",
           "Kami akan bertemu lagi pada 2026:",
           "Kami menyambut 240 [ahli - JPN / guru] dari 11 negara."],
    "ar": ["سندرب 5000 شخص خلال 3 سنوات.", "اجتمعنا في طوكيو في 17 ديسمبر 2023.", "نوفر 35 في المائة من طاقتنا.",
           "التقرير (في 12 جزءا) على https://example.org/report؛", "سنجتمع مجددا في عام 2026:",
           "نرحب بـ240 [خبيرا - JPN / معلما] من 11 بلدا."],
}


def other_number(text):
    found = re.search(r"[0-9](?=[^0-9]*$)", text.split("https")[0])
    if not found:
        return None
    at = found.start()
    return text[:at] + str((int(text[at]) + 1) % 10) + text[at + 1:]


def lost(pattern, put=""):
    return lambda text: re.sub(pattern, put, text, count=1) if re.search(pattern, text) else None


FAULTS = {
    "another number": ("numbers", other_number),
    "a number is lost": ("numbers", lost(r" ?[0-9][0-9., ]*[0-9](?!.*[0-9])")),
    "the bracket is lost": ("brackets", lost(r"\[([^-]*) - JPN[^]]*\]", r"\1")),
    "an end of a parenthesis is lost": ("brackets", lost(r"\)")),
    "a parenthesis is lost": ("brackets", lost(r" ?\([^)]*\)")),
    "another address": ("urls", lost("org/report", "org/annex")),
    "the sign at the end is lost": ("endpunc", lost(r" ?[.;:。；：؛]$")),
    "a comma at the end": ("endpunc", lost(r"[.;:。；：؛]$", ",")),
}
FACTS = """parties: [JPN, VNM]
title: A statement
style: asean
languages: [en, ja, zh, fr, vi, id, ar]
"""


def run(*command, folder=None):
    return subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)


def write_texts(folder, plant=None):
    """Returns the clauses in which a fault was planted, as (language, id)."""
    planted = set()
    for language, clauses in TEXTS.items():
        with open(f"{folder}/statements/x/{language}.md", "w", encoding="utf-8") as file:
            for i, words in enumerate(clauses):
                changed = plant(words) if plant and language != "en" else None
                if changed is not None:
                    planted.add((language, f"c{i}"))
                file.write(f"<!-- op c{i} -->\n{words if changed is None else changed}\n\n")
    return planted


def by_adref(adref, folder):
    found = json.loads(run(adref, "check", "x", "--json", folder=folder).stdout)
    return {(f["language"], f["clause"]) for f in found
            if f["language"] != "en" and f["rule"].startswith(("language/", "integrity/parenthesis"))}


def by_pofilter(adref, folder, kind):
    found = set()
    for language in TEXTS:
        if language == "en":
            continue
        run(adref, "concordance", "x", "en", language, "-o", f"{folder}/in.tmx", folder=folder)
        run("pofilter", "--progress=none", f"--language={language}", "-t", kind, "-i", f"{folder}/in.tmx",
            "-o", f"{folder}/out.tmx")
        if os.path.exists(f"{folder}/out.tmx"):
            with open(f"{folder}/out.tmx", encoding="utf-8") as file:
                units = re.findall(r"<tu tuid=\"([^\"]*)\">(.*?)</tu>", file.read(), re.S)
            found |= {(language, unit) for unit, body in units if f"{kind}:" in body}
            os.remove(f"{folder}/out.tmx")
    return found


def main():
    adref = os.path.abspath(sys.argv[1])
    if not shutil.which("pofilter"):
        print("skipped: pofilter is not installed (Debian: translate-toolkit)")
        return 0
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        os.environ["HOME"] = folder
        os.environ["ADREF_LIBRARY"] = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../..")
        for who in ("AUTHOR", "COMMITTER"):
            os.environ[f"GIT_{who}_NAME"], os.environ[f"GIT_{who}_EMAIL"] = "Witness", "w@example.org"
        run("git", "init", "-q", folder)
        run(adref, "init", folder=folder)
        os.makedirs(f"{folder}/statements/x")
        with open(f"{folder}/statements/x/statement.yaml", "w", encoding="utf-8") as file:
            file.write(FACTS)
        write_texts(folder)
        clean = by_adref(adref, folder)
        failed += len(clean)
        print(f"clean pairs: adref reports {len(clean)} {sorted(clean) if clean else ''}")
        usual = {}
        for kind in FILTERS:
            usual[kind] = by_pofilter(adref, folder, kind)
            print(f"clean pairs: pofilter reports {len(usual[kind])} by {kind}:",
                  dict(collections.Counter(language for language, _ in sorted(usual[kind]))))
        print(f"{'planted':34} {'pairs':>5} {'adref':>5} {'pofilter':>8}  by pofilter alone")
        total = 0
        for name, (kind, plant) in FAULTS.items():
            planted = write_texts(folder, plant)
            ours, theirs = by_adref(adref, folder), by_pofilter(adref, folder, kind) - usual[kind]
            total += len(planted)
            alone = sorted(planted & theirs - ours)
            failed += len(ours - planted)
            if name != "a parenthesis is lost":
                failed += len(planted - ours)
            print(f"{name:34} {len(planted):5} {len(planted & ours):5} {len(planted & theirs):8}  {len(alone)}",
                  sorted(planted - ours) if planted - ours else "")
        print(f"{total} planted in {len(TEXTS) - 1} languages")
    return 1 if failed else 0


sys.exit(main())
