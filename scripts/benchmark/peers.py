"""What a user would take instead, timed in this process: prints one line of JSON a peer, {"name", "ms": [...]}.

Runs in the throw-away environment that main.py makes. usage: peers.py RUNS PAGES_FOLDER EVENT_FOLDER [SMALL_EVENT_FOLDER]"""
import difflib, json, pathlib, re, signal, sys, time, warnings

warnings.filterwarnings("ignore")
LIMIT = 120


def main():
    runs, pages, event, small = int(sys.argv[1]), *map(pathlib.Path, sys.argv[2:5])
    texts = [path.read_text() for path in sorted(pages.iterdir())]
    big, little = read(event), read(small)

    import trafilatura
    extract = lambda: [trafilatura.extract(text, output_format="json", with_metadata=True) for text in texts]
    say("trafilatura, a page", [t / len(texts) for t in times(runs, extract)], trafilatura.__version__)

    import sklearn
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.metrics.pairwise import linear_kernel

    def tfidf():
        rows = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True).fit_transform([s for a in big for s in a])
        return linear_kernel(rows, rows)
    say("TF-IDF (scikit-learn), 12 x 60", times(runs, tfidf), sklearn.__version__)

    def words():
        rows = TfidfVectorizer(sublinear_tf=True).fit_transform([s for a in big for s in a])
        return linear_kernel(rows, rows)
    say("TF-IDF of words only, 12 x 60", times(runs, words), sklearn.__version__)

    say("difflib, 4 x 40", times(min(runs, 3), lambda: closest(little)), sys.version.split()[0])
    say("difflib, 12 x 60", limited(lambda: closest(big)), sys.version.split()[0])

    import importlib.metadata
    from collatex import Collation, collate

    def collation(articles):
        whole = Collation()
        for number, statements in enumerate(articles):
            whole.add_plain_witness(f"W{number}", " ".join(statements))
        return collate(whole, segmentation=False)
    version = importlib.metadata.version("collatex")
    say("CollateX, 4 x 40", limited(lambda: collation(little)), version)
    say("CollateX, 12 x 60", limited(lambda: collation(big)), version)


def read(folder):
    """The statements of every article, split at what ends a sentence."""
    return [re.split(r"(?<=\.)\s+", path.read_text().strip()) for path in sorted(folder.iterdir())]


def closest(articles):
    """For every statement the closest one of every other article, as difflib finds it."""
    found = 0
    for i, mine in enumerate(articles):
        for theirs in articles[i + 1:]:
            found += sum(len(difflib.get_close_matches(statement, theirs, n=1, cutoff=0.6)) for statement in mine)
    return found


def times(runs, work):
    milliseconds = []
    for _ in range(runs):
        begun = time.perf_counter()
        work()
        milliseconds.append(1000 * (time.perf_counter() - begun))
    return milliseconds


def limited(work):
    """One run, or nothing when it takes longer than the limit."""
    def stop(*_):
        raise TimeoutError
    signal.signal(signal.SIGALRM, stop)
    signal.alarm(LIMIT)
    try:
        return times(1, work)
    except TimeoutError:
        return []
    finally:
        signal.alarm(0)


def say(name, milliseconds, version):
    print(json.dumps({"name": name, "ms": milliseconds, "version": version, "limit": LIMIT}), flush=True)


if __name__ == "__main__":
    main()
