#!/usr/bin/env python3
"""How many planted changes of each class a redline names, and how many other classes it names.

    python3 tests/review/planted_changes.py build/adref [PLANTS [LANGUAGE ...]]

In French, Vietnamese, Indonesian, Thai and Japanese each sentence is put together of a subject, a modal verb,
a deed, a name, a number, a date, a qualifier and a reference; in the new text one of them is
another one, or words stand in a bracket. All plants of a class are one pair of texts, a clause
each; the draw is fixed. English, and more of Japanese: measure.c and measure_more.c.

Status 0: at least 97 % of each class are found, with at most 3 % of entries in other classes but
"substance" and "editorial"."""
import collections, json, os, random, subprocess, sys, tempfile

LANGUAGES = {
    "fr": {
        "subj": [
            "Les Parties", "Les États membres", "Les ministres", "Les autorités compétentes",
            "Les deux gouvernements", "Les organismes de transport",
        ],
        "modal": ["doivent", "peuvent", "devraient"],
        "neg": ("doivent", "ne doivent pas"),
        "verb": [
            "coopérer en matière de pêche", "échanger des informations sur les ports",
            "soutenir la formation des pilotes", "protéger les récifs", "publier les tarifs",
            "former des experts", "renforcer la sécurité maritime",
        ],
        "num": [
            "avec 30 navires", "avec 45 navires", "pour 12 millions de dollars",
            "pour 18 millions de dollars", "dans 60 ports", "dans 75 ports",
        ],
        "date": [
            "avant le 5 mai 2027", "avant le 17 décembre 2028", "d'ici à juin 2029",
            "avant le 1er mars 2030",
        ],
        "qual": [
            "dans la mesure du possible", "selon qu'il convient", "si possible",
            "conformément à la législation nationale",
        ],
        "ref": [
            "au titre de l'article 5", "au titre de l'article 7", "conformément à l'annexe II",
            "conformément à l'annexe IV",
        ],
        "name": [
            "avec le Japon", "avec la Thaïlande", "avec le Kenya", "avec la France",
            "avec le Viet Nam",
        ],
        "order": "{subj} {modal} {verb} {name} {num} {date}{q} {ref}.",
    },
    "vi": {
        "subj": [
            "Các Bên", "Các quốc gia thành viên", "Các bộ trưởng", "Các cơ quan có thẩm quyền",
            "Hai chính phủ",
        ],
        "modal": ["phải", "nên", "có thể"],
        "neg": ("được", "không được"),
        "verb": [
            "hợp tác về nghề cá", "trao đổi thông tin về cảng biển", "hỗ trợ đào tạo phi công",
            "bảo vệ rạn san hô", "công bố biểu phí", "đào tạo chuyên gia",
        ],
        "num": [
            "với 30 tàu", "với 45 tàu", "với 12 triệu đô la", "với 18 triệu đô la", "tại 60 cảng",
            "tại 75 cảng",
        ],
        "date": [
            "trước ngày 5 tháng 5 năm 2027", "trước ngày 17 tháng 12 năm 2028",
            "trước tháng 6 năm 2029", "trước ngày 1 tháng 3 năm 2030",
        ],
        "qual": [
            "trong phạm vi có thể", "khi thích hợp", "nếu có thể",
            "phù hợp với pháp luật quốc gia",
        ],
        "ref": ["theo Điều 5", "theo Điều 7", "theo Phụ lục II", "theo Phụ lục IV"],
        "name": ["với Nhật Bản", "với Thái Lan", "với Kenya", "với Pháp", "với Indonesia"],
        "order": "{subj} {modal} {verb} {name} {num} {date}{q} {ref}.",
    },
    "id": {
        "subj": [
            "Para Pihak", "Negara anggota", "Para menteri", "Otoritas yang berwenang",
            "Kedua pemerintah",
        ],
        "modal": ["wajib", "harus", "sebaiknya", "dapat"],
        "neg": ("boleh", "tidak boleh"),
        "verb": [
            "bekerja sama di bidang perikanan", "bertukar informasi tentang pelabuhan",
            "mendukung pelatihan pilot", "melindungi terumbu karang", "menerbitkan tarif",
            "melatih para ahli",
        ],
        "num": [
            "dengan 30 kapal", "dengan 45 kapal", "dengan 12 juta dolar", "dengan 18 juta dolar",
            "di 60 pelabuhan", "di 75 pelabuhan",
        ],
        "date": [
            "sebelum 5 Mei 2027", "sebelum 17 Desember 2028", "sebelum Juni 2029",
            "sebelum 1 Maret 2030",
        ],
        "qual": [
            "sejauh memungkinkan", "sebagaimana mestinya", "jika memungkinkan",
            "sesuai dengan hukum nasional",
        ],
        "ref": [
            "berdasarkan Pasal 5", "berdasarkan Pasal 7", "berdasarkan Lampiran II",
            "berdasarkan Lampiran IV",
        ],
        "name": [
            "dengan Jepang", "dengan Thailand", "dengan Kenya", "dengan Prancis",
            "dengan Viet Nam",
        ],
        "order": "{subj} {modal} {verb} {name} {num} {date}{q} {ref}.",
    },
    "th": {
        "subj": ["ภาคี", "ประเทศสมาชิก", "รัฐมนตรี", "หน่วยงานที่เกี่ยวข้อง", "รัฐบาลทั้งสอง"],
        "modal": ["ต้อง", "ควร", "อาจ"],
        "neg": ("ต้อง", "ต้องไม่"),
        "verb": [
            "ร่วมมือด้านการประมง", "แลกเปลี่ยนข้อมูลเกี่ยวกับท่าเรือ", "สนับสนุนการฝึกอบรมนักบิน",
            "คุ้มครองแนวปะการัง", "เผยแพร่อัตราค่าธรรมเนียม",
        ],
        "num": [
            "ด้วยเรือ 30 ลำ", "ด้วยเรือ 45 ลำ", "ด้วยเงิน 12 ล้านดอลลาร์",
            "ด้วยเงิน 18 ล้านดอลลาร์", "ในท่าเรือ 60 แห่ง", "ในท่าเรือ 75 แห่ง",
        ],
        "date": [
            "ก่อนวันที่ 5 พฤษภาคม 2570", "ก่อนวันที่ 17 ธันวาคม 2571", "ภายในเดือนมิถุนายน 2572",
            "ก่อนวันที่ 1 มีนาคม 2573",
        ],
        "qual": ["เท่าที่จะเป็นไปได้", "ตามความเหมาะสม", "หากเป็นไปได้", "ตามกฎหมายภายในประเทศ"],
        "ref": ["ตามข้อ 5", "ตามข้อ 7", "ตามภาคผนวก 2", "ตามภาคผนวก 4"],
        "name": ["กับญี่ปุ่น", "กับเวียดนาม", "กับเคนยา", "กับฝรั่งเศส", "กับอินโดนีเซีย"],
        "order": "{subj}{modal}{verb}{name} {num} {date}{q} {ref}",
    },
    "ja": {
        "subj": [
            "締約国は", "加盟国は", "両国政府は", "関係閣僚は", "運輸当局は", "首脳は", "事務局は",
        ],
        "modal": [
            "する", "するものとする", "しなければならない", "すべきである", "することができる",
            "するよう努める",
        ],
        "neg": ("する", "しない"),
        "verb": [
            "港湾に関する情報を交換", "漁業に関する協力を実施", "操縦士の養成を支援",
            "さんご礁を保護", "料金表を公表", "専門家を派遣", "海上の安全を強化",
        ],
        "num": [
            "30隻の船舶により", "45隻の船舶により", "500万円を拠出して", "800万円を拠出して",
            "六十箇所の港湾において", "七十五箇所の港湾において", "3分の2の多数により",
            "4分の3の多数により", "20パーセントを限度として", "25パーセントを限度として",
        ],
        "date": [
            "令和九年五月五日までに", "2028年12月17日までに", "2029年6月末までに",
            "令和十二年三月一日までに", "30日以内に", "60日以内に",
        ],
        "qual": [
            "可能な限り", "適当な場合には", "可能な場合には", "国内法令に従って", "必要に応じて",
        ],
        "ref": [
            "第五条に基づき", "第七条に基づき", "第十条第一項に基づき", "第十条第二項に基づき",
            "附属書IIに従い", "附属書IVに従い",
        ],
        "name": [
            "日本国と", "タイ王国と", "ケニア共和国と", "フランス共和国と",
            "ベトナム社会主義共和国と", "シンガポールと",
        ],
        "order": "{subj}、{q}{date}、{ref}、{name}、{num}{verb}{modal}。",
    },
}
SLOTS = {"strength": "modal", "number": "num", "date": "date", "reference": "ref", "name": "name"}
CLASSES = list(SLOTS) + ["negation", "qualifier", "bracket"]


def sentence(language, parts):
    words = LANGUAGES[language]
    qualifier = parts["qual"]
    if qualifier and language == "ja":
        qualifier = qualifier + "、"
    elif qualifier:
        qualifier = (" " if language == "th" else ", ") + qualifier
    return words["order"].format(**parts, q=qualifier)


def kind(words):
    """What numbers count, and what is said before a reference."""
    words = words.translate({ord(c): None for c in "一二三四五六七八九十百"})
    return "".join(c for c in words if not c.isdigit()).split()[:2]


def others(language, slot, words):
    """What may stand in the place of words: numbers count the same things."""
    found = [w for w in LANGUAGES[language][slot] if w != words]
    if slot == "num" or (slot == "ref" and language not in ("th", "ja")):
        found = [w for w in found if kind(w) == kind(words)]
    return found


def bracketed(r, language, text, parts):
    if r.random() < 0.7:
        position = r.choice(["", " - JPN", " - THA delete"])
        return text.replace(parts["verb"], "[%s%s]" % (parts["verb"], position))
    other = r.choice(others(language, "num", parts["num"]))
    return text.replace(parts["num"], "[%s / %s - JPN]" % (parts["num"], other))


def plant(r, language, what):
    words = LANGUAGES[language]
    old = {k: r.choice(words[k]) for k in ("subj", "modal", "verb", "num", "date", "ref", "name")}
    old["qual"] = r.choice(words["qual"] + [""])
    new = dict(old)
    if what in SLOTS:
        slot = SLOTS[what]
        new[slot] = r.choice(others(language, slot, old[slot]))
    elif what == "negation":
        old["modal"], new["modal"] = words["neg"]
    elif what == "qualifier":
        new["qual"] = r.choice([w for w in words["qual"] + [""] if w != old["qual"]])
    before, after = sentence(language, old), sentence(language, new)
    return before, bracketed(r, language, before, old) if what == "bracket" else after


def found_classes(adref, folder, language, pairs):
    """By clause, the classes that the redline names."""
    for name, side in (("old", 0), ("new", 1)):
        with open(os.path.join(folder, name + ".md"), "w", encoding="utf-8") as out:
            for i, pair in enumerate(pairs):
                out.write("<!-- op c%d -->\n%s\n\n" % (i, pair[side]))
    made = subprocess.run([adref, "diff", "-l", language, "--json", "--files", "old.md", "new.md"],
                          cwd=folder, capture_output=True, check=False)
    redline = json.loads(made.stdout)
    found = collections.defaultdict(set)
    for group in redline["summary"]:
        for entry in group["entries"]:
            for matter in entry["matters"]:
                found[redline["clauses"][entry["clause"]]["id"]].add(matter["class"])
    return [found["c%d" % i] for i in range(len(pairs))]


def main():
    adref = os.path.abspath(sys.argv[1])
    plants = int(sys.argv[2]) if len(sys.argv) > 2 else 2000
    right = True
    with tempfile.TemporaryDirectory() as folder:
        for language in sys.argv[3:] or LANGUAGES:
            for what in CLASSES:
                r = random.Random(what + language)
                pairs = [plant(r, language, what) for _ in range(plants)]
                classes = found_classes(adref, folder, language, pairs)
                hits = sum(what in c for c in classes)
                wrong = sum(len(c - {what, "substance", "editorial"}) for c in classes)
                print("%s %-9s planted %d, found %d, entries of other classes %d"
                      % (language, what, plants, hits, wrong))
                for pair, c in [p for p in zip(pairs, classes) if what not in p[1]][:2]:
                    print("   missed: %s => %s" % pair)
                right = right and hits * 100 >= plants * 97 and wrong * 100 <= plants * 3
    return 0 if right else 1


if __name__ == "__main__":
    sys.exit(main())
