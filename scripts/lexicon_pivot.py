"""Dictionaries of a language to English out of those that lead both ways to a third language.

FreeDict's direct German, French, Spanish, Portuguese and Dutch dictionaries are under the GPL, which would bind the
whole program; the WikDict ones of the same Debian family are CC BY-SA 3.0 but seldom lead to English. A pair is
believed when several words of third languages lead to it, or one that means little else.
"""
import collections, re, unicodedata

# Third languages with a WikDict dictionary to or from English.
THIRD = ("fin", "pol", "ell", "bul", "ind")
# A pair is kept from this weight on: one unambiguous witness weighs 1.
ENOUGH = 0.45
# A third word with more meanings than this says nothing.
MOST_MEANINGS = 8


def kind(part_of_speech):
    """noun, verb or other; names are nouns."""
    first = part_of_speech.split(",")[0].strip()
    return {"n": "n", "pn": "n", "v": "v", "adj": "a", "adv": "a"}.get(first, "")


def same_kind(a, b):
    return not a or not b or a == b


def bare(word):
    """A word of a third language without stress marks (Bulgarian is written with them here) and notes."""
    word = re.sub(r"\([^)]*\)", " ", word.replace("\u0301", ""))
    return unicodedata.normalize("NFC", re.sub(r"\s+", " ", word)).strip().lower()


def table(entries, one, other):
    """{word of `one`: {(word of `other`, kind)}} from the dictionaries of both directions that exist."""
    found = collections.defaultdict(set)
    for a, b in ((one, other), (other, one)):
        for head, part, words in entries(f"{a}-{b}"):
            if "fix" in part or "phrase" in part or "proverb" in part:
                continue
            for word in words:
                x, y = (head, word) if a == one else (word, head)
                x, y = bare(re.sub(r"^to ", "", x)), bare(re.sub(r"^to ", "", y))
                # "Fluss-" is half a word, and would take the place of the whole one.
                if x and y and "-" not in (x[0], x[-1], y[0], y[-1]):
                    found[x].add((y, kind(part)))
    return found


def through(sources, thirds):
    """Weight of every (word, English) pair over the third languages."""
    weights = collections.defaultdict(lambda: collections.defaultdict(float))
    for name in sources:
        to_third, to_english = sources[name], thirds[name]
        meanings = collections.Counter(t for ways in to_third.values() for t in {w for w, _ in ways})
        for word, ways in to_third.items():
            # In order: a sum of floats must not depend on the order of a set.
            for third, part in sorted(ways):
                english = {e for e, k in to_english.get(third, ()) if same_kind(part, k)}
                if not english or len(english) > MOST_MEANINGS or meanings[third] > MOST_MEANINGS:
                    continue
                spread = len(english) * max(1, len(ways) / 2) * max(1, meanings[third] / 2)
                for e in english:
                    weights[word][e] += spread**-0.5
    return weights


def chosen(weights, most):
    """The best English words of each word: likely ones, and not far behind the best."""
    for word, found in sorted(weights.items()):
        best = max(found.values())
        keep = [e for e, w in found.items() if w >= ENOUGH and w >= best / 4]
        yield word, sorted(keep, key=lambda e: (-found[e], e))[:most]
