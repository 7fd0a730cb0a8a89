// Draws the coverage map. Built by hand rather than by a template: a dozen long articles have thousands of parts that never
// change one by one, and what is chosen or pointed at is only a class.
import { kindClass, type ShownKind } from "../marks/kinds";
import { signPath } from "../ribbons/signs";
import { BAR, SIGN_ROOM, type Band, type Block, type Coverage } from "./coverage";

const NS = "http://www.w3.org/2000/svg";
/** A bar narrower than this has no room for signs. */
const SIGN_WIDTH = 16;
/** A band lower than this is drawn without edges, unless it conflicts. */
const THIN = 5;
/** Part of the bar's width that a low block takes. */
const LOW_WIDTH: Partial<Record<ShownKind, number>> = { same: 0.28, reworded: 0.5 };

/** Everything is a path: one attribute of geometry instead of five. */
function node(attributes: Record<string, string | number>, claim: string | null = null): SVGElement {
  const element = document.createElementNS(NS, "path");
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  if (claim !== null) element.dataset["claim"] = claim;
  return element;
}

export function paintCoverage(svg: SVGSVGElement, map: Coverage, found: (key: string) => boolean): void {
  const parts = document.createDocumentFragment();
  for (const band of map.bands) parts.append(bandNode(band));
  for (const bar of map.bars) for (const block of bar.blocks) parts.append(...blockNodes(block, bar.width, found(block.key)));
  svg.replaceChildren(parts);
  svg.classList.toggle("dense", map.dense);
}

const CORNER = 2.5;

/** A box with round corners, as far as there is room for them. */
function box(x: number, y: number, width: number, height: number): string {
  const c = Math.min(CORNER, height / 3, width / 3);
  return `M${x + c} ${y}h${width - 2 * c}q${c} 0 ${c} ${c}v${height - 2 * c}q0 ${c} ${-c} ${c}h${2 * c - width}q${-c} 0 ${-c} ${-c}v${2 * c - height}q0 ${-c} ${c} ${-c}z`;
}

function bandNode(band: Band): SVGElement {
  const thin = band.height < THIN && band.kind !== "conflict" && band.kind !== "check" && band.fill !== null;
  return node({ class: `band k-${kindClass(band.kind)}${band.far ? " far" : band.fill ? "" : " line"}${thin ? " thin" : ""}`, d: band.fill ?? band.edge }, band.claim);
}

function blockNodes(block: Block, width: number, found: boolean): SVGElement[] {
  const { x, y, height } = block;
  // Too low for a sign: the width repeats the kind, as in the strips (SPEC §3).
  const low = height < SIGN_ROOM && width < BAR;
  const wide = low ? width * (LOW_WIDTH[block.kind ?? "gap"] ?? 1) : width;
  const left = x + (width - wide) / 2;
  const nodes = [node({ class: `blk k-${block.kind ? kindClass(block.kind) : "none"}${low ? " low" : ""}`, d: box(left, y, wide, height), "data-block": block.key, "data-claims": block.claims.join(" ") }, block.claim)];
  if (block.kind && height >= SIGN_ROOM && width >= SIGN_WIDTH) nodes.push(signNode(block.kind, x + width / 2, y + height / 2));
  if (found) nodes.push(node({ class: "tick", d: `M${x - 4} ${y + height / 2}h${width + 8}` }));
  return nodes;
}

const signNode = (kind: ShownKind, x: number, y: number): SVGElement =>
  node({ class: `sg k-${kindClass(kind)}`, d: signPath(kind), transform: `translate(${x - 6} ${y - 6}) scale(.75)` });

/** Marks what is chosen and what the pointer is over. */
export function highlight(svg: SVGSVGElement, selected: string | null, hovered: string | null): void {
  svg.classList.toggle("chosen", selected !== null);
  for (const [name, id] of [["on", selected], ["hover", hovered]] as const) {
    for (const element of svg.querySelectorAll(`.${name}`)) element.classList.remove(name);
    if (id === null) continue;
    const claim = CSS.escape(id);
    for (const element of svg.querySelectorAll(`[data-claim="${claim}"], [data-claims~="${claim}"]`)) element.classList.add(name);
  }
}
