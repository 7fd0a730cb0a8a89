// Filters by the way that sources differ, and all filters as they are kept with the event (SPEC §4.11).
import type { Claim, Difference, DifferenceKind, Filters } from "../api/types";
import type { ComparisonIndex } from "../comparison";
import { DIFFERENCE_KINDS, SHOWN_KINDS, differenceRank } from "../marks/kinds";
import type { View } from "../state/view.svelte";

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

/** What is filtered now. */
export const filtersOf = (view: View): Filters => ({
  kinds: [...view.hidden],
  sources: [...view.without],
  differences: [...view.types],
  checked: view.checked === "all" ? null : view.checked === "yes",
  noted: view.noted,
  tags: [...view.tags],
});

/** Filters as they were kept; a word that this program does not know filters nothing. */
export function takeFilters(view: View, kept: Filters): void {
  view.showAll();
  for (const kind of SHOWN_KINDS) if (kept.kinds.includes(kind)) view.hidden.add(kind);
  for (const kind of DIFFERENCE_KINDS) if (kept.differences.includes(kind)) view.types.add(kind);
  for (const source of kept.sources) view.without.add(source);
  for (const tag of kept.tags) view.tags.add(tag);
  view.checked = kept.checked === null ? "all" : kept.checked ? "yes" : "no";
  view.noted = kept.noted;
}
