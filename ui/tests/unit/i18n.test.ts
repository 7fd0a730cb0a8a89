// The catalogues: same keys, same placeholders, nothing left in English, no text in components.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fill, LANGUAGES, type MessageKey } from "../../src/lib/i18n/index.svelte";
import type { Message } from "../../src/lib/i18n/language";
import { bracket, humanValue } from "../../src/lib/marks/values";

const forms = (message: Message): string[] => (typeof message === "string" ? [message] : Object.values(message));
const holders = (message: Message): string[] => [...new Set(forms(message).flatMap((form) => form.match(/\{\w+\}/g) ?? []))].sort();
const SRC = new URL("../../src/", import.meta.url).pathname;
const en = LANGUAGES.get("en")!.messages;
const id = LANGUAGES.get("id")!.messages;
const others = [...LANGUAGES].filter(([code]) => code !== "en");
/** Words that are the same in several languages. */
const ALIKE = new Set(["app.name", "settings.serif", "settings.sans", "settings.version", "live.claim", "why.line", "why.about", "why.doubted", "thing.volume"]);

describe("catalogues", () => {
  it("are all the files there are", () => {
    expect([...LANGUAGES.keys()]).toEqual(readdirSync(join(SRC, "lib/i18n/languages")).map((file) => file.replace(".ts", "")));
    expect(new Set([...LANGUAGES.values()].map((language) => language.name)).size).toBe(LANGUAGES.size);
  });
  it.each(others)("%s has the same keys", (_, { messages }) => expect(Object.keys(messages).sort()).toEqual(Object.keys(en).sort()));
  it.each(others.flatMap(([code, { messages }]) => (Object.keys(en) as MessageKey[]).map((key) => [code, key, messages[key]] as const)))("%s, %s: placeholders and translation", (_, key, message) => {
    expect(holders(message)).toEqual(holders(en[key]));
    if (!ALIKE.has(key)) expect(forms(message)).not.toEqual(forms(en[key]));
  });
  it("choose plural forms", () => {
    expect(fill(en["header.sources"], "en", { n: 1 })).toBe("1 source");
    expect(fill(en["header.sources"], "en", { n: 1200 })).toBe("1,200 sources");
    expect(fill(id["header.sources"], "id", { n: 1200 })).toBe("1.200 sumber");
    const files = { one: "{n} plik", few: "{n} pliki", many: "{n} plików", other: "{n} pliku" };
    expect([1, 3, 5].map((n) => fill(files, "pl", { n }))).toEqual(["1 plik", "3 pliki", "5 plików"]);
  });
});

describe("every message is used, and components hold no text", () => {
  const files = (folder: string): string[] => readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)]));
  const sources = files(SRC).filter((file) => /\.(ts|svelte)$/.test(file) && !file.includes("/i18n/languages/"));
  const all = sources.map((file) => readFileSync(file, "utf8")).join("\n");
  it("no message lies idle", () => {
    const computed = /^(?:search\.(?:strong|fair|weak)$|(?:step_name|filter.checked|done|trouble|lost|reason|problem|match|strength|evidence|voice|kind|a|why|doubt|thing|export|field)\.)/;
    expect(Object.keys(en).filter((key) => !computed.test(key) && !all.includes(key))).toEqual([]);
  });
  it("no words between tags", () => {
    const found = sources.filter((file) => file.endsWith(".svelte")).flatMap((file) => {
      const markup = readFileSync(file, "utf8").replace(/<script[\s\S]*?<\/script>/g, "").replace(/<!--[\s\S]*?-->/g, "").replace(/\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/g, "");
      return (markup.match(/>[^<>{}]*[A-Za-z]{3,}[^<>{}]*</g) ?? []).filter((text) => !text.includes("=")).map((text) => `${file}: ${text}`);
    });
    expect(found).toEqual([]);
  });
  it("only lib/api knows the program", () => {
    expect(sources.filter((file) => !file.includes("/lib/api/") && readFileSync(file, "utf8").includes("@tauri-apps"))).toEqual([]);
  });
  it("no file is longer than 250 lines", () => {
    expect(sources.filter((file) => !/fake\/index/.test(file) && readFileSync(file, "utf8").split("\n").length > 251)).toEqual([]);
  });
});

describe("values", () => {
  it.each([["PT1H40M", "100 minutes"], ["PT2H", "120 minutes"], ["P3D", "3 days"], ["150000", "150,000"], [">150000", "more than 150,000"], ["IDR 500000000", "IDR 500,000,000"], ["2022-02-20", "20 February 2022"], ["1987", "1987"], ["le drian", null]])("%s reads %s", (normal, words) => {
    expect(humanValue(normal)).toBe(words);
  });
  it("stands in brackets only when it says more", () => {
    expect(bracket("one hour and 40 minutes", "PT1H40M")).toBe("100 minutes");
    expect(bracket("105 menit", "PT1H45M")).toBe(null);
    expect(bracket("150.000", "150000")).toBe(null);
    expect(bracket("6.40 a.m.", "T06:40")).toBe(null);
  });
});
