// How much two sources have in common, and an order that puts similar ones together. Counts of what the engine found.
import type { ComparisonIndex } from "../comparison";

export interface Share {
  /** Claims that both make, and that at least one makes. */
  both: number;
  either: number;
  /** Rounded percent. */
  percent: number;
  conflicts: number;
}

export type Shares = ReadonlyMap<string, Share>;

export const pairKey = (a: string, b: string): string => (a < b ? `${a}|${b}` : `${b}|${a}`);

export function sharesOf(index: ComparisonIndex, order: readonly string[]): Shares {
  const shares = new Map<string, Share>();
  order.forEach((a, i) => {
    for (const b of order.slice(i + 1)) shares.set(pairKey(a, b), { both: 0, either: 0, percent: 0, conflicts: 0 });
  });
  const own = new Map<string, number>();
  for (const claim of index.comparison.claims) {
    const members = order.filter((id) => claim.members[id]);
    members.forEach((a, i) => {
      own.set(a, (own.get(a) ?? 0) + 1);
      for (const b of members.slice(i + 1)) shares.get(pairKey(a, b))!.both += 1;
    });
    for (const pair of claim.pairs) {
      const share = pair.kind === "conflict" ? shares.get(pairKey(pair.a, pair.b)) : undefined;
      if (share) share.conflicts += 1;
    }
  }
  order.forEach((a, i) => {
    for (const b of order.slice(i + 1)) {
      const share = shares.get(pairKey(a, b))!;
      share.either = (own.get(a) ?? 0) + (own.get(b) ?? 0) - share.both;
    }
  });
  for (const share of shares.values()) share.percent = share.either > 0 ? Math.round((share.both / share.either) * 100) : 0;
  return shares;
}

/** From the first source on, each time the one that shares most with the one before. */
export function similarOrder(order: readonly string[], shares: Shares): string[] {
  const rest = [...order];
  const result = rest.splice(0, 1);
  while (rest.length > 0) {
    const last = result.at(-1)!;
    const percent = (id: string): number => shares.get(pairKey(last, id))?.percent ?? 0;
    let best = 0;
    rest.forEach((id, i) => {
      if (percent(id) > percent(rest[best]!)) best = i;
    });
    result.push(...rest.splice(best, 1));
  }
  return result;
}
