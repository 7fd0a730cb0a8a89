// Shapes of ribbons from boxes and scroll positions. Pure numbers, redone every frame.
import type { Unit } from "../scroll/layout";
import type { ShownKind } from "../marks/kinds";
import type { Ribbon, RibbonEnd } from "./build";

/** Ends further apart than this part of the window become a line (SPEC §3). */
export const FAR = 0.3;
/** Below this height a band has no room for two edges. */
export const THIN = 8;
/** Room between the edge of a statement and its ribbon. */
const INSET = 3;

export interface Shape {
  key: string;
  claim: string;
  kind: ShownKind;
  weak: boolean;
  byHand: boolean;
  far: boolean;
  fill: string | null;
  edge: string;
  middle: { x: number; y: number };
  /** Next to an open column, where signs have room. */
  signed: boolean;
  /** Between two strips of many sentences: a dotted edge would be all there is. */
  thin: boolean;
  /** An end lies outside the visible part: the line leads away. */
  away: boolean;
}

export interface Span {
  top: number;
  bottom: number;
}

/** Where an end stands in the frame at the present scroll position. */
export function endSpan(unit: Unit, end: RibbonEnd, scrollTop: number): Span | null {
  const first = unit.byKey.get(end.first);
  const last = unit.byKey.get(end.last);
  if (!first || !last) return null;
  if (unit.strip) return { top: first.top, bottom: last.bottom };
  const shift = unit.top - scrollTop;
  return { top: first.top + shift + INSET, bottom: last.bottom + shift - INSET };
}

const inView = (span: Span, unit: Unit): boolean => span.bottom > unit.top && span.top < unit.top + unit.height;

const r = (value: number): number => Math.round(value * 10) / 10;

function curve(x0: number, y0: number, x1: number, y1: number): string {
  const dx = (x1 - x0) / 2;
  return `${r(x0)} ${r(y0)}C${r(x0 + dx)} ${r(y0)} ${r(x1 - dx)} ${r(y1)} ${r(x1)} ${r(y1)}`;
}

/** The shape of one ribbon; `null` when neither end is in view. */
export function shapeOf(ribbon: Ribbon, left: Unit, right: Unit, height: number, scroll: (unit: Unit) => number): Shape | null {
  const a = endSpan(left, ribbon.left, scroll(left));
  const b = endSpan(right, ribbon.right, scroll(right));
  if (!a || !b) return null;
  const seenLeft = inView(a, left);
  const seenRight = inView(b, right);
  // Between a column and a strip the strip's end is always in view; the column decides.
  if (left.strip !== right.strip ? !(left.strip ? seenRight : seenLeft) : !seenLeft && !seenRight) return null;
  const x0 = left.right;
  const x1 = right.left;
  const midA = (a.top + a.bottom) / 2;
  const midB = (b.top + b.bottom) / 2;
  const far = Math.abs(midA - midB) > height * FAR;
  const base = {
    key: ribbon.key,
    claim: ribbon.claim,
    kind: ribbon.kind,
    weak: ribbon.weak,
    byHand: ribbon.byHand,
    far,
    middle: { x: (x0 + x1) / 2, y: (midA + midB) / 2 },
    signed: !(left.strip && right.strip),
    thin: left.strip && right.strip && Math.max(a.bottom - a.top, b.bottom - b.top) < THIN,
    away: !seenLeft || !seenRight,
  };
  if (far) return { ...base, fill: null, edge: `M${curve(x0, midA, x1, midB)}` };
  const upper = curve(x0, a.top, x1, b.top);
  return {
    ...base,
    fill: `M${upper}L${curve(x1, b.bottom, x0, a.bottom)}Z`,
    edge: `M${upper}M${curve(x0, a.bottom, x1, b.bottom)}`,
  };
}
