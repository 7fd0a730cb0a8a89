// Which dialog is open, and with what. One at a time.
import type { Span, StatementRef } from "../api/types";

export type Dialog =
  | { name: "settings" }
  | { name: "keys" }
  | { name: "two" }
  | { name: "export" }
  | { name: "licences" }
  | { name: "about" }
  | { name: "recovery" }
  | { name: "lost" }
  | { name: "tags" }
  | { name: "split"; claim: string }
  | { name: "merge"; claim: string }
  | { name: "note"; at: StatementRef; part: Span | null; draft?: string }
  | { name: "palette" }
  | { name: "help" }
  | { name: "paste"; text: string }
  | { name: "review"; key: number; language?: boolean };

export class Dialogs {
  open = $state.raw<Dialog | null>(null);
  /** The screen with files that have problems, opened from the header. */
  problems = $state(false);
  /** It opened by itself, before the person has seen the comparison. */
  firstLook = $state(false);

  /** Step of the tour, from 0; `null`: not shown. */
  tour = $state<number | null>(null);
  /** The sample is being opened, and the tour comes with it. */
  tourNext = false;

  /** What comes back when the one over it is closed. */
  #under: Dialog | null = null;

  show(dialog: Dialog): void {
    this.#under = null;
    this.open = dialog;
  }

  /** Over `under`, which comes back as it was. */
  showOver(under: Dialog, dialog: Dialog): void {
    this.#under = under;
    this.open = dialog;
  }

  close(): void {
    this.open = this.#under;
    this.#under = null;
  }
}
