// The columns on the screen: measuring, linked scrolling, lining up. What draws (ribbons, map) subscribes to its frames.
import { commonLine, follow, risingChain, type Anchor } from "./chain";
import { Glide } from "./glide";
import { holders, measureColumn, measureStrip, type Held, type Place, type Unit } from "./layout";
import { Places } from "./places";

/** The reading line, from the top of a column (SPEC §4.5); higher up when a sheet covers the lower part. */
const READING_LINE = 0.34;
const SHEET_LINE = 0.14;

/** For every source, the row keys of each claim, in order; and every row's keys in order. */
export interface Score {
  rowsOf(source: string, claim: string): readonly string[];
  keys(source: string): readonly string[];
  claims(): readonly string[];
}

export class Stage {
  frame: HTMLElement | null = null;
  units: Unit[] = [];
  linked = true;
  sheet = false;
  score: Score = { rowsOf: () => [], keys: () => [], claims: () => [] };
  /** Column that moves without the others (Alt and wheel). */
  alone: string | null = null;
  readonly #scrollers = new Map<string, HTMLElement>();
  /** Rows grow when a bundled typeface takes the place of the fallback, which no event of the page tells for certain. */
  readonly #rows = new ResizeObserver(() => this.measure());
  readonly #tracks = new Map<string, HTMLElement>();
  readonly #wanted = new Map<string, number>();
  readonly #places = new Places();
  readonly #chains = new Map<string, Anchor[]>();
  readonly #listeners = new Set<() => void>();
  readonly #glide = new Glide();
  #lead: string | null = null;
  #scheduled = 0;
  readonly #withRow = (claim: string): Held[] => holders(this.units, (source) => this.score.rowsOf(source, claim)[0]);
  #before: Map<string, number> | null = null;
  /** The claim whose rows stand on one line, until a column is scrolled by hand. */
  #lined: string | null = null;

  column(id: string, scroller: HTMLElement): () => void {
    this.#scrollers.set(id, scroller);
    const onScroll = (): void => this.#scrolled(id, scroller);
    const onHand = (): void => this.#glide.stop();
    scroller.addEventListener("scroll", onScroll, { passive: true });
    scroller.addEventListener("wheel", (event) => { this.alone = event.altKey ? id : null; onHand(); }, { passive: true });
    scroller.addEventListener("touchstart", onHand, { passive: true });
    return () => {
      scroller.removeEventListener("scroll", onScroll);
      this.#scrollers.delete(id);
      this.#wanted.delete(id);
    };
  }

  track(id: string, track: HTMLElement): () => void {
    this.#tracks.set(id, track);
    return () => this.#tracks.delete(id);
  }

  onFrame(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Reads the layout anew. What was lined up stays on one line; else every column keeps the row at its reading line. */
  measure(): void {
    if (!this.frame) return;
    const box = this.frame.getBoundingClientRect();
    const units: Unit[] = [];
    for (const [id, scroller] of this.#scrollers) units.push(measureColumn(id, scroller, box));
    for (const scroller of this.#scrollers.values()) for (const row of scroller.children) this.#rows.observe(row, { box: "border-box" });
    for (const [id, track] of this.#tracks) units.push(measureStrip(id, track, this.score.keys(id), box));
    this.units = units.sort((a, b) => a.left - b.left);
    this.#chains.clear();
    const lined = this.#lined;
    if (lined !== null && this.#withRow(lined).length > 0) return this.lineUp(lined, this.#glide.running);
    if (!this.#glide.running) this.#keepPlaces();
    this.draw();
  }

  unit(id: string): Unit | undefined {
    return this.units.find((unit) => unit.id === id);
  }

  /** The column that leads: last scrolled, else the first open one. */
  lead(): Unit | undefined {
    const lead = this.#lead === null ? undefined : this.unit(this.#lead);
    return lead && !lead.strip ? lead : this.units.find((unit) => !unit.strip);
  }

  /** Row at the reading line of a column. */
  readingPlace(id: string): Place | null {
    return this.#places.of(id);
  }

  /** Puts all rows of a claim on one line. */
  lineUp(claim: string, move: boolean): void {
    const found = this.#withRow(claim);
    if (found.length === 0) return;
    this.#lined = claim;
    this.#before ??= this.#positions();
    const first = found[0]!.unit;
    const line = commonLine(found.map((one) => one.liner), first.top + first.height * this.#line());
    const targets = new Map<string, number>();
    for (const { unit, liner } of found) targets.set(unit.id, unit.top + liner.offset - line);
    // Columns without the claim follow the first one that has it, so that their neighbourhood stays level.
    const lead = found[0]!;
    for (const unit of this.units) {
      if (unit.scroller && !targets.has(unit.id) && this.linked) {
        targets.set(unit.id, this.#followed(lead.unit, unit, targets.get(lead.unit.id)! + lead.unit.height * this.#line()));
      }
    }
    this.#move(targets, move);
  }

  /** Back to where the columns were before the first lining up. */
  restore(move: boolean): void {
    const before = this.#before;
    this.#before = this.#lined = null;
    if (before) this.#move(before, move);
  }

  /** Scrolls one column; the others follow when linked. */
  scrollTo(id: string, top: number): void {
    const unit = this.unit(id);
    if (!unit?.scroller) return;
    this.#glide.stop();
    this.#lined = null;
    this.#put(unit, top);
    this.#followAll(unit);
  }

  /** Brings a row into view with room around it. */
  reveal(id: string, key: string): void {
    const unit = this.unit(id);
    const row = unit?.byKey.get(key);
    if (!unit?.scroller || !row) return;
    const top = unit.scroller.scrollTop;
    const margin = unit.height * 0.12;
    const bottom = unit.height * (this.sheet ? 0.5 : 1) - margin;
    if (row.top < top + margin) this.scrollTo(id, row.top - margin);
    else if (row.bottom > top + bottom) this.scrollTo(id, row.bottom - bottom);
  }

  /** The columns leave the screen: when they come back they stand where they stood. */
  leave(): void {
    this.#glide.stop();
    this.frame = null;
    this.units = [];
    this.#before = this.#lined = null;
    this.#places.leave();
  }

  forget(): void {
    this.#before = this.#lined = null;
    this.#places.forget();
    this.#lead = null;
  }

  draw(): void {
    if (this.#scheduled) return;
    this.#scheduled = requestAnimationFrame(() => {
      this.#scheduled = 0;
      this.#places.note(this.units, this.#line());
      for (const listener of this.#listeners) listener();
    });
  }

  #line(): number {
    return this.sheet ? SHEET_LINE : READING_LINE;
  }

  #scrolled(id: string, scroller: HTMLElement): void {
    const wanted = this.#wanted.get(id);
    // Who moved it has drawn it.
    if (wanted !== undefined && Math.abs(scroller.scrollTop - wanted) <= 1) return;
    this.#wanted.delete(id);
    this.#lead = id;
    this.#before = this.#lined = null;
    const unit = this.unit(id);
    if (unit && this.alone !== id) this.#followAll(unit);
    this.draw();
  }

  #followAll(lead: Unit): void {
    if (this.linked && lead.scroller) {
      const y = lead.scroller.scrollTop + lead.height * this.#line();
      for (const unit of this.units) {
        if (unit !== lead && unit.scroller) this.#put(unit, this.#followed(lead, unit, y));
      }
    }
    this.draw();
  }

  #followed(lead: Unit, unit: Unit, y: number): number {
    return follow(this.#chain(lead, unit), y) - unit.height * this.#line();
  }

  #chain(from: Unit, to: Unit): Anchor[] {
    const key = `${from.id}>${to.id}`;
    let chain = this.#chains.get(key);
    if (!chain) {
      const anchors: Anchor[] = [{ from: 0, to: 0 }];
      for (const claim of this.score.claims()) {
        const a = from.byKey.get(this.score.rowsOf(from.id, claim)[0] ?? "");
        const b = to.byKey.get(this.score.rowsOf(to.id, claim)[0] ?? "");
        if (a && b) anchors.push({ from: a.top, to: b.top });
      }
      const ends: Anchor = { from: from.rows.at(-1)?.bottom ?? 0, to: to.rows.at(-1)?.bottom ?? 0 };
      chain = risingChain([...anchors, ends]);
      this.#chains.set(key, chain);
    }
    return chain;
  }

  #put(unit: Unit, top: number): void {
    if (!unit.scroller) return;
    unit.scroller.scrollTop = top;
    // Read back: the engine clamps and may round.
    this.#wanted.set(unit.id, unit.scroller.scrollTop);
  }

  #move(targets: ReadonlyMap<string, number>, move: boolean): void {
    const steps = this.units.flatMap((unit) => {
      const to = targets.get(unit.id);
      if (!unit.scroller || to === undefined) return [];
      const end = Math.min(Math.max(to, 0), unit.maxScroll);
      return [{ from: unit.scroller.scrollTop, to: end, put: (top: number) => this.#put(unit, top) }];
    });
    this.#glide.start(steps, move, () => this.draw());
  }

  #positions(): Map<string, number> {
    return new Map(this.units.flatMap((unit) => (unit.scroller ? [[unit.id, unit.scroller.scrollTop] as const] : [])));
  }

  #keepPlaces(): void {
    const fresh = this.#places.keep(this.units, this.#line(), (unit, top) => this.#put(unit, top));
    const lead = this.lead();
    if (!lead?.scroller || !this.linked) return;
    // A column that has just opened starts where the leading one is.
    for (const unit of fresh) {
      if (unit !== lead && lead.scroller.scrollTop > 0) {
        this.#put(unit, this.#followed(lead, unit, lead.scroller.scrollTop + lead.height * this.#line()));
      }
    }
  }
}
