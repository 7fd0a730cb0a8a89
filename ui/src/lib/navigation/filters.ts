// Filters by the way that sources differ (SPEC §4.11).
import type { Claim, Difference, DifferenceKind } from "../api/types";
import type { ComparisonIndex } from "../comparison";
import { differenceRank } from "../marks/kinds";

const counts = (difference: Difference): boolean => difference.verdict === "conflict" || difference.verdict === "check";

/** Ways to differ that the comparison has, by importance. */
export function kindsOfDifference(index: ComparisonIndex): DifferenceKind[] {
  const kinds = new Set(index.comparison.differences.filter(counts).map((difference) => difference.kind));
  return [...kinds].sort((a, b) => differenceRank(a) - differenceRank(b));
}

/** Whether a claim conflicts in no other way than those given. */
export function differsOnlyBy(index: ComparisonIndex, claim: Claim, kinds: ReadonlySet<DifferenceKind>): boolean {
  const own = index.differencesOf(claim.id).filter(counts);
  return own.length > 0 && own.every((difference) => kinds.has(difference.kind));
}
