// What is done by hand, played in the page: every change since the beginning is done again on a fresh comparison, so undo
// is to leave out the last. Enough for development and tests; the real rules are in the engine's `work`.
import type { Change, Claim, ClaimByHand, Comparison, PassageByHand, StatementRef, StepKey, StepName } from "../types";

/** The comparison with every change on it. */
export function replay(comparison: Comparison, changes: readonly Change[]): Comparison {
  const next = structuredClone(comparison);
  for (const change of changes) act(next, change);
  const { by_hand } = next;
  for (const set of by_hand.claims) {
    const claim = claimOf(next, set.claim);
    if (!claim) continue;
    claim.label = set.name ?? claim.label;
    if (set.conflict !== null) for (const pair of claim.pairs) pair.kind = set.conflict ? "conflict" : pair.kind === "conflict" || pair.kind === "check" ? "reworded" : pair.kind;
    settle(claim);
    for (const difference of next.differences) {
      if (difference.claim !== claim.id) continue;
      if (set.conflict === false && (difference.verdict === "conflict" || difference.verdict === "check")) difference.verdict = "note";
      if (set.conflict === true && difference.verdict === "check") difference.verdict = "conflict";
    }
  }
  by_hand.claims = by_hand.claims.filter((set) => set.name !== null || set.conflict !== null || set.checked || set.note !== null || set.tags.length > 0);
  by_hand.passages = by_hand.passages.filter((set) => set.note !== null || set.tags.length > 0);
  return next;
}

/** As if a sentence of A with a note had been worded otherwise in a later text. */
export const withLost = (comparison: Comparison): Comparison => ({
  ...comparison,
  by_hand: { ...comparison.by_hand, lost: [{ passage: 1, source: null, article: "A", quote: "A second tug came.", likely: { article: "A", statement: 7 }, things: [{ what: "passage", text: "Which tug?", claim: null }, { what: "grouping", text: null, claim: null }] }] },
});

/** What the step is called. */
export function stepOf(comparison: Comparison, change: Change): StepName {
  const label = "claim" in change ? (claimOf(comparison, change.claim)?.label ?? "") : "";
  const tag = "tag" in change ? (comparison.by_hand.tags.find((one) => one.id === change.tag)?.name ?? "") : "";
  const step = (key: StepKey, params: Record<string, string> = {}): StepName => ({ key, with: params });
  switch (change.kind) {
    case "link": return step("link", { source: change.a.article, other: change.b.article });
    case "unlink": return step("unlink", { source: change.statement.article });
    case "split": return step("split", { claim: label });
    case "merge": return step("merge", { claim: label, other: claimOf(comparison, change.other)?.label ?? "" });
    case "mark_conflict": return step(change.conflict === null ? "conflict_as_found" : change.conflict ? "mark_conflict" : "not_conflict", { claim: label });
    case "name_claim": return step("name_claim", { claim: change.name ?? label });
    case "check": return step(change.checked ? "check" : "uncheck", { claim: label });
    case "note_claim": return step(change.text.trim() ? "note" : "remove_note", { claim: label });
    case "note_passage": return step(change.text.trim() ? "note" : "remove_note", { source: change.at.article });
    case "tag_claim":
    case "tag_passage": return step(change.on ? "add_tag" : "take_tag", { tag });
    case "edit_tag": return step("edit_tag", { tag: change.name });
    case "delete_tag": return step("delete_tag", { tag });
    case "put_back": return step("put_back", { source: change.at.article });
    case "let_go": return step("let_go");
  }
}

function act(next: Comparison, change: Change): void {
  const { by_hand } = next;
  switch (change.kind) {
    case "link": return link(next, change.a, change.b);
    case "unlink": return part(next, change.claim, [change.statement]);
    case "split": return part(next, change.claim, change.statements);
    case "merge": return merge(next, change.claim, change.other);
    case "mark_conflict": onClaim(next, change.claim).conflict = change.conflict; return;
    case "name_claim": onClaim(next, change.claim).name = change.name?.trim() || null; return;
    case "check": onClaim(next, change.claim).checked = change.checked; return;
    case "note_claim": onClaim(next, change.claim).note = change.text.trim() || null; return;
    case "note_passage": onPassage(next, change).note = change.text.trim() || null; return;
    case "tag_claim": tag(onClaim(next, change.claim), change.tag, change.on); return;
    case "tag_passage": tag(onPassage(next, change), change.tag, change.on); return;
    case "edit_tag": {
      const id = change.tag ?? Math.max(0, ...by_hand.tags.map((one) => one.id)) + 1;
      by_hand.tags = [...by_hand.tags.filter((one) => one.id !== id), { id, name: change.name, colour: change.colour }].sort((a, b) => a.id - b.id);
      return;
    }
    case "delete_tag":
      by_hand.tags = by_hand.tags.filter((one) => one.id !== change.tag);
      for (const set of [...by_hand.claims, ...by_hand.passages]) tag(set, change.tag, false);
      return;
    case "put_back":
    case "let_go": by_hand.lost = by_hand.lost.filter((one) => one.passage !== change.passage); return;
  }
}

const claimOf = (next: Comparison, id: string): Claim | undefined => next.claims.find((claim) => claim.id === id);
const holds = (claim: Claim, at: StatementRef): boolean => claim.members[at.article]?.includes(at.statement) ?? false;

function link(next: Comparison, a: StatementRef, b: StatementRef): void {
  const claim = next.claims.find((one) => holds(one, a) && one.kind !== "only") ?? next.claims.find((one) => holds(one, a));
  if (!claim) return;
  next.by_hand.changes++;
  put(claim, b);
  for (const article of Object.keys(claim.members)) {
    if (article === b.article || claim.pairs.some((pair) => [pair.a, pair.b].includes(article) && [pair.a, pair.b].includes(b.article))) continue;
    const [x, y] = [article, b.article].sort() as [string, string];
    claim.pairs.push({ a: x, b: y, kind: "reworded", strength: 0, relation: "reworded", by_hand: article === a.article });
  }
  const [first, second] = a.article < b.article ? [a, b] : [b, a];
  next.links.push({ a: first, b: second, strength: 0, relation: "reworded", selected: true, by_hand: true, edits: null, evidence: [], mostly_different: false });
  next.claims = next.claims.filter((one) => one === claim || one.kind !== "only" || !holds(one, b));
  settle(claim);
}

function merge(next: Comparison, id: string, otherId: string): void {
  const [claim, other] = [claimOf(next, id), claimOf(next, otherId)];
  if (!claim || !other || claim === other) return;
  next.by_hand.changes++;
  for (const [article, statements] of Object.entries(other.members)) for (const statement of statements ?? []) put(claim, { article, statement });
  claim.pairs.push(...other.pairs.filter((pair) => !claim.pairs.some((own) => own.a === pair.a && own.b === pair.b)));
  next.claims = next.claims.filter((one) => one !== other);
  settle(claim);
}

function part(next: Comparison, id: string, statements: readonly StatementRef[]): void {
  const claim = claimOf(next, id);
  if (!claim) return;
  next.by_hand.changes++;
  const gone: Claim = { ...structuredClone(claim), id: `${id}-${statements.map((at) => `${at.article}${at.statement}`).join("")}`, members: {}, gaps: [] };
  for (const at of statements) {
    put(gone, at);
    const left = (claim.members[at.article] ?? []).filter((statement) => statement !== at.statement);
    if (left.length > 0) claim.members[at.article] = left;
    else delete claim.members[at.article];
  }
  next.claims.splice(next.claims.indexOf(claim) + 1, 0, gone);
  settle(claim);
  settle(gone);
}

function put(claim: Claim, at: StatementRef): void {
  claim.members[at.article] = [...new Set([...(claim.members[at.article] ?? []), at.statement])].sort((x, y) => x - y);
  claim.missing = claim.missing.filter((article) => article !== at.article);
  claim.gaps = claim.gaps.filter((gap) => gap.article !== at.article);
}

const ORDER = ["conflict", "check", "reworded", "same", "only"] as const;

function settle(claim: Claim): void {
  claim.pairs = claim.pairs.filter((pair) => claim.members[pair.a] && claim.members[pair.b]);
  claim.kind = ORDER.find((kind) => claim.pairs.some((pair) => pair.kind === kind)) ?? "only";
}

function onClaim(next: Comparison, claim: string): ClaimByHand {
  const found = next.by_hand.claims.find((set) => set.claim === claim);
  if (found) return found;
  const set: ClaimByHand = { claim, name: null, conflict: null, checked: false, note: null, tags: [], changed: false, needs_a_look: false };
  next.by_hand.claims.push(set);
  return set;
}

function onPassage(next: Comparison, { at, part: span }: { at: StatementRef; part: { start: number; end: number } | null }): PassageByHand {
  const text = next.articles.find((article) => article.id === at.article)?.statements[at.statement]?.text ?? "";
  const { start, end } = span ?? { start: 0, end: text.length };
  const found = next.by_hand.passages.find((set) => set.at.article === at.article && set.at.statement === at.statement && set.start === start && set.end === end);
  if (found) return found;
  const set: PassageByHand = { at, start, end, shown: text.slice(start, end), note: null, tags: [] };
  next.by_hand.passages.push(set);
  return set;
}

function tag(set: { tags: number[] }, id: number, on: boolean): void {
  set.tags = [...set.tags.filter((one) => one !== id), ...(on ? [id] : [])].sort((a, b) => a - b);
}
