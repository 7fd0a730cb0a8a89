// Marks in the text: nothing lost, values above words, filters, gaps in their places.
import { describe, expect, it } from "vitest";
import { claimToSelect, rowsOf } from "../../src/lib/marks/rows";
import { columnSegments, comparedWith, cut, wordMarks } from "../../src/lib/marks/segments";
import { three, many } from "./story";

const none = new Set<never>();

describe("cut", () => {
  it("joins to the text again", () => {
    const text = "Zoë said 40 minutes 😀 passed";
    const pieces = cut(text, [{ start: 9, end: 19, mark: "conflict" }, { start: 4, end: 24, mark: "reword" }]);
    expect(pieces.map((piece) => piece.text).join("")).toBe(text);
    expect(pieces.filter((piece) => piece.mark === "conflict").map((piece) => piece.text)).toEqual(["40 minutes"]);
  });
  it("survives spans beyond the text", () => expect(cut("abc", [{ start: -4, end: 99, mark: "only" }])).toEqual([{ text: "abc", mark: "only", keep: false }]));
  it("keeps short values on one line", () => expect(cut("in 1987", [{ start: 3, end: 7, mark: "conflict" }])[1]?.keep).toBe(true));
});

describe("column", () => {
  const index = three();
  it("gives every statement whole, in every article", () => {
    for (const all of [index, many()]) {
      for (const article of all.comparison.articles) {
        for (const statement of article.statements) {
          const words = columnSegments(all, article.id, statement, "A", none).map((segment) => segment.text).join("");
          expect(words).toBe(statement.text);
        }
      }
    }
  });
  it("marks only the value of a conflict", () => {
    const statement = index.article("A")!.statements[1]!;
    expect(columnSegments(index, "A", statement, "B", none).filter((segment) => segment.mark).map((segment) => segment.text)).toEqual(["214 people"]);
  });
  it("marks reworded words against the source compared with, in one language only", () => {
    const statement = index.article("A")!.statements[3]!;
    const marked = (base: string): string[] => columnSegments(index, "A", statement, base, none).filter((segment) => segment.mark === "reword").map((segment) => segment.text);
    expect(marked("B")).toEqual(["A dozen fishing boats", "off the ship one group at a time"]);
    expect(marked("C")).toEqual([]);
    expect(wordMarks(index, "A", statement, "C").state).toBe("other-language");
  });
  it("draws no word marks when most words differ", () => {
    expect(wordMarks(index, "B", index.article("B")!.statements[5]!, "A").state).toBe("mostly-different");
  });
  it("loses the marks of hidden kinds, never the text", () => {
    const statement = index.article("A")!.statements[1]!;
    const plain = columnSegments(index, "A", statement, "B", new Set(["conflict"] as const));
    expect(plain).toEqual([{ text: statement.text, mark: null, keep: false }]);
  });
  it("compares the chosen source itself with the next one", () => {
    expect(comparedWith(["A", "B", "C"], null, "A")).toBe("B");
    expect(comparedWith(["A", "B", "C"], null, "C")).toBe("A");
    expect(comparedWith(["A", "B", "C"], "C", "C")).toBe("A");
    expect(comparedWith(["A"], null, "A")).toBe(null);
  });
});

describe("rows", () => {
  const index = three();
  it("puts a gap line after the statement that it follows", () => {
    const rows = rowsOf(index, index.article("B")!, none);
    const at = rows.findIndex((row) => row.type === "gap");
    expect(rows[at]).toMatchObject({ type: "gap", claim: { id: "unhurt" } });
    expect(rows[at - 1]).toMatchObject({ type: "statement", statement: { index: 5 } });
  });
  it("drops gap lines when they are hidden", () => {
    expect(rowsOf(index, index.article("B")!, new Set(["gap"] as const)).some((row) => row.type === "gap")).toBe(false);
  });
  it("selects the main claim first and goes round", () => {
    const row = rowsOf(index, index.article("A")!, none)[1]!;
    expect(claimToSelect(row, null)?.id).toBe("aboard");
    expect(claimToSelect(row, "aboard")?.id).toBe("aboard");
  });
});
