// Dates, languages and lists, written out in the window's language (SPEC §8).
import { kept, number, t, tag } from "./index.svelte";

type DateStyle = "long" | "short" | "day";

const STYLES: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  long: { day: "numeric", month: "long", year: "numeric" },
  short: { day: "numeric", month: "short", year: "numeric" },
  day: { day: "numeric", month: "short" },
};

const DATES = new Map<string, Intl.DateTimeFormat>();
const LISTS = new Map<string, Intl.ListFormat>();
const NAMES = new Map<string, Intl.DisplayNames>();

/** An ISO 8601 date, or date and time, as the day it names. The time zone is the article's: no conversion. */
export function formatDate(iso: string | null, style: DateStyle): string | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso ?? "");
  if (!parts) return null;
  const day = new Date(Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])));
  return kept(DATES, `${tag()} ${style}`, () => new Intl.DateTimeFormat(tag(), { ...STYLES[style], timeZone: "UTC" })).format(day);
}

/** Name of a language in the window's language; `null` when it is not known. */
export function languageName(code: string | null): string | null {
  if (!code || code === "und") return null;
  try {
    return kept(NAMES, tag(), () => new Intl.DisplayNames([tag()], { type: "language" })).of(code) ?? null;
  } catch {
    return null;
  }
}

export const listOf = (items: readonly string[], type: "conjunction" | "disjunction" = "conjunction"): string =>
  kept(LISTS, `${tag()} ${type}`, () => new Intl.ListFormat(tag(), { type, style: "long" })).format(items);

/** Text direction of a language, for its column. */
export function directionOf(code: string): "rtl" | "ltr" | "auto" {
  const primary = code.split("-")[0]?.toLowerCase() ?? "";
  if (["ar", "fa", "he", "ur", "ps", "yi", "dv", "ckb", "sd", "ug"].includes(primary)) return "rtl";
  return primary === "und" || primary === "" ? "auto" : "ltr";
}

/** Small numbers as words; at the start of a sentence with a capital. */
export function inWords(n: number, start = false): string {
  const known = t("numbers").split("|");
  const word = known[n] ?? number(n);
  return start ? word.charAt(0).toLocaleUpperCase() + word.slice(1) : word;
}
