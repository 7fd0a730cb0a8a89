// Keys to actions (SPEC §5). Letters work only while focus is in the articles, and can be turned off (WCAG 2.1.4).

import type { HandAction } from "../work/act";
import { TABS, type Tab } from "./tabs";

export type Action =
  | { do: "next" | "previous" | "open" | "new" | "back" | "rename" | "keys" | "help" | "palette" | "search" | "alike" | "export" | "undo" | "redo" | "save" | "save-as" | "open-session" | "compare" | "area-next" | "area-previous" }
  | { do: "size"; by: 1 | -1 | 0 }
  | { do: "go"; n: number }
  | { do: "hand"; what: HandAction }
  | { do: "view"; tab: Tab };

export interface KeyLike {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  target: EventTarget | null;
  defaultPrevented?: boolean;
}

export interface KeyState {
  letters: boolean;
  dialog: boolean;
}

export function globalKey(event: KeyLike, state: KeyState): Action | null {
  if (event.defaultPrevented) return null;
  if (event.altKey) return state.dialog ? null : altKey(event);
  const size = sizeKey(event);
  if (size) return size;
  // A dialog closes itself on Esc and keeps all other keys.
  if (state.dialog) return null;
  if (event.ctrlKey || event.metaKey) return controlKey(event);
  if (event.key === "Escape") return { do: "back" };
  if (event.key === "F8") return { do: event.shiftKey ? "previous" : "next" };
  if (event.key === "F6") return { do: event.shiftKey ? "area-previous" : "area-next" };
  if (event.key === "F1") return { do: "help" };
  if (event.key === "F2") return { do: "rename" };
  if (!state.letters || !lettersWork(event.target)) return null;
  switch (event.key.toLowerCase()) {
    case "j": return { do: "next" };
    case "k": return { do: "previous" };
    case "r": return { do: "compare" };
    case "m": return { do: "alike" };
    case "l": return { do: "hand", what: "link" };
    case "u": return { do: "hand", what: "unlink" };
    case "c": return { do: "hand", what: "conflict" };
    case "x": return { do: "hand", what: "check" };
    case "n": return { do: "hand", what: "note" };
    case "?": return { do: "keys" };
    default: return null;
  }
}

function sizeKey(event: KeyLike): Action | null {
  if (!event.ctrlKey && !event.metaKey) return null;
  if (event.key === "+" || event.key === "=") return { do: "size", by: 1 };
  if (event.key === "-" || event.key === "_") return { do: "size", by: -1 };
  return event.key === "0" ? { do: "size", by: 0 } : null;
}

/** By the place of the key: Alt changes the letter on some keyboards. */
function altKey(event: KeyLike): Action | null {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return null;
  const n = /^(?:Digit|Numpad)([1-3])$/.exec(event.code)?.[1];
  const tab = n === undefined ? undefined : TABS[Number(n) - 1];
  return tab ? { do: "view", tab } : null;
}

function controlKey(event: KeyLike): Action | null {
  const letter = event.key.toLowerCase();
  // A field has its own undo.
  if (letter === "z" || letter === "y") return typed(event.target) ? null : { do: letter === "y" || event.shiftKey ? "redo" : "undo" };
  if (event.shiftKey) return letter === "s" ? { do: "save-as" } : letter === "o" ? { do: "open-session" } : null;
  if (letter === "s") return { do: "save" };
  if (letter === "o") return { do: "open" };
  if (letter === "n") return { do: "new" };
  if (letter === "e") return { do: "export" };
  if (letter === "f") return { do: "search" };
  if (letter === "k") return { do: "palette" };
  return /^[1-9]$/.test(event.key) ? { do: "go", n: Number(event.key) } : null;
}

const typed = (target: EventTarget | null): boolean => typeof Element !== "undefined" && target instanceof Element && target.closest("input, textarea, [contenteditable]") !== null;

/** In columns, strips, map and details, or while nothing has the focus; never where text is typed. */
function lettersWork(target: EventTarget | null): boolean {
  if (typeof Element === "undefined" || !(target instanceof Element)) return true;
  if (target.closest("input, textarea, select, [contenteditable], .menu")) return false;
  return target === document.body || target.closest("[data-letters]") !== null;
}
