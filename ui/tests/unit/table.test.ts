// The table: order and groups of rows, cells, keys, widths.
import { describe, expect, it } from "vitest";
import { cellOf, needsMore, shortCell } from "../../src/lib/table/cells";
import { gridKey } from "../../src/lib/table/keys";
import { rowReason } from "../../src/lib/table/reason";
import { tableGroups, type Sort } from "../../src/lib/table/sort";
import { columnWidths } from "../../src/lib/table/widths";
import { insertGone } from "../../src/lib/marks/gone";
import { readingOrder } from "../../src/lib/navigation/differences";
import { many, three } from "./story";

const index = three();
const ORDER = ["A", "B", "C"];
const reading = readingOrder(index, ORDER);
const groups = (sort: Sort, grouped = true) => tableGroups(index, reading, { sort, grouped, source: "B" });
const ids = (sort: Sort): string[] => groups(sort).flatMap((group) => group.claims.map((claim) => claim.id));
const none = new Set<never>();
const options = { base: "A", words: true, gone: false, hidden: none };

describe("rows", () => {
  it("conflicts first, under headings, figures before quotes", () => {
    const found = groups("conflicts");
    expect(found.map((group) => group.kind)).toEqual(["conflict", "check", "reworded", "only", "same"]);
    expect(found[0]!.claims.map((claim) => claim.id)).toEqual(["aboard", "rescue", "left", "chart", "captain", "orders"]);
  });
  it.each(["conflicts", "order", "most", "fewest", "reworded"] as const)("%s loses no claim and repeats none", (sort) => {
    expect([...ids(sort)].sort()).toEqual(reading.map((claim) => claim.id).sort());
  });
  it("in the order of a source", () => {
    const list = tableGroups(index, reading, { sort: "order", grouped: false, source: "B" })[0]!.claims.map((claim) => claim.id);
    expect(list.slice(0, 4)).toEqual(["head", "wind", "boats", "aboard"]);
    expect(index.claim(list.at(-1)!)!.members["B"]).toBeUndefined();
  });
  it("most and fewest sources", () => {
    const size = (id: string): number => Object.keys(index.claim(id)!.members).length;
    const most = ids("most").map(size);
    expect(most).toEqual([...most].sort((a, b) => b - a));
    const fewest = ids("fewest").map(size);
    expect(fewest).toEqual([...fewest].sort((a, b) => a - b));
  });
  it("most reworded starts with mostly different words", () => expect(ids("reworded")[0]).toBe("rescue"));
  it("has nothing to group without claims", () => expect(tableGroups(index, [], { sort: "conflicts", grouped: true, source: "A" })).toEqual([]));
});

describe("reasons", () => {
  const reason = (id: string): string => rowReason(index, index.claim(id)!, ORDER);
  it.each([["aboard", "Figure differs"], ["jackets", "Figure differs · not mentioned in C"], ["tug", "One source"], ["fuel", "All 3 sources"], ["unhurt", "2 of 3 sources"], ["head", "Wording differs"]])("%s: %s", (id, text) => expect(reason(id)).toBe(text));
});

describe("cells", () => {
  const text = (id: string, source: string, more = {}): string[] => {
    const cell = cellOf(index, index.claim(id)!, source, { ...options, ...more });
    return cell.state === "text" ? cell.statements.flatMap((line) => line.segments.filter((one) => one.mark).map((one) => `${one.mark}:${one.text}`)) : [cell.state];
  };
  it("marks values and, against the base only, words", () => {
    expect(text("boats", "A")).toEqual([]);
    expect(text("boats", "B")).toEqual(["reword:Boats from three villages", "reword:ashore"]);
    expect(text("boats", "B", { words: false })).toEqual([]);
    expect(text("aboard", "B")).toEqual(["conflict:241 people"]);
  });
  it("says what is missing, hatched where others make the claim", () => {
    expect(cellOf(index, index.claim("unhurt")!, "B", options)).toEqual({ state: "missing", hatched: true });
    expect(cellOf(index, index.claim("tug")!, "B", options)).toEqual({ state: "missing", hatched: false });
  });
  it("shows words that are gone, and the sentence stays whole", () => {
    const cell = cellOf(index, index.claim("boats")!, "B", { ...options, gone: true });
    if (cell.state !== "text") throw new Error("a text");
    const segments = cell.statements[0]!.segments;
    expect(segments.filter((one) => one.gone).map((one) => one.text)).toContain("A dozen fishing boats");
    expect(segments.filter((one) => !one.gone).map((one) => one.text).join("")).toBe(cell.statements[0]!.statement.text);
  });
  it("short: the value, marked where it differs from the base", () => {
    expect(shortCell(index, index.claim("aboard")!, "A", "A")).toEqual({ value: "214 people", mark: null, kind: "same" });
    expect(shortCell(index, index.claim("aboard")!, "B", "A")).toMatchObject({ value: "241 people", mark: "conflict" });
    expect(shortCell(index, index.claim("aboard")!, "C", "A").mark).toBe(null);
    expect(shortCell(index, index.claim("fuel")!, "B", "A")).toEqual({ value: null, mark: null, kind: "same" });
    expect(shortCell(index, index.claim("unhurt")!, "B", "A").kind).toBe("gap");
  });
  it("offers more only for what is clearly longer than six lines", () => {
    expect(needsMore(150, 300, 16)).toBe(false);
    expect(needsMore(600, 300, 16)).toBe(true);
  });
});

it("gone words stand where they stood", () => {
  const plain = (text: string) => ({ text, mark: null, keep: false });
  expect(insertGone([plain("one three")], [{ at: 4, text: "two" }]).map((one) => (one.gone ? `-${one.text}-` : one.text))).toEqual(["one ", "-two-", "three"]);
  expect(insertGone([plain("ab"), plain("cd")], [{ at: 4, text: "x" }, { at: 0, text: "y" }, { at: 2, text: "z" }]).map((one) => (one.gone ? `-${one.text}-` : one.text))).toEqual(["-y-", "ab", "-z-", "cd", "-x-"]);
});

describe("keys", () => {
  const rows = ["x", "y:1", "z"];
  const press = (key: string, from: string, ctrlKey = false): string | null => gridKey({ key, ctrlKey, metaKey: false, altKey: false }, from, rows, 4);
  it.each([["ArrowDown", "head:2", "x:2"], ["ArrowDown", "x:0", "y:1:0"], ["ArrowUp", "x:1", "head:1"], ["ArrowRight", "z:3", "z:3"], ["Home", "z:3", "z:0"], ["End", "y:1:0", "y:1:3"], ["PageDown", "head:1", "z:1"]])("%s from %s goes to %s", (key, from, to) => expect(press(key, from)).toBe(to));
  it("Ctrl goes to the corners, other keys are left alone", () => {
    expect(press("End", "head:0", true)).toBe("z:3");
    expect(press("Home", "z:3", true)).toBe("head:0");
    expect(press("a", "x:0")).toBe(null);
    expect(press("ArrowDown", "x:0", true)).toBe(null);
  });
});

it("short columns are narrow until a cell opens", () => {
  const order = [...many().comparison.articles].map((article) => article.id);
  const shut = columnWidths({ width: 90, sources: order, opened: new Set(), short: true });
  const open = columnWidths({ width: 90, sources: order, opened: new Set(["c:1:D"]), short: true });
  expect(shut.least).toBeLessThan(85);
  expect(open.least - shut.least).toBeGreaterThan(10);
  expect(columnWidths({ width: 56, sources: ORDER, opened: new Set(), short: false }).least).toBeLessThan(56);
});
