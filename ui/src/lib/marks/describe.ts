// What a screen reader and the hover hint say of a statement, a gap and a ribbon.
import type { Claim } from "../api/types";
import type { ComparisonIndex } from "../comparison";
import { t } from "../i18n/index.svelte";
import { listOf } from "../i18n/format";
import { claimReason, kindWord, mainDifference } from "./reason";

const others = (claim: Claim, source: string | null, order: readonly string[]): string =>
  listOf(order.filter((id) => id !== source && claim.members[id]));

/** Kind, reason and the other sources. */
export function describeStatement(index: ComparisonIndex, source: string, claim: Claim, order: readonly string[]): string {
  const sources = others(claim, source, order);
  switch (claim.kind) {
    case "only":
      return t("describe.only");
    case "same":
      return t("describe.same", { sources });
    case "reworded":
      return t("describe.reworded", { sources });
    case "conflict":
      return t("describe.conflict", { reason: claimReason(index, claim), sources });
    case "check":
      return t("describe.check", { reason: claimReason(index, claim), sources });
  }
}

export const describeGap = (claim: Claim, order: readonly string[]): string =>
  t("describe.gap", { sources: others(claim, null, order) });

/** "conflict: 105 minutes in A, 100 minutes in B", else kind and name of the claim. */
export function hint(index: ComparisonIndex, claim: Claim, order: readonly string[]): string {
  const difference = mainDifference(index, claim);
  if (!difference) return `${kindWord(claim.kind)}: ${claim.label}`;
  const groups = new Map<string, { shown: string; sources: string[] }>();
  for (const id of order) {
    const reading = difference.readings.find((one) => one.article === id);
    if (!reading) continue;
    const group = groups.get(reading.normal) ?? { shown: reading.shown, sources: [] };
    group.sources.push(id);
    groups.set(reading.normal, group);
  }
  const values = [...groups.values()].map(({ shown, sources }) => t("describe.in", { shown, sources: listOf(sources) }));
  return `${kindWord(claim.kind)}: ${values.join(", ")}`;
}
