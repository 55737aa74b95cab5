#!/usr/bin/env python3
"""Score parsed documents against clause marks that hold hashes instead of texts.

  score-marks.py [-v] MARKS.tsv PARSED_DIR

MARKS.tsv has the columns doc, label, start, end, sha (index-data/gold/sc-ocr.README.md tells what they mean);
PARSED_DIR holds one NAME.json a document, as the parse command writes it. A clause is found when a preambular or
operative clause of the same document has the same normalised text. A document without a parse counts as missed.
"""
import collections
import csv
import hashlib
import json
import os
import re
import sys
import unicodedata


def digest(text):
    kept = re.sub(r'[^a-z0-9]', '', unicodedata.normalize('NFKD', text).lower())
    return hashlib.sha256(kept.encode('utf-8')).hexdigest()[:12]


def clauses(path):
    if not os.path.exists(path):
        return []
    with open(path, encoding='utf-8') as file:
        found = json.load(file)['clauses']
    return [(digest(c['text']), c['label'], c['text']) for c in found if c['kind'] in ('preambular', 'operative')]


def main(marks, folder, verbose):
    wanted = collections.defaultdict(list)
    with open(marks, encoding='utf-8', newline='') as file:
        for row in csv.DictReader(file, delimiter='\t', quoting=csv.QUOTE_NONE):
            wanted[row['doc']].append(row)
    found = extra = missed = labelled = 0
    for doc, rows in sorted(wanted.items()):
        left = collections.defaultdict(list)
        for sha, label, text in clauses(os.path.join(folder, doc + '.json')):
            left[sha].append((label, text))
        for row in rows:
            same = left[row['sha']]
            if not same:
                missed += 1
                if verbose:
                    print('MISS ', doc, row['label'], row['start'], '...', row['end'])
                continue
            match = next((c for c in same if c[0] == row['label']), same[0])
            same.remove(match)
            found += 1
            labelled += match[0] == row['label']
            if verbose and match[0] != row['label']:
                print('LABEL', doc, 'want', row['label'], 'have', match[0])
        for label, text in (c for rest in left.values() for c in rest):
            extra += 1
            if verbose:
                print('EXTRA', doc, label, text[:90].replace('\n', ' '))
    precision = found / max(1, found + extra)
    recall = found / max(1, found + missed)
    f1 = 2 * precision * recall / max(1e-12, precision + recall)
    print(f'clauses: P {precision:.4f}  R {recall:.4f}  F1 {f1:.4f}  (found {found}, extra {extra}, missed {missed})')
    print(f'labels right among them: {labelled}/{found} = {labelled / max(1, found):.4f}')


if __name__ == '__main__':
    arguments = [a for a in sys.argv[1:] if a != '-v']
    if len(arguments) != 2:
        sys.exit(__doc__)
    main(arguments[0], arguments[1], '-v' in sys.argv)
