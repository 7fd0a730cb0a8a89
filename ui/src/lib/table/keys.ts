// Arrow keys in the table, by cell (SPEC §7). A cell's key is `claim:column`; the head's row is named "head".

const HEAD = "head";

export const keyOf = (row: string, column: number): string => `${row}:${column}`;

export function cellKey(target: EventTarget | null): string | null {
  return target instanceof Element ? (target.closest<HTMLElement>("[data-cell]")?.dataset["cell"] ?? null) : null;
}

export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/** The cell that a key goes to; `null`: the key means something else. */
export function gridKey(event: KeyPress, from: string, rows: readonly string[], columns: number): string | null {
  if (event.metaKey || event.altKey) return null;
  const cut = from.lastIndexOf(":");
  const row = from.slice(0, cut);
  const column = Number(from.slice(cut + 1));
  const at = row === HEAD ? -1 : rows.indexOf(row);
  const go = (to: number, where: number): string => {
    const place = Math.min(Math.max(to, -1), rows.length - 1);
    return keyOf(place < 0 ? HEAD : rows[place]!, Math.min(Math.max(where, 0), columns - 1));
  };
  if (event.ctrlKey && event.key !== "Home" && event.key !== "End") return null;
  switch (event.key) {
    case "ArrowDown": return go(at + 1, column);
    case "ArrowUp": return go(at - 1, column);
    case "ArrowRight": return go(at, column + 1);
    case "ArrowLeft": return go(at, column - 1);
    case "PageDown": return go(at + 8, column);
    case "PageUp": return go(at - 8, column);
    case "Home": return event.ctrlKey ? go(-1, 0) : go(at, 0);
    case "End": return event.ctrlKey ? go(rows.length - 1, columns - 1) : go(at, columns - 1);
    default: return null;
  }
}
