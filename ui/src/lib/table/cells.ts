// What stands in a cell of the table: the source's sentences with marks against the source compared with, or in short
// mode the value alone.
import type { Claim, Statement } from "../api/types";
import { hasGap, ownSide, type ComparisonIndex } from "../comparison";
import type { Hidden, ShownKind } from "../marks/kinds";
import { mainDifference } from "../marks/reason";
import { cut, valueRanges, wordMarks, type Segment } from "../marks/segments";
import { insertGone, type Gone } from "../marks/gone";

/** From this many sources cells are short (SPEC §4.7). */
export const SHORT_FROM = 7;
/** Cells of more lines than this end with "More". */
export const LINES = 6;

export interface CellOptions {
  base: string | null;
  /** Words that differ are marked. */
  words: boolean;
  /** Words of the base that are gone are shown struck through. */
  gone: boolean;
  hidden: Hidden;
}

export type Cell =
  | { state: "text"; statements: { statement: Statement; segments: Segment[] }[]; length: number }
  | { state: "missing"; hatched: boolean };

export function cellOf(index: ComparisonIndex, claim: Claim, source: string, options: CellOptions): Cell {
  const article = index.article(source);
  const members = claim.members[source];
  if (!article || !members?.length) return { state: "missing", hatched: hasGap(claim, source) || Object.keys(claim.members).length > 1 };
  const statements = members.flatMap((at) => article.statements[at] ?? []);
  let length = 0;
  const lines = statements.map((statement) => {
    length += statement.text.length + 1;
    const ranges = options.hidden.has(claim.kind) ? [] : valueRanges(index, source, statement, [claim], options.hidden);
    if (claim.kind === "only") ranges.push({ start: 0, end: statement.text.length, mark: "only" });
    const against = options.base !== null && options.base !== source && claim.kind !== "only" ? options.base : null;
    if (options.words && against) ranges.push(...wordMarks(index, source, statement, against).ranges);
    const segments = cut(statement.text, ranges);
    return { statement, segments: options.gone && against ? insertGone(segments, goneWords(index, source, statement, against)) : segments };
  });
  return { state: "text", statements: lines, length };
}

/** Words of the other side that this statement does not have, by the place where they would have stood. */
export function goneWords(index: ComparisonIndex, source: string, statement: Statement, base: string): Gone[] {
  const link = index.linksBetween(source, statement.index, base)[0];
  if (!link?.edits || link.mostly_different) return [];
  const own = ownSide(link, source);
  const other = ownSide(link, base);
  const ref = link.a.article === base ? link.a : link.b;
  const text = index.article(base)?.statements[ref.statement]?.text ?? "";
  return link.edits.flatMap((edit) => {
    const { start, end } = other(edit);
    const words = text.slice(start, end).trim();
    return edit.kind === "equal" || words === "" ? [] : [{ at: own(edit).start, text: words }];
  });
}

export interface ShortCell {
  /** The value; `null`: the sign alone. */
  value: string | null;
  /** How the value differs from the source compared with; `null`: it agrees with it. */
  mark: "conflict" | "check" | null;
  kind: ShownKind;
}

/** In short mode: the value of the main difference, else the sign of the pair with the source compared with. */
export function shortCell(index: ComparisonIndex, claim: Claim, source: string, base: string | null): ShortCell {
  if (!claim.members[source]?.length) return { value: null, mark: null, kind: "gap" };
  const difference = mainDifference(index, claim);
  const reading = difference?.readings.find((one) => one.article === source);
  const pair = base !== null && base !== source ? index.pair(claim, base, source) : undefined;
  const kind = base === source && claim.kind !== "only" ? "same" : (pair?.kind ?? claim.kind);
  if (!reading) return { value: null, mark: null, kind };
  const agrees = base === source || (pair !== undefined && pair.kind !== "conflict" && pair.kind !== "check");
  return { value: reading.shown, mark: agrees ? null : difference?.verdict === "conflict" ? "conflict" : "check", kind };
}

/** Lines that a text takes in a cell, from the width of a usual letter. An estimate: it only decides whether "More" is offered. */
export function estimatedLines(length: number, width: number, fontSize: number): number {
  return Math.ceil(length / Math.max(1, width / (fontSize * 0.47)));
}

export const needsMore = (length: number, width: number, fontSize: number): boolean => estimatedLines(length, width, fontSize) > LINES + 1;
