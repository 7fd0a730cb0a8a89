// The overview: sentence, coverage map, shares, lists.
import { describe, expect, it } from "vitest";
import { coverageOf } from "../../src/lib/overview/coverage";
import { indexComparison } from "../../src/lib/comparison";
import { disagreements, unmentioned } from "../../src/lib/overview/lists";
import { pairKey, sharesOf, similarOrder } from "../../src/lib/overview/shares";
import { inWords } from "../../src/lib/i18n/format";
import { pieces, summaryOf } from "../../src/lib/overview/summary";
import { readingOrder } from "../../src/lib/navigation/differences";
import { many, three } from "./story";

const index = three();
const ORDER = ["A", "B", "C"];
const reading = readingOrder(index, ORDER);
const none = new Set<never>();
const size = { width: 600, height: 400 };

describe("the sentence", () => {
  it("counts what the filter then shows", () => {
    const text = summaryOf(index, ORDER, index.comparison.claims).map((piece) => (piece.link ? `[${piece.text}]` : piece.text)).join("");
    expect(text).toBe("The three articles make [17 claims]. Ten are in all three. [Six claims conflict] on a figure, a date or time, a quote or a speaker. [One more] should be checked. [Three claims] come from one source only.");
  });
  it("says so when nothing conflicts", () => {
    const calm = index.comparison.claims.filter((claim) => claim.kind === "same");
    expect(summaryOf(index, ORDER, calm).map((piece) => piece.text).join("")).toContain("No conflict was found.");
  });
  it("is cut at its brackets", () => {
    expect(pieces("a [b] c", "all")).toEqual([{ text: "a ", link: null }, { text: "b", link: "all" }, { text: " c", link: null }]);
    expect(pieces("plain", "all")).toEqual([{ text: "plain", link: null }]);
    expect([inWords(3), inWords(3, true), inWords(40)]).toEqual(["three", "Three", "40"]);
  });
});

describe("the coverage map", () => {
  const map = coverageOf(index, ORDER, none, size);
  it("has a block per sentence, none over the next, all inside", () => {
    for (const bar of map.bars) {
      expect(bar.blocks.length).toBe(index.article(bar.id)!.statements.length);
      bar.blocks.forEach((block, i) => {
        expect(block.height).toBeGreaterThan(0);
        expect(block.y + block.height).toBeLessThanOrEqual((bar.blocks[i + 1]?.y ?? size.height) + 0.2);
      });
    }
    expect(map.bars.map((bar) => bar.x)).toEqual([0, 282, 564]);
  });
  it("joins neighbours in the kind of their pair; a skipped bar gives a dashed line", () => {
    const bands = map.bands.filter((band) => band.claim === "aboard");
    expect(bands.map((band) => band.kind)).toEqual(["conflict", "conflict"]);
    const skipping = map.bands.filter((band) => band.claim === "unhurt");
    expect(skipping.map((band) => [band.kind, band.fill])).toEqual([["gap", null]]);
  });
  it("draws no band of a hidden kind and keeps the block", () => {
    const part = coverageOf(index, ORDER, new Set(["conflict"] as const), size);
    expect(part.bands.some((band) => band.kind === "conflict")).toBe(false);
    expect(part.bars[0]!.blocks.length).toBe(map.bars[0]!.blocks.length);
  });
  it("holds a dozen sources and one alone", () => {
    const all = many();
    expect(coverageOf(all, all.comparison.articles.map((article) => article.id), none, size).bars.length).toBe(12);
    expect(coverageOf(index, ["A"], none, size).bands).toEqual([]);
  });
});

describe("shares", () => {
  const shares = sharesOf(index, ORDER);
  it("counts claims and conflicts of a pair, whichever comes first", () => {
    const share = shares.get(pairKey("B", "A"))!;
    const both = index.comparison.claims.filter((claim) => claim.members["A"] && claim.members["B"]).length;
    expect(share.both).toBe(both);
    expect(share.percent).toBe(Math.round((both / share.either) * 100));
    expect(share.conflicts).toBe(6);
    expect(shares.get(pairKey("A", "C"))!.conflicts).toBe(0);
  });
  it("similar ones stand together, none is lost", () => {
    expect(similarOrder(ORDER, shares)[0]).toBe("A");
    expect([...similarOrder(ORDER, shares)].sort()).toEqual(ORDER);
    expect(similarOrder([], shares)).toEqual([]);
  });
});

describe("lists", () => {
  it("conflicts before checks, quotes apart", () => {
    const { values, quotes } = disagreements(index, reading, none);
    expect(values.map((one) => one.claim.id)).toEqual(["aboard", "left", "rescue", "chart", "orders", "jackets"]);
    expect(quotes.map((one) => one.claim.id)).toEqual(["captain"]);
  });
  it("what two claims tell of the same words stands once, where the most words are compared", () => {
    const { comparison } = index;
    const [whole] = comparison.differences.filter((one) => one.claim === "left");
    const part = { ...whole!, claim: "orders", readings: whole!.readings.slice(0, 2) };
    const twice = indexComparison({ ...comparison, differences: [part, { ...whole!, claim: "chart" }, ...comparison.differences] });
    const told = (of: ReturnType<typeof three>) => disagreements(of, reading, none).values.length;
    expect(told(twice)).toBe(told(index));
  });
  it("what each does not mention, with the denominator", () => {
    const rows = unmentioned(reading, ORDER, none);
    expect(rows.map((row) => [row.source, row.others, row.claims.map((one) => `${one.claim.id} ${one.n}`)])).toEqual([
      ["A", 2, ["wind 2"]],
      ["B", 2, ["unhurt 2"]],
      ["C", 2, ["jackets 2", "refund 2"]],
    ]);
  });
});
