// Turns the written story into a comparison of the shape that the engine gives. All findings are written in the story;
// nothing is compared here beyond putting the written pieces together.
import type { Article, Claim, ClaimKind, Comparison, Difference, DifferenceKind, Edit, Evidence, Link, Notice, Reading, Reason, Span, Statement } from "../types";
import { CLAIMS, type StoryArticle } from "./story";

interface Draft {
  article: Article;
  gaps: { claim: string; after: number | null }[];
  /** Spans of words that differ, by statement. */
  differing: Map<number, { start: number; end: number }[]>;
  readings: Map<string, Reading[]>;
  claimsOf: Map<number, string[]>;
}

const LETTERS = "ABCDEFGHIJKL";

export function buildComparison(stories: readonly StoryArticle[], letters: readonly string[], strictness: number, notices: Notice[] = []): Comparison {
  const drafts = stories.map((story, i) => draftOf(story, letters[i] ?? LETTERS[i]!));
  const links: Link[] = [];
  const claims = Object.keys(CLAIMS).flatMap((id) => claimOf(id, drafts, links) ?? []);
  const differences = claims.flatMap((claim) => differenceOf(claim.id, drafts) ?? []);
  return {
    schema: "parallax.comparison/1",
    complete: true,
    strictness,
    articles: drafts.map((draft) => draft.article),
    links,
    claims,
    differences,
    notices,
    by_hand: { changes: 0, claims: [], passages: [], tags: [], lost: [] },
  };
}

function draftOf(story: StoryArticle, id: string): Draft {
  const draft: Draft = { article: emptyArticle(story, id), gaps: [], differing: new Map(), readings: new Map(), claimsOf: new Map() };
  let offset = 0;
  story.text.forEach((lines, paragraph) => {
    const statements: string[] = [];
    for (const line of lines) {
      const index = draft.article.statements.length;
      if (line.startsWith("gap ")) {
        draft.gaps.push({ claim: line.slice(4), after: index > 0 ? index - 1 : null });
        continue;
      }
      const [claims, marked] = split(line);
      const text = readMarked(marked, id, index, draft);
      draft.claimsOf.set(index, claims);
      const start = offset + statements.join(" ").length + (statements.length > 0 ? 1 : 0);
      draft.article.statements.push(statementOf(text, index, paragraph, start));
      statements.push(text);
    }
    offset += statements.join(" ").length + 2;
  });
  draft.article.words = draft.article.statements.flatMap((statement) => statement.text.split(/\s+/)).length;
  return draft;
}

function emptyArticle(story: StoryArticle, id: string): Article {
  const format = story.file.endsWith(".md") ? "markdown" : story.file.endsWith(".txt") ? "text" : "html";
  const { file, outlet, published, language, shared } = story;
  return { id, file, format, sha256: "0".repeat(64), title: null, byline: null, outlet, published, updated: null, section: null, canonical: null, agency: story.agency ?? null, partial: false, language, words: 0, shared, statements: [] };
}

function split(line: string): [string[], string] {
  const at = line.indexOf("|");
  return [line.slice(0, at).trim().split(" "), line.slice(at + 1).trim()];
}

function statementOf(text: string, index: number, paragraph: number, start: number): Statement {
  const speaker = /(?:Rini Wulandari|port authority|otoritas pelabuhan|hydrographic office|kantor hidrografi|captain|Nakhoda)/.exec(text)?.[0] ?? null;
  return { index, paragraph, start, end: start + text.length, text, role: index === 0 ? "headline" : "body", speaker, voice: speaker === null ? "asserted" : "named" };
}

/** Takes the marks out of a line and keeps where they stood. */
function readMarked(marked: string, article: string, statement: number, draft: Draft): string {
  let text = "";
  for (const part of marked.split(/(\[[^\]]*\])/)) {
    if (!part.startsWith("[")) {
      text += part;
      continue;
    }
    const [name = "", words = "", normal = ""] = part.slice(1, -1).split("|");
    const start = text.length;
    text += words;
    if (name === "~") push(draft.differing, statement, { start, end: text.length });
    else push(draft.readings, name, { article, statement, start, end: text.length, shown: words, normal });
  }
  return text;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  map.set(key, [...(map.get(key) ?? []), value]);
}

function claimOf(id: string, drafts: readonly Draft[], links: Link[]): Claim | null {
  const story = CLAIMS[id]!;
  const members: Record<string, number[]> = {};
  for (const draft of drafts) {
    const own = [...draft.claimsOf].filter(([, claims]) => claims.includes(id)).map(([statement]) => statement);
    if (own.length > 0) members[draft.article.id] = own;
  }
  const present = drafts.filter((draft) => members[draft.article.id]);
  if (present.length === 0) return null;
  const claim: Claim = {
    id,
    label: story.label,
    kind: present.length === 1 ? "only" : story.kind,
    members,
    missing: drafts.filter((draft) => !members[draft.article.id]).map((draft) => draft.article.id),
    gaps: present.length < 2 ? [] : drafts.flatMap((draft) => draft.gaps.filter((gap) => gap.claim === id).map((gap) => ({ article: draft.article.id, after: gap.after }))),
    pairs: [],
  };
  present.forEach((a, i) => {
    for (const b of present.slice(i + 1)) {
      const kind = pairKind(id, a, b);
      const strength = (story.strength ?? 0.86) - (a.article.language === b.article.language ? 0 : 0.04);
      const relation = kind === "conflict" ? "conflict" : kind === "same" ? "same" : "reworded";
      claim.pairs.push({ a: a.article.id, b: b.article.id, kind, strength, relation, by_hand: false });
      links.push(linkOf(id, a, b, strength, relation));
    }
  });
  return claim;
}

function pairKind(id: string, a: Draft, b: Draft): ClaimKind {
  const story = CLAIMS[id]!;
  if (!story.difference) return story.kind === "only" ? "same" : story.kind;
  const normal = (draft: Draft): string | undefined => draft.readings.get(id)?.[0]?.normal;
  return normal(a) === normal(b) ? "same" : story.kind;
}

function linkOf(id: string, a: Draft, b: Draft, strength: number, relation: Link["relation"]): Link {
  const of = (draft: Draft): number => [...draft.claimsOf].find(([, claims]) => claims.includes(id))![0];
  const sameLanguage = a.article.language === b.article.language;
  const mostly = sameLanguage && (CLAIMS[id]!.mostlyDifferent ?? false);
  return {
    a: { article: a.article.id, statement: of(a) },
    b: { article: b.article.id, statement: of(b) },
    strength,
    relation,
    selected: true,
    by_hand: false,
    edits: sameLanguage ? editsOf(a, of(a), b, of(b)) : null,
    evidence: evidenceOf(id, a.article.statements[of(a)]!.text, b.article.statements[of(b)]!.text),
    mostly_different: mostly,
  };
}

/** The written words, where they stand in the two texts. */
function evidenceOf(id: string, a: string, b: string): Evidence[] {
  const span = (text: string, words: readonly string[]): Span[] => words.map((word) => ({ start: text.indexOf(word), end: text.indexOf(word) + word.length })).filter((one) => one.start >= 0);
  return (CLAIMS[id]!.evidence ?? []).flatMap(([kind, ...words]): Evidence[] => {
    const [x, y] = [span(a, words)[0], span(b, words)[0]];
    const same = x && y && a.slice(x.start, x.end) === b.slice(y.start, y.end);
    return x && y && same === (kind !== "meaning") ? [{ kind, a: x, b: y }] : [];
  });
}

/** Pairs the written stretches in order; what lies between counts as equal. */
function editsOf(a: Draft, i: number, b: Draft, j: number): Edit[] {
  const own = a.differing.get(i) ?? [];
  const other = b.differing.get(j) ?? [];
  const edits: Edit[] = [];
  let atA = 0;
  let atB = 0;
  for (let k = 0; k < Math.max(own.length, other.length); k++) {
    const x = own[k] ?? { start: atA, end: atA };
    const y = other[k] ?? { start: atB, end: atB };
    edits.push({ kind: "equal", a: { start: atA, end: x.start }, b: { start: atB, end: y.start } });
    edits.push({ kind: own[k] ? (other[k] ? "replace" : "delete") : "insert", a: x, b: y });
    atA = x.end;
    atB = y.end;
  }
  const length = (draft: Draft, statement: number): number => draft.article.statements[statement]?.text.length ?? 0;
  edits.push({ kind: "equal", a: { start: atA, end: length(a, i) }, b: { start: atB, end: length(b, j) } });
  return edits;
}

const reason = (code: Reason["code"], thing: Reason["thing"] = null): Reason => ({ code, thing, about: null, doubt: null });
const WHY: Record<DifferenceKind, Reason> = {
  figure: reason("same_quantity", "count"),
  date: reason("same_moment", "date"),
  name: reason("same_role"),
  place: reason("same_role"),
  quote: reason("quote_words"),
  speaker: reason("two_speakers"),
  negation: reason("negated"),
  certainty: reason("reserve"),
};

function differenceOf(id: string, drafts: readonly Draft[]): Difference | null {
  const story = CLAIMS[id]!.difference;
  const readings = drafts.flatMap((draft) => draft.readings.get(id) ?? []);
  if (!story || new Set(readings.map((reading) => reading.normal)).size < 2) return null;
  const why = WHY[story.kind];
  return { claim: id, kind: story.kind, verdict: story.verdict, reason: "", why, readings };
}
