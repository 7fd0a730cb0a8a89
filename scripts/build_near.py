#!/usr/bin/env python3
"""Writes src-tauri/engine/data/near-en.tsv: which English words mean much the same, from WordNet.

usage: build_near.py WORDNET_FOLDER     (/usr/share/wordnet of Debian's wordnet-base; needs PyPI snowballstemmer)

A line is "stem, tab, groups": a group is a WordNet synset with two or more listed words, counted from 0. Only the two
most used senses of a word count: the rarer ones bring together what no reader would.
"""
import collections, os, sys

import snowballstemmer

DATA = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "src-tauri/engine/data")
SENSES = 2


def table(name):
    return dict(line.rstrip("\n").split("\t") for line in open(os.path.join(DATA, name), encoding="utf8"))


def main():
    listed, irregular = table("freq-en.tsv"), table("irregular-en.tsv")
    stem = snowballstemmer.stemmer("english").stemWord
    synsets, members = collections.defaultdict(list), collections.Counter()
    for part in ("noun", "verb", "adj"):
        for line in open(os.path.join(sys.argv[1], "index." + part), encoding="ascii"):
            fields = line.split()
            word = fields[0] if not line.startswith(" ") else ""
            if not word.isalpha() or word not in listed:
                continue
            # lemma, part, number of synsets, number of pointers, pointers, senses, tagged senses, offsets
            for offset in fields[6 + int(fields[3]):][:SENSES]:
                own = synsets[stem(irregular.get(word, word))]
                if part[0] + offset not in own:
                    own.append(part[0] + offset)
                    members[part[0] + offset] += 1
    number = {}
    with open(os.path.join(DATA, "near-en.tsv"), "w", encoding="utf8") as out:
        for word in sorted(synsets, key=str.encode):
            shared = [s for s in synsets[word] if members[s] > 1]
            if shared:
                out.write(word + "\t" + ",".join(str(number.setdefault(s, len(number))) for s in shared) + "\n")


if __name__ == "__main__":
    main()
