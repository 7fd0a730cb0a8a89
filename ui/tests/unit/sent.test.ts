import { describe, expect, it } from "vitest";
import { received, type Row, type SentComparison } from "../../src/lib/api/sent";

describe("a comparison as it was sent", () => {
  const one: Row = [0, 0, 1, 2, 0.9, 1, 1, [0, 0, 5, 0, 5, 3, 6, 9, 6, 11], [1, 0, 2, 3, 4]];
  const other: Row = [1, 4, 0, 3, 0, 3, 7, null, []];
  const sent = { articles: [{ id: "C" }, { id: "A" }], links: [one, other] } as unknown as SentComparison;

  it("has its links again, with their steps and reasons", () => {
    const [first, second] = received(sent).links;
    expect(first).toMatchObject({ a: { article: "C", statement: 0 }, b: { article: "A", statement: 2 }, strength: 0.9, relation: "reworded", selected: true, by_hand: false, mostly_different: false });
    expect(first!.edits).toEqual([
      { kind: "equal", a: { start: 0, end: 5 }, b: { start: 0, end: 5 } },
      { kind: "replace", a: { start: 6, end: 9 }, b: { start: 6, end: 11 } },
    ]);
    expect(first!.evidence).toEqual([{ kind: "figure", a: { start: 0, end: 2 }, b: { start: 3, end: 4 } }]);
    expect(first!.edits).toBe(first!.edits);
    expect(second).toMatchObject({ a: { article: "A", statement: 4 }, relation: "conflict", selected: true, by_hand: true, mostly_different: true, edits: null, evidence: [] });
  });
});
