// Draws shapes into one SVG. Nodes are kept by key and only their attributes change from frame to frame; colours and
// line styles are classes, so themes and high contrast come from the style sheet.
import { kindClass, type ShownKind } from "../marks/kinds";
import type { Shape } from "./geometry";
import { signOf } from "./signs";

export interface Drawing {
  selected: string | null;
  hovered: string | null;
  /** Signs between two strips only for the selected claim (SPEC §4.6). */
  signsOnStrips: boolean;
}

export interface Painter {
  paint(shapes: readonly Shape[], drawing: Drawing): void;
  clear(): void;
}

const NS = "http://www.w3.org/2000/svg";
/** Bottom to top. */
const LAYERS: readonly string[] = ["same", "out", "only", "reword", "check", "conflict", "top", "signs"];

interface Node {
  group: SVGGElement;
  fill: SVGPathElement;
  edge: SVGPathElement;
  hit: SVGPathElement;
}

const create = <K extends keyof SVGElementTagNameMap>(name: K): SVGElementTagNameMap[K] => document.createElementNS(NS, name);

export class SvgPainter implements Painter {
  readonly #layers = new Map<string, SVGGElement>();
  readonly #nodes = new Map<string, Node>();
  readonly #signs = new Map<string, SVGGElement>();

  constructor(svg: SVGSVGElement) {
    for (const name of LAYERS) {
      const layer = create("g");
      this.#layers.set(name, layer);
      svg.append(layer);
    }
  }

  paint(shapes: readonly Shape[], drawing: Drawing): void {
    const live = new Set<string>();
    const signed = new Set<string>();
    for (const shape of shapes) {
      live.add(shape.key);
      this.#ribbon(shape, drawing);
    }
    for (const shape of roomySigns(shapes, drawing)) {
      signed.add(shape.key);
      this.#sign(shape, drawing);
    }
    drop(this.#nodes, live, (node) => node.group.remove());
    drop(this.#signs, signed, (sign) => sign.remove());
  }

  clear(): void {
    this.paint([], { selected: null, hovered: null, signsOnStrips: false });
  }

  #ribbon(shape: Shape, drawing: Drawing): void {
    let node = this.#nodes.get(shape.key);
    if (!node) {
      node = { group: create("g"), fill: create("path"), edge: create("path"), hit: create("path") };
      node.fill.setAttribute("class", "rb-fill");
      node.edge.setAttribute("class", "rb-edge");
      node.hit.setAttribute("class", "rb-hit");
      node.group.append(node.fill, node.edge, node.hit);
      node.group.dataset["claim"] = shape.claim;
      this.#nodes.set(shape.key, node);
    }
    const on = shape.claim === drawing.selected;
    const hovered = shape.claim === drawing.hovered;
    const name = `${ribbonClass(shape.kind, shape.far, on, hovered, drawing.selected !== null, shape.away)}${shape.thin ? " thin" : ""}`;
    if (node.group.getAttribute("class") !== name) node.group.setAttribute("class", name);
    const layer = this.#layers.get(on || hovered ? "top" : kindClass(shape.kind))!;
    if (node.group.parentNode !== layer) layer.append(node.group);
    node.fill.setAttribute("d", shape.fill ?? "");
    node.edge.setAttribute("d", shape.edge);
    node.hit.setAttribute("d", shape.far ? shape.edge : "");
  }

  #sign(shape: Shape, drawing: Drawing): void {
    let sign = this.#signs.get(shape.key);
    if (!sign) {
      sign = create("g");
      sign.dataset["claim"] = shape.claim;
      const circle = create("circle");
      circle.setAttribute("r", "9");
      const icon = create("path");
            icon.setAttribute("transform", "translate(-6.5 -6.5) scale(.8125)");
      sign.append(circle, icon);
      this.#signs.set(shape.key, sign);
      this.#layers.get("signs")!.append(sign);
    }
    const path = signOf(shape.kind, shape.byHand);
    const icon = sign.lastElementChild!;
    if (icon.getAttribute("d") !== path) icon.setAttribute("d", path);
    const on = shape.claim === drawing.selected;
    const faded = drawing.selected !== null && !on && shape.claim !== drawing.hovered;
    const name = `rb-sign k-${kindClass(shape.kind)}${on ? " on" : ""}${faded ? " faded" : ""}${shape.weak && on ? " weak" : ""}`;
    if (sign.getAttribute("class") !== name) sign.setAttribute("class", name);
    sign.setAttribute("transform", `translate(${shape.middle.x} ${shape.middle.y})`);
  }
}

function ribbonClass(kind: ShownKind, far: boolean, on: boolean, hovered: boolean, any: boolean, away: boolean): string {
  const state = on ? " on" : hovered ? " hover" : any ? " faded" : "";
  return `rb k-${kindClass(kind)}${far ? " far" : ""}${away && far ? " away" : ""}${state}`;
}

/** Conflicts and checks carry their sign; a selected ribbon does so of every kind where there is room. */
export function hasSign(shape: Shape, drawing: Drawing): boolean {
  const differs = shape.kind === "conflict" || shape.kind === "check" || shape.byHand;
  if (shape.claim === drawing.selected) return differs || shape.signed || drawing.signsOnStrips;
  if (!differs) return false;
  return !(shape.far && shape.away) && (shape.signed || drawing.signsOnStrips);
}

/** Signs closer than this would lie on each other. */
const SIGN_ROOM = 16;

/** The shapes whose signs have room; the selected claim's come first. */
export function roomySigns(shapes: readonly Shape[], drawing: Drawing): Shape[] {
  const placed: Shape[] = [];
  const wanted = shapes.filter((shape) => hasSign(shape, drawing));
  const first = (shape: Shape): number =>
    shape.claim === drawing.selected ? 0 : shape.claim === drawing.hovered ? 1 : 2 + Number(shape.far) * 2 + Number(shape.kind !== "conflict");
  for (const shape of wanted.sort((a, b) => first(a) - first(b))) {
    const free = placed.every((other) => Math.hypot(other.middle.x - shape.middle.x, other.middle.y - shape.middle.y) >= SIGN_ROOM);
    if (free) placed.push(shape);
  }
  return placed;
}

function drop<T>(nodes: Map<string, T>, live: ReadonlySet<string>, remove: (node: T) => void): void {
  for (const [key, node] of nodes) {
    if (live.has(key)) continue;
    remove(node);
    nodes.delete(key);
  }
}
