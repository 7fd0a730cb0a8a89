// What is searched for, what was found, and where the search stands.
import { find, hitKey, type Hit } from "../search/find";
import { foldQuery } from "../search/fold";
import type { View } from "./view.svelte";

export class Search {
  query = $state("");
  /** In a narrow window the field is shown only while it is used. */
  open = $state(false);
  /** -1: found, but not gone to yet. */
  at = $state(-1);
  readonly #view: View;

  constructor(view: View) {
    this.#view = view;
  }

  readonly asked = $derived(foldQuery(this.query) !== null);
  readonly hits: Hit[] = $derived.by(() => (this.asked ? find(this.query, this.#view.order.flatMap((id) => this.#view.article(id) ?? [])) : []));
  readonly sources = $derived(new Set(this.hits.map((hit) => hit.source)).size);
  readonly current: Hit | null = $derived(this.hits[this.at] ?? null);
  /** By statement. */
  readonly found: ReadonlyMap<string, Hit[]> = $derived.by(() => {
    const found = new Map<string, Hit[]>();
    for (const hit of this.hits) {
      const key = hitKey(hit.source, hit.statement);
      found.set(key, [...(found.get(key) ?? []), hit]);
    }
    return found;
  });

  ask(query: string): void {
    this.query = query;
    this.at = -1;
  }

  /** The next one, round the end. */
  step(by: 1 | -1): Hit | null {
    const n = this.hits.length;
    if (n === 0) return null;
    this.at = this.at < 0 ? (by > 0 ? 0 : n - 1) : (this.at + by + n) % n;
    return this.current;
  }

  close(): void {
    this.ask("");
    this.open = false;
  }
}
