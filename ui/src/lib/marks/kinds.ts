// The kinds a reader sees, with the names of their CSS class and of their word. "gap" stands for "Not mentioned":
// it is no kind of claim but a place, and it is shown and hidden like the others.
import type { Claim, ClaimKind, DifferenceKind } from "../api/types";

export type ShownKind = ClaimKind | "gap";

/** In the order of the legend. */
export const SHOWN_KINDS: readonly ShownKind[] = ["same", "reworded", "conflict", "check", "only", "gap"];

const CLASS = { same: "same", reworded: "reword", conflict: "conflict", check: "check", only: "only", gap: "out" } as const;
export type KindClass = (typeof CLASS)[ShownKind];
export const kindClass = (kind: ShownKind): KindClass => CLASS[kind];

/** Importance of what differs, when several apply (SPEC §3). */
export const DIFFERENCE_KINDS: readonly DifferenceKind[] = ["figure", "date", "name", "place", "quote", "speaker", "negation", "certainty"];
export const differenceRank = (kind: DifferenceKind): number => DIFFERENCE_KINDS.indexOf(kind);

/** Match strength is shown as one of three words only (SPEC §10). */
export type Strength = "strong" | "fair" | "weak";
export const strengthWord = (strength: number): Strength => (strength >= 0.8 ? "strong" : strength >= 0.6 ? "fair" : "weak");

/** What the filters take away; a plain set of kinds is one. */
export interface Hidden {
  has(kind: ShownKind): boolean;
  /** Claims that no shown source makes, or that differ only in a way that is switched off. */
  off?(claim: Claim): boolean;
  /** Ways to differ that are switched off. */
  type?(kind: DifferenceKind): boolean;
}

export const hides = (hidden: Hidden, claim: Claim): boolean => hidden.has(claim.kind) || (hidden.off?.(claim) ?? false);
export const hidesGap = (hidden: Hidden, claim: Claim): boolean => hidden.has("gap") || (hidden.off?.(claim) ?? false);
