"""What a user would take instead, timed in this process: prints one line of JSON a peer, {"name", "ms": [...]}.

Runs in the throw-away environment that main.py makes. usage: peers.py RUNS FOLDER    (the folder that main.py filled)"""
import difflib, importlib.metadata, json, pathlib, re, signal, subprocess, sys, time, warnings

warnings.filterwarnings("ignore")
LIMIT = 120


def main():
    runs, folder = int(sys.argv[1]), pathlib.Path(sys.argv[2])
    big, little = read(folder / "event-12-60"), read(folder / "event-4-40")
    reading(runs, sorted((folder / "pages").iterdir()))

    import sklearn
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.metrics.pairwise import linear_kernel

    def tfidf(articles, **how):
        rows = TfidfVectorizer(sublinear_tf=True, **how).fit_transform([s for a in articles for s in a])
        return linear_kernel(rows, rows)
    letters = dict(analyzer="char_wb", ngram_range=(3, 5))
    say("scikit-learn TF-IDF of letters, matching 4 x 40", times(runs, lambda: tfidf(little, **letters)), sklearn.__version__)
    say("scikit-learn TF-IDF of letters, matching 12 x 60", times(runs, lambda: tfidf(big, **letters)), sklearn.__version__)
    say("scikit-learn TF-IDF of words, matching 12 x 60", times(runs, lambda: tfidf(big)), sklearn.__version__)
    many = read(folder / "event-46-30")
    say("scikit-learn TF-IDF of letters, matching 46 x 30", times(runs, lambda: tfidf(many, **letters)), sklearn.__version__)

    python = sys.version.split()[0]
    say("difflib, words of 60 pairs", times(runs, lambda: words(big)), python)
    say("difflib, matching 4 x 40", times(min(runs, 3), lambda: closest(little)), python)
    say("difflib, matching 12 x 60", limited(lambda: closest(big)), python)
    version = importlib.metadata.version("collatex")
    say("CollateX, matching 4 x 40", limited(lambda: collation(little)), version)
    say("CollateX, matching 12 x 60", limited(lambda: collation(big)), version)


def reading(runs, pages):
    import trafilatura
    texts = [path.read_text() for path in pages]
    extract = lambda: [trafilatura.extract(text, output_format="json", with_metadata=True) for text in texts]
    say("trafilatura, a page", [t / len(texts) for t in times(runs, extract)], trafilatura.__version__)

    def command():
        with pages[0].open() as page:
            subprocess.run([sys.executable, "-m", "trafilatura.cli", "--json", "--with-metadata"], stdin=page, check=True, stdout=subprocess.DEVNULL)
    say("trafilatura, whole process", times(runs, command), trafilatura.__version__)


def collation(articles):
    from collatex import Collation, collate
    whole = Collation()
    for number, statements in enumerate(articles):
        whole.add_plain_witness(f"W{number}", " ".join(statements))
    return collate(whole, segmentation=False)


def words(articles):
    """The steps from the words of each sentence of the first article to those of the same place in the second."""
    for one, two in zip(*articles[:2]):
        difflib.SequenceMatcher(None, one.lower().split(), two.lower().split(), autojunk=False).get_opcodes()


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
