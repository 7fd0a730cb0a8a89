#!/usr/bin/env python3
"""Fits the weights of the `align` stage and writes src-tauri/engine/data/align-weights.tsv.

usage: train_align.py GOLD_FOLDER [--write]      (needs numpy and scikit-learn; GOLD_FOLDER as in eval/dev)
before: cargo build --release -p parallax-cli && cargo build --release -p parallax-engine --example align_measure

First look and second look are logistic regressions, one pair of them for articles in one language and one for two
languages; the second sees the figures of the first too ("second.pair"). Figures are printed from cross-validation by event: no event is judged by weights that have seen it.
The features come from the program itself (`cargo run --example align_measure`), so nothing is computed twice.
"""
import argparse, collections, glob, json, os, re, subprocess, sys, tempfile, zlib

import numpy as np
from sklearn.linear_model import LogisticRegression

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, os.path.join(ROOT, "scripts/gold"))
import own  # noqa: E402

SETS = ("cstnews", "events_gold", "own", "panl_id_en", "ntrex_gap_enid")
FOLDS = 5
# events_gold has few events, and was marked twice.
WEIGHT = {"events_gold": 2.0, "panl_id_en+merged": 0.4, "ntrex_gap_enid+merged": 0.4}
STRENGTH = {"first": 0.1, "second": 0.1}
# The two-language sets are translations, whole lines in one order without headlines: what they teach of order and
# headlines is not true of two reports of one event.
# "one_thing" and "sides" are rules of the program's, not weights: the gold has too few of them to learn from.
RULES = {"one_thing", "sides"}
NOT_LEARNT = {"one": RULES, "two": RULES | {"headline", "headlines", "distance"}}


def key(a, b):
    a, b = (a[0], int(a[1])), (b[0], int(b[1]))
    return (a, b) if a <= b else (b, a)


def merged(gold):
    """A copy in which some neighbouring statements of each article are one: in two reports of an event one sentence
    often says what two say elsewhere, which line-by-line translations never show."""
    place, sentences = {}, {}
    for turn, name in enumerate(gold["articles"]):
        sentences[name], at = [], 0
        lines = gold["sentences"][name]
        while at < len(lines):
            both = at % 4 == 2 * turn and at + 1 < len(lines)
            for old in (at, at + 1)[:1 + both]:
                place[(name, old)] = (name, len(sentences[name]))
            sentences[name].append(" ".join(lines[at:at + 1 + both]))
            at += 1 + both
    aligned = [[place[(a[0], int(a[1]))], place[(b[0], int(b[1]))]] for a, b in gold["aligned"]]
    return {**gold, "sentences": sentences, "aligned": aligned}


class Data:
    """All measured pairs of all gold files, with labels: 1 aligned, 0 not, -1 disputed."""

    def __init__(self, folder):
        self.files, self.gold, self.disputed, self.set_of, self.twin = [], {}, {}, {}, {}
        self.folder = tempfile.TemporaryDirectory()
        for name, gold in own.events(folder, CLI):
            path = os.path.join(self.folder.name, name.replace("/", "-") + ".json")
            json.dump(gold, open(path, "w", encoding="utf8"))
            self.add(path, gold, "own")
        for name in SETS:
            for path in sorted(glob.glob(os.path.join(folder, name, "events", "*", "gold.json"))):
                g = json.load(open(path, encoding="utf8"))
                self.add(path, g, name)
                if g["lang"] == "en-id":
                    copy = os.path.join(self.folder.name, os.path.basename(os.path.dirname(path)) + ".json")
                    json.dump(merged(g), open(copy, "w", encoding="utf8"))
                    self.add(copy, merged(g), name + "+merged")
                    self.twin[path] = copy

    def add(self, path, gold, name):
        self.files.append(path)
        self.set_of[path] = name
        self.gold[path] = {key(*p) for p in gold["aligned"]}
        self.disputed[path] = {key(*p) for p in gold.get("disputed", [])}

    def measure(self, weights, files=None):
        with tempfile.NamedTemporaryFile("w", suffix=".tsv", delete=False) as f:
            f.write(weights)
        out = subprocess.run([APP, f.name, *(files or self.files)], capture_output=True, text=True, check=True).stdout
        os.unlink(f.name)
        lines = out.split("\n")
        head = lines[0].split("\t")[6:]
        meta, rows = [], []
        for line in lines[1:]:
            if line:
                parts = line.split("\t")
                k = key((parts[1], parts[2]), (parts[3], parts[4]))
                label = -1 if k in self.disputed[parts[0]] else int(k in self.gold[parts[0]])
                meta.append((parts[0], label, int(parts[5])))
                rows.append(parts[6:])
        return head, meta, np.array(rows, dtype=float)


def figures(head, look):
    """The columns that a look sees, each with its name in the weights file."""
    names = {i: n for i, n in enumerate(head) if n.startswith(look + ".")}
    if look == "second":
        names |= {i: n.replace("first.", "second.pair.") for i, n in enumerate(head) if n.startswith("first.")}
    return names


def fit(head, meta, rows, look, keep):
    """Lines of the weights file for one look, from the events in `keep`."""
    names = figures(head, look)
    text = ""
    for foreign, model in ((0, "one"), (1, "two")):
        use = np.array([m[0] in keep and m[1] >= 0 and m[2] == foreign for m in meta])
        if not use.any():
            continue
        x, y = rows[use][:, list(names)], np.array([m[1] for m, u in zip(meta, use) if u])
        w = np.array([WEIGHT.get(DATA.set_of[m[0]], 1.0) for m, u in zip(meta, use) if u])
        x = x * [n.split(".")[-1] not in NOT_LEARNT[model] for n in names.values()]
        scale = x.std(axis=0) + 1e-9
        reg = LogisticRegression(C=STRENGTH[look], max_iter=3000).fit(x / scale, y, sample_weight=w)
        coef = reg.coef_[0] / scale
        text += f"{model}.{look}.constant\t{reg.intercept_[0]:.5f}\n"
        text += "".join(f"{model}.{n}\t{v:.5f}\n" for n, v in zip(names.values(), coef))
    return text


def train(keep):
    files = sorted(keep)
    head, meta, rows = DATA.measure("", files)
    first = fit(head, meta, rows, "first", keep)
    head, meta, rows = DATA.measure(first, files)
    return first + fit(head, meta, rows, "second", keep)


def strengths(weights, files):
    """(file, label, foreign, first-look chance, strength) of every measured pair."""
    head, meta, rows = DATA.measure(weights, files)
    w = dict(l.split("\t") for l in weights.split("\n") if l)
    seen = figures(head, "second")
    at, names = list(seen), list(seen.values())
    z = np.zeros(len(meta))
    for foreign, model in ((0, "one"), (1, "two")):
        use = np.array([m[2] == foreign for m in meta])
        c = np.array([float(w.get(f"{model}.{n}", 0)) for n in names])
        z[use] = rows[use][:, at] @ c + float(w.get(f"{model}.second.constant", 0))
    first = rows[:, head.index("second.chance")]
    return [(*m, a, b) for m, a, b in zip(meta, first, ruled(head, rows, 1 / (1 + np.exp(-z))))]


def ruled(head, rows, strength):
    """What the program's rules make of a strength (`strength` in align/strength.rs)."""
    source = open(os.path.join(ROOT, "src-tauri/engine/src/align/strength.rs"), encoding="utf8").read()
    constant = lambda name: float(re.search(rf"const {name}: f32 = ([\d.]+);", source).group(1))
    told = lambda name: rows[:, head.index("first." + name)] > 0
    strength = np.where(told("one_thing"), 1 - (1 - strength) * constant("NOT_ONE"), strength)
    return np.where(told("sides"), strength * constant("OPPOSED"), strength)


def ap(scored, total):
    scored = sorted(scored, key=lambda s: -s[0])
    hit = out = 0
    for n, (_, good) in enumerate(scored, 1):
        hit += good
        out += good * hit / n
    return out / max(1, total)


def f1(scored, total, line):
    tp = sum(g for s, g in scored if s >= line)
    n = sum(1 for s, _ in scored if s >= line)
    return 2 * tp / max(1, n + total), tp / max(1, n), tp / max(1, total)


def report(results):
    by_set = collections.defaultdict(list)
    for file, label, foreign, first, second in results:
        if label >= 0:
            by_set[DATA.set_of[file]].append((first, second, label))
    for name in (*SETS, "panl_id_en+merged", "ntrex_gap_enid+merged"):
        total = sum(len(DATA.gold[f]) for f in DATA.files if DATA.set_of[f] == name)
        one = [(a, y) for a, _, y in by_set[name]]
        two = [(b, y) for _, b, y in by_set[name]]
        best = max((f1(two, total, t / 100)[0], t / 100) for t in range(5, 95))
        fixed = " ".join(f"{t:.2f}:{f1(two, total, t)[0]:.3f}" for t in (0.3, 0.38, 0.42, 0.5))
        print(f"{name:15} gold {total} listed {sum(y for _, y in two)} | first AP {ap(one, total):.3f} | second AP "
              f"{ap(two, total):.3f} best F1 {best[0]:.3f} at {best[1]} | {fixed}")
        bins = [(lo / 10, [y for s, y in two if lo / 10 <= s < (lo + 1) / 10 + (lo == 9)]) for lo in range(10)]
        print("    calibration " + " ".join(f"{lo:.1f}:{np.mean(y):.2f}({len(y)})" for lo, y in bins if y and lo))


def main():
    global APP, CLI, DATA
    a = argparse.ArgumentParser(description=__doc__)
    a.add_argument("gold")
    a.add_argument("--write", action="store_true")
    a.add_argument("--app", default=os.path.join(os.environ.get("CARGO_TARGET_DIR", os.path.join(ROOT, "target")),
                                                 "release/examples/align_measure"))
    x = a.parse_args()
    APP, CLI = x.app, os.path.join(os.path.dirname(os.path.dirname(x.app)), "parallax-cli")
    DATA = Data(x.gold)
    twins = set(DATA.twin.values())
    event = lambda f: os.path.basename(f if DATA.set_of[f] == "own" else os.path.dirname(f))
    fold = {f: zlib.crc32(event(f).encode()) % FOLDS for f in DATA.files if f not in twins}
    fold |= {twin: fold[f] for f, twin in DATA.twin.items()}
    results = []
    for n in range(FOLDS):
        weights = train({f for f in DATA.files if fold[f] != n})
        results += strengths(weights, [f for f in DATA.files if fold[f] == n])
    report(results)
    if x.write:
        path = os.path.join(ROOT, "src-tauri/engine/data/align-weights.tsv")
        open(path, "w").write(train(set(DATA.files)))
        print("written", path)


if __name__ == "__main__":
    main()
