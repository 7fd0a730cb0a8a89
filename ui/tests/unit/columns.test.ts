// Which columns are open.
import { describe, expect, it } from "vitest";
import { capacity, openColumns } from "../../src/lib/scroll/columns";

const room = { sources: 3, column: 19, strip: 2.75, gutter: 2.75, stripGutter: 2.75 };

describe("capacity", () => {
  it("opens all that fit", () => expect(capacity({ ...room, width: 63 })).toBe(3));
  it("folds what does not fit", () => expect(capacity({ ...room, width: 52 })).toBe(2));
  it("never goes below one", () => expect(capacity({ ...room, width: 5 })).toBe(1));
  it("holds twelve in a wide window as a few columns and strips", () => {
    expect(capacity({ sources: 12, column: 19, strip: 1.875, gutter: 2.75, stripGutter: 1.125, width: 88 })).toBe(2);
  });
});

describe("open columns", () => {
  const order = ["A", "B", "C", "D"];
  it("folds from the end", () => expect(openColumns(order, new Set(), new Map(), 2)).toEqual(["A", "B"]));
  it("keeps the ones opened last, in column order", () => {
    expect(openColumns(order, new Set(), new Map([["D", 1], ["C", 2]]), 2)).toEqual(["C", "D"]);
    expect(openColumns(order, new Set(), new Map([["D", 1]]), 2)).toEqual(["A", "D"]);
  });
  it("leaves folded ones folded", () => expect(openColumns(order, new Set(["A"]), new Map(), 9)).toEqual(["B", "C", "D"]));
  it("shows one even when all are folded", () => expect(openColumns(order, new Set(order), new Map(), 9)).toEqual(["A"]));
});
