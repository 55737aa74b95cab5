#!/usr/bin/env python3
"""Compare two folders of parses clause by clause.

  compare-parses.py REFERENCE_DIR PARSED_DIR [-v N]

Both folders hold one NAME.json a document, as the parse command writes it. A preambular or operative clause of the reference
is the same in the other parse if that has a clause with the same label and the same letters and digits (NFKD, case-folded).
Used for text that another program took from the PDF files:

  mkdir plain layout
  for f in pdf/*.pdf; do n=$(basename "$f" .pdf); pdftotext "$f" plain/$n.txt; pdftotext -layout "$f" layout/$n.txt; done
  Search.Indexer parse pdf/*.pdf --out parsed-pdf; Search.Indexer parse plain/*.txt --out parsed-plain
  compare-parses.py parsed-pdf parsed-plain

-v N shows the N documents that differ most.
"""
import argparse
import collections
import glob
import json
import os
import unicodedata


def clauses(path):
    if not os.path.exists(path):
        return collections.Counter()
    with open(path, encoding='utf-8') as file:
        found = json.load(file)['clauses']
    return collections.Counter((c['label'], ''.join(x for x in unicodedata.normalize('NFKD', c['text']).casefold() if x.isalnum()))
                               for c in found if c['kind'] in ('preambular', 'operative'))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('reference')
    parser.add_argument('parsed')
    parser.add_argument('-v', type=int, default=0, metavar='N')
    options = parser.parse_args()
    total, same, surplus, rows = 0, 0, 0, []
    for path in sorted(glob.glob(os.path.join(options.reference, '*.json'))):
        name = os.path.basename(path)
        reference, parsed = clauses(path), clauses(os.path.join(options.parsed, name))
        common = sum((reference & parsed).values())
        total += sum(reference.values())
        same += common
        surplus += sum(parsed.values()) - common
        if reference != parsed:
            rows.append((sum(reference.values()) - common, name, reference - parsed, parsed - reference))
    print(f'{same} of {total} clauses the same: {same / max(total, 1):.4f}; {surplus} others; {len(rows)} documents differ')
    for missing, name, gone, new in sorted(rows, key=lambda row: (-row[0], row[1]))[:options.v]:
        print(missing, name)
        for sign, side in (('-', gone), ('+', new)):
            for label, text in sorted(side):
                print(f'   {sign} {label} {text[:60]} ... {text[-60:]}')


if __name__ == '__main__':
    main()
