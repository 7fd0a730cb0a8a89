// The letters L, U, C, X and N and the buttons that do the same: what they act on is where the focus is, else the claim that
// is chosen.
import { tick } from "svelte";
import type { Claim, Lost, StatementRef } from "../api/types";
import { t } from "../i18n/index.svelte";
import { focusSource } from "../navigation/focus";
import type { Desk } from "../state/context";
import { setOn } from "./hand";

export type HandAction = "link" | "unlink" | "conflict" | "check" | "note";

/** The acts by hand with their names and letters. */
export const HAND = [["link", "hand.link", "L"], ["unlink", "hand.unlink", "U"], ["conflict", "keys.conflict", "C"], ["check", "hand.checked", "X"], ["note", "note.title", "N"]] as const;

export interface Target {
  claim: Claim | null;
  at: StatementRef | null;
}

/** A sentence by its key in the page. */
export const refOf = (key: string): StatementRef | null => {
  const [article, statement] = key.split(":");
  return article && /^\d+$/.test(statement ?? "") ? { article, statement: Number(statement) } : null;
};

/** The statement and claim that the focus is on. */
export function target({ session, view }: Desk, element: Element | null = document.activeElement): Target {
  const { index } = session;
  const row = element?.closest<HTMLElement>("[data-statement]")?.dataset["statement"];
  const at = row === undefined ? inTable(view.order, index?.claim.bind(index), element) : refOf(row);
  if (!index || !at) return { claim: rowClaim(element, index?.claim.bind(index)) ?? view.claim, at: null };
  const claims = index.claimsOf(at.article, at.statement);
  const inRow = rowClaim(element, index.claim.bind(index));
  return { claim: inRow ?? claims.find((claim) => claim.id === view.selected) ?? claims[0] ?? null, at };
}

type Find = ((id: string) => Claim | undefined) | undefined;

/** The claim of a row of the table, or of a line that says that it is not mentioned. */
const rowClaim = (element: Element | null, find: Find): Claim | null => {
  const row = element?.closest<HTMLElement>(".tr[data-row], [data-gap]");
  const id = row?.dataset[row.dataset["gap"] === undefined ? "row" : "claims"];
  return (id !== undefined && find?.(id)) || null;
};

function inTable(order: readonly string[], find: Find, element: Element | null): StatementRef | null {
  const claim = rowClaim(element, find);
  const cell = element?.closest<HTMLElement>("[data-cell]")?.dataset["cell"] ?? "";
  const article = order[Number(cell.slice(cell.lastIndexOf(":") + 1)) - 1];
  const statement = article === undefined ? undefined : claim?.members[article]?.[0];
  return article !== undefined && statement !== undefined ? { article, statement } : null;
}

/** Whether there was something to act on, where the focus is or at `where`. */
export function actByHand(action: HandAction, desk: Desk, where = target(desk)): boolean {
  const { claim, at } = where;
  if (!claim) return false;
  switch (action) {
    case "link": return startLink(desk, at ?? firstOf(desk, claim));
    case "unlink": return unlink(desk, claim, at);
    case "conflict": return toggleConflict(desk, claim);
    case "check": return toggleChecked(desk, claim);
    case "note": return note(desk, claim);
  }
}

/** Looks for sentences like the one that the focus is on, else like the chosen claim's first. */
export function findAlike(desk: Desk, from: StatementRef | null = null): boolean {
  const { claim, at } = target(desk);
  const asked = from ?? at ?? (claim && firstOf(desk, claim));
  const text = asked && desk.session.index?.article(asked.article)?.statements[asked.statement]?.text;
  if (!asked || !text) return false;
  desk.view.search.askLike(asked, text);
  return true;
}

function firstOf({ view }: Desk, claim: Claim): StatementRef | null {
  const article = [...view.open, ...view.order].find((id) => claim.members[id]?.length);
  return article === undefined ? null : { article, statement: claim.members[article]![0]! };
}

/** Waits for a sentence in another source; the focus goes there, so that arrows and Enter do. */
export function startLink(desk: Desk, from: StatementRef | null): boolean {
  if (!from) return false;
  const { view, hand } = desk;
  const other = view.open.find((id) => id !== from.article) ?? view.order.find((id) => id !== from.article);
  if (other === undefined) return false;
  hand.stop();
  hand.linking = from;
  desk.say(t("link.bar"));
  goTo(desk, other);
  return true;
}

/** Waits for the sentence that something lost belongs to now. */
export function startPlacing(desk: Desk, lost: Lost): void {
  if (lost.article === null) return;
  desk.hand.stop();
  desk.hand.placing = lost;
  desk.say(t("place.bar", { letter: lost.article }));
  goTo(desk, lost.article);
}

function goTo(desk: Desk, source: string): void {
  if (desk.view.tab !== "side") desk.show("side");
  if (!desk.view.open.includes(source)) desk.view.unfold(source);
  void tick().then(() => focusSource(desk, source));
}

function unlink(desk: Desk, claim: Claim, at: StatementRef | null): boolean {
  if (claim.kind === "only") return tell(desk, "link.none");
  const member = at && claim.members[at.article]?.includes(at.statement);
  if (member) void desk.hand.change({ kind: "unlink", claim: claim.id, statement: at });
  else void openDetails(desk, claim).then(() => document.querySelector<HTMLElement>("[data-testid='unlink']")?.click());
  return true;
}

export function toggleConflict(desk: Desk, claim: Claim): boolean {
  const { session, hand } = desk;
  if (!session.index || Object.keys(claim.members).length < 2) return tell(desk, "link.none");
  const set = setOn(session.index, claim.id).conflict;
  const conflict = set !== null ? null : claim.kind !== "conflict" && claim.kind !== "check";
  void hand.change({ kind: "mark_conflict", claim: claim.id, conflict });
  return true;
}

export function toggleChecked({ session, hand }: Desk, claim: Claim): boolean {
  if (!session.index) return false;
  void hand.change({ kind: "check", claim: claim.id, checked: !setOn(session.index, claim.id).checked });
  return true;
}

/** Words that are selected in a sentence take the note; else the claim. */
function note(desk: Desk, claim: Claim): boolean {
  const passage = selectedPassage();
  if (passage) desk.dialogs.show({ name: "note", ...passage });
  else void openDetails(desk, claim).then(() => document.querySelector<HTMLElement>("[data-testid='claim-note']")?.focus());
  return true;
}

/** The sentence and the stretch of its text that is selected in the page. */
export function selectedPassage(): { at: StatementRef; part: { start: number; end: number } } | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const line = (range.commonAncestorContainer instanceof Element ? range.commonAncestorContainer : range.commonAncestorContainer.parentElement)?.closest<HTMLElement>("[data-statement]");
  const at = line && refOf(line.dataset["statement"] ?? "");
  if (!line || !at) return null;
  const start = offsetIn(line, range.startContainer, range.startOffset);
  const end = offsetIn(line, range.endContainer, range.endOffset);
  return end > start ? { at, part: { start, end } } : null;
}

/** Counts the sentence's own characters before a point; hidden words for screen readers are not its own. */
function offsetIn(line: Element, node: Node, offset: number): number {
  let count = 0;
  const point = document.createRange();
  point.setStart(node, offset);
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    if (text.parentElement?.closest(".vh, [hidden], del")) continue;
    const length = text.textContent?.length ?? 0;
    const inside = text === node ? offset : point.comparePoint(text, 0) < 0 ? length : 0;
    count += Math.min(inside, length);
    if (text === node) break;
  }
  return count;
}

async function openDetails(desk: Desk, claim: Claim): Promise<void> {
  if (desk.view.selected !== claim.id || !desk.view.details) desk.select(claim.id);
  await tick();
  await tick();
}

function tell({ hand }: Desk, key: "link.none"): boolean {
  hand.tell(t(key));
  return true;
}
