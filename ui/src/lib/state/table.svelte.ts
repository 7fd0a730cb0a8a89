// How the table is laid out: order, groups, marks, cells that are open.
import { SvelteSet } from "svelte/reactivity";
import type { Claim } from "../api/types";
import { hides } from "../marks/kinds";
import { SHORT_FROM } from "../table/cells";
import { tableGroups, type Group, type Sort } from "../table/sort";
import type { View } from "./view.svelte";

export class Table {
  sort = $state<Sort>("conflicts");
  grouped = $state(true);
  words = $state(true);
  gone = $state(false);
  /** Chosen by hand; else by the number of sources. */
  #short = $state<boolean | null>(null);
  /** `claim:source` of cells that are open in place. */
  readonly opened = new SvelteSet<string>();
  readonly #view: View;

  constructor(view: View) {
    this.#view = view;
  }

  readonly short = $derived.by(() => this.#short ?? this.#view.order.length >= SHORT_FROM);
  readonly groups: Group[] = $derived.by(() => {
    const { session, reading, filter, mainBase } = this.#view;
    if (!session.index) return [];
    const shown = reading.filter((claim) => !hides(filter, claim));
    return tableGroups(session.index, shown, { sort: this.sort, grouped: this.grouped, source: mainBase });
  });
  readonly claims: Claim[] = $derived.by(() => this.groups.flatMap((group) => group.claims));

  setShort(short: boolean): void {
    this.#short = short;
    this.opened.clear();
  }

  toggle(claim: string, source: string): void {
    const key = `${claim}:${source}`;
    if (!this.opened.delete(key)) this.opened.add(key);
  }

  reset(): void {
    this.#short = null;
    this.opened.clear();
  }
}
