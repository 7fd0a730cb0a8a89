// Which columns are open: all that fit at their least width; the rest fold into strips (SPEC §2).

export interface Room {
  /** Width for columns, strips and gutters, in rem. */
  width: number;
  sources: number;
  column: number;
  strip: number;
  gutter: number;
  /** Gutter between two strips. */
  stripGutter: number;
}

/** How many columns can be open; never less than one. */
export function capacity(room: Room): number {
  const { sources: n, column, strip, gutter, stripGutter } = room;
  for (let open = n; open > 1; open--) {
    const strips = n - open;
    const between = Math.min(open, n - 1) * gutter + Math.max(0, strips - 1) * stripGutter;
    if (open * column + strips * strip + between <= room.width) return open;
  }
  return 1;
}

/** The open ones, in column order. Those opened last win; with none opened by hand, the first ones. */
export function openColumns(
  order: readonly string[],
  folded: ReadonlySet<string>,
  used: ReadonlyMap<string, number>,
  room: number,
): string[] {
  const wanted = order.filter((id) => !folded.has(id));
  const candidates = wanted.length > 0 ? wanted : order.slice(0, 1);
  if (candidates.length <= room) return candidates;
  const ranked = [...candidates].sort(
    (a, b) => (used.get(b) ?? 0) - (used.get(a) ?? 0) || order.indexOf(a) - order.indexOf(b),
  );
  const chosen = new Set(ranked.slice(0, room));
  return candidates.filter((id) => chosen.has(id));
}
