// The same shapes on a canvas, for pictures of more than 400 ribbons (SPEC §11): twelve long articles folded to strips.
// Colours are read from the style sheet once per theme, because a canvas knows no custom properties.
import { kindClass, type KindClass } from "../marks/kinds";
import type { Shape } from "./geometry";
import { roomySigns, type Drawing, type Painter } from "./svg";
import { signOf } from "./signs";

/** From here on the canvas draws. */
export const MANY_RIBBONS = 400;

interface Palette {
  fill: Record<string, string>;
  edge: Record<string, string>;
  ink: Record<string, string>;
  accent: string;
  paper: string;
}

const KINDS: readonly KindClass[] = ["same", "reword", "conflict", "check", "only", "out"];
const DASH: Partial<Record<KindClass, number[]>> = { reword: [1, 4], check: [1.5, 3.5], out: [5, 4] };
const FILL_STRENGTH: Partial<Record<KindClass, number>> = { conflict: 0.55, check: 0.4 };

export class CanvasPainter implements Painter {
  readonly #canvas: HTMLCanvasElement;
  #palette: Palette | null = null;
  #shapes: readonly Shape[] = [];

  constructor(canvas: HTMLCanvasElement) {
    this.#canvas = canvas;
  }

  /** Call when the theme changes. */
  forgetColours(): void {
    this.#palette = null;
  }

  paint(shapes: readonly Shape[], drawing: Drawing, top = 0): void {
    this.#shapes = shapes;
    const context = this.#begin(top);
    if (!context) return;
    const palette = (this.#palette ??= readPalette(this.#canvas));
    const ranked = [...shapes].sort((a, b) => rank(a, drawing) - rank(b, drawing));
    for (const shape of ranked) paintRibbon(context, shape, drawing, palette);
    for (const shape of roomySigns(shapes, drawing)) paintSign(context, shape, drawing, palette);
  }

  clear(): void {
    this.#shapes = [];
    this.#begin(0);
  }

  /** Claim of the topmost ribbon at a point of the frame. */
  claimAt(x: number, y: number): string | null {
    const context = this.#canvas.getContext("2d");
    if (!context) return null;
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.setLineDash([]);
    context.lineWidth = 10;
    const found = this.#shapes.findLast((shape) =>
      shape.fill ? context.isPointInPath(new Path2D(shape.fill), x, y) : context.isPointInStroke(new Path2D(shape.edge), x, y),
    );
    context.restore();
    return found?.claim ?? null;
  }

  /** Clears the canvas and cuts off what lies above `top`, where the heads of the columns are. */
  #begin(top: number): CanvasRenderingContext2D | null {
    const context = this.#canvas.getContext("2d");
    if (!context) return null;
    const scale = window.devicePixelRatio || 1;
    const width = this.#canvas.clientWidth;
    const height = this.#canvas.clientHeight;
    if (this.#canvas.width !== Math.round(width * scale)) this.#canvas.width = Math.round(width * scale);
    if (this.#canvas.height !== Math.round(height * scale)) this.#canvas.height = Math.round(height * scale);
    context.setTransform(scale, 0, 0, scale, 0, 0);
    context.clearRect(0, 0, width, height);
    context.beginPath();
    context.rect(0, top, width, height - top);
    context.clip();
    return context;
  }
}

const rank = (shape: Shape, drawing: Drawing): number =>
  (shape.claim === drawing.selected || shape.claim === drawing.hovered ? 10 : 0) + KINDS.indexOf(kindClass(shape.kind));

function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const colour = (name: string): string => style.getPropertyValue(name).trim();
  const each = (name: (kind: KindClass) => string): Record<string, string> =>
    Object.fromEntries(KINDS.map((kind) => [kind, colour(name(kind === "check" ? "conflict" : kind))]));
  return {
    fill: each((kind) => `--${kind}-band`),
    edge: each((kind) => (kind === "same" ? "--line" : `--${kind}`)),
    ink: each((kind) => `--${kind}-ink`),
    accent: colour("--accent"),
    paper: colour("--paper"),
  };
}

function paintRibbon(context: CanvasRenderingContext2D, shape: Shape, drawing: Drawing, palette: Palette): void {
  const kind = kindClass(shape.kind);
  const on = shape.claim === drawing.selected;
  const bright = on || shape.claim === drawing.hovered;
  const strength = drawing.selected !== null && !bright ? 0.3 : 1;
  if (shape.fill && kind !== "out") {
    context.globalAlpha = strength * (bright ? 1 : (FILL_STRENGTH[kind] ?? 0.8));
    context.fillStyle = palette.fill[kind] ?? "";
    context.fill(new Path2D(shape.fill));
  }
  if (kind === "same" && !on && !shape.far) return;
  if (shape.thin && !bright && kind !== "conflict" && kind !== "check") {
    if (!shape.far || kind === "out") return;
    context.globalAlpha = strength * 0.35;
    context.strokeStyle = palette.edge[kind] ?? "";
    context.lineWidth = 1;
    context.setLineDash([]);
    context.stroke(new Path2D(shape.edge));
    return;
  }
  context.globalAlpha = strength;
  context.strokeStyle = on ? palette.accent : (palette.edge[kind] ?? "");
  context.lineWidth = on ? 1.75 : shape.far ? 1.5 : kind === "reword" ? 1.75 : 1;
  context.lineCap = kind === "reword" || kind === "check" ? "round" : "butt";
  context.setLineDash(on && kind !== "out" ? [] : (DASH[kind] ?? []));
  context.stroke(new Path2D(shape.edge));
}

function paintSign(context: CanvasRenderingContext2D, shape: Shape, drawing: Drawing, palette: Palette): void {
  const kind = kindClass(shape.kind);
  const on = shape.claim === drawing.selected;
  context.save();
  context.globalAlpha = drawing.selected !== null && !on ? 0.3 : 1;
  context.translate(shape.middle.x, shape.middle.y);
  context.setLineDash([]);
  context.beginPath();
  context.arc(0, 0, 9, 0, Math.PI * 2);
  context.fillStyle = palette.paper;
  context.fill();
  context.strokeStyle = on ? palette.accent : (palette.edge[kind] ?? "");
  context.lineWidth = 1.25;
  context.stroke();
  context.translate(-6.5, -6.5);
  context.scale(0.8125, 0.8125);
  context.strokeStyle = palette.ink[kind] ?? "";
  context.lineWidth = 1.9;
  context.lineCap = "round";
  context.stroke(new Path2D(signOf(shape.kind, shape.byHand)));
  context.restore();
}
