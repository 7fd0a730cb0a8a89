// Work by hand while it is done: the sentence that waits for its partner, and the message after a step. What was done is
// the program's (`session.event.history`).
import type { Change, Lost, StatementRef } from "../api/types";
import { t } from "../i18n/index.svelte";
import type { Session } from "./session.svelte";

/** How long the message stays; longer while it has the focus or the pointer (SPEC §4.12). */
const TOAST_MS = 8000;

export class Hand {
  /** The sentence that is being linked; the next one chosen in another source is its partner. */
  linking = $state.raw<StatementRef | null>(null);
  /** What is lost and being put on a sentence again; the next one chosen in its source is where it goes. */
  placing = $state.raw<Lost | null>(null);
  /** A sentence that is being drawn over another source, and the one that it is over. */
  drawn = $state.raw<{ from: StatementRef; onto: StatementRef | null } | null>(null);
  readonly waiting = $derived(this.linking !== null || this.placing !== null);
  toast = $state.raw<string | null>(null);
  readonly session: Session;
  #timer = 0;

  constructor(session: Session) {
    this.session = session;
  }

  async change(change: Change): Promise<void> {
    const done = await this.session.run(this.session.backend.changeByHand(change).then(() => true));
    if (done) this.tell(t(`done.${doneKey(change)}`));
  }

  async undo(): Promise<void> {
    this.close();
    await this.session.run(this.session.backend.undo());
  }

  async redo(): Promise<void> {
    this.close();
    await this.session.run(this.session.backend.redo());
  }

  tell(text: string): void {
    this.toast = text;
    this.hold(false);
  }

  /** Held, the message stays. */
  hold(held: boolean): void {
    clearTimeout(this.#timer);
    if (!held && this.toast !== null) this.#timer = window.setTimeout(() => (this.toast = null), TOAST_MS);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.toast = null;
  }

  /** The sentence that was waited for. `false`: it stands in the wrong source. */
  finish(at: StatementRef): boolean {
    const { linking, placing } = this;
    const fits = linking ? linking.article !== at.article : placing?.article === at.article;
    if (!fits) return false;
    this.stop();
    if (linking) void this.change({ kind: "link", a: linking, b: at });
    else if (placing) void this.change({ kind: "put_back", passage: placing.passage, at });
    return true;
  }

  /** Waits for no sentence any more. */
  stop(): void {
    this.linking = this.placing = null;
  }
}

type DoneKey = Exclude<Change["kind"], "mark_conflict" | "check" | "note_claim" | "note_passage" | "tag_claim" | "tag_passage"> | "conflict" | "not_conflict" | "as_found" | "check" | "uncheck" | "note" | "remove_note" | "tag" | "untag";

function doneKey(change: Change): DoneKey {
  switch (change.kind) {
    case "mark_conflict": return change.conflict === null ? "as_found" : change.conflict ? "conflict" : "not_conflict";
    case "check": return change.checked ? "check" : "uncheck";
    case "note_claim":
    case "note_passage": return change.text.trim() === "" ? "remove_note" : "note";
    case "tag_claim":
    case "tag_passage": return change.on ? "tag" : "untag";
    default: return change.kind;
  }
}
