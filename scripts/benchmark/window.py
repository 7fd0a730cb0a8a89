"""The real window on a screen that is not there: from its start to its first text and to that of the articles, in pixels, and
the memory of its process tree at rest. The same for an empty Tauri window, which is what any window of this kind costs."""
import mmap, os, pathlib, struct, subprocess, sys, time


def window(program, arguments, folder, runs, shown):
    """Seconds to the first text on the screen, and megabytes by process of the tree at rest, of every run."""
    screen = pathlib.Path(folder) / "screen"
    screen.mkdir(exist_ok=True)
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1440x900x24", "-nolisten", "tcp", "-fbdir", screen],
        pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    display = ":" + os.fdopen(read).readline().strip()
    try:
        with open(screen / "Xvfb_screen0", "rb") as file, mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ) as pixels:
            times = [one_window(program, arguments, display, pixels, folder, shown) for _ in range(runs)]
    finally:
        server.kill()
        server.wait()
    return [seconds for seconds, _ in times], [megabytes for _, megabytes in times]


def one_window(program, arguments, display, pixels, folder, shown):
    # Without a bus of the desktop's, GTK would start one now and then, which takes half a second.
    environment = dict(os.environ, DISPLAY=display, GDK_BACKEND="x11", PARALLAX_MULTI="1", NO_AT_BRIDGE="1",
                       DBUS_SESSION_BUS_ADDRESS="disabled:",
                       XDG_CONFIG_HOME=folder, XDG_DATA_HOME=folder, XDG_CACHE_HOME=folder)
    environment.pop("WAYLAND_DISPLAY", None)
    begun = time.perf_counter()
    child = subprocess.Popen([program, *arguments], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while not shown(pixels):
            if time.perf_counter() - begun > 30:
                sys.exit("bench: nothing on the screen within 30 s")
            time.sleep(0.004)
        seconds = time.perf_counter() - begun
        time.sleep(2)
        return seconds, memory(child.pid)
    finally:
        child.kill()
        child.wait()
        time.sleep(0.5)


def ink(pixels, rows):
    """Dark points in some rows of the first column."""
    return sum(1 for line in lines(pixels, rows) for i in range(0, len(line), 4) if 0 < line[i + 1] < 90)


def lines(pixels, rows):
    """Pixels of some rows of the screen (an X window dump, 32 bits a pixel)."""
    header, = struct.unpack(">I", pixels[:4])
    width, = struct.unpack(">I", pixels[16:20])
    colours, = struct.unpack(">I", pixels[76:80])
    start = header + colours * 12
    for y in rows:
        yield pixels[start + (y * width + 80) * 4:start + (y * width + 440) * 4]


def head_is_shown(pixels):
    """The name of the program, or of the event, in the head of the window."""
    return ink(pixels, range(12, 44)) > 40


def text_is_shown(pixels):
    """Ink in the first column's body, where only article text stands."""
    return ink(pixels, range(260, 700, 3)) > 400


def page_is_shown(pixels):
    """The empty window's page, which is green."""
    return sum(1 for line in lines(pixels, range(300, 600, 30)) for i in range(0, len(line), 4) if line[i + 1] > 120 and line[i] < 60) > 400


def memory(root):
    """Proportional set size of a process and of all that it started, in megabytes by the name of the program."""
    parents = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                stat = pathlib.Path(f"/proc/{entry}/stat").read_text()
                parents[int(entry)] = int(stat.rsplit(")", 1)[1].split()[1])
            except OSError:
                pass
    tree = {root}
    while grown := {pid for pid, parent in parents.items() if parent in tree} - tree:
        tree |= grown
    of = {}
    for pid in sorted(tree):
        try:
            name = pathlib.Path(os.readlink(f"/proc/{pid}/exe")).name
            rollup = pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text()
        except OSError:
            continue
        kilobytes = sum(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))
        of[name] = of.get(name, 0) + kilobytes / 1024
    return of
