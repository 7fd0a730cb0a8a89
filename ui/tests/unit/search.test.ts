// Search: folding, finding, cutting hits out of marked stretches; the palette's commands.
import { describe, expect, it } from "vitest";
import { find, withHits, type Hit } from "../../src/lib/search/find";
import { fold, foldQuery } from "../../src/lib/search/fold";
import type { Segment } from "../../src/lib/marks/segments";
import { three } from "./story";

const index = three();
const articles = index.comparison.articles;

describe("folding", () => {
  it.each([["Élysée", "elysee"], ["İstanbul", "istanbul"], ["Straße", "strasse"], ["smørrebrød", "smorrebrod"], ["“don’t”", '"don\'t"'], ["a \u00a0 b", "a b"], ["الْكِتَاب", "الكتاب"], ["हिन्दी", "हिन्दी"], ["2020–21", "2020-21"]])("%s reads %s", (text, plain) => expect(fold(text).text.normalize("NFC")).toBe(plain.normalize("NFKD").normalize("NFC")));
  it("knows the way back", () => {
    const text = "Straße é e\u0301 “x”";
    const folded = fold(text);
    folded.text.split("").forEach((_, i) => {
      expect(folded.starts[i]!).toBeLessThan(folded.ends[i]!);
      expect(folded.ends[i]!).toBeLessThanOrEqual(text.length);
    });
    const at = folded.text.lastIndexOf("e e");
    expect(text.slice(folded.starts[at + 2], folded.ends[at + 2])).toBe("e\u0301");
  });
  it("waits for two letters, for one where one is a word", () => {
    expect([foldQuery(" a "), foldQuery("ab"), foldQuery("水"), foldQuery("  ")]).toEqual([null, "ab", "水", null]);
  });
});

describe("finding", () => {
  it("in all sources, in their order, whatever the case", () => {
    const hits = find("KARANG", articles);
    expect([...new Set(hits.map((hit) => hit.source))]).toEqual(["A", "B", "C"]);
    for (const hit of hits) expect(index.article(hit.source)!.statements[hit.statement]!.text.slice(hit.start, hit.end).toLowerCase()).toBe("karang");
  });
  it("finds quotes typed plainly, and nothing in nothing", () => {
    expect(find('"we saw the rocks', articles).length).toBe(1);
    expect(find("submarine", articles)).toEqual([]);
    expect(find("", articles)).toEqual([]);
  });
});

describe("hits in a sentence", () => {
  const hit = (start: number, end: number): Hit => ({ source: "A", statement: 0, start, end });
  const show = (segments: readonly Segment[]): string => segments.map((one) => (one.hit ? `[${one.mark ?? ""}${one.hit === "current" ? "!" : ""}:${one.text}]` : one.text)).join("");
  const segments: Segment[] = [{ text: "one two ", mark: null, keep: false }, { text: "gone", mark: null, keep: false, gone: true }, { text: "three", mark: "conflict", keep: true }, { text: " four", mark: null, keep: false }];
  it("are cut where they stand, over the edges of marks, past words that are gone", () => {
    const two = hit(4, 11);
    expect(show(withHits(segments, [two, hit(14, 18)], two))).toBe("one [!:two ]gone[conflict!:thr]ee [:four]");
  });
  it("leave the rest alone", () => expect(withHits(segments, undefined, null)).toBe(segments));
});
