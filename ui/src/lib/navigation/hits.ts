// Goes to what the search found, in the view that is open. The chosen claim stays chosen.
import { tick } from "svelte";
import { statementKey } from "../ribbons/build";
import type { Desk } from "../state/context";
import type { Hit } from "../search/find";

export async function goHit(desk: Desk, by: 1 | -1): Promise<void> {
  if (desk.view.search.step(by)) await goCurrent(desk);
}

/** Goes to one of the list. */
export async function goTo(desk: Desk, at: number): Promise<void> {
  desk.view.search.choose(at);
  await goCurrent(desk);
}

async function goCurrent(desk: Desk): Promise<void> {
  const hit = desk.view.search.current;
  if (!hit) return;
  if (desk.view.tab === "table" && (await inTable(desk, hit))) return;
  await inColumns(desk, hit);
}

async function inColumns(desk: Desk, hit: Hit): Promise<void> {
  const { view, stage } = desk;
  if (view.tab !== "side") desk.show("side");
  if (!view.open.includes(hit.source)) view.unfold(hit.source);
  await tick();
  stage.measure();
  stage.reveal(hit.source, statementKey(hit.source, hit.statement));
}

/** The row of the claim comes into view; a short or long cell opens. */
async function inTable({ view, session, select }: Desk, hit: Hit): Promise<boolean> {
  const shown = new Set(view.table.claims.map((claim) => claim.id));
  const claim = session.index?.claimsOf(hit.source, hit.statement).find((one) => shown.has(one.id));
  if (!claim) return false;
  const key = `${claim.id}:${hit.source}`;
  if (!view.table.opened.has(key)) view.table.toggle(claim.id, hit.source);
  if (view.selected !== claim.id) select(claim.id, { details: view.details });
  await tick();
  return true;
}
