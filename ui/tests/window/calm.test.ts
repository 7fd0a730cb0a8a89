// Reduced motion, forced colours, and contrast of what is no text (acceptance checks 8 and 15), as they are rendered.
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { describeWindow, id } from "./browser";

describeWindow("calm", (open) => {
  it("slides nothing with reduced motion", async () => {
    const { page } = await open("screen=sample&theme=light", { width: 1440, height: 500 });
    await page.evaluate(() => {
      Object.assign(window, { moved: [] });
      const { moved } = window as unknown as Moved;
      for (const kind of ["transitionrun", "animationstart"] as const) {
        document.addEventListener(kind, ({ target }) => {
          const longest = Math.max(...(target as Element).getAnimations().map((one) => Number(one.effect?.getComputedTiming().duration ?? 0)));
          if (longest > 10) moved.push(`${kind} of ${(target as Element).className}: ${longest} ms`);
        }, true);
      }
    });
    expect(await moves(page, "no-preference"), "what is looked for is there with motion").toEqual(expect.arrayContaining([expect.stringContaining("transitionrun"), "the columns went on scrolling"]));
    expect(await moves(page, "reduce")).toEqual([]);
    await page.close();
  });

  it("says everything without colours of its own", async () => {
    const { page } = await open("screen=sample&theme=light&still");
    await page.emulateMedia({ forcedColors: "active" });
    await page.click(id("next-difference"));
    await page.waitForSelector(id("details"));
    const told = await page.evaluate(() => {
      const line = (css: string): string[] => [...document.querySelectorAll(css)].slice(0, 40).map((one) => {
        const style = getComputedStyle(one);
        return [style.outlineStyle, style.textDecorationLine, style.borderBottomStyle, style.borderLeftStyle].join(" ");
      });
      return { chosen: line(".st.on"), conflicts: line("mark.m-conflict"), checks: line("mark.m-check"), wording: line(".scroll mark:not(.m-conflict):not(.m-check)") };
    });
    const drawn = (lines: string[]): boolean => lines.every((one) => /solid|underline|dashed|dotted|double|wavy/.test(one));
    expect(told.chosen.length).toBeGreaterThan(1);
    expect(told.conflicts.length).toBeGreaterThan(0);
    expect(drawn(told.chosen), `chosen: ${told.chosen[0]}`).toBe(true);
    expect(drawn(told.conflicts), `conflict: ${told.conflicts[0]}`).toBe(true);
    expect(drawn(told.checks), `check: ${told.checks[0]}`).toBe(true);
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle)).not.toBe("none");
    await page.close();
  });

  it.each([["light", "side"], ["dark", "side"], ["light", "table"], ["dark", "table"], ["light", "overview"], ["dark", "overview"]])("draws signs and edges three to one in %s, %s", async (theme, view) => {
    const { page } = await open(`screen=sample&theme=${theme}&still`);
    await page.click(id("next-difference"));
    await page.waitForSelector(id("details"));
    await page.click(id(`view-${view}`));
    expect(await faint(page)).toEqual([]);
    await page.close();
  });
});

interface Moved { moved: string[] }

/** What moves while differences are gone through, a dialog is opened, and the views are changed. */
async function moves(page: Page, reducedMotion: "reduce" | "no-preference"): Promise<string[]> {
  await page.emulateMedia({ reducedMotion });
  await page.evaluate(() => (window as unknown as Moved).moved.splice(0));
  const tops = (): Promise<number[]> => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done([...document.querySelectorAll(".scroll")].map((one) => one.scrollTop))))));
  let went = false;
  for (let i = 0; i < 4; i++) {
    await page.click(id("next-difference"));
    const early = await tops();
    await page.waitForTimeout(400);
    went ||= String(await tops()) !== String(early);
  }
  await page.keyboard.press("F1");
  await page.waitForSelector(id("help-dialog"));
  await page.keyboard.press("Escape");
  for (const view of ["table", "overview", "side"]) await page.click(id(`view-${view}`));
  await page.waitForTimeout(200);
  const { moved } = await page.evaluate(() => ({ moved: (window as unknown as Moved).moved }));
  return went ? [...moved, "the columns went on scrolling"] : moved;
}

/** Signs, edges of fields and boxes, and lines under marks that stand out from what is behind them by less than three to one. */
const faint = (page: Page): Promise<string[]> => page.evaluate(() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true })!;
  const rgba = (colour: string): number[] => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data].map((part) => part / 255);
  };
  const over = (top: number[], under: number[]): number[] => [0, 1, 2].map((i) => top[i]! * top[3]! + under[i]! * (1 - top[3]!)).concat(1);
  const behind = (one: Element | null): number[] => {
    if (!one) return [1, 1, 1, 1];
    const own = rgba(getComputedStyle(one).backgroundColor);
    return own[3] === 1 ? own : over(own, behind(one.parentElement));
  };
  const light = (c: number[]): number => [0.2126, 0.7152, 0.0722].reduce((sum, weight, i) => sum + weight * (c[i]! <= 0.04045 ? c[i]! / 12.92 : ((c[i]! + 0.055) / 1.055) ** 2.4), 0);
  const contrast = (a: number[], b: number[]): number => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
  const found = new Set<string>();
  let counted = 0;
  const look = (one: Element, what: string, colour: string, under: Element | null): void => {
    counted += 1;
    const ground = behind(under);
    const ratio = contrast(over(rgba(colour), ground), ground);
    if (ratio < 3) found.add(`${what} of ${one.tagName.toLowerCase()}.${[...one.classList].join(".")}: ${ratio.toFixed(2)}`);
  };
  const shown = (css: string): Element[] => [...document.querySelectorAll(css)].filter((one) => one.getClientRects().length > 0);
  for (const one of shown("mark")) look(one, "line", getComputedStyle(one).textDecorationLine === "none" ? getComputedStyle(one).borderBottomColor : getComputedStyle(one).textDecorationColor, one.parentElement);
  for (const one of shown("svg.icon path, svg .sg")) {
    const { stroke, fill } = getComputedStyle(one);
    look(one.closest("svg")!.parentElement!, "sign", stroke === "none" ? fill : stroke, one.closest("svg"));
  }
  for (const one of shown("input:not([type='range']), select, textarea")) if (getComputedStyle(one).borderTopStyle !== "none" && parseFloat(getComputedStyle(one).borderTopWidth) > 0) look(one, "edge", getComputedStyle(one).borderTopColor, one.parentElement);
  if (counted < 5) found.add(`only ${counted} looked at`);
  return [...found];
});
