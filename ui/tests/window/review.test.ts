// Review in a browser on the fake backend: what was taken beside the whole text, corrected, saved, opened again.
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { describeWindow, faults, id } from "./browser";

describeWindow("review", (openPage) => {
  async function open(query = "screen=sample&theme=light&still", size?: { width: number; height: number }): Promise<{ page: Page; errors: string[] }> {
    const opened = await openPage(query, size);
    await review(opened.page);
    return opened;
  }
  async function review(page: Page): Promise<void> {
    await page.click(id("menu-A"));
    await page.click(id("edit-details"));
    await page.waitForSelector(id("review-dialog"));
  }
  const ticked = (page: Page): Promise<boolean[]> => page.evaluate(() => [...document.querySelectorAll<HTMLInputElement>(".passages input")].map((one) => one.checked));

  it.each([["light", "en"], ["dark", "en"], ["light", "id"], ["dark", "id"]])("has no accessibility fault in %s, %s", async (theme, lang) => {
    const { page, errors } = await open(`screen=sample&theme=${theme}&lang=${lang}&still`);
    expect(await faults(page)).toEqual([]);
    await page.fill(id("edit-outlet"), "My paper");
    await page.click(id("passage-3"));
    await page.click(id("passage-0"));
    expect(await faults(page)).toEqual([]);
    expect(errors).toEqual([]);
    await page.close();
  });

  it("drops a paragraph and corrects the outlet; the comparison follows, and opened again it shows both", async () => {
    const { page } = await open();
    expect(await ticked(page)).toEqual([false, false, true, true, true, true, true, true, false, false]);
    const before = await page.locator("[data-statement^='A:']").count();
    await page.click(id("passage-4"));
    await page.click(id("passage-0"));
    await page.fill(id("edit-outlet"), "My paper");
    await page.fill(id("edit-agency"), "Antara");
    expect(await page.locator(".was").first().innerText()).toContain("Found: Straits Gazette");
    await page.click(id("edit-save"));
    await page.waitForSelector(id("review-dialog"), { state: "detached" });
    await page.waitForFunction((count) => document.querySelectorAll("[data-statement^='A:']").length < count, before);
    expect(await page.locator(id("column-A")).innerText()).toContain("My paper");
    expect(await page.locator(`${id("column-A")} .meta`).innerText()).toContain("from Antara");
    await review(page);
    expect(await ticked(page)).toEqual([true, false, true, true, false, true, true, true, false, false]);
    await page.click(id("review-found"));
    await page.click(id("edit-save"));
    await page.waitForFunction((count) => document.querySelectorAll("[data-statement^='A:']").length === count, before);
    await page.close();
  });

  it("works with the keyboard alone", async () => {
    const { page } = await open();
    await page.focus(id("passage-0"));
    for (const key of ["ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown", "b"]) await page.keyboard.press(key);
    expect((await ticked(page)).slice(0, 5)).toEqual([false, false, true, false, true]);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Space");
    await page.keyboard.press("End");
    await page.keyboard.press("Space");
    expect((await ticked(page)).slice(5)).toEqual([false, true, true, false, true]);
    await page.keyboard.press("Home");
    await page.keyboard.press("e");
    expect(await page.locator(id("review-count")).innerText()).toBe("2 of 10 paragraphs are compared.");
    await page.keyboard.press("Space");
    expect(await page.locator(id("review-count")).innerText()).toBe("At least one paragraph has to stay.");
    expect(await page.locator(id("edit-save")).isDisabled()).toBe(true);
    await page.keyboard.press("Escape");
    await page.waitForSelector(id("review-dialog"), { state: "detached" });
    await page.close();
  });

  it.each([[640, 480, 100], [900, 700, 200]])("fits a window of %d × %d at %d per cent", async (width, height, size) => {
    const { page } = await openPage(`screen=sample&theme=light&still&size=${size}`, { width, height });
    await page.waitForSelector(".app");
    await page.locator("body").click({ position: { x: 2, y: 2 } });
    await page.keyboard.press("Control+k");
    await page.waitForSelector(id("palette-dialog"));
    await page.keyboard.type("review a");
    await page.keyboard.press("Enter");
    await page.waitForSelector(id("review-dialog"));
    const past = await page.evaluate(() => [...document.querySelectorAll(".review *")].filter((one) => one.getBoundingClientRect().right > innerWidth + 1).length);
    expect(past).toBe(0);
    await page.click(id("passage-4"));
    await page.click(id("edit-save"));
    await page.waitForSelector(id("review-dialog"), { state: "detached" });
    await page.close();
  });

  it("text dropped from another program becomes an article; a link alone does not", async () => {
    const { page } = await openPage("screen=sample&theme=light&still");
    await page.waitForSelector(".app");
    const drag = (kind: string, data: Record<string, string>): Promise<void> =>
      page.evaluate(([name, texts]) => {
        const carried = new DataTransfer();
        for (const [type, text] of Object.entries(texts)) carried.setData(type, text);
        document.querySelector(".app")!.dispatchEvent(new DragEvent(name, { dataTransfer: carried, bubbles: true, cancelable: true }));
      }, [kind, data] as const);
    const both = { "text/plain": "The river rose on Monday.\n\nNobody was hurt.", "text/html": "<p>The river rose on Monday.</p><p>Nobody was hurt.</p>" };
    await drag("dragover", both);
    await page.waitForSelector(id("drag-text"));
    expect(await faults(page)).toEqual([]);
    await drag("drop", both);
    await page.waitForSelector(id("paste-dialog"));
    expect(await page.locator(id("drag-text")).count()).toBe(0);
    expect(await page.inputValue(id("paste-text"))).toBe(both["text/plain"]);
    await page.keyboard.press("Escape");
    await page.waitForSelector(id("paste-dialog"), { state: "detached" });
    await drag("drop", { "text/html": "<p>The river rose.</p>" });
    await page.waitForSelector(id("paste-dialog"));
    expect(await page.inputValue(id("paste-text"))).toContain("<article><p>The river rose.</p></article>");
    await page.keyboard.press("Escape");
    await page.waitForSelector(id("paste-dialog"), { state: "detached" });
    await drag("drop", { "text/plain": "https://gazette.example/ferry" });
    await page.waitForSelector("[role=alert]");
    expect(await page.locator(id("paste-dialog")).count()).toBe(0);
    await page.close();
  });
});
