// Work by hand in a browser on the fake backend: every change by mouse and by key, undone and redone; dialogs; filters.
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { describeWindow, faults, id } from "./browser";

describeWindow("work", (openPage) => {
  const open = (query = "screen=sample&theme=light&still") => openPage(query);
  const members = (page: Page, statement: string): Promise<string | null> => page.locator(`[data-statement='${statement}']`).getAttribute("data-claims");
  const toast = (page: Page): Promise<string> => page.locator(id("toast")).innerText();
  async function choose(page: Page, statement: string): Promise<void> {
    await page.waitForSelector(`[data-statement='${statement}']`);
    await page.evaluate((key) => document.querySelector<HTMLElement>(`[data-statement='${key}']`)!.click(), statement);
    await page.waitForSelector(id("details"));
  }

  it("links by keys alone, shows the pin and who linked, undoes and redoes", async () => {
    const { page } = await open();
    // "A second tug was sent" stands in A only.
    await page.focus("[data-statement='A:7']");
    await page.keyboard.press("l");
    await page.waitForSelector(id("link-bar"));
    expect(await faults(page)).toEqual([]);
    await page.waitForFunction(() => document.activeElement?.closest("[data-source='B']") !== null);
    const partner = await page.evaluate(() => document.activeElement!.getAttribute("data-statement"));
    await page.keyboard.press("Enter");
    await page.waitForSelector(id("link-bar"), { state: "detached" });
    await page.waitForFunction((key) => document.querySelector(`[data-statement='${key}']`)?.getAttribute("data-claims")?.includes("tug"), partner);
    expect(await toast(page)).toContain("Linked.");
    await choose(page, "A:7");
    expect(await page.locator(id("linked-by-you")).innerText()).toContain("A and B");
    expect(await page.locator(id("undo")).getAttribute("aria-label")).toBe("Undo: link sentences in A and B");
    await page.keyboard.press("Control+z");
    await page.waitForSelector(id("linked-by-you"), { state: "detached" });
    await page.keyboard.press("Control+Shift+z");
    await page.waitForSelector(id("linked-by-you"));
    await page.close();
  });

  it("every act of the details lies inside the pane", async () => {
    const { page } = await open();
    await choose(page, "A:0");
    const cut = await page.evaluate(
      ([details, tools]) => {
        const right = document.querySelector(details!)!.getBoundingClientRect().right;
        return [...document.querySelectorAll(`${tools} .btn`)].filter((act) => act.getBoundingClientRect().right > right).map((act) => act.textContent);
      },
      [id("details"), id("match-tools")],
    );
    expect(cut).toEqual([]);
    await page.close();
  });

  it("Esc stops linking, and a sentence of the same source is refused", async () => {
    const { page } = await open();
    await page.focus("[data-statement='A:7']");
    await page.keyboard.press("l");
    await page.click("[data-statement='A:2']");
    expect(await page.locator(id("link-bar")).count()).toBe(1);
    await page.keyboard.press("Escape");
    expect(await page.locator(id("link-bar")).count()).toBe(0);
    expect(await page.locator(id("undo")).isDisabled()).toBe(true);
    await page.close();
  });

  it("the menu of a sentence, a cell and a line does what it names there, with the keys' names, and fits in a small window", async () => {
    const { page } = await open();
    await page.click("[data-statement='B:2']", { button: "right" });
    expect(await faults(page)).toEqual([]);
    expect(await page.locator("[role=menu]").innerText()).toMatch(/Select the claim, open details\s+Enter[\s\S]+Your note\s+N/);
    await page.click(id("menu-compare"));
    await page.waitForSelector(`[data-testid=column-B] ${id("base")}`);
    // A sentence of one source only has nothing to unlink.
    await page.click("[data-statement='A:7']", { button: "right" });
    expect(await page.locator(id("menu-unlink")).getAttribute("aria-disabled")).toBe("true");
    await page.keyboard.press("Escape");
    await page.click("[data-gap]", { button: "right" });
    expect(await page.locator(id("menu-compare")).count()).toBe(0);
    await page.click(id("menu-details"));
    await page.waitForSelector(id("details"));
    await page.keyboard.press("Alt+2");
    await page.click("[data-cell][data-source='B']", { button: "right" });
    await page.click(id("menu-check"));
    expect(await toast(page)).toContain("Checked.");
    // Where nothing can be done no menu opens, the browser's neither; in a field its own does.
    const stopped = (css: string): Promise<boolean> =>
      page.evaluate((at) => !document.querySelector(at)!.dispatchEvent(new MouseEvent("contextmenu", { bubbles: true, cancelable: true })), css);
    expect([await stopped("header"), await stopped("header input")]).toEqual([true, false]);
    expect(await page.locator("[role=menu]").count()).toBe(0);
    await page.setViewportSize({ width: 640, height: 480 });
    await page.keyboard.press("Alt+1");
    await page.waitForSelector("[data-statement='A:4']");
    await page.focus("[data-statement='A:4']");
    await page.keyboard.press("Shift+F10");
    const box = (await page.locator("[role=menu]").boundingBox())!;
    expect(box.y >= 0 && box.y + box.height <= 480).toBe(true);
    // The focus is where it was, also for what the menu begins.
    await page.keyboard.press("Escape");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("data-statement"))).toBe("A:4");
    await page.keyboard.press("Shift+F10");
    await page.keyboard.press("Enter");
    await page.waitForSelector(id("details"));
    expect(await page.evaluate(() => document.activeElement?.getAttribute("data-statement"))).toBe("A:4");
    await page.close();
  });

  it("unlinks with U and by the menu; the message takes it back", async () => {
    const { page } = await open();
    await page.focus("[data-statement='B:3']");
    await page.keyboard.press("u");
    await page.waitForFunction(() => document.querySelector("[data-statement='B:3']")?.getAttribute("data-claims") !== "aboard");
    await page.click(id("toast-undo"));
    await page.waitForFunction(() => document.querySelector("[data-statement='B:3']")?.getAttribute("data-claims") === "aboard");
    await choose(page, "A:1");
    await page.click(id("unlink"));
    await page.click(id("pick-C-1"));
    await page.waitForFunction(() => document.querySelector("[data-statement='C:1']")?.getAttribute("data-claims") !== "aboard");
    expect(await members(page, "A:1")).toBe("aboard");
    await page.close();
  });

  it("C, X and N: not a conflict and back, checked, a note; the count follows", async () => {
    const { page } = await open();
    await page.focus("[data-statement='A:1']");
    const conflicts = (): Promise<number> => page.locator(id("legend-conflict")).getAttribute("data-count").then(Number);
    const before = await conflicts();
    await page.keyboard.press("c");
    await page.waitForFunction((n) => Number(document.querySelector("[data-testid='legend-conflict']")!.getAttribute("data-count")) === n - 1, before);
    await page.keyboard.press("c");
    await page.waitForFunction((n) => Number(document.querySelector("[data-testid='legend-conflict']")!.getAttribute("data-count")) === n, before);
    await page.keyboard.press("x");
    await page.keyboard.press("n");
    await page.waitForFunction(() => document.activeElement?.getAttribute("data-testid") === "claim-note");
    await page.keyboard.type("Ask the port for its list.");
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => document.querySelector("[data-testid='undo']")!.getAttribute("aria-label") === "Undo: note");
    expect(await page.locator(id("checked")).getAttribute("aria-pressed")).toBe("true");
    await page.click(id("view-table"));
    expect(await page.locator(`.tr[data-row='aboard'] ${id("hand-marks")}`).innerText()).toContain("Ask the port");
    expect(await faults(page)).toEqual([]);
    await page.click(id("more-filters"));
    await page.click(id("filter-noted"));
    await page.keyboard.press("Escape");
    expect(await page.locator(".tr[data-row]").count()).toBe(1);
    await page.click(id("show-all"));
    await page.close();
  });

  it("draws a sentence onto one of another source, and selects words inside its own", async () => {
    const { page } = await open();
    await page.waitForSelector("[data-statement='B:1']");
    const middle = async (statement: string): Promise<[number, number]> => {
      const box = (await page.locator(`[data-statement='${statement}']`).boundingBox())!;
      return [box.x + 40, box.y + 12];
    };
    const draw = async (from: string, onto: string): Promise<void> => {
      await page.mouse.move(...(await middle(from)));
      await page.mouse.down();
      await page.mouse.move(...(await middle(onto)), { steps: 4 });
    };
    await draw("A:0", "A:2");
    expect(await page.locator(id("link-bar")).count()).toBe(0);
    await page.mouse.up();
    expect(await page.evaluate(() => getSelection()!.toString().length)).toBeGreaterThan(5);
    await draw("A:2", "B:1");
    await page.waitForSelector("[data-statement='B:1'].onto");
    expect(await page.evaluate(() => getSelection()!.toString())).toBe("");
    await page.keyboard.press("Escape");
    await page.waitForSelector(id("link-bar"), { state: "detached" });
    await page.mouse.up();
    expect(await page.locator(id("undo")).isDisabled()).toBe(true);
    await draw("A:2", "B:1");
    await page.mouse.up();
    await page.waitForFunction(() => document.querySelector("[data-testid='undo']")!.getAttribute("aria-label") === "Undo: link sentences in A and B");
    await page.close();
  });

  it.each(["light", "dark"])("what needs a look is put back, without an accessibility fault in %s", async (theme) => {
    const { page } = await open(`screen=sample&theme=${theme}&still&lost`);
    await page.click(id("needs-a-look"));
    await page.waitForSelector(id("lost-dialog"));
    expect(await faults(page)).toEqual([]);
    await page.click(id("put-elsewhere"));
    await page.waitForFunction(() => document.activeElement?.closest("[data-source='A']") !== null);
    expect(await page.locator(id("link-bar")).innerText()).toContain("sentence of A");
    await page.keyboard.press("Enter");
    await page.waitForSelector(id("needs-a-look"), { state: "detached" });
    expect(await page.locator(id("undo")).getAttribute("aria-label")).toBe("Undo: put something lost in A again");
    await page.close();
  });

  it("the tags of a note are edited without losing what is written", async () => {
    const { page } = await open();
    await page.waitForSelector("[data-statement='B:1']");
    await page.evaluate(() => {
      const text = document.createTreeWalker(document.querySelector("[data-statement='B:1']")!, NodeFilter.SHOW_TEXT).nextNode()!;
      getSelection()!.setBaseAndExtent(text, 2, text, 12);
    });
    await page.focus("[data-statement='B:1']");
    await page.keyboard.press("n");
    await page.fill(id("passage-note-field"), "Half written");
    await page.click(`${id("note-dialog")} ${id("edit-tags")}`);
    await page.fill(id("new-tag"), "wind");
    await page.click(id("add-tag"));
    await page.waitForSelector(id("delete-tag-1"));
    await page.keyboard.press("Escape");
    await page.waitForSelector(`${id("note-dialog")} ${id("tag-1")}`);
    expect(await page.locator(id("passage-note-field")).inputValue()).toBe("Half written");
    await page.close();
  });

  it("splits, joins and names a claim", async () => {
    const { page } = await open();
    await choose(page, "A:1");
    await page.click(id("split"));
    await page.waitForSelector(id("split-dialog"));
    expect(await faults(page)).toEqual([]);
    expect(await page.locator(id("split-go")).isDisabled()).toBe(true);
    await page.check(id("split-C-1"));
    await page.click(id("split-go"));
    await page.waitForFunction(() => document.querySelector("[data-statement='C:1']")?.getAttribute("data-claims") !== "aboard");
    await page.click(id("merge"));
    await page.fill(id("merge-field"), "life jackets");
    expect(await faults(page)).toEqual([]);
    await page.click(id("merge-jackets"));
    await page.waitForFunction(() => document.querySelector("[data-statement='A:6']")?.getAttribute("data-claims")?.includes("aboard"));
    await page.focus(id("claim-name"));
    await page.keyboard.press("F2");
    await page.keyboard.type("People and jackets");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelector("[data-testid='claim-name']")?.textContent === "People and jackets");
    for (let i = 0; i < 3; i++) await page.click(id("undo"));
    await page.waitForFunction(() => document.querySelector("[data-statement='C:1']")?.getAttribute("data-claims") === "aboard");
    await page.close();
  });

  it("makes a tag, puts it on a claim and filters by it; notes words of a sentence", async () => {
    const { page } = await open();
    await choose(page, "A:1");
    await page.click(id("edit-tags"));
    await page.fill(id("new-tag"), "ask the port");
    await page.click(id("add-tag"));
    await page.waitForSelector(id("delete-tag-1"));
    expect(await faults(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.click(id("tag-1"));
    await page.waitForSelector(`${id("tag-1")}[aria-pressed='true']`);
    await page.evaluate(() => {
      const line = document.querySelector("[data-statement='B:1']")!;
      const text = document.createTreeWalker(line, NodeFilter.SHOW_TEXT).nextNode()!;
      getSelection()!.setBaseAndExtent(text, 2, text, 12);
    });
    await page.focus("[data-statement='B:1']");
    await page.keyboard.press("n");
    await page.waitForSelector(id("note-dialog"));
    expect(await page.locator(`${id("note-dialog")} .quoted`).innerText()).toBe("north wind");
    await page.fill(id("passage-note-field"), "Weather service?");
    await page.click(id("note-keep"));
    await page.waitForSelector("[data-statement='B:1'] .noted");
    await page.close();
  });

  it("hides a source by hand and shows it again", async () => {
    const { page } = await open();
    await page.click(id("menu-C"));
    await page.click(id("hide-source"));
    await page.waitForSelector(id("column-C"), { state: "detached" });
    await page.click(id("more-filters"));
    await page.click(id("filter-C"));
    await page.keyboard.press("Escape");
    await page.waitForSelector(id("column-C"));
    await page.close();
  });

  it("saves, says what is not saved, and offers what a crash left", async () => {
    const { page } = await open("screen=sample&theme=light&still&crashed");
    await page.waitForSelector(id("recovery-dialog"));
    expect(await faults(page)).toEqual([]);
    await page.click(id("recovery-discard"));
    await page.keyboard.press("Escape");
    await page.focus("[data-statement='A:1']");
    await page.keyboard.press("x");
    await page.waitForSelector(id("unsaved"));
    await page.keyboard.press("Control+s");
    await page.waitForSelector(id("unsaved"), { state: "detached" });
    expect(await page.locator(id("event-summary")).innerText()).toContain("ferry.parallax");
    await page.close();
  });

  it.each(["light", "dark"])("menu and About have no accessibility fault in %s", async (theme) => {
    const { page } = await open(`screen=sample&theme=${theme}&still`);
    await page.click(id("main-menu"));
    expect(await faults(page)).toEqual([]);
    await page.click(id("menu-about"));
    expect(await faults(page)).toEqual([]);
    await page.click(id("about-licences"));
    await page.waitForSelector(id("licences-dialog"));
    await page.close();
  });
});
