// The export dialog and "copy as citation" in a browser on the fake backend.
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { describeWindow, faults, id } from "./browser";

describeWindow("export", (openPage) => {
  const open = (query = "screen=sample&theme=light&still", size?: { width: number; height: number }) => openPage(query, size);
  /** The window has to be there before it hears a key. */
  const press = async (page: Page): Promise<void> => {
    await page.waitForSelector(id("export"));
    await page.keyboard.press("Control+e");
  };
  const preview = (page: Page) => page.locator(id("export-preview"));

  it.each(["light", "dark"])("the dialog has no accessibility fault in %s, in any form", async (theme) => {
    const { page, errors } = await open(`screen=sample&theme=${theme}&still`);
    await press(page);
    await page.waitForSelector(id("export-dialog"));
    for (const form of ["html", "xlsx", "svg"]) {
      await page.check(id(`export-${form}`));
      await preview(page).locator({ html: "pre", xlsx: "table", svg: "img" }[form]!).waitFor();
      expect(await faults(page)).toEqual([]);
    }
    expect(errors).toEqual([]);
    await page.close();
  });

  it("saves, says the name, and gives the focus back", async () => {
    const { page } = await open();
    await page.click(id("export"));
    await page.check(id("export-csv"));
    await page.click(id("export-save"));
    await page.waitForFunction((name) => document.querySelector(name)?.textContent === "Saved as ferry-runs-aground.csv.", id("export-saved"));
    await page.keyboard.press("Escape");
    await page.waitForSelector(id("export-dialog"), { state: "detached" });
    expect(await page.evaluate(() => document.activeElement?.getAttribute("data-testid"))).toBe("export");
    await page.close();
  });

  it("takes only what is shown when a filter is on", async () => {
    const { page } = await open();
    await press(page);
    expect(await page.locator(id("export-shown")).isDisabled()).toBe(true);
    await preview(page).locator("pre", { hasText: "claims" }).waitFor();
    const all = await preview(page).innerText();
    await page.keyboard.press("Escape");
    await page.click(id("legend-conflict"), { modifiers: ["Alt"] });
    await press(page);
    expect(await page.locator(id("export-shown")).isChecked()).toBe(true);
    await preview(page).locator("pre", { hasText: "claims" }).waitFor();
    const few = await preview(page).innerText();
    expect(few.length).toBeLessThan(all.length);
    await page.uncheck(id("export-shown"));
    await page.waitForFunction(([name, length]) => document.querySelector<HTMLElement>(name as string)!.innerText.length === length, [id("export-preview"), all.length]);
    await page.close();
  });

  it("in Indonesian and in a small window nothing is cut off", async () => {
    const { page } = await open("screen=many&lang=id&theme=light&still", { width: 640, height: 480 });
    await press(page);
    const box = (await page.locator(id("export-dialog")).boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(640);
    expect(await page.locator(id("export-save")).innerText()).toBe("Simpan sebagai…");
    const past = await page.evaluate((name) => [...document.querySelectorAll(`${name} *`)].filter((one) => !one.closest(".export-preview") && one.getBoundingClientRect().right > innerWidth).length, id("export-dialog"));
    expect(past).toBe(0);
    await page.close();
  });

  it("copies a claim, a sentence and a cell with their sources", async () => {
    const { page, errors } = await open();
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    const copied = async (text: RegExp): Promise<void> => {
      await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(text);
    };
    await page.click("[data-statement='A:0']");
    await page.click(id("copy-claim"));
    await copied(/ \(all\)$/);
    await page.focus("[data-statement='B:1']");
    await page.keyboard.press("Control+c");
    await copied(/ \(B\)$/);
    await page.keyboard.press("Escape");
    await page.click(id("view-table"));
    await page.focus("[role=gridcell][data-source='A']");
    await page.keyboard.press("Control+c");
    await copied(/ \(A\)$/);
    expect(errors).toEqual([]);
    await page.close();
  });

  it("names what the program holds of others", async () => {
    const { page, errors } = await open();
    await page.click(id("settings"));
    await page.click(id("licences"));
    await page.locator(".licences li", { hasText: "svelte" }).first().waitFor();
    expect(await page.locator(".licences li").count()).toBeGreaterThan(100);
    expect(await faults(page)).toEqual([]);
    expect(errors).toEqual([]);
    await page.close();
  });
});
