"""make bench: speed, memory and size of the release build on this machine, beside what a user would take instead.

Prints one table. Everything is measured in the same run; `ratio` is the peer's time or memory over ours, so more than 1 is
better for us. The peers (Python trafilatura, difflib, CollateX, scikit-learn) are installed by name into
target/bench-peers, which may be thrown away. Standard library only. Options:
  --no-window  --no-peers  --no-growth      leave a part out
  --batch N                                 measure a batch of N events too (N = 10000 takes minutes)
RUNS=15 in the environment is the number of runs; of long ones fewer."""
import json, os, pathlib, platform, resource, statistics, subprocess, sys, tempfile, time

import inputs, window

ROOT = pathlib.Path(__file__).resolve().parents[2]
TARGET = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
CLI, WINDOW = TARGET / "release/parallax-cli", TARGET / "release/parallax"
WEIGHT = TARGET / "release/examples/weight"
STAGES, EMPTY = TARGET / "release/examples/stages", TARGET / "release/examples/empty_window"
SAMPLE = sorted((ROOT / "src-tauri/sample").iterdir())
FORMATS = ROOT / "tests/cases/formats"
RUNS = int(os.environ.get("RUNS", "15"))


def main():
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True).stdout.strip()
    print(f"machine: {cpu()}, {os.cpu_count()} cores, {platform.platform()}; commit {commit}; load {os.getloadavg()[0]:.1f}")
    print(f"medians of {RUNS} runs (smallest to largest); ratio: the peer's over ours\n")
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        events = {(a, s): inputs.make_event(folder / f"event-{a}-{s}", a, s) for a, s in [(4, 40), (12, 60), (46, 60), (12, 300)]}
        pages = inputs.make_pages(folder / "pages", 20)
        peers = {} if "--no-peers" in sys.argv else measure_peers(folder / "pages", folder / "event-12-60", folder / "event-4-40")
        stages(events, pages, peers)
        processes(folder, events, pages)
        if WEIGHT.exists():
            heading("saved session")
            print(subprocess.run([WEIGHT, *events[12, 60]], check=True, capture_output=True, text=True).stdout.rstrip(), flush=True)
        if "--no-growth" not in sys.argv:
            growth(folder)
        if "--batch" in sys.argv:
            batch(folder, int(sys.argv[sys.argv.index("--batch") + 1]))
        if "--no-window" not in sys.argv:
            windows(folder)
    sizes()


def measure_peers(pages, event, small):
    home = TARGET / "bench-peers"
    python = home / "bin/python"
    if not python.exists():
        print("bench: installing the peers into target/bench-peers", file=sys.stderr)
        subprocess.run([sys.executable, "-m", "venv", home], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "trafilatura", "lxml_html_clean", "collatex", "Levenshtein", "scikit-learn"], check=True)
    script = pathlib.Path(__file__).with_name("peers.py")
    done = subprocess.run([python, script, str(min(RUNS, 7)), pages, event, small], check=True, capture_output=True, text=True)
    return {peer["name"]: peer for peer in map(json.loads, done.stdout.splitlines())}


def stages(events, pages, peers):
    """Inside one process, without starting anything: the engine's own time."""
    heading("inside one process")
    of_pages = in_process(pages, RUNS)
    n = len(pages)
    row("read a page: article and metadata", scaled(of_pages["extract"], n), peer=peers.get("trafilatura, a page"))
    row("  its sentences", scaled(of_pages["segment"], n))
    row("  figures, dates, names, quotations", scaled(of_pages["facts"], n))
    for (articles, statements), files in events.items():
        few = RUNS if articles * statements < 1000 else max(3, RUNS // 5)
        of = in_process(files, few)
        size = f"{articles} x {statements}"
        if (articles, statements) == (12, 60):
            row(f"compare {size}: match, claims, differences", of["compare"], peer=peers.get("TF-IDF (scikit-learn), 12 x 60"))
            for name in ["TF-IDF of words only, 12 x 60", "difflib, 12 x 60", "CollateX, 12 x 60"]:
                row("", of["compare"], peer=peers.get(name), again=True)
        elif (articles, statements) == (4, 40):
            row(f"compare {size}", of["compare"], peer=peers.get("difflib, 4 x 40"))
            row("", of["compare"], peer=peers.get("CollateX, 4 x 40"), again=True)
        else:
            row(f"compare {size}", of["compare"])
        row(f"  add the last of the articles", of["add one article"])
        row(f"  move the strictness (claims and differences)", of["move the strictness"])
        if (articles, statements) == (12, 60):
            for name in ["export html", "export xlsx", "export json", "export png"]:
                row(f"  {name}", of[name])


def in_process(files, runs):
    done = subprocess.run([STAGES, str(runs), *files], check=True, capture_output=True, text=True)
    rows = (line.split("\t") for line in done.stdout.splitlines())
    return {name: (float(median), float(least), float(most)) for name, median, least, most in rows}


def scaled(times, n):
    return tuple(t / n for t in times)


def processes(folder, events, pages):
    """Whole processes, as a script starts them: with the start and, but for text, a child that reads the file."""
    heading("whole process")
    process("extract, saved page", "extract", [pages[0]])
    for path in sorted(FORMATS.glob("article.*")):
        if path.suffix not in (".py", ".md5"):
            process(f"extract, {path.name.removeprefix('article.')}", "extract", [path])
    process("extract, 20-page PDF", "extract", [inputs.make_pdf(folder, 20)])
    process("compare, sample (3 articles)", "compare", SAMPLE)
    process("compare, 12 x 60", "compare", events[12, 60])
    process("compare, 12 pages", "compare", pages[:12])


def process(name, command, files, runs=RUNS):
    seconds, megabytes = times([CLI, command, *files], runs)
    row(name, spread([1000 * s for s in seconds]), megabytes=spread(megabytes))


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


def growth(folder):
    """How cost grows with the number of articles of one event. The window takes 12; the engine has no such limit."""
    heading("growth: compare N articles of 40 statements, in one process")
    for articles in [2, 5, 10, 25, 50, 100, 200]:
        files = inputs.make_event(folder / f"grow-{articles}", articles, 40)
        runs = 5 if articles < 50 else 1
        of = in_process(files, runs)
        pairs = articles * (articles - 1) // 2
        row(f"{articles} articles, {pairs} pairs", of["compare"], note=f"{1000 * of['compare'][0] / pairs:.0f} us a pair of articles")


def batch(folder, count):
    """Events of three short articles, as lines; the peak memory is of the whole run."""
    heading(f"batch of {count} events of 3 x 20, --brief, {os.cpu_count()} jobs")
    known = [json.dumps({"articles": [{"text": p.read_text()} for p in inputs.make_event(folder / f"b{n}", 3, 20)]}) for n in (1,)][0]
    for n in sorted({max(100, count // 100), count}):
        lines = folder / f"batch-{n}.jsonl"
        with lines.open("w") as file:
            for number in range(n):
                file.write(json.dumps({"id": str(number), **json.loads(known.replace(" officials", f" officials {number}"))}) + "\n")
        seconds, megabytes = times([CLI, "compare", "--events", lines, "--brief", "--output", folder / f"out-{n}"], 1)
        row(f"{n} events", spread([1000 * seconds[0]]), megabytes=spread(megabytes), note=f"{n / seconds[0]:.0f} events a second")


def windows(folder):
    heading("window, on a virtual screen")
    runs = max(3, RUNS // 2)
    empty = None
    if EMPTY.exists():
        seconds, megabytes = window.window(EMPTY, [], folder, runs, window.page_is_shown)
        empty = [1000 * s for s in seconds], megabytes
        row("an empty Tauri window", spread(empty[0]), megabytes=spread(megabytes))
    seconds, megabytes = window.window(WINDOW, ["--sample"], folder, runs, window.text_is_shown)
    note = ""
    if empty:
        note = f"start {statistics.median(seconds) * 1000 / statistics.median(empty[0]):.2f} x, memory {statistics.median(megabytes) / statistics.median(empty[1]):.2f} x the empty window"
    row("start to first text of the sample; tree at rest", spread([1000 * s for s in seconds]), megabytes=spread(megabytes), note=note)


def sizes():
    heading("size")
    for path in [CLI, WINDOW, *sorted((TARGET / "release/bundle/deb").glob("*.deb"))]:
        if path.exists():
            print(f"{path.name:52} {path.stat().st_size / 1e6:9.1f} MB")


def heading(text):
    print(f"\n{text}", flush=True)


def spread(values):
    return statistics.median(values), min(values), max(values)


def row(name, times, megabytes=None, peer=None, again=False, note=""):
    """One line: what, ours, memory, the peer, its time, the ratio."""
    if again and not peer:
        return
    ms = "" if again else f"{shown(times[0])} ms ({shown(times[1])} to {shown(times[2])})"
    text = f"{name:52} {ms:34}"
    if megabytes:
        text += f" {megabytes[0]:6.0f} MB"
    if peer:
        if peer["ms"]:
            theirs = statistics.median(peer["ms"])
            text += f" {peer['name']} {peer['version']}: {shown(theirs)} ms, ratio {theirs / times[0]:.1f}"
        else:
            text += f" {peer['name']} {peer['version']}: stopped after {peer['limit']} s, ratio over {1000 * peer['limit'] / times[0]:.0f}"
    print((text + (f" {note}" if note else "")).rstrip(), flush=True)


def shown(ms):
    return f"{ms:.0f}" if ms >= 100 else f"{ms:.1f}" if ms >= 1 else f"{ms:.2f}"


def cpu():
    for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.processor()


if __name__ == "__main__":
    main()
