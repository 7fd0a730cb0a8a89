// How the window's code lies: short files, no file that comes to need itself, one place that knows Tauri.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";

const SRC = new URL("../../src", import.meta.url).pathname;
const LONGEST = 250;

const files = (folder: string): string[] => readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)]));
const all = files(SRC).filter((file) => /\.(ts|svelte)$/.test(file));
const text = (file: string): string => readFileSync(file, "utf8");

/** What a file imports when it runs; types are gone by then. */
function importsOf(file: string): string[] {
  const found = [...text(file).matchAll(/^\s*(?:import|export)\s+(?!type\b)(?:[^"';]*?\sfrom\s+)?"(\.[^"]+)"/gm)].map((match) => match[1]!);
  return found.flatMap((path) => {
    const at = join(dirname(file), path);
    return [at, `${at}.ts`, join(at, "index.ts")].find((one) => existsSync(one) && /\.(ts|svelte)$/.test(one)) ?? [];
  });
}

/** The way from a file back to itself, if there is one. */
function circles(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    const before = path.indexOf(file);
    if (before >= 0) return void found.push([...path.slice(before), file].map((one) => relative(SRC, one)).join(" > "));
    if (done.has(file)) return;
    for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  return found;
}

describe("the window's code", () => {
  it("has no component over 250 lines", () => {
    expect(all.filter((file) => file.endsWith(".svelte") && text(file).split("\n").length > LONGEST).map((file) => relative(SRC, file))).toEqual([]);
  });
  it("has no circle of imports", () => {
    const graph = new Map(all.map((file) => [file, importsOf(file)]));
    expect([...graph.values()].flat().length).toBeGreaterThan(200);
    expect(circles(graph)).toEqual([]);
  });
  it("finds a circle where there is one", () => {
    expect(circles(new Map([["a", ["b"]], ["b", ["c"]], ["c", ["a"]]]))).toHaveLength(1);
  });
  it("sets no variable on an element that comes and goes", () => {
    // WebKitGTK never gives back what such an element took (docs/performance.md, "Many events in one window").
    const sets = (file: string): boolean => /style:--/.test(text(file)) || /(?<!documentElement)\.style\.setProperty\(\s*["'`]--/.test(text(file));
    expect(all.filter(sets).map((file) => relative(SRC, file))).toEqual([]);
  });
  it("knows Tauri in one file", () => {
    expect(all.filter((file) => text(file).includes("@tauri-apps")).map((file) => relative(SRC, file)).filter((file) => !file.startsWith("lib/api/"))).toEqual([]);
  });
});
