// Cuts a statement's text into plain and marked stretches. Everything that is marked comes from the comparison:
// readings of conflicts, edits of links, claims of one source. Spans count UTF-16 units, as JavaScript does.
import type { Claim, Statement } from "../api/types";
import { ownSide, type ComparisonIndex } from "../comparison";
import { hides, type Hidden } from "./kinds";

export type Mark = "conflict" | "check" | "reword" | "only";

export interface Segment {
  text: string;
  mark: Mark | null;
  /** Short values stay on one line (SPEC §8). */
  keep: boolean;
  /** Words of the other side, struck through: not part of the sentence. */
  gone?: boolean;
  /** Found by the search; the one that the search stands at. */
  hit?: "hit" | "current";
}

export const sameSegment = (a: Segment, b: Segment): boolean =>
  a.text === b.text && a.mark === b.mark && a.keep === b.keep && a.gone === b.gone && a.hit === b.hit;

export interface Range {
  start: number;
  end: number;
  mark: Mark;
}

/** A mark with a higher number lies above. */
const LAYER: Record<Mark, number> = { only: 0, reword: 1, check: 2, conflict: 3 };
const SHORT_VALUE = 20;

/** Values that conflict, in the claims given. */
export function valueRanges(index: ComparisonIndex, article: string, statement: Statement, claims: readonly Claim[], hidden?: Hidden): Range[] {
  const ranges: Range[] = [];
  for (const claim of claims) {
    for (const difference of index.differencesOf(claim.id)) {
      if ((difference.verdict !== "conflict" && difference.verdict !== "check") || hidden?.type?.(difference.kind)) continue;
      const mark: Mark = difference.verdict === "conflict" ? "conflict" : "check";
      for (const reading of difference.readings) {
        if (reading.article !== article || reading.statement !== statement.index) continue;
        if (reading.end > reading.start) ranges.push({ start: reading.start, end: reading.end, mark });
      }
    }
  }
  return ranges;
}

export type WordMarks =
  | { state: "marked" | "equal"; ranges: Range[] }
  | { state: "other-language" | "mostly-different" | "unlinked"; ranges: [] };

/** Words that differ from the article compared with; the state says why there may be none. */
export function wordMarks(index: ComparisonIndex, article: string, statement: Statement, base: string): WordMarks {
  const own = index.article(article);
  const other = index.article(base);
  const link = index.linksBetween(article, statement.index, base)[0];
  if (!own || !other || !link) return { state: "unlinked", ranges: [] };
  if (link.mostly_different) return { state: "mostly-different", ranges: [] };
  if (!link.edits) return { state: own.language === other.language ? "unlinked" : "other-language", ranges: [] };
  const side = ownSide(link, article);
  const ranges: Range[] = [];
  for (const edit of link.edits) {
    if (edit.kind === "equal") continue;
    const span = side(edit);
    if (span.end > span.start) ranges.push({ start: span.start, end: span.end, mark: "reword" });
  }
  return { state: ranges.length > 0 ? "marked" : "equal", ranges: joinAcrossSpace(statement.text, ranges) };
}

/** Marks parted by white space alone are drawn as one: a broken underline would look like two findings. */
function joinAcrossSpace(text: string, ranges: Range[]): Range[] {
  const joined: Range[] = [];
  for (const range of ranges) {
    const last = joined.at(-1);
    if (last && text.slice(last.end, range.start).trim() === "") last.end = range.end;
    else joined.push({ ...range });
  }
  return joined.map((range) => trimmed(text, range)).filter((range) => range.end > range.start);
}

function trimmed(text: string, range: Range): Range {
  const words = text.slice(range.start, range.end);
  const start = range.start + (words.length - words.trimStart().length);
  return { ...range, start, end: Math.max(start, range.start + words.trimEnd().length) };
}

/** Plain and marked stretches of `text`; joined, they are `text` again. */
export function cut(text: string, ranges: readonly Range[]): Segment[] {
  const bounds = new Set([0, text.length]);
  for (const range of ranges) {
    bounds.add(Math.min(Math.max(range.start, 0), text.length));
    bounds.add(Math.min(Math.max(range.end, 0), text.length));
  }
  const cuts = [...bounds].sort((a, b) => a - b);
  const pieces: { start: number; end: number; range: Range | null }[] = [];
  for (let i = 0; i + 1 < cuts.length; i++) {
    const start = cuts[i]!;
    const end = cuts[i + 1]!;
    const top = topmost(ranges, start, end);
    const last = pieces.at(-1);
    if (last && last.range === top) last.end = end;
    else pieces.push({ start, end, range: top });
  }
  return pieces.map((piece) => {
    const words = text.slice(piece.start, piece.end);
    const mark = piece.range?.mark ?? null;
    return { text: words, mark, keep: (mark === "conflict" || mark === "check") && words.length < SHORT_VALUE };
  });
}

function topmost(ranges: readonly Range[], start: number, end: number): Range | null {
  let top: Range | null = null;
  for (const range of ranges) {
    if (range.start <= start && range.end >= end && (!top || LAYER[range.mark] > LAYER[top.mark])) top = range;
  }
  return top;
}

/** How a statement stands in its column. */
export function columnSegments(
  index: ComparisonIndex,
  article: string,
  statement: Statement,
  base: string | null,
  hidden: Hidden,
): Segment[] {
  const claims = index.claimsOf(article, statement.index);
  const shown = claims.filter((claim) => !hides(hidden, claim));
  const main = shown[0];
  const ranges = valueRanges(index, article, statement, shown, hidden).filter(
    (range) => !hidden.has(range.mark === "conflict" ? "conflict" : "check"),
  );
  if (main?.kind === "only") ranges.push({ start: 0, end: statement.text.length, mark: "only" });
  if (main?.kind === "reworded" && base) ranges.push(...wordMarks(index, article, statement, base).ranges);
  return cut(statement.text, ranges);
}

/** The article that word marks of `article` are made against: the chosen one, and for that one the next. */
export function comparedWith(order: readonly string[], base: string | null, article: string): string | null {
  const chosen = base !== null && order.includes(base) ? base : order[0];
  if (chosen === undefined) return null;
  if (chosen !== article) return chosen;
  return order.find((id) => id !== article) ?? null;
}
