// The order in which "next difference" goes, and what counts as one.
import type { Claim } from "../api/types";
import type { ComparisonIndex } from "../comparison";
import { hides, hidesGap, type Hidden, type ShownKind } from "../marks/kinds";

/** Claims in reading order: those of the first column in its order, the others put in after what precedes them. */
export function readingOrder(index: ComparisonIndex, columns: readonly string[]): Claim[] {
  const order: Claim[] = [];
  for (const id of columns) {
    const article = index.article(id);
    if (!article) continue;
    let at = -1;
    const seen = new Set<string>();
    for (const statement of article.statements) {
      for (const claim of index.claimsOf(id, statement.index)) {
        if (seen.has(claim.id)) continue;
        seen.add(claim.id);
        const present = order.indexOf(claim);
        if (present >= 0) at = present;
        else order.splice(++at, 0, claim);
      }
    }
  }
  return order;
}

/** Whether any of the kinds that a claim shows is switched on. */
export function isShown(claim: Claim, hidden: Hidden): boolean {
  return !hides(hidden, claim) || (claim.gaps.length > 0 && !hidesGap(hidden, claim));
}

/** A difference: anything but full agreement, or a claim that a source does not mention. */
export function differences(order: readonly Claim[], hidden: Hidden): Claim[] {
  return order.filter(
    (claim) => (claim.kind !== "same" && !hides(hidden, claim)) || (claim.gaps.length > 0 && !hidesGap(hidden, claim)),
  );
}

/** The next difference from where the reader is; `null` at the end of the list. */
export function step(list: readonly Claim[], order: readonly Claim[], from: string | null, by: 1 | -1): Claim | null {
  if (list.length === 0) return null;
  if (from === null) return (by > 0 ? list[0] : list.at(-1)) ?? null;
  const at = list.findIndex((claim) => claim.id === from);
  if (at >= 0) return list[at + by] ?? null;
  // From a claim that is no difference: go on from its place in reading order.
  const place = order.findIndex((claim) => claim.id === from);
  const rank = new Map(order.map((claim, i) => [claim.id, i]));
  const later = list.filter((claim) => (rank.get(claim.id) ?? 0) > place);
  const earlier = list.filter((claim) => (rank.get(claim.id) ?? 0) < place);
  return (by > 0 ? later[0] : earlier.at(-1)) ?? null;
}

/** Number of claims per kind, for the legend. */
export function countKinds(claims: readonly Claim[]): Record<ShownKind, number> {
  const counts: Record<ShownKind, number> = { same: 0, reworded: 0, conflict: 0, check: 0, only: 0, gap: 0 };
  for (const claim of claims) {
    counts[claim.kind] += 1;
    if (claim.gaps.length > 0) counts.gap += 1;
  }
  return counts;
}
