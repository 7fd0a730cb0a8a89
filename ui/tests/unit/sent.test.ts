import { describe, expect, it } from "vitest";
import { received, type SentComparison } from "../../src/lib/api/sent";

describe("a comparison as it was sent", () => {
  const link = { a: { article: "A", statement: 0 }, b: { article: "B", statement: 2 }, strength: 0.9, relation: "reworded", selected: true, by_hand: false, mostly_different: false } as const;
  const sent = { links: [{ ...link, edits: [0, 0, 5, 0, 5, 3, 6, 9, 6, 11], evidence: [1, 0, 2, 3, 4] }, { ...link, edits: null, evidence: [] }] } as unknown as SentComparison;

  it("has the steps and reasons of its links again", () => {
    const [one, other] = received(sent).links;
    expect(one!.edits).toEqual([
      { kind: "equal", a: { start: 0, end: 5 }, b: { start: 0, end: 5 } },
      { kind: "replace", a: { start: 6, end: 9 }, b: { start: 6, end: 11 } },
    ]);
    expect(one!.evidence).toEqual([{ kind: "figure", a: { start: 0, end: 2 }, b: { start: 3, end: 4 } }]);
    expect(one!.edits).toBe(one!.edits);
    expect(other!.edits).toBeNull();
    expect(other!.evidence).toEqual([]);
  });
});
