// Table and overview in a browser on the fake backend: accessibility in both themes, the one selection, keys, filters.
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { describeWindow, faults, id } from "./browser";

describeWindow("views", (openPage) => {
  async function open(view: "side" | "table" | "overview", query = "screen=sample&theme=light&still", size?: { width: number; height: number }): Promise<{ page: Page; errors: string[] }> {
    const opened = await openPage(query, size);
    await opened.page.click(id(`view-${view}`));
    if (view !== "side") await opened.page.waitForSelector(id(view));
    return opened;
  }
  const focused = (page: Page): Promise<string | null> => page.evaluate(() => document.activeElement?.getAttribute("data-cell") ?? null);
  const chosen = (page: Page): Promise<string | null> => page.locator(id("details")).getAttribute("data-claim");

  const CASES = (["table", "overview"] as const).flatMap((view) => ["sample", "many"].flatMap((screen) => ["light", "dark"].map((theme) => [view, screen, theme] as const)));
  it.each(CASES)("%s of %s in %s has no accessibility fault", async (view, screen, theme) => {
    const { page, errors } = await open(view, `screen=${screen}&theme=${theme}&still`);
    expect(await faults(page)).toEqual([]);
    await page.click(id("next-difference"));
    await page.waitForSelector(id("details"));
    expect(await faults(page)).toEqual([]);
    expect(errors).toEqual([]);
    await page.close();
  });

  it("a claim chosen in one view is chosen in all", async () => {
    const { page } = await open("table");
    await page.click("[data-cell='rescue:2']");
    expect(await chosen(page)).toBe("rescue");
    expect(await page.locator(".tr.on").getAttribute("data-row")).toBe("rescue");
    await page.keyboard.press("Alt+1");
    await page.waitForSelector(".st.on[data-claims='rescue']");
    await page.waitForTimeout(200);
    const tops = await page.evaluate(() => [...document.querySelectorAll(".st.on")].map((row) => row.getBoundingClientRect().top));
    expect(Math.max(...tops) - Math.min(...tops)).toBeLessThanOrEqual(2);
    await page.keyboard.press("Alt+3");
    await page.waitForSelector(".blk.on[data-claim='rescue']");
    expect(await page.locator(`${id("disagreements")} li.on button`).getAttribute("data-claim")).toBe("rescue");
    await page.keyboard.press("Alt+2");
    await page.waitForSelector(".tr.on[data-row='rescue']");
    await page.close();
  });

  it("the columns stand where they stood after another view", async () => {
    const { page } = await open("side", "screen=sample&theme=light&still", { width: 1300, height: 560 });
    await page.mouse.move(200, 400);
    await page.mouse.wheel(0, 240);
    await page.waitForTimeout(200);
    const tops = (): Promise<number[]> => page.evaluate(() => [...document.querySelectorAll(".scroll")].map((one) => one.scrollTop));
    const before = await tops();
    expect(before[0]).toBeGreaterThan(100);
    await page.keyboard.press("Alt+2");
    await page.waitForSelector(id("table"));
    await page.keyboard.press("Alt+1");
    await page.waitForSelector(id("column-A"));
    await page.waitForTimeout(200);
    (await tops()).forEach((top, i) => expect(Math.abs(top - before[i]!)).toBeLessThanOrEqual(2));
    await page.close();
  });

  it("the table goes by cell, opens with Enter, compares with R", async () => {
    const { page } = await open("table");
    await page.focus("[data-cell='head:0']");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    expect(await focused(page)).toBe("aboard:2");
    await page.keyboard.press("Enter");
    expect(await chosen(page)).toBe("aboard");
    await page.keyboard.press("r");
    expect(await page.locator(id("base-B")).getAttribute("aria-pressed")).toBe("true");
    await page.keyboard.press("Control+End");
    expect(await focused(page)).toMatch(/:3$/);
    await page.keyboard.press("Escape");
    await page.waitForSelector(id("details"), { state: "detached" });
    await page.close();
  });

  it("J and K go through the rows in the table's order, and the row is in view", async () => {
    const { page } = await open("table");
    for (let i = 0; i < 12; i++) await page.click(id("next-difference"));
    expect(await page.locator(id("difference-count")).innerText()).toBe("Row 12 of 17");
    await page.waitForTimeout(100);
    const seen = await page.evaluate(() => {
      const row = document.querySelector(".tr.on")!.getBoundingClientRect();
      const head = document.querySelector(".thead")!.getBoundingClientRect();
      return row.top >= head.bottom - 1 && row.bottom <= innerHeight + 1;
    });
    expect(seen).toBe(true);
    await page.close();
  });

  it("numbers its rows from the head on, heads of groups too", async () => {
    const { page } = await open("table");
    const rows = (): Promise<{ numbers: string[]; said: string | null; heads: number }> =>
      page.evaluate(() => ({
        numbers: [...document.querySelectorAll("[role=grid] [role=row]")].map((row) => row.getAttribute("aria-rowindex") ?? "none"),
        said: document.querySelector("[role=grid]")!.getAttribute("aria-rowcount"),
        heads: document.querySelectorAll(".grp-head").length,
      }));
    await page.waitForFunction(() => document.querySelectorAll("[role=grid] [role=row]").length === Number(document.querySelector("[role=grid]")!.getAttribute("aria-rowcount")));
    const grouped = await rows();
    expect(grouped.heads).toBeGreaterThan(2);
    expect(grouped.numbers).toEqual(grouped.numbers.map((_, i) => String(i + 1)));
    await page.click(id("view-options"));
    await page.click(id("table-grouped"));
    const plain = await rows();
    expect(plain.heads).toBe(0);
    expect(plain.numbers).toEqual(plain.numbers.map((_, i) => String(i + 1)));
    expect(plain.said).toBe(String(plain.numbers.length));
    await page.close();
  });

  it("sorts, ungroups, marks words and shows those that are gone", async () => {
    const { page } = await open("table");
    expect(await page.locator(".grp-head").count()).toBe(5);
    await page.selectOption(id("table-sort"), "most");
    expect(await page.locator(".grp-head").count()).toBe(0);
    await page.selectOption(id("table-sort"), "conflicts");
    expect(await page.locator(".mx mark.m-reword").count()).toBeGreaterThan(2);
    await page.click(id("view-options"));
    await page.click(id("table-gone"));
    expect(await page.locator(".mx del").count()).toBeGreaterThan(2);
    await page.uncheck(id("table-words"));
    expect(await page.locator(".mx mark.m-reword, .mx del").count()).toBe(0);
    await page.close();
  });

  it("is short from seven sources on; a cell opens in place", async () => {
    const { page } = await open("table", "screen=many&theme=light&still");
    expect(await page.locator("[data-cell='aboard:1']").innerText()).toBe("214 people");
    await page.click("[data-cell='aboard:1']");
    await page.waitForSelector("[data-cell='aboard:1'] .say");
    expect(await page.locator("[data-cell='aboard:1']").innerText()).toContain("struck a reef");
    await page.keyboard.press("Enter");
    await page.close();
  });

  it("an element of the overview leads to the text", async () => {
    const { page } = await open("overview");
    await page.click(`${id("disagreements")} [data-claim='left']`);
    await page.waitForSelector(".st.on[data-claims='left']");
    expect(await chosen(page)).toBe("left");
    await page.keyboard.press("Alt+3");
    await page.click("[data-block='C:2']");
    await page.waitForSelector(id("side-by-side"));
    await page.keyboard.press("Alt+3");
    await page.click(id("share-B-C"));
    await page.waitForSelector(id("strip-A"));
    await page.close();
  });

  it("the sentence sets the filter, and Show all takes it back", async () => {
    const { page } = await open("overview");
    await page.click(id("summary-only"));
    expect(await page.locator(".blk.k-only").count()).toBe(3);
    expect(await page.locator(".blk.k-conflict").count()).toBe(0);
    expect(await page.locator(id("claims-shown")).innerText()).toContain("3 of 17");
    await page.click(id("show-all"));
    expect(await page.locator(".blk.k-conflict").count()).toBeGreaterThan(5);
    await page.close();
  });

  it("filters by source and by what differs, in every view", async () => {
    const { page } = await open("table");
    await page.click(id("more-filters"));
    await page.click(id("filter-C"));
    await page.click(id("filter-figure"));
    await page.keyboard.press("Escape");
    expect(await page.locator(id("base-C")).count()).toBe(0);
    expect(await page.locator("[data-row='aboard']").count()).toBe(0);
    expect(await page.locator("[data-row='captain']").count()).toBe(1);
    await page.keyboard.press("Alt+1");
    await page.waitForSelector(id("column-B"));
    expect(await page.locator(id("column-C")).count()).toBe(0);
    expect(await page.locator("[data-statement='A:1'] mark").count()).toBe(0);
    await page.click(id("show-all"));
    await page.waitForSelector(id("column-C"));
    await page.close();
  });

  it.each([[640, 480, 100], [1440, 900, 200]])("a column is never narrower than 15 rem: a dozen sources at %d × %d, text size %d", async (width, height, size) => {
    const { page } = await open("side", `screen=many&theme=light&still&size=${size}`, { width, height });
    await page.waitForTimeout(150);
    expect(await page.locator(".strip").count()).toBe(11);
    expect((await page.locator(id("column-A")).boundingBox())!.width).toBeGreaterThan(15 * 16 * (size / 100));
    await page.close();
  });

  it.each(["en", "id"])("the legend bar stays on one line at 900 × 700: %s", async (lang) => {
    for (const view of ["side", "table", "overview"] as const) {
      const { page } = await open(view, `screen=sample&theme=light&still&lang=${lang}`, { width: 900, height: 700 });
      await page.waitForTimeout(150);
      expect((await page.locator(".bar").boundingBox())!.height).toBeLessThan(48);
      expect(await page.locator(id("legend-conflict")).innerText()).toContain(lang === "en" ? "Conflict" : "Bertentangan");
      await page.close();
    }
  });

  it.each([["en", 640, 480, 100], ["id", 900, 700, 100], ["id", 1440, 900, 200]] as const)("nothing goes past the edge: %s at %d × %d, text size %d", async (lang, width, height, size) => {
    for (const view of ["table", "overview"] as const) {
      for (const screen of ["sample", "many"]) {
        const { page } = await open(view, `screen=${screen}&theme=light&still&lang=${lang}&size=${size}`, { width, height });
        await page.waitForTimeout(100);
        const past = await page.evaluate(() => [...document.querySelectorAll<HTMLElement>("header *, .bar *, .ov > *, .ov .dl *, .ov .ml *, .ov svg")].filter((one) => one.checkVisibility() && !one.closest(".vh") && !one.matches(".vh, input, title") && (one.getBoundingClientRect().right > innerWidth + 1 || one.getBoundingClientRect().left < -1)).map((one) => `${one.tagName}.${one.className}`));
        expect(past).toEqual([]);
        await page.close();
      }
    }
  });
});
