// Why sentences are matched and who is named: gathered over all sources, nothing twice, nothing invented.
import { describe, expect, it } from "vitest";
import type { Claim, Statement, Voice } from "../../src/lib/api/types";
import { commonEvidence, linksOf, pairEvidence } from "../../src/lib/marks/evidence";
import { namedSources } from "../../src/lib/marks/match";
import { many, three } from "./story";

describe("evidence", () => {
  const index = three();
  const claim = (id: string): Claim => index.claim(id)!;
  const all = ["A", "B", "C"];

  it("joins the forms of one thing over three sources", () => {
    const found = commonEvidence(index, claim("head"), all);
    expect(found).toContainEqual({ kind: "name", forms: ["Karang Putih"] });
    expect(found).toContainEqual({ kind: "meaning", forms: ["Ferry", "Feri"] });
    expect(found).toContainEqual({ kind: "meaning", forms: ["aground", "Kandas"] });
  });
  it("tells of the shown sources only", () => {
    expect(linksOf(index, claim("head"), ["A", "B"]).length).toBe(1);
    expect(commonEvidence(index, claim("head"), ["A", "B"]).map((one) => one.kind)).toEqual(["name", "word"]);
  });
  it("gives each pair its own", () => {
    const pairs = pairEvidence(index, claim("aboard"), all);
    expect(pairs.map(({ a, b }) => a + b)).toEqual(["AB", "AC", "BC"]);
    expect(pairs[0]!.meetings).toEqual([{ kind: "name", forms: ["Bintang Utara"] }, { kind: "word", forms: ["reef"] }]);
    expect(pairs[1]!.meetings).toContainEqual({ kind: "meaning", forms: ["reef", "karang"] });
  });
  it("stays short with twelve sources", () => {
    const dozen = many();
    for (const one of dozen.comparison.claims) {
      const found = commonEvidence(dozen, one, [..."ABCDEFGHIJKL"]);
      const written = found.map((meeting) => meeting.forms.join());
      expect(new Set(written).size).toBe(written.length);
      expect(found.length).toBeLessThanOrEqual(8 * 4);
    }
  });
});

describe("who is named", () => {
  const members = { A: [0], B: [0], C: [0], D: [0] };
  const claim = { members } as unknown as Claim;
  const told = (voices: Record<string, [Voice, string | null]>) => (source: string): Statement => ({ voice: voices[source]![0], speaker: voices[source]![1] }) as Statement;

  it("puts names first and the article itself last", () => {
    const found = namedSources(claim, ["A", "B", "C", "D"], told({ A: ["asserted", null], B: ["hearsay", null], C: ["named", "Rini"], D: ["named", "Rini"] }));
    expect(found).toEqual([
      { names: ["Rini"], voice: "named", sources: ["C", "D"] },
      { names: [], voice: "hearsay", sources: ["B"] },
      { names: [], voice: "asserted", sources: ["A"] },
    ]);
  });
  it("never names where the program is not sure", () => {
    const found = namedSources(claim, ["A", "B"], told({ A: ["named", null], B: ["unnamed", null] }));
    expect(found.map((one) => [one.names.length, one.voice])).toEqual([[0, "named"], [0, "unnamed"]]);
  });
  it("says nothing when all articles just say it", () => {
    const asserted: [Voice, null] = ["asserted", null];
    expect(namedSources(claim, ["A", "B", "C", "D"], told({ A: asserted, B: asserted, C: asserted, D: asserted }))).toEqual([]);
  });
});
