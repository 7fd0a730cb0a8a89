// Why sentences are matched, in the engine's own evidence: names, figures and telling words in common, and words that
// mean the same. Here it is only gathered: what meets across several sources stands together once.
import type { Claim, EvidenceKind, Link, Span } from "../api/types";
import type { ComparisonIndex } from "../comparison";
import { fold } from "../search/fold";

/** What meets, in each of its forms: "ferry", "feri". */
export interface Meeting {
  kind: EvidenceKind;
  forms: string[];
}

export interface PairEvidence {
  a: string;
  b: string;
  /** Of the strongest link; 0: the two meet only through a third source. */
  strength: number;
  meetings: Meeting[];
}

/** What tells most, first. */
export const EVIDENCE_KINDS: readonly EvidenceKind[] = ["name", "figure", "word", "meaning"];
/** So many of one kind are enough for a reason. */
const MOST = 8;

/** All links between members of a claim, inside the sources shown. */
export function linksOf(index: ComparisonIndex, claim: Claim, order: readonly string[]): Link[] {
  const members = order.filter((id) => claim.members[id]);
  return members.flatMap((a, i) =>
    members.slice(i + 1).flatMap((b) =>
      claim.members[a]!.flatMap((at) => index.linksBetween(a, at, b).filter((link) => claim.members[b]!.includes(otherStatement(link, a)))),
    ),
  );
}

const otherStatement = (link: Link, own: string): number => (link.a.article === own ? link.b : link.a).statement;

/** What the members of a claim have in common, by kind; the widest shared first. */
export function commonEvidence(index: ComparisonIndex, claim: Claim, order: readonly string[]): Meeting[] {
  return gather(index, linksOf(index, claim, order));
}

/** The same for every two sources of the claim. */
export function pairEvidence(index: ComparisonIndex, claim: Claim, order: readonly string[]): PairEvidence[] {
  return claim.pairs
    .filter((pair) => order.includes(pair.a) && order.includes(pair.b))
    .map((pair) => ({ a: pair.a, b: pair.b, strength: pair.strength, meetings: gather(index, linksOf(index, claim, [pair.a, pair.b])) }));
}

interface Place extends Span {
  statement: string;
  text: string;
}

interface Group {
  places: Place[];
  kind: EvidenceKind;
  /** Somewhere in it a word meets another that means the same. */
  meaning: boolean;
  /** Links that tell of it. */
  times: number;
  /** Its best place among what one link tells. */
  rank: number;
}

function gather(index: ComparisonIndex, links: readonly Link[]): Meeting[] {
  let groups: Group[] = [];
  for (const link of links) {
    link.evidence.forEach((one, rank) => {
      const places = [placeOf(index, link.a, one.a), placeOf(index, link.b, one.b)].filter((place) => place !== null);
      if (places.length < 2) return;
      const met = groups.filter((group) => group.places.some((known) => places.some((place) => overlap(known, place))));
      const joined: Group = { places, kind: one.kind, meaning: one.kind === "meaning", times: 1, rank };
      for (const group of met) {
        joined.places = [...group.places, ...joined.places];
        joined.kind = EVIDENCE_KINDS[Math.min(EVIDENCE_KINDS.indexOf(joined.kind), EVIDENCE_KINDS.indexOf(group.kind))]!;
        joined.meaning ||= group.meaning;
        joined.times += group.times;
        joined.rank = Math.min(joined.rank, group.rank);
      }
      groups = [...groups.filter((group) => !met.includes(group)), joined];
    });
  }
  groups.sort((x, y) => y.times - x.times || x.rank - y.rank);
  const meetings = distinct(groups.map((group) => meetingOf(group)));
  return EVIDENCE_KINDS.flatMap((kind) => meetings.filter((meeting) => meeting.kind === kind).slice(0, MOST));
}

const overlap = (x: Place, y: Place): boolean => x.statement === y.statement && x.start < y.end && y.start < x.end;

function placeOf(index: ComparisonIndex, at: Link["a"], { start, end }: Span): Place | null {
  const text = index.article(at.article)?.statements[at.statement]?.text.slice(start, end).trim() ?? "";
  return text === "" ? null : { statement: `${at.article}:${at.statement}`, start, end, text };
}

/** Several forms of one word are still that word; with another that means the same they are words of one meaning. */
function meetingOf({ kind, meaning, places }: Group): Meeting {
  const forms = new Map<string, string>();
  for (const { text } of places) {
    const key = fold(text).text;
    const known = forms.get(key);
    // Lower case inside a sentence beats the capital at its start.
    if (known === undefined || (known !== text && known !== text.toLowerCase() && text === text.toLowerCase())) forms.set(key, text);
  }
  // "Wulandari" says nothing more beside "Rini Wulandari".
  const keys = [...forms.keys()].filter((key, _, all) => kind !== "name" || !all.some((other) => other !== key && ` ${other} `.includes(` ${key} `)));
  const shown = keys.map((key) => forms.get(key)!);
  return { kind: kind !== "word" && kind !== "meaning" ? kind : meaning && shown.length > 1 ? "meaning" : "word", forms: shown };
}

function distinct(meetings: readonly Meeting[]): Meeting[] {
  const seen = new Set<string>();
  return meetings.filter(({ forms }) => {
    const key = forms.map((form) => fold(form).text).sort().join("\n");
    return !seen.has(key) && seen.add(key);
  });
}
