// What a person set by hand, looked up and worded. The changes themselves are the program's.
import type { Claim, ClaimByHand, PassageByHand, StatementRef, StepName } from "../api/types";
import type { ComparisonIndex } from "../comparison";
import { t } from "../i18n/index.svelte";

const UNTOUCHED: Omit<ClaimByHand, "claim"> = { name: null, conflict: null, checked: false, note: null, tags: [], changed: false, needs_a_look: false };

/** What was set on a claim; of an untouched one, nothing. */
export const setOn = (index: ComparisonIndex, claim: string): ClaimByHand => index.comparison.by_hand.claims.find((one) => one.claim === claim) ?? { claim, ...UNTOUCHED };

export const passagesAt = (index: ComparisonIndex, article: string, statement: number): PassageByHand[] =>
  index.comparison.by_hand.passages.filter((one) => one.at.article === article && one.at.statement === statement);

/** Notes and tags on the statements of a claim. */
export const passagesOf = (index: ComparisonIndex, claim: Claim): PassageByHand[] =>
  index.comparison.by_hand.passages.filter((one) => claim.members[one.at.article]?.includes(one.at.statement));

export interface Member {
  at: StatementRef;
  text: string;
}

/** Every statement of a claim, in the order of the sources. */
export function membersOf(index: ComparisonIndex, claim: Claim, order: readonly string[]): Member[] {
  return order.flatMap((article) => (claim.members[article] ?? []).map((statement) => ({ at: { article, statement }, text: index.article(article)?.statements[statement]?.text ?? "" })));
}

/** "unlink sentence in B": what a step did, for undo and redo. */
export function stepText({ key, with: params }: StepName): string {
  return t(`step_name.${key}`, params);
}

/** Filters by what was done by hand. */
export interface HandFilter {
  checked: "all" | "yes" | "no";
  noted: boolean;
  tags: ReadonlySet<number>;
}

/** Whether the filter takes a claim away. */
export function filteredByHand(index: ComparisonIndex, claim: Claim, filter: HandFilter): boolean {
  if (filter.checked === "all" && !filter.noted && filter.tags.size === 0) return false;
  const set = setOn(index, claim.id);
  const passages = filter.noted || filter.tags.size > 0 ? passagesOf(index, claim) : [];
  if (filter.checked !== "all" && set.checked !== (filter.checked === "yes")) return true;
  if (filter.noted && set.note === null && !passages.some((one) => one.note !== null)) return true;
  const tags = new Set([...set.tags, ...passages.flatMap((one) => one.tags)]);
  return filter.tags.size > 0 && ![...filter.tags].some((tag) => tags.has(tag));
}
