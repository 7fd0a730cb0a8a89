// The window in a browser on the fake backend: accessibility of every screen in both themes, and what the hands do.
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { describeWindow, faults, id } from "./browser";

describeWindow("window", (open) => {
  const settle = (page: Page, ms = 450): Promise<void> => page.waitForTimeout(ms);
  const count = (page: Page): Promise<string> => page.locator(id("difference-count")).innerText();
  const tops = (page: Page): Promise<number[]> =>
    page.evaluate(() => [...document.querySelectorAll("[data-source]")].flatMap((column) => column.querySelector(".st.on, .gap.on")?.getBoundingClientRect().top ?? []));

  const SCREENS = ["empty", "one", "sample", "many", "loading", "problems", "events", "cancelled", "drag"];
  const themes = ["light", "dark"];
  it.each(SCREENS.flatMap((screen) => themes.map((theme) => [screen, theme] as const)))("%s in %s has no accessibility fault", async (screen, theme) => {
    const { page, errors } = await open(`screen=${screen}&theme=${theme}&still`);
    await settle(page, 500);
    if (screen === "sample") {
      await page.locator("[data-statement='A:1']").click();
      await page.waitForSelector(id("details"));
    }
    expect(await faults(page)).toEqual([]);
    expect(errors).toEqual([]);
    await page.close();
  });

  it.each(["settings", "keys", "paste", "review", "two"])("the %s dialog has no accessibility fault and closes on Esc", async (name) => {
    const { page } = await open("screen=sample&theme=light&still");
    await openDialog(page, name);
    await page.waitForSelector(id(`${name}-dialog`));
    expect(await faults(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.waitForSelector(id(`${name}-dialog`), { state: "detached" });
    await page.close();
  });

  async function openDialog(page: Page, name: string): Promise<void> {
    if (name === "settings") await page.click(id("settings"));
    if (name === "keys") await page.keyboard.press("?");
    if (name === "paste") await page.evaluate(() => { const data = new DataTransfer(); data.setData("text/plain", "A pasted report."); document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true })); });
    if (name === "review") { await page.click(id("menu-B")); await page.click(id("edit-details")); }
    if (name === "two") { await page.click(id("view-options")); await page.click(id("compare-two")); }
  }

  it("paints its head before the program has answered, and leaves it where it stands", async () => {
    const { page } = await open("screen=empty&theme=light&still");
    let answer = (): void => {};
    const asked = new Promise<void>((done) => (answer = done));
    await page.route("**/*.js", (route) => asked.then(() => route.continue()));
    await page.reload({ waitUntil: "commit" });
    await page.waitForSelector("#before h1");
    const name = await page.locator("h1", { hasText: "Parallax" }).boundingBox();
    answer();
    await page.waitForSelector(id("empty"));
    expect(await page.locator("#before").count()).toBe(0);
    expect(await page.locator("h1", { hasText: "Parallax" }).boundingBox()).toMatchObject({ x: name?.x, y: name?.y });
    await page.close();
  });

  it("lines up every claim within 2 px and 400 ms, and Esc goes back", async () => {
    const { page } = await open("screen=sample&theme=light");
    for (const claim of ["aboard", "rescue", "divers", "refund", "fuel", "head"]) {
      await page.evaluate((name) => document.querySelector<HTMLElement>(`.scroll [data-claims="${name}"]`)!.click(), claim);
      await settle(page, 400);
      const found = await tops(page);
      expect(found.length).toBe(3);
      expect(Math.max(...found) - Math.min(...found)).toBeLessThanOrEqual(2);
    }
    await page.keyboard.press("Escape");
    await settle(page);
    expect(await page.evaluate(() => [...document.querySelectorAll(".scroll")].map((one) => one.scrollTop))).toEqual([0, 0, 0]);
    await page.close();
  });

  it("linked scrolling keeps the columns together without jumps", async () => {
    const { page } = await open("screen=sample&theme=light", { width: 1300, height: 560 });
    await page.waitForFunction(() => document.querySelectorAll(".scroll").length === 3);
    await page.mouse.move(200, 400);
    let before = await page.evaluate(() => [...document.querySelectorAll(".scroll")].map((one) => one.scrollTop));
    for (let i = 0; i < 16; i++) {
      await page.mouse.wheel(0, 40);
      await settle(page, 60);
      const now = await page.evaluate(() => [...document.querySelectorAll(".scroll")].map((one) => one.scrollTop));
      now.forEach((top, column) => expect(Math.abs(top - before[column]!)).toBeLessThan(250));
      before = now;
    }
    expect(before[1]).toBeGreaterThan(100);
    await page.close();
  });

  it("Alt and wheel, or Scroll together off, moves one column alone", async () => {
    const { page } = await open("screen=sample&theme=light", { width: 1300, height: 560 });
    const tops = (): Promise<number[]> => page.evaluate(() => [...document.querySelectorAll(".scroll")].map((one) => Math.round(one.scrollTop)));
    await page.mouse.move(200, 400);
    await page.keyboard.down("Alt");
    await page.mouse.wheel(0, 200);
    await settle(page, 150);
    await page.keyboard.up("Alt");
    const [a, b, c] = await tops();
    expect(a).toBeGreaterThan(100);
    expect([b, c]).toEqual([0, 0]);
    await page.click(id("view-options"));
    await page.click(id("scroll-together"));
    await page.mouse.move(200, 400);
    await page.mouse.wheel(0, -100);
    await settle(page, 150);
    const after = await tops();
    expect(after[0]).toBeLessThan(a!);
    expect(after.slice(1)).toEqual([0, 0]);
    await page.close();
  });

  it("steps through all differences by key and button", async () => {
    const { page } = await open("screen=sample&theme=light&still");
    expect(await count(page)).toBe("15 differences");
    await page.keyboard.press("j");
    expect(await count(page)).toBe("Difference 1 of 15");
    await page.click(id("next-difference"));
    await page.keyboard.press("F8");
    expect(await count(page)).toBe("Difference 3 of 15");
    await page.keyboard.press("k");
    expect(await count(page)).toBe("Difference 2 of 15");
    await page.close();
  });

  it("filters, one kind alone, and shows all again", async () => {
    const { page } = await open("screen=sample&theme=light&still");
    await page.click(id("legend-conflict"));
    expect(await page.locator("mark.m-conflict").count()).toBe(0);
    expect(await page.locator(id("claims-shown")).innerText()).toMatch(/of 17 claims shown/);
    await page.click(id("legend-conflict"), { modifiers: ["Alt"] });
    expect(await count(page)).toBe("6 differences");
    expect(await page.locator("mark.m-only, mark.m-reword, [data-gap]").count()).toBe(0);
    await page.click(id("show-all"));
    expect(await page.locator("mark.m-conflict").count()).toBeGreaterThan(5);
    await page.close();
  });

  it("adding a source keeps the place, the selection and what is folded", async () => {
    const { page } = await open("screen=sample&theme=light&still");
    await page.click(id("fold-B"));
    await page.evaluate(() => document.querySelector<HTMLElement>("[data-statement='A:9']")!.click());
    await settle(page);
    const before = (await tops(page))[0]!;
    await page.click(id("open-files"));
    await page.waitForSelector("[data-source='D']");
    await settle(page, 600);
    expect(await page.locator(id("strip-B")).count()).toBe(1);
    expect(Math.abs((await tops(page))[0]! - before)).toBeLessThanOrEqual(2);
    await page.click(id("menu-A"));
    await page.click(id("remove-source"));
    await page.waitForSelector("[data-source='A']", { state: "detached" });
    await page.close();
  });

  it("moves by keys alone: rows, columns, areas; names the event", async () => {
    const { page } = await open("screen=sample&theme=light&still");
    await page.focus("[data-statement='A:0']");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowRight");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("data-statement"))).toBe("B:3");
    await page.keyboard.press("Enter");
    await page.waitForSelector(id("details"));
    await page.keyboard.press("F6");
    expect(await page.evaluate(() => document.activeElement?.closest("[data-area]")?.getAttribute("data-area"))).toBe("details");
    await page.keyboard.press("F2");
    await page.keyboard.type("A ferry on a reef");
    await page.keyboard.press("Enter");
    expect(await page.locator(id("event-name")).innerText()).toBe("A ferry on a reef");
    await page.keyboard.press("Control+2");
    expect(await page.evaluate(() => document.activeElement?.closest("[data-source]")?.getAttribute("data-source"))).toBe("B");
    await page.close();
  });

  it.each([["en", 640, 480, 100], ["id", 640, 480, 100], ["id", 900, 700, 100], ["en", 1440, 900, 200], ["id", 1440, 900, 200]])("nothing goes past the edge: %s at %d × %d, text size %d", async (lang, width, height, size) => {
    for (const screen of ["sample", "many", "empty", "problems"]) {
      const { page } = await open(`screen=${screen}&theme=light&still&lang=${lang}&size=${size}`, { width, height });
      await settle(page, 100);
      const past = await page.evaluate(() => [...document.querySelectorAll<HTMLElement>("header *, .bar *, .ch, .ch *, .empty *, .details *")].filter((one) => one.checkVisibility() && !one.closest(".vh, svg, .strip") && !one.matches(".vh, input") && (one.getBoundingClientRect().right > innerWidth + 1 || one.getBoundingClientRect().left < -1)).map((one) => `${one.tagName}.${one.className}`));
      expect(past).toEqual([]);
      await page.close();
    }
  });

  it("keeps drawing while a dozen sources scroll", async () => {
    const { page, errors } = await open("screen=many&theme=light");
    await page.mouse.move(300, 500);
    const frames = page.evaluate(() => new Promise<number>((done) => { let n = 0; const start = performance.now(); const tick = (): void => { n++; if (performance.now() - start < 1000) requestAnimationFrame(tick); else done(n); }; requestAnimationFrame(tick); }));
    for (let i = 0; i < 15; i++) { await page.mouse.wheel(0, 60); await settle(page, 50); }
    // A loose bound: test machines are busy and have no graphics card.
    expect(await frames).toBeGreaterThan(5);
    expect(errors).toEqual([]);
    await page.close();
  });
});
