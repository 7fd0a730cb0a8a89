// Columns that were lined up stay so whatever the page does next: it may be measured anew before a frame is drawn.
import { beforeEach, describe, expect, it, vi } from "vitest";
import { Stage } from "../../src/lib/scroll/stage";

let frames: FrameRequestCallback[] = [];

beforeEach(() => {
  frames = [];
  vi.stubGlobal("ResizeObserver", class { observe(): void {} });
  vi.stubGlobal("requestAnimationFrame", (call: FrameRequestCallback) => frames.push(call));
  vi.stubGlobal("cancelAnimationFrame", () => undefined);
});

function drawn(): void {
  for (const call of frames.splice(0)) call(0);
}

/** A column of rows with these heights, in a window of 400 pixels. */
function column(heights: number[]): HTMLElement & { heights: number[] } {
  const box = { left: 0, right: 300, top: 0, height: 400 };
  return {
    heights,
    scrollTop: 0,
    clientHeight: 400,
    scrollHeight: 10_000,
    children: [],
    getBoundingClientRect: () => box,
    addEventListener: () => undefined,
    querySelectorAll: () => heights.map((offsetHeight, at) => ({ dataset: { row: String(at) }, offsetHeight, offsetTop: heights.slice(0, at).reduce((sum, h) => sum + h, 0) })),
  } as unknown as HTMLElement & { heights: number[] };
}

const topOf = (one: { heights: number[]; scrollTop: number }, at: number): number => one.heights.slice(0, at).reduce((sum, h) => sum + h, 0) - one.scrollTop;

describe("lining up", () => {
  function lined(): { stage: Stage; a: ReturnType<typeof column>; b: ReturnType<typeof column> } {
    const [a, b] = [column(Array<number>(40).fill(50)), column(Array<number>(40).fill(90))];
    const stage = new Stage();
    stage.frame = column([]);
    stage.score = { keys: () => [], claims: () => ["far"], rowsOf: (source) => [source === "A" ? "20" : "30"] };
    stage.column("A", a);
    stage.column("B", b);
    stage.measure();
    drawn();
    stage.lineUp("far", false);
    expect(topOf(a, 20)).toBe(topOf(b, 30));
    return { stage, a, b };
  }

  it("outlives a measuring before the next frame", () => {
    const { stage, a, b } = lined();
    stage.measure();
    drawn();
    expect(topOf(a, 20)).toBe(topOf(b, 30));
    expect(a.scrollTop).toBeGreaterThan(0);
  });

  it("outlives rows that grow above", () => {
    const { stage, a, b } = lined();
    b.heights.splice(3, 1, 240);
    stage.measure();
    drawn();
    expect(topOf(a, 20)).toBe(topOf(b, 30));
  });

  it("ends when a column is scrolled by hand", () => {
    const { stage, a, b } = lined();
    stage.linked = false;
    stage.scrollTo("A", 0);
    drawn();
    stage.measure();
    expect(a.scrollTop).toBe(0);
    expect(topOf(b, 30)).not.toBe(topOf(a, 20));
  });
});
