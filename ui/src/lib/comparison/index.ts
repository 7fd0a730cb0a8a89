// Lookups over a comparison that came from the engine. It finds, sorts and groups; it never computes a difference.
import type { Article, Claim, ClaimKind, Comparison, Difference, Edit, Link, PairReading, Span, Statement } from "../api/types";

/** Order of importance, as the engine declares it. */
const IMPORTANCE: Record<ClaimKind, number> = { conflict: 0, check: 1, reworded: 2, same: 3, only: 4 };

/** Where a gap stands when it comes before the first statement. */
export const BEFORE_FIRST = -1;

export interface ComparisonIndex {
  readonly comparison: Comparison;
  article(id: string): Article | undefined;
  claim(id: string): Claim | undefined;
  /** The claim that shares most statements with one of an earlier comparison. */
  successor(claim: Claim): Claim | undefined;
  /** The claims that a statement belongs to, the most important first. */
  claimsOf(article: string, statement: number): readonly Claim[];
  /** The "not mentioned" lines of an article by the statement they follow. */
  gapsOf(article: string): ReadonlyMap<number, readonly Claim[]>;
  differencesOf(claim: string): readonly Difference[];
  pair(claim: Claim, a: string, b: string): PairReading | undefined;
  /** Selected links between one statement and the other article, the strongest first. */
  linksBetween(article: string, statement: number, other: string): readonly Link[];
}

const refKey = (article: string, statement: number): string => `${article}:${statement}`;

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

export function indexComparison(comparison: Comparison): ComparisonIndex {
  const articles = new Map(comparison.articles.map((article) => [article.id, article]));
  const claims = new Map(comparison.claims.map((claim) => [claim.id, claim]));
  const byStatement = new Map<string, Claim[]>();
  const gaps = new Map<string, Map<number, Claim[]>>();
  for (const claim of comparison.claims) {
    for (const [article, statements] of Object.entries(claim.members)) {
      for (const statement of statements) push(byStatement, refKey(article, statement), claim);
    }
    for (const gap of claim.gaps) {
      const lines = gaps.get(gap.article) ?? new Map<number, Claim[]>();
      gaps.set(gap.article, lines);
      push(lines, gap.after ?? BEFORE_FIRST, claim);
    }
  }
  for (const list of byStatement.values()) list.sort((a, b) => IMPORTANCE[a.kind] - IMPORTANCE[b.kind]);

  const differences = new Map<string, Difference[]>();
  for (const difference of comparison.differences) push(differences, difference.claim, difference);

  const links = new Map<string, Link[]>();
  for (const link of comparison.links) {
    if (!link.selected) continue;
    push(links, `${refKey(link.a.article, link.a.statement)}>${link.b.article}`, link);
    push(links, `${refKey(link.b.article, link.b.statement)}>${link.a.article}`, link);
  }
  for (const list of links.values()) list.sort((a, b) => b.strength - a.strength);

  const noGaps: ReadonlyMap<number, readonly Claim[]> = new Map();
  return {
    comparison,
    article: (id) => articles.get(id),
    claim: (id) => claims.get(id),
    successor: (earlier) => {
      let best: Claim | undefined;
      for (const claim of comparison.claims) if (inCommon(claim, earlier) > (best ? inCommon(best, earlier) : 0)) best = claim;
      return best;
    },
    claimsOf: (article, statement) => byStatement.get(refKey(article, statement)) ?? [],
    gapsOf: (article) => gaps.get(article) ?? noGaps,
    differencesOf: (claim) => differences.get(claim) ?? [],
    pair: (claim, a, b) => claim.pairs.find((pair) => (pair.a === a && pair.b === b) || (pair.a === b && pair.b === a)),
    linksBetween: (article, statement, other) => links.get(`${refKey(article, statement)}>${other}`) ?? [],
  };
}

/** Number of statements that two claims have in common. */
function inCommon(a: Claim, b: Claim): number {
  const common = ([article, statements]: [string, number[]]) => statements.filter((at) => b.members[article]?.includes(at)).length;
  return Object.entries(a.members).reduce((sum, member) => sum + common(member), 0);
}

/** The side of an edit script that belongs to `article`. */
export function ownSide(link: Link, article: string): (edit: Edit) => Span {
  return link.a.article === article ? (edit) => edit.a : (edit) => edit.b;
}

/** Whether a claim has a "not mentioned" line in an article. */
export const hasGap = (claim: Claim, article: string): boolean => claim.gaps.some((gap) => gap.article === article);

/** First statement of a claim in an article. */
export const firstMember = (claim: Claim, article: string): number | undefined => claim.members[article]?.[0];

/** The headline of an article, when it is one of its statements. */
export const headlineOf = (article: Article): Statement | undefined =>
  article.statements.find((statement) => statement.role === "headline");
