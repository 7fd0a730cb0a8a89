"""The one table that `make bench` prints, kept so that the documents carry exactly it.

A row is a name, the median with the smallest and largest, the memory, and what a peer took in the same run; `ratio` is the
peer's over ours, so more than 1 is better for us. `write` puts the whole table between the marks in docs/performance.md and
the rows of SHORT into the README."""
import datetime, pathlib, re, statistics

ROOT = pathlib.Path(__file__).resolve().parents[2]
BEGIN, END = "<!-- bench: begin (written by scripts/bench --write) -->", "<!-- bench: end -->"
# Of these rows the README tells, by what a reader calls them.
SHORT = [
    ("read a page: article and metadata", "read a saved page: article and metadata"),
    ("compare 4 x 40: match, claims, differences", "compare 4 articles of 40 sentences"),
    ("compare 12 x 60: match, claims, differences", "compare 12 articles of 60 sentences"),
    ("match 12 x 60", "of it the matching alone"),
    ("add the last of 12 x 60", "add an article to it"),
    ("move the strictness of 12 x 60", "move the strictness"),
    ("compare 46 x 30: match, claims, differences", "compare 46 articles of 30 sentences"),
    ("start to first text", "window: start to its first text"),
    ("start to first text of the sample; tree at rest", "window: start to the text of the sample"),
]

lines, rows, files = [], {}, {}


def say(text):
    lines.append(text.rstrip())
    print(lines[-1], flush=True)


def heading(text):
    say("")
    say(text)


def spread(values):
    return statistics.median(values), min(values), max(values)


def shown(ms):
    return f"{ms:.0f}" if ms >= 100 else f"{ms:.1f}" if ms >= 1 else f"{ms:.3f}" if ms < 0.1 else f"{ms:.2f}"


def row(name, times, megabytes=None, peers=(), note=""):
    """Ours first; each further peer has a line of its own under the first."""
    peers = [peer for peer in peers if peer]
    told = [beside(peer, times[0]) for peer in peers]
    rows[name] = dict(times=times, megabytes=megabytes, told=told, note=note)
    text = f"{name:52} {f'{shown(times[0])} ms ({shown(times[1])} to {shown(times[2])})':30}"
    text += f" {megabytes[0]:5.0f} MB" if megabytes else " " * 9
    say(text + "  " + (told[0] if told else note))
    for one in told[1:]:
        say(" " * 94 + one)


def beside(peer, ours):
    if peer["ms"]:
        theirs = statistics.median(peer["ms"])
        return f"{peer['name']} {peer['version']}: {shown(theirs)} ms, ratio {ratio(theirs / ours)}"
    return f"{peer['name']} {peer['version']}: stopped after {peer['limit']} s, ratio over {1000 * peer['limit'] / ours:.0f}"


def ratio(of):
    return f"{of:.0f}" if of >= 20 else f"{of:.1f}" if of >= 1 else f"{of:.2f}"


def size(path):
    files[path.name] = path.stat().st_size
    say(f"{path.name:52} {files[path.name] / 1e6:.1f} MB")


def write():
    day = datetime.date.today().isoformat()
    replace(ROOT / "docs/performance.md", f"Printed by `make bench` on {day}:\n\n```\n" + "\n".join(lines).strip() + "\n```")
    replace(ROOT / "README.md", f"Printed by `make bench` on {day} ({lines[0]}):\n\n" + short())


def short():
    told = ["| what | time | memory | beside it, in the same run |", "|---|---|---|---|"]
    for name, called in SHORT:
        if name in rows:
            one = rows[name]
            memory = f"{one['megabytes'][0]:.0f} MB" if one["megabytes"] else ""
            told.append(f"| {called} | {shown(one['times'][0])} ms | {memory} | {'; '.join(one['told']) or one['note']} |")
    told += [f"| size of {name} | {count / 1e6:.1f} MB | | |" for name, count in files.items()]
    return "\n".join(told)


def replace(path, text):
    old = path.read_text()
    found = re.compile(re.escape(BEGIN) + r".*?" + re.escape(END), re.DOTALL)
    if not found.search(old):
        raise SystemExit(f"bench: {path.name} has no marks to write between")
    path.write_text(found.sub(lambda _: f"{BEGIN}\n{text}\n{END}", old))
