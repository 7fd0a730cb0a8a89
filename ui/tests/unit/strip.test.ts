import { describe, expect, it } from "vitest";
import { block, hasEdge, outlines } from "../../src/lib/marks/strip";

/** Where an outline crosses its right edge, from and to, in percent. */
const stretches = (outline: string): number[] => [...outline.matchAll(/100% ([\d.]+)%/g)].map((match) => Number(match[1]));

describe("the blocks of a strip", () => {
  it("are one outline a kind, with a stretch for each row", () => {
    const [reword, out, ...more] = outlines(["reworded", "gap", null, "reworded"]);
    expect(more).toEqual([]);
    expect(reword!.kind).toBe("reword");
    expect(stretches(reword!.outline)).toEqual([3, 22, 78, 97]);
    expect(out!.kind).toBe("out");
    expect(stretches(out!.outline)).toEqual([28, 47]);
  });

  it("stand by themselves where a kind has an edge", () => {
    expect(outlines(["only", "check"])).toEqual([]);
    expect((["same", "reworded", "conflict", "check", "only", "gap"] as const).filter(hasEdge)).toEqual(["check", "only"]);
  });

  it("are where an outline of theirs is", () => {
    const { top, height } = block(2, 3);
    const [from, to] = stretches(outlines([null, null, "same"])[0]!.outline);
    expect(from).toBeCloseTo(top, 2);
    expect(to).toBeCloseTo(top + height, 2);
  });
});
