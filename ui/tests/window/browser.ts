// The browser of the window tests: Debian's Chromium, driven by playwright-core. CHROMIUM names another one.
import { existsSync } from "node:fs";
import { chromium, type Browser, type Page } from "playwright-core";

const PATHS = [process.env["CHROMIUM"], "/usr/bin/chromium", "/usr/bin/google-chrome"];
export const browserPath = PATHS.find((path): path is string => path !== undefined && existsSync(path));

export const launch = (): Promise<Browser> => chromium.launch({ executablePath: browserPath!, args: ["--no-sandbox"] });

/** A page that fails the test on any error of the page, a refused resource or a breach of the CSP. */
export async function openPage(browser: Browser, url: string, query: string, size = { width: 1440, height: 900 }): Promise<{ page: Page; errors: string[] }> {
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
