// The kinds a reader sees, with the names of their CSS class and of their word. "gap" stands for "Not mentioned":
// it is no kind of claim but a place, and it is shown and hidden like the others.
import type { ClaimKind, DifferenceKind } from "../api/types";

export type ShownKind = ClaimKind | "gap";

/** In the order of the legend. */
export const SHOWN_KINDS: readonly ShownKind[] = ["same", "reworded", "conflict", "check", "only", "gap"];

const CLASS = { same: "same", reworded: "reword", conflict: "conflict", check: "check", only: "only", gap: "out" } as const;
export type KindClass = (typeof CLASS)[ShownKind];
export const kindClass = (kind: ShownKind): KindClass => CLASS[kind];

/** Importance of what differs, when several apply (SPEC §3). */
const DIFFERENCE_ORDER: readonly DifferenceKind[] = ["figure", "date", "name", "place", "quote", "speaker", "certainty"];
export const differenceRank = (kind: DifferenceKind): number => DIFFERENCE_ORDER.indexOf(kind);

/** Match strength is shown as one of three words only (SPEC §10). */
export type Strength = "strong" | "fair" | "weak";
export const strengthWord = (strength: number): Strength => (strength >= 0.8 ? "strong" : strength >= 0.6 ? "fair" : "weak");

/** Which kinds are shown; nothing in it means all. */
export type Hidden = ReadonlySet<ShownKind>;
