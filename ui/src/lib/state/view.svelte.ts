// What the person is looking at: columns, selection, filters. Nothing here reaches the backend.
import { SvelteMap, SvelteSet } from "svelte/reactivity";
import type { Article, Claim, DifferenceKind } from "../api/types";
import { comparedWith } from "../marks/segments";
import { rowsOf, type Row } from "../marks/rows";
import { SHOWN_KINDS, type Hidden, type ShownKind } from "../marks/kinds";
import { countKinds, differences, isShown, readingOrder, step } from "../navigation/differences";
import { differsOnlyBy, kindsOfDifference } from "../navigation/filters";
import type { Tab } from "../navigation/tabs";
import { filteredByHand } from "../work/hand";
import { openColumns } from "../scroll/columns";
import type { Session } from "./session.svelte";
import { Search } from "./search.svelte";
import { steady } from "./steady";
import { Table } from "./table.svelte";

/** From this width on, in rem, the details stand beside the text and the map is shown (SPEC §2). */
const WIDE = 65;

export class View {
  readonly session: Session;
  readonly table = new Table(this);
  readonly search = new Search(this);
  tab = $state<Tab>("side");
  /** Width of the window in rem: a larger text makes it narrower. */
  width = $state(90);
  /** Claim that is lined up. */
  selected = $state<string | null>(null);
  details = $state(false);
  hovered = $state<string | null>(null);
  base = $state<string | null>(null);
  together = $state(true);
  /** Number of columns that fit; the frame measures it. */
  room = $state(3);
  /** In the overview: bars of similar sources stand together. */
  similar = $state(false);
  readonly hidden = new SvelteSet<ShownKind>();
  /** Sources and ways to differ that are switched off. */
  readonly without = new SvelteSet<string>();
  readonly types = new SvelteSet<DifferenceKind>();
  checked = $state<"all" | "yes" | "no">("all");
  noted = $state(false);
  readonly tags = new SvelteSet<number>();
  readonly folded = new SvelteSet<string>();
  readonly #used = new SvelteMap<string, number>();
  #clock = 0;

  readonly wide = $derived(this.width > WIDE);
  readonly pane = $derived.by(() => this.details && this.claim !== null);
  readonly sheet = $derived.by(() => this.pane && !this.wide);
  /** Every source, in the order of the columns. */
  readonly all: readonly string[] = $derived.by(
    steady(() => {
      const index = this.session.index;
      if (!index) return [];
      const known = this.session.event.files.flatMap((file) => (file.letter && index.article(file.letter) ? [file.letter] : []));
      const rest = index.comparison.articles.map((article) => article.id).filter((id) => !known.includes(id));
      return [...known, ...rest];
    }),
  );
  readonly hiddenSources: readonly string[] = $derived.by(steady(() => this.session.event.files.flatMap((file) => (file.hidden && file.letter ? [file.letter] : []))));
  readonly order: string[] = $derived.by(() => this.all.filter((id) => !this.without.has(id) && !this.hiddenSources.includes(id)));
  readonly open: string[] = $derived.by(() => openColumns(this.order, this.folded, this.#used, this.room));
  readonly reading: Claim[] = $derived.by(() => this.session.index ? readingOrder(this.session.index, this.order) : []);
  readonly filter: Hidden = $derived.by(() => this.#filter());
  readonly byHand = $derived(this.checked !== "all" || this.noted || this.tags.size > 0);
  readonly filtered = $derived(this.hidden.size + this.without.size + this.types.size > 0 || this.byHand);

  readonly differences: Claim[] = $derived.by(() => differences(this.reading, this.filter));
  /** What "next" and "previous" go through: in the table its rows. */
  readonly sequence: Claim[] = $derived.by(() => (this.tab === "table" ? this.table.claims : this.differences));
  /** Ways to differ that there are. */
  readonly typesPresent: DifferenceKind[] = $derived.by(() => (this.session.index ? kindsOfDifference(this.session.index) : []));
  readonly counts = $derived.by(() => countKinds(this.session.index?.comparison.claims ?? []));
  readonly shownClaims = $derived.by(() => (this.session.index?.comparison.claims ?? []).filter((claim) => isShown(claim, this.filter)).length);
  readonly claim: Claim | null = $derived.by(() => (this.selected !== null && this.session.index?.claim(this.selected)) || null);
  /** Place of the selected claim among the differences, from 0; -1 when it is none. */
  readonly at = $derived.by(() => this.sequence.findIndex((claim) => claim.id === this.selected));
  readonly rows: ReadonlyMap<string, Row[]> = $derived.by(() => {
    const index = this.session.index;
    const rows = new Map<string, Row[]>();
    for (const id of this.order) {
      const article = index?.article(id);
      if (index && article) rows.set(id, rowsOf(index, article, this.filter));
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
    const alone = this.isSolo(kind);
    this.hidden.clear();
    if (!alone) for (const other of SHOWN_KINDS) if (other !== kind) this.hidden.add(other);
  }

  isSolo(kind: ShownKind): boolean {
    return !this.hidden.has(kind) && this.hidden.size === SHOWN_KINDS.length - 1;
  }

  step(by: 1 | -1, from: string | null = this.selected): Claim | null {
    return step(this.sequence, this.tab === "table" ? this.sequence : this.reading, from, by);
  }

  showAll(): void {
    this.hidden.clear();
    this.without.clear();
    this.types.clear();
    this.tags.clear();
    this.checked = "all";
    this.noted = false;
  }

  /** At least two sources stay. */
  toggleSource(id: string): void {
    if (this.without.delete(id)) return;
    if (this.order.length > 2) this.without.add(id);
  }

  toggleType(kind: DifferenceKind): void {
    if (!this.types.delete(kind)) this.types.add(kind);
  }

  #filter(): Hidden {
    const index = this.session.index;
    const hidden = new Set(this.hidden);
    const types = new Set(this.types);
    const off = new Set<string>();
    for (const claim of index?.comparison.claims ?? []) {
      const made = this.order.some((id) => claim.members[id]);
      if (!made || (index && filteredByHand(index, claim, this)) || (index && types.size > 0 && differsOnlyBy(index, claim, types))) off.add(claim.id);
    }
    return { has: (kind) => hidden.has(kind), off: (claim) => off.has(claim.id), type: (kind) => types.has(kind) };
  }

  /** Forgets what belongs to another event. */
  reset(): void {
    this.selected = null;
    this.details = false;
    this.hovered = null;
    this.base = null;
    this.showAll();
    this.folded.clear();
    this.#used.clear();
    this.table.reset();
    this.search.close();
    this.similar = false;
    this.tab = "side";
  }
}
