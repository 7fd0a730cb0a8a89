// The mapping behind linked scrolling: the longest chain of shared claims that rises in both columns, with straight
// steps between (SPEC §4.5). Claims that cross the chain are left out, so a crossing never makes a column jump.

export interface Anchor {
  from: number;
  to: number;
}

/** Longest strictly rising chain of anchors, O(n log n). */
export function risingChain(points: readonly Anchor[]): Anchor[] {
  // For equal `from`, the larger `to` first: then at most one of them can be in the chain.
  const sorted = [...points].sort((a, b) => a.from - b.from || b.to - a.to);
  const tails: number[] = [];
  const before: number[] = [];
  sorted.forEach((point, i) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[tails[middle]!]!.to < point.to) low = middle + 1;
      else high = middle;
    }
    before[i] = low > 0 ? tails[low - 1]! : -1;
    tails[low] = i;
  });
  const chain: Anchor[] = [];
  for (let i = tails.at(-1) ?? -1; i >= 0; i = before[i]!) chain.unshift(sorted[i]!);
  return chain;
}

/** Where `y` of one column lies in the other. Before and after the chain the two run in step. */
export function follow(chain: readonly Anchor[], y: number): number {
  const first = chain[0];
  const last = chain.at(-1);
  if (!first || !last) return y;
  if (y <= first.from) return first.to - (first.from - y);
  if (y >= last.from) return last.to + (y - last.from);
  let low = 0;
  let high = chain.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (chain[middle]!.from <= y) low = middle;
    else high = middle;
  }
  const a = chain[low]!;
  const b = chain[high]!;
  return a.to + ((y - a.from) / (b.from - a.from)) * (b.to - a.to);
}

/** A column for lining up: where its row starts and how far it can scroll. */
export interface Liner {
  /** Top of the scroller in the window. */
  top: number;
  /** Offset of the row in the content. */
  offset: number;
  maxScroll: number;
}

/** One height for all rows. If a column cannot scroll far enough the common line moves, not the column (SPEC §4.5). */
export function commonLine(columns: readonly Liner[], wanted: number): number {
  const low = Math.max(...columns.map((column) => column.top + column.offset - column.maxScroll));
  const high = Math.min(...columns.map((column) => column.top + column.offset));
  return Math.min(Math.max(wanted, low), high);
}
