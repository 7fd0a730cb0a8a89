// Where everything is. Read from the page once per change of layout, never while scrolling (SPEC §11): per frame only
// the scroll positions are added.

import type { Liner } from "./chain";

export interface RowBox {
  key: string;
  /** Offsets in the scrolled content, or for a strip in the frame. */
  top: number;
  bottom: number;
}

export interface Unit {
  id: string;
  strip: boolean;
  /** Edges of the content in the frame, where ribbons start. */
  left: number;
  right: number;
  /** Top and height of the visible part in the frame. */
  top: number;
  height: number;
  rows: readonly RowBox[];
  byKey: ReadonlyMap<string, RowBox>;
  scroller: HTMLElement | null;
  maxScroll: number;
}

const index = (rows: readonly RowBox[]): ReadonlyMap<string, RowBox> => new Map(rows.map((row) => [row.key, row]));

/** Measures an open column. */
export function measureColumn(id: string, scroller: HTMLElement, frame: DOMRect): Unit {
  const box = scroller.getBoundingClientRect();
  const rows: RowBox[] = [];
  for (const element of scroller.querySelectorAll<HTMLElement>("[data-row]")) {
    const key = element.dataset["row"];
    if (key) rows.push({ key, top: element.offsetTop, bottom: element.offsetTop + element.offsetHeight });
  }
  return {
    id,
    strip: false,
    left: box.left - frame.left,
    right: box.right - frame.left,
    top: box.top - frame.top,
    height: scroller.clientHeight,
    rows,
    byKey: index(rows),
    scroller,
    maxScroll: scroller.scrollHeight - scroller.clientHeight,
  };
}

/** A strip's blocks are all of one height, so they are computed from its track. */
export function measureStrip(id: string, track: HTMLElement, keys: readonly string[], frame: DOMRect): Unit {
  const box = track.getBoundingClientRect();
  const top = box.top - frame.top;
  const step = box.height / Math.max(keys.length, 1);
  const rows = keys.map((key, i) => ({ key, top: top + (i + 0.12) * step, bottom: top + (i + 0.88) * step }));
  return {
    id,
    strip: true,
    left: box.left - frame.left,
    right: box.right - frame.left,
    top,
    height: box.height,
    rows,
    byKey: index(rows),
    scroller: null,
    maxScroll: 0,
  };
}

/** An open column with a row, for lining up. */
export interface Held {
  unit: Unit;
  liner: Liner;
}

/** The open columns that have the row that is asked for. */
export function holders(units: readonly Unit[], keyOf: (source: string) => string | undefined): Held[] {
  return units.flatMap((unit) => {
    const row = unit.scroller ? unit.byKey.get(keyOf(unit.id) ?? "") : undefined;
    return row ? [{ unit, liner: { top: unit.top, offset: row.top, maxScroll: unit.maxScroll } }] : [];
  });
}

export interface Place {
  key: string;
  /** From the row's top to the reading line. */
  delta: number;
}

/** The row at a height of the content, and how far into it. */
export function placeAt(rows: readonly RowBox[], y: number): Place | null {
  let found: RowBox | undefined;
  for (const row of rows) {
    if (row.top > y) break;
    found = row;
  }
  found ??= rows[0];
  return found ? { key: found.key, delta: y - found.top } : null;
}
