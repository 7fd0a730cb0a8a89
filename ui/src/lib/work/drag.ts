// A sentence that is drawn with the mouse onto one of another source is linked with it (SPEC §4.12). Inside its own source a
// drag selects words, as everywhere. Not the browser's own drag and drop: the window keeps that for files.
import type { StatementRef } from "../api/types";
import type { Desk } from "../state/context";
import { refOf } from "./act";

const under = (event: PointerEvent): Element | null => document.elementFromPoint(event.clientX, event.clientY);

const statementAt = (element: Element | null): StatementRef | null => refOf(element?.closest<HTMLElement>("[data-statement]")?.dataset["statement"] ?? "");

const columnAt = (element: Element | null): string | undefined => element?.closest<HTMLElement>("section.col")?.dataset["source"];

/** For the element that holds all columns. */
export function drawToLink({ hand }: Desk): (columns: HTMLElement) => () => void {
  let from: StatementRef | null = null;

  function begin(event: PointerEvent): void {
    from = event.button === 0 && event.pointerType !== "touch" && !hand.waiting ? statementAt(event.target as Element) : null;
  }

  function move(event: PointerEvent): void {
    if (!from || event.buttons === 0) return;
    const column = columnAt(under(event));
    // Back in its own source it is a selection of words again.
    if (column === undefined || column === from.article) return void (hand.drawn = null);
    getSelection()?.removeAllRanges();
    hand.drawn = { from, onto: statementAt(under(event)) };
  }

  function end(event: PointerEvent): void {
    const drawn = hand.drawn;
    from = hand.drawn = null;
    if (event.type === "pointerup" && drawn?.onto) void hand.change({ kind: "link", a: drawn.from, b: drawn.onto });
  }

  function key(event: KeyboardEvent): void {
    if (event.key !== "Escape" || !hand.drawn) return;
    from = hand.drawn = null;
    event.preventDefault();
  }

  /** Words that are selected would be dragged by the browser, and nothing would be heard of the pointer any more. */
  function still(event: DragEvent): void {
    if (from) event.preventDefault();
  }

  return (columns) => {
    columns.addEventListener("pointerdown", begin);
    columns.addEventListener("dragstart", still);
    addEventListener("pointermove", move);
    addEventListener("pointerup", end);
    addEventListener("pointercancel", end);
    addEventListener("keydown", key, true);
    return () => {
      columns.removeEventListener("pointerdown", begin);
      columns.removeEventListener("dragstart", still);
      removeEventListener("pointermove", move);
      removeEventListener("pointerup", end);
      removeEventListener("pointercancel", end);
      removeEventListener("keydown", key, true);
    };
  };
}
