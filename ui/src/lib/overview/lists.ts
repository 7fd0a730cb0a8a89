// The lists of the overview: where the sources disagree, quotes that differ, what each one does not mention.
import type { Claim, Difference } from "../api/types";
import { hasGap, type ComparisonIndex } from "../comparison";
import { hides, type Hidden } from "../marks/kinds";

export interface Disagreement {
  claim: Claim;
  difference: Difference;
}

/** Conflicts first, then what a person should check, each in reading order. */
export function disagreements(index: ComparisonIndex, reading: readonly Claim[], hidden: Hidden): { values: Disagreement[]; quotes: Disagreement[] } {
  const found: Disagreement[] = reading.flatMap((claim) =>
    hides(hidden, claim)
      ? []
      : index
          .differencesOf(claim.id)
          .filter((difference) => (difference.verdict === "conflict" || difference.verdict === "check") && !hidden.type?.(difference.kind) && difference.readings.length > 0)
          .map((difference) => ({ claim, difference })),
  );
  const ranked = once([...found.filter((one) => one.difference.verdict === "conflict"), ...found.filter((one) => one.difference.verdict === "check")]);
  return { values: ranked.filter((one) => one.difference.kind !== "quote"), quotes: ranked.filter((one) => one.difference.kind === "quote") };
}

/** A sentence may stand in two claims: what both tell of the same words is listed once, where the most words are compared. */
function once(found: readonly Disagreement[]): Disagreement[] {
  const places = found.map((one) => new Set(one.difference.readings.map((reading) => `${reading.article}:${reading.statement}:${reading.start}`)));
  const holds = (whole: Set<string>, part: Set<string>): boolean => [...part].every((place) => whole.has(place));
  return found.filter((one, i) => {
    const own = places[i] ?? new Set();
    const elsewhere = (other: Set<string>, j: number): boolean => j !== i && found[j]?.difference.kind === one.difference.kind && holds(other, own) && (other.size > own.size || j < i);
    return !places.some(elsewhere);
  });
}

export interface Unmentioned {
  source: string;
  /** Claims that at least half of the others make, the most widely made first. */
  claims: { claim: Claim; n: number }[];
  others: number;
}

export function unmentioned(reading: readonly Claim[], order: readonly string[], hidden: Hidden): Unmentioned[] {
  const others = order.length - 1;
  return order.map((source) => {
    const claims = reading.flatMap((claim) => {
      if (!hasGap(claim, source) || hides(hidden, claim)) return [];
      const n = order.filter((id) => claim.members[id]).length;
      return n * 2 >= others ? [{ claim, n }] : [];
    });
    return { source, others, claims: claims.sort((a, b) => b.n - a.n) };
  });
}
