// Ribbons: pairwise kinds, gaps, splits, shapes.
import { describe, expect, it } from "vitest";
import { ribbonsBetween, runs } from "../../src/lib/ribbons/build";
import { shapeOf } from "../../src/lib/ribbons/geometry";
import { roomySigns } from "../../src/lib/ribbons/svg";
import type { RowBox, Unit } from "../../src/lib/scroll/layout";
import { three } from "./story";

const none = new Set<never>();

describe("ribbons", () => {
  const index = three();
  const kind = (left: string, right: string, claim: string) => ribbonsBetween(index, left, right, none).find((ribbon) => ribbon.claim === claim)?.kind;
  it("have the kind of the pair, not of the claim", () => {
    expect(kind("A", "B", "aboard")).toBe("conflict");
    expect(kind("A", "C", "aboard")).toBe("same");
  });
  it("go dashed to a gap line and nowhere without one", () => {
    expect(kind("A", "B", "unhurt")).toBe("gap");
    expect(kind("A", "B", "fishers")).toBeUndefined();
    expect(ribbonsBetween(index, "A", "B", new Set(["gap"] as const)).some((ribbon) => ribbon.kind === "gap")).toBe(false);
  });
  it("vanish with their kind", () => {
    expect(ribbonsBetween(index, "A", "B", new Set(["conflict"] as const)).some((ribbon) => ribbon.kind === "conflict")).toBe(false);
  });
  it("join neighbouring statements", () => expect(runs([2, 3, 5, 6, 7, 9])).toEqual([[2, 3], [5, 7], [9, 9]]));
});

describe("shape", () => {
  const unit = (id: string, left: number, rows: RowBox[], strip = false): Unit => ({ id, strip, left, right: left + 100, top: 50, height: 600, rows, byKey: new Map(rows.map((row) => [row.key, row])), scroller: null, maxScroll: 0 });
  const left = unit("A", 0, [{ key: "A:0", top: 100, bottom: 160 }]);
  const ribbon = { key: "k", claim: "c", kind: "conflict" as const, weak: false, byHand: false, left: { first: "A:0", last: "A:0", gap: false }, right: { first: "B:0", last: "B:0", gap: false } };
  const at = (top: number) => unit("B", 144, [{ key: "B:0", top, bottom: top + 40 }]);
  it("is a band between near ends, from edge to edge", () => {
    const shape = shapeOf(ribbon, left, at(120), 650, () => 0)!;
    expect(shape.far).toBe(false);
    expect(shape.fill).toMatch(/^M100 153C122 153 122 173 144 173L/);
    expect(shape.middle.x).toBe(122);
  });
  it("is a line between ends further apart than 30% of the window", () => {
    const shape = shapeOf(ribbon, left, at(400), 650, () => 0)!;
    expect(shape.far).toBe(true);
    expect(shape.fill).toBe(null);
  });
  it("is not drawn with both ends out of view", () => {
    expect(shapeOf(ribbon, left, at(120), 650, () => 900)).toBe(null);
  });
  it("signs do not lie on each other; the selected one stays", () => {
    const a = shapeOf({ ...ribbon, key: "a", claim: "a" }, left, at(120), 650, () => 0)!;
    const b = shapeOf({ ...ribbon, key: "b", claim: "b" }, left, at(124), 650, () => 0)!;
    expect(roomySigns([a, b], { selected: "b", hovered: null, signsOnStrips: true }).map((shape) => shape.key)).toEqual(["b"]);
  });
});
