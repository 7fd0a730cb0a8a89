// The blocks of a folded source. Those of one kind are one element where they can be, cut to the outline of all of them, so
// that a moved strictness changes a handful of outlines and not a thousand elements.
import { kindClass, type KindClass, type ShownKind } from "./kinds";

/** Kinds whose blocks have no edge of their own. */
const EDGELESS: readonly KindClass[] = ["same", "reword", "conflict", "out"];
/** What of a row's height its block leaves free above and below it, together. */
const FREE = 0.24;

/** A block's place in its strip, in percent. */
export const block = (row: number, rows: number): { top: number; height: number } => ({
  top: ((row + FREE / 2) / rows) * 100,
  height: ((1 - FREE) / rows) * 100,
});

/** Whether each block of a kind is drawn by itself. */
export const hasEdge = (kind: ShownKind): boolean => !EDGELESS.includes(kindClass(kind));

/**
 * By kind without edges, the outline of its blocks as a `clip-path`. One line goes around all of them; between two it runs along the
 * edge, where it has no area.
 */
export function outlines(kinds: readonly (ShownKind | null)[]): { kind: KindClass; outline: string }[] {
  const corners = new Map<KindClass, string[]>();
  kinds.forEach((shown, row) => {
    if (!shown || hasEdge(shown)) return;
    const kind = kindClass(shown);
    const own = corners.get(kind) ?? [];
    corners.set(kind, own);
    const { top, height } = block(row, kinds.length);
    const [from, to] = [percent(top), percent(top + height)];
    own.push(`0 ${from}`, `100% ${from}`, `100% ${to}`, `0 ${to}`);
  });
  return [...corners].map(([kind, own]) => ({ kind, outline: `polygon(${own.join()})` }));
}

const percent = (share: number): string => `${Number(share.toFixed(3))}%`;
