#!/usr/bin/env python3
"""Turns FreeDict dictionaries, CLDR names and wordfreq lists into the engine's data files.

usage: build_lexicon.py DICTD_FOLDER DATA_FOLDER     (called by build-lexicon.sh)

Writes, sorted by bytes and without anything that changes from run to run:
  <code>-en.tsv    a word or phrase, a tab, its English words and phrases parted by commas
  freq-<code>.tsv  a word, a tab, ten times its Zipf frequency (log10 of uses per thousand million words)
Hand-written files of the folder (news-id-en.tsv, irregular-en.tsv) are not touched.
"""
import base64, collections, gzip, os, re, string, sys

from babel import Locale
from wordfreq import iter_wordlist, zipf_frequency

import lexicon_pivot

# How many words of each list are kept: rarer ones count as rare anyway.
SIZES = {"en": 40000, "id": 30000, "pt": 20000, "es": 20000, "fr": 20000, "de": 20000, "nl": 20000}
DIGITS = {c: i for i, c in enumerate(string.ascii_uppercase + string.ascii_lowercase + string.digits + "+/")}
# Languages that reach English through third ones: code, FreeDict's code.
THROUGH = {"de": "deu", "fr": "fra", "es": "spa", "pt": "por", "nl": "nld"}
# Their words rarer than this (Zipf) are not news; English words rarer than this are no help.
RAREST, RAREST_ENGLISH = 2.3, 2.0
# So many English words are kept for one word.
MOST_MEANINGS = 6
# FreeDict's own pairs, which are under the GPL: never read, even when the packages are there.
GPL = {f"{a}-{b}" for c in THROUGH.values() for a, b in ((c, "eng"), ("eng", c))} | {"ita-eng", "eng-ita", "spa-por"}
# Longer phrases are definitions and proverbs, not words of the news.
MOST_WORDS = 3


def number(code):
    value = 0
    for letter in code:
        value = value * 64 + DIGITS[letter]
    return value


def entries(folder, pair):
    """(headword, part of speech, translations) of a dictd file; definitions are left out."""
    body = gzip.open(os.path.join(folder, f"freedict-{pair}.dict.dz")).read()
    seen = set()
    for line in open(os.path.join(folder, f"freedict-{pair}.index"), encoding="utf8"):
        word, offset, length = line.rstrip("\n").split("\t")[:3]
        place = (number(offset), number(length))
        if word.startswith("00") or place in seen:
            continue
        seen.add(place)
        lines = body[place[0]:place[0] + place[1]].decode("utf8").split("\n")
        head = re.split(r" /| <", lines[0])[0].strip()
        kind = (re.findall(r"<([^<>]*)>\s*$", lines[0]) or [""])[0]
        found, numbered = [], False
        for place_in_entry, text in enumerate(lines[1:]):
            opens = re.match(r"\d+\. ?", text)
            if (place_in_entry == 0 or opens) and not numbered:
                bare = re.sub(r"\s*\d+\.$", "", re.sub(r"^\d+\. ?", "", text))
                found += [t.strip() for t in re.split(r"[,;]", bare) if t.strip()]
            # "word 2." opens a run of definitions of the same translation.
            numbered = bool(re.search(r"(^| )\d+\.$", text))
        yield head, kind, found


def clean(phrase):
    """A lower-case phrase of plain words, or None when it is an affix, a note or too long."""
    phrase = re.sub(r"\([^)]*\)", " ", phrase).replace("’", "'").strip().lower()
    phrase = re.sub(r"\s+", " ", phrase)
    if not phrase or not re.fullmatch(r"[0-9a-zß-ÿœ][0-9a-zß-ÿœ' .-]*", phrase):
        return None
    phrase = phrase.strip(" .-'")
    if not phrase or phrase.count(" ") >= MOST_WORDS:
        return None
    return phrase


def direct(folder, pairs):
    for english, kind, words in entries(folder, "eng-ind"):
        if "fix" in kind:
            continue
        english = clean(re.sub(r"^to ", "", english))
        for word in words:
            word = clean(word)
            if english and word:
                pairs[word].add(english)


def through_finnish(folder, pairs):
    """Pairs that meet in an unambiguous Finnish word: a third of the size again, a little noise."""
    there, here = collections.defaultdict(set), collections.defaultdict(set)
    for table, pair in ((there, "fin-ind"), (here, "fin-eng")):
        for finnish, kind, words in entries(folder, pair):
            if "fix" not in kind:
                table[(finnish, kind)] |= {w for w in map(clean, words) if w}
    for key, words in there.items():
        english = here.get(key, set())
        if 0 < len(english) <= 3 and len(words) <= 3:
            for word in words:
                pairs[word] |= english


def names(pairs, language, rarest=0.0):
    """Countries, languages, currencies, months and days as CLDR names them."""
    ind, eng = Locale(language), Locale("en")
    for table in ("territories", "languages", "currencies"):
        for code, name in getattr(ind, table).items():
            word, english = clean(name), clean(getattr(eng, table).get(code, ""))
            if word and english and not code.isdigit() and (table != "currencies" or used(word, language, rarest)):
                pairs[word].add(english)
    for table in ("months", "days"):
        for style in ("wide", "abbreviated"):
            for at, name in getattr(ind, table)["format"][style].items():
                word, english = clean(name), clean(getattr(eng, table)["format"][style][at])
                if word and english:
                    pairs[word].add(english)


def used(phrase, language, rarest):
    """Whether every word of a phrase is in use."""
    return all(zipf_frequency(w, language) >= rarest for w in re.findall(r"[^\W\d_]+", phrase))


def through_others(folder):
    """{language: {word: English words, the likeliest first}} for the languages of THROUGH."""
    def read(pair):
        there = os.path.exists(os.path.join(folder, f"freedict-{pair}.index"))
        return entries(folder, pair) if there and pair not in GPL else ()

    thirds = {name: lexicon_pivot.table(read, name, "eng") for name in lexicon_pivot.THIRD}
    found = {}
    # Spanish and Portuguese have few third languages: they also go through the languages done before them.
    for code in ("de", "fr", "nl", "es", "pt"):
        ways = {name: lexicon_pivot.table(read, THROUGH[code], name) for name in (*lexicon_pivot.THIRD, *thirds)}
        weights = lexicon_pivot.through(ways, thirds)
        found[code] = {}
        for word, words in lexicon_pivot.chosen(weights, MOST_MEANINGS):
            word = clean(word)
            words = [e for e in map(clean, words) if e and used(e, "en", RAREST_ENGLISH)]
            if word and words and not word[0].isdigit() and used(word, code, RAREST):
                found[code].setdefault(word, words)
        thirds[THROUGH[code]] = {w: {(e, "") for e in words[:3]} for w, words in found[code].items()}
    return found


def write(path, rows):
    with open(path, "w", encoding="utf8", newline="\n") as out:
        out.writelines(f"{a}\t{b}\n" for a, b in sorted(rows, key=lambda r: r[0].encode()))
    print(path, os.path.getsize(path))


def main():
    folder, data = sys.argv[1:3]
    pairs = collections.defaultdict(set)
    direct(folder, pairs)
    through_finnish(folder, pairs)
    names(pairs, "id")
    write(os.path.join(data, "id-en.tsv"), ((w, ",".join(sorted(e))) for w, e in pairs.items()))
    for code, table in through_others(folder).items():
        pairs = collections.defaultdict(set)
        names(pairs, code, RAREST)
        rows = {w: ",".join(dict.fromkeys((*sorted(pairs.get(w, ())), *table.get(w, ())))) for w in {*pairs, *table}}
        write(os.path.join(data, f"{code}-en.tsv"), rows.items())
    for code, size in SIZES.items():
        rows = {}
        for word in iter_wordlist(code, "best"):
            if re.fullmatch(r"[^\W\d_]+(['’-][^\W\d_]+)*", word) and len(rows) < size:
                rows.setdefault(word, round(10 * zipf_frequency(word, code)))
        write(os.path.join(data, f"freq-{code}.tsv"), ((w, str(f)) for w, f in rows.items()))


if __name__ == "__main__":
    main()
