// What is searched for, what was found, and where the search stands. By words the window searches itself; by meaning it
// asks the program, whose matching ranks all sentences.
import type { Asked } from "../api/backend";
import type { Alike, StatementRef } from "../api/types";
import type { ComparisonIndex } from "../comparison";
import { find, hitKey, type Hit } from "../search/find";
import { foldQuery } from "../search/fold";
import type { View } from "./view.svelte";

export type SearchMode = "words" | "meaning";

/** A person who types is asked for no more than this often. */
const PAUSE_MS = 300;
/** Nobody reads on. */
const MOST = 40;

export class Search {
  query = $state("");
  /** In a narrow window the field is shown only while it is used. */
  open = $state(false);
  /** -1: found, but not gone to yet. */
  at = $state(-1);
  mode = $state<SearchMode>("words");
  /** By meaning: the sentence of an article that is asked for; `null`: what was typed. */
  like = $state<StatementRef | null>(null);
  waiting = $state(false);
  // Raw: a proxy of the comparison would not be the comparison.
  #answer = $state.raw<{ of: ComparisonIndex | null; found: Alike[] } | null>(null);
  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #view: View;

  constructor(view: View) {
    this.#view = view;
  }

  readonly asked = $derived(foldQuery(this.query) !== null);
  /** By meaning: sentences of the shown sources, the surest first. An answer is good for the comparison it was given for. */
  readonly alike: Alike[] = $derived.by(() => {
    const answer = this.mode === "meaning" && this.#answer?.of === this.#view.session.index ? this.#answer.found : [];
    return answer.filter((one) => this.#view.order.includes(one.at.article)).slice(0, MOST);
  });
  readonly answered = $derived.by(() => this.#answer !== null && !this.waiting);
  readonly hits: Hit[] = $derived.by(() => {
    // By meaning the whole sentence is found: no words of it are outlined.
    if (this.mode === "meaning") return this.alike.map(({ at }) => ({ source: at.article, statement: at.statement, start: 0, end: 0 }));
    return this.asked ? find(this.query, this.#view.order.flatMap((id) => this.#view.article(id) ?? [])) : [];
  });
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
    this.like = null;
    if (this.mode === "meaning") this.#soon();
  }

  /** The same words by the other way to search. */
  by(mode: SearchMode): void {
    if (this.mode === mode) return;
    this.mode = mode;
    this.ask(this.query);
  }

  /** Sentences like one of an article. */
  askLike(at: StatementRef, text: string): void {
    this.mode = "meaning";
    this.query = text;
    this.at = -1;
    this.like = at;
    this.open = true;
    void this.look();
  }

  /** Asks the program; an answer that another question has overtaken is dropped. */
  async look(): Promise<void> {
    clearTimeout(this.#timer);
    const { session } = this.#view;
    const of = session.index;
    const asked: Asked | null = this.like ? { statement: { ...this.like } } : this.asked ? { sentence: this.query } : null;
    const mine = ++this.#asked;
    this.waiting = asked !== null && of !== null;
    if (!this.waiting || !asked) return void (this.#answer = null);
    const found = await session.backend.alike(asked).catch((): Alike[] => []);
    if (mine !== this.#asked) return;
    this.#answer = { of, found };
    this.waiting = false;
  }

  #soon(): void {
    clearTimeout(this.#timer);
    this.#asked++;
    this.waiting = this.asked;
    if (!this.asked) this.#answer = null;
    else this.#timer = setTimeout(() => void this.look(), PAUSE_MS);
  }

  /** Whether an answer is for the comparison before: the question is asked anew. */
  readonly stale = $derived.by(() => this.mode === "meaning" && this.#answer !== null && this.#answer.of !== this.#view.session.index);

  /** The next one, round the end. */
  step(by: 1 | -1): Hit | null {
    const n = this.hits.length;
    if (n === 0) return null;
    this.at = this.at < 0 ? (by > 0 ? 0 : n - 1) : (this.at + by + n) % n;
    return this.current;
  }

  /** One of the list. */
  choose(at: number): void {
    this.at = Math.min(Math.max(at, 0), this.hits.length - 1);
  }

  close(): void {
    this.mode = "words";
    this.#answer = null;
    this.ask("");
    this.open = false;
  }
}
