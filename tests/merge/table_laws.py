#!/usr/bin/env python3
"""Tables of two or three parties, merged: python3 tests/merge/table_laws.py ADREF [CASES [FIRST]]

Each party moves rows, changes cells, takes rows out, puts rows in (some of them the same as another
party) or adds a column. Then, whatever the order of the parties: a row that all have stands once,
one that all took out does not come back, one that some took out and nobody else touched is gone,
and no value that a party wrote is lost."""
import os
import random
import re
import subprocess
import sys
import tempfile

PORTS = 'Suva Apia Lae Vila Majuro Davao Hanoi Manila Jakarta Bangkok Yangon Phuket Cebu Kobe'.split()
CODES = ['JPN', 'THA', 'VNM']


def table(head, rows):
    lines = [head, ['---'] * len(head)] + rows
    return 'We list:\n\n' + ''.join('| ' + ' | '.join(line) + ' |\n' for line in lines)


def change(draw, base, new_rows):
    """The text of a party, its rows, and the names of those that it moved."""
    rows, moved = [list(row) for row in base], set()
    for _ in range(draw.randint(1, 3)):
        act = draw.random()
        if act < .3 and len(rows) > 2:
            row = rows.pop(draw.randrange(len(rows)))
            rows.insert(draw.randrange(len(rows) + 1), row)
            moved.add(row[0])
        elif act < .6:
            draw.choice(rows)[draw.choice([1, 2])] = str(draw.randint(1000, 9999))
        elif act < .75 and len(rows) > 2:
            rows.pop(draw.randrange(len(rows)))
        else:
            row = list(draw.choice(new_rows))
            if row[0] not in [other[0] for other in rows]:
                rows.insert(draw.randrange(len(rows) + 1), row)
    year = draw.random() < .3
    head = ['Port', 'Ships', 'Cranes'] + (['Year'] if year else [])
    text = table(head, [row + ['2030'] for row in rows] if year else rows)
    return text, {row[0]: row for row in rows}, moved, year


def merge(program, folder, base, texts, codes):
    names = []
    for name, text in zip(['base'] + codes, [base] + texts):
        names.append(os.path.join(folder, name + '.md'))
        with open(names[-1], 'w', encoding='utf-8') as file:
            file.write(text)
    run = subprocess.run([program, 'merge', '--files', *names, '--as', ','.join(codes)],
                         capture_output=True, text=True, check=False)
    return run.stdout


def faults(merged, base, sides):
    known = {row[0]: row for row in base}
    for name in {name for side in sides for name in side[1]} | set(known):
        lines = [line for line in merged.split('\n') if re.search(rf'\b{name}\b', line)]
        having = [side for side in sides if name in side[1]]
        for side in having:
            for value in side[1][name][1:]:
                if value not in merged and value not in known.get(name, []):
                    yield f'{value} of {name} is lost'
        touched = any(name in side[2] or side[3] or side[1][name] != list(known.get(name, []))
                      for side in having)
        if len(lines) > 1 and not (name not in known and all('[' in line for line in lines)):
            yield f'{name} stands {len(lines)} times'
        if not lines and (len(having) == len(sides) or (having and name not in known)):
            yield f'{name} is lost'
        # Of two rows that changed places either may have moved, so such a one may stand in brackets.
        open_words = any('[' in line for line in lines) and any(side[2] for side in having)
        if lines and (not having or (len(having) < len(sides) and not touched and not open_words)):
            yield f'{name} is back'


def main():
    program = os.path.abspath(sys.argv[1])
    cases = int(sys.argv[2]) if len(sys.argv) > 2 else 500
    first = int(sys.argv[3]) if len(sys.argv) > 3 else 0
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(first, first + cases):
            draw = random.Random(seed)
            ports = draw.sample(PORTS, draw.randint(5, 8))
            rows = [(port, str(draw.randint(10, 99)), str(draw.randint(100, 999))) for port in ports]
            base, new_rows = rows[:-2], rows[-2:]
            sides = [change(draw, base, new_rows) for _ in range(draw.choice([2, 2, 3]))]
            codes, texts = CODES[:len(sides)], [side[0] for side in sides]
            text = table(['Port', 'Ships', 'Cranes'], [list(row) for row in base])
            merged = merge(program, folder, text, texts, codes)
            other = merge(program, folder, text, texts[::-1], codes[::-1])
            found = list(faults(merged, base, sides))
            if sorted(re.findall(r'\w+', merged)) != sorted(re.findall(r'\w+', other)):
                found.append('the order of the parties matters')
            failed += 1 if found else 0
            for fault in found:
                print(f'case {seed}: {fault}')
    print(f'{cases} cases, {failed} with a fault')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
