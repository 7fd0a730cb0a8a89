// Kind and reason of a claim in words: "Conflict in a figure".
import type { Claim, Difference, DifferenceKind } from "../api/types";
import type { ComparisonIndex } from "../comparison";
import { t, type MessageKey } from "../i18n/index.svelte";
import { differenceRank, type ShownKind } from "./kinds";

const KIND_WORD: Record<ShownKind, MessageKey> = {
  same: "kind.same",
  reworded: "kind.reworded",
  conflict: "kind.conflict",
  check: "kind.check",
  only: "kind.only",
  gap: "kind.gap",
};

const REASON: Record<DifferenceKind, "figure" | "date" | "name" | "quote" | "speaker" | "negation" | "certainty"> = {
  figure: "figure",
  date: "date",
  name: "name",
  place: "name",
  quote: "quote",
  speaker: "speaker",
  negation: "negation",
  certainty: "certainty",
};

export const kindWord = (kind: ShownKind): string => t(KIND_WORD[kind]);

/** The difference that makes the claim what it is, the most important first. */
export function mainDifference(index: ComparisonIndex, claim: Claim): Difference | undefined {
  return [...index.differencesOf(claim.id)]
    .filter((difference) => difference.verdict === claim.kind)
    .sort((a, b) => differenceRank(a.kind) - differenceRank(b.kind))[0];
}

/** Why the readings are compared, in one line: "Same quantity, distance or length: “southwest of Garut”". */
export function whyLine({ why }: Difference): string {
  const line = [t(`why.${why.code}`), why.thing && t(`thing.${why.thing}`)].filter(Boolean).join(", ");
  const about = why.about ? `${line}: “${why.about}”` : line;
  return why.doubt ? `${about}; ${t(`doubt.${why.doubt}`)}` : about;
}

export function claimReason(index: ComparisonIndex, claim: Claim): string {
  const difference = mainDifference(index, claim);
  if (!difference || (claim.kind !== "conflict" && claim.kind !== "check")) return kindWord(claim.kind);
  const verdict = claim.kind === "conflict" ? "conflict" : "check";
  return t(`reason.${verdict}.${REASON[difference.kind]}`);
}
