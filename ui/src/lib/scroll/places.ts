// Which row stands at the reading line of each column, so that a change of layout, or another view between, moves no one
// away from what they were reading.
import { placeAt, type Place, type Unit } from "./layout";

export class Places {
  readonly #kept = new Map<string, Place>();
  /** The columns were away: their scroll positions are lost and are put back. */
  #returning = false;

  of(id: string): Place | null {
    return this.#kept.get(id) ?? null;
  }

  note(units: readonly Unit[], line: number): void {
    for (const unit of units) {
      const place = unit.scroller ? placeAt(unit.rows, unit.scroller.scrollTop + unit.height * line) : null;
      if (place) this.#kept.set(unit.id, place);
    }
  }

  leave(): void {
    this.#returning = true;
  }

  forget(): void {
    this.#kept.clear();
    this.#returning = false;
  }

  /** Puts known columns back; gives those that were not there before. */
  keep(units: readonly Unit[], line: number, put: (unit: Unit, top: number) => void): Unit[] {
    const fresh: Unit[] = [];
    const columns = units.filter((unit) => unit.scroller);
    for (const unit of columns) {
      const place = this.#kept.get(unit.id);
      const row = place && unit.byKey.get(place.key);
      if (!row) fresh.push(unit);
      else if (unit.scroller!.scrollTop > 0 || this.#returning) put(unit, row.top + place.delta - unit.height * line);
    }
    if (columns.length > 0) this.#returning = false;
    return fresh;
  }
}
