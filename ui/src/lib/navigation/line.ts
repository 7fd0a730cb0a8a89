// Keeps a bar on one line: what may be shortened is shortened step by step, by classes, until it fits. Words differ in
// length from language to language, so no width in the style sheet could say when.

/** Classes of the bar, each step with those before it. */
const STEPS = ["brief", "close", "terse"] as const;

/** Whether the parts stand on one line: no part begins lower than another by half its height. */
function fits(bar: HTMLElement): boolean {
  const parts = [...bar.querySelectorAll<HTMLElement>("[data-part]")].map((part) => part.getBoundingClientRect()).filter((box) => box.width > 0);
  const middles = parts.map((box) => (box.top + box.bottom) / 2);
  return Math.max(...middles) - Math.min(...middles) < 12;
}

export function oneLine(bar: HTMLElement): () => void {
  let before = "";
  const fit = (): void => {
    const now = `${bar.clientWidth}|${bar.textContent}`;
    if (now === before) return;
    before = now;
    bar.classList.remove(...STEPS);
    for (const step of STEPS) {
      if (fits(bar)) break;
      bar.classList.add(step);
    }
  };
  let frame = 0;
  // In the coming frame, when all that changes together has changed: the page is laid out once for it.
  const soon = (): void => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(fit);
  };
  // Not at once: the bar would change its own size while sizes are being told, which browsers report as a fault.
  const sizes = new ResizeObserver(soon);
  const words = new MutationObserver(soon);
  sizes.observe(bar);
  words.observe(bar, { childList: true, characterData: true, subtree: true });
  void document.fonts?.ready.then(() => ((before = ""), fit()));
  return () => {
    cancelAnimationFrame(frame);
    sizes.disconnect();
    words.disconnect();
  };
}
