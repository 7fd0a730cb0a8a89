// The order of the table's rows and their groups (SPEC §4.7). It sorts claims that came from the engine.
import type { Claim, ClaimKind } from "../api/types";
import { firstMember, type ComparisonIndex } from "../comparison";
import { differenceRank } from "../marks/kinds";
import { mainDifference } from "../marks/reason";

export type Sort = "conflicts" | "order" | "most" | "fewest" | "reworded";
export const SORTS: readonly Sort[] = ["conflicts", "order", "most", "fewest", "reworded"];

export interface Group {
  /** `null`: one list without headings. */
  kind: ClaimKind | null;
  claims: Claim[];
}

const KINDS: readonly ClaimKind[] = ["conflict", "check", "reworded", "only", "same"];

export interface SortOptions {
  sort: Sort;
  /** Under a heading per kind; the first two orders only. */
  grouped: boolean;
  /** Source whose order counts. */
  source: string | null;
}

/** Only "conflicts first" and "order in a source" can stand under headings. */
export const canGroup = (sort: Sort): boolean => sort === "conflicts" || sort === "order";

/** `reading`: the claims that are shown, in reading order. */
export function tableGroups(index: ComparisonIndex, reading: readonly Claim[], options: SortOptions): Group[] {
  const claims = sorted(index, reading, options);
  if (!options.grouped || !canGroup(options.sort)) return claims.length > 0 ? [{ kind: null, claims }] : [];
  return KINDS.flatMap((kind) => {
    const own = claims.filter((claim) => claim.kind === kind);
    return own.length > 0 ? [{ kind, claims: own }] : [];
  });
}

function sorted(index: ComparisonIndex, reading: readonly Claim[], { sort, source }: SortOptions): Claim[] {
  const sources = (claim: Claim): number => Object.keys(claim.members).length;
  switch (sort) {
    case "conflicts":
      return by(reading, (claim) => {
        const difference = mainDifference(index, claim);
        return [KINDS.indexOf(claim.kind), difference ? differenceRank(difference.kind) : 99, -sources(claim)];
      });
    case "order":
      // Claims that the source does not make keep their place in reading order, after what it says.
      return by(reading, (claim) => [(source === null ? undefined : firstMember(claim, source)) ?? Number.MAX_SAFE_INTEGER]);
    case "most":
      return by(reading, (claim) => [-sources(claim)]);
    case "fewest":
      return by(reading, (claim) => [sources(claim)]);
    case "reworded": {
      const changed = rewording(index);
      return by(reading, (claim) => [-(changed.get(claim.id) ?? -1)]);
    }
  }
}

/** A stable sort by several numbers. */
function by(claims: readonly Claim[], keys: (claim: Claim) => number[]): Claim[] {
  return claims
    .map((claim, i) => ({ claim, keys: [...keys(claim), i] }))
    .sort((a, b) => {
      for (let i = 0; i < a.keys.length; i++) {
        const order = a.keys[i]! - b.keys[i]!;
        if (order !== 0) return order;
      }
      return 0;
    })
    .map((one) => one.claim);
}

/** Part of the words that the engine's edit scripts call changed, the largest of each claim's links. */
function rewording(index: ComparisonIndex): Map<string, number> {
  const most = new Map<string, number>();
  for (const link of index.comparison.links) {
    if (!link.selected || (!link.edits && !link.mostly_different)) continue;
    let equal = 0;
    let all = 0;
    for (const edit of link.edits ?? []) {
      const length = edit.a.end - edit.a.start + edit.b.end - edit.b.start;
      all += length;
      if (edit.kind === "equal") equal += length;
    }
    const part = link.mostly_different ? 1 : all > 0 ? 1 - equal / all : 0;
    for (const claim of index.claimsOf(link.a.article, link.a.statement)) {
      const both = claim.members[link.b.article]?.includes(link.b.statement);
      if (both && claim.kind !== "only") most.set(claim.id, Math.max(most.get(claim.id) ?? 0, part));
    }
  }
  return most;
}
