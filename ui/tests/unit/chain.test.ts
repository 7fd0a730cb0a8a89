// Linked scrolling: the chain rises, crossings are left out, the line moves when a column cannot.
import { describe, expect, it } from "vitest";
import { commonLine, follow, risingChain } from "../../src/lib/scroll/chain";

describe("rising chain", () => {
  it("leaves out claims that cross it", () => {
    const chain = risingChain([{ from: 0, to: 0 }, { from: 10, to: 90 }, { from: 20, to: 20 }, { from: 30, to: 30 }]);
    expect(chain.map((anchor) => anchor.to)).toEqual([0, 20, 30]);
  });
  it("takes one of several anchors at the same place", () => {
    expect(risingChain([{ from: 5, to: 1 }, { from: 5, to: 2 }, { from: 5, to: 3 }])).toHaveLength(1);
  });
  it("is as long as the longest one, found by trying all", () => {
    let seed = 3;
    const next = (): number => (seed = (seed * 16807) % 2147483647) % 12;
    for (let round = 0; round < 60; round++) {
      const points = Array.from({ length: 8 }, () => ({ from: next(), to: next() }));
      let best = 0;
      for (let pick = 0; pick < 1 << points.length; pick++) {
        const some = points.filter((_, i) => pick & (1 << i)).sort((a, b) => a.from - b.from || a.to - b.to);
        if (some.every((p, i) => i === 0 || (p.from > some[i - 1]!.from && p.to > some[i - 1]!.to))) best = Math.max(best, some.length);
      }
      const chain = risingChain(points);
      expect(chain.length).toBe(best);
      expect(chain.every((p, i) => i === 0 || (p.from > chain[i - 1]!.from && p.to > chain[i - 1]!.to))).toBe(true);
    }
  });
});

describe("follow", () => {
  const chain = [{ from: 0, to: 0 }, { from: 100, to: 200 }, { from: 200, to: 220 }];
  it("goes straight between anchors", () => expect(follow(chain, 50)).toBe(100));
  it("keeps in step before and after", () => {
    expect(follow(chain, -10)).toBe(-10);
    expect(follow(chain, 230)).toBe(250);
  });
  it("never goes back", () => {
    for (let y = 0, last = -1; y < 260; y += 3) {
      const now = follow(chain, y);
      expect(now).toBeGreaterThan(last);
      last = now;
    }
  });
});

describe("common line", () => {
  it("is the wanted one when all columns can reach it", () => {
    expect(commonLine([{ top: 0, offset: 500, maxScroll: 900 }, { top: 0, offset: 700, maxScroll: 900 }], 200)).toBe(200);
  });
  it("moves up to a row that cannot come down, and down to one that cannot come up", () => {
    expect(commonLine([{ top: 10, offset: 40, maxScroll: 900 }, { top: 10, offset: 700, maxScroll: 900 }], 200)).toBe(50);
    expect(commonLine([{ top: 0, offset: 900, maxScroll: 500 }], 200)).toBe(400);
  });
});
