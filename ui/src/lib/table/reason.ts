// The line under a claim's name: how it differs and who does not mention it.
import type { Claim, DifferenceKind } from "../api/types";
import type { ComparisonIndex } from "../comparison";
import { listOf } from "../i18n/format";
import { t, type MessageKey } from "../i18n/index.svelte";
import { mainDifference } from "../marks/reason";

/** More letters than this would fill the line: the number is said instead. */
const LETTERS = 4;

export const DIFFERS: Record<DifferenceKind, MessageKey> = {
  figure: "differs.figure",
  date: "differs.date",
  name: "differs.name",
  place: "differs.name",
  quote: "differs.quote",
  speaker: "differs.speaker",
  negation: "differs.negation",
  certainty: "differs.certainty",
};

export function rowReason(index: ComparisonIndex, claim: Claim, all: readonly string[]): string {
  const n = Object.keys(claim.members).length;
  const difference = mainDifference(index, claim);
  const parts: string[] = [];
  if (difference && (claim.kind === "conflict" || claim.kind === "check")) parts.push(t(DIFFERS[difference.kind]));
  else if (claim.kind === "reworded") parts.push(t("differs.wording"));
  const gaps = all.filter((id) => claim.missing.includes(id));
  if (claim.kind === "only") parts.push(t("table.one"));
  else if (gaps.length === 0) parts.push(...(parts.length > 0 ? [] : [t("table.all", { n })]));
  else if (gaps.length > LETTERS) parts.push(t("table.some", { n, total: all.length }));
  else parts.push(parts.length > 0 ? t("table.missing", { list: listOf(gaps) }) : t("table.some", { n, total: all.length }));
  return parts.join(" · ");
}
