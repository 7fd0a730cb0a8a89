"""make bench: speed, memory and size of the release build on this machine, beside what a user would take instead.

Prints one table (table.py). Everything is measured in the same run, the peers too (Python trafilatura, difflib, CollateX,
scikit-learn): they are installed by name into target/bench-peers, which may be thrown away. Standard library only. Options:
  --write                                   puts what is printed into docs/performance.md and README.md
  --no-window  --no-peers  --no-growth      leave a part out
  --batch N                                 measure a batch of N events too (N = 10000 takes minutes)
RUNS=15 in the environment is the number of runs; of long ones fewer."""
import json, os, pathlib, platform, shutil, statistics, subprocess, sys, tempfile, time

import frames, inputs, window
from table import heading, row, say, size, spread, write

ROOT = pathlib.Path(__file__).resolve().parents[2]
TARGET = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
CLI, WINDOW = TARGET / "release/parallax-cli", TARGET / "release/parallax"
WEIGHT = TARGET / "release/examples/weight"
STAGES, EMPTY = TARGET / "release/examples/stages", TARGET / "release/examples/empty_window"
SAMPLE = sorted((ROOT / "src-tauri/sample").iterdir())
FORMATS = ROOT / "tests/cases/formats"
RUNS = int(os.environ.get("RUNS", "15"))
# Articles and statements of the events that are compared.
EVENTS = [(4, 40), (12, 60), (46, 30), (46, 60), (12, 300)]


def main():
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True).stdout.strip()
    say(f"{cpu()}, {os.cpu_count()} cores, {platform.system()} {platform.release().split('-')[0]}, "
        f"glibc {platform.libc_ver()[1]}; commit {commit}; load {os.getloadavg()[0]:.1f}")
    say(f"medians of {RUNS} runs (smallest to largest), of long ones fewer; ratio: the peer's over ours")
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        events = {(a, s): inputs.make_event(folder / f"event-{a}-{s}", a, s) for a, s in EVENTS}
        pages = inputs.make_pages(folder / "pages", 20)
        peers = {} if "--no-peers" in sys.argv else measure_peers(folder)
        reading(events, pages, peers)
        comparing(events, peers)
        processes(folder, events, pages, peers)
        sessions(events[12, 60])
        if "--no-growth" not in sys.argv:
            growth(folder)
        if "--batch" in sys.argv:
            batch(folder, int(sys.argv[sys.argv.index("--batch") + 1]))
        if "--no-window" not in sys.argv:
            windows(folder)
            twelve(events[12, 60])
    heading("size")
    for path in [CLI, WINDOW, *sorted((TARGET / "release/bundle/deb").glob("*.deb"))]:
        if path.exists():
            size(path)
    print(f"\nbench: {(time.monotonic() - begun) / 60:.1f} minutes", file=sys.stderr)
    if "--write" in sys.argv:
        write()


def measure_peers(folder):
    home = TARGET / "bench-peers"
    python = home / "bin/python"
    if not python.exists():
        print("bench: installing the peers into target/bench-peers", file=sys.stderr)
        subprocess.run([sys.executable, "-m", "venv", home], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "trafilatura", "lxml_html_clean", "collatex", "Levenshtein", "scikit-learn"], check=True)
    script = pathlib.Path(__file__).with_name("peers.py")
    done = subprocess.run([python, script, str(min(RUNS, 7)), folder], check=True, capture_output=True, text=True)
    return {peer["name"]: peer for peer in map(json.loads, done.stdout.splitlines())}


def reading(events, pages, peers):
    """One source to the end on its own, inside one process."""
    heading("reading, inside one process")
    of, n = in_process(pages, RUNS), len(pages)
    row("read a page: article and metadata", scaled(of["extract"], n), peers=[peers.get("trafilatura, a page")])
    row("  split a page into sentences", scaled(of["segment"], n))
    row("  its figures, dates, names, quotations", scaled(of["facts"], n))
    of = in_process(events[12, 60], RUNS)
    row("split 720 sentences", of["segment"])
    row("figures, dates, names, quotations of 720 sentences", of["facts"])
    row("words of 60 pairs of sentences, beside each other", of["words"], peers=[peers.get("difflib, words of 60 pairs")])


def comparing(events, peers):
    """The engine's own time, inside one process, on all cores."""
    heading("comparing, inside one process")
    for (articles, statements), files in events.items():
        of = in_process(files, RUNS if articles * statements < 1000 else max(3, RUNS // 3))
        name = f"{articles} x {statements}"
        row(f"match {name}", of["match"], peers=[peer for peer in peers.values() if peer["name"].endswith(f"matching {name}")])
        row(f"compare {name}: match, claims, differences", of["compare"])
        row(f"  add the last of {name}".strip(), of["add one article"])
        row(f"  move the strictness of {name}".strip(), of["move the strictness"])
        if (articles, statements) == (12, 60):
            for form in ["html", "xlsx", "json", "png"]:
                row(f"  export {form}", of[f"export {form}"])


def in_process(files, runs):
    done = subprocess.run([STAGES, str(runs), *files], check=True, capture_output=True, text=True)
    table = (line.split("\t") for line in done.stdout.splitlines())
    return {name: (float(median), float(least), float(most)) for name, median, least, most in table}


def scaled(times, n):
    return tuple(t / n for t in times)


def processes(folder, events, pages, peers):
    """Whole processes, as a script starts them: with the start and, but for text, a child that reads the file."""
    heading("whole process (memory: the largest of it and its children)")
    process("extract, saved page", ["extract", pages[0]], peers=[peers.get("trafilatura, whole process")])
    for path in sorted(FORMATS.glob("article.*")):
        if path.suffix not in (".py", ".md5"):
            process(f"extract, {path.name.removeprefix('article.')}", ["extract", path])
    process("extract, 20-page PDF", ["extract", inputs.make_pdf(folder, 20)])
    process("segment, 60 sentences", ["segment", events[12, 60][0]])
    process("compare, sample (3 articles)", ["compare", *SAMPLE])
    process("compare, 12 x 60", ["compare", *events[12, 60]])
    process("compare, 12 pages", ["compare", *pages[:12]])


def process(name, arguments, runs=RUNS, peers=()):
    seconds, megabytes = times([CLI, *arguments], runs)
    row(name, spread([1000 * s for s in seconds]), spread(megabytes), peers)


def times(command, runs):
    """Wall seconds and peak megabytes of every run of a program that has to end well."""
    seconds, megabytes = [], []
    for _ in range(runs):
        begun = time.perf_counter()
        child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(child.pid, 0)
        seconds.append(time.perf_counter() - begun)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            sys.exit(f"bench: {command[:2]} ended with {child.returncode}")
        megabytes.append(usage.ru_maxrss / 1024)
    return seconds, megabytes


def sessions(files):
    if WEIGHT.exists():
        heading("saved session")
        done = subprocess.run([WEIGHT, *files], check=True, capture_output=True, text=True)
        for line in done.stdout.splitlines():
            say(line)


def growth(folder):
    """How cost grows with the number of articles of one event. The programs take 12; the engine has no such limit."""
    heading("growth: compare N articles of 30 statements, inside one process")
    for articles in [2, 4, 12, 46, 100, 200]:
        files = inputs.make_event(folder / f"grow-{articles}", articles, 30)
        of = in_process(files, max(3, RUNS // 3) if articles < 100 else 1)
        _, megabytes = times([STAGES, "1", *files], 1) if articles < 100 else (0, None)
        pairs = articles * (articles - 1) // 2
        row(f"{articles} articles, {pairs} pairs of articles", of["compare"], spread(megabytes) if megabytes else None,
            note=f"{1000 * of['compare'][0] / pairs:.0f} us a pair of articles")


def batch(folder, count):
    """Events of three short articles, as lines; the peak memory is of the whole run."""
    heading(f"batch of {count} events of 3 x 20, --brief, {os.cpu_count()} jobs")
    known = {"articles": [{"text": path.read_text()} for path in inputs.make_event(folder / "b1", 3, 20)]}
    known = json.dumps(known)
    for n in sorted({max(100, count // 100), count}):
        lines = folder / f"batch-{n}.jsonl"
        with lines.open("w") as file:
            for number in range(n):
                file.write(json.dumps({"id": str(number), **json.loads(known.replace(" officials", f" officials {number}"))}) + "\n")
        seconds, megabytes = times([CLI, "compare", "--events", lines, "--brief", "--output", folder / f"out-{n}"], 1)
        each = 1000 * seconds[0] * os.cpu_count() / n
        row(f"{n} events", spread([1000 * seconds[0]]), spread(megabytes),
            note=f"{n / seconds[0]:.0f} events a second; at most {each:.1f} ms of one core an event")


def windows(folder):
    heading("window, on a virtual screen (memory: of the whole process tree, shared parts counted once)")
    runs = max(3, RUNS // 2)
    empty = None
    if EMPTY.exists():
        empty = window.window(EMPTY, [], folder, runs, window.page_is_shown)
        row("an empty Tauri window", *figures(empty), note=parts(empty))
    for name, shown in [("start to first text", window.head_is_shown),
                        ("start to first text of the sample; tree at rest", window.text_is_shown)]:
        ours = window.window(WINDOW, ["--sample"], folder, runs, shown)
        note = parts(ours)
        if empty:
            middle = lambda values: statistics.median(values)
            start = middle(ours[0]) / middle(empty[0])
            memory = middle([sum(one.values()) for one in ours[1]]) / middle([sum(one.values()) for one in empty[1]])
            note = f"start {start:.2f} x, memory {memory:.2f} x the empty window; {note}"
        row(name, *figures(ours), note=note)


def twelve(files):
    """Twelve sources of sixty sentences in the window, driven by WebKitWebDriver."""
    if not shutil.which("WebKitWebDriver"):
        return say("12 x 60 in the window: not measured, WebKitWebDriver is not here")
    of, held = frames.measure(WINDOW, files, max(3, RUNS // 3))
    for name, values in of.items():
        late = sorted(values)[int(0.95 * len(values))]
        row(f"12 x 60, {name}", spread(values), note=f"95th of a hundred: {late:.0f} ms" if len(values) > 20 else "")
    say("12 x 60, the page's process after all of it: {:.0f} MB, at rest {:.0f} MB".format(*held))


def figures(measured):
    seconds, trees = measured
    return spread([1000 * s for s in seconds]), spread([sum(tree.values()) for tree in trees])


def parts(measured):
    """The memory of each process, of the last run."""
    return ", ".join(f"{name} {megabytes:.0f}" for name, megabytes in measured[1][-1].items()) + " MB"


def cpu():
    for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.processor()


if __name__ == "__main__":
    main()
