// The rows of a column: the article's statements in its own order, with "not mentioned" lines between them.
import type { Article, Claim, Statement } from "../api/types";
import { BEFORE_FIRST, type ComparisonIndex } from "../comparison";
import { hides, hidesGap, type Hidden, type ShownKind } from "./kinds";

export interface StatementRow {
  type: "statement";
  key: string;
  statement: Statement;
  claims: readonly Claim[];
  /** The most important claim whose kind is shown. */
  main: Claim | null;
  kind: ShownKind | null;
  /** First of its paragraph. */
  opens: boolean;
}

export interface GapRow {
  type: "gap";
  key: string;
  claim: Claim;
  kind: "gap";
  after: number;
}

export type Row = StatementRow | GapRow;

export function rowsOf(index: ComparisonIndex, article: Article, hidden: Hidden): Row[] {
  const gaps = index.gapsOf(article.id);
  const rows: Row[] = [];
  const addGaps = (after: number): void => {
    for (const claim of gaps.get(after) ?? []) {
      if (hidesGap(hidden, claim)) continue;
      rows.push({ type: "gap", key: `${article.id}:gap:${claim.id}`, claim, kind: "gap", after });
    }
  };
  addGaps(BEFORE_FIRST);
  let paragraph = -1;
  for (const statement of article.statements) {
    const claims = index.claimsOf(article.id, statement.index);
    const main = claims.find((claim) => !hides(hidden, claim)) ?? null;
    const opens = statement.paragraph !== paragraph;
    paragraph = statement.paragraph;
    rows.push({ type: "statement", key: `${article.id}:${statement.index}`, statement, claims, main, kind: main?.kind ?? null, opens });
    addGaps(statement.index);
  }
  return rows;
}

/** The claim that a click on a row selects; further clicks go through the other claims of the statement. */
export function claimToSelect(row: Row, selected: string | null): Claim | null {
  if (row.type === "gap") return row.claim;
  const at = row.claims.findIndex((claim) => claim.id === selected);
  if (at < 0) return row.main ?? row.claims[0] ?? null;
  return row.claims[(at + 1) % row.claims.length] ?? null;
}
