#!/usr/bin/env python3
"""Draw mentions for marking treatments by hand: the questions in one file, the program's answers in another.

  draw-treatments.py PARSED TEXTS GOLD OUT SEED [--any 225] [--each 5]

PARSED holds one NAME.json a document, as the parse command writes it; TEXTS the NAME.txt that were parsed; GOLD the folder of marks.
Drawn are linked mentions in preambular and operative clauses and their notes, none of them in a clause that a file of marks has a row
for: ANY from all, and up to EACH of each treatment that the program gave. OUT.questions.txt shows each in its clause, below the
paragraphs that it inherits from, without an answer; OUT.rows.tsv has the columns of treatments.drawn.tsv with an empty treatment;
OUT.answers.tsv what the program said.
"""
import argparse
import csv
import glob
import json
import os
import random
import re

BEFORE, AFTER, OPENING, PARENT = 420, 120, 110, 90


def marked(gold):
    """The clauses that have a mark: (document, label)."""
    clauses = set()
    for path in glob.glob(os.path.join(gold, '*.tsv')):
        if os.path.basename(path).startswith(('accepted.', 'sc-ocr.', 'mandates.')):
            continue
        with open(path, encoding='utf-8', newline='') as file:
            for row in csv.reader((line for line in file if line[0] != '#'), delimiter='\t', quoting=csv.QUOTE_NONE):
                clauses.add((row[0], row[1]))
    return clauses


def mentions(parsed, seen):
    for path in sorted(glob.glob(os.path.join(parsed, '*.json'))):
        name = os.path.basename(path)[:-len('.json')]
        with open(path, encoding='utf-8') as file:
            whole = json.load(file)
        for document in whole.get('documents', [whole]):
            named = {}
            for clause in document['clauses']:
                named.setdefault(clause['label'], []).append(clause)
            for citation in document['citations']:
                if citation['status'] != 'linked' or (name, citation['clause']) in seen:
                    continue
                inside = [c for c in named.get(citation['clause'], [])
                          if c['kind'] in ('preambular', 'operative') and (citation['footnote'] or c['start'] <= citation['start'] <= c['end'])]
                if inside:
                    yield name, document, inside[0], citation


def folded(text):
    return re.sub(r'\s+', ' ', text)


def question(number, text, document, clause, citation):
    above, label = '', clause['label']
    while '(' in label:
        label = label[:label.rindex('(')]
        parent = next((c['text'] for c in document['clauses'] if c['label'] == label), '')
        above = f'^{parent if len(parent) < 2 * PARENT else parent[:PARENT] + " ... " + parent[-PARENT:]}^ ' + above
    if citation['footnote']:
        body = folded(text[clause['start']:clause['end']])
        note = next((n for n in document['notes'] if n['start'] <= citation['start'] <= n['end']), citation)
        return (f'{number}|{clause["label"]} note {citation["footnote"]}| {above}{body}\n      NOTE {folded(text[note["start"]:citation["start"]])}'
                f'[[{folded(text[citation["start"]:citation["end"]])}]]{folded(text[citation["end"]:note["end"]])}')
    before = folded(text[clause['start']:citation['start']])
    if len(before) > BEFORE:
        before = before[:OPENING] + ' ... ' + before[-(BEFORE - OPENING):]
    after = folded(text[citation['end']:min(clause['end'], citation['end'] + AFTER)])
    return f'{number}|{clause["label"]}| {above}{before}[[{folded(text[citation["start"]:citation["end"]])}]]{after}'


def main():
    options = argparse.ArgumentParser()
    for name in ('parsed', 'texts', 'gold', 'out'):
        options.add_argument(name)
    options.add_argument('seed', type=int)
    options.add_argument('--any', type=int, default=225)
    options.add_argument('--each', type=int, default=5)
    chosen = options.parse_args()
    chance = random.Random(chosen.seed)
    pool = list(mentions(chosen.parsed, marked(chosen.gold)))
    order = list(range(len(pool)))
    chance.shuffle(order)
    drawn = {i: 'uniform' for i in order[:chosen.any]}
    for treatment in sorted({m[3]['treatment'] for m in pool}):
        of_kind = [i for i in order[chosen.any:] if pool[i][3]['treatment'] == treatment]
        drawn.update((i, 'kind') for i in of_kind[:chosen.each])
    rows = list(drawn.items())
    chance.shuffle(rows)
    print(f'{len(rows)} of {len(pool)} mentions drawn')
    with open(chosen.out + '.questions.txt', 'w', encoding='utf-8') as questions, open(chosen.out + '.rows.tsv', 'w', encoding='utf-8') as kept, \
            open(chosen.out + '.answers.tsv', 'w', encoding='utf-8') as answers:
        for number, (i, how) in enumerate(rows):
            name, document, clause, citation = pool[i]
            with open(os.path.join(chosen.texts, name + '.txt'), encoding='utf-8-sig', newline='') as file:
                text = file.read()
            print(question(number, text, document, clause, citation), file=questions)
            print(name, clause['label'], citation['start'], citation['instrument'] or citation['target'], '', how, sep='\t', file=kept)
            print(number, name, citation['treatment'], citation['verb'], citation['why'], sep='\t', file=answers)


if __name__ == '__main__':
    main()
