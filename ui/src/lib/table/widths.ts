// Widths of the table's columns, in rem. A column with an open cell is as wide as a sentence needs.

const CLAIM = 14.5;
const NARROW_CLAIM = 10.5;
const SENTENCE = 13;
const SHORT = 5.5;
const SHORT_MOST = 10;
/** An open cell among short ones. */
const OPEN = 17;
/** Below this width of the table the first column is narrower. */
const NARROW = 60;

export interface Widths {
  template: string;
  least: number;
  /** Width of a cell with a sentence. */
  cell: number;
}

export function columnWidths({ width, sources, opened, short }: { width: number; sources: readonly string[]; opened: ReadonlySet<string>; short: boolean }): Widths {
  const claim = width < NARROW ? NARROW_CLAIM : CLAIM;
  const wide = new Set(short ? [...opened].map((key) => key.slice(key.lastIndexOf(":") + 1)) : sources);
  const room = short ? OPEN : SENTENCE;
  const columns = sources.map((id) => (wide.has(id) ? `minmax(${room}rem, 1fr)` : `minmax(${SHORT}rem, ${SHORT_MOST}rem)`));
  const least = claim + sources.reduce((sum, id) => sum + (wide.has(id) ? room : SHORT), 0);
  const cell = short ? OPEN : Math.max(SENTENCE, (width - claim) / Math.max(1, sources.length));
  return { template: `${claim}rem ${columns.join(" ")}`, least, cell };
}
