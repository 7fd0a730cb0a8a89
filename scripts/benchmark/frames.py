"""Twelve sources of sixty sentences in the real window: how soon each view is there, how it scrolls, how soon the strictness
answers, and what the page's process holds after it, at once and at rest. By itself: frames.py PROGRAM FILE..."""
import collections, importlib.machinery, importlib.util, os, pathlib, statistics, sys, time

from window import memory

VIEWS = {"table": "[data-testid='table']", "overview": "[data-testid='overview']", "side": ".scroll"}
ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


def pictures():
    """The driver of scripts/pictures."""
    loader = importlib.machinery.SourceFileLoader("pictures", str(ROOT / "scripts/pictures"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("pictures", loader))
    loader.exec_module(module)
    return module


# From the click until the second frame after it has been made: then what the click shows is on the screen.
SWITCH = """const done = arguments[1], at = document.querySelector(arguments[0]); const begun = performance.now(); at.click();
requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - begun)));"""
# A wheel's notch a frame for three seconds; the milliseconds between frames.
SCROLL = """const done = arguments[1], box = document.querySelector(arguments[0]); const times = []; let last = performance.now(), way = 24;
function step(now) { times.push(now - last); last = now; const before = box.scrollTop; box.scrollTop += way; if (box.scrollTop === before) way = -way;
  if (times.length < 180) requestAnimationFrame(step); else done(times.slice(2)); } requestAnimationFrame((now) => { last = now; requestAnimationFrame(step); });"""
# The slider in the settings moved by a step, until the number of claims in the head has changed, and all behind the settings
# with it, and been drawn.
STRICTER = """const done = arguments[1], slider = document.querySelector(arguments[0]); const begun = performance.now();
const claims = document.querySelector("[data-testid='event-summary']"), before = claims.textContent;
const seen = new MutationObserver(() => { if (claims.textContent === before) return; seen.disconnect(); requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - begun))); });
seen.observe(claims, { subtree: true, childList: true, characterData: true });
slider.value = String(Number(slider.value) + Number(slider.step)); slider.dispatchEvent(new Event("input", { bubbles: true }));"""


def measure(program, files, runs=3):
    """Milliseconds by what was measured, and the megabytes of the page's process after it: a second later, and when WebKit has
    looked through it, which it does some ten seconds after the last change."""
    driver, of = pictures(), collections.defaultdict(list)
    with driver.Screen(1440, 900) as screen, driver.Window(screen, program, files, {"less_movement": True}) as opened:
        now = lambda script, css: opened.call("/execute/async", {"script": script, "args": [css]})
        opened.wait(driver.testid("side-by-side"), 120)
        time.sleep(3)
        for _ in range(runs):
            for view in VIEWS:
                of[f"show {view}"].append(now(SWITCH, driver.testid(f"view-{view}")))
                time.sleep(0.7)
        for view, box in VIEWS.items():
            now(SWITCH, driver.testid(f"view-{view}"))
            time.sleep(1)
            for _ in range(runs):
                of[f"frames of {view}"] += now(SCROLL, box)
        opened.click(driver.testid("settings"))
        opened.wait(driver.testid("strictness"))
        for _ in range(runs):
            of["strictness"].append(now(STRICTER, driver.testid("strictness")))
            time.sleep(1)
        page = lambda: memory(os.getpid()).get("WebKitWebProcess", 0)
        held = page()
        time.sleep(20)
        held = held, page()
    return of, held


def main():
    of, held = measure(pathlib.Path(sys.argv[1]), [pathlib.Path(path) for path in sys.argv[2:]])
    for name, values in of.items():
        values.sort()
        print(f"{name:20} median {statistics.median(values):6.1f} ms   95th {values[int(0.95 * len(values))]:6.1f} ms   ({len(values)})")
    print("the page's process   {:.0f} MB, at rest {:.0f} MB".format(*held))


if __name__ == "__main__":
    main()
