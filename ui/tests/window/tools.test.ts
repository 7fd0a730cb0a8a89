// Search, palette, help and tour in a browser on the fake backend.
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { describeWindow, faults, id } from "./browser";

describeWindow("tools", (openPage) => {
  const open = (query = "screen=sample&theme=light&still", size?: { width: number; height: number }) => openPage(query, size);
  const status = (page: Page): Promise<string> => page.locator(id("search-status")).innerText();

  it.each(["light", "dark"])("search, palette and help have no accessibility fault in %s", async (theme) => {
    const { page, errors } = await open(`screen=sample&theme=${theme}&still`);
    await page.keyboard.press("Control+f");
    await page.keyboard.type("karang");
    await page.keyboard.press("Enter");
    expect(await faults(page)).toEqual([]);
    for (const [key, name] of [["Control+k", "palette-dialog"], ["F1", "help-dialog"]] as const) {
      await page.keyboard.press(key);
      await page.waitForSelector(id(name));
      expect(await faults(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await page.waitForSelector(id(name), { state: "detached" });
    }
    expect(errors).toEqual([]);
    await page.close();
  });

  it.each(["light", "dark"])("finds sentences like the one with the focus by M, in %s", async (theme) => {
    const { page, errors } = await open(`screen=sample&theme=${theme}&still`);
    await page.locator("mark.m-conflict").first().evaluate((mark) => mark.closest<HTMLElement>("[data-row]")!.focus());
    const asked = await page.evaluate(() => (document.activeElement as HTMLElement).dataset["row"]!);
    await page.keyboard.press("m");
    await page.waitForSelector(id("alike-list"));
    expect(await page.locator(`[data-row="${asked}"]`).getAttribute("class")).toContain("asked");
    expect(await page.locator(`${id("alike-list")} [role=option]`).first().getAttribute("data-strength")).toBe("strong");
    expect(await faults(page)).toEqual([]);
    await page.keyboard.press("Enter");
    await page.waitForSelector(".st.alike.current");
    expect(await page.locator(id("search")).getAttribute("aria-activedescendant")).toBe(await page.locator("[role=option][aria-selected=true]").getAttribute("id"));
    await page.keyboard.press("Escape");
    expect(await page.locator(".st.alike, .st.asked").count()).toBe(0);
    expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset["row"])).toBe(asked);
    expect(errors).toEqual([]);
    await page.close();
  });

  it("looks for a typed sentence by meaning, in a small window and in Indonesian too", async () => {
    const { page, errors } = await open("screen=sample&theme=light&lang=id&still", { width: 640, height: 480 });
    await page.waitForSelector(id("side-by-side"));
    await page.keyboard.press("Control+f");
    await page.locator(`${id("search-mode")} input[value=meaning]`).check();
    await page.fill(id("search"), "the ferry was aground");
    await page.waitForSelector(`${id("alike-list")} [role=option]`);
    expect(await status(page)).toContain("kalimat");
    const panel = (await page.locator(".search").boundingBox())!;
    expect(panel.x).toBeGreaterThanOrEqual(0);
    expect(panel.x + panel.width).toBeLessThanOrEqual(640);
    await page.fill(id("search"), "zzzz yyyy");
    await page.waitForFunction(() => document.querySelector("[data-testid=search-status]")?.textContent === "Tidak ada kalimat yang isinya mirip.");
    expect(errors).toEqual([]);
    await page.close();
  });

  it("finds in all sources, goes on with Enter, ends with Esc", async () => {
    const { page } = await open("screen=sample&theme=light&still", { width: 1300, height: 560 });
    await page.focus("[data-statement='A:0']");
    await page.keyboard.press("Control+f");
    await page.keyboard.type("INQUIRY");
    expect(await status(page)).toBe("2 in 2 sources");
    await page.keyboard.press("Enter");
    expect(await status(page)).toBe("1 of 2 · 2 sources");
    await page.keyboard.press("Enter");
    await page.waitForTimeout(200);
    const box = (await page.locator(".hit.current").boundingBox())!;
    expect(box.y).toBeGreaterThan(90);
    expect(box.y + box.height).toBeLessThan(560);
    expect(await page.locator(".map .tick").count()).toBe(2);
    await page.keyboard.press("Shift+Enter");
    expect(await status(page)).toBe("1 of 2 · 2 sources");
    await page.fill(id("search"), "submarine");
    expect(await status(page)).toBe("Not found in any source.");
    await page.keyboard.press("Escape");
    expect(await page.locator(".hit").count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.getAttribute("data-statement"))).toBe("A:0");
    await page.close();
  });

  it("opens the strip or the cell that holds what was found", async () => {
    const { page } = await open("screen=many&theme=light&still");
    await page.keyboard.press("Control+f");
    await page.keyboard.type("pupils");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".hit.current");
    await page.click(id("search-close"));
    await page.click(id("view-table"));
    await page.keyboard.press("Control+f");
    await page.keyboard.type("refund");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+f");
    await page.keyboard.type("every ticket");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".td .hit.current");
    await page.close();
  });

  it("fits in a small window", async () => {
    const { page } = await open("screen=many&theme=light&still", { width: 640, height: 480 });
    await page.click(id("search-open"));
    await page.keyboard.type("reef");
    const box = (await page.locator(".search").boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(640);
    await page.keyboard.press("Escape");
    await page.keyboard.press("F1");
    await page.waitForSelector(id("help-dialog"));
    const past = await page.evaluate(() => [...document.querySelectorAll(".help-body *")].filter((one) => one.getBoundingClientRect().right > innerWidth).length);
    expect(past).toBe(0);
    await page.close();
  });

  it("the palette names every action and does it", async () => {
    const { page } = await open();
    await page.keyboard.press("Control+k");
    await page.keyboard.type("table");
    await page.keyboard.press("Enter");
    await page.waitForSelector(id("table"));
    await page.keyboard.press("Control+k");
    await page.keyboard.type("conflict");
    await page.keyboard.press("Enter");
    expect(await page.locator(id("legend-conflict")).getAttribute("aria-pressed")).toBe("false");
    await page.keyboard.press("Control+k");
    await page.keyboard.type("refunds");
    await page.keyboard.press("Enter");
    expect(await page.locator(id("details")).getAttribute("data-claim")).toBe("refund");
    await page.keyboard.press("Control+k");
    await page.keyboard.type("zzz");
    await page.waitForSelector(".pal-list.none");
    await page.close();
  });

  it("letters do nothing when they are turned off; other keys still work", async () => {
    const { page } = await open();
    await page.keyboard.press("Control+k");
    await page.keyboard.type("single-letter");
    await page.keyboard.press("Enter");
    await page.waitForTimeout(50);
    await page.keyboard.press("j");
    await page.keyboard.press("r");
    expect(await page.locator(id("details")).count()).toBe(0);
    await page.keyboard.press("F8");
    await page.waitForSelector(id("details"));
    await page.close();
  });

  it("marks are silent for screen readers when that is wanted", async () => {
    const { page } = await open();
    const heard = (): Promise<string> => page.locator("[data-statement='A:1']").innerText();
    expect(await heard()).toContain("conflict:");
    await page.click(id("settings"));
    await page.getByRole("radiogroup", { name: "Screen readers say the kind of a mark" }).getByText("Off").click();
    await page.keyboard.press("Escape");
    expect(await heard()).not.toContain("conflict:");
    expect((await heard()).trim()).not.toBe("");
    await page.close();
  });

  it("the tour comes with the sample, in four steps, once", async () => {
    const { page, errors } = await open("screen=fresh&theme=dark&still");
    await page.click(id("open-sample"));
    await page.waitForSelector(id("tour"));
    expect(await faults(page)).toEqual([]);
    for (let step = 2; step <= 4; step++) {
      await page.click(id("tour-next"));
      expect(await page.locator(id("tour")).getAttribute("data-step")).toBe(String(step));
    }
    await page.click(id("tour-next"));
    await page.waitForSelector(id("tour"), { state: "detached" });
    await page.click(id("main-menu"));
    await page.click(id("menu-new"));
    await page.click(id("open-sample"));
    await page.waitForSelector(id("column-A"));
    await page.waitForTimeout(600);
    expect(await page.locator(id("tour")).count()).toBe(0);
    expect(errors).toEqual([]);
    await page.close();
  });
});
