#!/usr/bin/env python3
"""Writes src/Search.FullText/Analysis/characters.txt: which characters make words and what they fold to.

The table is committed, so that the bytes of an index never depend on the Unicode tables of the machine that
builds it. Run this only to move to a newer Unicode version; every index must then be rebuilt.
    python3 tools/unicode-table.py > src/Search.FullText/Analysis/characters.txt
"""
import sys
import unicodedata as u

STRIPPED = [(0x300, 0x36F), (0x483, 0x487), (0x591, 0x5C7), (0x610, 0x61A), (0x64B, 0x65F), (0x670, 0x670),
            (0x6D6, 0x6ED), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x20D0, 0x20FF), (0xFE20, 0xFE2F)]
SPECIAL = {'æ': 'ae', 'œ': 'oe', 'ø': 'o', 'đ': 'd', 'ð': 'd', 'ħ': 'h', 'ı': 'i', 'ł': 'l', 'þ': 'th', 'ŋ': 'n', 'ŧ': 't',
           'ى': 'ي', 'ة': 'ه', 'ک': 'ك', 'ی': 'ي', 'ـ': ''}


def stripped(cp):
    return any(a <= cp <= b for a, b in STRIPPED) and u.category(chr(cp)) in ('Mn', 'Me')


def kind(cp):
    c, cat = chr(cp), u.category(chr(cp))
    if 0x3041 <= cp <= 0x309F or 0x3400 <= cp <= 0x4DBF or 0x4E00 <= cp <= 0x9FFF or 0xF900 <= cp <= 0xFAFF or cp in (0x3005, 0x3006, 0x3007):
        return 'I' if cat != 'Cn' else None
    if cat in ('Lu', 'Ll', 'Lt', 'Lo', 'Lm', 'Nl'):
        return 'L'
    if cat == 'Nd':
        return 'N'
    if cat in ('Mn', 'Mc', 'Me'):
        return 'M'
    if cat == 'Cf' and cp not in (0x200B,):
        return 'F'
    return None


def fold(cp):
    c = chr(cp)
    k = kind(cp)
    if k is None:
        return c
    if k == 'F' or stripped(cp):
        return ''
    if k == 'N':
        return str(u.decimal(c))
    if k == 'M':
        return c
    if 0xAC00 <= cp <= 0xD7A3 or 0x3040 <= cp <= 0x30FF or 0x1100 <= cp <= 0x11FF:
        return u.normalize('NFKC', c)
    if 0xFF66 <= cp <= 0xFFDC:
        return u.normalize('NFKC', c)
    if c in 'Йй':
        return 'й'  # a letter of its own, by which Russian endings are known
    t = u.normalize('NFKD', u.normalize('NFKD', c).casefold())
    for letter in 'ئؤ':
        t = t.replace(u.normalize('NFD', letter), letter)  # letters of their own, by which Arabic endings are known
    t = ''.join(SPECIAL.get(x, x) for x in t if not stripped(ord(x)))
    return t if t == '' or all(kind(ord(x)) in ('L', 'N', 'I', 'M') for x in t) and len(t) <= 8 else c


def main():
    out = sys.stdout
    out.write(f'# Unicode {u.unidata_version}. Written by tools/unicode-table.py: see there for the rules.\n')
    out.write('# kind first-last : L letter, N digit, I ideograph or kana that is a word by itself, M mark that stays, F ignored inside a word\n')
    start, last = 0, None
    for cp in range(0x10001):
        k = kind(cp) if cp < 0x10000 and not 0xD800 <= cp <= 0xDFFF else None
        if k in ('M',) and stripped(cp):
            k = 'F'
        if k != last:
            if last:
                out.write(f'{last} {start:x}-{cp - 1:x}\n')
            start, last = cp, k
    out.write('# = from to... : one character becomes these, or nothing\n')
    for cp in range(0x10000):
        if 0xD800 <= cp <= 0xDFFF or kind(cp) in (None, 'F') or stripped(cp):
            continue
        t = fold(cp)
        if t != chr(cp):
            out.write(f'= {cp:x} {" ".join(format(ord(x), "x") for x in t)}'.rstrip() + '\n')


main()
