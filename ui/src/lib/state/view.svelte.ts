// What the person is looking at: columns, selection, filters. Nothing here reaches the backend.
import { SvelteMap, SvelteSet } from "svelte/reactivity";
import type { Article, Claim } from "../api/types";
import { comparedWith } from "../marks/segments";
import { rowsOf, type Row } from "../marks/rows";
import { SHOWN_KINDS, type ShownKind } from "../marks/kinds";
import { countKinds, differences, isShown, readingOrder, step } from "../navigation/differences";
import { openColumns } from "../scroll/columns";
import type { Session } from "./session.svelte";

export class View {
  readonly session: Session;
  /** Claim that is lined up. */
  selected = $state<string | null>(null);
  details = $state(false);
  hovered = $state<string | null>(null);
  base = $state<string | null>(null);
  together = $state(true);
  /** Number of columns that fit; the frame measures it. */
  room = $state(3);
  readonly hidden = new SvelteSet<ShownKind>();
  readonly folded = new SvelteSet<string>();
  readonly #used = new SvelteMap<string, number>();
  #clock = 0;

  readonly order: string[] = $derived.by(() => {
    const index = this.session.index;
    if (!index) return [];
    const known = this.session.event.files.flatMap((file) => (file.letter && index.article(file.letter) ? [file.letter] : []));
    const rest = index.comparison.articles.map((article) => article.id).filter((id) => !known.includes(id));
    return [...known, ...rest];
  });
  readonly open: string[] = $derived.by(() => openColumns(this.order, this.folded, this.#used, this.room));
  readonly reading: Claim[] = $derived.by(() => this.session.index ? readingOrder(this.session.index, this.order) : []);
  readonly differences: Claim[] = $derived.by(() => differences(this.reading, this.hidden));
  readonly counts = $derived.by(() => countKinds(this.session.index?.comparison.claims ?? []));
  readonly shownClaims = $derived.by(() => (this.session.index?.comparison.claims ?? []).filter((claim) => isShown(claim, this.hidden)).length);
  readonly claim: Claim | null = $derived.by(() => (this.selected !== null && this.session.index?.claim(this.selected)) || null);
  /** Place of the selected claim among the differences, from 0; -1 when it is none. */
  readonly at = $derived.by(() => this.differences.findIndex((claim) => claim.id === this.selected));
  readonly rows: ReadonlyMap<string, Row[]> = $derived.by(() => {
    const index = this.session.index;
    const rows = new Map<string, Row[]>();
    for (const id of this.order) {
      const article = index?.article(id);
      if (index && article) rows.set(id, rowsOf(index, article, this.hidden));
    }
    return rows;
  });

  constructor(session: Session) {
    this.session = session;
  }

  article(id: string): Article | undefined {
    return this.session.index?.article(id);
  }

  /** Outlet, else the file's name: never an empty head. */
  name(id: string): string {
    const article = this.article(id);
    return this.session.file(id)?.outlet || article?.outlet || article?.file || id;
  }

  baseFor(id: string): string | null {
    return comparedWith(this.order, this.base, id);
  }

  /** The source that is compared with, chosen or by default. */
  get mainBase(): string | null {
    return this.base !== null && this.order.includes(this.base) ? this.base : (this.order[0] ?? null);
  }

  use(id: string): void {
    this.#used.set(id, ++this.#clock);
  }

  unfold(id: string): void {
    this.folded.delete(id);
    this.use(id);
  }

  fold(id: string): void {
    if (this.open.length > 1) this.folded.add(id);
  }

  onlyOpen(ids: readonly string[]): void {
    this.folded.clear();
    for (const id of this.order) if (!ids.includes(id)) this.folded.add(id);
  }

  toggle(kind: ShownKind): void {
    if (!this.hidden.delete(kind)) this.hidden.add(kind);
  }

  /** Shows one kind alone; a second time, all again. */
  solo(kind: ShownKind): void {
    const alone = !this.hidden.has(kind) && this.hidden.size === SHOWN_KINDS.length - 1;
    this.hidden.clear();
    if (!alone) for (const other of SHOWN_KINDS) if (other !== kind) this.hidden.add(other);
  }

  step(by: 1 | -1, from: string | null = this.selected): Claim | null {
    return step(this.differences, this.reading, from, by);
  }

  /** Forgets what belongs to another event. */
  reset(): void {
    this.selected = null;
    this.details = false;
    this.hovered = null;
    this.base = null;
    this.hidden.clear();
    this.folded.clear();
    this.#used.clear();
  }
}
