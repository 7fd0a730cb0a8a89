// Next and previous difference; keys.
import { describe, expect, it } from "vitest";
import { countKinds, differences, readingOrder, step } from "../../src/lib/navigation/differences";
import { globalKey, type KeyLike } from "../../src/lib/navigation/keys";
import { many, three } from "./story";

describe("reading order", () => {
  const index = three();
  const order = readingOrder(index, ["A", "B", "C"]);
  it("holds every claim once", () => {
    for (const [all, columns] of [[index, ["A", "B", "C"]], [many(), [..."ABCDEFGHIJKL"]]] as const) {
      const ids = readingOrder(all, columns).map((claim) => claim.id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.length).toBe(all.comparison.claims.length);
    }
  });
  it("keeps the first column's order", () => {
    const ids = order.filter((claim) => claim.members["A"]).map((claim) => claim.members["A"]![0]!);
    expect(ids).toEqual([...ids].sort((a, b) => a - b));
  });
  it("puts what only another source says where it stands there", () => {
    const ids = order.map((claim) => claim.id);
    expect(ids[ids.indexOf("jackets") + 1]).toBe("school");
  });
});

describe("steps", () => {
  const index = three();
  const order = readingOrder(index, ["A", "B", "C"]);
  const list = differences(order, new Set());
  it("leaves agreement out, unless a source does not mention it", () => {
    expect(list.some((claim) => claim.id === "divers")).toBe(false);
    expect(list.some((claim) => claim.id === "unhurt")).toBe(true);
    expect(differences(order, new Set(["gap"] as const)).some((claim) => claim.id === "unhurt")).toBe(false);
  });
  it("goes through all and stops at the end", () => {
    let at = step(list, order, null, 1);
    const seen: string[] = [];
    while (at) {
      seen.push(at.id);
      at = step(list, order, at.id, 1);
    }
    expect(seen).toEqual(list.map((claim) => claim.id));
    expect(step(list, order, list[0]!.id, -1)).toBe(null);
  });
  it("goes on from a claim that is no difference", () => {
    expect(step(list, order, "divers", 1)).not.toBe(null);
  });
  it("counts kinds; gaps apart", () => {
    const counts = countKinds(index.comparison.claims);
    expect(counts).toEqual({ same: 3, reworded: 4, conflict: 6, check: 1, only: 3, gap: 4 });
  });
});

describe("keys", () => {
  const key = (name: string, more: Partial<KeyLike> = {}): KeyLike => ({ key: name, code: "", ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, target: null, ...more });
  const state = { letters: true, dialog: false };
  it("letters can be turned off, function keys not", () => {
    expect(globalKey(key("j"), state)).toEqual({ do: "next" });
    expect(globalKey(key("j"), { ...state, letters: false })).toBe(null);
    expect(globalKey(key("F8", { shiftKey: true }), { ...state, letters: false })).toEqual({ do: "previous" });
  });
  it("a dialog keeps the keys, but the text size still works", () => {
    expect(globalKey(key("j"), { ...state, dialog: true })).toBe(null);
    expect(globalKey(key("+", { ctrlKey: true }), { ...state, dialog: true })).toEqual({ do: "size", by: 1 });
  });
  it("knows the control keys", () => {
    expect(globalKey(key("o", { ctrlKey: true }), state)).toEqual({ do: "open" });
    expect(globalKey(key("3", { ctrlKey: true }), state)).toEqual({ do: "go", n: 3 });
    expect(globalKey(key("3"), state)).toBe(null);
    expect(globalKey(key("v", { ctrlKey: true }), state)).toBe(null);
  });
});
