// Which ribbons there are between two neighbours. Each has the kind of its pair, not of its claim (SPEC §3).
import type { Claim } from "../api/types";
import { hasGap, type ComparisonIndex } from "../comparison";
import { hides, hidesGap, strengthWord, type Hidden, type ShownKind } from "../marks/kinds";

export interface RibbonEnd {
  /** Row keys of one run of statements, first to last, or of the gap line. */
  first: string;
  last: string;
  gap: boolean;
}

export interface Ribbon {
  key: string;
  claim: string;
  kind: ShownKind;
  weak: boolean;
  /** Linked by the person. */
  byHand: boolean;
  left: RibbonEnd;
  right: RibbonEnd;
}

export const statementKey = (article: string, statement: number): string => `${article}:${statement}`;
export const gapKey = (article: string, claim: string): string => `${article}:gap:${claim}`;

/** Runs of neighbouring statements: a claim of several sentences that stand together has one ribbon. */
export function runs(statements: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  for (const statement of statements) {
    const last = found.at(-1);
    if (last && statement === last[1] + 1) last[1] = statement;
    else found.push([statement, statement]);
  }
  return found;
}

function ends(claim: Claim, article: string, hidden: Hidden): RibbonEnd[] {
  const members = claim.members[article];
  if (members && members.length > 0) {
    return runs(members).map(([first, last]) => ({
      first: statementKey(article, first),
      last: statementKey(article, last),
      gap: false,
    }));
  }
  if (hidesGap(hidden, claim) || !hasGap(claim, article)) return [];
  const key = gapKey(article, claim.id);
  return [{ first: key, last: key, gap: true }];
}

export function ribbonsBetween(index: ComparisonIndex, left: string, right: string, hidden: Hidden): Ribbon[] {
  const ribbons: Ribbon[] = [];
  for (const claim of index.comparison.claims) {
    const from = ends(claim, left, hidden);
    const to = ends(claim, right, hidden);
    if (from.length === 0 || to.length === 0) continue;
    const pair = index.pair(claim, left, right);
    const toGap = from[0]!.gap || to[0]!.gap;
    const kind: ShownKind = toGap ? "gap" : (pair?.kind ?? claim.kind);
    if (hidden.has(kind) || (!toGap && hides(hidden, claim))) continue;
    const weak = !toGap && pair !== undefined && pair.strength > 0 && strengthWord(pair.strength) === "weak";
    joined(index, claim, left, right, from, to).forEach(([a, b], i) => {
      ribbons.push({ key: `${left}>${right}:${claim.id}:${i}`, claim: claim.id, kind, weak, byHand: !toGap && (pair?.by_hand ?? false), left: a, right: b });
    });
  }
  return ribbons;
}

/** Which run goes to which: by the links between them, and none is left without a partner. */
function joined(
  index: ComparisonIndex,
  claim: Claim,
  left: string,
  right: string,
  from: RibbonEnd[],
  to: RibbonEnd[],
): [RibbonEnd, RibbonEnd][] {
  if (from.length === 1) return to.map((b) => [from[0]!, b]);
  if (to.length === 1) return from.map((a) => [a, to[0]!]);
  const leftRuns = runs(claim.members[left] ?? []);
  const rightRuns = runs(claim.members[right] ?? []);
  const pairs: [RibbonEnd, RibbonEnd][] = [];
  leftRuns.forEach(([first, last], i) => {
    rightRuns.forEach(([start, end], j) => {
      for (let statement = first; statement <= last; statement++) {
        const linked = index.linksBetween(left, statement, right).some((link) => {
          const other = link.a.article === right ? link.a.statement : link.b.statement;
          return other >= start && other <= end;
        });
        if (linked) return void pairs.push([from[i]!, to[j]!]);
      }
    });
  });
  for (const a of from) if (!pairs.some((pair) => pair[0] === a)) pairs.push([a, to[Math.min(from.indexOf(a), to.length - 1)]!]);
  for (const b of to) if (!pairs.some((pair) => pair[1] === b)) pairs.push([from[Math.min(to.indexOf(b), from.length - 1)]!, b]);
  return pairs;
}
