// A comparison as the program sends it (`engine/src/model/sent.rs`): steps and reasons of its links are rows of five
// numbers, because they are most of its bytes. A link makes its own of them when it is asked.
import type { Comparison, Edit, Evidence, EvidenceKind, Link, Span } from "./types";
import type { EditKind } from "./types/EditKind";

type SentLink = Omit<Link, "edits" | "evidence"> & { edits: number[] | null; evidence: number[] };
export type SentComparison = Omit<Comparison, "links"> & { links: SentLink[] };

/** In the order of the program's own types. */
const EDIT_KINDS: readonly EditKind[] = ["equal", "insert", "delete", "replace"];
const EVIDENCE_KINDS: readonly EvidenceKind[] = ["name", "figure", "word", "meaning"];

export const received = (sent: SentComparison): Comparison => ({ ...sent, links: sent.links.map(linkOf) });

function linkOf(sent: SentLink): Link {
  let edits: Edit[] | null | undefined;
  let evidence: Evidence[] | undefined;
  return {
    ...sent,
    get edits() {
      return (edits ??= sent.edits && rows(sent.edits, EDIT_KINDS));
    },
    get evidence() {
      return (evidence ??= rows(sent.evidence, EVIDENCE_KINDS));
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
