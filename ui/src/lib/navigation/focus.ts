// Focus inside the columns: one tab stop per column, arrows inside and across (SPEC §5).
import { tick } from "svelte";
import type { Desk } from "../state/context";

export const rowElement = (source: string, key: string): HTMLElement | null =>
  document.querySelector(`[data-source="${CSS.escape(source)}"] [data-row="${CSS.escape(key)}"]`);

/** The source that has the focus. */
export function currentSource(): string | null {
  return document.activeElement?.closest<HTMLElement>("[data-source]")?.dataset["source"] ?? null;
}

export function focusRow(desk: Desk, source: string, key: string): boolean {
  const element = rowElement(source, key);
  if (!element) return false;
  element.focus({ preventScroll: true });
  desk.stage.reveal(source, key);
  return true;
}

export async function focusSource(desk: Desk, source: string): Promise<void> {
  await tick();
  desk.stage.measure();
  const place = desk.stage.readingPlace(source)?.key ?? desk.view.rows.get(source)?.[0]?.key;
  if (place) focusRow(desk, source, place);
}

/** Keys inside a column; returns whether the key was used. */
export function columnKey(event: KeyboardEvent, desk: Desk, source: string): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const rows = desk.view.rows.get(source) ?? [];
  const key = (event.target as HTMLElement).closest<HTMLElement>("[data-row]")?.dataset["row"];
  const at = rows.findIndex((row) => row.key === key);
  const go = (to: number): boolean => {
    const row = rows[Math.min(Math.max(to, 0), rows.length - 1)];
    return row ? focusRow(desk, source, row.key) : false;
  };
  switch (event.key) {
    case "ArrowDown": return go(at + 1);
    case "ArrowUp": return go(at - 1);
    case "Home": return go(0);
    case "End": return go(rows.length - 1);
    case "ArrowRight": return across(desk, source, key, 1);
    case "ArrowLeft": return across(desk, source, key, -1);
    default: return false;
  }
}

/** The same claim in the next source that has it, or its gap line; else the place level with it. */
function across(desk: Desk, source: string, key: string | undefined, by: 1 | -1): boolean {
  const { view, stage } = desk;
  const row = view.rows.get(source)?.find((one) => one.key === key);
  const claim = row?.type === "gap" ? row.claim.id : (row?.claims.find((one) => one.id === view.selected) ?? row?.main ?? row?.claims[0])?.id;
  const open = view.open;
  for (let i = open.indexOf(source) + by; i >= 0 && i < open.length; i += by) {
    const found = claim === undefined ? undefined : stage.score.rowsOf(open[i]!, claim)[0];
    if (found) return focusRow(desk, open[i]!, found);
  }
  const next = open[open.indexOf(source) + by];
  const place = next === undefined ? null : stage.readingPlace(next);
  return next !== undefined && place !== null && focusRow(desk, next, place.key);
}
