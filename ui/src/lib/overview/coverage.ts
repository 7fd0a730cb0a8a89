// Geometry of the coverage map: one bar per source from top to bottom, a block per sentence as high as its length, bands
// to the next bar. A claim that skips a bar passes behind it as a dashed line (SPEC §4.8).
import type { Claim } from "../api/types";
import type { ComparisonIndex } from "../comparison";
import { hides, type Hidden, type ShownKind } from "../marks/kinds";
import { runs } from "../ribbons/build";

export const BAR = 36;
const GAP = 3;
/** From so many bands on the map is dense. */
const DENSE = 160;
/** In a dense map, ends this part of the height apart are joined by a line. */
const FAR = 0.3;
/** The shortest article still has room for its blocks. */
const LEAST = 0.35;
/** A sign needs this height of a block. */
export const SIGN_ROOM = 11;

export interface Block {
  key: string;
  source: string;
  statement: number;
  claim: string | null;
  claims: readonly string[];
  kind: ShownKind | null;
  x: number;
  y: number;
  height: number;
}

export interface Band {
  key: string;
  claim: string;
  kind: ShownKind;
  fill: string | null;
  edge: string;
  /** Of the lower end. */
  height: number;
  /** In a dense map: its ends are so far apart that it is one line. */
  far?: boolean;
}

/** A band with what it becomes when its ends are far apart. */
interface Drawn extends Band {
  middle: string;
  apart: number;
}

export interface Coverage {
  bars: { id: string; x: number; width: number; blocks: Block[] }[];
  bands: Band[];
  width: number;
  height: number;
  /** So many bands that quiet ones must not have edges. */
  dense: boolean;
}

export interface CoverageSize {
  width: number;
  height: number;
}

const r = (value: number): number => Math.round(value * 10) / 10;

function curve(x0: number, y0: number, x1: number, y1: number): string {
  const dx = (x1 - x0) / 2;
  return `${r(x0)} ${r(y0)}C${r(x0 + dx)} ${r(y0)} ${r(x1 - dx)} ${r(y1)} ${r(x1)} ${r(y1)}`;
}

export function coverageOf(index: ComparisonIndex, order: readonly string[], hidden: Hidden, size: CoverageSize): Coverage {
  const width = Math.min(BAR, (size.width / Math.max(1, order.length)) * 0.45);
  const step = order.length > 1 ? (size.width - width) / (order.length - 1) : 0;
  const lengths = order.map((id) => index.article(id)?.statements.reduce((sum, one) => sum + one.text.length, 0) ?? 0);
  const longest = Math.max(1, ...lengths);
  const bars = order.map((id, i) => {
    const x = order.length > 1 ? i * step : (size.width - width) / 2;
    return { id, x, width, blocks: blocksOf(index, id, hidden, x, size.height * Math.max(LEAST, lengths[i]! / longest), lengths[i]!) };
  });
  const places = bars.map((bar) => new Map(bar.blocks.map((block) => [block.statement, block])));
  const bands: Drawn[] = [];
  for (const claim of index.comparison.claims) {
    if (hides(hidden, claim)) continue;
    const at = order.flatMap((id, i) => (claim.members[id]?.length ? [i] : []));
    for (let i = 0; i + 1 < at.length; i++) {
      const left = at[i]!;
      const right = at[i + 1]!;
      const ends = [left, right].map((bar) => spansOf(claim, order[bar]!, places[bar]!)) as [Span[], Span[]];
      bands.push(...bandsOf(index, claim, order[left]!, order[right]!, ends, bars[left]!.x + width, bars[right]!.x, right - left > 1, hidden));
    }
  }
  const dense = bands.length >= DENSE;
  const drawn = dense ? bands.map((band) => (band.fill !== null && band.apart > size.height * FAR ? { ...band, fill: null, edge: band.middle, far: true } : band)) : bands;
  return { bars, bands: drawn.sort((a, b) => LAYER[a.kind] - LAYER[b.kind]), width: size.width, height: size.height, dense };
}

/** Bottom to top. */
const LAYER: Record<ShownKind, number> = { gap: 0, same: 1, only: 2, reworded: 3, check: 4, conflict: 5 };

function blocksOf(index: ComparisonIndex, id: string, hidden: Hidden, x: number, height: number, length: number): Block[] {
  let y = 0;
  return (index.article(id)?.statements ?? []).map((statement) => {
    const part = (statement.text.length / Math.max(1, length)) * height;
    const claims = index.claimsOf(id, statement.index);
    const main = claims.find((claim) => !hides(hidden, claim)) ?? null;
    const block: Block = {
      key: `${id}:${statement.index}`,
      source: id,
      statement: statement.index,
      claim: main?.id ?? claims[0]?.id ?? null,
      claims: claims.map((claim) => claim.id),
      kind: main?.kind ?? null,
      x,
      y: r(y),
      height: r(Math.max(1, part - Math.min(GAP, part / 4))),
    };
    y += part;
    return block;
  });
}

interface Span {
  top: number;
  bottom: number;
}

function spansOf(claim: Claim, source: string, places: ReadonlyMap<number, Block>): Span[] {
  return runs(claim.members[source] ?? []).flatMap(([first, last]) => {
    const top = places.get(first);
    const bottom = places.get(last);
    return top && bottom ? [{ top: top.y, bottom: bottom.y + bottom.height }] : [];
  });
}

function bandsOf(index: ComparisonIndex, claim: Claim, left: string, right: string, [from, to]: [Span[], Span[]], x0: number, x1: number, skips: boolean, hidden: Hidden): Drawn[] {
  const kind: ShownKind = skips ? "gap" : (index.pair(claim, left, right)?.kind ?? claim.kind);
  if (!skips && hidden.has(kind)) return [];
  const bands: Drawn[] = [];
  // Runs are joined in order; what one side has more of goes to the last of the other.
  for (let i = 0; i < Math.max(from.length, to.length); i++) {
    const a = from[Math.min(i, from.length - 1)];
    const b = to[Math.min(i, to.length - 1)];
    if (!a || !b) continue;
    const key = `${claim.id}:${left}>${right}:${i}`;
    const [up, down] = [(a.top + a.bottom) / 2, (b.top + b.bottom) / 2];
    const middle = `M${curve(x0, up, x1, down)}`;
    const apart = Math.abs(up - down);
    if (skips) {
      bands.push({ key, claim: claim.id, kind, fill: null, edge: middle, height: 0, middle, apart });
      continue;
    }
    const upper = curve(x0, a.top, x1, b.top);
    bands.push({ key, claim: claim.id, kind, fill: `M${upper}L${curve(x1, b.bottom, x0, a.bottom)}Z`, edge: `M${upper}M${curve(x0, a.bottom, x1, b.bottom)}`, height: Math.min(a.bottom - a.top, b.bottom - b.top), middle, apart });
  }
  return bands;
}
