// The browser of the window tests: Debian's Chromium, driven by playwright-core. CHROMIUM names another one.
import { existsSync, readFileSync } from "node:fs";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe } from "vitest";
import { serveWindow } from "./server";

const PATHS = [process.env["CHROMIUM"], "/usr/bin/chromium", "/usr/bin/google-chrome"];
const browserPath = PATHS.find((path): path is string => path !== undefined && existsSync(path));

const launch = (): Promise<Browser> => chromium.launch({ executablePath: browserPath!, args: ["--no-sandbox"] });

/** A page that fails the test on any error of the page, a refused resource or a breach of the CSP. */
async function openPage(browser: Browser, url: string, query: string, size = { width: 1440, height: 900 }): Promise<{ page: Page; errors: string[] }> {
  const page = await browser.newPage({ viewport: size });
  const errors: string[] = [];
  page.on("console", (message) => void (message.type() === "error" && errors.push(message.text())));
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("request", (request) => void (!request.url().startsWith(url) && !request.url().startsWith("blob:") && errors.push(`request to ${request.url()}`)));
  page.setDefaultTimeout(8000);
  await page.goto(`${url}/?${query}`);
  await page.evaluate(() => document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))));
  return { page, errors };
}

export type Open = (query: string, size?: { width: number; height: number }) => ReturnType<typeof openPage>;

/** Tests that open the window on the fake backend; left out where there is no browser. */
export function describeWindow(name: string, tests: (open: Open) => void): void {
  let server: Awaited<ReturnType<typeof serveWindow>>;
  let browser: Browser;
  describe.skipIf(!browserPath)(name, () => {
    beforeAll(async () => {
      [server, browser] = await Promise.all([serveWindow(), launch()]);
    });
    afterAll(async () => {
      await browser?.close();
      server?.close();
    });
    tests((query, size) => openPage(browser, server.url, query, size));
  });
}

/** The element that tests know by this name. */
export const id = (name: string): string => `[data-testid="${name}"]`;

const AXE = new URL("../../node_modules/axe-core/axe.min.js", import.meta.url);

/** What axe-core finds wrong, one line per rule. */
export async function faults(page: Page): Promise<string[]> {
  await page.evaluate(`if (!window.axe) { ${readFileSync(AXE, "utf8")} }`);
  const result = await page.evaluate(() => (window as unknown as { axe: { run(options: unknown): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }> } }).axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] }));
  return result.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 120) + (node.failureSummary ?? "").slice(0, 160)).slice(0, 3).join(" | ")}`);
}
