// A comparison as the program sends it (`engine/src/model/sent.rs`): a link is one row of numbers, because links are most of
// its bytes. A link makes steps and reasons of its own when it is asked.
import type { Comparison, Edit, Evidence, EvidenceKind, Link, Span } from "./types";
import type { EditKind } from "./types/EditKind";
import type { Relation } from "./types/Relation";

/** Article and statement of both ends, strength, relation, flags, steps, reasons. */
export type Row = [number, number, number, number, number, number, number, number[] | null, number[]];
export type SentComparison = Omit<Comparison, "links"> & { links: Row[] };

/** In the order of the program's own types. */
const RELATIONS: readonly Relation[] = ["same", "reworded", "overlap", "conflict"];
const EDIT_KINDS: readonly EditKind[] = ["equal", "insert", "delete", "replace"];
const EVIDENCE_KINDS: readonly EvidenceKind[] = ["name", "figure", "word", "meaning"];
const [SELECTED, BY_HAND, MOSTLY_DIFFERENT] = [1, 2, 4];

export function received(sent: SentComparison): Comparison {
  const letters = sent.articles.map((article) => article.id);
  return { ...sent, links: sent.links.map((row) => linkOf(row, letters)) };
}

function linkOf([a, ofA, b, ofB, strength, relation, flags, steps, reasons]: Row, letters: readonly string[]): Link {
  let edits: Edit[] | null | undefined;
  let evidence: Evidence[] | undefined;
  return {
    a: { article: letters[a]!, statement: ofA },
    b: { article: letters[b]!, statement: ofB },
    strength,
    relation: RELATIONS[relation]!,
    selected: (flags & SELECTED) !== 0,
    by_hand: (flags & BY_HAND) !== 0,
    mostly_different: (flags & MOSTLY_DIFFERENT) !== 0,
    get edits() {
      return (edits ??= steps && rows(steps, EDIT_KINDS));
    },
    get evidence() {
      return (evidence ??= rows(reasons, EVIDENCE_KINDS));
    },
  };
}

function rows<Kind>(numbers: readonly number[], kinds: readonly Kind[]): { kind: Kind; a: Span; b: Span }[] {
  const all = [];
  for (let i = 0; i < numbers.length; i += 5) {
    const [kind, aStart, aEnd, bStart, bEnd] = numbers.slice(i, i + 5) as [number, number, number, number, number];
    all.push({ kind: kinds[kind]!, a: { start: aStart, end: aEnd }, b: { start: bStart, end: bEnd } });
  }
  return all;
}
